//! The built command, used as its users do.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread;

use encoding_rs::GB18030;
use serde_json::Value;

/// Invented: all check characters agree.
const GOOD: &str =
    "遗失声明\n长春某某商贸有限公司（统一社会信用代码：91220104MA0Y1A2B3Q）遗失公章一枚，声明作废。\n";

/// The same with its last character wrong.
const BAD: &str =
    "遗失声明\n长春某某商贸有限公司（统一社会信用代码：91220104MA0Y1A2B3P）遗失公章一枚，声明作废。\n";

fn kanyan() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kanyan"));
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(args: &[&str], stdin: &[u8]) -> Output {
    let mut child = kanyan().args(args).stdin(Stdio::piped()).spawn().expect("the command starts");
    let mut input = child.stdin.take().expect("it is piped");
    thread::scope(|scope| {
        // Beside the reading, as a pipe holds only so much. A command that is done need not have read everything.
        scope.spawn(move || input.write_all(stdin));
        child.wait_with_output().expect("the command ends")
    })
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("the command writes UTF-8")
}

fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(bytes)))
}

fn records(output: &Output) -> Vec<Value> {
    text(&output.stdout).lines().map(|line| json(line.as_bytes())).collect()
}

/// A fresh folder with these files.
fn folder(name: &str, files: &[(&str, &[u8])]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the folder can be made");
    for (file, bytes) in files {
        fs::write(folder.join(file), bytes).expect("the file can be written");
    }
    folder
}

fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}

#[test]
fn exit_codes() {
    let here = folder("exit_codes", &[("good.txt", GOOD.as_bytes()), ("bad.txt", BAD.as_bytes())]);
    for (files, want) in [
        (&["good.txt"][..], 0),
        (&["bad.txt"], 1),
        (&["good.txt", "bad.txt"], 1),
        (&["good.txt", "missing.txt"], 2),
        (&["missing.txt", "bad.txt"], 2),
    ] {
        for format in ["text", "json", "jsonl"] {
            let output = kanyan()
                .args(["check", "--today", "2024-04-11", "--format", format])
                .args(files)
                .current_dir(&here)
                .output()
                .expect("the command runs");
            assert_eq!(output.status.code(), Some(want), "{files:?} as {format}: {output:?}");
        }
    }
}

#[test]
fn drawn_for_people() {
    let output = run(&["check", "--today", "2024-04-11"], BAD.as_bytes());
    let shown = text(&output.stdout);
    assert!(shown.contains("有误: 统一社会信用代码 91220104MA0Y1A2B3P\n"), "{shown}");
    // 20 characters stand before the code, the check character is its 18th.
    assert!(shown.contains("--> 标准输入:2:38\n"), "{shown}");
    assert!(shown.ends_with("有误 1；未遮盖 0（见报日 2024-04-11）\n"), "{shown}");
    assert!(!shown.contains('\u{1B}'), "{shown}");

    let output = run(&["check", "--today", "2024-04-11"], GOOD.as_bytes());
    let shown = text(&output.stdout);
    assert!(shown.starts_with("标准输入:2:1   已验  遗失声明\n"), "{shown}");
    assert!(shown.contains("\n标准输入:2:21  已验  统一社会信用代码  91220104MA0Y1A2B3Q"), "{shown}");
    let output = run(&["check", "--today", "2024-04-11", "--quiet"], GOOD.as_bytes());
    assert_eq!(text(&output.stdout).lines().count(), 1, "only the counts");

    let output = run(&["check", "--today", "2024-04-11", "--lang", "en"], BAD.as_bytes());
    let shown = text(&output.stdout);
    assert!(shown.contains("wrong: unified social credit code 91220104MA0Y1A2B3P"), "{shown}");
    assert!(shown.contains("--> standard input:2:38"), "{shown}");
}

/// Invented: too short a period, and the company signs with another character in its name.
const REDUCTION: &str = "减资公告\n榆川市春榆商贸有限公司（统一社会信用代码91220104MA0Y1A2B3Q）经股东会决议，\
    注册资本由500万元减至100万元，请债权人自公告之日起30日内要求清偿债务或提供担保。特此公告。\n\
    榆川市春榆商茂有限公司\n2024年8月11日\n";

#[test]
fn notices_as_a_whole() {
    let check =
        |args: &[&str]| run(&[&["check", "--today", "2024-08-11"], args].concat(), REDUCTION.as_bytes());
    let output = check(&[]);
    let shown = text(&output.stdout);
    // Doubtful is no reason to stop a program that looks at the exit code; as with numbers.
    assert_eq!(output.status.code(), Some(0), "{shown}");
    assert!(shown.starts_with("标准输入:2:1   存疑  减资公告\n"), "{shown}");
    assert!(shown.contains("\n存疑[period.short]: 减资公告\n --> 标准输入:2:75\n"), "{shown}");
    assert!(shown.contains("\n存疑[name.signature]: 减资公告\n"), "{shown}");
    assert!(shown.contains("[missing.contact]\n"), "{shown}");
    assert!(shown.contains("\n1 则公告（号码以外：有误 0，存疑 "), "{shown}");

    let quiet = check(&["-q"]);
    let shown = text(&quiet.stdout);
    assert!(shown.starts_with("标准输入:2:1  存疑  减资公告\n\n存疑["), "{shown}");
    assert!(!shown.contains("missing.contact"), "{shown}");

    let english = check(&["--lang", "en"]);
    let shown = text(&english.stdout);
    assert!(shown.contains(":2:1   doubtful   capital reduction notice  减资公告\n"), "{shown}");
    assert!(shown.contains("\ndoubtful[period.short]: capital reduction notice\n"), "{shown}");
    assert!(shown.contains("\n1 notice (beside its numbers: wrong 0, doubtful "), "{shown}");
}

#[test]
fn notices_in_reports() {
    for format in ["json", "jsonl"] {
        let output = run(&["check", "--today", "2024-08-11", "--format", format], REDUCTION.as_bytes());
        let report = json(&output.stdout);
        let notice = &report["notices"][0];
        assert_eq!(notice["type"], "capital_reduction", "{format}: {notice}");
        assert_eq!(notice["title"], "减资公告");
        assert_eq!(notice["verdict"], "doubtful");
        let problems = notice["problems"].as_array().expect("an array");
        let cut = |place: &Value| {
            let [start, end] = ["start", "end"].map(|at| place[at].as_u64().expect("a number") as usize);
            &REDUCTION[start..end]
        };
        let short = problems.iter().find(|problem| problem["code"] == "period.short").expect("too short");
        assert_eq!(cut(short), "30日");
        let names = problems.iter().find(|problem| problem["code"] == "name.signature").expect("two names");
        let mut places = [cut(names), cut(&names["related"][0])];
        places.sort_unstable();
        assert_eq!(places, ["榆川市春榆商茂有限公司", "榆川市春榆商贸有限公司"]);
        assert!(
            report["findings"].as_array().expect("an array").iter().all(|finding| finding["notice"] == 0)
        );
    }
}

#[test]
fn rules_that_are_off() {
    let codes = |off: &[&str]| -> Vec<String> {
        let args = [&["check", "--today", "2024-08-11", "--format", "json"], off].concat();
        let report = json(&run(&args, REDUCTION.as_bytes()).stdout);
        let problems = report["notices"][0]["problems"].as_array().expect("an array").clone();
        problems.iter().map(|problem| problem["code"].as_str().expect("a name").to_owned()).collect()
    };
    let without = |off: &[&str]| -> Vec<String> {
        codes(&[]).into_iter().filter(|code| !off.contains(&code.as_str())).collect()
    };
    assert!(codes(&[]).len() >= 3);
    assert_eq!(codes(&["--off", "period.short"]), without(&["period.short"]));
    assert_eq!(
        codes(&["--off", "period.short,missing.contact", "--off=name.signature"]),
        without(&["period.short", "missing.contact", "name.signature"])
    );
    let all: Vec<&str> = kanyan::notice::rules().iter().map(|rule| rule.code).collect();
    assert_eq!(codes(&["--off", &all.join(",")]), [""; 0]);

    let output = run(&["check", "--off", "no.such"], b"");
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(text(&output.stderr).contains("没有“no.such”这条规则"), "{output:?}");
}

#[test]
fn colours_where_asked_for() {
    let forced = kanyan()
        .args(["check", "bad.txt"])
        .current_dir(folder("colours", &[("bad.txt", BAD.as_bytes())]))
        .env("CLICOLOR_FORCE", "1")
        .output()
        .expect("the command runs");
    assert!(text(&forced.stdout).contains("\u{1B}["), "{forced:?}");
}

#[test]
fn nothing_found() {
    for (stdin, json) in [("", "[]"), ("今天天气很好。\n", "[]")] {
        let output = run(&["check", "--today", "2024-04-11"], stdin.as_bytes());
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        assert_eq!(
            text(&output.stdout),
            "0 个号码：已验 0，合式 0，存疑 0，有误 0；未遮盖 0（见报日 2024-04-11）\n"
        );
        let output = run(&["check", "--format", "json"], stdin.as_bytes());
        assert_eq!(self::json(&output.stdout)["findings"].to_string(), json);
    }
}

#[test]
fn one_report_or_many() {
    let here = folder("one_report_or_many", &[("a.txt", BAD.as_bytes()), ("b.txt", GOOD.as_bytes())]);
    let check = |args: &[&str]| {
        kanyan().args(["check", "--format"]).args(args).current_dir(&here).output().expect("the command runs")
    };

    let one = json(&check(&["json", "a.txt"]).stdout);
    assert_eq!(one["units"], "bytes");
    assert!(one.get("file").is_none(), "one report stands alone");
    let many = json(&check(&["json", "a.txt", "b.txt"]).stdout);
    assert_eq!(many[0]["file"], "a.txt");
    assert_eq!(many[1]["file"], "b.txt");
    assert_eq!(many[0]["findings"], one["findings"]);
    assert_eq!(many.as_array().map(Vec::len), Some(2));
    let none = check(&["json", "missing-1.txt", "missing-2.txt"]);
    assert_eq!(json(&none.stdout), Value::Array(vec![]));

    for files in [&["a.txt"][..], &["a.txt", "b.txt", "a.txt"]] {
        let records = records(&check(&[&["jsonl"], files].concat()));
        let names: Vec<&str> = records.iter().filter_map(|record| record["file"].as_str()).collect();
        assert_eq!(names, files);
        assert_eq!(records[0]["findings"], one["findings"]);
        assert_eq!(records[0]["encoding"], "utf-8");
    }
}

/// Offsets count bytes of the text in UTF-8, whatever the file was in.
#[test]
fn every_encoding_gives_the_same_report() {
    let (gb, ..) = GB18030.encode(BAD);
    let at = BAD.find("9122").expect("the code is there");
    for (name, bytes) in [
        ("utf-8", BAD.as_bytes().to_vec()),
        ("utf-8", [b"\xEF\xBB\xBF", BAD.as_bytes()].concat()),
        ("gb18030", gb.into_owned()),
        ("utf-16le", [b"\xFF\xFE".to_vec(), utf16(BAD, u16::to_le_bytes)].concat()),
        ("utf-16be", [b"\xFE\xFF".to_vec(), utf16(BAD, u16::to_be_bytes)].concat()),
        ("utf-16le", utf16(BAD, u16::to_le_bytes)),
    ] {
        let output = run(&["check", "--format", "jsonl", "--today", "2024-04-11"], &bytes);
        let record = json(&output.stdout);
        assert_eq!(record["encoding"], name);
        assert_eq!(record["file"], "-");
        let finding = &record["findings"][0];
        assert_eq!(finding["kind"], "uscc", "{name}");
        assert_eq!(finding["start"], at, "{name}");
        assert_eq!(finding["end"], at + 18, "{name}");
        assert_eq!(finding["problems"][0]["start"], at + 17, "{name}");
        assert_eq!(output.status.code(), Some(1), "{name}");
    }
}

#[test]
fn every_line_a_text() {
    let lines = [GOOD, "", BAD, "无号码"].map(|text| text.replace('\n', "　"));
    let stdin = lines.join("\r\n");
    let (gb, ..) = GB18030.encode(&stdin);
    for bytes in [
        stdin.as_bytes(),
        &gb,
        &utf16(&format!("\u{FEFF}{stdin}"), u16::to_le_bytes),
        &utf16(&format!("\u{FEFF}{stdin}"), u16::to_be_bytes),
    ] {
        let output = run(&["check", "--lines", "--format", "jsonl"], bytes);
        let records = records(&output);
        assert_eq!(records.len(), 4, "{output:?}");
        for (n, (record, line)) in records.iter().zip(&lines).enumerate() {
            assert_eq!(record["line"], n + 1);
            for finding in record["findings"].as_array().expect("an array") {
                let [start, end] =
                    ["start", "end"].map(|at| finding[at].as_u64().expect("a number") as usize);
                assert!(line.get(start..end).is_some(), "{finding} in {line}");
            }
        }
        assert_eq!(records[0]["findings"][0]["verdict"], "verified");
        assert_eq!(records[2]["findings"][0]["verdict"], "wrong");
        assert_eq!(output.status.code(), Some(1));
    }

    // People are told the line of the input.
    let output = run(&["check", "--lines"], stdin.as_bytes());
    let shown = text(&output.stdout);
    assert!(shown.contains("标准输入:1:26"), "{shown}");
    assert!(shown.contains("--> 标准输入:3:43"), "{shown}");
    assert!(shown.contains("\n4 篇，2 则公告（号码以外："), "{shown}");

    let output = run(&["check", "--lines", "--format", "json"], stdin.as_bytes());
    assert_eq!(json(&output.stdout).as_array().map(Vec::len), Some(4));
}

#[test]
fn many_texts_stay_in_order() {
    // Lines of very different weight, so that workers overtake each other.
    let stdin: String =
        (0..1500).map(|n| format!("{}第{n}期\n", GOOD.trim().repeat(n % 20).replace('\n', ""))).collect();
    let output = run(&["check", "--lines", "--format", "jsonl"], stdin.as_bytes());
    let records = records(&output);
    assert_eq!(records.len(), 1500);
    for (n, record) in records.iter().enumerate() {
        assert_eq!(record["line"], n + 1);
        assert_eq!(record["findings"].as_array().map(Vec::len), Some(n % 20), "line {}", n + 1);
    }

    let names: Vec<String> = (0..200).map(|n| format!("{n}.txt")).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), GOOD.as_bytes())).collect();
    let here = folder("many_texts", &files);
    let output = kanyan()
        .args(["check", "--format", "jsonl"])
        .args(&names)
        .current_dir(here)
        .output()
        .expect("the command runs");
    let got: Vec<String> =
        self::records(&output).iter().map(|r| r["file"].as_str().unwrap_or("").to_owned()).collect();
    assert_eq!(got, names);
}

/// A program may write a line and wait for its report before it writes the next.
#[test]
fn a_line_does_not_wait_for_the_next() {
    let mut child = kanyan()
        .args(["check", "--lines", "--format", "jsonl"])
        .stdin(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut input = child.stdin.take().expect("it is piped");
    let mut output = BufReader::new(child.stdout.take().expect("it is piped"));
    for n in 1..=20 {
        writeln!(input, "{}", BAD.replace('\n', "")).expect("the command reads");
        input.flush().expect("the command reads");
        let mut line = String::new();
        output.read_line(&mut line).expect("the command writes");
        assert_eq!(json(line.as_bytes())["line"], n);
    }
    drop(input);
    assert_eq!(child.wait().expect("the command ends").code(), Some(1));
}

#[test]
fn what_cannot_be_read_is_a_sentence() {
    let here = folder(
        "unreadable",
        &[
            ("good.txt", GOOD.as_bytes()),
            ("scan.pdf", b"%PDF-1.4\n1 0 obj\n"),
            ("notice.docx", b"PK\x03\x04\x14\0\x06\0\x08\0"),
            ("notice.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0\0\0"),
            ("photo.jpg", b"\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0"),
        ],
    );
    fs::create_dir(here.join("folder")).expect("the folder can be made");
    for (file, zh, en) in [
        ("missing.txt", "没有这个文件", "no such file"),
        ("folder", "是文件夹", "is a folder"),
        ("scan.pdf", "是 PDF", "is a PDF"),
        ("notice.docx", "Office 文档", "an Office document"),
        ("notice.doc", "旧版 Office 文档", "an old Office document"),
        ("photo.jpg", "不是文本", "no text"),
    ] {
        for (lang, want) in [("zh", zh), ("en", en)] {
            let output = kanyan()
                .args(["check", "--format", "jsonl", "--lang", lang, file, "good.txt"])
                .current_dir(&here)
                .output()
                .expect("the command runs");
            let said = text(&output.stderr);
            assert!(said.starts_with(file) && said.contains(want), "{said}");
            assert_eq!(said.lines().count(), 1, "{said}");
            assert_eq!(output.status.code(), Some(2), "{file}");
            // The other is checked all the same.
            assert_eq!(records(&output)[0]["file"], "good.txt");
        }
    }
    for args in [&["folder"][..], &["missing.txt"]] {
        let output = kanyan()
            .args(["check", "--lines"])
            .args(args)
            .current_dir(&here)
            .output()
            .expect("the command runs");
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        assert_eq!(text(&output.stderr).lines().count(), 1, "{output:?}");
    }
}

/// A damaged text is checked as far as it goes, and said to be damaged.
#[test]
fn damage_is_told() {
    let mut bytes = GOOD.repeat(2).into_bytes();
    bytes[0] = 0xFF;
    let output = run(&["check", "--format", "jsonl"], &bytes);
    assert_eq!(records(&output)[0]["findings"].as_array().map(Vec::len), Some(2), "{output:?}");
    assert!(text(&output.stderr).contains("损坏"), "{output:?}");
    assert_eq!(output.status.code(), Some(2));

    let output = run(&["check", "--lines", "--format", "jsonl", "--lang", "en"], b"1\n\xFF\xFF\n");
    assert_eq!(records(&output).len(), 2);
    assert!(text(&output.stderr).contains("line 2"), "{output:?}");
}

#[test]
fn mistakes_and_help() {
    for args in [
        &["check", "--format", "xml"][..],
        &["check", "--today", "2024-02-30"],
        &["kinds", "--format", "text"],
        &["proof"],
        &[],
    ] {
        let output = run(args, b"");
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty(), "{args:?}");
    }
    for args in [&["--help"][..], &["check", "--help"], &["kinds", "--help"], &["--version"]] {
        let output = run(args, b"");
        assert_eq!(output.status.code(), Some(0), "{args:?}");
        assert!(!output.stdout.is_empty() && output.stderr.is_empty(), "{args:?}");
    }
}

/// Every kind is there, whatever their number, and once.
#[test]
fn kinds() {
    let all = kanyan::kinds::all();
    for (lang, language) in [("zh", kanyan::Lang::Zh), ("en", kanyan::Lang::En)] {
        let output = run(&["kinds", "--lang", lang, "--format", "json"], b"");
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        let list = json(&output.stdout);
        let list = list.as_array().expect("an array");
        let table = run(&["kinds", "--lang", lang], b"");
        let lines: Vec<&str> = text(&table.stdout).lines().collect();
        assert_eq!([list.len(), lines.len()], [all.len(); 2], "{lang}");
        for ((kind, object), line) in all.iter().zip(list).zip(lines) {
            assert_eq!(object["id"], kind.id);
            assert_eq!(object["name"], kind.name(language));
            assert_eq!(object["grammar"], *kind.grammar());
            assert_eq!(object["source"], kind.source);
            let confidence = object["confidence"].as_str().expect("a word");
            assert!(["sure", "likely", "weak"].contains(&confidence), "{object}");
            assert_eq!(object.get("pattern").and_then(|pattern| pattern.as_str()), kind.pattern().as_deref());
            let columns = 5 + usize::from(kind.pattern().is_some());
            assert_eq!(object.as_object().map(serde_json::Map::len), Some(columns), "{object}");

            // Columns two or more blanks apart.
            let columns: Vec<&str> =
                line.split("  ").filter(|column| !column.is_empty()).map(str::trim).collect();
            let (id, name) = (kind.id, kind.name(language));
            assert_eq!(
                [columns[0], columns[1], columns[3], columns[4]],
                [id, name, &kind.grammar(), kind.source]
            );
            assert_eq!(columns.len(), 5, "{line}");
        }
    }
    let sure = run(&["kinds", "公民身份号码"], b"");
    assert!(text(&sure.stdout).contains("  有据可依  "), "{sure:?}");
}

#[test]
fn kinds_that_hold_a_word() {
    let ids = |words: &[&str]| -> Vec<String> {
        let output = run(&[&["kinds", "--format", "json"], words].concat(), b"");
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        let list = json(&output.stdout);
        let list = list.as_array().expect("an array");
        list.iter().map(|kind| kind["id"].as_str().expect("a name").to_owned()).collect()
    };
    assert!(ids(&["身份"]).contains(&"resident_id".to_owned()));
    assert!(ids(&["Identity", "NUMBER"]).contains(&"resident_id".to_owned()), "either language");
    assert!(!ids(&["身份"]).contains(&"uscc".to_owned()));
    assert!(ids(&["gb 32100"]).contains(&"uscc".to_owned()));
    assert_eq!(ids(&["统一社会信用代码", "公民身份号码"]), [""; 0]);

    for (args, want) in
        [(&["kinds", "无此词"][..], "没有找到“无此词”"), (&["kinds", "无此词", "--lang", "en"], "\"无此词\"")]
    {
        let output = run(args, b"");
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        assert!(output.stdout.is_empty(), "{output:?}");
        assert!(text(&output.stderr).contains(want), "{output:?}");
    }
}

/// Without a day it is today's, where the user is: 14 hours before and 12 after noon in Greenwich are never one day.
#[test]
fn today_is_local() {
    let day = |zone: &str| {
        let output = kanyan().args(["check", "--format", "json"]).env("TZ", zone).output().expect("it runs");
        let day = json(&output.stdout)["today"].as_str().expect("a day").to_owned();
        day.parse::<jiff::civil::Date>().expect("a day of the calendar")
    };
    let now = jiff::Timestamp::now();
    let there = |hours: i8| now.to_zoned(jiff::tz::TimeZone::fixed(jiff::tz::offset(hours))).date();
    // Unless midnight passes between the two.
    for (zone, hours) in [("<+14>-14", 14), ("<-12>12", -12)] {
        let days = (day(zone) - there(hours)).get_days();
        assert!((0..=1).contains(&days), "{zone}");
    }
    assert_ne!(day("<+14>-14"), day("<-12>12"));
}

/// A pager that is closed, or `head`: no panic, no complaint.
#[test]
fn a_reader_may_leave() {
    for format in ["text", "json", "jsonl"] {
        let mut child = kanyan()
            .args(["check", "--lines", "--format", format])
            .stdin(Stdio::piped())
            .spawn()
            .expect("the command starts");
        let mut output = child.stdout.take().expect("it is piped");
        let mut input = child.stdin.take().expect("it is piped");
        let line = format!("{}\n", BAD.replace('\n', ""));
        input.write_all(line.as_bytes()).expect("the command reads");
        output.read_exact(&mut [0; 10]).expect("the command writes");
        drop(output);
        // It may have gone before everything is written.
        let _ = input.write_all(line.repeat(20_000).as_bytes());
        drop(input);
        let ended = child.wait_with_output().expect("the command ends");
        assert!(ended.stderr.is_empty(), "{format}: {}", text(&ended.stderr));
        assert_eq!(ended.status.code(), Some(1), "{format}");
    }
}

/// Also where it leaves before anything was written.
#[test]
fn a_reader_of_the_list_may_leave() {
    for format in ["table", "json"] {
        let mut child = kanyan().args(["kinds", "--format", format]).spawn().expect("the command starts");
        drop(child.stdout.take());
        let ended = child.wait_with_output().expect("the command ends");
        assert!(ended.stderr.is_empty(), "{format}: {}", text(&ended.stderr));
        assert_eq!(ended.status.code(), Some(0), "{format}");
    }
}

/// An archive does not fit into memory; what is under way does.
#[test]
#[cfg(target_os = "linux")]
fn memory_stays_flat() {
    const LINES: usize = 200_000;
    let mut child = kanyan()
        .args(["check", "--lines", "--format", "jsonl"])
        .stdin(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut input = child.stdin.take().expect("it is piped");
    let mut output = BufReader::new(child.stdout.take().expect("it is piped"));
    thread::scope(|scope| {
        let input = &mut input;
        scope.spawn(move || {
            for n in 0..LINES {
                writeln!(input, "{n} 遗失公章一枚，声明作废。遗失公章一枚，声明作废。")
                    .expect("the command reads");
            }
        });
        let (mut line, mut read) = (String::new(), 0);
        for n in 1..=LINES {
            line.clear();
            read += output.read_line(&mut line).expect("the command writes");
            assert!(line.contains(&format!("\"line\":{n},")), "{line}");
        }
        assert!(read > 40_000_000, "{read} bytes were written");
    });
    // It still waits for more.
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).expect("it still runs");
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("the peak is told");
    let kilobytes: u32 = peak.trim().trim_end_matches(" kB").parse().expect("a number");
    assert!(kilobytes < 32 * 1024, "{kilobytes} kB at most in memory");
    drop(input);
    assert_eq!(child.wait().expect("the command ends").code(), Some(0));
}

/// Invented. The name needs four bytes in GB18030, the second number is masked already.
const PERSONS: &str = "公告\r\n赵𠀀鸣（身份证号220104199003072310）、钱双喜（身份证号220603********1234），\r\n卡号：６２２８４８１２３４５６７８９０１２８。\n";
const MASKED: &str = "公告\r\n赵𠀀鸣（身份证号220104********2310）、钱双喜（身份证号220603********1234），\r\n卡号：６２２８４８＊＊＊＊＊＊＊＊＊０１２８。\n";

#[test]
fn masks_byte_for_byte_in_every_encoding() {
    let gb = |text: &str| GB18030.encode(text).0.into_owned();
    let le = |text: &str| utf16(text, u16::to_le_bytes);
    let be = |text: &str| utf16(text, u16::to_be_bytes);
    let utf8 = |text: &str| text.as_bytes().to_vec();
    type Write<'a> = &'a dyn Fn(&str) -> Vec<u8>;
    let encodings: [(&str, &[u8], Write); 7] = [
        ("utf-8", b"", &utf8),
        ("utf-8 with a mark", b"\xEF\xBB\xBF", &utf8),
        ("gb18030", b"", &gb),
        ("gb18030 with a mark", &[0x84, 0x31, 0x95, 0x33], &gb),
        ("utf-16le with a mark", b"\xFF\xFE", &le),
        ("utf-16be with a mark", b"\xFE\xFF", &be),
        ("utf-16le", b"", &le),
    ];
    let here = folder("masks", &[]);
    for (what, mark, write) in encodings {
        let bytes = [mark, &write(PERSONS)].concat();
        let want = [mark, &write(MASKED)].concat();
        let output = run(&["mask", "--today", "2024-04-11"], &bytes);
        assert_eq!((output.status.code(), &output.stdout), (Some(0), &want), "{what}");
        assert_eq!(text(&output.stderr), "标准输入：遮盖了 2 个号码\n", "{what}");
        // A file, into another.
        fs::write(here.join("in.txt"), &bytes).expect("it can be written");
        let args = ["mask", "--lang", "en", "--today", "2024-04-11", "-o", "out.txt", "in.txt"];
        let output = kanyan().args(args).current_dir(&here).output().expect("the command runs");
        assert_eq!((output.status.code(), output.stdout.len()), (Some(0), 0), "{what}");
        assert_eq!(text(&output.stderr), "in.txt: 2 numbers masked\n", "{what}");
        assert_eq!(fs::read(here.join("out.txt")).expect("it was written"), want, "{what}");
        assert_eq!(fs::read(here.join("in.txt")).expect("it stays"), bytes, "{what}");
        // What is masked stays as it is.
        let again = run(&["mask", "--today", "2024-04-11", "-"], &want);
        assert_eq!((again.status.code(), &again.stdout), (Some(0), &want), "{what}");
        assert_eq!(text(&again.stderr), "标准输入：没有要遮盖的号码\n", "{what}");
    }
}

#[test]
fn masks_end_as_checks_do() {
    let wrong = "身份证号：220104199003072311\n";
    let here = folder("mask_ends", &[("wrong.txt", wrong.as_bytes()), ("page.pdf", b"%PDF-1.7\n")]);
    for (args, code, stdout, stderr) in [
        (&["wrong.txt"][..], 1, wrong, "wrong.txt：第 1 行的公民身份号码有误，没有遮盖：第18位校验码"),
        (
            &["wrong.txt", "--lang", "en"],
            1,
            wrong,
            "0 numbers masked; 1 number wrong or doubtful, not masked",
        ),
        (&["--wrong-too", "wrong.txt"], 1, "身份证号：220104********2311\n", "遮盖了 1 个号码；有误 1，"),
        (&["missing.txt"], 2, "", "missing.txt：没有这个文件"),
        (&["page.pdf"], 2, "", "page.pdf：是 PDF"),
        (&["wrong.txt", "-o", "no/such/folder.txt"], 2, "", "写不出去"),
        (&["wrong.txt", "missing.txt"], 2, "", "一次只遮盖一个文件"),
    ] {
        let output = kanyan()
            .args(["mask", "--today", "2024-04-11"])
            .args(args)
            .current_dir(&here)
            .output()
            .expect("the command runs");
        assert_eq!((output.status.code(), text(&output.stdout)), (Some(code), stdout), "{args:?}");
        assert!(text(&output.stderr).contains(stderr), "{args:?}: {}", text(&output.stderr));
    }
}

/// A text cut inside its last character, and one with a broken place before the number: told, and masked all the same.
#[test]
fn masks_in_damaged_texts() {
    let gb = |text: &str| GB18030.encode(text).0.into_owned();
    let start = [gb("遗失声明，一二三四五六七八九十，公章"), vec![0xFF], gb("，身份证号：")].concat();
    let end = [gb("，声明作废，一二三四五六七八九十"), vec![0xB9]].concat();
    let whole = |number: &str| [&start[..], number.as_bytes(), &end].concat();
    let output = run(&["mask", "--today", "2024-04-11"], &whole("220104199003072310"));
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert_eq!(output.stdout, whole("220104********2310"));
    let said = text(&output.stderr);
    assert!(
        said.starts_with("标准输入：遮盖了 1 个号码\n") && said.contains("按 gb18030 读，有 2 处损坏"),
        "{said}"
    );
}
