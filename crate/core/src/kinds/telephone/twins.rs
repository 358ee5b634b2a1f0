//! Two telephones with nothing between them (两号相连): `0431-850123450431-85012346`.

use super::parse::{is_digit, parse};

/// The fewest signs of two, and the fewest and the most of the first one.
const BOTH: usize = 18;
const FIRST: std::ops::RangeInclusive<usize> = 11..=14;

/// Reads two telephones that run together at `text[0]`, each complete with its area or its segment: how many characters
/// they have. One of them has a sign inside, since digits alone may be any number; behind words that name telephones two
/// mobiles need none.
pub(super) fn read(text: &[char], named: bool) -> Option<usize> {
    let run =
        text.iter().take(40).take_while(|ch| is_digit(Some(ch)) || matches!(ch, '-' | '(' | ')')).count();
    if run < BOTH {
        return None;
    }
    let whole = |text: &[char]| parse(text).filter(|parsed| parsed.is_complete());
    let starts = |&cut: &usize| cut < run && matches!(text[cut], '0' | '1');
    FIRST.filter(starts).find_map(|cut| {
        let (first, rest) = text[..run].split_at(cut);
        whole(first).filter(|first| first.len == cut)?;
        whole(rest).filter(|second| second.len == rest.len())?;
        let signs = text[..run].iter().any(|ch| matches!(ch, '-' | ')'));
        let mobiles = || named && first[0] == '1' && rest[0] == '1';
        (signs || mobiles()).then_some(run)
    })
}
