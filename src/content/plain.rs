//! Words of offices: which of them a text uses, and what one says instead.

use std::collections::HashMap;
use std::path::Path;

use super::fault::Collector;
use super::source::Source;
use crate::domain::city::Language;
use crate::domain::finder::stems;
use crate::domain::language::Plain;

/// A word of offices, or several that stand together.
struct Office {
    stems: Vec<String>,
    written: String,
    instead: String,
}

/// The words of offices of a language, by the stem of their first.
pub(super) struct OfficeWords {
    language: Language,
    words: HashMap<String, Vec<Office>>,
}

impl OfficeWords {
    /// Those that the language's own folder lists.
    pub(super) fn of(language: Language) -> Self {
        let mut words = Self { language, words: HashMap::new() };
        words.add(&language.habits().plain);
        words
    }

    /// And those of a city, without what it allows.
    pub(super) fn of_city(language: Language, dir: &Path, faults: &Collector) -> Self {
        let mut words = Self::of(language);
        let path = dir.join("words").join(language.tag()).join("plain.toml");
        if path.exists()
            && let Some(source) = Source::read(path, faults)
        {
            match Plain::read(source.text()) {
                Ok(own) => words.add(&own),
                Err(error) => super::languages::tell(&source, &error),
            }
        }
        words
    }

    fn add(&mut self, plain: &Plain) {
        for (written, instead) in &plain.instead {
            let stems = stems(written, self.language);
            let Some(first) = stems.first().cloned() else { continue };
            let (written, instead) = (written.clone(), instead.clone());
            self.words.entry(first).or_default().push(Office { stems, written, instead });
        }
        for allowed in &plain.allowed {
            let stems = stems(allowed, self.language);
            for words in self.words.values_mut() {
                words.retain(|office| office.stems != stems);
            }
        }
    }

    /// Tells the words of offices that stand in a text.
    pub(super) fn judge(&self, text: &str, tell: &mut impl FnMut(String, &str)) {
        let said = stems(text, self.language);
        for at in 0..said.len() {
            let starting = self.words.get(&said[at]).into_iter().flatten();
            let here = starting.filter(|office| said[at..].starts_with(&office.stems));
            if let Some(office) = here.max_by_key(|office| office.stems.len()) {
                let remedy = format!("Say \"{}\", or what one would say at home", office.instead);
                tell(format!("\"{}\" is a word of offices", office.written), &remedy);
            }
        }
    }
}
