//! Organisation code (组织机构代码): eight digits or capitals, a hyphen, a check character; 1993 to 2015.
//!
//! | characters | meaning                                               | source        |
//! |------------|-------------------------------------------------------|---------------|
//! | 1–8        | the body (本体代码), digits and capitals              | GB 11714—1997 |
//! | 9          | hyphen, often left out in print                       | GB 11714—1997 |
//! | 10         | check character over 1–8, mod 11, ten is X            | GB 11714—1997 |
//!
//! Since October 2015 it lives on inside the credit code. The table counts from 1, the code from 0.

use super::{Confidence, Field, Kind, Layout, Layouts, Of, Signs, chars};
use crate::tables::checksum;

/// The kind.
pub static KIND: Kind = Kind::new(Of::Body, "org_code", ["组织机构代码", "organisation code"])
    .written("8位数字或大写字母＋连字符（可省）＋校验码1（0—9或X）")
    .source(Confidence::Sure, "GB 11714—1997")
    .layouts(&LAYOUTS)
    .one_length();

const BODY: Field = Field::serial(8).letters(Signs::Either);
const CHECK: Field = Field::check(1, |code| checksum::org_code(&code[..8]) == code.last().copied())
    .letters(Signs::Set("0-9X"))
    .wrong();

static LAYOUTS: Layouts = Layouts::of(&[
    Layout::of(&[BODY, CHECK]),
    Layout::of(&[BODY, Field::serial(1).letters(Signs::Set("-")), CHECK])
        .rare()
        .when(|code, _| code.contains(&b'-')),
])
.wrong()
.looks(looks_like);

/// Is it an organisation code whose check character agrees?
pub fn agrees(value: &str) -> bool {
    match value.as_bytes() {
        [body @ .., b'-', last] | [body @ .., last] if body.len() == 8 => {
            let mut code: [u8; 8] = chars::part(body);
            code.make_ascii_uppercase();
            checksum::org_code(&code) == Some(last.to_ascii_uppercase())
        }
        _ => false,
    }
}

fn looks_like(value: &str) -> bool {
    let (body, last) = match value.split_once('-') {
        Some((body, last)) => (body, last.len()),
        None => (value, 0),
    };
    let alphanumeric = |s: &str| s.bytes().all(|b| b.is_ascii_alphanumeric());
    (8..=10).contains(&(body.len() + last))
        && last <= 2
        && alphanumeric(body)
        && alphanumeric(&value[value.len() - last..])
        && value.bytes().filter(u8::is_ascii_digit).count() >= 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::Verdict;
    use crate::kinds::testing::judge;

    #[test]
    fn table() {
        for (code, out) in KIND.judges(
            "
            verified                       MA17ABCD-2  41234567-0  412345670  MA17ABCD2  71604582-9
            verified                       MA15T6K3X  IOSVZ000-9
            // length
            wrong charset 7-8              4123456-0
            wrong length 0-8               41234567
            wrong length 0-10              4123456700
            wrong length 0-11              41234567-00
            wrong length 0-0               ∅
            wrong length 0-6               !组织机构代码
            // characters
            wrong charset 7-9              4123456-70
            wrong charset 9-10             !41234567--  41234567-A
            wrong charset 4-5              !4123*567-0
            wrong charset 0-1              !４1234567-0
            // check character
            wrong check-char 9-10          41234567-1  41234576-0
            wrong check-char 8-9           412345671
            // small letters
            verified; hint lower-case 0-8  ma17abcd-2
            verified; hint lower-case 0-9  ma15t6k3x
            like                           41234567-0  MA17ABCD2  4123456-0  412345678-0  4123456-70
            like                           41234567  41234567-
            unlike                         1234567  41234567-000  -  4-1-2-3-4-5  NEWSPAPER  ∅
            exposed  no one
            ",
        ) {
            assert_eq!(out.proved, out.verdict() == Verdict::Verified, "{code}");
            assert_eq!(agrees(code), out.proved, "{code}");
        }
        assert_eq!(judge(&KIND, "41234567-0").verdict(), Verdict::Verified);
    }
}
