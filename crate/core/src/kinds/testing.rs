//! What the tests of several kinds share (测试用具): the tables of a kind and claims that hold for every kind.
//!
//! The tables are text ([`crate::testing`]): an outcome, then the values it is claimed of.
//!
//! ```text
//! verified                              J2410001234501  L2450000001201
//! verified; hint lower-case 0-1         j2410001234501
//! doubtful words 0-1                    临时存款账户⟦J2410001234501⟧  {核准号}Z2410001234501
//! doubtful length 0-0                   ∅
//! wrong charset 5-6                     !J2410号12345012
//! unlike                                2410-00123456       // the permit's own number
//! ```

use std::ops::RangeBounds;

use regex::Regex;

use super::{Kind, Number, Read};
use crate::judgement::{Fact, Flaw, Judgement, Severity, Verdict};
use crate::tables::date::Date;
pub(crate) use crate::testing::{answers, finds, gives};
use crate::testing::{cells, claims, lines, pair, shown};
use crate::words;

/// The day of publication in tests.
pub(crate) fn today() -> Date {
    Date::new(2026, 11, 23).expect("a day")
}

/// Judges a bare value, no words around it.
pub(crate) fn judge(kind: &Kind, value: &str) -> Judgement {
    kind.check(&Number::bare(value, today()))
}

/// The problems in a line: `wrong length 0-17; hint lower-case 3-4`.
pub(crate) fn told(out: &Judgement) -> String {
    let problem = |p: &crate::judgement::Problem| {
        format!("{} {} {}-{}", p.severity.name(), words::flaw_code(&p.flaw), p.start, p.end)
    };
    out.problems.iter().map(problem).collect::<Vec<_>>().join("; ")
}

/// The day of publication for the kinds that are read from the text, whose dates lie around it.
pub(crate) fn thursday() -> Date {
    Date::new(2024, 4, 11).expect("a day")
}

/// Judges a value as it is read from a text: it looks like the kind, and is seen on [`thursday`].
pub(crate) fn judge_read(kind: &Kind, value: &str) -> Judgement {
    assert!(kind.looks_like(value), "{value}");
    kind.check(&Number::bare(value, thursday()))
}

/// A number as a cell shows it: `{label}before⟦value⟧after`, or the value alone; `!` in front of one that does not
/// look like its kind, as the empty one never does.
struct Cell<'a> {
    like: bool,
    label: &'a str,
    before: &'a str,
    value: &'a str,
    after: &'a str,
}

impl<'a> Cell<'a> {
    fn of(cell: &'a str) -> Cell<'a> {
        let (like, cell) = cell.strip_prefix('!').map_or((true, cell), |rest| (false, rest));
        let labelled = cell.strip_prefix('{').and_then(|rest| rest.split_once('}'));
        let (label, text) = labelled.unwrap_or(("", cell));
        let marked = text.split_once('⟦').and_then(|(before, rest)| Some((before, rest.split_once('⟧')?)));
        let (before, (value, after)) = marked.unwrap_or(("", (text, "")));
        let value = if value == "∅" { "" } else { value };
        Cell { like: like && !value.is_empty(), label, before, value, after }
    }

    /// A number of the kind with no words around it, nothing masked.
    fn is_bare(&self) -> bool {
        self.like && [self.label, self.before, self.after].concat().is_empty() && !self.value.contains('*')
    }

    fn judged<T>(&self, today: Date, judge: impl Fn(&Number) -> T) -> T {
        let (before, after) = (chars(self.before), chars(self.after));
        judge(&Number { value: self.value, label: self.label, before: &before, after: &after, today })
    }
}

/// Does a pattern match what cannot be such a number, or not match one that nothing is said against?
///
/// A range is several numbers; and of an identity number that has a digit too many only arithmetic tells that it has.
fn disagrees(pattern: &Regex, value: &str, out: &Judgement) -> bool {
    let misfits = |least: Severity| {
        let mut problems = out.problems.iter().filter(|problem| problem.severity >= least);
        problems.any(|problem| match problem.flaw {
            Flaw::Length(_) => least == Severity::Hint || out.exposed.is_none(),
            flaw => matches!(flaw, Flaw::Charset | Flaw::Shape(_)),
        })
    };
    let range = out.facts.iter().any(|fact| matches!(fact, Fact::Count(_)))
        || out.problems.iter().any(|problem| matches!(problem.flaw, Flaw::RangeOrder | Flaw::RangeWidth));
    match pattern.is_match(value) {
        _ if range => false,
        true => misfits(Severity::Doubtful),
        false => out.verdict() <= Verdict::Plausible && !misfits(Severity::Hint),
    }
}

const VERDICTS: [&str; 4] = ["verified", "plausible", "doubtful", "wrong"];

/// What is claimed of a judgement: items apart by `; `. The problems as [`told`] gives them; a verdict where they do
/// not tell it; `exposed`; `@` and another day of publication.
///
/// No problem is named: there is none, but `doubtful` or `wrong` alone leaves open which. No verdict is named, as in `∅`:
/// the problems tell it, or how much is proved is left open.
struct Outcome<'a> {
    verdict: Option<&'a str>,
    told: Option<String>,
    exposed: bool,
    day: Option<Date>,
}

impl<'a> Outcome<'a> {
    fn of(claim: &'a str) -> Outcome<'a> {
        let (mut verdict, mut problems, mut exposed, mut day) = (None, Vec::new(), false, None);
        for item in claim.split("; ").filter(|item| !item.is_empty()) {
            match item.split_once(' ') {
                None if item == "exposed" => exposed = true,
                None if item.starts_with('@') => day = Some(item[1..].parse().expect(item)),
                None if VERDICTS.contains(&item) => verdict = Some(item),
                Some(("hint" | "doubtful" | "wrong", _)) => problems.push(item),
                _ => panic!("{item}: no such outcome"),
            }
        }
        let open = problems.is_empty() && matches!(verdict, Some("doubtful" | "wrong"));
        Outcome { verdict, told: (!open).then(|| problems.join("; ")), exposed, day }
    }

    /// Is it what came out?
    fn is(&self, out: &Judgement) -> bool {
        self.verdict.is_none_or(|verdict| out.verdict().name() == verdict)
            && self.told.as_ref().is_none_or(|want| told(out) == *want)
    }
}

impl Kind {
    /// Judges every value of a table: what is told of it, how much is proved, that it looks like the kind, that all
    /// places are inside the value; and who is exposed, in a table that says `exposed` of one, or `exposed  no
    /// one`. Rows `like  value` and `unlike  value` are about the looks alone. What was judged goes back for
    /// further claims.
    #[track_caller]
    pub(crate) fn judges<'a>(&self, table: &'a str) -> Vec<(&'a str, Judgement)> {
        self.judges_on(today(), table)
    }

    /// The same on another day of publication.
    #[track_caller]
    pub(crate) fn judges_on<'a>(&self, day: Date, table: &'a str) -> Vec<(&'a str, Judgement)> {
        let exposing = table.contains("exposed");
        let pattern = self.pattern().map(|pattern| Regex::new(&pattern).expect(self.id));
        let (mut all, mut off) = (Vec::new(), Vec::new());
        for (claim, values) in claims(table) {
            if claim == "exposed" && values == ["no one"] {
                continue;
            }
            if let "like" | "unlike" = claim {
                let other = values.into_iter().filter(|value| self.looks_like(value) != (claim == "like"));
                off.extend(other.map(|value| format!("{self:?}, {value}: is not {claim}")));
                continue;
            }
            let want = Outcome::of(claim);
            for text in values {
                let cell = Cell::of(text);
                let out = cell.judged(want.day.unwrap_or(day), |number| self.check(number));
                let mut differs = |what: &str| {
                    off.push(format!("{self:?}, {}: {what}; the table says: {claim}", shown(text)));
                };
                if !want.is(&out) {
                    differs(&format!("is {}, told \"{}\"", out.verdict().name(), told(&out)));
                }
                if exposing && want.exposed != out.exposed.is_some() {
                    differs(if want.exposed { "exposes no one" } else { "is exposed" });
                }
                if self.looks_like(cell.value) != cell.like {
                    differs(if cell.like { "does not look like it" } else { "looks like it" });
                }
                if let Some(pattern) = &pattern
                    && cell.is_bare()
                    && disagrees(pattern, cell.value, &out)
                {
                    differs("the pattern says otherwise");
                }
                if !places_inside(cell.value, &out) {
                    differs("a place outside the value");
                }
                all.push((cell.value, out));
            }
        }
        assert!(off.is_empty(), "\n{}", off.join("\n"));
        all
    }

    /// Each of these numbers says all that can be proved.
    #[track_caller]
    pub(crate) fn proves<'a>(&self, good: &[&'a str]) -> Vec<(&'a str, Judgement)> {
        self.judges(&format!("verified  {}", good.join("  ")));
        good.iter().map(|value| (*value, judge(self, value))).collect()
    }
}

/// Asks about a number by the words around it: it stands at the `|`.
pub(crate) fn in_words<T>(marked: &str, ask: impl Fn(&Number) -> T) -> T {
    let (before, after) = pair(marked);
    Cell { like: true, label: "", before, value: "", after }.judged(today(), ask)
}

/// What is read where: `before⟦read⟧after`, or `before|text` where nothing is read.
#[track_caller]
pub(crate) fn reading(read: Read, table: &str) {
    let mut off = Vec::new();
    for text in lines(table).flat_map(cells) {
        let marked = text.replace(['⟦', '|'], "|").replacen('⟧', "", 1);
        let want = text
            .split_once('⟦')
            .and_then(|(_, rest)| rest.split_once('⟧'))
            .map(|(value, _)| value.to_string());
        let got = found(read, &marked);
        if got != want {
            off.push(format!("{text}: read {got:?}"));
        }
    }
    assert!(off.is_empty(), "\n{}", off.join("\n"));
}

/// One sign of a good number replaced by another.
pub(crate) struct Replaced {
    pub(crate) at: usize,
    pub(crate) own: char,
    pub(crate) other: char,
    pub(crate) value: String,
}

/// The number with each of these signs for each other one at these places.
pub(crate) fn replaced(good: &str, places: std::ops::Range<usize>, signs: &str) -> Vec<Replaced> {
    let own = chars(good);
    let one = |at: usize, other: char| {
        let value = own.iter().enumerate().map(|(i, &c)| if i == at { other } else { c }).collect();
        Replaced { at, own: own[at], other, value }
    };
    let places = places.flat_map(|at| signs.chars().map(move |other| (at, other)));
    places.filter(|&(at, other)| own[at] != other).map(|(at, other)| one(at, other)).collect()
}

/// The ten digits.
pub(crate) const DIGITS: &str = "0123456789";

/// The ten digits and the capitals.
pub(crate) const SIGNS: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// Every slip is judged so, but for those to which the check is blind. How many those are.
#[track_caller]
pub(crate) fn every_slip(
    kind: &Kind,
    slips: impl IntoIterator<Item = Replaced>,
    want: impl RangeBounds<Verdict>,
    mut blind: impl FnMut(&Replaced) -> bool,
) -> usize {
    let mut unseen = 0;
    for slip in slips {
        let verdict = judge(kind, &slip.value).verdict();
        let blind = blind(&slip);
        let Replaced { at, own, other, value } = &slip;
        assert_eq!(want.contains(&verdict), !blind, "{value}, {other} for {own} at {at}: {}", verdict.name());
        unseen += usize::from(blind);
    }
    unseen
}

/// Each of these numbers says all that can be proved, and no slip in it passes.
#[track_caller]
pub(crate) fn all_proved<'a>(kind: &Kind, good: &[&'a str]) -> Vec<(&'a str, Judgement)> {
    for (value, slip) in good.iter().flat_map(|value| slips(value).into_iter().map(move |slip| (value, slip)))
    {
        assert_eq!(judge(kind, &slip).verdict(), Verdict::Wrong, "{value} {slip}");
    }
    kind.proves(good)
}

/// No slip in a number of two letters and digits is passed over, but the few swaps of digits that MOD 11,10 does not see.
#[track_caller]
pub(crate) fn slips_show_but_swaps(kind: &Kind, good: &str) {
    for slip in slips(good) {
        let swapped = slip.len() == good.len()
            && slip.bytes().zip(good.bytes()).filter(|(a, b)| a != b).count() == 2
            && slip.starts_with(&good[..2])
            && slip[2..].bytes().all(|b| b.is_ascii_digit());
        let verdict = judge(kind, &slip).verdict();
        assert!(swapped || verdict >= Verdict::Doubtful, "{good} {slip}: {}", verdict.name());
    }
}

/// Does a check modulo 11 (GB 11714) see no difference between the signs of the two, capitals counted from 10?
pub(crate) fn is_alike_modulo_11(slip: &str, good: &str) -> bool {
    let value = |c: char| c.to_digit(36).map(|v| v % 11);
    let alike = |(a, b): (char, char)| a == b || a.is_ascii_alphanumeric() && value(a) == value(b);
    slip.len() == good.len() && slip.chars().zip(good.chars()).all(alike)
}

/// Every one of these values is judged so.
#[track_caller]
pub(crate) fn all_within(
    kind: &Kind,
    verdicts: impl RangeBounds<Verdict>,
    values: impl IntoIterator<Item = String>,
) {
    for value in values {
        let verdict = judge(kind, &value).verdict();
        assert!(verdicts.contains(&verdict), "{kind:?}, {value}: {}", verdict.name());
    }
}

/// Are all places of a judgement inside the value?
pub(crate) fn places_inside(value: &str, out: &Judgement) -> bool {
    let len = value.chars().count();
    out.problems.iter().all(|p| p.start <= p.end && p.end <= len)
}

/// The problems as rows of a table.
pub(crate) fn rows(out: &Judgement) -> Vec<(Flaw, Severity, usize, usize)> {
    out.problems.iter().map(|p| (p.flaw, p.severity, p.start, p.end)).collect()
}

/// The characters of a text.
pub(crate) fn chars(text: &str) -> Vec<char> {
    text.chars().collect()
}

/// What is read behind the `|`, where the text up to it stands before.
pub(crate) fn found(read: Read, marked: &str) -> Option<String> {
    let (before, text) = marked.split_once('|').expect("a mark");
    let text = chars(text);
    read(&chars(before), &text).map(|len| text[..len].iter().collect())
}

/// Each value is read whole between two of any sign of punctuation, those of `also` too.
pub(crate) fn reads_beside_signs(read: Read, also: &str, values: &[&str]) {
    let signs = "，。、；：？！（）《》“”‘’【】—…·,;:?!()<>[]\"'&@=|~^/";
    for sign in signs.chars().chain(also.chars()) {
        for value in values {
            let text: Vec<char> = value.chars().chain([sign]).collect();
            assert_eq!(read(&[sign], &text), Some(value.chars().count()), "{sign} {value}");
        }
    }
}

/// Whatever stands there, in texts of this alphabet and width, and behind these words: covers and places stay
/// inside, and what was read looks like the kind.
pub(crate) fn takes_any_text(kind: &Kind, read: Read, alphabet: &str, width: usize, words: &[&str]) {
    let alphabet = chars(alphabet);
    let mut seed = 1u64;
    for _ in 0..15_000 {
        let text: Vec<char> = (0..width)
            .map(|_| {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                alphabet[(seed >> 33) as usize % alphabet.len()]
            })
            .collect();
        let value: String = text.iter().collect();
        let own = text[..2].to_vec();
        for before in words.iter().map(|word| chars(word)).chain([own]) {
            if let Some(len) = read(&before, &text[2..]) {
                let covered: String = text[2..][..len].iter().collect();
                assert!(kind.looks_like(&covered), "{covered} in {value}");
            }
        }
        for cut in 0..text.len() {
            let value: String = text[cut..].iter().collect();
            for problem in kind.check(&Number::bare(&value, thursday())).problems {
                assert!(problem.start < problem.end && problem.end <= text.len() - cut, "{value}");
            }
        }
    }
}

/// Every single slip: one character replaced by any other printable one, two different neighbours swapped,
/// one dropped, one doubled. A capital written small is none.
pub(crate) fn slips(value: &str) -> Vec<String> {
    let good: Vec<char> = value.chars().collect();
    let mut all = Vec::new();
    let mut add = |chars: &[char]| all.push(chars.iter().collect::<String>());
    for i in 0..good.len() {
        for other in ('!'..='~').chain(['０', '身', '𠮷']) {
            if !other.eq_ignore_ascii_case(&good[i]) {
                let mut slip = good.clone();
                slip[i] = other;
                add(&slip);
            }
        }
        if i > 0 && good[i - 1] != good[i] {
            let mut slip = good.clone();
            slip.swap(i - 1, i);
            add(&slip);
        }
        let mut slip = good.clone();
        slip.remove(i);
        add(&slip);
        slip = good.clone();
        slip.insert(i, good[i]);
        add(&slip);
    }
    all
}

/// Values that no kind may stumble over.
pub(crate) fn odd_values() -> Vec<String> {
    let mut all: Vec<String> = ["", " ", "*", "-", "X", "身", "𠮷", "\0", "0", "１２３", "*身*", "x*x*x"]
        .iter()
        .map(|&s| s.to_string())
        .collect();
    for unit in ["0", "9", "A", "x", "*", "身", "𠮷", "1*", "2身", "-"] {
        for count in (7..=30).chain([255, 256, 257, 10_000]) {
            all.push(unit.repeat(count));
        }
    }
    // Every cut of numbers that cannot be, with and without a mask behind.
    for number in ["220104999999999999", "220104202612311234", "999999189900001234", "KAZ990099999999"] {
        for cut in 0..=number.len() {
            for mask in ["", "*", "****", "********"] {
                all.push(format!("{}{mask}", &number[..cut]));
                all.push(format!("{mask}{}", &number[cut..]));
            }
        }
    }
    // Every width with one stranger at every place.
    for width in 8..=28 {
        for at in 0..width {
            for stranger in ["身", "*", "X", "-", "𠮷"] {
                all.push(format!("{}{stranger}{}", "2".repeat(at), "0".repeat(width - 1 - at)));
            }
        }
    }
    all
}

/// Every kind takes any string: a judgement, its places inside the value.
#[test]
fn any_value_is_judged() {
    use super::*;
    let mut off = Vec::new();
    for value in odd_values() {
        for kind in all() {
            let _ = kind.looks_like(&value);
            let out = judge(kind, &value);
            if !places_inside(&value, &out) {
                off.push(format!("{kind:?}, {value}: {}", told(&out)));
            }
        }
        let _ =
            (uscc::agrees(&value), org_code::agrees(&value), registration_number::check_digit_agrees(&value));
        let _ = (resident_id::agrees(&value, today()), resident_id::birth_is_real(&value));
        let _ =
            (resident_id_15::fits(&value), residence_permit::fits(&value), masked_id::strong_shape(&value));
        let _ = (foreigner_card::fits(&value), physician_certificate::fits(&value));
        let _ = (bank_card::fits(&value), bank_card::is_likely(&value), land_contract::fits(&value));
        let _ = (disability_certificate::fits(&value), special_work_permit::fits(&value));
    }
    assert!(off.is_empty(), "a place outside the value:\n{}", off.join("\n"));
}
