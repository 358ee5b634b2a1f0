//! What must be in a notice (必备内容): `data/required.tsv`, by type and day of publication.

use std::sync::LazyLock;

use super::Context;
use super::sort::{self, Sorts};
use crate::{Date, Severity};

/// One row: where its words are missing, its rule speaks.
struct Row {
    types: Sorts,
    rule: &'static str,
    since: Option<Date>,
    until: Option<Date>,
    severity: Severity,
    unless: &'static str,
    one_of: &'static str,
    ground: &'static str,
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let rows = include_str!("../../data/required.tsv").lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(read).collect()
});

fn read(row: &'static str) -> Option<Row> {
    let columns: Vec<&str> = row.split('\t').collect();
    let [types, rule, since, until, weight, unless, one_of, ground] = columns[..] else { return None };
    let severity = if weight == "doubtful" { Severity::Doubtful } else { Severity::Hint };
    let (since, until) = (since.parse().ok(), until.parse().ok());
    let types = Sorts::read(types);
    Some(Row { types, rule, since, until, severity, unless, one_of, ground })
}

/// Says what is missing.
pub fn check(context: &mut Context) {
    // What is known by its title alone may be the head of a longer text; nothing is asked of it.
    if sort::of_body(context.body).is_none() {
        return;
    }
    for row in ROWS.iter() {
        let asked = row.types.has(context.sort)
            && row.since.is_none_or(|since| since <= context.today)
            && row.until.is_none_or(|until| context.today <= until)
            && !row.unless.split('|').any(|word| !word.is_empty() && context.says(word));
        if asked && !row.one_of.split('|').any(|one| has(context, one)) {
            let place = context.end_mark();
            context.say(row.rule, row.severity, place, vec![], &[&ground(row.ground)]);
        }
    }
}

/// The ground in brackets, or nothing.
fn ground(ground: &str) -> String {
    if ground.is_empty() { String::new() } else { format!("（{ground}）") }
}

/// Is one of the wanted things there?
fn has(context: &Context, one: &str) -> bool {
    let Some(kind) = one.strip_prefix('@') else { return context.says(one) };
    let (kind, least) = kind.split_once('*').map_or((kind, 1), |(kind, n)| (kind, n.parse().unwrap_or(1)));
    match kind {
        "signature" => context.signature.is_some(),
        "any" => {
            context.findings.iter().any(|f| !matches!(f.kind.id, "date" | "amount" | "period" | "telephone"))
        }
        _ => context.of_kind(kind).count() >= least,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_whole() {
        let rows: Vec<_> =
            include_str!("../../data/required.tsv").lines().filter(|line| !line.starts_with('#')).collect();
        assert_eq!(rows.len(), ROWS.len(), "a row has another width");
        for (row, line) in ROWS.iter().zip(rows) {
            let columns: Vec<&str> = line.split('\t').collect();
            for id in columns[0].split('|') {
                assert!(super::super::sorts().any(|sort| sort.id == id), "{line}: no type {id}");
            }
            assert!(super::super::rules().iter().any(|rule| rule.code == row.rule), "{line}: no rule");
            assert!(["hint", "doubtful"].contains(&columns[4]), "{line}");
            assert!(columns[2].is_empty() || row.since.is_some(), "{line}: no day");
            assert!(columns[3].is_empty() || row.until.is_some(), "{line}: no day");
            for kind in row.one_of.split('|').filter_map(|one| one.strip_prefix('@')) {
                let kind = kind.split('*').next().unwrap_or_default();
                let known = ["any", "signature"].contains(&kind) || crate::kinds::by_id(kind).is_some();
                assert!(known, "{line}: no kind {kind}");
            }
        }
    }
}
