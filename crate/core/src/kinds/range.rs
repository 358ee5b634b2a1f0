//! A range of numbers (起止号): the first and the last of a run of receipts, invoices or forms.
//!
//! ```text
//! range  = number [号] [起] sign [第] number [号]     00244217-00244230, 00244217~00244230, 00244217号至00244230号
//! number = [letters [.]] digits                       No.00244217-No.00244230
//! sign   = "-" | "~" | "至" | "到"
//! count  = [共 | 计 | 合计 | 数量 …] numeral (份 | 张 | 枚 | 套 | 本 | 组)      共14份, 十四张
//! ```
//!
//! The last number may be shortened to the digits that change (`00244217-230`). A hyphen also stands inside
//! single numbers (`2024-00123`), so there it makes a range only between numbers of one width, or where the
//! end is plainly a later number. A short one (`1-5号`, `001-050`) may be either: only the count beside it tells.

use std::ops;

use super::Number;
use crate::judgement::{Fact, Flaw, Judgement};
use crate::tables::numerals;

/// First and last number of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range<'a> {
    /// The digits of the first number.
    pub first: &'a str,
    /// The digits of the last number, as written.
    pub last: &'a str,
    /// Where the digits of the last number start, in characters of the value.
    pub at: usize,
}

/// Reads a range.
pub fn parse(value: &str) -> Option<Range<'_>> {
    let (range, sign) = read(value)?;
    let Range { first, last, .. } = range;
    let plain = match sign {
        '-' if first.len() == last.len() => first.len() >= 5,
        '-' if first.len() > last.len() => {
            first.len() >= 6 && (last.len() >= 6 || last.len() >= 2 && range.count().is_some())
        }
        '-' => first.len() >= 6,
        _ => first.len() >= 4,
    };
    plain.then_some(range)
}

/// Reads a range of few digits that 号 closes (`1-5号`): as good as its label.
pub(crate) fn parse_short(value: &str) -> Option<Range<'_>> {
    let (range, _) = read(value)?;
    (value.ends_with('号') && range.first.len() <= range.last.len() && range.count().is_some())
        .then_some(range)
}

/// Two numbers with the sign of a range between them, and the sign.
fn read(value: &str) -> Option<(Range<'_>, char)> {
    let body = value.strip_suffix('号').unwrap_or(value);
    let (at, sign) = body.char_indices().find(|&(_, c)| matches!(c, '-' | '~' | '至' | '到'))?;
    let (left, right) = (&body[..at], body[at + sign.len_utf8()..].trim_start_matches(sign));
    let (letters, first) = split_letters(left.trim_end_matches('起').trim_end_matches('号'))?;
    let (again, last) = split_letters(right.strip_prefix('第').unwrap_or(right))?;
    // Letters before the last number repeat those before the first, which may be a label by themselves (`No.`).
    if !again.is_empty() && again != letters && !(letters.is_empty() && again.eq_ignore_ascii_case("no")) {
        return None;
    }
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    // So many digits fit a u128.
    if !digits(first) || !digits(last) || first.len().max(last.len()) > 38 {
        return None;
    }
    Some((Range { first, last, at: body.chars().count() - last.len() }, sign))
}

impl Range<'_> {
    /// Are first and last number equally long?
    pub fn same_width(&self) -> bool {
        self.first.len() == self.last.len()
    }

    /// How many numbers there are; none if it ends before it starts, or if no one could count so far.
    /// A shortened last number takes its head from the first.
    pub fn count(&self) -> Option<u64> {
        let head = self.first.len().saturating_sub(self.last.len());
        let read = |digits: &str| digits.parse::<u128>().ok();
        let (first, last) = (read(&self.first[head..])?, read(self.last)?);
        u64::try_from(last.checked_sub(first)?.checked_add(1)?).ok()
    }
}

/// Judges a value that is a range; `false` if it is none.
pub(super) fn judge(number: &Number, out: &mut Judgement) -> bool {
    let stated = stated(number);
    let counts = |range: &Range| stated.is_some_and(|stated| range.count() == Some(stated.count));
    // What may be a range is one where the count beside it agrees.
    let short = || read(number.value).map(|(range, _)| range).filter(counts);
    let Some(range) = parse(number.value).or_else(short) else { return false };
    // `05218001至200`: the digits that change, behind a word that joins nothing but two numbers.
    let clipped = read(number.value).is_some_and(|(_, sign)| sign != '-')
        && (2..=4).contains(&range.last.len())
        && range.first.len() >= range.last.len() + 3
        && range.count().is_some_and(|count| count > 1);
    let last = range.at..range.at + range.last.len();
    let counted = range.count();
    let agrees = counted.is_some() && counted == stated.map(|stated| stated.count);
    if !range.same_width() && !agrees && !clipped {
        out.doubt(Flaw::RangeWidth, last);
        return true;
    }
    if range.last < range.first && range.same_width() {
        out.wrong(Flaw::RangeOrder, last);
        return true;
    }
    // None only where a range of twenty digits and more has more numbers than anyone prints.
    let Some(counted) = counted else { return true };
    out.fact(Fact::Count(counted));
    // A count near a clipped one may be another thing's.
    if !clipped || agrees {
        compare(stated, counted, super::chars::whole(number.value), out);
    }
    // Beside a list the count may be the list's: it can only agree.
    out.proved |= behind(number.after).is_some_and(|stated| stated.count == counted);
    true
}

/// Proves a range by the count beside it. Says nothing against it: the sign may be part of one number.
pub(super) fn confirm(number: &Number, out: &mut Judgement) {
    let Some((range, _)) = read(number.value) else { return };
    let counted = range.count();
    if counted.is_some() && counted == stated(number).map(|stated| stated.count) {
        out.facts.extend(counted.map(Fact::Count));
        out.proved = true;
    }
}

fn compare(stated: Option<Stated>, counted: u64, whole: ops::Range<usize>, out: &mut Judgement) {
    let Some(Stated { count, weight }) = stated else { return };
    let flaw = Flaw::Count { stated: count, counted };
    match weight {
        _ if count == counted => out.proved = true,
        Weight::Sure => out.wrong(flaw, whole),
        // A pad holds many forms: as many in each, if the numbers come out even.
        Weight::Pads if count > 0 && counted.is_multiple_of(count) => {}
        Weight::Pads | Weight::Loose => out.doubt(flaw, whole),
        Weight::Other => {}
    }
}

/// A count in the words beside a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stated {
    count: u64,
    weight: Weight,
}

/// What a disagreement is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Weight {
    /// It counts the numbers of the range.
    Sure,
    /// It counts pads of forms (本, 组).
    Pads,
    /// It may count something else.
    Loose,
    /// It counts another thing by its name: it can only agree.
    Other,
}

/// The count right behind the range, or else right before its label; none where several numbers share it.
fn stated(number: &Number) -> Option<Stated> {
    if listed_after(number.after) || listed_before(number.before) {
        return None;
    }
    behind(number.after).or_else(|| ahead(number.before, number.after, number.label))
}

/// The count beside a list of numbers, where it counts them one by one (张, 份) and no pads.
pub(crate) fn stated_beside(before: &[char], after: &[char], label: &str) -> Option<u64> {
    let stated = behind(after).or_else(|| ahead(before, after, label))?;
    matches!(stated.weight, Weight::Sure | Weight::Loose).then_some(stated.count)
}

/// Words that may stand between a range and its count. What says that a count follows is marked.
const BETWEEN: [(&str, bool); 31] = [
    ("共计", true),
    ("合计", true),
    ("总计", true),
    ("总共", true),
    ("一共", true),
    ("共有", true),
    ("数量", true),
    ("份数", true),
    ("张数", true),
    ("共", true),
    ("计", true),
    ("(", true),
    ("增值税专用发票", false),
    ("增值税普通发票", false),
    ("专用发票", false),
    ("普通发票", false),
    ("空白发票", false),
    ("空白收据", false),
    ("发票", false),
    ("收据", false),
    ("票据", false),
    ("单证", false),
    ("以上", false),
    ("号", false),
    ("止", false),
    ("的", false),
    ("为", false),
    (")", false),
    (",", false),
    (";", false),
    (":", false),
];

fn behind(after: &[char]) -> Option<Stated> {
    let (mut rest, mut marked, mut apart) = (after, false, false);
    while let Some((word, marks)) = BETWEEN.iter().find(|(word, _)| starts_with(rest, word)) {
        marked |= marks;
        apart |= matches!(*word, "," | ";");
        rest = &rest[word.chars().count()..];
    }
    let (count, len) = count_at(rest)?;
    let weight = match rest.get(len)? {
        '份' | '张' | '枚' | '套' if apart && !marked => Weight::Loose,
        '份' | '张' | '枚' | '套' => Weight::Sure,
        '本' | '组' => Weight::Pads,
        _ => return None,
    };
    Some(Stated { count, weight })
}

/// `空白发票14份（号码00244217-00244230）`: the count stands before the label.
fn ahead(before: &[char], after: &[char], label: &str) -> Option<Stated> {
    let mut rest = trim_end(before, &[':', '为', '第', '.', '№']);
    if let Some(head) = rest.len().checked_sub(label.chars().count())
        && ends_with(rest, label)
    {
        rest = &rest[..head];
    }
    rest = trim_end(rest, &[':', '(', ',', '的']);
    if let Some(head) = before_code(trim_end(rest, &[';', '、'])) {
        // With another code behind, the count is of both.
        if says_code(after) {
            return None;
        }
        rest = trim_end(head, &[':', '(', ',', '的']);
    }
    // `一本(50份)`
    if let [head @ .., '份' | '张' | '枚' | '套', ')'] = rest
        && let Some(open) = head.iter().rposition(|c| *c == '(')
        && open + 8 > head.len()
    {
        rest = &rest[open + 1..rest.len() - 1];
    }
    let (unit, head) = rest.split_last()?;
    let weight = match unit {
        '份' | '张' | '枚' | '套' => Weight::Loose,
        '本' | '组' => Weight::Pads,
        _ => return None,
    };
    let numeral = |c: &char| c.is_ascii_digit() || numerals::is_numeral(*c);
    let start = head.iter().rposition(|c| !numeral(c)).map_or(0, |i| i + 1);
    let (count, len) = count_at(&head[start..])?;
    let weight = if is_of_another(&head[..start], label) { Weight::Other } else { weight };
    (len == head.len() - start).then_some(Stated { count, weight })
}

/// What stands before an invoice's code at the end: `发票2份,发票代码033002100104`.
fn before_code(text: &[char]) -> Option<&[char]> {
    let digits = text.iter().rev().take_while(|c| c.is_ascii_digit()).count();
    let head = trim_end(&text[..text.len() - digits], &[':', '为', '是']);
    let head = head.strip_suffix(&['代', '码']).filter(|_| (8..=12).contains(&digits))?;
    Some(head.strip_suffix(&['发', '票']).or_else(|| head.strip_suffix(&['票', '据'])).unwrap_or(head))
}

/// Does another code or number by its label stand there?
fn says_code(text: &[char]) -> bool {
    text.windows(2).any(|some| matches!(some, ['代', '码'] | ['号', '码']))
}

/// Is what is counted a seal or the like, or a contract before a number of receipts: `公章一枚,收据:…`?
fn is_of_another(counted: &[char], label: &str) -> bool {
    match counted {
        [.., '章' | '鉴' | '牌' | '照' | '盘'] => true,
        [.., '合', '同'] | [.., '协', '议'] => label.contains(['票', '据']),
        _ => false,
    }
}

fn count_at(text: &[char]) -> Option<(u64, usize)> {
    if let Some((count, len)) = numerals::figures(text) {
        return Some((count.into(), len));
    }
    let numeral = numerals::read(text).filter(|numeral| !numeral.broken)?;
    Some((numeral.value, numeral.len))
}

/// Does the text go on with another number of the list?
fn listed_after(after: &[char]) -> bool {
    let rest = trim_start(after, &['、', ',', ';', '和', '及', '与', '.', '/']);
    rest.len() < after.len() && rest.iter().take_while(|c| c.is_ascii_digit()).count() >= 4
}

/// Does another number of the list stand before?
fn listed_before(before: &[char]) -> bool {
    let rest = trim_end(before, &['、', ',', ';', '和', '及', '与', '.', '/']);
    rest.len() < before.len() && rest.last().is_some_and(char::is_ascii_digit)
}

fn split_letters(s: &str) -> Option<(&str, &str)> {
    let at = s.bytes().position(|b| !b.is_ascii_alphabetic())?;
    let (letters, rest) = s.split_at(at);
    Some((letters, rest.strip_prefix('.').filter(|_| at > 0).unwrap_or(rest)))
}

fn starts_with(text: &[char], word: &str) -> bool {
    let len = word.chars().count();
    text.len() >= len && text[..len].iter().copied().eq(word.chars())
}

fn ends_with(text: &[char], word: &str) -> bool {
    let Some(start) = text.len().checked_sub(word.chars().count()) else { return false };
    text[start..].iter().copied().eq(word.chars())
}

fn trim_start<'a>(mut text: &'a [char], signs: &[char]) -> &'a [char] {
    while let [first, rest @ ..] = text
        && signs.contains(first)
    {
        text = rest;
    }
    text
}

fn trim_end<'a>(mut text: &'a [char], signs: &[char]) -> &'a [char] {
    while let [rest @ .., last] = text
        && signs.contains(last)
    {
        text = rest;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::Fact;
    use crate::kinds::testing::{chars, odd_values, today, told};
    use crate::testing::{answers, finds, gives, pair};

    #[test]
    fn reading() {
        finds(
            |value| parse(value).map(|r| format!("{} {} {}", r.first, r.last, r.at)),
            "
            00244217 00244230 9                           00244217-00244230  00244217~00244230
            00244217 00244230 9                           00244217至00244230  00244217-00244230号
            00244217 00244230 10                          00244217--00244230  A00244217-00244230
            00244217 00244230 10                          00244217号至00244230号
            00244217 30 9                                 00244217到30
            00244217 00244230 13                          NO00244217-NO00244230
            00244217 230 9                                00244217-230
            none                                          00244230-217  // shortened it would end before it starts: one number with a part
            none                                          00244217-A00244230  A00244217-B00244230  1-5号
            none                                          001-050  2024-00123号  2024-00123
            none                                          2410-00123456  71539366-1  0431-8501  00244217
            none                                          -00244217  00244217-
            none                                          00244217-00244230-00244240  至  ∅
            0024421 00244230 8                            0024421-00244230
            00244230 00244217 9                           00244230-00244217
            24222000000012345601 24222000000012345610 21  24222000000012345601-24222000000012345610
            00244217 00244230 11                          00244217号起至00244230号
            00244217 00244230 11                          00244217号-第00244230号
            00244217 00244230 15                          No.00244217-No.00244230
            00244217 00244230 12                          00244217-No.00244230
            ",
        );
    }

    fn look(before: &str, label: &str, value: &str, after: &str) -> Judgement {
        let (before, after) = (chars(before), chars(after));
        let number = Number { value, label, before: &before, after: &after, today: today() };
        let mut out = Judgement::default();
        assert!(judge(&number, &mut out), "{value}");
        out
    }

    #[test]
    fn counts_behind() {
        // 00244217 to 00244230 are fourteen.
        gives(
            |after| {
                let out = look("收据号", "收据号", "00244217-00244230", after);
                assert_eq!(out.facts, [Fact::Count(14)], "{after}");
                out.verdict().name().into()
            },
            "
            verified   共14份,声明作废  共计14张  14份  (14枚)  (共十四份)  共一十四份  共壹拾肆份
            verified   ,共14套  )空白发票共14份  号,14张  号止,共14张  共14本
            wrong      共13份  共15张  (13份)  13份  共十三份  共0份
            doubtful   ,13份  // may begin the next thing
            doubtful   共3本
            plausible  共2本  // seven in each
            plausible  、00244301-00244310共24份  // one count for both
            plausible  共1本  共14人  共14  丢失一份合同  作废  ∅
            ",
        );
    }

    #[test]
    fn short_ones() {
        finds(
            |value| parse_short(value).and_then(|range| range.count()),
            "
            5     1-5号  01-05号
            50    1号至50号  001-050号
            none  2024-00123号  // not written as it counts
            none  5-1号  1-5  1-5-9号  号
            ",
        );
        // The count proves it; without one nothing is claimed.
        answers(
            |both| {
                let (value, after) = pair(both);
                let after = chars(after);
                let mut out = Judgement::default();
                let is_range = judge(&Number { after: &after, ..Number::bare(value, today()) }, &mut out);
                assert_eq!(is_range, out.proved, "{both}");
                is_range
            },
            "
            yes  1-5号|共5张  001-050|共50份
            no   001-050|共49份  001-050|  2024-00123|共1份
            ",
        );
    }

    #[test]
    fn counts_ahead() {
        gives(
            |both| {
                let (before, label) = pair(both);
                look(before, label, "00244217-00244230", "声明作废").verdict().name().into()
            },
            "
            verified   丢失空白发票14份,发票号码:|发票号码  丢失空白发票十四份(发票号码:|发票号码
            verified   丢失收据14张(|
            doubtful   丢失空白发票13份,发票号码:|发票号码
            plausible  丢失空白发票1本,发票号码:|发票号码  发票号码:|发票号码
            plausible  00244301-00244310、|发票号码  丢失空白发票24份,号码00244301-00244310、|号码  |
            ",
        );
    }

    #[test]
    fn order_and_width() {
        gives(
            |both| {
                let (value, after) = pair(both);
                told(&look("", "", value, after))
            },
            "
            ∅                          00244217-00244230|  00244217-00244217|  00244217-230|共14份
            ∅                          99999998-100000001|共4份
            wrong range-order 9-17     00244230-00244217|
            doubtful range-width 9-12  00244230至217|  00244217-230|  00244217-230|共13份
            doubtful range-width 9-16  00244217-0024423|
            doubtful range-width 8-16  0024421-00244230|
            doubtful range-width 9-18  99999998-100000001|
            ",
        );
        let out = look("", "", "00244217-00244230", "共13份");
        assert_eq!(out.problems[0].flaw, Flaw::Count { stated: 13, counted: 14 });
        assert_eq!((out.problems[0].start, out.problems[0].end), (0, 17));
    }

    #[test]
    fn never_panics() {
        for value in odd_values() {
            for sign in ["-", "~", "至"] {
                let value = format!("{value}{sign}{value}");
                if let Some(range) = parse(&value) {
                    range.count();
                }
            }
        }
    }
}
