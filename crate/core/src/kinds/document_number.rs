//! Number of an official document (文号, 发文字号): `吉政办发〔2020〕12号`.
//!
//! ```text
//! number = office "〔" year "〕" serial "号"
//! office = Chinese characters (the office and the sort of document)
//! serial = from 1 on; no zeros in front, no 第
//! ```
//!
//! An office that ends in 字 numbers its certificates so, see [`super::licence_number`].
//! GB/T 9704—2012, 7.2.5. Other brackets, zeros and 第 are remarks about style.

use super::{Confidence, Kind, Number, Rule};
use crate::{Fact, Flaw, Judgement};

/// The kind.
pub static KIND: Kind = Kind {
    id: "document_number",
    names: ["发文字号", "document number"],
    grammar: "发文机关代字＋〔年份〕＋顺序号＋号，如吉政办发〔2020〕12号；顺序号不编虚位，不加“第”",
    source: "GB/T 9704—2012 党政机关公文格式 7.2.5",
    confidence: Confidence::Likely,
    rule: Rule::Code { looks_like, check },
};

/// Where the year's opening bracket and the serial stand, in characters.
struct Parts {
    opening: usize,
    /// 第, if it is written.
    ordinal: bool,
    serial: (usize, usize),
}

fn looks_like(value: &str) -> bool {
    let chars: Vec<char> = value.chars().collect();
    read(&chars).is_some()
}

fn read(chars: &[char]) -> Option<Parts> {
    let opening = chars.iter().position(|c| matches!(c, '(' | '〔' | '[' | '【'))?;
    let office = &chars[..opening];
    let year = chars.get(opening + 1..opening + 5)?;
    let closed = matches!(chars.get(opening + 5)?, ')' | '〕' | ']' | '】');
    let han = |c: &char| ('一'..='\u{9fff}').contains(c);
    let ordinal = chars.get(opening + 6) == Some(&'第');
    let from = opening + 6 + usize::from(ordinal);
    let end = chars.len().checked_sub(1).filter(|&end| chars[end] == '号' && end > from)?;
    (office.len() >= 2
        && office.iter().all(han)
        && office.last() != Some(&'字')
        && year.iter().all(char::is_ascii_digit)
        && closed
        && end - from <= 5
        && chars[from..end].iter().all(char::is_ascii_digit))
    .then_some(Parts { opening, ordinal, serial: (from, end) })
}

fn check(number: &Number) -> Judgement {
    let mut out = Judgement::default();
    let chars: Vec<char> = number.value.chars().collect();
    let Some(parts) = read(&chars) else {
        out.hint(Flaw::Shape("吉政办发〔2020〕12号"), 0..chars.len());
        return out;
    };
    let years = parts.opening + 1..parts.opening + 5;
    let year: String = chars[years.clone()].iter().collect();
    match year.parse() {
        Ok(year) if (1949..=number.today.year()).contains(&year) => out.fact(Fact::Year(year)),
        _ => out.doubt(Flaw::Year, years.clone()),
    }
    if chars[parts.opening] != '〔' {
        out.hint(Flaw::Brackets("〔〕"), parts.opening..parts.opening + 6);
    }
    // 令 and 公告 are counted with 第.
    if parts.ordinal && !matches!(chars[parts.opening - 1], '令' | '告') {
        out.hint(Flaw::Shape("吉政办发〔2020〕12号"), parts.serial.0 - 1..parts.serial.0);
    }
    if chars[parts.serial.0] == '0' {
        out.hint(Flaw::LeadingZero, parts.serial.0..parts.serial.1);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Verdict;
    use crate::kinds::testing::{judge, odd_values, told};

    #[test]
    fn table() {
        use Verdict::{Doubtful, Plausible};
        // Made up.
        for (value, verdict, want) in [
            ("吉政办发〔2020〕12号", Plausible, ""),
            ("长府发〔2019〕3号", Plausible, ""),
            ("双阳市监罚〔2024〕105号", Plausible, ""),
            ("国家粮储局令〔2020〕第3号", Plausible, ""),
            ("吉政办发(2020)12号", Plausible, "hint brackets 4-10"),
            ("吉政办发〔2020〕第12号", Plausible, "hint shape 10-11"),
            ("吉政办发〔2020〕012号", Plausible, "hint leading-zero 10-13"),
            ("吉政办发〔2032〕12号", Doubtful, "doubtful year 5-9"),
            ("吉政办发〔1024〕12号", Doubtful, "doubtful year 5-9"),
        ] {
            let out = judge(&KIND, value);
            assert!(looks_like(value), "{value}");
            assert_eq!((out.verdict(), told(&out).as_str()), (verdict, want), "{value}");
        }
        for value in odd_values() {
            judge(&KIND, &value);
        }
        for value in [
            "",
            "〔2020〕12号",
            "吉卫公证字〔2020〕12号",
            "吉政办发2020 12号",
            "吉政办发〔2020〕12",
            "吉政办发〔20〕12号",
            "A发〔2020〕12号",
        ] {
            assert!(!looks_like(value), "{value}");
        }
    }
}
