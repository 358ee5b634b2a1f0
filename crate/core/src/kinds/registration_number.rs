//! Registration number of a business (工商注册号, 营业执照注册号): 15 digits, before the credit code of 2015.
//!
//! | form                    | meaning                                                | source     |
//! |-------------------------|--------------------------------------------------------|------------|
//! | 15 digits: 1–6          | region of the registrar, 100000 the State's            | GS 15—2006 |
//! | 15 digits: 7–14         | serial; 7 tells the registrant: 0–3 domestic, 4–5 foreign-invested, 6–9 individuals | GS 15—2006 |
//! | 15 digits: 15           | check digit over 1–14, MOD 11,10                       | GS 15—2006 |
//! | 6 digits, NA or NB, 6 digits, X | co-operatives (农民专业合作社); no check       | 700 public numbers |
//! | 13 digits               | before 2007: region, type, serial; no check            | seen       |
//!
//! The table counts from 1, the code from 0. Of 25,583 real numbers of 15 digits 99.9 % pass the check; but many
//! other numbers have 15 digits, so a mismatch is beyond doubt only where a label says that it is a registration
//! number. Registrars' own regions are in no list of divisions: a fact, no problem.

use std::ops::Range;

use super::{Confidence, Field, Kind, Layout, Layouts, Number, Of, Signs, chars, uscc};
use crate::judgement::{Fact, Flaw, Judgement, Severity};
use crate::tables::checksum;

/// The kind.
pub static KIND: Kind =
    Kind::new(Of::Body, "registration_number", ["营业执照注册号", "business registration number"])
        .written("15位数字：登记机关行政区划6＋顺序码8＋校验码1；旧号13位数字；合作社：6位＋NA或NB＋6位＋X")
        .source(Confidence::Sure, "GS 15—2006；25,583个公开号码")
        .layouts(&LAYOUTS);

const REGION: Field = Field::region_of(uscc::registrar_known);

static LAYOUTS: Layouts = Layouts::of(&[
    Layout::of(&[REGION, Field::serial(7)]),
    // The form of co-operatives has letters at fixed places; elsewhere a letter is a slip of the other form.
    Layout::of(&[
        REGION,
        Field::serial(1).letters(Signs::Set("N")),
        Field::serial(1).letters(Signs::Set("AB")),
        Field::serial(6),
        Field::serial(1).letters(Signs::Set("X")),
    ])
    .when(|code, _| code[6..9].contains(&b'N')),
    Layout::of(&[
        REGION,
        Field::fact(1, |digit| Some(Fact::Registrant(digit[0] - b'0')), Flaw::Level),
        Field::serial(7),
        Field::own(1, check_digit),
    ]),
])
.length(weight)
.stray(weight)
.looks(looks_like);

/// Is it 15 digits whose check digit agrees?
pub fn check_digit_agrees(value: &str) -> bool {
    let bytes = value.as_bytes();
    bytes.len() == 15 && checksum::mod_11_10(&bytes[..14]) == Some(bytes[14])
}

fn looks_like(value: &str) -> bool {
    let cooperative = value.get(6..7).is_some_and(|c| c.eq_ignore_ascii_case("N"))
        && (14..=16).contains(&value.len())
        && value.bytes().all(|b| b.is_ascii_alphanumeric())
        && value.bytes().filter(u8::is_ascii_digit).count() >= 10;
    cooperative || chars::mostly_digits(value, 12..17)
}

/// Does the label leave no doubt that a registration number was meant?
fn is_named(label: &str) -> bool {
    let licence = || label.split_once("执照").is_some_and(|(_, rest)| rest.contains('号'));
    label.contains("注册号") || label.contains("注册证号") || licence()
}

fn weight(number: &Number) -> Severity {
    if is_named(number.label) { Severity::Wrong } else { Severity::Doubtful }
}

fn check_digit(code: &[u8], at: Range<usize>, number: &Number, out: &mut Judgement) {
    if checksum::mod_11_10(&code[..at.start]) == Some(code[at.start]) {
        out.proved = true;
    } else {
        out.add(Flaw::CheckChar, weight(number), at);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::Verdict;
    use crate::kinds::testing::{DIGITS, answers, judge, replaced, today, told};

    fn labelled(label: &str, value: &str) -> Judgement {
        KIND.check(&Number { label, ..Number::bare(value, today()) })
    }

    /// Made up; the check digits were computed elsewhere.
    const GOOD: [&str; 4] = ["220102000012345", "220182612345672", "100000000045676", "310141000012341"];

    #[test]
    fn good_numbers() {
        for (code, out) in KIND.proves(&GOOD) {
            let region = Fact::Region(chars::part(&code.as_bytes()[..6]));
            assert_eq!(out.facts, [region, Fact::Registrant(code.as_bytes()[6] - b'0')], "{code}");
            assert!(check_digit_agrees(code), "{code}");
        }
    }

    #[test]
    fn table() {
        // As told under a label 注册号; without one every "wrong" is a doubt.
        for (code, out) in KIND.judges(
            "
            wrong check-char 14-15  {注册号}220102000012346  {注册号}220182612345627
            wrong length 0-14       {注册号}22010200001234
            wrong length 0-16       {注册号}2201020000123455
            wrong length 0-12       {注册号}220102000012
            wrong length 0-0        {注册号}∅
            wrong charset 4-5       {注册号}2201O2000012345
            wrong charset 14-15     {注册号}22010200001234X  !{注册号}22010200001234５
            wrong charset 14-15     {注册号}220182NA0001230
            wrong charset 7-8       {注册号}2201021O00123  {注册号}220182NC000123X
            wrong charset 2-3       {注册号}22O182NA000123X
            wrong charset 10-11     {注册号}220182NA00O123X
            wrong charset 6-9       {注册号}2201821NA00123X
            ",
        ) {
            let doubted = told(&out).replace("wrong", "doubtful");
            assert_eq!(told(&judge(&KIND, code)), doubted, "{code}");
        }
        // Nothing to compute, and what is a doubt under any label.
        for (code, out) in KIND.judges(
            "
            plausible                        {营业执照注册号}2201021000123
            plausible                        {营业执照注册号}220182NA000123X
            plausible                        {营业执照注册号}220182NB000123X
            doubtful province 0-2            {营业执照注册号}9901021000123
            doubtful province 0-2            {营业执照注册号}990182NA000123X
            doubtful province 0-2            {营业执照注册号}990102000012345
            plausible; hint lower-case 6-15  {营业执照注册号}220182na000123x
            ",
        ) {
            assert_eq!(out.proved, code.len() == 15 && check_digit_agrees(code), "{code}");
        }
    }

    #[test]
    fn labels() {
        KIND.judges(
            "
            wrong     {注册号}220102000012346  {工商注册号}220102000012346  {注册证号}220102000012346
            wrong     {营业执照号}220102000012346  {营业执照编号}220102000012346
            wrong     {执照号码}220102000012346
            doubtful  {营业执照}220102000012346  {编号}220102000012346  {账号}220102000012346
            doubtful  220102000012346
            ",
        );
    }

    /// MOD 11,10 finds every wrong digit; of the swaps it passes over a few.
    #[test]
    fn every_wrong_digit() {
        for slip in GOOD.iter().flat_map(|code| replaced(code, 0..15, DIGITS)) {
            assert_eq!(labelled("注册号", &slip.value).verdict(), Verdict::Wrong, "{}", slip.value);
        }
    }

    #[test]
    fn looks() {
        answers(
            looks_like,
            "
            yes  22010200001234  220102000012  2201020000123455  2201O2000012345  220182NA000123X
            yes  220182NA00123X  220182na000123x
            no   22010200001  22010200001234567  2201****0012345  企独吉总字第001234号  ∅
            ",
        );
    }
}
