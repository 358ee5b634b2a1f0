//! Amounts of money (金额): in figures, in numerals and in the capitals of bills.
//!
//! ```text
//! amount   = [sign] number [unit [tail]]           a unit, or a sign, or 整, or a label before 万
//! sign     = ¥ | $ | € | £ | RMB | CNY | USD | US$ | HK$ …
//! number   = figures [places] {figures places} | numeral         1.5万, 2亿5000万, 3百万, 伍佰万
//! figures  = digits {"," three digits} ["." digits]
//! unit     = 元 | 圆 | 美元 | 港元 | 港币 | 欧元 | 日元 | 英镑 …
//! tail     = [零] [digit 角] [零] [digit 分] [整 | 正]            only after 元 and 圆
//! ```
//!
//! The rules for capitals are those of 正确填写票据和结算凭证的基本规定 (annex to 支付结算办法): 整 is needed
//! after 元, may follow 角 and never follows 分; 零 stands for empty places as in [`crate::tables::numerals`]. They
//! bind bills. A notice is freer, so what only breaks the writing is a remark here, and what may hide
//! another amount (伍佰零万, 万万, 壹仟伍元) is a doubt. 人民币 before an amount is its label.

mod currency;
mod number;
mod parse;
mod read;
#[cfg(test)]
mod tests;

use super::{Confidence, Kind, Number, Of};
use crate::judgement::{Fact, Judgement, Severity};
use crate::tables::numerals::{self, Script};
use currency::{YUAN, sign_before, unit_around};
pub use currency::{head_without_unit, unit_of_head};
use parse::{Unit, parse};
pub use read::{counts_something_else, is_whole, read, read_bare};

/// An amount of money.
pub static KIND: Kind = Kind::new(Of::Reading, "amount", ["金额", "amount of money"])
    .written("小写：5000元、1.5万元、¥5,000.00；大写：伍佰万元整、壹拾万柒仟元零伍角叁分；五百万元")
    .source(Confidence::Sure, "支付结算办法附一《正确填写票据和结算凭证的基本规定》")
    .code(looks_like, check)
    .spaced();

fn looks_like(value: &str) -> bool {
    let text: Vec<char> = value.chars().collect();
    parse(&text, &mut |_, _, _| {}).is_some_and(|amount| amount.len == text.len())
}

/// What an amount is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    /// Hundredths of the unit (分).
    pub fen: u128,
    /// The currency as ISO 4217 writes it; a bare 元 is taken for CNY.
    pub currency: &'static str,
}

/// What a number is worth by what is known of it; nothing if its places are out of order or it is finer than 分.
pub fn worth(facts: &[Fact]) -> Option<Amount> {
    facts.iter().find_map(|fact| match *fact {
        Fact::Amount { fen, currency } => Some(Amount { fen, currency }),
        _ => None,
    })
}

/// Are figures and capitals the same amount? 元 alone may be of any currency: `$5000` agrees with 伍仟元整.
pub fn agree(a: Amount, b: Amount) -> bool {
    a.fen == b.fen && (a.currency == b.currency || a.currency == YUAN || b.currency == YUAN)
}

/// Is the value written in capitals (大写)?
pub fn is_capitals(value: &str) -> bool {
    value.chars().any(|ch| numerals::sign(ch).is_some_and(|(_, script)| script == Script::Capital))
}

fn check(number: &Number) -> Judgement {
    let mut judgement = Judgement::default();
    let text: Vec<char> = number.value.chars().collect();
    let parsed = parse(&text, &mut |flaw, severity, span| judgement.add(flaw, severity, span));
    let Some(parsed) = parsed else { return judgement };
    let bare = parsed.unit == Unit::None && !parsed.large;
    let unit = if bare { unit_around(number.before, number.after) } else { None };
    let (times, named) = unit.map_or((1, None), |(times, named)| (times, Some(named)));
    if times > 1 {
        // So many 万元 have more decimals than 元.
        judgement.problems.retain(|p| p.severity > Severity::Hint);
    }
    if let Some(Amount { fen, mut currency }) = parsed.amount(times) {
        if parsed.unit != Unit::Named && parsed.sign.is_none() {
            currency = named.or_else(|| sign_before(number.before)).unwrap_or(currency);
        }
        judgement.fact(Fact::Amount { fen, currency });
    }
    judgement
}
