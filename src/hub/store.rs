//! What the hub keeps, at the level of transactions.
//!
//! Every call is one transaction: when it answers, it is on the disk. The names of a database are
//! absent here, so that a city may choose; only modules below this one hold SQL.

pub mod sqlite;
#[cfg(test)]
mod story;

use std::error::Error;
use std::fmt;
use std::path::PathBuf;
use std::pin::Pin;

use jiff::Timestamp;
use zeroize::Zeroizing;

use super::access::CodeVerdict;
use super::drafts::{Found, KeptDraft};
use super::key::{KeyDigest, KeyKind};
use super::note::{NewNote, Waiting, Written};
use super::request::{Alarm, Filed, NewRequest, Posted, StoredRequest, Update};
use super::state::Status;
use crate::domain::city::ServiceCode;
use crate::domain::later::Locator;
use crate::domain::protocol_number::{ProtocolNumber, StationNumber};
use crate::domain::request::AccessCode;

/// What a store will answer.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 'a>>;

/// Requests, updates, keys and alarms of one city.
pub trait HubStore: fmt::Debug + Send + Sync {
    /// Stores a request, or finds the one that an earlier attempt stored.
    fn file_request(&self, request: NewRequest) -> Answer<'_, Filed>;

    /// Requests, the newest first.
    fn requests(&self, query: RequestQuery) -> Answer<'_, Vec<StoredRequest>>;

    /// The request of a number.
    fn request(&self, number: ProtocolNumber) -> Answer<'_, Option<StoredRequest>>;

    /// Compares an access code, and counts it if it is wrong.
    fn try_access_code(
        &self,
        number: ProtocolNumber,
        code: AccessCode,
        now: Timestamp,
    ) -> Answer<'_, CodeVerdict>;

    /// Stores an update and what it makes of its request; a repeat changes nothing.
    fn post_update(&self, update: Update) -> Answer<'_, Posted>;

    /// Updates, the oldest first.
    fn updates(&self, query: UpdateQuery) -> Answer<'_, Vec<Update>>;

    /// Keeps a draft for later; a repeat changes nothing.
    fn keep_draft(&self, draft: KeptDraft, now: Timestamp) -> Answer<'_, ()>;

    /// Looks for a draft of a branch, and counts it if there is none.
    fn open_draft(
        &self,
        station: StationNumber,
        branch: String,
        locators: Vec<Locator>,
        now: Timestamp,
    ) -> Answer<'_, Found>;

    /// A draft was opened: it is never opened again.
    fn spend_draft(&self, draft: KeptDraft, now: Timestamp) -> Answer<'_, ()>;

    /// Forgets drafts whose time has passed.
    fn forget_drafts(&self, now: Timestamp) -> Answer<'_, ()>;

    /// Enrols a station under a number that none ever had.
    fn add_station(
        &self,
        name: String,
        key: KeyDigest,
        now: Timestamp,
    ) -> Answer<'_, StationNumber>;

    /// Adds a key of staff or of a client.
    fn add_key(&self, name: String, staff: bool, key: KeyDigest, now: Timestamp) -> Answer<'_, ()>;

    /// Whose key it is.
    fn key_of(&self, key: KeyDigest) -> Answer<'_, Option<KeyKind>>;

    /// Keeps what was spoken; a repeat changes nothing.
    fn keep_note(&self, note: NewNote) -> Answer<'_, ()>;

    /// Spoken requests that nobody has written down, the oldest first.
    fn waiting_notes(&self) -> Answer<'_, Vec<Waiting>>;

    /// What was spoken, while it is here.
    fn note_sound(&self, number: ProtocolNumber) -> Answer<'_, Option<Zeroizing<Vec<u8>>>>;

    /// Makes a text the description of a spoken request, and an update of it.
    fn write_note(
        &self,
        number: ProtocolNumber,
        text: String,
        now: Timestamp,
    ) -> Answer<'_, Written>;

    /// Forgets what was written down before a moment, and what came before another one without a
    /// request.
    fn forget_notes(&self, written_before: Timestamp, orphaned_before: Timestamp)
    -> Answer<'_, ()>;

    /// Alarms, the newest first.
    fn alarms(&self) -> Answer<'_, Vec<Alarm>>;
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
