//! Bytes to UTF-16 units (计数换算): the one crossing between the core's counting and JavaScript's.

use kanyan::{Report, Units};

/// Turns every offset of a report from bytes of `text` into UTF-16 units, in one pass over the text.
pub fn to_utf16(text: &str, report: &mut Report) {
    let mut ruler = Ruler { text: text.as_bytes(), at: 0, units: 0 };
    for finding in &mut report.findings {
        let start = Mark { byte: finding.start, unit: ruler.to(finding.start) };
        for problem in &mut finding.problems {
            // Inside the finding or, rarely, beside it: counted from the finding's start either way.
            problem.start = start.measure(ruler.text, problem.start);
            problem.end = start.measure(ruler.text, problem.end);
        }
        for suggestion in &mut finding.suggestions {
            suggestion.start = start.measure(ruler.text, suggestion.start);
            suggestion.end = start.measure(ruler.text, suggestion.end);
        }
        if let Some(exposure) = &mut finding.exposure {
            exposure.start = start.measure(ruler.text, exposure.start);
            exposure.end = start.measure(ruler.text, exposure.end);
        }
        finding.start = start.unit;
        finding.end = ruler.to(finding.end);
    }
    // Notices and their places overlap: their offsets are put in order first.
    let mut offsets: Vec<&mut usize> = Vec::new();
    for notice in &mut report.notices {
        offsets.extend([&mut notice.start, &mut notice.end]);
        offsets.extend(notice.title.iter_mut().flat_map(|title| [&mut title.start, &mut title.end]));
        offsets.extend(notice.parties.iter_mut().flat_map(|party| [&mut party.start, &mut party.end]));
        for problem in &mut notice.problems {
            offsets.extend([&mut problem.start, &mut problem.end]);
            offsets.extend(problem.related.iter_mut().flat_map(|place| [&mut place.start, &mut place.end]));
        }
    }
    for rewrite in &mut report.rewrites {
        offsets.extend([&mut rewrite.start, &mut rewrite.end]);
    }
    offsets.sort_unstable();
    let mut ruler = Ruler { text: text.as_bytes(), at: 0, units: 0 };
    for offset in offsets {
        *offset = ruler.to(*offset);
    }
    report.units = Units::Utf16;
}

/// Where we are in the text, in both counts.
struct Ruler<'a> {
    text: &'a [u8],
    at: usize,
    units: usize,
}

impl Ruler<'_> {
    /// The units before byte `to`. Findings come in text order, so this only ever moves forward.
    fn to(&mut self, to: usize) -> usize {
        debug_assert!(self.at <= to, "findings are in text order");
        self.units += units(&self.text[self.at..to]);
        self.at = to;
        self.units
    }
}

/// One place in both counts.
#[derive(Clone, Copy)]
struct Mark {
    byte: usize,
    unit: usize,
}

impl Mark {
    fn measure(self, text: &[u8], byte: usize) -> usize {
        if byte >= self.byte {
            self.unit + units(&text[self.byte..byte])
        } else {
            self.unit - units(&text[byte..self.byte])
        }
    }
}

/// How many UTF-16 units whole characters of UTF-8 make: one for each character, two for those of four bytes.
pub(crate) fn units(bytes: &[u8]) -> usize {
    // Plain sums over bytes: the compiler makes vector code of it.
    bytes.iter().map(|&b| usize::from(b as i8 >= -64) + usize::from(b >= 0xF0)).sum()
}

#[cfg(test)]
mod tests {
    use kanyan::Options;

    use super::*;

    #[test]
    fn counts_as_javascript_does() {
        for text in [
            "",
            "a",
            "号",
            "编号：12",
            "𠮷野家 20240411",
            "\u{FFFD}",
            "é",
            "👨‍👩‍👧",
            "\u{10FFFF}\u{7F}\u{80}\u{7FF}\u{800}",
        ] {
            assert_eq!(units(text.as_bytes()), text.encode_utf16().count(), "{text:?}");
        }
    }

    #[test]
    fn every_place_is_counted_anew() {
        let options = Options::on("2024-04-11".parse().expect("a day of the calendar"));
        for before in ["", "刊", "𠮷", "👨‍👩‍👧é"] {
            let text =
                format!("{before}代码：９１１１０００００００００００００３{before}，{before}2024年4月31日");
            let bytes = kanyan::check(&text, &options);
            let mut report = bytes.clone();
            to_utf16(&text, &mut report);
            assert_eq!(report.units, Units::Utf16);
            let want = |byte: usize| text[..byte].encode_utf16().count();
            let mut places = 0;
            for (is, was) in report.findings.iter().zip(&bytes.findings) {
                assert_eq!((is.start, is.end), (want(was.start), want(was.end)), "{text}");
                for (is, was) in is.problems.iter().zip(&was.problems) {
                    assert_eq!((is.start, is.end), (want(was.start), want(was.end)), "{text}");
                    places += 1;
                }
            }
            assert!(places >= 2, "a check character and a day are wrong in {text}: {bytes:?}");
        }
    }

    /// Two notices whose places overlap, go back to their titles, and point at each other.
    #[test]
    fn every_place_of_a_notice_is_counted_anew() {
        let options = Options::on("2024-08-11".parse().expect("a day of the calendar"));
        for before in ["", "刊", "𠮷", "👨‍👩‍👧é"] {
            let text = format!(
                "减资公告\n{before}榆川𠮷商贸有限公司经股东会决议，注册资本由５００万元减至100万元，请债权人自公告之日\
                 起30日内要求清偿债务或提供担保。特此公告。\n榆川𠮷商茂有限公司\n2024年8月11日\n\n\
                 遗失声明\n{before}榆川镇张文遗失𠮷证，编号𠮷00251306。\n"
            );
            let bytes = kanyan::check(&text, &options);
            let mut report = bytes.clone();
            to_utf16(&text, &mut report);
            let want = |byte: usize| text[..byte].encode_utf16().count();
            let (mut titles, mut parties, mut problems, mut related) = (0, 0, 0, 0);
            assert_eq!(report.notices.len(), 2, "{text}");
            for (is, was) in report.notices.iter().zip(&bytes.notices) {
                assert_eq!((is.start, is.end), (want(was.start), want(was.end)), "{text}");
                for (is, was) in is.title.iter().zip(&was.title) {
                    assert_eq!((is.start, is.end), (want(was.start), want(was.end)), "{text}");
                    titles += 1;
                }
                for (is, was) in is.parties.iter().zip(&was.parties) {
                    assert_eq!((is.start, is.end), (want(was.start), want(was.end)), "{text}");
                    parties += 1;
                }
                for (is, was) in is.problems.iter().zip(&was.problems) {
                    assert_eq!((is.start, is.end), (want(was.start), want(was.end)), "{text}");
                    problems += 1;
                    for (is, was) in is.related.iter().zip(&was.related) {
                        assert_eq!((is.start, is.end), (want(was.start), want(was.end)), "{text}");
                        related += 1;
                    }
                }
            }
            let counts = (titles, parties, problems, related);
            assert!(
                titles == 2 && parties > 0 && problems > 1 && related > 0,
                "{counts:?} in {text}: {bytes:?}"
            );
        }
    }
}
