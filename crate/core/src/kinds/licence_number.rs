//! Number of a licence or document in words (证照文书字号): a place, a matter, a year, a number: `吉卫公证字〔2018〕第0123号`.
//!
//! ```text
//! number = [ sign ] words [ "字" ] [ "(" year ")" ] words [ "第" ] serial [ "号" ]
//! ```
//!
//! Offices number their licences each in its own way; what they have in common is checked: the year is none to
//! come, 号 closes 第. A first sign is a province's only where it stands in brackets of its own (`(吉)民宿证`): 贵仲字 is
//! 贵阳's, 青仲裁字 may be 青岛's, 宁仲字 南京's or 宁波's. The kinds that are known by their words stand in `data/certificates.tsv`.

use super::{Confidence, Kind, Number, Of};
use crate::judgement::{Fact, Flaw, Judgement};
use crate::tables::regions;

/// The kind.
pub static KIND: Kind =
    Kind::new(Of::Paper, "licence_number", ["证照文书字号", "licence or document number in words"])
        .written("省市简称＋业务字＋（年份）＋第＋顺序号＋号，如吉卫公证字〔2018〕第0123号，各发证机关自定")
        .source(Confidence::Weak, "各类许可证的编号样式")
        .code(looks_like, check);

fn looks_like(value: &str) -> bool {
    let chars: Vec<char> = value.chars().collect();
    let han = chars.iter().filter(|c| ('一'..='\u{9fff}').contains(*c) && !matches!(c, '第' | '号')).count();
    let digits =
        chars.iter().rev().skip_while(|c| !c.is_ascii_digit()).take_while(|c| c.is_ascii_digit()).count();
    han >= 2
        && digits >= 1
        && (value.contains('字') || value.contains('第') && value.ends_with('号') || year(&chars).is_some())
}

/// Where a year in brackets stands: its first digit.
fn year(chars: &[char]) -> Option<usize> {
    let bracketed = |w: &[char]| {
        matches!(w[0], '(' | '〔' | '[' | '【')
            && w[1..5].iter().all(char::is_ascii_digit)
            && matches!(w[5], ')' | '〕' | ']' | '】')
    };
    chars.windows(6).position(bracketed).map(|at| at + 1)
}

fn check(number: &Number) -> Judgement {
    let mut out = Judgement::default();
    let chars: Vec<char> = number.value.chars().collect();
    if let Some(at) = year(&chars) {
        let year: String = chars[at..at + 4].iter().collect();
        match year.parse() {
            Ok(year) if (1949..=number.today.year()).contains(&year) => out.fact(Fact::Year(year)),
            _ => out.doubt(Flaw::Year, at..at + 4),
        }
    }
    if let ['(', sign, ')', ..] = chars[..]
        && let Some(two) = regions::sign(sign)
    {
        out.fact(Fact::Province(two));
    }
    out
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
            plausible           吉卫公证字〔2018〕第0123号  长社许字第20190012号  (吉)民宿证(2020)001号
            plausible           公交证字(2019)0012
            doubtful year 6-10  吉卫公证字〔2081〕第0123号  吉卫公证字(1018)第0123号
            doubtful year 7-11  (吉)民宿证(2200)001号
            unlike              ∅  1234号  第1234号  民宿1234  吉卫公证字号
            ",
        );
        for (value, want) in [
            ("贵仲字〔2024〕第123号", None),
            ("(2024)贵仲裁字第123号", None),
            ("青仲裁字(2024)第12号", None),
            ("(2024)宁仲字第12号", None),
            ("(2024)长春新区字第12号", None),
            ("(吉)民宿证(2020)001号", Some(Fact::Province(*b"22"))),
        ] {
            let facts = judge(&KIND, value).facts;
            assert_eq!(facts.into_iter().find(|fact| matches!(fact, Fact::Province(_))), want, "{value}");
        }
    }
}
