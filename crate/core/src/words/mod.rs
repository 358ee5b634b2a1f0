//! Values into sentences (措辞): one exhaustive match a language, for problems and for facts.

mod en;
mod parts;
mod places;
mod zh_cn;

use crate::finding::{Finding, Suggestion};
use crate::judgement::{Fact, Flaw, Lang, PeriodUnit, Personal, Problem, Severity, Sex, Verdict};
use crate::notice::Role;
use parts::{code, symbol};

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

/// The sentence for a suggestion: where to look, and what might stand there.
pub fn suggestion(lang: Lang, finding: &Finding, suggestion: &Suggestion) -> String {
    match lang {
        Lang::Zh => zh_cn::suggestion(finding, suggestion),
        Lang::En => en::suggestion(finding, suggestion),
    }
}

/// The sentence for what is printed in full: the ground, and what is usual.
pub fn exposure(lang: Lang, what: Personal) -> &'static str {
    match lang {
        Lang::Zh => zh_cn::exposure(what),
        Lang::En => en::exposure(what),
    }
}

/// The sentence for a party of a notice.
pub fn party(lang: Lang, role: Role, name: &str) -> String {
    match lang {
        Lang::Zh => zh_cn::party(role, name),
        Lang::En => en::party(role, name),
    }
}

/// The word for a verdict.
pub fn verdict(lang: Lang, verdict: Verdict) -> &'static str {
    match lang {
        Lang::Zh => zh_cn::verdict(verdict),
        Lang::En => en::verdict(verdict),
    }
}

/// The word for a severity.
pub fn severity(lang: Lang, severity: Severity) -> &'static str {
    match lang {
        Lang::Zh => zh_cn::severity(severity),
        Lang::En => en::severity(severity),
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
        Flaw::AmountsDisagree { .. } => "amounts-disagree",
        Flaw::RowSum { .. } => "row-sum",
        Flaw::ColumnSum { .. } => "column-sum",
        Flaw::TelephoneArea => "telephone-area",
        Flaw::TelephonePrefix => "telephone-prefix",
        Flaw::Prefix(_) => "prefix",
        Flaw::Shape(_) => "shape",
        Flaw::Contradiction => "contradiction",
        Flaw::InnerDate => "inner-date",
        Flaw::LeadingZero => "leading-zero",
        Flaw::Brackets(_) => "brackets",
        Flaw::Unfilled => "unfilled",
        Flaw::Quoted => "quoted",
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
        Fact::Year(_) => "year",
        Fact::YearMonth(..) => "month",
        Fact::Meaning { .. } => "meaning",
        Fact::CheckAgrees => "check-agrees",
        Fact::PossiblePlaces(_) => "possible-places",
        Fact::Count(_) => "count",
        Fact::Amount { .. } => "amount",
        Fact::Date { .. } => "date",
        Fact::Weekday(_) => "weekday",
        Fact::Period { .. } => "period",
        Fact::TelephoneArea(_) => "telephone-area",
        Fact::MobileSegment(_) => "mobile",
        Fact::ServiceNumber => "service-number",
        Fact::AmountsAgree => "agrees",
        Fact::Row(_) => "row",
        Fact::Column(_) => "column",
    }
}

/// The value of a fact, the same in every language: codes, ISO dates, plain figures.
pub fn fact_value(fact: &Fact) -> String {
    match fact {
        Fact::Region(region) => code(region).into(),
        Fact::Authority(pair) => code(pair).into(),
        Fact::OrgCode(org) => code(org).into(),
        Fact::Registrant(byte)
        | Fact::PhysicianLevel(byte)
        | Fact::ContractForm(byte)
        | Fact::AccountKind(byte) => symbol(*byte).into(),
        Fact::Birth { year, month, day } => iso_date(Some(*year), *month, *day),
        Fact::Sex(Sex::Male) => "male".into(),
        Fact::Sex(Sex::Female) => "female".into(),
        Fact::Mask { kept, masked } => format!("{kept}+{masked}"),
        Fact::Nationality(nation) => code(nation).into(),
        Fact::Qualified(year) | Fact::InvoiceYear(year) | Fact::Year(year) => year.to_string(),
        Fact::YearMonth(year, month) => iso_date(Some(*year), Some(*month), None),
        Fact::Meaning { sign, .. } => (*sign).into(),
        Fact::CheckAgrees => "agrees".into(),
        Fact::Province(two) => code(two).into(),
        Fact::PhysicianCategory(category) => code(category).into(),
        Fact::VillageGroup(group) => group.to_string(),
        Fact::Household(number) => number.to_string(),
        Fact::BankArea(area) => code(area).into(),
        Fact::IssuingBank(name) | Fact::MobileSegment(name) => (*name).into(),
        Fact::PossiblePlaces(count) => count.to_string(),
        Fact::Count(count) => count.to_string(),
        Fact::Amount { fen, currency } => format!("{}.{:02} {currency}", fen / 100, fen % 100),
        Fact::Date { year, month, day } => iso_date(*year, Some(*month), *day),
        Fact::Weekday(day) => day.to_string(),
        Fact::Period { count, unit } => format!("{count} {}", period_unit(*unit)),
        Fact::TelephoneArea(area) => area.clone(),
        Fact::ServiceNumber => "service".into(),
        Fact::AmountsAgree => "equal".into(),
        Fact::Row(name) | Fact::Column(name) => name.clone(),
    }
}

/// `1990-03-07`, `1990-03`, `1990`, `03-07`.
fn iso_date(year: Option<u16>, month: Option<u8>, day: Option<u8>) -> String {
    match (year, month, day) {
        (Some(year), Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
        (Some(year), Some(month), None) => format!("{year:04}-{month:02}"),
        (Some(year), None, _) => format!("{year:04}"),
        (None, Some(month), Some(day)) => format!("{month:02}-{day:02}"),
        (None, Some(month), None) => format!("{month:02}"),
        (None, None, _) => String::new(),
    }
}

fn period_unit(unit: PeriodUnit) -> &'static str {
    match unit {
        PeriodUnit::Day => "day",
        PeriodUnit::WorkingDay => "working-day",
        PeriodUnit::Week => "week",
        PeriodUnit::Month => "month",
        PeriodUnit::Year => "year",
        PeriodUnit::Hour => "hour",
    }
}

#[cfg(test)]
mod tests;
