//! A text with characters that only look like an ideograph (还原), read as it is meant and led back to where it stands.

use std::ops::Range;

use crate::finding::{Certainty, Finding, Slip, Suggestion};
use crate::judgement::{Lang, Severity};
use crate::notice::{Objection, Options, rules};
use crate::report::{Report, Rewrite};
use crate::text::ideographs::ideograph;
use crate::text::view::View;

/// A text with the ideographs put in (还原后的文字), and the way back.
pub(crate) struct Plain {
    /// The text as it is to be read.
    pub text: String,
    /// What was put in: its place in `text`, and what stood there.
    changes: Vec<(Range<usize>, Rewrite)>,
}

impl Plain {
    /// The text with its ideographs; none if nothing has to be put in.
    pub fn of(text: &str) -> Option<Plain> {
        let mut plain = Plain { text: String::new(), changes: Vec::new() };
        let mut done = 0;
        for (at, ch) in text.char_indices().filter(|(_, ch)| !ch.is_ascii()) {
            let Some(ideograph) = ideograph(ch) else { continue };
            plain.text.push_str(&text[done..at]);
            let start = plain.text.len();
            plain.text.push(ideograph);
            done = at + ch.len_utf8();
            let rewrite = Rewrite { start: at, end: done, replacement: ideograph.to_string() };
            plain.changes.push((start..plain.text.len(), rewrite));
        }
        plain.text.push_str(&text[done..]);
        (!plain.changes.is_empty()).then_some(plain)
    }

    /// The report of the text as it stands: what should be written otherwise is told, and every place is led back.
    pub fn bring_back(self, mut report: Report, options: &Options) -> Report {
        for finding in &mut report.findings {
            self.suggest(finding);
        }
        self.tell(&mut report, options);
        report.each_place(|place| *place = self.back(*place));
        report.rewrites = self.changes.into_iter().map(|(_, rewrite)| rewrite).collect();
        report
    }

    /// The place in the text as it stands.
    fn back(&self, place: usize) -> usize {
        let next = self.changes.partition_point(|(range, _)| range.end <= place);
        let (read, stands) = next.checked_sub(1).map_or((0, 0), |last| {
            let (range, rewrite) = &self.changes[last];
            (range.end, rewrite.end)
        });
        stands + place - read
    }

    /// What was put in between two places of the text as it is read.
    fn within(&self, range: Range<usize>) -> &[(Range<usize>, Rewrite)] {
        let first = self.changes.partition_point(|(own, _)| own.start < range.start);
        let end = self.changes.partition_point(|(own, _)| own.end <= range.end);
        &self.changes[first..end.max(first)]
    }

    /// A number in which such characters stand is better written with the ideographs: it stays the same number.
    fn suggest(&self, finding: &mut Finding) {
        let inside = self.within(finding.start..finding.end);
        let (Some((first, _)), Some((last, _))) = (inside.first(), inside.last()) else { return };
        match finding.suggestions.iter_mut().find(|s| s.certainty == Certainty::Safe) {
            Some(other) => {
                let (start, end) = (other.start.min(first.start), other.end.max(last.end));
                let (before, after) = (&self.text[start..other.start.max(start)], &self.text[other.end..end]);
                other.replacement = [before, &other.replacement, after].concat();
                (other.start, other.end) = (start, end);
            }
            None => {
                let mut view = View::default();
                view.fold(&self.text, finding.start, finding.end);
                let glyph = |byte| view.glyph_at(byte);
                let own = Suggestion {
                    start: first.start,
                    end: last.end,
                    replacement: self.text[first.start..last.end].to_owned(),
                    value: finding.value.clone(),
                    certainty: Certainty::Safe,
                    slip: Slip::Ideographs,
                    span: glyph(first.start)..glyph(last.end),
                    region: None,
                };
                finding.suggestions.insert(0, own);
                finding.suggestions.truncate(3);
            }
        }
    }

    /// Says in each notice which characters only look like the right ones.
    fn tell(&self, report: &mut Report, options: &Options) {
        let rule = rules::CHARACTERS_LOOK_ALIKE.rule();
        if options.off.has(rule) {
            return;
        }
        for notice in &mut report.notices {
            let title = notice.title.as_ref().map(|title| title.start..title.end);
            let inside = self.within(notice.start..notice.end);
            let title = title.filter(|title| title.end <= notice.start || title.start >= notice.end);
            let mut all: Vec<&(Range<usize>, Rewrite)> =
                title.map_or(&[][..], |title| self.within(title)).iter().chain(inside).collect();
            let mut shown: Vec<&str> = Vec::new();
            for (_, rewrite) in &all {
                if shown.len() < SHOWN && !shown.contains(&&*rewrite.replacement) {
                    shown.push(&rewrite.replacement);
                }
            }
            let shown = shown.join(if options.lang == Lang::Zh { "、" } else { ", " });
            if all.is_empty() {
                continue;
            }
            let count = all.len().to_string();
            let (first, _) = all.remove(0);
            notice.add(Objection {
                rule,
                severity: Severity::Hint,
                start: first.start,
                end: first.end,
                related: all.iter().map(|(range, _)| range.clone()).collect(),
                args: vec![count, shown],
            });
        }
    }
}

/// So many are named in the sentence.
const SHOWN: usize = 6;

#[cfg(test)]
mod tests {
    use super::*;

    /// Every place is that of the same text with the ideographs, where each has as many bytes.
    #[test]
    fn as_if_the_ideographs_stood_there() {
        let options = Options::on("2024-04-12".parse().expect("a day of the calendar"));
        let right = "遗失声明\n榆川市民用工贸有限公司遗失公章，编码2203811725406，声明作废。\n联系人：王人，电话：0431-88123456\n2024年4月12日";
        let want = crate::check(right, &options);
        let from_pdf: String = right
            .chars()
            .map(|ch| match ch {
                '日' => '⽇',
                '月' => '⽉',
                '人' => '⼈',
                '民' => '⺠',
                '用' => '⽤',
                '工' => '⼯',
                ch => ch,
            })
            .collect();
        assert_eq!(from_pdf.len(), right.len());
        let mut got = crate::check(&from_pdf, &options);
        assert_eq!(got.rewrites.len(), 7);
        got.rewrites.clear();
        for notice in &mut got.notices {
            notice.problems.retain(|problem| problem.rule.code != "characters.look-alike");
        }
        for finding in &mut got.findings {
            finding.suggestions.retain(|suggestion| suggestion.slip != Slip::Ideographs);
        }
        assert_eq!(got, want);
    }

    /// The way back where an ideograph has more bytes than what stands for it, or fewer.
    #[test]
    fn of_other_widths() {
        let options = Options::on("2024-04-12".parse().expect("a day of the calendar"));
        for strange in ["\u{fad1}", "\u{2f804}", "⽇", "\u{2f804}\u{fad1}"] {
            let text = format!("{strange}遗失公章，编码2203811725406，{strange}，日期2024年4⽉31⽇{strange}");
            let report = crate::check(&text, &options);
            let numbers: Vec<&str> = report.findings.iter().map(|f| &text[f.start..f.end]).collect();
            assert_eq!(numbers, ["2203811725406", "2024年4⽉31⽇"], "{text}");
            let whole = &report.findings[1];
            assert_eq!(whole.value, "2024年4月31日");
            assert!(whole.problems.iter().all(|p| text.get(p.start..p.end).is_some()));
            let safe = &whole.suggestions[0];
            assert_eq!((&text[safe.start..safe.end], &*safe.replacement), ("⽉31⽇", "月31日"));
            let mut rewritten = text.clone();
            for rewrite in report.rewrites.iter().rev() {
                rewritten.replace_range(rewrite.start..rewrite.end, &rewrite.replacement);
            }
            assert_eq!(rewritten, Plain::of(&text).expect("there is something to put in").text);
            assert!(crate::check(&rewritten, &options).rewrites.is_empty());
        }
    }
}
