//! A date taken apart (日期的结构): year, month, day or days, weekday.

use crate::tables::numerals::{self, Script};

/// One number of a date.
#[derive(Clone, Copy)]
pub(super) struct Part {
    pub(super) value: u32,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) script: Script,
}

impl Part {
    /// Where it stands.
    pub(super) fn span(self) -> std::ops::Range<usize> {
        self.start..self.end
    }

    /// How many signs it has.
    pub(super) fn width(self) -> usize {
        self.end - self.start
    }
}

/// A date taken apart, not yet judged.
pub(super) struct Parsed {
    pub(super) len: usize,
    /// Parted by signs instead of 年月日.
    pub(super) separated: bool,
    /// Not parted at all.
    pub(super) glued: bool,
    pub(super) year: Option<Part>,
    pub(super) month: Part,
    pub(super) day: Option<Part>,
    /// The last day of several (4月9-12日).
    pub(super) last: Option<Part>,
    /// The stated weekday, Monday = 1.
    pub(super) weekday: Option<(u8, usize)>,
}

/// Takes the date apart that starts at `text[0]`.
pub(super) fn parse(text: &[char]) -> Option<Parsed> {
    let first = number(text, 0)?;
    match text.get(first.end)? {
        '月' => month_and_day(text, None, 0),
        '.' | '-' | '/' if first.width() == 4 => separated(text, first),
        '日' if (7..=8).contains(&first.width()) => run_together(text, first.end),
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

/// Does a year of our time in four numerals start here: 二〇二四年?
pub(crate) fn opens_year(text: &[char]) -> bool {
    let digit = |at: usize| text.get(at).and_then(|&ch| year_digit(ch, false));
    text.get(4) == Some(&'年')
        && matches!([digit(0), digit(1)], [Some(1), Some(9)] | [Some(2), Some(0)])
        && digit(2).is_some()
        && digit(3).is_some()
}

/// The digit of a year that a sign stands for.
fn year_digit(ch: char, in_figures: bool) -> Option<u8> {
    match ch {
        '0'..='9' if in_figures => Some(ch as u8 - b'0'),
        _ if in_figures => None,
        // What is typed for 〇; the view makes a mask of two circles beside each other.
        'O' | 'o' | '0' | '○' | '*' => Some(0),
        _ => numerals::digit(ch),
    }
}

/// What follows the year, or the whole date where there is none; a month alone needs a year of four digits.
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
    let parsed =
        Parsed { len, separated: false, glued: false, year, month, day: None, last: None, weekday: None };
    if let Some((day, last, end)) = day(text, len) {
        let (weekday, len) = weekday(text, end);
        return Some(Parsed { len, day: Some(day), last, weekday, ..parsed });
    }
    if year.is_some_and(|year| year.width() == 4)
        && let Some(day) = open_day(text, len)
    {
        return Some(Parsed { len: day.end, glued: true, day: Some(day), ..parsed });
    }
    // 四月初九 is a day of the farmers' calendar, 24年4月 may be a length of time.
    (year?.width() == 4 && text.get(len) != Some(&'初')).then_some(parsed)
}

/// `31` in 2020年10月31，: a day whose 日 was left out, before a sign or a word that ends the date.
fn open_day(text: &[char], at: usize) -> Option<Part> {
    let day = number(text, at).filter(|day| text[at].is_ascii_digit() && day.width() <= 2)?;
    let ends = match &text[day.end..] {
        [] | [','] | ['。' | ';' | '(' | ')' | '前' | '起' | '止', ..] => true,
        [',', next, ..] => !next.is_ascii_digit(),
        _ => false,
    };
    (ends && (1..=31).contains(&day.value)).then_some(day)
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
    let in_month = |d: &Part| (1..=31).contains(&d.value);
    let at = month.end + 1;
    let day = part(at).filter(in_month).or_else(|| before_time(text, at).filter(in_month))?;
    let (weekday, len) = weekday(text, day.end);
    let (year, day) = (Some(year), Some(day));
    Some(Parsed { len, separated: true, glued: false, year, month, day, last: None, weekday })
}

/// `2018/9/299:09`, `2018/9/58:05`: the day where a time of day is glued to it.
fn before_time(text: &[char], at: usize) -> Option<Part> {
    let glued = number(text, at).filter(|p| (2..=4).contains(&p.width()) && p.script == Script::Both)?;
    let cut = |width: usize| at + width;
    [2, 1].map(cut).into_iter().filter(|&end| end < glued.end).find_map(|end| {
        let (day, _) = numerals::figures(&text[at..end])?;
        is_time(&text[end..]).then_some(Part { value: day, end, ..glued })
    })
}

/// Does a time of day start here: `9:09`, `14:30`?
pub(super) fn is_time(text: &[char]) -> bool {
    let Some((hour, width)) = numerals::figures(text) else { return false };
    let minutes = text.get(width + 1..).and_then(numerals::figures);
    width <= 2
        && hour < 24
        && text.get(width) == Some(&':')
        && minutes.is_some_and(|(minutes, width)| width == 2 && minutes < 60)
}

/// `2024919日`: year, month and day with 年 and 月 left out, where they can be parted in one way only.
fn run_together(text: &[char], end: usize) -> Option<Parsed> {
    let part = |start: usize, end: usize| {
        let (value, _) = numerals::figures(&text[start..end])?;
        Some(Part { value, start, end, script: Script::Both })
    };
    let year = part(0, 4).filter(|year| (1900..2100).contains(&year.value))?;
    let mut ways = (5..=6).filter(|&at| (1..=2).contains(&(end - at))).filter_map(|at| {
        let month = part(4, at).filter(|month| (1..=12).contains(&month.value))?;
        let day = part(at, end).filter(|day| (1..=31).contains(&day.value))?;
        // In eight digits zeros are written, in seven they are not.
        let plain = |part: Part| (end == 8) == (part.width() == 2) || part.value > 9;
        (plain(month) && plain(day)).then_some((month, day))
    });
    let (month, day) = ways.next().filter(|_| ways.next().is_none())?;
    // 日元 is money, 日均 a mean.
    if matches!(text.get(end + 1), Some('元' | '圆' | '均')) {
        return None;
    }
    let glued = true;
    let (year, day) = (Some(year), Some(day));
    Some(Parsed { len: end + 1, separated: false, glued, year, month, day, last: None, weekday: None })
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
pub(super) fn weekday_word(text: &[char], at: usize) -> Option<(u8, usize, bool)> {
    let (sign, family) = match text.get(at..)? {
        ['星', '期', ..] | ['礼', '拜', ..] => (at + 2, false),
        ['周', ..] => (at + 1, true),
        _ => return None,
    };
    let day = "一二三四五六日天".chars().position(|ch| text.get(sign) == Some(&ch))?;
    Some((day.min(6) as u8 + 1, sign, family))
}
