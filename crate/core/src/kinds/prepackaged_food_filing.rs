//! Number of a filing for selling prepackaged food only (仅销售预包装食品备案编号): `YB` and 14 digits.
//!
//! | characters | meaning                                                          | source                    |
//! |------------|------------------------------------------------------------------|---------------------------|
//! | 1–2        | `YB` (预备)                                                      | 总局公告 2021 No. 40      |
//! | 3          | business (业态类型): 1 wholesale, 2 retail, 3 both                | 总局公告 2021 No. 40      |
//! | 4–9        | region (行政区划代码)                                            | 总局公告 2021 No. 40      |
//! | 10–15      | serial number                                                    | 总局公告 2021 No. 40      |
//! | 16         | check digit, as on licences                                      | by analogy, see [`super::food_business_licence`] |

use super::food::Form;
use super::{Confidence, Kind, Number, Rule};
use crate::{Fact, Flaw, Judgement};

/// The kind.
pub static KIND: Kind = Kind {
    id: "prepackaged_food_filing",
    names: ["仅销售预包装食品备案编号", "prepackaged food filing number"],
    grammar: "YB＋14位数字：业态类型1（1批发、2零售、3批零兼营）＋行政区划6＋顺序码6＋校验码1",
    source: "市场监管总局公告2021年第40号；校验码比照食品经营许可证",
    confidence: Confidence::Likely,
    rule: Rule::Code { looks_like, check },
    ..Kind::PLAIN
};

const FORM: Form = Form { letters: &["YB"], alike: [b"YV", b"B8R"], class: 1 };

fn looks_like(value: &str) -> bool {
    FORM.looks_like(value)
}

fn check(number: &Number) -> Judgement {
    let mut out = Judgement::default();
    let Some(code) = FORM.read(number.value, &mut out) else { return out };
    match code.digits[0] {
        b'1' => out.fact(Fact::Meaning { sign: "1", words: ["批发", "wholesale"] }),
        b'2' => out.fact(Fact::Meaning { sign: "2", words: ["零售", "retail"] }),
        b'3' => out.fact(Fact::Meaning { sign: "3", words: ["批零兼营", "wholesale and retail"] }),
        _ => out.doubt(Flaw::Level, code.at..code.at + 1),
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Verdict;
    use crate::kinds::testing::{judge, odd_values, slips, told};

    #[test]
    fn table() {
        use Verdict::{Doubtful, Verified, Wrong};
        // Made up; their check digits were computed elsewhere.
        for (value, verdict, want) in [
            ("YB12201040012340", Verified, ""),
            ("YB22201020001235", Verified, ""),
            ("YB32201840000779", Verified, ""),
            ("yb32201840000779", Verified, "hint lower-case 0-2"),
            ("YB32201840000778", Doubtful, "doubtful check-char 15-16"),
            ("YB42201040012344", Doubtful, "doubtful level 2-3"),
            ("YB19901040012344", Doubtful, "doubtful province 3-5"),
            ("VB12201040012340", Wrong, "wrong prefix 0-2"),
            ("Y812201040012340", Wrong, "wrong prefix 0-2"),
            ("B12201040012340", Wrong, "wrong prefix 0-1"),
            ("12201040012340", Doubtful, "doubtful prefix 0-2"),
            ("YB1220104001234", Wrong, "wrong length 0-15"),
            ("YB122010400123400", Wrong, "wrong length 0-17"),
            ("YB122O1040012340", Wrong, "wrong charset 5-6"),
        ] {
            let out = judge(&KIND, value);
            assert_eq!((out.verdict(), told(&out).as_str()), (verdict, want), "{value}");
        }
        // MOD 11,10 passes over a few swaps; every other slip shows.
        let good = "YB22201020001235";
        for slip in slips(good) {
            let swapped = slip.len() == good.len()
                && slip.starts_with("YB")
                && slip.bytes().zip(good.bytes()).filter(|(a, b)| a != b).count() == 2;
            let out = judge(&KIND, &slip);
            assert!(swapped || matches!(out.verdict(), Doubtful | Wrong), "{slip}");
        }
        for value in odd_values() {
            judge(&KIND, &value);
        }
    }

    #[test]
    fn looks() {
        for (value, want) in [
            ("YB12201040012340", true),
            ("VB12201040012340", true),
            ("YR12201040012340", true),
            ("YB1220104001234", true),
            ("12201040012340", true),
            ("JY12201040012340", false),
            ("XK12201040012340", false),
            ("YB12201040", false),
            ("", false),
        ] {
            assert_eq!(looks_like(value), want, "{value}");
        }
    }
}
