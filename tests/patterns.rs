//! The published patterns (正则表达式) against the kinds themselves: over the corpus, the examples of the rows, and drawn numbers
//! with their slips.

use std::collections::{BTreeMap, BTreeSet};

use kanyan::kinds::{self, Number};
use kanyan::{Date, Fact, Flaw, Judgement, Options, Severity, Verdict};
use regex::Regex;

mod drawn;
mod marked;

/// Every value to ask about, by the id of its kind.
fn values() -> BTreeMap<&'static str, BTreeSet<String>> {
    let mut all: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for notice in marked::corpus() {
        for finding in kanyan::check(&notice.text, &Options::on(notice.today)).findings {
            all.entry(finding.kind.id).or_default().insert(finding.value.to_string());
        }
    }
    for row in include_str!("../crate/core/data/examples.tsv").lines().filter(|row| !row.starts_with('#')) {
        let mut cells = row.split('\t');
        let (Some(id), Some(value)) = (cells.next(), cells.next()) else { panic!("{row}: width") };
        let kind = kinds::by_id(id).expect(id);
        all.entry(kind.id).or_default().insert(value.into());
    }
    let mut random = drawn::Random::new(7, 0);
    for sort in &drawn::SORTS {
        let kind = kinds::by_id(sort.kind).expect(sort.kind);
        for _ in 0..20 {
            let number = (sort.draw)(&mut random);
            for how in drawn::HOWS {
                all.entry(kind.id).or_default().extend(how.make(sort, &number, &mut random));
            }
            all.entry(kind.id).or_default().insert(number);
        }
    }
    all
}

/// Does a pattern match what cannot be such a number, or not match one that nothing is said against?
///
/// A range is several numbers; and of an identity number that has a digit too many only arithmetic tells that it has.
fn disagrees(pattern: &Regex, value: &str, out: &Judgement) -> bool {
    let misfits = |least: Severity| {
        let mut problems = out.problems.iter().filter(|problem| problem.severity >= least);
        problems.any(|problem| match problem.flaw {
            Flaw::Length(_) => least == Severity::Hint || out.exposed.is_none(),
            flaw => matches!(flaw, Flaw::Charset | Flaw::Shape(_)),
        })
    };
    let range = out.facts.iter().any(|fact| matches!(fact, Fact::Count(_)))
        || out.problems.iter().any(|problem| matches!(problem.flaw, Flaw::RangeOrder | Flaw::RangeWidth));
    match pattern.is_match(value) {
        _ if range => false,
        true => misfits(Severity::Doubtful),
        false => out.verdict() <= Verdict::Plausible && !misfits(Severity::Hint),
    }
}

#[test]
fn patterns_agree_with_their_kinds() {
    let today: Date = "2024-04-11".parse().expect("a day");
    let (mut off, mut asked) = (Vec::new(), 0);
    for (id, values) in values() {
        let kind = kinds::by_id(id).expect(id);
        let Some(pattern) = kind.pattern() else { continue };
        let pattern = Regex::new(&pattern).expect(id);
        // What is masked is filled in in no form.
        for value in values.iter().filter(|value| kind.looks_like(value) && !value.contains("**")) {
            let out = kind.check(&Number::bare(value, today));
            asked += 1;
            if disagrees(&pattern, value, &out) {
                off.push(format!("{id} {value}: {pattern} {}", pattern.is_match(value)));
            }
        }
    }
    assert!(asked > 5000, "{asked}");
    assert!(off.is_empty(), "{} of {asked}:\n{}", off.len(), off.join("\n"));
}

/// Every kind with a layout, a shape or a fixed form has one.
#[test]
fn most_kinds_have_one() {
    let without = kinds::all().iter().filter(|kind| kind.pattern().is_none());
    let without: Vec<&str> = without.map(|kind| kind.id).collect();
    assert!(without.len() <= 25, "{without:?}");
}
