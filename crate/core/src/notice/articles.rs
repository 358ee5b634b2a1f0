//! Articles of law that a notice names (引用法条): is there such an article, and is it about this matter?
//!
//! The company law of 2023 took the place of that of 2018 on 2024-07-01 and numbers its articles anew, as the law of civil
//! procedure did in 2022 and 2024: notices written after an old model still name the old ones. Each old number has its
//! own new one. Only an article with its law right before it is read.

use std::ops::Range;

use super::Context;
use super::dates::signed;
use super::rules;
use crate::judgement::Severity;
use crate::tables::date::Date;
use crate::tables::numerals;

/// An article as a notice names it.
struct Citation {
    law: usize,
    article: u32,
    /// From 第 to 条.
    at: Range<usize>,
    /// The law is named with an older year (2018年修正), or as the former one.
    former: bool,
}

/// A law with the number of its last article, by day of publication.
struct Law {
    name: &'static str,
    /// From this day: the last article. The first row has no day.
    last: &'static [(&'static str, u32)],
}

const COMPANY: usize = 0;
const LABOUR: usize = 1;
const PROCEDURE: usize = 2;

/// By the texts in force. Between the printing and the day of effect either law may be meant: the longer counts.
const LAWS: [Law; 8] = [
    Law { name: "公司法", last: &[("", 218), ("2023-12-29", 266)] },
    Law { name: "劳动合同法", last: &[("", 98)] },
    Law { name: "民事诉讼法", last: &[("", 284), ("2021-12-24", 291), ("2023-09-01", 306)] },
    Law { name: "合伙企业法", last: &[("", 109)] },
    Law { name: "个人独资企业法", last: &[("", 48)] },
    Law { name: "企业破产法", last: &[("", 136)] },
    Law { name: "农民专业合作社法", last: &[("", 74)] },
    Law { name: "民法典", last: &[("", 1260)] },
];

/// Looks at every article that is named with its law.
pub fn check(context: &mut Context) {
    let all = citations(&context.body.compact);
    for citation in &all {
        if !beyond(context, citation) {
            match citation.law {
                COMPANY => company(context, citation, &all),
                LABOUR => labour(context, citation),
                PROCEDURE => procedure(context, citation),
                _ => {}
            }
        }
    }
}

/// The articles of a text, each with its law right before it, or in one list with such a one.
fn citations(text: &str) -> Vec<Citation> {
    let mut all: Vec<Citation> = Vec::new();
    for (start, _) in text.match_indices('第') {
        let head: Vec<char> = text[start..].chars().skip(1).take(12).collect();
        let Some((article, width)) = numeral(&head) else { continue };
        // 第一百三十三条之一 is another article.
        let inserted = head.get(width + 1) == Some(&'之')
            && head.get(width + 2).is_some_and(|c| "一二三四五".contains(*c));
        if head.get(width) != Some(&'条') || inserted {
            continue;
        }
        let end = start + head[..=width].iter().map(|c| c.len_utf8()).sum::<usize>() + '第'.len_utf8();
        if let Some((law, former)) = law_before(&text[..start]) {
            all.push(Citation { law, article, at: start..end, former });
        } else if let Some(last) = all.last()
            && let Some(gap) = text.get(last.at.end..start)
            && gap.len() <= 45
            && gap.chars().all(|c| "第一二三四五六七八九十0123456789款项()、,和及与以的之规定".contains(c))
        {
            all.push(Citation { law: last.law, article, at: start..end, former: last.former });
        }
    }
    all
}

/// A number in figures or Chinese numerals, and how many characters it has.
fn numeral(text: &[char]) -> Option<(u32, usize)> {
    if text.first()?.is_ascii_digit() {
        return numerals::figures(text);
    }
    let numeral = numerals::read(text).filter(|numeral| !numeral.broken)?;
    Some((u32::try_from(numeral.value).ok()?, numeral.len))
}

/// The law that a text ends with, and whether it is a former one: `《中华人民共和国公司法》(2018年修正)`.
fn law_before(text: &str) -> Option<(usize, bool)> {
    let mut rest = text;
    let mut note = "";
    for _ in 0..2 {
        rest = rest.trim_end_matches(['》', '”', '"']);
        if let Some(open) = rest.strip_suffix(')').and_then(|inside| inside.rfind('('))
            && rest.len() - open <= 40
            && ["年", "修", "版"].iter().any(|word| rest[open..].contains(word))
        {
            note = &rest[open..];
            rest = &rest[..open];
        }
    }
    // The longest: 劳动合同法 is no 合同法.
    let law =
        (0..LAWS.len()).filter(|&i| rest.ends_with(LAWS[i].name)).max_by_key(|&i| LAWS[i].name.len())?;
    let before =
        rest[..rest.len() - LAWS[law].name.len()].trim_end_matches("中华人民共和国").trim_end_matches('《');
    let years = ["2005", "2007", "2012", "2013", "2017", "2018", "2021"];
    let former = ["原", "旧"].iter().any(|word| before.ends_with(word))
        || years.iter().any(|year| note.contains(year));
    Some((law, former))
}

/// Has the law no such article?
fn beyond(context: &mut Context, citation: &Citation) -> bool {
    let law = &LAWS[citation.law];
    let since = |day: &str| day.parse().is_ok_and(|day: Date| day <= context.today);
    let last =
        law.last.iter().rev().find(|(day, _)| day.is_empty() || since(day)).map_or(0, |(_, last)| *last);
    if citation.former || (1..=last).contains(&citation.article) {
        return false;
    }
    let written = context.body.compact[citation.at.clone()].to_string();
    let place = context.place(citation.at.clone());
    context.say(
        rules::ARTICLE_NONE,
        Severity::Doubtful,
        place,
        vec![],
        &[law.name, &written, &last.to_string()],
    );
    true
}

/// What a notice of the company law is about (事项): types, articles of 2023, and words that tell of it as well.
struct Matter {
    types: &'static [&'static str],
    /// The article that most name.
    main: u32,
    new: std::ops::RangeInclusive<u32>,
    /// The same articles in the law of 2018 and in that of 2023. That of 2005 had each of 2018 one higher.
    moved: &'static [(u32, u32)],
    words: &'static [&'static str],
}

const MATTERS: [Matter; 4] = [
    Matter {
        types: &["merger"],
        main: 220,
        new: 218..=221,
        moved: &[(172, 218), (173, 220), (174, 221)],
        words: &["合并"],
    },
    Matter {
        types: &["division"],
        main: 222,
        new: 222..=223,
        moved: &[(175, 222), (176, 223)],
        words: &["分立"],
    },
    Matter {
        types: &["capital_reduction", "simple_capital_reduction"],
        main: 224,
        new: 224..=226,
        moved: &[(177, 224)],
        words: &["减资", "减少注册资本", "减少公司注册资本", "注册资本由", "注册资本从"],
    },
    Matter {
        types: &["winding_up", "simple_deregistration"],
        main: 235,
        new: 229..=242,
        moved: &[
            (180, 229),
            (181, 230),
            (182, 231),
            (183, 232),
            (184, 234),
            (185, 235),
            (186, 236),
            (187, 237),
            (188, 239),
            (189, 238),
            (190, 242),
        ],
        words: &["清算", "注销", "解散"],
    },
];

impl Matter {
    /// The article of a day's law that took the place of one with a former number; none where the number is of that day.
    fn in_force(&self, article: u32, today: Date) -> Option<u32> {
        let since = |year, month, day| Date::new(year, month, day).is_some_and(|since| since <= today);
        let of_2018 = |article| self.moved.iter().find(|(old, _)| *old == article);
        match of_2018(article) {
            Some((_, new)) => since(2024, 7, 1).then_some(*new),
            None => {
                let (old, new) = of_2018(article.checked_sub(1)?)?;
                if since(2024, 7, 1) { Some(*new) } else { since(2014, 3, 1).then_some(*old) }
            }
        }
    }
}

/// An article of a former company law, or one of another matter.
fn company(context: &mut Context, citation: &Citation, all: &[Citation]) {
    let since = Date::new(2024, 7, 1).expect("a day of the calendar");
    let Some(matter) = MATTERS.iter().find(|matter| matter.types.contains(&context.sort.id)) else { return };
    if citation.former {
        return;
    }
    let written = context.body.compact[citation.at.clone()].to_string();
    let place = context.place(citation.at.clone());
    let of_day = |article: u32| match context.today < since {
        true => matter.moved.iter().any(|(old, _)| *old == article),
        false => matter.new.contains(&article),
    };
    let own = all.iter().any(|other| other.law == COMPANY && of_day(other.article));
    if let Some(article) = matter.in_force(citation.article, context.today) {
        let old = matter.moved.iter().any(|(old, _)| *old == citation.article);
        // A number that only the law of 2005 had for this matter is of another one in that of 2018 (增资, 分立).
        if own && !old {
            return;
        }
        let right = match (context.sort.id, article) {
            ("simple_capital_reduction", 224) if context.today >= since => 225,
            // Where a court appoints the liquidators.
            (_, 232) if context.says("人民法院") || context.says("本院") => 233,
            (_, article) => article,
        };
        // One who signed before may have meant the law of that day, and one who names the new article knows it.
        let before = old && signed(context).is_some_and(|(date, _)| date < since);
        let severity = if before || own { Severity::Hint } else { Severity::Doubtful };
        context.say(rules::ARTICLE_OLD, severity, place, vec![], &["公司法", &written, &named(right)]);
        return;
    }
    if context.today < since {
        return;
    }
    let main = match context.sort.id {
        "simple_capital_reduction" => 225,
        "simple_deregistration" => 240,
        _ => matter.main,
    };
    let other = MATTERS.iter().find(|other| other.new.contains(&citation.article));
    if let Some(other) = other.filter(|_| !own)
        && !other.words.iter().any(|word| context.says(word))
    {
        let args = [written.as_str(), other.words[0], &named(main)];
        context.say(rules::ARTICLE_MATTER, Severity::Hint, place, vec![], &args);
    }
}

/// 第二百二十条: an article as a text of law names it.
fn named(article: u32) -> String {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |n: u32| DIGITS[n as usize % 10];
    let (hundreds, tens, ones) = (article / 100, article / 10 % 10, article % 10);
    let mut out = String::from("第");
    if hundreds > 0 {
        out.extend([digit(hundreds), "百"]);
    }
    match tens {
        0 if hundreds > 0 && ones > 0 => out.push_str(digit(0)),
        0 => {}
        1 if hundreds == 0 => out.push('十'),
        _ => out.extend([digit(tens), "十"]),
    }
    if ones > 0 {
        out.push_str(digit(ones));
    }
    out.push('条');
    out
}

/// The items of 第三十九条, which say why a worker may be dismissed.
fn labour(context: &mut Context, citation: &Citation) {
    if citation.article != 39 {
        return;
    }
    let items = items(&context.body.compact, citation.at.end);
    for (item, at) in &items {
        if !(1..=6).contains(item) {
            let written = context.body.compact[at.clone()].to_string();
            context.say(
                rules::ARTICLE_ITEM,
                Severity::Doubtful,
                context.place(at.clone()),
                vec![],
                &[&written],
            );
            return;
        }
    }
    let Some((_, at)) = items.first().filter(|_| !items.iter().any(|(item, _)| *item == 2)) else { return };
    // Whoever is absent breaks the rules of the house, and nothing else is said of him.
    let others = [
        "试用",
        "失职",
        "营私",
        "其他用人单位",
        "欺诈",
        "胁迫",
        "刑事",
        "学历",
        "录用条件",
        "重大损害",
        "犯罪",
    ];
    let absent = ["旷工", "擅自离岗", "擅自离职", "无故缺勤"].iter().find(|word| context.says(word));
    if let Some(absent) = absent
        && !others.iter().any(|word| context.says(word))
    {
        let written = context.body.compact[at.clone()].to_string();
        let place = context.place(at.clone());
        let related: Vec<_> =
            context.body.first(&[absent]).map(|range| context.place(range)).into_iter().collect();
        context.say(rules::ARTICLE_REASON, Severity::Doubtful, place, related, &[&written, absent]);
    }
}

/// The items behind an article: `第(二)项`, `第一款第二项`, `第2、3项`.
fn items(text: &str, from: usize) -> Vec<(u32, Range<usize>)> {
    // An item counts when 项 closes it: 第二、三款 are none.
    let (mut all, mut open) = (Vec::new(), Vec::new());
    let mut rest = &text[from..];
    for word in ["的规定", "规定的", "规定", "之规定", "中", "的", "之", "第一款", "第1款"]
    {
        rest = rest.strip_prefix(word).unwrap_or(rest);
    }
    loop {
        let start = text.len() - rest.len();
        let bare = rest.trim_start_matches(['第', '(']);
        let head: Vec<char> = bare.chars().take(6).collect();
        let Some((item, width)) = numeral(&head) else { break };
        let width: usize = head[..width].iter().map(|c| c.len_utf8()).sum();
        let after = bare[width..].trim_start_matches(')');
        let closed = after.strip_prefix('项');
        let after = closed.unwrap_or(after);
        open.push((item, start..text.len() - after.len()));
        if closed.is_some() {
            all.append(&mut open);
        }
        let Some(next) = after.strip_prefix(['、', ',', '和', '及', '或']) else { break };
        rest = next;
    }
    all
}

/// Articles of the law of civil procedure by the matter of a notice: types, and their numbers in the texts of 2013, 2022 and
/// 2024, one after the other.
const PROCEDURES: [(&[&str], &[[u32; 3]]); 4] = [
    (&["service"], &[[92, 95, 95], [267, 274, 283]]),
    (
        &["public_summons"],
        &[
            [218, 225, 229],
            [219, 226, 230],
            [220, 227, 231],
            [221, 228, 232],
            [222, 229, 233],
            [223, 230, 234],
        ],
    ),
    (&["declaration_missing", "declaration_death"], &[[183, 190, 190], [184, 191, 191], [185, 192, 192]]),
    (&["ownerless_property"], &[[191, 198, 202], [192, 199, 203]]),
];

/// An article of a former law of civil procedure.
fn procedure(context: &mut Context, citation: &Citation) {
    let since = |year| Date::new(year, 1, 1).is_some_and(|since| since <= context.today);
    let now = usize::from(since(2022)) + usize::from(since(2024));
    let Some((_, moved)) = PROCEDURES.iter().find(|(types, _)| types.contains(&context.sort.id)) else {
        return;
    };
    if citation.former || moved.iter().any(|row| row[now] == citation.article) {
        return;
    }
    // Of two former laws the younger one is meant.
    let old = (0..now).rev().find_map(|text| moved.iter().find(|row| row[text] == citation.article));
    if let Some(row) = old {
        let written = context.body.compact[citation.at.clone()].to_string();
        let place = context.place(citation.at.clone());
        let args = ["民事诉讼法", &written, &named(row[now])];
        context.say(rules::ARTICLE_OLD, Severity::Doubtful, place, vec![], &args);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_with_their_laws() {
        for (text, want) in [
            ("根据《中华人民共和国公司法》第二百二十四条的规定", "公司法224"),
            ("根据公司法第224条、第二百二十五条第一款及第二百二十六条", "公司法224 公司法225 公司法226"),
            ("依据《公司法》(2018年修正)第一百七十七条", "公司法177-"),
            ("依据《公司法(2018年)》第177条", "公司法177-"),
            ("依据原《公司法》第一百七十七条", "公司法177-"),
            ("依据《公司法》(2023年修订)第二百二十四条", "公司法224"),
            ("《劳动合同法》第三十九条第(二)项、第四十六条第(五)项", "劳动合同法39 劳动合同法46"),
            ("《劳动合同法实施条例》第十九条", ""),
            ("《公司法》司法解释(二)第十一条", ""),
            ("《公司法》和《章程》第十二条", ""),
            ("本章程第三十九条", ""),
            ("民法典第1001条之一", ""),
            ("第条", ""),
        ] {
            let told: Vec<String> = citations(text)
                .iter()
                .map(|c| format!("{}{}{}", LAWS[c.law].name, c.article, if c.former { "-" } else { "" }))
                .collect();
            assert_eq!(told.join(" "), want, "{text}");
        }
    }

    #[test]
    fn articles_moved() {
        // Each with its place in the law of 2023: 合并, 分立, 减资, 解散和清算.
        let day = |text: &str| text.parse::<Date>().expect("a day");
        for (matter, article, before, after) in [
            (0, 172, None, Some("第二百一十八条")),
            (0, 173, None, Some("第二百二十条")),
            (0, 174, None, Some("第二百二十一条")),
            (0, 175, Some("第一百七十四条"), Some("第二百二十一条")), // of 2005
            (1, 175, None, Some("第二百二十二条")),
            (1, 177, Some("第一百七十六条"), Some("第二百二十三条")),
            (2, 177, None, Some("第二百二十四条")),
            (2, 178, Some("第一百七十七条"), Some("第二百二十四条")),
            (2, 224, None, None),
            (3, 180, None, Some("第二百二十九条")),
            (3, 183, None, Some("第二百三十二条")),
            (3, 184, None, Some("第二百三十四条")),
            (3, 185, None, Some("第二百三十五条")),
            (3, 188, None, Some("第二百三十九条")),
            (3, 189, None, Some("第二百三十八条")),
            (3, 190, None, Some("第二百四十二条")),
            (3, 191, Some("第一百九十条"), Some("第二百四十二条")),
            (3, 232, None, None),
            (3, 0, None, None),
        ] {
            let told = |today| MATTERS[matter].in_force(article, day(today)).map(named);
            assert_eq!(told("2024-06-30").as_deref(), before, "{article}");
            assert_eq!(told("2024-07-01").as_deref(), after, "{article}");
            assert_eq!(told("2014-02-28"), None, "{article}");
        }
        assert_eq!(
            [10, 12, 95, 203, 20, 100].map(named),
            ["第十条", "第十二条", "第九十五条", "第二百零三条", "第二十条", "第一百条"]
        );
    }

    #[test]
    fn items_of_an_article() {
        for (text, want) in [
            ("第(二)项", "2"),
            ("第二项", "2"),
            ("(二)项之规定", "2"),
            ("第一款第(七)项", "7"),
            ("第2、3项", "2 3"),
            ("第(二)、(三)项", "2 3"),
            ("第二项、第三项规定", "2 3"),
            ("第二项、第四十六条", "2"),
            ("第二项,第四十条", "2"),
            ("第二项和本公司", "2"),
            ("规定的第二项", "2"),
            ("第二款", ""),
            (",第二项", ""),
            ("第二、三款", ""),
            ("", ""),
        ] {
            let told: Vec<String> = items(text, 0).iter().map(|(item, _)| item.to_string()).collect();
            assert_eq!(told.join(" "), want, "{text}");
        }
    }
}
