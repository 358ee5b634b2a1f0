//! Number of a physician's licence to practise (医师执业证书编码): 15 digits.
//!
//! | characters | meaning                                                   | source              |
//! |------------|-----------------------------------------------------------|---------------------|
//! | 1          | level: 1 physician (执业医师), 2 assistant (执业助理医师) | certificates seen   |
//! | 2–3        | category, as on the qualification certificate             | certificates seen   |
//! | 4–9        | division of the first registration                        | GB/T 2260           |
//! | 10–15      | serial number                                             | certificates seen   |
//!
//! Other accounts put the division first. A number that reads so is let pass, and what fits neither is doubtful
//! at most. The table counts from 1, the code from 0.

use super::chars::{self, part};
use super::{Confidence, Kind, Number, Rule};
use crate::judgement::{Fact, Flaw, Judgement};
use crate::tables::regions;

/// The kind.
pub static KIND: Kind = Kind {
    id: "physician_practice",
    names: ["医师执业证书编码", "physician's licence number"],
    grammar: "15位数字：级别1（1执业医师、2执业助理医师）＋类别2＋首次注册地行政区划6＋顺序号6",
    source: "医师执业证书样式及编码说明；GB/T 2260",
    confidence: Confidence::Likely,
    rule: Rule::Code { looks_like, check },
    ..Kind::PLAIN
};

fn looks_like(value: &str) -> bool {
    chars::mostly_digits(value, 14..17)
}

fn check(number: &Number) -> Judgement {
    let value = number.value;
    let mut out = Judgement::default();
    let Some(code) = chars::exactly::<15>(value) else {
        out.doubt(Flaw::Length(&[15]), chars::whole(value));
        return out;
    };
    if chars::stray(&code, |_, c| c.is_ascii_digit(), Judgement::doubt, &mut out) {
        return out;
    }
    let region: [u8; 6] = part(&code[3..9]);
    let level = matches!(code[0], b'1' | b'2');
    let category =
        matches!(&code[1..3], b"10" | b"20" | b"30" | b"41" | b"42" | b"43" | b"44" | b"45" | b"46" | b"50");
    let province = regions::province_known([region[0], region[1]]);
    let first: [u8; 6] = part(&code[..6]);
    if !(level && province) && regions::known(&first) {
        out.fact(Fact::Region(first));
        return out;
    }
    if level {
        out.fact(Fact::PhysicianLevel(code[0] - b'0'));
    } else {
        out.doubt(Flaw::Level, 0..1);
    }
    if category {
        out.fact(Fact::PhysicianCategory(part(&code[1..3])));
    } else {
        out.hint(Flaw::Level, 1..3);
    }
    if province {
        out.fact(Fact::Region(region));
        out.proved = regions::known(&region);
    } else {
        out.doubt(Flaw::Province, 3..5);
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
            verified                                   110220102001234  210220381000056  141110105004321
            verified                                   250411602000007
            plausible                                  110220199001234  // a registrar's own district
            plausible                                  220102110100218  // the division first
            plausible                                  410105120100007
            verified; hint level 1-3                   199220102001234
            doubtful level 0-1                         310220102001234
            doubtful province 3-5                      110990102001234
            doubtful level 0-1; doubtful province 3-5  910990102001234
            doubtful length 0-14                       11022010200123
            doubtful length 0-16                       1102201020012345
            doubtful charset 2-3                       11O220102001234
            doubtful charset 1-2                       1l0220102001234
            unlike                                     1102201020012  110220102001234567
            unlike                                     201822110220104199003072310  吉医执0123456789  ∅
            ",
        );
        assert_eq!(
            judge(&KIND, "210220381000056").facts,
            [Fact::PhysicianLevel(2), Fact::PhysicianCategory(*b"10"), Fact::Region(*b"220381")]
        );
    }
}
