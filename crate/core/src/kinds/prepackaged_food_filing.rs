//! Number of a filing for selling prepackaged food only (仅销售预包装食品备案编号): `YB` and 14 digits.
//!
//! | characters | meaning                                                          | source                    |
//! |------------|------------------------------------------------------------------|---------------------------|
//! | 1–2        | `YB` (预备)                                                      | 总局公告 2021 No. 40      |
//! | 3          | business (业态类型): 1 wholesale, 2 retail, 3 both                | 总局公告 2021 No. 40      |
//! | 4–9        | region (行政区划代码)                                            | 总局公告 2021 No. 40      |
//! | 10–15      | serial number                                                    | 总局公告 2021 No. 40      |
//! | 16         | check digit, as on licences                                      | by analogy, see [`super::food_business_licence`] |

use super::food::Form;
use super::{Confidence, Field, Kind, Of};

/// The kind.
pub static KIND: Kind = Kind::new(
    Of::Paper,
    "prepackaged_food_filing",
    ["仅销售预包装食品备案编号", "prepackaged food filing number"],
)
.written("YB＋14位数字：业态类型1（1批发、2零售、3批零兼营）＋行政区划6＋顺序码6＋校验码1")
.source(Confidence::Likely, "市场监管总局公告2021年第40号；校验码比照食品经营许可证")
.code_for("^[Yy][Bb][0-9]{14}$", |value| FORM.looks_like(value), |number| FORM.check(number));

const FORM: Form = Form {
    letters: &["YB"],
    alike: [b"YV", b"B8R"],
    class: Field::meaning(&[
        ("1", ["批发", "wholesale"]),
        ("2", ["零售", "retail"]),
        ("3", ["批零兼营", "wholesale and retail"]),
    ]),
};

#[cfg(test)]
mod tests {
    use super::*;

    use crate::kinds::testing::slips_show_but_swaps;

    #[test]
    fn table() {
        // Made up; their check digits were computed elsewhere.
        KIND.judges(
            "
            verified                       YB12201040012340  YB22201020001235  YB32201840000779
            verified; hint lower-case 0-2  yb32201840000779
            doubtful check-char 15-16      YB32201840000778
            doubtful level 2-3             YB42201040012344
            doubtful province 3-5          YB19901040012344
            wrong prefix 0-2               VB12201040012340  Y812201040012340
            wrong prefix 0-1               B12201040012340
            doubtful prefix 0-2            12201040012340
            wrong length 0-15              YB1220104001234
            wrong length 0-17              YB122010400123400
            wrong charset 5-6              YB122O1040012340
            like                           YB12201040012340  VB12201040012340  YR12201040012340
            like                           YB1220104001234  12201040012340
            unlike                         JY12201040012340  XK12201040012340  YB12201040  ∅
            ",
        );
        // MOD 11,10 passes over a few swaps; every other slip shows.
        slips_show_but_swaps(&KIND, "YB22201020001235");
    }
}
