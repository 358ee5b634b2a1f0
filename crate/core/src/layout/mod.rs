//! The shape of a number (样式): what stands where, for certificates that have no arithmetic.
//!
//! ```text
//! shape   = form { "|" form }                 one of these
//! form    = { item [ "?" ] }                  "?": may be missing
//! item    = field | literal
//! field   = "{" class [ "*" least [ "-" most ] ] "}"
//! literal = any other character; "(" and ")" stand for brackets of any kind
//! ```
//!
//! | class      | stands for                                           | and is checked            |
//! |------------|------------------------------------------------------|---------------------------|
//! | `9`        | a digit                                              |                           |
//! | `A`        | a capital                                            |                           |
//! | `X`        | a capital or digit                                   |                           |
//! | `文`       | a Chinese character                                  |                           |
//! | `[1-5甲]`  | one of these characters                              |                           |
//! | `region`   | six digits: division (行政区划)                      | its province; the table proves it |
//! | `province` | two digits                                           | against the list          |
//! | `prefecture` | four digits: province and prefecture               | its province; the table proves it |
//! | `sign`     | one character for a province (京, 吉 …)              | against `province` or `region`, if there is one |
//! | `year`     | four digits, 1949 to the day of publication          | yes                       |
//! | `yy`       | two digits of a year                                 | not after publication     |
//! | `month`    | `YYYYMM`                                             | yes                       |
//! | `date`     | `YYYYMMDD`                                           | yes                       |
//! | `id`       | an identity number of 18                             | its check character, date |
//! | `hk`       | the last of a Hong Kong identity card's number       | computes over those before it, never beyond doubt |
//!
//! A pattern engine would tell that a number does not fit; this tells where it stops to fit.

pub(crate) mod chars;
mod describe;
pub(crate) mod field;
mod fit;
mod judge;
pub(crate) mod layouts;
pub(crate) mod number;
mod parse;
mod pattern;

use std::ops::Range;
use std::sync::OnceLock;

use self::fit::{fit, longest_words, looks_like, odd_one, range_of, reach};
use self::judge::judge;
use self::number::{Confidence, Number};
use self::parse::read_form;
use crate::judgement::{Flaw, Judgement, Severity};

/// See the module.
#[derive(Debug)]
pub struct Shape {
    /// As the table has it.
    written: &'static str,
    /// A number of this shape, to be shown.
    example: &'static str,
    /// Read when first asked for: a page has numbers of a few shapes among more than a hundred.
    read: OnceLock<Forms>,
}

#[derive(Debug)]
struct Forms {
    all: Vec<Form>,
    /// The lengths of those that have letters and digits alone.
    lengths: Vec<u8>,
}

type Form = Vec<Item>;

#[derive(Clone, Copy, Debug, PartialEq)]
struct Item {
    what: What,
    least: usize,
    most: usize,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum What {
    Literal(char),
    Digit,
    Capital,
    Either,
    Han,
    /// Characters and ranges of them.
    Set(&'static str),
    Region,
    Province,
    Prefecture,
    Sign,
    Year,
    ShortYear,
    Month,
    Date,
    Id,
    HongKong,
}

impl Item {
    /// Does it stand for letters and digits alone?
    fn is_plain(&self) -> bool {
        match self.what {
            What::Literal(ch) => ch.is_ascii_alphanumeric(),
            What::Set(set) => set.is_ascii(),
            What::Han | What::Sign => false,
            _ => true,
        }
    }
}

/// Where an item stands in a value, in characters.
type Place = (What, Range<usize>);

impl Shape {
    /// A shape; `example` is a number of it. What cannot be read is taken as a literal.
    pub fn new(written: &'static str, example: &'static str) -> Shape {
        Shape { written, example, read: OnceLock::new() }
    }

    fn read(&self) -> &Forms {
        self.read.get_or_init(|| {
            let all: Vec<Form> = self.written.split('|').map(read_form).collect();
            let mut lengths: Vec<u8> = Vec::new();
            for form in all.iter().filter(|form| form.iter().all(Item::is_plain)) {
                let [least, most] = range_of(form);
                for len in least..=most {
                    // Kept in order as it grows: a sort would be one more for every page to fetch.
                    if let Err(at) = lengths.binary_search(&(len as u8)) {
                        lengths.insert(at, len as u8);
                    }
                }
            }
            Forms { all, lengths }
        })
    }

    fn forms(&self) -> &[Form] {
        &self.read().all
    }

    /// Does a value fit, or is it one or two characters from fitting?
    pub fn looks_like(&self, value: &str) -> bool {
        let chars: Vec<char> = value.chars().collect();
        self.forms().iter().any(|form| looks_like(form, &chars))
    }

    /// Judges a value. What a shape's source is worth decides how heavy it is not to fit.
    pub fn check(&'static self, number: &Number, confidence: Confidence) -> Judgement {
        let chars: Vec<char> = number.value.chars().collect();
        let mut out = Judgement::default();
        let mut best: Option<Judgement> = None;
        // 号 behind a number that is printed without it.
        let bare = chars.strip_suffix(&['号']).unwrap_or(&chars);
        for form in self.forms() {
            let Some(places) = fit(form, &chars).or_else(|| fit(form, bare)) else { continue };
            let judged = judge(&places, &chars, number.today);
            if best.as_ref().is_none_or(|b| judged.verdict() < b.verdict()) {
                best = Some(judged);
            }
        }
        if let Some(judged) = best {
            out = judged;
            chars::lower_case(number.value, &mut out);
            return out;
        }
        let severity = match confidence {
            Confidence::Sure => Severity::Wrong,
            Confidence::Likely => Severity::Doubtful,
            Confidence::Weak => Severity::Hint,
        };
        let (flaw, span) = self.misfit(&chars);
        out.add(flaw, severity, span);
        out
    }

    /// Where and why no form fits.
    fn misfit(&'static self, chars: &[char]) -> (Flaw, Range<usize>) {
        let whole = 0..chars.len();
        // The one character but for which a form fits.
        let odd = self.forms().iter().filter_map(|form| odd_one(form, chars)).max();
        if let Some(at) = odd {
            return (Flaw::Charset, at..at + 1);
        }
        let lengths = &self.read().lengths;
        if lengths.is_empty() || !chars.iter().all(char::is_ascii_alphanumeric) {
            return (Flaw::Shape(self.example), whole);
        }
        if !lengths.contains(&(chars.len() as u8)) {
            return (Flaw::Length(lengths), whole);
        }
        // The form that goes furthest tells the place.
        let reached = self.forms().iter().map(|form| reach(form, chars)).max().unwrap_or(0);
        match reached < chars.len() {
            true => (Flaw::Charset, reached..reached + 1),
            false => (Flaw::Shape(self.example), whole),
        }
    }

    /// How many of the characters a number of this shape takes in from the first on; the most that a form does.
    pub fn prefix(&self, chars: &[char]) -> Option<usize> {
        let lens = self.forms().iter().filter_map(|form| {
            let [least, most] = range_of(form);
            (least..=most.min(chars.len())).rev().find(|&len| fit(form, &chars[..len]).is_some())
        });
        lens.max()
    }

    /// A regular expression for numbers of this shape; a 号 behind one that is printed without it is let pass.
    pub fn pattern(&self) -> String {
        let number = |form: &Form| match form.last() {
            Some(Item { what: What::Literal('号'), .. }) => pattern::of_form(form),
            _ => pattern::of_form(form) + "号?",
        };
        pattern::whole(self.forms().iter().map(number).collect())
    }

    /// The longest run of Chinese characters that every number of a form has: what tells the shape from others.
    pub fn words(&self) -> impl Iterator<Item = Vec<char>> {
        self.forms().iter().filter_map(|form| longest_words(form))
    }
}

impl What {
    fn width(self) -> usize {
        match self {
            What::Province | What::ShortYear => 2,
            What::Prefecture | What::Year => 4,
            What::Region | What::Month => 6,
            What::Date => 8,
            What::Id => 18,
            _ => 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::testing::{today, told};
    use crate::testing::gives;

    /// Shape, value, what is said of it by a sure source; `none` where it does not even look like it.
    #[test]
    fn places_of_slips() {
        gives(
            |text| {
                let (shape, value) = text.split_once(' ').expect("a shape and a value");
                let shape: &'static Shape = Box::leak(Box::new(Shape::new(shape.to_string().leak(), "")));
                match shape.looks_like(value) {
                    true => told(&shape.check(&Number::bare(value, today()), Confidence::Sure)),
                    false => "none".into(),
                }
            },
            "
            ∅                    {[1-3]}{[A-C甲]}{9} 2B7  {[1-3]}{[A-C甲]}{9} 3甲0
            ∅                    测资字{9*7}号? 测资字2201234
            hint lower-case 1-2  {[1-3]}{[A-C甲]}{9} 2b7
            wrong charset 0-1    {[1-3]}{[A-C甲]}{9} 4B7  T{[1-5]}{9*4} 751234
            wrong shape 0-3      {[1-3]}{[A-C甲]}{9} 2-7
            wrong charset 1-2    T{[1-5]}{9*4} T61234  TS{9*4}-{9*4} T51204-2015
            wrong charset 2-3    T{[1-5]}{9*4} T5I234
            wrong length 0-7     T{[1-5]}{9*4} T512345
            wrong charset 3-4    {9*4}|C{9*4} C12O4
            wrong charset 4-5    TS{9*4}-{9*4} TS12O4-2015
            wrong shape 0-10     TS{9*4}-{9*4} TS12042015  TS{9*4}-{9*4} TS1204-215
            wrong shape 0-10     {文}测资字{9*7} 甲测资字220123
            wrong shape 0-8      {9*4}-{9*4} 1204-201
            wrong shape 0-11     TS{9*4}-{9*4} TSI2O4-2015
            wrong charset 6-7    {文}测资字{9*7} 甲测资字22O1234
            none                 {文}测资字{9*7} 甲测字2201234
            ",
        );
    }

    #[test]
    fn in_words() {
        for (shape, want) in [
            ("{sign}B{9*4}", "省份简称＋B＋4位数字；如0"),
            ("{[1-3甲]}{X*2-5}", "1位（1-3甲）＋2至5位字母或数字；如0"),
            ("1|2|3", "1；或2；或3；如0"),
            ("1|2|3|4", "1；或2；或3等；如0"),
        ] {
            assert_eq!(Shape::new(shape, "0").to_string(), want);
        }
    }
}
