//! Number of a case (案号): of a court since 2016, `(2023)吉0102民初123号`; older ones; those of labour arbitration.
//!
//! ```text
//! number      = "(" year ")" court [ branch ] type serial [ "-" digits ] "号" [ "之" numeral | "-" digits ] { more }
//!               the serial may be left out by mistake where the rest is beyond doubt
//! more        = "、" serial [ "号" ]                                           several cases: 12、13号, 12号、13号
//! court       = "最高法" | sign [ 2 or 4 digits ]
//! older       = "(" year ")" court and type "字第" serial "号"                 until 2015
//! arbitration = commission "仲" words [ "字" ] "(" year ")" [ "第" ] serial "号"
//! ```
//!
//! | part   | meaning                                                         | source                          |
//! |--------|-----------------------------------------------------------------|---------------------------------|
//! | year   | the year in which the case was taken in                         | 法〔2015〕137号, clause 2       |
//! | court  | high court by its province's sign; two digits an intermediate court, four a basic one | clause 5  |
//! | branch | a special branch, one character: 知 (intellectual property)     | 法〔2018〕335号, clause 2       |
//! | type   | 民初, 执恢, 破申 …                                              | clause 7 and the table of types |
//! | serial | from 1 on, no zeros in front                                    | clause 10                       |
//!
//! Brackets are round; a case of 2016 or later has neither 字 nor 第. Courts' digits are no division codes. Inner
//! Mongolia's courts have 内, the army's 军, the Production Corps' 兵; 蒙, 贵 and the like are on plates only.
//! Commissions of labour arbitration number their cases as they like: nothing but the year is looked at.

use std::ops::Range;
use std::sync::LazyLock;

use super::{Confidence, Kind, Number, Of};
use crate::judgement::{Fact, Flaw, Judgement};
use crate::order;
use crate::tables::regions;

/// The kind.
pub static KIND: Kind = Kind::new(Of::File, "court_case", ["案号", "case number"])
    .written("（年份）法院代字＋案件类型＋顺序号＋号，如（2023）吉0102民初123号；2015年及以前为…字第…号；劳动仲裁案号如长劳人仲案字〔2024〕第12号")
    .source(Confidence::Likely, "人民法院案件案号的若干规定（法〔2015〕137号、法〔2018〕335号）")
    .code(looks_like, check);

/// What a case number looks like, where one does not.
const EXAMPLE: &str = "(2023)吉0102民初123号";

/// The types of cases (人民法院案件类型及其代字标准, 2015 and as amended to 2021), in the order of the table.
const TYPES: &str = "刑辖 民辖 民辖终 民辖监 行辖 行辖终 赔辖 赔辖终 \
    刑初 刑终 刑监 刑申 刑抗 刑再 刑没 刑核 刑医 刑医解 刑医复 刑医监 刑止 刑止调 刑止核 刑更 刑更监 刑更备 刑他 \
    刑教 刑教解 刑教复 刑教监 \
    民初 民终 民监 民申 民抗 民再 民撤 民特 民特监 民催 民督 民督监 民破 民算 民他 民保令 民保更 \
    行初 行终 行监 行申 行抗 行再 行审 行审复 行他 \
    行赔初 行赔终 行赔监 行赔申 行赔抗 行赔再 行赔他 法赔 委赔 委赔监 委赔提 委赔再 赔确监 赔他 \
    司救刑 司救民 司救行 司救赔 司救执 司救访 司救他 \
    认台 认港 认澳 认复 认他 请台送 请港送 请澳送 台请送 港请送 澳请送 请台调 请港调 请澳调 台请调 港请调 澳请调 \
    请移管 助移管 请移赃 助移赃 协外认 协他 协外送 请外送 协外调 请外调 请外移 协外移 请外引 协外引 \
    司惩 司惩复 财保 行保 行保复 证保 执 执恢 执保 执异 执复 执监 执协 执他 \
    清申 破申 清终 破终 清监 破监 强清 破";

/// Types of no table that courts give their cases before these are taken in (诉前调解).
const BEFORE_TRIAL: [&str; 8] =
    ["诉前调", "诉前调确", "诉前调书", "诉前民调", "民诉前调", "诉前保", "诉调", "民调"];

/// What the last character before the serial may be in older numbers: the stage or sort of the case.
const STAGES: &str = "初终再申监抗执恢异复保催督破清特辖认他调减暂罚赔审更";

/// The sort of case behind the stage, in some older numbers: 执民字, 执行字.
const SORTS: &str = "民商行刑知经裁";

/// The signs that courts have and plates do not.
const COURTS: [(char, Option<[u8; 2]>); 4] =
    [('内', Some(*b"15")), ('黔', Some(*b"52")), ('兵', Some(*b"65")), ('军', None)];

/// Signs of provinces that are none of courts, and the courts' own.
const MISTAKEN: [(char, &[&str]); 6] =
    [('蒙', &["内"]), ('贵', &["黔"]), ('滇', &["云"]), ('秦', &["陕"]), ('陇', &["甘"]), ('蜀', &["川"])];

/// The first year of the present form.
const PRESENT: u16 = 2016;

/// No court and type have more characters.
const WORDS: usize = 20;

/// A number taken apart: places count characters.
struct Parts {
    year: Option<u16>,
    /// The year, with its brackets where it has them.
    dated: Range<usize>,
    form: Form,
    serial: Range<usize>,
    /// One past the last character.
    end: usize,
}

enum Form {
    /// The court's sign, its digits, the type.
    Court { sign: usize, digits: Range<usize>, kind: Range<usize> },
    /// Court and type in words, as until 2015.
    Words(Range<usize>),
    /// A commission of labour arbitration.
    Arbitration,
}

fn looks_like(value: &str) -> bool {
    let chars: Vec<char> = value.chars().collect();
    prefix(&chars) == Some(chars.len())
}

/// How many characters a case number covers that starts with the first one.
pub fn prefix(chars: &[char]) -> Option<usize> {
    read(chars).map(|parts| parts.end)
}

/// Is it the sign of a court, or one that is taken for one?
pub fn is_sign(c: char) -> bool {
    regions::sign(c).is_some()
        || COURTS.iter().any(|(sign, _)| *sign == c)
        || MISTAKEN.iter().any(|(sign, _)| *sign == c)
}

fn is_han(c: &char) -> bool {
    ('一'..='\u{9fff}').contains(c)
}

fn is_opening(c: char) -> bool {
    matches!(c, '(' | '〔' | '[' | '【')
}

fn is_closing(c: char) -> bool {
    matches!(c, ')' | '〕' | ']' | '】')
}

fn digits(chars: &[char]) -> usize {
    chars.iter().take_while(|c| c.is_ascii_digit()).count()
}

/// The digit that a figure or a numeral of a year stands for.
pub fn figure(c: char) -> Option<u16> {
    let numeral = "〇一二三四五六七八九".chars().position(|numeral| numeral == c);
    let other = matches!(c, '零' | '○').then_some(0);
    c.to_digit(10).map(|digit| digit as u16).or(numeral.map(|digit| digit as u16)).or(other)
}

/// A year at the start, in brackets, in half of them or bare, and how many characters it covers.
fn year(chars: &[char]) -> Option<(u16, usize)> {
    let from = usize::from(is_opening(*chars.first()?));
    let figures = chars.get(from..from + 4)?;
    let next = chars.get(from + 4);
    let closed = next.is_some_and(|&c| is_closing(c));
    // Numerals are a year only between brackets.
    let plain = digits(figures) == 4;
    if !(plain || from == 1 && closed) || next.is_some_and(char::is_ascii_digit) {
        return None;
    }
    let year = figures.iter().try_fold(0, |year: u16, c| Some(10 * year + figure(*c)?))?;
    Some((year, from + 4 + usize::from(closed)))
}

fn read(chars: &[char]) -> Option<Parts> {
    let dated = year(chars);
    let (year, len) = dated.map_or((None, 0), |(year, len)| (Some(year), len));
    let bracketed = len == 6;
    if year.is_none()
        && let Some(parts) = read_arbitration(chars)
    {
        return Some(parts);
    }
    // Without a year in brackets nothing but a court and a type of the table tell it from other numbers.
    let certain = |found: &(Form, Range<usize>, usize)| match &found.0 {
        Form::Court { digits, kind, .. } => {
            bracketed || matches!(digits.len(), 2 | 4) && is_type(&chars[kind.clone()])
        }
        _ => bracketed,
    };
    let found = read_court(chars, len).filter(certain);
    let (form, serial, end) = match found {
        None if bracketed => read_words(chars, len)?,
        found => found?,
    };
    Some(Parts { year, dated: 0..len, form, serial, end })
}

/// Court, type and serial of the present form from `at` on.
fn read_court(chars: &[char], at: usize) -> Option<(Form, Range<usize>, usize)> {
    let supreme = chars.get(at..at + 3) == Some(&['最', '高', '法']);
    let from = at + if supreme { 3 } else { 1 };
    let numbered = digits(chars.get(from..)?);
    if !supreme && !is_sign(chars[at]) || supreme && numbered > 0 || numbered > 6 {
        return None;
    }
    let start = from + numbered;
    let words = chars[start..].iter().take(8).take_while(|c| is_han(c) && !matches!(c, '号' | '第')).count();
    let kind = start..start + words;
    let known = is_type(&chars[kind.clone()]);
    // `长民初1号` has no court's digits: only a known type tells it from other words.
    let placed = numbered > 0 && words > 0 && chars[kind.end - 1] != '字';
    if !known && !placed {
        return None;
    }
    let (serial, end) = read_serial(chars, kind.end, known && (numbered > 0 || supreme))?;
    let sign = at;
    Some((Form::Court { sign, digits: from..start, kind }, serial, end))
}

/// Court and type in words, 字, 第 and serial: `(2015)长民初字第1号`.
fn read_words(chars: &[char], at: usize) -> Option<(Form, Range<usize>, usize)> {
    let mut end = at;
    loop {
        match chars.get(end)? {
            '号' | '第' => break,
            c if is_han(c) => end += 1,
            // `南民(商)初字`: the branch of the court.
            '(' => {
                let inside = chars[end + 1..].iter().take(3).take_while(|c| is_han(c)).count();
                if inside == 0 || chars.get(end + 1 + inside) != Some(&')') {
                    return None;
                }
                end += inside + 2;
            }
            // `长0102民初字`: digits of a court that nothing else is known of.
            c if c.is_ascii_digit() => {
                let len = digits(&chars[end..]);
                if len > 4 || !chars.get(end + len).is_some_and(|c| is_han(c) && *c != '号') {
                    break;
                }
                end += len;
            }
            _ => break,
        }
        if end - at > WORDS {
            return None;
        }
    }
    let words = &chars[at..end];
    if words.len() < 2 || !is_stage(words) {
        return None;
    }
    let (serial, last) = read_serial(chars, end, false)?;
    Some((Form::Words(at..end), serial, last))
}

/// Does the name end in a stage (民初), or in one with 字 behind it (民初字, 执民字)? 证字 and 公字 are no court's, nor
/// are 安监字, 环审字 and 银保字: what offices and banks call theirs too needs a court's word before it.
fn is_stage(name: &[char]) -> bool {
    const SHARED: &str = "监审复保罚认调督清特他减更暂赔";
    const COURTS_OWN: &str = "民刑行执商知经法立审诉财破委司国";
    let name = name.strip_suffix(&['字']).unwrap_or(name);
    match name {
        [.., stage, sort] if SORTS.contains(*sort) && STAGES.contains(*stage) => true,
        [.., '民' | '商', '裁'] => true,
        [.., before, last] if SHARED.contains(*last) => COURTS_OWN.contains(*before),
        [.., last] => STAGES.contains(*last),
        [] => false,
    }
}

fn is_type(kind: &[char]) -> bool {
    static ALL: LazyLock<Vec<&str>> =
        LazyLock::new(|| order::sorted(TYPES.split_ascii_whitespace().collect(), |a, b| a.cmp(b)));
    let kind: String = kind.iter().collect();
    let known = |kind: &str| ALL.binary_search(&kind).is_ok();
    known(&kind) || kind.strip_prefix('知').is_some_and(known) || BEFORE_TRIAL.contains(&kind.as_str())
}

/// `123号`, `12-1号`, `12号之一`, `12号-1`; 号 itself is missing now and then.
fn read_serial(chars: &[char], at: usize, may_lack: bool) -> Option<(Range<usize>, usize)> {
    let from = at + usize::from(chars.get(at) == Some(&'第'));
    let len = digits(chars.get(from..)?);
    // `民初号`: the serial was left out.
    if len == 0 && may_lack && chars.get(from) == Some(&'号') && chars.get(from + 1) != Some(&'码') {
        return Some((from..from, from + 1));
    }
    if len == 0 || len > 8 {
        return None;
    }
    let mut end = from + len;
    let part = |at: usize| match chars.get(at) {
        Some('-') => Some(digits(&chars[at + 1..]) + 1).filter(|len| matches!(len, 2 | 3)),
        Some('之') => {
            let rest = &chars[at + 1..];
            let words = rest.iter().take(3).take_while(|c| "一二三四五六七八九十".contains(**c)).count();
            // `号之一一案`
            let words = words - usize::from(words > 1 && rest[words - 1..].starts_with(&['一', '案']));
            Some(words.max(digits(rest)) + 1).filter(|len| matches!(len, 2..=3))
        }
        _ => None,
    };
    let decision = part(end).filter(|len| chars.get(end + len) == Some(&'号'));
    end = decision.map_or_else(|| end + more(chars, end, false), |len| end + len);
    let serial = from..end;
    if chars.get(end) != Some(&'号') {
        let unit = chars
            .get(end)
            .is_some_and(|&c| !is_han(&c) && !",。;:)".contains(c) || "年月日元万第".contains(c));
        return (may_lack && !unit).then_some((serial, end));
    }
    end += 1;
    // A range goes on behind the sign (`12号-18号`).
    let behind = part(end).filter(|len| chars.get(end + len) != Some(&'号'));
    Some((serial, end + behind.unwrap_or_else(|| more(chars, end, true))))
}

/// `12、13号`, `12号、13号`: how many characters more cases of the same court and type have, each closed by 号 or all of
/// them together.
fn more(chars: &[char], at: usize, closed: bool) -> usize {
    let mut end = at;
    let mut whole = at;
    while matches!(chars.get(end), Some('、' | '和' | '及' | '至')) || !closed && chars.get(end) == Some(&'-')
    {
        let from = end + 1;
        let len = digits(&chars[from..]);
        if !(1..=8).contains(&len) {
            break;
        }
        end = from + len;
        let closes = chars.get(end) == Some(&'号');
        let place = || chars.get(end + 1).is_some_and(|c| "楼栋幢院门室线路铺房地车库".contains(*c));
        match (closed, closes) {
            (true, true) if !place() => end += 1,
            (true, _) => break,
            // 号 stays for the whole of them.
            (false, true) => return end - at,
            (false, false) => continue,
        }
        whole = end;
    }
    if closed { whole - at } else { 0 }
}

/// `长劳人仲案字〔2024〕第12号`
fn read_arbitration(chars: &[char]) -> Option<Parts> {
    let words = chars.iter().take(16).take_while(|c| is_han(c)).count();
    let name = &chars[..words];
    let labour = name.iter().position(|c| *c == '劳').is_some_and(|at| name[at..].contains(&'仲'));
    let (year, len) = year(&chars[words..]).filter(|_| labour && is_opening(chars[words]))?;
    let dated = words..words + len;
    let (serial, end) = read_serial(chars, dated.end, false)?;
    Some(Parts { year: Some(year), dated, form: Form::Arbitration, serial, end })
}

fn check(number: &Number) -> Judgement {
    let mut out = Judgement::default();
    let chars: Vec<char> = number.value.chars().collect();
    let Some(parts) = read(&chars) else {
        out.hint(Flaw::Shape(EXAMPLE), 0..chars.len());
        return out;
    };
    let bracket = usize::from(chars.get(parts.dated.start).is_some_and(|&c| is_opening(c)));
    let paired = parts.dated.len() == 6;
    let figures = parts.dated.start + bracket..parts.dated.start + bracket + 4;
    if parts.year.is_some() && !chars[figures.start].is_ascii_digit() {
        out.hint(Flaw::NumeralStyle, figures.clone());
    }
    match parts.year {
        Some(year) if (1949..=number.today.year()).contains(&year) => out.fact(Fact::Year(year)),
        Some(_) => out.doubt(Flaw::Year, figures),
        None => out.doubt(Flaw::Year, 0..1),
    }
    if matches!(parts.form, Form::Arbitration) {
        return out;
    }
    let present = parts.year.is_none_or(|year| year >= PRESENT);
    let ordinal = chars[parts.serial.start - 1] == '第';
    let mut old = ordinal;
    match &parts.form {
        Form::Court { sign, digits, kind } => {
            judge_court(&chars, *sign, digits.clone(), &mut out);
            if !is_type(&chars[kind.clone()]) {
                out.hint(Flaw::Shape(EXAMPLE), kind.clone());
            }
            if present && ordinal {
                out.doubt(Flaw::OldForm, kind.end - 1..parts.serial.start);
            }
        }
        Form::Words(name) => {
            let word = chars[name.end - 1] == '字';
            old |= word;
            if present && old {
                out.doubt(Flaw::OldForm, name.end - 1..parts.serial.start);
            } else if present {
                out.hint(Flaw::Shape(EXAMPLE), name.clone());
            } else if word && !ordinal {
                out.hint(Flaw::Shape("(2015)长民初字第1号"), name.end - 1..name.end);
            }
        }
        Form::Arbitration => {}
    }
    if parts.year.is_some() && !paired {
        out.doubt(Flaw::Brackets("（）"), parts.dated.clone());
    } else if parts.year.is_some() && chars[parts.dated.start] != '(' {
        out.hint(Flaw::Brackets("（）"), parts.dated.clone());
    }
    if parts.serial.is_empty() {
        out.doubt(Flaw::Unfilled, parts.serial.start..parts.end);
    }
    if chars[parts.serial.start] == '0' {
        out.hint(Flaw::LeadingZero, parts.serial.clone());
    }
    if !chars[..parts.end].contains(&'号') {
        out.hint(Flaw::Shape(EXAMPLE), parts.serial);
    }
    out
}

/// The court's sign and its digits.
fn judge_court(chars: &[char], sign: usize, digits: Range<usize>, out: &mut Judgement) {
    let own = chars[sign];
    if let Some((_, right)) = MISTAKEN.iter().find(|(mistaken, _)| *mistaken == own) {
        out.doubt(Flaw::Prefix(right), sign..sign + 1);
        return;
    }
    let court = COURTS.iter().find(|(court, _)| *court == own).map(|(_, two)| *two);
    if let Some(two) = court.unwrap_or_else(|| regions::sign(own)) {
        out.fact(Fact::Province(two));
    }
    if !matches!(digits.len(), 0 | 2 | 4) {
        out.doubt(Flaw::Shape(EXAMPLE), sign..digits.end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::kinds::testing::{judge, told};

    #[test]
    fn table() {
        // Made up.
        KIND.judges(
            "
            plausible                                  (2023)吉0102民初123号  (2024)最高法知民终45号
            plausible                                  (2021)京73民初6号  (2022)吉01执恢789号之一
            plausible                                  (2023)兵0102执12号  (2023)吉01破12-1号
            plausible                                  (2020)吉01破申3号  (2015)长民初字第1号
            plausible                                  (2015)长南执民字第123号
            plausible                                  (2015)南民(商)初字第1234号
            plausible                                  (2015)长南法民四初字第451号  (2023)内0105民初12号
            plausible                                  (2023)黔0102民初12号  (2023)军01刑初12号
            plausible                                  (2023)吉01知民初12号  (2023)最高法知民辖终7号
            plausible                                  (2023)吉0102诉前调书238号  (2023)吉民终12号
            plausible                                  (2023)吉01破12号-1  (2023)吉01破12号之1
            plausible                                  长劳人仲案字〔2024〕第12号
            plausible                                  吉长南劳人仲案(2019)668号
            doubtful unfilled 13-14                    (2023)吉0102民初号
            plausible; hint shape 12-13                (2015)长南法民四初字451号
            doubtful prefix 6-7                        (2023)蒙0105民初12号  (2023)贵0102民初12号
            doubtful shape 6-10                        (2023)吉102民初12号
            plausible; hint shape 11-13                (2023)吉0102民出12号
            plausible; hint shape 13-15                (2023)吉0102民初12
            doubtful brackets 0-4                      2024吉0182破8号
            doubtful brackets 0-5                      (2024吉0182破8号  2024)吉0182破8号
            doubtful year 0-1                          吉0182破8号
            plausible; hint numeral-style 1-5          (二〇二四)吉0102民初12号
            hint numeral-style 1-5; doubtful year 1-5  (二○三四)吉0102民初12号
            doubtful year 7-11                         长劳人仲案字〔2034〕第12号
            doubtful old-form 9-11                     (2017)长民初字第12号
            doubtful old-form 12-14                    (2017)吉0102民初第12号
            doubtful year 1-5                          (2032)吉0102民初123号
            plausible; hint brackets 0-6               〔2023〕吉0102民初123号
            plausible; hint leading-zero 13-18         (2023)吉0102民初00123号
            plausible; hint shape 6-13                 (2023)长0102民初123号
            unlike                                     ∅  (2023)  (2023)号  (2023)1号
            unlike                                     (2023)吉0102民初号码  2023长民初123号
            unlike                                     吉民初123号  2024年4月12号
            unlike                                     (2016)吉长国证字第9081号  (2019)吉银保字第0012号
            unlike                                     (2014)长安监字第12号  (2015)长环审字第12号
            unlike                                     (2012)长政复字第3号  (2013)长公行罚决字第3号
            unlike                                     双农仲字〔2023〕第015号  (2023)房预售证1号
            ",
        );
    }

    /// Every type with every sort of court.
    #[test]
    fn all_types() {
        for kind in TYPES.split_ascii_whitespace().chain(BEFORE_TRIAL) {
            for court in ["最高法", "吉", "内01", "黔0102", "兵9001"] {
                let value = format!("(2023){court}{kind}12号");
                assert!(looks_like(&value), "{value}");
                assert_eq!(told(&judge(&KIND, &value)), "", "{value}");
            }
        }
    }
}
