//! Articles of law that a notice names (引用法条): is there such an article, and is it about this matter?
//!
//! The company law of 2023 took the place of that of 2018 on 2024-07-01 and numbers its articles anew: notices written after
//! an old model still name the old ones. Only an article with its law right before it is read.

use std::ops::Range;

use super::Context;
use super::dates::signed;
use crate::numerals;
use crate::{Date, Severity};

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
    context.say("article.none", Severity::Doubtful, place, vec![], &[law.name, &written, &last.to_string()]);
    true
}

/// What a notice of the company law is about (事项): types, articles of 2018 and of 2023, and words that tell of it as well.
struct Matter {
    types: &'static [&'static str],
    /// The article that most name.
    main: &'static str,
    new: std::ops::RangeInclusive<u32>,
    old: &'static [u32],
    words: &'static [&'static str],
}

const MATTERS: [Matter; 4] = [
    Matter {
        types: &["merger"],
        main: "第二百二十条",
        new: 218..=221,
        old: &[172, 173, 174],
        words: &["合并"],
    },
    Matter {
        types: &["division"],
        main: "第二百二十二条",
        new: 222..=223,
        old: &[175, 176],
        words: &["分立"],
    },
    Matter {
        types: &["capital_reduction", "simple_capital_reduction"],
        main: "第二百二十四条",
        new: 224..=226,
        old: &[177],
        words: &["减资", "减少注册资本", "减少公司注册资本", "注册资本由", "注册资本从"],
    },
    Matter {
        types: &["winding_up", "simple_deregistration"],
        main: "第二百三十五条",
        new: 229..=242,
        old: &[180, 181, 182, 183, 184, 185, 186, 187, 188],
        words: &["清算", "注销", "解散"],
    },
];

/// An article of the law of 2018 after it was replaced, or one of another matter.
fn company(context: &mut Context, citation: &Citation, all: &[Citation]) {
    let since = Date::new(2024, 7, 1).expect("a day of the calendar");
    let Some(matter) = MATTERS.iter().find(|matter| matter.types.contains(&context.sort.id)) else { return };
    if context.today < since || citation.former {
        return;
    }
    let written = context.body.compact[citation.at.clone()].to_string();
    let place = context.place(citation.at.clone());
    let main = match context.sort.id {
        "simple_capital_reduction" => "第二百二十五条",
        "simple_deregistration" => "第二百四十条",
        _ => matter.main,
    };
    let own = all.iter().any(|other| other.law == COMPANY && matter.new.contains(&other.article));
    if matter.old.contains(&citation.article) {
        // One who signed before may have meant the law of that day, and one who names the new article knows it.
        let before = signed(context).is_some_and(|(date, _)| date < since);
        let severity = if before || own { Severity::Hint } else { Severity::Doubtful };
        context.say("article.old", severity, place, vec![], &["公司法", &written, main]);
        return;
    }
    let other = MATTERS.iter().find(|other| other.new.contains(&citation.article));
    if let Some(other) = other.filter(|_| !own)
        && !other.words.iter().any(|word| context.says(word))
    {
        context.say("article.matter", Severity::Hint, place, vec![], &[&written, other.words[0], main]);
    }
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
            context.say("article.item", Severity::Doubtful, context.place(at.clone()), vec![], &[&written]);
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
        context.say("article.reason", Severity::Doubtful, place, related, &[&written, absent]);
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

/// Service by publication has been 第九十五条 since 2022; before it was 第九十二条.
fn procedure(context: &mut Context, citation: &Citation) {
    let since = Date::new(2022, 1, 1).expect("a day of the calendar");
    if context.sort.id == "service" && citation.article == 92 && context.today >= since && !citation.former {
        let written = context.body.compact[citation.at.clone()].to_string();
        let place = context.place(citation.at.clone());
        context.say(
            "article.old",
            Severity::Doubtful,
            place,
            vec![],
            &["民事诉讼法", &written, "第九十五条"],
        );
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
