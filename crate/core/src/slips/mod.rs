//! Where the slip may be (笔误): the single slips people make, and which of them pass every check.
//!
//! One mechanism for all kinds: it knows the slips and asks the kind's own `check`, so a new kind gets it for
//! nothing. A candidate is the number with one slip taken back; it counts only when everything computes. Two check
//! characters, a calendar and a table of divisions together leave few of hundreds. They are ranked as messages
//! through a noisy channel are: how often people and readers of print slip this way ([`keys`]), times how common
//! such a number is ([`prior`]), times what the text around says (a place that is named, the same number elsewhere).
//!
//! At most three are shown, and none where the three together are not more likely than all the others: then
//! [`Fact::PossiblePlaces`] says how many places there are to look at.
//!
#![doc = include_str!("../slips.md")]

mod keys;
mod prior;
mod settled;
mod writing;

use std::cell::OnceCell;
use std::ops::Range;

use crate::finding::{Certainty, Finding, Slip, Suggestion};
use crate::judgement::{Fact, Flaw, Judgement, Severity, Verdict};
use crate::kinds::{Kind, Number};
use crate::notice::{Notice, Options};
use crate::text::border;
use crate::text::view::View;

use prior::Around;
pub use settled::keep as keep_settled;

/// So many are shown.
const SHOWN: usize = 3;
/// The share that those shown must have together, and each of them.
const SURE: f32 = 0.5;
const WORTH: f32 = 0.05;
/// So many numbers of a text are searched: a desk corrects a few, and a list of a thousand is wrong by something else.
const MOST: usize = 100;
/// Glyphs before and after a number that its kind may look at, and the bytes they are read from.
const AROUND: usize = 60;
const BYTES: usize = 400;
/// A longer number is a range or a sentence.
const LONGEST: usize = 40;

/// How common a slip is beside the others, for one place; one character for any other of its class is 1.
mod weight {
    /// Two neighbours swapped.
    pub const SWAPPED: f32 = 7.0;
    /// Two blocks of two characters swapped.
    pub const BLOCKS: f32 = 0.7;
    /// The blocks are month and day.
    pub const MONTH_AND_DAY: f32 = 8.0;
    /// One of two equal neighbours left out.
    pub const TWIN_DROPPED: f32 = 5.0;
    /// Any other character left out.
    pub const DROPPED: f32 = 1.0;
    /// A character typed twice.
    pub const TWIN: f32 = 10.0;
    /// A character too many.
    pub const EXTRA: f32 = 1.0;
    /// Two at once, each for one it looks like; times how alike they are.
    pub const TWICE: f32 = 0.002;
}

/// Says of every number that is not right how it may have been meant, and of every other how it is better written.
pub fn suggest(text: &str, findings: &mut [Finding], notices: &[Notice], options: &Options) {
    let mut found = Vec::new();
    // Most texts have nothing to search for.
    let (mut around, mut searches) = (None, 0);
    for (i, finding) in findings.iter().enumerate() {
        let raw = &text[finding.start..finding.end];
        // What a correction quotes stays as it was printed.
        if finding.problems.iter().any(|p| p.flaw == Flaw::Quoted) {
            continue;
        }
        // Nearly every number is right and written plainly.
        if finding.verdict <= Verdict::Plausible && finding.problems.is_empty() && raw == finding.value {
            continue;
        }
        let desk = Desk::new(text, finding, options);
        if let Some(safe) = writing::suggest(&desk) {
            found.push((i, vec![safe], None));
            continue;
        }
        let slipped = finding.problems.iter().any(|p| p.severity > Severity::Hint && may_be_a_slip(p.flaw));
        if !slipped || searches == MOST {
            continue;
        }
        searches += 1;
        let mut candidates = Candidates::new(&desk);
        candidates.search();
        let around = around.get_or_insert_with(|| Around::new(text, findings, notices));
        around.look_at(i);
        let (suggestions, fact) = candidates.choose(around);
        found.push((i, suggestions, fact));
    }
    for (i, suggestions, fact) in found {
        findings[i].suggestions = suggestions;
        findings[i].facts.extend(fact);
    }
}

/// Can a character that slipped be behind it? What the words around say otherwise, and what is unusual as it stands, is
/// nothing to be searched for in the number; where date and weekday disagree, the weekday may be the slip as well.
fn may_be_a_slip(flaw: Flaw) -> bool {
    !matches!(
        flaw,
        Flaw::Words
            | Flaw::OldForm
            | Flaw::RangeOrder
            | Flaw::RangeWidth
            | Flaw::Count { .. }
            | Flaw::Weekday(_)
            | Flaw::TwoDigitYear
            | Flaw::NumeralStyle
            | Flaw::AmountForm(_)
            | Flaw::AmountsDisagree { .. }
            | Flaw::RowSum { .. }
            | Flaw::ColumnSum { .. }
            | Flaw::MaskLength(_)
            | Flaw::Brackets(_)
            | Flaw::LeadingZero
            | Flaw::Unfilled
            | Flaw::Quoted
    )
}

/// One number and what its kind needs to judge another in its place.
struct Desk<'a> {
    text: &'a str,
    finding: &'a Finding,
    kind: &'static Kind,
    options: &'a Options,
    /// The glyphs of the value.
    glyphs: Vec<char>,
    /// The glyphs before and after it, read when first asked.
    around: OnceCell<(Vec<char>, Vec<char>)>,
    label: &'a str,
}

impl<'a> Desk<'a> {
    fn new(text: &'a str, finding: &'a Finding, options: &'a Options) -> Desk<'a> {
        Desk {
            text,
            finding,
            kind: finding.kind,
            options,
            glyphs: finding.value.chars().collect(),
            around: OnceCell::new(),
            label: finding.label.as_deref().unwrap_or(""),
        }
    }

    fn judge(&self, value: &str) -> Judgement {
        let (before, after) = self.around.get_or_init(|| self.read_around());
        self.kind.check(&Number { value, label: self.label, before, after, today: self.options.today })
    }

    fn read_around(&self) -> (Vec<char>, Vec<char>) {
        let mut view = View::default();
        let from = border::before(self.text, self.finding.start.saturating_sub(BYTES));
        let to = border::before(self.text, self.finding.end.saturating_add(BYTES));
        view.fold(self.text, from, to);
        let (first, end) = (view.glyph_at(self.finding.start), view.glyph_at(self.finding.end));
        (view.before(first, AROUND).to_vec(), view.after(end, AROUND).to_vec())
    }

    /// The text of some glyphs of the value; between two of them where the range is empty.
    fn place(&self, span: &Range<usize>) -> Range<usize> {
        let mut view = View::default();
        let Finding { start, end, .. } = *self.finding;
        view.fold(self.text, start, end);
        let at = |i: usize| if i < view.len() { view.start(i) } else { end };
        match span.end {
            last if last > span.start => at(span.start)..view.end(self.text, (last - 1).min(view.len() - 1)),
            _ => at(span.start)..at(span.start),
        }
    }
}

/// A number that passes every check, and the slip that leads to the printed one.
struct Candidate {
    value: String,
    slip: Slip,
    /// The glyphs of the printed number that differ, and what stands there instead.
    span: Range<usize>,
    replacement: String,
    weight: f32,
    facts: Vec<Fact>,
}

/// All candidates of one number.
struct Candidates<'a> {
    desk: &'a Desk<'a>,
    found: Vec<Candidate>,
    /// The number that is being tried.
    value: String,
}

impl<'a> Candidates<'a> {
    fn new(desk: &'a Desk) -> Candidates<'a> {
        Candidates { desk, found: Vec::new(), value: String::new() }
    }

    /// Tries every single slip.
    fn search(&mut self) {
        let count = self.desk.glyphs.len();
        if !(4..=LONGEST).contains(&count) || !self.desk.glyphs.iter().any(char::is_ascii_alphanumeric) {
            return;
        }
        let lengths = lengths(&self.desk.finding.problems.iter().map(|p| p.flaw).collect::<Vec<_>>());
        // Some kinds count their hyphen, some do not.
        let signs = self.desk.glyphs.iter().filter(|c| c.is_ascii_alphanumeric()).count();
        let wants = |len: usize| lengths.is_some_and(|all| all.contains(&(len as u8)));
        if lengths.is_none() || wants(count) {
            self.replace();
            self.swap();
            // Where the check character agrees, two slips that leave it right are less likely than a table with a gap.
            if self.found.is_empty() && self.is_miscounted() {
                self.replace_two();
            }
        }
        if wants(count + 1) || wants(signs + 1) {
            self.insert();
        }
        if wants(count - 1) || wants(signs - 1) {
            self.delete();
        }
    }

    /// Does a check character disagree, or did no number of the kind pass for another reason than a table's?
    fn is_miscounted(&self) -> bool {
        !self.desk.finding.problems.iter().all(|p| matches!(p.flaw, Flaw::Region | Flaw::Contradiction))
    }

    /// One character was typed for another.
    fn replace(&mut self) {
        for at in 0..self.desk.glyphs.len() {
            let old = self.desk.glyphs[at];
            let letters = !old.is_ascii_digit() || self.takes_letters(at..at + 1);
            for new in keys::others(old).filter(|new| letters || !keys::is_letter(*new)) {
                self.try_one(at..at + 1, &[new], Slip::Replaced, keys::likeness(old, new));
            }
        }
    }

    /// Two neighbours, or two blocks of two, were swapped.
    fn swap(&mut self) {
        for at in 0..self.desk.glyphs.len() - 1 {
            if let [a, b] = self.desk.glyphs[at..at + 2]
                && a != b
            {
                self.try_one(at..at + 2, &[b, a], Slip::Swapped, weight::SWAPPED);
            }
            if let Some(&[a, b, c, d]) = self.desk.glyphs.get(at..at + 4)
                && [a, b] != [c, d]
            {
                self.try_one(at..at + 4, &[c, d, a, b], Slip::Blocks, weight::BLOCKS);
            }
        }
    }

    /// One character was left out.
    fn insert(&mut self) {
        for at in 0..=self.desk.glyphs.len() {
            let letters = self.takes_letters(at..at);
            for new in keys::ALL.into_iter().filter(|new| letters || !keys::is_letter(*new)) {
                // Before an equal character it gives the number that it gives behind it.
                if self.desk.glyphs.get(at) == Some(&new) {
                    continue;
                }
                let twin = at > 0 && self.desk.glyphs[at - 1] == new;
                let weight = if twin { weight::TWIN_DROPPED } else { weight::DROPPED };
                self.try_one(at..at, &[new], Slip::Dropped, weight);
            }
        }
    }

    /// One character too many was typed.
    fn delete(&mut self) {
        for at in 0..self.desk.glyphs.len() {
            let glyphs = &self.desk.glyphs;
            if glyphs.get(at + 1) == Some(&glyphs[at]) {
                continue;
            }
            let twin = at > 0 && glyphs[at - 1] == glyphs[at];
            self.try_one(at..at + 1, &[], Slip::Doubled, if twin { weight::TWIN } else { weight::EXTRA });
        }
    }

    /// Two characters were typed for those they look like.
    fn replace_two(&mut self) {
        let glyphs = &self.desk.glyphs;
        let alike: Vec<(usize, char)> =
            (0..glyphs.len()).flat_map(|at| keys::alike(glyphs[at]).map(move |new| (at, new))).collect();
        for (i, &(at, new)) in alike.iter().enumerate() {
            for &(other, newer) in alike[i + 1..].iter().filter(|(other, _)| *other != at) {
                let mut both = self.desk.glyphs[at..=other].to_vec();
                both[0] = new;
                both[other - at] = newer;
                let weight = keys::likeness(self.desk.glyphs[at], new)
                    * keys::likeness(self.desk.glyphs[other], newer)
                    * weight::TWICE;
                self.try_one(at..other + 1, &both, Slip::LookAlikes, weight);
            }
        }
    }

    /// May a letter stand there? One look spares twenty-five, since most numbers are of digits.
    fn takes_letters(&mut self, span: Range<usize>) -> bool {
        let at = span.start;
        self.put(span, &['A']);
        let stray = |flaw| matches!(flaw, Flaw::Charset | Flaw::Shape(_) | Flaw::Prefix(_));
        let problems = self.desk.judge(&self.value).problems;
        !problems.iter().any(|p| stray(p.flaw) && p.span.contains(&at))
    }

    /// Writes the number with these glyphs in that place.
    fn put(&mut self, span: Range<usize>, new: &[char]) {
        let glyphs = &self.desk.glyphs;
        self.value.clear();
        self.value.extend(glyphs[..span.start].iter().chain(new).chain(&glyphs[span.end..]));
    }

    /// Does the number with these glyphs in that place pass every check?
    fn try_one(&mut self, span: Range<usize>, new: &[char], slip: Slip, weight: f32) {
        // Only letters and digits are ever mistaken: 年, brackets and mask signs stay.
        let code = |c: &char| c.is_ascii_alphanumeric();
        if !self.desk.glyphs[span.clone()].iter().chain(new).all(code) {
            return;
        }
        self.put(span.clone(), new);
        let judgement = self.desk.judge(&self.value);
        // What is not recognised as the kind once it stands there would not be checked again.
        if judgement.verdict() != Verdict::Verified || !self.desk.kind.looks_like(&self.value) {
            return;
        }
        let birthday = slip == Slip::Blocks && is_birthday(&judgement.facts, new);
        let weight = if birthday { weight::MONTH_AND_DAY } else { weight };
        if let Some(same) = self.found.iter_mut().find(|c| c.value == self.value) {
            same.weight += weight;
            return;
        }
        self.found.push(Candidate {
            value: self.value.clone(),
            slip,
            span,
            replacement: new.iter().collect(),
            weight,
            facts: judgement.facts,
        });
    }

    /// The likeliest, or how many places there are to look at.
    fn choose(mut self, around: &mut Around) -> (Vec<Suggestion>, Option<Fact>) {
        for candidate in &mut self.found {
            candidate.weight *= prior::of(&candidate.facts, self.desk.options.today.year())
                * around.speaks_for(&candidate.value, &candidate.facts, &self.desk.finding.value);
        }
        let all: f32 = self.found.iter().map(|c| c.weight).sum();
        let mut shown: Vec<&Candidate> = Vec::new();
        for _ in 0..SHOWN {
            let rest = self.found.iter().filter(|c| !shown.iter().any(|s| std::ptr::eq(*s, *c)));
            let best = rest.max_by(|a, b| a.weight.total_cmp(&b.weight));
            shown.extend(best.filter(|c| c.weight >= WORTH * all));
        }
        if shown.iter().map(|c| c.weight).sum::<f32>() < SURE * all || shown.is_empty() {
            return (Vec::new(), self.places());
        }
        (shown.into_iter().map(|c| self.suggestion(c)).collect(), None)
    }

    /// How many places of the number a single slip may be at. Said only where something was computed.
    fn places(&self) -> Option<Fact> {
        let computed = |flaw| matches!(flaw, Flaw::CheckChar | Flaw::InnerCheckChar);
        let computed = self.desk.finding.problems.iter().any(|p| computed(p.flaw));
        let mut starts: Vec<usize> = Vec::new();
        for candidate in &self.found {
            if !starts.contains(&candidate.span.start) {
                starts.push(candidate.span.start);
            }
        }
        (computed || !starts.is_empty()).then_some(Fact::PossiblePlaces(starts.len() as u8))
    }

    fn suggestion(&self, candidate: &Candidate) -> Suggestion {
        let Candidate { value, slip, span, replacement, facts, .. } = candidate;
        let place = self.desk.place(span);
        // What the number then says of its place, if it said something else.
        let region = facts.iter().find_map(|fact| match fact {
            Fact::Region(code) if !self.desk.finding.facts.contains(fact) => Some(*code),
            _ => None,
        });
        Suggestion {
            start: place.start,
            end: place.end,
            replacement: replacement.clone(),
            value: value.clone(),
            certainty: Certainty::Compare,
            slip: *slip,
            span: span.clone(),
            region,
        }
    }
}

/// Are these the month and the day of birth?
fn is_birthday(facts: &[Fact], four: &[char]) -> bool {
    let four: String = four.iter().collect();
    facts.iter().any(|fact| match fact {
        Fact::Birth { month: Some(month), day: Some(day), .. } => four == format!("{month:02}{day:02}"),
        _ => false,
    })
}

/// The lengths that a number of the wrong length should have.
fn lengths(flaws: &[Flaw]) -> Option<&'static [u8]> {
    flaws.iter().find_map(|flaw| match flaw {
        Flaw::Length(lengths) => Some(*lengths),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use crate::judgement::Fact;
    use crate::notice::Options;

    /// Certainty, number and what would change, for each suggestion of the first finding; then the places to look at.
    fn suggested(text: &str) -> String {
        let report = crate::check(text, &Options::on("2024-04-11".parse().expect("a date")));
        let Some(finding) = report.findings.first() else { return "nothing found".into() };
        let each = finding.suggestions.iter().map(|s| {
            let mut changed = text.to_owned();
            changed.replace_range(s.start..s.end, &s.replacement);
            let again = crate::check(&changed, &Options::on("2024-04-11".parse().expect("a date")));
            assert!(finding.start <= s.start && s.end <= finding.end, "{text} {s:?}");
            assert_eq!(again.findings[0].value, s.value, "{text} {s:?}");
            format!("{} {} {}→{}", s.certainty.name(), s.value, &text[s.start..s.end], s.replacement)
        });
        let places = finding.facts.iter().filter_map(|fact| match fact {
            Fact::PossiblePlaces(places) => Some(format!("{places} places")),
            _ => None,
        });
        each.chain(places).collect::<Vec<_>>().join("; ")
    }

    /// The numbers are the catalogue's made ones with one slip each: what they were is known.
    #[test]
    fn the_likeliest_first() {
        for (text, want) in [
            // One character for another, swapped, left out, typed twice.
            ("统一社会信用代码：91220104MA0Y1A2B8Q", "compare 91220104MA0Y1A2B3Q 8→3"),
            ("统一社会信用代码：91220140MA0Y1A2B3Q", "compare 91220104MA0Y1A2B3Q 40→04"),
            ("统一社会信用代码：91220104MA0YA2B3Q", "compare 91220104MA0Y1A2B3Q →1"),
            ("统一社会信用代码：91220104MA0Y1A2BB3Q", "compare 91220104MA0Y1A2B3Q B→"),
            ("长春市甲公司，统一社会信用代码：91220401MA0Y1A2B3Q", "compare 91220104MA0Y1A2B3Q 0401→0104"),
            // The column broke it; the slip is behind the break.
            ("统一社会信用代码：91220104MA\n0Y1A2B8Q，遗失", "compare 91220104MA0Y1A2B3Q 8→3"),
        ] {
            let got = suggested(text);
            let first = got.split("; ").next().unwrap_or("");
            assert_eq!(first, want, "{text}: {got}");
        }
    }

    #[test]
    fn the_text_tells() {
        for (text, want) in [
            // The place that is named, in spite of blanks.
            ("双 阳 区李某，身份证号2202121990********", "compare 2201121990******** 2→1"),
            ("桦甸市李某，身份证号2202121990********", "compare 2202821990******** 1→8"),
            // The number a second time.
            (
                "身份证号220104199003072301；遗失人身份证号220104199003072310",
                "compare 220104199003072310 01→10",
            ),
            // The tax number holds most of it.
            ("统一社会信用代码：91220104MA0YYA2B3Q，税号220104MA0Y1A2B3", "compare 91220104MA0Y1A2B3Q Y→1"),
        ] {
            let got = suggested(text);
            assert_eq!(got.split("; ").next(), Some(want), "{text}: {got}");
        }
    }

    #[test]
    fn better_written() {
        for (text, want) in [
            ("统一社会信用代码：9111000000000000OE", "safe 91110000000000000E O→0"),
            (
                "统一社会信用代码：9lllOOOOOOOOOOOOOE",
                "safe 91110000000000000E lllOOOOOOOOOOOOO→1110000000000000",
            ),
            ("统一社会信用代码：９１22０104MA0Y1A2B3Q", "safe 91220104MA0Y1A2B3Q ９１22０→91220"),
            ("统一社会信用代码：91220104 MA0Y1A2B3Q", "safe 91220104MA0Y1A2B3Q  →"),
            ("统一社会信用代码：91220104ma0y1a2b3q", "safe 91220104MA0Y1A2B3Q ma0y1a2b3q→MA0Y1A2B3Q"),
            ("身份证号22010419900307237x", "safe 22010419900307237X x→X"),
            ("身份证号22010419900307237×，遗失", "safe 22010419900307237X ×→X"),
            ("食品经营许可证编号JY1220104001234O", "safe JY12201040012340 O→0"),
            // A line end is the column's, no writing.
            ("统一社会信用代码：91220104MA\n0Y1A2B3Q", ""),
            // By habit with blanks.
            ("电话0431 85012345", ""),
            ("借记卡号6228 4812 3456 7890 128", ""),
            // The letter may not stand there, and nothing computes without it either.
            ("统一社会信用代码：9111000000000001OE", ""),
        ] {
            assert_eq!(suggested(text), want, "{text}");
        }
    }

    #[test]
    fn weak_evidence_names_no_place() {
        for (text, want) in [
            ("注册号220102000012354", "15 places"),
            ("车架号LFV2A21K4E3012354", "17 places"),
            // Two slips: one taken back is never enough.
            ("统一社会信用代码：91220105MA0Y1A7B3Q", "0 places"),
            // Nothing to compute.
            ("收据号码：0061317", ""),
            ("2024年2月30日", ""),
            ("2024年4月9日（星期三）", ""),
            // Right.
            ("统一社会信用代码：91220104MA0Y1A2B3Q", ""),
        ] {
            assert_eq!(suggested(text), want, "{text}");
        }
    }
}
