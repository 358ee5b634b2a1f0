//! The masks of one list (遮盖位数): where others are whole, one with too few signs has lost some of its number.

use crate::finding::Finding;
use crate::judgement::{Flaw, Problem, Severity, Verdict};
use crate::kinds::{masked_id, resident_id};

/// Bytes between two numbers of one list: a name, an address, what a cell more holds.
const APART: usize = 90;

/// Doubts the masked identity numbers with too few signs (`2201041990****`) in lists in which others, masked or not, are
/// whole.
pub(crate) fn compare(findings: &mut [Finding]) {
    let mut numbers: Vec<&mut Finding> =
        findings.iter_mut().filter(|f| [&masked_id::KIND, &resident_id::KIND].contains(&f.kind)).collect();
    for list in numbers.chunk_by_mut(|a, b| b.start - a.end <= APART) {
        if list.iter().all(|f| f.problems.iter().any(is_short)) {
            continue;
        }
        for finding in list {
            for problem in finding.problems.iter_mut().filter(|p| is_short(p) && p.severity == Severity::Hint)
            {
                problem.severity = Severity::Doubtful;
                finding.verdict = Verdict::of(Some(problem.severity), finding.verdict);
            }
        }
    }
}

fn is_short(problem: &Problem) -> bool {
    matches!(problem.flaw, Flaw::MaskLength(_))
}
