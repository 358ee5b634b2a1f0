//! Lists of receipts and their count (张数核对): `收据三张，号码为A、B、C`, `号码A-B、C-D，共24份`.
//!
//! A single range is compared with its count by [`crate::kinds::range`]; several findings of one kind in a row are
//! compared here, when all are known. The count may leave out or take in something else, so a difference is a doubt.

use crate::finding::Finding;
use crate::judgement::{Fact, Flaw, Severity};
use crate::kinds::{self, Kind, range};
use crate::text::border;
use crate::text::view::View;

/// Bytes of the text before and behind a list that are read for its count.
const AROUND: usize = 180;

/// Bytes between two numbers of a list.
const APART: usize = 16;

/// Glyphs before a list that may name it and count it.
const BEFORE: usize = 40;

/// Compares lists of receipts, invoices and cheques with the count beside them.
pub fn compare_counts(text: &str, findings: &mut [Finding]) {
    let mut start = 0;
    while start < findings.len() {
        let end = (start + 1..findings.len())
            .find(|&i| !goes_on(text, &findings[i - 1], &findings[i]))
            .unwrap_or(findings.len());
        if end - start > 1 && is_counted(findings[start].kind) {
            compare(text, &mut findings[start..end]);
        }
        start = end;
    }
}

/// Is it a kind whose numbers are listed and counted?
pub(super) fn is_counted(kind: &Kind) -> bool {
    [
        &kinds::receipt_number::KIND,
        &kinds::fiscal_receipt_number::KIND,
        &kinds::invoice_number::KIND,
        &kinds::cheque_number::KIND,
        &kinds::serial_number::KIND,
    ]
    .contains(&kind)
}

/// Does nothing but a separator, or that and the label again, stand between two numbers of one kind?
fn goes_on(text: &str, first: &Finding, second: &Finding) -> bool {
    let between = &text[first.end..second.start];
    let label = second.label.as_deref().unwrap_or_default();
    let again = first.label.as_deref().is_some_and(|own| own.ends_with(label));
    let sign = |c: char| c.is_whitespace() || matches!(c, ':' | '：' | '第');
    let between = match between.trim_end_matches(sign).strip_suffix(label) {
        Some(head) if again => head,
        _ => between,
    };
    first.kind == second.kind
        && between.len() <= APART
        && between.chars().all(|c| c.is_whitespace() || "、,，;；和及与/号第NnOo№.．".contains(c))
        && between.chars().any(|c| !c.is_whitespace())
}

fn compare(text: &str, list: &mut [Finding]) {
    let Some(counted) = list.iter().map(|f| count(&f.value)).sum::<Option<u64>>() else { return };
    let Some(stated) = stated(text, list) else { return };
    if stated == counted {
        // A range is as good as its count; a single number's digits are proved by nothing.
        for finding in list.iter_mut() {
            if finding.facts.iter().any(|fact| matches!(fact, Fact::Count(_))) {
                finding.prove();
            }
        }
        return;
    }
    let Some(last) = list.last_mut() else { return };
    // `A、B至C（共5份）`: the count may be the last range's alone.
    if count(&last.value) == Some(stated) {
        return;
    }
    last.object(Flaw::Count { stated, counted }, Severity::Doubtful);
}

/// How many numbers a value stands for; none where it is a range that cannot be counted.
fn count(value: &str) -> Option<u64> {
    range::parse(value).map_or(Some(1), |range| range.count())
}

/// The count behind the list, or else before its label.
fn stated(text: &str, list: &[Finding]) -> Option<u64> {
    let (first, last) = (list.first()?, list.last()?);
    let from = border::after(text, first.start.saturating_sub(AROUND));
    let to = border::before(text, text.len().min(last.end + AROUND));
    let mut view = View::default();
    view.fold(text, from, to);
    let before = view.before(view.glyph_at(first.start), BEFORE);
    let after = view.after(view.glyph_at(last.end), BEFORE);
    range::stated_beside(before, after, first.label.as_deref().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use crate::judgement::Verdict;
    use crate::notice::Options;
    use crate::words;

    /// The findings of receipts and invoices, in a line.
    fn told(text: &str) -> String {
        let options = Options::on("2024-04-11".parse().expect("a day"));
        let report = crate::check(text, &options);
        let numbers = report.findings.iter().filter(|f| super::is_counted(f.kind));
        let word = |f: &crate::finding::Finding| {
            let flaws = f.problems.iter().map(|p| words::flaw_code(&p.flaw));
            [f.verdict.name()].into_iter().chain(flaws).collect::<Vec<_>>().join(" ")
        };
        numbers.map(word).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn lists() {
        assert_eq!(Verdict::Verified.name(), "verified");
        for (text, want) in [
            ("遗失收据三张，号码为0061301、0061302、0061317，声明作废", "plausible, plausible, plausible"),
            (
                "遗失收据两张，号码为0061301、0061302、0061317，声明作废",
                "plausible, plausible, doubtful count",
            ),
            ("遗失收据，号码0061301、0061302，共3张", "plausible, doubtful count"),
            ("遗失收据，号码0061301、0061302（2张）", "plausible, plausible"),
            ("遗失发票，发票号码00244217-00244230、00244301-00244310共24份", "verified, verified"),
            ("遗失发票，发票号码00244217-00244230、00244301-00244310共25份", "plausible, doubtful count"),
            ("遗失发票，发票号码00244217-00244230、00244301，共15份", "verified, plausible"),
            ("遗失收据，号码0061301、0061302，声明作废", "plausible, plausible"),
            ("遗失收据1本，号码0061301、0061302", "plausible, plausible"),
            ("收据0061301金额30元，收据0061302金额50元，共3张", "plausible, plausible"), // no list
            ("遗失发票，发票号码00112233、00112250至00112254（共5份）", "plausible, verified"),
            ("遗失支票三张，号码为77539130、77539131", "plausible, doubtful count"),
            ("遗失收据三张：No.0061301、No.0061302、No.0061303", "plausible, plausible, plausible"),
            ("遗失收据四张：No.0061301、No.0061302、No.0061303", "plausible, plausible, doubtful count"),
            ("遗失收据三张：NO：0061301、NO：0061302", "plausible, doubtful count"),
            ("遗失收据三张：№0061301、№0061302", "plausible, doubtful count"),
            ("遗失收据三张，编号：0061301、编号：0061302", "plausible, doubtful count"),
            ("遗失收据两张，编号：0061301、编号：0061302", "plausible, plausible"),
            ("遗失收据三张：第0061301号、第0061302号", "plausible, doubtful count"),
            (
                "遗失收据六张：No.0061301、No.0061302、No.0061303、No.0061304、No.0061305、No.0061306",
                "plausible, plausible, plausible, plausible, plausible, plausible",
            ),
            (
                "遗失收据五张：No.0061301、No.0061302、No.0061303、No.0061304、No.0061305、No.0061306",
                "plausible, plausible, plausible, plausible, plausible, doubtful count",
            ),
            ("遗失收据一张，编号：0061301；押金条一张，编号：0061302", "plausible, plausible"), // two counts
        ] {
            assert_eq!(told(text), want, "{text}");
        }
    }
}
