//! Requests, their updates, and alarms.

use std::fmt;

use super::{Answer, RequestQuery, UpdateQuery};
use crate::domain::protocol_number::ProtocolNumber;
use crate::hub::request::{Alarm, Filed, NewRequest, Posted, StoredRequest, Update};

/// Requests of a city, what became of them, and what staff must look at.
pub trait RequestStore: fmt::Debug + Send + Sync {
    /// Stores a request, or finds the one that an earlier attempt stored.
    fn file_request(&self, request: NewRequest) -> Answer<'_, Filed>;

    /// Requests, the newest first.
    fn requests(&self, query: RequestQuery) -> Answer<'_, Vec<StoredRequest>>;

    /// The request of a number.
    fn request(&self, number: ProtocolNumber) -> Answer<'_, Option<StoredRequest>>;

    /// Stores an update and what it makes of its request; a repeat changes nothing.
    fn post_update(&self, update: Update) -> Answer<'_, Posted>;

    /// Updates, the oldest first.
    fn updates(&self, query: UpdateQuery) -> Answer<'_, Vec<Update>>;

    /// Alarms, the newest first.
    fn alarms(&self) -> Answer<'_, Vec<Alarm>>;
}
