//! Telephone areas and mobile segments (长途区号, 手机号段): look-ups in `data/`.

use crate::tables::table::Table;

static AREAS: Table = Table::new(include_str!("../../data/phone_areas.tsv"));
static SEGMENTS: Table = Table::new(include_str!("../../data/mobile_segments.tsv"));

/// An area code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// The places it is for, or was for.
    pub name: &'static str,
    /// How many digits its local numbers have; none where it was merged into another.
    pub local_lengths: &'static [u8],
    /// The codes that took its place, parted by `;`; empty where it is in use.
    pub merged_into: &'static str,
}

/// Looks up an area code with its leading 0, in use or merged.
pub fn look_up(code: &str) -> Option<Area> {
    let [_, name, lengths, merged_into] = AREAS.find(code)?.columns();
    let local_lengths: &[u8] = match lengths {
        "7" => &[7],
        "8" => &[8],
        "78" => &[7, 8],
        _ => &[],
    };
    Some(Area { name, local_lengths, merged_into })
}

/// The places of an area code in use.
pub fn area(code: &str) -> Option<&'static str> {
    look_up(code).filter(|area| area.merged_into.is_empty()).map(|area| area.name)
}

/// How many digits local numbers of the area have; empty where the code is not in use.
pub fn local_lengths(code: &str) -> &'static [u8] {
    look_up(code).map_or(&[], |area| area.local_lengths)
}

/// The code that took the place of an area code no longer dialled, if it is one.
pub fn merged_into(code: &str) -> Option<&'static str> {
    look_up(code).map(|area| area.merged_into).filter(|codes| !codes.is_empty())
}

/// A mobile segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The operator whose network it was given to. Since December 2019 a number can move to another.
    pub operator: &'static str,
    /// `mobile`, `virtual` (resold), `data` or `iot`.
    pub kind: &'static str,
    /// How many digits the whole number has.
    pub digits: u8,
}

/// The segment of a number: the longest prefix in the table.
pub fn segment(number: &str) -> Option<Segment> {
    let row = (3..=5).rev().filter_map(|len| number.get(..len)).find_map(|p| SEGMENTS.find(p))?;
    let [_, operator, kind, digits] = row.columns();
    Some(Segment { operator, kind, digits: digits.parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::regions;
    use crate::testing::{finds, gives};

    /// The names of a province and its divisions since 1984.
    fn divisions(province: &str) -> impl Iterator<Item = regions::Region> {
        let two = (10..100).map(|n: u8| [b'0' + n / 10, b'0' + n % 10]);
        let two = two.into_iter().find(|&two| regions::province(two) == Some(province)).expect("a province");
        (0..10_000).flat_map(move |rest: u32| {
            let code = format!("{}{}{rest:04}", two[0] - b'0', two[1] - b'0');
            let code: [u8; 6] = code.into_bytes().try_into().expect("six digits");
            regions::rows(&code)
        })
    }

    #[test]
    fn areas() {
        AREAS.assert_sorted(3..=4, 4);
        assert_eq!(AREAS.rows().count(), 329 + 3);
        for row in AREAS.rows() {
            let key = row.key();
            let area = look_up(key).expect(key);
            assert!(row.key().starts_with('0') && !area.name.is_empty(), "{row:?}");
            assert_eq!(area.local_lengths.is_empty(), !area.merged_into.is_empty(), "{row:?}");
            // Places are divisions of today under their province; where the code is gone the place may be too.
            let province = area.name.find(['省', '区', '市']).expect("a province") + "省".len();
            let (province, places) = area.name.split_at(province);
            let merged = !area.merged_into.is_empty();
            let within =
                |name: &str| divisions(province).any(|r| r.name == name && (merged || r.last.is_none()));
            assert!(places.is_empty() && within(province) || places.split('、').all(within), "{row:?}");
            for code in area.merged_into.split(';').filter(|c| !c.is_empty()) {
                assert!(super::area(code).is_some(), "{row:?}");
            }
        }
        gives(
            |code| {
                let lengths: Vec<_> = local_lengths(code).iter().map(u8::to_string).collect();
                format!("{} {}", area(code).unwrap_or("none"), lengths.join(" ")).trim_end().into()
            },
            "
            吉林省长春市 8                    0431
            北京市 8                          010
            四川省成都市、资阳市、眉山市 8    028
            吉林省辽源市 7                    0437
            吉林省通化市、梅河口市 7 8        0435
            贵州省贵阳市、遵义市、安顺市 7 8  0851
            none                              0910  0732  0440  043  04310  431  ∅
            ",
        );
        finds(
            |code| merged_into(code).map(str::to_owned),
            "
            024   0410  0413  0414
            0371  0378
            0731  0732  0733
            0851  0852  0853
            029   0910
            none  0431  0440
            ",
        );
    }

    #[test]
    fn segments() {
        SEGMENTS.assert_sorted(3..=5, 4);
        assert_eq!(SEGMENTS.rows().count(), 91);
        for row in SEGMENTS.rows() {
            let key = row.key();
            let segment = segment(key).expect(key);
            assert!(matches!(segment.kind, "mobile" | "virtual" | "data" | "iot"), "{row:?}");
            assert!(matches!(segment.digits, 11 | 13), "{row:?}");
        }
        finds(
            |number| {
                let segment = segment(number)?;
                Some(format!("{} {} {}", segment.operator, segment.kind, segment.digits))
            },
            "
            中国移动 mobile 11   13904310000
            中国电信 mobile 11   13490000000
            中国电信 virtual 11  17000000000
            工业和信息化部应急通信保障中心（应急通信） mobile 11  17406000000
            中国移动 iot 13      1440000000000
            none                 14200000000  15400000000  12000000000  13  1３900000000
            ",
        );
    }
}
