//! Why a database cannot be used: one line for whoever starts the hub, with the remedy.

use std::error::Error;
use std::io;

use deadpool_postgres::{HookError, PoolError};
use tokio_postgres::error::SqlState;

use super::fault::Fault;

/// Why a database cannot be used. No message holds a password.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    /// The address is none.
    #[error(
        "The address of the database cannot be understood: {0}. \
         Write it like postgresql://ROLE:PASSWORD@HOST:5432/DATABASE?sslmode=verify-full"
    )]
    Address(&'static str),
    /// Nobody answers.
    #[error("No PostgreSQL can be reached at {place} ({why}): start it, or correct its address")]
    Unreachable {
        /// Where.
        place: String,
        /// What the system says.
        why: String,
    },
    /// The server does not let this role in.
    #[error(
        "PostgreSQL at {place} refuses the role or its password: correct them in the address, \
         or let the role in with ALTER ROLE and pg_hba.conf"
    )]
    Refused {
        /// Where.
        place: String,
    },
    /// There is no such database.
    #[error(
        "There is no such database at {place}: make it with CREATE DATABASE, or correct its name"
    )]
    NoDatabase {
        /// Where.
        place: String,
    },
    /// The role may not do what the hub does.
    #[error(
        "The role has no right to the database at {place}: make it the owner with \
         ALTER DATABASE … OWNER TO …, or grant it what docs/hub.md lists"
    )]
    NoRight {
        /// Where.
        place: String,
    },
    /// The server speaks no TLS.
    #[error(
        "PostgreSQL at {place} offers no TLS: set ssl = on there, or take sslmode out of the address"
    )]
    NoTls {
        /// Where.
        place: String,
    },
    /// The server does not prove who it is.
    #[error(
        "The certificate of PostgreSQL at {place} cannot be trusted ({why}): name its authority \
         with sslrootcert=FILE, and the host as the certificate does"
    )]
    Certificate {
        /// Where.
        place: String,
        /// What is wrong with it.
        why: String,
    },
    /// Words of the city's languages do not fit in.
    #[error(
        "The database at {place} is not in UTF-8: make another one with \
         CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0"
    )]
    NotUtf8 {
        /// Where.
        place: String,
    },
    /// Somebody else's tables are there.
    #[error("The database at {place} holds tables of another program: give Acolhe one of its own")]
    Foreign {
        /// Where.
        place: String,
    },
    /// Somebody works with it already.
    #[error(
        "The database at {place} is in use already: what is in a file can only go into a new one"
    )]
    Used {
        /// Where.
        place: String,
    },
    /// A newer program wrote it.
    #[error(
        "The database at {place} was written by a newer Acolhe: install that version, \
         or name another database"
    )]
    Newer {
        /// Where.
        place: String,
    },
    /// Anything else.
    #[error("The database at {place} cannot be used ({why}): look at the log of PostgreSQL")]
    Other {
        /// Where.
        place: String,
        /// What the server says.
        why: String,
    },
}

impl Unusable {
    /// Why an attempt to open it failed.
    pub(super) fn of(place: &str, fault: Fault) -> Self {
        let place = place.to_owned();
        match fault {
            Fault::Postgres(error)
            | Fault::Pool(
                PoolError::Backend(error) | PoolError::PostCreateHook(HookError::Backend(error)),
            ) => of(place, &error),
            Fault::Pool(PoolError::Timeout(_)) | Fault::Silent => {
                Self::Unreachable { place, why: "no answer".to_owned() }
            }
            fault => Self::Other { place, why: fault.told() },
        }
    }
}

fn of(place: String, error: &tokio_postgres::Error) -> Unusable {
    if let Some(code) = error.code() {
        return of_code(place, code, error);
    }
    let why = innermost(error);
    if let Some(rustls::Error::InvalidCertificate(fault)) = why.downcast_ref() {
        return Unusable::Certificate { place, why: fault.to_string() };
    }
    // The kind of an error cannot be asked for.
    match error.to_string().as_str() {
        "error performing TLS handshake" if why.to_string() == NO_TLS => Unusable::NoTls { place },
        "error performing TLS handshake" => Unusable::Certificate { place, why: why.to_string() },
        "authentication error" | "invalid configuration" => Unusable::Refused { place },
        _ => Unusable::Unreachable { place, why: why.to_string() },
    }
}

/// What tokio-postgres says then.
const NO_TLS: &str = "server does not support TLS";

fn of_code(place: String, code: &SqlState, error: &tokio_postgres::Error) -> Unusable {
    let is = |codes: &[SqlState]| codes.contains(code);
    if is(&[SqlState::INVALID_PASSWORD, SqlState::INVALID_AUTHORIZATION_SPECIFICATION]) {
        Unusable::Refused { place }
    } else if is(&[SqlState::INVALID_CATALOG_NAME]) {
        Unusable::NoDatabase { place }
    } else if is(&[SqlState::INSUFFICIENT_PRIVILEGE]) {
        Unusable::NoRight { place }
    } else if is(&[SqlState::DUPLICATE_TABLE, SqlState::DUPLICATE_OBJECT]) {
        Unusable::Foreign { place }
    } else if is(&[SqlState::CANNOT_CONNECT_NOW]) {
        Unusable::Unreachable { place, why: "it is starting or stopping".to_owned() }
    } else {
        Unusable::Other { place, why: super::fault::told(error) }
    }
}

/// An `io::Error` hides what it holds from `source`.
fn innermost<'a>(error: &'a (dyn Error + 'static)) -> &'a (dyn Error + 'static) {
    let held = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
    let inner = held.map(|held| held as &(dyn Error + 'static)).or_else(|| error.source());
    inner.map_or(error, innermost)
}
