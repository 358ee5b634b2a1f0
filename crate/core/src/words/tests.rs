//! Every variant has its sentence in both languages, and the sentences are the ones meant.

use std::ops::Range;

use super::*;
use crate::judgement::AmountForm;
use crate::kinds::{self, Kind};

/// A list with a value of every variant: the match makes the compiler ask for a new one.
macro_rules! one_of_each {
    ($type:ty: $($pattern:pat => $($value:expr),+;)*) => {{
        fn every_variant_is_listed(value: &$type) {
            match value { $($pattern => {})* }
        }
        let list: Vec<$type> = vec![$($($value),+),*];
        list.iter().for_each(every_variant_is_listed);
        list
    }};
}

fn flaws() -> Vec<Flaw> {
    one_of_each! { Flaw:
        Flaw::Length(_) => Flaw::Length(&[18]), Flaw::Length(&[10, 12]);
        Flaw::Charset => Flaw::Charset;
        Flaw::LowerCase => Flaw::LowerCase;
        Flaw::CheckChar => Flaw::CheckChar;
        Flaw::InnerCheckChar => Flaw::InnerCheckChar;
        Flaw::Authority => Flaw::Authority;
        Flaw::Province => Flaw::Province;
        Flaw::Region => Flaw::Region;
        Flaw::BirthDate => Flaw::BirthDate;
        Flaw::BirthRange => Flaw::BirthRange;
        Flaw::MaskLength(_) => Flaw::MaskLength(&[18]), Flaw::MaskLength(&[15, 18]);
        Flaw::OldForm => Flaw::OldForm;
        Flaw::KindLetter => Flaw::KindLetter;
        Flaw::Words => Flaw::Words;
        Flaw::BankArea => Flaw::BankArea;
        Flaw::Version => Flaw::Version;
        Flaw::Level => Flaw::Level;
        Flaw::Year => Flaw::Year;
        Flaw::RangeOrder => Flaw::RangeOrder;
        Flaw::RangeWidth => Flaw::RangeWidth;
        Flaw::Count { .. } => Flaw::Count { stated: 14, counted: 15 };
        Flaw::NoSuchDay => Flaw::NoSuchDay;
        Flaw::NoSuchMonth => Flaw::NoSuchMonth;
        Flaw::Weekday(_) => Flaw::Weekday(4);
        Flaw::TwoDigitYear => Flaw::TwoDigitYear;
        Flaw::NumeralStyle => Flaw::NumeralStyle;
        Flaw::AmountForm(AmountForm::NoZheng) => Flaw::AmountForm(AmountForm::NoZheng);
        Flaw::AmountForm(AmountForm::ZhengAfterFen) => Flaw::AmountForm(AmountForm::ZhengAfterFen);
        Flaw::AmountForm(AmountForm::ZeroMissing) => Flaw::AmountForm(AmountForm::ZeroMissing);
        Flaw::AmountForm(AmountForm::ZeroExtra) => Flaw::AmountForm(AmountForm::ZeroExtra);
        Flaw::AmountForm(AmountForm::EmptyPlace) => Flaw::AmountForm(AmountForm::EmptyPlace);
        Flaw::AmountForm(AmountForm::Order) => Flaw::AmountForm(AmountForm::Order);
        Flaw::AmountForm(AmountForm::Grouping) => Flaw::AmountForm(AmountForm::Grouping);
        Flaw::RowSum { .. } => Flaw::RowSum { parts: 11_250_000 };
        Flaw::ColumnSum { .. } => Flaw::ColumnSum { parts: 11_250_000 };
        Flaw::AmountsDisagree { .. } => Flaw::AmountsDisagree { capitals: 2_340_000, figures: 2_430_000 };
        Flaw::TelephoneArea => Flaw::TelephoneArea;
        Flaw::TelephonePrefix => Flaw::TelephonePrefix;
        Flaw::Prefix(_) => Flaw::Prefix(&["JY"]), Flaw::Prefix(&["SC", "QS"]);
        Flaw::Shape(_) => Flaw::Shape("吉(2019)长春市不动产权第0012345号");
        Flaw::Contradiction => Flaw::Contradiction;
        Flaw::InnerDate => Flaw::InnerDate;
        Flaw::LeadingZero => Flaw::LeadingZero;
        Flaw::Brackets(_) => Flaw::Brackets("〔〕");
        Flaw::Unfilled => Flaw::Unfilled;
        Flaw::Quoted => Flaw::Quoted;
    }
}

fn facts() -> Vec<Fact> {
    one_of_each! { Fact:
        Fact::Region(_) => Fact::Region(*b"220182"), Fact::Region(*b"220199");
        Fact::Authority(_) => Fact::Authority(*b"91"), Fact::Authority(*b"9Z");
        Fact::OrgCode(_) => Fact::OrgCode(*b"715393661");
        Fact::Registrant(_) => Fact::Registrant(b'2'), Fact::Registrant(2), Fact::Registrant(b'9');
        Fact::Birth { .. } => Fact::Birth { year: 1987, month: None, day: None };
        Fact::Sex(_) => Fact::Sex(Sex::Male), Fact::Sex(Sex::Female);
        Fact::Mask { .. } => Fact::Mask { kept: 10, masked: 8 };
        Fact::Nationality(_) => Fact::Nationality(*b"398");
        Fact::Qualified(_) => Fact::Qualified(2018);
        Fact::Province(_) => Fact::Province(*b"22"), Fact::Province(*b"83"), Fact::Province(*b"66");
        Fact::PhysicianLevel(_) => Fact::PhysicianLevel(1), Fact::PhysicianLevel(b'2'), Fact::PhysicianLevel(7);
        Fact::PhysicianCategory(_) => Fact::PhysicianCategory(*b"10"), Fact::PhysicianCategory(*b"77");
        Fact::VillageGroup(_) => Fact::VillageGroup(0), Fact::VillageGroup(10);
        Fact::Household(_) => Fact::Household(5);
        Fact::ContractForm(_) => Fact::ContractForm(b'J'), Fact::ContractForm(b'Q'), Fact::ContractForm(b'1');
        Fact::AccountKind(_) => Fact::AccountKind(b'Z'), Fact::AccountKind(b'K');
        Fact::BankArea(_) => Fact::BankArea(*b"2462"), Fact::BankArea(*b"2469"), Fact::BankArea(*b"0000");
        Fact::IssuingBank(_) => Fact::IssuingBank("农业银行");
        Fact::InvoiceYear(_) => Fact::InvoiceYear(2014);
        Fact::Year(_) => Fact::Year(2019);
        Fact::YearMonth(..) => Fact::YearMonth(2019, 7);
        Fact::Meaning { .. } => Fact::Meaning { sign: "05", words: ["本科", "bachelor"] };
        Fact::CheckAgrees => Fact::CheckAgrees;
        Fact::PossiblePlaces(_) => Fact::PossiblePlaces(0), Fact::PossiblePlaces(1), Fact::PossiblePlaces(7);
        Fact::Count(_) => Fact::Count(14), Fact::Count(1);
        Fact::Amount { .. } => Fact::Amount { fen: 1, currency: "CNY" }, Fact::Amount { fen: 0, currency: "CHF" };
        Fact::Date { .. } => Fact::Date { year: None, month: 4, day: Some(9) };
        Fact::Weekday(_) => Fact::Weekday(1), Fact::Weekday(7);
        Fact::Period { .. } => Fact::Period { count: 1, unit: PeriodUnit::WorkingDay };
        Fact::TelephoneArea(_) => Fact::TelephoneArea("0431".into()), Fact::TelephoneArea("0378".into()),
            Fact::TelephoneArea("0440".into());
        Fact::MobileSegment(_) => Fact::MobileSegment("中国移动");
        Fact::ServiceNumber => Fact::ServiceNumber;
        Fact::AmountsAgree => Fact::AmountsAgree;
        Fact::Row(_) => Fact::Row("第3行".into());
        Fact::Column(_) => Fact::Column("利息".into());
    }
}

/// The kind of this name; a plain one where it is none.
fn some_kind(id: &'static str) -> &'static Kind {
    static ANY: Kind = Kind::new(kinds::Of::Paper, "", ["号码", "number"]);
    kinds::by_id(id).unwrap_or(&ANY)
}

/// The sentence for a problem of a number with these facts.
fn say(
    facts: Vec<Fact>,
    lang: Lang,
    id: &'static str,
    value: &str,
    flaw: Flaw,
    severity: Severity,
    span: Range<usize>,
) -> String {
    let finding = Finding {
        start: 0,
        end: value.len(),
        kind: some_kind(id),
        value: value.into(),
        label: None,
        verdict: Verdict::Wrong,
        exposure: None,
        suggestions: Vec::new(),
        problems: Vec::new(),
        facts,
        notice: None,
    };
    // Bytes of some text, nothing the words may count by.
    problem(lang, &finding, &Problem { flaw, severity, start: 700, end: 900, span })
}

/// Fit to be read out: nothing of the program's own, no full stop, no blanks at the ends.
fn assert_speakable(lang: Lang, sentence: &str) {
    assert!(!sentence.is_empty() && sentence.trim() == sentence, "{sentence:?}");
    for odd in ["{", "}", "Some(", "None", "::", "_", "\n", "?"] {
        assert!(!sentence.contains(odd), "{sentence}");
    }
    // What the number itself says may hold anything.
    let own: String = sentence.split(['“', '”']).step_by(2).collect();
    match lang {
        Lang::Zh => {
            assert!(!sentence.ends_with(['。', '.', '，', '；']), "{sentence}");
            let mut small = own.split(|ch: char| !ch.is_ascii_lowercase());
            assert!(small.all(|word| word.len() < 2), "{sentence}");
            assert!(!own.contains([',', ';', '!']) || sentence.contains('元'), "{sentence}");
        }
        Lang::En => {
            assert!(!sentence.ends_with(['.', ',', ';', '。']), "{sentence}");
            assert!(!own.contains(['，', '；', '（', '）', '、', '：']), "{sentence}");
        }
    }
}

#[test]
fn every_flaw_in_both_languages() {
    let values = [
        ("uscc", "91220182MA15T6K3XQ"),
        ("org_code", "71539366-2"),
        ("resident_id", "220381198502300047"),
        ("resident_id_15", "220381850230004"),
        ("masked_id", "2203811985********"),
        ("account_permit", "K2462000051301"),
        ("land_contract", "220112002210100005K"),
        ("physician_certificate", "201822110220104199003072311"),
        ("bank_card", "6228481234567890123"),
        ("date", "二〇二三年二月三十日"),
        ("date", "2023-02-30"),
        ("amount", "伍佰万元"),
        ("telephone", "(0440)8501234"),
        ("telephone", "15400000000"),
        ("invoice_number", "00251306"),
        ("seal_code", ""),
    ];
    for flaw in flaws() {
        for (id, value) in values {
            let count = value.chars().count();
            for span in [0..count, 0..0, 0..1, 2..8, 6..14, count..count, count + 5..count + 9] {
                for severity in [Severity::Hint, Severity::Doubtful, Severity::Wrong] {
                    for lang in [Lang::Zh, Lang::En] {
                        let sentence = say(vec![], lang, id, value, flaw, severity, span.clone());
                        assert_speakable(lang, &sentence);
                    }
                }
            }
        }
    }
}

#[test]
fn words_against_what_a_number_says() {
    let meaning = |sign, words| Fact::Meaning { sign, words };
    let cheque = meaning("2", ["转账支票", "transfer cheque"]);
    let lawyer = meaning("1", ["专职律师", "full-time lawyer"]);
    for (id, value, span, facts, zh, en) in [
        (
            "cheque_number",
            "1020222100812345",
            6..7,
            vec![cheque],
            "第7位“2”表示转账支票，与文中写的不一致，请核对",
            "“2” at place 7 means transfer cheque, the text says otherwise; please check",
        ),
        (
            "cheque_number",
            "1020222100812345",
            6..7,
            vec![],
            "第7位“2”与文中写的不一致，请核对",
            "“2” at place 7 does not agree with the text; please check",
        ),
        (
            "lawyer_licence",
            "12201201511123456",
            10..11,
            vec![lawyer, Fact::Sex(Sex::Female)],
            "第11位“1”表示性别女，与文中写的不一致，请核对",
            "“1” at place 11 means female, the text says otherwise; please check",
        ),
        (
            "diploma",
            "109991201505001234",
            6..10,
            vec![],
            "第7至10位的年份2015与文中写的毕业年份不一致，请核对",
            "The year 2015 at places 7 to 10 is not the year of graduation in the text; please check",
        ),
    ] {
        for (lang, want) in [(Lang::Zh, zh), (Lang::En, en)] {
            let (facts, span) = (facts.clone(), span.clone());
            let said = say(facts, lang, id, value, Flaw::Words, Severity::Doubtful, span);
            assert_eq!(said, want, "{id} {value}");
        }
    }
}

#[test]
fn every_fact_in_both_languages() {
    for fact in facts() {
        for lang in [Lang::Zh, Lang::En] {
            assert_speakable(lang, &super::fact(lang, &fact));
        }
        let value = fact_value(&fact);
        assert!(!value.contains(['{', '}', ':', '?']), "{value}");
        assert!(fact_code(&fact).bytes().all(|b| b.is_ascii_lowercase() || b == b'-'));
    }
}

#[test]
fn codes_are_unique() {
    let unique = |mut codes: Vec<&str>| {
        codes.dedup();
        let count = codes.len();
        codes.sort_unstable();
        codes.dedup();
        count == codes.len()
    };
    assert!(unique(flaws().iter().map(flaw_code).collect()));
    assert!(unique(facts().iter().map(fact_code).collect()));
}

#[test]
fn problems_in_chinese() {
    use Flaw::*;
    use Severity::{Doubtful, Wrong};
    for (id, value, flaw, severity, span, want) in [
        (
            "uscc",
            "91220182MA15T6K3XQ",
            CheckChar,
            Wrong,
            17..18,
            "第18位校验码与前17位不符，请与证照原件逐位核对",
        ),
        ("uscc", "9122018MA15T6K3XP", Length(&[18]), Wrong, 0..17, "统一社会信用代码应为18位，这里是17位"),
        ("invoice_code", "12345678901", Length(&[10, 12]), Wrong, 0..11, "发票代码应为10或12位，这里是11位"),
        ("uscc", "9122O182MA15T6K3XP", Charset, Wrong, 4..5, "第5位“O”不能用在这里，请与证照原件核对"),
        (
            "uscc",
            "91220182MA15T6K3XP",
            InnerCheckChar,
            Doubtful,
            16..17,
            "第17位与前面8位不符（组织机构代码的校验码），请与证照原件核对",
        ),
        (
            "real_estate_certificate",
            "吉(2014)长春市不动产权第0012345号",
            Year,
            Wrong,
            2..6,
            "不动产登记自2015年起，第3至6位的年份“2014”有误，请与证照原件核对",
        ),
        (
            "electronic_draft",
            "131324620001820230315001234565",
            InnerCheckChar,
            Doubtful,
            12..13,
            "第13位与第2至12位不符（行号的校验码），请与票面逐位核对",
        ),
        (
            "uscc",
            "9Z220182MA15T6K3XP",
            Authority,
            Doubtful,
            0..2,
            "前2位“9Z”查不到登记部门和机构类别，请核对",
        ),
        ("uscc", "91160182MA15T6K3XP", Province, Doubtful, 2..4, "第3至4位“16”不是任何省份的代码，请核对"),
        (
            "resident_id",
            "220199199003072311",
            Region,
            Doubtful,
            0..6,
            "前6位220199查不到这个行政区划，请核对",
        ),
        (
            "resident_id",
            "220381198502290047",
            BirthDate,
            Wrong,
            6..14,
            "日历上没有1985年2月29日，请核对出生日期",
        ),
        (
            "resident_id",
            "220381198513290047",
            BirthDate,
            Wrong,
            10..12,
            "出生日期不存在：第11至12位是“13”，请核对",
        ),
        (
            "resident_id",
            "220381203002280047",
            BirthRange,
            Wrong,
            6..14,
            "出生日期2030年2月28日晚于见报日，请核对",
        ),
        ("masked_id", "2203812030********", BirthRange, Wrong, 6..10, "出生年份2030年晚于见报日，请核对"),
        ("masked_id", "2203811830********", BirthRange, Wrong, 6..10, "出生年份1830年早于1900年，请核对"),
        ("masked_id", "2201041990*******", MaskLength(&[18]), Doubtful, 0..17, "遮盖后共17位，应为18位"),
        (
            "org_code",
            "71539366-2",
            CheckChar,
            Wrong,
            9..10,
            "最后一位校验码与前8位不符，请与证照原件逐位核对",
        ),
        (
            "physician_certificate",
            "201822110220104199003072311",
            CheckChar,
            Wrong,
            26..27,
            "第27位校验码与第10至26位的身份号码不符，请与证书原件逐位核对",
        ),
        (
            "special_work_permit",
            "T220104199003072311",
            CheckChar,
            Wrong,
            18..19,
            "第19位校验码与第2至18位的身份号码不符，请与证书原件逐位核对",
        ),
        (
            "birth_certificate",
            "T220456789",
            Year,
            Doubtful,
            0..1,
            "第1位“T”表示2019年印制，与出生日期或见报日不符，请核对",
        ),
        (
            "account_permit",
            "L2462000051301",
            Words,
            Doubtful,
            0..1,
            "L表示临时存款账户，与文中写的不一致，请核对",
        ),
        (
            "land_contract",
            "220112002210090005J",
            Words,
            Doubtful,
            12..14,
            "第13至14位“09”表示第9组，与文中写的不一致，请核对",
        ),
        ("date", "2023年2月29日", NoSuchDay, Wrong, 7..9, "2023年2月没有29日，请核对日期"),
        ("date", "2023-02-29", NoSuchDay, Wrong, 8..10, "2023年2月没有29日，请核对日期"),
        ("date", "二〇二三年二月三十日", NoSuchDay, Wrong, 7..9, "二〇二三年二月没有三十日，请核对日期"),
        ("date", "4月31日", NoSuchDay, Wrong, 2..4, "4月没有31日，请核对日期"),
        ("date", "2月29日", NoSuchDay, Doubtful, 2..4, "近几年2月没有29日，请核对日期"),
        ("date", "2024年13月5日", NoSuchMonth, Wrong, 5..7, "没有“13月”，请核对日期"),
        (
            "date",
            "2024年4月11日（星期三）",
            Weekday(4),
            Wrong,
            13..14,
            "这一天是星期四，与所写的不符，请核对",
        ),
        ("date", "二零二四年四月九日", NumeralStyle, Severity::Hint, 1..2, "年份中的“零”应写作“〇”"),
        (
            "amount",
            "壹仟伍元整",
            AmountForm(crate::judgement::AmountForm::ZeroMissing),
            Doubtful,
            2..3,
            "大写金额“伍”前面少写“零”",
        ),
        ("telephone", "0440-8501234", TelephoneArea, Doubtful, 0..4, "查不到区号0440，请核对"),
        ("telephone", "(0410)8501234", TelephoneArea, Doubtful, 0..6, "区号0410已并入024，请核对"),
        ("telephone", "431-85012345", TelephoneArea, Doubtful, 0..3, "区号431前面少写0，请核对"),
        ("telephone", "+86139****002", MaskLength(&[11]), Doubtful, 3..13, "遮盖后共10位，应为11位"),
        ("telephone", "400123456", Length(&[10]), Doubtful, 0..9, "400、800电话号码应为10位，这里是9位"),
        ("telephone", "850123456", Length(&[7, 8]), Doubtful, 0..9, "电话应为7或8位，这里是9位"),
        ("telephone", "15400000000", TelephonePrefix, Doubtful, 0..3, "查不到手机号段154，请核对"),
        ("telephone", "0431-05012345", TelephonePrefix, Doubtful, 5..6, "区号后的号码一般不以0开头，请核对"),
        ("telephone", "1390431000", Length(&[11]), Wrong, 0..10, "手机号码应为11位，这里是10位"),
        ("telephone", "0431-8501234", Length(&[8]), Doubtful, 5..12, "区号后的号码应为8位，这里是7位"),
        (
            "serial_number",
            "00244217-00244230",
            Count { stated: 15, counted: 14 },
            Wrong,
            0..17,
            "文中的数量是15，按号码算是14，请核对",
        ),
    ] {
        assert_eq!(say(vec![], Lang::Zh, id, value, flaw, severity, span), want, "{id} {value}");
    }
}

#[test]
fn facts_in_both_languages() {
    let birth = |year, month, day| Fact::Birth { year, month, day };
    let date = |year, month, day| Fact::Date { year, month, day };
    let both = |fact: &Fact| format!("{} | {}", super::fact(Lang::Zh, fact), super::fact(Lang::En, fact));
    crate::testing::gives(
        |code| {
            let region = Fact::Region(code.as_bytes().try_into().expect("six digits"));
            assert_eq!(fact_value(&region), code);
            both(&region)
        },
        "
        220182 榆树市（吉林省长春市，1990–） | 220182 榆树市 (吉林省长春市, 1990–)  220182
        220381 公主岭市（吉林省四平市，1990–2020，后为 220184） | 220381 公主岭市 (吉林省四平市, 1990–2020, now 220184)  220381
        229005 九台市（吉林省，1988–1995，后为 220113） | 229005 九台市 (吉林省, 1988–1995, now 220113)  229005
        220111 郊区（吉林省长春市，至1995年，后为 220102 等） | 220111 郊区 (吉林省长春市, to 1995, now 220102 and others)  220111
        220105 二道区（吉林省长春市，1995–，原二道河子区） | 220105 二道区 (吉林省长春市, 1995–, formerly 二道河子区)  220105
        220102 南关区（吉林省长春市） | 220102 南关区 (吉林省长春市)  220102
        220101 长春市市辖区（吉林省） | 220101 长春市市辖区 (吉林省)  220101
        220100 长春市（吉林省） | 220100 长春市 (吉林省)  220100
        220000 吉林省 | 220000 吉林省  220000
        100000 国家 | 100000 the State  100000
        220199 历年行政区划表里没有（吉林省） | 220199 in no list of divisions (吉林省)  220199
        ",
    );
    for (fact, value, zh, en) in [
        (
            Fact::Authority(*b"91"),
            "91",
            "91 企业（市场监管部门登记）",
            "91 enterprise (market regulation office)",
        ),
        (Fact::OrgCode(*b"715393661"), "715393661", "组织机构代码71539366-1", "organisation code 71539366-1"),
        (birth(1990, Some(3), Some(7)), "1990-03-07", "1990年3月7日出生", "born 7 March 1990"),
        (birth(1990, Some(3), None), "1990-03", "1990年3月出生", "born March 1990"),
        (birth(1987, None, None), "1987", "1987年出生", "born 1987"),
        (
            Fact::Mask { kept: 10, masked: 8 },
            "10+8",
            "保留10位，遮盖8位；遮去的无法核对",
            "10 kept, 8 masked; what is masked cannot be checked",
        ),
        (Fact::AccountKind(b'Z'), "Z", "Z 专用存款账户", "Z special deposit account"),
        (Fact::BankArea(*b"2462"), "2462", "2462 靖宇县（吉林省白山市）", "2462 靖宇县 (吉林省白山市)"),
        (
            Fact::BankArea(*b"2469"),
            "2469",
            "2469 查不到这个银行地区代码（前两位属吉林省）",
            "2469 in no list of bank areas (first two digits: 吉林省)",
        ),
        (
            Fact::Amount { fen: 500_000_000, currency: "CNY" },
            "5000000.00 CNY",
            "5,000,000元",
            "CNY 5,000,000",
        ),
        (Fact::Amount { fen: 123_405, currency: "USD" }, "1234.05 USD", "1,234.05美元", "USD 1,234.05"),
        (date(Some(2024), 4, Some(9)), "2024-04-09", "2024年4月9日", "9 April 2024"),
        (date(None, 4, Some(9)), "04-09", "4月9日", "9 April"),
        (date(Some(2024), 4, None), "2024-04", "2024年4月", "April 2024"),
        (Fact::Weekday(4), "4", "星期四", "Thursday"),
        (Fact::Period { count: 45, unit: PeriodUnit::Day }, "45 day", "45日", "45 days"),
        (Fact::Period { count: 3, unit: PeriodUnit::Month }, "3 month", "3个月", "3 months"),
        (Fact::Count(14), "14", "共14个号码", "14 numbers"),
        (Fact::TelephoneArea("0431".into()), "0431", "0431 吉林省长春市", "0431 吉林省长春市"),
        (
            Fact::TelephoneArea("0378".into()),
            "0378",
            "0378 河南省开封市（已并入0371）",
            "0378 河南省开封市 (merged into 0371)",
        ),
    ] {
        assert_eq!(fact_value(&fact), value);
        assert_eq!(both(&fact), format!("{zh} | {en}"));
    }
}

/// The check character that would fit is never told: the slip may be anywhere.
#[test]
fn no_check_character_is_given_away() {
    let right = "91220182MA15T6K3X";
    for (at, last) in "0123456789ABCDEFGHJKLMNPQRTUWXY".chars().enumerate() {
        let sentence = say(
            vec![],
            Lang::Zh,
            "uscc",
            &format!("{right}{last}"),
            Flaw::CheckChar,
            Severity::Wrong,
            17..18,
        );
        assert_eq!(sentence, "第18位校验码与前17位不符，请与证照原件逐位核对", "{at}");
    }
}
