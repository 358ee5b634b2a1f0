//! Number of a lawyer's licence (律师执业证号): 17 digits; 12 before 2009.
//!
//! | characters | meaning                                                               | source                 |
//! |------------|-----------------------------------------------------------------------|------------------------|
//! | 1          | 1: a lawyer's licence                                                 | 司法部编号规则（2009） |
//! | 2–3, 4–5   | province and prefecture, or district of a municipality                | 司法部编号规则（2009） |
//! | 6–9        | year of the first licence                                             | 司法部编号规则（2009） |
//! | 10         | 1 full-time, 2 part-time, 3 Hong Kong, 4 Macao, 5 Taiwan, 6 public, 7 company, 8 legal aid, 9 army | 司法部编号规则（2009） |
//! | 11         | 0 male, 1 female                                                      | 司法部编号规则（2009） |
//! | 12–17      | serial                                                                | 司法部编号规则（2009） |
//!
//! Firms had numbers by the same rule until their credit codes (律师事务所执业许可证, about 2009 to 2016): they start with
//! 2; what their 10th and 11th digits mean is nowhere told.

use super::{Confidence, Field, Kind, Layout, Layouts, Number, Of, YearIs, beside, person};
use crate::judgement::{Fact, Flaw, Judgement, Severity, Sex};

/// The kind.
pub static KIND: Kind = Kind::new(Of::Paper, "lawyer_licence", ["律师执业证号", "lawyer's licence number"])
    .written(
        "17位：1＋省级代码2＋市级代码2＋首次执业年份4＋类别1（1专职、2兼职、3至5港澳台居民、6公职、7公司、\
              8法律援助、9军队）＋性别1（0男、1女）＋顺序号6；旧证12位",
    )
    .source(Confidence::Likely, "律师执业证号编制规则（司法部，2009）转述")
    .layouts(&LAYOUTS)
    .year(YearIs::Issue);

/// The year the profession was restored (律师暂行条例).
const FIRST_YEAR: u16 = 1979;

static LAYOUTS: Layouts = Layouts::of(&[
    Layout::of(&[Field::serial(1), Field::prefecture().proves(), Field::year(FIRST_YEAR), Field::serial(8)])
        .when(|code, number| code[0] == b'2' && beside::says(number, &["执业许可证", "律师事务所执业证"])),
    Layout::of(&[
        Field::literal(&["1"]),
        Field::prefecture().proves(),
        Field::year(FIRST_YEAR),
        Field::meaning(&CATEGORIES).said(|number| beside::said(number, &WORDS, &[])),
        Field::own(1, sex),
        Field::serial(6),
    ]),
    Layout::of(&[Field::serial(12)]).slack(0).stray(|_| Severity::Doubtful),
])
.stray(|_| Severity::Wrong);

const CATEGORIES: [(&str, [&str; 2]); 9] = [
    ("1", ["专职律师", "full-time lawyer"]),
    ("2", ["兼职律师", "part-time lawyer"]),
    ("3", ["香港居民律师", "lawyer from Hong Kong"]),
    ("4", ["澳门居民律师", "lawyer from Macao"]),
    ("5", ["台湾居民律师", "lawyer from Taiwan"]),
    ("6", ["公职律师", "public lawyer"]),
    ("7", ["公司律师", "company lawyer"]),
    ("8", ["法律援助律师", "legal aid lawyer"]),
    ("9", ["军队律师", "army lawyer"]),
];

/// The words for them. 公司律师 is not read: `某某公司律师` is anybody's.
const WORDS: [(&str, u8); 5] =
    [("专职律师", b'1'), ("兼职律师", b'2'), ("公职律师", b'6'), ("法律援助律师", b'8'), ("军队律师", b'9')];

fn sex(code: &[u8], at: std::ops::Range<usize>, number: &Number, out: &mut Judgement) {
    match code[at.start] {
        b'0' => out.fact(Fact::Sex(Sex::Male)),
        b'1' => out.fact(Fact::Sex(Sex::Female)),
        _ => return out.hint(Flaw::Level, at),
    }
    person::compare_sex(number, at.start, out);
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
            verified                    12201201510123456  13101199921654321  14403202360100012
            plausible                   220198101234  // the old form
            plausible                   12299201510123456
            verified; hint level 10-11  12201201515123456
            doubtful prefix 0-1         22201201510123456
            doubtful province 1-3       19901201510123456
            doubtful year 5-9           12201202710123456  12201197810123456
            doubtful level 9-10         12201201500123456
            doubtful length 0-16        1220120151012345
            doubtful length 0-18        122012015101234567
            wrong charset 3-4           122O1201510123456
            wrong charset 16-17         1220120151012345X
            doubtful charset 2-3        22O198101234
            doubtful length 0-0         ∅
            like                        12201201510123456  1220120151012345  122012015101234567
            like                        122O120151012345l  220198101234
            unlike                      2201981012345  1220120151****  ∅
            ",
        );
        let category = Fact::Meaning { sign: "1", words: ["专职律师", "full-time lawyer"] };
        assert_eq!(
            judge(&KIND, "12201201510123456").facts,
            [Fact::Province(*b"22"), Fact::Year(2015), category, Fact::Sex(Sex::Male)]
        );
    }

    #[test]
    fn against_the_words() {
        KIND.judges(
            "
            ∅                     兼职律师张某,执业证号:⟦12201201520123456⟧
            ∅                     某某公司律师执业证:⟦12201201510123456⟧
            ∅                     张某,女,律师执业证号:⟦12201201511123456⟧
            doubtful words 9-10   兼职律师张某,执业证号:⟦12201201510123456⟧
            doubtful words 10-11  张某,女,律师执业证号:⟦12201201510123456⟧
            ",
        );
    }
}
