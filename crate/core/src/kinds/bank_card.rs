//! Number of a bank card (银行卡号): 16 to 19 digits, the last a check digit.
//!
//! | characters | meaning                                           | source                    |
//! |------------|---------------------------------------------------|---------------------------|
//! | 1–6        | issuer (发卡行标识代码, BIN); 62 UnionPay         | GB/T 17552; public lists  |
//! | then       | account of the cardholder                         | ISO/IEC 7812-1            |
//! | last       | check digit over all (Luhn)                       | ISO/IEC 7812-1            |
//!
//! Only cards have the check digit, accounts (账号) have none. What does not start as a bank's card does is a
//! member's or fuel card, and nothing is computed.
//!
//! A number in full exposes its owner's account; one with masked digits, or its last four alone, does not.

use super::{Confidence, Kind, Number, Of, chars};
use crate::judgement::{Fact, Flaw, Judgement, Personal};
use crate::tables::checksum;

/// The kind.
pub static KIND: Kind = Kind::new(Of::Account, "bank_card", ["银行卡号", "bank card number"])
    .written("16至19位数字：发卡行标识6＋个人账号＋校验码1（Luhn）；可遮掩")
    .source(Confidence::Likely, "GB/T 17552；ISO/IEC 7812-1；公开的发卡行标识表")
    .code(looks_like, check)
    .spaced();

/// The commonest issuers: first six digits, how many digits their cards have, the bank. Sorted.
const ISSUERS: [(&str, usize, &str); 12] = [
    ("621226", 19, "中国工商银行"),
    ("621483", 16, "招商银行"),
    ("621661", 19, "中国银行"),
    ("621700", 19, "中国建设银行"),
    ("622202", 19, "中国工商银行"),
    ("622203", 19, "中国工商银行"),
    ("622260", 19, "交通银行"),
    ("622588", 16, "招商银行"),
    ("622622", 16, "中国民生银行"),
    ("622700", 19, "中国建设银行"),
    ("622848", 19, "中国农业银行"),
    ("622908", 18, "兴业银行"),
];

/// The lengths of cards in use.
const LENGTHS: &[u8] = &[16, 17, 18, 19];

/// Is this a card's number beyond chance: an issuer known, its length, and the check digit right?
pub fn fits(value: &str) -> bool {
    issuer(value).is_some_and(|(_, len, _)| *len == value.len()) && checksum::luhn(value.as_bytes())
}

/// Is it most likely a card's number, whoever issued it: UnionPay's first digits, a card's length, the check
/// digit right?
pub(crate) fn is_likely(value: &str) -> bool {
    value.starts_with("62") && (16..=19).contains(&value.len()) && checksum::luhn(value.as_bytes())
}

/// Is it as long as a card's number, and partly masked?
pub(crate) fn is_hidden(value: &str) -> bool {
    (16..=19).contains(&value.len())
        && value.contains('*')
        && value.bytes().all(|b| b.is_ascii_digit() || b == b'*')
}

/// The bank that the first digits belong to.
pub(super) fn bank(value: &str) -> Option<&'static str> {
    issuer(value).map(|(_, _, bank)| *bank)
}

fn issuer(value: &str) -> Option<&'static (&'static str, usize, &'static str)> {
    let first = value.get(..6)?;
    ISSUERS.binary_search_by_key(&first, |issuer| issuer.0).ok().map(|at| &ISSUERS[at])
}

/// Does it start as cards of banks do: UnionPay's 62, the old 955 and the networks of other countries?
fn is_banks(digits: &str) -> bool {
    ["62", "60", "955", "4", "51", "52", "53", "54", "55", "35", "34", "36", "37"]
        .iter()
        .any(|p| digits.starts_with(p))
}

fn looks_like(value: &str) -> bool {
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    let signs = value.bytes().filter(|&b| b == b'-').count();
    let masks = value.bytes().filter(|&b| b == b'*').count();
    // A letter that looks like a digit.
    let slips = value.bytes().filter(|b| b"OoIlZSBG".contains(b)).count();
    let slips = if digits >= 13 && slips <= 2 { slips } else { 0 };
    digits >= 4 && digits + signs + masks + slips == value.len() && value.len() <= 26
}

fn check(number: &Number) -> Judgement {
    let mut out = Judgement::default();
    let value = number.value;
    if judge_hidden(number, &mut out) {
        out.facts.extend(bank(value).map(Fact::IssuingBank));
        return out;
    }
    let stray = |_, c: u8| c.is_ascii_digit() || c == b'-';
    let all: Vec<u8> = value.chars().map(|c| if c.is_ascii() { c as u8 } else { 0 }).collect();
    if chars::stray(&all, stray, Judgement::doubt, &mut out) {
        return out;
    }
    let digits = value.replace('-', "");
    let banks = is_banks(&digits);
    if banks && digits.len() >= 12 {
        out.expose(Personal::BankCard, chars::whole(value));
    }
    out.facts.extend(bank(&digits).map(Fact::IssuingBank));
    let right_length = match issuer(&digits) {
        Some((_, len, _)) => *len == digits.len(),
        None => false,
    };
    if !banks {
        return out;
    }
    if !(16..=19).contains(&digits.len()) {
        out.doubt(Flaw::Length(LENGTHS), chars::whole(value));
    } else if checksum::luhn(digits.as_bytes()) {
        out.proved = true;
    } else {
        let last = all.len() - 1..all.len();
        let enter = if right_length { Judgement::wrong } else { Judgement::doubt };
        enter(&mut out, Flaw::CheckChar, last);
    }
    out
}

/// A number that does not show in full: masked, or the last digits alone (尾号3177). Is it one?
pub(super) fn judge_hidden(number: &Number, out: &mut Judgement) -> bool {
    let count = |mask: bool| {
        let signs = number.value.bytes().filter(|&b| if mask { b == b'*' } else { b.is_ascii_digit() });
        u8::try_from(signs.count()).unwrap_or(u8::MAX)
    };
    let (kept, masked) = (count(false), count(true));
    if masked > 0 {
        out.fact(Fact::Mask { kept, masked });
    }
    masked > 0 || (1..=8).contains(&kept) && is_tail(number)
}

/// Do the words right before it say that it is the end of a number?
fn is_tail(number: &Number) -> bool {
    const WORDS: [&str; 6] = ["尾号", "末四位", "末4位", "后四位", "后4位", "尾数"];
    let near: String = number.before[number.before.len().saturating_sub(8)..].iter().collect();
    WORDS.iter().any(|word| number.label.contains(word) || near.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::Verdict;
    use crate::kinds::testing::{DIGITS, answers, every_slip, judge, replaced};

    /// Made up; the check digits were computed elsewhere.
    #[test]
    fn table() {
        KIND.judges(
            "
            verified; exposed                   4111111111111111  // the networks' own example
            verified; exposed                   6228481234567890128  622202420012345671
            verified; exposed                   6228-4812-3456-7890-128
            wrong check-char 18-19; exposed     6228481234567890218  // neighbours swapped
            wrong check-char 18-19; exposed     6228481234567890129
            wrong check-char 22-23; exposed     6228-4812-3456-7890-129
            doubtful check-char 17-18; exposed  622202420012345672  // not that bank's length
            doubtful check-char 18-19; exposed  6299991234567890128  // an issuer that is not in the list
            doubtful length 0-15; exposed       622848123456789
            doubtful length 0-20; exposed       62284812345678901234
            doubtful charset 17-18              62284812345678901O8
            plausible                           1000113200012345678  // a fuel card
            plausible                           0012345  622848********0128  6217********1234
            plausible                           !**** **** **** 0128  ∅
            ",
        );
    }

    #[test]
    fn facts() {
        let bank = Fact::IssuingBank("中国农业银行");
        for (value, want) in [
            ("6228481234567890128", vec![bank.clone()]),
            ("622848********0128", vec![Fact::Mask { kept: 10, masked: 8 }, bank]),
            ("4111111111111111", vec![]),
        ] {
            assert_eq!(judge(&KIND, value).facts, want, "{value}");
        }
        assert!(ISSUERS.windows(2).all(|pair| pair[0].0 < pair[1].0), "sorted");
        assert!(ISSUERS.iter().all(|(bin, len, _)| bin.len() == 6 && LENGTHS.contains(&(*len as u8))));
    }

    #[test]
    fn the_last_digits_alone() {
        KIND.judges(
            "
            plausible  {尾号}3177  储蓄卡(尾号:⟦6231⟧
            doubtful   {卡号}储蓄卡卡号:⟦6231⟧
            exposed  no one
            ",
        );
    }

    #[test]
    fn beyond_chance() {
        answers(
            fits,
            "
            yes  6228481234567890128
            no   6228481234567890129  622202420012345671  4111111111111111  921001040035100  ∅
            no   六二二八四八
            ",
        );
    }

    #[test]
    fn every_slip_shows() {
        every_slip(&KIND, replaced("6228481234567890128", 0..19, DIGITS), Verdict::Plausible.., |_| false);
    }
}
