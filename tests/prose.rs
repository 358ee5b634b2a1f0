//! The false-alarm hunt (误报): news, law, tables, product codes with no certificate in them, alone and between notices.
//!
//! Passages stand in `tests/prose/`, one file a sort, parted by `====`. `⟦…⟧` marks a number that is quoted
//! and may be found for what it is: a plate, a document's number, an order's. It need not be found.

mod marked;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;

use kanyan::{Date, Finding, Options, Verdict, words};
use marked::corpus;

/// Days of publication: one like any other, one in a year that no passage knows, one before tables of today.
/// No number that carries its year is younger than the earliest.
const DAYS: [&str; 3] = ["2024-04-11", "2026-11-23", "2019-06-01"];

/// What prose is full of.
const PLAIN: [&str; 4] = ["date", "amount", "period", "telephone"];

/// What is a certificate's or an account's and never prose, not even where a number is quoted.
const NEVER: [&str; 15] = [
    "uscc",
    "org_code",
    "registration_number",
    "resident_id",
    "resident_id_15",
    "masked_id",
    "residence_permit",
    "foreigner_card",
    "physician_certificate",
    "land_contract",
    "account_permit",
    "bank_card",
    "invoice_code",
    "invoice_number",
    "seal_code",
];

/// One passage without its marks.
struct Passage {
    /// File and the line where it starts.
    place: String,
    text: String,
    /// The numbers it quotes, in bytes.
    quoted: Vec<Range<usize>>,
}

/// Every passage, by file name.
fn passages() -> Vec<Passage> {
    let dir = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/prose");
    let entries = std::fs::read_dir(dir).expect("the passages have a directory");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("it can be listed").path()).collect();
    files.sort();
    let mut passages = Vec::new();
    for path in files {
        let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
        let content = std::fs::read_to_string(&path).expect("passages are UTF-8");
        let mut line = 1;
        for part in content.trim_end_matches('\n').split("\n====\n") {
            passages.push(read_passage(part, format!("{name}:{line}")));
            line += part.matches('\n').count() + 2;
        }
    }
    passages
}

fn read_passage(marked: &str, place: String) -> Passage {
    let mut text = String::new();
    let mut quoted = Vec::new();
    let mut rest = marked;
    while let Some((plain, behind)) = rest.split_once('⟦') {
        let (number, behind) = behind.split_once('⟧').unwrap_or_else(|| panic!("{place}: ⟦ without ⟧"));
        text.push_str(plain);
        quoted.push(text.len()..text.len() + number.len());
        text.push_str(number);
        rest = behind;
    }
    text.push_str(rest);
    assert!(!text.contains(['⟦', '⟧']), "{place}: marks that do not pair");
    Passage { place, text, quoted }
}

fn day(day: &str) -> Date {
    day.parse().expect("a day of the calendar")
}

fn findings(text: &str, today: Date) -> Vec<Finding> {
    kanyan::check(text, &Options::on(today)).findings
}

fn is_alarm(finding: &Finding) -> bool {
    matches!(finding.verdict, Verdict::Doubtful | Verdict::Wrong)
}

/// Kind, verdict and problems of a finding, with their places in it.
fn judged(finding: &Finding) -> String {
    let mut said = format!("{} {}", finding.kind.id, finding.verdict.name());
    for p in &finding.problems {
        write!(said, " {}@{}..{}", words::flaw_code(&p.flaw), p.span.start, p.span.end)
            .expect("a string takes everything");
    }
    said
}

/// A range with some of the text around it, on one line.
fn shown(text: &str, range: Range<usize>) -> String {
    let before = text[..range.start].char_indices().rev().nth(15).map_or(0, |(i, _)| i);
    let after = text[range.end..].char_indices().nth(10).map_or(text.len(), |(i, _)| range.end + i);
    let around = (&text[before..range.start], &text[range.clone()], &text[range.end..after]);
    format!("{}⟦{}⟧{}", around.0, around.1, around.2).replace('\n', "⏎").replace('\t', "⇥")
}

/// What is amiss, each thing once, with where or when it was seen first and how often.
#[derive(Default)]
struct Failures(BTreeMap<(String, String), (String, usize)>);

impl Failures {
    fn add(&mut self, place: &str, what: String, seen: &str) {
        self.0.entry((place.to_owned(), what)).or_insert_with(|| (seen.to_owned(), 0)).1 += 1;
    }

    fn assert_none(&self, of: usize) {
        let mut list = String::new();
        let mut last = "";
        let mut places = 0;
        for ((place, what), (seen, times)) in &self.0 {
            if place != last {
                writeln!(list, "{place}").expect("a string takes everything");
                places += 1;
            }
            last = place;
            writeln!(list, "  {what}   ({times} times, first {seen})").expect("a string takes everything");
        }
        assert!(self.0.is_empty(), "{} amiss in {places} of {of} texts:\n{list}", self.0.len());
    }
}

#[test]
fn prose_raises_no_alarm() {
    let passages = passages();
    let mut failures = Failures::default();
    for today in DAYS {
        for Passage { place, text, .. } in &passages {
            for f in findings(text, day(today)).iter().filter(|f| is_alarm(f)) {
                failures.add(place, format!("{:<44} {}", judged(f), shown(text, f.start..f.end)), today);
            }
        }
    }
    failures.assert_none(passages.len());
}

#[test]
fn prose_has_no_certificates() {
    let passages = passages();
    let mut failures = Failures::default();
    for today in DAYS {
        for Passage { place, text, quoted } in &passages {
            for f in &findings(text, day(today)) {
                let is_quoted = quoted.iter().any(|q| q.start < f.end && f.start < q.end);
                let plain = PLAIN.contains(&f.kind.id);
                if !plain && (!is_quoted || NEVER.contains(&f.kind.id)) {
                    failures.add(place, format!("{:<44} {}", judged(f), shown(text, f.start..f.end)), today);
                }
            }
        }
    }
    failures.assert_none(passages.len());
}

/// Columns break lines anywhere, justified lines part their signs, old layout programs write full-width.
#[test]
fn prose_in_any_dress_raises_no_alarm() {
    let passages = passages();
    let mut failures = Failures::default();
    let today = day(DAYS[0]);
    for Passage { place, text, .. } in &passages {
        // What alarms as it stands is told by the other test.
        let told = findings(text, today).into_iter().filter(is_alarm).map(|f| f.value);
        let told: Vec<String> = told.collect();
        for (dress, text) in dresses(text) {
            for f in findings(&text, today).iter().filter(|f| is_alarm(f) && !told.contains(&f.value)) {
                failures.add(place, format!("{:<44} {}", judged(f), shown(&text, f.start..f.end)), &dress);
            }
        }
    }
    failures.assert_none(passages.len());
}

/// The same words in other dress, and what was done to them.
fn dresses(text: &str) -> Vec<(String, String)> {
    let mut dresses = Vec::new();
    let chars: Vec<char> = text.chars().collect();
    for width in 10..=24 {
        for joint in ["\n", "\n\n　　"] {
            let lines: Vec<String> = chars.chunks(width).map(|line| line.iter().collect()).collect();
            dresses.push((format!("{width} a line"), lines.join(joint)));
        }
    }
    let wide = |c: &char| {
        if c.is_ascii_graphic() { char::from_u32(u32::from(*c) + 0xFEE0).unwrap_or(*c) } else { *c }
    };
    dresses.push(("full-width".to_owned(), chars.iter().map(wide).collect()));
    for blank in [' ', '\u{3000}', '\u{A0}'] {
        dresses.push(("blanks".to_owned(), chars.iter().flat_map(|&c| [c, blank]).collect()));
    }
    dresses
}

/// A finding as it must come out wherever its text stands.
#[derive(PartialEq)]
struct Found {
    start: usize,
    end: usize,
    said: String,
}

fn found(text: &str, today: Date, offset: usize) -> Vec<Found> {
    let found = findings(text, today);
    let found = found.iter().map(|f| (f, if f.exposure.is_some() { " exposed" } else { "" }));
    found
        .map(|(f, exposed)| Found { start: offset + f.start, end: offset + f.end, said: judged(f) + exposed })
        .collect()
}

/// What numbers are made of.
fn is_sign(c: char) -> bool {
    c.is_ascii_alphanumeric() || "*×".contains(c)
}

/// Every notice between two passages and every passage between two notices, in several arrangements: all are
/// read as if they stood alone.
fn stand_apart(between: &str) {
    let (notices, passages) = (corpus(), passages());
    let mut failures = Failures::default();
    let mut days: Vec<Date> = notices.iter().map(|n| n.today).collect();
    days.sort();
    days.dedup();
    for today in days {
        let notices: Vec<_> = notices.iter().filter(|n| n.today == today).collect();
        for shift in [0, 97, 211, 307, 401] {
            let mut text = String::new();
            let mut alone = Vec::new();
            let mut parts = Vec::new();
            let mut add = |place: &str, part: &str| {
                // A number may go on behind any line end: where one ends bare and letters or digits open the
                // next part, a full stop says that it does not.
                // A single line end may stand inside any sentence: there each part ends its own.
                let open = between == "\n" && !text.trim_end().ends_with(['。', '！', '？', '!', '?']);
                if open && !text.is_empty() || text.trim_end().ends_with(is_sign) && part.starts_with(is_sign)
                {
                    text.truncate(text.trim_end().len());
                    text.extend(["。", between]);
                }
                alone.extend(found(part, today, text.len()));
                parts.push((text.len(), place.to_owned()));
                text += part;
                text += between;
            };
            let turns = if notices.len() < 40 { 40 } else { notices.len().max(passages.len()) };
            for turn in 0..turns {
                let passage = &passages[(turn + shift) % passages.len()];
                add(&format!("prose/{}", passage.place), &passage.text);
                let notice = notices[turn % notices.len()];
                add(&format!("corpus/{}", notice.place), &notice.text);
            }
            let together = found(&text, today, 0);
            differences(&alone, &together, "only alone", &text, &parts, &mut failures);
            differences(&together, &alone, "only together", &text, &parts, &mut failures);
        }
    }
    failures.assert_none(notices.len() + passages.len());
}

/// Writes down what one side has and the other has not; both are in text order.
fn differences(
    here: &[Found],
    there: &[Found],
    side: &str,
    text: &str,
    parts: &[(usize, String)],
    failures: &mut Failures,
) {
    for f in here {
        let first = there.partition_point(|other| other.start < f.start);
        if there.get(first) != Some(f) {
            let part = parts.partition_point(|(start, _)| *start <= f.start) - 1;
            let near = |part: Option<usize>| part.and_then(|i| parts.get(i)).map_or("nothing", |p| &p.1);
            let seen = format!("behind {}, before {}", near(part.checked_sub(1)), near(Some(part + 1)));
            let what = format!("{side:<13} {:<44} {}", f.said, shown(text, f.start..f.end));
            failures.add(&parts[part].1, what, &seen);
        }
    }
}

#[test]
fn a_blank_line_keeps_prose_and_notices_apart() {
    stand_apart("\n\n");
}

#[test]
fn a_line_end_keeps_prose_and_notices_apart() {
    stand_apart("\n");
}

#[test]
fn the_prose_is_wide_enough() {
    let passages = passages();
    let sort = |p: &Passage| p.place.split('.').next().unwrap_or_default().to_owned();
    let mut sorts: Vec<String> = passages.iter().map(sort).collect();
    sorts.dedup();
    let mut texts: Vec<&str> = passages.iter().map(|p| p.text.as_str()).collect();
    texts.sort_unstable();
    texts.dedup();
    assert_eq!(texts.len(), passages.len(), "a passage stands twice");
    assert!(passages.len() >= 220 && sorts.len() >= 20, "{} passages, {sorts:?}", passages.len());
    for Passage { place, text, .. } in &passages {
        let tempts = |c: char| c.is_numeric() || "一二三四五六七八九十百壹叁".contains(c);
        assert!(text.chars().any(tempts), "{place} has no number");
    }
    for kind in PLAIN {
        let holds = |p: &Passage| findings(&p.text, day(DAYS[0])).iter().any(|f| f.kind.id == kind);
        assert!(passages.iter().any(holds), "no {kind}: are the passages read?");
    }
}
