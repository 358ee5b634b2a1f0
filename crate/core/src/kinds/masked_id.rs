//! Identity number with a part masked (部分遮盖的身份证号码): what is kept is judged as far as it shows.
//!
//! | characters of 18 (of 15) | meaning                              | judged when                              |
//! |--------------------------|--------------------------------------|------------------------------------------|
//! | 1–6 (1–6)                | region (行政区划代码)                | all show; of fewer the province, the prefecture |
//! | 7–14 (7–12)              | date of birth, YYYYMMDD (YYMMDD)     | any shows: is there such a day, up to publication? |
//! | 17 (15)                  | odd for men, even for women          | it shows                                 |
//! | 18 (–)                   | check character, X only here         | nothing to compute                       |
//!
//! Forms seen in print: the first ten kept (most); six and the last four; six; fourteen; the last four. Every
//! mask sign is `*` here. Kept and masked characters together are eighteen, or fifteen for the old form; just
//! four signs for whatever was masked are common in typed text and only a remark, a doubt among others that are whole
//! (`notice::masks`); but nothing is verified then. The table counts from 1, the
//! code from 0.

use super::chars::{self, part};
use super::person::{self, Pattern};
use super::{Confidence, Kind, Number, Of};
use crate::judgement::{Fact, Flaw, Judgement, Verdict};
use crate::tables::regions;

/// The kind.
pub static KIND: Kind = Kind::new(
    Of::Person,
    "masked_id",
    ["身份证号码（部分遮盖）", "masked identity number"],
)
.written("身份证号码遮去一部分：保留与遮盖合计18位（旧号15位），按露出的部分核对行政区划、出生年月日、性别")
.source(Confidence::Sure, "GB 11643—1999；GB/T 2260；GB 11643—1989")
.code(looks_like, check)
.one_length();

/// No masked number in print is longer, slips included.
const LONGEST: usize = 22;

/// Nothing but a masked identity number looks like this, even without a label: whole, and a region in front.
pub fn strong_shape(value: &str) -> bool {
    let bytes = value.as_bytes();
    let Some(region) = bytes.first_chunk::<6>() else { return false };
    // Bank cards start with 62 as Gansu does.
    let placed = match &region[..2] {
        b"62" => regions::known(region),
        b"83" => regions::permit(region),
        _ => regions::province_known([region[0], region[1]]),
    };
    placed
        && region.iter().all(u8::is_ascii_digit)
        && bytes.contains(&b'*')
        && (0..bytes.len()).all(|i| may_stand(bytes, i))
        && (bytes.len() == 18 || bytes.len() == 15 && !bytes[14].eq_ignore_ascii_case(&b'X'))
}

fn looks_like(value: &str) -> bool {
    let bytes = value.as_bytes();
    let stands = |i: usize| may_stand(bytes, i) || b"OoIlZSB".contains(&bytes[i]);
    (8..=LONGEST).contains(&bytes.len())
        && bytes[0] != b'0'
        && bytes.contains(&b'*')
        && bytes.iter().any(u8::is_ascii_digit)
        && (0..bytes.len()).all(stands)
        && (0..bytes.len()).filter(|&i| !may_stand(bytes, i)).count() <= 2
        && !is_telephone(bytes)
        && !is_card(bytes)
}

/// `139****0026`.
fn is_telephone(bytes: &[u8]) -> bool {
    bytes.len() == 11 && bytes[0] == b'1' && bytes[..5].contains(&b'*')
}

/// `622202******1234` and `622202*********1234`; but a year that shows makes it an identity number with too many signs.
fn is_card(bytes: &[u8]) -> bool {
    matches!(bytes.len(), 16 | 19) && bytes.starts_with(b"62") && !matches!(&bytes[6..8], b"19" | b"20")
}

/// Digits and mask signs stand anywhere, X at the end.
fn may_stand(bytes: &[u8], i: usize) -> bool {
    let c = bytes[i];
    c.is_ascii_digit() || c == b'*' || i + 1 == bytes.len() && matches!(c, b'X' | b'x')
}

fn check(number: &Number) -> Judgement {
    let value = number.value;
    let total = value.chars().count();
    let mut out = Judgement::default();
    if !value.contains('*') || total > LONGEST {
        out.doubt(Flaw::MaskLength(LENGTHS), 0..total);
        return out;
    }
    let mut buffer = [0; LONGEST];
    for (slot, c) in buffer.iter_mut().zip(value.chars()) {
        *slot = if c.is_ascii() { c as u8 } else { 0 };
    }
    let all = &buffer[..total];
    if chars::stray(all, |i, _| may_stand(all, i), Judgement::wrong, &mut out) {
        return out;
    }
    // X is a check character, and 19 or 20 a century: the new form, whatever the count.
    let ends_in_x = all.last().is_some_and(u8::is_ascii_alphabetic);
    let shows_century = matches!(all.get(6..8), Some(b"19" | b"20"));
    let (likely, other) = match total {
        15 if !ends_in_x && !shows_century => (Form::Old, Form::New),
        _ => (Form::New, Form::Old),
    };
    out = judge(all, likely, number);
    // Where the count leaves the form open, the one that can be.
    if is_wrong(&out) && total != 18 && !ends_in_x {
        let second = judge(all, other, number);
        if !is_wrong(&second) {
            return second;
        }
    }
    out
}

const LENGTHS: &[u8] = &[15, 18];

/// Which number was masked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// Eighteen characters.
    New,
    /// Fifteen digits.
    Old,
}

fn is_wrong(out: &Judgement) -> bool {
    out.verdict() == Verdict::Wrong
}

/// Judges characters that can all stand, as one of the two forms.
fn judge(all: &[u8], form: Form, number: &Number) -> Judgement {
    let mut out = Judgement::default();
    let (masked, total) = (all.iter().filter(|&&c| c == b'*').count(), all.len());
    out.fact(Fact::Mask { kept: (total - masked) as u8, masked: masked as u8 });
    chars::lower_case(number.value, &mut out);

    let (width, serial) = match form {
        Form::New => (18, 16),
        Form::Old => (15, 14),
    };
    let shown = spread(all, width);
    region(&shown, number, &mut out);
    let birth = match form {
        Form::New => Pattern::full(&part(&shown[6..14]), 6),
        Form::Old => Pattern::two_digit_year(&part(&shown[6..12]), 6),
    };
    let real = person::birth(&birth.within(total), number.today, Judgement::wrong, &mut out);
    if real && form == Form::New && total == width {
        person::too_late(&part(&shown[..6]), &part(&shown[6..10]), 0, &mut out);
    }
    if shown[serial].is_ascii_digit() {
        person::sex(shown[serial], &mut out);
        person::compare_sex(number, serial, &mut out);
    }

    if total != width {
        let is_mask = |c: &u8| *c == b'*';
        let start = all.iter().position(is_mask).unwrap_or(0);
        let end = all.iter().rposition(is_mask).map_or(total, |last| last + 1);
        let enter = if masked == 4 { Judgement::hint } else { Judgement::doubt };
        enter(&mut out, Flaw::MaskLength(LENGTHS), start..end);
        // Who counted the signs wrong may have kept others than he thinks.
        out.proved = false;
    } else if form == Form::Old && number.today.year() >= person::OLD_FORM_VOID_SINCE {
        out.hint(Flaw::OldForm, 0..15);
    }
    out
}

/// The characters at their places in the whole number. Where the count is off, only those before the mask have one.
fn spread(all: &[u8], width: usize) -> [u8; 18] {
    let mut shown = [b'*'; 18];
    let placed = if all.len() == width { all } else { all.split(|&c| c == b'*').next().unwrap_or(&[]) };
    let len = placed.len().min(width);
    shown[..len].copy_from_slice(&placed[..len]);
    shown
}

/// The region, or as much of it as shows.
fn region(shown: &[u8; 18], number: &Number, out: &mut Judgement) {
    let kept = shown[..6].iter().take_while(|c| c.is_ascii_digit()).count();
    let code: [u8; 6] = part(&shown[..6]);
    let province = [code[0], code[1]];
    if kept < 2 {
        return;
    }
    // A foreigner's card: 9, the province, the nationality.
    if code[0] == b'9' && kept >= 3 && regions::province_known([code[1], code[2]]) {
        out.fact(Fact::Province([code[1], code[2]]));
        if !["永久居留", "永居", "外国人"].iter().any(|word| number.says(word)) {
            out.doubt(Flaw::Province, 0..2);
        }
    } else if kept == 6 {
        out.proved = person::region(&code, 0, out);
    } else if !regions::province_known(province) && !b"830000".starts_with(&code[..kept]) {
        out.wrong(Flaw::Province, 0..2);
    } else {
        out.fact(Fact::Province(province));
        let prefecture = std::str::from_utf8(&code[..4]).unwrap_or("");
        if kept >= 4 && province != *b"83" && !regions::prefix_known(prefecture) {
            out.doubt(Flaw::Region, 0..4);
        }
    }
}

/// Judges an identity number inside another number, of which a part is masked, printed from `at` on: as far as it
/// shows, like one by itself.
pub(super) fn judge_inside(id: &str, at: usize, number: &Number, out: &mut Judgement) {
    let inner = KIND.check(&Number { value: id, ..*number });
    out.proved |= inner.proved;
    out.facts.extend(inner.facts);
    for problem in inner.problems {
        out.add(problem.flaw, problem.severity, problem.start + at..problem.end + at);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::Sex;
    use crate::kinds::testing::{answers, judge, told};

    #[test]
    fn table() {
        KIND.judges(
            "
            // the forms seen in print
            verified                                    2201041990********  2206031981********
            verified                                    220104********2310  22010419900307****
            verified                                    220104************  220104199003******
            verified                                    220104199003072***  220104199********0
            verified                                    220104*********10X  2201041990****2310
            verified                                    830000********0022
            plausible                                   2201**********2310  2201***********10X
            plausible                                   22****************  2*****************
            plausible                                   **************2310  ******19900307****
            plausible                                   8300**********0022
            wrong charset 16-17                         !2201**********10X*
            plausible; hint lower-case 17-18            220************31x
            // too short or too long, four signs for whatever was masked
            plausible; hint mask-length 0-4             ****2310  !****
            plausible; hint mask-length 6-10            220104****2310
            plausible; hint mask-length 10-14           2201041990****
            plausible; hint mask-length 4-8             2201****2310
            doubtful mask-length 10-17                  2201041990*******
            doubtful mask-length 10-19                  2201041990*********
            doubtful mask-length 6-13                   220104*******2310
            doubtful mask-length 6-15                   220104*********2310
            plausible                                   22010*********2310
            doubtful mask-length 0-1                    !*
            doubtful mask-length 0-18                   !220104199003072310
            doubtful mask-length 0-23                   !2201041990*************
            doubtful mask-length 0-0                    ∅
            // region
            wrong province 0-2                          9901041990********  99****************
            wrong province 0-2                          2401041990********
            doubtful region 0-6                         2201991990********
            doubtful region 0-4                         2299**********2310  22991*********2310
            // a foreigner's, or 2 taken for 9
            doubtful province 0-2                       911398********0021
            // year
            wrong birth-range 6-10                      2201041899********  2201042027********
            wrong birth-range 6-10                      2201043***********  22010421**********
            verified                                    220104202*********
            // month and day
            verified                                    22010419901*******  2201041990033*****
            verified                                    22010419840229****
            wrong birth-date 10-12                      22010419902*******  220104199019******
            wrong birth-date 10-12                      220104199000******  220104****1330****
            wrong birth-date 6-14                       2201041990023*****  22010419850229****
            wrong birth-date 6-14                       220104****0230****
            wrong birth-range 6-14                      22010420261124****  220104202612******
            // several
            doubtful region 0-6                         2201991990****231*
            wrong province 0-2; wrong birth-range 6-10  9901041899********
            wrong birth-range 6-10; doubtful mask-length 10-17  2201041899*******
            // the value ends inside the date
            doubtful mask-length 7-8                    2201043*  // the old form, of the thirties
            wrong birth-range 6-14; doubtful mask-length 14-15  22010420261124*
            wrong birth-range 6-13; doubtful mask-length 12-13  220104202612*
            // characters
            wrong charset 2-3                           22O1041990********
            wrong charset 10-12                         !2201041990XX******
            wrong charset 15-16                         !2201041990*****身**
            wrong charset 6-7                           !220104-1990*******
            // the old form
            verified; hint old-form 0-15                220104900307***  220104*********
            verified; hint old-form 0-15                220104******231
            wrong birth-date 8-10; hint old-form 0-15   220104901307***
            // fifteen characters that cannot be the old form
            doubtful mask-length 10-15                  2201041990*****
            doubtful mask-length 6-11                   220104*****231X
            plausible; hint mask-length 11-15           22010419900****
            // sixteen that cannot be the new one
            plausible; hint mask-length 12-16           220104900307****
            like                                        2201041990********  220104********2310
            like                                        220104*********10X  220104*********10x
            like                                        220104******231  830000********0022
            // one or two characters off, or one misread
            like                                        2201041990*******  2201041990*********
            like                                        2201041990**********  22O1041990********
            like                                        ****2310  220104****2310  220104******2310
            // no region in front
            like                                        **************2310  2201**********2310
            like                                        9901041990********  220104*****231X
            // telephones
            unlike                                      139****0026  1390***0026  0431****234
            like                                        13010*****0
            // cards
            unlike                                      622202******1234  622202*********1234
            like                                        622848********1234  620102********1234
            like                                        6201021990*********
            // others
            unlike                                      ********  ***2310  220104199003072310
            unlike                                      9122018********29C  9122****MA0Y****3Q
            unlike                                      身份证2201********  ∅
            exposed  no one
            ",
        );
    }

    #[test]
    fn facts() {
        let mask = |kept, masked| Fact::Mask { kept, masked };
        let birth = |year, month, day| Fact::Birth { year, month, day };
        let region = Fact::Region(*b"220104");
        for (value, want) in [
            ("2201041990********", vec![mask(10, 8), region.clone(), birth(1990, None, None)]),
            ("220104199003******", vec![mask(12, 6), region.clone(), birth(1990, Some(3), None)]),
            ("22010419900307****", vec![mask(14, 4), region.clone(), birth(1990, Some(3), Some(7))]),
            ("220104********2310", vec![mask(10, 8), region.clone(), Fact::Sex(Sex::Male)]),
            ("2201***********20X", vec![mask(7, 11), Fact::Province(*b"22"), Fact::Sex(Sex::Female)]),
            ("****************2*", vec![mask(1, 17), Fact::Sex(Sex::Female)]),
            // the count is off: no one knows which digit is the seventeenth
            ("220104****2310", vec![mask(10, 4), region.clone()]),
            (
                "220104620723**4",
                vec![mask(13, 2), region, birth(1962, Some(7), Some(23)), Fact::Sex(Sex::Female)],
            ),
            ("220199********2310", vec![mask(10, 8), Fact::Province(*b"22"), Fact::Sex(Sex::Male)]),
        ] {
            assert_eq!(judge(&KIND, value).facts, want, "{value}");
        }
    }

    #[test]
    fn foreigners() {
        let out = &KIND.judges("plausible  {外国人永久居留身份证号}911398********0021")[0].1;
        assert!(out.facts.contains(&Fact::Province(*b"11")));
    }

    #[test]
    fn sex_beside_the_number() {
        KIND.judges(
            "
            doubtful words 16-17   张某,女,身份证号:⟦220104********2310⟧
            ∅                      张某,女,身份证号:⟦220104********2320⟧
            ∅                      张某,女,身份证号:⟦2201041990********⟧
            hint mask-length 6-10  张某,女,身份证号:⟦220104****2310⟧
            ",
        );
    }

    #[test]
    fn while_the_old_form_was_valid() {
        KIND.judges("@2012-12-31  220104900307***");
    }

    #[test]
    fn looks() {
        answers(
            strong_shape,
            "
            yes  2201041990********  220104********2310  220104*********10X  220104*********10x
            yes  220104******231  830000********0022  620102********1234
            no   2201041990*******  2201041990*********  2201041990**********  22O1041990********
            no   ****2310  220104****2310  220104******2310  **************2310  2201**********2310
            no   9901041990********  220104*****231X  139****0026  1390***0026  13010*****0  0431****234
            no   622202******1234  622202*********1234  622848********1234  6201021990*********
            no   ********  ***2310  220104199003072310  9122018********29C  9122****MA0Y****3Q
            no   身份证2201********  ∅
            ",
        );
    }

    /// Whatever is masked of a right number, nothing speaks against the rest.
    #[test]
    fn every_mask_of_a_right_number() {
        for id in ["220104199003072310", "229005196802291232", "11010119000101009X"] {
            for bits in 1..1_u32 << 18 {
                // Every single run, and all patterns of a cheaper kind: the low bits repeated.
                let is_run = (bits >> bits.trailing_zeros()).count_zeros()
                    == (bits >> bits.trailing_zeros()).leading_zeros();
                if is_run || bits % 251 == 0 {
                    let mask = |(i, c)| if bits >> i & 1 == 1 { '*' } else { c };
                    let value: String = id.chars().enumerate().map(mask).collect();
                    assert_eq!(told(&judge(&KIND, &value)), "", "{value}");
                }
            }
        }
    }

    /// A wrong digit in a kept prefix that leaves the table or the calendar is never passed over.
    #[test]
    fn wrong_digits_in_a_prefix() {
        for prefix in ["2201041990", "2290051968", "2206251987"] {
            for at in 0..10 {
                for digit in b'0'..=b'9' {
                    let mut slip = format!("{prefix}********").into_bytes();
                    slip[at] = digit;
                    let value = String::from_utf8(slip).expect("ASCII");
                    let region = regions::known(&part(&value.as_bytes()[..6]));
                    let year: u16 = value[6..10].parse().expect("digits");
                    let want = region && (1900..=2026).contains(&year);
                    assert_eq!(judge(&KIND, &value).verdict() == Verdict::Verified, want, "{value}");
                }
            }
        }
    }
}
