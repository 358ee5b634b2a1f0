//! Number of a fiscal receipt (财政票据号码): ten digits within its code; single or a range.
//!
//! | form      | example                 | what is checked                                |
//! |-----------|-------------------------|------------------------------------------------|
//! | a number  | `0001234567`            | its length                                     |
//! | a range   | `0001234567-0001234580` | order, width, and the count beside it (共14份) |
//!
//! Electronic receipts of hospitals, schools and offices bear it beside a code of eight digits (票据代码, a row of
//! `data/certificates.tsv`). Printed ones may be shorter: what is not ten digits long is left to
//! [`super::receipt_number`].

use super::{Confidence, Field, Kind, Layout, Layouts, Of, chars, range};

/// The kind.
pub static KIND: Kind =
    Kind::new(Of::Paper, "fiscal_receipt_number", ["财政票据号码", "fiscal receipt number"])
        .written("10位数字，按票据代码顺序编制；起止号核对先后、位数与所称份数")
        .source(
            Confidence::Likely,
            "四部门《关于收费公路通行费电子票据开具汇总等有关事项的公告》（2020），财政电子票据编码规则",
        )
        .layouts(&LAYOUTS);

static LAYOUTS: Layouts =
    Layouts::of(&[Layout::of(&[Field::serial(10)])]).first(range::judge).looks(looks_like);

fn looks_like(value: &str) -> bool {
    let single = range::parse(value).map_or(value, |range| range.first);
    chars::mostly_digits(single, 9..12)
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
            plausible                   0001234567  2200123456  9876543210  0001234567-0001234580
            wrong range-order 11-21     0001234580-0001234567
            doubtful range-width 11-20  0001234567-001234580
            doubtful length 0-9         000123456
            doubtful length 0-11        00012345678
            doubtful charset 2-3        00O1234567
            ",
        );
        assert_eq!(judge(&KIND, "0001234567-0001234580").facts, [Fact::Count(14)]);
        assert!(!looks_like("00251306") && !looks_like("") && !looks_like("000123456712"));
    }
}
