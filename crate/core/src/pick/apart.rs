//! What stands apart (另起): digits behind a blank or a line end that belong to what follows them, not to the number
//! before.
//!
//! | what stands there                                   | e.g.                                        | apart  |
//! |-----------------------------------------------------|---------------------------------------------|--------|
//! | a date, an amount, a period                         | `2024年4月9日`, `2024-04-09`, `5000元`, `45日内` | surely |
//! | a time of day, an area, a weight, a share            | `9:30`, `120平方米`, `30%`                   | surely |
//! | a telephone with its area code in brackets or before `-` | `0431-85012345`                         | surely |
//! | a count, a list number, a part of an address         | `3份`, `2、`, `18号楼`, `502室`              | maybe  |
//! | a mobile, letters that open a word                   | `13904310026`, `IMO编号`                     | maybe  |
//!
//! A column breaks numbers anywhere, so what only may stand apart is the rest of a number that is not whole without it.

use super::signs::is_sign;
use super::units::{is_counted, is_part_of_address, is_unit};
use super::{Picker, shape};
use crate::kinds::{amount, date, period, telephone};
use crate::text::view::Joint;

/// Does what stands behind a joint belong to the number before the joint?
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Apart {
    /// Nothing says that it does not.
    No,
    /// It looks like a thing of its own.
    Maybe,
    /// It is a thing of its own.
    Surely,
    /// It is a date.
    Date,
    /// It is an amount.
    Amount,
    /// It is a period.
    Period,
}

/// Digits of a count: more are a number.
const COUNTED: usize = 4;

/// Glyphs that a date, an amount, a period or a telephone is read from.
const READ: usize = 32;

impl Picker<'_> {
    /// What the letters and digits at a glyph are, where a blank or a line end stands before them.
    pub(super) fn apart(&self, at: usize) -> Apart {
        if matches!(self.view.joint(at), Joint::None | Joint::Paragraph) {
            return Apart::No;
        }
        let text = &self.view.chars[at..(at + READ).min(self.view.paragraph_end(at + 1))];
        match text[0] {
            '0'..='9' => self.digits_apart(at, text),
            'A'..='Z' | 'a'..='z' => word_apart(text),
            '(' if telephone::read(&[], text).is_some() => Apart::Surely,
            _ => Apart::No,
        }
    }

    /// The first glyph behind `at` and before `end` at which something of its own starts.
    pub(super) fn apart_after(&self, at: usize, end: usize) -> Option<usize> {
        (at + 1..end).find(|&i| is_sign(self.view.chars[i]) && self.apart(i) > Apart::No)
    }

    /// Do the glyphs take in something of its own directly behind letters or digits?
    pub(super) fn goes_over(&self, at: usize, end: usize) -> bool {
        (at..end).any(|i| self.starts_token(i) && self.apart(i) > Apart::No)
    }

    fn digits_apart(&self, at: usize, text: &[char]) -> Apart {
        let digits = text.iter().take_while(|c| c.is_ascii_digit()).count();
        let rest = &text[digits..];
        // Most are the rest of a number, or stand before a word.
        let Some(&next) = rest.first() else { return self.whole_apart(text) };
        let joined = self.view.joint(at + digits) < Joint::Line;
        // `007份` counts nothing, `0.5元` is money.
        let padded = text[0] == '0' && digits > 1;
        match next {
            '-' | '/' | '.' if date::read(&[], text).is_some() => return Apart::Date,
            '-' if telephone::read(&[], text).is_some() => return Apart::Surely,
            ':' if digits <= 2 && rest.get(1..3).is_some_and(|m| m.iter().all(char::is_ascii_digit)) => {
                return Apart::Surely;
            }
            '月' | '年' if digits <= 4 && date::read(&[], text).is_some() => return Apart::Date,
            // `2024年度`, `9时30分`.
            '年' if joined && digits == 4 && matches!(text, ['1', '9', ..] | ['2', '0', ..]) => {
                return Apart::Surely;
            }
            '时' if joined
                && digits <= 2
                && rest.get(1).is_some_and(|c| c.is_ascii_digit() || *c == '许') =>
            {
                return Apart::Surely;
            }
            // `24小时值班`.
            '小' if joined && digits <= 2 && rest.get(1) == Some(&'时') => return Apart::Surely,
            _ => {}
        }
        if !padded && amount::read(&[], text).is_some_and(|len| !self.takes_in_others(at, at + len)) {
            return Apart::Amount;
        }
        if !padded && period::read(&[], text).is_some_and(|len| !self.ends_before_unit(at, at + len)) {
            return Apart::Period;
        }
        let fraction = match rest {
            ['.', '0'..='9', ..] => 1 + rest[1..].iter().take_while(|c| c.is_ascii_digit()).count(),
            _ => 0,
        };
        let unit = &rest[fraction..];
        if joined && (!padded || fraction > 0) && is_unit(unit) {
            return Apart::Surely;
        }
        let counts = digits <= COUNTED && !padded && joined && (is_counted(unit) || is_part_of_address(unit));
        let lists = match rest {
            ['.' | '、', next, ..] => !next.is_ascii_digit(),
            [')', next, ..] => next.is_alphabetic() && !self.bracket_open(at),
            _ => false,
        };
        let lists = lists && digits <= 2 && !self.is_spaced(at);
        if counts || lists { Apart::Maybe } else { self.whole_apart(text) }
    }

    /// `3 1 7 7`: is the digit before the joint parted from the one before it as well?
    fn is_spaced(&self, at: usize) -> bool {
        at >= 2 && self.view.joint(at - 1) == self.view.joint(at)
    }

    /// Digits that are a mobile, or pass the check characters of a kind.
    fn whole_apart(&self, text: &[char]) -> Apart {
        let signs = text.iter().take_while(|c| is_sign(**c)).count();
        let whole = match signs {
            11 => text[0] == '1' && telephone::read(&[], text).is_some(),
            18 => shape::proven(&text[..signs].iter().collect::<String>(), self.today).is_some(),
            _ => false,
        };
        if whole { Apart::Maybe } else { Apart::No }
    }
}

/// `IMO编号`, `Tel:`: letters that open a word. A single one may be a check character.
fn word_apart(text: &[char]) -> Apart {
    let letters = text.iter().take_while(|c| c.is_ascii_alphabetic()).count();
    let word = letters >= 2
        && text.get(letters).is_some_and(|&c| matches!(c, ':' | '.') || ('一'..='\u{9fff}').contains(&c));
    if word { Apart::Maybe } else { Apart::No }
}
