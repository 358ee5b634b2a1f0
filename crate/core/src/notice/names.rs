//! Is a name written alike wherever it stands (名称一致): text, signature, title?
//!
//! Only names that are nearly alike are compared: one character off, left out, too many, or two changed over. What
//! differs more is another company. Silent where the difference may be a real one: a number, a direction or a place in
//! it (一分公司, 二分公司), two offices of one town (民政局, 财政局), or where the text tells of a change of name.

use crate::kinds;
use std::ops::Range;

use super::Context;
use super::name_words::{is_misprint, is_organisation};
use super::parties::{Edge, Mention, begins_with_short_place};
use super::rules;
use crate::judgement::Severity::{self, Doubtful, Hint};
use crate::tables::regions;

/// How two names differ (差异).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Difference {
    /// A slip of one character or two.
    Slip,
    /// Written shorter or longer: 公司 or 有限公司 for 有限责任公司, 省 or 市 left out, other brackets.
    Form,
}

/// Names differ by right where one of these is said.
pub const RENAMED: [&str; 16] = [
    "更名",
    "改名",
    "名称变更",
    "变更名称",
    "原名",
    "曾用名",
    "更正",
    "误写",
    "错写",
    "误登",
    "错登",
    "误为",
    "应为",
    "变更为",
    "同音",
    "勘误",
];

/// Notices that name several parties, who may be sisters.
pub const SEVERAL: [&str; 26] = [
    "merger",
    "division",
    "assignment",
    "auction",
    "service",
    "arbitration_service",
    "administrative_service",
    "bankruptcy",
    "public_summons",
    "correction",
    "investor_recruitment",
    "claims_registration",
    "reward",
    "capital_call",
    "shareholders_meeting",
    "equity_transfer",
    "land_transfer",
    "tender",
    "expropriation",
    "planning",
    "environment",
    "deposit_escrow",
    "inheritance",
    "financial_licence",
    "clarification",
    "demand",
];

/// Words that lead from what is said of a company to its name.
const LEADS: &str = "向由到在至于从对经为给回求是";

/// Does the notice tell of a change of name?
pub fn renamed(context: &Context) -> bool {
    RENAMED.iter().any(|word| context.says(word))
}

/// More names than these are a list.
const LIST: usize = 40;

/// Compares the names of a notice.
pub fn check(context: &mut Context) {
    // In a long list some names are alike by chance.
    if context.sort.id == "correction" || context.names.text.len() > LIST {
        return;
    }
    let found: Vec<_> = signatures(context).into_iter().chain(title(context)).chain(text(context)).collect();
    if found.is_empty() || renamed(context) {
        return;
    }
    for Pair { rule, severity, place, related, names: [one, other] } in found {
        context.say(rule, severity, place, vec![related], &[&one, &other]);
    }
}

/// Two names that are nearly alike, and what to say of them.
struct Pair {
    rule: rules::Code,
    severity: Severity,
    place: Range<usize>,
    related: Range<usize>,
    names: [String; 2],
}

impl Pair {
    fn new(rule: rules::Code, difference: Difference, places: [Range<usize>; 2], names: [&str; 2]) -> Pair {
        let (rule, severity) = match difference {
            Difference::Slip => (rule, Doubtful),
            Difference::Form => (rules::NAME_FORM, Hint),
        };
        let [place, related] = places;
        Pair { rule, severity, place, related, names: names.map(str::to_string) }
    }
}

/// Who signs, as the text names them.
fn signatures(context: &Context) -> Vec<Pair> {
    let compact = &context.body.compact;
    let text = &compact[..first_signer(context)];
    let others: Vec<&str> = context.names.signers.iter().map(|s| &compact[s.clone()]).collect();
    let pairs = context.names.signers.iter().filter_map(|signer| {
        let name = without_tail(&compact[signer.clone()]);
        let (found, difference) = match is_organisation(name) {
            true => nearest(name, text, &context.names.text, &others)?,
            false => {
                let mut named = context.names.text.iter().map(|mention| mention.range.clone());
                (named.find(|other| is_misprint(name, &compact[other.clone()]))?, Difference::Slip)
            }
        };
        let own = signer.start..signer.start + name.len();
        let places = [context.place(found.clone()), context.place(own)];
        Some(Pair::new(rules::NAME_SIGNATURE, difference, places, [&text[found], name]))
    });
    pairs.collect()
}

/// The title's company, as the text names it, else the signature.
fn title(context: &Context) -> Option<Pair> {
    let (name, place) = context.names.title.as_ref()?;
    let text = &context.body.compact;
    let signers = context.names.signers.iter();
    let signers = signers.map(|range| Mention { range: range.clone(), parent: None, edge: Edge::Sure });
    let all: Vec<Mention> = context.names.text.iter().cloned().chain(signers).collect();
    let (found, difference) = nearest(name, text, &all, &[])?;
    let places = [place.clone(), context.place(found.clone())];
    Some(Pair::new(rules::NAME_TITLE, difference, places, [name, &text[found]]))
}

/// The company of the text, as it is named farther on.
fn text(context: &Context) -> Option<Pair> {
    let names = &context.names.text;
    if SEVERAL.contains(&context.sort.id) || names.len() > 6 {
        return None;
    }
    let text = &context.body.compact[..first_signer(context)];
    let first = names.iter().find(|mention| mention.edge == Edge::Sure)?;
    let name = &text[first.range.clone()];
    let later = names.iter().filter(|other| other.range.start > first.range.end);
    // At the head of an item or a sentence it is another company; behind these words the same may be meant.
    let led = later.filter(|other| {
        let (before, after) = text.split_at(other.range.start);
        before.ends_with(|c| LEADS.contains(c)) || after.starts_with(|c| LEADS.contains(c))
    });
    // With a code of its own it is another too.
    let later: Vec<Mention> = led.filter(|other| !has_code(context, other)).cloned().collect();
    if later.is_empty() || text[first.range.end..].contains(name) {
        return None;
    }
    let (found, difference) = nearest_of(name, text, &later)?;
    // What the signature has been told already, or what may be the short form.
    let signed = context.names.signers.iter().any(|s| context.body.compact[s.clone()] == text[found.clone()]);
    if signed || difference == Difference::Form {
        return None;
    }
    let places = [context.place(found.clone()), context.place(first.range.clone())];
    Some(Pair::new(rules::NAME_TEXT, difference, places, [name, &text[found]]))
}

/// Where the text ends and the signature begins.
fn first_signer(context: &Context) -> usize {
    let signature = context.signature.as_ref().map(|place| context.body.inside(place).start);
    let signer = context.names.signers.first().map(|signer| signer.start);
    signature.or(signer).unwrap_or(context.body.compact.len())
}

/// Does a credit code stand behind the name?
fn has_code(context: &Context, mention: &Mention) -> bool {
    context.findings.iter().any(|finding| {
        let at = context.inside(finding).start;
        [&kinds::uscc::KIND, &kinds::registration_number::KIND, &kinds::org_code::KIND]
            .contains(&finding.kind)
            && (mention.range.end..mention.range.end + 90).contains(&at)
    })
}

/// A name without the body that acts for it.
fn without_tail(name: &str) -> &str {
    ["清算组", "破产管理人", "管理人", "清算委员会"]
        .iter()
        .find_map(|tail| name.strip_suffix(tail))
        .filter(|rest| is_organisation(rest))
        .unwrap_or(name)
}

/// The nearest writing of a name that a text does not hold as it is.
fn nearest(
    name: &str,
    text: &str,
    mentions: &[Mention],
    others: &[&str],
) -> Option<(Range<usize>, Difference)> {
    if text.contains(name) {
        return beheaded(name, text, mentions);
    }
    nearest_of(name, text, mentions).filter(|(found, _)| !others.contains(&&text[found.clone()]))
}

/// A name whose first character is lost stands in the text with it: 春市… in 长春市….
fn beheaded(name: &str, text: &str, mentions: &[Mention]) -> Option<(Range<usize>, Difference)> {
    let whole = |mention: &&Mention| {
        let own = &text[mention.range.clone()];
        let first = own.chars().next().map_or(0, char::len_utf8);
        mention.edge == Edge::Sure && own[first..] == *name && begins_with_short_place(own)
    };
    let found = mentions.iter().find(whole)?;
    let elsewhere = text.matches(name).count() > mentions.iter().filter(whole).count();
    (!elsewhere && name.chars().count() >= 6).then(|| (found.range.clone(), Difference::Slip))
}

fn nearest_of(name: &str, text: &str, mentions: &[Mention]) -> Option<(Range<usize>, Difference)> {
    let name: Vec<char> = name.chars().collect();
    if name.len() < 6 {
        return None;
    }
    let mut form = None;
    for mention in mentions {
        for end in [Some(mention.range.end), mention.parent].into_iter().flatten() {
            let Some((start, difference)) = compare(&name, &text[..end], mention) else { continue };
            match difference {
                Difference::Slip => return Some((start..end, difference)),
                Difference::Form => form = form.or(Some((start..end, difference))),
            }
        }
    }
    form
}

/// Compares a name with what a text ends in; where that starts, and how it differs.
fn compare(name: &[char], text: &str, mention: &Mention) -> Option<(usize, Difference)> {
    let most = name.len() + 8;
    let tail: Vec<(usize, char)> = text.char_indices().rev().take(most).collect();
    let found: Vec<char> = tail.iter().rev().map(|&(_, ch)| ch).collect();
    let start = |used: usize| tail[used - 1].0;
    if let Some(used) = same_form(name, &found) {
        return Some((start(used), Difference::Form));
    }
    let same = name.iter().rev().zip(found.iter().rev()).take_while(|(a, b)| a == b).count();
    if same == name.len() {
        return None;
    }
    let (left, right) = (&name[..name.len() - same], &found[..found.len() - same]);
    let slip = slip(left, right, &name[name.len() - same..])?;
    let used = match slip {
        Slip::Other | Slip::Swapped => name.len(),
        Slip::Missing => name.len() - 1,
        Slip::Extra => name.len() + 1,
        Slip::Doubled => name.len() + 2,
        Slip::Halved => name.len() - 2,
    };
    let begins = start(used);
    let at = left.len() - 1;
    // At the first character there must be no doubt where the name begins. One that stands twice is a slip.
    let begun = begins == mention.range.start && mention.edge == Edge::Sure;
    let doubled = slip == Slip::Missing && name.first() == name.get(1);
    if at == 0 && slip != Slip::Extra && !doubled && !(slip == Slip::Other && begun) {
        return None;
    }
    let found_name = &found[found.len() - used..];
    weigh(name, found_name, left, right, slip).map(|difference| (begins, difference))
}

/// One slip of a name (误写).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slip {
    /// Another character.
    Other,
    /// One is missing in the text.
    Missing,
    /// One is too many in the text.
    Extra,
    /// Two neighbours changed over.
    Swapped,
    /// A word of two characters stands twice in the text.
    Doubled,
    /// A word that the name has twice stands once in the text.
    Halved,
}

/// The slip that makes the two alike. They differ in their last character; what comes behind is the same.
fn slip(name: &[char], found: &[char], after: &[char]) -> Option<Slip> {
    let (n, f) = (name.len(), found.len());
    if f > n && found[..f - 1].ends_with(name) {
        return Some(Slip::Extra);
    }
    if n == 1 && after.starts_with(name) {
        return Some(Slip::Missing);
    }
    if f >= n && found[..f - 1].ends_with(&name[..n - 1]) {
        return Some(Slip::Other);
    }
    if found.ends_with(&name[..n - 1]) {
        return Some(Slip::Missing);
    }
    if n >= 2
        && f >= n
        && name[n - 1] == found[f - 2]
        && name[n - 2] == found[f - 1]
        && found[..f - 2].ends_with(&name[..n - 2])
    {
        return Some(Slip::Swapped);
    }
    if f > n + 1 && after.starts_with(&found[f - 2..]) && found[..f - 2].ends_with(name) {
        return Some(Slip::Doubled);
    }
    if n >= 3 && after.starts_with(&name[n - 2..]) && found.ends_with(&name[..n - 2]) {
        return Some(Slip::Halved);
    }
    None
}

/// Is a slip a slip, or may the two be two?
fn weigh(name: &[char], found: &[char], left: &[char], right: &[char], slip: Slip) -> Option<Difference> {
    let (a, b) = (left[left.len() - 1], right.last().copied().unwrap_or(' '));
    let off = |ch: char| matches!(ch, '0'..='9' | 'A'..='Z' | 'a'..='z') || NUMBERS.contains(ch);
    let lone = match slip {
        Slip::Missing => a,
        Slip::Extra => b,
        _ => ' ',
    };
    if off(lone) {
        return None;
    }
    match slip {
        Slip::Missing | Slip::Extra if "省市县区镇乡村州盟旗和与及之的()·".contains(lone) => {
            return Some(Difference::Form);
        }
        Slip::Other => {
            let directions = DIRECTIONS.contains(a) && DIRECTIONS.contains(b);
            if off(a) && off(b) || directions || !is_trading(name) || in_ending(left.len() - 1, name, b) {
                return None;
            }
            let at = left.len() - 1;
            if in_place(name, at) && in_place(found, at) {
                return None;
            }
        }
        Slip::Swapped if off(a) || off(b) => return None,
        _ => {}
    }
    Some(Difference::Slip)
}

const NUMBERS: &str = "〇零一二三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾甲乙丙丁戊己庚辛第";
const DIRECTIONS: &str = "东西南北中前后左右上下大小新老内外";

/// Do the two differ in form alone? How many characters of the text are used.
fn same_form(name: &[char], found: &[char]) -> Option<usize> {
    let plain = |chars: &[char]| -> String {
        let all: String = chars.iter().filter(|c| !matches!(c, '(' | ')' | '·')).collect();
        let all = all.replace("有限责任公司", "公司").replace("有限公司", "公司");
        all.replace("股份公司", "公司")
    };
    let want = plain(name);
    (name.len().saturating_sub(4)..=(name.len() + 4).min(found.len())).find(|&used| {
        let found = &found[found.len() - used..];
        found != name && found[0] == name[0] && plain(found) == want
    })
}

/// Is the name one that a company chose? Offices of one town are all but alike by nature (民政局, 财政局).
fn is_trading(name: &[char]) -> bool {
    const ENDS: [&str; 27] = [
        "公司",
        "合作社",
        "厂",
        "店",
        "商行",
        "经营部",
        "服务部",
        "营业部",
        "门市部",
        "销售部",
        "加工部",
        "超市",
        "事务所",
        "合伙)",
        "工作室",
        "养老院",
        "服务中心",
        "培训学校",
        "培训中心",
        "幼儿园",
        "农场",
        "养殖场",
        "种植场",
        "诊所",
        "药房",
        "集团",
        "投资中心",
    ];
    let name: String = name.iter().collect();
    ENDS.iter().any(|end| name.ends_with(end))
}

/// Lies the place in the words that say what sort of body it is? 厂 and 场 are changed over by mistake.
fn in_ending(at: usize, name: &[char], found: char) -> bool {
    let last = name.len() - 1;
    if at == last {
        return !(matches!(name[last], '厂' | '场') && matches!(found, '厂' | '场'));
    }
    let tail: String = name[at..].iter().collect();
    ["公司", "有限公司", "限公司", "任公司", "责任公司", "合作社", "作社", "务所", "伙)", "中心", "园"]
        .iter()
        .any(|end| tail == *end)
}

/// Lies the character in the name of a division (长春, 长沙) or of a village (平安村)?
fn in_place(name: &[char], at: usize) -> bool {
    const VILLAGES: [char; 6] = ['村', '镇', '乡', '路', '街', '屯'];
    if name[at..].iter().take(3).any(|ch| VILLAGES.contains(ch)) {
        return true;
    }
    let before: usize = name[..at].iter().map(|ch| ch.len_utf8()).sum();
    regions::named_at(&name.iter().collect::<String>(), before)
}

#[cfg(test)]
mod tests {
    use super::super::body::Body;
    use super::super::parties::mentions;
    use super::*;

    #[test]
    fn near_and_far() {
        use Difference::{Form, Slip};
        for (name, text, want) in [
            ("长春市春榆食品有限公司", "长春市春愉食品有限公司注销", Some(("长春市春愉食品有限公司", Slip))),
            ("长春市春榆食品有限公司", "经长春市春榆品有限公司决定", Some(("长春市春榆品有限公司", Slip))),
            ("长春市春榆食品有限公司", "长春市春榆榆食品有限公司", Some(("长春市春榆榆食品有限公司", Slip))),
            ("长春市春榆食品有限公司", "长春市榆春食品有限公司", Some(("长春市榆春食品有限公司", Slip))),
            (
                "长春市春榆食品有限公司",
                "长春市春榆食品食品有限公司",
                Some(("长春市春榆食品食品有限公司", Slip)),
            ),
            ("长春市春榆食品有限公司", "常春市春榆食品有限公司", Some(("常春市春榆食品有限公司", Slip))),
            (
                "长春市春榆食品有限公司",
                "由长春市春榆食品有限责任公司",
                Some(("长春市春榆食品有限责任公司", Form)),
            ),
            ("长春市春榆食品公司", "由长春市春榆食品有限公司注销", Some(("长春市春榆食品有限公司", Form))),
            (
                "长春市春榆食品股份公司",
                "长春市春榆食品股份有限公司",
                Some(("长春市春榆食品股份有限公司", Form)),
            ),
            (
                "通江矿业(集团)有限责任公司",
                "通江矿业集团有限责任公司",
                Some(("通江矿业集团有限责任公司", Form)),
            ),
            ("长春市春榆食品有限公司", "长春春榆食品有限公司", Some(("长春春榆食品有限公司", Form))),
            ("榆树市大岭镇春风养殖场", "榆树市大岭镇春风养殖厂注销", Some(("榆树市大岭镇春风养殖厂", Slip))),
            (
                "长春市春榆食品有限公司",
                "长春市春愉食品有限公司九台分公司",
                Some(("长春市春愉食品有限公司", Slip)),
            ),
            (
                "长长春市春榆食品有限公司",
                "长春市春榆食品有限公司注销",
                Some(("长春市春榆食品有限公司", Slip)),
            ),
            ("榆市春风食品厂", "榆树市春风食品厂注销", Some(("榆树市春风食品厂", Slip))),
            ("春市春榆食品有限公司", "长春市春榆食品有限公司注销", Some(("长春市春榆食品有限公司", Slip))),
            // Two companies, or no telling.
            ("长春市春榆食品有限公司", "长春市秋枫食品有限公司", None),
            ("长春市春榆食品有限公司", "长春市春榆商贸有限公司", None),
            ("长春市春榆食品有限公司一分公司", "长春市春榆食品有限公司二分公司", None),
            ("长春市春榆食品有限公司", "长沙市春榆食品有限公司", None),
            ("春榆食品有限公司长春分公司", "春榆食品有限公司长沙分公司", None),
            ("长春市东城物业有限公司", "长春市西城物业有限公司", None),
            ("榆树市民政局", "榆树市财政局", None),
            ("榆树市人民法院", "榆树市人民医院", None),
            ("长春市朝阳区人民法院", "长春市双阳区人民法院", None),
            ("榆树市平安村农机专业合作社", "榆树市永安村农机专业合作社", None),
            ("长春市围棋协会", "长春市象棋协会", None),
            ("春榆食品厂", "春愉食品厂", None),
            ("春榆食品有限公司", "长春市春榆食品有限公司", None),
            ("春风食品加工厂", "原春风食品加工厂", None),
            ("长春市春榆食品有限公司", "现春榆食品有限公司", None),
        ] {
            let body = Body::new(text, 0..text.len());
            let got = nearest(name, text, &mentions(&body, text.len()), &[]);
            let got = got.map(|(range, difference)| (&text[range], difference));
            assert_eq!(got, want, "{name} / {text}");
        }
    }
}
