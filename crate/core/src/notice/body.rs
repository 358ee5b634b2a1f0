//! A notice's text as its rules read it (正文): folded, blanks and line ends left out, with the way back.

use std::cell::OnceCell;
use std::ops::Range;

use super::types::Sort;
use super::vocabulary::{self, Found, Term};
use crate::text::border;
use crate::text::view::{self, Folded, View};

/// Folded text. Its offsets count bytes of `compact`; [`Body::place`] leads back to the pasted text.
#[derive(Default)]
pub struct Body {
    /// The text without blanks and line ends, full-width letters and signs as ASCII.
    pub compact: String,
    /// Where the way back changes: a byte of `compact`, and the byte of the pasted text that it comes from. Between two
    /// of them both go on byte by byte.
    steps: Vec<(u32, u32)>,
    /// Where the text ends.
    end: usize,
    /// The words of the tables that stand in it, looked for when first asked.
    found: OnceCell<Found>,
    /// The type that its words make it, when first asked.
    pub(super) told: OnceCell<Option<&'static Sort>>,
}

impl Body {
    /// Folds `text[range]`.
    pub fn new(text: &str, range: Range<usize>) -> Body {
        let mut body = Body { end: range.end, ..Body::default() };
        if body.fold(text, range.clone()) == Beside::Signs {
            body.compact.clear();
            body.steps.clear();
            let mut view = View::default();
            view.fold(text, range.start, range.end);
            for (i, &glyph) in view.chars.iter().enumerate() {
                body.push(glyph, view.start(i));
            }
        }
        body
    }

    /// Folds each character by itself, as [`View`] does; tells whether there are some that hang on their neighbours.
    fn fold(&mut self, text: &str, range: Range<usize>) -> Beside {
        let bytes = text.as_bytes();
        self.compact.reserve(range.len());
        let mut beside = Beside::Nothing;
        // Where the last mask sign ends in `compact`.
        let mut masked = usize::MAX;
        // What stands for itself is copied as a whole.
        let (mut copied, mut at) = (range.start, range.start);
        while at < range.end {
            match bytes[at] {
                // Most Chinese characters; 一 is among the next.
                0xe5..=0xe9 => {
                    at += 3;
                    continue;
                }
                0xe4 if bytes[at + 1] != 0xb8 || bytes[at + 2] != 0x80 => {
                    at += 3;
                    continue;
                }
                b'x' | b'X' | b'#' | b'?' => {}
                b'!'..=b'~' => {
                    at += 1;
                    continue;
                }
                _ => {}
            }
            let Some(ch) = text[at..].chars().next() else { break };
            self.copy(text, copied..at);
            copied = at + ch.len_utf8();
            if let Folded::Glyph(glyph) = view::folded(ch) {
                let near = match glyph {
                    '一' => self.compact.ends_with(|c: char| c.is_ascii_digit()),
                    '×' | '✕' | 'х' | 'Х' | 'Ⅹ' | 'ⅹ' => true,
                    glyph => view::is_mask(glyph) && masked == self.compact.len(),
                };
                if near {
                    beside = Beside::Signs;
                }
                self.push(glyph, at);
                if view::is_mask(glyph) {
                    masked = self.compact.len();
                }
            }
            at = copied;
        }
        self.copy(text, copied..range.end);
        beside
    }

    /// Adds what stands for itself.
    fn copy(&mut self, text: &str, part: Range<usize>) {
        if !part.is_empty() {
            self.step(part.start);
            self.compact.push_str(&text[part]);
        }
    }

    /// Adds a glyph and where it comes from.
    fn push(&mut self, glyph: char, from: usize) {
        self.step(from);
        self.compact.push(glyph);
    }

    /// The next byte of `compact` comes from this byte of the pasted text.
    fn step(&mut self, from: usize) {
        let (at, from) = (self.compact.len() as u32, from as u32);
        if self.steps.last().is_none_or(|last| from - last.1 != at - last.0) {
            self.steps.push((at, from));
        }
    }

    /// Where the character starts in the pasted text to which a byte of `compact` belongs.
    fn start(&self, text: &str, at: usize) -> Option<usize> {
        let step = self.steps.partition_point(|step| step.0 as usize <= at).checked_sub(1)?;
        let step = self.steps[step];
        let start = border::before(text, step.1 as usize + at - step.0 as usize);
        (at < self.compact.len()).then_some(start)
    }

    /// The place in the pasted text of a range of `compact`; blanks behind it are left out.
    pub fn place(&self, text: &str, range: Range<usize>) -> Range<usize> {
        let start = self.start(text, range.start).unwrap_or(self.end);
        let last = range.end.checked_sub(1).and_then(|last| self.start(text, last));
        let end = last.map_or(start, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
        start..end.max(start)
    }

    /// The range of `compact` that a place in the pasted text covers.
    pub fn inside(&self, place: &Range<usize>) -> Range<usize> {
        self.at(place.start)..self.at(place.end)
    }

    /// The first character in `compact` that starts at this byte of the pasted text or behind it.
    fn at(&self, byte: usize) -> usize {
        let next = self.steps.partition_point(|step| (step.1 as usize) < byte);
        let Some(step) = next.checked_sub(1).map(|step| self.steps[step]) else { return 0 };
        let end = self.steps.get(next).map_or(self.compact.len(), |next| next.0 as usize);
        border::after(&self.compact, (step.0 as usize + byte - step.1 as usize).min(end))
    }

    /// Is the word there?
    pub fn says(&self, word: &str) -> bool {
        match vocabulary::term(word) {
            Some(term) => self.has(term),
            None => self.compact.contains(word),
        }
    }

    /// Is the word of this number there?
    pub fn has(&self, term: Term) -> bool {
        self.found().has(term)
    }

    /// The words of the tables that are there.
    pub(super) fn found(&self) -> &Found {
        self.found.get_or_init(|| vocabulary::find(&self.compact))
    }

    /// Is one of the words there?
    pub fn says_any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.says(word))
    }

    /// Where a word stands, each time.
    pub fn all<'a>(&'a self, word: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        self.compact.match_indices(word).map(move |(at, _)| at..at + word.len())
    }

    /// Where signs of the vocabulary stand, in text order.
    pub(super) fn signs(&self, wanted: impl Fn(char) -> bool) -> impl Iterator<Item = (usize, char)> {
        let signs = self.found().signs.iter().map(|&(at, sign)| (at as usize, sign));
        signs.filter(move |&(_, sign)| wanted(sign))
    }

    /// Where the first of the words stands.
    pub fn first(&self, words: &[&str]) -> Option<Range<usize>> {
        let found = words.iter().filter_map(|word| self.compact.find(word).map(|at| at..at + word.len()));
        found.min_by_key(|range| range.start)
    }

    /// The last characters before an offset, at most so many.
    pub fn before(&self, at: usize, most: usize) -> &str {
        let start = self.compact[..at].char_indices().rev().take(most).last().map_or(at, |(i, _)| i);
        &self.compact[start..at]
    }

    /// The characters from an offset on, at most so many.
    pub fn after(&self, at: usize, most: usize) -> &str {
        let rest = &self.compact[at..];
        let end = rest.char_indices().nth(most).map_or(rest.len(), |(i, _)| i);
        &rest[..end]
    }
}

/// What hangs on the characters beside it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beside {
    /// Nothing: each character was folded by itself.
    Nothing,
    /// Signs that may be masks or dashes.
    Signs,
}

/// A notice in the text.
pub struct Piece {
    /// From its first character to its last, the title left out where it stands apart.
    pub range: Range<usize>,
    /// Its title.
    pub title: Option<Range<usize>>,
    /// The lines that sign it: name and date.
    pub signature: Option<Range<usize>>,
    /// The text of its range.
    pub body: Body,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        let text = "前文。公 司\n代码９１、终";
        let body = Body::new(text, "前文。".len()..text.len());
        assert_eq!(body.compact, "公司代码91、终");
        for word in ["公司", "代码91", "终", "司代"] {
            let range = body.first(&[word]).expect("it is there");
            let place = body.place(text, range.clone());
            let back: String = text[place.clone()].split_whitespace().collect();
            assert_eq!(Body::new(&back, 0..back.len()).compact, word);
            assert_eq!(body.inside(&place), range, "{word}");
        }
        assert_eq!((body.before(6, 1), body.after(6, 2)), ("司", "代码"));
        assert_eq!((body.before(0, 3), body.after(body.compact.len(), 3)), ("", ""));
    }
}
