//! An amount taken apart (金额的结构): sign, number, unit, 角, 分 and 整, and the rules it breaks.

use super::Amount;
use super::currency::{UNITS, YUAN, sign_at};
use super::number::{Note, ONE, figures, numeral};
use crate::judgement::{AmountForm, Flaw, Severity};
use crate::kinds::text::starts_with;
use crate::tables::numerals;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// No unit: the sign or the label says that it is money.
    None,
    /// 元 or 圆.
    Yuan,
    /// A unit that names its currency, 角 or 分.
    Named,
}

/// An amount taken apart, not yet judged.
pub(super) struct Parsed {
    pub(super) len: usize,
    /// Millionths of the unit; nothing where places are out of order.
    micro: Option<u128>,
    currency: &'static str,
    /// The currency of the sign before the number.
    pub(super) sign: Option<&'static str>,
    pub(super) unit: Unit,
    /// 整 or 正 ends it.
    pub(super) zheng: bool,
    /// The number has 万 or 亿.
    pub(super) large: bool,
    /// The number is in capitals.
    pub(super) capital: bool,
    /// The number is one ordinary numeral: 一元, 三元.
    pub(super) single: bool,
    /// The number is a numeral, ordinary or in capitals.
    pub(super) numeral: bool,
    /// The number has three signs at least.
    pub(super) long: bool,
}

impl Parsed {
    /// Its worth in a unit of so many of the currency's, if it is clear and not finer than 分.
    pub(super) fn amount(&self, unit: u128) -> Option<Amount> {
        let micro = self.micro?.checked_mul(unit).filter(|micro| micro.is_multiple_of(FEN))?;
        Some(Amount { fen: micro / FEN, currency: self.currency })
    }
}

/// 分, in millionths of the unit.
const FEN: u128 = 10_000;

/// 角, likewise.
const JIAO: u128 = 100_000;

/// Takes the amount apart that starts at `text[0]`, and tells what breaks a rule.
pub(super) fn parse(text: &[char], note: Note) -> Option<Parsed> {
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
        numeral: !first.is_ascii_digit(),
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
    } else if let Some((unit, currency)) =
        UNITS.iter().find(|(unit, _)| starts_with(rest, unit)).filter(|(unit, _)| !opens_next(rest, unit))
    {
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

/// `2203810070583人民币5000元`: is the unit the label of another amount?
fn opens_next(rest: &[char], unit: &str) -> bool {
    let next = rest.get(unit.chars().count());
    *unit == *"人民币" && next.is_some_and(|&ch| ch.is_ascii_digit() || ch == '¥' || numerals::is_numeral(ch))
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
            remark(parsed, note, AmountForm::EmptyPlace, at + 1);
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

/// 整 or 正, but not 整体, 整车出厂 or 正式.
fn is_zheng(text: &[char]) -> bool {
    match text {
        ['整', '车', '出', ..] => false,
        ['整', next, ..] => !"体个理治改".contains(*next),
        ['正', next, ..] => !"式常在好确本面规".contains(*next),
        ['整' | '正'] => true,
        _ => false,
    }
}
