//! How long before it an event is announced (提前公告): `data/days_ahead.tsv`, by type and day of publication.
//!
//! The paper is not the only way to tell people, so a day too early is a doubt, and so is a listing of land that is too short.

use crate::kinds;
use std::ops::Range;
use std::sync::LazyLock;

use super::Context;
use super::dates::{day_to_come, number, words};
use super::rules;
use super::scope::Scope;
use crate::finding::Finding;
use crate::judgement::Severity;
use crate::tables::date::Date;

struct Row {
    scope: Scope,
    days: i32,
    labels: Vec<&'static str>,
    behind: Vec<&'static str>,
    severity: Severity,
    ground: &'static str,
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let rows = include_str!("../../data/days_ahead.tsv").lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(read).collect()
});

fn read(row: &'static str) -> Option<Row> {
    let columns: Vec<&str> = row.split('\t').collect();
    let [types, since, until, days, labels, behind, who, unless, weight, ground] = columns[..] else {
        return None;
    };
    Some(Row {
        scope: Scope::read([types, since, until, who, unless]),
        days: days.parse().ok()?,
        labels: labels.split('|').collect(),
        behind: behind.split('|').collect(),
        severity: if weight == "doubtful" { Severity::Doubtful } else { Severity::Hint },
        ground,
    })
}

/// Compares the days of events with that of publication.
pub fn check(context: &mut Context) {
    let (today, lang) = (context.today, context.lang);
    for row in ROWS.iter() {
        if !row.scope.holds(context) {
            continue;
        }
        let days = context.of_kind(&kinds::date::KIND).filter(|finding| is_event(context, row, finding));
        let days = days.filter_map(|day| Some((day_to_come(day, today)?, day.start..day.end)));
        let Some((day, place)) = days.min_by_key(|(day, _)| *day) else { continue };
        let between = number(day) - number(today);
        if (0..row.days).contains(&between) {
            let args = [words(day, lang), words(today, lang), between.to_string()];
            let args = [args[0].as_str(), &args[1], &args[2], row.ground];
            context.say(rules::DAY_SOON, row.severity, place, vec![], &args);
        }
    }
    listing(context);
}

/// Words right before a day that is planned.
const PLANNED: [&str; 8] = ["定于", "拟于", "将于", "订于", "决定于", "计划于", "现定于", "拟定于"];

fn is_event(context: &Context, row: &Row, finding: &Finding) -> bool {
    let at = context.inside(finding);
    let before = context.body.before(at.start, 14).trim_end_matches([':', '为', '是', '自', '从', '于']);
    let sentence = context.body.after(at.end, 50).split(['。', ';']).next().unwrap_or_default();
    row.labels.iter().any(|label| before.ends_with(label))
        || PLANNED.iter().any(|word| context.body.compact[..at.start].ends_with(word))
            && row.behind.iter().any(|word| sentence.contains(word))
}

/// Days that land is listed, at least (招标拍卖挂牌出让国有建设用地使用权规定第十八条).
const LISTED: i32 = 10;

/// The days from which and to which land is listed (挂牌时间).
fn listing(context: &mut Context) {
    if context.sort.id != "land_transfer" || context.says("采矿权") || context.says("探矿权") {
        return;
    }
    let text = &context.body.compact;
    let mut short: Option<(Range<usize>, Date, Date)> = None;
    for pair in context.findings.windows(2) {
        let (first, last) = (context.inside(&pair[0]), context.inside(&pair[1]));
        let before =
            context.body.before(first.start, 14).trim_end_matches([':', '为', '是', '自', '从', '于']);
        let label = ["挂牌时间", "挂牌报价时间", "挂牌期限", "挂牌期", "挂牌报价期限"];
        let gap = text.get(first.end..last.start).unwrap_or_default();
        let range = gap.chars().count() <= 12 && ["至", "到", "-", "~"].iter().any(|word| gap.contains(word));
        if range
            && label.iter().any(|label| before.ends_with(label))
            && let (Some(from), Some(to)) =
                (day_to_come(&pair[0], context.today), day_to_come(&pair[1], context.today))
            && (1..LISTED).contains(&(number(to) - number(from) + 1))
        {
            short = Some((pair[1].start..pair[1].end, from, to));
        }
    }
    if let Some((place, from, to)) = short {
        let args =
            [words(from, context.lang), words(to, context.lang), (number(to) - number(from) + 1).to_string()];
        let args = [args[0].as_str(), &args[1], &args[2]];
        context.say(rules::LAND_LISTING, Severity::Doubtful, place, vec![], &args);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notice::scope;

    #[test]
    fn rows_are_whole() {
        let table = include_str!("../../data/days_ahead.tsv");
        scope::assert_whole(
            table,
            [1, 2, 8],
            &ROWS,
            |row| &row.scope,
            |row, columns| {
                assert!(!row.ground.is_empty(), "{columns:?}");
            },
        );
    }
}
