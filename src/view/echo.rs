//! What is said of letters: on their way into a field, and with a word that begins like them.

use crate::locale::Words;

use super::{View, ended};

/// Messages of letters and signs that are not named by themselves.
const NAMED: [(char, &str); 27] = [
    ('á', "spell-a-acute"),
    ('â', "spell-a-circumflex"),
    ('ã', "spell-a-tilde"),
    ('à', "spell-a-grave"),
    ('ă', "spell-a-breve"),
    ('é', "spell-e-acute"),
    ('ê', "spell-e-circumflex"),
    ('í', "spell-i-acute"),
    ('î', "spell-i-circumflex"),
    ('ó', "spell-o-acute"),
    ('ô', "spell-o-circumflex"),
    ('õ', "spell-o-tilde"),
    ('ú', "spell-u-acute"),
    ('ç', "spell-c-cedilla"),
    ('ș', "spell-s-comma"),
    ('ț', "spell-t-comma"),
    (' ', "key-space"),
    ('.', "key-full-stop"),
    (',', "key-comma"),
    ('-', "key-hyphen"),
    ('/', "key-slash"),
    ('?', "key-question"),
    ('!', "key-exclamation"),
    ('\'', "key-apostrophe"),
    (':', "key-colon"),
    ('@', "key-at"),
    ('_', "key-underscore"),
];

/// How somebody types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// On the glass, seeing the letters.
    Seeing,
    /// By keys or switches, or with headphones in: letters are spelled.
    Hearing,
}

/// A letter with a word: "C de casa".
#[must_use]
pub fn spelled(words: Words<'_>, letter: char) -> String {
    let small = letter.to_lowercase().next().unwrap_or(letter);
    let name = NAMED.iter().find(|(named, _)| *named == small).map(|(_, name)| *name);
    let said = match name {
        Some(name) => words.text(name),
        None if small.is_ascii_alphanumeric() => words.text(&format!("spell-{small}")),
        // No key of ours writes it.
        None => return letter.to_string(),
    };
    if letter == small { said } else { words.with("spell-capital", &[("letter", said.into())]) }
}

/// What is said of something typed: the letter added, the word that a space ended, or that a
/// letter was taken away.
///
/// What others may not hear is not said, only that something was written.
#[must_use]
pub fn echo(
    words: Words<'_>,
    view: &View,
    field: &str,
    before: &str,
    hand: Hand,
) -> Option<String> {
    let field = view.fields.iter().find(|shown| shown.id == field)?;
    let after = field.value.as_str();
    if field.hidden {
        let changed = hand == Hand::Hearing && after != before;
        let id = if after.len() < before.len() { "key-erased" } else { "key-written" };
        return changed.then(|| words.text(id));
    }
    let letter_said = |letter: char| match hand {
        Hand::Hearing => spelled(words, letter),
        Hand::Seeing => letter.to_string(),
    };
    if let Some(added) = after.strip_prefix(before) {
        let mut letters = added.chars();
        let letter = letters.next()?;
        return Some(match letters.next() {
            None if letter.is_whitespace() => match before.split_whitespace().last() {
                Some(word) if !before.ends_with(char::is_whitespace) => {
                    format!("{} {}", ended(word), words.text("key-space"))
                }
                _ => words.text("key-space"),
            },
            None => letter_said(letter),
            Some(_) => field.spoken.clone(),
        });
    }
    let shorter = before.strip_prefix(after).is_some();
    if shorter { Some(words.text("key-erased")) } else { after.chars().last().map(letter_said) }
}
