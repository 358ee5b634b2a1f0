//! Approval number of an account permit (开户许可证核准号, 基本存款账户编号): a letter and 13 digits.
//!
//! | characters | meaning                                                              | source                    |
//! |------------|----------------------------------------------------------------------|---------------------------|
//! | 1          | J basic (基本), L temporary (临时), Z special (专用) deposit account | bank forms, permits seen  |
//! | 2–5        | bank area (人民银行地区代码)                                         | the list of bank numbers  |
//! | 6–12       | serial number                                                        | permits seen              |
//! | 13–14      | version, from 01                                                     | permits seen              |
//!
//! The permit's own number (开户许可证编号) is another one: the area, a hyphen and eight digits. Notices call
//! either by the other's name, so both are read here.

use super::{Confidence, Kind, Number, chars};
use crate::{Fact, Flaw, Judgement, bank_areas};

/// The kind.
pub static KIND: Kind = Kind {
    id: "account_permit",
    names: ["开户许可证核准号", "account permit approval number"],
    grammar: "14位：账户种类1（J基本、L临时、Z专用）＋人民银行地区代码4＋顺序号7＋版本号2；许可证编号为地区代码4-顺序号8",
    source: "各银行单据；人民银行支付系统行号地区代码",
    confidence: Confidence::Likely,
    looks_like,
    check,
};

/// The first character of the form `2410-00123456` that is no digit.
const HYPHEN: usize = 4;

fn looks_like(value: &str) -> bool {
    let (first, rest) = value.split_at(value.len().min(usize::from(value.is_char_boundary(1))));
    let letter = first.bytes().all(|b| b.is_ascii_alphabetic());
    letter && chars::mostly_digits(rest, 11..16)
        || chars::mostly_digits(value, 12..17)
        || is_own_number(value)
}

/// `2410-00123456`, one digit more or less.
fn is_own_number(value: &str) -> bool {
    value.split_once('-').is_some_and(|(area, serial)| {
        let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        area.len() == HYPHEN && (7..=9).contains(&serial.len()) && digits(area) && digits(serial)
    })
}

fn check(number: &Number) -> Judgement {
    let mut out = Judgement::default();
    let value = number.value;
    if let Some((area, serial)) = own_number(value) {
        if serial != 8 {
            out.doubt(Flaw::Length(&[13]), chars::whole(value));
        }
        judge_area(area, 0, &mut out);
        return out;
    }
    let Some(code) = chars::exactly::<14>(value) else {
        let lettered = value.bytes().next().is_some_and(|b| b.is_ascii_alphabetic());
        // Without its letter it may be another number of the permit's.
        let enter = if lettered || value.chars().count() == 13 { Judgement::wrong } else { Judgement::doubt };
        enter(&mut out, Flaw::Length(&[14]), chars::whole(value));
        return out;
    };
    let mut stray = Judgement::default();
    if chars::stray(&code[1..], |_, c| c.is_ascii_digit(), Judgement::wrong, &mut stray) {
        for problem in &mut stray.problems {
            (problem.start, problem.end) = (problem.start + 1, problem.end + 1);
        }
        return stray;
    }
    let letter = code[0].to_ascii_uppercase();
    if matches!(letter, b'J' | b'L' | b'Z') {
        chars::lower_case(value, &mut out);
        out.fact(Fact::AccountKind(letter));
        if said(number).is_some_and(|said| said != letter) {
            out.doubt(Flaw::Words, 0..1);
        }
    } else {
        out.doubt(Flaw::KindLetter, 0..1);
    }
    judge_area(chars::part(&code[1..5]), 1, &mut out);
    if code[12..] == *b"00" {
        out.doubt(Flaw::Version, 12..14);
    }
    out
}

/// Area and length of the serial of the permit's own number, with the hyphen or without.
fn own_number(value: &str) -> Option<([u8; 4], usize)> {
    if is_own_number(value) {
        return Some((chars::part(&value.as_bytes()[..HYPHEN]), value.len() - HYPHEN - 1));
    }
    let digits: [u8; 12] = chars::exactly(value)?;
    let area: [u8; 4] = chars::part(&digits[..HYPHEN]);
    (digits.iter().all(u8::is_ascii_digit) && bank_areas::known(&area)).then_some((area, 8))
}

fn judge_area(area: [u8; 4], at: usize, out: &mut Judgement) {
    if bank_areas::known(&area) {
        out.proved = true;
        out.fact(Fact::BankArea(area));
    } else {
        out.doubt(Flaw::BankArea, at..at + 4);
    }
}

/// The one kind of account that the words name; none if they name several.
fn said(number: &Number) -> Option<u8> {
    // Not 专用 alone: the seal beside it is a 财务专用章.
    const WORDS: [(u8, &[&str]); 3] = [
        (b'J', &["基本存款", "基本账户", "基本帐户", "基本户"]),
        (b'L', &["临时存款", "临时账户", "临时帐户"]),
        (b'Z', &["专用存款", "专用账户", "专用帐户", "预算单位"]),
    ];
    let mut kinds = WORDS.iter().filter(|(_, words)| words.iter().any(|word| number.says(word)));
    let kind = kinds.next()?.0;
    kinds.next().is_none().then_some(kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Verdict;
    use crate::kinds::testing::{judge, odd_values, slips, today, told};

    #[test]
    fn table() {
        use Verdict::{Doubtful, Verified, Wrong};
        // Made up.
        for (value, verdict, want) in [
            ("J2410001234501", Verified, ""),
            ("L2450000001201", Verified, ""),
            ("Z2462000062402", Verified, ""),
            ("j2410001234501", Verified, "hint lower-case 0-1"),
            ("12410001234501", Doubtful, "doubtful kind-letter 0-1"),
            ("K2410001234501", Doubtful, "doubtful kind-letter 0-1"),
            ("J9999001234501", Doubtful, "doubtful bank-area 1-5"),
            ("J2410001234500", Doubtful, "doubtful version 12-14"),
            (
                "19999001234500",
                Doubtful,
                "doubtful kind-letter 0-1; doubtful bank-area 1-5; doubtful version 12-14",
            ),
            ("J241000123451", Wrong, "wrong length 0-13"),
            ("J24100012345001", Wrong, "wrong length 0-15"),
            ("2410001234501", Wrong, "wrong length 0-13"),
            ("J24100O1234501", Wrong, "wrong charset 6-7"),
            ("JJ410001234501", Wrong, "wrong charset 1-2"),
            ("J241000123450l", Wrong, "wrong charset 13-14"),
            ("J2410号12345012", Wrong, "wrong charset 5-6"),
            ("124100012345011", Doubtful, "doubtful length 0-15"),
            ("", Doubtful, "doubtful length 0-0"),
            // the permit's own number
            ("2410-00123456", Verified, ""),
            ("241000123456", Verified, ""),
            ("9999-00123456", Doubtful, "doubtful bank-area 0-4"),
            ("2410-0012345", Doubtful, "doubtful length 0-12"),
            ("2410-001234567", Doubtful, "doubtful length 0-14"),
            ("999900123456", Doubtful, "doubtful length 0-12"),
        ] {
            let out = judge(&KIND, value);
            assert_eq!((out.verdict(), told(&out).as_str()), (verdict, want), "{value}");
        }
        assert_eq!(judge(&KIND, "Z2462000062402").facts, [Fact::AccountKind(b'Z'), Fact::BankArea(*b"2462")]);
        assert_eq!(judge(&KIND, "2410-00123456").facts, [Fact::BankArea(*b"2410")]);
    }

    #[test]
    fn letter_against_the_words() {
        for (before, value, after, want) in [
            ("开立基本存款账户许可证(核准号:", "J2410001234501", "", ""),
            ("开立基本存款账户许可证(核准号:", "Z2410001234501", "", "doubtful words 0-1"),
            ("开立预算单位专用存款账户许可证(核准号:", "Z2462000062402", ",账号:", ""),
            ("开立预算单位专用存款账户许可证(核准号:", "J2462000062402", ",账号:", "doubtful words 0-1"),
            ("临时存款账户", "L2410001234501", "", ""),
            ("临时存款账户", "J2410001234501", "", "doubtful words 0-1"),
            ("基本存款账户和临时存款账户", "Z2410001234501", "", ""), // which of them?
            ("", "J2410001234501", "及财务专用章", ""),
            ("开户许可证", "Z2410001234501", "", ""),
        ] {
            let (b, a): (Vec<char>, Vec<char>) = (before.chars().collect(), after.chars().collect());
            let out = check(&Number { before: &b, after: &a, ..Number::bare(value, today()) });
            assert_eq!(told(&out), want, "{before}{value}{after}");
        }
    }

    #[test]
    fn lost_and_doubled_digits_are_wrong() {
        let good = "J2410001234501";
        for slip in slips(good) {
            let verdict = judge(&KIND, &slip).verdict();
            let rest = slip.get(1..).unwrap_or("身");
            if slip.starts_with('J')
                && (slip.chars().count() != 14 || rest.bytes().any(|b| !b.is_ascii_digit()))
            {
                assert_eq!(verdict, Verdict::Wrong, "{slip}");
            }
        }
        for value in odd_values() {
            judge(&KIND, &value);
            looks_like(&value);
        }
    }

    #[test]
    fn looks() {
        for (value, want) in [
            ("J2410001234501", true),
            ("J241000123451", true),
            ("J24100012345001", true),
            ("12410001234501", true),
            ("2410001234501", true),
            ("2410-00123456", true),
            ("J24100O1234501", true),
            ("921001040035100", true), // of the length: the check says so
            ("20240411", false),
            ("J24100012", false),
            ("J2410001234500000", false),
            ("核准号2410001234501", false),
            ("", false),
        ] {
            assert_eq!(looks_like(value), want, "{value}");
        }
    }
}
