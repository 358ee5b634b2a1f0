//! `kanyan check`: texts in, reports out (核验).

use std::io::{self, IsTerminal, Write};

use annotate_snippets::normalize_untrusted_str;
use kanyan::notice::Off;
use kanyan::{Date, Lang, Options, Report, Severity, Verdict};
use serde::Serialize;

use crate::encoding::{self, Decoded, NoText};
use crate::input::{self, Job, Source};
use crate::order::in_order;
use crate::page::{Page, Part};
use crate::text::{self, At, Look};
use crate::words;

/// What to check and how to say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// What to read.
    pub sources: Vec<Source>,
    /// Every line is a text of its own.
    pub lines: bool,
    /// How to write the reports.
    pub format: Format,
    /// In text: only what is doubtful or wrong.
    pub quiet: bool,
    /// The language of the sentences.
    pub lang: Lang,
    /// The day of publication; without it, today.
    pub today: Option<Date>,
    /// The rules for whole notices that are switched off.
    pub off: Off,
}

/// How reports are written out (格式).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// One report: an object; several: an array of objects that name their file.
    Json,
    /// One report a line, each naming its file.
    Jsonl,
}

/// What keeps a source from being read, or read whole (读不了).
#[derive(Debug)]
pub enum Trouble {
    /// The operating system says so.
    Io(io::Error),
    /// It is no text.
    NoText(NoText),
    /// It was checked, but places in it are broken.
    Broken {
        /// The line, where each line is a text.
        line: Option<usize>,
        /// As what it was read.
        encoding: &'static str,
        /// How many places.
        places: usize,
    },
}

/// How many of what (合计).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Texts checked.
    pub texts: usize,
    /// Findings from [`Verdict::Verified`] to [`Verdict::Wrong`].
    pub verdicts: [usize; 4],
    /// Findings that print something about a person in full.
    pub exposed: usize,
    /// Notices recognised.
    pub notices: usize,
    /// What is missing in them or disagrees, from [`Severity::Hint`] to [`Severity::Wrong`].
    pub objections: [usize; 3],
}

impl Counts {
    /// Adds a report.
    pub fn add(&mut self, report: &Report) {
        self.texts += 1;
        for finding in &report.findings {
            self.verdicts[finding.verdict as usize] += 1;
            self.exposed += usize::from(finding.exposure.is_some());
        }
        self.notices += report.notices.len();
        for problem in report.notices.iter().flat_map(|notice| &notice.problems) {
            self.objections[problem.severity as usize] += 1;
        }
    }

    /// Adds what another has counted.
    pub fn merge(&mut self, other: Counts) {
        self.texts += other.texts;
        for (sum, more) in self.verdicts.iter_mut().zip(other.verdicts) {
            *sum += more;
        }
        self.exposed += other.exposed;
        self.notices += other.notices;
        for (sum, more) in self.objections.iter_mut().zip(other.objections) {
            *sum += more;
        }
    }

    /// How many findings and things in notices are wrong.
    pub fn wrong(&self) -> usize {
        self.verdicts[Verdict::Wrong as usize] + self.objections[Severity::Wrong as usize]
    }
}

/// How it ended, as the exit code tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// 0: nothing is wrong.
    Clean = 0,
    /// 1: something is wrong.
    Wrong = 1,
    /// 2: something could not be read or written; what could be was checked.
    Unread = 2,
}

/// Checks everything and writes to the standard output; sentences about what could not be read go to the
/// standard error, each at its place in the order.
pub fn run(request: Request) -> Outcome {
    let Request { sources, lines, format, quiet, lang, today, off } = request;
    let Some(today) = today.or_else(local_day) else {
        complain(words::no_clock(lang));
        return Outcome::Unread;
    };
    if sources == [Source::Stdin] && io::stdin().is_terminal() {
        complain(words::type_here(lang));
    }
    let width = terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| usize::from(width.0));
    let single = sources.len() == 1 && !lines;
    let worker =
        Worker { format, single, look: Look { width, quiet }, options: Options { lang, today, off } };
    let jobs: Box<dyn Iterator<Item = Job> + Send> =
        if lines { Box::new(input::lines(sources)) } else { Box::new(input::whole(sources)) };

    let mut page = Page::new(format, single);
    let mut counts = Counts::default();
    let mut unread = false;
    for done in in_order(jobs, move |job| worker.work(job)) {
        counts.merge(done.counts);
        if let Err(error) = page.add(&done.parts) {
            return cut_off(lang, &error, &counts, unread);
        }
        for (source, trouble) in &done.troubles {
            unread = true;
            complain(&words::trouble(lang, words::source(lang, &source.name()), trouble));
        }
    }
    if let Err(error) = page.end(&words::counts(lang, &counts, today)) {
        return cut_off(lang, &error, &counts, unread);
    }
    outcome(&counts, unread)
}

/// How it ended, where so much was found.
pub fn outcome(counts: &Counts, unread: bool) -> Outcome {
    match (unread, counts.wrong()) {
        (true, _) => Outcome::Unread,
        (false, 0) => Outcome::Clean,
        (false, _) => Outcome::Wrong,
    }
}

/// A reader that has seen enough (`head`, a pager) is no error: what was found until then decides.
fn cut_off(lang: Lang, error: &io::Error, counts: &Counts, unread: bool) -> Outcome {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return outcome(counts, unread);
    }
    no_output(lang, error)
}

/// The results cannot be written: says so.
pub fn no_output(lang: Lang, error: &io::Error) -> Outcome {
    complain(&words::no_output(lang, error));
    Outcome::Unread
}

/// A sentence to the standard error; where even that is closed, nobody is there to be told.
pub fn complain(sentence: &str) {
    // A file's name may hold anything; a terminal is not to obey it.
    let _ = writeln!(io::stderr(), "{}", normalize_untrusted_str(sentence));
}

/// Today, as the clock on the wall has it.
pub fn local_day() -> Option<Date> {
    let day = jiff::Zoned::now().date();
    let [month, day_of_month] = [day.month(), day.day()].map(i8::unsigned_abs);
    Date::new(u16::try_from(day.year()).ok()?, month, day_of_month)
}

/// A report beside others: where it comes from, and then the report's own fields.
#[derive(Serialize)]
struct Record<'a> {
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    /// Offsets count bytes of the text in UTF-8; this tells whether they are the file's own.
    encoding: &'a str,
    #[serde(flatten)]
    report: &'a Report,
}

/// What a worker hands over for one job.
#[derive(Default)]
struct Done {
    parts: Vec<Part>,
    counts: Counts,
    troubles: Vec<(Source, Trouble)>,
}

struct Worker {
    format: Format,
    single: bool,
    look: Look,
    options: Options,
}

impl Worker {
    fn work(&self, job: Job) -> Done {
        let mut done = Done::default();
        match job {
            Job::Whole(source) => match source.read() {
                Ok(bytes) => match encoding::decode(bytes) {
                    Ok(decoded) => self.check(&source, None, decoded, &mut done),
                    Err(what) => done.troubles.push((source, Trouble::NoText(what))),
                },
                Err(error) => done.troubles.push((source, Trouble::Io(error))),
            },
            Job::Lines(source, block) => {
                for (line, bytes) in (block.first..).zip(block.lines) {
                    let mut decoded = encoding::decode_line(block.encoding, bytes);
                    let text = decoded.text.strip_suffix('\n').unwrap_or(&decoded.text);
                    decoded.text.truncate(text.strip_suffix('\r').unwrap_or(text).len());
                    self.check(&source, Some(line), decoded, &mut done);
                }
            }
            Job::Unread(source, error) => done.troubles.push((source, Trouble::Io(error))),
        }
        done
    }

    fn check(&self, source: &Source, line: Option<usize>, decoded: Decoded, done: &mut Done) {
        let Decoded { text, encoding, broken } = decoded;
        let report = kanyan::check(&text, &self.options);
        done.counts.add(&report);
        if broken > 0 {
            let trouble = Trouble::Broken { line, encoding: encoding.name(), places: broken };
            done.troubles.push((source.clone(), trouble));
        }
        let name = source.name();
        let encoding = &encoding.name().to_ascii_lowercase();
        let record = Record { file: &name, line, encoding, report: &report };
        match self.format {
            Format::Text => {
                let at = At { file: words::source(self.options.lang, &name), line: line.unwrap_or(1) };
                for drawn in text::draw(self.look, at, &text, &report) {
                    let rows = if drawn.headed { Part::Notice } else { Part::Rows };
                    done.parts.extend((!drawn.rows.is_empty()).then(|| rows(drawn.rows)));
                    done.parts.extend(drawn.snippets.into_iter().map(Part::Snippet));
                }
            }
            Format::Json => {
                let object = if self.single {
                    serde_json::to_string_pretty(&report)
                } else {
                    serde_json::to_string_pretty(&record)
                };
                done.parts.push(Part::Object(object.expect("a report is strings and numbers")));
            }
            Format::Jsonl => {
                if !matches!(done.parts.last(), Some(Part::Lines(_))) {
                    done.parts.push(Part::Lines(Vec::new()));
                }
                if let Some(Part::Lines(lines)) = done.parts.last_mut() {
                    serde_json::to_writer(&mut *lines, &record).expect("a vector takes every byte");
                    lines.push(b'\n');
                }
            }
        }
    }
}
