//! Where numbers may stand (扫描): the hot path over the raw bytes.
//!
//! Newspaper text is nine tenths Chinese, three bytes a character. One pass looks at blocks of bytes for
//! signs of a number: a digit, ASCII or full-width, or one of 年月日天元圆, before which Chinese numerals may
//! stand. Around each sign that may matter a stretch is handed on to be folded and read; a digit that only
//! counts (`18人`, `3.优化`) is passed over here, because a glance at its neighbours settles it.

use crate::text::border;
use crate::text::ideographs::may_stand_in;

/// A stretch of the text worth reading: numbers start in `first..last`, their words stand in `start..end`.
/// All are character borders, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Where the words around it start.
    pub start: usize,
    /// Where its first sign of a number may start.
    pub first: usize,
    /// Where no further number starts.
    pub last: usize,
    /// Where the words around it end.
    pub end: usize,
}

/// Bytes of words kept before and after a number that needs a label, and before and after one that does not.
const WORDS: (usize, usize) = (240, 180);
const GLANCE: (usize, usize) = (60, 60);

/// A stretch longer than this is handed on in parts, so that memory stays flat whatever the text.
const LONGEST: usize = 64 * 1024;

/// A run of this many bytes is no number of any kind.
const ENDLESS: usize = 512;

/// The stretches of a text, in order; their `first..last` never overlap.
pub fn stretches(text: &str) -> Stretches<'_> {
    let signs = Signs::new(text.as_bytes());
    Stretches { text, at: 0, floor: 0, signs, pending: None, cues: Vec::new(), holes: Vec::new() }
}

/// See [`stretches`].
pub struct Stretches<'t> {
    text: &'t str,
    at: usize,
    /// Where the last run ends: the next one starts there or behind it.
    floor: usize,
    signs: Signs,
    pending: Option<Stretch>,
    /// Where words stand that open or close notices: the last character of 公告, 声明, 启事, 作废 and the like.
    pub cues: Vec<usize>,
    /// Where what nobody filled in may start (`XXXX`, `【】`, `____`), and 年 before an open month.
    pub holes: Vec<usize>,
}

impl Stretches<'_> {
    /// May there be characters that only look like an ideograph in what was passed?
    pub fn strange(&self) -> bool {
        self.signs.strange
    }
}

impl Iterator for Stretches<'_> {
    type Item = Stretch;

    fn next(&mut self) -> Option<Stretch> {
        let bytes = self.text.as_bytes();
        while let Some(sign) = self.signs.next(bytes, self.at) {
            if may_be_hole(bytes, sign) {
                self.holes.push(sign);
            } else if matches!(bytes.get(sign + 2..sign + 4), Some(b"XX" | b"xx"))
                && bytes[sign].is_ascii_digit()
            {
                // `91XXXXXXXXXXXXXXXX`
                self.holes.push(sign + 2);
            }
            let Some(run) = Run::around(bytes, sign, self.floor) else {
                if is_cue(bytes, sign) {
                    self.cues.push(sign);
                }
                self.at = sign + 1;
                continue;
            };
            self.at = run.end.max(sign + 1);
            self.floor = self.at;
            let Some((before, after)) = run.words(bytes) else { continue };
            let fresh = Stretch {
                start: border::before(self.text, run.start.saturating_sub(before)),
                first: run.start,
                last: run.end,
                end: border::after(self.text, run.end + after),
            };
            match &mut self.pending {
                Some(stretch) if fresh.start <= stretch.end && fresh.last - stretch.start < LONGEST => {
                    stretch.last = fresh.last;
                    stretch.end = stretch.end.max(fresh.end);
                    stretch.start = stretch.start.min(fresh.start);
                }
                pending => {
                    if let Some(done) = pending.replace(fresh) {
                        return Some(done);
                    }
                }
            }
        }
        self.at = bytes.len();
        self.pending.take()
    }
}

/// A run of number signs in the raw bytes, blanks and line ends included.
struct Run {
    start: usize,
    end: usize,
    /// Letters, digits and mask signs in it.
    signs: usize,
    /// The sign is one of 年月日天元圆万亿.
    unit: bool,
}

impl Run {
    /// The run around a sign; none if it only looks like one.
    fn around(bytes: &[u8], sign: usize, floor: usize) -> Option<Run> {
        if !bytes[sign].is_ascii_digit() && !is_wide_digit(&bytes[sign..]) {
            let unit = match first_char(&bytes[sign..]) {
                '年' | '月' | '日' | '天' | '元' | '圆' | '圓' => true,
                // 人民币三百万, without its unit.
                '万' | '亿' => {
                    let next = first_char(&bytes[sign + 3..]);
                    is_numeral(last_char(&bytes[floor..sign]))
                        && !is_numeral(next)
                        && !matches!(next, '圆' | '圓')
                }
                _ => false,
            };
            if !unit {
                return None;
            }
            let start = floor + skip_numerals_back(&bytes[floor..sign]).len();
            return Some(Run { start, end: sign + 3, signs: 0, unit: true });
        }
        let start = floor + skip_openings_back(&bytes[floor..sign]).len();
        // A full-width letter's first byte counts for it.
        let mut signs = bytes[start..sign]
            .iter()
            .filter(|b| b.is_ascii_alphanumeric() || matches!(**b, 0xef | b'*'))
            .count();
        let mut end = sign;
        let mut at = sign;
        while at < bytes.len() && at - start < ENDLESS {
            match bytes[at] {
                b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'*' => {
                    signs += 1;
                    at += 1;
                    end = at;
                }
                b'-' => at += 1,
                byte if byte == b' '
                    || byte == b'\n'
                    || !byte.is_ascii_graphic() && blank(&bytes[at..]) > 0 =>
                {
                    at += blank(&bytes[at..]);
                }
                b'.' | b',' | b'/'
                    if bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
                        || is_wide_alphanumeric(&bytes[at + 1..]) =>
                {
                    at += 1;
                }
                // `32, 133, 725. 22`: blanks that a PDF strews.
                b',' | b'.' if is_torn(&bytes[at + 1..]) => at += 2,
                0xef if is_wide_alphanumeric(&bytes[at..]) => {
                    signs += 1;
                    at += 3;
                    end = at;
                }
                _ => break,
            }
        }
        Some(Run { start, end, signs, unit: false })
    }

    /// How many bytes of words before and after it are worth reading; none if it cannot be a finding.
    fn words(&self, bytes: &[u8]) -> Option<(usize, usize)> {
        if self.unit {
            return (self.end - self.start > 3).then_some(GLANCE);
        }
        if self.signs >= 5 {
            return Some(WORDS);
        }
        // `收据1-5号`.
        if self.signs >= 2
            && first_char(&bytes[self.end..]) == '号'
            && bytes[self.start..self.end].contains(&b'-')
        {
            return Some(WORDS);
        }
        // `吉0182破8号`: the serial of a case whose year is missing.
        if first_char(&bytes[self.end..]) == '号'
            && "初终再申监抗执恢异复保催督破清特辖他调撤令惩协没核医解止更备教算审赔提刑民行访台港澳送管赃认移引书确"
                .contains(last_char(skip_blanks_back(&bytes[..self.start])))
        {
            return Some(WORDS);
        }
        // `青选字第1号`.
        if self.signs <= 2
            && first_char(&bytes[self.end..]) == '号'
            && bytes[..self.start].ends_with("字第".as_bytes())
        {
            return Some(WORDS);
        }
        // `：吉A123`: a plate that has lost signs.
        if self.signs == 4
            && bytes[self.start].is_ascii_uppercase()
            && let sign = last_char(&bytes[..self.start])
            && crate::tables::regions::sign(sign).is_some()
            && matches!(
                last_char(&bytes[..self.start - sign.len_utf8()]),
                ':' | '：' | '、' | ',' | '，' | '号' | '牌'
            )
        {
            return Some(WORDS);
        }
        // `〔2018〕第12号`, `(024)20000001`: a year in brackets, an area code.
        if matches!(self.signs, 3 | 4) && is_closing(first_char(&bytes[self.end..])) {
            return Some(WORDS);
        }
        // A cell of a table.
        let ends = || matches!(bytes.get(self.end), None | Some(b',' | b'\n' | b'\r'));
        match &bytes[..self.start] {
            [.., b'\t' | b'|'] | [.., b' ', b' '] | [.., b'|', b' '] => return Some(GLANCE),
            [.., b','] if ends() => return Some(GLANCE),
            rest if last_char(rest) == '│' => return Some(GLANCE),
            _ => {}
        }
        let mut opening = first_char(&bytes[self.start..]);
        // `（￥4）`
        if matches!(opening, '(' | '（') {
            opening = first_char(&bytes[self.start + opening.len_utf8()..]);
        }
        if matches!(opening, '¥' | '￥' | '$' | '€' | '£') {
            return Some(WORDS);
        }
        let before = last_char(skip_blanks_back(&bytes[..self.start]));
        if matches!(
            before,
            ':' | '：'
                | '号'
                | '码'
                | '№'
                | '¥'
                | '￥'
                | '$'
                | '.'
                | '话'
                | '第'
                | '字'
                | '机'
                | '为'
                | '是'
                | '【'
                | '['
                | '“'
                | '？'
                | '?'
                | '·'
        ) {
            return Some(WORDS);
        }
        // `小写4.24`, `（小写）4.24`
        let named = skip_blanks_back(&bytes[..self.start]);
        let named =
            [")", "）"].iter().find_map(|close| named.strip_suffix(close.as_bytes())).unwrap_or(named);
        if self.signs >= 2 && last_char(named) == '写' {
            return Some(WORDS);
        }
        // `号码00244217、18、219`.
        if before == '、' && self.signs >= 2 && self.start >= 4 && bytes[self.start - 4].is_ascii_digit() {
            return Some(WORDS);
        }
        let after = first_char(skip_blanks(&bytes[self.end..]));
        may_follow(after).then_some(GLANCE)
    }
}

/// May something that was not filled in start at the sign? A glance; [`crate::notice::holes`] reads it.
fn may_be_hole(bytes: &[u8], sign: usize) -> bool {
    let next = || first_char(&bytes[(sign + first_char(&bytes[sign..]).len_utf8()).min(bytes.len())..]);
    match first_char(&bytes[sign..]) {
        'X' | 'x' | '_' | '×' | 'Ｘ' | '＿' | '【' | '[' => true,
        '（' | '(' => matches!(next(), ' ' | '\u{3000}' | '\u{a0}' | '_' | '）' | ')'),
        // Blanks before a unit, where an amount or a period should stand.
        '元' | '万' | '亿' | '日' | '天' => {
            matches!(bytes[..sign], [.., b' '] | [.., 0xe3, 0x80, 0x80] | [.., 0xc2, 0xa0])
        }
        '年' => matches!(next(), '月' | ' ' | '\u{3000}' | '\u{a0}' | '_' | 'X' | 'x' | '×' | 'Ｘ' | '＿'),
        _ => false,
    }
}

fn is_closing(ch: char) -> bool {
    matches!(ch, ')' | '）' | '〕' | ']' | '］' | '】' | '﹞' | '﹚')
}

/// Does 公告, 通告, 声明, 启事, 作废, 公示, 通知, 更正 or 招领 end with the character at this sign?
fn is_cue(bytes: &[u8], sign: usize) -> bool {
    let before = || last_char(skip_blanks_back(&bytes[..sign]));
    match first_char(&bytes[sign..]) {
        '告' => matches!(before(), '公' | '通' | '布' | '催'),
        '明' => before() == '声',
        '事' => before() == '启',
        '废' => before() == '作',
        '示' => before() == '公',
        '知' => before() == '通',
        '正' => before() == '更',
        '领' => before() == '招',
        _ => false,
    }
}

/// Can a short number that this follows be a date, a period or an amount, or go on behind it?
pub fn may_follow(ch: char) -> bool {
    matches!(
        ch,
        '年' | '月'
            | '日'
            | '天'
            | '元'
            | '圆'
            | '万'
            | '萬'
            | '亿'
            | '億'
            | '个'
            | '個'
            | '周'
            | '星'
            | '小'
            | '百'
            | '千'
            | '美'
            | '港'
            | '欧'
            | '英'
            | '多'
            | '余'
            | '工'
            | '角'
            | '*'
            | '×'
    )
}

/// The first character; NUL where there is none or only a part of one.
fn first_char(bytes: &[u8]) -> char {
    match *bytes {
        [a @ 0xe0..=0xef, b, c, ..] => wide_char(a, b, c),
        [0xc2, b, ..] => char::from(b),
        [0xc3, b, ..] => char::from(b | 0x40),
        [a, ..] if a.is_ascii() => char::from(a),
        _ => '\0',
    }
}

/// The last character; NUL where there is none or only a part of one.
fn last_char(bytes: &[u8]) -> char {
    match *bytes {
        [.., a @ 0xe0..=0xef, b, c] => wide_char(a, b, c),
        [.., 0xc2, b] => char::from(b),
        [.., a] if a.is_ascii() => char::from(a),
        _ => '\0',
    }
}

fn wide_char(a: u8, b: u8, c: u8) -> char {
    let code = u32::from(a & 0xf) << 12 | u32::from(b & 0x3f) << 6 | u32::from(c & 0x3f);
    char::from_u32(code).unwrap_or('\0')
}

/// What is left before the Chinese numerals at the end, those before 个 and 工作 too (三个月, 二十个工作日).
fn skip_numerals_back(bytes: &[u8]) -> &[u8] {
    let mut rest = skip_blanks_back(bytes);
    for word in ["工作", "自然", "个", "個"] {
        rest = rest.strip_suffix(word.as_bytes()).map_or(rest, skip_blanks_back);
    }
    if !is_numeral(last_char(rest)) {
        return bytes;
    }
    while is_numeral(last_char(rest)) {
        rest = skip_blanks_back(&rest[..rest.len() - last_char(rest).len_utf8()]);
    }
    rest
}

/// What is left before the letters, mask and currency signs and the bracket that may open a number.
fn skip_openings_back(bytes: &[u8]) -> &[u8] {
    let mut rest = bytes;
    loop {
        rest = match rest {
            [head @ .., last] if last.is_ascii_alphanumeric() || b"*($+".contains(last) => head,
            [head @ .., b'-'] if head.last().is_some_and(u8::is_ascii_alphanumeric) => head,
            _ => {
                let last = last_char(rest);
                let wide = matches!(last, 'Ａ'..='Ｚ' | 'ａ'..='ｚ');
                let sign = "¥￥€£（﹙×＊●□＋".contains(last);
                if !wide && !sign {
                    return rest;
                }
                &rest[..rest.len() - last.len_utf8()]
            }
        };
    }
}

/// Chinese numerals, ordinary and capital, the signs people type for 〇, and 元 of 元月: what a date, an amount or
/// a period in words may start with.
pub fn is_numeral(ch: char) -> bool {
    matches!(
        ch,
        '一' | '二'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '千'
            | '万'
            | '亿'
            | '〇'
            | '零'
            | '○'
            | '两'
            | '廿'
            | '卅'
            | '壹'
            | '贰'
            | '叁'
            | '肆'
            | '伍'
            | '陆'
            | '柒'
            | '捌'
            | '玖'
            | '拾'
            | '佰'
            | '仟'
            | '貳'
            | '弍'
            | '参'
            | '參'
            | '叄'
            | '陸'
            | '萬'
            | '億'
            | '半'
            | 'O'
            | 'Ｏ'
            | '元'
    )
}

/// Do a blank and the digits of a sum follow behind its comma or point?
fn is_torn(bytes: &[u8]) -> bool {
    matches!(bytes, [b' ', b'0'..=b'9', b'0'..=b'9', ..])
}

fn skip_blanks(bytes: &[u8]) -> &[u8] {
    let mut rest = bytes;
    while blank(rest) > 0 {
        rest = &rest[blank(rest)..];
    }
    rest
}

/// How many bytes the blank, line end or invisible sign at the start has; 0 where there is none.
fn blank(bytes: &[u8]) -> usize {
    match bytes {
        [b' ' | b'\n' | b'\r' | b'\t', ..] => 1,
        [0xc2, 0xa0 | 0xad, ..] => 2,
        [0xe3, 0x80, 0x80, ..] | [0xe2, 0x80, 0x80..=0x8f | 0xaf, ..] | [0xef, 0xbb, 0xbf, ..] => 3,
        _ => 0,
    }
}

fn skip_blanks_back(bytes: &[u8]) -> &[u8] {
    let mut rest = bytes;
    loop {
        let width = [1, 2, 3]
            .into_iter()
            .find(|&width| rest.len().checked_sub(width).is_some_and(|start| blank(&rest[start..]) == width));
        match width {
            Some(width) => rest = &rest[..rest.len() - width],
            None => return rest,
        }
    }
}

fn is_wide_alphanumeric(bytes: &[u8]) -> bool {
    matches!(bytes, [0xef, 0xbc, 0x90..=0x99 | 0xa1..=0xba | 0x8a | 0x8d, ..] | [0xef, 0xbd, 0x81..=0x9a, ..])
}

fn is_wide_digit(bytes: &[u8]) -> bool {
    matches!(bytes, [0xef, 0xbc, 0x90..=0x99, ..])
}

/// Bytes looked at together: one bit of a `u64` each.
const BLOCK: usize = 64;

/// Finds where digits (ASCII or full-width) and 年月日天元圆 start, a block at a time.
struct Signs {
    /// Where the current block starts.
    block: usize,
    /// Its signs that have not been passed, one bit a byte.
    mask: u64,
    /// A byte of some block may start a character that only looks like an ideograph.
    strange: bool,
}

impl Signs {
    fn new(bytes: &[u8]) -> Signs {
        let mut signs = Signs { block: 0, mask: 0, strange: false };
        signs.look(bytes);
        signs
    }

    /// Looks at the current block.
    fn look(&mut self, bytes: &[u8]) {
        let (mask, strange) = mask(bytes, self.block);
        self.mask = mask;
        self.strange |= strange;
    }

    /// The next sign at `from` or after it; `from` never goes back.
    fn next(&mut self, bytes: &[u8], from: usize) -> Option<usize> {
        if from >= self.block + BLOCK {
            self.block = from - from % BLOCK;
            self.look(bytes);
        }
        if from > self.block {
            self.mask &= u64::MAX << (from - self.block);
        }
        while self.mask == 0 {
            self.block += BLOCK;
            if self.block >= bytes.len() {
                return None;
            }
            self.look(bytes);
        }
        Some(self.block + self.mask.trailing_zeros() as usize)
    }
}

/// The signs of the block at `at`, one bit a byte, and whether a character that only looks like an ideograph may start in
/// it. No branch in the loop: it compiles to vector instructions.
#[inline]
fn mask(bytes: &[u8], at: usize) -> (u64, bool) {
    let mut padded = [0; BLOCK + 2];
    let window: &[u8; BLOCK + 2] = match bytes.get(at..at + BLOCK + 2) {
        Some(window) => window.try_into().expect("a slice of that length"),
        None => {
            let rest = bytes.get(at..).unwrap_or(&[]);
            padded[..rest.len()].copy_from_slice(rest);
            &padded
        }
    };
    let mut flags = [0u8; BLOCK];
    let (mut any, mut strange) = (0, false);
    for i in 0..BLOCK {
        flags[i] = u8::from(may_be_sign(window[i], window[i + 1], window[i + 2]));
        any |= flags[i];
        strange |= may_stand_in(window[i], window[i + 1]);
    }
    if any == 0 {
        return (0, strange);
    }
    // Eight flags of one byte each become eight bits by one multiplication.
    let mask = flags.chunks_exact(8).rev().fold(0, |mask, eight| {
        let eight = u64::from_le_bytes(eight.try_into().expect("chunks of eight"));
        mask << 8 | eight.wrapping_mul(0x0102_0408_1020_4080) >> 56
    });
    (mask, strange)
}

/// May a digit, one of 年月日天元圆万亿, one of 告明废示事知正领 or something not filled in start here? By its second and third
/// byte alone, which few
/// other characters share; [`Run::around`] looks at the whole. Branch-free on purpose (`&`, `|`): see [`mask`].
#[inline(always)]
fn may_be_sign(a: u8, b: u8, c: u8) -> bool {
    let digit = a.wrapping_sub(b'0') < 10;
    let wide = (b == 0xbc) & (c.wrapping_sub(0x90) < 10);
    let unit = ((b == 0xb9) & (c == 0xb4)) // 年
        | ((b == 0x85) & (c == 0x83)) // 元
        | ((b == 0x9c) & ((c == 0x86) | (c == 0x88) | (c == 0x93))) // 圆, 月, 圓
        | ((b == 0xb8) & (c == 0x87)) // 万
        | ((b == 0xba) & (c == 0xbf)) // 亿
        | ((b == 0xa4) & (c == 0xa9)) // 天
        | ((b == 0x97) & (c == 0xa5)); // 日
    let cue = ((b == 0x91) & (c == 0x8a)) // 告
        | ((b == 0x98) & (c == 0x8e)) // 明
        | ((b == 0xba) & ((c == 0x9f) | (c == 0x8b))) // 废, 事
        | ((b == 0x9f) & (c == 0xa5)) // 知
        | ((b == 0xad) & (c == 0xa3)) // 正
        | ((b == 0xa4) & (c == 0xba)) // 示
        | ((b == 0xa2) & (c == 0x86)); // 领
    let hole = ((a | 0x20 == b'x') & (b | 0x20 == b'x')) // XX
        | ((a == b'_') & (b == b'_'))
        | ((a == 0xc3) & (b == 0x97) & (c == 0xc3)) // ××
        | ((b == 0xbc) & ((c == 0xb8) | (c == 0xbf) | (c == 0x88))) // Ｘ, ＿, （
        | ((b == 0x80) & (c == 0x90)) // 【
        | (a == b'[')
        | ((a == b'(') & ((b == b' ') | (b == b')')));
    digit | wide | unit | cue | hole
}

#[cfg(test)]
mod tests {
    use super::*;

    fn firsts(text: &str) -> Vec<&str> {
        stretches(text).map(|s| &text[s.first..s.last]).collect()
    }

    #[test]
    fn signs() {
        for (text, want) in [
            ("", vec![]),
            ("没有号码的一段话，每年每月每天。", vec![]),
            ("配备18人的标准", vec![]),
            ("3.优化工作力量配置", vec![]),
            ("共6章33条", vec![]),
            ("4月2日", vec!["4月2"]),
            ("账号921001040035100丢失", vec!["921001040035100"]),
            ("号码591016\n\n023声明", vec!["591016\n\n023"]),
            ("代码９１２２０１", vec!["９１２２０１"]),
            ("伍佰万元整", vec!["伍佰万元"]),
            ("人民币三百万，", vec!["三百万"]),
            ("貳拾萬圓整", vec!["貳拾萬圓"]),
            ("千万不要、万一", vec!["千万"]),
            ("三个月内", vec!["三个月"]),
            ("Z2462000062402", vec!["Z2462000062402"]),
        ] {
            assert_eq!(firsts(text), want, "{text}");
        }
    }

    #[test]
    fn blocks_and_tail_agree() {
        // Every sign is found wherever it stands relative to the blocks.
        for sign in ["7", "７", "年", "月", "日", "天", "元", "圆", "圓", "万", "亿"] {
            for pad in 0..200 {
                let text = format!("{}{sign}{}", "a".repeat(pad), "b".repeat(90));
                let first = |bytes: &[u8]| Signs::new(bytes).next(bytes, 0);
                assert_eq!(first(text.as_bytes()), Some(pad), "{sign} after {pad}");
                assert_eq!(first(&text.as_bytes()[..pad + sign.len()]), Some(pad), "{sign} at the end");
            }
        }
    }
}
