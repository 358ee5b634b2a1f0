//! One number of a text, named and judged (发现), and how it may have been meant.
//!
//! All places are half-open ranges; in this crate they count bytes of the pasted text.

use crate::judgement::{Fact, Flaw, Personal, Problem, Severity, Verdict};
use crate::kinds::Kind;

/// One number in the text, named and judged (发现).
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Where the number starts.
    pub start: usize,
    /// Where it ends (exclusive).
    pub end: usize,
    /// What it is.
    pub kind: &'static Kind,
    /// The number itself, compact: no blanks or line ends, ASCII, every mask sign as `*`.
    pub value: String,
    /// The words that name it, as read (blanks and line ends left out).
    pub label: Option<String>,
    /// How much was proved.
    pub verdict: Verdict,
    /// What it prints about a person in full, and how it is masked.
    pub exposure: Option<Exposure>,
    /// What speaks against it.
    pub problems: Vec<Problem>,
    /// What it says.
    pub facts: Vec<Fact>,
    /// How it may have been meant, the likeliest first.
    pub suggestions: Vec<Suggestion>,
    /// The notice it stands in, as an index into [`crate::Report::notices`].
    pub notice: Option<usize>,
}

impl Finding {
    /// Says something of the whole number that only other numbers of the text show; its verdict follows.
    pub(crate) fn object(&mut self, flaw: Flaw, severity: Severity) {
        let span = 0..self.value.chars().count();
        self.problems.push(Problem { flaw, severity, start: self.start, end: self.end, span });
        self.verdict = Verdict::of(Some(severity), self.verdict);
    }

    /// What is well formed is proved by others of the text; nothing else is made better by them.
    pub(crate) fn prove(&mut self) {
        if self.verdict == Verdict::Plausible {
            self.verdict = Verdict::Verified;
        }
    }
}

/// How a number may have been meant (建议): where the slip may be, never a pass forged.
///
/// `start..end` is what would be replaced in the text; it lies inside the finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// Where the change starts.
    pub start: usize,
    /// Where it ends (exclusive); the same as `start` where something was left out.
    pub end: usize,
    /// What would stand there.
    pub replacement: String,
    /// The whole number as it would be, compact.
    pub value: String,
    /// May it be applied without the original?
    pub certainty: Certainty,
    /// What was done to the number.
    pub slip: Slip,
    /// The place in characters of the compact value as it stands, from 0: 第几位, as the words say it.
    pub span: std::ops::Range<usize>,
    /// The division that the number would then name, if it is another.
    pub region: Option<[u8; 6]>,
}

/// How sure a suggestion is (把握).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// A change of writing: the number stays itself, or a character that cannot occur becomes the one it looks like.
    Safe,
    /// A slip that would explain the number; only the original tells.
    Compare,
}

impl Certainty {
    /// The stable name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Certainty::Safe => "safe",
            Certainty::Compare => "compare",
        }
    }
}

/// What may have been done to a number (笔误), as people, keyboards and readers of print do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Slip {
    /// Written in other signs: full width, blanks, small letters.
    Writing,
    /// Written with blanks inside, and nothing else is off.
    Blanks,
    /// Written with characters that only look like an ideograph.
    Ideographs,
    /// One character for another.
    Replaced,
    /// Two neighbours swapped.
    Swapped,
    /// One character left out.
    Dropped,
    /// One character typed twice, or one too many.
    Doubled,
    /// Two characters for those they look like.
    LookAlikes,
    /// Two blocks of two digits swapped: month and day, for one.
    Blocks,
}

/// What a number prints about a person in full (暴露), and how it would be masked.
#[derive(Clone, Debug, PartialEq)]
pub struct Exposure {
    /// What it is.
    pub what: Personal,
    /// Where the characters to be masked start.
    pub start: usize,
    /// Where they end (exclusive).
    pub end: usize,
    /// What stands there when it is masked, as many characters as before.
    pub replacement: String,
    /// The whole personal number inside, in characters of the compact value from 0.
    pub span: std::ops::Range<usize>,
}
