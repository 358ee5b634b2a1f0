//! A report for people (文字报告): notice by notice, what is in order in one line each, what is not under its line.
//!
//! ```text
//! 公告.txt:2:1   存疑  减资公告
//! 公告.txt:2:40  提示  …what else could be said [missing.contact]
//! 公告.txt:2:12  已验  统一社会信用代码  91110000000000000E  …what it says
//!
//! 存疑[period.short]: 减资公告
//!  --> 公告.txt:3:1
//!   |
//! 3 | 30日内要求清偿债务
//!   | ^^^^ …what is off
//!
//! 有误: 统一社会信用代码 911100000000000003
//!  --> 公告.txt:3:10
//!   |
//! 3 | 信用代码：911100000000000003
//!   |           -----------------^ …what is off
//!   |
//!   = …what it says
//! ```
//!
//! Problems come last, because the end is what a terminal shows. Numbers that stand in no notice follow behind the
//! notices. Lines and columns count from 1, columns in characters. Colours are always put in; the stream it is written
//! to takes them out where they are not wanted.

use std::collections::HashMap;
use std::fmt::Write;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use annotate_snippets::{normalize_untrusted_str, renderer::DEFAULT_TERM_WIDTH};
use anstyle::{AnsiColor, Effects, Style};
use kanyan::notice::{Notice, Objection};
use kanyan::{Finding, Lang, Report, Severity, Verdict};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::words;

/// How reports are drawn.
#[derive(Clone, Copy, Debug, Default)]
pub struct Look {
    /// The columns of the terminal; without one the lines of the list stay whole.
    pub width: Option<usize>,
    /// Only what is doubtful or wrong.
    pub quiet: bool,
}

/// Where a text stands.
#[derive(Clone, Copy, Debug)]
pub struct At<'a> {
    /// The name of its file.
    pub file: &'a str,
    /// The number of its first line.
    pub line: usize,
}

/// What was drawn of a notice, or of the numbers that stand in none; each with its line end.
#[derive(Debug, Default, PartialEq)]
pub struct Drawn {
    /// The lines begin with the heading of a notice.
    pub headed: bool,
    /// The heading, what could be said besides, and the numbers that are in order, a line each.
    pub rows: String,
    /// What is not in order, one by one: of the notice, and its numbers.
    pub snippets: Vec<String>,
}

/// Draws the notices of a text and its other numbers. Where there is nothing to say, there is nothing.
pub fn draw(look: Look, at: At, text: &str, report: &Report) -> Vec<Drawn> {
    let file = normalize_untrusted_str(at.file);
    let places = every_place(text, at.line, report);
    let desk = Desk { look, lang: report.lang, file: &file, text, places: &places };
    let mut numbers = vec![Vec::new(); report.notices.len() + 1];
    for finding in &report.findings {
        numbers[finding.notice.unwrap_or(report.notices.len())].push(finding);
    }
    let heads = report.notices.iter().map(Some).chain([None]);
    let drawn = heads.zip(&numbers).map(|(notice, numbers)| desk.draw(notice, numbers));
    drawn.filter(|drawn| !drawn.rows.is_empty() || !drawn.snippets.is_empty()).collect()
}

/// The place of everything that is told, found in one pass.
fn every_place(text: &str, line: usize, report: &Report) -> HashMap<usize, Place> {
    let problems = || report.notices.iter().flat_map(|notice| &notice.problems);
    let mut starts: Vec<usize> = report.findings.iter().map(|finding| finding.start).collect();
    starts.extend(report.notices.iter().map(|notice| notice.start));
    starts.extend(problems().map(|problem| problem.start));
    starts.extend(problems().flat_map(|problem| &problem.related).map(|range| range.start));
    starts.sort_unstable();
    let mut places = Places::new(text, line);
    starts.into_iter().map(|start| (start, places.of(start))).collect()
}

/// What every drawing of a text needs.
struct Desk<'a> {
    look: Look,
    lang: Lang,
    file: &'a str,
    text: &'a str,
    places: &'a HashMap<usize, Place>,
}

/// A line of the list: place and sign in columns, then what there is to say.
struct Row<'a> {
    place: String,
    sign: &'static str,
    style: Style,
    tells: Tells<'a>,
}

enum Tells<'a> {
    /// A notice: its type, its title.
    Notice(&'static str, &'a str),
    /// What could be said of it besides: the sentence, the rule.
    Remark(String, &'static str),
    /// A number: its kind, itself, what else there is to say.
    Number(&'static str, &'a str, String),
}

impl<'a> Desk<'a> {
    fn draw(&self, notice: Option<&'a Notice>, numbers: &[&'a Finding]) -> Drawn {
        let (fine, bad): (Vec<&Finding>, Vec<&Finding>) =
            numbers.iter().partition(|finding| finding.verdict <= Verdict::Plausible);
        let problems = notice.map_or(&[][..], |notice| &notice.problems);
        let heavy = problems.iter().filter(|problem| problem.severity > Severity::Hint);

        let mut rows = Vec::new();
        rows.extend(
            notice
                .filter(|n| !self.look.quiet || n.verdict > Verdict::Plausible)
                .map(|n| self.heading(n, numbers.is_empty())),
        );
        let headed = !rows.is_empty();
        if !self.look.quiet {
            let hints = problems.iter().filter(|problem| problem.severity == Severity::Hint);
            rows.extend(hints.map(|hint| self.remark(hint)));
            rows.extend(fine.into_iter().map(|finding| self.number(finding)));
        }
        let renderer = Renderer::styled().term_width(self.look.width.unwrap_or(DEFAULT_TERM_WIDTH));
        let told = notice
            .into_iter()
            .flat_map(|notice| heavy.clone().map(|problem| self.objection(notice, problem)));
        let groups = told.chain(bad.into_iter().map(|finding| self.finding(finding)));
        let snippets = groups.map(|group| renderer.render(&[group]) + "\n").collect();
        Drawn { headed, rows: list(self.look, &rows), snippets }
    }

    fn place(&self, start: usize) -> Place {
        self.places[&start]
    }

    fn row(&self, start: usize, sign: &'static str, style: Style, tells: Tells<'a>) -> Row<'a> {
        let Place { line, column } = self.place(start);
        Row { place: format!("{}:{line}:{column}", self.file), sign, style, tells }
    }

    fn heading(&self, notice: &'a Notice, bare: bool) -> Row<'a> {
        let name = notice.sort.name(self.lang);
        let title = notice.title.as_ref().map_or("", |title| &title.text);
        let title = if title == name { "" } else { title };
        // Where there is no number, nothing is well formed: nothing was found amiss.
        let sign = match notice.verdict {
            Verdict::Plausible if bare => words::nothing_amiss(self.lang),
            verdict => kanyan::words::verdict(self.lang, verdict),
        };
        self.row(notice.start, sign, colour(notice.verdict), Tells::Notice(name, title))
    }

    fn remark(&self, hint: &Objection) -> Row<'a> {
        let sign = kanyan::words::severity(self.lang, hint.severity);
        self.row(hint.start, sign, Style::new(), Tells::Remark(hint.message(self.lang), hint.rule.code))
    }

    fn number(&self, finding: &'a Finding) -> Row<'a> {
        let sign = kanyan::words::verdict(self.lang, finding.verdict);
        let tells = Tells::Number(finding.kind.name(self.lang), &finding.value, notes(self.lang, finding));
        self.row(finding.start, sign, colour(finding.verdict), tells)
    }
}

/// The lines in columns: place, sign, and for a number kind, value, and what else there is to say.
fn list(look: Look, rows: &[Row]) -> String {
    /// A single long value does not push everything behind it out of sight.
    const WIDEST: usize = 40;
    let number = |row: &Row| match &row.tells {
        Tells::Number(kind, value, _) => [kind.width(), value.width()],
        _ => [0; 2],
    };
    let widest = |width: &dyn Fn(&Row) -> usize| rows.iter().map(width).max().unwrap_or(0);
    let widths = [
        widest(&|row| row.place.width()),
        widest(&|row| row.sign.width()),
        widest(&|row| number(row)[0]),
        widest(&|row| number(row)[1]).min(WIDEST),
    ];
    let dim = Style::new().effects(Effects::DIMMED);
    let bold = Style::new().effects(Effects::BOLD);
    let plain = Style::new();

    let mut out = String::new();
    for Row { place, sign, style, tells } in rows {
        let mut cells = vec![(&**place, plain), (*sign, *style)];
        let mut last = (String::new(), dim);
        match tells {
            Tells::Notice(name, title) => {
                cells.push((name, bold));
                last = ((*title).to_owned(), plain);
            }
            // A sentence is not cut: nothing else says it.
            Tells::Remark(message, code) => last = (format!("{message} [{code}]"), plain),
            Tells::Number(kind, value, notes) => {
                cells.extend([(*kind, plain), (*value, plain)]);
                last.0.clone_from(notes);
            }
        }
        let mut used = 0;
        let mut blanks = 0;
        for ((cell, style), width) in cells.into_iter().zip(widths) {
            let _ = write!(out, "{:blanks$}{style}{cell}{style:#}", "");
            used += blanks + cell.width();
            blanks = width.saturating_sub(cell.width()) + 2;
        }
        let (mut last, style) = last;
        if let Tells::Number(..) = tells {
            let room = look.width.map_or(usize::MAX, |width| width.saturating_sub(used + blanks));
            last = clip(&last, room);
        } else if let Tells::Notice(..) = tells {
            blanks = 2;
        }
        if !last.is_empty() {
            let _ = write!(out, "{:blanks$}{style}{}{style:#}", "", normalize_untrusted_str(&last));
        }
        out.push('\n');
    }
    out
}

/// What else there is to say in one line; what only repeats the value (a date, a period) is left out.
fn notes(lang: Lang, finding: &Finding) -> String {
    let exposed = finding.exposure.is_some().then(|| words::exposed(lang).to_owned());
    let problems = finding.problems.iter().map(|problem| kanyan::words::problem(lang, finding, problem));
    let facts = finding.facts.iter().map(|fact| kanyan::words::fact(lang, fact));
    let facts = facts.filter(|fact| *fact != finding.value);
    exposed.into_iter().chain(problems).chain(facts).collect::<Vec<_>>().join(words::semicolon(lang))
}

/// As much of a text as fits into so many columns.
fn clip(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    let mut used = 1; // the … itself
    let fits = |c: &char| {
        used += c.width().unwrap_or(0);
        used <= columns
    };
    let mut clipped: String = text.chars().take_while(fits).collect();
    if columns > 0 {
        clipped.push('…');
    }
    clipped
}

fn colour(verdict: Verdict) -> Style {
    let colour = match verdict {
        Verdict::Verified => AnsiColor::Green,
        Verdict::Plausible => AnsiColor::Cyan,
        Verdict::Doubtful => AnsiColor::Yellow,
        Verdict::Wrong => AnsiColor::Red,
    };
    colour.on_default()
}

impl<'a> Desk<'a> {
    /// One finding under its line.
    fn finding(&self, finding: &'a Finding) -> Group<'a> {
        let title = level(finding.verdict == Verdict::Wrong)
            .with_name(kanyan::words::verdict(self.lang, finding.verdict))
            .primary_title(words::title(self.lang, finding));
        let marks = marks(self.lang, self.text, finding);
        let group = self.source(Group::with_title(title), finding.start..finding.end, &marks);
        let suggestions =
            finding.suggestions.iter().map(|s| kanyan::words::suggestion(self.lang, finding, s));
        let exposure = finding.exposure.iter().map(|e| kanyan::words::exposure(self.lang, e.what).to_owned());
        let facts = finding.facts.iter().map(|fact| kanyan::words::fact(self.lang, fact));
        let notes = suggestions.chain(exposure).chain(facts);
        group.elements(notes.map(|note| Level::NOTE.no_name().message(normalize_untrusted_str(&note))))
    }

    /// What is off in a notice under the line, and the other places it is about.
    fn objection(&self, notice: &Notice, problem: &'a Objection) -> Group<'a> {
        /// Places nearer to each other than this are drawn in one.
        const NEAR: usize = 600;
        let title = level(problem.severity == Severity::Wrong)
            .with_name(kanyan::words::severity(self.lang, problem.severity))
            .primary_title(notice.sort.name(self.lang))
            .id(problem.rule.code);
        let mut group = Group::with_title(title);

        let message = normalize_untrusted_str(&problem.message(self.lang));
        let own = (problem.start..problem.end, AnnotationKind::Primary, message);
        let also = |range: &Range<usize>| {
            (range.clone(), AnnotationKind::Context, words::also(self.lang).to_owned())
        };
        let mut places = vec![own];
        places.extend(problem.related.iter().map(also));
        places.sort_by_key(|(range, ..)| range.start);
        let mut clusters: Vec<(Range<usize>, Vec<Mark>)> = Vec::new();
        for (range, kind, message) in places {
            let mut pieces = pieces(self.text, range.clone());
            let last = pieces.pop().unwrap_or(range.start..range.start);
            let marks =
                pieces.into_iter().map(|piece| (kind, piece, None)).chain([(kind, last, Some(message))]);
            match clusters.last_mut() {
                Some((whole, all)) if range.start < whole.end + NEAR => {
                    whole.end = whole.end.max(range.end);
                    all.extend(marks);
                }
                _ => clusters.push((range, marks.collect())),
            }
        }
        // The first one drawn is the one that the drawing is named after.
        clusters.sort_by_key(|(whole, _)| !(whole.start..=whole.end).contains(&problem.start));
        for (whole, marks) in clusters {
            group = self.source(group, whole, &marks);
        }
        group
    }

    /// Adds the lines of a range with what is marked in it.
    fn source(&self, group: Group<'a>, range: Range<usize>, marks: &[Mark]) -> Group<'a> {
        let place = self.place(range.start);
        let window = Window::around(self.text, range.clone(), self.look);
        let source = Snippet::source(&self.text[window.range.clone()]).line_start(place.line).annotations(
            marks.iter().map(|(kind, span, label)| {
                let span = span.start - window.range.start..span.end - window.range.start;
                kind.span(span).label(label.clone())
            }),
        );
        if window.starts_line {
            return group.element(source.path(self.file));
        }
        // The renderer would count columns from where the window starts. Its place is that of the first `^`.
        let first =
            marks.iter().filter(|(kind, ..)| *kind == AnnotationKind::Primary).map(|(_, span, _)| span.start);
        let mut places = Places { text: self.text, at: range.start, place };
        let Place { line, column } = places.of(first.min().unwrap_or(range.start));
        group.element(Origin::path(self.file).line(line).char_column(column)).element(source)
    }
}

fn level(wrong: bool) -> Level<'static> {
    if wrong { Level::ERROR } else { Level::WARNING }
}

type Mark = (AnnotationKind, Range<usize>, Option<String>);

/// What is underlined: the places of the problems with what is off there, and the rest of the number.
fn marks(lang: Lang, text: &str, finding: &Finding) -> Vec<Mark> {
    let mut marks = Vec::new();
    for problem in &finding.problems {
        let kind = match problem.severity {
            Severity::Hint => AnnotationKind::Context,
            Severity::Doubtful | Severity::Wrong => AnnotationKind::Primary,
        };
        let mut pieces = pieces(text, problem.start..problem.end);
        // Also a problem that has no characters of its own has a place.
        let last = pieces.pop().unwrap_or(problem.start..problem.start);
        marks.extend(pieces.into_iter().map(|piece| (kind, piece, None)));
        let message = normalize_untrusted_str(&kanyan::words::problem(lang, finding, problem));
        marks.push((kind, last, Some(message)));
    }
    let rest = if marks.is_empty() { AnnotationKind::Primary } else { AnnotationKind::Context };
    let rests = unmarked(finding).into_iter().flat_map(|range| pieces(text, range));
    marks.extend(rests.map(|piece| (rest, piece, None)));
    marks
}

/// The parts of a finding outside of its problems. Marks that do not overlap keep their words beside them.
fn unmarked(finding: &Finding) -> Vec<Range<usize>> {
    let mut places: Vec<(usize, usize)> = finding.problems.iter().map(|p| (p.start, p.end)).collect();
    places.sort_unstable();
    places.push((finding.end, finding.end));
    let mut at = finding.start;
    let mut gaps = Vec::new();
    for (start, end) in places {
        if at < start {
            gaps.push(at..start);
        }
        at = at.max(end);
    }
    gaps
}

/// A range line by line, without the blanks at either end: a number may be broken over lines.
fn pieces(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = range.start;
    for line in text[range].split_inclusive('\n') {
        let from = start + line.len() - line.trim_start().len();
        let to = start + line.trim_end().len();
        if from < to {
            pieces.push(from..to);
        }
        start += line.len();
    }
    pieces
}

/// The part of a text that a snippet shows (取景).
struct Window {
    range: Range<usize>,
    starts_line: bool,
}

impl Window {
    /// Lines longer than this are cut before they are drawn: a whole page may come as one line.
    const LONG: usize = 4096;

    fn around(text: &str, finding: Range<usize>, look: Look) -> Window {
        let line_start = text[..finding.start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[finding.end..].find('\n').map_or(text.len(), |at| finding.end + at);
        // As wide as the terminal on either side: the renderer cuts it once more, and shows that it was cut.
        let beside = look.width.unwrap_or(DEFAULT_TERM_WIDTH);
        let start = match text[line_start..finding.start].char_indices().nth_back(beside) {
            Some((at, _)) if finding.start - line_start > Self::LONG => line_start + at,
            _ => line_start,
        };
        let end = match text[finding.end..line_end].char_indices().nth(beside) {
            Some((at, _)) if line_end - finding.end > Self::LONG => finding.end + at,
            _ => line_end,
        };
        Window { range: start..end, starts_line: start == line_start }
    }
}

/// Line and column, both from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    line: usize,
    column: usize,
}

/// Tells the places of ascending offsets in one pass.
struct Places<'a> {
    text: &'a str,
    at: usize,
    place: Place,
}

impl<'a> Places<'a> {
    fn new(text: &'a str, line: usize) -> Places<'a> {
        Places { text, at: 0, place: Place { line, column: 1 } }
    }

    fn of(&mut self, at: usize) -> Place {
        let passed = &self.text[self.at..at];
        match passed.rfind('\n') {
            Some(end) => {
                self.place.line += passed.bytes().filter(|&b| b == b'\n').count();
                self.place.column = 1 + passed[end + 1..].chars().count();
            }
            None => self.place.column += passed.chars().count(),
        }
        self.at = at;
        self.place
    }
}

#[cfg(test)]
mod tests {
    use kanyan::kinds::Kind;
    use kanyan::{
        Certainty, Date, Exposure, Fact, Flaw, PeriodUnit, Personal, Problem, Slip, Suggestion, Units,
    };

    use super::*;

    static CODE: Kind =
        Kind::new(kanyan::kinds::Of::Paper, "uscc", ["统一社会信用代码", "unified social credit code"]);

    static PERIOD: Kind = Kind::new(kanyan::kinds::Of::Paper, "period", ["期限", "period"]);

    /// A report on the marked numbers: `⟦…⟧` is a finding, `‹…›` in it the place of its problem.
    fn marked(text: &str, kind: &'static Kind, verdict: Verdict) -> (String, Report) {
        let mut plain = String::new();
        let mut findings: Vec<Finding> = Vec::new();
        let mut open = 0;
        for c in text.chars() {
            let at = plain.len();
            match (c, findings.last_mut()) {
                ('⟦', _) => findings.push(Finding {
                    start: at,
                    end: at,
                    kind,
                    value: String::new(),
                    label: None,
                    verdict,
                    exposure: None,
                    suggestions: Vec::new(),
                    problems: Vec::new(),
                    facts: Vec::new(),
                    notice: None,
                }),
                ('‹', _) => open = at,
                ('›', Some(finding)) => finding.problems.push(Problem {
                    flaw: Flaw::CheckChar,
                    severity: Severity::Wrong,
                    start: open,
                    end: at,
                    span: 0..1,
                }),
                ('⟧', Some(finding)) => {
                    finding.end = at;
                    finding.value = plain[finding.start..at].split_whitespace().collect();
                }
                _ => plain.push(c),
            }
        }
        let today = Date::new(2024, 4, 11).expect("a day");
        (
            plain,
            Report {
                lang: Lang::Zh,
                today,
                units: Units::Bytes,
                findings,
                notices: Vec::new(),
                rewrites: Vec::new(),
            },
        )
    }

    fn plain(drawn: &str) -> String {
        anstream::adapter::strip_str(drawn).to_string()
    }

    /// What is drawn where no notice is.
    fn draw_one(look: Look, at: At, text: &str, report: &Report) -> Drawn {
        let drawn = draw(look, at, text, report);
        assert_eq!(drawn.len(), 1, "{drawn:?}");
        drawn.into_iter().next().expect("one")
    }

    const AT: At = At { file: "公告.txt", line: 1 };

    /// Where a text's characters stand on the screen, counted by hand: Han and full-width forms take two columns.
    fn columns(text: &str) -> usize {
        text.chars()
            .map(|c| if matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{FF01}'..='\u{FF60}') { 2 } else { 1 })
            .sum()
    }

    fn one_swapped() -> Suggestion {
        Suggestion {
            start: 0,
            end: 0,
            replacement: "19".into(),
            value: String::new(),
            certainty: Certainty::Compare,
            slip: Slip::Swapped,
            span: 0..2,
            region: None,
        }
    }

    fn in_full() -> Exposure {
        Exposure { what: Personal::IdentityNumber, start: 0, end: 0, replacement: String::new(), span: 0..0 }
    }

    #[test]
    fn marks_stand_under_what_they_mark() {
        for text in [
            "代码⟦91110000000000000‹F›⟧作废",
            "⟦‹9›1110000000000000F⟧",
            "　　长春某某商贸有限公司（统一社会信用代码：⟦９１１１00000000‹０›0000F⟧）遗失公章",
            "遗失\n\n第三行：⟦9 1 1 1 0 0 0 0 0 0 0 ‹0 0› 0 0 0 0 F⟧。",
            "①“甲”—⟦9111000000‹00000›000F⟧",
        ] {
            let (source, report) = marked(text, &CODE, Verdict::Wrong);
            let drawn = draw_one(Look::default(), AT, &source, &report);
            let drawn = plain(&drawn.snippets[0]);
            let problem = &report.findings[0].problems[0];
            let line_start = source[..problem.start].rfind('\n').map_or(0, |at| at + 1);
            let lines: Vec<&str> = drawn.lines().collect();
            let at = lines.iter().position(|l| l.contains('^')).expect("a mark");
            let (above, below) = (lines[at - 1], lines[at]);
            let margin = above.find('|').expect("a margin") + 2;
            let shown = source[line_start..].lines().next().expect("a line");
            assert_eq!(&above[margin..], shown, "{drawn}");
            // Text before the mark takes as much room as the mark is away, and the mark as much as what it marks.
            let before = columns(&source[line_start..problem.start]);
            let wide = columns(&source[problem.start..problem.end]);
            assert_eq!(below.find('^'), Some(margin + before), "{drawn}");
            assert_eq!(below.matches('^').count(), wide, "{drawn}");
        }
    }

    #[test]
    fn a_drawing() {
        let (source, mut report) = marked("遗失声明\n代码⟦91110000000000000‹F›⟧作废", &CODE, Verdict::Wrong);
        report.findings[0].exposure = Some(in_full());
        report.findings[0].suggestions = vec![one_swapped()];
        report.findings[0].facts = vec![Fact::Count(3), Fact::Registrant(1)];
        let finding = &report.findings[0];
        let says = kanyan::words::problem(Lang::Zh, finding, &finding.problems[0]);
        let suggests = kanyan::words::suggestion(Lang::Zh, finding, &finding.suggestions[0]);
        let exposes = kanyan::words::exposure(Lang::Zh, Personal::IdentityNumber);
        let facts = [0, 1].map(|n| kanyan::words::fact(Lang::Zh, &finding.facts[n]));
        let want = format!(
            "\
有误: 统一社会信用代码 91110000000000000F（未遮盖）
 --> 公告.txt:2:20
  |
2 | 代码91110000000000000F作废
  |     -----------------^ {says}
  |
  = {suggests}
  = {exposes}
  = {}
  = {}
",
            facts[0], facts[1]
        );
        let drawn = draw_one(Look::default(), AT, &source, &report);
        assert_eq!(plain(&drawn.snippets[0]), want);
    }

    #[test]
    fn several_problems_in_one_number() {
        let (source, mut report) = marked("代码⟦‹9›1110000‹000›0000000‹F›⟧", &CODE, Verdict::Doubtful);
        for (problem, severity) in
            report.findings[0].problems.iter_mut().zip([Severity::Hint, Severity::Doubtful, Severity::Wrong])
        {
            problem.severity = severity;
        }
        let drawn = plain(&draw_one(Look::default(), AT, &source, &report).snippets[0]);
        assert!(drawn.starts_with("存疑: "), "{drawn}");
        assert!(drawn.contains("|     --------^^^-------^"), "{drawn}");
        let finding = &report.findings[0];
        let says = kanyan::words::problem(Lang::Zh, finding, &finding.problems[0]);
        assert_eq!(drawn.matches(&says).count(), 3, "{drawn}");
    }

    /// Blanks and line ends in a number are no part of what is marked at a line's end.
    #[test]
    fn broken_over_lines() {
        let (source, report) = marked("代码⟦‹91110000 \n\n  0000000003›⟧作废", &CODE, Verdict::Wrong);
        let drawn = draw_one(Look::default(), AT, &source, &report);
        let says = kanyan::words::problem(Lang::Zh, &report.findings[0], &report.findings[0].problems[0]);
        let want = format!(
            "\
有误: 统一社会信用代码 911100000000000003
 --> 公告.txt:1:3
  |
1 | 代码91110000
  |     ^^^^^^^^
2 |
3 |   0000000003作废
  |   ^^^^^^^^^^ {says}
"
        );
        let lines = |text: &str| text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
        assert_eq!(lines(&plain(&drawn.snippets[0])), lines(&want));
    }

    #[test]
    fn a_list() {
        let (source, mut report) =
            marked("代码⟦91110000000000000E⟧\n限⟦45日⟧内、⟦1天⟧", &PERIOD, Verdict::Plausible);
        report.findings[0] = Finding {
            kind: &CODE,
            verdict: Verdict::Verified,
            exposure: Some(in_full()),
            ..report.findings[0].clone()
        };
        report.findings[1].facts = vec![Fact::Period { count: 45, unit: PeriodUnit::Day }];
        let at = At { file: "a.txt", line: 9 };
        let drawn = draw_one(Look::default(), at, &source, &report);
        let want = "\
a.txt:9:3   已验  统一社会信用代码  91110000000000000E  未遮盖
a.txt:10:2  合式  期限              45日
a.txt:10:7  合式  期限              1天
";
        assert_eq!(plain(&drawn.rows), want);
        assert!(drawn.snippets.is_empty());

        let quiet = draw(Look { quiet: true, ..Look::default() }, at, &source, &report);
        assert_eq!(quiet, []);

        // 3 columns of "未遮盖" fit into 53: 12 + 6 + 18 + 20 columns stand before it.
        let narrow = draw_one(Look { width: Some(60), ..Look::default() }, at, &source, &report);
        let first = plain(&narrow.rows);
        assert_eq!(first.lines().next(), Some("a.txt:9:3   已验  统一社会信用代码  91110000000000000E  未…"));
    }

    #[test]
    fn clipped_to_columns() {
        for (text, room, want) in [
            ("abc", 3, "abc"),
            ("abc", 2, "a…"),
            ("abc", 1, "…"),
            ("abc", 0, ""),
            ("某某区", 6, "某某区"),
            ("某某区", 5, "某某…"),
            ("某某区", 4, "某…"),
        ] {
            assert_eq!(clip(text, room), want, "{text} in {room}");
        }
    }

    /// A page that came as one line is drawn around each finding only, with its place told right.
    #[test]
    fn one_long_line() {
        let filler = "某".repeat(50_000);
        let (source, report) = marked(&format!("{filler}⟦911100000‹0›⟧{filler}"), &CODE, Verdict::Wrong);
        let drawn = plain(&draw_one(Look::default(), AT, &source, &report).snippets[0]);
        assert!(drawn.contains("公告.txt:1:50010"), "{drawn}");
        assert!(drawn.contains("某9111000000某"), "{drawn}");
        assert!(drawn.lines().all(|line| columns(line) <= DEFAULT_TERM_WIDTH + 10), "{drawn}");
    }

    /// A text may hold anything; a terminal is not to obey it.
    #[test]
    fn control_characters_do_not_reach_the_terminal() {
        let (source, report) = marked("\u{1B}[31m\u{202E}⟦911100‹0›⟧\u{7}", &CODE, Verdict::Wrong);
        let drawn = draw_one(Look::default(), At { file: "\u{1B}]0;x", line: 1 }, &source, &report);
        let text = plain(&drawn.snippets[0]);
        assert!(!text.contains(['\u{1B}', '\u{202E}', '\u{7}']), "{text:?}");
        assert!(!drawn.snippets[0].contains("\u{1B}]0;x"));
    }

    /// A notice with its places in one line, in two near lines, and far apart.
    fn of_two_places(between: &str) -> (String, Report) {
        let (mut text, mut report) = marked("减资公告\n限⟦45日⟧内。", &PERIOD, Verdict::Plausible);
        text.push_str(between);
        let signature = text.len()..text.len() + "甲公司".len();
        text.push_str("甲公司\n");
        let rule = |code| kanyan::notice::rules().iter().find(|rule| rule.code == code).expect("a rule");
        let start = "减资公告\n".len();
        let first = start..start + "限".len();
        report.findings[0].notice = Some(0);
        report.notices.push(Notice {
            start,
            end: text.len(),
            sort: kanyan::notice::sorts().find(|sort| sort.id == "capital_reduction").expect("a type"),
            title: None,
            parties: vec![],
            problems: vec![
                Objection {
                    rule: rule("name.signature"),
                    severity: Severity::Doubtful,
                    start: signature.start,
                    end: signature.end,
                    related: vec![first],
                    args: vec!["限".to_owned(), "甲公司".to_owned()],
                },
                Objection {
                    rule: rule("missing.contact"),
                    severity: Severity::Hint,
                    start: text.find('。').expect("a stop"),
                    end: text.find('。').expect("a stop") + "。".len(),
                    related: vec![],
                    args: vec![],
                },
            ],
            verdict: Verdict::Doubtful,
        });
        (text, report)
    }

    #[test]
    fn a_notice() {
        let (text, report) = of_two_places("\n");
        let says = [0, 1].map(|n| report.notices[0].problems[n].message(Lang::Zh));
        let want = format!(
            "\
公告.txt:2:1  存疑  减资公告
公告.txt:2:6  提示  {} [missing.contact]
公告.txt:2:2  合式  期限  45日
----
存疑[name.signature]: 减资公告
 --> 公告.txt:3:1
  |
2 | 限45日内。
  | -- 另见这里
3 | 甲公司
  | ^^^^^^ {}
",
            says[1], says[0]
        );
        let drawn = draw_one(Look::default(), AT, &text, &report);
        assert!(drawn.headed);
        assert_eq!(plain(&format!("{}----\n{}", drawn.rows, drawn.snippets.concat())), want);

        // Only what must be looked at: no hint, no number.
        let quiet = draw_one(Look { quiet: true, ..Look::default() }, AT, &text, &report);
        assert_eq!(plain(&quiet.rows), "公告.txt:2:1  存疑  减资公告\n");
        assert_eq!(quiet.snippets, drawn.snippets);
    }

    /// Two places far from each other are drawn apart, and what lies between is not drawn at all.
    #[test]
    fn places_far_apart() {
        let (text, report) = of_two_places(&format!("\n{}", "别的文字。\n".repeat(5000)));
        let drawn = plain(&draw_one(Look::default(), AT, &text, &report).snippets[0]);
        assert!(drawn.contains("--> 公告.txt:5003:1\n"), "{drawn}");
        assert!(drawn.contains("::: 公告.txt:2:1\n"), "{drawn}");
        assert!(drawn.contains("-- 另见这里\n") && drawn.contains("^^^^^^ "), "{drawn}");
        assert!(drawn.lines().count() < 15, "{drawn}");
    }

    /// Numbers that stand in no notice come behind the notices, without a heading.
    #[test]
    fn numbers_of_no_notice() {
        let (text, mut report) = of_two_places("\n");
        report.findings[0].notice = None;
        let drawn = draw(Look::default(), AT, &text, &report);
        assert_eq!(drawn.iter().map(|drawn| drawn.headed).collect::<Vec<_>>(), [true, false]);
        assert_eq!(plain(&drawn[1].rows), "公告.txt:2:2  合式  期限  45日\n");
    }
}
