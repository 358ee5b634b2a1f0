//! Periods (期限): a number and a unit of time, as `45日` in 自公告之日起45日内.
//!
//! | unit                          | in figures                  | in numerals         |
//! |-------------------------------|-----------------------------|---------------------|
//! | 天                            | always                      | before 内           |
//! | 日                            | before 内, or after 之日起… | the same            |
//! | 个工作日, 个自然日, 个月      | always                      | always              |
//! | 工作日, 周, 星期, 年, 小时    | before 内                   | before 内           |
//!
//! 内 is also 以内, 之内, (内). The finding is the number and its unit, without 内. `9日` in 4月9日内 belongs to
//! a date, 第3天 is an ordinal, and 数十日 has no number.

use super::text::ends_with;
use super::{Confidence, Kind, Number, Rule};
use crate::finding::PeriodUnit;
use crate::numerals;
use crate::{Fact, Judgement};

/// A length of time.
pub static KIND: Kind = Kind {
    id: "period",
    names: ["期限", "period"],
    grammar: "数字（阿拉伯或中文）加天、日、个工作日、周、个月、年、小时，如45日内、三个月内",
    source: "公告惯例；期限长短见各类公告的法条",
    confidence: Confidence::Sure,
    rule: Rule::Code { looks_like, check },
};

fn looks_like(value: &str) -> bool {
    let text: Vec<char> = value.chars().collect();
    parse(&text).is_some_and(|period| period.len == text.len())
}

/// Reads the period that starts at `text[0]`: how many characters it has.
pub fn read(before: &[char], text: &[char]) -> Option<usize> {
    if !matches!(numerals::follower(text)?, '天' | '日' | '个' | '工' | '自' | '周' | '星' | '年' | '小')
    {
        return None;
    }
    let period = parse(text)?;
    let within = is_within(&text[period.len..]);
    let counts = match period.need {
        Need::Nothing => true,
        Need::Figures => period.figures || within,
        Need::Within => within,
        Need::WithinOrStart => within || starts_counting(before),
    };
    (counts && starts_here(before, &period)).then_some(period.len)
}

/// What must stand beside a number and its unit, that they are a period.
#[derive(Clone, Copy)]
enum Need {
    Nothing,
    /// The number is in figures, or 内 follows.
    Figures,
    /// 内 follows.
    Within,
    /// 内 follows, or the words before it say from when to count.
    WithinOrStart,
}

/// A period taken apart.
struct Parsed {
    len: usize,
    count: u32,
    unit: PeriodUnit,
    figures: bool,
    need: Need,
}

/// Takes the period apart that starts at `text[0]`.
fn parse(text: &[char]) -> Option<Parsed> {
    use Need::{Figures, Nothing, Within, WithinOrStart};
    use PeriodUnit::{Day, Hour, Month, Week, WorkingDay, Year};
    let figures = text.first()?.is_ascii_digit();
    let (count, width) = if figures {
        numerals::figures(text).filter(|&(_, width)| width <= 4)?
    } else {
        let numeral = numerals::read(text).filter(|n| !n.broken && !n.spelled)?;
        (u32::try_from(numeral.value).ok()?, numeral.len)
    };
    let (unit, chars, need) = match &text[width..] {
        ['天', ..] => (Day, 1, Figures),
        ['日', ..] => (Day, 1, WithinOrStart),
        ['个', '月', ..] => (Month, 2, Nothing),
        ['个', '工', '作', '日', ..] => (WorkingDay, 4, Nothing),
        ['个', '自', '然', '日', ..] => (Day, 4, Nothing),
        ['工', '作', '日', ..] => (WorkingDay, 3, Within),
        ['自', '然', '日', ..] => (Day, 3, Within),
        ['周', ..] => (Week, 1, Within),
        ['星', '期', ..] => (Week, 2, Within),
        ['个', '星', '期', ..] => (Week, 3, Within),
        // 2024年内 is the year itself.
        ['年', ..] if width <= 3 && count < 100 => (Year, 1, Within),
        ['小', '时', ..] => (Hour, 2, Within),
        ['个', '小', '时', ..] => (Hour, 3, Within),
        _ => return None,
    };
    Some(Parsed { len: width + chars, count, unit, figures, need })
}

/// 内, 以内, 之内, (内), （含）内
fn is_within(after: &[char]) -> bool {
    matches!(after, ['内', ..] | ['以' | '之', '内', ..] | ['(', '内', ')', ..] | ['(', '含', ')', '内', ..])
}

/// Words that say from when a number of 日 counts, directly before it.
fn starts_counting(before: &[char]) -> bool {
    ["之日起", "日起满", "之日起满", "经过", "期限为", "公告期", "公告期为", "公示期", "公示期为"]
        .iter()
        .any(|word| ends_with(before, word))
}

/// Does what stands before allow a period to start?
fn starts_here(before: &[char], period: &Parsed) -> bool {
    let Some(&last) = before.last() else { return true };
    let inside = last.is_ascii_alphanumeric() || numerals::is_numeral(last);
    if inside || matches!(last, '.' | '*' | '第' | '数' | '几' | '%') {
        return false;
    }
    // 4月9日内, 每月5日内, 4月9日至12日内 and 4月9、10日内 are days of a month.
    let of_month = matches!(period.unit, PeriodUnit::Day) && matches!(period.need, Need::WithinOrStart);
    !(of_month && (last == '月' || follows_day(before)))
}

/// Does a day of a month stand before, with a sign of range or list between?
fn follows_day(before: &[char]) -> bool {
    let mut rest = before.iter().rev().peekable();
    if !rest.next().is_some_and(|ch| matches!(ch, '-' | '~' | '至' | '到' | '、')) {
        return false;
    }
    rest.next_if(|ch| matches!(ch, '日' | '号'));
    let mut digits = 0;
    while rest.next_if(|ch| ch.is_ascii_digit() || numerals::is_numeral(**ch)).is_some() {
        digits += 1;
    }
    digits > 0 && rest.next() == Some(&'月')
}

fn check(number: &Number) -> Judgement {
    let mut judgement = Judgement::default();
    let text: Vec<char> = number.value.chars().collect();
    if let Some(Parsed { count, unit, .. }) = parse(&text) {
        judgement.fact(Fact::Period { count, unit });
    }
    judgement
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Verdict;
    use crate::kinds::testing::{found, judge_read, reads_beside_signs, takes_any_text};

    #[test]
    fn reads() {
        use PeriodUnit::{Day, Hour, Month, Week, WorkingDay, Year};
        for (marked, value, count, unit) in [
            ("发布之日起|45日内向本公司", "45日", 45, Day),
            ("相关债权人|45日(内)", "45日", 45, Day),
            ("|30日以内", "30日", 30, Day),
            ("|60日之内", "60日", 60, Day),
            ("旷工|15天或", "15天", 15, Day),
            ("累计旷工|30天以上", "30天", 30, Day),
            ("|三十日内", "三十日", 30, Day),
            ("|四十五日内", "四十五日", 45, Day),
            ("|一百八十日内", "一百八十日", 180, Day),
            ("|十天内", "十天", 10, Day),
            ("|3个月", "3个月", 3, Month),
            ("|三个月内", "三个月", 3, Month),
            ("|两个月", "两个月", 2, Month),
            ("|12个月", "12个月", 12, Month),
            ("|60个工作日", "60个工作日", 60, WorkingDay),
            ("|二十个工作日", "二十个工作日", 20, WorkingDay),
            ("|5工作日内", "5工作日", 5, WorkingDay),
            ("|15个自然日", "15个自然日", 15, Day),
            ("|24小时内", "24小时", 24, Hour),
            ("|四十八小时以内", "四十八小时", 48, Hour),
            ("|2年内", "2年", 2, Year),
            ("|三年以内", "三年", 3, Year),
            ("|一周内", "一周", 1, Week),
            ("|2周内", "2周", 2, Week),
            ("|两个星期内", "两个星期", 2, Week),
            ("公告之日起经过|60日即视为送达", "60日", 60, Day),
            ("自公告之日起|30日,", "30日", 30, Day),
            ("自公告之日起满|三十日即视为送达", "三十日", 30, Day),
            ("公示期|7日", "7日", 7, Day),
            ("4月9日起|45日内", "45日", 45, Day),
            ("4月9日,|45日内", "45日", 45, Day),
            ("(|30日内)", "30日", 30, Day),
            ("至|30日内", "30日", 30, Day),
            ("3年|6个月", "6个月", 6, Month),
        ] {
            assert_eq!(found(read, marked).as_deref(), Some(value), "{marked}");
            let judgement = judge_read(&KIND, value);
            assert_eq!(judgement.facts, [Fact::Period { count, unit }], "{value}");
            assert_eq!(judgement.verdict(), Verdict::Plausible, "{value}");
        }
    }

    #[test]
    fn refuses() {
        for marked in [
            "|",
            "|日内",
            "|10日",
            "|十日",
            "|三天",
            "4月|9日内",
            "四月|九日内",
            "每月|5日内",
            "4月9日至|12日内",
            "4月9-|12日内",
            "4月9、|10日内",
            "第|3天",
            "第|45日内",
            "1|45日内",
            "1.|5天",
            "二|十日内",
            "数|十日内",
            "A|5天",
            "7*|24小时内",
            "|2024年内",
            "|二〇二四年内",
            "|2年",
            "|3周年",
            "|一周",
            "|24小时",
            "|30余日内",
            "|3个多月",
            "|3个",
            "|3月内",
            "|月内",
            "|百日内",
            "|12345天",
            "|5个工作组",
        ] {
            assert_eq!(found(read, marked), None, "{marked}");
        }
    }

    #[test]
    fn reads_beside_every_sign() {
        reads_beside_signs(read, "+-", &["15天", "三个月", "60个工作日"]);
    }

    #[test]
    fn total() {
        takes_any_text(&KIND, read, "0123459个工作日日天周星期月年小时内以之()三十百", 12, &[]);
    }
}
