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

use super::chars::part;
use super::{Confidence, Field, Kind, Layout, Layouts, Of};
use crate::judgement::{Fact, Flaw};
use crate::tables::regions;

/// The kind.
pub static KIND: Kind =
    Kind::new(Of::Paper, "physician_practice", ["医师执业证书编码", "physician's licence number"])
        .written("15位数字：级别1（1执业医师、2执业助理医师）＋类别2＋首次注册地行政区划6＋顺序号6")
        .source(Confidence::Likely, "医师执业证书样式及编码说明；GB/T 2260")
        .layouts(&LAYOUTS);

static LAYOUTS: Layouts = Layouts::of(&[
    Layout::of(&[Field::region(), Field::serial(9)]).when(|code, _| starts_with_division(code)),
    Layout::of(&[
        Field::fact(
            1,
            |level| is_level(level[0]).then(|| Fact::PhysicianLevel(level[0] - b'0')),
            Flaw::Level,
        ),
        Field::fact(2, category, Flaw::Level).hint(),
        Field::region().proves(),
        Field::serial(6),
    ]),
]);

fn is_level(digit: u8) -> bool {
    matches!(digit, b'1' | b'2')
}

fn category(digits: &[u8]) -> Option<Fact> {
    const KNOWN: [&[u8]; 10] = [b"10", b"20", b"30", b"41", b"42", b"43", b"44", b"45", b"46", b"50"];
    KNOWN.contains(&digits).then(|| Fact::PhysicianCategory(part(digits)))
}

/// Does it read with the division in front, and not as it should?
fn starts_with_division(code: &[u8]) -> bool {
    let usual = is_level(code[0]) && regions::province_known([code[3], code[4]]);
    !usual && regions::known(&part(&code[..6]))
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
