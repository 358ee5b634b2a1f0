//! Certificates whose number is only a shape (证照样式): the rows of `data/certificates.tsv` as kinds.

use std::sync::LazyLock;

use super::{Confidence, Kind, Of, Rule, by_id};
use crate::layout::Shape;
use crate::tables::table::Row;

static TABLE: &str = include_str!("../../data/certificates.tsv");

static KINDS: LazyLock<Vec<Kind>> = LazyLock::new(|| rows().filter_map(kind).collect());

/// Words that tell a number of a kind from others, sorted.
static WORDS: LazyLock<Vec<(Vec<char>, &Kind)>> = LazyLock::new(|| {
    let mut all: Vec<(Vec<char>, &Kind)> = Vec::new();
    for kind in kinds() {
        let Rule::Shape(shape) = kind.rule else { continue };
        for words in shape.words() {
            // Kept in order as it grows: a sort would be one more for every page to fetch.
            let at = all.partition_point(|(others, _)| *others <= words);
            all.insert(at, (words, kind));
        }
    }
    all
});

/// The kind whose own words stand in a number (不动产权第, 卫公证字): the longest ones decide, the last of those.
pub fn by_words(chars: &[char]) -> Option<&'static Kind> {
    let words = &*WORDS;
    let mut found: Option<(usize, &Kind)> = None;
    for at in 0..chars.len() {
        let rest = &chars[at..];
        // Digits and brackets start no words.
        if rest[0].is_ascii() {
            continue;
        }
        let first = words.partition_point(|(words, _)| words[..2] < rest[..rest.len().min(2)]);
        let same = words[first..].iter().take_while(|(words, _)| rest.starts_with(&words[..2]));
        for (words, kind) in same.filter(|(words, _)| rest.starts_with(words)) {
            if found.is_none_or(|(len, _)| words.len() >= len) {
                found = Some((words.len(), kind));
            }
        }
    }
    found.map(|(_, kind)| kind)
}

/// The kinds, in the order of the table.
pub fn kinds() -> impl Iterator<Item = &'static Kind> {
    KINDS.iter()
}

/// A row that the search asks for by itself.
fn named(id: &str) -> &'static Kind {
    by_id(id).expect("a row of the table")
}

macro_rules! named {
    ($($id:ident),*) => {
        $(
            #[doc = concat!("The row `", stringify!($id), "`.")]
            pub fn $id() -> &'static Kind {
                static ROW: LazyLock<&Kind> = LazyLock::new(|| named(stringify!($id)));
                &ROW
            }
        )*
    };
}

named!(icp_filing, police_filing, financial_licence, exploration_licence, mining_licence);

fn rows() -> impl Iterator<Item = &'static str> {
    TABLE.lines().filter(|line| !line.starts_with('#'))
}

/// A row as a kind. A row of another width is none: a test sees to it that there is no such row.
fn kind(row: &'static str) -> Option<Kind> {
    let [id, zh, en, confidence, shape, good, source, of] = Row::new(row).columns();
    if source.is_empty() {
        return None;
    }
    let confidence = match confidence {
        "sure" => Confidence::Sure,
        "likely" => Confidence::Likely,
        _ => Confidence::Weak,
    };
    let of = match of {
        "person" => Of::Person,
        "body" => Of::Body,
        "vehicle" => Of::Vehicle,
        "ship" => Of::Ship,
        "thing" => Of::Thing,
        "batch" => Of::Batch,
        _ => Of::Paper,
    };
    // Kinds live as long as the program.
    let shape: &'static Shape = Box::leak(Box::new(Shape::new(shape, good)));
    let rule = Rule::Shape(shape);
    Some(Kind { source, confidence, rule, ..Kind::new(of, id, [zh, en]) })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::judgement::Verdict;
    use crate::kinds::testing::judge;
    use crate::words;

    #[test]
    fn every_row_proves_itself() {
        let mut ids = BTreeSet::new();
        for row in rows() {
            let columns: Vec<&str> = row.split('\t').collect();
            let [id, zh, en, confidence, _, good, source] = columns[..7] else { panic!("{row}: width") };
            assert!(ids.insert(id) && !zh.is_empty() && !en.is_empty() && !source.is_empty(), "{row}");
            assert!(["sure", "likely", "weak"].contains(&confidence), "{row}");
            let kind = by_id(id).unwrap_or_else(|| panic!("{row}: no kind"));
            assert_eq!(told(kind, good), "", "{row}");
        }
    }

    /// What is said of a value that looks like the kind.
    fn told(kind: &'static Kind, value: &str) -> String {
        assert!(kind.looks_like(value), "{kind:?} {value}");
        crate::kinds::testing::told(&judge(kind, value))
    }

    /// `id`, value, verdict, problems: good and bad numbers of every row, three and five at least.
    #[test]
    fn examples() {
        let mut good = std::collections::BTreeMap::<&str, [usize; 2]>::new();
        for row in include_str!("../../data/examples.tsv").lines().filter(|l| !l.starts_with('#')) {
            let columns: Vec<&str> = row.split('\t').collect();
            let [id, value, want] = columns[..] else { panic!("{row}: width") };
            let kind = by_id(id).unwrap_or_else(|| panic!("{row}: no kind"));
            let got = match kind.looks_like(value) {
                true => {
                    let out = judge(kind, value);
                    let codes = out.problems.iter().map(|p| words::flaw_code(&p.flaw));
                    [out.verdict().name()].into_iter().chain(codes).collect::<Vec<_>>().join(" ")
                }
                false => "none".into(),
            };
            assert_eq!(got, want, "{row}");
            let fits = [Verdict::Verified.name(), Verdict::Plausible.name()].contains(&want);
            good.entry(id).or_default()[usize::from(!fits)] += 1;
        }
        for kind in kinds() {
            let [good, bad] = good.get(kind.id).copied().unwrap_or_default();
            assert!(good >= 3 && bad >= 5, "{kind:?}: {good} good and {bad} bad examples");
        }
    }
}
