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

use std::ops::Range;

use super::chars;
use super::{Confidence, Field, Kind, Layout, Layouts, Number, Of, Signs, YearIs, beside};
use crate::judgement::{Flaw, Judgement, Severity};

/// The kind.
pub static KIND: Kind =
    Kind::new(Of::Paper, "degree_certificate", ["学位证书编号", "degree certificate number"])
        .written(
            "16位：授予单位5＋级别1（2博士、3硕士、4学士）＋年份4＋顺序号6（第11位可为字母）；\
              前面可有字母C成人、Z专业学位、T同等学力、Q教师、L来华留学",
        )
        .matches("^[A-Za-z]?[0-9]{10}[0-9A-NP-Za-np-z][0-9]{5}$")
        .source(Confidence::Sure, "国务院学位委员会关于调整学位证书编号方式的通知（2005）")
        .layouts(&LAYOUTS)
        .year(YearIs::Issue);

const FIELDS: &[Field] = &[
    Field::meaning(&[
        ("C", ["成人高等教育", "adult education"]),
        ("Z", ["专业学位", "professional degree"]),
        ("T", ["同等学力", "equivalent standing"]),
        ("Q", ["高校、中职教师", "teacher"]),
        ("L", ["来华留学", "foreign student"]),
    ]),
    Field::serial(5),
    Field::meaning(&[("2", ["博士", "doctor"]), ("3", ["硕士", "master"]), ("4", ["学士", "bachelor"])])
        .said(|number| beside::said(number, &DEGREES, &[])),
    Field::own(4, year),
    Field::own(1, eleventh).letters(Signs::Either),
    Field::serial(5),
];

static LAYOUTS: Layouts = Layouts::of(&[Layout::of(FIELDS), Layout::of(FIELDS.split_at(1).1)])
    .first(length)
    .stray(|_| Severity::Wrong)
    .looks(|value| chars::mostly_digits(split(value).1, 15..18) || chars::mostly_digits(value, 19..21));

/// The words for the degrees.
const DEGREES: [(&str, u8); 4] = [("博士", b'2'), ("硕士", b'3'), ("学士", b'4'), ("本科", b'4')];

/// Splits a letter in front from the rest.
fn split(value: &str) -> (bool, &str) {
    match value.as_bytes() {
        [letter, ..] if letter.is_ascii_alphabetic() => (true, &value[1..]),
        _ => (false, value),
    }
}

/// The numbers of before 2005 are mostly shorter than fourteen.
fn length(number: &Number, out: &mut Judgement) -> bool {
    let (lettered, body) = split(number.value);
    if chars::whole(body).end == 16 {
        return false;
    }
    let severity = if (1..14).contains(&body.len()) { Severity::Hint } else { Severity::Doubtful };
    // A letter in front is one more.
    let lengths: &[u8] = if lettered { &[17] } else { &[16] };
    out.add(Flaw::Length(lengths), severity, chars::whole(number.value));
    true
}

/// The year, since the first degrees (学位条例), against the words beside the number.
fn year(code: &[u8], at: Range<usize>, number: &Number, out: &mut Judgement) {
    match Field::year(1981).year_at(code, at.clone(), number, out).zip(beside::year_of(number, "毕业")) {
        Some((year, said)) if said == year => out.proved = true,
        // A thesis may be defended, a degree conferred years after the diploma.
        Some((year, said)) if said > year => out.doubt(Flaw::Words, at),
        _ => {}
    }
}

/// A digit of the serial, or a letter: professions have letters, other degrees but these.
fn eleventh(code: &[u8], at: Range<usize>, _: &Number, out: &mut Judgement) {
    let professional = at.start == 11 && code[0] != b'C';
    match code[at.start] {
        // A zero written as a letter.
        b'O' => out.doubt(Flaw::Charset, at),
        b'S' | b'E' | b'Z' | b'0'..=b'9' => {}
        _ if professional => {}
        _ => out.hint(Flaw::KindLetter, at),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::Fact;

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
