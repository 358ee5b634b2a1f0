//! Texts in traditional characters (繁体字): read as the simplified ones say the same.
//!
//! A party in Hong Kong or a mirror of an office's site gives `聯系電話`, and no label, unit or word of a rule would be
//! found. Where a text is in such characters from its head on, it is read with the simplified ones put in. Each takes
//! three bytes as the other does, so every place stays what it is; nothing is told of it, and nothing in the text changes.

use crate::table::Table;

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

    #[test]
    fn keeps_every_place() {
        for row in include_str!("../data/traditional.tsv").lines().filter(|line| !line.starts_with('#')) {
            let (own, simple) = row.split_once('\t').expect("two columns");
            assert_eq!((own.len(), simple.len()), (3, 3), "{row}");
            assert_ne!(own, simple);
        }
    }

    #[test]
    fn only_whole_texts() {
        let text = "根據有關規定，請於公告之日起與國土資源局聯系，電話號碼：0431-85012345。";
        let read = simplified(text).expect("it is in traditional characters");
        assert_eq!(read, "根据有关规定，请于公告之日起与国土资源局联系，电话号码：0431-85012345。");
        assert_eq!(simplified("何國與林發遗失身份证，声明作废。"), None);
        assert_eq!(simplified(""), None);
    }
}
