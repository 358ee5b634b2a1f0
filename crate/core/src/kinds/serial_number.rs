//! Serial number of a printed form (流水号, 印刷号): free, usually six to eight digits, single or a range.
//!
//! | form      | example             | what is checked                                |
//! |-----------|---------------------|------------------------------------------------|
//! | a number  | `083164`            | nothing: it runs as the printer lets it run    |
//! | a range   | `00244217-00244230` | order, width, and the count beside it (共14份) |

use super::{Confidence, Kind, Number, Of, other_certificate, range};
use crate::judgement::Judgement;

/// The kind.
pub static KIND: Kind = Kind::new(Of::File, "serial_number", ["流水号", "serial number"])
    .written("证照、票据的流水号或印刷号，多为6至8位；起止号核对先后、位数与所称份数")
    .source(Confidence::Likely, "公开启事所见")
    .code(looks_like, check);

/// Two numbers of twenty digits and what stands between them.
const LONGEST: usize = 45;

fn looks_like(value: &str) -> bool {
    value.len() <= LONGEST && other_certificate::looks_like(value)
}

fn check(number: &Number) -> Judgement {
    let mut out = Judgement::default();
    range::judge(number, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table() {
        KIND.judges(
            "
            plausible               083164  D2200123456  22001234567  083164-083170
            wrong range-order 7-13  083170~083164
            ",
        );
        assert!(!looks_like("083") && !looks_like(""));
    }
}
