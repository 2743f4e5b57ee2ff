//! What `language.toml` says: names, letters, voices, and how words are compared.

use std::collections::HashSet;

use rust_stemmers::{Algorithm, Stemmer};
use serde::{Deserialize, Deserializer};

use super::Plain;

/// What a language's folder says of it.
#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Habits {
    /// Its name as its speakers write it.
    pub name: String,
    /// Its own sign, short enough for a corner.
    pub short: String,
    /// Letters that the alphabet on the keys does not have.
    #[serde(default)]
    pub letters: String,
    /// The last two digits of the numbers that are "few" (Unicode's plural rules), from and to.
    #[serde(default)]
    pub few: Vec<(u64, u64)>,
    /// Whether none are few.
    #[serde(default)]
    pub few_zero: bool,
    /// The better modules of Speech Dispatcher, the best first. A module stands only where its
    /// voice for the language comes with it.
    #[serde(default)]
    pub voices: Vec<String>,
    /// What stands in a request whose words were spoken, at a server that takes no sound: whoever
    /// reads it there asks the station's staff, who write them down.
    #[serde(default)]
    pub spoken_request: String,
    /// How its words are compared; without it they must be the same but for accents.
    #[serde(default)]
    pub finder: WordHabits,
    /// How plainly it is written: `plain.toml`.
    #[serde(skip)]
    pub plain: Plain,
}

/// How the words of a language are compared.
#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordHabits {
    /// The stemmer (of `rust-stemmers`) that takes off the endings.
    #[serde(default)]
    stemmer: Option<Algorithm>,
    /// Whether an apostrophe or a hyphen joins a short part to its neighbour.
    #[serde(default)]
    pub(crate) joins: bool,
    /// Words that say nothing about a subject.
    #[serde(default, deserialize_with = "words")]
    little: HashSet<String>,
    /// Endings that the stemmer does not know.
    #[serde(default)]
    endings: Replacements,
    /// Letters that sound alike, or do in some region.
    #[serde(default)]
    sounds: Replacements,
}

/// What is replaced by what, in this order; `^` and `$` are a word's edges.
type Replacements = Vec<(String, String)>;

/// A shorter stem would belong to too many words (`coma`, `como`, `comer`).
const SAFE: usize = 4;

/// A word must be longer than this after its plural was taken off.
const SHORT: usize = 2;

impl Habits {
    /// Reads a `language.toml`.
    ///
    /// # Errors
    ///
    /// What is wrong with it, and where.
    pub fn read(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }
}

impl WordHabits {
    /// Whether a plain word says nothing about a subject.
    #[must_use]
    pub fn is_little(&self, plain: &str) -> bool {
        self.little.contains(plain) || plain.chars().all(|c| c.is_ascii_digit())
    }

    /// A plain word without its endings.
    #[must_use]
    pub fn stem(&self, plain: &str) -> String {
        let word = replaced(plain, &self.endings);
        let Some(algorithm) = self.stemmer else { return word };
        let stem = Stemmer::create(algorithm).stem(&word);
        if stem.chars().count() < SAFE { bare(&word).to_owned() } else { stem.into_owned() }
    }

    /// How a stem sounds.
    #[must_use]
    pub fn sound(&self, stem: &str) -> String {
        replaced(stem, &self.sounds)
    }
}

fn words<'de, D: Deserializer<'de>>(from: D) -> Result<HashSet<String>, D::Error> {
    Ok(String::deserialize(from)?.split_whitespace().map(str::to_owned).collect())
}

/// A word without the `s` of a plural and, where it is long enough, without its last vowel.
fn bare(word: &str) -> &str {
    let singular = word.strip_suffix('s').filter(|rest| rest.len() > SHORT).unwrap_or(word);
    if singular.len() > SAFE {
        singular.strip_suffix(['a', 'e', 'i', 'o']).unwrap_or(singular)
    } else {
        singular
    }
}

fn replaced(word: &str, replacements: &Replacements) -> String {
    let mut text = format!("^{word}$");
    for (from, to) in replacements {
        if text.contains(from) {
            text = text.replace(from, to);
        }
    }
    text.retain(|c| c != '^' && c != '$');
    text
}
