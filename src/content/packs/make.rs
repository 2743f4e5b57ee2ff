//! The author's side: lessons are taken out of their library and signed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;

use super::super::lessons::{self, words as lesson_words};
use super::{FORMAT, Judge, MANIFEST, Manifest, Pack, Refusal, SecretKey, WORDS, seal, words};
use crate::content::Faults;
use crate::domain::city::Author;
use crate::domain::lesson::{LessonId, Library, PhoneId};

/// What an author wants.
#[derive(Debug)]
pub struct Order<'a> {
    /// The lessons; all of them when it is empty.
    pub lessons: &'a [String],
    /// The pack's name.
    pub id: String,
    /// Who makes it.
    pub by: String,
    /// When.
    pub made: Timestamp,
    /// The last day on which it is taught.
    pub expires: Date,
    /// Signs it.
    pub key: &'a SecretKey,
}

/// Why there is no pack.
#[derive(Debug, thiserror::Error)]
pub enum MakeError {
    /// The lessons would not pass `acolhe check`.
    #[error(transparent)]
    Faults(#[from] Faults),
    /// There is no such lesson.
    #[error("No lesson {0}: there are {1}")]
    NoLesson(String, String),
    /// A file that was there a moment ago.
    #[error("Cannot read {path}. Make it readable")]
    Read {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The manifest could not be written.
    #[error("Cannot write what the pack is")]
    Manifest(#[from] toml::ser::Error),
    /// There is too much for an archive.
    #[error("Cannot make an archive")]
    Archive(#[from] zip::result::ZipError),
    /// No station would take it.
    #[error("No station would take this pack. {0}")]
    Refused(#[from] Refusal),
}

/// Makes a pack of lessons that were checked; the same lessons make the same bytes.
///
/// # Errors
///
/// [`MakeError`]; what is made would be taken by a station that trusts the key.
pub fn make(assets: &Path, order: &Order<'_>) -> Result<Vec<u8>, MakeError> {
    let (folder, locales) = (assets.join("lessons"), assets.join("locales"));
    let some = taken(lessons::load(&folder)?, order.lessons)?;
    let manifest = Manifest {
        format: FORMAT,
        id: order.id.clone(),
        by: order.by.clone(),
        made: order.made,
        expires: order.expires,
    };
    let mut files = vec![
        (MANIFEST.to_owned(), toml::to_string(&manifest)?.into_bytes()),
        ("lessons/curriculum.toml".to_owned(), curriculum(&some).into_bytes()),
    ];
    let mut names: Vec<String> =
        some.lessons.iter().map(|lesson| format!("{}/lesson.toml", lesson.id)).collect();
    names.extend(some.personas.keys().map(|name| format!("personas/{name}.toml")));
    names.extend(some.phone.keys().map(|phone| format!("phone/{phone}.toml")));
    for name in names {
        files.push((format!("lessons/{name}"), read(&folder.join(&name))?));
    }
    for (language, text) in words::chosen(&locales, &lesson_words::messages(&some)) {
        let name = format!("locales/{}/{}/{WORDS}", language.tag(), lesson_words::FOLDER);
        files.push((name, text.into_bytes()));
    }
    files.sort();
    let bytes = seal::sign(&files, order.key)?;
    let author = Author { name: order.by.clone(), key: order.key.public() };
    Pack::open(&bytes, &Judge { authors: &[author], languages: &[], lessons: &folder })?;
    Ok(bytes)
}

fn read(path: &Path) -> Result<Vec<u8>, MakeError> {
    std::fs::read(path).map_err(|source| MakeError::Read { path: path.to_owned(), source })
}

/// Some lessons, with every screen that they can lead to and the personas that they need.
fn taken(mut library: Library, ids: &[String]) -> Result<Library, MakeError> {
    if let Some(unknown) = ids.iter().find(|id| library.lesson(&LessonId((*id).clone())).is_none())
    {
        let known: Vec<&str> = library.lessons.iter().map(|it| it.id.0.as_str()).collect();
        return Err(MakeError::NoLesson(unknown.clone(), known.join(", ")));
    }
    library.lessons.retain(|lesson| ids.is_empty() || ids.contains(&lesson.id.0));
    let mut ahead: Vec<PhoneId> = Vec::new();
    let mut personas = BTreeSet::new();
    for lesson in &mut library.lessons {
        lesson.each_phone(|phone| ahead.push(phone.clone()));
        personas.extend(lesson.persona.clone());
    }
    let mut phone = BTreeMap::new();
    while let Some(id) = ahead.pop() {
        if let Some(screen) = library.phone.remove(&id) {
            ahead.extend(screen.parts.iter().filter_map(|part| part.leads.clone()));
            phone.insert(id, screen);
        }
    }
    library.personas.retain(|name, _| personas.contains(name));
    Ok(Library { phone, ..library })
}

/// The tracks of some lessons, as `curriculum.toml` has them.
fn curriculum(library: &Library) -> String {
    let tracks = library.lessons.chunk_by(|one, next| one.track == next.track);
    let written = tracks.map(|lessons| {
        let ids: Vec<&str> = lessons.iter().map(|lesson| lesson.id.0.as_str()).collect();
        let track = lessons.first().map_or("", |lesson| lesson.track.as_str());
        format!("[[track]]\nid = {track:?}\nlessons = {ids:?}\n")
    });
    written.collect()
}
