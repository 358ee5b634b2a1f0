//! What is suggested for drawn slips (笔误建议): each kind that has arithmetic, each slip, 200 drawn numbers.

mod drawn;

use drawn::seen::passes;
use drawn::{HOWS, How, Random, SORTS, Sort};

const SEED: u64 = 5;
const COUNT: usize = 200;

/// Numbers of one kind, the same for each test.
fn numbers(sort: &'static Sort) -> impl Iterator<Item = String> {
    let stream = SORTS.iter().position(|other| std::ptr::eq(other, sort)).expect("in the list");
    let mut random = Random::new(SEED, stream as u64);
    (0..COUNT).map(move |_| (sort.draw)(&mut random))
}

#[test]
fn drawn_numbers_are_right() {
    let mut failures = Vec::new();
    for sort in &SORTS {
        for number in numbers(sort) {
            let [before, after] = sort.line();
            let text = format!("{before}{number}{after}");
            let report = kanyan::check(&text, &kanyan::Options::on(sort.today()));
            let right = matches!(&report.findings[..], [only]
                if only.kind.id == sort.kind
                    && only.verdict == kanyan::Verdict::Verified
                    && only.suggestions.is_empty()
                    && (only.start, only.end) == (before.len(), before.len() + number.len()));
            if !right || passes(sort, &number).is_none() {
                failures.push(format!("{} in {text:?}: {:?}", sort.kind, report.findings));
            }
        }
    }
    assert!(
        failures.is_empty(),
        "{}\n{} failures",
        failures[..failures.len().min(9)].join("\n"),
        failures.len()
    );
}

/// The way back finds what the slip was made from, and the slip is another number.
#[test]
fn a_slip_may_have_been_made_from_its_number() {
    for sort in &SORTS {
        for how in HOWS {
            let mut random = Random::new(SEED, 99);
            for number in numbers(sort).take(20) {
                let Some(bad) = how.make(sort, &number, &mut random) else { continue };
                assert_ne!(bad, number, "{how:?}");
                assert!(how.origins(sort, &bad).contains(&number), "{} {how:?} {number} {bad}", sort.kind);
                assert!(how == How::Doubled || how.origins(sort, &bad).iter().all(|o| *o != bad), "{bad}");
            }
        }
    }
}
