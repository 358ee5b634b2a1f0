//! The readings in words (文字读法): dates, amounts, periods and telephones, read from the text itself.

use super::apart::Apart;
use super::naming::Strength;
use super::signs::is_sign;
use super::weights::{LABELLED, READING, TELEPHONE, TOKEN};
use super::{Picker, Reading, fits};
use crate::finding::Finding;
use crate::judgement::{Fact, Verdict};
use crate::kinds::telephone::OFFICE;
use crate::kinds::{self, Kind};
use crate::tables::numerals;
use crate::text::border;
use crate::text::view::Joint;

/// Digits of the shortest telephone without its area.
const LOCAL: usize = 7;

/// Digits of a telephone that begins with 400 or 800.
const SERVICE: usize = 10;

/// Bytes before a figure in which its unit may be stated.
const STATED: usize = 2000;

impl Picker<'_> {
    /// A date, amount, period or telephone that starts with something else than a digit or a letter.
    pub(super) fn read_word(&mut self, at: usize) -> usize {
        let found = self.add_worded(at);
        found.unwrap_or(at + 1).max(at + 1)
    }

    /// Tries the kinds that are read from the text itself; gives the end of the longest reading.
    ///
    /// Digits behind a joint may be another number: what cannot be read with them is read without.
    pub(super) fn add_worded(&mut self, at: usize) -> Option<usize> {
        // A joint parts a number from the one before it, and a numeral from a name (`李四⏎15日内`).
        let chars = &self.view.chars;
        let parted = at > 0
            && match self.view.joint(at) {
                Joint::None => chars[at - 1] == '*',
                _ => is_sign(chars[at - 1]) || numerals::is_numeral(chars[at - 1]),
            };
        let parted = parted || self.filing_ends(at) || self.clipped_ends(at);
        let before = if parted { &[] } else { self.view.before(at, 32) };
        let text = &self.view.chars[at..self.view.paragraph_end(at + 1).min(at + 64)];
        let alone = self.joint_inside(at, text.len()).map(|joint| &text[..joint]);
        // What starts another date, amount or period behind a joint is no part of this one.
        let apart = alone.and_then(|alone| {
            let run = alone.len()..self.run_inside(at, text.len());
            // `+86 139-0431-0026`: what stands behind the country's code is no other number.
            let code = |i: usize| i == 3 && matches!(text, ['+', '8', '6', ..]);
            run.filter(|&i| self.starts_token(at + i) && !code(i)).find_map(|i| {
                let apart = self.apart(at + i);
                (apart > Apart::No).then_some((i, apart))
            })
        });
        let listed = parted.then(|| self.telephone_before(at)).flatten();
        let mut lengths = kinds::READERS.map(|(kind, read)| {
            let part = alone.and_then(|alone| read(before, alone));
            let text = match apart {
                Some((end, apart)) if !goes_on(kind, apart) => &text[..end],
                _ => text,
            };
            let shared = || {
                // `财务科:85012345` behind `办公室:85012346`, which had the label; two in a cell under 电话.
                if *kind == kinds::telephone::KIND && (self.is_next_office(at) || self.is_next_in_cell(at)) {
                    return read(&['电', '话', ':'], alone.unwrap_or(text)).filter(|&len| len >= LOCAL);
                }
                let first = listed.filter(|_| *kind == kinds::telephone::KIND)?;
                let read = read(self.view.before(first, 32), alone.unwrap_or(text));
                read.filter(|&len| len >= LOCAL && self.apart(at) == Apart::No)
            };
            (read(before, text).or(part).or_else(shared), part)
        });
        for ((kind, _), (len, part)) in kinds::READERS.iter().zip(&mut lengths) {
            let Some(whole) = *len else { continue };
            if *kind == &kinds::date::KIND && text[whole - 1] == '月' {
                // `2024年4月9号⏎门诊`: 号 at a line's end is the day's.
                let day = text[whole..].iter().take(3).take_while(|c| c.is_ascii_digit()).count();
                let end = whole + day + 1;
                let parted = at + end < self.view.len() && self.view.joint(at + end) >= Joint::Line;
                if matches!(day, 1 | 2) && text.get(end - 1) == Some(&'号') && parted {
                    *len = Some(end);
                }
            } else if *kind == &kinds::amount::KIND && part.is_some() {
                // `￥5000⏎2024年`: what goes on as a date is none of the amount.
                if let Some('年' | '月' | '日' | '-' | '/' | '.' | ':') = text.get(whole) {
                    *len = *part;
                }
            }
        }
        // `（小写）24,300.00`: figures that only a label makes an amount.
        let inside = matches!(before, [.., '0'..='9'] | [.., '0'..='9', '.' | ',']);
        let torn = |alone: &&[char]| matches!(alone, [.., '0'..='9', ',' | '.']);
        let figures = alone.filter(|alone| !torn(alone)).unwrap_or(text);
        let bare = if inside { None } else { kinds::amount::read_bare(self.to_line_end(at, figures)) };
        let mut longest = None;
        for ((kind, _), (len, part)) in kinds::READERS.into_iter().zip(lengths) {
            let bare = bare.filter(|_| len.is_none() && *kind == kinds::amount::KIND);
            let Some(len) = len.or(bare) else { continue };
            let (mut end, part) = (at + len, part.map(|part| at + part));
            let telephone = *kind == kinds::telephone::KIND;
            if telephone && len < 11 && self.is_counted(at, end)
                || *kind == kinds::period::KIND && self.ends_before_unit(at, end)
                || *kind == kinds::date::KIND && self.year_is_glued(at, end)
                || self.name_is_glued(*kind == kinds::amount::KIND, at, end)
                || *kind == kinds::amount::KIND && self.takes_in_others(at, end)
            {
                continue;
            }
            let label = if is_named(kind) { self.label_of(kind, at, len) } else { None };
            if telephone && label.is_none() && self.is_part_of_another(at)
                || bare.is_some() && label.is_none() && !self.is_sum_in_yuan(at, end)
            {
                continue;
            }
            self.take_label(label);
            // A whole telephone at a line's end stays whole, whatever list number opens the next line.
            let whole = part.filter(|&part| part < end).and_then(|part| {
                self.take_value(at, part);
                let judgement = self.judge(kind, at, part);
                let rest = self.view.chars[part..end].iter().filter(|c| c.is_ascii_digit()).count();
                // `400-810-2345⏎24小时`: one for the whole country has ten digits.
                let service = judgement.facts.contains(&Fact::ServiceNumber) && part - at >= SERVICE;
                let proved = judgement.proved || service;
                let apart = || proved || rest >= LOCAL || self.apart(part) > Apart::No;
                let whole = fits(&judgement) && apart();
                (telephone && whole).then_some((part, judgement))
            });
            let judgement = match whole {
                Some((part, judgement)) => {
                    end = part;
                    judgement
                }
                None => {
                    self.take_value(at, end);
                    self.judge(kind, at, end)
                }
            };
            let len = end - at;
            longest = longest.max(Some(end));
            let tokens = 1 + (at + 1..end).filter(|&i| self.starts_token(i)).count();
            let own = if telephone { TELEPHONE } else { READING };
            let labelled = if label.is_some() { LABELLED } else { 0 };
            let weight = own + len as i32 + TOKEN * tokens as i32 + labelled;
            self.offer(Reading { start: at, end, kind, judgement, label, weight });
        }
        longest
    }

    /// `王十⏎一月十日`, `李四　二〇二四年`: is what stands before the first joint among its numerals the end of a name?
    /// Before an amount any word may stand, and only `之一` is surely none of it.
    fn name_is_glued(&self, amount: bool, start: usize, end: usize) -> bool {
        let chars = &self.view.chars;
        let numerals = chars[start..end].iter().take_while(|c| numerals::is_numeral(**c)).count();
        let parted = || (1..numerals).any(|i| self.view.joint(start + i) != Joint::None);
        let before = start.checked_sub(1).map_or('。', |before| chars[before]);
        let year =
            || self.view.joint(start + 1) != Joint::None && kinds::date::opens_year(&chars[start + 1..]);
        numerals > 1
            && parted()
            && if amount { before == '之' } else { kinds::date::is_name(before) || year() }
    }

    /// `单位：元 … 32,133,725.22`: a figure with commas and two decimals below the unit that was stated for it.
    fn is_sum_in_yuan(&self, start: usize, end: usize) -> bool {
        let chars = &self.view.chars[start..end];
        if !chars.contains(&',') || !matches!(chars, [.., '.', '0'..='9', '0'..='9']) {
            return false;
        }
        let to = self.view.start(start);
        let from = border::after(self.text, to.saturating_sub(STATED));
        let Some((_, unit)) = self.text[from..to].rsplit_once("单位") else { return false };
        let unit = unit.trim_start_matches([' ', '\u{3000}', ':', '：']);
        let unit = unit.strip_prefix("人民币").unwrap_or(unit);
        unit.strip_prefix('元').is_some_and(|rest| !rest.starts_with(['/', '／', '每']))
    }

    /// `88 12 345 67 5000元`: figures with blanks inside are one amount where they stand in threes or are spaced evenly.
    pub(super) fn takes_in_others(&self, start: usize, end: usize) -> bool {
        let chars = &self.view.chars;
        let figures = (start..end).take_while(|&i| chars[i].is_ascii_digit()).count();
        let blank = |i: &usize| self.view.joint(*i) == Joint::Blank;
        let mut starts = (start + 1..start + figures).filter(blank);
        let Some(second) = starts.next() else { return false };
        // A single blank is one that slipped in, unless figures stand before it, too, or it parts long ones.
        let listed = start > 0 && chars[start - 1].is_ascii_digit() && blank(&start);
        let whole = second - start >= 5 && start + figures - second >= 4;
        if starts.clone().next().is_none() && !listed {
            return whole;
        }
        let size = |at: usize| (at + 1..start + figures).take_while(|i| !blank(i)).count() + 1;
        let first = second - start;
        let even = |size_of: usize| starts.clone().chain([second]).all(|at| size(at) == size_of);
        !(first <= 3 && even(3) || even(first))
    }

    /// `合计6⏎2024年`: a year of more than four digits over a joint is two numbers.
    fn year_is_glued(&self, start: usize, end: usize) -> bool {
        let chars = &self.view.chars[start..end];
        let digits = chars.iter().take_while(|c| c.is_ascii_digit()).count();
        digits > 4 && (1..digits).any(|i| self.starts_token(start + i))
    }

    /// `营业执照编号:9132097⏎14712996271`: does what looks like a telephone stand under another number's label,
    /// or go on with a number that is not whole without it?
    fn is_part_of_another(&mut self, at: usize) -> bool {
        let chars = &self.view.chars;
        let end = self.view.end(self.text, at.saturating_sub(1));
        let whole = |f: &Finding| f.end == end && f.verdict <= Verdict::Plausible;
        match self.apart(at) {
            Apart::No => {}
            Apart::Maybe
                if !self.findings.last().is_some_and(whole)
                    && !self.pending.iter().any(|r| r.end == at && fits(&r.judgement)) => {}
            _ => return false,
        }
        let parted = at > 0 && is_sign(chars[at - 1]) && self.view.joint(at) != Joint::None;
        if !parted {
            let name = self.name_before(at, 0);
            return name.strength == Strength::Field && !name.kinds.contains(&&kinds::telephone::KIND);
        }
        let named = self.named.as_ref().is_some_and(|named| {
            named.end == at
                && named.name.strength >= Strength::Noun
                && !named.name.kinds.contains(&&kinds::telephone::KIND)
        });
        named && !self.pending.iter().any(|r| r.end == at && r.judgement.proved && fits(&r.judgement))
    }

    /// Where the telephone starts that ends at a glyph: one behind it on the same line shares its label.
    fn telephone_before(&self, at: usize) -> Option<usize> {
        let telephone = &kinds::telephone::KIND;
        let end = self.view.end(self.text, at - 1);
        let pending = self.pending.iter().find(|r| r.end == at && r.kind == telephone).map(|r| r.start);
        let found = || self.findings.last().filter(|f| f.end == end && f.kind == telephone);
        pending.or_else(|| found().map(|f| self.view.glyph_at(f.start)))
    }

    /// Does the name of an office stand before the glyph, and the telephone of another one before that?
    fn is_next_office(&self, at: usize) -> bool {
        let chars = &self.view.chars;
        let office = at.checked_sub(1).filter(|&i| chars[i] == ':');
        let name = office.and_then(|_| kinds::telephone::office(&chars[at.saturating_sub(OFFICE + 2)..at]));
        let Some(end) = name.and_then(|name| at.checked_sub(name + 1)) else { return false };
        let sign = end.checked_sub(1).filter(|&i| matches!(chars[i], '、' | ',' | ';' | '/' | '。'));
        let end = sign.unwrap_or(end);
        end > 0 && self.telephone_before(end).is_some()
    }

    /// Does it stand in one cell of a table with the telephone before it?
    fn is_next_in_cell(&self, at: usize) -> bool {
        let sign = at.checked_sub(1).filter(|&i| matches!(self.view.chars[i], '、' | ',' | ';' | '/'));
        let end = sign.unwrap_or(at);
        end > 0 && self.telephone_before(end).is_some_and(|first| self.is_one_cell(first, at))
    }

    /// How many glyphs from `at` there are to the first joint between two digits or letters, words apart.
    fn joint_inside(&self, at: usize, most: usize) -> Option<usize> {
        (1..self.run_inside(at, most)).find(|&i| self.starts_token(at + i))
    }

    /// How many glyphs from `at` a date, an amount or a telephone in figures may have.
    fn run_inside(&self, at: usize, most: usize) -> usize {
        let chars = &self.view.chars[at..at + most];
        let inside = |c: char| c.is_ascii() || matches!(c, '年' | '月' | '日' | '¥' | '€' | '£');
        chars.iter().take_while(|c| inside(**c)).count()
    }

    /// The glyphs from `at` on to where a line end parts the figures from what follows.
    fn to_line_end<'a>(&self, at: usize, text: &'a [char]) -> &'a [char] {
        let figures = text.iter().take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).count();
        let parted = figures < text.len() && self.view.joint(at + figures) >= Joint::Line;
        if parted { &text[..figures] } else { text }
    }

    /// `…1010⏎⏎天晴`: does a line end part the number from what only looks like its unit?
    pub(super) fn ends_before_unit(&self, start: usize, end: usize) -> bool {
        let parted = |i: usize| !is_sign(self.view.chars[i]) && self.view.joint(i) == Joint::Line;
        let word = self.view.chars[end - 1] == '天'
            && self.view.chars.get(end).is_some_and(|c| "晴气津然空下府使山河地".contains(*c));
        word && (start + 1..end).any(parted)
    }

    /// The glyphs of the words that name a telephone or an amount.
    fn label_of(&mut self, kind: &'static Kind, at: usize, len: usize) -> Option<(usize, usize)> {
        let name = self.name_before(at, len);
        name.span.filter(|_| name.strength >= Strength::Noun && name.kinds.contains(&kind))
    }
}

/// May a number of the kind go on with this behind a joint (`24⏎1800元`, `4⏎5日内`)?
fn goes_on(kind: &Kind, with: Apart) -> bool {
    match with {
        Apart::No => true,
        Apart::Maybe => *kind == kinds::telephone::KIND,
        Apart::Surely => false,
        Apart::Date => *kind == kinds::date::KIND,
        Apart::Amount => *kind == kinds::amount::KIND,
        Apart::Period => *kind == kinds::period::KIND,
    }
}

/// Do words name it where it is printed? Dates and periods go by themselves.
fn is_named(kind: &Kind) -> bool {
    *kind == kinds::telephone::KIND || *kind == kinds::amount::KIND
}
