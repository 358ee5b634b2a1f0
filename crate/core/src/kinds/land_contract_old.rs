//! Local number of an old certificate of rural land (旧土地承包证编号): the second round, 1998 to 2014.
//!
//! | characters | meaning                        | source                     |
//! |------------|--------------------------------|----------------------------|
//! | 1–6        | county (行政区划代码)          | certificates seen          |
//! | 7–13       | serial number                  | certificates seen          |
//!
//! Counties numbered as they liked, so other forms are as good, and nothing here is ever against a number:
//! an unknown county under thirteen digits is a remark.

use super::{Confidence, Kind, Number, Of, chars};
use crate::judgement::{Fact, Flaw, Judgement};
use crate::tables::regions;

/// The kind.
pub static KIND: Kind =
    Kind::new(Of::Paper, "land_contract_old", ["旧土地承包证编号", "old land contract number"])
        .written("各地自编，常见13位：县级行政区划6＋顺序号7；只列出所载地区")
        .source(Confidence::Weak, "公开启事所见")
        .code_for("^[0-9A-Za-z-]{4,16}$", looks_like, check);

fn looks_like(value: &str) -> bool {
    // From 17 characters on the code of today is meant.
    (4..=16).contains(&value.len())
        && value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && value.bytes().filter(u8::is_ascii_digit).count() >= 4
        // A J or Q at the end is a piece of the code of today.
        && !value.ends_with(['J', 'Q', 'j', 'q'])
}

fn check(number: &Number) -> Judgement {
    let mut out = Judgement::default();
    let Some(code) = chars::exactly::<13>(number.value) else { return out };
    if !code.iter().all(u8::is_ascii_digit) {
        return out;
    }
    let region: [u8; 6] = chars::part(&code[..6]);
    if !regions::province_known([region[0], region[1]]) {
        out.hint(Flaw::Province, 0..2);
        return out;
    }
    out.fact(Fact::Region(region));
    if !regions::known(&region) {
        out.hint(Flaw::Region, 0..6);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::Verdict;
    use crate::kinds::testing::{all_within, answers, judge, odd_values, told};

    #[test]
    fn table() {
        for (value, region, want) in [
            ("2203810012345", Some(*b"220381"), ""), // a division that was
            ("2201840012345", Some(*b"220184"), ""),
            ("2201990012345", Some(*b"220199"), "hint region 0-6"),
            ("9901990012345", None, "hint province 0-2"),
            ("220381001234", None, ""),
            ("22038100123456", None, ""),
            ("083164", None, ""),
            ("1998-0123", None, ""),
            ("22038100l2345", None, ""),
        ] {
            let out = judge(&KIND, value);
            assert!(looks_like(value), "{value}");
            assert_eq!((out.verdict(), told(&out).as_str()), (Verdict::Plausible, want), "{value}");
            assert_eq!(out.facts, region.map(Fact::Region).into_iter().collect::<Vec<_>>(), "{value}");
        }
        all_within(&KIND, Verdict::Plausible..=Verdict::Plausible, odd_values());
    }

    #[test]
    fn looks() {
        answers(
            looks_like,
            "
            no  123  20034J  22038100123456789  220112002210100007J  ∅  证1234
            ",
        );
    }
}
