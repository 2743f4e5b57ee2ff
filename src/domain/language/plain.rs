//! What `plain.toml` says: which words are hard, and how easy texts must be to read.

use std::collections::BTreeMap;

use serde::Deserialize;

/// How plainly a language is written.
#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plain {
    /// How easy texts must be; without it only long sentences are told.
    pub level: Option<Level>,
    /// Letters that are never right.
    #[serde(default)]
    pub never: Vec<Never>,
    /// Words of offices, and what one says instead. A word stands for all its forms.
    #[serde(default)]
    pub instead: BTreeMap<String, String>,
    /// Words of offices that are fine here: a city's own.
    #[serde(default)]
    pub allowed: Vec<String>,
}

/// How easy texts must be to read.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// By which index.
    pub index: Index,
    /// The limit of a file of messages.
    pub file: f64,
    /// The limit of one screen: a message with what belongs to it.
    pub screen: f64,
    /// The limit of a city's sentences, a file each.
    pub city: f64,
}

/// How hard words are to read, as a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Index {
    /// Flesch's reading ease for Portuguese (Martins 1996): high is easy.
    FleschPortuguese,
    /// Flesch's reading ease (1948): high is easy.
    FleschEnglish,
    /// LIX (Björnsson 1968), for any language: low is easy.
    Lix,
}

/// Letters that are never right in a language.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Never {
    /// Which.
    pub letters: String,
    /// What is wrong with them.
    pub what: String,
    /// What to write.
    pub remedy: String,
}

impl Plain {
    /// Reads a `plain.toml`.
    ///
    /// # Errors
    ///
    /// What is wrong with it, and where.
    pub fn read(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }
}
