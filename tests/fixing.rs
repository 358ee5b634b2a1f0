//! What may be put right without the original (修正) is a fixed point: the number stays itself, its neighbours stay, and
//! nothing is left to be put right.

mod marked;

use kanyan::{Certainty, Date, Finding, Options, Report, Suggestion};
use marked::strip;
use proptest::prelude::*;

/// The day of publication: one like any other.
fn check(text: &str) -> Report {
    let today: Date = "2024-04-11".parse().expect("a day of the calendar");
    kanyan::check(text, &Options::on(today))
}

fn safe(finding: &Finding) -> Option<&Suggestion> {
    finding.suggestions.iter().find(|s| s.certainty == Certainty::Safe)
}

/// The text with these changes made; they stand in text order.
fn applied<'a>(text: &str, changes: impl Iterator<Item = &'a Suggestion>) -> String {
    let (mut out, mut at) = (String::new(), 0);
    for change in changes {
        out += &text[at..change.start];
        out += &change.replacement;
        at = change.end;
    }
    out + &text[at..]
}

/// Every number is itself after the changes, those that are `fixed` as their suggestions say, and no verdict is worse.
fn stays(text: &str, before: &Report, fixed: impl Fn(usize) -> bool) -> Result<Report, String> {
    let changes = before.findings.iter().enumerate().filter(|(i, _)| fixed(*i)).filter_map(|(_, f)| safe(f));
    let new = applied(text, changes);
    let after = check(&new);
    let fail = |what: &str| Err(format!("{what}: {text:?} becomes {new:?}"));
    if after.findings.len() != before.findings.len() {
        return fail("other numbers");
    }
    for (i, (old, new)) in before.findings.iter().zip(&after.findings).enumerate() {
        let value = safe(old).filter(|_| fixed(i)).map_or(&old.value, |s| &s.value);
        if new.value != *value {
            return fail(&format!("{} is {}", old.value, new.value));
        }
        if new.kind.id != old.kind.id {
            return fail(&format!("{} was {}, is {}", old.value, old.kind.id, new.kind.id));
        }
        if new.verdict > old.verdict {
            return fail(&format!("{} is worse: {:?}", old.value, new.problems));
        }
    }
    Ok(after)
}

/// All at once, and each alone.
fn settles(text: &str) -> Result<(), String> {
    let before = check(text);
    let fixable: Vec<usize> =
        (0..before.findings.len()).filter(|&i| safe(&before.findings[i]).is_some()).collect();
    if fixable.is_empty() {
        return Ok(());
    }
    let after = stays(text, &before, |_| true)?;
    if let Some(left) = after.findings.iter().find(|f| safe(f).is_some()) {
        return Err(format!("{} can be put right again: {text:?}", left.value));
    }
    if fixable.len() > 1 {
        for only in fixable.into_iter().take(12) {
            stays(text, &before, |i| i == only)?;
        }
    }
    Ok(())
}

/// Every text of the corpus, the notices and the prose.
fn texts() -> Vec<(String, String)> {
    let mut all = Vec::new();
    for folder in ["corpus", "notices", "prose"] {
        let dir = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests").join(folder);
        for entry in std::fs::read_dir(dir).expect("the folder is there") {
            let path = entry.expect("it can be listed").path();
            if path.extension().is_none_or(|ext| ext != "txt") {
                continue;
            }
            let content = std::fs::read_to_string(&path).expect("texts are UTF-8");
            for (i, part) in content.split("====\n").enumerate() {
                let rows = part.lines().filter(|row| !row.starts_with("# ") && !row.starts_with("= "));
                let place = format!("{} {i}", path.display());
                let body = rows.collect::<Vec<_>>().join("\n");
                let text =
                    if folder == "prose" { body.replace(['⟦', '⟧'], "") } else { strip(&body, &place).0 };
                all.push((place, text));
            }
        }
    }
    all.sort();
    all
}

#[test]
fn texts_settle() {
    let failures: Vec<_> = texts()
        .iter()
        .filter_map(|(place, text)| settles(text).err().map(|e| format!("{place}: {e}")))
        .collect();
    assert!(failures.is_empty(), "{}\n{} failures", failures.join("\n"), failures.len());
}

/// What is glued together step by step where nothing says where a number ends.
#[test]
fn groups_settle() {
    let mut failures = Vec::new();
    for label in [
        "编号",
        "证号",
        "编号：",
        "收据号码",
        "统一社会信用代码",
        "身份证号",
        "电话",
        "账号",
        "发票号码",
        "档案编号",
        "",
    ] {
        for number in [
            "88 12 345 67",
            "8812 345 67",
            "88 12 34 56 78",
            "A 88 12 345",
            "No. 0012 345",
            "０１２３ ４５６７",
            "2201 0419 9003 0723 10",
            "9122 0182 7160 4582 9C",
            "0431 8501 2345",
            "1 234 567 890 12",
            "12345678 12345679",
            "0012345 、 0012346",
            "00 12 345 至 00 12 399",
            "O012 345l",
        ] {
            for behind in ["声明作废", " 一份", " 2024年4月9日", " 88", "、 77 66"] {
                failures.extend(settles(&format!("{label} {number}{behind}")).err());
            }
        }
    }
    assert!(failures.is_empty(), "{}\n{} failures", failures.join("\n"), failures.len());
}

/// One sign written otherwise, or a blank put in.
fn dressed(text: &str, changes: &[(usize, u8)]) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for &(place, how) in changes {
        let at = place * chars.len() / 1000;
        let Some(&sign) = chars.get(at) else { continue };
        match how {
            0 => chars.insert(at, ' '),
            1 => chars.insert(at, '\u{3000}'),
            2 => chars.insert(at, '\n'),
            3 if sign.is_ascii_graphic() => {
                chars[at] = char::from_u32(u32::from(sign) + 0xFEE0).unwrap_or(sign);
            }
            4 => chars[at] = sign.to_ascii_lowercase(),
            _ => {
                chars[at] = match sign {
                    '0' => 'O',
                    '1' => 'l',
                    '5' => 'S',
                    _ => continue,
                }
            }
        }
    }
    chars.into_iter().collect()
}

fn passage() -> impl Strategy<Value = String> {
    let texts: Vec<Vec<char>> = texts().into_iter().map(|(_, text)| text.chars().collect()).collect();
    (proptest::sample::select(texts), 0..1000usize).prop_map(|(text, place)| {
        let start = place * text.len() / 1000;
        text[start..text.len().min(start + 120)].iter().collect()
    })
}

fn sign() -> impl Strategy<Value = char> {
    prop_oneof![
        6 => proptest::char::range('0', '9'),
        3 => proptest::sample::select(" \u{3000}\n０１２３４５６７８９ＯOolIＡX".chars().collect::<Vec<_>>()),
        1 => proptest::sample::select("-—（）()、，。：年月日元证编号电话账第".chars().collect::<Vec<_>>()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn passages_in_any_dress_settle(text in passage(), changes in proptest::collection::vec((0..1000usize, 0..6u8), 1..24)) {
        settles(&dressed(&text, &changes)).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn runs_of_signs_settle(signs in proptest::collection::vec(sign(), 4..50)) {
        settles(&signs.into_iter().collect::<String>()).map_err(TestCaseError::fail)?;
    }
}
