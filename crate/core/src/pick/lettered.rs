//! Numbers with words in them (字号): `吉(2019)长春市不动产权第0012345号`, `(2023)吉0102民初123号`, `吉A12345`.
//!
//! What is met first is a run of letters and digits inside: the year, the serial, the letters. From there the
//! expression is followed to its end, and back to its start, which no sign marks: it lies behind the last label,
//! verb or punctuation. Where several starts are possible, the first from which the kind fits is taken.

use super::Named;
use super::apart::Apart;
use super::expression_end::SERIAL;
use super::naming::{Name, Strength};
use super::signs::{is_closing, is_han, is_opening, is_sign};
use super::stops::{behind_authority, is_particle, is_stop, stops};
use super::weights::{EXPRESSION, TOKEN};
use super::{AROUND, LONGEST, Picker, Reading, fits};
use crate::kinds::{
    self, Confidence, Kind, Rule, court_case, document_number, licence_number, rows, vehicle_plate,
};
use crate::pick::labels::{Hit, Role};
use crate::tables::regions;
use crate::text::view::Joint;

/// Glyphs an expression has before the run that was met, and words of it in one go.
const BEFORE: usize = 24;
/// Labels that are words of numbers as well.
const INNER: [&str; 4] = ["房权证", "预售证", "房预售证", "组代管"];

impl Picker<'_> {
    /// Offers the expression that the run at a glyph belongs to.
    pub(super) fn add_lettered(&mut self, at: usize) {
        if self.add_case(at) || self.add_filing(at) || !self.may_be_lettered(at) || self.apart(at) > Apart::No
        {
            return;
        }
        let paragraph = self.view.paragraph_end(at + 1);
        if let Some(reading) = self.shaped_beside(at, paragraph) {
            self.offer_sorted(reading);
            return;
        }
        if let Some((start, end)) = self.signed(at) {
            let end = self.whole_plate(start, at, end);
            let kind = self.add_signed(start, end);
            if kind == Some(&vehicle_plate::KIND) {
                return;
            }
        }
        if self.add_bicycle(at) {
            return;
        }
        let end = self.expression_end(at).filter(|&end| end <= paragraph);
        let found = end.and_then(|end| self.expression(self.expression_floor(at, end), at, end));
        let found = found.or_else(|| self.shaped(at, paragraph));
        if let Some(reading) = found.or_else(|| self.numbered_freely(at, paragraph)) {
            self.offer_sorted(reading);
        }
    }

    /// The name of an expression: the words before it, or the noun that 的 leads over to.
    pub(super) fn name_around(&mut self, start: usize, end: usize) -> Name {
        let name = self.name_before(start, 0);
        if self.view.chars.get(end) == Some(&'的') { self.name_after(&name, start, end) } else { name }
    }

    /// What stands behind a label and has the shape of its kind, words and brackets wherever they are:
    /// `梯11苏E00123(20)`, `农药经许(吉)220122200012`.
    fn shaped(&mut self, at: usize, paragraph: usize) -> Option<Reading> {
        let lowest = at.saturating_sub(BEFORE).max(self.view.paragraph_start(at));
        let lowest = (lowest..=at)
            .rev()
            .find(|&i| i == 0 || matches!(self.view.chars[i - 1], ':' | ',' | ';' | '。' | '、'))
            .unwrap_or(lowest);
        if lowest == at {
            return None;
        }
        let floor = self.after_stops(lowest, at, at);
        (floor < at).then(|| self.shaped_from(floor, at, paragraph)).flatten()
    }

    /// The same where the label stands directly before it: no words are taken for a part of the number then.
    fn shaped_beside(&mut self, at: usize, paragraph: usize) -> Option<Reading> {
        self.search_labels(at);
        let chars = &self.view.chars;
        let ends = |hit: &&Hit| hit.end <= at && hit.end + BEFORE >= at;
        let mut hits = self.hits.iter().rev().skip_while(|hit| hit.end > at).take_while(ends);
        let mut hit = hits.next()?;
        // `产权证书号：松房权证492458号`: words of the number itself.
        let own = |hit: &Hit| {
            let words = &chars[hit.start..hit.end];
            INNER.iter().any(|inner| inner.chars().eq(words.iter().copied()))
        };
        if own(hit) {
            let before = hits.next().filter(|before| {
                let between = &chars[before.end..hit.start];
                between.len() <= 5
                    && between.iter().all(|&c| is_han(c) || matches!(c, ':' | '(' | '【' | '['))
                    && !self.is_stopped(before.end, hit.start)
            });
            // `长房权证字第123456号`: it may start before them.
            let inside = chars[hit.end] == '字' || hit.start > 0 && is_han(chars[hit.start - 1]);
            hit = match before {
                Some(before) => before,
                None if inside => return None,
                None => hit,
            };
        }
        // `许可证(副本)，№〔九台〕港经证〔800〕`.
        let sign = chars[hit.end..at].iter().rposition(|c| *c == '№');
        let from = sign.map_or(hit.end, |sign| hit.end + sign + 1);
        let connects = |c: &&char| matches!(**c, ':' | '为' | '是' | '号' | '№' | '.') || is_opening(**c);
        let to = from + chars[from..at].iter().take(4).take_while(connects).count();
        // Letters and digits alone are read as they are.
        let next = || chars.get(self.run_end(at)).copied().unwrap_or('。');
        if to == at && !matches!(next(), '.') && !is_opening(next()) && !is_opening(chars[at - 1]) {
            return None;
        }
        let starts = from.max(self.view.paragraph_start(at))..=to;
        starts.into_iter().find_map(|start| self.shaped_from(start, at, paragraph))
    }

    /// What has the shape of a kind that the words before `start` name, and takes in the run at `at`.
    fn shaped_from(&mut self, start: usize, at: usize, paragraph: usize) -> Option<Reading> {
        if matches!(self.view.chars[start], ':' | '为' | '是' | '号' | '№' | '.') {
            return None;
        }
        let name = self.name_before(start, 0);
        // `编号国邮20131190R的快递许可证`: the noun behind 的, where no other number is listed before.
        let goes_on = |c: &&char| {
            is_han(**c) || is_sign(**c) || is_opening(**c) || is_closing(**c) || matches!(**c, '-' | '.')
        };
        let mut rest = self.view.chars[at..paragraph].iter().take(SERIAL).take_while(goes_on);
        let of = rest.position(|c| *c == '的').map(|of| at + of);
        let found = of.and_then(|of| {
            let name = self.name_after(&name, start, of);
            self.shaped_as(&name, start, at, paragraph).filter(|r| of == r.end)
        });
        if found.is_some() || name.strength == Strength::Generic {
            return found;
        }
        self.shaped_as(&name, start, at, paragraph)
    }

    /// What has the shape of one of the kinds that a name stands for.
    fn shaped_as(&mut self, name: &Name, start: usize, at: usize, paragraph: usize) -> Option<Reading> {
        if name.strength < Strength::Weak {
            return None;
        }
        let limit = paragraph.min(start + LONGEST);
        let limit = self.apart_after(at, limit).unwrap_or(limit);
        for &kind in name.kinds {
            let Rule::Shape(shape) = kind.rule else { continue };
            let text = &self.view.chars[start..limit];
            let Some(mut end) = shape.prefix(text).map(|len| start + len).filter(|&end| end > at) else {
                continue;
            };
            let inside = &self.view.chars[start..end];
            let plain = inside.iter().all(|&c| is_sign(c) || c == '-');
            let ends = end == limit || !self.view.chars.get(end).is_some_and(|&c| is_sign(c));
            if ends
                && !plain
                && !self.is_stopped(start, at)
                && (name.strength >= Strength::Noun || self.is_marked(start, end))
            {
                if inside.iter().any(|&c| is_han(c)) {
                    end = self.serial_end(end).filter(|&end| end <= paragraph).unwrap_or(end);
                }
                let tokens = self.tokens_inside(start, end);
                return Some(self.reading(kind, name, start, end, tokens));
            }
        }
        None
    }

    /// Do words stand in it that stand in numbers? `有房产证，房屋售价1280000` only starts like one.
    fn is_marked(&self, start: usize, end: usize) -> bool {
        let mark = |c: &char| matches!(c, '字' | '第') || is_opening(*c);
        self.view.chars[start..end].iter().any(mark)
    }

    /// What a firm numbers its papers by, behind a label for any number: `合同编号：信吉-B-2023-0417号`, `LJXD-2019-(0288)`.
    fn numbered_freely(&mut self, at: usize, paragraph: usize) -> Option<Reading> {
        let start = self.free_start(at)?;
        let chars = &self.view.chars;
        let end = self.free_end(start, paragraph);
        // 号 behind digits alone is none of them.
        let body = chars[start..end].strip_suffix(&['号']).unwrap_or(&chars[start..end]);
        let plain = body.iter().all(|&c| is_sign(c) || c == '-');
        if start == at && end <= self.run_end(at) || end <= at || plain || self.is_stopped(start, end) {
            return None;
        }
        let name = self.name_before(start, end - start);
        self.take_value(start, end);
        let strong = name.strength >= Strength::Generic || self.is_next_of_list(start);
        // The papers of a firm that have a kind, contracts above all, are numbered as it likes.
        let free =
            |kind: &&'static Kind| kind.confidence == Confidence::Weak && matches!(kind.rule, Rule::Shape(_));
        let kind = match name.kinds {
            [kind] if name.strength >= Strength::Noun && free(kind) && is_han(self.view.chars[start]) => {
                *kind
            }
            _ => kinds::OTHER[0],
        };
        let any = strong && (name.kinds == kinds::OTHER || kind != kinds::OTHER[0]);
        if !any || !kinds::OTHER[0].looks_like(&self.value) {
            return None;
        }
        let kind = if kind.looks_like(&self.value) { kind } else { kinds::OTHER[0] };
        let tokens = self.tokens_inside(start, end);
        Some(self.reading(kind, &name, start, end, tokens))
    }

    /// Does only a sign stand between the glyph and a number of the same sort before it?
    fn is_next_of_list(&self, start: usize) -> bool {
        let before = start.checked_sub(1).filter(|&before| matches!(self.view.chars[before], '、' | ','));
        let ends = |end: usize| {
            let same = |r: &Reading| r.end == end && r.weight >= EXPRESSION && is_other(&r.kind);
            self.pending.iter().any(same)
        };
        before.is_some_and(ends)
    }

    /// Where such a number starts: behind the sign that parts it from its label, behind the number before it in a list, or
    /// behind the label itself where no words stand between.
    fn free_start(&mut self, at: usize) -> Option<usize> {
        let chars = &self.view.chars;
        let stands = |c: char| is_han(c) || is_sign(c) || matches!(c, '-' | '/' | ')' | '〕' | '(' | '〔');
        let back = chars[..at].iter().rev().take(BEFORE).take_while(|c| stands(**c)).count();
        let start = at - back;
        let before = start.checked_sub(1).map_or(' ', |before| chars[before]);
        if matches!(before, ':' | '№' | '#') || self.is_next_of_list(start) {
            return Some(start);
        }
        // Plain digits there are read as they are.
        let end = self.run_end(at);
        let end = end + usize::from(chars.get(end) == Some(&'-'));
        if !chars.get(end).is_some_and(|c| is_opening(*c)) {
            return None;
        }
        let words = chars[start..at].iter().rposition(|c| is_han(*c)).map(|han| start + han + 1)?;
        self.search_labels(words);
        let names = |hit: &Hit| matches!(hit.label.role, Role::Field | Role::Number);
        self.hit_at(words)
            .filter(|(hit, _)| names(hit) && hit.label.kinds().iter().all(is_other))
            .map(|_| words)
    }

    /// Where a number of letters, digits, hyphens, short words and bracketed figures ends.
    fn free_end(&self, start: usize, paragraph: usize) -> usize {
        let chars = &self.view.chars;
        // Behind a blank words and brackets are the next thing, unless every sign is parted so.
        let next = |i: usize| {
            is_sign(chars[i - 1])
                && self.view.joint(i - 1) == Joint::None
                && (is_han(chars[i]) && chars[i] != '号' || is_opening(chars[i]) || self.apart(i) > Apart::No)
        };
        let ends = |i: &usize| match self.view.joint(*i) {
            Joint::None => false,
            Joint::Blank => next(*i),
            _ => true,
        };
        let line = (start + 1..paragraph).find(ends).unwrap_or(paragraph);
        let ch = |i: usize| if i < line { chars[i] } else { '。' };
        let (mut at, mut end) = (start, start);
        while at - start < LONGEST {
            match ch(at) {
                '号' => return at + 1,
                c if is_sign(c) => {
                    at += 1;
                    end = at;
                }
                '-' | '/' => at += 1,
                c if is_opening(c) => {
                    let inside = (at + 1..at + 9).take_while(|&i| is_sign(ch(i)) || is_han(ch(i))).count();
                    let close = at + 1 + inside;
                    let figures = chars[at + 1..close.min(chars.len())].iter().all(|c| is_sign(*c));
                    let goes_on = || is_sign(ch(close + 1)) || is_han(ch(close + 1));
                    // `JY…(副本)`, `…2345(1-1)`: no part of it; `CZ(4)2024040GN` is one.
                    let between = || ch(at - 1).is_ascii_alphabetic() && is_sign(ch(close + 1));
                    let part = figures && (ch(at - 1) == '-' || inside == 4 || at == start || between())
                        || at == start && goes_on();
                    if inside == 0 || !is_closing(ch(close)) || !part {
                        return end;
                    }
                    at = close + 1;
                    end = at;
                }
                c if is_han(c) => {
                    let words = (at..at + 7).take_while(|&i| is_han(ch(i)) && ch(i) != '号').count();
                    let next = ch(at + words);
                    let unit = |c: &char| "年月日元万亿至到和及与或份张个项期时分于以在为向从由".contains(*c);
                    let goes_on =
                        is_sign(next) || next == '-' || is_opening(next) || next == '号' && at == end;
                    if words > 6 || !goes_on || chars[at..at + words].iter().any(unit) {
                        return end;
                    }
                    at += words;
                }
                _ => return end,
            }
        }
        end
    }

    /// A glance before anything is followed: most digits have no word before them and are no year in brackets.
    fn may_be_lettered(&self, at: usize) -> bool {
        let chars = &self.view.chars;
        let before = at.checked_sub(1).map_or('。', |before| chars[before]);
        let closes = |i: usize| chars.get(at + i).is_some_and(|c| is_closing(*c));
        !chars[at].is_ascii_digit()
            || is_han(before)
            || matches!(before, '-' | '·' | '・' | '•' | '.')
            || is_closing(before)
            || is_opening(before) && (2..=8).any(closes)
            // The check digit of Macao's cards: `1234567(8)`.
            || before == ':' && chars.get(at + 7) == Some(&'(') && closes(9)
    }

    /// The best reading of an expression that starts between `lowest` and `at`.
    fn expression(&mut self, lowest: usize, at: usize, end: usize) -> Option<Reading> {
        let floor = self.after_stops(lowest, at, end);
        let name = self.name_around(floor, end);
        let tokens = self.tokens_inside(floor, end);
        let named = name.strength >= Strength::Noun;
        let listed = name.strength >= Strength::Weak && name.kinds != kinds::OTHER;
        // `法院受理的(2023)吉01民初1号`: a case starts with its year.
        let opening = self.opening_before(at);
        if let Some(opening) = opening.filter(|&opening| opening >= floor) {
            self.take_value(opening, end);
            if court_case::KIND.looks_like(&self.value) {
                return Some(self.reading(&court_case::KIND, &name, opening, end, tokens));
            }
        }
        self.take_value(floor, end);
        if court_case::KIND.looks_like(&self.value) {
            return Some(self.reading(&court_case::KIND, &name, floor, end, tokens));
        }
        let inside = self.kind_inside(floor, end);
        // `有关期限⏎长府发〔2024〕14号`: what is read from the text itself has no such numbers.
        // A number behind 案号 that is no court's is called what it would be called without the word.
        let read = name
            .kinds
            .first()
            .is_some_and(|kind| *kind == &court_case::KIND || kinds::READERS.iter().any(|r| r.0 == *kind));
        let labelled = if named && !read && name.kinds != kinds::OTHER { name.kinds } else { &[] };
        let likely = if listed && !read && (named || self.is_marked(floor, at)) { name.kinds } else { &[] };
        for &kind in likely.iter().chain(inside.iter()) {
            if let Some(start) = self.fitting_start(kind, floor, at, end) {
                return Some(self.reading(kind, &name, start, end, tokens));
            }
        }
        let floor = opening.filter(|&opening| self.opens_with_year(floor, opening, end)).unwrap_or(floor);
        if !self.has_words(floor, end) {
            return None;
        }
        self.take_value(floor, end);
        // What stands on a certificate is a licence's number, whatever it looks like.
        let certificate = named
            && name.span.is_some_and(|(s, e)| self.view.chars[s..e].iter().any(|c| matches!(c, '证' | '照')));
        // Parties number their contracts as they like: `合同号：长租[2021]0034号`.
        let contract = named
            && name.span.is_some_and(|(s, e)| {
                self.view.chars[s..e].windows(2).any(|w| matches!(w, ['合', '同'] | ['协', '议']))
            });
        if contract && name.kinds == kinds::OTHER && document_number::KIND.looks_like(&self.value) {
            return Some(self.reading(kinds::OTHER[0], &name, floor, end, tokens));
        }
        // `〔2024〕12条`: a word goes on.
        let goes_on =
            self.view.chars[end - 1].is_ascii_digit() && self.view.chars.get(end).is_some_and(|c| is_han(*c));
        if document_number::KIND.looks_like(&self.value) && labelled.is_empty() && !certificate && !goes_on {
            return Some(self.reading(&document_number::KIND, &name, floor, end, tokens));
        }
        let start = self.sign_start(floor, at);
        self.take_value(start, end);
        let kinds: &[&'static Kind] = if labelled.is_empty() { inside.as_slice() } else { labelled };
        if let Some(&kind) = kinds.iter().find(|kind| kind.looks_like(&self.value)) {
            return Some(self.reading(kind, &name, start, end, tokens));
        }
        // `苏(2022)如皋市不动产权证明单第0001234号`: the slips of the registry.
        let slip = self.value.contains("不动产") && self.value.contains('第');
        let lettered = self.value.contains('字') || named || slip;
        (lettered && licence_number::KIND.looks_like(&self.value))
            .then(|| self.reading(&licence_number::KIND, &name, start, end, tokens))
    }

    /// `(2016)吉长国证字第9081号`: words behind the year that end in 字 name the office; those before it are none of it.
    fn opens_with_year(&self, floor: usize, opening: usize, end: usize) -> bool {
        let chars = &self.view.chars;
        let behind = &chars[(opening + 6).min(end)..end];
        let words = behind.iter().take_while(|c| is_han(**c)).count();
        let office = behind[..words].iter().position(|c| *c == '字').is_some_and(|at| at >= 2);
        let signed = opening == floor + 1 && regions::sign(chars[floor]).is_some();
        office && opening > floor && !signed
    }

    /// The first start from which the kind fits with nothing to say against it.
    fn fitting_start(&mut self, kind: &'static Kind, floor: usize, at: usize, end: usize) -> Option<usize> {
        (floor..=at).find(|&start| {
            self.take_value(start, end);
            self.has_words(start, end) && kind.looks_like(&self.value) && {
                self.label.clear();
                let judgement = self.judge(kind, start, end);
                fits(&judgement)
                    && !judgement.problems.iter().any(|p| matches!(p.flaw, crate::judgement::Flaw::Shape(_)))
            }
        })
    }

    pub(super) fn reading(
        &mut self,
        kind: &'static Kind,
        name: &Name,
        start: usize,
        end: usize,
        tokens: usize,
    ) -> Reading {
        self.take_value(start, end);
        self.take_label(name.span);
        let judgement = self.judge(kind, start, end);
        let label = name.span.filter(|span| name.kinds.contains(&kind) && span.1 <= start);
        if name.kinds.contains(&kind) {
            self.named = Some(Named { start, end, name: name.clone() });
        }
        let weight = EXPRESSION + TOKEN * tokens as i32;
        Reading { start, end, kind, judgement, label, weight }
    }

    /// The kind that words inside the expression name: those of its shape, or a label.
    fn kind_inside(&mut self, start: usize, end: usize) -> Option<&'static Kind> {
        self.take_value(start, end);
        if let Some(kind) = rows::by_words(&self.view.chars[start..end]) {
            return Some(kind);
        }
        self.search_labels(end);
        let inside =
            self.hits.iter().rev().skip_while(|hit| hit.end > end).take_while(|hit| hit.start >= start);
        let value = &self.value;
        let mut kinds = inside.flat_map(|hit| hit.label.kinds()).copied();
        kinds.find(|kind| !kinds::OTHER.contains(kind) && kind.looks_like(value))
    }

    /// Do words stand before the serial, 第 apart?
    fn has_words(&self, start: usize, end: usize) -> bool {
        let serial = |c: &&char| is_sign(**c) || matches!(**c, '第' | '号' | '-');
        let before = self.view.chars[start..end].iter().rev().skip_while(serial);
        before.into_iter().any(|&c| is_han(c) || is_opening(c))
    }

    /// How many runs with digits the expression takes in.
    pub(super) fn tokens_inside(&self, start: usize, end: usize) -> usize {
        let chars = &self.view.chars;
        let starts = |i: &usize| {
            chars[*i].is_ascii_digit() && (*i == start || !is_sign(chars[*i - 1]) || self.starts_token(*i))
        };
        (start..end).filter(starts).count()
    }

    /// The lowest glyph where the expression may start: words, bracketed places, letters and digits before the run.
    fn expression_floor(&self, at: usize, end: usize) -> usize {
        let chars = &self.view.chars;
        let least = at.saturating_sub(BEFORE).max(self.view.paragraph_start(at));
        let mut start = at;
        while start > least {
            let ch = chars[start - 1];
            let dash = ch == '-' && start >= 2 && (is_han(chars[start - 2]) || is_closing(chars[start - 2]));
            let inside = is_han(ch) || is_sign(ch) || ch == '·' || dash;
            let bracket = is_opening(ch) && start == at
                || is_closing(ch)
                    && chars[least..start - 1]
                        .iter()
                        .rev()
                        .take(7)
                        .take_while(|c| is_han(**c) || is_opening(**c) || is_sign(**c))
                        .any(|c| is_opening(*c))
                || is_opening(ch) && chars[start..at].iter().take(7).any(|&c| is_closing(c));
            // What stands on another line and ends in letters or digits is another number.
            let parted = is_sign(ch)
                && !is_sign(chars[start])
                && (self.view.joint(start) >= Joint::Line || self.apart(start) > Apart::No);
            let own_line =
                start < at && self.view.joint(start) >= Joint::Line && self.opens_line(start, at, end);
            // `吉公网安备22…12号 吉ICP备…`: 号 before a blank closes another number.
            let closed = ch == '号'
                && start >= 2
                && chars[start - 2].is_ascii_digit()
                && self.view.joint(start) != Joint::None
                && is_han(chars[start]);
            if !inside && !bracket || parted || own_line || closed {
                break;
            }
            start -= 1;
        }
        start
    }

    /// Does the number start with the line that starts at a glyph, and what stands above end there (`根据规定⏎长府发〔2024〕14号`)?
    ///
    /// A column's edge ends a line only where the next word would not have stood on it: a line shorter than the next
    /// one ends on purpose, and a number that is a line by itself was put there.
    fn opens_line(&self, start: usize, at: usize, end: usize) -> bool {
        let chars = &self.view.chars;
        let words = chars[start..at].iter().take_while(|c| is_han(**c)).count();
        let above = (0..start).rev().take(AROUND).find(|&i| i == 0 || self.view.joint(i) >= Joint::Line);
        let line = above.map_or(AROUND, |above| start - above);
        let next =
            (start + 1..start + AROUND).take_while(|&i| i < chars.len() && self.view.joint(i) < Joint::Line);
        let ends = |i: usize| i >= chars.len() || self.view.joint(i) >= Joint::Line;
        let own = ends(end) || matches!(chars[end], '。' | ',' | ';') && ends(end + 1);
        // `关于公布禁牧区域的通告⏎双府规〔2023〕3号`
        let titled = matches!(chars[start - 1], '告' | '知' | '定' | '法' | '见' | '则' | '函' | '复');
        // `证号：长房权⏎证字第1234567号`: it started above, behind its label.
        let tail = chars[start - line.min(start)..start].iter().rev().take_while(|c| is_han(**c)).count();
        let labelled = start
            .checked_sub(tail + 1)
            .is_some_and(|i| tail <= 6 && matches!(chars[i], ':' | '(' | '"' | '“'));
        words >= 2 && !labelled && (own || titled || line < next.count() + 1)
    }

    /// Behind the last label, verb or particle between `lowest` and the run at `at`.
    fn after_stops(&mut self, lowest: usize, at: usize, end: usize) -> usize {
        self.search_labels(end);
        let chars = &self.view.chars;
        let limit = if at > 0 && is_opening(chars[at - 1]) { at - 1 } else { at };
        let mut floor = lowest;
        for i in lowest..limit {
            let joins = chars[i] == '和' && i > 0 && matches!(chars[i - 1], '》' | '号' | ')' | '0'..='9');
            if is_particle(&chars[i..]) || joins {
                floor = i + 1;
            }
            // `证监会公告〔2023〕43号`.
            let pair =
                chars.get(i..i + 2).filter(|pair| i + 2 < limit || i + 2 == limit && *pair != ['公', '告']);
            if pair.is_some_and(is_stop) {
                floor = i + 2;
            }
        }
        floor += usize::from(floor < limit && chars[floor] == '号');
        floor += chars.get(floor..limit).and_then(behind_authority).unwrap_or(0);
        // A label directly before the expression is none of it; one inside it is.
        let label = self
            .hits
            .iter()
            .rev()
            .find(|hit| hit.start >= floor && hit.end <= limit && self.opens(hit, limit));
        label.map_or(floor, |hit| hit.end.max(floor))
    }

    /// Can an expression start behind a label? With a province's sign, a bracket or letters, or behind a blank
    /// where the label itself is not letter-spaced.
    fn opens(&self, hit: &Hit, limit: usize) -> bool {
        let at = hit.end;
        let ch = self.view.chars[at];
        let spaced = (hit.start + 1..at).any(|i| self.view.joint(i) != Joint::None);
        // `编号：房权证吉市房权字第…号`: printed so.
        let written = hit.start >= 2
            && self.view.chars[hit.start - 1] == ':'
            && self.hit_at(hit.start - 1).is_some()
            && self.view.chars[at..limit].contains(&'字');
        // `松房权证 字第492458号`: 字 goes on from the words before it.
        let parted = ch != '字' && self.view.joint(at) > if spaced { Joint::Blank } else { Joint::None };
        at <= limit && !written && (parted || is_opening(ch) || regions::sign(ch).is_some() || is_sign(ch))
    }

    /// Does a word that never stands in an expression stand here?
    pub(super) fn is_stopped(&self, from: usize, to: usize) -> bool {
        let words = &self.view.chars[from..to];
        (0..words.len()).any(|i| is_particle(&words[i..]) || stops(&words[i..]))
    }

    /// The last province's sign before the run with words behind it, where the expression has one.
    fn sign_start(&self, floor: usize, at: usize) -> usize {
        let chars = &self.view.chars;
        let beside =
            floor < chars.len() && (is_opening(chars[floor]) || regions::sign(chars[floor]).is_some());
        if beside || at - floor <= 10 {
            return floor;
        }
        (floor..at).rev().find(|&i| regions::sign(chars[i]).is_some() && at - i >= 2).unwrap_or(floor)
    }

    /// The bracket before the run, if its year stands in one.
    fn opening_before(&self, at: usize) -> Option<usize> {
        at.checked_sub(1).filter(|&before| is_opening(self.view.chars[before]))
    }

    /// Offers a reading that may start before others.
    pub(super) fn offer_sorted(&mut self, reading: Reading) {
        // What was followed from an earlier run of the same expression is known.
        let known = |r: &Reading| r.start <= reading.start && r.end >= reading.end && r.weight >= EXPRESSION;
        if !self.pending.iter().any(known) {
            self.insert(reading);
        }
    }

    /// Puts a reading among the others, whatever is known of its glyphs.
    pub(super) fn insert(&mut self, reading: Reading) {
        if self.view.start(reading.start) < self.done {
            return;
        }
        let at = self.pending.partition_point(|r| r.start <= reading.start);
        self.pending.insert(at, reading);
    }
}

fn is_other(kind: &&'static Kind) -> bool {
    kinds::OTHER.contains(kind)
}
