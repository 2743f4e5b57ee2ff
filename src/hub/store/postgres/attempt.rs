//! One attempt at a transaction, and when another one follows.

use std::pin::Pin;
use std::time::Duration;

use deadpool_postgres::{Client, Object, Pool};
use tokio::time::{sleep, timeout};
use tokio_postgres::IsolationLevel;

use super::fault::{Again, Fault};
use super::turn::Turn;
use crate::edge::clock::Deadline;
use crate::hub::store::StoreError;

/// How long a call is begun again; a try that was begun goes on.
const TRY_FOR: Duration = Duration::from_secs(5);

/// A try that takes longer is given up with its connection: the server is gone without a word.
/// HTTP waits a little longer (`server::PATIENCE`).
const ATTEMPT: Duration = Duration::from_secs(22);

/// A pause after somebody else came first doubles up to this, in milliseconds.
const LONGEST_PAUSE: u32 = 128;

/// A pause while there is no server, in milliseconds, and as much again by chance.
const NO_SERVER: u32 = 100;

/// What is done on a connection.
pub(super) type Done<'a, T> = Pin<Box<dyn Future<Output = Result<T, Fault>> + Send + 'a>>;

/// Something that may be done more than once.
pub(super) type Work<A, T> = for<'a> fn(&'a Turn<'a>, &'a A) -> Done<'a, T>;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// One statement, without a transaction around it.
    Read,
    /// A transaction.
    Write,
}

/// Tries until it is done, until it cannot be done, or until it has taken too long.
pub(super) async fn again_and_again<A: Sync, T>(
    pool: Pool,
    kind: Kind,
    asked: A,
    work: Work<A, T>,
) -> Result<T, StoreError> {
    let deadline = Deadline::after(TRY_FOR);
    let mut longest = 1;
    loop {
        let fault = match once(&pool, kind, &asked, work).await {
            Ok(done) => return Ok(done),
            Err(fault) => fault,
        };
        let pause = match fault.again() {
            Again::AtOnce => chance(longest),
            Again::Later => NO_SERVER + chance(NO_SERVER),
            Again::Never => return Err(fault.into()),
        };
        if deadline.left().is_zero() {
            return Err(fault.into());
        }
        sleep(Duration::from_millis(pause.into())).await;
        longest = (longest * 2).min(LONGEST_PAUSE);
    }
}

/// Below `limit`: those who met do not meet again.
fn chance(limit: u32) -> u32 {
    getrandom::u32().unwrap_or_default() % limit
}

async fn once<A: Sync, T>(
    pool: &Pool,
    kind: Kind,
    asked: &A,
    work: Work<A, T>,
) -> Result<T, Fault> {
    let mut connection = pool.get().await?;
    if let Ok(done) = timeout(ATTEMPT, on(&mut connection, kind, asked, work)).await {
        return done;
    }
    // It would stay silent for whoever gets it next.
    drop(Object::take(connection));
    Err(Fault::Silent)
}

async fn on<A: Sync, T>(
    connection: &mut Client,
    kind: Kind,
    asked: &A,
    work: Work<A, T>,
) -> Result<T, Fault> {
    if kind == Kind::Read {
        return work(&Turn::new(connection, &connection.statement_cache), asked).await;
    }
    let begin = connection.build_transaction().isolation_level(IsolationLevel::Serializable);
    let transaction = begin.start().await?;
    // A transaction that is dropped is rolled back.
    let turn = Turn::new(transaction.client(), &transaction.statement_cache);
    let done = work(&turn, asked).await?;
    transaction.commit().await.map_err(Fault::of_commit)?;
    Ok(done)
}
