//! Check characters by the printed weights (校验码), written once more: nothing here calls what is tested.

/// Digits, then capitals: their place is their value.
pub const BASE_36: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
/// The alphabet of credit codes.
pub const BASE_31: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
/// The alphabet of vehicles' numbers.
pub const VEHICLE: &str = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";

/// The sum of values times weights.
fn weighted(body: &str, alphabet: &str, weights: &[usize]) -> usize {
    assert_eq!(body.len(), weights.len(), "{body}");
    let value = |c| alphabet.find(c).unwrap_or_else(|| panic!("{c} in {body}"));
    body.chars().zip(weights).map(|(c, weight)| value(c) * weight).sum()
}

fn sign(of: &str, at: usize) -> char {
    char::from(of.as_bytes()[at])
}

/// ISO 7064 MOD 11-2, over 17 digits.
pub fn identity(body: &str) -> char {
    let sum = weighted(body, BASE_36, &[7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]);
    sign("10X98765432", sum % 11)
}

/// GB 11714, over eight.
pub fn organisation(body: &str) -> char {
    let sum = weighted(body, BASE_36, &[3, 7, 9, 10, 5, 8, 4, 2]);
    sign("0X987654321", sum % 11)
}

/// GB 32100, over 17.
pub fn credit(body: &str) -> char {
    let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    sign(BASE_31, (31 - weighted(body, BASE_31, &weights) % 31) % 31)
}

/// ISO 7064 MOD 11,10, over digits.
pub fn mod_11_10(body: &str) -> char {
    let mut p = 10;
    for digit in body.bytes().map(|c| usize::from(c - b'0')) {
        let x = (p + digit) % 10;
        p = 2 * if x == 0 { 10 } else { x } % 11;
    }
    sign("0123456789", (11 - p) % 10)
}

/// Luhn: every second digit twice, from the one before the check digit.
pub fn luhn(body: &str) -> char {
    let twice = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];
    let digits = body.bytes().rev().map(|c| usize::from(c - b'0')).enumerate();
    let sum: usize = digits.map(|(i, d)| if i % 2 == 0 { twice[d] } else { d }).sum();
    sign("0123456789", (10 - sum % 10) % 10)
}

/// ICAO 9303, over 14.
pub fn machine_readable(body: &str) -> char {
    let weights = [7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3];
    sign("0123456789", weighted(body, BASE_36, &weights) % 10)
}

/// The ninth of a vehicle's seventeen, whatever stands there now.
pub fn vehicle(code: &str) -> char {
    let value = |c: char| match c {
        '0'..='9' => c as usize - '0' as usize,
        'A' | 'J' => 1,
        'B' | 'K' | 'S' => 2,
        'C' | 'L' | 'T' => 3,
        'D' | 'M' | 'U' => 4,
        'E' | 'N' | 'V' => 5,
        'F' | 'W' => 6,
        'G' | 'P' | 'X' => 7,
        'H' | 'Y' => 8,
        'R' | 'Z' => 9,
        _ => panic!("{c} in {code}"),
    };
    let weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
    sign("0123456789X", code.chars().zip(weights).map(|(c, weight)| value(c) * weight).sum::<usize>() % 11)
}

/// ISO 6346, over ten. Ten is not to be given out: none.
pub fn container(body: &str) -> Option<char> {
    let letters = [
        10, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 34, 35, 36, 37,
        38,
    ];
    let value =
        |c: u8| if c.is_ascii_digit() { usize::from(c - b'0') } else { letters[usize::from(c - b'A')] };
    let sum: usize = body.bytes().enumerate().map(|(i, c)| value(c) << i).sum();
    (sum % 11 < 10).then(|| sign("0123456789", sum % 11))
}

/// A ship's, over six.
pub fn ship(body: &str) -> char {
    sign("0123456789", weighted(body, BASE_36, &[7, 6, 5, 4, 3, 2]) % 10)
}

/// The third of thirteen on the blank of a licence; a 4 counts as 8.
pub fn blank(code: &str) -> char {
    let sum = weighted(&code.replace('4', "8"), BASE_36, &[9, 8, 0, 8, 7, 3, 2, 3, 5, 6, 7, 8, 9]);
    sign("0123456789X", sum % 11)
}

/// The last two of a loan card, over fourteen.
pub fn loan_card(body: &str) -> String {
    let sum = weighted(body, BASE_36, &[1, 3, 5, 7, 11, 2, 13, 1, 1, 17, 19, 97, 23, 29]);
    format!("{:02}", sum % 97 + 1)
}
