//! Number of a degree certificate (学位证书编号): 16 characters, with a letter in front for some degrees.
//!
//! | characters | meaning                                                                   | source         |
//! |------------|---------------------------------------------------------------------------|----------------|
//! | (letter)   | C adult education, Z professional, T equivalent standing, Q teachers, L foreigners | 学位委员会2005 |
//! | 1–5        | the body that confers it                                                  | 学位委员会2005 |
//! | 6          | 2 doctor, 3 master, 4 bachelor                                            | 学位委员会2005 |
//! | 7–10       | year                                                                      | 学位委员会2005 |
//! | 11         | a digit of the serial, or a letter: S double, E second degree, Z self-study, others a profession | 学位委员会2005 |
//! | 12–16      | serial                                                                    | 学位委员会2005 |
//!
//! Before 2005 the bodies numbered as they liked, mostly shorter.

use super::chars;
use super::{Confidence, Kind, Number, Rule, YearIs, beside};
use crate::{Fact, Flaw, Judgement};

/// The kind.
pub static KIND: Kind = Kind {
    id: "degree_certificate",
    names: ["学位证书编号", "degree certificate number"],
    grammar: "16位：授予单位5＋级别1（2博士、3硕士、4学士）＋年份4＋顺序号6（第11位可为字母）；\
              前面可有字母C成人、Z专业学位、T同等学力、Q教师、L来华留学",
    source: "国务院学位委员会关于调整学位证书编号方式的通知（2005）",
    confidence: Confidence::Sure,
    rule: Rule::Code { looks_like, check },
    year: YearIs::Issue,
    ..Kind::PLAIN
};

/// The numbers of before 2005 are mostly shorter than this.
const SHORTEST: usize = 14;

/// The first year of degrees (学位条例).
const FIRST_YEAR: u16 = 1981;

/// The words for the degrees.
const DEGREES: [(&str, u8); 4] = [("博士", b'2'), ("硕士", b'3'), ("学士", b'4'), ("本科", b'4')];

/// Splits a letter in front from the rest.
fn split(value: &str) -> (Option<u8>, &str) {
    match value.as_bytes() {
        [letter, ..] if letter.is_ascii_alphabetic() => (Some(letter.to_ascii_uppercase()), &value[1..]),
        _ => (None, value),
    }
}

fn looks_like(value: &str) -> bool {
    chars::mostly_digits(split(value).1, 15..18) || chars::mostly_digits(value, 19..21)
}

fn check(number: &Number) -> Judgement {
    let mut out = Judgement::default();
    let (letter, body) = split(number.value);
    let at = usize::from(letter.is_some());
    let Some(code) = chars::exactly::<16>(body) else {
        let enter = if (1..SHORTEST).contains(&body.len()) { Judgement::hint } else { Judgement::doubt };
        // A letter in front is one more.
        let lengths: &[u8] = if letter.is_some() { &[17] } else { &[16] };
        enter(&mut out, Flaw::Length(lengths), chars::whole(number.value));
        return out;
    };
    // Told in places of the whole value.
    let mut whole = vec![b'0'; at];
    whole.extend(code);
    let may_stand = |i, c: u8| c.is_ascii_digit() || i == at + 10 && c.is_ascii_alphabetic();
    if chars::stray(&whole, may_stand, Judgement::wrong, &mut out) {
        return out;
    }
    chars::lower_case(number.value, &mut out);
    match letter {
        None => {}
        Some(b'C') => out.fact(Fact::Meaning { sign: "C", words: ["成人高等教育", "adult education"] }),
        Some(b'Z') => out.fact(Fact::Meaning { sign: "Z", words: ["专业学位", "professional degree"] }),
        Some(b'T') => out.fact(Fact::Meaning { sign: "T", words: ["同等学力", "equivalent standing"] }),
        Some(b'Q') => out.fact(Fact::Meaning { sign: "Q", words: ["高校、中职教师", "teacher"] }),
        Some(b'L') => out.fact(Fact::Meaning { sign: "L", words: ["来华留学", "foreign student"] }),
        Some(_) => out.doubt(Flaw::KindLetter, 0..1),
    }
    match (letter, code[10].to_ascii_uppercase()) {
        // A zero written as a letter.
        (_, b'O') => out.doubt(Flaw::Charset, at + 10..at + 11),
        // Professions have letters, other degrees but these.
        (None | Some(b'C'), c) if c.is_ascii_alphabetic() && !b"SEZ".contains(&c) => {
            out.hint(Flaw::KindLetter, at + 10..at + 11);
        }
        _ => {}
    }
    degree(code[5], at + 5, number, &mut out);
    let year = code[6..10].iter().fold(0, |year, c| year * 10 + u16::from(c - b'0'));
    if (FIRST_YEAR..=number.today.year()).contains(&year) {
        out.fact(Fact::Year(year));
        match beside::year_of(number, "毕业") {
            Some(said) if said == year => out.proved = true,
            // A thesis may be defended, a degree conferred years after the diploma.
            Some(said) if said > year => out.doubt(Flaw::Words, at + 6..at + 10),
            _ => {}
        }
    } else {
        out.doubt(Flaw::Year, at + 6..at + 10);
    }
    out
}

/// The degree, against the words beside the number.
fn degree(digit: u8, at: usize, number: &Number, out: &mut Judgement) {
    match digit {
        b'2' => out.fact(Fact::Meaning { sign: "2", words: ["博士", "doctor"] }),
        b'3' => out.fact(Fact::Meaning { sign: "3", words: ["硕士", "master"] }),
        b'4' => out.fact(Fact::Meaning { sign: "4", words: ["学士", "bachelor"] }),
        _ => return out.doubt(Flaw::Level, at..at + 1),
    }
    match beside::said(number, &DEGREES, &[]) {
        Some(said) if said == digit => out.proved = true,
        Some(_) => out.doubt(Flaw::Words, at..at + 1),
        None => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Verdict;
    use crate::kinds::testing::{chars, judge, odd_values, today, told};

    #[test]
    fn table() {
        use Verdict::{Doubtful, Plausible, Wrong};
        // Made up.
        for (value, verdict, want) in [
            ("1099942015001234", Plausible, ""),
            ("Z1099932018000123", Plausible, ""),
            ("1099942012S00012", Plausible, ""),
            ("C1099942009Z00123", Plausible, ""),
            ("1099922003000012", Plausible, ""),
            ("Z1099932009F00123", Plausible, ""),
            ("1099942012F00012", Plausible, "hint kind-letter 10-11"),
            ("1099942012O00012", Doubtful, "doubtful charset 10-11"),
            ("Z1099932009O00123", Doubtful, "doubtful charset 11-12"),
            ("z1099932018000123", Plausible, "hint lower-case 0-1"),
            ("1099912015001234", Doubtful, "doubtful level 5-6"),
            ("Z1099952018000123", Doubtful, "doubtful level 6-7"),
            ("1099942027001234", Doubtful, "doubtful year 6-10"),
            ("Z1099931918000123", Doubtful, "doubtful year 7-11"),
            ("A1099932018000123", Doubtful, "doubtful kind-letter 0-1"),
            ("109994201500123", Doubtful, "doubtful length 0-15"),
            ("10999420150012345", Doubtful, "doubtful length 0-17"),
            ("1O99942015001234", Wrong, "wrong charset 1-2"),
            ("Z109993201800O123", Wrong, "wrong charset 13-14"),
            ("1099942015001-34", Wrong, "wrong charset 13-14"),
            ("", Doubtful, "doubtful length 0-0"),
        ] {
            let out = judge(&KIND, value);
            assert_eq!((out.verdict(), told(&out).as_str()), (verdict, want), "{value}");
        }
        for value in odd_values() {
            let _ = looks_like(&value);
            judge(&KIND, &value);
        }
    }

    #[test]
    fn facts() {
        assert_eq!(
            judge(&KIND, "Z1099932018000123").facts,
            [
                Fact::Meaning { sign: "Z", words: ["专业学位", "professional degree"] },
                Fact::Meaning { sign: "3", words: ["硕士", "master"] },
                Fact::Year(2018),
            ]
        );
    }

    #[test]
    fn against_the_words() {
        for (before, value, want) in [
            ("学士学位证书编号:", "1099942015001234", "verified"),
            ("硕士学位证书编号:", "1099942015001234", "doubtful words 5-6"),
            ("博士学位证", "1099922015001234", "verified"),
            ("硕士研究生学位证", "Z1099932018000123", "verified"),
            ("本科学位证", "Z1099932018000123", "doubtful words 6-7"),
            ("2015年毕业,学位证", "1099942015001234", "verified"),
            ("2016年毕业,学位证", "1099942015001234", "doubtful words 6-10"),
            ("2014年毕业,学位证", "1099942015001234", "plausible"),
            ("学士、硕士学位证", "1099942015001234", "plausible"),
            ("学位证", "1099942015001234", "plausible"),
        ] {
            let before = chars(before);
            let out = check(&Number { before: &before, ..Number::bare(value, today()) });
            let told = told(&out);
            let got = if told.is_empty() { out.verdict().name() } else { told.as_str() };
            assert_eq!(got, want, "{before:?}");
        }
    }

    #[test]
    fn looks() {
        for (value, want) in [
            ("1099942015001234", true),
            ("Z1099942015001234", true),
            ("109994201500123", true),
            ("Z109994201500123", true),
            ("1099942012S00012", true),
            ("10999420150012345", true),
            ("10999420150012", false),
            ("ZZ10999420150012", true),
            ("109994201500123456", false),
            ("身1099942015001234", false),
            ("", false),
        ] {
            assert_eq!(looks_like(value), want, "{value}");
        }
    }
}
