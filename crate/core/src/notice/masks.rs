//! The masks of one notice (遮盖位数): where others are whole, one with too few signs has lost some of its number.

use crate::finding::{Finding, Flaw, Problem, Severity, Verdict};
use crate::kinds::masked_id;

/// Doubts the masked identity numbers with too few signs (`2201041990****`) in a notice in which others are whole.
pub(super) fn compare(findings: &mut [Finding]) {
    let short = |problem: &Problem| matches!(problem.flaw, Flaw::MaskLength(_));
    let whole = |f: &Finding| f.kind == &masked_id::KIND && !f.problems.iter().any(short);
    if !findings.iter().any(whole) {
        return;
    }
    for finding in findings.iter_mut().filter(|f| f.kind == &masked_id::KIND) {
        for problem in finding.problems.iter_mut().filter(|p| short(p) && p.severity == Severity::Hint) {
            problem.severity = Severity::Doubtful;
            finding.verdict = finding.verdict.max(Verdict::Doubtful);
        }
    }
}
