//! What is common to packs of lessons wherever they are: names and sizes.

/// How the name of a pack's file ends.
pub const ENDING: &str = "acolhe-lessons";

/// The most bytes of a pack's file: several times all lessons that we have.
pub const MOST_BYTES: u64 = 1 << 20;

/// A name as packs have them: it can be a file's, and says nothing to a computer.
#[must_use]
pub fn is_name(text: &str) -> bool {
    let fine = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=64).contains(&text.len()) && !text.starts_with('-') && text.bytes().all(fine)
}
