//! What the words beside a certificate's number say of it (证书旁的文字): `本科毕业证`, `2015年毕业`, `一级建造师`.
//!
//! A sentence often lists several certificates, so only the words are read that stand between this number and
//! the one before it, and those that hang on it from behind.

use super::Number;

/// A run of so many letters, digits or mask signs is another number.
const ANOTHER: usize = 6;

/// How far behind a number its words may stand.
const BEHIND: usize = 24;

/// The words before the number that are its own: back to another number or to the item before.
pub(super) fn before<'a>(number: &Number<'a>) -> &'a [char] {
    let mut run = 0;
    for (i, c) in number.before.iter().enumerate().rev() {
        run = if is_sign(*c) { run + 1 } else { 0 };
        if matches!(c, ';' | '。') {
            return &number.before[i + 1..];
        }
        if run >= ANOTHER {
            return &number.before[i + ANOTHER..];
        }
    }
    number.before
}

/// The words that hang on the number from behind: `…的硕士学位证书`, `…(本科)`.
pub(super) fn behind<'a>(number: &Number<'a>) -> &'a [char] {
    let text = number.after;
    let skip = text.iter().take_while(|c| matches!(c, ')' | '"' | '”' | '》' | '号')).count();
    let (start, closes): (usize, fn(&char) -> bool) = match text.get(skip) {
        Some('的') => (skip + 1, |c| is_mark(*c) || *c == '('),
        Some('(') => (skip + 1, |c| *c == ')'),
        _ => return &[],
    };
    let rest = &text[start..];
    let len = rest.iter().take(BEHIND).take_while(|c| !closes(c)).count();
    &rest[..len]
}

/// The words behind the number up to the next one, or to the next item.
pub(super) fn rest<'a>(number: &Number<'a>) -> &'a [char] {
    let mut run = 0;
    for (i, c) in number.after.iter().enumerate() {
        run = if is_sign(*c) { run + 1 } else { 0 };
        if matches!(c, ';' | '、' | '。') {
            return &number.after[..i];
        }
        if run >= ANOTHER {
            return &number.after[..i + 1 - ANOTHER];
        }
    }
    number.after
}

/// What the number's own words say, as one of these; none if they say nothing, or two things.
///
/// Of two words that start at one place the first in the table is read: the longer ones stand first. `except` are
/// words that say nothing, though some of the others begin in them (`专科学校`).
pub(super) fn said<T: Copy + PartialEq>(number: &Number, words: &[(&str, T)], except: &[&str]) -> Option<T> {
    let mut said = None;
    for text in [before(number), behind(number)] {
        let mut at = 0;
        while at < text.len() {
            let rest = &text[at..];
            at += 1;
            if let Some(word) = except.iter().find(|word| starts(rest, word)) {
                at += word.chars().count() - 1;
            } else if let Some((word, value)) = words.iter().find(|(word, _)| starts(rest, word)) {
                if said.is_some_and(|said| said != *value) {
                    return None;
                }
                said = Some(*value);
                at += word.chars().count() - 1;
            }
        }
    }
    said
}

/// Do the number's own words contain one of these?
pub(super) fn says(number: &Number, words: &[&str]) -> bool {
    let text = [before(number), behind(number)];
    text.iter().any(|text| (0..text.len()).any(|at| words.iter().any(|word| starts(&text[at..], word))))
}

/// The year that stands beside 毕业: `2015年6月毕业`, `2015年毕业于…`.
pub(super) fn year_of(number: &Number, word: &str) -> Option<u16> {
    [before(number), rest(number)].into_iter().find_map(|text| {
        (0..text.len()).filter(|&at| starts(&text[at..], word)).find_map(|at| year_before(&text[..at]))
    })
}

/// The year at the end of a text: `2015年`, `2015年6月`, `2015年6月30日`.
fn year_before(text: &[char]) -> Option<u16> {
    let mut head = text;
    for (unit, width) in [('日', 2), ('月', 2), ('年', 4)] {
        let Some(shorter) = head.strip_suffix(&[unit]) else { continue };
        let digits = shorter.iter().rev().take_while(|c| c.is_ascii_digit()).count();
        if digits == 0 || digits > width {
            return None;
        }
        let number = &shorter[shorter.len() - digits..];
        if unit == '年' {
            let year = number.iter().fold(0, |n, c| 10 * n + c.to_digit(10).unwrap_or(0) as u16);
            return (digits == 4).then_some(year);
        }
        head = &shorter[..shorter.len() - digits];
    }
    None
}

fn starts(text: &[char], word: &str) -> bool {
    super::text::starts_with(text, word)
}

fn is_sign(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '*'
}

fn is_mark(c: char) -> bool {
    matches!(c, ',' | ';' | '、' | '。' | ':')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::testing::{finds, gives, in_words};

    #[test]
    fn own_words() {
        let text = |part: &[char]| part.iter().collect::<String>();
        gives(
            |marked| in_words(marked, |n| format!("{}+{}", text(before(n)), text(behind(n)))),
            "
            遗失本科毕业证,编号:+  遗失本科毕业证,编号:|,声明作废
            本科毕业证+            专科毕业证123456789;本科毕业证|
            )、本科毕业证+         专科毕业证(123456789)、本科毕业证|
            ,2015年+               身份证2201**********2310,2015年|
            编号为+硕士学位证书    编号为|的硕士学位证书,声明
            编号+学位证            编号|号的学位证(正本)
            编号+本科              编号|(本科),李四
            (编号+                 (编号|)、李四
            +                      |
            ",
        );
    }

    #[test]
    fn what_is_said() {
        let words = [("高级技师", 1), ("技师", 2), ("高级", 3)];
        finds(
            |marked| {
                let any = marked.contains("123456") || marked.ends_with(",高级工") || marked == "|";
                assert_eq!(in_words(marked, |n| says(n, &["技师", "高级"])), !any, "{marked}");
                in_words(marked, |n| said(n, &words, &["技师学院"]))
            },
            "
            1     高级技师证书|
            2     技师证书|  技师,技师证|
            3     高级工|  编号|的高级工证书  技师学院高级工证书|
            none  高级工、技师|  // which of them?
            none  证书|,高级工  技师证123456、证书|  |
            ",
        );
    }

    #[test]
    fn years() {
        finds(
            |marked| in_words(marked, |n| year_of(n, "毕业")),
            "
            2015  2015年毕业,毕业证|  于2015年6月毕业于某某大学|  2015年6月30日毕业|
            2015  毕业证|,2015年7月毕业,声明作废  2011年9月入学2015年7月毕业|
            none  2015年遗失毕业证|  毕业证|、李四2016年毕业证  15年毕业|  20150年毕业|  6月毕业|  毕业|
            ",
        );
    }
}
