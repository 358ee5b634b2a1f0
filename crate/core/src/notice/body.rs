//! A notice's text as its rules read it (正文): folded, blanks and line ends left out, with the way back.

use std::cell::OnceCell;
use std::ops::Range;

use super::vocabulary::{self, Found, Term};

use crate::view::View;

/// Folded text. Its offsets count bytes of `compact`; [`Body::place`] leads back to the pasted text.
#[derive(Default)]
pub struct Body {
    /// The text without blanks and line ends, full-width letters and signs as ASCII.
    pub compact: String,
    /// For each byte of `compact`, where its character starts in the pasted text.
    starts: Vec<u32>,
    /// Where the text ends.
    end: usize,
    /// The words of the tables that stand in it, looked for when first asked.
    found: OnceCell<Found>,
}

impl Body {
    /// Folds `text[range]`.
    pub fn new(text: &str, range: Range<usize>) -> Body {
        let mut body = Body::default();
        body.fold(text, range);
        body
    }

    /// Folds `text[range]` into this one.
    pub fn fold(&mut self, text: &str, range: Range<usize>) {
        let mut view = View::default();
        view.fold(text, range.start, range.end);
        self.compact.clear();
        self.starts.clear();
        self.compact.reserve(range.len());
        self.starts.reserve(range.len());
        for (i, &ch) in view.chars.iter().enumerate() {
            self.compact.push(ch);
            let start = view.start(i) as u32;
            for _ in self.starts.len()..self.compact.len() {
                self.starts.push(start);
            }
        }
        self.end = range.end;
        self.found = OnceCell::new();
    }

    /// The place in the pasted text of a range of `compact`; blanks behind it are left out.
    pub fn place(&self, text: &str, range: Range<usize>) -> Range<usize> {
        let start = self.starts.get(range.start).map_or(self.end, |&at| at as usize);
        let last = range.end.checked_sub(1).and_then(|last| self.starts.get(last));
        let end = last.map_or(start, |&at| {
            let at = at as usize;
            at + text[at..].chars().next().map_or(0, char::len_utf8)
        });
        start..end.max(start)
    }

    /// The range of `compact` that a place in the pasted text covers.
    pub fn inside(&self, place: &Range<usize>) -> Range<usize> {
        let at = |byte: usize| self.starts.partition_point(|&start| (start as usize) < byte);
        at(place.start)..at(place.end)
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
        self.found.get_or_init(|| vocabulary::find(&self.compact)).has(term)
    }

    /// Is one of the words there?
    pub fn says_any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.says(word))
    }

    /// Where a word stands, each time.
    pub fn all<'a>(&'a self, word: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        self.compact.match_indices(word).map(move |(at, _)| at..at + word.len())
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
