//! The readings in words (文字读法): dates, amounts, periods and telephones, read from the text itself.

use super::naming::Strength;
use super::tokens::is_sign;
use super::{Picker, Reading, TOKEN, fits};
use crate::kinds::{self, Kind};
use crate::view::Joint;

/// What a label of its own adds to a date, an amount, a period or a telephone.
const LABELLED: i32 = 30;

impl Picker<'_> {
    /// A date, amount, period or telephone that starts with something else than a digit or a letter.
    pub(super) fn read_word(&mut self, at: usize) -> usize {
        let found = self.add_worded(at);
        found.unwrap_or(at + 1).max(at + 1)
    }

    /// Tries the kinds that are read from the text itself; gives the end of the longest reading.
    ///
    /// Digits behind a joint may be another number: what cannot be read with them is read without.
    pub(super) fn add_worded(&mut self, at: usize) -> Option<usize> {
        // A joint parts a number from the one before it.
        let parted = at > 0
            && is_sign(self.view.chars[at - 1])
            && (self.view.joint(at) != Joint::None || self.view.chars[at - 1] == '*');
        let before = if parted { &[] } else { self.view.before(at, 32) };
        let text = &self.view.chars[at..self.view.paragraph_end(at + 1).min(at + 64)];
        let alone = self.joint_inside(at, text.len()).map(|joint| &text[..joint]);
        let mut lengths = kinds::READERS.map(|(_, read, _)| {
            let part = alone.and_then(|alone| read(before, alone));
            (read(before, text).or(part), part)
        });
        for ((kind, ..), (len, part)) in kinds::READERS.iter().zip(&mut lengths) {
            let Some(whole) = *len else { continue };
            if *kind == &kinds::date::KIND && text[whole - 1] == '月' {
                // `2024年4月9号⏎门诊`: 号 at a line's end is the day's.
                let day = text[whole..].iter().take(3).take_while(|c| c.is_ascii_digit()).count();
                let end = whole + day + 1;
                let parted = at + end < self.view.len() && self.view.joint(at + end) >= Joint::Line;
                if matches!(day, 1 | 2) && text.get(end - 1) == Some(&'号') && parted {
                    *len = Some(end);
                }
            } else if *kind == &kinds::amount::KIND && part.is_some() {
                // `￥5000⏎2024年`: what goes on as a date is none of the amount.
                if let Some('年' | '月' | '日' | '-' | '/' | '.' | ':') = text.get(whole) {
                    *len = *part;
                }
            }
        }
        // `（小写）24,300.00`: figures that only a label makes an amount.
        let inside = matches!(before, [.., '0'..='9'] | [.., '0'..='9', '.' | ',']);
        let bare = if inside { None } else { kinds::amount::read_bare(alone.unwrap_or(text)) };
        let mut longest = None;
        for ((kind, _, weight), (len, part)) in kinds::READERS.into_iter().zip(lengths) {
            let bare = bare.filter(|_| len.is_none() && *kind == kinds::amount::KIND);
            let Some(len) = len.or(bare) else { continue };
            let (mut end, part) = (at + len, part.map(|part| at + part));
            let telephone = *kind == kinds::telephone::KIND;
            if telephone && len < 11 && self.is_counted(end)
                || *kind == kinds::period::KIND && self.ends_before_unit(at, end)
                || *kind == kinds::date::KIND && self.year_is_glued(at, end)
            {
                continue;
            }
            let label = if is_named(kind) { self.label_of(kind, at, len) } else { None };
            if telephone && label.is_none() && self.is_part_of_another(at)
                || bare.is_some() && label.is_none()
            {
                continue;
            }
            self.take_label(label);
            // A whole telephone at a line's end stays whole, whatever list number opens the next line.
            let whole = part.filter(|&part| part < end).and_then(|part| {
                self.take_value(at, part);
                let judgement = self.judge(kind, at, part);
                (telephone && judgement.proved && fits(&judgement)).then_some((part, judgement))
            });
            let judgement = match whole {
                Some((part, judgement)) => {
                    end = part;
                    judgement
                }
                None => {
                    self.take_value(at, end);
                    self.judge(kind, at, end)
                }
            };
            let len = end - at;
            longest = longest.max(Some(end));
            let tokens = 1 + (at + 1..end).filter(|&i| self.starts_token(i)).count();
            let weight =
                weight + len as i32 + TOKEN * tokens as i32 + if label.is_some() { LABELLED } else { 0 };
            self.offer(Reading { start: at, end, kind, judgement, label, weight });
        }
        longest
    }

    /// `合计6⏎2024年`: a year of more than four digits over a joint is two numbers.
    fn year_is_glued(&self, start: usize, end: usize) -> bool {
        let chars = &self.view.chars[start..end];
        let digits = chars.iter().take_while(|c| c.is_ascii_digit()).count();
        digits > 4 && (1..digits).any(|i| self.starts_token(start + i))
    }

    /// `营业执照编号:9132097⏎14712996271`: does what looks like a telephone stand under another number's label,
    /// or go on with a number that is not whole without it?
    fn is_part_of_another(&mut self, at: usize) -> bool {
        let chars = &self.view.chars;
        let parted = at > 0 && is_sign(chars[at - 1]) && self.view.joint(at) != Joint::None;
        if !parted {
            let name = self.name_before(at, 0);
            return name.strength == Strength::Field && !name.kinds.contains(&&kinds::telephone::KIND);
        }
        let named = self.named.as_ref().is_some_and(|named| {
            named.end == at
                && named.name.strength >= Strength::Noun
                && !named.name.kinds.contains(&&kinds::telephone::KIND)
        });
        named && !self.pending.iter().any(|r| r.end == at && r.judgement.proved && fits(&r.judgement))
    }

    /// How many glyphs from `at` there are to the first joint between two digits or letters, words apart.
    fn joint_inside(&self, at: usize, most: usize) -> Option<usize> {
        let chars = &self.view.chars[at..at + most];
        let run = chars
            .iter()
            .take_while(|&&c| c.is_ascii() || matches!(c, '年' | '月' | '日' | '¥' | '€' | '£'))
            .count();
        (1..run).find(|&i| self.starts_token(at + i))
    }

    /// `…1010⏎⏎天晴`: does a line end part the number from what only looks like its unit?
    fn ends_before_unit(&self, start: usize, end: usize) -> bool {
        let parted = |i: usize| !is_sign(self.view.chars[i]) && self.view.joint(i) == Joint::Line;
        let word = self.view.chars[end - 1] == '天'
            && self.view.chars.get(end).is_some_and(|c| "晴气津然空下府使山河地".contains(*c));
        word && (start + 1..end).any(parted)
    }

    /// The glyphs of the words that name a telephone or an amount.
    fn label_of(&mut self, kind: &'static Kind, at: usize, len: usize) -> Option<(usize, usize)> {
        let name = self.name_before(at, len);
        name.span.filter(|_| name.strength >= Strength::Noun && name.kinds.contains(&kind))
    }
}

/// Do words name it where it is printed? Dates and periods go by themselves.
fn is_named(kind: &Kind) -> bool {
    *kind == kinds::telephone::KIND || *kind == kinds::amount::KIND
}
