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

use crate::finding::{Exposure, Finding, Personal, Report, Units};
use crate::view::View;

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
    kind: &'static str,
    value: Vec<char>,
    sign: char,
}

/// Gives every exposure its place and what stands there when it is masked.
pub(crate) fn fill(text: &str, findings: &mut [Finding]) {
    if findings.iter().all(|finding| finding.exposure.is_none()) {
        return;
    }
    let mut view = View::default();
    let models: Vec<Model> =
        findings.iter().filter_map(|finding| Model::read(text, finding, &mut view)).collect();
    for finding in findings {
        if let Some(mut exposure) = finding.exposure.take() {
            let (style, sign) = choose(&models, &exposure, finding);
            place(text, &mut exposure, style, sign, &mut view);
            finding.exposure = Some(exposure);
        }
    }
}

impl Model {
    fn read(text: &str, finding: &Finding, view: &mut View) -> Option<Model> {
        let value: Vec<char> = finding.value.chars().collect();
        let first = value.iter().position(|&c| c == '*')?;
        view.fold(text, finding.start, finding.end);
        if view.len() != value.len() {
            return None;
        }
        let sign = text[view.start(first)..].chars().next()?;
        Some(Model { notice: finding.notice, kind: finding.kind.id, value, sign })
    }

    /// The style in which it is masked, as one for this exposure in a finding.
    fn style(&self, exposure: &Exposure, finding: &Finding) -> Option<Style> {
        if exposure.what == Personal::IdentityNumber && self.kind == "masked_id" {
            let old = exposure.span.len() < 17;
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
        let embedded = exposure.span.len() < finding.value.chars().count();
        if self.kind != finding.kind.id || embedded && self.value.len() != finding.value.chars().count() {
            return None;
        }
        let inside = if embedded { self.value.get(exposure.span.clone())? } else { &self.value };
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

/// The style and the sign: those of the same notice, then of the text, then the usual ones.
fn choose(models: &[Model], exposure: &Exposure, finding: &Finding) -> (Style, char) {
    let usual = match exposure.what {
        Personal::IdentityNumber | Personal::BankCard => Style { head: 6, tail: 4 },
        Personal::Account => Style { head: 0, tail: 4 },
        Personal::BirthCertificate => Style { head: 3, tail: 3 },
    };
    let here = |model: &&Model| model.notice == finding.notice;
    let styles = |own: bool| {
        let of = models.iter().filter(move |model| !own || here(model));
        commonest(of.filter_map(|model| Some((model.style(exposure, finding)?, model.sign))))
    };
    let signs = |own: bool| commonest(models.iter().filter(|m| !own || here(m)).map(|m| m.sign));
    let (style, sign) = styles(true)
        .or_else(|| styles(false))
        .unwrap_or_else(|| (usual, signs(true).or_else(|| signs(false)).unwrap_or('*')));
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

/// As few characters are masked in no style; a number with fewer hidden shows its owner.
const LEAST: usize = 4;

/// What there is most of, of equals the first.
fn commonest<T: PartialEq + Copy>(all: impl Iterator<Item = T>) -> Option<T> {
    let all: Vec<T> = all.collect();
    let count = |one: &T| all.iter().filter(|other| *other == one).count();
    let most = all.iter().map(count).max()?;
    all.iter().copied().find(|one| count(one) == most)
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

/// The text with every exposed number masked (脱敏), in the style its notice already uses; nothing else is touched.
///
/// The report is that of the same text, counted in bytes; by another one nothing is masked.
///
/// ```
/// use kanyan::{Options, check, mask};
///
/// let text = "身份证号：220104199003072310";
/// let report = check(text, &Options::on("2024-04-11".parse().unwrap()));
/// assert_eq!(mask(text, &report), "身份证号：220104********2310");
/// ```
pub fn mask(text: &str, report: &Report) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    if report.units != Units::Bytes {
        return text.to_owned();
    }
    for exposure in report.findings.iter().filter_map(|finding| finding.exposure.as_ref()) {
        // A report of another text may point anywhere.
        if let Some(before) = text.get(done..exposure.start)
            && text.get(exposure.start..exposure.end).is_some()
        {
            out.push_str(before);
            out.push_str(&exposure.replacement);
            done = exposure.end;
        }
    }
    out.push_str(&text[done..]);
    out
}
