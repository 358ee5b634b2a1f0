//! Registration code of a customs declarant (海关注册编码): ten digits, some of them capitals.
//!
//! | characters | meaning                                                            | source                   |
//! |------------|--------------------------------------------------------------------|--------------------------|
//! | 1–4        | province and prefecture; 90 for prefectures without a code         | customs' rule            |
//! | 5          | economic zone (经济区划)                                           | customs' rule            |
//! | 6          | sort of enterprise (企业经济类型)                                  | customs' rule            |
//! | 7–10       | serial, digits or capitals                                         | codes seen               |
//!
//! Registrants since 2018 are known by their credit code as well.

use super::{Confidence, Field, Kind, Layout, Layouts, Of, Signs};
use crate::judgement::Flaw;

/// The kind.
pub static KIND: Kind =
    Kind::new(Of::Body, "customs_registration", ["海关注册编码", "customs registration code"])
        .written("10位：省市4＋经济区划1（1—9、A、B、W）＋企业类型1＋顺序号4（数字或大写字母）")
        .source(Confidence::Likely, "海关报关单填制规范中的经营单位编码规则")
        .layouts(&LAYOUTS);

static LAYOUTS: Layouts = Layouts::of(&[Layout::of(&[
    Field::city().proves(),
    Field::test(1, |zone| b"123456789ABW".contains(&zone[0]), Flaw::Level).letters(Signs::Either),
    Field::meaning(&SORTS).letters(Signs::Either).open(),
    Field::serial(4).letters(Signs::Either),
])
.also(|code, _, out| {
    if code[5] == b'0' {
        out.doubt(Flaw::Level, 5..6);
    }
})])
.looks(looks_like);

/// The sorts of enterprise that every edition of the rule has.
const SORTS: [(&str, [&str; 2]); 8] = [
    ("1", ["国有企业", "State enterprise"]),
    ("2", ["中外合作企业", "Sino-foreign cooperative enterprise"]),
    ("3", ["中外合资企业", "Sino-foreign joint venture"]),
    ("4", ["外商独资企业", "foreign-owned enterprise"]),
    ("5", ["集体企业", "collective enterprise"]),
    ("6", ["私营企业", "private enterprise"]),
    ("7", ["个体工商户", "individual business"]),
    ("8", ["有报关权而无进出口经营权的企业", "declarant without trading rights"]),
];

fn looks_like(value: &str) -> bool {
    (9..=11).contains(&value.len())
        && value.bytes().all(|b| b.is_ascii_alphanumeric())
        && value.bytes().take(6).filter(u8::is_ascii_digit).count() >= 4
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
            verified                       2201960123  4403160KZ9  22019801A2  2201W60123
            plausible                      2298960123  // a prefecture without a code
            verified; hint lower-case 7-9  4403160kz9
            doubtful province 0-2          9901960123
            doubtful level 4-5             2201060123
            doubtful level 5-6             2201900123
            doubtful charset 2-3           22O1960123
            doubtful length 0-9            220196012
            doubtful length 0-11           22019601234
            doubtful length 0-0            ∅
            like                           2201960123  4403160KZ9  220196012  22O1960123  22019601234
            unlike                         22019601  2201-960123  ABCDE60123  ∅
            ",
        );
        let sort = Fact::Meaning { sign: "6", words: ["私营企业", "private enterprise"] };
        assert_eq!(judge(&KIND, "2201960123").facts, [Fact::Region(*b"220100"), sort]);
    }
}
