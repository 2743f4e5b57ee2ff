//! Reads the words of codes: `locales/<tag>/code-words.txt`, a word a line.

use std::collections::BTreeMap;
use std::path::Path;

use super::fault::{Collector, Faults};
use super::source::Source;
use super::{languages, lint};
use crate::domain::city::Language;
use crate::domain::code_words::{CodeWords, SIZES, WordList};
use crate::domain::finder::plain;

/// The file of a language; one without it takes the words of a city's own.
const FILE: &str = "code-words.txt";

/// The fewest and the most letters of a word: shorter ones are misheard, longer ones mistyped.
const LETTERS: std::ops::RangeInclusive<usize> = 3..=9;

/// The words of every language that has some.
///
/// # Errors
///
/// A file that cannot be read.
pub fn load(locales: &Path) -> Result<CodeWords, Faults> {
    let faults = Collector::default();
    let mut lists = BTreeMap::new();
    for language in languages::of_folder(locales) {
        if let Some(source) = read(locales, language, &faults) {
            let list = WordList::new(words(source.text()).map(|(_, word)| word.to_owned()));
            lists.insert(language, list);
        }
    }
    let faults = faults.into_faults();
    if faults.list().is_empty() { Ok(CodeWords::new(lists)) } else { Err(faults) }
}

fn read<'c>(locales: &Path, language: Language, faults: &'c Collector) -> Option<Source<'c>> {
    let path = locales.join(language.tag()).join(FILE);
    if path.exists() { Source::read(path, faults) } else { None }
}

/// Words with where they stand.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let place = move |word: &str| word.as_ptr().addr() - text.as_ptr().addr();
    text.lines().map(str::trim).filter(|word| !word.is_empty()).map(move |word| (place(word), word))
}

/// Tells everything that is wrong with the lists.
pub(super) fn check(locales: &Path, faults: &Collector) {
    for language in languages::of_folder(locales) {
        if let Some(source) = read(locales, language, faults) {
            check_list(&source, language);
        }
    }
}

fn check_list(source: &Source<'_>, language: Language) {
    let words: Vec<(usize, &str, String)> =
        words(source.text()).map(|(at, word)| (at, word, plain(word))).collect();
    if !SIZES.contains(&words.len()) {
        let what = format!("the list has {} words", words.len());
        source.tell(0, what, "Codes need 1024 words or 2048");
    }
    for (number, (at, word, letters)) in words.iter().enumerate() {
        let mut tell = |what: String, remedy: &str| source.tell(*at, what, remedy);
        lint::characters(word, Some(language), &mut tell);
        if !letters.chars().all(char::is_alphabetic) || word.chars().any(char::is_uppercase) {
            tell(format!("\"{word}\" is no plain word"), "Use small letters only");
        }
        if !LETTERS.contains(&letters.chars().count()) {
            tell(format!("{word} is too short or too long"), "Use words of 3 to 9 letters");
        }
        let before = words.get(..number).unwrap_or_default();
        if let Some((_, other, _)) = before.iter().find(|(_, _, it)| are_alike(it, letters)) {
            tell(
                format!("{word} is too much like {other}"),
                "Take one out: no two may differ by one letter or begin alike to the end",
            );
        }
    }
}

/// Whether two words are the same, differ by one letter, or one begins with the other.
fn are_alike(one: &str, other: &str) -> bool {
    let lengths = one.len().abs_diff(other.len());
    one.starts_with(other)
        || other.starts_with(one)
        || lengths <= 1 && strsim::osa_distance(one, other) <= 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_are_easily_mixed_up_are_alike() {
        for (one, other) in [("casa", "casa"), ("casa", "cama"), ("casa", "casaco"), ("ovo", "voo")]
        {
            assert!(are_alike(one, other), "{one} {other}");
        }
        assert!(!are_alike("balde", "barco"));
    }
}
