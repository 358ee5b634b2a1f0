//! Code of a unit of real estate (不动产单元号): 28 characters; its first 19 are the parcel's (宗地代码).
//!
//! | characters | meaning                                                                   | source           |
//! |------------|---------------------------------------------------------------------------|------------------|
//! | 1–6        | county (行政区划代码)                                                     | GB/T 37346—2019  |
//! | 7–9, 10–12 | cadastral area and its part (地籍区, 地籍子区)                            | GB/T 37346—2019  |
//! | 13         | owner: G the State, J a collective, Z not settled                         | GB/T 37346—2019  |
//! | 14         | right: A ownership, B S X building land, C homestead, D E F contract, G H sea, L N, W, Y | GB/T 37346—2019 |
//! | 15–19      | parcel                                                                    | GB/T 37346—2019  |
//! | 20         | what stands on it: F building, L trees, Q other, W nothing                | GB/T 37346—2019  |
//! | 21–28      | its number, zeros where nothing stands                                    | GB/T 37346—2019  |

use super::{Confidence, Field, Kind, Layout, Layouts, Of, Signs};
use crate::judgement::Flaw;

/// The kind.
pub static KIND: Kind = Kind::new(Of::Thing, "real_estate_unit", ["不动产单元号", "real estate unit code"])
    .written(
        "28位：县级行政区划6＋地籍区3＋地籍子区3＋宗地特征码2（G国有、J集体、Z未定；权利类别字母）＋宗地号5＋\
              定着物特征码1（F房屋、L林木、Q其他、W无）＋定着物单元号8；前19位为宗地代码",
    )
    .source(Confidence::Sure, "不动产单元设定与代码编制规则（GB/T 37346—2019）")
    .layouts(&LAYOUTS)
    .one_length();

/// The whole; the first [`PARCEL`] fields are the parcel's alone.
const FIELDS: &[Field] = &[
    Field::region().proves(),
    Field::serial(6),
    Field::meaning(&[
        ("G", ["国有", "State-owned"]),
        ("J", ["集体所有", "collectively owned"]),
        ("Z", ["所有权未确定", "owner not settled"]),
    ]),
    Field::test(1, |right| b"ABCDEFGHLNSWXY".contains(&right[0]), Flaw::KindLetter)
        .letters(Signs::Capitals)
        .hint(),
    Field::serial(5),
    Field::meaning(&[
        ("F", ["房屋等建筑物", "building"]),
        ("L", ["森林或林木", "trees"]),
        ("Q", ["其他定着物", "other fixture"]),
        ("W", ["无定着物", "nothing on it"]),
    ]),
    Field::serial(8),
];

const PARCEL: usize = 5;

static LAYOUTS: Layouts = Layouts::of(&[
    Layout::of(FIELDS.split_at(PARCEL).0),
    Layout::of(FIELDS).also(|code, _, out| {
        if code[19] == b'W' && code[20..] != *b"00000000" {
            out.doubt(Flaw::Contradiction, 20..28);
        }
    }),
])
.wrong()
.looks(looks_like);

fn looks_like(value: &str) -> bool {
    let bytes = value.as_bytes();
    let letters = |bytes: &[u8]| bytes.iter().filter(|b| b.is_ascii_alphabetic()).count();
    match bytes.len() {
        // A letter at its place tells a parcel from other numbers of this length.
        18..=20 => {
            bytes.iter().all(u8::is_ascii_alphanumeric)
                && letters(&bytes[..10]) <= 1
                && bytes[11..15].windows(2).any(|two| two.iter().all(u8::is_ascii_alphabetic))
        }
        26..=30 => bytes.iter().all(u8::is_ascii_alphanumeric) && letters(bytes) <= 8,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::Fact;

    use crate::kinds::testing::judge;

    #[test]
    fn table() {
        // Made up.
        KIND.judges(
            "
            verified                                  220104001012GB00123  // the parcel alone
            verified                                  220104001012GB00123F00010023
            verified                                  220182003001JC00012F00010001
            verified                                  220104001012GB00123W00000000
            plausible                                 220199001012GB00123F00010023
            verified; hint lower-case 12-20           220104001012gb00123f00010023
            verified; hint kind-letter 13-14          220104001012GT00123F00010023
            doubtful province 0-2                     990104001012GB00123F00010023
            doubtful kind-letter 12-13                220104001012CB00123F00010023
            doubtful kind-letter 19-20                220104001012GB00123E00010023
            doubtful contradiction 20-28              220104001012GB00123W00010023
            wrong length 0-27                         220104001012GB00123F0001002
            wrong length 0-29                         220104001012GB00123F000100233
            wrong charset 12-14; wrong charset 15-16  220104001012680O123F00010023
            wrong charset 4-5                         2201O4001012GB00123F00010023
            wrong charset 27-28                       !220104001012GB00123F0001002身
            wrong length 0-0                          ∅
            like                                      220104001012GB00123F00010023
            like                                      220104001012GB00123F0001002
            like                                      220104001012GB00123F000100233
            like                                      22O10400I012GB00I23F000l0023  220104001012GB00123
            like                                      220104001012GB0012
            unlike                                    220104100205120034J  91220101MA17ABC010
            unlike                                    220104001012GB00123F0001
            unlike                                    不动产0104001012GB00123F00010023  ∅
            ",
        );
        assert_eq!(
            judge(&KIND, "220104001012GB00123F00010023").facts,
            [
                Fact::Region(*b"220104"),
                Fact::Meaning { sign: "G", words: ["国有", "State-owned"] },
                Fact::Meaning { sign: "F", words: ["房屋等建筑物", "building"] },
            ]
        );
    }
}
