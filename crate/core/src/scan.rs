//! Where numbers may stand (扫描): the hot path over the raw bytes.
//!
//! Newspaper text is nine tenths Chinese, three bytes a character. One pass looks at blocks of bytes for
//! signs of a number: a digit, ASCII or full-width, or one of 年月日天元圆, before which Chinese numerals may
//! stand. Around each sign that may matter a stretch is handed on to be folded and read; a digit that only
//! counts (`18人`, `3.优化`) is passed over here, because a glance at its neighbours settles it.

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
    Stretches { text, at: 0, pending: None }
}

/// See [`stretches`].
pub struct Stretches<'t> {
    text: &'t str,
    at: usize,
    pending: Option<Stretch>,
}

impl Iterator for Stretches<'_> {
    type Item = Stretch;

    fn next(&mut self) -> Option<Stretch> {
        let bytes = self.text.as_bytes();
        while let Some(sign) = next_sign(bytes, self.at) {
            let run = Run::around(bytes, sign, self.at);
            self.at = run.end.max(sign + 1);
            let Some((before, after)) = run.words(bytes) else { continue };
            let fresh = Stretch {
                start: border_before(self.text, run.start.saturating_sub(before)),
                first: run.start,
                last: run.end,
                end: border_after(self.text, run.end + after),
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
    /// The sign is one of 年月日天元圆.
    unit: bool,
}

impl Run {
    fn around(bytes: &[u8], sign: usize, floor: usize) -> Run {
        if !bytes[sign].is_ascii() && bytes[sign] != 0xef {
            let start = floor + skip_numerals_back(&bytes[floor..sign]).len();
            return Run { start, end: sign + 3, signs: 0, unit: true };
        }
        let start = floor + skip_openings_back(&bytes[floor..sign]).len();
        let mut signs = bytes[start..sign].iter().filter(|b| b.is_ascii_alphanumeric()).count();
        let mut end = sign;
        let mut at = sign;
        while at < bytes.len() && at - start < ENDLESS {
            match bytes[at] {
                b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'*' => {
                    signs += 1;
                    at += 1;
                    end = at;
                }
                b' ' | b'\n' | b'\r' | b'\t' | b'-' => at += 1,
                b'.' | b',' | b'/' if bytes.get(at + 1).is_some_and(u8::is_ascii_digit) => at += 1,
                0xef if is_wide_alphanumeric(&bytes[at..]) => {
                    signs += 1;
                    at += 3;
                    end = at;
                }
                _ => break,
            }
        }
        Run { start, end, signs, unit: false }
    }

    /// How many bytes of words before and after it are worth reading; none if it cannot be a finding.
    fn words(&self, bytes: &[u8]) -> Option<(usize, usize)> {
        if self.unit {
            return (self.end - self.start > 3).then_some(GLANCE);
        }
        if self.signs >= 5 {
            return Some(WORDS);
        }
        let before = skip_blanks_back(&bytes[..self.start]);
        let after = skip_blanks(&bytes[self.end..]);
        if LABEL_ENDS.iter().any(|tail| before.ends_with(tail.as_bytes())) {
            return Some(WORDS);
        }
        let unit = UNITS.iter().any(|unit| after.starts_with(unit.as_bytes()));
        unit.then_some(GLANCE)
    }
}

/// What may follow a short number that is a date, a period, an amount, or goes on after a sign.
const UNITS: [&str; 22] = [
    "年", "月", "日", "天", "元", "圆", "万", "亿", "个", "周", "星", "小", "百", "千", "美", "港", "欧", "英", "多",
    "余", "*", "×",
];

/// What may stand directly before a short number that has a label or a currency sign.
const LABEL_ENDS: [&str; 14] =
    [":", "：", "号", "码", "№", "¥", "￥", "$", "No.", "NO.", "话", "第", "机", "为"];

/// What is left before the Chinese numerals at the end, those before 个 and 工作 too (三个月, 二十个工作日).
fn skip_numerals_back(bytes: &[u8]) -> &[u8] {
    let mut rest = skip_blanks_back(bytes);
    for word in ["工作", "个"] {
        rest = rest.strip_suffix(word.as_bytes()).map_or(rest, skip_blanks_back);
    }
    let numeral = |rest: &&[u8]| NUMERALS.iter().find(|n| rest.ends_with(n.as_bytes())).map(|n| n.len());
    if numeral(&rest).is_none() {
        return bytes;
    }
    while let Some(len) = numeral(&rest) {
        rest = skip_blanks_back(&rest[..rest.len() - len]);
    }
    rest
}

/// What is left before the letters, mask and currency signs and the bracket that may open a number.
fn skip_openings_back(bytes: &[u8]) -> &[u8] {
    let mut rest = bytes;
    loop {
        rest = match rest {
            [head @ .., last] if last.is_ascii_alphanumeric() || b"*($+".contains(last) => head,
            _ => match OPENINGS.iter().find_map(|sign| rest.strip_suffix(sign.as_bytes())) {
                Some(head) => head,
                None => return rest,
            },
        };
    }
}

const OPENINGS: [&str; 8] = ["¥", "￥", "（", "×", "＊", "●", "□", "＋"];

/// Chinese numerals, ordinary and capital, and the signs people type for 〇.
const NUMERALS: [&str; 35] = [
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万", "亿", "〇", "零", "○", "两", "廿", "卅",
    "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖", "拾", "佰", "仟", "O", "Ｏ", "半",
];

fn skip_blanks(bytes: &[u8]) -> &[u8] {
    let mut rest = bytes;
    loop {
        rest = match rest {
            [b' ' | b'\n' | b'\r' | b'\t', tail @ ..] => tail,
            [0xe3, 0x80, 0x80, tail @ ..] => tail,
            _ => return rest,
        };
    }
}

fn skip_blanks_back(bytes: &[u8]) -> &[u8] {
    let mut rest = bytes;
    loop {
        rest = match rest {
            [head @ .., b' ' | b'\n' | b'\r' | b'\t'] => head,
            [head @ .., 0xe3, 0x80, 0x80] => head,
            _ => return rest,
        };
    }
}

fn is_wide_alphanumeric(bytes: &[u8]) -> bool {
    matches!(bytes, [0xef, 0xbc, 0x90..=0x99 | 0xa1..=0xba | 0x8a | 0x8d, ..] | [0xef, 0xbd, 0x81..=0x9a, ..])
}

fn border_before(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn border_after(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

/// The next byte at `from` or after it where a digit (ASCII or full-width) or one of 年月日天元圆 starts.
fn next_sign(bytes: &[u8], from: usize) -> Option<usize> {
    const BLOCK: usize = 64;
    let mut at = from;
    // Whole blocks first, in a loop without branches that compiles to vector instructions.
    while at + BLOCK + 2 <= bytes.len() {
        let (a, b, c) = (&bytes[at..at + BLOCK], &bytes[at + 1..at + 1 + BLOCK], &bytes[at + 2..at + 2 + BLOCK]);
        let mut any = 0u8;
        for i in 0..BLOCK {
            any |= u8::from(is_sign(a[i], b[i], c[i]));
        }
        if any != 0 {
            for i in 0..BLOCK {
                if is_sign(a[i], b[i], c[i]) {
                    return Some(at + i);
                }
            }
        }
        at += BLOCK;
    }
    (at..bytes.len()).find(|&at| {
        let next = |i: usize| bytes.get(at + i).copied().unwrap_or(0);
        is_sign(bytes[at], next(1), next(2))
    })
}

/// Branch-free on purpose (`&`, `|`): see [`next_sign`].
#[inline(always)]
fn is_sign(a: u8, b: u8, c: u8) -> bool {
    let digit = a.wrapping_sub(b'0') < 10;
    let wide = (a == 0xef) & (b == 0xbc) & (c.wrapping_sub(0x90) < 10);
    let e5 = (a == 0xe5)
        & (((b == 0xb9) & (c == 0xb4)) // 年
            | ((b == 0x85) & (c == 0x83)) // 元
            | ((b == 0x9c) & (c == 0x86)) // 圆
            | ((b == 0xa4) & (c == 0xa9))); // 天
    let e6 = (a == 0xe6) & (((b == 0x97) & (c == 0xa5)) | ((b == 0x9c) & (c == 0x88))); // 日, 月
    digit | wide | e5 | e6
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
            ("4月2日", vec!["4月2日"]),
            ("账号921001040035100丢失", vec!["921001040035100"]),
            ("号码591016\n\n023声明", vec!["591016\n\n023"]),
            ("代码９１２２０１", vec!["９１２２０１"]),
            ("伍佰万元整", vec!["伍佰万元"]),
            ("三个月内", vec!["三个月"]),
            ("Z2462000062402", vec!["Z2462000062402"]),
        ] {
            assert_eq!(firsts(text), want, "{text}");
        }
    }

    #[test]
    fn blocks_and_tail_agree() {
        // Every sign is found wherever it stands relative to the blocks.
        for sign in ["7", "７", "年", "月", "日", "天", "元", "圆"] {
            for pad in 0..200 {
                let text = format!("{}{sign}{}", "a".repeat(pad), "b".repeat(90));
                assert_eq!(next_sign(text.as_bytes(), 0), Some(pad), "{sign} after {pad}");
                assert_eq!(next_sign(&text.as_bytes()[..pad + sign.len()], 0), Some(pad), "{sign} at the end");
            }
        }
    }
}
