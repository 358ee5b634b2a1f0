//! Residence permit for Hong Kong, Macao and Taiwan residents (港澳台居民居住证): 18 characters, built as an identity number.
//!
//! | characters | meaning                                                  | source        |
//! |------------|----------------------------------------------------------|---------------|
//! | 1–6        | 810000 Hong Kong, 820000 Macao, 830000 Taiwan            | 港澳台居民居住证申领发放办法, 2018 |
//! | 7–14       | date of birth, YYYYMMDD                                  | GB 11643—1999 |
//! | 15–17      | serial; odd for men, even for women                      | GB 11643—1999 |
//! | 18         | check character over 1–17, MOD 11-2, ten is X            | GB 11643—1999 |
//!
//! 710000, Taiwan's code in GB/T 2260, is in some tables and let pass. Codes below these (8101xx …) are nobody's.
//! The table counts from 1, the code from 0.

use super::chars::{self, part};
use super::person;
use super::{Confidence, Kind, Number, Of, masked_id};
use crate::judgement::{Flaw, Judgement};
use crate::tables::regions;

/// The kind.
pub static KIND: Kind = Kind::new(
    Of::Person,
    "residence_permit",
    ["港澳台居民居住证号码", "residence permit number (Hong Kong, Macao, Taiwan)"],
)
.written("18位：810000（香港）、820000（澳门）或830000（台湾）＋出生日期8＋顺序码3＋校验码1")
.source(Confidence::Sure, "港澳台居民居住证申领发放办法（2018）；GB 11643—1999")
.code_for("^[0-9]{17}[0-9Xx]$", looks_like, check)
.one_length();

/// Is it a permit's number, check character and date of birth included?
pub fn fits(value: &str) -> bool {
    let region = value.as_bytes().first_chunk::<6>();
    region.is_some_and(issues)
        && super::resident_id::check_char_agrees(value)
        && super::resident_id::birth_is_real(value)
}

fn issues(region: &[u8; 6]) -> bool {
    regions::permit(region) || region == b"710000"
}

fn looks_like(value: &str) -> bool {
    (chars::mostly_digits(value, 16..21) || person::is_masked(value))
        && ["81", "82", "83", "71"].iter().any(|p| value.starts_with(p))
}

fn check(number: &Number) -> Judgement {
    let mut out = Judgement::default();
    person::expose(number.value, 0, &mut out);
    let region: [u8; 6];
    let before;
    if person::is_masked(number.value) {
        before = 0;
        region = part(&number.value.as_bytes()[..6]);
        masked_id::judge_inside(number.value, 0, number, &mut out);
    } else {
        let Some(id) = person::read_18(number.value, &mut out) else { return out };
        before = out.problems.len();
        region = part(&id[..6]);
        person::judge_18(&id, 0, number.today, &mut out);
    }
    let told = out.problems[before..].iter().any(|p| matches!(p.flaw, Flaw::Region | Flaw::Province));
    if !told && !region.contains(&b'*') && !issues(&region) {
        out.doubt(Flaw::Region, 0..6);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::{Fact, Sex};
    use crate::kinds::testing::{all_proved, answers, judge};

    /// The first and the third are the specimens that the authorities printed; the others are made up.
    const GOOD: [&str; 5] = [
        "810000199408230021",
        "820000198702280035",
        "830000199201300022",
        "71000019870228003X",
        "81000020000229002X",
    ];

    #[test]
    fn good_numbers() {
        for (id, out) in all_proved(&KIND, &GOOD) {
            assert!(out.exposed.is_some() && fits(id), "{id}");
        }
        let birth = Fact::Birth { year: 1992, month: Some(1), day: Some(30) };
        let want = [Fact::Region(*b"830000"), birth, Fact::Sex(Sex::Female)];
        assert_eq!(judge(&KIND, "830000199201300022").facts, want);
    }

    #[test]
    fn table() {
        KIND.judges(
            "
            wrong length 0-17                           81000019940823002
            wrong length 0-19                           8100001994082300211
            wrong charset 5-6                           81000O199408230021
            wrong check-char 17-18                      810000199408230022
            wrong birth-date 6-14                       820000198702290030
            // codes below the three, a division's, and no province's
            doubtful region 0-6                         810001199408230028  810101199408230023
            doubtful region 0-6                         !220104199408230022
            wrong province 0-2; wrong check-char 17-18  !840000199408230022
            hint lower-case 17-18                       81000020000229002x
            like                                        8100001994082300  81000019940823002
            like                                        8100001994082300211  81OO00199408230021
            like                                        820000198702290030  810000********0021
            unlike                                      8I0000199408230021  81OOO0199408230021
            unlike                                      220104199003072310  ∅
            ",
        );
    }

    #[test]
    fn looks() {
        answers(
            fits,
            "
            no  8100001994082300  81000019940823002  8100001994082300211  8I0000199408230021
            no  81OOO0199408230021  81OO00199408230021  220104199003072310  820000198702290030
            no  810000********0021  ∅
            ",
        );
    }
}
