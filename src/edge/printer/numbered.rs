//! Files that stand in a folder as `0001.png`, `0001.txt`, `0002.png` …: whole or not at all.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// How a file begins that is not whole yet.
const UNFINISHED: &str = ".unfinished-";

/// Two files that get one number when both are on the disk; dropped before, they are gone.
#[derive(Debug)]
pub(super) struct Pair {
    picture: NamedTempFile,
    text: NamedTempFile,
}

/// Makes a folder that only its owner reads, and proves that files can be made in it.
///
/// # Errors
/// When it cannot be made or written.
pub(super) fn make(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(folder)?;
    unfinished(folder).map(drop)
}

/// Removes what a process left behind that ended before its files were whole.
pub(super) fn tidy(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with(UNFINISHED)
            && let Err(error) = fs::remove_file(entry.path())
        {
            tracing::warn!(
                file = %entry.path().display(), %error,
                "A slip that was not finished stays in the paper folder: delete the file"
            );
        }
    }
}

impl Pair {
    /// Writes both to the disk, without a number yet.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(super) fn write(folder: &Path, picture: &[u8], text: &[u8]) -> io::Result<Self> {
        let written = |content| -> io::Result<NamedTempFile> {
            let mut file = unfinished(folder)?;
            file.write_all(content)?;
            file.as_file().sync_all()?;
            Ok(file)
        };
        Ok(Self { picture: written(picture)?, text: written(text)? })
    }

    /// Gives both the next free number; the picture comes last, so that whoever sees it finds the
    /// text as well. Returns the picture.
    ///
    /// # Errors
    /// When the disk refuses; then neither is there.
    pub(super) fn number(self, folder: &Path) -> io::Result<PathBuf> {
        let Self { picture, mut text } = self;
        let mut number = highest(folder)? + 1;
        let named = loop {
            let named = folder.join(format!("{number:04}.txt"));
            match text.persist_noclobber(&named) {
                Ok(_) => break named,
                Err(taken) if taken.error.kind() == io::ErrorKind::AlreadyExists => {
                    text = taken.file;
                    number += 1;
                }
                Err(refused) => return Err(refused.error),
            }
        };
        let path = named.with_extension("png");
        if let Err(refused) = picture.persist_noclobber(&path) {
            fs::remove_file(&named)?;
            return Err(refused.error);
        }
        #[cfg(unix)]
        File::open(folder)?.sync_all()?;
        Ok(path)
    }
}

fn unfinished(folder: &Path) -> io::Result<NamedTempFile> {
    tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(folder)
}

/// The highest number in the folder, 0 without any.
fn highest(folder: &Path) -> io::Result<u32> {
    let mut highest = 0;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let number = path.file_stem().and_then(OsStr::to_str).and_then(|stem| stem.parse().ok());
        highest = highest.max(number.unwrap_or(0));
    }
    Ok(highest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn numbers_go_up_and_nothing_is_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        fs::write(folder.join("0007.png"), "older").unwrap();
        let first = Pair::write(folder, b"p", b"t").unwrap();
        let second = Pair::write(folder, b"p", b"t").unwrap();
        assert_eq!(second.number(folder).unwrap(), folder.join("0008.png"));
        assert_eq!(first.number(folder).unwrap(), folder.join("0009.png"));
        assert_eq!(names(folder), ["0007.png", "0008.png", "0008.txt", "0009.png", "0009.txt"]);
        assert_eq!(fs::read(folder.join("0007.png")).unwrap(), b"older");
    }

    #[test]
    fn a_picture_without_a_place_takes_its_text_with_it() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        let pair = Pair::write(folder, b"p", b"t").unwrap();
        fs::remove_file(pair.picture.path()).unwrap();
        assert!(pair.number(folder).is_err());
        assert_eq!(names(folder), [""; 0]);
    }

    #[test]
    fn what_a_crash_left_unfinished_is_tidied_away() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        fs::write(folder.join(format!("{UNFINISHED}x")), "half").unwrap();
        fs::write(folder.join("0001.txt"), "whole").unwrap();
        tidy(folder);
        assert_eq!(names(folder), ["0001.txt"]);
    }
}
