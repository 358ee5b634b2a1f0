//! Types of notices (公告类型): `data/notice_types.tsv`, and the words that tell them.

use std::sync::LazyLock;

use super::vocabulary::{self, Found, Groups, Term};
use crate::judgement::Lang;

/// A type of notice.
#[derive(Debug, PartialEq, Eq)]
pub struct Sort {
    /// Stable name in reports.
    pub id: &'static str,
    /// Its place in the table.
    number: u8,
    names: [&'static str; 2],
    /// One of these is in its titles.
    titles: Vec<Word>,
    /// Or all of one of these.
    joined_titles: Vec<Vec<Word>>,
    /// One of these must be true of the text: all of its words there, or not there.
    body: Vec<Vec<Condition>>,
}

/// Some of the types (若干类型), a bit each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sorts(u64);

impl Sorts {
    /// The types of these names, parted by `|`.
    pub fn read(ids: &str) -> Sorts {
        let named = all().filter(|sort| ids.split('|').any(|id| id == sort.id));
        Sorts(named.fold(0, |bits, sort| bits | 1 << sort.number))
    }

    /// Is the type one of them?
    pub fn has(self, sort: &Sort) -> bool {
        self.0 >> sort.number & 1 == 1
    }
}

/// A word of the table, with its number in the vocabulary.
type Word = (&'static str, Option<Term>);

/// Is the word there, in a text of which these words were found?
fn is_there((word, term): Word, text: &str, found: &Found) -> bool {
    match term {
        Some(term) => found.has(term),
        None => text.contains(word),
    }
}

/// Words of which one must stand in a text, or none.
#[derive(Debug, PartialEq, Eq)]
struct Condition {
    words: Vec<Word>,
    wanted: bool,
}

impl Condition {
    fn read(words: &'static str) -> Condition {
        let bare = words.strip_prefix('-').unwrap_or(words);
        let all = bare.split('/').map(|word| (word, vocabulary::term(word))).collect();
        Condition { words: all, wanted: bare == words }
    }

    fn holds(&self, text: &str, found: &Found) -> bool {
        self.words.iter().any(|&word| is_there(word, text, found)) == self.wanted
    }
}

impl Sort {
    /// Is it the same matter, told less or more exactly (清算 and 民办非企业注销)?
    pub fn is_like(&self, other: &Sort) -> bool {
        self.family() == other.family()
    }

    /// The matter of which it is one kind, else its own name.
    pub(super) fn family(&self) -> &'static str {
        match self.id {
            id if id.starts_with("winding_up") => "winding_up",
            id if id.ends_with("capital_reduction") => "capital_reduction",
            // What is lost is declared void under either title.
            "loss" | "voided" => "void",
            "dismissal" | "recall" => "work",
            "found" | "ownerless_property" => "found",
            "service" | "arbitration_service" | "administrative_service" => "service",
            id => id,
        }
    }

    /// Can a notice of this type have such a title?
    pub fn is_titled(&self, title: &str) -> bool {
        let has = |(word, _): &Word| title.contains(word);
        self.titles.iter().any(has) || self.joined_titles.iter().any(|all| all.iter().all(has))
    }

    /// Do the words of a body make it this type?
    pub(super) fn is_told_by(&self, text: &str, found: &Found) -> bool {
        self.body.iter().any(|all| all.iter().all(|word| word.holds(text, found)))
    }

    /// How long the longest words are that make a title name it.
    pub(super) fn words_in_title(&self, title: &str, found: &Found) -> Option<usize> {
        let there = |word: &&Word| is_there(**word, title, found);
        let single = self.titles.iter().filter(there).map(|(word, _)| word.len());
        let joined = self.joined_titles.iter().filter(|all| all.iter().all(|word| there(&word)));
        let joined = joined.map(|all| all.iter().map(|(word, _)| word.len()).sum());
        single.chain(joined).max()
    }

    /// Its name in a language.
    pub fn name(&self, lang: Lang) -> &'static str {
        self.names[lang as usize]
    }
}

static TABLE: LazyLock<Vec<Sort>> = LazyLock::new(|| {
    let rows = include_str!("../../data/notice_types.tsv").lines().filter(|line| !line.starts_with('#'));
    rows.enumerate().filter_map(|(number, row)| read(number as u8, row)).collect()
});

/// What is none of the others.
pub static OTHER: Sort = Sort {
    id: "other",
    number: 63,
    names: ["其他公告", "other notice"],
    titles: Vec::new(),
    joined_titles: Vec::new(),
    body: Vec::new(),
};

fn read(number: u8, row: &'static str) -> Option<Sort> {
    let columns: Vec<&str> = row.split('\t').collect();
    let [id, zh, en, title, body] = columns[..] else { return None };
    let word = |word| (word, vocabulary::term(word));
    let (joined, single): (Vec<&str>, Vec<&str>) = title.split('|').partition(|words| words.contains('+'));
    let titles = single.into_iter().map(word).collect();
    let joined_titles = joined.into_iter().map(|words| words.split('+').map(word).collect()).collect();
    let body = body.split('|').map(|words| words.split('+').map(Condition::read).collect()).collect();
    Some(Sort { id, number, names: [zh, en], titles, joined_titles, body })
}

/// The types by words of which one is there if a body or a title tells them (线索): few texts have those of more than two.
struct Hints {
    body: Groups,
    title: Groups,
}

static HINTS: LazyLock<Hints> = LazyLock::new(|| {
    let mut hints = Hints { body: Groups::default(), title: Groups::default() };
    for sort in TABLE.iter() {
        let wanted = sort.body.iter().filter_map(|all| all.iter().find(|condition| condition.wanted));
        wanted.flat_map(|condition| &condition.words).for_each(|(word, _)| hints.body.add(sort.number, word));
        let joined = sort.joined_titles.iter().filter_map(|all| all.first());
        sort.titles.iter().chain(joined).for_each(|(word, _)| hints.title.add(sort.number, word));
    }
    hints
});

/// The types of these numbers, a bit each, in the order of the table.
fn numbered(mut bits: u64) -> impl Iterator<Item = &'static Sort> {
    std::iter::from_fn(move || {
        let sort = TABLE.get(bits.trailing_zeros() as usize)?;
        bits &= bits - 1;
        Some(sort)
    })
}

/// All types, in the order of the table, and the rest.
pub fn all() -> impl Iterator<Item = &'static Sort> {
    TABLE.iter().chain([&OTHER])
}

/// The types that the words of a body may tell, in the order of the table.
pub(super) fn hinted_by_body(text: &str, found: &Found) -> impl Iterator<Item = &'static Sort> {
    numbered(HINTS.body.in_text(text, found))
}

/// The types that a title may name, likewise.
pub(super) fn hinted_by_title(title: &str, found: &Found) -> impl Iterator<Item = &'static Sort> {
    numbered(HINTS.title.in_text(title, found))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_whole() {
        let rows: Vec<_> =
            include_str!("../../data/notice_types.tsv").lines().filter(|l| !l.starts_with('#')).collect();
        assert_eq!(rows.len(), TABLE.len());
        assert!(TABLE.len() < 63, "as many as fit into Sorts beside the last");
        for sort in TABLE.iter() {
            assert_eq!(&TABLE[usize::from(sort.number)], sort);
            assert!(sort.body.iter().all(|all| all.iter().any(|one| one.wanted)), "{sort:?}");
            assert!(
                !sort.body.is_empty() && !sort.titles.is_empty() && sort.names.iter().all(|n| !n.is_empty()),
                "{sort:?}"
            );
            assert_eq!(TABLE.iter().filter(|other| other.id == sort.id).count(), 1, "{sort:?}");
            for title in sort.titles.iter().map(|own| own.0).filter(|t| t.contains(sort.names[0])) {
                assert_eq!(super::super::sort::of_title(title), Some(sort), "{title}");
            }
        }
    }
}
