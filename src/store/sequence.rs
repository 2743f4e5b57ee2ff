//! The station's sequence: in the store and in a second, fsynced file outside backups, so that
//! data restored from a backup never gives a number twice. Start-up takes the larger.
//!
//! The file is a little ahead (`reserve`), so that not every filing has to flush it: after a crash
//! a few numbers are skipped, and none is given twice.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension, params};

use super::{Store, StoreError, reserve};

/// The folder that backups leave out: it carries a tag of the Cache Directory Tagging
/// Specification (bford.info/cachedir), which tar, rsnapshot, restic and borg honour.
pub(super) const NOT_IN_BACKUPS: &str = "not-in-backups";
/// The second file.
const FILE: &str = "sequence";
const TAG: &str = "Signature: 8a477f597d28d172789f06886806bc55\n";

impl Store {
    /// The next sequence of this station in a year.
    ///
    /// # Errors
    ///
    /// The row cannot be read.
    pub fn next_sequence(&self, year: u16) -> Result<u32, StoreError> {
        Ok(last(&self.db, self.station.get(), year)? + 1)
    }

    /// The latest year in which this station gave a number.
    ///
    /// # Errors
    ///
    /// The row cannot be read.
    pub fn last_year(&self) -> Result<Option<u16>, StoreError> {
        let mut query = self.db.prepare_cached("SELECT max(part) FROM counter WHERE name = ?1")?;
        Ok(query.query_row([counter(self.station.get())], |row| row.get(0))?)
    }

    pub(super) fn set_sequence(
        db: &Connection,
        station: u16,
        year: u16,
        sequence: u32,
    ) -> Result<(), StoreError> {
        Self::raise(db, &counter(station), year, sequence.into())
    }

    /// Takes the larger of store and file.
    pub(super) fn repair_sequence(&self) -> Result<(), StoreError> {
        for mark in reserve::read(&self.sequence_file()?)? {
            Self::set_sequence(&self.db, mark.station, mark.year, mark.last)?;
        }
        Ok(())
    }

    /// Year and last number of this station: in the store, and as far as the file reserves them.
    pub(super) fn sequences(&self) -> Result<[Option<(u16, u32)>; 2], StoreError> {
        let station = self.station.get();
        let query = "SELECT part, value FROM counter WHERE name = ?1 ORDER BY part DESC LIMIT 1";
        let row = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
        let kept = self.db.query_row(query, [counter(station)], row).optional()?;
        let marks = reserve::read(&self.folder.join(NOT_IN_BACKUPS).join(FILE))?;
        let own = marks.iter().filter(|mark| mark.station == station);
        Ok([kept, own.map(|mark| (mark.year, mark.last)).max()])
    }

    pub(super) fn sequence_file(&self) -> Result<PathBuf, StoreError> {
        Ok(not_in_backups(&self.folder)?.join(FILE))
    }
}

fn last(db: &Connection, station: u16, year: u16) -> Result<u32, StoreError> {
    let query = "SELECT value FROM counter WHERE name = ?1 AND part = ?2";
    let mut query = db.prepare_cached(query)?;
    let last = query.query_row(params![counter(station), year], |row| row.get(0)).optional()?;
    Ok(last.unwrap_or(0))
}

fn counter(station: u16) -> String {
    format!("sequence {station}")
}

/// The folder that backups leave out, made with its tag where it is missing.
pub(super) fn not_in_backups(data: &Path) -> Result<PathBuf, StoreError> {
    let folder = data.join(NOT_IN_BACKUPS);
    let tag = folder.join("CACHEDIR.TAG");
    if !tag.is_file() {
        let failed = |source| StoreError::File { path: folder.clone(), source };
        fs::create_dir_all(&folder).map_err(failed)?;
        write_durably(&tag, TAG)?;
    }
    Ok(folder)
}

/// A file is old or new, never half; it survives the plug being pulled.
pub(super) fn write_durably(path: &Path, text: &str) -> Result<(), StoreError> {
    let temporary = path.with_extension("new");
    let write = || -> std::io::Result<()> {
        let mut file =
            OpenOptions::new().write(true).create(true).truncate(true).open(&temporary)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&temporary, path)?;
        match path.parent() {
            Some(folder) => File::open(folder)?.sync_all(),
            None => Ok(()),
        }
    };
    write().map_err(|source| StoreError::File { path: path.to_owned(), source })
}
