//! What a value is made of (字符): reading it into a fixed width, and telling which characters cannot stand.
//!
//! Places count characters, so a value may hold anything; what is not ASCII becomes a NUL, which no
//! alphabet has.

use std::ops::Range;

use crate::judgement::{Flaw, Judgement};

/// How a problem is entered: [`Judgement::wrong`], [`Judgement::doubt`] or [`Judgement::hint`].
pub(crate) type Enter = fn(&mut Judgement, Flaw, Range<usize>);

/// The value, if it has exactly this many characters.
pub(crate) fn exactly<const N: usize>(value: &str) -> Option<[u8; N]> {
    let mut all = [0; N];
    fill(value, &mut all).then_some(all)
}

/// Fills the slots with the value's characters, if it has exactly as many.
#[inline(never)]
pub(super) fn fill(value: &str, slots: &mut [u8]) -> bool {
    if value.is_ascii() {
        if value.len() == slots.len() {
            slots.copy_from_slice(value.as_bytes());
        }
        return value.len() == slots.len();
    }
    let mut chars = value.chars();
    for slot in slots {
        let Some(c) = chars.next() else { return false };
        *slot = if c.is_ascii() { c as u8 } else { 0 };
    }
    chars.next().is_none()
}

/// The whole value as a place.
pub(crate) fn whole(value: &str) -> Range<usize> {
    0..value.chars().count()
}

/// Part of a value as an array.
///
/// The width is the caller's: the slice must have it.
pub(crate) fn part<const N: usize>(chars: &[u8]) -> [u8; N] {
    chars.try_into().expect("a slice of fixed bounds")
}

/// Tells of every run of characters that may not stand where they stand. Was there any?
pub(crate) fn stray(
    chars: &[u8],
    may_stand: impl Fn(usize, u8) -> bool,
    enter: Enter,
    out: &mut Judgement,
) -> bool {
    // Most values have none.
    let stray = |i: usize| !may_stand(i, chars[i]);
    (0..chars.len()).any(&stray) && tell_stray(chars.len(), &stray, enter, out)
}

#[inline(never)]
fn tell_stray(len: usize, strays: &dyn Fn(usize) -> bool, enter: Enter, out: &mut Judgement) -> bool {
    let mut any = false;
    for run in runs(len, strays) {
        enter(out, Flaw::Charset, run);
        any = true;
    }
    any
}

/// Remarks on the small letters in the value, from the first to the last.
pub(crate) fn lower_case(value: &str, out: &mut Judgement) {
    // No byte of a wide character is a small letter, and most values have none.
    if !value.bytes().any(|b| b.is_ascii_lowercase()) {
        return;
    }
    let small = |c: char| c.is_ascii_lowercase();
    let place = |byte: usize| value[..byte].chars().count();
    if let (Some(first), Some(last)) = (value.find(small), value.rfind(small)) {
        out.hint(Flaw::LowerCase, place(first)..place(last) + 1);
    }
}

/// The runs of places of which something is true.
pub(crate) fn runs(len: usize, holds: impl Fn(usize) -> bool) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = (at..len).find(|&i| holds(i))?;
        let end = (start..len).find(|&i| !holds(i)).unwrap_or(len);
        at = end;
        Some(start..end)
    })
}

/// A run of about this many digits, with room for two slips: letters that look like digits, or an X at the end.
pub(crate) fn mostly_digits(value: &str, lengths: Range<usize>) -> bool {
    let body = value.strip_suffix(['X', 'x']).unwrap_or(value);
    lengths.contains(&value.len())
        && value.bytes().all(|b| b.is_ascii_alphanumeric())
        && body.bytes().filter(|b| !b.is_ascii_digit()).count() <= 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::testing::{answers, gives};

    #[test]
    fn reading() {
        assert_eq!(exactly::<3>("1A身"), Some([b'1', b'A', 0]));
        assert_eq!(exactly::<3>("1A"), None);
        assert_eq!(exactly::<3>("1AB身"), None);
        assert_eq!(exactly::<0>(""), Some([]));
        assert_eq!(whole("1身"), 0..2);
    }

    #[test]
    fn runs_of_places() {
        gives(
            |text| {
                let runs = runs(text.len(), |i| text.as_bytes()[i] == b'*');
                runs.map(|run| format!("{}-{}", run.start, run.end)).collect::<Vec<_>>().join(" ")
            },
            "
            ∅            ∅  aa
            0-1          *
            0-2 3-4      **a*
            1-2          a*a
            0-1 2-3 4-6  *a*a**
            ",
        );
    }

    #[test]
    fn digits_with_slips() {
        answers(
            |value| mostly_digits(value, 4..6),
            "
            yes  12345  1234X  12O4x  1lO4X
            no   llO4X  123  123456  12-45  12身  ∅
            ",
        );
    }
}
