//! Holes (未填): what a form leaves open and nobody filled in (`统一社会信用代码：XXXX`, `【】`, `____`, `年  月  日`).
//!
//! | hole                                         | is told where                                      |
//! |----------------------------------------------|----------------------------------------------------|
//! | two or more of `X × _`, `XXXX-XXXXXXXX` too  | a label stands before it, or 元 behind             |
//! | `【】 [ ] （ ）` with nothing inside          | the same                                           |
//! | `[代码]`, `【请填写】`                         | a label stands before it                           |
//! | `年  月  日`, `XXXX年XX月XX日`, `2024年__月__日` | always                                           |
//!
//! Signs beside a digit mask a number, and a value in 【】 is filled: neither is a hole. The scan gives the places where one
//! may start; only there the words before are read.

use std::ops::Range;

use crate::finding::{Finding, Flaw, Problem, Severity, Verdict};
use crate::kinds::{self, Kind};
use crate::labels::{self, Role};
use crate::notice::Notice;
use crate::order;
use crate::view::{Folded, folded};

/// Bytes before a hole in which its label stands.
const REACH: usize = 96;

/// Bytes that a hole's brackets may be apart.
const INSIDE: usize = 36;

/// Signs or blanks of a hole between 年 and 月: more are none.
const WIDE: usize = 16;

/// Adds the holes that start at these bytes to the findings, each as what its label names.
pub(crate) fn add(text: &str, places: &[usize], findings: &mut Vec<Finding>, notices: &mut [Notice]) {
    let mut holes: Vec<Finding> = Vec::new();
    let mut done = 0;
    for &at in places.iter().filter(|&&at| text.is_char_boundary(at)) {
        if at < done {
            continue;
        }
        let Some(hole) = hole_at(text, at, done) else { continue };
        let first = findings.partition_point(|f| f.end <= hole.start);
        let taken = findings[first..].iter().take_while(|f| f.start < hole.end);
        if taken.clone().any(|f| f.value.bytes().any(|b| b.is_ascii_digit())) {
            continue;
        }
        done = hole.end;
        holes.push(hole);
    }
    if holes.is_empty() {
        return;
    }
    let is_hole = |f: &Finding| {
        let first = holes.partition_point(|hole| hole.end <= f.start);
        holes.get(first).is_some_and(|hole| hole.start < f.end)
    };
    findings.retain(|f| !is_hole(f));
    for hole in &mut holes {
        let notice = notices.partition_point(|notice| notice.end <= hole.start);
        if let Some(found) = notices.get_mut(notice).filter(|notice| notice.start <= hole.start) {
            found.verdict = found.verdict.max(Verdict::Doubtful);
            hole.notice = Some(notice);
        }
    }
    let mut all = std::mem::take(findings);
    all.extend(holes);
    *findings = order::sorted(all, |a, b| a.start.cmp(&b.start));
}

/// The hole that starts at a byte, or has its 年 there; it may not reach back over `floor`.
fn hole_at(text: &str, at: usize, floor: usize) -> Option<Finding> {
    let rest = &text[at..];
    let (range, placeholder) = match rest.chars().next()? {
        '年' => return date(text, date_around(text, at, floor)?),
        '【' | '[' | '［' | '（' | '(' => bracket(rest, at)?,
        _ => {
            let range = signs(text, at)?;
            if let Some(end) = date_from(text, range.end) {
                return date(text, range.start..end);
            }
            (range, false)
        }
    };
    let money = !placeholder && text[range.end..].trim_start_matches(['万', '亿']).starts_with('元');
    let (kind, label) = match label_before(&text[..range.start]) {
        Some((kind, label)) => (kind, Some(label)),
        None if money => (&kinds::amount::KIND, None),
        None => return None,
    };
    Some(finding(text, range, kind, label))
}

/// The run of signs that starts at a byte, if nothing of a number stands beside it.
fn signs(text: &str, at: usize) -> Option<Range<usize>> {
    let beside = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || c == '*');
    let sign = plain(text[at..].chars().next()?);
    let before = text[..at].chars().next_back();
    if beside(before) || before.map(plain) == Some(sign) {
        return None;
    }
    let (mut end, mut count) = (at, 0);
    for c in text[at..].chars() {
        // `XXXX-XXXXXXXX`.
        let dash = matches!(c, '-' | '—' | '－')
            && text[end + c.len_utf8()..].chars().next().map(plain) == Some(sign);
        if plain(c) != sign && !dash {
            break;
        }
        count += usize::from(!dash);
        end += c.len_utf8();
    }
    let masked = text[end..].starts_with('-') && text[end + 1..].starts_with(|c: char| c.is_ascii_digit());
    (count >= 2 && !masked && !beside(text[end..].chars().next())).then_some(at..end)
}

/// The sign that a character is as one.
fn plain(c: char) -> char {
    match c {
        'x' | 'Ｘ' | '×' => 'X',
        '＿' => '_',
        c => c,
    }
}

/// Does the character stand in a hole: a blank, or a sign for what is to be filled in?
fn is_open(c: char) -> bool {
    matches!(c, ' ' | '\u{3000}' | '\u{a0}' | '\t') || matches!(plain(c), 'X' | '_')
}

/// The brackets that start the text, with nothing inside; or with words for what should stand there.
fn bracket(rest: &str, at: usize) -> Option<(Range<usize>, bool)> {
    let closing = match rest.chars().next()? {
        '【' => '】',
        '[' => ']',
        '［' => '］',
        '（' => '）',
        _ => ')',
    };
    let open = rest.chars().next().map_or(0, char::len_utf8);
    let len = rest[open..].char_indices().take_while(|(i, _)| *i <= INSIDE).find(|(_, c)| *c == closing)?.0;
    let inside = &rest[open..open + len];
    let range = at..at + open + len + closing.len_utf8();
    if inside.chars().all(is_open) {
        return Some((range, false));
    }
    let words: Vec<char> = inside.chars().collect();
    let round = matches!(closing, '）' | ')');
    (!round && is_placeholder(&words)).then_some((range, true))
}

/// Are these words for what should stand in their place: `代码`, `身份证号码`, `请填写`?
fn is_placeholder(words: &[char]) -> bool {
    const WORDS: [&str; 9] = ["代码", "号码", "编号", "证号", "金额", "日期", "电话", "账号", "数字"];
    let is = |word: &str| word.chars().eq(words.iter().copied());
    let mut hits = Vec::new();
    labels::find(words, |_| false, 0, words.len(), &mut hits);
    let label = hits.first().is_some_and(|hit| hit.start == 0 && hit.end == words.len());
    words.contains(&'填') || label || WORDS.iter().any(|word| is(word))
}

/// The date of which month and day, or all, are open, by its 年.
fn date_around(text: &str, year: usize, floor: usize) -> Option<Range<usize>> {
    let end = date_from(text, year)?;
    let line = &text[floor..year];
    let head = line.trim_end_matches(is_open);
    let digits = head.len() - head.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let start = match digits {
        // `出生年 月 日` are words: the year's own place must be open, or the line start here.
        0 => {
            let opens = head.is_empty() || head.ends_with(['\n', '\r', '：', ':', '（', '(']);
            let signs = line[head.len()..].chars().any(|c| matches!(plain(c), 'X' | '_'));
            if !opens && !signs {
                return None;
            }
            year - line[head.len()..].trim_start_matches([' ', '\u{3000}', '\u{a0}', '\t']).len()
        }
        4 => floor + head.len() - digits,
        _ => return None,
    };
    Some(start..end)
}

/// Where a date ends whose year ends at a byte, and whose month and day are open.
fn date_from(text: &str, at: usize) -> Option<usize> {
    let mut rest = text[at..].trim_start_matches([' ', '\u{3000}']).strip_prefix('年')?;
    for unit in ['月', '日'] {
        let open: usize = rest.chars().take_while(|&c| is_open(c)).take(WIDE + 1).map(char::len_utf8).sum();
        let some = rest[..open].chars().count();
        if !(1..=WIDE).contains(&some) {
            return None;
        }
        rest = rest[open..].strip_prefix(unit)?;
    }
    Some(text.len() - rest.len())
}

fn date(text: &str, range: Range<usize>) -> Option<Finding> {
    Some(finding(text, range, &kinds::date::KIND, None))
}

/// The kind that the words at the end of a text name, and the words.
fn label_before(text: &str) -> Option<(&'static Kind, String)> {
    let mut from = text.len().saturating_sub(REACH);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let glyphs = text[from..].chars().filter_map(|c| match folded(c) {
        Folded::Glyph(glyph) => Some(glyph),
        _ => None,
    });
    let mut chars: Vec<char> = glyphs.collect();
    while let Some(':' | '(' | '[' | '【' | '"' | '“' | '=' | '为' | '是' | '第' | '¥' | '$' | '.') =
        chars.last()
    {
        chars.pop();
    }
    let mut hits = Vec::new();
    labels::find(&chars, |_| false, 0, chars.len(), &mut hits);
    let last = hits.last()?;
    let bare = chars.ends_with(&['号']) && last.end + 1 == chars.len();
    if last.end != chars.len() && !bare {
        return None;
    }
    let kind = match last.label.role {
        Role::None => return None,
        Role::Field | Role::Noun => *last.label.kinds().first()?,
        Role::Number => {
            let nouns = || hits.iter().rev().filter(|hit| matches!(hit.label.role, Role::Noun | Role::Field));
            let noun =
                nouns().find(|hit| !chars[hit.end..last.start].iter().any(|c| matches!(c, '。' | ';')));
            noun.and_then(|hit| hit.label.kinds().first()).copied().unwrap_or(kinds::OTHER[0])
        }
    };
    Some((kind, chars[last.start..].iter().filter(|c| c.is_alphanumeric()).collect()))
}

fn finding(text: &str, range: Range<usize>, kind: &'static Kind, label: Option<String>) -> Finding {
    let glyphs = text[range.clone()].chars().filter_map(|c| match folded(plain(c)) {
        Folded::Glyph('【') => Some('['),
        Folded::Glyph('】') => Some(']'),
        Folded::Glyph(glyph) => Some(glyph),
        _ => None,
    });
    let value: String = glyphs.collect();
    let span = 0..value.chars().count();
    let problem = Problem {
        flaw: Flaw::Unfilled,
        severity: Severity::Doubtful,
        start: range.start,
        end: range.end,
        span,
    };
    Finding {
        start: range.start,
        end: range.end,
        kind,
        value,
        label,
        verdict: Verdict::Doubtful,
        exposure: None,
        problems: vec![problem],
        facts: Vec::new(),
        suggestions: Vec::new(),
        notice: None,
    }
}

#[cfg(test)]
mod tests {
    use crate::{Options, check, words};

    /// Text, and what is told of its holes.
    #[test]
    fn told() {
        for (text, want) in [
            ("统一社会信用代码：XXXXXXXX", "XXXXXXXX uscc"),
            ("统一社会信用代码为xxxx，", "XXXX uscc"),
            ("身份证号：××××××，", "XXXXXX resident_id"),
            ("电话：XXXX-XXXXXXXX。", "XXXX-XXXXXXXX telephone"),
            ("发票代码：[代码]，发票号码：________，", "[代码] invoice_code; ________ invoice_number"),
            ("案号：【　】", "[] court_case"),
            ("尚欠【】万元，人民币：____，", "[] amount; ____ amount"),
            ("营业执照，编号：（  ）号", "() uscc"),
            ("证号：______", "______ other_certificate"),
            ("XXXX年XX月XX日", "XXXX年XX月XX日 date"),
            ("2024年  月  日", "2024年月日 date"),
            ("南湖店\n    年  月  日", "年月日 date"),
            ("于____年__月__日", "____年__月__日 date"),
            // filled, masked, or nothing to be filled in
            ("案号：【（2024）吉0182民初12号】", ""),
            ("统一社会信用代码：91220104MA17B5C3XX", ""),
            ("身份证号：2201041990XXXXXXXX", ""),
            ("电话：XXXX-85012345，", ""),
            ("XX公司的张××、李XX", ""),
            ("出生年 月 日", ""),
            ("型号XXL，表格[北京]", ""),
        ] {
            let report = check(text, &Options::on("2024-04-12".parse().expect("a day")));
            let holes = report
                .findings
                .iter()
                .filter(|f| f.problems.iter().any(|p| words::flaw_code(&p.flaw) == "unfilled"));
            let got: Vec<String> = holes.map(|f| format!("{} {}", f.value, f.kind.id)).collect();
            assert_eq!(got.join("; "), want, "{text}");
            assert!(report.findings.is_sorted_by(|a, b| a.end <= b.start), "{text}");
        }
    }
}
