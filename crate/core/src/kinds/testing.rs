//! What the tests of several kinds share (测试用具): judging a value, saying the outcome in one line, and claims
//! that hold for every kind that is read from the text.

use super::{Kind, Number, Read};
use crate::{Date, Flaw, Judgement, Severity, Verdict, words};

/// The day of publication in tests.
pub(crate) fn today() -> Date {
    Date::new(2026, 11, 23).expect("a day")
}

/// Judges a bare value, no words around it.
pub(crate) fn judge(kind: &Kind, value: &str) -> Judgement {
    kind.check(&Number::bare(value, today()))
}

/// The problems in a line: `wrong length 0-17; hint lower-case 3-4`.
pub(crate) fn told(out: &Judgement) -> String {
    let problem = |p: &crate::Problem| {
        format!("{} {} {}-{}", p.severity.name(), words::flaw_code(&p.flaw), p.start, p.end)
    };
    out.problems.iter().map(problem).collect::<Vec<_>>().join("; ")
}

/// The day of publication for the kinds that are read from the text, whose dates lie around it.
pub(crate) fn thursday() -> Date {
    Date::new(2024, 4, 11).expect("a day")
}

/// Judges a value as it is read from a text: it looks like the kind, and is seen on [`thursday`].
pub(crate) fn judge_read(kind: &Kind, value: &str) -> Judgement {
    assert!(kind.looks_like(value), "{value}");
    kind.check(&Number::bare(value, thursday()))
}

/// Each of these numbers says all that can be proved, and no slip in it passes.
pub(crate) fn all_proved(kind: &Kind, good: &[&str]) {
    for value in good {
        let out = judge(kind, value);
        assert_eq!(told(&out), "", "{value}");
        assert_eq!(out.verdict(), Verdict::Verified, "{value}");
        assert!(kind.looks_like(value), "{value}");
        for slip in slips(value) {
            assert_eq!(judge(kind, &slip).verdict(), Verdict::Wrong, "{value} {slip}");
        }
    }
}

/// Each of these values looks like the kind and is told this; nothing proves it. Odd values are judged as well.
pub(crate) fn none_proved(kind: &Kind, table: &[(&str, &str)]) {
    for &(value, want) in table {
        let out = judge(kind, value);
        assert!(kind.looks_like(value), "{value}");
        assert_eq!(told(&out), want, "{value}");
        assert_ne!(out.verdict(), Verdict::Verified, "{value}");
    }
    for value in odd_values() {
        judge(kind, &value);
    }
}

/// The problems as rows of a table.
pub(crate) fn rows(out: &Judgement) -> Vec<(Flaw, Severity, usize, usize)> {
    out.problems.iter().map(|p| (p.flaw, p.severity, p.start, p.end)).collect()
}

/// The characters of a text.
pub(crate) fn chars(text: &str) -> Vec<char> {
    text.chars().collect()
}

/// What is read behind the `|`, where the text up to it stands before.
pub(crate) fn found(read: Read, marked: &str) -> Option<String> {
    let (before, text) = marked.split_once('|').expect("a mark");
    let text = chars(text);
    read(&chars(before), &text).map(|len| text[..len].iter().collect())
}

/// Each value is read whole between two of any sign of punctuation, those of `also` too.
pub(crate) fn reads_beside_signs(read: Read, also: &str, values: &[&str]) {
    let signs = "，。、；：？！（）《》“”‘’【】—…·,;:?!()<>[]\"'&@=|~^/";
    for sign in signs.chars().chain(also.chars()) {
        for value in values {
            let text: Vec<char> = value.chars().chain([sign]).collect();
            assert_eq!(read(&[sign], &text), Some(value.chars().count()), "{sign} {value}");
        }
    }
}

/// Whatever stands there, in texts of this alphabet and width, and behind these words: covers and places stay
/// inside, and what was read looks like the kind.
pub(crate) fn takes_any_text(kind: &Kind, read: Read, alphabet: &str, width: usize, words: &[&str]) {
    let alphabet = chars(alphabet);
    let mut seed = 1u64;
    for _ in 0..15_000 {
        let text: Vec<char> = (0..width)
            .map(|_| {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                alphabet[(seed >> 33) as usize % alphabet.len()]
            })
            .collect();
        let value: String = text.iter().collect();
        let own = text[..2].to_vec();
        for before in words.iter().map(|word| chars(word)).chain([own]) {
            if let Some(len) = read(&before, &text[2..]) {
                let covered: String = text[2..][..len].iter().collect();
                assert!(kind.looks_like(&covered), "{covered} in {value}");
            }
        }
        for cut in 0..text.len() {
            let value: String = text[cut..].iter().collect();
            for problem in kind.check(&Number::bare(&value, thursday())).problems {
                assert!(problem.start < problem.end && problem.end <= text.len() - cut, "{value}");
            }
        }
    }
}

/// Every single slip: one character replaced by any other printable one, two different neighbours swapped,
/// one dropped, one doubled. A capital written small is none.
pub(crate) fn slips(value: &str) -> Vec<String> {
    let good: Vec<char> = value.chars().collect();
    let mut all = Vec::new();
    let mut add = |chars: &[char]| all.push(chars.iter().collect::<String>());
    for i in 0..good.len() {
        for other in ('!'..='~').chain(['０', '身', '𠮷']) {
            if !other.eq_ignore_ascii_case(&good[i]) {
                let mut slip = good.clone();
                slip[i] = other;
                add(&slip);
            }
        }
        if i > 0 && good[i - 1] != good[i] {
            let mut slip = good.clone();
            slip.swap(i - 1, i);
            add(&slip);
        }
        let mut slip = good.clone();
        slip.remove(i);
        add(&slip);
        slip = good.clone();
        slip.insert(i, good[i]);
        add(&slip);
    }
    all
}

/// Values that no kind may stumble over.
pub(crate) fn odd_values() -> Vec<String> {
    let mut all: Vec<String> = ["", " ", "*", "-", "X", "身", "𠮷", "\0", "0", "１２３", "*身*", "x*x*x"]
        .iter()
        .map(|&s| s.to_string())
        .collect();
    for unit in ["0", "9", "A", "x", "*", "身", "𠮷", "1*", "2身", "-"] {
        for count in (7..=30).chain([255, 256, 257, 10_000]) {
            all.push(unit.repeat(count));
        }
    }
    // Every cut of numbers that cannot be, with and without a mask behind.
    for number in ["220104999999999999", "220104202612311234", "999999189900001234", "KAZ990099999999"] {
        for cut in 0..=number.len() {
            for mask in ["", "*", "****", "********"] {
                all.push(format!("{}{mask}", &number[..cut]));
                all.push(format!("{mask}{}", &number[cut..]));
            }
        }
    }
    // Every width with one stranger at every place.
    for width in 8..=28 {
        for at in 0..width {
            for stranger in ["身", "*", "X", "-", "𠮷"] {
                all.push(format!("{}{stranger}{}", "2".repeat(at), "0".repeat(width - 1 - at)));
            }
        }
    }
    all
}

/// Every kind that judges bare values of letters and digits takes any string: a judgement, its places inside the value.
#[test]
fn any_value_is_judged() {
    use super::*;
    let kinds = [
        &uscc::KIND,
        &org_code::KIND,
        &registration_number::KIND,
        &resident_id::KIND,
        &resident_id_15::KIND,
        &masked_id::KIND,
        &residence_permit::KIND,
        &foreigner_card::KIND,
        &physician_certificate::KIND,
    ];
    for value in odd_values() {
        let len = value.chars().count();
        for kind in kinds {
            let _ = kind.looks_like(&value);
            for problem in judge(kind, &value).problems {
                assert!(problem.start <= problem.end && problem.end <= len, "{kind:?} {value} {problem:?}");
            }
        }
        let _ =
            (uscc::agrees(&value), org_code::agrees(&value), registration_number::check_digit_agrees(&value));
        let _ = (resident_id::agrees(&value, today()), resident_id::birth_is_real(&value));
        let _ =
            (resident_id_15::fits(&value), residence_permit::fits(&value), masked_id::strong_shape(&value));
        let _ = (foreigner_card::fits(&value), physician_certificate::fits(&value));
    }
}
