//! The columns of courts and arbitration commissions (法院公告): notice after notice without a title, each to someone.
//!
//! A notice begins with whom it is to: `李四：本院受理…`. The court's name stands below it as a signature, at the end of its
//! last line (`…即视为送达。[吉林]长春市南关区人民法院`), or above it, then above all of them.

use memchr::memmem;

use super::body::Piece;
use super::lines;
use crate::order;

/// What follows the colon behind whom a notice is to.
const OPENINGS: [&str; 19] = [
    "本院受理",
    "本院审理",
    "本院立案",
    "本院执行",
    "本院于",
    "本院依",
    "本院在",
    "本院已",
    "本院对",
    "我院受理",
    "我院于",
    "本委受理",
    "本委已",
    "本委于",
    "本会受理",
    "原告",
    "上诉人",
    "申请执行人",
    "关于原告",
];

/// What an office says to whom its notice is, who is named alone in a line's beginning.
const OFFICES: [&str; 10] =
    ["你", "因你", "经查", "我局", "本局", "本机关", "本大队", "本支队", "我大队", "经我局"];

/// No list of those a notice is to is longer, in characters.
const ADDRESSEES: usize = 120;

/// Is somebody addressed by a court?
pub fn addresses(text: &str) -> bool {
    openings(text).next().is_some()
}

/// Where the lines start in which an office addresses somebody, one notice a line, each with its own service (送达).
fn office_starts(text: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim_start();
        let start = at + line.len() - words.len();
        at += line.len();
        let Some((name, rest)) = words.split_once(['：', ':']) else { continue };
        let named = (2..=40).contains(&name.chars().count())
            && !name.contains(['，', ',', '。', '；'])
            && !name.starts_with(|c: char| c.is_ascii_digit() || "一二三四五六七八九十（(".contains(c))
            && !["如下", "决定", "告知", "查明", "权利", "事项", "内容", "依据", "公告"]
                .iter()
                .any(|word| name.ends_with(word));
        if named && rest.contains("送达") && OFFICES.iter().any(|word| rest.trim_start().starts_with(word))
        {
            starts.push(start);
        }
    }
    starts
}

/// The colons behind which a court speaks, the wide ones first.
fn openings(text: &str) -> impl Iterator<Item = usize> + '_ {
    let wide = memmem::find_iter(text.as_bytes(), "：").map(|at| (at, "：".len()));
    let narrow = memchr::memchr_iter(b':', text.as_bytes()).map(|at| (at, 1));
    wide.chain(narrow).filter_map(|(at, width)| {
        let rest = text[at + width..].trim_start();
        OPENINGS.iter().any(|word| rest.starts_with(word)).then_some(at)
    })
}

/// Where the second notice of a column and those behind it start; none if the piece is one notice.
pub fn starts(text: &str, piece: &Piece) -> Vec<usize> {
    if piece.title.is_none() && !piece.body.says("本院") && piece.body.says("送达") {
        let lines = office_starts(&text[piece.range.clone()]);
        if lines.first() == Some(&0) && lines.len() > 1 {
            return lines.into_iter().skip(1).map(|start| piece.range.start + start).collect();
        }
    }
    if !["本院", "我院", "本委", "本会", "原告", "上诉人"].iter().any(|word| piece.body.says(word))
    {
        return Vec::new();
    }
    let own = &text[piece.range.clone()];
    let mut starts = order::sorted(openings(own).filter_map(|colon| start(own, colon)).collect(), usize::cmp);
    starts.dedup();
    // The court's name above the first stands above all.
    let headed = starts.first().is_some_and(|first| is_court(own[..*first].trim()));
    if headed {
        for start in &mut starts {
            let before = own[..*start].trim_end();
            let line = before.rfind('\n').map_or(0, |at| at + 1);
            if is_court(before[line..].trim()) {
                *start = line;
            }
        }
    }
    let first = starts.first().copied().unwrap_or_default();
    let later = starts.into_iter().skip(1).filter(|&start| start > first);
    later.filter(|&start| ends(own[..start].trim_end())).map(|start| piece.range.start + start).collect()
}

/// Where the notice starts that has this colon behind those it is to.
fn start(text: &str, colon: usize) -> Option<usize> {
    let near = text[..colon].char_indices().rev().take(ADDRESSEES);
    let sign = |c: char| matches!(c, '\n' | '。' | '…' | '.' | '；' | '：' | ':');
    let begin = near.clone().find(|&(_, c)| sign(c)).map(|(at, c)| at + c.len_utf8());
    let begin = begin.or(near.last().filter(|(at, _)| *at == 0).map(|_| 0))?;
    let mut begin = begin + text[begin..].len() - text[begin..].trim_start().len();
    // The court that signs the one before may stand in the same line: `…送达。长春市南关区人民法院 赵六：本院…`.
    let head = &text[begin..colon];
    // `经审理查明：原告…` is to nobody.
    if ["查明", "认为", "如下", "判决", "裁定", "诉称", "辩称", "请求", "主张"]
        .iter()
        .any(|word| head.ends_with(word))
    {
        return None;
    }
    let court =
        ["法院", "委员会", "仲裁院"].iter().filter_map(|end| head.rfind(end).map(|at| at + end.len())).max();
    if let Some(court) = court.filter(|&at| !head[at..].trim_start().starts_with("公告") && begin > 0) {
        let behind = head[court..].trim_start();
        if behind.chars().count() < 2 {
            return None;
        }
        begin = colon - behind.len();
    }
    Some(begin)
}

/// Does a text end as a notice does: with a sentence, a court, a day?
fn ends(text: &str) -> bool {
    let line: String =
        text[text.rfind('\n').map_or(0, |at| at + 1)..].chars().filter(|c| !c.is_whitespace()).collect();
    text.ends_with(['。', '.', '…', '！', '）', ')'])
        || is_court(&line)
        || line.ends_with(['院', '会'])
        || lines::is_date(&line)
}

/// Is the line a court's name and nothing else: `[吉林]长春市南关区人民法院`?
fn is_court(line: &str) -> bool {
    let bare = line.trim_end_matches("公告");
    bare.chars().count() <= 40
        && ["法院", "委员会", "仲裁院"].iter().any(|end| bare.ends_with(end))
        && !bare.contains(['，', '。', '：', ':', ','])
}

#[cfg(test)]
mod tests {
    use super::super::body::Body;
    use super::*;

    #[test]
    fn columns() {
        let (a, b) =
            ("李四：本院受理一案，经过30日即视为送达。", "赵六：原告王五诉你一案，经过30日即视为送达。");
        let (n, c) = ("长春市南关区人民法院", "[吉林]长春市朝阳区人民法院");
        for (text, want) in [
            (format!("{a}\n{n}\n{b}\n{c}"), vec![b]),
            (format!("{a}\n{n}\n\n{b}\n{c}"), vec![b]),
            (format!("{a}{c}\n{b}{c}"), vec![b]),
            (format!("{a}{n} {b}{c}"), vec![b]),
            (format!("{c}\n{a}\n{c}\n{b}"), vec![c]),
            (format!("{a}\n{b}\n{n}"), vec![b]),
            (format!("{a}\n{n}"), vec![]),
            ("本院通知：原告已到庭。".to_string(), vec![]),
        ] {
            let range = 0..text.len();
            let piece =
                Piece { range: range.clone(), title: None, signature: None, body: Body::new(&text, range) };
            let got = starts(&text, &piece);
            assert_eq!(got.len(), want.len(), "{text}: {got:?}");
            assert!(got.iter().zip(want).all(|(at, head)| text[*at..].starts_with(head)), "{text}: {got:?}");
        }
    }
}
