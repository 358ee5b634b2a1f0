//! Filings of websites (网站备案号): `吉ICP备12345678号-1`, `吉公网安备22010202000123号`.
//!
//! They stand at the foot of a page without a label, one behind the other. A blank or a colon may stand before the
//! digits, and `-1` behind 号 counts the sites of one filing: what follows is never a part of it.

use super::weights::{FILING, TOKEN};
use super::{Picker, Reading};
use crate::judgement::Judgement;
use crate::kinds::rows;
use crate::tables::regions;
use crate::text::view::Joint;

/// The signs of provinces that filings have for 川, 贵, 云 and 甘.
const OTHERS: &str = "蜀黔滇陇";

/// The fewest digits of one.
const LEAST: usize = 6;

impl Picker<'_> {
    /// Offers the filing whose digits start at a glyph; was it one?
    pub(super) fn add_filing(&mut self, at: usize) -> bool {
        let chars = &self.view.chars;
        let words = at - usize::from(at > 0 && chars[at - 1] == ':');
        let (kind, start) = match &chars[..words] {
            [.., '公', '网', '安', '备'] => (rows::police_filing(), words - 4),
            [.., 'I' | 'i', 'C' | 'c', 'P' | 'p', '备'] => (rows::icp_filing(), words - 4),
            _ => return false,
        };
        let signed = |c: char| regions::sign(c).is_some() || OTHERS.contains(c);
        let Some(start) = start.checked_sub(1).filter(|&i| signed(chars[i])) else {
            return false;
        };
        let digit = |i: &usize| chars[*i].is_ascii_digit() && self.view.joint(*i) < Joint::Line;
        let digits = (at..chars.len()).take_while(digit).count();
        if digits < LEAST {
            return false;
        }
        let mut end = at + digits;
        if chars.get(end) == Some(&'号') {
            end = self.site_end(end + 1);
        }
        let name = self.name_before(start, 0);
        let label = name.span.filter(|_| name.kinds.contains(&kind));
        self.take_value(start, end);
        self.label.clear();
        let judgement: Judgement = self.judge(kind, start, end);
        self.insert(Reading { start, end, kind, judgement, label, weight: FILING + TOKEN });
        true
    }

    /// Past `-1` behind 号, where nothing parts it.
    fn site_end(&self, end: usize) -> usize {
        let chars = &self.view.chars;
        let beside = |i: &usize| self.view.joint(*i) == Joint::None;
        let sites = (end + 1..chars.len()).take_while(|i| chars[*i].is_ascii_digit() && beside(i)).count();
        if chars.get(end) == Some(&'-') && beside(&end) && (1..=3).contains(&sites) {
            end + 1 + sites
        } else {
            end
        }
    }

    /// Where the filing ends that takes in the glyph (`-1` behind 号).
    pub(super) fn inside_filing(&self, at: usize) -> Option<usize> {
        let inside = |r: &&Reading| r.weight >= FILING && r.start < at && at < r.end;
        self.pending.iter().rev().take(4).find(inside).map(|r| r.end)
    }

    /// Does a filing end before the comma before the glyph (`号-1，120.5万元`)?
    pub(super) fn filing_ends(&self, at: usize) -> bool {
        let Some(comma) = at.checked_sub(1).filter(|&i| i > 0 && self.view.chars[i] == ',') else {
            return false;
        };
        let end = self.view.end(self.text, comma - 1);
        let found = || self.findings.last().is_some_and(|f| f.end == end && f.kind == rows::icp_filing());
        self.pending.iter().any(|r| r.end == comma && r.weight >= FILING) || found()
    }
}
