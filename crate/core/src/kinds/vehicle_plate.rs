//! Number of a vehicle's plate (车牌号, 号牌号码): the sign of a province, the letter of its office, a serial.
//!
//! | plate                     | form                                                      | source      |
//! |---------------------------|-----------------------------------------------------------|-------------|
//! | car, lorry, motorcycle    | sign, letter, 5 digits of which two may be letters        | GA 36—2018  |
//! | new energy, small         | sign, letter, one of DABCE (electric) FGHJK, then letter or digit, 4 digits; P since 2025 | GA 36—2018 |
//! | new energy, large         | sign, letter, 5 digits, one of the same letters           | GA 36—2018  |
//! | with a last character     | sign, letter, 4 or 5, then 挂 学 警 试 超 领 使 港 澳 应急 | GA 36—2018  |
//! | embassy, consulate        | 6 digits with 使; sign, 5 digits, 领                      | GA 36—2018  |
//! | electric bicycle          | the name of the city, 5 to 7 letters and digits           | seen        |
//! | tractor, harvester        | sign, two digits, 5                                       | NY/T 345    |
//! | armed police              | WJ, sign or two digits, 4 to 6                            | seen        |
//! | army                      | two letters, 5 digits; to 2013 军 空 海 …, letter, 5       | seen        |
//! | police to the 2000s       | sign, O, serial                                           | GA 36—2018  |
//!
//! I and O never stand in a serial: they are a 1 and a 0. A dot or hyphen may part the letter and the serial.
//! Nothing in a plate can be computed. Which letters an office gives out changes from year to year, so a letter
//! in no list is a remark.

use super::chars::{lower_case, whole};
use super::{Confidence, Kind, Number, Of};
use crate::judgement::{Fact, Flaw, Judgement};
use crate::tables::{plate_letters, regions};

/// The kind.
pub static KIND: Kind = Kind::new(Of::Vehicle, "vehicle_plate", ["车牌号", "number plate"])
    .written("省份简称1＋发牌机关字母1＋序号5（至多2个字母，无I、O）；新能源汽车序号6；挂、学、警、港、澳等在末位；武警WJ、军车、拖拉机、电动自行车另有样式")
    .source(Confidence::Sure, "GA 36—2018；NY/T 345")
    .code(looks_like, check);

/// No plate is printed longer, whatever was typed twice.
const LONGEST: usize = 16;

/// What plates look like, where one does not.
const EXAMPLE: &str = "吉A12345、吉AD12345";

/// What the last character says of the vehicle.
const LAST: [(&str, [&str; 2]); 10] = [
    ("挂", ["挂车", "trailer"]),
    ("学", ["教练车", "driving school"]),
    ("警", ["警车", "police"]),
    ("试", ["试验用车", "on trial"]),
    ("超", ["特型车", "oversize"]),
    ("领", ["领馆", "consulate"]),
    ("使", ["使馆", "embassy"]),
    ("港", ["香港入出境车", "from Hong Kong"]),
    ("澳", ["澳门入出境车", "from Macao"]),
    ("应急", ["应急救援车", "emergency rescue"]),
];

/// How many signs a plate of a car has.
const LENGTHS: &[u8] = &[7, 8];

/// The letters of new energy vehicles, and what they say. P is in no standard: Guangzhou gives it out since 2025.
const NEW_ENERGY: [(&str, [&str; 2]); 11] = {
    const ELECTRIC: [&str; 2] = ["新能源汽车（纯电动）", "new energy vehicle, electric"];
    const OTHER: [&str; 2] = ["新能源汽车（非纯电动）", "new energy vehicle, not all electric"];
    [
        ("D", ELECTRIC),
        ("A", ELECTRIC),
        ("B", ELECTRIC),
        ("C", ELECTRIC),
        ("E", ELECTRIC),
        ("F", OTHER),
        ("G", OTHER),
        ("H", OTHER),
        ("J", OTHER),
        ("K", OTHER),
        ("P", ["新能源汽车", "new energy vehicle"]),
    ]
};

/// What army plates began with to 2013: services and regions.
const ARMY: &str = "军空海北沈兰济南广成";

/// Is it a plate of the kinds that are seen most, whole and beyond doubt? For numbers without a label.
pub fn fits(value: &str) -> bool {
    let plate = Plate::read(value);
    let signs = plate.signs.as_slice();
    let strict = |serial: &[char]| serial.iter().all(|c| is_serial(*c) && !c.is_ascii_lowercase());
    let civil = match signs {
        [sign, letter @ 'A'..='Z', serial @ ..] => {
            let known =
                regions::sign(*sign).and_then(|two| plate_letters::area(two, *letter as u8)).is_some();
            let shaped = match (serial.len(), plate.last) {
                (5, None) => digits(serial) >= 3,
                (6, None) => new_energy(serial).is_some(),
                (4, Some((last, _))) => !matches!(last, "使" | "应急") && digits(serial) >= 2,
                _ => false,
            };
            known && shaped && strict(serial)
        }
        _ => false,
    };
    let police = match signs {
        ['W', 'J', sign, serial @ ..] => {
            regions::sign(*sign).is_some()
                && (4..=6).contains(&serial.len())
                && strict(serial)
                && digits(serial) >= 4
        }
        _ => false,
    };
    (civil || police) && !plate.twice && plate.is_parted_well() && !value.contains('*')
}

/// A value without its separators.
struct Plate {
    /// The signs before the last character that tells the vehicle.
    signs: Vec<char>,
    /// Where each stands in the value.
    places: Vec<usize>,
    /// What the last character says.
    last: Option<(&'static str, [&'static str; 2])>,
    /// Two such characters, one behind the other.
    twice: bool,
}

impl Plate {
    fn read(value: &str) -> Plate {
        let value = value.strip_suffix('号').unwrap_or(value);
        let last = LAST.iter().find(|(last, _)| value.ends_with(last)).copied();
        let body = last.and_then(|(last, _)| value.strip_suffix(last)).unwrap_or(value);
        let before = last.and_then(|_| LAST.iter().find_map(|(last, _)| body.strip_suffix(last)));
        let (body, twice) = (before.unwrap_or(body), before.is_some());
        let (places, signs) = body.chars().enumerate().filter(|(_, c)| !is_separator(*c)).unzip();
        Plate { signs, places, last, twice }
    }

    /// Does nothing part the signs but what stands before the serial?
    fn is_parted_well(&self) -> bool {
        let office = if self.signs.starts_with(&['W', 'J']) { 3 } else { 2 };
        self.places.windows(2).enumerate().all(|(i, pair)| pair[1] - pair[0] == 1 || i + 1 == office)
    }

    /// Where a sign stands in the value.
    fn at(&self, sign: usize) -> std::ops::Range<usize> {
        self.places[sign]..self.places[sign] + 1
    }
}

/// What may stand between the letter and the serial.
fn is_separator(c: char) -> bool {
    matches!(c, '·' | '•' | '・' | '∙' | '‧' | '．' | '.' | '-')
}

/// May it stand in a serial? A masked sign may.
fn is_serial(c: char) -> bool {
    c == '*' || c.is_ascii_alphanumeric() && !matches!(c.to_ascii_uppercase(), 'I' | 'O')
}

fn digits(serial: &[char]) -> usize {
    serial.iter().filter(|c| c.is_ascii_digit()).count()
}

/// What a serial of six says of a new energy vehicle, if it is one.
fn new_energy(serial: &[char]) -> Option<(&'static str, [&'static str; 2])> {
    let letter = match serial {
        [letter @ 'A'..='Z', _, rest @ ..] if digits(rest) == 4 => letter,
        [rest @ .., letter @ 'A'..='Z'] if digits(rest) == 5 => letter,
        _ => return None,
    };
    NEW_ENERGY.iter().find(|(known, _)| known.starts_with(*letter)).copied()
}

fn looks_like(value: &str) -> bool {
    let Plate { signs, last, .. } = Plate::read(value);
    let ascii = |c: &char| c.is_ascii_alphanumeric() || *c == '*';
    let counted = signs.iter().filter(|c| c.is_ascii_digit() || **c == '*').count();
    // `苏EA1B2C`: what a province's sign and a letter open is a plate with letters too many.
    let lettered = matches!(signs.as_slice(), [sign, letter, rest @ ..] if regions::sign(*sign).is_some()
        && letter.is_ascii_uppercase() && (5..=6).contains(&rest.len()) && counted > 0);
    if counted < 3 && !lettered || signs.len() > LONGEST {
        return false;
    }
    if is_bicycle(&signs) {
        return true;
    }
    match signs.as_slice() {
        ['W' | 'w', 'J' | 'j', rest @ ..] => rest.len() >= 4 && rest.iter().skip(1).all(ascii),
        ['民', '航', rest @ ..] => rest.iter().all(ascii),
        ['使' | '领', rest @ ..] => rest.len() == 6 && rest.iter().all(ascii),
        [sign, rest @ ..] if !sign.is_ascii() => {
            let known = regions::sign(*sign).is_some() || ARMY.contains(*sign);
            let rest = rest.strip_prefix(&['临']).unwrap_or(rest);
            // A letter, or what was typed for it.
            let lettered = rest.first().is_some_and(char::is_ascii_alphabetic)
                || matches!(rest, [second, '临', ..] if second.is_ascii_alphabetic());
            // However long it is: with a sign and a letter in front it was meant to be one.
            let most = if known && lettered { LONGEST } else { 8 };
            (known || lettered)
                && (4..=most).contains(&rest.len())
                && rest.iter().all(|c| ascii(c) || *c == '临')
                // `浙苏H6F681`
                || known && matches!(rest, [second, letter, serial @ ..] if regions::sign(*second).is_some()
                    && letter.is_ascii_alphabetic() && (4..=6).contains(&serial.len()) && serial.iter().all(ascii))
        }
        [first, rest @ ..] => {
            let numbered = last.is_some() && signs.len() == 6;
            (numbered || first.is_ascii_alphabetic() && (5..=6).contains(&rest.len()))
                && rest.iter().all(ascii)
        }
        [] => false,
    }
}

fn check(number: &Number) -> Judgement {
    let mut out = Judgement::default();
    let mut plate = Plate::read(number.value);
    lower_case(number.value, &mut out);
    plate.signs.iter_mut().for_each(|c| *c = c.to_ascii_uppercase());
    let shaped = match plate.signs.as_slice() {
        _ if plate.twice => false,
        signs if is_bicycle(signs) => true,
        // `浙苏H6F681`: one of the two is too much.
        [first, second, ..] if regions::sign(*first).and(regions::sign(*second)).is_some() => false,
        ['W', 'J', rest @ ..] => armed_police(rest, &mut out),
        ['民', '航', letter, serial @ ..] => letter.is_ascii_uppercase() && digits(serial) == 4,
        ['使' | '领', serial @ ..] => serial.len() == 6 && digits(serial) == 6,
        [sign, ..] if sign.is_ascii() => without_sign(&plate, &mut out),
        [sign, letter, serial @ ..] if ARMY.contains(*sign) => {
            letter.is_ascii_uppercase() && serial.len() == 5 && serial.iter().all(|c| is_serial(*c))
        }
        [sign, rest @ ..] => match regions::sign(*sign) {
            Some(province) => civil(&plate, province, &mut out),
            // Any other sign before what is a plate without doubt.
            None if rest.first().is_some_and(char::is_ascii_uppercase) && civil_serial(&rest[1..]) => {
                out.wrong(Flaw::Province, plate.at(0));
                return out;
            }
            None => false,
        },
        [] => false,
    };
    if !shaped {
        let flaw = if is_long(&plate) { Flaw::Length(LENGTHS) } else { Flaw::Shape(EXAMPLE) };
        out.doubt(flaw, whole(number.value));
        return out;
    }
    if let Some((sign, words)) = plate.last {
        out.fact(Fact::Meaning { sign, words });
    }
    out
}

/// Is it a civil plate but for the signs that are too many?
fn is_long(plate: &Plate) -> bool {
    let [sign, letter, serial @ ..] = plate.signs.as_slice() else { return false };
    let civil = regions::sign(*sign).is_some() && letter.is_ascii_uppercase() && plate.last.is_none();
    civil && serial.len() > 6 && serial.iter().all(char::is_ascii_alphanumeric)
}

/// `长春A12345`: the name of the city and what it numbers electric bicycles by.
fn is_bicycle(signs: &[char]) -> bool {
    let words = signs.iter().take_while(|c| ('一'..='\u{9fff}').contains(*c)).count();
    let (city, serial) = signs.split_at(words);
    let numbered = (5..=7).contains(&serial.len())
        && serial.iter().all(|c| c.is_ascii_digit() || c.is_ascii_uppercase())
        && digits(serial) >= 4;
    let name = || city.iter().collect::<String>();
    (2..=4).contains(&words) && numbered && regions::is_named(&name())
}

/// Five or six of a civil plate, nothing behind them.
fn civil_serial(serial: &[char]) -> bool {
    let plain = serial.len() == 5 && digits(serial) >= 3;
    (plain || serial.len() == 6 && new_energy(serial).is_some()) && serial.iter().all(|c| is_serial(*c))
}

/// What stands behind the sign of a province. Is it one of the forms, slips of letters aside?
fn civil(plate: &Plate, province: [u8; 2], out: &mut Judgement) -> bool {
    let signs = &plate.signs;
    let is_last = |sign: &str| plate.last.is_some_and(|(last, _)| last == sign);
    match &signs[1..] {
        // 沪22401领
        serial if is_last("领") && serial.len() == 5 && digits(serial) == 5 => {
            out.fact(Fact::Province(province));
            true
        }
        // Tractors have the number of the division for a letter.
        [a, b, serial @ ..] if a.is_ascii_digit() && b.is_ascii_digit() => {
            out.fact(Fact::Province(province));
            serial.len() == 5 && serial.iter().all(|c| is_serial(*c))
        }
        // On trial for some days: the number runs on paper, as each office likes.
        [letter, '临', serial @ ..] | ['临', letter, serial @ ..] => {
            out.fact(Fact::Province(province));
            letter.is_ascii_uppercase() && serial.iter().all(char::is_ascii_alphanumeric)
        }
        [letter, serial @ ..] => {
            let fitting = match (serial.len(), plate.last) {
                (5 | 6, None) | (4 | 5, Some(_)) => true,
                (_, _) => false,
            };
            if !fitting {
                return false;
            }
            office(*letter, plate, province, out);
            let mut clean = true;
            for (i, _) in serial.iter().enumerate().filter(|(_, c)| matches!(c, 'I' | 'O')) {
                out.wrong(Flaw::Charset, plate.at(i + 2));
                clean = false;
            }
            !clean || serial_fits(serial, plate.last.is_some(), out)
        }
        [] => false,
    }
}

/// The letter of the office.
fn office(letter: char, plate: &Plate, province: [u8; 2], out: &mut Judgement) {
    match u8::try_from(letter).ok().and_then(|letter| plate_letters::area(province, letter)) {
        Some(area) => out.fact(Fact::Region(area)),
        None => {
            out.fact(Fact::Province(province));
            match letter {
                // The police of old.
                'O' => {}
                // Fire and rescue services, of no office.
                'X' | 'S' if plate.last.is_some_and(|(last, _)| last == "应急") => {}
                'A'..='H' | 'J'..='Z' => out.hint(Flaw::KindLetter, plate.at(1)),
                _ => out.wrong(Flaw::Charset, plate.at(1)),
            }
        }
    }
}

/// Is it a serial, I and O aside? Six are a new energy vehicle's.
fn serial_fits(serial: &[char], has_last: bool, out: &mut Judgement) -> bool {
    if !serial.iter().all(|c| is_serial(*c)) {
        return false;
    }
    if serial.contains(&'*') {
        return true;
    }
    match (serial.len(), new_energy(serial)) {
        (6, Some((sign, words))) => {
            out.fact(Fact::Meaning { sign, words });
            true
        }
        (6, None) => false,
        (len, _) => digits(serial) + 2 >= len && (has_last || len == 5),
    }
}

/// `WJ吉1234A`, `WJ22-12345`
fn armed_police(rest: &[char], out: &mut Judgement) -> bool {
    let serial = match rest {
        [a, b, serial @ ..] if a.is_ascii_digit() && b.is_ascii_digit() => serial,
        [sign, serial @ ..] => {
            let Some(province) = regions::sign(*sign) else { return false };
            out.fact(Fact::Province(province));
            serial
        }
        [] => return false,
    };
    (4..=6).contains(&serial.len()) && serial.iter().all(|c| is_serial(*c)) && digits(serial) >= 3
}

/// A plate of the army, one of an embassy, or one whose sign was left out.
fn without_sign(plate: &Plate, out: &mut Judgement) -> bool {
    let signs = plate.signs.as_slice();
    match signs {
        [a, b, serial @ ..] if a.is_ascii_uppercase() && b.is_ascii_uppercase() && serial.len() == 5 => {
            digits(serial) == 5
        }
        _ if plate.last.is_some() => signs.len() == 6 && digits(signs) == 6,
        [letter, serial @ ..] if letter.is_ascii_uppercase() && civil_serial(serial) => {
            out.hint(Flaw::Shape(EXAMPLE), plate.at(0).start..plate.at(signs.len() - 1).end);
            true
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::Verdict;
    use crate::kinds::testing::{all_within, answers, judge, odd_values};

    #[test]
    fn table() {
        // Made up.
        KIND.judges(
            "
            ∅                                     吉A12345  吉A·12345  吉A•B1234  吉A-12B34  吉A12345号
            ∅                                     京N8AB01  吉AD12345  吉AFA2345  吉A12345D  吉A1234挂
            ∅                                     吉A·B1234挂  吉A1234学  吉A1234警  吉O1234警  吉O12345
            ∅                                     粤Z1234港  粤Z·A123澳  沪22401领  沪A0001领  224578使
            ∅                                     使224578  吉A1234试  京X0012应急  吉01·12345
            ∅                                     吉01-A2345  吉A临12345  WJ吉1234A  WJ·吉12345
            ∅                                     WJ22-12345  VA12345  军A12345  民航A1234  吉A1**45
            ∅                                     粤AP12345  长春A12345  使014578  民航A1234
            hint lower-case 1-2                   吉a12345
            hint kind-letter 1-2                  吉Z12345  云B12345
            hint shape 0-6                        A12345
            doubtful shape 0-7                    AD1234F  吉AABC12  吉412345  WJ12345
            wrong charset 6-7                     吉A1234O
            wrong charset 4-5                     吉A·1I345  吉A12O4挂
            wrong charset 2-3; wrong charset 5-6  吉AO12I5
            wrong charset 3-4                     吉ADO2345
            wrong charset 1-2                     吉I12345
            wrong province 0-1                    古A12345  言AD12345
            doubtful shape 0-6                    古A1234  吉A1234  吉A123挂  WJ吉123  !22457使  军12345
            doubtful shape 0-8                    吉A123456  浙苏H6F681  吉AL12345  吉A12345L  吉A1D2345
            doubtful length 0-9                   吉A1234567
            doubtful length 0-13                  吉AD1234555555
            doubtful shape 0-9                    吉A12345警学
            doubtful shape 0-0                    ∅
            like                                  吉A12345  吉A1234  吉A123456  吉AO2345  古A12345
            like                                  A12345  WJ吉1234A  224578使  吉A**345
            unlike                                第12345  12345  2210001234567  220104199003072310
            unlike                                LFV2A21K4E3012345  吉(2019)第0012号  吉A12  ∅
            ",
        );
        all_within(&KIND, Verdict::Plausible.., odd_values());
    }

    #[test]
    fn facts() {
        for (value, want) in [
            ("吉A12345", vec![Fact::Region(*b"220100")]),
            ("吉Z12345", vec![Fact::Province(*b"22")]),
            ("吉01-12345", vec![Fact::Province(*b"22")]),
            (
                "吉HF12345",
                vec![Fact::Region(*b"222400"), Fact::Meaning { sign: "F", words: NEW_ENERGY[5].1 }],
            ),
            (
                "吉A12345K",
                vec![Fact::Region(*b"220100"), Fact::Meaning { sign: "K", words: NEW_ENERGY[9].1 }],
            ),
            ("粤Z1234港", vec![Fact::Region(*b"440000"), Fact::Meaning { sign: "港", words: LAST[7].1 }]),
        ] {
            assert_eq!(judge(&KIND, value).facts, want, "{value}");
        }
    }

    #[test]
    fn whole_ones_alone() {
        answers(
            fits,
            "
            yes  川E52650  // nothing tells a processor from a plate
            yes  吉A12345  吉A·12345  吉AD12345  吉A12345F  吉A1234挂  粤Z1234港  WJ吉12345
            no   吉a12345  吉Z12345  吉A1234  吉A123456  吉AABC12  吉A1**45  吉A1234O  新A股12345
            no   京B2-20040001  云E5-2650  京G7012  A12345  VA12345  吉01-12345  古A12345  ∅
            ",
        );
    }

    /// Whatever digit of a plate is typed as O or I is told, and where.
    #[test]
    fn every_look_alike() {
        for good in ["吉A12345", "粤B·D8120", "京AD12345", "沪A12345F", "川A1023挂"] {
            assert_eq!(judge(&KIND, good).verdict(), Verdict::Plausible, "{good}");
            let signs: Vec<char> = good.chars().collect();
            for (at, _) in signs.iter().enumerate().filter(|(_, c)| c.is_ascii_digit()) {
                for wrong in ['O', 'I', 'o', 'i'] {
                    let mut slip = signs.clone();
                    slip[at] = wrong;
                    let out = judge(&KIND, &slip.iter().collect::<String>());
                    assert_eq!(out.verdict(), Verdict::Wrong, "{slip:?}");
                    assert!(
                        out.problems.iter().any(|p| p.flaw == Flaw::Charset && p.start == at),
                        "{slip:?}"
                    );
                }
            }
        }
    }
}
