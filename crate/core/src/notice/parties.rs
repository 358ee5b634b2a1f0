//! Who a notice is about (当事人): organisations as written in its text, title and signature; persons where it is sure.
//!
//! An organisation is found by its ending (公司, 合作社, 厂 …). Where it begins is harder: Chinese parts no words. A name
//! begins behind a sign, behind words that never are in a name (关于, 债务人), or with a place behind a word that may be
//! in one (经长春市…). Anything else is a guess, and a guess is no party; rules that compare take it from its end.

use std::ops::Range;

use super::body::Body;
use super::lines;
use super::name_words::{LEADS, is_misprint, is_organisation, is_person, without_seal};
use super::tail;

/// An organisation or person named in a notice (当事人).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Where the name starts.
    pub start: usize,
    /// Where it ends (exclusive).
    pub end: usize,
    /// As written, blanks left out.
    pub name: String,
    /// Where it stands.
    pub role: Role,
}

/// Where a name stands (位置).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// An organisation in the title.
    Title,
    /// An organisation in the text.
    Text,
    /// Who signs.
    Signature,
    /// A person: the head of an item, a liquidator.
    Person,
}

impl Role {
    /// The stable name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Role::Title => "title",
            Role::Text => "text",
            Role::Signature => "signature",
            Role::Person => "person",
        }
    }
}

/// How surely a name begins where it is said to begin (起字).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Beyond doubt.
    Sure,
    /// Words before the name may be read with it.
    Guessed,
}

/// An organisation's name in the text, as a range of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The name.
    pub range: Range<usize>,
    /// Where the name of the company ends whose branch it is (长春分公司).
    pub parent: Option<usize>,
    /// How sure its beginning is.
    pub edge: Edge,
}

/// All names of a notice, for its rules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// In the text, without the signature.
    pub text: Vec<Mention>,
    /// The organisations that sign, as ranges of the body.
    pub signers: Vec<Range<usize>>,
    /// The organisation in the title, folded, and its place in the pasted text.
    pub title: Option<(String, Range<usize>)>,
    persons: Vec<Range<usize>>,
}

/// No name is longer, in characters.
const LONGEST: usize = 40;

/// Reads the names of a notice.
pub fn read(
    text: &str,
    body: &Body,
    range: &Range<usize>,
    title: Option<&Range<usize>>,
    signature: Option<&Range<usize>>,
) -> Names {
    let signers = signers(text, body, range, signature);
    let last = match (signature, signers.first()) {
        (Some(signature), _) => body.inside(signature).start,
        (None, Some(signer)) => signer.start,
        (None, None) => body.compact.len(),
    };
    let title = title.and_then(|place| {
        let folded = Body::new(text, place.clone());
        let name = mentions(&folded, folded.compact.len()).into_iter().next()?;
        (name.edge == Edge::Sure)
            .then(|| (folded.compact[name.range.clone()].to_string(), folded.place(text, name.range)))
    });
    let named = mentions(body, last);
    let mut signers = signers;
    if signers.is_empty()
        && let Some(signature) = signature
    {
        signers = misprinted(text, body, signature, &named);
    }
    Names { text: named, signers, title, persons: persons(body, last) }
}

impl Names {
    /// What a report says of them: each name once a role.
    pub fn parties(&self, text: &str, body: &Body) -> Vec<Party> {
        let mut all: Vec<Party> = Vec::new();
        let mut add = |place: Range<usize>, role: Role| {
            let name: String = text[place.clone()].chars().filter(|c| !c.is_whitespace()).collect();
            if !all.iter().any(|party| party.role == role && party.name == name) {
                all.push(Party { start: place.start, end: place.end, name, role });
            }
        };
        if let Some((_, place)) = &self.title {
            add(place.clone(), Role::Title);
        }
        let sure =
            self.text.iter().filter(|mention| mention.edge == Edge::Sure && !keeps(body, &mention.range));
        // A list of hundreds is a table, and the first of them are enough to know it by.
        for mention in sure.take(40) {
            add(body.place(text, mention.range.clone()), Role::Text);
        }
        for person in self.persons.iter().take(40) {
            add(body.place(text, person.clone()), Role::Person);
        }
        for signer in &self.signers {
            add(body.place(text, signer.clone()), Role::Signature);
        }
        all
    }
}

/// Is it only the bank that keeps the account or gave the paper: `遗失中国建设银行存折`, `开户行：中国建设银行`? The notice is
/// not about it.
fn keeps(body: &Body, name: &Range<usize>) -> bool {
    const BANKS: [&str; 4] = ["银行", "支行", "分行", "信用社"];
    const BEFORE: [&str; 8] = ["遗失", "丢失", "遗失了", "丢失了", "被盗", "将", "的", "把"];
    const PAPERS: [&str; 12] = [
        "存折",
        "存单",
        "卡",
        "借记卡",
        "储蓄卡",
        "信用卡",
        "银行卡",
        "社保卡",
        "活期",
        "定期",
        "开户许可证",
        "银行",
    ];
    const ACCOUNTS: [&str; 6] = ["开户行", "开户银行", "开户行为", "开户银行为", "开户行是", "收款银行"];
    let (before, behind) = (&body.compact[..name.start], &body.compact[name.end..]);
    if !BANKS.iter().any(|bank| body.compact[name.clone()].ends_with(bank)) {
        return false;
    }
    let lost = BEFORE.iter().any(|word| before.ends_with(word));
    lost && PAPERS.iter().any(|word| behind.starts_with(word))
        || ACCOUNTS.iter().any(|word| before.trim_end_matches(':').ends_with(word))
}

/// The organisations named in the head of a folded text, in its order.
pub fn mentions(body: &Body, head: usize) -> Vec<Mention> {
    let compact = &body.compact[..head];
    let mut all: Vec<Mention> = Vec::new();
    let mut floor = 0;
    let signs = body.signs(|_| true).take_while(|&(at, _)| at < head);
    let ends = signs.filter_map(|(at, ch)| {
        let end = at + ch.len_utf8();
        ending(ch, &compact[..end]).map(|ending| (end, ending))
    });
    for (end, ending) in ends {
        if end <= floor || !stops(&compact[end..], ending) {
            continue;
        }
        if let Some(last) = all
            .last_mut()
            .filter(|last| goes_on(&compact[last.range.clone()], &compact[last.range.end..end], ending))
        {
            let joined = last.range.end;
            let kept =
                compact[last.range.clone()].ends_with("公司") && !compact[joined..].starts_with("有限");
            last.parent = if kept { last.parent.or(Some(joined)) } else { last.parent };
            last.range.end = with_brackets(compact, end);
            floor = last.range.end;
            continue;
        }
        let Some((start, edge)) = beginning(compact, floor, end - ending.len()) else { continue };
        let core = &compact[start..end - ending.len()];
        let least = if is_weak(ending) { 3 } else { 2 };
        if core.chars().count() < least
            || NOBODY.iter().any(|word| core.starts_with(word))
            || core.ends_with(['本', '我', '该', '贵', '各', '你'])
            || ending == "公司" && DONE_TO.iter().any(|word| core.ends_with(word))
        {
            continue;
        }
        let end = with_brackets(compact, end);
        all.push(Mention { range: start..end, parent: None, edge });
        floor = end;
    }
    all
}

/// What stands for a party and names none.
const NOBODY: [&str; 16] = [
    "本", "我", "该", "贵", "各", "其", "此", "某", "你", "以上", "上述", "下列", "有限", "开户", "县",
    "有关",
];

/// What is done to a company that is not named: 严重违反公司规章.
const DONE_TO: [&str; 38] = [
    "违反", "损害", "侵害", "影响", "离开", "未经", "代表", "拖欠", "侵占", "遵守", "服从", "归还", "交回",
    "返还", "退还", "联系", "前往", "造成", "进入", "加入", "入职", "脱离", "危害", "欺骗", "利用", "冒充",
    "属于", "解散", "注销", "终止", "成立", "设立", "来到", "到达", "返回", "给予", "同意", "擅离",
];

/// The ending of an organisation's name that a text has, if its last character can be of one.
fn ending(last: char, text: &str) -> Option<&'static str> {
    endings(last).iter().copied().find(|ending| text.ends_with(ending))
}

/// The endings of organisations' names by their last character, the longest first.
fn endings(last: char) -> &'static [&'static str] {
    match last {
        '司' => &["有限责任公司", "股份有限公司", "有限公司", "分公司", "公司"],
        '社' => &[
            "专业合作社",
            "合作联社",
            "经济合作社",
            "合作社",
            "联合社",
            "信用社",
            "联社",
            "旅行社",
            "报社",
            "分社",
        ],
        '心' => &["服务中心", "培训中心", "养老中心", "投资中心", "管理中心", "活动中心", "中心"],
        '厂' => &["加工厂", "制造厂", "食品厂", "机械厂", "印刷厂", "厂"],
        '店' => {
            &["饭店", "酒店", "商店", "药店", "书店", "五金店", "小吃店", "服装店", "文具店", "便利店", "店"]
        }
        '行' => &["银行", "分行", "支行", "商行"],
        '部' => &["经营部", "服务部", "营业部", "门市部", "销售部", "加工部", "维修部", "批发部", "项目部"],
        '校' => &["学校", "驾校", "分校"],
        '园' => &["幼儿园"],
        '学' => &["小学", "中学"],
        '会' => &[
            "委员会",
            "基金会",
            "联合会",
            "促进会",
            "研究会",
            "协会",
            "商会",
            "学会",
            "工会",
            "村委会",
            "居委会",
        ],
        '院' => &["医院", "卫生院", "法院", "检察院", "学院", "研究院", "设计院", "养老院", "敬老院"],
        '所' => &["律师事务所", "会计师事务所", "事务所", "研究所", "诊所", "派出所", "卫生所", "管理所"],
        '局' => &["局"],
        '馆' => &["面馆", "饭馆", "餐馆", "茶馆", "宾馆", "图书馆", "文化馆", "博物馆"],
        '站' => &["加油站", "服务站", "工作站", "加气站"],
        '场' => &["家庭农场", "农场", "林场", "牧场", "养殖场", "种植场", "商场"],
        '市' => &["超市"],
        '房' => &["药房"],
        '室' => &["工作室", "卫生室"],
        '业' => &["合伙企业"],
        '团' => &["集团"],
        '府' => &["政府"],
        '队' => &["大队", "支队"],
        '处' => &["办事处", "管理处", "公证处", "代表处"],
        _ => &[],
    }
}

/// Is the ending also a common word or a part of others (店面, 中心线, 局面)?
fn is_weak(ending: &str) -> bool {
    matches!(ending, "厂" | "店" | "局" | "中心" | "小学" | "中学" | "集团" | "学校" | "商场")
}

/// Can a name end here? A strong ending always, a weak one before a sign or a word that follows names.
fn stops(after: &str, ending: &str) -> bool {
    if !is_weak(ending) {
        return true;
    }
    let Some(next) = after.chars().next() else { return true };
    !is_name_char(next)
        || matches!(
            next,
            '将' | '因'
                | '经'
                | '于'
                | '在'
                | '与'
                | '向'
                | '的'
                | '拟'
                | '由'
                | '已'
                | '现'
                | '为'
                | '是'
                | '系'
                | '及'
                | '和'
                | '或'
                | '把'
                | '有'
                | '自'
                | '从'
                | '对'
                | '被'
                | '以'
                | '办'
                | '签'
                | '返'
                | '至'
        )
        || [
            "遗失",
            "丢失",
            "不慎",
            "营业执照",
            "公章",
            "财务",
            "合同",
            "发票",
            "法人",
            "开户",
            "银行",
            "食品",
            "清算",
            "申请",
            "注销",
            "变更",
            "解散",
            "成立",
            "原",
            "投资人",
            "股东",
            "经营者",
            "职工",
        ]
        .iter()
        .any(|word| after.starts_with(word))
}

/// Does a name that ended go on to the next ending (银行股份有限公司长春支行)? `gap`: from the one to the other.
fn goes_on(last: &str, gap: &str, ending: &'static str) -> bool {
    let between = &gap[..gap.len().saturating_sub(ending.len())];
    let word = between.chars().all(|c| is_name_char(c) && !is_loose(c))
        && !BREAKS.iter().any(|word| between.contains(word));
    if ending.ends_with("有限公司") || ending == "有限责任公司" {
        return !last.ends_with("公司") && word && between.chars().count() <= 8;
    }
    if gap.len() <= ending.len() && !between.is_empty() {
        return false;
    }
    const BRANCHES: [&str; 22] = [
        "分公司",
        "支行",
        "分行",
        "店",
        "营业部",
        "办事处",
        "分社",
        "分校",
        "项目部",
        "委员会",
        "经营部",
        "门市部",
        "加油站",
        "服务部",
        "中心",
        "厂",
        "小学",
        "中学",
        "学校",
        "医院",
        "幼儿园",
        "工会",
    ];
    BRANCHES.contains(&ending) && word && between.chars().count() <= 12
}

/// What a name that goes on has not in it.
const BREAKS: [&str; 16] = [
    "股东",
    "职工",
    "债权",
    "会议",
    "清算",
    "法定",
    "经营者",
    "遗失",
    "丢失",
    "开具",
    "出具",
    "营业执照",
    "注册",
    "名下",
    "转让",
    "位于",
];

/// The brackets that belong to a name stand behind it: （有限合伙）.
fn with_brackets(compact: &str, end: usize) -> usize {
    const KINDS: [&str; 7] =
        ["(有限合伙)", "(普通合伙)", "(特殊普通合伙)", "(个体工商户)", "(个人独资)", "(集团)", "(合伙企业)"];
    KINDS.iter().find(|kind| compact[end..].starts_with(*kind)).map_or(end, |kind| end + kind.len())
}

/// Where a name begins whose ending starts at `end`.
fn beginning(compact: &str, floor: usize, end: usize) -> Option<(usize, Edge)> {
    let mut start = end;
    let found = |start: usize| Some((start, edge(&compact[start..end])));
    for _ in 0..LONGEST {
        let before = &compact[floor..start];
        let Some(ch) = before.chars().next_back() else {
            // Right behind another name there is no knowing, but for the word that joins the two.
            let first = compact[start..end].chars().next().filter(|first| "与和及向将由".contains(*first));
            return match first {
                _ if floor == 0 => found(start),
                Some(first) => found(start + first.len_utf8()),
                None => Some((start, Edge::Guessed)),
            };
        };
        if ch == ')' {
            let Some(open) = brackets(before) else { return found(start) };
            start = floor + open;
            continue;
        }
        if !is_name_char(ch) {
            return found(start);
        }
        if ch.is_ascii_alphanumeric() {
            // Letters alone may be of the name, a number never is.
            let run = before.bytes().rev().take_while(u8::is_ascii_alphanumeric).count();
            if before.bytes().rev().take(run).any(|b| b.is_ascii_digit()) {
                let (start, edge) = found(start)?;
                let clear = begins_with_place(&compact[start..end]);
                return Some((start, if clear { edge } else { Edge::Guessed }));
            }
            start -= run;
            continue;
        }
        let bare = &before[..before.len() - ch.len_utf8()];
        if matches!(ch, '年' | '月' | '日' | '号' | '元' | '份' | '枚' | '张' | '名' | '户' | '项')
            && bare.ends_with(|c: char| c.is_ascii_digit())
        {
            return found(start);
        }
        if ALIAS.iter().any(|word| before.ends_with(word)) {
            return None;
        }
        if cuts(ch).iter().any(|word| before.ends_with(word))
            || is_loose(ch) && begins_with_short_place(&compact[start..end])
        {
            return found(start);
        }
        start -= ch.len_utf8();
    }
    // Too long for a name: words stand before it.
    Some((start, Edge::Guessed))
}

/// May what was read with a name be another word (长春市将…)? 和 and the like right behind a place are of the name.
fn edge(core: &str) -> Edge {
    let place = core.char_indices().take(10).filter(|(_, ch)| is_place_end(*ch)).last();
    let place = place.map_or(0, |(at, ch)| at + ch.len_utf8());
    let own = |at: usize, ch: char| {
        let near = place > 0 && at <= place + '和'.len_utf8();
        near && matches!(ch, '和' | '得' | '至' | '前' | '内' | '起')
    };
    let other = core.char_indices().any(|(at, ch)| is_loose(ch) && !own(at, ch));
    if other { Edge::Guessed } else { Edge::Sure }
}

fn is_place_end(ch: char) -> bool {
    matches!(ch, '省' | '市' | '县' | '区' | '州' | '盟' | '旗')
}

/// What comes behind these is a short name.
const ALIAS: [&str; 3] = ["简称", "下称", "又称"];

/// Where the brackets open that a text ends in, if they belong to a name: （集团）, （吉林）.
fn brackets(before: &str) -> Option<usize> {
    let open = before.char_indices().rev().take(8).find(|&(_, ch)| ch == '(')?.0;
    let inside = &before[open + 1..before.len() - 1];
    let named =
        (1..=6).contains(&inside.chars().count()) && inside.chars().all(|c| matches!(c, '一'..='\u{9fff}'));
    let word =
        ["以下", "简称", "下称", "曾用名", "甲方", "乙方", "个体"].iter().any(|word| inside.contains(word));
    let behind_name = before[..open].ends_with(|c| matches!(c, '一'..='\u{9fff}'));
    (named && !word && behind_name).then_some(open)
}

/// Characters of names.
fn is_name_char(ch: char) -> bool {
    matches!(ch, '一'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '·' | '&') || ch.is_ascii_alphanumeric()
}

/// Words of one character that stand before names and in them.
fn is_loose(ch: char) -> bool {
    matches!(
        ch,
        '经' | '由'
            | '向'
            | '与'
            | '将'
            | '在'
            | '被'
            | '给'
            | '从'
            | '至'
            | '因'
            | '对'
            | '和'
            | '及'
            | '的'
            | '为'
            | '是'
            | '系'
            | '了'
            | '把'
            | '并'
            | '拟'
            | '已'
            | '现'
            | '兹'
            | '请'
            | '于'
            | '得'
            | '到'
            | '之'
            | '内'
            | '起'
            | '要'
            | '后'
            | '前'
    )
}

/// Words before a name that are in none, by their last character.
fn cuts(last: char) -> &'static [&'static str] {
    match last {
        '于' => &["关于", "位于", "属于", "购于", "就职于", "对于"],
        '有' => &["兹有", "现有", "持有", "享有"],
        '据' => &["根据", "依据"],
        '失' => &["遗失", "丢失", "挂失"],
        '具' => &["开具", "出具"],
        '给' => &["转让给", "交给", "开给"],
        '并' => &["合并"],
        '托' => &["委托"],
        '人' => &[
            "债务人",
            "债权人",
            "申请人",
            "担保人",
            "出票人",
            "收款人",
            "付款人",
            "持票人",
            "背书人",
            "保证人",
            "借款人",
            "出租人",
            "承租人",
            "受让人",
            "转让人",
            "执行人",
            "委托人",
            "拍卖人",
            "招标人",
            "采购人",
            "承兑人",
            "代理人",
        ],
        '方' => &["转让方", "受让方", "甲方", "乙方", "对方"],
        '告' => &["原告", "被告", "公告", "通告"],
        '明' => &["声明"],
        '位' => &["单位"],
        '东' => &["股东"],
        '业' => &["独资企业"],
        '司' => &["本公司", "我公司", "该公司"],
        '理' => &["受理", "办理"],
        '定' => &["裁定", "指定", "决定"],
        '准' => &["批准", "核准"],
        '名' => &["户名", "更名"],
        '称' => &["名称", "全称"],
        '行' => &["付款行", "出票行", "承兑行", "开户行"],
        '达' => &["送达"],
        '为' => &["变更为", "更名为", "更正为", "分立为"],
        '户' => &["商户", "客户", "用户", "个体户"],
        '让' => &["转让", "受让"],
        '购' => &["收购"],
        '买' => &["购买"],
        '到' => &["收到"],
        '回' => &["返回"],
        '求' => &["要求", "请求"],
        '知' => &["通知"],
        _ => &[],
    }
}

/// Does a name begin with a place of two characters (长春市)? Of three, the first may be of the word before (求长春市).
pub(super) fn begins_with_short_place(name: &str) -> bool {
    name.chars().nth(2).is_some_and(is_place_end)
}

/// Does a name begin with a place (长春市, 吉林省)?
fn begins_with_place(name: &str) -> bool {
    name.chars().skip(2).take(3).any(is_place_end)
}

/// The organisations that sign: the lines of the signature, a name that was broken joined again.
fn signers(
    text: &str,
    body: &Body,
    range: &Range<usize>,
    signature: Option<&Range<usize>>,
) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    // Without a signature of its own, the last line may be name and date.
    let own = signature.cloned().unwrap_or_else(|| {
        let line = text[range.clone()].rfind('\n').map_or(range.end, |at| range.start + at + 1);
        line..range.end
    });
    let mut open: Option<usize> = None;
    for place in lines(text, own) {
        let line = body.inside(&place);
        let Some(name) = signing(body, &line) else { continue };
        let start = open.take().unwrap_or(name.start);
        let whole = &body.compact[start..name.end];
        let count = whole.chars().count();
        let sentence = whole.contains(['，', '。', '；', '：', ',', ';', ':', '、']);
        // With a number in it, it is a row of a table.
        let number = whole.as_bytes().windows(4).any(|four| four.iter().all(u8::is_ascii_digit));
        if sentence || number || count > LONGEST {
            continue;
        }
        if is_organisation(whole) && count >= 4 {
            all.push(start..start + whole.len());
        } else {
            open = Some(start);
        }
    }
    all
}

/// The lines of a signature; of a line that holds several names or a name and a day, each by itself.
fn lines(text: &str, own: Range<usize>) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut at = own.start;
    for line in text[own].split_inclusive('\n') {
        let place = at..at + line.len();
        at = place.end;
        let words = || line.split_whitespace();
        let whole = |word: &str| is_organisation(word) && word.chars().count() >= 4 || lines::is_date(word);
        if words().count() > 1 && words().all(whole) {
            let mut from = place.start;
            for word in words() {
                let start = from + text[from..place.end].find(word).unwrap_or_default();
                from = start + word.len();
                all.push(start..from);
            }
        } else {
            all.push(place);
        }
    }
    all
}

/// The name in a line of a signature, without the day, the seal and 声明人.
fn signing(body: &Body, line: &Range<usize>) -> Option<Range<usize>> {
    let words = without_date(&body.compact[line.clone()]);
    let name = tail::signer(words).unwrap_or(words);
    let start = line.start + words.len() - name.len();
    let name = without_seal(name);
    // The end of a broken telephone number is no name's beginning.
    name.contains(|c| matches!(c, '一'..='\u{9fff}')).then(|| start..start + name.len())
}

/// Who signs with a name that ends as none does, and is one of the text but for a slip: 有限公可.
fn misprinted(text: &str, body: &Body, signature: &Range<usize>, named: &[Mention]) -> Vec<Range<usize>> {
    let signing =
        lines(text, signature.clone()).into_iter().filter_map(|line| signing(body, &body.inside(&line)));
    let slip = |name: &Range<usize>| {
        let own = &body.compact[name.clone()];
        !is_organisation(own)
            && named.iter().any(|other| is_misprint(own, &body.compact[other.range.clone()]))
    };
    signing.filter(slip).collect()
}

/// A line without the date at its end.
fn without_date(line: &str) -> &str {
    let bare = line.trim_end_matches(|c: char| {
        "年月日号.-/〇○零一二三四五六七八九十Oo".contains(c) || c.is_ascii_digit()
    });
    // A name may end in such a sign itself; a date has a year.
    if line[bare.len()..].contains(['年', '.', '-', '/']) { bare } else { line }
}

/// Persons where it is sure: the head of an item, the liquidators.
fn persons(body: &Body, head: usize) -> Vec<Range<usize>> {
    let compact = &body.compact[..head];
    let mut all = Vec::new();
    let head = compact.trim_start_matches(|c: char| lines::is_mark(c) || matches!(c, '1' | '.' | '、'));
    let at = compact.len() - head.len();
    const DOES: [&str; 9] = ["将", "遗失", "丢失", "不慎", "身份证", ",身份证", "(身份证", "(公民身份", "的"];
    for len in [2, 3, 4] {
        let name = taken(head, len);
        let follows = &head[name.len()..];
        if is_person(name) && DOES.iter().any(|word| follows.starts_with(word)) {
            all.push(at..at + name.len());
            break;
        }
    }
    // The first four are said of liquidators alone.
    let liquidators = body.says("清算") && compact.contains("清算");
    let leads = if liquidators { &LEADS[..] } else { &LEADS[4..] };
    for &lead in leads.iter().filter(|lead| body.says(lead)) {
        for (found, _) in compact.match_indices(lead) {
            let mut start = found + lead.len();
            start +=
                compact[start..].len() - compact[start..].trim_start_matches([':', '为', '是', '由']).len();
            // Names parted by 、 up to the end of the list.
            loop {
                let rest = &compact[start..];
                let end =
                    rest.find(|c: char| !matches!(c, '一'..='\u{9fff}') || c == '和').unwrap_or(rest.len());
                let name = rest[..end].trim_end_matches("组成");
                if !is_person(name) {
                    break;
                }
                if !all.iter().any(|r: &Range<usize>| r.start == start) {
                    all.push(start..start + name.len());
                }
                match rest[end..].chars().next() {
                    Some(sign @ ('、' | ',' | '，' | '和')) => start += end + sign.len_utf8(),
                    _ => break,
                }
            }
        }
    }
    all
}

/// The first characters of a text.
fn taken(text: &str, count: usize) -> &str {
    &text[..text.char_indices().nth(count).map_or(text.len(), |(at, _)| at)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn organisations_in_a_text() {
        use Edge::{Guessed, Sure};
        for (text, want) in [
            ("长春市春榆食品有限公司遗失公章", vec![("长春市春榆食品有限公司", Sure)]),
            ("根据股东决定,昆明滇池风筝有限公司(代码", vec![("昆明滇池风筝有限公司", Sure)]),
            ("经长春市春榆食品有限公司股东会决议", vec![("长春市春榆食品有限公司", Sure)]),
            ("通江矿业(集团)有限责任公司职工:", vec![("通江矿业(集团)有限责任公司", Sure)]),
            ("长春榆林投资中心(有限合伙)遗失", vec![("长春榆林投资中心(有限合伙)", Sure)]),
            ("吉林银行股份有限公司长春中信城支行由", vec![("吉林银行股份有限公司长春中信城支行", Sure)]),
            ("长春市春榆食品有限公司九台分公司注销", vec![("长春市春榆食品有限公司九台分公司", Sure)]),
            ("●公主岭市怀德镇孟德有种植专业合作社将公章", vec![("公主岭市怀德镇孟德有种植专业合作社", Sure)]),
            ("请求公主岭市春榆食品有限公司付款", vec![("公主岭市春榆食品有限公司", Sure)]),
            ("应向公主岭市春榆食品有限公司付款", vec![("应向公主岭市春榆食品有限公司", Guessed)]),
            ("长春市春榆酒店管理有限公司注销", vec![("长春市春榆酒店管理有限公司", Sure)]),
            ("返回榆树市华宇服装店办理手续", vec![("榆树市华宇服装店", Sure)]),
            (
                "长春市春榆超市遗失秋枫米业有限公司的",
                vec![("长春市春榆超市", Sure), ("秋枫米业有限公司", Sure)],
            ),
            ("长春市和诚枫商贸有限公司遗失", vec![("长春市和诚枫商贸有限公司", Sure)]),
            ("长春市南关区前进五金店遗失", vec![("长春市南关区前进五金店", Sure)]),
            ("长春市张三和春榆食品有限公司", vec![("长春市张三和春榆食品有限公司", Guessed)]),
            ("91220104MA16P4R89Y朝阳区秋枫小吃店", vec![("朝阳区秋枫小吃店", Sure)]),
            ("由TCL春榆有限公司", vec![("由TCL春榆有限公司", Guessed)]),
            ("由于天河贸易有限公司", vec![("由于天河贸易有限公司", Guessed)]),
            (
                "甲市春雨米业有限公司与乙市秋风面业有限公司合并",
                vec![("甲市春雨米业有限公司", Sure), ("乙市秋风面业有限公司", Sure)],
            ),
            ("请债权人到本公司和我公司及该公司申报", vec![]),
            ("该店面位于市中心线以北,局面稳定", vec![]),
            ("(以下简称春榆公司)", vec![]),
            ("榆树市兴旺木材加工厂营业执照丢失", vec![("榆树市兴旺木材加工厂", Sure)]),
            ("2024年4月9日长春市春榆食品有限公司", vec![("长春市春榆食品有限公司", Sure)]),
        ] {
            let body = Body::new(text, 0..text.len());
            let got: Vec<(&str, Edge)> =
                mentions(&body, text.len()).into_iter().map(|m| (&text[m.range], m.edge)).collect();
            assert_eq!(got, want, "{text}");
        }
    }

    #[test]
    fn every_ending_is_looked_for() {
        let mut count = 0;
        for last in ('\u{3400}'..='\u{9fff}').filter(|&last| !endings(last).is_empty()) {
            let text = format!("甲乙{last}");
            let body = Body::new(&text, 0..text.len());
            assert!(body.signs(|sign| sign == last).next().is_some(), "{last}");
            assert!(endings(last).iter().all(|ending| ending.ends_with(last)), "{last}");
            count += 1;
        }
        assert!(count > 20);
    }

    #[test]
    fn who_signs() {
        for (text, from, want) in [
            ("正文。\n长春市春榆食品有限公司\n2024年4月9日", "长春市", vec!["长春市春榆食品有限公司"]),
            (
                "正文。\n长春市春榆食品有限责任\n公司\n2024年4月9日",
                "长春市",
                vec!["长春市春榆食品有限责任公司"],
            ),
            ("正文。\n长 春 市 春 榆 食 品 厂\n二〇二四年四月九日", "长 春", vec!["长春市春榆食品厂"]),
            (
                "正文。\n甲县米业有限公司\n乙县面业有限公司\n2024年4月9日",
                "甲县",
                vec!["甲县米业有限公司", "乙县面业有限公司"],
            ),
            ("特此公告。\n昆明滇池风筝有限公司　2024.4.10", "", vec!["昆明滇池风筝有限公司"]),
            ("电话：0431-850144\n85\n长春市春榆食品厂\n2024年4月9日", "85\n", vec!["长春市春榆食品厂"]),
            ("张三遗失身份证，声明作废。", "", vec![]),
        ] {
            let body = Body::new(text, 0..text.len());
            let signature = (!from.is_empty()).then(|| text.find(from).expect("it is there")..text.len());
            let got = signers(text, &body, &(0..text.len()), signature.as_ref());
            let got: Vec<&str> = got.into_iter().map(|range| &body.compact[range]).collect();
            assert_eq!(got, want, "{text}");
        }
    }

    #[test]
    fn banks_that_only_keep_the_money() {
        for (text, want) in [
            ("张文清遗失中国建设银行存折一本,声明作废。", vec!["张文清"]),
            ("张文清遗失农业银行存单一张,声明作废。", vec!["张文清"]),
            ("张文清不慎遗失工商银行卡一张,声明作废。", vec!["张文清"]),
            ("张文清将中国建设银行长春支行存折遗失,声明作废。", vec!["张文清"]),
            ("长春春榆商贸有限公司遗失中国建设银行开户许可证,声明作废。", vec!["长春春榆商贸有限公司"]),
            ("中国建设银行长春支行遗失公章一枚,声明作废。", vec!["中国建设银行长春支行"]),
            ("张文清遗失中国建设银行长春支行公章一枚,声明作废。", vec!["中国建设银行长春支行", "张文清"]),
            ("长春春榆商贸有限公司,开户行:中国建设银行,声明作废。", vec!["长春春榆商贸有限公司"]),
        ] {
            let body = Body::new(text, 0..text.len());
            let names = read(text, &body, &(0..text.len()), None, None);
            let got: Vec<String> = names.parties(text, &body).into_iter().map(|party| party.name).collect();
            assert_eq!(got, want, "{text}");
        }
    }

    #[test]
    fn persons_where_it_is_sure() {
        for (text, want) in [
            ("●林晓禾将编号为20182211022038119930418204X的", vec!["林晓禾"]),
            ("清算组由江海、石川组成,组长江海。", vec!["江海", "石川", "江海"]),
            ("清算组成员:王一、李二,组长:王一", vec!["王一", "李二", "王一"]),
            ("本人将身份证丢失", vec![]),
            ("本公司拟注销,清算组已成立", vec![]),
        ] {
            let body = Body::new(text, 0..text.len());
            let got: Vec<&str> = persons(&body, text.len()).into_iter().map(|range| &text[range]).collect();
            assert_eq!(got, want, "{text}");
        }
    }
}
