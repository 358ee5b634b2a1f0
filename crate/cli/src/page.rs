//! The standard output (输出): the pieces that workers made, kept apart as each format wants it.

use std::io::{self, Write};

use crate::check::Format;

/// A piece of output, and how it keeps apart from the next.
pub enum Part {
    /// Lines of the list, with their ends.
    Rows(String),
    /// A notice's heading and the lines of its list; apart from what is before and behind.
    Notice(String),
    /// A drawn finding, with its end; blank lines around it.
    Snippet(String),
    /// Reports with their line ends.
    Lines(Vec<u8>),
    /// An object of a JSON array, or the only one, without a line end.
    Object(String),
}

/// The standard output, which keeps the parts apart as the format wants it.
pub struct Page {
    out: Box<dyn Write>,
    format: Format,
    single: bool,
    /// What was written last in text, `None` at the start: are they lines that belong to no notice?
    after_rows: Option<bool>,
    /// How many were written.
    parts: usize,
}

impl Page {
    /// For a format; `single` where one report is all there will be.
    pub fn new(format: Format, single: bool) -> Page {
        let out: Box<dyn Write> = match format {
            Format::Text => Box::new(anstream::AutoStream::auto(io::stdout().lock())),
            Format::Json | Format::Jsonl => Box::new(io::stdout().lock()),
        };
        Page { out, format, single, after_rows: None, parts: 0 }
    }

    /// Everything of a job is written at once and at once sent on: somebody may wait for it.
    pub fn add(&mut self, parts: &[Part]) -> io::Result<()> {
        let mut bytes = Vec::new();
        for part in parts {
            match part {
                Part::Rows(rows) => {
                    self.blank(&mut bytes, true);
                    bytes.extend(rows.as_bytes());
                }
                Part::Notice(apart) | Part::Snippet(apart) => {
                    self.blank(&mut bytes, false);
                    bytes.extend(apart.as_bytes());
                }
                Part::Lines(lines) => bytes.extend(lines),
                Part::Object(object) if self.single => {
                    bytes.extend(object.as_bytes());
                    bytes.push(b'\n');
                }
                Part::Object(object) => {
                    bytes.extend(if self.parts == 0 { b"[\n  " } else { b",\n  " });
                    bytes.extend(object.replace('\n', "\n  ").as_bytes());
                }
            }
            self.parts += 1;
        }
        if bytes.is_empty() {
            return Ok(());
        }
        self.out.write_all(&bytes)?;
        self.out.flush()
    }

    fn blank(&mut self, bytes: &mut Vec<u8>, rows: bool) {
        if self.after_rows.is_some_and(|after| !(after && rows)) {
            bytes.push(b'\n');
        }
        self.after_rows = Some(rows);
    }

    /// What comes last: the counts in text, what closes an array.
    pub fn end(&mut self, counts: &str) -> io::Result<()> {
        let end = match (self.format, self.parts) {
            (Format::Text, 0) => format!("{counts}\n"),
            (Format::Text, _) => format!("\n{counts}\n"),
            (Format::Json, _) if self.single => String::new(),
            (Format::Json, 0) => "[]\n".to_owned(),
            (Format::Json, _) => "\n]\n".to_owned(),
            (Format::Jsonl, _) => String::new(),
        };
        self.out.write_all(end.as_bytes())?;
        self.out.flush()
    }
}
