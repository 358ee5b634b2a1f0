//! Code of a loan card (贷款卡编码, 中征码): three digits or capitals, eleven digits, two check digits.
//!
//! | characters | meaning                                              | source                       |
//! |------------|------------------------------------------------------|------------------------------|
//! | 1–3        | digits or capitals                                   | credit reporting forms       |
//! | 4–14       | digits                                               | credit reporting forms       |
//! | 15–16      | check digits: weighted sum modulo 97, plus 1         | three programs for the forms |
//!
//! The rule was never published as a standard: a mismatch is a question. It takes no notice of the twelfth
//! character, whose weight is 97.

use super::chars::part;
use super::{Confidence, Field, Kind, Layout, Layouts, Of, Signs};
use crate::tables::checksum;

/// The kind.
pub static KIND: Kind = Kind::new(Of::Body, "loan_card_code", ["中征码（贷款卡编码）", "loan card code"])
    .written("16位：前3位数字或大写字母＋数字11＋校验码2（加权和除以97的余数加1）")
    .source(Confidence::Likely, "人民银行征信系统报送程序中的校验规则")
    .layouts(&LAYOUTS);

static LAYOUTS: Layouts = Layouts::of(&[Layout::of(&[
    Field::serial(3).letters(Signs::Either),
    Field::serial(11),
    Field::check(2, |code| checksum::loan_card(&part(&code[..14])) == Some(part(&code[14..]))),
])]);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::Verdict;
    use crate::kinds::testing::{judge, slips};

    /// Made up; the check digits were computed elsewhere.
    const GOOD: [&str; 3] = ["2201000012345609", "A0B1234567890176", "ZZZ9999999999965"];

    #[test]
    fn table() {
        KIND.judges(
            "
            verified                       2201000012345609  A0B1234567890176  ZZZ9999999999965
            verified; hint lower-case 0-1  a0B1234567890176
            doubtful check-char 14-16      2201000012345610  2201000012345690  2201000021345609
            doubtful length 0-15           220100001234560
            doubtful length 0-17           22010000123456099
            doubtful charset 4-5           2201O00012345609
            doubtful charset 13-14         !2201000012345-09
            doubtful length 0-0            ∅
            like                           2201000012345609  A0B1234567890176  220100001234560
            like                           22010000123456099  22O1000012345609
            unlike                         22010000123456  2201****12345609  A0B12345ABCDE176
            unlike                         身份身份身份  ∅
            ",
        );
    }

    /// No slip gets by but those in the twelfth character and the swap of the two whose weights are equal (8 and 9).
    #[test]
    fn every_slip_is_told() {
        for good in GOOD {
            let good_chars: Vec<char> = good.chars().collect();
            for slip in slips(good) {
                let slip_chars: Vec<char> = slip.chars().collect();
                let differs: Vec<usize> =
                    (0..16).filter(|&i| slip_chars.get(i) != good_chars.get(i)).collect();
                let blind = slip_chars.len() == 16
                    && (differs == [11] && slip_chars[11].is_ascii_digit() || differs == [7, 8]);
                let told = judge(&KIND, &slip).verdict() == Verdict::Doubtful;
                assert_eq!(told, !blind, "{good} {slip}");
            }
        }
    }
}
