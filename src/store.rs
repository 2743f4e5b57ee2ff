//! What a station keeps: one SQLite file, one connection, owned by the loop.
//!
//! All SQL of a station stands here and below. A commit is one transaction: it fails and nothing
//! happened, or it succeeds and survives the plug being pulled. What a person said is sealed.

mod attempts;
mod code;
mod commit;
mod drafts;
mod enrolment;
mod inspection;
mod lessons;
mod note;
mod outbox;
mod reserve;
mod seal;
mod sequence;

pub mod recovery;

use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};
use rusqlite_migration::{M, Migrations};

use crate::domain::protocol_number::StationNumber;
use crate::domain::visit::Visit;

pub use attempts::{Delivery, Ended};
pub use code::CodeKey;
pub use commit::{Commit, Durable};
pub use drafts::{Errand, SavedDraft};
pub use enrolment::{Enrolment, Origin};
pub use inspection::{Inspection, Sequence};
pub use lessons::{FEWEST, LessonSum};
pub use outbox::{Counts, OutboxRow, Retry};
pub use seal::Seal;

use reserve::Reserve;

/// The store's file within the data folder.
pub const FILE: &str = "station.sqlite3";

/// Why the store could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// SQLite refused.
    #[error("The store could not be read or written")]
    Sqlite(#[from] rusqlite::Error),
    /// A schema change failed.
    #[error("The store could not be brought up to date; the copy beside it is untouched")]
    Migration(#[from] rusqlite_migration::Error),
    /// The file was written by a newer program.
    #[error(
        "{0} was written by a newer Acolhe: install that version again, or use another data folder"
    )]
    Newer(PathBuf),
    /// A file beside the database could not be read or written.
    #[error("Could not use {path}: check that the disk is not full and the folder is yours")]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// A sealed row does not open with this key.
    #[error("A sealed row does not open: the store key is not the one it was sealed with")]
    Sealed,
    /// A row holds something this program did not write.
    #[error("The store holds something unexpected in {0}")]
    Unexpected(&'static str),
    /// The data was restored or copied from elsewhere.
    #[error(
        "This data was restored or copied from another machine: enrol it anew \
         (`acolhe hub station add --name NAME`) and set the new number and key in [station] and [hub]"
    )]
    Copied,
}

/// How many statements stay prepared: all that a turn needs.
const STATEMENTS: usize = 54;

/// What a station keeps.
#[derive(Debug)]
pub struct Store {
    db: Connection,
    seal: Seal,
    folder: PathBuf,
    station: StationNumber,
    reserve: Reserve,
}

/// One step a version, never changed once it is out.
const SCHEMA: [&str; 6] = [
    include_str!("store/schema/0001_station.sql"),
    include_str!("store/schema/0002_sent.sql"),
    include_str!("store/schema/0003_constant.sql"),
    include_str!("store/schema/0004_note.sql"),
    include_str!("store/schema/0005_drafts.sql"),
    include_str!("store/schema/0006_lessons.sql"),
];

fn migrations() -> Migrations<'static> {
    Migrations::new(SCHEMA.into_iter().map(M::up).collect())
}

impl Store {
    /// Opens the store of a data folder, which exists and is locked by this process.
    ///
    /// Copies the file before a migration, refuses a newer one, and makes prints that were under
    /// way when the process ended uncertain.
    ///
    /// # Errors
    ///
    /// The file cannot be used, is newer, or belongs to another machine.
    pub fn open(folder: &Path, seal: Seal, enrolment: &Enrolment) -> Result<Self, StoreError> {
        let path = folder.join(FILE);
        let mut db = Connection::open(&path)?;
        db.busy_timeout(Duration::from_secs(5))?;
        db.pragma_update(None, "journal_mode", "wal")?;
        db.pragma_update(None, "synchronous", "full")?;
        db.pragma_update(None, "foreign_keys", "on")?;
        // What is deleted is overwritten, and nothing is sorted in files elsewhere.
        db.pragma_update(None, "secure_delete", "on")?;
        db.pragma_update(None, "temp_store", "memory")?;
        // A filing changes some seven pages: the log is copied back after some hundreds of them,
        // and kept that long at the most.
        db.pragma_update(None, "wal_autocheckpoint", 4000)?;
        db.set_prepared_statement_cache_capacity(STATEMENTS);
        migrate(&mut db, &path)?;
        let (folder, station) = (folder.to_owned(), enrolment.station);
        let store = Self { db, seal, folder, station, reserve: Reserve::default() };
        store.check_enrolment(enrolment)?;
        store.db.execute("UPDATE print SET state = 'uncertain' WHERE state = 'started'", [])?;
        store.repair_sequence()?;
        Ok(store)
    }

    /// Opens the store beside its owner, to read it and to leave commands.
    ///
    /// # Errors
    ///
    /// The file does not exist, cannot be read, or is newer.
    pub fn beside(folder: &Path, seal: Seal, station: StationNumber) -> Result<Self, StoreError> {
        let path = folder.join(FILE);
        let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_WRITE;
        let db = Connection::open_with_flags(&path, flags)?;
        db.busy_timeout(Duration::from_secs(5))?;
        if version(&db)? > newest() {
            return Err(StoreError::Newer(path));
        }
        Ok(Self { db, seal, folder: folder.to_owned(), station, reserve: Reserve::default() })
    }

    /// The visit as it was last committed.
    ///
    /// # Errors
    ///
    /// The row cannot be read or opened.
    pub fn visit(&self) -> Result<Option<Visit>, StoreError> {
        let sealed: Option<Vec<u8>> = self
            .db
            .query_row("SELECT sealed FROM visit WHERE id = 1", [], |row| row.get(0))
            .optional()?;
        sealed.map(|sealed| self.seal.open("visit:1", &sealed)).transpose()
    }

    /// The last moment that was committed.
    ///
    /// # Errors
    ///
    /// The row cannot be read.
    pub fn last_moment(&self) -> Result<Option<Timestamp>, StoreError> {
        let query = "SELECT value FROM counter WHERE name = 'moment'";
        let moment: Option<i64> = self.db.query_row(query, [], |row| row.get(0)).optional()?;
        let read = |moment| {
            Timestamp::from_microsecond(moment).map_err(|_| StoreError::Unexpected("a counter"))
        };
        moment.map(read).transpose()
    }

    fn meta(&self, name: &str) -> Result<Option<String>, StoreError> {
        let query = "SELECT value FROM meta WHERE name = ?1";
        Ok(self.db.query_row(query, [name], |row| row.get(0)).optional()?)
    }

    fn set_meta(&self, name: &str, value: &str) -> Result<(), StoreError> {
        self.db.execute(
            "INSERT INTO meta (name, value) VALUES (?1, ?2)
             ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            [name, value],
        )?;
        Ok(())
    }

    /// A counter that never goes back.
    fn raise(db: &Connection, name: &str, part: u16, value: i64) -> Result<(), StoreError> {
        let mut query = db.prepare_cached(
            "INSERT INTO counter (name, part, value) VALUES (?1, ?2, ?3)
             ON CONFLICT (name, part) DO UPDATE SET value = max(value, excluded.value)",
        )?;
        query.execute(params![name, part, value])?;
        Ok(())
    }
}

fn newest() -> usize {
    SCHEMA.len()
}

fn version(db: &Connection) -> Result<usize, StoreError> {
    let version: i64 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok(usize::try_from(version).unwrap_or_default())
}

/// Brings the schema up to date; a copy of an older file is kept beside it first.
fn migrate(db: &mut Connection, path: &Path) -> Result<(), StoreError> {
    let now = version(db)?;
    if now > newest() {
        return Err(StoreError::Newer(path.to_owned()));
    }
    if now > 0 && now < newest() {
        let copy = path.with_extension(format!("before-{}.sqlite3", newest()));
        // Half a copy may lie there from a start that was cut short.
        match std::fs::remove_file(&copy) {
            Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
                return Err(StoreError::File { path: copy, source });
            }
            _ => {}
        }
        db.execute("VACUUM INTO ?1", [copy.to_string_lossy()])?;
    }
    migrations().to_latest(db)?;
    Ok(())
}

#[cfg(test)]
mod tests;
