//! Does a value fit a form, how far, and which sign keeps it from fitting (合式)?

use super::{Item, Place, What};
use crate::tables::regions::sign;

/// How many characters a form has at least and at most.
pub(super) fn range_of(form: &[Item]) -> [usize; 2] {
    form.iter().fold([0; 2], |[least, most], item| [least + item.least, most + item.most])
}

impl What {
    fn takes(self, ch: char) -> bool {
        match self {
            What::Literal('(') => matches!(ch, '(' | '〔' | '[' | '【'),
            What::Literal(')') => matches!(ch, ')' | '〕' | ']' | '】'),
            What::Literal(own) => own.eq_ignore_ascii_case(&ch),
            What::Capital => ch.is_ascii_alphabetic(),
            What::Either | What::HongKong => ch.is_ascii_alphanumeric(),
            What::Han => ('一'..='\u{9fff}').contains(&ch),
            What::Set(set) => holds(set, ch.to_ascii_uppercase()),
            What::Sign => sign(ch).is_some(),
            What::Id => ch.is_ascii_digit() || matches!(ch, 'X' | 'x'),
            _ => ch.is_ascii_digit(),
        }
    }
}

/// Is the character in a set: itself, or within a range (`1-5`)?
fn holds(set: &str, ch: char) -> bool {
    let chars: Vec<char> = set.chars().collect();
    let ranges = || chars.windows(3).filter(|w| w[1] == '-').any(|w| (w[0]..=w[2]).contains(&ch));
    ch != '-' && (chars.contains(&ch) || ranges())
}

/// The places of a form's items in the whole value, if it fits.
pub(super) fn fit(form: &[Item], chars: &[char]) -> Option<Vec<Place>> {
    if !takes_length(form, chars.len()) {
        return None;
    }
    let mut places = Vec::with_capacity(form.len());
    fit_from(form, chars, 0, &mut places).then_some(places)
}

/// Are numbers of the form so long? A glance that spares the search.
fn takes_length(form: &[Item], len: usize) -> bool {
    let least: usize = form.iter().map(|i| i.least).sum();
    let most: usize = form.iter().map(|i| i.most).sum();
    (least..=most).contains(&len)
}

fn fit_from(form: &[Item], chars: &[char], at: usize, places: &mut Vec<Place>) -> bool {
    let Some((item, rest)) = form.split_first() else { return at == chars.len() };
    let run = chars[at..].iter().take(item.most).take_while(|&&c| item.what.takes(c)).count();
    // An optional field of fixed width is there whole or not at all.
    let fixed = item.least == 0 && item.what.width() > 1;
    let mut len = run;
    loop {
        if len >= item.least && !(fixed && len != 0 && len != item.most) {
            places.push((item.what, at..at + len));
            if fit_from(rest, chars, at + len, places) {
                return true;
            }
            places.pop();
        }
        if len == 0 {
            return false;
        }
        len -= 1;
    }
}

/// How many characters from the start a form takes in, at most.
pub(super) fn reach(form: &[Item], chars: &[char]) -> usize {
    reach_from(form, chars, 0)
}

fn reach_from(form: &[Item], chars: &[char], at: usize) -> usize {
    let Some((item, rest)) = form.split_first() else { return at };
    let run = chars[at..].iter().take(item.most).take_while(|&&c| item.what.takes(c)).count();
    (item.least..=run).map(|len| reach_from(rest, chars, at + len)).fold(at + run, usize::max)
}

/// The letter or digit that keeps a value from the form, if it is the only one.
pub(super) fn odd_one(form: &[Item], chars: &[char]) -> Option<usize> {
    if !takes_length(form, chars.len()) {
        return None;
    }
    let at = reach(form, chars);
    if !chars.get(at)?.is_ascii_alphanumeric() {
        return None;
    }
    let mut mended = chars.to_vec();
    let letters = form.iter().filter_map(|item| match item.what {
        What::Literal(ch) => Some(ch),
        What::Set(set) => set.chars().next(),
        _ => None,
    });
    let fits = letters.chain(['0', 'A']).filter(char::is_ascii_alphanumeric).any(|ch| {
        mended[at] = ch;
        fit(form, &mended).is_some()
    });
    fits.then_some(at)
}

/// Is a value of the form, give or take two characters?
pub(super) fn looks_like(form: &[Item], chars: &[char]) -> bool {
    if let Some(words) = longest_words(form) {
        return chars.windows(words.len()).any(|some| *some == *words);
    }
    let [least, most] = range_of(form);
    if !(least.saturating_sub(1)..=most + 1).contains(&chars.len()) {
        return false;
    }
    let signs = form.iter().any(|i| matches!(i.what, What::Han | What::Sign));
    let letters = |i: &Item| match i.what {
        What::Capital | What::Either | What::HongKong => true,
        What::Set(set) => set.bytes().any(|b| !b.is_ascii_digit() && b != b'-'),
        _ => false,
    };
    let digits = !form.iter().any(letters);
    // The letters that every number of the form has are none of the two.
    let own = form.iter().filter(|i| matches!(i.what, What::Literal(ch) if !ch.is_ascii_digit())).count();
    let odd = chars.iter().filter(|c| if digits { !c.is_ascii_digit() } else { !c.is_ascii_alphanumeric() });
    fit(form, chars).is_some()
        || !signs && odd.count() <= own + 2 && chars.iter().all(|c| may_stand(form, *c))
}

/// May the character stand in a number of the form that has a slip?
fn may_stand(form: &[Item], ch: char) -> bool {
    let literal = |item: &Item| matches!(item.what, What::Literal(_)) && item.what.takes(ch);
    ch.is_ascii_alphanumeric() || ch == '-' || form.iter().any(literal)
}

pub(super) fn longest_words(form: &[Item]) -> Option<Vec<char>> {
    let han = |item: &Item| match item.what {
        What::Literal(ch) if item.least == 1 && ('一'..='\u{9fff}').contains(&ch) => Some(ch),
        _ => None,
    };
    let runs = form.split(|item| han(item).is_none());
    let longest = runs.max_by_key(|run| run.len())?;
    (longest.len() >= 2).then(|| longest.iter().filter_map(han).collect())
}
