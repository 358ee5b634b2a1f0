//! Number of a freight container (集装箱号): four letters, six digits, a check digit.
//!
//! | characters | meaning                                                       | source   |
//! |------------|---------------------------------------------------------------|----------|
//! | 1–3        | owner (箱主代码), registered with the BIC                      | ISO 6346 |
//! | 4          | U container, J detachable equipment, Z chassis                 | ISO 6346 |
//! | 5–10       | serial                                                        | ISO 6346 |
//! | 11         | check digit over 1–10; boxed in print, must be on every U     | ISO 6346 |
//!
//! GB/T 1836 is the same standard. Ten as a remainder is written 0, so a slip from the one to the other is not
//! seen, nor is one letter taken for another whose value differs by eleven or twenty-two (A for K or U).

use super::chars::{lower_case, whole};
use super::{Confidence, Kind, Number, Of};
use crate::judgement::{Fact, Flaw, Judgement};
use crate::tables::checksum;

/// The kind.
pub static KIND: Kind = Kind::new(Of::Thing, "container", ["集装箱号", "container number"])
    .written("11位：箱主代码3个字母＋类别1（U、J、Z）＋顺序号6位数字＋校验码1")
    .source(Confidence::Sure, "ISO 6346；GB/T 1836")
    .code_for("^[A-Za-z]{4}-?[0-9]{6}-?[0-9]$", looks_like, check)
    .one_length();

/// The letters of the fourth place, and what they say.
const CATEGORIES: [(&str, [&str; 2]); 3] = [
    ("U", ["集装箱", "freight container"]),
    ("J", ["可拆卸设备", "detachable equipment"]),
    ("Z", ["拖车或底盘车", "trailer or chassis"]),
];

/// Is it such a number without doubt? For numbers without a label.
pub fn fits(value: &str) -> bool {
    let Ok(code) = <&[u8; 11]>::try_from(value.as_bytes()) else { return false };
    code[..3].iter().all(u8::is_ascii_uppercase)
        && matches!(code[3], b'U' | b'J' | b'Z')
        && code[4..].iter().all(u8::is_ascii_digit)
        && agrees(code)
}

fn agrees(code: &[u8; 11]) -> bool {
    let (body, check) = code.split_at(10);
    <&[u8; 10]>::try_from(body).is_ok_and(|body| checksum::iso_6346(body) == Some(check[0]))
}

/// The signs of a value and where they stand: hyphens part the owner, the serial and the check digit.
fn signs(value: &str) -> (Vec<usize>, Vec<u8>) {
    let upper = |c: char| if c.is_ascii() { c.to_ascii_uppercase() as u8 } else { 0 };
    value.chars().map(upper).enumerate().filter(|(_, c)| *c != b'-').unzip()
}

fn looks_like(value: &str) -> bool {
    let (_, signs) = signs(value);
    let letters = signs.iter().take(4).filter(|c| c.is_ascii_alphabetic()).count();
    let digits = signs.iter().skip(4).filter(|c| c.is_ascii_digit()).count();
    (10..=12).contains(&signs.len())
        && letters >= 3
        && digits + 2 >= signs.len() - 4
        && signs.iter().all(u8::is_ascii_alphanumeric)
}

fn check(number: &Number) -> Judgement {
    let mut out = Judgement::default();
    let (places, signs) = signs(number.value);
    lower_case(number.value, &mut out);
    let Ok(code) = <&[u8; 11]>::try_from(signs.as_slice()) else {
        // Before 1995 some were written without their check digit.
        out.doubt(Flaw::Length(&[11]), whole(number.value));
        return out;
    };
    let place = |i: usize| places[i]..places[i] + 1;
    let may_stand = |i: usize, c: u8| if i < 4 { c.is_ascii_uppercase() } else { c.is_ascii_digit() };
    let strays = (0..11).filter(|&i| !may_stand(i, code[i]));
    let before = out.problems.len();
    strays.for_each(|i| out.wrong(Flaw::Charset, place(i)));
    if out.problems.len() > before {
        return out;
    }
    let category = CATEGORIES.iter().find(|(letter, _)| letter.as_bytes() == [code[3]]);
    match category {
        Some((sign, words)) => out.fact(Fact::Meaning { sign, words: *words }),
        None => out.doubt(Flaw::KindLetter, place(3)),
    }
    if agrees(code) {
        out.proved = true;
        out.fact(Fact::CheckAgrees);
    } else if code[3] == b'U' {
        out.wrong(Flaw::CheckChar, place(10));
    } else {
        // Elsewhere the check digit is a counsel of the standard, no rule.
        out.doubt(Flaw::CheckChar, place(10));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::Verdict;
    use crate::kinds::testing::{Replaced, SIGNS, every_slip, replaced};

    /// The standard's specimen, and made up ones; their check digits were computed elsewhere.
    const GOOD: [&str; 4] = ["CSQU3054383", "ZQXU7654050", "KQAU0000015", "ZQXU1234070"];

    #[test]
    fn table() {
        for (value, _) in KIND.proves(&GOOD) {
            assert!(fits(value), "{value}");
        }
        for (value, _) in KIND.judges(
            "
            ∅                          CSQU305438-3  CSQU-305438-3
            hint lower-case 0-4        csqu3054383
            wrong check-char 10-11     CSQU3054384
            wrong check-char 11-12     CSQU305438-4
            wrong charset 5-6          CSQU3O54383
            wrong charset 1-2          C5QU3054383
            wrong charset 6-7          CSQU-3O5438-3
            doubtful length 0-10       CSQU305438
            doubtful length 0-12       CSQU30543833
            doubtful kind-letter 3-4; doubtful check-char 10-11  CSQV3054383
            doubtful check-char 10-11  CSQJ3054380
            like                       CSQU3054383  CSQ03054383  CSQU305438
            unlike                     JY12201040012340  220104199003  ABCDEFGHIJK  ∅
            ",
        ) {
            assert!(!fits(value), "{value}");
        }
    }

    /// The value of a sign as the standard prints it, modulo eleven.
    fn value(sign: char) -> u32 {
        const LETTERS: [u32; 26] = [
            10, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 34, 35, 36,
            37, 38,
        ];
        sign.to_digit(10).unwrap_or_else(|| LETTERS[(sign as u8 - b'A') as usize]) % 11
    }

    /// The remainder of the first ten signs, by the standard's weights.
    fn remainder(code: &str) -> u32 {
        code.chars().take(10).enumerate().map(|(i, c)| value(c) << i).sum::<u32>() % 11
    }

    /// Every wrong sign is told, but for the two blind spots: equal values, and ten for zero.
    #[test]
    fn every_wrong_sign() {
        let (mut alike, mut ten) = (0, 0);
        for code in GOOD {
            let slips = replaced(code, 0..11, SIGNS);
            every_slip(&KIND, slips, Verdict::Doubtful.., |slip| {
                let Replaced { at, own, other, value: ref bad } = *slip;
                let fitting = if at < 4 { other.is_ascii_alphabetic() } else { other.is_ascii_digit() };
                // The fourth letter is one of three, so another of its value is told as well.
                let category = at != 3 || "UJZ".contains(other);
                let blind = fitting && category && at < 10 && remainder(code) % 10 == remainder(bad) % 10;
                if blind {
                    let same = value(own) == value(other);
                    alike += usize::from(same);
                    ten += usize::from(!same);
                    // Nothing else is passed over.
                    assert!(same || [remainder(code), remainder(bad)].contains(&10), "{code} {bad}");
                }
                blind
            });
        }
        assert!(alike > 0 && ten > 0);
    }
}
