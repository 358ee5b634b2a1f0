//! What stands beside a number leaves it as it is (邻接): every kind's good number, what may stand before or behind it,
//! and everything that may part the two. Each of them is read as it is where `。` stands between.
//!
//! The numbers are those of the corpus, each behind its own words; the kinds are all there are.

mod marked;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use kanyan::{Date, Finding, Options, Verdict};
use marked::{Notice, corpus};

/// A good number behind its own words.
struct Head {
    kind: &'static str,
    value: String,
    text: String,
    /// It starts with words of its own, so that no sign marks its start.
    worded: bool,
    today: Date,
}

/// So many numbers of each kind, no two of one shape.
const EACH: usize = 4;

/// Words of other things in the same sentence. A number that is another with them is named by its sentence, not by the
/// words directly before it, and what stands beside it does name it.
const OTHER_THINGS: &str = "公章和收据2本，";

/// What stands between two things.
const JOINTS: [&str; 9] =
    ["，", "；", " ", "\u{3000}", "\t", "\n", "\n\n", "\r\n\u{3000}\u{3000}", "\n \n  "];

/// What stands beside numbers, by what it is.
const BESIDE: [(Sort, &[&str]); 13] = [
    (
        Sort::Date,
        &[
            "2024年4月12日",
            "2024-04-12",
            "2024.4.12",
            "2024/4/12",
            "4月12日前",
            "2024年4月",
            "2024年4月12日至5月3日",
            "２０２４年４月１２日",
            "2024 年 4 月 12 日",
            "二〇二四年四月十日",
            "二○二四年四月十日",
            "二零二四年四月十二日",
            "二O二四年四月十日",
            "三月十五日",
            "一月十日前",
        ],
    ),
    (Sort::Amount, &["5000元", "人民币5000元", "￥5000.00", "5万元", "1,234.50元", "120.5万元", "300美元"]),
    (Sort::Capitals, &["伍仟元整", "人民币壹万元整"]),
    (Sort::Count, &["3份", "1张", "10册", "2枚戒指", "12名职工", "20人"]),
    (Sort::Period, &["45日内", "30天", "三个月内", "自公告之日起45日内", "60个工作日"]),
    (Sort::Measure, &["120平方米", "120.5平方米", "35亩", "1200㎡", "86.5㎡", "30%"]),
    (
        Sort::Telephone,
        &[
            "联系电话：0431-85012345",
            "13904310026",
            "0431-85012345",
            "(0431)85012345",
            "电话85012345",
            "电话：12315",
        ],
    ),
    (Sort::House, &["18号楼", "人民大街1888号", "3单元502室", "502室"]),
    (Sort::Listed, &["1.公章一枚", "2、公章一枚", "（2）公章一枚", "3)公章一枚", "10.公章一枚"]),
    (
        Sort::Labelled,
        &["身份证号：220104199003072310", "身份证号220104199003072310", "收据号00251306", "IMO编号：8001232"],
    ),
    (Sort::Proven, &["220104199003072310", "91220182716045829C"]),
    (Sort::Name, &["李四", "王十", "张三、李四"]),
    (Sort::Signature, &["李四\n二〇二四年四月十日", "王十\n一月十日前", "张三、李四\n三月十五日"]),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Date,
    Amount,
    Capitals,
    Count,
    Period,
    Measure,
    Telephone,
    House,
    Listed,
    Labelled,
    Proven,
    Name,
    Signature,
}

/// Which of the two stands first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    Before,
    Behind,
}

/// Why what stands beside a number may change how it is read; each is a rule of reading, none a case.
fn is_told_together(head: &Head, sort: Sort, side: Side) -> bool {
    let amount = |sort| matches!(sort, Sort::Amount | Sort::Capitals);
    match sort {
        // Words run on into a number that starts with words.
        _ if head.worded && side == Side::Before => true,
        // An amount in figures and one in capitals side by side are one amount twice, and are compared.
        _ if head.kind == "amount" && amount(sort) => true,
        // A count beside a range of numbers is their count, and is compared with it.
        Sort::Count | Sort::Listed => head.value.contains('-') && head.kind == "invoice_number",
        // The credit code of the same sentence is compared with the code inside an older number of the same body.
        Sort::Proven => head.kind == "tax_registration",
        _ => false,
    }
}

fn heads() -> Vec<Head> {
    let mut heads: BTreeMap<&'static str, BTreeMap<String, Head>> = BTreeMap::new();
    for notice in corpus() {
        for finding in kanyan::check(&notice.text, &Options::on(notice.today)).findings {
            let of_kind = heads.entry(finding.kind.id).or_default();
            let shape = shape(&finding);
            if of_kind.len() < EACH
                && !of_kind.contains_key(&shape)
                && let Some(head) = head(&notice, &finding)
            {
                of_kind.insert(shape, head);
            }
        }
    }
    heads.into_values().flat_map(BTreeMap::into_values).collect()
}

/// The number behind its label, or behind the words of its sentence, where it is good and read as in its notice.
fn head(notice: &Notice, finding: &Finding) -> Option<Head> {
    let raw = &notice.text[finding.start..finding.end];
    if finding.verdict > Verdict::Plausible || !finding.problems.is_empty() || raw != finding.value {
        return None;
    }
    let before = &notice.text[..finding.start];
    let sentence = before.rfind(['。', '，', '；', '\n', '、']).map_or(before, |at| &before[at..]);
    let sentence = sentence.trim_start_matches(['。', '，', '；', '\n', '、']);
    let label = finding.label.as_ref().map(|label| format!("{label}："));
    let sentence = Some(sentence).filter(|words| !words.contains(|c: char| c.is_ascii_digit()));
    let words = [label.as_deref(), sentence];
    let (kind, value) = (finding.kind.id, finding.value.clone());
    let good = |text: &String| {
        // A bracket that the number closes would be closed by a list number as well.
        let open = text
            .rfind(['(', '（', '〔', '【', '['])
            .is_some_and(|at| !text[at..].contains([')', '）', '〕', '】', ']']));
        let alone = read(&format!("{text}。"), notice.today);
        let among = read(&format!("{OTHER_THINGS}{text}。"), notice.today);
        matches!(&alone[..], [(of, its, verdict)]
            if !open && *of == kind && *its == value && *verdict == finding.verdict)
            && alone == among
    };
    let text = words.into_iter().flatten().map(|words| format!("{words}{raw}")).find(good)?;
    let worded = text.len() == raw.len() && raw.starts_with(|c: char| !c.is_ascii());
    Some(Head { kind, value, text, worded, today: notice.today })
}

/// Digits and letters as one of them each, and whether a label stands before.
fn shape(finding: &Finding) -> String {
    let sign = |c: char| match c {
        '0'..='9' => '9',
        'A'..='Z' => 'A',
        _ => c,
    };
    finding.value.chars().map(sign).chain(finding.label.as_ref().map(|_| ':')).collect()
}

type Row = (&'static str, String, Verdict);

/// Kind, value and verdict of all that is found.
fn read(text: &str, today: Date) -> Vec<Row> {
    let report = kanyan::check(text, &Options::on(today));
    report.findings.into_iter().map(|f| (f.kind.id, f.value, f.verdict)).collect()
}

fn told(rows: &[Row]) -> String {
    let row = |row: &Row| format!("{} {} {}", row.0, row.1, row.2.name());
    rows.iter().map(row).collect::<Vec<_>>().join("; ")
}

/// What differs for a number beside everything, by kind, and how much was tried.
fn differences(head: &Head, out: &mut String) -> (usize, usize) {
    let (mut tried, mut off) = (0, 0);
    for (sort, texts) in BESIDE {
        for side in [Side::Before, Side::Behind] {
            if is_told_together(head, sort, side) {
                continue;
            }
            for beside in texts {
                let text = |joint: &str| match side {
                    Side::Before => format!("{beside}{joint}{}", head.text),
                    Side::Behind => format!("{}{joint}{beside}", head.text),
                };
                let want = read(&text("。"), head.today);
                for joint in JOINTS {
                    tried += 1;
                    let got = read(&text(joint), head.today);
                    if got != want {
                        off += 1;
                        writeln!(
                            out,
                            "{} {sort:?} {side:?} {:?}\n  got  {}\n  want {}",
                            head.kind,
                            text(joint),
                            told(&got),
                            told(&want)
                        )
                        .expect("a string takes everything");
                    }
                }
            }
        }
    }
    (tried, off)
}

#[test]
fn each_is_read_as_where_a_full_stop_parts_them() {
    let heads = heads();
    let kinds: BTreeSet<&str> = heads.iter().map(|head| head.kind).collect();
    assert!(heads.len() > 200 && kinds.len() > 80, "{} numbers of {} kinds", heads.len(), kinds.len());
    let (mut tried, mut off, mut out) = (0, 0, String::new());
    for head in &heads {
        let (more, odd) = differences(head, &mut out);
        tried += more;
        off += odd;
    }
    assert!(off == 0, "{off} of {tried} are read otherwise:\n{out}");
}
