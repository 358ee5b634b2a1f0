//! What the check says of a slip (所见), and what every check together leaves possible (穷举).

use kanyan::kinds::{self, Number};
use kanyan::{Date, Fact, Options, Verdict, regions};

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

/// Checks `before`, the wrong number and `after`, and looks for the right one among what is suggested.
pub fn see(sort: &Sort, [before, after]: [&str; 2], bad: &str, good: &str) -> Seen {
    let text = format!("{before}{bad}{after}");
    let number = before.len()..before.len() + bad.len();
    let report = kanyan::check(&text, &Options::on(sort.today()));
    let findings: Vec<_> =
        report.findings.iter().filter(|f| f.start < number.end && number.start < f.end).collect();
    let right = format!("{before}{good}{after}");
    let suggestions: Vec<_> = findings.iter().flat_map(|f| &f.suggestions).collect();
    Seen {
        told: findings.iter().any(|f| f.verdict >= Verdict::Doubtful),
        shown: suggestions.len(),
        rank: suggestions.iter().position(|s| {
            right.starts_with(&text[..s.start])
                && right[s.start..].starts_with(&s.replacement)
                && right[s.start + s.replacement.len()..] == text[s.end..]
        }),
    }
}

/// Does the number pass all that its kind checks? And is its region, if it has one, in the table?
pub fn passes(sort: &Sort, value: &str) -> Option<Known> {
    let kind = kinds::by_id(sort.kind).expect("a kind");
    let judged = kind.check(&Number { label: sort.label, ..Number::bare(value, sort.today()) });
    let unknown =
        |fact: &Fact| matches!(fact, Fact::Region(code) if !regions::known(code) && !regions::permit(code));
    let known = if judged.facts.iter().any(unknown) { Known::No } else { Known::Yes };
    (judged.verdict() == Verdict::Verified).then_some(known)
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
