//! Bytes into text (编码): UTF-8, UTF-16 and GB18030 are told apart by the bytes alone.
//!
//! | what the bytes show                                               | read as                   |
//! |-------------------------------------------------------------------|---------------------------|
//! | a mark at the start (`EF BB BF`, `FF FE`, `FE FF`, `84 31 95 33`) | what the mark says        |
//! | well-formed UTF-8 without control characters                      | UTF-8                     |
//! | taken in pairs, Chinese text                                      | UTF-16 of that byte order |
//! | UTF-8 but for a few broken places                                 | UTF-8                     |
//! | well-formed GB18030 (also GBK, GB2312), or so but for a few       | GB18030                   |
//! | anything else                                                     | no text                   |
//!
//! Neither UTF-8 nor GB18030 text holds NUL bytes. Chinese in GB18030 is all but never well-formed UTF-8, while
//! UTF-8 often passes for GB18030, so UTF-8 is asked first. The mark is no part of the text. The page reads files in the
//! same way (`www/src/files/formats/encoding.ts`): both are held to `tests/encodings.json`.

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// A text and how it was read.
#[derive(Debug, PartialEq)]
pub struct Decoded {
    /// The text; a broken place is U+FFFD.
    pub text: String,
    /// What the bytes were taken for.
    pub encoding: &'static Encoding,
    /// How many places could not be read.
    pub broken: usize,
}

/// Bytes that are no text (非文本).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoText {
    /// A PDF document.
    Pdf,
    /// An Office document or another zip archive (`.docx`, `.xlsx`).
    Zip,
    /// An Office document as before 2007 (`.doc`, `.xls`).
    Ole,
    /// Anything else.
    Binary,
}

/// One broken place in so many characters is still taken for a damaged text.
const CHARS_PER_BROKEN: usize = 20;

/// One control character in so many characters is still taken for text.
const CHARS_PER_CONTROL: usize = 50;

/// How much of the start is looked at for UTF-16 without a mark.
const SAMPLE: usize = 64 * 1024;

/// The whole of a file.
pub fn decode(bytes: Vec<u8>) -> Result<Decoded, NoText> {
    if let Some(what) = document(&bytes) {
        return Err(what);
    }
    let decoded = match marked(&bytes) {
        Some(encoding) => read(encoding, bytes),
        None => read_unmarked(bytes),
    };
    let chars = decoded.text.chars().count();
    // One broken place is a file cut short, however little there is before it.
    if decoded.broken > 1.max(chars / CHARS_PER_BROKEN)
        || controls(decoded.text.as_bytes()) > chars / CHARS_PER_CONTROL
    {
        return Err(NoText::Binary);
    }
    Ok(decoded)
}

/// Bytes without a mark: as UTF-8 or UTF-16 where that is plain to see.
fn read_unmarked(bytes: Vec<u8>) -> Decoded {
    let bytes = match String::from_utf8(bytes) {
        Ok(text) if controls(text.as_bytes()) == 0 => {
            return Decoded { text, encoding: UTF_8, broken: 0 };
        }
        Ok(text) => text.into_bytes(),
        Err(error) => error.into_bytes(),
    };
    // Rare Han of four bytes in GB18030 are Han in pairs, too. What is UTF-16 is seldom without a control character there.
    let other = || {
        let (text, broken) = transcode(GB18030, &bytes);
        broken > 0 || controls(text.as_bytes()) > 0
    };
    match paired(&bytes).filter(|_| bytes.contains(&0) || other()) {
        Some(encoding) => read(encoding, bytes),
        None => read_best(bytes),
    }
}

/// One character of a text that becomes another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Where it starts in the text, in bytes of UTF-8.
    pub at: usize,
    /// What stands there.
    pub old: char,
    /// What is to stand there.
    pub new: char,
}

/// The bytes of a text with these characters replaced, which stand in the order of the text; every other byte stays.
///
/// Nothing where a character has no bytes of its own: beside a broken place some cannot be told from it.
pub fn edited(bytes: &[u8], decoded: &Decoded, edits: &[Edit]) -> Option<Vec<u8>> {
    let encoding = decoded.encoding;
    let mark = if marked(bytes) == Some(encoding) { '\u{FEFF}'.len_utf8() } else { 0 };
    let ends: Vec<usize> = edits.iter().map(|edit| mark + edit.at + edit.old.len_utf8()).collect();
    let ends =
        if encoding == UTF_8 && decoded.broken == 0 { ends } else { raw_ends(encoding, bytes, &ends)? };
    let mut out = Vec::with_capacity(bytes.len());
    let mut done = 0;
    for (edit, end) in edits.iter().zip(ends) {
        let old = encoded(encoding, edit.old);
        let start = end
            .checked_sub(old.len())
            .filter(|&start| start >= done && bytes.get(start..end) == Some(&*old))?;
        out.extend_from_slice(&bytes[done..start]);
        out.extend(encoded(encoding, edit.new));
        done = end;
    }
    out.extend_from_slice(&bytes[done..]);
    Some(out)
}

/// Where the characters end in the bytes that end at these places of the decoded text, the mark at its start included.
///
/// The decoder is fed byte by byte: the character is there with its last one.
fn raw_ends(encoding: &'static Encoding, bytes: &[u8], ends: &[usize]) -> Option<Vec<usize>> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut found = Vec::with_capacity(ends.len());
    let mut sink = [0; 64];
    let mut written = 0;
    for at in 0..bytes.len() {
        let Some(&next) = ends.get(found.len()) else { break };
        let (_, _, more, _) = decoder.decode_to_utf8(&bytes[at..=at], &mut sink, false);
        written += more;
        if written == next {
            found.push(at + 1);
        } else if written > next {
            return None;
        }
    }
    (found.len() == ends.len()).then_some(found)
}

fn encoded(encoding: &'static Encoding, c: char) -> Vec<u8> {
    let units =
        |order: fn(u16) -> [u8; 2]| c.encode_utf16(&mut [0; 2]).iter().flat_map(|&u| order(u)).collect();
    if encoding == UTF_16LE {
        units(u16::to_le_bytes)
    } else if encoding == UTF_16BE {
        units(u16::to_be_bytes)
    } else {
        encoding.encode(c.encode_utf8(&mut [0; 4])).0.into_owned()
    }
}

/// One line of a stream in `encoding`; without one it is UTF-8 or GB18030, each line by itself.
///
/// Total, so that a stream gives one report a line.
pub fn decode_line(encoding: Option<&'static Encoding>, bytes: Vec<u8>) -> Decoded {
    match encoding {
        Some(encoding) => read(encoding, bytes),
        None => read_best(bytes),
    }
}

/// The encoding of a stream of lines, where its start shows UTF-16.
pub fn of_stream(start: &[u8]) -> Option<&'static Encoding> {
    let pairs = || if start.contains(&0) { paired(start) } else { None };
    marked(start).or_else(pairs).filter(|e| [UTF_16LE, UTF_16BE].contains(e))
}

/// UTF-8 or GB18030, whichever the bytes are.
fn read_best(bytes: Vec<u8>) -> Decoded {
    let encoding = match std::str::from_utf8(&bytes) {
        Ok(_) => UTF_8,
        Err(_) if nearly_utf8(&bytes) => UTF_8,
        Err(_) => GB18030,
    };
    read(encoding, bytes)
}

/// Is this UTF-8 that was damaged or cut short? Chinese in another encoding breaks at nearly every character.
fn nearly_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0, 0);
    let mut chunks = bytes.utf8_chunks().peekable();
    while let Some(chunk) = chunks.next() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        let cut_short = chunks.peek().is_none() && sound > 0;
        broken += usize::from(!chunk.invalid().is_empty() && !cut_short);
    }
    broken <= sound / CHARS_PER_BROKEN && sound > 0
}

/// Bytes of a known encoding, without the mark at the start.
fn read(encoding: &'static Encoding, bytes: Vec<u8>) -> Decoded {
    const MARK: char = '\u{FEFF}';
    let (mut text, broken) = if encoding == UTF_8 {
        // Taken over as it stands: large files are mostly well-formed UTF-8.
        String::from_utf8(bytes).map_or_else(|error| transcode(UTF_8, error.as_bytes()), |text| (text, 0))
    } else {
        transcode(encoding, &bytes)
    };
    if text.starts_with(MARK) {
        text.drain(..MARK.len_utf8());
    }
    Decoded { text, encoding, broken }
}

fn transcode(encoding: &'static Encoding, bytes: &[u8]) -> (String, usize) {
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    let marks = || text.chars().filter(|&c| c == char::REPLACEMENT_CHARACTER).count();
    let broken = if had_errors { marks() } else { 0 };
    (text.into_owned(), broken)
}

fn marked(bytes: &[u8]) -> Option<&'static Encoding> {
    match Encoding::for_bom(bytes) {
        Some((encoding, _)) => Some(encoding),
        None => bytes.starts_with(&[0x84, 0x31, 0x95, 0x33]).then_some(GB18030),
    }
}

/// UTF-16 without a mark: taken in pairs, nearly all of it is what Chinese text is made of.
fn paired(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let pairs = || sample.chunks_exact(2).map(|pair| [pair[0], pair[1]]);
    let little = pairs().filter(|&p| stands_in_a_notice(u16::from_le_bytes(p))).count();
    let big = pairs().filter(|&p| stands_in_a_notice(u16::from_be_bytes(p))).count();
    let (encoding, fits) = if little >= big { (UTF_16LE, little) } else { (UTF_16BE, big) };
    (fits * 10 >= pairs().count() * 9 && fits > 0).then_some(encoding)
}

/// A UTF-16 unit of Chinese text: ASCII, Latin, signs and figures, Han, full-width forms, halves of the rare Han.
fn stands_in_a_notice(unit: u16) -> bool {
    matches!(unit,
        0x09 | 0x0A | 0x0C | 0x0D | 0x20..=0x7E | 0xA0..=0xFF | 0x2000..=0x27FF | 0x3000..=0x303F
        | 0x4E00..=0x9FFF | 0xD840..=0xD87F | 0xDC00..=0xDFFF | 0xFEFF | 0xFF00..=0xFFEF)
}

/// How many control characters there are that no text editor writes. They are one byte each.
fn controls(text: &[u8]) -> usize {
    let written = |byte| (b'\t'..=b'\r').contains(&byte) | (byte == b'\x1A') | (byte == b'\x1B');
    let control = |byte| ((byte < b' ') | (byte == b'\x7F')) & !written(byte);
    // Without branches and counted in bytes, many are looked at at once.
    let counts = text.chunks(255).map(|part| part.iter().map(|&byte| u8::from(control(byte))).sum::<u8>());
    counts.map(usize::from).sum()
}

/// Documents that people take for text.
fn document(bytes: &[u8]) -> Option<NoText> {
    let starts: [(&[u8], NoText); 3] = [
        (b"%PDF-", NoText::Pdf),
        (b"PK\x03\x04", NoText::Zip),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", NoText::Ole),
    ];
    starts.into_iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, what)| what)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTICE: &str = "遗失声明\n长春某某商贸有限公司，一〇二四年：91110000000000000E　作废。\r\n";

    fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    fn gb(text: &str) -> Vec<u8> {
        let (bytes, _, unmappable) = GB18030.encode(text);
        assert!(!unmappable, "{text}");
        bytes.into_owned()
    }

    fn with_mark(mark: &[u8], rest: &[u8]) -> Vec<u8> {
        [mark, rest].concat()
    }

    #[test]
    fn the_same_notice_in_every_encoding() {
        for (what, bytes, encoding) in [
            ("utf-8", NOTICE.into(), UTF_8),
            ("utf-8, mark", with_mark(b"\xEF\xBB\xBF", NOTICE.as_bytes()), UTF_8),
            ("utf-16le", utf16(NOTICE, u16::to_le_bytes), UTF_16LE),
            ("utf-16le, mark", with_mark(b"\xFF\xFE", &utf16(NOTICE, u16::to_le_bytes)), UTF_16LE),
            ("utf-16be", utf16(NOTICE, u16::to_be_bytes), UTF_16BE),
            ("utf-16be, mark", with_mark(b"\xFE\xFF", &utf16(NOTICE, u16::to_be_bytes)), UTF_16BE),
            ("gb18030", gb(NOTICE), GB18030),
            ("gb18030, mark", with_mark(&[0x84, 0x31, 0x95, 0x33], &gb(NOTICE)), GB18030),
        ] {
            assert_eq!(decode(bytes), Ok(Decoded { text: NOTICE.into(), encoding, broken: 0 }), "{what}");
        }
    }

    #[test]
    fn known_bytes() {
        for (bytes, want) in [
            (&b""[..], ""),
            (b"J2410000000X01", "J2410000000X01"),
            (&[0xD2, 0xC5, 0xCA, 0xA7], "遗失"), // GB 2312: rows 50-37, 42-07
            (&[0xC1, 0xAA, 0xCD, 0xA8], "联通"), // GBK that looks like UTF-8 at first sight
            (&[0x95, 0x32, 0x82, 0x36], "\u{20000}"), // four bytes: the first Han of plane 2
            (&[0xFF, 0xFE, 0x2D, 0x4E], "中"),
            (&[0xFE, 0xFF, 0x4E, 0x2D, 0xD8, 0x40, 0xDC, 0x00], "中\u{20000}"),
        ] {
            assert_eq!(decode(bytes.into()).expect(want).text, want);
        }
    }

    /// The page is held to the same.
    #[test]
    fn as_the_page_reads_it() {
        #[derive(serde::Deserialize)]
        struct Vector {
            what: String,
            hex: String,
            encoding: Option<String>,
            text: Option<String>,
            broken: usize,
        }
        let vectors: Vec<Vector> =
            serde_json::from_str(include_str!("../../../tests/encodings.json")).expect("a list of vectors");
        assert!(vectors.len() > 20);
        for Vector { what, hex, encoding, text, broken } in vectors {
            let byte = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).expect("two digits");
            let bytes = (0..hex.len()).step_by(2).map(byte).collect();
            let got = decode(bytes).ok();
            let name = got.as_ref().map(|got| got.encoding.name().to_ascii_lowercase());
            assert_eq!(name, encoding, "{what}");
            if let Some(got) = got {
                assert_eq!((Some(got.text), got.broken), (text, broken), "{what}");
            }
        }
    }

    /// A notice cut after any byte is still read as what it is, with at most one broken place at the end.
    #[test]
    fn cut_short() {
        for (encoding, bytes) in [(UTF_8, NOTICE.as_bytes().to_vec()), (GB18030, gb(NOTICE))] {
            // The very first character is the only one that two encodings can claim.
            for end in 4..bytes.len() {
                let cut = decode(bytes[..end].to_vec()).expect("a cut text is a text");
                assert_eq!(cut.encoding, encoding, "cut at {end}");
                assert!(cut.broken <= 1, "cut at {end}");
                let sound = cut.text.trim_end_matches(char::REPLACEMENT_CHARACTER);
                assert!(NOTICE.starts_with(sound), "cut at {end}: {sound}");
            }
        }
    }

    #[test]
    fn damaged_inside() {
        let mut bytes = NOTICE.repeat(3).into_bytes();
        bytes[4] = 0xFF; // inside 失
        let decoded = decode(bytes).expect("damaged text is text");
        assert_eq!(decoded.encoding, UTF_8);
        assert!(decoded.text.starts_with("遗\u{FFFD}"), "{}", decoded.text);
        assert!(decoded.text.contains("91110000000000000E"));
        assert!(decoded.broken > 0);
    }

    #[test]
    fn no_text() {
        let noise: Vec<u8> = (0..4096u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        for (bytes, want) in [
            (b"%PDF-1.7\n%\xE2\xE3\xCF\xD3".to_vec(), NoText::Pdf),
            (b"PK\x03\x04\x14\0\x06\0".to_vec(), NoText::Zip),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0".to_vec(), NoText::Ole),
            (b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x02\0".to_vec(), NoText::Binary),
            (b"\x7FELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0".to_vec(), NoText::Binary),
            (vec![0; 100], NoText::Binary),
            (noise, NoText::Binary),
        ] {
            assert_eq!(decode(bytes.clone()), Err(want), "{:02X?}", &bytes[..bytes.len().min(8)]);
        }
    }

    #[test]
    fn streams_show_utf16_at_their_start() {
        for (bytes, want) in [
            (utf16(NOTICE, u16::to_le_bytes), Some(UTF_16LE)),
            (utf16(NOTICE, u16::to_be_bytes), Some(UTF_16BE)),
            (NOTICE.into(), None),
            (gb(NOTICE), None),
            (vec![], None),
        ] {
            assert_eq!(of_stream(&bytes), want);
        }
    }

    /// Characters of one, two and four bytes, each replaced by itself and by one of another width.
    #[test]
    fn edits_touch_nothing_else() {
        const TEXT: &str = "号１２3\u{20000}4\r\n€5\u{E000}6联通";
        let all: Vec<(usize, char)> = TEXT.char_indices().collect();
        for mark in [&b""[..], b"\xEF\xBB\xBF", b"\xFF\xFE", b"\xFE\xFF", &[0x84, 0x31, 0x95, 0x33]] {
            let bytes = match mark {
                b"\xFF\xFE" => utf16(TEXT, u16::to_le_bytes),
                b"\xFE\xFF" => utf16(TEXT, u16::to_be_bytes),
                [0x84, ..] => gb(TEXT),
                _ => TEXT.into(),
            };
            let bytes = with_mark(mark, &bytes);
            let decoded = decode(bytes.clone()).expect("a text");
            assert_eq!(decoded.text, TEXT, "{mark:?}");
            let same: Vec<Edit> = all.iter().map(|&(at, c)| Edit { at, old: c, new: c }).collect();
            assert_eq!(edited(&bytes, &decoded, &same), Some(bytes.clone()), "{mark:?}");
            for (at, old) in all.iter().copied() {
                for new in ['*', '＊', '\u{20001}'] {
                    let out = edited(&bytes, &decoded, &[Edit { at, old, new }]).expect("it has its bytes");
                    let want = format!("{}{new}{}", &TEXT[..at], &TEXT[at + old.len_utf8()..]);
                    assert_eq!(decode(out).expect("a text").text, want, "{mark:?} {old}");
                }
            }
        }
        // A line in two encodings: broken, and each edit is still at its place.
        let bytes =
            [gb("遗失声明，一二三四五六七八九十，公章").as_slice(), b"\xFF", &gb("一1，2三四")].concat();
        let decoded = decode(bytes.clone()).expect("a text");
        assert_eq!(decoded.broken, 1);
        let at = decoded.text.find('2').expect("it is there");
        let out = edited(&bytes, &decoded, &[Edit { at, old: '2', new: '*' }]).expect("it has its bytes");
        let changed: Vec<usize> = (0..bytes.len()).filter(|&i| bytes[i] != out[i]).collect();
        assert_eq!(changed.iter().map(|&i| (bytes[i], out[i])).collect::<Vec<_>>(), [(b'2', b'*')]);
    }

    #[test]
    fn a_line_is_always_read() {
        for (bytes, want) in [
            (gb("公章"), "公章"),
            ("公章".into(), "公章"),
            (vec![0xFF, 0xFF, 0xFF, b'1'], "\u{FFFD}\u{FFFD}\u{FFFD}1"),
        ] {
            assert_eq!(decode_line(None, bytes).text, want);
        }
    }
}
