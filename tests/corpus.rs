//! The corpus (语料): made-up notices, checked against the findings marked in them.

mod marked;

use std::collections::BTreeSet;
use std::fmt::Write;

use kanyan::kinds::Confidence;
use kanyan::{Finding, Options};
use marked::{Mark, Notice, corpus, strip};

/// Kinds whose numbers run free: no number of theirs can be seen to be broken.
const FREE: [&str; 5] = ["land_contract_old", "bank_account", "serial_number", "period", "other_certificate"];

/// Every flaw that one number or a pair of numbers can have.
const FLAWS: [&str; 40] = [
    "length",
    "charset",
    "lower-case",
    "check-char",
    "inner-check-char",
    "authority",
    "province",
    "region",
    "birth-date",
    "birth-range",
    "mask-length",
    "old-form",
    "kind-letter",
    "words",
    "bank-area",
    "version",
    "level",
    "year",
    "range-order",
    "range-width",
    "count",
    "no-such-day",
    "no-such-month",
    "weekday",
    "two-digit-year",
    "numeral-style",
    "amount-form",
    "amounts-disagree",
    "row-sum",
    "column-sum",
    "telephone-area",
    "telephone-prefix",
    "prefix",
    "shape",
    "contradiction",
    "inner-date",
    "leading-zero",
    "brackets",
    "unfilled",
    "quoted",
];

#[test]
fn every_number_is_found_named_and_judged() {
    let mut differences = String::new();
    let (mut wanted, mut right) = (0, 0);
    for notice in corpus() {
        let report = kanyan::check(&notice.text, &Options::on(notice.today));
        let got: Vec<Mark> = report.findings.iter().map(mark_of).collect();
        wanted += notice.marks.len();
        right += notice.marks.iter().filter(|m| got.contains(m)).count();
        compare(&notice, &got, &mut differences);
    }
    assert!(differences.is_empty(), "{right} of {wanted} as marked; the others:\n{differences}");
}

/// A finding as it would be marked.
fn mark_of(finding: &Finding) -> Mark {
    let mut words = format!("{} {}", finding.kind.id, finding.verdict.name());
    if finding.exposure.is_some() {
        words += " exposed";
    }
    for problem in &finding.problems {
        words = words + " " + kanyan::words::flaw_code(&problem.flaw);
    }
    Mark { start: finding.start, end: finding.end, words }
}

/// Writes down the marks and findings that have no equal on the other side, in text order.
fn compare(notice: &Notice, got: &[Mark], out: &mut String) {
    let missing = notice.marks.iter().filter(|m| !got.contains(m)).map(|m| (m.start, "want", m));
    let surplus = got.iter().filter(|m| !notice.marks.contains(m)).map(|m| (m.start, "got ", m));
    let mut rows: Vec<_> = missing.chain(surplus).collect();
    if rows.is_empty() {
        return;
    }
    rows.sort_by_key(|row| (row.0, row.1 == "got "));
    writeln!(out, "{}", notice.place).expect("a string takes everything");
    for (_, side, mark) in rows {
        let text = &notice.text;
        let before: Vec<char> = text[..mark.start].chars().rev().take(14).collect();
        let before: String = before.into_iter().rev().collect();
        let after: String = text[mark.end..].chars().take(8).collect();
        let shown = format!("{before}⟦{}⟧{after}", &text[mark.start..mark.end]).replace('\n', "⏎");
        writeln!(out, "  {side} {:<44} {shown}", mark.words).expect("a string takes everything");
    }
}

#[test]
fn the_corpus_is_wide_enough() {
    let notices = corpus();
    let sorts: BTreeSet<&str> = notices.iter().map(|n| n.sort.as_str()).collect();
    assert!(notices.len() >= 40, "{} notices", notices.len());
    assert!(sorts.len() >= 12, "{} types: {sorts:?}", sorts.len());

    let marks = || notices.iter().flat_map(|n| &n.marks);
    let good = |m: &&Mark| ["verified", "plausible"].contains(&m.verdict());
    for kind in kanyan::kinds::all() {
        let of_kind = |m: &&Mark| m.kind() == kind.id;
        assert!(marks().filter(good).any(|m| of_kind(&m)), "no good {kind:?}");
        let can_break = kind.confidence == Confidence::Sure && !FREE.contains(&kind.id);
        assert!(!can_break || marks().any(|m| of_kind(&m) && !good(&m)), "no broken {kind:?}");
        assert!(!kind.source.is_empty() && !kind.grammar().is_empty(), "no source or grammar: {kind:?}");
        assert!(kind.names.iter().all(|name| !name.is_empty()), "no name: {kind:?}");
    }
    for flaw in FLAWS {
        assert!(marks().any(|m| m.problems().any(|p| p == flaw)), "no {flaw}");
    }
    let broken = marks().filter(|m| !good(m)).count();
    assert!((0.1..0.35).contains(&(broken as f64 / marks().count() as f64)), "{broken} broken");
}

#[test]
fn every_mark_is_written_in_known_words() {
    let verdicts = ["verified", "plausible", "doubtful", "wrong"];
    for notice in corpus() {
        for mark in &notice.marks {
            let known = kanyan::kinds::by_id(mark.kind()).is_some();
            assert!(known && verdicts.contains(&mark.verdict()), "{}: {}", notice.place, mark.words);
            for problem in mark.problems() {
                assert!(FLAWS.contains(&problem), "{}: {}", notice.place, mark.words);
            }
        }
    }
}

#[test]
fn marks_come_out() {
    let (text, marks) = strip("代码⟦9111⏎E|uscc wrong length⟧，⟦6月1日|date plausible⟧", "here");
    assert_eq!(text, "代码9111⏎E，6月1日");
    assert_eq!(marks.len(), 2);
    assert_eq!((marks[0].start, marks[0].end, marks[0].kind()), (6, 14, "uscc"));
    assert_eq!(&text[marks[1].start..marks[1].end], "6月1日");
    assert_eq!(marks[0].problems().collect::<Vec<_>>(), ["length"]);
}
