//! Foreigner's permanent residence card (外国人永久居留身份证): 18 characters since December 2023, 15 before.
//!
//! | of 18 | meaning                                     | source                |
//! |-------|---------------------------------------------|-----------------------|
//! | 1     | 9                                           | 国家移民管理局, 2023  |
//! | 2–3   | province                                    | GB/T 2260             |
//! | 4–6   | nationality, digits                         | ISO 3166-1 numeric    |
//! | 7–14  | date of birth, YYYYMMDD                     | GB 11643—1999         |
//! | 15–17 | serial; odd for men, even for women         | GB 11643—1999         |
//! | 18    | check character over 1–17, MOD 11-2         | GB 11643—1999         |
//!
//! | of 15 | meaning                                     | source                |
//! |-------|---------------------------------------------|-----------------------|
//! | 1–3   | nationality, letters                        | ISO 3166-1 alpha-3    |
//! | 4–7   | province and prefecture that received the application | GB/T 2260   |
//! | 8–13  | date of birth, YYMMDD                       | seen                  |
//! | 14    | sex or serial: the sources differ           | –                     |
//! | 15    | check digit over 1–14, weights 7 3 1        | ICAO 9303             |
//!
//! The older form's layout rests on secondary sources that differ, so nothing of it is wrong beyond doubt but its
//! characters and its length. The tables count from 1, the code from 0.

use super::chars::{self, part};
use super::person::{self, Pattern};
use super::{Confidence, Kind, Number, Of};
use crate::judgement::{Fact, Flaw, Judgement};
use crate::tables::date::Date;
use crate::tables::{checksum, regions};

/// The kind.
pub static KIND: Kind = Kind::new(Of::Person, "foreigner_card", ["外国人永久居留身份证号码", "foreigner's permanent residence card number"])
    .written("18位：9＋省级代码2＋国籍数字代码3＋出生日期8＋顺序码3＋校验码1；2023年以前15位：国籍字母3＋受理地区4＋出生日期6＋1＋校验码1")
    .source(Confidence::Likely, "外国人永久居留身份证（2023版、2017版）；GB 11643—1999；ICAO 9303")
    .code_for("^(?:9[0-9]{16}[0-9Xx]|[A-Za-z]{3}[0-9]{12})$", looks_like, check)
    .one_length();

/// Is it a card's number, check character and date of birth included?
pub fn fits(value: &str) -> bool {
    let mut out = Judgement::default();
    let today = Date::new(2099, 12, 31).expect("a day of the calendar");
    judge(value, today, &mut out);
    out.proved && out.problems.is_empty()
}

fn looks_like(value: &str) -> bool {
    let letters = value.bytes().take_while(u8::is_ascii_alphabetic).count();
    match letters {
        0 => value.starts_with('9') && (chars::mostly_digits(value, 16..21) || person::is_masked(value)),
        2..=4 => {
            let body = &value[letters..];
            let masked = || person::is_mask(body) && body.bytes().all(|b| b.is_ascii_digit() || b == b'*');
            (14..17).contains(&value.len()) && (chars::mostly_digits(body, 10..14) || masked())
        }
        _ => false,
    }
}

fn check(number: &Number) -> Judgement {
    let mut out = Judgement::default();
    person::expose(number.value, 0, &mut out);
    if person::is_mask(number.value) {
        judge_masked(number.value, number.today, &mut out);
    } else {
        judge(number.value, number.today, &mut out);
    }
    out
}

/// Judges what shows of a card of which a part is masked.
fn judge_masked(value: &str, today: Date, out: &mut Judgement) {
    let kept = value.bytes().filter(|&b| b != b'*').count();
    let masked = value.len() - kept;
    out.fact(Fact::Mask { kept: kept.min(99) as u8, masked: masked.min(99) as u8 });
    let lettered = value.starts_with(|c: char| c.is_ascii_alphabetic());
    let (len, first) = if lettered { (15, 3) } else { (18, 1) };
    if value.len() != len || !value.is_ascii() {
        out.doubt(Flaw::MaskLength(&[15, 18]), chars::whole(value));
        return;
    }
    let code = value.as_bytes();
    let province = [code[first], code[first + 1]];
    if regions::province_known(province) {
        out.fact(Fact::Province(province));
    } else if !province.contains(&b'*') {
        out.doubt(Flaw::Province, first..first + 2);
    }
    if !lettered {
        person::birth(&Pattern::full(&part(&code[6..14]), 6), today, Judgement::wrong, out);
        if code[16].is_ascii_digit() {
            person::sex(code[16], out);
        }
    }
}

fn judge(value: &str, today: Date, out: &mut Judgement) {
    if value.starts_with(|c: char| c.is_ascii_alphabetic()) {
        judge_letters(value, today, out);
    } else if let Some(id) = person::read_18(value, out) {
        judge_digits(&id, today, out);
    }
}

fn judge_digits(id: &[u8; 18], today: Date, out: &mut Judgement) {
    let province = [id[1], id[2]];
    if id[0] != b'9' {
        out.wrong(Flaw::Charset, 0..1);
    }
    if regions::province_known(province) {
        out.fact(Fact::Province(province));
    } else {
        out.doubt(Flaw::Province, 1..3);
    }
    out.fact(Fact::Nationality(part(&id[3..6])));
    person::birth(&Pattern::full(&part(&id[6..14]), 6), today, Judgement::wrong, out);
    person::sex(id[16], out);
    if checksum::mod_11_2(&id[..17]) == Some(id[17]) {
        out.proved = true;
    } else {
        out.wrong(Flaw::CheckChar, 17..18);
    }
}

fn judge_letters(value: &str, today: Date, out: &mut Judgement) {
    let Some(mut id) = chars::exactly::<15>(value) else {
        out.wrong(Flaw::Length(&[15]), chars::whole(value));
        return;
    };
    id.make_ascii_uppercase();
    let may_stand = |i, c: u8| if i < 3 { c.is_ascii_uppercase() } else { c.is_ascii_digit() };
    if chars::stray(&id, may_stand, Judgement::wrong, out) {
        return;
    }
    chars::lower_case(value, out);
    out.fact(Fact::Nationality(part(&id[..3])));
    let province = [id[3], id[4]];
    if regions::province_known(province) {
        out.fact(Fact::Province(province));
        if !std::str::from_utf8(&id[3..7]).is_ok_and(regions::prefix_known) {
            out.doubt(Flaw::Region, 3..7);
        }
    } else {
        out.doubt(Flaw::Province, 3..5);
    }
    match birthday(&part(&id[7..13]), today) {
        Some(date) => {
            let (month, day) = (Some(date.month()), Some(date.day()));
            out.fact(Fact::Birth { year: date.year(), month, day });
        }
        None => out.doubt(Flaw::BirthDate, 7..13),
    }
    if checksum::mrz(&id[..14]) == Some(id[14]) {
        out.proved = true;
    } else {
        out.doubt(Flaw::CheckChar, 14..15);
    }
}

/// The day that YYMMDD means: the last one up to the day of publication.
fn birthday(digits: &[u8; 6], today: Date) -> Option<Date> {
    let pair = |i: usize| (digits[i] - b'0') * 10 + (digits[i + 1] - b'0');
    let in_century = |century: u16| Date::new(century + u16::from(pair(0)), pair(2), pair(4));
    [2000, 1900].into_iter().filter_map(in_century).find(|&date| date <= today)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::{Sex, Verdict};
    use crate::kinds::testing::{DIGITS, every_slip, judge, replaced, slips, today};
    use crate::testing::finds;

    /// Made up; the check characters were computed elsewhere.
    const GOOD: [&str; 6] = [
        "911398199012310021",
        "922276199003072315",
        "92227619900307007X",
        "KAZ110090123105",
        "CAN310052022909",
        "DEU220190030718",
    ];

    #[test]
    fn good_numbers() {
        for (id, _) in KIND.proves(&GOOD) {
            assert!(fits(id), "{id}");
        }
    }

    #[test]
    fn facts() {
        let birth = |year, month, day| Fact::Birth { year, month: Some(month), day: Some(day) };
        let nation = |code: &[u8; 3]| Fact::Nationality(*code);
        for (id, want) in [
            (
                "911398199012310021",
                vec![Fact::Province(*b"11"), nation(b"398"), birth(1990, 12, 31), Fact::Sex(Sex::Female)],
            ),
            ("KAZ110090123105", vec![nation(b"KAZ"), Fact::Province(*b"11"), birth(1990, 12, 31)]),
            // the century is the last one that can be
            ("CAN310052022909", vec![nation(b"CAN"), Fact::Province(*b"31"), birth(1952, 2, 29)]),
        ] {
            assert_eq!(judge(&KIND, id).facts, want, "{id}");
        }
    }

    #[test]
    fn table() {
        KIND.judges(
            "
            // 18
            wrong length 0-17          91139819901231002
            wrong length 0-19          9113981990123100211
            wrong charset 13-14        9113981990123I0021
            wrong check-char 17-18     911398199012310022
            doubtful province 1-3      999276199003072314
            wrong charset 0-1          !822276199003072311
            wrong birth-date 6-14      922276199002302318
            wrong birth-range 6-10     922276202703072310
            hint lower-case 17-18      92227619900307007x
            // 15
            wrong length 0-14          KAZ11009012310
            wrong length 0-16          KAZ1100901231055
            wrong charset 2-3          KA1110090123105
            wrong charset 5-6          KAZ11O090123105
            wrong charset 12-13        !KAZ110090123１05
            doubtful check-char 14-15  KAZ110090123106
            doubtful birth-date 7-13   FRA220190023009
            doubtful province 3-5      USA990190030706
            doubtful region 3-7        USA229990030701
            hint lower-case 0-3        kaz110090123105
            wrong length 0-0           ∅
            like                       91139819901231002  9113981990123100211  9113981990123I0021
            like                       KAZ11009012310  KAZ1100901231055  KAZ11O090123105
            like                       kaz110090123105  KAZ11009****3105  911398********0021
            like                       KAZ110*****3105
            unlike                     KAZ1100901231  220104199003072310  MA17ABCD2  ∅
            ",
        );
    }

    #[test]
    fn centuries() {
        finds(
            |digits| birthday(&part(digits.as_bytes()), today()),
            "
            2026-11-23  261123
            1926-11-24  261124
            2000-02-29  000229
            none        990229  901301
            ",
        );
    }

    /// Of the newer form every slip is found; of the older all wrong digits of which 7 3 1 can tell.
    #[test]
    fn every_slip_is_wrong() {
        for id in &GOOD[..3] {
            for slip in slips(id) {
                assert_eq!(judge(&KIND, &slip).verdict(), Verdict::Wrong, "{id} {slip}");
            }
        }
        let older = GOOD[3..].iter().flat_map(|id| replaced(id, 0..15, DIGITS));
        every_slip(&KIND, older, Verdict::Doubtful.., |_| false);
    }
}
