//! The packs of a station, in its data folder: a file each, by the pack's name.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::{Judge, Manifest, Pack, Refusal, Taught};
use crate::domain::lesson::LessonId;
use crate::domain::lesson::pack::{ENDING, MOST_BYTES, is_name};
use crate::folder;

/// The folder within the data folder.
const FOLDER: &str = "packs";

/// `/media/USER/STICK` has two levels.
const DEEPEST: u8 = 2;

/// Where a station keeps packs.
#[derive(Clone, Debug)]
pub struct Shelf {
    folder: PathBuf,
}

/// What became of a pack that is as it must be.
#[derive(Debug, PartialEq, Eq)]
pub struct Accepted {
    /// What it says of itself.
    pub manifest: Manifest,
    /// Its lessons.
    pub lessons: Vec<LessonId>,
    /// It was not there before.
    pub new: bool,
}

/// How a pack of a shelf stands.
#[derive(Debug)]
pub struct Standing {
    /// Its file's name, without the ending.
    pub name: String,
    /// What it says of itself, by which author of the city; `None` where that cannot be believed.
    pub told: Option<(Manifest, String)>,
    /// Its lessons that are taught, or why none is.
    pub taught: Result<Vec<LessonId>, Refusal>,
}

impl Shelf {
    /// Of a data folder; it may not exist yet.
    #[must_use]
    pub fn of(data: &Path) -> Self {
        Self { folder: data.join(FOLDER) }
    }

    /// Its files, sorted.
    #[must_use]
    pub fn files(&self) -> Vec<PathBuf> {
        packs_in(&self.folder)
    }

    /// Adds every pack to what is taught, those that are over or bad left out; tells how each
    /// stands.
    pub fn teach(&self, taught: &mut Taught, judge: &Judge<'_>, day: Date) -> Vec<Standing> {
        let files = self.files().into_iter();
        files.map(|file| stand(&file, taught, judge, day)).collect()
    }

    /// Takes a pack that can be taught beside `own` lessons and the other packs, in the place of
    /// an older one of its name.
    ///
    /// # Errors
    ///
    /// [`Refusal`]; then nothing changed.
    pub fn accept(
        &self,
        bytes: &[u8],
        mut own: Taught,
        judge: &Judge<'_>,
        day: Date,
    ) -> Result<Accepted, Refusal> {
        let pack = Pack::open(bytes, judge)?;
        pack.in_time(day)?;
        let manifest = pack.manifest.clone();
        let lessons = pack.library.lessons.iter().map(|lesson| lesson.id.clone()).collect();
        let place = self.place(&manifest.id);
        if let Ok(there) = read(&place) {
            if there == bytes {
                return Ok(Accepted { manifest, lessons, new: false });
            }
            // One that is not what it must be is worth nothing, one that is over still counts.
            if let Ok(there) = Pack::open(&there, judge)
                && there.manifest.made >= manifest.made
            {
                return Err(Refusal::Older(manifest.id, there.manifest.made));
            }
        }
        for file in self.files().into_iter().filter(|file| *file != place) {
            stand(&file, &mut own, judge, day);
        }
        own.add(pack)?;
        let name = format!("{}.{ENDING}", manifest.id);
        folder::put(&self.folder, &name, bytes)
            .map_err(|source| Refusal::Unwritable { path: self.folder.clone(), source })?;
        Ok(Accepted { manifest, lessons, new: true })
    }

    /// Takes a pack away, whatever is wrong with it; tells whether there was one.
    ///
    /// # Errors
    ///
    /// It is there and cannot be taken away.
    pub fn remove(&self, name: &str) -> std::io::Result<bool> {
        if !is_name(name) {
            return Ok(false);
        }
        match std::fs::remove_file(self.place(name)) {
            Ok(()) => File::open(&self.folder)?.sync_all().map(|()| true),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }

    fn place(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}.{ENDING}"))
    }
}

/// The packs of a folder, sorted; none where there is no folder.
#[must_use]
fn packs_in(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    // Plain files alone: from a pipe somebody would read for ever.
    let plain = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
    let mut files: Vec<PathBuf> = plain.map(|entry| entry.path()).collect();
    files.retain(|path| path.extension() == Some(OsStr::new(ENDING)));
    files.sort();
    files
}

/// The bytes of a pack's file; of one that is too large, no more than tells so.
///
/// # Errors
///
/// [`Refusal::Unreadable`].
pub fn read(path: &Path) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(Refusal::Unreadable)?;
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(Refusal::Unreadable)?;
    Ok(bytes)
}

/// Adds a pack, and tells how it stands.
fn stand(file: &Path, taught: &mut Taught, judge: &Judge<'_>, day: Date) -> Standing {
    let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let pack = match read(file).and_then(|bytes| Pack::open(&bytes, judge)) {
        Ok(pack) => pack,
        Err(refusal) => return Standing { name, told: None, taught: Err(refusal) },
    };
    let told = Some((pack.manifest.clone(), pack.author.clone()));
    let lessons = pack.library.lessons.iter().map(|lesson| lesson.id.clone()).collect();
    let added = pack.in_time(day).and_then(|()| taught.add(pack));
    Standing { name, told, taught: added.map(|()| lessons) }
}

/// The packs in a folder where sticks are mounted, and in folders two levels below it.
#[must_use]
pub fn find(mounts: &Path) -> Vec<PathBuf> {
    let mut folders = vec![(mounts.to_owned(), 0)];
    let mut files = Vec::new();
    while let Some((folder, depth)) = folders.pop() {
        files.extend(packs_in(&folder));
        if depth < DEEPEST {
            let entries = std::fs::read_dir(&folder).into_iter().flatten().flatten();
            let inner = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
            folders.extend(inner.map(|entry| (entry.path(), depth + 1)));
        }
    }
    files.sort();
    files
}
