//! Teacher's certificate (教师资格证书): 17 digits; 15 in the first years.
//!
//! | 17 characters | meaning                                                            | source                        |
//! |---------------|--------------------------------------------------------------------|-------------------------------|
//! | 1–4           | year, since 1996                                                   | 教师资格证书编号方法          |
//! | 5–6           | province                                                           | GB/T 2260                     |
//! | 7–9           | office, as the province numbers them                               | 教师资格证书编号方法          |
//! | 10            | kind: 1 kindergarten … 7 university                                | 教师资格证书编号方法          |
//! | 11            | sex: since 2009 1 male, 2 female; before 0 and 1, sources disagree | two provinces' offices        |
//! | 12–17         | serial                                                             | 教师资格证书编号方法          |
//!
//! | 15 characters | meaning                                    | source      |
//! |---------------|--------------------------------------------|-------------|
//! | 1–2           | year, 96 to 01                             | one account |
//! | 3–8           | region of the holder's identity number     | one account |
//! | 9, 10, 11–15  | kind, sex, serial                          | one account |
//!
//! There is no check digit, but the notice nearly always says of which school the certificate is.

use super::{Confidence, Field, Kind, Layout, Layouts, Number, Of, YearIs, beside, person, text};
use crate::judgement::{Fact, Flaw, Judgement, Sex};
use crate::tables::regions;

/// The kind.
pub static KIND: Kind = Kind::new(
    Of::Paper,
    "teacher_certificate",
    ["教师资格证书号码", "teacher's certificate number"],
)
.written(
    "17位：年份4＋省级代码2＋认定机构3＋资格种类1（1幼儿园、2小学、3初级中学、4高级中学、5中等职业学校、\
              6实习指导、7高等学校）＋性别1＋顺序号6；早期15位",
)
.matches("^(?:[0-9]{17}|(?:9[6-9]|0[01])[0-9]{6}[1-7][0-9]{6})$")
.source(Confidence::Sure, "教师资格证书编号方法（教育部，各省教师资格网所载）")
.layouts(&LAYOUTS)
.year(YearIs::Issue);

static LAYOUTS: Layouts = Layouts::of(&[
    Layout::of(&[
        Field::year(1996),
        // 66: the production corps of Xinjiang (兵团), no province.
        Field::province_or(&[b"66"]),
        Field::serial(3),
        SCHOOL,
        Field::own(1, sex),
        Field::serial(6),
    ]),
    Layout::of(&[Field::serial(2), Field::region().proves(), SCHOOL, Field::serial(6)])
        .rare()
        .when(|code, _| is_early(code)),
])
.wrong();

/// The kind of school, against the words beside the number.
const SCHOOL: Field = Field::meaning(&SCHOOLS).said(said);

const SCHOOLS: [(&str, [&str; 2]); 7] = [
    ("1", ["幼儿园", "kindergarten"]),
    ("2", ["小学", "primary school"]),
    ("3", ["初级中学", "lower secondary school"]),
    ("4", ["高级中学", "upper secondary school"]),
    ("5", ["中等职业学校", "vocational secondary school"]),
    ("6", ["中等职业学校实习指导", "instructor at a vocational secondary school"]),
    ("7", ["高等学校", "university"]),
];

/// The words for the kinds of schools, the longer ones first.
const WORDS: [(&str, u8); 14] = [
    ("中等职业学校实习指导", b'6'),
    ("中职实习指导", b'6'),
    ("实习指导", b'6'),
    ("中等职业学校", b'5'),
    ("中职", b'5'),
    ("高级中学", b'4'),
    ("高中", b'4'),
    ("初级中学", b'3'),
    ("初中", b'3'),
    ("小学", b'2'),
    ("幼儿园", b'1'),
    ("幼儿", b'1'),
    ("高等学校", b'7'),
    ("高校", b'7'),
];

/// The years of the first certificates, in two digits.
const EARLY: [&[u8]; 6] = [b"96", b"97", b"98", b"99", b"00", b"01"];

/// Has it the form of the first years? Else it is one of the later form, two digits short.
fn is_early(code: &[u8]) -> bool {
    code.iter().all(u8::is_ascii_digit)
        && EARLY.contains(&&code[..2])
        && regions::province_known([code[2], code[3]])
        && (b'1'..=b'7').contains(&code[8])
}

fn sex(code: &[u8], at: std::ops::Range<usize>, number: &Number, out: &mut Judgement) {
    match (code[at.start], &code[..4] >= b"2010") {
        (b'1', true) => out.fact(Fact::Sex(Sex::Male)),
        (b'2', true) => out.fact(Fact::Sex(Sex::Female)),
        (b'0'..=b'2', _) => return,
        _ => return out.doubt(Flaw::Level, at),
    }
    person::compare_sex(number, at.start, out);
}

/// The kind of school that the words say the certificate is of.
///
/// `东风小学教师资格证` may be a certificate of whatever kind, lost by someone at that school: the word counts
/// where nothing stands before it that it can be the end of.
fn said(number: &Number) -> Option<u8> {
    let words = [beside::before(number), beside::behind(number)];
    let mut all = words.into_iter().flat_map(|words| {
        (0..words.len()).filter_map(move |at| {
            let (word, kind) = WORDS.iter().find(|(word, _)| text::starts_with(&words[at..], word))?;
            let rest = &words[at + word.chars().count()..];
            let rest = rest.strip_prefix(&['学', '校']).unwrap_or(rest);
            let names = text::starts_with(rest, "教师资格") || text::starts_with(rest, "教资");
            let opened = words[..at].strip_suffix(&['(']);
            let bracketed = opened.is_some_and(|before| {
                text::ends_with(before, "资格证") || text::ends_with(before, "资格证书")
            });
            (names && stands_alone(&words[..at]) || bracketed).then_some(*kind)
        })
    });
    let first = all.next()?;
    all.all(|other| other == first).then_some(first)
}

/// Is what stands before the word none that could be part of a school's name?
fn stands_alone(before: &[char]) -> bool {
    let Some(&last) = before.last() else { return true };
    !('一'..='\u{9fff}').contains(&last)
        || ["遗失", "丢失", "将", "的", "其", "本人", "持有", "取得", "种类", "为", "证书"]
            .iter()
            .any(|word| text::ends_with(before, word))
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
            plausible              20152201041000123  20234403042200456  19983100170000012
            plausible              20096600121000012
            verified               982201043100123  // the early form
            doubtful year 0-4      20272201041000123  19952201041000123
            doubtful province 4-6  20159901041000123
            doubtful level 9-10    20152201081000123  20152201001100123
            doubtful level 10-11   20152201045100123
            wrong length 0-16      2015220104100012
            wrong length 0-18      201522010410001234
            wrong length 0-15      201522010410001  982201048100123
            wrong charset 1-2      2O152201041000123
            wrong charset 16-17    2015220104100012X
            wrong length 0-0       ∅
            like                   2015220104100012  982201043100123  2O15220104100012l
            like                   201522010410001234
            unlike                 2015220104100  2015220104100012345  2015********00123  ∅
            ",
        );
    }

    #[test]
    fn facts() {
        let facts = |value| judge(&KIND, value).facts;
        let school = |digit: usize| {
            let (sign, words) = SCHOOLS[digit - 1];
            Fact::Meaning { sign, words }
        };
        assert_eq!(
            facts("20152201022200123"),
            [Fact::Year(2015), Fact::Province(*b"22"), school(2), Fact::Sex(Sex::Female)]
        );
        // Before the change nobody can say which digit is which.
        assert_eq!(facts("20052201011100123"), [Fact::Year(2005), Fact::Province(*b"22"), school(1)]);
        assert_eq!(facts("982201043100123"), [Fact::Region(*b"220104"), school(3)]);
    }

    #[test]
    fn school_against_the_words() {
        KIND.judges(
            "
            verified             遗失高级中学教师资格证,证号:⟦20152201042200123⟧
            verified             遗失小学教师资格证书(编号:⟦20152201022200123⟧)
            verified             遗失教师资格证(初级中学语文),编号⟦20152201032200123⟧
            verified             资格种类:幼儿园教师资格,证号⟦20152201012200123⟧
            verified             编号为⟦20152201012200123⟧的幼儿园教师资格证
            verified             高中教师资格证⟦20152201042200123⟧,初中教师资格证20152201032200123
            verified             高中教师资格证20152201042200123,初中教师资格证⟦20152201032200123⟧
            verified             中等职业学校实习指导教师资格证⟦20152201062200123⟧
            verified             高等学校教师资格证⟦20152201072200123⟧
            doubtful words 9-10  遗失高级中学教师资格证,证号:⟦20152201032200123⟧
            doubtful words 9-10  遗失教师资格证书(小学),编号⟦20152201032200123⟧
            doubtful words 9-10  编号为⟦20152201022200123⟧的幼儿园教师资格证
            // whose school, whose certificate?
            plausible            东风小学教师资格证⟦20152201042200123⟧
            plausible            本人系东风小学教师,教师资格证⟦20152201042200123⟧
            plausible            初中教师资格证、高中教师资格证⟦20152201042200123⟧
            plausible            遗失教师资格证⟦20152201042200123⟧
            ",
        );
    }

    #[test]
    fn sex_against_the_words() {
        KIND.judges(
            "
            ∅                     张某,女,教师资格证⟦20152201042200123⟧
            ∅                     张某,男,教师资格证⟦20082201042000123⟧
            doubtful words 10-11  张某,男,教师资格证⟦20152201042200123⟧
            ",
        );
    }
}
