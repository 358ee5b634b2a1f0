//! Number on the blank of a driving or vehicle licence (证芯编号): 13 digits under a bar code.
//!
//! | characters | meaning                                                              | source        |
//! |------------|----------------------------------------------------------------------|---------------|
//! | 1–2        | province                                                             | police manuals |
//! | 3          | check character over all others, mod 11, ten is X; a 4 counts as 8   | forms of the traffic police |
//! | 4–13       | serial of the blank                                                  | police manuals |
//!
//! Each blank has its own: a licence given out anew has another. The bar code is printed between two asterisks.
//! Both of two real numbers agree with the check character, a driving licence's and a vehicle licence's; that is
//! too few to call a mismatch wrong. A 4 taken for an 8 is not seen.

use super::chars::{self, whole};
use super::{Confidence, Kind, Number, Of};
use crate::judgement::{Fact, Flaw, Judgement};
use crate::tables::{checksum, regions};

/// The kind.
pub static KIND: Kind = Kind::new(Of::Paper, "vehicle_licence_core", ["证芯编号", "licence blank number"])
    .written("驾驶证、行驶证证芯编号13位：省份2＋校验码1（数字或X）＋顺序号10")
    .source(Confidence::Likely, "公安交通管理部门表单的校验规则；公开说明")
    .code_for("^(?:[0-9]{2}[0-9Xx][0-9]{10}|\\*[0-9]{2}[0-9Xx][0-9]{10}\\*)$", looks_like, check);

/// Where the check character stands.
const CHECK: usize = 2;

/// The signs between the asterisks of the bar code, and where they start.
fn inner(value: &str) -> (&str, usize) {
    match value.strip_prefix('*').and_then(|rest| rest.strip_suffix('*')) {
        Some(inner) => (inner, 1),
        None => (value, 0),
    }
}

fn looks_like(value: &str) -> bool {
    chars::mostly_digits(inner(value).0, 12..15)
}

fn check(number: &Number) -> Judgement {
    let mut out = Judgement::default();
    let (value, at) = inner(number.value);
    let Some(mut code) = chars::exactly::<13>(value) else {
        // Blanks of other certificates are numbered too.
        let driving = ["驾驶证", "行驶证", "驾照"].iter().any(|word| number.says(word));
        let enter = if driving { Judgement::doubt } else { Judgement::hint };
        enter(&mut out, Flaw::Length(&[13]), whole(number.value));
        return out;
    };
    chars::lower_case(number.value, &mut out);
    code.make_ascii_uppercase();
    let strays = chars::runs(13, |i| !code[i].is_ascii_digit() && (i != CHECK || code[i] != b'X'));
    let before = out.problems.len();
    strays.for_each(|run| out.doubt(Flaw::Charset, run.start + at..run.end + at));
    if out.problems.len() > before {
        return out;
    }
    let province = [code[0], code[1]];
    if regions::province_known(province) {
        out.fact(Fact::Province(province));
    } else {
        out.doubt(Flaw::Province, at..at + 2);
    }
    if checksum::licence_core(&code) == Some(code[CHECK]) {
        out.proved = true;
        out.fact(Fact::CheckAgrees);
    } else {
        out.doubt(Flaw::CheckChar, at + CHECK..at + CHECK + 1);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::Verdict;
    use crate::kinds::testing::{DIGITS, every_slip, replaced};

    /// Made up; the check characters were computed elsewhere.
    const GOOD: [&str; 4] = ["2240012345678", "5180049876543", "22X0000000001", "*2240012345678*"];

    #[test]
    fn table() {
        KIND.proves(&GOOD);
        KIND.judges(
            "
            doubtful check-char 2-3                    2230012345678
            doubtful check-char 3-4                    *2230012345678*
            hint lower-case 2-3                        22x0000000001
            hint length 0-12                           224001234567
            hint length 0-14                           22400123456788
            hint lower-case 5-6; doubtful charset 5-6  22400l2345678
            doubtful charset 4-5                       2240O12345678
            doubtful province 0-2; doubtful check-char 2-3  9940012345678
            doubtful length 0-12                       {驾驶证证芯编号}224001234567  {行驶证证芯编号}224001234567
            like                                       2240012345678  224001234567
            unlike                                     22010300123  220104199003072  吉A12345  ∅
            ",
        );
    }

    /// Every wrong digit is told, but for 4 and 8.
    #[test]
    fn every_wrong_digit() {
        let slips = GOOD[..3].iter().flat_map(|code| replaced(code, 0..13, DIGITS));
        // 82 is a province, 42 is one too: nothing but the check could tell.
        every_slip(&KIND, slips, Verdict::Doubtful..=Verdict::Doubtful, |slip| {
            slip.at != CHECK && matches!((slip.own, slip.other), ('4', '8') | ('8', '4'))
        });
    }
}
