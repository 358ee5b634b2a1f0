//! How likely a number is before one looks at the slip (先验): what is common, and what the text around says.

use std::borrow::Cow;
use std::ops::Range;

use crate::finding::Finding;
use crate::judgement::{Fact, Verdict};
use crate::notice::Notice;
use crate::order;
use crate::tables::regions;
use crate::text::border;

/// What the text says is worth so many times what it does not say.
mod worth {
    /// The same number stands elsewhere in the text.
    pub const AGAIN: f32 = 1000.0;
    /// Another number of the text holds a part of it (税号 with the organisation code), or hides a part of it.
    pub const PART: f32 = 300.0;
    /// The county, the prefecture, the province is named.
    pub const COUNTY: f32 = 50.0;
    pub const PREFECTURE: f32 = 10.0;
    pub const PROVINCE: f32 = 3.0;
}

/// A part of a number that says something has so many characters.
const PART: usize = 8;
/// The text around a number that stands in no notice, in bytes.
const NEAR: usize = 1500;

/// How common such a number is, beside others of its kind.
///
/// Shares of authorities and forms of organisation codes are rounded from what is known of codes in use; an order
/// of magnitude is all that a rank needs.
pub fn of(facts: &[Fact], year: u16) -> f32 {
    let person = facts.iter().any(|fact| matches!(fact, Fact::Birth { .. }));
    facts
        .iter()
        .map(|fact| match fact {
            Fact::Region(code) => region(code, person),
            Fact::Authority(pair) => authority(pair),
            Fact::OrgCode(code) => org_code(code),
            Fact::Birth { year: born, .. } => age(year.saturating_sub(*born)),
            Fact::Date { year: Some(written), .. } => 1.0 / (1.0 + f32::from(written.abs_diff(year))),
            _ => 1.0,
        })
        .product()
}

/// A person keeps the region of the day the number was given; registrars use a few codes that no list has.
fn region(code: &[u8; 6], person: bool) -> f32 {
    match regions::rows(code).last() {
        Some(region) if person || region.last.is_none() => {
            // A quarter of all registrars are a prefecture's or a province's.
            if !person && code.ends_with(b"00") { 2.5 } else { 1.0 }
        }
        Some(_) => 0.1,
        None if *code == regions::STATE => 2.5,
        None if std::str::from_utf8(&code[..4]).is_ok_and(regions::prefix_known) => 0.004,
        None => 0.001,
    }
}

fn authority(pair: &[u8; 2]) -> f32 {
    match pair {
        b"91" => 1.0,
        b"92" => 0.8,
        b"93" | b"12" => 0.1,
        b"11" | b"51" | b"52" | b"54" => 0.05,
        b"31" | b"55" | b"81" | b"N2" => 0.02,
        _ => 0.005,
    }
}

/// Eight digits, or since 2015 a series of M and a letter; a form with few numbers in it has them closer together.
fn org_code(code: &[u8; 9]) -> f32 {
    let body = &code[..8];
    let digits = |part: &[u8]| part.iter().all(u8::is_ascii_digit);
    match body {
        _ if digits(body) => 1.0,
        [b'M', b'A'..=b'Z', ..] => 0.3,
        [b'A'..=b'Z', rest @ ..] if digits(rest) => 0.04,
        _ => 0.0001,
    }
}

fn age(years: u16) -> f32 {
    match years {
        16..=75 => 1.0,
        0..=15 => 0.15,
        76..=95 => 0.15,
        _ => 0.005,
    }
}

/// What stands around the numbers of a text.
pub struct Around<'a> {
    text: &'a str,
    findings: &'a [Finding],
    notices: &'a [Notice],
    others: Others<'a>,
    /// The text around the number that is looked at, and the same without blanks and line ends.
    near: Range<usize>,
    bare: String,
    /// What it says of the places asked for.
    places: Vec<([u8; 6], f32)>,
}

impl<'a> Around<'a> {
    pub fn new(text: &'a str, findings: &'a [Finding], notices: &'a [Notice]) -> Around<'a> {
        let others = Others::of(findings);
        Around { text, findings, notices, others, near: 0..0, bare: String::new(), places: Vec::new() }
    }

    /// Looks at the finding of this index: at its notice.
    pub fn look_at(&mut self, index: usize) {
        let finding = &self.findings[index];
        let near = match finding.notice.and_then(|notice| self.notices.get(notice)) {
            Some(notice) => notice.start..notice.end,
            None => {
                border::before(self.text, finding.start.saturating_sub(NEAR))
                    ..border::before(self.text, finding.end + NEAR)
            }
        };
        if self.near != near {
            self.bare = self.text[near.clone()].split_whitespace().collect();
            self.places.clear();
            self.near = near;
        }
    }

    /// How much more likely the text makes this number than one that it says nothing of.
    pub fn speaks_for(&mut self, value: &str, facts: &[Fact], printed: &str) -> f32 {
        let place = facts.iter().find_map(|fact| match fact {
            Fact::Region(code) => Some(*code),
            _ => None,
        });
        let other = match () {
            () if self.others.has(value) => worth::AGAIN,
            () if self.others.any_with(value, |other| !agrees(other, printed)) => worth::PART,
            () => 1.0,
        };
        place.map_or(1.0, |code| self.place(code)) * other
    }

    /// What the text says of the place of this code.
    fn place(&mut self, code: [u8; 6]) -> f32 {
        if let Some((_, worth)) = self.places.iter().find(|(other, _)| *other == code) {
            return *worth;
        }
        let worth = self.names(&code);
        self.places.push((code, worth));
        worth
    }

    /// Is the place of this code named, or one above it?
    fn names(&self, code: &[u8; 6]) -> f32 {
        let [a, b, c, d, ..] = *code;
        let prefecture = [a, b, c, d, b'0', b'0'];
        let said = |code: &[u8; 6]| regions::rows(code).any(|region| self.says(region.name));
        match () {
            () if *code != prefecture && said(code) => worth::COUNTY,
            () if said(&prefecture) => worth::PREFECTURE,
            () if regions::province([a, b]).is_some_and(|name| self.says(name)) => worth::PROVINCE,
            () => 1.0,
        }
    }

    fn says(&self, name: &str) -> bool {
        let stem = name.strip_suffix(['省', '市', '县', '区', '州', '盟', '旗']).unwrap_or(name);
        // One character alone is no name, and 市辖区 is none.
        stem.len() >= "长春".len() && stem != "市辖" && self.bare.contains(stem)
    }
}

/// The numbers of a text that are right, found by any part of them.
struct Others<'a> {
    /// As they read, in order.
    all: Vec<&'a str>,
    /// Those with a part hidden.
    hidden: Vec<&'a str>,
    /// The others: as they read, and without dashes.
    plain: Vec<(&'a str, Cow<'a, str>)>,
    /// Each part of those, in order: its bytes, whose it is and where it starts.
    parts: Vec<(u64, u32, u32)>,
}

impl<'a> Others<'a> {
    fn of(findings: &'a [Finding]) -> Others<'a> {
        let right = |f: &&Finding| f.verdict <= Verdict::Plausible && f.value.len() >= PART;
        let all: Vec<&str> = findings.iter().filter(right).map(|f| f.value.as_str()).collect();
        let mut all = order::sorted(all, Ord::cmp);
        all.dedup();
        let (hidden, whole): (Vec<&str>, Vec<&str>) = all.iter().partition(|value| value.contains('*'));
        let plain: Vec<_> = whole.into_iter().map(|value| (value, plain(value))).collect();
        let parts = plain
            .iter()
            .zip(0..)
            .flat_map(|((_, plain), number)| parts(plain).zip(0..).map(move |(part, at)| (part, number, at)));
        let parts = order::sorted(parts.collect(), Ord::cmp);
        Others { all, hidden, plain, parts }
    }

    /// Is the number one of them?
    fn has(&self, value: &str) -> bool {
        self.all.binary_search(&value).is_ok()
    }

    /// Is one of those that agree with the number such?
    fn any_with(&self, value: &str, such: impl Fn(&str) -> bool) -> bool {
        if self.hidden.iter().any(|other| agrees(other, value) && such(other)) {
            return true;
        }
        if value.len() < PART {
            return self.plain.iter().any(|(other, _)| agrees(other, value) && such(other));
        }
        // Either starts somewhere in the other.
        parts(value).enumerate().any(|(start, part)| {
            let first = self.parts.partition_point(|own| own.0 < part);
            self.parts[first..].iter().take_while(|own| own.0 == part).any(|&(_, number, at)| {
                let (other, plain) = &self.plain[number as usize];
                let (plain, value) = (plain.as_bytes(), value.as_bytes());
                let holds = start == 0 && plain[at as usize..].starts_with(value);
                (holds || at == 0 && value[start..].starts_with(plain)) && such(other)
            })
        })
    }
}

/// The runs of so many bytes in a number, each as one.
fn parts(value: &str) -> impl Iterator<Item = u64> {
    value.as_bytes().windows(PART).filter_map(|part| part.try_into().ok()).map(u64::from_be_bytes)
}

/// A number without its dashes.
fn plain(value: &str) -> Cow<'_, str> {
    if value.contains('-') { value.replace('-', "").into() } else { value.into() }
}

/// Is one number a part of the other, or the other with a part hidden?
fn agrees(other: &str, value: &str) -> bool {
    if other.contains('*') {
        let same = |(a, b): (u8, u8)| a == b || a == b'*';
        return other.len() == value.len() && other.bytes().zip(value.bytes()).all(same);
    }
    let plain = plain(other);
    plain.len() >= PART && (value.contains(&*plain) || plain.contains(value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{answers, pair};

    #[test]
    fn parts() {
        answers(
            |both| {
                let (other, value) = pair(both);
                agrees(other, value)
            },
            "
            yes  220104MA0Y1A2B3|91220104MA0Y1A2B3Q  MA0Y1A2B-3|91220104MA0Y1A2B3Q
            yes  2201041990********|220104199003072310
            no   2201041991********|220104199003072310  2201041990*******|220104199003072310
            no   0431-850|91220104MA0Y1A2B3Q  -MA0Y1A2|91220104MA0Y1A2B3Q
            ",
        );
    }

    #[test]
    fn common_before_rare() {
        let code = |region: &[u8; 6], pair, org| {
            of(&[Fact::Authority(pair), Fact::Region(*region), Fact::OrgCode(org)], 2024)
        };
        let usual = code(b"220104", *b"91", *b"MA0Y1A2B3");
        assert!(usual > code(b"220199", *b"91", *b"MA0Y1A2B3"), "a region of no list");
        assert!(usual > code(b"220104", *b"99", *b"MA0Y1A2B3"), "a rare authority");
        assert!(usual > code(b"220104", *b"91", *b"7A6045829"), "a letter among digits");
        let born = |year| of(&[Fact::Birth { year, month: None, day: None }], 2024);
        assert!(born(1980) > born(2020) && born(2020) > born(1903));
    }
}
