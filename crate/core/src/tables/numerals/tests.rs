//! Numerals as tables (中文数字用例).

use super::*;

fn slips(text: &str) -> (Option<Numeral>, Vec<(Slip, usize)>) {
    let chars: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let numeral = walk(&chars, &mut |slip, at| found.push((slip, at)));
    assert_eq!(numeral, read(&chars), "{text}");
    (numeral, found)
}

#[test]
fn values() {
    for (text, value) in [
        ("零", 0),
        ("〇", 0),
        ("七", 7),
        ("十", 10),
        ("十五", 15),
        ("二十", 20),
        ("三十一", 31),
        ("廿三", 23),
        ("卅", 30),
        ("四十五", 45),
        ("一百零八", 108),
        ("一百八十", 180),
        ("两千", 2000),
        ("两万", 20_000),
        ("二〇二四", 2024),
        ("二零二四", 2024),
        ("一九九八", 1998),
        ("五〇〇万", 5_000_000),
        ("壹仟零伍万", 10_050_000),
        ("贰拾伍万", 250_000),
        ("伍佰万", 5_000_000),
        ("貳萬", 20_000),
        ("肆佰叁拾萬", 4_300_000),
        ("贰拾億", 2_000_000_000),
        ("陸仟參佰", 6300),
        ("参萬", 30_000),
        ("弍佰叄拾陸", 236),
        ("壹拾万柒仟", 107_000),
        ("壹拾万零柒仟", 107_000),
        ("一亿", 100_000_000),
        ("一亿零五千", 100_005_000),
        ("一亿五千万", 150_000_000),
        ("三千二百亿", 320_000_000_000),
        ("一万亿", 1_000_000_000_000),
        ("一万二千亿零五百万零三", 1_200_005_000_003),
        ("玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖", 999_999_999_999),
    ] {
        let (numeral, slips) = slips(text);
        let numeral = numeral.expect(text);
        assert_eq!((numeral.value, numeral.len), (value, text.chars().count()), "{text}");
        assert!(!numeral.broken, "{text}");
        assert_eq!(slips, [], "{text}");
    }
}

#[test]
fn slips_and_their_places() {
    use Risk::{Style as Manner, Value};
    use Slip::{BareTen, Order, Style, ZeroExtra, ZeroMissing};
    for (text, value, want) in [
        ("壹仟伍", Some(1005), &[(ZeroMissing(Value), 2)][..]),
        ("壹仟伍拾", Some(1050), &[(ZeroMissing(Manner), 2)]),
        ("壹万伍", Some(10_005), &[(ZeroMissing(Value), 2)]),
        ("壹万伍佰", Some(10_500), &[(ZeroMissing(Manner), 2)]),
        ("一亿五千", Some(100_005_000), &[(ZeroMissing(Manner), 2)]),
        ("伍佰零万", Some(5_000_000), &[(ZeroExtra(Value), 2)]),
        ("伍佰零", Some(500), &[(ZeroExtra(Value), 2)]),
        ("壹仟零伍佰", Some(1500), &[(ZeroExtra(Value), 2)]),
        ("壹万零伍仟", Some(15_000), &[(ZeroExtra(Manner), 2)]),
        ("壹仟零零伍", Some(1005), &[(ZeroExtra(Manner), 3)]),
        ("零伍佰", Some(500), &[(ZeroExtra(Manner), 0)]),
        ("伍佰零拾零", Some(500), &[(ZeroExtra(Manner), 2), (ZeroExtra(Manner), 4)]),
        ("伍佰零拾叁", Some(503), &[(ZeroExtra(Manner), 2)]),
        ("拾伍万", Some(150_000), &[(BareTen, 0)]),
        ("伍百", Some(500), &[(Style, 1)]),
        ("五佰", Some(500), &[(Style, 1)]),
        ("叁百伍拾", Some(350), &[(Style, 1)]),
        ("伍伯", Some(500), &[(Style, 1)]),
        ("弐万", Some(20_000), &[(Style, 0)]),
        ("伍佰零零零", Some(500), &[(ZeroExtra(Value), 4)]),
        ("伍佰万万", None, &[(Order, 3)]),
        ("壹亿亿", None, &[(Order, 2)]),
        ("壹亿叁亿", None, &[(ZeroMissing(Value), 2), (Order, 3)]),
        ("伍拾陆佰", None, &[(Order, 3)]),
        ("伍陆佰", None, &[(Order, 2)]),
        ("伍佰佰", None, &[(Order, 2)]),
        ("伍拾拾", None, &[(BareTen, 2), (Order, 2)]),
        ("五廿", None, &[(Order, 1)]),
        ("零万", None, &[(ZeroExtra(Value), 0), (Order, 1)]),
    ] {
        let (numeral, slips) = slips(text);
        let numeral = numeral.expect(text);
        assert_eq!(slips, want, "{text}");
        assert_eq!((!numeral.broken).then_some(numeral.value), value, "{text}");
    }
}

#[test]
fn starts_and_ends() {
    for (text, len) in [
        ("", None),
        ("5", None),
        ("元", None),
        ("百万", None),
        ("千", None),
        ("万元", None),
        ("亿", None),
        ("参加", None),
        ("参", None),
        ("参拾日", Some(2)),
        ("十年", Some(1)),
        ("三十日内", Some(2)),
        ("伍佰万元整", Some(3)),
    ] {
        let chars: Vec<char> = text.chars().collect();
        assert_eq!(read(&chars).map(|n| n.len), len, "{text}");
    }
    let long = ['九'; 100];
    assert_eq!(read(&long).map(|n| n.len), Some(LONGEST));
    let heaps: Vec<char> = "九亿".chars().cycle().take(100).collect();
    assert!(read(&heaps).is_some_and(|n| n.broken));
}

/// Written by an independent rule, every value up to 11,000 and a spread beyond reads back without a slip.
#[test]
fn every_value_reads_back() {
    let spread = (0..4000u64).map(|i| i.wrapping_mul(0x9e37_79b9_7f4a_7c15) % 10u64.pow(1 + (i % 12) as u32));
    for value in (0..=11_000).chain(spread) {
        for capital in [false, true] {
            let text = spoken(value, capital);
            let (numeral, slips) = slips(&text);
            let numeral = numeral.expect("a numeral");
            assert_eq!((numeral.value, numeral.len), (value, text.chars().count()), "{text}");
            assert_eq!(slips, [], "{value} {text}");
        }
    }
}

/// From the right, digit by digit: a run of zeros becomes one 零 unless it ends the number or its section
/// with a full 千 after it.
fn spoken(value: u64, capital: bool) -> String {
    let digits: Vec<char> =
        if capital { "零壹贰叁肆伍陆柒捌玖" } else { "零一二三四五六七八九" }.chars().collect();
    let places = if capital { ["", "拾", "佰", "仟"] } else { ["", "十", "百", "千"] };
    if value == 0 {
        return "零".into();
    }
    let written = value.to_string();
    let empty_wan = (value / 10_000).is_multiple_of(10_000);
    let mut text = String::new();
    let mut gap = false;
    for (i, digit) in written.bytes().enumerate() {
        let power = written.len() - 1 - i;
        if digit == b'0' {
            gap = true;
        } else {
            // 万 and 亿 close a gap before a 千, but not where the whole of 万 is empty.
            let section_before_empty = power == 3 && empty_wan && value >= 100_000_000;
            if gap && (power % 4 != 3 || section_before_empty) {
                text.push('零');
            }
            gap = false;
            text.push(digits[usize::from(digit - b'0')]);
            text.push_str(places[power % 4]);
        }
        if power == 8 || (power == 4 && !empty_wan) {
            text.push(if power == 8 { '亿' } else { '万' });
        }
    }
    text
}
