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

use super::chars::{self, part};
use super::{Confidence, Kind, Number, Rule, YearIs, skill_level};
use crate::judgement::{Fact, Flaw, Judgement};
use crate::tables::regions;

/// The kind.
pub static KIND: Kind = Kind {
    id: "skill_certificate",
    names: ["职业技能等级证书编号", "skill grade certificate number"],
    grammar: "22位：机构类别字母1（S社会评价组织、Y用人单位）＋机构代码4＋省级代码2＋序列码6＋年份2＋等级1（1高级技师、\
              2技师、3高级、4中级、5初级）＋顺序号6；另有R开头20位",
    source: "职业技能等级证书编码规则（试行，2019）",
    confidence: Confidence::Likely,
    rule: Rule::Code { looks_like, check },
    year: YearIs::Issue,
    ..Kind::PLAIN
};

/// The first year of these certificates.
const FIRST_YEAR: u16 = 2018;

fn looks_like(value: &str) -> bool {
    let bytes = value.as_bytes();
    let letters = bytes.iter().take(3).take_while(|b| b.is_ascii_alphabetic()).count();
    (19..=23).contains(&bytes.len())
        && bytes.iter().all(u8::is_ascii_alphanumeric)
        && bytes[letters..].iter().filter(|b| !b.is_ascii_digit()).count() <= 2
        && (letters > 0 || bytes.len() >= 21)
}

fn check(number: &Number) -> Judgement {
    let mut out = Judgement::default();
    let value = number.value;
    if let Some(mut code) = chars::exactly::<22>(value) {
        code.make_ascii_uppercase();
        let may_stand = |i, c: u8| match i {
            0 => c.is_ascii_uppercase(),
            1 => c.is_ascii_digit() || code[0] != b'S' && code[0] != b'Y' || c.is_ascii_uppercase(),
            _ => c.is_ascii_digit(),
        };
        if !chars::stray(&code, may_stand, Judgement::doubt, &mut out) {
            chars::lower_case(value, &mut out);
            match code[0] {
                b'S' => out.fact(Fact::Meaning { sign: "S", words: ["社会评价组织", "training body"] }),
                b'Y' => out.fact(Fact::Meaning { sign: "Y", words: ["用人单位", "employer"] }),
                _ => out.hint(Flaw::KindLetter, 0..1),
            }
            // With a second letter, the body's own digits are one fewer; the rest stands where it stood.
            province([code[5], code[6]], 5, &mut out);
            year([code[13], code[14]], 13, number, &mut out);
            skill_level::judge(code[15], 15, number, &mut out);
        }
    } else if let Some(mut code) = chars::exactly::<20>(value) {
        code.make_ascii_uppercase();
        let may_stand = |i: usize, c: u8| if i < 3 { c.is_ascii_uppercase() } else { c.is_ascii_digit() };
        if !chars::stray(&code, may_stand, Judgement::doubt, &mut out) {
            chars::lower_case(value, &mut out);
            if code[0] != b'R' {
                out.hint(Flaw::KindLetter, 0..1);
            }
            province([code[3], code[4]], 3, &mut out);
            out.proved = regions::known(&part(&code[3..9]));
            year([code[12], code[13]], 12, number, &mut out);
            skill_level::judge(code[14], 14, number, &mut out);
        }
    } else {
        out.doubt(Flaw::Length(&[22]), chars::whole(value));
    }
    out
}

fn province(two: [u8; 2], at: usize, out: &mut Judgement) {
    if regions::province_known(two) || two == *b"66" || two == *b"00" {
        if two != *b"00" {
            out.fact(Fact::Province(two));
        }
    } else {
        out.doubt(Flaw::Province, at..at + 2);
    }
}

fn year(two: [u8; 2], at: usize, number: &Number, out: &mut Judgement) {
    let year = 2000 + u16::from((two[0] - b'0') * 10 + two[1] - b'0');
    if (FIRST_YEAR..=number.today.year()).contains(&year) {
        out.fact(Fact::Year(year));
    } else {
        out.doubt(Flaw::Year, at..at + 2);
    }
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
