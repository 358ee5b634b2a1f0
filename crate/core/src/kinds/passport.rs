//! Passport number (护照号码): nine characters, a letter or two and digits; no check character is printed.
//!
//! | form                       | passport                                                  | source                 |
//! |----------------------------|-----------------------------------------------------------|------------------------|
//! | `E` + 8 digits             | ordinary with a chip (普通电子护照), 2012 to 2017         | passports seen         |
//! | `E`, a letter, 7 digits    | the same since April 2017; the letter is never I or O     | passports seen         |
//! | `G` + 8 digits             | ordinary without a chip, until 2012                       | passports seen         |
//! | `14` or `15` + 7 digits    | ordinary, older                                           | tables of forms        |
//! | `DE`, `SE`, `PE` + 7       | diplomatic, service, public affairs (外交, 公务, 公务普通) | tables of forms        |
//! | `D`, `S`, `P` + 7 or 8     | the same without a chip                                   | tables of forms        |
//! | `K`, `H` + 8, `KJ`, `HJ` + 7 | Hong Kong (香港特别行政区护照)                            | tables of forms        |
//! | `M` + 8, `MA` + 7          | Macao (澳门特别行政区护照)                                | tables of forms        |
//!
//! Notices name foreigners too, and their passports have any form: what is none of these is remarked upon, and
//! doubtful only where it starts as a Chinese one does. A mask (`E1234****`) hides what it hides.

use super::chars;
use super::{Confidence, Kind, Number, Of};
use crate::judgement::{Fact, Flaw, Judgement};

/// The kind.
pub static KIND: Kind = Kind::new(Of::Person, "passport", ["护照号码", "passport number"])
    .written(
        "9位：E＋8位数字，或E＋字母（不用I、O）＋7位数字；旧护照G＋8位数字、14或15＋7位数字；\
              公务类D、S、P或DE、SE、PE开头；港澳护照K、H、M开头",
    )
    .source(Confidence::Likely, "各版护照样式（2012年、2017年起的号码规则）；港澳护照样式")
    .code_for("^(?:[DEGHKMPSdeghkmps][0-9]{8}|[Ee][A-HJ-NP-Za-hj-np-z][0-9]{7}|(?:[DSPdsp][Ee]?|[KHkh][Jj]|[Mm][Aa]|1[45])[0-9]{7})$", looks_like, check);

/// The first letters and how many digits follow them; what the passport is.
const FORMS: [(&str, std::ops::RangeInclusive<usize>, [&str; 2]); 14] = [
    ("DE", 7..=7, ["外交护照", "diplomatic passport"]),
    ("SE", 7..=7, ["公务护照", "service passport"]),
    ("PE", 7..=7, ["公务普通护照", "passport for public affairs"]),
    ("KJ", 7..=7, ["香港特别行政区护照", "Hong Kong passport"]),
    ("HJ", 7..=7, ["香港特别行政区护照", "Hong Kong passport"]),
    ("MA", 7..=7, ["澳门特别行政区护照", "Macao passport"]),
    ("E", 8..=8, ["普通护照（电子）", "ordinary passport, with a chip"]),
    ("G", 8..=8, ["普通护照（旧版）", "ordinary passport, without a chip"]),
    ("D", 7..=8, ["外交护照", "diplomatic passport"]),
    ("S", 7..=8, ["公务护照", "service passport"]),
    ("P", 7..=8, ["公务普通护照", "passport for public affairs"]),
    ("K", 8..=8, ["香港特别行政区护照", "Hong Kong passport"]),
    ("H", 8..=8, ["香港特别行政区护照", "Hong Kong passport"]),
    ("M", 8..=8, ["澳门特别行政区护照", "Macao passport"]),
];

fn looks_like(value: &str) -> bool {
    let bytes = value.as_bytes();
    let signs = bytes.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'*');
    let shown = bytes.iter().filter(|b| b.is_ascii_digit() || **b == b'*').count();
    let lettered = bytes.first().is_some_and(u8::is_ascii_alphabetic);
    signs && shown >= 5 && if lettered { (7..=10).contains(&bytes.len()) } else { bytes.len() == 9 }
}

fn check(number: &Number) -> Judgement {
    let mut out = Judgement::default();
    let capitals = number.value.to_ascii_uppercase();
    let value = capitals.as_str();
    let whole = chars::whole(value);
    chars::lower_case(number.value, &mut out);
    if value.contains('*') {
        return out;
    }
    if let Some((first, words)) = form(value) {
        out.fact(Fact::Meaning { sign: first, words });
    } else if is_old(value) || is_foreign(number) {
    } else if let Some(at) = look_alike(value) {
        out.doubt(Flaw::Charset, at..at + 1);
    } else if starts_as_ours(value) && value.len() != 9 {
        out.doubt(Flaw::Length(&[9]), whole);
    } else {
        out.hint(Flaw::Shape("E12345678"), whole);
    }
    out
}

/// The form of a Chinese passport that a value has, beyond the oldest.
fn form(value: &str) -> Option<(&'static str, [&'static str; 2])> {
    let digits = |rest: &str| rest.bytes().all(|b| b.is_ascii_digit());
    let chip = |rest: &str| {
        rest.len() == 8
            && rest.starts_with(|c: char| c.is_ascii_uppercase() && !"IO".contains(c))
            && digits(&rest[1..])
    };
    FORMS.iter().find_map(|(first, count, words)| {
        let rest = value.strip_prefix(first)?;
        (digits(rest) && count.contains(&rest.len()) || *first == "E" && chip(rest))
            .then_some((*first, *words))
    })
}

/// `14` or `15` and seven digits.
fn is_old(value: &str) -> bool {
    value.len() == 9
        && (value.starts_with("14") || value.starts_with("15"))
        && value.bytes().all(|b| b.is_ascii_digit())
}

/// Does it start as an ordinary passport's number does, digits behind?
fn starts_as_ours(value: &str) -> bool {
    let rest = value.strip_prefix(['E', 'G']).unwrap_or_default();
    rest.len() >= 6 && rest.bytes().skip(1).all(|b| b.is_ascii_digit())
}

/// Where a letter stands for the digit it looks like, in a number that is otherwise an ordinary passport's.
fn look_alike(value: &str) -> Option<usize> {
    let bytes = value.as_bytes();
    if bytes.len() != 9 || !value.starts_with(['E', 'G']) {
        return None;
    }
    // The letter of the newer form may stand.
    let first =
        if bytes[0] == b'E' && bytes[1].is_ascii_uppercase() && !b"IO".contains(&bytes[1]) { 2 } else { 1 };
    let mut strays = (first..9).filter(|&i| !bytes[i].is_ascii_digit());
    let at = strays.next().filter(|&at| matches!(bytes[at], b'O' | b'I' | b'L' | b'Q'))?;
    strays.next().is_none().then_some(at)
}

/// Do the words around it speak of another country?
fn is_foreign(number: &Number) -> bool {
    ["国籍", "外籍", "外国"].iter().any(|word| number.says(word)) && !number.says("中国国籍")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::Lang;
    use crate::kinds::testing::judge;
    use crate::testing::gives;

    #[test]
    fn table() {
        // Made up.
        KIND.judges(
            "
            plausible                                  E12345678  EF1234567  G51234567  141234567
            plausible                                  151234567  DE1234567  SE1234567  PE1234567
            plausible                                  P1234567  S12345678  K01234567  KJ1234567
            plausible                                  MA1234567  E1234****
            plausible; hint lower-case 0-1             e12345678
            // another country's, perhaps
            plausible; hint shape 0-9                  331234567  TR1234567  C01X00T47  E1234567N
            // slips
            doubtful length 0-8                        E1234567  EF123456
            doubtful length 0-10                       E123456789  G512345678
            doubtful charset 1-2                       EO1234567  EI1234567
            doubtful charset 4-5                       E123O5678
            hint lower-case 8-9; doubtful charset 8-9  G5123456l
            doubtful charset 7-8                       EF12345O7
            plausible; hint shape 0-9                  EF1O345O7
            unlike                                     E12345  12345678  13904310012  20240411
            unlike                                     E12345678901  EFGHIJ123  护照E12345678  ∅
            exposed  no one
            ",
        );
    }

    #[test]
    fn what_the_letters_stand_for() {
        gives(
            |value| {
                let [fact] = &judge(&KIND, value).facts[..] else { panic!("{value}: one fact") };
                let said = crate::words::fact(Lang::Zh, fact);
                assert!(said.starts_with(&format!("{} ", crate::words::fact_value(fact))), "{value}");
                said
            },
            "
            E 普通护照（电子）    E12345678  EF1234567
            SE 公务护照           SE1234567
            S 公务护照            S1234567
            PE 公务普通护照       PE1234567
            H 香港特别行政区护照  H12345678
            M 澳门特别行政区护照  M12345678
            ",
        );
        assert_eq!(judge(&KIND, "141234567").facts, []);
    }

    #[test]
    fn other_countries() {
        KIND.judges(
            "
            ∅                    被告国籍新加坡,护照号码⟦E1234567⟧  外籍人员护照号⟦G512345678⟧
            doubtful length 0-8  中国国籍,护照号码⟦E1234567⟧  护照号码⟦E1234567⟧
            ",
        );
    }
}
