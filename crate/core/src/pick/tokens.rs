//! The tokens of a run (分段): what stands between its joints, and what goes on over them.

use super::apart::Apart;
use super::signs::is_sign;
use super::{AROUND, Picker};
use crate::text::view::Joint;

/// Letters, digits and mask signs between joints, with hyphens inside.
pub struct Token {
    /// First glyph.
    pub start: usize,
    /// One past the last glyph.
    pub end: usize,
    /// What stands before it.
    pub joint: Joint,
    /// Is it a thing of its own?
    pub apart: Apart,
    /// `3.` or `4、` at the start of a line.
    pub is_list_number: bool,
    /// A mask that goes on behind a joint: surely the rest of the number before it.
    pub is_mask: bool,
}

/// Tokens of one run; what follows starts another.
const MOST: usize = 40;

impl Picker<'_> {
    /// How many letters at the start of a run are a label typed without a blank: `ID2201…`, `TEL139…`, `VINLFV2…`.
    pub(super) fn glued_label(&self, start: usize) -> usize {
        let chars = &self.view.chars[start..];
        if !chars[0].is_ascii_alphabetic() {
            return 0;
        }
        let glued = ["ID", "TEL", "MMSI", "IMONO", "IMO", "VIN"].into_iter().find(|label| {
            let same = label.chars().zip(chars).filter(|(a, b)| a.eq_ignore_ascii_case(b)).count();
            let behind = &chars[same..];
            same == label.len()
                && match behind.first() {
                    Some(first) if *label == "VIN" => {
                        behind.iter().take_while(|c| is_sign(**c)).count() >= 16 && *first != '*'
                    }
                    first => first.is_some_and(char::is_ascii_digit),
                }
        });
        glued.map_or(0, str::len)
    }

    /// The tokens of the run that starts at a glyph; one at least.
    pub(super) fn split(&self, start: usize, tokens: &mut Vec<Token>) {
        let chars = &self.view.chars;
        tokens.clear();
        let mut at = start;
        let mut apart = Apart::No;
        while at < chars.len() {
            let mut end = at + 1;
            while end < chars.len()
                && (self.view.joint(end) == Joint::None
                    || self.view.joint(end) != Joint::Paragraph && self.ranges(end))
                && self.joins(end)
                && !self.mask_is_full(at, end)
            {
                end += 1;
            }
            let mut last = end;
            while last > at && !is_sign(chars[last - 1]) {
                last -= 1;
            }
            // `XK06⏎-189-46275`.
            let hyphened = |i: usize| chars[i] == '-' && self.view.joint(i) == Joint::Line;
            let joint = self.view.joint(at).max(if at > start && hyphened(at - 1) {
                Joint::Line
            } else {
                Joint::None
            });
            let follows = |i: usize| chars.get(i).copied().unwrap_or('。');
            let is_list_number = (joint >= Joint::Line || at == 0)
                && last - at <= 3
                && (matches!(follows(last), '.' | '、')
                    || follows(last) == ')' && follows(last + 1).is_alphabetic() && !self.bracket_open(at))
                && !follows(last + 1).is_ascii_digit();
            let is_mask = chars[at] == '*' && at > 0 && chars[at - 1] == '*';
            tokens.push(Token { start: at, end: last, joint, apart, is_list_number, is_mask });
            if end + 1 < chars.len() && hyphened(end) && is_sign(chars[end + 1]) && is_sign(chars[end - 1]) {
                end += 1;
            }
            let goes_on = end < chars.len()
                && is_sign(chars[end])
                && tokens.len() < MOST
                && (self.spots.is_empty() || !self.starts_cell(end));
            if !goes_on || self.mask_is_full(at, end) {
                break;
            }
            apart = self.apart(end);
            if apart >= Apart::Surely {
                break;
            }
            at = end;
        }
    }

    /// Do the glyphs `start..at` end in a mask that makes up the eighteen of an identity number? What follows
    /// without a blank is the next thing then (`2206031981********2.李四`). Physicians' numbers have nine digits before
    /// the identity number, and certificates of the disabled go on behind it.
    fn mask_is_full(&self, start: usize, at: usize) -> bool {
        let chars = &self.view.chars;
        at - start == 18
            && chars[at - 1] == '*'
            && chars[start..at].iter().all(|c| matches!(c, '*' | '0'..='9'))
            && chars.get(at) != Some(&'*')
            && !self.ends_behind_mask(at)
            && !(chars.get(at).is_some_and(char::is_ascii_digit)
                && self.view.before(start, 12).iter().any(|c| matches!(c, '残' | '税')))
    }

    /// `2206031981********12,`: do digits go on behind a mask that number no item of a list?
    fn ends_behind_mask(&self, at: usize) -> bool {
        let chars = &self.view.chars;
        let digits = chars[at..].iter().take(4).take_while(|c| c.is_ascii_digit()).count();
        let parted = (at..(at + digits + 1).min(chars.len())).any(|i| self.view.joint(i) != Joint::None);
        (1..=3).contains(&digits)
            && !parted
            && chars.get(at + digits).is_none_or(|c| matches!(c, ',' | '。' | ';' | ')'))
    }

    /// Is a bracket open before the glyph in its sentence?
    pub(super) fn bracket_open(&self, at: usize) -> bool {
        let bracket = self.view.before(at, AROUND).iter().rev().find(|c| matches!(c, '(' | ')'));
        bracket == Some(&'(')
    }

    /// Does the glyph go on with the number before it?
    fn joins(&self, at: usize) -> bool {
        match self.view.chars[at] {
            ch if is_sign(ch) => true,
            '-' => !self.opens_date(at + 1),
            '~' | '至' | '到' => self.is_range_sign(at),
            '.' => self.is_decimal_point(at),
            _ => false,
        }
    }

    /// `13904310026—2024年4月9日`: does a date start there, behind more digits than a year's?
    fn opens_date(&self, at: usize) -> bool {
        let chars = &self.view.chars;
        chars.get(at + 4) == Some(&'年')
            && chars[at..at + 4].iter().all(char::is_ascii_digit)
            && self.digits_before(at - 1) >= 7
    }

    /// `1234567.89`, `ZL201410123456.7`: one to four digits behind a point, and no list number or date.
    fn is_decimal_point(&self, at: usize) -> bool {
        let chars = &self.view.chars;
        let digits = chars[at + 1..].iter().take_while(|c| c.is_ascii_digit()).count();
        let next = chars.get(at + 1 + digits);
        at > 0
            && chars[at - 1].is_ascii_digit()
            && (1..=4).contains(&digits)
            && !next.is_some_and(|c| matches!(c, '年' | '月' | '.' | '*') || c.is_ascii_alphabetic())
            && self.digits_before(at) >= 5
    }

    /// Is the glyph, or the one before it, the sign of a range? A range may be broken there.
    fn ranges(&self, at: usize) -> bool {
        self.is_range_sign(at) || self.is_range_sign(at - 1)
    }

    fn is_range_sign(&self, at: usize) -> bool {
        let chars = &self.view.chars;
        matches!(chars[at], '-' | '~' | '至' | '到')
            && chars.get(at + 1).is_some_and(|c| c.is_ascii_digit() || chars[at] == '-' && *c == 'X')
            && self.digits_before(at) >= if chars[at] == '-' { 3 } else { 5 }
    }

    fn digits_before(&self, at: usize) -> usize {
        self.view.chars[..at].iter().rev().take(12).take_while(|c| c.is_ascii_digit()).count()
    }
}

/// `6217 0012 3456 7890 122`: short groups of one size, the last one of any, are one number.
pub fn grouped(tokens: &[Token]) -> bool {
    let [groups @ .., _] = tokens else { return false };
    let size = |token: &Token| token.end - token.start;
    groups.len() >= 2 && groups.iter().all(|group| size(group) <= 5 && size(group) == size(&groups[0]))
}
