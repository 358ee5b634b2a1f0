//! Travel permit (往来通行证): the four papers for going between the mainland and Hong Kong, Macao or Taiwan
//! that start with a letter.
//!
//! | form                             | permit                                             | source          |
//! |----------------------------------|----------------------------------------------------|-----------------|
//! | `C` + 8 digits, or a letter and 7 | 往来港澳通行证, card since 2014                    | permits seen    |
//! | `W` + 8 digits                   | 往来港澳通行证, booklet                            | permits seen    |
//! | `L` + 8 digits                   | 往来台湾通行证, card                               | permits seen    |
//! | `T` + 8 digits                   | 往来台湾通行证, booklet                            | permits seen    |
//! | `H`, `M` + 8 digits (+ 2)        | 港澳居民来往内地通行证 of Hong Kong, Macao; 2 digits count the issues | printed rule |
//!
//! The letters behind `C` are never I or O. The words before the number often name the one and mean the other
//! (港澳通行证); only full names are held against the letter.

use super::chars;
use super::{Confidence, Kind, Number, Of};
use crate::judgement::{Fact, Flaw, Judgement};

/// The kind.
pub static KIND: Kind = Kind::new(Of::Person, "travel_permit", ["往来通行证号码", "travel permit number"])
    .written(
        "往来港澳通行证C或W＋8位（C后可有1位字母，不用I、O）；往来台湾通行证L或T＋8位数字；\
              港澳居民来往内地通行证H或M＋8位数字（可加换证次数2位）",
    )
    .source(Confidence::Likely, "各版通行证样式")
    .code_for(
        "^(?:[CHLMTWchlmtw][0-9]{8}|[Cc][A-HJ-NP-Za-hj-np-z][0-9]{7}|[HMhm][0-9]{10})$",
        looks_like,
        check,
    );

/// The letter, what the permit is called in full, and in English.
const PERMITS: [(&str, [&str; 2]); 6] = [
    ("C", ["往来港澳通行证", "permit for Hong Kong and Macao"]),
    ("W", ["往来港澳通行证", "permit for Hong Kong and Macao"]),
    ("L", ["往来台湾通行证", "permit for Taiwan"]),
    ("T", ["往来台湾通行证", "permit for Taiwan"]),
    ("H", ["港澳居民来往内地通行证", "mainland permit of a Hong Kong resident"]),
    ("M", ["港澳居民来往内地通行证", "mainland permit of a Macao resident"]),
];

fn looks_like(value: &str) -> bool {
    let bytes = value.as_bytes();
    let signs = bytes.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'*');
    let shown = bytes.iter().filter(|b| b.is_ascii_digit() || **b == b'*').count();
    let lettered = bytes.first().is_some_and(u8::is_ascii_alphabetic);
    signs
        && shown + 3 >= bytes.len()
        && if lettered { (8..=12).contains(&bytes.len()) } else { bytes.len() == 8 }
}

fn check(number: &Number) -> Judgement {
    let mut out = Judgement::default();
    let capitals = number.value.to_ascii_uppercase();
    let value = capitals.as_bytes();
    let whole = chars::whole(number.value);
    chars::lower_case(number.value, &mut out);
    let Some((sign, words)) = PERMITS.iter().find(|(letter, _)| capitals.starts_with(letter)) else {
        match value.first() {
            Some(first) if first.is_ascii_alphabetic() => out.doubt(Flaw::KindLetter, 0..1),
            _ => out.doubt(Flaw::Prefix(&["C", "W", "L", "T", "H", "M"]), 0..whole.end.min(1)),
        }
        return out;
    };
    out.fact(Fact::Meaning { sign, words: *words });
    let lengths: &'static [u8] = if matches!(*sign, "H" | "M") { &[9, 11] } else { &[9] };
    if !lengths.contains(&(value.len() as u8)) {
        let masked = value.contains(&b'*');
        out.doubt(if masked { Flaw::MaskLength(lengths) } else { Flaw::Length(lengths) }, whole);
        return out;
    }
    let may_stand = |i: usize, c: u8| {
        c.is_ascii_digit()
            || c == b'*'
            || i == 0
            || i == 1 && *sign == "C" && c.is_ascii_uppercase() && !b"IO".contains(&c)
    };
    chars::stray(value, may_stand, Judgement::doubt, &mut out);
    if named(number).is_some_and(|named| named != words[0]) {
        out.doubt(Flaw::Words, 0..1);
    }
    out
}

/// The permit that its label, or the words directly before it, name in full; none where another paper is named between.
fn named(number: &Number) -> Option<&'static str> {
    const NEAR: usize = 24;
    let near: String = number.before[number.before.len().saturating_sub(NEAR)..].iter().collect();
    [number.label, &near].into_iter().find_map(|text| {
        let ends = PERMITS.iter().filter_map(|(_, [name, _])| Some((text.rfind(name)? + name.len(), *name)));
        let (end, name) = ends.max_by_key(|(end, _)| *end)?;
        (!names_a_paper(&text[end..])).then_some(name)
    })
}

/// Does a 证 of its own or a passport stand there, not just 证号, 证件号码?
fn names_a_paper(text: &str) -> bool {
    let mut chars = text.chars().peekable();
    let mut paper = text.contains("护照");
    while let Some(c) = chars.next() {
        paper |= c == '证' && !chars.peek().is_some_and(|next| "号件书照编".contains(*next));
    }
    paper
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
            plausible                       C12345678  CA1234567  W12345678  L12345678  T12345678
            plausible                       H12345678  M1234567801  C1234****
            plausible; hint lower-case 0-1  h1234567800
            doubtful length 0-8             C1234567
            doubtful length 0-11            C1234567801
            doubtful length 0-10            H123456780
            doubtful length 0-13            !H123456789012
            doubtful mask-length 0-8        C1234***
            doubtful charset 1-2            CO1234567  CI1234567  HA1234567
            doubtful charset 8-9            H1234567O
            doubtful kind-letter 0-1        N12345678
            doubtful prefix 0-1             12345678
            doubtful prefix 0-0             ∅
            like                            C12345678  C1234567  H1234567801  N12345678  12345678
            unlike                          13904310012  1234567  吉A12345  ABCDE1234  C1234567890123  ∅
            ",
        );
        let words = ["往来台湾通行证", "permit for Taiwan"];
        assert_eq!(judge(&KIND, "T12345678").facts, [Fact::Meaning { sign: "T", words }]);
    }

    #[test]
    fn letter_against_the_words() {
        KIND.judges(
            "
            ∅                   {往来港澳通行证}C12345678  {大陆居民往来台湾通行证号码}T12345678
            ∅                   {港澳居民来往内地通行证}M12345678  {港澳通行证}H12345678
            ∅                   遗失往来港澳通行证,证件号码:⟦C12345678⟧
            ∅                   往来港澳通行证C12345678,往来台湾通行证⟦L12345678⟧  {通行证}L12345678
            ∅                   往来台湾通行证、回乡证丢失,证书编号:⟦M12345678⟧
            ∅                   往来台湾通行证、护照、通行证号:⟦C12345678⟧
            doubtful words 0-1  {往来港澳通行证}H12345678  {大陆居民往来台湾通行证号码}C12345678
            doubtful words 0-1  {港澳居民来往内地通行证}C12345678
            doubtful words 0-1  遗失往来港澳通行证,证件号码:⟦L12345678⟧
            doubtful words 0-1  往来台湾通行证(证件号码:⟦C12345678⟧
            ",
        );
    }
}
