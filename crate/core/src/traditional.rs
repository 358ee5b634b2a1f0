//! Texts in traditional characters (繁体字): read as the simplified ones say the same.
//!
//! A party in Hong Kong or a mirror of an office's site gives `聯系電話`, and no label, unit or word of a rule would be
//! found. Where a text is in such characters from its head on, it is read with the simplified ones put in. Each takes
//! three bytes as the other does, so every place stays what it is. Nothing is told of it, and what is reported of the
//! text has its own characters again.

use crate::report::Report;
use crate::tables::table::Table;

static TABLE: Table = Table::new(include_str!("../data/traditional.tsv"));

/// Characters from the head on that are looked at.
const HEAD: usize = 400;
/// Common traditional characters among them by which a text is in such: a name may have one or two.
const COMMON: usize = 6;

/// The text in simplified characters; none if it is not in traditional ones.
pub(crate) fn simplified(text: &str) -> Option<String> {
    text.chars().take(HEAD).filter(|&ch| is_common(ch)).nth(COMMON - 1)?;
    Some(text.chars().map(|ch| simple(ch).unwrap_or(ch)).collect())
}

/// Gives the values, suggestions, titles and names in a report of the simplified text the characters that stand in the text.
pub(crate) fn restore(report: &mut Report, text: &str) {
    let put_back = |read: &mut String, start: usize, end: usize| *read = as_written(read, &text[start..end]);
    for finding in &mut report.findings {
        put_back(&mut finding.value, finding.start, finding.end);
        for suggestion in &mut finding.suggestions {
            put_back(&mut suggestion.value, finding.start, finding.end);
            put_back(&mut suggestion.replacement, suggestion.start, suggestion.end);
        }
    }
    for notice in &mut report.notices {
        if let Some(title) = &mut notice.title {
            put_back(&mut title.text, title.start, title.end);
        }
        for party in &mut notice.parties {
            put_back(&mut party.name, party.start, party.end);
        }
    }
}

/// What was read of a place, with the characters that are written there.
fn as_written(read: &str, place: &str) -> String {
    let mut written = place.chars();
    let mut own = |ch: char| {
        let mut rest = written.clone();
        let own = rest.find(|&own| own == ch || simple(own) == Some(ch))?;
        written = rest;
        Some(own)
    };
    read.chars().map(|ch| own(ch).unwrap_or(ch)).collect()
}

/// Is it one of those that hardly a notice in traditional characters is without?
fn is_common(ch: char) -> bool {
    matches!(
        ch,
        '國' | '號'
            | '時'
            | '為'
            | '與'
            | '關'
            | '發'
            | '業'
            | '規'
            | '據'
            | '請'
            | '縣'
            | '報'
            | '證'
            | '聯'
            | '電'
            | '資'
            | '條'
            | '遺'
            | '聲'
            | '廢'
            | '執'
            | '債'
            | '權'
            | '註'
            | '銷'
            | '議'
            | '責'
    )
}

/// The simplified character for a traditional one.
fn simple(ch: char) -> Option<char> {
    // 一 to 龿; all others stand for themselves.
    if !matches!(ch, '\u{4e00}'..='\u{9fff}') {
        return None;
    }
    let [_, simple] = TABLE.find(ch.encode_utf8(&mut [0; 4]))?.columns();
    simple.chars().next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{gives, pair};

    #[test]
    fn keeps_every_place() {
        for row in include_str!("../data/traditional.tsv").lines().filter(|line| !line.starts_with('#')) {
            let (own, simple) = row.split_once('\t').expect("two columns");
            assert_eq!((own.len(), simple.len()), (3, 3), "{row}");
            assert_ne!(own, simple);
        }
    }

    #[test]
    fn gives_back() {
        gives(
            |both| {
                let (read, place) = pair(both);
                as_written(read, place)
            },
            "
            吉政發[2024]3號  吉政发[2024]3号|吉政發〔2024〕3號
            吉政發[2024]3号  吉政发[2024]3号|吉政發〔2024〕3号
            3萬元            3万元|3 萬元
            ∅                |號
            12               12|１２
            ",
        );
    }

    #[test]
    fn what_is_suggested_too() {
        let text = "挂牌出讓編號為雙國土資告字[２012]1號，起始價為7.1萬元，競買保證金2萬元。";
        assert!(simplified(text).is_some());
        let report = crate::check(text, &crate::Options::on("2026-11-30".parse().expect("a day")));
        let suggested: Vec<_> = report.findings.iter().flat_map(|finding| &finding.suggestions).collect();
        assert!(!suggested.is_empty());
        for suggestion in suggested {
            assert_eq!(suggestion.value, "雙國土資告字[2012]1號");
            assert_eq!(suggestion.replacement, "2");
        }
    }

    #[test]
    fn only_whole_texts() {
        let text = "根據有關規定，請於公告之日起與國土資源局聯系，電話號碼：0431-85012345。";
        let read = simplified(text).expect("it is in traditional characters");
        assert_eq!(read, "根据有关规定，请于公告之日起与国土资源局联系，电话号码：0431-85012345。");
        let text = "遺失聲明\n李四遺失身份證，聲明作廢。";
        assert_eq!(simplified(text).expect("it is short"), "遗失声明\n李四遗失身份证，声明作废。");
        assert_eq!(simplified("何國與林發遗失身份证，声明作废。"), None);
        assert_eq!(simplified(""), None);
    }
}
