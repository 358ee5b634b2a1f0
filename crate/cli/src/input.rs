//! Where the texts come from (输入): files, the standard input, lines of either.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

use crate::encoding;

/// Something to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The standard input, `-`.
    Stdin,
    /// A file.
    File(PathBuf),
}

impl Source {
    /// As given on the command line.
    pub fn new(path: &Path) -> Source {
        if path.as_os_str() == "-" { Source::Stdin } else { Source::File(path.to_owned()) }
    }

    /// The name as records carry it, `-` for the standard input.
    pub fn name(&self) -> String {
        match self {
            Source::Stdin => "-".to_owned(),
            Source::File(path) => path.display().to_string(),
        }
    }

    /// All of its bytes.
    pub fn read(&self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        match self {
            Source::Stdin => io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes),
            Source::File(path) => std::fs::read(path).map_err(|error| explain(path, error)),
        }
    }

    fn open(&self) -> io::Result<Box<dyn Read + Send>> {
        Ok(match self {
            Source::Stdin => Box::new(io::stdin()),
            Source::File(path) => Box::new(File::open(path).map_err(|error| explain(path, error))?),
        })
    }
}

/// Some systems say only that a folder cannot be opened as a file.
fn explain(path: &Path, error: io::Error) -> io::Error {
    if path.is_dir() { io::ErrorKind::IsADirectory.into() } else { error }
}

/// What one worker does at a time.
#[derive(Debug)]
pub enum Job {
    /// A source that is one text.
    Whole(Source),
    /// Some lines of a source, each a text.
    Lines(Source, Block),
    /// A source whose lines could not be read (any further).
    Unread(Source, io::Error),
}

/// Some lines that stand together (行块).
#[derive(Debug)]
pub struct Block {
    /// The number of the first line, from 1.
    pub first: usize,
    /// As [`encoding::of_stream`] tells.
    pub encoding: Option<&'static Encoding>,
    /// The lines with their line ends.
    pub lines: Vec<Vec<u8>>,
}

/// One job a source.
pub fn whole(sources: Vec<Source>) -> impl Iterator<Item = Job> {
    sources.into_iter().map(Job::Whole)
}

/// The lines of every source, a block at a time.
pub fn lines(sources: Vec<Source>) -> impl Iterator<Item = Job> {
    sources.into_iter().flat_map(|source| {
        let blocks: Box<dyn Iterator<Item = io::Result<Block>> + Send> = match source.open() {
            Ok(reader) => Box::new(Blocks::new(reader)),
            Err(error) => Box::new(std::iter::once(Err(error))),
        };
        blocks.map(move |block| match block {
            Ok(block) => Job::Lines(source.clone(), block),
            Err(error) => Job::Unread(source.clone(), error),
        })
    })
}

/// How much is read at once, and about as much is one block.
const BUFFER: usize = 64 * 1024;

/// Cuts a reader into blocks of lines.
///
/// A block is whatever whole lines have arrived by the time it is asked for, and at least one: much is handed on
/// together, and a line that comes alone does not wait for the next.
struct Blocks<R> {
    reader: BufReader<R>,
    encoding: Option<&'static Encoding>,
    next: usize,
    ended: bool,
}

impl<R: Read> Blocks<R> {
    fn new(reader: R) -> Blocks<R> {
        Blocks { reader: BufReader::with_capacity(BUFFER, reader), encoding: None, next: 1, ended: false }
    }

    fn block(&mut self) -> io::Result<Option<Block>> {
        if self.next == 1 {
            self.encoding = encoding::of_stream(self.reader.fill_buf()?);
        }
        let mut lines = Vec::new();
        let mut bytes = 0;
        while lines.is_empty() || (bytes < BUFFER && self.reader.buffer().contains(&b'\n')) {
            let line = self.line()?;
            if line.is_empty() {
                break;
            }
            bytes += line.len();
            lines.push(line);
        }
        let first = self.next;
        self.next += lines.len();
        Ok((!lines.is_empty()).then_some(Block { first, encoding: self.encoding, lines }))
    }

    /// The next line with its end; nothing at the end of the source.
    fn line(&mut self) -> io::Result<Vec<u8>> {
        let mut line = Vec::new();
        // In UTF-16 a line feed's byte can also be half of another character (上 is U+4E0A, ਀ is U+0A00).
        loop {
            let read = self.reader.read_until(b'\n', &mut line)?;
            let whole = if self.encoding == Some(UTF_16LE) {
                if line.len() % 2 == 1 && read > 0 {
                    self.reader.by_ref().take(1).read_to_end(&mut line)?;
                }
                line.ends_with(b"\n\0") && line.len() % 2 == 0
            } else if self.encoding == Some(UTF_16BE) {
                line.ends_with(b"\0\n") && line.len() % 2 == 0
            } else {
                true
            };
            if whole || read == 0 {
                return Ok(line);
            }
        }
    }
}

impl<R: Read> Iterator for Blocks<R> {
    type Item = io::Result<Block>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let block = self.block().transpose();
        self.ended = !matches!(block, Some(Ok(_)));
        block
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives its pieces one a call, as a pipe does.
    struct Pieces(Vec<Vec<u8>>);

    impl Read for Pieces {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            if self.0.is_empty() {
                return Ok(0);
            }
            let piece = self.0.remove(0);
            into[..piece.len()].copy_from_slice(&piece);
            Ok(piece.len())
        }
    }

    fn texts(block: &Block) -> Vec<String> {
        block.lines.iter().map(|l| encoding::decode_line(block.encoding, l.clone()).text).collect()
    }

    #[test]
    fn lines_in_every_encoding_however_they_arrive() {
        // 上 and ਀ hold the line feed's byte in either half, 䄀上 both in a row.
        let text = "甲上乙਀丙：1\r\n\n䄀上1\n上\n\u{A00}\nlast";
        let want: Vec<&str> = text.split_inclusive('\n').collect();
        let le = text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        let be = text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
        let marked = |mark: [u8; 2], rest: &[u8]| [&mark, rest].concat();
        for (what, bytes) in [
            ("utf-8", text.as_bytes().to_vec()),
            ("utf-16le", marked([0xFF, 0xFE], &le)),
            ("utf-16be", marked([0xFE, 0xFF], &be)),
        ] {
            for size in [2, 3, 7, 1000] {
                let pieces = bytes.chunks(size).map(<[u8]>::to_vec).collect();
                let blocks: Vec<Block> = Blocks::new(Pieces(pieces)).map(|b| b.expect(what)).collect();
                let got: Vec<String> = blocks.iter().flat_map(texts).collect();
                assert_eq!(got, want, "{what} in pieces of {size}");
                let mut next = 1;
                for block in &blocks {
                    assert_eq!(block.first, next, "{what} in pieces of {size}");
                    next += block.lines.len();
                }
            }
        }
    }

    #[test]
    fn what_has_arrived_is_one_block() {
        let pieces = ["1\n2\n3\n", "4\n", "5\n6", "\n"].map(|p| p.as_bytes().to_vec());
        let sizes: Vec<usize> =
            Blocks::new(Pieces(pieces.into())).map(|b| b.expect("readable").lines.len()).collect();
        assert_eq!(sizes, [3, 1, 1, 1]);
    }

    #[test]
    fn a_long_stream_comes_in_pieces() {
        let text = "0123456789\n".repeat(100_000);
        let blocks: Vec<Block> = Blocks::new(text.as_bytes()).map(|b| b.expect("readable")).collect();
        assert_eq!(blocks.iter().map(|b| b.lines.len()).sum::<usize>(), 100_000);
        for block in blocks {
            assert!(block.lines.iter().map(Vec::len).sum::<usize>() <= BUFFER + 11);
        }
    }
}
