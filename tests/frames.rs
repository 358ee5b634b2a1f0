//! Notices in other frames (版式): the same text under another title, tail, signature, date, joint and width is told alike.
//!
//! The right notices of `tests/notices` are taken apart into title, text, name and day, and put together again in every
//! way that papers print them. Each frame must give what the plain one gives (title above, a line each, the day in
//! figures): one notice, its type, its parties and its problems. A slip in name, day, sum or period is told in every frame
//! or in none.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use kanyan::{Date, Options, check};

/// A notice taken apart.
#[derive(Clone, Debug)]
struct Notice {
    place: String,
    sort: String,
    today: Date,
    title: String,
    text: Vec<String>,
    name: String,
    /// Year, month and day.
    day: [u32; 3],
}

/// How a notice is put together; each number chooses one of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Frame {
    title: usize,
    tail: usize,
    signature: usize,
    date: usize,
    joint: usize,
    width: usize,
    slip: usize,
}

const TITLES: usize = 3;
const TAILS: [&[&str]; 7] = [
    &[],
    &["特此声明。"],
    &["特此公告。"],
    &["自登报之日起，由此产生的一切责任由责任人承担。"],
    &["由此产生的一切法律后果由责任人承担。", "特此公告"],
    &["联系人：江海", "联系电话：0431-85012345"],
    &["联系电话：0431-85012345", "地址：长春市双阳区永兴路8号", "联系人：江海"],
];
const SIGNATURES: usize = 5;
const DATES: usize = 5;
const JOINTS: [&str; 4] = ["\n", "\n\n", "\r\n　　", " "];
const WIDTHS: usize = 3;
const SLIPS: [&str; 5] = ["none", "name", "day", "sum", "period"];

const ONE_LINE: usize = 3;
const BELOW: usize = 2;

/// Notices that can be taken apart: one to the paste, nothing to say, a title, and name and day in the last two lines.
fn notices() -> Vec<Notice> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/notices");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("it can be read").path())
        .filter(|file| file.extension().is_some_and(|ext| ext == "txt"))
        .collect();
    files.sort();
    let mut all: Vec<Notice> = Vec::new();
    for file in files {
        let name = file.file_name().expect("a file has a name").to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&file).expect("it can be read");
        let mut today = "2024-04-11".to_string();
        let mut line = 1;
        for part in text.split("====\n") {
            let mut own = None;
            let (mut wanted, mut rows) = (String::new(), Vec::new());
            for row in part.lines() {
                match (row.strip_prefix("# today: "), row.strip_prefix("= ")) {
                    (Some(day), _) if line == 1 => today = day.to_string(),
                    (Some(day), _) => own = Some(day.to_string()),
                    (_, Some(notices)) => wanted = notices.to_string(),
                    _ if row.starts_with("# ") || row.trim().is_empty() => {}
                    _ => rows.push(row.trim().to_string()),
                }
            }
            let place = format!("{name}:{line}");
            line += part.lines().count() + 1;
            let today = own.unwrap_or_else(|| today.clone()).parse().expect("a day of the calendar");
            all.extend(take_apart(place, &wanted, today, &rows));
        }
    }
    // At most two of a type, so that the rare ones count.
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    all.retain(|notice| {
        let count = counts.entry(notice.sort.clone()).or_default();
        *count += 1;
        *count <= 2
    });
    all
}

fn take_apart(place: String, wanted: &str, today: Date, rows: &[String]) -> Option<Notice> {
    let [title, text @ .., name, date] = rows else { return None };
    let day = figures(date)?;
    let whole = rows.join("\n");
    let told =
        !wanted.is_empty() && !wanted.contains([' ', ';']) && wanted != "other" && !whole.contains('⟦');
    let firm =
        ["公司", "厂", "局", "法院", "委员会", "合作社", "支行", "中心", "事务所", "办事处", "海事法院"];
    let named = firm.iter().any(|end| name.ends_with(end));
    let simple = title.chars().count() <= 20 && !title.contains(['，', '（']) && text.len() == 1;
    // A text that ends in its own contact or closing is no plain one.
    let closed = text.iter().all(|text| text.ends_with('。'));
    (told && named && simple && closed).then(|| Notice {
        place,
        sort: wanted.to_string(),
        today,
        title: title.clone(),
        text: text.to_vec(),
        name: name.clone(),
        day,
    })
}

fn figures(date: &str) -> Option<[u32; 3]> {
    let (year, rest) = date.split_once('年')?;
    let (month, rest) = rest.split_once('月')?;
    Some([year.parse().ok()?, month.parse().ok()?, rest.strip_suffix('日')?.parse().ok()?])
}

impl Notice {
    /// The notice in a frame.
    fn framed(&self, frame: Frame) -> String {
        let mut text = self.text.clone();
        match SLIPS[frame.slip] {
            "sum" => text
                .iter_mut()
                .for_each(|line| *line = line.replace("由800万元减少至300万元", "由300万元减少至800万元")),
            "period" => text
                .iter_mut()
                .for_each(|line| *line = line.replace("45日内", "15日内").replace("经过30日", "经过90日")),
            _ => {}
        }
        let mut lines: Vec<String> = Vec::new();
        if frame.title == 1 {
            lines.push(self.title.clone());
        }
        lines.extend(text);
        lines.extend(TAILS[frame.tail].iter().map(|line| line.to_string()));
        let name = if SLIPS[frame.slip] == "name" { misprinted(&self.name) } else { self.name.clone() };
        match frame.signature {
            0 => lines.push(name),
            1 => lines.push("郑安平".to_string()),
            2 => lines.extend([name, "青岛远礁食品有限公司".to_string()]),
            3 => lines.push(format!("{name}（章）")),
            _ => lines.push(format!("声明人：{name}")),
        }
        let [year, month, day] = self.day;
        let month = if SLIPS[frame.slip] == "day" { month + 4 } else { month };
        lines.push(match frame.date {
            0 => format!("{year}年{month}月{day}日"),
            1 => chinese(year, month, day, '〇'),
            2 => chinese(year, month, day, '○'),
            3 => chinese(year, month, day, '零'),
            _ => format!("{year}.{month}.{day}"),
        });
        if frame.title == BELOW {
            lines.push(self.title.clone());
        }
        let text = lines.join(JOINTS[frame.joint]);
        text.chars().map(|c| wide(c, frame.width)).collect()
    }
}

/// The name with another character before its ending.
fn misprinted(name: &str) -> String {
    let mut chars: Vec<char> = name.chars().collect();
    let at = chars.len().saturating_sub(5);
    chars[at] = if chars[at] == '榆' { '愉' } else { '榆' };
    chars.into_iter().collect()
}

/// A day in Chinese numerals, the nought of the year as given.
fn chinese(year: u32, month: u32, day: u32, nought: char) -> String {
    const ONES: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let year: String = year.to_string().bytes().map(|b| ONES[usize::from(b - b'0')]).collect();
    let small = |n: u32| {
        let ten = match n / 10 {
            0 => String::new(),
            1 => "十".to_string(),
            tens => format!("{}十", ONES[tens as usize]),
        };
        if n.is_multiple_of(10) { ten } else { format!("{ten}{}", ONES[(n % 10) as usize]) }
    };
    format!("{}年{}月{}日", year.replace('〇', &nought.to_string()), small(month), small(day))
}

/// A character full-width or half-width.
fn wide(ch: char, width: usize) -> char {
    match (width, ch) {
        (1, '0'..='9' | 'A'..='Z' | 'a'..='z') => {
            char::from_u32(ch as u32 + 0xfee0).expect("full-width letters")
        }
        (2, '，') => ',',
        (2, '：') => ':',
        (2, '（') => '(',
        (2, '）') => ')',
        _ => ch,
    }
}

/// What a frame is told to be: types, parties and problems.
fn told(notice: &Notice, text: &str) -> String {
    let mut out = String::new();
    for notice in check(text, &Options::on(notice.today)).notices {
        let fold = |name: &str| -> String {
            name.chars()
                .map(|c| match c {
                    '（' => '(',
                    '）' => ')',
                    '０'..='９' | 'Ａ'..='Ｚ' => char::from_u32(c as u32 - 0xfee0).expect("ASCII"),
                    c => c,
                })
                .collect()
        };
        let parties: BTreeSet<String> = notice
            .parties
            .iter()
            .filter(|party| party.role.name() != "title")
            .map(|party| format!("{}:{}", party.role.name(), fold(&party.name)))
            .collect();
        let problems: BTreeSet<&str> = notice.problems.iter().map(|problem| problem.rule.code).collect();
        let (parties, problems): (Vec<_>, Vec<_>) =
            (parties.into_iter().collect(), problems.into_iter().collect());
        write!(out, "{} [{}] {}; ", notice.sort.id, parties.join(" "), problems.join(" "))
            .expect("a string takes everything");
    }
    out
}

/// The plain frame of the same content.
fn plain(frame: Frame) -> Frame {
    Frame { title: 1, tail: 0, date: 0, joint: 0, width: 0, ..frame }
}

/// Frames that nobody prints, or in which something else is meant.
fn is_exception(notice: &Notice, frame: Frame) -> bool {
    let lone = notice.framed(Frame { title: 0, ..plain(frame) });
    // A title at the end of a line with its text is no title, nor is one in a line with it, or below, that ends in none of
    // the usual words.
    let usual =
        ["公告", "声明", "启事", "通知", "通知书", "通告"].iter().any(|end| notice.title.ends_with(end));
    frame.title == BELOW && frame.joint == ONE_LINE
        || !usual && (frame.title == BELOW || frame.joint == ONE_LINE)
        // What its title alone tells is nothing without it.
        || frame.title == 0 && told(notice, &lone) != told(notice, &notice.framed(plain(frame)))
        // Where a person signs there is no firm's name to misprint.
        || SLIPS[frame.slip] == "name" && frame.signature == 1
}

/// Every so many-th of all frames, by steps that share no divisor with any of the numbers of choices.
fn sample(count: usize, seed: usize) -> impl Iterator<Item = Frame> {
    let total = TITLES * TAILS.len() * SIGNATURES * DATES * JOINTS.len() * WIDTHS * SLIPS.len();
    let step = 7919;
    (0..count).map(move |i| {
        let mut rest = (seed * 104_729 + i * step) % total;
        let mut take = |choices: usize| {
            let choice = rest % choices;
            rest /= choices;
            choice
        };
        Frame {
            title: take(TITLES),
            tail: take(TAILS.len()),
            signature: take(SIGNATURES),
            date: take(DATES),
            joint: take(JOINTS.len()),
            width: take(WIDTHS),
            slip: take(SLIPS.len()),
        }
    })
}

#[test]
fn every_frame_is_told_as_the_plain_one() {
    let notices = notices();
    let types: BTreeSet<&str> = notices.iter().map(|notice| notice.sort.as_str()).collect();
    assert!(types.len() >= 30, "{types:?}");
    let (mut differences, mut count, mut off) = (String::new(), 0, 0);
    let mut by_choice: BTreeMap<String, usize> = BTreeMap::new();
    let mut slips: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (seed, notice) in notices.iter().enumerate() {
        let mut known: BTreeMap<Frame, String> = BTreeMap::new();
        for frame in sample(140, seed) {
            if is_exception(notice, frame) {
                continue;
            }
            count += 1;
            let own = plain(frame);
            let want = known.entry(own).or_insert_with(|| told(notice, &notice.framed(own))).clone();
            assert!(want.starts_with(&notice.sort), "{}: {want}", notice.place);
            if want.contains('.') {
                slips.entry(SLIPS[frame.slip]).or_default().insert(&notice.place);
            }
            let text = notice.framed(frame);
            let got = told(notice, &text);
            if got != want {
                off += 1;
                for choice in [
                    format!("title {}", frame.title),
                    format!("tail {}", frame.tail),
                    format!("signature {}", frame.signature),
                    format!("date {}", frame.date),
                    format!("joint {}", frame.joint),
                    format!("width {}", frame.width),
                    format!("slip {}", SLIPS[frame.slip]),
                    format!("type {}", notice.sort),
                ] {
                    *by_choice.entry(choice).or_default() += 1;
                }
                let shown = by_choice[&format!("type {}", notice.sort)];
                if shown <= 2 {
                    writeln!(
                        differences,
                        "{} {frame:?}\n{}\n  want {want}\n  got  {got}",
                        notice.place,
                        text.replace('\r', "")
                    )
                    .expect("a string takes everything");
                }
            }
        }
    }
    assert!(off == 0, "{off} of {count} frames\n{differences}\n{by_choice:?}");
    assert!(count >= 2000, "{count} frames");
    let told = |slip: &str| slips.get(slip).map_or(0, BTreeSet::len);
    assert!(told("none") == 0, "{slips:?}");
    assert!(told("name") >= 10 && told("day") >= 30 && told("sum") >= 1 && told("period") >= 4, "{slips:?}");
}
