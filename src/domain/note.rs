//! A voice note: words that a person speaks instead of writing them (Brazil: Lei 13.460/2017
//! art. 10 §4: what is asked aloud is taken down).
//!
//! The sound itself never comes here: it lies sealed in the store, by the draft's id.

use jiff::{SignedDuration, Timestamp};

use super::request::RequestId;
use super::term::Term;

/// The longest note.
pub const LONGEST: SignedDuration = SignedDuration::from_secs(90);

/// How soon staff write it down.
pub const WRITTEN_WITHIN: Term = Term::WorkingDays(1);

/// The spoken words of a draft or request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Note {
    /// How long it is, in whole seconds, at least one.
    pub seconds: u16,
    /// The microphone failed before the person had ended.
    #[serde(default)]
    pub cut: bool,
}

/// A recording under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Recording {
    /// Whose words they are.
    pub draft: RequestId,
    /// Since when the microphone listens; `None` while it does not yet.
    pub since: Option<Timestamp>,
    /// The microphone was asked to end.
    pub ending: bool,
}

/// Why nothing was recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoteTrouble {
    /// There is no microphone.
    NoMicrophone,
    /// Another program has it.
    Busy,
    /// It heard nothing.
    Silence,
    /// It failed before anything was said, or the station did.
    Lost,
}

/// What the microphone tells of a recording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// It listens.
    Began,
    /// It has ended.
    Recorded(Note),
    /// There is nothing.
    Failed(NoteTrouble),
}

/// Whether a request was spoken, and what became of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Spoken {
    /// It was not.
    #[default]
    No,
    /// Somebody has yet to write it down.
    Waiting,
    /// Somebody has written it down.
    Written,
}
