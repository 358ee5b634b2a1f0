//! Number of a court case (案号), since 2016: `(2023)吉0102民初123号`.
//!
//! ```text
//! number = "(" year ")" court { type } serial [ "-" digits ] "号" [ "之" numeral ]
//! court  = "最高法" | sign [ 2 or 4 digits ] | "兵" digits
//! older  = "(" year ")" court and type "字第" serial "号"            until 2015
//! ```
//!
//! | part   | meaning                                                         | source                          |
//! |--------|-----------------------------------------------------------------|---------------------------------|
//! | year   | the year in which the case was taken in                         | 法〔2015〕137号, clause 2       |
//! | court  | high court by its province's sign; two digits an intermediate court, four a basic one | clause 3  |
//! | type   | 民初, 执恢, 破申 …: the last character tells the stage          | clause 4 and its table          |
//! | serial | from 1 on, no zeros in front                                    | clause 2                        |
//!
//! Brackets are round; a case of 2016 or later has neither 字 nor 第. Courts' digits are no division codes.

use super::{Confidence, Kind, Number, Rule};
use crate::shape;
use crate::{Fact, Flaw, Judgement};

/// The kind.
pub static KIND: Kind = Kind {
    id: "court_case",
    names: ["案号", "court case number"],
    grammar: "（年份）法院代字＋案件类型＋顺序号＋号，如（2023）吉0102民初123号；2015年及以前为…字第…号",
    source: "人民法院案件案号的若干规定（法〔2015〕137号）",
    confidence: Confidence::Likely,
    rule: Rule::Code { looks_like, check },
};

/// What the last character before the serial may be: the stage or sort of the case.
const STAGES: &str = "初终再申监抗执恢异复保催督破清特辖认他调减暂罚赔审更";

/// The first year of the present form.
const PRESENT: u16 = 2016;

/// A number taken apart: places count characters.
struct Parts {
    year: u16,
    /// Where the year's brackets are the usual round ones.
    round: bool,
    /// The court and type, with what of the old form is in it.
    name: (usize, usize),
    serial: (usize, usize),
}

fn looks_like(value: &str) -> bool {
    let chars: Vec<char> = value.chars().collect();
    read(&chars).is_some()
}

/// Is the value a case number of the present form beyond doubt: a court's sign, a known stage, 号 at the end?
pub fn fits(value: &str) -> bool {
    let chars: Vec<char> = value.chars().collect();
    read(&chars).is_some_and(|parts| is_named(&chars[parts.name.0..parts.name.1]))
}

fn is_named(name: &[char]) -> bool {
    let court = name.starts_with(&['最', '高', '法'])
        || name.first().is_some_and(|&c| c == '兵' || shape::sign(c).is_some());
    court && name.last().is_some_and(|&c| STAGES.contains(c)) && name.len() >= 2
}

/// Does the name end in a stage (民初), or in one with 字 behind it (民初字)? 证字 and 公字 are no court's.
fn is_stage(name: &[char]) -> bool {
    let name = name.strip_suffix(&['字']).unwrap_or(name);
    name.last().is_some_and(|&c| STAGES.contains(c))
}

/// `(2023)吉0102民初123号`.
fn read(chars: &[char]) -> Option<Parts> {
    let opening = *chars.first()?;
    if !matches!(opening, '(' | '〔' | '[' | '【') || !matches!(chars.get(5)?, ')' | '〕' | ']' | '】') {
        return None;
    }
    let year: String = chars[1..5].iter().collect();
    let year = year.parse().ok()?;
    let end = chars.iter().rposition(|&c| c == '号')?;
    // `12-1号`: a further decision of the case.
    let serial = end - chars[..end].iter().rev().take_while(|c| c.is_ascii_digit() || **c == '-').count();
    let mut name = serial;
    if chars[name - 1] == '第' {
        name -= 1;
    }
    let words = &chars[6..name.max(6)];
    let stands = |c: &char| c.is_ascii_digit() || ('一'..='\u{9fff}').contains(c);
    (serial < end && words.len() >= 2 && words.iter().all(stands) && is_stage(words)).then_some(Parts {
        year,
        round: opening == '(',
        name: (6, name),
        serial: (serial, end),
    })
}

fn check(number: &Number) -> Judgement {
    let mut out = Judgement::default();
    let chars: Vec<char> = number.value.chars().collect();
    let Some(parts) = read(&chars) else {
        out.hint(Flaw::Shape("(2023)吉0102民初123号"), 0..chars.len());
        return out;
    };
    if (1949..=number.today.year()).contains(&parts.year) {
        out.fact(Fact::Year(parts.year));
    } else {
        out.doubt(Flaw::Year, 1..5);
    }
    let name = &chars[parts.name.0..parts.name.1];
    let old = name.last() == Some(&'字') || chars[parts.serial.0 - 1] == '第';
    if parts.year >= PRESENT && old {
        out.doubt(Flaw::OldForm, parts.name.1 - 1..parts.serial.0);
    } else if parts.year >= PRESENT && !is_named(name) {
        out.hint(Flaw::Shape("(2023)吉0102民初123号"), parts.name.0..parts.name.1);
    }
    if let Some(two) = name.first().and_then(|&c| shape::sign(c)).filter(|_| !old) {
        out.fact(Fact::Province(two));
    }
    if !parts.round {
        out.hint(Flaw::Brackets("（）"), 0..6);
    }
    if chars[parts.serial.0] == '0' {
        out.hint(Flaw::LeadingZero, parts.serial.0..parts.serial.1);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Verdict;
    use crate::kinds::testing::{judge, odd_values, told};

    #[test]
    fn table() {
        use Verdict::{Doubtful, Plausible};
        // Made up.
        for (value, verdict, want) in [
            ("(2023)吉0102民初123号", Plausible, ""),
            ("(2024)最高法知民终45号", Plausible, ""),
            ("(2021)京73民初6号", Plausible, ""),
            ("(2022)吉01执恢789号之一", Plausible, ""),
            ("(2023)兵0102执12号", Plausible, ""),
            ("(2023)吉01破12-1号", Plausible, ""),
            ("(2020)吉01破申3号", Plausible, ""),
            ("(2015)长民初字第1号", Plausible, ""),
            ("(2017)长民初字第12号", Doubtful, "doubtful old-form 9-11"),
            ("(2017)吉0102民初第12号", Doubtful, "doubtful old-form 12-14"),
            ("(2032)吉0102民初123号", Doubtful, "doubtful year 1-5"),
            ("〔2023〕吉0102民初123号", Plausible, "hint brackets 0-6"),
            ("(2023)吉0102民初00123号", Plausible, "hint leading-zero 13-18"),
            ("(2023)长0102民初123号", Plausible, "hint shape 6-13"),
        ] {
            let out = judge(&KIND, value);
            assert!(looks_like(value), "{value}");
            assert_eq!((out.verdict(), told(&out).as_str()), (verdict, want), "{value}");
        }
        for value in odd_values() {
            judge(&KIND, &value);
        }
    }

    #[test]
    fn looks() {
        for value in [
            "",
            "(2023)",
            "(2023)号",
            "(2023)1号",
            "(2023)吉0102民初号",
            "2023吉0102民初123号",
            "(2023)房预售证1号",
        ] {
            assert!(!looks_like(value), "{value}");
        }
        assert!(fits("(2023)吉0102民初123号") && !fits("(2015)长民初字第1号"));
    }
}
