//! Administrative divisions (行政区划, GB/T 2260): look-ups in `data/divisions.tsv`, with their times.
//!
//! A number keeps the code of the day it was given, so a code is known when it was in force at any
//! time since 1984, the year of the first identity cards. Never test the birth year: numbers were
//! given out for years to people already born.

use std::sync::OnceLock;

use crate::tables::table::Row;

static DIVISIONS: &str = include_str!("../../data/divisions.tsv");

/// The code that stands for the State itself (国家), as a registrar. No division.
pub const STATE: [u8; 6] = *b"100000";

/// Was the code in force at any time since 1984? Also provinces, prefectures, 市辖区 (XX01) and zones.
pub fn known(code: &[u8; 6]) -> bool {
    let Some(slot) = Index::get().slot([code[0], code[1], code[2], code[3]]) else { return false };
    two_digits([code[4], code[5]]).is_some_and(|last| slot.has(last))
}

/// Do these two digits stand for a province (省级) today? 83 and 66 do not.
pub fn province_known(two: [u8; 2]) -> bool {
    matches!(
        &two,
        b"11" | b"12" | b"13" | b"14" | b"15" // north
        | b"21" | b"22" | b"23" // north-east
        | b"31" | b"32" | b"33" | b"34" | b"35" | b"36" | b"37" // east
        | b"41" | b"42" | b"43" | b"44" | b"45" | b"46" // middle and south
        | b"50" | b"51" | b"52" | b"53" | b"54" // south-west
        | b"61" | b"62" | b"63" | b"64" | b"65" // north-west
        | b"71" | b"81" | b"82"
    )
}

/// Is the code one of a residence permit for Hong Kong, Macao or Taiwan (港澳台居民居住证)?
///
/// 830000 stands for Taiwan on these permits alone and is no code of GB/T 2260.
pub fn permit(code: &[u8; 6]) -> bool {
    matches!(code, b"810000" | b"820000" | b"830000")
}

/// The province's name.
pub fn province(two: [u8; 2]) -> Option<&'static str> {
    let code = [two[0], two[1], b'0', b'0', b'0', b'0'];
    rows(&code).last().map(|region| region.name)
}

/// Do some codes since 1984 start with these four digits (province and prefecture)?
///
/// Also the province alone (`2200`), and the cities that report for themselves (2102, 3302, 3502, 3702, 4403).
pub fn prefix_known(digits: &str) -> bool {
    <[u8; 4]>::try_from(digits.as_bytes()).is_ok_and(|four| Index::get().slot(four).is_some())
}

/// The year in which the last of all that the code stood for ended; none where it is in force or was never.
pub fn ended(code: &[u8; 6]) -> Option<u16> {
    rows(code).try_fold(0, |latest, region| region.last.map(|last| latest.max(last))).filter(|last| *last > 0)
}

/// What a code stood for, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// The name in that time.
    pub name: &'static str,
    /// The first year; `None`: 1984 or before.
    pub first: Option<u16>,
    /// The year it was changed; `None`: in force.
    pub last: Option<u16>,
    /// The other codes that the area has since, if any, as the table writes them.
    successors: &'static str,
    /// What the table may leave out of them.
    four: [u8; 4],
}

impl Region {
    /// A row below the line of these four digits.
    fn new(four: [u8; 4], row: Row) -> Region {
        let [_, name, first, last, successors] = row.columns();
        // A test reads every row: what is no year is empty.
        let mut region =
            Region { name, first: first.parse().ok(), last: last.parse().ok(), successors, four };
        if name.is_empty() {
            // The row it leads to has its name written: the test follows them all.
            region.name = region.successors().next().and_then(|code| last_written(&code)).unwrap_or("");
        }
        region
    }

    /// The other codes that the area has since.
    pub fn successors(&self) -> impl Iterator<Item = [u8; 6]> + use<> {
        let [a, b, c, d] = self.four;
        self.successors.split(';').filter_map(move |digits| match *digits.as_bytes() {
            [e, f] => Some([a, b, c, d, e, f]),
            [c, d, e, f] => Some([a, b, c, d, e, f]),
            _ => digits.as_bytes().try_into().ok(),
        })
    }

    /// Was it there in some year of the other's time?
    fn meets(&self, other: &Region) -> bool {
        let span = |r: &Region| (r.first.unwrap_or(0), r.last.unwrap_or(u16::MAX));
        let ((a, b), (c, d)) = (span(self), span(other));
        a <= d && c <= b
    }

    /// A heading of the lists (市辖区, 县 …), no place.
    fn is_heading(&self) -> bool {
        matches!(self.name, "市辖区" | "县" | "市" | "直辖县级行政区划")
    }
}

/// All that the code stood for since 1984, in the order in which it ended.
pub fn rows(code: &[u8; 6]) -> impl Iterator<Item = Region> + use<> {
    let four = [code[0], code[1], code[2], code[3]];
    written(code).map(move |row| Region::new(four, row))
}

/// The rows of a code as the table has them.
fn written(code: &[u8; 6]) -> impl DoubleEndedIterator<Item = Row> + use<> {
    let [a, b, c, d, two @ ..] = *code;
    let index = Index::get();
    let (first, end) = index.slot([a, b, c, d]).map_or((0, 0), |slot| (slot.first, slot.end));
    let starts = &index.starts[usize::from(first)..usize::from(end)];
    let key = |&start: &u32| &DIVISIONS.as_bytes()[start as usize..start as usize + 2];
    let from = starts.partition_point(|start| key(start) < &two[..]);
    let count = starts[from..].iter().take_while(|start| key(start) == two).count();
    let from = usize::from(first) + from;
    (from..from + count).map(|number| index.row(number))
}

/// The name in the last row of a code.
fn last_written(code: &[u8; 6]) -> Option<&'static str> {
    let [_, name] = written(code).next_back()?.columns();
    Some(name)
}

/// Has this province a place of this name, or of this name and 市, 区, 县 or the like (`北湖` for 北湖区)?
pub fn has_named(province: [u8; 2], name: &str) -> bool {
    // What a row without a name leads to is in the same province.
    let index = Index::get();
    let mut slots = index.slots.iter().filter(|slot| slot.four.starts_with(&province));
    slots.any(|slot| (slot.first..slot.end).any(|number| index.is_called(number.into(), name)))
}

/// Is there a place of this name anywhere?
pub fn is_named(name: &str) -> bool {
    let index = Index::get();
    (0..index.starts.len() - 1).any(|number| index.is_called(number, name))
}

/// Every row of the table with its code.
fn all() -> impl Iterator<Item = ([u8; 6], Region)> {
    let index = Index::get();
    index.slots.iter().flat_map(move |slot| {
        let four @ [a, b, c, d] = slot.four;
        (slot.first..slot.end).filter_map(move |number| {
            let row = index.row(number.into());
            let [e, f] = *row.key().as_bytes() else { return None };
            Some(([a, b, c, d, e, f], Region::new(four, row)))
        })
    })
}

/// The codes that places of just this name have or had. Reads the whole table.
pub fn codes_of(name: &str) -> impl Iterator<Item = [u8; 6]> {
    all().filter(move |(_, region)| region.name == name).map(|(code, _)| code)
}

/// Does a division's name, its last character left out (长春, 双阳), stand in the text across this offset?
///
/// Reads the whole table: for the few texts in which all else speaks for a slip.
pub fn named_at(text: &str, at: usize) -> bool {
    all().map(|(_, region)| region.name).any(|name| {
        let stem = name.strip_suffix(['省', '市', '县', '区', '州', '盟', '旗']).unwrap_or(name);
        stem.len() >= "长春".len()
            && text.match_indices(stem).any(|(start, _)| (start..start + stem.len()).contains(&at))
    })
}

/// A code with all that its wording needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// What it stands for today, or stood for last.
    pub region: Region,
    /// The prefecture (地级) above it in that time.
    pub prefecture: Option<&'static str>,
    /// The province above it.
    pub province: Option<&'static str>,
    /// Its name before, and the year of the change.
    pub before: Option<(&'static str, u16)>,
}

/// Looks up a code with the places above it.
pub fn place(code: &[u8; 6]) -> Option<Place> {
    let mut all = rows(code);
    let mut region = all.next()?;
    let mut before = None;
    for next in all {
        before = region.last.map(|year| (region.name, year));
        region = next;
    }
    let province = (code[2..] != *b"0000").then(|| province([code[0], code[1]])).flatten();
    let above = [code[0], code[1], code[2], code[3], b'0', b'0'];
    let prefecture = (*code != above)
        .then(|| rows(&above).filter(|p| p.meets(&region) && !p.is_heading()).last())
        .flatten()
        .map(|p| p.name);
    Some(Place { region, prefecture, province, before })
}

impl Place {
    /// The codes in force today of an area whose code is not, followed through all changes.
    ///
    /// Where an area was dissolved, the last code it had.
    pub fn today(&self) -> Vec<[u8; 6]> {
        let mut found: Vec<[u8; 6]> = self.region.successors().collect();
        // No area went through more than a handful of changes; codes that were swapped must not go round for ever.
        for _ in 0..8 {
            // Kept in order as it grows: a sort for a handful of codes would travel to every user.
            let mut next: Vec<[u8; 6]> = Vec::new();
            let add = |next: &mut Vec<[u8; 6]>, code| {
                if let Err(at) = next.binary_search(&code) {
                    next.insert(at, code);
                }
            };
            for code in found.iter().copied() {
                let gone = rows(&code).last().filter(|region| region.last.is_some());
                let mut went_on = false;
                for successor in gone.iter().flat_map(Region::successors) {
                    if !found.contains(&successor) {
                        add(&mut next, successor);
                        went_on = true;
                    }
                }
                if !went_on {
                    add(&mut next, code);
                }
            }
            if next == found {
                break;
            }
            found = next;
        }
        found
    }

    /// The name as one would say it; a heading of the lists takes the name of what is above it.
    pub fn name(&self, out: &mut String) {
        if self.region.is_heading() {
            out.extend(self.prefecture.or(self.province));
        }
        out.push_str(self.region.name);
    }

    /// The places above that [`Place::name`] does not say already, the greater first.
    pub fn above(&self) -> [Option<&'static str>; 2] {
        match (self.region.is_heading(), self.prefecture) {
            (false, prefecture) => [self.province, prefecture],
            (true, Some(_)) => [self.province, None],
            (true, None) => [None, None],
        }
    }
}

/// Where the rows of each four digits stand, and which last two digits they have.
///
/// [`known`] is asked for every candidate of a page; looking into the table would take twenty times as long.
struct Index {
    /// By four digits: one more than the place in `slots`, 0 for none.
    places: Vec<u16>,
    slots: Vec<Slot>,
    /// Where the lines start, and where the last ends.
    starts: Vec<u32>,
}

struct Slot {
    four: [u8; 4],
    /// The numbers of its first line and of the one behind its last.
    first: u16,
    end: u16,
    /// A bit for each last two digits.
    bits: [u64; 2],
}

impl Slot {
    fn has(&self, last: usize) -> bool {
        self.bits[last / 64] >> (last % 64) & 1 == 1
    }
}

impl Index {
    fn get() -> &'static Index {
        static INDEX: OnceLock<Index> = OnceLock::new();
        INDEX.get_or_init(Index::build)
    }

    fn build() -> Index {
        let mut index = Index {
            places: vec![0; 10_000],
            slots: Vec::with_capacity(600),
            starts: Vec::with_capacity(7500),
        };
        let mut at = 0;
        for line in DIVISIONS.split_inclusive('\n') {
            let number = index.starts.len() as u16;
            index.starts.push(at);
            at += line.len() as u32;
            match *line.as_bytes() {
                [a, b, c, d, b'\n'] => {
                    let four = [a, b, c, d];
                    index.slots.push(Slot { four, first: number + 1, end: number + 1, bits: [0; 2] });
                    if let Some(place) = four_digits(four) {
                        index.places[place] = index.slots.len() as u16;
                    }
                }
                [e, f, b'\t', ..] => {
                    let (Some(slot), Some(last)) = (index.slots.last_mut(), two_digits([e, f])) else {
                        continue;
                    };
                    slot.end = number + 1;
                    slot.bits[last / 64] |= 1 << (last % 64);
                }
                _ => {}
            }
        }
        index.starts.push(at);
        index
    }

    fn row(&self, number: usize) -> Row {
        let [start, end] = [self.starts[number], self.starts[number + 1]];
        Row::new(&DIVISIONS[start as usize..end as usize - 1])
    }

    /// Is the row of this number one of a place that is called so?
    #[inline]
    fn is_called(&self, number: usize, name: &str) -> bool {
        // It stands behind the last two digits of the code; thousands of rows begin with another character.
        let [start, end] = [self.starts[number], self.starts[number + 1]];
        let row = DIVISIONS.as_bytes().get(start as usize + 3..end as usize).unwrap_or_default();
        if row.first_chunk::<3>() != name.as_bytes().first_chunk() {
            return false;
        }
        let [_, full] = self.row(number).columns();
        // One character alone is no name (浦).
        name.len() > 3
            && full
                .strip_prefix(name)
                .is_some_and(|rest| matches!(rest, "" | "市" | "区" | "县" | "旗" | "州"))
    }

    #[inline]
    fn slot(&self, four: [u8; 4]) -> Option<&Slot> {
        let place = self.places[four_digits(four)?];
        self.slots.get(usize::from(place).wrapping_sub(1))
    }
}

#[inline]
fn two_digits(two: [u8; 2]) -> Option<usize> {
    let [tens, ones] = two.map(|b| b.wrapping_sub(b'0'));
    (tens < 10 && ones < 10).then_some(usize::from(tens) * 10 + usize::from(ones))
}

#[inline]
fn four_digits([a, b, c, d]: [u8; 4]) -> Option<usize> {
    Some(two_digits([a, b])? * 100 + two_digits([c, d])?)
}

/// The characters that stand for the provinces, and their digits (省级行政区简称).
pub const SIGNS: [(char, [u8; 2]); 31] = [
    ('京', *b"11"),
    ('津', *b"12"),
    ('冀', *b"13"),
    ('晋', *b"14"),
    ('蒙', *b"15"),
    ('辽', *b"21"),
    ('吉', *b"22"),
    ('黑', *b"23"),
    ('沪', *b"31"),
    ('苏', *b"32"),
    ('浙', *b"33"),
    ('皖', *b"34"),
    ('闽', *b"35"),
    ('赣', *b"36"),
    ('鲁', *b"37"),
    ('豫', *b"41"),
    ('鄂', *b"42"),
    ('湘', *b"43"),
    ('粤', *b"44"),
    ('桂', *b"45"),
    ('琼', *b"46"),
    ('渝', *b"50"),
    ('川', *b"51"),
    ('贵', *b"52"),
    ('云', *b"53"),
    ('藏', *b"54"),
    ('陕', *b"61"),
    ('甘', *b"62"),
    ('青', *b"63"),
    ('宁', *b"64"),
    ('新', *b"65"),
];

/// The digits of the province that a character stands for.
pub fn sign(ch: char) -> Option<[u8; 2]> {
    SIGNS.iter().find(|(sign, _)| *sign == ch).map(|(_, digits)| *digits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{finds, gives};

    #[test]
    fn places_by_name() {
        for (province, name, here, anywhere) in [
            (b"22", "长春市", true, true),
            (b"22", "长春", true, true),
            (b"22", "榆树市", true, true),
            (b"22", "沈阳市", false, true),
            (b"43", "北湖", true, true),
            (b"22", "长", false, false),
            (b"22", "春市", false, false),
            (b"22", "", false, false),
            (b"99", "长春市", false, true),
            (b"65", "吐鲁番市", true, true),
        ] {
            assert_eq!(has_named(*province, name), here, "{name}");
            assert_eq!(is_named(name), anywhere, "{name}");
        }
    }

    fn code(text: &str) -> [u8; 6] {
        text.as_bytes().try_into().expect("six digits")
    }

    #[test]
    fn table() {
        let mut all = Vec::new();
        let mut above = "";
        for line in DIVISIONS.lines().filter(|line| !line.starts_with('#')) {
            if line.len() == 4 {
                assert!(
                    above < line && four_digits(*line.as_bytes().first_chunk().expect(line)).is_some(),
                    "{line}"
                );
                above = line;
                continue;
            }
            let row = Row::new(line);
            let digits = above.to_owned() + row.key();
            assert!(
                row.width() <= 5 && row.key().len() == 2 && code(&digits).iter().all(u8::is_ascii_digit),
                "{line}"
            );
            all.push((digits, row));
        }
        assert!(all.is_sorted_by_key(|(digits, _)| digits));
        let mut codes = Vec::new();
        let mut in_force = Vec::new();
        for (digits, row) in &all {
            let [_, written, first, last, _] = row.columns();
            for year in [first, last] {
                assert!(year.is_empty() || ("1984"..="2026").contains(&year) && year.len() == 4, "{digits}");
            }
            assert!(first != "1984" && (last.is_empty() || first <= last), "{digits}");
            let digits = code(digits);
            let region = Region::new([digits[0], digits[1], digits[2], digits[3]], *row);
            assert!(!region.name.is_empty() && rows(&digits).any(|r| r == region), "{row:?}");
            for successor in region.successors() {
                assert!(known(&successor) && successor != digits, "{row:?}");
            }
            if written.is_empty() {
                let leads_to: Vec<_> = region.successors().collect();
                assert!(leads_to.len() == 1 && leads_to[0][..2] == digits[..2], "{row:?}");
            }
            codes.push(digits);
            if last.is_empty() {
                in_force.push(digits);
            }
        }
        // Counted independently in the lists the table was made from, less the permit's 830000; and the police's thirteen.
        codes.dedup();
        assert_eq!(codes.len(), 6608 - 1 + 13);
        assert_eq!(in_force.iter().filter(|code| code.ends_with(b"0000")).count(), 34);
        assert_eq!(in_force.len(), 34 + 333 + 2847 + 290 + 124 + 9);
        in_force.dedup();
        assert_eq!(in_force.len(), 34 + 333 + 2847 + 290 + 124 + 9 - 1, "only 620201 has two names today");
    }

    #[test]
    fn index_and_table_agree() {
        for number in 0..1_000_000 {
            let text = format!("{number:06}");
            assert_eq!(known(&code(&text)), written(&code(&text)).count() > 0, "{text}");
        }
        for (two, want) in [("83", false), ("66", false), ("10", false), ("16", false), ("22", true)] {
            assert_eq!(province_known([two.as_bytes()[0], two.as_bytes()[1]]), want, "{two}");
        }
        for number in 0..100u8 {
            let two = [b'0' + number / 10, b'0' + number % 10];
            assert_eq!(province_known(two), province(two).is_some(), "{number}");
        }
        let bytes = Index::get().places.len() * 2
            + Index::get().slots.capacity() * size_of::<Slot>()
            + Index::get().starts.capacity() * size_of::<u32>();
        assert!(bytes <= 64 * 1024, "{bytes}");
    }

    #[test]
    fn odd_codes() {
        for text in ["99999", "22O182", "2201８"] {
            let mut bytes = [0; 6];
            bytes[..text.len().min(6)].copy_from_slice(&text.as_bytes()[..text.len().min(6)]);
            assert!(!known(&bytes), "{text}");
            assert_eq!(rows(&bytes).count(), 0, "{text}");
        }
        assert!(!known(&[0xff; 6]));
        assert!(!known(&STATE));
    }

    #[test]
    fn four_digit_prefixes() {
        for (digits, want) in [
            ("2201", true),
            ("2200", true),
            ("1100", true),
            ("1101", true),
            ("2102", true),
            ("3302", true),
            ("3502", true),
            ("3702", true),
            ("4403", true),
            ("2290", true),
            ("8100", true),
            ("2209", false),
            ("2298", false),
            ("6600", false),
            ("8300", false),
            ("220", false),
            ("22010", false),
            ("22〇", false),
            ("", false),
        ] {
            assert_eq!(prefix_known(digits), want, "{digits}");
        }
    }

    /// Name, first and last year and successors, as the ministry's tables and the Council's decisions have them.
    #[test]
    fn periods() {
        let row = |name, first, last, successors: &'static str| (name, first, last, successors.to_owned());
        let told = |region: Region| {
            let successors: Vec<_> =
                region.successors().map(|code| String::from_utf8_lossy(&code).into_owned()).collect();
            (region.name, region.first, region.last, successors.join(";"))
        };
        for (text, want) in [
            ("220381", vec![row("公主岭市", Some(1990), Some(2020), "220184")]),
            ("220184", vec![row("公主岭市", Some(2020), None, "")]),
            ("229005", vec![row("九台市", Some(1988), Some(1995), "220181")]),
            ("220181", vec![row("九台市", Some(1990), Some(2014), "220113")]),
            ("220112", vec![row("双阳区", Some(1995), None, "")]),
            ("220182", vec![row("榆树市", Some(1990), None, "")]),
            ("220102", vec![row("南关区", None, None, "")]),
            ("220105", vec![row("二道河子区", None, Some(1995), ""), row("二道区", Some(1995), None, "")]),
            ("220199", vec![]),
            ("220380", vec![]),
            ("229013", vec![]),
            ("830000", vec![]),
        ] {
            assert_eq!(rows(&code(text)).map(told).collect::<Vec<_>>(), want, "{text}");
            assert_eq!(known(&code(text)), !want.is_empty(), "{text}");
        }
    }

    #[test]
    fn ends() {
        finds(
            |text| ended(&code(text)),
            "
            2010  110103
            none  220105  220104  220199
            2020  220381
            1999  321119  632825
            ",
        );
    }

    #[test]
    fn names_and_places_above() {
        gives(
            |text| {
                let place = place(&code(text)).expect(text);
                let mut said = String::new();
                place.name(&mut said);
                format!("{said}/{}", place.above().into_iter().flatten().collect::<String>())
            },
            "
            榆树市/吉林省长春市              220182
            公主岭市/吉林省四平市            220381
            九台市/吉林省                    229005
            吉林省/                          220000
            长春市/吉林省                    220100
            长春市市辖区/吉林省              220101
            东城区/北京市                    110101
            北京市市辖区/                    110100
            重庆市县/                        500200
            仙桃市/湖北省                    429004
            东莞市/广东省                    441900
            延吉市/吉林省延边朝鲜族自治州    222401
            襄城区/湖北省襄阳市              420602
            渝中区/四川省重庆市              510202
            遵义市/贵州省遵义地区            522101
            长春经济技术开发区/吉林省长春市  220171
            香港特别行政区/                  810000
            ",
        );
        let today = |text| place(&code(text)).map(|place| place.today()).unwrap_or_default();
        assert_eq!(today("220381"), [*b"220184"]);
        assert_eq!(today("229005"), [*b"220113"], "九台市: 220181 until 2014");
        assert_eq!(today("220522"), [*b"220582"], "集安县: 229003, then 220582");
        assert_eq!(today("220123"), [*b"220113"]);
        assert_eq!(today("220182"), [[0; 6]; 0]);
        assert_eq!(place(&code("220105")).and_then(|p| p.before), Some(("二道河子区", 1995)));
        assert_eq!(place(&code("220199")), None);
    }
}
