//! Numbers of court cases (案号): `(2023)吉0102民初123号`, met at a run of digits inside.

use super::signs::{is_closing, is_han, is_opening};
use super::weights::CASE;
use super::{LONGEST, Picker};
use crate::kinds::court_case;
use crate::tables::numerals;
use crate::text::view::Joint;

impl Picker<'_> {
    /// Offers the court's case number that the run at a glyph belongs to; was there one?
    pub(super) fn add_case(&mut self, at: usize) -> bool {
        let Some(start) = self.case_start(at) else { return false };
        let paragraph = self.view.paragraph_end(at + 1).min(start + LONGEST);
        // `6号之一⏎二〇二四年`: a numeral behind a joint is another's.
        let next = |i: &usize| {
            let [before, numeral] = [*i - 1, *i].map(|i| self.view.chars[i]);
            self.view.joint(*i) != Joint::None
                && numerals::is_numeral(before)
                && (numerals::is_numeral(numeral) || numeral == '○')
        };
        let paragraph = (at + 1..paragraph).find(next).unwrap_or(paragraph);
        let chars = &self.view.chars[start..paragraph];
        let Some(len) = court_case::prefix(chars) else { return false };
        let end = start + len;
        // `（2016吉01破1号）`: the bracket is not the year's.
        let around = is_opening(chars[0])
            && !start.checked_sub(1).is_some_and(|before| is_opening(self.view.chars[before]))
            && !chars.get(5).is_some_and(|c| is_closing(*c))
            && chars.get(len).is_some_and(|c| is_closing(*c));
        let (start, chars, len) =
            if around { (start + 1, &chars[1..], len - 1) } else { (start, chars, len) };
        // What stands on the next line is only a part of it where 号 closes it.
        let lacks = !chars[..len].contains(&'号');
        if end <= at || lacks && (start + 1..end).any(|i| self.view.joint(i) >= Joint::Line) {
            return false;
        }
        let name = self.name_around(start, end);
        let tokens = self.tokens_inside(start, end);
        let mut reading = self.reading(&court_case::KIND, &name, start, end, tokens);
        // Under 案号 its parts would be numbers with a label each.
        reading.weight += CASE;
        self.offer_sorted(reading);
        true
    }

    /// Where a court's case number may start whose year, court's digits or serial are the run at a glyph.
    fn case_start(&self, at: usize) -> Option<usize> {
        let chars = &self.view.chars;
        let ch = |i: usize| chars.get(i).copied().unwrap_or('。');
        let before = |i: usize| i.checked_sub(1).map_or('。', ch);
        if !ch(at).is_ascii_digit() {
            return None;
        }
        let year_at = |i: usize| matches!(chars.get(i..i + 2), Some(['1', '9'] | ['2', '0']));
        // `(2023)吉…`, `2023吉…`
        let named = |c: char| court_case::is_sign(c) || c == '最';
        if year_at(at) && chars[at..].iter().take(5).take_while(|c| c.is_ascii_digit()).count() == 4 {
            let closed = is_closing(ch(at + 4));
            if is_opening(before(at)) && (closed || named(ch(at + 4))) {
                return Some(at - 1);
            }
            if !closed && named(ch(at + 4)) || closed && named(ch(at + 5)) {
                return Some(at);
            }
        }
        // Back from the serial over the type and the court's digits, and from these to the year.
        let mut from = at;
        if is_han(before(at)) && !court_case::is_sign(before(at)) {
            let words = chars[..at].iter().rev().take(7).take_while(|c| is_han(**c)).count();
            from = at - words;
            let digits = chars[..from].iter().rev().take(7).take_while(|c| c.is_ascii_digit()).count();
            if !matches!(digits, 2 | 4) {
                return None;
            }
            from -= digits;
        }
        let sign = from.checked_sub(1).filter(|&sign| court_case::is_sign(ch(sign)))?;
        let closed = usize::from(is_closing(before(sign)));
        // `（二〇二四）吉0102民初12号`
        let worded = sign.checked_sub(6).filter(|&i| {
            closed == 1
                && is_opening(ch(i))
                && chars[i + 1..i + 5].iter().all(|c| court_case::figure(*c).is_some())
        });
        if let Some(year) = worded {
            return Some(year);
        }
        let year = sign.checked_sub(4 + closed).filter(|&i| year_at(i));
        match year {
            Some(year) if is_opening(before(year)) => Some(year - 1),
            Some(year) => Some(year),
            None => Some(sign),
        }
    }
}
