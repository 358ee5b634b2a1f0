//! Amounts of money (金额): in figures, in numerals and in the capitals of bills.
//!
//! ```text
//! amount   = [sign] number [unit [tail]]           a unit, or a sign, or 整, or a label before 万
//! sign     = ¥ | $ | € | £ | RMB | CNY | USD | US$ | HK$ …
//! number   = figures [places] {figures places} | numeral         1.5万, 2亿5000万, 3百万, 伍佰万
//! figures  = digits {"," three digits} ["." digits]
//! unit     = 元 | 圆 | 美元 | 港元 | 港币 | 欧元 | 日元 | 英镑 …
//! tail     = [零] [digit 角] [零] [digit 分] [整 | 正]            only after 元 and 圆
//! ```
//!
//! The rules for capitals are those of 正确填写票据和结算凭证的基本规定 (annex to 支付结算办法): 整 is needed
//! after 元, may follow 角 and never follows 分; 零 stands for empty places as in [`crate::numerals`]. They
//! bind bills. A notice is freer, so what only breaks the writing is a remark here, and what may hide
//! another amount (伍佰零万, 万万, 壹仟伍元) is a doubt. 人民币 before an amount is its label.

use super::{Confidence, Kind, Number};
use crate::finding::{AmountForm, Severity};
use crate::numerals::{self, Risk, Sign, Slip};
use crate::{Fact, Flaw, Judgement};

/// An amount of money.
pub static KIND: Kind = Kind {
    id: "amount",
    names: ["金额", "amount of money"],
    grammar: "小写：5000元、1.5万元、¥5,000.00；大写：伍佰万元整、壹拾万柒仟元零伍角叁分；五百万元",
    source: "支付结算办法附一《正确填写票据和结算凭证的基本规定》",
    confidence: Confidence::Sure,
    looks_like: |value| {
        let text: Vec<char> = value.chars().collect();
        parse(&text, &mut |_, _, _| {}).is_some_and(|amount| amount.len == text.len())
    },
    check,
};

/// What an amount is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    /// Hundredths of the unit (分).
    pub fen: u128,
    /// The currency as ISO 4217 writes it; a bare 元 is taken for CNY.
    pub currency: &'static str,
}

/// What a value that [`read`] gave is worth; nothing if its places are out of order or it is finer than 分.
pub fn value(text: &str) -> Option<Amount> {
    let text: Vec<char> = text.chars().collect();
    let parsed = parse(&text, &mut |_, _, _| {}).filter(|parsed| parsed.len == text.len())?;
    parsed.amount()
}

/// Are figures and capitals the same amount? 元 alone may be of any currency: `$5000` agrees with 伍仟元整.
pub fn agree(a: Amount, b: Amount) -> bool {
    a.fen == b.fen && (a.currency == b.currency || a.currency == YUAN || b.currency == YUAN)
}

/// Is the value written in capitals (大写)?
pub fn is_capitals(value: &str) -> bool {
    value.chars().any(|ch| numerals::sign(ch).is_some_and(|(_, script)| script == numerals::Script::Capital))
}

/// Reads the amount that starts at `text[0]`: how many characters it has.
///
/// It starts at the sign where there is one; called behind a sign, it gives the figures alone.
pub fn read(before: &[char], text: &[char]) -> Option<usize> {
    if !may_start(before, text)? {
        return None;
    }
    let parsed = parse(text, &mut |_, _, _| {})?;
    let after = &text[parsed.len..];
    let signed = parsed.sign.is_some() || sign_before(before).is_some();
    let stated = match parsed.unit {
        Unit::Yuan => !is_word(&parsed, after),
        Unit::Named => true,
        Unit::None if after.first().is_some_and(|ch| ch.is_ascii_alphanumeric() || "%*_".contains(*ch)) => {
            false
        }
        Unit::None => {
            signed || parsed.zheng || (parsed.large && !is_count(after) && is_money(before, &parsed))
        }
    };
    (stated && starts_here(before, text)).then_some(parsed.len)
}

/// A quick look before reading: most numbers have neither a sign before nor a unit or a place behind them.
fn may_start(before: &[char], text: &[char]) -> Option<bool> {
    let &first = text.first()?;
    let number = |ch: char| {
        if first.is_ascii_digit() { matches!(ch, '0'..='9' | ',' | '.') } else { numerals::is_numeral(ch) }
    };
    if !number(first) {
        return Some(matches!(first, '¥' | '$' | '€' | '£' | 'A'..='Z'));
    }
    let mut large = false;
    let end = text.iter().take(40).take_while(|&&ch| {
        large |= matches!(ch, '万' | '亿' | '萬' | '億');
        number(ch)
    });
    let unit = match &text[end.count()..] {
        [
            '元' | '圆' | '圓' | '角' | '分' | '整' | '正' | '美' | '港' | '欧' | '英' | '澳' | '新' | '台',
            ..,
        ] => true,
        ['加' | '韩' | '瑞' | '卢', ..] | ['日', '元' | '圆', ..] | ['人', '民', ..] => true,
        // 3百万元
        [ch, ..] => *ch > '一' && numerals::is_numeral(*ch),
        [] => false,
    };
    Some(unit || large || sign_before(before).is_some())
}

const YUAN: &str = "CNY";

/// Signs before an amount; the longer one first where one begins another.
const SIGNS: [(&str, &str); 13] = [
    ("RMB¥", YUAN),
    ("RMB", YUAN),
    ("CNY", YUAN),
    ("¥", YUAN),
    ("HK$", "HKD"),
    ("US$", "USD"),
    ("USD", "USD"),
    ("HKD", "HKD"),
    ("EUR", "EUR"),
    ("GBP", "GBP"),
    ("$", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
];

/// Units that name their currency.
const UNITS: [(&str, &str); 22] = [
    ("美元", "USD"),
    ("美金", "USD"),
    ("港元", "HKD"),
    ("港币", "HKD"),
    ("欧元", "EUR"),
    ("日元", "JPY"),
    ("日圆", "JPY"),
    ("英镑", "GBP"),
    ("人民币", YUAN),
    ("澳门元", "MOP"),
    ("澳门币", "MOP"),
    ("新台币", "TWD"),
    ("台币", "TWD"),
    ("澳元", "AUD"),
    ("澳大利亚元", "AUD"),
    ("加元", "CAD"),
    ("加拿大元", "CAD"),
    ("新加坡元", "SGD"),
    ("新元", "SGD"),
    ("韩元", "KRW"),
    ("瑞士法郎", "CHF"),
    ("卢布", "RUB"),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    /// No unit: the sign or the label says that it is money.
    None,
    /// 元 or 圆.
    Yuan,
    /// A unit that names its currency, 角 or 分.
    Named,
}

struct Parsed {
    len: usize,
    /// Millionths of the unit; nothing where places are out of order.
    micro: Option<u128>,
    currency: &'static str,
    /// The currency of the sign before the number.
    sign: Option<&'static str>,
    unit: Unit,
    /// 整 or 正 ends it.
    zheng: bool,
    /// The number has 万 or 亿.
    large: bool,
    /// The number is in capitals.
    capital: bool,
    /// The number is one ordinary numeral: 一元, 三元.
    single: bool,
    /// The number has three signs at least.
    long: bool,
}

impl Parsed {
    fn amount(&self) -> Option<Amount> {
        let micro = self.micro.filter(|micro| micro.is_multiple_of(FEN))?;
        Some(Amount { fen: micro / FEN, currency: self.currency })
    }
}

const FEN: u128 = 10_000;
const JIAO: u128 = 100_000;
const ONE: u128 = 1_000_000;
/// More than there is, and far from the end of the type.
const MOST: u128 = ONE * 1_000_000_000_000_000_000;

/// Told of everything that breaks a rule, with its place.
type Note<'a> = &'a mut dyn FnMut(Flaw, Severity, std::ops::Range<usize>);

fn parse(text: &[char], note: Note) -> Option<Parsed> {
    let (sign, at) = match sign_at(text) {
        Some((currency, width)) => (Some(currency), width),
        None => (None, 0),
    };
    let &first = text.get(at)?;
    let number = if first.is_ascii_digit() {
        figures(text, at, sign.is_some(), note)?
    } else {
        numerals::sign(first)?;
        numeral(text, at, note)?
    };
    let mut parsed = Parsed {
        len: number.end,
        micro: number.micro,
        currency: sign.unwrap_or(YUAN),
        sign,
        unit: Unit::None,
        zheng: false,
        large: number.large,
        capital: number.capital,
        single: number.end - at == 1 && !first.is_ascii_digit() && !number.capital,
        long: number.end - at >= 3,
    };
    // Unit prices are finer than 分 (0.3825元), sums are not.
    if number.micro.is_some_and(|micro| micro >= 100 * ONE && !micro.is_multiple_of(FEN)) {
        note(Flaw::AmountForm(AmountForm::Grouping), Severity::Hint, at..number.end);
    }
    let rest = &text[number.end..];
    if matches!(rest, ['元' | '圆' | '圓', ..]) {
        parsed.unit = Unit::Yuan;
        parsed.len += 1;
        tail(text, number.end, &mut parsed, note);
    } else if let Some((unit, currency)) = UNITS.iter().find(|(unit, _)| starts_with(rest, unit)) {
        parsed.unit = Unit::Named;
        parsed.currency = currency;
        parsed.len += unit.chars().count();
    } else if let ([sub @ ('角' | '分'), ..], true, Some(micro @ 0..=9_000_000)) =
        (rest, number.capital, number.micro)
    {
        parsed.unit = Unit::Named;
        parsed.len += 1;
        parsed.micro = Some(micro / ONE * if *sub == '角' { JIAO } else { FEN });
        tail(text, number.end, &mut parsed, note);
    } else if number.capital && is_zheng(rest) {
        parsed.zheng = true;
        parsed.len += 1;
    }
    Some(parsed)
}

struct Digits {
    end: usize,
    micro: Option<u128>,
    large: bool,
    capital: bool,
}

/// `241,800.50`, `1.5万`, `2亿5000万`, `1千5百万`.
fn figures(text: &[char], at: usize, signed: bool, note: Note) -> Option<Digits> {
    // As numerals do it: pairs of a number and its place add up to a section, 万 and 亿 lift it.
    let (mut yi, mut wan, mut section) = (0u128, 0u128, 0u128);
    let (mut seen_yi, mut seen_wan) = (false, false);
    let mut least = u128::MAX;
    let mut broken = None;
    let mut end = at;
    let mut groups = 0;
    while text.get(end).is_some_and(char::is_ascii_digit) {
        groups += 1;
        if groups > 4 {
            return None;
        }
        let (micro, next) = plain(text, end, signed, note)?;
        end = next;
        let mut lift = 1;
        if let Some(Sign::Place(place)) = place_at(text, end) {
            lift = 10u128.pow(u32::from(place));
            end += 1;
        }
        if micro.saturating_mul(lift) >= least {
            broken = broken.or(Some(end - 1));
        }
        least = lift * ONE;
        section += micro.saturating_mul(lift);
        loop {
            match place_at(text, end) {
                Some(Sign::Wan) => {
                    if seen_wan {
                        broken = broken.or(Some(end));
                    }
                    wan = (wan + section) * 10_000;
                    seen_wan = true;
                }
                Some(Sign::Yi) => {
                    if seen_yi {
                        broken = broken.or(Some(end));
                    }
                    yi = (yi + wan + section) * 100_000_000;
                    (wan, seen_wan, seen_yi) = (0, false, true);
                }
                Some(_) => {
                    broken = broken.or(Some(end));
                }
                None => break,
            }
            section = 0;
            least = 10_000 * ONE;
            end += 1;
            // 万亿亿亿: nothing that can be reckoned, let alone paid.
            if yi.max(wan) > MOST {
                return None;
            }
        }
    }
    if let Some(place) = broken {
        note(Flaw::AmountForm(AmountForm::Order), Severity::Doubtful, place..place + 1);
    }
    let micro = broken.is_none().then_some(yi + wan + section);
    Some(Digits { end, micro, large: seen_wan || seen_yi, capital: false })
}

/// A place that follows figures.
fn place_at(text: &[char], at: usize) -> Option<Sign> {
    match numerals::sign(*text.get(at)?)?.0 {
        place @ (Sign::Place(_) | Sign::Wan | Sign::Yi) => Some(place),
        Sign::Digit(_) | Sign::Tens(_) => None,
    }
}

/// `241,800.50` in millionths, and where it ends.
///
/// The Chinese comma is folded to the same sign as the one between thousands. So a comma belongs to the
/// number only if three digits follow it, or if what follows could not be a number of its own.
fn plain(text: &[char], at: usize, signed: bool, note: Note) -> Option<(u128, usize)> {
    let run = |at: usize| text[at..].iter().take(20).take_while(|ch| ch.is_ascii_digit()).count();
    let first = run(at);
    let mut end = at + first;
    let (mut odd, mut commas, mut all) = (first > 3, 0, end);
    while text.get(all) == Some(&',') && (2..=4).contains(&run(all + 1)) {
        commas += 1;
        odd |= run(all + 1) != 3;
        all += 1 + run(all + 1);
    }
    let joined = !odd || signed || (first <= 3 && commas > 1) || text.get(end + 1) == Some(&'0');
    if commas > 0 && joined {
        if odd {
            note(Flaw::AmountForm(AmountForm::Grouping), Severity::Doubtful, at..all);
        }
        end = all;
    }
    let whole = text[at..end].iter().filter_map(|ch| ch.to_digit(10));
    let mut micro = whole.clone().fold(0, |value: u128, digit| 10 * value + u128::from(digit)) * ONE;
    if whole.count() > 13 {
        return None;
    }
    if text.get(end) == Some(&'.') && text.get(end + 1).is_some_and(char::is_ascii_digit) {
        let decimals = run(end + 1);
        if decimals > 6 {
            return None;
        }
        let part = text[end + 1..end + 1 + decimals].iter().filter_map(|ch| ch.to_digit(10));
        micro += part
            .zip([100_000, 10_000, 1000, 100, 10, 1])
            .map(|(digit, place)| u128::from(digit) * place)
            .sum::<u128>();
        end += 1 + decimals;
        if matches!(text.get(end..), Some(['.', '0'..='9', ..])) {
            return None;
        }
    }
    Some((micro, end))
}

/// `伍佰万`, `三千`, `五〇〇万`.
fn numeral(text: &[char], at: usize, note: Note) -> Option<Digits> {
    let read = numerals::read(&text[at..])?;
    // 五六万 is five or six; two digits spelled in capitals lack a place.
    let spelled = text[at..at + read.len].iter().filter(|&&ch| numerals::digit(ch).is_some()).count();
    if read.spelled && !read.capital && spelled < 3 {
        return None;
    }
    let mut broken = read.broken;
    if read.spelled && read.capital {
        broken = true;
        note(Flaw::AmountForm(AmountForm::Order), Severity::Doubtful, at..at + read.len);
    }
    numerals::walk(&text[at..], &mut |slip, place| {
        let (flaw, severity) = match slip {
            Slip::Order => (Flaw::AmountForm(AmountForm::Order), Severity::Doubtful),
            Slip::ZeroMissing(Risk::Value) => (Flaw::AmountForm(AmountForm::ZeroMissing), Severity::Doubtful),
            Slip::ZeroExtra(Risk::Value) => (Flaw::AmountForm(AmountForm::ZeroExtra), Severity::Doubtful),
            // The rules for bills are about capitals.
            _ if !read.capital && slip != Slip::Style => return,
            Slip::ZeroMissing(Risk::Style) => (Flaw::AmountForm(AmountForm::ZeroMissing), Severity::Hint),
            Slip::ZeroExtra(Risk::Style) => (Flaw::AmountForm(AmountForm::ZeroExtra), Severity::Hint),
            Slip::Style | Slip::BareTen => (Flaw::NumeralStyle, Severity::Hint),
        };
        note(flaw, severity, at + place..at + place + 1);
    });
    let large = text[at..at + read.len].iter().any(|ch| "万亿萬億".contains(*ch));
    let micro = (!broken).then(|| u128::from(read.value) * ONE);
    Some(Digits { end: at + read.len, micro, large, capital: read.capital })
}

/// 角, 分 and 整 from `parsed.len` on; `unit` is where the unit before them stands.
fn tail(text: &[char], unit: usize, parsed: &mut Parsed, note: Note) {
    let (mut jiao, mut fen) = (None, None);
    match text[unit] {
        '角' => jiao = Some(1),
        '分' => fen = Some(1),
        _ => {}
    }
    let digit =
        |at: usize| text.get(at).and_then(|&ch| ch.to_digit(10).or(numerals::digit(ch).map(u32::from)));
    // A digit and its 角 or 分, that have not been yet.
    let pair = |at: usize, jiao: Option<u32>, fen: Option<u32>| {
        let (value, sub) = (digit(at)?, *text.get(at + 1)?);
        ((sub == '角' && jiao.is_none() && fen.is_none()) || (sub == '分' && fen.is_none()))
            .then_some((value, sub))
    };
    let empty_ones = parsed.micro.is_some_and(|micro| (micro / ONE).is_multiple_of(10));
    let whole = parsed.micro.is_some_and(|micro| micro >= ONE);
    loop {
        let at = parsed.len;
        let zero = digit(at) == Some(0) && pair(at, jiao, fen).is_none();
        let at = at + usize::from(zero);
        let Some((value, sub)) = pair(at, jiao, fen) else { break };
        let (needed, allowed, worth) = if sub == '角' {
            jiao = Some(value);
            (false, empty_ones, JIAO)
        } else {
            fen = Some(value);
            let empty = jiao.is_none_or(|jiao| jiao == 0);
            (jiao.is_none() && whole && value > 0, empty, FEN)
        };
        if zero && !allowed {
            remark(parsed, note, AmountForm::ZeroExtra, at - 1);
        } else if needed && !zero {
            remark(parsed, note, AmountForm::ZeroMissing, at);
        }
        if value == 0 {
            remark(parsed, note, AmountForm::ZeroExtra, at);
        }
        parsed.micro = parsed.micro.map(|micro| micro + u128::from(value) * worth);
        parsed.len = at + 2;
    }
    let at = parsed.len;
    if is_zheng(&text[at..]) {
        if fen.is_some() {
            remark(parsed, note, AmountForm::ZhengAfterFen, at);
        }
        parsed.zheng = true;
        parsed.len += 1;
    } else if jiao.is_none() && fen.is_none() {
        remark(parsed, note, AmountForm::NoZheng, unit);
    }
}

/// A rule for capitals that is broken without harm to the value.
fn remark(parsed: &Parsed, note: Note, form: AmountForm, at: usize) {
    if parsed.capital {
        note(Flaw::AmountForm(form), Severity::Hint, at..at + 1);
    }
}

/// 整 or 正, but not 整体 or 正式.
fn is_zheng(text: &[char]) -> bool {
    match text {
        ['整', next, ..] => !"体个理治改".contains(*next),
        ['正', next, ..] => !"式常在好确本面规".contains(*next),
        ['整' | '正'] => true,
        _ => false,
    }
}

/// The sign that `text` starts with: its currency and its width.
fn sign_at(text: &[char]) -> Option<(&'static str, usize)> {
    if !matches!(text.first()?, '¥' | '$' | '€' | '£' | 'R' | 'C' | 'H' | 'U' | 'E' | 'G') {
        return None;
    }
    let (sign, currency) = SIGNS.iter().find(|(sign, _)| starts_with(text, sign))?;
    Some((currency, sign.chars().count()))
}

/// The currency of the sign that `before` ends with.
fn sign_before(before: &[char]) -> Option<&'static str> {
    if before.last()? >= &'一' {
        return None;
    }
    SIGNS.iter().find(|(sign, _)| ends_with(before, sign)).map(|&(_, currency)| currency)
}

/// 元 that belongs to another word: 2024元旦, 三元桥, 2024元月5日.
fn is_word(parsed: &Parsed, after: &[char]) -> bool {
    match after {
        [] => false,
        // 一元化, 三元桥: rarely money, unless 钱, 整 or a sign follows.
        [next, ..] if parsed.single && !parsed.zheng => *next >= '一' && !"钱人每的".contains(*next),
        ['旦' | '宵' | '素' | '帅', ..] => true,
        ['月', next, ..] => next.is_ascii_digit() || numerals::is_numeral(*next) || "初底份".contains(*next),
        _ => false,
    }
}

/// 500万人, 30万亩: a count of something else.
fn is_count(after: &[char]) -> bool {
    after.first().is_some_and(|ch| {
        "人户名位吨亩株只头匹尾平立公千米里册辆台套件次票张份个颗条项字家所座股分多余几".contains(*ch)
    })
}

/// Do the words before a number with 万 but without a unit say that it is money? Capitals are always.
fn is_money(before: &[char], parsed: &Parsed) -> bool {
    if parsed.capital && parsed.long {
        return true;
    }
    let near = &before[before.len().saturating_sub(40)..];
    near.windows(2).any(|pair| {
        matches!(
            pair,
            ['资', '本' | '金']
                | ['金', '额']
                | ['民', '币']
                | ['出' | '减' | '增', '资']
                | ['本', '金']
                | ['价', '款']
        )
    })
}

fn starts_here(before: &[char], text: &[char]) -> bool {
    let Some(&last) = before.last() else { return true };
    if !text[0].is_ascii_digit() {
        // A sign, or a numeral.
        let numeral = numerals::is_numeral(text[0]);
        return if numeral {
            !last.is_ascii_digit() && !numerals::is_numeral(last) && !matches!(last, '第' | '数' | '几' | '.')
        } else {
            !last.is_ascii_alphabetic()
        };
    }
    let inside = |at: usize| before.iter().rev().nth(at).is_some_and(char::is_ascii_digit);
    match last {
        '.' => !inside(1),
        // Three digits, or zeros, behind a comma belong to the number before it.
        ',' if inside(1) => {
            let group = text.iter().take_while(|ch| ch.is_ascii_digit()).count();
            let short = !inside(4) || !inside(3) || !inside(2);
            !(short && group == 3) && (group == 1 || text[0] != '0')
        }
        '第' | '*' | '_' | '#' => false,
        _ if last.is_ascii_alphabetic() => sign_before(before).is_some(),
        _ => !last.is_ascii_digit() && !numerals::is_numeral(last),
    }
}

fn starts_with(text: &[char], word: &str) -> bool {
    let mut rest = text.iter();
    word.chars().all(|ch| rest.next() == Some(&ch))
}

fn ends_with(text: &[char], word: &str) -> bool {
    let mut rest = text.iter().rev();
    word.chars().rev().all(|ch| rest.next() == Some(&ch))
}

fn check(number: &Number) -> Judgement {
    let mut judgement = Judgement::default();
    let text: Vec<char> = number.value.chars().collect();
    let parsed = parse(&text, &mut |flaw, severity, span| match severity {
        Severity::Hint => judgement.hint(flaw, span),
        Severity::Doubtful => judgement.doubt(flaw, span),
        Severity::Wrong => judgement.wrong(flaw, span),
    });
    let Some(parsed) = parsed else { return judgement };
    if let Some(Amount { fen, mut currency }) = parsed.amount() {
        if parsed.unit != Unit::Named && parsed.sign.is_none() {
            currency = sign_before(number.before).unwrap_or(currency);
        }
        judgement.fact(Fact::Amount { fen, currency });
    }
    judgement
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Date, Verdict};

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    /// The stretch up to `|`, and what is read after it.
    fn found(marked: &str) -> Option<String> {
        let (before, text) = marked.split_once('|').expect("a mark");
        let text = chars(text);
        read(&chars(before), &text).map(|len| text[..len].iter().collect())
    }

    fn judge(value: &str) -> Judgement {
        assert!((KIND.looks_like)(value), "{value}");
        check(&Number::bare(value, Date::new(2024, 4, 11).expect("a day")))
    }

    #[test]
    fn reads() {
        for (marked, want) in [
            ("水泥款|241800元,收据号", "241800元"),
            ("|3842元,", "3842元"),
            ("|5000元整,", "5000元整"),
            ("|5000元整体", "5000元"),
            ("|1.5万元", "1.5万元"),
            ("|¥5,000.00", "¥5,000.00"),
            ("¥|5,000.00", "5,000.00"),
            ("|RMB5000。", "RMB5000"),
            ("RMB|5000。", "5000"),
            ("|RMB¥5000", "RMB¥5000"),
            ("|$5,000", "$5,000"),
            ("|HK$300万元", "HK$300万元"),
            ("|US$300", "US$300"),
            ("|500万美元", "500万美元"),
            ("|30万港币", "30万港币"),
            ("|500万人民币", "500万人民币"),
            ("|12,345,678.90元", "12,345,678.90元"),
            ("|3百万元", "3百万元"),
            ("|2亿5000万元", "2亿5000万元"),
            ("|2万5千元", "2万5千元"),
            ("|1千5百万元", "1千5百万元"),
            ("|12元5角", "12元5角"),
            ("|五百万元", "五百万元"),
            ("|三千元", "三千元"),
            ("|两万元", "两万元"),
            ("|十万元", "十万元"),
            ("|五〇〇万元", "五〇〇万元"),
            ("每股|1元", "1元"),
            ("|一元,", "一元"),
            ("|两元钱的", "两元"),
            ("由原来|伍佰万元整减至", "伍佰万元整"),
            ("减至|壹佰万元整,", "壹佰万元整"),
            ("人民币|壹拾万柒仟元零伍角叁分", "壹拾万柒仟元零伍角叁分"),
            ("|伍佰圆正", "伍佰圆正"),
            ("|伍佰圆正式", "伍佰圆"),
            ("|贰拾伍万,", "贰拾伍万"),
            ("|伍佰万整", "伍佰万整"),
            ("|伍角整", "伍角整"),
            ("|伍佰零万元", "伍佰零万元"),
            ("|伍佰万万元", "伍佰万万元"),
            ("|500万万元", "500万万元"),
            ("|1,00,000元", "1,00,000元"),
            ("|5,0000元", "5,0000元"),
            ("|¥12,34", "¥12,34"),
            ("注册资本由|500万减至", "500万"),
            ("注册资本由500万元减至|100万,", "100万"),
            ("金额:|30万。", "30万"),
            // The Chinese comma between two numbers.
            ("收据号00251306,|3842元", "3842元"),
            ("编号12,|3842元", "3842元"),
            ("3000-|5000元", "5000元"),
            ("|5000元月租", "5000元"),
        ] {
            assert_eq!(found(marked).as_deref(), Some(want), "{marked}");
        }
    }

    #[test]
    fn refuses() {
        for marked in [
            "|",
            "|元",
            "|百万元",
            "|万元",
            "|千元",
            "|2024元旦",
            "公元|2024年",
            "|3单元",
            "|三单元",
            "|2024元月5日",
            "|2024年元月5日",
            "|5000多元",
            "|500余万元",
            "数|十万元",
            "几|十万元",
            "|十几万元",
            "|五六万元",
            "|三元区",
            "|一元化",
            "|三元桥",
            "|5%",
            "|百分之五",
            "|500万",
            "|500万人",
            "资金扶持|500万亩",
            "|5000",
            "金额|5000",
            "|五百万",
            "|十分",
            "|三分",
            "|陆家嘴",
            "|伍佰",
            "|陆万",
            "|柒牌",
            "第|3元",
            "1|000元",
            "1.|5万元",
            "1.|5000元",
            "1,|000元",
            "12,|345元",
            "A|5000元",
            "二|十万元",
            "|00251306,3842元",
            "|12,3842元",
            "|1.2.3元",
            "|2203810070582000元",
            "|1亿亿亿亿元",
            "|220381,007,058,200,000元",
            "|¥",
            "|RMB",
            "US|$500",
            "|$5A",
            "|$5%",
            "|¥5*",
        ] {
            assert_eq!(found(marked), None, "{marked}");
        }
    }

    #[test]
    fn reads_beside_every_sign() {
        for sign in "，。、；：？！（）《》“”‘’【】—…·,;:?!()<>[]\"'&@+=|~-^/".chars()
        {
            for value in ["5000元", "¥5,000.00", "伍佰万元整", "三千元"] {
                let text: Vec<char> = value.chars().chain([sign]).collect();
                assert_eq!(read(&[sign], &text), Some(value.chars().count()), "{sign} {value}");
            }
        }
    }

    /// Worth in 分, reckoned by hand.
    #[test]
    fn values() {
        for (text, fen, currency) in [
            ("241800元", 24_180_000, "CNY"),
            ("¥5,000.00", 500_000, "CNY"),
            ("5000", 500_000, "CNY"),
            ("1.5万元", 1_500_000, "CNY"),
            ("0.000001亿元", 10_000, "CNY"),
            ("3百万元", 300_000_000, "CNY"),
            ("2亿5000万元", 25_000_000_000, "CNY"),
            ("2万5千元", 2_500_000, "CNY"),
            ("1千5百万元", 1_500_000_000, "CNY"),
            ("1万亿元", 100_000_000_000_000, "CNY"),
            ("12元5角", 1250, "CNY"),
            ("0.05元", 5, "CNY"),
            ("500万美元", 500_000_000, "USD"),
            ("HK$300万元", 300_000_000, "HKD"),
            ("五百万元", 500_000_000, "CNY"),
            // The examples of the rules, and the catalogue's test of 零 inside.
            ("壹仟肆佰零玖元伍角", 140_950, "CNY"),
            ("陆仟零柒元壹角肆分", 600_714, "CNY"),
            ("壹仟陆佰捌拾元零叁角贰分", 168_032, "CNY"),
            ("壹仟陆佰捌拾元叁角贰分", 168_032, "CNY"),
            ("壹拾万柒仟元零伍角叁分", 10_700_053, "CNY"),
            ("壹拾万零柒仟元伍角叁分", 10_700_053, "CNY"),
            ("壹万陆仟肆佰零玖元零贰分", 1_640_902, "CNY"),
            ("叁佰贰拾伍元零肆分", 32_504, "CNY"),
            ("壹仟零伍万元整", 1_005_000_000, "CNY"),
            ("伍佰万元整", 500_000_000, "CNY"),
            ("贰拾伍万", 25_000_000, "CNY"),
            ("伍角整", 50, "CNY"),
            ("伍分", 5, "CNY"),
            ("零元整", 0, "CNY"),
        ] {
            assert_eq!(value(text), Some(Amount { fen, currency }), "{text}");
            let facts = judge(text).facts;
            assert_eq!(facts, [Fact::Amount { fen, currency }], "{text}");
        }
        for text in ["", "元", "500万万元", "伍佰万万元", "伍陆佰元", "0.3825元", "5000元。", "abc"]
        {
            assert_eq!(value(text), None, "{text}");
        }
    }

    #[test]
    fn agreement() {
        for (figures, capitals, want) in [
            ("¥5,000,000.00", "伍佰万元整", true),
            ("500万元", "伍佰万元整", true),
            ("107000.53元", "壹拾万柒仟元零伍角叁分", true),
            ("50万元", "伍佰万元整", false),
            ("500.01元", "伍佰元整", false),
            ("US$5000", "伍仟元整", true),
            ("US$5000", "伍仟港元", false),
        ] {
            let (Some(a), Some(b)) = (value(figures), value(capitals)) else {
                panic!("{figures} {capitals}")
            };
            assert_eq!(agree(a, b), want, "{figures} {capitals}");
            assert!(is_capitals(capitals) && !is_capitals(figures), "{figures} {capitals}");
        }
        assert!(!is_capitals("五百万元"));
    }

    #[test]
    fn rules() {
        use AmountForm::{Grouping, NoZheng, Order, ZeroExtra, ZeroMissing, ZhengAfterFen};
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
            ("伍佰零玖元零角叁分", &[(form(ZeroExtra), Hint, 5, 6)]),
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
            let found: Vec<_> =
                judge(text).problems.iter().map(|p| (p.flaw, p.severity, p.start, p.end)).collect();
            assert_eq!(found, want, "{text}");
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
            assert_eq!(value(&text), Some(Amount { fen, currency: "CNY" }), "{text}");
            let judgement = judge(&text);
            assert_eq!(judgement.problems, [], "{fen} {text}");
            assert_eq!(judgement.verdict(), Verdict::Plausible);
        }
    }

    #[test]
    fn currency_of_the_sign_before() {
        let before = chars("共计HK$");
        let today = Date::new(2024, 4, 11).expect("a day");
        let judgement = check(&Number { before: &before, ..Number::bare("500万", today) });
        assert_eq!(judgement.facts, [Fact::Amount { fen: 500_000_000, currency: "HKD" }]);
    }

    /// Whatever stands there: covers and places stay inside, and what was read looks like the kind.
    #[test]
    fn total() {
        let alphabet = chars("¥$RMBUSDHK0123456789,,..零〇一五十百千万亿壹伍拾佰仟元元圆角分整正美港旦 月");
        let today = Date::new(2024, 4, 11).expect("a day");
        let mut seed = 1u64;
        for _ in 0..15_000 {
            let text: Vec<char> = (0..12)
                .map(|_| {
                    seed =
                        seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    alphabet[(seed >> 33) as usize % alphabet.len()]
                })
                .collect();
            let value: String = text.iter().collect();
            if let Some(len) = read(&text[..2], &text[2..]) {
                let covered: String = text[2..][..len].iter().collect();
                assert!((KIND.looks_like)(&covered), "{covered} in {value}");
            }
            for cut in 0..text.len() {
                let value: String = text[cut..].iter().collect();
                for problem in check(&Number::bare(&value, today)).problems {
                    assert!(problem.start < problem.end && problem.end <= text.len() - cut, "{value}");
                }
            }
        }
    }
}
