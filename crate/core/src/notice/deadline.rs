//! A last day beside a period (截止日): `自2024年4月11日起45日内（至2024年5月26日止）`.
//!
//! The first day is not counted (民法典第二百零一条); where the last one is a holiday, the next working day takes its place
//! (第二百零三条). Many count the first day all the same, so a day less is taken, and every day up to the next working
//! day. 次日起 counts from the day after, and many then count that day as none again: a day more is taken. Working days
//! are counted with `data/holidays.tsv`, weekends that are worked as working days or as none; beyond its years nothing is
//! said of them.

use crate::kinds;
use std::ops::Range;
use std::sync::LazyLock;

use super::Context;
use super::dates::{number, plus, signed, words};
use super::rules;
use crate::finding::Finding;
use crate::judgement::{Fact, Lang, PeriodUnit, Severity};
use crate::tables::date::{Date, days_in_month};

/// A day beside a period; its year may have to be understood.
#[derive(Clone)]
struct Day {
    at: Range<usize>,
    place: Range<usize>,
    year: Option<u16>,
    month: u8,
    day: u8,
}

impl Day {
    /// The days that a finding tells of: one, both of `4月9-12日`, and the second of `4月9日至12日`, which is no date by
    /// itself.
    fn read(context: &Context, finding: &Finding) -> Vec<Day> {
        let facts: Vec<_> = finding
            .facts
            .iter()
            .filter_map(|fact| match *fact {
                Fact::Date { year, month, day: Some(day) } => Some((year, month, day)),
                _ => None,
            })
            .collect();
        let (at, place) = (context.inside(finding), finding.start..finding.end);
        let day = |(year, month, day), at: Range<usize>, place| Day { at, place, year, month, day };
        match facts[..] {
            [first] => {
                let own = day(first, at.clone(), place);
                let last = second(context.body.after(at.end, 6)).map(|(own, lead, len)| {
                    let at = at.end + lead..at.end + len;
                    let place = context.place(at.clone());
                    day((first.0, first.1, own), at, place)
                });
                let last = last.filter(|last| last.day > own.day && last.exists());
                [own].into_iter().chain(last).collect()
            }
            [first, last] => {
                let text = &context.body.compact[at.clone()];
                let Some(sign) = text.rfind(['-', '~', '至', '到']) else { return Vec::new() };
                let behind = at.start + sign + text[sign..].chars().next().map_or(0, char::len_utf8);
                let before = at.start..at.start + sign;
                vec![day(first, before, place.clone()), day(last, behind..at.end, place)]
            }
            _ => Vec::new(),
        }
    }

    /// Has its month so many days?
    fn exists(&self) -> bool {
        const LEAP: u16 = 2024;
        self.day <= days_in_month(self.year.unwrap_or(LEAP), self.month)
    }

    /// Without a year, the day that is nearest to another.
    fn nearest(&self, to: Date) -> Option<Date> {
        if self.year.is_some() {
            return self.whole();
        }
        let years = to.year().checked_sub(1)?..=to.year() + 1;
        let days = years.filter_map(|year| Date::new(year, self.month, self.day));
        days.min_by_key(|day| (number(*day) - number(to)).abs())
    }

    fn whole(&self) -> Option<Date> {
        Date::new(self.year?, self.month, self.day)
    }

    /// Without a year, the first such day from another on.
    fn after(&self, first: Date) -> Option<Date> {
        if self.year.is_some() {
            return self.whole();
        }
        let days = [first.year(), first.year() + 1].map(|year| Date::new(year, self.month, self.day));
        days.into_iter().flatten().find(|date| *date >= first)
    }
}

/// From when a period is counted.
enum Start {
    /// A day that is written.
    Day(Date),
    /// The day of publication.
    Published,
    /// The day after it (次日).
    AfterPublished,
}

/// Compares the last days with their periods.
pub fn check(context: &mut Context) {
    let days: Vec<Day> =
        context.of_kind(&kinds::date::KIND).flat_map(|finding| Day::read(context, finding)).collect();
    if days.is_empty() {
        return;
    }
    let mut out = Vec::new();
    for finding in context.of_kind(&kinds::period::KIND) {
        let Some((count, unit)) = period(finding) else { continue };
        let at = context.inside(finding);
        // More than that long may be meant.
        let least = ["不少于", "不低于", "不短于", "至少", "不得少于", "超过"];
        if least.iter().any(|word| context.body.compact[..at.start].ends_with(word)) {
            continue;
        }
        let Some((start, last)) = bounds(context, &days, &at) else { continue };
        if let Some(off) = judge(context, &start, &last, count, unit) {
            let published = !matches!(start, Start::Day(_));
            let args = args(&off, &finding.value, count, published, context.lang);
            out.push((off.severity, last.place, finding.start..finding.end, args));
        }
    }
    for (severity, place, related, args) in out {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        context.say(rules::DEADLINE_DAY, severity, place, vec![related], &args);
    }
}

/// The second day of `4月9日至12日`, by what stands behind the first: which day, where it starts and where it ends.
fn second(behind: &str) -> Option<(u8, usize, usize)> {
    let sign = behind.chars().next().filter(|c| matches!(c, '至' | '到' | '-' | '~'))?.len_utf8();
    let figures = behind[sign..].bytes().take_while(u8::is_ascii_digit).count();
    let end = sign + figures;
    let day = behind[sign..end].parse().ok().filter(|day| (1..=31).contains(day))?;
    let unit = behind[end..].chars().next().filter(|c| matches!(c, '日' | '号'))?;
    Some((day, sign, end + unit.len_utf8()))
}

/// A written last day that is another than that of its period.
struct Off {
    severity: Severity,
    /// From when it is counted.
    first: Date,
    /// The right day if the first one is counted, and if not.
    due: (Date, Date),
    written: Date,
    /// In working days it would be right.
    working: bool,
}

/// What the sentence says of it. The law is named where the days are counted from publication; where an office wrote
/// both days itself, they only have to agree.
fn args(off: &Off, value: &str, count: u32, published: bool, lang: Lang) -> [String; 5] {
    let (low, due) = off.due;
    let counted = match lang {
        _ if low == due => words(due, lang),
        Lang::Zh => format!("{}（当天计入）或{}", words(low, lang), words(due, lang)),
        Lang::En => format!("{} (that day counted) or {}", words(low, lang), words(due, lang)),
    };
    let tail = match (lang, off.working) {
        (Lang::Zh, true) => format!("；如指{count}个工作日则相符，请写明“工作日”"),
        (Lang::En, true) => format!("; {count} working days would agree, and should be written so"),
        (Lang::Zh, false) if published => "（民法典第二百零一条、第二百零三条）".to_string(),
        (Lang::En, false) if published => " (民法典第二百零一条、第二百零三条)".to_string(),
        _ => String::new(),
    };
    [words(off.first, lang), value.to_string(), counted, words(off.written, lang), tail]
}

pub(super) fn period(finding: &Finding) -> Option<(u32, PeriodUnit)> {
    finding.facts.iter().find_map(|fact| match *fact {
        Fact::Period { count, unit } => Some((count, unit)),
        _ => None,
    })
}

/// The first and the last day of a period, where both stand beside it beyond doubt.
fn bounds(context: &Context, days: &[Day], at: &Range<usize>) -> Option<(Start, Day)> {
    let text = &context.body.compact;
    let next = days.partition_point(|day| day.at.start < at.end);
    let before = next.checked_sub(1).map(|i| &days[i]);
    let gap = |from: usize, to: usize| text.get(from..to).filter(|gap| gap.len() <= 60);
    let day = |first: &Day| first.nearest(context.today).map(Start::Day);
    // `公示期45日:自A至B`
    if let [first, last, ..] = &days[next..]
        && gap(first.at.end, last.at.start).is_some_and(is_range)
        && gap(at.end, first.at.start).is_some_and(|gap| made_of(gap, &LEADS))
    {
        return Some((day(first)?, last.clone()));
    }
    // `自A至B,共45日`
    if next >= 2
        && let (first, last) = (&days[next - 2], &days[next - 1])
        && gap(first.at.end, last.at.start).is_some_and(is_range)
        && gap(last.at.end, at.start).is_some_and(|gap| made_of(gap, &TOTALS))
        // `报名:A至B,3日内缴费`
        && !["内", "以内", "之内", "后", "前", "起"].iter().any(|word| text[at.end..].starts_with(word))
    {
        return Some((day(first)?, last.clone()));
    }
    // `自A起45日内(至B止)`
    let last = days.get(next)?;
    let between = gap(at.end, last.at.start)?;
    let until = ["至", "到", "截", "即", "届满"].iter().any(|word| between.contains(word));
    let goes_on = ["起", "至", "到", "-", "~"].iter().any(|word| text[last.at.end..].starts_with(word));
    if !until || goes_on || !made_of(between, &UNTIL) {
        return None;
    }
    if let Some(first) = before
        && gap(first.at.end, at.start).is_some_and(|gap| gap.contains('起') && made_of(gap, &FROM))
        && ["自", "从"].iter().any(|word| text[..first.at.start].ends_with(word))
    {
        return Some((day(first)?, last.clone()));
    }
    let clause = context.body.before(at.start, 24).rsplit([',', '。', ';', ':', '(']).next()?;
    let from = clause.strip_suffix("之日起").or_else(|| clause.strip_suffix("日起"))?;
    let from = &from[from.rfind(['自', '从'])?..];
    let published = ["公告", "见报", "登报", "刊登", "发布", "公示"].iter().any(|word| from.contains(word));
    let start = if from.ends_with('次') { Start::AfterPublished } else { Start::Published };
    (published && !from.contains("通知") && from.chars().count() <= 12).then(|| (start, last.clone()))
}

const LEADS: [&str; 16] = [
    "以内", "内", "(", "自", "从", "即", ":", ",", "为", "期限", "时间", "公示", "公告", "起止", "日期", "是",
];
const TOTALS: [&str; 18] = [
    "止",
    "(",
    ")",
    ",",
    "共计",
    "共",
    "合计",
    "总计",
    "计",
    "为期",
    "公示期限",
    "公示期",
    "公告期",
    "期限",
    "时间",
    "为",
    "即",
    ":",
];
const UNTIL: [&str; 22] = [
    "以内",
    "之内",
    "内",
    "(",
    ",",
    "即日",
    "即",
    "截止日期",
    "截止日",
    "截止时间",
    "截止",
    "截至",
    "至",
    "到",
    "止",
    "期限",
    "届满日",
    "届满",
    "于",
    "为",
    ":",
    "是",
];
const FROM: [&str; 8] = ["之日", "起", "算", "计", ",", "的", "(含)", "连续"];

fn is_range(gap: &str) -> bool {
    matches!(
        gap,
        "至" | "到" | "起至" | "起到" | "-" | "--" | "~" | "起-" | "(含)至" | "起,至" | "开始至" | "日起至"
    )
}

/// Is the text nothing but these words? Of two that begin alike the longer one stands first.
fn made_of(text: &str, words: &[&str]) -> bool {
    let mut rest = text;
    while let Some(word) = words.iter().find(|word| rest.starts_with(**word)) {
        rest = &rest[word.len()..];
    }
    rest.is_empty()
}

/// How the written last day differs from the right one; none where it can be meant.
fn judge(context: &Context, start: &Start, last: &Day, count: u32, unit: PeriodUnit) -> Option<Off> {
    let first = match start {
        Start::Day(date) => *date,
        Start::Published | Start::AfterPublished => context.today,
    };
    let written = last.after(first)?;
    let (low, due, mut high) = ends(first, count, unit)?;
    if let Start::AfterPublished = start {
        high = plus(high, 1).and_then(next_working)?;
    }
    if (low..=high).contains(&written) {
        return None;
    }
    let fits = |from: Date, unit| {
        ends(from, count, unit).is_some_and(|(low, _, high)| (low..=high).contains(&written))
    };
    let working = unit == PeriodUnit::Day && fits(first, PeriodUnit::WorkingDay);
    let off = |severity| Off { severity, first, due: (low, due), written, working };
    if !matches!(start, Start::Day(_)) {
        // Where the days lie far apart, the day of publication is another than that of this check.
        if (number(written) - number(due)).abs() > 31 {
            return None;
        }
        let signed = signed(context).map(|(date, _)| date)?;
        if !(0..=30).contains(&(number(first) - number(signed))) {
            return None;
        }
        if fits(signed, unit) {
            return Some(off(Severity::Hint));
        }
    }
    // A day more or less is a way of counting that somebody may have, and working days may be meant.
    let mild = working || plus(low, -1) == Some(written) || plus(high, 1) == Some(written);
    Some(off(if mild { Severity::Hint } else { Severity::Doubtful }))
}

/// The last day of a period: at the earliest, as the law counts, and with the holidays behind it.
pub(super) fn ends(first: Date, count: u32, unit: PeriodUnit) -> Option<(Date, Date, Date)> {
    let count = i32::try_from(count).ok().filter(|count| (1..=3660).contains(count))?;
    let due = match unit {
        PeriodUnit::Day => plus(first, count)?,
        PeriodUnit::Week => plus(first, 7 * count)?,
        PeriodUnit::Month => months(first, count)?,
        PeriodUnit::Year => months(first, 12 * count)?,
        PeriodUnit::WorkingDay => {
            let due = working_days(first, count, is_working)?;
            let early = if is_working(first)? { plus(first, -1)? } else { first };
            let early = working_days(early, count, is_working)?;
            // Who leaves out the weekends that are worked comes later.
            let late =
                working_days(first, count, |date| is_working(date).map(|is| is && date.weekday() < 6))?;
            return Some((early, due, late));
        }
        PeriodUnit::Hour => return None,
    };
    Some((plus(due, -1)?, due, next_working(due)?))
}

/// The same day so many months later; where that month has none such, its last.
fn months(first: Date, count: i32) -> Option<Date> {
    let all = 12 * i32::from(first.year()) + i32::from(first.month()) - 1 + count;
    let (year, month) = (u16::try_from(all / 12).ok()?, (all % 12 + 1) as u8);
    Date::new(year, month, first.day().min(days_in_month(year, month)))
}

/// The last of so many working days after a day.
fn working_days(first: Date, count: i32, is_working: impl Fn(Date) -> Option<bool>) -> Option<Date> {
    let (mut date, mut left) = (first, count.min(400));
    while left > 0 {
        date = plus(date, 1)?;
        left -= i32::from(is_working(date)?);
    }
    Some(date)
}

/// The day itself, or the first working day behind it. Beyond the table a whole holiday is granted.
fn next_working(date: Date) -> Option<Date> {
    let mut day = date;
    for _ in 0..14 {
        match is_working(day) {
            Some(true) => return Some(day),
            Some(false) => day = plus(day, 1)?,
            None => return plus(date, 10),
        }
    }
    Some(day)
}

struct Holiday {
    first: Date,
    last: Date,
    off: bool,
}

static HOLIDAYS: LazyLock<Vec<Holiday>> = LazyLock::new(|| {
    let rows = include_str!("../../data/holidays.tsv").lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|row| {
        let mut columns = row.split('\t');
        let (first, last) = (columns.next()?.parse().ok()?, columns.next()?.parse().ok()?);
        Some(Holiday { first, last, off: columns.next()? == "off" })
    })
    .collect()
});

/// Is it a working day? None of a year that the table does not have.
fn is_working(date: Date) -> Option<bool> {
    let (first, last) = (HOLIDAYS.first()?.first.year(), HOLIDAYS.last()?.last.year());
    if !(first..=last).contains(&date.year()) {
        return None;
    }
    let next = HOLIDAYS.partition_point(|row| row.first <= date);
    let row = next.checked_sub(1).map(|i| &HOLIDAYS[i]).filter(|row| date <= row.last);
    Some(row.map_or(date.weekday() < 6, |row| !row.off))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("a day")
    }

    #[test]
    fn holidays_are_whole() {
        let rows = include_str!("../../data/holidays.tsv").lines().filter(|line| !line.starts_with('#'));
        assert_eq!(rows.count(), HOLIDAYS.len());
        assert!(HOLIDAYS.windows(2).all(|pair| pair[0].last < pair[1].first));
        for row in HOLIDAYS.iter() {
            assert!(row.first <= row.last && number(row.last) - number(row.first) < 10);
            // One works on a Saturday or a Sunday, one day at a time.
            assert!(row.off || row.first == row.last && row.first.weekday() > 5, "{}", row.first);
        }
        // Days off in the notices of each year, New Year to National Day, with their weekends.
        for (year, want) in [(2022, 32), (2023, 26), (2024, 28), (2025, 28), (2026, 33)] {
            let days = |row: &&Holiday| {
                (0..10)
                    .filter_map(|n| plus(row.first, n))
                    .filter(|d| *d <= row.last && d.year() == year)
                    .count()
            };
            assert_eq!(
                HOLIDAYS.iter().filter(|row| row.off).map(|row| days(&row)).sum::<usize>(),
                want,
                "{year}"
            );
        }
    }

    #[test]
    fn working() {
        for (text, want) in [
            ("2024-02-04", Some(true)),
            ("2024-02-10", Some(false)),
            ("2024-02-16", Some(false)),
            ("2024-02-19", Some(true)),
            ("2024-02-24", Some(false)),
            ("2026-10-10", Some(true)),
            ("2021-12-31", None),
            ("2027-01-04", None),
        ] {
            assert_eq!(is_working(day(text)), want, "{text}");
        }
        assert_eq!(next_working(day("2024-10-01")), Some(day("2024-10-08")));
        assert_eq!(next_working(day("2024-05-26")), Some(day("2024-05-27")), "a Sunday");
    }

    #[test]
    fn last_days() {
        use PeriodUnit::{Day, Hour, Month, Week, WorkingDay, Year};
        for (first, count, unit, want) in [
            ("2024-04-11", 45, Day, Some(("2024-05-25", "2024-05-26", "2024-05-27"))),
            ("2024-04-11", 30, Day, Some(("2024-05-10", "2024-05-11", "2024-05-11"))), // a Saturday worked
            ("2024-01-31", 1, Month, Some(("2024-02-28", "2024-02-29", "2024-02-29"))),
            ("2024-11-15", 3, Month, Some(("2025-02-14", "2025-02-15", "2025-02-17"))),
            ("2024-04-11", 2, Week, Some(("2024-04-24", "2024-04-25", "2024-04-25"))),
            ("2024-02-29", 1, Year, Some(("2025-02-27", "2025-02-28", "2025-02-28"))),
            ("2024-04-29", 5, WorkingDay, Some(("2024-05-08", "2024-05-09", "2024-05-09"))),
            // 28 April and 11 May are a Sunday and a Saturday that are worked.
            ("2024-04-26", 10, WorkingDay, Some(("2024-05-11", "2024-05-13", "2024-05-15"))),
            ("2024-05-01", 3, WorkingDay, Some(("2024-05-08", "2024-05-08", "2024-05-08"))),
            ("2028-05-01", 3, WorkingDay, None),
            ("2024-05-01", 24, Hour, None),
            ("2024-05-01", 0, Day, None),
        ] {
            let want = want.map(|(a, b, c)| (day(a), day(b), day(c)));
            assert_eq!(ends(day(first), count, unit), want, "{first} {count} {unit:?}");
        }
    }
}
