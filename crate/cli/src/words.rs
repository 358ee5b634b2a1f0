//! The command's own sentences (措辞), Chinese first; those about numbers are the core's.

use std::io;

use kanyan::kinds::Confidence;
use kanyan::{Date, Finding, Lang, Severity, Verdict};

use crate::check::{Counts, Trouble};
use crate::encoding::NoText;

/// Why a source was not read, in a sentence.
pub fn trouble(lang: Lang, source: &str, trouble: &Trouble) -> String {
    use io::ErrorKind as K;
    let what = match (lang, trouble) {
        (Lang::Zh, Trouble::Io(error)) => match error.kind() {
            K::NotFound => "没有这个文件".to_owned(),
            K::IsADirectory => "是文件夹，请给出其中的文件".to_owned(),
            K::PermissionDenied => "没有读取的权限".to_owned(),
            _ => format!("读不了（{error}）"),
        },
        (Lang::En, Trouble::Io(error)) => match error.kind() {
            K::NotFound => "there is no such file".to_owned(),
            K::IsADirectory => "is a folder; name the files in it".to_owned(),
            K::PermissionDenied => "no permission to read it".to_owned(),
            _ => format!("cannot be read ({error})"),
        },
        (Lang::Zh, Trouble::NoText(what)) => match what {
            NoText::Pdf => "是 PDF，不是纯文本；请先转成文本，比如用 pdftotext",
            NoText::Zip => "是 Office 文档或压缩包，不是纯文本；请另存为纯文本",
            NoText::Ole => "是旧版 Office 文档，不是纯文本；请另存为纯文本",
            NoText::Binary => "不是文本（UTF-8、UTF-16、GB18030 都读不通）",
        }
        .to_owned(),
        (Lang::En, Trouble::NoText(what)) => match what {
            NoText::Pdf => "is a PDF, not plain text; turn it into text first, for example with pdftotext",
            NoText::Zip => "is an Office document or an archive, not plain text; save it as plain text",
            NoText::Ole => "is an old Office document, not plain text; save it as plain text",
            NoText::Binary => "is no text (neither UTF-8 nor UTF-16 nor GB18030)",
        }
        .to_owned(),
        (Lang::Zh, Trouble::Broken { line, encoding, places }) => {
            let line = line.map(|line| format!("第 {line} 行")).unwrap_or_default();
            format!("{line}按 {encoding} 读，有 {places} 处损坏；其余已核，损坏处的号码可能漏看")
        }
        (Lang::En, Trouble::Broken { line, encoding, places }) => {
            let line = line.map(|line| format!("line {line} ")).unwrap_or_default();
            let broken =
                if *places == 1 { "1 broken place".to_owned() } else { format!("{places} broken places") };
            format!(
                "{line}read as {encoding} has {broken}; the rest was checked, numbers there may be missed"
            )
        }
    };
    match lang {
        Lang::Zh => format!("{source}：{what}"),
        Lang::En => format!("{source}: {what}"),
    }
}

/// The name of a source in sentences; `-` is the standard input.
pub fn source(lang: Lang, name: &str) -> &str {
    match (lang, name) {
        (Lang::Zh, "-") => "标准输入",
        (Lang::En, "-") => "standard input",
        _ => name,
    }
}

/// The headline of a finding.
pub fn title(lang: Lang, finding: &Finding) -> String {
    let name = finding.kind.name(lang);
    match (lang, finding.exposure.is_some()) {
        (_, false) => format!("{name} {}", finding.value),
        (Lang::Zh, true) => format!("{name} {}（{}）", finding.value, exposed(lang)),
        (Lang::En, true) => format!("{name} {} ({})", finding.value, exposed(lang)),
    }
}

/// The sign of a finding that prints something about a person in full.
pub fn exposed(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "未遮盖",
        Lang::En => "unmasked",
    }
}

/// In place of a verdict, of a notice without any number that nothing speaks against.
pub fn nothing_amiss(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "未见问题",
        Lang::En => "nothing amiss",
    }
}

/// Beside another place that a problem of a notice is about.
pub fn also(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "另见这里",
        Lang::En => "see also here",
    }
}

/// Between two remarks in one line.
pub fn semicolon(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    }
}

/// Between a word and what it is about.
pub fn colon(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "：",
        Lang::En => ": ",
    }
}

/// How sure the source of a kind is.
pub fn confidence(lang: Lang, confidence: Confidence) -> &'static str {
    match (lang, confidence) {
        (Lang::Zh, Confidence::Sure) => "有据可依",
        (Lang::Zh, Confidence::Likely) => "有例可循",
        (Lang::Zh, Confidence::Weak) => "仅凭样式",
        (Lang::En, Confidence::Sure) => "sure",
        (Lang::En, Confidence::Likely) => "likely",
        (Lang::En, Confidence::Weak) => "shape only",
    }
}

/// What that means for the verdict.
pub fn meaning(lang: Lang, confidence: Confidence) -> &'static str {
    match (lang, confidence) {
        (Lang::Zh, Confidence::Sure) => "有标准，或用真实号码验证过",
        (Lang::Zh, Confidence::Likely) => "见过实例，规律可信",
        (Lang::Zh, Confidence::Weak) => "只知道写法，从不判“有误”",
        (Lang::En, Confidence::Sure) => "a standard, or measured on real numbers",
        (Lang::En, Confidence::Likely) => "seen in use, and plausible",
        (Lang::En, Confidence::Weak) => "only the shape is known: never called wrong",
    }
}

/// Over the confidences, under the list: how many kinds were listed.
pub fn kinds(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::Zh, _) => format!("{count} 种。把握分三等："),
        (Lang::En, 1) => "1 kind. How sure each is:".to_owned(),
        (Lang::En, _) => format!("{count} kinds. How sure each is:"),
    }
}

/// No kind holds the words that were looked for.
pub fn no_kind(lang: Lang, words: &[String]) -> String {
    let words = words.join(" ");
    match lang {
        Lang::Zh => format!("没有找到“{words}”；这里没有的证件，只要写了名称，号码也会列出，但不校验"),
        Lang::En => {
            format!(
                "nothing holds \"{words}\"; numbers of other kinds are still told where they are named, but not checked"
            )
        }
    }
}

/// The last line: what was counted, against which day.
pub fn counts(lang: Lang, counts: &Counts, today: Date) -> String {
    let numbers: usize = counts.verdicts.iter().sum();
    let verdicts = [Verdict::Verified, Verdict::Plausible, Verdict::Doubtful, Verdict::Wrong];
    let each =
        verdicts.map(|v| format!("{} {}", kanyan::words::verdict(lang, v), counts.verdicts[v as usize]));
    let weights = [Severity::Wrong, Severity::Doubtful, Severity::Hint];
    let problems =
        weights.map(|s| format!("{} {}", kanyan::words::severity(lang, s), counts.objections[s as usize]));
    match lang {
        Lang::Zh => {
            let notices = match counts.notices {
                0 => String::new(),
                n => format!("{n} 则公告（号码以外：{}）；", problems.join("，")),
            };
            let texts = if counts.texts == 1 { String::new() } else { format!("{} 篇，", counts.texts) };
            let each = each.join("，");
            format!("{texts}{notices}{numbers} 个号码：{each}；未遮盖 {}（见报日 {today}）", counts.exposed)
        }
        Lang::En => {
            let notices = match counts.notices {
                0 => String::new(),
                1 => format!("1 notice (beside its numbers: {}); ", problems.join(", ")),
                n => format!("{n} notices (beside their numbers: {}); ", problems.join(", ")),
            };
            let texts = if counts.texts == 1 { String::new() } else { format!("{} texts, ", counts.texts) };
            let numbers = if numbers == 1 { "1 number".to_owned() } else { format!("{numbers} numbers") };
            let each = each.join(", ");
            format!(
                "{texts}{notices}{numbers}: {each}; unmasked {} (day of publication {today})",
                counts.exposed
            )
        }
    }
}

/// A number that `mask` left as it stands, and why.
pub fn left(lang: Lang, source: &str, line: usize, finding: &Finding) -> String {
    let (name, verdict) = (finding.kind.name(lang), kanyan::words::verdict(lang, finding.verdict));
    let worst = finding.problems.iter().max_by_key(|problem| problem.severity);
    let why = worst.map(|problem| kanyan::words::problem(lang, finding, problem)).unwrap_or_default();
    match lang {
        Lang::Zh => format!("{source}：第 {line} 行的{name}{verdict}，没有遮盖：{why}"),
        Lang::En => format!("{source}: line {line}: {name}, {verdict}, was not masked: {why}"),
    }
}

/// What `mask` did: how many numbers were masked, how many left as something speaks against them, and how many are wrong.
pub fn masked(lang: Lang, source: &str, count: usize, left: usize, wrong: usize) -> String {
    match lang {
        Lang::Zh => {
            let done = match count {
                0 if left == 0 => "没有要遮盖的号码".to_owned(),
                _ => format!("遮盖了 {count} 个号码"),
            };
            let rest = match (left, wrong) {
                (0, 0) => String::new(),
                (0, _) if count == 0 => format!("；有误 {wrong}，请用 kanyan check 核对"),
                (0, _) => format!("；有误 {wrong}，遮盖后有的查不出来，请先用 kanyan check 核对原文"),
                _ => format!("；{left} 个有误或存疑，没有遮盖：请先核对改正；一定要遮盖，加 --wrong-too"),
            };
            format!("{source}：{done}{rest}")
        }
        Lang::En => {
            let numbers = |count| if count == 1 { "1 number".to_owned() } else { format!("{count} numbers") };
            let done = match count {
                0 if left == 0 => "nothing to mask".to_owned(),
                _ => format!("{} masked", numbers(count)),
            };
            let rest = match (left, wrong) {
                (0, 0) => String::new(),
                (0, _) if count == 0 => format!("; {wrong} wrong, see kanyan check"),
                (0, _) => {
                    format!("; {wrong} wrong, and masks may hide it: see kanyan check of the original first")
                }
                _ => format!(
                    "; {} wrong or doubtful, not masked: put right what is wrong first, or add --wrong-too",
                    numbers(left)
                ),
            };
            format!("{source}: {done}{rest}")
        }
    }
}

/// `mask` writes one text.
pub fn one_file(lang: Lang) -> String {
    match lang {
        Lang::Zh => "一次只遮盖一个文件。用法见 kanyan mask --help\n".to_owned(),
        Lang::En => "mask takes one file at a time; see kanyan mask --lang en --help\n".to_owned(),
    }
}

/// Nothing was masked, as other bytes would have changed.
pub fn not_masked(lang: Lang, source: &str, encoding: &str) -> String {
    match lang {
        Lang::Zh => format!(
            "{source}：按 {encoding} 读有损坏，没法只改号码不动别处，没有写出；请修好或另存为 UTF-8 再遮盖"
        ),
        Lang::En => {
            format!(
                "{source}: read as {encoding} it is damaged where a number stands, and masking would change more; \
                 nothing was written. Repair it or save it as UTF-8 first"
            )
        }
    }
}

/// The clock cannot be read.
pub fn no_clock(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "不知道今天的日期，请用 --today 给出见报日",
        Lang::En => "today's date is not known; give the day of publication with --today",
    }
}

/// The results cannot be written.
pub fn no_output(lang: Lang, error: &io::Error) -> String {
    match lang {
        Lang::Zh => format!("结果写不出去（{error}）"),
        Lang::En => format!("the results cannot be written ({error})"),
    }
}

/// What to do at an empty terminal.
pub fn type_here(lang: Lang) -> &'static str {
    let end = if cfg!(windows) { "Ctrl-Z" } else { "Ctrl-D" };
    match (lang, end) {
        (Lang::Zh, "Ctrl-Z") => "请粘贴公告文字，完了另起一行按 Ctrl-Z 再按回车",
        (Lang::Zh, _) => "请粘贴公告文字，完了另起一行按 Ctrl-D",
        (Lang::En, "Ctrl-Z") => "Paste the notice, then press Ctrl-Z and Enter on a new line",
        (Lang::En, _) => "Paste the notice, then press Ctrl-D on a new line",
    }
}
