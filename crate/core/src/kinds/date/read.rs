//! Where a date starts and ends in a text (日期的起止).

use super::parse::{Parsed, is_time, opens_year, parse};
use crate::kinds::text::ends_with;
use crate::tables::numerals;

/// Reads the date that starts at `text[0]`: how many characters it has.
pub fn read(before: &[char], text: &[char]) -> Option<usize> {
    // Most numbers are none; the sign behind them tells it at once.
    if !matches!(
        numerals::follower(text)?,
        '年' | '月' | '日' | '.' | '-' | '/' | 'O' | 'o' | '0' | '○' | '*'
    ) {
        return None;
    }
    let date = parse(text)?;
    // 李四二〇二四年: a year has four numerals, and one before them ends a name.
    if opens_year(&text[1..]) && before.last().is_some_and(|&last| is_name(last)) {
        return None;
    }
    (starts_here(before, &date, text) && !is_lunar(before, &date, text)).then_some(())?;
    if date.separated { ends_here(&text[date.len..], text[4]).then_some(date.len) } else { Some(date.len) }
}

/// May the character before a numeral be the start of a name that the numeral ends (李四), and not a word that leads
/// over to a date or a period?
pub fn is_name(before: char) -> bool {
    ('一'..='\u{9fff}').contains(&before)
        && !"自于至到在从由为是期日起过满后经年月前限以共定即和及与".contains(before)
}

/// Does what stands before allow a date, in figures or in numerals, to start?
fn starts_here(before: &[char], date: &Parsed, text: &[char]) -> bool {
    let figures = text[0].is_ascii_digit();
    let Some(&last) = before.last() else { return true };
    if date.separated {
        return match last {
            // The second of two: 2024.4.9-2024.5.9.
            '-' => ends_with_date(&before[..before.len() - 1]),
            '.' | '/' | '_' | '#' | '*' | '+' | '=' => false,
            _ => !last.is_ascii_alphanumeric(),
        };
    }
    // 星期三2024年4月10日: a numeral before figures is a word of its own.
    let numeral = !figures && numerals::is_numeral(last) && !opens_year(text);
    if last.is_ascii_digit() || numeral || matches!(last, '第' | '闰' | '*') {
        return false;
    }
    if date.year.is_none() && last == '年' {
        // A year that was not read, 民国24年4月9日 or 光绪二十年三月五日, is no year of this calendar.
        let year = before.iter().rev().nth(1);
        return !year.is_some_and(|&ch| ch.is_ascii_digit() || numerals::is_numeral(ch));
    }
    const OTHERS: [&str; 8] = ["民国", "公元前", "公元", "明治", "大正", "昭和", "平成", "令和"];
    !LUNAR.iter().chain(&OTHERS).any(|word| ends_with(before, word))
}

/// No more signs stand between the name of the farmers' calendar and the last of its days.
const LUNAR_REACH: usize = 20;

/// What the farmers' calendar is called.
const LUNAR: [&str; 4] = ["农历", "阴历", "夏历", "旧历"];

/// Is it a day of the farmers' calendar, whose months have other days: behind its name or a year of its stems (农历甲辰年,
/// 甲辰年), as the end of what starts behind it (农历二月二十日至三月二日), or before its name in brackets?
fn is_lunar(before: &[char], date: &Parsed, text: &[char]) -> bool {
    let named = |text: &[char]| LUNAR.iter().any(|word| ends_with(text, word));
    if let ['(', a, b, ')', ..] = text[date.len..]
        && named(&[a, b])
    {
        return true;
    }
    if date.year.is_some() {
        return false;
    }
    if let [.., stem, branch, '年'] = before
        && "甲乙丙丁戊己庚辛壬癸".contains(*stem)
        && "子丑寅卯辰巳午未申酉戌亥".contains(*branch)
    {
        return true;
    }
    let figures = text[0].is_ascii_digit();
    let inside = |ch: char| match ch {
        '年' | '月' | '日' | '至' | '到' | '-' | '~' | '、' => true,
        _ if figures => ch.is_ascii_digit(),
        _ => {
            numerals::is_numeral(ch)
                || "初正冬腊闰今去明甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥".contains(ch)
        }
    };
    let near = before.iter().rev().take(LUNAR_REACH).take_while(|&&ch| inside(ch)).count();
    near > 0 && named(&before[..before.len() - near])
}

/// Does a date parted by signs, or 日, stand right at the end?
fn ends_with_date(text: &[char]) -> bool {
    let date = |len: usize| {
        let tail = text.len().checked_sub(len).map(|at| &text[at..]);
        tail.and_then(parse).is_some_and(|date| date.separated && date.len == len)
    };
    text.last() == Some(&'日') || (8..=10).any(date)
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
        // `2023.2.30版`: a version.
        Some('*' | '_' | '#' | '版') => false,
        Some(ch) => !ch.is_ascii_alphanumeric() || is_time(after),
        None => true,
    }
}
