//! The number kinds (号码种类): one kind a file, loose `looks_like`, strict `check`.

pub mod date;

use crate::{Date, Judgement};

/// One kind of number: what it is called, how it is recognised, how it is judged.
pub struct Kind {
    /// Stable name in reports and codes.
    pub id: &'static str,
    /// Its name in Chinese and in English.
    pub names: [&'static str; 2],
    /// Its grammar in one line, for the list of what is checked.
    pub grammar: &'static str,
    /// The standard (with year) or the evidence behind the check.
    pub source: &'static str,
    /// How sure the source is; caps the worst verdict.
    pub confidence: Confidence,
    /// Could a compact value be meant as this kind? Also true one character short or long.
    pub looks_like: fn(&str) -> bool,
    /// Judges a compact value.
    pub check: fn(&Number) -> Judgement,
}

impl Kind {
    /// Its name in a language.
    pub fn name(&self, lang: crate::Lang) -> &'static str {
        self.names[lang as usize]
    }
}

impl PartialEq for Kind {
    fn eq(&self, other: &Kind) -> bool {
        self.id == other.id
    }
}

impl std::fmt::Debug for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id)
    }
}

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

fn contains(text: &[char], word: &str) -> bool {
    let len = word.chars().count();
    len > 0 && text.windows(len).any(|w| w.iter().copied().eq(word.chars()))
}
