//! Signed packs of lessons: what an author makes, and what a station takes (ADR 0016).
//!
//! A pack is a zip archive. Its last bytes are a signature over all bytes before them, and nothing
//! in it is looked at before that is verified. Inside is a small folder of lessons like our own,
//! with its own practice phone, personas and words, so that it plays where its author never was.
//! `make` is the author's side, `shelf` the station's, `merge` puts packs beside its own lessons.

mod make;
mod merge;
mod seal;
mod shelf;
mod words;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::fault::{Collector, Fault, Faults};
use super::lessons;
use crate::archive::{self, Limits, Named, UnpackError};
use crate::domain::city::{Author, City, Language};
use crate::domain::lesson::pack::{MOST_BYTES, is_name};
use crate::domain::lesson::{Library, PhoneId};

pub use make::{MakeError, Order, make};
pub use merge::Taught;
pub use seal::{NotAKey, SecretKey, parse_public_key};
pub use shelf::{Accepted, Shelf, Standing, find, read};

/// The most that is unpacked: several times all lessons that we have.
const LIMITS: Limits = Limits { files: 1000, bytes: 512 << 10, all: 16 << 20 };

/// The version of what stands in an archive.
const FORMAT: u32 = 1;

/// Where it says what the pack is.
const MANIFEST: &str = "manifest.toml";

/// Where a language's words stand in its folder.
const WORDS: &str = "words.ftl";

/// What a pack says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    format: u32,
    /// Its name: a later pack of the same name takes its place.
    pub id: String,
    /// Who made it, in their own words.
    pub by: String,
    /// When it was made.
    pub made: Timestamp,
    /// The last day on which it is taught.
    pub expires: Date,
}

/// A pack whose signature, files, lessons and words are as they must be. It may be over.
#[derive(Debug)]
pub struct Pack {
    /// What it says of itself.
    pub manifest: Manifest,
    /// The city's name of who signed it.
    pub author: String,
    /// Its lessons, with a phone and personas of their own.
    pub library: Library,
    /// Its messages by their names.
    words: BTreeMap<Language, BTreeMap<String, String>>,
}

/// Why a pack is not taken. Each says what to do.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// There is no signature at its end.
    #[error("It is not signed. Make it with `acolhe lesson pack`")]
    Unsigned,
    /// The city does not know who signed it.
    #[error(
        "{0} signed it, whom the city does not trust. Ask who made it; authors.toml lists whom it trusts"
    )]
    UnknownSigner(String),
    /// A byte is another than when it was signed.
    #[error("It was changed or damaged after it was signed. Copy it again from who made it")]
    Altered,
    /// It is larger than packs are.
    #[error("It is larger than {} MB. Make packs of fewer lessons", MOST_BYTES >> 20)]
    TooLarge,
    /// It cannot be read.
    #[error("It cannot be read. Copy it again, or make it readable")]
    Unreadable(#[source] std::io::Error),
    /// The archive is not as packs are.
    #[error("{0}. Make it anew with `acolhe lesson pack`")]
    Archive(#[from] UnpackError),
    /// What it says of itself cannot be understood.
    #[error("{MANIFEST} in it is wrong: {0}. Make it anew with this or an older Acolhe")]
    Manifest(String),
    /// Its last day is over.
    #[error("It was good until {0}. Ask who made it for a newer one")]
    Expired(Date),
    /// A language of the city is missing.
    #[error("It has no words in {}, which the city speaks. Ask who made it for them", .0.tag())]
    Language(Language),
    /// Its lessons would not pass `acolhe check`.
    #[error("Its lessons hold mistakes. Ask who made it to correct them:\n{0}")]
    Faults(Faults),
    /// Something in it is there already.
    #[error("{0}")]
    Conflict(String),
    /// A newer pack of its name is there.
    #[error("There is a newer one of {0}, made on {1}. Nothing is to be done")]
    Older(String, Timestamp),
    /// The station's folder cannot be written.
    #[error(
        "Cannot put it into {path}. Make the folder writable, or run this as the station's user"
    )]
    Unwritable {
        /// The folder.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
}

impl Refusal {
    /// A machine word for logs.
    #[must_use]
    pub fn id(&self) -> &'static str {
        match self {
            Self::Unsigned => "unsigned",
            Self::UnknownSigner(_) => "unknown-signer",
            Self::Altered => "altered",
            Self::TooLarge => "too-large",
            Self::Unreadable(_) => "unreadable",
            Self::Archive(_) => "archive",
            Self::Manifest(_) => "manifest",
            Self::Expired(_) => "expired",
            Self::Language(_) => "language",
            Self::Faults(_) => "faults",
            Self::Conflict(_) => "conflict",
            Self::Older(..) => "older",
            Self::Unwritable { .. } => "unwritable",
        }
    }
}

/// By whom and what a pack is measured.
#[derive(Clone, Copy, Debug)]
pub struct Judge<'a> {
    /// Whom the city trusts.
    pub authors: &'a [Author],
    /// What it speaks.
    pub languages: &'a [Language],
    /// A folder of lessons, for its list of outcomes.
    pub lessons: &'a Path,
}

impl<'a> Judge<'a> {
    /// For a city, beside the lessons of some assets.
    #[must_use]
    pub fn of(city: &'a City, lessons: &'a Path) -> Self {
        Self { authors: &city.authors, languages: &city.languages, lessons }
    }
}

impl Pack {
    /// Verifies and reads a pack, whether or not it is over.
    ///
    /// # Errors
    ///
    /// The first [`Refusal`].
    pub fn open(bytes: &[u8], judge: &Judge<'_>) -> Result<Self, Refusal> {
        if u64::try_from(bytes.len()).is_ok_and(|bytes| bytes > MOST_BYTES) {
            return Err(Refusal::TooLarge);
        }
        let author = seal::verify(bytes, judge.authors)?;
        let files = archive::unpack(bytes, LIMITS, belongs)?;
        let manifest = manifest(&files)?;
        let folder = tempfile::tempdir().map_err(Refusal::Unreadable)?;
        write_all(folder.path(), &files).map_err(Refusal::Unreadable)?;
        let faults = Collector::default();
        let (own, locales) = (folder.path().join("lessons"), folder.path().join("locales"));
        let library = lessons::read_some(&own, &locales, judge.lessons, &faults);
        let words = words::of_pack(&locales, &faults);
        let faults = inside(&faults.into_faults(), folder.path());
        if !faults.list().is_empty() {
            return Err(Refusal::Faults(faults));
        }
        for lesson in &library.lessons {
            if let Some(name) = [&lesson.id.0, &lesson.track].into_iter().find(|it| !is_name(it)) {
                return Err(UnpackError::Name(name.clone()).into());
            }
        }
        if let Some(lacking) = judge.languages.iter().find(|it| !words.contains_key(it)) {
            return Err(Refusal::Language(*lacking));
        }
        let mut pack = Self { author: author.name.clone(), manifest, library, words };
        pack.set_apart();
        Ok(pack)
    }

    /// Whether it may be taught on a day.
    ///
    /// # Errors
    ///
    /// [`Refusal::Expired`].
    pub fn in_time(&self, day: Date) -> Result<(), Refusal> {
        let last = self.manifest.expires;
        if last < day { Err(Refusal::Expired(last)) } else { Ok(()) }
    }

    /// Gives its phone and personas names that nobody else has: another pack or the next Acolhe may
    /// change a screen of the same name, and this lesson stays as its author checked it.
    fn set_apart(&mut self) {
        // No name of ours has an underscore.
        let apart = format!("{}_", self.manifest.id);
        let rename = |phone: &mut PhoneId| {
            phone.0 = format!("{apart}/{}", phone.0);
        };
        for lesson in &mut self.library.lessons {
            lesson.until = Some(self.manifest.expires);
            lesson.persona = lesson.persona.take().map(|name| format!("{apart}{name}"));
            lesson.each_phone(rename);
        }
        let phone = std::mem::take(&mut self.library.phone).into_values();
        let phone = phone.map(|mut screen| {
            rename(&mut screen.id);
            screen.parts.iter_mut().filter_map(|part| part.leads.as_mut()).for_each(rename);
            (screen.id.clone(), screen)
        });
        self.library.phone = phone.collect();
        let personas = std::mem::take(&mut self.library.personas).into_iter();
        self.library.personas =
            personas.map(|(name, persona)| (format!("{apart}{name}"), persona)).collect();
        for messages in self.words.values_mut() {
            let own = std::mem::take(messages).into_iter();
            *messages = own
                .map(|(id, text)| match id.strip_prefix("phone-") {
                    Some(rest) => {
                        let named = format!("phone-{apart}-{rest}");
                        let text = text.replacen(&id, &named, 1);
                        (named, text)
                    }
                    None => (id, text),
                })
                .collect();
        }
    }
}

/// Whether a pack may hold a file of this name: a closed set.
fn belongs(path: &str) -> bool {
    let toml = |file: &str| file.strip_suffix(".toml").is_some_and(is_name);
    let tag = |tag: &str| {
        let fine = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        (2..=35).contains(&tag.len()) && tag.bytes().all(fine)
    };
    match path.split('/').collect::<Vec<_>>().as_slice() {
        [MANIFEST] | ["lessons", "curriculum.toml"] => true,
        ["lessons", "personas", file] => toml(file),
        ["lessons", lesson, "lesson.toml"] => is_name(lesson),
        ["lessons", "phone", app, screen] => is_name(app) && toml(screen),
        ["locales", language, lessons::words::FOLDER, WORDS] => tag(language),
        _ => false,
    }
}

fn manifest(files: &[Named]) -> Result<Manifest, Refusal> {
    let wrong = |what: &str| Refusal::Manifest(what.to_owned());
    let text = files.iter().find(|(name, _)| name == MANIFEST).map(|(_, bytes)| bytes.as_slice());
    let text = text.and_then(|bytes| std::str::from_utf8(bytes).ok());
    let text = text.ok_or_else(|| wrong("it is missing or no text"))?;
    let manifest: Manifest = toml::from_str(text).map_err(|error| wrong(error.message()))?;
    if manifest.format != FORMAT {
        return Err(wrong("it has a format that this Acolhe does not know"));
    }
    if !is_name(&manifest.id) {
        return Err(wrong("id is not of small letters, digits and -"));
    }
    Ok(manifest)
}

/// Their names were found to belong there: none leads out of the folder.
fn write_all(folder: &Path, files: &[Named]) -> std::io::Result<()> {
    for (name, bytes) in files {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().unwrap_or(folder))?;
        std::fs::write(path, bytes)?;
    }
    Ok(())
}

/// Faults by the places that they have in the pack.
fn inside(faults: &Faults, folder: &Path) -> Faults {
    let list = faults.list().iter().cloned();
    list.map(|fault| {
        let file = fault.file.strip_prefix(folder).unwrap_or(&fault.file).to_owned();
        Fault { file, ..fault }
    })
    .collect()
}

#[cfg(test)]
mod tests;
