//! Borders of characters (字符边界): the nearest one where an offset may stand in the middle of a character.

/// The last border up to this byte, at most the text's end.
pub fn before(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The first border from this byte on, at most the text's end.
pub fn after(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}
