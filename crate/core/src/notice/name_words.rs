//! What names are made of (名称用字): how those of organisations end, those of persons begin, and one that is misprinted.

use std::sync::LazyLock;

use crate::order;

/// Does a name end as those of organisations do?
pub fn is_organisation(name: &str) -> bool {
    const ENDS: [&str; 53] = [
        "公司",
        "合作社",
        "中心",
        "厂",
        "店",
        "学校",
        "幼儿园",
        "协会",
        "商会",
        "学会",
        "委员会",
        "银行",
        "支行",
        "分行",
        "医院",
        "事务所",
        "工作室",
        "经营部",
        "服务部",
        "部",
        "局",
        "所",
        "院",
        "社",
        "馆",
        "站",
        "农场",
        "林场",
        "工会",
        "基金会",
        "法院",
        "政府",
        "办公室",
        "清算组",
        "管理人",
        "超市",
        "饭店",
        "酒店",
        "宾馆",
        "药房",
        "诊所",
        "商行",
        "合伙)",
        "合伙）",
        "大队",
        "支队",
        "中队",
        "总队",
        "监事会",
        "村",
        "集团",
        "联合会",
        "促进会",
    ];
    ends_in(without_seal(name), &ENDS)
}

/// A name without the word for the seal behind it: `（章）`, `（盖章）`.
pub fn without_seal(name: &str) -> &str {
    const SEALS: [&str; 9] =
        ["(章)", "（章）", "(盖章)", "（盖章）", "(公章)", "（公章）", "(签章)", "（签章）", "章"];
    SEALS.iter().find_map(|seal| name.strip_suffix(seal)).unwrap_or(name)
}

/// Does a text end in one of the words? Most differ in the last byte, and a look at that is quick.
pub fn ends_in(text: &str, words: &[&str]) -> bool {
    let last = text.as_bytes().last();
    words.iter().any(|word| word.as_bytes().last() == last && text.ends_with(word))
}

/// Two to four characters that begin with a surname.
pub fn is_person(name: &str) -> bool {
    const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程\
        苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔\
        向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂\
        成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜\
        冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝";
    let count = name.chars().count();
    static SORTED: LazyLock<Vec<char>> =
        LazyLock::new(|| order::sorted(SURNAMES.chars().collect(), Ord::cmp));
    let surname = name.chars().next().is_some_and(|first| SORTED.binary_search(&first).is_ok());
    let double =
        ["欧阳", "上官", "司马", "诸葛", "东方", "慕容", "令狐"].iter().any(|two| name.starts_with(two));
    ((2..=3).contains(&count) && surname || (3..=4).contains(&count) && double)
        && name.chars().all(|c| matches!(c, '一'..='\u{9fff}'))
        && !name.contains(['人', '组', '单', '位', '某'])
}

/// Words before persons' names.
pub const LEADS: [&str; 6] = ["清算组成员", "清算组由", "清算人", "组长", "投资人", "经营者"];

/// Is it another name but for one slip near its end: a character off, left out or too many, two changed over, or the last
/// two lost?
pub fn is_misprint(name: &str, other: &str) -> bool {
    const NEAR: usize = 6;
    let (name, other): (Vec<char>, Vec<char>) = (name.chars().collect(), other.chars().collect());
    let same = name.iter().zip(&other).take_while(|(a, b)| a == b).count();
    if name == other || other.len() < 6 || same < 4 || same + NEAR < other.len() {
        return false;
    }
    let (left, right) = (&name[same..], &other[same..]);
    let swapped = left.len() > 1
        && right.len() > 1
        && left[0] == right[1]
        && left[1] == right[0]
        && left[2..] == right[2..];
    swapped
        || left.is_empty() && right.len() <= 2
        || right.is_empty() && left.len() == 1
        || !right.is_empty() && *left == right[1..]
        || !left.is_empty() && left[1..] == *right
        || !left.is_empty() && !right.is_empty() && left[1..] == right[1..]
}
