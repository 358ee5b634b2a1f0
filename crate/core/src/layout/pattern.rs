//! A number as a regular expression (正则表达式): for forms and databases, in what ECMAScript and Rust have in common.
//!
//! It tells how many signs there are and which may stand where, small letters for capitals too; what they say, no expression
//! can tell.

use super::field::{Field, Signs};
use super::{Form, Item, What};
use crate::tables::regions::SIGNS;

/// All of a number: one of these ways to write it.
pub(super) fn whole(mut ways: Vec<String>) -> String {
    let mut at = 0;
    while at < ways.len() {
        if ways[..at].contains(&ways[at]) {
            ways.remove(at);
        } else {
            at += 1;
        }
    }
    match &ways[..] {
        [one] => format!("^{one}$"),
        several => format!("^(?:{})$", several.join("|")),
    }
}

/// The fields of a layout, those of the same signs taken together.
pub(super) fn of_fields(fields: &[Field]) -> String {
    let mut out = String::new();
    let mut run: (String, usize) = Default::default();
    let mut end = |run: &mut (String, usize), next: (String, usize)| {
        let (class, times) = std::mem::replace(run, next);
        out.push_str(&class);
        if times > 1 {
            out.push_str(&format!("{{{times}}}"));
        }
    };
    for field in fields {
        match field.literal_text() {
            Some(text) => {
                let text: String = text.chars().map(of_char).collect();
                end(&mut run, (text, 1));
            }
            None => match of_signs(field.signs) {
                class if class == run.0 => run.1 += field.width(),
                class => end(&mut run, (class, field.width())),
            },
        }
    }
    end(&mut run, Default::default());
    out
}

fn of_signs(signs: Signs) -> String {
    match signs {
        Signs::Digits => "[0-9]".into(),
        Signs::Capitals | Signs::Any => "[A-Za-z]".into(),
        Signs::Either => "[0-9A-Za-z]".into(),
        Signs::Set(set) => of_set(set),
    }
}

/// The form of a row.
pub(super) fn of_form(form: &Form) -> String {
    form.iter().map(of_item).collect()
}

fn of_item(item: &Item) -> String {
    let class = match item.what {
        What::Literal('(') => r"[(\[〔【]".into(),
        What::Literal(')') => r"[)\]〕】]".into(),
        What::Literal(ch) => of_char(ch),
        What::Capital => "[A-Za-z]".into(),
        What::Either | What::HongKong => "[0-9A-Za-z]".into(),
        What::Han => r"[\u4e00-\u9fff]".into(),
        What::Set(set) => of_set(set),
        What::Sign => format!("[{}]", SIGNS.iter().map(|(sign, _)| sign).collect::<String>()),
        What::Id => return "[0-9]{17}[0-9Xx]".into(),
        _ => "[0-9]".into(),
    };
    match (item.least, item.most) {
        (1, 1) => class,
        (0, 1) => class + "?",
        (least, most) if least == most => format!("{class}{{{least}}}"),
        // A field of fixed width is there whole or not at all.
        (0, most) if most == item.what.width() => format!("(?:{class}{{{most}}})?"),
        (least, most) => format!("{class}{{{least},{most}}}"),
    }
}

/// One sign, a letter in either case.
fn of_char(ch: char) -> String {
    match ch {
        _ if ch.is_ascii_alphabetic() => format!("[{}{}]", ch.to_ascii_uppercase(), ch.to_ascii_lowercase()),
        '.' | '*' | '+' | '?' | '(' | ')' | '[' | ']' | '{' | '}' | '|' | '/' | '^' | '$' | '\\' => {
            format!("\\{ch}")
        }
        _ => ch.into(),
    }
}

/// A set (`1-5甲`), a letter in either case; a hyphen that is meant stands first.
fn of_set(set: &str) -> String {
    let mut out = String::from("[");
    let mut small = String::new();
    for (at, ch) in set.chars().enumerate() {
        match ch {
            '-' if at == 0 => out.push_str("\\-"),
            ch => {
                out.push(ch);
                small.push(ch.to_ascii_lowercase());
            }
        }
    }
    if set.bytes().any(|b| b.is_ascii_uppercase()) {
        // Digits are there already.
        let letters: Vec<char> = small.chars().collect();
        let mut at = 0;
        while at < letters.len() {
            let range = letters.get(at + 1) == Some(&'-') && at + 2 < letters.len();
            let len = if range { 3 } else { 1 };
            if letters[at].is_ascii_lowercase() {
                out.extend(&letters[at..at + len]);
            }
            at += len;
        }
    }
    out.push(']');
    out
}
