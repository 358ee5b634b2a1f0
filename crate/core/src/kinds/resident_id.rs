//! Citizen's identity number (公民身份号码): 17 digits and a check character.
//!
//! | characters | meaning                                           | source        |
//! |------------|---------------------------------------------------|---------------|
//! | 1–6        | region that gave the number (行政区划代码)        | GB/T 2260     |
//! | 7–14       | date of birth, YYYYMMDD                           | GB 11643—1999 |
//! | 15–17      | serial; odd for men, even for women               | GB 11643—1999 |
//! | 18         | check character over 1–17, MOD 11-2, ten is X     | GB 11643—1999 |
//!
//! The table counts from 1, the code from 0. A number keeps its region for life, and many were given years
//! after the birth: the region is looked up in all lists since 1984, never in those of the birth year. Farms
//! and mining districts had codes that no list has, so an unknown region is a doubt, no more.

use super::person;
use super::{Confidence, Kind, Number, Of};
use crate::judgement::Judgement;

pub(crate) use crate::tables::identity::{agrees, birth_is_real, check_char_agrees};

/// The kind.
pub static KIND: Kind = Kind::new(Of::Person, "resident_id", ["公民身份号码", "identity number"])
    .written("18位：行政区划6＋出生日期8（年月日）＋顺序码3（末位单男双女）＋校验码1（0—9或X）")
    .source(Confidence::Sure, "GB 11643—1999；GB/T 2260")
    .code_for("^[0-9]{17}[0-9Xx]$", looks_like, check)
    .one_length();

fn looks_like(value: &str) -> bool {
    // 810000, 820000 and 830000 stand on residence permits only.
    let permit = value.as_bytes().first_chunk().is_some_and(crate::tables::regions::permit);
    super::chars::mostly_digits(value, 16..21) && !permit
}

fn check(number: &Number) -> Judgement {
    let mut out = Judgement::default();
    person::expose(number.value, 0, &mut out);
    if let Some(id) = person::read_18(number.value, &mut out) {
        person::judge_18(&id, 0, number.today, &mut out);
        person::compare_sex(number, 16, &mut out);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::{Fact, Sex, Verdict};
    use crate::kinds::testing::{all_proved, gives, judge, today};
    use crate::tables::regions;

    /// Made up; the check characters were computed elsewhere.
    const GOOD: [&str; 8] = [
        "220104199003072310",
        "220622197811124562",
        "220381198502280041",
        "229005196802291232",
        "11010119000101009X",
        "659001200002290024",
        "441900202611230014",
        "220625198712310056",
    ];

    #[test]
    fn good_numbers() {
        for (id, out) in all_proved(&KIND, &GOOD) {
            assert!(out.exposed.is_some() && agrees(id, today()), "{id}");
        }
    }

    #[test]
    fn facts() {
        let birth = |year, month, day| Fact::Birth { year, month: Some(month), day: Some(day) };
        for (id, want) in [
            ("220104199003072310", [Fact::Region(*b"220104"), birth(1990, 3, 7), Fact::Sex(Sex::Male)]),
            ("220622197811124562", [Fact::Region(*b"220622"), birth(1978, 11, 12), Fact::Sex(Sex::Female)]),
            // in no list, and in no list of divisions but on permits
            ("220199199003072317", [Fact::Province(*b"22"), birth(1990, 3, 7), Fact::Sex(Sex::Male)]),
            ("830000199201300022", [Fact::Region(*b"830000"), birth(1992, 1, 30), Fact::Sex(Sex::Female)]),
        ] {
            assert_eq!(judge(&KIND, id).facts, want, "{id}");
        }
    }

    #[test]
    fn table() {
        assert!(!regions::known(b"220199"), "never a division");
        KIND.judges(
            "
            // length
            wrong length 0-0                        ∅
            wrong length 0-17                       22010419900307231
            wrong length 0-19                       2201041990030723100
            wrong length 0-16                       2201041990030723
            // characters
            wrong charset 17-18                     22010419900307231O  !22010419900307231０
            wrong charset 4-5; wrong charset 10-11  2201O41990O3072310
            wrong charset 14-15                     22010419900307X310
            wrong charset 6-14                      !220104********2310
            // check character
            wrong check-char 17-18                  220104199003072311  22010419900307231X
            wrong check-char 17-18                  220104199003072130
            // the rest broken, the check character right
            wrong province 0-2                      990104199003072319
            doubtful region 0-6                     220199199003072317
            wrong birth-date 6-14                   220381198502290047  220104199002302313
            wrong birth-date 6-14                   220104199004312312
            wrong birth-date 10-12                  220104199013072314
            wrong birth-date 12-14                  220104199003322316
            wrong birth-range 6-14                  220104202611242314
            wrong birth-range 6-10                  220104202703072316  220104189903072317
            // several together
            wrong province 0-2; wrong birth-date 10-12; wrong check-char 17-18  990104199013072310
            // small letter
            hint lower-case 17-18                   11010119000101009x
            like                                    2201041990030723  22010419900307231
            like                                    2201041990030723100  2201O4l99003072310
            like                                    22010419900307231x
            unlike                                  2201O4l990030723I0  220104199003072
            unlike                                  220104********2310  91220104MA0Y1A2B3Q  ∅
            ",
        );
        assert_eq!(judge(&KIND, "11010119000101009x").verdict(), Verdict::Verified);
        assert_eq!(judge(&KIND, "220199199003072317").verdict(), Verdict::Doubtful);
    }

    #[test]
    fn sex_beside_the_number() {
        KIND.judges(
            "
            ∅                     张某,男,身份证号:⟦220104199003072310⟧
            ∅                     张女士,身份证号:⟦220104199003072310⟧
            doubtful words 16-17  张某,女,身份证号:⟦220104199003072310⟧
            ",
        );
    }

    #[test]
    fn what_weighs_readings() {
        gives(
            |id| {
                assert_eq!(agrees(id, today()), check_char_agrees(id) && birth_is_real(id), "{id}");
                format!("{} {}", check_char_agrees(id), birth_is_real(id))
            },
            "
            true true    220104199003072310  11010119000101009x
            false true   220104199003072311
            true false   220381198502290047  220104189903072317
            false false  22010419900307231  ∅  身身身身身身
            ",
        );
        // A birth to come is real, but not yet.
        assert!(birth_is_real("220104202611242314"));
        assert!(!agrees("220104202611242314", today()));
    }

    /// All eleven, by the printed weights; nothing of the code above is used.
    #[test]
    fn every_check_character() {
        const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        let mut seen = std::collections::BTreeSet::new();
        for serial in 0..100 {
            let body = format!("22010419900307{serial:03}");
            let sum: u32 = body.chars().zip(WEIGHTS).map(|(c, w)| c.to_digit(10).expect("a digit") * w).sum();
            let check = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'][(sum % 11) as usize];
            seen.insert(check);
            let id = format!("{body}{check}");
            assert_eq!(judge(&KIND, &id).verdict(), Verdict::Verified, "{id}");
        }
        assert_eq!(seen.into_iter().collect::<String>(), "0123456789X");
    }
}
