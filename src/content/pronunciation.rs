//! Reads how words are said: `locales/<tag>/pronunciation.toml` of each language, and a city's own
//! `pronunciation/<tag>.toml`, as `docs/pronunciation.md` describes them.

mod figures;

use std::path::Path;

use super::fault::{Collector, Faults};
use super::lint;
use super::source::Source;
use super::toml_table::{self, Table};
use crate::domain::city::Language;
use crate::domain::pronunciation::{Place, Pronunciation, Pronunciations, Rule};

/// The tables of words, and where theirs are said so.
const TABLES: [(&str, Place); 4] = [
    ("before-number", Place::BeforeNumber),
    ("after-number", Place::AfterNumber),
    ("before-name", Place::BeforeName),
    ("words", Place::Anywhere),
];

/// How a city and its languages are said.
///
/// # Errors
///
/// Every mistake in their files. A city may have no file of its own; a language has one.
pub fn load(locales: &Path, city: &Path) -> Result<Pronunciations, Faults> {
    let faults = Collector::default();
    let said: Vec<_> = super::languages::of_folder(locales)
        .into_iter()
        .map(|language| {
            let mut said = of_language(locales, language, &faults);
            said.add(of_city(city, language, &faults));
            (language, said)
        })
        .collect();
    let faults = faults.into_faults();
    if faults.list().is_empty() { Ok(Pronunciations::new(said)) } else { Err(faults) }
}

/// Tells everything that is wrong with the files of the languages.
pub(super) fn check_locales(dir: &Path, faults: &Collector) {
    for language in super::languages::of_folder(dir) {
        of_language(dir, language, faults);
    }
}

/// Tells everything that is wrong with a city's own files.
pub(super) fn check_city(dir: &Path, faults: &Collector) {
    for language in Language::known() {
        of_city(dir, language, faults);
    }
}

fn of_language(locales: &Path, language: Language, faults: &Collector) -> Pronunciation {
    let mut said = Pronunciation::new(language);
    let path = locales.join(language.tag()).join("pronunciation.toml");
    if let Some(source) = Source::read(path, faults) {
        toml_table::read(&source, |root| {
            said.add(rules(root, language));
            figures::read(root, &mut said);
        });
    }
    said
}

fn of_city(city: &Path, language: Language, faults: &Collector) -> Vec<Rule> {
    let path = city.join("pronunciation").join(format!("{}.toml", language.tag()));
    if !path.exists() {
        return Vec::new();
    }
    let source = Source::read(path, faults);
    let read = source.and_then(|source| toml_table::read(&source, |root| rules(root, language)));
    read.unwrap_or_default()
}

fn rules(root: &mut Table<'_>, language: Language) -> Vec<Rule> {
    let of_table = |(name, place)| {
        root.table(name, |table| {
            let keys = table.keys();
            let read = |written| rule(table, written, place, language);
            keys.into_iter().filter_map(read).collect::<Vec<_>>()
        })
    };
    TABLES.into_iter().flat_map(of_table).collect()
}

/// One line: what is written, and how it is said.
fn rule(table: &mut Table<'_>, written: String, place: Place, language: Language) -> Option<Rule> {
    let spoken = spoken(table, &written)?;
    let mut tell = |what: String, remedy: &str| table.tell(&written, what, remedy);
    if written.trim() != written || written.is_empty() {
        tell(format!("\"{written}\" begins or ends with a space"), "Take the space out");
    }
    if written == spoken {
        tell(format!("\"{written}\" is said as it is written"), "Take this line out");
    }
    lint::characters(&written, Some(language), &mut tell);
    lint::characters(&spoken, Some(language), &mut tell);
    Some(Rule { written, spoken, place })
}

/// What is said for a key: something, and no end of a sentence.
fn spoken(table: &mut Table<'_>, key: &str) -> Option<String> {
    let spoken = table.optional_text(key)?;
    if spoken.trim().is_empty() {
        return None;
    }
    if !spoken.contains(char::is_alphanumeric) {
        table.tell(key, format!("\"{spoken}\" cannot be said"), "Write it with letters");
    }
    if let Some(end) = spoken.chars().find(|letter| ".!?…".contains(*letter)) {
        let what = format!("\"{spoken}\" ends a sentence with \"{end}\"");
        table.tell(key, what, "Take the sign out");
    }
    Some(spoken)
}

#[cfg(test)]
mod tests;
