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

use super::{Confidence, Field, Kind, Layout, Layouts, Of};
use crate::judgement::{Fact, Flaw};
use crate::tables::regions;

/// The kind.
pub static KIND: Kind = Kind::new(Of::Batch, "invoice_code", ["发票代码", "invoice code"])
    .written("10位：地区4＋年份2＋批次1＋语种1＋联次1＋金额版1；12位：0＋地区4＋年份2＋批次3＋票种2")
    .source(Confidence::Likely, "税务总局发票代码编制规则；GB/T 2260")
    .layouts(&LAYOUTS);

static LAYOUTS: Layouts = Layouts::of(&[
    Layout::of(&[REGION, YEAR, Field::serial(4)]).proves(),
    Layout::of(&[Field::serial(1), REGION, YEAR, Field::serial(3), Field::meaning(&KINDS).open()])
        .when(|code, _| code[0] == b'0')
        .proves(),
    Layout::of(&[Field::serial(1), REGION, YEAR, Field::serial(5)])
        .when(|code, _| matches!(code[0], b'1' | b'2'))
        .proves(),
    Layout::of(&[Field::serial(12)]),
]);

const REGION: Field = Field::fact(4, region, Flaw::Region);

/// Codes of today's form were printed from 1994 on.
const YEAR: Field = Field::short_year(1994).tells(Fact::InvoiceYear);

fn region(four: &[u8]) -> Option<Fact> {
    let known = std::str::from_utf8(four).is_ok_and(regions::prefix_known);
    known.then(|| Fact::Region([four[0], four[1], four[2], four[3], b'0', b'0']))
}

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

#[cfg(test)]
mod tests {
    use super::*;

    use crate::kinds::testing::judge;

    #[test]
    fn table() {
        // Made up.
        KIND.judges(
            "
            verified                                4403192130  // Shenzhen for itself
            verified                                2200041130  // the province alone
            verified                                2201962130  // 1996
            verified                                2201182130  022001900104  122011570151
            plausible                               522011570151  // another layout
            doubtful region 0-4                     9901182130
            doubtful year 4-6                       2201282130  // 2028 is to come
            doubtful year 4-6                       2201932130
            doubtful region 1-5                     099011900104
            doubtful year 5-7                       022003000104
            doubtful region 1-5; doubtful year 5-7  099013000104
            doubtful length 0-9                     220118213
            doubtful length 0-11                    22011821300
            doubtful length 0-13                    0220019001041
            doubtful charset 8-9                    22011821O0
            doubtful charset 0-10                   !发票代码发票代码发票
            doubtful length 0-0                     ∅
            like                                    2201182130  220118213  0220019001041
            unlike                                  22011821  22011821301234  ∅
            ",
        );
        assert_eq!(judge(&KIND, "4403192130").facts, [Fact::Region(*b"440300"), Fact::InvoiceYear(2019)]);
        assert_eq!(judge(&KIND, "2201962130").facts, [Fact::Region(*b"220100"), Fact::InvoiceYear(1996)]);
        let rolls = Fact::Meaning {
            sign: "06",
            words: ["增值税普通发票（卷票）", "ordinary VAT invoice, roll"],
        };
        let facts = [Fact::Region(*b"220200"), Fact::InvoiceYear(2023), rolls];
        assert_eq!(judge(&KIND, "022022300106").facts, facts);
        assert_eq!(judge(&KIND, "122022300106").facts, facts[..2]);
    }
}
