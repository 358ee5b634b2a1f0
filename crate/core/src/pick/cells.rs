//! The cells of a stretch (单元格): nothing goes on over their borders, and the head of the column names what they hold.

use super::naming::{Name, Strength};
use super::weights::CELL;
use super::{Picker, Reading};
use crate::judgement::Verdict;
use crate::kinds::{self, Kind, Number, amount};
use crate::pick::labels::Role;
use crate::text::scan::Stretch;

/// A cell of a table in the view.
#[derive(Clone, Copy)]
pub struct Spot {
    /// First glyph.
    pub start: usize,
    /// One past the last glyph.
    pub end: usize,
    /// The table and the cell in it.
    table: usize,
    cell: usize,
}

impl Picker<'_> {
    /// Looks for tables in the stretch, and parts their cells.
    pub(super) fn part_cells(&mut self, stretch: Stretch) {
        self.spots.clear();
        let seen = self.view.separators;
        let any = seen.tabs || seen.pipes || seen.gaps || seen.blanks || seen.commas;
        let inside = || self.tables.found.last().is_some_and(|table| table.range.end > stretch.start);
        if !any && !inside() {
            return;
        }
        let first = self.tables.look(self.text, stretch.start, stretch.end, seen);
        for (i, table) in self.tables.found.iter().enumerate().skip(first) {
            let from = table.cells.partition_point(|cell| cell.start < stretch.start);
            for (cell, place) in table.cells.iter().enumerate().skip(from) {
                if place.end > stretch.end {
                    break;
                }
                let (start, end) = (self.view.glyph_at(place.start), self.view.glyph_at(place.end));
                if start < end {
                    self.spots.push(Spot { start, end, table: i, cell });
                }
            }
        }
        let starts = self.spots.iter().map(|spot| spot.start);
        let ends = self.tables.found[first..].iter().map(|table| table.range.end);
        self.view.part(starts.filter(|&start| start > 0));
        for end in ends.filter(|&end| end < stretch.end) {
            let glyph = self.view.glyph_at(end);
            self.view.part([glyph].into_iter().filter(|&glyph| glyph > 0));
        }
    }

    /// The cell in which a glyph stands.
    fn spot_at(&self, glyph: usize) -> Option<&Spot> {
        let at = self.spots.partition_point(|spot| spot.start <= glyph).checked_sub(1)?;
        Some(&self.spots[at]).filter(|spot| glyph < spot.end)
    }

    /// Do two glyphs stand in one cell?
    pub(super) fn is_one_cell(&self, first: usize, second: usize) -> bool {
        self.spot_at(first).is_some_and(|spot| second < spot.end)
    }

    /// Does a cell start with the glyph?
    pub(super) fn starts_cell(&self, glyph: usize) -> bool {
        self.spots.binary_search_by_key(&glyph, |spot| spot.start).is_ok()
    }

    /// Does nothing but signs stand before the glyph in its cell?
    pub(super) fn opens_cell(&self, glyph: usize) -> bool {
        let signs = |spot: &Spot| self.view.chars[spot.start..glyph].iter().all(|c| !c.is_alphanumeric());
        self.spot_at(glyph).is_some_and(signs)
    }

    /// The amount that a cell under a head like `本金（元）` holds; gives where it ends.
    pub(super) fn read_money(&mut self, at: usize) -> Option<usize> {
        let spot = *self.spot_at(at)?;
        let table = &self.tables.found[spot.table];
        let column = &table.columns[table.cells[spot.cell].column?];
        let chars = &self.view.chars;
        let lead = &chars[spot.start..at];
        if !column.money || !lead.iter().all(|c| matches!(c, '¥' | '$' | '-' | '(')) {
            return None;
        }
        let mut end = spot.end;
        // The full stop of what the table ends.
        while end > at && matches!(chars[end - 1], '。' | ';' | ',' | '.') {
            end -= 1;
        }
        if end > at && lead.contains(&'(') && chars[end - 1] == ')' {
            end -= 1;
        }
        if at >= end || !amount::is_whole(&chars[at..end]) {
            return None;
        }
        if self.pending.iter().all(|reading| reading.end <= at) {
            self.settle();
        }
        self.take_value(at, end);
        let table = &self.tables.found[spot.table];
        let column = &table.columns[table.cells[spot.cell].column?];
        let kind = &amount::KIND;
        let judgement = kind.check(&Number {
            value: &self.value,
            label: &column.name,
            before: &column.glyphs,
            after: &[],
            today: self.today,
        });
        self.offer(Reading { start: at, end, kind, judgement, label: None, weight: CELL });
        Some(end)
    }

    /// What the head of its column, or else the cell before it in its row, names the number that opens a cell.
    pub(super) fn name_of_cell(&self, start: usize) -> Name {
        let Some(spot) = self.spot_at(start) else { return Name::NOTHING };
        let table = &self.tables.found[spot.table];
        let cell = &table.cells[spot.cell];
        let value: String = self.view.chars[spot.start..spot.end]
            .iter()
            .filter(|c| c.is_alphanumeric() || matches!(c, '*' | '-'))
            .collect();
        if let Some(column) = cell.column.and_then(|column| table.columns.get(column)) {
            let number = Number { value: &value, label: "", before: &[], after: &[], today: self.today };
            let fits = |kind: &&'static Kind| {
                kind.looks_like(&value) && kind.check(&number).verdict() <= Verdict::Plausible
            };
            let like = |kind: &&'static Kind| kind.looks_like(&value);
            let named =
                || column.labels.iter().filter(|label| matches!(label.role, Role::Field | Role::Noun));
            // One column may be for two kinds: 统一社会信用代码/注册号.
            let label = named()
                .find(|label| label.kinds().iter().any(fits))
                .or_else(|| named().find(|label| label.kinds().iter().any(like)))
                .or_else(|| named().next());
            if let Some(label) = label {
                // 合计 of what is no money.
                if label.kinds().first() == Some(&&amount::KIND) && !column.money {
                    return Name::NOTHING;
                }
                // Counts stand under 许可证, too, and numbers of a firm's own under 工号.
                let vague = label.role == Role::Noun || label.is_other();
                let short = vague && value.len() < 6;
                let strength = if short { Strength::Nothing } else { Strength::Noun };
                return Name { strength, kinds: label.kinds(), ..Name::NOTHING };
            }
            if column.labels.iter().any(|label| label.role == Role::None) {
                return Name { strength: Strength::Refused, ..Name::NOTHING };
            }
            let number = column.labels.iter().any(|label| label.role == Role::Number);
            if number && value.len() >= 6 && column.name.chars().count() > 2 {
                return Name { strength: Strength::Generic, kinds: kinds::OTHER, ..Name::NOTHING };
            }
        }
        // `联系电话 | 0431-85012345`.
        let before =
            spot.cell.checked_sub(1).map(|before| &table.cells[before]).filter(|b| b.row == cell.row);
        let Some(before) = before else { return Name::NOTHING };
        let mut end = self.view.glyph_at(before.end);
        if end > 0 && self.view.chars[end - 1] == ':' {
            end -= 1;
        }
        match self.hit_at(end) {
            Some((hit, span)) if hit.label.role == Role::Field => {
                Name::new(Strength::Field, hit.label.kinds(), span)
            }
            Some((hit, span)) if hit.label.role == Role::Noun => {
                Name::new(Strength::Noun, hit.label.kinds(), span)
            }
            Some((hit, _)) if hit.label.role == Role::None => {
                Name { strength: Strength::Refused, ..Name::NOTHING }
            }
            Some((_, span)) => Name::new(Strength::Generic, kinds::OTHER, span),
            None => Name::NOTHING,
        }
    }

    /// The head of the column of a number that opens a cell, if it is what names it.
    pub(super) fn head_name(&self, start: usize, kind: &'static Kind) -> Option<String> {
        if self.spots.is_empty() || !self.opens_cell(start) {
            return None;
        }
        let spot = self.spot_at(start)?;
        let table = &self.tables.found[spot.table];
        let column = table.columns.get(table.cells[spot.cell].column?)?;
        let names = *kind == amount::KIND && column.money
            || column.labels.iter().any(|label| label.kinds().contains(&kind));
        names.then(|| column.name.chars().filter(|c| c.is_alphanumeric()).collect())
    }
}
