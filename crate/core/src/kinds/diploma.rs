//! Number of a diploma (毕业证书编号, 学历证书电子注册号): 18 digits; 17 in 2001 and 2002, and for self-study (自考).
//!
//! | 18 (17)       | meaning                                                       | source               |
//! |---------------|---------------------------------------------------------------|----------------------|
//! | 1–5           | school (学校国标代码)                                         | 教学〔2001〕4号      |
//! | 6             | 1 full-time, 5 adult, 6 self-study, 7 online education        | 教学〔2001〕4号      |
//! | 7–10          | year of graduation                                            | 教学〔2001〕4号      |
//! | 11–12         | 01 doctor, 02 master, 04 second bachelor, 05 bachelor, 06 junior college | 教学〔2001〕4号 |
//! | 13–18 (13–17) | serial                                                        | 教学〔2001〕4号      |
//!
//! | 17, self-study | meaning                                         | source          |
//! |----------------|-------------------------------------------------|-----------------|
//! | 1              | 6                                               | 教学〔2001〕4号 |
//! | 2              | 5 bachelor, 6 junior college                    | 教学〔2001〕4号 |
//! | 3–8            | region                                          | 教学〔2001〕4号 |
//! | 9–10           | year                                            | 教学〔2001〕4号 |
//! | 11, 12–16, 17  | examination of the year, serial, check; its rule is nowhere told | 教学〔2001〕4号 |
//!
//! Secondary schools (高中, 中专, 技校) and those of the party and the army number their diplomas as they like, with
//! eighteen digits too: where the words name one, nothing is said.

use std::ops::Range;

use super::{Confidence, Field, Kind, Layout, Layouts, Number, Of, Signs, beside};
use crate::judgement::{Fact, Flaw, Judgement, Severity};

/// The kind.
pub static KIND: Kind = Kind::new(Of::Paper, "diploma", ["毕业证书编号", "diploma number"])
    .written("18位（2001、2002年17位）：学校代码5＋办学类型1（1普通、5成人、6自考、7网络）＋毕业年份4＋\
              层次2（01博士、02硕士、04第二学士、05本科、06专科）＋顺序号6；自考17位：6＋层次1＋行政区划6＋年份2＋考次1＋6")
    .matches("^(?:[0-9]{18}|6[0-9]{15}[0-9Xx]|[0-9]{6}200[123][0-9]{7})$")
    .source(Confidence::Sure, "高等教育学历证书电子注册管理暂行规定（教学〔2001〕4号）")
    .layouts(&LAYOUTS);

/// A school's number; in 2001 and 2002 its serial had one digit less.
const SCHOOL: [Field; 5] = [
    Field::serial(5),
    // The open university and the army have digits of their own.
    Field::meaning(&[
        ("1", ["普通高等教育", "full-time study"]),
        ("5", ["成人高等教育", "adult education"]),
        ("6", ["自学考试", "self-study examination"]),
        ("7", ["网络教育", "online education"]),
    ])
    .hint()
    .said(|number| beside::said(number, &TYPES, &[])),
    Field::own(4, year),
    Field::own(2, |code, at, number, out| {
        level(10 * (code[at.start] - b'0') + code[at.start + 1] - b'0', at, number, out);
    }),
    Field::serial(5),
];

static LAYOUTS: Layouts = Layouts::of(&[
    Layout::of(&[SCHOOL[0], SCHOOL[1], SCHOOL[2], SCHOOL[3], Field::serial(6)]),
    Layout::of(&[
        Field::own(2, self_study),
        Field::region().proves(),
        Field::own(2, year),
        Field::serial(6),
        Field::serial(1).letters(Signs::Set("0-9X")),
    ])
    .when(|code, _| code[0] == b'6'),
    Layout::of(&SCHOOL).when(|code, _| matches!(&code[6..10], b"2001" | b"2002" | b"2003")),
    Layout::of(&[Field::serial(17)]).also(|_, _, out| out.doubt(Flaw::Length(&[18]), 0..17)),
])
.first(|number, _| beside::says(number, &FREE))
// Before 2001 the schools numbered as they liked, mostly shorter.
.length(|number| if (1..15).contains(&number.value.len()) { Severity::Hint } else { Severity::Doubtful })
.stray(|_| Severity::Wrong);

const DOCTOR: u8 = 1;
const MASTER: u8 = 2;
const SECOND: u8 = 4;
const BACHELOR: u8 = 5;
const JUNIOR: u8 = 6;

/// The words for the levels, the longer ones first.
const LEVELS: [(&str, u8); 9] = [
    ("专升本", BACHELOR),
    ("专科起点本科", BACHELOR),
    ("第二学士", SECOND),
    ("博士", DOCTOR),
    ("硕士", MASTER),
    ("本科", BACHELOR),
    ("专科", JUNIOR),
    ("大专", JUNIOR),
    ("高职", JUNIOR),
];

/// What stands in the names of schools, and says nothing of one diploma.
const EXCEPT: [&str; 2] = ["专科学校", "本专科"];

/// The words for the ways to study.
const TYPES: [(&str, u8); 9] = [
    ("自学考试", b'6'),
    ("自考", b'6'),
    ("成人高等", b'5'),
    ("成人教育", b'5'),
    ("函授", b'5'),
    ("夜大", b'5'),
    ("网络教育", b'7'),
    ("远程教育", b'7'),
    ("普通高等", b'1'),
];

/// Schools that number as they like.
const FREE: [&str; 14] = [
    "高中",
    "中专",
    "中学",
    "中等",
    "职高",
    "技校",
    "技工",
    "小学",
    "中职",
    "卫校",
    "结业",
    "党校",
    "军校",
    "军队院校",
];

/// The level of a number of self-study, which has but two.
fn self_study(code: &[u8], at: Range<usize>, number: &Number, out: &mut Judgement) {
    if beside::said(number, &TYPES, &[]).is_some_and(|said| said != b'6') {
        out.doubt(Flaw::Words, 0..1);
    }
    level(code[1] - b'0', at, number, out);
}

/// The level, against the words beside the number.
fn level(level: u8, span: Range<usize>, number: &Number, out: &mut Judgement) {
    let self_study = span.start == 0;
    let (sign, words) = match level {
        SECOND if self_study => ("64", ["自考第二学士学位", "second bachelor by self-study"]),
        BACHELOR if self_study => ("65", ["自考本科", "bachelor by self-study"]),
        JUNIOR if self_study => ("66", ["自考专科", "junior college by self-study"]),
        DOCTOR if !self_study => ("01", ["博士研究生", "doctor"]),
        MASTER if !self_study => ("02", ["硕士研究生", "master"]),
        SECOND => ("04", ["第二学士学位", "second bachelor"]),
        BACHELOR => ("05", ["本科", "bachelor"]),
        JUNIOR => ("06", ["专科", "junior college"]),
        _ => return out.hint(Flaw::Level, span),
    };
    out.fact(Fact::Meaning { sign, words });
    // A doctor or a master: either of two.
    let graduate = beside::says(number, &["研究生"]) && level > MASTER;
    match beside::said(number, &LEVELS, &EXCEPT) {
        Some(said) if said == level => out.proved = true,
        Some(_) => out.doubt(Flaw::Words, span),
        None if graduate => out.doubt(Flaw::Words, span),
        None => {}
    }
}

/// The year of graduation, against `2015年毕业` beside the number. No earlier one stands in a number of this form.
fn year(code: &[u8], at: Range<usize>, number: &Number, out: &mut Judgement) {
    let year = if at.len() == 4 { Field::year(1980) } else { Field::short_year(1980) };
    match year.year_at(code, at.clone(), number, out).zip(beside::year_of(number, "毕业")) {
        Some((year, said)) if said == year => out.proved = true,
        Some(_) => out.doubt(Flaw::Words, at),
        None => {}
    }
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
            plausible                    109991201505001234  519995202106000012  109991201801000123
            plausible                    10999120020500123
            verified                     65220104081001235  // self-study: the region is in the table
            verified                     6622010419200123X
            plausible; hint level 5-6    109992201505001234
            plausible; hint level 10-12  109991201507001234
            doubtful year 6-10           109991202705001234  109991105505001234
            doubtful province 2-4        65990104081001235
            doubtful year 8-10           65220104281001235
            doubtful length 0-17         10999120150500123
            doubtful length 0-19         1099912015050012345
            doubtful length 0-16         1099912015050012
            wrong charset 14-15          10999120150500I234  10999120020500I23
            wrong charset 1-2            1O9991201505001234
            doubtful length 0-0          ∅
            like                         109991201505001234  10999120150500123  1O999120150500123
            like                         6622010419200123X  1099912015050012
            unlike                       109991201505001  10999120150500123456  1099912015********  ∅
            ",
        );
    }

    #[test]
    fn facts() {
        assert_eq!(
            judge(&KIND, "109991201505001234").facts,
            [
                Fact::Meaning { sign: "1", words: ["普通高等教育", "full-time study"] },
                Fact::Year(2015),
                Fact::Meaning { sign: "05", words: ["本科", "bachelor"] },
            ]
        );
        assert_eq!(
            judge(&KIND, "65220104081001235").facts,
            [
                Fact::Meaning { sign: "65", words: ["自考本科", "bachelor by self-study"] },
                Fact::Region(*b"220104"),
                Fact::Year(2008),
            ]
        );
    }

    #[test]
    fn against_the_words() {
        KIND.judges(
            "
            verified              遗失本科毕业证,编号:⟦109991201505001234⟧
            verified              遗失大专毕业证书,编号:⟦109991201506001234⟧
            verified              硕士研究生毕业证⟦109991201502001234⟧  专升本毕业证⟦109995201505001234⟧
            verified              2015年6月毕业于某大学,毕业证⟦109991201505001234⟧
            verified              函授毕业证⟦109995201506001234⟧  自考本科毕业证⟦65220104081001235⟧
            doubtful words 10-12  遗失专科毕业证,编号:⟦109991201505001234⟧
            doubtful words 10-12  研究生毕业证⟦109991201505001234⟧
            plausible             研究生毕业证⟦109991201502001234⟧
            doubtful words 6-10   2016年6月毕业于某大学,毕业证⟦109991201505001234⟧
            doubtful words 6-10   毕业证⟦109991201505001234⟧,2014年毕业
            doubtful words 5-6    函授毕业证⟦109991201506001234⟧
            doubtful words 0-2    自考专科毕业证⟦65220104081001235⟧
            doubtful words 0-1    函授毕业证⟦65220104081001235⟧
            // the school's name, two certificates, another one's words
            plausible             某某高等专科学校毕业证⟦109991201505001234⟧
            plausible             本科、专科毕业证⟦109991201505001234⟧
            verified              某某高等专科学校专科毕业证⟦109991201506001234⟧
            verified              专科毕业证109991201506001234,本科毕业证⟦109991201805001234⟧
            // secondary schools
            plausible             高中毕业证⟦220104201505001234⟧  高中毕业证⟦2201042015050012⟧
            plausible             某某中等专业学校毕业证⟦990104209905001234⟧
            ",
        );
    }
}
