//! Which words name a number (定名): those before it, those behind it, or those of the list it stands in.

use super::signs::is_sign;
use super::{Named, Picker};
use crate::kinds::{self, Confidence, Kind, rows};
use crate::pick::labels::{Hit, Role};
use crate::text::view::Joint;

/// How sure the words are that they mean this number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// The words say that it is nothing to check (邮编).
    Refused,
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
    /// The same, directly behind one as long as it: `箱号A、B`.
    Alike,
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
    /// Those that a second label names for the same number: `统一社会信用代码/身份证号：`.
    pub also: &'static [&'static Kind],
    /// Can the words mean nothing else, however far the number is off?
    pub exact: bool,
    /// The glyphs of the words.
    pub span: Option<(usize, usize)>,
}

impl Name {
    pub(super) const NOTHING: Name =
        Name { strength: Strength::Nothing, kinds: &[], also: &[], exact: false, span: None };

    pub(super) fn new(strength: Strength, kinds: &'static [&'static Kind], span: (usize, usize)) -> Name {
        Name { strength, kinds, also: &[], exact: strength == Strength::Field, span: Some(span) }
    }

    /// All the kinds that are named.
    pub(super) fn all(&self) -> impl Iterator<Item = &'static Kind> + use<> {
        self.kinds.iter().chain(self.also).copied()
    }
}

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
        if start == self.view.paragraph_start(start) {
            return self.name_of_cell(start);
        }
        // A label may end in what else stands between (`NO.`): the nearest place wins.
        let adjacent = (end..=start).rev().find_map(|end| self.hit_at(end));
        if let Some((hit, span)) = adjacent {
            if let Some(kinds) = self.owner_of_registration(&hit, start, size) {
                return Name { exact: false, ..Name::new(Strength::Field, kinds, span) };
            }
            if let Some(noun) = self.owner_of_field(&hit) {
                let strength = if noun.label.names_others() { Strength::Noun } else { Strength::Field };
                return Name::new(strength, noun.label.kinds(), span);
            }
            return match hit.label.role {
                Role::Field => {
                    let also = self.named_too(hit.start, hit.end);
                    Name { also, ..Name::new(Strength::Field, hit.label.kinds(), span) }
                }
                Role::Noun => Name::new(Strength::Noun, hit.label.kinds(), span),
                // `120平方米⏎2206…`: a unit that ended its line.
                Role::None if self.is_unit_apart(&hit, start) => Name::NOTHING,
                Role::None => Name { strength: Strength::Refused, ..Name::NOTHING },
                Role::Number => match self.numbered_before(hit.start) {
                    // `联系人…，编号为94742278的现金支票`: telephones have no such numbers, and one that has its own needs none.
                    Some(noun)
                        if noun.label.kinds().first() == Some(&&kinds::telephone::KIND)
                            && (matches!(self.view.chars[hit.start], '编' | '证')
                                || self.view.chars[noun.end..hit.start].contains(&'。')
                                || self.view.paragraph_start(hit.start) > noun.end
                                || self.view.chars[noun.end..hit.start]
                                    .iter()
                                    .filter(|c| c.is_ascii_digit())
                                    .count()
                                    >= 7) =>
                    {
                        Name::new(Strength::Generic, kinds::OTHER, span)
                    }
                    Some(noun) => {
                        let beside = noun.end + 2 >= hit.start;
                        let span = if beside { (noun.start, span.1) } else { span };
                        // A field before has its own number.
                        let own = noun.label.role == Role::Noun
                            && !self.view.chars[noun.end..hit.start].iter().any(char::is_ascii_digit);
                        Name { exact: own, ..Name::new(Strength::Noun, noun.label.kinds(), span) }
                    }
                    None => match self.listed_before(hit.start) {
                        Some(kinds) => Name::new(Strength::Noun, kinds, span),
                        None => Name::new(Strength::Generic, kinds::OTHER, span),
                    },
                },
            };
        }
        if !self.spots.is_empty() && self.opens_cell(start) {
            return self.name_of_cell(self.view.paragraph_start(start));
        }
        if let Some(name) = self.name_in_list(start, size) {
            return name;
        }
        // `营业执照正本9122…`, `储蓄卡一张（6222…）`.
        if let Some((hit, span)) = self.hit_at(self.skip_copies(end)).filter(|(hit, _)| hit.end < end)
            && hit.label.role == Role::Noun
        {
            return Name::new(Strength::Noun, hit.label.kinds(), span);
        }
        // `毕业证，№1416…`.
        if start > 0
            && let Some(sign) = (end..start).rev().find(|&i| self.view.chars[i] == '№')
            && let Some(noun) = self.numbered_before(sign)
        {
            return Name::new(Strength::Noun, noun.label.kinds(), (sign, sign + 1));
        }
        // `组织机构代码证，号：1234567-3`.
        if let Some(['的' | ',' | '(' | ';', '号']) =
            end.checked_sub(2).map(|from| &self.view.chars[from..end])
            && let Some(noun) = self.noun_before(end - 1)
        {
            return Name::new(Strength::Noun, noun.label.kinds(), (end - 1, end));
        }
        // A field and a sign that does not belong there: `身份证号，2201…`.
        if let Some((hit, span)) = end.checked_sub(1).and_then(|end| self.hit_at(end))
            && hit.label.role == Role::Field
            && !self.view.chars[end - 1].is_alphanumeric()
            && self.view.chars[end - 1] != '。'
        {
            return Name::new(Strength::Field, hit.label.kinds(), span);
        }
        match self.noun_before(start) {
            Some(noun) if !is_free(&noun) || self.is_apart_from_words(&noun, start) => {
                Name::new(Strength::Weak, noun.label.kinds(), (noun.start, noun.end))
            }
            _ => Name::NOTHING,
        }
    }

    /// The noun whose number a field is that many papers have: 卡号 of a 社保卡 or 贷款卡 is no bank card's, 执业证号 of a
    /// 公证员执业证 no lawyer's.
    fn owner_of_field(&self, hit: &Hit) -> Option<Hit> {
        let kinds = hit.label.kinds();
        let card = hit.end - hit.start == 2 && kinds.first() == Some(&&kinds::bank_card::KIND);
        // 机构编码 of an insurance licence is no bank's; 票号 of a cheque is a cheque's.
        let of_several = kinds
            .first()
            .is_some_and(|kind| [rows::financial_licence(), &kinds::receipt_number::KIND].contains(kind));
        let shared =
            hit.label.role == Role::Field && !hit.label.is_other() && (of_several || !hit.label.is_exact());
        if !card && !shared {
            return None;
        }
        let noun = self.noun_before(hit.start)?;
        let named = noun.label.kinds();
        let loan = named.contains(&&kinds::loan_card_code::KIND);
        let owns = match card {
            true => noun.label.names_others() || loan,
            // 票据号码 of a 电子商业汇票 is a draft's.
            false if of_several => {
                let known = |kind: &&Kind| kinds.contains(kind) || kinds::OTHER.contains(kind);
                named.first() != kinds.first() && !noun.label.is_other() && named.iter().all(known)
            }
            false => noun.label.is_other() || named.iter().all(|kind| kinds.contains(kind)),
        };
        (owns && (card || noun.label.role == Role::Noun)).then_some(noun)
    }

    /// The kinds of the certificate whose number 注册号 is: that of a business stands behind a licence, a firm or nothing at
    /// all; behind a trademark's, a guide's or an engineer's paper it is the paper's own, which those of no known form are.
    fn owner_of_registration(
        &mut self,
        hit: &Hit,
        start: usize,
        size: usize,
    ) -> Option<&'static [&'static Kind]> {
        let registration = &&kinds::registration_number::KIND;
        let chars = &self.view.chars;
        let bare =
            matches!(chars[hit.start..hit.end], ['注', '册', .., '号'] | ['登', '记', '注', '册', '号']);
        if !bare || hit.label.role != Role::Field || !hit.label.kinds().contains(registration) {
            return None;
        }
        let noun = self.noun_before(hit.start);
        let named = noun.as_ref().map_or(&[][..], |noun| noun.label.kinds());
        let of_a_firm = |kind: &&'static Kind| {
            [registration, &&kinds::tax_registration::KIND, &&kinds::org_code::KIND].contains(&kind)
        };
        let paper = self.paper_before(hit.start);
        let between = noun.map_or(&[][..], |noun| &chars[noun.end..hit.start]);
        let beside = noun.is_some_and(|noun| self.is_certificate(noun.end)) && !says_firm(between);
        if named.iter().any(of_a_firm) && between.len() <= REACH / 2 || !paper && !beside {
            return None;
        }
        self.take_value(start, start + size);
        // What computes as a business's is one, whatever is lost.
        if kinds::registration_number::check_digit_agrees(&self.value) {
            return None;
        }
        let own = beside && self.noun_fits(named, start, start + size);
        Some(if own { named } else { kinds::OTHER })
    }

    /// Does one of the kinds take the value with nothing against it?
    fn noun_fits(&self, named: &[&'static Kind], start: usize, end: usize) -> bool {
        let fit = |kind: &&'static Kind| {
            let judgement = self.judge(kind, start, end);
            kind.looks_like(&self.value)
                && judgement.verdict() < crate::judgement::Verdict::Doubtful
                && judgement.problems.is_empty()
        };
        named.iter().any(fit)
    }

    /// Does a certificate or the holder of one stand directly before a glyph, whether it is in the list or not?
    fn paper_before(&self, end: usize) -> bool {
        let chars = &self.view.chars;
        let joins = |c: &&char| matches!(**c, ',' | ';' | ':' | '(' | '的' | '之' | '、' | '》' | '"' | '”');
        let bare = |end: usize| end - chars[..end].iter().rev().take(2).take_while(joins).count();
        let end = self.skip_copies(bare(end));
        let end = match chars[..end] {
            [.., '(', '正' | '副', '本', ')'] => end - 4,
            _ => bare(end),
        };
        self.is_certificate(end)
    }

    /// Do the words that end there name a certificate, or who holds one, and no business licence?
    fn is_certificate(&self, end: usize) -> bool {
        let firm = |words: &[char]| words.iter().rev().take(8).collect::<String>();
        match &self.view.chars[..end] {
            [.., '证', '书'] | [.., '证', '明'] | [.., '证'] | [.., '师' | '员' | '标'] => {
                let words: String = firm(&self.view.chars[..end]).chars().rev().collect();
                !["执照", "税务", "机构代码", "营业", "工商"].iter().any(|word| words.contains(word))
            }
            _ => false,
        }
    }

    /// What a label names that stands before another one and parted from it as a second name of the same number.
    fn named_too(&self, start: usize, end: usize) -> &'static [&'static Kind] {
        let chars = &self.view.chars[..start];
        let closed = self.view.chars.get(end) == Some(&')');
        let parted = chars.iter().rev().take(2).take_while(|c| match c {
            '(' => closed,
            c => matches!(c, '/' | '\\' | '|' | '或'),
        });
        let hit = match parted.count() {
            0 => None,
            signs => self.hit_at(start - signs),
        };
        let named = hit.filter(|(hit, _)| {
            hit.label.role == Role::Field && !hit.label.kinds().iter().any(|kind| is_read(kind))
        });
        named.map_or(&[], |(hit, _)| hit.label.kinds())
    }

    /// Does a joint part the number from a word that is the unit of the number before it?
    fn is_unit_apart(&self, hit: &Hit, start: usize) -> bool {
        self.view.joint(start) != Joint::None
            && hit.end == start
            && hit.start > 0
            && self.view.chars[hit.start - 1].is_ascii_digit()
    }

    /// Do no words go on from the noun into the number (`房产证，房屋售价1280000`)?
    fn is_apart_from_words(&self, noun: &Hit, start: usize) -> bool {
        let word = || ('一'..='\u{9fff}').contains(&self.view.chars[start - 1]);
        self.is_set_off(start) || !noun.label.is_other() && !word()
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
        // `税号2201…的公章`: what a field names stays so.
        let named = matches!(name.strength, Strength::Field | Strength::Alike) && name.kinds != kinds::OTHER;
        if named
            || name.strength >= Strength::Noun && !self.says_of(end)
            || name.strength == Strength::Refused
        {
            return name.clone();
        }
        if let Some(name) = self.name_in_bracket(end) {
            return name;
        }
        let paragraph = self.view.paragraph_end(end);
        let mut from = end;
        while from < self.view.len().min(end + 2) && matches!(self.view.chars[from], ')' | '"' | '”' | '》')
        {
            from += 1;
        }
        // `1234号民事判决书` counts the judgement; `1234号的证书` names the certificate.
        let of = [0, 1].into_iter().find(|skip| self.view.chars.get(from + skip) == Some(&'的'));
        let of = of.filter(|&skip| skip == 0 || self.view.chars[from] == '号');
        // `第0045678号押金收据`; `第1234567号商标` has a label that starts with 号.
        self.search_labels(from + 12);
        let opens =
            self.hits.iter().rev().take(6).any(|hit| hit.start == from && hit.label.role == Role::Noun);
        if of.is_none()
            && !opens
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
        // Behind a line end another sentence may start, unless 的 leads over to it.
        let reaches = |h: &&Hit| {
            let parted = (end..=h.start).any(|i| self.view.joint(i) >= Joint::Line);
            // `0431-85012345　收据号：…`: behind a blank it may name what follows.
            let own = || self.view.joint(end) != Joint::None && self.names_next(h.end);
            h.start <= from + behind && h.end <= paragraph && (of || !parted && !own())
        };
        let hit = ahead.filter(reaches).last();
        match hit {
            Some(hit) if hit.label.role == Role::Noun && (of || name.strength < Strength::Noun) => {
                Name::new(Strength::Noun, hit.label.kinds(), (hit.start, hit.end))
            }
            _ => name.clone(),
        }
    }

    /// `2200…3166（账号）`: a field by itself in a bracket behind the number.
    fn name_in_bracket(&mut self, end: usize) -> Option<Name> {
        if self.view.chars.get(end) != Some(&'(') {
            return None;
        }
        self.search_labels(end + 10);
        let behind = self.hits.iter().rev().take_while(|hit| hit.start > end);
        let hit = behind.filter(|hit| hit.start == end + 1 && hit.label.role == Role::Field).last()?;
        let closed = self.view.chars.get(hit.end) == Some(&')');
        closed.then(|| Name::new(Strength::Field, hit.label.kinds(), (hit.start, hit.end)))
    }

    /// Does a colon or another label follow the words that end here?
    fn names_next(&self, end: usize) -> bool {
        let starts = |hit: &&Hit| hit.start >= end;
        self.view.chars.get(end).is_some_and(|&c| matches!(c, ':' | '编' | '证' | '号') || is_sign(c))
            || self.hits.iter().rev().take_while(starts).any(|hit| hit.start <= end + 2)
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
                | '系' | '自' | '从' | '由' | '即' | '#' | '№' | '|' => {
                    at -= 1;
                }
                _ => break,
            }
        }
        // `车架号分别为A、B`
        if at < start && at >= 2 && matches!(chars[at - 2..at], ['分', '别'] | ['依', '次']) {
            at -= 2;
        }
        at
    }

    /// Back over the words for the copy of a certificate or how many of them there are.
    fn skip_copies(&self, end: usize) -> usize {
        const COPIES: [[char; 2]; 10] = [
            ['正', '本'],
            ['副', '本'],
            ['原', '件'],
            ['一', '张'],
            ['一', '本'],
            ['一', '份'],
            ['一', '枚'],
            ['一', '块'],
            ['1', '本'],
            ['1', '张'],
        ];
        let chars = &self.view.chars;
        let mut at = end;
        while at >= 2 && COPIES.iter().any(|copy| chars[at - 2..at] == *copy) {
            at -= 2;
            // 正副本
            at -= usize::from(at > 0 && chars[at..at + 2] == ['副', '本'] && chars[at - 1] == '正');
        }
        at
    }

    /// The label that ends at this glyph, or directly before a short bracket that ends there, with the glyphs
    /// it covers (`号` behind it included).
    pub(super) fn hit_at(&self, end: usize) -> Option<(Hit, (usize, usize))> {
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
            // `会员卡号码`: the label has 号 already.
            '码' if end >= 2 && chars[end - 2] == '号' => {
                ends_at(end - 1).map(|(hit, span)| (hit, (span.0, end)))
            }
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
        if *end <= self.view.paragraph_start(start) {
            return None;
        }
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
            // A number and a series, clipped or not, start alike: `05218001、05219001-9100`.
            let head =
                |at: usize| self.view.chars[at..].iter().take(12).take_while(|c| c.is_ascii_digit()).count();
            let alike = size.abs_diff(end - first) <= 1 || head(start) >= 7 && head(start) == head(*first);
            if alike && size >= 7 { Strength::Alike } else { Strength::Weak }
        } else if between.len() <= LIST_ITEM
            && between.iter().any(|&c| is_separator(c))
            && !between.iter().any(|c| matches!(c, '。' | '●' | '■' | ':' | '.' | '0'..='9'))
            && self.hits.iter().rev().take_while(|h| h.start >= *end).all(|h| h.end > start)
        {
            Strength::Listed
        } else {
            return None;
        };
        let vague = name.strength < Strength::Weak || name.kinds == kinds::OTHER;
        let strength = match strength {
            Strength::Listed if !vague => strength,
            Strength::Alike if vague => Strength::Weak.min(name.strength),
            _ => strength.min(name.strength),
        };
        // One of another length may be the telephone behind the list.
        let exact = name.exact && size == end - first;
        Some(Name { strength, exact, ..name.clone() })
    }

    /// `收据五张：No.0012345、No.0012346…`: what the number right before a label is, where the two are of one list. Its noun
    /// is out of reach at the end of a long one.
    fn listed_before(&self, label: usize) -> Option<&'static [&'static Kind]> {
        let Named { end, name, .. } = self.named.as_ref()?;
        let between = self.view.chars.get(*end..label)?;
        let parts = |c: &char| is_separator(*c) || matches!(c, '和' | '及' | '与' | '号');
        let joined = (1..=3).contains(&between.len()) && between.iter().all(parts);
        (joined && name.strength >= Strength::Noun && name.kinds != kinds::OTHER).then_some(name.kinds)
    }

    /// The nearest noun or field before a glyph; where that is an amount or a date, the noun before it, if there is
    /// one: `收据：编号…，金额500元；编号…`.
    fn numbered_before(&self, start: usize) -> Option<Hit> {
        let nearest = self.noun_before(start).or_else(|| self.noun_of_sentence(start))?;
        let read = |hit: &Hit| hit.label.kinds().first().is_some_and(|kind| is_read(kind));
        // Only in an item of its own: in `利息86.21，代码0803` the code is none of the passbook's.
        let item = start.checked_sub(1).is_some_and(|before| self.view.chars[before] == ';');
        let mut hit = nearest;
        while item && read(&hit) {
            let Some(next) = self.noun_before(hit.start) else { return Some(nearest) };
            hit = next;
        }
        Some(if hit.label.role == Role::Noun { hit } else { nearest })
    }

    /// `毕业证遗失。编号：…`: the noun at the end of the sentence before.
    fn noun_of_sentence(&self, start: usize) -> Option<Hit> {
        let end = start.checked_sub(1).filter(|&end| self.view.chars[end] == '。')?;
        let lost = end.checked_sub(2).map(|from| &self.view.chars[from..end]);
        let lost = matches!(lost, Some(['遗', '失'] | ['丢', '失'] | ['作', '废'] | ['被', '盗']));
        self.noun_before(end).filter(|noun| lost && noun.end + 8 >= end)
    }

    /// The nearest noun or field before a glyph, within the sentence.
    fn noun_before(&self, start: usize) -> Option<Hit> {
        let from = start - self.view.before(start, REACH).len();
        let nouns = self.hits.iter().rev().filter(|h| h.end <= start).take_while(|h| h.start >= from);
        let mut nouns = nouns.filter(|h| matches!(h.label.role, Role::Noun | Role::Field));
        nouns.next().copied()
    }
}

/// Do the words go over to a firm or its licence (`…证书,公司注册号`)?
fn says_firm(words: &[char]) -> bool {
    const FIRMS: [&[char]; 8] = [
        &['公', '司'],
        &['工', '商'],
        &['执', '照'],
        &['企', '业'],
        &['商', '行'],
        &['个', '体'],
        &['商', '户'],
        &['厂'],
    ];
    FIRMS.iter().any(|firm| words.windows(firm.len()).any(|some| some == *firm))
}

/// Is any number as good as another for what the words name (`有房产证，房屋售价1280000`)?
fn is_free(noun: &Hit) -> bool {
    noun.label.kinds().first().is_some_and(|kind| kind.confidence == Confidence::Weak)
}

/// Is it read from the text itself: a date, an amount, a period, a telephone?
fn is_read(kind: &Kind) -> bool {
    kinds::READERS.iter().any(|(reader, _)| *reader == kind)
}

/// What stands between the items of a list.
fn is_separator(ch: char) -> bool {
    matches!(ch, '、' | ',' | ';' | '/' | ')' | '(')
}
