//! Amounts as tables (金额用例).

use super::*;
use crate::judgement::{AmountForm, Flaw, Verdict};
use crate::kinds::testing::{
    chars, found, judge_read, reading, reads_beside_signs, rows, takes_any_text, thursday,
};
use crate::testing::{answers, finds, gives, pair};

#[test]
fn reads() {
    reading(
        read,
        "
        水泥款⟦241800元⟧,收据号  ⟦3842元⟧,  ⟦5000元整⟧,  ⟦5000元⟧整体  ⟦1.5万元⟧  ⟦¥5,000.00⟧
        ¥⟦5,000.00⟧  ⟦RMB5000⟧。  RMB⟦5000⟧。  ⟦RMB¥5000⟧  ⟦$5,000⟧  ⟦HK$300万元⟧  ⟦US$300⟧  ⟦500万美元⟧
        ⟦30万港币⟧  ⟦500万人民币⟧  ⟦12,345,678.90元⟧  ⟦3百万元⟧  ⟦2亿5000万元⟧  ⟦2万5千元⟧  ⟦1千5百万元⟧
        ⟦12元5角⟧  ⟦五百万元⟧  ⟦三千元⟧  ⟦两万元⟧  ⟦十万元⟧  ⟦五〇〇万元⟧  每股⟦1元⟧  ⟦一元⟧,
        ⟦两元⟧钱的  由原来⟦伍佰万元整⟧减至  减至⟦壹佰万元整⟧,  人民币⟦壹拾万柒仟元零伍角叁分⟧
        ⟦伍佰圆正⟧  ⟦伍佰圆⟧正式  ⟦贰拾伍万⟧,  ⟦伍佰万整⟧  ⟦伍角整⟧  ⟦伍佰零万元⟧  ⟦伍佰万万元⟧
        ⟦500万万元⟧  ⟦1,00,000元⟧  ⟦5,0000元⟧  ⟦¥12,34⟧  注册资本由⟦500万⟧减至
        注册资本由500万元减至⟦100万⟧,  金额:⟦30万⟧。  金额:人民币⟦三百万⟧  注册资本⟦五百万⟧减至
        // The Chinese comma between two numbers.
        收据号00251306,⟦3842元⟧  编号12,⟦3842元⟧  3000-⟦5000元⟧  ⟦5000元⟧月租
        ",
    );
}

#[test]
fn refuses() {
    reading(
        read,
        "
        |  |元  |百万元  |万元  |千元  |2024元旦  公元|2024年  |3单元  |三单元  |2024元月5日
        |2024年元月5日  |5000多元  |500余万元  数|十万元  几|十万元  |十几万元  |五六万元  |三元区
        |一元化  |三元桥  |5%  |百分之五  |500万  |500万人  资金扶持|500万亩  金额和|五百万观众  |5000
        金额|5000  |五百万  |十分  |三分  |陆家嘴  |伍佰  |陆万  |柒牌  第|3元  1|000元  1.|5万元
        1.|5000元  1,|000元  12,|345元  A|5000元  二|十万元  |00251306,3842元  |12,3842元  |1.2.3元
        |2203810070582000元  |1亿亿亿亿元  |220381,007,058,200,000元
        |¥1,000,000,000,000,000,000,000,000,000,000,000,000,000,000  |¥  |RMB  US|$500  |$5A  |$5%  |¥5*
        ",
    );
}

#[test]
fn reads_beside_every_sign() {
    reads_beside_signs(read, "+-", &["5000元", "¥5,000.00", "伍佰万元整", "三千元"]);
}

/// Worth in 分, reckoned by hand.
#[test]
fn values() {
    gives(
        |text| worth(&judge_read(&KIND, text).facts),
        "
        24180000 CNY         241800元
        500000 CNY           ¥5,000.00  5000
        1500000 CNY          1.5万元
        10000 CNY            0.000001亿元
        300000000 CNY        3百万元
        25000000000 CNY      2亿5000万元
        2500000 CNY          2万5千元
        1500000000 CNY       1千5百万元
        100000000000000 CNY  1万亿元
        1250 CNY             12元5角
        5 CNY                0.05元
        500000000 USD        500万美元
        300000000 HKD        HK$300万元
        500000000 CNY        五百万元
        // The examples of the rules, and the catalogue's test of 零 inside.
        140950 CNY           壹仟肆佰零玖元伍角
        600714 CNY           陆仟零柒元壹角肆分
        168032 CNY           壹仟陆佰捌拾元零叁角贰分  壹仟陆佰捌拾元叁角贰分
        10700053 CNY         壹拾万柒仟元零伍角叁分  壹拾万零柒仟元伍角叁分
        1640902 CNY          壹万陆仟肆佰零玖元零贰分
        32504 CNY            叁佰贰拾伍元零肆分
        1005000000 CNY       壹仟零伍万元整
        500000000 CNY        伍佰万元整
        25000000 CNY         贰拾伍万
        50 CNY               伍角整
        5 CNY                伍分
        0 CNY                零元整
        ",
    );
    for text in ["", "元", "500万万元", "伍佰万万元", "伍陆佰元", "0.3825元", "abc"] {
        assert_eq!(check(&Number::bare(text, thursday())).facts, [], "{text}");
    }
}

/// The one amount of the facts, in 分.
fn worth(facts: &[Fact]) -> String {
    match *facts {
        [Fact::Amount { fen, currency }] => format!("{fen} {currency}"),
        _ => panic!("{facts:?}"),
    }
}

/// What an amount by itself is worth.
fn worth_of(text: &str) -> Amount {
    match judge_read(&KIND, text).facts[..] {
        [Fact::Amount { fen, currency }] => Amount { fen, currency },
        ref facts => panic!("{text}: {facts:?}"),
    }
}

/// Without a unit of its own, an amount takes the one that words around it give.
#[test]
fn units_around() {
    gives(
        |marked| {
            let (before, rest) = pair(marked);
            let (value, after) = pair(rest);
            let (before, after) = (chars(before), chars(after));
            let number = Number { before: &before, after: &after, ..Number::bare(value, thursday()) };
            worth(&check(&number).facts)
        },
        "
        10000000 CNY        本金(元):|100000.00|
        12345600 CNY        本金(万元):|12.3456|  中标金额(人民币万元)|12.3456|
        5000000 CNY         金额/万元:|5|
        500000 CNY          金额(单位:千元)|5|
        1234500000 CNY      单位:万元,中标价为|1,234.5|  中标价:|1234.5|(万元)
        12345000000000 CNY  中标价:|1234.5|,工期30天,单位:亿元
        3000000 USD         金额(万美元):|3|
        300 HKD             金额(港币)|3|
        300 CNY             甲单位:元旦前付|3|  单位:元/吨,|3|  拥有(公元)|3|
        3000000 CNY         金额:|3万元|,单位:万元
        ",
    );
}

#[test]
fn reads_bare() {
    finds(
        |marked| found(|_, text| read_bare(text), marked),
        "
        165.40       (小写)|165.40
        24,300.00    (小写)|24,300.00。
        1,234,567.8  |1,234,567.8
        none         |24300  |24.3%  |24.3公斤  |1,500千克  |3.5小时  |1.2.3  |2024.04.09  |86,400平方米
        none         |86.40㎡  |59,520,000股  |3.5kg  |12:30  |12,34
        ",
    );
}

#[test]
fn agreement() {
    answers(
        |both| {
            let (figures, capitals) = pair(both);
            assert!(is_capitals(capitals) && !is_capitals(figures), "{both}");
            agree(worth_of(figures), worth_of(capitals))
        },
        "
        yes  ¥5,000,000.00|伍佰万元整  500万元|伍佰万元整  107000.53元|壹拾万柒仟元零伍角叁分
        yes  US$5000|伍仟元整
        no   50万元|伍佰万元整  500.01元|伍佰元整  US$5000|伍仟港元
        ",
    );
    assert!(!is_capitals("五百万元"));
}

#[test]
fn rules() {
    use AmountForm::{EmptyPlace, Grouping, NoZheng, Order, ZeroExtra, ZeroMissing, ZhengAfterFen};
    use Severity::{Doubtful, Hint};
    let form = Flaw::AmountForm;
    for (text, want) in [
        ("伍佰万元整", &[][..]),
        ("伍佰元正", &[]),
        ("伍佰元伍角", &[]),
        ("伍佰元伍角整", &[]),
        ("壹仟肆佰零玖元伍角", &[]),
        ("壹仟陆佰捌拾元零叁角贰分", &[]),
        ("壹仟陆佰捌拾元叁角贰分", &[]),
        ("壹拾万柒仟元零伍角叁分", &[]),
        ("壹拾万零柒仟元伍角叁分", &[]),
        ("壹万陆仟肆佰零玖元零贰分", &[]),
        ("五百万元", &[]),
        ("拾五万元整", &[(Flaw::NumeralStyle, Hint, 0, 1), (Flaw::NumeralStyle, Hint, 1, 2)]),
        ("500万元", &[]),
        ("伍佰万元", &[(form(NoZheng), Hint, 3, 4)]),
        ("贰拾伍万", &[]),
        ("伍佰元伍分整", &[(form(ZeroMissing), Hint, 3, 4), (form(ZhengAfterFen), Hint, 5, 6)]),
        ("伍佰元零伍分整", &[(form(ZhengAfterFen), Hint, 6, 7)]),
        ("伍佰零玖元零伍角", &[(form(ZeroExtra), Hint, 5, 6)]),
        ("伍佰零玖元伍角零叁分", &[(form(ZeroExtra), Hint, 7, 8)]),
        ("伍佰零玖元零伍角零叁分", &[(form(ZeroExtra), Hint, 5, 6), (form(ZeroExtra), Hint, 8, 9)]),
        // 零 is right there, its 角 is not.
        ("伍佰零玖元零角叁分", &[(form(EmptyPlace), Hint, 6, 7)]),
        ("伍佰元零角零分", &[(form(EmptyPlace), Hint, 4, 5), (form(EmptyPlace), Hint, 6, 7)]),
        ("壹万叁仟零零零圆零角贰分", &[(form(ZeroExtra), Doubtful, 6, 7), (form(EmptyPlace), Hint, 9, 10)]),
        ("貳萬陸仟圓整", &[]),
        ("参萬元整", &[]),
        ("伍拾萬元整", &[]),
        ("弍佰叄拾億圓正", &[]),
        ("壹仟伍拾元整", &[(form(ZeroMissing), Hint, 2, 3)]),
        ("壹仟伍元整", &[(form(ZeroMissing), Doubtful, 2, 3)]),
        ("壹仟零伍佰元整", &[(form(ZeroExtra), Doubtful, 2, 3)]),
        ("伍佰零万元整", &[(form(ZeroExtra), Doubtful, 2, 3)]),
        ("壹万零伍仟元整", &[(form(ZeroExtra), Hint, 2, 3)]),
        ("伍佰万万元整", &[(form(Order), Doubtful, 3, 4)]),
        ("500万万元", &[(form(Order), Doubtful, 4, 5)]),
        ("5000万5000万元", &[(form(Order), Doubtful, 9, 10)]),
        ("伍拾陆佰元整", &[(form(Order), Doubtful, 3, 4)]),
        ("伍陆佰元整", &[(form(Order), Doubtful, 0, 3), (form(Order), Doubtful, 2, 3)]),
        ("叁百伍拾元整", &[(Flaw::NumeralStyle, Hint, 1, 2)]),
        ("伍百万元整", &[(Flaw::NumeralStyle, Hint, 1, 2)]),
        ("伍伯万元整", &[(Flaw::NumeralStyle, Hint, 1, 2)]),
        ("拾伍万元整", &[(Flaw::NumeralStyle, Hint, 0, 1)]),
        ("1,00,000元", &[(form(Grouping), Doubtful, 0, 8)]),
        ("¥1,0000", &[(form(Grouping), Doubtful, 1, 7)]),
        ("5,000元", &[]),
        ("5000.005元", &[(form(Grouping), Hint, 0, 8)]),
        ("5000.500元", &[]),
        ("0.3825元", &[]),
    ] {
        assert_eq!(rows(&judge_read(&KIND, text)), want, "{text}");
    }
}

/// Capitals made by another rule than the parser's read back to their worth without a remark.
#[test]
fn capitals_read_back() {
    let digits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];
    let units = ["", "拾", "佰", "仟", "万", "拾", "佰", "仟", "亿", "拾", "佰", "仟"];
    // Every place is written out, empty ones too; then what is too much is struck out.
    let written = |fen: u128| {
        let yuan = (fen / 100).to_string();
        let mut text = String::new();
        for (i, digit) in yuan.bytes().enumerate() {
            text += digits[usize::from(digit - b'0')];
            text += units[yuan.len() - 1 - i];
        }
        for (long, short) in [("零拾", "零"), ("零佰", "零"), ("零仟", "零")] {
            text = text.replace(long, short);
        }
        for (long, short) in [
            ("零零", "零"),
            ("零零", "零"),
            ("零零", "零"),
            ("零亿", "亿"),
            ("零万", "万"),
            ("亿万", "亿零"),
            ("零零", "零"),
        ] {
            text = text.replace(long, short);
        }
        let text = text.trim_end_matches('零');
        let (jiao, fen) = ((fen / 10 % 10) as usize, (fen % 10) as usize);
        match (jiao, fen) {
            (0, 0) => format!("{text}元整"),
            (0, fen) => format!("{text}元零{}分", digits[fen]),
            (jiao, 0) => format!("{text}元{}角", digits[jiao]),
            (jiao, fen) => format!("{text}元{}角{}分", digits[jiao], digits[fen]),
        }
    };
    assert_eq!(written(140_950), "壹仟肆佰零玖元伍角");
    assert_eq!(written(10_700_053), "壹拾万柒仟元伍角叁分");
    assert_eq!(written(1_640_902), "壹万陆仟肆佰零玖元零贰分");
    let spread = (1..5000u128).map(|i| 100 + i * 0x9e37_79b9_7f4a_7c15 % 10u128.pow(3 + (i % 11) as u32));
    let round = (0..10).flat_map(|place| (1..100u128).map(move |n| n * 10u128.pow(2 + place)));
    for fen in spread.chain(round).chain(100..12_000) {
        let text = written(fen);
        let chars = chars(&text);
        assert_eq!(read(&[], &chars), Some(chars.len()), "{fen} {text}");
        assert_eq!(worth_of(&text), Amount { fen, currency: "CNY" }, "{text}");
        let judgement = judge_read(&KIND, &text);
        assert_eq!(judgement.problems, [], "{fen} {text}");
        assert_eq!(judgement.verdict(), Verdict::Plausible);
    }
}

#[test]
fn currency_of_the_sign_before() {
    let before = chars("共计HK$");
    let today = thursday();
    let judgement = check(&Number { before: &before, ..Number::bare("500万", today) });
    assert_eq!(judgement.facts, [Fact::Amount { fen: 500_000_000, currency: "HKD" }]);
}

#[test]
fn total() {
    takes_any_text(
        &KIND,
        read,
        "¥$RMBUSDHK0123456789,,..零〇一五十百千万亿壹伍拾佰仟元元圆角分整正美港旦 月",
        12,
        &[],
    );
}
