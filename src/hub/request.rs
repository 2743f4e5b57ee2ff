//! A request as the hub receives it and as the hub keeps it.

use std::collections::BTreeMap;
use std::fmt;

use jiff::Timestamp;

use super::access::AccessHash;
use super::key::KeyDigest;
use super::note::NoteState;
use super::state::{State, Status};
use crate::domain::city::{Coordinates, ServiceCode};
use crate::domain::protocol_number::ProtocolNumber;
use crate::domain::request::RequestId;

/// Everything that was said, as it was posted: all of it may be personal.
#[derive(Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Said {
    /// Posted parameters of `wire::filing`.
    pub fields: BTreeMap<String, String>,
    /// Where.
    pub coordinates: Option<Coordinates>,
    /// Answers by question id.
    pub answers: BTreeMap<String, Vec<String>>,
}

impl Said {
    /// A posted parameter.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&str> {
        self.fields.get(name).map(String::as_str)
    }
}

impl fmt::Debug for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Said(…)")
    }
}

/// Who gives a request its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbering {
    /// The station gave it, offline and finally.
    Posted(ProtocolNumber),
    /// The hub gives one of its own station, in this year of the city.
    Own {
        /// The city's year at arrival.
        year: u16,
    },
}

/// A request that was found to be in order, not yet stored.
#[derive(Clone, Debug)]
pub struct NewRequest {
    /// A repeat with the same id is answered like the first.
    pub id: Option<RequestId>,
    /// Its number.
    pub numbering: Numbering,
    /// The key with which it came.
    pub key: KeyDigest,
    /// The service.
    pub service: ServiceCode,
    /// Whether the service was private at arrival.
    pub private: bool,
    /// When the person filed; the time of arrival where the station's clock is not believed.
    pub requested_at: Timestamp,
    /// When it arrived.
    pub received_at: Timestamp,
    /// The promised work.
    pub expected_at: Option<Timestamp>,
    /// The promised answer.
    pub answer_by: Option<Timestamp>,
    /// What opens it.
    pub access: Option<AccessHash>,
    /// What was said.
    pub said: Said,
}

/// What came of filing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filed {
    /// It is stored under this number, now or by an earlier attempt.
    As(ProtocolNumber),
    /// The number belongs to another request; an alarm was raised.
    NumberTaken,
}

/// A request in the store.
#[derive(Clone, Debug)]
pub struct StoredRequest {
    /// The citizen's reference.
    pub number: ProtocolNumber,
    /// Idempotency key.
    pub id: Option<RequestId>,
    /// The name of the key with which it came.
    pub filed_by: String,
    /// The service.
    pub service: ServiceCode,
    /// Whether the service was private at arrival.
    pub private: bool,
    /// When the person filed.
    pub requested_at: Timestamp,
    /// When it arrived.
    pub received_at: Timestamp,
    /// The promised work.
    pub expected_at: Option<Timestamp>,
    /// The promised answer.
    pub answer_by: Option<Timestamp>,
    /// Open or closed.
    pub status: Status,
    /// When that last changed.
    pub updated_at: Timestamp,
    /// The newest answer.
    pub answer: Option<String>,
    /// Whether it was spoken, and written down.
    pub note: Option<NoteState>,
    /// What was said.
    pub said: Said,
}

/// A change of a request, or an answer to it.
#[derive(Clone, PartialEq, Eq)]
pub struct Update {
    /// Its id, given by who posted it.
    pub id: String,
    /// The request.
    pub number: ProtocolNumber,
    /// What became of the request.
    pub state: State,
    /// When.
    pub updated_at: Timestamp,
    /// The answer to the person; may be empty.
    pub description: String,
}

impl fmt::Debug for Update {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Update({}, {}, {})", self.id, self.number, self.state.name())
    }
}

/// What came of posting an update.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Posted {
    /// It is stored, now or by an earlier attempt.
    Stored,
    /// There is no such request.
    NoRequest,
    /// The id belongs to an update of another request.
    IdTaken,
}

/// Something that staff must look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alarm {
    /// When it was raised.
    pub raised_at: Timestamp,
    /// What happened.
    pub kind: AlarmKind,
    /// The number that was posted.
    pub number: ProtocolNumber,
    /// The request id that came with it, where there was one.
    pub id: Option<RequestId>,
}

/// Why an alarm is raised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AlarmKind {
    /// The number already belongs to a request with another id: a station's data was cloned.
    NumberTwice,
    /// The request already has another number: the posted number leads nowhere.
    RequestTwice,
}

impl AlarmKind {
    /// Every kind there is.
    pub const ALL: [Self; 2] = [Self::NumberTwice, Self::RequestTwice];

    /// Its name in the store and in lists.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::NumberTwice => "one-number-two-requests",
            Self::RequestTwice => "one-request-two-numbers",
        }
    }
}
