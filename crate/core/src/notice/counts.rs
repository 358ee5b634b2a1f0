//! Counts that stand apart from what they count (张数、枚数、人数): 以上两张, 共三枚, 等29人, 以下5名职工.
//!
//! A count beside a list of numbers is compared where the list is read. Here the whole notice is looked through for
//! what is counted, and the rule is silent where something may have been counted that bears no number.

use crate::kinds::{self, Kind, cheque_number, fiscal_receipt_number, invoice_number, receipt_number};
use std::ops::Range;

use super::Context;
use super::body::Body;
use super::lists;
use super::rules;
use crate::finding::Finding;
use crate::judgement::Severity::{Doubtful, Hint};
use crate::judgement::{Fact, Flaw, Verdict};
use crate::kinds::range;
use crate::order;
use crate::tables::numerals;

/// Compares the counts of a notice with what it lists.
pub fn check(context: &mut Context) {
    // What was told of a number is not said again.
    let told = |finding: &Finding| finding.problems.iter().any(|p| matches!(p.flaw, Flaw::Count { .. }));
    if !context.findings.iter().any(told) {
        papers(context);
    }
    seals(context);
    persons(context);
}

/// A count in the text: 两张.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Count {
    number: u64,
    /// Number and unit, in the text it was read from.
    at: Range<usize>,
}

/// The counts with one of these units behind them.
fn counts(text: &str, units: &[char]) -> Vec<Count> {
    let units = text.char_indices().filter(|(_, c)| units.contains(c));
    units.filter_map(|(at, unit)| count(text, at, unit)).collect()
}

/// The same all over a notice.
fn counts_of(body: &Body, units: &[char]) -> Vec<Count> {
    let units = body.signs(|c| units.contains(&c));
    units.filter_map(|(at, unit)| count(&body.compact, at, unit)).collect()
}

/// The count right before a unit.
fn count(text: &str, at: usize, unit: char) -> Option<Count> {
    let numeral = |c: &char| c.is_ascii_digit() || *c == '两' || numerals::is_numeral(*c);
    let run: Vec<char> = text[..at].chars().rev().take(8).take_while(numeral).collect();
    let start = at - run.iter().map(|c| c.len_utf8()).sum::<usize>();
    let digits: Vec<char> = run.into_iter().rev().map(|c| if c == '两' { '二' } else { c }).collect();
    let number = value(&digits).filter(|&number| number > 0)?;
    Some(Count { number, at: start..at + unit.len_utf8() })
}

fn value(digits: &[char]) -> Option<u64> {
    if let Some((count, len)) = numerals::figures(digits) {
        return (len == digits.len()).then_some(count.into());
    }
    let numeral = numerals::read(digits).filter(|numeral| !numeral.broken)?;
    (numeral.len == digits.len()).then_some(numeral.value)
}

/// What a word counts.
static PAPERS: [(&str, &[&Kind]); 4] = [
    ("收据", &[&receipt_number::KIND, &fiscal_receipt_number::KIND]),
    ("发票", &[&invoice_number::KIND]),
    ("支票", &[&cheque_number::KIND]),
    (
        "票据",
        &[&receipt_number::KIND, &fiscal_receipt_number::KIND, &invoice_number::KIND, &cheque_number::KIND],
    ),
];

/// 以上两张收据, 上述三份发票: all numbers before it.
fn papers(context: &mut Context) {
    let body = context.body;
    let mut all = counts_of(body, &['张', '份']);
    all.retain(|count| is_summary(body, count));
    let [count] = &all[..] else { return };
    if let Some((listed, places)) = listed(context, count)
        && listed != count.number
    {
        let place = context.place(count.at.clone());
        let words = body.compact[count.at.clone()].to_string();
        context.say(rules::COUNT_LISTED, Doubtful, place, places, &[&words, &listed.to_string()]);
    }
}

fn is_summary(body: &Body, count: &Count) -> bool {
    let before = body.before(count.at.start, 8).trim_end_matches(['共', '计', '合', '总', '的']);
    let bare = PAPERS.iter().find_map(|(word, _)| before.strip_suffix(word)).unwrap_or(before);
    bare.ends_with("以上") || bare.ends_with("上述")
}

/// How many numbers of the counted kind stand before the count, and where; none if it is unsure.
fn listed(context: &Context, count: &Count) -> Option<(u64, Vec<Range<usize>>)> {
    const UNSURE: [&str; 9] = ["联", "一式", "每", "各", "等", "连号", "空白", "整本", "复印"];
    let body = context.body;
    let compact = &body.compact;
    let after = body.after(count.at.end, 2);
    let before = body.before(count.at.start, 8);
    let word = PAPERS.iter().find(|(word, _)| after.starts_with(word) || before.contains(word));
    let all: Vec<&Kind> = PAPERS.iter().flat_map(|(_, kinds)| kinds.iter().copied()).collect();
    let kinds = word.map_or(&all[..], |(_, kinds)| kinds);
    let own: Vec<&Finding> = context.findings.iter().filter(|f| kinds.contains(&f.kind)).collect();
    let (first, last) = (own.first()?, own.last()?);
    let alike = own.iter().all(|finding| finding.kind == first.kind && finding.verdict < Verdict::Doubtful);
    let (start, end) = (context.inside(first).start, context.inside(last).end);
    if !alike || end > count.at.start {
        return None;
    }
    let counted = &compact[..count.at.start];
    if UNSURE.iter().any(|word| counted.contains(word))
        || !counts(counted, &['张', '份', '本', '套', '枚']).is_empty()
    {
        return None;
    }
    // Digits beside the list that were not read as a number.
    let places: Vec<Range<usize>> = context.findings.iter().map(|finding| context.inside(finding)).collect();
    let loose = runs(&compact[start..count.at.start])
        .map(|run| run.start + start..run.end + start)
        .filter(|run| !places.iter().any(|place| place.start <= run.start && run.end <= place.end));
    for run in loose {
        let near = body
            .before(run.start, 1)
            .ends_with(['、', ',', '和', '及', '号', ':', '/', '.', '-', '~', '至', '到']);
        if near || run.len() >= 4 {
            return None;
        }
    }
    let listed = own
        .iter()
        .map(|finding| range::parse(&finding.value).map_or(Some(1), |r| r.count()))
        .try_fold(0u64, |all, count| all.checked_add(count?))?;
    Some((listed, own.iter().map(|finding| finding.start..finding.end).collect()))
}

/// The runs of digits in a text.
fn runs(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text[rest..].find(|c: char| c.is_ascii_digit())?;
        let end = text[start..].find(|c: char| !c.is_ascii_digit()).map_or(text.len(), |i| start + i);
        rest = end;
        Some(start..end)
    })
}

/// 公章、财务专用章、法人章共三枚; 印章三枚：公章、财务章。
fn seals(context: &mut Context) {
    let compact = &context.body.compact;
    let mut found = Vec::new();
    for count in counts_of(context.body, &['枚']) {
        // One may be the last seal's own count.
        let before = &compact[..count.at.start];
        if count.number == 1 || before.ends_with('各') {
            continue;
        }
        let bare = before.trim_end_matches(['共', '计', '合', '总']);
        // Without 共 two may be two of the last seal.
        let ahead = bare.strip_suffix("印章").or_else(|| bare.strip_suffix("以上")).unwrap_or(bare);
        let weight = if ahead.len() < before.len() { Doubtful } else { Hint };
        let listed = seals_before(ahead).map(|listed| (listed, weight));
        let listed = listed.or_else(|| seals_behind(compact, &count).map(|listed| (listed, Doubtful)));
        if let Some((listed, weight)) = listed.filter(|&(listed, _)| listed != count.number) {
            found.push((count, listed, weight));
        }
    }
    for (count, listed, weight) in found {
        let words = context.body.compact[count.at.clone()].to_string();
        context.say(
            rules::COUNT_SEALS,
            weight,
            context.place(count.at),
            vec![],
            &[&words, &listed.to_string()],
        );
    }
}

const PART: [char; 4] = ['、', '和', '及', '与'];

/// How many seals the words end in: at least two, each with its name; none if one is not plain.
fn seals_before(before: &str) -> Option<u64> {
    let text = before.trim_end_matches([',', ';']);
    let text = text.strip_suffix("以上").unwrap_or(text).trim_end_matches([',', ';']);
    let text = text.strip_suffix("各一枚").or_else(|| text.strip_suffix("各1枚")).unwrap_or(text);
    // No farther back than the sentence goes.
    let start = text
        .rfind(['。', ';', ':', '●', '将', '失'])
        .map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    let text = bare(&text[start..])?;
    let mut count = 0;
    let mut rest = text.as_str();
    loop {
        let cut = rest.char_indices().rev().find(|(_, c)| PART.contains(c));
        let Some((at, sign)) = cut else { return (is_seal(rest) && count > 0).then_some(count + 1) };
        let item = &rest[at + sign.len_utf8()..];
        if !is_seal(item) {
            return None;
        }
        // `和` may be in the name of a place; what is no seal before 、 is another thing, or half of one.
        if !is_seal(&rest[..at]) {
            return (sign != '、' && count > 0).then_some(count + 1);
        }
        count += 1;
        rest = &rest[..at];
    }
}

/// The same behind the count, up to the end of the sentence.
fn seals_behind(compact: &str, count: &Count) -> Option<u64> {
    let before = &compact[..count.at.start];
    if !["印章", "印鉴", "章"].iter().any(|word| before.trim_end_matches(['共', '计']).ends_with(word))
    {
        return None;
    }
    let behind = &compact[count.at.end..];
    let rest = behind.strip_prefix(',').unwrap_or(behind);
    let rest = rest
        .strip_prefix("分别为")
        .or_else(|| rest.strip_prefix("分别是"))
        .or_else(|| behind.strip_prefix([':', '(']))?;
    let end = end_of_list(rest)?;
    let list = bare(&rest[..end])?;
    let items: Vec<&str> = list.split(PART).collect();
    (items.len() > 1 && items.iter().all(|item| is_seal(item))).then_some(items.len() as u64)
}

/// Where a list ends: at a sign that is in no brackets, or at the end of the brackets it stands in.
fn end_of_list(text: &str) -> Option<usize> {
    let mut depth = 0;
    for (at, ch) in text.char_indices() {
        match ch {
            '(' => depth += 1,
            ')' if depth > 0 => depth -= 1,
            '。' | ';' | ')' | ',' if depth == 0 => return Some(at),
            _ => {}
        }
    }
    None
}

/// Is it one seal by its name?
fn is_seal(item: &str) -> bool {
    let own = ["一枚", "壹枚", "1枚"].iter().find_map(|count| item.strip_suffix(count));
    let name = own.unwrap_or(item);
    name.ends_with('章') && name.chars().count() > 1 && !name.contains([',', '枚'])
}

/// Without the brackets behind a seal (its code, its holder); none if they hold a list.
fn bare(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut depth = 0;
    for ch in text.chars() {
        match ch {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ if depth == 0 => out.push(ch),
            '、' | '和' | '及' | '章' => return None,
            _ => {}
        }
        if depth < 0 {
            return None;
        }
    }
    (depth == 0).then_some(out)
}

/// 等29人, 以下5名职工: a numbered list, or identity numbers.
fn persons(context: &mut Context) {
    let body = context.body;
    let named = context.title.as_ref().map_or("", |title| &title.text);
    let mut stated: Vec<(Stated, u64, String, Range<usize>)> = Vec::new();
    for count in counts(named, &['人', '名']) {
        if let (Some(how), Some(title)) = (Stated::read(named, &count), &context.title) {
            stated.push((how, count.number, named[count.at].to_string(), title.start..title.end));
        }
    }
    for count in counts_of(body, &['人', '名']) {
        if let Some(how) = Stated::read(&body.compact, &count) {
            let place = context.place(count.at.clone());
            stated.push((how, count.number, body.compact[count.at].to_string(), place));
        }
    }
    // Two groups of people: what belongs to which is unsure.
    if stated.is_empty() || stated.iter().any(|other| other.1 != stated[0].1) {
        return;
    }
    let lists = lists::lists(context.text, body);
    let ids: Vec<&Finding> = context.findings.iter().filter(|f| kinds::CITIZENS.contains(&f.kind)).collect();
    let inside = |range: &Range<usize>, f: &&&Finding| {
        let at = context.inside(f);
        range.start <= at.start && at.start <= range.end + 60
    };
    // One list of persons, each with a number.
    let people = match &lists[..] {
        [list] if list.is_whole() => {
            let known = ids.iter().filter(|f| inside(&list.at, f)).count();
            (known == list.last as usize && known == ids.len()).then_some(list.last.into())
        }
        _ => None,
    };
    for (how, number, words, place) in stated {
        let listed = match (people, how) {
            (Some(people), _) if people != number => people,
            // Not numbered: more than stated are too many; fewer may be named elsewhere.
            (None, Stated::Whole | Stated::Others)
                if lists.is_empty()
                    && ids.len() >= 2
                    && distinct(&ids) > number
                    && in_one_row(context, &ids) =>
            {
                distinct(&ids)
            }
            _ => continue,
        };
        context.say(rules::COUNT_PERSONS, Doubtful, place, vec![], &[&words, &listed.to_string()]);
    }
}

/// How a number of persons is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stated {
    /// 以下5名职工: all of them.
    Whole,
    /// 张三等5人: perhaps not all by name.
    Others,
}

impl Stated {
    fn read(text: &str, count: &Count) -> Option<Stated> {
        let before = text[..count.at.start].trim_end_matches('共');
        let after = &text[count.at.end..];
        let (units, person) = (text[..count.at.end].chars().next_back(), ["职工", "员工", "人员", "同志"]);
        if units == Some('名') && !person.iter().any(|word| after.starts_with(word)) {
            return None;
        }
        if ["以下", "下列", "如下", "以上", "上述"].iter().any(|word| before.ends_with(word)) {
            Some(Stated::Whole)
        } else {
            before.ends_with('等').then_some(Stated::Others)
        }
    }
}

/// How many different numbers there are.
fn distinct(ids: &[&Finding]) -> u64 {
    let mut values: Vec<&str> = ids.iter().map(|f| f.value.as_str()).collect();
    // Masked, two persons may share one; then all are counted.
    if values.iter().all(|value| !value.contains('*')) {
        values = order::sorted(values, Ord::cmp);
        values.dedup();
    }
    values.len() as u64
}

/// Do the identity numbers follow one another, a name between two of them?
fn in_one_row(context: &Context, ids: &[&Finding]) -> bool {
    let sure = ids.iter().all(|f| f.verdict < Verdict::Wrong);
    let row = ids.windows(2).all(|pair| {
        let gap = &context.body.compact[context.inside(pair[0]).end..context.inside(pair[1]).start];
        gap.chars().count() <= 14 && !gap.contains(['。', '人'])
    });
    sure && row && !ids.iter().any(|f| f.facts.iter().any(|fact| matches!(fact, Fact::Count(_))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::finds;

    #[test]
    fn stated() {
        finds(
            |text| counts(text, &['张', '份', '枚']).first().map(|count| count.number),
            "
            2     以上两张收据
            14    共14份
            12    十二枚
            3     叁枚
            10    壹拾张
            none  枚  几张
            ",
        );
        for (text, want) in [
            ("赵一等29人", Some(Stated::Others)),
            ("以下5名职工", Some(Stated::Whole)),
            ("等5名股东", None),
            ("法定代表人2人", None),
            ("下列3人", Some(Stated::Whole)),
        ] {
            let count = &counts(text, &['人', '名'])[0];
            assert_eq!(Stated::read(text, count), want, "{text}");
        }
    }

    #[test]
    fn seals_listed() {
        finds(
            seals_before,
            "
            2     某公司公章、财务专用章  某公司公章和财务专用章  长春市和平路某店公章、财务章
            2     某公司公章(2201040012345)、财务章(2201040012346)  某公司公章、财务章各一枚,
            2     某公司公章一枚、财务章一枚,以上
            3     某公司公章、财务专用章、法人章
            none  某公司公章两枚、财务章一枚,  某公司公章  营业执照副本、公章、财务章  赵一、钱二名章
            none  公、财务章  预留印鉴(公章、财务章)
            ",
        );
    }
}
