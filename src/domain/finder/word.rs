//! A text as words that can be compared.

use std::collections::HashMap;

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
    pieces(text, tongue).map(|piece| word(&piece, tongue)).collect()
}

/// Reads many texts of one language: what a word comes to is worked out once.
#[derive(Debug)]
pub(super) struct Reader {
    tongue: Tongue,
    read: HashMap<String, Word>,
}

impl Reader {
    pub(super) fn new(tongue: Tongue) -> Self {
        Self { tongue, read: HashMap::new() }
    }

    /// The words of a text, in order.
    pub(super) fn words(&mut self, text: &str) -> Vec<Word> {
        pieces(text, self.tongue)
            .map(|piece| {
                let tongue = self.tongue;
                self.read.entry(piece).or_insert_with_key(|piece| word(piece, tongue)).clone()
            })
            .collect()
    }
}

/// The words of a text as they are written.
fn pieces(text: &str, tongue: Tongue) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c) && !is_joint(c))
        .flat_map(move |chunk| joined(chunk, tongue))
}

/// What may stand inside a word.
fn is_joint(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '´' | '`' | '-' | '‑')
}

/// `s-a` is one word in a tongue that joins short parts; `guarda-roupa` is two.
fn joined(chunk: &str, tongue: Tongue) -> Vec<String> {
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
    let sound = match without_cedilla(text) {
        Some(spoken) => tongue.sound(&tongue.stem(&spoken)),
        None => tongue.sound(&stem),
    };
    Word { plain, stem, sound }
}

/// A plain word with `ss` for `ç`, which sounds so; `None` where there is none.
fn without_cedilla(text: &str) -> Option<String> {
    let parts: Vec<_> =
        text.to_lowercase().nfc().collect::<String>().split('ç').map(plain).collect();
    (parts.len() > 1).then(|| parts.join("ss"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::city::Language;

    fn written(text: &str, language: Language) -> Vec<String> {
        words(text, language.into()).into_iter().map(|word| word.plain).collect()
    }

    #[test]
    fn a_plain_text_has_neither_accents_nor_capitals() {
        assert_eq!(plain("Șarpe ÎN CURTE, Água"), "sarpe in curte, agua");
    }

    #[test]
    fn short_parts_are_joined_where_the_language_does_so() {
        assert_eq!(written("s-a stins, fiu-meu", Language::Ro), ["sa", "stins", "fiu", "meu"]);
        assert_eq!(written("don’t", Language::En), ["dont"]);
        assert_eq!(written("caixa d'água", Language::PtBr), ["caixa", "d", "agua"]);
    }

    #[track_caller]
    fn sound_alike(one: &str, other: &str, language: Language) {
        let sound = |text| words(text, language.into()).remove(0).sound;
        assert_eq!(sound(one), sound(other));
    }

    #[test]
    fn words_are_heard_as_they_are_spoken() {
        for (one, other) in [
            ("calçada", "calsada"),
            ("luz", "luis"),
            ("cachorro", "caxoro"),
            ("animal", "animau"),
            ("placa", "praca"),
            ("esgoto", "isgoto"),
        ] {
            sound_alike(one, other, Language::PtBr);
        }
        sound_alike("țeavă", "tzeava", Language::Ro);
        sound_alike("neighbour", "neighbor", Language::En);
    }

    #[test]
    fn words_of_one_stem_are_the_same_word() {
        let stems = |text, language: Language| -> Vec<String> {
            words(text, language.into()).into_iter().map(|word| word.stem).collect()
        };
        for (text, language) in [
            ("queimada queimou queimados", Language::PtBr),
            ("picado picada picadas", Language::PtBr),
            ("stalp stalpul stalpu", Language::Ro),
            ("fir firul firu firului", Language::Ro),
            ("bench benches", Language::En),
        ] {
            let stems = stems(text, language);
            assert!(stems.iter().all(|stem| *stem == stems[0]), "{stems:?}");
        }
    }
}
