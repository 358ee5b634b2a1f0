//! Where a number with words in it ends (字号之尾): behind its serial, or the 号 that closes it.

use super::Picker;
use super::apart::Apart;
use super::signs::{is_closing, is_han, is_opening, is_sign};
use crate::kinds::document_number;
use crate::text::view::Joint;

/// Words of an expression in one go, in glyphs.
pub const WORDS: usize = 18;

/// The serial of an expression is no longer.
pub const SERIAL: usize = 32;

impl Picker<'_> {
    /// Follows the expression from a run inside it to its end; none where there is none.
    pub(super) fn expression_end(&self, at: usize) -> Option<usize> {
        let chars = &self.view.chars;
        let ch = |i: usize| chars.get(i).copied().unwrap_or('。');
        let bracketed = at > 0 && is_opening(ch(at - 1));
        let mut words = false;
        let mut at = at;
        // What comes before the serial: a year in brackets, letters and words.
        let run = self.run_end(at);
        let year = (run - at == 4 || run - at == 5 && ch(run - 1).is_ascii_alphabetic())
            && bracketed
            && is_closing(ch(run));
        if year {
            at = run + 1;
        } else if chars[at..run].iter().any(char::is_ascii_digit) {
            // The serial itself, behind words: `民证字第010234号`.
            let before = at.checked_sub(1).map_or('。', ch);
            let known = matches!(before, '第' | '字' | '证' | '许' | '备' | '准' | '妆' | '章' | '监' | '登')
                || ch(run) == '号' && is_han(before)
                || before == '-' && at >= 2 && is_han(ch(at - 2));
            // `青选字第1号`: the first papers of an office whose words end in 字.
            let first =
                before == '第' && at >= 3 && ch(at - 2) == '字' && is_han(ch(at - 3)) && ch(run) == '号';
            if !known || run - at < 2 && !first {
                return None;
            }
            // `吉卫食证字2008第0123号`.
            if run - at == 4 && matches!(ch(run), '第' | '年') && is_han(before) && before != '第' {
                at = run + usize::from(ch(run) == '年');
            } else {
                return self.serial_end(run);
            }
        } else {
            at = run;
        }
        for _ in 0..3 {
            let from = at;
            while at - from < WORDS && (is_han(ch(at)) && ch(at) != '号' || matches!(ch(at), '-' | '·')) {
                words = true;
                at += 1;
            }
            if self.is_stopped(from, at) {
                return None;
            }
            if is_opening(ch(at)) {
                let close = (at + 1..at + 10).find(|&i| is_closing(ch(i)))?;
                at = close + 1;
                words = true;
                continue;
            }
            if !is_sign(ch(at)) {
                return None;
            }
            let run = self.run_end(at);
            if run - at > SERIAL {
                return None;
            }
            let digits = chars[at..run].iter().any(char::is_ascii_digit);
            // `吉0102民初123号`: digits of the court, then words again.
            let goes_on = is_han(ch(run)) && ch(run) != '号' && run - at <= 4;
            let serial_follows = || {
                let next = (run..run + 8).find(|&i| !is_han(ch(i)) || ch(i) == '号').unwrap_or(run);
                ch(next).is_ascii_digit() && ch(self.run_end(next)) == '号'
            };
            if digits && !(goes_on && serial_follows()) {
                return (words || year).then_some(run).and_then(|run| self.serial_end(run));
            }
            at = run;
            words = true;
        }
        None
    }

    /// Past `号` and `之一` behind a serial, and past more serials of the same year.
    pub(super) fn serial_end(&self, run: usize) -> Option<usize> {
        let chars = &self.view.chars;
        let mut end = self.serials_end(run);
        // `吉A12O45号牌`: 号 opens the next word.
        let word = matches!(chars.get(end + 1), Some('牌' | '码')) && self.view.joint(end + 1) == Joint::None;
        if matches!(chars.get(end), Some('号' | '號')) && !word {
            end += 1;
            if chars.get(end) == Some(&'之')
                && chars.get(end + 1).is_some_and(|c| "一二三四五六七八九十".contains(*c))
            {
                end += 2;
            }
        }
        Some(end)
    }

    /// `〔2024〕7、8、12号`: where the last of several serials ends that 号 closes together, the first of which ends here.
    fn serials_end(&self, run: usize) -> usize {
        let chars = &self.view.chars;
        if !chars.get(run).is_some_and(|c| document_number::is_between(*c)) {
            return run;
        }
        let digits = |from: usize| chars[from..].iter().take(6).take_while(|c| c.is_ascii_digit()).count();
        let first = chars[..run].iter().rev().take_while(|c| c.is_ascii_digit()).count();
        let before = chars[..run - first].strip_suffix(&['第']).unwrap_or(&chars[..run - first]);
        if !before.last().is_some_and(|c| is_closing(*c)) {
            return run;
        }
        let mut at = run;
        while chars.get(at).is_some_and(|c| document_number::is_between(*c)) {
            match digits(at + 1) {
                len @ 1..=5 => at += 1 + len,
                _ => return run,
            }
        }
        if matches!(chars.get(at), Some('号' | '號')) { at } else { run }
    }

    /// Where the letters and digits end that start at a glyph, hyphens inside; blanks end them only before letters.
    pub(super) fn run_end(&self, at: usize) -> usize {
        let chars = &self.view.chars;
        let mut end = at;
        while end < chars.len()
            && (is_sign(chars[end]) && (end == at || self.apart(end) == Apart::No)
                || chars[end] == '-' && end > at && chars.get(end + 1).is_some_and(|&c| is_sign(c)))
        {
            end += 1;
        }
        end
    }
}
