//! Reads what the folders of `locales/` say of their languages: `<tag>/language.toml`.

use std::collections::BTreeMap;
use std::path::Path;

use toml::Spanned;

use super::fault::{Collector, Faults};
use super::source::Source;
use crate::domain::city::Language;
use crate::domain::language::{Habits, OtherLanguage, Plain};

/// The file that makes a folder a language.
const FILE: &str = "language.toml";

/// Makes the languages of a folder of locales known.
///
/// # Errors
///
/// Every mistake in their `language.toml`.
pub fn learn(locales: &Path) -> Result<(), Faults> {
    let faults = Collector::default();
    read(locales, &faults);
    let faults = faults.into_faults();
    if faults.list().is_empty() { Ok(()) } else { Err(faults) }
}

/// The languages of `other-languages.toml` in which a person may ask for somebody, in the order of
/// the file; none where there is no file.
///
/// # Errors
///
/// Every mistake in it.
pub fn others(locales: &Path) -> Result<Vec<OtherLanguage>, Faults> {
    let faults = Collector::default();
    let others = read_others(locales, &faults);
    let faults = faults.into_faults();
    if faults.list().is_empty() { Ok(others) } else { Err(faults) }
}

/// Reads `other-languages.toml`; tells what is wrong with it, and names that are missing.
pub(super) fn read_others(locales: &Path, faults: &Collector) -> Vec<OtherLanguage> {
    let path = locales.join("other-languages.toml");
    let source = if path.exists() { Source::read(path, faults) } else { None };
    let Some(source) = source else { return Vec::new() };
    let mut listed: BTreeMap<String, Spanned<OtherLanguage>> = match toml::from_str(source.text()) {
        Ok(listed) => listed,
        Err(error) => {
            tell(&source, &error);
            return Vec::new();
        }
    };
    for (tag, other) in &mut listed {
        let at = other.span().start;
        let other = other.get_mut();
        other.tag.clone_from(tag);
        for language in of_folder(locales) {
            if !other.name.contains_key(&language) {
                let what = format!("{tag} has no name in {}", language.tag());
                source.tell(at, what, format!("Add name.{} = \"…\"", language.tag()));
            }
        }
    }
    let mut listed: Vec<_> = listed.into_values().collect();
    listed.sort_by_key(|other| other.span().start);
    listed.into_iter().map(Spanned::into_inner).collect()
}

/// The languages of a folder of locales that are known.
pub(super) fn of_folder(locales: &Path) -> Vec<Language> {
    let has_folder = |language: &Language| locales.join(language.tag()).is_dir();
    Language::known().into_iter().filter(has_folder).collect()
}

/// Makes known what every folder says; tells what is wrong with it.
pub(super) fn read(locales: &Path, faults: &Collector) {
    let entries = std::fs::read_dir(locales).into_iter().flatten();
    let folders = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut folders: Vec<_> = folders.filter(|path| path.is_dir()).collect();
    folders.sort();
    for folder in folders {
        let tag = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let Some(source) = Source::read(folder.join(FILE), faults) else { continue };
        let habits = match Habits::read(source.text()) {
            Ok(habits) => habits,
            Err(error) => {
                tell(&source, &error);
                continue;
            }
        };
        if tag.parse::<unic_langid::LanguageIdentifier>().is_err() {
            source.tell(
                0,
                format!("{tag} is no language"),
                "Name the folder by its tag: es, pt-BR",
            );
            continue;
        }
        let plain = plain(&folder, faults);
        Language::learn(&tag, Habits { plain, ..habits });
    }
}

/// A language without a list of hard words has none.
fn plain(folder: &Path, faults: &Collector) -> Plain {
    let path = folder.join("plain.toml");
    let source = if path.exists() { Source::read(path, faults) } else { None };
    let Some(source) = source else { return Plain::default() };
    Plain::read(source.text()).unwrap_or_else(|error| {
        tell(&source, &error);
        Plain::default()
    })
}

/// Tells what is wrong with a file that was read as a whole.
pub(super) fn tell(source: &Source<'_>, error: &toml::de::Error) {
    let at = error.span().map_or(0, |span| span.start);
    let what = error.message().lines().next().unwrap_or_default();
    source.tell(at, what, "Write it as docs/languages.md describes");
}
