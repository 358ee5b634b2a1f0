//! The same number, better written (写法): full width, blanks, small letters, and letters for the digits they look like.
//!
//! Safe, because the number stays itself, or because the letter cannot stand there and everything computes without it.

use super::{Desk, keys};
use crate::finding::{Certainty, Slip, Suggestion};
use crate::judgement::{Flaw, Verdict};
use crate::kinds::uscc;
use crate::text::view::View;

/// The number as it should be written, if it is not and can be without the original.
pub fn suggest(desk: &Desk) -> Option<Suggestion> {
    if let Some(bare) = without_hyphens(desk) {
        return Some(bare);
    }
    let (mut glyphs, letters) = corrected(desk);
    if letters {
        // A sign that cannot stand keeps the kind from looking at the others' case.
        let value: String = glyphs.iter().collect();
        for problem in desk.judge(&value).problems.iter().filter(|p| p.flaw == Flaw::LowerCase) {
            let part = glyphs.get_mut(problem.span.clone()).unwrap_or_default();
            part.iter_mut().for_each(|glyph| glyph.make_ascii_uppercase());
        }
    }
    let value: String = glyphs.iter().collect();
    if value != desk.finding.value {
        let judgement = desk.judge(&value);
        // A letter that becomes a digit must be borne out by the arithmetic.
        let worst = if letters { Verdict::Verified } else { desk.finding.verdict.min(Verdict::Plausible) };
        if judgement.verdict() > worst {
            return None;
        }
    } else if desk.finding.verdict > Verdict::Plausible {
        return None;
    }
    rewritten(desk, &glyphs, value, if letters { Slip::LookAlikes } else { Slip::Writing })
}

/// `91220104-MA0Y1A2B-3Q`: a credit code that computes without the hyphens that stand in none.
fn without_hyphens(desk: &Desk) -> Option<Suggestion> {
    let value: String = desk.glyphs.iter().filter(|glyph| **glyph != '-').collect();
    let (start, end) = (desk.finding.start, desk.finding.end);
    let grouped = desk.kind == &uscc::KIND && value.len() < desk.finding.value.len();
    (grouped && desk.judge(&value).verdict() == Verdict::Verified).then(|| Suggestion {
        start,
        end,
        replacement: value.clone(),
        value,
        certainty: Certainty::Safe,
        slip: Slip::Writing,
        span: 0..desk.glyphs.len(),
        region: None,
    })
}

/// The glyphs with capitals and digits where they must be; is one of them a digit now?
fn corrected(desk: &Desk) -> (Vec<char>, bool) {
    let mut glyphs = desk.glyphs.clone();
    let mut letters = false;
    for problem in &desk.finding.problems {
        let Some(part) = glyphs.get_mut(problem.span.clone()) else { continue };
        match problem.flaw {
            Flaw::LowerCase => part.iter_mut().for_each(|glyph| glyph.make_ascii_uppercase()),
            Flaw::Charset => {
                for glyph in part {
                    let Some(digit) = keys::digit_for(*glyph) else { continue };
                    *glyph = digit;
                    letters = true;
                }
            }
            _ => {}
        }
    }
    (glyphs, letters)
}

/// What changes in the text: from the first sign that does to the last. Line ends and dashes stay as they are.
fn rewritten(desk: &Desk, glyphs: &[char], value: String, slip: Slip) -> Option<Suggestion> {
    let (from, to) = (desk.finding.start, desk.finding.end);
    let mut view = View::default();
    view.fold(desk.text, from, to);
    let close = !desk.kind.spaced && glyphs.iter().all(|c| c.is_ascii_alphanumeric() || *c == '*');
    let mut edits: Vec<(std::ops::Range<usize>, Option<char>, usize)> = Vec::new();
    for (i, &glyph) in glyphs.iter().enumerate().take(view.len()) {
        let place = view.start(i)..view.end(desk.text, i);
        let mut signs = desk.text[place.clone()].chars();
        let sign = signs.next().unwrap_or(glyph);
        let full_width = glyph.is_ascii_alphanumeric() && sign != glyph;
        if full_width {
            edits.push((place.start..place.start + sign.len_utf8(), Some(glyph), i));
        }
        let next = if i + 1 < view.len() { view.start(i + 1) } else { continue };
        let gap = place.start + sign.len_utf8()..next;
        if close && !gap.is_empty() && !desk.text[gap.clone()].contains(['\n', '\r', '\u{2028}', '\u{2029}'])
        {
            edits.push((gap, None, i));
        }
    }
    let slip = match slip {
        Slip::Writing if edits.iter().all(|(_, sign, _)| sign.is_none()) => Slip::Blanks,
        slip => slip,
    };
    let (first, last) = (edits.first()?, edits.last()?);
    let (start, end, span) = (first.0.start, last.0.end, first.2..last.2 + 1);
    let mut replacement = String::new();
    let mut at = start;
    for (range, sign, _) in &edits {
        replacement.push_str(&desk.text[at..range.start]);
        replacement.extend(*sign);
        at = range.end;
    }
    Some(Suggestion { start, end, replacement, value, certainty: Certainty::Safe, slip, span, region: None })
}
