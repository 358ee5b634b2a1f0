//! What a check gives back (报告): the findings of a text and its notices.
//!
//! A report is written out by `json.rs`, which implements `serde::Serialize` for it.

use crate::finding::Finding;
use crate::judgement::{Lang, Verdict};
use crate::notice::Notice;
use crate::tables::date::Date;

/// What one offset counts (计数单位).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Units {
    /// Bytes of the UTF-8 text.
    Bytes,
    /// UTF-16 code units, as JavaScript strings count.
    Utf16,
}

/// The result of one check (报告): findings in text order, never overlapping.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The language the sentences will be in.
    pub lang: Lang,
    /// The day of publication that was checked against.
    pub today: Date,
    /// What the offsets count.
    pub units: Units,
    /// Every number found, in text order, disjoint.
    pub findings: Vec<Finding>,
    /// Every notice found, in text order, disjoint.
    pub notices: Vec<Notice>,
    /// Characters that only look like an ideograph, in text order.
    pub rewrites: Vec<Rewrite>,
}

impl Report {
    /// How many findings have this verdict.
    pub fn count(&self, verdict: Verdict) -> usize {
        self.findings.iter().filter(|f| f.verdict == verdict).count()
    }

    /// Visits every place of the findings and the notices.
    pub(crate) fn each_place(&mut self, mut visit: impl FnMut(&mut usize)) {
        let mut both = |start: &mut usize, end: &mut usize| {
            visit(start);
            visit(end);
        };
        for finding in &mut self.findings {
            both(&mut finding.start, &mut finding.end);
            finding.problems.iter_mut().for_each(|p| both(&mut p.start, &mut p.end));
            finding.suggestions.iter_mut().for_each(|s| both(&mut s.start, &mut s.end));
            finding.exposure.iter_mut().for_each(|e| both(&mut e.start, &mut e.end));
        }
        for notice in &mut self.notices {
            both(&mut notice.start, &mut notice.end);
            notice.title.iter_mut().for_each(|t| both(&mut t.start, &mut t.end));
            notice.parties.iter_mut().for_each(|p| both(&mut p.start, &mut p.end));
            for problem in &mut notice.problems {
                both(&mut problem.start, &mut problem.end);
                problem.related.iter_mut().for_each(|place| both(&mut place.start, &mut place.end));
            }
        }
    }
}

/// A character that only looks like an ideograph (部首字符), and the ideograph it stands for: `⽇` is 日.
///
/// Always safe: to a reader nothing changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rewrite {
    /// Where it starts.
    pub start: usize,
    /// Where it ends (exclusive).
    pub end: usize,
    /// The ideograph.
    pub replacement: String,
}
