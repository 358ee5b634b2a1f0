//! The signs of numerals (数字字): what each is worth, and the set it belongs to.

/// What one sign of a numeral is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// A digit, 0 to 9.
    Digit(u8),
    /// A place within a section: 1 for 十, 2 for 百, 3 for 千.
    Place(u8),
    /// 廿 and 卅: a digit and its 十 in one.
    Tens(u8),
    /// 万
    Wan,
    /// 亿
    Yi,
}

/// Which set of signs a sign belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// 一二三, 十百千
    Ordinary,
    /// 壹贰叁, 拾佰仟
    Capital,
    /// 零, 万, 亿: in both
    Both,
    /// Characters that are written for the right one by mistake (伯 for 佰), and foreign forms of it.
    Odd,
}

/// What a character is in a numeral.
///
/// Traditional capitals (貳 陸 億 萬, and so 參) are accepted like their twins by rule 1 of 正确填写票据和结算凭证的基本规定;
/// 参, 叄 and 弍 are written for 叁 and 贰 as a matter of course.
pub fn sign(ch: char) -> Option<(Sign, Script)> {
    use Script::{Both, Capital, Odd, Ordinary};
    use Sign::{Digit, Place, Tens, Wan, Yi};
    if ch < '〇' {
        return None;
    }
    Some(match ch {
        '零' => (Digit(0), Both),
        '〇' => (Digit(0), Ordinary),
        '一' => (Digit(1), Ordinary),
        '二' | '两' => (Digit(2), Ordinary),
        '三' => (Digit(3), Ordinary),
        '四' => (Digit(4), Ordinary),
        '五' => (Digit(5), Ordinary),
        '六' => (Digit(6), Ordinary),
        '七' => (Digit(7), Ordinary),
        '八' => (Digit(8), Ordinary),
        '九' => (Digit(9), Ordinary),
        '十' => (Place(1), Ordinary),
        '百' => (Place(2), Ordinary),
        '千' => (Place(3), Ordinary),
        '廿' => (Tens(2), Ordinary),
        '卅' => (Tens(3), Ordinary),
        '万' | '萬' => (Wan, Both),
        '亿' | '億' => (Yi, Both),
        '壹' => (Digit(1), Capital),
        '贰' | '貳' | '弍' => (Digit(2), Capital),
        '叁' | '参' | '參' | '叄' => (Digit(3), Capital),
        '肆' => (Digit(4), Capital),
        '伍' => (Digit(5), Capital),
        '陆' | '陸' => (Digit(6), Capital),
        '柒' => (Digit(7), Capital),
        '捌' => (Digit(8), Capital),
        '玖' => (Digit(9), Capital),
        '拾' => (Place(1), Capital),
        '佰' => (Place(2), Capital),
        '仟' => (Place(3), Capital),
        '壱' => (Digit(1), Odd),
        '弐' => (Digit(2), Odd),
        '叅' | '弎' => (Digit(3), Odd),
        '肄' => (Digit(4), Odd),
        '兩' => (Digit(2), Odd),
        '伯' | '陌' => (Place(2), Odd),
        '阡' => (Place(3), Odd),
        _ => return None,
    })
}

/// Is this a sign of a numeral?
pub fn is_numeral(ch: char) -> bool {
    sign(ch).is_some()
}

/// The value of a single digit sign, without places.
pub fn digit(ch: char) -> Option<u8> {
    match sign(ch)? {
        (Sign::Digit(digit), _) => Some(digit),
        _ => None,
    }
}
