//! Drawn numbers with words in them (字号): every type of case with every sort of court, every office's plates, each read
//! whole in several frames. What is right comes from the rule (法〔2015〕137号, 法〔2018〕335号; GA 36), never from the program.

use kanyan::{Finding, Options};

/// The types of the table of 2015 and its amendments.
const TYPES: [&str; 139] = [
    "刑辖",
    "民辖",
    "民辖终",
    "民辖监",
    "行辖",
    "行辖终",
    "赔辖",
    "赔辖终",
    "刑初",
    "刑终",
    "刑监",
    "刑申",
    "刑抗",
    "刑再",
    "刑没",
    "刑核",
    "刑医",
    "刑医解",
    "刑医复",
    "刑医监",
    "刑止",
    "刑止调",
    "刑止核",
    "刑更",
    "刑更监",
    "刑更备",
    "刑他",
    "刑教",
    "刑教解",
    "刑教复",
    "刑教监",
    "民初",
    "民终",
    "民监",
    "民申",
    "民抗",
    "民再",
    "民撤",
    "民特",
    "民特监",
    "民催",
    "民督",
    "民督监",
    "民破",
    "民算",
    "民他",
    "民保令",
    "民保更",
    "行初",
    "行终",
    "行监",
    "行申",
    "行抗",
    "行再",
    "行审",
    "行审复",
    "行他",
    "行赔初",
    "行赔终",
    "行赔监",
    "行赔申",
    "行赔抗",
    "行赔再",
    "行赔他",
    "法赔",
    "委赔",
    "委赔监",
    "委赔提",
    "委赔再",
    "赔确监",
    "赔他",
    "司救刑",
    "司救民",
    "司救行",
    "司救赔",
    "司救执",
    "司救访",
    "司救他",
    "认台",
    "认港",
    "认澳",
    "认复",
    "认他",
    "请台送",
    "请港送",
    "请澳送",
    "台请送",
    "港请送",
    "澳请送",
    "请台调",
    "请港调",
    "请澳调",
    "台请调",
    "港请调",
    "澳请调",
    "请移管",
    "助移管",
    "请移赃",
    "助移赃",
    "协外认",
    "协他",
    "协外送",
    "请外送",
    "协外调",
    "请外调",
    "请外移",
    "协外移",
    "请外引",
    "协外引",
    "司惩",
    "司惩复",
    "财保",
    "行保",
    "行保复",
    "证保",
    "执",
    "执恢",
    "执保",
    "执异",
    "执复",
    "执监",
    "执协",
    "执他",
    "清申",
    "破申",
    "清终",
    "破终",
    "清监",
    "破监",
    "强清",
    "破",
    "知民初",
    "知民终",
    "知行初",
    "知民辖终",
    "知刑初",
    "诉前调",
    "诉前调书",
    "诉前调确",
];

/// The signs of the high courts: those of the provinces, and four of the courts' own.
const COURTS: [char; 33] = [
    '京', '津', '冀', '晋', '内', '辽', '吉', '黑', '沪', '苏', '浙', '皖', '闽', '赣', '鲁', '豫', '鄂',
    '湘', '粤', '桂', '琼', '渝', '川', '黔', '云', '藏', '陕', '甘', '青', '宁', '新', '军', '兵',
];

/// What stands before and behind a case number.
const FRAMES: [(&str, &str); 7] = [
    ("本院作出", "裁定书，限你自公告之日起30日内来院领取。"),
    ("案号：", "\n2024年4月10日"),
    ("现依法向你公告送达（", "）民事判决书。"),
    ("申请执行人依据已生效的", "，向本院申请执行。"),
    ("一案，", "，现已审结"),
    ("关于", "民事裁定"),
    ("", "一案"),
];

#[test]
fn every_type_of_case_with_every_court() {
    let mut amiss = Vec::new();
    let mut drawn = 0;
    for (i, kind) in TYPES.iter().enumerate() {
        for level in 0..4 {
            let sign = COURTS[(i * 7 + level * 5) % COURTS.len()];
            let court = match level {
                0 => "最高法".to_owned(),
                1 => sign.to_string(),
                2 => format!("{sign}{:02}", 1 + i % 29),
                _ => format!("{sign}{:02}{:02}", 1 + i % 29, 2 + i % 60),
            };
            let (year, serial) = (2016 + i % 9, 1 + i * 37 % 20_000);
            for (how, number, problems) in written(year, &court, kind, serial, level) {
                let (before, after) = FRAMES[(i + how) % FRAMES.len()];
                let text = format!("{before}{number}{after}");
                drawn += 1;
                amiss.extend(judge(&text, before.len(), &number, "court_case", problems));
            }
        }
    }
    assert!(amiss.is_empty(), "{} of {drawn} amiss:\n{}", amiss.len(), few(&amiss));
}

/// A case as people write it: which way, the number, and the problems that it then has.
fn written(
    year: usize,
    court: &str,
    kind: &str,
    serial: usize,
    level: usize,
) -> Vec<(usize, String, &'static str)> {
    let mut all = vec![
        (0, format!("（{year}）{court}{kind}{serial}号"), ""),
        (1, format!("({year}){court}{kind}{serial}号"), ""),
        (2, format!("（{year}） {court} {kind} {serial} 号"), ""),
        (3, format!("（{year}）{court}{kind}\n{serial}号"), ""),
        (4, format!("〔{year}〕{court}{kind}{serial}号"), "brackets"),
        (5, format!("【{year}】{court}{kind}{serial}号"), "brackets"),
        (6, format!("（{year}）{court}{kind}{serial}号之一"), ""),
        (7, format!("（{year}）{court}{kind}{serial}-1号"), ""),
        (8, format!("（{year}）{court}{kind}第{serial}号"), "old-form"),
    ];
    // A court's digits tell it where the year is not written as it should be.
    if level >= 2 {
        all.push((9, format!("{year}{court}{kind}{serial}号"), "brackets"));
        all.push((10, format!("{court}{kind}{serial}号"), "year"));
        all.push((11, format!("（{year}{court}{kind}{serial}号"), "brackets"));
    }
    all
}

#[test]
fn older_numbers() {
    const COURT: [&str; 6] = ["长", "长南", "双", "吉中", "榆法", "朝"];
    const SORT: [&str; 18] = [
        "民初",
        "民终",
        "民一初",
        "民四终",
        "刑初",
        "刑终",
        "行初",
        "商初",
        "知初",
        "民特",
        "民申",
        "民再",
        "执",
        "执异",
        "执民",
        "民破",
        "民督",
        "行审",
    ];
    let mut amiss = Vec::new();
    for (i, court) in COURT.iter().enumerate() {
        for (j, sort) in SORT.iter().enumerate() {
            let (year, serial) = (2003 + (i * 5 + j) % 13, 1 + (i * 97 + j * 31) % 3000);
            for (number, problems) in [
                (format!("（{year}）{court}{sort}字第{serial}号"), ""),
                (format!("({year}){court}{sort}字第 {serial} 号"), ""),
                (format!("（{year}）{court}{sort}字{serial}号"), "shape"),
                (format!("〔{year}〕{court}{sort}字第{serial}号"), "brackets"),
                (format!("（{year}）{court}（民）{sort}字第{serial}号"), ""),
            ] {
                let text = format!("本院作出的{number}判决书已发生法律效力。");
                amiss.extend(judge(&text, "本院作出的".len(), &number, "court_case", problems));
            }
        }
    }
    assert!(amiss.is_empty(), "{} amiss:\n{}", amiss.len(), few(&amiss));
}

#[test]
fn every_office_and_every_form_of_plate() {
    let mut offices: Vec<(String, char)> = Vec::new();
    let signs = [
        ("11", '京'),
        ("12", '津'),
        ("13", '冀'),
        ("14", '晋'),
        ("15", '蒙'),
        ("21", '辽'),
        ("22", '吉'),
        ("23", '黑'),
        ("31", '沪'),
        ("32", '苏'),
        ("33", '浙'),
        ("34", '皖'),
        ("35", '闽'),
        ("36", '赣'),
        ("37", '鲁'),
        ("41", '豫'),
        ("42", '鄂'),
        ("43", '湘'),
        ("44", '粤'),
        ("45", '桂'),
        ("46", '琼'),
        ("50", '渝'),
        ("51", '川'),
        ("52", '贵'),
        ("53", '云'),
        ("54", '藏'),
        ("61", '陕'),
        ("62", '甘'),
        ("63", '青'),
        ("64", '宁'),
        ("65", '新'),
    ];
    for line in include_str!("../crate/core/data/plate_letters.tsv").lines().filter(|l| !l.starts_with('#')) {
        let sign = signs.iter().find(|(two, _)| line.starts_with(two)).expect("a province").1;
        offices.push((sign.to_string(), line.as_bytes()[2].into()));
    }
    offices.extend(["京", "津", "沪", "渝"].map(|sign| (sign.to_owned(), 'N')));
    let mut amiss = Vec::new();
    for (i, (sign, letter)) in offices.iter().enumerate() {
        let n = 1000 + i * 73 % 9000;
        for (j, serial) in [
            format!("{n}5"),
            format!("K{n}"),
            format!("{n}M"),
            format!("{}QX", n / 10),
            format!("·{n}7"),
            format!("-{n}7"),
            format!("D{n}6"),
            format!("FA{n}"),
            format!("{n}8F"),
            format!("{n}挂"),
            format!("{n}学"),
            format!("{n}警"),
            format!("·T{}挂", n / 10),
            format!("{n}超"),
        ]
        .into_iter()
        .enumerate()
        {
            let number = format!("{sign}{letter}{serial}");
            let (before, after) = [
                ("车牌号：", "的行驶证遗失，声明作废。"),
                ("车牌号为", "，车辆识别代号不详。"),
                ("机动车行驶证（号牌号码", "）丢失。"),
                ("遗失", "小型轿车登记证书。"),
                ("扣押车辆：①", "、"),
                ("号牌号码 ", "\n2024年4月10日"),
            ][(i + j) % 6];
            let text = format!("{before}{number}{after}");
            amiss.extend(judge(&text, before.len(), &number, "vehicle_plate", ""));
        }
    }
    assert!(amiss.is_empty(), "{} amiss:\n{}", amiss.len(), few(&amiss));
}

/// What is not as it should be with the number that stands there: found whole, of this kind, with these problems.
fn judge(text: &str, at: usize, number: &str, kind: &str, problems: &str) -> Option<String> {
    let report = kanyan::check(text, &Options::on("2024-04-12".parse().expect("a day")));
    let whole = |f: &&Finding| f.start == at && f.end == at + number.len();
    let told = |f: &Finding| {
        let codes: Vec<_> = f.problems.iter().map(|p| kanyan::words::flaw_code(&p.flaw)).collect();
        format!("{} {} [{}]", f.kind.id, &text[f.start..f.end], codes.join(" "))
    };
    let got: Vec<String> = report.findings.iter().map(told).collect();
    let want = format!("{kind} {number} [{problems}]");
    let right = report.findings.iter().find(whole).is_some_and(|f| told(f) == want);
    (!right).then(|| format!("{text:?}\n  want {want}\n  got  {got:?}"))
}

/// A few of them, from all over.
fn few(amiss: &[String]) -> String {
    amiss.iter().step_by(1 + amiss.len() / 30).map(String::as_str).collect::<Vec<_>>().join("\n")
}
