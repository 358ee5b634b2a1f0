//! Splitting a paste into notices (分篇): by titles, item marks and closings.
//!
//! The scan hands over the *cues*: where 公告, 声明, 启事, 作废 and the like are written. Each is a title (a short line
//! by itself that ends in it), a closing (特此公告, 声明作废), or only a mention. A notice goes from its title, its mark
//! (●) or the end of the one before to its closing, with the name and the date that sign it. What lies between belongs
//! to no notice. Where the columns of a page were read in another order, a title may stand below its text: a title
//! between two texts goes to the one whose type it names.

use std::ops::Range;

use super::body::{Body, Piece};
use super::court;
use super::lines::{self, compact, is_date, is_mark};
use super::name_words::{is_organisation, is_person};
use super::sort;
use super::tail;
use super::titles::{TITLE, is_title};
use crate::text::border;

/// A text with nothing to split it is one notice if it is no longer than this.
const SINGLE: usize = 30_000;
/// A text without title or mark starts no further before its closing than this.
const REACH: usize = 2400;
/// The sentence that closes a notice goes on for so many bytes at most.
const SENTENCE: usize = 480;
/// A text without a closing ends no further behind its title than this.
const OPEN: usize = 30_000;
/// No line is looked at further than so many bytes from a cue.
const LINE: usize = 600;
/// A title with more characters says what it is about, and no other notice has the same.
const MATTER: usize = 12;

/// Lines above its last one that a title may have.
const TITLE_LINES: usize = 3;

/// What a title ends in that makes a notice of any text in sentences below it.
const HEADINGS: [&str; 15] = [
    "批复",
    "通报",
    "决定书",
    "公告",
    "通告",
    "启事",
    "公示",
    "通知",
    "通知书",
    "公告书",
    "告知书",
    "声明",
    "声明书",
    "催告函",
    "律师函",
];

/// No title in the middle of a line is longer, in characters.
const HEADING: usize = 24;

/// Words of a sentence that speaks of a notice and starts none.
const SPOKEN_OF: [&str; 17] = [
    "刊登",
    "刊发",
    "刊载",
    "登载",
    "登报",
    "发布于",
    "发布在",
    "发布了",
    "发布的",
    "发出",
    "作出",
    "收到",
    "张贴",
    "详见",
    "参见",
    "查阅",
    "《",
];

/// What such a sentence starts with.
const SPEAKS: [char; 24] = [
    '本', '我', '该', '此', '上', '以', '现', '特', '下', '附', '见', '请', '原', '将', '已', '经', '于',
    '在', '因', '自', '如', '按', '根', '其',
];

/// What no notice says and an article does.
const ARTICLE: [&str; 8] = ["本报讯", "记者", "新华社", "本报记者", "据介绍", "近日，", "日前，", "据了解"];

/// The notices of a text, in text order. `cues`: see the module.
pub fn pieces(text: &str, cues: &[usize]) -> Vec<Piece> {
    let mut splitter = Splitter { text, pieces: Vec::new(), floor: 0, title: None, heads: Vec::new() };
    for &cue in cues {
        if cue < splitter.floor {
            continue;
        }
        let line = splitter.line_of(cue);
        if let Some(title) = splitter.title_at(&line) {
            splitter.open(title.start, title);
        } else if let Some((start, title)) = splitter.title_within(cue) {
            splitter.end_untitled(start);
            splitter.open(start, title);
        } else if let Some(end) = splitter.closing_at(cue) {
            splitter.close(cue, end);
        }
    }
    splitter.finish()
}

struct Splitter<'t> {
    text: &'t str,
    pieces: Vec<Piece>,
    /// Where the last notice or title ends.
    floor: usize,
    /// The title that waits for its text.
    title: Option<Range<usize>>,
    /// Titles that stand between two texts.
    heads: Vec<Range<usize>>,
}

impl Splitter<'_> {
    /// The line around an offset, its blanks at both ends left out.
    fn line_of(&self, at: usize) -> Range<usize> {
        let bytes = self.text.as_bytes();
        let before = bytes[..at].iter().rev().take(LINE).position(|&b| b == b'\n');
        let after = bytes[at..].iter().take(LINE).position(|&b| b == b'\n');
        let start = before.map_or(at.saturating_sub(LINE), |i| at - i);
        let end = after.map_or(bytes.len().min(at + LINE), |i| at + i);
        self.trim(border::after(self.text, start)..border::before(self.text, end))
    }

    fn trim(&self, range: Range<usize>) -> Range<usize> {
        let part = &self.text[range.clone()];
        let start = range.start + part.len() - part.trim_start().len();
        start..(start + part.trim().len()).max(start)
    }

    /// The title that a line is or starts with (`遗失声明：张三…`).
    fn title_at(&self, line: &Range<usize>) -> Option<Range<usize>> {
        if line.start < self.floor {
            return None;
        }
        let part = &self.text[line.clone()];
        let title = if is_title(part) {
            self.whole_title(line)
        } else {
            // With its text behind it: a sign or a blank parts them.
            let sign = |c: char| matches!(c, '：' | ':' | '\u{3000}' | ' ' | '●' | '■' | '◆');
            let head = part.char_indices().take(24).find(|(_, c)| sign(*c)).map_or(0, |(i, _)| i);
            let heading = &part[..head];
            let known = ["声明", "公告", "启事", "作废"].iter().any(|word| heading.ends_with(word))
                || is_title(heading) && sort::of_title(heading).is_some();
            if !known || !is_title(heading) {
                return None;
            }
            line.start..line.start + head
        };
        // `特此⏎公告`: the end of a sentence, not a title.
        let before = compact_tail(&self.text[..title.start], 2);
        if ["特此", "予以", "现予"].contains(&before.as_str()) {
            return None;
        }
        // A line of a column that breaks in the middle of a sentence: `《税务事项通知⏎书》`.
        let next = self.text[line.end..].trim_start();
        let broken = before.ends_with(['，', ',', '、', '：', '《', '“', '（', '的', '和', '及', '与'])
            || next.starts_with(['》', '，', ',', '。', '、', '；', '”', '）', ')'])
            || title.start == line.start && self.goes_through(line);
        (!broken).then_some(title)
    }

    /// A title with the lines above that it begins in: `甲公司关于回购股份⏎减少注册资本⏎通知债权人的公告`.
    fn whole_title(&self, line: &Range<usize>) -> Range<usize> {
        let begins = |part: &str| part.contains("关于") && !part.trim_start().starts_with('《');
        let mut start = line.start;
        if start < self.floor {
            return line.clone();
        }
        for _ in 0..TITLE_LINES {
            if begins(&self.text[start..line.end]) {
                break;
            }
            let head = self.text[self.floor..start].trim_end_matches([' ', '\u{3000}', '\t', '\r']);
            let Some(above) = head.strip_suffix('\n').map(str::trim_end) else { return line.clone() };
            let Some(last) = above.char_indices().next_back().filter(|_| !head.ends_with("\n\n")) else {
                return line.clone();
            };
            let above = self.line_of(self.floor + last.0);
            let part = &self.text[above.clone()];
            let long = part.chars().count() > TITLE;
            if long
                || above.start < self.floor
                || part.contains(['。', '；', '，', ',', ';', '：', ':'])
                || is_date(&compact(part))
            {
                return line.clone();
            }
            start = above.start;
        }
        let whole = start..line.end;
        let few = self.text[whole.clone()].chars().count() <= 2 * TITLE;
        if few && begins(&self.text[whole.clone()]) { whole } else { line.clone() }
    }

    /// Is the line one of a column, full and in the middle of a sentence: as long as the one before, which has no end?
    fn goes_through(&self, line: &Range<usize>) -> bool {
        let Some(above) =
            self.text[..line.start].trim_end_matches([' ', '\u{3000}', '\r']).strip_suffix('\n')
        else {
            return false;
        };
        let Some(last) = above.char_indices().next_back().filter(|(_, c)| !c.is_whitespace()) else {
            return false;
        };
        let above = self.line_of(last.0);
        let words = &self.text[above];
        let width = |line: &str| line.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>();
        let (own, other) = (self.text[line.clone()].chars().count(), words.chars().count());
        let bare = compact(words);
        other >= 8
            && (own.abs_diff(other) <= 2 || width(&self.text[line.clone()]).abs_diff(width(words)) <= 2)
            && !bare.ends_with(['。', '！', '；', '）', ')', '.', ';'])
            && !bare.ends_with(|c: char| c.is_ascii_digit())
            && !is_organisation(&bare)
            && !is_date(&bare)
            && !is_title(words)
    }

    /// The title that starts a text in the middle of a line, behind the end of another, and where it starts with its mark:
    /// `…声明作废。●减资公告 某公司…`.
    fn title_within(&self, cue: usize) -> Option<(usize, Range<usize>)> {
        let word_end = cue + self.text[cue..].chars().next().map_or(0, char::len_utf8);
        let end = self.heading_end(word_end)?;
        let from = border::after(self.text, end.saturating_sub(3 * HEADING)).max(self.floor);
        // What stands in the title's own brackets ends nothing.
        let head = self.text.get(from..word_end)?;
        let stop = |c: char| matches!(c, '。' | '！' | '!' | '\n') || is_mark(c);
        let (mut at, closed) = match head.char_indices().rev().find(|(_, c)| stop(*c)) {
            // A line that starts with its title is looked at as one.
            Some((i, '\n')) if !head[i..].trim_start().starts_with('【') => return None,
            Some((i, c)) => (from + i + if is_mark(c) { 0 } else { c.len_utf8() }, false),
            None if from == self.floor && self.pieces.last().is_some_and(|p| p.range.end == from) => {
                (from, true)
            }
            None => return None,
        };
        let blank = |c: char| c.is_whitespace() && c != '\n';
        // What signs the text before stands between: `…。某公司 2024年3月5日 遗失声明 …`.
        if let Some((i, c)) = self.text[at..word_end].char_indices().rfind(|(_, c)| blank(*c)) {
            let signs = self.text[at..at + i].trim_end();
            let wide = self.text[at + signs.len()..at + i + c.len_utf8()].len() > 2;
            if !signs.is_empty() && (wide || is_date(signs.rsplit(blank).next().unwrap_or_default())) {
                at += i;
            }
        }
        let start = at + self.text[at..end].find(|c: char| !c.is_whitespace())?;
        let title = start + self.text[start..end].find(|c: char| !is_mark(c) && !c.is_whitespace())?..end;
        let words = compact(&self.text[title.clone()]);
        let sort = sort::of_title(&words);
        let bare = words.trim_matches(['【', '】']);
        let fits = is_title(&words)
            && (sort.is_some() || closed && ["公告", "声明", "启事", "公示", "通知", "通告"].contains(&bare))
            && !SPOKEN_OF.iter().any(|word| words.contains(word))
            && !bare.starts_with(SPEAKS)
            && (!words.contains('的') || bare.starts_with("关于"));
        let behind = self.text[end..].trim_start_matches([' ', '\u{3000}', '：', ':', '\r', '\n', '\t']);
        let sentence = behind.split(['。', '\n']).next().unwrap_or_default();
        let goes_on =
            sentence.contains(['，', ',', '；']) && !SPOKEN_OF.iter().any(|word| sentence.contains(word));
        (fits && goes_on && (closed || self.is_text(start))).then_some((start, title))
    }

    /// Where a title ends whose last word ends here: its bracket closed behind it, and a sign or a blank behind all.
    fn heading_end(&self, word_end: usize) -> Option<usize> {
        let behind = &self.text[word_end..];
        let rest = behind.strip_prefix('】').unwrap_or(behind);
        // `减资公告（第二次）`.
        let round = rest.starts_with(['（', '(']).then(|| rest.find(['）', ')'])).flatten();
        let rest = match round.filter(|&close| close <= 30) {
            Some(close) => rest[close..].trim_start_matches(['）', ')']),
            None => rest,
        };
        let parted = rest.len() < behind.len()
            || rest.starts_with(|c: char| matches!(c, '：' | ':') || is_mark(c) || c.is_whitespace());
        parted.then_some(self.text.len() - rest.len())
    }

    /// Is what stands between the last notice or title and this place a notice's text?
    fn is_text(&self, end: usize) -> bool {
        let range = self.trim(self.floor..end);
        // Behind a title all is its text; without one only what tells of something.
        range.is_empty() && self.title.is_none()
            || !range.is_empty() && self.title.is_some()
            || range.len() <= REACH && sort::of_body(&Body::new(self.text, range)).is_some()
    }

    /// Keeps the text before a title in the same line that has neither title nor closing.
    fn end_untitled(&mut self, end: usize) {
        let range = self.trim(self.floor..end);
        if self.title.is_some() || range.is_empty() {
            return;
        }
        let signature = tail::signature_before(self.text, range.clone());
        let body = Body::new(self.text, range.clone());
        self.floor = range.end;
        self.keep(Piece { range, title: None, signature, body });
    }

    /// A title starts a new text, from its mark on: what was open is closed, or was none.
    fn open(&mut self, start: usize, title: Range<usize>) {
        if !self.is_heading_of_page(&title) {
            self.end_open(start);
        }
        self.keep_addressed(start);
        let behind = |p: &Piece| self.text[p.range.end..title.start].trim().is_empty();
        if self.pieces.last().is_some_and(behind) {
            self.heads.push(title.clone());
        }
        self.floor = title.end;
        self.title = Some(title);
    }

    /// Does the title say again what the heading of a web page above it says, with no text between but what the page tells
    /// of it?
    fn is_heading_of_page(&self, title: &Range<usize>) -> bool {
        let Some(waiting) = &self.title else { return false };
        // What is before 关于, a page may leave out, and other dashes are no other title.
        let matter = |title: &Range<usize>| {
            let words = compact(&self.text[title.clone()]);
            let own = words.find("关于").map_or(words.as_str(), |at| &words[at..]);
            let own = own.strip_suffix("下载公告").unwrap_or(own);
            own.chars().filter(|c| c.is_alphanumeric()).collect::<String>()
        };
        let (heading, own) = (matter(waiting), matter(title));
        // Notices one below the other may all be headed 遗失声明.
        (own.contains("关于") || own.chars().count() > MATTER)
            && (heading.ends_with(&own) || own.ends_with(&heading))
            && self.floor == waiting.end
            && is_chrome(&self.text[waiting.end..title.start])
    }

    /// Ends a text that has a title and no closing.
    fn end_open(&mut self, end: usize) {
        let Some(title) = self.title.clone() else { return };
        if self.floor != title.end {
            return;
        }
        let rest = self.own_text(self.trim(self.floor..end));
        let rest = rest.start..lines::margin_before(self.text, rest.clone());
        if rest.is_empty() || rest.len() > OPEN || is_headline(&self.text[rest.clone()]) {
            return;
        }
        let signature = tail::signature_before(self.text, rest.clone());
        let body = Body::new(self.text, rest.clone());
        if ARTICLE.iter().any(|word| body.compact.contains(word))
            || signature.is_none()
                && sort::of_body(&body).is_none()
                && sort::of_title(&compact(&self.text[title.clone()])).is_none()
                && !self.is_headed(&title, &rest)
        {
            return;
        }
        self.floor = rest.end;
        self.title = None;
        self.keep(Piece { range: rest, title: Some(title), signature, body });
    }

    /// Does a title in lines of its own stand over a text in sentences: at the head of all, or behind the notice before?
    fn is_headed(&self, title: &Range<usize>, rest: &Range<usize>) -> bool {
        let last = self.pieces.last().map_or(0, |piece| piece.range.end.min(title.start));
        let (words, above) = (&self.text[title.clone()], self.text[last..title.start].trim());
        self.line_of(title.start).start == title.start
            && self.line_of(title.end - 1).end == title.end
            && HEADINGS.iter().any(|word| words.trim_end_matches(['】', '》']).ends_with(word))
            && self.text[rest.clone()].contains('。')
            && is_chrome(above)
    }

    /// What of the text behind a title is the notice's own: to the date that signs it, or to the article behind it.
    fn own_text(&self, rest: Range<usize>) -> Range<usize> {
        let near = border::before(self.text, rest.end.min(rest.start + OPEN));
        let (mut at, mut paragraph, mut last) = (rest.start, None, "");
        for line in self.text[rest.start..near].split_inclusive('\n') {
            let words = line.trim();
            if words.is_empty() && at - rest.start > 60 {
                paragraph = paragraph.or(Some(at));
            }
            at += line.len();
            // In a narrow column a date may fill a line of the text.
            let signs = is_organisation(last) || is_person(&compact(last)) || last.ends_with(['。', '）']);
            if signs && words.len() <= 80 && is_date(&compact(words)) {
                return self.trim(rest.start..tail::contacts_behind(self.text, at).min(rest.end));
            }
            last = if words.is_empty() { last } else { words };
            if let Some(paragraph) = paragraph
                && ARTICLE.iter().any(|word| line.contains(word))
            {
                return self.trim(rest.start..paragraph);
            }
        }
        rest
    }

    /// Where the sentence ends that closes a notice at this cue; none if the cue is but a mention.
    fn closing_at(&self, cue: usize) -> Option<usize> {
        let (before, after) = (&self.text[..cue], &self.text[cue..]);
        let last = compact_tail(before, 4);
        let word_end = after.char_indices().nth(1).map_or(self.text.len(), |(i, _)| cue + i);
        let rest = self.text[word_end..].trim_start_matches(['）', ')', '”', '"', '！', '!']);
        let next = rest.trim_start_matches([' ', '\u{3000}']).chars().next().unwrap_or('\n');
        let stops = matches!(next, '。' | '\n' | '\r' | '；' | ';' | '.') || is_mark(next);
        let mut announced = false;
        let closes = match after.chars().next()? {
            // 特此公告, 特此声明, 特发此公告, 现予公告, 予以公告.
            // A line that ends in 通知 or 更正 is in the middle of a sentence.
            '告' | '明' | '事' | '知' | '正' | '示' => {
                let formal = last.ends_with(['公', '通', '声', '更', '此'])
                    && [
                        "特此公",
                        "特此通",
                        "特此声",
                        "特此",
                        "此公",
                        "此声",
                        "予公",
                        "以公",
                        "特此更",
                        "予以更",
                    ]
                    .iter()
                    .any(|word| last.ends_with(word));
                // `特此通知债权人`: whom it tells.
                let whom = ["债权人", "股东", "全体", "各", "广大", "如下", "你", "贵"];
                announced = !last.contains("特此");
                formal
                    && !whom.iter().any(|word| self.text[word_end..].starts_with(word))
                    && (last.contains("特此") || stops && !goes_on(rest))
            }
            // 失物招领 by itself is a title or a mention.
            '领' => false,
            // 声明作废, 予以作废, 作废。
            // `现声明作废：1.…`: what is void follows.
            _ => {
                // `逾期的，应当公告其证书作废`: what a law says; `此次招标作废标处理`.
                let clause = || before.rsplit(['。', '；', '\n']).next().unwrap_or_default();
                let told = |clause: &str| {
                    ["应当公告", "可以公告", "应予公告", "应公告"].iter().any(|word| clause.contains(word))
                };
                !matches!(next, '：' | ':' | '标')
                    && (last.ends_with("声明作") || last.ends_with("公告作") || stops)
                    && !told(clause())
            }
        };
        if !closes {
            return None;
        }
        // All in one line: a blank parts it from who signs.
        if self.text[word_end..].starts_with(|c: char| c.is_whitespace() && c != '\n')
            && tail::signed_at(self.text, word_end, self.floor).is_some()
        {
            return Some(word_end);
        }
        // The rest of its sentence belongs to it.
        let tail = &self.text[word_end..border::after(self.text, word_end + SENTENCE)];
        let mut end = word_end;
        for (i, ch) in tail.char_indices() {
            if is_mark(ch) || !stops && ch.is_whitespace() && self.heads_next(word_end + i) {
                break;
            }
            if matches!(ch, '。' | '！' | '!') {
                end = word_end + i + ch.len_utf8();
                break;
            }
            if ch == '\n' && (stops || i == 0) {
                break;
            }
            if !stops && !ch.is_whitespace() {
                end = word_end + i + ch.len_utf8();
            }
            if ch == '\n' && tail[i..].trim_start_matches([' ', '\r', '\u{3000}']).starts_with("\n\n") {
                break;
            }
        }
        if self.title.is_some() {
            end = tail::paragraph_end(self.text, end);
        }
        let end = tail::gone_on(self.text, end);
        // `现予以公示。`: what is announced may only follow, in paragraphs of its own.
        let begins = self.title.is_some() || self.floor == 0;
        Some(if announced && begins { tail::announced(self.text, end, self.floor) } else { end })
    }

    /// Is the next word behind a blank the title of another notice: `声明作废 减资公告 某公司…`?
    fn heads_next(&self, at: usize) -> bool {
        let behind = self.text[at..].trim_start_matches([' ', '\u{3000}', '\t']);
        let parts = |c: char| matches!(c, '：' | ':') || c.is_whitespace();
        let word =
            behind.char_indices().take(HEADING).find(|(_, c)| parts(*c)).map_or("", |(i, _)| &behind[..i]);
        is_title(word) && sort::of_title(&compact(word)).is_some()
    }

    /// A closing ends a text, with what goes on behind it.
    fn close(&mut self, cue: usize, end: usize) {
        let mut start = self.start_before(cue);
        if start == 0
            && self.title.is_none()
            && let Some(title) = self.title_at_head(&self.trim(0..end))
        {
            start = title.end;
            self.title = Some(title);
        }
        let range = self.trim(start..end);
        if range.is_empty() {
            return;
        }
        let signature = tail::signed_at(self.text, end, range.start);
        let signed = signature.as_ref().map_or(range.end, |s| s.end);
        let whole = range.start..tail::contacts_behind(self.text, signed);
        let marked = self.text[range.clone()].starts_with(is_mark);
        // The title of a column stands over all its items.
        let title = self.title.clone().or_else(|| {
            let last = self.pieces.last()?;
            let follows = self.text[last.range.end..range.start].trim().is_empty();
            (marked && follows && last.signature.is_none()).then(|| last.title.clone()).flatten()
        });
        self.title = None;
        self.floor = whole.end;
        let body = Body::new(self.text, whole.clone());
        self.keep(Piece { range: whole, title, signature, body });
    }

    /// Adds a notice, or the several of a court's column.
    fn keep(&mut self, piece: Piece) {
        let starts = court::starts(self.text, &piece);
        if starts.is_empty() {
            self.pieces.push(piece);
            return;
        }
        let ends = starts.iter().copied().chain([piece.range.end]);
        let mut start = piece.range.start;
        let mut title = piece.title;
        for end in ends {
            let range = self.trim(start..end);
            start = end;
            if !range.is_empty() {
                let signature = tail::signature_before(self.text, range.clone());
                let body = Body::new(self.text, range.clone());
                self.pieces.push(Piece { range, title: title.take(), signature, body });
            }
        }
    }

    /// What stands before a title or at the end and has no title of its own: notices of a court, who are known by whom they
    /// address.
    fn keep_addressed(&mut self, end: usize) {
        if self.title.is_some() {
            return;
        }
        let range = self.trim(self.floor..end);
        if range.is_empty() || !court::addresses(&self.text[range.clone()]) {
            return;
        }
        let signature = tail::signature_before(self.text, range.clone());
        let body = Body::new(self.text, range.clone());
        if sort::of_body(&body).is_some() {
            self.floor = range.end;
            self.keep(Piece { range, title: None, signature, body });
        }
    }

    /// Where the text starts that ends here: at its mark, behind its title, or behind what came before.
    fn start_before(&self, end: usize) -> usize {
        let gap = &self.text[self.floor..end];
        if let Some(mark) = gap.rfind(is_mark) {
            return self.floor + mark;
        }
        if gap.len() <= REACH || self.title.is_some() {
            return self.floor;
        }
        // The last paragraph behind the end of a sentence that is long enough to be a notice.
        let mut start = self.floor;
        for (i, _) in gap.match_indices("\n\n") {
            let at = self.floor + i;
            if self.text[..at].trim_end().ends_with(['。', '）', ')', '！']) && end - at > 150 {
                start = at;
            }
            if end - at < REACH && start > self.floor {
                break;
            }
        }
        start
    }

    fn finish(mut self) -> Vec<Piece> {
        if self.title.is_some() {
            self.end_open(self.open_end());
        }
        self.keep_addressed(self.text.len());
        self.title_below();
        let blank = self.text.trim_start().is_empty();
        if self.pieces.is_empty() && !blank && self.text.len() <= SINGLE {
            let whole = self.trim(0..self.text.len());
            let whole = whole.start..lines::margin_before(self.text, whole.clone());
            let title = self.title_at_head(&whole);
            let range = title.as_ref().map_or(whole.clone(), |title| self.trim(title.end..whole.end));
            let body = Body::new(self.text, range.clone());
            let article = ARTICLE.iter().any(|word| body.compact.contains(word));
            let signature = tail::signature_before(self.text, range.clone());
            let named = |title: &Range<usize>| {
                sort::of_title(&compact(&self.text[title.clone()])).is_some() || self.is_headed(title, &range)
            };
            if !article
                && (sort::of_body(&body).is_some()
                    || announces(self.text, &body, signature.as_ref())
                    || title.as_ref().is_some_and(named))
            {
                self.keep(Piece { range, title, signature, body });
            }
        }
        self.give_titles_back();
        self.pieces
    }

    /// The title among the first lines whose words open no notice by themselves: 公示, 律师函, 公示催告.
    fn title_at_head(&self, whole: &Range<usize>) -> Option<Range<usize>> {
        let mut at = whole.start;
        for line in self.text[whole.clone()].split_inclusive('\n').take(2 * TITLE_LINES) {
            let own = self.trim(at..at + line.len());
            at += line.len();
            let words = &self.text[own.clone()];
            if is_title(words) {
                let title = self.whole_title(&own);
                return (!self.text[title.end..whole.end].trim().is_empty()).then_some(title);
            }
            if words.contains(['。', '，', ',']) {
                return None;
            }
        }
        None
    }

    /// The only title may stand below its text.
    fn title_below(&mut self) {
        let Some(title) = self.title.clone().filter(|_| self.pieces.is_empty()) else { return };
        let range = self.trim(0..title.start);
        if range.is_empty() || range.len() > SINGLE || !self.text[title.end..].trim().is_empty() {
            return;
        }
        let body = Body::new(self.text, range.clone());
        let signature = tail::signature_before(self.text, range.clone());
        let article = ARTICLE.iter().any(|word| body.compact.contains(word));
        let named = sort::of_title(&compact(&self.text[title.clone()])).is_some();
        if !article && (sort::of_body(&body).is_some() || named && signature.is_some()) {
            self.pieces.push(Piece { range, title: Some(title), signature, body });
        }
    }

    /// Where the text behind the last title ends: at a gap of blank lines behind a sentence, if neither what signs it nor
    /// more of it is below the gap; or at the end.
    fn open_end(&self) -> usize {
        let rest = &self.text[self.floor..];
        let limit = rest.char_indices().nth(OPEN / 3).map_or(rest.len(), |(i, _)| i);
        let mut past = 0;
        for (i, _) in rest[..limit].match_indices("\n\n\n") {
            // Of a longer gap the first lines.
            let gap = i < past;
            past = i + 3;
            if !gap
                && rest[..i].contains('。')
                && !goes_on_below(&rest[i..limit])
                && tail::signed_at(self.text, self.floor + i, self.floor).is_none()
            {
                return self.floor + i;
            }
        }
        self.floor + limit
    }

    /// A title between two texts goes to the one above, if it names that one's type and not the other's.
    fn give_titles_back(&mut self) {
        for head in std::mem::take(&mut self.heads) {
            let next = self.pieces.partition_point(|piece| piece.range.end <= head.start);
            let Some(above) = next.checked_sub(1) else { continue };
            if self.pieces[above].title.is_some() {
                continue;
            }
            let Some(named) = sort::of_title(&compact(&self.text[head.clone()])) else { continue };
            let below =
                self.pieces.get(next).filter(|piece| piece.title.as_ref() == Some(&head)).map(|_| next);
            let fits = |piece: usize| {
                sort::of_body(&self.pieces[piece].body).is_some_and(|told| named.is_like(told))
            };
            if below.is_none_or(|below| fits(above) && !fits(below)) {
                self.pieces[above].title = Some(head);
                if let Some(below) = below {
                    self.pieces[below].title = None;
                }
            }
        }
    }
}

/// Does a text without title say that it is a notice: by what it announces, or by a body and a day that sign it?
fn announces(text: &str, body: &Body, signature: Option<&Range<usize>>) -> bool {
    const FORMAL: [&str; 9] =
        ["公示", "公告", "通告", "特此", "告知", "声明", "启事", "敬请谅解", "通知如下"];
    const OFFICIAL: [&str; 12] = [
        "之日起",
        "根据《",
        "依据《",
        "按照《",
        "报名",
        "联系电话",
        "咨询电话",
        "服务热线",
        "我局",
        "我单位",
        "我公司",
        "逾期",
    ];
    const SHUT: [&str; 10] = [
        "闭园",
        "闭馆",
        "暂停开放",
        "停止开放",
        "暂停营业",
        "停止营业",
        "临时关闭",
        "暂时关闭",
        "暂停接待",
        "停业",
    ];
    const EXCUSES: [&str; 7] = ["敬请", "歉意", "谅解", "另行通知", "另行公布", "退票", "退款"];
    const ASKS: [&str; 5] = ["现向社会公开征", "现公开征", "现面向社会公开征", "现向社会征", "现向公众征"];
    // No word or list by itself.
    if !body.compact.contains('。') && (!body.compact.contains(',') || body.compact.len() < LINE) {
        return false;
    }
    if body.says_any(&FORMAL) {
        return true;
    }
    // A place that is shut tells those who come, an office asks for what they think.
    if body.says_any(&SHUT) && body.says_any(&EXCUSES) || body.says_any(&ASKS) && body.says("意见") {
        return true;
    }
    // `某某公司：你单位于…提出的申请，…`.
    let addressed = body.compact.split([':', '。']).next().is_some_and(is_organisation);
    if addressed && body.says_any(&["你单位", "你公司", "你方", "贵单位", "贵公司"]) {
        return true;
    }
    // A piece of one: what it rests on, whom to call, by when.
    let official = body.says_any(&OFFICIAL);
    if official
        && body.compact.matches('。').nth(1).is_some()
        && body.compact.contains(|c: char| c.is_ascii_digit())
    {
        return true;
    }
    let Some(signature) = signature else { return false };
    let lines: Vec<String> = text[signature.clone()].lines().map(compact).filter(|l| !l.is_empty()).collect();
    lines.iter().any(|line| lines::has_day(line)) && lines.iter().any(|line| tail::has_organisation(line))
}

/// Does a text go on below a gap of blank lines, as in a PDF between its parts: with sentences that no article says, and
/// that nobody else's notice begins with?
fn goes_on_below(behind: &str) -> bool {
    const OTHERS: [&str; 6] = ["遗失", "丢失", "作废", "版权所有", "备案号", "ICP备"];
    let behind = behind.trim_start();
    let head = behind.trim_start_matches(['（', '(']);
    if head.starts_with("重要") || head.starts_with(|c: char| "一二三四五六七八九十123456789".contains(c))
    {
        return true;
    }
    let near = &behind[..border::before(behind, behind.len().min(2 * LINE))];
    (near.contains('。') || tail::is_contact(near.lines().next().unwrap_or_default()))
        && !near.starts_with(is_mark)
        && !ARTICLE.iter().chain(&OTHERS).any(|word| near.contains(word))
}

/// Is it what a page of the web or a masthead puts above a title, and no text?
fn is_chrome(text: &str) -> bool {
    text.len() < LINE && !text.contains(['。', '；'])
}

/// Does a text go on behind `现予公告。`, and with nothing that another notice may begin with?
fn goes_on(rest: &str) -> bool {
    const OWN: [&str; 6] = ["本公告", "自公告", "公告之日", "公告发布", "公告期", "本声明"];
    let behind = rest.trim_start_matches(['。', '；', ';', '.']);
    if !behind.starts_with(|c: char| !c.is_whitespace() && !is_mark(c)) {
        return false;
    }
    let sentence = behind.split(['。', '\n']).next().unwrap_or_default();
    let sentence = OWN.iter().fold(sentence.to_string(), |rest, word| rest.replace(word, ""));
    !["公告", "声明", "作废", "遗失", "注销", "决议"].iter().any(|word| sentence.contains(word))
}

/// Is it what stands above the title of a listed company's notice, and no text: its code, its name, a number?
fn is_masthead(text: &str) -> bool {
    text.len() < LINE
        && ["证券代码", "股票代码", "公告编号", "证券简称", "股票简称"].iter().any(|word| text.contains(word))
        && !text.contains(['。', '，'])
}

/// Is it no text but what stands between two titles: a masthead, or the first line of the next title?
fn is_headline(text: &str) -> bool {
    let sign = |c: char| c.is_ascii_digit() || matches!(c, '。' | '，' | '；' | '：' | ',' | ':' | ';');
    is_masthead(text) || text.len() < LINE / 2 && text.lines().count() <= 2 && !text.contains(sign)
}

/// The last characters of a text, blanks left out.
fn compact_tail(text: &str, count: usize) -> String {
    let last: Vec<char> = text.chars().rev().filter(|c| !c.is_whitespace()).take(count).collect();
    last.into_iter().rev().collect()
}
