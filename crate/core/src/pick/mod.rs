//! The best reading of a stretch (取舍): the one place that weighs label against shape.
//!
//! Every run of signs is offered in all its readings: as a date, an amount, a period, a telephone; as one
//! number or, where a blank or a line end stands in it, as several. Each reading has a weight, and the set
//! of readings that do not overlap and weigh most is kept (a best path, not first come first served). So
//! `…2203811777314⏎2024年4月9日` stays a seal code and a date, and `…102610307⏎⏎231声明` becomes one number.

mod agree;
mod apart;
mod cases;
mod cells;
mod counts;
mod expression_end;
mod filings;
pub(crate) mod labels;
mod lettered;
mod naming;
mod plates;
mod ranges;
mod shape;
mod signs;
mod stops;
mod sums;
mod tables;
mod tokens;
mod units;
mod weigh;
mod weights;
mod worded;

use self::labels::Hit;
use crate::finding::{Exposure, Finding};
use crate::judgement::{Exposed, Flaw, Judgement, Problem, Verdict};
use crate::kinds::{self, Confidence, Kind, Number, cheque_number, date};
use crate::order;
use crate::tables::date::Date;
use crate::tables::numerals;
use crate::text::scan::{self, Stretch};
use crate::text::view::{Joint, View};

use apart::Apart;
use cells::Spot;
use naming::{Name, Strength};
use signs::is_sign;
use tables::Tables;
use tokens::{Token, grouped};
use weights::{BROKEN, JOINTS, MORE_JOINTS, TAIL, TOKEN, UNFIT, WHOLE};

/// One way to read some glyphs of the view.
struct Reading {
    /// First glyph.
    start: usize,
    /// One past the last glyph.
    end: usize,
    kind: &'static Kind,
    judgement: Judgement,
    /// The glyphs of its label.
    label: Option<(usize, usize)>,
    weight: i32,
}

/// A token and the name it was given.
struct Named {
    start: usize,
    end: usize,
    name: Name,
}

/// A number of more glyphs than this is none that we know.
const LONGEST: usize = 72;
/// Glyphs before and after a number that its kind may look at.
const AROUND: usize = 60;

/// Reads stretches; keeps its buffers from one to the next.
pub struct Picker<'t> {
    text: &'t str,
    today: Date,
    view: View,
    hits: Vec<Hit>,
    /// Glyphs before this one have been searched for labels.
    searched: usize,
    /// Readings that may still overlap the next ones.
    pending: Vec<Reading>,
    /// The token before and its name: lists share one label.
    named: Option<Named>,
    /// Nothing of the text before this byte is free any more.
    done: usize,
    /// The value and the label that are being judged.
    value: String,
    label: String,
    tokens: Vec<Token>,
    /// The tables met so far, and the cells of the stretch.
    tables: Tables,
    spots: Vec<Spot>,
    findings: Vec<Finding>,
}

impl<'t> Picker<'t> {
    /// A picker for one text.
    pub fn new(text: &'t str, today: Date) -> Picker<'t> {
        Picker {
            text,
            today,
            view: View::default(),
            hits: Vec::new(),
            searched: 0,
            pending: Vec::new(),
            named: None,
            done: 0,
            value: String::new(),
            label: String::new(),
            tokens: Vec::new(),
            tables: Tables::default(),
            spots: Vec::new(),
            findings: Vec::with_capacity(64),
        }
    }

    /// The findings of all stretches read, in text order.
    pub fn finish(mut self) -> Vec<Finding> {
        agree::compare_amounts(self.text, &mut self.findings);
        counts::compare_counts(self.text, &mut self.findings);
        for table in &self.tables.found {
            sums::compare(self.text, table, &mut self.findings);
        }
        self.findings
    }

    /// Reads one stretch; its findings join the others.
    pub fn read(&mut self, stretch: Stretch) {
        self.view.fold(self.text, stretch.start, stretch.end);
        self.hits.clear();
        self.searched = 0;
        self.named = None;
        self.part_cells(stretch);
        let first = self.view.glyph_at(stretch.first.max(self.done));
        let last = self.view.glyph_at(stretch.last);
        // A letter or digits before a blank may belong to it (`Z⏎2462…`).
        let inside = |c: &&char| is_sign(**c) || matches!(**c, '-' | ',');
        let signs = self.view.chars[..first].iter().rev().take(LONGEST).take_while(inside).count();
        let mut at = first - signs;
        // `二0一0年`: figures for the zeros of a year in numerals.
        if self.view.chars.get(at) == Some(&'0') {
            let year = at.saturating_sub(3)..at;
            at = year.rev().find(|&i| date::opens_year(&self.view.chars[i..])).unwrap_or(at);
        }
        while at < last {
            let ch = self.view.chars[at];
            if !self.spots.is_empty()
                && let Some(end) = self.read_money(at)
            {
                at = end;
                continue;
            }
            at = if is_sign(ch) {
                self.read_cluster(at)
            } else if matches!(ch, '(' | '¥' | '$' | '€' | '£' | '+')
                || scan::is_numeral(ch) && self.numeral_starts(at)
            {
                self.read_word(at)
            } else {
                at + 1
            };
        }
        self.settle();
    }

    /// All readings of a run of letters, digits and mask signs and of its parts; gives where it ends.
    fn read_cluster(&mut self, start: usize) -> usize {
        if let Some(end) = self.inside_filing(start) {
            return end;
        }
        let mut tokens = std::mem::take(&mut self.tokens);
        let start = start + self.glued_label(start);
        self.split(start, &mut tokens);
        self.add_lettered(start);
        self.add_range(start);
        self.add_short(start);
        self.add_sums(start);
        let end = self.read_tokens(&tokens);
        self.tokens = tokens;
        end
    }

    fn read_tokens(&mut self, tokens: &[Token]) -> usize {
        let end = tokens[tokens.len() - 1].end;
        // `0822⏎2775⏎2024年`: the last group is a year.
        let dated = matches!(self.view.chars.get(end), Some('年' | '月'));
        let grouped = grouped(tokens) && !dated;
        let rows = tokens.len() >= 6 && self.counts_rows(tokens);
        for (i, token) in tokens.iter().enumerate() {
            if self.pending.iter().all(|r| r.end <= token.start) {
                self.settle();
            }
            let worded = if self.says_little(token) { None } else { self.add_worded(token.start) };
            if let Some(worded) = worded
                && worded > token.end
                && tokens.len() == 1
                && !self.goes_over(token.end, worded)
            {
                // A date or an amount that goes on behind the only token leaves nothing to weigh.
                return worded;
            }
            // What stands in a row is a cell by itself, and a count or a sum if it is short.
            if rows && token.end - token.start >= 7 {
                self.add_numbers(&tokens[i..=i], false);
            } else if !rows && (i == 0 || !grouped) {
                self.add_numbers(&tokens[i..], grouped);
            }
        }
        end
    }

    /// Do the tokens stand in rows that are counted at their heads (`1 120000 3500⏎2 130000 3600`)?
    fn counts_rows(&self, tokens: &[Token]) -> bool {
        let count = |token: &Token| -> Option<u32> {
            let digits = &self.view.chars[token.start..token.end];
            let short = digits.len() <= 3 && digits.iter().all(char::is_ascii_digit);
            short.then(|| digits.iter().fold(0, |n, c| 10 * n + c.to_digit(10).unwrap_or(0)))
        };
        let lines = || (1..tokens.len()).filter(|&i| tokens[i].joint >= Joint::Line);
        let mut first = 0;
        let mut rows = 0;
        for next in lines().chain([tokens.len()]) {
            if next - first < 3 || rows > 0 && count(&tokens[first]) != Some(rows + 1) {
                return false;
            }
            match count(&tokens[first]) {
                Some(n) if rows > 0 || n > 0 => rows = n,
                _ => return false,
            }
            first = next;
        }
        lines().next().is_some()
    }

    /// Can the token be neither a date nor an amount, a period or a telephone? A glance spares four readings.
    fn says_little(&self, token: &Token) -> bool {
        let chars = &self.view.chars;
        let masked = || chars[token.start..token.end].contains(&'*');
        match token.end - token.start {
            // `3.优化`, `18人`: too short, unless a unit or the rest of a date or a telephone goes on behind it.
            1..=4 => {
                // `报警电话110`
                if matches!(chars[token.start..token.end], ['1', '1', '0' | '9'] | ['1', '2', '0' | '2']) {
                    return false;
                }
                let after = chars.get(token.end).copied().unwrap_or(' ');
                !(scan::may_follow(after) || after.is_ascii_punctuation() || after.is_ascii_alphanumeric())
                    || after == '.' && !chars.get(token.end + 1).is_some_and(char::is_ascii_digit)
            }
            // Telephones are masked too, longer numbers are none of the four.
            5..14 => false,
            _ => masked(),
        }
    }

    /// The numbers that start with the first of these tokens and take in some of the others.
    fn add_numbers(&mut self, tokens: &[Token], grouped: bool) {
        let start = tokens[0].start;
        let mut name = None;
        let mut cost = 0;
        let (mut first_fits, mut first_short, mut first_vague) = (false, false, false);
        // The first alone has nothing against it; something that may stand apart has been taken in.
        let (mut first_whole, mut apart) = (false, false);
        for (i, token) in tokens.iter().enumerate() {
            if token.end - start > LONGEST || i > 0 && tokens[0].is_list_number {
                break;
            }
            if i > 0 && !token.is_mask {
                cost += if i == 1 { JOINTS[token.joint as usize] } else { MORE_JOINTS };
                cost += if token.is_list_number { WHOLE } else { 0 };
            }
            if grouped && i + 1 < tokens.len() {
                continue;
            }
            let end = token.end;
            // Behind a decimal point stands no number of its own.
            let cut = i > 0 && matches!(self.view.chars.get(end..end + 2), Some(['.', '0'..='9']));
            if end - start < 4 || cut || self.is_decimal(start) {
                continue;
            }
            let name = name.get_or_insert_with(|| self.name_before(start, tokens[0].end - start));
            let name = self.name_after(name, start, end);
            if i == 0 && name.strength > Strength::Nothing && !self.is_year(start, end) {
                self.named = Some(Named { start, end, name: name.clone() });
            }
            self.take_value(start, end);
            self.take_label(name.span);
            let Some((kind, judgement, weight)) = self.weigh(&name, start, end) else { continue };
            let unfit = weight == UNFIT;
            let mut weight = weight + TOKEN * (i as i32 + 1) - cost;
            let whole = fits(&judgement);
            apart |= i > 0 && token.apart > Apart::No;
            let sure = judgement.proved || kind.confidence > Confidence::Weak;
            let misshapen = |p: &Problem| matches!(p.flaw, Flaw::Length(_) | Flaw::Shape(_));
            let short = judgement.problems.iter().any(misshapen);
            // What may stand apart is taken in where nothing else makes the number whole.
            if apart && (first_whole || !whole || short || !(sure || first_short)) {
                continue;
            }
            // `编号JY12201020012⏎682、声明`: whole only with what looks like a list number.
            let better =
                if judgement.proved { !first_fits } else { first_short && judgement.problems.is_empty() };
            let needs_rest = whole && better && token.is_list_number;
            // `证号91230⏎2073361248431C001Q`: what the first line alone might be is any number.
            let meant = i > 0
                && !whole
                && first_vague
                && kind.confidence == Confidence::Sure
                && name.strength >= Strength::Noun
                && self.is_broken(&tokens[..=i]);
            if meant {
                weight += BROKEN;
            }
            if i == 0 {
                first_vague = kind.confidence == Confidence::Weak || unfit;
                first_fits = whole && judgement.proved;
                first_short = short;
                first_whole = whole && !first_short;
            } else if needs_rest && name.strength >= Strength::Noun {
                weight += WHOLE + BROKEN;
            }
            if i == 1 && kind == &cheque_number::KIND && cheque_number::is_another_sort(&judgement) {
                weight += 2 * BROKEN;
            }
            if self.is_tail(tokens.get(i + 1)) || self.is_group(&tokens[0], tokens.get(i + 1)) {
                weight -= TAIL;
            }
            if i > 0 && matches!(self.view.chars.get(end), Some('年' | '月')) {
                weight -= TAIL;
            }
            if i > 0
                && whole
                && (self.is_broken(&tokens[..=i]) || shape::proven(&self.value, self.today).is_some())
            {
                weight += BROKEN;
            }
            if i == 0 && judgement.proved && fits(&judgement) && self.is_apart(tokens.get(1)) {
                cost += WHOLE;
            }
            // Words that do not mean this kind only stood near.
            let label = name.span.filter(|_| name.kinds.contains(&kind));
            self.offer(Reading { start, end, kind, judgement, label, weight });
        }
    }

    /// `0.9876`: does the glyph follow a decimal point?
    fn is_decimal(&self, at: usize) -> bool {
        let chars = &self.view.chars;
        at >= 2
            && chars[at - 1] == '.'
            && chars[at - 2].is_ascii_digit()
            && self.view.joint(at) == Joint::None
    }

    /// Is the numeral at a glyph the first of its own? What stands before a joint, or before the four of a year, may
    /// end a name; 元 ends an amount.
    fn numeral_starts(&self, at: usize) -> bool {
        let chars = &self.view.chars;
        at == 0
            || !scan::is_numeral(chars[at - 1])
            || chars[at - 1] == '元'
            || numerals::starts_anew(chars[at - 1], chars[at])
            || self.view.joint(at) != Joint::None
            || date::opens_year(&chars[at..])
    }

    /// Looks for labels up to this glyph.
    fn search_labels(&mut self, to: usize) {
        let to = to.min(self.view.len());
        if to > self.searched {
            self.searched = labels::find(
                &self.view.chars,
                |i| self.view.joint(i) != Joint::None,
                self.searched,
                to,
                &mut self.hits,
            );
        }
    }

    /// Does a token start at the glyph, behind a joint or inside words?
    fn starts_token(&self, at: usize) -> bool {
        let chars = &self.view.chars;
        is_sign(chars[at]) && is_sign(chars[at - 1]) && self.view.joint(at) != Joint::None
    }

    /// Are one to three digits behind a line end the rest of the number before them (`…8188⏎3，`)? A list number, a
    /// count and what a unit follows are not.
    fn is_tail(&self, next: Option<&Token>) -> bool {
        let ends = |at: usize| {
            let after = |at: usize| self.view.chars.get(at).copied().unwrap_or(' ');
            ",。;)、".contains(after(at)) && !after(at + 1).is_ascii_digit()
        };
        next.is_some_and(|next| {
            let short = next.end - next.start <= 3 && !next.is_list_number && !next.is_mask;
            next.joint == Joint::Line && short && ends(next.end)
        })
    }

    /// `编号 88 12 345 67`: does a letter-spaced number, whose first group is none by itself, go on with this group?
    fn is_group(&self, first: &Token, next: Option<&Token>) -> bool {
        let digits = |token: &Token| self.view.chars[token.start..token.end].iter().all(char::is_ascii_digit);
        let short = |token: &Token| token.end - token.start <= 3 && digits(token);
        let unit = |token: &Token| self.view.chars.get(token.end).is_some_and(|&c| scan::may_follow(c));
        next.is_some_and(|next| {
            short(first)
                && short(next)
                && next.joint == Joint::Blank
                && next.apart == Apart::No
                && !unit(next)
        })
    }

    /// Did the column's edge break the number? Then it starts behind its label, in the middle of a line, and what
    /// stands on the next one is neither a list number nor the start of a date or an amount.
    fn is_broken(&self, tokens: &[Token]) -> bool {
        let rest = |token: &Token| {
            let after = self.view.chars.get(token.end);
            token.joint == Joint::Line
                && !token.is_list_number
                && !after.is_some_and(|&c| scan::may_follow(c))
        };
        tokens[0].joint != Joint::Line && tokens[1..].iter().all(rest)
    }

    /// Is the token behind a whole number a number of its own? One to three digits that count nothing (`8，声明`)
    /// are the rest of the number before them.
    fn is_apart(&self, next: Option<&Token>) -> bool {
        let counts = |after: Option<&char>| after.is_some_and(|c| c.is_alphabetic() && *c != '声');
        next.is_some_and(|next| {
            !next.is_mask && (next.end - next.start >= 4 || counts(self.view.chars.get(next.end)))
        })
    }

    /// Puts the glyphs of the label where kinds read them: `self.label`.
    fn take_label(&mut self, span: Option<(usize, usize)>) {
        self.label.clear();
        if let Some((start, end)) = span {
            self.label.extend(&self.view.chars[start..end]);
        }
    }

    /// Puts the glyphs where kinds read them: `self.value`.
    fn take_value(&mut self, start: usize, end: usize) {
        self.value.clear();
        self.value.extend(&self.view.chars[start..end]);
    }

    /// What a kind says of `self.value`, which stands at the glyphs `start..end`.
    fn judge(&self, kind: &'static Kind, start: usize, end: usize) -> Judgement {
        kind.check(&self.number(start, end))
    }

    /// The same where a part of it is masked and the kind knows of no masks.
    fn judge_masked(&self, kind: &'static Kind, start: usize, end: usize) -> Judgement {
        kinds::masked::check(kind, &self.number(start, end))
    }

    fn number(&self, start: usize, end: usize) -> Number<'_> {
        Number {
            value: &self.value,
            label: &self.label,
            before: self.view.before(start, AROUND),
            after: self.view.after(end, AROUND),
            today: self.today,
        }
    }

    fn offer(&mut self, reading: Reading) {
        let before_done = self.view.start(reading.start) < self.done;
        if !before_done {
            self.pending.push(reading);
        }
    }

    /// Keeps the best path through the pending readings.
    fn settle(&mut self) {
        let mut readings = std::mem::take(&mut self.pending);
        if readings.len() > 1 {
            readings = best_path(readings);
        }
        for reading in readings.drain(..) {
            self.keep(reading);
        }
        self.pending = readings;
    }

    /// Crosses from glyphs to bytes.
    fn keep(&mut self, reading: Reading) {
        let Reading { start, end, kind, judgement, label, .. } = reading;
        let verdict = judgement.verdict();
        let Judgement { mut problems, facts, exposed, .. } = judgement;
        for problem in &mut problems {
            self.place(problem, start, end);
        }
        // The whole of it for now; `exposure` tells which characters are masked, and how.
        let exposure = exposed.map(|Exposed { what, span }| Exposure {
            what,
            start: self.view.start(start + span.start),
            end: self.view.end(self.text, (start + span.end).clamp(start + 1, end) - 1),
            replacement: String::new(),
            span,
        });
        let glyphs = &self.view.chars;
        self.done = self.view.end(self.text, end - 1);
        self.findings.push(Finding {
            start: self.view.start(start),
            end: self.done,
            kind,
            value: glyphs[start..end].iter().collect(),
            label: match label {
                Some((s, e)) => Some(glyphs[s..e].iter().filter(|c| c.is_alphanumeric()).collect()),
                None => self.head_name(start, kind),
            },
            verdict,
            exposure,
            problems,
            facts,
            suggestions: Vec::new(),
            notice: None,
        });
    }

    fn place(&self, problem: &mut Problem, start: usize, end: usize) {
        let first = (start + problem.start).min(end - 1);
        let last = (start + problem.end).clamp(first + 1, end);
        (problem.start, problem.end) = (self.view.start(first), self.view.end(self.text, last - 1));
    }
}

/// The readings that do not overlap and weigh most together, in the order of their starts.
fn best_path(mut readings: Vec<Reading>) -> Vec<Reading> {
    // They are offered from left to right, but for what stands behind a range and is read with it.
    if !readings.is_sorted_by_key(|r| r.start) {
        readings = order::sorted(readings, |a, b| a.start.cmp(&b.start));
    }
    let after = |end: usize| readings.partition_point(|r| r.start < end);
    // best[i]: the weight of the best set among the readings from the i-th on, and where it starts.
    let mut best = vec![(0, readings.len()); readings.len() + 1];
    for (i, reading) in readings.iter().enumerate().rev() {
        let with = reading.weight + best[after(reading.end)].0;
        best[i] = if with > best[i + 1].0 { (with, i) } else { best[i + 1] };
    }
    let mut kept = Vec::new();
    let mut next = best[0].1;
    while next < readings.len() {
        kept.push(next);
        next = best[after(readings[next].end)].1;
    }
    let mut i = 0;
    readings.retain(|_| {
        i += 1;
        kept.contains(&(i - 1))
    });
    readings
}

/// Does it say nothing against the number?
fn fits(judgement: &Judgement) -> bool {
    judgement.verdict() <= Verdict::Plausible
}
