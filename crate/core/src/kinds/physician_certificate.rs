//! Physician's qualification certificate (医师资格证书编码): 27 characters, or 24 with an identity number of the old form.
//!
//! | characters   | meaning                                                          | source            |
//! |--------------|------------------------------------------------------------------|-------------------|
//! | 1–4          | year of the qualification, since 1998                            | 执业医师法, 1998  |
//! | 5–6          | province                                                         | GB/T 2260         |
//! | 7            | level: 1 physician (执业医师), 2 assistant (执业助理医师)        | certificates seen |
//! | 8–9          | category: 10 clinical, 20 dental, 30 public health, 41–46 Chinese and ethnic medicine, 50 rural | 10 seen, the rest hearsay |
//! | 10–27 (–24)  | the holder's identity number, 18 characters (15 digits)          | GB 11643          |
//!
//! What is hearsay is only remarked upon. The whole of an identity number is printed inside: exposed; with a part of
//! it masked, the rest is judged as far as it shows.
//! The table counts from 1, the code from 0.

use super::chars::{self, part};
use super::{Confidence, Kind, Number, Of, YearIs, masked_id, person, resident_id, resident_id_15};
use crate::judgement::{Fact, Flaw, Judgement};
use crate::tables::regions;

/// The kind.
pub static KIND: Kind = Kind::new(
    Of::Paper,
    "physician_certificate",
    ["医师资格证书编码", "physician's qualification certificate number"],
)
.written("27位：取得年份4＋省级代码2＋级别1＋类别2＋身份证号码18；旧号24位，身份证号码15位")
.source(Confidence::Likely, "执业医师法（1998）；GB 11643—1999；GB/T 2260；已见证书")
.code_for("^[0-9]{9}(?:[0-9]{17}[0-9Xx]|[0-9]{15})$", looks_like, check)
.year(YearIs::Issue);

/// How many characters stand before the identity number.
const HEAD: usize = 9;

/// The year of the first qualifications.
const FIRST_YEAR: u16 = 1998;

/// Nobody qualifies younger.
const YOUNGEST: u16 = 20;

/// Is it such a number beyond chance: year, province, level, and an identity number that can be?
pub fn fits(value: &str) -> bool {
    let bytes = value.as_bytes();
    if !matches!(bytes.len(), 24 | 27) || !bytes[..9].iter().all(u8::is_ascii_digit) {
        return false;
    }
    let id = &value[9..];
    (FIRST_YEAR..2100).contains(&year(bytes))
        && regions::province_known([bytes[4], bytes[5]])
        && matches!(bytes[6], b'1' | b'2')
        && (resident_id_15::fits(id) || resident_id::check_char_agrees(id) && resident_id::birth_is_real(id))
}

fn looks_like(value: &str) -> bool {
    chars::mostly_digits(value, 22..30)
        || value.split_at_checked(HEAD).is_some_and(|(head, id)| is_head(head) && person::is_masked(id))
}

/// Digits, and no mask among them.
fn is_head(head: &str) -> bool {
    head.bytes().all(|b| b.is_ascii_digit())
}

fn check(number: &Number) -> Judgement {
    let value = number.value;
    let mut out = Judgement::default();
    person::expose(value, HEAD, &mut out);
    if let Some((head, id)) =
        value.split_at_checked(HEAD).filter(|(head, id)| is_head(head) && person::is_masked(id))
    {
        judge_head(head.as_bytes(), &mut out);
        masked_id::judge_inside(id, HEAD, number, &mut out);
        judge_year(year(head.as_bytes()), number, &mut out);
    } else if let Some(mut code) = chars::exactly::<27>(value) {
        let may_stand = |i, c: u8| c.is_ascii_digit() || i == 26 && matches!(c, b'X' | b'x');
        if !chars::stray(&code, may_stand, Judgement::wrong, &mut out) {
            chars::lower_case(value, &mut out);
            code[26] = code[26].to_ascii_uppercase();
            judge(&code, number, &mut out);
        }
    } else if let Some(code) = chars::exactly::<24>(value) {
        if !chars::stray(&code, |_, c| c.is_ascii_digit(), Judgement::wrong, &mut out) {
            judge(&code, number, &mut out);
        }
    } else {
        out.wrong(Flaw::Length(&[24, 27]), chars::whole(value));
    }
    out
}

/// Judges 24 or 27 characters that can all stand.
fn judge(code: &[u8], number: &Number, out: &mut Judgement) {
    judge_head(code, out);
    match code.len() {
        27 => person::judge_18(&part(&code[HEAD..]), HEAD, number.today, out),
        _ => person::judge_15(&part(&code[HEAD..]), HEAD, number.today, out),
    }
    judge_year(year(code), number, out);
}

/// Judges what stands before the identity number.
fn judge_head(code: &[u8], out: &mut Judgement) {
    out.fact(Fact::Qualified(year(code)));
    let province = [code[4], code[5]];
    if regions::province_known(province) {
        out.fact(Fact::Province(province));
    } else {
        out.doubt(Flaw::Province, 4..6);
    }
    match code[6] {
        b'1' | b'2' => out.fact(Fact::PhysicianLevel(code[6] - b'0')),
        _ => out.doubt(Flaw::Level, 6..7),
    }
    match &code[7..9] {
        b"10" | b"20" | b"30" | b"41" | b"42" | b"43" | b"44" | b"45" | b"46" | b"50" => {
            out.fact(Fact::PhysicianCategory(part(&code[7..9])));
        }
        _ => out.hint(Flaw::Level, 7..9),
    }
}

/// The year against the calendar, the holder's birth and the day of issue.
fn judge_year(qualified: u16, number: &Number, out: &mut Judgement) {
    let born = out.facts.iter().find_map(|fact| match fact {
        Fact::Birth { year, .. } => Some(*year),
        _ => None,
    });
    if !(FIRST_YEAR..=number.today.year()).contains(&qualified)
        || born.is_some_and(|born| qualified < born + YOUNGEST)
    {
        out.doubt(Flaw::Year, 0..4);
    } else if issued(number).is_some_and(|issued| issued < qualified) {
        // Issued in the same year or the next as a rule, a replacement any time later.
        out.doubt(Flaw::Words, 0..4);
    }
}

fn year(code: &[u8]) -> u16 {
    code[..4].iter().fold(0, |year, c| year * 10 + u16::from(c - b'0'))
}

/// The year of issue as the text beside the number states it: 签发日期2018年.
fn issued(number: &Number) -> Option<u16> {
    [number.after, number.before].into_iter().find_map(|text| {
        let label = text.windows(4).position(|w| *w == ['签', '发', '日', '期'])?;
        let mut rest = text[label + 4..].iter().skip_while(|c| matches!(c, ':' | '为' | '是'));
        let year = (0..4).try_fold(0, |year, _| Some(year * 10 + rest.next()?.to_digit(10)? as u16))?;
        matches!(rest.next(), Some('年' | '-' | '.' | '/')).then_some(year)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::{Sex, Verdict};
    use crate::kinds::testing::{answers, judge};

    #[test]
    fn good_numbers() {
        for (code, out) in KIND.judges(
            "
            verified  201822110220104199003072310  199922110220104620307231
            verified  20052221022010419800307002X  20051124622010419780307231X
            ",
        ) {
            assert!(out.exposed.is_some() && fits(code), "{code}");
        }
    }

    #[test]
    fn facts() {
        let birth = |year| Fact::Birth { year, month: Some(3), day: Some(7) };
        for (code, want) in [
            (
                "201822110220104199003072310",
                [
                    Fact::Qualified(2018),
                    Fact::Province(*b"22"),
                    Fact::PhysicianLevel(1),
                    Fact::PhysicianCategory(*b"10"),
                    Fact::Region(*b"220104"),
                    birth(1990),
                    Fact::Sex(Sex::Male),
                ],
            ),
            (
                "199911250220104620307232",
                [
                    Fact::Qualified(1999),
                    Fact::Province(*b"11"),
                    Fact::PhysicianLevel(2),
                    Fact::PhysicianCategory(*b"50"),
                    Fact::Region(*b"220104"),
                    birth(1962),
                    Fact::Sex(Sex::Female),
                ],
            ),
        ] {
            assert_eq!(judge(&KIND, code).facts, want, "{code}");
        }
    }

    #[test]
    fn table() {
        KIND.judges(
            "
            // length
            wrong length 0-23; exposed       19992211022010462030723
            wrong length 0-25; exposed       1999221102201046203072311
            wrong length 0-26; exposed       20182211022010419900307231
            wrong length 0-28; exposed       2018221102201041990030723100
            wrong length 0-0                 ∅
            // characters
            wrong charset 1-2; exposed       2O1822110220104199003072310
            wrong charset 25-26; exposed     2018221102201041990030723l0
            wrong charset 23-24; exposed     19992211022010462030723X
            ∅                                201822110220104********2310
            doubtful mask-length 15-22       201822110220104*******2310
            hint old-form 9-24               199922110220104*****7231
            wrong province 9-11              201822110990104********2310
            doubtful year 0-4                201022110220104199503******
            doubtful level 6-7               201822310220104********2310
            wrong charset 26-27; exposed     !20182211022010419900307231０
            hint lower-case 26-27; exposed   20052221022010419800307002x
            // the head
            exposed                          202622110220104199003072310  201022110220104199003072310
            doubtful year 0-4; exposed       202722110220104199003072310  199722110220104197003072311
            doubtful year 0-4; exposed       200922110220104199003072310
            doubtful province 4-6; exposed   201899110220104199003072310
            doubtful level 6-7; exposed      201822310220104199003072310
            hint level 7-9; exposed          201822177220104199003072310
            // the identity number inside
            wrong check-char 26-27; exposed  201822110220104199003072311
            doubtful region 9-15; exposed    201822110220199199003072317  199922110220199620307231
            wrong province 9-11; exposed     201822110990104199003072319  199922110990104620307231
            wrong birth-date 15-23; exposed  201822110220381198502290047
            wrong birth-date 19-21; exposed  201822110220104199013072314
            wrong birth-date 17-19; exposed  199922110220104621307231
            wrong birth-date 15-21; exposed  199922110220104610229231
            like                             19992211022010462030723  1999221102201046203072311
            like                             20182211022010419900307231  2018221102201041990030723100
            like                             2O182211022010419900307231l  201822110220104199003072311
            like                             201822310220104199003072310  201899110220104199003072310
            like                             199722110220104199003072310  199922110220104621307231
            like                             201822110220381198502290047  201822110220104********2310
            like                             201822110220104*******2310
            unlike                           220104199003072310  2018*******104199003072310
            unlike                           20182211022010419900307231O0000  身身身身身身身身身  ∅
            ",
        );
        assert_eq!(judge(&KIND, "201822177220104199003072310").verdict(), Verdict::Verified);
    }

    #[test]
    fn day_of_issue() {
        KIND.judges(
            "
            ∅                   ⟦201822110220104199003072310⟧,签发日期2018年10月19日
            ∅                   ⟦201822110220104199003072310⟧,签发日期:2019年1月9日
            ∅                   ⟦201822110220104199003072310⟧,签发日期2024年1月9日补发
            ∅                   ⟦201822110220104199003072310⟧,签发日期201
            ∅                   ⟦201822110220104199003072310⟧,签发日期
            ∅                   ⟦201822110220104199003072310⟧,签发日期二〇一七年
            ∅                   ⟦201822110220104199003072310⟧,2017年10月19日
            doubtful words 0-4  ⟦201822110220104199003072310⟧,签发日期2017年10月19日
            doubtful words 0-4  ⟦201822110220104199003072310⟧,签发日期:2017-10-19
            doubtful words 0-4  签发日期为2017.10.19,⟦201822110220104199003072310⟧
            ",
        );
    }

    #[test]
    fn years_follow_the_day_of_publication() {
        KIND.judges("doubtful year 0-4; @2017-12-31  201822110220104199003072310");
    }

    #[test]
    fn looks() {
        answers(
            fits,
            "
            no  19992211022010462030723  1999221102201046203072311  20182211022010419900307231
            no  2018221102201041990030723100  2O182211022010419900307231l  201822110220104199003072311
            no  201822310220104199003072310  201899110220104199003072310  199722110220104199003072310
            no  199922110220104621307231  201822110220381198502290047  220104199003072310
            no  201822110220104********2310  201822110220104*******2310  2018*******104199003072310
            no  20182211022010419900307231O0000  身身身身身身身身身  ∅
            ",
        );
    }
}
