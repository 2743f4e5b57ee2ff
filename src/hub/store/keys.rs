//! Stations, keys and access codes.

use std::fmt;

use jiff::Timestamp;

use super::Answer;
use crate::domain::protocol_number::{ProtocolNumber, StationNumber};
use crate::domain::request::AccessCode;
use crate::hub::access::CodeVerdict;
use crate::hub::key::{KeyDigest, KeyKind};

/// Who may call, and what opens a request.
pub trait KeyStore: fmt::Debug + Send + Sync {
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

    /// Compares an access code, and counts it if it is wrong.
    fn try_access_code(
        &self,
        number: ProtocolNumber,
        code: AccessCode,
        now: Timestamp,
    ) -> Answer<'_, CodeVerdict>;
}
