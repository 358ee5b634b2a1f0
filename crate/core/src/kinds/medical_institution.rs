//! Registration number of a medical institution (医疗机构执业许可证登记号): 22 characters.
//!
//! | characters | meaning                                                              | source           |
//! |------------|----------------------------------------------------------------------|------------------|
//! | 1–9        | organisation code; where there is none, one of the health offices' own (PDY …) | GB 11714—1997 |
//! | 10–15      | division                                                             | GB/T 2260        |
//! | 16–17      | ownership (经济类型)                                                 | WS 218—2002      |
//! | 18–21      | kind of institution, a letter and three digits                       | WS 218—2002      |
//! | 22         | 1 not for profit, 2 for profit, 9 other                              | numbers seen     |
//!
//! Clinics and village posts also have 12 digits (诊所、卫生所、村卫生室的十二位码): division, serial number 4, kind (1
//! clinic, 2 health post, 3 village clinic), ownership 1–9. Some licences of late print the credit code. A hyphen may stand
//! before the check character of the organisation code or behind it. The table counts from 1, the code from 0.

use super::chars;
use super::{Confidence, Kind, Number, Of, uscc};
use crate::judgement::{Fact, Flaw, Judgement};
use crate::tables::{checksum, regions};

/// The kind.
pub static KIND: Kind = Kind::new(Of::Body, "medical_institution", ["医疗机构执业许可证登记号", "medical institution registration number"])
    .written("22位：组织机构代码9（或PDY开头的代用码）＋行政区划6＋经济类型2＋机构类别（字母1＋数字3）＋管理类别1（1非营利、2营利、9其他）；\
              诊所、村卫生室12位：行政区划6＋顺序号4＋属性2；也有用统一社会信用代码的")
    .source(Confidence::Likely, "WS 218—2002；GB 11714—1997；卫生单位代码编制规则；公开的登记号")
    .code_for("^(?:[0-9A-Za-z]{8}-?[0-9Xx]-?[0-9]{8}[A-Za-z][0-9]{4}|[0-9]{12}|[0-9]{18}|[0-9A-HJ-NP-RTUW-Ya-hj-np-rtuw-y][0-9]{7}[0-9A-HJ-NP-RTUW-Ya-hj-np-rtuw-y]{8}[0-9Xx][0-9A-HJ-NP-RTUW-Ya-hj-np-rtuw-y])$", looks_like, check);

/// What the letter of the kind stands for.
const KINDS: [(&str, [&str; 2]); 16] = [
    ("A", ["医院", "hospital"]),
    ("B", ["社区卫生服务中心（站）", "community health centre"]),
    ("C", ["卫生院", "township health centre"]),
    ("D", ["门诊部、诊所、医务室、村卫生室", "outpatient department, clinic or village clinic"]),
    ("E", ["急救中心（站）", "emergency centre"]),
    ("F", ["采供血机构", "blood bank"]),
    ("G", ["妇幼保健院（所、站）", "maternal and child health centre"]),
    ("H", ["专科疾病防治院（所、站）", "centre for special diseases"]),
    ("J", ["疾病预防控制中心", "centre for disease control"]),
    ("K", ["卫生监督所（局）", "health inspection"]),
    ("L", ["卫生监督检验（监测、检测）所", "health laboratory"]),
    ("M", ["医学科学研究机构", "medical research institute"]),
    ("N", ["医学教育机构", "medical school"]),
    ("O", ["健康教育所（站、中心）", "health education centre"]),
    ("P", ["其他卫生机构", "other health institution"]),
    ("Q", ["卫生社会团体", "health association"]),
];

fn looks_like(value: &str) -> bool {
    let bytes = value.as_bytes();
    let count = |of: fn(&u8) -> bool| bytes.iter().filter(|b| of(b)).count();
    let (digits, hyphens) = (count(u8::is_ascii_digit), count(|b| *b == b'-'));
    let signs = count(u8::is_ascii_alphanumeric);
    hyphens <= 2
        && hyphens + signs == bytes.len()
        && match signs {
            20..=24 => digits >= 11,
            11..=13 => digits + 2 >= signs && hyphens == 0,
            18 => digits >= 8 && hyphens == 0,
            _ => false,
        }
}

fn check(number: &Number) -> Judgement {
    let value = number.value;
    let mut out = Judgement::default();
    chars::lower_case(value, &mut out);
    let capitals = value.to_ascii_uppercase();
    // The signs that count, and where each of them is printed.
    let signs: Vec<(usize, u8)> = capitals
        .chars()
        .enumerate()
        .filter(|(_, c)| *c != '-')
        .map(|(at, c)| (at, if c.is_ascii() { c as u8 } else { 0 }))
        .collect();
    match signs.len() {
        22 => judge_22(&signs, &mut out),
        12 => judge_12(&signs, &mut out),
        18 => judge_18(&capitals, number, &mut out),
        11 | 13 => out.doubt(Flaw::Length(&[12, 22]), chars::whole(value)),
        _ => out.doubt(Flaw::Length(&[22]), chars::whole(value)),
    }
    out
}

/// The sign that stands there, and the place of a field in print.
type Sign = (usize, u8);

fn place(signs: &[Sign]) -> std::ops::Range<usize> {
    let first = signs.first().map_or(0, |sign| sign.0);
    first..signs.last().map_or(first, |sign| sign.0 + 1)
}

fn bytes<const N: usize>(signs: &[Sign]) -> [u8; N] {
    std::array::from_fn(|i| signs[i].1)
}

/// Tells of the signs that cannot stand. Was there any?
fn strays(signs: &[Sign], may_stand: impl Fn(usize, u8) -> bool, out: &mut Judgement) -> bool {
    let runs = chars::runs(signs.len(), |i| !may_stand(i, signs[i].1));
    let runs: Vec<_> = runs.collect();
    for run in &runs {
        out.doubt(Flaw::Charset, place(&signs[run.clone()]));
    }
    !runs.is_empty()
}

fn judge_22(signs: &[Sign], out: &mut Judgement) {
    let may_stand = |i: usize, c: u8| match i {
        0..8 => c.is_ascii_digit() || c.is_ascii_uppercase(),
        8 => c.is_ascii_digit() || c == b'X',
        17 => c.is_ascii_uppercase(),
        _ => c.is_ascii_digit(),
    };
    if strays(signs, may_stand, out) {
        return;
    }
    let org: [u8; 9] = bytes(signs);
    out.fact(Fact::OrgCode(org));
    if checksum::org_code(&org[..8]) == Some(org[8]) {
        out.proved = true;
    } else {
        out.doubt(Flaw::InnerCheckChar, place(&signs[8..9]));
    }
    region(&signs[9..15], out);
    match KINDS.iter().find(|(letter, _)| letter.as_bytes()[0] == signs[17].1) {
        Some((sign, words)) => out.fact(Fact::Meaning { sign, words: *words }),
        None => out.doubt(Flaw::KindLetter, place(&signs[17..18])),
    }
    let words = match signs[21].1 {
        b'1' => ("1", ["非营利性", "not for profit"]),
        b'2' => ("2", ["营利性", "for profit"]),
        b'9' => ("9", ["其他管理类别", "neither"]),
        _ => return out.hint(Flaw::Level, place(&signs[21..22])),
    };
    out.fact(Fact::Meaning { sign: words.0, words: words.1 });
}

fn judge_12(signs: &[Sign], out: &mut Judgement) {
    if strays(signs, |_, c| c.is_ascii_digit(), out) {
        return;
    }
    out.proved = region(&signs[..6], out);
    let words = match signs[10].1 {
        b'1' => ("1", ["诊所、卫生所、医务室", "clinic"]),
        b'2' => ("2", ["卫生站", "health post"]),
        b'3' => ("3", ["村卫生室（所）", "village clinic"]),
        _ => return out.hint(Flaw::Level, place(&signs[10..11])),
    };
    out.fact(Fact::Meaning { sign: words.0, words: words.1 });
}

/// The division: its province must be one; is it in the table?
fn region(signs: &[Sign], out: &mut Judgement) -> bool {
    let code: [u8; 6] = bytes(signs);
    if regions::province_known([code[0], code[1]]) {
        out.fact(Fact::Region(code));
    } else {
        out.doubt(Flaw::Province, place(&signs[..2]));
    }
    regions::known(&code)
}

/// A credit code. Older numbers of eighteen digits are of another make, which nobody remembers.
fn judge_18(value: &str, number: &Number, out: &mut Judgement) {
    if !uscc::agrees(value) && value.bytes().all(|b| b.is_ascii_digit()) {
        return;
    }
    let judged = uscc::KIND.check(&Number { value, ..*number });
    let doubts = judged.problems.into_iter().map(|mut problem| {
        problem.severity = problem.severity.min(crate::judgement::Severity::Doubtful);
        problem
    });
    out.problems.extend(doubts);
    out.facts = judged.facts;
    out.proved = judged.proved;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::Verdict;
    use crate::kinds::testing::judge;

    #[test]
    fn table() {
        KIND.judges(
            "
            // Made up; the check characters by the printed weights.
            verified                        12345678822999911A1001  // a division no list has
            verified                        PDY00128222010217D2122  PDY00128-222010217D2122
            verified                        PDY001282-22010217D2122  12345678822010411A1001
            verified                        220102000112  220381012335  91220104MA0Y1A2B3Q
            verified; hint lower-case 0-18  pdy00128222010217d2122
            verified; hint level 21-22      PDY00128222010217D2123
            verified; hint level 10-11      220102000192
            plausible                       220104010203040506  // an older one
            plausible                       229999000112
            doubtful inner-check-char 8-9   PDY00128322010217D2122
            doubtful inner-check-char 9-10  PDY00128-322010217D2122
            doubtful province 9-11          PDY00128299010217D2122
            doubtful kind-letter 17-18      PDY00128222010217Z2122
            doubtful charset 17-18          PDY0012822201021702122
            doubtful charset 15-16          PDY001282220102I7D2122
            doubtful charset 13-14; doubtful charset 19-20  PDY0012822201O217D2I22
            doubtful length 0-21            PDY00128222010217D212
            doubtful length 0-23            PDY00128222010217D21222
            doubtful length 0-11            22010200011
            doubtful province 0-2           990102000112
            doubtful charset 2-3            22O102000112
            doubtful check-char 17-18       91220104MA0Y1A2B3R
            like                            13904310012  // of the length: a telephone is read from the text
            like                            PDY00128-2-22010217D2122
            unlike                          20240411  220104-199003-072310  PDYABCDEFGHIJKLMNOPQRS
            unlike                          吉卫医字第22010412345号  ∅
            exposed  no one
            ",
        );
    }

    #[test]
    fn facts() {
        assert_eq!(
            judge(&KIND, "PDY00128222010217D2122").facts,
            [
                Fact::OrgCode(*b"PDY001282"),
                Fact::Region(*b"220102"),
                Fact::Meaning {
                    sign: "D",
                    words: [
                        "门诊部、诊所、医务室、村卫生室",
                        "outpatient department, clinic or village clinic"
                    ]
                },
                Fact::Meaning { sign: "2", words: ["营利性", "for profit"] },
            ]
        );
    }

    /// Every other digit in the organisation code, and every swap of two of its neighbours, is told.
    #[test]
    fn slips_in_the_organisation_code_are_doubtful() {
        for good in ["PDY00128222010217D2122", "12345678822010411A1001"] {
            let bytes = good.as_bytes();
            for at in 0..9 {
                for digit in b'0'..=b'9' {
                    let mut slip = bytes.to_vec();
                    slip[at] = digit;
                    // Digits that differ by a multiple of eleven there are none of; letters and digits there are.
                    if digit == bytes[at] || bytes[at].is_ascii_uppercase() {
                        continue;
                    }
                    let slip = String::from_utf8(slip).expect("ASCII");
                    assert_eq!(judge(&KIND, &slip).verdict(), Verdict::Doubtful, "{slip}");
                }
                if at > 0
                    && bytes[at].is_ascii_digit()
                    && bytes[at - 1].is_ascii_digit()
                    && bytes[at] != bytes[at - 1]
                {
                    let mut slip = bytes.to_vec();
                    slip.swap(at - 1, at);
                    let slip = String::from_utf8(slip).expect("ASCII");
                    assert_eq!(judge(&KIND, &slip).verdict(), Verdict::Doubtful, "{slip}");
                }
            }
        }
    }
}
