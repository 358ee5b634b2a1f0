//! Words beside a number (前后文): what the text before it ends with, and the text behind it starts with.

/// Does the text start with this word?
pub(super) fn starts_with(text: &[char], word: &str) -> bool {
    let mut rest = text.iter();
    word.chars().all(|ch| rest.next() == Some(&ch))
}

/// Does the text end with this word?
pub(super) fn ends_with(text: &[char], word: &str) -> bool {
    let mut rest = text.iter().rev();
    word.chars().rev().all(|ch| rest.next() == Some(&ch))
}
