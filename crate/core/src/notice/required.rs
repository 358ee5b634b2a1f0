//! What must be in a notice (必备内容): `data/required.tsv`, by type and day of publication.

use crate::kinds::{self, Of};
use std::sync::LazyLock;

use super::rules;
use super::scope::Scope;
use super::{Context, periods, sort};
use crate::judgement::Severity;

/// One row: where its words are missing, its rule speaks.
struct Row {
    scope: Scope,
    rule: rules::Code,
    severity: Severity,
    one_of: &'static str,
    ground: &'static str,
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let rows = include_str!("../../data/required.tsv").lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(read).collect()
});

fn read(row: &'static str) -> Option<Row> {
    let columns: Vec<&str> = row.split('\t').collect();
    let [types, rule, since, until, weight, who, unless, one_of, ground] = columns[..] else { return None };
    let severity = if weight == "doubtful" { Severity::Doubtful } else { Severity::Hint };
    let rule = rules::Code::of(rule)?;
    let scope = Scope::read([types, since, until, who, unless]);
    Some(Row { scope, rule, severity, one_of, ground })
}

/// Says what is missing.
pub fn check(context: &mut Context) {
    // What is known by its title alone may be the head of a longer text; nothing is asked of it.
    if sort::of_body(context.body).is_none() {
        return;
    }
    let fragment = is_fragment(context);
    for row in ROWS.iter() {
        if row.scope.holds(context) && !row.one_of.split('|').any(|one| has(context, one)) {
            let place = context.end_mark();
            let severity = if fragment { Severity::Hint } else { row.severity };
            context.say(row.rule, severity, place, vec![], &[&ground(row.ground)]);
        }
    }
}

/// Is it a piece of a notice: no title, no closing, nobody who signs? What it lacks may stand in the rest.
fn is_fragment(context: &Context) -> bool {
    context.title.is_none()
        && context.signature.is_none()
        && !context.body.says_any(&[
            "特此",
            "声明作废",
            "公告如下",
            "本院",
            "登报",
            "见报",
            "公告之日",
            "电话",
        ])
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
        "deadline" => periods::has_last_day(context),
        "any" => context.findings.iter().any(|f| f.kind.of != Of::Reading),
        _ => kinds::by_id(kind).is_some_and(|kind| context.of_kind(kind).count() >= least),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notice::scope;

    #[test]
    fn rows_are_whole() {
        let table = include_str!("../../data/required.tsv");
        scope::assert_whole(
            table,
            [2, 3, 4],
            &ROWS,
            |row| &row.scope,
            |row, columns| {
                assert_eq!(row.rule.rule().code, columns[1]);
                for kind in row.one_of.split('|').filter_map(|one| one.strip_prefix('@')) {
                    let kind = kind.split('*').next().unwrap_or_default();
                    let known =
                        ["any", "signature", "deadline"].contains(&kind) || kinds::by_id(kind).is_some();
                    assert!(known, "{columns:?}: no kind {kind}");
                }
            },
        );
    }
}
