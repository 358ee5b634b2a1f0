//! Code of a seal (印章编码, 公章防伪编码): digits on the rim of a recorded seal.
//!
//! | characters | meaning                                      | source                    |
//! |------------|----------------------------------------------|---------------------------|
//! | 1–6        | region where it was approved (行政区划代码)  | GA 241—2000; GB/T 2260    |
//! | 7–13       | serial number                                | codes seen                |
//! | 7–14       | serial number, where the code has 14         | codes seen                |
//!
//! Thirteen digits in most places, fourteen in some. No known check digit fits the codes seen, and the layout
//! of the serial is no standard's, so nothing here is `wrong`. Zones approve seals under codes that are in no
//! list of divisions: a fact to show, no problem.

use super::{Confidence, Field, Kind, Layout, Layouts, Of};

/// The kind.
pub static KIND: Kind = Kind::new(Of::Paper, "seal_code", ["印章编码", "seal code"])
    .written("13或14位数字：备案地行政区划6＋顺序号7或8，无校验码")
    .source(Confidence::Likely, "GA 241—2000；GB/T 2260；公开启事所见")
    .layouts(&LAYOUTS);

static LAYOUTS: Layouts = Layouts::of(&[
    Layout::of(&[Field::region().proves(), Field::serial(7)]).slack(2),
    Layout::of(&[Field::region().proves(), Field::serial(8)]).slack(2),
]);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::Fact;
    use crate::judgement::Verdict;
    use crate::kinds::testing::{all_within, judge, odd_values, slips};
    use crate::tables::regions;

    #[test]
    fn table() {
        // Made up.
        KIND.judges(
            "
            verified                                    2203810012345  // a division that was
            verified                                    2201041234567  34080000001234
            plausible                                   2201991234567  // a zone's own code
            doubtful province 0-2                       9901041234567
            doubtful length 0-12                        220104123456
            doubtful length 0-15                        220104123456789
            doubtful length 0-11                        22010412345
            doubtful charset 11-12                      22010412345O7
            doubtful charset 0-1                        O2010412345678
            doubtful charset 2-3; doubtful charset 4-5  22O1O41234567
            doubtful length 0-0                         ∅
            doubtful charset 0-13                       !印章编码印章编码印章编码印
            like                                        2203810012345  220381001234  34080000001234
            like                                        220381001234567  22038l0012345
            unlike                                      22O381OO12345  // three letters are too many
            unlike                                      2203810012  22038100123456789  220381*******  ∅
            ",
        );
        assert_eq!(judge(&KIND, "2203810012345").facts, [Fact::Region(*b"220381")]);
        assert_eq!(judge(&KIND, "2201991234567").facts, [Fact::Region(*b"220199")]);
        assert!(!regions::known(b"220199"));
    }

    #[test]
    fn never_wrong() {
        let slips = ["2203810012345", "34080000001234"].into_iter().flat_map(slips);
        all_within(&KIND, ..Verdict::Wrong, odd_values().into_iter().chain(slips));
    }
}
