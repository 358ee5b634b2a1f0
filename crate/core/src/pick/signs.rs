//! Signs that numbers are made of or stand between (号码用字).

/// Letters, digits and mask signs: what numbers are made of.
pub fn is_sign(ch: char) -> bool {
    ch.is_ascii_alphanumeric() || ch == '*'
}

pub fn is_han(ch: char) -> bool {
    ('一'..='\u{9fff}').contains(&ch)
}

pub fn is_opening(ch: char) -> bool {
    matches!(ch, '(' | '〔' | '[' | '【')
}

pub fn is_closing(ch: char) -> bool {
    matches!(ch, ')' | '〕' | ']' | '】')
}
