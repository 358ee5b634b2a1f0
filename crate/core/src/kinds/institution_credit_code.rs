//! Code of an institution credit certificate (机构信用代码证): a letter and seventeen more; 2010 to 2018.
//!
//! | characters | meaning                                    | source                  |
//! |------------|--------------------------------------------|-------------------------|
//! | 1          | letter of the registering authority, G mostly | certificates seen    |
//! | 2–3        | kind of institution, 10 mostly             | certificates seen       |
//! | 4–9        | region (行政区划代码)                      | certificates seen       |
//! | 10–17      | serial number                              | certificates seen       |
//! | 18         | check character: digit, capital or `*`; no rule is known | certificates seen |
//!
//! Not the credit code of today ([`super::uscc`]), whose region stands one place earlier and which has two check
//! characters: what passes both is that code, whatever the label says.

use super::{Confidence, Field, Kind, Layout, Layouts, Of, Signs, chars, uscc};

/// The kind.
pub static KIND: Kind =
    Kind::new(Of::Body, "institution_credit_code", ["机构信用代码", "institution credit code"])
        .written("18位：字母1（多为G）＋机构类别2＋行政区划6＋顺序号8＋校验码1，校验规则未公布")
        .source(Confidence::Weak, "人民银行机构信用代码证样式")
        .layouts(&LAYOUTS);

static LAYOUTS: Layouts = Layouts::of(&[Layout::of(&[
    Field::serial(1).letters(Signs::Capitals),
    Field::serial(2),
    Field::region_of(uscc::registrar_known).proves(),
    Field::serial(8),
    Field::serial(1).letters(Signs::Set("0-9A-Z*")),
])])
.looks(looks_like);

fn looks_like(value: &str) -> bool {
    let lettered = value.as_bytes().first().is_some_and(u8::is_ascii_alphabetic);
    lettered && chars::mostly_digits(body(value), 15..19) && !uscc::agrees(value)
}

/// Without the letter in front, and the last character where it is no digit.
fn body(value: &str) -> &str {
    let body = value.get(1..).unwrap_or_default();
    body.strip_suffix('*').unwrap_or(body)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::Fact;

    use crate::kinds::testing::judge;

    #[test]
    fn table() {
        // Made up.
        KIND.judges(
            "
            verified                       G10220104000123450  G1022010400012345*  G1022018200045678X
            verified                       M20220104000123451
            plausible                      G10220199000123450  // a registrar's own region
            verified; hint lower-case 0-1  g10220104000123450
            doubtful province 3-5          G10990104000123450
            doubtful length 0-17           G1022010400012345
            doubtful length 0-19           G102201040001234500
            doubtful charset 2-3           G1O220104000123450
            doubtful charset 0-1           !610220104000123450
            doubtful charset 9-10          !G10220104*00123450
            doubtful length 0-0            ∅
            like                           G13100000123456791  // as a credit code it would not pass
            like                           G10220104000123450  G1022010400012345*  G1022010400012345X
            like                           G1022010400012345  G102201040001234*  G1O220104000123450
            unlike                         G1310000MA1FP8X27W  // the credit code of a foreign organisation
            unlike                         G1022010400*****  91220104MA0Y1A2B3Q  220104199003072310
            unlike                         J2410001234501  ∅
            ",
        );
        assert_eq!(judge(&KIND, "G10220104000123450").facts, [Fact::Region(*b"220104")]);
    }
}
