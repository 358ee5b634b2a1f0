//! A telephone taken apart (电话的结构): country, area, local, extension, and what it is meant to be.

use std::ops::Range;

use crate::tables::telephones;

/// The most digits a number can have: +86, area, local.
const MOST: usize = 14;

/// A number taken apart, not yet judged.
pub(super) struct Parsed {
    pub(super) len: usize,
    /// The digits and mask signs after +86, without area brackets, signs and extension.
    pub(super) digits: [u8; MOST],
    pub(super) count: usize,
    /// Where each of them stands.
    places: [u8; MOST],
    /// How many of them are the part before the first sign, in brackets or not; 0 if there is no sign.
    head: usize,
    /// The head stands in brackets.
    bracketed: bool,
    /// The number has +86, 86- or 0086 before it.
    pub(super) china: bool,
    /// The sign for a country stands before it twice: `+0086…`, `++86…`.
    pub(super) signed_twice: bool,
    /// Another country's number.
    foreign: bool,
    /// The signs part the digits as 3, 4 and 4.
    mobile_groups: bool,
    /// Letters count as the digits they look like.
    lenient: bool,
    /// Which of the digits are letters in the text, one bit each.
    letters: u16,
}

/// What a number is meant to be, by its digits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
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

/// Takes the telephone apart that starts at `text[0]`.
pub(super) fn parse(text: &[char]) -> Option<Parsed> {
    parse_as(text, false)
}

/// The same where letters stand for the digits they look like: `O431-85012345`, `139O4310026`.
pub(super) fn parse_with_letters(text: &[char]) -> Option<Parsed> {
    parse_as(text, true)
}

fn parse_as(text: &[char], lenient: bool) -> Option<Parsed> {
    let mut parsed = Parsed {
        len: 0,
        digits: [0; MOST],
        count: 0,
        places: [0; MOST],
        head: 0,
        bracketed: false,
        china: false,
        signed_twice: false,
        foreign: false,
        mobile_groups: false,
        lenient,
        letters: 0,
    };
    parsed.signed_twice = matches!(text, ['+', '+', ..] | ['+', '0', '0', '8', '6', ..]);
    let sign = usize::from(parsed.signed_twice);
    let mut at = sign + country(&text[sign..], &mut parsed)?;
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
        if !(1..=2).contains(&sign)
            || parsed.digit(text.get(at + sign)).is_none()
            || !parsed.goes_on(text, at + sign)
        {
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
        // Hong Kong, Macao and Taiwan, often without a sign before the code.
        ['8', '5', '2' | '3', '-', ..] | ['8', '8', '6', '-', ..] => {
            parsed.foreign = true;
            return Some(0);
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
    // The number a platform lends has one, too: `13904310026-9100`.
    let lent = || {
        let unit = text.get(open + digits).is_some_and(|ch| "年月日元万个.".contains(*ch));
        parsed.form() == Form::Mobile && parsed.count == 11 && (3..=4).contains(&digits) && !unit
    };
    if (whole || lent()) && (1..=5).contains(&digits) && text.get(open + digits) != Some(&'-') {
        open + digits
    } else {
        at
    }
}

/// How many digits `text` starts with, up to twenty.
fn run(text: &[char]) -> usize {
    text.iter().take(20).take_while(|ch| ch.is_ascii_digit()).count()
}

/// Is this a digit, shown or masked?
pub(super) fn is_digit(ch: Option<&char>) -> bool {
    ch.is_some_and(|&ch| ch.is_ascii_digit() || ch == '*')
}

/// The digit that a letter looks like in print: O is typed beside 0, I and l for 1.
pub(super) fn look_alike(ch: char) -> Option<u8> {
    match ch {
        'O' | 'o' => Some(b'0'),
        'I' | 'l' => Some(b'1'),
        _ => None,
    }
}

impl Parsed {
    /// Takes digits and mask signs from `at` on: where they end. Nothing if there are none or too many.
    fn digits_at(&mut self, text: &[char], at: usize) -> Option<usize> {
        let mut end = at;
        while let Some(digit) = self.digit(text.get(end)) {
            if self.count == MOST {
                return None;
            }
            self.letters |= u16::from(text[end].is_ascii_alphabetic()) << self.count;
            self.digits[self.count] = digit;
            self.places[self.count] = u8::try_from(end).ok()?;
            self.count += 1;
            end += 1;
        }
        (end > at).then_some(end)
    }

    /// The digit or mask sign that is written there.
    fn digit(&self, ch: Option<&char>) -> Option<u8> {
        match ch {
            Some(&ch) if is_digit(Some(&ch)) => u8::try_from(ch).ok(),
            Some(&ch) if self.lenient => look_alike(ch),
            _ => None,
        }
    }

    /// The places in the value where a letter stands for a digit.
    pub(super) fn letters(&self) -> impl Iterator<Item = usize> {
        (0..self.count).filter(|i| self.letters >> i & 1 == 1).map(|i| usize::from(self.places[i]))
    }

    /// Do the digits behind a sign still belong to the number, or are they an extension?
    fn goes_on(&self, text: &[char], at: usize) -> bool {
        let next = text[at..].iter().take(MOST).take_while(|ch| self.digit(Some(ch)).is_some()).count();
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

    /// The digits and mask signs.
    pub(super) fn digits(&self) -> &[u8] {
        &self.digits[..self.count]
    }

    /// Is any of them masked?
    pub(super) fn masked(&self) -> bool {
        self.digits().contains(&b'*')
    }

    /// The place of digits `from..to` in the value.
    pub(super) fn span(&self, range: Range<usize>) -> Range<usize> {
        let last = usize::from(self.places[range.end - 1]);
        usize::from(self.places[range.start])..last + 1
    }

    /// What it is meant to be, whether or not it has the right length.
    pub(super) fn form(&self) -> Form {
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
    pub(super) fn area(&self, width: usize) -> String {
        let zero = if self.digits[0] == b'0' { "" } else { "0" };
        zero.chars().chain(self.digits[..width].iter().map(|&b| char::from(b))).collect()
    }

    /// Behind a label: 7 to 13 digits, or a service number.
    pub(super) fn is_meant(&self) -> bool {
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

    /// Is it a landline with an area code and as many digits as that area's numbers have, or a mobile of a known segment?
    pub(super) fn is_complete(&self) -> bool {
        let local = |width: usize| {
            let area = std::str::from_utf8(&self.digits[..width]).map_or(&[][..], telephones::local_lengths);
            area.iter().any(|&length| usize::from(length) == self.count - width)
                && matches!(self.digits[width], b'2'..=b'8')
        };
        !self.masked()
            && match self.form() {
                Form::Mobile => self.count == 11 && mobile_segment(self.digits()).is_some(),
                Form::Landline(width) => self.digits[0] == b'0' && width < self.count && local(width),
                _ => false,
            }
    }

    /// Could it be nothing else, even without a label?
    pub(super) fn is_unmistakable(&self, after: &[char]) -> bool {
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
pub(super) fn mobile_segment(digits: &[u8]) -> Option<&'static str> {
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

/// Is it an area code, with its 0?
fn area_known(area: &[u8]) -> bool {
    std::str::from_utf8(area).is_ok_and(|area| telephones::area(area).is_some())
}
