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

use super::{Confidence, Kind, Number};
use crate::date::days_in_month;
use crate::numerals::{self, Script, Slip};
use crate::{Date, Fact, Flaw, Judgement};

/// A calendar day, or a month of a year.
pub static KIND: Kind = Kind {
    id: "date",
    names: ["日期", "date"],
    grammar: "2024年4月9日、4月9日、2024年4月、2024-04-09、2024.4.9、二〇二四年四月九日、贰零贰肆年零肆月零玖日，可带星期",
    source: "公历；票据日期：支付结算办法附一",
    confidence: Confidence::Sure,
    looks_like: |value| {
        let text: Vec<char> = value.chars().collect();
        parse(&text).is_some_and(|date| date.len == text.len())
    },
    check,
};

/// Years that a notice may well write; others are more often slips (1024 and 2204 for 2024).
const USUAL_YEARS: std::ops::RangeInclusive<u32> = 1840..=2100;

/// Reads the date that starts at `text[0]`: how many characters it has.
pub fn read(before: &[char], text: &[char]) -> Option<usize> {
    // Most numbers are none; the sign behind them tells it at once.
    if !matches!(numerals::follower(text)?, '年' | '月' | '.' | '-' | '/' | 'O' | 'o' | '0' | '○' | '*') {
        return None;
    }
    let date = parse(text)?;
    starts_here(before, &date).then_some(())?;
    if date.separated { ends_here(&text[date.len..], text[4]).then_some(date.len) } else { Some(date.len) }
}

/// One number of a date.
#[derive(Clone, Copy)]
struct Part {
    value: u32,
    start: usize,
    end: usize,
    script: Script,
}

impl Part {
    fn span(self) -> std::ops::Range<usize> {
        self.start..self.end
    }

    fn width(self) -> usize {
        self.end - self.start
    }
}

struct Parsed {
    len: usize,
    /// Parted by signs instead of 年月日.
    separated: bool,
    year: Option<Part>,
    month: Part,
    day: Option<Part>,
    /// The last day of several (4月9-12日).
    last: Option<Part>,
    /// The stated weekday, Monday = 1.
    weekday: Option<(u8, usize)>,
}

fn parse(text: &[char]) -> Option<Parsed> {
    let first = number(text, 0)?;
    match text.get(first.end)? {
        '月' => month_and_day(text, None, 0),
        '.' | '-' | '/' if first.width() == 4 => separated(text, first),
        _ => {
            let year = year(text)?;
            month_and_day(text, Some(year), year.end + 1)
        }
    }
}

/// `2024` or `二〇二四` before 年; any width from two to five, as the slips are read too.
fn year(text: &[char]) -> Option<Part> {
    let in_figures = text[0].is_ascii_digit();
    let width = text.iter().take(6).take_while(|&&ch| year_digit(ch, in_figures).is_some()).count();
    if !(2..=5).contains(&width) || text.get(width) != Some(&'年') {
        return None;
    }
    let digits = text[..width].iter().filter_map(|&ch| year_digit(ch, in_figures));
    let value = digits.fold(0, |value, digit| 10 * value + u32::from(digit));
    let script = match numerals::sign(text[0]) {
        None => Script::Both,
        Some((_, script)) => script,
    };
    Some(Part { value, start: 0, end: width, script })
}

fn year_digit(ch: char, in_figures: bool) -> Option<u8> {
    match ch {
        '0'..='9' if in_figures => Some(ch as u8 - b'0'),
        _ if in_figures => None,
        // What is typed for 〇; the view makes a mask of two circles beside each other.
        'O' | 'o' | '0' | '○' | '*' => Some(0),
        _ => numerals::digit(ch),
    }
}

fn month_and_day(text: &[char], year: Option<Part>, at: usize) -> Option<Parsed> {
    let month = if text.get(at) == Some(&'元') && year.is_some() {
        Part { value: 1, start: at, end: at + 1, script: Script::Both }
    } else {
        number(text, at).filter(|month| month.width() <= 3)?
    };
    if text.get(month.end) != Some(&'月') || (month.script == Script::Both && month.width() > 2) {
        return None;
    }
    let len = month.end + 1;
    let parsed = Parsed { len, separated: false, year, month, day: None, last: None, weekday: None };
    if let Some((day, last, end)) = day(text, len) {
        let (weekday, len) = weekday(text, end);
        return Some(Parsed { len, day: Some(day), last, weekday, ..parsed });
    }
    // 四月初九 is a day of the farmers' calendar, 24年4月 may be a length of time.
    (year?.width() == 4 && text.get(len) != Some(&'初')).then_some(parsed)
}

/// `9日`, `9号`, `9-12日`: the first day, the last if there are more, and where it ends.
fn day(text: &[char], at: usize) -> Option<(Part, Option<Part>, usize)> {
    let day = number(text, at).filter(|day| day.width() <= 3)?;
    let mut last = None;
    let mut end = day.end;
    for _ in 0..5 {
        match text.get(end)? {
            '日' => return Some((day, last, end + 1)),
            // 4月9号, but not 4月9号楼.
            '号' => {
                let place = "楼院门库房宅地线馆店文".chars().any(|ch| text.get(end + 1) == Some(&ch));
                return (!place).then_some((day, last, end + 1));
            }
            '-' | '~' | '至' | '到' | '、' | '和' | '及' => {
                let next = number(text, end + 1).filter(|day| day.width() <= 3)?;
                end = next.end;
                last = Some(next);
            }
            _ => return None,
        }
    }
    None
}

/// A number in figures or Chinese numerals that is small enough for a month or a day.
fn number(text: &[char], at: usize) -> Option<Part> {
    let rest = text.get(at..)?;
    if rest.first()?.is_ascii_digit() {
        let (value, len) = numerals::figures(rest)?;
        return Some(Part { value, start: at, end: at + len, script: Script::Both });
    }
    let numeral = numerals::read(rest)?;
    let script = if numeral.capital { Script::Capital } else { Script::Ordinary };
    let value = if numeral.broken { 0 } else { u32::try_from(numeral.value).ok()? };
    Some(Part { value, start: at, end: at + numeral.len, script })
}

/// `2024.4.9`, `2024-04-09`, `2024/4/9`: only years of our time and numbers a calendar could have, for
/// anything else in this form is rather a code.
fn separated(text: &[char], year: Part) -> Option<Parsed> {
    let sign = text[year.end];
    if !(1900..2100).contains(&year.value) {
        return None;
    }
    let part = |at| number(text, at).filter(|p| p.width() <= 2 && p.script == Script::Both);
    let month = part(year.end + 1).filter(|m| (1..=12).contains(&m.value))?;
    if text.get(month.end) != Some(&sign) {
        return None;
    }
    let day = part(month.end + 1).filter(|d| (1..=31).contains(&d.value))?;
    let (weekday, len) = weekday(text, day.end);
    Some(Parsed { len, separated: true, year: Some(year), month, day: Some(day), last: None, weekday })
}

/// A weekday that stands directly at `at`: which, where its own sign stands, and where the date ends then.
fn weekday(text: &[char], at: usize) -> (Option<(u8, usize)>, usize) {
    let open = usize::from(text.get(at) == Some(&'('));
    let Some((day, sign, family)) = weekday_word(text, at + open) else { return (None, at) };
    let end = sign + 1;
    let ends = if open == 1 {
        text.get(end) == Some(&')')
    } else {
        // 周一鸣 is a person.
        !family || text.get(end).is_none_or(|&ch| ch < '一' || "上下晚早中凌至到前后起在开举的".contains(ch))
    };
    if ends { (Some((day, sign)), end + open) } else { (None, at) }
}

/// 星期二, 礼拜二, 周二: which, where its own sign stands, and whether it could be a family name with a given one.
fn weekday_word(text: &[char], at: usize) -> Option<(u8, usize, bool)> {
    let (sign, family) = match text.get(at..)? {
        ['星', '期', ..] | ['礼', '拜', ..] => (at + 2, false),
        ['周', ..] => (at + 1, true),
        _ => return None,
    };
    let day = "一二三四五六日天".chars().position(|ch| text.get(sign) == Some(&ch))?;
    Some((day.min(6) as u8 + 1, sign, family))
}

/// Does what stands before allow a date to start?
fn starts_here(before: &[char], date: &Parsed) -> bool {
    let Some(&last) = before.last() else { return true };
    if date.separated {
        return match last {
            // The second of two: 2024.4.9-2024.5.9.
            '-' => ends_with_date(&before[..before.len() - 1]),
            '.' | '/' | '_' | '#' | '*' | '+' | '=' => false,
            _ => !last.is_ascii_alphanumeric(),
        };
    }
    if last.is_ascii_digit() || numerals::is_numeral(last) || matches!(last, '第' | '闰' | '*') {
        return false;
    }
    if date.year.is_none() && last == '年' {
        // A year that was not read, 民国24年4月9日 or 光绪二十年三月五日, is no year of this calendar.
        let year = before.iter().rev().nth(1);
        return !year.is_some_and(|&ch| ch.is_ascii_digit() || numerals::is_numeral(ch));
    }
    !["农历", "阴历", "夏历", "旧历", "民国", "公元前"].iter().any(|word| ends_with(before, word))
}

/// Does a date parted by signs, or 日, stand right at the end?
fn ends_with_date(text: &[char]) -> bool {
    let date = |len: usize| {
        let tail = text.len().checked_sub(len).map(|at| &text[at..]);
        tail.and_then(parse).is_some_and(|date| date.separated && date.len == len)
    };
    text.last() == Some(&'日') || (8..=10).any(date)
}

fn ends_with(text: &[char], word: &str) -> bool {
    word.chars().rev().eq(text.iter().rev().copied().take(word.chars().count()))
}

/// A date parted by signs is not the start of a longer code: 2024-04-0912, 2024.4.9.1, 2024-4-9-12.
fn ends_here(after: &[char], sign: char) -> bool {
    let digit = |at: usize| after.get(at).is_some_and(char::is_ascii_digit);
    match after.first() {
        Some('.' | '-' | '/') if digit(1) => {
            // The start of another date may follow.
            let another = parse(&after[1..]).is_some_and(|date| date.separated);
            another && (after[0] == '-' || after[0] != sign)
        }
        Some('T') => digit(1),
        Some('*' | '_' | '#') => false,
        Some(ch) => !ch.is_ascii_alphanumeric(),
        None => true,
    }
}

fn check(number: &Number) -> Judgement {
    let mut judgement = Judgement::default();
    let text: Vec<char> = number.value.chars().collect();
    let Some(date) = parse(&text) else { return judgement };
    style(&text, &date, &mut judgement);
    let year = date.year.and_then(|part| judge_year(part, number.today, &mut judgement));
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
    if !judgement.problems.iter().any(|p| matches!(p.flaw, Flaw::NoSuchDay | Flaw::Year)) {
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
    let beside = || {
        let open = usize::from(number.after.first() == Some(&'('));
        weekday_word(number.after, open).filter(|&(_, _, family)| open == 1 || !family).map(|(day, ..)| day)
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

/// Remarks on the signs: 零 or O for 〇, sets mixed, the rules for bills.
fn style(text: &[char], date: &Parsed, judgement: &mut Judgement) {
    let script = date.year.unwrap_or(date.month).script;
    if let Some(year) = date.year.filter(|_| script != Script::Both) {
        let right = if script == Script::Capital { '零' } else { '〇' };
        let odd = |ch: char| match numerals::sign(ch) {
            _ if ch == right => false,
            None | Some((numerals::Sign::Digit(0), _)) => true,
            Some((_, set)) => set != script,
        };
        if let Some(at) = (year.start..year.end).find(|&at| odd(text[at])) {
            judgement.hint(Flaw::NumeralStyle, at..at + 1);
        }
    }
    for (part, bare) in
        [(Some(date.month), &[1, 2, 10][..]), (date.day, &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30])]
    {
        let Some(part) = part.filter(|part| text[part.start] != '元') else { continue };
        let mut odd = part.script != script;
        if !odd && script == Script::Capital {
            let zero = text[part.start] == '零';
            let ten = part.value > 10 && part.value < 20 && text[part.start] == '拾';
            odd = ten || (bare.contains(&part.value) && !zero);
        }
        numerals::walk(&text[part.span()], &mut |slip, _| odd |= slip == Slip::Style);
        if odd {
            judgement.hint(Flaw::NumeralStyle, part.span());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Severity, Verdict};

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    /// The stretch up to `|`, and what is read after it.
    fn found(marked: &str) -> Option<String> {
        let (before, text) = marked.split_once('|').expect("a mark");
        let text = chars(text);
        read(&chars(before), &text).map(|len| text[..len].iter().collect())
    }

    fn judge(value: &str) -> Judgement {
        assert!((KIND.looks_like)(value), "{value}");
        check(&Number::bare(value, Date::new(2024, 4, 11).expect("a day")))
    }

    #[test]
    fn reads() {
        for (marked, want) in [
            ("|2024年4月9日,", "2024年4月9日"),
            ("|2024年04月09日", "2024年04月09日"),
            ("于|24年4月9日", "24年4月9日"),
            ("|2024.4.9。", "2024.4.9"),
            ("(|2024-04-09)", "2024-04-09"),
            ("|2024/4/9", "2024/4/9"),
            ("|2024-04-09T08:00", "2024-04-09"),
            ("|2024.4.9.", "2024.4.9"),
            ("|2024.4.9-2024.5.9", "2024.4.9"),
            ("2024.4.9-|2024.5.9", "2024.5.9"),
            ("|2024-04-09-2024-05-09", "2024-04-09"),
            ("2024-04-09-|2024-05-09", "2024-05-09"),
            ("|二〇二四年四月九日", "二〇二四年四月九日"),
            ("|二零二四年四月九日", "二零二四年四月九日"),
            ("|二O二四年十二月三十一日", "二O二四年十二月三十一日"),
            ("|二○二六年十月一日", "二○二六年十月一日"),
            ("|二**四年一月廿三日", "二**四年一月廿三日"),
            ("|贰零贰肆年零肆月零玖日", "贰零贰肆年零肆月零玖日"),
            ("|贰零贰肆年零壹拾月零贰拾日", "贰零贰肆年零壹拾月零贰拾日"),
            ("|4月9日上午9时30分", "4月9日"),
            ("|4月9号", "4月9号"),
            ("|四月九日", "四月九日"),
            ("|十一月十一日", "十一月十一日"),
            ("|2024年4月", "2024年4月"),
            ("|2024年4月份", "2024年4月"),
            ("|2024年3月底", "2024年3月"),
            ("|2024年4月至6月", "2024年4月"),
            ("|二〇二四年四月", "二〇二四年四月"),
            ("|2024年元月5日", "2024年元月5日"),
            ("|2024年四月9日", "2024年四月9日"),
            ("1.|2024年4月9日", "2024年4月9日"),
            ("今年|4月9日", "4月9日"),
            ("|4月9-12日", "4月9-12日"),
            ("|2024年4月9日至12日", "2024年4月9日"),
            ("|4月9、10日", "4月9、10日"),
            ("|2024年4月9日(星期二)", "2024年4月9日(星期二)"),
            ("|2024年4月9日(周二)9:00", "2024年4月9日(周二)"),
            ("|2024年4月9日星期二上午", "2024年4月9日星期二"),
            ("|2024年4月9日周二上午", "2024年4月9日周二"),
            ("|2024年4月9日周二", "2024年4月9日周二"),
            ("|2024年4月9日周一鸣", "2024年4月9日"),
            ("|2024年4月9日(星期二上午9时)", "2024年4月9日"),
            ("|2024.4.9(周二)", "2024.4.9(周二)"),
            ("|2024年4月9号楼", "2024年4月"),
            // Not in the calendar, but meant as dates.
            ("|2024年4月31日", "2024年4月31日"),
            ("|2024年13月1日", "2024年13月1日"),
            ("|2024-04-31", "2024-04-31"),
            ("|13月1日", "13月1日"),
            ("|20244年4月9日", "20244年4月9日"),
            ("|202年4月9日", "202年4月9日"),
        ] {
            assert_eq!(found(marked).as_deref(), Some(want), "{marked}");
        }
    }

    #[test]
    fn reads_beside_every_sign() {
        for sign in "，。、；：？！（）《》“”‘’【】—…·,;:?!()<>[]\"'%&@+=|~^/".chars()
        {
            for value in ["2024年4月9日", "四月九日", "2024年4月"] {
                let text: Vec<char> = value.chars().chain([sign]).collect();
                assert_eq!(read(&[sign], &text), Some(value.chars().count()), "{sign} {value}");
            }
        }
    }

    #[test]
    fn refuses() {
        for marked in [
            "|",
            "|月",
            "|2017年",
            "|10日",
            "|4月",
            "|4月份",
            "|3月底",
            "|12个月",
            "|2024年12个月",
            "第|4月9日",
            "|20240409",
            "|2024-04-0912",
            "|2024-04-09-12",
            "|2024.4.9.1",
            "|2024.4.9a",
            "A|2024.4.9",
            "1-|2024-4-9",
            "1.|2024.4.9",
            "|2024.4-9",
            "|2024-15-03",
            "|1024.4.9",
            "|24.4.9",
            "|192.168.1.1",
            "|2024.4",
            "|24年4月",
            "|3年6个月",
            "12|2024年4月9日",
            "2|024年4月9日",
            "二十|四月九日",
            "农历|四月九日",
            "农历|2024年四月初九",
            "|2024年四月初九",
            "民国|24年4月9日",
            "民国24年|4月9日",
            "光绪二十年|三月五日",
            "|9:00",
            "|上午",
            "|4月9",
            "|4月9栋",
            "|4月9号楼",
            "|四个月",
            "|百万元",
            "|123456789012年4月9日",
        ] {
            assert_eq!(found(marked), None, "{marked}");
        }
    }

    /// Every day of some years reads back, in every way of writing.
    #[test]
    fn every_day_reads_back() {
        let digit = |n: u32| "〇一二三四五六七八九".chars().nth(n as usize).expect("a digit");
        let capital = |n: u32| "零壹贰叁肆伍陆柒捌玖".chars().nth(n as usize).expect("a digit");
        let numeral = |n: u32| match (n / 10, n % 10) {
            (0, ones) => digit(ones).to_string(),
            (1, 0) => "十".into(),
            (1, ones) => format!("十{}", digit(ones)),
            (tens, 0) => format!("{}十", digit(tens)),
            (tens, ones) => format!("{}十{}", digit(tens), digit(ones)),
        };
        // 支付结算办法: 零壹, 零壹拾, 壹拾壹, 零贰拾, 贰拾壹.
        let bill = |n: u32, month: bool| match (n / 10, n % 10) {
            (0, ones) if month && ones > 2 => capital(ones).to_string(),
            (0, ones) => format!("零{}", capital(ones)),
            (tens, 0) => format!("零{}拾", capital(tens)),
            (tens, ones) => format!("{}拾{}", capital(tens), capital(ones)),
        };
        let spelled = |year: u32, digit: &dyn Fn(u32) -> char| -> String {
            [year / 1000, year / 100 % 10, year / 10 % 10, year % 10].map(digit).into_iter().collect()
        };
        for year in [1900, 2000, 2023, 2024, 2026] {
            for month in 0..=13u8 {
                for day in 0..=32u8 {
                    let (y, m, d) = (u32::from(year), u32::from(month), u32::from(day));
                    let real = Date::new(year, month, day).is_some();
                    let mut ways = vec![format!("{y}年{m}月{d}日"), format!("{y}年{m:02}月{d:02}号")];
                    if m > 0 && d > 0 {
                        let (m, d) = (numeral(m), numeral(d));
                        ways.push(format!("{}年{m}月{d}日", spelled(y, &digit)));
                    }
                    if real {
                        let (m, d) = (bill(m, true), bill(d, false));
                        ways.push(format!("{}年{m}月{d}日", spelled(y, &capital)));
                    }
                    if (1..=12).contains(&m) && (1..=31).contains(&d) {
                        ways.push(format!("{y}-{m:02}-{d:02}"));
                        ways.push(format!("{y}.{m}.{d}"));
                        ways.push(format!("{y}/{m}/{d}"));
                    }
                    for value in ways {
                        let text = chars(&value);
                        assert_eq!(read(&[], &text), Some(text.len()), "{value}");
                        let judgement = judge(&value);
                        let fact = Fact::Date { year: Some(year), month, day: Some(day) };
                        if real {
                            assert_eq!(judgement.problems, [], "{value}");
                            assert_eq!(judgement.facts.first(), Some(&fact), "{value}");
                            assert_eq!(judgement.verdict(), Verdict::Plausible, "{value}");
                        } else {
                            assert_eq!(judgement.verdict(), Verdict::Wrong, "{value}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn checks() {
        use Severity::{Doubtful, Hint, Wrong};
        for (value, want) in [
            ("2024年4月9日", &[][..]),
            ("2024年4月31日", &[(Flaw::NoSuchDay, Wrong, 7, 9)]),
            ("2023年2月29日", &[(Flaw::NoSuchDay, Wrong, 7, 9)]),
            ("2024年2月29日", &[]),
            ("2024年4月0日", &[(Flaw::NoSuchDay, Wrong, 7, 8)]),
            ("2024年4月009日", &[]),
            ("2024年4月100日", &[(Flaw::NoSuchDay, Wrong, 7, 10)]),
            ("2024年13月1日", &[(Flaw::NoSuchMonth, Wrong, 5, 7)]),
            ("2024年00月1日", &[(Flaw::NoSuchMonth, Wrong, 5, 7)]),
            ("2024年13月", &[(Flaw::NoSuchMonth, Wrong, 5, 7)]),
            ("2024-04-31", &[(Flaw::NoSuchDay, Wrong, 8, 10)]),
            ("4月31日", &[(Flaw::NoSuchDay, Wrong, 2, 4)]),
            ("2月30日", &[(Flaw::NoSuchDay, Wrong, 2, 4)]),
            ("2月29日", &[]),
            ("四月三十一日", &[(Flaw::NoSuchDay, Wrong, 2, 5)]),
            ("24年4月9日", &[(Flaw::TwoDigitYear, Doubtful, 0, 2)]),
            ("202年4月9日", &[(Flaw::Year, Doubtful, 0, 3)]),
            ("1024年4月9日", &[(Flaw::Year, Doubtful, 0, 4)]),
            ("2204年4月9日", &[(Flaw::Year, Doubtful, 0, 4)]),
            ("1894年7月25日", &[]),
            ("0000年4月9日", &[(Flaw::Year, Wrong, 0, 4)]),
            ("20244年4月9日", &[(Flaw::Year, Wrong, 0, 5)]),
            ("2024年4月9日星期二", &[]),
            ("2024年4月9日(周二)", &[]),
            ("2024年4月9日星期三", &[(Flaw::Weekday(2), Wrong, 11, 12)]),
            ("2024年4月9日(周日)", &[(Flaw::Weekday(2), Wrong, 11, 12)]),
            ("2024年4月31日(周日)", &[(Flaw::NoSuchDay, Wrong, 7, 9)]),
            ("4月9日(星期二)", &[]),
            ("4月9日(星期一)", &[(Flaw::Weekday(2), Doubtful, 7, 8)]),
            ("12月31日(星期日)", &[]),
            ("4月9-12日", &[]),
            ("4月28-31日", &[(Flaw::NoSuchDay, Wrong, 5, 7)]),
            ("4月12-9日", &[(Flaw::RangeOrder, Doubtful, 2, 6)]),
            ("二〇二四年四月九日", &[]),
            ("二零二四年四月九日", &[(Flaw::NumeralStyle, Hint, 1, 2)]),
            ("二O二四年四月九日", &[(Flaw::NumeralStyle, Hint, 1, 2)]),
            ("二○二四年四月九日", &[(Flaw::NumeralStyle, Hint, 1, 2)]),
            ("二0二四年四月九日", &[(Flaw::NumeralStyle, Hint, 1, 2)]),
            ("二〇二肆年四月九日", &[(Flaw::NumeralStyle, Hint, 3, 4)]),
            ("二〇二四年4月九日", &[(Flaw::NumeralStyle, Hint, 5, 6)]),
            ("贰零贰肆年零肆月零玖日", &[]),
            ("贰零贰肆年肆月玖日", &[(Flaw::NumeralStyle, Hint, 7, 8)]),
            ("贰零贰肆年壹月拾伍日", &[(Flaw::NumeralStyle, Hint, 5, 6), (Flaw::NumeralStyle, Hint, 7, 9)]),
            ("2024年元月5日", &[]),
        ] {
            let found: Vec<_> =
                judge(value).problems.iter().map(|p| (p.flaw, p.severity, p.start, p.end)).collect();
            assert_eq!(found, want, "{value}");
        }
    }

    #[test]
    fn weekdays() {
        let date = Fact::Date { year: Some(2024), month: 4, day: Some(9) };
        let judgement = judge("2024年4月9日(星期二)");
        assert_eq!(judgement.verdict(), Verdict::Verified);
        assert_eq!(judgement.facts, [date.clone(), Fact::Weekday(2)]);
        assert_eq!(judge("2024年4月9日").facts, [date, Fact::Weekday(2)]);
        assert_eq!(judge("2024年4月").facts, [Fact::Date { year: Some(2024), month: 4, day: None }]);

        // The bracket holds more than the weekday.
        let after = chars("(星期三上午9时)");
        let today = Date::new(2024, 4, 11).expect("a day");
        let judgement = check(&Number { after: &after, ..Number::bare("2024年4月9日", today) });
        let problem = &judgement.problems[0];
        assert_eq!((problem.flaw, problem.start, problem.end), (Flaw::Weekday(2), 0, 9));

        // Without a year, on either side of New Year.
        let today = Date::new(2024, 12, 28).expect("a day");
        assert_eq!(check(&Number::bare("1月3日星期五", today)).verdict(), Verdict::Verified);
        assert_eq!(check(&Number::bare("1月3日星期三", today)).verdict(), Verdict::Doubtful);
        let today = Date::new(2025, 1, 3).expect("a day");
        assert_eq!(check(&Number::bare("12月28日星期六", today)).verdict(), Verdict::Verified);
        assert_eq!(check(&Number::bare("12月28日星期四", today)).verdict(), Verdict::Doubtful);
    }

    #[test]
    fn short_years() {
        for (value, year) in
            [("24年4月9日", 2024), ("98年4月9日", 1998), ("34年4月9日", 2034), ("35年4月9日", 1935)]
        {
            let fact = Fact::Date { year: Some(year), month: 4, day: Some(9) };
            assert_eq!(judge(value).facts.first(), Some(&fact), "{value}");
        }
        // No leap year near the day of publication.
        let today = Date::new(2026, 4, 11).expect("a day");
        let judgement = check(&Number::bare("2月29日", today));
        assert_eq!(judgement.verdict(), Verdict::Doubtful);
    }

    /// Whatever stands there: covers and places stay inside, and what was read looks like the kind.
    #[test]
    fn total() {
        let alphabet = chars("2001234569年年月月日日号.-/〇零二四九十廿贰肆拾元初O*(星期周)二至、");
        let today = Date::new(2024, 4, 11).expect("a day");
        let mut seed = 1u64;
        for _ in 0..15_000 {
            let text: Vec<char> = (0..12)
                .map(|_| {
                    seed =
                        seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    alphabet[(seed >> 33) as usize % alphabet.len()]
                })
                .collect();
            let value: String = text.iter().collect();
            if let Some(len) = read(&text[..2], &text[2..]) {
                let covered: String = text[2..][..len].iter().collect();
                assert!((KIND.looks_like)(&covered), "{covered} in {value}");
            }
            for cut in 0..text.len() {
                let value: String = text[cut..].iter().collect();
                for problem in check(&Number::bare(&value, today)).problems {
                    assert!(problem.start < problem.end && problem.end <= text.len() - cut, "{value}");
                }
            }
        }
    }
}
