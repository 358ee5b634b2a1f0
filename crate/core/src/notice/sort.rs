//! What type a notice is (定类): told by the words of its body and of its title.

use super::body::Body;
use super::types::{self, OTHER, Sort};
use super::vocabulary;

/// The type that the words of a body make it; none if they say nothing.
pub fn of_body(body: &Body) -> Option<&'static Sort> {
    *body.told.get_or_init(|| {
        types::hinted_by_body(&body.compact, body.found()).find(|sort| is_told_by(sort, body))
    })
}

/// Do the words of a body make it this type, whatever else they may make it?
fn is_told_by(sort: &Sort, body: &Body) -> bool {
    sort.is_told_by(&body.compact, body.found())
        && match sort.family() {
            "winding_up" => !strikes_off_a_paper(body) && !calls_a_shareholder(body),
            "capital_reduction" => !calls_a_shareholder(body),
            "inheritance" => !is_heritage(&body.compact) || body.says_any(&HEIRS),
            "auction" => !only_plans(body),
            "void" => sort.id != "loss" || !only_warns_of_loss(body),
            _ => sort.id != "dismissal" || !only_threatens(body),
        }
}

/// Is what is struck off a paper, a trademark, a house or a right, and nobody wound up?
fn strikes_off_a_paper(body: &Body) -> bool {
    const PAPERS: [&str; 25] = [
        "许可证",
        "登记证",
        "资格证",
        "产权证",
        "使用证",
        "权证",
        "证书",
        "证件",
        "经营证",
        "备案证",
        "执业证",
        "商标",
        "专利",
        "房屋",
        "房产",
        "抵押",
        "车辆",
        "船舶",
        "资质",
        "账户",
        "备案",
        "印章",
        "公章",
        "不动产",
        "批准文号",
    ];
    const BODIES: [&str; 17] = [
        "公司",
        "合作社",
        "合作联社",
        "中心",
        "厂",
        "店",
        "馆",
        "企业",
        "园",
        "学校",
        "协会",
        "商会",
        "学会",
        "工商户",
        "超市",
        "经营部",
        "事务所",
    ];
    let last = |words: &[&str], text: &str| words.iter().filter_map(|word| text.rfind(word)).max();
    if body.says_any(&["清算", "解散", "债权人", "债权债务"]) {
        return false;
    }
    let sign = |c: char| matches!(c, '。' | ';' | '；' | '!' | '！');
    let mut struck = body.all("注销").filter(|range| !body.before(range.start, 1).ends_with('未')).peekable();
    struck.peek().is_some()
        && struck.all(|range| {
            let behind = body.after(range.end, 24).split(|c| sign(c) || matches!(c, ',' | '，')).next();
            if behind.is_some_and(|object| PAPERS.iter().any(|word| object.contains(word))) {
                return true;
            }
            let before = body.before(range.start, 60).rsplit(sign).next().unwrap_or_default();
            // What stands in brackets behind a name tells of it: `…有限公司(许可证号JY…)拟注销`.
            let bare = before.trim_end_matches(['拟', '现', '已', '将', '申', '请', '依', '法', '办', '理']);
            let bare = bare.strip_suffix(')').and_then(|head| head.rfind('(')).map_or(bare, |at| &bare[..at]);
            // The nearest clause that names one of the two: `…许可证,因停产拟注销`.
            let mut clauses = bare.rsplit([',', '，']);
            let named = clauses.find_map(|clause| {
                let (paper, owner) = (last(&PAPERS, clause), last(&BODIES, clause));
                (paper.is_some() || owner.is_some()).then_some(paper > owner)
            });
            named == Some(true)
        })
}

/// Is a shareholder asked to come and sign what was resolved on, and nothing said to creditors?
fn calls_a_shareholder(body: &Body) -> bool {
    const ASKED: [&str; 13] = [
        "请股东",
        "请各股东",
        "请全体股东",
        "请该股东",
        "请各位股东",
        "请你",
        "请您",
        "请贵方",
        "配合办理",
        "来公司签",
        "到公司签",
        "来公司办理",
        "到公司办理",
    ];
    let creditors = ["债权人", "债权", "清偿", "担保", "债务"];
    body.says("股东") && body.says_any(&ASKED) && !body.says_any(&creditors)
}

/// Is a dismissal only what follows if someone who is called back does not come: `请返岗，逾期解除劳动合同`?
fn only_threatens(body: &Body) -> bool {
    const RECALLED: [&str; 7] =
        ["返岗", "返回岗位", "回单位上班", "回公司上班", "到岗上班", "回单位报到", "回公司报到"];
    const ASKED: [&str; 7] = ["请", "限你", "限您", "限期", "通知你", "通知您", "务必"];
    const IF: [&str; 9] = ["逾期", "否则", "如不", "如未", "若不", "若未", "未按", "仍不", "仍未"];
    body.says_any(&RECALLED)
        && ["解除", "终止", "除名"].iter().flat_map(|word| body.all(word)).all(|range| {
            let before = body.before(range.start, 80);
            let sentence = before.rsplit(['。', ';']).next().unwrap_or_default();
            let Some(at) = IF.iter().filter_map(|word| sentence.find(word)).min() else { return false };
            let ended = ["已", "现", "决定", "日起", "即日"].iter().any(|word| sentence[at..].contains(word));
            let called = &before[..before.len() - sentence.len() + at];
            !ended && ASKED.iter().any(|word| called.contains(word))
        })
}

/// Is a loss only spoken of: what should not get lost, or what holds for those who lose something?
fn only_warns_of_loss(body: &Body) -> bool {
    const LOST: [&str; 6] = ["遗失", "丢失", "灭失", "损毁", "被盗", "丢掉"];
    const LEST: [&str; 8] = ["防止", "以防", "谨防", "避免", "以免", "如有", "如因", "若有"];
    const RIGHT_BEFORE: [&str; 4] = ["如", "若", "防", "凡"];
    const BEHIND: [&str; 22] = [
        "不补", "不退", "自负", "的,", "的可", "的须", "的需", "的应", "的照", "的由", "的不", "的补", "者",
        "须", "需", "应当", "补领", "补办", "概不", "责任", "、损", "或损",
    ];
    // What is declared void, or has an owner who was careless, is lost.
    !body.says_any(&["作废", "声明", "不慎", "挂失"])
        && LOST.iter().flat_map(|word| body.all(word)).all(|range| {
            let (before, behind) = (body.before(range.start, 8), body.after(range.end, 3));
            LEST.iter().any(|word| before.contains(word))
                || RIGHT_BEFORE.iter().any(|word| before.ends_with(word))
                || BEHIND.iter().any(|word| behind.starts_with(word))
        })
}

/// Words that speak of what somebody left behind.
const HEIRS: [&str; 8] =
    ["继承人", "遗赠", "继承权公证", "继承公证", "办理继承", "继承登记", "申请继承", "继承转移"];

/// Is what is called 遗产 a heritage each time, and nobody's estate: 非物质文化遗产, 世界遗产?
fn is_heritage(text: &str) -> bool {
    const OF: [&str; 11] =
        ["文化", "自然", "世界", "工业", "农业", "灌溉", "工程", "水利", "地质", "红色", "历史"];
    let mut estates = text.match_indices("遗产").map(|(at, _)| &text[..at]).peekable();
    estates.peek().is_some() && estates.all(|before| OF.iter().any(|word| before.ends_with(word)))
}

/// Is an auction only what a plan is for, or what had a result, and nobody asked to bid?
fn only_plans(body: &Body) -> bool {
    const PLANS: [&str; 7] = ["方案", "计划", "结果", "成交", "实施办法", "预案", "情况"];
    const BIDS: [&str; 7] = ["竞买人", "竞买保证金", "举行拍卖", "拍卖标的", "拍卖时间", "拍卖日期", "报名"];
    let mut auctions = body.all("拍卖").peekable();
    auctions.peek().is_some()
        && !body.says_any(&BIDS)
        && auctions.all(|range| {
            let behind = body.after(range.end, 6);
            PLANS.iter().any(|word| behind.contains(word))
        })
}

/// What a notice is that puts on view how something is to be sold, or was: no auction (拍卖法 asks nothing of it).
pub fn of_view(title: &str, sort: &'static Sort, body: &Body) -> &'static Sort {
    let view = title.trim_end_matches(['】', '》']).ends_with("公示");
    if view && sort.id == "auction" && !is_told_by(sort, body) { &OTHER } else { sort }
}

/// The type that a title names; none if it says only 公告 or 声明.
pub fn of_title(compact: &str) -> Option<&'static Sort> {
    // An office's rules on lost papers: nobody has lost anything.
    if [
        "程序的公告",
        "办法的公告",
        "规定的公告",
        "流程的公告",
        "程序的通告",
        "规定的通告",
        "办法的通知",
        "流程的通知",
    ]
    .iter()
    .any(|word| compact.ends_with(word))
    {
        return None;
    }
    // `关于收到《传票》的公告` is told by who was summoned.
    let received = compact.find("收到《").and_then(|at| Some(at..at + compact[at..].find('》')?));
    let without = received.map(|paper| [&compact[..paper.start], &compact[paper.end..]].concat());
    let compact = without.as_deref().unwrap_or(compact);
    let found = vocabulary::find(compact);
    let heritage = is_heritage(compact);
    let told = types::hinted_by_title(compact, &found)
        .filter(|sort| !(heritage && sort.id == "inheritance"))
        .filter_map(|sort| sort.words_in_title(compact, &found).map(|len| (len, sort)));
    // Of words equally long the first row's.
    told.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, sort)| sort)
}

/// Does a word make a text of this type that others often mention: who moves, what was lost, who was dismissed?
fn is_often_mentioned(sort: &Sort) -> bool {
    const MENTIONED: [&str; 14] = [
        "dismissal",
        "recall",
        "relocation",
        "found",
        "loss",
        "voided",
        "hearing",
        "clarification",
        "renaming",
        "environment",
        "planning",
        "demand",
        "reward",
        "inheritance",
    ];
    MENTIONED.contains(&sort.id)
}

/// The type that title and text make together. The text decides, but where it says what the title says too, the title:
/// an auction of a bankrupt's goods speaks of the bankruptcy. What is corrected or simplified is told by the title alone.
/// `specific`: the title says more than its type: `关于回购股份减少注册资本通知债权人的公告`.
pub fn decide(title: Option<&'static Sort>, specific: bool, body: &Body) -> &'static Sort {
    match (title, of_body(body)) {
        (Some(title), _) if title.id == "correction" => title,
        (Some(title), Some(told)) if title.id.starts_with("simple") && title.is_like(told) => title,
        // 社会团体注销公告 says of whom; its text may speak of 清算组 only.
        (Some(title), Some(told)) if told.id == "winding_up" && title.is_like(told) => title,
        // `逾期无人认领的，按无主财产处理` is what is threatened; only a court finds that a thing has no owner.
        (Some(title), Some(told)) if title.family() == "found" && title.is_like(told) => {
            if body.says_any(&["认定财产无主", "认定该财产无主", "本院"]) {
                told
            } else {
                title
            }
        }
        (Some(title), Some(told)) if !title.is_like(told) && is_told_by(title, body) => title,
        // `自登报之日起…与本公司无关` closes letters of many kinds.
        (Some(title), Some(told)) if told.id == "clarification" => title,
        // One word of the text may tell of a reason or be part of a project's name.
        (Some(title), Some(told)) if specific && !title.is_like(told) && is_often_mentioned(told) => title,
        // An office's notice on another matter threatens with it, or quotes it.
        (None, Some(told))
            if specific
                && ["loss", "voided", "hearing"].contains(&told.id)
                && body.says_any(&["逾期", "否则", "未按", "拒不", "仍未"])
                && !body.says_any(&[
                    "声明作废",
                    "公告作废",
                    "予以作废",
                    "宣布作废",
                    "公告注销",
                    "举行听证",
                ]) =>
        {
            &OTHER
        }
        (title, told) => told.or(title).unwrap_or(&OTHER),
    }
}

/// The type of a listed company's notice whose title names none: what it tells of, where law asks something of it, and not
/// what it only mentions: a demand it has made, an auction of its shareholder's shares, a merger of those it buys.
pub fn of_listed(told: &'static Sort) -> &'static Sort {
    let matter = ["capital_reduction", "bankruptcy"];
    let own = [told.family(), told.id].iter().any(|id| matter.contains(id));
    if own { told } else { &OTHER }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Body {
        Body::new(text, 0..text.len())
    }

    #[test]
    fn by_words() {
        for (title, body, want) in [
            ("减资公告", "经股东会决议，拟减少注册资本", "capital_reduction"),
            ("公告", "为弥补亏损，减少注册资本", "simple_capital_reduction"),
            ("遗失声明", "张三遗失身份证，声明作废", "loss"),
            ("公告", "法院依法向你公告送达起诉状副本", "service"),
            ("注销公告", "因合同有误，故此证作废", "voided"),
        ] {
            assert_eq!(of_body(&text(body)).map(|s| s.id), Some(want), "{title} {body}");
        }
        assert_eq!(of_title("债权债务清算公告").map(|s| s.id), Some("winding_up"));
        assert_eq!(of_title("公告"), None);
        assert_eq!(of_body(&text("春天来了")), None);
    }
}
