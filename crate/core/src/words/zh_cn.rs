//! Sentences in Chinese (中文措辞): short enough to be read out over the telephone; no full stop at the end.

use std::fmt::{self, Display};
use std::ops::Range;

use super::parts::{
    Grouped, Lengths, apart, code, currency, digits, division_ended, ends, figures_date, is_on_paper,
    lacks_zero, length_at, masked_length, meaning, month_before, part, symbol, table_line, worth,
};
use super::places::Places;
use crate::finding::{Certainty, Finding, Slip, Suggestion};
use crate::judgement::{AmountForm, Fact, Flaw, Lang, PeriodUnit, Personal, Problem, Severity, Sex, Verdict};
use crate::kinds::{self, Kind, birth_certificate};
use crate::notice::Role;
use crate::tables::{authorities, telephones};

/// Places in Chinese.
const PLACES: Places = Places {
    state: "国家",
    permits: "台湾（居住证）",
    no_region: "历年行政区划表里没有",
    no_bank_area: "查不到这个银行地区代码",
    first_two: "前两位属",
    brackets: ["（", "）"],
    comma: "，",
    and: "、",
    until: ["至", "年"],
    now: "后为 ",
    others: " 等",
    formerly: "原",
};

/// What is off, where, and what to do.
pub fn problem(finding: &Finding, problem: &Problem) -> String {
    let (value, span) = (finding.value.as_str(), &problem.span);
    let (name, at, what) = (finding.kind.name(Lang::Zh), At(span), part(value, span));
    let is = |kind: &Kind| finding.kind == kind;
    match problem.flaw {
        Flaw::Length([18]) if finding.kind == &kinds::transport_qualification::KIND => {
            "这里是19位，去掉其中一位就是一个校验相符的身份证号码，像是身份证号码多打了一位，请与证件原件核对"
                .into()
        }
        Flaw::Length(lengths) => {
            let (name, there) = (length_of(finding, lengths, span).unwrap_or(name), length_at(value, span));
            format!("{name}应为{}位，这里是{there}位", listed(lengths))
        }
        Flaw::Charset => format!("{at}“{what}”不能用在这里，请与证照原件核对"),
        Flaw::LowerCase if what.len() > 1 => format!("{at}“{what}”里的小写字母应为大写"),
        Flaw::LowerCase => format!("{at}“{what}”应为大写字母"),
        Flaw::CheckChar => check_char(finding, span),
        Flaw::InnerCheckChar if finding.kind == &kinds::electronic_draft::KIND => {
            format!("{at}与第2至12位不符（行号的校验码），请与票面逐位核对")
        }
        Flaw::InnerCheckChar => format!("{at}与前面8位不符（组织机构代码的校验码），请与证照原件核对"),
        Flaw::Authority => format!("{at}“{what}”查不到登记部门和机构类别，请核对"),
        Flaw::Province if finding.kind == &kinds::vehicle_plate::KIND => {
            format!("{at}“{what}”不是任何省份的简称，请核对")
        }
        Flaw::Province => format!("{at}“{what}”不是任何省份的代码，请核对"),
        Flaw::Region if finding.kind == &kinds::residence_permit::KIND => {
            format!("{at}{what}不是居住证的地区码（810000、820000、830000），请核对")
        }
        Flaw::Region => format!("{at}{what}查不到这个行政区划，请核对"),
        Flaw::BirthDate => match figures_date(what) {
            Some([year, month, day]) => format!("日历上没有{year}年{month}月{day}日，请核对出生日期"),
            None => format!("出生日期不存在：{at}是“{what}”，请核对"),
        },
        Flaw::BirthRange => match (figures_date(what), what.parse::<u16>()) {
            (Some([year, month, day]), _) if year >= 1900 => {
                format!("出生日期{year}年{month}月{day}日晚于见报日，请核对")
            }
            (None, Ok(year @ 1900..)) => format!("出生年份{year}年晚于见报日，请核对"),
            (Some([year, ..]), _) | (None, Ok(year @ 1000..)) => {
                format!("出生年份{year}年早于1900年，请核对")
            }
            _ => format!("{at}“{what}”不能是出生日期，请核对"),
        },
        Flaw::MaskLength([15, 18]) => {
            format!("遮盖后共{}位，应为18位（旧号码15位）", masked_length(finding, span))
        }
        Flaw::MaskLength(lengths) => {
            format!("遮盖后共{}位，应为{}位", masked_length(finding, span), listed(lengths))
        }
        Flaw::OldForm if [&kinds::resident_id_15::KIND, &kinds::masked_id::KIND].contains(&finding.kind) => {
            "15位旧身份证号码已停用，请改用18位号码".into()
        }
        Flaw::OldForm => format!("这是已停用的旧式{name}，请核对"),
        Flaw::KindLetter => match finding.kind {
            _ if is(&kinds::account_permit::KIND) => {
                format!("{at}“{what}”应为J（基本）、L（临时）或Z（专用），请核对")
            }
            _ if is(&kinds::land_contract::KIND) => {
                format!("{at}“{what}”应为J（家庭承包）或Q（其他方式承包），请核对")
            }
            _ if is(&kinds::vehicle_plate::KIND) => format!("{at}“{what}”查不到对应的发牌机关，请核对"),
            _ if is(&kinds::container::KIND) => format!("{at}“{what}”应为U、J或Z，请核对"),
            _ => format!("{at}“{what}”不是已知的类别字母，请核对"),
        },
        Flaw::Words => words(finding, what, at),
        Flaw::BankArea => format!("{at}{what}查不到这个银行地区代码，请核对"),
        Flaw::Version => format!("{at}的版本号不会是{what}，请核对"),
        Flaw::Level => format!("{at}“{what}”不是已知的级别或类别，请核对"),
        Flaw::Year if finding.kind == &kinds::date::KIND => format!("年份“{what}”不合理，请核对"),
        Flaw::Year if finding.kind == &birth_certificate::KIND => {
            let year = birth_certificate::printed(what);
            format!("{at}“{what}”表示{year}年印制，与出生日期或见报日不符，请核对")
        }
        Flaw::Year
            if (is(&kinds::real_estate::CERTIFICATE)
                || is(&kinds::real_estate::PROOF)
                || is(&kinds::real_estate_unit::KIND))
                && problem.severity == Severity::Wrong =>
        {
            format!("不动产登记自2015年起，{at}的年份“{what}”有误，请与证照原件核对")
        }
        Flaw::Year
            if finding.kind == &kinds::court_case::KIND
                && !what.starts_with(|c: char| c.is_ascii_digit()) =>
        {
            "案号前面没有年份，请核对".into()
        }
        Flaw::Year => format!("{at}的年份“{what}”不合理，请核对"),
        Flaw::RangeOrder if finding.kind == &kinds::date::KIND => "后一个日期不晚于前一个，请核对".into(),
        Flaw::RangeOrder => "止号小于起号，请核对".into(),
        Flaw::RangeWidth => "起号与止号位数不同，请核对".into(),
        Flaw::Count { stated, counted } => format!("文中的数量是{stated}，按号码算是{counted}，请核对"),
        Flaw::NoSuchDay => no_such_day(value, problem),
        Flaw::NoSuchMonth => format!("没有“{what}月”，请核对日期"),
        Flaw::Weekday(day) => format!("这一天是{}，与所写的不符，请核对", weekday(day)),
        Flaw::TwoDigitYear => "年份应写四位数字".into(),
        Flaw::NumeralStyle if finding.kind == &kinds::court_case::KIND => "案号的年份用阿拉伯数字".into(),
        Flaw::NumeralStyle => match what {
            "零" | "O" | "o" | "○" | "0"
                if finding.kind == &kinds::date::KIND && !value.contains(['壹', '贰']) =>
            {
                format!("年份中的“{what}”应写作“〇”")
            }
            "拾" if finding.kind == &kinds::amount::KIND => "“拾”前面应写“壹”".into(),
            _ => format!("“{what}”的写法不合规范"),
        },
        Flaw::AmountForm(form) => match form {
            AmountForm::NoZheng => "大写金额到“元”为止，后面应写“整”".into(),
            AmountForm::ZhengAfterFen => "大写金额有“分”，后面不写“整”".into(),
            AmountForm::ZeroMissing => format!("大写金额“{what}”前面少写“零”"),
            AmountForm::ZeroExtra => format!("大写金额第{}个字“{what}”是多余的", span.start + 1),
            AmountForm::EmptyPlace => format!("大写金额里的“零{what}”不写“{what}”"),
            AmountForm::Order => format!("大写金额“{what}”处的单位重复或次序不对，请核对"),
            AmountForm::Grouping => "金额的千位分隔或小数位数不对，请核对".into(),
        },
        Flaw::AmountsDisagree { capitals, figures } if capitals == figures => {
            "大写与小写的币种不同，请核对".into()
        }
        Flaw::AmountsDisagree { capitals, figures } => {
            let money = |fen: u128| money(fen, currency(finding));
            let (off, capitals, figures) =
                (money(capitals.abs_diff(figures)), money(capitals), money(figures));
            format!("大写与小写金额不一致：大写是{capitals}，小写是{figures}，相差{off}，请核对")
        }
        Flaw::RowSum { parts } | Flaw::ColumnSum { parts } => {
            let money = |fen: u128| money(fen, currency(finding));
            let (name, across) = table_line(finding, problem.flaw);
            let line = if across { "行" } else { "列" };
            let stated = worth(finding);
            format!(
                "{}合计写{}，各项相加是{}，相差{}，请核对",
                if name.is_empty() { String::new() } else { format!("“{name}”一{line}") },
                money(stated),
                money(parts),
                money(stated.abs_diff(parts))
            )
        }
        Flaw::TelephoneArea => match telephones::merged_into(digits(what)) {
            Some(codes) => format!("区号{}已并入{}，请核对", digits(what), codes.replace(';', "、")),
            None if lacks_zero(what) => format!("区号{}前面少写0，请核对", digits(what)),
            None => format!("查不到区号{}，请核对", digits(what)),
        },
        Flaw::TelephonePrefix if what.len() >= 3 => format!("查不到手机号段{what}，请核对"),
        Flaw::TelephonePrefix if span.start > 0 => format!("区号后的号码一般不以{what}开头，请核对"),
        Flaw::TelephonePrefix => format!("电话号码一般不以{what}开头，请核对"),
        Flaw::Prefix(wanted) if finding.kind == &kinds::court_case::KIND => {
            format!("法院代字没有“{what}”，应为“{}”，请核对", wanted.join("”或“"))
        }
        Flaw::Brackets(pair)
            if finding.kind == &kinds::court_case::KIND && problem.severity > Severity::Hint =>
        {
            format!("案号的年份要用圆括号{pair}，请核对")
        }
        Flaw::Prefix(wanted) => format!("{name}应以{}开头，这里是“{what}”", wanted.join("或")),
        Flaw::Shape(example) => format!("与{name}的常见写法不同（如{example}），请与证照原件核对"),
        Flaw::Contradiction => match division_ended(finding) {
            Some(year) => format!("{what}年出生，而前6位的行政区划{year}年已撤销，请核对"),
            None => format!("{at}“{what}”与号码里的其他部分不一致，请核对"),
        },
        Flaw::InnerDate => format!("{at}“{what}”不是日历上的年月日，请核对"),
        Flaw::LeadingZero => format!("“{what}”前面的0是多余的"),
        Flaw::Unfilled => "这里还没有填，请补上".into(),
        Flaw::Quoted => "这是更正所指的误登内容，核对不符正说明原来有误，不必改".into(),
        Flaw::Brackets(pair) => format!("{name}的年份一般用括号{pair}"),
    }
}

fn listed(all: &'static [u8]) -> Lengths {
    Lengths { all, or: "或", to: "至" }
}

/// What a length is of, where the kind has several or only a part is meant.
fn length_of(finding: &Finding, lengths: &[u8], span: &Range<usize>) -> Option<&'static str> {
    match lengths {
        _ if finding.kind != &kinds::telephone::KIND => None,
        [11] => Some("手机号码"),
        [10] => Some("400、800电话号码"),
        _ if span.start > 0 => Some("区号后的号码"),
        _ => None,
    }
}

fn check_char(finding: &Finding, span: &Range<usize>) -> String {
    let last = span.start + 1;
    let is = |kind: &Kind| finding.kind == kind;
    match finding.kind {
        _ if is(&kinds::org_code::KIND) => "最后一位校验码与前8位不符，请与证照原件逐位核对".into(),
        _ if is(&kinds::bank_card::KIND) => "卡号各位对不上（末位校验），请与卡面逐位核对".into(),
        _ if is(&kinds::physician_certificate::KIND) || is(&kinds::special_work_permit::KIND) => {
            let first = last.saturating_sub(17).max(1);
            format!("第{last}位校验码与第{first}至{}位的身份号码不符，请与证书原件逐位核对", last - 1)
        }
        _ if is(&kinds::vin::KIND) || is(&kinds::vehicle_licence_core::KIND) => {
            format!("第{last}位校验码与其余各位不符，请与证照原件逐位核对")
        }
        _ if is(&kinds::container::KIND) => format!("第{last}位校验码与前面各位不符，请与箱体或单证逐位核对"),
        _ => format!("第{last}位校验码与前{}位不符，请与证照原件逐位核对", last - 1),
    }
}

fn words(finding: &Finding, what: &str, at: At) -> String {
    let is = |kind: &Kind| finding.kind == kind;
    match what {
        "J" | "L" | "Z" if is(&kinds::account_permit::KIND) => {
            let kind = account_kind(what.as_bytes()[0]).unwrap_or("");
            format!("{what}表示{kind}，与文中写的不一致，请核对")
        }
        _ if is(&kinds::land_contract::KIND) && what.len() == 2 => {
            format!("{at}“{what}”表示第{}组，与文中写的不一致，请核对", what.trim_start_matches('0'))
        }
        _ if is(&kinds::resident_id::KIND) || is(&kinds::masked_id::KIND) => {
            let sex =
                if matches!(what.as_bytes(), [b'1' | b'3' | b'5' | b'7' | b'9']) { "男" } else { "女" };
            format!("{at}“{what}”表示性别{sex}，与文中写的不一致，请核对")
        }
        _ if is(&kinds::physician_certificate::KIND) => {
            format!("取得资格的年份{what}晚于文中的签发日期，请核对")
        }
        _ if at.0.start == 10
            && (is(&kinds::teacher_certificate::KIND) || is(&kinds::lawyer_licence::KIND)) =>
        {
            let sex = if finding.facts.contains(&Fact::Sex(Sex::Male)) { "男" } else { "女" };
            format!("{at}“{what}”表示性别{sex}，与文中写的不一致，请核对")
        }
        _ if what.len() == 4 && (is(&kinds::diploma::KIND) || is(&kinds::degree_certificate::KIND)) => {
            format!("{at}的年份{what}与文中写的毕业年份不一致，请核对")
        }
        _ => match meaning(finding, what) {
            Some([zh, _]) => format!("{at}“{what}”表示{zh}，与文中写的不一致，请核对"),
            None => format!("{at}“{what}”与文中写的不一致，请核对"),
        },
    }
}

fn no_such_day(value: &str, problem: &Problem) -> String {
    let day = part(value, &problem.span).trim_end_matches(['日', '号']);
    let before = part(value, &(0..problem.span.start));
    let month = match (month_before(before), before.find('月')) {
        (Some((Some(year), month)), _) => format!("{year}年{month}月"),
        (Some((None, month)), _) => format!("{month}月"),
        (None, Some(at)) => format!("{}月", &before[..at]),
        (None, None) => return format!("没有“{day}”这一天，请核对日期"),
    };
    let day = if day.len() > 1 { day.trim_start_matches('0') } else { day };
    match problem.severity {
        Severity::Doubtful => format!("近几年{month}没有{day}日，请核对日期"),
        _ => format!("{month}没有{day}日，请核对日期"),
    }
}

/// What a number says.
pub fn fact(fact: &Fact) -> String {
    match fact {
        Fact::Region(region) => PLACES.region(region),
        Fact::Authority(pair) => match authorities::look_up(pair, Lang::Zh) {
            Some(a) => format!("{} {}（{}登记）", code(pair), a.body, a.office),
            None => format!("{} 查不到登记部门和机构类别", code(pair)),
        },
        Fact::OrgCode(org) => format!("组织机构代码{}-{}", code(&org[..8]), code(&org[8..])),
        Fact::Registrant(digit) => format!("第7位{}：{}", symbol(*digit), registrant(*digit)),
        Fact::Birth { year, month, day } => format!("{}出生", Day(Some(*year), *month, *day)),
        Fact::Sex(Sex::Male) => "男".into(),
        Fact::Sex(Sex::Female) => "女".into(),
        Fact::Mask { kept, masked } => format!("保留{kept}位，遮盖{masked}位；遮去的无法核对"),
        Fact::Nationality(nation) => format!("国籍代码{}", code(nation)),
        Fact::Qualified(year) => format!("{year}年取得资格"),
        Fact::Province(two) => match PLACES.province(*two) {
            Some(name) => format!("{} {name}", code(two)),
            None => format!("{} 不是任何省份的代码", code(two)),
        },
        Fact::PhysicianLevel(level) => match symbol(*level) {
            '1' => "执业医师".into(),
            '2' => "执业助理医师".into(),
            other => format!("级别{other}"),
        },
        Fact::PhysicianCategory(category) => match physician_category(category) {
            Some(name) => format!("{} {name}", code(category)),
            None => format!("类别{}", code(category)),
        },
        Fact::VillageGroup(0) => "村级，不分组".into(),
        Fact::VillageGroup(group) => format!("第{group}组"),
        Fact::Household(number) => format!("第{number}户"),
        Fact::ContractForm(form) => match symbol(*form) {
            'J' => "J 家庭承包".into(),
            'Q' => "Q 其他方式承包".into(),
            other => format!("承包方式{other}"),
        },
        Fact::AccountKind(letter) => match account_kind(*letter) {
            Some(name) => format!("{} {name}", symbol(*letter)),
            None => format!("账户类别{}", symbol(*letter)),
        },
        Fact::BankArea(area) => PLACES.bank_area(area),
        Fact::IssuingBank(name) => format!("发卡行：{name}"),
        Fact::InvoiceYear(year) => format!("{year}年的发票"),
        Fact::Year(year) => format!("编号里的年份{year}年"),
        Fact::YearMonth(year, month) => format!("编号里的年月{year}年{month}月"),
        Fact::Meaning { sign, words: [zh, _] } => format!("{sign} {zh}"),
        Fact::CheckAgrees => "校验码相符".into(),
        Fact::PossiblePlaces(0) => "改哪一位都算不通，可能不止错一处，请整个号码与原件核对".into(),
        Fact::PossiblePlaces(1) => "可能错在一处，但改法不止一种，请逐位与原件核对".into(),
        Fact::PossiblePlaces(count) => format!("可能错的有{count}处，说不准是哪一处，请逐位与原件核对"),
        Fact::Count(count) => format!("共{count}个号码"),
        Fact::Amount { fen, currency } => money(*fen, currency),
        Fact::Date { year, month, day } => Day(*year, Some(*month), *day).to_string(),
        Fact::Weekday(day) => weekday(*day).into(),
        Fact::Period { count, unit } => format!("{count}{}", period_unit(*unit)),
        Fact::TelephoneArea(area) => match telephones::look_up(area) {
            Some(found) if found.merged_into.is_empty() => format!("{area} {}", found.name),
            Some(found) => {
                format!("{area} {}（已并入{}）", found.name, found.merged_into.replace(';', "、"))
            }
            None => format!("{area} 查不到这个区号"),
        },
        Fact::MobileSegment(operator) => format!("{operator}号段"),
        Fact::ServiceNumber => "服务号码".into(),
        Fact::AmountsAgree => "大写与小写金额一致".into(),
        Fact::Row(name) => format!("所在行：{name}"),
        Fact::Column(name) => format!("所在列：{name}"),
    }
}

/// Where to look, and what might stand there.
pub fn suggestion(finding: &Finding, suggestion: &Suggestion) -> String {
    let (at, new) = (At(&suggestion.span), suggestion.replacement.as_str());
    let old = part(&finding.value, &suggestion.span);
    if suggestion.certainty == Certainty::Safe {
        return match suggestion.slip {
            Slip::Blanks => "号码中间有空格，去掉就好，号码不变".into(),
            Slip::Writing => format!("宜写成“{new}”，只改写法，号码不变"),
            Slip::Ideographs => {
                format!(
                    "“{new}”里有从 PDF 复制出来的部首字符，看着一样，电脑却认作别的字；改成通常的汉字，内容不变"
                )
            }
            _ => format!("{at}“{old}”应写“{new}”：这里不用这个字母，改后校验相符"),
        };
    }
    let original = if is_on_paper(finding) { "证照原件" } else { "原稿" };
    let place = suggestion.region.map_or(String::new(), |code| format!("（{}）", fact(&Fact::Region(code))));
    match suggestion.slip {
        Slip::Dropped => {
            format!("请与{original}核对：{}可能漏了“{new}”{place}", Before(suggestion.span.start, finding))
        }
        Slip::Doubled => format!("请与{original}核对：{at}“{old}”可能多打了{place}"),
        Slip::Swapped | Slip::Blocks => {
            format!("请与{original}核对{at}：这里是“{old}”，可能前后颠倒，应为“{new}”{place}")
        }
        Slip::LookAlikes if apart(old, new) => {
            let (first, last) = (suggestion.span.start + 1, suggestion.span.end);
            let [(a, b), (c, d)] = ends(old, new);
            format!("请与{original}核对第{first}、{last}位：这里是“{a}”“{c}”，可能是“{b}”“{d}”{place}")
        }
        Slip::Writing | Slip::Blanks | Slip::Ideographs | Slip::Replaced | Slip::LookAlikes => {
            format!("请与{original}核对{at}：这里是“{old}”，可能是“{new}”{place}")
        }
    }
}

/// Where a character may be missing, in Chinese.
struct Before<'a>(usize, &'a Finding);

impl Display for Before<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            0 => f.write_str("最前面"),
            at if at == self.1.value.chars().count() => f.write_str("最后面"),
            at => write!(f, "第{at}位后面"),
        }
    }
}

/// Why it must not be printed in full, and what is usual.
pub fn exposure(what: Personal) -> &'static str {
    match what {
        Personal::IdentityNumber => {
            "身份证号印全了：公开个人信息要有本人的单独同意（个人信息保护法第二十五条），一般遮盖中间八位"
        }
        Personal::BankCard => {
            "银行卡号印全了：金融账户是敏感个人信息（个人信息保护法第二十八条），一般只留前6位和后4位"
        }
        Personal::Account => {
            "个人账号印全了：金融账户是敏感个人信息（个人信息保护法第二十八条），一般只留后4位"
        }
        Personal::BirthCertificate => {
            "出生证编号和姓名一起印全了：不满十四周岁的人的信息都是敏感个人信息（个人信息保护法第二十八条），一般遮盖中间几位"
        }
    }
}

/// A party of a notice and where it is named.
pub fn party(role: Role, name: &str) -> String {
    let role = match role {
        Role::Title => "标题中的单位",
        Role::Text => "正文中的单位",
        Role::Signature => "署名",
        Role::Person => "人员",
    };
    format!("{role}：{name}")
}

/// 已验, 合式, 存疑, 有误.
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Verified => "已验",
        Verdict::Plausible => "合式",
        Verdict::Doubtful => "存疑",
        Verdict::Wrong => "有误",
    }
}

/// 提示, 存疑, 有误.
pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Hint => "提示",
        Severity::Doubtful => "存疑",
        Severity::Wrong => "有误",
    }
}

/// Where in the number, as a clerk counts: 第3位, 前6位, 第7至14位.
#[derive(Clone, Copy)]
struct At<'a>(&'a Range<usize>);

impl Display for At<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0.start, self.0.end) {
            (start, end) if end <= start + 1 => write!(f, "第{}位", start + 1),
            (0, end) => write!(f, "前{end}位"),
            (start, end) => write!(f, "第{}至{end}位", start + 1),
        }
    }
}

/// A date as far as it is known.
struct Day(Option<u16>, Option<u8>, Option<u8>);

impl Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(year) = self.0 {
            write!(f, "{year}年")?;
        }
        if let Some(month) = self.1 {
            write!(f, "{month}月")?;
            if let Some(day) = self.2 {
                write!(f, "{day}日")?;
            }
        }
        Ok(())
    }
}

fn registrant(digit: u8) -> &'static str {
    match symbol(digit) {
        '0' => "内资企业（全民、集体等）",
        '1' => "国有独资或法人控股的公司",
        '2' => "自然人控股的公司",
        '3' => "个人独资、合伙或合作社等",
        '4' | '5' => "外商投资企业",
        '6'..='9' => "个体工商户",
        _ => "未知类别",
    }
}

fn account_kind(letter: u8) -> Option<&'static str> {
    match letter {
        b'J' => Some("基本存款账户"),
        b'L' => Some("临时存款账户"),
        b'Z' => Some("专用存款账户"),
        _ => None,
    }
}

fn physician_category(category: &[u8; 2]) -> Option<&'static str> {
    match category {
        b"10" => Some("临床"),
        b"20" => Some("口腔"),
        b"30" => Some("公共卫生"),
        b"41" => Some("中医"),
        b"42" | b"43" | b"44" | b"45" | b"46" => Some("民族医或中西医结合"),
        b"50" => Some("乡村全科"),
        _ => None,
    }
}

fn money(fen: u128, currency: &str) -> String {
    match unit(currency) {
        Some(unit) => format!("{}{unit}", Grouped(fen)),
        None => format!("{} {currency}", Grouped(fen)),
    }
}

fn unit(currency: &str) -> Option<&'static str> {
    match currency {
        "CNY" => Some("元"),
        "USD" => Some("美元"),
        "EUR" => Some("欧元"),
        "HKD" => Some("港元"),
        "MOP" => Some("澳门元"),
        "TWD" => Some("新台币元"),
        "JPY" => Some("日元"),
        "GBP" => Some("英镑"),
        _ => None,
    }
}

fn weekday(day: u8) -> &'static str {
    match day {
        1 => "星期一",
        2 => "星期二",
        3 => "星期三",
        4 => "星期四",
        5 => "星期五",
        6 => "星期六",
        _ => "星期日",
    }
}

fn period_unit(unit: PeriodUnit) -> &'static str {
    match unit {
        PeriodUnit::Day => "日",
        PeriodUnit::WorkingDay => "个工作日",
        PeriodUnit::Week => "周",
        PeriodUnit::Month => "个月",
        PeriodUnit::Year => "年",
        PeriodUnit::Hour => "小时",
    }
}
