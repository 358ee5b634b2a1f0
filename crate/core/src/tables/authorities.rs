//! Registering authorities and kinds of bodies (登记管理部门, 机构类别): look-ups in `data/authorities.tsv`.
//!
//! The first two characters of a unified social credit code, e.g. 91: enterprise, market regulation.

use crate::judgement::Lang;
use crate::tables::table::Table;

static AUTHORITIES: Table = Table::new(include_str!("../../data/authorities.tsv"));

/// Who registered a body, and what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Authority {
    /// The kind of body.
    pub body: &'static str,
    /// The office that registered it.
    pub office: &'static str,
}

/// Is it a pair that is given out?
pub fn known(pair: &[u8; 2]) -> bool {
    std::str::from_utf8(pair).is_ok_and(|pair| AUTHORITIES.has(pair))
}

/// Looks up a pair.
pub fn look_up(pair: &[u8; 2], lang: Lang) -> Option<Authority> {
    let name = |code: &[u8]| {
        let [_, zh, en] = AUTHORITIES.find(std::str::from_utf8(code).ok()?)?.columns();
        Some(match lang {
            Lang::Zh => zh,
            Lang::En => en,
        })
    };
    Some(Authority { body: name(pair)?, office: name(&pair[..1])? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table() {
        AUTHORITIES.assert_sorted(1..=2, 3);
        for row in AUTHORITIES.rows() {
            assert_eq!(row.width(), 3, "{row:?}");
            if let Ok(pair) = row.key().as_bytes().try_into() {
                assert!(known(pair), "{row:?}");
            }
        }
        // Nothing but the standard's pairs and those given out since.
        let pairs: Vec<_> = AUTHORITIES.rows().map(|row| row.key()).filter(|key| key.len() == 2).collect();
        assert_eq!(
            pairs.join(" "),
            "11 12 13 19 21 29 31 32 33 34 35 36 39 41 49 51 52 53 54 55 59 61 62 69 71 72 79 81 82 89 \
             91 92 93 99 A1 A9 G1 G9 J1 J9 N1 N2 N3 N9 Q1 Q2 Q3 Q9 Y1"
        );
    }

    #[test]
    fn names() {
        let name = |pair: &[u8; 2], lang| look_up(pair, lang).map(|a| (a.body, a.office));
        assert_eq!(name(b"91", Lang::Zh), Some(("企业", "市场监管部门")));
        assert_eq!(name(b"54", Lang::Zh), Some(("村民委员会", "民政部门")));
        assert_eq!(name(b"N2", Lang::En), Some(("collective of a village", "agriculture office")));
        for pair in [b"90", b"94", b"01", b"9 ", b"a1", b"9\t"] {
            assert!(!known(pair), "{pair:?}");
        }
    }
}
