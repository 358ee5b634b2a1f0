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

/// A rule by its name in this program (规则名): one that is misspelt is no program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Code(&'static str);

impl Code {
    /// The rule of this code, as a table names it; none if there is none.
    pub(crate) fn of(code: &str) -> Option<Code> {
        TABLE.iter().find(|rule| rule.code == code).map(|rule| Code(rule.code))
    }

    /// Its row. A test sees to it that each has one; else the first speaks, which is no more than a hint.
    pub(crate) fn rule(self) -> &'static Rule {
        TABLE.iter().find(|rule| rule.code == self.0).unwrap_or(&TABLE[0])
    }
}

macro_rules! named {
    ($($name:ident = $code:literal,)*) => {
        $(
            #[doc = concat!("`", $code, "`.")]
            pub(crate) const $name: Code = Code($code);
        )*

        /// All that the rules' own code says; what is missing is said by the rows of `data/required.tsv`.
        #[cfg(test)]
        const NAMED: &[Code] = &[$($name),*];
    };
}

named! {
    TITLE_TYPE = "title.type",
    MISSING_CLAIM_PERIOD = "missing.claim-period",
    MISSING_AMOUNTS = "missing.amounts",
    MISSING_CREDIT_CODE = "missing.credit-code",
    MISSING_CONTACT = "missing.contact",
    MISSING_CASE_NUMBER = "missing.case-number",
    UNFILLED = "unfilled",
    PERIOD_SHORT = "period.short",
    PERIOD_LONG = "period.long",
    NAME_SIGNATURE = "name.signature",
    NAME_TITLE = "name.title",
    NAME_TEXT = "name.text",
    NAME_FORM = "name.form",
    CODE_BODY = "code.body",
    CODE_TWO = "code.two",
    CODE_SHARED = "code.shared",
    CODE_ORG = "code.org",
    CODE_TAX = "code.tax",
    DUPLICATE_LISTED = "duplicate.listed",
    DUPLICATE_SEAL = "duplicate.seal",
    DUPLICATE_IDENTITY = "duplicate.identity",
    DUPLICATE_PERSON = "duplicate.person",
    DUPLICATE_NUMBER = "duplicate.number",
    DUPLICATE_NOTICE = "duplicate.notice",
    DUPLICATE_COMPANY = "duplicate.company",
    AMOUNT_DECREASE = "amount.decrease",
    AMOUNT_UNIT = "amount.unit",
    AMOUNT_DIFFERENCE = "amount.difference",
    AMOUNT_SUM = "amount.sum",
    AMOUNT_PARTS = "amount.parts",
    AMOUNT_MERGER = "amount.merger",
    AMOUNT_DIVISION = "amount.division",
    COUNT_LISTED = "count.listed",
    COUNT_SEALS = "count.seals",
    COUNT_PERSONS = "count.persons",
    LIST_MISSING = "list.missing",
    LIST_REPEATED = "list.repeated",
    LIST_MASK = "list.mask",
    LIST_FULL = "list.full",
    LIST_UNMASKED = "list.unmasked",
    DATE_SIGNED_LATER = "date.signed-later",
    DATE_SIGNED_EARLY = "date.signed-early",
    DATE_EVENT = "date.event",
    DATE_FUTURE = "date.future",
    AUCTION_PAST = "auction.past",
    AUCTION_SOON = "auction.soon",
    DEADLINE_DAY = "deadline.day",
    DEADLINE_EARLY = "deadline.early",
    DEADLINE_LATE = "deadline.late",
    DAY_SOON = "day.soon",
    LAND_LISTING = "land.listing",
    BANKRUPTCY_MEETING = "bankruptcy.meeting",
    SUMMONS_DUE = "summons.due",
    ARTICLE_NONE = "article.none",
    ARTICLE_OLD = "article.old",
    ARTICLE_MATTER = "article.matter",
    ARTICLE_ITEM = "article.item",
    ARTICLE_REASON = "article.reason",
    CASE_YEAR = "case.year",
    CASE_COURT = "case.court",
    PLACE_SEAL = "place.seal",
    PLACE_SEAL_CITY = "place.seal-city",
    PLACE_NAME = "place.name",
    PERSON_SEX = "person.sex",
    PERSON_BIRTH = "person.birth",
    ACCOUNT_AREA = "account.area",
    ACCOUNT_ISSUED = "account.issued",
    PLACE_NUMBER = "place.number",
    PLACE_ADDRESS = "place.address",
    ACCOUNT_BANK = "account.bank",
    CHARACTERS_LOOK_ALIKE = "characters.look-alike",
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

    /// Every name has its row, and every row is said by somebody.
    #[test]
    fn names_and_rows_are_the_same() {
        let required = include_str!("../../data/required.tsv");
        let asked = |code: &str| required.lines().any(|row| row.split('\t').nth(1) == Some(code));
        for Code(code) in NAMED {
            assert_eq!(all().iter().filter(|rule| rule.code == *code).count(), 1, "{code}: no row");
        }
        for rule in all() {
            assert!(NAMED.contains(&Code(rule.code)) || asked(rule.code), "{}: nobody says it", rule.code);
        }
    }

    #[test]
    fn words_with_their_places() {
        let rule = TITLE_TYPE.rule();
        let args = ["减资公告".to_string(), "清算、注销公告".to_string()];
        assert_eq!(rule.message(Lang::Zh, &args), "标题是“减资公告”，正文却像清算、注销公告，请核对标题");
    }
}
