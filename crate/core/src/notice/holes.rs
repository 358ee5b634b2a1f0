//! Holes (未填): what a form leaves open and nobody filled in (`统一社会信用代码：XXXX`, `【】`, `____`, `年  月  日`).
//!
//! | hole                                         | is told where                                      |
//! |----------------------------------------------|----------------------------------------------------|
//! | two or more of `X × _`, `XXXX-XXXXXXXX` too  | a label stands before it, or 元 behind             |
//! | `【】 [ ] （ ）` with nothing inside          | the same                                           |
//! | `[代码]`, `【请填写】`                         | a label stands before it                           |
//! | `年  月  日`, `XXXX年XX月XX日`, `2024年__月__日` | always                                           |
//! | blanks before 万元, 元, 日内                   | 从, 减至, 人民币 or 之日起 and the like before it  |
//! | `〔XXXX〕XX号`, `（ ）字第 号`                | always                                           |
//! | `91XXXXXXXXXXXXXXXX`                         | a label for credit codes stands before it        |
//! | `（2026）吉XX民初XX号`                         | always                                           |
//! | `____`, `XXX` behind 联系人：, `[公司名称]`    | of the notice: it is no number                   |
//! | `××人民法院`, `____：本院受理`, `XXX遗失`      | the same                                         |
//! | `____有限公司`, `【】有限公司`, `XX商贸有限公司` | the same                                         |
//!
//! Signs beside a digit mask a number, and a value in 【】 is filled: neither is a hole. The scan gives the places where one
//! may start; only there the words before are read.

use super::rules;
use std::ops::Range;

use crate::finding::Finding;
use crate::judgement::{Flaw, Problem, Severity, Verdict};
use crate::kinds::{self, Kind};
use crate::notice::{Notice, Objection, Off};
use crate::order;
use crate::pick::labels::{self, Role};
use crate::text::border;
use crate::text::view::{Folded, folded};

/// Bytes before a hole in which its label stands.
const REACH: usize = 96;

/// Bytes that a hole's brackets may be apart.
const INSIDE: usize = 36;

/// Signs or blanks of a hole between 年 and 月: more are none.
const WIDE: usize = 16;

/// What was not filled in: a number of a kind, or words.
struct Hole {
    range: Range<usize>,
    /// None where words are missing.
    kind: Option<&'static Kind>,
    label: Option<String>,
}

/// Adds the holes that start at these bytes: to the findings, each as what its label names, else to their notices.
pub(crate) fn add(
    text: &str,
    places: &[usize],
    findings: &mut Vec<Finding>,
    notices: &mut [Notice],
    off: Off,
) {
    let mut holes: Vec<Finding> = Vec::new();
    let mut done = 0;
    for &at in places.iter().filter(|&&at| text.is_char_boundary(at)) {
        if at < done {
            continue;
        }
        let Some(hole) = hole_at(text, at, done) else { continue };
        let first = findings.partition_point(|f| f.end <= hole.range.start);
        let taken = findings[first..].iter().take_while(|f| f.start < hole.range.end);
        // Two digits and X for all others are no code, whatever was made of them.
        let code =
            text[hole.range.clone()].ends_with(['X', 'x', '×']) && hole.kind == Some(&kinds::uscc::KIND);
        // What was read inside an open case number is a part of it.
        let case = hole.kind == Some(&kinds::court_case::KIND);
        if !code && !case && taken.clone().any(|f| f.value.bytes().any(|b| b.is_ascii_digit())) {
            continue;
        }
        done = hole.range.end;
        match hole.kind {
            Some(kind) => holes.push(finding(text, hole.range, kind, hole.label)),
            None => object(text, hole.range, notices, off),
        }
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
            // The place is there, only empty: nothing is missing besides.
            if let Some(rule) = asked_for(hole.kind) {
                found.problems.retain(|problem| problem.rule != rule.rule());
            }
            hole.notice = Some(notice);
        }
    }
    let mut all = std::mem::take(findings);
    all.extend(holes);
    *findings = order::sorted(all, |a, b| a.start.cmp(&b.start));
}

/// The rule that misses a number of the kind.
fn asked_for(kind: &Kind) -> Option<rules::Code> {
    let asked: [(&Kind, rules::Code); 5] = [
        (&kinds::amount::KIND, rules::MISSING_AMOUNTS),
        (&kinds::period::KIND, rules::MISSING_CLAIM_PERIOD),
        (&kinds::telephone::KIND, rules::MISSING_CONTACT),
        (&kinds::uscc::KIND, rules::MISSING_CREDIT_CODE),
        (&kinds::court_case::KIND, rules::MISSING_CASE_NUMBER),
    ];
    asked.iter().find(|(own, _)| *own == kind).map(|(_, rule)| *rule)
}

/// Tells the notice around a hole of it.
fn object(text: &str, range: Range<usize>, notices: &mut [Notice], off: Off) {
    let rule = rules::UNFILLED.rule();
    let at = notices.partition_point(|notice| notice.end <= range.start);
    let Some(found) = notices.get_mut(at).filter(|found| found.start <= range.start && !off.has(rule)) else {
        return;
    };
    let args = vec![text[range.clone()].trim().to_string()];
    let severity = rule.severity;
    found.add(Objection { rule, severity, start: range.start, end: range.end, related: vec![], args });
}

/// The hole that starts at a byte, or has its unit there; it may not reach back over `floor`.
fn hole_at(text: &str, at: usize, floor: usize) -> Option<Hole> {
    let rest = &text[at..];
    let (range, placeholder) = match rest.chars().next()? {
        '年' => return number(date_around(text, at, floor)?, &kinds::date::KIND),
        '元' | '万' | '亿' => return number(blank_amount(text, at, floor)?, &kinds::amount::KIND),
        '日' | '天' => return number(blank_period(text, at, floor)?, &kinds::period::KIND),
        '【' | '[' | '［' | '（' | '(' => bracket(rest, at)?,
        _ => {
            if let Some(range) = code(text, at) {
                let (kind, label) = label_before(&text[..range.start])?;
                return (kind == &kinds::uscc::KIND).then_some(Hole {
                    range,
                    kind: Some(kind),
                    label: Some(label),
                });
            }
            if let Some(range) = case(text, at, floor) {
                return number(range, &kinds::court_case::KIND);
            }
            let range = signs(text, at)?;
            let end = court(text, &range).or_else(|| addressee(text, &range));
            if let Some(end) = end.or_else(|| loser(text, &range)) {
                return Some(Hole { range: range.start..end, kind: None, label: None });
            }
            if let Some(end) = date_from(text, range.end) {
                return number(range.start..end, &kinds::date::KIND);
            }
            if let Some(range) = document(text, &range) {
                return number(range, &kinds::document_number::KIND);
            }
            (range, false)
        }
    };
    if let Some(end) = company(text, &range) {
        return Some(Hole { range: range.start..end, kind: None, label: None });
    }
    let (before, behind) = (&text[..range.start], text[range.end..].trim_start_matches([' ', '\u{3000}']));
    if !placeholder && let Some(end) = serial_of_words(behind) {
        let end = text.len() - behind.len() + end;
        return number(range.start..end, &kinds::document_number::KIND);
    }
    // `来源：某局 字号：[ ]`: the size of letters that a web page asks for.
    let size = before.trim_end_matches([':', '：']).strip_suffix("字号");
    if size.is_some_and(|head| head.ends_with(char::is_whitespace)) {
        return None;
    }
    if let Some((kind, label)) = label_before(before) {
        return Some(Hole { range, kind: Some(kind), label: Some(label) });
    }
    if behind.trim_start_matches(['万', '亿']).starts_with('元') {
        return number(range, &kinds::amount::KIND);
    }
    if !placeholder && UNITS.iter().any(|unit| behind.starts_with(unit)) {
        return number(range, &kinds::period::KIND);
    }
    if before.ends_with('第') && behind.starts_with('日') {
        return number(range, &kinds::date::KIND);
    }
    let words = if placeholder {
        // `[联系电话]0431-…`: the bracket is a label's.
        text[at..].starts_with(['[', '［'])
            && !behind.starts_with(|c: char| matches!(c, ':' | '：') || c.is_ascii_alphanumeric())
    } else {
        let before = before.trim_end_matches([' ', '\u{3000}']).strip_suffix(['：', ':']);
        before.is_some_and(|before| WORDS.iter().any(|word| before.ends_with(word)))
    };
    words.then_some(Hole { range, kind: None, label: None })
}

/// What a period is counted in, where it is open.
const UNITS: [&str; 7] = ["日内", "天内", "日后", "天后", "个月内", "个工作日内", "工作日内"];

/// Words behind which a name or an address stands.
const WORDS: [&str; 14] = [
    "联系人",
    "姓名",
    "名称",
    "地址",
    "住址",
    "住所",
    "法定代表人",
    "声明人",
    "声明单位",
    "公告人",
    "公告单位",
    "经办人",
    "开户行",
    "当事人",
];

fn number(range: Range<usize>, kind: &'static Kind) -> Option<Hole> {
    Some(Hole { range, kind: Some(kind), label: None })
}

/// The blanks that end before a byte, and the words before them; none where the words are letter-spaced.
fn blanks_before(text: &str, at: usize, floor: usize) -> Option<(usize, &str)> {
    let blank = |c: char| matches!(c, ' ' | '\u{3000}' | '\u{a0}');
    let head = text[floor..at].trim_end_matches(blank);
    let start = floor + head.len();
    let mut last = head.chars().rev();
    let (_, before) = (last.next()?, last.next());
    (start < at && !before.is_some_and(blank)).then_some((start, head))
}

/// Blanks in the place of an amount (`从 万元减至 万元`).
fn blank_amount(text: &str, at: usize, floor: usize) -> Option<Range<usize>> {
    const BEFORE: [&str; 13] = [
        "从",
        "由",
        "减至",
        "增至",
        "减少到",
        "增加到",
        "减少为",
        "增加为",
        "变更为",
        "人民币",
        "减少",
        "增加",
        "合计",
    ];
    let (start, head) = blanks_before(text, at, floor)?;
    let rest = &text[at..];
    let unit = ["万元", "亿元", "元"].into_iter().find(|unit| rest.starts_with(unit))?;
    let ends = !rest[unit.len()..].starts_with(['月', '旦', '宵', '素', '件', '首']);
    (ends && BEFORE.iter().any(|word| head.ends_with(word))).then_some(start..at + unit.len())
}

/// Blanks in the place of a period (`自见报之日起 日内`).
fn blank_period(text: &str, at: usize, floor: usize) -> Option<Range<usize>> {
    let (start, head) = blanks_before(text, at, floor)?;
    let unit = UNITS.iter().find(|unit| text[at..].starts_with(**unit))?;
    ["日起", "期满", "届满", "限期", "经过", "期限为", "通知后", "公告后", "书后"]
        .iter()
        .any(|word| head.ends_with(word))
        .then_some(start..at + unit.len())
}

/// A credit code of which only the first digits are there, and X for all others. Nobody masks one.
fn code(text: &str, at: usize) -> Option<Range<usize>> {
    let digits = text[..at].bytes().rev().take(3).take_while(u8::is_ascii_digit).count();
    let signs: usize = text[at..].chars().take_while(|&c| plain(c) == 'X').map(char::len_utf8).sum();
    let count = text[at..at + signs].chars().count();
    let beside = text[at + signs..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '*');
    ((1..=2).contains(&digits) && count >= 12 && !beside).then_some(at - digits..at + signs)
}

/// `（2026）吉XX民初XX号`: a court's case number around the signs at a byte.
fn case(text: &str, at: usize, floor: usize) -> Option<Range<usize>> {
    const REGIONS: &str = "京津冀晋内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新兵军";
    const STAGES: &str = "民刑行执破赔商知辖申监再终初特督催保调诉前财仲审撤令恢异复强清字第";
    let filled = |c: char| c.is_ascii_digit() || matches!(plain(c), 'X' | '_');
    let from = border::after(text, at.saturating_sub(CASE).max(floor));
    let start = from + text[from..at].rfind(['（', '(', '〔', '[', '【'])?;
    let whole = &text[start..];
    let year = whole.trim_start_matches(['（', '(', '〔', '[', '【']);
    let rest = year.trim_start_matches(filled);
    let court = rest.strip_prefix(['）', ')', '〕', ']', '】']).filter(|_| rest.len() < year.len())?;
    let sign = court.chars().next().filter(|c| REGIONS.contains(*c) || matches!(plain(*c), 'X' | '_'))?;
    let stage = court[sign.len_utf8()..].trim_start_matches(filled);
    let serial = stage.trim_start_matches(|c| STAGES.contains(c));
    let rest = serial.trim_start_matches(filled);
    let end = rest.strip_prefix('号').filter(|_| serial.len() < stage.len() && rest.len() < serial.len())?;
    let end = text.len() - end.len();
    (at < end).then_some(start..end)
}

/// No case number starts further before a hole in it, in bytes.
const CASE: usize = 60;

/// Where the name of a court ends whose place starts with these signs: `××人民法院`, `XX市XX区人民法院`.
fn court(text: &str, range: &Range<usize>) -> Option<usize> {
    let rest = &text[range.end..];
    let name =
        rest.trim_start_matches(|c| matches!(plain(c), 'X' | '_') || "省市区县州盟旗自治高级中".contains(c));
    let end = name.strip_prefix("人民法院")?;
    (rest.len() - name.len() <= CASE).then_some(text.len() - end.len())
}

/// Where the name of a company ends that starts with these signs: `____有限公司`, `XX市XX商贸有限公司`; without 有限 only
/// where it starts its line and nothing but a bracket goes on behind it. Persons are masked with such signs too:
/// `张××与长春有限公司` names a company, and so may `张××建材有限公司`.
fn company(text: &str, range: &Range<usize>) -> Option<usize> {
    // Words that are in no name.
    const APART: &str = "的与和及、或由在系是因为被将欠对于从到给同跟等诉你我该原未已，,。；;：:（）()“”《》";
    // `[ ]有限公司` is a box to be ticked.
    if text[range.clone()].starts_with(['[', '［', '（', '(']) {
        return None;
    }
    let head = text[..range.start].trim_end_matches([' ', '\u{3000}']);
    let starts = head.is_empty() || head.ends_with(['\n', '\r']);
    let rest = text[range.end..].trim_start_matches([' ', '\u{3000}']);
    let from = text.len() - rest.len();
    if let Some(behind) = rest.strip_prefix("公司") {
        let ends = behind.is_empty() || behind.starts_with(['\n', '\r', '（', '(']);
        return (starts && ends).then_some(from + "公司".len());
    }
    let name: usize = rest
        .chars()
        .take(TRADE)
        .take_while(|&c| {
            ('一'..='\u{9fff}').contains(&c) && !APART.contains(c) || matches!(plain(c), 'X' | '_')
        })
        .map(char::len_utf8)
        .sum();
    let name = &rest[..name];
    let (trade, ending) =
        ["有限责任公司", "有限公司", "专业合作社"].iter().find_map(|end| Some((name.find(end)?, end)))?;
    let parted = starts
        || head
            .ends_with(['，', ',', '。', '；', ';', '：', ':', '、', '（', '(', '“', '省', '市', '区', '县']);
    (trade == 0 || parted).then_some(from + trade + ending.len())
}

/// Characters behind the signs in which a company's name ends.
const TRADE: usize = 20;

/// Where signs end in the place of who is addressed: `____：本院受理`.
fn addressee(text: &str, range: &Range<usize>) -> Option<usize> {
    let head = text[..range.start].trim_end_matches([' ', '\u{3000}']);
    let rest = text[range.end..].strip_prefix(['：', ':'])?;
    let starts = head.is_empty() || head.ends_with(['\n', '\r']);
    (starts && ["本院", "本委", "你", "我院", "原告"].iter().any(|word| rest.starts_with(word)))
        .then_some(range.end)
}

/// Where signs end in the place of who lost something: `____遗失`, `XXX有限公司遗失`.
fn loser(text: &str, range: &Range<usize>) -> Option<usize> {
    let head = text[..range.start].trim_end_matches([' ', '\u{3000}']);
    let rest = text[range.end..].trim_start_matches([' ', '\u{3000}']);
    let rest = rest.strip_prefix("有限").unwrap_or(rest);
    let rest = rest.strip_prefix("公司").unwrap_or(rest);
    let starts = head.is_empty() || head.ends_with(['\n', '\r', '。', '：', ':']);
    (starts && ["遗失", "丢失", "不慎", "因保管不"].iter().any(|word| rest.starts_with(word)))
        .then_some(text.len() - rest.len())
}

/// `〔XXXX〕XX号`: the number of a document around the signs for its year.
fn document(text: &str, year: &Range<usize>) -> Option<Range<usize>> {
    let open = text[..year.start].chars().next_back().filter(|c| "〔[【(（﹝".contains(*c))?;
    let rest = text[year.end..].strip_prefix(['〕', ']', '】', ')', '）', '﹞'])?;
    let rest = rest.strip_prefix('第').unwrap_or(rest);
    let serial = rest.trim_start_matches(is_open);
    let end = serial.strip_prefix('号').filter(|_| serial.len() < rest.len())?;
    Some(year.start - open.len_utf8()..text.len() - end.len())
}

/// Where `字第 号` ends that starts the text, with nothing for its serial.
fn serial_of_words(behind: &str) -> Option<usize> {
    let rest = behind.strip_prefix('字')?.trim_start_matches(is_open);
    let rest = rest.strip_prefix('第')?.trim_start_matches(is_open);
    Some(behind.len() - rest.strip_prefix('号')?.len())
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
    const ENDS: [&str; 12] =
        ["代码", "号码", "编号", "证号", "金额", "日期", "电话", "账号", "数字", "名称", "姓名", "地址"];
    let is = |word: &str| words.len() <= 8 && words.ends_with(&word.chars().collect::<Vec<_>>());
    let mut hits = Vec::new();
    labels::find(words, |_| false, 0, words.len(), &mut hits);
    let label = hits.first().is_some_and(|hit| hit.start == 0 && hit.end == words.len());
    words.contains(&'填') || label || ENDS.iter().any(|word| is(word))
}

/// The date of which month and day, or all, are open, by its 年.
fn date_around(text: &str, year: usize, floor: usize) -> Option<Range<usize>> {
    let end = date_from(text, year)?;
    let line = &text[floor..year];
    let head = line.trim_end_matches(is_open);
    let digits = head.len() - head.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    // 二〇二六年×月×日
    let words = head.len() - head.trim_end_matches(|c| "〇○零一二三四五六七八九".contains(c)).len();
    if words == 4 * '〇'.len_utf8() && head.len() == line.len() {
        return Some(year - words..end);
    }
    let start = match digits {
        // `出生年 月 日` are words: the year's own place must be open, or the line start here.
        0 => {
            let opens = head.is_empty() || head.ends_with(['\n', '\r', '：', ':', '（', '(']);
            // `根据 年 月 日股东会决议`
            let opens = opens
                || head.len() < line.len()
                    && ["根据", "依据", "按照", "于", "自", "截至", "截止"]
                        .iter()
                        .any(|word| head.ends_with(word));
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
    // `年月日` for the last line.
    if let Some(rest) = text[at..].strip_prefix("年月日").filter(|rest| rest.trim().is_empty()) {
        return text[..at]
            .trim_end_matches(is_open)
            .ends_with(['\n', '\r'])
            .then_some(text.len() - rest.len());
    }
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

/// The kind that the words at the end of a text name, and the words.
pub(crate) fn label_before(text: &str) -> Option<(&'static Kind, String)> {
    let from = border::after(text, text.len().saturating_sub(REACH));
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
    use crate::notice::Options;
    use crate::{check, words};

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
            ("来源：双阳区公安局 字号：[ ]", ""),
            ("登记证字号：[ ]", "[] other_certificate"),
            ("XXXX年XX月XX日", "XXXX年XX月XX日 date"),
            ("2024年  月  日", "2024年月日 date"),
            ("南湖店\n    年  月  日", "年月日 date"),
            ("于____年__月__日", "____年__月__日 date"),
            ("根据 年 月 日股东会决议", "年月日 date"),
            ("注册资本从 万元减至　　万元", "万元 amount; 万元 amount"),
            ("自见报之日起 日内，自公告之日起XX日内", "日内 period; XX period"),
            ("统一社会信用代码：91XXXXXXXXXXXXXXXX", "91XXXXXXXXXXXXXXXX uscc"),
            ("《决定书》（长罚决字〔XXXX〕XX号）", "〔XXXX〕XX号 document_number"),
            ("（  ）字第  号", "()字第号 document_number"),
            ("尚欠[原金额]万元", "[原金额] amount"),
            ("案号（2026）吉××民初×号，", "(2026)吉XX民初X号 court_case"),
            ("案号：（2026）吉01XX民初XX号，", "(2026)吉01XX民初XX号 court_case"),
            ("（XXXX）吉0104执恢____号", "(XXXX)吉0104执恢____号 court_case"),
            ("榆树市人民法院\n二〇二六年×月×日", "二〇二六年X月X日 date"),
            ("二○二六年　月　日", "二○二六年月日 date"),
            ("甲县行政执法局\n年月日", "年月日 date"),
            // filled, masked, or nothing to be filled in
            ("自 公 告 之 日 起 三 十 日 内，减 至 一 百 万 元", ""),
            ("年月日\n甲县", ""),
            ("[联系电话]0431-85012345", ""),
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
