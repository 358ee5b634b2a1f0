//! Telephones (电话): mobiles, landlines with and without area code, service numbers.
//!
//! ```text
//! telephone = [+86] mobile | [+86] landline [extension] | service
//! mobile    = 3 + 4 + 4 digits with or without -, middle part often masked       139****0026
//! landline  = area [-] local | "(" area ")" local | local                      0431-85012345
//! service   = 400 or 800 + 7 digits | 95… 96… 1… of three to six digits        400-123-4567
//! extension = - or 转 and one to five digits                                      转836
//! ```
//!
//! | part    | what is in the tables                                                               |
//! |---------|-------------------------------------------------------------------------------------|
//! | mobile  | segments by operator, 11 digits                                                     |
//! | area    | 0 and two or three digits, with the number of digits (7, 8) of its local numbers    |
//! | local   | first digit 2 to 8; 0, 1 and 9 are for trunks and services                          |
//!
//! Without words that name a telephone only what is unmistakable is read: a mobile of a known segment in 11
//! digits, a landline with brackets or `-` behind a known area code, `400-…`.
//! Sources: 电信网编号计划 (2017), and the tables' own.

use std::ops::Range;

use super::{Confidence, Kind, Number};
use crate::{Fact, Flaw, Judgement, telephones};

/// A telephone or fax number.
pub static KIND: Kind = Kind {
    id: "telephone",
    names: ["电话", "telephone"],
    grammar: "手机11位；固定电话：区号+7或8位，如0431-85012345、(0431)85012345转836；400/800+7位；95、96、1开头的短号",
    source: "电信网编号计划（2017年版）；号段与区号表",
    confidence: Confidence::Sure,
    looks_like: |value| {
        let text: Vec<char> = value.chars().collect();
        parse(&text).is_some_and(|parsed| parsed.len == text.len() && parsed.is_meant())
    },
    check,
};

/// Reads the telephone that starts at `text[0]`: how many characters it has.
///
/// It starts at the bracket or the `+` where there is one.
pub fn read(before: &[char], text: &[char]) -> Option<usize> {
    let &first = text.first()?;
    if !matches!(first, '0'..='9' | '(' | '+') || !starts_here(before, first) {
        return None;
    }
    // Lists, floors and counts: too short for any telephone.
    if !text.get(2).is_some_and(|&ch| is_digit(Some(&ch)) || matches!(ch, '-' | '(')) {
        return None;
    }
    let parsed = parse(text)?;
    let after = &text[parsed.len..];
    let ends = !after.first().is_some_and(|&ch| ch == '*' || ch.is_ascii_digit());
    let read = parsed.is_unmistakable(after) || (parsed.is_meant() && is_named(before));
    (ends && read).then_some(parsed.len)
}

/// The most digits a number can have: +86, area, local.
const MOST: usize = 14;

/// A number taken apart, not yet judged.
struct Parsed {
    len: usize,
    /// The digits and mask signs after +86, without area brackets, signs and extension.
    digits: [u8; MOST],
    count: usize,
    /// Where each of them stands.
    places: [u8; MOST],
    /// How many of them are the part before the first sign, in brackets or not; 0 if there is no sign.
    head: usize,
    /// The head stands in brackets.
    bracketed: bool,
    /// The number has +86, 86- or 0086 before it.
    china: bool,
    /// Another country's number.
    foreign: bool,
    /// The signs part the digits as 3, 4 and 4.
    mobile_groups: bool,
}

/// What a number is meant to be, by its digits.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Mobile,
    /// Area and local; how many digits the area has.
    Landline(usize),
    /// Local alone.
    Local,
    /// 400 and 800.
    TollFree,
    /// 95588, 12345, 110.
    Service,
    Foreign,
    /// A number of digits that no telephone has.
    Odd,
}

fn parse(text: &[char]) -> Option<Parsed> {
    let mut parsed = Parsed {
        len: 0,
        digits: [0; MOST],
        count: 0,
        places: [0; MOST],
        head: 0,
        bracketed: false,
        china: false,
        foreign: false,
        mobile_groups: false,
    };
    let mut at = country(text, &mut parsed)?;
    if text.get(at) == Some(&'(') {
        let end = parsed.digits_at(text, at + 1)?;
        if text.get(end) != Some(&')') || !(2..=4).contains(&parsed.count) {
            return None;
        }
        parsed.bracketed = true;
        parsed.head = parsed.count;
        at = end + 1 + usize::from(text.get(end + 1) == Some(&'-'));
    }
    let mut groups = [0; 3];
    for (i, group) in groups.iter_mut().enumerate() {
        let had = parsed.count;
        at = parsed.digits_at(text, at)?;
        *group = parsed.count - had;
        parsed.len = at;
        if i == 0 && !parsed.bracketed && text.get(at) == Some(&'-') {
            parsed.head = parsed.count;
        }
        let sign = text[at..].iter().take_while(|&&ch| ch == '-').count();
        if !(1..=2).contains(&sign) || !is_digit(text.get(at + sign)) || !parsed.goes_on(text, at + sign) {
            break;
        }
        at += sign;
    }
    if parsed.len == 0 || parsed.count == 0 {
        return None;
    }
    if parsed.head == parsed.count {
        parsed.head = 0;
    }
    parsed.mobile_groups = matches!(groups, [3, 4, 4] | [11, 0, 0] | [3, 8, 0] | [7, 4, 0]);
    parsed.len = extension(text, &parsed);
    Some(parsed)
}

/// Skips `+86`, `0086-`, `86-`; another country's code is only noted.
fn country(text: &[char], parsed: &mut Parsed) -> Option<usize> {
    let sign = |at: usize| usize::from(text.get(at) == Some(&'-'));
    let after = match text {
        ['+', '8', '6', ..] => Some(3 + sign(3)),
        ['0', '0', '8', '6', ..] => Some(4 + sign(4)),
        ['8', '6', '-', ..] => Some(3),
        // 8613904310026, all in one.
        ['8', '6', '1', '3'..='9', ..] if run(text) == 13 => Some(2),
        ['+', ch, ..] if ch.is_ascii_digit() => {
            parsed.foreign = true;
            return Some(1);
        }
        ['0', '0', '1'..='9', ..] if !matches!(text, ['0', '0', '8', '6', ..]) && run(text) >= 10 => {
            parsed.foreign = true;
            return Some(0);
        }
        _ => None,
    };
    let after = after.filter(|&at| is_digit(text.get(at)) || text.get(at) == Some(&'('));
    parsed.china = after.is_some();
    Some(after.unwrap_or(0))
}

/// The end of the extension behind a number that has its digits, or of the number itself.
fn extension(text: &[char], parsed: &Parsed) -> usize {
    let at = parsed.len;
    let whole = matches!(parsed.form(), Form::Landline(_) | Form::Local | Form::TollFree);
    let open = match text.get(at) {
        Some('-' | '转') => at + 1,
        _ => return at,
    };
    let open = open + usize::from(text.get(at) == Some(&'-') && text.get(open) == Some(&'转'));
    let digits = run(&text[open..]);
    if whole && (1..=5).contains(&digits) && text.get(open + digits) != Some(&'-') {
        open + digits
    } else {
        at
    }
}

fn run(text: &[char]) -> usize {
    text.iter().take(20).take_while(|ch| ch.is_ascii_digit()).count()
}

fn is_digit(ch: Option<&char>) -> bool {
    ch.is_some_and(|&ch| ch.is_ascii_digit() || ch == '*')
}

impl Parsed {
    /// Takes digits and mask signs from `at` on: where they end. Nothing if there are none or too many.
    fn digits_at(&mut self, text: &[char], at: usize) -> Option<usize> {
        let mut end = at;
        while is_digit(text.get(end)) {
            if self.count == MOST {
                return None;
            }
            self.digits[self.count] = text[end] as u8;
            self.places[self.count] = u8::try_from(end).ok()?;
            self.count += 1;
            end += 1;
        }
        (end > at).then_some(end)
    }

    /// Do the digits behind a sign still belong to the number, or are they an extension?
    fn goes_on(&self, text: &[char], at: usize) -> bool {
        let next = text[at..].iter().take(MOST).take_while(|ch| is_digit(Some(ch))).count();
        let local = self.count - self.head;
        // 0431-85012345-836, 85012345-836, 4001234567-836
        let whole = match self.digits() {
            [b'0', ..] => (self.head > 0 && local >= 7) || self.count >= 10,
            [b'1', b'3'..=b'9', ..] => self.count >= 11,
            [b'4' | b'8', b'0', b'0', ..] if self.count + next == 10 => false,
            _ => matches!(self.count, 7 | 8 | 10..),
        };
        !whole && self.count + next <= MOST
    }

    fn digits(&self) -> &[u8] {
        &self.digits[..self.count]
    }

    fn masked(&self) -> bool {
        self.digits().contains(&b'*')
    }

    /// The place of digits `from..to` in the value.
    fn span(&self, range: Range<usize>) -> Range<usize> {
        let last = usize::from(self.places[range.end - 1]);
        usize::from(self.places[range.start])..last + 1
    }

    fn form(&self) -> Form {
        if self.foreign {
            return Form::Foreign;
        }
        let count = self.count;
        match self.digits() {
            [b'1', b'3'..=b'9', ..] if count >= 9 => Form::Mobile,
            [b'1', ..] if count >= 11 => Form::Mobile,
            [b'0', ..] if count >= 8 => Form::Landline(self.area_width()),
            [b'4' | b'8', b'0', b'0', ..] if count == 10 || (self.head == 3 && count >= 9) => Form::TollFree,
            [b'1' | b'9', ..] if (3..=6).contains(&count) => Form::Service,
            [b'1', b'0', b'1', b'0', ..] | [b'9', b'5', b'1', b'0', ..] if count == 8 => Form::Service,
            // 431-85012345 and +86-431-85012345: the area without its 0.
            _ if (2..=4).contains(&self.head) && (7..=8).contains(&(count - self.head)) => {
                Form::Landline(self.head)
            }
            _ if self.china && (9..=11).contains(&count) => Form::Landline(self.area_width()),
            _ if (7..=8).contains(&count) => Form::Local,
            _ => Form::Odd,
        }
    }

    /// How many digits the area has: what stands before the sign, else by the plan: 010 and 02x, else four.
    fn area_width(&self) -> usize {
        if self.head > 0 && (self.bracketed || self.head <= 5) {
            return self.head;
        }
        let zero = usize::from(self.digits[0] == b'0');
        match self.digits[zero..] {
            [b'1', b'0', ..] | [b'2', ..] => 2 + zero,
            _ => 3 + zero,
        }
    }

    /// The area code with its 0.
    fn area(&self, width: usize) -> String {
        let zero = if self.digits[0] == b'0' { "" } else { "0" };
        zero.chars().chain(self.digits[..width].iter().map(|&b| char::from(b))).collect()
    }

    /// Behind a label: 7 to 13 digits, or a service number.
    fn is_meant(&self) -> bool {
        let form = self.form();
        match form {
            Form::Service => {
                !self.masked()
                    && match self.digits() {
                        [b'1', b'1', _] | [b'1', b'2', b'0' | b'2'] => true,
                        [b'1', b'0'..=b'2', ..] if self.count == 5 => true,
                        [b'9', b'5' | b'6', ..] => self.count >= 5,
                        [b'1', b'0', ..] => self.count == 8,
                        _ => false,
                    }
            }
            _ => (7..=13).contains(&self.count),
        }
    }

    /// Could it be nothing else, even without a label?
    fn is_unmistakable(&self, after: &[char]) -> bool {
        if matches!(after, ['-' | '.', '0'..='9', ..] | ['a'..='z' | 'A'..='Z', ..]) {
            return false;
        }
        match self.form() {
            Form::Mobile => self.count == 11 && self.mobile_groups && mobile_segment(self.digits()).is_some(),
            Form::Landline(width) => {
                let local = self.count - width;
                let area = self.digits[0] == b'0' && area_known(&self.digits[..width]);
                self.head == width && area && (7..=8).contains(&local) && !self.masked()
            }
            Form::TollFree => self.head >= 3 && self.count == 10 && !self.masked(),
            _ => false,
        }
    }
}

/// The operator of the segment, as far as the mask lets it be told.
fn mobile_segment(digits: &[u8]) -> Option<&'static str> {
    let shown = digits.iter().take(5).take_while(|&&b| b != b'*').count();
    let mut prefix = [0; 5];
    prefix[..shown].copy_from_slice(&digits[..shown]);
    let look_up = |prefix: &[u8]| {
        let segment = telephones::segment(std::str::from_utf8(prefix).ok()?)?;
        (segment.digits == 11).then_some(segment.operator)
    };
    // 134****0026: the table may part the segment by its fourth digit.
    look_up(&prefix[..shown]).or_else(|| {
        let fourth = (b'0'..=b'9').map(|digit| [prefix[0], prefix[1], prefix[2], digit]);
        (shown == 3).then(|| fourth.filter_map(|prefix| look_up(&prefix)).next()).flatten()
    })
}

fn area_known(area: &[u8]) -> bool {
    std::str::from_utf8(area).is_ok_and(|area| telephones::area(area).is_some())
}

fn starts_here(before: &[char], first: char) -> bool {
    let Some(&last) = before.last() else { return true };
    match last {
        // (0431)85012345 starts at its bracket; so does +86 at its sign.
        '+' | '*' | '_' | '#' => false,
        '-' | '.' => {
            !before.iter().rev().nth(1).is_some_and(|ch| ch.is_ascii_alphanumeric())
                || ends_with_label(before)
        }
        _ if last.is_ascii_digit() => false,
        // Tel13904310026, but not A13904310026.
        _ if last.is_ascii_alphabetic() => first == '(' || ends_with_label(before),
        _ => true,
    }
}

/// Do the words directly before name a telephone? Also through other telephones of a list, and past a name
/// behind the colon.
fn is_named(before: &[char]) -> bool {
    let mut rest = before;
    for _ in 0..4 {
        if ends_with_label(rest) {
            return true;
        }
        // 0431-85012345、85012346: back over the number before, and the sign between.
        let Some((&sign, head)) = rest.split_last() else { return false };
        let head = match (sign, head) {
            ('、' | ',' | '/' | ';' | '或' | '和', head) => head,
            _ => return false,
        };
        let number =
            head.iter().rev().take_while(|&&ch| is_digit(Some(&ch)) || "()-+转".contains(ch)).count();
        if !(3..=24).contains(&number) {
            return false;
        }
        rest = &head[..head.len() - number];
    }
    false
}

/// `电话`, `电话:`, `电话(传真):`, `Tel.`, `电话:王经理`
fn ends_with_label(text: &[char]) -> bool {
    let text = match text {
        // A name of up to six signs between the colon and the number.
        [.., last] if *last >= '一' && !matches!(last, '为' | '是') && !ends_with_word(text) => {
            let name = text.iter().rev().take(7).take_while(|&ch| ('一'..='\u{9fff}').contains(ch)).count();
            let head = &text[..text.len() - name];
            if head.last() != Some(&':') {
                return false;
            }
            head
        }
        _ => text,
    };
    let text = trim(text, |ch| matches!(ch, ':' | '为' | '是' | '.' | '(' | '>' | '“' | '"'));
    let text = match text {
        [head @ .., '变' | '更', '更' | '改'] | [head @ .., '改'] => head,
        _ => text,
    };
    let text = match text {
        [.., ')'] => {
            let open = text.iter().rev().take(8).position(|&ch| ch == '(');
            open.map_or(text, |open| &text[..text.len() - 1 - open])
        }
        _ => text,
    };
    ends_with_word(text)
}

fn trim(mut text: &[char], drop: impl Fn(char) -> bool) -> &[char] {
    while let [head @ .., last] = text
        && drop(*last)
    {
        text = head;
    }
    text
}

fn ends_with_word(text: &[char]) -> bool {
    match text {
        [.., '电' | '固', '话'] | [.., '手' | '座', '机'] | [.., '热', '线'] | [.., '传', '真'] => {
            true
        }
        [.., '话' | '机', '号'] | [.., '话' | '机', '号', '码'] | [.., '联', '系', '方', '式'] => {
            true
        }
        [.., '小', '灵', '通'] | [.., '拨', '打'] | [.., '致', '电'] => true,
        [.., ch] if ch.is_ascii_alphabetic() => ["tel", "phone", "mobile", "fax"].into_iter().any(|word| {
            let mut rest = text.iter().rev();
            word.chars().rev().all(|ch| rest.next().is_some_and(|last| last.eq_ignore_ascii_case(&ch)))
        }),
        _ => false,
    }
}

fn check(number: &Number) -> Judgement {
    let mut judgement = Judgement::default();
    let text: Vec<char> = number.value.chars().collect();
    let Some(parsed) = parse(&text) else { return judgement };
    let whole = parsed.span(0..parsed.count);
    match parsed.form() {
        Form::Mobile => judge_mobile(&parsed, &mut judgement),
        Form::Landline(width) => judge_landline(&parsed, width, &mut judgement),
        Form::Local => judge_first(&parsed, 0, &mut judgement),
        Form::TollFree if parsed.count != 10 => judgement.doubt(Flaw::Length(&[10]), whole),
        Form::TollFree | Form::Service => judgement.fact(Fact::ServiceNumber),
        Form::Foreign => {}
        // An extension may be glued to it: 85012345 836.
        Form::Odd => judgement.doubt(Flaw::Length(&[7, 8]), whole),
    }
    judgement
}

fn judge_mobile(parsed: &Parsed, judgement: &mut Judgement) {
    let whole = parsed.span(0..parsed.count);
    if parsed.count != 11 {
        if parsed.masked() {
            judgement.doubt(Flaw::MaskLength(&[11]), whole);
        } else {
            judgement.wrong(Flaw::Length(&[11]), whole);
        }
        return;
    }
    if parsed.masked() {
        let masked = parsed.digits().iter().filter(|&&b| b == b'*').count() as u8;
        judgement.fact(Fact::Mask { kept: 11 - masked, masked });
    }
    if parsed.digits()[..3].contains(&b'*') {
        return;
    }
    match mobile_segment(parsed.digits()) {
        Some(operator) => {
            judgement.fact(Fact::MobileSegment(operator));
            judgement.proved = true;
        }
        None => judgement.doubt(Flaw::TelephonePrefix, parsed.span(0..3)),
    }
}

fn judge_landline(parsed: &Parsed, width: usize, judgement: &mut Judgement) {
    let area = parsed.area(width);
    let span = parsed.span(0..width);
    judgement.fact(Fact::TelephoneArea(area.clone()));
    let dialled = parsed.digits[0] == b'0' || parsed.china;
    let lengths = match telephones::look_up(&area) {
        None => {
            judgement.doubt(Flaw::TelephoneArea, span);
            &[7, 8]
        }
        // Merged into a neighbour's, and no longer dialled.
        Some(found) if !found.merged_into.is_empty() => {
            judgement.doubt(Flaw::TelephoneArea, span);
            &[7, 8]
        }
        Some(found) => {
            if dialled {
                judgement.proved = true;
            } else {
                judgement.doubt(Flaw::TelephoneArea, span);
            }
            found.local_lengths
        }
    };
    let local = parsed.count - width;
    // 0431-12345, 0431-96618: a service of that place.
    if matches!(parsed.digits[width], b'1' | b'9') && (5..=6).contains(&local) {
        judgement.fact(Fact::ServiceNumber);
        return;
    }
    if !lengths.iter().any(|&length| usize::from(length) == local) {
        let span = parsed.span(width..parsed.count);
        if judgement.proved {
            judgement.wrong(Flaw::Length(lengths), span);
        } else if !parsed.masked() {
            judgement.doubt(Flaw::Length(lengths), span);
        }
    } else {
        judge_first(parsed, width, judgement);
    }
}

/// Local numbers begin with 2 to 8.
fn judge_first(parsed: &Parsed, at: usize, judgement: &mut Judgement) {
    if matches!(parsed.digits[at], b'0' | b'1' | b'9') {
        judgement.doubt(Flaw::TelephonePrefix, parsed.span(at..at + 1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Date, Severity, Verdict};

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    /// The stretch up to `|`, and what is read after it.
    fn found(marked: &str) -> Option<String> {
        let (before, text) = marked.split_once('|').expect("a mark");
        let text = chars(text);
        read(&chars(before), &text).map(|len| text[..len].iter().collect())
    }

    fn judge(value: &str) -> Judgement {
        assert!((KIND.looks_like)(value), "{value}");
        check(&Number::bare(value, Date::new(2024, 4, 11).expect("a day")))
    }

    #[test]
    fn reads_without_a_label() {
        for (marked, want) in [
            ("联系人:吴建民|13904310026", "13904310026"),
            ("|139-0431-0026,", "139-0431-0026"),
            ("|+8613904310026", "+8613904310026"),
            ("|86-13904310026", "86-13904310026"),
            ("|8613904310026", "8613904310026"),
            ("|139****0026)", "139****0026"),
            ("|134****0026)", "134****0026"),
            ("|0431-85012345,", "0431-85012345"),
            ("|(0431)85012345", "(0431)85012345"),
            ("|(027)59313970", "(027)59313970"),
            ("|(0431)-85012345", "(0431)-85012345"),
            ("|027-5931-3970", "027-5931-3970"),
            ("|0431--85012345", "0431--85012345"),
            ("|0431-85012345-836", "0431-85012345-836"),
            ("|0431-85012345转836分机", "0431-85012345转836"),
            ("|0431-85012345、85012346", "0431-85012345"),
            ("|13904310026/13804310027", "13904310026"),
            ("|400-123-4567", "400-123-4567"),
            ("|400-1234567", "400-1234567"),
            ("|4008-123-456", "4008-123-456"),
        ] {
            assert_eq!(found(marked).as_deref(), Some(want), "{marked}");
        }
    }

    #[test]
    fn reads_behind_a_label() {
        for (marked, want) in [
            ("电话:|13904310026", "13904310026"),
            ("电话|85012345,", "85012345"),
            ("联系电话:|8501234", "8501234"),
            ("电话:|043185012345", "043185012345"),
            ("电话:|85012345-836", "85012345-836"),
            ("电话:|85012345转836", "85012345转836"),
            ("电话变更为|88354986-836", "88354986-836"),
            ("联系电话“|139431000266”应为", "139431000266"),
            ("Tel:|85012345", "85012345"),
            ("TEL.|85012345", "85012345"),
            ("电话(传真):|85012345", "85012345"),
            ("电话(微信同号)|13904310026", "13904310026"),
            ("电话:王经理|85012345", "85012345"),
            ("电话:0431-85012345、|85012346", "85012346"),
            ("电话:(0431)85012345转2,85012346/|85012347", "85012347"),
            ("电话:|+86-431-85012345", "+86-431-85012345"),
            ("服务热线:|4001234567", "4001234567"),
            ("热线|95588", "95588"),
            ("请拨打|12345", "12345"),
            ("举报电话:|12315。", "12315"),
            ("电话|110", "110"),
            ("电话:|1390431002", "1390431002"),
            ("电话:|139043100266", "139043100266"),
            ("电话:|0440-8501234", "0440-8501234"),
            ("电话:|431-85012345", "431-85012345"),
            ("电话:|85012345QQ", "85012345"),
            ("电话:|139****026", "139****026"),
            ("电话:|+1-212-5550123", "+1-212-5550123"),
            ("电话:|0085221234567", "0085221234567"),
        ] {
            assert_eq!(found(marked).as_deref(), Some(want), "{marked}");
        }
    }

    #[test]
    fn refuses() {
        for marked in [
            "|",
            "|(",
            "|+",
            "|+86",
            "|()",
            "|85012345",
            "收据号|00251306",
            "|043185012345",
            "|4001234567",
            "|12345",
            "|12904310026",
            "|10904310026",
            "|1390431002",
            "|139043100261",
            "1|13904310026",
            "A|13904310026",
            "|13904310026A",
            "|13904310026-1",
            "|13904310026.50",
            "|139043100260000",
            "|13904310026****",
            "*|13904310026",
            "+|8613904310026",
            "|0440-8501234",
            "|0431-850123",
            "|0431-850123456",
            "2023-|0431-85012345",
            "0431-|85012345",
            "|2024-04-09",
            "|2203810070582",
            "电话:|123456",
            "电话:|1234",
            "电话:|2203811725406000",
            "电话变更公告编号|85012345",
            "电话,编号|85012345",
            "邮编|130000",
            "|139***026",
            "|(2024)85012345",
            "(|0431)85012345",
        ] {
            assert_eq!(found(marked), None, "{marked}");
        }
    }

    #[test]
    fn reads_beside_every_sign() {
        for sign in "，。、；：？！（）《》“”‘’【】—…·,;:?!()<>[]\"'&@=|~^/%".chars()
        {
            for value in ["13904310026", "0431-85012345", "(0431)85012345", "400-123-4567"] {
                let text: Vec<char> = value.chars().chain([sign]).collect();
                assert_eq!(read(&[sign], &text), Some(value.chars().count()), "{sign} {value}");
            }
        }
    }

    #[test]
    fn checks() {
        use Severity::{Doubtful, Wrong};
        use Verdict::{Plausible, Verified};
        let problem = |value: &str| {
            let judgement = judge(value);
            let found: Vec<_> =
                judgement.problems.iter().map(|p| (p.flaw, p.severity, p.start, p.end)).collect();
            (judgement.verdict(), found)
        };
        for (value, want) in [
            ("13904310026", Verified),
            ("139-0431-0026", Verified),
            ("+86139-0431-0026", Verified),
            ("139****0026", Verified),
            ("134****0026", Verified),
            ("1******0026", Plausible),
            ("0431-85012345", Verified),
            ("(0431)85012345", Verified),
            ("043185012345", Verified),
            ("02424450408", Verified),
            ("010-8501-2345", Verified),
            ("0437-5012345", Verified),
            ("0435-5012345", Verified),
            ("0435-85012345", Verified),
            ("+86-431-85012345", Verified),
            ("0431-85012345-836", Verified),
            ("0431-85012345转836", Verified),
            ("0431-12345", Verified),
            ("85012345", Plausible),
            ("85012345-836", Plausible),
            ("8501234", Plausible),
            ("400-123-4567", Plausible),
            ("8001234567", Plausible),
            ("95588", Plausible),
            ("10105757", Plausible),
            ("+85221234567", Plausible),
        ] {
            assert_eq!(problem(value), (want, vec![]), "{value}");
        }
        for (value, flaw, severity, start, end) in [
            ("1390431002", Flaw::Length(&[11]), Wrong, 0, 10),
            ("139043100266", Flaw::Length(&[11]), Wrong, 0, 12),
            ("+861390431002", Flaw::Length(&[11]), Wrong, 3, 13),
            ("139****026", Flaw::MaskLength(&[11]), Doubtful, 0, 10),
            ("15404310026", Flaw::TelephonePrefix, Doubtful, 0, 3),
            ("12904310026", Flaw::TelephonePrefix, Doubtful, 0, 3),
            ("0431-8501234", Flaw::Length(&[8]), Wrong, 5, 12),
            ("0431-850123456", Flaw::Length(&[8]), Wrong, 5, 14),
            ("(0437)85012345", Flaw::Length(&[7]), Wrong, 6, 14),
            ("0435-850123", Flaw::Length(&[7, 8]), Wrong, 5, 11),
            ("0440-8501234", Flaw::TelephoneArea, Doubtful, 0, 4),
            ("(043)85012345", Flaw::TelephoneArea, Doubtful, 1, 4),
            ("0410-85012345", Flaw::TelephoneArea, Doubtful, 0, 4),
            ("431-85012345", Flaw::TelephoneArea, Doubtful, 0, 3),
            ("0431-15012345", Flaw::TelephonePrefix, Doubtful, 5, 6),
            ("0431-95012345", Flaw::TelephonePrefix, Doubtful, 5, 6),
            ("15012345", Flaw::TelephonePrefix, Doubtful, 0, 1),
            ("05012345", Flaw::Length(&[7, 8]), Doubtful, 4, 8),
            ("85012345836", Flaw::Length(&[7, 8]), Doubtful, 0, 11),
            ("850123456", Flaw::Length(&[7, 8]), Doubtful, 0, 9),
            ("400-123-456", Flaw::Length(&[10]), Doubtful, 0, 11),
        ] {
            let (_, found) = problem(value);
            assert_eq!(found.last(), Some(&(flaw, severity, start, end)), "{value}: {found:?}");
            assert!(found.len() <= 2, "{value}: {found:?}");
        }
    }

    #[test]
    fn facts() {
        for (value, want) in [
            ("13904310026", vec![Fact::MobileSegment("中国移动")]),
            ("139****0026", vec![Fact::Mask { kept: 7, masked: 4 }, Fact::MobileSegment("中国移动")]),
            ("0431-85012345", vec![Fact::TelephoneArea("0431".into())]),
            ("+86-431-85012345", vec![Fact::TelephoneArea("0431".into())]),
            ("02424450408", vec![Fact::TelephoneArea("024".into())]),
            ("95588", vec![Fact::ServiceNumber]),
            ("4001234567", vec![Fact::ServiceNumber]),
            ("85012345", vec![]),
        ] {
            assert_eq!(judge(value).facts, want, "{value}");
        }
    }

    /// Every area of the catalogue with eight digits, and some with seven: the right length is verified, one more
    /// or less is wrong.
    #[test]
    fn lengths_of_areas() {
        let eight = "010 020 021 022 023 024 025 027 028 029 0311 0371 0377 0379 0411 0431 0432 0451 0510 0511 0512 \
                     0513 0514 0515 0516 0517 0518 0519 0523 0527 0531 0532 0551 0571 0573 0574 0575 0576 0577 0579 \
                     0591 0595 0731 0755 0757 0760 0769 0791 0871 0898";
        let seven = "0310 0335 0349 0370 0412 0434 0436 0437 0438 0439 0470 0550 0570 0633 0691 0812 0891 0901 0955 0970";
        for (areas, length) in [(eight, 8), (seven, 7)] {
            for area in areas.split_whitespace() {
                for local in [length - 1, length, length + 1] {
                    let digits: String = "850123456".chars().take(local).collect();
                    for value in
                        [format!("{area}-{digits}"), format!("({area}){digits}"), format!("{area}{digits}")]
                    {
                        let want = if local == length { Verdict::Verified } else { Verdict::Wrong };
                        assert_eq!(judge(&value).verdict(), want, "{value}");
                    }
                }
            }
        }
    }

    /// Whatever stands there: covers and places stay inside, and what was read looks like the kind.
    #[test]
    fn total() {
        let alphabet = chars("0123456789013458(()-+*转电话:、");
        let today = Date::new(2024, 4, 11).expect("a day");
        let mut seed = 1u64;
        for _ in 0..15_000 {
            let text: Vec<char> = (0..18)
                .map(|_| {
                    seed =
                        seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    alphabet[(seed >> 33) as usize % alphabet.len()]
                })
                .collect();
            let value: String = text.iter().collect();
            for before in [&text[..2], &['电', '话'][..]] {
                if let Some(len) = read(before, &text[2..]) {
                    let covered: String = text[2..][..len].iter().collect();
                    assert!((KIND.looks_like)(&covered), "{covered} in {value}");
                }
            }
            for cut in 0..text.len() {
                let value: String = text[cut..].iter().collect();
                for problem in check(&Number::bare(&value, today)).problems {
                    assert!(problem.start < problem.end && problem.end <= text.len() - cut, "{value}");
                }
            }
        }
    }
}
