//! Masking (脱敏): which characters of an exposed number become mask signs, in the style that the notice already uses.
//!
//! | what                | kept where no number of the text is masked                    |
//! |---------------------|----------------------------------------------------------------|
//! | identity number, 18 | the first 6 and the last 4 (`220104********2310`)              |
//! | identity number, 15 | the first 6 and the last 4                                     |
//! | bank card           | the first 6 and the last 4                                     |
//! | account             | the last 4                                                     |
//! | birth certificate   | the letter and the province, and the last 3 (`T22****456`)     |
//!
//! A style is how many characters are kept in front and behind, and the sign. It is taken from the masked numbers of
//! the same notice, then of the whole text; the commonest, of equals the first. Of a number inside another one
//! (`T2201…`) only that part is masked. Each sign takes the place of one character: blanks and line ends inside stay
//! where they are, hyphens too, and a full-width digit gets a full-width star.

use std::ops::Range;

use crate::finding::{Exposure, Finding};
use crate::judgement::{Personal, Verdict};
use crate::kinds::{self, Kind};
use crate::order;
use crate::report::{Report, Units};
use crate::text::view::View;

/// How a number is masked (样式).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Style {
    /// Characters kept in front.
    head: usize,
    /// Characters kept behind.
    tail: usize,
}

/// A masked number that shows how this text masks (已遮盖的号码).
struct Model {
    notice: Option<usize>,
    kind: &'static Kind,
    value: Vec<char>,
    sign: char,
}

/// The masked numbers of a text, and what was chosen by them: a list asks the same again and again.
struct Models {
    /// Notice by notice, in the order of the text.
    all: Vec<Model>,
    /// What was asked, of which notice (of the whole text, none), and the answer.
    known: Vec<(Option<usize>, Asked, Answer)>,
}

/// The style and the sign, where any model has one.
type Answer = Option<(Style, char)>;

/// What decides on a style besides the models.
#[derive(Clone, PartialEq, Eq)]
struct Asked {
    what: Personal,
    kind: &'static Kind,
    len: usize,
    span: Range<usize>,
}

/// Gives every exposure its place and what stands there when it is masked.
pub(crate) fn fill(text: &str, findings: &mut [Finding]) {
    if findings.iter().all(|finding| finding.exposure.is_none()) {
        return;
    }
    let mut view = View::default();
    let models = findings.iter().filter_map(|finding| Model::read(text, finding, &mut view)).collect();
    let mut models = Models { all: order::sorted(models, |a, b| a.notice.cmp(&b.notice)), known: Vec::new() };
    for finding in findings {
        if let Some(mut exposure) = finding.exposure.take() {
            let (style, sign) = models.choose(&exposure, finding);
            place(text, &mut exposure, style, sign, &mut view);
            finding.exposure = Some(exposure);
        }
    }
}

impl Model {
    fn read(text: &str, finding: &Finding, view: &mut View) -> Option<Model> {
        if !finding.value.contains('*') {
            return None;
        }
        let value: Vec<char> = finding.value.chars().collect();
        let first = value.iter().position(|&c| c == '*')?;
        let own = &text[finding.start..finding.end];
        // Where nothing is folded away, the signs stand one by one.
        let sign = if own.chars().count() == value.len() {
            own.chars().nth(first)?
        } else {
            view.fold(text, finding.start, finding.end);
            if view.len() != value.len() {
                return None;
            }
            text[view.start(first)..].chars().next()?
        };
        Some(Model { notice: finding.notice, kind: finding.kind, value, sign })
    }

    /// The style in which it is masked, as one for what is asked.
    fn style(&self, asked: &Asked) -> Option<Style> {
        if asked.what == Personal::IdentityNumber && self.kind == &kinds::masked_id::KIND {
            let old = asked.span.len() < 17;
            let style = run(&self.value)?;
            // The old form has a year of two digits.
            return match (self.value.len(), old) {
                (18, false) | (15, true) => Some(style),
                (18, true) if style.head > 6 => Some(Style { head: style.head.max(8) - 2, ..style }),
                (15, false) if style.head > 6 => Some(Style { head: style.head + 2, ..style }),
                (15 | 18, _) => Some(style),
                _ => None,
            };
        }
        let embedded = asked.span.len() < asked.len;
        if self.kind != asked.kind || embedded && self.value.len() != asked.len {
            return None;
        }
        let inside = if embedded { self.value.get(asked.span.clone())? } else { &self.value };
        let outside =
            self.value.iter().filter(|&&c| c == '*').count() - inside.iter().filter(|&&c| c == '*').count();
        run(inside).filter(|_| outside == 0)
    }
}

/// The style of a number with one run of mask signs.
fn run(value: &[char]) -> Option<Style> {
    let first = value.iter().position(|&c| c == '*')?;
    let last = value.iter().rposition(|&c| c == '*')?;
    let signs = |part: &[char]| part.iter().filter(|c| c.is_ascii_alphanumeric()).count();
    let whole = value[first..=last].iter().all(|&c| matches!(c, '*' | '-'));
    whole.then(|| Style { head: signs(&value[..first]), tail: signs(&value[last + 1..]) })
}

impl Models {
    /// The style and the sign: those of the same notice, then of the text, then the usual ones.
    fn choose(&mut self, exposure: &Exposure, finding: &Finding) -> (Style, char) {
        let usual = match exposure.what {
            Personal::IdentityNumber | Personal::BankCard => Style { head: 6, tail: 4 },
            Personal::Account => Style { head: 0, tail: 4 },
            Personal::BirthCertificate => Style { head: 3, tail: 3 },
        };
        let asked = Asked {
            what: exposure.what,
            kind: finding.kind,
            len: finding.value.chars().count(),
            span: exposure.span.clone(),
        };
        let found = finding.notice.and_then(|notice| self.look_up(Some(notice), &asked));
        let found = found.or_else(|| self.look_up(None, &asked));
        let (style, sign) = found.unwrap_or_else(|| (usual, self.sign(finding.notice)));
        let count = finding.value.chars().skip(exposure.span.start).take(exposure.span.len());
        let count = count.filter(char::is_ascii_alphanumeric).count();
        // A style that would hide next to nothing is none to follow.
        let enough = |style: &Style| style.head + style.tail + LEAST <= count;
        let style = [style, usual]
            .into_iter()
            .find(enough)
            .unwrap_or(Style { head: 0, tail: usual.tail.min(count.saturating_sub(LEAST)) });
        // Among letters and hyphens an X, a × or a ● is read as itself.
        let digits = finding.value.strip_suffix(['X', 'x']).unwrap_or(&finding.value);
        let plain = matches!(sign, '*' | '＊' | '﹡' | '∗' | '✱');
        let sign = if plain || digits.bytes().all(|b| b.is_ascii_digit()) { sign } else { '*' };
        (style, sign)
    }

    /// The commonest style and sign in a notice, or in the whole text.
    fn look_up(&mut self, notice: Option<usize>, asked: &Asked) -> Answer {
        if let Some((.., answer)) = self.known.iter().find(|(of, what, _)| *of == notice && what == asked) {
            return *answer;
        }
        let styles = self.of(notice).iter().filter_map(|model| Some((model.style(asked)?, model.sign)));
        let answer = commonest(styles);
        // Notices come in their order: what was asked of the ones before is not asked again.
        self.known.retain(|(of, ..)| of.is_none() || notice.is_none() || *of == notice);
        self.known.push((notice, asked.clone(), answer));
        answer
    }

    /// The commonest sign in the notice, or else in the text.
    fn sign(&self, notice: Option<usize>) -> char {
        let signs = |notice| commonest(self.of(notice).iter().map(|model| model.sign));
        notice.and_then(|notice| signs(Some(notice))).or_else(|| signs(None)).unwrap_or('*')
    }

    /// The models of a notice, or all.
    fn of(&self, notice: Option<usize>) -> &[Model] {
        if notice.is_none() {
            return &self.all;
        }
        let start = self.all.partition_point(|model| model.notice < notice);
        let end = self.all.partition_point(|model| model.notice <= notice);
        &self.all[start..end]
    }
}

/// As few characters are masked in no style; a number with fewer hidden shows its owner.
const LEAST: usize = 4;

/// What there is most of, of equals the first. There are few sorts of it.
fn commonest<T: PartialEq>(all: impl Iterator<Item = T>) -> Option<T> {
    let mut counts: Vec<(T, usize)> = Vec::new();
    for one in all {
        match counts.iter_mut().find(|(other, _)| *other == one) {
            Some((_, count)) => *count += 1,
            None => counts.push((one, 1)),
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max()?;
    counts.into_iter().find(|(_, count)| *count == most).map(|(one, _)| one)
}

/// Finds the characters that become mask signs, and writes what stands there then.
fn place(text: &str, exposure: &mut Exposure, style: Style, sign: char, view: &mut View) {
    view.fold(text, exposure.start, exposure.end);
    let signs: Vec<usize> = (0..view.len()).filter(|&i| view.chars[i].is_ascii_alphanumeric()).collect();
    let masked = signs.get(style.head..signs.len().saturating_sub(style.tail)).unwrap_or(&signs);
    let (Some(&first), Some(&last)) = (masked.first(), masked.last()) else { return };
    let (start, end) = (view.start(first), view.end(text, last));
    let masked: Vec<usize> = masked.iter().map(|&i| view.start(i)).collect();
    let inside = text[start..end].char_indices().map(|(at, c)| match c {
        _ if masked.binary_search(&(start + at)).is_err() => c,
        '！'..='～' if sign == '*' => '＊',
        _ => sign,
    });
    exposure.replacement = inside.collect();
    (exposure.start, exposure.end) = (start, end);
}

/// Which exposed numbers are masked (范围).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Masking {
    /// Those that nothing speaks against: a mask hides the check character, and with it the slip.
    Sound,
    /// All, the wrong and doubtful ones too.
    All,
}

impl Masking {
    /// Is the exposed number of a finding masked?
    pub fn takes(self, finding: &Finding) -> bool {
        finding.exposure.is_some() && (self == Masking::All || finding.verdict < Verdict::Doubtful)
    }
}

/// The report is none of the text that is to be masked (报告与文字不符).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// It counts UTF-16 units, not bytes.
    Units,
    /// What it calls exposed does not stand there.
    Text,
}

impl std::fmt::Display for Mismatch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Mismatch::Units => "the report counts UTF-16 units, not bytes",
            Mismatch::Text => "the report is that of another text",
        })
    }
}

impl std::error::Error for Mismatch {}

/// The text with its exposed numbers masked (脱敏), in the style its notice already uses; nothing else is touched.
///
/// # Errors
/// When the report is not that of the same text, counted in bytes: nothing would be masked, and nobody would know.
///
/// ```
/// use kanyan::{Masking, Options, check, mask};
///
/// let text = "身份证号：220104199003072310，22010419900307231X";
/// let report = check(text, &Options::on("2024-04-11".parse().unwrap()));
/// let sound = "身份证号：220104********2310，22010419900307231X";
/// assert_eq!(mask(text, &report, Masking::Sound).unwrap(), sound);
/// ```
pub fn mask(text: &str, report: &Report, masking: Masking) -> Result<String, Mismatch> {
    if report.units != Units::Bytes {
        return Err(Mismatch::Units);
    }
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (finding, exposure) in report.findings.iter().filter_map(|f| Some((f, f.exposure.as_ref()?))) {
        let (before, whole) = (text.get(done..exposure.start), text.get(exposure.start..exposure.end));
        let (Some(before), Some(whole)) = (before, whole) else { return Err(Mismatch::Text) };
        if whole.chars().count() != exposure.replacement.chars().count() {
            return Err(Mismatch::Text);
        }
        if masking.takes(finding) {
            out.push_str(before);
            out.push_str(&exposure.replacement);
            done = exposure.end;
        }
    }
    out.push_str(&text[done..]);
    Ok(out)
}
