//! What the numbers of food licences have in common (食品许可编号): two letters and fourteen digits.
//!
//! ```text
//! number = letters class region serial check
//! letters = JY, YB, SC           class = 1 digit (SC: 3)
//! region = 行政区划代码          serial = 6 digits (SC: 4)
//! check  = MOD 11,10 over the thirteen digits before it
//! ```
//!
//! The letters are what people get wrong: `JV`, `IY`, `1Y`, one of them or both left out, or typed twice.

use super::chars::{self, part};
use super::{Field, Number};
use crate::judgement::{Fact, Flaw, Judgement};
use crate::tables::{checksum, regions};

/// The letters of one kind.
pub(super) struct Form {
    /// As a flaw shows them.
    pub letters: &'static [&'static str; 1],
    /// For each of the two: itself, and what it is read or typed as.
    pub alike: [&'static [u8]; 2],
    /// The digits before the region.
    pub class: Field,
}

impl Form {
    /// Could the value be meant? Its letters may be off, thirteen to fifteen digits follow.
    pub(super) fn looks_like(&self, value: &str) -> bool {
        let at = self.letters_end(value);
        value.is_ascii() && self.means(&value.as_bytes()[..at]) && chars::mostly_digits(&value[at..], 13..16)
    }

    /// Judges a number: its letters, its length, its digits, the region, the check digit and the class.
    pub(super) fn check(&self, number: &Number) -> Judgement {
        let mut out = Judgement::default();
        let value = number.value;
        let letters = self.letters[0].as_bytes();
        let at = self.letters_end(value);
        let head = value.as_bytes().get(..at).unwrap_or_default();
        let right = head.eq_ignore_ascii_case(letters);
        if head.is_empty() {
            // The digits may have been meant: whoever writes them knows the letters.
            out.doubt(Flaw::Prefix(self.letters), 0..value.chars().count().min(2));
        } else if !right {
            out.wrong(Flaw::Prefix(self.letters), 0..at);
        }
        let digits = value.get(at..).and_then(chars::exactly::<14>);
        let Some(digits) = digits else {
            let enter = if head.is_empty() { Judgement::doubt } else { Judgement::wrong };
            enter(&mut out, Flaw::Length(&[16]), chars::whole(value));
            return out;
        };
        let mut inside = Judgement::default();
        if chars::stray(&digits, |_, c| c.is_ascii_digit(), Judgement::wrong, &mut inside) {
            for problem in inside.problems {
                out.wrong(problem.flaw, problem.start + at..problem.end + at);
            }
            return out;
        }
        chars::lower_case(value, &mut out);
        let class = self.class.width();
        let region: [u8; 6] = part(&digits[class..class + 6]);
        if regions::province_known([region[0], region[1]]) {
            // Zones have codes of their own.
            out.fact(Fact::Region(region));
        } else {
            out.doubt(Flaw::Province, at + class..at + class + 2);
        }
        if checksum::mod_11_10(&digits[..13]) == Some(digits[13]) {
            out.proved = true;
        } else {
            out.doubt(Flaw::CheckChar, at + 13..at + 14);
        }
        self.class.judge(value.as_bytes(), at..at + class, number, &mut out);
        out
    }

    /// Where the letters end: they may be typed twice, or be none.
    fn letters_end(&self, value: &str) -> usize {
        let letters = self.letters[0].as_bytes();
        let bytes = value.as_bytes();
        let typed = |at: usize| bytes.get(at..at + 2).is_some_and(|two| two.eq_ignore_ascii_case(letters));
        if let Some(at) = (0..5).rev().find(|&at| typed(at)) {
            return at + 2;
        }
        // A digit may stand for the second letter (`Y8`).
        if let (16, Some(&[one, two])) = (bytes.len(), bytes.first_chunk())
            && one.is_ascii_alphabetic()
            && self.alike(0, one)
            && self.alike(1, two)
        {
            return 2;
        }
        let last = bytes.iter().take(2).rposition(u8::is_ascii_alphabetic);
        last.map_or(0, |at| at + 1)
    }

    /// Are these the letters, or what becomes of them?
    fn means(&self, head: &[u8]) -> bool {
        let alike = |i, c| self.alike(i, c);
        match head {
            [] => true,
            [one] => alike(0, *one) || alike(1, *one),
            [one, two] => {
                let [a, b] = [alike(0, *one), alike(1, *two)];
                a && b
                    || one.eq_ignore_ascii_case(&self.alike[0][0])
                    || two.eq_ignore_ascii_case(&self.alike[1][0])
                    || alike(0, *two) && alike(1, *one)
            }
            _ => true,
        }
    }

    fn alike(&self, place: usize, c: u8) -> bool {
        self.alike[place].contains(&c.to_ascii_uppercase())
    }
}
