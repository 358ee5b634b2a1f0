//! What the fields of a value that fits say (字段判断): places, times, signs, the numbers inside.

use std::ops::Range;

use super::{Place, What};
use crate::judgement::{Fact, Flaw, Judgement, Personal};
use crate::tables::date::Date;
use crate::tables::regions::sign;
use crate::tables::{checksum, identity, regions};

/// Judges the fields of a value that fits.
pub(super) fn judge(places: &[Place], chars: &[char], today: Date) -> Judgement {
    let mut out = Judgement::default();
    let digits = |span: &Range<usize>| -> Vec<u8> { chars[span.clone()].iter().map(|&c| c as u8).collect() };
    let mut provinces: Vec<[u8; 2]> = Vec::new();
    for (what, span) in places.iter().filter(|(_, span)| !span.is_empty()) {
        match what {
            What::Region | What::Province | What::Prefecture => {
                let code = digits(span);
                provinces.push([code[0], code[1]]);
                let can_be = match what {
                    What::Region => {
                        region(&code, |code| province_of(code) || *code == regions::STATE, true, &mut out)
                    }
                    What::Province => province(&code, &[], &mut out),
                    _ => prefecture(&code, true, &mut out),
                };
                if !can_be {
                    out.doubt(Flaw::Province, span.start..span.start + 2);
                }
            }
            What::Year | What::ShortYear => {
                let can_be = year(&digits(span), FIRST_YEAR, Fact::Year, today, &mut out);
                if !can_be {
                    out.doubt(Flaw::Year, span.clone());
                }
            }
            What::Month | What::Date => match day(&digits(span)) {
                Some(date) if date <= today && date.year() >= FIRST_YEAR => {
                    out.fact(Fact::YearMonth(date.year(), date.month()));
                }
                Some(_) => out.doubt(Flaw::Year, span.start..span.start + 4),
                None => out.doubt(Flaw::InnerDate, span.clone()),
            },
            What::HongKong => {
                let before = chars[..span.start].iter().filter(|c| c.is_ascii_alphanumeric());
                let before: String = before.map(char::to_ascii_uppercase).collect();
                // As it is computed in practice: no text of the authority says so.
                if checksum::hong_kong(before.as_bytes())
                    != Some(chars[span.start].to_ascii_uppercase() as u8)
                {
                    out.doubt(Flaw::CheckChar, span.clone());
                }
            }
            What::Id => {
                let id: String = chars[span.clone()].iter().collect();
                if identity::agrees(&id, today) {
                    out.proved = true;
                    out.expose(Personal::IdentityNumber, span.clone());
                } else {
                    out.wrong(Flaw::InnerCheckChar, span.clone());
                }
            }
            _ => {}
        }
    }
    for (_, span) in places.iter().filter(|(what, span)| *what == What::Sign && !span.is_empty()) {
        let Some(two) = sign(chars[span.start]) else { continue };
        match provinces.first() {
            Some(other) if *other == two => out.proved = true,
            Some(_) => out.doubt(Flaw::Contradiction, span.clone()),
            None => out.fact(Fact::Province(two)),
        }
    }
    out
}

/// The first year in the numbers of certificates that tell no other.
const FIRST_YEAR: u16 = 1949;

/// Two digits of a province, or one of these: `00` and `99` stand for none.
pub(super) fn province(two: &[u8], more: &[&[u8; 2]], out: &mut Judgement) -> bool {
    let two = [two[0], two[1]];
    let known = regions::province_known(two) || more.contains(&&two);
    if known && two != *b"00" && two != *b"99" {
        out.fact(Fact::Province(two));
    }
    known
}

/// Four digits of a province and a prefecture; tells the province.
pub(super) fn prefecture(four: &[u8], proves: bool, out: &mut Judgement) -> bool {
    let known = province(four, &[], out);
    out.proved |= known && proves && prefix_known(four);
    known
}

/// The same; tells the prefecture where there is one.
pub(super) fn city(four: &[u8], proves: bool, out: &mut Judgement) -> bool {
    if regions::province_known([four[0], four[1]]) && prefix_known(four) {
        out.fact(Fact::Region([four[0], four[1], four[2], four[3], b'0', b'0']));
        out.proved |= proves;
        return true;
    }
    province(four, &[], out)
}

fn prefix_known(four: &[u8]) -> bool {
    std::str::from_utf8(four).is_ok_and(regions::prefix_known)
}

/// Is the division, known or not, in a province?
pub(super) fn province_of(code: &[u8; 6]) -> bool {
    regions::province_known([code[0], code[1]])
}

/// Six digits of a division, or of what else it can be; the table proves it.
pub(super) fn region(six: &[u8], can_be: fn(&[u8; 6]) -> bool, proves: bool, out: &mut Judgement) -> bool {
    let Ok(code) = <[u8; 6]>::try_from(six) else { return false };
    if can_be(&code) {
        out.fact(Fact::Region(code));
        out.proved |= proves && regions::known(&code);
        return true;
    }
    false
}

/// A year of four digits or of two, not after the day of publication.
pub(super) fn year(
    digits: &[u8],
    first: u16,
    fact: fn(u16) -> Fact,
    today: Date,
    out: &mut Judgement,
) -> bool {
    let year = full_year(digits);
    let can_be = (first..=today.year()).contains(&year);
    if can_be {
        out.fact(fact(year));
    }
    can_be
}

/// The year that four digits stand for, or two: those from 80 on are of the century before.
pub(super) fn full_year(digits: &[u8]) -> u16 {
    match (digits.len(), value_of(digits)) {
        (2, two) if two < 80 => 2000 + two,
        (2, two) => 1900 + two,
        (_, year) => year,
    }
}

/// YYYYMMDD or YYYYMM as a day of the calendar.
fn day(digits: &[u8]) -> Option<Date> {
    let day = if digits.len() > 6 { value_of(&digits[6..]) } else { 1 };
    Date::new(value_of(&digits[..4]), value_of(&digits[4..6]) as u8, day as u8)
}

/// A day, from the first year to the day of publication.
pub(super) fn date(digits: &[u8], at: Range<usize>, first: u16, today: Date, out: &mut Judgement) {
    match day(digits) {
        None => out.wrong(Flaw::InnerDate, at),
        Some(date) if date > today || date.year() < first => out.doubt(Flaw::Year, at.start..at.start + 4),
        Some(date) => {
            out.fact(Fact::Date { year: Some(date.year()), month: date.month(), day: Some(date.day()) });
        }
    }
}

fn value_of(digits: &[u8]) -> u16 {
    digits.iter().fold(0, |value, d| 10 * value + u16::from(d.wrapping_sub(b'0')))
}
