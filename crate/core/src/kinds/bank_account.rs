//! Number of a bank account (银行账号): 9 to 32 digits, as each bank numbers.
//!
//! | length  | banks that number so                                       |
//! |---------|------------------------------------------------------------|
//! | 9, 16   | 民生                                                       |
//! | 12      | 中国银行                                                   |
//! | 15–17   | 农业, 招商 (15), 光大 (17)                                 |
//! | 18–21   | 交通 (18, 21), 邮储 (18), 工商, 中信 (19), 建设 (20)       |
//! | 23      | 农村信用社                                                 |
//!
//! No check digit, and the table is hearsay: any of the lengths will do. Grouped by hyphens or blanks at will.
//! `NRA`, `FTN` and the like may stand before the digits. A private person's account is often a card, and that
//! shows: then the check digit agrees and the number exposes its owner, as the words beside it may do for any other.

use super::{Confidence, Kind, Number, Of, bank_card, chars, owner};
use crate::judgement::{Fact, Flaw, Judgement, Personal};

/// The kind.
pub static KIND: Kind = Kind::new(Of::Account, "bank_account", ["银行账号", "bank account number"])
    .written("9至32位数字，各银行自编，无校验码；可分段、可遮掩")
    .source(Confidence::Weak, "各银行账号长度；公开启事所见")
    .code_for("^[A-Za-z]{0,4}[0-9][0-9-]{8,39}$", looks_like, check)
    .spaced();

/// How many digits there may be.
const LENGTHS: &[u8] =
    &[9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32];

fn looks_like(value: &str) -> bool {
    let body = value.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let digits = body.bytes().filter(u8::is_ascii_digit).count();
    let signs = body.bytes().filter(|b| matches!(b, b'-' | b'*')).count();
    value.len() - body.len() <= 3 && digits >= 4 && digits + signs == body.len() && body.len() <= 44
}

fn check(number: &Number) -> Judgement {
    let mut out = Judgement::default();
    let value = number.value;
    if bank_card::judge_hidden(number, &mut out) {
        return out;
    }
    let digits: String = value.chars().filter(char::is_ascii_digit).collect();
    if !LENGTHS.iter().any(|&len| usize::from(len) == digits.len()) {
        // Any book has accounts (游戏账号, 用水账号); only a bank's has these lengths.
        let banking = ["银行", "支行", "信用社", "开户", "存款", "存折", "基本户"];
        let bank = banking.iter().any(|word| number.says(word));
        let enter = if bank { Judgement::doubt } else { Judgement::hint };
        enter(&mut out, Flaw::Length(LENGTHS), chars::whole(value));
    } else {
        out.proved = bank_card::fits(&digits);
        if out.proved || bank_card::is_likely(&digits) {
            out.expose(Personal::BankCard, chars::whole(value));
        } else if owner::is_persons_account(number) {
            out.expose(Personal::Account, chars::whole(value));
        }
        out.facts.extend(bank_card::bank(&digits).filter(|_| out.proved).map(Fact::IssuingBank));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::Verdict;
    use crate::kinds::testing::{all_within, judge, odd_values};

    #[test]
    fn table() {
        // Made up.
        KIND.judges(
            "
            plausible                    921001040035100  123456789  12345678901234567890123456789012
            plausible                    0710-2114-0110-1520-0012-345  NRA12345678901  6217********1234
            plausible                    9210****  {账号尾号}3177
            plausible; hint length 0-8   12345678
            plausible; hint length 0-33  123456789012345678901234567890123
            // a card: its check digit agrees
            verified; exposed            6228481234567890128
            plausible                    6228481234567890129
            // an issuer that is not in the list: likely a card all the same
            plausible; exposed           6299991234567890122
            plausible                    6299991234567890121
            like                         J2410001234501  // letters in front: the label decides
            unlike                       ABCD123456789  123  12345678A  账号123456789  ∅
            ",
        );
        assert_eq!(judge(&KIND, "6228481234567890128").facts, [Fact::IssuingBank("中国农业银行")]);
        assert_eq!(judge(&KIND, "9210****").facts, [Fact::Mask { kept: 4, masked: 4 }]);
    }

    #[test]
    fn never_wrong() {
        all_within(&KIND, ..Verdict::Wrong, odd_values());
    }
}
