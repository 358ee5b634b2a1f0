//! `kanyan kinds`: what is checked (核验范围), with grammar, source and how sure it is.
//!
//! At a terminal each kind is a paragraph as wide as the terminal; into a file or another program it is one line,
//! whose columns stand two or more blanks apart.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, IsTerminal, Write};

use anstyle::{Effects, Style};
use kanyan::Lang;
use kanyan::kinds::{self, Confidence, Kind};
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use crate::check::{Outcome, complain, no_output};
use crate::words;
use crate::wrap::wrapped;

/// Which kinds to list and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// All of them must occur in a kind's id, names, grammar, source or confidence.
    pub words: Vec<String>,
    /// How to write the list.
    pub layout: Layout,
    /// The language of the names.
    pub lang: Lang,
}

/// How the list is written out (格式).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// For people, and for programs that read lines.
    #[default]
    Table,
    /// An array of objects.
    Json,
}

/// Writes the list to the standard output.
pub fn run(request: &Request) -> Outcome {
    let Request { words, layout, lang } = request;
    let needles: Vec<String> = words.iter().map(|word| folded(word)).collect();
    let found: Vec<&Kind> = kinds::all().iter().copied().filter(|kind| holds(kind, &needles)).collect();
    let written = match layout {
        Layout::Json => {
            let rows: Vec<Row> = found.iter().map(|kind| Row::new(kind, *lang)).collect();
            let json = serde_json::to_string_pretty(&rows).expect("a row is strings");
            io::stdout().lock().write_all(format!("{json}\n").as_bytes())
        }
        Layout::Table => {
            let drawn = if io::stdout().is_terminal() {
                // A terminal that does not tell its size is taken for one of the usual.
                let size = terminal_size::terminal_size_of(io::stdout());
                paragraphs(&found, *lang, size.map_or(80, |(width, _)| usize::from(width.0)))
            } else {
                lines(&found, *lang)
            };
            anstream::stdout().lock().write_all(drawn.as_bytes())
        }
    };
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => no_output(*lang, &error),
        _ => {
            if found.is_empty() {
                complain(&words::no_kind(*lang, words));
            }
            Outcome::Clean
        }
    }
}

/// The `KindInfo` of the browser's engine, and the pattern.
#[derive(Serialize)]
struct Row {
    id: &'static str,
    name: &'static str,
    grammar: Cow<'static, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<Cow<'static, str>>,
    source: &'static str,
    confidence: &'static str,
}

impl Row {
    fn new(kind: &Kind, lang: Lang) -> Row {
        let &Kind { id, source, confidence, .. } = kind;
        Row {
            id,
            name: kind.name(lang),
            grammar: kind.grammar(),
            pattern: kind.pattern(),
            source,
            confidence: code(confidence),
        }
    }
}

fn code(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Sure => "sure",
        Confidence::Likely => "likely",
        Confidence::Weak => "weak",
    }
}

/// Do all words occur in what is told of a kind, in either language?
fn holds(kind: &Kind, needles: &[String]) -> bool {
    let confidence = [Lang::Zh, Lang::En].map(|lang| words::confidence(lang, kind.confidence));
    let told =
        [&[kind.id, &kind.grammar(), kind.source, code(kind.confidence)], &kind.names[..], &confidence];
    let told = folded(&told.concat().join("|"));
    needles.iter().all(|needle| told.contains(needle))
}

/// A text as it is searched: without blanks, without the differences of case, width and dashes.
fn folded(text: &str) -> String {
    let narrow = |c: char| match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '\u{2010}'..='\u{2015}' => '-',
        _ => c,
    };
    text.chars().filter(|c| !c.is_whitespace()).map(narrow).flat_map(char::to_lowercase).collect()
}

/// One line a kind: id, name, confidence in columns; then grammar and source, which are as long as they are.
fn lines(kinds: &[&Kind], lang: Lang) -> String {
    let widest = |of: fn(&Kind, Lang) -> &'static str| {
        kinds.iter().map(|kind| of(kind, lang).width()).max().unwrap_or(0)
    };
    let columns: [fn(&Kind, Lang) -> &'static str; 3] = [
        |kind, _| kind.id,
        |kind, lang| kind.name(lang),
        |kind, lang| words::confidence(lang, kind.confidence),
    ];
    let columns = columns.map(|of| (of, widest(of)));
    let mut out = String::new();
    for kind in kinds {
        for (of, width) in columns {
            let cell = of(kind, lang);
            // Not the `width` of `format!`, which counts characters.
            let _ = write!(out, "{cell}{:1$}", "", width - cell.width() + 2);
        }
        let _ = writeln!(out, "{}  {}", kind.grammar(), kind.source);
    }
    out
}

/// One paragraph a kind, and at the end, because the end is what a terminal shows, what the confidences mean.
fn paragraphs(kinds: &[&Kind], lang: Lang, width: usize) -> String {
    const INDENT: &str = "  ";
    /// Longer lines are hard to follow.
    const WIDEST: usize = 100;
    let width = width.min(WIDEST);
    let bold = Style::new().effects(Effects::BOLD);
    let dim = Style::new().effects(Effects::DIMMED);
    let mut out = String::new();
    for kind in kinds {
        let _ = writeln!(out, "{bold}{}{bold:#}  {dim}{}{dim:#}", kind.name(lang), kind.id);
        let source =
            format!("{}{}{}", words::confidence(lang, kind.confidence), words::colon(lang), kind.source);
        for text in [&*kind.grammar(), &source] {
            for line in wrapped(text, width.saturating_sub(INDENT.len())) {
                let _ = writeln!(out, "{INDENT}{line}");
            }
        }
        out.push('\n');
    }
    if kinds.is_empty() {
        return out;
    }
    let _ = writeln!(out, "{}", words::kinds(lang, kinds.len()));
    let confidences = [Confidence::Sure, Confidence::Likely, Confidence::Weak];
    let widest = confidences.map(|confidence| words::confidence(lang, confidence).width()).into_iter().max();
    for confidence in confidences {
        let count = kinds.iter().filter(|kind| kind.confidence == confidence).count();
        let word = words::confidence(lang, confidence);
        let meaning = words::meaning(lang, confidence);
        let blanks = widest.map_or(0, |widest| widest - word.width());
        let _ = writeln!(out, "{INDENT}{word}{:blanks$} {count:>3}  {meaning}", "");
    }
    out
}

#[cfg(test)]
mod tests {
    use anstream::adapter::strip_str;

    use super::*;

    static PLATE: Kind = Kind::new(kinds::Of::Paper, "plate", ["车牌号", "number plate"])
        .written("省份简称＋发牌机关字母＋序号5或6位")
        .source(Confidence::Sure, "GA 36—2018");

    static VESSEL: Kind =
        Kind::new(kinds::Of::Paper, "vessel_number", ["船舶登记号", "ship's registration number"])
            .written("12位")
            .source(Confidence::Weak, "证书样式");

    #[test]
    fn one_line_each() {
        assert_eq!(
            lines(&[&PLATE, &VESSEL], Lang::Zh),
            "\
plate          车牌号      有据可依  省份简称＋发牌机关字母＋序号5或6位  GA 36—2018
vessel_number  船舶登记号  仅凭样式  12位  证书样式
"
        );
        assert_eq!(
            lines(&[&PLATE, &VESSEL], Lang::En),
            "\
plate          number plate                sure        省份简称＋发牌机关字母＋序号5或6位  GA 36—2018
vessel_number  ship's registration number  shape only  12位  证书样式
"
        );
        assert_eq!(lines(&[], Lang::Zh), "");
    }

    #[test]
    fn a_paragraph_each() {
        let drawn = paragraphs(&[&PLATE, &VESSEL], Lang::Zh, 24);
        let want = "\
车牌号  plate
  省份简称＋发牌机关字母
  ＋序号5或6位
  有据可依：GA 36—2018

船舶登记号  vessel_number
  12位
  仅凭样式：证书样式

2 种。把握分三等：
";
        let text = strip_str(&drawn).to_string();
        assert!(text.starts_with(want), "{text}");
        let legend: Vec<&str> = text[want.len()..].lines().collect();
        let counts = ["  有据可依   1  ", "  有例可循   0  ", "  仅凭样式   1  "];
        assert_eq!(legend.len(), 3, "{text}");
        assert!(legend.iter().zip(counts).all(|(line, count)| line.starts_with(count)), "{text}");
        assert!(drawn.contains("\u{1B}[1m车牌号"), "{drawn:?}");
    }

    #[test]
    fn searched_in_everything_that_is_told() {
        for (words, plate, vessel) in [
            ("", true, true),
            ("车牌", true, false),
            ("Number", true, true),
            ("PLATE", true, false),
            ("ga 36", true, false),
            ("GA36-2018", true, false),
            ("ｐｌａｔｅ", true, false),
            ("字母+序号", true, false),
            ("ga 字母", true, false),
            ("ga 船舶", false, false),
            ("12位", false, true),
            ("weak", false, true),
            ("仅凭样式", false, true),
            ("行政区划", false, false),
        ] {
            let needles: Vec<String> = words.split(' ').map(folded).collect();
            assert_eq!([&PLATE, &VESSEL].map(|kind| holds(kind, &needles)), [plate, vessel], "{words}");
        }
    }
}
