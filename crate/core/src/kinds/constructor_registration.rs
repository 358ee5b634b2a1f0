//! Registration number of a constructor (建造师注册编号): a province's sign and 12 or 16 digits.
//!
//! | characters     | meaning                                                         | source               |
//! |----------------|-----------------------------------------------------------------|----------------------|
//! | 1              | sign of the province where the holder is registered now; 军 the army | 注册编号规则（建设部，2007） |
//! | 2              | 1 first grade, 2 second grade                                   | 注册编号规则         |
//! | 3–4            | province of the first registration; 99 the army                 | 注册编号规则         |
//! | 5–6 (5–8)      | year of the qualification, two digits, later four               | 注册编号规则; public lists |
//! | 7–8 (9–12)     | year of the first registration                                  | 注册编号规则; public lists |
//! | 9–13 (13–17)   | serial                                                          | 注册编号规则         |
//!
//! Someone who moved keeps the digits and changes the sign, so the two may differ.

use super::chars;
use super::{Confidence, Kind, Number, Of, beside};
use crate::judgement::{Fact, Flaw, Judgement};
use crate::tables::regions;

/// The kind.
pub static KIND: Kind = Kind::new(Of::Paper, "constructor_registration", ["建造师注册编号", "constructor's registration number"])
    .written("省份简称＋级别1（1一级、2二级）＋初始注册省级代码2＋取得资格年份＋初始注册年份（各2位，后为各4位）＋流水号5")
    .source(Confidence::Likely, "注册建造师注册编号规则（2007）；公开名单")
    .code_for("^[\\u4e00-\\u9fff][0-9]{12}(?:[0-9]{4})?$", looks_like, check);

const EXAMPLE: &str = "吉222151600123";

/// The words for the grades. A 临时 one has a digit of its own.
const GRADES: [(&str, u8); 4] =
    [("一级建造师", b'1'), ("一级注册建造师", b'1'), ("二级建造师", b'2'), ("二级注册建造师", b'2')];

/// The first qualifications.
const FIRST_YEAR: u16 = 2002;

/// Splits the sign in front from the digits.
fn split(value: &str) -> (Option<char>, &str) {
    match value.chars().next() {
        Some(first) if !first.is_ascii() => (Some(first), &value[first.len_utf8()..]),
        _ => (None, value),
    }
}

fn looks_like(value: &str) -> bool {
    match split(value) {
        (Some(_), body) => chars::mostly_digits(body, 11..18),
        // The sign left out: not every number of twelve digits.
        (None, body) => {
            matches!(body.len(), 12 | 16)
                && body.bytes().all(|b| b.is_ascii_digit())
                && matches!(body.as_bytes()[0], b'1' | b'2')
                && province_known([body.as_bytes()[1], body.as_bytes()[2]])
        }
    }
}

fn province_known(two: [u8; 2]) -> bool {
    regions::province_known(two) || two == *b"99"
}

fn check(number: &Number) -> Judgement {
    let mut out = Judgement::default();
    let (sign, body) = split(number.value);
    let at = usize::from(sign.is_some());
    let end = at + body.chars().count();
    if !matches!(end - at, 12 | 16) {
        out.doubt(Flaw::Length(&[13, 17]), 0..end);
        return out;
    }
    if let Some(stray) = body.chars().position(|c| !c.is_ascii_digit()) {
        out.wrong(Flaw::Charset, at + stray..at + stray + 1);
        return out;
    }
    let code = body.as_bytes();
    let province = [code[1], code[2]];
    match sign {
        None => out.hint(Flaw::Shape(EXAMPLE), 0..end),
        Some('军') => {}
        Some(sign) => match regions::sign(sign) {
            Some(two) => out.proved = two == province,
            None => out.doubt(Flaw::Province, 0..1),
        },
    }
    grade(code[0], at, number, &mut out);
    if !province_known(province) {
        out.doubt(Flaw::Province, at + 1..at + 3);
    } else if province != *b"99" {
        out.fact(Fact::Province(province));
    }
    let width = if code.len() == 12 { 2 } else { 4 };
    let year = |from: usize| {
        let digits = &code[from..from + width];
        let year = digits.iter().fold(0, |year, c| 10 * year + u16::from(c - b'0'));
        if width == 2 { 2000 + year } else { year }
    };
    let (qualified, registered) = (3..3 + width, 3 + width..3 + 2 * width);
    for field in [&qualified, &registered] {
        if !(FIRST_YEAR..=number.today.year()).contains(&year(field.start)) {
            out.doubt(Flaw::Year, at + field.start..at + field.end);
            return out;
        }
    }
    if year(registered.start) < year(qualified.start) {
        out.doubt(Flaw::Contradiction, at + registered.start..at + registered.end);
    } else {
        out.fact(Fact::Qualified(year(qualified.start)));
        out.fact(Fact::Year(year(registered.start)));
    }
    out
}

fn grade(digit: u8, at: usize, number: &Number, out: &mut Judgement) {
    match digit {
        b'1' => out.fact(Fact::Meaning { sign: "1", words: ["一级建造师", "first grade"] }),
        b'2' => out.fact(Fact::Meaning { sign: "2", words: ["二级建造师", "second grade"] }),
        _ if beside::says(number, &["临时"]) => return,
        _ => return out.doubt(Flaw::Level, at..at + 1),
    }
    match beside::said(number, &GRADES, &[]) {
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
            verified                     吉222151600123  京1112017201800123
            plausible                    粤122151600123  // moved
            plausible                    军199050700012
            plausible; hint shape 0-12   222151600123
            plausible; hint shape 0-16   1112017201800123
            doubtful level 1-2           吉322151600123
            doubtful province 2-4        吉292151600123
            doubtful province 0-1        市222151600123
            doubtful year 4-6            吉222271600123
            doubtful year 6-8            吉222152700123
            doubtful contradiction 6-8   吉222161500123
            doubtful year 8-12           京1112017199900123
            doubtful contradiction 8-12  京1112018201700123
            doubtful length 0-12         吉22215160012
            doubtful length 0-14         吉2221516001234
            wrong charset 9-10           吉22215160O123
            wrong charset 10-11          !吉222151600身23
            doubtful length 0-0          ∅
            like                         吉222151600123  吉22215160012  吉2221516O0123
            like                         京1112017201800123  市222151600123  222151600123  299151600123
            unlike                       332151600123  298151600123  00123456  吉A12345  ∅
            ",
        );
        assert_eq!(
            judge(&KIND, "吉222151600123").facts,
            [
                Fact::Meaning { sign: "2", words: ["二级建造师", "second grade"] },
                Fact::Province(*b"22"),
                Fact::Qualified(2015),
                Fact::Year(2016),
            ]
        );
    }

    #[test]
    fn grade_against_the_words() {
        KIND.judges(
            "
            ∅                   二级建造师注册证书,编号:⟦吉222151600123⟧
            ∅                   一级注册建造师,编号:⟦粤122151600123⟧
            ∅                   二级建造师临时执业证书,编号:⟦吉422151600123⟧
            ∅                   建造师注册证书,编号:⟦吉222151600123⟧
            doubtful words 1-2  一级建造师注册证书,编号:⟦吉222151600123⟧
            ",
        );
    }
}
