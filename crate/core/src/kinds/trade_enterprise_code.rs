//! Code of an importer or exporter (进出口企业代码): four digits of its place, its organisation code.
//!
//! | characters | meaning                                                          | source        |
//! |------------|------------------------------------------------------------------|---------------|
//! | 1–4        | province, and prefecture or `00`                                 | WM 1—1999     |
//! | 5–13       | organisation code with its check character, no hyphen            | GB 11714—1997 |
//!
//! It stands on the record form of a foreign trader (对外贸易经营者备案登记表), whose own number has eight digits.

use super::chars::part;
use super::{Confidence, Field, Kind, Layout, Layouts, Of, Signs};
use crate::judgement::{Fact, Flaw};
use crate::tables::checksum;

/// The kind.
pub static KIND: Kind =
    Kind::new(Of::Body, "trade_enterprise_code", ["进出口企业代码", "import and export enterprise code"])
        .written("13位：省市4（或省2＋00）＋组织机构代码9（末位校验）")
        .source(Confidence::Likely, "WM 1—1999 中华人民共和国进出口企业代码规范；GB 11714—1997")
        .layouts(&LAYOUTS);

static LAYOUTS: Layouts = Layouts::of(&[Layout::of(&[
    Field::prefecture(),
    Field::serial(8).letters(Signs::Either),
    Field::check(1, |code| checksum::org_code(&code[4..12]) == Some(code[12]))
        .letters(Signs::Set("0-9X"))
        .flaw(Flaw::InnerCheckChar),
])
.also(|code, _, out| out.fact(Fact::OrgCode(part(&code[4..]))))])
.looks(looks_like);

fn looks_like(value: &str) -> bool {
    (12..=14).contains(&value.len())
        && value.bytes().all(|b| b.is_ascii_alphanumeric())
        && value.bytes().take(4).filter(u8::is_ascii_digit).count() >= 3
        && value.bytes().filter(u8::is_ascii_digit).count() >= 5
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::Verdict;
    use crate::kinds::testing::{is_alike_modulo_11, judge, slips};

    /// Made up; the check characters were computed elsewhere.
    const GOOD: [&str; 3] = ["2200716045829", "2201MA17ABCD2", "4403412345670"];

    #[test]
    fn table() {
        KIND.judges(
            "
            verified                         2200716045829  2201MA17ABCD2  4403412345670  2200MA15T6K3X
            verified; hint lower-case 4-12   2201ma17abcd2
            doubtful inner-check-char 12-13  2200716045828
            doubtful province 0-2            9900716045829
            doubtful charset 2-3             22O0716045829
            doubtful charset 12-13           220071604582A
            doubtful length 0-12             220071604582
            doubtful length 0-14             22007160458299
            doubtful length 0-0              ∅
            like                             2200716045829  2201MA17ABCD2  220071604582  22O0716045829
            unlike                           22007160458  2200-716045829  ABCD716045829  ∅
            ",
        );
        assert_eq!(judge(&KIND, GOOD[0]).facts, [Fact::Province(*b"22"), Fact::OrgCode(*b"716045829")]);
    }

    /// Characters that are equal modulo 11 look alike to the check.
    #[test]
    fn slips_in_the_organisation_code() {
        for good in GOOD {
            for slip in slips(good) {
                if slip.get(..4) == Some(&good[..4]) && !is_alike_modulo_11(&slip, good) {
                    assert_eq!(judge(&KIND, &slip).verdict(), Verdict::Doubtful, "{good} {slip}");
                }
            }
        }
    }
}
