//! Sums of tables (表内合计): 合计 columns and 合计 rows against the amounts they sum up.
//!
//! Which columns a total takes in is told by the rows themselves: the set of columns that gives it in most rows. Where
//! none does, only columns whose heads name parts of a debt are added up. Amounts that were rounded to 万元 may be off by
//! as much as rounding makes.

use super::tables::{Cell, Column, Sort, Table, folded};
use crate::finding::Finding;
use crate::judgement::{Fact, Flaw, Severity};
use crate::kinds::amount;

/// What a cell holds for the sums.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Entry {
    /// Nothing, or a stroke for nothing.
    Nil,
    /// An amount: hundredths, what half its last place is worth, its finding.
    Amount { fen: i128, half: i128, finding: usize },
    /// Something that was not read as an amount.
    Unknown,
}

/// The amounts of a table, row by row.
struct Grid {
    width: usize,
    entries: Vec<Entry>,
}

/// A sum that is off: the finding of the total, what the parts come to, across its row or down its column.
struct Off {
    finding: usize,
    row: usize,
    column: usize,
    parts: u128,
    across: bool,
}

/// Compares the totals of a table with their parts.
pub fn compare(text: &str, table: &Table, findings: &mut [Finding]) {
    if !table.columns.iter().any(|column| column.money) {
        return;
    }
    let first = findings.partition_point(|finding| finding.start < table.range.start);
    let last = findings.partition_point(|finding| finding.start < table.range.end);
    let findings = &mut findings[first..last];
    let grid = Grid::new(text, table, findings);
    let mut off = Vec::new();
    across(table, &grid, &mut off);
    down(table, &grid, &mut off);
    for Off { finding, row, column, parts, across } in off {
        let finding = &mut findings[finding];
        let (flaw, name) = if across {
            (Flaw::RowSum { parts }, Fact::Row(table.row_name(text, row)))
        } else {
            (Flaw::ColumnSum { parts }, Fact::Column(table.columns[column].bare_name()))
        };
        finding.object(flaw, Severity::Doubtful);
        finding.facts.push(name);
    }
}

impl Grid {
    fn new(text: &str, table: &Table, findings: &[Finding]) -> Grid {
        let width = table.columns.len();
        let mut entries = vec![Entry::Nil; width * table.rows.len()];
        let mut next = 0;
        for cell in &table.cells {
            next += findings[next..].iter().take_while(|finding| finding.start < cell.start).count();
            let Some(column) = cell.column.filter(|&column| table.columns[column].money) else { continue };
            let inside = findings.get(next).filter(|finding| finding.end <= cell.end);
            entries[cell.row * width + column] = entry(text, cell, next, inside);
        }
        Grid { width, entries }
    }

    fn at(&self, row: usize, column: usize) -> Entry {
        self.entries[row * self.width + column]
    }

    /// What these cells come to, half the last place of the finest, and how many they are; nothing if one was not read.
    fn add(&self, cells: impl Iterator<Item = (usize, usize)>) -> Option<(i128, i128, usize)> {
        let mut sum = (0i128, i128::MAX, 0);
        for (row, column) in cells {
            match self.at(row, column) {
                Entry::Nil => {}
                Entry::Amount { fen, half, .. } => {
                    sum = (sum.0.checked_add(fen)?, sum.1.min(half), sum.2 + 1);
                }
                Entry::Unknown => return None,
            }
        }
        Some(sum)
    }
}

fn entry(text: &str, cell: &Cell, index: usize, finding: Option<&Finding>) -> Entry {
    let Some(finding) = finding else {
        let words = folded(text, &(cell.start..cell.end));
        let nil = matches!(words.as_str(), "-" | "--" | "---" | "/" | "\\" | "无" | "0" | "*" | "N/A");
        return if nil { Entry::Nil } else { Entry::Unknown };
    };
    let lead = text[cell.start..finding.start].trim_end_matches(['¥', '￥', '$']);
    let minus = matches!(lead, "-" | "－" | "−" | "(" | "（");
    let clear = finding.kind == &amount::KIND
        && (lead.is_empty() || minus || lead == "RMB")
        && matches!(
            text[finding.end..cell.end].trim_end_matches(['。', '；', ';', '，', '.']),
            "" | ")" | "）" | "元"
        );
    let worth = amount::worth(&finding.facts).and_then(|amount| i128::try_from(amount.fen).ok());
    match worth {
        Some(fen) if clear => {
            let fen = if minus { -fen } else { fen };
            Entry::Amount { fen, half: half(&finding.value, fen.unsigned_abs()), finding: index }
        }
        _ => Entry::Unknown,
    }
}

/// Half of what the last place of a printed amount is worth, if that is more than 分: 12.35 of 万元 may be 50 元 off.
fn half(value: &str, fen: u128) -> i128 {
    let digits: String = value.chars().filter(char::is_ascii_digit).collect();
    let decimals =
        value.split_once('.').map_or(0, |(_, rest)| rest.chars().filter(char::is_ascii_digit).count());
    // Nothing at all says nothing of its last place.
    let Some(printed) = digits.parse::<u128>().ok().filter(|&printed| printed > 0) else { return i128::MAX };
    // What one in the last place is worth, in 分: 100 for whole 元, 1 for 分.
    let place = fen / printed;
    let plain = 10u128.checked_pow(2u32.saturating_sub(decimals as u32)).unwrap_or(1);
    if place > plain { (place / 2) as i128 } else { 0 }
}

/// Are they the same but for what rounding each of the parts and the sum may make?
fn agree(sum: i128, stated: i128, half: i128, parts: usize) -> bool {
    (sum - stated).abs() <= half.saturating_mul(parts as i128 + 1)
}

/// A set of columns that a total may sum up.
type Parts = Vec<usize>;

/// 合计 at the end of each row, or before its parts.
fn across(table: &Table, grid: &Grid, off: &mut Vec<Off>) {
    for total in 0..table.columns.len() {
        if !table.columns[total].total || !table.columns[total].money {
            continue;
        }
        let sets = sets(&table.columns, total);
        let stated: Vec<(usize, i128, i128, usize)> = (0..table.rows.len())
            .filter(|&row| table.rows[row].sort != Sort::Head)
            .filter_map(|row| match grid.at(row, total) {
                Entry::Amount { fen, half, finding } => Some((row, fen, half, finding)),
                _ => None,
            })
            .collect();
        let fits = |set: &Parts, row: usize, fen: i128, half: i128| {
            let (sum, rounding, parts) = grid.add(set.iter().map(|&column| (row, column)))?;
            (parts > 0).then_some((sum, agree(sum, fen, rounding.min(half), parts)))
        };
        // Rows that the set explains, and those it does not.
        let score = |set: &Parts| {
            let told = stated.iter().filter_map(|&(row, fen, half, _)| fits(set, row, fen, half));
            told.fold((0, 0), |(right, wrong), (_, fit)| {
                (right + usize::from(fit), wrong + usize::from(!fit))
            })
        };
        let scores: Vec<(usize, usize)> = sets.iter().map(score).collect();
        let best = (0..sets.len()).rev().max_by_key(|&i| scores[i].0);
        let Some(best) = best else { continue };
        let (right, wrong) = scores[best];
        // Where no row speaks for it, the heads must; where many speak against it, something else was added up.
        let clear =
            sets[0].iter().all(|&column| is_part(&table.columns[column])) && is_whole(&table.columns, total);
        let meant = right > 0 && wrong <= right || clear && wrong <= right.max(2);
        if !meant {
            continue;
        }
        let set = if right == 0 { &sets[0] } else { &sets[best] };
        for &(row, fen, half, finding) in &stated {
            if let Some((sum, false)) = fits(set, row, fen, half)
                && let Ok(parts) = u128::try_from(sum)
            {
                off.push(Off { finding, row, column: total, parts, across: true });
            }
        }
    }
}

/// The sets of columns that a total may sum up, the likeliest first.
fn sets(columns: &[Column], total: usize) -> Vec<Parts> {
    let plain = |&i: &usize| columns[i].money && !columns[i].total && !columns[i].price;
    let before = (0..total).rev().find(|&i| columns[i].money && columns[i].total);
    let after =
        (total + 1..columns.len()).find(|&i| columns[i].money && columns[i].total).unwrap_or(columns.len());
    let near: Parts = (before.map_or(0, |i| i + 1)..total).filter(plain).collect();
    let behind: Parts = (total + 1..after).filter(plain).collect();
    let mut sets = vec![near.clone()];
    if let Some(before) = before {
        sets.push([vec![before], near].concat());
        sets.push((0..total).filter(plain).collect());
        // Every subtotal before it.
        sets.push((0..total).filter(|&i| columns[i].money && columns[i].total).collect());
    }
    sets.push(behind);
    sets.push((0..columns.len()).filter(plain).collect());
    let debt: Parts = (0..columns.len()).filter(plain).filter(|&i| is_part(&columns[i])).collect();
    sets.push(debt);
    sets.retain(|set| set.len() > 1);
    sets
}

/// Does the head name a part of a debt?
fn is_part(column: &Column) -> bool {
    let name = column.bare_name();
    [
        "本金",
        "利息",
        "欠息",
        "罚息",
        "复利",
        "违约金",
        "滞纳金",
        "费",
        "费用",
        "款",
        "租金",
        "押金",
        "本金余额",
        "利息余额",
    ]
    .iter()
    .any(|part| name.ends_with(part))
}

/// Is it the total of all columns of amounts, and no other total beside it?
fn is_whole(columns: &[Column], total: usize) -> bool {
    let name = columns[total].bare_name();
    ["合计", "总计", "小计", "共计", "本息和"].iter().any(|word| name.ends_with(word))
        && columns.iter().enumerate().all(|(i, column)| i == total || !column.money || !column.total)
}

/// Rows of totals under what they sum up, or over it.
fn down(table: &Table, grid: &Grid, off: &mut Vec<Off>) {
    let columns: Vec<usize> =
        (0..table.columns.len()).filter(|&i| table.columns[i].money && !table.columns[i].price).collect();
    let sorts: Vec<Sort> = table.rows.iter().map(|row| row.sort).collect();
    for total in 0..sorts.len() {
        if sorts[total] <= Sort::Body {
            continue;
        }
        let sets = groups(&sorts, total);
        let fits = |set: &[usize], column: usize| {
            let Entry::Amount { fen, half, finding } = grid.at(total, column) else { return None };
            let (sum, rounding, parts) = grid.add(set.iter().map(|&row| (row, column)))?;
            (parts > 0).then_some((sum, agree(sum, fen, rounding.min(half), parts), finding))
        };
        let right =
            |set: &Vec<usize>| columns.iter().filter(|&&c| fits(set, c).is_some_and(|fit| fit.1)).count();
        let best = (0..sets.len()).rev().max_by_key(|&i| right(&sets[i]));
        let Some(set) = best.map(|best| &sets[best]) else { continue };
        for &column in &columns {
            if let Some((sum, false, finding)) = fits(set, column)
                && let Ok(parts) = u128::try_from(sum)
            {
                off.push(Off { finding, row: total, column, parts, across: false });
            }
        }
    }
}

/// The sets of rows that a row of totals may sum up, the likeliest first.
fn groups(sorts: &[Sort], total: usize) -> Vec<Vec<usize>> {
    let body = |row: &usize| sorts[*row] == Sort::Body;
    let last = |least: Sort| (0..total).rev().find(|&row| sorts[row] >= least).map_or(0, |row| row + 1);
    let mut sets: Vec<Vec<usize>> = vec![(last(Sort::Subtotal)..total).filter(body).collect()];
    if sorts[total] == Sort::Total {
        let since = last(Sort::Total);
        sets.push((since..total).filter(body).collect());
        sets.push((since..total).filter(|&row| sorts[row] == Sort::Subtotal).collect());
        sets.push((0..total).filter(body).collect());
        if (0..total).any(|row| sorts[row] > Sort::Body) {
            sets.swap(0, 1);
        }
    }
    if !(0..total).any(|row| body(&row)) {
        let end = (total + 1..sorts.len()).find(|&row| sorts[row] == Sort::Total).unwrap_or(sorts.len());
        sets.push((total + 1..end).filter(body).collect());
    }
    sets.retain(|set| !set.is_empty());
    sets
}
