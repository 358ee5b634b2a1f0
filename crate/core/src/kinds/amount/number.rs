//! The number of an amount (金额的数): figures with 万 and 亿 between them, or a numeral.

use crate::judgement::{AmountForm, Flaw, Severity};
use crate::tables::numerals::{self, Risk, Sign, Slip};

/// Told of everything that breaks a rule, with its place.
pub(super) type Note<'a> = &'a mut dyn FnMut(Flaw, Severity, std::ops::Range<usize>);

/// One of the unit, in the millionths that numbers are reckoned in.
pub(super) const ONE: u128 = 1_000_000;

/// More than there is, and far from the end of the type.
const MOST: u128 = ONE * 1_000_000_000_000_000_000;

/// A number that was read.
pub(super) struct Digits {
    /// Where it ends.
    pub(super) end: usize,
    /// Its value in millionths; nothing where places are out of order.
    pub(super) micro: Option<u128>,
    /// It has 万 or 亿.
    pub(super) large: bool,
    /// It is in capitals.
    pub(super) capital: bool,
}

/// `241,800.50`, `1.5万`, `2亿5000万`, `1千5百万`.
pub(super) fn figures(text: &[char], at: usize, signed: bool, note: Note) -> Option<Digits> {
    // As numerals do it: pairs of a number and its place add up to a section, 万 and 亿 lift it.
    let (mut yi, mut wan, mut section) = (0u128, 0u128, 0u128);
    let (mut seen_yi, mut seen_wan) = (false, false);
    let mut least = u128::MAX;
    let mut broken = None;
    let mut end = at;
    let mut groups = 0;
    while text.get(end).is_some_and(char::is_ascii_digit) {
        groups += 1;
        if groups > 4 {
            return None;
        }
        let (micro, next) = plain(text, end, signed, note)?;
        end = next;
        let mut lift = 1;
        if let Some(Sign::Place(place)) = place_at(text, end) {
            lift = 10u128.pow(u32::from(place));
            end += 1;
        }
        if micro.saturating_mul(lift) >= least {
            broken = broken.or(Some(end - 1));
        }
        least = lift * ONE;
        section += micro.saturating_mul(lift);
        loop {
            match place_at(text, end) {
                Some(Sign::Wan) => {
                    if seen_wan {
                        broken = broken.or(Some(end));
                    }
                    wan = (wan + section) * 10_000;
                    seen_wan = true;
                }
                Some(Sign::Yi) => {
                    if seen_yi {
                        broken = broken.or(Some(end));
                    }
                    yi = (yi + wan + section) * 100_000_000;
                    (wan, seen_wan, seen_yi) = (0, false, true);
                }
                Some(_) => {
                    broken = broken.or(Some(end));
                }
                None => break,
            }
            section = 0;
            least = 10_000 * ONE;
            end += 1;
            // 万亿亿亿: nothing that can be reckoned, let alone paid.
            if yi.max(wan) > MOST {
                return None;
            }
        }
    }
    if let Some(place) = broken {
        note(Flaw::AmountForm(AmountForm::Order), Severity::Doubtful, place..place + 1);
    }
    let micro = broken.is_none().then_some(yi + wan + section);
    Some(Digits { end, micro, large: seen_wan || seen_yi, capital: false })
}

/// A place that follows figures.
fn place_at(text: &[char], at: usize) -> Option<Sign> {
    match numerals::sign(*text.get(at)?)?.0 {
        place @ (Sign::Place(_) | Sign::Wan | Sign::Yi) => Some(place),
        Sign::Digit(_) | Sign::Tens(_) => None,
    }
}

/// `241,800.50` in millionths, and where it ends.
///
/// The Chinese comma is folded to the same sign as the one between thousands. So a comma belongs to the
/// number only if three digits follow it, or if what follows could not be a number of its own.
fn plain(text: &[char], at: usize, signed: bool, note: Note) -> Option<(u128, usize)> {
    let run = |at: usize| text[at..].iter().take(20).take_while(|ch| ch.is_ascii_digit()).count();
    let first = run(at);
    let mut end = at + first;
    let (mut odd, mut commas, mut all) = (first > 3, 0, end);
    while text.get(all) == Some(&',') && (2..=4).contains(&run(all + 1)) {
        commas += 1;
        odd |= run(all + 1) != 3;
        all += 1 + run(all + 1);
    }
    let joined = !odd || signed || (first <= 3 && commas > 1) || text.get(end + 1) == Some(&'0');
    if commas > 0 && joined {
        if odd {
            note(Flaw::AmountForm(AmountForm::Grouping), Severity::Doubtful, at..all);
        }
        end = all;
    }
    let whole = text[at..end].iter().filter_map(|ch| ch.to_digit(10));
    // Groups may go on for ever: count before reckoning.
    if whole.clone().count() > 13 {
        return None;
    }
    let mut micro = whole.fold(0, |value: u128, digit| 10 * value + u128::from(digit)) * ONE;
    if text.get(end) == Some(&'.') && text.get(end + 1).is_some_and(char::is_ascii_digit) {
        let decimals = run(end + 1);
        if decimals > 6 {
            return None;
        }
        let part = text[end + 1..end + 1 + decimals].iter().filter_map(|ch| ch.to_digit(10));
        micro += part
            .zip([100_000, 10_000, 1000, 100, 10, 1])
            .map(|(digit, place)| u128::from(digit) * place)
            .sum::<u128>();
        end += 1 + decimals;
        if matches!(text.get(end..), Some(['.', '0'..='9', ..])) {
            return None;
        }
    }
    Some((micro, end))
}

/// `伍佰万`, `三千`, `五〇〇万`.
pub(super) fn numeral(text: &[char], at: usize, note: Note) -> Option<Digits> {
    let read = numerals::read(&text[at..])?;
    if at + 1 < text.len() && numerals::starts_anew(text[at], text[at + 1]) {
        return None;
    }
    // 五六万 is five or six; two digits spelled in capitals lack a place.
    let spelled = text[at..at + read.len].iter().filter(|&&ch| numerals::digit(ch).is_some()).count();
    if read.spelled && !read.capital && spelled < 3 {
        return None;
    }
    let mut broken = read.broken;
    if read.spelled && read.capital {
        broken = true;
        note(Flaw::AmountForm(AmountForm::Order), Severity::Doubtful, at..at + read.len);
    }
    numerals::walk(&text[at..], &mut |slip, place| {
        let (flaw, severity) = match slip {
            Slip::Order => (Flaw::AmountForm(AmountForm::Order), Severity::Doubtful),
            Slip::ZeroMissing(Risk::Value) => (Flaw::AmountForm(AmountForm::ZeroMissing), Severity::Doubtful),
            Slip::ZeroExtra(Risk::Value) => (Flaw::AmountForm(AmountForm::ZeroExtra), Severity::Doubtful),
            // The rules for bills are about capitals.
            _ if !read.capital && slip != Slip::Style => return,
            Slip::ZeroMissing(Risk::Style) => (Flaw::AmountForm(AmountForm::ZeroMissing), Severity::Hint),
            Slip::ZeroExtra(Risk::Style) => (Flaw::AmountForm(AmountForm::ZeroExtra), Severity::Hint),
            Slip::Style | Slip::BareTen => (Flaw::NumeralStyle, Severity::Hint),
        };
        note(flaw, severity, at + place..at + place + 1);
    });
    let large = text[at..at + read.len].iter().any(|ch| "万亿萬億".contains(*ch));
    let micro = (!broken).then(|| u128::from(read.value) * ONE);
    Some(Digits { end: at + read.len, micro, large, capital: read.capital })
}
