//! Whole notices (公告): made up, each with what must be said of it.
//!
//! ```text
//! # Capital reductions
//! # today: 2024-08-01
//! = capital_reduction missing.contact; loss
//! the text of a paste, with ⟦the place|amount.decrease⟧ of a problem marked, if it matters
//! ====
//! = capital_reduction
//! the next paste
//! ```
//!
//! The line `=` names the notices of the paste in their order: type, then the rules that speak, in any order. A paste in
//! which no rule speaks, or only hints, has no `doubtful` and no `wrong` number either.

mod marked;

use std::collections::BTreeSet;
use std::fmt::Write;

use kanyan::notice::{Notice, rules, sorts};
use kanyan::{Options, Report, Severity, Verdict};
use marked::{Mark, strip};

struct Paste {
    place: String,
    today: kanyan::Date,
    /// The notices: type and rules.
    wanted: Vec<Vec<String>>,
    text: String,
    marks: Vec<Mark>,
}

fn pastes() -> Vec<Paste> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/notices");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("it can be read").path())
        .collect();
    files.sort();
    let mut all = Vec::new();
    for file in files.iter().filter(|file| file.extension().is_some_and(|ext| ext == "txt")) {
        let name = file.file_name().expect("a file has a name").to_string_lossy().into_owned();
        let text = std::fs::read_to_string(file).expect("it can be read");
        let mut today = "2024-04-11".to_string();
        let mut line = 1;
        for part in text.split("====\n") {
            let (mut own, mut wanted, mut body) = (None, None, String::new());
            for row in part.lines() {
                match (row.strip_prefix("# today: "), row.strip_prefix("= ")) {
                    (Some(day), _) if line == 1 => today = day.to_string(),
                    (Some(day), _) => own = Some(day.to_string()),
                    (_, Some(all)) if wanted.is_none() => wanted = Some(all.to_string()),
                    _ if row.starts_with("# ") => {}
                    _ => writeln!(body, "{row}").expect("a string takes everything"),
                }
            }
            let place = format!("{name}:{line}");
            line += part.lines().count() + 1;
            let wanted = wanted.unwrap_or_else(|| panic!("{place}: no line with ="));
            let words = |notice: &str| notice.split_whitespace().map(str::to_string).collect::<Vec<_>>();
            let wanted = wanted.split(';').map(words).filter(|w| !w.is_empty()).collect();
            let (text, marks) = strip(&body, &place);
            let today = own.unwrap_or_else(|| today.clone()).parse().expect("a day of the calendar");
            all.push(Paste { place, today, wanted, text, marks });
        }
    }
    all
}

fn check(paste: &Paste) -> Report {
    kanyan::check(&paste.text, &Options::on(paste.today))
}

/// Type and rules of a notice, the rules in order.
fn told(notice: &Notice) -> Vec<String> {
    let codes: BTreeSet<&str> = notice.problems.iter().map(|problem| problem.rule.code).collect();
    [notice.sort.id].into_iter().chain(codes).map(str::to_string).collect()
}

#[test]
fn every_notice_is_told_and_judged() {
    let (mut differences, mut wanted, mut missed, mut surplus) = (String::new(), 0, 0, 0);
    for paste in pastes() {
        let report = check(&paste);
        let got: Vec<Vec<String>> = report.notices.iter().map(told).collect();
        let want: Vec<Vec<String>> = paste
            .wanted
            .iter()
            .map(|notice| {
                let codes: BTreeSet<&String> = notice[1..].iter().collect();
                [&notice[0]].into_iter().chain(codes).cloned().collect()
            })
            .collect();
        wanted += want.iter().map(|notice| notice.len() - 1).sum::<usize>();
        if got != want {
            let codes = |all: &[Vec<String>]| all.iter().flat_map(|n| n[1..].to_vec()).collect::<Vec<_>>();
            let (got_codes, want_codes) = (codes(&got), codes(&want));
            missed += want_codes.iter().filter(|code| !got_codes.contains(code)).count();
            surplus += got_codes.iter().filter(|code| !want_codes.contains(code)).count();
            let show = |all: &[Vec<String>]| all.iter().map(|n| n.join(" ")).collect::<Vec<_>>().join("; ");
            writeln!(differences, "{}\n  want {}\n  got  {}", paste.place, show(&want), show(&got))
                .expect("a string takes everything");
            for problem in report.notices.iter().flat_map(|n| &n.problems) {
                let place = &paste.text[problem.start..problem.end];
                writeln!(
                    differences,
                    "       {}: {} ⟦{}⟧",
                    problem.rule.code,
                    problem.message(kanyan::Lang::Zh),
                    place.replace('\n', "⏎")
                )
                .expect("a string takes everything");
            }
        }
        for mark in &paste.marks {
            let covers = |start: usize, end: usize| (start, end) == (mark.start, mark.end);
            let problems = report.notices.iter().flat_map(|notice| &notice.problems);
            let found = problems.filter(|problem| problem.rule.code == mark.words).any(|problem| {
                covers(problem.start, problem.end)
                    || problem.related.iter().any(|place| covers(place.start, place.end))
            });
            if !found {
                let marked = &paste.text[mark.start..mark.end];
                writeln!(differences, "{}\n  {} does not point at ⟦{marked}⟧", paste.place, mark.words)
                    .expect("a string takes everything");
            }
        }
    }
    assert!(differences.is_empty(), "{wanted} wanted, {missed} missed, {surplus} too many\n{differences}");
}

/// Where nothing is wrong, nothing is doubted: neither the notice nor a number in it.
#[test]
fn right_notices_raise_no_alarm() {
    let severity = |code: &str| rules().iter().find(|rule| rule.code == code).map(|rule| rule.severity);
    for paste in pastes() {
        let hints =
            paste.wanted.iter().flat_map(|n| &n[1..]).all(|code| severity(code) == Some(Severity::Hint));
        if !hints {
            continue;
        }
        let report = check(&paste);
        for notice in &report.notices {
            assert!(notice.verdict < Verdict::Doubtful, "{}: {:?}", paste.place, notice.problems);
        }
        for finding in &report.findings {
            assert!(finding.verdict < Verdict::Doubtful, "{}: {finding:?}", paste.place);
        }
    }
}

#[test]
fn the_notices_are_wide_enough() {
    let pastes = pastes();
    let notices: Vec<_> = pastes.iter().flat_map(|paste| &paste.wanted).collect();
    assert!(notices.len() >= 120, "{} notices", notices.len());
    for rule in rules() {
        assert!(
            notices.iter().any(|n| n[1..].iter().any(|code| code == rule.code)),
            "no notice breaks {}",
            rule.code
        );
    }
    for sort in sorts() {
        assert!(notices.iter().any(|n| n[0] == sort.id), "no {}", sort.id);
    }
    let right = notices.iter().filter(|n| n.len() == 1).count();
    assert!(right >= 40, "{right} notices with nothing to say");
}

#[test]
fn a_rule_that_is_switched_off_is_silent() {
    for paste in pastes() {
        let codes: BTreeSet<&str> = paste.wanted.iter().flat_map(|n| &n[1..]).map(String::as_str).collect();
        for code in codes {
            let off = kanyan::notice::Off::these([code]).expect("a rule of this name");
            let report = kanyan::check(&paste.text, &Options { off, ..Options::on(paste.today) });
            let speaks =
                report.notices.iter().flat_map(|n| &n.problems).any(|problem| problem.rule.code == code);
            assert!(!speaks, "{}: {code}", paste.place);
        }
    }
}

/// Whatever stands in the brackets behind a title, and wherever the title stands, a report comes back.
#[test]
fn anything_in_the_brackets_of_a_title() {
    let options = Options::on("2026-11-30".parse().expect("a day of the calendar"));
    let befores = [
        "声明作废。",
        "声明作废 ",
        "●",
        "。",
        "",
        "榆川公司 2026年11月28日 ",
        "声明作废。●【",
        "声明作废。　　",
    ];
    let insides =
        ["", "第二。次", "●次", "！", "第二次】", "\n", "（", "\u{3000}", "2026年11月30日 ", "●。！ "];
    for before in befores {
        for title in ["减资公告", "遗失声明", "公示", "公告"] {
            for inside in insides {
                for (open, close) in [("（", "）"), ("(", ")"), ("【", "】"), ("", "】"), ("（", "")] {
                    let text = format!(
                        "遗失声明\n李四遗失公章，{before}{title}{open}{inside}{close} 榆川公司，减少注册资本，特此公告。"
                    );
                    let report = kanyan::check(&text, &options);
                    for notice in &report.notices {
                        assert!(text.get(notice.start..notice.end).is_some(), "{text}");
                    }
                }
            }
        }
    }
}
