//! How a request stands: what is asked by its number, and what is known of it.

use super::city::ServiceCode;
use super::note::Spoken;
use super::protocol_number::ProtocolNumber;
use super::quiet::quiet_debug;
use super::request::AccessCode;
use super::term::Due;

/// How a request stands, as far as the person may know.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Status {
    /// Its number.
    pub number: ProtocolNumber,
    /// The stage it has reached.
    pub stage: Stage,
    /// The promised answer.
    pub answer_by: Option<Due>,
    /// The promised work.
    pub done_by: Option<Due>,
    /// The service; `None` when it is private and no code was given.
    pub service: Option<ServiceCode>,
    /// Place, words and answer, once the code was right.
    pub details: Option<Details>,
}

/// What the access code opens.
#[derive(Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Details {
    /// Where.
    pub place: String,
    /// What was said.
    pub words: String,
    /// The city's answer.
    pub answer: String,
    /// Whether it was spoken.
    #[serde(default)]
    pub spoken: Spoken,
}

/// The stage a request has reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Still at this station, waiting for the line.
    WaitingHere,
    /// At the city, open.
    Open,
    /// At the city, closed.
    Closed,
}

/// The answer to a look-up.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub enum LookUp {
    /// Under way.
    Looking,
    /// Found.
    Found(Box<Status>),
    /// Nobody knows the number.
    NotFound,
    /// The code does not belong to the number.
    CodeWrong,
    /// Too many wrong codes.
    TooManyCodes,
    /// The line is down.
    Unreachable,
}

/// A request being followed up.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct FollowUp {
    /// Its number.
    pub number: ProtocolNumber,
    /// The access code, where given.
    pub code: Option<AccessCode>,
    /// Which look-up this is: an older one's answer is dropped.
    pub attempt: u32,
    /// What is known.
    pub answer: LookUp,
}

quiet_debug!(Details);
