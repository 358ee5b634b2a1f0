//! Where an amount starts in a text (金额的起止), and what makes a number with or without a unit one.

use super::currency::sign_before;
use super::parse::{Parsed, Unit, parse};
use crate::tables::numerals;

/// Reads the amount that starts at `text[0]`: how many characters it has.
///
/// It starts at the sign where there is one; called behind a sign, it gives the figures alone.
pub fn read(before: &[char], text: &[char]) -> Option<usize> {
    if !may_start(before, text)? {
        return None;
    }
    let parsed = parse(text, &mut |_, _, _| {})?;
    let after = &text[parsed.len..];
    let signed = parsed.sign.is_some() || sign_before(before).is_some();
    let stated = match parsed.unit {
        Unit::Yuan => !is_word(&parsed, after) && !is_round(&text[..parsed.len], after),
        Unit::Named => true,
        Unit::None if after.first().is_some_and(|ch| ch.is_ascii_alphanumeric() || "%*_".contains(*ch)) => {
            false
        }
        Unit::None => {
            signed || parsed.zheng || (parsed.large && !is_count(after) && is_money(before, after, &parsed))
        }
    };
    (stated && starts_here(before, text)).then_some(parsed.len)
}

/// Reads figures with a point or with commas that a label names as an amount, without unit and sign: `（小写）24,300.00`.
pub fn read_bare(text: &[char]) -> Option<usize> {
    let digits = text.iter().take(20).take_while(|ch| ch.is_ascii_digit()).count();
    if !(1..20).contains(&digits) || !matches!(text.get(digits), Some('.' | ',')) {
        return None;
    }
    let parsed =
        parse(text, &mut |_, _, _| {}).filter(|parsed| parsed.unit == Unit::None && !parsed.large)?;
    let after = &text[parsed.len..];
    let goes_on = after.first().is_some_and(|ch| ch.is_ascii_alphanumeric() || "%*_/-~:".contains(*ch))
        || matches!(after, ['.' | ',', next, ..] if next.is_ascii_digit());
    (parsed.len > digits && !goes_on && !counts_something_else(after)).then_some(parsed.len)
}

/// Is the whole of a table's cell an amount, with or without a unit?
pub fn is_whole(text: &[char]) -> bool {
    parse(text, &mut |_, _, _| {}).is_some_and(|parsed| parsed.len == text.len())
}

/// Does a unit that is not money follow (合计1500千克, 共计3.5小时)?
pub fn counts_something_else(after: &[char]) -> bool {
    match after {
        ['千' | '百' | '万' | '亿', '元' | '圆', ..] => false,
        // 日元, 分 and the rest of an amount in words are money.
        ['日' | '分', '元' | '圆', ..] => false,
        // The next words of a table: 本期, 本年.
        ['本', '期' | '年' | '公' | '次', ..] => false,
        [first, ..] => {
            is_count(after)
                || UNITS.contains(*first)
                || matches!(first, '%' | '℃' | '°' | '㎡' | '㎥' | '㎏' | '㎞' | '㎜' | '㎝' | '‰')
        }
        [] => false,
    }
}

/// What units that are not money start with.
const UNITS: &str = "瓦度克升吨米里亩顷两斤磅尺寸天日周月年岁小秒班盒箱袋瓶桶罐包块片把双对组批栋幢套间层室床届次架艘枝支根节棵粒滴毫厘海英公宗期笔枚例起页遍倍成处点粮千平立方台辆本盆卷筒扇樘孔伏安赫帕焦株尾羽蒲";

/// A quick look before reading: most numbers have neither a sign before nor a unit or a place behind them.
fn may_start(before: &[char], text: &[char]) -> Option<bool> {
    let &first = text.first()?;
    let number = |ch: char| {
        if first.is_ascii_digit() { matches!(ch, '0'..='9' | ',' | '.') } else { numerals::is_numeral(ch) }
    };
    if !number(first) {
        return Some(matches!(first, '¥' | '$' | '€' | '£' | 'A'..='Z'));
    }
    let mut large = false;
    let end = text.iter().take(40).take_while(|&&ch| {
        large |= matches!(ch, '万' | '亿' | '萬' | '億');
        number(ch)
    });
    let unit = match &text[end.count()..] {
        [
            '元' | '圆' | '圓' | '角' | '分' | '整' | '正' | '美' | '港' | '欧' | '英' | '澳' | '新' | '台',
            ..,
        ] => true,
        ['加' | '韩' | '瑞' | '卢', ..] | ['日', '元' | '圆', ..] | ['人', '民', ..] => true,
        // 3百万元
        [ch, ..] => *ch > '一' && numerals::is_numeral(*ch),
        [] => false,
    };
    Some(unit || large || sign_before(before).is_some())
}

/// 元 that belongs to another word: 2024元旦, 三元桥, 2024元月5日.
fn is_word(parsed: &Parsed, after: &[char]) -> bool {
    match after {
        [] => false,
        // 一元化, 三元桥: rarely money, unless 钱, 整 or a sign follows.
        [next, ..] if parsed.single && !parsed.zheng => *next >= '一' && !"钱人每的".contains(*next),
        ['旦' | '宵' | '素' | '帅', ..] => true,
        ['月', next, ..] => next.is_ascii_digit() || numerals::is_numeral(*next) || "初底份".contains(*next),
        _ => false,
    }
}

/// 圆 that is round, not money: 圆周率, 圆形, 圆满.
fn is_round(amount: &[char], after: &[char]) -> bool {
    amount.last() == Some(&'圆') && after.first().is_some_and(|ch| "周形满梦桌心柱锥明通".contains(*ch))
}

/// 500万人, 30万亩: a count of something else.
fn is_count(after: &[char]) -> bool {
    after.first().is_some_and(|ch| {
        "人户名位吨亩株只头匹尾平立公千米里册辆台套件次票张份个颗条项字家所座股分多余几".contains(*ch)
    })
}

/// Do the words before a number with 万 but without a unit say that it is money? Capitals are always.
fn is_money(before: &[char], after: &[char], parsed: &Parsed) -> bool {
    if parsed.capital && parsed.long {
        return true;
    }
    // 五百万观众: words that go on say what is counted, but for those of a sum that changes.
    let word =
        after.first().is_some_and(|ch| *ch >= '一' && !"减增至到变整正以的及和与由作为存".contains(*ch));
    if parsed.numeral && word {
        return false;
    }
    let near = &before[before.len().saturating_sub(40)..];
    near.windows(2).any(|pair| {
        matches!(
            pair,
            ['资', '本' | '金']
                | ['金', '额']
                | ['民', '币']
                | ['出' | '减' | '增', '资']
                | ['本', '金']
                | ['价', '款']
                | ['货' | '欠' | '借', '款']
                | ['总', '价']
        )
    })
}

/// Does what stands before allow an amount to start?
fn starts_here(before: &[char], text: &[char]) -> bool {
    let Some(&last) = before.last() else { return true };
    if !text[0].is_ascii_digit() {
        // A sign, or a numeral.
        let numeral = numerals::is_numeral(text[0]);
        return if numeral {
            !last.is_ascii_digit()
                && (!numerals::is_numeral(last) || numerals::starts_anew(last, text[0]))
                && !matches!(last, '第' | '数' | '几' | '.')
        } else {
            !last.is_ascii_alphabetic()
        };
    }
    let inside = |at: usize| before.iter().rev().nth(at).is_some_and(char::is_ascii_digit);
    match last {
        '.' => !inside(1),
        // Three digits, or zeros, behind a comma belong to the number before it.
        ',' if inside(1) => {
            let group = text.iter().take_while(|ch| ch.is_ascii_digit()).count();
            let run = before
                .iter()
                .rev()
                .skip(1)
                .take(4)
                .take_while(|&&ch| ch.is_ascii_alphanumeric() || ch == '-')
                .count();
            let short = run <= 3;
            !(short && group == 3) && (group == 1 || text[0] != '0')
        }
        '第' | '*' | '_' | '#' => false,
        _ if last.is_ascii_alphabetic() => sign_before(before).is_some(),
        // 李四500元: behind one Chinese digit figures start anew.
        _ => !last.is_ascii_digit() && (!numerals::is_numeral(last) || numerals::digit(last).is_some()),
    }
}
