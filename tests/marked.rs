//! Notices with their findings marked in place (标注): the corpus as the tests read it.
//!
//! ```text
//! # title / type of notice
//! # today: 2024-04-11
//! 代码⟦911100000000000003|uscc wrong check-char⟧作废
//! ====
//! the next notice
//! ```
//!
//! A mark is the number, `|`, its kind, its verdict, `exposed` if it is, and the codes of its problems.
//! What is not marked must not be found. Lines that start with `# ` at the head of the file hold for all
//! its notices, at the head of a notice for that one.

// Each test uses its own part of this.
#![allow(dead_code)]

use kanyan::Date;

/// One notice of the corpus.
pub struct Notice {
    /// File and the line where it starts.
    pub place: String,
    /// What sort of notice it is.
    pub sort: String,
    /// The day it is published.
    pub today: Date,
    /// The text without the marks.
    pub text: String,
    /// What must be found, in text order.
    pub marks: Vec<Mark>,
}

/// One number that must be found.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Where it starts, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Kind, verdict, `exposed`, problems, as they stand in the mark.
    pub words: String,
}

impl Mark {
    /// The kind's stable name.
    pub fn kind(&self) -> &str {
        self.words.split(' ').next().unwrap_or_default()
    }

    /// The verdict's stable name.
    pub fn verdict(&self) -> &str {
        self.words.split(' ').nth(1).unwrap_or_default()
    }

    /// The problems' codes, without the kind.
    pub fn problems(&self) -> impl Iterator<Item = &str> {
        self.words.split(' ').skip(2).filter(|w| *w != "exposed")
    }
}

/// Every notice of the corpus, by file name.
pub fn corpus() -> Vec<Notice> {
    let dir = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/corpus");
    let mut files: Vec<_> = std::fs::read_dir(dir)
        .expect("the corpus is a directory")
        .map(|entry| entry.expect("the corpus can be listed").path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    files.sort();
    files
        .iter()
        .flat_map(|path| {
            let name = path.file_name().expect("a file has a name").to_string_lossy();
            read_file(&name, &std::fs::read_to_string(path).expect("the corpus is UTF-8"))
        })
        .collect()
}

fn read_file(name: &str, content: &str) -> Vec<Notice> {
    let mut sort = String::new();
    let mut today = "2024-04-11".to_owned();
    let mut line = 1;
    let mut notices = Vec::new();
    for part in content.trim_end_matches('\n').split("\n====\n") {
        let mut own_today = today.clone();
        let mut rest = part;
        while let Some(head) = rest.strip_prefix("# ") {
            let (first, behind) = head.split_once('\n').unwrap_or((head, ""));
            if let Some(day) = first.strip_prefix("today: ") {
                own_today = day.to_owned();
            } else {
                sort = first.split_once(" / ").map_or(first, |(_, sort)| sort).to_owned();
            }
            rest = behind;
        }
        if line == 1 {
            today.clone_from(&own_today);
        }
        let place = format!("{name}:{}", line + part.matches('\n').count() - rest.matches('\n').count());
        let (text, marks) = strip(rest, &place);
        let day = own_today.parse().unwrap_or_else(|_| panic!("{place}: {own_today} is no day"));
        notices.push(Notice { place, sort: sort.clone(), today: day, text, marks });
        line += part.matches('\n').count() + 2;
    }
    notices
}

/// Takes the marks out of a text.
pub fn strip(marked: &str, place: &str) -> (String, Vec<Mark>) {
    let mut text = String::new();
    let mut marks = Vec::new();
    let mut rest = marked;
    while let Some((plain, behind)) = rest.split_once('⟦') {
        text.push_str(plain);
        let (mark, behind) = behind.split_once('⟧').unwrap_or_else(|| panic!("{place}: ⟦ without ⟧"));
        let (number, words) = mark.rsplit_once('|').unwrap_or_else(|| panic!("{place}: {mark} has no |"));
        let start = text.len();
        text.push_str(number);
        marks.push(Mark { start, end: text.len(), words: words.to_owned() });
        rest = behind;
    }
    assert!(!rest.contains('⟧'), "{place}: ⟧ without ⟦");
    text.push_str(rest);
    (text, marks)
}
