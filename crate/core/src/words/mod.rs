//! Values into sentences (措辞): one exhaustive match a language, for problems and for facts.

mod en;
mod zh_cn;

use crate::finding::{Fact, Finding, Flaw, Lang, Problem, Verdict};

/// The word for a verdict.
pub fn verdict(lang: Lang, verdict: Verdict) -> &'static str {
    match (lang, verdict) {
        (Lang::Zh, Verdict::Verified) => "已验",
        (Lang::Zh, Verdict::Plausible) => "合式",
        (Lang::Zh, Verdict::Doubtful) => "存疑",
        (Lang::Zh, Verdict::Wrong) => "有误",
        (Lang::En, verdict) => verdict.name(),
    }
}

/// The sentence for a problem of a finding.
pub fn problem(lang: Lang, finding: &Finding, problem: &Problem) -> String {
    match lang {
        Lang::Zh => zh_cn::problem(finding, problem),
        Lang::En => en::problem(finding, problem),
    }
}

/// The sentence for a fact.
pub fn fact(lang: Lang, fact: &Fact) -> String {
    match lang {
        Lang::Zh => zh_cn::fact(fact),
        Lang::En => en::fact(fact),
    }
}

/// The stable name of a flaw, without the kind before it.
pub fn flaw_code(flaw: &Flaw) -> &'static str {
    match flaw {
        Flaw::Length(_) => "length",
        Flaw::Charset => "charset",
        Flaw::LowerCase => "lower-case",
        Flaw::CheckChar => "check-char",
        Flaw::InnerCheckChar => "inner-check-char",
        Flaw::Authority => "authority",
        Flaw::Province => "province",
        Flaw::Region => "region",
        Flaw::BirthDate => "birth-date",
        Flaw::BirthRange => "birth-range",
        Flaw::MaskLength(_) => "mask-length",
        Flaw::OldForm => "old-form",
        Flaw::KindLetter => "kind-letter",
        Flaw::Words => "words",
        Flaw::BankArea => "bank-area",
        Flaw::Version => "version",
        Flaw::Level => "level",
        Flaw::Year => "year",
        Flaw::RangeOrder => "range-order",
        Flaw::RangeWidth => "range-width",
        Flaw::Count { .. } => "count",
        Flaw::NoSuchDay => "no-such-day",
        Flaw::NoSuchMonth => "no-such-month",
        Flaw::Weekday(_) => "weekday",
        Flaw::TwoDigitYear => "two-digit-year",
        Flaw::NumeralStyle => "numeral-style",
        Flaw::AmountForm(_) => "amount-form",
        Flaw::AmountsDisagree => "amounts-disagree",
        Flaw::TelephoneArea => "telephone-area",
        Flaw::TelephonePrefix => "telephone-prefix",
    }
}

/// The stable name of a fact.
pub fn fact_code(fact: &Fact) -> &'static str {
    match fact {
        Fact::Region(_) => "region",
        Fact::Authority(_) => "authority",
        Fact::OrgCode(_) => "org-code",
        Fact::Registrant(_) => "registrant",
        Fact::Birth { .. } => "birth",
        Fact::Sex(_) => "sex",
        Fact::Mask { .. } => "mask",
        Fact::Nationality(_) => "nationality",
        Fact::Qualified(_) => "qualified",
        Fact::Province(_) => "province",
        Fact::PhysicianLevel(_) => "level",
        Fact::PhysicianCategory(_) => "category",
        Fact::VillageGroup(_) => "village-group",
        Fact::Household(_) => "household",
        Fact::ContractForm(_) => "contract-form",
        Fact::AccountKind(_) => "account-kind",
        Fact::BankArea(_) => "bank-area",
        Fact::IssuingBank(_) => "issuing-bank",
        Fact::InvoiceYear(_) => "issued",
        Fact::Count(_) => "count",
        Fact::Amount { .. } => "amount",
        Fact::Date { .. } => "date",
        Fact::Weekday(_) => "weekday",
        Fact::Period { .. } => "period",
        Fact::TelephoneArea(_) => "telephone-area",
        Fact::MobileSegment(_) => "mobile",
        Fact::ServiceNumber => "service-number",
        Fact::AmountsAgree => "agrees",
    }
}

/// The value of a fact, the same in every language.
pub fn fact_value(fact: &Fact) -> String {
    format!("{fact:?}")
}
