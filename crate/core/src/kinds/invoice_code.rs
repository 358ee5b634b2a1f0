//! Code of a printed invoice (发票代码): which tax office had it printed, when, in which form.
//!
//! | length | layout                                                                              |
//! |--------|-------------------------------------------------------------------------------------|
//! | 10     | region 4, year 2, batch 1, language 1, copies 1, amount 1 (专用发票, old 普通发票)  |
//! | 12     | `0`, region 4, year 2, batch 3, kind 2 (普通发票 since 2017, 电子普票 11 …)         |
//! | 12     | `1` or `2` (国税, 地税), region 4, year 2, … (printed invoices before)              |
//!
//! The kinds of the second form: 04, 05 folded (折叠票), 06, 07 rolls (卷票), 11 electronic, 12 tolls (通行费), 13
//! electronic special (电子专票), 17 second-hand cars (二手车). Motor vehicles (机动车) have codes of the third form.
//!
//! The region is the first four digits of the division; cities that report for themselves (大连 2102, 宁波
//! 3302, 厦门 3502, 青岛 3702, 深圳 4403) have their own. Other twelve-digit codes have layouts of their own.

use super::{Confidence, Kind, Number, Of, Rule, chars};
use crate::{Fact, Flaw, Judgement, regions};

/// The kind.
pub static KIND: Kind = Kind {
    id: "invoice_code",
    names: ["发票代码", "invoice code"],
    grammar: "10位：地区4＋年份2＋批次1＋语种1＋联次1＋金额版1；12位：0＋地区4＋年份2＋批次3＋票种2",
    source: "税务总局发票代码编制规则；GB/T 2260",
    confidence: Confidence::Likely,
    rule: Rule::Code { looks_like, check },
    of: Of::Batch,
    ..Kind::PLAIN
};

/// The kinds of invoice by the last two digits of a code that starts with 0.
const KINDS: [(&str, [&str; 2]); 8] = [
    ("04", ["增值税普通发票（折叠票，二联）", "ordinary VAT invoice, folded, two copies"]),
    ("05", ["增值税普通发票（折叠票，五联）", "ordinary VAT invoice, folded, five copies"]),
    ("06", ["增值税普通发票（卷票）", "ordinary VAT invoice, roll"]),
    ("07", ["增值税普通发票（卷票）", "ordinary VAT invoice, roll"]),
    ("11", ["增值税电子普通发票", "ordinary electronic VAT invoice"]),
    ("12", ["通行费电子发票", "electronic toll invoice"]),
    ("13", ["增值税电子专用发票", "special electronic VAT invoice"]),
    ("17", ["二手车销售统一发票", "invoice for a second-hand car"]),
];

/// The first year that the codes of today's form were printed in.
const FIRST_YEAR: u16 = 1994;

fn looks_like(value: &str) -> bool {
    chars::mostly_digits(value, 9..14)
}

fn check(number: &Number) -> Judgement {
    let mut out = Judgement::default();
    let value = number.value;
    let len = value.chars().count();
    if !matches!(len, 10 | 12) {
        out.doubt(Flaw::Length(&[10, 12]), chars::whole(value));
        return out;
    }
    let code: Vec<u8> = value.chars().map(|c| if c.is_ascii() { c as u8 } else { 0 }).collect();
    if chars::stray(&code, |_, c| c.is_ascii_digit(), Judgement::doubt, &mut out) {
        return out;
    }
    let at = match (len, code[0]) {
        (10, _) => 0,
        (_, b'0'..=b'2') => 1,
        _ => return out,
    };
    let four: [u8; 4] = chars::part(&code[at..at + 4]);
    let mut proved = regions::prefix_known(&value[at..at + 4]);
    if proved {
        out.fact(Fact::Region([four[0], four[1], four[2], four[3], b'0', b'0']));
    } else {
        out.doubt(Flaw::Region, at..at + 4);
    }
    match year([code[at + 4], code[at + 5]], number) {
        Some(year) => out.fact(Fact::InvoiceYear(year)),
        None => {
            proved = false;
            out.doubt(Flaw::Year, at + 4..at + 6);
        }
    }
    let kind = KINDS.iter().find(|(sign, _)| at == 1 && code[0] == b'0' && sign.as_bytes() == &code[10..]);
    if let Some(&(sign, words)) = kind {
        out.fact(Fact::Meaning { sign, words });
    }
    out.proved = proved;
    out
}

/// The year of two digits, if it lies between the first and the day of publication.
fn year(two: [u8; 2], number: &Number) -> Option<u16> {
    let two = u16::from(two[0] - b'0') * 10 + u16::from(two[1] - b'0');
    [1900 + two, 2000 + two].into_iter().find(|year| (FIRST_YEAR..=number.today.year()).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Verdict;
    use crate::kinds::testing::{judge, odd_values, told};

    #[test]
    fn table() {
        use Verdict::{Doubtful, Plausible, Verified};
        // Made up.
        for (value, verdict, want) in [
            ("2201182130", Verified, ""),
            ("4403192130", Verified, ""), // Shenzhen for itself
            ("2200041130", Verified, ""), // the province alone
            ("2201962130", Verified, ""), // 1996
            ("022001900104", Verified, ""),
            ("122011570151", Verified, ""),
            ("522011570151", Plausible, ""), // another layout
            ("9901182130", Doubtful, "doubtful region 0-4"),
            ("2201282130", Doubtful, "doubtful year 4-6"), // 2028 is to come
            ("2201932130", Doubtful, "doubtful year 4-6"),
            ("099011900104", Doubtful, "doubtful region 1-5"),
            ("022003000104", Doubtful, "doubtful year 5-7"),
            ("099013000104", Doubtful, "doubtful region 1-5; doubtful year 5-7"),
            ("220118213", Doubtful, "doubtful length 0-9"),
            ("22011821300", Doubtful, "doubtful length 0-11"),
            ("0220019001041", Doubtful, "doubtful length 0-13"),
            ("22011821O0", Doubtful, "doubtful charset 8-9"),
            ("发票代码发票代码发票", Doubtful, "doubtful charset 0-10"),
            ("", Doubtful, "doubtful length 0-0"),
        ] {
            let out = judge(&KIND, value);
            assert_eq!((out.verdict(), told(&out).as_str()), (verdict, want), "{value}");
        }
        assert_eq!(judge(&KIND, "4403192130").facts, [Fact::Region(*b"440300"), Fact::InvoiceYear(2019)]);
        assert_eq!(judge(&KIND, "2201962130").facts, [Fact::Region(*b"220100"), Fact::InvoiceYear(1996)]);
        let rolls = Fact::Meaning {
            sign: "06",
            words: ["增值税普通发票（卷票）", "ordinary VAT invoice, roll"],
        };
        let facts = [Fact::Region(*b"220200"), Fact::InvoiceYear(2023), rolls];
        assert_eq!(judge(&KIND, "022022300106").facts, facts);
        assert_eq!(judge(&KIND, "122022300106").facts, facts[..2]);
        for value in odd_values() {
            judge(&KIND, &value);
        }
    }

    #[test]
    fn looks() {
        for (value, want) in [
            ("2201182130", true),
            ("220118213", true),
            ("0220019001041", true),
            ("22011821", false),
            ("22011821301234", false),
            ("", false),
        ] {
            assert_eq!(looks_like(value), want, "{value}");
        }
    }
}
