//! Characters that only look like an ideograph (部首字符与兼容汉字): what copying out of a PDF often gives.
//!
//! A PDF may hold `2024年4⽉9⽇` with the Kangxi radicals U+2F49 and U+2F47: nobody sees it, but no label, unit or name is
//! found any more, by a program or by a search. So a text with such characters is read as the text with the ideographs
//! they stand for, and everything that was found is then led back to where it stands.
//!
//! | block                                     | from | stands for                           |
//! |-------------------------------------------|------|--------------------------------------|
//! | CJK Radicals Supplement                   | 2E80 | its equivalent unified ideograph     |
//! | Kangxi Radicals                           | 2F00 | its compatibility decomposition      |
//! | CJK Compatibility Ideographs              | F900 | its canonical decomposition          |
//! | CJK Compatibility Ideographs Supplement   | 2F800 | its canonical decomposition         |

use crate::tables::table::Table;

static TABLE: Table = Table::new(include_str!("../../data/ideographs.tsv"));

/// The ideograph that a character stands for, if it is one of those.
pub(crate) fn ideograph(ch: char) -> Option<char> {
    if !matches!(ch, '\u{2e80}'..='\u{2fdf}' | '\u{f900}'..='\u{faff}' | '\u{2f800}'..='\u{2fa1f}') {
        return None;
    }
    let code = ch as u32;
    let [_, row] = TABLE.find(&format!("{:04X}", code >> 4))?.columns();
    row.chars().nth((code & 0xf) as usize).filter(|&ch| ch != '.')
}

/// May such a character start with these two bytes? Branch-free, for the scan over all bytes; [`ideograph`] tells.
#[inline(always)]
pub(crate) fn may_stand_in(a: u8, b: u8) -> bool {
    ((a == 0xe2) & (b.wrapping_sub(0xba) < 6))
        | ((a == 0xef) & (b.wrapping_sub(0xa4) < 8))
        | ((a == 0xf0) & (b == 0xaf))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order() {
        TABLE.assert_sorted(4..=4, 2);
        for row in TABLE.rows() {
            let [_, characters] = row.columns();
            assert!((1..=16).contains(&characters.chars().count()), "{row:?}");
            // What stands for another stands for the last one at once.
            assert!(characters.chars().all(|ch| ideograph(ch).is_none()), "{row:?}");
        }
    }

    /// From the Unicode Character Database: UnicodeData.txt and EquivalentUnifiedIdeograph.txt.
    #[test]
    fn what_they_stand_for() {
        for (ch, want) in [
            ('⽇', Some('日')),
            ('⽉', Some('月')),
            ('⼈', Some('人')),
            ('⺠', Some('民')),
            ('⻓', Some('长')),
            ('⻋', Some('车')),
            ('\u{2e80}', None),
            ('\u{2e9a}', None), // not assigned
            ('\u{f900}', Some('豈')),
            ('\u{f98e}', Some('年')),
            ('\u{f9d1}', Some('六')),
            ('\u{fa0e}', None), // a unified ideograph in this block
            ('\u{fad9}', Some('龎')),
            ('\u{2f800}', Some('丽')),
            ('\u{2fa1d}', Some('𪘀')),
            ('日', None),
            ('⿰', None),
        ] {
            assert_eq!(ideograph(ch), want, "U+{:04X}", ch as u32);
            let mut bytes = [0; 4];
            ch.encode_utf8(&mut bytes);
            assert!(want.is_none() || may_stand_in(bytes[0], bytes[1]), "U+{:04X}", ch as u32);
        }
        for code in 0..=0x10ffff {
            let Some(ch) = char::from_u32(code).filter(|&ch| ideograph(ch).is_some()) else { continue };
            let mut bytes = [0; 4];
            ch.encode_utf8(&mut bytes);
            assert!(may_stand_in(bytes[0], bytes[1]), "U+{code:04X}");
        }
    }
}
