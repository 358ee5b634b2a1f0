//! What the words say of a person against the identity number (性别、出生日期): 先生 and 女士, and the day of birth.
//!
//! 男 and 女 as fields of their own are compared with the number where it is read. Masked numbers are compared as far as
//! they show.

use super::Context;
use super::rules;
use crate::finding::Finding;
use crate::judgement::{Fact, Flaw, Severity, Sex, Verdict};
use crate::kinds;

/// Compares the identity numbers of a notice with what stands before them.
pub fn check(context: &mut Context) {
    let mut out = Vec::new();
    for (i, finding) in context.findings.iter().enumerate() {
        // Of a number that is wrong it is not known which of its parts is.
        let told =
            finding.verdict == Verdict::Wrong || finding.problems.iter().any(|p| p.flaw == Flaw::Words);
        if !kinds::CITIZENS.contains(&finding.kind) || told {
            continue;
        }
        let place = finding.start..finding.end;
        if let Some((word, sex)) = address(context, finding)
            && facts_sex(finding).is_some_and(|own| own != sex)
        {
            out.push((rules::PERSON_SEX, place, None, word.to_string()));
        } else if let Some(date) = birthday(context, i)
            && differs(finding, date)
        {
            out.push((rules::PERSON_BIRTH, place, Some(date.start..date.end), date.value.clone()));
        }
    }
    for (code, place, related, word) in out {
        context.say(code, Severity::Doubtful, place, related.into_iter().collect(), &[&word]);
    }
}

fn facts_sex(finding: &Finding) -> Option<Sex> {
    finding.facts.iter().find_map(|fact| match fact {
        Fact::Sex(sex) => Some(*sex),
        _ => None,
    })
}

/// The address right before a number and its label: `何远先生(身份证号码:`.
fn address(context: &Context, finding: &Finding) -> Option<(&'static str, Sex)> {
    let at = context.inside(finding).start;
    let mut before = context.body.before(at, 18);
    const LABELS: [&str; 14] =
        ["居民", "公民", "身份证", "身份", "证件", "号码", "号", "(", ":", ",", "为", "编", "、", "持有"];
    while let Some(rest) = LABELS.iter().find_map(|label| before.strip_suffix(label)) {
        before = rest;
    }
    // 女士 of a firm is no person's address: a name of two characters stands before.
    let word = [("先生", Sex::Male), ("女士", Sex::Female), ("小姐", Sex::Female)].into_iter();
    let mut word = word.filter(|(word, _)| before.ends_with(word));
    let (word, sex) = word.next()?;
    let name = before.strip_suffix(word)?;
    let chinese = name.chars().rev().take_while(|c| ('一'..='\u{9fff}').contains(c)).count();
    let two = ["和", "与", "及"].iter().any(|and| name.contains(and));
    (chinese >= 2 && !two).then_some((word, sex))
}

/// The day of birth before a number: `1987年5月3日出生,身份证号:`, `出生日期:1987年5月3日`; nobody else's number between.
fn birthday<'a>(context: &'a Context, index: usize) -> Option<&'a Finding> {
    let date = context.findings[..index].last().filter(|date| date.kind == &kinds::date::KIND)?;
    let at = context.inside(date);
    let gap = context.body.compact.get(at.end..context.inside(&context.findings[index]).start)?;
    let near = gap.chars().count() <= 24 && !gap.contains(['。', ';', '、']);
    let before = context.body.before(at.start, 6).trim_end_matches([':', '为', '于']);
    let born = gap.starts_with("出生") || gap.starts_with("生,") || gap.starts_with("生人");
    let labelled = ["出生日期", "出生年月日", "出生年月", "生日"].iter().any(|word| before.ends_with(word));
    let other = ["农历", "阴历", "之子", "之女", "父亲", "母亲", "监护", "法定代理"].iter();
    let other =
        other.clone().any(|word| gap.contains(word) || context.body.before(at.start, 12).contains(word));
    (near && (born || labelled) && !other).then_some(date)
}

/// Does a part that shows in both differ?
fn differs(finding: &Finding, date: &Finding) -> bool {
    let [Fact::Date { year: Some(born), month: born_month, day: born_day }, ..] = date.facts[..] else {
        return false;
    };
    finding.facts.iter().any(|fact| match *fact {
        Fact::Birth { year, month, day } => {
            year != born
                || month.is_some_and(|month| month != born_month)
                || day.zip(born_day).is_some_and(|(day, born)| day != born)
        }
        _ => false,
    })
}
