//! A report written out (报告的写出): `serde::Serialize` for [`Report`], with the words put in.
//!
//! The shape is `crate/wasm/api.d.ts`: camelCase names, `label` left out where there is none.

use std::ops::Range;

use serde::ser::{Serialize, SerializeSeq, SerializeStruct, Serializer};

use crate::finding::{Exposure, Finding, Suggestion};
use crate::judgement::{Fact, Lang, Problem, Verdict};
use crate::notice::{Notice, Objection, Party};
use crate::report::{Report, Rewrite, Units};
use crate::words;

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut report = serializer.serialize_struct("Report", 8)?;
        report.serialize_field("version", crate::VERSION)?;
        report.serialize_field("lang", self.lang.tag())?;
        report.serialize_field("today", &self.today.to_string())?;
        report.serialize_field("units", if self.units == Units::Bytes { "bytes" } else { "utf16" })?;
        let lang = self.lang;
        report.serialize_field("findings", &List(&self.findings, |f| SpokenFinding { finding: f, lang }))?;
        report.serialize_field("notices", &List(&self.notices, |n| SpokenNotice { notice: n, lang }))?;
        report.serialize_field("rewrites", &List(&self.rewrites, SpokenRewrite))?;
        report.serialize_field("summary", &Summary(self))?;
        report.end()
    }
}

struct Summary<'a>(&'a Report);

impl Serialize for Summary<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut summary = serializer.serialize_struct("Summary", 5)?;
        for (name, verdict) in [
            ("verified", Verdict::Verified),
            ("plausible", Verdict::Plausible),
            ("doubtful", Verdict::Doubtful),
            ("wrong", Verdict::Wrong),
        ] {
            summary.serialize_field(name, &self.0.count(verdict))?;
        }
        summary
            .serialize_field("exposed", &self.0.findings.iter().filter(|f| f.exposure.is_some()).count())?;
        summary.end()
    }
}

struct SpokenFinding<'a> {
    finding: &'a Finding,
    lang: Lang,
}

impl Serialize for SpokenFinding<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Finding {
            start,
            end,
            kind,
            value,
            label,
            verdict,
            exposure,
            problems,
            facts,
            suggestions,
            notice,
        } = self.finding;
        let (finding, lang) = (self.finding, self.lang);
        let mut out = serializer.serialize_struct("Finding", 13)?;
        out.serialize_field("start", start)?;
        out.serialize_field("end", end)?;
        out.serialize_field("kind", kind.id)?;
        out.serialize_field("kindName", kind.name(lang))?;
        out.serialize_field("value", value)?;
        match label {
            Some(label) => out.serialize_field("label", label)?,
            None => out.skip_field("label")?,
        }
        out.serialize_field("verdict", verdict.name())?;
        out.serialize_field("exposed", &exposure.is_some())?;
        match exposure {
            Some(exposure) => out.serialize_field("exposure", &SpokenExposure { exposure, lang })?,
            None => out.skip_field("exposure")?,
        }
        out.serialize_field("problems", &List(problems, |p| SpokenProblem { problem: p, finding, lang }))?;
        out.serialize_field("facts", &List(facts, |f| SpokenFact { fact: f, lang }))?;
        out.serialize_field(
            "suggestions",
            &List(suggestions, |s| SpokenSuggestion { suggestion: s, finding, lang }),
        )?;
        match notice {
            Some(notice) => out.serialize_field("notice", notice)?,
            None => out.skip_field("notice")?,
        }
        out.end()
    }
}

struct SpokenProblem<'a> {
    problem: &'a Problem,
    finding: &'a Finding,
    lang: Lang,
}

impl Serialize for SpokenProblem<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Problem { flaw, severity, start, end, .. } = self.problem;
        let mut out = serializer.serialize_struct("Problem", 5)?;
        out.serialize_field("code", &format_args!("{}.{}", self.finding.kind.id, words::flaw_code(flaw)))?;
        out.serialize_field("severity", severity.name())?;
        out.serialize_field("start", start)?;
        out.serialize_field("end", end)?;
        out.serialize_field("message", &words::problem(self.lang, self.finding, self.problem))?;
        out.end()
    }
}

struct SpokenSuggestion<'a> {
    suggestion: &'a Suggestion,
    finding: &'a Finding,
    lang: Lang,
}

impl Serialize for SpokenSuggestion<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Suggestion { start, end, replacement, value, certainty, .. } = self.suggestion;
        let mut out = serializer.serialize_struct("Suggestion", 6)?;
        out.serialize_field("start", start)?;
        out.serialize_field("end", end)?;
        out.serialize_field("replacement", replacement)?;
        out.serialize_field("value", value)?;
        out.serialize_field("certainty", certainty.name())?;
        out.serialize_field("message", &words::suggestion(self.lang, self.finding, self.suggestion))?;
        out.end()
    }
}

struct SpokenRewrite<'a>(&'a Rewrite);

impl Serialize for SpokenRewrite<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Rewrite { start, end, replacement } = self.0;
        let mut out = serializer.serialize_struct("Rewrite", 3)?;
        out.serialize_field("start", start)?;
        out.serialize_field("end", end)?;
        out.serialize_field("replacement", replacement)?;
        out.end()
    }
}

struct SpokenExposure<'a> {
    exposure: &'a Exposure,
    lang: Lang,
}

impl Serialize for SpokenExposure<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Exposure { what, start, end, replacement, .. } = self.exposure;
        let mut out = serializer.serialize_struct("Exposure", 5)?;
        out.serialize_field("code", what.name())?;
        out.serialize_field("start", start)?;
        out.serialize_field("end", end)?;
        out.serialize_field("replacement", replacement)?;
        out.serialize_field("message", words::exposure(self.lang, *what))?;
        out.end()
    }
}

struct SpokenNotice<'a> {
    notice: &'a Notice,
    lang: Lang,
}

impl Serialize for SpokenNotice<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (notice, lang) = (self.notice, self.lang);
        let mut out = serializer.serialize_struct("Notice", 8)?;
        out.serialize_field("start", &notice.start)?;
        out.serialize_field("end", &notice.end)?;
        out.serialize_field("type", notice.sort.id)?;
        out.serialize_field("typeName", notice.sort.name(lang))?;
        match &notice.title {
            Some(title) => out.serialize_field("title", &title.text)?,
            None => out.skip_field("title")?,
        }
        out.serialize_field("verdict", notice.verdict.name())?;
        out.serialize_field("problems", &List(&notice.problems, |p| SpokenObjection { objection: p, lang }))?;
        out.serialize_field("facts", &List(&notice.parties, |p| SpokenParty { party: p, lang }))?;
        out.end()
    }
}

/// A party is told as a fact of its notice.
struct SpokenParty<'a> {
    party: &'a Party,
    lang: Lang,
}

impl Serialize for SpokenParty<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Party { start, end, name, role } = self.party;
        let mut out = serializer.serialize_struct("Fact", 5)?;
        out.serialize_field("code", "party")?;
        out.serialize_field("value", name)?;
        out.serialize_field("message", &words::party(self.lang, *role, name))?;
        out.serialize_field("start", start)?;
        out.serialize_field("end", end)?;
        out.end()
    }
}

struct SpokenObjection<'a> {
    objection: &'a Objection,
    lang: Lang,
}

impl Serialize for SpokenObjection<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let objection = self.objection;
        let mut out = serializer.serialize_struct("Problem", 6)?;
        out.serialize_field("code", objection.rule.code)?;
        out.serialize_field("severity", objection.severity.name())?;
        out.serialize_field("start", &objection.start)?;
        out.serialize_field("end", &objection.end)?;
        out.serialize_field("message", &objection.message(self.lang))?;
        out.serialize_field("related", &List(&objection.related, Place))?;
        out.end()
    }
}

struct Place<'a>(&'a Range<usize>);

impl Serialize for Place<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Range", 2)?;
        out.serialize_field("start", &self.0.start)?;
        out.serialize_field("end", &self.0.end)?;
        out.end()
    }
}

struct SpokenFact<'a> {
    fact: &'a Fact,
    lang: Lang,
}

impl Serialize for SpokenFact<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Fact", 3)?;
        out.serialize_field("code", words::fact_code(self.fact))?;
        out.serialize_field("value", &words::fact_value(self.fact))?;
        out.serialize_field("message", &words::fact(self.lang, self.fact))?;
        out.end()
    }
}

/// A slice whose items are each wrapped before they are written.
struct List<'a, T, F>(&'a [T], F);

impl<'a, T, U: Serialize, F: Fn(&'a T) -> U> Serialize for List<'a, T, F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.0.len()))?;
        for item in self.0 {
            list.serialize_element(&(self.1)(item))?;
        }
        list.end()
    }
}
