//! Where a telephone starts in a text (电话的起止), and the words that name one.

use super::parse::{Form, Parsed, is_digit, look_alike, parse, parse_with_letters};
use super::twins;

/// Reads the telephone that starts at `text[0]`: how many characters it has.
///
/// It starts at the bracket or the `+` where there is one.
pub fn read(before: &[char], text: &[char]) -> Option<usize> {
    let &first = text.first()?;
    let opens = matches!(first, '0'..='9' | '(' | '+') || look_alike(first).is_some();
    if !opens || !starts_here(before, first) {
        return None;
    }
    if let Some(len) = read_with_letters(before, text).or_else(|| read_twins(before, text)) {
        return Some(len);
    }
    // Lists, floors and counts: too short for any telephone.
    if !text.get(2).is_some_and(|&ch| is_digit(Some(&ch)) || matches!(ch, '-' | '(')) {
        return None;
    }
    let parsed = parse(text)?;
    let after = &text[parsed.len..];
    let ends = !after.first().is_some_and(|&ch| ch == '*' || ch.is_ascii_digit());
    let named = || {
        is_named(before)
            || is_listed(&parsed, before)
            || is_called(&parsed, after)
            || is_answered(&parsed, before, after)
    };
    let read = parsed.is_unmistakable(after) || (parsed.is_meant() && named());
    (ends && read).then_some(parsed.len)
}

/// `12315热线电话`: a service number that the words behind it name.
fn is_called(parsed: &Parsed, after: &[char]) -> bool {
    const CALLED: [&str; 7] = ["热线", "电话", "政务服务", "政府服务", "便民服务", "投诉举报", "服务热线"];
    parsed.form() == Form::Service
        && parsed.digits().len() > 3
        && CALLED.iter().any(|word| after.iter().copied().take(word.chars().count()).eq(word.chars()))
}

/// `城建股:7190766许工`: a local number between an office and who answers there.
fn is_answered(parsed: &Parsed, before: &[char], after: &[char]) -> bool {
    let answers = match after {
        [name, '工', ..] => Some(name),
        [name, '科' | '局' | '股' | '站' | '所' | '队', '长', ..] | [name, '主', '任', ..] => {
            Some(name)
        }
        [name, '先', '生', ..] | [name, '女', '士', ..] | [name, '经', '理', ..] | [name, '老', '师', ..] => {
            Some(name)
        }
        _ => None,
    };
    answers.is_some_and(|name| ('一'..='\u{9fff}').contains(name))
        && is_local(parsed)
        && office(before).is_some()
}

/// Reads a telephone with one or two letters for the digits they look like. With them it must be complete, or named and
/// of seven or eight digits.
fn read_with_letters(before: &[char], text: &[char]) -> Option<usize> {
    let sign = |ch: &char| is_digit(Some(ch)) || matches!(ch, '-' | '(' | ')' | '+');
    let &odd = text.iter().take(20).find(|ch| !sign(ch))?;
    look_alike(odd)?;
    let parsed = parse_with_letters(text)?;
    let after = &text[parsed.len..];
    let ends = !after.first().is_some_and(|&ch| ch.is_ascii_alphanumeric() || matches!(ch, '*' | '-' | '.'));
    let few = (1..=2).contains(&parsed.letters().count());
    let complete = parsed.is_complete() && parsed.is_unmistakable(after);
    let local = || matches!(parsed.digits().len(), 7 | 8) && parsed.is_meant() && is_named(before);
    (ends && few && (complete || parsed.is_complete() && is_named(before) || local())).then_some(parsed.len)
}

/// Reads two that run together.
fn read_twins(before: &[char], text: &[char]) -> Option<usize> {
    let len = twins::read(text, false).or_else(|| {
        let long = text.iter().take(22).take_while(|ch| is_digit(Some(ch))).count() == 22;
        if long && is_named(before) { twins::read(text, true) } else { None }
    })?;
    let after = text.get(len).copied().unwrap_or(' ');
    (!after.is_ascii_alphanumeric() && after != '*' && after != '.').then_some(len)
}

/// Does what stands before allow a telephone to start?
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
        if ends_with_label(rest) || ends_with_contact(rest) {
            return true;
        }
        // 0431-85012345、85012346: back over the number before, and the sign between.
        let Some((&sign, head)) = rest.split_last() else { return false };
        let head = match (sign, head) {
            ('、' | ',' | '/' | ';' | '或' | '和', head) => head,
            _ => return false,
        };
        let number = digits_behind(head);
        if !(3..=24).contains(&number) {
            return false;
        }
        let (head, before) = head.split_at(head.len() - number);
        // One that is a telephone without a label names the next.
        if parse(before).is_some_and(|parsed| parsed.len == number && parsed.is_unmistakable(&[])) {
            return true;
        }
        rest = head;
    }
    false
}

/// How many signs of a telephone a text ends in.
fn digits_behind(text: &[char]) -> usize {
    let sign = |ch: &&char| is_digit(Some(ch)) || "()-+转".contains(**ch) || look_alike(**ch).is_some();
    text.iter().rev().take_while(sign).count()
}

/// `监督电话:办公室5222333、纪检组5222334`: a local number behind an office that stands next in a list of them?
fn is_listed(parsed: &Parsed, before: &[char]) -> bool {
    if !is_local(parsed) {
        return false;
    }
    let mut rest = before;
    for _ in 0..4 {
        let text = rest.strip_suffix(&[':']).unwrap_or(rest);
        let Some(name) = office_name(text) else { return false };
        let head = trim(&text[..text.len() - name], |ch| matches!(ch, '、' | ',' | '/' | ';'));
        let number = digits_behind(head);
        if !(7..=24).contains(&number) {
            return false;
        }
        rest = &head[..head.len() - number];
        if is_named(rest) {
            return true;
        }
    }
    false
}

/// Seven or eight digits as a local number may have, and no day: `20240508`.
fn is_local(parsed: &Parsed) -> bool {
    parsed.form() == Form::Local
        && matches!(parsed.digits()[0], b'2'..=b'8')
        && !(parsed.digits().len() == 8 && parsed.digits().starts_with(b"20"))
}

/// No office whose name stands before its telephone has a longer one.
pub const OFFICE: usize = 24;

/// How many signs the name of a place or an office at the end of a text has, its colon apart: `春榆村:`, `财务科:`.
pub fn office(text: &[char]) -> Option<usize> {
    let [text @ .., ':'] = text else { return None };
    office_name(text)
}

/// How many signs the name of a place or an office at the end of a text has.
fn office_name(text: &[char]) -> Option<usize> {
    let name = text.iter().rev().take(OFFICE + 1).take_while(|&ch| ('一'..='\u{9fff}').contains(ch)).count();
    let sort = text
        .last()
        .is_some_and(|&ch| "村区县市镇乡街道局科股室部处院所站心办司店行厅庭队组厂园校馆会社委".contains(ch));
    ((2..=OFFICE).contains(&name) && sort).then_some(name)
}

/// `电话`, `电话:`, `电话(传真):`, `Tel.`, `电话:王经理`, `电话:财务科:`, `电话:市农业局,`
fn ends_with_label(text: &[char]) -> bool {
    let text = match text {
        [head @ .., ':' | ','] => match office_name(head) {
            Some(name) if head[..head.len() - name].ends_with(&[':']) => &head[..head.len() - name],
            _ => text,
        },
        _ => text,
    };
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

/// `联系人:林警官,`, `联系人:许工`: a person to turn to, named behind a colon.
fn ends_with_contact(text: &[char]) -> bool {
    let text = match text {
        [text @ .., ',' | '、' | ':' | ';'] => text,
        _ => text,
    };
    let name = text.iter().rev().take(7).take_while(|&ch| ('一'..='\u{9fff}').contains(ch)).count();
    let [text @ .., ':'] = &text[..text.len() - name] else { return false };
    let word = |word: [char; 3]| text.ends_with(&word);
    (2..=6).contains(&name)
        && (word(['联', '系', '人']) || word(['联', '络', '人']) || word(['经', '办', '人']))
}

/// The text without these signs at its end.
fn trim(mut text: &[char], drop: impl Fn(char) -> bool) -> &[char] {
    while let [head @ .., last] = text
        && drop(*last)
    {
        text = head;
    }
    text
}

/// Is the last word one for a telephone?
fn ends_with_word(text: &[char]) -> bool {
    match text {
        [.., '电' | '固', '话']
        | [.., '手' | '座', '机']
        | [.., '热', '线']
        | [.., '熱', '線']
        | [.., '電', '話']
        | [.., '报' | '報' | '爆', '料']
        | [.., '传', '真'] => true,
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
