//! Number of a disability certificate (残疾人证号): the holder's identity number, the category and the grade.
//!
//! | characters | meaning                                                         | source                |
//! |------------|-----------------------------------------------------------------|-----------------------|
//! | 1–18       | the holder's identity number                                    | GB 11643—1999         |
//! | 19         | category: 1 sight, 2 hearing, 3 speech, 4 limbs, 5 intellect, 6 mind, 7 several | 残疾人证管理办法 |
//! | 20         | grade, from 1, the heaviest, to 4                               | 残疾人证管理办法      |
//! | 21–22      | B1, B2 …: how often it was issued again                         | certificates seen     |
//!
//! The whole of an identity number is printed inside: exposed; with a part of it masked, the rest is judged as far as
//! it shows.
//! The table counts from 1, the code from 0.

use super::chars::{self, part};
use super::{Confidence, Kind, Number, Of, masked_id, person, resident_id};
use crate::judgement::{Fact, Flaw, Judgement};

/// The kind.
pub static KIND: Kind =
    Kind::new(Of::Paper, "disability_certificate", ["残疾人证号", "disability certificate number"])
        .written("20位：身份证号码18＋残疾类别1（1—7）＋残疾等级1（1—4）；补换发的后加B1、B2等，共22位")
        .source(Confidence::Sure, "中华人民共和国残疾人证管理办法；GB/T 26341—2010；GB 11643—1999")
        .code_for("^[0-9]{17}[0-9Xx][0-9]{2}(?:[A-Za-z][0-9])?$", looks_like, check);

/// What the category stands for; the words of the text name it without 残疾.
const CATEGORIES: [(&str, [&str; 2]); 7] = [
    ("1", ["视力残疾", "impaired sight"]),
    ("2", ["听力残疾", "impaired hearing"]),
    ("3", ["言语残疾", "impaired speech"]),
    ("4", ["肢体残疾", "impaired limbs"]),
    ("5", ["智力残疾", "impaired intellect"]),
    ("6", ["精神残疾", "mental disability"]),
    ("7", ["多重残疾", "several disabilities"]),
];

/// What the grade stands for, and how else it is written.
const GRADES: [(&str, [&str; 2], &str); 4] = [
    ("1", ["一级", "grade 1"], "壹级"),
    ("2", ["二级", "grade 2"], "贰级"),
    ("3", ["三级", "grade 3"], "叁级"),
    ("4", ["四级", "grade 4"], "肆级"),
];

/// Is it such a number beyond chance: an identity number that can be, a category, a grade?
pub fn fits(value: &str) -> bool {
    let Some((id, rest)) = value.split_at_checked(18) else { return false };
    matches!(rest.as_bytes(), [b'1'..=b'7', b'1'..=b'4'] | [b'1'..=b'7', b'1'..=b'4', b'B', b'1'..=b'9'])
        && resident_id::check_char_agrees(id)
        && resident_id::birth_is_real(id)
}

/// Where the identity number ends, also one that is too short or too long: category and grade behind it, and behind
/// them the `B` of a certificate issued again.
fn id_end(value: &str) -> usize {
    let body = value.chars().position(|c| c.eq_ignore_ascii_case(&'b'));
    body.unwrap_or(value.chars().count()).saturating_sub(2)
}

fn looks_like(value: &str) -> bool {
    let bytes = value.as_bytes();
    let digits = bytes.iter().filter(|b| b.is_ascii_digit()).count();
    let masks = bytes.iter().filter(|b| **b == b'*').count();
    let signs = bytes.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'*');
    signs && (19..=23).contains(&bytes.len()) && digits + masks + 4 >= bytes.len() && digits >= 6
}

fn check(number: &Number) -> Judgement {
    let value = number.value;
    let mut out = Judgement::default();
    person::expose_part(value, 0..id_end(value), &mut out);
    if value.contains('*') {
        if !matches!(value.len(), 20 | 22) {
            out.doubt(Flaw::MaskLength(&[20, 22]), chars::whole(value));
        } else if let Some((id, rest)) = value.split_at_checked(18)
            && person::is_masked(id)
            && (rest.len() == 2 || !rest.as_bytes()[2].is_ascii_digit())
        {
            masked_id::judge_inside(id, 0, number, &mut out);
            let [category, grade, ..] = rest.as_bytes() else { return out };
            if category.is_ascii_digit() {
                judge_category(*category, number, &mut out);
            }
            if grade.is_ascii_digit() {
                judge_grade(*grade, number, &mut out);
            }
        }
        return out;
    }
    let code = chars::exactly::<20>(value).map(|code| code.to_vec());
    let Some(mut code) = code.or_else(|| chars::exactly::<22>(value).map(|code| code.to_vec())) else {
        out.wrong(Flaw::Length(&[20, 22]), chars::whole(value));
        return out;
    };
    let may_stand = |i: usize, c: u8| match i {
        0..18 => person::may_stand_18(i, c),
        20 => c.is_ascii_alphabetic(),
        _ => c.is_ascii_digit(),
    };
    if chars::stray(&code, may_stand, Judgement::wrong, &mut out) {
        return out;
    }
    chars::lower_case(value, &mut out);
    code.make_ascii_uppercase();
    person::judge_18(&part(&code[..18]), 0, number.today, &mut out);
    person::compare_sex(number, 16, &mut out);
    judge_category(code[18], number, &mut out);
    judge_grade(code[19], number, &mut out);
    if code.get(20).is_some_and(|&letter| letter != b'B') {
        out.doubt(Flaw::KindLetter, 20..21);
    }
    out
}

/// The category, and what the text calls it.
fn judge_category(digit: u8, number: &Number, out: &mut Judgement) {
    let Some((sign, words)) = CATEGORIES.iter().find(|(sign, _)| sign.as_bytes() == [digit]) else {
        out.doubt(Flaw::Level, 18..19);
        return;
    };
    out.fact(Fact::Meaning { sign, words: *words });
    // Notices of several holders name several categories: those say nothing.
    let mut said = CATEGORIES.iter().filter(|(_, [name, _])| number.says(name));
    if let (Some((other, _)), None) = (said.next(), said.next())
        && other != sign
    {
        out.doubt(Flaw::Words, 18..19);
    }
}

/// The grade, and what the text calls it.
fn judge_grade(digit: u8, number: &Number, out: &mut Judgement) {
    let Some((sign, words, _)) = GRADES.iter().find(|(sign, ..)| sign.as_bytes() == [digit]) else {
        out.doubt(Flaw::Level, 19..20);
        return;
    };
    out.fact(Fact::Meaning { sign, words: *words });
    // 一级 alone may be a builder's or a hospital's.
    if !number.says("残疾") {
        return;
    }
    let mut said = GRADES.iter().filter(|(_, [name, _], capital)| number.says(name) || number.says(capital));
    if let (Some((other, ..)), None) = (said.next(), said.next())
        && other != sign
    {
        out.doubt(Flaw::Words, 19..20);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::{Sex, Verdict};
    use crate::kinds::testing::{answers, judge, slips};

    #[test]
    fn table() {
        KIND.judges(
            "
            verified; exposed                         22010419900307231043  22010419900307231011
            verified; exposed                         22062219780415005X72  22010419900307231043B1
            verified; exposed                         22010419900307231043B2
            verified; hint lower-case 17-18; exposed  22062219780415005x72
            verified; hint lower-case 20-21; exposed  22010419900307231043b1
            verified                                  220104********231043  2201041990********43
            doubtful level 18-19                      220104********231083
            wrong province 0-2                        990104********231043
            wrong check-char 17-18; exposed           22010419900307231143
            wrong birth-date 10-12; wrong check-char 17-18; exposed  22010419901307231043
            doubtful level 18-19; exposed             22010419900307231083  22010419900307231003
            doubtful level 19-20; exposed             22010419900307231045  22010419900307231040
            doubtful kind-letter 20-21; exposed       22010419900307231043C1
            wrong length 0-19; exposed                2201041990030723104
            wrong length 0-21; exposed                220104199003072310430  22010419900307231043B
            wrong charset 2-3; exposed                22O10419900307231043
            wrong charset 19-20; exposed              2201041990030723104I
            doubtful mask-length 0-19                 220104*******231043
            unlike                                    220104199003072310  // the identity number alone
            unlike                                    220104199003072310430000  吉残字第0123456号  ∅
            like                                      2201041990030723104  22010419900307231043B12
            ",
        );
    }

    #[test]
    fn facts() {
        let meaning = |sign, words| Fact::Meaning { sign, words };
        assert_eq!(
            judge(&KIND, "22010419900307231043").facts,
            [
                Fact::Region(*b"220104"),
                Fact::Birth { year: 1990, month: Some(3), day: Some(7) },
                Fact::Sex(Sex::Male),
                meaning("4", ["肢体残疾", "impaired limbs"]),
                meaning("3", ["三级", "grade 3"]),
            ]
        );
    }

    #[test]
    fn words_beside_the_number() {
        KIND.judges(
            "
            ∅                                           张某,肢体残疾三级,残疾人证号⟦22010419900307231043⟧
            doubtful words 18-19                        张某,视力残疾三级,残疾人证号⟦22010419900307231043⟧
            doubtful words 19-20                        张某,肢体残疾二级,残疾人证号⟦22010419900307231043⟧
            doubtful words 19-20                        张某,肢体残疾贰级,残疾人证号⟦22010419900307231043⟧
            doubtful words 18-19; doubtful words 19-20  残疾人证⟦22010419900307231043⟧(听力残疾一级)
            // several holders, and grades of something else
            ∅                                           张某肢体残疾三级,李某视力残疾一级,证号⟦22010419900307231043⟧
            ∅                                           二级建造师张某,证号⟦22010419900307231043⟧
            doubtful words 16-17                        张某,女,残疾人证号⟦22010419900307231043⟧
            ",
        );
    }

    /// No slip in the identity number passes, nor one in the length.
    #[test]
    fn slips_are_wrong() {
        for good in ["22010419900307231043", "22062219780415005X72", "22010419900307231043B1"] {
            for slip in slips(good) {
                let tail = slip.chars().count() == good.len() && slip.starts_with(&good[..18]);
                // A tail that goes wrong is doubtful at most, and a `*` hides what it hides.
                let lost = |c: char| c == '*';
                if !tail && !slip.contains(lost) {
                    assert_eq!(judge(&KIND, &slip).verdict(), Verdict::Wrong, "{slip}");
                }
            }
        }
    }

    #[test]
    fn beyond_chance() {
        answers(
            fits,
            "
            yes  22010419900307231043  22062219780415005X72  22010419900307231043B2
            no   22010419900307231083  22010419900307231045  22010419900307231143
            no   22010419900307231043C1  220104199003072310  2201041990030723104  ∅
            ",
        );
    }
}
