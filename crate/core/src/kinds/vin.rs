//! Vehicle identification number (车辆识别代号, 车架号, VIN): 17 digits and capitals without I, O and Q.
//!
//! | characters | meaning                                                        | source        |
//! |------------|----------------------------------------------------------------|---------------|
//! | 1–3        | maker; L and H are China, 1 to 5 North America                 | ISO 3780      |
//! | 4–8        | the vehicle, as the maker likes                                | GB 16735—2019 |
//! | 9          | check character over all others, mod 11                        | GB 16735—2019, 49 CFR 565 |
//! | 10         | model year, in turns of thirty: A 1980 and 2010 … 9 2009 and 2039 | GB 16735—2019 |
//! | 11–17      | plant and serial; the last four are digits                     | GB 16735—2019 |
//!
//! The check character and the year are law in China and North America alone; makers elsewhere use both places
//! as they like. Motorcycles, trailers and cars of before 1997 have frame numbers of any form under the same
//! label. So a check character that does not agree is a doubt for Chinese and American vehicles, a remark for
//! others.
//!
//! The arithmetic cannot see one letter taken for another sign of its own value (F for W or 6, S for B, K or 2).

use super::chars::{self, stray, whole};
use super::{Confidence, Kind, Number, Of};
use crate::judgement::{Fact, Flaw, Judgement};
use crate::tables::checksum;

/// The kind.
pub static KIND: Kind = Kind::new(Of::Vehicle, "vin", ["车辆识别代号", "vehicle identification number"])
    .written(
        "17位数字和大写字母，无I、O、Q：制造厂3＋车辆特征5＋校验码1＋年份1＋装配厂1＋顺序号6；旧车架号不限",
    )
    .source(Confidence::Sure, "GB 16735—2019；ISO 3779")
    .code_for("^[0-9A-HJ-NPR-Za-hj-npr-z]{17}$", looks_like, check)
    .one_length();

/// The letters and digits of thirty years, from 1980 and from 2010.
const YEARS: &[u8; 30] = b"ABCDEFGHJKLMNPRSTVWXY123456789";

/// Where the check character and the year stand.
const CHECK: usize = 8;
const YEAR: usize = 9;

/// Is it such a number without doubt? For numbers without a label.
pub fn fits(value: &str) -> bool {
    let Ok(code) = <&[u8; 17]>::try_from(value.as_bytes()) else { return false };
    let letters = code.iter().filter(|c| c.is_ascii_uppercase()).count();
    let shaped = match code[0] {
        b'L' => letters >= 3,
        b'0' => false,
        _ => letters >= 5,
    };
    shaped
        && code.iter().enumerate().all(|(i, &c)| may_stand(i, c))
        && code[13..].iter().all(u8::is_ascii_digit)
        && YEARS.contains(&code[YEAR])
        && agrees(code)
}

fn agrees(code: &[u8; 17]) -> bool {
    checksum::vin(code) == Some(code[CHECK])
}

fn may_stand(_: usize, c: u8) -> bool {
    c.is_ascii_digit() || c.is_ascii_uppercase() && !matches!(c, b'I' | b'O' | b'Q')
}

/// Frame numbers of other widths are left to [`super::other_certificate`]: too much else has four digits.
fn looks_like(value: &str) -> bool {
    let counted = value.bytes().filter(|b| b.is_ascii_digit() || *b == b'*').count();
    let widths = if value.contains('*') { 12..=19 } else { 16..=18 };
    widths.contains(&value.len())
        && counted >= 4
        && value.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'*' | b'-'))
}

/// Do the words leave no doubt that it is a number of seventeen, and not a frame number of old?
fn is_named(number: &Number) -> bool {
    number.label.contains("识别") || number.label.to_ascii_uppercase().contains("VIN")
}

fn check(number: &Number) -> Judgement {
    let mut out = Judgement::default();
    let value = number.value.to_ascii_uppercase();
    chars::lower_case(number.value, &mut out);
    if value.contains('*') {
        return out;
    }
    let Some(code) = chars::exactly::<17>(&value).filter(|code| !code.contains(&b'-')) else {
        other_length(number, &value, &mut out);
        return out;
    };
    let chinese = matches!(code[0], b'L' | b'H');
    let enter = if chinese || is_named(number) { Judgement::wrong } else { Judgement::doubt };
    if stray(&code, may_stand, enter, &mut out) {
        return out;
    }
    let american = matches!(code[0], b'1'..=b'5');
    out.proved = agrees(&code);
    if out.proved {
        out.fact(Fact::CheckAgrees);
    } else if american || chinese && !is_exempt(number) {
        out.doubt(Flaw::CheckChar, CHECK..CHECK + 1);
    } else {
        out.hint(Flaw::CheckChar, CHECK..CHECK + 1);
    }
    if chinese || american {
        match year(code[YEAR], number.today.year()) {
            Some(year) => out.fact(Fact::Year(year)),
            None if out.proved => out.hint(Flaw::Year, YEAR..YEAR + 1),
            None => out.doubt(Flaw::Year, YEAR..YEAR + 1),
        }
    }
    out
}

/// A frame number, or one that lost or doubled a character.
fn other_length(number: &Number, value: &str, out: &mut Judgement) {
    let slipped = matches!(value.len(), 16 | 18)
        && value.bytes().enumerate().all(|(i, c)| may_stand(i, c))
        && value.bytes().any(|c| c.is_ascii_uppercase());
    let enter = match (slipped, is_named(number)) {
        (true, true) => Judgement::wrong,
        (true, false) | (false, true) => Judgement::doubt,
        (false, false) => Judgement::hint,
    };
    enter(out, Flaw::Length(&[17]), whole(value));
}

/// Is it said to be a vehicle whose maker may have left the check character out?
fn is_exempt(number: &Number) -> bool {
    ["摩托", "挂车", "拖拉机", "轮椅"].iter().any(|word| number.says(word))
}

/// The last year that the sign can stand for: models come out in the year before.
fn year(sign: u8, today: u16) -> Option<u16> {
    let place = YEARS.iter().position(|&y| y == sign)? as u16;
    let turns = (today + 1).checked_sub(1980 + place)? / 30;
    Some(1980 + place + 30 * turns)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::{Severity, Verdict};
    use crate::kinds::testing::{SIGNS, answers, chars, every_slip, judge, replaced};

    /// Made up; the check characters were computed elsewhere.
    const GOOD: [&str; 5] = [
        "LFV2A21K4E3012345",
        "LSVNV2189E2123456",
        "LZZ1ABCD3MN123456",
        "LJNTGU5PX9R000015",
        "HJ4AB1CD0SN000123",
    ];

    /// The standard's table of values, by columns.
    fn value(sign: char) -> Option<usize> {
        const ALIKE: [&str; 10] = ["0", "1AJ", "2BKS", "3CLT", "4DMU", "5ENV", "6FW", "7GPX", "8HY", "9RZ"];
        ALIKE.iter().position(|group| group.contains(sign))
    }

    #[test]
    fn good_numbers() {
        for ((code, out), year) in KIND.proves(&GOOD).into_iter().zip([2014, 2014, 2021, 2009, 2025]) {
            assert_eq!(out.facts, [Fact::CheckAgrees, Fact::Year(year)], "{code}");
            assert!(fits(code) == (code.starts_with('L') || code.starts_with("HJ")), "{code}");
        }
        // The specimen of the American rule.
        let out = judge(&KIND, "1M8GDM9AXKP042788");
        assert_eq!(out.facts, [Fact::CheckAgrees, Fact::Year(2019)]);
    }

    #[test]
    fn table() {
        for (value, out) in KIND.judges(
            "
            doubtful check-char 8-9                      LFV2A21K5E3012345  LFV2A21KLE3012345
            doubtful check-char 8-9                      1M8GDM9A1KP042788
            wrong charset 11-12                          LFV2A21K4E3O12345
            wrong charset 6-7                            LFV2A2IK4E3012345
            doubtful charset 12-13                       WVWZZZ1JZXW0O0001
            doubtful check-char 8-9; doubtful year 9-10  LFV2A21K4U3012345
            hint check-char 8-9                          WVWZZZ1JZXW000001
            doubtful length 0-16                         LFV2A21K4E301234
            doubtful length 0-18                         LFV2A21K4E30123455
            hint length 0-16                             1234567890123456
            hint length 0-17                             JZS155-0012345678
            ∅                                            LFV2A21K4E3******
            hint lower-case 0-10                         lfv2a21k4e3012345
            like                                         LFV2A21K4E3012345  LFV2A21K4E301234
            like                                         JZS155-0012345678  12345678901234567
            like                                         LFV*****4E3012345
            unlike                                       GX81-6012345  DD2024040912345  13904310000
            unlike                                       2024-04-11  吉A12345  LFVAB  ∅
            ",
        ) {
            let doubt = out.problems.iter().any(|p| p.severity > Severity::Hint);
            assert_eq!(fits(&value.to_uppercase()), !doubt && value.starts_with("lfv"), "{value}");
        }
    }

    #[test]
    fn words_beside_it() {
        KIND.judges(
            "
            wrong length 0-16                        {车辆识别代号}LFV2A21K4E301234
            wrong length 0-18                        {VIN码}LFV2A21K4E30123455
            doubtful length 0-16                     {车辆识别代号}1234567890123456
            wrong charset 12-13                      {车辆识别代号}WVWZZZ1JZXW0O0001
            hint check-char 8-9                      {车架号}摩托车一辆,⟦LFV2A21K5E3012345⟧
            hint check-char 8-9; doubtful year 9-10  {车架号}半挂车,⟦LFV2A21K4U3012345⟧
            doubtful check-char 8-9                  {车架号}轿车一辆,⟦LFV2A21K5E3012345⟧
            ",
        );
    }

    #[test]
    fn model_years() {
        for (sign, today, want) in [
            (b'A', 2026, Some(2010)),
            (b'T', 2026, Some(2026)),
            (b'V', 2026, Some(2027)),
            (b'W', 2026, Some(1998)),
            (b'Y', 2026, Some(2000)),
            (b'1', 2026, Some(2001)),
            (b'9', 2026, Some(2009)),
            (b'1', 2031, Some(2031)),
            (b'A', 1978, None),
            (b'U', 2026, None),
            (b'Z', 2026, None),
            (b'0', 2026, None),
        ] {
            assert_eq!(year(sign, today), want, "{} {today}", sign as char);
        }
    }

    /// Every wrong sign is told, but for signs that have one value: those the check cannot see.
    #[test]
    fn every_wrong_sign() {
        // The first character tells whether the check is law.
        let slips = GOOD.iter().flat_map(|code| replaced(code, 1..17, SIGNS));
        let unseen = every_slip(&KIND, slips, Verdict::Doubtful.., |slip| {
            // A sign of the same value is not seen, except where it is the check character itself.
            slip.at != CHECK && !"IOQ".contains(slip.other) && value(slip.own) == value(slip.other)
        });
        assert!(unseen > 0);
    }

    /// Swapped neighbours are told as well: neighbouring weights differ by less than eleven.
    #[test]
    fn every_swap() {
        for code in GOOD {
            let signs = chars(code);
            // Not with the maker's first sign, nor with the check character, which weighs nothing.
            for at in (1..16).filter(|at| !(CHECK - 1..=CHECK).contains(at)) {
                let mut slip = signs.clone();
                slip.swap(at, at + 1);
                let same = value(signs[at]) == value(signs[at + 1]);
                let out = judge(&KIND, &slip.iter().collect::<String>());
                assert_eq!(out.verdict() >= Verdict::Doubtful, !same, "{slip:?}");
            }
        }
    }

    #[test]
    fn whole_ones_alone() {
        answers(
            fits,
            "
            no   12345678901234567  11111111111111111  LFV2A21K4E301234  LFV2A21K5E3012345
            no   622202420012345671  ∅
            yes  LFV2A21K4E3012345  1M8GDM9AXKP042788
            ",
        );
    }
}
