//! What stands behind figures (数字之后): counters, units and addresses. Figures before them are no number.

use crate::text::scan;

/// Does a unit of area, length, weight or the like start here, or a share?
pub fn is_unit(text: &[char]) -> bool {
    match text {
        ['㎡' | '%' | '‰' | '℃' | '亩' | '吨', ..] => true,
        ['m', '2' | '²', ..] | ['平', '方' | '米', ..] | ['公', '顷' | '里' | '斤' | '亩', ..] => {
            true
        }
        ['千', '克' | '米' | '瓦', ..] | ['立', '方', ..] | ['周', '岁', ..] => true,
        ['岁', next, ..] => !scan::is_numeral(*next),
        ['万', '股' | '份' | '户' | '人' | '吨' | '亩' | '平', ..] | ['股', ..] => true,
        _ => false,
    }
}

/// Does a counter stand behind the number (`23456份`), and no word that starts like one (`本人`, `户名`)?
pub fn is_counted(after: &[char]) -> bool {
    let counter = after
        .first()
        .is_some_and(|&c| "张份台行本册人名个只件套辆户次吨米亩头株箱袋瓶平部通笔副条枚艘".contains(c));
    counter
        && !matches!(
            after,
            ['本', '人' | '公' | '单' | '证', ..]
                | ['人', '民', ..]
                | ['名', '称', ..]
                | ['户', '名', ..]
                | ['部', '门' | '长', ..]
                | ['通', '知' | '信' | '讯' | '过', ..]
                | ['行', '政', ..]
                | ['个', '人' | '体', ..]
                | [_, '号' | '码' | '称', ..]
        )
}

/// Does an address or the like go on behind the number (`号楼`, `室`, `号车库`)?
pub fn is_address(after: &[char]) -> bool {
    let after: &[char] = match after {
        ['号', rest @ ..] | ['#', rest @ ..] => rest,
        _ => after,
    };
    matches!(
        after,
        ['楼' | '栋' | '幢' | '室' | '层' | '房' | '院' | '门' | '户' | '座', ..]
            | ['单', '元', ..]
            | ['车', '库' | '位', ..]
            | ['仓', '库', ..]
            | ['地', '块', ..]
            | ['商', '铺', ..]
            | ['公', '里', ..]
    )
}

/// Does a part of an address start here?
pub fn is_part_of_address(text: &[char]) -> bool {
    is_address(text) || matches!(text, ['组' | '排' | '村' | '弄' | '巷' | '路' | '街', ..])
}
