//! How a sentence is said where it is written otherwise: abbreviations, letters, sums, hours, days.
//!
//! Which words these are stands in files of each language and each city; only how figures are
//! read is code. What is shown stays as it is: this comes just before the voice.

mod counted;
mod figures;
mod rule;

use std::collections::BTreeMap;

pub use counted::Counted;
pub use figures::{Calendar, Clock, Money, Separators};
pub use rule::{Place, Rule};

use super::city::Language;
use rule::is_digit;

/// How each language is said.
#[derive(Clone, Debug, Default)]
pub struct Pronunciations(BTreeMap<Language, Pronunciation>);

impl Pronunciations {
    /// How these languages are said.
    #[must_use]
    pub fn new(languages: impl IntoIterator<Item = (Language, Pronunciation)>) -> Self {
        Self(languages.into_iter().collect())
    }

    /// A sentence as it is said; one of a language that nothing is known of stays as it is.
    #[must_use]
    pub fn say(&self, language: Language, sentence: &str) -> String {
        match self.0.get(&language) {
            Some(pronunciation) => pronunciation.say(sentence),
            None => sentence.to_owned(),
        }
    }
}

/// How one language is said.
#[derive(Clone, Debug)]
pub struct Pronunciation {
    language: Language,
    /// The longest first.
    rules: Vec<Rule>,
    /// Hours of the day, where they are said otherwise.
    pub clock: Option<Clock>,
    /// Days of the year, where they are said otherwise.
    pub calendar: Option<Calendar>,
    /// Sums of money.
    pub money: Vec<Money>,
    /// What parts the figures of a number.
    pub separators: Separators,
}

impl Pronunciation {
    /// A language that is said as it is written.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self {
            language,
            rules: Vec::new(),
            clock: None,
            calendar: None,
            money: Vec::new(),
            separators: Separators::default(),
        }
    }

    /// Adds rules. They come before those that were there, a longer one before a shorter one.
    pub fn add(&mut self, rules: impl IntoIterator<Item = Rule>) {
        let older = std::mem::take(&mut self.rules);
        self.rules = rules.into_iter().chain(older).collect();
        self.rules.sort_by_key(|rule| std::cmp::Reverse(rule.written.len()));
    }

    /// A sentence as it is said.
    #[must_use]
    pub fn say(&self, sentence: &str) -> String {
        let said = self.say_figures(&self.say_words(sentence));
        // Whatever a file says, no sentence falls silent.
        let is_said = said.contains(char::is_alphanumeric);
        if is_said { said } else { sentence.to_owned() }
    }

    fn say_words(&self, sentence: &str) -> String {
        let mut said = String::new();
        let mut at = 0;
        while let Some(letter) = sentence[at..].chars().next() {
            let (before, rest) = sentence.split_at(at);
            let found =
                self.rules.iter().find_map(|rule| Some((rule, rule.matches(before, rest)?)));
            let Some((rule, length)) = found else {
                said.push(letter);
                at += letter.len_utf8();
                continue;
            };
            if rule.place == Place::AfterNumber && said.ends_with(is_digit) {
                said.push(' ');
            }
            put(&mut said, &rule.spoken);
            at += length;
            if sentence[at..].starts_with(char::is_alphanumeric) {
                said.push(' ');
            }
            // The full stop of an abbreviation may be that of the sentence.
            if rule.written.ends_with('.') && sentence[at..].trim().is_empty() {
                said.push('.');
            }
        }
        said
    }
}

/// Adds what is said, without a first word that stands there already: no "ora ora 14".
fn put(said: &mut String, spoken: &str) {
    let last = said.split_whitespace().next_back().unwrap_or_default();
    let first = spoken.split(' ').next().unwrap_or_default();
    let stands_there = said.ends_with(char::is_whitespace)
        && first.chars().all(char::is_alphabetic)
        && first.to_lowercase() == last.to_lowercase();
    let spoken = if stands_there { spoken[first.len()..].trim_start() } else { spoken };
    if spoken.is_empty() {
        // The space before it is one too many.
        said.truncate(said.trim_end().len());
    }
    said.push_str(spoken);
}

#[cfg(test)]
mod tests;
