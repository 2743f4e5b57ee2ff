//! Slips as files: `0001.png` and `0001.txt`, whole or not at all, for their owner only.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::slip::{End, Slip};

/// How a file begins that is not whole yet.
const UNFINISHED: &str = ".unfinished-";

/// Where slips are kept.
#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
    dpi: u16,
}

impl Folder {
    /// Makes the folder if there is none, and proves that files can be made in it.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(super) fn open(path: &Path, dpi: u16) -> io::Result<Self> {
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.recursive(true).create(path)?;
        for entry in fs::read_dir(path)?.flatten() {
            if entry.file_name().to_string_lossy().starts_with(UNFINISHED) {
                fs::remove_file(entry.path())?;
            }
        }
        unfinished(path, b"")?;
        Ok(Self { path: path.to_owned(), dpi })
    }

    /// Keeps a slip under the next number; the picture comes last, so that whoever sees it finds
    /// the text as well. Returns the picture.
    ///
    /// # Errors
    /// When the disk refuses; then neither file is there.
    pub(super) fn keep(&self, slip: &Slip) -> io::Result<PathBuf> {
        let picture = slip.picture().png(self.dpi).map_err(io::Error::other)?;
        let picture = unfinished(&self.path, &picture)?;
        let mut text = unfinished(&self.path, slip.report().as_bytes())?;
        let torn = if slip.end() == End::Torn { "-torn" } else { "" };
        let mut number = self.highest()? + 1;
        let named = loop {
            let named = self.path.join(format!("{number:04}{torn}.txt"));
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
        Ok(path)
    }

    /// The highest number in the folder, 0 without any.
    fn highest(&self) -> io::Result<u32> {
        let mut highest = 0;
        for entry in fs::read_dir(&self.path)? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            let number = name.split(['-', '.']).next().and_then(|number| number.parse().ok());
            highest = highest.max(number.unwrap_or(0));
        }
        Ok(highest)
    }
}

/// A file that only its owner reads, without a name yet.
fn unfinished(folder: &Path, content: &[u8]) -> io::Result<NamedTempFile> {
    let mut file = tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(folder)?;
    file.write_all(content)?;
    Ok(file)
}
