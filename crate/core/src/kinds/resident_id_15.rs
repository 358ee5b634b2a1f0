//! Identity number of the first generation (15位居民身份证号码): 15 digits, given out to September 1999.
//!
//! | characters | meaning                                    | source        |
//! |------------|--------------------------------------------|---------------|
//! | 1–6        | region that gave the number (行政区划代码) | GB/T 2260     |
//! | 7–12       | date of birth, YYMMDD of the century 1900  | GB 11643—1989 |
//! | 13–15      | serial; odd for men, even for women        | GB 11643—1989 |
//!
//! No check character: the region is all that a table can prove. The table counts from 1, the code from 0.
//! The cards became void on 1 January 2013 (居民身份证法), so a number alone in a later notice is an old one.

use super::chars::{self, part};
use super::person;
use super::{Confidence, Kind, Number, Of};
use crate::judgement::{Flaw, Judgement};
use crate::tables::identity;
use crate::tables::regions;

/// The kind.
pub static KIND: Kind =
    Kind::new(Of::Person, "resident_id_15", ["15位身份证号码", "15-digit identity number"])
        .written("15位数字：行政区划6＋出生日期6（年月日，年份两位）＋顺序码3（末位单男双女），无校验码")
        .source(Confidence::Sure, "GB 11643—1989；GB/T 2260")
        .code_for("^[0-9]{15}$", looks_like, check)
        .one_length();

/// Are region and date of birth both possible? One number of fifteen random digits in about two thousand is.
pub fn fits(value: &str) -> bool {
    let Some(id) = chars::exactly::<15>(value) else { return false };
    let mut birth = *b"19000000";
    birth[2..].copy_from_slice(&id[6..12]);
    id.iter().all(u8::is_ascii_digit)
        && regions::known(&part(&id[..6]))
        && identity::birthday(&birth).is_some_and(identity::is_real)
}

fn looks_like(value: &str) -> bool {
    // One digit off and with a century: the rest of a number of eighteen.
    let cut = || value.len() != 15 && matches!(value.get(6..8), Some("19" | "20"));
    chars::mostly_digits(value, 14..17) && !value.ends_with(['X', 'x']) && !cut()
}

fn check(number: &Number) -> Judgement {
    let value = number.value;
    let mut out = Judgement::default();
    person::expose(value, 0, &mut out);
    let Some(id) = chars::exactly::<15>(value) else {
        out.wrong(Flaw::Length(&[15]), chars::whole(value));
        return out;
    };
    if chars::stray(&id, |_, c| c.is_ascii_digit(), Judgement::wrong, &mut out) {
        return out;
    }
    person::judge_15(&id, 0, number.today, &mut out);
    if number.today.year() >= person::OLD_FORM_VOID_SINCE {
        out.doubt(Flaw::OldForm, 0..15);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::{Fact, Sex};
    use crate::kinds::testing::{answers, judge, told};

    #[test]
    fn table() {
        const OLD: &str = "; doubtful old-form 0-15";
        for (id, want) in [
            ("220104900307231", ""),
            ("220104000228231", ""),
            ("229005680229123", ""),
            ("990104900307231", "wrong province 0-2"),
            ("220199900307231", "doubtful region 0-6"),
            ("220104901307231", "wrong birth-date 8-10"),
            ("220104900332231", "wrong birth-date 10-12"),
            ("220104850229231", "wrong birth-date 6-12"),
            ("220104900230231", "wrong birth-date 6-12"),
        ] {
            let want = format!("{want}{OLD}");
            assert_eq!(told(&judge(&KIND, id)), want.trim_start_matches("; "), "{id}");
            assert!(judge(&KIND, id).exposed.is_some(), "{id}");
        }
        KIND.judges(
            "
            wrong length 0-14    22010490030723
            wrong length 0-16    2201049003072310
            wrong charset 14-15  !22010490030723X  !22010490030723１
            wrong charset 4-5    2201O4900307231
            wrong length 0-0     ∅
            like                 220104620723124  22010462072312  2201046207231244  2201O4620723l24
            like                 220199620723124  220104621323124  220104200307231
            unlike               22010462072312X  22010419900307  2201042009030723  2201046207231
            unlike               22010462072312444  ∅
            ",
        );
    }

    #[test]
    fn while_cards_were_valid() {
        KIND.judges(
            "
            verified; @2012-06-01                    220104900307231
            doubtful; @2013-06-01                    220104900307231
            // born after the day of publication
            wrong birth-range 6-12; @1999-03-06      220104990307231
            ",
        );
    }

    #[test]
    fn facts() {
        let birth = Fact::Birth { year: 1962, month: Some(7), day: Some(23) };
        let want = [Fact::Region(*b"220104"), birth, Fact::Sex(Sex::Female)];
        assert_eq!(judge(&KIND, "220104620723124").facts, want);
    }

    #[test]
    fn looks_and_fits() {
        answers(
            fits,
            "
            yes  220104620723124  220104200307231
            no   22010462072312  2201046207231244  2201O4620723l24  220199620723124  220104621323124
            no   22010462072312X  22010419900307  2201042009030723  2201046207231  22010462072312444  ∅
            ",
        );
    }
}
