//! IMO number of a ship (国际海事组织编号, IMO编号): seven digits, the last a check digit.
//!
//! | characters | meaning                                              | source          |
//! |------------|------------------------------------------------------|-----------------|
//! | 1–6        | serial                                               | IMO A.1117(30)  |
//! | 7          | check digit: 7·d1 + 6·d2 + … + 2·d6, its last digit  | IMO A.1117(30)  |
//!
//! Written with `IMO` before it or without. Weights and modulus have factors in common, so some slips are not
//! seen: a digit wrong by five where the weight is even, by an even number where it is five. The numbers of
//! shipping companies have seven digits too and another check digit.

use super::chars::{self, whole};
use super::{Confidence, Kind, Number, Of};
use crate::judgement::{Fact, Flaw, Judgement};
use crate::tables::checksum;

/// The kind.
pub static KIND: Kind = Kind::new(Of::Ship, "imo_number", ["船舶IMO编号", "IMO ship number"])
    .written("7位数字：顺序号6＋校验码1，前面可写IMO")
    .source(Confidence::Sure, "IMO A.1117(30)")
    .code_for("^(?:[Ii][Mm][Oo])?[0-9]{7}$", looks_like, check)
    .one_length();

/// What may be written before the digits.
const PREFIX: &str = "IMO";

fn agrees(digits: &str) -> bool {
    let Ok(code) = <&[u8; 7]>::try_from(digits.as_bytes()) else { return false };
    let (body, check) = code.split_at(6);
    <&[u8; 6]>::try_from(body).is_ok_and(|body| checksum::imo(body) == Some(check[0]))
}

/// The digits, and where they start.
fn digits(value: &str) -> (&str, usize) {
    match value.get(..3) {
        Some(start) if start.eq_ignore_ascii_case(PREFIX) => (&value[3..], 3),
        _ => (value, 0),
    }
}

fn looks_like(value: &str) -> bool {
    chars::mostly_digits(digits(value).0, 6..9)
}

fn check(number: &Number) -> Judgement {
    let mut out = Judgement::default();
    let (digits, at) = digits(number.value);
    let Some(code) = chars::exactly::<7>(digits) else {
        out.wrong(Flaw::Length(&[7]), at..whole(number.value).end);
        return out;
    };
    let strays = chars::runs(7, |i| !code[i].is_ascii_digit());
    strays.for_each(|run| out.wrong(Flaw::Charset, run.start + at..run.end + at));
    if !out.problems.is_empty() || number.label.contains("公司") {
        return out;
    }
    if agrees(digits) {
        out.proved = true;
        out.fact(Fact::CheckAgrees);
    } else {
        out.wrong(Flaw::CheckChar, at + 6..at + 7);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::Verdict;
    use crate::kinds::testing::{DIGITS, every_slip, replaced};

    /// The specimen of the resolution, and made up ones; their check digits were computed elsewhere.
    const GOOD: [&str; 4] = ["9074729", "8001232", "1234567", "IMO8001232"];

    #[test]
    fn table() {
        KIND.proves(&GOOD);
        KIND.judges(
            "
            wrong check-char 6-7                   9074728
            wrong check-char 9-10                  IMO9074728
            wrong length 0-6                       907472
            wrong length 0-8                       90747299
            wrong length 3-9                       IMO907472
            wrong charset 1-2                      9O74729
            wrong charset 4-5; wrong charset 9-10  IMO9O7472I
            ∅                                      {公司IMO编号}9074728
            like                                   9074729  imo9074729  907472
            unlike                                 IMO  12345  220104199003072310  ∅
            ",
        );
    }

    /// Every wrong digit is told, but for those that weights and modulus cannot part.
    #[test]
    fn every_wrong_digit() {
        // The last digit is the sum's itself: weight one.
        let weight = |at: usize| [7, 6, 5, 4, 3, 2, 1][at];
        let slips = GOOD[..3].iter().flat_map(|code| replaced(code, 0..7, DIGITS));
        let unseen = every_slip(&KIND, slips, Verdict::Wrong.., |slip| {
            (weight(slip.at) * (slip.own as u32).abs_diff(slip.other as u32)).is_multiple_of(10)
        });
        // By five where the weight is 6, 4 or 2; by an even number where it is 5: each digit has one or four such.
        assert_eq!(unseen, 3 * (3 + 4));
    }
}
