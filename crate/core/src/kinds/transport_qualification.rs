//! Number of a transport worker's qualification (道路运输从业资格证): the identity number, or one of 19 digits.
//!
//! | form                | meaning                                       | source                         |
//! |---------------------|-----------------------------------------------|--------------------------------|
//! | 18: identity number | as [`super::resident_id`]                     | 道路运输从业人员管理规定       |
//! | 19 digits: 1–6      | division of the examination                   | 道路运输从业人员从业资格证编码规则 |
//! | 19 digits: 7–11     | profession, grade, how often changed          | the same                       |
//! | 19 digits: 12–13    | year                                          | the same                       |
//! | 19 digits: 14–19    | serial                                        | the same                       |
//! | 18 digits           | before that, as each province liked           | seen                           |
//!
//! A number of 18 that starts as an identity number does is one, so a slip in it is told here too; one of 19 is such a
//! number with a digit typed twice, where it computes without one of its digits.

use std::ops::Range;

use super::chars::{self, part};
use super::person::{self, may_stand_18};
use super::{Confidence, Kind, Number, Of, resident_id};
use crate::judgement::{Fact, Flaw, Judgement, Personal, Severity};
use crate::tables::date::Date;
use crate::tables::regions;

/// The kind.
pub static KIND: Kind =
    Kind::new(Of::Person, "transport_qualification", ["从业资格证号", "transport worker's qualification"])
        .written("身份证号码18位；或19位数字：行政区划6＋专业3＋等级1＋变更1＋年份2＋流水号6；旧号18位")
        .source(Confidence::Likely, "道路运输从业人员管理规定；道路运输从业人员从业资格证编码规则")
        .code_for("^(?:[0-9]{17}[0-9Xx]|[0-9]{19})$", looks_like, check);

fn looks_like(value: &str) -> bool {
    chars::mostly_digits(value, 17..21)
}

fn check(number: &Number) -> Judgement {
    let mut out = Judgement::default();
    let value = number.value;
    if let Some(code) = chars::exactly::<19>(value) {
        if let Some(span) = identity_inside(&code, number.today) {
            out.doubt(Flaw::Length(&[18]), chars::whole(value));
            out.expose(Personal::IdentityNumber, span);
        } else if !chars::stray(&code, |_, c| c.is_ascii_digit(), Judgement::doubt, &mut out) {
            coded(&code, number, &mut out);
        }
    } else if let Some(mut code) = chars::exactly::<18>(value) {
        if chars::stray(&code, may_stand_18, Judgement::doubt, &mut out) {
            return out;
        }
        chars::lower_case(value, &mut out);
        code[17] = code[17].to_ascii_uppercase();
        if resident_id::birth_is_real(value) || code[17] == b'X' {
            person::judge_18(&code, 0, number.today, &mut out);
            out.expose(Personal::IdentityNumber, 0..18);
            // An older number of digits may look like one by chance.
            for problem in &mut out.problems {
                problem.severity = problem.severity.min(Severity::Doubtful);
            }
        }
    } else {
        out.doubt(Flaw::Length(&[18, 19]), chars::whole(value));
    }
    out
}

/// Where the identity number stands that is left when one digit is taken out: region, birth and check character agree.
fn identity_inside(code: &[u8; 19], today: Date) -> Option<Range<usize>> {
    let mut left: [u8; 18] = part(&code[1..]);
    let agrees = |left: &[u8; 18]| {
        left.is_ascii()
            && std::str::from_utf8(left).is_ok_and(|left| resident_id::agrees(left, today))
            && regions::known(&part(&left[..6]))
    };
    // From one place to the next one digit changes; within a run of equal digits none does.
    for at in 0..19 {
        if at > 0 {
            left[at - 1] = code[at - 1];
        }
        if (at == 0 || code[at] != code[at - 1]) && agrees(&left) {
            return Some(0..19);
        }
    }
    None
}

/// The form of nineteen.
fn coded(code: &[u8; 19], number: &Number, out: &mut Judgement) {
    let region = part(&code[..6]);
    if regions::known(&region) {
        out.proved = true;
        out.fact(Fact::Region(region));
    } else if regions::province_known([code[0], code[1]]) {
        out.fact(Fact::Province([code[0], code[1]]));
    } else {
        out.doubt(Flaw::Province, 0..2);
    }
    let year = 2000 + u16::from(code[11] - b'0') * 10 + u16::from(code[12] - b'0');
    if year <= number.today.year() {
        out.fact(Fact::Year(year));
    } else {
        out.hint(Flaw::Year, 11..13);
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
            verified; exposed                   220104199003072310
            doubtful check-char 17-18; exposed  22062219781112456X  220104199003072311
            verified                            2201040011013001234  2201840020120004567
            plausible                           2299990020120004567  220104001101300123
            verified; hint year 11-13           2201040011099001234
            doubtful province 0-2               9901040011013001234
            doubtful charset 4-5                2201O40011013001234
            doubtful charset 17-18              22010419900307231O
            doubtful length 0-20                22010400110130012345
            // An identity number with a digit twice, and with one too many.
            doubtful length 0-19; exposed       2201041990030723110  2220104199003072310
            doubtful length 0-19; exposed       2201041990703072310  2201041990030723100
            doubtful length 0-17                22010400110130012
            like                                220104199003072310  2201040011013001234
            unlike                              2201041990030723  吉A12345  JY12201040012340  ∅
            ",
        );
    }

    #[test]
    fn what_nineteen_digits_say() {
        let out = judge(&KIND, "2201040011013001234");
        assert_eq!(out.facts, [Fact::Region(*b"220104"), Fact::Year(2013)]);
    }
}
