//! Code of a school (学校标识码): ten digits that it keeps for good.
//!
//! | characters | meaning                                                   | source                 |
//! |------------|-----------------------------------------------------------|------------------------|
//! | 1–2        | sort of school (学校类别)                                 | 学校（机构）代码管理办法 2011 |
//! | 3–4        | province                                                  | 学校（机构）代码管理办法 2011 |
//! | 5–10       | serial; of colleges 0 or 1 and the five digits of their older code | 学校（机构）代码管理办法 2011 |

use super::{Confidence, Field, Kind, Layout, Layouts, Number, Of, beside, contains};
use crate::judgement::Flaw;

/// The kind.
pub static KIND: Kind = Kind::new(Of::Body, "school_code", ["学校标识码", "school code"])
    .written("10位数字：学校类别2（11幼儿园、21小学、31初中、34高中等）＋省份2＋序号6，类别与文中校名核对")
    .source(Confidence::Likely, "教育部《学校（机构）代码管理办法》2011年")
    .layouts(&LAYOUTS);

static LAYOUTS: Layouts =
    Layouts::of(&[Layout::of(&[Field::meaning(&SORTS), Field::province(), Field::serial(6)]).proves().also(
        |code, number, out| {
            let known = !out.problems.iter().any(|problem| problem.flaw == Flaw::Level);
            if known && disagrees(number, code) {
                out.doubt(Flaw::Words, 0..2);
            }
        },
    )]);

/// The sorts of school.
static SORTS: [(&str, [&str; 2]); 17] = [
    ("11", ["幼儿园", "kindergarten"]),
    ("21", ["普通小学", "primary school"]),
    ("22", ["成人小学", "primary school for adults"]),
    ("31", ["普通初中", "lower secondary school"]),
    ("32", ["职业初中", "lower vocational school"]),
    ("33", ["成人初中", "lower secondary school for adults"]),
    ("34", ["普通高中、完全中学", "upper secondary school"]),
    ("35", ["成人高中", "upper secondary school for adults"]),
    ("36", ["中等职业学校", "vocational school"]),
    ("37", ["工读学校", "reform school"]),
    ("41", ["普通高等学校", "college"]),
    ("42", ["成人高等学校", "college for adults"]),
    ("51", ["特殊教育学校", "special school"]),
    ("91", ["培养研究生的科研机构", "research institute with students"]),
    ("92", ["民办的其他高等教育机构", "other private higher education"]),
    ("93", ["中等职业培训机构", "vocational training"]),
    ("94", ["其他机构", "other body"]),
];

/// Is the school a kindergarten by its name and not by its code, or the other way round?
fn disagrees(number: &Number, code: &[u8]) -> bool {
    let says = |word| contains(beside::before(number), word) || contains(beside::rest(number), word);
    let kindergarten = says("幼儿园");
    let school = ["小学", "中学", "大学", "学院", "高中"].into_iter().any(says);
    match &code[..2] {
        b"11" => school && !kindergarten,
        _ => kindergarten && !school,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::Fact;
    use crate::judgement::Verdict;
    use crate::kinds::testing::{all_within, judge, odd_values, slips};

    #[test]
    fn table() {
        // Made up.
        KIND.judges(
            "
            verified                                   1122001234  2122004321  4122010190  9211000123
            doubtful level 0-2                         1222001234
            doubtful province 2-4                      1199001234
            doubtful level 0-2; doubtful province 2-4  0199001234
            doubtful length 0-9                        112200123
            doubtful length 0-11                       11220012345
            doubtful charset 5-6                       11220O1234
            doubtful charset 0-1                       l122001234
            doubtful length 0-0                        ∅
            like                                       1122001234  112200123  11220012345  11220O1234
            unlike                                     10190  112200123456  ∅
            ",
        );
        let want = [Fact::Meaning { sign: "11", words: ["幼儿园", "kindergarten"] }, Fact::Province(*b"22")];
        assert_eq!(judge(&KIND, "1122001234").facts, want);
        assert!(SORTS.is_sorted_by_key(|s| s.0));
        all_within(&KIND, ..Verdict::Wrong, odd_values().into_iter().chain(slips("1122001234")));
    }

    #[test]
    fn sort_against_the_name() {
        KIND.judges(
            "
            ∅                   某某学校⟦1122001234⟧  // may be anything
            ∅                   长春市南关区某某幼儿园,学校标识码:⟦1122001234⟧
            ∅                   某某小学附属幼儿园,学校标识码:⟦1122001234⟧
            ∅                   某某小学附属幼儿园,学校标识码:⟦2122001234⟧  ⟦3422001234⟧,某某中学
            doubtful words 0-2  长春市南关区某某幼儿园,学校标识码:⟦2122001234⟧
            doubtful words 0-2  某某小学,学校标识码:⟦1122001234⟧
            ",
        );
    }
}
