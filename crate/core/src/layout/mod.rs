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
pub(crate) mod number;

use std::fmt;
use std::ops::Range;
use std::sync::OnceLock;

use self::number::{Confidence, Number};
use crate::judgement::{Fact, Flaw, Judgement, Personal, Severity};
use crate::tables::date::Date;

use crate::tables::regions::sign;
use crate::tables::{checksum, identity, regions};

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

    /// The longest run of Chinese characters that every number of a form has: what tells the shape from others.
    pub fn words(&self) -> impl Iterator<Item = Vec<char>> {
        self.forms().iter().filter_map(|form| longest_words(form))
    }
}

/// How many characters a form has at least and at most.
fn range_of(form: &[Item]) -> [usize; 2] {
    form.iter().fold([0; 2], |[least, most], item| [least + item.least, most + item.most])
}

fn read_form(form: &'static str) -> Form {
    let mut items: Form = Vec::new();
    let mut rest = form;
    while let Some(first) = rest.chars().next() {
        let field = rest.strip_prefix('{').and_then(|r| r.split_once('}'));
        let item = field.and_then(|(field, _)| read_field(field));
        rest = match (first, item, field) {
            (_, Some(item), Some((_, after))) => {
                items.push(item);
                after
            }
            ('?', _, _) if !items.is_empty() => {
                if let Some(last) = items.last_mut() {
                    last.least = 0;
                }
                &rest[1..]
            }
            _ => {
                items.push(Item { what: What::Literal(first), least: 1, most: 1 });
                &rest[first.len_utf8()..]
            }
        };
    }
    items
}

fn read_field(field: &'static str) -> Option<Item> {
    let (class, times) = field.split_once('*').unwrap_or((field, ""));
    let what = match class {
        "9" => What::Digit,
        "A" => What::Capital,
        "X" => What::Either,
        "文" => What::Han,
        "region" => What::Region,
        "province" => What::Province,
        "prefecture" => What::Prefecture,
        "sign" => What::Sign,
        "year" => What::Year,
        "yy" => What::ShortYear,
        "month" => What::Month,
        "date" => What::Date,
        "id" => What::Id,
        "hk" => What::HongKong,
        _ => What::Set(class.strip_prefix('[')?.strip_suffix(']')?),
    };
    let width = what.width();
    let (least, most) = match times.split_once('-') {
        Some((least, most)) => (least.parse().ok()?, most.parse().ok()?),
        None if times.is_empty() => (width, width),
        None => (times.parse().ok()?, times.parse().ok()?),
    };
    Some(Item { what, least, most })
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

    fn takes(self, ch: char) -> bool {
        match self {
            What::Literal('(') => matches!(ch, '(' | '〔' | '[' | '【'),
            What::Literal(')') => matches!(ch, ')' | '〕' | ']' | '】'),
            What::Literal(own) => own.eq_ignore_ascii_case(&ch),
            What::Capital => ch.is_ascii_alphabetic(),
            What::Either | What::HongKong => ch.is_ascii_alphanumeric(),
            What::Han => ('一'..='\u{9fff}').contains(&ch),
            What::Set(set) => holds(set, ch.to_ascii_uppercase()),
            What::Sign => sign(ch).is_some(),
            What::Id => ch.is_ascii_digit() || matches!(ch, 'X' | 'x'),
            _ => ch.is_ascii_digit(),
        }
    }
}

/// Is the character in a set: itself, or within a range (`1-5`)?
fn holds(set: &str, ch: char) -> bool {
    let chars: Vec<char> = set.chars().collect();
    let ranges = || chars.windows(3).filter(|w| w[1] == '-').any(|w| (w[0]..=w[2]).contains(&ch));
    ch != '-' && (chars.contains(&ch) || ranges())
}

/// The places of a form's items in the whole value, if it fits.
fn fit(form: &[Item], chars: &[char]) -> Option<Vec<Place>> {
    if !takes_length(form, chars.len()) {
        return None;
    }
    let mut places = Vec::with_capacity(form.len());
    fit_from(form, chars, 0, &mut places).then_some(places)
}

/// Are numbers of the form so long? A glance that spares the search.
fn takes_length(form: &[Item], len: usize) -> bool {
    let least: usize = form.iter().map(|i| i.least).sum();
    let most: usize = form.iter().map(|i| i.most).sum();
    (least..=most).contains(&len)
}

fn fit_from(form: &[Item], chars: &[char], at: usize, places: &mut Vec<Place>) -> bool {
    let Some((item, rest)) = form.split_first() else { return at == chars.len() };
    let run = chars[at..].iter().take(item.most).take_while(|&&c| item.what.takes(c)).count();
    // An optional field of fixed width is there whole or not at all.
    let fixed = item.least == 0 && item.what.width() > 1;
    let mut len = run;
    loop {
        if len >= item.least && !(fixed && len != 0 && len != item.most) {
            places.push((item.what, at..at + len));
            if fit_from(rest, chars, at + len, places) {
                return true;
            }
            places.pop();
        }
        if len == 0 {
            return false;
        }
        len -= 1;
    }
}

/// How many characters from the start a form takes in, at most.
fn reach(form: &[Item], chars: &[char]) -> usize {
    reach_from(form, chars, 0)
}

fn reach_from(form: &[Item], chars: &[char], at: usize) -> usize {
    let Some((item, rest)) = form.split_first() else { return at };
    let run = chars[at..].iter().take(item.most).take_while(|&&c| item.what.takes(c)).count();
    (item.least..=run).map(|len| reach_from(rest, chars, at + len)).fold(at + run, usize::max)
}

/// The letter or digit that keeps a value from the form, if it is the only one.
fn odd_one(form: &[Item], chars: &[char]) -> Option<usize> {
    if !takes_length(form, chars.len()) {
        return None;
    }
    let at = reach(form, chars);
    if !chars.get(at)?.is_ascii_alphanumeric() {
        return None;
    }
    let mut mended = chars.to_vec();
    let letters = form.iter().filter_map(|item| match item.what {
        What::Literal(ch) => Some(ch),
        What::Set(set) => set.chars().next(),
        _ => None,
    });
    let fits = letters.chain(['0', 'A']).filter(char::is_ascii_alphanumeric).any(|ch| {
        mended[at] = ch;
        fit(form, &mended).is_some()
    });
    fits.then_some(at)
}

/// Is a value of the form, give or take two characters?
fn looks_like(form: &[Item], chars: &[char]) -> bool {
    if let Some(words) = longest_words(form) {
        return chars.windows(words.len()).any(|some| *some == *words);
    }
    let [least, most] = range_of(form);
    if !(least.saturating_sub(1)..=most + 1).contains(&chars.len()) {
        return false;
    }
    let signs = form.iter().any(|i| matches!(i.what, What::Han | What::Sign));
    let letters = |i: &Item| match i.what {
        What::Capital | What::Either | What::HongKong => true,
        What::Set(set) => set.bytes().any(|b| !b.is_ascii_digit() && b != b'-'),
        _ => false,
    };
    let digits = !form.iter().any(letters);
    // The letters that every number of the form has are none of the two.
    let own = form.iter().filter(|i| matches!(i.what, What::Literal(ch) if !ch.is_ascii_digit())).count();
    let odd = chars.iter().filter(|c| if digits { !c.is_ascii_digit() } else { !c.is_ascii_alphanumeric() });
    fit(form, chars).is_some()
        || !signs && odd.count() <= own + 2 && chars.iter().all(|c| may_stand(form, *c))
}

/// May the character stand in a number of the form that has a slip?
fn may_stand(form: &[Item], ch: char) -> bool {
    let literal = |item: &Item| matches!(item.what, What::Literal(_)) && item.what.takes(ch);
    ch.is_ascii_alphanumeric() || ch == '-' || form.iter().any(literal)
}

fn longest_words(form: &[Item]) -> Option<Vec<char>> {
    let han = |item: &Item| match item.what {
        What::Literal(ch) if item.least == 1 && ('一'..='\u{9fff}').contains(&ch) => Some(ch),
        _ => None,
    };
    let runs = form.split(|item| han(item).is_none());
    let longest = runs.max_by_key(|run| run.len())?;
    (longest.len() >= 2).then(|| longest.iter().filter_map(han).collect())
}

/// Judges the fields of a value that fits.
fn judge(places: &[Place], chars: &[char], today: Date) -> Judgement {
    let mut out = Judgement::default();
    let digits = |span: &Range<usize>| -> Vec<u8> { chars[span.clone()].iter().map(|&c| c as u8).collect() };
    let number = |digits: &[u8]| digits.iter().fold(0u32, |n, d| 10 * n + u32::from(d.wrapping_sub(b'0')));
    let mut provinces: Vec<[u8; 2]> = Vec::new();
    for (what, span) in places.iter().filter(|(_, span)| !span.is_empty()) {
        match what {
            What::Region | What::Province | What::Prefecture => {
                let code = digits(span);
                let two = [code[0], code[1]];
                provinces.push(two);
                if !regions::province_known(two) && code != b"100000" {
                    out.doubt(Flaw::Province, span.start..span.start + 2);
                    continue;
                }
                if let Ok(region) = <[u8; 6]>::try_from(&code[..]) {
                    out.fact(Fact::Region(region));
                    out.proved |= regions::known(&region);
                } else if *what == What::Province {
                    out.fact(Fact::Province(two));
                } else {
                    out.fact(Fact::Province(two));
                    out.proved |= std::str::from_utf8(&code).is_ok_and(regions::prefix_known);
                }
            }
            What::Year | What::ShortYear => {
                let year = number(&digits(span));
                let year = if *what == What::Year { year } else { full_year(year) };
                if (1949..=u32::from(today.year())).contains(&year) {
                    out.fact(Fact::Year(year as u16));
                } else {
                    out.doubt(Flaw::Year, span.clone());
                }
            }
            What::Month | What::Date => {
                let code = digits(span);
                let (year, month) = (number(&code[..4]), number(&code[4..6]));
                let day = if *what == What::Date { number(&code[6..]) } else { 1 };
                let date = u16::try_from(year).ok().and_then(|y| Date::new(y, month as u8, day as u8));
                match date {
                    Some(date) if date <= today && date.year() >= 1949 => {
                        out.fact(Fact::YearMonth(date.year(), date.month()));
                    }
                    Some(_) => out.doubt(Flaw::Year, span.start..span.start + 4),
                    None => out.doubt(Flaw::InnerDate, span.clone()),
                }
            }
            What::HongKong => {
                let before = chars[..span.start].iter().filter(|c| c.is_ascii_alphanumeric());
                let before: String = before.map(char::to_ascii_uppercase).collect();
                // As it is computed in practice: no text of the authority says so.
                if checksum::hong_kong(before.as_bytes())
                    != Some(chars[span.start].to_ascii_uppercase() as u8)
                {
                    out.doubt(Flaw::CheckChar, span.clone());
                }
            }
            What::Id => {
                let id: String = chars[span.clone()].iter().collect();
                if identity::agrees(&id, today) {
                    out.proved = true;
                    out.expose(Personal::IdentityNumber, span.clone());
                } else {
                    out.wrong(Flaw::InnerCheckChar, span.clone());
                }
            }
            _ => {}
        }
    }
    for (_, span) in places.iter().filter(|(what, span)| *what == What::Sign && !span.is_empty()) {
        let Some(two) = sign(chars[span.start]) else { continue };
        match provinces.first() {
            Some(other) if *other == two => out.proved = true,
            Some(_) => out.doubt(Flaw::Contradiction, span.clone()),
            None => out.fact(Fact::Province(two)),
        }
    }
    out
}

/// The year that two digits stand for.
fn full_year(two: u32) -> u32 {
    if two < 80 { 2000 + two } else { 1900 + two }
}

/// Nobody reads a line with more forms than this.
const SHOWN: usize = 3;

impl fmt::Display for Shape {
    /// The shape in words, for the list of what is checked.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, form) in self.forms().iter().take(SHOWN).enumerate() {
            if i > 0 {
                f.write_str("；或")?;
            }
            write_form(form, f)?;
        }
        let more = if self.forms().len() > SHOWN { "等" } else { "" };
        write!(f, "{more}；如{}", self.example)
    }
}

fn write_form(form: &[Item], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut literal = false;
    for (i, item) in form.iter().enumerate() {
        if let What::Literal(ch) = item.what {
            if i > 0 && !literal {
                f.write_str("＋")?;
            }
            write!(f, "{ch}")?;
            literal = true;
            continue;
        }
        if i > 0 {
            f.write_str("＋")?;
        }
        literal = false;
        let name = match item.what {
            What::Digit => "位数字",
            What::Capital => "位字母",
            What::Either => "位字母或数字",
            What::Han => "个汉字",
            What::Set(_) => "位",
            What::Region => "6位行政区划",
            What::Province => "2位省份",
            What::Prefecture => "4位地区",
            What::Sign => "省份简称",
            What::Year => "4位年份",
            What::ShortYear => "2位年份",
            What::Month => "6位年月",
            What::Date => "8位日期",
            What::Id => "18位身份证号码",
            What::HongKong => "1位校验码",
            What::Literal(_) => "",
        };
        match item.what {
            What::Digit | What::Capital | What::Either | What::Han | What::Set(_) => {
                write!(f, "{}", item.least)?;
                if item.least != item.most {
                    write!(f, "至{}", item.most)?;
                }
                f.write_str(name)?;
                if let What::Set(set) = item.what {
                    write!(f, "（{set}）")?;
                }
            }
            _ => f.write_str(name)?,
        }
    }
    Ok(())
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
