//! Which characters are taken for which (形近、键邻): the look-alikes of print and handwriting, and neighbours on the keyboard.

/// The characters numbers are made of.
pub const ALL: [char; 36] = [
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K',
    'L', 'M', 'N', 'O', 'P', 'Q', 'R', 'S', 'T', 'U', 'V', 'W', 'X', 'Y', 'Z',
];

/// A letter that stands only among letters. X is a digit: the tenth, at the end of many numbers.
pub fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() && c != 'X'
}

/// Characters that look alike, in print, in a photograph or by hand, or sound alike (一 and 七) read out.
const ALIKE: [&str; 22] = [
    "0ODQ", "1IL7", "2Z", "5S", "6G", "8B3", "9GQ", "UV", "NM", "CG", "XKY", "56", "68", "49", "06", "17",
    "38", "08", "WV", "EF", "PR", "HN",
];

/// Rows of keys; the numeric pad is four rows, and its columns are rows too.
const KEYS: [&str; 10] =
    ["1234567890", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM", "789", "456", "123", "147", "2580", "369"];

/// How likely one of these is typed for the other, beside any two of a class (1).
pub fn likeness(a: char, b: char) -> f32 {
    let (a, b) = (a.to_ascii_uppercase(), b.to_ascii_uppercase());
    let both = |set: &&&str| set.contains(a) && set.contains(b);
    let beside = |row: &&str| {
        let at = |c| row.find(c);
        matches!((at(a), at(b)), (Some(i), Some(j)) if i.abs_diff(j) == 1)
    };
    if ALIKE.iter().any(|set| both(&set)) {
        8.0
    } else if KEYS.iter().any(beside) {
        4.0
    } else if a.is_ascii_digit() == b.is_ascii_digit() {
        1.0
    } else {
        0.3
    }
}

/// Every other character that might have been meant.
pub fn others(old: char) -> impl Iterator<Item = char> {
    let old = old.to_ascii_uppercase();
    ALL.into_iter().filter(move |new| *new != old)
}

/// The characters that look like this one.
pub fn alike(old: char) -> impl Iterator<Item = char> {
    let old = old.to_ascii_uppercase();
    ALL.into_iter()
        .filter(move |new| *new != old && ALIKE.iter().any(|set| set.contains(old) && set.contains(*new)))
}

/// The digit for which a letter that cannot occur is written.
pub fn digit_for(letter: char) -> Option<char> {
    Some(match letter {
        'O' | 'o' => '0',
        'I' | 'i' | 'l' => '1',
        'Z' | 'z' => '2',
        'S' | 's' => '5',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alike_before_beside_before_others() {
        for (a, b, want) in [
            ('0', 'O', 8.0),
            ('3', '8', 8.0),
            ('8', '3', 8.0),
            ('b', '8', 8.0),
            ('4', '5', 4.0),
            ('1', '4', 4.0),
            ('Q', 'W', 4.0),
            ('2', '9', 1.0),
            ('A', 'X', 1.0),
            ('2', 'K', 0.3),
        ] {
            assert_eq!(likeness(a, b), want, "{a} {b}");
            assert_eq!(likeness(b, a), want, "{b} {a}");
        }
    }

    #[test]
    fn never_itself() {
        for c in ALL {
            assert_eq!(others(c).count(), 35, "{c}");
            assert!(!alike(c).any(|other| other == c), "{c}");
            assert!(alike(c).all(|other| likeness(c, other) == 8.0), "{c}");
        }
        assert_eq!(others('x').count(), 35);
    }
}
