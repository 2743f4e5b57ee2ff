//! What may go wrong, and what follows from it.
//!
//! PostgreSQL's own messages may repeat a row, and so what a citizen said: only its code and the
//! name of what was broken are ever told.

use std::error::Error;
use std::io;

use deadpool_postgres::{HookError, PoolError};
use tokio_postgres::error::SqlState;

use crate::hub::store::StoreError;

/// Why an attempt failed.
#[derive(Debug)]
pub(super) enum Fault {
    /// The server or the connection.
    Postgres(tokio_postgres::Error),
    /// The pool has no connection to give.
    Pool(PoolError),
    /// The commit was sent and nobody knows what came of it.
    Unanswered,
    /// No word for too long.
    Silent,
    /// A column holds what nobody wrote.
    Column(&'static str),
    /// What was asked for cannot be done.
    Store(StoreError),
}

/// Whether another attempt follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Again {
    /// Somebody else came first.
    AtOnce,
    /// There is no server now, or its connection broke; nothing was committed.
    Later,
    /// It would end the same way.
    Never,
}

impl Fault {
    /// Only a server that answers says whether it has committed.
    pub(super) fn of_commit(error: tokio_postgres::Error) -> Self {
        if error.as_db_error().is_some() { error.into() } else { Self::Unanswered }
    }

    pub(super) fn again(&self) -> Again {
        match self {
            Self::Postgres(error)
            | Self::Pool(
                PoolError::Backend(error) | PoolError::PostCreateHook(HookError::Backend(error)),
            ) => after(error),
            _ => Again::Never,
        }
    }

    /// In a few words, for a log.
    pub(super) fn told(&self) -> String {
        match self {
            Self::Postgres(error)
            | Self::Pool(
                PoolError::Backend(error) | PoolError::PostCreateHook(HookError::Backend(error)),
            ) => told(error),
            Self::Pool(PoolError::Timeout(_)) => "no connection within its time".to_owned(),
            Self::Pool(_) => "no connection".to_owned(),
            Self::Unanswered => "the commit was not answered".to_owned(),
            Self::Silent => "no word from the server".to_owned(),
            Self::Column(name) => format!("the column {name} cannot be understood"),
            Self::Store(error) => error.to_string(),
        }
    }
}

/// What is tried again. A key that somebody else has just taken is found at the next attempt.
fn after(error: &tokio_postgres::Error) -> Again {
    let Some(code) = error.code() else {
        let broken = error.is_closed() || error.source().is_some_and(<dyn Error>::is::<io::Error>);
        return if broken { Again::Later } else { Again::Never };
    };
    let met = [
        SqlState::T_R_SERIALIZATION_FAILURE,
        SqlState::T_R_DEADLOCK_DETECTED,
        SqlState::UNIQUE_VIOLATION,
    ];
    let gone = [
        SqlState::ADMIN_SHUTDOWN,
        SqlState::CRASH_SHUTDOWN,
        SqlState::CANNOT_CONNECT_NOW,
        SqlState::TOO_MANY_CONNECTIONS,
    ];
    if met.contains(code) {
        Again::AtOnce
    } else if gone.contains(code) {
        Again::Later
    } else {
        Again::Never
    }
}

pub(super) fn told(error: &tokio_postgres::Error) -> String {
    let Some(answer) = error.as_db_error() else {
        return match error.source().and_then(<dyn Error>::downcast_ref::<io::Error>) {
            Some(why) => format!("{error}: {why}"),
            None => error.to_string(),
        };
    };
    let code = answer.code().code();
    let broken = answer.constraint().or(answer.column()).or(answer.table());
    broken.map_or_else(
        || format!("PostgreSQL answers {code}"),
        |broken| format!("PostgreSQL answers {code} at {broken}"),
    )
}

impl From<tokio_postgres::Error> for Fault {
    fn from(error: tokio_postgres::Error) -> Self {
        Self::Postgres(error)
    }
}

impl From<PoolError> for Fault {
    fn from(error: PoolError) -> Self {
        Self::Pool(error)
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<Fault> for StoreError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Store(error) => error,
            fault => Self::Failed(fault.told().into()),
        }
    }
}
