//! `signs/`: clips in sign language, a file a screen.

use std::path::Path;

use super::super::fault::{Collector, Fault};
use super::super::toml_table::Table;
use crate::clip::{self, ClipError, FORMATS, LONGEST, MOST_BYTES, MOST_PIXELS};
use crate::domain::signs::{SCREENS, Signs};

/// The folder of a city's clips.
const FOLDER: &str = "signs";
/// The most letters of a sign language's name: it stands on a small button.
const LONGEST_NAME: usize = 8;

/// `[signs]`: what the sign language is called.
pub(super) fn table(table: &mut Table<'_>) -> Signs {
    let name = table.text("name");
    if name.chars().count() > LONGEST_NAME {
        let what = format!("signs.name has more than {LONGEST_NAME} letters");
        table.tell("name", what, "Write the short name, like \"Libras\" or \"LSR\"");
    }
    Signs { name, clips: std::collections::BTreeMap::new() }
}

/// Notes which clips are there. Their pictures are only looked at by [`check`]: a station shall
/// not wait for them.
pub(super) fn read(dir: &Path, faults: &Collector, signs: Option<&mut Signs>) {
    let folder = dir.join(FOLDER);
    if !folder.exists() {
        return;
    }
    let Some(signs) = signs else {
        let what = "there are clips and no [signs]".to_owned();
        let remedy = "Write name = \"…\" under [signs] in city.toml: what the language is called";
        return tell(faults, &folder, what, remedy);
    };
    let entries = match std::fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) => {
            let what = format!("cannot list the folder: {error}");
            return tell(faults, &folder, what, "Make it readable");
        }
    };
    let mut files: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    for file in files {
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned());
        let name = name.unwrap_or_default();
        if name.starts_with('.') {
            continue;
        }
        let (stem, kind) = name.rsplit_once('.').unwrap_or((&name, ""));
        if !FORMATS.contains(&kind) {
            let what = format!("{name} is no clip");
            tell(faults, &file, what, "Save it as .gif, .webp or .png (APNG), or take it out");
            continue;
        }
        let Some(screen) = SCREENS.into_iter().find(|screen| *screen == stem) else {
            let what = format!("there is no screen {stem}");
            tell(faults, &file, what, "Name it after a screen, as listed in docs/city-format.md");
            continue;
        };
        if std::fs::metadata(&file).is_ok_and(|file| file.len() > MOST_BYTES) {
            tell(faults, &file, ClipError::Heavy.to_string(), &remedy(&ClipError::Heavy));
        }
        if signs.clips.insert(screen, file.clone()).is_some() {
            let what = format!("{screen} has two clips");
            tell(faults, &file, what, "Keep one of them");
        }
    }
}

/// Tells clips that cannot be played; each is read to its end.
pub(in crate::content) fn check(signs: &Signs, faults: &Collector) {
    for file in signs.clips.values() {
        let wrong = clip::open(file).and_then(|mut frames| frames.try_for_each(|it| it.map(drop)));
        if let Err(error) = wrong {
            tell(faults, file, error.to_string(), &remedy(&error));
        }
    }
}

fn remedy(error: &ClipError) -> String {
    match error {
        ClipError::Unreadable(_) => "Make it readable".to_owned(),
        ClipError::Heavy => {
            format!("Save it with fewer pixels or colours, in {} MiB", MOST_BYTES / 1024 / 1024)
        }
        ClipError::Broken(_) => "Save it anew as GIF, WebP or APNG".to_owned(),
        ClipError::Still => "Save it as an animation of two frames or more".to_owned(),
        ClipError::Large(..) => format!("Save it with {MOST_PIXELS} pixels a side at most"),
        ClipError::Long => format!("Say it in {} seconds", LONGEST.as_secs()),
    }
}

fn tell(faults: &Collector, file: &Path, what: String, remedy: &str) {
    let remedy = remedy.to_owned();
    faults.tell(Fault { file: file.to_owned(), line: 1, what, remedy });
}
