//! The station's sequence: in the store and in a second, fsynced file outside backups, so that
//! data restored from a backup never gives a number twice. Start-up takes the larger.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension, params};

use super::{Store, StoreError};

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
        let query = "SELECT max(year) FROM sequence WHERE station = ?1";
        Ok(self.db.query_row(query, [self.station.get()], |row| row.get(0))?)
    }

    /// Before the commit that uses it: the file first, so that it is never behind the store.
    pub(super) fn burn_sequence(&self, year: u16, sequence: u32) -> Result<(), StoreError> {
        let path = self.sequence_file()?;
        write_durably(&path, &format!("{} {year} {sequence}\n", self.station.get()))
    }

    pub(super) fn set_sequence(
        db: &Connection,
        station: u16,
        year: u16,
        sequence: u32,
    ) -> Result<(), StoreError> {
        db.execute(
            "INSERT INTO sequence (station, year, last) VALUES (?1, ?2, ?3)
             ON CONFLICT (station, year) DO UPDATE SET last = max(last, excluded.last)",
            params![station, year, sequence],
        )?;
        Ok(())
    }

    /// Takes the larger of store and file.
    pub(super) fn repair_sequence(&self) -> Result<(), StoreError> {
        self.sequence_file()?;
        match self.filed_sequence()? {
            Some((station, year, sequence)) => {
                Self::set_sequence(&self.db, station, year, sequence)
            }
            None => Ok(()),
        }
    }

    /// Station, year and sequence of the file; `None` where there is none.
    pub(super) fn filed_sequence(&self) -> Result<Option<(u16, u16, u32)>, StoreError> {
        let path = self.folder.join(NOT_IN_BACKUPS).join(FILE);
        let Ok(text) = fs::read_to_string(&path) else { return Ok(None) };
        let mut parts = text.split_whitespace();
        let mut part = || parts.next()?.parse::<u32>().ok();
        let (Some(station), Some(year), Some(sequence)) = (part(), part(), part()) else {
            return Err(StoreError::Unexpected("the sequence file"));
        };
        let whole = u16::try_from(station).ok().zip(u16::try_from(year).ok());
        let (station, year) = whole.ok_or(StoreError::Unexpected("the sequence file"))?;
        Ok(Some((station, year, sequence)))
    }

    fn sequence_file(&self) -> Result<PathBuf, StoreError> {
        Ok(not_in_backups(&self.folder)?.join(FILE))
    }
}

fn last(db: &Connection, station: u16, year: u16) -> Result<u32, StoreError> {
    let query = "SELECT last FROM sequence WHERE station = ?1 AND year = ?2";
    Ok(db.query_row(query, [station, year], |row| row.get(0)).optional()?.unwrap_or(0))
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
