//! Number of a medical certificate of birth (出生医学证明编号): a letter and nine digits.
//!
//! | characters | meaning                                                      | source                           |
//! |------------|--------------------------------------------------------------|----------------------------------|
//! | 1          | the year the form was printed for: A 2000, B 2001 … Z 2025   | the second edition and after it  |
//! | 2–3        | province                                                     | certificates seen                |
//! | 4–10       | serial number                                                | certificates seen                |
//!
//! Hospitals use up what is left of a year, or start the next year's forms early; a certificate issued again has
//! a later letter than the birth. So a letter is told only where it lies more than a year before the birth or
//! after the day of publication. The first edition (1996 to 1999) had no letter. The letter O is the year 2014 and
//! no zero. The table counts from 1, the code from 0.

use super::chars;
use super::{Confidence, Kind, Number, Of, owner, person};
use crate::judgement::{Fact, Flaw, Judgement, Personal};
use crate::tables::regions;

/// The kind.
pub static KIND: Kind =
    Kind::new(Of::Paper, "birth_certificate", ["出生医学证明编号", "birth certificate number"])
        .written("10位：字母1（印制年份，A为2000年，依次类推）＋省级代码2＋顺序号7；1999年以前的没有字母")
        .source(Confidence::Likely, "《出生医学证明》各版说明；公开的编号")
        .code_for("^[A-Za-z][0-9]{9}$", looks_like, check);

/// The year of the letter A.
const FIRST_YEAR: u16 = 2000;

/// The year that a letter stands for, where the letters have not started again.
pub(crate) fn printed(letter: &str) -> u16 {
    let letter = letter.bytes().next().map_or(b'A', |b| b.to_ascii_uppercase());
    FIRST_YEAR + u16::from(letter.saturating_sub(b'A'))
}

fn looks_like(value: &str) -> bool {
    let bytes = value.as_bytes();
    let body = bytes.get(1..).unwrap_or_default();
    let shown = bytes.iter().filter(|b| b.is_ascii_digit()).count();
    if person::is_mask(value) {
        let signs = body.iter().all(|b| b.is_ascii_digit() || *b == b'*');
        return bytes[0].is_ascii_alphabetic() && signs && shown >= 2 && (9..12).contains(&bytes.len());
    }
    let strays = body.iter().filter(|b| !b.is_ascii_digit()).count();
    let signs = bytes.iter().all(u8::is_ascii_alphanumeric);
    let lettered = bytes.first().is_some_and(u8::is_ascii_alphabetic);
    // Eleven digits are a telephone's.
    signs
        && strays <= 2
        && if lettered { (9..12).contains(&bytes.len()) } else { matches!(bytes.len(), 9 | 10) }
}

fn check(number: &Number) -> Judgement {
    let value = number.value;
    let mut out = Judgement::default();
    let born = born(number);
    let digits = value.bytes().all(|b| b.is_ascii_digit());
    if person::is_mask(value) {
        judge_masked(value, &mut out);
        return out;
    }
    if (9..12).contains(&value.len()) && owner::names_a_family(number) {
        out.expose(Personal::BirthCertificate, chars::whole(value));
    }
    // The first edition.
    if digits && born.is_some_and(|born| born < FIRST_YEAR) {
        return out;
    }
    let Some(code) = chars::exactly::<10>(value) else {
        let enter = if digits { Judgement::doubt } else { Judgement::wrong };
        enter(&mut out, Flaw::Length(&[10]), chars::whole(value));
        return out;
    };
    if !code[0].is_ascii_alphabetic() {
        out.doubt(Flaw::Charset, 0..1);
    }
    if chars::stray(&code, |i, c| i == 0 || c.is_ascii_digit(), Judgement::wrong, &mut out) {
        return out;
    }
    chars::lower_case(value, &mut out);
    if code[0].is_ascii_alphabetic() {
        judge_year(printed(value), born, number.today.year(), &mut out);
    }
    let province = [code[1], code[2]];
    if regions::province_known(province) {
        out.fact(Fact::Province(province));
    } else {
        out.doubt(Flaw::Province, 1..3);
    }
    out
}

/// A number of which a part is masked is counted, and its province told where it shows.
fn judge_masked(value: &str, out: &mut Judgement) {
    let bytes = value.as_bytes();
    if bytes.len() != 10 {
        out.doubt(Flaw::MaskLength(&[10]), chars::whole(value));
    } else if bytes[1..3].iter().all(u8::is_ascii_digit) {
        let province = [bytes[1], bytes[2]];
        if regions::province_known(province) {
            out.fact(Fact::Province(province));
        } else {
            out.doubt(Flaw::Province, 1..3);
        }
    }
}

/// The letter's year against the birth and the day of publication. After Z it may start again.
fn judge_year(first: u16, born: Option<u16>, today: u16, out: &mut Judgement) {
    let earliest = born.map_or(FIRST_YEAR, |born| born.saturating_sub(1));
    let mut years = [first, first + 26].into_iter().filter(|year| (earliest..=today + 1).contains(year));
    match (years.next(), years.next()) {
        (None, _) => out.doubt(Flaw::Year, 0..1),
        (Some(year), _) if year > today => out.hint(Flaw::Year, 0..1),
        (Some(year), None) => out.fact(Fact::Year(year)),
        _ => {}
    }
}

/// The year of birth, where the words around the number name one and no other: `2023年5月1日出生`, `出生日期：2023年`.
fn born(number: &Number) -> Option<u16> {
    let mut all = [number.before, number.after].into_iter().flat_map(years_of_birth);
    let first = all.next()?;
    all.all(|year| year == first).then_some(first)
}

fn years_of_birth(text: &[char]) -> impl Iterator<Item = u16> {
    text.windows(3).enumerate().filter_map(|(at, three)| {
        let birth = matches!(three, ['出', '生', next] if !matches!(next, '医' | '证'));
        if !birth { None } else { year_behind(&text[at + 2..]).or_else(|| year_before(&text[..at])) }
    })
}

/// `日期：2023年`, `于2023-`: a year behind a few joining words.
fn year_behind(text: &[char]) -> Option<u16> {
    let joining = |c: &&char| "日期时间年月为是于:( ".contains(**c);
    year(&text[text.iter().take(7).take_while(joining).count()..])
}

/// `2023年5月1日在长春市某医院`: the last date of the clause.
fn year_before(text: &[char]) -> Option<u16> {
    const CLAUSE: usize = 30;
    let from = text.iter().rposition(|c| matches!(c, ',' | ';' | '。')).map_or(0, |at| at + 1);
    let clause = &text[from.max(text.len().saturating_sub(CLAUSE))..];
    (0..clause.len()).rev().find_map(|at| {
        let opens = at == 0 || !clause[at - 1].is_ascii_digit();
        if opens { year(&clause[at..]) } else { None }
    })
}

/// Four digits and the sign of a year.
fn year(text: &[char]) -> Option<u16> {
    let year = text.get(..4)?.iter().try_fold(0, |n, c| Some(n * 10 + c.to_digit(10)? as u16))?;
    let ends = matches!(text.get(4), Some('年' | '-' | '.' | '/'));
    (ends && (1900..2100).contains(&year)).then_some(year)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::Verdict;
    use crate::kinds::testing::{judge, slips};
    use crate::tables::date::Date;

    #[test]
    fn table() {
        // Made up; seen on a day of 2026.
        KIND.judges(
            "
            plausible                       T220123456  X220456789  O110012345  A310001234  Z440000001
            plausible; hint lower-case 0-1  t220123456
            doubtful charset 0-1            0220123456  7220123456
            doubtful province 1-3           X990123456
            doubtful length 0-9             220123456
            wrong charset 3-4               X22O123456
            wrong charset 9-10              X22012345l
            wrong charset 1-2               XX20123456
            wrong length 0-9                X22012345
            wrong length 0-11               X2201234567
            unlike                          13904310012  20240411  X2204567890123  XYZW456789
            unlike                          第220456789  ∅
            exposed  no one
            ",
        );
        assert_eq!(judge(&KIND, "X220456789").facts, [Fact::Year(2023), Fact::Province(*b"22")]);
        // 2000, or printed anew after Z.
        assert_eq!(judge(&KIND, "A220456789").facts, [Fact::Province(*b"22")]);
    }

    #[test]
    fn letter_against_the_days() {
        let in_2024 = Date::new(2024, 4, 11).expect("a day");
        KIND.judges_on(
            in_2024,
            "
            ∅                     2023年5月1日出生,出生医学证明编号:⟦W220456789⟧  // a form left over
            ∅                     2023年5月1日出生,出生医学证明编号:⟦Y220456789⟧  // issued again
            ∅                     X220456789  Y220456789  2023年5月1日出生,出生医学证明编号:⟦X220456789⟧
            ∅                     张某2016年3月2日出生,李某2023年5月1日出生,编号:⟦T220456789⟧
            ∅                     2023年5月1日遗失出生医学证明,编号:⟦T220456789⟧
            ∅                     张某1998年5月1日出生,编号:⟦220456789⟧
            ∅                     张某1998年5月1日出生,编号:⟦0220456789⟧
            hint year 0-1         Z220456789
            doubtful year 0-1     2023年5月1日出生,出生医学证明编号:⟦V220456789⟧
            doubtful year 0-1     出生日期:2023年5月1日,编号:⟦T220456789⟧
            doubtful year 0-1     张某某于2023年5月1日在长春市某医院出生,编号:⟦T220456789⟧
            doubtful year 0-1     ⟦T220456789⟧,出生时间2023-05-01
            doubtful charset 0-1  张某2008年5月1日出生,编号:⟦0220456789⟧
            doubtful year 0-1; @2022-04-11  Y220456789
            ",
        );
        // The letters start again, it may be.
        let out = &KIND.judges("@2027-04-11  2026年5月1日出生,编号⟦A220456789⟧")[0].1;
        assert_eq!(out.facts[0], Fact::Year(2026));
    }

    /// A digit lost or doubled, and any letter or sign among the digits, is wrong.
    #[test]
    fn slips_are_told() {
        for slip in slips("X220456789") {
            let odd = slip.chars().count() != 10 || slip.chars().skip(1).any(|c| !c.is_ascii_digit());
            let digits = slip.bytes().all(|b| b.is_ascii_digit());
            let verdict = judge(&KIND, &slip).verdict();
            if odd && !digits {
                assert_eq!(verdict, Verdict::Wrong, "{slip}");
            } else if digits {
                assert_eq!(verdict, Verdict::Doubtful, "{slip}");
            }
        }
    }
}
