//! The notice as a whole (公告): splitting a paste, telling the types, and what must be there and agree.
//!
//! Each rule is one function in a file of this folder and one row of `data/rules.tsv`, which names its ground. A rule
//! is silent when it is unsure: a false alarm teaches the desk to look away.

mod accounts;
mod ahead;
mod amounts;
mod articles;
mod blanks;
mod body;
mod cases;
mod counts;
mod court;
mod credit;
mod dates;
mod deadline;
mod duplicates;
pub(crate) mod holes;
mod lines;
mod lists;
mod masks;
mod name_words;
mod names;
mod options;
mod parties;
mod periods;
mod persons;
mod places;
mod quoted;
mod required;
pub(crate) mod rules;
mod scope;
mod sort;
mod split;
mod tail;
mod terms;
mod titles;
mod types;
mod vocabulary;

use std::ops::Range;

pub use body::Body;
pub(crate) use masks::compare as compare_masks;
pub use options::Options;
pub use parties::{Party, Role};
pub(crate) use quoted::mark as mark_quoted;
pub use rules::{Off, Rule, all as rules};
pub use types::{Sort, all as sorts};

use crate::finding::Finding;
use crate::judgement::{Lang, Severity, Verdict};
use crate::kinds::Kind;
use crate::order;
use crate::tables::date::Date;
use crate::text::border;

/// One notice in the text (公告).
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// Where it starts; a title that stands apart is not in it.
    pub start: usize,
    /// Where it ends (exclusive).
    pub end: usize,
    /// Its type.
    pub sort: &'static Sort,
    /// Its title, where it has one.
    pub title: Option<Title>,
    /// Who is named: in the title, the text, the signature.
    pub parties: Vec<Party>,
    /// What is missing or disagrees.
    pub problems: Vec<Objection>,
    /// The worst of its problems and of its numbers.
    pub verdict: Verdict,
}

/// The title of a notice (标题).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// Where it starts.
    pub start: usize,
    /// Where it ends (exclusive).
    pub end: usize,
    /// As written, blanks left out.
    pub text: String,
}

/// Something missing or disagreeing in a notice (问题).
#[derive(Clone, Debug, PartialEq)]
pub struct Objection {
    /// The rule that says it.
    pub rule: &'static Rule,
    /// How heavy it is.
    pub severity: Severity,
    /// Where it starts.
    pub start: usize,
    /// Where it ends (exclusive).
    pub end: usize,
    /// The other places it is about.
    pub related: Vec<Range<usize>>,
    /// What stands there, for the words.
    pub args: Vec<String>,
}

impl Notice {
    /// Adds one more to its problems, which stand in their order; its verdict follows.
    pub(crate) fn add(&mut self, one: Objection) {
        let before =
            |p: &Objection| p.severity > one.severity || p.severity == one.severity && p.start <= one.start;
        let at = self.problems.iter().take_while(|p| before(p)).count();
        self.verdict = Verdict::of(Some(one.severity), self.verdict);
        self.problems.insert(at, one);
    }

    /// Puts its problems in order and gives it the verdict that follows from them and from its numbers.
    fn conclude(&mut self, findings: &[Finding]) {
        let problems = std::mem::take(&mut self.problems);
        self.problems =
            order::sorted(problems, |a, b| b.severity.cmp(&a.severity).then(a.start.cmp(&b.start)));
        let numbers = findings.iter().map(|f| f.verdict).max().unwrap_or(Verdict::Plausible);
        self.verdict = Verdict::of(self.problems.iter().map(|p| p.severity).max(), numbers);
    }
}

impl Objection {
    /// The sentence.
    pub fn message(&self, lang: Lang) -> String {
        self.rule.message(lang, &self.args)
    }
}

/// What the rules see of a notice.
pub(crate) struct Context<'a> {
    /// The pasted text.
    pub text: &'a str,
    /// The notice's own text, without its title.
    pub body: &'a Body,
    /// Its range in the pasted text.
    pub range: Range<usize>,
    /// Its type, by its text, else by its title.
    pub sort: &'static Sort,
    /// The title.
    pub title: Option<Title>,
    /// The lines that sign it.
    pub signature: Option<Range<usize>>,
    /// The organisations it names.
    pub names: parties::Names,
    /// What it hands on to the rules for all notices.
    pub trace: duplicates::Trace,
    /// Its numbers, in text order.
    pub findings: &'a [Finding],
    /// The day of publication.
    pub today: Date,
    /// The language of what is put into the words.
    pub lang: Lang,
    off: Off,
    out: Vec<Objection>,
}

impl Context<'_> {
    /// Says what a rule found, at a place of the pasted text. The row's weight is the heaviest.
    pub fn say(
        &mut self,
        code: rules::Code,
        severity: Severity,
        place: Range<usize>,
        related: Vec<Range<usize>>,
        args: &[&str],
    ) {
        let rule = code.rule();
        if self.off.has(rule) {
            return;
        }
        let args = args.iter().map(|&arg| arg.to_string()).collect();
        let severity = severity.min(rule.severity);
        self.out.push(Objection { rule, severity, start: place.start, end: place.end, related, args });
    }

    /// Does the notice say this word, in its text or its title?
    pub fn says(&self, word: &str) -> bool {
        self.body.says(word) || self.title.as_ref().is_some_and(|title| title.text.contains(word))
    }

    /// The place in the pasted text of a range of the body.
    pub fn place(&self, range: Range<usize>) -> Range<usize> {
        self.body.place(self.text, range)
    }

    /// The findings of a kind.
    pub fn of_kind<'b>(&'b self, kind: &'static Kind) -> impl Iterator<Item = &'b Finding> + 'b {
        self.findings.iter().filter(move |finding| finding.kind == kind)
    }

    /// A finding's place in the body.
    pub fn inside(&self, finding: &Finding) -> Range<usize> {
        self.body.inside(&(finding.start..finding.end))
    }

    /// Where to point at when something is missing: the end of the text before the signature, one character.
    pub fn end_mark(&self) -> Range<usize> {
        let end = self.signature.as_ref().map_or(self.range.end, |signature| signature.start);
        let end = self.range.start + self.text[self.range.start..end].trim_end().len();
        let last = self.text[self.range.start..end].chars().next_back().map_or(0, char::len_utf8);
        end - last..end
    }
}

/// The rules' code, each file of this folder one.
const RULES: &[fn(&mut Context)] = &[
    required::check,
    blanks::check,
    periods::check,
    names::check,
    credit::check,
    duplicates::check,
    amounts::check,
    counts::check,
    lists::check,
    dates::check,
    deadline::check,
    ahead::check,
    terms::check,
    accounts::check,
    persons::check,
    places::check,
    cases::check,
    articles::check,
];

/// The notices of a text; the findings learn which one they stand in.
pub(crate) fn read(text: &str, cues: &[usize], findings: &mut [Finding], options: &Options) -> Vec<Notice> {
    let pieces = split::pieces(text, cues);
    let mut notices = Vec::with_capacity(pieces.len());
    let (mut traces, mut ranges) = (Vec::new(), Vec::new());
    let mut first = 0;
    for (index, piece) in pieces.into_iter().enumerate() {
        first += findings[first..].iter().take_while(|f| f.start < piece.range.start).count();
        let inside = findings[first..].iter().take_while(|f| f.end <= piece.range.end).count();
        for finding in &mut findings[first..first + inside] {
            finding.notice = Some(index);
        }
        let (notice, trace) = judge(text, piece, &findings[first..first + inside], options);
        notices.push(notice);
        traces.push(trace);
        ranges.push(first..first + inside);
        first += inside;
    }
    duplicates::across(text, &mut notices, &traces, findings, options);
    for (notice, own) in notices.iter_mut().zip(ranges) {
        notice.conclude(&findings[own]);
    }
    notices
}

/// A longer title, in characters, and one with 关于 tell what it is about and not its type alone.
const SPECIFIC: usize = 12;
/// A listed company's code stands no further from the head of its notice, in bytes.
const MASTHEAD: usize = 600;

/// Does a listed company speak: does its code stand above the text or at its head?
fn is_listed(text: &str, range: &Range<usize>) -> bool {
    let from = border::after(text, range.start.saturating_sub(MASTHEAD));
    let head = &text[from..border::before(text, range.end.min(range.start + MASTHEAD))];
    ["证券代码", "股票代码", "证券简称", "董事会全体成员保证", "董事会及全体董事保证"]
        .iter()
        .any(|word| head.contains(word))
}

fn judge(
    text: &str,
    piece: body::Piece,
    findings: &[Finding],
    options: &Options,
) -> (Notice, duplicates::Trace) {
    let body = piece.body;
    let title = piece.title.map(|place| {
        let words = Body::new(text, place.clone()).compact;
        Title { start: place.start, end: place.end, text: words }
    });
    let named = title.as_ref().and_then(|title| sort::of_title(&title.text));
    let told = sort::of_body(&body);
    let specific = title
        .as_ref()
        .is_some_and(|title| title.text.chars().count() > SPECIFIC || title.text.contains("关于"));
    let sort = match (named, told) {
        (None, Some(told)) if specific && is_listed(text, &piece.range) => sort::of_listed(told),
        _ => sort::decide(named, specific, &body),
    };
    let sort = title.as_ref().map_or(sort, |title| sort::of_view(&title.text, sort, &body));
    let place = title.as_ref().map(|title| title.start..title.end);
    let names = parties::read(text, &body, &piece.range, place.as_ref(), piece.signature.as_ref());
    let parties = names.parties(text, &body);
    let mut context = Context {
        text,
        body: &body,
        range: piece.range.clone(),
        sort,
        title: title.clone(),
        signature: piece.signature,
        names,
        trace: duplicates::Trace::default(),
        findings,
        today: options.today,
        lang: options.lang,
        off: options.off,
        out: Vec::new(),
    };
    if let (Some(named), Some(told), Some(title)) = (named, told, &title)
        && sort == told
        && !named.is_like(told)
        // 催告函 and 律师函 say how it is told, not what.
        && named.id != "demand"
        && !told.is_titled(&title.text)
    {
        let place = title.start..title.end;
        context.say(
            rules::TITLE_TYPE,
            Severity::Hint,
            place,
            vec![],
            &[&title.text, told.name(options.lang)],
        );
    }
    for rule in RULES {
        rule(&mut context);
    }
    let (problems, mut trace) = (context.out, context.trace);
    trace.compact = body.compact;
    let (start, end) = (piece.range.start, piece.range.end);
    let notice = Notice { start, end, sort, title, parties, problems, verdict: Verdict::Plausible };
    (notice, trace)
}
