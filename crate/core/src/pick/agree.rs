//! Figures and capitals side by side (大小写核对): two findings that must be the same amount.
//!
//! | between the two                                | they are one amount                    |
//! |------------------------------------------------|----------------------------------------|
//! | nothing, a bracket, a colon, 大写, 小写, 即 …  | always                                 |
//! | `，` `、` `；` or a line end, and no such word | if they are written as one would be by |
//! |                                                | a slip, and no third is listed         |
//! | a blank line                                   | the same                               |

use std::ops::Range;

use crate::finding::Finding;
use crate::judgement::{Fact, Flaw, Severity};
use crate::kinds::amount::{self, Amount};

/// Bytes between two amounts that are one in two writings; brackets and 大写 stand there, no more.
const APART: usize = 48;

/// How sure the words between two amounts are that both are one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Frame {
    /// They are two amounts.
    Apart,
    /// A sign that may part two amounts as well.
    Listed,
    /// The second restates the first.
    Restated,
}

/// Compares neighbouring amounts of which one is in figures and the other in capitals.
pub fn compare_amounts(text: &str, findings: &mut [Finding]) {
    for i in 1..findings.len() {
        let (first, second) = (&findings[i - 1], &findings[i]);
        if first.kind != &amount::KIND
            || second.kind != &amount::KIND
            || amount::is_capitals(&first.value) == amount::is_capitals(&second.value)
        {
            continue;
        }
        let (Some(a), Some(b)) = (amount::worth(&first.facts), amount::worth(&second.facts)) else {
            continue;
        };
        let agree = amount::agree(a, b);
        let one = match frame(text, first.end..second.start) {
            Frame::Apart => false,
            Frame::Listed => !is_list(text, findings, i) && (agree || is_slip(a, b)),
            Frame::Restated => !has_another(text, findings, i),
        };
        if !one {
            continue;
        }
        let (capitals, figures) = if amount::is_capitals(&first.value) { (a, b) } else { (b, a) };
        for finding in &mut findings[i - 1..=i] {
            if agree {
                finding.facts.push(Fact::AmountsAgree);
                finding.prove();
            } else {
                let flaw = Flaw::AmountsDisagree { capitals: capitals.fen, figures: figures.fen };
                finding.object(flaw, Severity::Wrong);
            }
        }
    }
}

/// What the text between two amounts says of them.
fn frame(text: &str, between: Range<usize>) -> Frame {
    if between.len() > APART {
        return Frame::Apart;
    }
    let parted = text[between.clone()].contains('\n');
    // Behind a blank line an amount begins anew.
    let far = text[between.clone()].matches('\n').count() > 1;
    let mut rest: String = text[between].chars().filter(|c| !c.is_whitespace()).collect();
    // `注册资本50万元，金额：壹万元`: another amount has words of its own.
    let anew = rest.contains("金额") && rest.contains(['，', '、', ',', '；', ';']);
    if anew && !rest.contains(['大', '小']) {
        return Frame::Apart;
    }
    let mut said = false;
    for word in ["大写", "小写"] {
        said |= rest.contains(word);
        rest = rest.replace(word, "");
    }
    for word in ["人民币", "金额", "RMB", "整"] {
        rest = rest.replace(word, "");
    }
    // 合计 and 共计 sum up more than one; 即 and 计 say the same once more.
    let sum = ["合计", "共计", "总计"].iter().any(|word| rest.contains(word));
    for word in ["合计", "共计", "总计", "即", "折合", "计", "合", "为"] {
        said |= !sum && rest.contains(word);
        rest = rest.replace(word, "");
    }
    if !rest.chars().all(|c| "()（）【】[]〔〕/:：,，、;；¥￥".contains(c)) {
        return Frame::Apart;
    }
    let bracketed = rest.contains(['(', '（', '【', '[', '〔', '/', ':', '：']);
    let marked = bracketed || rest.is_empty() && !parted;
    // `303500.50⏎金额合计（大写）`: the sum on a line of its own has its own figures.
    let own_line = parted && sum;
    if !far && (!own_line && said || marked && !sum) { Frame::Restated } else { Frame::Listed }
}

/// Are the two parted by `；`, and does one of them stand beside its other writing already?
fn has_another(text: &str, findings: &[Finding], second: usize) -> bool {
    let between =
        |first: usize| findings.get(first).zip(findings.get(first + 1)).map(|(a, b)| a.end..b.start);
    let parted = |range: &Range<usize>| text[range.clone()].contains(['；', ';', '。']);
    let twins = |first: usize| {
        let written = |i: usize| findings.get(i).filter(|f| f.kind == &amount::KIND);
        let (Some(a), Some(b), Some(range)) = (written(first), written(first + 1), between(first)) else {
            return false;
        };
        amount::is_capitals(&a.value) != amount::is_capitals(&b.value)
            && !parted(&range)
            && frame(text, range) == Frame::Restated
    };
    between(second - 1).is_some_and(|range| parted(&range))
        && (second.checked_sub(2).is_some_and(twins) || twins(second))
}

/// Does a third amount stand beside the two, in a list with them or as the other writing of one?
fn is_list(text: &str, findings: &[Finding], second: usize) -> bool {
    let beside = |first: usize| {
        let (Some(a), Some(b)) = (findings.get(first), findings.get(first + 1)) else { return false };
        a.kind == &amount::KIND && b.kind == &amount::KIND && frame(text, a.end..b.start) != Frame::Apart
    };
    second.checked_sub(2).is_some_and(beside) || beside(second)
}

/// May one of the two have become the other by a slip: as many digits, or the same ones and other zeros?
fn is_slip(a: Amount, b: Amount) -> bool {
    let digits = |fen: u128| fen.checked_ilog10();
    let bare = |mut fen: u128| {
        while fen > 0 && fen.is_multiple_of(10) {
            fen /= 10;
        }
        fen
    };
    a.currency == b.currency && (digits(a.fen) == digits(b.fen) || bare(a.fen) == bare(b.fen))
}
