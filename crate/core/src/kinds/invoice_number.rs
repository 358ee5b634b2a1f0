//! Number of an invoice (发票号码): eight digits, or the twenty of an e-invoice (数电票); single or a range.
//!
//! | length | layout                                                                                       |
//! |--------|----------------------------------------------------------------------------------------------|
//! | 8      | serial number within its code (发票代码)                                                     |
//! | 20     | year 2, region 2 (province, or a city that reports for itself), channel 1, serial number 15  |
//!
//! An e-invoice has no code beside it. The cities that report for themselves have region numbers of their
//! own from 91 to 95, which no list of divisions has.

use super::{Confidence, Kind, Number, Rule, chars, range};
use crate::{Fact, Flaw, Judgement, regions};

/// The kind.
pub static KIND: Kind = Kind {
    id: "invoice_number",
    names: ["发票号码", "invoice number"],
    grammar: "8位数字；数电票20位：年份2＋地区2＋渠道1＋顺序号15；起止号核对先后、位数与所称份数",
    source: "税务总局发票号码编制规则；公开启事所见",
    confidence: Confidence::Likely,
    rule: Rule::Code { looks_like, check },
    ..Kind::PLAIN
};

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
    use crate::Verdict;
    use crate::kinds::testing::{judge, odd_values, today, told};

    #[test]
    fn table() {
        use Verdict::{Doubtful, Plausible, Wrong};
        // Made up.
        for (value, verdict, want) in [
            ("00244217", Plausible, ""),
            ("No00244217", Plausible, ""),
            ("24222000000012345678", Plausible, ""),
            ("24952000000012345678", Plausible, ""), // a city that reports for itself
            ("0024421", Doubtful, "doubtful length 0-7"),
            ("002442177", Doubtful, "doubtful length 0-9"),
            ("2422200000001234567", Doubtful, "doubtful length 0-19"),
            ("242220000000123456788", Doubtful, "doubtful length 0-21"),
            ("28222000000012345678", Doubtful, "doubtful year 0-2"), // to come
            ("20222000000012345678", Doubtful, "doubtful year 0-2"), // before the first
            ("24992000000012345678", Doubtful, "doubtful province 2-4"),
            ("0024421O", Doubtful, "doubtful charset 7-8"),
            ("No0024421O", Doubtful, "doubtful charset 9-10"),
            ("00244217-00244230", Plausible, ""),
            ("00244230-00244217", Wrong, "wrong range-order 9-17"),
            ("00244217-0024423", Doubtful, "doubtful range-width 9-16"),
            ("", Doubtful, "doubtful length 0-0"),
        ] {
            let out = judge(&KIND, value);
            assert_eq!((out.verdict(), told(&out).as_str()), (verdict, want), "{value}");
        }
        assert_eq!(
            judge(&KIND, "24222000000012345678").facts,
            [Fact::InvoiceYear(2024), Fact::Province(*b"22")]
        );
        for value in odd_values() {
            judge(&KIND, &value);
            looks_like(&value);
        }
    }

    #[test]
    fn range_and_count() {
        for (after, want) in [("共14份", Verdict::Verified), ("共15份", Verdict::Wrong)] {
            let after: Vec<char> = after.chars().collect();
            let out = check(&Number { after: &after, ..Number::bare("00244217-00244230", today()) });
            assert_eq!(out.verdict(), want);
        }
    }

    #[test]
    fn looks() {
        for (value, want) in [
            ("00244217", true),
            ("0024421", true),
            ("No00244217", true),
            ("24222000000012345678", true),
            ("2422200000001234567", true),
            ("242220000000123456", false), // two short: some other number
            ("00244217-00244230", true),
            ("00244217至00244230", true),
            ("2201182130", false), // that is a code
            ("022001900104", false),
            ("123456", false),
            ("", false),
        ] {
            assert_eq!(looks_like(value), want, "{value}");
        }
    }
}
