//! Labels against numbers (标签与号码): every label that names a kind beyond doubt, before a number of that kind that is
//! right, too short, too long, masked or not there, with everything that may stand between the two. The kind stays, and the
//! verdict is what the length deserves.
//!
//! The labels are the rows of `data/labels.tsv`. The numbers are drawn where a kind has arithmetic, else the examples of
//! `data/certificates.tsv`, else numbers that the corpus marks as right.
//!
//! | left out                              | because                                                            |
//! |---------------------------------------|--------------------------------------------------------------------|
//! | labels of `other_certificate`         | they name what has no form: nothing can be too short for it        |
//! | labels of receipts among others       | a receipt's number is any number, so the label leaves the kind open |
//! | dates, amounts, periods, telephones   | they are read from the text itself, by their units and forms       |
//! | kinds whose numbers have words in them (`吉房权证字第…号`) | they are read by their words, not behind a label  |

mod drawn;
mod marked;

use std::collections::{BTreeMap, BTreeSet};

use drawn::{Random, SORTS};
use kanyan::kinds::{self, Confidence, Kind};
use kanyan::{Date, Finding, Options, Verdict, words};

/// What may stand between a label and its number, and behind the number.
const JOINTS: [(&str, &str); 10] = [
    ("：", "，"),
    (":", ","),
    ("为", "，"),
    ("是", "。"),
    (" ", "，"),
    ("（", "），"),
    ("【", "】，"),
    ("\t", "\t"),
    ("|", "|"),
    ("：\n", "，"),
];

/// How a number is changed: so many characters fewer or more, masked, left out.
const CHANGES: [Change; 9] = [
    Change::Whole,
    Change::By(-1),
    Change::By(-3),
    Change::By(-6),
    Change::By(1),
    Change::By(3),
    Change::By(6),
    Change::Masked,
    Change::Empty,
];

#[derive(Clone, Copy, Debug, PartialEq)]
enum Change {
    Whole,
    By(isize),
    Masked,
    Empty,
}

/// Kinds that every number of has one length, whenever it was issued, and a standard says which.
const ONE_LENGTH: [&str; 8] = [
    "uscc",
    "org_code",
    "resident_id",
    "masked_id",
    "resident_id_15",
    "residence_permit",
    "imo_number",
    "real_estate_unit",
];

/// Kinds of masked numbers that a region and a day of birth stand in.
const PERSONS: [&str; 3] = ["masked_id", "residence_permit", "disability_certificate"];

/// Kinds that are read from the text itself.
const READ: [&str; 4] = ["date", "amount", "period", "telephone"];

struct Label {
    words: &'static str,
    is_field: bool,
    kinds: Vec<&'static Kind>,
}

/// The labels that name kinds beyond doubt.
fn labels() -> Vec<Label> {
    let rows = include_str!("../crate/core/data/labels.tsv").lines().filter(|row| !row.starts_with('#'));
    let labels = rows.filter_map(|row| {
        let columns: Vec<&str> = row.split('\t').collect();
        let [words, role, ids] = columns[..] else { panic!("{row}: width") };
        let kinds: Vec<&Kind> = ids.split(' ').filter_map(kinds::by_id).collect();
        let open = |kind: &&Kind| kind.id == "other_certificate" || READ.contains(&kind.id);
        let receipts = kinds.len() > 1 && kinds.iter().any(|kind| kind.id == "receipt_number");
        let named = matches!(role, "field" | "noun") && !kinds.iter().any(open) && !receipts;
        named.then_some(Label { words, is_field: role == "field", kinds })
    });
    labels.collect()
}

/// A number of each kind, of letters and digits alone, and a day on which it is right.
fn numbers() -> BTreeMap<&'static str, (String, Date)> {
    let mut numbers = BTreeMap::new();
    let mut random = Random::new(11, 1);
    for sort in &SORTS {
        let value: String = (sort.draw)(&mut random).chars().filter(char::is_ascii_alphanumeric).collect();
        numbers.entry(sort.kind).or_insert((value, sort.today.parse().expect("a day")));
    }
    let rows =
        include_str!("../crate/core/data/certificates.tsv").lines().filter(|row| !row.starts_with('#'));
    for row in rows {
        let columns: Vec<&str> = row.split('\t').collect();
        if columns[5].bytes().all(|b| b.is_ascii_alphanumeric()) {
            numbers.entry(columns[0]).or_insert((columns[5].to_owned(), day()));
        }
    }
    for notice in marked::corpus() {
        for mark in &notice.marks {
            let value = &notice.text[mark.start..mark.end];
            let right =
                ["verified", "plausible"].contains(&mark.verdict()) && mark.problems().next().is_none();
            let whole = value.len() >= 6 && value.bytes().all(|b| b.is_ascii_alphanumeric());
            if let Some(kind) = kinds::by_id(mark.kind()).filter(|_| right && whole) {
                numbers.entry(kind.id).or_insert((value.to_owned(), notice.today));
            }
        }
    }
    numbers
}

fn day() -> Date {
    "2026-09-01".parse().expect("a day")
}

impl Change {
    /// The number as it is printed. What is added goes on as the number does.
    fn of(self, value: &str) -> String {
        let len = value.len();
        match self {
            Change::Whole => value.to_owned(),
            Change::By(more) if more > 0 => {
                let digits = value.chars().rev().filter(char::is_ascii_digit).cycle();
                value.chars().chain(digits).take(len + more as usize).collect()
            }
            Change::By(less) => value[..len.saturating_sub(less.unsigned_abs())].to_owned(),
            Change::Masked => {
                let masked = |(i, c)| if i >= len / 3 && i < len - len / 6 { '*' } else { c };
                value.chars().enumerate().map(masked).collect()
            }
            Change::Empty => String::new(),
        }
    }
}

/// What is amiss with a number behind a label.
fn amiss(label: &Label, value: &str, today: Date, change: Change, joint: usize) -> Option<String> {
    let printed = change.of(value);
    // Three letters and a digit or two are no more a number than a word.
    let digits = printed.bytes().filter(u8::is_ascii_digit).count();
    if change != Change::Empty && (printed.len() < 5 || digits < 3 && printed.len() < 8) {
        return None;
    }
    let (between, behind) = JOINTS[joint];
    let noun = if label.is_field { "" } else { "，编号" };
    let text = format!("赵小满遗失{}{noun}{between}{printed}{behind}声明作废。", label.words);
    let report = kanyan::check(&text, &Options::on(today));
    let start = text.len() - printed.len() - behind.len() - "声明作废。".len();
    if change == Change::Empty {
        // Nothing between brackets is a form's open place; without them nothing tells that a number was to come.
        let hole = matches!(between, "（" | "【");
        let open = |f: &&Finding| {
            words::flaw_code(&f.problems[0].flaw) == "unfilled" && label.kinds.contains(&f.kind)
        };
        return match (hole, &report.findings[..]) {
            (true, [found]) if open(&found) => None,
            (false, []) => None,
            (_, found) => Some(format!("{text:?}: {found:?}")),
        };
    }
    let Some(found) = report.findings.iter().find(|f| f.start == start && f.end == start + printed.len())
    else {
        let all: Vec<_> = report.findings.iter().map(|f| (f.kind.id, f.value.as_str())).collect();
        return Some(format!("{text:?}: not found whole: {all:?}"));
    };
    let verdict = found.verdict;
    let weak = found.kind.confidence == Confidence::Weak;
    let fixed = label.is_field && label.kinds.iter().all(|kind| ONE_LENGTH.contains(&kind.id));
    let masked = change == Change::Masked && found.kind.id == "masked_id";
    let right = (masked || label.kinds.contains(&found.kind))
        && match change {
            Change::Whole => verdict <= Verdict::Doubtful,
            Change::By(_) if fixed => verdict == Verdict::Wrong,
            Change::By(_) => !weak || verdict < Verdict::Wrong,
            // Region and day of birth are proved where they show, whatever is masked behind.
            Change::Masked => PERSONS.contains(&found.kind.id) || verdict != Verdict::Verified,
            Change::Empty => true,
        };
    (!right).then(|| format!("{text:?}: {} {}", found.kind.id, verdict.name()))
}

#[test]
fn the_kind_stays_and_the_length_is_judged() {
    let numbers = numbers();
    let mut seen = BTreeSet::new();
    let mut failures: BTreeMap<String, (String, usize)> = BTreeMap::new();
    let mut tried = 0;
    for (turn, label) in labels().iter().enumerate() {
        let Some((value, today)) = label.kinds.iter().find_map(|kind| numbers.get(kind.id)) else {
            continue;
        };
        let ids: Vec<&str> = label.kinds.iter().map(|kind| kind.id).collect();
        // Of labels for the same kinds the first stands before everything, the others take turns.
        let first = seen.insert((ids.clone(), label.is_field));
        for (c, change) in CHANGES.into_iter().enumerate() {
            for joint in 0..JOINTS.len() {
                let in_turn = joint == turn % JOINTS.len() || c == turn / JOINTS.len() % CHANGES.len();
                if !first && !in_turn {
                    continue;
                }
                tried += 1;
                if let Some(told) = amiss(label, value, *today, change, joint) {
                    let key = format!("{} {change:?}", ids.join(" "));
                    failures.entry(key).or_insert((told, 0)).1 += 1;
                }
            }
        }
    }
    assert!(tried > 20_000, "only {tried} tried");
    let list: Vec<String> =
        failures.iter().map(|(key, (told, times))| format!("{key} ({times} times): {told}")).collect();
    assert!(list.is_empty(), "{} of {tried} amiss:\n{}", list.len(), list.join("\n"));
}
