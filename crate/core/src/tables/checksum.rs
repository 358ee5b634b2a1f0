//! Check characters (校验码): the arithmetic that several kinds share.
//!
//! | function    | rule                                            | who uses it                          |
//! |-------------|-------------------------------------------------|--------------------------------------|
//! | `mod_11_2`  | ISO 7064 MOD 11-2: Σ d·2^(n−i), check (12−Σ)    | identity numbers, residence permits  |
//! | `mod_11_10` | ISO 7064 MOD 11,10 (hybrid)                     | registration numbers, bank numbers   |
//! | `mod_31`    | Σ v·3^i mod 31, check (31−Σ)                    | credit codes (GB 32100—2015)         |
//! | `org_code`  | Σ v·w mod 11, w = 3 7 9 10 5 8 4 2, check (11−Σ) | organisation codes (GB 11714—1997)  |
//! | `loan_card` | Σ v·w mod 97 + 1, two digits                    | loan card codes (中征码)             |
//! | `luhn`      | every second digit doubled, Σ mod 10 = 0        | bank cards                           |
//! | `mrz`       | weights 7 3 1, Σ mod 10                         | foreigners' cards of 2017 (ICAO 9303) |
//! | `vin`       | Σ v·w mod 11, w = 8 7 … 2 10 0 9 8 … 2          | vehicles (GB 16735)                  |
//! | `iso_6346`  | Σ v·2^i mod 11 mod 10                           | containers (ISO 6346)                |
//! | `imo`       | Σ d·w mod 10, w = 7 6 5 4 3 2                   | ships (IMO)                          |
//! | `hong_kong` | Σ v·w mod 11, w = 9 8 … 2, a blank of 36 before one letter, check (11−Σ), ten is A | Hong Kong's identity cards |
//! | `licence_core` | Σ d·w mod 11, w = 9 8 _ 8 7 3 2 3 5 6 7 8 9, a 4 counts as 8 | driving and vehicle licences |
//!
//! Bodies are ASCII without their check character. A character outside the rule's alphabet gives `None`
//! (`false` for `luhn`): the caller has told of it already.

/// The alphabet of the credit code (GB 32100—2015): no I, O, S, V, Z. The place is the value.
pub const BASE_31: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// Values by character; 255 where the alphabet lacks it. A table, because every character of a credit code asks.
static VALUE_31: [u8; 128] = {
    let mut table = [255; 128];
    let mut value = 0;
    while value < BASE_31.len() {
        table[BASE_31[value] as usize] = value as u8;
        value += 1;
    }
    table
};

/// The value of a character in base 31.
pub fn value_31(c: u8) -> Option<u32> {
    VALUE_31.get(usize::from(c)).filter(|&&v| v != 255).map(|&v| u32::from(v))
}

/// The value of a digit.
fn digit(c: u8) -> Option<u32> {
    c.is_ascii_digit().then(|| u32::from(c - b'0'))
}

/// The value of a digit or capital, A = 10.
fn value_36(c: u8) -> Option<u32> {
    match c {
        b'0'..=b'9' => Some(u32::from(c - b'0')),
        b'A'..=b'Z' => Some(u32::from(c - b'A') + 10),
        _ => None,
    }
}

/// A remainder modulo 11 as it is written: ten is X.
fn written_11(value: u32) -> u8 {
    b"0123456789X"[(value % 11) as usize]
}

/// Horner's rule in base 2 modulo 11: the last character weighs 2, each before it twice as much.
fn powers_of_2(body: &[u8], value: fn(u8) -> Option<u32>) -> Option<u32> {
    body.iter().try_fold(0, |sum, &c| Some((sum + value(c)?) * 2 % 11))
}

/// The check character of an identity number (ISO 7064 MOD 11-2).
pub fn mod_11_2(body: &[u8]) -> Option<u8> {
    powers_of_2(body, digit).map(|sum| written_11(12 - sum))
}

/// The check character of an organisation code: its printed weights 3 7 9 10 5 8 4 2 are 2^8 … 2^1 mod 11.
pub fn org_code(body: &[u8]) -> Option<u8> {
    powers_of_2(body, value_36).map(|sum| written_11(11 - sum))
}

/// The check digit of a registration number (ISO 7064 MOD 11,10).
pub fn mod_11_10(body: &[u8]) -> Option<u8> {
    let p = body.iter().try_fold(10, |p, &c| {
        let x = (p + digit(c)?) % 10;
        Some(if x == 0 { 10 } else { x } * 2 % 11)
    })?;
    Some(b'0' + ((11 - p) % 10) as u8)
}

/// The check character of a credit code. The weights are 3^i from the left, so Horner's rule runs from the right.
pub fn mod_31(body: &[u8]) -> Option<u8> {
    let sum = body.iter().rev().try_fold(0, |sum, &c| Some((3 * sum + value_31(c)?) % 31))?;
    Some(BASE_31[((31 - sum) % 31) as usize])
}

/// The two check digits of a loan card code. The printed weight of the twelfth character is 97: it never counts.
pub fn loan_card(body: &[u8; 14]) -> Option<[u8; 2]> {
    const WEIGHTS: [u32; 14] = [1, 3, 5, 7, 11, 2, 13, 1, 1, 17, 19, 97, 23, 29];
    let sum = body.iter().zip(WEIGHTS).try_fold(0, |sum, (&c, w)| Some(sum + w * value_36(c)?))?;
    let check = (sum % 97 + 1) as u8;
    Some([b'0' + check / 10, b'0' + check % 10])
}

/// Does a card number, check digit included, agree (Luhn)?
pub fn luhn(digits: &[u8]) -> bool {
    let sum = digits.iter().rev().enumerate().try_fold(0, |sum, (i, &c)| {
        let d = digit(c)?;
        Some((sum + if i % 2 == 0 { d } else { d * 2 / 10 + d * 2 % 10 }) % 10)
    });
    sum == Some(0) && !digits.is_empty()
}

/// The check digit of a machine-readable zone (ICAO 9303, weights 7 3 1).
pub fn mrz(body: &[u8]) -> Option<u8> {
    let weights = [7, 3, 1].into_iter().cycle();
    let sum = body.iter().zip(weights).try_fold(0, |sum, (&c, w)| Some((sum + w * value_36(c)?) % 10))?;
    Some(b'0' + sum as u8)
}

/// The check character of a vehicle's identification number (VIN). It stands ninth and weighs nothing.
pub fn vin(code: &[u8; 17]) -> Option<u8> {
    const WEIGHTS: [u32; 17] = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
    let value = |c: u8| {
        let value = match c {
            b'0'..=b'9' => c - b'0',
            b'A'..=b'H' => c - b'A' + 1,
            b'J'..=b'N' => c - b'J' + 1,
            b'P' | b'R' => c - b'P' + 7,
            b'S'..=b'Z' => c - b'S' + 2,
            _ => return None,
        };
        Some(u32::from(value))
    };
    let sum = code.iter().zip(WEIGHTS).try_fold(0, |sum, (&c, w)| Some(sum + w * value(c)?))?;
    Some(written_11(sum))
}

/// The check digit of a container. Letters count from 10 on, but 11, 22 and 33 are passed over; ten is written 0.
pub fn iso_6346(body: &[u8; 10]) -> Option<u8> {
    let value = |c: u8| match c {
        b'A'..=b'Z' => {
            let letter = u32::from(c - b'A');
            Some(10 + letter + letter.div_ceil(10))
        }
        _ => digit(c),
    };
    // Horner's rule from the right: the first character weighs 1.
    let sum = body.iter().rev().try_fold(0, |sum, &c| Some((2 * sum + value(c)?) % 11))?;
    Some(b'0' + (sum % 10) as u8)
}

/// The check digit of a ship's IMO number.
pub fn imo(body: &[u8; 6]) -> Option<u8> {
    let sum = body.iter().zip((2..=7).rev()).try_fold(0, |sum, (&c, w)| Some(sum + w * digit(c)?))?;
    Some(b'0' + (sum % 10) as u8)
}

/// The check character of a Hong Kong identity card: one letter or two and six digits. A blank stands before a single letter.
pub fn hong_kong(body: &[u8]) -> Option<u8> {
    let blank = match body.len() {
        7 => Some(36),
        8 => None,
        _ => return None,
    };
    let values = blank.into_iter().map(Some).chain(body.iter().map(|&c| value_36(c)));
    let sum = values.zip((2..=9).rev()).try_fold(0, |sum, (value, weight)| Some(sum + weight * value?))?;
    Some(b"0A987654321"[(sum % 11) as usize])
}

/// The check character of the number printed on the blank of a driving or vehicle licence. It stands third and
/// weighs nothing; a 4 counts as 8.
pub fn licence_core(code: &[u8; 13]) -> Option<u8> {
    const WEIGHTS: [u32; 13] = [9, 8, 0, 8, 7, 3, 2, 3, 5, 6, 7, 8, 9];
    let value = |c: u8| if c == b'4' { Some(8) } else { digit(c) };
    let counted = code.iter().zip(WEIGHTS).filter(|(_, w)| *w != 0);
    let sum = counted.map(|(&c, w)| (value(c), w)).try_fold(0, |sum, (v, w)| Some(sum + w * v?))?;
    Some(written_11(sum))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{answers, claims};

    /// The rules as printed: weights times values, written out. Nothing of the code above is used.
    fn weighted(body: &[u8], alphabet: &str, weights: &[usize]) -> usize {
        assert_eq!(body.len(), weights.len());
        body.iter()
            .zip(weights)
            .map(|(&c, w)| alphabet.find(char::from(c)).expect("in the alphabet") * w)
            .sum()
    }

    const W_11_2: [usize; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const W_31: [usize; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    const W_ORG: [usize; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
    const A_36: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const A_31: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    type Check = fn(&[u8]) -> Option<u8>;

    #[test]
    fn vectors() {
        let rules: [(&str, Check); 5] = [
            ("MOD 11-2", mod_11_2),
            ("mod 31", mod_31),
            ("org code", org_code),
            ("MOD 11,10", mod_11_10),
            ("7 3 1", mrz),
        ];
        // All made up, their check characters computed elsewhere.
        let table = "
            MOD 11-2   220104199003072310  220622197811124562  220381198502290047  810000199408230021
            MOD 11-2   830000199201300022  911398199012310021
            mod 31     91110000000000000E  91220104MA0Y1A2B3Q  92220182MA15T6K3XP  93220184598765437Y
            mod 31     52220102MJY1234586  31220000MD0123454Q  N2220184MF1234567Q  54220184MF7654327K
            mod 31     G1310000MA1FP8X27W
            org code   MA17ABCD2  412345670  000000000
            MOD 11,10  220102000012345  220182612345672  12201040012340  22201020001235  32201840000779
            MOD 11,10  10122010400128  103241001026  313246200019
            7 3 1      KAZ110090123105  L898902C36  7408122  1204159
        ";
        for (name, codes) in claims(table) {
            let (_, check) = rules.iter().find(|rule| rule.0 == name).expect(name);
            for code in codes {
                let (body, last) = code.as_bytes().split_at(code.len() - 1);
                assert_eq!(check(body), Some(last[0]), "{name} {code}");
            }
        }
    }

    #[test]
    fn luhn_vectors() {
        answers(
            |card| luhn(card.as_bytes()),
            "
            yes  6228481234567890128  622202420012345671  79927398713  0
            no   622202240012345671  // neighbours swapped
            no   622202420012345672  79927398710  ∅  62220242001234567x
            ",
        );
    }

    #[test]
    fn loan_card_vectors() {
        // All made up, their check digits computed elsewhere.
        for code in ["2201000012345609", "A0B1234567890176", "0000000000000001", "ZZZ9999999999965"] {
            let (body, check) = code.as_bytes().split_at(14);
            assert_eq!(
                loan_card(body.try_into().expect("fourteen")).as_ref().map(|c| &c[..]),
                Some(check),
                "{code}"
            );
        }
        assert_eq!(loan_card(b"2201*000123456"), None);
        assert_eq!(loan_card(b"a2010000123456"), None);
    }

    #[test]
    fn vehicle_vectors() {
        // The specimen of the American rule, and made up ones; their check characters were computed elsewhere.
        for code in ["1M8GDM9AXKP042788", "11111111111111111", "LFV2A21K4E3012345", "LSVNV2189E2123456"] {
            let code = code.as_bytes().try_into().expect("seventeen");
            assert_eq!(vin(code), Some(code[8]), "{code:?}");
        }
        // The standard's specimen, and one whose remainder is ten.
        for code in ["CSQU3054383", "ZQXU7654050", "KQAU0000015"] {
            let (body, check) = code.as_bytes().split_at(10);
            assert_eq!(iso_6346(body.try_into().expect("ten")), Some(check[0]), "{code}");
        }
        for code in ["9074729", "8001232", "1234567", "0000000"] {
            let (body, check) = code.as_bytes().split_at(6);
            assert_eq!(imo(body.try_into().expect("six")), Some(check[0]), "{code}");
        }
        for code in ["2240012345678", "22X0000000345", "5180049876543"] {
            let code = code.as_bytes().try_into().expect("thirteen");
            assert_eq!(licence_core(code), Some(code[2]), "{code:?}");
        }
    }

    /// The tables of values as the standards print them, character by character.
    #[test]
    fn values_of_letters() {
        // VIN: the column of a letter in these rows is its value.
        let rows = ["ABCDEFGH", "JKLMN.P.R", ".STUVWXYZ"];
        for row in rows {
            for (i, c) in row.bytes().enumerate().filter(|(_, c)| *c != b'.') {
                let mut code = *b"00000000000000000";
                // Weight 2 at the end.
                code[16] = c;
                assert_eq!(vin(&code), Some(b"0123456789X"[2 * (i + 1) % 11]), "{}", c as char);
            }
        }
        let values = [
            10, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 34, 35, 36,
            37, 38,
        ];
        for (c, value) in (b'A'..=b'Z').zip(values) {
            let mut body = *b"0000000000";
            body[0] = c;
            assert_eq!(iso_6346(&body), Some(b'0' + (value % 11 % 10) as u8), "{}", c as char);
        }
    }

    #[test]
    fn strangers_among_vehicles() {
        for c in *b"IOQ*a-" {
            let mut code = *b"00000000000000000";
            code[3] = c;
            assert_eq!(vin(&code), None, "{}", c as char);
        }
        assert_eq!(iso_6346(b"CSQU30543*"), None);
        assert_eq!(iso_6346(b"csqu305438"), None);
        assert_eq!(imo(b"90747X"), None);
        assert_eq!(licence_core(b"22300123456*8"), None);
        // What stands at the place of the check character does not count.
        assert_eq!(licence_core(b"22*0012345678"), licence_core(b"2240012345678"));
    }

    #[test]
    fn weights_are_the_printed_ones() {
        for i in 0..17 {
            for d in 0..31 {
                let mut body = *b"00000000000000000";
                body[i] = A_31.as_bytes()[d];
                let want = A_31.as_bytes()[(31 - weighted(&body, A_31, &W_31) % 31) % 31];
                assert_eq!(mod_31(&body), Some(want), "{i} {d}");
                if d < 10 {
                    let want = b"10X98765432"[weighted(&body, A_36, &W_11_2) % 11];
                    assert_eq!(mod_11_2(&body), Some(want), "{i} {d}");
                }
            }
        }
        for i in 0..8 {
            for c in A_36.bytes() {
                let mut body = *b"00000000";
                body[i] = c;
                let want = b"0X987654321"[weighted(&body, A_36, &W_ORG) % 11];
                assert_eq!(org_code(&body), Some(want), "{i} {c}");
            }
        }
    }

    #[test]
    fn hong_kong_cards() {
        // A123456(3) is the Immigration Department's specimen, AB987654(3) the other one that is printed everywhere.
        for (body, want) in [
            ("A123456", Some(b'3')),
            ("AB987654", Some(b'3')),
            ("C123456", Some(b'9')),
            ("A12345", None),
            ("a123456", None),
            ("", None),
        ] {
            assert_eq!(hong_kong(body.as_bytes()), want, "{body}");
        }
    }

    #[test]
    fn characters_outside_the_alphabet() {
        let rules: [(&str, Check, &[u8]); 5] = [
            ("MOD 11-2", mod_11_2, b"AaX*/:\x00\xFF"),
            ("MOD 11,10", mod_11_10, b"AaX*/:\x00\xFF"),
            ("mod 31", mod_31, b"IOSVZaz*/:@[\x00\x7F\x80\xFF"),
            ("org code", org_code, b"az*/:@[\x00\xFF"),
            ("7 3 1", mrz, b"az*/:@[<\x00\xFF"),
        ];
        for (rule, check, strangers) in rules {
            for &c in strangers {
                assert_eq!(check(&[b'1', c]), None, "{rule} {c:#x}");
            }
        }
    }
}
