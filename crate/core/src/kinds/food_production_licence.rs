//! Number of a food production licence (食品生产许可证编号): `SC` and 14 digits.
//!
//! | characters | meaning                                                              | source                    |
//! |------------|----------------------------------------------------------------------|---------------------------|
//! | 1–2        | `SC` (生产)                                                          | 食品生产许可管理办法 2015, 2020 |
//! | 3          | 1 food, 2 additives                                                   | 食品生产许可管理办法      |
//! | 4–5        | category (类别编号): 01–31 of food, 01–03 of additives                | 食品生产许可分类目录      |
//! | 6–11       | region (行政区划代码), zones have codes of their own                   | 食品生产许可管理办法; GB/T 2260 |
//! | 12–15      | serial number                                                        | 食品生产许可管理办法      |
//! | 16         | check digit over 3–15, MOD 11,10                                      | 19 of 22 real numbers; the others stood in listings of shops |
//!
//! The rule of numbering is quoted with GB/T 17710 MOD 11,10 for its check digit, but its own text was not at hand and three
//! printed numbers disagree: a mismatch is a doubt.

use super::food::Form;
use super::{Confidence, Field, Kind, Of};

/// The kind.
pub static KIND: Kind =
    Kind::new(Of::Paper, "food_production_licence", ["食品生产许可证编号", "food production licence number"])
        .written("SC＋14位数字：食品1或添加剂2＋类别2＋行政区划6＋顺序码4＋校验码1")
        .source(
            Confidence::Sure,
            "食品生产许可管理办法（2020年总局令第24号）；食品生产许可分类目录；校验码按公开号码验算",
        )
        .code_for("^[Ss][Cc][0-9]{14}$", |value| FORM.looks_like(value), |number| FORM.check(number));

const FORM: Form = Form { letters: &["SC"], alike: [b"S5", b"CGO0"], class: Field::meaning(&CATEGORIES) };

/// The categories as the list (食品生产许可分类目录) numbers them.
static CATEGORIES: [(&str, [&str; 2]); 34] = [
    ("101", ["粮食加工品", "grain products"]),
    ("102", ["食用油、油脂及其制品", "edible oils and fats"]),
    ("103", ["调味品", "condiments"]),
    ("104", ["肉制品", "meat products"]),
    ("105", ["乳制品", "dairy products"]),
    ("106", ["饮料", "beverages"]),
    ("107", ["方便食品", "convenience food"]),
    ("108", ["饼干", "biscuits"]),
    ("109", ["罐头", "canned food"]),
    ("110", ["冷冻饮品", "frozen drinks"]),
    ("111", ["速冻食品", "quick-frozen food"]),
    ("112", ["薯类和膨化食品", "potato and puffed food"]),
    ("113", ["糖果制品", "confectionery"]),
    ("114", ["茶叶及相关制品", "tea"]),
    ("115", ["酒类", "liquor"]),
    ("116", ["蔬菜制品", "vegetable products"]),
    ("117", ["水果制品", "fruit products"]),
    ("118", ["炒货食品及坚果制品", "roasted seeds and nuts"]),
    ("119", ["蛋制品", "egg products"]),
    ("120", ["可可及焙烤咖啡产品", "cocoa and coffee"]),
    ("121", ["食糖", "sugar"]),
    ("122", ["水产制品", "aquatic products"]),
    ("123", ["淀粉及淀粉制品", "starch products"]),
    ("124", ["糕点", "pastry"]),
    ("125", ["豆制品", "bean products"]),
    ("126", ["蜂产品", "bee products"]),
    ("127", ["保健食品", "health food"]),
    ("128", ["特殊医学用途配方食品", "food for special medical purposes"]),
    ("129", ["婴幼儿配方食品", "infant formula"]),
    ("130", ["特殊膳食食品", "food for special diets"]),
    ("131", ["其他食品", "other food"]),
    ("201", ["食品添加剂", "food additives"]),
    ("202", ["食品用香精", "food flavourings"]),
    ("203", ["复配食品添加剂", "compound food additives"]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::Fact;

    use crate::kinds::testing::{judge, slips_show_but_swaps};

    /// Made up; their check digits were computed elsewhere.
    const GOOD: [&str; 4] = ["SC10122010400128", "SC10622038100451", "SC20122018200038", "SC13141019300012"];

    #[test]
    fn table() {
        KIND.judges(
            "
            verified                                SC13141019300012  // a zone's own code
            verified                                SC10122010400128  SC10622038100451  SC20122018200038
            verified; hint lower-case 0-2           sc10122010400128
            doubtful check-char 15-16               SC10122010400129  SC10122010400182
            doubtful level 2-5                      SC13222010400125  SC20422010400125
            doubtful province 5-7                   SC10199010400128
            wrong prefix 0-2                        5C10122010400128  CS10122010400128
            wrong prefix 0-1                        S10122010400128
            doubtful prefix 0-2                     10122010400128
            wrong length 0-15                       SC1012201040012
            wrong length 0-17                       SC101220104001288
            wrong charset 9-10                      SC1012201O400128
            wrong charset 3-4; wrong charset 12-13  SC1O12201040O128
            like                                    SC10122010400128  5C10122010400128  SG10122010400128
            like                                    10122010400128  SC1012201040012
            unlike                                  QS220104011234  JY12201040012340  SC101220104001  ∅
            ",
        );
        let want = [Fact::Region(*b"220381"), Fact::Meaning { sign: "106", words: ["饮料", "beverages"] }];
        assert_eq!(judge(&KIND, GOOD[1]).facts, want);
    }

    #[test]
    fn categories_are_in_order() {
        assert!(CATEGORIES.is_sorted_by_key(|c| c.0));
        assert!(CATEGORIES.iter().all(|(_, [zh, en])| !zh.is_empty() && !en.is_empty()));
    }

    #[test]
    fn slips_show() {
        GOOD.iter().for_each(|good| slips_show_but_swaps(&KIND, good));
    }
}
