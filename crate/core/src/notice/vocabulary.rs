//! The words that notices are told by (词表): all of the tables', found in one pass over a text.
//!
//! The tables ask for some three hundred words; looking for each alone would read a notice three hundred times. A word
//! is found by the hash of its first two characters, as labels are.

use std::sync::LazyLock;

use crate::order;

/// The number of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term(u16);

/// Which words stand in a text.
#[derive(Clone, Debug, Default)]
pub struct Found(Vec<u64>);

impl Found {
    /// Does the word stand there?
    pub fn has(&self, term: Term) -> bool {
        self.0.get(usize::from(term.0 >> 6)).is_some_and(|word| word >> (term.0 & 63) & 1 == 1)
    }
}

struct Vocabulary {
    /// Slot by slot.
    words: Vec<&'static str>,
    /// Where each slot's words start; one more for the end of the last.
    slots: Vec<u16>,
}

const SLOTS: usize = 1 << 12;

/// Words that the rules' own code asks for, too often to look for each alone.
const OWN: [&str; 0] = [];

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let columns = |table: &'static str, numbers: &'static [usize]| {
        let rows = table.lines().filter(|line| !line.starts_with('#'));
        let cells = rows.flat_map(move |row| {
            row.split('\t').enumerate().filter(move |(i, _)| numbers.contains(i)).map(|(_, cell)| cell)
        });
        cells.flat_map(|cell| cell.split(['|', '+'])).map(|word| word.trim_start_matches('-'))
    };
    let all = columns(include_str!("../../data/notice_types.tsv"), &[3, 4])
        .chain(columns(include_str!("../../data/required.tsv"), &[5, 6]))
        .chain(columns(include_str!("../../data/periods.tsv"), &[5, 6]))
        .chain(OWN);
    let slotted = all.filter_map(|word| {
        let head = word.as_bytes().first_chunk().filter(|head| head[0] >= 0xe0)?;
        Some((slot(head), word))
    });
    let mut slotted: Vec<(usize, &str)> = order::sorted(slotted.collect(), Ord::cmp);
    slotted.dedup();
    let mut slots = vec![0; SLOTS + 1];
    for (slot, _) in &slotted {
        slots[slot + 1] += 1;
    }
    let words = slotted.into_iter().map(|(_, word)| word).collect();
    for slot in 0..SLOTS {
        slots[slot + 1] += slots[slot];
    }
    Vocabulary { words, slots }
});

impl Vocabulary {
    /// The words that may stand at the start of this text, with their numbers.
    fn at(&self, head: &[u8; SHORTEST]) -> impl Iterator<Item = (Term, &'static str)> {
        let slot = slot(head);
        (self.slots[slot]..self.slots[slot + 1]).map(|number| (Term(number), self.words[usize::from(number)]))
    }
}

/// No word is shorter, in bytes: two Chinese characters.
const SHORTEST: usize = 6;

/// The slot of a text by its first two characters. The first byte of each tells little, so the other two of both are
/// taken.
fn slot(&[_, b, c, _, e, f]: &[u8; SHORTEST]) -> usize {
    let key = u32::from_be_bytes([b, c, e, f]);
    (key.wrapping_mul(0x9e37_79b1) >> 20) as usize
}

/// The number of a word; none if no table asks for it.
pub fn term(word: &str) -> Option<Term> {
    let head = word.as_bytes().first_chunk()?;
    VOCABULARY.at(head).find(|(_, other)| *other == word).map(|(term, _)| term)
}

/// The words that stand in a text.
pub fn find(text: &str) -> Found {
    let vocabulary = &*VOCABULARY;
    let bytes = text.as_bytes();
    let mut found = Found(vec![0; vocabulary.words.len().div_ceil(64)]);
    let mut at = 0;
    while let Some(head) = bytes.get(at..).and_then(|rest| rest.first_chunk()) {
        // Words start with Chinese characters.
        if head[0] < 0xe0 {
            at += 1;
            continue;
        }
        for (term, word) in vocabulary.at(head) {
            if bytes[at..].starts_with(word.as_bytes()) {
                found.0[usize::from(term.0 >> 6)] |= 1 << (term.0 & 63);
            }
        }
        at += 3;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_is_there() {
        let text = "经股东会决议，拟将注册资本由500万元减至100万元，债权人可在公告之日起45日内申报债权";
        let found = find(text);
        for word in &VOCABULARY.words {
            let term = term(word).expect("it has a number");
            assert_eq!(found.has(term), text.contains(word), "{word}");
        }
        assert!(VOCABULARY.words.len() > 200);
        assert_eq!(term("no such word"), None);
    }
}
