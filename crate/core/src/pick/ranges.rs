//! Ranges with words in them (起止号): `00244217号起至00244230号`, `No.00244217—No.00244230`, `收据1-5号`; and the two
//! lines of a bill with a stroke between them (`10202211/00812345`).
//!
//! Tokens end at 号, at a point and at a stroke; here what goes on behind them is read as one, where the label
//! names something that is numbered so.

use super::apart::Apart;
use super::counts::is_counted;
use super::naming::{Name, Strength};
use super::signs::is_sign;
use super::weights::{BILL, RANGE, TOKEN};
use super::{Named, Picker, Reading, fits};
use crate::judgement::{Fact, Judgement};
use crate::kinds::{Kind, amount, cheque_number, range};
use crate::text::view::Joint;

/// The kind of a reading, its judgement and its weight.
type Weighed = (&'static Kind, Judgement, i32);

/// The digits of one number in a range.
const LONGEST: usize = 20;

impl Picker<'_> {
    /// Offers the range or the bill that starts with the run at a glyph.
    pub(super) fn add_range(&mut self, at: usize) {
        if !self.may_be_range(at) {
            return;
        }
        if let Some(end) = self.range_end(at) {
            let name = self.name_before(at, 0);
            let name = self.name_after(&name, at, end);
            self.take_value(at, end);
            self.take_label(name.span);
            let range = range::parse(&self.value).or_else(|| range::parse_short(&self.value)).is_some();
            if range && name.strength >= Strength::Noun {
                let weighed = self.weigh(&name, at, end).filter(|(_, judgement, _)| fits(judgement));
                self.offer_whole(at, end, &name, weighed);
                if self.clipped_ends(end + 1) {
                    self.add_worded(end + 1);
                }
            }
        }
        if let Some(end) = self.pairs_end(at) {
            let name = self.name_before(at, 0);
            let name = self.name_after(&name, at, end);
            if let Some(kind) = name.kinds.iter().copied().find(|kind| is_counted(kind)) {
                self.take_value(at, end);
                let mut judgement = Judgement::default();
                let count = range::parse(&self.value).and_then(|range| range.count());
                judgement.facts.extend(count.map(Fact::Count));
                self.offer_whole(at, end, &name, Some((kind, judgement, BILL)));
            }
        }
        if let Some((start, end)) = self.stroke_around(at) {
            let name = self.name_before(start, 0);
            self.take_value(start, end);
            self.take_label(name.span);
            let kind = &cheque_number::KIND;
            if name.strength >= Strength::Noun && name.kinds.contains(&kind) && kind.looks_like(&self.value) {
                let judgement = self.judge(kind, start, end);
                // A stroke stands between two numbers as well: the bank's class tells, or the letters.
                let one = judgement.proved || self.view.chars[start].is_ascii_alphabetic();
                // What the words say otherwise is told of the whole bill.
                let whole = fits(&judgement) || cheque_number::is_another_sort(&judgement);
                let weighed = (one && whole).then_some((kind, judgement, BILL));
                self.offer_whole(start, end, &name, weighed);
            }
        }
    }

    /// The last digits alone of what goes on with the number before: `号码00244217、18、219`.
    pub(super) fn add_short(&mut self, at: usize) {
        let chars = &self.view.chars;
        let Some(before) = at.checked_sub(1).filter(|&i| matches!(chars[i], '、' | '和' | '及')) else {
            return;
        };
        let digits = chars[at..].iter().take(4).take_while(|c| c.is_ascii_digit()).count();
        let end = at + digits;
        let closed = chars.get(end).is_none_or(|c| "、，,;。号声作共()和及".contains(*c));
        let Some(Named { start: first, end: last, name }) = &self.named else { return };
        let before = before - usize::from(chars[before - 1] == '号');
        let listed = *last == before && (last - first >= 6 || last - first == digits);
        if !(2..=3).contains(&digits) || !closed || !listed || name.strength < Strength::Noun {
            return;
        }
        let next = chars[last - digits..*last] < chars[at..end];
        let whole = chars[*first..*last].iter().all(char::is_ascii_digit);
        let kind = name.kinds.iter().copied().find(|kind| is_counted(kind));
        if let Some(kind) = kind.filter(|_| next && whole) {
            let (name, label) = (name.clone(), None);
            self.named = Some(Named { start: at, end, name });
            let judgement = Judgement::default();
            self.offer_sorted(Reading { start: at, end, kind, judgement, label, weight: RANGE + TOKEN });
        }
    }

    /// `05218001至200，300美元`: does a clipped series end before the comma there? It parts, and groups no figures.
    pub(super) fn clipped_ends(&self, at: usize) -> bool {
        let chars = &self.view.chars[..at.min(self.view.chars.len())];
        let [before @ .., ','] = chars else { return false };
        let digits = |text: &[char]| text.iter().rev().take_while(|c| c.is_ascii_digit()).count();
        let last = digits(before);
        let [first @ .., '至' | '到' | '~'] = &before[..before.len() - last] else { return false };
        at < self.view.chars.len() && (2..=4).contains(&last) && digits(first) >= last + 3
    }

    /// Both ends of a range of amounts that share their unit: `2000-5000元`, `500至1000元`.
    fn sums_at(&self, at: usize) -> Option<(usize, usize)> {
        let chars = &self.view.chars;
        let digits = |from: usize| {
            chars[from.min(chars.len())..].iter().take(10).take_while(|c| c.is_ascii_digit()).count()
        };
        let first = at + digits(at);
        let sign = matches!(chars.get(first), Some('-' | '~' | '至' | '到'));
        let second = first + 1;
        let unit = second + digits(second);
        let figures =
            (2..10).contains(&(first - at)) && (2..10).contains(&(unit - second)) && chars[at] != '0';
        let begins = at == 0
            || !is_sign(chars[at - 1]) && !matches!(chars[at - 1], '-' | '.' | ',' | '~' | '/' | '第');
        let grows = || {
            let value = |from: usize, to: usize| {
                chars[from..to].iter().fold(0, |n, c| 10 * n + c.to_digit(10).unwrap_or(0))
            };
            value(at, first) < value(second, unit)
        };
        (sign
            && figures
            && begins
            && chars.get(unit) == Some(&'元')
            && self.is_joined(at, unit + 1)
            && grows())
        .then_some((first, second))
    }

    /// Offers such amounts.
    pub(super) fn add_sums(&mut self, at: usize) {
        if !self.may_be_range(at) {
            return;
        }
        let Some((first, second)) = self.sums_at(at) else { return };
        let kind = &amount::KIND;
        self.take_value(at, first);
        self.label.clear();
        let judgement = self.judge(kind, at, first);
        let weight = 2 * TOKEN + RANGE;
        self.offer_sorted(Reading { start: at, end: first, kind, judgement, label: None, weight });
        self.add_worded(second);
    }

    /// A glance: what goes on behind the run, or the stroke before it?
    fn may_be_range(&self, at: usize) -> bool {
        let chars = &self.view.chars;
        let lettered = chars[at].is_ascii_alphabetic() || at > 0 && chars[at - 1] == '/';
        let next = || chars[at..].iter().find(|c| !c.is_ascii_digit());
        lettered
            || matches!(next(), Some('号' | '起' | '-' | '~' | '至' | '到' | '/') | Some('A'..='Z' | 'a'..='z'))
    }

    fn offer_whole(&mut self, start: usize, end: usize, name: &Name, weighed: Option<Weighed>) {
        let Some((kind, judgement, weight)) = weighed else { return };
        let label = name.span.filter(|_| name.kinds.contains(&kind));
        let weight = 2 * (weight + TOKEN) + RANGE;
        self.offer_sorted(Reading { start, end, kind, judgement, label, weight });
    }

    /// Where a range ends that has words in it, or few digits and 号 behind them.
    fn range_end(&self, at: usize) -> Option<usize> {
        let chars = &self.view.chars;
        let ch = |i: usize| chars.get(i).copied().unwrap_or('。');
        let skip = |mut i: usize, words: &str| {
            for word in words.chars() {
                i += usize::from(ch(i) == word);
            }
            i
        };
        let number = |from: usize| {
            let lettered = ch(from).eq_ignore_ascii_case(&'n') && ch(from + 1).eq_ignore_ascii_case(&'o');
            let from = if lettered { skip(from + 2, ".") } else { from };
            let digits = chars[from..].iter().take(LONGEST + 1).take_while(|c| c.is_ascii_digit()).count();
            ((1..=LONGEST).contains(&digits) && self.is_joined(from, from + digits))
                .then_some((from + digits, digits))
        };
        let (first, digits) = number(at).filter(|_| ch(at).is_ascii_digit())?;
        let sign = skip(first, "号起");
        let again =
            sign + chars[sign..].iter().take(2).take_while(|c| matches!(c, '-' | '~' | '至' | '到')).count();
        let from = skip(again, "第");
        let (last, _) = number(from).filter(|_| again > sign)?;
        if is_sign(ch(last)) || ch(last) == '-' {
            return None;
        }
        let closed = ch(last) == '号';
        let worded = sign > first || from > again || !chars[from].is_ascii_digit();
        let short =
            digits < 4 && closed && !matches!(ch(last + 1), '楼' | '栋' | '幢' | '门' | '院' | '线' | '铺');
        (worded && digits >= 4 || short).then_some(last + usize::from(closed))
    }

    /// Where a range ends whose numbers have their code before them: `30102130 20037415至30102130 20037417`.
    fn pairs_end(&self, at: usize) -> Option<usize> {
        let chars = &self.view.chars;
        let digits = |from: usize| {
            chars[from.min(chars.len())..].iter().take(2 * LONGEST).take_while(|c| c.is_ascii_digit()).count()
        };
        let len = digits(at);
        let sign = at + len;
        let again = sign + 1;
        if len < 12 || !matches!(chars.get(sign), Some('至' | '到' | '-' | '~')) || digits(again) != len {
            return None;
        }
        let split = (1..len).find(|&i| self.view.joint(at + i) != Joint::None)?;
        let same = chars[at..at + split] == chars[again..again + split];
        let parted = |i: &usize| (1..len).filter(|j| self.view.joint(i + j) != Joint::None).eq([split]);
        (same && split >= 6 && [at, again].iter().all(parted) && chars[at..sign] < chars[again..again + len])
            .then_some(again + len)
    }

    /// The letters or digits on both sides of a stroke, where one side of it is the run at a glyph.
    fn stroke_around(&self, at: usize) -> Option<(usize, usize)> {
        let chars = &self.view.chars;
        let goes_on = |i: &usize| is_sign(chars[*i]) && self.apart(*i) == Apart::No;
        let run = |from: usize| {
            let rest = (from + 1..chars.len()).take_while(goes_on).count();
            chars.get(from).map_or(0, |&c| if is_sign(c) { 1 + rest } else { 0 })
        };
        let back = |to: usize| chars[..to].iter().rev().take_while(|c| is_sign(**c)).count();
        let stroke = |i: usize| chars.get(i) == Some(&'/');
        let (start, stroke) = match at.checked_sub(1) {
            Some(before) if stroke(before) => (before - back(before), before),
            _ => (at, Some(at + run(at)).filter(|&i| stroke(i))?),
        };
        let end = stroke + 1 + run(stroke + 1);
        (start < stroke && end > stroke + 1 && !stroke_follows(chars, end)).then_some((start, end))
    }

    /// Does no line end stand among these glyphs, and nothing of its own?
    fn is_joined(&self, start: usize, end: usize) -> bool {
        (start + 1..end).all(|i| self.view.joint(i) < Joint::Line && self.apart(i) == Apart::No)
    }
}

fn stroke_follows(chars: &[char], at: usize) -> bool {
    chars.get(at) == Some(&'/')
}

#[cfg(test)]
mod tests {
    use crate::notice::Options;

    /// The findings in a line: value, kind, verdict.
    fn told(text: &str) -> String {
        let options = Options::on("2024-04-11".parse().expect("a day"));
        let word = |f: &crate::finding::Finding| format!("{} {} {}", f.value, f.kind.id, f.verdict.name());
        crate::check(text, &options).findings.iter().map(word).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn ranges() {
        for (text, want) in [
            ("遗失收据编号00244217号至00244230号共14份", "00244217号至00244230号 receipt_number verified"),
            (
                "遗失收据，编号自0034501号起至0034550号止，共50份",
                "0034501号起至0034550号 receipt_number verified",
            ),
            ("收据号码No.0034501—No.0034550，声明作废", "0034501-No.0034550 receipt_number plausible"),
            ("遗失收据1-50号，声明作废", "1-50号 receipt_number plausible"),
            ("遗失收款收据一本，编号：1-5号，共5张", "1-5号 receipt_number verified"),
            ("遗失收据第001～050号", "001~050号 receipt_number plausible"),
            (
                "遗失收据3张，号码00244217、18、19，作废",
                "00244217 receipt_number plausible; 18 receipt_number plausible; 19 receipt_number plausible",
            ),
            (
                "遗失收据4张，号码00244217、218、219，作废",
                "00244217 receipt_number plausible; 218 receipt_number plausible; 219 receipt_number doubtful",
            ),
            ("遗失收据，号码00244217、12，作废", "00244217 receipt_number plausible"),
            ("遗失收据，号码00244217、18日声明作废", "00244217 receipt_number plausible"),
            ("遗失收据，住址1-5号楼", ""),
            ("本店位于人民路1-5号", ""),
            (
                "遗失收据30102130 20037415至30102130 20037417，作废",
                "3010213020037415至3010213020037417 receipt_number plausible",
            ),
            (
                "遗失收据0024217号、0024218号",
                "0024217 receipt_number plausible; 0024218 receipt_number plausible",
            ),
        ] {
            assert_eq!(told(text), want, "{text}");
        }
    }

    #[test]
    fn bills() {
        for (text, want) in [
            ("遗失转账支票一张，票号10202221/00812346，作废", "10202221/00812346 cheque_number verified"),
            ("遗失汇票（票号GA/01 00812345）一张", "GA/0100812345 cheque_number plausible"),
            (
                "遗失支票两张，号码00812345/00812346",
                "00812345 cheque_number plausible; 00812346 cheque_number plausible",
            ),
        ] {
            assert_eq!(told(text), want, "{text}");
        }
    }
}
