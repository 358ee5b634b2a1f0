//! Currencies (币种): the signs before an amount and the units behind it.

use crate::kinds::text::{ends_with, starts_with};

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
