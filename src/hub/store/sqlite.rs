//! The hub's data in one SQLite file.
//!
//! One thread owns the connection and does one transaction after the other; callers wait for its
//! reply. Write-ahead logging lets the command line read and write beside a running hub, and
//! `synchronous = FULL` means that what was answered survives a power cut.

mod alarms;
mod booking;
mod drafts;
mod keys;
mod notes;
mod queue;
mod requests;
mod row;
mod updates;

use std::fs::{File, OpenOptions};
use std::path::Path;
use std::thread;
use std::time::Duration;

use rusqlite::{Connection, Transaction, TransactionBehavior};
use rusqlite_migration::{M, Migrations, SchemaVersion};
use tokio::sync::{mpsc, oneshot};

use super::{Answer, StoreError};

/// Only ever added to.
const MIGRATIONS: &[M<'_>] = &[
    M::up(include_str!("sqlite/0001_requests.sql")),
    M::up(include_str!("sqlite/0002_notes.sql")),
    M::up(include_str!("sqlite/0003_drafts.sql")),
    M::up(include_str!("sqlite/0004_booking.sql")),
    M::up(include_str!("sqlite/0005_queue.sql")),
];

/// How long one process waits for another one's transaction.
const BUSY: Duration = Duration::from_secs(5);

/// Callers that may wait for the thread; more of them wait for a place in the queue.
const QUEUE: usize = 64;

type Job = Box<dyn FnOnce(&mut Connection) + Send>;

/// The store in a file.
#[derive(Debug)]
pub struct SqliteStore {
    jobs: mpsc::Sender<Job>,
}

impl SqliteStore {
    /// Opens the file, makes it if there is none, and brings it up to date after copying it.
    ///
    /// # Errors
    /// [`StoreError::Open`] and [`StoreError::Newer`].
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let mut connection = opened(path)?;
        let (jobs, mut queue) = mpsc::channel::<Job>(QUEUE);
        thread::Builder::new()
            .name("hub-store".to_owned())
            .spawn(move || {
                while let Some(job) = queue.blocking_recv() {
                    job(&mut connection);
                }
            })
            .map_err(|error| StoreError::Open { path: path.to_owned(), source: error.into() })?;
        Ok(Self { jobs })
    }

    /// Does one transaction on the thread.
    fn transact<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Answer<'_, T> {
        let (reply, answer) = oneshot::channel();
        let job: Job = Box::new(move |connection| {
            // The caller may have gone; what was begun is done all the same.
            let _ = reply.send(in_transaction(connection, work));
        });
        Box::pin(async move {
            self.jobs.send(job).await.map_err(|_| StoreError::Closed)?;
            answer.await.map_err(|_| StoreError::Closed)?
        })
    }
}

/// The file, made if there is none and brought up to date.
pub(super) fn opened(path: &Path) -> Result<Connection, StoreError> {
    let cannot_open = |source| StoreError::Open { path: path.to_owned(), source };
    drop(private(path).map_err(|error| cannot_open(error.into()))?);
    let opening = alone(path).map_err(|error| cannot_open(error.into()))?;
    let mut connection = connect(path).map_err(|error| cannot_open(error.into()))?;
    migrate(&mut connection, path, MIGRATIONS)?;
    drop(opening);
    Ok(connection)
}

/// Takes the write lock at the start, so that two processes never both read and then both write.
fn in_transaction<T>(
    connection: &mut Connection,
    work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let done = work(&transaction)?;
    transaction.commit()?;
    Ok(done)
}

/// The file holds personal data: only its owner may read it. SQLite gives its log the same rights.
fn private(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Waits until nobody else brings the file up to date: two that did would each make the tables.
fn alone(path: &Path) -> std::io::Result<File> {
    let lock = private(&path.with_extension("opening.lock"))?;
    lock.lock()?;
    Ok(lock)
}

fn connect(path: &Path) -> rusqlite::Result<Connection> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(BUSY)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // What is forgotten is overwritten.
    connection.pragma_update(None, "secure_delete", true)?;
    Ok(connection)
}

/// A newer file is refused; an older one is copied to `hub.v1.sqlite3` and the like first.
fn migrate(connection: &mut Connection, path: &Path, steps: &[M<'_>]) -> Result<(), StoreError> {
    let migrations = Migrations::from_slice(steps);
    let failed = |error: rusqlite_migration::Error| StoreError::Failed(error.into());
    match migrations.current_version(connection).map_err(failed)? {
        SchemaVersion::Outside(_) => return Err(StoreError::Newer { path: path.to_owned() }),
        SchemaVersion::Inside(version) if version.get() < steps.len() => {
            // Unlike a copy of the file, this holds what is still in the log.
            let copy = path.with_extension(format!("v{version}.sqlite3"));
            connection.execute("VACUUM INTO ?1", [copy.to_string_lossy()])?;
        }
        SchemaVersion::Inside(_) | SchemaVersion::NoneSet => {}
    }
    migrations.to_latest(connection).map_err(failed)
}

impl From<rusqlite::Error> for StoreError {
    /// With the names of tables and columns, never with what stands in them.
    fn from(error: rusqlite::Error) -> Self {
        let told = match error {
            rusqlite::Error::SqliteFailure(code, message) => match message {
                Some(message) => format!("{code}: {message}"),
                None => code.to_string(),
            },
            rusqlite::Error::FromSqlConversionFailure(column, kind, _) => {
                format!("the {kind} in column {column} cannot be understood")
            }
            rusqlite::Error::ToSqlConversionFailure(_) => "a value cannot be kept".to_owned(),
            other => other.to_string(),
        };
        Self::Failed(told.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    use crate::hub::store::HubStore;
    use crate::hub::store::story::queue::race;
    use crate::hub::store::story::story;

    #[tokio::test]
    async fn the_file_lives_through_the_story() {
        let folder = tempfile::tempdir().unwrap();
        story(&SqliteStore::open(&folder.path().join("hub.sqlite3")).unwrap()).await;
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn desks_at_two_hubs_over_one_file_never_call_the_same_ticket() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("hub.sqlite3");
        let stores =
            [(); 2].map(|()| Arc::new(SqliteStore::open(&path).unwrap()) as Arc<dyn HubStore>);
        race(&stores, "2026-11-23T12:00:00Z".parse().unwrap()).await;
    }

    #[test]
    fn many_may_open_a_new_file_at_once() {
        for _ in 0..10 {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("hub.sqlite3");
            let start = std::sync::Barrier::new(4);
            thread::scope(|scope| {
                for _ in 0..4 {
                    scope.spawn(|| {
                        start.wait();
                        SqliteStore::open(&path).unwrap();
                    });
                }
            });
        }
    }

    #[test]
    fn a_file_of_a_newer_program_is_refused_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("hub.sqlite3");
        drop(SqliteStore::open(&path).unwrap());
        let newer = Connection::open(&path).unwrap();
        newer.pragma_update(None, "user_version", 99).unwrap();
        assert!(matches!(SqliteStore::open(&path), Err(StoreError::Newer { .. })));
        let version: i64 =
            newer.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
        assert_eq!(version, 99);
    }

    #[test]
    fn an_older_file_is_copied_before_it_is_changed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("hub.sqlite3");
        let mut connection = connect(&path).unwrap();
        migrate(&mut connection, &path, MIGRATIONS).unwrap();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 3, "the file and its log");

        let later = [MIGRATIONS, &[M::up("DROP TABLE alarms")]].concat();
        migrate(&mut connection, &path, &later).unwrap();
        let alarms = "SELECT count(*) FROM alarms";
        assert!(connection.query_row(alarms, [], |row| row.get::<_, i64>(0)).is_err());
        let copy =
            Connection::open(folder.path().join(format!("hub.v{}.sqlite3", MIGRATIONS.len())))
                .unwrap();
        assert_eq!(copy.query_row(alarms, [], |row| row.get(0)), Ok(0));
    }

    #[test]
    fn every_commit_reaches_the_disk_before_it_is_answered() {
        let folder = tempfile::tempdir().unwrap();
        let connection = connect(&folder.path().join("hub.sqlite3")).unwrap();
        let full = 2;
        let set = connection.pragma_query_value(None, "synchronous", |row| row.get::<_, i64>(0));
        assert_eq!(set, Ok(full));
    }

    #[test]
    fn a_folder_that_is_not_there_is_named_in_the_error() {
        let error = SqliteStore::open(Path::new("/nowhere/hub.sqlite3")).unwrap_err();
        assert!(error.to_string().contains("/nowhere/hub.sqlite3"));
    }
}
