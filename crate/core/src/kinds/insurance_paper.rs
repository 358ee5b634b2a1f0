//! Number of an insurance paper (保险单证号): policy, compulsory motor policy and its sticker (交强险保单, 标志),
//! endorsement; single or a range.
//!
//! | form      | example                  | what is checked                                   |
//! |-----------|--------------------------|---------------------------------------------------|
//! | a number  | `PDZA202322010000012345` | nothing: every insurer has its own                |
//! | a range   | `22001901-22001950`      | order, width, and the count beside it (共50份)    |

use super::{Confidence, Kind, Number, Rule, other_certificate, range};
use crate::Judgement;

/// The kind.
pub static KIND: Kind = Kind {
    id: "insurance_paper",
    names: ["保险单证号", "insurance paper number"],
    grammar: "保险单、交强险标志、批单等的号码或印刷号，各公司自定；起止号核对先后、位数与所称份数",
    source: "各保险公司单证；公开启事所见",
    confidence: Confidence::Likely,
    rule: Rule::Code { looks_like, check },
    ..Kind::PLAIN
};

/// The longest policy numbers have 22 to 25 signs.
const LONGEST: usize = 30;

fn looks_like(value: &str) -> bool {
    let single = range::parse(value).map_or(value, |range| range.first);
    single.len() <= LONGEST && other_certificate::looks_like(value)
}

fn check(number: &Number) -> Judgement {
    let mut out = Judgement::default();
    range::judge(number, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::testing::{judge, none_proved, today};
    use crate::{Fact, Verdict};

    #[test]
    fn table() {
        none_proved(
            &KIND,
            &[
                ("PDZA202322010000012345", ""),
                ("10522003900123456789", ""),
                ("22001901", ""),
                ("AXIC-2023-001234", ""),
                ("22001901-22001950", ""),
                ("22001950-22001901", "wrong range-order 9-17"),
                ("22001901-2201950", "doubtful range-width 9-16"),
            ],
        );
        assert_eq!(judge(&KIND, "22001901-22001950").facts, [Fact::Count(50)]);
    }

    #[test]
    fn count_beside_a_range() {
        for (after, want) in [("共50份", Verdict::Verified), ("共49份", Verdict::Wrong)] {
            let after: Vec<char> = after.chars().collect();
            let out = check(&Number { after: &after, ..Number::bare("22001901-22001950", today()) });
            assert_eq!(out.verdict(), want);
        }
    }

    #[test]
    fn looks() {
        for (value, want) in [
            ("123", false),
            ("", false),
            ("保单", false),
            ("PDZA20232201", true),
            ("22001901~22001950", true),
        ] {
            assert_eq!(looks_like(value), want, "{value}");
        }
        assert!(!looks_like(&"1".repeat(31)));
    }
}
