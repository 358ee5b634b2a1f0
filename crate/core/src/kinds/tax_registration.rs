//! Number of a tax registration (税务登记证号, 纳税人识别号 before the credit code): a region and who is registered.
//!
//! | length | layout                                                         | who                             |
//! |--------|----------------------------------------------------------------|---------------------------------|
//! | 15     | region of the tax office 6, organisation code 9 without hyphen | bodies (企业, 单位)             |
//! | 15, 18 | an identity number                                             | individuals (个体工商户)        |
//! | 17, 20 | an identity number and a serial of two digits                  | their further registrations     |
//! | 20     | an identity number of 15 and `00000`                           | individuals with an old card    |
//!
//! It may stand in its words: `吉国税字220104716045829号`. The region is the tax office's own, so one that no list
//! has is a fact and no problem. Older fifteen-digit numbers of the tax office's own making, without an organisation
//! code, and those made from passports are still about: a mismatch is a question. A certificate of 2015 or later
//! bears the credit code ([`super::uscc`]) instead.

use super::chars::{self, part};
use super::{Confidence, Kind, Number, Of, masked_id, org_code, person, resident_id_15, uscc};
use crate::judgement::{Fact, Flaw, Judgement, Personal, Severity};
use crate::tables::{checksum, regions};

/// The kind.
pub static KIND: Kind = Kind::new(Of::Body, "tax_registration", ["税务登记证号", "tax registration number"])
    .written(
        "15位：行政区划6＋组织机构代码9（末位校验）；个人为身份证号码15或18位，或再加2位顺序号（17、20位）",
    )
    .source(Confidence::Likely, "国家税务总局纳税人识别号编制规则；GB 11714—1997；GB 11643—1999")
    .code_for("^(?:[\\u4e00-\\u9fff]*)?(?:[0-9]{6}[0-9A-Za-z]{8}-?[0-9Xx]|[0-9]{17}|[0-9]{17}[0-9Xx](?:[0-9]{2})?|[0-9A-HJ-NP-RTUW-Ya-hj-np-rtuw-y][0-9]{7}[0-9A-HJ-NP-RTUW-Ya-hj-np-rtuw-y]{8}[0-9Xx][0-9A-HJ-NP-RTUW-Ya-hj-np-rtuw-y])号?$", looks_like, check);

/// The digits without the words around them (`吉国税字…号`), and how many characters stand before.
fn bare(value: &str) -> (usize, &str) {
    let head = value.find(|c: char| c.is_ascii()).unwrap_or(value.len());
    let words = &value[..head];
    let body = value[head..].strip_suffix('号').filter(|_| head > 0).unwrap_or(&value[head..]);
    (words.chars().count(), body)
}

fn looks_like(value: &str) -> bool {
    let (head, body) = bare(value);
    let words: String = value.chars().take(head).collect();
    let digits = |s: &str| s.bytes().filter(u8::is_ascii_digit).count();
    (words.is_empty() || words.contains('税') && words.trim_end_matches('第').ends_with('字'))
        && (masked(body).is_some()
            || (14..=21).contains(&body.len())
                && body
                    .bytes()
                    .enumerate()
                    .all(|(i, b)| b.is_ascii_alphanumeric() || b == b'-' && i + 2 == body.len())
                && body.get(..6).is_some_and(|region| digits(region) >= 5)
                && digits(body) >= 8)
}

/// The identity number of an individual of which a part is masked; the serial behind it may show.
fn masked(body: &str) -> Option<&str> {
    let width = match body.len() {
        15 | 17 => 15,
        20 if body.ends_with("00000") => 15,
        18 | 20 => 18,
        _ => return None,
    };
    let (id, serial) = body.split_at_checked(width)?;
    (person::is_mask(id)
        && masked_id::strong_shape(id)
        && serial.bytes().all(|b| b.is_ascii_digit() || b == b'*'))
    .then_some(id)
}

fn check(number: &Number) -> Judgement {
    let mut out = Judgement::default();
    let (at, body) = bare(number.value);
    if let Some(id) = masked(body) {
        masked_id::judge_inside(id, at, number, &mut out);
        cap(&mut out);
        sign(number.value, &mut out);
        return out;
    }
    match body.chars().count() {
        15 => fifteen(number, at, body, &mut out),
        16 if body.as_bytes().get(14) == Some(&b'-') => fifteen(number, at, body, &mut out),
        17 => individual_15(number, at, body, &mut out),
        18 if is_credit_code(body) => return uscc::KIND.check(number),
        20 if body.ends_with("00000") && body.get(..15).is_some_and(resident_id_15::fits) => {
            individual_15(number, at, body, &mut out);
        }
        18 | 20 => individual_18(number, at, body, &mut out),
        _ => out.doubt(Flaw::Length(&[15, 17, 18, 20]), chars::whole(number.value)),
    }
    chars::lower_case(number.value, &mut out);
    sign(number.value, &mut out);
    out
}

/// The region and organisation code of a body, or the old identity number of an individual.
fn fifteen(number: &Number, at: usize, body: &str, out: &mut Judgement) {
    // A hyphen before the last character moves it on.
    let last = at + body.chars().count() - 1;
    let hyphen = |&(i, _): &(usize, char)| last == at + 15 && i == 14;
    let code: String = body.chars().enumerate().filter(|c| !hyphen(c)).map(|(_, c)| c).collect();
    let Some(mut code) = chars::exactly::<15>(&code) else { return };
    code.make_ascii_uppercase();
    for (i, c) in code[..14].iter().enumerate() {
        let stray = if i < 6 { !c.is_ascii_digit() } else { !c.is_ascii_alphanumeric() };
        if stray {
            out.wrong(Flaw::Charset, at + i..at + i + 1);
        }
    }
    if !code[14].is_ascii_digit() && code[14] != b'X' {
        out.doubt(Flaw::Charset, last..last + 1);
    }
    if !out.problems.is_empty() {
        return;
    }
    let agrees = checksum::org_code(&code[6..14]) == Some(code[14]);
    let person = resident_id_15::fits(body);
    // One old identity number in eleven passes as a body's.
    if agrees && (!person || names_a_body(number)) {
        region(&part(&code[..6]), at, out);
        out.fact(Fact::OrgCode(part(&code[6..])));
        out.proved = true;
        if beside(number.before).is_some_and(|other| other[..] != code[6..]) {
            out.doubt(Flaw::Words, at + 6..last + 1);
        }
    } else if person {
        individual_15(number, at, body, out);
    } else {
        region(&part(&code[..6]), at, out);
        out.doubt(Flaw::InnerCheckChar, last..last + 1);
    }
}

fn region(code: &[u8; 6], at: usize, out: &mut Judgement) {
    if uscc::registrar_known(code) {
        out.fact(Fact::Region(*code));
    } else {
        out.doubt(Flaw::Province, at..at + 2);
    }
}

/// Do the words around it name a body, or a certificate that only bodies have?
fn names_a_body(number: &Number) -> bool {
    const WORDS: [&str; 12] = [
        "公司",
        "集团",
        "工厂",
        "合作社",
        "学校",
        "医院",
        "银行",
        "中心",
        "分局",
        "事务所",
        "协会",
        "组织机构代码",
    ];
    WORDS.iter().any(|word| number.says(word))
}

/// An old identity number, and what follows it.
fn individual_15(number: &Number, at: usize, body: &str, out: &mut Judgement) {
    let digits: Vec<u8> = body.chars().map(|c| if c.is_ascii() { c as u8 } else { 0 }).collect();
    if stray(&digits, |_, c| c.is_ascii_digit(), at, out) {
        return;
    }
    person::judge_15(&part(&digits[..15]), at, number.today, out);
    cap(out);
    out.expose(Personal::IdentityNumber, at..at + 15);
}

/// An identity number, and what follows it.
fn individual_18(number: &Number, at: usize, body: &str, out: &mut Judgement) {
    let mut id: Vec<u8> = body.chars().map(|c| if c.is_ascii() { c as u8 } else { 0 }).collect();
    id.make_ascii_uppercase();
    person::expose_part(number.value, at..at + 18, out);
    if stray(&id, person::may_stand_18, at, out) {
        return;
    }
    person::judge_18(&part(&id[..18]), at, number.today, out);
    // A region and a day of birth: nothing else than an identity number with a slip.
    let person = out.problems.iter().all(|p| p.flaw == Flaw::CheckChar);
    if !person {
        cap(out);
    }
}

/// The layout is the tax office's custom: what does not keep to it is doubtful.
fn cap(out: &mut Judgement) {
    for problem in &mut out.problems {
        problem.severity = problem.severity.min(Severity::Doubtful);
    }
}

fn stray(digits: &[u8], may_stand: impl Fn(usize, u8) -> bool, at: usize, out: &mut Judgement) -> bool {
    let known = out.problems.len();
    let any = chars::stray(digits, may_stand, Judgement::doubt, out);
    for problem in &mut out.problems[known..] {
        let span = problem.start + at..problem.end + at;
        (problem.start, problem.end, problem.span) = (span.start, span.end, span);
    }
    any
}

/// Eighteen characters that do not start as an identity number does.
fn is_credit_code(body: &str) -> bool {
    let century = matches!(body.get(6..8), Some("19" | "20"));
    !century || !body.as_bytes().first_chunk().is_some_and(regions::known) || uscc::agrees(body)
}

/// `吉国税字2201…`: a province's sign against its digits. Signs are cities' too (青 of 青岛): a remark, no more.
fn sign(value: &str, out: &mut Judgement) {
    let (at, body) = bare(value);
    let signed = value.chars().take(at).enumerate();
    let signed = signed.filter_map(|(i, c)| Some((i, regions::sign(c)?))).next();
    if let Some((i, two)) = signed
        && !body.as_bytes().starts_with(&two)
    {
        out.hint(Flaw::Contradiction, i..i + 1);
    }
}

/// The organisation code that stands before the number as one of the same body: by itself or in a credit code.
fn beside(before: &[char]) -> Option<[u8; 9]> {
    let is_own = |c: &char| !matches!(c, '司' | '厂' | '店' | '社' | '院' | '校' | '部' | '所' | '站' | ';');
    let start = before.iter().rposition(|c| !is_own(c)).map_or(0, |i| i + 1);
    let clause: String = before[start..].iter().collect();
    let mut codes = clause
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '-')
        .filter_map(|token| match token.len() {
            18 if uscc::agrees(token) => token.get(8..17).map(str::to_owned),
            10 if org_code::agrees(token) => Some(token.replace('-', "")),
            9 if org_code::agrees(token) && clause.contains("机构代码") => Some(token.to_owned()),
            _ => None,
        })
        .map(|code| code.to_ascii_uppercase());
    let code = codes.next()?;
    // Two bodies: nobody knows which is meant.
    if codes.any(|other| other != code) {
        return None;
    }
    code.as_bytes().try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::Verdict;
    use crate::kinds::testing::{answers, is_alike_modulo_11, judge, odd_values, places_inside, slips};

    /// Made up; the check characters were computed elsewhere.
    const BODIES: [&str; 4] = ["220104716045829", "220182MA15T6K3X", "220104412345670", "990104MA17ABCD2"];

    #[test]
    fn table() {
        use Verdict::{Doubtful, Plausible};
        KIND.judges(
            "
            // bodies
            verified                          220199716045829  // the tax office's own region
            verified                          220104716045829  220182MA15T6K3X  22010471604582-9
            verified; hint lower-case 6-15    220182ma15t6k3x
            doubtful province 0-2             990104716045829
            doubtful inner-check-char 14-15   220104716045828
            doubtful inner-check-char 15-16   22010471604582-8
            wrong charset 2-3                 22O104716045829
            doubtful charset 14-15            22010471604582A
            wrong charset 13-14               !2201047160458*9
            wrong charset 6-7                 !220104-16045829
            doubtful length 0-14              22010471604589
            doubtful length 0-16              2201047160458299
            doubtful length 0-19              2201047160458299123
            doubtful length 0-0               ∅
            // individuals
            verified                          220104900307231  22010490030723101  22010490030723100000
            verified                          220104199003072310  22010419900307231000
            verified                          22062219781112456201
            wrong check-char 17-18            220104199003072311  22010419900307231100
            doubtful birth-date 10-12; doubtful check-char 17-18  22010419901307231000
            doubtful region 0-6; doubtful check-char 17-18  22019919900307231000
            doubtful birth-date 8-10          22010490133723101
            doubtful charset 10-11            2201049003O723101
            doubtful charset 19-20            2201041990030723100A
            // what stands on today's certificates
            verified                          91220104MA0Y1A2B3Q
            wrong check-char 17-18            91220104MA0Y1A2B3T
            // in words
            verified                          吉国税字220104716045829号  吉税字220104716045829
            verified                          吉地税字第220104716045829号  长国税字220104716045829号
            verified                          吉国税字22010419900307231000号
            verified; hint contradiction 0-1  辽国税字220104716045829号
            doubtful inner-check-char 18-19   吉国税字220104716045828号
            wrong check-char 21-22            吉国税字22010419900307231100号
            doubtful charset 14-15            吉国税字2201049003O723101号
            doubtful length 0-16              !吉国税字22010471604号
            like                              220104716045829  22010471604582-9  22010471604582
            like                              2201047160458299  22O104716045829  22010419900307231000
            like                              吉国税字220104716045829号  吉国税字第220104716045829号
            like                              220104********2310  220104********231001  220104*****7231
            like                              220104*****723100000
            unlike                            吉卫公证字220104716045829号  2201047160458
            unlike                            2201****6045829  912201********1234  ABCDEF716045829
            unlike                            220104-716045829  号  ∅
            ",
        );
        let out = judge(&KIND, "220182MA15T6K3X");
        assert_eq!(out.facts, [Fact::Region(*b"220182"), Fact::OrgCode(*b"MA15T6K3X")]);
        assert_eq!(judge(&KIND, "").verdict().max(Plausible), Doubtful);
    }

    /// An identity number of 1959 that passes as an organisation code: the words around it tell whose it is.
    #[test]
    fn person_or_body() {
        KIND.judges(
            "
            verified; exposed  小河饭店遗失税务登记证,税号:⟦220104590508209⟧
            verified           小河有限公司遗失税务登记证,税号:⟦220104590508209⟧
            ",
        );
    }

    #[test]
    fn persons_are_exposed() {
        answers(
            |value| judge(&KIND, value).exposed.is_some(),
            "
            no   220104716045829  220104716045828  91220104MA0Y1A2B3Q
            yes  220104900307231  22010490030723101  22010490030723100000  220104199003072310
            yes  22010419900307231000  22010419900307231100  吉国税字22010419900307231000号
            ",
        );
    }

    #[test]
    fn against_the_code_beside_it() {
        KIND.judges(
            "
            ∅                    (统一社会信用代码:912201827160458293),税务登记证⟦220104716045829⟧  // no such code: says nothing
            ∅                    甲公司代码41234567-0;乙公司税号⟦220104716045829⟧  // another body
            ∅                    组织机构代码41234567-0、71604582-9,税号⟦220104716045829⟧  // which of them?
            ∅                    组织机构代码证,代码:71604582-9,税务登记证,税号:⟦220104716045829⟧
            ∅                    组织机构代码证,代码:716045829,税务登记证,税号:⟦220104716045829⟧
            ∅                    (统一社会信用代码:91220182716045829C),税务登记证⟦220104716045829⟧
            ∅                    电话412345670,税号⟦220104716045829⟧  220104716045829
            doubtful words 6-15  组织机构代码证,代码:41234567-0,税务登记证,税号:⟦220104716045829⟧
            doubtful words 6-15  组织机构代码证,代码:412345670,税务登记证,税号:⟦220104716045829⟧
            doubtful words 6-15  (统一社会信用代码:91220104MA0Y1A2B3Q),税务登记证⟦220104716045829⟧
            ",
        );
    }

    /// The organisation code's check cannot tell characters apart that are equal modulo 11, nor sees it the region.
    #[test]
    fn slips_in_the_organisation_code() {
        for good in BODIES {
            for slip in slips(good) {
                if slip.get(..6) == Some(&good[..6]) && !is_alike_modulo_11(&slip, good) {
                    let verdict = judge(&KIND, &slip).verdict();
                    assert!(verdict >= Verdict::Doubtful, "{good} {slip}");
                }
            }
        }
        for value in odd_values() {
            let text = format!("税字{value}号");
            assert!(places_inside(&text, &judge(&KIND, &text)), "{text}");
        }
    }
}
