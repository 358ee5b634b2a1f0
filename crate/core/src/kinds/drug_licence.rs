//! Number of a licence to sell drugs (药品经营许可证编号): the province's sign, two letters, an area and a serial number.
//!
//! | characters | meaning                                                                       | source              |
//! |------------|-------------------------------------------------------------------------------|---------------------|
//! | 1          | the province (京, 吉 …)                                                       | the rule of 2024    |
//! | 2          | A wholesale, B head office of a chain, C shop of a chain, D single pharmacy   | the rule of 2024    |
//! | 3          | A legal person, B none                                                        | the rule of 2024    |
//! | 4–7        | telephone area without its first 0 (三位的全部保留: 010, 021 …), and a digit of the place's own | the rule of 2024 |
//! | 8–12       | serial number                                                                 | the rule of 2024    |
//!
//! Before 2024 there were three digits for the area and four for the serial number; not every province took the
//! telephone's area then. Before 2004: the sign, 1 to 4 for the trade, two digits for the prefecture, four for the
//! serial number, and a hyphen with two or three digits for a branch. The table counts from 1, the code from 0.

use super::chars;
use super::{Confidence, Kind, Number, Of};
use crate::judgement::{Fact, Flaw, Judgement};
use crate::tables::{regions, telephones};

/// The kind.
pub static KIND: Kind = Kind::new(Of::Paper, "drug_licence", ["药品经营许可证编号", "drug trading licence number"])
    .written("12位：省份简称＋A批发、B连锁总部、C连锁门店、D单体药店＋A法人、B非法人＋地区4（电话区号去0＋1位）＋顺序号5；\
              旧号10位，地区3＋顺序号4；更早的为省份简称＋7位数字")
    .source(Confidence::Likely, "药品经营和使用质量监督管理办法（2024）第七十六条；药品经营企业许可证编号方法（2000）；已见证照")
    .code_for("^(?:[\\u4e00-\\u9fff]?[A-Za-z]{2}(?:[0-9]{7}|[0-9]{9})|[\\u4e00-\\u9fff][0-9-]{7,12})$", looks_like, check);

const TRADES: [(&str, [&str; 2]); 4] = [
    ("A", ["批发企业", "wholesaler"]),
    ("B", ["零售连锁总部", "head office of a chain"]),
    ("C", ["零售连锁门店", "shop of a chain"]),
    ("D", ["单体药店", "single pharmacy"]),
];

const PERSONS: [(&str, [&str; 2]); 2] =
    [("A", ["法人企业", "legal person"]), ("B", ["非法人企业", "no legal person"])];

/// The trades of the oldest numbers.
const OLD_TRADES: [(&str, [&str; 2]); 4] = [
    ("1", ["批发企业（法人）", "wholesaler, legal person"]),
    ("2", ["批发企业（非法人）", "wholesaler, no legal person"]),
    ("3", ["零售企业", "retailer"]),
    ("4", ["零售连锁企业", "chain"]),
];

/// The sign, where there is one, and what stands behind it.
fn parts(value: &str) -> (Option<char>, &str) {
    let first = value.chars().next().filter(|&c| regions::sign(c).is_some());
    (first, &value[first.map_or(0, char::len_utf8)..])
}

fn looks_like(value: &str) -> bool {
    let (sign, rest) = parts(value);
    let bytes = rest.as_bytes();
    if !bytes.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'-') || bytes.len() < 7 {
        return false;
    }
    let letters = bytes[..2].iter().filter(|b| b.is_ascii_alphabetic()).count();
    let newer = letters >= 1 && chars::mostly_digits(&rest[2..], 6..11);
    let older = sign.is_some() && letters == 0 && is_oldest(rest);
    newer || older
}

/// Seven digits, and perhaps those of a branch.
fn is_oldest(rest: &str) -> bool {
    let (body, branch) = rest.split_once('-').unwrap_or((rest, "00"));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    body.len() == 7 && matches!(branch.len(), 2 | 3) && digits(body) && digits(branch)
}

fn check(number: &Number) -> Judgement {
    let mut out = Judgement::default();
    let value = number.value;
    let whole = chars::whole(value);
    let (sign, rest) = parts(value);
    let first = usize::from(sign.is_some());
    chars::lower_case(value, &mut out);
    if sign.is_none() {
        out.hint(Flaw::Shape("吉DA4310123"), whole.clone());
    }
    if sign.is_some() && is_oldest(rest) {
        match OLD_TRADES.iter().find(|(digit, _)| rest.starts_with(digit)) {
            Some((digit, words)) => out.fact(Fact::Meaning { sign: digit, words: *words }),
            None => out.hint(Flaw::Level, 1..2),
        }
        return out;
    }
    let code: Vec<char> = rest.to_ascii_uppercase().chars().collect();
    if !matches!(code.len(), 9 | 11) {
        out.doubt(if sign.is_some() { Flaw::Length(&[10, 12]) } else { Flaw::Length(&[9, 11]) }, whole);
        return out;
    }
    let strays = chars::runs(code.len(), |i| {
        if i < 2 { !code[i].is_ascii_alphabetic() } else { !code[i].is_ascii_digit() }
    });
    let strays: Vec<_> = strays.collect();
    for run in &strays {
        out.doubt(Flaw::Charset, first + run.start..first + run.end);
    }
    if !strays.is_empty() {
        return out;
    }
    judge_letters(&code, first, number, &mut out);
    judge_area(sign, &code[2..5].iter().collect::<String>(), code.len() == 11, first + 2, &mut out);
    out
}

fn judge_letters(code: &[char], first: usize, number: &Number, out: &mut Judgement) {
    let meaning =
        |table: &'static [(&str, [&str; 2])], letter: char| table.iter().find(|(l, _)| l.starts_with(letter));
    match meaning(&TRADES, code[0]) {
        Some((letter, words)) => {
            out.fact(Fact::Meaning { sign: letter, words: *words });
            if said(number).is_some_and(|wholesale| wholesale != (code[0] == 'A')) {
                out.doubt(Flaw::Words, first..first + 1);
            }
        }
        None => out.doubt(Flaw::KindLetter, first..first + 1),
    }
    match meaning(&PERSONS, code[1]) {
        Some((letter, words)) => out.fact(Fact::Meaning { sign: letter, words: *words }),
        None => out.doubt(Flaw::KindLetter, first + 1..first + 2),
    }
}

/// The area against the sign. Older numbers have areas of the province's own making.
fn judge_area(sign: Option<char>, digits: &str, is_new: bool, at: usize, out: &mut Judgement) {
    let area = if digits.starts_with('0') { digits.to_string() } else { format!("0{digits}") };
    let Some(found) = telephones::look_up(&area) else {
        if is_new {
            out.doubt(Flaw::TelephoneArea, at..at + 3);
        }
        return;
    };
    let province = sign.and_then(regions::sign).and_then(regions::province);
    let agrees = province.is_some_and(|province| found.name.starts_with(province));
    if agrees {
        out.proved = true;
    } else if sign.is_some() && is_new {
        out.doubt(Flaw::Contradiction, 0..1);
    } else if sign.is_some() {
        out.hint(Flaw::Contradiction, 0..1);
    }
    if agrees || is_new {
        out.fact(Fact::TelephoneArea(area));
    }
}

/// Wholesale or not, where a bracket directly before the number says so: `药品经营许可证（批发）`.
fn said(number: &Number) -> Option<bool> {
    const NEAR: usize = 16;
    let near: String = number.before[number.before.len().saturating_sub(NEAR)..].iter().collect();
    let (wholesale, retail) = (near.contains("(批发)"), near.contains("(零售"));
    (wholesale != retail).then_some(wholesale)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::Verdict;
    use crate::kinds::testing::judge;

    #[test]
    fn table() {
        // Made up.
        KIND.judges(
            "
            verified                             吉DA4310123  吉CB4320123  京AA0100012  琼AA898000001
            verified                             吉DA431200123  沪BA021000012
            verified; hint lower-case 1-3        吉da4310123
            plausible                            粤BA1710123  // an area of its own
            plausible                            吉3010123  // the oldest
            plausible                            吉4010123-012
            plausible; hint contradiction 0-1    吉DA4510123
            plausible; hint shape 0-9            DA4310123
            plausible; hint level 1-2            吉9010123
            doubtful contradiction 0-1           吉DA451200123  琼AA431000001
            doubtful telephone-area 3-6          吉DA320200123
            doubtful kind-letter 1-2             吉EA4310123
            doubtful kind-letter 2-3             吉DC4310123
            doubtful charset 2-3                 吉D44310123
            doubtful charset 1-2                 吉0A4310123
            doubtful charset 6-7                 吉DA431O123
            doubtful length 0-9                  吉DA431012
            doubtful length 0-11                 吉DA43101234
            doubtful length 0-13                 吉DA4312001234
            hint shape 0-8; doubtful length 0-8  DA431012
            unlike                               吉A12345  // a plate
            unlike                               吉20160123  // a producer's licence
            unlike                               吉AD12345  3010123  20240411  吉DA  吉  ∅
            like                                 E12345678  // its label tells
            ",
        );
    }

    #[test]
    fn facts() {
        let meaning = |sign, words| Fact::Meaning { sign, words };
        assert_eq!(
            judge(&KIND, "吉DB431200123").facts,
            [
                meaning("D", ["单体药店", "single pharmacy"]),
                meaning("B", ["非法人企业", "no legal person"]),
                Fact::TelephoneArea("0431".into()),
            ]
        );
        assert_eq!(judge(&KIND, "吉3010123").facts, [meaning("3", ["零售企业", "retailer"])]);
    }

    #[test]
    fn trade_against_the_words() {
        KIND.judges(
            "
            ∅                   药品经营许可证(批发),证号:⟦吉AA4310123⟧
            ∅                   药品经营许可证(零售):⟦吉DA4310123⟧
            ∅                   药品经营许可证(零售连锁):⟦吉CA4310123⟧
            ∅                   某某医药批发部药品经营许可证:⟦吉DA4310123⟧
            doubtful words 1-2  药品经营许可证(批发),证号:⟦吉DA4310123⟧
            doubtful words 1-2  药品经营许可证(零售):⟦吉AA4310123⟧
            ",
        );
    }

    /// The sign of every other province is told beside an area of the new form.
    #[test]
    fn every_sign_against_the_area() {
        for (sign, _) in regions::SIGNS {
            let out = judge(&KIND, &format!("{sign}DA431200123"));
            let want = if sign == '吉' { Verdict::Verified } else { Verdict::Doubtful };
            assert_eq!(out.verdict(), want, "{sign}");
        }
    }
}
