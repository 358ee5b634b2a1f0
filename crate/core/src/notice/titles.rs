//! Which line is a title (标题): short, one of its words at the end, no sentence.

use std::borrow::Cow;

use super::lines::{compact, is_margin, is_mark};
use super::name_words::is_organisation;

/// What a title ends in.
const TITLES: [&str; 26] = [
    "批复",
    "决定书",
    "处罚决定",
    "通报",
    "公告",
    "声明",
    "启事",
    "通告",
    "公示",
    "通知书",
    "公告书",
    "声明书",
    "告知书",
    "公告栏",
    "通知",
    "催告",
    "函",
    "更正",
    "招领",
    "传票",
    "遗失",
    "挂失",
    "作废",
    "拍卖会",
    "布告",
    "债权转让",
];

/// Words that make a line with 公告 a sentence or a headline.
const NO_TITLE: [&str; 12] = [
    "发布",
    "特此",
    "现予",
    "予以",
    "本公告",
    "此公告",
    "刊登",
    "自公告",
    "公告之日",
    "公告期",
    "记者",
    "。",
];

/// No title is longer, in characters; brackets at its end are not counted.
pub const TITLE: usize = 60;

/// Is the line a title: short, one of its words at the end, no sentence?
pub fn is_title(line: &str) -> bool {
    let last = line.trim_end().chars().next_back();
    let may_end = |last: char| {
        matches!(last, '】' | '》' | '」' | '）' | ')') || TITLES.iter().any(|word| word.ends_with(last))
    };
    if line.len() > 6 * TITLE || !last.is_some_and(may_end) {
        return false;
    }
    let mut compact = compact(line);
    if let Some(bare) = compact.strip_suffix(['】', '》', '」']) {
        compact = bare.trim_start_matches(['【', '《', '「']).to_string();
    }
    // `减资公告（第二次）`.
    if compact.ends_with(['）', ')'])
        && let Some(open) = compact.rfind(['（', '('])
        && compact.len() - open <= 90
    {
        compact.truncate(open);
    }
    if !TITLES.iter().any(|word| compact.ends_with(word)) {
        return false;
    }
    // `某科技：关于诉讼、仲裁的公告`: a short name before it, a matter of two words in it.
    let head = compact.find("关于").map(|at| &compact[..at]).filter(|head| {
        let short = || head.len() <= 40 && head.ends_with(['：', ':']) && !is_margin(head);
        head.is_empty() || is_organisation(head) || short()
    });
    let words = match head {
        Some(head) if !compact.contains(['《', '》']) => {
            compact[head.len()..].replace(['、', '“', '”'], "").into()
        }
        _ => Cow::from(&compact),
    };
    let count = compact.chars().count();
    (2..=TITLE).contains(&count)
        && !words.contains(['，', '。', '；', '：', ',', ';', ':', '、', '“'])
        && !compact.starts_with(is_mark)
        && {
            // 减少注册资本公告 is no 本公告.
            let capital = compact.contains("资本公告");
            let bare =
                if capital { compact.replace("资本公告", "公告").into() } else { Cow::from(&compact) };
            let matter = head.is_some() && bare.ends_with("的公告");
            !NO_TITLE.iter().any(|word| bare.contains(word) && !(matter && *word == "予以"))
        }
}
