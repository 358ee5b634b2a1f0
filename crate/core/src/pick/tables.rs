//! Tables in the text (表格): rows of cells with the same separators, and the head that names their columns.
//!
//! | separator                          | a table where                                                          |
//! |------------------------------------|------------------------------------------------------------------------|
//! | tabs, `\|` and `│`                  | two lines in a row have them                                           |
//! | two blanks or more (aligned)       | a head stands over them, two of its words known                        |
//! | one blank, ASCII commas (CSV)      | the same, and every row has as many cells as the head, three at least  |
//!
//! A head has no digits. Its words name the cells under them and give amounts their unit: `本金（元）`, `金额/万元`, or
//! `单位：万元` over the table. A row of totals may lack the cells before its amounts.

use std::ops::Range;

use crate::kinds::amount;
use crate::pick::labels::{self, Hit, Label, Role};
use crate::text::border;
use crate::text::view::{self, Folded, Separators};

/// What parts the cells of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Separator {
    Tab,
    Pipe,
    Gap,
    Blank,
    Comma,
}

/// A table (表格).
pub struct Table {
    /// Its bytes.
    pub range: Range<usize>,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// The cells that are not empty, in text order.
    pub cells: Vec<Cell>,
}

/// A cell, blanks around it left out.
#[derive(Clone, Copy)]
pub struct Cell {
    pub start: usize,
    pub end: usize,
    pub row: usize,
    /// Nothing where it is unsure which column it stands in.
    pub column: Option<usize>,
}

/// A row; its cells are `cells` of the table.
pub struct Row {
    pub cells: Range<usize>,
    pub sort: Sort,
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    Head,
    Body,
    /// 小计
    Subtotal,
    /// 合计, 总计
    Total,
}

/// A column and what its head says.
pub struct Column {
    /// The head as it reads, blanks left out.
    pub name: String,
    /// The same, and the unit stated over the table.
    pub glyphs: Vec<char>,
    /// The labels in the head.
    pub labels: Vec<&'static Label>,
    /// Its cells are amounts of money.
    pub money: bool,
    /// It sums up other columns.
    pub total: bool,
    /// A price for one, or another column's amounts in capitals: no part of a sum.
    pub price: bool,
}

/// The tables of a text, found where they are asked for.
#[derive(Default)]
pub struct Tables {
    pub found: Vec<Table>,
    /// No line that starts before this byte is looked at again.
    searched: usize,
}

/// A line of more bytes than this is no row.
const WIDEST: usize = 2048;
/// Lines before the first number that may be the head.
const HEAD: usize = 4;
/// Most cells of a row.
const CELLS: usize = 64;

impl Tables {
    /// Looks for tables in `text[from..to]`, and gives which is the first that stands there.
    pub fn look(&mut self, text: &str, from: usize, to: usize, seen: Separators) -> usize {
        let mut at = self.searched.max(lines_before(text, from, self.searched));
        while at < to {
            let line = line_at(text, at);
            let next = line.end + 1;
            at = match Table::read(text, line, seen) {
                Some(table) => {
                    let end = table.range.end;
                    if !table.cells.is_empty() {
                        self.found.push(table);
                    }
                    end.max(next)
                }
                None => next,
            };
        }
        self.searched = self.searched.max(at.min(text.len()));
        self.found.partition_point(|table| table.range.end <= from)
    }
}

/// The start of the line some lines before a byte, not before the floor.
fn lines_before(text: &str, at: usize, floor: usize) -> usize {
    let mut start = at.max(floor);
    for _ in 0..=HEAD {
        let least = start.saturating_sub(WIDEST).max(floor);
        match memchr::memrchr(b'\n', &text.as_bytes()[least..start]) {
            // The line end before a line's own start is not its own.
            Some(end) if least + end + 1 == start => start = least + end,
            Some(end) => start = least + end + 1,
            None => return if least == floor { floor } else { start },
        }
    }
    let least = start.saturating_sub(WIDEST).max(floor);
    memchr::memrchr(b'\n', &text.as_bytes()[least..start]).map_or(start, |end| least + end + 1)
}

/// The line that starts at a byte, without its end.
fn line_at(text: &str, at: usize) -> Range<usize> {
    let end = memchr::memchr(b'\n', &text.as_bytes()[at..]);
    at..end.map_or(text.len(), |end| at + end)
}

impl Table {
    /// The table that starts with a line.
    fn read(text: &str, first: Range<usize>, seen: Separators) -> Option<Table> {
        let mut fields = Vec::new();
        let separator = separator(&text[first.clone()], seen)?;
        let closed = matches!(separator, Separator::Blank | Separator::Comma);
        // Heads have no figures but those of a day or a year.
        if closed
            && text[first.clone()].bytes().any(|byte| byte.is_ascii_digit())
            && !text[first.clone()].contains(['年', '月'])
        {
            return None;
        }
        split(text, &first, separator, &mut fields);
        if closed && (fields.len() < 3 || !is_head(text, &fields, 2)) {
            return None;
        }
        let mut lines = vec![first.clone()];
        let mut end = first.end;
        let mut at = first.end + 1;
        let mut blank = false;
        // Has a row with figures been met?
        let mut figures = false;
        // And one with their total?
        let mut totalled = false;
        let mut other = Vec::new();
        while at < text.len() {
            let line = line_at(text, at);
            at = line.end + 1;
            let row = &text[line.clone()];
            if row.trim().is_empty() {
                if blank {
                    break;
                }
                blank = true;
                continue;
            }
            if is_rule(row) {
                continue;
            }
            let own = self::separator(row, seen);
            let blanks = matches!(own, Some(Separator::Blank | Separator::Gap));
            // `合计 11500` has one blank.
            let closing = own.is_none() && separator == Separator::Blank && row.trim().contains(is_blank);
            if own != Some(separator)
                && !(blanks && matches!(separator, Separator::Blank | Separator::Gap))
                && !closing
            {
                break;
            }
            split_row(text, &line, separator, fields.len(), &mut other);
            let fits = if closing {
                other.len() == 2 && sort(text, &other) > Sort::Body && is_figure(&text[other[1].clone()])
            } else if closed || own != Some(separator) {
                other.len() == fields.len() || sort(text, &other) != Sort::Body && other.len() > 1
            } else {
                other.len() > 1
            };
            // Words in every cell: another head, unless it is the same again.
            let words = |field: &Range<usize>| text[field.clone()].chars().any(char::is_alphabetic);
            let anew = other.len() > 2
                && other.iter().all(words)
                && !row.bytes().any(|b| b.is_ascii_digit())
                && row.trim() != text[first.clone()].trim();
            if anew && lines.len() > 1 && figures {
                break;
            }
            figures |= row.bytes().any(|b| b.is_ascii_digit());
            // What goes on in sentences behind the total is no row.
            let sentence = totalled && separator == Separator::Blank && row.contains('，');
            totalled |= closed && sort(text, &other) > Sort::Body;
            // Behind a blank line another table may start.
            if !fits || sentence || blank && other.len() != fields.len() {
                break;
            }
            blank = false;
            end = line.end;
            lines.push(line);
        }
        if lines.len() < 2 {
            return None;
        }
        Table::arrange(text, first.start..end, &lines, separator)
    }

    /// Puts the lines of a table into rows and columns. A table without cells is none, but its lines are done with.
    fn arrange(
        text: &str,
        range: Range<usize>,
        lines: &[Range<usize>],
        separator: Separator,
    ) -> Option<Table> {
        let mut table = Table { range, columns: Vec::new(), rows: Vec::new(), cells: Vec::new() };
        let mut fields = Vec::new();
        let open = matches!(separator, Separator::Tab | Separator::Pipe);
        let known = if open { 1 } else { 2 };
        let head = lines.iter().take(lines.len() - 1).take(HEAD).position(|line| {
            split(text, line, separator, &mut fields);
            is_head(text, &fields, known)
        });
        let Some(head) = head else {
            if !open {
                return Some(table);
            }
            for (row, line) in lines.iter().enumerate() {
                split(text, line, separator, &mut fields);
                table.add(row, &fields, |_| None, Sort::Body);
            }
            // Lines that a tab indents are none.
            if table.rows.iter().filter(|row| row.cells.len() > 1).nth(1).is_none() {
                table.cells.clear();
            }
            return Some(table);
        };
        table.range.start = lines[head].start;
        // A second line of the head parts what stands over it (债权金额 into 本金 and 利息).
        let mut heads: Vec<Vec<Range<usize>>> = Vec::new();
        for line in lines[head..].iter().take(3) {
            split(text, line, separator, &mut fields);
            let more = heads.is_empty()
                || open && is_head(text, &fields, 1) && fields.iter().any(Range::is_empty) && heads.len() < 2
                || is_head(text, &fields, fields.len().max(2)) && heads.len() < 2;
            if !more || sort(text, &fields) != Sort::Body {
                break;
            }
            heads.push(fields.clone());
        }
        let width = heads.iter().map(Vec::len).max().unwrap_or(0);
        let unit = stated_unit(text, table.range.start);
        let mut over = String::new();
        for column in 0..width {
            let cell = |row: &Vec<Range<usize>>| row.get(column).map_or(String::new(), |r| folded(text, r));
            let mut name = String::new();
            if let [upper, lower] = &heads[..] {
                let upper = cell(upper);
                if !upper.is_empty() {
                    over = upper;
                }
                name = cell(lower);
                if name.is_empty() {
                    name = std::mem::take(&mut over);
                } else if !over.is_empty()
                    && amount::unit_of_head(&name.chars().collect::<Vec<_>>()).is_none()
                    && let Some(at) = over.rfind(['(', '/'])
                {
                    name += &over[at..];
                }
            } else if let [head] = &heads[..] {
                name = cell(head);
            }
            table.columns.push(Column::new(name, unit.as_deref()));
        }
        table.find_totals(unit.as_deref());
        for (row, line) in lines[head..].iter().enumerate() {
            split_row(text, line, separator, width, &mut fields);
            let sort = if row < heads.len() || is_head(text, &fields, fields.len().max(2)) {
                Sort::Head
            } else {
                sort(text, &fields)
            };
            let full = fields.len() == width;
            let shift = if full { 0 } else { table.shift(text, &fields, sort) };
            let sure = full || sort > Sort::Body || open;
            let lead = if sort > Sort::Body { 1 } else { 0 };
            let column = |field: usize| {
                let column = if field < lead { field } else { field + shift };
                (sure && column < width).then_some(column)
            };
            table.add(row, &fields, column, sort);
        }
        Some(table)
    }

    fn add(
        &mut self,
        row: usize,
        fields: &[Range<usize>],
        column: impl Fn(usize) -> Option<usize>,
        sort: Sort,
    ) {
        let first = self.cells.len();
        let full = fields.iter().enumerate().filter(|(_, field)| !field.is_empty());
        let cell = |(i, field): (usize, &Range<usize>)| Cell {
            start: field.start,
            end: field.end,
            row,
            column: column(i),
        };
        self.cells.extend(full.map(cell));
        self.rows.push(Row { cells: first..self.cells.len(), sort });
    }

    /// How far the cells of a row of totals that has fewer than the head must be moved to stand under amounts.
    fn shift(&self, text: &str, fields: &[Range<usize>], sort: Sort) -> usize {
        if sort <= Sort::Body || fields.len() >= self.columns.len() {
            return 0;
        }
        let most = self.columns.len() - fields.len();
        let fit = |shift: usize| {
            let under = |(i, field): (usize, &Range<usize>)| {
                let money = self.columns[i + shift].money;
                match (is_figure(&text[field.clone()]), money) {
                    (true, true) => 1,
                    (true, false) => -1,
                    (false, _) => 0,
                }
            };
            fields.iter().enumerate().skip(1).map(under).sum::<i32>()
        };
        // The first that fits best.
        (0..=most).rev().max_by_key(|&shift| fit(shift)).unwrap_or(0)
    }

    /// 合计 beside amounts is one of them.
    fn find_totals(&mut self, unit: Option<&str>) {
        for i in 0..self.columns.len() {
            let beside = |at: Option<usize>| at.and_then(|at| self.columns.get(at)).is_some_and(|c| c.money);
            if self.columns[i].total && !self.columns[i].money {
                self.columns[i].money = beside(i.checked_sub(1)) || beside(Some(i + 1));
            }
            // What sums up 万元 is 万元.
            let lacks = |column: &Column| amount::unit_of_head(&column.glyphs).is_none();
            let summed = self.columns[i].total && self.columns[i].money && lacks(&self.columns[i]);
            if let Some(unit) = unit
                .filter(|_| summed && self.columns[i].glyphs.len() == self.columns[i].name.chars().count())
            {
                let own = std::mem::take(&mut self.columns[i].glyphs);
                self.columns[i].glyphs = unit.chars().chain(own).collect();
            } else if summed
                && let Some(before) = i.checked_sub(1).map(|before| &self.columns[before])
                && before.money
                && !lacks(before)
            {
                let own = before.glyphs[bare(&before.glyphs)..].to_vec();
                self.columns[i].glyphs.extend(own);
            }
        }
    }

    /// What the words of a row say that it is: its name, or else its number.
    pub fn row_name(&self, text: &str, row: usize) -> String {
        let cells = &self.cells[self.rows[row].cells.clone()];
        let texts = cells.iter().map(|cell| folded(text, &(cell.start..cell.end)));
        let named =
            texts.clone().find(|text| !text.chars().any(|c| c.is_ascii_digit()) && text.chars().count() > 1);
        named.or_else(|| texts.clone().next()).unwrap_or_default()
    }
}

impl Column {
    fn new(name: String, unit: Option<&str>) -> Column {
        let own: Vec<char> = name.chars().collect();
        let mut hits: Vec<Hit> = Vec::new();
        labels::find(&own, |_| false, 0, own.len(), &mut hits);
        let given = amount::unit_of_head(&own);
        let bare = bare(&own);
        let bare_name: String = own[..bare].iter().collect();
        let named = hits.iter().any(|hit| {
            hit.end == bare
                && hit.label.role == Role::Field
                && hit.label.kinds().first() == Some(&&amount::KIND)
        });
        let price = bare_name.ends_with("单价")
            || bare_name.contains("每") && given.is_some()
            || name.contains("大写");
        let rate = bare_name.ends_with('率') || bare_name.ends_with("条款");
        // 合计 may sum up heads as well as money.
        let named = named && !COUNTS.contains(&bare_name.as_str());
        let total = TOTALS.iter().any(|word| bare_name.ends_with(word) || bare_name == *word);
        let money = !rate
            && !price
            && (given.is_some() || named || MONEY.iter().any(|word| bare_name.ends_with(word)));
        let glyphs = match unit {
            Some(unit) if money && given.is_none() => unit.chars().chain(own.iter().copied()).collect(),
            _ => own.clone(),
        };
        // 卡号后四位 holds no card numbers; 统一社会信用代码/注册号 holds either.
        let ends =
            |hit: &&Hit| hit.end >= bare || matches!(own[hit.end], '/' | '、' | '(' | '或' | '及' | '和');
        let labels = hits.iter().filter(ends).map(|hit| hit.label).collect();
        Column { name, glyphs, labels, money: money || price && given.is_some(), total, price }
    }

    /// The head without its unit.
    pub fn bare_name(&self) -> String {
        let glyphs: Vec<char> = self.name.chars().collect();
        glyphs[..bare(&glyphs)].iter().collect()
    }
}

/// Where the unit or the remark in brackets starts that a head ends with.
fn bare(head: &[char]) -> usize {
    amount::head_without_unit(head).len()
}

/// Columns that sum up others.
const TOTALS: [&str; 12] = [
    "合计",
    "总计",
    "小计",
    "共计",
    "总和",
    "本息和",
    "债权总额",
    "欠款总额",
    "总额",
    "总金额",
    "债权额",
    "债权金额",
];

/// Those that may sum up anything.
const COUNTS: [&str; 6] = ["合计", "总计", "小计", "共计", "总和", "总额"];

/// What columns of amounts are called.
const MONEY: [&str; 30] = [
    "本金",
    "利息",
    "欠息",
    "罚息",
    "复利",
    "违约金",
    "滞纳金",
    "余额",
    "金额",
    "总额",
    "欠款",
    "借款",
    "货款",
    "价款",
    "款项",
    "费",
    "费用",
    "底价",
    "起拍价",
    "起始价",
    "评估价",
    "评估值",
    "成交价",
    "押金",
    "租金",
    "保证金",
    "定金",
    "工资",
    "债权额",
    "本息和",
];

/// Words that heads of columns consist of or end with.
const HEADS: [&str; 46] = [
    "序号",
    "编号",
    "号码",
    "名称",
    "姓名",
    "户名",
    "债务人",
    "借款人",
    "担保人",
    "保证人",
    "抵押人",
    "抵押物",
    "企业",
    "单位",
    "公司",
    "地址",
    "住址",
    "坐落",
    "电话",
    "方式",
    "日期",
    "时间",
    "期限",
    "备注",
    "说明",
    "情况",
    "代码",
    "证号",
    "账号",
    "卡号",
    "车牌号",
    "合同",
    "合同号",
    "类别",
    "类型",
    "种类",
    "性别",
    "年龄",
    "项目",
    "数量",
    "单价",
    "面积",
    "注册号",
    "法定代表人",
    "籍贯",
    "期次",
];

/// Is every field without digits, and are so many of them words that heads have?
fn is_head(text: &str, fields: &[Range<usize>], known: usize) -> bool {
    if fields.len() < 2 || fields.len() > CELLS {
        return false;
    }
    let plain = |field: &Range<usize>| {
        let field = &text[field.clone()];
        // 2023年末余额, 近3年金额
        !field.bytes().any(|b| b.is_ascii_digit())
            || field.len() < 40 && field.contains(['年', '月']) && is_name(field)
    };
    fields.iter().all(plain)
        && fields.iter().filter(|field| field.len() > 3 && is_known(&folded(text, field))).take(known).count()
            >= known
}

fn is_name(field: &str) -> bool {
    MONEY.iter().chain(&TOTALS).any(|word| field.ends_with(word))
}

/// Is it a word that heads have?
fn is_known(name: &str) -> bool {
    let glyphs: Vec<char> = name.chars().collect();
    if !(2..=24).contains(&glyphs.len()) {
        return false;
    }
    let own: String = glyphs[..bare(&glyphs)].iter().collect();
    if amount::unit_of_head(&glyphs).is_some()
        || HEADS.iter().chain(&MONEY).chain(&TOTALS).any(|word| own.ends_with(word))
    {
        return true;
    }
    let mut hits = Vec::new();
    labels::find(&glyphs, |_| false, 0, glyphs.len(), &mut hits);
    hits.last().is_some_and(|hit| hit.end + 1 >= own.chars().count() && hit.label.role != Role::Noun)
}

/// What a row is, by the first of its words.
fn sort(text: &str, fields: &[Range<usize>]) -> Sort {
    let words = fields.iter().filter(|field| !field.is_empty()).take(2).map(|field| folded(text, field));
    for word in words {
        let word = word.trim_end_matches([':', '：']);
        if word.chars().count() > 12 {
            continue;
        }
        if word.ends_with("小计") {
            return Sort::Subtotal;
        }
        let total = ["合计", "总计", "共计", "累计"]
            .iter()
            .any(|total| word.starts_with(total) || word.ends_with(total));
        if total || word == "总额" || word == "总数" {
            return Sort::Total;
        }
    }
    Sort::Body
}

/// `┼──┼`, `|---|---|`, `====`: a line that only parts rows.
fn is_rule(line: &str) -> bool {
    line.chars().all(|c| c.is_whitespace() || "|-=+:_".contains(c) || ('\u{2500}'..='\u{257f}').contains(&c))
}

/// What the cells of a line are parted by, if it is a row.
fn separator(line: &str, seen: Separators) -> Option<Separator> {
    let bare = line.trim();
    if line.len() > WIDEST || bare.is_empty() {
        return None;
    }
    let pipes = || seen.pipes && line.chars().filter(|&c| is_pipe(c)).nth(1).is_some();
    // A tab before the first rule is an indent.
    if bare.starts_with(is_pipe) && pipes() {
        return Some(Separator::Pipe);
    }
    if seen.tabs && line.trim_matches([' ', '\r']).contains('\t') {
        return Some(Separator::Tab);
    }
    if pipes() {
        return Some(Separator::Pipe);
    }
    let mut blanks = 0;
    let mut run = 0;
    let mut gap = false;
    for ch in bare.chars() {
        if is_blank(ch) {
            run += if ch == '\u{3000}' { 2 } else { 1 };
            blanks += usize::from(run <= 2);
            gap |= run > 1;
        } else {
            run = 0;
        }
    }
    if gap {
        return seen.gaps.then_some(Separator::Gap);
    }
    if blanks >= 2 {
        return Some(Separator::Blank);
    }
    (seen.commas && line.bytes().filter(|&b| b == b',').nth(1).is_some()).then_some(Separator::Comma)
}

fn is_pipe(ch: char) -> bool {
    matches!(ch, '|' | '｜' | '│' | '┃' | '┆' | '┊')
}

fn is_blank(ch: char) -> bool {
    !matches!(ch, '!'..='~' | '一'..='\u{9fff}') && view::folded(ch) == Folded::Blank
}

/// The cells of a line, also the empty ones, without the blanks around them.
fn split(text: &str, line: &Range<usize>, separator: Separator, fields: &mut Vec<Range<usize>>) {
    fields.clear();
    let row = &text[line.clone()];
    let base = line.start;
    let mut push = |from: usize, to: usize| {
        if fields.len() > CELLS {
            return;
        }
        let field = &row[from..to];
        let start = from + (field.len() - field.trim_start().len());
        fields.push(base + start..base + start + field.trim().len());
    };
    match separator {
        Separator::Tab | Separator::Pipe => {
            let mut from = 0;
            for (at, ch) in row.char_indices() {
                if ch == '\t' && separator == Separator::Tab || is_pipe(ch) && separator == Separator::Pipe {
                    push(from, at);
                    from = at + ch.len_utf8();
                }
            }
            push(from, row.len());
            if separator == Separator::Pipe {
                if fields.last().is_some_and(Range::is_empty) {
                    fields.pop();
                }
                if fields.first().is_some_and(Range::is_empty) && row.trim_start().starts_with(is_pipe) {
                    fields.remove(0);
                }
            }
        }
        Separator::Comma => {
            let mut from = 0;
            let mut quoted = false;
            for (at, byte) in row.bytes().enumerate() {
                match byte {
                    b'"' => quoted = !quoted,
                    b',' if !quoted => {
                        push(from, at);
                        from = at + 1;
                    }
                    _ => {}
                }
            }
            push(from, row.len());
            for field in fields.iter_mut() {
                // What stands behind the closing quote ends the text, not the cell.
                let quoted = text[field.clone()].strip_prefix('"').and_then(|rest| rest.rfind('"'));
                if let Some(len) = quoted {
                    *field = field.start + 1..field.start + 1 + len;
                }
            }
        }
        Separator::Gap | Separator::Blank => {
            let least = if separator == Separator::Gap { 2 } else { 1 };
            let (mut from, mut run, mut end) = (None, 0, 0);
            for (at, ch) in row.char_indices() {
                if is_blank(ch) || ch == '\r' {
                    run += if ch == '\u{3000}' { 2 } else { 1 };
                    continue;
                }
                if let Some(start) = from
                    && run >= least
                    && !is_spaced(&row[start..end], &row[at..])
                {
                    push(start, end);
                    from = Some(at);
                }
                from.get_or_insert(at);
                (run, end) = (0, at + ch.len_utf8());
            }
            if let Some(start) = from {
                push(start, end);
            }
        }
    }
}

/// The cells of a row under a head of so many: where blanks part them, one may do between two.
fn split_row(
    text: &str,
    line: &Range<usize>,
    separator: Separator,
    want: usize,
    fields: &mut Vec<Range<usize>>,
) {
    split(text, line, separator, fields);
    if separator == Separator::Gap && fields.len() != want {
        split(text, line, Separator::Blank, fields);
        if fields.len() != want {
            split(text, line, separator, fields);
        }
    }
    // Two telephones in the last cell.
    let telephone = |field: &Range<usize>| {
        let field = &text[field.clone()];
        (7..=13).contains(&field.len()) && field.bytes().all(|b| b.is_ascii_digit() || b == b'-')
    };
    if separator == Separator::Blank
        && want > 0
        && fields.len() > want
        && fields[want - 1..].iter().all(telephone)
    {
        let last = fields[want - 1].start..fields[fields.len() - 1].end;
        fields.truncate(want - 1);
        fields.push(last);
    }
}

/// `合　　计`: one word, spread over its cell.
fn is_spaced(before: &str, after: &str) -> bool {
    matches!(before, "合" | "总" | "小" | "共") && after.starts_with('计')
        || matches!(
            (before, after.chars().next()),
            ("序", Some('号')) | ("姓", Some('名')) | ("备", Some('注')) | ("金", Some('额'))
        )
}

/// A cell as it reads: folded, blanks left out.
pub fn folded(text: &str, range: &Range<usize>) -> String {
    fold(&text[range.clone()])
}

fn fold(text: &str) -> String {
    let glyph = |ch| match view::folded(ch) {
        Folded::Glyph(glyph) => Some(glyph),
        _ => None,
    };
    text.chars().filter_map(glyph).collect()
}

/// `12,345.67`, `¥5`, `-0.5`: nothing but figures.
fn is_figure(cell: &str) -> bool {
    let cell = cell.trim_start_matches(['¥', '￥', '-', '－', '(']);
    cell.starts_with(|c: char| c.is_ascii_digit())
        && cell.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '，' | '．' | '元' | ' ' | ')'))
}

/// `单位：万元` in the two lines over a table.
fn stated_unit(text: &str, start: usize) -> Option<String> {
    let least = border::after(text, start.saturating_sub(240));
    text[least..start].trim_end().rsplit('\n').take(2).find_map(|line| {
        let line = fold(line);
        let at = line.find("单位:").or_else(|| line.find("单位为"))?;
        let end = line[at..].find([')', ',', ';', '。']).map_or(line.len(), |end| at + end);
        let unit: Vec<char> = line[at..end].chars().collect();
        amount::unit_of_head(&unit).map(|_| line[at..end].to_string() + ",")
    })
}
