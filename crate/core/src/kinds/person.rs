//! What identity numbers say of a person (身份信息): region, date of birth, sex. Several kinds share it.
//!
//! Characters may be masked (`*`): then everything is said as far as it shows.

use std::ops::Range;

use super::Number;
use super::chars::{self, Enter, part};
use crate::judgement::{Fact, Flaw, Judgement, Personal, Sex};
use crate::tables::date::Date;
use crate::tables::identity::{FIRST_YEAR, number};
use crate::tables::{checksum, regions};

/// The first year in which no card with a number of 15 digits is valid (居民身份证法, 2011).
pub(super) const OLD_FORM_VOID_SINCE: u16 = 2013;

/// Judges an 18-digit identity number whose characters can all stand, printed from `at` on.
pub(super) fn judge_18(id: &[u8; 18], at: usize, today: Date, out: &mut Judgement) {
    region(&part(&id[..6]), at, out);
    if birth(&Pattern::full(&part(&id[6..14]), at + 6), today, Judgement::wrong, out) {
        too_late(&part(&id[..6]), &part(&id[6..10]), at, out);
    }
    sex(id[16], out);
    if checksum::mod_11_2(&id[..17]) == Some(id[17]) {
        out.proved = true;
    } else {
        out.wrong(Flaw::CheckChar, at + 17..at + 18);
    }
}

/// Judges a 15-digit identity number of digits, printed from `at` on. It has no check character: the region proves.
pub(super) fn judge_15(id: &[u8; 15], at: usize, today: Date, out: &mut Judgement) {
    let known = region(&part(&id[..6]), at, out);
    birth(&Pattern::two_digit_year(&part(&id[6..12]), at + 6), today, Judgement::wrong, out);
    sex(id[14], out);
    out.proved |= known;
}

/// May this character stand at this place of an 18-digit number? (Small x is told of elsewhere.)
pub(super) fn may_stand_18(i: usize, c: u8) -> bool {
    c.is_ascii_digit() || i == 17 && matches!(c, b'X' | b'x')
}

/// Judges the six digits of a region, printed from `at` on. Does the table have it?
pub(super) fn region(code: &[u8; 6], at: usize, out: &mut Judgement) -> bool {
    let province = [code[0], code[1]];
    let known = regions::known(code) || regions::permit(code);
    if known {
        out.fact(Fact::Region(*code));
    } else if regions::province_known(province) {
        out.fact(Fact::Province(province));
        out.doubt(Flaw::Region, at..at + 6);
    } else {
        out.wrong(Flaw::Province, at..at + 2);
    }
    known
}

/// So many years after a division ended nobody was given its code any more: new codes come with the next books and
/// cards, which some offices were slow to change.
const SLOW: u16 = 5;

/// Was whoever was born in this year born long after the division ended? Masked digits say nothing.
pub(super) fn too_late(code: &[u8; 6], year: &[u8; 4], at: usize, out: &mut Judgement) {
    if let (Some(born), Some(ended)) = (number(year), regions::ended(code))
        && born >= ended + SLOW
    {
        out.doubt(Flaw::Contradiction, at + 6..at + 10);
    }
}

/// Tells the sex from the last digit of the serial.
pub(super) fn sex(serial: u8, out: &mut Judgement) {
    out.fact(Fact::Sex(if serial % 2 == 1 { Sex::Male } else { Sex::Female }));
}

/// Compares the sex with what stands before the number as a field of its own: `张某,男,身份证号…`. `at` is the serial's last digit.
pub(super) fn compare_sex(number: &Number, at: usize, out: &mut Judgement) {
    let said = out.facts.iter().find_map(|fact| match fact {
        Fact::Sex(sex) => Some(*sex),
        _ => None,
    });
    if let (Some(said), Some(stated)) = (said, stated_sex(number.before))
        && said != stated
    {
        out.doubt(Flaw::Words, at..at + 1);
    }
}

/// The nearest 男 or 女 between two marks, as far back as another number of a person.
fn stated_sex(before: &[char]) -> Option<Sex> {
    let mut digits = 0;
    for (i, c) in before.iter().enumerate().rev() {
        digits = if c.is_ascii_digit() || *c == '*' { digits + 1 } else { 0 };
        if digits >= 8 {
            return None;
        }
        let sex = match c {
            '男' => Sex::Male,
            '女' => Sex::Female,
            _ => continue,
        };
        let is_mark =
            |c: &char| matches!(c, ',' | '，' | '、' | ';' | '；' | ':' | '：' | '(' | '（' | ')' | '）');
        let marked = i > 0 && is_mark(&before[i - 1]);
        let named = before[..i - usize::from(marked)].ends_with(&['性', '别']);
        let opens = marked || named;
        // `性别：女 身份证号：` ends by itself; a 女 between marks ends at the second.
        let closes = named || before.get(i + 1).is_some_and(is_mark);
        return (opens && closes).then_some(sex);
    }
    None
}

/// A date of birth as YYYYMMDD, some characters perhaps masked (`*`), and where it is printed.
#[derive(Clone, Copy)]
pub(super) struct Pattern {
    text: [u8; 8],
    /// Where the first printed character is.
    at: usize,
    /// How many of the first characters are understood and not printed: the century of a two-digit year.
    unprinted: usize,
    /// Where the value ends: one masked too short may end inside.
    end: usize,
}

impl Pattern {
    pub(super) fn full(text: &[u8; 8], at: usize) -> Pattern {
        Pattern { text: *text, at, unprinted: 0, end: usize::MAX }
    }

    /// YYMMDD; the number was given in the century in which the holder was born.
    pub(super) fn two_digit_year(text: &[u8; 6], at: usize) -> Pattern {
        let mut all = *b"19000000";
        all[2..].copy_from_slice(text);
        Pattern { text: all, at, unprinted: 2, end: usize::MAX }
    }

    /// In a value of so many characters.
    pub(super) fn within(self, end: usize) -> Pattern {
        Pattern { end, ..self }
    }

    /// Where a field is printed.
    fn place(&self, field: Range<usize>) -> Range<usize> {
        let printed = |i: usize| (self.at + i.saturating_sub(self.unprinted)).min(self.end);
        printed(field.start)..printed(field.end)
    }

    fn year(&self) -> &[u8] {
        &self.text[..4]
    }

    fn month(&self) -> &[u8] {
        &self.text[4..6]
    }

    fn day(&self) -> &[u8] {
        &self.text[6..]
    }

    /// The years it can mean, for someone born by then.
    fn years(&self, last: u16) -> impl Iterator<Item = u16> {
        matching(self.year(), FIRST_YEAR..=last)
    }

    /// What shows of it.
    fn fact(&self) -> Option<Fact> {
        let year = number(self.year())?;
        let month = number(self.month());
        let day = month.and(number(self.day()));
        Some(Fact::Birth { year, month: month.map(|m| m as u8), day: day.map(|d| d as u8) })
    }
}

/// Judges a date of birth: is there a day of the calendar, from 1900 to the day of publication, that shows like this?
///
/// Returns whether there is. How heavy a fault is, the kind decides.
pub(super) fn birth(date: &Pattern, today: Date, enter: Enter, out: &mut Judgement) -> bool {
    let fault = fault(date, today);
    match fault {
        Some((flaw, place)) => {
            enter(out, flaw, place);
            false
        }
        None => {
            out.facts.extend(date.fact());
            true
        }
    }
}

/// The first thing that cannot be: the year, the month, the day, the three together, or a day to come.
fn fault(date: &Pattern, today: Date) -> Option<(Flaw, Range<usize>)> {
    if date.years(today.year()).next().is_none() {
        return Some((Flaw::BirthRange, date.place(0..4)));
    }
    if matching(date.month(), 1..=12).next().is_none() {
        return Some((Flaw::BirthDate, date.place(4..6)));
    }
    if matching(date.day(), 1..=31).next().is_none() {
        return Some((Flaw::BirthDate, date.place(6..8)));
    }
    let mut days = date.years(today.year()).flat_map(|year| {
        matching(date.month(), 1..=12).flat_map(move |month| {
            matching(date.day(), 1..=31).filter_map(move |day| Date::new(year, month as u8, day as u8))
        })
    });
    match days.next() {
        None => Some((Flaw::BirthDate, date.place(0..8))),
        // In order, so the first is the earliest.
        Some(first) if first > today => Some((Flaw::BirthRange, date.place(0..8))),
        Some(_) => None,
    }
}

/// The numbers of a range that are written like this, masked digits standing for any.
fn matching(pattern: &[u8], range: std::ops::RangeInclusive<u16>) -> impl Iterator<Item = u16> {
    // A number in full is the common case: no need to walk the range.
    let (first, last) = match number(pattern) {
        Some(n) => (n.max(*range.start()), n.min(*range.end())),
        None => range.into_inner(),
    };
    (first..=last).filter(|&n| {
        let mut rest = n;
        pattern.iter().rev().all(|&c| {
            let digit = b'0' + (rest % 10) as u8;
            rest /= 10;
            c == b'*' || c == digit
        })
    })
}

/// Reads an 18-character identity number, a small x at the end as a capital; tells what is off with its characters.
pub(super) fn read_18(value: &str, out: &mut Judgement) -> Option<[u8; 18]> {
    let Some(mut id) = chars::exactly::<18>(value) else {
        // Sixteen characters may be one too many for the old form as well.
        let lengths: &[u8] = if value.len() == 16 { &[15, 18] } else { &[18] };
        out.wrong(Flaw::Length(lengths), chars::whole(value));
        return None;
    };
    if chars::stray(&id, may_stand_18, Judgement::wrong, out) {
        return None;
    }
    chars::lower_case(value, out);
    id[17] = id[17].to_ascii_uppercase();
    Some(id)
}

/// Says that the identity number from `at` on to the end is printed in full, if it is.
pub(super) fn expose(value: &str, at: usize, out: &mut Judgement) {
    expose_part(value, at..value.chars().count(), out);
}

/// Says that the identity number at this place is printed in full, if as good as the whole is, slips and all.
pub(super) fn expose_part(value: &str, span: Range<usize>, out: &mut Judgement) {
    let inside = || value.chars().skip(span.start).take(span.len());
    let signs = inside().filter(char::is_ascii_alphanumeric).count();
    if inside().all(|c| c != '*') && inside().filter(char::is_ascii_digit).count() >= 12 && signs >= 13 {
        out.expose(Personal::IdentityNumber, span);
    }
}

/// Is a part of it masked? One or two stars are a slip.
pub(super) fn is_mask(value: &str) -> bool {
    value.bytes().filter(|&b| b == b'*').count() > 2
}

/// Is it an identity number of which a part is masked, as many characters as it has, or one more or less?
pub(super) fn is_masked(id: &str) -> bool {
    let bytes = id.as_bytes();
    let last = bytes.len().saturating_sub(1);
    (14..20).contains(&bytes.len())
        && is_mask(id)
        && bytes.iter().filter(|b| b.is_ascii_digit()).count() >= 4
        && bytes
            .iter()
            .enumerate()
            .all(|(i, &c)| c == b'*' || c.is_ascii_digit() || i == last && may_stand_18(17, c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::Severity;
    use crate::kinds::testing::{chars, finds, gives, today, told};

    fn pattern(text: &str) -> Pattern {
        match text.len() {
            8 => Pattern::full(&part(text.as_bytes()), 6),
            _ => Pattern::two_digit_year(&part(text.as_bytes()), 6),
        }
    }

    #[test]
    fn dates_of_birth() {
        gives(
            |text| {
                let mut out = Judgement::default();
                let real = birth(&pattern(text), today(), Judgement::wrong, &mut out);
                assert_eq!(real, out.problems.is_empty(), "{text}");
                assert!(out.problems.iter().all(|p| p.severity == Severity::Wrong), "{text}");
                told(&out).split("; ").next().unwrap_or_default().into()
            },
            "
            ∅                       19900307  20000229  19000101  20261123
            wrong birth-date 6-14   19000229  19850229  19900431
            wrong birth-date 10-12  19901307  19900007
            wrong birth-date 12-14  19900332  19900300
            wrong birth-range 6-10  18991231  20270101  00000000
            wrong birth-range 6-14  20261124  20261201
            // masked
            ∅                       ********  1981****  202*****  19901***  1990*3**  1990*0**  1990033*
            ∅                       ****0229  198*0229  198502*9  202611**
            wrong birth-range 6-10  2027****  1899****  3*******  21******  203*****
            wrong birth-date 10-12  19902***  199019**  199000**
            wrong birth-date 12-14  1990034*  ******32
            wrong birth-date 6-14   1990023*  ****0230
            wrong birth-range 6-14  202612**  2026113*
            // two digits for the year: the century is not printed
            ∅                       900307  960229
            wrong birth-date 8-10   901307
            wrong birth-date 6-12   000229  9*0231
            ",
        );
    }

    #[test]
    fn what_shows() {
        let today = today();
        for (text, want) in [
            ("19900307", Some((1990, Some(3), Some(7)))),
            ("199003**", Some((1990, Some(3), None))),
            ("1990****", Some((1990, None, None))),
            ("1990**07", Some((1990, None, None))),
            ("199*0307", None),
            ("200307", Some((1920, Some(3), Some(7)))),
            ("19900231", None),
        ] {
            let mut out = Judgement::default();
            birth(&pattern(text), today, Judgement::wrong, &mut out);
            let want = want.map(|(year, month, day)| Fact::Birth { year, month, day });
            assert_eq!(out.facts.first(), want.as_ref(), "{text}");
        }
    }

    #[test]
    fn sex_beside_the_number() {
        finds(
            |before| stated_sex(&chars(before)).map(|sex| format!("{sex:?}")),
            "
            Male    张某,男,身份证号:  姓名:张某,性别:男,出生:1990年3月7日,公民身份号码:
            Female  张某(女,身份证号  张某，性别女，汉族，身份证号：
            // the nearest, and not beyond another person's number
            Female  1.张某,男,220104********2310;2.李某,女,
            none    1.张某,男,220104********2310;2.李某,
            // part of a word or a name
            none    张某男,身份证号  李女士,身份证号  男方张某,女方李某,身份证号  张某,男  男,  ∅
            ",
        );
    }

    /// Every pattern of a masked true date is accepted, wherever the mask lies.
    #[test]
    fn no_mask_makes_a_true_date_false() {
        let today = today();
        for text in ["19000101", "20000229", "19960229", "20261123", "19991231", "20201010"] {
            for bits in 0..256_u32 {
                let mut masked: [u8; 8] = part(text.as_bytes());
                for (i, c) in masked.iter_mut().enumerate() {
                    if bits >> i & 1 == 1 {
                        *c = b'*';
                    }
                }
                assert_eq!(fault(&Pattern::full(&masked, 0), today), None, "{text} {bits:08b}");
            }
        }
    }
}
