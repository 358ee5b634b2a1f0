//! The days of a notice in their order (日期先后): what happened, then the signature, then the paper.
//!
//! A signature after the day of publication is a slip, but what is checked today may be signed with the day of the paper
//! that prints it: up to a week it is a question. So is one that is more than a month old. An auction is announced seven days before (拍卖法第四十五条); courts' and online auctions have periods of their own.

use crate::kinds;
use std::ops::Range;

use super::Context;
use super::rules;
use crate::finding::Finding;
use crate::judgement::{Fact, Lang, Severity};
use crate::tables::date::Date;

/// A signature older than this, in days, is asked about.
const OLD: i32 = 30;

/// Days that a notice is set before it is printed.
const AHEAD: i32 = 7;

/// Days between the announcement and an auction.
const AUCTION: i32 = 7;

/// Compares the days.
pub fn check(context: &mut Context) {
    let signed = signed(context);
    if let Some((date, place)) = &signed {
        signature(context, *date, place);
    }
    // A correction quotes what was wrong.
    if context.sort.id != "correction" {
        events(context, signed.as_ref());
    }
    if context.sort.id == "auction" {
        auction(context);
    }
}

/// The day on which a notice is signed, and its place in the pasted text.
pub(super) fn signed(context: &Context) -> Option<(Date, Range<usize>)> {
    let signature = context.signature.as_ref()?;
    let inside = context.findings.iter().rev().take_while(|finding| finding.start >= signature.start);
    let mut dates =
        inside.filter(|finding| finding.kind == &kinds::date::KIND && finding.end <= signature.end);
    let last = dates.next()?;
    // Two days in a signature: which of them is its own?
    if dates.next().is_some() {
        return None;
    }
    Some((full(last)?, last.start..last.end))
}

/// The one whole day of a finding; none of a range or of a day without its year.
pub(super) fn full(finding: &Finding) -> Option<Date> {
    let mut dates = finding.facts.iter().filter_map(|fact| match *fact {
        Fact::Date { year, month, day } => Some((year, month, day)),
        _ => None,
    });
    let (year, month, day) = dates.next()?;
    (dates.next().is_none() && finding.kind == &kinds::date::KIND).then_some(())?;
    Date::new(year?, month, day?)
}

/// Days since the first of March of the year 0.
pub(super) fn number(date: Date) -> i32 {
    let (year, month) = (i32::from(date.year()), i32::from(date.month()));
    // The year begins in March, so that the odd day of February is its last.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + i32::from(date.day()) - 1
}

/// The day so many days after another.
pub(super) fn plus(date: Date, days: i32) -> Option<Date> {
    let want = number(date) + days;
    let mut year = u16::try_from(want / 366).ok()?;
    while number(Date::new(year + 1, 1, 1)?) <= want {
        year += 1;
    }
    let mut month = 1;
    while month < 12 && number(Date::new(year, month + 1, 1)?) <= want {
        month += 1;
    }
    let day = want - number(Date::new(year, month, 1)?) + 1;
    Date::new(year, month, u8::try_from(day).ok()?)
}

/// The day as the words say it.
pub(super) fn words(date: Date, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}年{}月{}日", date.year(), date.month(), date.day()),
        Lang::En => date.to_string(),
    }
}

fn signature(context: &mut Context, date: Date, place: &Range<usize>) {
    let (today, lang) = (context.today, context.lang);
    let args = [words(date, lang), words(today, lang)];
    let args = [args[0].as_str(), args[1].as_str()];
    if date > today {
        let ahead = number(date) - number(today) <= AHEAD;
        let severity = if ahead { Severity::Doubtful } else { Severity::Wrong };
        context.say(rules::DATE_SIGNED_LATER, severity, place.clone(), vec![], &args);
    } else if number(today) - number(date) > OLD {
        context.say(rules::DATE_SIGNED_EARLY, Severity::Hint, place.clone(), vec![], &args);
    }
}

/// Words before a day on which something happened.
const BEFORE: [&str; 21] = [
    "签发日期",
    "签发日",
    "签发时间",
    "签发于",
    "颁发日期",
    "颁发于",
    "发证日期",
    "发证日",
    "发证时间",
    "核发日期",
    "填发日期",
    "开具日期",
    "开票日期",
    "出具日期",
    "遗失日期",
    "丢失日期",
    "丢失时间",
    "遗失时间",
    "被盗时间",
    "丢失于",
    "遗失于",
];

/// Words behind it.
const BEHIND: [&str; 20] = [
    "股东会决议",
    "股东决定",
    "股东会决定",
    "经股东会",
    "作出股东会",
    "作出决议",
    "作出股东",
    "召开股东会",
    "的股东会",
    "经合伙人会议",
    "签发",
    "颁发",
    "核发",
    "开具",
    "填发",
    "出具",
    "作出",
    "不慎",
    "遗失",
    "丢失",
];

/// What happened lies before the signature; without one, before the day of publication.
fn events(context: &mut Context, signed: Option<&(Date, Range<usize>)>) {
    let bound = signed.map_or(context.today, |(date, _)| *date);
    let mut late: Vec<(Range<usize>, Date)> = Vec::new();
    for finding in context.of_kind(&kinds::date::KIND) {
        let Some(date) = full(finding).filter(|date| *date > bound) else { continue };
        if signed.is_none_or(|(_, place)| finding.start < place.start) && is_event(context, finding) {
            late.push((finding.start..finding.end, date));
        }
    }
    let lang = context.lang;
    for (place, date) in late {
        let args = [words(date, lang), words(bound, lang)];
        let args = [args[0].as_str(), args[1].as_str()];
        match signed {
            // The signature has been told to be off itself.
            Some((signed, _)) if *signed > context.today => {}
            Some((_, own)) => {
                context.say(rules::DATE_EVENT, Severity::Doubtful, place, vec![own.clone()], &args);
            }
            None => context.say(rules::DATE_FUTURE, Severity::Doubtful, place, vec![], &args),
        }
    }
}

/// Do the words beside a day say that something happened on it?
fn is_event(context: &Context, finding: &Finding) -> bool {
    let at = context.inside(finding);
    let before = context.body.before(at.start, 8).trim_end_matches([':', '为', '是']);
    let after = context.body.after(at.end, 8);
    // What is to come, and ends of periods.
    let planned = ["拟", "将", "定", "计划", "至", "到", "截止", "有效", "前", "应"];
    if planned.iter().any(|word| before.trim_end_matches('于').ends_with(word)) {
        return false;
    }
    BEFORE.iter().any(|word| before.ends_with(word))
        || BEHIND.iter().any(|word| after.trim_start_matches(',').starts_with(word))
}

/// The days of an auction, those of a court's or an online one left alone.
fn auction(context: &mut Context) {
    const OWN_RULES: [&str; 11] =
        ["司法", "法院", "网络", "平台", "网拍", "淘宝", "京东", "公拍网", "竞价期", "线上", "变卖"];
    if OWN_RULES.iter().any(|word| context.says(word)) {
        return;
    }
    let days = context.of_kind(&kinds::date::KIND).filter(|finding| is_auction(context, finding));
    let today = context.today;
    let days: Vec<_> = days.filter_map(|d| Some((day_to_come(d, today)?, d.start..d.end))).collect();
    // Of several the last: where that is too early, all are.
    let Some((date, place)) = days.into_iter().max_by_key(|(date, _)| *date) else { return };
    let (today, lang) = (context.today, context.lang);
    let between = number(date) - number(today);
    let (day, first) =
        (words(date, lang), plus(today, AUCTION).map(|day| words(day, lang)).unwrap_or_default());
    if between < 0 {
        context.say(rules::AUCTION_PAST, Severity::Wrong, place, vec![], &[&day, &words(today, lang)]);
    } else if between < AUCTION {
        // Another medium may have announced it before (拍卖法第四十七条).
        context.say(rules::AUCTION_SOON, Severity::Doubtful, place, vec![], &[&day, &first]);
    }
}

/// A day; without a year, the day to come of this year.
pub(super) fn day_to_come(finding: &Finding, today: Date) -> Option<Date> {
    if let Some(date) = full(finding) {
        return Some(date);
    }
    match finding.facts[..] {
        [Fact::Date { year: None, month, day: Some(day) }] => Date::new(today.year(), month, day),
        _ => None,
    }
    .filter(|date| *date >= today)
}

/// Do the words beside a day say that the auction is held on it?
fn is_auction(context: &Context, finding: &Finding) -> bool {
    let at = context.inside(finding);
    let before = context.body.before(at.start, 10).trim_end_matches(':');
    if ["拍卖时间", "拍卖日期", "拍卖会时间", "拍卖会日期", "开拍时间"]
        .iter()
        .any(|word| before.ends_with(word))
    {
        return true;
    }
    // 原定于 tells of the day that no longer holds.
    if before.ends_with("原定于")
        || !["定于", "将于", "拟于", "我公司于", "本公司于"].iter().any(|word| before.ends_with(word))
    {
        return false;
    }
    let after = context.body.after(at.end, 50);
    let clause = after.split(['。', ';', ',', ':']).next().unwrap_or_default();
    let Some(word) = ["拍卖", "竞买会", "举行"].iter().filter_map(|word| clause.rfind(word)).max()
    else {
        return false;
    };
    !["展示", "看样", "报名", "登记", "保证金", "咨询", "截止", "前"]
        .iter()
        .any(|other| clause[..word].contains(other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{finds, gives};

    #[test]
    fn signatures_ahead_of_the_paper() {
        let options = crate::Options::on("2026-11-30".parse().expect("a day"));
        finds(
            |signed| {
                let text = format!("遗失声明\n张三遗失收据一张，声明作废。\n{signed}");
                let notice = &crate::check(&text, &options).notices[0];
                let said = notice.problems.iter().find(|problem| problem.rule.code == "date.signed-later");
                said.map(|problem| problem.severity.name())
            },
            "
            none      2026年11月30日
            doubtful  2026年12月1日  2026年12月7日
            wrong     2026年12月8日
            ",
        );
    }

    #[test]
    fn days_are_counted() {
        // Counted with another calendar.
        gives(
            |sum| {
                let (from, days) = sum.split_once(" + ").expect("a sum");
                let (from, days) = (from.parse().expect("a day"), days.parse().expect("days"));
                let to = plus(from, days).expect("a day");
                assert_eq!(number(to) - number(from), days, "{sum}");
                to.to_string()
            },
            "
            2024-02-29  2024-02-28 + 1  2024-03-01 + -1
            2024-03-01  2024-02-28 + 2
            2023-03-01  2023-02-28 + 1
            2024-05-26  2024-04-11 + 45
            2025-01-01  2024-12-31 + 1  2024-01-01 + 366
            2000-02-29  1999-12-31 + 60
            1900-03-01  1900-02-28 + 1
            2054-04-10  2026-11-23 + 10000
            ",
        );
        let last = "9999-12-31".parse().expect("a day");
        assert_eq!(plus(last, 1), None);
        assert_eq!(words("2024-04-09".parse().expect("a day"), Lang::Zh), "2024年4月9日");
    }
}
