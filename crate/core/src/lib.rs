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
