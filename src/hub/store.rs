//! What the hub keeps, at the level of transactions.
//!
//! Every call is one transaction: when it answers, it is on the disk. The names of a database are
//! absent here, so that a city may choose; only modules below this one hold SQL.

mod booking;
mod drafts;
mod keys;
mod notes;
pub mod postgres;
mod queue;
mod requests;
pub mod sqlite;
#[cfg(test)]
mod story;

use std::error::Error;
use std::path::PathBuf;
use std::pin::Pin;

pub use booking::BookingStore;
pub use drafts::DraftStore;
use jiff::Timestamp;
pub use keys::KeyStore;
pub use notes::NoteStore;
pub use queue::QueueStore;
pub use requests::RequestStore;

use super::state::Status;
use crate::domain::city::ServiceCode;
use crate::domain::protocol_number::ProtocolNumber;

/// What a store will answer.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 'a>>;

/// Everything that a city's hub keeps: a trait a subject, each in a file of its own.
pub trait HubStore:
    RequestStore + DraftStore + NoteStore + KeyStore + BookingStore + QueueStore
{
}

impl<T> HubStore for T where
    T: RequestStore + DraftStore + NoteStore + KeyStore + BookingStore + QueueStore
{
}

/// Which part of a long list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// How many come before.
    pub offset: u32,
    /// How many at most.
    pub limit: u32,
}

/// From the first moment to the last, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first moment.
    pub from: Timestamp,
    /// The last moment.
    pub until: Timestamp,
}

impl Window {
    /// All time.
    pub const ALWAYS: Self = Self { from: Timestamp::MIN, until: Timestamp::MAX };
}

/// Private requests are left out: those that arrived as private, and all of these services.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WithoutPrivate(pub Vec<ServiceCode>);

/// Which requests.
#[derive(Clone, Debug)]
pub struct RequestQuery {
    /// By number or by what they are.
    pub which: Which,
    /// What the reader may not even know of.
    pub without: Option<WithoutPrivate>,
    /// Which part.
    pub page: Page,
}

/// How requests are chosen.
#[derive(Clone, Debug)]
pub enum Which {
    /// These.
    Numbers(Vec<ProtocolNumber>),
    /// Those that were filed in a time.
    Filed {
        /// When.
        window: Window,
        /// For these services; for all when empty.
        services: Vec<ServiceCode>,
        /// With this status, or with any.
        status: Option<Status>,
    },
}

/// Which updates.
#[derive(Clone, Debug)]
pub struct UpdateQuery {
    /// When they were made.
    pub window: Window,
    /// Requests that the reader may not even know of.
    pub without: Option<WithoutPrivate>,
    /// Which part.
    pub page: Page,
}

/// Why the store did not answer. No message holds anything that a citizen said.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file cannot be opened.
    #[error("Cannot open {path}: check that the folder exists and can be written")]
    Open {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: Box<dyn Error + Send + Sync>,
    },
    /// A newer program wrote it.
    #[error("{path} was written by a newer Acolhe: install that version, or give another --data")]
    Newer {
        /// The file.
        path: PathBuf,
    },
    /// The database cannot be used.
    #[error(transparent)]
    Unusable(#[from] postgres::Unusable),
    /// A statement failed.
    #[error("The hub's data could not be read or written")]
    Failed(#[source] Box<dyn Error + Send + Sync>),
    /// All 9999 station numbers, or all 99 999 numbers of the hub in a year, are used.
    #[error("No number is left: {0}")]
    NoNumberLeft(&'static str),
    /// The thread that owns the data has ended.
    #[error("The hub's data is closed: start the hub again")]
    Closed,
}

impl From<serde_json::Error> for StoreError {
    /// With the place, never with what stands there.
    fn from(error: serde_json::Error) -> Self {
        let (kind, at) = (error.classify(), error.column());
        Self::Failed(format!("JSON cannot be understood or written: {kind:?} at sign {at}").into())
    }
}
