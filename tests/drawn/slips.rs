//! Slips of people, keyboards and readers of print (笔误), and the way back: everything one slip may have come from.

use std::collections::BTreeSet;

use super::Sort;
use super::random::Random;

/// What is done to a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// One character for any other that may stand there.
    Replaced,
    /// One character for one that looks like it or lies beside it on the keys.
    Alike,
    /// Two neighbours swapped.
    Swapped,
    /// One character left out.
    Dropped,
    /// One character twice.
    Doubled,
    /// Two characters for two that look like them.
    TwoAlike,
    /// Two neighbouring blocks of two digits swapped.
    Blocks,
    /// Month and day of the birth swapped.
    MonthAndDay,
}

/// All of them, in the order of the table of results.
pub const HOWS: [How; 8] = [
    How::Replaced,
    How::Alike,
    How::Swapped,
    How::Dropped,
    How::Doubled,
    How::TwoAlike,
    How::Blocks,
    How::MonthAndDay,
];

/// Pairs that print, scanners and eyes take for one another.
const LOOK_ALIKE: [&str; 28] = [
    "0O", "0D", "0Q", "OD", "OQ", "1I", "1L", "17", "IL", "IJ", "2Z", "38", "4A", "49", "5S", "56", "6G",
    "68", "8B", "69", "CG", "EF", "MN", "PR", "UV", "VY", "HN", "7T",
];

/// Rows and columns of the keys and of the number pad: neighbours lie beside one another.
const KEYS: [&str; 20] = [
    "1234567890",
    "QWERTYUIOP",
    "ASDFGHJKL",
    "ZXCVBNM",
    "QAZ",
    "WSX",
    "EDC",
    "RFV",
    "TGB",
    "YHN",
    "UJM",
    "IK",
    "OL",
    "147",
    "258",
    "369",
    "02",
    "01",
    "456",
    "789",
];

/// The characters that look like this one.
pub fn look_alikes(c: char) -> Vec<char> {
    let pairs = LOOK_ALIKE.iter().filter(|pair| pair.contains(c));
    pairs.flat_map(|pair| pair.chars()).filter(|&other| other != c).collect()
}

/// The keys beside this one.
fn neighbours(c: char) -> Vec<char> {
    let mut all = BTreeSet::new();
    for row in KEYS {
        let keys: Vec<char> = row.chars().collect();
        for two in keys.windows(2) {
            if two[0] == c {
                all.insert(two[1]);
            } else if two[1] == c {
                all.insert(two[0]);
            }
        }
    }
    all.into_iter().collect()
}

impl How {
    /// Its name in the table of results.
    pub fn name(self) -> &'static str {
        match self {
            How::Replaced => "one for any other",
            How::Alike => "one for a look-alike or key beside",
            How::Swapped => "neighbours swapped",
            How::Dropped => "one left out",
            How::Doubled => "one twice",
            How::TwoAlike => "two for look-alikes",
            How::Blocks => "two blocks of two swapped",
            How::MonthAndDay => "month and day swapped",
        }
    }

    /// Makes the slip once, at a place taken at random; none where the number has no such place.
    pub fn make(self, sort: &Sort, good: &str, random: &mut Random) -> Option<String> {
        let signs: Vec<char> = good.chars().collect();
        let places = sort.places();
        let mut slip = signs.clone();
        match self {
            How::Replaced => {
                let at = *random.one(&places);
                let others: Vec<char> = sort.class(at).chars().filter(|&c| c != signs[at]).collect();
                slip[at] = *random.one(&others);
            }
            How::Alike => {
                let at = *random.one(&places);
                let (looks, keys) = (look_alikes(signs[at]), neighbours(signs[at]));
                let looks =
                    if looks.is_empty() || !keys.is_empty() && random.in_1000(500) { keys } else { looks };
                slip[at] = *random.one(&looks);
            }
            How::Swapped => {
                let pairs = differing(&places, &signs, 1);
                let at = *some(&pairs, random)?;
                slip.swap(at, at + 1);
            }
            How::Dropped => {
                slip.remove(*random.one(&places));
            }
            How::Doubled => {
                let at = *random.one(&places);
                slip.insert(at, signs[at]);
            }
            How::TwoAlike => {
                let places: Vec<usize> =
                    places.into_iter().filter(|&at| !look_alikes(signs[at]).is_empty()).collect();
                let first = random.below(places.len().max(1));
                // Any but the first.
                let second = (first + 1 + random.below(places.len().checked_sub(1)?.max(1))) % places.len();
                if first == second {
                    return None;
                }
                for at in [places[first], places[second]] {
                    slip[at] = *random.one(&look_alikes(signs[at]));
                }
            }
            How::Blocks => {
                let at = *some(&differing(&places, &signs, 2), random)?;
                swap_blocks(&mut slip, at);
            }
            How::MonthAndDay => swap_blocks(&mut slip, sort.month?),
        }
        (slip != signs).then(|| slip.into_iter().collect())
    }

    /// Everything of the kind's shape that this slip may have been made from, once each.
    pub fn origins(self, sort: &Sort, bad: &str) -> BTreeSet<String> {
        let signs: Vec<char> = bad.chars().collect();
        let places: Vec<usize> = sort.places().into_iter().filter(|&at| at < signs.len()).collect();
        let mut all = BTreeSet::new();
        let mut add = |signs: &[char]| {
            let fits = |(at, c): (usize, &char)| sort.class(at).contains(*c);
            if signs.len() == sort.shape.len() && signs.iter().enumerate().all(fits) {
                all.insert(signs.iter().collect::<String>());
            }
        };
        match self {
            How::Replaced | How::Alike => {
                for &at in &places {
                    for c in sort.class(at).chars().filter(|&c| c != signs[at]) {
                        let close =
                            || look_alikes(c).contains(&signs[at]) || neighbours(c).contains(&signs[at]);
                        if self == How::Replaced || close() {
                            let mut origin = signs.clone();
                            origin[at] = c;
                            add(&origin);
                        }
                    }
                }
            }
            How::Swapped => {
                for at in differing(&places, &signs, 1) {
                    let mut origin = signs.clone();
                    origin.swap(at, at + 1);
                    add(&origin);
                }
            }
            How::Dropped => {
                for at in sort.places() {
                    for c in sort.class(at).chars() {
                        let mut origin = signs.clone();
                        origin.insert(at.min(signs.len()), c);
                        add(&origin);
                    }
                }
            }
            How::Doubled => {
                for at in (1..signs.len()).filter(|&at| signs[at] == signs[at - 1]) {
                    let mut origin = signs.clone();
                    origin.remove(at);
                    add(&origin);
                }
            }
            How::TwoAlike => {
                for (i, &one) in places.iter().enumerate() {
                    for &other in &places[i + 1..] {
                        for a in look_alikes(signs[one]) {
                            for b in look_alikes(signs[other]) {
                                let mut origin = signs.clone();
                                (origin[one], origin[other]) = (a, b);
                                add(&origin);
                            }
                        }
                    }
                }
            }
            How::Blocks => {
                for at in differing(&places, &signs, 2) {
                    let mut origin = signs.clone();
                    swap_blocks(&mut origin, at);
                    add(&origin);
                }
            }
            How::MonthAndDay => {
                let mut origin = signs;
                if let Some(month) = sort.month {
                    swap_blocks(&mut origin, month);
                    add(&origin);
                }
            }
        }
        all
    }
}

/// Where two neighbouring blocks of this width differ; blocks of two are of digits.
fn differing(places: &[usize], signs: &[char], width: usize) -> Vec<usize> {
    let whole = |at: usize| (at..at + 2 * width).all(|i| places.contains(&i) && i < signs.len());
    let differ = |at: usize| signs[at..at + width] != signs[at + width..at + 2 * width];
    let digits = |at: usize| width == 1 || signs[at..at + 2 * width].iter().all(char::is_ascii_digit);
    places.iter().copied().filter(|&at| whole(at) && differ(at) && digits(at)).collect()
}

/// Swaps two digits with the two behind them.
fn swap_blocks(signs: &mut [char], at: usize) {
    signs.swap(at, at + 2);
    signs.swap(at + 1, at + 3);
}

fn some<'a, T>(of: &'a [T], random: &mut Random) -> Option<&'a T> {
    (!of.is_empty()).then(|| random.one(of))
}
