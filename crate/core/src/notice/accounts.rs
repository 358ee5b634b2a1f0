//! Account permits (开户许可证) against the bank that is named, and dates of issue against the year in a certificate's number.
//!
//! The area in a permit's number is that of the bank's place; the list of areas is partial and banks have branches far from
//! home, so that is a hint.

use crate::kinds::{self, YearIs};
use std::ops::Range;

use super::Context;
use super::dates::full;
use super::places::{Near, near};
use super::rules;
use crate::finding::Finding;
use crate::judgement::{Fact, Flaw, Severity};
use crate::tables::{bank_areas, regions};

/// Compares permits with banks, and certificates with their dates.
pub fn check(context: &mut Context) {
    areas(context);
    issued(context);
}

fn area(finding: &Finding) -> Option<[u8; 4]> {
    finding.facts.iter().find_map(|fact| match *fact {
        Fact::BankArea(area) => Some(area),
        _ => None,
    })
}

/// The one permit of a notice, the one branch that is named, and the one number of a bank (行号).
fn areas(context: &mut Context) {
    let findings = context.findings;
    let mut permits = findings.iter().filter(|finding| finding.kind == &kinds::account_permit::KIND);
    let (Some(permit), None) = (permits.next(), permits.next()) else { return };
    let Some(area) = area(permit).and_then(|area| bank_areas::area(&area)) else { return };
    let Some(code) = area.division.and_then(|code| <[u8; 6]>::try_from(code.as_bytes()).ok()) else { return };
    let permit = permit.start..permit.end;
    let mut numbers = findings.iter().filter(|finding| finding.kind == &kinds::cnaps::KIND);
    if let (Some(number), None) = (numbers.next(), numbers.next())
        && let Some(other) = self::area(number).and_then(|area| bank_areas::area(&area))
        && let Some(division) = other.division.and_then(|code| <[u8; 6]>::try_from(code.as_bytes()).ok())
        && near(&code, &division) > Near::Prefecture
    {
        let number = number.start..number.end;
        context.say(
            rules::ACCOUNT_BANK,
            Severity::Hint,
            permit.clone(),
            vec![number],
            &[area.name, other.name],
        );
    }
    let body = context.body;
    let text = &body.compact;
    let mut banks = context.names.text.iter().filter(|name| {
        let name = &text[name.range.clone()];
        let branch =
            ["支行", "分行", "信用社", "联社", "营业部", "分社"].iter().any(|end| name.ends_with(end));
        branch
            && ["银行", "信用", "联社", "农行", "工行", "建行", "中行"].iter().any(|word| name.contains(word))
    });
    let (Some(bank), None) = (banks.next(), banks.next()) else { return };
    let name = text[bank.range.clone()].to_string();
    let at = context.place(bank.range.clone());
    // The table is read only where the two do not have one name.
    let Some(place) = branch_place(&name).filter(|place| *place != area.name) else { return };
    let mut codes = regions::codes_of(place).peekable();
    if codes.peek().is_some() && codes.all(|other| near(&code, &other) > Near::Prefecture) {
        context.say(rules::ACCOUNT_AREA, Severity::Hint, permit, vec![at], &[area.name, place]);
    }
}

/// The place in a branch's name, behind the bank's own: 靖宇县 in 中国农业银行靖宇县支行.
fn branch_place(name: &str) -> Option<&str> {
    let from = ["有限责任公司", "股份有限公司", "有限公司", "银行", "联社"]
        .iter()
        .filter_map(|word| name.rfind(word).map(|at| at + word.len()))
        .max()
        .filter(|from| *from < name.len())
        .unwrap_or(0);
    super::cases::place_name(&name[from..])
}

/// Labels of the day on which a certificate was given out.
const ISSUED: [&str; 10] = [
    "签发日期",
    "签发时间",
    "发证日期",
    "发证时间",
    "颁发日期",
    "颁发时间",
    "核发日期",
    "填发日期",
    "签发日",
    "发证日",
];

/// Words right behind the day on which a certificate was given out.
const GIVEN: [&str; 9] = ["发证", "核发", "颁发", "签发", "填发", "发放", "制发", "由", "登记发证"];

/// A certificate whose number has a later year than the day on which it was given out.
fn issued(context: &mut Context) {
    let mut early = Vec::new();
    for pair in context.findings.windows(2) {
        let (number, day, bound) = match (year(&pair[0]), year(&pair[1])) {
            (Some(_), None) => (&pair[0], &pair[1], is_issue_behind as fn(&Context, _, _) -> bool),
            (None, Some(_)) => (&pair[1], &pair[0], is_issue_before as fn(&Context, _, _) -> bool),
            _ => continue,
        };
        let Some((year, date)) = year(number).zip(full(day)).filter(|(year, date)| date.year() < *year)
        else {
            continue;
        };
        let told = number.problems.iter().any(|p| matches!(p.flaw, Flaw::Year | Flaw::Words));
        if !told && bound(context, context.inside(&pair[0]), context.inside(&pair[1])) {
            let (number, day) = (number.start..number.end, day.start..day.end);
            early.push((number, day, year.to_string(), date.year().to_string()));
        }
    }
    for (place, related, year, day) in early {
        context.say(rules::ACCOUNT_ISSUED, Severity::Doubtful, place, vec![related], &[&year, &day]);
    }
}

/// Was the certificate given out on the day that stands behind its number: `发证日期：…`, `…发证`?
fn is_issue_behind(context: &Context, number: Range<usize>, day: Range<usize>) -> bool {
    let Some(gap) = context.body.compact.get(number.end..day.start) else { return false };
    let bound = gap.trim_end_matches([':', '为', '是']).trim_start_matches(['号', ',', '(', ')', '、']);
    if ISSUED.contains(&bound) {
        return true;
    }
    let behind = context.body.after(day.end, 4);
    let office = bound.strip_suffix('于').unwrap_or(bound);
    let plain =
        office.is_empty() || office.starts_with('由') && !office.contains([',', '。', ';', '证', '原']);
    // `2015年5月6日核发的土地使用证` is another.
    let mut given = GIVEN.iter().filter(|word| **word != "由").filter_map(|word| behind.strip_prefix(word));
    plain && gap.chars().count() <= 24 && given.any(|rest| !rest.starts_with('的'))
}

/// Was it given out on the day that stands before it: `2015年5月6日核发的不动产权证书，证号：…`?
fn is_issue_before(context: &Context, day: Range<usize>, number: Range<usize>) -> bool {
    let Some(gap) = context.body.compact.get(day.end..number.start) else { return false };
    let given = GIVEN.iter().any(|word| gap.starts_with(word));
    // One paper: what follows 的 up to its number names no other.
    given
        && gap.chars().count() <= 40
        && gap.split_once("发的").is_some_and(|(office, paper)| {
            !office.contains([',', '。', ';', '、', '换', '补'])
                && !paper.contains(['。', ';', '、', '和', '及', '原', '换', '补'])
        })
}

/// The year in the number of a certificate. In others it is no year of issue.
fn year(finding: &Finding) -> Option<u16> {
    let certificate = finding.kind.year == YearIs::Issue;
    finding.facts.iter().filter(|_| certificate).find_map(|fact| match *fact {
        Fact::Year(year) | Fact::YearMonth(year, _) | Fact::Qualified(year) => Some(year),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::finds;

    #[test]
    fn places_of_branches() {
        finds(
            |name| branch_place(name).map(str::to_owned),
            "
            靖宇县  中国农业银行股份有限公司靖宇县支行  中国农业银行靖宇县支行
            长春市  吉林银行长春市朝阳支行
            榆树市  榆树市农村信用合作联社
            none    中国工商银行朝阳支行  中国工商银行营业部
            ",
        );
    }
}
