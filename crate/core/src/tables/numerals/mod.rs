//! Chinese numerals (中文数字): ordinary 二百四十一万 and capitals 贰佰肆拾壹万, one parser for both.
//!
//! ```text
//! number  = section ["万"] [section] … in falling order of 亿, 万 and nothing; 万亿 is 10^12
//! section = up to four pairs of a digit and a place (千 百 十 nothing), 零 where places are empty
//! spelled = digits alone, as years are written: 二〇二四
//! ```
//!
//! A pair may lack its digit before 十 (十五, 拾伍万). Between two pairs 零 is
//!
//! | the places                                              | 零        | example          |
//! |---------------------------------------------------------|-----------|------------------|
//! | neighbours in a section                                 | forbidden | 陆仟柒佰         |
//! | not neighbours in a section                             | required  | 陆仟零柒         |
//! | next section lacks its 千, or a whole section is empty  | required  | 壹万零伍佰       |
//! | next section has its 千, this one lacks its last place  | allowed   | 壹拾万(零)柒仟   |
//! | next section has its 千, this one has its last place    | forbidden | 壹万柒仟         |
//!
//! Source: 正确填写票据和结算凭证的基本规定 (annex to 支付结算办法), rule 4. Reading is loose: what breaks a
//! rule is still read, and told as a [`Slip`].

mod reader;
mod signs;
#[cfg(test)]
mod tests;

use reader::Reader;
pub use signs::{Script, Sign, digit, is_numeral, sign};

/// The longest numeral that is read; no amount in a notice needs more.
const LONGEST: usize = 40;

/// A numeral that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numeral {
    /// Its value, as far as the signs give one; the largest number there is if they give more.
    pub value: u64,
    /// How many characters it has.
    pub len: usize,
    /// It has signs of the capital set.
    pub capital: bool,
    /// It has signs of the ordinary set.
    pub ordinary: bool,
    /// Digits are spelled one after the other (二〇二四), not written with places.
    pub spelled: bool,
    /// Its value cannot be trusted: places out of order, 万 twice.
    pub broken: bool,
}

/// Something in a numeral that breaks the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// Places out of order, a place without its digit, or 万 or 亿 twice.
    Order,
    /// 零 is missing before a pair.
    ZeroMissing(Risk),
    /// A 零 that should not be there.
    ZeroExtra(Risk),
    /// A sign of another set than the rest, or a wrong or traditional one.
    Style,
    /// 拾 without its 壹.
    BareTen,
}

/// Does a slip make the value unsure?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Risk {
    /// Only the writing is off.
    Style,
    /// Another amount may be meant.
    Value,
}

/// Reads the numeral that starts at `text[0]`, if one does.
pub fn read(text: &[char]) -> Option<Numeral> {
    walk(text, &mut |_, _| {})
}

/// Reads the numeral that starts at `text[0]`, and tells its slips with their places.
pub fn walk(text: &[char], slip: &mut dyn FnMut(Slip, usize)) -> Option<Numeral> {
    let (first, _) = sign(*text.first()?)?;
    // 参加, 参天: by itself it is a word.
    if matches!(text, ['参', next, ..] if !is_numeral(*next)) || matches!(text, ['参']) {
        return None;
    }
    if !matches!(first, Sign::Digit(_) | Sign::Place(1) | Sign::Tens(_)) {
        return None;
    }
    let mut reader = Reader::new(slip);
    let mut len = 0;
    for (sign, script) in text.iter().take(LONGEST).map_while(|&ch| sign(ch)) {
        reader.take(sign, script, len);
        len += 1;
    }
    Some(reader.finish(len))
}

/// 张三壹万元: does a numeral in capitals start behind a digit of the other set, which belongs to a name?
pub fn starts_anew(before: char, first: char) -> bool {
    matches!(sign(before), Some((Sign::Digit(_), Script::Ordinary)))
        && matches!(sign(first), Some((Sign::Digit(_), Script::Capital)))
}

/// What follows the figures, or else the numeral signs, that `text` starts with: a quick look before reading.
pub fn follower(text: &[char]) -> Option<char> {
    let figures = text.first()?.is_ascii_digit();
    let number = |ch: char| if figures { ch.is_ascii_digit() } else { is_numeral(ch) };
    text.iter().take(LONGEST).copied().find(|&ch| !number(ch))
}

/// Reads the figures that `text` starts with, at most nine: their value and how many they are.
pub fn figures(text: &[char]) -> Option<(u32, usize)> {
    let len = text.iter().take_while(|ch| ch.is_ascii_digit()).count();
    let value = |value: u32, ch: &char| 10 * value + (*ch as u32 - '0' as u32);
    (1..=9).contains(&len).then(|| (text[..len].iter().fold(0, value), len))
}
