//! A text file that knows its lines.

use std::path::{Path, PathBuf};

use super::fault::{Collector, Fault};

/// The text of a file, and where to tell what is wrong with it.
#[derive(Debug)]
pub(crate) struct Source<'c> {
    path: PathBuf,
    text: String,
    faults: &'c Collector,
}

impl<'c> Source<'c> {
    /// Reads a file; `None` when it is missing or not UTF-8, which is told.
    ///
    /// The byte order mark that some spreadsheets write is dropped.
    pub(crate) fn read(path: PathBuf, faults: &'c Collector) -> Option<Self> {
        let mut source = Self { path, text: String::new(), faults };
        match std::fs::read(&source.path).map(String::from_utf8) {
            Ok(Ok(text)) => {
                source.text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
                Some(source)
            }
            Ok(Err(error)) => {
                let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
                source.text = String::from_utf8_lossy(good).into_owned();
                source.tell(good.len(), "this is not UTF-8", "Save the file as UTF-8");
                None
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                source.tell(0, "the file is missing", "Write it as docs/city-format.md describes");
                None
            }
            Err(error) => {
                source.tell(0, format!("cannot read the file: {error}"), "Make it readable");
                None
            }
        }
    }

    /// The whole text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The file's path.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Tells a fault at a byte of the text.
    pub(crate) fn tell(&self, at: usize, what: impl Into<String>, remedy: impl Into<String>) {
        self.faults.tell(Fault {
            file: self.path.clone(),
            line: line_of(&self.text, at),
            what: what.into(),
            remedy: remedy.into(),
        });
    }
}

/// The line of a byte, from 1.
pub(crate) fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}
