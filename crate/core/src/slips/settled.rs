//! What is put right stays put right (改后不变): a change is offered without the original only where the text, read again
//! with it, has the same numbers, and nothing more to put right in them.
//!
//! Blanks tell where a number ends: with `88 12 345` closed up, a `67` behind it may join it, and with the next change it
//! would be glued on. No rule about single numbers sees that, so the text is simply read again.

use super::{Desk, writing};
use crate::finding::{Certainty, Finding, Slip, Suggestion};
use crate::judgement::Verdict;
use crate::notice::Options;

/// So often the text is read again without the changes that did not hold; then none is offered any more.
const ROUNDS: usize = 4;

/// Takes back the safe suggestions after which the text would read otherwise; `read` reads a text.
pub fn keep(text: &str, findings: &mut [Finding], options: &Options, read: impl Fn(&str) -> Vec<Finding>) {
    part(text, findings);
    for _ in 0..ROUNDS {
        let safe: Vec<usize> = (0..findings.len()).filter(|&i| change(&findings[i]).is_some()).collect();
        if safe.is_empty() {
            return;
        }
        let fixed = Fixed::of(text, findings);
        let changed = fixed.changed(findings, &read(&fixed.text), options);
        if changed.is_empty() {
            return;
        }
        for i in changed {
            // Its own change is behind it, or one beside it.
            let next = safe.partition_point(|&own| own < i);
            let own = safe.get(next).filter(|&&own| own == i);
            let beside =
                || next.checked_sub(1).and_then(|last| safe.get(last)).into_iter().chain(safe.get(next));
            match own {
                Some(&own) => take_back(&mut findings[own]),
                None => beside().for_each(|&other| take_back(&mut findings[other])),
            }
        }
    }
    findings.iter_mut().for_each(take_back);
}

/// The change of writing that is offered, which is then the only suggestion.
fn change(finding: &Finding) -> Option<&Suggestion> {
    finding.suggestions.first().filter(|s| s.certainty == Certainty::Safe)
}

/// Two groups of signs with nothing but a blank between them may be parted otherwise once one of them is closed up, and
/// either change may be made alone.
fn part(text: &str, findings: &mut [Finding]) {
    for i in 1..findings.len() {
        let both = change(&findings[i - 1]).is_some() && change(&findings[i]).is_some();
        if both && text[findings[i - 1].end..findings[i].start].trim().is_empty() {
            findings[i - 1..=i].iter_mut().for_each(take_back);
        }
    }
}

/// A letter may still be the digit it looks like, but only the original tells.
fn take_back(finding: &mut Finding) {
    finding.suggestions.retain(|s| s.certainty != Certainty::Safe || s.slip == Slip::LookAlikes);
    finding.suggestions.iter_mut().for_each(|s| s.certainty = Certainty::Compare);
}

/// A text with every safe suggestion applied.
struct Fixed {
    text: String,
    /// Where the numbers start and end in it.
    places: Vec<(usize, usize)>,
}

impl Fixed {
    fn of(text: &str, findings: &[Finding]) -> Fixed {
        let mut fixed =
            Fixed { text: String::with_capacity(text.len()), places: Vec::with_capacity(findings.len()) };
        let mut at = 0;
        for finding in findings {
            fixed.text.push_str(&text[at..finding.start]);
            let start = fixed.text.len();
            at = finding.start;
            if let Some(change) = change(finding) {
                fixed.text.push_str(&text[at..change.start]);
                fixed.text.push_str(&change.replacement);
                at = change.end;
            }
            fixed.text.push_str(&text[at..finding.end]);
            at = finding.end;
            fixed.places.push((start, fixed.text.len()));
        }
        fixed.text.push_str(&text[at..]);
        fixed
    }

    /// The numbers that read otherwise, or beside which others are read.
    fn changed(&self, findings: &[Finding], again: &[Finding], options: &Options) -> Vec<usize> {
        let mut changed = Vec::new();
        let mut rest = again.iter().peekable();
        for (i, (finding, &(start, end))) in findings.iter().zip(&self.places).enumerate() {
            let mut more = false;
            while rest.next_if(|new| new.start < start).is_some() {
                more = true;
            }
            let new = rest.next_if(|new| new.start == start);
            if more || !new.is_some_and(|new| new.end == end && self.is_same(finding, new, options)) {
                changed.push(i);
            }
        }
        if rest.next().is_some() {
            changed.extend(findings.len().checked_sub(1));
        }
        changed
    }

    /// Is it the same number, judged no worse, with nothing left to be put right in it?
    fn is_same(&self, old: &Finding, new: &Finding, options: &Options) -> bool {
        let change = change(old);
        let value = change.map_or(&old.value, |s| &s.value);
        let same = new.kind == old.kind && new.value == *value && new.verdict <= old.verdict;
        let plain = || new.verdict <= Verdict::Plausible && self.text[new.start..new.end] == new.value;
        same && (change.is_none()
            || plain()
            || writing::suggest(&Desk::new(&self.text, new, options)).is_none())
    }
}
