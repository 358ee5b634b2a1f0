//! Dates (日期): in figures, in Chinese numerals, in the capitals of bills, with a weekday beside them.
//!
//! ```text
//! date    = year 年 month 月 day 日 | month 月 day 日 | year 年 month 月 | year S month S day   S one of . - /
//! day     = number | number to number                          4月9-12日, 4月9、10日
//! 日      = 日 | 号
//! weekday = 星期二 | 周二 | 礼拜二, bare or in brackets, directly after the day
//! ```
//!
//! Signatures write years in numerals with 〇 (二〇二四); 零, O, ○ and 0 are read too. Bills write capitals:
//! 零 before months 1, 2, 10 and days 1–9, 10, 20, 30, and 壹 before 拾 in 11–19 (支付结算办法, annex, rule 6).
//! A year alone and a day alone are none, nor are days of the farmers' calendar or of eras.

mod parse;
mod read;
mod style;
#[cfg(test)]
mod tests;

use super::{Confidence, Kind, Number, Of, text};
use crate::judgement::{Fact, Flaw, Judgement};
use crate::tables::date::{Date, days_in_month};
use crate::tables::numerals;
pub(crate) use parse::opens_year;
use parse::{Parsed, Part, parse, weekday_word};
pub use read::{is_name, read};

/// A calendar day, or a month of a year.
pub static KIND: Kind = Kind::new(Of::Reading, "date", ["日期", "date"])
    .written("2024年4月9日、4月9日、2024年4月、2024-04-09、2024.4.9、二〇二四年四月九日、贰零贰肆年零肆月零玖日，可带星期")
    .source(Confidence::Sure, "公历；票据日期：支付结算办法附一")
    .code(looks_like, check)
    .spaced();

fn looks_like(value: &str) -> bool {
    let text: Vec<char> = value.chars().collect();
    parse(&text).is_some_and(|date| date.len == text.len())
}

/// Years that a notice may well write; others are more often slips (1024 and 2204 for 2024).
const USUAL_YEARS: std::ops::RangeInclusive<u32> = 1840..=2100;

fn check(number: &Number) -> Judgement {
    let mut judgement = Judgement::default();
    let text: Vec<char> = number.value.chars().collect();
    let Some(date) = parse(&text) else { return judgement };
    style::remark(&text, &date, &mut judgement);
    if date.glued {
        judgement.doubt(Flaw::Shape("2024年4月9日"), 0..date.len);
    }
    let year = date.year.and_then(|part| judge_year(part, number.today, &mut judgement));
    let readable = !judgement.problems.iter().any(|p| p.flaw == Flaw::Year);
    if let (Some(part), Some(year)) = (date.year, year)
        && judgement.problems.is_empty()
        && (is_far_ahead(year, number) || is_born_long_ago(year, number))
    {
        judgement.doubt(Flaw::Year, part.span());
    }
    let month = u8::try_from(date.month.value).unwrap_or(0);
    if !(1..=12).contains(&month) {
        judgement.wrong(Flaw::NoSuchMonth, date.month.span());
        return judgement;
    }
    for part in [date.day, date.last].into_iter().flatten() {
        judge_day(part, date.year.is_some(), year, month, number.today, &mut judgement);
    }
    if let (Some(first), Some(last)) = (date.day, date.last)
        && last.value <= first.value
    {
        judgement.doubt(Flaw::RangeOrder, first.start..last.end);
    }
    if judgement.problems.is_empty() && ends_too_early(&date, year, number) {
        judgement.doubt(Flaw::RangeOrder, 0..date.len);
    }
    // An unlikely year is still the one that other days are compared with.
    if readable && !judgement.problems.iter().any(|p| p.flaw == Flaw::NoSuchDay) {
        let fact = |day: Option<Part>| Fact::Date { year, month, day: day.map(|day| day.value as u8) };
        judgement.fact(fact(date.day));
        if date.last.is_some() {
            judgement.fact(fact(date.last));
        }
        judge_weekday(&date, year, month, number, &mut judgement);
    }
    judgement
}

/// The year in full, if it can be one.
fn judge_year(part: Part, today: Date, judgement: &mut Judgement) -> Option<u16> {
    match part.width() {
        2 => {
            judgement.doubt(Flaw::TwoDigitYear, part.span());
            // As people read it: not more than ten years ahead, else of the last century.
            let century = u32::from(today.year()) / 100 * 100;
            let year = century + part.value;
            let year = if year > u32::from(today.year()) + 10 { year.saturating_sub(100) } else { year };
            u16::try_from(year).ok()
        }
        3 | 4 if part.value > 0 => {
            if !USUAL_YEARS.contains(&part.value) {
                judgement.doubt(Flaw::Year, part.span());
            }
            u16::try_from(part.value).ok()
        }
        _ => {
            judgement.wrong(Flaw::Year, part.span());
            None
        }
    }
}

/// Years ahead that only the end of a term has: land is let for as many as seventy.
const AHEAD: u16 = 30;

/// Nobody who is born so many years ago stands in a notice.
const OLDEST: u16 = 120;

/// Does the year lie decades ahead, where the words around it speak of no term that ends then, and no other day stands
/// before it that the term starts with?
fn is_far_ahead(year: u16, number: &Number) -> bool {
    const TERMS: [&str; 11] = ["至", "到", "止", "终", "届", "迄", "期", "年限", "有效", "截", "结束"];
    // Behind a day 至 and 到 lead from it to another.
    const ENDS: [&str; 8] = ["止", "终", "届", "期", "前", "有效", "截", "结束"];
    if year <= number.today.year() + AHEAD {
        return false;
    }
    let before = &number.before[number.before.len().saturating_sub(12)..];
    let behind = &number.after[..number.after.len().min(4)];
    let sign = |c: &&char| matches!(c, '-' | '~' | '|' | '—' | '、' | ',' | '/');
    let first = before.iter().rev().find(|c| !sign(c));
    let starts = first.is_some_and(|c| c.is_ascii_digit() || matches!(c, '日' | '号'));
    let says = |words: &[char], terms: &[&str]| {
        let words: String = words.iter().collect();
        // 定期, 日期 and 工期 say nothing of an end.
        let words = words.replace("日期", "").replace("定期", "").replace("工期自", "");
        terms.iter().any(|term| words.contains(term))
    };
    !starts && !says(before, &TERMS) && !says(behind, &ENDS)
}

/// Does it end what starts on a later day: `自2026年12月1日至2026年3月1日`, `11月30日至29日`?
fn ends_too_early(date: &Parsed, year: Option<u16>, number: &Number) -> bool {
    let leads = |c: &char| matches!(c, '至' | '到' | '-' | '~' | '—');
    // `11月30日至29日`: the second day has no month of its own.
    if let (Some(first), [lead, rest @ ..]) = (date.day.filter(|_| date.last.is_none()), number.after)
        && leads(lead)
        && let Some((last, len)) = numerals::figures(rest).filter(|&(_, len)| len <= 2)
        && rest.get(len) == Some(&'日')
        && last <= first.value
    {
        return true;
    }
    let Some(head) = number.before.split_last().filter(|(c, _)| leads(c)).map(|(_, head)| head) else {
        return false;
    };
    let head = head.strip_suffix(&['起']).unwrap_or(head);
    if !head.last().is_some_and(|c| matches!(c, '日' | '号' | '月') || c.is_ascii_digit()) {
        return false;
    }
    // The longest that ends there is the whole date.
    let first = (5..=12).rev().filter_map(|len| {
        let tail = &head[head.len().checked_sub(len)?..];
        parse(tail).filter(|first| first.len == len && first.year.is_none_or(|year| year.width() == 4))
    });
    let Some(first) = first.into_iter().next() else { return false };
    let day = |date: &Parsed| date.day.map(|day| day.value);
    let (from, to) = ((first.month.value, day(&first)), (date.month.value, day(date)));
    if from.1.is_some() != to.1.is_some() || first.last.is_some() {
        return false;
    }
    match (first.year, year) {
        (Some(first), Some(year)) => (first.value, from) > (u32::from(year), to),
        // Without a year of its own it may be in the next.
        (_, None) => from.0 == to.0 && from.1 > to.1,
        (None, Some(_)) => false,
    }
}

/// Is it said to be the day of a birth, and longer ago than anybody lives?
fn is_born_long_ago(year: u16, number: &Number) -> bool {
    let born = ["生于", "出生", "生日"].iter().any(|word| text::ends_with(number.before, word))
        || number.before.ends_with(&[':'])
            && number.before[..number.before.len() - 1].ends_with(&['出', '生', '日', '期'])
        || number.after.starts_with(&['出', '生'])
        || number.after.starts_with(&['生', ',']);
    born && year + OLDEST < number.today.year()
}

/// A day must be in the calendar; without a year, in that of a leap year.
fn judge_day(part: Part, dated: bool, year: Option<u16>, month: u8, today: Date, judgement: &mut Judgement) {
    const LEAP: u16 = 2000;
    let most = u32::from(days_in_month(year.unwrap_or(LEAP), month));
    if part.value == 0 || part.value > most {
        judgement.wrong(Flaw::NoSuchDay, part.span());
    } else if !dated && month == 2 && part.value == 29 {
        // Which year is meant is not written: the last, this and the next are near.
        let near = today.year().saturating_sub(1)..=today.year() + 1;
        if !near.into_iter().any(|year| days_in_month(year, 2) == 29) {
            judgement.doubt(Flaw::NoSuchDay, part.span());
        }
    }
}

/// Compares the stated weekday with the calendar's. Without a year the nearest day to the day of publication
/// is meant, and where that guess disagrees nothing is wrong for sure.
fn judge_weekday(date: &Parsed, year: Option<u16>, month: u8, number: &Number, judgement: &mut Judgement) {
    let Some(day) = date.day.filter(|_| date.last.is_none()).map(|day| day.value as u8) else { return };
    let exact = year.and_then(|year| Date::new(year, month, day));
    let Some(day) = exact.or_else(|| nearest(month, day, number.today)) else { return };
    // 2024年4月11日(星期四上午9时): the bracket holds more, so the weekday is not part of the date.
    // It can agree; it disagrees only where it is plainly this day's: 星期五闭馆 and 星期五至星期日 say something else.
    let beside = || {
        let open = usize::from(number.after.first() == Some(&'('));
        let (stated, at, _) =
            weekday_word(number.after, open).filter(|&(_, _, family)| open == 1 || !family)?;
        let plain = matches!(number.after.get(at + 1..), Some(['上' | '下', '午', ..]));
        (plain || stated == day.weekday()).then_some(stated)
    };
    let (stated, span) = match date.weekday {
        Some((stated, at)) => (Some(stated), at..at + 1),
        None => (beside(), 0..date.len),
    };
    match stated {
        Some(stated) if stated == day.weekday() => judgement.proved = true,
        Some(_) if exact.is_some() => judgement.wrong(Flaw::Weekday(day.weekday()), span),
        Some(_) => judgement.doubt(Flaw::Weekday(day.weekday()), span),
        None => {}
    }
    if exact.is_some() {
        judgement.fact(Fact::Weekday(day.weekday()));
    }
}

/// The day of a month and day without a year that is nearest to the day of publication, ahead or behind.
fn nearest(month: u8, day: u8, today: Date) -> Option<Date> {
    let ordinal =
        |date: Date| 372 * i32::from(date.year()) + 31 * i32::from(date.month()) + i32::from(date.day());
    let years = today.year().saturating_sub(1)..=today.year() + 1;
    let days = years.into_iter().filter_map(|year| Date::new(year, month, day));
    days.min_by_key(|&date| (ordinal(date) - ordinal(today)).abs())
}
