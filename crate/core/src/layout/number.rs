//! One number to be judged (待判号码), with what stands around it, and how sure the source of its kind is.

use crate::tables::date::Date;

/// How sure the source of a kind is (把握).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Shape hearsay: never `wrong`.
    Weak,
    /// Seen and plausible.
    Likely,
    /// A standard, or measured on real numbers.
    Sure,
}

/// One number to be judged, with what stands around it.
pub struct Number<'a> {
    /// The compact value: ASCII, no blanks, mask signs as `*`; letters as typed.
    pub value: &'a str,
    /// The words that name it, folded; empty where there are none.
    pub label: &'a str,
    /// The folded text before it, within its sentence.
    pub before: &'a [char],
    /// The folded text after it, within its sentence.
    pub after: &'a [char],
    /// The day of publication.
    pub today: Date,
}

impl<'a> Number<'a> {
    /// A bare value, no words around it.
    pub fn bare(value: &'a str, today: Date) -> Number<'a> {
        Number { value, label: "", before: &[], after: &[], today }
    }

    /// Do the label or the words around it within the sentence contain this word?
    pub fn says(&self, word: &str) -> bool {
        self.label.contains(word) || contains(self.before, word) || contains(self.after, word)
    }
}

pub(crate) fn contains(text: &[char], word: &str) -> bool {
    let len = word.chars().count();
    len > 0 && text.windows(len).any(|w| w.iter().copied().eq(word.chars()))
}
