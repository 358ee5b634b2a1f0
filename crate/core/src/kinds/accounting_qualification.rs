//! Number of an accounting qualification certificate (会计从业资格证书号): the identity number since 2013, local before.
//!
//! | form                        | holder                                          | source               |
//! |-----------------------------|-------------------------------------------------|----------------------|
//! | the identity number         | residents, since 2013 (档案号)                  | 财会〔2013〕9号      |
//! | WJ, region 6, year 4, serial 3 | foreigners, since 2013                       | 财会〔2013〕9号      |
//! | HK, MO or TW and the number of their card | people from there, since 2013     | 财会〔2013〕9号      |
//! | 10 to 18 digits             | before, as each province numbered               | certificates seen    |
//!
//! What is an identity number is judged as one; this is for the others.

use super::{Confidence, Field, Kind, Layout, Layouts, Of};
use crate::judgement::Severity;
use crate::tables::regions;

/// The kind.
pub static KIND: Kind = Kind::new(Of::Paper, "accounting_qualification", ["会计从业资格证书号", "accounting qualification certificate number"])
    .written("2013年起为身份证号码（另按身份证号码校验），外国人为WJ＋行政区划6＋年份4＋顺序号3；此前各省自定，10至18位数字")
    .matches("^(?:[Ww][Jj][0-9]{13}|(?:HK|MO|TW)[0-9A-Za-z]{5,14}|[0-9]{10,18})$")
    .source(Confidence::Weak, "关于印发新版会计从业资格证书样式及有关问题的通知（财会〔2013〕9号）")
    .layouts(&LAYOUTS);

/// Only the form of foreigners tells anything.
static LAYOUTS: Layouts = Layouts::of(&[Layout::of(&[
    Field::literal(&["WJ"]),
    Field::region().proves(),
    Field::year(2013),
    Field::serial(3),
])])
.first(|number, _| !number.value.starts_with("WJ"))
.length(|_| Severity::Hint)
.looks(looks_like);

fn looks_like(value: &str) -> bool {
    let bytes = value.as_bytes();
    if bytes.len() >= 7 && matches!(&bytes[..2], b"WJ" | b"HK" | b"MO" | b"TW") {
        return bytes.len() <= 16 && bytes[2..].iter().all(u8::is_ascii_alphanumeric);
    }
    // A slip in an identity number must not hide here.
    let century = |at: usize| matches!(&bytes[at..at + 2], b"19" | b"20");
    let person = || match bytes.len() {
        17 => century(5) || century(6),
        18 => century(6) && regions::province_known([bytes[0], bytes[1]]),
        _ => false,
    };
    (10..=18).contains(&bytes.len()) && bytes.iter().all(u8::is_ascii_digit) && !person()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table() {
        // Made up.
        KIND.judges(
            "
            plausible                    220104123456  2009220100012345  HK1234567  WJ2201992014001
            verified                     WJ2201042014001
            plausible; hint length 0-14  WJ220104201400
            doubtful province 2-4        WJ9901042014001
            doubtful year 8-12           WJ2201042011001  WJ2201042027001
            doubtful charset 4-5         WJ22O1042014001
            doubtful charset 14-15       !WJ220104201400身
            like                         220104123456  200922010001234567  WJ2201042014001  TW12345678
            // an identity number, right or with a slip
            unlike                       220104199003072310  22010419900307231  20104199003072310
            unlike                       220104199003072315  22010419900307231X  220104123
            unlike                       2201041990********  吉会证字第1234号  ∅
            ",
        );
    }
}
