//! Numbers of one or several fixed layouts (定长编码): the second door of the engine, for kinds written in Rust.
//!
//! ```text
//! static LAYOUTS: Layouts = Layouts::of(&[
//!     Layout::of(&[Field::literal(&["1"]), Field::prefecture().proves(), Field::year(1979), Field::serial(8)]),
//!     Layout::of(&[Field::serial(12)]),
//! ]);
//! ```
//!
//! The lengths, what may stand where, small letters and what looks like the kind follow from the fields. Fields are judged
//! from the first to the last, and say what they say in that order. What does not fit is doubtful, unless told otherwise.

use super::chars::{self, fill, mostly_digits, whole};
use super::field::{Field, Signs};
use super::number::Number;
use super::pattern;
use crate::judgement::{Flaw, Judgement, Severity};

/// The longest number.
const MOST: usize = 32;

/// How heavy a fault is in this number, by the words around it.
pub type Weight = fn(&Number) -> Severity;

/// One layout.
pub struct Layout {
    fields: &'static [Field],
    len: u8,
    slack: u8,
    is_told: bool,
    proves: bool,
    stray: Option<Weight>,
    when: Option<fn(&[u8], &Number) -> bool>,
    also: Option<fn(&[u8], &Number, &mut Judgement)>,
}

impl Layout {
    /// Of these fields, the first to the last.
    pub const fn of(fields: &'static [Field]) -> Layout {
        let (mut len, mut i) = (0, 0);
        while i < fields.len() {
            len += fields[i].width;
            i += 1;
        }
        assert!(len as usize <= MOST);
        Layout { fields, len, slack: 1, is_told: true, proves: false, stray: None, when: None, also: None }
    }

    /// So many characters more or fewer still look like it: one, where nothing is said.
    pub const fn slack(self, slack: u8) -> Layout {
        Layout { slack, ..self }
    }

    /// Its length is not told to whoever has another.
    pub const fn rare(self) -> Layout {
        Layout { is_told: false, ..self }
    }

    /// How heavy a sign is that cannot stand, if other than in the other layouts.
    pub const fn stray(self, weight: Weight) -> Layout {
        Layout { stray: Some(weight), ..self }
    }

    /// Only numbers of its length of which this is true have it; any sign may stand in them.
    pub const fn when(self, holds: fn(&[u8], &Number) -> bool) -> Layout {
        Layout { when: Some(holds), ..self }
    }

    /// A number in which every field can be is proved.
    pub const fn proves(self) -> Layout {
        Layout { proves: true, ..self }
    }

    /// What else is to be judged, after the fields.
    pub const fn also(self, judge: fn(&[u8], &Number, &mut Judgement)) -> Layout {
        Layout { also: Some(judge), ..self }
    }

    /// May this character stand at this place?
    fn takes(&self, place: usize, c: u8) -> bool {
        let mut end = 0;
        let field = self.fields.iter().find(|field| {
            end += usize::from(field.width);
            place < end
        });
        field.is_some_and(|field| field.signs.take(c))
    }

    /// Could the value be meant, with two slips in its digits? Letters in front are no slips.
    fn looks_like(&self, value: &str) -> bool {
        let letters = self.fields.iter().take_while(|field| field.signs != Signs::Digits);
        let head: usize = letters.map(|field| usize::from(field.width)).sum();
        let (len, slack) = (usize::from(self.len) - head, usize::from(self.slack));
        value.split_at_checked(head).is_some_and(|(head, rest)| {
            mostly_digits(rest, len - slack..len + slack + 1)
                && head.bytes().all(|b| b.is_ascii_alphanumeric())
        })
    }

    fn judge(&self, code: &[u8], weight: Weight, number: &Number, out: &mut Judgement) {
        let mut at = 0;
        let fits = self.fields.iter().all(|field| {
            let start = at;
            at += usize::from(field.width);
            code[start..at].iter().all(|&c| field.signs.take(c))
        });
        if !fits {
            let severity = self.stray.unwrap_or(weight)(number);
            for run in chars::runs(code.len(), |i| !self.takes(i, code[i])) {
                out.add(Flaw::Charset, severity, run);
            }
            return;
        }
        chars::lower_case(number.value, out);
        let mut at = 0;
        for field in self.fields {
            let start = at;
            at += usize::from(field.width);
            field.judge(code, start..at, number, out);
        }
        if self.proves {
            out.proved = out.problems.is_empty();
        }
        if let Some(also) = self.also {
            also(code, number, out);
        }
    }
}

/// The layouts of a kind.
pub struct Layouts {
    all: &'static [Layout],
    /// The lengths that are told, and how many they are.
    lengths: ([u8; 4], usize),
    first: fn(&Number, &mut Judgement) -> bool,
    length: Weight,
    stray: Weight,
    looks_like: Option<fn(&str) -> bool>,
}

impl Layouts {
    /// These layouts: of two of one length the first that fits.
    pub const fn of(all: &'static [Layout]) -> Layouts {
        const DOUBTFUL: Weight = |_| Severity::Doubtful;
        let lengths = lengths(all);
        Layouts { all, lengths, first: |_, _| false, length: DOUBTFUL, stray: DOUBTFUL, looks_like: None }
    }

    /// Another length, or a sign that cannot stand, is beyond doubt wrong.
    pub const fn wrong(self) -> Layouts {
        const WRONG: Weight = |_| Severity::Wrong;
        Layouts { length: WRONG, stray: WRONG, ..self }
    }

    /// How heavy another length is.
    pub const fn length(self, length: Weight) -> Layouts {
        Layouts { length, ..self }
    }

    /// How heavy a sign is that cannot stand.
    pub const fn stray(self, stray: Weight) -> Layouts {
        Layouts { stray, ..self }
    }

    /// What is judged before the layouts; is that all?
    pub const fn first(self, judge: fn(&Number, &mut Judgement) -> bool) -> Layouts {
        Layouts { first: judge, ..self }
    }

    /// What looks like the kind, where the layouts do not tell it.
    pub const fn looks(self, like: fn(&str) -> bool) -> Layouts {
        Layouts { looks_like: Some(like), ..self }
    }

    /// Could a compact value be meant as one of these?
    pub fn looks_like(&self, value: &str) -> bool {
        match self.looks_like {
            Some(looks_like) => looks_like(value),
            None => self.all.iter().any(|layout| layout.looks_like(value)),
        }
    }

    /// Judges a compact value.
    pub fn check(&'static self, number: &Number) -> Judgement {
        let mut out = Judgement::default();
        if (self.first)(number, &mut out) {
            return out;
        }
        let len = whole(number.value).end;
        let mut code = [0; MOST];
        let code = &mut code[..len.min(MOST)];
        fill(number.value, code);
        code.make_ascii_uppercase();
        let fits = |layout: &&Layout| {
            usize::from(layout.len) == len && layout.when.is_none_or(|holds| holds(code, number))
        };
        match self.all.iter().find(fits) {
            Some(layout) => layout.judge(code, self.stray, number, &mut out),
            None => out.add(Flaw::Length(self.lengths()), (self.length)(number), 0..len),
        }
        out
    }

    /// A regular expression for numbers of these layouts.
    pub fn pattern(&self) -> String {
        pattern::whole(self.all.iter().map(|layout| pattern::of_fields(layout.fields)).collect())
    }

    fn lengths(&self) -> &[u8] {
        &self.lengths.0[..self.lengths.1]
    }
}

/// The lengths that are told, in order and each once.
const fn lengths(all: &[Layout]) -> ([u8; 4], usize) {
    let (mut lengths, mut count, mut len) = ([0; 4], 0, 0);
    while len < MOST as u8 {
        len += 1;
        let mut i = 0;
        while i < all.len() {
            if all[i].len == len && all[i].is_told {
                lengths[count] = len;
                count += 1;
                break;
            }
            i += 1;
        }
    }
    (lengths, count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::{Fact, Verdict};
    use crate::kinds::testing::{answers, today, told};
    use crate::testing::gives;

    static TWO: Layouts = Layouts::of(&[
        Layout::of(&[Field::serial(5)]).when(|code, _| code[0] == b'9'),
        Layout::of(&[
            Field::serial(1).letters(Signs::Capitals),
            Field::meaning(&[("1", ["甲", "first"]), ("2", ["乙", "second"])]).hint(),
            Field::serial(1).letters(Signs::Set("-0-4X")),
            Field::literal(&["7"]),
            Field::test(1, |digit| digit != b"0", Flaw::Version).wrong(),
        ])
        .stray(|number| if number.label.is_empty() { Severity::Doubtful } else { Severity::Wrong }),
        Layout::of(&[Field::short_year(1980), Field::province_or(&[b"66", b"00"]), Field::serial(4)])
            .slack(2)
            .also(|code, _, out| out.proved = code.ends_with(b"1")),
        Layout::of(&[Field::serial(3)]).rare(),
    ])
    .length(|_| Severity::Hint);

    #[test]
    fn what_is_told() {
        gives(
            |value| told(&TWO.check(&Number::bare(value, today()))),
            "
            ∅                                       A1-71  A2371  91234  123  20661234  99000000
            hint lower-case 0-1                     a1371
            hint level 1-2                          A3X71
            doubtful prefix 3-4; wrong version 4-5  A1080
            doubtful charset 0-1                    11371
            doubtful charset 2-4                    A15A1
            doubtful charset 1-2; doubtful charset 3-5  A身3A身
            hint length 0-4                         1234
            hint length 0-40                        1234567890123456789012345678901234567890
            hint length 0-2                         身1
            doubtful year 0-2                       50221234
            doubtful province 2-4                   20991234
            ",
        );
    }

    #[test]
    fn lengths_and_looks() {
        assert_eq!(TWO.lengths(), [5, 8]);
        answers(
            |value| TWO.looks_like(value),
            "
            yes  12345  A1X71  A137  A13711  1234567890  123456  12
            no   1  A身371  12345678901  A1-71
            ",
        );
    }

    #[test]
    fn facts_and_proof() {
        let out = TWO.check(&Number::bare("20221231", today()));
        assert_eq!(out.facts, [Fact::Year(2020), Fact::Province(*b"22")]);
        assert_eq!(out.verdict(), Verdict::Verified);
        assert_eq!(TWO.check(&Number::bare("20001230", today())).verdict(), Verdict::Plausible);
    }
}
