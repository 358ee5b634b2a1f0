//! The folded view (折叠视图): a stretch of the text as a reader takes it in, with the way back.
//!
//! Newspapers justify lines by blanks (`土 地 承 包 证 编 号`) and columns break numbers anywhere, so
//! labels and numbers are read on glyphs from which blanks and line ends have been taken out. What was
//! taken out before a glyph is remembered as its [`Joint`].
//!
//! | in the text                                   | in the view |
//! |-----------------------------------------------|-------------|
//! | full-width letters, digits and signs          | ASCII       |
//! | dashes U+2010–2015, U+2212, 一 between digits | `-`         |
//! | small forms U+FE50–FE6B (`﹝﹞ ﹙﹚ ﹕ ﹣`)       | plain ones  |
//! | 〜 ∼ ～                                        | `~`         |
//! | mask signs `＊ ﹡ ∗ ✱`, and two or more of `× ✕ x X ● ■ □ ○ 〇 … # ?` beside a digit | `*` |
//! | `×`, Ⅹ or a Cyrillic х behind the 17 digits of an identity number | `x` |
//! | blanks and line ends                          | a joint     |
//! | zero-width and direction signs, soft hyphens, variation selectors | nothing |

use std::ops::Range;

use crate::text::border;

/// What stood between a glyph and the one before it (接缝).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Joint {
    /// Nothing.
    #[default]
    None,
    /// Blanks.
    Blank,
    /// One line end or more.
    Line,
    /// The end of a paragraph: nothing goes on over it.
    Paragraph,
}

/// What a character of the text is for reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Folded {
    /// A glyph.
    Glyph(char),
    /// A blank.
    Blank,
    /// A line end or a part of one.
    LineEnd,
    /// An invisible sign.
    Nothing,
}

/// Folds one character. What more is folded hangs on its neighbours: see [`View::fold`].
#[inline]
pub fn folded(ch: char) -> Folded {
    Folded::Glyph(match ch {
        '!'..='~' | '一'..='\u{9fff}' => ch,
        ' ' | '\t' | '\u{a0}' | '\u{3000}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' => {
            return Folded::Blank;
        }
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => return Folded::LineEnd,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' => {
            return Folded::Nothing;
        }
        '\u{feff}' | '\u{fe00}'..='\u{fe0f}' => return Folded::Nothing,
        '＊' | '∗' | '✱' => '*',
        '～' | '〜' | '∼' => '~',
        '￥' => '¥',
        '！'..='｝' => char::from_u32(ch as u32 - 0xfee0).unwrap_or(ch),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{fe50}'..='\u{fe6b}' => small(ch),
        _ => ch,
    })
}

/// The sign that a small form stands for (小写变体, Small Form Variants): `﹝﹞` are `〔〕`, `﹕` is `:`.
fn small(ch: char) -> char {
    const PLAIN: [char; 28] = [
        ',', '、', '.', '\u{fe53}', ';', ':', '?', '!', '-', '(', ')', '{', '}', '〔', '〕', '#', '&', '*',
        '+', '-', '<', '>', '=', '\u{fe67}', '\\', '$', '%', '@',
    ];
    PLAIN.get(ch as usize - 0xfe50).copied().unwrap_or(ch)
}

/// What may part the cells of a table (分隔), as far as a stretch has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Separators {
    pub tabs: bool,
    pub pipes: bool,
    /// Two blanks side by side, or a wide one.
    pub gaps: bool,
    /// Single blanks, some of them.
    pub blanks: bool,
    /// ASCII commas, some of them.
    pub commas: bool,
}

/// Folded glyphs of one stretch of the text. Reused from stretch to stretch, so that it allocates once.
#[derive(Default)]
pub struct View {
    /// The glyphs.
    pub chars: Vec<char>,
    /// Where each glyph starts, in bytes from the start of the stretch, and in the two low bits its joint.
    places: Vec<u32>,
    /// The glyphs that end a sentence or open an item.
    stops: Vec<u32>,
    /// The glyphs that start a paragraph.
    breaks: Vec<u32>,
    /// Where the stretch starts in the text.
    base: usize,
    /// What may part cells in it.
    pub separators: Separators,
}

impl View {
    /// Folds `text[start..end]`; both must be character borders.
    pub fn fold(&mut self, text: &str, start: usize, end: usize) {
        self.chars.clear();
        self.places.clear();
        self.stops.clear();
        self.breaks.clear();
        self.base = start;
        let stretch = &text[start..end];
        self.chars.reserve(stretch.len() / 2);
        self.places.reserve(stretch.len() / 2);
        let mut joint = Joint::None;
        // Line ends in the joint, and where the glyph before it ends.
        let (mut lines, mut end) = (0, 0);
        // Where the line starts that the glyphs stand in; of the first one some may stand before the stretch.
        let before =
            text.as_bytes()[..start].iter().rev().take(WIDE + 1).take_while(|&&b| b != b'\n').count();
        let mut line = border::after(text, start - before);
        let mut masks = false;
        let mut dashes = false;
        let (mut tabs, mut pipes, mut gaps, mut blanks, mut commas) = (0, 0, 0, 0, 0);
        for (at, ch) in stretch.char_indices() {
            // Nine characters of ten: nothing is folded, and nothing stands between them. 一 may be a dash.
            if joint == Joint::None && matches!(ch, '丁'..='\u{9fff}') {
                self.chars.push(ch);
                self.places.push((at as u32) << 2);
                continue;
            }
            let glyph = match folded(ch) {
                Folded::Glyph(glyph) => glyph,
                Folded::Blank => {
                    tabs += u32::from(ch == '\t');
                    gaps += u32::from(joint == Joint::Blank || ch == '\u{3000}' && joint == Joint::None);
                    blanks += 1;
                    joint = joint.max(Joint::Blank);
                    continue;
                }
                Folded::LineEnd => {
                    if joint < Joint::Line {
                        end = at;
                    }
                    joint = Joint::Line;
                    lines += usize::from(ch != '\r');
                    continue;
                }
                Folded::Nothing => continue,
            };
            if !matches!(ch, '!'..='~' | '一'..='\u{9fff}') {
                if matches!(ch, '。' | '◆' | '▲' | '★' | '●' | '■') {
                    self.stops.push(self.chars.len() as u32);
                }
                masks |= is_mask(ch);
            }
            if joint != Joint::None
                && let [.., before, '.'] = self.chars[..]
                && before.is_ascii_lowercase()
            {
                // The end of an English sentence.
                self.stops.push(self.chars.len() as u32 - 1);
            }
            if joint == Joint::Line {
                if !self.chars.is_empty() && ends_paragraph(text, line..start + end, start + at, lines) {
                    joint = Joint::Paragraph;
                    self.breaks.push(self.chars.len() as u32);
                }
                lines = 0;
                line = start + at;
            }
            if glyph.is_ascii() {
                masks |= matches!(glyph, 'x' | 'X' | '#' | '?');
                commas += u32::from(ch == ',');
                pipes += u32::from(glyph == '|');
            } else {
                dashes |= glyph == '一';
                pipes += u32::from(matches!(glyph, '│' | '┃' | '┆' | '┊'));
            }
            self.chars.push(glyph);
            self.places.push((at as u32) << 2 | joint as u32);
            joint = Joint::None;
        }
        self.separators = Separators {
            tabs: tabs > 0,
            pipes: pipes > 1,
            gaps: gaps > 1,
            blanks: blanks > 3,
            commas: commas > 3,
        };
        if masks {
            self.fold_masks();
        }
        if dashes {
            self.fold_ones();
        }
    }

    /// Parts the glyphs before these ones like paragraphs: cells of a table. They are given in order.
    pub fn part(&mut self, glyphs: impl Iterator<Item = usize>) {
        for glyph in glyphs {
            let Some(place) = self.places.get_mut(glyph) else { continue };
            *place |= 3;
            let at = self.breaks.partition_point(|&start| (start as usize) < glyph);
            if self.breaks.get(at) != Some(&(glyph as u32)) {
                self.breaks.insert(at, glyph as u32);
            }
        }
    }

    /// How many glyphs there are.
    pub fn len(&self) -> usize {
        self.chars.len()
    }

    /// The joint before glyph `i`.
    pub fn joint(&self, i: usize) -> Joint {
        match self.places[i] & 3 {
            0 => Joint::None,
            1 => Joint::Blank,
            2 => Joint::Line,
            _ => Joint::Paragraph,
        }
    }

    /// The glyphs before glyph `i` in its sentence or item, at most so many of them.
    pub fn before(&self, i: usize, most: usize) -> &[char] {
        let stop = self.stops.partition_point(|&stop| (stop as usize) < i).checked_sub(1);
        let first = stop.map_or(0, |stop| self.stops[stop] as usize + 1).max(self.paragraph_start(i));
        &self.chars[first.max(i.saturating_sub(most))..i]
    }

    /// The glyphs from glyph `i` to the end of its sentence or item, at most so many of them.
    pub fn after(&self, i: usize, most: usize) -> &[char] {
        let stop = self.stops.partition_point(|&stop| (stop as usize) < i);
        let stop = self.stops.get(stop).map_or(self.len(), |&stop| stop as usize);
        &self.chars[i..(i + most).min(stop).min(self.paragraph_end(i)).max(i)]
    }

    /// The first glyph of the paragraph in which glyph `i` stands, or which ends before it.
    pub fn paragraph_start(&self, i: usize) -> usize {
        let at = self.breaks.partition_point(|&start| start as usize <= i);
        at.checked_sub(1).map_or(0, |at| self.breaks[at] as usize)
    }

    /// Where the paragraph ends in which the glyph before `i` stands.
    pub fn paragraph_end(&self, i: usize) -> usize {
        let at = self.breaks.partition_point(|&start| (start as usize) < i);
        self.breaks.get(at).map_or(self.len(), |&start| start as usize)
    }

    /// The first glyph that starts at this byte of the text or after it.
    pub fn glyph_at(&self, byte: usize) -> usize {
        self.places.partition_point(|&place| self.base + ((place >> 2) as usize) < byte)
    }

    /// Where glyph `i` starts, in bytes of the text.
    pub fn start(&self, i: usize) -> usize {
        self.base + (self.places[i] >> 2) as usize
    }

    /// Where glyph `i` ends, in bytes of the text that was folded.
    pub fn end(&self, text: &str, i: usize) -> usize {
        let start = self.start(i);
        start + text[start..].chars().next().map_or(0, char::len_utf8)
    }

    /// Two or more of one mask sign beside a digit are a mask; a single `×` is a multiplication, a single `X` a
    /// check character.
    fn fold_masks(&mut self) {
        let mut i = 0;
        while i < self.len() {
            if !is_mask(self.chars[i]) {
                i += 1;
                continue;
            }
            let sign = self.chars[i];
            let mut end = i + 1;
            while end < self.len() && self.chars[end].eq_ignore_ascii_case(&sign) {
                end += 1;
            }
            let digit =
                |at: Option<usize>| at.and_then(|at| self.chars.get(at)).is_some_and(char::is_ascii_digit);
            // One sign throughout: in `…204X？` both stand for themselves. Beside other letters (`MA17B5C3XX`) X
            // is a letter.
            let beside_digit = digit(i.checked_sub(1)) || digit(Some(end));
            let letter = sign.is_ascii_alphabetic() && (self.has_letters(i, end) || self.ends_code(i, end));
            if end - i >= 2 && beside_digit && !letter {
                self.chars[i..end].fill('*');
            } else if end - i == 1 && self.ends_identity_number(i) {
                self.chars[i] = 'x';
            }
            i = end;
        }
    }

    /// Two X behind sixteen or seventeen digits, and nothing after: the check characters of a credit code, or a
    /// slip in an identity number.
    fn ends_code(&self, start: usize, end: usize) -> bool {
        let digits = self.chars[..start].iter().rev().take(18).take_while(|c| c.is_ascii_digit()).count();
        // What stands behind a blank is another number.
        let goes_on =
            self.chars.get(end).is_some_and(char::is_ascii_alphanumeric) && self.joint(end) == Joint::None;
        end - start == 2 && matches!(digits, 16 | 17) && !goes_on
    }

    /// A sign that looks like X behind seventeen digits (a date of birth among them, perhaps masked) is the X, written wrong:
    /// read as a small one, it is found and remarked upon.
    fn ends_identity_number(&self, at: usize) -> bool {
        let digit = |c: &&char| c.is_ascii_digit() || **c == '*';
        let digits = self.chars[..at].iter().rev().take(28).take_while(digit).count();
        let alone = !self.chars.get(at + 1).is_some_and(char::is_ascii_alphanumeric);
        matches!(digits, 17 | 26)
            && alone
            && matches!(self.chars[at - 11..at - 9], ['1', '9'] | ['2', '0'] | ['*', '*'])
            && matches!(self.chars[at], '×' | '✕' | 'х' | 'Х' | 'Ⅹ' | 'ⅹ')
    }

    /// Do letters other than X stand in the same run as the glyphs `start..end`?
    fn has_letters(&self, start: usize, end: usize) -> bool {
        let run = |c: &&char| c.is_ascii_alphanumeric();
        let before = self.chars[..start].iter().rev().take_while(run);
        let after = self.chars[end..].iter().take_while(run);
        before.chain(after).any(|c| c.is_ascii_alphabetic() && !matches!(c, 'x' | 'X'))
    }

    /// 一 between two digits is a dash that was typed as the numeral.
    fn fold_ones(&mut self) {
        for i in 1..self.len().saturating_sub(1) {
            // `二0一0年`: a year in numerals but for its zeros.
            let year = || i >= 2 && self.chars[i - 2] == '二' && self.chars.get(i + 2) == Some(&'年');
            let between = self.chars[i] == '一'
                && self.chars[i - 1].is_ascii_digit()
                && self.chars[i + 1].is_ascii_digit()
                && !year();
            if between {
                self.chars[i] = '-';
            }
        }
    }
}

/// A line of more bytes than this, fifty Chinese characters, is no line of a newspaper's column: it ends where its
/// author ended it.
const WIDE: usize = 150;

/// Does a paragraph end between two lines? The one covers the bytes `line`, the other starts at `next`.
///
/// Columns break anywhere, also with a blank line after each line; but a line that is much shorter than the next one,
/// and parted from it by a blank line, was ended on purpose.
fn ends_paragraph(text: &str, line: Range<usize>, next: usize, lines: usize) -> bool {
    let wide = line.len() > WIDE;
    if lines < 2 && !wide {
        return false;
    }
    // What a wide line breaks off in may go on with the number that opens the next.
    let ends =
        wide && !text[next..].starts_with(|c: char| c.is_ascii_alphanumeric() || ('０'..='９').contains(&c));
    let shorter = || {
        let rest = &text.as_bytes()[next..];
        lines >= 2
            && !rest[..rest.len().min(2 * line.len() + 8)].contains(&b'\n')
            && rest.len() > 2 * line.len() + 8
    };
    let goes_on = || {
        let before = text[line.clone()].trim_end();
        before.ends_with(['：', ':', '，', ',', '、', '；', '（', '(', '-', '—', '《', '“', '＝', '='])
    };
    (ends || shorter()) && !goes_on()
}

/// Is it a sign that masks what was there, where several of it stand beside a digit?
pub fn is_mask(ch: char) -> bool {
    matches!(
        ch,
        '*' | '×'
            | '✕'
            | 'х'
            | 'Х'
            | 'Ⅹ'
            | 'ⅹ'
            | 'x'
            | 'X'
            | '●'
            | '■'
            | '□'
            | '○'
            | '〇'
            | '…'
            | '#'
            | '?'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        let mut view = View::default();
        view.fold(text, 0, text.len());
        view.chars.iter().collect()
    }

    #[test]
    fn folds() {
        for (text, want) in [
            ("土 地 承 包 证 编 号", "土地承包证编号"),
            ("９１２２Ａｂ（１）：", "9122Ab(1):"),
            ("2024\u{2014}04\u{2212}09", "2024-04-09"),
            ("123一456", "123-456"),
            ("一二三", "一二三"),
            ("2206××××", "2206****"),
            ("2206031981xxxxxxxx", "2206031981********"),
            ("22010419900307204X", "22010419900307204X"),
            ("2201＊＊＊＊＊＊＊＊10X", "2201********10X"),
            ("2201************0X", "2201************0X"),
            ("2201●●●●2310", "2201****2310"),
            ("●2201", "●2201"),
            ("22010419900307204×", "22010419900307204x"),
            ("22010419900307204Ⅹ，", "22010419900307204x,"),
            ("220104********204×", "220104********204x"),
            ("220104××××××××204×，", "220104********204x,"),
            ("12345678901234567×3", "12345678901234567×3"),
            ("1244150274404193XX", "1244150274404193XX"),
            ("22010419900307204X？", "22010419900307204X?"),
            ("22010419900307204X●下", "22010419900307204X●下"),
            ("91220104MA17B5C3XX", "91220104MA17B5C3XX"),
            ("3×4", "3×4"),
            ("二〇〇八年", "二〇〇八年"),
            ("\u{feff}1\u{200b}2\u{ad}3", "123"),
            ("￥5～6", "¥5~6"),
            ("﹝2024﹞﹙1﹚﹕3﹒5﹐﹡", "〔2024〕(1):3.5,*"),
        ] {
            assert_eq!(folded(text), want, "{text}");
        }
    }

    #[test]
    fn paragraphs() {
        for (text, want) in [
            ("编号12\n34", "编号12 34"),
            ("编号12\n\n34", "编号12 34"),
            (
                "电话0991-2812345\n\n登记证书应当载明权利人的姓名和其他事项",
                "电话0991-2812345|登记证书应当载明权利人的姓名和其他事项",
            ),
            ("编号：\n\n2203811725406失，声明作废", "编号: 2203811725406失,声明作废"),
            (
                "失，声明作废号码199822110\n\n220102610307231声明作废",
                "失,声明作废号码199822110 220102610307231声明作废",
            ),
        ] {
            let mut view = View::default();
            view.fold(text, 0, text.len());
            let signs = |i: usize| match view.joint(i) {
                Joint::Paragraph => "|",
                Joint::Line => " ",
                _ => "",
            };
            let got: String = (0..view.len()).map(|i| format!("{}{}", signs(i), view.chars[i])).collect();
            assert_eq!(got, want, "{text}");
        }
        let wide = "公".repeat(51);
        let mut view = View::default();
        view.fold(&format!("{wide}\n司"), 0, 3 * 51 + 4);
        assert_eq!(view.joint(51), Joint::Paragraph);
        assert_eq!((view.before(51, 9), view.after(51, 9).len(), view.after(50, 9).len()), (&[][..], 0, 1));
    }

    #[test]
    fn leads_back() {
        let text = "号码１ 2\r\n\r\n3𠀀4";
        let mut view = View::default();
        view.fold(text, 0, text.len());
        let glyphs: String = view.chars.iter().collect();
        assert_eq!(glyphs, "号码123𠀀4");
        let back: Vec<&str> = (0..view.len()).map(|i| &text[view.start(i)..view.end(text, i)]).collect();
        assert_eq!(back, ["号", "码", "１", "2", "3", "𠀀", "4"]);
        assert_eq!([view.joint(2), view.joint(3), view.joint(4)], [Joint::None, Joint::Blank, Joint::Line]);
    }
}
