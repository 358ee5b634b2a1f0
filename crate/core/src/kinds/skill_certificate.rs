//! Number of a skill grade certificate (职业技能等级证书编号), since 2019: 22 characters; 20 in a later local scheme.
//!
//! | 22 characters | meaning                                                                 | source                        |
//! |---------------|-------------------------------------------------------------------------|-------------------------------|
//! | 1             | S a training body, Y an employer; two letters for the highest grades    | 职业技能等级证书编码规则（2019） |
//! | 2–5           | body on the ministry's list, 0000 on a province's                       | 职业技能等级证书编码规则      |
//! | 6–7           | province                                                                | 职业技能等级证书编码规则      |
//! | 8–13          | body                                                                    | 职业技能等级证书编码规则      |
//! | 14–15         | year, two digits                                                        | 职业技能等级证书编码规则      |
//! | 16            | grade, 1 highest … 5 lowest                                             | 职业技能等级证书编码规则      |
//! | 17–22         | serial                                                                  | 职业技能等级证书编码规则      |
//!
//! | 20 characters | meaning                                                          | source      |
//! |---------------|------------------------------------------------------------------|-------------|
//! | 1–3           | R; G S C X where it is filed; N an employer, W another body      | one account |
//! | 4–9           | region                                                           | one account |
//! | 10–12         | body                                                             | one account |
//! | 13–14, 15, 16–20 | year, grade, serial                                           | one account |

use super::chars::part;
use super::{Confidence, Field, Kind, Layout, Layouts, Of, Signs, YearIs, skill_level};
use crate::judgement::Flaw;
use crate::tables::regions;

/// The kind.
pub static KIND: Kind = Kind::new(Of::Paper, "skill_certificate", ["职业技能等级证书编号", "skill grade certificate number"])
    .written("22位：机构类别字母1（S社会评价组织、Y用人单位）＋机构代码4＋省级代码2＋序列码6＋年份2＋等级1（1高级技师、\
              2技师、3高级、4中级、5初级）＋顺序号6；另有R开头20位")
    .source(Confidence::Likely, "职业技能等级证书编码规则（试行，2019）")
    .layouts(&LAYOUTS)
    .year(YearIs::Issue);

/// The first year of these certificates.
const FIRST_YEAR: u16 = 2018;

/// 66: the production corps of Xinjiang (兵团); 00 on the ministry's.
const PROVINCE: Field = Field::province_or(&[b"66", b"00"]);

static LAYOUTS: Layouts = Layouts::of(&[
    Layout::of(&[
        Field::meaning(&[("S", ["社会评价组织", "training body"]), ("Y", ["用人单位", "employer"])]).hint(),
        // With a second letter, the body's own digits are one fewer; the rest stands where it stood.
        Field::serial(1).letters(Signs::Either),
        Field::serial(3),
        PROVINCE,
        Field::serial(6),
        Field::short_year(FIRST_YEAR),
        skill_level::FIELD,
        Field::serial(6),
    ]),
    Layout::of(&[
        Field::test(1, |first| first == b"R", Flaw::KindLetter).letters(Signs::Capitals).hint(),
        Field::serial(2).letters(Signs::Capitals),
        PROVINCE,
        Field::serial(7),
        Field::short_year(FIRST_YEAR),
        skill_level::FIELD,
        Field::serial(5),
    ])
    .rare()
    .also(|code, _, out| out.proved |= regions::known(&part(&code[3..9]))),
])
.looks(looks_like);

fn looks_like(value: &str) -> bool {
    let bytes = value.as_bytes();
    let letters = bytes.iter().take(3).take_while(|b| b.is_ascii_alphabetic()).count();
    (19..=23).contains(&bytes.len())
        && bytes.iter().all(u8::is_ascii_alphanumeric)
        && bytes[letters..].iter().filter(|b| !b.is_ascii_digit()).count() <= 2
        && (letters > 0 || bytes.len() >= 21)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table() {
        // Made up.
        KIND.judges(
            "
            plausible                        S000022000123214000012  Y001222000045195000321
            plausible                        YT00022000123211000012
            verified                         RSN22010400123300012  // the region is in the table
            plausible; hint lower-case 0-1   s000022000123214000012
            plausible; hint kind-letter 0-1  Z000022000123214000012
            plausible; hint level 15-16      S000022000123218000012
            doubtful province 5-7            S000099000123214000012
            doubtful year 13-15              S000022000123274000012  S000022000123104000012
            doubtful charset 20-21           S0000220001232140000I2
            doubtful charset 0-1             5000022000123214000012
            doubtful length 0-21             S00002200012321400001
            doubtful length 0-23             S0000220001232140000123
            doubtful province 3-5            RSN99010400123300012
            doubtful length 0-0              ∅
            like                             S000022000123214000012  S00002200012321400001
            like                             5000022000123214000012  S0000220001232140000I2
            like                             RSN22010400123300012  SOOOO22000123214000012
            unlike                           22010419900307231  22010400123456789012
            unlike                           SOOOOOO000123214000012  ∅
            ",
        );
    }

    #[test]
    fn grade_against_the_words() {
        KIND.judges(
            "
            verified   中级工技能等级证书⟦S000022000123214000012⟧
            doubtful   高级工技能等级证书⟦S000022000123214000012⟧
            plausible  职业技能等级证书⟦S000022000123214000012⟧
            ",
        );
    }
}
