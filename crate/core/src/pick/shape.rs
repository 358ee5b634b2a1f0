//! What a number's shape alone says (形状): for numbers without a label, and against a vague one.

use crate::kinds::{
    Kind, Number, container, disability_certificate, food_business_licence, food_production_licence,
    foreigner_card, land_contract, masked_id, medical_institution, physician_certificate, residence_permit,
    resident_id, rows, special_work_permit, uscc, vin,
};
use crate::tables::date::Date;
use crate::tables::regions;

/// The kind whose check characters, tables or calendar a value passes that no chance number would.
///
/// An all-digit credit code and an identity number can pass each other's check. Without a label the table
/// decides, then the calendar: a birth date that cannot be leaves the credit code, a division that never was
/// leaves the other.
pub fn proven(value: &str, today: Date) -> Option<&'static Kind> {
    let bytes = value.as_bytes();
    match bytes.len() {
        18 if value.contains('*') => masked_id::strong_shape(value).then_some(&masked_id::KIND),
        18 if residence_permit::fits(value) => Some(&residence_permit::KIND),
        // The province behind the 9 tells a foreigner's card from an identity number.
        18 if foreigner_card::fits(value) && !uscc::agrees(value) => Some(&foreigner_card::KIND),
        18 => {
            let id = resident_id::agrees(value, today);
            let code = uscc::agrees(value);
            match (id, code) {
                (true, true) if id_region(bytes) || !code_region(bytes) => Some(&resident_id::KIND),
                (_, true) => Some(&uscc::KIND),
                (true, false) => Some(&resident_id::KIND),
                (false, false) => None,
            }
        }
        15 if value.contains('*') => masked_id::strong_shape(value).then_some(&masked_id::KIND),
        19..=27 if value.contains('*') => masked_inside(value),
        11 => container::fits(value).then_some(&container::KIND),
        17 => vin::fits(value).then_some(&vin::KIND),
        19 if special_work_permit::fits(value) => Some(&special_work_permit::KIND),
        19 => land_contract::fits(value).then_some(&land_contract::KIND),
        20 | 22 => disability_certificate::fits(value).then_some(&disability_certificate::KIND),
        24 | 27 => physician_certificate::fits(value).then_some(&physician_certificate::KIND),
        _ => None,
    }
}

/// The kind of a number with an identity number inside of which a part is masked. Any two digits may stand behind a
/// masked identity number, so certificates of the disabled need their label.
fn masked_inside(value: &str) -> Option<&'static Kind> {
    let inside = |at: usize, len: usize| value.get(at..at + len).is_some_and(masked_id::strong_shape);
    match value.as_bytes() {
        [b'T' | b't', ..] if value.len() == 19 && inside(1, 18) => Some(&special_work_permit::KIND),
        [b'1' | b'2', b'9' | b'0', ..] if matches!(value.len(), 24 | 27) && inside(9, value.len() - 9) => {
            Some(&physician_certificate::KIND)
        }
        _ => None,
    }
}

/// The food licence that a value is by its first letters and its length; its check digit is another matter.
pub fn food(value: &str) -> Option<&'static Kind> {
    match value.as_bytes() {
        [b'J' | b'j', b'Y' | b'y', rest @ ..] if rest.len() == 14 => Some(&food_business_licence::KIND),
        [b'S' | b's', b'C' | b'c', rest @ ..] if rest.len() == 14 => Some(&food_production_licence::KIND),
        _ => None,
    }
}

/// The kind that a value is by letters and fields that no other numbering has, where a label may mean any number
/// (`证号：T22120…`): the letter, the division and the month of a mining licence, the letter of a medical institution and
/// the check character of its organisation code.
pub fn by_fields(value: &str, today: Date) -> Option<&'static Kind> {
    let kind = match (value.as_bytes(), value.len()) {
        ([b'T', b'0'..=b'9', ..], 18 | 23) => rows::exploration_licence(),
        ([b'C', b'0'..=b'9', ..], 23) => rows::mining_licence(),
        (_, 22) => &medical_institution::KIND,
        _ => return None,
    };
    let judgement = kind.check(&Number::bare(value, today));
    let whole = judgement.problems.is_empty() && (judgement.proved || value.len() == 18);
    (kind.looks_like(value) && whole).then_some(kind)
}

/// What stands around a value that has no label of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// Behind the name of a company or the like, with or without a bracket.
    Company,
    /// Anywhere else.
    Plain,
}

/// The kind that a value without a label is so near to that it was surely meant.
///
/// Terminals, tax slips and parcels have eighteen digits too: one in fourteen of them starts as some credit code
/// does. So digits alone are a code only where the division is in the table and the first two digits are those
/// of enterprises, or the name of a company stands before.
pub fn near(value: &str, setting: Setting, today: Date) -> Option<&'static Kind> {
    let bytes = value.as_bytes();
    if value.contains('*') {
        return near_masked(bytes).then_some(&masked_id::KIND);
    }
    if !(17..=19).contains(&bytes.len()) || !bytes.is_ascii() {
        return None;
    }
    let letters = bytes[..bytes.len() - 1].iter().filter(|b| b.is_ascii_alphabetic()).count();
    if letters == 0 && near_id(bytes, today) && !uscc::checks_agree(value).outer {
        return Some(&resident_id::KIND);
    }
    near_code(value, letters, setting).then_some(&uscc::KIND)
}

/// The kind among those that a label names that a value is one slip away from, where others are named as well.
pub fn near_named(value: &str, kinds: &[&'static Kind], today: Date) -> Option<&'static Kind> {
    let bytes = value.as_bytes();
    let strays = || bytes[1..bytes.len() - 1].iter().filter(|b| !b.is_ascii_digit() && **b != b'*').count();
    if !(15..=20).contains(&bytes.len()) || !bytes.is_ascii() || strays() > 2 {
        return None;
    }
    let named = |kind: &'static Kind| kinds.contains(&kind).then_some(kind);
    match bytes {
        [b'T' | b't', id @ ..] if id.len() >= 17 => named(&special_work_permit::KIND),
        [b'8', b'1'..=b'3', b'0', b'0', b'0', b'0', b'1' | b'2', b'9' | b'0', ..]
            if (17..=19).contains(&bytes.len()) =>
        {
            named(&residence_permit::KIND)
        }
        [b'S', b'C', b'1' | b'2', ..] if bytes.len() <= 17 => named(&food_production_licence::KIND),
        _ if (17..=19).contains(&bytes.len()) && near_id(bytes, today) => named(&resident_id::KIND),
        _ => None,
    }
}

/// An identity number one slip away: a division, a century, and a day that may be one.
///
/// Batches and reports are numbered by region and day too, but of these years: nobody so young signs a notice.
fn near_id(bytes: &[u8], today: Date) -> bool {
    let two = |at: usize| (bytes[at] - b'0') * 10 + bytes[at + 1] - b'0';
    let dated = || (1..=12).contains(&two(10)) || (1..=31).contains(&two(12));
    let whole = bytes[..bytes.len() - 1].iter().all(u8::is_ascii_digit);
    let year = || bytes[6..10].iter().fold(0, |n, b| 10 * n + u16::from(b - b'0'));
    whole
        && id_region(bytes)
        && matches!(&bytes[6..8], b"19" | b"20")
        && year() + 16 <= today.year()
        && dated()
}

fn near_code(value: &str, letters: usize, setting: Setting) -> bool {
    let bytes = value.as_bytes();
    let enterprise = matches!(&bytes[..2], b"91" | b"92" | b"93");
    let pair = crate::tables::authorities::known(&[bytes[0], bytes[1]]);
    let strays = bytes[2..8].iter().filter(|b| !b.is_ascii_digit()).count();
    let placed = strays == 0 && bytes[2..8].try_into().is_ok_and(regions::known);
    let inner = uscc::checks_agree(value).inner;
    match (setting, letters) {
        // Nothing but its credit code has this length and start behind a company's name.
        (Setting::Company, 0..=7) => strays <= 1 && (bytes[0] == b'9' || pair && (placed || inner)),
        // Letters after the region leave nothing but a credit code.
        (_, 1..=6) if bytes[8..].iter().any(u8::is_ascii_alphabetic) => {
            strays <= 1 && pair && (placed || inner || enterprise && bytes.len() == 18)
        }
        (_, 0) => bytes.len() == 18 && enterprise && placed,
        _ => false,
    }
}

/// A masked identity number one slip away: eight digits or more that start as one does, then masks.
///
/// Cards start with 62 and are masked alike; without a label nothing is claimed of them.
fn near_masked(bytes: &[u8]) -> bool {
    let kept = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    let masks = bytes[kept..].iter().filter(|&&b| b == b'*').count();
    let century = kept >= 8 && matches!(&bytes[6..8], b"19" | b"20") || kept == 6;
    century && masks >= 4 && (14..=20).contains(&bytes.len()) && !bytes.starts_with(b"62")
}

fn id_region(bytes: &[u8]) -> bool {
    bytes[..6].try_into().is_ok_and(regions::known)
}

fn code_region(bytes: &[u8]) -> bool {
    regions::province_known([bytes[2], bytes[3]]) || &bytes[2..8] == b"100000"
}
