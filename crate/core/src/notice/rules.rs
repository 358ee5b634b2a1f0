//! The rules' names, weights and words (规则表): `data/rules.tsv`.

use std::fmt::Write;
use std::sync::LazyLock;

use crate::judgement::{Lang, Severity};

/// One rule: a row of the table.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Stable name in reports: `amount.decrease`.
    pub code: &'static str,
    /// The heaviest it may weigh.
    pub severity: Severity,
    words: [&'static str; 2],
    /// The law or standard it stands on; empty where it goes without saying.
    pub ground: &'static str,
    number: u8,
}

static TABLE: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let rows = include_str!("../../data/rules.tsv").lines().filter(|line| !line.starts_with('#'));
    rows.enumerate().filter_map(|(number, row)| read(number as u8, row)).collect()
});

fn read(number: u8, row: &'static str) -> Option<Rule> {
    let columns: Vec<&str> = row.split('\t').collect();
    let [code, severity, zh, en, ground] = columns[..] else { return None };
    let severity = match severity {
        "wrong" => Severity::Wrong,
        "doubtful" => Severity::Doubtful,
        _ => Severity::Hint,
    };
    Some(Rule { code, severity, words: [zh, en], ground, number })
}

/// All rules, in the order of the table.
pub fn all() -> &'static [Rule] {
    &TABLE
}

/// The rule of this name.
///
/// # Panics
/// When there is none: the table and the rules' code are of one piece.
pub(crate) fn by_code(code: &str) -> &'static Rule {
    TABLE.iter().find(|rule| rule.code == code).expect("every rule has its row")
}

impl Rule {
    /// What it says, with `{0}`, `{1}` for what the text says.
    pub fn pattern(&self, lang: Lang) -> &'static str {
        self.words[lang as usize]
    }

    /// What it says of these places in the text.
    pub fn message(&self, lang: Lang, args: &[String]) -> String {
        let mut out = String::new();
        let mut rest = self.pattern(lang);
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let (number, after) = after.split_once('}').unwrap_or(("", after));
            if let Some(arg) = number.parse().ok().and_then(|n: usize| args.get(n)) {
                out.push_str(arg);
            }
            rest = after;
        }
        out.push_str(rest);
        if !self.ground.is_empty() {
            let (open, close) = if lang == Lang::Zh { ("（", "）") } else { (" (", ")") };
            write!(out, "{open}{}{close}", self.ground).expect("a string takes everything");
        }
        out
    }
}

/// Rules that are switched off (停用的规则); none at first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Off(u128);

impl Off {
    /// Without the rules of these names. The first name that is none of a rule is the error.
    pub fn these<'a>(codes: impl IntoIterator<Item = &'a str>) -> Result<Off, &'a str> {
        let mut off = Off::default();
        for code in codes {
            let rule = TABLE.iter().find(|rule| rule.code == code).ok_or(code)?;
            off.0 |= 1 << rule.number;
        }
        Ok(off)
    }

    /// Is the rule switched off?
    pub fn has(self, rule: &Rule) -> bool {
        self.0 >> rule.number & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_whole() {
        let rows: Vec<_> =
            include_str!("../../data/rules.tsv").lines().filter(|l| !l.starts_with('#')).collect();
        assert_eq!(rows.len(), TABLE.len(), "a row has another width");
        assert!(TABLE.len() <= 128, "as many as fit into Off");
        for rule in all() {
            let [zh, en] = rule.words;
            assert!(!zh.is_empty() && !en.is_empty(), "{rule:?}");
            let holes =
                |text: &str| (0..5).filter(|n| text.contains(&format!("{{{n}}}"))).collect::<Vec<_>>();
            assert_eq!(holes(zh), holes(en), "{rule:?}");
            assert!(!zh.ends_with('。') && !en.ends_with('.'), "{rule:?}: no full stop");
            assert_eq!(all().iter().filter(|other| other.code == rule.code).count(), 1, "{rule:?}");
            assert!(Off::these([rule.code]).is_ok_and(|off| off.has(rule)));
        }
        assert_eq!(Off::these(["no.such"]), Err("no.such"));
    }

    #[test]
    fn words_with_their_places() {
        let rule = by_code("title.type");
        let args = ["减资公告".to_string(), "清算、注销公告".to_string()];
        assert_eq!(rule.message(Lang::Zh, &args), "标题是“减资公告”，正文却像清算、注销公告，请核对标题");
    }
}
