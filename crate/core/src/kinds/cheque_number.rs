//! Number of a printed cheque, draft or promissory note (支票、汇票、本票号码): sixteen digits in two lines of eight.
//!
//! | digits | meaning                                                                     | source              |
//! |--------|-----------------------------------------------------------------------------|---------------------|
//! | 1–3    | class of the bank ([`crate::tables::bank_classes`])                                 | bills of 2010       |
//! | 4      | kept free, 0 so far                                                         | the same            |
//! | 5–6    | province, 00 for bills of the whole country                                 | the same            |
//! | 7      | sort of bill: 1 cash cheque … 8 promissory note                             | the same            |
//! | 8      | printer                                                                     | the same            |
//! | 9–16   | serial: the lower line, often given alone                                   | the same            |
//!
//! The two lines may be joined by a hyphen or a stroke (`10201111/00812345`). Bills printed before have letters and
//! eight digits (`GA/01 00812345`). Pads of cheques are given as a range.

use super::{Confidence, Kind, Number, Of, beside, chars, range};
use crate::judgement::{Fact, Flaw, Judgement};
use crate::tables::{bank_classes, regions};

/// The kind.
pub static KIND: Kind = Kind::new(
    Of::Paper,
    "cheque_number",
    ["支票、汇票、本票号码", "cheque or bill number"],
)
.written(
    "16位数字：行别3＋预留1＋省份2（全国为00）＋票据种类1＋印制厂1＋流水号8；也单写后8位；旧版为字母＋8位",
)
.source(Confidence::Likely, "人民银行2010版银行票据凭证号码编排规则")
.code_for(
    "^(?:[0-9]{8}(?:[-/]?[0-9]{8})?|[A-Za-z]{1,2}[-/]?[A-Za-z0-9]{0,2}[-/]?[0-9]{8})$",
    looks_like,
    check,
);

/// The sorts of bill by the seventh digit.
const SORTS: [(&str, [&str; 2]); 8] = [
    ("1", ["现金支票", "cash cheque"]),
    ("2", ["转账支票", "transfer cheque"]),
    ("3", ["清分机支票", "cheque for sorting machines"]),
    ("4", ["银行汇票", "bank draft"]),
    ("5", ["银行承兑汇票", "bank's acceptance"]),
    ("6", ["商业承兑汇票", "trader's acceptance"]),
    ("7", ["非清分机本票", "promissory note"]),
    ("8", ["清分机本票", "promissory note for sorting machines"]),
];

/// What the words beside a bill leave for the seventh digit; the first that any of them says.
const WORDS: [(&str, &[u8]); 9] = [
    ("现金支票", b"13"),
    ("转账支票", b"23"),
    ("转帐支票", b"23"),
    ("银行承兑", b"5"),
    ("商业承兑", b"6"),
    ("银行汇票", b"4"),
    ("本票", b"78"),
    ("支票", b"123"),
    ("汇票", b"456"),
];

/// A range of cheques is a pad, and no more than a few of them.
const LONGEST_RANGE: u64 = 1000;

/// The sixteen characters, and where the lower line starts in the value.
struct Halves {
    digits: Vec<u8>,
    /// Characters of the value before the lower line: one more where a sign stands between.
    lower: usize,
}

fn halves(value: &str) -> Option<Halves> {
    let chars: Vec<char> = value.chars().collect();
    let parted = chars.len() == 17 && matches!(chars[8], '-' | '/');
    let digits = chars.iter().enumerate().filter(|(i, _)| !parted || *i != 8);
    let digits: Vec<u8> = digits.map(|(_, c)| if c.is_ascii() { *c as u8 } else { 0 }).collect();
    (digits.len() == 16).then_some(Halves { digits, lower: 8 + usize::from(parted) })
}

/// Letters, perhaps a stroke, ten or eight digits: a bill printed before 2010.
fn is_old(value: &str) -> bool {
    let letters = value.bytes().take_while(u8::is_ascii_alphabetic).count();
    let rest = &value[letters..];
    let digits = rest.strip_prefix('/').unwrap_or(rest);
    (1..=6).contains(&letters) && matches!(digits.len(), 8 | 10) && digits.bytes().all(|b| b.is_ascii_digit())
}

fn looks_like(value: &str) -> bool {
    let single = |value: &str| chars::mostly_digits(value, 7..10) || chars::mostly_digits(value, 15..18);
    let parted = value.len() == 17
        && value.is_ascii()
        && matches!(value.as_bytes()[8], b'-' | b'/')
        && chars::mostly_digits(&value[..8], 8..9)
        && chars::mostly_digits(&value[9..], 8..9);
    single(value) || parted || is_old(value) || range::parse(value).is_some_and(|range| single(range.first))
}

fn check(number: &Number) -> Judgement {
    let mut out = Judgement::default();
    let value = number.value;
    if is_pad(value) {
        range::judge(number, &mut out);
        return out;
    }
    if is_old(value) {
        return out;
    }
    if let Some(halves) = halves(value) {
        let known = out.problems.len();
        chars::stray(&halves.digits, |_, c| c.is_ascii_digit(), Judgement::doubt, &mut out);
        for problem in &mut out.problems[known..] {
            let place = |at: usize| if at < 8 { at } else { at - 8 + halves.lower };
            let span = place(problem.start)..place(problem.end - 1) + 1;
            (problem.start, problem.end, problem.span) = (span.start, span.end, span);
        }
        if out.problems.is_empty() {
            upper(&halves.digits, number, &mut out);
        }
    } else if let Some(digits) = chars::exactly::<8>(value) {
        chars::stray(&digits, |_, c| c.is_ascii_digit(), Judgement::doubt, &mut out);
    } else {
        out.doubt(Flaw::Length(&[8, 16]), chars::whole(value));
    }
    out
}

/// Is the value a range of bills? Two lines with a hyphen between them look like one.
fn is_pad(value: &str) -> bool {
    let Some(range) = range::parse(value) else { return false };
    let hyphen = value.chars().nth(8) == Some('-') && range.first.len() == 8 && range.last.len() == 8;
    !hyphen || range.count().is_some_and(|count| count <= LONGEST_RANGE)
}

/// Judges the upper line.
fn upper(digits: &[u8], number: &Number, out: &mut Judgement) {
    let class = bank_classes::class(&chars::part(&digits[..3]));
    match class {
        Some((sign, words)) => out.fact(Fact::Meaning { sign, words }),
        None => out.doubt(Flaw::Level, 0..3),
    }
    let province = [digits[4], digits[5]];
    if regions::province_known(province) {
        out.fact(Fact::Province(province));
    } else if province != *b"00" {
        out.doubt(Flaw::Province, 4..6);
    }
    match SORTS.iter().find(|(sign, _)| sign.as_bytes() == [digits[6]]) {
        Some(&(sign, words)) => out.fact(Fact::Meaning { sign, words }),
        None => out.doubt(Flaw::Level, 6..7),
    }
    if said(number).is_some_and(|sorts| !sorts.contains(&digits[6])) && out.problems.is_empty() {
        out.doubt(Flaw::Words, 6..7);
    }
    out.proved = class.is_some();
}

/// Is it a whole bill, but of another sort than the words beside it say?
pub fn is_another_sort(judgement: &Judgement) -> bool {
    judgement.proved
        && !judgement.problems.is_empty()
        && judgement.problems.iter().all(|problem| problem.flaw == Flaw::Words)
}

/// The sorts of bill that the words of the clause leave; none if they say nothing, or several things.
fn said(number: &Number) -> Option<&'static [u8]> {
    let before = beside::before(number);
    // What hangs on the number from behind: `号码…的现金支票`; further on is the next thing.
    let mark = |c: &char| matches!(c, ',' | ';' | '、' | '。' | ':');
    let behind = number.after.iter().take(12).position(mark).unwrap_or(number.after.len().min(12));
    let clause = [before, &number.after[..behind]].map(|part| Number { before: part, after: &[], ..*number });
    let clause = clause.into_iter().find(|part| part.says("票"))?;
    let mut sorts: Option<&'static [u8]> = None;
    for (i, (word, digits)) in WORDS.iter().enumerate() {
        // 支票 and 汇票 are inside the longer words.
        if i >= 7 && sorts.is_some() {
            break;
        }
        if clause.says(word) {
            if sorts.is_some_and(|known| known != *digits) {
                return None;
            }
            sorts = Some(digits);
        }
    }
    // `支票和汇票各一张`.
    let both = clause.says("支票") && clause.says("汇票");
    sorts.filter(|_| !both)
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
            verified                1020221100812345  3130005123456789  5950005123456789
            verified                10202211/00812345  10202211-00812345
            plausible               00812345  00812301-00812325  1020221100812301-1020221100812325
            plausible               GA/0100812345  GA0100812345  XIV00812345
            doubtful level 0-3      8020221100812345
            doubtful province 4-6   1020991100812345
            doubtful level 6-7      1020229100812345  1020220100812345
            doubtful charset 10-11  10202211/0O812345
            doubtful charset 1-2    1O20221100812345
            doubtful length 0-15    102022110081234
            doubtful length 0-17    10202211008123455
            doubtful length 0-7     0081234
            doubtful length 0-9     008123455
            doubtful charset 7-8    0081234S
            wrong range-order 9-17  00812325~00812301
            doubtful length 0-0     ∅
            like                    1020221100812345  10202211/00812345  00812345  0081234
            like                    102022110081234  GA/0100812345  00812301-00812325
            like                    00812301至00812325
            unlike                  131324620001920230315001234565  123456  GA/01  ∅
            ",
        );
        let facts = judge(&KIND, "1020221100812345").facts;
        let bank = ["中国工商银行", "Industrial and Commercial Bank of China"];
        let want = [
            Fact::Meaning { sign: "102", words: bank },
            Fact::Province(*b"22"),
            Fact::Meaning { sign: "1", words: ["现金支票", "cash cheque"] },
        ];
        assert_eq!(facts, want);
    }

    #[test]
    fn against_the_words() {
        KIND.judges(
            "
            ∅                   遗失现金支票一张,号码⟦1020223100812345⟧  // for sorting machines
            ∅                   遗失现金支票、转账支票各一张,号码⟦1020222100812345⟧  // which of them?
            ∅                   遗失现金支票一张,号码⟦1020221100812345⟧
            ∅                   遗失转账支票一张,号码⟦1020222100812345⟧
            ∅                   遗失支票一张,号码⟦1020222100812345⟧
            ∅                   遗失支票和汇票各一张,号码⟦1020225100812345⟧
            ∅                   银行承兑汇票一张,票号⟦1020005100812345⟧
            ∅                   银行汇票一张,票号⟦1020004100812345⟧  承兑汇票一张,票号⟦1020005100812345⟧
            ∅                   银行本票一张,票号⟦1020008100812345⟧
            ∅                   现金支票号码10202211;转账支票号码⟦1020222100812345⟧
            ∅                   本票号码1020007100812345作废 遗失支票一张,号码⟦1020222100812345⟧
            ∅                   1020222100812345
            doubtful words 6-7  遗失现金支票一张,号码⟦1020222100812345⟧
            doubtful words 6-7  遗失转账支票一张,号码⟦1020221100812345⟧
            doubtful words 6-7  遗失支票一张,号码⟦1020225100812345⟧
            doubtful words 6-7  银行承兑汇票一张,票号⟦1020006100812345⟧
            doubtful words 6-7  商业承兑汇票一张,票号⟦1020005100812345⟧
            ",
        );
        KIND.judges(
            "
            doubtful words 6-7  ⟦1020222100812345⟧的现金支票一张遗失
            ∅                   ⟦1020222100812345⟧,遗失现金支票一张  // the next thing
            ∅                   ⟦1020222100812345⟧的转账支票一张遗失
            verified            ⟦00812301-00812325⟧共25张
            ",
        );
    }
}
