//! Tables and amounts written twice, drawn (表格与大小写): every separator, head, unit, order and number; right ones, and with
//! one slip in a cell. What must be said of them is reckoned here, not taken from the program.

mod drawn;

use std::fmt::Write;
use std::ops::Range;

use drawn::{Random, numbers};
use kanyan::{Fact, Finding, Options, Report, Verdict, words};

fn check(text: &str) -> Report {
    kanyan::check(text, &Options::on("2026-09-01".parse().expect("a day")))
}

fn codes(finding: &Finding) -> Vec<&'static str> {
    finding.problems.iter().map(|problem| words::flaw_code(&problem.flaw)).collect()
}

fn fen(finding: &Finding) -> Option<u128> {
    finding.facts.iter().find_map(|fact| match *fact {
        Fact::Amount { fen, .. } => Some(fen),
        _ => None,
    })
}

/// What parts the cells, and what stands before and behind a row.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Parted {
    Tabs,
    Pipes,
    Boxes,
    Aligned,
    Blanks,
    Commas,
}

const PARTED: [Parted; 6] =
    [Parted::Tabs, Parted::Pipes, Parted::Boxes, Parted::Aligned, Parted::Blanks, Parted::Commas];

/// A cell: what stands in it, and what it must be found as.
#[derive(Clone, Debug)]
struct Cell {
    text: String,
    kind: Option<&'static str>,
    fen: Option<u128>,
}

impl Cell {
    fn words(text: impl Into<String>) -> Cell {
        Cell { text: text.into(), kind: None, fen: None }
    }
}

/// How amounts are written under a head.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Unit {
    /// In 元, said or not.
    Yuan,
    /// In 万元, with so many decimals that nothing is rounded.
    Wan,
}

fn written(fen: u128, unit: Unit, grouped: bool) -> String {
    match unit {
        Unit::Yuan => {
            let whole = (fen / 100).to_string();
            let mut text = String::new();
            for (i, digit) in whole.chars().enumerate() {
                if grouped && i > 0 && (whole.len() - i).is_multiple_of(3) {
                    text.push(',');
                }
                text.push(digit);
            }
            if grouped || !fen.is_multiple_of(100) { format!("{text}.{:02}", fen % 100) } else { text }
        }
        Unit::Wan => format!("{}.{:06}", fen / 1_000_000, fen % 1_000_000),
    }
}

/// A table as it is drawn, before it is written.
struct Drawn {
    parted: Parted,
    caption: String,
    rows: Vec<Vec<Cell>>,
    /// The columns of parts, and of their total.
    parts: Vec<usize>,
    total: Option<usize>,
    /// The last row is one of totals.
    summed: bool,
}

const NAMES: [&str; 8] =
    ["春榆粮油有限公司", "秋枫仓储", "青苗商贸", "李明", "欧阳小红", "临江木业", "白河药店", "王芳"];

fn draw(random: &mut Random) -> Drawn {
    let parted = *random.one(&PARTED);
    let unit = *random.one(&[Unit::Yuan, Unit::Wan]);
    let captioned = random.in_1000(300);
    let ending = match unit {
        _ if captioned => "",
        Unit::Yuan => *random.one(&["", "（元）", "(元)", "/元", "（人民币元）", "（单位：元）"]),
        Unit::Wan => *random.one(&["（万元）", "(万元)", "/万元", "（人民币万元）", "万元"]),
    };
    let caption = match (captioned, unit) {
        (true, Unit::Yuan) => "单位：元\n",
        (true, Unit::Wan) => "单位：人民币万元\n",
        _ => "",
    };
    // What names the rows.
    type Draw = fn(&mut Random) -> String;
    let mobile: Draw = |random| format!("139{}", random.digits(8));
    let contract: Draw = |random| format!("JK2019-{}", random.digits(4));
    let sorts: [(&[&str], &str, Draw); 6] = [
        (
            &["统一社会信用代码", "统一社会信用代码/注册号", "统一社会信用代码（注册号）"],
            "uscc",
            numbers::credit_code,
        ),
        (&["统一社会信用代码/注册号", "注册号"], "registration_number", numbers::registration_number),
        (&["身份证号", "身份证号码", "公民身份号码"], "resident_id", numbers::identity_number),
        (&["联系电话", "电话", "手机号码"], "telephone", mobile),
        (&["合同编号", "合同号"], "other_certificate", contract),
        (&["车架号"], "vin", numbers::vehicle),
    ];
    let mut columns: Vec<(String, Option<(&str, Draw)>)> =
        vec![(random.one(&["序号", "编号"]).to_string(), None)];
    columns.push((random.one(&["债务人", "借款人名称", "户名", "企业名称"]).to_string(), None));
    for _ in 0..random.below(3) {
        let (heads, kind, draw) = *random.one(&sorts);
        columns.push((random.one(heads).to_string(), Some((kind, draw))));
    }
    let words = columns.len();
    let mut money: Vec<&str> = vec!["本金", "利息", "罚息", "违约金", "诉讼费", "律师费"];
    while money.len() > 2 && random.in_1000(600) {
        money.remove(random.below(money.len()));
    }
    let has_total = random.in_1000(800);
    let first = has_total && random.in_1000(200);
    let total_name = random.one(&["合计", "总计", "债权总额", "本息合计"]).to_string();
    let mut heads: Vec<String> = money.iter().map(|name| format!("{name}{ending}")).collect();
    let total = has_total.then_some(if first { 0 } else { heads.len() });
    if let Some(at) = total {
        heads.insert(at, format!("{total_name}{ending}"));
    }
    let behind = random.in_1000(400);
    let count = 2 + random.below(12);
    let grouped = random.in_1000(500);
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let all = |names: &[String], behind: bool| {
        let behind = behind.then(|| "担保人".to_string());
        columns
            .iter()
            .map(|(name, _)| name.clone())
            .chain(names.iter().cloned())
            .chain(behind)
            .collect::<Vec<_>>()
    };
    rows.push(all(&heads, behind).into_iter().map(Cell::words).collect());
    let parts: Vec<usize> = (0..heads.len()).filter(|&i| Some(i) != total).collect();
    let mut sums = vec![0u128; heads.len()];
    let amount = |fen: u128| Cell { text: written(fen, unit, grouped), kind: Some("amount"), fen: Some(fen) };
    let line = |values: &mut [u128]| {
        if let Some(total) = total {
            values[total] = parts.iter().map(|&part| values[part]).sum();
        }
    };
    for row in 0..count {
        let mut cells = vec![Cell::words((row + 1).to_string()), Cell::words(*random.one(&NAMES))];
        for (_, sort) in &columns[2..] {
            let (kind, draw) = sort.expect("a number");
            cells.push(Cell { text: draw(random), kind: Some(kind), fen: None });
        }
        let mut values: Vec<u128> = heads
            .iter()
            .map(|_| {
                let digits = random.between(3, 7);
                let fen = u128::from(random.between(10u32.pow(digits), 10u32.pow(digits + 1)));
                if grouped || unit == Unit::Wan { fen } else { fen * 100 }
            })
            .collect();
        line(&mut values);
        sums.iter_mut().zip(&values).for_each(|(sum, value)| *sum += value);
        cells.extend(values.into_iter().map(amount));
        if behind {
            cells.push(Cell::words(*random.one(&NAMES)));
        }
        rows.push(cells);
    }
    let summed = random.in_1000(700);
    if summed {
        let mut cells = vec![Cell::words(*random.one(&["合计", "总计", "合 计"]))];
        // Blanks show no empty cell; the others have them.
        if !matches!(parted, Parted::Blanks | Parted::Aligned) {
            cells.resize(words, Cell::words(""));
        }
        if matches!(parted, Parted::Blanks) {
            cells[0] = Cell::words("合计");
        }
        cells.extend(sums.into_iter().map(amount));
        if behind && !matches!(parted, Parted::Blanks | Parted::Aligned) {
            cells.push(Cell::words(""));
        }
        rows.push(cells);
    }
    Drawn {
        parted,
        caption: caption.into(),
        rows,
        parts: parts.into_iter().map(|part| words + part).collect(),
        total: total.map(|total| words + total),
        summed,
    }
}

/// How wide a text is where Chinese characters take two places.
fn width(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

impl Drawn {
    /// The table's text, and where each cell stands.
    fn write(&self) -> (String, Vec<Vec<Range<usize>>>) {
        let columns = self.rows[0].len();
        let widths: Vec<usize> = (0..columns)
            .map(|i| self.rows.iter().filter_map(|row| row.get(i)).map(|c| width(&c.text)).max().unwrap_or(0))
            .collect();
        let mut text = self.caption.clone();
        let mut places = Vec::new();
        for row in &self.rows {
            let mut line = Vec::new();
            text += match self.parted {
                Parted::Pipes => "| ",
                Parted::Boxes => "│",
                _ => "",
            };
            for (i, cell) in row.iter().enumerate() {
                if i > 0 {
                    text += match self.parted {
                        Parted::Tabs => "\t",
                        Parted::Pipes => " | ",
                        Parted::Boxes => "│",
                        Parted::Aligned => "  ",
                        Parted::Blanks => " ",
                        Parted::Commas => ",",
                    };
                }
                let quoted = self.parted == Parted::Commas && cell.text.contains(',');
                text += if quoted { "\"" } else { "" };
                let start = text.len();
                text += &cell.text;
                line.push(start..text.len());
                text += if quoted { "\"" } else { "" };
                if self.parted == Parted::Aligned && i + 1 < row.len() {
                    text += &" ".repeat(widths[i].saturating_sub(width(&cell.text)));
                }
            }
            text += match self.parted {
                Parted::Pipes => " |\n",
                Parted::Boxes => "│\n",
                _ => "\n",
            };
            places.push(line);
        }
        (text, places)
    }

    /// A row of totals may lack cells: where the cell of a column stands in it.
    fn field(&self, row: usize, column: usize) -> usize {
        let lacks = self.parts.len() + usize::from(self.total.is_some()) + 1 == self.rows[row].len();
        let first = self.parts.iter().chain(&self.total).min().copied().unwrap_or(0);
        if lacks && self.summed && row + 1 == self.rows.len() { column - first + 1 } else { column }
    }

    fn value(&self, row: usize, column: usize) -> u128 {
        self.rows[row][self.field(row, column)].fen.expect("an amount")
    }

    /// The sums that are off: row, field, what is said.
    fn off(&self) -> Vec<(usize, usize, &'static str)> {
        let mut off = Vec::new();
        for row in 1..self.rows.len() {
            if let Some(total) = self.total {
                let sum: u128 = self.parts.iter().map(|&part| self.value(row, part)).sum();
                if sum != self.value(row, total) {
                    off.push((row, self.field(row, total), "row-sum"));
                }
            }
        }
        if self.summed {
            let last = self.rows.len() - 1;
            for &column in self.parts.iter().chain(&self.total) {
                let sum: u128 = (1..last).map(|row| self.value(row, column)).sum();
                if sum != self.value(last, column) {
                    off.push((last, self.field(last, column), "column-sum"));
                }
            }
        }
        off.sort_unstable();
        off
    }

    /// Changes the first digit of an amount.
    fn slip(&mut self, random: &mut Random) {
        let rows: Vec<usize> = (1..self.rows.len()).collect();
        let row = *random.one(&rows);
        let columns: Vec<usize> = self.parts.iter().chain(&self.total).copied().collect();
        let field = self.field(row, *random.one(&columns));
        let cell = &mut self.rows[row][field];
        let at = cell.text.find(|c: char| c.is_ascii_digit() && c != '0').expect("an amount is not nothing");
        let digit = cell.text.as_bytes()[at] - b'0';
        let other = if digit == 9 { 1 } else { digit + 1 };
        let worth: u128 = {
            let behind = cell.text[at + 1..].chars().filter(char::is_ascii_digit).count() as u32;
            let decimals = cell.text.split_once('.').map_or(0, |(_, rest)| rest.len() as u32);
            // Of 元 two places make 分, of 万元 six.
            let least = if decimals == 6 { 1 } else { 10u128.pow(2 - decimals) };
            10u128.pow(behind) * least
        };
        let fen = cell.fen.expect("an amount");
        cell.fen = Some(fen - u128::from(digit) * worth + u128::from(other) * worth);
        cell.text.replace_range(at..=at, &other.to_string());
    }
}

/// What differs from what must be found and said.
fn differences(table: &Drawn) -> String {
    let (text, places) = table.write();
    let report = check(&text);
    let mut told = String::new();
    let mut off = Vec::new();
    for (row, (cells, places)) in table.rows.iter().zip(&places).enumerate() {
        for (field, (cell, place)) in cells.iter().zip(places).enumerate() {
            let found = report
                .findings
                .iter()
                .find(|finding| finding.start == place.start && finding.end == place.end);
            if cell.kind != found.map(|finding| finding.kind.id) || found.and_then(fen) != cell.fen {
                let got = found.map(|finding| (finding.kind.id, fen(finding)));
                writeln!(told, "  {}: want {:?} {:?}, got {got:?}", cell.text, cell.kind, cell.fen)
                    .expect("a string");
            }
            let sums = found.into_iter().flat_map(codes).filter(|code| code.ends_with("-sum"));
            off.extend(sums.map(|code| (row, field, code)));
        }
    }
    for finding in &report.findings {
        if !places.iter().flatten().any(|place| place.start == finding.start && place.end == finding.end) {
            writeln!(told, "  found {} {}", finding.kind.id, &text[finding.start..finding.end])
                .expect("a string");
        }
    }
    off.sort_unstable();
    if off != table.off() {
        writeln!(told, "  want {:?}, got {off:?}", table.off()).expect("a string");
    }
    if told.is_empty() { told } else { format!("{text}{told}\n") }
}

#[test]
fn every_cell_is_found_and_named_and_every_sum_reckoned() {
    let mut told = String::new();
    let mut wrong = 0;
    for stream in 0..2000 {
        let random = &mut Random::new(20_260_901, stream);
        let mut table = draw(random);
        if stream % 2 == 1 {
            table.slip(random);
        }
        let differs = differences(&table);
        wrong += usize::from(!differs.is_empty());
        if told.len() < 6000 {
            told += &differs;
        }
    }
    assert!(told.is_empty(), "{wrong} of 2000 tables:\n{told}");
}

#[test]
fn a_long_list_is_read_whole_and_once() {
    let line = |i: usize| {
        format!(
            "{i}\t春榆粮油有限公司\tJK2019-{i:05}\t{}.00\t{}.50\t{}.50\t李明\n",
            1000 + i,
            i,
            1000 + 2 * i
        )
    };
    let list = |count: usize| {
        let sums = (0..count).fold((0, 0), |(a, b), i| (a + 1000 + i, b + i));
        let halves = count as f64 / 2.0;
        format!(
            "序号\t债务人\t合同编号\t本金（元）\t利息（元）\t合计（元）\t担保人\n{}合计\t\t\t{}.00\t{:.2}\t{:.2}\t\n",
            (0..count).map(line).collect::<String>(),
            sums.0,
            sums.1 as f64 + halves,
            (sums.0 + sums.1) as f64 + halves
        )
    };
    let report = check(&list(3000));
    let amounts = report.findings.iter().filter(|finding| finding.kind.id == "amount").count();
    assert_eq!(amounts, 3 * 3001);
    assert_eq!(report.findings.len(), amounts + 3000);
    assert!(report.findings.iter().all(|finding| finding.verdict < Verdict::Doubtful));
    // One slip is told where it is.
    let report = check(&list(3000).replace("\t2500.00\t", "\t2600.00\t"));
    let off: Vec<_> =
        report.findings.iter().filter(|finding| finding.verdict == Verdict::Doubtful).map(codes).collect();
    assert_eq!(off, [["row-sum"], ["column-sum"]]);
}

/// In capitals, every place written out and then what is too much struck out.
fn capitals(fen: u128) -> String {
    let digits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];
    let units = ["", "拾", "佰", "仟", "万", "拾", "佰", "仟"];
    let whole = (fen / 100).to_string();
    let mut text = String::new();
    for (i, digit) in whole.bytes().enumerate() {
        text += digits[usize::from(digit - b'0')];
        text += units[whole.len() - 1 - i];
    }
    for place in ["零拾", "零佰", "零仟"] {
        text = text.replace(place, "零");
    }
    while text.contains("零零") {
        text = text.replace("零零", "零");
    }
    let text = text.replace("零万", "万");
    let text = text.trim_end_matches('零');
    match ((fen / 10 % 10) as usize, (fen % 10) as usize) {
        (0, 0) => format!("{text}元整"),
        (0, fen) => format!("{text}元零{}分", digits[fen]),
        (jiao, 0) => format!("{text}元{}角", digits[jiao]),
        (jiao, fen) => format!("{text}元{}角{}分", digits[jiao], digits[fen]),
    }
}

/// `C` stands for the capitals, `F` for the figures; behind 小写 figures need no unit.
const FRAMES: [&str; 27] = [
    "C（F）",
    "C(F)",
    "C【F】",
    "C（小写：F）",
    "C（小写F）",
    "C（人民币）F",
    "C，F",
    "C、F",
    "C；F",
    "C，即F",
    "C即F",
    "C计F",
    "C，计F",
    "C小写F",
    "C小写：F",
    "C，小写：F",
    "C（小写）F",
    "C/F",
    "C：F",
    "C\nF",
    "C\n小写：F",
    "F（C）",
    "F（大写：C）",
    "F（人民币）C",
    "F，大写C",
    "F、C",
    "F\nC",
];

#[test]
fn an_amount_written_twice_agrees_or_is_told() {
    let mut told = String::new();
    let mut wrong = 0;
    let mut all = 0;
    for (number, frame) in FRAMES.iter().enumerate() {
        for stream in 0..120 {
            let random = &mut Random::new(20_260_902 + number as u64, stream);
            let places = random.between(3, 9);
            let mut fen = u128::from(random.between(10u32.pow(places - 1), 10u32.pow(places) - 1));
            if random.in_1000(500) {
                fen = (fen / 100).max(1) * 100;
            }
            let slip = stream % 2 == 1;
            let mut printed = fen;
            while slip && printed == fen {
                // Two neighbours swapped, or one digit for another.
                let at = 10u128.pow(random.below(fen.to_string().len() - 1) as u32);
                let (low, high) = (fen / at % 10, fen / at / 10 % 10);
                let swapped = fen - low * at - high * at * 10 + low * at * 10 + high * at;
                let replaced = fen - low * at + (low + 1) % 10 * at;
                printed = if random.in_1000(500) { swapped } else { replaced };
                if printed.to_string().len() != fen.to_string().len() {
                    printed = fen;
                }
            }
            let plain = written(printed, Unit::Yuan, random.in_1000(500));
            let bare = frame.contains("小写") && plain.contains('.') && random.in_1000(500);
            let figures = match random.below(3) {
                _ if bare => plain,
                0 => format!("{plain}元"),
                1 => format!("￥{plain}"),
                _ => format!("¥{plain}元"),
            };
            let lead = *random.one(&["金额：", "人民币", "合计：", "押金", "现金"]);
            let tail = *random.one(&["。", "，收据遗失，声明作废。", "", "\n2026年9月1日"]);
            let body = frame.replace('F', &figures).replace('C', &capitals(fen));
            let text = format!("{lead}{body}{tail}");
            let report = check(&text);
            let amounts: Vec<&Finding> = report.findings.iter().filter(|f| f.kind.id == "amount").collect();
            let right = amounts.len() == 2
                && amounts.iter().all(|finding| match slip {
                    true => codes(finding).contains(&"amounts-disagree") && finding.verdict == Verdict::Wrong,
                    false => finding.problems.is_empty() && finding.verdict == Verdict::Verified,
                });
            all += 1;
            if !right {
                wrong += 1;
                if told.len() < 4000 {
                    let got: Vec<_> = amounts.iter().map(|f| (&f.value, f.verdict, codes(f))).collect();
                    writeln!(
                        told,
                        "{} want {}: {got:?}",
                        text.replace('\n', "⏎"),
                        if slip { "wrong" } else { "verified" }
                    )
                    .expect("a string");
                }
            }
        }
    }
    assert!(told.is_empty(), "{wrong} of {all}:\n{told}");
}

#[test]
fn the_words_give_both_amounts_and_what_they_differ_by() {
    let report = check("合计人民币（大写）：贰万叁仟肆佰元整（小写）24,300.00");
    let finding = &report.findings[0];
    let said = words::problem(kanyan::Lang::Zh, finding, &finding.problems[0]);
    for part in ["大写是23,400元", "小写是24,300元", "相差900元"] {
        assert!(said.contains(part), "{said}");
    }
}
