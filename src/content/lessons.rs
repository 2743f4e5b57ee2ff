//! Reads `lessons/`, as `docs/lessons.md` describes it.
//!
//! Screens of the practice phone and personas are read first, so that a lesson that names one that
//! is not there is told where it does. Then pretended learners play every lesson at every level of
//! help: one that does not end is a fault of its file.

mod curriculum;
mod lesson;
mod phone;
pub(super) mod words;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::fault::{Collector, Fault, Faults};
use super::source::Source;
use super::toml_table::Table;
use super::{csv_rows, toml_table};
use crate::domain::document::DocumentKind;
use crate::domain::lesson::bot::{Bot, play};
use crate::domain::lesson::{Lesson, LessonId, Library, Persona, Rung};
use crate::icons::strokes;

/// Reads everything that can be taught.
///
/// # Errors
///
/// Every mistake in the folder's files; a missing file is one of them.
pub fn load(dir: &Path) -> Result<Library, Faults> {
    let faults = Collector::default();
    let library = read(dir, &faults);
    let faults = faults.into_faults();
    if faults.list().is_empty() { Ok(library) } else { Err(faults) }
}

/// Everything that is wrong with a folder of lessons: what does not load, words that are missing,
/// and lessons that somebody cannot end.
#[must_use]
pub fn check(dir: &Path, locales: &Path) -> Faults {
    let faults = Collector::default();
    let library = read(dir, &faults);
    judge(&library, dir, locales, &faults);
    faults.into_faults()
}

/// Reads and checks lessons that were taken out of their library. `whole` is a library that lists
/// the outcomes; what comes before one of these lessons may be elsewhere.
pub(super) fn read_some(dir: &Path, locales: &Path, whole: &Path, faults: &Collector) -> Library {
    let library = read_with(dir, outcomes(whole, faults), faults);
    judge(&library, dir, locales, faults);
    library
}

/// Tells words that are missing, and lessons that somebody cannot end.
fn judge(library: &Library, dir: &Path, locales: &Path, faults: &Collector) {
    words::check(library, locales, faults);
    for lesson in &library.lessons {
        for rung in Rung::ALL {
            for bot in Bot::ALL {
                if let Err(stuck) = play(library, lesson, rung, bot) {
                    let remedy = "Let every screen lead on, and every step have a way to be done";
                    tell(faults, &file(dir, &lesson.id), stuck.to_string(), remedy);
                }
            }
        }
    }
}

/// Tells a picture that there is not: nothing would be seen in its place.
fn seen(table: &Table<'_>, icon: &str) {
    if !icon.trim().is_empty() && strokes(icon).is_none() {
        let what = format!("there is no picture \"{icon}\"");
        table.tell("icon", what, "Look for one at lucide.dev and write its name");
    }
}

fn tell(faults: &Collector, file: &Path, what: String, remedy: &str) {
    let remedy = remedy.to_owned();
    faults.tell(Fault { file: file.to_owned(), line: 1, what, remedy });
}

/// The file of a lesson.
fn file(dir: &Path, id: &LessonId) -> PathBuf {
    dir.join(&id.0).join("lesson.toml")
}

fn read(dir: &Path, faults: &Collector) -> Library {
    let library = read_with(dir, outcomes(dir, faults), faults);
    check_needs(dir, &library.lessons, faults);
    library
}

fn read_with(dir: &Path, outcomes: BTreeMap<String, String>, faults: &Collector) -> Library {
    let phone = phone::read(&dir.join("phone"), faults);
    let personas = personas(&dir.join("personas"), faults);
    let known = lesson::References {
        phone: &phone,
        personas: personas.keys().cloned().collect(),
        outcomes: outcomes.into_keys().collect(),
    };
    let order = curriculum::read(dir, faults);
    let mut lessons = Vec::new();
    for (track, id) in &order {
        let Some(source) = Source::read(file(dir, id), faults) else { continue };
        lessons.extend(lesson::read(&source, track, id, &known));
    }
    Library { lessons, phone, personas }
}

/// What the outcomes of `DigComp`'s Basic level say, in English, by their ids.
///
/// # Errors
///
/// Every mistake in the file that lists them.
pub fn statements(dir: &Path) -> Result<BTreeMap<String, String>, Faults> {
    let faults = Collector::default();
    let outcomes = outcomes(dir, &faults);
    let faults = faults.into_faults();
    if faults.list().is_empty() { Ok(outcomes) } else { Err(faults) }
}

/// The outcomes of `DigComp`'s Basic level, and what each says.
fn outcomes(dir: &Path, faults: &Collector) -> BTreeMap<String, String> {
    let source = Source::read(dir.join("digcomp-basic.csv"), faults);
    let rows = source.map(|source| {
        csv_rows::rows(&source, &["outcome", "competence", "statement"], |row| {
            let _ = row.text("competence");
            (row.text("outcome"), row.text("statement"))
        })
    });
    rows.into_iter().flatten().collect()
}

fn personas(dir: &Path, faults: &Collector) -> BTreeMap<String, Persona> {
    let mut personas = BTreeMap::new();
    for (name, path) in files(dir) {
        let Some(source) = Source::read(path, faults) else { continue };
        let persona = toml_table::read(&source, |root| {
            let own = root.located_texts("own");
            for (text, at) in &own {
                let kinds = [DocumentKind::Cpf, DocumentKind::Cnp];
                if kinds.into_iter().any(|kind| kind.adds_up(text)) {
                    let what = format!("{text} may be somebody's: it adds up");
                    root.tell_at(*at, what, "Change a digit");
                }
                let ends = text.rsplit_once('@').map(|(_, host)| host);
                if ends.is_some_and(|host| !host.ends_with(".example")) {
                    let what = format!("{text} may be somebody's");
                    root.tell_at(*at, what, "Write an address that ends in .example (RFC 2606)");
                }
            }
            Persona { own: own.into_iter().map(|(text, _)| text).collect() }
        });
        personas.extend(persona.map(|persona| (name, persona)));
    }
    personas
}

/// The `.toml` files of a folder by their names, sorted.
fn files(dir: &Path) -> Vec<(String, PathBuf)> {
    let entries = std::fs::read_dir(dir).into_iter().flatten().flatten();
    let mut files: Vec<(String, PathBuf)> = entries
        .filter_map(|entry| {
            let name = entry.file_name().to_str()?.strip_suffix(".toml")?.to_owned();
            Some((name, entry.path()))
        })
        .collect();
    files.sort();
    files
}

/// What comes before a lesson stands before it in the curriculum.
fn check_needs(dir: &Path, lessons: &[Lesson], faults: &Collector) {
    for (place, lesson) in lessons.iter().enumerate() {
        let before = lessons.get(..place).unwrap_or_default();
        for need in &lesson.needs {
            if !before.iter().any(|earlier| earlier.id == *need) {
                let what = format!("{} needs {need}, which does not come before it", lesson.id);
                let remedy = "Put it earlier in curriculum.toml, or take it out of needs";
                tell(faults, &file(dir, &lesson.id), what, remedy);
            }
        }
    }
}
