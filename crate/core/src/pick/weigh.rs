//! What kind a number is (定种): label against shape, and how much the reading weighs.

use super::naming::{Name, Strength};
use super::shape::{self, Setting};
use super::units::{is_address, is_counted, is_unit};
use super::weights::{self, DOUBTED, NEAR, NO_MOBILE, PROVED, PROVEN, UNFIT};
use super::{Picker, Reading, fits};
use crate::judgement::{Flaw, Judgement, Severity, Verdict};
use crate::kinds::{
    self, Confidence, Kind, bank_card, masked_id, registration_number, resident_id, resident_id_15,
    tax_registration, uscc,
};
use crate::pick::labels;
use crate::tables::date::Date;
use crate::tables::regions;
use crate::text::view::Joint;

/// What a number is read as: its kind, what is said of it, and what that reading weighs.
pub(super) type Weighed = (&'static Kind, Judgement, i32);

/// What may be a number, with what names it.
pub(super) struct Candidate<'n> {
    name: &'n Name,
    start: usize,
    end: usize,
    value: &'n str,
    /// Does nothing directly before it say what it is?
    vague: bool,
    /// What it is by itself, beyond chance; looked up only where the words are vague.
    proven: Option<&'static Kind>,
}

/// What a step makes of a candidate.
enum Step {
    /// It is for the next one.
    Next,
    /// It is no number, or read elsewhere.
    Nothing,
    Is(&'static Kind, Judgement, i32),
}

/// The kinds that a label names, tried one by one (see [`Picker::by_label`]).
struct Tried {
    /// The one that fits least badly.
    best: Option<Weighed>,
    /// What a number weighs that does not fit.
    misfit: i32,
}

impl Picker<'_> {
    /// `（2024）吉01民初123号`: a year in brackets or before 年 is part of a longer number.
    pub(super) fn is_year(&self, start: usize, end: usize) -> bool {
        let chars = &self.view.chars;
        let year = end - start == 4 && matches!(chars[start..start + 2], ['1', '9'] | ['2', '0']);
        let before = start.checked_sub(1).map(|i| chars[i]);
        // `2010-2019年`
        let span = end - start == 9
            && matches!(chars[start..start + 2], ['1', '9'] | ['2', '0'])
            && matches!(chars[start + 4..start + 7], ['-' | '~', '1', '9'] | ['-' | '~', '2', '0'])
            && chars.get(end) == Some(&'年');
        span || year
            && (chars.get(end) == Some(&'年')
                || matches!(before, Some('(' | '〔' | '[' | '【'))
                    && matches!(chars.get(end), Some(')' | '〕' | ']' | '】')))
    }

    /// What stands directly before a number that has no label.
    fn setting(&self, start: usize) -> Setting {
        let before = self.view.before(start, 8);
        let before = before.strip_suffix(&['(']).unwrap_or(before);
        match before.last() {
            Some(
                '司' | '厂' | '店' | '社' | '部' | '行' | '所' | '馆' | '铺' | '院' | '坊' | '站' | '场',
            ) => Setting::Company,
            _ => Setting::Plain,
        }
    }

    /// Does it stand in a bracket by itself behind what may be a person's name, and no firm's?
    fn is_persons(&self, start: usize, end: usize) -> bool {
        let chars = &self.view.chars;
        let bracketed = start > 0 && chars[start - 1] == '(' && chars.get(end) == Some(&')');
        let before = self.view.before(start, 8);
        let name = before.iter().rev().skip(1).take_while(|c| ('一'..='\u{9fff}').contains(*c)).count();
        bracketed && (2..=4).contains(&name) && self.setting(start) == Setting::Plain
    }

    /// Does a counter stand behind the glyphs, in the same paragraph? Nothing is counted in tens of millions, and
    /// behind a joint a word may start with what looks like a counter (`张三`, `本科`).
    pub(super) fn is_counted(&self, start: usize, end: usize) -> bool {
        let after = &self.view.chars[end..];
        let word = || matches!(after, ['张' | '本' | '台' | '行' | '名' | '笔' | '部' | '条' | '平' | '头' | '只' | '通', next, ..] if ('一'..='\u{9fff}').contains(next));
        end - start <= 7
            && self.goes_on(end)
            && is_counted(after)
            && (self.view.joint(end) == Joint::None || !word())
    }

    /// Does a unit that is not money stand behind the glyphs before `end`, on the same line (合计1500千克)?
    fn measures(&self, end: usize) -> bool {
        end < self.view.len()
            && self.view.joint(end) < Joint::Line
            && kinds::amount::counts_something_else(&self.view.chars[end..])
    }

    /// Does an address go on behind them, in the same paragraph? No house has a number of more than eight digits.
    fn is_address(&self, start: usize, end: usize) -> bool {
        let chars = &self.view.chars;
        let street = |c: &char| matches!(c, '路' | '街' | '巷' | '弄');
        let numbered = || start > 0 && street(&chars[start - 1]) && chars[end] == '号' && end - start <= 5;
        end - start <= 8 && self.goes_on(end) && (is_address(&chars[end..]) || numbered())
    }

    fn goes_on(&self, end: usize) -> bool {
        end < self.view.len() && self.view.joint(end) < Joint::Paragraph
    }

    /// Does the number stand in a cell of its own, a blank, a line end or a rule away from its label?
    fn is_cell(&self, name: &Name, start: usize) -> bool {
        let between = name.span.map_or(&[][..], |(_, end)| self.view.chars.get(end..start).unwrap_or(&[]));
        between.iter().all(|c| *c == '|') && (!between.is_empty() || self.view.joint(start) != Joint::None)
    }

    /// Is there nothing to say against it as one of the kinds that the label names?
    fn fits_label(&self, name: &Name, start: usize, end: usize) -> bool {
        let fit = |kind: &&'static Kind| kind.looks_like(&self.value) && fits(&self.judge(kind, start, end));
        name.strength >= Strength::Weak && name.kinds != kinds::OTHER && name.all().any(|kind| fit(&kind))
    }

    /// What is said of a number that is far from what its label names. It is wrong only where every number that the
    /// words directly before it may mean has one length by its standard: of others there are older forms.
    fn judge_far_off(&self, kind: &'static Kind, name: &Name, start: usize, end: usize) -> Judgement {
        let mut out = match self.value.contains('*') && !kind.looks_like(&self.value) {
            true => self.judge_masked(kind, start, end),
            false => self.judge(kind, start, end),
        };
        let fixed = name.strength == Strength::Field && name.all().all(|kind| kind.one_length);
        for problem in out.problems.iter_mut().filter(|_| !fixed) {
            problem.severity = problem.severity.min(Severity::Doubtful);
        }
        out
    }

    /// The kind that label and shape together make of the glyphs `start..end`, its judgement and weight.
    /// `self.value` holds them.
    ///
    /// The steps are taken in order, and the first that knows decides: what is no number; what the number is by itself;
    /// what its place makes of it; then the kinds that its label names, and at last what a label still makes of a number
    /// that it cannot mean.
    pub(super) fn weigh(&self, name: &Name, start: usize, end: usize) -> Option<Weighed> {
        let value = self.value.as_str();
        if self.is_no_number(name, start, end) {
            return None;
        }
        let vague = name.strength < Strength::Field || name.kinds == kinds::OTHER;
        let proven = if vague { shape::proven(value, self.today) } else { None };
        let number = Candidate { name, start, end, value, vague, proven };
        let steps: [fn(&Self, &Candidate) -> Step; 10] = [
            Self::as_book,
            Self::as_proven,
            Self::as_card_of_a_paper,
            Self::by_fields,
            Self::of_a_cell,
            Self::as_count_or_words,
            Self::as_near,
            Self::of_a_person,
            Self::of_a_firm,
            Self::as_row_of_a_table,
        ];
        for step in steps {
            match step(self, &number) {
                Step::Next => {}
                Step::Nothing => return None,
                Step::Is(kind, judgement, weight) => return Some((kind, judgement, weight)),
            }
        }
        match self.by_label(&number) {
            Ok(tried) => self.though_unfit(&number, tried),
            Err(decided) => decided,
        }
    }

    fn judge_candidate(&self, kind: &'static Kind, number: &Candidate) -> Judgement {
        self.judge(kind, number.start, number.end)
    }

    fn is(&self, kind: &'static Kind, number: &Candidate, weight: i32) -> Step {
        Step::Is(kind, self.judge_candidate(kind, number), weight)
    }

    /// Cells of a table, or lines, joined by chance look like anything.
    fn has_joints(&self, number: &Candidate) -> bool {
        (number.start + 1..number.end).any(|i| self.view.joint(i) != Joint::None)
    }

    /// The words say that it is nothing to check, it has no digit, or is an issue, a year or a house.
    fn is_no_number(&self, name: &Name, start: usize, end: usize) -> bool {
        // `第2024039期`: an issue, a draw.
        let issue = end < self.view.len()
            && self.view.chars[end] == '期'
            && start > 0
            && self.view.chars[start - 1] == '第';
        let countable = |b: u8| b.is_ascii_digit() || b == b'*';
        name.strength == Strength::Refused
            || issue
            || !self.value.bytes().any(countable)
            || self.is_year(start, end)
            || self.is_address(start, end) && name.strength < Strength::Noun
    }

    /// A book's number says itself what it is, and has a check digit.
    fn as_book(&self, number: &Candidate) -> Step {
        let book = number.value.starts_with("ISBN") && number.value.len() >= 14;
        if book && number.name.strength >= Strength::Weak {
            return self.is(kinds::OTHER[0], number, NEAR);
        }
        Step::Next
    }

    /// What it is by itself, beyond chance, where its words are vague.
    fn as_proven(&self, number: &Candidate) -> Step {
        let Some(kind) = number.proven else { return Step::Next };
        let judgement = self.judge_candidate(kind, number);
        let fits_label = || self.fits_label(number.name, number.start, number.end);
        // What speaks against a proven number (a sex, a year) is said of it, and makes it nothing else.
        // Permits are numbered by region and day too: `建筑工程施工许可证411202200808183768`.
        let born = number.value.get(6..10).and_then(|year| year.parse().ok());
        let young = kind == &resident_id::KIND && born.is_some_and(|year: u16| year + 16 > self.today.year());
        if young && fits_label() {
            return Step::Next;
        }
        let told = judgement.verdict() < Verdict::Wrong && (fits(&judgement) || !fits_label());
        if told || kind == &masked_id::KIND { Step::Is(kind, judgement, PROVEN) } else { Step::Next }
    }

    /// `工作证，卡号6228…`: a bank's card kept with a paper that has no kind of its own.
    fn as_card_of_a_paper(&self, number: &Candidate) -> Step {
        let value = number.value;
        if number.vague
            && number.proven.is_none()
            && number.name.strength >= Strength::Noun
            && self.label.ends_with("卡号")
            && (bank_card::is_likely(value) || value.starts_with("62") && bank_card::is_hidden(value))
        {
            return self.is(&bank_card::KIND, number, PROVEN);
        }
        Step::Next
    }

    /// A number of no known kind by its label, which its fields make one.
    fn by_fields(&self, number: &Candidate) -> Step {
        if number.name.kinds == kinds::OTHER
            && number.name.strength >= Strength::Weak
            && let Some(kind) = shape::by_fields(number.value, self.today)
        {
            return self.is(kind, number, PROVEN);
        }
        Step::Next
    }

    /// A row of a table whose cell holds another number than its head says.
    fn of_a_cell(&self, number: &Candidate) -> Step {
        let (name, value) = (number.name, number.value);
        let of_a_cell =
            name.strength == Strength::Field || name.span.is_none() && name.strength == Strength::Noun;
        let whole =
            |kind: &'static Kind| kind.looks_like(value) && is_whole(&self.judge_candidate(kind, number));
        if of_a_cell
            && name.kinds != kinds::OTHER
            && self.is_cell(name, number.start)
            && !name.all().any(whole)
            && let Some(kind) = shape::proven(value, self.today).or_else(|| shape::food(value))
            && let judgement = self.judge_candidate(kind, number)
            && judgement.proved
            && fits(&judgement)
        {
            return Step::Is(kind, judgement, PROVEN);
        }
        Step::Next
    }

    /// Figures before a counter or a unit are none; no more are a count, a word and a year (`ID.4 CROZZ 2024`), whatever
    /// noun the sentence before ends with.
    fn as_count_or_words(&self, number: &Candidate) -> Step {
        let measured = || self.goes_on(number.end) && is_unit(&self.view.chars[number.end..]);
        let words = || {
            number.value.starts_with(|c: char| c.is_ascii_digit())
                && has_word(number.value)
                && self.has_joints(number)
        };
        let named = number.name.strength >= Strength::Field;
        if !named && (self.is_counted(number.start, number.end) || measured() || words()) {
            return Step::Nothing;
        }
        Step::Next
    }

    /// A number without a label that is one slip away from what it was surely meant to be.
    fn as_near(&self, number: &Candidate) -> Step {
        if number.name.strength < Strength::Noun
            && let Some(kind) = shape::near(number.value, self.setting(number.start), self.today)
            && (number.value.contains('*') || !self.has_joints(number))
        {
            return self.is(kind, number, NEAR);
        }
        Step::Next
    }

    /// `声明人：韩某某（220122680915060）`: an old identity number in a person's brackets.
    fn of_a_person(&self, number: &Candidate) -> Step {
        if number.name.strength < Strength::Noun
            && number.value.len() == 15
            && self.is_persons(number.start, number.end)
            && resident_id_15::fits(number.value)
        {
            return self.is(&resident_id_15::KIND, number, NEAR);
        }
        Step::Next
    }

    /// `1. 宏远皮具厂 440111617152869`: behind a firm's name; with a wrong check digit only where the number before was one.
    fn of_a_firm(&self, number: &Candidate) -> Step {
        let value = number.value;
        let region = || value.get(..6).and_then(|six| six.as_bytes().first_chunk().copied());
        if number.name.strength < Strength::Noun
            && value.len() == 15
            && self.setting(number.start) == Setting::Company
            && region().is_some_and(|six| regions::known(&six))
            && value.bytes().all(|b| b.is_ascii_digit())
        {
            let kind = &registration_number::KIND;
            let judgement = self.judge_candidate(kind, number);
            let listed = || {
                self.pending.iter().any(|r| r.kind == kind && r.end <= number.start)
                    || self.findings.last().is_some_and(|f| f.kind == kind)
            };
            if judgement.proved && fits(&judgement) || listed() {
                return Step::Is(kind, judgement, NEAR);
            }
        }
        Step::Next
    }

    /// A row of a table under no label of its own is several cells. Directly behind 编号 it is one number,
    /// letter-spaced, if it has the digits of one: `编号 88 12 345 67`.
    fn as_row_of_a_table(&self, number: &Candidate) -> Step {
        let (start, end) = (number.start, number.end);
        let cells = || (start + 1..end).filter(|&i| self.view.joint(i) != Joint::None).count() >= 3;
        let spaced = || {
            let lone =
                |i: &usize| self.view.joint(*i) != Joint::None && self.view.joint(*i + 1) != Joint::None;
            let generic = number.name.strength == Strength::Generic;
            generic && end - start >= 8 && !(start..end - 1).any(|i| lone(&i))
        };
        if number.name.strength < Strength::Noun && cells() && !spaced() { Step::Nothing } else { Step::Next }
    }

    /// What a number weighs by its label: if it fits, and if it does not.
    fn by_strength(&self, number: &Candidate) -> (i32, i32) {
        let (name, value) = (number.name, number.value);
        let (fit, misfit) = weights::of_label(name.strength, value.len());
        // Eleven digits behind a label that names something else are no mobile telephone.
        let misfit = if name.exact && misfit > 0 && is_mobile(value) { NO_MOBILE } else { misfit };
        // A short run somewhere behind a noun is a count, a year, a size.
        let short = match name.strength {
            Strength::Weak => value.len() < 6,
            // `ID.4 CROZZ 2024`: words, no number.
            Strength::Generic if self.has_joints(number) && has_word(value) => true,
            // `编号从0001排到1000`.
            Strength::Generic => {
                value.len() < 5 && number.start > 0 && self.view.chars[number.start - 1] == '从'
            }
            _ => false,
        };
        let weak = |kind: &&Kind| kind.confidence == Confidence::Weak;
        let vague = name.kinds == kinds::OTHER || name.kinds.iter().all(weak);
        (if short && vague { 0 } else { fit }, misfit)
    }

    /// The first kind that the label names and the number fits; else what was tried. `Err` decides.
    fn by_label(&self, number: &Candidate) -> Result<Tried, Option<Weighed>> {
        let (name, value) = (number.name, number.value);
        let (fit, misfit) = self.by_strength(number);
        let mut best: Option<Weighed> = None;
        for kind in name.all().take_while(|_| fit > 0) {
            // `人民币24⏎1800元`: read with its unit already.
            let read = |r: &Reading| r.start == number.start && r.end >= number.end && r.kind == kind;
            if self.pending.iter().any(read) {
                return Err(None);
            }
            if !kind.looks_like(value) || self.cannot_be(kind, number) {
                continue;
            }
            let judgement = self.judge_candidate(kind, number);
            if self.is_no_telephone(kind, &judgement, number) {
                continue;
            }
            // `电工证T4403…` with a digit too many is no other number.
            if kinds::OTHER.contains(&kind)
                && misfit > 0
                && let Some(near) = shape::near_named(value, name.kinds, self.today)
            {
                return Err(Some((near, self.judge_candidate(near, number), misfit)));
            }
            // A hint that it is written otherwise leaves a kind that was tried before where it is.
            if fits(&judgement) && (best.is_none() || !is_odd(&judgement)) {
                let proved = if judgement.proved { PROVED } else { 0 };
                return Err(Some((kind, judgement, fit + proved)));
            }
            // A table that agrees counts for more than a doubt.
            let doubted = judgement.proved && judgement.verdict() == Verdict::Doubtful;
            let own = if doubted { misfit.max(DOUBTED) } else { misfit };
            // Nineteen digits are a lawful number of 从业资格证, so that an identity number with a digit too many is
            // doubted there, and not wrong beyond doubt.
            let milder = |(other, ..): &Weighed| {
                *other == &resident_id::KIND
                    && value.len() == 19
                    && judgement.exposed.is_some()
                    && judgement.verdict() == Verdict::Doubtful
            };
            if own > 0 && best.as_ref().is_none_or(milder) {
                best = Some((kind, judgement, own));
            }
        }
        Ok(Tried { best, misfit })
    }

    /// Do the words or the length say that it is not of this kind, though the label may mean it?
    fn cannot_be(&self, kind: &'static Kind, number: &Candidate) -> bool {
        let name = number.name;
        // Notaries, experts and others have 执业证 too.
        let no_lawyers = *kind == kinds::lawyer_licence::KIND
            && name.all().any(|kind| kinds::OTHER.contains(&kind))
            && !self.number(number.start, number.end).says("律");
        // Three digits are a number only where the words directly before them say so.
        let short = name.strength < Strength::Field && kinds::other_certificate::is_short(number.value);
        // What a label only stands near to, or names another of, is no amount without a unit.
        let no_amount =
            *kind == kinds::amount::KIND && (name.strength < Strength::Noun || self.measures(number.end));
        no_lawyers || short || no_amount
    }

    /// A telephone, or a card, that a label only stands near to must be proved; none is counted or goes on as a date.
    fn is_no_telephone(&self, kind: &'static Kind, judgement: &Judgement, number: &Candidate) -> bool {
        let telephone = *kind == kinds::telephone::KIND;
        let bare = number.name.strength < Strength::Noun;
        // `13904310026-2024年`: no extension.
        let dated = || matches!(self.view.chars.get(number.end), Some('年' | '月'));
        bare && (telephone || *kind == bank_card::KIND) && !judgement.proved
            || telephone && (self.is_counted(number.start, number.end) || dated())
    }

    /// What a label makes of a number that fits none of its kinds.
    fn though_unfit(&self, number: &Candidate, Tried { mut best, misfit }: Tried) -> Option<Weighed> {
        let (name, value) = (number.name, number.value);
        let judge = |kind: &'static Kind| self.judge_candidate(kind, number);
        // Old tax numbers: an identity number and two digits is no credit code of twenty. Others of that length may be.
        if name.kinds.contains(&&tax_registration::KIND)
            && best.as_ref().is_some_and(|b| b.0 == &uscc::KIND)
            && value.len() == 20
        {
            let kind = &tax_registration::KIND;
            best = Some((kind, judge(kind), misfit))
                .filter(|(_, judgement, _)| judgement.verdict() == Verdict::Wrong);
        }
        if !name.also.is_empty()
            && let Some((kind, _, weight)) = best
            && let Some(meant) = meant_of_two(value, name, kind, self.today)
        {
            return Some((meant, judge(meant), weight));
        }
        if best.is_some() || misfit == 0 {
            return best;
        }
        // An identity number under a label of its own kind is that kind, whatever it starts with.
        if let [kind] = name.kinds
            && (16..=20).contains(&value.len())
            && kind.confidence == Confidence::Sure
            && value.bytes().all(|b| b.is_ascii_alphanumeric())
        {
            return Some((kind, judge(kind), misfit));
        }
        let reader = |kind: &&Kind| kinds::READERS.iter().any(|(reader, _)| reader == kind);
        let read_from_text = name.kinds.first().is_some_and(reader);
        if name.exact
            && !read_from_text
            && let Some(kind) = kept_by_label(name, value)
        {
            return Some((kind, self.judge_far_off(kind, name, number.start, number.end), UNFIT));
        }
        let telephone = &kinds::telephone::KIND;
        if name.strength == Strength::Field
            && name.kinds == [telephone]
            && is_long_telephone(value)
            && !self.has_joints(number)
        {
            return Some((telephone, judge(telephone), misfit));
        }
        // The label names a kind that this cannot be: still a number with a label. `行驶证丢失。ID.4 CROZZ 2024`: words, none.
        let words = || self.has_joints(number) && has_word(value);
        let other = kinds::OTHER[0];
        (value.len() >= 5 && !read_from_text && !words() && other.looks_like(value))
            .then(|| (other, judge(other), UNFIT))
    }
}

/// The kind that a label names beyond doubt, though the number is far from what it should be: cut, doubled, masked.
///
/// Where the label may mean something of no known kind, nothing is claimed.
fn kept_by_label(name: &Name, value: &str) -> Option<&'static Kind> {
    let signs = value.bytes().filter(|b| b.is_ascii_digit() || *b == b'*').count();
    // Hyphens are of another numbering: aircraft (`注册号B-1234`), frames (`车架号GX81-6012345`).
    let plain = value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'*');
    let counted = signs >= 3 || signs >= 1 && value.len() >= 8;
    if value.len() < 5
        || !counted
        || !value.bytes().any(|b| b.is_ascii_digit())
        || !plain
        || !labels::is_exact(name.all())
    {
        return None;
    }
    let masked = || name.all().find(|kind| *kind == &masked_id::KIND);
    if value.contains('*') { masked().or(name.all().next()) } else { name.all().next() }
}

/// Two labels for one number (`统一社会信用代码/身份证号：`) that fits neither: which of them was meant, if not `kind`.
fn meant_of_two(value: &str, name: &Name, kind: &'static Kind, today: Date) -> Option<&'static Kind> {
    let named: Vec<&'static Kind> = name.all().collect();
    let near = shape::near_named(value, &named, today);
    let code = named.contains(&&uscc::KIND) && kind == &resident_id::KIND && uscc::KIND.looks_like(value);
    near.or(code.then_some(&uscc::KIND))
}

/// Is there nothing to say against it, not even how it is written?
fn is_whole(judgement: &Judgement) -> bool {
    fits(judgement) && !is_odd(judgement)
}

/// Is it told that the number is not written as others of the kind?
fn is_odd(judgement: &Judgement) -> bool {
    judgement
        .problems
        .iter()
        .any(|problem| matches!(problem.flaw, Flaw::Length(_) | Flaw::Shape(_) | Flaw::Charset))
}

/// Has it a mobile number's length and first digit?
fn is_mobile(value: &str) -> bool {
    value.len() == 11 && value.starts_with('1') && value.bytes().all(|b| b.is_ascii_digit())
}

/// Does it start like a mobile or a number with its area, and have some digits too many?
fn is_long_telephone(value: &str) -> bool {
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    let plain = value.bytes().all(|b| b.is_ascii_digit() || b == b'-') && !value.contains("--");
    let parted = value.find('-');
    let landline = value.starts_with('0') && parted.is_none_or(|at| (3..=4).contains(&at));
    let mobile = matches!(value.as_bytes(), [b'1', b'3'..=b'9', ..]) && parted.is_none();
    plain && (landline && (13..=20).contains(&digits) || mobile && (12..=20).contains(&digits))
}

/// Do four letters or more stand side by side?
fn has_word(value: &str) -> bool {
    value.split(|c: char| !c.is_ascii_alphabetic()).any(|run| run.len() >= 4)
}
