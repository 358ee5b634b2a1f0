//! What a number's shape alone says (形状): for numbers without a label, and against a vague one.

use crate::kinds::{
    Kind, foreigner_card, land_contract, masked_id, physician_certificate, residence_permit, resident_id,
    uscc,
};
use crate::{Date, regions};

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
        19 => (land_contract::KIND.looks_like)(value).then_some(&land_contract::KIND),
        24 | 27 => physician_certificate::fits(value).then_some(&physician_certificate::KIND),
        _ => None,
    }
}

/// The kind that a value without a label is so near to that it was surely meant.
pub fn near(value: &str) -> Option<&'static Kind> {
    let bytes = value.as_bytes();
    if value.contains('*') {
        return near_masked(bytes).then_some(&masked_id::KIND);
    }
    if !(17..=19).contains(&bytes.len()) {
        return None;
    }
    let letters = bytes[..bytes.len() - 1].iter().filter(|b| b.is_ascii_alphabetic()).count();
    let code = matches!(bytes[0], b'9' | b'5' | b'1' | b'3' | b'N')
        && crate::authorities::known(&[bytes[0], bytes[1]])
        && bytes[2..8].iter().all(u8::is_ascii_digit)
        && code_region(bytes);
    // Letters after the region leave nothing but a credit code; digits alone must have the very length.
    if code
        && (bytes.len() == 18 || letters > 0 && bytes[9..].iter().any(u8::is_ascii_alphabetic))
        && letters <= 6
    {
        return Some(&uscc::KIND);
    }
    let id = bytes.len() == 18
        && letters == 0
        && id_region(bytes)
        && matches!(&bytes[6..8], b"19" | b"20")
        && (b"01"..=b"12").contains(&<&[u8; 2]>::try_from(&bytes[10..12]).ok()?);
    id.then_some(&resident_id::KIND)
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
