//! Figures and capitals side by side (大小写核对): two findings that must be the same amount.

use std::ops::Range;

use crate::finding::{Fact, Finding, Flaw, Problem, Severity, Verdict};
use crate::kinds::amount;

/// Bytes between two amounts that are one in two writings; brackets and 大写 stand there, no more.
const APART: usize = 48;

/// Compares neighbouring amounts of which one is in figures and the other in capitals.
pub fn compare_amounts(text: &str, findings: &mut [Finding]) {
    for i in 1..findings.len() {
        let (first, second) = (&findings[i - 1], &findings[i]);
        let pair = first.kind == &amount::KIND
            && second.kind == &amount::KIND
            && amount::is_capitals(&first.value) != amount::is_capitals(&second.value)
            && restates(text, first.end..second.start);
        if !pair {
            continue;
        }
        let (Some(a), Some(b)) = (amount::value(&first.value), amount::value(&second.value)) else {
            continue;
        };
        let agree = amount::agree(a, b);
        for finding in &mut findings[i - 1..=i] {
            if agree {
                finding.facts.push(Fact::AmountsAgree);
                finding.verdict = match finding.verdict {
                    Verdict::Plausible => Verdict::Verified,
                    verdict => verdict,
                };
            } else {
                let (start, end, span) = (finding.start, finding.end, 0..finding.value.chars().count());
                let (flaw, severity) = (Flaw::AmountsDisagree, Severity::Wrong);
                finding.problems.push(Problem { flaw, severity, start, end, span });
                finding.verdict = Verdict::Wrong;
            }
        }
    }
}

/// Does the text between two amounts say that the second restates the first?
fn restates(text: &str, between: Range<usize>) -> bool {
    if between.len() > APART {
        return false;
    }
    let parted = text[between.clone()].contains('\n');
    let mut rest: String = text[between].chars().filter(|c| !c.is_whitespace()).collect();
    // `注册资本50万元，金额：壹万元`: another amount has words of its own.
    let anew = rest.contains("金额") && rest.contains(['，', '、', ',']);
    if anew && !rest.contains(['大', '小']) {
        return false;
    }
    for word in ["人民币", "大写", "小写", "金额", "即", "计", "合", "为", "RMB", "整"] {
        rest = rest.replace(word, "");
    }
    // Two amounts in two lines of a table are two amounts.
    let marked = rest.is_empty() && !parted || rest.contains(['(', '（', '【', '[', '/', ':', '：']);
    marked && rest.chars().all(|c| "()（）【】[]/:：,，、¥￥".contains(c))
}
