//! The arithmetic of the citizen's identity number (公民身份号码): its check character and its date of birth.
//!
//! Source: GB 11643—1999. Other numbers have one inside.

use super::checksum;
use super::date::Date;

/// Nobody alive today, and nobody in a notice, was born before.
pub(crate) const FIRST_YEAR: u16 = 1900;

/// Does the check character agree?
pub(crate) fn check_char_agrees(value: &str) -> bool {
    let bytes = value.as_bytes();
    bytes.len() == 18 && checksum::mod_11_2(&bytes[..17]) == Some(bytes[17].to_ascii_uppercase())
}

/// Is the date of birth a day of the calendar, from 1900 to 2099?
pub(crate) fn birth_is_real(value: &str) -> bool {
    birth(value).is_some_and(is_real)
}

/// Do the check character and the date of birth agree, as seen on the day of publication?
pub(crate) fn agrees(value: &str, today: Date) -> bool {
    check_char_agrees(value) && birth(value).is_some_and(|day| day <= today)
}

/// The date of birth in a number of 18 characters.
fn birth(value: &str) -> Option<Date> {
    let bytes = value.as_bytes();
    birthday(bytes.get(6..14).filter(|_| bytes.len() == 18)?.try_into().ok()?)
}

/// YYYYMMDD as a day of the calendar that a living person can be born on.
pub(crate) fn birthday(text: &[u8; 8]) -> Option<Date> {
    let (year, month, day) = (number(&text[..4])?, number(&text[4..6])?, number(&text[6..])?);
    Date::new(year, month as u8, day as u8).filter(|d| d.year() >= FIRST_YEAR)
}

/// Is a date of birth none of the far future? For weighing readings without a day of publication.
pub(crate) fn is_real(birth: Date) -> bool {
    birth.year() < 2100
}

/// A number of digits that all show.
pub(crate) fn number(digits: &[u8]) -> Option<u16> {
    digits.iter().try_fold(0, |n: u16, &c| {
        let digit = c.is_ascii_digit().then(|| u16::from(c - b'0'))?;
        n.checked_mul(10)?.checked_add(digit)
    })
}
