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

/// The longest numeral that is read; no amount in a notice needs more.
const LONGEST: usize = 40;

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
    /// Traditional forms, and characters that are written for the right one by mistake (伯 for 佰).
    Odd,
}

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

/// What a character is in a numeral.
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
        '万' => (Wan, Both),
        '亿' => (Yi, Both),
        '壹' => (Digit(1), Capital),
        '贰' => (Digit(2), Capital),
        '叁' => (Digit(3), Capital),
        '肆' => (Digit(4), Capital),
        '伍' => (Digit(5), Capital),
        '陆' => (Digit(6), Capital),
        '柒' => (Digit(7), Capital),
        '捌' => (Digit(8), Capital),
        '玖' => (Digit(9), Capital),
        '拾' => (Place(1), Capital),
        '佰' => (Place(2), Capital),
        '仟' => (Place(3), Capital),
        '壱' => (Digit(1), Odd),
        '貳' | '弍' | '弐' => (Digit(2), Odd),
        '参' | '叄' | '叅' | '參' | '弎' => (Digit(3), Odd),
        '肄' => (Digit(4), Odd),
        '陸' => (Digit(6), Odd),
        '兩' => (Digit(2), Odd),
        '伯' | '陌' => (Place(2), Odd),
        '阡' => (Place(3), Odd),
        '萬' => (Wan, Odd),
        '億' => (Yi, Odd),
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

/// Reads the numeral that starts at `text[0]`, if one does.
pub fn read(text: &[char]) -> Option<Numeral> {
    walk(text, &mut |_, _| {})
}

/// Reads the numeral that starts at `text[0]`, and tells its slips with their places.
pub fn walk(text: &[char], slip: &mut dyn FnMut(Slip, usize)) -> Option<Numeral> {
    let (first, _) = sign(*text.first()?)?;
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

/// A pair of a digit and its place, as the rules for 零 need it.
#[derive(Clone, Copy)]
struct Pair {
    place: u8,
    /// Where the 零 before it stands, if there is one.
    zero: Option<usize>,
    at: usize,
    /// Its place is not written: the last of a section.
    bare: bool,
}

struct Reader<'a> {
    slip: &'a mut dyn FnMut(Slip, usize),
    /// Everything before the last 亿, times 10^8.
    yi: u64,
    /// What stood before 万 since then, times 10^4.
    wan: u64,
    /// The section being read.
    section: u64,
    /// A digit that waits for its place, and where it stands.
    digit: Option<(u8, usize)>,
    /// Digits that are spelled one after the other.
    spelled: u32,
    /// The first and the last pair of this section.
    first: Option<Pair>,
    last: Option<Pair>,
    /// The last place of the section before this one.
    before: Option<u8>,
    /// A whole section between them is empty.
    skipped: bool,
    /// Empty places are named (零拾), as on printed forms: no 零 is missing then.
    named: bool,
    /// A 零 that waits for the pair it belongs to.
    zero: Option<usize>,
    seen: Seen,
}

#[derive(Default)]
struct Seen {
    /// The set of the first sign that is in one set only: the others are measured by it.
    first: Option<Script>,
    capital: bool,
    ordinary: bool,
    spelled: bool,
    wan: bool,
    yi: bool,
    broken: bool,
}

impl<'a> Reader<'a> {
    fn new(slip: &'a mut dyn FnMut(Slip, usize)) -> Reader<'a> {
        Reader {
            slip,
            yi: 0,
            wan: 0,
            section: 0,
            digit: None,
            spelled: 0,
            first: None,
            last: None,
            before: None,
            skipped: false,
            named: false,
            zero: None,
            seen: Seen::default(),
        }
    }

    fn take(&mut self, sign: Sign, script: Script, at: usize) {
        let mixed = match script {
            Script::Ordinary => self.seen.first == Some(Script::Capital),
            Script::Capital => self.seen.first == Some(Script::Ordinary),
            Script::Both => false,
            Script::Odd => true,
        };
        if matches!(script, Script::Ordinary | Script::Capital) {
            self.seen.first.get_or_insert(script);
        }
        self.seen.ordinary |= script == Script::Ordinary;
        self.seen.capital |= script == Script::Capital;
        if mixed {
            (self.slip)(Slip::Style, at);
        }
        match sign {
            Sign::Digit(digit) => self.digit(digit, at),
            Sign::Place(place) => self.place(place, at),
            Sign::Tens(digit) => {
                self.digit(digit, at);
                self.place(1, at);
            }
            Sign::Wan => self.close(at, Rank::Wan),
            Sign::Yi => self.close(at, Rank::Yi),
        }
    }

    fn digit(&mut self, digit: u8, at: usize) {
        if let Some((waiting, _)) = self.digit {
            // A second digit without a place between: a spelled numeral, if places have not begun.
            if self.last.is_some() {
                self.order(at);
            }
            self.spelled = self.spelled.max(1) + 1;
            self.seen.spelled = true;
            let run = if self.spelled == 2 { u64::from(waiting) } else { self.section };
            self.section = run.saturating_mul(10).saturating_add(u64::from(digit));
            self.digit = Some((digit, at));
        } else if digit == 0 {
            if self.zero.is_some() {
                (self.slip)(Slip::ZeroExtra(Risk::Style), at);
            }
            self.zero = Some(at);
        } else {
            self.digit = Some((digit, at));
        }
    }

    fn place(&mut self, place: u8, at: usize) {
        if self.spelled > 0 {
            return self.order(at);
        }
        let digit = match (self.digit.take(), self.zero) {
            (Some((digit, start)), _) => {
                self.pair(digit, place, start, at);
                return;
            }
            // 零拾, as printed forms have it: the place is named and empty.
            (None, Some(zero)) if zero + 1 == at => {
                (self.slip)(Slip::ZeroExtra(Risk::Style), zero);
                self.zero = None;
                self.named = true;
                return match &mut self.last {
                    Some(last) if place >= last.place => self.order(at),
                    Some(last) => last.place = place,
                    None => {}
                };
            }
            (None, _) if place == 1 => 1,
            (None, _) => return self.order(at),
        };
        if self.seen.capital {
            (self.slip)(Slip::BareTen, at);
        }
        self.pair(digit, place, at, at);
    }

    /// Adds a digit at its place to the section; the sign of the place may stand elsewhere.
    fn pair(&mut self, digit: u8, place: u8, at: usize, sign: usize) {
        let zero = self.zero.take();
        let pair = Pair { place, zero, at, bare: place == 0 };
        match self.last {
            None => self.first = Some(pair),
            Some(last) if place >= last.place => self.order(sign),
            Some(last) => match (zero, place + 1 == last.place) {
                (Some(zero), true) => (self.slip)(Slip::ZeroExtra(Risk::Value), zero),
                (None, false) if !self.named => (self.slip)(Slip::ZeroMissing(risk(pair)), at),
                _ => {}
            },
        }
        self.last = Some(pair);
        self.section = self.section.saturating_add(u64::from(digit) * 10u64.pow(u32::from(place)));
    }

    /// Ends a section.
    fn close(&mut self, at: usize, rank: Rank) {
        if self.spelled > 0 {
            self.digit = None;
        } else if let Some((digit, start)) = self.digit.take() {
            self.pair(digit, 0, start, start);
        }
        // 伍佰零万: something may have dropped out after the 零. A numeral that is 零 alone is no padding.
        if let Some(zero) = self.zero.take()
            && (rank != Rank::End || self.last.is_some() || self.seen.wan || self.seen.yi)
        {
            let risk = if self.named { Risk::Style } else { Risk::Value };
            (self.slip)(Slip::ZeroExtra(risk), zero);
        }
        self.skipped |= rank == Rank::End && self.seen.yi && !self.seen.wan;
        if let Some(first) = self.first {
            self.join(first);
        }
        let empty = self.first.is_none() && self.section == 0;
        match rank {
            Rank::End => {}
            Rank::Wan => {
                if self.seen.wan || empty {
                    self.order(at);
                }
                self.wan = self.wan.saturating_add(self.section).saturating_mul(10_000);
                self.seen.wan = true;
                self.section = 0;
                self.skipped = false;
            }
            Rank::Yi => {
                if self.seen.yi || (empty && !self.seen.wan) {
                    self.order(at);
                }
                let head = self.yi.saturating_add(self.wan).saturating_add(self.section);
                self.yi = head.saturating_mul(100_000_000);
                self.wan = 0;
                self.section = 0;
                self.seen.yi = true;
                self.seen.wan = false;
                self.skipped = empty;
            }
        }
        if let Some(last) = self.last.take() {
            self.before = Some(last.place);
        }
        self.first = None;
        self.spelled = 0;
    }

    /// The rules for 零 before the first pair of a section.
    fn join(&mut self, first: Pair) {
        let (required, allowed) = match self.before {
            None => (false, false),
            Some(before) => {
                let required = self.skipped || first.place < 3;
                (required, required || before > 0)
            }
        };
        match first.zero {
            None if required && !self.named => (self.slip)(Slip::ZeroMissing(risk(first)), first.at),
            Some(zero) if !allowed => (self.slip)(Slip::ZeroExtra(Risk::Style), zero),
            _ => {}
        }
    }

    fn order(&mut self, at: usize) {
        self.seen.broken = true;
        (self.slip)(Slip::Order, at);
    }

    fn finish(mut self, len: usize) -> Numeral {
        self.close(len, Rank::End);
        Numeral {
            value: self.yi.saturating_add(self.wan).saturating_add(self.section),
            len,
            capital: self.seen.capital,
            ordinary: self.seen.ordinary,
            spelled: self.seen.spelled,
            broken: self.seen.broken,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Rank {
    End,
    Wan,
    Yi,
}

/// 壹仟伍 may be 1005 or 1500; 壹仟伍拾 can only be 1050.
fn risk(pair: Pair) -> Risk {
    if pair.bare { Risk::Value } else { Risk::Style }
}

#[cfg(test)]
mod tests {
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
            ("貳萬", Some(20_000), &[(Style, 0), (Style, 1)]),
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
        let spread =
            (0..4000u64).map(|i| i.wrapping_mul(0x9e37_79b9_7f4a_7c15) % 10u64.pow(1 + (i % 12) as u32));
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
    pub(crate) fn spoken(value: u64, capital: bool) -> String {
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
}
