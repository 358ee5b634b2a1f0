//! Unified social credit code (统一社会信用代码): 18 digits and capitals, no separators.
//!
//! | characters | meaning                                         | source                           |
//! |------------|-------------------------------------------------|----------------------------------|
//! | 1          | registering authority (登记管理部门)            | GB 32100—2015                    |
//! | 2          | kind of body (机构类别), a digit                | GB 32100—2015, its pairs in use  |
//! | 3–8        | region of the registrar (行政区划代码)          | GB/T 2260, and registrars' own   |
//! | 9–17       | organisation code (主体标识码), 17 is 0–9 or X  | GB 11714—1997                    |
//! | 18         | check character over 1–17, base 31              | GB 32100—2015                    |
//!
//! I, O, S, V and Z never occur. The table counts from 1, the code from 0.
//!
//! Of three million real codes 99.99 % pass both check characters, and 2 % have a region that no list of
//! divisions has (development zones, registrars' own codes). So an unknown region is a fact to show and no
//! problem, and a code that is right outside and wrong inside is only doubtful.

use super::chars::{self, part};
use super::{Confidence, Kind, Number, Of};
use crate::judgement::{Fact, Flaw, Judgement};
use crate::tables::{authorities, checksum, regions};

/// The kind.
pub static KIND: Kind = Kind::new(Of::Body, "uscc", ["统一社会信用代码", "unified social credit code"])
    .written("18位：登记管理部门1＋机构类别1＋行政区划6＋组织机构代码9（第17位为其校验码）＋校验码1，不用I、O、S、V、Z")
    .source(Confidence::Sure, "GB 32100—2015；GB 11714—1997；GB/T 2260")
    .code_for("^[0-9A-HJ-NP-RTUW-Ya-hj-np-rtuw-y][0-9]{7}[0-9A-HJ-NP-RTUW-Ya-hj-np-rtuw-y]{8}[0-9Xx][0-9A-HJ-NP-RTUW-Ya-hj-np-rtuw-y]$", looks_like, check)
    .one_length();

/// A code as it is written.
const EXAMPLE: &str = "91220104MA0Y1A2B3Q";

/// Which check characters of a code agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checks {
    /// The last character, over all before it.
    pub outer: bool,
    /// The seventeenth, over the organisation code.
    pub inner: bool,
}

/// Which check characters agree; none where a character cannot stand, or the length is off. Small letters count as capitals.
pub fn checks_agree(value: &str) -> Checks {
    let Some(mut code) = chars::exactly::<18>(value) else { return Checks { outer: false, inner: false } };
    code.make_ascii_uppercase();
    if (0..18).all(|i| may_stand(i, code[i])) { checks(&code) } else { Checks { outer: false, inner: false } }
}

/// Do both check characters agree?
pub fn agrees(value: &str) -> bool {
    checks_agree(value) == Checks { outer: true, inner: true }
}

fn looks_like(value: &str) -> bool {
    if value.contains('-') && value.len() > 18 {
        let bare = without_hyphens(value);
        return matches!(bare.as_bytes(), [a, b, ..] if authorities::known(&[*a, *b]))
            && bare.len() == 18
            && value.len() <= bare.len() + 3
            && looks_like(&bare);
    }
    // The first eight are digits but for the authority's letter; six leave room for slips, and no word has as many.
    (16..=20).contains(&value.len())
        && value.bytes().all(|b| b.is_ascii_alphanumeric())
        && value.bytes().filter(u8::is_ascii_digit).count() >= 6
}

/// `91220104-MA0Y1A2B-3Q`: grouped as organisation codes are printed.
fn without_hyphens(value: &str) -> String {
    value.chars().filter(|c| *c != '-').collect()
}

/// What is a code but for its hyphens is judged without them.
fn check_hyphened(number: &Number) -> Judgement {
    let bare = without_hyphens(number.value);
    let mut out = check(&Number { value: &bare, ..*number });
    let places: Vec<usize> =
        number.value.chars().enumerate().filter(|(_, c)| *c != '-').map(|(at, _)| at).collect();
    for problem in &mut out.problems {
        let at = |i: usize| places.get(i).copied();
        let start = at(problem.span.start).unwrap_or(0);
        let end = problem.span.end.checked_sub(1).and_then(at).map_or(start, |last| last + 1);
        (problem.start, problem.end, problem.span) = (start, end, start..end);
    }
    out.hint(Flaw::Shape(EXAMPLE), chars::whole(number.value));
    out
}

fn check(number: &Number) -> Judgement {
    if number.value.contains('-') && looks_like(number.value) {
        return check_hyphened(number);
    }
    let mut out = Judgement::default();
    let Some(mut code) = chars::exactly::<18>(number.value) else {
        out.wrong(Flaw::Length(&[18]), chars::whole(number.value));
        return out;
    };
    code.make_ascii_uppercase();
    if chars::stray(&code, may_stand, Judgement::wrong, &mut out) {
        return out;
    }
    chars::lower_case(number.value, &mut out);

    let pair = [code[0], code[1]];
    if authorities::known(&pair) {
        out.fact(Fact::Authority(pair));
    } else {
        out.doubt(Flaw::Authority, 0..2);
    }
    let region: [u8; 6] = part(&code[2..8]);
    if registrar_known(&region) {
        out.fact(Fact::Region(region));
    } else {
        out.doubt(Flaw::Province, 2..4);
    }
    out.fact(Fact::OrgCode(part(&code[8..17])));

    let Checks { outer, inner } = checks(&code);
    if !outer && is_pilot(&code) {
        out.doubt(Flaw::CheckChar, 17..18);
    } else if !outer {
        out.wrong(Flaw::CheckChar, 17..18);
    }
    if !inner {
        out.doubt(Flaw::InnerCheckChar, 16..17);
    }
    out.proved = outer && inner;
    out
}

fn may_stand(i: usize, c: u8) -> bool {
    match i {
        1..=7 => c.is_ascii_digit(),
        16 => c.is_ascii_digit() || c == b'X',
        _ => checksum::value_31(c).is_some(),
    }
}

fn checks(code: &[u8; 18]) -> Checks {
    Checks {
        outer: checksum::mod_31(&code[..17]) == Some(code[17]),
        inner: checksum::org_code(&code[8..16]) == Some(code[16]),
    }
}

/// Does the registrar's region lie in a province, or is it the State's or the Corps' (兵团, 66)?
pub(super) fn registrar_known(region: &[u8; 6]) -> bool {
    regions::province_known([region[0], region[1]]) || *region == regions::STATE || region.starts_with(b"66")
}

/// A code of the pilot in Fujian of 2015: organisation codes M000x…, a check character by no known rule, in use to this day.
fn is_pilot(code: &[u8; 18]) -> bool {
    code[2..4] == *b"35" && code[8..12] == *b"M000"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::Verdict;
    use crate::kinds::testing::{gives, judge, slips, told};

    /// Made up; the check characters were computed elsewhere.
    const GOOD: [&str; 12] = [
        "91110000000000000E",
        "91220104MA0Y1A2B3Q",
        "92220182MA15T6K3XP",
        "93220184598765437Y",
        "52220102MJY1234586",
        "31220000MD0123454Q",
        "N2220184MF1234567Q",
        "54220184MF7654327K",
        "G1310000MA1FP8X27W",
        "91220182716045829C",
        "91100000MA0Y1A2B3T",
        "91220199MA0Y1A2B3C",
    ];

    #[test]
    fn good_codes() {
        for (code, out) in KIND.proves(&GOOD) {
            assert!(out.exposed.is_none() && agrees(code), "{code}");
        }
    }

    #[test]
    fn facts() {
        let out = judge(&KIND, "92220182MA15T6K3XP");
        let want = [Fact::Authority(*b"92"), Fact::Region(*b"220182"), Fact::OrgCode(*b"MA15T6K3X")];
        assert_eq!(out.facts, want);
        // A registrar's own code is in no list of divisions: shown, no problem.
        assert!(!regions::known(b"220199"));
        assert!(judge(&KIND, "91220199MA0Y1A2B3C").facts.contains(&Fact::Region(*b"220199")));
    }

    #[test]
    fn table() {
        KIND.judges(
            "
            // length
            wrong length 0-0                        ∅
            wrong length 0-17                       9111000000000000E
            wrong length 0-19                       91110000000000000EE
            wrong length 0-16                       9111000000000000
            wrong length 0-8                        !统一社会信用代码
            // characters
            wrong charset 16-17                     9111000000000000OE  9111000000000000AE
            wrong charset 1-2                       9l110000000000000E  9A110000000000000E
            wrong charset 2-4                       91ll0000000000000E
            wrong charset 7-8; wrong charset 12-13  9111000O0000O0000E
            wrong charset 0-1                       I1110000000000000E
            wrong charset 8-9                       91110000S00000000E  91110000V00000000E
            wrong charset 8-9                       91110000Z00000000E
            wrong charset 17-18                     91110000000000000O
            // letters for digits, both check characters right
            wrong charset 1-2                       9A220104MA0Y1A2B3W
            wrong charset 2-3                       91A20104MA0Y1A2B3E
            wrong charset 7-8                       9122010AMA0Y1A2B3F
            wrong charset 11-12                     !91110000000-00000E
            wrong charset 8-16                      !91110000********0E
            wrong charset 16-17                     !9111000000000000０E
            wrong charset 0-18                      !统一社会信用代码统一社会信用代码统一
            // check characters
            wrong check-char 17-18                  911100000000000003
            wrong check-char 17-18; doubtful inner-check-char 16-17  91110000000000010E
            doubtful inner-check-char 16-17         91110000000000010F  91220104MA0Y1A2B4U
            // the pilot in Fujian, and what is not of it
            doubtful check-char 17-18               91350200M0001A2B6A
            wrong check-char 17-18                  91220100M0001A2B65
            wrong check-char 17-18; doubtful inner-check-char 16-17  91350200M1001A2B6A
            // authority and province, both check characters right
            doubtful authority 0-2                  98220104MA0Y1A2B33  T1220104MA0Y1A2B37
            doubtful province 2-4                   91990104MA0Y1A2B3L  91100104MA0Y1A2B3R
            ∅                                       91660104MA0Y1A2B34
            // small letters
            hint lower-case 8-18                    91220104ma0y1A2b3q
            like                                    9122010MA0Y1A2B3Q  91220104MA0Y1A2B3QQ
            like                                    9122O1O4MAOY1A2B3Q  91220104ma0y1a2b3q
            unlike                                  912201040000001  912201040000001234567
            unlike                                  220104********2310  71539366-12345678
            unlike                                  internationalization  ∅  统一社会信用代码
            ",
        );
        assert_eq!(judge(&KIND, "91220104ma0y1a2b3q").verdict(), Verdict::Verified);
        assert_eq!(judge(&KIND, "91350200M0001A2B6A").verdict(), Verdict::Doubtful);
    }

    #[test]
    fn both_checks() {
        gives(
            |code| {
                let Checks { outer, inner } = checks_agree(code);
                assert_eq!(agrees(code), outer && inner, "{code}");
                format!("{outer} {inner}")
            },
            "
            true true    91220104ma0y1a2b3q
            false true   911100000000000003
            true false   91110000000000010F
            false false  91110000000000010E  9111000000000000OE  9111000000000000E  ∅
            ",
        );
    }

    /// The rule as printed in the standard; nothing of the code above is used.
    fn printed_check(body: &str) -> char {
        const WEIGHTS: [usize; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
        const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        let value = |c| ALPHABET.find(c).expect("in the alphabet");
        let sum: usize = body.chars().zip(WEIGHTS).map(|(c, w)| value(c) * w).sum();
        ALPHABET.as_bytes()[(31 - sum % 31) % 31].into()
    }

    fn printed_inner_check(body: &str) -> char {
        const WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
        let sum: u32 =
            body.chars().zip(WEIGHTS).map(|(c, w)| c.to_digit(36).expect("in the alphabet") * w).sum();
        ['0', 'X', '9', '8', '7', '6', '5', '4', '3', '2', '1'][(sum % 11) as usize]
    }

    #[test]
    fn every_check_character() {
        let mut codes = std::collections::BTreeMap::new();
        let mut inner = std::collections::BTreeSet::new();
        for serial in 0..2000 {
            let subject = format!("MA{serial:04}T6");
            let body = format!("92220182{subject}{}", printed_inner_check(&subject));
            inner.insert(printed_inner_check(&subject));
            let check = printed_check(&body);
            codes.entry(check).or_insert(format!("{body}{check}"));
        }
        assert_eq!(codes.keys().collect::<String>(), "0123456789ABCDEFGHJKLMNPQRTUWXY");
        assert_eq!(inner.into_iter().collect::<String>(), "0123456789X");
        for code in codes.values() {
            assert_eq!(judge(&KIND, code).verdict(), Verdict::Verified, "{code}");
            assert_eq!(told(&judge(&KIND, code)), "", "{code}");
        }
    }

    /// No single slip gets by: not even as far as the check inside, which has characters it cannot tell apart.
    #[test]
    fn every_slip_is_wrong() {
        for code in GOOD {
            for slip in slips(code) {
                assert_eq!(judge(&KIND, &slip).verdict(), Verdict::Wrong, "{code} {slip}");
                assert!(!checks_agree(&slip).outer, "{code} {slip}");
            }
        }
    }
}
