//! Case numbers (案号) against the words beside them: the day of the ruling, and the court that signs.
//!
//! A case has the year in which it was taken in: what was decided in it was decided then or later. A court's sign in
//! its own cases is that of its province (法〔2015〕137号).

use super::Context;
use super::dates::{full, words};
use super::rules;
use crate::finding::Finding;
use crate::judgement::{Fact, Severity};
use crate::kinds;
use crate::tables::regions;

/// Compares the case numbers of a notice.
pub fn check(context: &mut Context) {
    if context.of_kind(&kinds::court_case::KIND).next().is_none() {
        return;
    }
    rulings(context);
    court(context);
}

fn year(finding: &Finding) -> Option<u16> {
    finding.facts.iter().find_map(|fact| match *fact {
        Fact::Year(year) => Some(year),
        _ => None,
    })
}

/// A day and the number of a case?
fn is_ruling(date: &Finding, case: &Finding) -> bool {
    date.kind == &kinds::date::KIND && case.kind == &kinds::court_case::KIND
}

/// `2023年5月10日作出(2024)吉0102民初12号民事判决`: before the case was taken in.
fn rulings(context: &mut Context) {
    let text = &context.body.compact;
    let mut early = Vec::new();
    for pair in context.findings.windows(2) {
        let (left, right) = (context.inside(&pair[0]), context.inside(&pair[1]));
        let Some(gap) = text.get(left.end..right.start).filter(|gap| gap.len() <= 45) else { continue };
        let given = || ["作出", "作出的", "裁定", "判决", "以"].contains(&gap.trim_start_matches("依法"));
        let (date, case) = match pair {
            [date, case] if is_ruling(date, case) && given() => (date, case),
            [case, date] if is_ruling(date, case) && is_effect(gap, context.body.after(right.end, 8)) => {
                (date, case)
            }
            _ => continue,
        };
        if let (Some(day), Some(year)) = (full(date), year(case))
            && day.year() < year
        {
            early.push((
                date.start..date.end,
                case.start..case.end,
                words(day, context.lang),
                case.value.clone(),
            ));
        }
    }
    for (place, related, day, case) in early {
        context.say(rules::CASE_YEAR, Severity::Doubtful, place, vec![related], &[&day, &case]);
    }
}

/// `…号民事判决书于` and `发生法律效力`.
fn is_effect(gap: &str, after: &str) -> bool {
    let ruling = ["判决书", "裁定书", "决定书", "调解书"].iter().any(|word| gap.contains(word));
    let bound = gap.ends_with("于") || gap.ends_with("已于");
    let effect = ["生效", "发生法律效力", "作出"].iter().any(|word| after.starts_with(word));
    ruling && bound && effect && !gap.contains(['。', ';', ','])
}

/// The court that signs and the sign in the number of its own case.
fn court(context: &mut Context) {
    let text = &context.body.compact;
    let Some(signer) = context.names.signers.last().cloned() else { return };
    let court = text[signer.clone()].to_string();
    if !court.ends_with("人民法院") || court.starts_with("最高") {
        return;
    }
    // Where another court is named, the case may be that court's.
    let others = text.matches("法院").count()
        > text.matches(court.as_str()).count() + text.matches("人民法院报").count();
    if others {
        return;
    }
    // 本院 says that it is its own, or the number stands at the head; a judgment that is carried out may be another's.
    let own = context.of_kind(&kinds::court_case::KIND).next().is_some_and(|case| {
        let at = context.inside(case).start;
        let before = context.body.before(at, 24).rsplit(['。', ';']).next().unwrap_or_default();
        let theirs = ["依据", "根据", "依照", "生效", "申请执行"].iter().any(|word| before.contains(word));
        !theirs && (at <= 30 || before.contains("本院"))
    });
    if !own {
        return;
    }
    let mut signs = Vec::new();
    for case in context.of_kind(&kinds::court_case::KIND) {
        let sign = case.facts.iter().find_map(|fact| match *fact {
            Fact::Province(two) => Some(two),
            _ => None,
        });
        match sign {
            Some(sign) => signs.push((sign, case.start..case.end, case.value.clone())),
            None => return,
        }
    }
    let Some((sign, place, value)) = signs.first().cloned() else { return };
    if signs.iter().any(|(other, ..)| *other != sign) {
        return;
    }
    let Some(first) = place_name(&court) else { return };
    let Some(province) = regions::province(sign) else { return };
    let here = province == first || regions::has_named(sign, first);
    if !here && regions::is_named(first) {
        let related = vec![context.place(signer)];
        context.say(rules::CASE_COURT, Severity::Doubtful, place, related, &[&value, province, &court]);
    }
}

/// The first place in a name: 吉林省, 长春市, 榆树市 …; with its last character.
pub(super) fn place_name(name: &str) -> Option<&str> {
    let end = name.char_indices().skip(1).take(8).find(|(_, c)| "省市县区州盟旗".contains(*c));
    let (at, last) = end?;
    // 市 in 市场, 区 in 区域: the place has two characters at least.
    (at >= 6).then(|| &name[..at + last.len_utf8()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{answers, finds, pair};

    #[test]
    fn places_in_front() {
        finds(
            |name| place_name(name).map(str::to_owned),
            "
            长春市            长春市双阳区人民法院
            吉林省            吉林省高级人民法院
            榆树市            榆树市人民法院
            延边朝鲜族自治州  延边朝鲜族自治州中级人民法院
            none              长春铁路运输法院  城市法院  ∅
            ",
        );
    }

    #[test]
    fn effects() {
        answers(
            |gap| {
                let (gap, after) = pair(gap);
                is_effect(gap, after)
            },
            "
            yes  民事判决书于|发生法律效力  民事判决书已于|生效,请
            no   民事判决书,因你于|作出  一案于|作出  民事判决书于|公告
            ",
        );
    }
}
