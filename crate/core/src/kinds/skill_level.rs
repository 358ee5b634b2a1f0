//! The five grades of skill (职业技能等级), as digits in certificates and as words beside them.

use super::{Field, Number, beside};
use crate::judgement::{Fact, Flaw, Judgement};

/// The words for the grades, the longer ones first.
const WORDS: [(&str, u8); 14] = [
    ("高级技师", b'1'),
    ("一级/", b'1'),
    ("技师", b'2'),
    ("二级/", b'2'),
    ("高级工", b'3'),
    ("高级技能", b'3'),
    ("三级/", b'3'),
    ("中级工", b'4'),
    ("中级技能", b'4'),
    ("四级/", b'4'),
    ("初级工", b'5'),
    ("初级技能", b'5'),
    ("五级/", b'5'),
    ("五级", b'5'),
];

/// Names of schools and trades with such a word inside.
const EXCEPT: [&str; 4] = ["技师学院", "高级技工学校", "技师协会", "健康管理师"];

/// The grade as a field.
pub(super) const FIELD: Field =
    Field::own(1, |code, at, number, out| judge(code[at.start], at.start, number, out));

/// Judges the digit at a place, against the words beside the number.
///
/// Offices that are none of the labour offices number otherwise: a digit that is no grade is remarked upon, and
/// doubted only where the words name a grade.
fn judge(digit: u8, at: usize, number: &Number, out: &mut Judgement) {
    let said = beside::said(number, &WORDS, &EXCEPT);
    match digit {
        b'1' => out.fact(Fact::Meaning { sign: "1", words: ["一级/高级技师", "first grade"] }),
        b'2' => out.fact(Fact::Meaning { sign: "2", words: ["二级/技师", "second grade"] }),
        b'3' => out.fact(Fact::Meaning { sign: "3", words: ["三级/高级技能", "third grade"] }),
        b'4' => out.fact(Fact::Meaning { sign: "4", words: ["四级/中级技能", "fourth grade"] }),
        b'5' => out.fact(Fact::Meaning { sign: "5", words: ["五级/初级技能", "fifth grade"] }),
        _ if said.is_some() => return out.doubt(Flaw::Level, at..at + 1),
        _ => return out.hint(Flaw::Level, at..at + 1),
    }
    match said {
        Some(said) if said == digit => out.proved = true,
        Some(_) => out.doubt(Flaw::Words, at..at + 1),
        None => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::testing::{chars, today, told};

    #[test]
    fn table() {
        for (before, digit, want) in [
            ("高级技师证书", b'1', "+"),
            ("高级技师证书", b'2', "doubtful words 3-4"),
            ("电工技师证书", b'2', "+"),
            ("某某技师学院高级工证书", b'3', "+"),
            ("中级工证书", b'4', "+"),
            ("三级/高级工", b'3', "+"),
            ("三级/高级工", b'4', "doubtful words 3-4"),
            ("技能等级证书", b'4', ""),
            ("技能等级证书", b'0', "hint level 3-4"),
            ("初级工证书", b'6', "doubtful level 3-4"),
        ] {
            let before = chars(before);
            let mut out = Judgement::default();
            judge(digit, 3, &Number { before: &before, ..Number::bare("1", today()) }, &mut out);
            let got = told(&out) + if out.proved { "+" } else { "" };
            assert_eq!(got, want, "{before:?} {digit}");
        }
    }
}
