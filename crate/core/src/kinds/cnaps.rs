//! Number of a bank's branch in the payment systems (支付系统行号, 联行号): twelve digits.
//!
//! | characters | meaning                              | source                                     |
//! |------------|--------------------------------------|--------------------------------------------|
//! | 1–3        | class of the bank (行别代码)         | the central bank's rule for bank numbers   |
//! | 4–7        | bank area (人民银行地区代码)         | the same; list of bank numbers             |
//! | 8–11       | the branch                           | the same                                   |
//! | 12         | check digit over 1–11, MOD 11,10     | measured: 89 of 89 head offices pass       |
//!
//! The lists of classes and of areas are not whole, so what they do not have is no problem where the check digit
//! agrees.

use super::chars::{self, Enter, part};
use super::{Confidence, Kind, Number, Of};
use crate::judgement::{Fact, Flaw, Judgement};
use crate::tables::{bank_areas, bank_classes, checksum};

/// The kind.
pub static KIND: Kind = Kind::new(Of::Body, "cnaps", ["支付系统行号", "bank number (CNAPS)"])
    .written("12位数字：行别代码3＋人民银行地区代码4＋机构顺序号4＋校验码1")
    .source(Confidence::Sure, "人民银行支付系统行号编制规则；89个总行行号")
    .code_for("^[0-9]{12}$", looks_like, check);

/// Does the check digit of twelve digits agree?
pub(super) fn agrees(digits: &[u8; 12]) -> bool {
    checksum::mod_11_10(&digits[..11]) == Some(digits[11])
}

/// What the class and the area of a bank's number are, as far as the lists have them.
pub(super) fn tell(digits: &[u8; 12], out: &mut Judgement) {
    if let Some((sign, words)) = bank_classes::class(&part(&digits[..3])) {
        out.fact(Fact::Meaning { sign, words });
    }
    out.fact(Fact::BankArea(part(&digits[3..7])));
}

fn looks_like(value: &str) -> bool {
    chars::mostly_digits(value, 11..14)
}

fn check(number: &Number) -> Judgement {
    // 行号 alone is clear enough; elsewhere twelve digits may be many things.
    let enter: Enter = if number.label.contains("行号") { Judgement::wrong } else { Judgement::doubt };
    let mut out = Judgement::default();
    let value = number.value;
    let Some(digits) = chars::exactly::<12>(value) else {
        enter(&mut out, Flaw::Length(&[12]), chars::whole(value));
        return out;
    };
    if chars::stray(&digits, |_, c| c.is_ascii_digit(), enter, &mut out) {
        return out;
    }
    tell(&digits, &mut out);
    if agrees(&digits) {
        out.proved = true;
        return out;
    }
    enter(&mut out, Flaw::CheckChar, 11..12);
    // Where the slip may be.
    if bank_classes::class(&part(&digits[..3])).is_none() {
        out.doubt(Flaw::Level, 0..3);
    }
    if !bank_areas::known(&part(&digits[3..7])) {
        out.doubt(Flaw::BankArea, 3..7);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::Verdict;
    use crate::kinds::testing::{answers, judge, slips, today, told};

    /// Made up; the check digits were computed elsewhere.
    const GOOD: [&str; 4] = ["103241001026", "313246200019", "402243400127", "595999900014"];

    fn labelled(value: &str) -> Judgement {
        check(&Number { label: "行号", ..Number::bare(value, today()) })
    }

    #[test]
    fn table() {
        KIND.proves(&GOOD);
        for (code, out) in KIND.judges(
            "
            wrong check-char 11-12                      {行号}103241001025  {行号}103241001206
            wrong check-char 11-12; doubtful level 0-3  {行号}803241001026
            wrong check-char 11-12; doubtful bank-area 3-7  {行号}103999901026
            wrong length 0-11                           {行号}10324100102
            wrong length 0-13                           {行号}1032410010266
            wrong charset 1-2                           {行号}1O3241001026
            wrong length 0-0                            {行号}∅
            ",
        ) {
            let doubted = told(&out).replace("wrong", "doubtful");
            assert_eq!(told(&judge(&KIND, code)), doubted, "{code}");
        }
        let bank = Fact::Meaning { sign: "103", words: ["中国农业银行", "Agricultural Bank of China"] };
        assert_eq!(judge(&KIND, GOOD[0]).facts, [bank, Fact::BankArea(*b"2410")]);
    }

    /// MOD 11,10 finds every wrong digit; of the swaps it passes over those of 0 and 9 and the like at some places.
    #[test]
    fn every_slip_but_some_swaps() {
        for good in GOOD {
            let mut passed = 0;
            for slip in slips(good) {
                let sorted = |s: &str| {
                    let mut all: Vec<char> = s.chars().collect();
                    all.sort_unstable();
                    all
                };
                let swap = sorted(&slip) == sorted(good);
                let wrong = labelled(&slip).verdict() == Verdict::Wrong;
                assert!(wrong || swap, "{good} {slip}");
                passed += usize::from(!wrong);
            }
            assert!(passed <= 2, "{good}: {passed}");
        }
    }

    #[test]
    fn looks() {
        answers(
            looks_like,
            "
            yes  103241001026  10324100102  1032410010266  1O3241001026
            no   1032410010  10324100102666  1032****1026  ∅
            ",
        );
    }
}
