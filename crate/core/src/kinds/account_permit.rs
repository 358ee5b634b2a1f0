//! Approval number of an account permit (开户许可证核准号, 基本存款账户编号): a letter and 13 digits.
//!
//! | characters | meaning                                                              | source                    |
//! |------------|----------------------------------------------------------------------|---------------------------|
//! | 1          | J basic (基本), L temporary (临时), Z special (专用) deposit account | bank forms, permits seen  |
//! | 2–5        | bank area (人民银行地区代码)                                         | the list of bank numbers  |
//! | 6–12       | serial number                                                        | permits seen              |
//! | 13–14      | version, from 01                                                     | permits seen              |
//!
//! The permit's own number (开户许可证编号) is another one: the area, a hyphen and eight digits. It is no
//! number of this kind, whatever notices call it.

use super::{Confidence, Field, Kind, Layout, Layouts, Number, Of, Signs, chars};
use crate::judgement::{Fact, Flaw, Severity};
use crate::tables::bank_areas;

/// The kind.
pub static KIND: Kind =
    Kind::new(Of::Paper, "account_permit", ["开户许可证核准号", "account permit approval number"])
        .written("14位：账户种类1（J基本、L临时、Z专用）＋人民银行地区代码4＋顺序号7＋版本号2")
        .source(Confidence::Likely, "各银行单据；人民银行支付系统行号地区代码")
        .layouts(&LAYOUTS);

static LAYOUTS: Layouts = Layouts::of(&[Layout::of(&[
    Field::fact(
        1,
        |letter| b"JLZ".contains(&letter[0]).then(|| Fact::AccountKind(letter[0])),
        Flaw::KindLetter,
    )
    .letters(Signs::Any)
    .not_against(said),
    Field::fact(
        4,
        |area| bank_areas::known(&chars::part(area)).then(|| Fact::BankArea(chars::part(area))),
        Flaw::BankArea,
    )
    .proves(),
    Field::serial(7),
    Field::test(2, |version| version != b"00", Flaw::Version),
])])
.length(length)
.stray(|_| Severity::Wrong)
.looks(looks_like);

fn looks_like(value: &str) -> bool {
    is_lettered(value) && chars::mostly_digits(&value[1..], 11..16) || chars::mostly_digits(value, 13..16)
}

fn is_lettered(value: &str) -> bool {
    value.as_bytes().first().is_some_and(u8::is_ascii_alphabetic)
}

/// Without its letter it may be another number of the permit's.
fn length(number: &Number) -> Severity {
    let meant = is_lettered(number.value) || number.value.chars().count() == 13;
    if meant { Severity::Wrong } else { Severity::Doubtful }
}

/// The one kind of account that the words of the clause name; none if they name several.
fn said(number: &Number) -> Option<u8> {
    // Not 专用 alone: the seal beside it is a 财务专用章.
    const WORDS: [(u8, &[&str]); 3] = [
        (b'J', &["基本存款", "基本账户", "基本帐户", "基本户"]),
        (b'L', &["临时存款", "临时账户", "临时帐户"]),
        (b'Z', &["专用存款", "专用账户", "专用帐户", "预算单位"]),
    ];
    // A list of permits has an item between two semicolons.
    let item = |c: &char| *c == ';';
    let before = &number.before[number.before.iter().rposition(item).map_or(0, |i| i + 1)..];
    let after = &number.after[..number.after.iter().position(item).unwrap_or(number.after.len())];
    let clause = Number { before, after, ..*number };
    let mut kinds = WORDS.iter().filter(|(_, words)| words.iter().any(|word| clause.says(word)));
    let kind = kinds.next()?.0;
    kinds.next().is_none().then_some(kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::Verdict;
    use crate::kinds::testing::{judge, slips};

    #[test]
    fn table() {
        // Made up.
        KIND.judges(
            "
            verified                       J2410001234501  L2450000001201  Z2462000062402
            verified; hint lower-case 0-1  j2410001234501
            doubtful kind-letter 0-1       12410001234501  K2410001234501
            doubtful bank-area 1-5         J9999001234501
            doubtful version 12-14         J2410001234500
            doubtful kind-letter 0-1; doubtful bank-area 1-5; doubtful version 12-14  19999001234500
            wrong length 0-13              J241000123451  2410001234501
            wrong length 0-15              J24100012345001
            wrong charset 6-7              J24100O1234501
            wrong charset 1-2              JJ410001234501
            wrong charset 13-14            J241000123450l
            wrong charset 5-6              !J2410号12345012
            doubtful length 0-15           124100012345011
            doubtful length 0-0            ∅
            like                           921001040035100  // of the length: the check says so
            like                           J2410001234501  J241000123451  J24100012345001
            like                           12410001234501  2410001234501  J24100O1234501
            unlike                         2410-00123456  // the permit's own number
            unlike                         241000123456  20240411  J24100012  J2410001234500000
            unlike                         核准号2410001234501  ∅
            ",
        );
        assert_eq!(judge(&KIND, "Z2462000062402").facts, [Fact::AccountKind(b'Z'), Fact::BankArea(*b"2462")]);
    }

    #[test]
    fn letter_against_the_words() {
        KIND.judges(
            "
            ∅                   基本存款账户和临时存款账户⟦Z2410001234501⟧  // which of them?
            ∅                   开立基本存款账户许可证(核准号:⟦J2410001234501⟧
            ∅                   开立预算单位专用存款账户许可证(核准号:⟦Z2462000062402⟧,账号:
            ∅                   临时存款账户⟦L2410001234501⟧  ⟦J2410001234501⟧及财务专用章
            ∅                   ⟦J2410001234501⟧(基本存款账户);专用存款账户Z2410001234502
            ∅                   开户许可证⟦Z2410001234501⟧
            doubtful words 0-1  开立基本存款账户许可证(核准号:⟦Z2410001234501⟧
            doubtful words 0-1  开立预算单位专用存款账户许可证(核准号:⟦J2462000062402⟧,账号:
            doubtful words 0-1  临时存款账户⟦J2410001234501⟧
            doubtful words 0-1  基本存款账户J2410001234501;专用存款账户⟦J2410001234502⟧
            doubtful words 0-1  ⟦J2410001234501⟧(专用存款账户);基本存款账户
            ",
        );
    }

    #[test]
    fn lost_and_doubled_digits_are_wrong() {
        let good = "J2410001234501";
        for slip in slips(good) {
            let verdict = judge(&KIND, &slip).verdict();
            let rest = slip.get(1..).unwrap_or("身");
            if slip.starts_with('J')
                && (slip.chars().count() != 14 || rest.bytes().any(|b| !b.is_ascii_digit()))
            {
                assert_eq!(verdict, Verdict::Wrong, "{slip}");
            }
        }
    }
}
