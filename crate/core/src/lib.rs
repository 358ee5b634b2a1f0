//! Kanyan 刊验: finds, names and checks every number in a Chinese newspaper notice.
//!
//! ```
//! use kanyan::{Options, Verdict};
//!
//! let options = Options::on("2024-04-11".parse().unwrap());
//! let report = kanyan::check("统一社会信用代码：91110000000000000E", &options);
//! assert_eq!(report.findings[0].kind.id, "uscc");
//! assert_eq!(report.findings[0].verdict, Verdict::Verified);
//! ```
//!
//! # From a text to a report
//!
//! | floor | place | does |
//! |---|---|---|
//! | 1 | `judgement`, `order` | what can be said of a number; the one sort |
//! | 2 | `tables` | divisions, banks, telephones, numerals, check characters, days: what numbers are looked up in |
//! | 3 | `text` | passes over the bytes and folds the stretches where numbers may stand |
//! | 4 | [`layout`] | fields of a number, each with its meaning |
//! | 5 | [`kinds`] | one kind of number a file, or a row of `data/certificates.tsv` |
//! | 6 | `finding` | a number of the text, named and judged |
//! | 7 | `pick` | readings, what names them, what they weigh; the heaviest set that does not overlap |
//! | 8 | [`notice`] | the notices, their types, parties and rules |
//! | 9 | `slips`, `report` | how a wrong number was meant; what a check gives back |
//! | 10 | `exposure`, `plain`, `traditional`, [`words`] | masking, other characters, the sentences in both languages |
//! | 11 | `json` | the report written out |
//!
//! A file uses what stands below it and its neighbours, never what stands above; `tests/house.rs` holds it.
//!
//! # Words
//!
//! | here | 中文 | is |
//! |---|---|---|
//! | kind | 号码种类 | what a number is: an identity number, a plate, a date |
//! | type | 公告类型 | what a notice is: a loss, a reduction of capital (`Sort` in code: `type` is Rust's) |
//! | format | 格式 | what a file is |
//! | stretch | 片段 | a part of the text in which numbers may stand, with their words |
//! | glyph, joint | 字、接缝 | a character as it is read; what stood between it and the one before |
//! | label | 标签 | the words that name a number |
//! | reading | 读法 | a number as it may be meant, with its kind and weight |
//! | candidate | 候选 | glyphs that may be a number, before they have a kind |
//! | compact value | 紧凑值 | a number without blanks, as kinds judge it; places in it count characters from 0 |
//! | finding | 发现 | a number of the report; its places count bytes of the text (in JSON, UTF-16 units) |
//! | flaw, problem | 差错、问题 | what can be off; that it is, where, and how heavy |
//! | fact | 所载 | what a number says |
//! | verdict | 结论 | 已验 verified, 合式 plausible, 存疑 doubtful, 有误 wrong |
//! | rule, objection | 规则、意见 | what a whole notice is asked; that it fails, where, and the law it stands on |
//! | party, mention | 当事人、提及 | who the notice is about; a name in its text |
//! | piece | 分篇 | a notice as it was split off |
//! | hole | 未填 | a place of a form that nobody filled in |
//! | slip, suggestion | 笔误、建议 | what was done to a number; how it may have been meant |
//! | exposure | 暴露 | what a number prints about a person |
//! | proved | 已核 | a check character or a table that no chance number passes agrees |

mod exposure;
mod finding;
mod json;
mod judgement;
pub mod kinds;
pub mod layout;
pub mod notice;
mod order;
mod pick;
mod plain;
mod report;
mod slips;
mod tables;
#[cfg(test)]
mod testing;
mod text;
mod traditional;
pub mod words;

pub use exposure::{Masking, Mismatch, mask};
pub use finding::{Certainty, Exposure, Finding, Slip, Suggestion};
pub use judgement::{
    AmountForm, Exposed, Fact, Flaw, Judgement, Lang, PeriodUnit, Personal, Problem, Severity, Sex, Verdict,
};
pub use notice::Options;
pub use report::{Report, Rewrite, Units};
pub use tables::date::{BadDate, Date};
pub use tables::{authorities, bank_areas, bank_classes, numerals, regions, telephones};

/// The version of the checks, as reports carry it.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Checks a text (核验). Total: any text gives a report; offsets count bytes.
pub fn check(text: &str, options: &Options) -> Report {
    let Some(simplified) = traditional::simplified(text) else { return check_plain(text, options) };
    let mut report = check_plain(&simplified, options);
    traditional::restore(&mut report, text);
    report
}

/// Checks a text in simplified characters.
fn check_plain(text: &str, options: &Options) -> Report {
    let (report, strange) = read(text, options);
    match strange.then(|| plain::Plain::of(text)).flatten() {
        None => report,
        Some(plain) => {
            let (report, _) = read(&plain.text, options);
            plain.bring_back(report, options)
        }
    }
}

/// The report of a text as it stands; may it hold characters that only look like an ideograph?
fn read(text: &str, options: &Options) -> (Report, bool) {
    let (mut findings, notices, strange) = found(text, options);
    slips::suggest(text, &mut findings, &notices, options);
    slips::keep_settled(text, &mut findings, options, |text| reread(text, options));
    let (lang, today, units) = (options.lang, options.today, Units::Bytes);
    (Report { lang, today, units, findings, notices, rewrites: Vec::new() }, strange)
}

/// The numbers and notices of a text, without suggestions; may it hold characters that only look like an ideograph?
fn found(text: &str, options: &Options) -> (Vec<Finding>, Vec<notice::Notice>, bool) {
    let (mut findings, stretches) = numbers(text, options);
    let mut notices = notice::read(text, &stretches.cues, &mut findings, options);
    notice::holes::add(text, &stretches.holes, &mut findings, &mut notices, options.off);
    exposure::fill(text, &mut findings);
    (findings, notices, stretches.strange())
}

/// The numbers of a text as they are judged, without what they are to its notices.
fn reread(text: &str, options: &Options) -> Vec<Finding> {
    let (mut findings, stretches) = numbers(text, options);
    notice::holes::add(text, &stretches.holes, &mut findings, &mut [], options.off);
    findings
}

/// The numbers that are written in a text, and where its notices and holes may be.
fn numbers<'t>(text: &'t str, options: &Options) -> (Vec<Finding>, text::scan::Stretches<'t>) {
    let mut picker = pick::Picker::new(text, options.today);
    let mut stretches = text::scan::stretches(text);
    for stretch in &mut stretches {
        picker.read(stretch);
    }
    let mut findings = picker.finish();
    notice::compare_masks(&mut findings);
    notice::mark_quoted(text, &mut findings);
    (findings, stretches)
}
