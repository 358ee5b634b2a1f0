//! What stands twice and should not (重复): in one list, in two notices of a page.
//!
//! A number may be repeated in a text for good reason. Spoken of is only what can be there but once: two items of one
//! enumeration, one seal's code for two seals, one identity number for two persons, one person twice in a list.

use crate::kinds;
use std::cmp::Ordering;
use std::ops::Range;

use super::credit::{self, Owner};
use super::name_words::is_person;
use super::names::{RENAMED, SEVERAL};
use super::parties::{Edge, Role};
use super::rules::{self, Off, Rule};
use super::{Context, Notice, Objection};
use crate::finding::Finding;
use crate::judgement::Severity::{self, Doubtful, Hint};
use crate::notice::Options;
use crate::order;

/// What a notice hands on to the rules that look at all notices (留痕).
#[derive(Debug, Default)]
pub struct Trace {
    /// Its text, folded.
    pub compact: String,
    /// Its names with credit codes.
    pub owners: Vec<Owner>,
    /// Whose its seals and identity numbers are.
    holders: Vec<Kept>,
}

/// A number of which there is but one, with the one it belongs to.
#[derive(Clone, Debug)]
struct Holder<'a> {
    value: &'a str,
    place: Range<usize>,
    /// The person or organisation, if it is sure.
    name: Option<&'a str>,
    /// Which seal it is; 0 for identity numbers and seals of no name.
    seal: u8,
}

/// The same for later.
#[derive(Debug)]
struct Kept {
    value: String,
    place: Range<usize>,
    name: Option<String>,
    seal: u8,
}

impl Holder<'_> {
    fn keep(&self) -> Kept {
        let (value, name) = (self.value.to_string(), self.name.map(str::to_string));
        Kept { value, place: self.place.clone(), name, seal: self.seal }
    }
}

impl Kept {
    fn holder(&self) -> Holder<'_> {
        Holder { value: &self.value, place: self.place.clone(), name: self.name.as_deref(), seal: self.seal }
    }
}

/// Looks for what stands twice in one notice.
pub fn check(context: &mut Context) {
    if context.sort.id == "correction" {
        return;
    }
    enumerations(context);
    let (findings, body) = (context.findings, context.body);
    let mut whole = seals(context, findings, &body.compact);
    let persons = persons(context, findings, &body.compact);
    // What is masked is not known to be one.
    whole.extend(persons.iter().filter(|person| !person.value.contains('*')).cloned());
    for (left, right) in clashes(&whole) {
        let (left, right) = (&whole[left], &whole[right]);
        let (rule, args) = words(left, right);
        context.say(rule, Doubtful, right.place.clone(), vec![left.place.clone()], &args);
    }
    twice(context, &persons);
    context.trace.holders = whole.iter().map(Holder::keep).collect();
}

/// Numbers that are listed one behind the other, one of them twice.
fn enumerations(context: &mut Context) {
    let findings = context.findings;
    let mut found = Vec::new();
    let mut start = 0;
    while start < findings.len() {
        let mut end = start + 1;
        if is_listed(&findings[start]) {
            while end < findings.len() && goes_on(context.text, &findings[end - 1], &findings[end]) {
                end += 1;
            }
        }
        if end - start > 1 {
            let mut order: Vec<usize> = (start..end).collect();
            order::by(&mut order, &|a, b| findings[a].value.cmp(&findings[b].value));
            let pairs = order.windows(2).map(|pair| (&findings[pair[0]], &findings[pair[1]]));
            found.extend(pairs.filter(|(a, b)| a.value == b.value));
        }
        start = end;
    }
    if found.is_empty() {
        return;
    }
    // Invoices of two batches may have one number.
    let batches = context.of_kind(&kinds::invoice_code::KIND).count() > 1;
    for (first, second) in found {
        if !(batches && second.kind == &kinds::invoice_number::KIND) {
            let [first, second] = [first, second].map(|f| (f.start..f.end, &f.value));
            context.say(rules::DUPLICATE_LISTED, Doubtful, second.0, vec![first.0], &[second.1]);
        }
    }
}

/// Would it be a slip to list this number twice? What is masked is not known to be one.
fn is_listed(finding: &Finding) -> bool {
    finding.kind.of.is_listed_once() && !finding.value.contains('*')
}

/// Does nothing but a sign part two numbers of one kind?
fn goes_on(text: &str, last: &Finding, next: &Finding) -> bool {
    let sign = |c: char| matches!(c, '、' | '，' | ',' | '；' | ';' | '和' | '及' | '与');
    let gap = &text[last.end..next.start];
    last.kind.id == next.kind.id && gap.contains(sign) && gap.chars().all(|c| sign(c) || c.is_whitespace())
}

/// The seals' codes, each with the seal and the one it belongs to.
fn seals<'a>(context: &Context, findings: &'a [Finding], compact: &'a str) -> Vec<Holder<'a>> {
    let codes = findings.iter().filter(|finding| finding.kind == &kinds::seal_code::KIND).map(|finding| {
        let at = context.inside(finding).start;
        let name = organisation_before(context, at).map(|range| &compact[range]);
        let seal = seal(context.body.before(at, 24));
        Holder { value: &finding.value, place: finding.start..finding.end, name, seal }
    });
    codes.collect()
}

/// Which seal the words before a code name; 0 if they name none.
fn seal(before: &str) -> u8 {
    const SEALS: [(&str, u8); 11] = [
        ("公章", 1),
        ("财务专用章", 2),
        ("财务章", 2),
        ("合同专用章", 3),
        ("合同章", 3),
        ("发票专用章", 4),
        ("发票章", 4),
        ("法人章", 5),
        ("法定代表人章", 5),
        ("名章", 5),
        ("业务专用章", 6),
    ];
    let found = SEALS.iter().filter_map(|(word, seal)| before.rfind(word).map(|at| (at + word.len(), *seal)));
    found.max().map_or(0, |(_, seal)| seal)
}

/// Whose seal it is: the organisation named before it, if nothing else comes between.
fn organisation_before(context: &Context, at: usize) -> Option<Range<usize>> {
    let names = &context.names.text;
    let name = &names[names.partition_point(|name| name.range.end <= at).checked_sub(1)?];
    let gap = &context.body.compact[name.range.end..at];
    let tied = gap.contains('章')
        && gap.chars().count() <= 40
        && !gap.contains(['。', ';'])
        && !["报案", "备案", "刻", "原", "新", "由"].iter().any(|word| gap.contains(word));
    (name.edge == Edge::Sure && tied).then(|| name.range.clone())
}

/// The identity numbers, each with the person before it.
fn persons<'a>(context: &Context, findings: &'a [Finding], compact: &'a str) -> Vec<Holder<'a>> {
    let numbers = findings.iter().filter(|finding| {
        [
            &kinds::resident_id::KIND,
            &kinds::resident_id_15::KIND,
            &kinds::masked_id::KIND,
            &kinds::residence_permit::KIND,
        ]
        .contains(&finding.kind)
    });
    let persons = numbers.map(|finding| {
        let at = context.inside(finding).start;
        let before =
            compact[..at].char_indices().rev().take(24).last().map_or("", |(start, _)| &compact[start..at]);
        Holder {
            value: &finding.value,
            place: finding.start..finding.end,
            name: person_before(before),
            seal: 0,
        }
    });
    persons.collect()
}

/// The person whose number follows, if nothing else can be meant.
fn person_before(before: &str) -> Option<&str> {
    const BETWEEN: [&str; 24] = [
        "遗失",
        "丢失",
        "不慎",
        "将",
        "居民",
        "二代",
        "第二代",
        "一张",
        "一枚",
        "原件",
        "居民身份证号码",
        "居民身份证号",
        "公民身份证号码",
        "公民身份号码",
        "身份证件号码",
        "身份证号码",
        "身份证号",
        "身份证",
        "身份号码",
        "号码",
        ",男",
        ",女",
        "证号",
        "编号",
    ];
    const LEADS: [&str; 22] = [
        "法定代表人",
        "负责人",
        "经营者",
        "投资人",
        "成员",
        "组长",
        "被告",
        "原告",
        "职工",
        "员工",
        "同志",
        "借款人",
        "债务人",
        "保证人",
        "担保人",
        "执行人",
        "申请人",
        "声明人",
        "姓名",
        "户主",
        "村民",
        "业主",
    ];
    let mut name = without_paper(before);
    loop {
        let bare = name.trim_end_matches(['(', ':', ',', '、', '.', '是', '为']);
        let bare = BETWEEN.iter().find_map(|word| bare.strip_suffix(word)).unwrap_or(bare);
        if bare.len() == name.len() {
            break;
        }
        name = bare;
    }
    let start = name.char_indices().rev().take_while(|(_, c)| matches!(c, '一'..='\u{9fff}')).last()?.0;
    // What is cut off at the left may be longer.
    let whole = start > 0 || name.chars().count() < 10;
    let run = &name[start..];
    if whole && is_person(run) {
        return Some(run);
    }
    let led = LEADS.iter().find_map(|lead| run.rfind(lead).map(|at| &run[at + lead.len()..]));
    let bare = led.unwrap_or_else(|| run.trim_start_matches(['与', '和', '及', '由', '将']));
    (whole && is_person(bare)).then_some(bare)
}

/// Words before a number in brackets without the paper that they say is lost: `王强遗失驾驶证(`.
fn without_paper(before: &str) -> &str {
    let Some((owner, paper)) =
        ["遗失", "丢失"].iter().filter_map(|word| before.strip_suffix('(')?.rsplit_once(*word)).next()
    else {
        return before;
    };
    let one = paper.ends_with(['证', '卡', '照', '书', '本', '簿', '册'])
        && paper.chars().all(|c| matches!(c, '一'..='\u{9fff}'))
        && !paper.contains(['之', '父', '母', '子', '女', '的', '和', '及']);
    if one { owner } else { before }
}

/// Numbers that belong to two, in text order: the later with the one before it.
fn clashes(holders: &[Holder]) -> Vec<(usize, usize)> {
    let mut order: Vec<usize> = (0..holders.len()).collect();
    order::by(&mut order, &|a, b| holders[a].value.cmp(holders[b].value));
    let pairs = order.windows(2).map(|pair| (pair[0], pair[1]));
    pairs.filter(|&(a, b)| clash(&holders[a], &holders[b])).collect()
}

/// One number, two seals or two that own it?
fn clash(a: &Holder, b: &Holder) -> bool {
    let owners = a.name.zip(b.name).is_some_and(|(a, b)| !a.contains(b) && !b.contains(a));
    let seals = a.seal != b.seal && a.seal > 0 && b.seal > 0;
    a.value == b.value && (owners || seals)
}

fn words<'a>(a: &Holder<'a>, b: &Holder<'a>) -> (rules::Code, Vec<&'a str>) {
    if a.seal > 0 || b.seal > 0 {
        (rules::DUPLICATE_SEAL, vec![b.value])
    } else {
        (rules::DUPLICATE_IDENTITY, vec![b.value, a.name.unwrap_or_default(), b.name.unwrap_or_default()])
    }
}

/// One person twice in a list: three or more, each with a number.
fn twice(context: &mut Context, persons: &[Holder]) {
    // Who owes or stands surety for several is named as often.
    if persons.len() < 3 || SEVERAL.contains(&context.sort.id) {
        return;
    }
    let mut found = Vec::new();
    let by = |a: &Holder, b: &Holder| a.value.cmp(b.value).then_with(|| a.name.cmp(&b.name));
    let mut order: Vec<usize> = (0..persons.len()).filter(|&i| persons[i].name.is_some()).collect();
    order::by(&mut order, &|a, b| by(&persons[a], &persons[b]));
    for pair in order.windows(2) {
        let (left, right) = (&persons[pair[0]], &persons[pair[1]]);
        if by(left, right) == Ordering::Equal {
            found.push((left, right));
        }
    }
    // Many of them: the list is given twice on purpose.
    if found.len() * 4 > persons.len() {
        return;
    }
    for (left, right) in found {
        let name = right.name.unwrap_or_default();
        let related = vec![left.place.clone()];
        context.say(rules::DUPLICATE_PERSON, Doubtful, right.place.clone(), related, &[name, right.value]);
    }
}

/// Looks for what stands in two notices. Each of the two is told of the other.
pub fn across(text: &str, notices: &mut [Notice], traces: &[Trace], findings: &[Finding], options: &Options) {
    if notices.len() < 2 {
        return;
    }
    let mut page = Page { notices, traces, off: options.off };
    let same = page.same_notices(text);
    page.credit_codes(&same);
    page.holders(&same);
    page.numbers(&same, findings);
    page.reduced_and_wound_up();
}

/// So many places are told of one thing at most.
const PLACES: usize = 8;

struct Page<'a> {
    notices: &'a mut [Notice],
    traces: &'a [Trace],
    off: Off,
}

impl Page<'_> {
    /// Says it of both, each with the place in the other.
    fn say(
        &mut self,
        code: rules::Code,
        severity: Severity,
        sides: [(usize, Range<usize>); 2],
        args: &[&str],
    ) {
        let rule = code.rule();
        if self.off.has(rule) {
            return;
        }
        let [left, right] = sides;
        for ((notice, place), (_, other)) in [(left.clone(), right.clone()), (right, left)] {
            self.say_of((notice, place), vec![other], rule, severity, args);
        }
    }

    /// Says it of one notice, with places in others.
    fn say_of(
        &mut self,
        (notice, place): (usize, Range<usize>),
        related: Vec<Range<usize>>,
        rule: &'static Rule,
        severity: Severity,
        args: &[&str],
    ) {
        self.notices[notice].problems.push(Objection {
            rule,
            severity: severity.min(rule.severity),
            start: place.start,
            end: place.end,
            related,
            args: args.iter().map(|&arg| arg.to_string()).collect(),
        });
    }

    /// Notices of the very same text, as the number of the first such; those are told once, and as a whole.
    fn same_notices(&mut self, text: &str) -> Vec<usize> {
        let mut first: Vec<usize> = (0..self.traces.len()).collect();
        let mut order = first.clone();
        order::by(&mut order, &|a, b| self.traces[a].compact.cmp(&self.traces[b].compact));
        for pair in order.windows(2) {
            let [a, b] = pair else { continue };
            if self.traces[*a].compact == self.traces[*b].compact {
                first[*b] = first[*a];
            }
        }
        let rule = rules::DUPLICATE_NOTICE.rule();
        let mut groups: Vec<(usize, Vec<usize>)> = Vec::new();
        if !self.off.has(rule) {
            first.iter().enumerate().for_each(|(notice, &before)| order::add_to(&mut groups, before, notice));
        }
        for (_, group) in groups.iter().filter(|(_, group)| group.len() > 1) {
            let line = |n: usize| {
                let Notice { start, end, .. } = self.notices[n];
                start..text[start..end].find('\n').map_or(end, |at| start + at)
            };
            let lines: Vec<_> = group.iter().map(|&n| line(n)).collect();
            for (own, &notice) in group.iter().enumerate() {
                let others = lines.iter().enumerate().filter(|(other, _)| *other != own);
                let others = others.take(PLACES).map(|(_, line)| line.clone()).collect();
                self.say_of((notice, lines[own].clone()), others, rule, Hint, &[&group.len().to_string()]);
            }
        }
        first
    }

    /// One name with two codes, one code behind two names.
    fn credit_codes(&mut self, same: &[usize]) {
        let traces = self.traces;
        let own = |n: usize| traces[n].owners.iter().map(move |owner| (n, owner));
        let (places, owners): (Vec<usize>, Vec<&Owner>) = (0..traces.len()).flat_map(own).unzip();
        for (left, right, clash) in credit::clashes(&owners) {
            let (a, b) = (places[left], places[right]);
            let renamed = |n: usize| RENAMED.iter().any(|word| traces[n].compact.contains(word));
            if same[a] != same[b] && !renamed(a) && !renamed(b) {
                let (left, right) = (owners[left], owners[right]);
                let (rule, args) = clash.words(left, right);
                self.say(rule, Doubtful, [(a, left.at.clone()), (b, right.at.clone())], &args);
            }
        }
    }

    /// One seal's code or one identity number in two names.
    fn holders(&mut self, same: &[usize]) {
        let traces = self.traces;
        let own = |n: usize| traces[n].holders.iter().map(move |kept| (n, kept.holder()));
        let (places, holders): (Vec<usize>, Vec<Holder>) = (0..traces.len()).flat_map(own).unzip();
        for (left, right) in clashes(&holders) {
            let (a, b) = (places[left], places[right]);
            if same[a] != same[b] {
                let (rule, args) = words(&holders[left], &holders[right]);
                let places = [(a, holders[left].place.clone()), (b, holders[right].place.clone())];
                self.say(rule, Doubtful, places, &args);
            }
        }
    }

    /// Numbers of things of which there is but one, in two notices.
    fn numbers(&mut self, same: &[usize], findings: &[Finding]) {
        const LEAST: usize = 7;
        let mut order: Vec<usize> = (0..findings.len())
            .filter(|&i| {
                let finding = &findings[i];
                finding.value.len() >= LEAST
                    && !finding.value.contains('*')
                    && !finding.kind.of.is_shared()
                    && finding.notice.is_some_and(|n| !SEVERAL.contains(&self.notices[n].sort.id))
            })
            .collect();
        let key = |i: usize| (findings[i].kind.id, findings[i].value.as_str());
        order::by(&mut order, &|a, b| key(a).cmp(&key(b)));
        for pair in order.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            let (Some(left), Some(right)) = (findings[a].notice, findings[b].notice) else { continue };
            if key(a) != key(b) || same[left] == same[right] || other_batch(findings, a, b) {
                continue;
            }
            let places = [a, b].map(|i| findings[i].start..findings[i].end);
            // What has been said as a doubt need not be said as a hint.
            let told = self.notices[right]
                .problems
                .iter()
                .any(|problem| problem.start == places[1].start && problem.related.contains(&places[0]));
            if !told {
                let [at, other] = places;
                self.say(rules::DUPLICATE_NUMBER, Hint, [(left, at), (right, other)], &[&findings[a].value]);
            }
        }
    }

    /// One company that reduces its capital and is wound up.
    fn reduced_and_wound_up(&mut self) {
        let mut all: Vec<(String, bool, usize, Range<usize>)> = Vec::new();
        for (n, notice) in self.notices.iter().enumerate() {
            let wound_up =
                notice.sort.id.starts_with("winding_up") || notice.sort.id == "simple_deregistration";
            if !wound_up && !notice.sort.id.ends_with("capital_reduction") {
                continue;
            }
            let companies = notice.parties.iter().filter(|party| {
                matches!(party.role, Role::Text | Role::Signature) && party.name.ends_with("公司")
            });
            all.extend(companies.map(|p| (p.name.clone(), wound_up, n, p.start..p.end)));
        }
        // Of each notice the first place that names the company.
        let mut all =
            order::sorted(all, |a, b| (&a.0, a.1, a.2, a.3.start).cmp(&(&b.0, b.1, b.2, b.3.start)));
        all.dedup_by(|b, a| (&a.0, a.2) == (&b.0, b.2));
        let mut pairs: Vec<(usize, usize)> = Vec::new();
        for i in 1..all.len() {
            let (a, b) = (all[i - 1].clone(), all[i].clone());
            if a.0 == b.0 && a.1 != b.1 && !pairs.contains(&(a.2, b.2)) {
                pairs.push((a.2, b.2));
                self.say(rules::DUPLICATE_COMPANY, Hint, [(a.2, a.3), (b.2, b.3)], &[&a.0]);
            }
        }
    }
}

/// Invoices of two batches may have one number.
fn other_batch(findings: &[Finding], a: usize, b: usize) -> bool {
    if findings[a].kind != &kinds::invoice_number::KIND || findings[a].value.len() > 8 {
        return false;
    }
    let code = |i: usize| {
        let own = findings[i].notice;
        let before = findings[..i].iter().rev().take_while(|f| f.notice == own);
        before.into_iter().find(|f| f.kind == &kinds::invoice_code::KIND).map(|f| &f.value)
    };
    let (left, right) = (code(a), code(b));
    left.is_none() || left != right
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{finds, gives};

    #[test]
    fn whose_number() {
        finds(
            |before| person_before(before).map(|name| name.to_string()),
            "
            郑安平  1.郑安平(
            何远    ;2.何远(身份证号:
            秦若舟  经营者秦若舟,身份证号码
            王伟二  2王伟二
            崔小山  。投资人:崔小山(公民身份号码:
            孙长顺  孙长顺,男,身份证号
            夏国柱  231X)与夏国柱(身份证号:
            none    遗失的居民身份证号码  长春市春榆食品有限公司(  以下职工身份证号码有误,现予更正:
            ",
        );
    }

    #[test]
    fn which_seal() {
        gives(
            |before| seal(before).to_string(),
            "
            1  将公章(编码:
            2  将公章(编码:2201041234567)、财务专用章(编码:
            4  发票专用章一枚,编号
            5  法定代表人名章(
            0  印章编码
            ",
        );
    }
}
