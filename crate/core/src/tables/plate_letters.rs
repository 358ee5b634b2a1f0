//! Offices that give out number plates (发牌机关代号): look-ups in `data/plate_letters.tsv`.
//!
//! The letter behind the province's sign, e.g. 吉A: Changchun.

use crate::tables::table::Table;

static LETTERS: Table = Table::new(include_str!("../../data/plate_letters.tsv"));

/// The area (GB/T 2260) whose office gives out plates with this letter, if it is known.
pub fn area(province: [u8; 2], letter: u8) -> Option<[u8; 6]> {
    // The four municipalities use every letter for the same area.
    if matches!(&province, b"11" | b"12" | b"31" | b"50") {
        let [a, b] = province;
        let known = letter.is_ascii_uppercase() && !matches!(letter, b'I' | b'O');
        return known.then_some([a, b, b'0', b'0', b'0', b'0']);
    }
    let key = [province[0], province[1], letter];
    let row = LETTERS.find(std::str::from_utf8(&key).ok()?)?;
    row.columns::<2>()[1].as_bytes().try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::tables::regions;

    #[test]
    fn table() {
        LETTERS.assert_sorted(3..=3, 2);
        for row in LETTERS.rows() {
            let [key, division] = row.columns();
            assert_eq!(key[..2], division[..2], "{row:?}");
            assert!(!key.ends_with(['I', 'O']), "{row:?}");
            let division = division.as_bytes().try_into().expect("six digits");
            assert!(regions::known(&division), "{row:?}");
        }
        // Every province has its capital's A.
        for (sign, digits) in regions::SIGNS {
            assert!(area(digits, b'A').is_some(), "{sign}");
        }
    }

    #[test]
    fn areas() {
        for (province, letter, want) in [
            (b"22", b'A', Some(b"220100")),
            (b"22", b'B', Some(b"220200")),
            (b"22", b'H', Some(b"222400")),
            (b"45", b'H', Some(b"450300")), // 桂林 has C and H
            (b"45", b'C', Some(b"450300")),
            (b"42", b'R', Some(b"429006")),
            (b"44", b'Z', Some(b"440000")), // across the border to Hong Kong and Macao
            (b"11", b'N', Some(b"110000")),
            (b"11", b'O', None),
            (b"22", b'Z', None),
            (b"22", b'I', None),
            (b"53", b'B', None),
            (b"71", b'A', None),
            (b"22", b'a', None),
            (b"22", 0xff, None),
        ] {
            assert_eq!(area(*province, letter), want.copied(), "{province:?} {letter}");
        }
    }
}
