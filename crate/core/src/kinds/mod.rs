//! The number kinds (号码种类): one kind a file, loose `looks_like`, strict `check`.

pub mod account_permit;
pub mod accounting_qualification;
pub mod amount;
pub mod bank_account;
pub mod bank_card;
mod beside;
pub mod birth_certificate;
pub mod cheque_number;
pub mod cnaps;
pub mod constructor_registration;
pub mod container;
pub mod court_case;
pub mod customs_registration;
pub mod date;
pub mod degree_certificate;
pub mod diploma;
pub mod disability_certificate;
pub mod document_number;
pub mod drug_licence;
pub mod electronic_draft;
pub mod fiscal_receipt_number;
mod food;
pub mod food_business_licence;
pub mod food_production_licence;
pub mod foreigner_card;
pub mod imo_number;
pub mod institution_credit_code;
pub mod insurance_paper;
pub mod invoice_code;
pub mod invoice_number;
pub mod land_contract;
pub mod land_contract_old;
pub mod lawyer_licence;
pub mod licence_number;
pub mod loan_card_code;
pub(crate) mod masked;
pub mod masked_id;
pub mod medical_institution;
pub mod military_card;
pub mod org_code;
pub mod other_certificate;
mod owner;
pub mod passport;
pub mod period;
mod person;
pub mod physician_certificate;
pub mod physician_practice;
pub mod pollution_permit;
pub mod prepackaged_food_filing;
pub mod private_school_licence;
pub mod range;
pub mod real_estate;
pub mod real_estate_unit;
pub mod receipt_number;
pub mod registration_number;
pub mod residence_permit;
pub mod resident_id;
pub mod resident_id_15;
pub(crate) mod rows;
pub mod school_code;
pub mod seal_code;
pub mod serial_number;
pub mod skill_certificate;
mod skill_level;
pub mod special_work_permit;
pub mod tax_registration;
pub mod teacher_certificate;
pub mod telephone;
#[cfg(test)]
pub(crate) mod testing;
mod text;
pub mod trade_enterprise_code;
pub mod transport_qualification;
pub mod travel_permit;
pub mod uscc;
pub mod vehicle_licence_core;
pub mod vehicle_plate;
pub mod vin;
pub mod vocational_certificate;

pub(crate) use crate::layout::chars;
pub(crate) use crate::layout::number::contains;
pub use crate::layout::number::{Confidence, Number};

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::judgement::{Judgement, Severity};
use crate::layout::Shape;
pub(crate) use crate::layout::field::{Field, Signs};
pub(crate) use crate::layout::layouts::{Layout, Layouts};

/// One kind of number: what it is called, how it is recognised, how it is judged.
pub struct Kind {
    /// Stable name in reports and codes.
    pub id: &'static str,
    /// Its name in Chinese and in English.
    pub names: [&'static str; 2],
    /// Its grammar in one line; empty where its shape tells it: ask [`Kind::grammar()`].
    grammar: &'static str,
    /// Its regular expression where nothing tells it: ask [`Kind::pattern()`].
    pattern: &'static str,
    /// The standard (with year) or the evidence behind the check.
    pub source: &'static str,
    /// How sure the source is; caps the worst verdict.
    pub confidence: Confidence,
    /// How it is recognised and judged.
    pub rule: Rule,
    /// Whose number it is.
    pub of: Of,
    /// What a year in it means.
    pub year: YearIs,
    /// Has every number of it the same length, whenever it was issued?
    pub one_length: bool,
    /// Is it often written in groups, with blanks between them?
    pub spaced: bool,
}

/// Whose a number is (归属): from this follows where it may come again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Of {
    /// A paper that exists but once: a certificate, a receipt, an invoice.
    Paper,
    /// A person: it comes again with each paper of theirs.
    Person,
    /// A company or another body: likewise.
    Body,
    /// A vehicle.
    Vehicle,
    /// A ship.
    Ship,
    /// Another thing that several papers are about: a house, a container, a drug.
    Thing,
    /// An account with a bank.
    Account,
    /// A batch of papers (票据代码): many have it.
    Batch,
    /// A file that others quote: a case, a document, a serial number.
    File,
    /// No number of anything: a date, an amount, a period, a telephone.
    Reading,
}

impl Of {
    /// May one number stand in several notices of a page, and nothing be wrong?
    pub fn is_shared(self) -> bool {
        self != Of::Paper
    }

    /// Would it be a slip to list one number twice?
    pub fn is_listed_once(self) -> bool {
        !matches!(self, Of::Batch | Of::Reading)
    }
}

/// What the year in a number means (号码中的年份).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearIs {
    /// The year in which the paper was given out.
    Issue,
    /// Nothing that could be compared with a date.
    Nothing,
}

/// How numbers of a kind are recognised and judged (规则).
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum Rule {
    /// By code of its own.
    Code {
        /// Could a compact value be meant as this kind? Also true one character short or long.
        looks_like: fn(&str) -> bool,
        /// Judges a compact value.
        check: fn(&Number) -> Judgement,
    },
    /// By its layouts: what stands where.
    Layouts(&'static Layouts),
    /// By its shape alone: a row of `data/certificates.tsv`.
    Shape(&'static Shape),
}

impl Kind {
    /// A kind: whose number it is, its name in the program, its names. What else is to say stands behind it:
    ///
    /// ```text
    /// pub static KIND: Kind = Kind::new(Of::Paper, "seal_code", ["印章编码", "seal code"])
    ///     .written("13或14位数字：备案地行政区划6＋顺序号7或8，无校验码")
    ///     .source(Confidence::Likely, "GA 241—2000；GB/T 2260；公开启事所见")
    ///     .layouts(&LAYOUTS);
    /// ```
    pub const fn new(of: Of, id: &'static str, names: [&'static str; 2]) -> Kind {
        Kind {
            id,
            names,
            grammar: "",
            pattern: "",
            source: "",
            confidence: Confidence::Weak,
            rule: Rule::Code { looks_like: |_| false, check: |_| Judgement::default() },
            of,
            year: YearIs::Nothing,
            one_length: false,
            spaced: false,
        }
    }

    /// Its grammar in one line.
    pub const fn written(self, grammar: &'static str) -> Kind {
        Kind { grammar, ..self }
    }

    /// A regular expression for it, where no layout and no shape tells it.
    const fn matches(self, pattern: &'static str) -> Kind {
        Kind { pattern, ..self }
    }

    /// The standard or the evidence behind the check, and how sure it is.
    pub const fn source(self, confidence: Confidence, source: &'static str) -> Kind {
        Kind { confidence, source, ..self }
    }

    /// Recognised and judged by code of its own.
    const fn code(self, looks_like: fn(&str) -> bool, check: fn(&Number) -> Judgement) -> Kind {
        Kind { rule: Rule::Code { looks_like, check }, ..self }
    }

    /// The same; a regular expression tells how its numbers are written.
    const fn code_for(
        self,
        pattern: &'static str,
        looks_like: fn(&str) -> bool,
        check: fn(&Number) -> Judgement,
    ) -> Kind {
        self.matches(pattern).code(looks_like, check)
    }

    /// Recognised and judged by its layouts.
    const fn layouts(self, layouts: &'static Layouts) -> Kind {
        Kind { rule: Rule::Layouts(layouts), ..self }
    }

    /// What a year in it means.
    const fn year(self, year: YearIs) -> Kind {
        Kind { year, ..self }
    }

    /// Every number of it has the same length.
    const fn one_length(self) -> Kind {
        Kind { one_length: true, ..self }
    }

    /// It is often written in groups.
    const fn spaced(self) -> Kind {
        Kind { spaced: true, ..self }
    }

    /// Could a compact value be meant as this kind? Also true one character short or long.
    pub fn looks_like(&self, value: &str) -> bool {
        match self.rule {
            Rule::Code { looks_like, .. } => looks_like(value),
            Rule::Layouts(layouts) => layouts.looks_like(value),
            Rule::Shape(shape) => shape.looks_like(value),
        }
    }

    /// Judges a compact value. A weak source never makes it wrong.
    pub fn check(&self, number: &Number) -> Judgement {
        let mut out = match self.rule {
            Rule::Code { check, .. } => check(number),
            Rule::Layouts(layouts) => layouts.check(number),
            Rule::Shape(shape) => shape.check(number, self.confidence),
        };
        if self.confidence == Confidence::Weak {
            for problem in &mut out.problems {
                problem.severity = problem.severity.min(Severity::Doubtful);
            }
        }
        out
    }

    /// Its grammar in one line, for the list of what is checked.
    pub fn grammar(&self) -> Cow<'static, str> {
        match self.rule {
            Rule::Code { .. } | Rule::Layouts(_) => self.grammar.into(),
            Rule::Shape(shape) => shape.to_string().into(),
        }
    }

    /// A regular expression that its numbers match, in what ECMAScript and Rust have in common: how many signs there are, which
    /// may stand where. Kinds that are read as words are (dates, amounts, cases) have none.
    pub fn pattern(&self) -> Option<Cow<'static, str>> {
        match self.rule {
            _ if !self.pattern.is_empty() => Some(self.pattern.into()),
            Rule::Code { .. } => None,
            Rule::Layouts(layouts) => Some(layouts.pattern().into()),
            Rule::Shape(shape) => Some(shape.pattern().into()),
        }
    }

    /// Its name in a language.
    pub fn name(&self, lang: crate::judgement::Lang) -> &'static str {
        self.names[lang as usize]
    }
}

impl PartialEq for Kind {
    fn eq(&self, other: &Kind) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Kind {}

impl std::fmt::Debug for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id)
    }
}

/// The kinds with a file of their own, in the order of the list of what is checked.
static OWN: &[&Kind] = &[
    &uscc::KIND,
    &org_code::KIND,
    &registration_number::KIND,
    &tax_registration::KIND,
    &institution_credit_code::KIND,
    &customs_registration::KIND,
    &trade_enterprise_code::KIND,
    &resident_id::KIND,
    &masked_id::KIND,
    &resident_id_15::KIND,
    &residence_permit::KIND,
    &foreigner_card::KIND,
    &passport::KIND,
    &travel_permit::KIND,
    &military_card::KIND,
    &disability_certificate::KIND,
    &birth_certificate::KIND,
    &special_work_permit::KIND,
    &physician_certificate::KIND,
    &physician_practice::KIND,
    &medical_institution::KIND,
    &drug_licence::KIND,
    &land_contract::KIND,
    &land_contract_old::KIND,
    &real_estate::CERTIFICATE,
    &real_estate::PROOF,
    &real_estate_unit::KIND,
    &account_permit::KIND,
    &bank_account::KIND,
    &bank_card::KIND,
    &cnaps::KIND,
    &loan_card_code::KIND,
    &cheque_number::KIND,
    &electronic_draft::KIND,
    &invoice_code::KIND,
    &invoice_number::KIND,
    &receipt_number::KIND,
    &fiscal_receipt_number::KIND,
    &serial_number::KIND,
    &seal_code::KIND,
    &food_business_licence::KIND,
    &prepackaged_food_filing::KIND,
    &food_production_licence::KIND,
    &pollution_permit::KIND,
    &private_school_licence::KIND,
    &school_code::KIND,
    &licence_number::KIND,
    &teacher_certificate::KIND,
    &diploma::KIND,
    &degree_certificate::KIND,
    &lawyer_licence::KIND,
    &constructor_registration::KIND,
    &vocational_certificate::KIND,
    &skill_certificate::KIND,
    &accounting_qualification::KIND,
    &vehicle_plate::KIND,
    &vin::KIND,
    &vehicle_licence_core::KIND,
    &transport_qualification::KIND,
    &imo_number::KIND,
    &container::KIND,
    &insurance_paper::KIND,
    &court_case::KIND,
    &document_number::KIND,
    &amount::KIND,
    &date::KIND,
    &period::KIND,
    &telephone::KIND,
    &other_certificate::KIND,
];

/// All kinds: those with a file of their own, those that are a row of `certificates.tsv`, and the rest.
static ALL: LazyLock<Vec<&Kind>> = LazyLock::new(|| {
    let (rest, own) = OWN.split_last().expect("a list that is not empty");
    own.iter().copied().chain(rows::kinds()).chain([*rest]).collect()
});

/// Every kind, in the order of the list of what is checked (全部种类).
pub fn all() -> &'static [&'static Kind] {
    &ALL
}

/// The kind of this stable name.
pub fn by_id(id: &str) -> Option<&'static Kind> {
    all().iter().find(|kind| kind.id == id).copied()
}

/// The kinds of the identity numbers of citizens, whole and masked (公民身份号码).
pub(crate) static CITIZENS: [&Kind; 3] = [&resident_id::KIND, &resident_id_15::KIND, &masked_id::KIND];

/// What a number with a label is when no known kind fits.
pub(crate) static OTHER: &[&Kind] = &[&other_certificate::KIND];

/// Does a number of the kind start at the first glyph? How many glyphs it covers.
type Read = fn(before: &[char], text: &[char]) -> Option<usize>;

/// The kinds that are read from the text itself, not from a run of signs.
pub(crate) static READERS: [(&Kind, Read); 4] = [
    (&date::KIND, date::read),
    (&amount::KIND, amount::read),
    (&period::KIND, period::read),
    (&telephone::KIND, telephone::read),
];
