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
    let number = |digits: &[u8]| digits.iter().fold(0u32, |n, d| 10 * n + u32::from(d.wrapping_sub(b'0')));
    let mut provinces: Vec<[u8; 2]> = Vec::new();
    for (what, span) in places.iter().filter(|(_, span)| !span.is_empty()) {
        match what {
            What::Region | What::Province | What::Prefecture => {
                let code = digits(span);
                let two = [code[0], code[1]];
                provinces.push(two);
                if !regions::province_known(two) && code != b"100000" {
                    out.doubt(Flaw::Province, span.start..span.start + 2);
                    continue;
                }
                if let Ok(region) = <[u8; 6]>::try_from(&code[..]) {
                    out.fact(Fact::Region(region));
                    out.proved |= regions::known(&region);
                } else if *what == What::Province {
                    out.fact(Fact::Province(two));
                } else {
                    out.fact(Fact::Province(two));
                    out.proved |= std::str::from_utf8(&code).is_ok_and(regions::prefix_known);
                }
            }
            What::Year | What::ShortYear => {
                let year = number(&digits(span));
                let year = if *what == What::Year { year } else { full_year(year) };
                if (1949..=u32::from(today.year())).contains(&year) {
                    out.fact(Fact::Year(year as u16));
                } else {
                    out.doubt(Flaw::Year, span.clone());
                }
            }
            What::Month | What::Date => {
                let code = digits(span);
                let (year, month) = (number(&code[..4]), number(&code[4..6]));
                let day = if *what == What::Date { number(&code[6..]) } else { 1 };
                let date = u16::try_from(year).ok().and_then(|y| Date::new(y, month as u8, day as u8));
                match date {
                    Some(date) if date <= today && date.year() >= 1949 => {
                        out.fact(Fact::YearMonth(date.year(), date.month()));
                    }
                    Some(_) => out.doubt(Flaw::Year, span.start..span.start + 4),
                    None => out.doubt(Flaw::InnerDate, span.clone()),
                }
            }
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

/// The year that two digits stand for.
fn full_year(two: u32) -> u32 {
    if two < 80 { 2000 + two } else { 1900 + two }
}
