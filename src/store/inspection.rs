//! A store as a technician looks at it: beside its owner, nothing made, nothing changed.

use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::{Connection, ErrorCode, OpenFlags, OptionalExtension};
use serde::de::IgnoredAny;
use tempfile::TempDir;

use crate::domain::protocol_number::StationNumber;

use super::{Counts, Enrolment, FILE, Origin, Seal, Store, StoreError, migrate, newest, version};

/// How many slips are looked back on.
const SLIPS: u32 = 20;

/// An open store that is only read.
#[derive(Debug)]
pub struct Inspection {
    store: Store,
    /// Holds what the store's owner left behind without tidying up; gone when this is dropped.
    _copy: Option<TempDir>,
}

/// How far the numbers are, in the store and in the file beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sequence {
    /// Year and last number of this station in the store.
    pub kept: Option<(u16, u32)>,
    /// The same in the file.
    pub filed: Option<(u16, u32)>,
}

impl Inspection {
    /// Opens the store of a data folder; `owned` while a station runs in it.
    ///
    /// # Errors
    ///
    /// The file cannot be read, or is newer.
    pub fn open(
        folder: &Path,
        key: Option<&[u8; 32]>,
        station: StationNumber,
        owned: bool,
    ) -> Result<Self, StoreError> {
        let path = folder.join(FILE);
        let (db, copy) = if owned {
            let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
            (Connection::open_with_flags(&path, flags)?, None)
        } else if has_unfinished(&path) {
            // To read it, SQLite would write: a copy may be written.
            let copy = copied(folder)?;
            (Connection::open(copy.path().join(FILE))?, Some(copy))
        } else {
            (untouched(&path)?, None)
        };
        let (mut db, mut copy) = (db, copy);
        db.busy_timeout(Duration::from_secs(5))?;
        if version(&db)? > newest() {
            return Err(StoreError::Newer(path));
        }
        if version(&db)? < newest() {
            // What a new station would make of it, made of a copy.
            let made = copied(folder)?;
            db = Connection::open(made.path().join(FILE))?;
            migrate(&mut db, &made.path().join(FILE))?;
            copy = Some(made);
        }
        // Without a key nothing is opened: then any seal does.
        let seal = Seal::new(key.unwrap_or(&[0; 32]));
        Ok(Self {
            store: Store {
                db,
                seal,
                folder: folder.to_owned(),
                station,
                reserve: super::Reserve::default(),
            },
            _copy: copy,
        })
    }

    /// What SQLite finds damaged, in its own words.
    ///
    /// # Errors
    ///
    /// The file cannot be read.
    pub fn damage(&self) -> Result<Option<String>, StoreError> {
        let told: String =
            self.store.db.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
        Ok((told != "ok").then_some(told))
    }

    /// Where the data comes from.
    ///
    /// # Errors
    ///
    /// A row or the file of the enrolment cannot be read.
    pub fn origin(&self, enrolment: &Enrolment) -> Result<Origin, StoreError> {
        self.store.origin(enrolment)
    }

    /// The last moment that was committed.
    ///
    /// # Errors
    ///
    /// The row cannot be read.
    pub fn last_moment(&self) -> Result<Option<Timestamp>, StoreError> {
        self.store.last_moment()
    }

    /// How many requests stand where.
    ///
    /// # Errors
    ///
    /// The rows cannot be read.
    pub fn counts(&self) -> Result<Counts, StoreError> {
        self.store.counts()
    }

    /// When the oldest request was filed that is on its way.
    ///
    /// # Errors
    ///
    /// The rows cannot be read.
    pub fn waiting_since(&self) -> Result<Option<Timestamp>, StoreError> {
        let query = "SELECT min(filed_at) FROM outbox WHERE state = 'waiting'";
        let oldest: Option<String> = self.store.db.query_row(query, [], |row| row.get(0))?;
        let read = |text: String| text.parse().map_err(|_| StoreError::Unexpected("the outbox"));
        oldest.map(read).transpose()
    }

    /// How far the numbers are.
    ///
    /// # Errors
    ///
    /// A row cannot be read, or the file makes no sense.
    pub fn sequence(&self) -> Result<Sequence, StoreError> {
        let [kept, filed] = self.store.sequences()?;
        Ok(Sequence { kept, filed })
    }

    /// What became of the latest slips: each state with how many there are.
    ///
    /// # Errors
    ///
    /// The rows cannot be read.
    pub fn slips(&self) -> Result<Vec<(String, u32)>, StoreError> {
        let mut query = self.store.db.prepare(
            "SELECT state, count(*) FROM
                 (SELECT state FROM print ORDER BY started_at DESC LIMIT ?1)
             GROUP BY state ORDER BY count(*) DESC, state",
        )?;
        let rows = query.query_map([SLIPS], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Whether the key opens what is sealed; `None` where nothing is.
    ///
    /// # Errors
    ///
    /// The rows cannot be read.
    pub fn key_opens(&self) -> Result<Option<bool>, StoreError> {
        let query = "SELECT 'outbox:' || request_id, sealed FROM outbox WHERE sealed IS NOT NULL
                     UNION ALL SELECT 'visit:' || id, sealed FROM visit LIMIT 1";
        let sealed: Option<(String, Vec<u8>)> =
            self.store.db.query_row(query, [], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        Ok(sealed.map(|(row, sealed)| self.store.seal.open::<IgnoredAny>(&row, &sealed).is_ok()))
    }
}

impl StoreError {
    /// Whether the file itself is broken.
    #[must_use]
    pub fn is_damage(&self) -> bool {
        let Self::Sqlite(error) = self else { return false };
        let code = error.sqlite_error_code();
        matches!(code, Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase))
    }
}

fn log_of(path: &Path) -> PathBuf {
    path.with_extension("sqlite3-wal")
}

/// Whether the last owner ended without putting everything into the file.
fn has_unfinished(path: &Path) -> bool {
    std::fs::metadata(log_of(path)).is_ok_and(|log| log.len() > 0)
}

/// Opens a file that nobody changes meanwhile, without a lock and without files beside it.
fn untouched(path: &Path) -> Result<Connection, StoreError> {
    let path = path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    Ok(Connection::open_with_flags(format!("file:{path}?immutable=1"), flags)?)
}

fn copied(folder: &Path) -> Result<TempDir, StoreError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |source| StoreError::File { path, source }
    };
    let copy = tempfile::tempdir().map_err(failed(&std::env::temp_dir()))?;
    let original = folder.join(FILE);
    for path in [log_of(&original), original].iter().filter(|path| path.exists()) {
        let name = path.file_name().unwrap_or_default();
        std::fs::copy(path, copy.path().join(name)).map_err(failed(path))?;
    }
    Ok(copy)
}
