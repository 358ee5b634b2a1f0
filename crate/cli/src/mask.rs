//! `kanyan mask`: a text in, the same text out with the numbers of persons masked (脱敏), byte for byte the same elsewhere.

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

use kanyan::notice::Off;
use kanyan::{Date, Finding, Lang, Masking, Options, Report};

use crate::check::{Counts, Outcome, Trouble, complain, local_day, no_output, outcome};
use crate::encoding::{self, Decoded, Edit};
use crate::input::Source;
use crate::words;

/// What to mask and where to write it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// What to read.
    pub source: Source,
    /// The file to write; without it, the standard output.
    pub output: Option<PathBuf>,
    /// The language of the sentences.
    pub lang: Lang,
    /// The day of publication; without it, today.
    pub today: Option<Date>,
    /// Which numbers to mask.
    pub masking: Masking,
}

/// Writes the masked text; how many numbers were masked, and which were left, goes to the standard error.
///
/// A masked number shows its check character no more, so what is wrong stays as it is unless asked for, and is told by
/// the exit code as `check` does it.
pub fn run(request: &Request) -> Outcome {
    let Request { source, output, lang, today, masking } = request;
    let (lang, masking) = (*lang, *masking);
    let Some(today) = today.or_else(local_day) else {
        complain(words::no_clock(lang));
        return Outcome::Unread;
    };
    if *source == Source::Stdin && io::stdin().is_terminal() {
        complain(words::type_here(lang));
    }
    let name = source.name();
    let name = words::source(lang, &name);
    let unread = |trouble: &Trouble| {
        complain(&words::trouble(lang, name, trouble));
        Outcome::Unread
    };
    let bytes = match source.read() {
        Ok(bytes) => bytes,
        Err(error) => return unread(&Trouble::Io(error)),
    };
    let decoded = match encoding::decode(bytes.clone()) {
        Ok(decoded) => decoded,
        Err(what) => return unread(&Trouble::NoText(what)),
    };
    let report = kanyan::check(&decoded.text, &Options { lang, today, off: Off::default() });
    let Some(masked) = masked(&bytes, &decoded, &report, masking) else {
        complain(&words::not_masked(lang, name, decoded.encoding.name()));
        return Outcome::Unread;
    };
    let written = match output {
        Some(path) => std::fs::write(path, &masked),
        None => io::stdout().lock().write_all(&masked).and_then(|()| io::stdout().flush()),
    };
    match written {
        // A reader that has seen enough (`head`, a pager) is no error.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => return no_output(lang, &error),
        _ => {}
    }
    let mut counts = Counts::default();
    counts.add(&report);
    let left: Vec<&Finding> =
        report.findings.iter().filter(|f| f.exposure.is_some() && !masking.takes(f)).collect();
    for finding in &left {
        complain(&words::left(lang, name, line(&decoded.text, finding.start), finding));
    }
    complain(&words::masked(lang, name, counts.exposed - left.len(), left.len(), counts.wrong()));
    if decoded.broken > 0 {
        let encoding = decoded.encoding.name();
        return unread(&Trouble::Broken { line: None, encoding, places: decoded.broken });
    }
    outcome(&counts, false)
}

/// The line of a byte, from 1.
fn line(text: &str, at: usize) -> usize {
    1 + text[..at].matches('\n').count()
}

/// The bytes with the exposed numbers masked; nothing where they cannot be changed without touching others.
fn masked(bytes: &[u8], decoded: &Decoded, report: &Report, masking: Masking) -> Option<Vec<u8>> {
    let edits: Vec<Edit> = report
        .findings
        .iter()
        .filter(|f| masking.takes(f))
        .filter_map(|f| f.exposure.as_ref())
        .flat_map(|exposure| {
            let old = decoded.text[exposure.start..exposure.end].char_indices();
            let new = exposure.replacement.chars();
            let changed = old.zip(new).filter(|((_, old), new)| old != new);
            changed.map(|((at, old), new)| Edit { at: exposure.start + at, old, new })
        })
        .collect();
    let out = encoding::edited(bytes, decoded, &edits)?;
    // What is written must be read again as it was meant: a damaged text may hide a place.
    let again = encoding::decode(out.clone()).ok()?;
    let wanted = kanyan::mask(&decoded.text, report, masking).ok()?;
    let right = again.text == wanted && again.encoding == decoded.encoding;
    right.then_some(out)
}
