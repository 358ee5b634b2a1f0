//! What a correction quotes as printed wrongly (更正所引): `误为“X”，应为“Y”`. Its check fails, as it should.
//!
//! | the quoted number stands                      | e.g.                                            |
//! |-----------------------------------------------|-------------------------------------------------|
//! | behind 误为, 误登为, 错印成 and the like        | `误为X`, `电话误写为：X`, `将Y误登为X`             |
//! | behind 误将 or 误把 and a verb with 为, 成      | `误将Y登为X`                                     |
//! | behind 更正前                                  | `更正前：X`, `更正前统一社会信用代码为X`            |
//! | before 有误, 系笔误                            | `统一社会信用代码“X”有误`                          |
//! | before 应为, 更正为, 应改为 and another number  | `“X”应为“Y”`, `X，现更正为Y`                      |
//!
//! Quotation marks hold together: what is said of the whole holds for each number inside. The number that is right,
//! behind 应为 or before 误为, is judged like any other.

use crate::finding::Finding;
use crate::judgement::{Flaw, Problem, Severity, Verdict};
use crate::tables::numerals;
use crate::text::border;

/// Bytes before and behind a number in which a correction says what it is.
const REACH: usize = 150;

/// Takes numbers that fail but are quoted as wrong for what they are: none of their problems weighs any more.
pub(crate) fn mark(text: &str, findings: &mut [Finding]) {
    for finding in findings.iter_mut().filter(|finding| finding.verdict >= Verdict::Doubtful) {
        if !is_quoted(text, finding) {
            continue;
        }
        finding.verdict = Verdict::Plausible;
        finding.problems.iter_mut().for_each(|problem| problem.severity = Severity::Hint);
        let Finding { start, end, .. } = *finding;
        let span = 0..finding.value.chars().count();
        let quoted = Problem { flaw: Flaw::Quoted, severity: Severity::Hint, start, end, span };
        finding.problems.insert(0, quoted);
    }
}

/// Does the text say of the number that it was printed wrongly?
fn is_quoted(text: &str, finding: &Finding) -> bool {
    let (start, end) = (finding.start, finding.end);
    let mut before = plain(&text[border::after(text, start.saturating_sub(REACH))..start]);
    let mut behind = plain(&text[end..border::before(text, end.saturating_add(REACH))]);
    if let Some((head, tail)) = around_quotation(&before, &behind) {
        (before, behind) = (head, tail);
    }
    let head = before.trim_end_matches(is_edge);
    // `统一社会信用代码误为：X`, `误为统一社会信用代码X`.
    let label = finding.label.as_deref().unwrap_or_default();
    let head = head.strip_suffix(label).unwrap_or(head).trim_end_matches(is_edge);
    if RIGHT.iter().any(|word| head.ends_with(word)) {
        return false;
    }
    says_mistaken(head) || tells_wrong(behind.trim_start_matches(is_edge))
}

/// Words before the number that should have been printed.
const RIGHT: [&str; 9] =
    ["应为", "应是", "更正为", "应改为", "现改为", "改正为", "更正后", "更正后为", "正确为"];

/// Verbs of writing and printing: `误登为`, `错印成`, `误将…刊为`.
const WRITE: [&str; 16] = [
    "刊登", "登记", "登载", "刊载", "书写", "打印", "录入", "填写", "登", "刊", "写", "印", "打", "录", "填",
    "排",
];

/// Do the words before a number say that it was put in the place of the right one?
fn says_mistaken(head: &str) -> bool {
    const FORMER: [&str; 5] = ["更正前", "更正前为", "更正前内容", "更正前内容为", "更正前是"];
    if FORMER.iter().any(|word| head.ends_with(word)) {
        return true;
    }
    let Some(rest) = head.strip_suffix(['为', '成', '作']) else { return false };
    let verb = WRITE.iter().find_map(|verb| rest.strip_suffix(verb));
    if verb.unwrap_or(rest).ends_with(['误', '错']) {
        return true;
    }
    let clause = rest.rsplit(['。', '；', ';']).next().unwrap_or(rest);
    verb.is_some() && ["误将", "误把", "错将", "错把"].iter().any(|word| clause.contains(word))
}

/// Do the words behind a number say that it is wrong, or what should stand in its place?
fn tells_wrong(tail: &str) -> bool {
    const WRONG: [&str; 6] = ["有误", "系笔误", "属笔误", "为笔误", "系误", "是错误的"];
    const INSTEAD: [&str; 8] =
        ["应为", "应是", "更正为", "应更正为", "应改为", "现更正为", "现改正为", "应当为"];
    let tail = tail.strip_prefix(['号', '元', '的']).unwrap_or(tail).trim_start_matches(is_edge);
    if WRONG.iter().any(|word| tail.starts_with(word)) {
        return true;
    }
    let Some(rest) = INSTEAD.iter().find_map(|word| tail.strip_prefix(word)) else { return false };
    let clause = rest.split(['。', '；', ';']).next().unwrap_or(rest);
    clause.chars().any(|c| c.is_numeric() || numerals::is_numeral(c))
}

/// The words before and behind the quotation that both end in.
fn around_quotation(before: &str, behind: &str) -> Option<(String, String)> {
    const OPENING: [char; 5] = ['“', '「', '『', '《', '‘'];
    const CLOSING: [char; 5] = ['”', '」', '』', '》', '’'];
    let open = before.rfind(|c| OPENING.contains(&c) || CLOSING.contains(&c))?;
    let close = behind.find(|c| OPENING.contains(&c) || CLOSING.contains(&c))?;
    let tail = behind[close..].strip_prefix(CLOSING)?;
    before[open..].starts_with(OPENING).then(|| (before[..open].into(), tail.into()))
}

/// The words without blanks and line ends.
fn plain(words: &str) -> String {
    words.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Does the sign only stand between a number and the words about it?
fn is_edge(c: char) -> bool {
    "“”\"「」『』‘’'：:，,、（）()".contains(c)
}
