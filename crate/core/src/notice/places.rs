//! Regions inside numbers (行政区划) against each other and against the names beside them.
//!
//! A company's seal is cut where it sits: a seal of another province than its credit code is worth a look. A name that
//! begins with another place than the code's is only a hint: companies move and keep their names. Codes of provinces,
//! of 市辖区 and of zones are what registrars of cities use, and areas that were moved to another city keep their old ones.

use super::Context;
use super::credit::Owner;
use super::parties::Edge;
use super::rules;
use crate::finding::Finding;
use crate::judgement::{Fact, Lang, Severity, Verdict};
use crate::kinds;
use crate::tables::regions;

/// Names that are compared in one notice: a list of hundreds is a table, and others look after it.
const MOST: usize = 20;

/// Compares the regions of a notice.
pub fn check(context: &mut Context) {
    company(context);
    names(context);
}

/// The region that a number begins with, as far as it is written in it.
pub(super) fn region(finding: &Finding) -> Option<[u8; 6]> {
    finding.facts.iter().find_map(|fact| match *fact {
        Fact::Region(code) => Some(code),
        _ => None,
    })
}

/// How near two regions lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Near {
    /// One prefecture, or one of them stands for all of the province.
    Prefecture,
    /// One province.
    Province,
    /// Nothing in common.
    Nothing,
}

/// Compares two codes, also by the codes that their areas have or had at other times.
pub(super) fn near(a: &[u8; 6], b: &[u8; 6]) -> Near {
    if *a == regions::STATE || *b == regions::STATE || same_prefecture(a, b) {
        return Near::Prefecture;
    }
    let others = |code: &[u8; 6]| -> Vec<[u8; 6]> {
        let today = regions::place(code).map(|place| place.today()).unwrap_or_default();
        std::iter::once(*code).chain(today).collect()
    };
    let (all_a, all_b) = (others(a), others(b));
    if all_a.iter().any(|a| all_b.iter().any(|b| same_prefecture(a, b))) {
        return Near::Prefecture;
    }
    let province = all_a.iter().any(|a| all_b.iter().any(|b| a[..2] == b[..2]));
    if province { Near::Province } else { Near::Nothing }
}

fn same_prefecture(a: &[u8; 6], b: &[u8; 6]) -> bool {
    // Cities under the province (省直辖, 90) lie in no prefecture, and those under the State are one.
    let wide = |code: &[u8; 6]| {
        matches!(&code[2..4], b"00" | b"90") || matches!(&code[..2], b"11" | b"12" | b"31" | b"50")
    };
    a[..2] == b[..2] && (a[2..4] == b[2..4] || wide(a) || wide(b))
}

/// The seals and the older numbers of a notice's one company, and its address.
fn company(context: &mut Context) {
    let findings = context.findings;
    let mut codes = findings.iter().filter(|finding| finding.kind == &kinds::uscc::KIND);
    let (Some(code), None) = (codes.next(), codes.next()) else { return };
    let Some(own) = region(code).filter(|_| code.verdict == Verdict::Verified) else { return };
    // Whose the code is must be beyond doubt, and no other company named that the seal may be of.
    let sure = context.names.text.iter().filter(|name| name.edge == Edge::Sure).count();
    let one = sure <= 1 && context.trace.owners.len() == 1;
    if !one || context.says("分公司") || context.says("变更") || context.says("迁") {
        return;
    }
    let at = code.start..code.end;
    let mut far = Vec::new();
    for finding in findings {
        let seal = finding.kind == &kinds::seal_code::KIND;
        if !seal
            && ![&kinds::registration_number::KIND, &kinds::tax_registration::KIND].contains(&finding.kind)
        {
            continue;
        }
        let Some(theirs) = region(finding).filter(regions::known) else { continue };
        let (rule, severity) = match (near(&own, &theirs), seal) {
            (Near::Prefecture, _) => continue,
            (Near::Nothing, true) => (rules::PLACE_SEAL, Severity::Doubtful),
            (Near::Province, true) => (rules::PLACE_SEAL_CITY, Severity::Hint),
            (_, false) => (rules::PLACE_NUMBER, Severity::Hint),
        };
        far.push((rule, severity, finding.start..finding.end, theirs));
    }
    let here = said(&own, context.lang);
    for (rule, severity, place, theirs) in far {
        context.say(rule, severity, place, vec![at.clone()], &[&said(&theirs, context.lang), &here]);
    }
    address(context, &own, at);
}

/// Where the company says it sits.
fn address(context: &mut Context, own: &[u8; 6], at: std::ops::Range<usize>) {
    const LABELS: [&str; 6] = ["住所地:", "住所:", "注册地址:", "住所地为", "住所为", "注册地:"];
    let Some(label) = context.body.first(&LABELS) else { return };
    let text = &context.body.compact[label.end..];
    let Some(name) = super::cases::place_name(text).filter(|name| !agrees(own, name)) else { return };
    let range = label.end..label.end + name.len();
    if lies_elsewhere(own, name) {
        let args = [said(own, context.lang), name.to_string()];
        context.say(
            rules::PLACE_ADDRESS,
            Severity::Hint,
            at,
            vec![context.place(range)],
            &[&args[0], &args[1]],
        );
    }
}

/// Is there such a place, and none of the name in the code's prefecture?
fn lies_elsewhere(code: &[u8; 6], name: &str) -> bool {
    let others = regions::codes_of(name);
    others.map(|other| near(code, &other)).min().is_some_and(|best| best > Near::Prefecture)
}

/// The places that companies' names begin with.
fn names(context: &mut Context) {
    let mut far = Vec::new();
    for owner in context.trace.owners.iter().take(MOST) {
        let Some(place) = named(owner) else { continue };
        let Some(code) = owner.code.get(2..8).and_then(|code| <[u8; 6]>::try_from(code.as_bytes()).ok())
        else {
            continue;
        };
        if code == regions::STATE || !regions::known(&code) || agrees(&code, place) {
            continue;
        }
        if lies_elsewhere(&code, place) {
            far.push((owner.at.clone(), owner.place.clone(), said(&code, context.lang), place.to_string()));
        }
    }
    for (place, related, code, name) in far {
        context.say(rules::PLACE_NAME, Severity::Hint, place, vec![related], &[&code, &name]);
    }
}

/// The place that an owner's name begins with beyond doubt.
fn named(owner: &Owner) -> Option<&str> {
    // A branch has its parent's name in front; the code is its own.
    if owner.edge != Edge::Sure
        || !owner.proved
        || ["分公司", "支行", "分行", "营业部"].iter().any(|word| owner.name.contains(word))
    {
        return None;
    }
    super::cases::place_name(&owner.name)
}

/// Is it the code's own place, or one above it? The common case, without reading the table.
fn agrees(code: &[u8; 6], name: &str) -> bool {
    regions::place(code).is_some_and(|place| {
        place.region.name == name || place.prefecture == Some(name) || place.province == Some(name)
    })
}

/// A region in words, the province in front.
pub(super) fn said(code: &[u8; 6], lang: Lang) -> String {
    let digits = String::from_utf8_lossy(code);
    let Some(place) = regions::place(code) else { return digits.into_owned() };
    let mut name = String::new();
    let above = place.above();
    name.extend(above.into_iter().flatten());
    place.name(&mut name);
    match lang {
        Lang::Zh => format!("{digits}（{name}）"),
        Lang::En => format!("{digits} ({name})"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{gives, pair};

    #[test]
    fn near_and_far() {
        gives(
            |both| {
                let (a, b) = pair(both);
                let code = |text: &str| <[u8; 6]>::try_from(text.as_bytes()).expect("six digits");
                assert_eq!(near(&code(a), &code(b)), near(&code(b), &code(a)), "{both}");
                format!("{:?}", near(&code(a), &code(b)))
            },
            "
            Prefecture  220381|220104  // 公主岭 lies in 长春 since 2020
            Prefecture  220381|220302  // and lay in 四平
            Prefecture  229005|220182  // 九台
            Prefecture  510202|500103  // 重庆 was a part of 四川
            Prefecture  220104|220182  220104|220100  220104|220000  220171|220112  110105|110228
            Prefecture  429004|420106  100000|220104
            Province    220104|220302
            Nothing     220104|210102
            ",
        );
    }
}
