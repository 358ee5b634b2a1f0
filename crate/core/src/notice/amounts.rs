//! Do the amounts of a notice agree (金额相符): from and to of a reduction, what is taken off, sums of parts?
//!
//! Figures and capitals of one amount are compared where the amount is read. Here an amount is compared with others,
//! and only where the words between them leave no doubt what they are to each other.

use crate::kinds;
use std::ops::Range;

use super::Context;
use super::body::Body;
use super::rules;
use crate::finding::Finding;
use crate::judgement::Severity::{Doubtful, Hint, Wrong};
use crate::judgement::{Fact, Verdict};
use crate::order;

/// An amount, with its second writing behind it (500万元（大写：伍佰万元整）).
#[derive(Clone, Debug)]
struct Sum {
    fen: u128,
    currency: &'static str,
    /// As written, the first writing.
    value: String,
    /// In the body.
    at: Range<usize>,
    /// In the pasted text.
    place: Range<usize>,
    /// Is it read beyond doubt?
    sure: bool,
}

/// From and to, as indexes of the sums.
#[derive(Clone, Copy, Debug)]
struct Pair {
    from: usize,
    to: usize,
    /// What is taken off, where it stands between the two.
    off: Option<usize>,
    /// The registered capital is meant.
    capital: bool,
    /// The words say that it gets less.
    less: bool,
}

/// Compares the amounts with each other.
pub fn check(context: &mut Context) {
    let sums = sums(context);
    if sums.len() < 2 {
        return;
    }
    if matches!(context.sort.id, "capital_reduction" | "simple_capital_reduction") {
        reduction(context, &sums);
    }
    match context.sort.id {
        "merger" => merger(context, &sums),
        "division" => division(context, &sums),
        _ => {}
    }
    totals(context, &sums);
    parts(context, &sums);
}

/// The amounts in text order; what is written twice, in figures and capitals, counts once.
fn sums(context: &Context) -> Vec<Sum> {
    let mut sums: Vec<Sum> = Vec::new();
    for finding in context.of_kind(&kinds::amount::KIND) {
        let mut sum = sum(context, finding);
        if let Some(last) = sums.last_mut() {
            let gap = &context.body.compact[last.at.end..sum.at.start];
            let again = (gap.starts_with('(') || gap.starts_with(",大写") || gap.starts_with(",小写"))
                && strip(gap, &TWICE).is_empty()
                || gap.is_empty();
            if again {
                last.sure &= sum.sure && sum.fen == last.fen;
                last.at.end = sum.at.end;
                continue;
            }
        }
        if context.body.after(sum.at.end, 1).starts_with(['-', '~', '至', '到', '/', '*', '×'])
            && !context.body.after(sum.at.end, 3).starts_with("至人民")
        {
            // A range or a price for one. `500万元至100万元` is none either: no word says it gets less.
            sum.sure &= context.body.after(sum.at.end, 1).starts_with(['至', '到']);
        }
        sums.push(sum);
    }
    sums
}

fn sum(context: &Context, finding: &Finding) -> Sum {
    let amount = finding.facts.iter().find_map(|fact| match *fact {
        Fact::Amount { fen, currency } => Some((fen, currency)),
        _ => None,
    });
    let (fen, currency) = amount.unwrap_or_default();
    // Bare figures behind the word 金额 may be another number.
    let has_unit = finding.value.contains(|c: char| !c.is_ascii_digit());
    Sum {
        fen,
        currency,
        value: finding.value.clone(),
        at: context.inside(finding),
        place: finding.start..finding.end,
        sure: amount.is_some() && finding.verdict < Verdict::Doubtful && fen > 0 && has_unit,
    }
}

/// Between the two writings of one amount.
const TWICE: [&str; 12] = ["(", ")", ":", ",", "大写", "小写", "人民币", "金额", "¥", "RMB", "即", "为"];

/// What may stand before an amount and says nothing of it.
const IDLE: [&str; 10] = ["人民币", "RMB", "¥", "为", "是", ":", "(", "共计", "共", "总计"];

/// Words that lead from the old amount to the new one; whether they say that it gets less.
const TO: [(&str, bool); 22] = [
    ("减少到", true),
    ("减少至", true),
    ("减资至", true),
    ("减资到", true),
    ("减少为", true),
    ("减至", true),
    ("减到", true),
    ("减为", true),
    ("缩减至", true),
    ("缩减为", true),
    ("降低至", true),
    ("降低为", true),
    ("降至", true),
    ("降到", true),
    ("减资后", true),
    ("减少后", true),
    ("变更为", false),
    ("变更至", false),
    ("变更到", false),
    ("变更后", false),
    ("调整为", false),
    ("调整至", false),
];

/// What may stand beside those words.
const BESIDE: [&str; 24] = [
    "注册资本",
    "人民币",
    "公司",
    "本次",
    "申请",
    "总额",
    "金额",
    "RMB",
    "现",
    "拟",
    "将",
    "依法",
    "其",
    "的",
    "元",
    "整",
    "为",
    "是",
    ",",
    ";",
    ":",
    ")",
    "(",
    "¥",
];

/// Strips words from the front as long as there are any.
fn strip<'t>(mut text: &'t str, words: &[&str]) -> &'t str {
    while let Some(rest) = words.iter().find_map(|word| text.strip_prefix(word)) {
        text = rest;
    }
    text
}

/// Strips words from the end as long as there are any.
fn strip_end<'t>(mut text: &'t str, words: &[&str]) -> &'t str {
    while let Some(rest) = words.iter().find_map(|word| text.strip_suffix(word)) {
        text = rest;
    }
    text
}

/// Do these words lead from one amount to the other? Whether they say less.
fn leads_to(gap: &str) -> Option<bool> {
    let rest = strip(gap, &BESIDE);
    let (word, less) = TO.iter().find(|(word, _)| rest.starts_with(word))?;
    strip(&rest[word.len()..], &BESIDE).is_empty().then_some(*less)
}

/// The words before an amount in its sentence.
fn lead(body: &Body, at: usize, most: usize) -> &str {
    body.before(at, most).rsplit(['。', ';']).next().unwrap_or_default()
}

/// Is the amount the one that was before: 由, 从, 原, 减资前, or the capital by its name?
fn is_from(lead: &str) -> bool {
    let bare = strip_end(lead, &IDLE);
    ["由", "从", "自", "原", "由原来", "由原来的", "由原"].iter().any(|word| bare.ends_with(word))
        || bare.ends_with("注册资本")
            && !bare.ends_with("减少注册资本")
            && !bare.ends_with("减少公司注册资本")
}

/// Is it the company's capital and no shareholder's part?
fn is_capital(lead: &str) -> bool {
    let Some(at) = lead.rfind("注册资本").or_else(|| lead.rfind("减资")) else { return false };
    !["出资", "认缴", "实缴", "股份", "股权", "实收"].iter().any(|word| lead[at..].contains(word))
}

fn pairs(body: &Body, sums: &[Sum]) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    for (from, sum) in sums.iter().enumerate() {
        let lead = lead(body, sum.at.start, 36);
        if !is_from(lead) {
            continue;
        }
        let capital = is_capital(lead);
        let gap = |a: usize, b: usize| Some(&body.compact[sums.get(a)?.at.end..sums.get(b)?.at.start]);
        if let Some(less) = gap(from, from + 1).and_then(leads_to) {
            pairs.push(Pair { from, to: from + 1, off: None, capital, less });
        } else if let (Some(first), Some(second)) = (gap(from, from + 1), gap(from + 1, from + 2)) {
            // `由500万元减少400万元至100万元`.
            let off = ["减少", "减去", "减资"].contains(&strip_end(strip(first, &BESIDE), &BESIDE));
            let to = matches!(strip_end(second, &BESIDE), "至" | "到") || leads_to(second).is_some();
            if off && to {
                pairs.push(Pair { from, to: from + 2, off: Some(from + 1), capital, less: true });
            }
        }
    }
    pairs.retain(|pair| {
        let (from, to) = (&sums[pair.from], &sums[pair.to]);
        from.sure && to.sure && from.currency == to.currency
    });
    pairs
}

/// From and to, and what is taken off.
fn reduction(context: &mut Context, sums: &[Sum]) {
    let body = context.body;
    let pairs = pairs(body, sums);
    // A capital that was raised before it is reduced.
    let raised = ["增资", "增加", "增至", "增到", "更正", "误"].iter().any(|word| body.says(word));
    for pair in &pairs {
        let (from, to) = (&sums[pair.from], &sums[pair.to]);
        let args = [from.value.as_str(), to.value.as_str()];
        if from.fen <= to.fen {
            let severity = if pair.capital && !raised { Wrong } else { Doubtful };
            let said = pair.less && (pair.capital || from.fen < to.fen);
            if said || pair.capital && !raised {
                let related = vec![from.place.clone()];
                context.say(rules::AMOUNT_DECREASE, severity, to.place.clone(), related, &args);
            }
        } else if from.fen / to.fen >= 1000
            && scale(&to.value) == (false, false)
            && scale(&from.value) != (false, false)
        {
            let related = vec![from.place.clone()];
            context.say(rules::AMOUNT_UNIT, Doubtful, to.place.clone(), related, &args);
        }
    }
    difference(context, sums, &pairs);
}

/// The places an amount is written with: 万, 亿 or none.
fn scale(value: &str) -> (bool, bool) {
    (value.contains('万'), value.contains('亿'))
}

/// What is taken off is the difference.
fn difference(context: &mut Context, sums: &[Sum], pairs: &[Pair]) {
    let body = context.body;
    let mut capital = pairs.iter().filter(|pair| pair.capital);
    let Some(pair) = capital.next() else { return };
    let (from, to) = (&sums[pair.from], &sums[pair.to]);
    let same = |other: &Pair| sums[other.from].fen == from.fen && sums[other.to].fen == to.fen;
    if from.fen <= to.fen || !capital.all(same) {
        return;
    }
    let ends = |i: usize| pairs.iter().any(|pair| i == pair.from || i == pair.to);
    let mut stated: Vec<&Sum> = pairs.iter().filter_map(|pair| pair.off).map(|i| &sums[i]).collect();
    for (i, sum) in sums.iter().enumerate() {
        if !ends(i) && (is_taken_off(body, sum) || is_difference(body, to, sum)) {
            stated.push(sum);
        }
    }
    // Several that differ may be several shareholders'.
    let Some(first) = stated.first() else { return };
    let clear = stated.iter().all(|sum| sum.sure && sum.currency == from.currency && sum.fen == first.fen);
    if clear && first.fen != from.fen - to.fen {
        let related = vec![from.place.clone(), to.place.clone()];
        let args = [first.value.as_str(), &from.value, &to.value];
        context.say(rules::AMOUNT_DIFFERENCE, Doubtful, first.place.clone(), related, &args);
    }
}

/// `由1000万元减少至300万元，共减少700万元`: right behind the pair, and no 至 behind it.
fn is_difference(body: &Body, to: &Sum, sum: &Sum) -> bool {
    const WORDS: [&str; 7] = ["减少", "共减少", "减少了", "共减少了", "共计减少", "合计减少", "净减少"];
    let Some(between) = body.compact.get(to.at.end..sum.at.start) else { return false };
    let bare = strip_end(between.trim_start_matches([',', '(', ')', '、', ';']), &IDLE);
    WORDS.contains(&bare) && !body.after(sum.at.end, 1).starts_with(['至', '到'])
}

/// `减少注册资本400万元`, and no 至 behind it.
fn is_taken_off(body: &Body, sum: &Sum) -> bool {
    let bare = strip_end(lead(body, sum.at.start, 20), &IDLE);
    let bare = strip_end(bare, &["金额", "总额", "额"]);
    ["减少注册资本", "减少公司注册资本", "注册资本减少", "减资", "减少资本", "减少的注册资本"]
        .iter()
        .any(|word| bare.ends_with(word))
        && !body
            .after(sum.at.end, 2)
            .trim_start_matches([')', ','])
            .starts_with(['至', '到', '减', '变', '为'])
}

/// What words end with that name a part of a sum: 本金, 利息, 复利, 案件受理费, 货款, 房租, 工资, 押金.
const PART: [char; 10] = ['金', '息', '利', '费', '款', '租', '资', '酬', '额', '用'];

/// Words that say a total follows.
const TOTAL: [&str; 8] = ["合计", "共计", "总计", "总金额", "合计金额", "共计金额", "总共", "总额"];

/// What makes it unsure what an amount is.
const UNSURE: [&str; 32] = [
    "每", "各", "单价", "税", "×", "*", "/", "等", "另", "其他", "其它", "余", "其中", "扣", "减", "由",
    "折", "至", "约", "不含", "包括", "含", "退", "已", "还款", "偿还", "归还", "抵", "免", "之前", "此前",
    "尚",
];

/// What stands in such words and says nothing against a sum.
const SURE: [&str; 6] = ["违约金", "截至", "截止", "各项", "上述各", "以上各"];

/// The word right before an amount that says what it is, at most two characters; a bracket or a day between them is passed
/// over: `利息（截至2024年3月31日）12500元`.
fn head<'b>(body: &'b Body, sum: &Sum, floor: usize) -> &'b str {
    let mut before = strip_end(&body.compact[floor..sum.at.start], &IDLE);
    if before.ends_with(')')
        && let Some(open) = before.rfind('(')
    {
        before = strip_end(&before[..open], &IDLE);
    }
    let start = before.char_indices().rev().take(2).last().map_or(before.len(), |(at, _)| at);
    &before[start..]
}

/// A text without what stands in brackets, and without words that only look as if they made a sum unsure.
fn plain(text: &str) -> String {
    let mut depth = 0;
    let mut plain = String::with_capacity(text.len());
    for ch in text.chars() {
        match ch {
            '(' => depth += 1,
            ')' => depth -= i32::from(depth > 0),
            _ if depth == 0 => plain.push(ch),
            _ => {}
        }
    }
    SURE.iter().fold(plain, |plain, word| plain.replace(word, ""))
}

/// Totals behind the amounts they sum up: 合计, 共计.
fn totals(context: &mut Context, sums: &[Sum]) {
    let body = context.body;
    let mut first = 0;
    for (last, total) in sums.iter().enumerate() {
        const LEAD: [&str; 14] = [
            "人民币",
            "RMB",
            "¥",
            "为",
            "是",
            ":",
            "(",
            ")",
            "大写",
            "小写",
            "欠款",
            "罚款",
            "罚没款",
            "债权",
        ];
        let before = strip_end(body.before(total.at.start, 20), &LEAD);
        let Some(word) = TOTAL.iter().find(|word| before.ends_with(**word)) else { continue };
        let run = first..last;
        first = last + 1;
        let sentence = body.compact[..total.at.start].rfind('。').map_or(0, |at| at + "。".len());
        let run =
            run.start + sums[run.clone()].iter().take_while(|sum| sum.at.start < sentence).count()..run.end;
        let parts = &sums[run];
        let fits = |from: usize| added(&parts[from..]) == total.fen;
        // A total of the last few.
        if (0..parts.len()).any(fits) {
            continue;
        }
        let inner;
        let parts = match without_asides(body, parts, total) {
            Asides::None => parts,
            Asides::Unsure => continue,
            Asides::LeftOut(rest) => {
                if (0..rest.len()).any(|from| added(&rest[from..]) == total.fen) {
                    continue;
                }
                inner = rest;
                &inner
            }
        };
        // 借款50万元，尚欠本金40万元、利息2万元: what was lent is no part of what is owed.
        let lent = |sum: &Sum| {
            let lead = strip_end(lead(body, sum.at.start, 12), &IDLE);
            lead.ends_with("借款") || lead.ends_with("贷款") || lead.ends_with("授信")
        };
        let owed = |pair: &[Sum]| body.compact[pair[0].at.end..pair[1].at.start].contains('欠');
        let skip = parts.windows(2).collect::<Vec<_>>().into_iter().rposition(owed).map_or(0, |at| at + 1);
        let skip = skip + parts[skip..].iter().take_while(|sum| lent(sum)).count();
        let parts = &parts[skip..];
        let taxed = before.ends_with("价税合计");
        if parts.len() < 2
            || !(taxed && is_price_and_tax(body, parts, total)
                || !taxed && whole(context, parts, total, sentence))
        {
            continue;
        }
        let all = added(parts);
        let related = parts.iter().map(|sum| sum.place.clone()).collect();
        let args = [*word, total.value.as_str(), &written(all, &total.value)];
        context.say(rules::AMOUNT_SUM, Doubtful, total.place.clone(), related, &args);
    }
}

/// What stands in brackets among the parts of a total.
enum Asides {
    None,
    /// It may be anything.
    Unsure,
    /// All but what is in another part: `利息2000元（其中逾期利息500元）`.
    LeftOut(Vec<Sum>),
}

/// The parts of a total without those that a bracket says are in the one before it.
fn without_asides(body: &Body, parts: &[Sum], total: &Sum) -> Asides {
    let is_aside = |sum: &Sum| {
        let mut depth = 0;
        body.compact[sum.at.start..total.at.start].bytes().any(|byte| {
            depth += i32::from(byte == b'(') - i32::from(byte == b')');
            depth < 0
        })
    };
    let is_within = |sum: &Sum| {
        let before = body.before(sum.at.start, 40).rsplit('(').next().unwrap_or_default();
        ["其中", "含", "包括"].iter().any(|word| before.contains(word))
            && !["不含", "不包括"].iter().any(|word| before.contains(word))
    };
    if !parts.iter().any(is_aside) {
        return Asides::None;
    }
    if !parts.iter().filter(|sum| is_aside(sum)).all(is_within) {
        return Asides::Unsure;
    }
    Asides::LeftOut(parts.iter().filter(|sum| !is_aside(sum)).cloned().collect())
}

/// Are these the two that 价税合计 sums up, the price and the tax on it?
fn is_price_and_tax(body: &Body, parts: &[Sum], total: &Sum) -> bool {
    let [price, tax] = parts else { return false };
    let sure = [price, tax, total].iter().all(|sum| sum.sure && sum.currency == total.currency);
    let named = |sum: &Sum, words: &[&str]| {
        let bare = strip_end(lead(body, sum.at.start, 12), &IDLE);
        words.iter().any(|word| bare.ends_with(word))
    };
    let between = &body.compact[price.at.end..total.at.start];
    sure && named(price, &["金额", "价款", "货款", "销售额"])
        && named(tax, &["税额", "税款"])
        && between.chars().count() <= 30
}

/// Are these all the parts of the total, each read beyond doubt?
fn whole(context: &Context, parts: &[Sum], total: &Sum, sentence: usize) -> bool {
    let body = context.body;
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return false };
    let sure = total.sure && parts.iter().all(|sum| sum.sure && sum.currency == total.currency);
    let between = plain(&body.compact[first.at.end..total.at.start]);
    let tail = &body.compact[last.at.end..total.at.start];
    if !sure || UNSURE.iter().any(|word| between.contains(word)) || tail.chars().count() > 20 {
        return false;
    }
    let floors = [sentence].into_iter().chain(parts.iter().map(|sum| sum.at.end));
    let heads: Vec<&str> = parts.iter().zip(floors).map(|(sum, floor)| head(body, sum, floor)).collect();
    // 金额300元 names none.
    let debt = |head: &&str| {
        head.ends_with(PART) && !matches!(*head, "金额" | "总额" | "额") || *head == "所得" // 没收违法所得
    };
    let alike = heads.iter().all(|head| head == &heads[0]) && !heads[0].is_empty()
        // `30元、50元、60元，合计140元`.
        || heads[1..].iter().all(|head| matches!(*head, "、" | "," | "和"));
    if !alike && !heads.iter().all(debt) {
        return false;
    }
    // As many receipts as amounts, if any are listed.
    let papers = context.findings.iter().filter(|finding| {
        [
            &kinds::receipt_number::KIND,
            &kinds::fiscal_receipt_number::KIND,
            &kinds::invoice_number::KIND,
            &kinds::serial_number::KIND,
        ]
        .contains(&finding.kind)
    });
    let listed = papers
        .filter(|finding| {
            let at = context.inside(finding);
            at.start >= sentence && at.start < total.at.start
        })
        .count();
    listed == 0 || listed == parts.len()
}

/// What amounts come to; as much as there is where they come to more.
fn added<'s>(sums: impl IntoIterator<Item = &'s Sum>) -> u128 {
    sums.into_iter().fold(0, |all, sum| all.saturating_add(sum.fen))
}

/// A sum as the total beside it is written: in 万元 or 元, with its commas and decimals.
fn written(fen: u128, like: &str) -> String {
    let (unit, name) = match scale(like) {
        (_, true) => (100 * 100_000_000, "亿元"),
        (true, _) => (100 * 10_000, "万元"),
        _ => (100, "元"),
    };
    let (whole, rest) = (fen / unit, fen % unit);
    let whole = if like.contains([',', '，']) { in_threes(&whole.to_string()) } else { whole.to_string() };
    let width = unit.ilog10() as usize;
    let rest = format!("{rest:0width$}");
    let decimals =
        like.split_once('.').map_or(0, |(_, rest)| rest.bytes().take_while(u8::is_ascii_digit).count());
    let shown = rest.trim_end_matches('0').len().max(decimals.min(width));
    match &rest[..shown] {
        "" => format!("{whole}{name}"),
        rest => format!("{whole}.{rest}{name}"),
    }
}

/// `208418` as `208,418`.
fn in_threes(digits: &str) -> String {
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Shareholders' parts behind the capital: 其中.
fn parts(context: &mut Context, sums: &[Sum]) {
    let body = context.body;
    for (i, total) in sums.iter().enumerate() {
        let Some(next) = sums.get(i + 1) else { return };
        let gap = &body.compact[total.at.end..next.at.start];
        if !gap.trim_start_matches([')', ',', ';', ':']).starts_with("其中") || !total.sure {
            continue;
        }
        let sentence =
            body.compact[total.at.end..].find('。').map_or(body.compact.len(), |at| total.at.end + at);
        let count = sums[i + 1..].iter().take_while(|sum| sum.at.end <= sentence).count();
        let parts = &sums[i + 1..i + 1 + count];
        let Some(last) = parts.last() else { continue };
        let between = &body.compact[total.at.end + gap.find("其中").unwrap_or(0) + "其中".len()..last.at.end];
        let floors = [total.at.end].into_iter().chain(parts.iter().map(|sum| sum.at.end));
        let heads: Vec<&str> = parts.iter().zip(floors).map(|(sum, floor)| head(body, sum, floor)).collect();
        let shares = heads.iter().all(|head| head == &heads[0] && matches!(*head, "出资" | "认缴" | "资额"));
        let unsure =
            ["由", "减", "增", "实缴", "实收", "货币", "实物", "原", "每", "等", "合计", "共计", "其中"]
                .iter()
                .any(|word| between.contains(word));
        let known = parts.iter().all(|sum| sum.sure && sum.currency == total.currency);
        let all = added(parts);
        if count < 2 || !shares || unsure || !known || all == total.fen {
            continue;
        }
        // Not all may be named, but those named are no more than all.
        let severity = if all > total.fen { Doubtful } else { Hint };
        let related = parts.iter().map(|sum| sum.place.clone()).collect();
        let args = [total.value.as_str(), &written(all, &total.value)];
        context.say(rules::AMOUNT_PARTS, severity, total.place.clone(), related, &args);
    }
}

/// The amounts of registered capital, by the words right before them.
fn capitals<'s>(body: &Body, sums: &'s [Sum]) -> Vec<&'s Sum> {
    let named = |sum: &&Sum| strip_end(lead(body, sum.at.start, 16), &IDLE).ends_with("注册资本");
    sums.iter().filter(named).collect()
}

/// The capital after a merger and those of all the companies before.
fn merger(context: &mut Context, sums: &[Sum]) {
    let body = context.body;
    let capitals = capitals(body, sums);
    let turns = ["合并后", "合并完成后", "合并之后"];
    let Some(turn) = body.first(&turns).map(|word| word.start) else { return };
    let before: Vec<&Sum> = capitals.iter().copied().filter(|sum| sum.at.end <= turn).collect();
    let after: Vec<&Sum> = capitals.iter().copied().filter(|sum| sum.at.start >= turn).collect();
    let [new] = after[..] else { return };
    let names: Vec<&str> = context
        .names
        .text
        .iter()
        .map(|name| name.range.clone())
        .filter(|range| range.end <= turn)
        .map(|range| &body.compact[range])
        .collect();
    let mut names = order::sorted(names, Ord::cmp);
    names.dedup();
    let known = capitals.iter().all(|sum| sum.sure && sum.currency == new.currency);
    if before.len() < 2 || before.len() != names.len() || !known || body.says_any(&["增资", "持有", "扣除"])
    {
        return;
    }
    let all = added(before.iter().copied());
    let stated = body.compact[turn..].contains("之和");
    // More than there was cannot come of a merger alone; less may have been agreed.
    if all < new.fen || stated && all != new.fen {
        let severity = Doubtful;
        let related = before.iter().map(|sum| sum.place.clone()).collect();
        let args = [new.value.as_str(), &written(all, &new.value)];
        context.say(rules::AMOUNT_MERGER, severity, new.place.clone(), related, &args);
    }
}

/// The capital before a division and those of the companies after it.
fn division(context: &mut Context, sums: &[Sum]) {
    let body = context.body;
    let capitals = capitals(body, sums);
    let Some(turn) = body.first(&["分立后", "分立为", "分立成"]).map(|word| word.start) else {
        return;
    };
    let before: Vec<&Sum> = capitals.iter().copied().filter(|sum| sum.at.end <= turn).collect();
    let after: Vec<&Sum> = capitals.iter().copied().filter(|sum| sum.at.start >= turn).collect();
    let [old] = before[..] else { return };
    let known = capitals.iter().all(|sum| sum.sure && sum.currency == old.currency);
    if after.len() < 2 || !known || body.says_any(&["增资", "变更为", "注册资本由", "减至", "增至"])
    {
        return;
    }
    let all = added(after.iter().copied());
    let stated = body.says_any(&["之和", "总额不变"]);
    if all > old.fen || stated && all != old.fen {
        let severity = if stated { Doubtful } else { Hint };
        let related = after.iter().map(|sum| sum.place.clone()).collect();
        let args = [old.value.as_str(), &written(all, &old.value)];
        context.say(rules::AMOUNT_DIVISION, severity, old.place.clone(), related, &args);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn from_and_to() {
        for (gap, want) in [
            ("减至", Some(true)),
            (",减少至人民币", Some(true)),
            (")减少到", Some(true)),
            (",现拟将注册资本减少为", Some(true)),
            (",减资后注册资本为", Some(true)),
            ("变更为", Some(false)),
            ("至", None),
            ("增至", None),
            (",股东甲出资减至", None),
            ("减至50%,即", None),
        ] {
            assert_eq!(leads_to(gap), want, "{gap}");
        }
        for (lead, from, capital) in [
            ("将注册资本由人民币", true, true),
            ("经股东会决议,公司拟减资,由", true, true),
            ("公司原注册资本为", true, true),
            ("拟减少注册资本", false, true),
            ("注册资本减少", false, true),
            ("股东赵一出资额由", true, false),
            ("注册资本中赵一认缴出资由", true, false),
        ] {
            assert_eq!((is_from(lead), is_capital(lead)), (from, capital), "{lead}");
        }
    }

    #[test]
    fn sums_as_written() {
        for (fen, like, want) in [
            (50_000, "500元", "500元"),
            (50_050, "500元", "500.5元"),
            (50_005, "500元", "500.05元"),
            (500_000_000, "450万元", "500万元"),
            (512_345_600, "450万元", "512.3456万元"),
            (15_000_000_000, "2亿元", "1.5亿元"),
            (5, "3元", "0.05元"),
            (20_841_860, "208,418.06元", "208,418.60元"),
            (20_841_860, "208418.06元", "208418.60元"),
            (100_000_000, "1,000,500元", "1,000,000元"),
            (99_900, "1,000元", "999元"),
        ] {
            assert_eq!(written(fen, like), want);
        }
    }
}
