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
use crate::judgement::{Fact, Flaw, Judgement};

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

    use crate::kinds::testing::judge;

    #[test]
    fn table() {
        // Made up.
        KIND.judges(
            "
            plausible                          1099942015001234  Z1099932018000123  1099942012S00012
            plausible                          C1099942009Z00123  1099922003000012  Z1099932009F00123
            plausible; hint kind-letter 10-11  1099942012F00012
            doubtful charset 10-11             1099942012O00012
            doubtful charset 11-12             Z1099932009O00123
            plausible; hint lower-case 0-1     z1099932018000123
            doubtful level 5-6                 1099912015001234
            doubtful level 6-7                 Z1099952018000123
            doubtful year 6-10                 1099942027001234
            doubtful year 7-11                 Z1099931918000123
            doubtful kind-letter 0-1           A1099932018000123
            doubtful length 0-15               109994201500123
            doubtful length 0-17               10999420150012345
            wrong charset 1-2                  1O99942015001234
            wrong charset 13-14                Z109993201800O123  !1099942015001-34
            doubtful length 0-0                ∅
            like                               1099942015001234  Z1099942015001234  109994201500123
            like                               Z109994201500123  1099942012S00012  10999420150012345
            like                               ZZ10999420150012
            unlike                             10999420150012  109994201500123456  身1099942015001234  ∅
            ",
        );
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
        KIND.judges(
            "
            verified             学士学位证书编号:⟦1099942015001234⟧  博士学位证⟦1099922015001234⟧
            verified             硕士研究生学位证⟦Z1099932018000123⟧
            verified             2015年毕业,学位证⟦1099942015001234⟧
            doubtful words 5-6   硕士学位证书编号:⟦1099942015001234⟧
            doubtful words 6-7   本科学位证⟦Z1099932018000123⟧
            doubtful words 6-10  2016年毕业,学位证⟦1099942015001234⟧
            plausible            2014年毕业,学位证⟦1099942015001234⟧  学士、硕士学位证⟦1099942015001234⟧
            plausible            学位证⟦1099942015001234⟧
            ",
        );
    }
}
