//! Whose number it is, as the words beside it tell (户名、姓名): a person's account, a child's birth certificate.
//!
//! A name is two or three characters that begin with a surname, four with a double one. Where it is unsure whether a
//! person or a firm is named, nothing is said.

use super::Number;

/// The surnames that nearly everybody has, commonest first or thereabouts; 某 stands in for any.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏\
    魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤\
    温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕季裴霍涂成苗谷曲\
    盛冉翁蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏\
    宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝钟楚储岩";

/// The double ones.
const DOUBLE: [&str; 10] = ["欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐"];

/// What no person's name ends in: firms, offices, places and papers do.
const OTHERS: &str =
    "店厂社部行所馆铺院坊站场司校会处局中心园队组团村县市区镇乡街室库台位包证章本卡折照件票据";

/// Is this a person's name?
fn is_name(name: &[char]) -> bool {
    let (Some(first), Some(last)) = (name.first(), name.last()) else { return false };
    let double = DOUBLE.iter().any(|double| double.chars().eq(name.iter().copied().take(2)));
    let chinese = name.iter().all(|c| ('一'..='\u{9fff}').contains(c) || matches!(c, '*' | '×'));
    // `公司不慎`: the end of a firm's name and an adverb.
    let words = name.iter().any(|c| "不已的有限因将于和与等".contains(*c));
    let width = if double { 3..5 } else { 2..4 };
    width.contains(&name.len())
        && chinese
        && !words
        && (double || SURNAMES.contains(*first))
        && !OTHERS.contains(*last)
}

/// The first of these words in a text: where it starts and where it ends.
fn first_of(text: &[char], words: &[&str]) -> Option<(usize, usize)> {
    (0..text.len()).find_map(|at| {
        let word = words.iter().find(|word| starts_with(&text[at..], word))?;
        Some((at, at + word.chars().count()))
    })
}

/// The last of these words in a text.
fn last_of(text: &[char], words: &[&str]) -> Option<(usize, usize)> {
    (0..text.len()).rev().find_map(|at| {
        let word = words.iter().find(|word| starts_with(&text[at..], word))?;
        Some((at, at + word.chars().count()))
    })
}

fn starts_with(text: &[char], word: &str) -> bool {
    let mut chars = text.iter();
    word.chars().all(|c| chars.next() == Some(&c))
}

/// Does it part one field from the next?
fn parts(c: char) -> bool {
    !c.is_alphanumeric() && !matches!(c, '*' | '×' | '·')
}

/// What stands behind the sign of a field (`户名:张某某,`), up to the next field.
fn value_of(text: &[char]) -> &[char] {
    let start = text.iter().position(|c| !matches!(c, ':' | '为' | '是' | '(')).unwrap_or(text.len());
    let rest = &text[start..];
    let end = rest.iter().position(|&c| parts(c) || c.is_ascii_alphanumeric()).unwrap_or(rest.len());
    let rest = &rest[..end];
    // `户名张某某账号`: the next label ends it as well.
    let next = ["账号", "帐号", "卡号", "开户", "身份证", "账户", "帐户", "账", "的"];
    &rest[..first_of(rest, &next).map_or(rest.len(), |(at, _)| at)]
}

/// Is somebody named who lost it or has it (`张某某遗失存折一本`)?
///
/// Only what stands right before the verb is looked at: a table or a line without a full stop may stand before the name.
fn has_owner(before: &[char]) -> bool {
    const VERBS: [&str; 6] = ["遗失", "丢失", "不慎", "持有", "因", "将"];
    let named = |end: usize| {
        let name = |len: usize| end.checked_sub(len).is_some_and(|start| is_name(&before[start..end]));
        name(4) || name(3) || name(2)
    };
    // `的` joins anything, so a name before it stands alone.
    let of_somebody = |end: usize| {
        let start = before[..end].iter().rposition(|&c| parts(c)).map_or(0, |at| at + 1);
        before[end] == '的' && is_name(&before[start..end])
    };
    (0..before.len())
        .any(|at| VERBS.iter().any(|verb| starts_with(&before[at..], verb)) && named(at) || of_somebody(at))
}

/// Do the words say that the account is a person's?
pub(super) fn is_persons_account(number: &Number) -> bool {
    const HOLDERS: [&str; 10] =
        ["户名", "户主", "开户人", "账户名", "帐户名", "账户名称", "收款人", "持卡人", "存款人", "储户"];
    const PRIVATE: [&str; 8] =
        ["个人账", "个人帐", "个人银行", "个人结算", "个人存", "个人储蓄", "储蓄存", "工资存折"];
    // Papers of firms alone.
    const FIRMS: [&str; 8] =
        ["开户许可证", "核准号", "基本存款", "专用存款", "对公", "单位结算卡", "支票", "印鉴"];
    // The holder that stands nearest: before, or in the same entry behind.
    let behind = number.after.iter().position(|&c| matches!(c, ';' | ')')).unwrap_or(number.after.len());
    let named =
        last_of(number.before, &HOLDERS).map(|(_, end)| value_of(&number.before[end..])).or_else(|| {
            first_of(&number.after[..behind], &HOLDERS).map(|(_, end)| value_of(&number.after[end..]))
        });
    if let Some(name) = named {
        return is_name(name);
    }
    if FIRMS.iter().any(|word| number.says(word)) {
        return false;
    }
    PRIVATE.iter().any(|word| number.says(word)) || has_owner(number.before)
}

/// Do the words beside a birth certificate name the child or its parents?
pub(super) fn names_a_family(number: &Number) -> bool {
    const FIELDS: [&str; 13] = [
        "姓名", "父亲", "母亲", "父:", "母:", "父母", "之子", "之女", "儿子", "女儿", "孩子", "小孩", "生育",
    ];
    FIELDS.iter().any(|word| number.says(word)) || has_owner(number.before)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::testing::{answers, in_words};

    #[test]
    fn accounts() {
        answers(
            |text| in_words(text, is_persons_account),
            "
            yes  户名:赵一鸣,开户行:某某银行,账号:|  收款人:欧阳晓晓,账号|  账号:|(户名:李某某)
            yes  钱小多遗失某某银行存折一本,账号:|  遗失声明:孙某不慎遗失存折,账号|
            yes  遗失个人账户存折一本,账号|  序号 名称 合计孙三多遗失存折一本,账号|
            yes  赵一鸣不慎遗失存折一本,账号|
            no   钱包遗失,内有存折,账号|  我单位的账号|  某某砂石有限公司不慎遗失存折一本,账号|
            no   某某有限责任公司遗失存折一本,账号|  户名:河滨村村民委员会,账号:|  户名:金店,账号:|
            no   户名:某某有限公司,账号|  户名:王记饭店,账号|  陈记面馆遗失账户印鉴卡,账号|
            no   何某遗失开户许可证,核准号J2410000000101,账号|  将款汇入账号|  账号|  |
            ",
        );
    }

    #[test]
    fn families() {
        answers(
            |text| in_words(text, names_a_family),
            "
            yes  韦清溪遗失出生医学证明,编号:|  姓名:叶初夏,出生医学证明编号:|  出生证(编号:|),母亲:周某
            yes  周某之子出生医学证明编号|
            no   某某医院遗失空白出生医学证明,编号:|  遗失编号为|的《出生医学证明》  |
            ",
        );
    }
}
