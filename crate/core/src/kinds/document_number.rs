//! Number of an official document (文号, 发文字号): `吉政办发〔2020〕12号`.
//!
//! ```text
//! number = office "〔" year "〕" serial { sign serial } "号"
//! office = Chinese characters (the office and the sort of document)
//! serial = from 1 on; no zeros in front, no 第
//! sign   = 、, 和, 至 or -: several documents of one year (`长府发〔2024〕7、8号`)
//! ```
//!
//! An office that ends in 字 numbers its certificates so, see [`super::licence_number`], unless the word before 字 is
//! a sort of document (罚, 告, 催告): those that an authority serves. They have 第, zeros, long serials and bracketed
//! parts (`(长)公(交)决字[2024]第0012号`) by their own rules, and nothing is remarked.
//! GB/T 9704—2012, 7.2.5. Other brackets, zeros and 第 are remarks about style.

use super::{Confidence, Kind, Number, Of};
use crate::judgement::{Fact, Flaw, Judgement};

/// The kind.
pub static KIND: Kind = Kind::new(Of::File, "document_number", ["发文字号", "document number"])
    .written("发文机关代字＋〔年份〕＋顺序号＋号，如吉政办发〔2020〕12号；顺序号不编虚位，不加“第”")
    .source(Confidence::Likely, "GB/T 9704—2012 党政机关公文格式 7.2.5")
    .code(looks_like, check);

/// The words before 字 that are a sort of document.
const SORTS: &str = "罚告处决公挂函发通令强执改停限责撤扣封拆核征复师协";

/// Serials of a document, and of one that ends in 字.
const SERIAL: usize = 5;
const SERIAL_OF_SORT: usize = 18;

/// Where the year's opening bracket and the serials stand, in characters.
struct Parts {
    opening: usize,
    /// 第, if it is written.
    ordinal: bool,
    serials: (usize, usize),
    /// Its office ends in 字.
    sorted: bool,
    /// 号 ends it.
    closed: bool,
}

fn looks_like(value: &str) -> bool {
    let chars: Vec<char> = value.chars().collect();
    read(&chars).is_some()
}

fn read(chars: &[char]) -> Option<Parts> {
    let year = |w: &[char]| {
        matches!(w[0], '(' | '〔' | '[' | '【')
            && w[1..5].iter().all(char::is_ascii_digit)
            && matches!(w[5], ')' | '〕' | ']' | '】')
    };
    let opening = chars.windows(6).position(year)?;
    let office = &chars[..opening];
    let han = |c: &char| ('一'..='\u{9fff}').contains(c);
    let sorted = office.last() == Some(&'字');
    let fits = match office {
        [.., sort, '字'] => {
            let bracket = |c: &char| matches!(c, '(' | ')' | '〔' | '〕' | '[' | ']');
            // `平环批字[2018]10086号`, `宁建(建)字[2010]76号`; with 第 they are a certificate's.
            let plain = chars.get(opening + 6) != Some(&'第');
            let authority = plain && ("批规违違".contains(*sort) || *sort == ')' && is_authority(office));
            // `双自然资字`: an office of land numbers its papers so; its certificates have words of their own.
            let land = |w: &[char]| matches!(w, ['自', '然', '资'] | ['国', '土', '资']);
            let authority = authority || office.windows(3).any(land);
            (SORTS.contains(*sort) || authority || office.ends_with(&['监', '理', '字']))
                && !office.ends_with(&['卫', '公', '字'])
                && office.len() >= 4
                && office.iter().all(|c| han(c) || bracket(c))
        }
        _ => office.len() >= 2 && office.iter().all(han),
    };
    let ordinal = chars.get(opening + 6) == Some(&'第');
    let from = opening + 6 + usize::from(ordinal);
    let closed = matches!(chars.last(), Some('号' | '號'));
    // Without 号 only behind a bracket that stands in nothing else, and a short serial.
    let told = closed || chars[opening] == '【' && office.len() >= 3 && chars.len() <= from + 4;
    let end = chars.len().checked_sub(usize::from(closed)).filter(|&end| told && end > from)?;
    let most = if sorted { SERIAL_OF_SORT } else { SERIAL };
    let serial =
        |serial: &[char]| (1..=most).contains(&serial.len()) && serial.iter().all(char::is_ascii_digit);
    (fits && chars[from..end].split(|c| is_between(*c)).all(serial)).then_some(Parts {
        opening,
        ordinal,
        serials: (from, end),
        sorted,
        closed,
    })
}

/// Does the office start with a place and 建, 公 or 环, whose documents have the department in a bracket?
fn is_authority(office: &[char]) -> bool {
    let head = office.iter().position(|c| *c == '(').map_or(&[][..], |open| &office[..open]);
    head.len() >= 2 && head.last().is_some_and(|c| "建公环".contains(*c))
}

/// What stands between the serials of several documents.
pub fn is_between(ch: char) -> bool {
    matches!(ch, '、' | '和' | '至' | '-')
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
    if !parts.closed {
        out.hint(Flaw::Shape("吉政办发〔2020〕12号"), parts.serials.1 - 1..parts.serials.1);
    }
    if parts.sorted {
        return out;
    }
    if chars[parts.opening] != '〔' {
        out.hint(Flaw::Brackets("〔〕"), parts.opening..parts.opening + 6);
    }
    // 令 and 公告 are counted with 第.
    if parts.ordinal && !matches!(chars[parts.opening - 1], '令' | '告') {
        out.hint(Flaw::Shape("吉政办发〔2020〕12号"), parts.serials.0 - 1..parts.serials.0);
    }
    let (mut at, end) = parts.serials;
    while at < end {
        let len = chars[at..end].iter().take_while(|c| c.is_ascii_digit()).count();
        if chars[at] == '0' {
            out.hint(Flaw::LeadingZero, at..at + len);
        }
        at += len + 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table() {
        // Made up.
        KIND.judges(
            "
            plausible                           吉政办发〔2020〕12号  长府发〔2019〕3号
            plausible                           双阳市监罚〔2024〕105号  国家粮储局令〔2020〕第3号
            plausible                           长府发〔2024〕7、8、12号  长府发〔2024〕7至9号
            plausible                           双市监罚字〔2024〕12号  双自然资字〔2024〕第005号
            plausible                           (双)公(交)决字[2024]第2201990012号
            plausible; hint brackets 4-10       吉政办发(2020)12号
            plausible; hint shape 10-11         吉政办发〔2020〕第12号
            plausible; hint leading-zero 10-13  吉政办发〔2020〕012号
            doubtful year 5-9                   吉政办发〔2032〕12号  吉政办发〔1024〕12号
            plausible; hint leading-zero 11-13  长府发〔2024〕7、08号
            doubtful year 7-11                  双城管催告字〔2032〕第012号
            unlike                              ∅  〔2020〕12号  吉卫公证字〔2020〕12号
            unlike                              罚字〔2020〕12号  吉政办发〔2020〕12、号
            unlike                              吉政办发〔2020〕、12号  吉政办发2020 12号
            unlike                              吉政办发〔2020〕12  吉政办发〔20〕12号  A发〔2020〕12号
            ",
        );
    }
}
