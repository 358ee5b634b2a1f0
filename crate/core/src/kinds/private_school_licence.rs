//! Number of a private school's licence (民办学校办学许可证编号): 13 digits, or 教民 and 15.
//!
//! | form                        | meaning                                                     | source                       |
//! |-----------------------------|-------------------------------------------------------------|------------------------------|
//! | 13 digits: 1–6              | region (行政区划代码)                                       | Ministry's rule of 2004      |
//! | 13 digits: 7                | level (学校层次): 1 college … 6 kindergarten, 7 training, 8 other | Ministry's rule of 2004 |
//! | 13 digits: 8–13             | serial number                                               | Ministry's rule of 2004      |
//! | 教民, 15 digits, 号         | one digit, then region, level and a serial of seven digits   | licences seen                |
//! | 人社民, 12 to 16 digits, 号 | licences of the labour offices, each its own way             | licences seen                |
//!
//! The level is held against the name of the school beside it: a kindergarten, or a school for training.

use super::{Confidence, Kind, Number, Of, beside, contains};
use crate::judgement::{Fact, Flaw, Judgement};
use crate::tables::regions;

/// The kind.
pub static KIND: Kind = Kind::new(Of::Paper, "private_school_licence", ["办学许可证编号", "private school licence number"])
    .written("13位数字：行政区划6＋层次1（6幼儿园、7培训机构等）＋顺序号6；或“教民”＋15位数字＋号，层次与文中校名核对；“人社民”＋数字＋号")
    .source(Confidence::Likely, "教育部民办学校办学许可证编号办法（2004年）；公开许可证样式")
    .code_for("^(?:(?:教民(?:字第)?)?(?:[0-9]{13}|[0-9]{15})|(?:人社(?:职|民(?:办|字第)?)?|劳社(?:民(?:字第)?)?)[0-9]{12,16})号?$", looks_like, check);

/// Schools of the offices for education, then those of the offices for labour.
const EDUCATION: [&str; 2] = ["教民", "教民字第"];
const LABOUR: [&str; 8] =
    ["人社民", "人社民字第", "人社民办", "人社职", "人社", "劳社民", "劳社民字第", "劳社"];

const LEVELS: [(&str, [&str; 2]); 8] = [
    ("1", ["高等学校", "college"]),
    ("2", ["其他高等教育机构", "other higher education"]),
    ("3", ["高中或中等职业学校", "upper secondary or vocational school"]),
    ("4", ["初中", "lower secondary school"]),
    ("5", ["小学", "primary school"]),
    ("6", ["幼儿园", "kindergarten"]),
    ("7", ["培训机构", "training"]),
    ("8", ["其他", "other"]),
];

/// A number without its words and 号.
struct Parts<'a> {
    labour: bool,
    digits: &'a str,
    /// Where the digits start, in characters.
    at: usize,
}

fn parts(value: &str) -> Parts<'_> {
    let longest = |words: &[&str]| {
        let found = words.iter().filter(|w| value.starts_with(**w));
        found.map(|w| w.len()).max()
    };
    let (education, labour) = (longest(&EDUCATION), longest(&LABOUR));
    let bytes = education.or(labour).unwrap_or(0);
    let digits = value[bytes..].trim_end_matches('号');
    Parts { labour: education.is_none() && labour.is_some(), digits, at: value[..bytes].chars().count() }
}

fn looks_like(value: &str) -> bool {
    let Parts { digits, at, .. } = parts(value);
    let letters = digits.bytes().filter(|b| !b.is_ascii_digit()).count();
    let width = if at > 0 { 11..18 } else { 12..17 };
    width.contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_alphanumeric()) && letters <= 2
}

fn check(number: &Number) -> Judgement {
    let mut out = Judgement::default();
    let Parts { labour, digits, at } = parts(number.value);
    let len = digits.chars().count();
    let mut stray = digits.chars().enumerate().filter(|(_, c)| !c.is_ascii_digit()).peekable();
    if stray.peek().is_some() {
        for (i, _) in stray {
            out.doubt(Flaw::Charset, at + i..at + i + 1);
        }
        return out;
    }
    let skip = match len {
        12..=16 if labour => return out,
        13 => 0,
        15 => 1,
        _ => {
            out.doubt(Flaw::Length(&[13, 15]), at..at + len);
            return out;
        }
    };
    let bytes = digits.as_bytes();
    let (Some(region), Some(level)) = (bytes[skip..].first_chunk::<6>(), bytes.get(skip + 6)) else {
        return out;
    };
    let place = at + skip;
    if regions::province_known([region[0], region[1]]) {
        out.fact(Fact::Region(*region));
        out.proved = regions::known(region);
    } else {
        out.doubt(Flaw::Province, place..place + 2);
    }
    match LEVELS.iter().find(|(sign, _)| sign.as_bytes() == [*level]) {
        Some(&(sign, words)) => out.fact(Fact::Meaning { sign, words }),
        None => out.doubt(Flaw::Level, place + 6..place + 7),
    }
    if said(number).is_some_and(|said| said != *level && matches!(level, b'1'..=b'7')) {
        out.doubt(Flaw::Words, place + 6..place + 7);
    }
    out
}

/// The level that the name of the school tells beyond doubt.
fn said(number: &Number) -> Option<u8> {
    let says = |word| contains(beside::before(number), word) || contains(beside::rest(number), word);
    match (says("幼儿园"), says("培训学校") || says("培训中心") || says("教育培训")) {
        (true, false) => Some(b'6'),
        (false, true) => Some(b'7'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judgement::Verdict;
    use crate::kinds::testing::{all_within, judge, odd_values, places_inside, slips};

    #[test]
    fn table() {
        // Made up.
        KIND.judges(
            "
            verified               2203817000045  // a division that was
            verified               2201026000123  教民122010270000018号  教民122010260000018
            verified               122010270000018  教民2201027000018号
            plausible              2201997000045  // a zone's own code
            plausible              人社民22010300000123号
            doubtful level 6-7     2201029000123  2201020000123
            doubtful province 0-2  9901026000123
            doubtful province 3-5  教民199010270000018号
            doubtful level 9-10    教民122010200000018号
            doubtful length 0-14   22010260001234
            doubtful length 2-16   教民12201027000018号
            doubtful length 2-18   教民1220102700000018号
            doubtful charset 9-10  220102600O123
            doubtful charset 13-14; doubtful charset 14-15; doubtful charset 15-16  !教民12201027000OOl8号
            doubtful charset 10-11; doubtful charset 11-12  人社民2201030OO00123号
            doubtful length 3-8    !人社民22010号
            doubtful length 0-0    ∅
            like                   2201026000123  220102600012  教民122010270000018号
            like                   教民12201027000018号  人社民220103000123号  2201O2600O123
            unlike                 2201O26OO0123  // three letters are too many
            unlike                 22010260001  教民1220号  军字第1234567号  ∅
            ",
        );
        let want = [Fact::Region(*b"220102"), Fact::Meaning { sign: "7", words: LEVELS[6].1 }];
        assert_eq!(judge(&KIND, "教民122010270000018号").facts, want);
        let slips = slips("教民122010270000018号");
        assert!(slips.iter().all(|slip| places_inside(slip, &judge(&KIND, slip))));
        all_within(&KIND, ..Verdict::Wrong, odd_values().into_iter().chain(slips));
    }

    #[test]
    fn level_against_the_name() {
        KIND.judges(
            "
            ∅                    某某职业培训学校办学许可证⟦2201028000123⟧  // other: anything
            ∅                    某某幼儿园教师培训中心⟦2201025000123⟧  // two things
            ∅                    长春市南关区某某幼儿园办学许可证⟦2201026000123⟧
            ∅                    某某幼儿园遗失办学许可证2201026000123;某某学校办学许可证⟦2201025000124⟧
            ∅                    某某实验学校⟦2201025000123⟧
            doubtful words 6-7   长春市南关区某某幼儿园办学许可证⟦2201027000123⟧
            doubtful words 6-7   ⟦2201025000123⟧,某某幼儿园
            doubtful words 9-10  某某职业培训学校办学许可证⟦教民122010260000018号⟧
            ",
        );
    }
}
