//! Masking (脱敏): every exposed number of the corpus is masked, stays what it was, and nothing else is touched.

mod marked;

use std::fmt::Write;

use kanyan::{Date, Finding, Masking, Mismatch, Options, Report, Severity, Verdict, check, words};
use marked::{corpus, strip};
use proptest::prelude::*;

fn day(day: &str) -> Date {
    day.parse().expect("a day of the calendar")
}

fn report(text: &str, today: &str) -> Report {
    check(text, &Options::on(day(today)))
}

/// The text with all its exposed numbers masked.
fn mask(text: &str, report: &Report) -> String {
    kanyan::mask(text, report, Masking::All).expect("the report is that of the text")
}

/// Every text there is to try: the corpus, the notices that break rules, the prose.
fn texts() -> Vec<(String, Date, String)> {
    let mut all: Vec<_> = corpus().into_iter().map(|n| (n.place, n.today, n.text)).collect();
    for folder in ["notices", "prose"] {
        let dir = format!("{}/../../tests/{folder}", env!("CARGO_MANIFEST_DIR"));
        let mut files: Vec<_> = std::fs::read_dir(dir)
            .expect("a folder of texts")
            .map(|entry| entry.expect("it can be listed").path())
            .collect();
        files.sort();
        for path in files {
            let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
            let content = std::fs::read_to_string(&path).expect("texts are UTF-8");
            for (number, part) in content.split("\n====\n").enumerate() {
                let place = format!("{folder}/{name} {number}");
                let text = match folder {
                    "notices" => strip(part, &place).0,
                    _ => part.replace(['⟦', '⟧'], ""),
                };
                all.push((place, day("2024-08-11"), text));
            }
        }
    }
    all
}

/// A masked identity number is one of its own kind, and to a desk the same thing.
fn kind(finding: &Finding) -> &'static str {
    match finding.kind.id {
        "resident_id" | "resident_id_15" => "masked_id",
        id => id,
    }
}

/// The problems that speak against a number, without remarks. What is hidden cannot be told any more, so a masked
/// number may have fewer; a length that is off is told of the mask instead.
fn told(finding: &Finding) -> Vec<&'static str> {
    let problems = finding.problems.iter().filter(|p| p.severity > Severity::Hint);
    problems.map(|p| words::flaw_code(&p.flaw).replace("mask-length", "length").leak() as &str).collect()
}

#[test]
fn masked_texts_are_read_as_before() {
    let mut differences = String::new();
    let (mut masked, mut all) = (0, 0);
    for (place, today, text) in texts() {
        let before = check(&text, &Options::on(today));
        let hidden = mask(&text, &before);
        all += 1;
        if before.findings.iter().all(|f| f.exposure.is_none()) {
            assert_eq!(hidden, text, "{place}");
            continue;
        }
        outside_stays(&text, &before, &hidden);
        let after = check(&hidden, &Options::on(today));
        masked += before.findings.iter().filter(|f| f.exposure.is_some()).count();
        // A full-width star has the bytes of a full-width digit, another sign may have more: count characters.
        let at = |text: &str, byte: usize| text[..byte].chars().count();
        let place_of = |text: &str, f: &Finding| (at(text, f.start), at(text, f.end));
        let mut say = |what: &str, f: &Finding, text: &str| {
            writeln!(differences, "{place}: {what} {} {} {:?}", f.kind.id, f.value, told(f))
                .expect("a string takes everything");
            let line: String =
                text[..f.start].chars().rev().take(16).collect::<Vec<_>>().into_iter().rev().collect();
            writeln!(differences, "    {line}⟦{}⟧", &text[f.start..f.end])
                .expect("a string takes everything");
        };
        for f in &before.findings {
            let same = after.findings.iter().find(|g| place_of(&hidden, g) == place_of(&text, f));
            match same {
                Some(g) if kind(g) != kind(f) && g.kind.id != "masked_id" => say("other kind than", f, &text),
                Some(g) if told(g).iter().any(|code| !told(f).contains(code)) => {
                    say("new problem in", g, &hidden);
                }
                Some(g) if f.exposure.is_none() && (g.verdict != f.verdict || g.value != f.value) => {
                    say("another verdict than", f, &text);
                }
                Some(_) => {}
                None => say("no more", f, &text),
            }
        }
        for g in &after.findings {
            if g.exposure.is_some() {
                say("still exposed", g, &hidden);
            }
            if before.findings.iter().all(|f| place_of(&text, f) != place_of(&hidden, g)) {
                say("only now", g, &hidden);
            }
        }
        let codes = |report: &Report| -> Vec<String> {
            let all = report.notices.iter().flat_map(|n| &n.problems);
            all.filter(|p| p.severity > Severity::Hint).map(|p| p.rule.code.to_owned()).collect()
        };
        for code in codes(&after) {
            if !codes(&before).contains(&code) {
                writeln!(differences, "{place}: new {code}\n{hidden}").expect("a string takes everything");
            }
        }
        assert_eq!(mask(&hidden, &after), hidden, "{place}");
    }
    assert!(differences.is_empty(), "{masked} numbers in {all} texts:\n{differences}");
    assert!(masked > 80, "{masked} numbers");
}

/// Nothing but the characters of the exposures is another; each stands for one, and what is masked was a sign of a
/// number.
fn outside_stays(text: &str, report: &Report, masked: &str) {
    assert_eq!(masked.chars().count(), text.chars().count(), "{text}");
    let mut exposed = report.findings.iter().filter_map(|f| f.exposure.as_ref()).peekable();
    for ((at, old), new) in text.char_indices().zip(masked.chars()) {
        while exposed.next_if(|e| e.end <= at).is_some() {}
        let inside = exposed.peek().is_some_and(|e| (e.start..e.end).contains(&at));
        let sign = old.is_ascii_alphanumeric() || ('！'..='～').contains(&old) || old.is_alphabetic();
        assert!(old == new || inside && sign, "{old} became {new} in {text}");
    }
    for f in report.findings.iter() {
        if let Some(e) = &f.exposure {
            assert!(f.start <= e.start && e.start < e.end && e.end <= f.end, "{text}");
            assert!(!e.replacement.is_empty() && e.span.end <= f.value.chars().count(), "{text}");
        }
    }
}

/// What is masked, and how. All numbers are made up; their check characters were computed elsewhere.
#[test]
fn styles() {
    for (text, want) in [
        // as is usual
        ("身份证号：220104199003072310", "身份证号：220104********2310"),
        ("身份证号：11010119000101009X", "身份证号：110101********009X"),
        ("身份证号：220104620723231", "身份证号：220104*****3231"),
        ("驾驶证（证号220104199003072310）", "驾驶证（证号220104********2310）"),
        ("港澳台居民居住证号码：830000199201300022", "港澳台居民居住证号码：830000********0022"),
        ("外国人永久居留身份证号码：911398199012310021", "外国人永久居留身份证号码：911398********0021"),
        ("外国人永久居留身份证号码：KAZ110090123105", "外国人永久居留身份证号码：KAZ110*****3105"),
        ("从业资格证号：220104199003072310", "从业资格证号：220104********2310"),
        // only the part that is an identity number
        ("医师资格证书编码：201822110220104199003072310", "医师资格证书编码：201822110220104********2310"),
        ("医师资格证书编码：199922110220104620723231", "医师资格证书编码：199922110220104*****3231"),
        ("残疾人证号：22010419900307231043", "残疾人证号：220104********231043"),
        ("残疾人证号：22010419900307231043B1", "残疾人证号：220104********231043B1"),
        ("特种作业操作证号：T220104199003072310", "特种作业操作证号：T220104********2310"),
        ("税务登记证号：吉国税字220104199003072310号", "税务登记证号：吉国税字220104********2310号"),
        ("税务登记证号：22010419900307231001", "税务登记证号：220104********231001"),
        // cards, accounts, birth certificates
        ("卡号：6228481234567890128", "卡号：622848*********0128"),
        ("卡号：6217 0012 3456 7890 122", "卡号：6217 00** **** ***0 122"),
        (
            "户名：赵一鸣，开户行：某某银行，账号：3400200109012345678",
            "户名：赵一鸣，开户行：某某银行，账号：***************5678",
        ),
        ("韦清溪遗失出生医学证明，编号：T450123456", "韦清溪遗失出生医学证明，编号：T45****456"),
        // as the notice does it
        (
            "赵一鸣（2206031981********）、钱双喜（220104199003072310）",
            "赵一鸣（2206031981********）、钱双喜（2201041990********）",
        ),
        (
            "赵一鸣（220603************）、钱双喜（220104199003072310）",
            "赵一鸣（220603************）、钱双喜（220104************）",
        ),
        (
            "赵一鸣（22060319810307****）、钱双喜（220104199003072310）",
            "赵一鸣（22060319810307****）、钱双喜（22010419900307****）",
        ),
        (
            "赵一鸣（220603××××××××1234）、钱双喜（220104199003072310）",
            "赵一鸣（220603××××××××1234）、钱双喜（220104××××××××2310）",
        ),
        (
            "赵一鸣（220603XXXXXXXX1234）、钱双喜（11010119000101009X）",
            "赵一鸣（220603XXXXXXXX1234）、钱双喜（110101XXXXXXXX009X）",
        ),
        (
            "赵一鸣（220603＊＊＊＊＊＊＊＊1234）、钱双喜（220104199003072310）",
            "赵一鸣（220603＊＊＊＊＊＊＊＊1234）、钱双喜（220104＊＊＊＊＊＊＊＊2310）",
        ),
        (
            "赵一鸣（身份证2206031981********）、钱双喜（身份证220104620723231）",
            "赵一鸣（身份证2206031981********）、钱双喜（身份证22010462*******）",
        ),
        (
            "赵一鸣（2206031981********）遗失医师资格证书，编码：201822110220104199003072310",
            "赵一鸣（2206031981********）遗失医师资格证书，编码：2018221102201041990********",
        ),
        (
            "残疾人证号：2201041990********43；残疾人证号：22010419900307231043",
            "残疾人证号：2201041990********43；残疾人证号：2201041990********43",
        ),
        // beside letters an X is no mask sign
        (
            "身份证220603XXXXXXXX1234，特种作业操作证号：T220104199003072310",
            "身份证220603XXXXXXXX1234，特种作业操作证号：T220104********2310",
        ),
        // the commonest, and what hides next to nothing is no style
        (
            "赵一鸣（2206031981********）、孙三多（220602********1234）、李四维（220503********1234）、钱双喜（220104199003072310）",
            "赵一鸣（2206031981********）、孙三多（220602********1234）、李四维（220503********1234）、钱双喜（220104********2310）",
        ),
        // broken, spaced, in full width
        ("身份证号：220104199\n003072310，声明", "身份证号：220104***\n*****2310，声明"),
        ("身份证号：220104 19900307 2310，声明", "身份证号：220104 ******** 2310，声明"),
        ("身份证号：２２０１０４１９９００３０７２３１０", "身份证号：２２０１０４＊＊＊＊＊＊＊＊２３１０"),
        // nobody's
        ("统一社会信用代码：91110000000000000E", "统一社会信用代码：91110000000000000E"),
        (
            "户名：河滨村村民委员会，账号：3400200109012345678",
            "户名：河滨村村民委员会，账号：3400200109012345678",
        ),
        ("某某医院遗失空白出生医学证明，编号：T450123456", "某某医院遗失空白出生医学证明，编号：T450123456"),
        ("电话：13800001234，住址：长春市春榆路8号", "电话：13800001234，住址：长春市春榆路8号"),
        ("", ""),
    ] {
        let before = report(text, "2024-04-11");
        let masked = mask(text, &before);
        assert_eq!(masked, want, "{text}");
        outside_stays(text, &before, &masked);
        let after = report(&masked, "2024-04-11");
        assert_eq!(after.findings.len(), before.findings.len(), "{masked}");
        for (f, g) in before.findings.iter().zip(&after.findings) {
            let same = [kind(f), "masked_id"].contains(&kind(g));
            assert!(same && g.exposure.is_none() && g.verdict <= Verdict::Plausible, "{masked}: {g:?}");
        }
    }
}

/// The style of the same notice goes before that of the others.
#[test]
fn the_nearest_style() {
    let one = "解除劳动合同公告\n赵一鸣（身份证号2206031981********），因连续旷工，我公司决定解除劳动合同。特此公告\n\
        通江矿业有限责任公司\n2024年4月1日\n\n";
    let two = "遗失声明\n钱双喜遗失身份证，号码220104199003072310，声明作废。\n";
    let three = "遗失声明\n孙三多（身份证号220602********1234）、李四维（身份证号220503********1234）遗失身份证，\
        周五味（身份证号230103198808083114）遗失身份证，声明作废。\n";
    for (text, want) in [
        ([one, two].concat(), vec!["2201041990********"]),
        ([two, three].concat(), vec!["220104********2310", "230103********3114"]),
        ([one, three].concat(), vec!["230103********3114"]),
    ] {
        let report = report(&text, "2024-04-11");
        let masked = mask(&text, &report);
        for number in want {
            assert!(masked.contains(number), "{masked}");
        }
    }
}

/// A report of another text, or counted in other units, is told of: silence would pass for a masked text.
#[test]
fn a_strange_report() {
    let text = "身份证号：220104199003072310";
    let mut report = report(text, "2024-04-11");
    for masking in [Masking::Sound, Masking::All] {
        for other in ["", "身", "号", "身份证号：22", "号码证件身份"] {
            assert_eq!(kanyan::mask(other, &report, masking), Err(Mismatch::Text), "{other}");
        }
    }
    report.units = kanyan::Units::Utf16;
    assert_eq!(kanyan::mask(text, &report, Masking::All), Err(Mismatch::Units));
}

/// A mask hides the check character, so a number that something speaks against stays as it is, unless all are asked for.
/// What is only remarked upon is masked.
#[test]
fn a_slip_is_not_masked_over() {
    for (text, sound, all) in [
        // the check character of 37010219800101123 is 7
        (
            "居民身份证号码370102198001011238，声明作废",
            "居民身份证号码370102198001011238，声明作废",
            "居民身份证号码370102********1238，声明作废",
        ),
        // no such day
        (
            "身份证号220104199002302310、220104199003072310",
            "身份证号220104199002302310、220104********2310",
            "身份证号220104********2310、220104********2310",
        ),
        ("身份证号：220104199003072310", "身份证号：220104********2310", "身份证号：220104********2310"),
    ] {
        let report = report(text, "2024-04-11");
        assert_eq!(kanyan::mask(text, &report, Masking::Sound).as_deref(), Ok(sound));
        assert_eq!(kanyan::mask(text, &report, Masking::All).as_deref(), Ok(all));
    }
}

/// Pieces of notices: numbers of persons whole and masked, words, blanks, line ends, signs of any width.
fn pieces() -> impl Strategy<Value = String> {
    const PIECES: [&str; 24] = [
        "220104199003072310",
        "11010119000101009X",
        "２２０１０４１９９００３０７２３１０",
        "2206031981********",
        "220603××××××××1234",
        "T220104199003072310",
        "201822110220104199003072310",
        "22010419900307231043",
        "6228481234567890128",
        "T450123456",
        "身份证号：",
        "医师资格证书编码：",
        "残疾人证号",
        "卡号",
        "户名：赵一鸣，账号：",
        "遗失出生医学证明，编号：",
        "，声明作废。",
        "、",
        "\n",
        "\r\n\r\n",
        " ",
        "　",
        "𠀀",
        "X",
    ];
    prop::collection::vec((0..PIECES.len(), 0usize..30, 0usize..4), 1..12).prop_map(|all| {
        let mut text = String::new();
        for (piece, cut, how) in all {
            // Some are broken somewhere inside.
            let joint = ["", "", "\n", " "][how];
            let at = PIECES[piece].char_indices().nth(cut).map_or(0, |(at, _)| at);
            let (head, tail) = PIECES[piece].split_at(at);
            text.extend([head, if at > 0 { joint } else { "" }, tail]);
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn nothing_outside_changes(text in pieces()) {
        let before = report(&text, "2024-04-11");
        let masked = mask(&text, &before);
        outside_stays(&text, &before, &masked);
    }
}
