//! The words that name a number (标签): `data/labels.tsv`, looked up on folded glyphs.
//!
//! Matching works on [`crate::text::view::View`]'s glyphs, from which blanks and line ends are gone, so that
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
#[derive(Clone, Copy)]
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
        &TABLE.lists[usize::from(self.list)]
    }

    /// May it also name what has no kind of its own?
    pub fn names_others(&self) -> bool {
        self.kinds().iter().any(|kind| kinds::OTHER.contains(kind))
    }

    /// Does it name these kinds and no others?
    pub fn is_exact(&self) -> bool {
        is_exact(self.kinds().iter().copied())
    }

    /// Does it name a thing whose numbers have no kind of their own yet?
    pub fn is_other(&self) -> bool {
        self.kinds().first().is_some_and(|kind| kinds::OTHER.contains(kind))
    }
}

/// Do labels of these kinds name nothing else? Receipts (票据) are of any sort and have no form of their own.
pub fn is_exact(mut kinds: impl Iterator<Item = &'static Kind>) -> bool {
    let Some(first) = kinds.next() else { return false };
    let vague = |kind: &Kind| kinds::OTHER.contains(&kind) || kind == &kinds::receipt_number::KIND;
    !kinds::OTHER.contains(&first) && !kinds.any(vague)
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
    /// The lists of kinds that there are.
    lists: Vec<Vec<&'static Kind>>,
}

/// `data/labels.tsv` as `build.rs` packs it.
static PACKED: &str = include_str!(concat!(env!("OUT_DIR"), "/labels.txt"));

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table {
        glyphs: Vec::with_capacity(1 << 15),
        labels: Vec::with_capacity(1 << 13),
        slots: vec![0; SLOTS + 1],
        used: [0; SLOTS / 64],
        lists: Vec::new(),
    };
    let mut role = Role::None;
    for line in PACKED.lines() {
        match line.strip_prefix('=') {
            Some(named) => role = table.begin(named),
            None => table.add(line, role),
        }
    }
    table.arrange();
    table
});

impl Table {
    /// Begins the labels of a role and a list of kinds.
    fn begin(&mut self, named: &'static str) -> Role {
        let (role, ids) = named.split_once('\t').unwrap_or((named, ""));
        let kinds = ids.split(' ').filter(|id| !id.is_empty()).filter_map(kinds::by_id);
        self.lists.push(kinds.collect());
        match role {
            "field" => Role::Field,
            "noun" => Role::Noun,
            "number" => Role::Number,
            _ => Role::None,
        }
    }

    /// Adds a label to those begun.
    fn add(&mut self, line: &str, role: Role) {
        let mut chars = line.chars();
        let shared = chars.next().and_then(|digit| digit.to_digit(10)).unwrap_or(0) as usize;
        let before = self.labels.last().map_or(0, |label| label.at as usize);
        let at = self.glyphs.len();
        self.glyphs.extend_from_within(before..before + shared);
        self.glyphs.extend(chars.map(|c| c.to_ascii_lowercase()));
        let len = (self.glyphs.len() - at) as u8;
        let list = self.lists.len() as u16 - 1;
        self.labels.push(Label { at: at as u32, len, role, list });
    }

    /// Puts the labels slot by slot, the longest of each first, by counting: a sort would be one more to fetch.
    fn arrange(&mut self) {
        let slot_of = |label: &Label| {
            let glyphs = &self.glyphs[label.at as usize..];
            slot(glyphs[0], glyphs[1])
        };
        for label in &self.labels {
            let slot = slot_of(label);
            self.slots[slot + 1] += 1;
            self.used[slot / 64] |= 1 << (slot % 64);
        }
        for slot in 0..SLOTS {
            self.slots[slot + 1] += self.slots[slot];
        }
        let mut ends = self.slots.clone();
        let mut order = vec![0; self.labels.len()];
        for (number, label) in self.labels.iter().enumerate() {
            let end = &mut ends[slot_of(label)];
            let start = usize::from(self.slots[slot_of(label)]);
            let shorter = |&number: &usize| self.labels[number].len < label.len;
            let at =
                start + order[start..usize::from(*end)].iter().take_while(|&number| !shorter(number)).count();
            order.copy_within(at..usize::from(*end), at + 1);
            order[at] = number;
            *end += 1;
        }
        self.labels = order.into_iter().map(|number| self.labels[number]).collect();
    }

    /// Are there labels in the slot?
    #[inline]
    fn has_slot(&self, slot: usize) -> bool {
        self.used[slot / 64] >> (slot % 64) & 1 == 1
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

/// Adds the labels that start in the glyphs `from..to` to `hits`, leftmost and longest first, never overlapping;
/// gives where the next search goes on. `parted` tells whether a joint stands before a glyph.
pub fn find(
    chars: &[char],
    parted: impl Fn(usize) -> bool,
    from: usize,
    to: usize,
    hits: &mut Vec<Hit>,
) -> usize {
    let table = &*TABLE;
    let to = to.min(chars.len().saturating_sub(1));
    let mut at = from;
    while at < to {
        let mut pairs = chars[at..=to].windows(2);
        let Some(passed) = pairs.position(|pair| table.has_slot(slot(pair[0], pair[1]))) else { return to };
        at += passed;
        // `void` is no ID.
        let inside = || {
            at > 0 && chars[at].is_ascii_alphabetic() && chars[at - 1].is_ascii_alphabetic() && !parted(at)
        };
        // `2024年4月⏎票据号码` is no 月票: what stands behind the joint is a label by itself, and no shorter one.
        let hidden = |len: usize| {
            let behind = (at + 1..at + len).find(|&i| parted(i));
            let behind = behind.filter(|&i| i + 1 < chars.len()).and_then(|i| table.longest(&chars[i..]));
            behind.is_some_and(|behind| usize::from(behind.len) >= len)
        };
        match table.longest(&chars[at..]) {
            Some(label) if !inside() && !hidden(label.len.into()) => {
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
            include_str!("../../data/labels.tsv").lines().filter(|l| !l.starts_with('#')).collect();
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
    fn unpacks_to_the_table() {
        let rows = include_str!("../../data/labels.tsv").lines().filter(|l| !l.starts_with('#'));
        let mut want: Vec<String> = rows.map(|row| row.to_ascii_lowercase()).collect();
        let mut got: Vec<String> = TABLE
            .labels
            .iter()
            .map(|label| {
                let glyphs = &TABLE.glyphs[label.at as usize..][..usize::from(label.len)];
                let kinds: Vec<&str> = label.kinds().iter().map(|kind| kind.id).collect();
                let role = format!("{:?}", label.role).to_lowercase();
                format!("{}\t{role}\t{}", glyphs.iter().collect::<String>(), kinds.join(" "))
            })
            .collect();
        want.sort_unstable();
        got.sort_unstable();
        assert_eq!(got, want);
        for label in &TABLE.labels {
            let glyphs = &TABLE.glyphs[label.at as usize..][..usize::from(label.len)];
            let found = TABLE.longest(glyphs).expect("a label of the table");
            assert_eq!(TABLE.glyphs[found.at as usize..][..usize::from(found.len)], *glyphs);
        }
    }

    #[test]
    fn finds_the_longest() {
        let chars: Vec<char> = "将营业执照注册号与统一社会信用代码".chars().collect();
        let mut hits = Vec::new();
        find(&chars, |_| false, 0, chars.len(), &mut hits);
        let found: Vec<String> = hits.iter().map(|h| chars[h.start..h.end].iter().collect()).collect();
        assert_eq!(found, ["营业执照注册号", "统一社会信用代码"]);
    }
}
