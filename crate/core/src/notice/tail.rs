//! How a notice ends (落款): the sentences behind its closing, the names and the day that sign it, the contact.
//!
//! `声明作废。` is seldom the last word. Who answers for what, since when, whom to call, and 特此声明 may follow, in lines of
//! their own, with blank lines between them, or all in one line parted by blanks; then come names and day.

use std::ops::Range;

use super::body::Body;
use super::court;
use super::lines::{
    SIGNATURE, compact, day_at, is_date, is_margin, is_mark, is_name, is_open_day, margin_before,
};
use super::name_words::{is_organisation, is_person};
use super::sort;
use super::titles::is_title;
use crate::text::border;

/// Sentences that go on with a notice behind its closing.
const SENTENCES: usize = 24;
/// No sentence behind a closing is longer, in characters.
const SENTENCE: usize = 500;
/// No line is looked at further than so many bytes.
const LINE: usize = 600;

/// What goes on with a notice behind its closing (特此公告。联系人：…; 现予公告。债权人自…).
const TAILS: [&str; 59] = [
    "特此",
    "附件",
    "为保护",
    "为维护",
    "为保障",
    "债权人",
    "债权申报",
    "请债权",
    "请相关",
    "请有关",
    "请各",
    "请上述",
    "请于",
    "请自",
    "请在",
    "凡",
    "自公告",
    "自本公告",
    "自登报",
    "自见报",
    "自刊登",
    "自即日",
    "自发布",
    "自声明",
    "自本声明",
    "登报之日",
    "见报之日",
    "即日起",
    "逾期",
    "联系",
    "电话",
    "手机",
    "地址",
    "邮编",
    "邮箱",
    "传真",
    "咨询电话",
    "监督电话",
    "举报电话",
    "清算组",
    "票据",
    "票号",
    "该票据",
    "利害关系人",
    "在公告",
    "公告期",
    "由此",
    "因此",
    "因该",
    "因使用",
    "因遗失",
    "因丢失",
    "因他人",
    "如因",
    "如有",
    "若因",
    "若有",
    "任何",
    "一切",
];

/// What may go on with it, where the sentence does not tell of another loss.
const PERHAPS: [&str; 22] = [
    "本人",
    "本公司",
    "我公司",
    "我司",
    "本单位",
    "我单位",
    "本厂",
    "本店",
    "本社",
    "本校",
    "此后",
    "今后",
    "以上",
    "上述",
    "敬请",
    "望",
    "请",
    "该",
    "其",
    "产生",
    "拾到",
    "同时",
];

/// Who signs is named behind one of these.
const SIGNERS: [&str; 16] = [
    "声明人",
    "声明单位",
    "声明方",
    "公告人",
    "公告单位",
    "公告机关",
    "公告方",
    "通知人",
    "通知单位",
    "登报人",
    "遗失人",
    "失主",
    "发布单位",
    "落款",
    "署名",
    "启事人",
];

/// A line that begins with one of these tells how to get in touch.
const CONTACTS: [&str; 19] = [
    "联系人",
    "联系电话",
    "联系方式",
    "联系地址",
    "联系手机",
    "电话",
    "手机",
    "地址",
    "通讯地址",
    "通信地址",
    "邮编",
    "邮政编码",
    "邮箱",
    "电子邮箱",
    "传真",
    "咨询电话",
    "监督电话",
    "办公地址",
    "公司地址",
];

/// The first character from an offset on that is no blank, and the line ends before it.
fn next(text: &str, at: usize) -> Option<(usize, usize)> {
    let rest = &text[at..];
    let skip = rest.len() - rest.trim_start().len();
    let ends = || rest.as_bytes()[..skip].iter().filter(|&&byte| byte == b'\n').count();
    (skip < rest.len()).then(|| (at + skip, ends()))
}

/// The rest of a line, the blanks at its end left out.
fn line(text: &str, start: usize) -> Range<usize> {
    let end = border::before(text, start + LINE);
    let end = memchr::memchr(b'\n', &text.as_bytes()[start..end]).map_or(end, |at| start + at);
    start..start + text[start..end].trim_end().len()
}

/// Where a notice ends that goes on behind its closing.
pub fn gone_on(text: &str, closing: usize) -> usize {
    let mut end = closing;
    for _ in 0..SENTENCES {
        let Some((start, ends)) = next(text, end) else { break };
        let part = &text[line(text, start)];
        let own = belongs(part, &text[start..]);
        let formal = if own { None } else { formal_behind(text, start) };
        if ends > 2 || !own && formal.is_none() || is_title(part) || signed_at(text, start, end).is_some() {
            break;
        }
        end = formal.unwrap_or_else(|| sentence_end(text, start));
    }
    end
}

/// What is announced begins so, in the paragraph behind the sentence that announces it.
const ANNOUNCED: [&str; 40] = [
    "公示期",
    "公示时间",
    "公示时限",
    "公示内容",
    "公示对象",
    "公示名单",
    "公示范围",
    "公示方式",
    "公示起止",
    "公示日期",
    "本公示期",
    "自公示",
    "期限",
    "时间",
    "名单",
    "具体",
    "如下",
    "如有",
    "如对",
    "如发现",
    "对公示",
    "对以上",
    "对上述",
    "凡对",
    "任何单位",
    "任何组织",
    "任何个人",
    "社会各界",
    "广大",
    "欢迎",
    "受理",
    "监督",
    "联系",
    "反映",
    "一、",
    "（一）",
    "(一)",
    "1.",
    "1、",
    "1．",
];
/// No more lines are looked at for who signs what was announced.
const LINES: usize = 150;
/// And no more bytes.
const NEAR: usize = 12_000;

/// Where a text ends that a sentence like `现予以公示。` only introduced: before who signs it with a day, or behind
/// paragraphs that begin as such a text does. What begins a notice of its own ends it there.
pub fn announced(text: &str, closing: usize, floor: usize) -> usize {
    let near = border::before(text, closing + NEAR);
    let (mut at, mut last, mut begun) = (closing, closing..closing, false);
    for count in 0..LINES {
        let Some((start, ends)) = next(&text[..near], at) else { break };
        if count == 0 && (ends == 0 || signed_at(text, closing, floor).is_some()) {
            return closing;
        }
        let line = start..start + line_len(&text[start..near]);
        let part = &text[line.clone()];
        let words = compact(part);
        let named =
            |line: &Range<usize>| line.len() <= LINE && is_organisation(&compact(&text[line.clone()]));
        if part.len() <= LINE && is_date(&words) {
            let signs = if named(&last) { last.start } else { start };
            return closing.max(text[..signs].trim_end().len());
        }
        if part.len() <= LINE && day_at(part).is_some_and(|day| is_organisation(&compact(&part[..day]))) {
            return closing.max(text[..start].trim_end().len());
        }
        let own = ANNOUNCED.iter().any(|word| words.starts_with(word));
        if is_title(part) || !own && begins_another(text, &line, &words, floor..closing) {
            break;
        }
        begun |= count == 0 && own;
        (at, last) = (line.end, line);
    }
    if !begun || last.is_empty() {
        return closing;
    }
    let end = margin_before(text, closing..last.end);
    let signs = last.end == end && last.len() <= LINE && is_organisation(&compact(&text[last.clone()]));
    if signs { closing.max(text[..last.start].trim_end().len()) } else { end }
}

/// How long the first line is, the blanks at its end left out.
fn line_len(text: &str) -> usize {
    text[..memchr::memchr(b'\n', text.as_bytes()).unwrap_or(text.len())].trim_end().len()
}

/// Does a line tell of somebody whom the text before it does not know, or of what was lost, or is it to somebody?
fn begins_another(text: &str, line: &Range<usize>, words: &str, before: Range<usize>) -> bool {
    const BODIES: [&str; 9] = ["公司", "合作社", "厂", "店", "中心", "学校", "幼儿园", "协会", "合伙)"];
    let part = &text[line.clone()];
    if part.starts_with(is_mark)
        || ["遗失", "丢失", "声明作废", "公告作废"].iter().any(|word| words.contains(word))
        || court::addresses(part)
    {
        return true;
    }
    let head = words.split([',', '，', '。', '；', ';', '：', ':']).next().unwrap_or_default();
    let ends = BODIES.iter().filter_map(|word| head.find(word).map(|at| at + word.len()));
    let Some(name) = ends.min().map(|end| &head[..end]) else { return false };
    !["本", "我", "该", "上述", "各"].iter().any(|word| name.starts_with(word))
        && !compact(&text[before]).contains(name)
        && sort::of_body(&Body::new(text, line.clone())).is_some()
}

/// Where `特此公告` ends what goes on behind a closing and tells of no other loss: `…予以作废。依据规定，……。特此公告。`
fn formal_behind(text: &str, start: usize) -> Option<usize> {
    const FORMAL: [&str; 5] = ["特此公告", "特此声明", "特此通告", "特此通知", "特此公示"];
    const OTHERS: [&str; 9] = ["遗失", "丢失", "作废", "注销", "声明", "启事", "减资", "清算", "：本"];
    let near = &text[start..border::before(text, start + LINE)];
    let formal = |at: usize| FORMAL.iter().find(|word| near[at..].starts_with(**word)).map(|word| (at, word));
    let (at, word) = near.match_indices("特此").find_map(|(at, _)| formal(at))?;
    let between = &near[..at];
    let another = OTHERS.iter().any(|word| between.contains(word)) || between.contains(is_mark);
    let mut lines = between.match_indices('\n').map(|(i, _)| start + i);
    let parted = lines.any(|at| {
        let Some((next, ends)) = next(text, at) else { return false };
        ends > 1 || is_title(&text[line(text, next)]) || signed_at(text, at, start).is_some()
    });
    (between.contains('。') && !another && !parted).then(|| {
        let end = start + at + word.len();
        end + text[end..].chars().next().filter(|c| "。！!".contains(*c)).map_or(0, char::len_utf8)
    })
}

/// Where the line ends of a closing in its middle, if what follows there tells of nothing else: `…作废。驾驶报废机动车的，…`.
pub fn paragraph_end(text: &str, closing: usize) -> usize {
    const OTHERS: [&str; 18] = [
        "遗失", "丢失", "作废", "注销", "声明", "公告", "启事", "减少", "减资", "合并", "分立", "清算",
        "招领", "拍卖", "转让", "送达", "通知", "●",
    ];
    let rest = line(text, closing);
    let part = &text[rest.clone()];
    let goes_on = part.ends_with('。')
        && part.starts_with(|c: char| !c.is_whitespace() && !is_mark(c))
        && !OTHERS.iter().any(|word| part.contains(word))
        && signed_at(text, closing, closing).is_none();
    if goes_on { rest.end } else { closing }
}

/// Does a line, the head of the rest of the text, go on with the notice that was closed before it?
fn belongs(part: &str, rest: &str) -> bool {
    if is_contact(part) || is_field(part) || part.starts_with("附件") {
        return true;
    }
    let head: String = rest.chars().filter(|c| !c.is_whitespace()).take(12).collect();
    let sentence = part.split(['。', '！']).next().unwrap_or_default();
    let voids = ["声明作废", "予以作废", "公告作废"].iter().any(|word| sentence.contains(word));
    let lost = voids || ["遗失", "丢失", "作废", "注销", "减少"].iter().any(|word| sentence.contains(word));
    let since = head.starts_with('自') && head.contains('起');
    let answers = ["因", "如", "若", "凡", "任何", "一切", "特此", "自", "由此"];
    let answers = answers.iter().any(|word| head.starts_with(word));
    let tail = since || TAILS.iter().any(|word| head.starts_with(word));
    tail && !voids && (!lost || answers) || !lost && PERHAPS.iter().any(|word| head.starts_with(word))
}

/// Where the sentence ends that starts here: at its sign, or where a line or a blank parts it from what signs.
fn sentence_end(text: &str, start: usize) -> usize {
    let mut end = start;
    let limit = text[start..].char_indices().nth(SENTENCE).map_or(text.len(), |(i, _)| start + i);
    let mut blank = false;
    for (i, ch) in text[start..limit].char_indices() {
        let at = start + i;
        if ch.is_whitespace() {
            if ch == '\n' && (stops_before(text, at) || voids(text, at)) {
                return end;
            }
            blank = true;
            continue;
        }
        if is_mark(ch) || blank && signed_at(text, at, start).is_some() {
            return end;
        }
        blank = false;
        end = at + ch.len_utf8();
        if matches!(ch, '。' | '！' | '!') {
            return end;
        }
        let formal = ["特此公告", "特此声明", "特此通知"];
        if ch == '特'
            && let Some(word) = formal.iter().find(|word| text[at..].starts_with(**word))
        {
            let behind = at + word.len();
            return behind
                + text[behind..].chars().next().filter(|c| "。！!".contains(*c)).map_or(0, char::len_utf8);
        }
    }
    end
}

/// Does something else begin behind a line end: a title, a contact, another sentence of the tail?
fn stops_before(text: &str, at: usize) -> bool {
    let Some((start, ends)) = next(text, at) else { return true };
    let part = &text[line(text, start)];
    ends > 1 || is_title(part) || is_contact(part) || part.starts_with(is_mark)
}

/// Does the next line declare something void?
fn voids(text: &str, at: usize) -> bool {
    let Some((start, _)) = next(text, at) else { return false };
    let part = &text[line(text, start)];
    ["遗失", "声明作废"].iter().any(|word| part.contains(word))
}

/// Does a line tell how to get in touch?
pub fn is_contact(part: &str) -> bool {
    let first = part.chars().find(|c| !c.is_whitespace() && !matches!(c, '（' | '('));
    if !first.is_some_and(|first| CONTACTS.iter().any(|word| word.starts_with(first))) {
        return false;
    }
    let head: String = part.chars().filter(|c| !c.is_whitespace()).take(8).collect();
    let head = head.trim_start_matches(['（', '(']);
    CONTACTS.iter().any(|word| {
        head.strip_prefix(word).is_some_and(|rest| {
            rest.starts_with(['：', ':', '、', '及', '/']) || rest.starts_with(|c: char| c.is_ascii_digit())
        })
    })
}

/// Does a line fill in a field of a form: `机构编码：B0123S222010012`?
fn is_field(part: &str) -> bool {
    const FIELDS: [&str; 14] = [
        "编码",
        "编号",
        "号",
        "号码",
        "流水号",
        "代码",
        "日期",
        "时间",
        "机关",
        "地点",
        "住所",
        "名称",
        "负责人",
        "范围",
    ];
    const OTHERS: [&str; 7] = ["遗失", "丢失", "作废", "声明", "公告", "本院", "送达"];
    let Some((head, value)) = part.split_once(['：', ':']) else { return false };
    let head = head.trim();
    (2..=10).contains(&head.chars().count())
        && value.chars().count() <= 60
        && FIELDS.iter().any(|word| head.ends_with(word))
        && !OTHERS.iter().any(|word| part.contains(word))
}

/// Where the lines end that tell how to get in touch, behind a signature.
pub fn contacts_behind(text: &str, end: usize) -> usize {
    let mut all = end;
    for _ in 0..SIGNATURE {
        let Some((start, ends)) = next(text, all) else { break };
        let line = line(text, start);
        let part = &text[line.clone()];
        if ends > 2
            || !is_contact(part)
            || ["遗失", "作废", "公告", "声明"].iter().any(|word| part.contains(word))
        {
            break;
        }
        all = line.end;
    }
    all
}

/// A part of a signature.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// A name; sure where it says so itself (声明人：李四) or is an organisation's.
    Name { sure: bool },
    /// A name and a day.
    Both,
    /// A day.
    Day,
}

/// What of a signature a line starts with, and how many bytes it takes.
fn part_of(part: &str) -> Option<(Part, usize)> {
    let sentence = |c| matches!(c, '，' | '。' | '；' | ',' | ';' | '！' | '？');
    if part.chars().find(|&c| c.is_whitespace() || sentence(c)).is_some_and(sentence) {
        return None;
    }
    let words = compact(part);
    if is_date(&words) || is_open_day(&words) {
        return Some((Part::Day, part.len()));
    }
    if let Some(at) = day_at(part) {
        let name = compact(&part[..at]);
        if is_signer(&name) || is_name(&name) && name_like(&name) {
            return Some((Part::Both, part.len()));
        }
    }
    if is_signer(&words) {
        return Some((Part::Name { sure: true }, part.len()));
    }
    // All in one line: a blank parts the names and the day.
    for (at, _) in part.char_indices().filter(|(_, c)| c.is_whitespace()).take(SIGNATURE) {
        let head = compact(&part[..at]);
        let rest = part[at..].trim_start();
        let whole =
            is_signer(&head) || is_person(&head) || is_organisation(&head) && head.chars().count() >= 4;
        let joined = part[at..].chars().take_while(|c| c.is_whitespace()).count() < 2
            && rest.chars().nth(1).is_some_and(char::is_whitespace);
        if is_date(&head) {
            return Some((Part::Day, at));
        }
        let name = is_signer(&head) || is_name(&head) && name_like(&head);
        if whole && !joined && name && (is_contact(rest) || part_of(rest).is_some()) {
            return Some((Part::Name { sure: is_organisation(&head) || is_signer(&head) }, at));
        }
    }
    (is_name(&words) && name_like(&words) && !is_title(part))
        .then(|| (Part::Name { sure: is_organisation(&words) }, part.len()))
}

/// Is it 声明人：李四?
fn is_signer(words: &str) -> bool {
    signer(words).is_some_and(is_name)
}

/// The name behind 声明人：.
pub fn signer(words: &str) -> Option<&str> {
    let named = SIGNERS.iter().find_map(|word| words.strip_prefix(word));
    named.and_then(|rest| rest.strip_prefix(['：', ':']))
}

/// No sentence that goes on with the text.
fn name_like(words: &str) -> bool {
    !["特此", "联系", "以上", "此致", "逾期", "谢谢", "自"].iter().any(|word| words.starts_with(word))
        && !words.ends_with(['的', '于'])
        // With a number in it, it is a row of a table.
        && !words.as_bytes().windows(4).any(|four| four.iter().all(u8::is_ascii_digit))
}

/// The names and the day from an offset on that sign the text which starts at `floor`.
pub fn signed_at(text: &str, start: usize, floor: usize) -> Option<Range<usize>> {
    let mut at = start;
    let mut signed: Option<Range<usize>> = None;
    let mut names = 0;
    let mut doubtful: Option<Range<usize>> = None;
    for _ in 0..SIGNATURE {
        let Some((begin, _)) = next(text, at) else { break };
        let line = line(text, begin);
        let part = &text[line.clone()];
        if part.is_empty() || part.starts_with(is_mark) {
            break;
        }
        // The last character of a name may stand alone on its line, and the contact between name and day.
        let tail = names > 0 && compact(part).chars().count() == 1;
        if names > 0 && is_contact(part) {
            at = line.end;
            continue;
        }
        let found = if tail { Some((Part::Name { sure: true }, part.len())) } else { part_of(part) };
        let Some((kind, len)) = found else { break };
        let own = begin..begin + len;
        at = own.end;
        signed = Some(signed.map_or(own.start, |s| s.start)..own.end);
        match kind {
            Part::Day | Part::Both => return signed,
            Part::Name { sure } => {
                names += usize::from(!tail);
                if !sure {
                    doubtful = Some(own);
                }
            }
        }
    }
    // Without a day a single name signs, if the text before knows it.
    let signed = signed.filter(|_| names == 1)?;
    let Some(name) = doubtful else { return Some(signed) };
    let name = compact(&text[name]);
    let body = Body::new(text, floor..start);
    // Its last characters may be misprinted.
    let cut = name.char_indices().rev().nth(1).filter(|_| name.chars().count() > 7);
    (body.says(&name) || cut.is_some_and(|(at, _)| body.says(&name[..at]))).then_some(signed)
}

/// The lines at the end of a text that sign it.
pub fn signature_before(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let mut starts = Vec::new();
    let mut at = range.end;
    for _ in 0..SIGNATURE * 2 {
        let before = text[range.start..at].trim_end().len();
        let head = &text[range.start..range.start + before];
        let begin = head.rfind('\n').map_or(0, |i| i + 1);
        let line = &head[begin..];
        // Behind the last sentence of a line.
        let sentence = line.rfind(['。', '！']).map_or(0, |i| i + '。'.len_utf8());
        let behind = &line[sentence..];
        if sentence > 0 {
            // All in one line: a blank parts the contact from who signs.
            let blanks = behind.char_indices().rev().filter(|(i, c)| *i > 0 && c.is_whitespace());
            starts.extend(blanks.take(SIGNATURE * 2).map(|(i, _)| range.start + begin + sentence + i));
            starts.push(range.start + begin + sentence);
        }
        at = range.start + begin;
        if begin == 0 {
            break;
        }
        starts.push(at);
        if line.contains('。') {
            break;
        }
    }
    starts.reverse();
    starts.into_iter().find_map(|start| {
        let signed = signed_at(text, start, range.start)?;
        let end = contacts_behind(text, signed.end);
        is_margin(&text[end.min(range.end)..range.end]).then_some(signed)
    })
}

/// Is the line, blanks left out, an organisation's name, with or without a day behind it?
pub fn has_organisation(line: &str) -> bool {
    is_organisation(day_at(line).map_or(line, |at| &line[..at]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goes_on_to_its_end() {
        for (text, want) in [
            ("声明作废。自登报之日起，一切后果与本公司无关。\n青苗厂\n2024年4月9日", "关。"),
            ("声明作废。\n\n特此声明。\n\n青苗商贸有限公司\n\n2024年4月9日", "特此声明。"),
            ("声明作废。 因遗失产生的责任与本人无关。 特此声明！ 李四 2024年4月9日", "特此声明！"),
            ("声明作废。联系电话：0431-85012345 青苗商贸有限公司 2024年4月9日", "85012345"),
            ("声明作废。\n本人李四遗失身份证，声明作废。", "声明作废。"),
            ("声明作废。\n李四遗失身份证，声明作废。", "声明作废。"),
            ("声明作废。\n本人不承担责任。\n李四遗失身份证，声明作废。", "责任。"),
        ] {
            let end = gone_on(text, "声明作废。".len());
            assert!(text[..end].ends_with(want), "{text}: {}", &text[..end]);
        }
    }

    #[test]
    fn who_signs_and_when() {
        for (text, want) in [
            ("青苗商贸有限公司\n2024年4月9日", Some("青苗商贸有限公司\n2024年4月9日")),
            ("\n\n青苗商贸有限公司\n\n二〇二四年四月九日", Some("青苗商贸有限公司\n\n二〇二四年四月九日")),
            ("青苗商贸有限公司 2024.4.9 联系电话：0431-85012345", Some("青苗商贸有限公司 2024.4.9")),
            ("声明人：李四\n2024年4月9日", Some("声明人：李四\n2024年4月9日")),
            ("声明人：李四", Some("声明人：李四")),
            ("李 四 2024年4月9日", Some("李 四 2024年4月9日")),
            ("青苗厂\n电话：0431-85012345\n2024年4月9日", Some("青苗厂\n电话：0431-85012345\n2024年4月9日")),
            ("青苗商贸有限公司2024年4月9日", Some("青苗商贸有限公司2024年4月9日")),
            ("李四遗失身份证，声明作废。", None),
            ("特此声明\n2024年4月9日", None),
        ] {
            assert_eq!(signed_at(text, 0, 0).map(|range| &text[range]), want, "{text}");
        }
    }
}
