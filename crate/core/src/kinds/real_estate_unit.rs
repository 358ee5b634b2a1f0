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

use super::chars::{self, part};
use super::{Confidence, Kind, Number, Of, Rule};
use crate::judgement::{Fact, Flaw, Judgement};
use crate::tables::regions;

/// The kind.
pub static KIND: Kind = Kind {
    id: "real_estate_unit",
    names: ["不动产单元号", "real estate unit code"],
    grammar: "28位：县级行政区划6＋地籍区3＋地籍子区3＋宗地特征码2（G国有、J集体、Z未定；权利类别字母）＋宗地号5＋\
              定着物特征码1（F房屋、L林木、Q其他、W无）＋定着物单元号8；前19位为宗地代码",
    source: "不动产单元设定与代码编制规则（GB/T 37346—2019）",
    confidence: Confidence::Sure,
    rule: Rule::Code { looks_like, check },
    of: Of::Thing,
    one_length: true,
    ..Kind::PLAIN
};

/// The lengths: the parcel's alone, and the whole.
const LENGTHS: &[u8] = &[19, 28];

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

fn check(number: &Number) -> Judgement {
    let mut out = Judgement::default();
    let value = number.value;
    let len = value.chars().count();
    if !LENGTHS.contains(&(len.min(255) as u8)) {
        out.wrong(Flaw::Length(LENGTHS), 0..len);
        return out;
    }
    let code: Vec<u8> =
        value.chars().map(|c| if c.is_ascii() { c.to_ascii_uppercase() as u8 } else { 0 }).collect();
    let may_stand = |i, c: u8| match i {
        12 | 13 | 19 => c.is_ascii_uppercase(),
        _ => c.is_ascii_digit(),
    };
    if chars::stray(&code, may_stand, Judgement::wrong, &mut out) {
        return out;
    }
    chars::lower_case(value, &mut out);
    let region: [u8; 6] = part(&code[..6]);
    if !regions::province_known([region[0], region[1]]) {
        out.doubt(Flaw::Province, 0..2);
    } else {
        out.fact(Fact::Region(region));
        out.proved = regions::known(&region);
    }
    match code[12] {
        b'G' => out.fact(Fact::Meaning { sign: "G", words: ["国有", "State-owned"] }),
        b'J' => out.fact(Fact::Meaning { sign: "J", words: ["集体所有", "collectively owned"] }),
        b'Z' => out.fact(Fact::Meaning { sign: "Z", words: ["所有权未确定", "owner not settled"] }),
        _ => out.doubt(Flaw::KindLetter, 12..13),
    }
    if !b"ABCDEFGHLNSWXY".contains(&code[13]) {
        out.hint(Flaw::KindLetter, 13..14);
    }
    if let Some((what, unit)) = code[19..].split_first() {
        match what {
            b'F' => out.fact(Fact::Meaning { sign: "F", words: ["房屋等建筑物", "building"] }),
            b'L' => out.fact(Fact::Meaning { sign: "L", words: ["森林或林木", "trees"] }),
            b'Q' => out.fact(Fact::Meaning { sign: "Q", words: ["其他定着物", "other fixture"] }),
            b'W' => out.fact(Fact::Meaning { sign: "W", words: ["无定着物", "nothing on it"] }),
            _ => out.doubt(Flaw::KindLetter, 19..20),
        }
        if *what == b'W' && unit != b"00000000" {
            out.doubt(Flaw::Contradiction, 20..28);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

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
