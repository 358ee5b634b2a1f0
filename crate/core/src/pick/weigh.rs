//! What kind a number is (定种): label against shape, and how much the reading weighs.

use super::apart::is_unit;
use super::naming::{Name, Strength};
use super::shape::{self, Setting};
use super::{Picker, Reading, fits};
use crate::Date;
use crate::finding::{Flaw, Judgement, Severity, Verdict};
use crate::kinds::{
    self, Confidence, Kind, bank_card, masked_id, registration_number, resident_id, resident_id_15,
    tax_registration, uscc,
};
use crate::view::Joint;
use crate::{labels, regions};

/// What a check character or a table that agrees adds to a reading's weight.
const PROVED: i32 = 45;

/// What a number weighs whose check characters, tables or calendar no chance number passes.
const PROVEN: i32 = 105;

/// What a number without a label weighs that is one slip away from such a one.
const NEAR: i32 = 50;

/// What a number with a label weighs that cannot be what the label names.
pub(super) const UNFIT: i32 = 5;

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
    pub(super) fn weigh(
        &self,
        name: &Name,
        start: usize,
        end: usize,
    ) -> Option<(&'static Kind, Judgement, i32)> {
        let value = self.value.as_str();
        // `第2024039期`: an issue, a draw.
        let issue = end < self.view.len()
            && self.view.chars[end] == '期'
            && start > 0
            && self.view.chars[start - 1] == '第';
        let countable = |b: u8| b.is_ascii_digit() || b == b'*';
        if name.strength == Strength::Refused
            || issue
            || !value.bytes().any(countable)
            || self.is_year(start, end)
            || self.is_address(start, end) && name.strength < Strength::Noun
        {
            return None;
        }
        let judge = |kind: &'static Kind| self.judge(kind, start, end);
        // A book's number says itself what it is, and has a check digit.
        if value.starts_with("ISBN") && value.len() >= 14 && name.strength >= Strength::Weak {
            return Some((kinds::OTHER[0], judge(kinds::OTHER[0]), NEAR));
        }
        let vague = name.strength < Strength::Field || name.kinds == kinds::OTHER;
        let proven = if vague { shape::proven(value, self.today) } else { None };
        'proven: {
            let Some(kind) = proven else { break 'proven };
            let judgement = judge(kind);
            // What speaks against a proven number (a sex, a year) is said of it, and makes it nothing else.
            // Permits are numbered by region and day too: `建筑工程施工许可证411202200808183768`.
            let young = kind == &resident_id::KIND
                && value
                    .get(6..10)
                    .and_then(|y| y.parse().ok())
                    .is_some_and(|y: u16| y + 16 > self.today.year());
            if young && self.fits_label(name, start, end) {
                break 'proven;
            }
            let told = judgement.verdict() < Verdict::Wrong
                && (fits(&judgement) || !self.fits_label(name, start, end));
            if told || kind == &masked_id::KIND {
                return Some((kind, judgement, PROVEN));
            }
        }
        // `工作证，卡号6228…`: a card kept with a paper that has no kind of its own.
        if vague
            && proven.is_none()
            && name.strength >= Strength::Noun
            && self.label.ends_with("卡号")
            && (bank_card::is_likely(value) || value.starts_with("62") && bank_card::is_hidden(value))
        {
            return Some((&bank_card::KIND, judge(&bank_card::KIND), PROVEN));
        }
        if name.kinds == kinds::OTHER
            && name.strength >= Strength::Weak
            && let Some(kind) = shape::by_fields(value, self.today)
        {
            return Some((kind, judge(kind), PROVEN));
        }
        // A row of a table whose cell holds another number than its head says.
        let of_a_cell =
            name.strength == Strength::Field || name.span.is_none() && name.strength == Strength::Noun;
        if of_a_cell
            && name.kinds != kinds::OTHER
            && self.is_cell(name, start)
            && !name.all().any(|kind| kind.looks_like(value) && is_whole(&judge(kind)))
            && let Some(kind) = shape::proven(value, self.today).or_else(|| shape::food(value))
            && let judgement = judge(kind)
            && judgement.proved
            && fits(&judgement)
        {
            return Some((kind, judgement, PROVEN));
        }
        let measured = || self.goes_on(end) && is_unit(&self.view.chars[end..]);
        if name.strength < Strength::Field && (self.is_counted(start, end) || measured()) {
            return None;
        }
        // Cells of a table joined by chance look like anything.
        let joined = || (start + 1..end).any(|i| self.view.joint(i) != Joint::None);
        // `ID.4 CROZZ 2024`: a count, a word and a year are no number, whatever noun the sentence before ends with.
        if name.strength < Strength::Field
            && value.starts_with(|c: char| c.is_ascii_digit())
            && has_word(value)
            && joined()
        {
            return None;
        }
        if name.strength < Strength::Noun
            && let Some(kind) = shape::near(value, self.setting(start), self.today)
            && (value.contains('*') || !joined())
        {
            return Some((kind, judge(kind), NEAR));
        }
        // `声明人：韩某某（220122680915060）`
        if name.strength < Strength::Noun
            && value.len() == 15
            && self.is_persons(start, end)
            && resident_id_15::fits(value)
        {
            return Some((&resident_id_15::KIND, judge(&resident_id_15::KIND), NEAR));
        }
        // `1. 宏远皮具厂 440111617152869`: behind a firm's name; with a wrong check digit only where the number before was one.
        if name.strength < Strength::Noun
            && value.len() == 15
            && self.setting(start) == Setting::Company
            && value
                .get(..6)
                .and_then(|six| six.as_bytes().first_chunk().copied())
                .is_some_and(|six| regions::known(&six))
            && value.bytes().all(|b| b.is_ascii_digit())
        {
            let kind = &registration_number::KIND;
            let judgement = judge(kind);
            let listed = || {
                self.pending.iter().any(|r| r.kind == kind && r.end <= start)
                    || self.findings.last().is_some_and(|f| f.kind == kind)
            };
            if judgement.proved && fits(&judgement) || listed() {
                return Some((kind, judgement, NEAR));
            }
        }
        // A row of a table under no label of its own.
        // Directly behind 编号 it is one number, letter-spaced, if it has the digits of one: `编号 88 12 345 67`.
        let cells = || (start + 1..end).filter(|&i| self.view.joint(i) != Joint::None).count() >= 3;
        let spaced = || {
            let lone =
                |i: &usize| self.view.joint(*i) != Joint::None && self.view.joint(*i + 1) != Joint::None;
            name.strength == Strength::Generic && end - start >= 8 && !(start..end - 1).any(|i| lone(&i))
        };
        if name.strength < Strength::Noun && cells() && !spaced() {
            return None;
        }
        // What it weighs if the kind fits, and if it does not but was surely meant.
        let (fit, misfit) = match name.strength {
            Strength::Field => (100, 50),
            Strength::Noun => (88, 45),
            Strength::Alike => (66, 40),
            Strength::Listed => (66, if value.len() >= 15 { 40 } else { 0 }),
            Strength::Weak => (65, 0),
            Strength::Generic => (40, 0),
            Strength::Joined => (10, 0),
            Strength::Nothing | Strength::Refused => (0, 0),
        };
        // Eleven digits behind a label that names something else are no mobile telephone.
        let misfit = if name.exact && misfit > 0 && is_mobile(value) { 90 } else { misfit };
        // A short run somewhere behind a noun is a count, a year, a size.
        let short = match name.strength {
            Strength::Weak => value.len() < 6,
            // `ID.4 CROZZ 2024`: words, no number.
            Strength::Generic if joined() && has_word(value) => true,
            // `编号从0001排到1000`.
            Strength::Generic => value.len() < 5 && start > 0 && self.view.chars[start - 1] == '从',
            _ => false,
        };
        let vague =
            name.kinds == kinds::OTHER || name.kinds.iter().all(|kind| kind.confidence == Confidence::Weak);
        let fit = if short && vague { 0 } else { fit };
        let mut best: Option<(&'static Kind, Judgement, i32)> = None;
        if fit > 0 {
            for kind in name.all() {
                // `人民币24⏎1800元`: read with its unit already.
                let read = |r: &Reading| r.start == start && r.end >= end && r.kind == kind;
                if self.pending.iter().any(read) {
                    return None;
                }
                if !kind.looks_like(value) {
                    continue;
                }
                // Notaries, experts and others have 执业证 too.
                if *kind == kinds::lawyer_licence::KIND
                    && name.all().any(|kind| kinds::OTHER.contains(&kind))
                    && !self.number(start, end).says("律")
                {
                    continue;
                }
                // Three digits are a number only where the words directly before them say so.
                if name.strength < Strength::Field && kinds::other_certificate::is_short(value) {
                    continue;
                }
                // What a label only stands near to, or names another of, is no amount without a unit.
                let bare = name.strength < Strength::Noun;
                if *kind == kinds::amount::KIND && (bare || self.measures(end)) {
                    continue;
                }
                let judgement = judge(kind);
                let weak = *kind == kinds::telephone::KIND || *kind == bank_card::KIND;
                // `13904310026-2024年`: no extension.
                let dated = || matches!(self.view.chars.get(end), Some('年' | '月'));
                if bare && weak && !judgement.proved
                    || *kind == kinds::telephone::KIND && (self.is_counted(start, end) || dated())
                {
                    continue;
                }
                // `电工证T4403…` with a digit too many is no other number.
                if kinds::OTHER.contains(&kind)
                    && misfit > 0
                    && let Some(near) = shape::near_named(value, name.kinds, self.today)
                {
                    return Some((near, judge(near), misfit));
                }
                // A hint that it is written otherwise leaves a kind that was tried before where it is.
                if fits(&judgement) && (best.is_none() || !is_odd(&judgement)) {
                    let proved = if judgement.proved { PROVED } else { 0 };
                    return Some((kind, judgement, fit + proved));
                }
                // A table that agrees counts for more than a doubt.
                let doubted = judgement.proved && judgement.verdict() == Verdict::Doubtful;
                let misfit = if doubted { misfit.max(30) } else { misfit };
                // Nineteen digits are a lawful number of 从业资格证, so that an identity number with a digit too many is
                // doubted there, and not wrong beyond doubt.
                let milder = |(other, ..): &(&'static Kind, Judgement, i32)| {
                    *other == &resident_id::KIND
                        && value.len() == 19
                        && judgement.exposed.is_some()
                        && judgement.verdict() == Verdict::Doubtful
                };
                if misfit > 0 && best.as_ref().is_none_or(milder) {
                    best = Some((kind, judgement, misfit));
                }
            }
        }
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
        // An identity number under a label of its own kind is that kind, whatever it starts with.
        if let [kind] = name.kinds
            && best.is_none()
            && misfit > 0
            && (16..=20).contains(&value.len())
            && kind.confidence == Confidence::Sure
            && value.bytes().all(|b| b.is_ascii_alphanumeric())
        {
            return Some((kind, judge(kind), misfit));
        }
        let read_from_text =
            name.kinds.first().is_some_and(|kind| kinds::READERS.iter().any(|r| r.0 == *kind));
        if best.is_none()
            && misfit > 0
            && name.exact
            && !read_from_text
            && let Some(kind) = kept_by_label(name, value)
        {
            return Some((kind, self.judge_far_off(kind, name, start, end), UNFIT));
        }
        if best.is_none()
            && name.strength == Strength::Field
            && name.kinds == [&kinds::telephone::KIND]
            && is_long_telephone(value)
            && !joined()
        {
            return Some((&kinds::telephone::KIND, judge(&kinds::telephone::KIND), misfit));
        }
        // `行驶证丢失。ID.4 CROZZ 2024`: words, no number.
        let words = || joined() && has_word(value);
        if best.is_none() && misfit > 0 && value.len() >= 5 && !read_from_text && !words() {
            // The label names a kind that this cannot be: still a number with a label.
            let other = kinds::OTHER[0];
            if other.looks_like(value) {
                return Some((other, judge(other), UNFIT));
            }
        }
        best
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

/// Does a counter stand behind the number (`23456份`), and no word that starts like one (`本人`, `户名`)?
pub(super) fn is_counted(after: &[char]) -> bool {
    let counter = after
        .first()
        .is_some_and(|&c| "张份台行本册人名个只件套辆户次吨米亩头株箱袋瓶平部通笔副条枚艘".contains(c));
    counter
        && !matches!(
            after,
            ['本', '人' | '公' | '单' | '证', ..]
                | ['人', '民', ..]
                | ['名', '称', ..]
                | ['户', '名', ..]
                | ['部', '门' | '长', ..]
                | ['通', '知' | '信' | '讯' | '过', ..]
                | ['行', '政', ..]
                | ['个', '人' | '体', ..]
                | [_, '号' | '码' | '称', ..]
        )
}

/// Does an address or the like go on behind the number (`号楼`, `室`, `号车库`)?
pub(super) fn is_address(after: &[char]) -> bool {
    let after: &[char] = match after {
        ['号', rest @ ..] | ['#', rest @ ..] => rest,
        _ => after,
    };
    matches!(
        after,
        ['楼' | '栋' | '幢' | '室' | '层' | '房' | '院' | '门' | '户' | '座', ..]
            | ['单', '元', ..]
            | ['车', '库' | '位', ..]
            | ['仓', '库', ..]
            | ['地', '块', ..]
            | ['商', '铺', ..]
            | ['公', '里', ..]
    )
}
