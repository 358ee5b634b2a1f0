//! Types of notices (公告类型): `data/notice_types.tsv`, told by the words of the body and of the title.

use std::sync::LazyLock;

use super::body::Body;
use super::vocabulary::{self, Found, Term};
use crate::Lang;

/// A type of notice.
#[derive(Debug, PartialEq, Eq)]
pub struct Sort {
    /// Stable name in reports.
    pub id: &'static str,
    /// Its place in the table.
    number: u8,
    names: [&'static str; 2],
    /// One of these is in its titles.
    titles: Vec<Condition>,
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

/// A word that must stand in a text, or must not.
#[derive(Debug, PartialEq, Eq)]
struct Condition {
    word: &'static str,
    term: Option<Term>,
    wanted: bool,
}

impl Condition {
    fn read(word: &'static str) -> Condition {
        let bare = word.strip_prefix('-').unwrap_or(word);
        Condition { word: bare, term: vocabulary::term(bare), wanted: bare == word }
    }

    fn holds(&self, text: &str, found: &Found) -> bool {
        let there = match self.term {
            Some(term) => found.has(term),
            None => text.contains(self.word),
        };
        there == self.wanted
    }
}

impl Sort {
    /// Is it the same matter, told less or more exactly (清算 and 民办非企业注销)?
    pub fn is_like(&self, other: &Sort) -> bool {
        const FAMILIES: [&str; 4] = ["winding_up", "capital_reduction", "deregistration", "voided"];
        let family = |sort: &Sort| FAMILIES.iter().position(|word| sort.id.contains(word)).map(|i| i.min(9));
        // What is lost is declared void under either title.
        let void = |sort: &Sort| matches!(sort.id, "loss" | "voided");
        self.id == other.id
            || void(self) && void(other)
            || family(self).is_some_and(|own| family(other) == Some(own))
    }

    /// Can a notice of this type have such a title?
    pub fn is_titled(&self, title: &str) -> bool {
        self.titles.iter().any(|own| title.contains(own.word))
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
    body: Vec::new(),
};

fn read(number: u8, row: &'static str) -> Option<Sort> {
    let columns: Vec<&str> = row.split('\t').collect();
    let [id, zh, en, title, body] = columns[..] else { return None };
    let titles = title.split('|').filter(|word| !word.is_empty()).map(Condition::read).collect();
    let body = body.split('|').map(|words| words.split('+').map(Condition::read).collect()).collect();
    Some(Sort { id, number, names: [zh, en], titles, body })
}

/// All types, in the order of the table, and the rest.
pub fn all() -> impl Iterator<Item = &'static Sort> {
    TABLE.iter().chain([&OTHER])
}

/// The type that the words of a body make it; none if they say nothing.
pub fn of_body(body: &Body) -> Option<&'static Sort> {
    *body.told.get_or_init(|| {
        let found = body.found();
        let holds = |all: &Vec<Condition>| all.iter().all(|condition| condition.holds(&body.compact, found));
        TABLE.iter().find(|sort| sort.body.iter().any(holds))
    })
}

/// The type that a title names; none if it says only 公告 or 声明.
pub fn of_title(compact: &str) -> Option<&'static Sort> {
    let found = vocabulary::find(compact);
    let word = |sort: &'static Sort| {
        let said = sort.titles.iter().filter(|title| title.holds(compact, &found));
        said.map(|title| title.word.len()).max().map(|len| (len, sort))
    };
    // Of words equally long the first row's.
    TABLE.iter().filter_map(word).rev().max_by_key(|(len, _)| *len).map(|(_, sort)| sort)
}

/// The type that title and text make together: the text decides, but what is corrected or simplified is told by the
/// title alone.
pub fn decide(title: Option<&'static Sort>, body: Option<&'static Sort>) -> &'static Sort {
    match (title, body) {
        (Some(title), _) if title.id == "correction" => title,
        (Some(title), Some(body)) if title.id.starts_with("simple") && title.is_like(body) => title,
        // 社会团体注销公告 says of whom; its text may speak of 清算组 only.
        (Some(title), Some(body)) if body.id == "winding_up" && title.is_like(body) => title,
        (title, body) => body.or(title).unwrap_or(&OTHER),
    }
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
            assert!(
                !sort.body.is_empty() && !sort.titles.is_empty() && sort.names.iter().all(|n| !n.is_empty()),
                "{sort:?}"
            );
            assert_eq!(TABLE.iter().filter(|other| other.id == sort.id).count(), 1, "{sort:?}");
            for title in sort.titles.iter().map(|own| own.word).filter(|t| t.contains(sort.names[0])) {
                assert_eq!(of_title(title), Some(sort), "{title}");
            }
        }
    }

    fn text(text: &str) -> Body {
        Body::new(text, 0..text.len())
    }

    #[test]
    fn by_words() {
        for (title, body, want) in [
            ("减资公告", "经股东会决议，拟减少注册资本", "capital_reduction"),
            ("公告", "为弥补亏损，减少注册资本", "simple_capital_reduction"),
            ("遗失声明", "张三遗失身份证，声明作废", "loss"),
            ("公告", "法院依法向你公告送达起诉状副本", "service"),
            ("注销公告", "因合同有误，故此证作废", "voided"),
        ] {
            assert_eq!(of_body(&text(body)).map(|s| s.id), Some(want), "{title} {body}");
        }
        assert_eq!(of_title("债权债务清算公告").map(|s| s.id), Some("winding_up"));
        assert_eq!(of_title("公告"), None);
        assert_eq!(of_body(&text("春天来了")), None);
    }
}
