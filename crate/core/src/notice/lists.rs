//! Numbered lists (名单序号) and lists of masked identity numbers: nothing left out, nothing twice, one way of masking.
//!
//! A list may be read column by column, so the order of its numbers says nothing; only a number that is nowhere, or
//! one that stands twice, is told. Whatever might still be the missing number makes the rule silent.

use crate::kinds;
use std::ops::Range;

use super::Context;
use super::body::Body;
use super::rules;
use crate::finding::Finding;
use crate::judgement::Severity::{Doubtful, Hint};
use crate::judgement::{Fact, Lang, Personal, Verdict};
use crate::order;

/// How the numbers of a list are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    /// `1.`
    Point,
    /// `1、`
    Comma,
    /// `(1)`
    Brackets,
    /// `①`
    Ring,
}

const STYLES: [Style; 4] = [Style::Point, Style::Comma, Style::Brackets, Style::Ring];

/// A number that opens an item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    number: u32,
    style: Style,
    /// Its digits, in the body.
    at: Range<usize>,
    /// Does it stand where only an item begins?
    strong: bool,
}

/// A list from 1 on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct List {
    /// The highest number.
    pub last: u32,
    /// From its first number to its last, in the body.
    pub at: Range<usize>,
    missing: Vec<u32>,
    /// The places in the body of a number that stands twice.
    twice: Vec<[Range<usize>; 2]>,
}

impl List {
    /// Are all its numbers there, each once?
    pub fn is_whole(&self) -> bool {
        self.missing.is_empty() && self.twice.is_empty()
    }
}

/// Looks at the lists of a notice.
pub fn check(context: &mut Context) {
    for list in lists(context.text, context.body) {
        for &missing in &list.missing {
            // Behind the one before it, where that is known.
            context.say(
                rules::LIST_MISSING,
                Doubtful,
                place_of_gap(context, &list, missing),
                vec![],
                &[&missing.to_string()],
            );
        }
        for [first, second] in &list.twice {
            let number = context.body.compact[second.clone()].to_string();
            let related = vec![context.place(first.clone())];
            let place = context.place(second.clone());
            context.say(rules::LIST_REPEATED, Doubtful, place, related, &[&number]);
        }
    }
    masks(context);
}

/// Where a number is missing: at the number before it.
fn place_of_gap(context: &Context, list: &List, missing: u32) -> Range<usize> {
    let items = items(context.text, context.body);
    let before = items.iter().find(|item| item.number + 1 == missing && list.at.contains(&item.at.start));
    context.place(before.map_or(list.at.clone(), |item| item.at.clone()))
}

/// All numbers that may open an item, in the order of the text.
fn items(text: &str, body: &Body) -> Vec<Item> {
    let compact = &body.compact;
    let mut items = Vec::new();
    for (at, ch) in body.signs(|c| matches!(c, '.' | '、' | ')' | '①'..='⑳')) {
        let style = match ch {
            '.' => Style::Point,
            '、' => Style::Comma,
            ')' => Style::Brackets,
            '①'..='⑳' => {
                let number = ch as u32 - '①' as u32 + 1;
                items.push(Item { number, style: Style::Ring, at: at..at + ch.len_utf8(), strong: true });
                continue;
            }
            _ => continue,
        };
        let digits = compact[..at].bytes().rev().take(4).take_while(u8::is_ascii_digit).count();
        if digits == 0 {
            continue;
        }
        // What a blank parts from the digits before it may be a number by itself.
        let Some(start) = start_of_number(text, body, at - digits..at) else { continue };
        let Some(number) = number(&compact[start..at]) else { continue };
        let before = compact[..start].chars().next_back();
        let after = compact[at + ch.len_utf8()..].chars().next();
        let apart = is_apart(text, body, start);
        if style == Style::Brackets {
            // In the middle of a name, (1) may tell two seals from each other.
            let open = before == Some('(');
            let outer = compact[..start].chars().rev().nth(1);
            let strong = open && outer.is_none_or(|c| matches!(c, '。' | ';' | ',' | ':' | '、' | ')'));
            let strong = strong || open && is_apart(text, body, start - 1);
            if open {
                items.push(Item { number, style, at: start..at, strong });
            }
            continue;
        }
        let sign = at..at + ch.len_utf8();
        let goes_on = after.is_some_and(|c| c.is_ascii_digit())
            && !is_apart(text, body, sign.end)
            && body.after(sign.end, 6).chars().filter(|c| c.is_ascii_digit() || *c == '*').count() < 6;
        let joined = before
            .is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '~' | '/' | '、' | '第'));
        if goes_on || joined && !apart {
            continue;
        }
        let stop = before.is_none_or(|c| matches!(c, '。' | ';' | ',' | ':' | ')' | '*'));
        items.push(Item { number, style, at: start..at, strong: (stop || apart) && before != Some('第') });
    }
    items
}

fn number(digits: &str) -> Option<u32> {
    let plain = (1..=3).contains(&digits.len()) && !digits.starts_with('0');
    digits.parse().ok().filter(|_| plain)
}

/// The start of the number that a run of digits ends in: all of it, or what stands behind its last line end or blank.
fn start_of_number(text: &str, body: &Body, digits: Range<usize>) -> Option<usize> {
    let long = digits.len() > 3;
    let starts = digits.clone().skip(usize::from(long)).rev();
    let cut = starts.filter(|&at| at > digits.start && is_apart(text, body, at)).max();
    if long { cut } else { Some(digits.start) }
}

/// Does a blank or a line end stand before this character of the body?
fn is_apart(text: &str, body: &Body, at: usize) -> bool {
    let place = body.place(text, at..at + 1).start;
    at == 0 || text[..place].chars().next_back().is_some_and(char::is_whitespace)
}

/// The lists from 1 on that are read beyond doubt, and what is off in them.
pub(super) fn lists(text: &str, body: &Body) -> Vec<List> {
    let items = items(text, body);
    let mut lists = Vec::new();
    for style in STYLES {
        let own: Vec<&Item> = items.iter().filter(|item| item.style == style).collect();
        let ones = own.iter().filter(|item| item.number == 1).count();
        if own.len() < 3 || ones == 0 {
            continue;
        }
        if ones == 1 {
            lists.extend(list(body, &own, false));
            continue;
        }
        // Several lists, each in its order. One that is inside another makes both unsure.
        let mut parts: Vec<&[&Item]> = Vec::new();
        let mut start = own.iter().position(|item| item.number == 1).unwrap_or_default();
        for i in start + 1..=own.len() {
            if i == own.len() || own[i].number == 1 {
                parts.push(&own[start..i]);
                start = i;
            }
        }
        for (i, part) in parts.iter().enumerate() {
            let jumps = part.windows(2).filter(|pair| pair[0].number + 1 != pair[1].number);
            let outer = |number: u32| {
                parts[..i].iter().any(|part| part.last().is_some_and(|last| last.number + 1 == number))
            };
            let unsure = jumps.clone().any(|pair| pair[1].number <= pair[0].number || outer(pair[1].number));
            if !unsure {
                lists.extend(list(body, part, true));
            }
        }
    }
    order::sorted(lists, |a, b| a.at.start.cmp(&b.at.start))
}

/// What the items of one list say.
fn list(body: &Body, items: &[&Item], ordered: bool) -> Option<List> {
    let mut by: Vec<(u32, Vec<&Item>)> = Vec::new();
    for &item in items {
        order::add_to(&mut by, item.number, item);
    }
    // As far as the numbers are dense; one that is far off opens no item of this list.
    let (mut last, mut missing) = (0, Vec::new());
    for &(number, ref items) in &by {
        if number > last + 2 {
            break;
        }
        if number > last + 1 && !items.iter().any(|item| item.strong) {
            break;
        }
        missing.extend(last + 1..number);
        last = number;
    }
    by.retain(|(number, _)| (1..=last).contains(number));
    let own: Vec<&Item> = by.iter().flat_map(|(_, items)| items.iter().copied()).collect();
    let known = last as usize - missing.len();
    let strong = own.iter().filter(|item| item.strong).count();
    if known < 3 || missing.len() > 2 || strong * 3 < own.len() * 2 {
        return None;
    }
    let start = own.iter().map(|item| item.at.start).min()?;
    let end = own.iter().map(|item| item.at.end).max()?;
    let extra = own.len() - known;
    let mut twice = Vec::new();
    for (_, items) in &by {
        if let [first, second] = items[..]
            && first.strong
            && second.strong
        {
            twice.push([first.at.clone(), second.at.clone()]);
        }
    }
    // Many: they are other lists. Too few of them strong: they may be none.
    if extra > 2 || extra != twice.len() || known < 3 * (missing.len() + extra) || ordered && extra > 0 {
        return (missing.is_empty() && extra == 0).then(|| List {
            last,
            at: start..end,
            missing: vec![],
            twice: vec![],
        });
    }
    // The number may be there, behind another sign or with its digits apart.
    missing.retain(|&number| !may_be(body, start..end, number));
    Some(List { last, at: start..end, missing, twice })
}

/// May the number be there after all?
fn may_be(body: &Body, at: Range<usize>, number: u32) -> bool {
    let digits = number.to_string();
    let ring = char::from_u32('①' as u32 + number - 1).filter(|_| number <= 20);
    let text = &body.compact[at.clone()];
    ring.is_some_and(|ring| text.contains(ring))
        || text.match_indices(&digits).any(|(i, _)| {
            let digit = |c: char| c.is_ascii_digit();
            let before = text[..i].chars().next_back();
            let after = text[i + digits.len()..].chars().next();
            let alone = !before.is_some_and(|c| digit(c) || matches!(c, '*' | 'X'));
            let sign = after.is_some_and(|c| matches!(c, '.' | '、' | ')' | ',' | ':' | '·'));
            let ends = !after.is_some_and(|c| digit(c) || c == '*');
            ends && (alone || sign)
        })
}

/// The shape of a masked number: what is kept and what is masked.
fn shape(value: &str) -> String {
    value.chars().map(|c| if c == '*' { '*' } else { '0' }).collect()
}

/// A shape in words: 前10位＋8个*.
fn style(shape: &str, lang: Lang) -> String {
    let head = shape.bytes().take_while(|&c| c != b'*').count();
    let stars = shape.bytes().filter(|&c| c == b'*').count();
    let tail = shape.bytes().rev().take_while(|&c| c != b'*').count();
    let [first, last] = match lang {
        Lang::Zh => [format!("前{head}位＋"), format!("＋后{tail}位")],
        Lang::En => [format!("first {head} + "), format!(" + last {tail}")],
    };
    let signs = match lang {
        Lang::Zh => format!("{stars}个*"),
        Lang::En => format!("{stars} masked"),
    };
    let shown = |text: String, count: usize| if count > 0 { text } else { String::new() };
    format!("{}{signs}{}", shown(first, head), shown(last, tail))
}

/// Identity numbers that are masked in another way than the rest of them, and how many are masked at all.
fn masks(context: &mut Context) {
    let findings = context.findings;
    let masked: Vec<&Finding> =
        findings.iter().filter(|finding| finding.kind == &kinds::masked_id::KIND).collect();
    let mut shapes: Vec<(String, Vec<&Finding>)> = Vec::new();
    for &finding in &masked {
        order::add_to(&mut shapes, shape(&finding.value), finding);
    }
    let usual = shapes.iter().max_by_key(|(_, all)| all.len());
    if let Some((usual, most)) = usual
        && most.len() >= 4
    {
        let count = most.len().to_string();
        let odd: Vec<&Finding> = shapes
            .iter()
            .filter(|(shape, _)| shape != usual)
            .flat_map(|(_, all)| all.iter().copied())
            .collect();
        // What has another length is told by itself.
        let clear =
            |finding: &&Finding| finding.verdict < Verdict::Doubtful && finding.value.len() == usual.len();
        let known =
            most.iter().all(|finding| finding.facts.iter().any(|fact| matches!(fact, Fact::Mask { .. })));
        if odd.len() <= 2 && known {
            let style = style(usual, context.lang);
            for finding in odd.into_iter().filter(clear) {
                context.say(
                    rules::LIST_MASK,
                    Doubtful,
                    finding.start..finding.end,
                    vec![],
                    &[&count, &style],
                );
            }
        }
    }
    let style = usual.map(|(shape, _)| style(shape, context.lang));
    not_masked(context, masked.len(), style.as_deref());
}

/// Nobody reads more of them in one sentence; their places tell them all.
const NAMED: usize = 5;

/// How many of the identity numbers are masked, in what style, and which are not; silent where all are. A single one,
/// and two that are both in full, say it by themselves.
fn not_masked(context: &mut Context, masked: usize, style: Option<&str>) {
    let identity = |finding: &&Finding| {
        finding.exposure.as_ref().is_some_and(|exposure| exposure.what == Personal::IdentityNumber)
    };
    let findings = context.findings.iter();
    let all: Vec<&Finding> = findings.filter(|f| f.kind == &kinds::masked_id::KIND || identity(f)).collect();
    let full: Vec<(usize, &Finding)> =
        all.iter().enumerate().filter(|(_, f)| identity(f)).map(|(i, f)| (i + 1, *f)).collect();
    let Some(((_, first), others)) = full.split_first() else { return };
    let place = first.start..first.end;
    let related = others.iter().map(|(_, f)| f.start..f.end).collect();
    let count = all.len().to_string();
    if let Some(style) = style {
        let comma = if context.lang == Lang::Zh { "、" } else { ", " };
        let which: Vec<String> = full.iter().take(NAMED).map(|(number, _)| number.to_string()).collect();
        let more = if full.len() > NAMED { "…" } else { "" };
        let args = [&count, &masked.to_string(), style, &(which.join(comma) + more)];
        context.say(rules::LIST_FULL, Hint, place, related, &args);
    } else if all.len() > 2 {
        context.say(rules::LIST_UNMASKED, Hint, place, related, &[&count]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lists of a text: last number, what is missing, what stands twice.
    fn told(text: &str) -> String {
        let body = Body::new(text, 0..text.len());
        let lists = lists(text, &body);
        let numbers = |all: Vec<String>| all.join(" ");
        let word = |list: &List| {
            let missing = numbers(list.missing.iter().map(u32::to_string).collect());
            let twice =
                numbers(list.twice.iter().map(|[at, _]| body.compact[at.clone()].to_string()).collect());
            format!("{}-{missing}+{twice}", list.last)
        };
        lists.iter().map(word).collect::<Vec<_>>().join(",")
    }

    #[test]
    fn numbered() {
        for (text, want) in [
            ("1.赵一；2.钱二；3.孙三；4.李四。", "4-+"),
            ("1.赵一；2.钱二；4.李四；5.周五。", "5-3+"),
            ("1.赵一；2.钱二；3.孙三；3.李四；5.周五；6.吴六；7.郑七", "7-4+3"),
            ("1、赵一\n2、钱二\n3、孙三\n5、周五", "5-4+"),
            ("（1）甲；（2）乙；（3）丙；（5）丁", "5-4+"),
            ("①甲②乙③丙⑤丁", "5-4+"),
            // Columns: the order says nothing.
            ("1.赵一 4.李四\n2.钱二 5.周五\n3.孙三 6.吴六", "6-+"),
            ("4.李四\n5.周五\n6.吴六\n1.赵一\n2.钱二\n3.孙三", "6-+"),
            // Behind a number, on its line.
            ("1. 赵一 13800001111\n2. 钱二 13800001112\n3. 孙三 13800001113", "3-+"),
            ("1. 220\n2. 221\n3. 222", "3-+"),
            // Another sign, or none.
            ("1.赵一；2.钱二；3孙三；4.李四；5.周五", "5-+"),
            ("1.赵一；2.钱二；3，孙三；4.李四；5.周五", "5-+"),
            // Lists inside lists, and several.
            ("1.甲；2.乙；3.丙：1.子；2.丑；4.丁", "3-+"),
            ("1.甲；2.乙；3.丙。1.子；2.丑；3.寅；5.辰", "3-+,5-4+"),
            ("1.甲；2.乙；1.子；2.丑", ""),
            // No lists.
            ("注册资本1.5万元，2.3万元，3.7万元", ""),
            ("第1、2、3号车库", ""),
            ("2024.1.3，2024.2.4，2024.3.6", ""),
            ("1.甲；2.乙；9.丙", ""),
        ] {
            assert_eq!(told(text), want, "{text}");
        }
    }

    #[test]
    fn shapes() {
        assert_eq!(shape("220182********123X"), "000000********0000");
        for (value, zh, en) in [
            ("220182********123X", "前6位＋8个*＋后4位", "first 6 + 8 masked + last 4"),
            ("2201821990********", "前10位＋8个*", "first 10 + 8 masked"),
            ("**************1234", "14个*＋后4位", "14 masked + last 4"),
        ] {
            assert_eq!([style(&shape(value), Lang::Zh), style(&shape(value), Lang::En)], [zh, en], "{value}");
        }
    }
}
