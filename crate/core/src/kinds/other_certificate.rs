//! A labelled number of no kind that is known here (其他证号): found, shown, not computed.
//!
//! ```text
//! number = letters, digits, hyphens, brackets, 字 第 号 and the like; four digits at least, three behind letters and a
//!          hyphen (`HT-001`)
//! ```
//!
//! Some of these carry a whole identity number, and with it its owner's: `T` and the identity number on
//! work permits for special trades (特种作业操作证), the identity number and two digits for kind and grade on
//! disability certificates (残疾人证).

use std::ops::Range;

use super::{Confidence, Kind, Number, Of, range, resident_id};
use crate::judgement::{Flaw, Judgement, Personal};
use crate::tables::regions;

/// The kind.
pub static KIND: Kind = Kind::new(Of::Paper, "other_certificate", ["其他证号", "other certificate number"])
    .written("有名称或编号字样的号码，各发证机关自定；只列出，不校验")
    .source(Confidence::Weak, "各类证照样式")
    .code(looks_like, check);

/// No certificate's number is longer.
const LONGEST: usize = 60;

pub(super) fn looks_like(value: &str) -> bool {
    let may_stand = |c: char| {
        c.is_ascii_alphanumeric() || "*-/.()[]〔〕【】~#".contains(c) || ('一'..='\u{9fff}').contains(&c)
    };
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    (digits >= 4 || digits == 3 && is_short(value))
        && value.chars().count() <= LONGEST
        && value.chars().all(may_stand)
}

/// `HT-001`: letters, a hyphen and three digits.
pub(crate) fn is_short(value: &str) -> bool {
    value.split_once('-').is_some_and(|(letters, digits)| {
        letters.len() >= 2
            && letters.bytes().all(|b| b.is_ascii_uppercase())
            && digits.len() == 3
            && digits.bytes().all(|b| b.is_ascii_digit())
    })
}

fn check(number: &Number) -> Judgement {
    let mut out = Judgement::default();
    range::confirm(number, &mut out);
    if let Some(agrees) = book_number_agrees(number) {
        let len = number.value.chars().count();
        out.proved = agrees;
        if !agrees {
            out.wrong(Flaw::CheckChar, len - 1..len);
        }
    }
    if let Some(span) = identity_inside(number) {
        out.expose(Personal::IdentityNumber, span);
    }
    out
}

/// Does the check digit of a book's number agree (ISBN of thirteen digits, GB/T 5795—2006)? None where it is no such.
fn book_number_agrees(number: &Number) -> Option<bool> {
    let value = number.value;
    let bare = value.strip_prefix("ISBN").or_else(|| value.strip_prefix("isbn"));
    let named = || number.label.contains("ISBN") || number.label.contains("书号");
    let digits = bare.or_else(|| named().then_some(value))?.bytes().filter(|b| *b != b'-' && *b != b':');
    let digits: Vec<u8> = digits.collect();
    let whole = digits.len() == 13 && digits.iter().all(u8::is_ascii_digit);
    if !whole || !matches!(digits.as_slice(), [b'9', b'7', b'8' | b'9', ..]) {
        return None;
    }
    let weigh = |(i, b): (usize, &u8)| u32::from(b - b'0') * if i % 2 == 0 { 1 } else { 3 };
    Some(digits.iter().enumerate().map(weigh).sum::<u32>().is_multiple_of(10))
}

/// Where an identity number stands beyond chance: a run of eighteen, or of two digits more, whose division, day of
/// birth and check character agree.
fn identity_inside(number: &Number) -> Option<Range<usize>> {
    let all: Vec<char> = number.value.chars().collect();
    let is_start = |i: &usize| all[*i].is_ascii_digit() && (*i == 0 || !all[i - 1].is_ascii_digit());
    (0..all.len()).filter(is_start).find_map(|at| {
        let more = all[at..].iter().skip(18).take_while(|c| c.is_ascii_digit()).count();
        let id: String = all.get(at..at + 18)?.iter().collect();
        let placed = id.as_bytes().first_chunk().is_some_and(regions::known);
        (matches!(more, 0 | 2) && placed && resident_id::agrees(&id, number.today)).then_some(at..at + 18)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::{Fact, Verdict};
    use crate::kinds::testing::{all_within, odd_values};

    #[test]
    fn always_plausible() {
        KIND.judges(
            "
            plausible           T220104199003072311  // the check digit does not agree
            plausible           JY12201040012340  22001234567  2019-00123  吉税字220104000012345号
            plausible           00244230-00244217  2201041990030723104  220104********231043
            plausible; exposed  T220104199003072310  22010419900307231043  220104199003072310
            like                1234  D-2201-012345  (2018)第0012号  HT-001
            unlike              （2018）第0012号  // the value is folded, brackets too
            unlike              123  ABCD  1234、5678  A-101  HT001  ∅
            ",
        );
        all_within(&KIND, Verdict::Plausible..=Verdict::Plausible, odd_values());
    }

    #[test]
    fn range_with_its_count() {
        let [(_, agreeing), (_, differing)] = &KIND.judges(
            "
            verified   ⟦00244217-00244230⟧共14份
            plausible  ⟦00244217-00244230⟧共13份
            ",
        )[..] else {
            panic!("two rows")
        };
        assert!(agreeing.facts.contains(&Fact::Count(14)) && !differing.facts.contains(&Fact::Count(14)));
    }

    #[test]
    fn looks() {
        assert!(!looks_like(&"1".repeat(61)));
    }
}
