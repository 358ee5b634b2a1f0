//! Which words name a number (定名), and what kind follows from them and from its shape.

use super::{Named, Picker, Reading, fits, shape};
use crate::finding::{Judgement, Verdict};
use crate::kinds::{self, Kind, masked_id, resident_id, uscc};
use crate::labels::{Hit, Role};
use crate::view::Joint;
use shape::Setting;

/// How sure the words are that they mean this number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Nothing names it.
    Nothing,
    /// The number before it has the label, and only a blank or a line end stands between.
    Joined,
    /// A noun stands somewhere before it in the sentence, or the number before it in a list has the label.
    Weak,
    /// 编号 or the like directly before it, and no noun.
    Generic,
    /// An item of a list whose items before have the label: `；何远，2206…`.
    Listed,
    /// The noun stands directly before it or behind it, or 编号 and a noun together.
    Noun,
    /// The words directly before it name it.
    Field,
}

/// What names a number.
#[derive(Clone)]
pub struct Name {
    pub strength: Strength,
    /// The kinds in question, the likeliest first.
    pub kinds: &'static [&'static Kind],
    /// The glyphs of the words.
    pub span: Option<(usize, usize)>,
    /// The words say that it is nothing to check (邮编).
    pub refused: bool,
}

impl Name {
    const NOTHING: Name = Name { strength: Strength::Nothing, kinds: &[], span: None, refused: false };
}

/// What a check character or a table that agrees adds to a reading's weight.
const PROVED: i32 = 45;

/// How far before a number its noun may stand, in glyphs.
const REACH: usize = 40;

/// Glyphs between two items of a list: a name and its separators.
const LIST_ITEM: usize = 14;

/// How far behind a number its noun may start (`编号为…的医师资格证书`).
const BEHIND: usize = 3;

impl Picker<'_> {
    /// What the words before glyph `start` name, where a token of this many glyphs stands.
    pub(super) fn name_before(&mut self, start: usize, size: usize) -> Name {
        self.search_labels(start);
        let end = self.skip_connectors(start);
        if let Some((hit, span)) = self.hit_at(end) {
            return match hit.label.role {
                Role::Field => Name {
                    strength: Strength::Field,
                    kinds: hit.label.kinds(),
                    span: Some(span),
                    refused: false,
                },
                Role::Noun => Name {
                    strength: Strength::Noun,
                    kinds: hit.label.kinds(),
                    span: Some(span),
                    refused: false,
                },
                Role::None => Name { refused: true, ..Name::NOTHING },
                Role::Number => match self.noun_before(hit.start) {
                    Some(noun) => Name {
                        strength: Strength::Noun,
                        kinds: noun.label.kinds(),
                        span: Some(if noun.end + 2 >= hit.start { (noun.start, span.1) } else { span }),
                        refused: false,
                    },
                    None => Name {
                        strength: Strength::Generic,
                        kinds: kinds::OTHER,
                        span: Some(span),
                        refused: false,
                    },
                },
            };
        }
        if let Some(name) = self.name_in_list(start, size) {
            return name;
        }
        // A field and a sign that does not belong there: `身份证号，2201…`.
        if let Some((hit, span)) = end.checked_sub(1).and_then(|end| self.hit_at(end))
            && hit.label.role == Role::Field
            && !self.view.chars[end - 1].is_alphanumeric()
            && self.view.chars[end - 1] != '。'
        {
            return Name {
                strength: Strength::Field,
                kinds: hit.label.kinds(),
                span: Some(span),
                refused: false,
            };
        }
        match self.noun_before(start) {
            Some(noun) if !noun.label.is_other() || self.is_set_off(start) => Name {
                strength: Strength::Weak,
                kinds: noun.label.kinds(),
                span: Some((noun.start, noun.end)),
                refused: false,
            },
            _ => Name::NOTHING,
        }
    }

    /// Does a sign or a bracket stand before the number, and no word that goes on in it (`民初1234号`)?
    fn is_set_off(&self, start: usize) -> bool {
        start == 0
            || matches!(
                self.view.chars[start - 1],
                ':' | ',' | ';' | '、' | '(' | ')' | '"' | '“' | '”' | '》'
            )
    }

    /// The name, when the words behind the number are taken in too.
    pub(super) fn name_after(&mut self, name: &Name, start: usize, end: usize) -> Name {
        if name.strength >= Strength::Noun && !self.says_of(end) || name.refused {
            return name.clone();
        }
        let mut from = end;
        while from < self.view.len().min(end + 2) && matches!(self.view.chars[from], ')' | '"' | '”' | '》')
        {
            from += 1;
        }
        // `1234号民事判决书` counts the judgement; `1234号的证书` names the certificate.
        let of = [0, 1].into_iter().find(|skip| self.view.chars.get(from + skip) == Some(&'的'));
        let of = of.filter(|&skip| skip == 0 || self.view.chars[from] == '号');
        // `第0045678号押金收据`.
        if of.is_none()
            && start > 0
            && self.view.chars[start - 1] == '第'
            && self.view.chars.get(from) == Some(&'号')
        {
            from += 1;
        }
        from += of.map_or(0, |skip| skip + 1);
        let of = of.is_some();
        self.search_labels(from + 12);
        let behind = if of { BEHIND } else { 0 };
        let ahead = self.hits.iter().rev().take_while(|h| h.start >= from);
        let hit = ahead.filter(|h| h.start <= from + behind).last();
        match hit {
            Some(hit) if hit.label.role == Role::Noun && (of || name.strength < Strength::Noun) => Name {
                strength: Strength::Noun,
                kinds: hit.label.kinds(),
                span: Some((hit.start, hit.end)),
                refused: false,
            },
            _ => name.clone(),
        }
    }

    fn says_of(&self, end: usize) -> bool {
        (end..end + 3).any(|i| self.view.chars.get(i) == Some(&'的'))
    }

    /// Back over what may stand between a label and its number: `：`, `为`, brackets.
    fn skip_connectors(&self, start: usize) -> usize {
        let chars = &self.view.chars;
        let mut at = start;
        while at > 0 && start - at < 4 {
            match chars[at - 1] {
                ':' | '(' | '〔' | '[' | '【' | '=' | '"' | '“' | '‘' | '「' | '.' | '第' | '为' | '是'
                | '系' | '自' | '从' | '由' | '即' | '#' | '№' => {
                    at -= 1;
                }
                _ => break,
            }
        }
        at
    }

    /// The label that ends at this glyph, or directly before a short bracket that ends there, with the glyphs
    /// it covers (`号` behind it included).
    fn hit_at(&self, end: usize) -> Option<(Hit, (usize, usize))> {
        let chars = &self.view.chars;
        let ends_at = |end: usize| {
            let hit = self.hits.iter().rev().take_while(|h| h.end + 40 > end).find(|h| h.end == end);
            hit.map(|hit| (*hit, (hit.start, end)))
        };
        let direct = ends_at(end);
        if direct.is_some() || end == 0 {
            return direct;
        }
        match chars[end - 1] {
            '号' => ends_at(end - 1).map(|(hit, span)| (hit, (span.0, end))),
            ')' | '》' | '”' | '】' => {
                let opening = chars[..end - 1].iter().rev().take(14).position(|c| matches!(c, '(' | '【'));
                ends_at(end - 1).or_else(|| {
                    let open = (end - 1).checked_sub(1 + opening?)?;
                    let inside = chars[open..end].iter().any(|c| c.is_ascii_digit());
                    if inside { None } else { ends_at(open) }
                })
            }
            _ => None,
        }
    }

    /// `A、B`, `A和B`, `张三A；李四B`: the number before has the label.
    fn name_in_list(&self, start: usize, size: usize) -> Option<Name> {
        let Named { start: first, end, name } = self.named.as_ref()?;
        let between = self.view.chars.get(*end..start)?;
        let strength = if between.is_empty() {
            // Two whole numbers under one label are equally long; else the second is the rest of the first.
            if size != end - first {
                return Some(Name::NOTHING);
            }
            Strength::Joined
        } else if between.len() <= 2
            && between.iter().all(|&c| is_separator(c) || matches!(c, '和' | '及' | '与' | '或'))
        {
            Strength::Weak
        } else if between.len() <= LIST_ITEM
            && between.iter().any(|&c| is_separator(c))
            && !between.iter().any(|c| matches!(c, '。' | '●' | '■' | ':'))
            && self.hits.iter().rev().take_while(|h| h.start >= *end).all(|h| h.end > start)
        {
            Strength::Listed
        } else {
            return None;
        };
        let vague = name.strength < Strength::Weak || name.kinds == kinds::OTHER;
        let strength =
            if strength == Strength::Listed && !vague { strength } else { strength.min(name.strength) };
        Some(Name { strength, ..name.clone() })
    }

    /// The nearest noun or field before a glyph, within the sentence.
    fn noun_before(&self, start: usize) -> Option<Hit> {
        let from = start - self.view.before(start, REACH).len();
        let nouns = self.hits.iter().rev().filter(|h| h.end <= start).take_while(|h| h.start >= from);
        let mut nouns = nouns.filter(|h| matches!(h.label.role, Role::Noun | Role::Field));
        nouns.next().copied()
    }

    /// `（2024）吉01民初123号`: a year in brackets or before 年 is part of a longer number.
    pub(super) fn is_year(&self, start: usize, end: usize) -> bool {
        let chars = &self.view.chars;
        let year = end - start == 4 && matches!(chars[start..start + 2], ['1', '9'] | ['2', '0']);
        let before = start.checked_sub(1).map(|i| chars[i]);
        year && (chars.get(end) == Some(&'年')
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

    /// The kind that label and shape together make of the glyphs `start..end`, its judgement and weight.
    /// `self.value` holds them.
    pub(super) fn weigh(
        &self,
        name: &Name,
        start: usize,
        end: usize,
    ) -> Option<(&'static Kind, Judgement, i32)> {
        let value = self.value.as_str();
        if name.refused
            || self.is_year(start, end)
            || is_address(&self.view.chars[end..]) && name.strength < Strength::Noun
        {
            return None;
        }
        let judge = |kind: &'static Kind| self.judge(kind, start, end);
        let vague = name.strength < Strength::Field || name.kinds == kinds::OTHER;
        let proven = if vague { shape::proven(value, self.today) } else { None };
        if let Some(kind) = proven {
            let judgement = judge(kind);
            // What speaks against a proven number (a sex, a year) is said of it, and makes it nothing else.
            if judgement.verdict() < Verdict::Wrong || kind == &masked_id::KIND {
                return Some((kind, judgement, 105));
            }
        }
        if name.strength < Strength::Field && is_counted(&self.view.chars[end..]) {
            return None;
        }
        // Cells of a table joined by chance look like anything.
        let joined = || (start + 1..end).any(|i| self.view.joint(i) != Joint::None);
        if name.strength < Strength::Noun
            && let Some(kind) = shape::near(value, self.setting(start))
            && (value.contains('*') || !joined())
        {
            return Some((kind, judge(kind), 50));
        }
        let (fit, misfit) = match name.strength {
            Strength::Field => (100, 50),
            Strength::Noun => (88, 45),
            Strength::Listed => (66, if value.len() >= 15 { 40 } else { 0 }),
            Strength::Generic => (40, 0),
            Strength::Weak => (65, 0),
            Strength::Joined => (10, 0),
            Strength::Nothing => (0, 0),
        };
        // A short run somewhere behind a noun is a count, a year, a size.
        let fit = if name.strength == Strength::Weak && name.kinds == kinds::OTHER && value.len() < 6 {
            0
        } else {
            fit
        };
        let mut best: Option<(&'static Kind, Judgement, i32)> = None;
        if fit > 0 {
            for &kind in name.kinds {
                // `人民币24⏎1800元`: read with its unit already.
                let read = |r: &Reading| r.start == start && r.end >= end && r.kind == kind;
                if self.pending.iter().any(read) {
                    return None;
                }
                if !(kind.looks_like)(value) {
                    continue;
                }
                let judgement = judge(kind);
                if fits(&judgement) {
                    let proved = if judgement.proved { PROVED } else { 0 };
                    return Some((kind, judgement, fit + proved));
                }
                // A table that agrees counts for more than a doubt.
                let doubted = judgement.proved && judgement.verdict() == Verdict::Doubtful;
                let misfit = if doubted { misfit.max(30) } else { misfit };
                if misfit > 0 && best.is_none() {
                    best = Some((kind, judgement, misfit));
                }
            }
        }
        // Old tax numbers: an identity number and two digits.
        if name.kinds.contains(&&resident_id::KIND)
            && best.as_ref().is_some_and(|b| b.0 == &uscc::KIND)
            && value.len() == 20
        {
            best = None;
        }
        let read_from_text =
            name.kinds.first().is_some_and(|kind| kinds::READERS.iter().any(|r| r.0 == *kind));
        if best.is_none() && misfit > 0 && value.len() >= 5 && !read_from_text {
            // The label names a kind that this cannot be: still a number with a label.
            let other = kinds::OTHER[0];
            if (other.looks_like)(value) {
                return Some((other, judge(other), 5));
            }
        }
        best
    }
}

/// Does a counter stand behind the number (`23456份`)?
pub fn is_counted(after: &[char]) -> bool {
    matches!(
        after,
        [
            '张' | '份'
                | '台'
                | '行'
                | '本'
                | '册'
                | '人'
                | '名'
                | '个'
                | '只'
                | '件'
                | '套'
                | '辆'
                | '户'
                | '次'
                | '吨'
                | '米'
                | '亩'
                | '头'
                | '株'
                | '箱'
                | '袋'
                | '瓶'
                | '平',
            ..
        ]
    ) && !matches!(
        after,
        ['本', '人' | '公' | '单' | '证', ..] | ['人', '民', ..] | ['名', '称', ..] | ['户', '名', ..]
    )
}

/// What stands between the items of a list.
fn is_separator(ch: char) -> bool {
    matches!(ch, '、' | ',' | ';' | '/' | ')' | '(')
}

/// Does an address or the like go on behind the number (`号楼`, `室`, `号车库`)?
fn is_address(after: &[char]) -> bool {
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
