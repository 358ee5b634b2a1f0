//! Look-alikes (部首字符): every text of the corpus and of the notices as a PDF may give it, with radicals for ideographs,
//! is read as it stands there in ideographs.

mod marked;

use kanyan::{Certainty, Options, Report, check};
use marked::{corpus, strip};

/// Ideographs and what PDFs give for them: Kangxi radicals and CJK radicals (from EquivalentUnifiedIdeograph.txt).
const PAIRS: [(&str, &str); 2] = [
    (
        "日一人月长用民自行食工至二车生身大金小十水立手面支方里子文石示老力口米门心高止土网青白山西风气木比田王士谷八入角儿鼓女黑无见斤雨龙走香非几舟而色豆页片",
        "⽇⼀⼈⽉⻓⽤⺠⾃⾏⻝⼯⾄⼆⻋⽣⾝⼤⾦⼩⼗⽔⽴⼿⾯⽀⽅⾥⼦⽂⽯⽰⽼⼒⼝⽶⻔⼼⾼⽌⼟⽹⻘⽩⼭⻄⻛⽓⽊⽐⽥⺩⼠⾕⼋⼊⻆⼉⿎⼥⿊⽆⻅⽄⻗⻰⾛⾹⾮⼏⾈⽽⾊⾖⻚⽚",
    ),
    // With compatibility ideographs, as old Korean and Japanese fonts have them: 年, 更, 六, 零, 拾.
    ("年更六零拾日月民", "\u{f98e}\u{f901}\u{f9d1}\u{f9b2}\u{f973}⺜⺝⺠"),
];

fn texts() -> Vec<(String, String)> {
    let mut all: Vec<_> = corpus().into_iter().map(|notice| (notice.place, notice.text)).collect();
    let folder = format!("{}/../../tests/notices", env!("CARGO_MANIFEST_DIR"));
    let entries = std::fs::read_dir(folder).expect("a folder of texts");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("it can be listed").path()).collect();
    files.sort();
    for file in files {
        let content = std::fs::read_to_string(&file).expect("texts are UTF-8");
        for (number, part) in content.split("====\n").enumerate() {
            let place = format!("{} {number}", file.display());
            let text = strip(part, &place).0;
            all.push((place, text));
        }
    }
    all
}

/// What is said of the text itself is left out: that it has look-alikes, and that it is better written without.
fn plain(mut report: Report) -> Report {
    report.rewrites.clear();
    for notice in &mut report.notices {
        notice.problems.retain(|problem| problem.rule.code != "characters.look-alike");
    }
    for finding in &mut report.findings {
        finding.suggestions.clear();
    }
    report
}

/// The text with its ideographs.
fn rewritten(text: &str, report: &Report) -> String {
    let mut out = text.to_owned();
    for rewrite in report.rewrites.iter().rev() {
        out.replace_range(rewrite.start..rewrite.end, &rewrite.replacement);
    }
    out
}

#[test]
fn every_text_is_read_as_with_ideographs() {
    let options = Options::on("2024-04-11".parse().expect("a day of the calendar"));
    let mut changed = 0;
    for (place, text) in texts() {
        let text = rewritten(&text, &check(&text, &options));
        let want = plain(check(&text, &options));
        for (true_ones, given) in PAIRS {
            assert_eq!(true_ones.chars().count(), given.chars().count());
            let as_given = |ch| {
                let at = true_ones.chars().position(|one| one == ch);
                at.and_then(|at| given.chars().nth(at)).unwrap_or(ch)
            };
            let from_pdf: String = text.chars().map(as_given).collect();
            let report = check(&from_pdf, &options);
            let different = from_pdf.chars().zip(text.chars()).filter(|(a, b)| a != b).count();
            assert_eq!(report.rewrites.len(), different, "{place}");
            changed += different;
            assert_eq!(rewritten(&from_pdf, &report), text, "{place}");
            // Every number in which one stands is offered in ideographs.
            for finding in &report.findings {
                let inside = report.rewrites.iter().any(|r| r.start >= finding.start && r.end <= finding.end);
                let offered = finding.suggestions.iter().any(|s| s.certainty == Certainty::Safe);
                assert!(!inside || offered, "{place}: {}", finding.value);
            }
            // As many bytes, so the same places.
            assert_eq!(plain(report), want, "{place}: {from_pdf}");
        }
    }
    assert!(changed > 5000, "{changed}");
}
