//! The hub's data in PostgreSQL, for cities whose hub runs on more than one machine.
//!
//! A hub keeps nothing itself: any number of them may work over one database. Each change is a
//! SERIALIZABLE transaction, as if nobody else were there, and is tried again when somebody was
//! ([ADR 10](../../../docs/adr/0010-serializable-and-again.md)). A connection that breaks is
//! replaced; a change whose commit got no answer is not repeated, and whoever sent it is told to
//! send it again.

mod address;
mod alarms;
mod attempt;
mod booking;
mod drafts;
mod fault;
mod keys;
mod migrate;
pub mod moving;
mod notes;
mod queue;
mod requests;
mod row;
#[cfg(test)]
mod tests;
mod tls;
mod turn;
mod unusable;
mod updates;

use std::fmt;
use std::time::Duration;

pub use address::Address;
use deadpool_postgres::{Hook, HookError, Manager, ManagerConfig, Pool, RecyclingMethod, Runtime};
use tokio::task::JoinError;
pub use unusable::Unusable;

use self::attempt::{Kind, Work};
use super::{Answer, StoreError};

/// Only ever added to; the numbers are those of the SQLite file.
const MIGRATIONS: &[&str] = &[
    include_str!("postgres/0001_requests.sql"),
    include_str!("postgres/0002_notes.sql"),
    include_str!("postgres/0003_drafts.sql"),
    include_str!("postgres/0004_booking.sql"),
    include_str!("postgres/0005_queue.sql"),
];

/// Connections that one hub opens at most. PostgreSQL has 100 for everybody as it comes.
const CONNECTIONS: usize = 16;

/// How long a call waits for a connection: a free one, a new one, or one that is looked after.
const CONNECT: Duration = Duration::from_secs(5);

/// What is said to every new connection. Limits are in milliseconds. The server's own choice of
/// how a commit reaches the disk stays, unless it would answer before the disk has it.
const GREETING: &str = "SET statement_timeout = 20000; SET lock_timeout = 5000;
    SET idle_in_transaction_session_timeout = 30000;
    SELECT set_config('synchronous_commit', 'on', false)
        WHERE current_setting('synchronous_commit') = 'off'";

/// The store in a database.
pub struct PostgresStore {
    pool: Pool,
}

impl fmt::Debug for PostgresStore {
    /// Without the address, which holds a password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PostgresStore(…)")
    }
}

impl PostgresStore {
    /// Opens the database and brings its tables up to date.
    ///
    /// # Errors
    /// [`Unusable`].
    pub async fn open(address: &Address) -> Result<Self, Unusable> {
        Self::open_with(address, MIGRATIONS).await
    }

    async fn open_with(address: &Address, steps: &[&str]) -> Result<Self, Unusable> {
        let cannot = |why| Unusable::of(address.place(), why);
        let pool = pool(address).map_err(|_| cannot(fault::Fault::Silent))?;
        let mut connection = pool.get().await.map_err(|error| cannot(error.into()))?;
        migrate::to_latest(&mut connection, address.place(), steps).await?;
        drop(connection);
        Ok(Self { pool })
    }

    /// Asks one thing by one statement, which changes nothing and sees one moment.
    fn read<A, T>(&self, asked: A, work: Work<A, T>) -> Answer<'_, T>
    where
        A: Send + Sync + 'static,
        T: Send + 'static,
    {
        self.perform(Kind::Read, asked, work)
    }

    /// Does one transaction, as if nobody else were there. `work` may run several times; only the
    /// last one counts.
    fn write<A, T>(&self, asked: A, work: Work<A, T>) -> Answer<'_, T>
    where
        A: Send + Sync + 'static,
        T: Send + 'static,
    {
        self.perform(Kind::Write, asked, work)
    }

    /// The caller may go; what was begun is done all the same.
    fn perform<A, T>(&self, kind: Kind, asked: A, work: Work<A, T>) -> Answer<'_, T>
    where
        A: Send + Sync + 'static,
        T: Send + 'static,
    {
        let pool = self.pool.clone();
        Box::pin(async move {
            let done = tokio::spawn(attempt::again_and_again(pool, kind, asked, work)).await;
            done.map_err(|_: JoinError| StoreError::Closed)?
        })
    }
}

fn pool(address: &Address) -> Result<Pool, deadpool_postgres::BuildError> {
    let careful = ManagerConfig { recycling_method: RecyclingMethod::Fast };
    let (config, tls) = address.how();
    let patience = config.get_connect_timeout().copied().unwrap_or(CONNECT);
    let manager = Manager::from_config(config, tls, careful);
    Pool::builder(manager)
        .max_size(CONNECTIONS)
        .runtime(Runtime::Tokio1)
        .create_timeout(Some(patience))
        .wait_timeout(Some(CONNECT))
        .recycle_timeout(Some(CONNECT))
        .post_create(Hook::async_fn(|client, _| {
            Box::pin(
                async move { client.batch_execute(GREETING).await.map_err(HookError::Backend) },
            )
        }))
        .build()
}
