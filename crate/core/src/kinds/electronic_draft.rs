//! Number of an electronic draft (电子商业汇票号码, 票据（包）号): thirty digits.
//!
//! | characters | meaning                                                                 | source             |
//! |------------|-------------------------------------------------------------------------|--------------------|
//! | 1          | 1, 5 bank's acceptance, 2, 6 trader's; 7, 8 of a supply chain           | 票据系统票号规则   |
//! | 2–13       | number of the drawer's bank ([`super::cnaps`])                          | the same           |
//! | 14–21      | day of the entry, YYYYMMDD                                              | the same           |
//! | 22–29      | serial of the day                                                       | the same           |
//! | 30         | check digit; its rule is not published                                  | the same           |
//!
//! The part of a draft that is passed on (子票区间, `1-50000000`) has a label of its own and is no part of the number.

use std::ops::Range;

use super::chars::part;
use super::{Confidence, Field, Kind, Layout, Layouts, Number, Of, beside, cnaps};
use crate::judgement::{Fact, Flaw, Judgement};

/// The kind.
pub static KIND: Kind = Kind::new(Of::Paper, "electronic_draft", ["电子商业汇票号码", "electronic draft number"])
    .written("30位数字：种类1（1、5银行承兑，2、6商业承兑，7、8供应链）＋开户行行号12＋登记日期8＋当日流水号8＋校验码1")
    .source(Confidence::Likely, "电子商业汇票系统、新一代票据业务系统票据号码规则")
    .layouts(&LAYOUTS)
    .one_length();

/// The system opened in 2009.
static LAYOUTS: Layouts = Layouts::of(&[Layout::of(&[
    Field::own(1, sort),
    Field::own(12, bank),
    Field::date(2009),
    Field::serial(9),
])
.slack(2)
.also(|code, _, out| {
    let dated = out.facts.iter().any(|fact| matches!(fact, Fact::Date { .. }));
    out.proved = dated && cnaps::agrees(&part(&code[1..13]));
})]);

const BANK: [&str; 2] = ["银行承兑汇票", "bank's acceptance"];
const TRADER: [&str; 2] = ["商业承兑汇票", "trader's acceptance"];
const CHAIN: [&str; 2] = ["供应链票据", "supply chain draft"];

/// What the first digit says, and the words beside the number.
fn sort(code: &[u8], at: Range<usize>, number: &Number, out: &mut Judgement) {
    let (sign, words) = match code[at.start] {
        b'1' => ("1", BANK),
        b'2' => ("2", TRADER),
        b'5' => ("5", BANK),
        b'6' => ("6", TRADER),
        b'7' => ("7", CHAIN),
        b'8' => ("8", CHAIN),
        // New sorts come; an old rule is no proof against them.
        _ => return out.hint(Flaw::Level, at),
    };
    out.fact(Fact::Meaning { sign, words });
    let own = Number { before: beside::before(number), after: &[], ..*number };
    let says = |words: [&str; 2]| own.says(words[0]);
    // Two sorts named in one sentence: nobody knows which is meant.
    if words == BANK && says(TRADER) && !says(BANK) || words == TRADER && says(BANK) && !says(TRADER) {
        out.doubt(Flaw::Words, at);
    }
}

fn bank(code: &[u8], at: Range<usize>, _: &Number, out: &mut Judgement) {
    let last = at.end - 1..at.end;
    let bank = part(&code[at]);
    cnaps::tell(&bank, out);
    if !cnaps::agrees(&bank) {
        out.doubt(Flaw::InnerCheckChar, last);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::kinds::testing::judge;

    #[test]
    fn table() {
        // Made up; the check digits of the banks were computed elsewhere.
        KIND.judges(
            "
            verified                         131324620001920230315001234565
            verified                         210324100102620181130000000127
            verified                         540224340012720240229123456781
            verified                         840224340012720240229123456781
            verified; hint level 0-1         940224340012720240229123456781
            doubtful inner-check-char 12-13  131324620001820230315001234565
            wrong inner-date 13-21           131324620001920230229001234565
            wrong inner-date 13-21           131324620001920231315001234565
            doubtful year 13-17              131324620001920281115001234565
            doubtful year 13-17              131324620001919991115001234565
            doubtful length 0-29             13132462000192023031500123456
            doubtful length 0-31             1313246200019202303150012345655
            doubtful charset 8-11            !13132462OOO1920230315001234565
            doubtful length 0-0              ∅
            like                             131324620001920230315001234565
            like                             13132462000192023031500123456
            like                             13132462OO01920230315001234565
            unlike                           1313246200019202303150012  131324620001920230315001234565-1
            unlike                           ∅
            ",
        );
        let facts = judge(&KIND, "210324100102620181130000000127").facts;
        let want = [
            Fact::Meaning { sign: "2", words: TRADER },
            Fact::Meaning { sign: "103", words: ["中国农业银行", "Agricultural Bank of China"] },
            Fact::BankArea(*b"2410"),
            Fact::Date { year: Some(2018), month: 11, day: Some(30) },
        ];
        assert_eq!(facts, want);
    }

    #[test]
    fn against_the_words() {
        KIND.judges(
            "
            ∅                   电子银行承兑汇票一张,票号⟦131324620001920230315001234565⟧
            ∅                   商业承兑汇票与银行承兑汇票,票号⟦131324620001920230315001234565⟧
            ∅                   电子商业汇票⟦131324620001920230315001234565⟧
            ∅                   131324620001920230315001234565
            doubtful words 0-1  电子商业承兑汇票一张,票号⟦131324620001920230315001234565⟧
            ",
        );
    }
}
