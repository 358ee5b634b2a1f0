//! Where a row of a table of law holds (适用范围): of which types, from which day to which, for whom.
//!
//! ```text
//! who    = alternative | alternative …          empty: everybody
//! alternative = condition + condition …
//! condition   = word / word … | @by:word / word … | @abroad | @perhaps-abroad | @listed, with - before it: not so
//! ```
//!
//! A word stands in the text or the title. `@by` is who speaks: a word of the signature or the title. `@abroad` is told by
//! the name of who is addressed, `@perhaps-abroad` also by words anywhere, `@listed` by a listed company's code at its head.

use super::Context;
use super::types::Sorts;
use crate::tables::date::Date;

/// Where a row holds.
pub(super) struct Scope {
    /// Of which types.
    pub types: Sorts,
    /// From this day; none from ever.
    pub since: Option<Date>,
    /// To this day; none for ever.
    pub until: Option<Date>,
    who: Vec<Vec<Condition>>,
    unless: Vec<&'static str>,
}

struct Condition {
    test: Test,
    wanted: bool,
}

enum Test {
    Says(Vec<&'static str>),
    By(Vec<&'static str>),
    Abroad,
    PerhapsAbroad,
    Listed,
}

impl Condition {
    fn read(text: &'static str) -> Condition {
        let bare = text.strip_prefix('-').unwrap_or(text);
        let test = match (bare, bare.strip_prefix("@by:")) {
            ("@abroad", _) => Test::Abroad,
            ("@perhaps-abroad", _) => Test::PerhapsAbroad,
            ("@listed", _) => Test::Listed,
            (_, Some(words)) => Test::By(words.split('/').collect()),
            (words, None) => Test::Says(words.split('/').collect()),
        };
        Condition { test, wanted: bare == text }
    }

    fn holds(&self, context: &Context) -> bool {
        let told = match &self.test {
            Test::Says(words) => words.iter().any(|word| context.says(word)),
            Test::By(words) => words.iter().any(|word| is_by(context, word)),
            Test::Abroad => is_abroad(context),
            Test::PerhapsAbroad => is_perhaps_abroad(context),
            Test::Listed => super::is_listed(context.text, &context.range),
        };
        told == self.wanted
    }
}

impl Scope {
    /// Reads the columns: types, from this day, to this day, who, unless these words.
    pub fn read([types, since, until, who, unless]: [&'static str; 5]) -> Scope {
        let all = |who: &'static str| who.split('+').map(Condition::read).collect();
        Scope {
            types: Sorts::read(types),
            since: since.parse().ok(),
            until: until.parse().ok(),
            who: who.split('|').filter(|who| !who.is_empty()).map(all).collect(),
            unless: unless.split('|').filter(|word| !word.is_empty()).collect(),
        }
    }

    /// Does the row hold for this notice, on the day of its publication?
    pub fn holds(&self, context: &Context) -> bool {
        self.types.has(context.sort)
            && self.since.is_none_or(|since| since <= context.today)
            && self.until.is_none_or(|until| context.today <= until)
            && !self.unless.iter().any(|word| context.says(word))
            && (self.who.is_empty() || self.who.iter().any(|all| all.iter().all(|one| one.holds(context))))
    }
}

/// Does the word stand in the signature or the title?
fn is_by(context: &Context, word: &str) -> bool {
    let signature = context.signature.as_ref().map(|place| context.body.inside(place));
    signature.is_some_and(|at| context.body.compact[at].contains(word))
        || context.title.as_ref().is_some_and(|title| title.text.contains(word))
}

/// Words that may tell of one abroad; other parts of China, with rules of service of their own, are among them.
const ABROAD: [&str; 10] = ["国籍", "域外", "国外", "境外", "外国", "外籍", "护照", "香港", "澳门", "台湾"];

/// Is one addressed who has no domicile in China, as far as a name in Latin letters or a citizenship tells?
fn is_abroad(context: &Context) -> bool {
    let name = context.body.compact.split([':', '。']).next().unwrap_or_default();
    if name.chars().count() > 80 {
        return false;
    }
    // Blanks are left out: JOHNSMITH, GreenfieldCo.,Ltd.
    let letters = name.bytes().filter(u8::is_ascii_alphabetic).count();
    letters >= 5 && !name.contains("公司") || name.contains("国籍") && !name.contains("中国国籍")
}

/// Could it be one abroad, or in another part of China?
fn is_perhaps_abroad(context: &Context) -> bool {
    ABROAD.iter().any(|word| context.says(word)) || is_abroad(context)
}

/// Every row of a table of law was read, has types that there are, its days and a severity (the columns of the first
/// day, the last day and the severity), and what else is claimed of it.
#[cfg(test)]
pub(super) fn assert_whole<Row>(
    table: &str,
    [since, until, severity]: [usize; 3],
    rows: &[Row],
    scope: impl Fn(&Row) -> &Scope,
    also: impl Fn(&Row, &[&str]),
) {
    let lines: Vec<_> = table.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(lines.len(), rows.len(), "a row has another width");
    for (row, line) in rows.iter().zip(lines) {
        let columns: Vec<&str> = line.split('\t').collect();
        for id in columns[0].split('|') {
            assert!(super::sorts().any(|sort| sort.id == id), "{line}: no type {id}");
        }
        assert_eq!(columns[since].is_empty(), scope(row).since.is_none(), "{line}: no day");
        assert_eq!(columns[until].is_empty(), scope(row).until.is_none(), "{line}: no day");
        assert!(["hint", "doubtful"].contains(&columns[severity]), "{line}");
        also(row, &columns);
    }
}
