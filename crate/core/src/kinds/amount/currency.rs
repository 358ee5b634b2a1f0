//! Currencies (币种): the signs before an amount and the units behind it.

use crate::kinds::text::{ends_with, starts_with};
use crate::tables::numerals;

/// What a bare 元 is taken for.
pub(super) const YUAN: &str = "CNY";

/// Signs before an amount; the longer one first where one begins another.
const SIGNS: [(&str, &str); 13] = [
    ("RMB¥", YUAN),
    ("RMB", YUAN),
    ("CNY", YUAN),
    ("¥", YUAN),
    ("HK$", "HKD"),
    ("US$", "USD"),
    ("USD", "USD"),
    ("HKD", "HKD"),
    ("EUR", "EUR"),
    ("GBP", "GBP"),
    ("$", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
];

/// Units that name their currency.
pub(super) const UNITS: [(&str, &str); 22] = [
    ("美元", "USD"),
    ("美金", "USD"),
    ("港元", "HKD"),
    ("港币", "HKD"),
    ("欧元", "EUR"),
    ("日元", "JPY"),
    ("日圆", "JPY"),
    ("英镑", "GBP"),
    ("人民币", YUAN),
    ("澳门元", "MOP"),
    ("澳门币", "MOP"),
    ("新台币", "TWD"),
    ("台币", "TWD"),
    ("澳元", "AUD"),
    ("澳大利亚元", "AUD"),
    ("加元", "CAD"),
    ("加拿大元", "CAD"),
    ("新加坡元", "SGD"),
    ("新元", "SGD"),
    ("韩元", "KRW"),
    ("瑞士法郎", "CHF"),
    ("卢布", "RUB"),
];

/// The unit that words give to an amount without one, in units of its currency: `金额（万元）：`, `金额/万元`, and
/// `单位：万元` before or behind it.
pub(super) fn unit_around(before: &[char], after: &[char]) -> Option<(u128, &'static str)> {
    let mut lead = before;
    while let [rest @ .., ':' | '=' | '为' | '是' | '¥'] = lead {
        lead = rest;
    }
    let beside = unit_of_head(lead).map(|(times, currency)| (times, 0, currency));
    let behind = match after {
        ['(' | '[' | '【' | '〔', rest @ ..] => unit_at_start(rest)
            .filter(|(_, width, _)| matches!(rest.get(*width), Some(')' | ']' | '】' | '〕'))),
        _ => None,
    };
    let stated = || stated_unit(before).or_else(|| stated_unit(after));
    beside.or(behind).or_else(stated).map(|(times, _, currency)| (times, currency))
}

/// The unit that the head of a column or a label ends with: `本金（万元）`, `金额/万元`, `本金万元`.
pub fn unit_of_head(head: &[char]) -> Option<(u128, &'static str)> {
    named_unit(head).map(|(times, _, currency)| (times, currency))
}

/// The head of a column without its unit, or without the remark in brackets behind it.
pub fn head_without_unit(head: &[char]) -> &[char] {
    if let [.., ')' | ']' | '】' | '〕'] = head {
        let open = head.iter().rposition(|c| matches!(c, '(' | '[' | '【' | '〔'));
        return &head[..open.unwrap_or(head.len())];
    }
    let width = named_unit(head).map_or(0, |(_, width, _)| width);
    let rest = &head[..head.len() - width];
    if width > 0 { rest.strip_suffix(&['/']).or(rest.strip_suffix(&[':'])).unwrap_or(rest) } else { rest }
}

/// Times, width and currency of that unit.
fn named_unit(head: &[char]) -> Option<(u128, usize, &'static str)> {
    let (inner, bracketed) = match head {
        [rest @ .., ')' | ']' | '】' | '〕'] => (rest, true),
        rest => (rest, false),
    };
    let (times, width, currency) = unit_at_end(inner)?;
    let named = match inner[..inner.len() - width].last() {
        Some('/' | ':' | '位') => true,
        // `5000元`, `三百万元` are amounts.
        Some(&ch) => {
            bracketed && matches!(ch, '(' | '[' | '【' | '〔' | ',')
                || ch >= '一'
                    && !numerals::is_numeral(ch)
                    && (times > 1 || !matches!(inner[inner.len() - width..], ['元' | '圆']))
        }
        None => times > 1,
    };
    named.then_some((times, width, currency))
}

/// The unit that `单位：万元` states, the last of them.
fn stated_unit(text: &[char]) -> Option<(u128, usize, &'static str)> {
    let at = text.windows(2).rposition(|pair| pair == ['单', '位'])? + 2;
    let rest = &text[at..];
    let rest = rest.strip_prefix(&[':']).unwrap_or(rest);
    let rest = rest.strip_prefix(&['为']).unwrap_or(rest);
    let rest = if starts_with(rest, "人民币") { &rest[3..] } else { rest };
    unit_at_start(rest)
}

/// Times, width and currency of the unit at the start: `万元`, `百万美元`.
pub(super) fn unit_at_start(text: &[char]) -> Option<(u128, usize, &'static str)> {
    let (times, head) = match text {
        ['千', '万', ..] => (10_000_000, 2),
        ['百', '万', ..] => (1_000_000, 2),
        ['亿', ..] => (100_000_000, 1),
        ['万', ..] => (10_000, 1),
        ['千', ..] => (1000, 1),
        ['百', ..] => (100, 1),
        _ => (1, 0),
    };
    let rest = &text[head..];
    if matches!(rest, ['元' | '圆', ..]) {
        return Some((times, head + 1, YUAN));
    }
    let (unit, currency) = UNITS.iter().find(|(unit, _)| starts_with(rest, unit))?;
    Some((times, head + unit.chars().count(), currency))
}

/// The same at the end; `人民币` before it is part of it.
pub(super) fn unit_at_end(text: &[char]) -> Option<(u128, usize, &'static str)> {
    if !matches!(text.last()?, '元' | '圆' | '币' | '金' | '镑' | '郎' | '布') {
        return None;
    }
    let from = text.len().saturating_sub(7);
    (from..text.len()).find_map(|at| {
        let (times, width, currency) = unit_at_start(&text[at..])?;
        let whole = at + width == text.len();
        let before = if ends_with(&text[..at], "人民币") { 3 } else { 0 };
        whole.then_some((times, width + before, currency))
    })
}

/// The sign that `text` starts with: its currency and its width.
pub(super) fn sign_at(text: &[char]) -> Option<(&'static str, usize)> {
    if !matches!(text.first()?, '¥' | '$' | '€' | '£' | 'R' | 'C' | 'H' | 'U' | 'E' | 'G') {
        return None;
    }
    let (sign, currency) = SIGNS.iter().find(|(sign, _)| starts_with(text, sign))?;
    Some((currency, sign.chars().count()))
}

/// The currency of the sign that `before` ends with.
pub(super) fn sign_before(before: &[char]) -> Option<&'static str> {
    if before.last()? >= &'一' {
        return None;
    }
    SIGNS.iter().find(|(sign, _)| ends_with(before, sign)).map(|&(_, currency)| currency)
}
