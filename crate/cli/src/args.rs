//! The command line (参数), in Chinese and in English: clap reads it, the sentences are ours.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, StyledStr, ValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command};
use kanyan::notice::{self, Off};
use kanyan::{Date, Lang, Masking};

use crate::check::{Format, Request};
use crate::input::Source;
use crate::kinds::{self, Layout};
use crate::{mask, words};

/// What the command line asks for.
#[derive(Debug)]
pub enum Asked {
    /// `kanyan check …`.
    Check(Request),
    /// `kanyan mask …`.
    Mask(mask::Request),
    /// `kanyan kinds …`.
    Kinds(kinds::Request),
    /// `--help`, `--version`: to be printed, and done.
    Page(String),
    /// A mistake in it: the sentence.
    Mistake(String),
}

/// Reads the command line, the program's own name first.
pub fn read(args: Vec<OsString>) -> Asked {
    let lang = lang_of(&args);
    let told = told_by(&args);
    let mut command = command(lang);
    match command.try_get_matches_from_mut(args) {
        Ok(matches) => match matches.subcommand() {
            Some(("check", check)) => Asked::Check(request(lang, check)),
            Some(("mask", mask)) => mask_request(lang, mask),
            Some(("kinds", kinds)) => Asked::Kinds(kinds_request(lang, kinds)),
            _ => Asked::Mistake(page(&command.render_help())),
        },
        Err(error) => match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Asked::Page(page(&error.render())),
            ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
                Asked::Mistake(page(&command.render_help()))
            }
            _ => Asked::Mistake(mistake(lang, told, &error)),
        },
    }
}

fn page(text: &StyledStr) -> String {
    format!("{}\n", text.ansi().to_string().trim_end())
}

/// The language is needed before the rest is read: mistakes and help are told in it.
fn lang_of(args: &[OsString]) -> Lang {
    let mut lang = Lang::Zh;
    let mut args = args.iter().skip(1).take_while(|arg| *arg != OsStr::new("--"));
    while let Some(arg) = args.next() {
        let value = match arg.to_str() {
            Some("--lang") => args.next().and_then(|value| value.to_str()),
            Some(arg) => arg.strip_prefix("--lang="),
            None => None,
        };
        match value {
            Some("en") => lang = Lang::En,
            Some("zh") => lang = Lang::Zh,
            _ => {}
        }
    }
    lang
}

/// Whose help tells more about a mistake.
fn told_by(args: &[OsString]) -> &'static str {
    let named = |arg: &OsString| ["check", "mask", "kinds"].into_iter().find(|name| arg == name);
    match args.iter().skip(1).find_map(named) {
        Some("check") => "kanyan check",
        Some("mask") => "kanyan mask",
        Some("kinds") => "kanyan kinds",
        _ => "kanyan",
    }
}

fn request(lang: Lang, matches: &ArgMatches) -> Request {
    let files = matches.get_many::<PathBuf>("file").into_iter().flatten();
    let mut sources: Vec<Source> = files.map(|path| Source::new(path)).collect();
    if sources.is_empty() {
        sources.push(Source::Stdin);
    }
    let format = match matches.get_one::<String>("format").map(String::as_str) {
        Some("json") => Format::Json,
        Some("jsonl") => Format::Jsonl,
        _ => Format::Text,
    };
    let off = matches.get_many::<String>("off").into_iter().flatten();
    Request {
        sources,
        lines: matches.get_flag("lines"),
        format,
        quiet: matches.get_flag("quiet"),
        lang,
        today: matches.get_one::<Date>("today").copied(),
        off: Off::these(off.map(String::as_str)).expect("each was read as the code of a rule"),
    }
}

fn mask_request(lang: Lang, matches: &ArgMatches) -> Asked {
    let mut files = matches.get_many::<PathBuf>("file").into_iter().flatten();
    let source = files.next().map_or(Source::Stdin, |path| Source::new(path));
    if files.next().is_some() {
        return Asked::Mistake(words::one_file(lang));
    }
    Asked::Mask(mask::Request {
        source,
        output: matches.get_one::<PathBuf>("output").cloned(),
        lang,
        today: matches.get_one::<Date>("today").copied(),
        masking: if matches.get_flag("wrong-too") { Masking::All } else { Masking::Sound },
    })
}

fn kinds_request(lang: Lang, matches: &ArgMatches) -> kinds::Request {
    let words = matches.get_many::<OsString>("word").into_iter().flatten();
    kinds::Request {
        words: words.map(|word| word.to_string_lossy().into_owned()).collect(),
        layout: match matches.get_one::<String>("format").map(String::as_str) {
            Some("json") => Layout::Json,
            _ => Layout::Table,
        },
        lang,
    }
}

/// The words of the help, one set a language.
struct Help {
    about: &'static str,
    check: &'static str,
    check_more: &'static str,
    mask: &'static str,
    mask_more: &'static str,
    kinds: &'static str,
    kinds_more: &'static str,
    usage: &'static str,
    check_usage: &'static str,
    mask_usage: &'static str,
    kinds_usage: &'static str,
    heading_usage: &'static str,
    heading_commands: &'static str,
    heading_files: &'static str,
    heading_search: &'static str,
    heading_options: &'static str,
    command: &'static str,
    file_name: &'static str,
    file: &'static str,
    mask_file: &'static str,
    output: &'static str,
    format: &'static str,
    word_name: &'static str,
    word: &'static str,
    layout: &'static str,
    lines: &'static str,
    quiet: &'static str,
    wrong_too: &'static str,
    today: &'static str,
    off: &'static str,
    off_name: &'static str,
    lang: &'static str,
    help: &'static str,
    version: &'static str,
}

const ZH: Help = Help {
    about: "刊验：见报之前，核对公告里的每一个号码",
    check: "核对文件或标准输入里的公告",
    check_more: "\
格式：
  text   给人看：一则公告一段，开头是类型和结论；没有问题的号码一行一个；存疑、有误的画在原文下面；末行是合计
  json   给程序：一个输入写一个报告对象，多个输入写一个数组，每项多 file、encoding 两栏
  jsonl  给程序：一行一个报告，都有 file、encoding；按输入的次序，用上所有核，内存不随数量增长
报告里的 start、end 是 UTF-8 文本（不含 BOM）的字节位置，左闭右开。
输入的编码自动辨认：UTF-8、UTF-16、GB18030（GBK、GB2312）。

退出码：
  0  号码和公告都没有“有误”（可能有“存疑”）
  1  有“有误”
  2  有读不了的文件或参数不对；其余文件照核

例：
  kanyan check 公告.txt
  kanyan check --today 2024-04-11 --format json 公告.txt
  kanyan check --off missing.contact,missing.resolution 公告.txt
  kanyan check --format jsonl 存档/*.txt > 报告.jsonl
  导出的公告一行一篇 | kanyan check --lines --format jsonl",
    mask: "遮盖公告里的身份证号、银行卡号等，其余一字不动",
    mask_more: "\
遮盖完整的身份证号（也包括医师资格、残疾人证等编号里的）、银行卡号、个人账号、与姓名同登的出生证编号。
样式照同一则公告里已经遮盖的号码；没有的，身份证号、银行卡号留前 6 位后 4 位，账号留后 4 位。
有误、存疑的号码不遮盖：遮盖后就查不出错了。要连它们一起遮盖，加 --wrong-too。
位数不变；编码、BOM、换行和其余每个字节都不变。遮盖了几个，哪些没有遮盖，写在标准错误上。

退出码：
  0  已写出，号码和公告都没有“有误”
  1  已写出，但有“有误”：请先核对改正
  2  读不了、写不出去，或参数不对

例：
  kanyan mask 公告.txt > 见报稿.txt
  kanyan mask -o 见报稿.txt 公告.txt
  kanyan mask < 公告.txt | kanyan check",
    kinds: "列出核验的各种号码：写法、依据、把握",
    kinds_more: "\
格式：
  table  在终端上一种一段；写进文件或交给别的程序时一种一行，各栏隔两个以上空格：
         id、名称、把握、写法、依据
  json   一个数组，每种一个对象：id、name、grammar、source、confidence（sure、likely、weak）

把握：
  有据可依 sure    有标准，或用真实号码验证过
  有例可循 likely  见过实例，规律可信
  仅凭样式 weak    只知道写法，从不判“有误”

退出码：
  0  已列出，一种也没找到时也是
  2  参数不对，或写不出去

例：
  kanyan kinds
  kanyan kinds 身份证
  kanyan kinds --format json",
    usage: "kanyan <命令>",
    check_usage: "kanyan check [选项] [文件…|-]",
    mask_usage: "kanyan mask [选项] [文件|-]",
    kinds_usage: "kanyan kinds [选项] [词…]",
    heading_usage: "用法：",
    heading_commands: "命令",
    heading_files: "输入",
    heading_search: "查找",
    heading_options: "选项",
    command: "命令",
    file_name: "文件",
    file: "要核的纯文本文件；不给或给 - 时读标准输入",
    mask_file: "要遮盖的纯文本文件，一次一个；不给或给 - 时读标准输入",
    output: "写到这个文件；不给时写到标准输出",
    format: "输出格式：text（默认）、json、jsonl",
    word_name: "词",
    word: "只列出 id、名称、写法、依据或把握里有这些词的（每个词都要有）",
    layout: "输出格式：table（默认）、json",
    lines: "输入的每一行各是一篇公告，报告里多 line 一栏（从 1 起）；边读边核",
    quiet: "text 格式里只列存疑、有误的",
    wrong_too: "有误、存疑的号码也遮盖",
    today: "见报日，不给时是今天；日期、年龄都对照这一天",
    off: "不用的公告规则，几条用逗号隔开；代码就是输出里方括号中的，JSON 里的 code",
    off_name: "规则,…",
    lang: "语言：zh（默认）、en",
    help: "显示这份说明",
    version: "显示版本",
};

const EN: Help = Help {
    about: "Kanyan checks every number in a Chinese public notice before it is printed",
    check: "Check the notices in files or in the standard input",
    check_more: "\
Formats:
  text   for people: notice by notice with its type and verdict; a line for each number in order,
         a drawing for each that is not and for what is missing or disagrees; the counts
  json   for programs: one report object for one input; for several inputs an array, each item
         with file and encoding besides
  jsonl  for programs: one report a line, each with file and encoding; in the order of the input,
         on all cores, in memory that does not grow with their number
In reports start and end count bytes of the text in UTF-8 (without a BOM), half-open.
The encoding of the input is recognised: UTF-8, UTF-16, GB18030 (GBK, GB2312).

Exit code:
  0  nothing is wrong, no number and no notice (something may be doubtful)
  1  something is wrong
  2  a file could not be read (the others are checked), or a mistake in the arguments

Examples:
  kanyan check notice.txt
  kanyan check --today 2024-04-11 --format json notice.txt
  kanyan check --off missing.contact,missing.resolution notice.txt
  kanyan check --format jsonl archive/*.txt > reports.jsonl
  export-one-notice-a-line | kanyan check --lines --format jsonl",
    mask: "Mask identity numbers, bank cards and the like; every other character stays",
    mask_more: "\
Masked are whole identity numbers (also inside physicians' and other certificates), bank cards, accounts
of persons, and birth certificates printed beside names.
The style is that of the numbers which the same notice masks already; without any, identity numbers and
cards keep the first 6 and the last 4, accounts the last 4. Lengths stay, and so do the encoding, the BOM,
the line ends and every other byte.
What is wrong or doubtful is not masked, as a mask would hide it; with --wrong-too it is.
How many were masked, and which were not, goes to the standard error.

Exit code:
  0  written, and nothing is wrong
  1  written, but something is wrong: put it right first
  2  it could not be read or written, or a mistake in the arguments

Examples:
  kanyan mask notice.txt > for-print.txt
  kanyan mask -o for-print.txt notice.txt
  kanyan mask < notice.txt | kanyan check",
    kinds: "List every kind of number that is checked: grammar, source, confidence",
    kinds_more: "\
Formats:
  table  at a terminal a paragraph a kind; into a file or another program a line a kind, its columns
         two or more blanks apart: id, name, confidence, grammar, source
  json   an array with an object a kind: id, name, grammar, source, confidence (sure, likely, weak)
Grammar and source are in Chinese.

Confidence:
  sure        sure    a standard, or measured on real numbers
  likely      likely  seen in use, and plausible
  shape only  weak    only the shape is known: never called wrong

Exit code:
  0  the list was written, even if nothing was found
  2  a mistake in the arguments, or the list could not be written

Examples:
  kanyan kinds
  kanyan kinds identity
  kanyan kinds --format json",
    usage: "kanyan <COMMAND>",
    check_usage: "kanyan check [OPTIONS] [FILE…|-]",
    mask_usage: "kanyan mask [OPTIONS] [FILE|-]",
    kinds_usage: "kanyan kinds [OPTIONS] [WORD…]",
    heading_usage: "Usage: ",
    heading_commands: "Commands",
    heading_files: "Input",
    heading_search: "Search",
    heading_options: "Options",
    command: "COMMAND",
    file_name: "FILE",
    file: "Plain text files to check; without any, or with -, the standard input",
    mask_file: "The plain text file to mask, one at a time; without it, or with -, the standard input",
    output: "The file to write; without it, the standard output",
    format: "How to write the reports: text (default), json, jsonl",
    word_name: "WORD",
    word: "Only kinds that hold all these words, in id, names, grammar, source or confidence",
    layout: "How to write the list: table (default), json",
    lines: "Each line of the input is a notice of its own; reports also have line (from 1); works as it reads",
    quiet: "In text, only what is doubtful or wrong",
    wrong_too: "Mask the wrong and doubtful numbers too",
    today: "The day of publication that dates and ages are checked against; without it, today",
    off: "Rules for notices that are to be silent, with commas between; their codes stand in [] in the output, as code in JSON",
    off_name: "RULE,…",
    lang: "Language: zh (default), en",
    help: "Print this help",
    version: "Print the version",
};

fn command(lang: Lang) -> Command {
    let words = match lang {
        Lang::Zh => &ZH,
        Lang::En => &EN,
    };
    let template = format!("{{about}}\n\n{}{{usage}}\n\n{{all-args}}{{after-help}}\n", words.heading_usage);
    let option = |id: &'static str, help: &'static str| {
        Arg::new(id).long(id).help(help).help_heading(words.heading_options)
    };
    let common = |command: Command, usage: &'static str| {
        command
            .override_usage(usage)
            .help_template(template.clone())
            .disable_help_flag(true)
            .arg(option("help", words.help).short('h').action(ArgAction::Help))
            .max_term_width(110)
    };
    let check = Command::new("check")
        .about(words.check)
        .after_help(words.check_more)
        .arg(
            Arg::new("file")
                .value_name(words.file_name)
                .help(words.file)
                .help_heading(words.heading_files)
                .num_args(0..)
                .value_parser(ValueParser::path_buf()),
        )
        .arg(
            option("format", words.format)
                .value_name("text|json|jsonl")
                .overrides_with("format")
                .hide_possible_values(true)
                .value_parser(PossibleValuesParser::new(["text", "json", "jsonl"])),
        )
        .arg(option("lines", words.lines).action(ArgAction::SetTrue).overrides_with("lines"))
        .arg(option("quiet", words.quiet).short('q').action(ArgAction::SetTrue).overrides_with("quiet"))
        .arg(
            option("today", words.today)
                .value_name("YYYY-MM-DD")
                .overrides_with("today")
                .value_parser(|text: &str| text.parse::<Date>()),
        )
        .arg(
            option("off", words.off)
                .value_name(words.off_name)
                .action(ArgAction::Append)
                .value_delimiter(',')
                .value_parser(rule),
        );
    let mask = Command::new("mask")
        .about(words.mask)
        .after_help(words.mask_more)
        .arg(
            Arg::new("file")
                .value_name(words.file_name)
                .help(words.mask_file)
                .help_heading(words.heading_files)
                .num_args(0..)
                .value_parser(ValueParser::path_buf()),
        )
        .arg(
            option("output", words.output)
                .short('o')
                .value_name(words.file_name)
                .overrides_with("output")
                .value_parser(ValueParser::path_buf()),
        )
        .arg(
            option("today", words.today)
                .value_name("YYYY-MM-DD")
                .overrides_with("today")
                .value_parser(|text: &str| text.parse::<Date>()),
        )
        .arg(option("wrong-too", words.wrong_too).action(ArgAction::SetTrue).overrides_with("wrong-too"));
    let kinds = Command::new("kinds")
        .about(words.kinds)
        .after_help(words.kinds_more)
        .arg(
            Arg::new("word")
                .value_name(words.word_name)
                .help(words.word)
                .help_heading(words.heading_search)
                .num_args(0..)
                .value_parser(ValueParser::os_string()),
        )
        .arg(
            option("format", words.layout)
                .value_name("table|json")
                .overrides_with("format")
                .hide_possible_values(true)
                .value_parser(PossibleValuesParser::new(["table", "json"])),
        );
    let kanyan = Command::new("kanyan")
        .about(words.about)
        .version(kanyan::VERSION)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand_value_name(words.command)
        .subcommand_help_heading(words.heading_commands)
        .arg(option("version", words.version).short('V').action(ArgAction::Version))
        .arg(
            option("lang", words.lang)
                .value_name("zh|en")
                .global(true)
                .overrides_with("lang")
                .hide_possible_values(true)
                .value_parser(PossibleValuesParser::new(["zh", "en"])),
        );
    common(kanyan, words.usage)
        .subcommand(common(check, words.check_usage))
        .subcommand(common(mask, words.mask_usage))
        .subcommand(common(kinds, words.kinds_usage))
}

/// The code of a rule.
fn rule(code: &str) -> Result<String, &'static str> {
    let known = notice::rules().iter().any(|rule| rule.code == code);
    if known { Ok(code.to_owned()) } else { Err("no rule") }
}

/// What is amiss in the command line, in a sentence.
fn mistake(lang: Lang, told: &str, error: &clap::Error) -> String {
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(if lang == Lang::Zh { "、" } else { ", " }),
        _ => String::new(),
    };
    let arg = text(ContextKind::InvalidArg);
    let value = text(ContextKind::InvalidValue);
    let what = match (error.kind(), lang) {
        (ErrorKind::UnknownArgument, Lang::Zh) => format!("没有 {arg} 这个选项"),
        (ErrorKind::UnknownArgument, Lang::En) => format!("there is no option {arg}"),
        (ErrorKind::InvalidSubcommand, Lang::Zh) => {
            format!("没有 {} 这个命令", text(ContextKind::InvalidSubcommand))
        }
        (ErrorKind::InvalidSubcommand, Lang::En) => {
            format!("there is no command {}", text(ContextKind::InvalidSubcommand))
        }
        (ErrorKind::InvalidValue, Lang::Zh) if value.is_empty() => format!("{arg} 后面没有给值"),
        (ErrorKind::InvalidValue, Lang::En) if value.is_empty() => format!("{arg} lacks its value"),
        (ErrorKind::InvalidValue, Lang::Zh) => {
            format!("{arg} 的值不能是“{value}”，可用的是 {}", text(ContextKind::ValidValue))
        }
        (ErrorKind::InvalidValue, Lang::En) => {
            format!(
                "the value of {arg} cannot be \"{value}\"; it is one of {}",
                text(ContextKind::ValidValue)
            )
        }
        (ErrorKind::ValueValidation, Lang::Zh) if arg.starts_with("--off") => {
            format!("没有“{value}”这条规则")
        }
        (ErrorKind::ValueValidation, Lang::En) if arg.starts_with("--off") => {
            format!("there is no rule \"{value}\"")
        }
        (ErrorKind::ValueValidation, Lang::Zh) => {
            format!("{arg} 的值“{value}”不是日期：要写成 2024-04-11 这样，并且历上有这一天")
        }
        (ErrorKind::ValueValidation, Lang::En) => {
            format!(
                "the value \"{value}\" of {arg} is no day: write it like 2024-04-11, a day of the calendar"
            )
        }
        (ErrorKind::TooManyValues, Lang::Zh) => format!("{arg} 不带值"),
        (ErrorKind::TooManyValues, Lang::En) => format!("{arg} takes no value"),
        // What is left cannot come from this command line as it is defined today; clap's words are better than none.
        _ => error.render().to_string(),
    };
    let suggested = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand].map(text).concat();
    match (lang, suggested.is_empty()) {
        (Lang::Zh, true) => format!("{what}。用法见 {told} --help\n"),
        (Lang::Zh, false) => format!("{what}，是不是 {suggested}？用法见 {told} --help\n"),
        (Lang::En, true) => format!("{what}; see {told} --lang en --help\n"),
        (Lang::En, false) => format!("{what}; did you mean {suggested}? See {told} --lang en --help\n"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(line: &str) -> Asked {
        read(line.split_whitespace().map(OsString::from).collect())
    }

    #[test]
    fn requests() {
        let plain = Request {
            sources: vec![Source::Stdin],
            lines: false,
            format: Format::Text,
            quiet: false,
            lang: Lang::Zh,
            today: None,
            off: Off::default(),
        };
        let file = |name: &str| Source::File(PathBuf::from(name));
        for (line, want) in [
            ("kanyan check", plain.clone()),
            ("kanyan check -", plain.clone()),
            (
                "kanyan check a.txt - b.txt",
                Request { sources: vec![file("a.txt"), Source::Stdin, file("b.txt")], ..plain.clone() },
            ),
            ("kanyan check -- --lang", Request { sources: vec![file("--lang")], ..plain.clone() }),
            ("kanyan check --format json", Request { format: Format::Json, ..plain.clone() }),
            ("kanyan check --format=json --format=jsonl", Request { format: Format::Jsonl, ..plain.clone() }),
            ("kanyan check --lines -q", Request { lines: true, quiet: true, ..plain.clone() }),
            ("kanyan check --today 2024-02-29", Request { today: Date::new(2024, 2, 29), ..plain.clone() }),
            (
                "kanyan check --off period.short,missing.contact --off title.type",
                Request {
                    off: Off::these(["period.short", "missing.contact", "title.type"]).expect("rules"),
                    ..plain.clone()
                },
            ),
            ("kanyan check --lang en", Request { lang: Lang::En, ..plain.clone() }),
            ("kanyan --lang=en check", Request { lang: Lang::En, ..plain.clone() }),
            ("kanyan --lang=en check --lang zh", plain),
        ] {
            match ask(line) {
                Asked::Check(got) => assert_eq!(got, want, "{line}"),
                other => panic!("{line}: {other:?}"),
            }
        }
    }

    #[test]
    fn masks() {
        let plain = mask::Request {
            source: Source::Stdin,
            output: None,
            lang: Lang::Zh,
            today: None,
            masking: Masking::Sound,
        };
        let file = |name: &str| Source::File(PathBuf::from(name));
        for (line, want) in [
            ("kanyan mask", plain.clone()),
            ("kanyan mask -", plain.clone()),
            ("kanyan mask --wrong-too", mask::Request { masking: Masking::All, ..plain.clone() }),
            ("kanyan mask a.txt", mask::Request { source: file("a.txt"), ..plain.clone() }),
            (
                "kanyan mask -o b.txt a.txt --lang en",
                mask::Request {
                    source: file("a.txt"),
                    output: Some("b.txt".into()),
                    lang: Lang::En,
                    ..plain.clone()
                },
            ),
            ("kanyan mask --today 2024-02-29", mask::Request { today: Date::new(2024, 2, 29), ..plain }),
        ] {
            match ask(line) {
                Asked::Mask(got) => assert_eq!(got, want, "{line}"),
                other => panic!("{line}: {other:?}"),
            }
        }
    }

    #[test]
    fn lists() {
        let plain = kinds::Request { words: vec![], layout: Layout::Table, lang: Lang::Zh };
        for (line, want) in [
            ("kanyan kinds", plain.clone()),
            ("kanyan kinds --format table", plain.clone()),
            ("kanyan kinds --format=json", kinds::Request { layout: Layout::Json, ..plain.clone() }),
            ("kanyan kinds --lang en", kinds::Request { lang: Lang::En, ..plain.clone() }),
            (
                "kanyan kinds GB 11643 --lang zh",
                kinds::Request { words: vec!["GB".to_owned(), "11643".to_owned()], ..plain },
            ),
        ] {
            match ask(line) {
                Asked::Kinds(got) => assert_eq!(got, want, "{line}"),
                other => panic!("{line}: {other:?}"),
            }
        }
    }

    #[test]
    fn mistakes_are_sentences() {
        for (line, zh, en) in [
            ("check --farmat json", "没有 --farmat 这个选项，是不是 --format？", "did you mean --format?"),
            ("check --colour", "没有 --colour 这个选项。", "there is no option --colour;"),
            (
                "chekc",
                "没有 chekc 这个命令，是不是 check？",
                "there is no command chekc; did you mean check?",
            ),
            (
                "check --format xml",
                "不能是“xml”，可用的是 text、json、jsonl。",
                "it is one of text, json, jsonl;",
            ),
            ("check --format", "后面没有给值", "lacks its value"),
            ("check --lang fr", "不能是“fr”，可用的是 zh、en", "it is one of zh, en;"),
            ("check --today 2024-02-30", "“2024-02-30”不是日期", "\"2024-02-30\" of --today"),
            ("check --today yesterday", "“yesterday”不是日期", "is no day"),
            ("check --off period.short,no.such", "没有“no.such”这条规则", "there is no rule \"no.such\""),
            ("check --off", "后面没有给值", "lacks its value"),
            ("check --lines=yes", "不带值", "takes no value"),
            ("mask a.txt b.txt", "一次只遮盖一个文件。用法见 kanyan mask --help", "one file at a time; see"),
            ("mask --quiet", "没有 --quiet 这个选项。用法见 kanyan mask", "see kanyan mask --lang en --help"),
            ("mask -o", "后面没有给值", "lacks its value"),
            (
                "kinds --format text",
                "可用的是 table、json。用法见 kanyan kinds --help",
                "see kanyan kinds --lang en",
            ),
            (
                "kinds --quiet",
                "没有 --quiet 这个选项。用法见 kanyan kinds",
                "see kanyan kinds --lang en --help",
            ),
            ("kind", "是不是 kinds？用法见 kanyan --help", "See kanyan --lang en --help"),
        ] {
            // `--lang` in front: the one that a row gives comes later and counts.
            for (lang, want) in [("zh", zh), ("en", en)] {
                let line = format!("kanyan --lang {lang} {line}");
                match ask(&line) {
                    Asked::Mistake(sentence) => {
                        assert!(sentence.contains(want), "{line}: {sentence}");
                        assert_eq!(sentence.lines().count(), 1, "{line}: {sentence}");
                    }
                    other => panic!("{line}: {other:?}"),
                }
            }
        }
    }

    #[test]
    fn pages() {
        for (line, want) in [
            ("kanyan --help", "用法："),
            ("kanyan -h --lang en", "Usage: "),
            ("kanyan check --help", "退出码："),
            ("kanyan check --help --lang en", "Exit code:"),
            ("kanyan mask --help", "退出码："),
            ("kanyan mask --help --lang en", "Exit code:"),
            ("kanyan kinds --help", "把握："),
            ("kanyan kinds --help --lang en", "Confidence:"),
            ("kanyan --help", "kinds"),
            ("kanyan --version", kanyan::VERSION),
        ] {
            match ask(line) {
                Asked::Page(page) => assert!(page.contains(want) && page.ends_with('\n'), "{line}: {page}"),
                other => panic!("{line}: {other:?}"),
            }
        }
        assert!(matches!(ask("kanyan"), Asked::Mistake(help) if help.contains("check")));
        assert!(matches!(ask("kanyan --lang en"), Asked::Mistake(help) if help.contains("Usage")));
    }

    #[test]
    fn the_command_is_well_made() {
        command(Lang::Zh).debug_assert();
        command(Lang::En).debug_assert();
    }
}
