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

use super::{Confidence, Kind, Number, Rule, chars};
use crate::judgement::{Fact, Flaw, Judgement};
use crate::tables::regions;

/// The kind.
pub static KIND: Kind = Kind {
    id: "seal_code",
    names: ["印章编码", "seal code"],
    grammar: "13或14位数字：备案地行政区划6＋顺序号7或8，无校验码",
    source: "GA 241—2000；GB/T 2260；公开启事所见",
    confidence: Confidence::Likely,
    rule: Rule::Code { looks_like, check },
    ..Kind::PLAIN
};

fn looks_like(value: &str) -> bool {
    chars::mostly_digits(value, 11..17)
}

fn check(number: &Number) -> Judgement {
    let mut out = Judgement::default();
    let value = number.value;
    let code: Option<[u8; 13]> = value.get(..13).and_then(chars::exactly);
    let (Some(code), 13 | 14) = (code, value.chars().count()) else {
        out.doubt(Flaw::Length(&[13, 14]), chars::whole(value));
        return out;
    };
    let all: Vec<u8> = value.chars().map(|c| u8::try_from(c).unwrap_or_default()).collect();
    if chars::stray(&all, |_, c| c.is_ascii_digit(), Judgement::doubt, &mut out) {
        return out;
    }
    let region: [u8; 6] = chars::part(&code[..6]);
    if !regions::province_known([region[0], region[1]]) {
        out.doubt(Flaw::Province, 0..2);
        return out;
    }
    out.fact(Fact::Region(region));
    out.proved = regions::known(&region);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::Verdict;
    use crate::kinds::testing::{all_within, judge, odd_values, slips};

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
            doubtful length 0-13                        !印章编码印章编码印章编码印
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
