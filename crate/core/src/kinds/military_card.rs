//! Number of a soldier's or officer's card (军官证、士兵证号码): a word or two, 字第, digits, 号.
//!
//! ```text
//! number = word [ "字" ] [ "第" ] serial [ "号" ]     军字第1234567号, 士20201234567
//! word   = one to four Chinese characters             what it stands for is not told, nor looked up; without 字
//!                                                     one of those on the cards of today (军, 士, 兵 …)
//! serial = 4 to 12 digits, a letter among them now and then
//! ```
//!
//! Every unit numbers as it likes: nothing here is more than a remark.

use super::chars;
use super::{Confidence, Kind, Number, Of};
use crate::judgement::{Flaw, Judgement};

/// The kind.
pub static KIND: Kind = Kind::new(Of::Person, "military_card", ["军人证件号码", "military card number"])
    .written("冠字1至4个汉字＋字第＋4至12位数字＋号，如军字第1234567号；只列出，不解释冠字")
    .source(Confidence::Weak, "军人证件式样")
    .code_for("^[\\u4e00-\\u9fff]{0,6}[0-9A-Za-z]{4,13}号?$", looks_like, check);

/// The word, the serial and whether 号 closes it.
fn parts(value: &str) -> Option<(&str, &str)> {
    let at = value.find(|c: char| c.is_ascii_alphanumeric())?;
    let (word, serial) = value.split_at(at);
    Some((word, serial.strip_suffix('号').unwrap_or(serial)))
}

/// Four characters at most before 字, of no licence or approval (准, 证 …); without it only those that the cards of
/// today have, or none.
fn is_word(word: &str) -> bool {
    let word = word.strip_suffix('第').unwrap_or(word);
    let may_stand = |c: char| ('一'..='\u{9fff}').contains(&c) && !"准证许备监".contains(c);
    match word.strip_suffix('字') {
        Some(word) => (1..=4).contains(&word.chars().count()) && word.chars().all(may_stand),
        None => matches!(word, "" | "军" | "兵" | "士" | "文" | "职" | "学" | "警" | "军退" | "警退"),
    }
}

fn looks_like(value: &str) -> bool {
    parts(value).is_some_and(|(word, serial)| {
        let digits = serial.bytes().filter(u8::is_ascii_digit).count();
        is_word(word)
            && digits >= 4
            && (4..=13).contains(&serial.len())
            && serial.bytes().all(|b| b.is_ascii_alphanumeric())
    })
}

fn check(number: &Number) -> Judgement {
    let mut out = Judgement::default();
    chars::lower_case(number.value, &mut out);
    let usual = parts(number.value).is_some_and(|(word, serial)| {
        let letters = serial.bytes().filter(u8::is_ascii_alphabetic).count();
        !word.trim_end_matches('第').is_empty()
            && is_word(word)
            && (5..=12).contains(&serial.len())
            && letters <= 2
    });
    if !usual {
        out.hint(Flaw::Shape("军字第1234567号"), chars::whole(number.value));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table() {
        KIND.judges(
            "
            // Made up.
            plausible                       军字第1234567号  空字第12345678号  兵字第20201234567号
            plausible                       士字第P012345X号  后文字第012345  士20201234567
            plausible                       某某消字31012340  军退0123456
            plausible; hint shape 0-9       第1234567号
            plausible; hint shape 0-7       1234567
            plausible; hint shape 0-8       军字第1234号
            plausible; hint shape 0-17      军字第1234567890123号
            plausible; hint shape 0-12      军字第12O4I67E号
            plausible; hint lower-case 8-9  军字第12345e号
            unlike                          军字第123号  吉(2019)军字第1234567号  军字第1234567-1号
            unlike                          吉长械备20190012号  国药准字H22020123  字第1234567号
            unlike                          遗失军官证军字第1234567号  军字第号  ∅
            ",
        );
    }
}
