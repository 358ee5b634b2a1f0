//! How a date is written (日期写法): 〇 in years, one set of signs, the rules for bills.

use super::parse::Parsed;
use crate::judgement::{Flaw, Judgement};
use crate::tables::numerals::{self, Script, Sign, Slip};

/// Remarks on the signs: 零 or O for 〇, sets mixed, the rules for bills.
pub(super) fn remark(text: &[char], date: &Parsed, judgement: &mut Judgement) {
    let script = date.year.unwrap_or(date.month).script;
    if let Some(year) = date.year.filter(|_| script != Script::Both) {
        let right = if script == Script::Capital { '零' } else { '〇' };
        let odd = |ch: char| match numerals::sign(ch) {
            _ if ch == right => false,
            None | Some((Sign::Digit(0), _)) => true,
            Some((_, set)) => set != script,
        };
        if let Some(at) = (year.start..year.end).find(|&at| odd(text[at])) {
            judgement.hint(Flaw::NumeralStyle, at..at + 1);
        }
    }
    for (part, bare) in
        [(Some(date.month), &[1, 2, 10][..]), (date.day, &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30])]
    {
        let Some(part) = part.filter(|part| text[part.start] != '元') else { continue };
        let mut odd = part.script != script;
        if !odd && script == Script::Capital {
            let zero = text[part.start] == '零';
            let ten = part.value > 10 && part.value < 20 && text[part.start] == '拾';
            odd = ten || (bare.contains(&part.value) && !zero);
        }
        numerals::walk(&text[part.span()], &mut |slip, _| odd |= slip == Slip::Style);
        if odd {
            judgement.hint(Flaw::NumeralStyle, part.span());
        }
    }
}
