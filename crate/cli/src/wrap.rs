//! Lines of a terminal (折行): Chinese has no blanks to break at, and some signs may not begin or end a line.

use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_width::UnicodeWidthStr;

/// A text in lines of at most so many columns, broken where Unicode (UAX #14) allows it; what allows no break stays
/// whole.
pub fn wrapped(text: &str, columns: usize) -> Vec<&str> {
    let mut lines = Vec::new();
    let (mut start, mut fits) = (0, 0);
    for (at, opportunity) in linebreaks(text) {
        if fits > start && text[start..at].trim_end().width() > columns {
            lines.push(text[start..fits].trim_end());
            start = fits;
        }
        fits = at;
        if opportunity == BreakOpportunity::Mandatory {
            lines.push(text[start..at].trim_end());
            start = at;
        }
    }
    lines
}

#[cfg(test)]
#[test]
fn table() {
    for (text, columns, want) in [
        ("", 10, &[][..]),
        ("18位", 10, &["18位"]),
        ("省份简称字母", 8, &["省份简称", "字母"]),
        ("省份简称字母", 9, &["省份简称", "字母"]),
        ("省份简称，字母", 8, &["省份简", "称，字母"]), // a comma begins no line
        ("省份（1位）字母", 6, &["省份", "（1", "位）字", "母"]), // a bracket ends none
        ("GB/T 17552；ISO/IEC", 12, &["GB/T 17552；", "ISO/IEC"]),
        ("one two three", 7, &["one two", "three"]),
        ("unbreakable", 4, &["unbreakable"]),
        ("ab\ncd", 10, &["ab", "cd"]),
    ] {
        assert_eq!(wrapped(text, columns), want, "{text} in {columns}");
    }
}
