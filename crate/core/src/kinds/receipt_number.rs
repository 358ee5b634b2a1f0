//! Number of a receipt (收据号): free, usually six to eight digits, single or a range.
//!
//! | form        | example             | what is checked                                   |
//! |-------------|---------------------|---------------------------------------------------|
//! | a number    | `00251306`          | nothing: every house prints its own               |
//! | a range     | `00244217-00244230` | order, width, and the count beside it (共14份)    |
//! | a short one | `1-5号`             | the count beside it                               |
//!
//! A leading `No` belongs to the number where it is printed without a blank.

use super::{Confidence, Kind, Number, Of, other_certificate, range};
use crate::judgement::Judgement;

/// The kind.
pub static KIND: Kind = Kind::new(Of::Paper, "receipt_number", ["收据号", "receipt number"])
    .written("收据、票据号码，多为6至8位；起止号核对先后、位数与所称份数")
    .source(Confidence::Likely, "各单位自印收据；公开启事所见")
    .code(looks_like, check);

/// The longest that a house prints; a bill of exchange (汇票) has sixteen digits and is called 票号 too.
const LONGEST: usize = 14;

fn looks_like(value: &str) -> bool {
    if range::parse_short(value).is_some() {
        return true;
    }
    let single = range::parse(value).map_or(value, |range| range.first);
    single.len() <= LONGEST
        && !value.starts_with(['至', '到', '自', '从'])
        && other_certificate::looks_like(value)
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
            plausible                  00251306  0012345  123456  A2024-00123  No0025130  1234567890
            plausible                  00244217-00244230
            wrong range-order 9-17     00244230-00244217
            doubtful range-width 9-16  00244217-2442300
            unlike                     123  ∅  收据  1234567890123456  至00244230号
            like                       2513  1-5号  00244217号至00244230号
            ",
        );
        assert_eq!(judge(&KIND, "00244217-00244230").facts, [Fact::Count(14)]);
    }
}
