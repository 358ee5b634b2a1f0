//! One field of a number with a fixed layout (字段): how wide it is, what may stand in it, what it says.

use std::ops::Range;

use super::judge;
use super::number::Number;
use crate::judgement::{Fact, Flaw, Judgement, Severity};

/// Signs, and what each stands for in Chinese and in English.
pub type Meanings = [(&'static str, [&'static str; 2])];

/// One field. What it is first, then what differs from most: `Field::year(1979).hint()`.
#[derive(Clone, Copy)]
pub struct Field {
    what: What,
    pub(super) width: u8,
    pub(super) signs: Signs,
    /// What is told of a field that is none of those it can be, and how heavy it is; nothing, if nothing.
    flaw: Flaw,
    severity: Option<Severity>,
    proves: bool,
    said: Option<Said>,
}

/// What the words beside a number say of a field, as its last character.
#[derive(Clone, Copy)]
struct Said {
    read: fn(&Number) -> Option<u8>,
    proves: bool,
}

/// What may stand in a field.
#[derive(Clone, Copy, PartialEq)]
pub enum Signs {
    /// Digits.
    Digits,
    /// Capitals.
    Capitals,
    /// Digits and capitals.
    Either,
    /// These: itself, or within a range (`0-9X`); a hyphen that is meant stands first.
    Set(&'static str),
    /// Whatever stands there, the field judges it.
    Any,
}

#[derive(Clone, Copy)]
enum What {
    Plain,
    Literal(&'static [&'static str]),
    Province(&'static [&'static [u8; 2]]),
    Prefecture,
    City,
    Region(fn(&[u8; 6]) -> bool),
    Year(u16, fn(u16) -> Fact),
    Date(u16),
    Meaning(&'static Meanings),
    Fact(fn(&[u8]) -> Option<Fact>),
    Test(fn(&[u8]) -> bool),
    Check(fn(&[u8]) -> bool),
    Own(fn(&[u8], Range<usize>, &Number, &mut Judgement)),
}

impl Field {
    const fn of(what: What, width: u8, signs: Signs, flaw: Flaw) -> Field {
        Field { what, width, signs, flaw, severity: Some(Severity::Doubtful), proves: false, said: None }
    }

    /// Digits that say nothing.
    pub const fn serial(width: u8) -> Field {
        Field::of(What::Plain, width, Signs::Digits, Flaw::Charset)
    }

    /// The digits or letters that every number has here.
    pub const fn literal(own: &'static [&'static str; 1]) -> Field {
        let digits = own[0].as_bytes()[0].is_ascii_digit();
        let signs = if digits { Signs::Digits } else { Signs::Capitals };
        Field::of(What::Literal(own), own[0].len() as u8, signs, Flaw::Prefix(own))
    }

    /// Two digits of a province.
    pub const fn province() -> Field {
        Field::province_or(&[])
    }

    /// Two digits of a province, or one of these.
    pub const fn province_or(more: &'static [&'static [u8; 2]]) -> Field {
        Field::of(What::Province(more), 2, Signs::Digits, Flaw::Province)
    }

    /// Four digits of a province and a prefecture; tells the province, [proves](Field::proves) by the prefecture.
    pub const fn prefecture() -> Field {
        Field::of(What::Prefecture, 4, Signs::Digits, Flaw::Province)
    }

    /// The same; tells the prefecture where there is one.
    pub const fn city() -> Field {
        Field::of(What::City, 4, Signs::Digits, Flaw::Province)
    }

    /// Six digits of a division, in a province at least: zones have codes of their own.
    pub const fn region() -> Field {
        Field::region_of(judge::province_of)
    }

    /// Six digits of a division, or of what else gives out numbers.
    pub const fn region_of(can_be: fn(&[u8; 6]) -> bool) -> Field {
        Field::of(What::Region(can_be), 6, Signs::Digits, Flaw::Province)
    }

    /// A year of four digits, from the first one to the day of publication.
    pub const fn year(first: u16) -> Field {
        Field::of(What::Year(first, Fact::Year), 4, Signs::Digits, Flaw::Year)
    }

    /// The same in two digits.
    pub const fn short_year(first: u16) -> Field {
        Field::of(What::Year(first, Fact::Year), 2, Signs::Digits, Flaw::Year)
    }

    /// A day as YYYYMMDD, from the first year to the day of publication; one that is none is wrong.
    pub const fn date(first: u16) -> Field {
        Field::of(What::Date(first), 8, Signs::Digits, Flaw::Year)
    }

    /// One of these signs; those that are no digits are capitals.
    pub const fn meaning(all: &'static Meanings) -> Field {
        let sign = all[0].0.as_bytes();
        let (signs, flaw) = match sign[0].is_ascii_digit() {
            true => (Signs::Digits, Flaw::Level),
            false => (Signs::Capitals, Flaw::KindLetter),
        };
        Field::of(What::Meaning(all), sign.len() as u8, signs, flaw)
    }

    /// Digits that are read as a fact.
    pub const fn fact(width: u8, read: fn(&[u8]) -> Option<Fact>, flaw: Flaw) -> Field {
        Field::of(What::Fact(read), width, Signs::Digits, flaw)
    }

    /// Digits of which something must be true.
    pub const fn test(width: u8, holds: fn(&[u8]) -> bool, flaw: Flaw) -> Field {
        Field::of(What::Test(holds), width, Signs::Digits, flaw)
    }

    /// Check digits: does the whole number agree with them?
    pub const fn check(width: u8, agrees: fn(&[u8]) -> bool) -> Field {
        Field::of(What::Check(agrees), width, Signs::Digits, Flaw::CheckChar).proves()
    }

    /// Digits that the kind judges itself; it is given the whole number and their place.
    pub const fn own(width: u8, judge: fn(&[u8], Range<usize>, &Number, &mut Judgement)) -> Field {
        Field::of(What::Own(judge), width, Signs::Digits, Flaw::Charset)
    }

    /// How many characters it has.
    pub const fn width(&self) -> usize {
        self.width as usize
    }

    /// The letters or digits that every number has here.
    pub(super) fn literal_text(&self) -> Option<&'static str> {
        match self.what {
            What::Literal(own) => Some(own[0]),
            _ => None,
        }
    }

    /// With other signs than digits.
    pub const fn letters(self, signs: Signs) -> Field {
        Field { signs, ..self }
    }

    /// With another thing to tell of what it cannot be.
    pub const fn flaw(self, flaw: Flaw) -> Field {
        Field { flaw, ..self }
    }

    /// What it cannot be is told as a remark.
    pub const fn hint(self) -> Field {
        Field { severity: Some(Severity::Hint), ..self }
    }

    /// What it cannot be is beyond doubt wrong.
    pub const fn wrong(self) -> Field {
        Field { severity: Some(Severity::Wrong), ..self }
    }

    /// It may be what nobody has told of.
    pub const fn open(self) -> Field {
        Field { severity: None, ..self }
    }

    /// A division, a prefecture or a fact that is known proves the number.
    pub const fn proves(self) -> Field {
        Field { proves: true, ..self }
    }

    /// The year is told as another fact.
    pub const fn tells(self, fact: fn(u16) -> Fact) -> Field {
        match self.what {
            What::Year(first, _) => Field { what: What::Year(first, fact), ..self },
            _ => self,
        }
    }

    /// The words beside the number may say it too, as its last character: they prove it or speak against it.
    pub const fn said(self, read: fn(&Number) -> Option<u8>) -> Field {
        Field { said: Some(Said { read, proves: true }), ..self }
    }

    /// The words beside the number may speak against it.
    pub const fn not_against(self, read: fn(&Number) -> Option<u8>) -> Field {
        Field { said: Some(Said { read, proves: false }), ..self }
    }

    /// Judges the field of a number whose signs can all stand; letters are capitals.
    pub(crate) fn judge(&self, code: &[u8], at: Range<usize>, number: &Number, out: &mut Judgement) {
        let own = &code[at.clone()];
        let can_be = match self.what {
            What::Plain => true,
            What::Literal(literal) => own == literal[0].as_bytes(),
            What::Province(more) => judge::province(own, more, out),
            What::Prefecture => judge::prefecture(own, self.proves, out),
            What::City => judge::city(own, self.proves, out),
            What::Region(can_be) => judge::region(own, can_be, self.proves, out),
            What::Year(first, fact) => judge::year(own, first, fact, number.today, out),
            What::Date(first) => return judge::date(own, at, first, number.today, out),
            What::Meaning(all) => match all.iter().find(|(sign, _)| sign.as_bytes() == own) {
                Some(&(sign, words)) => {
                    out.fact(Fact::Meaning { sign, words });
                    true
                }
                None => false,
            },
            What::Fact(read) => match read(own) {
                Some(fact) => {
                    out.fact(fact);
                    out.proved |= self.proves;
                    true
                }
                None => false,
            },
            What::Test(holds) => holds(own),
            What::Check(agrees) => {
                let agrees = agrees(code);
                out.proved |= agrees;
                agrees
            }
            What::Own(judge) => return judge(code, at, number, out),
        };
        match (can_be, self.severity) {
            (false, Some(severity)) => out.add(self.flaw, severity, self.place(at)),
            (false, None) => {}
            (true, _) => self.compare(own, at, number, out),
        }
    }

    /// Judges a year; the year, if it can be.
    pub(crate) fn year_at(
        &self,
        code: &[u8],
        at: Range<usize>,
        number: &Number,
        out: &mut Judgement,
    ) -> Option<u16> {
        let before = out.problems.len();
        self.judge(code, at.clone(), number, out);
        (out.problems.len() == before).then(|| judge::full_year(&code[at]))
    }

    /// The part of a field that cannot be.
    fn place(&self, at: Range<usize>) -> Range<usize> {
        match self.flaw {
            Flaw::Province => at.start..at.start + 2,
            _ => at,
        }
    }

    /// Holds the field against the words beside the number.
    fn compare(&self, own: &[u8], at: Range<usize>, number: &Number, out: &mut Judgement) {
        let Some(said) = self.said else { return };
        match (said.read)(number) {
            Some(word) if own.ends_with(&[word]) => out.proved |= said.proves,
            Some(_) => out.doubt(Flaw::Words, at),
            None => {}
        }
    }
}

impl Signs {
    /// May a character stand there? Letters are capitals.
    pub(super) fn take(self, c: u8) -> bool {
        match self {
            Signs::Digits => c.is_ascii_digit(),
            Signs::Capitals => c.is_ascii_uppercase(),
            Signs::Either => c.is_ascii_digit() || c.is_ascii_uppercase(),
            Signs::Set(set) => {
                let ranges = set.as_bytes().windows(3).filter(|w| w[1] == b'-');
                let signs = set.as_bytes().iter().enumerate().filter(|(i, sign)| *i == 0 || **sign != b'-');
                signs.map(|(_, sign)| *sign).any(|sign| sign == c)
                    || ranges.into_iter().any(|w| (w[0]..=w[2]).contains(&c))
            }
            Signs::Any => true,
        }
    }
}
