//! Telephones (电话): mobiles, landlines with and without area code, service numbers.
//!
//! ```text
//! telephone = [+86] mobile | [+86] landline [extension] | service
//! mobile    = 3 + 4 + 4 digits with or without -, middle part often masked       139****0026
//! landline  = area [-] local | "(" area ")" local | local                      0431-85012345
//! service   = 400 or 800 + 7 digits | 95… 96… 1… of three to six digits        400-123-4567
//! extension = - or 转 and one to five digits                                      转836
//! ```
//!
//! | part    | what is in the tables                                                               |
//! |---------|-------------------------------------------------------------------------------------|
//! | mobile  | segments by operator, 11 digits                                                     |
//! | area    | 0 and two or three digits, with the number of digits (7, 8) of its local numbers    |
//! | local   | first digit 2 to 8; 0, 1 and 9 are for trunks and services                          |
//!
//! Without words that name a telephone only what is unmistakable is read: a mobile of a known segment in 11
//! digits, a landline with brackets or `-` behind a known area code, `400-…`. Two of them that run together
//! (`0431-850123450431-85012346`) are one that is doubted, and a letter for a digit (`O431-85012345`) is a slip in one.
//! Sources: 电信网编号计划 (2017), and the tables' own.

mod parse;
mod read;
#[cfg(test)]
mod tests;
mod twins;

use super::{Confidence, Kind, Number, Of};
use crate::judgement::{Fact, Flaw, Judgement};
use crate::tables::telephones;
use parse::{Form, Parsed, mobile_segment, parse_with_letters};
pub use read::{OFFICE, office, read};

/// A telephone or fax number.
pub static KIND: Kind = Kind::new(Of::Reading, "telephone", ["电话", "telephone"])
    .written("手机11位；固定电话：区号+7或8位，如0431-85012345、(0431)85012345转836；400/800+7位；95、96、1开头的短号")
    .source(Confidence::Sure, "电信网编号计划（2017年版）；号段与区号表")
    .code(looks_like, check)
    .spaced();

fn looks_like(value: &str) -> bool {
    let text: Vec<char> = value.chars().collect();
    parse_with_letters(&text).is_some_and(|parsed| parsed.len == text.len() && parsed.is_meant())
}

fn check(number: &Number) -> Judgement {
    let mut judgement = Judgement::default();
    let text: Vec<char> = number.value.chars().collect();
    if twins::read(&text, true) == Some(text.len()) {
        judgement.doubt(Flaw::Shape("0431-85012345、0431-85012346"), 0..text.len());
        return judgement;
    }
    let Some(parsed) = parse_with_letters(&text).filter(|parsed| parsed.len == text.len()) else {
        judge_too_long(&text, &mut judgement);
        return judgement;
    };
    if parsed.signed_twice {
        judgement.doubt(Flaw::Shape("+86 13812345678"), 0..parsed.len);
        return judgement;
    }
    for at in parsed.letters() {
        judgement.wrong(Flaw::Charset, at..at + 1);
    }
    let whole = parsed.span(0..parsed.count);
    match parsed.form() {
        Form::Mobile => judge_mobile(&parsed, &mut judgement),
        Form::Landline(width) => judge_landline(&parsed, width, &mut judgement),
        Form::Local => judge_first(&parsed, 0, &mut judgement),
        Form::TollFree if parsed.count != 10 => judgement.doubt(Flaw::Length(&[10]), whole),
        Form::TollFree | Form::Service => judgement.fact(Fact::ServiceNumber),
        Form::Foreign => {}
        // An extension may be glued to it: 85012345 836.
        Form::Odd => judgement.doubt(Flaw::Length(&[7, 8]), whole),
    }
    judgement
}

/// More digits than any has, behind words that name nothing else: of a landline those behind its area are too many.
fn judge_too_long(text: &[char], judgement: &mut Judgement) {
    let width = text.iter().take(5).position(|&ch| ch == '-').map(|at| (at, at + 1)).or_else(|| {
        let known = |&width: &usize| {
            let area: String = text.iter().take(width).collect();
            telephones::area(&area).is_some()
        };
        (3..=4).find(known).map(|width| (width, width))
    });
    match (text, width) {
        (['0', ..], Some((width, local))) if local < text.len() => {
            let area: String = text[..width].iter().collect();
            let lengths = telephones::local_lengths(&area);
            let lengths = if lengths.is_empty() { &[7, 8] } else { lengths };
            judgement.doubt(Flaw::Length(lengths), local..text.len());
        }
        (['1', ..], _) => judgement.doubt(Flaw::Length(&[11]), 0..text.len()),
        _ => judgement.doubt(Flaw::Length(&[7, 8]), 0..text.len()),
    }
}

/// The length, then the segment as far as the mask lets it be told.
fn judge_mobile(parsed: &Parsed, judgement: &mut Judgement) {
    let whole = parsed.span(0..parsed.count);
    if parsed.count != 11 {
        if parsed.count >= 13 && !parsed.masked() {
            // Something else may have run into it.
            judgement.doubt(Flaw::Length(&[11]), whole);
        } else if parsed.masked() {
            judgement.doubt(Flaw::MaskLength(&[11]), whole);
        } else {
            judgement.wrong(Flaw::Length(&[11]), whole);
        }
        return;
    }
    if parsed.masked() {
        let masked = parsed.digits().iter().filter(|&&b| b == b'*').count() as u8;
        judgement.fact(Fact::Mask { kept: 11 - masked, masked });
    }
    if parsed.digits()[..3].contains(&b'*') {
        return;
    }
    let shown = parsed.digits().iter().filter(|&&b| b != b'*').count();
    match mobile_segment(parsed.digits()) {
        Some(operator) => {
            judgement.fact(Fact::MobileSegment(operator));
            judgement.proved = shown > 3;
        }
        None => judgement.doubt(Flaw::TelephonePrefix, parsed.span(0..3)),
    }
}

/// The area, then the length that its local numbers have, then their first digit.
fn judge_landline(parsed: &Parsed, width: usize, judgement: &mut Judgement) {
    let area = parsed.area(width);
    let span = parsed.span(0..width);
    judgement.fact(Fact::TelephoneArea(area.clone()));
    let dialled = parsed.digits[0] == b'0' || parsed.china;
    let lengths = match telephones::look_up(&area) {
        None => {
            judgement.doubt(Flaw::TelephoneArea, span);
            &[7, 8]
        }
        // Merged into a neighbour's, and no longer dialled.
        Some(found) if !found.merged_into.is_empty() => {
            judgement.doubt(Flaw::TelephoneArea, span);
            &[7, 8]
        }
        Some(found) => {
            if dialled {
                // `0576-********`: nothing of the number itself is known.
                judgement.proved = parsed.digits()[width..].iter().any(|&b| b != b'*');
            } else {
                judgement.doubt(Flaw::TelephoneArea, span);
            }
            found.local_lengths
        }
    };
    let local = parsed.count - width;
    // 0431-12345, 0431-96618: a service of that place.
    if matches!(parsed.digits[width], b'1' | b'9') && (5..=6).contains(&local) {
        judgement.fact(Fact::ServiceNumber);
        return;
    }
    if !lengths.iter().any(|&length| usize::from(length) == local) {
        let span = parsed.span(width..parsed.count);
        if judgement.proved {
            judgement.wrong(Flaw::Length(lengths), span);
        } else if !parsed.masked() {
            judgement.doubt(Flaw::Length(lengths), span);
        }
    } else {
        judge_first(parsed, width, judgement);
    }
}

/// Local numbers begin with 2 to 8.
fn judge_first(parsed: &Parsed, at: usize, judgement: &mut Judgement) {
    if matches!(parsed.digits[at], b'0' | b'1' | b'9') {
        judgement.doubt(Flaw::TelephonePrefix, parsed.span(at..at + 1));
    }
}
