//! What the door says natively (本机结果), for the tests that hold it against the binary.
//!
//! Writes into the folder it is given:
//! - `reports.jsonl`: a text, its options and its report on each line, for every notice of the corpus and its beginnings;
//! - `sample.ts`: a report, the list of kinds and that of rules as TypeScript that must satisfy `api.d.ts`.

#[path = "../../../tests/marked.rs"]
mod marked;

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use kanyan::{Lang, Options};
use serde::Serialize;

#[derive(Serialize)]
struct Line<'a> {
    text: &'a str,
    lang: &'static str,
    today: String,
    report: kanyan::Report,
}

fn main() -> io::Result<()> {
    let folder = std::env::args().nth(1).expect("the folder to write into");
    let folder = Path::new(&folder);
    fs::create_dir_all(folder)?;
    reports(&folder.join("reports.jsonl"))?;
    fs::write(folder.join("sample.ts"), sample())
}

/// How many beginnings of a notice are tried, at most.
const CUTS: usize = 48;

fn reports(file: &Path) -> io::Result<()> {
    let mut out = BufWriter::new(fs::File::create(file)?);
    for (index, notice) in marked::corpus().iter().enumerate() {
        let lang = if index % 2 == 0 { Lang::Zh } else { Lang::En };
        let options = Options { lang, ..Options::on(notice.today) };
        // An astral character in front: bytes, characters and UTF-16 units all differ from there on.
        let text = format!("𠮷{}", notice.text);
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).skip(1).collect();
        let cuts = ends.iter().step_by(ends.len() / CUTS + 1).copied();
        for end in cuts.chain([text.len()]) {
            let text = &text[..end];
            let lang = if lang == Lang::Zh { "zh" } else { "en" };
            let report = kanyan_wasm::report(text, &options);
            serde_json::to_writer(&mut out, &Line { text, lang, today: options.today.to_string(), report })?;
            out.write_all(b"\n")?;
        }
    }
    out.flush()
}

/// Everything a report can hold: names with and without words before them, problems, facts, exposed numbers, a notice
/// with a title and another name in its signature.
fn sample() -> String {
    let text = "统一社会信用代码：91110000000000000E。代码911100000000000003遗失。\n\
                张某身份证号码：110101199002300007遗失。2024年4月31日\n\n\
                减资公告\n榆川市春榆商贸有限公司（统一社会信用代码91220104MA0Y1A2B3Q）经股东会决议，注册资本由500万元\
                减至100万元，请债权人自公告之日起30日内要求清偿债务或提供担保。特此公告。\n\
                榆川市春榆商茂有限公司\n2024年8月11日";
    let options = Options::on("2024-08-11".parse().expect("a day of the calendar"));
    let report = kanyan_wasm::report(text, &options);
    let has = |what: &str, found: bool| assert!(found, "the sample shows no {what}");
    has("label", report.findings.iter().any(|f| f.label.is_some()));
    has("finding without a label", report.findings.iter().any(|f| f.label.is_none()));
    has("problem", report.findings.iter().any(|f| !f.problems.is_empty()));
    has("fact", report.findings.iter().any(|f| !f.facts.is_empty()));
    has("finding in a notice", report.findings.iter().any(|f| f.notice.is_some()));
    has("title", report.notices.iter().any(|n| n.title.is_some()));
    has("party", report.notices.iter().any(|n| !n.parties.is_empty()));
    let mut problems = report.notices.iter().flat_map(|n| &n.problems);
    has("problem of two places", problems.any(|p| !p.related.is_empty()));
    format!(
        "import type {{ KindInfo, Report, RuleInfo }} from \"../../../crate/wasm/api\";\n\n\
         export const report = {} satisfies Report;\n\n\
         export const kinds = {} satisfies KindInfo[];\n\n\
         export const rules = {} satisfies RuleInfo[];\n",
        json(&report),
        json(&kanyan_wasm::kind_infos(Lang::Zh)),
        json(&kanyan_wasm::rule_infos(Lang::Zh)),
    )
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).expect("plain data always has a JSON form")
}
