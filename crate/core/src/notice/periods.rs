//! Are the periods as long as the law wants (法定期限)? `data/periods.tsv`, by type and day of publication.
//!
//! Only the period that the law means is compared: the one counted from the announcement, beside the words it is for.
//! A notice that also says how long those have who were told by letter (接到通知书之日起三十日内) is left alone, and so is
//! one in which any such period is long enough.

use std::sync::LazyLock;

use super::Context;
use super::sort::Sorts;
use crate::finding::{Fact, Finding, PeriodUnit};
use crate::{Date, Severity};

struct Row {
    types: Sorts,
    since: Option<Date>,
    until: Option<Date>,
    least: u32,
    most: Option<u32>,
    beside: &'static str,
    unless: &'static str,
    severity: Severity,
    ground: &'static str,
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let rows = include_str!("../../data/periods.tsv").lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(read).collect()
});

fn read(row: &'static str) -> Option<Row> {
    let columns: Vec<&str> = row.split('\t').collect();
    let [types, since, until, least, most, beside, unless, weight, ground] = columns[..] else { return None };
    let severity = if weight == "doubtful" { Severity::Doubtful } else { Severity::Hint };
    Some(Row {
        types: Sorts::read(types),
        since: since.parse().ok(),
        until: until.parse().ok(),
        least: least.parse().ok()?,
        most: most.parse().ok(),
        beside,
        unless,
        severity,
        ground,
    })
}

/// Characters before and behind a period in which its words stand.
const AROUND: usize = 40;

/// Compares the periods with the law.
pub fn check(context: &mut Context) {
    for row in ROWS.iter() {
        let meant = row.types.has(context.sort)
            && row.since.is_none_or(|since| since <= context.today)
            && row.until.is_none_or(|until| context.today <= until)
            && !row.unless.split('|').any(|word| !word.is_empty() && context.says(word));
        if !meant {
            continue;
        }
        let periods: Vec<(u32, &Finding)> = context
            .of_kind("period")
            .filter_map(|p| days(p).map(|days| (days, p)))
            .filter(|(_, p)| is_meant(context, row, p))
            .collect();
        let Some(&(longest, finding)) = periods.iter().max_by_key(|(days, _)| *days) else { continue };
        let place = finding.start..finding.end;
        let value = finding.value.clone();
        if longest < row.least {
            context.say("period.short", row.severity, place, vec![], &[&value, row.ground]);
        } else if row.most.is_some_and(|most| longest > most) {
            context.say("period.long", row.severity, place, vec![], &[&value, row.ground]);
        }
    }
}

/// The period in days; a month has at least 30 of them here, so that three months are ninety.
pub(super) fn days(finding: &Finding) -> Option<u32> {
    finding.facts.iter().find_map(|fact| match *fact {
        Fact::Period { count, unit: PeriodUnit::Day } => Some(count),
        Fact::Period { count, unit: PeriodUnit::Month } => Some(30 * count),
        _ => None,
    })
}

/// Is it counted from the announcement, and do the row's words stand beside it?
fn is_meant(context: &Context, row: &Row, finding: &Finding) -> bool {
    let at = context.inside(finding);
    let clause = |text: &str| text.split(['。', '；', ';']).next().unwrap_or_default().to_string();
    let before: String =
        context.body.before(at.start, AROUND).rsplit(['。', '；', ';']).next().unwrap_or_default().into();
    let after = clause(context.body.after(at.end, AROUND));
    let near: String = before.rsplit([',', '，']).next().unwrap_or_default().into();
    // Those who were told by letter, and what the company has to do itself.
    let told = (near.contains("接到") || near.contains("收到")) && !near.contains("未");
    let own = ["公告", "通知", "登报", "刊登"]
        .iter()
        .any(|word| after.trim_start_matches(['内', '在', '于']).starts_with(word));
    !told && !own && row.beside.split('|').any(|word| before.contains(word) || after.contains(word))
}
