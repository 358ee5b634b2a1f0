//! Numbers with words in them (字号): `吉(2019)长春市不动产权第0012345号`, `(2023)吉0102民初123号`, `吉A12345`.
//!
//! What is met first is a run of letters and digits inside: the year, the serial, the letters. From there the
//! expression is followed to its end, and back to its start, which no sign marks: it lies behind the last label,
//! verb or punctuation. Where several starts are possible, the first from which the kind fits is taken.

use super::Named;
use super::apart::Apart;
use super::naming::{Name, Strength};
use super::units::is_sign;
use super::weights::{CASE, EXPRESSION, TOKEN};
use super::{AROUND, LONGEST, Picker, Reading, fits};
use crate::kinds::{
    self, Confidence, Kind, Rule, court_case, document_number, licence_number, rows, vehicle_plate,
};
use crate::pick::labels::{Hit, Role};
use crate::tables::numerals;
use crate::tables::regions;
use crate::text::view::Joint;

/// Glyphs an expression has before the run that was met, and words of it in one go.
const BEFORE: usize = 24;
const WORDS: usize = 18;

/// Glyphs of a plate that has lost two of its signs.
const SHORTEST_PLATE: usize = 5;

/// The serial of an expression is no longer.
const SERIAL: usize = 32;

/// Words that never stand in an expression: it starts behind them.
const STOPS: [[char; 2]; 75] = [
    ['一', '案'],
    ['下', '发'],
    ['不', '慎'],
    ['丢', '失'],
    ['丢', '掉'],
    ['以', '及'],
    ['作', '出'],
    ['作', '废'],
    ['做', '出'],
    ['依', '据'],
    ['依', '照'],
    ['公', '司'],
    ['公', '告'],
    ['关', '于'],
    ['副', '本'],
    ['印', '发'],
    ['发', '布'],
    ['取', '得'],
    ['受', '理'],
    ['另', '有'],
    ['号', '为'],
    ['号', '码'],
    ['吊', '销'],
    ['名', '称'],
    ['声', '明'],
    ['字', '号'],
    ['审', '理'],
    ['我', '院'],
    ['所', '有'],
    ['持', '有'],
    ['按', '照'],
    ['撤', '销'],
    ['收', '到'],
    ['文', '件'],
    ['文', '号'],
    ['有', '限'],
    ['本', '院'],
    ['核', '发'],
    ['根', '据'],
    ['案', '号'],
    ['正', '本'],
    ['法', '院'],
    ['注', '销'],
    ['灭', '失'],
    ['编', '号'],
    ['被', '盗'],
    ['证', '号'],
    ['还', '有'],
    ['送', '达'],
    ['遗', '失'],
    ['颁', '发'],
    ['领', '取'],
    ['停', '止'],
    ['违', '反'],
    ['适', '用'],
    ['实', '施'],
    ['废', '止'],
    ['参', '照'],
    ['遵', '照'],
    ['贯', '彻'],
    ['落', '实'],
    ['转', '发'],
    ['签', '发'],
    ['下', '达'],
    ['出', '具'],
    ['公', '布'],
    ['施', '行'],
    ['上', '述'],
    ['以', '上'],
    ['以', '下'],
    ['规', '定'],
    ['制', '发'],
    ['载', '明'],
    ['涉', '及'],
    ['立', '即'],
];

/// Sorts of vehicles, and words that go on from a plate.
const SORTS: [&str; 24] = [
    "新能源",
    "号牌",
    "小型",
    "大型",
    "中型",
    "重型",
    "轻型",
    "微型",
    "普通",
    "摩托",
    "轿车",
    "货车",
    "客车",
    "汽车",
    "车辆",
    "牵引",
    "挂车",
    "半挂",
    "出租",
    "车牌",
    "行驶",
    "道路",
    "营运",
    "机动",
];

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

    /// Offers the court's case number that the run at a glyph belongs to; was there one?
    fn add_case(&mut self, at: usize) -> bool {
        let Some(start) = self.case_start(at) else { return false };
        let paragraph = self.view.paragraph_end(at + 1).min(start + LONGEST);
        // `6号之一⏎二〇二四年`: a numeral behind a joint is another's.
        let next = |i: &usize| {
            let [before, numeral] = [*i - 1, *i].map(|i| self.view.chars[i]);
            self.view.joint(*i) != Joint::None
                && numerals::is_numeral(before)
                && (numerals::is_numeral(numeral) || numeral == '○')
        };
        let paragraph = (at + 1..paragraph).find(next).unwrap_or(paragraph);
        let chars = &self.view.chars[start..paragraph];
        let Some(len) = court_case::prefix(chars) else { return false };
        let end = start + len;
        // `（2016吉01破1号）`: the bracket is not the year's.
        let around = is_opening(chars[0])
            && !start.checked_sub(1).is_some_and(|before| is_opening(self.view.chars[before]))
            && !chars.get(5).is_some_and(|c| is_closing(*c))
            && chars.get(len).is_some_and(|c| is_closing(*c));
        let (start, chars, len) =
            if around { (start + 1, &chars[1..], len - 1) } else { (start, chars, len) };
        // What stands on the next line is only a part of it where 号 closes it.
        let lacks = !chars[..len].contains(&'号');
        if end <= at || lacks && (start + 1..end).any(|i| self.view.joint(i) >= Joint::Line) {
            return false;
        }
        let name = self.name_around(start, end);
        let tokens = self.tokens_inside(start, end);
        let mut reading = self.reading(&court_case::KIND, &name, start, end, tokens);
        // Under 案号 its parts would be numbers with a label each.
        reading.weight += CASE;
        self.offer_sorted(reading);
        true
    }

    /// Where a court's case number may start whose year, court's digits or serial are the run at a glyph.
    fn case_start(&self, at: usize) -> Option<usize> {
        let chars = &self.view.chars;
        let ch = |i: usize| chars.get(i).copied().unwrap_or('。');
        let before = |i: usize| i.checked_sub(1).map_or('。', ch);
        if !ch(at).is_ascii_digit() {
            return None;
        }
        let year_at = |i: usize| matches!(chars.get(i..i + 2), Some(['1', '9'] | ['2', '0']));
        // `(2023)吉…`, `2023吉…`
        let named = |c: char| court_case::is_sign(c) || c == '最';
        if year_at(at) && chars[at..].iter().take(5).take_while(|c| c.is_ascii_digit()).count() == 4 {
            let closed = is_closing(ch(at + 4));
            if is_opening(before(at)) && (closed || named(ch(at + 4))) {
                return Some(at - 1);
            }
            if !closed && named(ch(at + 4)) || closed && named(ch(at + 5)) {
                return Some(at);
            }
        }
        // Back from the serial over the type and the court's digits, and from these to the year.
        let mut from = at;
        if is_han(before(at)) && !court_case::is_sign(before(at)) {
            let words = chars[..at].iter().rev().take(7).take_while(|c| is_han(**c)).count();
            from = at - words;
            let digits = chars[..from].iter().rev().take(7).take_while(|c| c.is_ascii_digit()).count();
            if !matches!(digits, 2 | 4) {
                return None;
            }
            from -= digits;
        }
        let sign = from.checked_sub(1).filter(|&sign| court_case::is_sign(ch(sign)))?;
        let closed = usize::from(is_closing(before(sign)));
        // `（二〇二四）吉0102民初12号`
        let worded = sign.checked_sub(6).filter(|&i| {
            closed == 1
                && is_opening(ch(i))
                && chars[i + 1..i + 5].iter().all(|c| court_case::figure(*c).is_some())
        });
        if let Some(year) = worded {
            return Some(year);
        }
        let year = sign.checked_sub(4 + closed).filter(|&i| year_at(i));
        match year {
            Some(year) if is_opening(before(year)) => Some(year - 1),
            Some(year) => Some(year),
            None => Some(sign),
        }
    }

    /// The name of an expression: the words before it, or the noun that 的 leads over to.
    fn name_around(&mut self, start: usize, end: usize) -> Name {
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

    fn reading(
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
    fn tokens_inside(&self, start: usize, end: usize) -> usize {
        let chars = &self.view.chars;
        let starts = |i: &usize| {
            chars[*i].is_ascii_digit() && (*i == start || !is_sign(chars[*i - 1]) || self.starts_token(*i))
        };
        (start..end).filter(starts).count()
    }

    /// Follows the expression from a run inside it to its end; none where there is none.
    fn expression_end(&self, at: usize) -> Option<usize> {
        let chars = &self.view.chars;
        let ch = |i: usize| chars.get(i).copied().unwrap_or('。');
        let bracketed = at > 0 && is_opening(ch(at - 1));
        let mut words = false;
        let mut at = at;
        // What comes before the serial: a year in brackets, letters and words.
        let run = self.run_end(at);
        let year = (run - at == 4 || run - at == 5 && ch(run - 1).is_ascii_alphabetic())
            && bracketed
            && is_closing(ch(run));
        if year {
            at = run + 1;
        } else if chars[at..run].iter().any(char::is_ascii_digit) {
            // The serial itself, behind words: `民证字第010234号`.
            let before = at.checked_sub(1).map_or('。', ch);
            let known = matches!(before, '第' | '字' | '证' | '许' | '备' | '准' | '妆' | '章' | '监' | '登')
                || ch(run) == '号' && is_han(before)
                || before == '-' && at >= 2 && is_han(ch(at - 2));
            if !known || run - at < 2 {
                return None;
            }
            // `吉卫食证字2008第0123号`.
            if run - at == 4 && matches!(ch(run), '第' | '年') && is_han(before) && before != '第' {
                at = run + usize::from(ch(run) == '年');
            } else {
                return self.serial_end(run);
            }
        } else {
            at = run;
        }
        for _ in 0..3 {
            let from = at;
            while at - from < WORDS && (is_han(ch(at)) && ch(at) != '号' || matches!(ch(at), '-' | '·')) {
                words = true;
                at += 1;
            }
            if self.is_stopped(from, at) {
                return None;
            }
            if is_opening(ch(at)) {
                let close = (at + 1..at + 10).find(|&i| is_closing(ch(i)))?;
                at = close + 1;
                words = true;
                continue;
            }
            if !is_sign(ch(at)) {
                return None;
            }
            let run = self.run_end(at);
            if run - at > SERIAL {
                return None;
            }
            let digits = chars[at..run].iter().any(char::is_ascii_digit);
            // `吉0102民初123号`: digits of the court, then words again.
            let goes_on = is_han(ch(run)) && ch(run) != '号' && run - at <= 4;
            let serial_follows = || {
                let next = (run..run + 8).find(|&i| !is_han(ch(i)) || ch(i) == '号').unwrap_or(run);
                ch(next).is_ascii_digit() && ch(self.run_end(next)) == '号'
            };
            if digits && !(goes_on && serial_follows()) {
                return (words || year).then_some(run).and_then(|run| self.serial_end(run));
            }
            at = run;
            words = true;
        }
        None
    }

    /// Past `号` and `之一` behind a serial, and past more serials of the same year.
    fn serial_end(&self, run: usize) -> Option<usize> {
        let chars = &self.view.chars;
        let mut end = self.serials_end(run);
        // `吉A12O45号牌`: 号 opens the next word.
        let word = matches!(chars.get(end + 1), Some('牌' | '码')) && self.view.joint(end + 1) == Joint::None;
        if matches!(chars.get(end), Some('号' | '號')) && !word {
            end += 1;
            if chars.get(end) == Some(&'之')
                && chars.get(end + 1).is_some_and(|c| "一二三四五六七八九十".contains(*c))
            {
                end += 2;
            }
        }
        Some(end)
    }

    /// `〔2024〕7、8、12号`: where the last of several serials ends that 号 closes together, the first of which ends here.
    fn serials_end(&self, run: usize) -> usize {
        let chars = &self.view.chars;
        if !chars.get(run).is_some_and(|c| document_number::is_between(*c)) {
            return run;
        }
        let digits = |from: usize| chars[from..].iter().take(6).take_while(|c| c.is_ascii_digit()).count();
        let first = chars[..run].iter().rev().take_while(|c| c.is_ascii_digit()).count();
        let before = chars[..run - first].strip_suffix(&['第']).unwrap_or(&chars[..run - first]);
        if !before.last().is_some_and(|c| is_closing(*c)) {
            return run;
        }
        let mut at = run;
        while chars.get(at).is_some_and(|c| document_number::is_between(*c)) {
            match digits(at + 1) {
                len @ 1..=5 => at += 1 + len,
                _ => return run,
            }
        }
        if matches!(chars.get(at), Some('号' | '號')) { at } else { run }
    }

    /// Where the letters and digits end that start at a glyph, hyphens inside; blanks end them only before letters.
    fn run_end(&self, at: usize) -> usize {
        let chars = &self.view.chars;
        let mut end = at;
        while end < chars.len()
            && (is_sign(chars[end]) && (end == at || self.apart(end) == Apart::No)
                || chars[end] == '-' && end > at && chars.get(end + 1).is_some_and(|&c| is_sign(c)))
        {
            end += 1;
        }
        end
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
    fn is_stopped(&self, from: usize, to: usize) -> bool {
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

    /// A province's sign directly before the run (`吉A12345`, `吉DA4310123`): where both start and end.
    fn signed(&self, at: usize) -> Option<(usize, usize)> {
        let chars = &self.view.chars;
        let dot = |i: usize| matches!(chars[i], '·' | '・' | '•' | '.');
        // `使014·578` from behind its dot.
        let half = |i: usize| chars[i..i + 3].iter().all(char::is_ascii_digit);
        if let Some(service) = at.checked_sub(5).filter(|&i| matches!(chars[i], '使' | '领'))
            && chars[at - 1] == '·'
            && half(at - 4)
            && self.run_end(at) == at + 3
        {
            return Some((service, at + 3));
        }
        let mut start = at;
        if start >= 2 && dot(start - 1) && is_sign(chars[start - 2]) {
            start -= 2;
        }
        // `吉军X012345`: at the head of the number, a word may follow the sign.
        let opens = |s: usize| {
            s == 0 || !is_han(chars[s - 1]) && !is_sign(chars[s - 1]) || self.view.joint(s) != Joint::None
        };
        let signed = |s: &usize| regions::sign(chars[*s]).is_some();
        let worded = start.checked_sub(2).filter(|&s| signed(&s) && is_han(chars[s + 1]) && opens(s));
        let plain = start.checked_sub(1).filter(|s| signed(s) || self.is_service(*s, at));
        start = plain.or(worded)?;
        // The Armed Police's plates: `WJ吉1234A`.
        if start >= 2 && chars[start - 2..start] == ['W', 'J'] {
            start -= 2;
        }
        // `浙苏H6F681`: one of the two is too much.
        let labelled = |s: usize| self.hits.iter().rev().take(4).any(|hit| hit.end == s);
        let doubled = start.checked_sub(1).filter(|&s| signed(&s) && (opens(s) || labelled(s)));
        start = doubled.unwrap_or(start);
        start -= usize::from(start > 0 && chars[start] == '航');
        let mut end = self.run_end(at);
        let parted = end - at == 1 || chars[start] == '使' || chars[start] == '领';
        if parted && end + 1 < chars.len() && dot(end) && is_sign(chars[end + 1]) {
            end = self.run_end(end + 1);
        }
        let last = |i: usize| chars.get(i).is_some_and(|c| "挂学警港澳试超领使".contains(*c));
        // `浙A7S882挂车`: the plate is whole, and the vehicle's sort follows.
        let whole = || chars[start..end].iter().rev().take_while(|c| is_sign(**c)).count() >= 6;
        if last(end) && !(chars.get(end + 1) == Some(&'车') && whole()) {
            end += 1;
            // `吉A12345挂学`: one of the two is too much.
            end += usize::from(last(end) && !chars.get(end + 1).is_some_and(|c| is_han(*c)));
        } else if chars.get(end..end + 2) == Some(&['应', '急']) {
            end += 2;
        }
        (end - start >= SHORTEST_PLATE).then_some((start, end))
    }

    /// Where a plate ends behind which another number stands on the next line (`吉A12345⏎2024年4月10日`).
    fn whole_plate(&mut self, start: usize, at: usize, end: usize) -> usize {
        let Some(joint) = (at + 1..end).find(|&i| self.view.joint(i) != Joint::None) else { return end };
        let mut whole = |end: usize| {
            self.take_value(start, end);
            self.label.clear();
            vehicle_plate::KIND.looks_like(&self.value) && fits(&self.judge(&vehicle_plate::KIND, start, end))
        };
        if !whole(end) && whole(joint) { joint } else { end }
    }

    /// Does 使 or 领 stand there and six digits behind it, or 民航 and the run?
    fn is_service(&self, sign: usize, at: usize) -> bool {
        let chars = &self.view.chars;
        match chars[sign] {
            '使' | '领' => {
                let digits = |from: usize| {
                    chars[from.min(chars.len())..].iter().take(7).take_while(|c| c.is_ascii_digit()).count()
                };
                // `使014·578`
                let halves = || digits(at) == 3 && chars.get(at + 3) == Some(&'·') && digits(at + 4) == 3;
                digits(at) == 6 && self.run_end(at) - at == 6 || halves()
            }
            '航' => sign > 0 && chars[sign - 1] == '民',
            _ => false,
        }
    }

    /// Offers a plate that has the name of a city before the run, under a label for plates (`长春A12345`).
    fn add_bicycle(&mut self, at: usize) -> bool {
        let words = self.view.chars[..at].iter().rev().take(4).take_while(|c| is_han(**c)).count();
        let end = self.run_end(at);
        if words == 0 || !(5..=7).contains(&(end - at)) {
            return false;
        }
        // `古A12345`: what was typed for the sign of a province.
        let typed = words == 1
            && !matches!(self.view.chars[at - 1], '为' | '是' | '系' | '号' | '第' | '自' | '由' | '即');
        let cities = (at - words..=at.saturating_sub(2)).rev().take(words.saturating_sub(1));
        for start in cities.chain(typed.then(|| at - 1)) {
            let name = self.name_before(start, 0);
            if name.strength < Strength::Noun || !name.kinds.contains(&&vehicle_plate::KIND) {
                continue;
            }
            self.take_value(start, end);
            if vehicle_plate::KIND.looks_like(&self.value) {
                let reading = self.reading(&vehicle_plate::KIND, &name, start, end, 1);
                self.offer_sorted(reading);
                return true;
            }
        }
        false
    }

    /// A number that a province's sign opens: of the kind its label names, or a plate.
    fn add_signed(&mut self, start: usize, end: usize) -> Option<&'static Kind> {
        let name = self.name_before(start, 0);
        let name = self.name_after(&name, start, end);
        self.take_value(start, end);
        // What is much too short for a plate is one only directly behind the word.
        let least = if end - start > SHORTEST_PLATE { Strength::Weak } else { Strength::Listed };
        let named = name.strength >= least;
        let kind = name.kinds.iter().copied().filter(|_| named).find(|kind| kind.looks_like(&self.value));
        let kind = match kind.filter(|kind| !kinds::OTHER.contains(kind)) {
            Some(kind) => kind,
            None if vehicle_plate::fits(&self.value)
                && (self.is_vehicle(start, end) || self.stands_alone(start, end)) =>
            {
                &vehicle_plate::KIND
            }
            // `道路运输证吉HY-287277号`.
            None if name.strength >= Strength::Noun && self.value.contains('-') => kinds::OTHER[0],
            None => return None,
        };
        let reading = self.reading(kind, &name, start, end, 1);
        self.offer_sorted(reading);
        Some(kind)
    }

    /// Is it a plate without the word (`吉A3817警、黑B7K902`)? Set off from the words before it, and police's or a trailer's,
    /// next to another one, or with a vehicle near.
    fn stands_alone(&self, start: usize, end: usize) -> bool {
        const THINGS: [&str; 12] =
            ["座", "室", "楼", "型", "款", "车位", "车库", "次", "名", "馆", "件", "号"];
        let chars = &self.view.chars;
        let opens = start == 0 || self.view.joint(start) >= Joint::Line || {
            let before = chars[start - 1];
            !is_han(before) && !is_sign(before) && !matches!(before, '.' | '-' | '/' | '·' | '《' | '<')
        };
        let after: String = self.view.after(end, 6).iter().collect();
        let sort = matches!(chars[end - 1], '挂' | '学' | '警' | '急')
            && !after.starts_with(['校', '院', '员', '生', '察', '务']);
        if !opens && !sort || THINGS.iter().any(|word| after.starts_with(word)) {
            return false;
        }
        let listed = || {
            let plate = |kind: &Kind| *kind == vehicle_plate::KIND;
            let at = self.view.start(start);
            let pending =
                self.pending.iter().filter(|r| plate(r.kind)).map(|r| self.view.end(self.text, r.end - 1));
            let found = self.findings.last().filter(|f| plate(f.kind)).map(|f| f.end);
            pending.chain(found).any(|end| {
                let between = self.text.get(end..at).unwrap_or("。");
                // `1、赵一 鲁B5L921⏎2、钱二 鲁B88K21`: the next line of a list has it at the same place.
                let next = || {
                    let line = between.trim_start_matches(['\r', ' ', '\u{3000}']).strip_prefix('\n');
                    line.is_some_and(|line| {
                        line.len() <= 24
                            && !line.contains('\n')
                            && line.starts_with(|c: char| c.is_ascii_digit())
                    })
                };
                !between.contains('。') && (between.len() <= 12 && !between.contains('\n') || next())
            })
        };
        // `桂A8K321丰田牌小型客车行驶证`: the make stands before the sort.
        let made = || {
            let words: String = self.view.after(end, 16).iter().collect();
            words.split_once('牌').is_some_and(|(make, rest)| {
                make.chars().all(is_han) && SORTS.iter().any(|sort| rest.starts_with(sort))
            })
        };
        sort || listed() || after.contains('车') || self.view.before(start, 30).contains(&'车') || made()
    }

    /// Do the words around it speak of a vehicle? Models, halls and seats are numbered like plates.
    fn is_vehicle(&self, start: usize, end: usize) -> bool {
        let after = self.view.after(end, 16);
        // `吉A12345（黄）机动车行驶证`: the colour of the plate.
        let colour = match after {
            ['(', _, ')', ..] => 3,
            ['(', _, _, ')', ..] => 4,
            _ => 0,
        };
        let after: String = after[colour..].iter().take(10).collect();
        let before: String = self.view.before(start, 12).iter().collect();
        let behind = after.trim_start_matches(['号', '的', '(']);
        let place =
            ["型", "次", "名", "车位", "车库", "车间", "车站", "车厢", "车道", "库", "厂", "楼", "室", "座"]
                .iter()
                .any(|word| behind.starts_with(word));
        let named = |word: &&str| after.starts_with('号') && behind.contains(*word);
        let sort = SORTS.iter().any(|word| behind.starts_with(word) || before.contains(word) || named(word));
        // `粤B12C45车行驶证`, `粤B12C45号车的声明`
        let sort = sort || behind.starts_with('车');
        sort && !place || before.ends_with('车') || before.contains("牌照")
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

/// `经双阳市自然资源局双自然资复〔2023〕15号`: where an authority's sign starts behind its name, with a character that the
/// name starts with, too.
fn behind_authority(words: &[char]) -> Option<usize> {
    let opens = |i: usize| i <= 1 || matches!(words[i - 1], '省' | '市' | '州' | '共');
    (3..words.len()).rev().find(|&at| {
        "局厅委院会府署队".contains(words[at - 1])
            && (0..at - 2).any(|i| words[i] == words[at] && opens(i))
            && words[at..].len() >= 2
    })
}

/// Do two glyphs make a word that never stands in an expression?
/// Does such a word start here? 受理单 is a paper.
fn stops(words: &[char]) -> bool {
    words.get(..2).is_some_and(is_stop) && !words.starts_with(&['受', '理', '单'])
}

fn is_stop(pair: &[char]) -> bool {
    let [a, b] = *pair else { return false };
    let (word, bit) = stop_bit(a, b);
    // `某某局对长储出〔2026〕15号地块`: what an authority does to it is no sign of its own.
    if matches!(b, '对' | '将' | '就' | '以') && "局府厅委会院部队司所站处".contains(a) {
        return true;
    }
    STOP_BITS[word] >> bit & 1 == 1 && STOPS.contains(&[a, b])
}

/// The words of [`STOPS`] as bits: nine pairs of ten that are none are told by one look.
static STOP_BITS: [u64; 8] = {
    let mut bits = [0; 8];
    let mut i = 0;
    while i < STOPS.len() {
        let (word, bit) = stop_bit(STOPS[i][0], STOPS[i][1]);
        bits[word] |= 1 << bit;
        i += 1;
    }
    bits
};

const fn stop_bit(a: char, b: char) -> (usize, u32) {
    let hash = (a as u32).wrapping_mul(0x9e37_79b1) ^ (b as u32).wrapping_mul(0x85eb_ca77);
    (hash as usize >> 29, hash >> 23 & 63)
}

/// Does a character that never stands in an expression stand here? In the name of a county it does.
fn is_particle(chars: &[char]) -> bool {
    let stop = matches!(
        chars.first(),
        Some(
            '将' | '把'
                | '按'
                | '的'
                | '是'
                | '为'
                | '為'
                | '与'
                | '及'
                | '或'
                | '因'
                | '我'
                | '你'
                | '们'
                | '了'
        )
    );
    stop && !matches!(chars, ['将', '乐', ..])
}

fn is_other(kind: &&'static Kind) -> bool {
    kinds::OTHER.contains(kind)
}

fn is_han(ch: char) -> bool {
    ('一'..='\u{9fff}').contains(&ch)
}

fn is_opening(ch: char) -> bool {
    matches!(ch, '(' | '〔' | '[' | '【')
}

fn is_closing(ch: char) -> bool {
    matches!(ch, ')' | '〕' | ']' | '】')
}
