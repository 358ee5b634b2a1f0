//! Does a credit code fit the name it stands behind (信用代码与名称)? And the codes of one name each other?
//!
//! The first two characters tell what sort of body was registered (91 enterprise, 92 individual business); a name's
//! ending often leaves but one. Only codes whose check characters agree are compared: of the others it is known that
//! they are wrong. 经营部, 学校, 养老服务中心 may be several things and are left alone.

use crate::kinds;
use std::ops::Range;

use super::Context;
use super::names::renamed;
use super::parties::Edge;
use super::rules;
use crate::finding::Finding;
use crate::judgement::{Severity, Verdict};
use crate::order;
use crate::tables::{authorities, checksum};

/// A name with the code behind it (名称与代码).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    /// The name, folded.
    pub name: String,
    /// Its place in the pasted text.
    pub place: Range<usize>,
    /// Is it beyond doubt where the name begins?
    pub edge: Edge,
    /// The code.
    pub code: String,
    /// Its place in the pasted text.
    pub at: Range<usize>,
    /// Do its check characters agree?
    pub proved: bool,
}

/// Compares the codes of a notice with its names and with each other.
pub fn check(context: &mut Context) {
    let owners = owners(context);
    for owner in &owners {
        body(context, owner);
    }
    let clashes = clashes(&owners.iter().collect::<Vec<_>>());
    if !clashes.is_empty() && !renamed(context) {
        for (left, right, clash) in clashes {
            let (left, right) = (&owners[left], &owners[right]);
            let (code, args) = clash.words(left, right);
            context.say(code, Severity::Doubtful, right.at.clone(), vec![left.at.clone()], &args);
        }
    }
    older(context);
    context.trace.owners = owners;
}

/// Two owners that cannot both be right (冲突).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clash {
    /// One name with two codes.
    Codes,
    /// One code behind two names.
    Names,
}

impl Clash {
    /// The rule and what is put into its words.
    pub fn words<'a>(self, left: &'a Owner, right: &'a Owner) -> (rules::Code, [&'a str; 3]) {
        match self {
            Clash::Codes => (rules::CODE_TWO, [&right.name, &left.code, &right.code]),
            Clash::Names => (rules::CODE_SHARED, [&right.code, &left.name, &right.name]),
        }
    }
}

/// The owners of a list that clash with an earlier one, each with the first such.
pub fn clashes(owners: &[&Owner]) -> Vec<(usize, usize, Clash)> {
    let mut order: Vec<usize> = (0..owners.len()).filter(|&i| owners[i].edge == Edge::Sure).collect();
    let mut found = Vec::new();
    order::by(&mut order, &|a, b| owners[a].name.cmp(&owners[b].name));
    for pair in order.windows(2) {
        let (a, b) = (owners[pair[0]], owners[pair[1]]);
        if a.name == b.name && a.code != b.code {
            found.push((pair[0], pair[1], Clash::Codes));
        }
    }
    order::by(&mut order, &|a, b| owners[a].code.cmp(&owners[b].code).then(a.cmp(&b)));
    for pair in order.windows(2) {
        let (a, b) = (owners[pair[0]], owners[pair[1]]);
        // A branch under its parent's code, a short name: one holds the other.
        if a.code == b.code && !a.name.contains(&b.name) && !b.name.contains(&a.name) {
            found.push((pair[0], pair[1], Clash::Names));
        }
    }
    found
}

/// The names of a notice with the credit codes behind them.
fn owners(context: &Context) -> Vec<Owner> {
    let mut all = Vec::new();
    let mut names = context.names.text.iter().peekable();
    let mut last = None;
    for finding in context.of_kind(&kinds::uscc::KIND).filter(|finding| finding.value.len() == 18) {
        let at = context.inside(finding).start;
        while let Some(name) = names.next_if(|name| name.range.end <= at) {
            last = Some(name);
        }
        let Some(name) = last else { continue };
        let gap = &context.body.compact[name.range.end..at];
        // In a table it may be the code of the name behind it.
        let end = context.inside(finding).end;
        let follows = context.names.text.binary_search_by_key(&end, |name| name.range.start).is_ok();
        let table = follows && !gap.starts_with(['(', ',']);
        let tied = is_label(gap) || in_bracket(gap) || is_of_licence(gap) && name.edge == Edge::Sure;
        if table || !tied {
            continue;
        }
        all.push(Owner {
            name: context.body.compact[name.range.clone()].to_string(),
            place: context.place(name.range.clone()),
            edge: name.edge,
            code: finding.value.to_ascii_uppercase(),
            at: finding.start..finding.end,
            proved: is_proved(finding),
        });
    }
    all
}

/// Does nothing but the code's label stand between a name and its code?
fn is_label(gap: &str) -> bool {
    if gap.chars().count() > 24 {
        return false;
    }
    let mut rest = gap;
    // The longest first.
    const PARTS: [&str; 20] = [
        "统一社会信用代码",
        "社会信用代码",
        "统一信用代码",
        "信用代码",
        "纳税人识别号",
        "机构代码",
        "税号",
        "代码证",
        "代码",
        "注册号",
        "号码",
        "编号",
        "为",
        "是",
        "(",
        "[",
        "【",
        ",",
        ":",
        "、",
    ];
    while let Some(part) = PARTS.iter().find(|part| rest.starts_with(**part)) {
        rest = &rest[part.len()..];
    }
    rest.is_empty()
}

/// Does the code stand in the brackets right behind the name, among other things?
fn in_bracket(gap: &str) -> bool {
    gap.starts_with('(')
        && !gap.contains([')', '。'])
        && gap.chars().count() <= 60
        && !["原", "曾用", "股东", "母公司", "总公司", "隶属", "委托", "代理", "个体", "转"]
            .iter()
            .any(|word| gap.contains(word))
}

/// `遗失营业执照正、副本,统一社会信用代码:`: the code of the licence that the named one lost.
fn is_of_licence(gap: &str) -> bool {
    let verb = ["遗失", "丢失", "不慎", "将营业执照", "营业执照"].iter().any(|word| gap.starts_with(word));
    verb && gap.contains("执照")
        && gap.contains("信用代码")
        && !gap.contains(['。', ';', '由'])
        && gap.chars().count() <= 40
}

/// Says where a code is that of another sort of body than the name.
fn body(context: &mut Context, owner: &Owner) {
    let Some(severity) = fits(&owner.code[..2], &owner.name).filter(|_| owner.proved) else { return };
    let pair = <[u8; 2]>::try_from(&owner.code.as_bytes()[..2]).expect("a code has 18 characters");
    let Some(authority) = authorities::look_up(&pair, context.lang) else { return };
    let args = [&owner.code[..2], authority.body, &owner.name];
    context.say(rules::CODE_BODY, severity, owner.at.clone(), vec![owner.place.clone()], &args);
}

fn is_proved(finding: &Finding) -> bool {
    finding.verdict == Verdict::Verified
}

/// What a name's ending leaves of the first two characters of a code: the only ones, or the ones that cannot be.
struct Row {
    endings: &'static [&'static str],
    only: &'static [&'static str],
    never: &'static [&'static str],
    /// Of those that cannot be, the ones that are but a hint.
    mild: &'static [&'static str],
}

const fn only(
    endings: &'static [&'static str],
    only: &'static [&'static str],
    mild: &'static [&'static str],
) -> Row {
    Row { endings, only, never: &[], mild }
}

const fn never(endings: &'static [&'static str], never: &'static [&'static str]) -> Row {
    Row { endings, only: &[], never, mild: &[] }
}

const COLLECTIVES: [&str; 3] = ["N1", "N2", "N3"];

/// The first row whose ending the name has.
const ROWS: [Row; 15] = [
    only(&["(个体工商户)"], &["92"], &[]),
    only(&["律师事务所"], &["31"], &[]),
    only(&["有限公司", "有限责任公司", "分公司"], &["91"], &[]),
    only(&["(有限合伙)", "(普通合伙)", "合伙企业"], &["91"], &[]),
    never(&["公司"], &["92", "93", "31", "51", "52", "53", "54", "55", "81", "N1", "N2", "N3"]),
    only(&["专业合作社", "专业合作社联合社"], &["93"], &[]),
    // Before collectives had codes of their own, some were registered as cooperatives or enterprises.
    only(&["经济合作社", "经济联合社"], &COLLECTIVES, &["91", "93", "N9"]),
    only(&["村民委员会", "村委会"], &["54"], &["55"]),
    only(&["居民委员会", "居委会"], &["55"], &["54"]),
    never(&["基金会"], &["91", "92", "93", "31", "54", "55", "N1", "N2", "N3"]),
    never(&["工会委员会", "工会"], &["91", "92", "93", "31", "52", "53", "54", "55", "N1", "N2", "N3"]),
    never(
        &["协会", "商会", "学会", "联合会", "促进会", "研究会"],
        &["91", "92", "93", "31", "54", "55", "N1", "N2", "N3"],
    ),
    never(&["店", "厂", "超市", "商行"], &["93", "31", "51", "53", "54", "55", "81", "N1", "N2", "N3"]),
    never(
        &["经营部", "服务部", "门市部", "营业部", "工作室", "农场", "养殖场"],
        &["93", "31", "51", "53", "54", "55", "81"],
    ),
    never(&["幼儿园", "小学", "中学", "医院"], &["93", "31", "53", "54", "55", "81", "N1", "N2", "N3"]),
];

/// How heavy it is that a name of this ending has a code of this beginning; none where it may.
fn fits(pair: &str, name: &str) -> Option<Severity> {
    let row = ROWS.iter().find(|row| row.endings.iter().any(|ending| name.ends_with(ending)))?;
    let clash = if row.only.is_empty() { row.never.contains(&pair) } else { !row.only.contains(&pair) };
    clash.then_some(if row.mild.contains(&pair) { Severity::Hint } else { Severity::Doubtful })
}

/// The older numbers of the one company of a notice: its organisation code stands in its credit code.
fn older(context: &mut Context) {
    let codes: Vec<&Finding> = context.of_kind(&kinds::uscc::KIND).filter(|code| is_proved(code)).collect();
    let Some(code) = codes.first().filter(|_| one_name(context)) else { return };
    if codes.iter().any(|other| other.value != code.value) {
        return;
    }
    let inner = code.value[8..17].to_ascii_uppercase();
    let at = code.start..code.end;
    let mut differ = Vec::new();
    for finding in context.findings {
        let value = finding.value.to_ascii_uppercase();
        let own = match finding.kind {
            kind if kind == &kinds::org_code::KIND && is_proved(finding) => value.replace('-', ""),
            _ if is_tax_number(context, finding) => value[6..].to_string(),
            _ => continue,
        };
        if own != inner {
            let rule = if finding.kind == &kinds::org_code::KIND { rules::CODE_ORG } else { rules::CODE_TAX };
            differ.push((rule, finding.start..finding.end, finding.value.clone()));
        }
    }
    if differ.is_empty() || renamed(context) {
        return;
    }
    for (rule, place, value) in differ {
        context.say(rule, Severity::Doubtful, place, vec![at.clone()], &[&value, &inner]);
    }
}

/// A tax number of 15 characters (纳税人识别号): region and organisation code, whose check character agrees.
fn is_tax_number(context: &Context, finding: &Finding) -> bool {
    const LABELS: [&str; 5] = ["税号", "识别号", "税务登记证号", "税务登记号", "税务登记证"];
    let value = finding.value.to_ascii_uppercase();
    let bytes = value.as_bytes();
    let before = context.body.before(context.inside(finding).start, 12);
    let label = before.trim_end_matches([':', '(', '为', '是']);
    bytes.len() == 15
        && bytes.iter().all(u8::is_ascii_alphanumeric)
        && bytes[..6].iter().all(u8::is_ascii_digit)
        && (finding.kind == &kinds::tax_registration::KIND || LABELS.iter().any(|word| label.ends_with(word)))
        && checksum::org_code(&bytes[6..14]) == Some(bytes[14])
}

/// Does the notice name one organisation only, in full or short?
fn one_name(context: &Context) -> bool {
    let compact = &context.body.compact;
    let text = context.names.text.iter().map(|mention| &compact[mention.range.clone()]);
    let all: Vec<&str> =
        text.chain(context.names.signers.iter().map(|range| &compact[range.clone()])).collect();
    let Some(shortest) = all.iter().min_by_key(|name| name.len()) else { return false };
    all.iter().all(|name| name.ends_with(shortest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::Severity::{Doubtful, Hint};

    #[test]
    fn beginnings_and_endings() {
        for (pair, name, want) in [
            ("91", "长春市春榆食品有限公司", None),
            ("92", "长春市春榆食品有限公司", Some(Doubtful)),
            ("93", "长春市春榆食品有限公司", Some(Doubtful)),
            ("52", "春榆培训学校有限公司", Some(Doubtful)),
            ("91", "春榆食品有限公司长春分公司", None),
            ("12", "榆树市自来水公司", None),
            ("92", "榆树市自来水公司", Some(Doubtful)),
            ("93", "榆树市丰谷农机专业合作社", None),
            ("91", "榆树市丰谷农机专业合作社", Some(Doubtful)),
            ("91", "榆树市供销合作社", None),
            ("N2", "平湖街道常明村股份经济合作社", None),
            ("93", "平湖街道常明村股份经济合作社", Some(Hint)),
            ("92", "平湖街道常明村股份经济合作社", Some(Doubtful)),
            ("91", "春榆投资中心(有限合伙)", None),
            ("92", "春榆投资中心(有限合伙)", Some(Doubtful)),
            ("92", "朝阳区春榆小吃店(个体工商户)", None),
            ("91", "朝阳区春榆小吃店(个体工商户)", Some(Doubtful)),
            ("91", "朝阳区春榆小吃店", None),
            ("92", "朝阳区春榆小吃店", None),
            ("93", "朝阳区春榆小吃店", Some(Doubtful)),
            ("31", "吉林春榆律师事务所", None),
            ("91", "吉林春榆律师事务所", Some(Doubtful)),
            ("91", "吉林春榆会计师事务所", None),
            ("54", "平湖街道常明村民委员会", None),
            ("55", "平湖街道常明村民委员会", Some(Hint)),
            ("91", "平湖街道常明村民委员会", Some(Doubtful)),
            ("51", "长春市春榆商会", None),
            ("13", "长春市工商业联合会", None),
            ("91", "长春市春榆商会", Some(Doubtful)),
            ("81", "长春市春榆食品有限公司工会委员会", None),
            ("91", "长春市春榆食品有限公司工会委员会", Some(Doubtful)),
            ("52", "长春市禾安居家养老服务中心", None),
            ("91", "长春市禾安居家养老服务中心", None),
            ("12", "长春市禾安居家养老服务中心", None),
            ("52", "榆树市杏花幼儿园", None),
            ("91", "榆树市杏花幼儿园", None),
        ] {
            assert_eq!(fits(pair, name), want, "{pair} {name}");
        }
    }

    #[test]
    fn between_name_and_code() {
        for (gap, want) in [
            ("(统一社会信用代码:", true),
            ("(", true),
            (",统一社会信用代码:", true),
            ("统一社会信用代码为", true),
            ("(以下简称甲方,法定代表人:李某,统一社会信用代码:", true),
            ("遗失营业执照正、副本各一份,统一社会信用代码:", true),
            ("(原名春雨,统一社会信用代码:", false),
            ("的股东王某,统一社会信用代码:", false),
            ("遗失由乙公司开具的收据,信用代码", false),
            ("(甲方)与张三,统一社会信用代码:", false),
        ] {
            assert_eq!(is_label(gap) || in_bracket(gap) || is_of_licence(gap), want, "{gap}");
        }
    }

    #[test]
    fn two_codes_and_two_names() {
        let owner = |name: &str, code: &str| Owner {
            name: name.into(),
            place: 0..1,
            edge: Edge::Sure,
            code: code.into(),
            at: 2..3,
            proved: true,
        };
        for (all, want) in [
            (vec![("甲公司", "1"), ("乙公司", "2")], vec![]),
            (vec![("甲公司", "1"), ("甲公司", "1")], vec![]),
            (vec![("甲公司", "1"), ("甲公司", "2")], vec![(0, 1, Clash::Codes)]),
            (vec![("甲公司", "1"), ("乙公司", "1")], vec![(0, 1, Clash::Names)]),
            (vec![("甲公司", "1"), ("甲公司分公司", "1")], vec![]),
        ] {
            let owners: Vec<Owner> = all.iter().map(|(name, code)| owner(name, code)).collect();
            assert_eq!(clashes(&owners.iter().collect::<Vec<_>>()), want, "{all:?}");
        }
    }
}
