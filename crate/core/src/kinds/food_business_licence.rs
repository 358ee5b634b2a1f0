//! Number of a food business licence (食品经营许可证编号): `JY` and 14 digits.
//!
//! | characters | meaning                                                       | source                         |
//! |------------|---------------------------------------------------------------|--------------------------------|
//! | 1–2        | `JY` (经营)                                                   | 食品经营许可管理办法 2015, 2023 |
//! | 3          | business (主体业态): 1 sale, 2 catering, 3 canteen             | licences seen                  |
//! | 4–9        | region (行政区划代码), zones have codes of their own           | 食品经营许可管理办法; GB/T 2260 |
//! | 10–15      | serial number                                                 | 食品经营许可管理办法           |
//! | 16         | check digit over 3–15, MOD 11,10                               | nine real numbers              |
//!
//! All nine public numbers agree with the check digit, but how it is reckoned is only told at second hand, and of `SC`: a
//! mismatch is a doubt.

use super::food::Form;
use super::{Confidence, Field, Kind, Number, Of, beside};

/// The kind.
pub static KIND: Kind =
    Kind::new(Of::Paper, "food_business_licence", ["食品经营许可证编号", "food business licence number"])
        .written("JY＋14位数字：主体业态1（1销售、2餐饮、3单位食堂）＋行政区划6＋顺序码6＋校验码1")
        .source(Confidence::Sure, "食品经营许可和备案管理办法（2023年总局令第78号）；校验码按公开号码验算")
        .code_for("^[Jj][Yy][0-9]{14}$", |value| FORM.looks_like(value), |number| FORM.check(number));

const FORM: Form = Form {
    letters: &["JY"],
    alike: [b"JIL1T", b"YVT"],
    class: Field::meaning(&BUSINESSES).not_against(said),
};

/// Glyphs behind the number that may still speak of it: `，主体业态：食品销售`.
const NEAR: usize = 11;

/// What the third character stands for.
const BUSINESSES: [(&str, [&str; 2]); 3] = [
    ("1", ["食品销售经营者", "food sale"]),
    ("2", ["餐饮服务经营者", "catering"]),
    ("3", ["单位食堂", "canteen"]),
];

/// The words that say it.
const WORDS: [(&str, u8); 3] = [("食品销售", b'1'), ("餐饮服务", b'2'), ("单位食堂", b'3')];

/// The business that the words of the clause name as such: `主体业态：餐饮服务`, `食品经营许可证(食品销售)`.
fn said(number: &Number) -> Option<u8> {
    let (before, after) = (beside::before(number), beside::rest(number));
    // Further behind it stands the next licence.
    let after = &after[..after.len().min(NEAR)];
    let mut all = WORDS.iter().filter(|(word, _)| {
        let word: Vec<char> = word.chars().collect();
        [before, after].into_iter().any(|text| {
            let mut found = text.windows(word.len()).enumerate().filter(|(_, w)| *w == word.as_slice());
            found.any(|(at, _)| names(&text[..at]) && text.get(at + 4) != Some(&'许'))
        })
    });
    let business = all.next()?;
    all.next().is_none().then_some(business.1)
}

/// Do the words before a business present it as one: `业态：`, or a bracket behind the licence?
fn names(before: &[char]) -> bool {
    let text: String = before.iter().rev().take(6).rev().collect();
    let text = text.trim_end_matches([':', '为', '是', '“', '"']);
    text.ends_with("业态") || text.ends_with("证(") || text.ends_with("本(")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::Fact;

    use crate::kinds::testing::{judge, slips_show_but_swaps};

    /// Made up; their check digits were computed elsewhere.
    const GOOD: [&str; 4] = ["JY12201040012340", "JY22201020001235", "JY32201840000779", "JY11108070000129"];

    #[test]
    fn table() {
        KIND.judges(
            "
            verified                                   JY11108070000129  // a zone's own code
            verified                                   JY12201040012340  JY22201020001235
            verified                                   JY32201840000779
            verified; hint lower-case 0-2              jy12201040012340
            doubtful check-char 15-16                  JY12201040012341  JY12201040012430
            doubtful level 2-3                         JY42201040012344
            doubtful province 3-5                      JY19901040012344
            wrong prefix 0-2                           JV12201040012340  IY12201040012340
            wrong prefix 0-2                           1Y12201040012340  YJ12201040012340
            wrong prefix 0-1                           J12201040012340  Y12201040012340
            wrong prefix 0-4                           JYJY12201040012340
            wrong prefix 0-5                           JY1JY12201040012340
            doubtful prefix 0-2                        12201040012340
            doubtful prefix 0-2; doubtful check-char 13-14  12201040012341
            doubtful prefix 0-2; doubtful length 0-13  1220104001234
            wrong length 0-15                          JY1220104001234
            wrong length 0-17                          JY122010400123400
            wrong charset 5-6                          JY122O1040012340
            wrong charset 7-8; wrong charset 9-11      !JY12201O4OO12340
            wrong charset 15-16                        JY1220104001234l
            doubtful prefix 0-0; doubtful length 0-0   ∅
            like                                       JY12201040012340  JV12201040012340
            like                                       IY12201040012340  JX12201040012340
            like                                       J12201040012340  12201040012340  1220104001234
            like                                       122010400123400  JY122O10400I2340
            unlike                                     KV12201040012340  SC12201040012340
            unlike                                     YB12201040012340  K12201040012340  122010400123
            unlike                                     JY122010400123  JY1220104001234000
            unlike                                     JY122O1O400I2340  SP2201021010012345
            unlike                                     QS220104011234  91220104MA0Y1A2B3Q  ∅
            ",
        );
        let want = [Fact::Region(*b"220102"), Fact::Meaning { sign: "2", words: BUSINESSES[1].1 }];
        assert_eq!(judge(&KIND, GOOD[1]).facts, want);
    }

    /// No slip of one character is proved, but in the serial MOD 11,10 passes over a few swaps.
    #[test]
    fn slips_show() {
        GOOD.iter().for_each(|good| slips_show_but_swaps(&KIND, good));
    }

    #[test]
    fn business_against_the_words() {
        KIND.judges(
            "
            ∅                   主体业态:食品销售经营者,编号:⟦JY12201040012340⟧
            ∅                   食品经营许可证(餐饮服务)编号:⟦JY22201020001235⟧
            doubtful words 2-3  主体业态:餐饮服务经营者,编号:⟦JY12201040012340⟧
            doubtful words 2-3  食品经营许可证副本(单位食堂)编号:⟦JY22201020001235⟧
            doubtful words 2-3  ⟦JY32201840000779⟧,主体业态为食品销售
            // A name, another licence, several licences: not this licence's business.
            ∅                   长春市某某餐饮服务有限公司食品经营许可证⟦JY12201040012340⟧
            ∅                   食品经营许可证(餐饮服务许可证)⟦JY12201040012340⟧
            ∅                   主体业态:餐饮服务,⟦JY12201040012340⟧,主体业态:食品销售
            ∅                   主体业态:餐饮服务;食品经营许可证⟦JY12201040012340⟧
            ∅                   食品经营许可证⟦JY12201040012340⟧,某某火锅店食品经营许可证(餐饮服务)
            ∅                   某某大学食堂遗失食品经营许可证⟦JY22201020001235⟧
            ",
        );
    }
}
