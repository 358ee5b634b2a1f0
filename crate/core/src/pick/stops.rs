//! Words that never stand in a number with words (界词): it starts behind them.

/// Words that never stand in an expression: it starts behind them.
const STOPS: [[char; 2]; 75] = [
    ['一', '案'],
    ['下', '发'],
    ['不', '慎'],
    ['丢', '失'],
    ['丢', '掉'],
    ['以', '及'],
    ['作', '出'],
    ['作', '废'],
    ['做', '出'],
    ['依', '据'],
    ['依', '照'],
    ['公', '司'],
    ['公', '告'],
    ['关', '于'],
    ['副', '本'],
    ['印', '发'],
    ['发', '布'],
    ['取', '得'],
    ['受', '理'],
    ['另', '有'],
    ['号', '为'],
    ['号', '码'],
    ['吊', '销'],
    ['名', '称'],
    ['声', '明'],
    ['字', '号'],
    ['审', '理'],
    ['我', '院'],
    ['所', '有'],
    ['持', '有'],
    ['按', '照'],
    ['撤', '销'],
    ['收', '到'],
    ['文', '件'],
    ['文', '号'],
    ['有', '限'],
    ['本', '院'],
    ['核', '发'],
    ['根', '据'],
    ['案', '号'],
    ['正', '本'],
    ['法', '院'],
    ['注', '销'],
    ['灭', '失'],
    ['编', '号'],
    ['被', '盗'],
    ['证', '号'],
    ['还', '有'],
    ['送', '达'],
    ['遗', '失'],
    ['颁', '发'],
    ['领', '取'],
    ['停', '止'],
    ['违', '反'],
    ['适', '用'],
    ['实', '施'],
    ['废', '止'],
    ['参', '照'],
    ['遵', '照'],
    ['贯', '彻'],
    ['落', '实'],
    ['转', '发'],
    ['签', '发'],
    ['下', '达'],
    ['出', '具'],
    ['公', '布'],
    ['施', '行'],
    ['上', '述'],
    ['以', '上'],
    ['以', '下'],
    ['规', '定'],
    ['制', '发'],
    ['载', '明'],
    ['涉', '及'],
    ['立', '即'],
];

/// Does a character that never stands in an expression stand here? In the name of a county it does.
pub fn is_particle(chars: &[char]) -> bool {
    let stop = matches!(
        chars.first(),
        Some(
            '将' | '把'
                | '按'
                | '的'
                | '是'
                | '为'
                | '為'
                | '与'
                | '及'
                | '或'
                | '因'
                | '我'
                | '你'
                | '们'
                | '了'
        )
    );
    stop && !matches!(chars, ['将', '乐', ..])
}

/// `经双阳市自然资源局双自然资复〔2023〕15号`: where an authority's sign starts behind its name, with a character that the
/// name starts with, too.
pub fn behind_authority(words: &[char]) -> Option<usize> {
    let opens = |i: usize| i <= 1 || matches!(words[i - 1], '省' | '市' | '州' | '共');
    (3..words.len()).rev().find(|&at| {
        "局厅委院会府署队".contains(words[at - 1])
            && (0..at - 2).any(|i| words[i] == words[at] && opens(i))
            && words[at..].len() >= 2
    })
}

/// Do two glyphs make a word that never stands in an expression?
/// Does such a word start here? 受理单 is a paper.
pub fn stops(words: &[char]) -> bool {
    words.get(..2).is_some_and(is_stop) && !words.starts_with(&['受', '理', '单'])
}

pub fn is_stop(pair: &[char]) -> bool {
    let [a, b] = *pair else { return false };
    let (word, bit) = stop_bit(a, b);
    // `某某局对长储出〔2026〕15号地块`: what an authority does to it is no sign of its own.
    if matches!(b, '对' | '将' | '就' | '以') && "局府厅委会院部队司所站处".contains(a) {
        return true;
    }
    STOP_BITS[word] >> bit & 1 == 1 && STOPS.contains(&[a, b])
}

/// The words of [`STOPS`] as bits: nine pairs of ten that are none are told by one look.
static STOP_BITS: [u64; 8] = {
    let mut bits = [0; 8];
    let mut i = 0;
    while i < STOPS.len() {
        let (word, bit) = stop_bit(STOPS[i][0], STOPS[i][1]);
        bits[word] |= 1 << bit;
        i += 1;
    }
    bits
};

const fn stop_bit(a: char, b: char) -> (usize, u32) {
    let hash = (a as u32).wrapping_mul(0x9e37_79b1) ^ (b as u32).wrapping_mul(0x85eb_ca77);
    (hash as usize >> 29, hash >> 23 & 63)
}
