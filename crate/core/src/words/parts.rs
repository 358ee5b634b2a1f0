//! What both languages need to make their sentences (措辞的零件): parts of the value, amounts, dates.

use crate::kinds::{self, Of};
use std::fmt::{self, Display};
use std::ops::Range;

use crate::finding::Finding;
use crate::judgement::{Fact, Flaw};
use crate::tables::{regions, telephones};

/// The characters of the value at these places.
pub(super) fn part<'a>(value: &'a str, span: &Range<usize>) -> &'a str {
    let mut borders = value.char_indices().map(|(at, _)| at).chain([value.len()]);
    let start = borders.nth(span.start).unwrap_or(value.len());
    let end = match span.len() {
        0 => start,
        len => borders.nth(len - 1).unwrap_or(value.len()),
    };
    &value[start..end]
}

/// How many characters a clerk would count: hyphens, brackets and blanks are none.
fn count(text: &str) -> usize {
    text.chars().filter(|ch| ch.is_alphanumeric() || *ch == '*').count()
}

/// Does the number stand on a certificate or a card? Dates, amounts and telephones are only in the manuscript.
pub(super) fn is_on_paper(finding: &Finding) -> bool {
    finding.kind.of != Of::Reading
}

/// What a digit or letter of the number stands for, if the finding tells it.
pub(super) fn meaning(finding: &Finding, sign: &str) -> Option<[&'static str; 2]> {
    finding.facts.iter().find_map(|fact| match fact {
        Fact::Meaning { sign: own, words } if *own == sign => Some(*words),
        _ => None,
    })
}

/// How many characters stand where a problem of length is; the whole value when its place is but a mark in it.
pub(super) fn length_at(value: &str, span: &Range<usize>) -> usize {
    count(if span.len() > 1 { part(value, span) } else { value })
}

/// How many characters a masked number has; of a telephone number without its country code.
pub(super) fn masked_length(finding: &Finding, span: &Range<usize>) -> usize {
    if finding.kind == &kinds::telephone::KIND {
        length_at(&finding.value, span)
    } else {
        count(&finding.value)
    }
}

/// The text without the signs around its digits: 0431 of (0431).
pub(super) fn digits(text: &str) -> &str {
    text.trim_matches(|ch: char| !ch.is_ascii_digit())
}

/// Is it an area code but for the 0 in front?
pub(super) fn lacks_zero(text: &str) -> bool {
    telephones::area(&format!("0{}", digits(text))).is_some()
}

/// A year, month and day written in figures; the year may have two digits (19…), as in old identity numbers.
pub(super) fn figures_date(digits: &str) -> Option<[u16; 3]> {
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let number = |range: Range<usize>| digits[range].parse::<u16>().ok();
    match digits.len() {
        8 => Some([number(0..4)?, number(4..6)?, number(6..8)?]),
        6 => Some([1900 + number(0..2)?, number(2..4)?, number(4..6)?]),
        _ => None,
    }
}

/// The year, if written, and the month before a day that is none: from `2023年2月` or `2023-02-`, figures only.
pub(super) fn month_before(text: &str) -> Option<(Option<u16>, u16)> {
    let text = text.find('月').map_or(text, |at| &text[..at]);
    let mut numbers = text.split(|ch: char| !ch.is_ascii_digit()).filter(|n| !n.is_empty());
    let all = (numbers.next()?.parse().ok()?, numbers.next(), numbers.next());
    match all {
        (month, None, None) => Some((None, month)),
        (year, Some(month), None) => Some((Some(year), month.parse().ok()?)),
        _ => None,
    }
}

/// An amount with thousands separators, its hundredths only when there are some.
pub(super) struct Grouped(pub(super) u128);

impl Display for Grouped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whole = (self.0 / 100).to_string();
        for (i, digit) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i).is_multiple_of(3) {
                f.write_str(",")?;
            }
            write!(f, "{digit}")?;
        }
        match self.0 % 100 {
            0 => Ok(()),
            cents => write!(f, ".{cents:02}"),
        }
    }
}

/// The currency of an amount, as ISO 4217 writes it.
pub(super) fn currency(finding: &Finding) -> &'static str {
    let named = |fact: &Fact| match *fact {
        Fact::Amount { currency, .. } => Some(currency),
        _ => None,
    };
    finding.facts.iter().find_map(named).unwrap_or("CNY")
}

/// What an amount is worth, in hundredths.
pub(super) fn worth(finding: &Finding) -> u128 {
    let fen = |fact: &Fact| match *fact {
        Fact::Amount { fen, .. } => Some(fen),
        _ => None,
    };
    finding.facts.iter().find_map(fen).unwrap_or(0)
}

/// The name of the row or the column of a table that a sum is about, and whether it is a row.
pub(super) fn table_line(finding: &Finding, flaw: Flaw) -> (&str, bool) {
    let across = matches!(flaw, Flaw::RowSum { .. });
    let name =
        |fact: &'_ Fact| matches!(fact, Fact::Row(_)) && across || matches!(fact, Fact::Column(_)) && !across;
    let name = finding.facts.iter().find(|fact| name(fact));
    match name {
        Some(Fact::Row(name) | Fact::Column(name)) => (name, across),
        _ => ("", across),
    }
}

/// The lengths a number may have: 18, 10或12, 9至32.
pub(super) struct Lengths {
    pub(super) all: &'static [u8],
    pub(super) or: &'static str,
    pub(super) to: &'static str,
}

impl Display for Lengths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let [first, _, .., last] = *self.all
            && usize::from(last.saturating_sub(first)) + 1 == self.all.len()
        {
            return write!(f, "{first}{}{last}", self.to);
        }
        for (i, length) in self.all.iter().enumerate() {
            if i > 0 {
                f.write_str(self.or)?;
            }
            length.fmt(f)?;
        }
        Ok(())
    }
}

/// A digit or letter, given as itself or as its character.
pub(super) fn symbol(byte: u8) -> char {
    if byte < 10 { (b'0' + byte).into() } else { byte.into() }
}

/// Characters of a code as text.
pub(super) fn code(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or("")
}

/// Do two writings of the same length differ at both ends and not in between?
pub fn apart(old: &str, new: &str) -> bool {
    let pairs: Vec<bool> = old.chars().zip(new.chars()).map(|(a, b)| a == b).collect();
    let same_length = old.chars().count() == new.chars().count();
    same_length
        && matches!(pairs[..], [false, ref between @ .., false] if !between.is_empty() && between.iter().all(|same| *same))
}

/// The first and the last characters of both.
pub fn ends(old: &str, new: &str) -> [(char, char); 2] {
    let pair = |a: Option<char>, b: Option<char>| (a.unwrap_or(' '), b.unwrap_or(' '));
    [pair(old.chars().next(), new.chars().next()), pair(old.chars().last(), new.chars().last())]
}

/// The year in which the division ended that a person's number starts with.
pub fn division_ended(finding: &Finding) -> Option<u16> {
    let person = finding.facts.iter().any(|fact| matches!(fact, Fact::Birth { .. }));
    let code = finding.facts.iter().find_map(|fact| match fact {
        Fact::Region(code) => Some(code),
        _ => None,
    });
    code.filter(|_| person).and_then(regions::ended)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{gives, pair};

    #[test]
    fn parts_of_values() {
        gives(
            |text| {
                let (value, span) = pair(text);
                let (start, end) = span.split_once("..").expect("a range");
                part(value, &(start.parse().expect("a place")..end.parse().expect("a place"))).into()
            },
            "
            12    12345|0..2
            5     12345|4..5  12345|4..9
            ∅     12345|7..9  12345|2..2
            月    2月29日|1..2
            29日  2月29日|2..5
            ",
        );
        assert_eq!(count("71539366-1"), 9);
        assert_eq!(count("2201041990********"), 18);
        assert_eq!(length_at("(0431)8501234", &(6..13)), 7);
        assert_eq!(length_at("12345", &(4..5)), 5);
    }

    #[test]
    fn dates_in_figures() {
        assert_eq!(figures_date("19850229"), Some([1985, 2, 29]));
        assert_eq!(figures_date("850229"), Some([1985, 2, 29]));
        assert_eq!(figures_date("1985**29"), None);
        assert_eq!(figures_date("85"), None);
        for (text, want) in [
            ("2023年2月", Some((Some(2023), 2))),
            ("2023-02-", Some((Some(2023), 2))),
            ("4月", Some((None, 4))),
            ("2月28日-", Some((None, 2))),
            ("二月", None),
            ("1.2.3.", None),
            ("", None),
        ] {
            assert_eq!(month_before(text), want, "{text}");
        }
    }

    #[test]
    fn amounts() {
        for (fen, want) in [
            (0, "0"),
            (5, "0.05"),
            (10_000, "100"),
            (100_000, "1,000"),
            (123_456_789, "1,234,567.89"),
            (99_999, "999.99"),
            (500_000_000, "5,000,000"),
        ] {
            assert_eq!(Grouped(fen).to_string(), want);
        }
        for (all, want) in [
            (&[18][..], "18"),
            (&[15, 18], "15或18"),
            (&[7, 8], "7或8"),
            (&[16, 17, 18, 19], "16至19"),
            (&[8, 10, 12], "8或10或12"),
            (&[], ""),
        ] {
            assert_eq!(Lengths { all, or: "或", to: "至" }.to_string(), want);
        }
        assert_eq!([symbol(1), symbol(b'1'), symbol(b'J')], ['1', '1', 'J']);
    }
}
