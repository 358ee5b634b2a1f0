//! The words that notices are told by (词表): all of the tables', found in one pass over a text.
//!
//! The tables ask for some three hundred words; looking for each alone would read a notice three hundred times. A word
//! is found by the hash of its first two characters, as labels are.

use std::sync::LazyLock;

use super::name_words;

/// The number of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term(u16);

/// What stands in a text.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Which words, a bit each.
    words: Vec<u64>,
    /// Where the signs stand, in text order.
    pub signs: Vec<(u32, char)>,
}

impl Found {
    /// Does the word stand there?
    pub fn has(&self, term: Term) -> bool {
        self.words.get(usize::from(term.0 >> 6)).is_some_and(|word| word >> (term.0 & 63) & 1 == 1)
    }
}

/// Words in groups (词组), at most 64 of them: of which groups some stand in a text is told at once, and in one place of
/// memory.
#[derive(Default)]
pub struct Groups {
    /// A group, a word of [`Found::words`], and those of its bits that are the group's.
    bits: Vec<(u8, u16, u64)>,
    /// A group, and a word of it that has no number.
    others: Vec<(u8, &'static str)>,
}

impl Groups {
    /// Adds a word to a group.
    pub fn add(&mut self, group: u8, word: &'static str) {
        let Some(Term(number)) = term(word) else {
            self.others.push((group, word));
            return;
        };
        let (at, bit) = (number >> 6, 1 << (number & 63));
        match self.bits.iter_mut().find(|own| (own.0, own.1) == (group, at)) {
            Some((.., bits)) => *bits |= bit,
            None => self.bits.push((group, at, bit)),
        }
    }

    /// The groups of which a word stands in this text, of which these words were found, a bit each.
    pub fn in_text(&self, text: &str, found: &Found) -> u64 {
        let has = |at: u16, bits: u64| found.words.get(usize::from(at)).is_some_and(|word| word & bits != 0);
        let numbered = self.bits.iter().map(|&(group, at, bits)| u64::from(has(at, bits)) << group);
        let others = self.others.iter().map(|&(group, word)| u64::from(text.contains(word)) << group);
        numbered.chain(others).fold(0, |all, one| all | one)
    }
}

/// Single characters that rules look for all over a text (单字): what closes the number of an item, what papers and
/// people are counted by, 第 of an article, and what names of organisations end in.
const SIGNS: &str = "、①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳张份枚人名第\
    司社心厂店行部校园学会院所局馆站场市房室业团府队处";

/// The signs by the twelve low bits of their code, a bit each. Others that share them are found too, and passed over by
/// who asks.
static LOW_BITS: [u64; 64] = {
    let bytes = SIGNS.as_bytes();
    let mut bits = [0; 64];
    let mut at = 0;
    while at < bytes.len() {
        bits[(bytes[at + 1] & 63) as usize] |= 1 << (bytes[at + 2] & 63);
        at += 3;
    }
    bits
};

struct Vocabulary {
    /// Each with the number of another of its slot.
    words: Vec<(&'static [u8], u16)>,
    /// The number of one of the words of each slot.
    slots: Vec<u16>,
}

const SLOTS: usize = 1 << 12;

/// The number of no word.
const NONE: u16 = u16::MAX;

/// Words that the rules' own code asks for, too often to look for each alone.
const OWN: [&[&str]; 1] = [&name_words::LEADS];

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let columns = |table: &'static str, numbers: &'static [usize]| {
        let rows = table.as_bytes().split(|&byte| byte == b'\n').filter(|row| !row.starts_with(b"#"));
        let cells = rows.flat_map(|row| row.split(|&byte| byte == b'\t').enumerate());
        let cells = cells.filter(|(number, _)| numbers.contains(number));
        cells.flat_map(|(_, cell)| cell.split(|byte| matches!(byte, b'|' | b'+' | b'/' | b'-')))
    };
    let all = columns(include_str!("../../data/notice_types.tsv"), &[3, 4])
        .chain(columns(include_str!("../../data/required.tsv"), &[5, 6, 7]))
        .chain(columns(include_str!("../../data/periods.tsv"), &[5, 6, 7]))
        .chain(columns(include_str!("../../data/days_ahead.tsv"), &[6, 7]))
        .chain(OWN.into_iter().flatten().map(|word| word.as_bytes()));
    let mut vocabulary = Vocabulary { words: Vec::new(), slots: vec![NONE; SLOTS] };
    all.for_each(|word| vocabulary.add(word));
    vocabulary
});

impl Vocabulary {
    /// Adds a word, unless it is there or does not start with a Chinese character.
    fn add(&mut self, word: &'static [u8]) {
        let Some(head) = word.first_chunk().filter(|head| head[0] >= 0xe0) else { return };
        if self.at(head).all(|(_, other)| other != word) {
            let slot = &mut self.slots[slot(head)];
            self.words.push((word, *slot));
            *slot = (self.words.len() - 1) as u16;
        }
    }

    /// The words that may stand at the start of this text, with their numbers.
    fn at(&self, head: &[u8; SHORTEST]) -> impl Iterator<Item = (Term, &'static [u8])> {
        let mut next = self.slots[slot(head)];
        std::iter::from_fn(move || {
            let (word, another) = *self.words.get(usize::from(next))?;
            Some((Term(std::mem::replace(&mut next, another)), word))
        })
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
    VOCABULARY.at(head).find(|(_, other)| *other == word.as_bytes()).map(|(term, _)| term)
}

/// Does a full stop or a 、 stand behind the first byte?
fn is_stop(rest: &[u8]) -> bool {
    rest.get(1..4).is_some_and(|next| matches!(next, [0xe3, 0x80, 0x81 | 0x82]))
}

/// The words and signs that stand in a text.
pub fn find(text: &str) -> Found {
    let vocabulary = &*VOCABULARY;
    let bytes = text.as_bytes();
    let mut found = Found { words: vec![0; vocabulary.words.len().div_ceil(64)], signs: Vec::new() };
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        // Words start with Chinese characters.
        if rest[0] < 0xe0 {
            // A colon with nothing behind it, as far as this line goes.
            let open = rest[0] == b':' && (matches!(rest.get(1), Some(b',' | b';' | b')')) || is_stop(rest));
            if matches!(rest[0], b'.' | b')') || open {
                found.signs.push((at as u32, char::from(rest[0])));
            }
            at += 1;
            continue;
        }
        if LOW_BITS[usize::from(rest[1] & 63)] >> (rest[2] & 63) & 1 == 1 {
            found.signs.extend(text[at..].chars().next().map(|sign| (at as u32, sign)));
        }
        let Some(head) = rest.first_chunk::<SHORTEST>() else {
            at += 3;
            continue;
        };
        for (term, word) in vocabulary.at(head) {
            // Most words are no longer than their heads.
            if word.first_chunk() == Some(head) && (word.len() == SHORTEST || rest.starts_with(word)) {
                found.words[usize::from(term.0 >> 6)] |= 1 << (term.0 & 63);
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
        for (word, _) in &VOCABULARY.words {
            let word = str::from_utf8(word).expect("the tables are text");
            let term = term(word).expect("it has a number");
            assert_eq!(found.has(term), text.contains(word), "{word}");
        }
        assert!(VOCABULARY.words.len() > 200);
        assert_eq!(term("no such word"), None);
    }

    #[test]
    fn groups_of_words() {
        let mut groups = Groups::default();
        for (group, words) in [(0, ["清算组", "债权人"]), (5, ["债权人", "遗失"]), (63, ["no such", "债"])]
        {
            words.into_iter().for_each(|word| groups.add(group, word));
        }
        for (text, want) in [
            ("成立清算组", vec![0]),
            ("通知债权人", vec![0, 5, 63]),
            ("证件遗失", vec![5]),
            ("no such word", vec![63]),
            ("成立清算小组", vec![]),
        ] {
            let told = groups.in_text(text, &find(text));
            assert_eq!((0..64).filter(|group| told >> group & 1 == 1).collect::<Vec<_>>(), want, "{text}");
        }
    }

    #[test]
    fn finds_every_sign() {
        for sign in SIGNS.chars().chain(['.', ')']) {
            for text in [format!("{sign}"), format!("甲1{sign}"), format!("甲{sign}乙丙")] {
                let want = text.char_indices().filter(|(_, c)| *c == sign).map(|(at, c)| (at as u32, c));
                let got: Vec<_> = find(&text).signs.into_iter().filter(|(_, c)| *c == sign).collect();
                assert_eq!(got, want.collect::<Vec<_>>(), "{text}");
            }
        }
    }
}
