//! Sentences in English (英文措辞): one short sentence each, no full stop at the end. Places keep their Chinese names.

use std::fmt::{self, Display};
use std::ops::Range;

use super::parts::{
    Grouped, Lengths, apart, code, currency, digits, division_ended, ends, figures_date, is_on_paper,
    lacks_zero, length_at, masked_length, meaning, month_before, part, symbol, table_line, worth,
};
use super::places::Places;
use crate::finding::{Certainty, Finding, Slip, Suggestion};
use crate::judgement::{AmountForm, Fact, Flaw, Lang, PeriodUnit, Personal, Problem, Severity, Sex, Verdict};
use crate::kinds::{self, Kind, birth_certificate};
use crate::notice::Role;
use crate::tables::{authorities, telephones};

/// Places in English.
const PLACES: Places = Places {
    state: "the State",
    permits: "台湾 (residence permits)",
    no_region: "in no list of divisions",
    no_bank_area: "in no list of bank areas",
    first_two: "first two digits: ",
    brackets: [" (", ")"],
    comma: ", ",
    and: ", ",
    until: ["to ", ""],
    now: "now ",
    others: " and others",
    formerly: "formerly ",
};

/// What is off, where, and what to do.
pub fn problem(finding: &Finding, problem: &Problem) -> String {
    let (value, span) = (finding.value.as_str(), &problem.span);
    let (name, at, what) = (finding.kind.name(Lang::En), At(span), part(value, span));
    let is = |kind: &Kind| finding.kind == kind;
    match problem.flaw {
        Flaw::Length([18]) if finding.kind == &kinds::transport_qualification::KIND => {
            "It has 19 characters; without one of them it is an identity number that computes: a digit too many? \
             Compare with the original"
                .into()
        }
        Flaw::Length(lengths) => {
            let (name, there) = (length_of(finding, lengths, span).unwrap_or(name), length_at(value, span));
            format!("This {name} should have {} characters, it has {there}", listed(lengths))
        }
        Flaw::Charset => format!("“{what}” cannot stand at {at}; compare with the original"),
        Flaw::LowerCase if what.len() > 1 => {
            format!("The small letters in “{what}” at {at} should be capitals")
        }
        Flaw::LowerCase => format!("“{what}” at {at} should be a capital"),
        Flaw::CheckChar => check_char(finding, span),
        Flaw::InnerCheckChar if finding.kind == &kinds::electronic_draft::KIND => {
            format!("The check digit at {at} of the bank's number does not agree; compare with the draft")
        }
        Flaw::InnerCheckChar => format!(
            "The check character at {at} does not agree with the eight before it (the organisation code); compare with the original"
        ),
        Flaw::Authority => {
            format!("“{what}” at {at} is no known registering authority and kind of body; please check")
        }
        Flaw::Province if finding.kind == &kinds::vehicle_plate::KIND => {
            format!("“{what}” at {at} stands for no province; please check")
        }
        Flaw::Province => format!("“{what}” at {at} is no province; please check"),
        Flaw::Region if finding.kind == &kinds::residence_permit::KIND => {
            format!("{what} at {at} is no region of residence permits (810000, 820000, 830000); please check")
        }
        Flaw::Region => format!("No list of divisions has {what} ({at}); please check"),
        Flaw::BirthDate => match figures_date(what) {
            Some([year, month, day]) => {
                format!("The calendar has no {year:04}-{month:02}-{day:02}; please check the date of birth")
            }
            None => format!("No such date of birth: “{what}” at {at}; please check"),
        },
        Flaw::BirthRange => match (figures_date(what), what.parse::<u16>()) {
            (Some([year, month, day]), _) if year >= 1900 => {
                format!("Born on {year:04}-{month:02}-{day:02}, after the day of publication; please check")
            }
            (None, Ok(year @ 1900..)) => {
                format!("Born in {year}, after the day of publication; please check")
            }
            (Some([year, ..]), _) | (None, Ok(year @ 1000..)) => {
                format!("Born in {year}, before 1900; please check")
            }
            _ => format!("“{what}” at {at} cannot be a date of birth; please check"),
        },
        Flaw::MaskLength([15, 18]) => {
            format!(
                "{} characters with the mask, should be 18 (old numbers 15)",
                masked_length(finding, span)
            )
        }
        Flaw::MaskLength(lengths) => {
            format!(
                "{} characters with the mask, should be {}",
                masked_length(finding, span),
                listed(lengths)
            )
        }
        Flaw::OldForm if [&kinds::resident_id_15::KIND, &kinds::masked_id::KIND].contains(&finding.kind) => {
            "Identity numbers of 15 digits are no longer in use; use the one of 18 digits".into()
        }
        Flaw::OldForm => format!("This {name} has a form no longer in use; please check"),
        Flaw::KindLetter => match finding.kind {
            _ if is(&kinds::account_permit::KIND) => {
                format!("“{what}” at {at} should be J (basic), L (temporary) or Z (special); please check")
            }
            _ if is(&kinds::land_contract::KIND) => {
                format!("“{what}” at {at} should be J (family contract) or Q (other form); please check")
            }
            _ if is(&kinds::vehicle_plate::KIND) => format!("No office is known to give out “{what}” ({at}); please check"),
            _ if is(&kinds::container::KIND) => format!("“{what}” at {at} should be U, J or Z; please check"),
            _ => format!("“{what}” at {at} is no known letter for a kind; please check"),
        },
        Flaw::Words => words(finding, what, at),
        Flaw::BankArea => format!("No list of bank areas has {what} ({at}); please check"),
        Flaw::Version => format!("The version at {at} is never {what}; please check"),
        Flaw::Level => format!("“{what}” at {at} is no known level or category; please check"),
        Flaw::Year if finding.kind == &kinds::date::KIND => format!("“{what}” cannot be the year; please check"),
        Flaw::Year if finding.kind == &birth_certificate::KIND => {
            let year = birth_certificate::printed(what);
            format!(
                "“{what}” at {at} stands for a form of {year}; it does not fit the birth or publication date; please check"
            )
        }
        Flaw::Year if (is(&kinds::real_estate::CERTIFICATE) || is(&kinds::real_estate::PROOF) || is(&kinds::real_estate_unit::KIND)) && problem.severity == Severity::Wrong => {
            format!("Real estate is registered since 2015, “{what}” at {at} cannot be the year; please check")
        }
        Flaw::Year if finding.kind == &kinds::court_case::KIND && !what.starts_with(|c: char| c.is_ascii_digit()) => {
            "The case number has no year; please check".into()
        }
        Flaw::Year => format!("“{what}” at {at} cannot be the year; please check"),
        Flaw::RangeOrder if finding.kind == &kinds::date::KIND => {
            "The second date is not after the first; please check".into()
        }
        Flaw::RangeOrder => "The last number is smaller than the first; please check".into(),
        Flaw::RangeWidth => "The first and the last number have different lengths; please check".into(),
        Flaw::Count { stated, counted } => {
            format!("The text says {stated}, the numbers make {counted}; please check")
        }
        Flaw::NoSuchDay => no_such_day(value, problem),
        Flaw::NoSuchMonth => format!("There is no month “{what}”; please check the date"),
        Flaw::Weekday(day) => {
            format!("This day is a {}, the text says otherwise; please check", weekday(day))
        }
        Flaw::TwoDigitYear => "The year should have four digits".into(),
        Flaw::NumeralStyle if finding.kind == &kinds::court_case::KIND => {
            "The year of a case number is written in figures".into()
        }
        Flaw::NumeralStyle => match what {
            "零" | "O" | "o" | "○" | "0" if finding.kind == &kinds::date::KIND && !value.contains(['壹', '贰']) =>
            {
                format!("“{what}” in the year should be written “〇”")
            }
            "拾" if finding.kind == &kinds::amount::KIND => "“壹” should stand before “拾”".into(),
            _ => format!("“{what}” is not the usual way to write it"),
        },
        Flaw::AmountForm(form) => match form {
            AmountForm::NoZheng => "An amount in capitals that ends at “元” should have “整” after it".into(),
            AmountForm::ZhengAfterFen => "An amount in capitals with “分” has no “整” after it".into(),
            AmountForm::ZeroMissing => format!("A “零” is missing before “{what}”"),
            AmountForm::ZeroExtra => format!("The “{what}” in place {} is one too many", span.start + 1),
            AmountForm::EmptyPlace => format!("“零{what}” is written without “{what}”"),
            AmountForm::Order => format!("The units at “{what}” are doubled or out of order; please check"),
            AmountForm::Grouping => "Thousands separators or decimals are off; please check".into(),
        },
        Flaw::AmountsDisagree { capitals, figures } if capitals == figures => {
            "The currencies in figures and in capitals differ; please check".into()
        }
        Flaw::AmountsDisagree { capitals, figures } => {
            let money = |fen: u128| format!("{} {}", currency(finding), Grouped(fen));
            let (off, capitals, figures) =
                (money(capitals.abs_diff(figures)), money(capitals), money(figures));
            format!(
                "The amounts differ: capitals say {capitals}, figures {figures}, apart by {off}; please check"
            )
        }
        Flaw::RowSum { parts } | Flaw::ColumnSum { parts } => {
            let money = |fen: u128| format!("{} {}", currency(finding), Grouped(fen));
            let (name, across) = table_line(finding, problem.flaw);
            let line = if across { "row" } else { "column" };
            let stated = worth(finding);
            format!(
                "The total of the {line} “{name}” is given as {}; the parts add up to {}, apart by {}; please check",
                money(stated),
                money(parts),
                money(stated.abs_diff(parts))
            )
        }
        Flaw::TelephoneArea => match telephones::merged_into(digits(what)) {
            Some(codes) => {
                format!(
                    "Area code {} was merged into {}; please check",
                    digits(what),
                    codes.replace(';', ", ")
                )
            }
            None if lacks_zero(what) => {
                format!("Area code {} lacks its 0 in front; please check", digits(what))
            }
            None => format!("There is no area code {}; please check", digits(what)),
        },
        Flaw::TelephonePrefix if what.len() >= 3 => {
            format!("There is no mobile segment {what}; please check")
        }
        Flaw::TelephonePrefix => format!("Telephone numbers hardly ever start with {what}; please check"),
        Flaw::Prefix(wanted) if finding.kind == &kinds::court_case::KIND => {
            format!("No court has the sign “{what}”; it should be {}; please check", wanted.join(" or "))
        }
        Flaw::Brackets(pair) if finding.kind == &kinds::court_case::KIND && problem.severity > Severity::Hint => {
            format!("The year of a case number stands in round brackets {pair}; please check")
        }
        Flaw::Prefix(wanted) => {
            format!("This {name} should start with {}, it starts with “{what}”", wanted.join(" or "))
        }
        Flaw::Shape(example) => {
            format!("A {name} is usually written otherwise (such as {example}); compare with the original")
        }
        Flaw::Contradiction => match division_ended(finding) {
            Some(year) => {
                format!(
                    "Born in {what}, long after the division of the first six digits ended in {year}; please check"
                )
            }
            None => format!("“{what}” at {at} disagrees with the rest of the number; please check"),
        },
        Flaw::InnerDate => format!("“{what}” at {at} is no date of the calendar; please check"),
        Flaw::LeadingZero => format!("The 0 in front of “{what}” is not written"),
        Flaw::Unfilled => "This has not been filled in yet".into(),
        Flaw::Quoted => {
            "The correction quotes this as printed wrongly: that it fails is as it should be; leave it".into()
        }
        Flaw::Brackets(pair) => format!("The year of a {name} is usually written in {pair}"),
    }
}

fn listed(all: &'static [u8]) -> Lengths {
    Lengths { all, or: " or ", to: " to " }
}

/// What a length is of, where the kind has several or only a part is meant.
fn length_of(finding: &Finding, lengths: &[u8], span: &Range<usize>) -> Option<&'static str> {
    match lengths {
        _ if finding.kind != &kinds::telephone::KIND => None,
        [11] => Some("mobile number"),
        [10] => Some("400 or 800 number"),
        _ if span.start > 0 => Some("number after the area code"),
        _ => None,
    }
}

fn check_char(finding: &Finding, span: &Range<usize>) -> String {
    let last = span.start + 1;
    let is = |kind: &Kind| finding.kind == kind;
    match finding.kind {
        _ if is(&kinds::org_code::KIND) => {
            "The last character, a check character, does not agree with the first 8; compare with the original".into()
        }
        _ if is(&kinds::bank_card::KIND) => "The digits do not agree with the last one, a check digit; compare with the card".into(),
        _ if is(&kinds::physician_certificate::KIND) || is(&kinds::special_work_permit::KIND) => {
            let first = last.saturating_sub(17).max(1);
            format!(
                "The check character at place {last} does not agree with the identity number at places {first} to {}; compare with the original",
                last - 1
            )
        }
        _ if is(&kinds::vin::KIND) || is(&kinds::vehicle_licence_core::KIND) => format!(
            "The check character at place {last} does not agree with all the others; compare with the original"
        ),
        _ if is(&kinds::container::KIND) => format!(
            "The check digit at place {last} does not agree with those before it; compare with the container or the papers"
        ),
        _ => format!(
            "The check character at place {last} does not agree with the {} before it; compare with the original",
            last - 1
        ),
    }
}

fn words(finding: &Finding, what: &str, at: At) -> String {
    let is = |kind: &Kind| finding.kind == kind;
    match what {
        "J" | "L" | "Z" if is(&kinds::account_permit::KIND) => {
            let kind = account_kind(what.as_bytes()[0]).unwrap_or("");
            format!("{what} is for a {kind}, the text says otherwise; please check")
        }
        _ if is(&kinds::land_contract::KIND) && what.len() == 2 => {
            let group = what.trim_start_matches('0');
            format!("“{what}” at {at} is group {group}, the text says otherwise; please check")
        }
        _ if is(&kinds::resident_id::KIND) || is(&kinds::masked_id::KIND) => {
            let sex =
                if matches!(what.as_bytes(), [b'1' | b'3' | b'5' | b'7' | b'9']) { "male" } else { "female" };
            format!("“{what}” at {at} means {sex}, the text says otherwise; please check")
        }
        _ if is(&kinds::physician_certificate::KIND) => {
            format!("Qualified in {what}, after the day of issue in the text; please check")
        }
        _ if at.0.start == 10
            && (is(&kinds::teacher_certificate::KIND) || is(&kinds::lawyer_licence::KIND)) =>
        {
            let sex = if finding.facts.contains(&Fact::Sex(Sex::Male)) { "male" } else { "female" };
            format!("“{what}” at {at} means {sex}, the text says otherwise; please check")
        }
        _ if what.len() == 4 && (is(&kinds::diploma::KIND) || is(&kinds::degree_certificate::KIND)) => {
            format!("The year {what} at {at} is not the year of graduation in the text; please check")
        }
        _ => match meaning(finding, what) {
            Some([_, en]) => format!("“{what}” at {at} means {en}, the text says otherwise; please check"),
            None => format!("“{what}” at {at} does not agree with the text; please check"),
        },
    }
}

fn no_such_day(value: &str, problem: &Problem) -> String {
    let day = part(value, &problem.span).trim_end_matches(['日', '号']);
    let before = part(value, &(0..problem.span.start));
    let shown = if day.len() > 1 { day.trim_start_matches('0') } else { day };
    match (month_before(before), problem.severity) {
        (Some((Some(year), month)), _) => format!("{year}-{month:02} has no day {shown}; please check"),
        (Some((None, month)), Severity::Doubtful) => {
            format!("Month {month} of the years around has no day {shown}; please check")
        }
        (Some((None, month)), _) => format!("Month {month} has no day {shown}; please check"),
        (None, _) => format!("The month has no day “{day}”; please check"),
    }
}

/// What a number says.
pub fn fact(fact: &Fact) -> String {
    match fact {
        Fact::Region(region) => PLACES.region(region),
        Fact::Authority(pair) => match authorities::look_up(pair, Lang::En) {
            Some(a) => format!("{} {} ({})", code(pair), a.body, a.office),
            None => format!("{} in no list of authorities and kinds of bodies", code(pair)),
        },
        Fact::OrgCode(org) => format!("organisation code {}-{}", code(&org[..8]), code(&org[8..])),
        Fact::Registrant(digit) => format!("{} at place 7: {}", symbol(*digit), registrant(*digit)),
        Fact::Birth { year, month, day } => format!("born {}", Day(Some(*year), *month, *day)),
        Fact::Sex(Sex::Male) => "male".into(),
        Fact::Sex(Sex::Female) => "female".into(),
        Fact::Mask { kept, masked } => {
            format!("{kept} kept, {masked} masked; what is masked cannot be checked")
        }
        Fact::Nationality(nation) => format!("nationality code {}", code(nation)),
        Fact::Qualified(year) => format!("qualified in {year}"),
        Fact::Province(two) => match PLACES.province(*two) {
            Some(name) => format!("{} {name}", code(two)),
            None => format!("{} no province", code(two)),
        },
        Fact::PhysicianLevel(level) => match symbol(*level) {
            '1' => "physician".into(),
            '2' => "assistant physician".into(),
            other => format!("level {other}"),
        },
        Fact::PhysicianCategory(category) => match physician_category(category) {
            Some(name) => format!("{} {name}", code(category)),
            None => format!("category {}", code(category)),
        },
        Fact::VillageGroup(0) => "the village itself, no group".into(),
        Fact::VillageGroup(group) => format!("group {group}"),
        Fact::Household(number) => format!("household {number}"),
        Fact::ContractForm(form) => match symbol(*form) {
            'J' => "J family contract".into(),
            'Q' => "Q other form of contract".into(),
            other => format!("form of contract {other}"),
        },
        Fact::AccountKind(letter) => match account_kind(*letter) {
            Some(name) => format!("{} {name}", symbol(*letter)),
            None => format!("kind of account {}", symbol(*letter)),
        },
        Fact::BankArea(area) => PLACES.bank_area(area),
        Fact::IssuingBank(name) => format!("issued by {name}"),
        Fact::InvoiceYear(year) => format!("invoice of {year}"),
        Fact::Year(year) => format!("year in the number: {year}"),
        Fact::YearMonth(year, month) => format!("month in the number: {year:04}-{month:02}"),
        Fact::Meaning { sign, words: [_, en] } => format!("{sign} {en}"),
        Fact::CheckAgrees => "the check character agrees".into(),
        Fact::PossiblePlaces(0) => {
            "no single slip explains it; please compare the whole number with the original".into()
        }
        Fact::PossiblePlaces(1) => {
            "the slip may be in one place, in several ways; please compare every character".into()
        }
        Fact::PossiblePlaces(count) => {
            format!(
                "the slip may be in any of {count} places; please compare every character with the original"
            )
        }
        Fact::Count(1) => "1 number".into(),
        Fact::Count(count) => format!("{count} numbers"),
        Fact::Amount { fen, currency } => format!("{currency} {}", Grouped(*fen)),
        Fact::Date { year, month, day } => Day(*year, Some(*month), *day).to_string(),
        Fact::Weekday(day) => weekday(*day).into(),
        Fact::Period { count, unit } => {
            let plural = if *count == 1 { "" } else { "s" };
            format!("{count} {}{plural}", period_unit(*unit))
        }
        Fact::TelephoneArea(area) => match telephones::look_up(area) {
            Some(found) if found.merged_into.is_empty() => format!("{area} {}", found.name),
            Some(found) => {
                format!("{area} {} (merged into {})", found.name, found.merged_into.replace(';', ", "))
            }
            None => format!("{area} in no list of area codes"),
        },
        Fact::MobileSegment(operator) => format!("segment of {operator}"),
        Fact::ServiceNumber => "service number".into(),
        Fact::AmountsAgree => "figures and capitals agree".into(),
        Fact::Row(name) => format!("row: {name}"),
        Fact::Column(name) => format!("column: {name}"),
    }
}

/// Where to look, and what might stand there.
pub fn suggestion(finding: &Finding, suggestion: &Suggestion) -> String {
    let (at, new) = (At(&suggestion.span), suggestion.replacement.as_str());
    let old = part(&finding.value, &suggestion.span);
    if suggestion.certainty == Certainty::Safe {
        return match suggestion.slip {
            Slip::Blanks => "There are blanks inside; take them out, the number stays the same".into(),
            Slip::Writing => format!("Better written \u{201c}{new}\u{201d}; the number stays the same"),
            Slip::Ideographs => format!(
                "Some characters of \u{201c}{new}\u{201d} are look-alikes that a PDF gave, others to a computer; with the usual ones it reads the same"
            ),
            _ => format!(
                "\u{201c}{old}\u{201d} at {at} should be \u{201c}{new}\u{201d}: this letter is not used here, and the check then agrees"
            ),
        };
    }
    let original = if is_on_paper(finding) { "the original document" } else { "the manuscript" };
    let place = suggestion.region.map_or(String::new(), |code| format!(" ({})", fact(&Fact::Region(code))));
    match suggestion.slip {
        Slip::Dropped => {
            let at = suggestion.span.start;
            format!(
                "Compare with {original}: \u{201c}{new}\u{201d} may be missing after the first {at} characters{place}"
            )
        }
        Slip::Doubled => {
            format!("Compare with {original}: \u{201c}{old}\u{201d} at {at} may be one too many{place}")
        }
        Slip::Swapped | Slip::Blocks => format!(
            "Compare {at} with {original}: \u{201c}{old}\u{201d} may be swapped and should read \u{201c}{new}\u{201d}{place}"
        ),
        Slip::LookAlikes if apart(old, new) => {
            let (first, last) = (suggestion.span.start + 1, suggestion.span.end);
            let [(a, b), (c, d)] = ends(old, new);
            format!(
                "Compare characters {first} and {last} with {original}: they read “{a}” and “{c}” and may be “{b}” and “{d}”{place}"
            )
        }
        Slip::Writing | Slip::Blanks | Slip::Ideographs | Slip::Replaced | Slip::LookAlikes => format!(
            "Compare {at} with {original}: it reads \u{201c}{old}\u{201d} and may be \u{201c}{new}\u{201d}{place}"
        ),
    }
}

/// Why it must not be printed in full, and what is usual.
pub fn exposure(what: Personal) -> &'static str {
    match what {
        Personal::IdentityNumber => {
            "The identity number is printed in full: making it public takes the person's separate consent (Personal Information Protection Law, article 25); usually the eight characters in the middle are masked"
        }
        Personal::BankCard => {
            "The bank card number is printed in full: financial accounts are sensitive (Personal Information Protection Law, article 28); usually only the first 6 and the last 4 digits are kept"
        }
        Personal::Account => {
            "A person's account number is printed in full: financial accounts are sensitive (Personal Information Protection Law, article 28); usually only the last 4 digits are kept"
        }
        Personal::BirthCertificate => {
            "The birth certificate's number is printed in full beside names: all that concerns a child under 14 is sensitive (Personal Information Protection Law, article 28); usually the middle is masked"
        }
    }
}

/// A party of a notice and where it is named.
pub fn party(role: Role, name: &str) -> String {
    let role = match role {
        Role::Title => "named in the title",
        Role::Text => "named in the text",
        Role::Signature => "signed by",
        Role::Person => "person",
    };
    format!("{role}: {name}")
}

/// The verdict's word.
pub fn verdict(verdict: Verdict) -> &'static str {
    verdict.name()
}

/// The severity's word.
pub fn severity(severity: Severity) -> &'static str {
    severity.name()
}

/// Where in the number: place 3, places 1 to 6.
#[derive(Clone, Copy)]
struct At<'a>(&'a Range<usize>);

impl Display for At<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0.start + 1, self.0.end) {
            (first, last) if last <= first => write!(f, "place {first}"),
            (first, last) => write!(f, "places {first} to {last}"),
        }
    }
}

/// A date as far as it is known.
struct Day(Option<u16>, Option<u8>, Option<u8>);

impl Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Day(Some(year), Some(month), Some(day)) => write!(f, "{day} {} {year}", month_name(month)),
            Day(Some(year), Some(month), None) => write!(f, "{} {year}", month_name(month)),
            Day(Some(year), None, _) => write!(f, "{year}"),
            Day(None, Some(month), Some(day)) => write!(f, "{day} {}", month_name(month)),
            Day(None, Some(month), None) => f.write_str(month_name(month)),
            Day(None, None, _) => Ok(()),
        }
    }
}

fn registrant(digit: u8) -> &'static str {
    match symbol(digit) {
        '0' => "domestic enterprise",
        '1' => "company controlled by the State or by legal persons",
        '2' => "company controlled by natural persons",
        '3' => "sole proprietorship, partnership, cooperative or other",
        '4' | '5' => "foreign-invested enterprise",
        '6'..='9' => "individual business",
        _ => "unknown",
    }
}

fn account_kind(letter: u8) -> Option<&'static str> {
    match letter {
        b'J' => Some("basic deposit account"),
        b'L' => Some("temporary deposit account"),
        b'Z' => Some("special deposit account"),
        _ => None,
    }
}

fn physician_category(category: &[u8; 2]) -> Option<&'static str> {
    match category {
        b"10" => Some("clinical medicine"),
        b"20" => Some("dentistry"),
        b"30" => Some("public health"),
        b"41" => Some("Chinese medicine"),
        b"42" | b"43" | b"44" | b"45" | b"46" => Some("ethnic or integrated medicine"),
        b"50" => Some("rural general practice"),
        _ => None,
    }
}

fn weekday(day: u8) -> &'static str {
    match day {
        1 => "Monday",
        2 => "Tuesday",
        3 => "Wednesday",
        4 => "Thursday",
        5 => "Friday",
        6 => "Saturday",
        _ => "Sunday",
    }
}

fn month_name(month: u8) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    usize::from(month).checked_sub(1).and_then(|at| NAMES.get(at)).unwrap_or(&"?")
}

fn period_unit(unit: PeriodUnit) -> &'static str {
    match unit {
        PeriodUnit::Day => "day",
        PeriodUnit::WorkingDay => "working day",
        PeriodUnit::Week => "week",
        PeriodUnit::Month => "month",
        PeriodUnit::Year => "year",
        PeriodUnit::Hour => "hour",
    }
}
