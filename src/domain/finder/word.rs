//! A text as words that can be compared.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::tongue::Tongue;

/// A text without accents and in lower case, as it is compared.
#[must_use]
pub fn plain(text: &str) -> String {
    text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

/// One word of a text, and what is left of it when less and less is demanded of its spelling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Without accents.
    pub plain: String,
    /// Without endings.
    pub stem: String,
    /// As it sounds, without endings.
    pub sound: String,
}

/// The words of a text, in order.
pub(super) fn words(text: &str, tongue: Tongue) -> Vec<Word> {
    text.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c) && !is_joint(c))
        .flat_map(|chunk| pieces(chunk, tongue))
        .map(|piece| word(&piece, tongue))
        .collect()
}

/// What may stand inside a word.
fn is_joint(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '´' | '`' | '-' | '‑')
}

/// `s-a` is one word in a tongue that joins short parts; `guarda-roupa` is two.
fn pieces(chunk: &str, tongue: Tongue) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for part in chunk.split(is_joint).filter(|part| !part.is_empty()) {
        match pieces.last_mut() {
            Some(last) if tongue.joins(last, part) => last.push_str(part),
            _ => pieces.push(part.to_owned()),
        }
    }
    pieces
}

fn word(text: &str, tongue: Tongue) -> Word {
    let plain = plain(text);
    let stem = tongue.stem(&plain);
    let sound = match with_cedilla(text) {
        Some(spoken) => tongue.sound(&tongue.stem(&spoken)),
        None => tongue.sound(&stem),
    };
    Word { plain, stem, sound }
}

/// A plain word that keeps its `ç`, which tells how it sounds; `None` where there is none.
fn with_cedilla(text: &str) -> Option<String> {
    let parts: Vec<_> =
        text.to_lowercase().nfc().collect::<String>().split('ç').map(plain).collect();
    (parts.len() > 1).then(|| parts.join("ç"))
}
