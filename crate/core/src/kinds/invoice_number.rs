//! Number of an invoice (发票号码): eight digits, or the twenty of an e-invoice (数电票); single or a range.
//!
//! | length | layout                                                                                       |
//! |--------|----------------------------------------------------------------------------------------------|
//! | 8      | serial number within its code (发票代码)                                                     |
//! | 20     | year 2, region 2 (province, or a city that reports for itself), channel 1, serial number 15  |
//!
//! An e-invoice has no code beside it. The cities that report for themselves have region numbers of their
//! own from 91 to 95, which no list of divisions has.

use super::{Confidence, Kind, Number, Of, chars, range};
use crate::judgement::{Fact, Flaw, Judgement};
use crate::tables::regions;

/// The kind.
pub static KIND: Kind = Kind::new(Of::Paper, "invoice_number", ["发票号码", "invoice number"])
    .written("8位数字；数电票20位：年份2＋地区2＋渠道1＋顺序号15；起止号核对先后、位数与所称份数")
    .source(Confidence::Likely, "税务总局发票号码编制规则；公开启事所见")
    .code_for("^(?:[Nn][Oo])?(?:[0-9]{8}|[0-9]{20})$", looks_like, check);

/// The first year of e-invoices.
const FIRST_YEAR: u16 = 2021;

fn looks_like(value: &str) -> bool {
    let value = bare(value);
    let single = |value: &str| chars::mostly_digits(value, 7..10) || chars::mostly_digits(value, 19..22);
    match range::parse(value) {
        Some(range) => single(range.first),
        None => single(value),
    }
}

/// Without the `No` printed before it.
fn bare(value: &str) -> &str {
    let head = value.get(..2).filter(|head| head.eq_ignore_ascii_case("no"));
    head.map_or(value, |head| &value[head.len()..])
}

fn check(number: &Number) -> Judgement {
    let mut out = Judgement::default();
    if range::judge(number, &mut out) {
        return out;
    }
    let value = bare(number.value);
    let at = number.value.len() - value.len();
    let digits: Vec<u8> = value.chars().map(|c| if c.is_ascii() { c as u8 } else { 0 }).collect();
    if !matches!(digits.len(), 8 | 20) {
        out.doubt(Flaw::Length(&[8, 20]), chars::whole(number.value));
        return out;
    }
    if chars::stray(&digits, |_, c| c.is_ascii_digit(), Judgement::doubt, &mut out) {
        for problem in &mut out.problems {
            (problem.start, problem.end) = (problem.start + at, problem.end + at);
        }
        return out;
    }
    if digits.len() == 20 {
        judge_electronic(&digits, at, number, &mut out);
    }
    out
}

fn judge_electronic(digits: &[u8], at: usize, number: &Number, out: &mut Judgement) {
    let year = 2000 + u16::from(digits[0] - b'0') * 10 + u16::from(digits[1] - b'0');
    if (FIRST_YEAR..=number.today.year()).contains(&year) {
        out.fact(Fact::InvoiceYear(year));
    } else {
        out.doubt(Flaw::Year, at..at + 2);
    }
    let province = [digits[2], digits[3]];
    if regions::province_known(province) {
        out.fact(Fact::Province(province));
    } else if !(*b"91"..=*b"95").contains(&province) {
        out.doubt(Flaw::Province, at + 2..at + 4);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::kinds::testing::judge;

    #[test]
    fn table() {
        // Made up.
        KIND.judges(
            "
            plausible                  24952000000012345678  // a city that reports for itself
            plausible                  00244217  No00244217  24222000000012345678  00244217-00244230
            doubtful length 0-7        0024421
            doubtful length 0-9        002442177
            doubtful length 0-19       2422200000001234567
            doubtful length 0-21       242220000000123456788
            doubtful year 0-2          28222000000012345678  // to come
            doubtful year 0-2          20222000000012345678  // before the first
            doubtful province 2-4      24992000000012345678
            doubtful charset 7-8       0024421O
            doubtful charset 9-10      No0024421O
            wrong range-order 9-17     00244230-00244217
            doubtful range-width 9-16  00244217-0024423
            doubtful length 0-0        ∅
            like                       00244217  0024421  No00244217  24222000000012345678
            like                       2422200000001234567  00244217-00244230  00244217至00244230
            unlike                     242220000000123456  // two short: some other number
            unlike                     2201182130  // that is a code
            unlike                     022001900104  123456  ∅
            ",
        );
        assert_eq!(
            judge(&KIND, "24222000000012345678").facts,
            [Fact::InvoiceYear(2024), Fact::Province(*b"22")]
        );
    }

    #[test]
    fn range_and_count() {
        KIND.judges(
            "
            verified  ⟦00244217-00244230⟧共14份
            wrong     ⟦00244217-00244230⟧共15份
            ",
        );
    }
}
