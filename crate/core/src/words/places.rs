//! Places in words (地名): what the code of a region or of a bank's area stands for. Places keep their Chinese
//! names, so the languages differ in a few words only.

use super::parts::code;
use crate::tables::bank_areas;
use crate::tables::regions::{self, Place};

/// The words between the names, in one language.
pub(super) struct Places {
    /// What 100000 stands for.
    pub(super) state: &'static str,
    /// What 83 and 830000 stand for, which no list of divisions has.
    pub(super) permits: &'static str,
    /// Behind a region that no list has.
    pub(super) no_region: &'static str,
    /// Behind a bank's area that no list has.
    pub(super) no_bank_area: &'static str,
    /// Before the province of such an area.
    pub(super) first_two: &'static str,
    /// Brackets, with the blank they need.
    pub(super) brackets: [&'static str; 2],
    /// Between two remarks.
    pub(super) comma: &'static str,
    /// Between two codes.
    pub(super) and: &'static str,
    /// Around the last year of a region whose first is before the lists.
    pub(super) until: [&'static str; 2],
    /// Before the codes of today.
    pub(super) now: &'static str,
    /// Behind the first of many.
    pub(super) others: &'static str,
    /// Before the name it had.
    pub(super) formerly: &'static str,
}

impl Places {
    /// A region with what is above it and what became of it.
    pub(super) fn region(&self, region: &[u8; 6]) -> String {
        let text = code(region);
        let [open, close] = self.brackets;
        if *region == regions::STATE {
            return format!("{text} {}", self.state);
        }
        if region == b"830000" {
            return format!("{text} {}", self.permits);
        }
        let Some(place) = regions::place(region) else {
            return match self.province([region[0], region[1]]) {
                Some(province) => format!("{text} {}{open}{province}{close}", self.no_region),
                None => format!("{text} {}", self.no_region),
            };
        };
        let mut out = String::with_capacity(96);
        out.push_str(text);
        out.push(' ');
        place.name(&mut out);
        let notes = self.notes(&place);
        if !notes.is_empty() {
            out.extend([open, &notes, close]);
        }
        out
    }

    /// 吉林省四平市，1990–2020，后为 220184
    fn notes(&self, place: &Place) -> String {
        let mut out: String = place.above().into_iter().flatten().collect();
        let mut note = |text: &[&str]| {
            if !out.is_empty() {
                out.push_str(self.comma);
            }
            out.extend(text.iter().copied());
        };
        let region = &place.region;
        match (region.first, region.last) {
            (None, None) => {}
            (Some(first), None) => note(&[&first.to_string(), "–"]),
            (Some(first), Some(last)) => note(&[&first.to_string(), "–", &last.to_string()]),
            (None, Some(last)) => note(&[self.until[0], &last.to_string(), self.until[1]]),
        }
        match place.today().as_slice() {
            [] => {}
            [one] => note(&[self.now, code(one)]),
            [one, two] => note(&[self.now, code(one), self.and, code(two)]),
            [first, ..] => note(&[self.now, code(first), self.others]),
        }
        if let Some((name, _)) = place.before {
            note(&[self.formerly, name]);
        }
        out
    }

    /// A province, or what stands for one on residence permits.
    pub(super) fn province(&self, two: [u8; 2]) -> Option<&'static str> {
        if two == *b"83" { Some(self.permits) } else { regions::province(two) }
    }

    /// A bank's area with what is above it.
    pub(super) fn bank_area(&self, area: &[u8; 4]) -> String {
        let text = code(area);
        let [open, close] = self.brackets;
        match (bank_areas::area(area), bank_areas::province(area)) {
            (Some(found), _) => {
                let division = found.division.and_then(|d| d.as_bytes().try_into().ok());
                let above = division.and_then(|d| regions::place(&d)).map(|place| place.above());
                let above: String = above.into_iter().flatten().flatten().collect();
                match above.as_str() {
                    "" => format!("{text} {}", found.name),
                    _ => format!("{text} {}{open}{above}{close}", found.name),
                }
            }
            (None, Some(province)) => {
                format!("{text} {}{open}{}{province}{close}", self.no_bank_area, self.first_two)
            }
            (None, None) => format!("{text} {}", self.no_bank_area),
        }
    }
}
