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
    /// Where its glyphs start in the table's.
    at: u32,
    /// How many it has.
    len: u8,
    /// What it does.
    pub role: Role,
    /// Which of the table's lists has its kinds.
    list: u16,
}

impl Label {
    /// The kinds it may name, the likeliest first.
    pub fn kinds(&self) -> &'static [&'static Kind] {
        &TABLE.lists[usize::from(self.list)].1
    }

    /// Does it name a thing whose numbers have no kind of their own yet?
    pub fn is_other(&self) -> bool {
        self.kinds().first().is_some_and(|kind| kinds::OTHER.contains(kind))
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
    /// The glyphs of all labels, one label behind the other; small letters stand for both cases.
    glyphs: Vec<char>,
    /// The labels slot by slot, the longest of each first.
    labels: Vec<Label>,
    /// Where each slot's labels start; one more for the end of the last.
    slots: Vec<u16>,
    /// Which slots have labels, a bit each: small enough to stay in the fastest cache.
    used: [u64; SLOTS / 64],
    /// The lists of kinds that there are, as the table writes them and as kinds.
    lists: Vec<(&'static str, Vec<&'static Kind>)>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let rows = || include_str!("../data/labels.tsv").lines().filter(|line| !line.starts_with('#'));
    let mut table = Table {
        glyphs: Vec::with_capacity(1 << 15),
        labels: Vec::with_capacity(1 << 12),
        slots: vec![0; SLOTS + 1],
        used: [0; SLOTS / 64],
        lists: Vec::new(),
    };
    for row in rows() {
        table.add(row);
    }
    let Table { glyphs, labels, slots, used, .. } = &mut table;
    let slot_of = |label: &Label| slot(glyphs[label.at as usize], glyphs[label.at as usize + 1]);
    labels.sort_by_cached_key(|label| (slot_of(label), std::cmp::Reverse(label.len)));
    for label in labels.iter() {
        slots[slot_of(label) + 1] += 1;
        used[slot_of(label) / 64] |= 1 << (slot_of(label) % 64);
    }
    for slot in 0..SLOTS {
        slots[slot + 1] += slots[slot];
    }
    table
});

impl Table {
    fn add(&mut self, row: &'static str) {
        let mut columns = row.split('\t');
        let (text, role, ids) = (columns.next(), columns.next(), columns.next().unwrap_or_default());
        let role = match role {
            Some("field") => Role::Field,
            Some("noun") => Role::Noun,
            Some("number") => Role::Number,
            _ => Role::None,
        };
        let list = self.lists.iter().position(|(written, _)| *written == ids).unwrap_or_else(|| {
            let kinds = ids.split(' ').filter(|id| !id.is_empty()).filter_map(kinds::by_id);
            self.lists.push((ids, kinds.collect()));
            self.lists.len() - 1
        });
        let at = self.glyphs.len();
        self.glyphs.extend(text.unwrap_or_default().chars().map(|c| c.to_ascii_lowercase()));
        let len = (self.glyphs.len() - at) as u8;
        if len >= 2 {
            self.labels.push(Label { at: at as u32, len, role, list: list as u16 });
        }
    }

    /// The longest label that the glyphs start with.
    fn longest(&self, chars: &[char]) -> Option<&Label> {
        let slot = slot(chars[0], chars[1]);
        let labels = &self.labels[usize::from(self.slots[slot])..usize::from(self.slots[slot + 1])];
        labels.iter().find(|label| self.starts(label, chars))
    }

    /// Do the glyphs start with the label?
    fn starts(&self, label: &Label, chars: &[char]) -> bool {
        let len = usize::from(label.len);
        let own = &self.glyphs[label.at as usize..][..len];
        chars.len() >= len && own.iter().zip(chars).all(|(a, b)| *a == b.to_ascii_lowercase())
    }
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
        if table.used[slot / 64] >> (slot % 64) & 1 == 0 {
            at += 1;
            continue;
        }
        // `void` is no ID.
        let inside = at > 0 && chars[at].is_ascii_alphabetic() && chars[at - 1].is_ascii_alphabetic();
        match table.longest(&chars[at..]) {
            Some(label) if !inside => {
                let end = at + usize::from(label.len);
                hits.push(Hit { start: at, end, label });
                at = end;
            }
            _ => at += 1,
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
            let connector = columns[0].ends_with(['为', '是', '第', ':', '(']);
            assert!(!connector, "{row}: what stands between a label and its number is no part of it");
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
