//! Number of an insurance paper (保险单证号): policy, compulsory motor policy and its sticker (交强险保单, 标志),
//! endorsement; single or a range.
//!
//! | form      | example                  | what is checked                                   |
//! |-----------|--------------------------|---------------------------------------------------|
//! | a number  | `PDZA202322010000012345` | nothing: every insurer has its own                |
//! | a range   | `22001901-22001950`      | order, width, and the count beside it (共50份)    |

use super::{Confidence, Kind, Number, Of, other_certificate, range};
use crate::judgement::Judgement;

/// The kind.
pub static KIND: Kind = Kind::new(Of::Paper, "insurance_paper", ["保险单证号", "insurance paper number"])
    .written("保险单、交强险标志、批单等的号码或印刷号，各公司自定；起止号核对先后、位数与所称份数")
    .source(Confidence::Likely, "各保险公司单证；公开启事所见")
    .code(looks_like, check);

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
    use crate::judgement::Fact;
    use crate::kinds::testing::judge;

    #[test]
    fn table() {
        KIND.judges(
            "
            plausible                  PDZA202322010000012345  10522003900123456789  22001901
            plausible                  AXIC-2023-001234  22001901-22001950
            wrong range-order 9-17     22001950-22001901
            doubtful range-width 9-16  22001901-2201950
            unlike                     123  ∅  保单
            like                       PDZA20232201  22001901~22001950
            ",
        );
        assert_eq!(judge(&KIND, "22001901-22001950").facts, [Fact::Count(50)]);
    }

    #[test]
    fn count_beside_a_range() {
        KIND.judges(
            "
            verified  ⟦22001901-22001950⟧共50份
            wrong     ⟦22001901-22001950⟧共49份
            ",
        );
    }

    #[test]
    fn looks() {
        assert!(!looks_like(&"1".repeat(31)));
    }
}
