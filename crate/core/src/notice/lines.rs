//! What one line of a text is (行): a day, a name, a mark, or what a page of the web puts below a text.

use std::ops::Range;

/// No signature or foot has more lines.
pub const SIGNATURE: usize = 6;

/// A text without its blanks.
pub fn compact(text: &str) -> String {
    let mut compact = String::with_capacity(text.len());
    compact.extend(text.split_whitespace());
    compact
}

/// Is it nothing, or what a page of the web puts below a text: `来源：…`, `附件下载`, `扫一扫…`, `(此件公开发布)`?
pub fn is_margin(text: &str) -> bool {
    const MARGINS: [&str; 6] = ["附件", "附:", "附：", "此件公开", "相关附件", "请输入验证码"];
    text.lines()
        .map(margin_head)
        .all(|line| line.is_empty() || MARGINS.iter().any(|word| line.starts_with(word)) || is_foot(line))
}

/// Is the line, its brackets left out, the foot of a web page, and never a notice's own?
fn is_foot(line: &str) -> bool {
    const FEET: [&str; 18] = [
        "原标题",
        "文章来源",
        "来源",
        "信息来源",
        "编辑",
        "责任编辑",
        "责编",
        "扫一扫",
        "分享到",
        "打印本页",
        "关闭窗口",
        "上一篇",
        "下一篇",
        "上一条",
        "下一条",
        "相关阅读",
        "相关链接",
        "新闻推荐",
    ];
    FEET.iter().any(|word| line.starts_with(word))
}

fn margin_head(line: &str) -> &str {
    line.trim().trim_start_matches(['（', '(', '【', '['])
}

/// Where a text ends without the feet of a web page below it.
pub fn margin_before(text: &str, range: Range<usize>) -> usize {
    let mut end = range.end;
    for line in text[range.clone()].lines().rev().take(SIGNATURE) {
        let start = line.as_ptr() as usize - text.as_ptr() as usize;
        if start > range.start && is_foot(margin_head(line)) {
            end = range.start + text[range.start..start].trim_end().len();
        } else if !is_margin(line) {
            break;
        }
    }
    end
}

/// Where the day starts that a line ends in behind a name.
pub fn day_at(part: &str) -> Option<usize> {
    let last = part.chars().next_back()?;
    if !(last == '日' || last.is_ascii_digit() || matches!(last, '０'..='９' | ')' | '）')) {
        return None;
    }
    let near = part.char_indices().rev().take(28).filter(|(at, _)| *at > 0);
    near.map(|(at, _)| at).filter(|&at| is_whole_date(&compact(&part[at..]))).last()
}

/// Is it a day that begins with a year of four signs?
fn is_whole_date(words: &str) -> bool {
    let sign = |c: char| c.is_ascii_digit() || "〇○零一二三四五六七八九OＯ0０１２３４５６７８９".contains(c);
    let mut chars = words.chars();
    is_date(words)
        && chars.by_ref().take(4).all(sign)
        && chars.next().is_some_and(|c| matches!(c, '年' | '-' | '.' | '/' | '．' | '－'))
}

/// Is the line a date and nothing else?
pub fn is_date(compact: &str) -> bool {
    let figure = |c| matches!(c, '0'..='9' | '０'..='９' | '〇' | '○' | '零' | '元' | 'O' | 'Ｏ');
    let numeral = |c| matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十');
    let unit = |c| matches!(c, '年' | '月' | '日' | '号' | '星' | '期' | '周' | '天');
    let sign = |c| matches!(c, '-' | '.' | '/' | '．' | '－' | '(' | ')' | '（' | '）');
    let signs = |c: char| figure(c) || numeral(c) || unit(c) || sign(c);
    let count = compact.chars().count();
    (6..=22).contains(&count)
        && compact.chars().all(signs)
        && (compact.contains('年') && compact.contains('月')
            || compact.matches(['-', '.', '/', '．', '－']).count() == 2)
}

/// Is the line, blanks left out, a day, filled in or not, or a name with one behind it?
pub fn has_day(line: &str) -> bool {
    is_date(line) || is_open_day(line) || day_at(line).is_some()
}

/// Is the line a day that nobody filled in: `年 月 日`, `XXXX年XX月XX日`?
pub fn is_open_day(compact: &str) -> bool {
    let open = |c: char| matches!(c, '年' | '月' | '日' | 'X' | 'x' | '×' | '_') || c.is_ascii_digit();
    let parts: Option<(&str, &str)> = compact.strip_suffix('日').and_then(|rest| rest.split_once('年'));
    compact.len() <= 30 && compact.chars().all(open) && parts.is_some_and(|(_, rest)| rest.contains('月'))
}

/// Could a line sign a notice: a name, no sentence?
pub fn is_name(compact: &str) -> bool {
    (2..=40).contains(&compact.chars().count())
        && !compact.contains(['，', '。', '；', '：', ',', ';', ':', '！', '？'])
}

/// Marks that open an item.
pub fn is_mark(ch: char) -> bool {
    matches!(ch, '●' | '■' | '◆' | '▲' | '★' | '▼' | '□' | '◇')
}
