//! Number of a permit for special trades (特种作业操作证号): `T` and the holder's identity number.
//!
//! | characters | meaning                                              | source           |
//! |------------|------------------------------------------------------|------------------|
//! | 1          | `T`                                                  | permits seen     |
//! | 2–19 (–16) | the holder's identity number, 18 characters (15 digits) | GB 11643      |
//!
//! The whole of an identity number is printed inside: exposed; with a part of it masked, the rest is judged as far as
//! it shows. Where the `T` is left out, what is printed is an
//! identity number and read as one. The table counts from 1, the code from 0.

use super::chars::{self, part};
use super::{Confidence, Kind, Number, Of, masked_id, person, resident_id};
use crate::judgement::{Flaw, Judgement};

/// The kind.
pub static KIND: Kind =
    Kind::new(Of::Person, "special_work_permit", ["特种作业操作证号", "special work permit number"])
        .written("19位：T＋身份证号码18；旧号16位，身份证号码15位")
        .source(Confidence::Likely, "特种作业人员安全技术培训考核管理规定；GB 11643—1999；已见证书")
        .code_for("^[A-Za-z](?:[0-9]{17}[0-9Xx]|[0-9]{15})$", looks_like, check);

/// Is it such a number beyond chance: the letter and an identity number that can be?
pub fn fits(value: &str) -> bool {
    value
        .strip_prefix(['T', 't'])
        .is_some_and(|id| resident_id::check_char_agrees(id) && resident_id::birth_is_real(id))
}

fn looks_like(value: &str) -> bool {
    let lettered = value.as_bytes().first().is_some_and(u8::is_ascii_alphabetic);
    lettered
        && (chars::mostly_digits(&value[1..], 17..20)
            || chars::mostly_digits(&value[1..], 14..17)
            || person::is_masked(&value[1..]))
}

fn check(number: &Number) -> Judgement {
    let value = number.value;
    let mut out = Judgement::default();
    person::expose(value, 1, &mut out);
    let may_stand =
        |i: usize, c: u8| if i == 0 { c.is_ascii_alphabetic() } else { person::may_stand_18(i - 1, c) };
    let masked = value.split_at_checked(1).filter(|(_, id)| person::is_masked(id));
    let first = if let Some((letter, id)) = masked {
        if value.starts_with(|c: char| c.is_ascii_lowercase()) {
            out.hint(Flaw::LowerCase, 0..1);
        }
        masked_id::judge_inside(id, 1, number, &mut out);
        letter.as_bytes()[0].to_ascii_uppercase()
    } else if let Some(mut code) = chars::exactly::<19>(value) {
        if chars::stray(&code, may_stand, Judgement::wrong, &mut out) {
            return out;
        }
        chars::lower_case(value, &mut out);
        code.make_ascii_uppercase();
        person::judge_18(&part(&code[1..]), 1, number.today, &mut out);
        person::compare_sex(number, 17, &mut out);
        code[0]
    } else if let Some(code) = chars::exactly::<16>(value) {
        if chars::stray(&code, |i, c| i == 0 || c.is_ascii_digit(), Judgement::wrong, &mut out) {
            return out;
        }
        chars::lower_case(value, &mut out);
        person::judge_15(&part(&code[1..]), 1, number.today, &mut out);
        code[0].to_ascii_uppercase()
    } else {
        out.wrong(Flaw::Length(&[19]), chars::whole(value));
        return out;
    };
    if first != b'T' {
        out.doubt(Flaw::Prefix(&["T"]), 0..1);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::Verdict;
    use crate::kinds::testing::{answers, judge, slips};

    #[test]
    fn table() {
        KIND.judges(
            "
            verified; exposed                        T220104199003072310  T22062219780415005X
            verified; exposed                        T220104620307231
            verified; hint lower-case 0-19; exposed  t22062219780415005x
            wrong check-char 18-19; exposed          T220104199003072311
            wrong birth-date 7-15; wrong check-char 18-19; exposed  T220104199002302310
            wrong length 0-18; exposed               T22010419900307231
            wrong length 0-20; exposed               T2201041990030723100
            wrong charset 3-4; exposed               T22O104199003072310
            wrong birth-date 9-11; exposed           T220104621307231
            doubtful prefix 0-1; exposed             Y220104199003072310
            wrong charset 0-1; exposed               !1220104199003072310
            like                                     T220104199003072310  T22010419900307231
            like                                     T2201041990030723100  T220104620307231
            like                                     Y220104199003072310
            unlike                                   220104199003072310  T220104  吉A012019000123  ∅
            ",
        );
    }

    /// No slip behind the letter passes.
    #[test]
    fn slips_are_wrong() {
        for good in ["T220104199003072310", "T22062219780415005X"] {
            for slip in slips(good) {
                let verdict = judge(&KIND, &slip).verdict();
                let lettered =
                    slip.len() == 19 && slip[1..] == good[1..] && slip.as_bytes()[0].is_ascii_alphabetic();
                assert_eq!(verdict, if lettered { Verdict::Doubtful } else { Verdict::Wrong }, "{slip}");
            }
        }
    }

    #[test]
    fn beyond_chance() {
        answers(
            fits,
            "
            yes  T220104199003072310  t22062219780415005x
            no   T220104199003072311  Y220104199003072310  220104199003072310  T220104620307231
            no   T身身身身身身  ∅
            ",
        );
    }
}
