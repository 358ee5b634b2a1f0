//! Are the periods as long as the law wants (法定期限)? `data/periods.tsv`, by type and day of publication.
//!
//! Only the period that the law means is compared: the one counted from the announcement, beside the words it is for; where
//! a last day stands in its place, the days up to it. A notice that also says how long those have who were told by letter
//! (接到通知书之日起三十日内) is left alone, and so is one in which any such period is long enough.

use crate::kinds;
use std::ops::Range;
use std::sync::LazyLock;

use super::dates::{number, signed, words};
use super::rules;
use super::scope::Scope;
use super::{Context, deadline};
use crate::finding::Finding;
use crate::judgement::{Fact, PeriodUnit, Severity};
use crate::tables::date::Date;

struct Row {
    scope: Scope,
    least: u32,
    most: Option<u32>,
    /// Are working days counted?
    working: bool,
    /// Is it the period of a remedy, counted from receipt?
    remedy: bool,
    beside: &'static str,
    severity: Severity,
    ground: &'static str,
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let rows = include_str!("../../data/periods.tsv").lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(read).collect()
});

fn read(row: &'static str) -> Option<Row> {
    let columns: Vec<&str> = row.split('\t').collect();
    let [types, since, until, least, most, beside, who, unless, weight, ground] = columns[..] else {
        return None;
    };
    let severity = if weight == "doubtful" { Severity::Doubtful } else { Severity::Hint };
    Some(Row {
        scope: Scope::read([types, since, until, who, unless]),
        least: least.trim_end_matches(['w', 'r']).parse().ok()?,
        most: most.parse().ok(),
        working: least.ends_with('w'),
        remedy: least.ends_with('r'),
        beside,
        severity,
        ground,
    })
}

/// Characters before and behind a period in which its words stand.
const AROUND: usize = 40;

/// Compares the periods with the law.
pub fn check(context: &mut Context) {
    for row in ROWS.iter() {
        if !row.scope.holds(context) {
            continue;
        }
        if row.remedy {
            remedies(context, row);
            continue;
        }
        let periods: Vec<(u32, usize, &Finding)> = context
            .of_kind(&kinds::period::KIND)
            .filter_map(|p| Some((length(p, row.working)?, distance(context, row.beside, p)?, p)))
            .collect();
        let meant = match row.most {
            None => periods.iter().max_by_key(|(days, ..)| *days),
            // Too long is only what certainly is for these words.
            Some(_) => periods.iter().min_by_key(|(_, distance, _)| *distance),
        };
        let Some(&(days, _, finding)) = meant else {
            last_day(context, row);
            continue;
        };
        let place = finding.start..finding.end;
        let value = finding.value.clone();
        if days < row.least {
            context.say(rules::PERIOD_SHORT, row.severity, place, vec![], &[&value, row.ground]);
        } else if row.most.is_some_and(|most| days > most) {
            context.say(rules::PERIOD_LONG, row.severity, place, vec![], &[&value, row.ground]);
        }
    }
}

/// Compares the periods in which a remedy may be sought: those that one of the words follows in the same clause.
fn remedies(context: &mut Context, row: &Row) {
    let sought = |period: &&Finding| {
        let after = context.body.after(context.inside(period).end, AROUND);
        let rest = after.trim_start_matches(['以', '内']).trim_start_matches([',', '，']);
        let clause = rest.split([',', '，', '。', ';', '；']).next().unwrap_or_default();
        row.beside.split('|').any(|word| clause.contains(word))
    };
    let short = |period: &&Finding| length(period, row.working).is_some_and(|days| days < row.least);
    let found = context.of_kind(&kinds::period::KIND).filter(sought).filter(short);
    let found: Vec<_> = found.map(|period| (period.start..period.end, period.value.clone())).collect();
    for (place, value) in found {
        context.say(rules::PERIOD_SHORT, row.severity, place, vec![], &[&value, row.ground]);
    }
}

/// The period in days, or in working days, of which a week has five; a month has at least 30 days here, so that three months
/// are ninety, and a year is twelve months.
fn length(finding: &Finding, working: bool) -> Option<u32> {
    let (count, unit) = finding.facts.iter().find_map(|fact| match *fact {
        Fact::Period { count, unit } => Some((count, unit)),
        _ => None,
    })?;
    let days = match unit {
        PeriodUnit::WorkingDay if working => return Some(count),
        PeriodUnit::WorkingDay => count.checked_mul(7)? / 5,
        PeriodUnit::Day => count,
        PeriodUnit::Week => count.checked_mul(7)?,
        PeriodUnit::Month => count.checked_mul(30)?,
        PeriodUnit::Year => count.checked_mul(360)?,
        PeriodUnit::Hour => return None,
    };
    Some(if working { days.checked_mul(5)? / 7 } else { days })
}

/// The sentence around a place, before and behind it.
fn sentence<'a>(context: &'a Context, at: &Range<usize>) -> (&'a str, &'a str) {
    let ends = ['。', '；', ';'];
    let before = context.body.before(at.start, AROUND).rsplit(ends).next().unwrap_or_default();
    let after = context.body.after(at.end, AROUND).split(ends).next().unwrap_or_default();
    (before, after)
}

/// How far off the nearest of the words stands in the sentence; none where there is none, or where the period is not
/// counted from the announcement.
fn distance(context: &Context, words: &str, finding: &Finding) -> Option<usize> {
    let (before, after) = sentence(context, &context.inside(finding));
    let near = before.rsplit([',', '，']).next().unwrap_or_default();
    // Those who were told by letter, and what the company has to do itself. Who gets 本通知 reads it here.
    let told = (near.contains("接到") || near.contains("收到"))
        && !near.contains("未")
        && !["到本通知", "到本公告", "到本函"].iter().any(|this| near.contains(this));
    let own = ["公告", "通知", "登报", "刊登"]
        .iter()
        .any(|word| after.trim_start_matches(['内', '在', '于']).starts_with(word));
    let found = words.split('|').filter_map(|word| {
        let before = before.rfind(word).map(|at| before.len() - at - word.len());
        before.into_iter().chain(after.find(word)).min()
    });
    if told || own { None } else { found.min() }
}

/// When the period beside these words ends, and its place: counted from publication, or the last day that is written.
pub(super) fn end_of(context: &Context, words: &str) -> Option<(Date, Range<usize>)> {
    let ends = context
        .of_kind(&kinds::period::KIND)
        .filter(|p| distance(context, words, p).is_some())
        .filter_map(|p| {
            let (count, unit) = deadline::period(p)?;
            let (_, due, _) = deadline::ends(context.today, count, unit)?;
            Some((due, p.start..p.end))
        });
    let days = context
        .of_kind(&kinds::date::KIND)
        .filter(|d| is_last_day(context, d) && distance(context, words, d).is_some());
    let days = days.filter_map(|date| Some((end(date, context.today)?, date.start..date.end)));
    ends.max_by_key(|(day, _)| *day).or_else(|| days.max_by_key(|(day, _)| *day))
}

/// Words beside the last day on which creditors may come forward.
const CLAIMS: &str = "债权|申报|清偿|担保";

/// Does a last day stand beside words of claims?
pub(super) fn has_last_day(context: &Context) -> bool {
    context
        .of_kind(&kinds::date::KIND)
        .any(|date| is_last_day(context, date) && distance(context, CLAIMS, date).is_some())
}

/// Does a day close a period: 前, 止, 截止…?
fn is_last_day(context: &Context, finding: &Finding) -> bool {
    let at = context.inside(finding);
    let (before, after) = sentence(context, &at);
    let before = before.trim_end_matches([':', '为', '是', '于']);
    let next = after.split([',', ':', '(', '、']).next().unwrap_or_default();
    let head: String = next.chars().take(12).collect();
    let opens = |word: &&str| head.find(*word).is_some_and(|at| !head[..at].contains(['在', '到', '向']));
    ["前", "止", "截止"].iter().any(opens)
        || ["截止", "截止日期", "截止时间", "截止日", "截至", "至", "到", "不迟于", "最迟"]
            .iter()
            .any(|word| before.ends_with(word))
}

/// The last day that a finding names, without a year the next one.
fn end(finding: &Finding, today: Date) -> Option<Date> {
    let mut dates = finding.facts.iter().filter_map(|fact| match *fact {
        Fact::Date { year, month, day } => Some((year, month, day)),
        _ => None,
    });
    let first = dates.next()?;
    let (year, month, day) = dates.next().unwrap_or(first);
    match year.or(first.0) {
        Some(year) => Date::new(year, month, day?),
        None => [today.year(), today.year() + 1]
            .into_iter()
            .filter_map(|year| Date::new(year, month, day?))
            .find(|date| *date >= today),
    }
}

/// Compares a last day that stands in the place of a period.
fn last_day(context: &mut Context, row: &Row) {
    let today = context.today;
    let days = context.of_kind(&kinds::date::KIND).filter(|date| {
        is_last_day(context, date) && distance(context, row.beside, date).is_some() && !row.working
    });
    let days = days.filter_map(|date| Some((end(date, today)?, date.start..date.end)));
    let Some((last, place)) = days.max_by_key(|(last, _)| *last) else { return };
    // A notice of another day than this check's.
    let since = signed(context).map_or(0, |(signed, _)| number(today) - number(signed));
    let between = number(last) - number(today);
    if since > 30 || between < 0 {
        return;
    }
    let lang = context.lang;
    let (last, count) = (words(last, lang), between.to_string());
    let args = [last.as_str(), &words(today, lang), &count, row.ground];
    // The day of the paper may count, and the day before it is printed is the day of this check.
    if between + 1 < row.least as i32 {
        // Counted from the signature it would do.
        let severity = if between + since >= row.least as i32 { Severity::Hint } else { row.severity };
        context.say(rules::DEADLINE_EARLY, severity, place, vec![], &args);
    } else if row.most.is_some_and(|most| between > most as i32) {
        context.say(rules::DEADLINE_LATE, row.severity, place, vec![], &args);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notice::scope;

    #[test]
    fn rows_are_whole() {
        let table = include_str!("../../data/periods.tsv");
        scope::assert_whole(
            table,
            [1, 2, 8],
            &ROWS,
            |row| &row.scope,
            |row, columns| {
                assert_eq!(columns[4].is_empty(), row.most.is_none(), "{columns:?}: no number");
                assert!(row.most.is_none_or(|most| row.least <= most), "{columns:?}");
                assert!(!row.ground.is_empty(), "{columns:?}");
            },
        );
    }
}
