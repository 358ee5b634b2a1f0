//! Certificates of the register of real estate (不动产权证书, 不动产登记证明): a sign, a year, a place, a serial.
//!
//! ```text
//! number = sign "(" year ")" place ( "不动产权" | "不动产证明" ) "第" serial "号"
//! ```
//!
//! | part   | meaning                                                              | source                   |
//! |--------|----------------------------------------------------------------------|--------------------------|
//! | sign   | the province; 国 for the State's own register                        | 国土资发〔2015〕25号     |
//! | year   | of registration, since 2015                                          | 国土资发〔2015〕25号     |
//! | place  | city or county as a rule in full (浦字 and the like in Shanghai)     | 国土资发〔2015〕25号; certificates seen |
//! | serial | as a rule seven digits; six and eight are seen                       | 国土资发〔2015〕25号; certificates seen |
//!
//! The table of divisions has most places: then the sign must be their province's.

use std::ops::Range;

use super::{Confidence, Kind, Number, Of, YearIs, chars};
use crate::judgement::{Fact, Flaw, Judgement};
use crate::tables::regions;

/// The certificate of ownership (不动产权证书).
pub static CERTIFICATE: Kind = Kind::new(Of::Paper, "real_estate_certificate", ["不动产权证书号", "real estate certificate number"])
    .written("省份简称（年份）市县全称＋不动产权第＋顺序号＋号；年份自2015年起，顺序号一般7位；如吉(2019)长春市不动产权第0012345号")
    .source(Confidence::Sure, "关于启用不动产登记簿证样式（试行）的通知（国土资发〔2015〕25号）")
    .code(|value| looks_like(value, RIGHT) || is_serial(value), |number| check(number, RIGHT, "吉(2019)长春市不动产权第0012345号"))
    .year(YearIs::Issue);

/// The proof of registration, of mortgages and the like (不动产登记证明).
pub static PROOF: Kind = Kind::new(Of::Paper, "real_estate_proof", ["不动产登记证明号", "real estate registration proof number"])
    .written("省份简称（年份）市县全称＋不动产证明第＋顺序号＋号；年份自2015年起，顺序号一般7位；如吉(2019)长春市不动产证明第0012345号")
    .source(Confidence::Sure, "关于启用不动产登记簿证样式（试行）的通知（国土资发〔2015〕25号）")
    .code(|value| looks_like(value, PROOF_WORDS) || is_serial(value), |number| check(number, PROOF_WORDS, "吉(2019)长春市不动产证明第0012345号"))
    .year(YearIs::Issue);

/// The words in the middle, the longer first.
const RIGHT: &[&str] = &["不动产权证书第", "不动产权证第", "不动产权第", "不动产权"];
const PROOF_WORDS: &[&str] = &["不动产登记证明第", "不动产证明第", "不动产登记证明", "不动产证明"];

/// The register's first year (不动产登记暂行条例).
const FIRST_YEAR: u16 = 2015;

fn looks_like(value: &str, words: &[&str]) -> bool {
    words.iter().any(|word| value.contains(word)) && value.bytes().filter(u8::is_ascii_digit).count() >= 4
}

/// The serial alone, as some write it.
fn is_serial(value: &str) -> bool {
    (6..=8).contains(&value.len()) && value.bytes().all(|b| b.is_ascii_digit())
}

fn check(number: &Number, words: &[&str], example: &'static str) -> Judgement {
    let mut out = Judgement::default();
    let value = number.value;
    let whole = chars::whole(value);
    let split = words.iter().find_map(|word| value.split_once(word).map(|(head, tail)| (head, *word, tail)));
    let Some((head, word, tail)) = split else {
        out.hint(Flaw::Shape(example), whole);
        return out;
    };
    let head: Vec<char> = head.chars().collect();
    judge_head(&head, number, example, &mut out);
    let start = head.len() + word.chars().count();
    let tail = tail.strip_prefix('第').map_or((start, tail), |rest| (start + 1, rest));
    judge_serial(tail.1.strip_suffix('号').unwrap_or(tail.1), tail.0, &mut out);
    out
}

/// Sign, year and place.
fn judge_head(head: &[char], number: &Number, example: &'static str, out: &mut Judgement) {
    let opening = |c: &char| matches!(c, '(' | '〔' | '[' | '【');
    let digits = head.iter().position(char::is_ascii_digit);
    let Some(first) = digits else {
        // The year left out.
        out.hint(Flaw::Shape(example), 0..head.len().max(1));
        return;
    };
    let last = first + head[first..].iter().take_while(|c| c.is_ascii_digit()).count();
    let bracketed = first > 0 && opening(&head[first - 1]);
    let sign = &head[..first - usize::from(bracketed)];
    let closes = matches!(head.get(last), Some(')' | '〕' | ']' | '】'));
    let place: Range<usize> = last + usize::from(closes)..head.len();

    let province = match sign {
        [sign] if regions::sign(*sign).is_some() => regions::sign(*sign),
        // The State's register, and the production corps of Xinjiang.
        ['国' | '兵'] => None,
        [_] => {
            out.doubt(Flaw::Province, 0..1);
            None
        }
        _ => {
            out.hint(Flaw::Shape(example), 0..first.max(1));
            None
        }
    };
    if bracketed != closes || !bracketed {
        out.hint(Flaw::Brackets("（）"), first.saturating_sub(1)..last + usize::from(closes));
    }
    if last - first == 4 {
        let year = head[first..last].iter().fold(0, |y, c| 10 * y + c.to_digit(10).unwrap_or(0) as u16);
        if year < FIRST_YEAR {
            out.wrong(Flaw::Year, first..last);
        } else if year > number.today.year() {
            out.doubt(Flaw::Year, first..last);
        } else {
            out.fact(Fact::Year(year));
        }
    } else {
        out.doubt(Flaw::Year, first..last);
    }
    if let Some(two) = province {
        out.fact(Fact::Province(two));
        judge_place(head, place, two, out);
    }
}

/// The place, against the province.
///
/// Only cities and counties are claimed for another province: districts of one name, old and new, are everywhere.
fn judge_place(head: &[char], place: Range<usize>, province: [u8; 2], out: &mut Judgement) {
    let name: String = head[place.clone()].iter().collect();
    if regions::has_named(province, &name) {
        out.proved = true;
    } else if place.len() > 2 && name.ends_with(['市', '县']) && regions::is_named(&name) {
        out.doubt(Flaw::Contradiction, place);
    }
}

fn judge_serial(serial: &str, at: usize, out: &mut Judgement) {
    let count = serial.chars().count();
    let may_stand = |c: char| c.is_ascii_digit() || matches!(c, '-' | '~' | '*');
    let mut stray = serial.chars().enumerate().filter(|(_, c)| !may_stand(*c)).map(|(i, _)| i);
    if let Some(first) = stray.next() {
        let last = stray.last().unwrap_or(first);
        out.wrong(Flaw::Charset, at + first..at + last + 1);
    } else if serial.bytes().all(|b| b.is_ascii_digit()) && !(6..=8).contains(&count) {
        out.doubt(Flaw::Length(&[6, 7, 8]), at..at + count);
    } else if count == 6 || count == 8 {
        // Some places have them so; elsewhere a digit was lost or doubled: nothing proves it.
        out.proved = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::kinds::testing::{judge, odd_values};

    #[test]
    fn table() {
        // Made up.
        CERTIFICATE.judges(
            "
            verified                     湘(2017)北湖不动产权第0034567号  // 北湖区
            verified                     吉(2019)长春市不动产权第0012345号
            verified                     吉〔2019〕榆树市不动产权第0012345号
            verified                     吉(2019)长春市不动产权第0012345-0012349号
            verified                     吉(2019)长春市不动产权证第0012345号
            plausible                    皖(2018)合肥市不动产权第10023999号
            plausible                    沪(2017)浦字不动产权第012345号
            plausible                    新(2019)第一师不动产权第0000123号
            plausible                    国(2017)林不动产权第0000012号
            plausible                    苏(2020)沧浪新城不动产权第0012345
            wrong year 2-6               吉(2014)长春市不动产权第0012345号
            doubtful year 2-6            吉(2027)长春市不动产权第0012345号
            doubtful year 2-5            吉(219)长春市不动产权第0012345号
            doubtful province 0-1        甬(2019)宁波市不动产权第0012345号
            doubtful contradiction 7-10  吉(2019)沈阳市不动产权第0012345号
            doubtful length 15-20        吉(2019)长春市不动产权第12345号
            doubtful length 15-24        吉(2019)长春市不动产权第001234567号
            wrong charset 15-17          吉(2019)长春市不动产权第OO12345号
            wrong charset 17-18          吉(2019)长春市不动产权第00l2345号
            verified; hint brackets 0-5  吉2019长春市不动产权第0012345号
            verified; hint brackets 1-6  吉(2019长春市不动产权第0012345号
            plausible; hint shape 0-1    (2019)长春市不动产权第0012345号  不动产权第0012345号
            plausible; hint shape 0-7    0012345
            like                         吉(2019)长春市不动产权第0012345号  0012345
            unlike                       12345  22001234567  房权证长房权字第1234567号
            unlike                       吉(2019)长春市不动产证明第0012345号  不动产权  ∅
            ",
        );
    }

    #[test]
    fn proofs() {
        for (value, _) in PROOF.judges(
            "
            verified                     吉(2020)农安县不动产证明第0000123号
            verified                     桂(2017)南宁市不动产证明第0208123号
            verified                     皖(2022)蜀山区不动产证明第1000123号
            verified                     吉(2020)长春市不动产登记证明第0000123号
            plausible                    粤(2020)大湾不动产证明第0000123号
            wrong year 2-6               吉(2010)长春市不动产证明第0000123号
            doubtful contradiction 7-10  吉(2020)北京市不动产证明第0000123号
            doubtful province 0-1        某(2020)长春市不动产证明第0000123号
            doubtful length 16-19        吉(2020)长春市不动产证明第020号
            wrong charset 16-17          吉(2020)长春市不动产证明第O000123号
            ",
        ) {
            assert!(!CERTIFICATE.looks_like(value), "{value}");
        }
        assert_eq!(
            judge(&PROOF, "吉(2020)农安县不动产证明第0000123号").facts,
            [Fact::Year(2020), Fact::Province(*b"22")]
        );
    }

    #[test]
    fn any_value_is_judged() {
        let cuts = |whole: &str| {
            let chars: Vec<char> = whole.chars().collect();
            (0..=chars.len()).map(|at| chars[at..].iter().collect()).collect::<Vec<String>>()
        };
        let values = cuts("吉(2019)长春市不动产权第0012345号")
            .into_iter()
            .chain(cuts("((20不动产证明第号"))
            .chain(odd_values());
        for value in values {
            let len = value.chars().count().max(1);
            for kind in [&CERTIFICATE, &PROOF] {
                let _ = kind.looks_like(&value);
                for problem in judge(kind, &value).problems {
                    assert!(problem.start <= problem.end && problem.end <= len, "{value} {problem:?}");
                }
            }
        }
    }
}
