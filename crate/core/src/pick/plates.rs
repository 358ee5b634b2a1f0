//! Plates of vehicles (车牌号): `吉A12345`, a bicycle's `长春012345`, met at their letters.

use super::naming::Strength;
use super::signs::{is_han, is_sign};
use super::{Picker, fits};
use crate::kinds::{self, Kind, vehicle_plate};
use crate::tables::regions;
use crate::text::view::Joint;

/// Glyphs of a plate that has lost two of its signs.
const SHORTEST_PLATE: usize = 5;

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

impl Picker<'_> {
    /// A province's sign directly before the run (`吉A12345`, `吉DA4310123`): where both start and end.
    pub(super) fn signed(&self, at: usize) -> Option<(usize, usize)> {
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
    pub(super) fn whole_plate(&mut self, start: usize, at: usize, end: usize) -> usize {
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
    pub(super) fn add_bicycle(&mut self, at: usize) -> bool {
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
    pub(super) fn add_signed(&mut self, start: usize, end: usize) -> Option<&'static Kind> {
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
}
