//! What the check says of a slip (所见), and what every check together leaves possible (穷举).

use std::ops::Range;

use kanyan::kinds::{self, Number};
use kanyan::{Date, Fact, Finding, Judgement, Report, Verdict, regions};

use super::Sort;

/// What was shown of one wrong number.
pub struct Seen {
    /// Is it wrong or doubtful?
    pub told: bool,
    /// How many numbers are suggested for it.
    pub shown: usize,
    /// Which of them is the right one, from 0.
    pub rank: Option<usize>,
}

/// Looks for the right number among what a report suggests for the wrong one, which stands there.
pub fn see(report: &Report, text: &str, number: Range<usize>, good: &str) -> Seen {
    let there = |f: &&Finding| f.start < number.end && number.start < f.end;
    let right = format!("{}{good}{}", &text[..number.start], &text[number.end..]);
    let findings = || report.findings.iter().filter(there);
    let mut suggestions = findings().flat_map(|f| &f.suggestions);
    Seen {
        told: findings().any(|f| f.verdict >= Verdict::Doubtful),
        shown: suggestions.clone().count(),
        rank: suggestions
            .position(|s| right == format!("{}{}{}", &text[..s.start], s.replacement, &text[s.end..])),
    }
}

fn judge(sort: &Sort, value: &str) -> Judgement {
    let kind = kinds::by_id(sort.kind).expect("a kind");
    kind.check(&Number { label: sort.label, ..Number::bare(value, sort.today()) })
}

/// Does the number pass all that its kind checks? And is its region, if it has one, in the table?
pub fn passes(sort: &Sort, value: &str) -> Option<Known> {
    let judged = judge(sort, value);
    let unknown =
        |fact: &Fact| matches!(fact, Fact::Region(code) if !regions::known(code) && !regions::permit(code));
    let known = if judged.facts.iter().any(unknown) { Known::No } else { Known::Yes };
    (judged.verdict() == Verdict::Verified).then_some(known)
}

/// Is there nothing in the number that its kind could find fault with?
pub fn hides(sort: &Sort, value: &str) -> bool {
    judge(sort, value).verdict() <= Verdict::Plausible
}

/// Is the region of a number in the table?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// It is, or there is none.
    Yes,
    /// A registrar's own.
    No,
}

impl Sort {
    /// The day of publication.
    pub fn today(&self) -> Date {
        self.today.parse().expect("a day of the calendar")
    }

    /// The words before a number and after it, on a line of its own.
    pub fn line(&self) -> [String; 2] {
        [format!("{}：", self.label), String::new()]
    }
}
