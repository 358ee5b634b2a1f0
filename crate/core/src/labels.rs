//! The words that name a number (标签): `data/labels.tsv`, looked up on folded glyphs.
//!
//! Matching works on [`crate::view::View`]'s glyphs, from which blanks and line ends are gone, so that
//! `统一社会⏎信用代码` and `编 号` are read. A label is found by the hash of its first two glyphs; nine
//! glyphs of ten are passed over by one look into a small table.

use std::sync::LazyLock;

use crate::kinds::{self, Kind};

/// What a label does for the number beside it (作用).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Names the number that follows: `统一社会信用代码`, `核准号`.
    Field,
    /// Names the thing the number belongs to, before or after it: `公章`, `医师资格证书`.
    Noun,
    /// Says that a number follows, not which: `编号`, `号码`.
    Number,
    /// Says that what follows is no number to check: `邮编`, `门牌号`.
    None,
}

/// One row of the table.
pub struct Label {
    chars: Vec<char>,
    /// What it does.
    pub role: Role,
    /// The kinds it may name, the likeliest first.
    pub kinds: Vec<&'static Kind>,
}

impl Label {
    /// Does it name a thing whose numbers have no kind of their own yet?
    pub fn is_other(&self) -> bool {
        self.kinds.first().is_some_and(|kind| kinds::OTHER.contains(kind))
    }
}

/// A label found: glyphs `start..end`.
#[derive(Clone, Copy)]
pub struct Hit {
    /// First glyph.
    pub start: usize,
    /// One past the last glyph.
    pub end: usize,
    /// The row.
    pub label: &'static Label,
}

/// So many that most pairs of glyphs meet an empty one.
const SLOTS: usize = 1 << 14;

struct Table {
    /// Sorted by slot, then the longest first.
    labels: Vec<Label>,
    /// Labels of slot `s` are `labels[first[s]..first[s + 1]]`.
    first: Vec<u16>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let rows = include_str!("../data/labels.tsv").lines().filter(|line| !line.starts_with('#'));
    let mut labels: Vec<Label> = rows.map(parse).collect();
    labels.sort_by_key(|label| (slot(label.chars[0], label.chars[1]), usize::MAX - label.chars.len()));
    let mut first = vec![0; SLOTS + 1];
    for label in &labels {
        first[slot(label.chars[0], label.chars[1]) + 1] += 1;
    }
    for s in 0..SLOTS {
        first[s + 1] += first[s];
    }
    Table { labels, first }
});

fn parse(row: &'static str) -> Label {
    let mut columns = row.split('\t');
    let chars = columns.next().unwrap_or_default().chars().collect();
    let role = match columns.next() {
        Some("field") => Role::Field,
        Some("noun") => Role::Noun,
        Some("number") => Role::Number,
        _ => Role::None,
    };
    let ids = columns.next().unwrap_or_default().split(' ').filter(|id| !id.is_empty());
    Label { chars, role, kinds: ids.filter_map(kinds::by_id).collect() }
}

fn slot(a: char, b: char) -> usize {
    let key = (a.to_ascii_lowercase() as u32) << 8 ^ b.to_ascii_lowercase() as u32;
    (key.wrapping_mul(0x9e37_79b1) >> 18) as usize
}

/// Adds the labels that start in `chars[from..to]` to `hits`, leftmost and longest first, never overlapping;
/// gives where the next search goes on.
pub fn find(chars: &[char], from: usize, to: usize, hits: &mut Vec<Hit>) -> usize {
    let table = &*TABLE;
    let mut at = from;
    while at < to && at + 1 < chars.len() {
        let slot = slot(chars[at], chars[at + 1]);
        let (first, last) = (table.first[slot], table.first[slot + 1]);
        let found = (first..last).map(|i| &table.labels[usize::from(i)]).find(|label| {
            chars[at..].len() >= label.chars.len()
                && label.chars.iter().zip(&chars[at..]).all(|(a, b)| a.eq_ignore_ascii_case(b))
        });
        match found {
            Some(label) => {
                hits.push(Hit { start: at, end: at + label.chars.len(), label });
                at += label.chars.len();
            }
            None => at += 1,
        }
    }
    at.max(from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table_is_sorted_and_whole() {
        let rows: Vec<&str> =
            include_str!("../data/labels.tsv").lines().filter(|l| !l.starts_with('#')).collect();
        assert!(rows.len() > 200);
        for pair in rows.windows(2) {
            let label = |row: &'static str| row.split('\t').next().expect("split gives one piece at least");
            assert!(label(pair[0]) < label(pair[1]), "{} before {}", pair[0], pair[1]);
        }
        for row in rows {
            let columns: Vec<&str> = row.split('\t').collect();
            assert_eq!(columns.len(), 3, "{row}");
            assert!(columns[0].chars().count() >= 2, "{row}: one glyph is too little");
            assert!(["field", "noun", "number", "none"].contains(&columns[1]), "{row}");
            for id in columns[2].split(' ').filter(|id| !id.is_empty()) {
                assert!(kinds::by_id(id).is_some(), "{row}: no kind {id}");
            }
            let named = matches!(columns[1], "field" | "noun");
            assert_eq!(
                named,
                !columns[2].is_empty(),
                "{row}: kinds where the role names one, and only there"
            );
        }
    }

    #[test]
    fn finds_the_longest() {
        let chars: Vec<char> = "将营业执照注册号与统一社会信用代码".chars().collect();
        let mut hits = Vec::new();
        find(&chars, 0, chars.len(), &mut hits);
        let found: Vec<String> = hits.iter().map(|h| chars[h.start..h.end].iter().collect()).collect();
        assert_eq!(found, ["营业执照注册号", "统一社会信用代码"]);
    }
}
