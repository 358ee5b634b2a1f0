//! Number of a vocational qualification certificate (职业资格证书编号): 16 digits.
//!
//! | characters | meaning                                                            | source                 |
//! |------------|--------------------------------------------------------------------|------------------------|
//! | 1–2        | year, two digits                                                   | 职业资格证书编码方案   |
//! | 3–4        | province or trade, in the labour offices' own list: no GB/T 2260   | 职业资格证书编码方案   |
//! | 5–6        | prefecture, in a list of their own                                 | 职业资格证书编码方案   |
//! | 7          | 0–4, the sort of examining body                                    | 职业资格证书编码方案   |
//! | 8–10       | the examining body                                                 | 职业资格证书编码方案   |
//! | 11         | grade: 1 highest (高级技师) … 5 lowest (初级)                      | 职业资格证书编码方案   |
//! | 12–16      | serial                                                             | 职业资格证书编码方案   |
//!
//! Engineers, accountants and the like have certificates of this name too, numbered otherwise.

use super::{Confidence, Field, Kind, Layout, Layouts, Of, skill_level};
use crate::judgement::Flaw;

/// The kind.
pub static KIND: Kind = Kind::new(Of::Paper, "vocational_certificate", ["职业资格证书编号", "vocational qualification certificate number"])
    .written("16位：年份2＋省或行业代码2＋地市代码2＋鉴定机构类别1（0至4）＋机构序号3＋等级1（1高级技师、2技师、3高级、\
              4中级、5初级）＋顺序号5")
    .source(Confidence::Likely, "职业技能鉴定机构和职业资格证书编码方案（劳动保障部）")
    .layouts(&LAYOUTS);

static LAYOUTS: Layouts = Layouts::of(&[Layout::of(&[
    Field::short_year(1980),
    Field::serial(4),
    Field::test(1, |body| body[0] <= b'4', Flaw::Level).hint(),
    Field::serial(3),
    skill_level::FIELD,
    Field::serial(5),
])]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table() {
        // Made up.
        KIND.judges(
            "
            plausible                    1507001001300123  0972003018400012  9907014002200012
            plausible; hint level 6-7    1507008001300123
            plausible; hint level 10-11  1507001001800123
            doubtful year 0-2            2707001001300123
            doubtful length 0-15         150700100130012
            doubtful length 0-17         15070010013001234
            doubtful charset 2-3         15O7001001300123
            doubtful charset 15-16       150700100130012X
            doubtful length 0-0          ∅
            like                         1507001001300123  150700100130012  15O7001001300123
            unlike                       15O70010013OO123  15070010013001  150700100130012345
            unlike                       吉职第12345号  ∅
            ",
        );
    }

    #[test]
    fn grade_against_the_words() {
        KIND.judges(
            "
            verified   高级技能电工职业资格证书⟦1507001001300123⟧
            doubtful   技师职业资格证书⟦1507001001300123⟧
            plausible  电工职业资格证书⟦1507001001300123⟧
            ",
        );
    }
}
