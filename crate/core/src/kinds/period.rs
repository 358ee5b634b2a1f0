//! Periods (期限): a number and a unit of time, as `45日` in 自公告之日起45日内.
//!
//! | unit                                  | in figures            | in numerals           |
//! |---------------------------------------|-----------------------|-----------------------|
//! | 天                                    | always                | beside words of a span|
//! | 个工作日, 个自然日, 个月              | always                | always                |
//! | 日, 年, 工作日, 自然日                | beside words of a span| beside words of a span|
//! | 周, 星期, 小时                        | before 内             | before 内             |
//!
//! Words of a span stand before it (自公告之日起, 自公告起, 经过, 期满后, 公告期为, 公示期：) or behind it (内, 视为送达,
//! 期满). 内 is also 以内, 之内, (内), and may stand behind a second period: 15日和30日内. The finding is the number and its
//! unit, without 内. `9日` in 4月9日内 belongs to a date, 第3天 is an ordinal (but 自公告之日起第60日视为送达 says how
//! long), and 数十日 has no number.

use super::text::ends_with;
use super::{Confidence, Kind, Number, Of};
use crate::judgement::{Fact, Judgement, PeriodUnit};
use crate::tables::numerals;

/// A length of time.
pub static KIND: Kind = Kind::new(Of::Reading, "period", ["期限", "period"])
    .written("数字（阿拉伯或中文）加天、日、个工作日、周、个月、年、小时，如45日内、三个月内")
    .source(Confidence::Sure, "公告惯例；期限长短见各类公告的法条")
    .code(looks_like, check)
    .spaced();

fn looks_like(value: &str) -> bool {
    let text: Vec<char> = value.chars().collect();
    parse(&text).is_some_and(|period| period.len == text.len())
}

/// Reads the period that starts at `text[0]`: how many characters it has.
pub fn read(before: &[char], text: &[char]) -> Option<usize> {
    if !matches!(
        numerals::follower(text)?,
        '天' | '日' | '个' | '個' | '工' | '自' | '周' | '星' | '年' | '小'
    ) {
        return None;
    }
    let period = parse(text)?;
    let after = &text[period.len..];
    let counts = match period.need {
        Need::Nothing => true,
        Need::Figures => period.figures || spans(before, after),
        Need::Within => is_within(after),
        Need::Span => spans(before, after) || period.is_over(before, after),
        Need::Term => {
            is_within(after) || names_term(before) && !after.first().is_some_and(char::is_ascii_digit)
        }
    };
    let served = matches!(after, ['视', '为', ..] | ['即' | ',', '视', '为', ..]);
    (counts && starts_here(before, &period, served)).then_some(period.len)
}

/// What must stand beside a number and its unit, that they are a period.
#[derive(Clone, Copy)]
enum Need {
    Nothing,
    /// The number is in figures, or words of a span stand beside it.
    Figures,
    /// 内 follows.
    Within,
    /// Words of a span stand before or behind it.
    Span,
    /// 内 follows, or a term is named before it: 承包期10年.
    Term,
}

/// A period taken apart.
struct Parsed {
    len: usize,
    count: u32,
    unit: PeriodUnit,
    figures: bool,
    need: Need,
}

impl Parsed {
    /// `公示30日后`, `取得许可证180日后`: so many days later. Fewer than a month's may be the day of one, unless it is said
    /// from when they are counted.
    fn is_over(&self, before: &[char], after: &[char]) -> bool {
        let later = matches!(after, ['后', ..] | ['以' | '之', '后', ..]);
        let most = matches!(self.unit, PeriodUnit::Day) && self.count > 31;
        let counted = ["公示", "公告", "登报", "见报", "刊登"].iter().any(|word| ends_with(before, word));
        later && (most || counted)
    }
}

/// Takes the period apart that starts at `text[0]`.
fn parse(text: &[char]) -> Option<Parsed> {
    use Need::{Figures, Nothing, Span, Term, Within};
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
        ['日', ..] => (Day, 1, Span),
        ['个' | '個', '月', ..] => (Month, 2, Nothing),
        ['个', '工', '作', '日', ..] => (WorkingDay, 4, Nothing),
        ['个', '自', '然', '日', ..] => (Day, 4, Nothing),
        ['工', '作', '日', ..] => (WorkingDay, 3, Span),
        ['自', '然', '日', ..] => (Day, 3, Span),
        ['周', ..] => (Week, 1, Within),
        ['星', '期', ..] => (Week, 2, Within),
        ['个', '星', '期', ..] => (Week, 3, Within),
        // 2024年内 is the year itself, 24年 may be one.
        ['年', ..] if width <= 3 && count < 100 => (Year, 1, if figures && width > 1 { Term } else { Span }),
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

/// Is a term named before a number of years: 承包期限为10年, 服务年限：20年? `日期：24年` names none.
fn names_term(before: &[char]) -> bool {
    const TERMS: [&str; 5] = ["期", "期限", "年限", "时长", "为期"];
    // No notice stands for years.
    const OTHERS: [&str; 6] = ["日期", "工期", "公告期", "公示期", "公告期限", "公示期限"];
    let before = without_links(before);
    let ends = |words: &[&str]| words.iter().any(|word| ends_with(before, word));
    ends(&TERMS) && !ends(&OTHERS)
}

/// Do words of a span stand before or behind it?
fn spans(before: &[char], after: &[char]) -> bool {
    is_within(after)
        || starts_counting(before)
        || ends_counting(after)
        || goes_on(before)
        || says_how_long(before, after)
        || is_in_bracket(before, after)
        || after.first() == Some(&'后') && ends_with(before, "满")
}

/// `2018年4月3日~4月13日(7日)`: how many days there are from one day to another.
fn is_in_bracket(before: &[char], after: &[char]) -> bool {
    let [before @ .., '日', '('] = before else { return false };
    after.first() == Some(&')')
        && before.iter().rev().take(12).any(|c| matches!(c, '至' | '到' | '~' | '-' | '—'))
}

/// `15日内和30日`, `期满后15日、30日`: behind a period, no day of a month.
fn goes_on(before: &[char]) -> bool {
    let [before @ .., '和' | '及' | '或' | '、'] = before else { return false };
    let (before, within) = match before {
        [before @ .., '日', '内'] => (before, true),
        [before @ .., '日'] => (before, false),
        _ => return false,
    };
    let digits = before.iter().rev().take_while(|c| c.is_ascii_digit() || numerals::is_numeral(**c)).count();
    let before = &before[..before.len() - digits];
    digits > 0 && !matches!(before.last(), Some('月' | '第')) && (within || starts_counting(before))
}

/// `公示时间为30日（…）`: 时间 is a day as well, where more of it follows.
fn says_how_long(before: &[char], after: &[char]) -> bool {
    const TIMES: [&str; 3] = ["公示时间为", "公告时间为", "展示时间为"];
    let ends = after.first().is_none_or(|c| matches!(c, ',' | '。' | ';' | '(' | ')'));
    ends && TIMES.iter().any(|word| ends_with(before, word))
}

/// Words from which a number of days is counted, directly before it; `公示期：` and `公告期间不少于` among them.
fn starts_counting(before: &[char]) -> bool {
    const FROM: [&str; 25] = [
        "起",
        "起满",
        "起经过",
        "经过",
        "期满后",
        "届满后",
        "满后的",
        "公告满",
        "公示满",
        "送达后",
        "收到后",
        "签收后",
        "结束后",
        "届满",
        "期满",
        "到期",
        "提前",
        "超过",
        "不足",
        "逾期",
        "顺延",
        "延长",
        "听证前",
        "开庭前",
        "召开前",
    ];
    const SPANS: [&str; 40] = [
        "有效期",
        "租期",
        "租赁期",
        "承租期",
        "出租期",
        "出租年限",
        "租赁年限",
        "租用年限",
        "使用期",
        "承包期",
        "服务期",
        "质保期",
        "公告期",
        "公示期",
        "公告期间",
        "公示期间",
        "公告期限",
        "公示期限",
        "期限",
        "时限",
        "宽限期",
        "答辩期",
        "举证期",
        "上诉期",
        "保修期",
        "合同期",
        "合作期",
        "经营期",
        "借款期",
        "保质期",
        "试用期",
        "聘期",
        "任期",
        "服务年限",
        "使用年限",
        "出让年限",
        "时长",
        "公告",
        "涉外",
        "港澳台",
    ];
    if FROM.iter().any(|word| ends_with(before, word)) {
        return true;
    }
    let before = without_links(before);
    SPANS.iter().any(|word| ends_with(before, word))
}

/// What stands before the words that link a term and its length: 为, 不少于, a colon.
fn without_links(before: &[char]) -> &[char] {
    const LINKS: [&str; 18] = [
        "为期",
        "分别为",
        "均为",
        "各为",
        "为",
        "是",
        ":",
        "共",
        "共计",
        "不少于",
        "不得少于",
        "满",
        "最长",
        "最短",
        "不超过",
        "不得超过",
        "不低于",
        "不得低于",
    ];
    let mut before = before;
    for _ in 0..3 {
        let Some(link) = LINKS.iter().find(|link| ends_with(before, link)) else { break };
        before = &before[..before.len() - link.chars().count()];
    }
    before
}

/// Words behind a number of days that tell what follows when they are over, or a second period before 内.
fn ends_counting(after: &[char]) -> bool {
    const OVER: [&str; 10] =
        ["视为", "即视为", "即为送达", "后视为", "后即视为", "期满", "届满", "后期满", "的期限", "的公告期"];
    let after = after.strip_prefix(&[',']).unwrap_or(after);
    if OVER.iter().any(|word| after.iter().copied().take(word.chars().count()).eq(word.chars())) {
        return true;
    }
    let [link, rest @ ..] = after else { return false };
    matches!(link, '和' | '及' | '或' | '与') && parse(rest).is_some_and(|next| is_within(&rest[next.len..]))
}

/// Does what stands before allow a period to start?
fn starts_here(before: &[char], period: &Parsed, served: bool) -> bool {
    let Some(&last) = before.last() else { return true };
    // `股东李四30日内`: figures go on from no numeral; a name ends with it, a count does not.
    let named = || {
        let mut head = before.iter().rev().skip(1);
        period.figures
            && matches!(last, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九')
            && head
                .next()
                .is_some_and(|c| ('一'..='\u{9fff}').contains(c) && !numerals::is_numeral(*c) && *c != '第')
    };
    let inside = last.is_ascii_alphanumeric() || numerals::is_numeral(last) && !named();
    // `自公告之日起第60日视为送达`
    let ordinal = last == '第' && !(matches!(before, [.., '起', '第']) && served);
    if inside || ordinal || matches!(last, '.' | '*' | '数' | '几' | '%') {
        return false;
    }
    // 4月9日内, 每月5日内, 4月9日至12日内 and 4月9、10日内 are days of a month.
    let of_month = matches!(period.unit, PeriodUnit::Day) && matches!(period.need, Need::Span);
    let month = last == '月' && !ends_with(before, "个月");
    !(of_month && (month || follows_day(before)))
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
    use crate::judgement::Verdict;
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
            ("公告之日起第|60日视为送达", "60日", 60, Day),
            ("期限分别为|15日和30日", "15日", 15, Day),
            ("期限分别为15日和|30日", "30日", 30, Day),
            ("举证期|30日", "30日", 30, Day),
            ("合同期|三年,", "三年", 3, Year),
            ("承包期限为|10年,自", "10年", 10, Year),
            ("承包期|10年。", "10年", 10, Year),
            ("服务年限:|20年", "20年", 20, Year),
            ("截止时间顺延|三天。", "三天", 3, Day),
            ("应在听证前|10日以", "10日", 10, Day),
            ("公告时限为|30日,自", "30日", 30, Day),
            ("公示时间为|30日(2018年", "30日", 30, Day),
            ("15日内和|30日(", "30日", 30, Day),
            ("涉外均为|30日)", "30日", 30, Day),
            ("涉港澳台的为|30日内", "30日", 30, Day),
            ("4月9日起|45日内", "45日", 45, Day),
            ("4月9日,|45日内", "45日", 45, Day),
            ("(|30日内)", "30日", 30, Day),
            ("至|30日内", "30日", 30, Day),
            ("3年|6个月", "6个月", 6, Month),
            ("自公告起|60日即视为送达", "60日", 60, Day),
            ("自即日起|60日内", "60日", 60, Day),
            ("自即日起|六十日,逾期", "六十日", 60, Day),
            ("自公告之日起经过|六十天,即视为送达", "六十天", 60, Day),
            ("。公告|60日即视为送达", "60日", 60, Day),
            ("。公告|六十日,即视为送达", "六十日", 60, Day),
            ("登报后|60日视为送达", "60日", 60, Day),
            ("公告期满后|15日和30日内", "15日", 15, Day),
            ("公告期满后15日和|30日内", "30日", 30, Day),
            ("公告期满后的|十五日。", "十五日", 15, Day),
            ("分别为公告期满后|十五日及三十日内", "十五日", 15, Day),
            ("公告期间为|一年。", "一年", 1, Year),
            ("公告期为|1年,期间", "1年", 1, Year),
            ("公告满|一年无人认领", "一年", 1, Year),
            ("公示期:|30日", "30日", 30, Day),
            ("公示期限:|二十日", "二十日", 20, Day),
            ("公告期间不得少于|六十日", "六十日", 60, Day),
            ("公示期为|10工作日", "10工作日", 10, WorkingDay),
            ("期限为|十个工作日", "十个工作日", 10, WorkingDay),
            ("宽限期为|六十日,", "六十日", 60, Day),
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
            "之日起第|60日开庭",
            "每月15日和|30日",
            "期限:|24年4月9日",
            "签发日期:|24年",
            "公告|24年",
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
            "成立于|一年前",
            "|15日和30日",
            "|15日和李四",
            "公告期为|24年",
            "期满后第|3日上午9时",
            "公告4月|9日",
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
