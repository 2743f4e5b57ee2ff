//! Spoken requests: the sound comes from a station, staff write it down within a working day
//! (Brazil: Lei 13.460/2017 art. 10 §4), and some days later the sound is forgotten.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use zeroize::Zeroizing;

use super::caller::Caller;
use super::key::{KeyDigest, KeyKind};
use super::parameters::Parameters;
use super::refusal::Refusal;
use super::{Hub, HubError};
use crate::domain::city::ServiceCode;
use crate::domain::note::WRITTEN_WITHIN;
use crate::domain::protocol_number::ProtocolNumber;
use crate::domain::request::RequestId;
use crate::wire::filing::LONGEST_DESCRIPTION;
use crate::wire::note::{Taken, seconds};

/// How long a sound waits for its request before it is nobody's, in days.
const ORPHANED: i64 = 90;

/// How often sounds whose time is over are looked for.
pub const FORGET_EVERY: Duration = Duration::from_hours(1);

/// A sound as it came.
pub struct NewNote {
    /// Of which request.
    pub id: RequestId,
    /// The key with which it came.
    pub key: KeyDigest,
    /// When.
    pub received_at: Timestamp,
    /// The sound, as `wire::note` writes it.
    pub sound: Zeroizing<Vec<u8>>,
}

impl std::fmt::Debug for NewNote {
    /// Without what was said.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "NewNote({})", self.id)
    }
}

/// A spoken request that nobody has written down yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Its number.
    pub number: ProtocolNumber,
    /// The service.
    pub service: ServiceCode,
    /// When it was spoken.
    pub requested_at: Timestamp,
    /// How long it is, as the station told.
    pub seconds: u16,
    /// Whether the sound is here.
    pub sound: bool,
}

/// Whether a spoken request was written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteState {
    /// Not yet.
    Waiting,
    /// It was.
    Written,
}

impl NoteState {
    /// Its name in the store and on the wire.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Written => "written",
        }
    }

    /// The state of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Waiting, Self::Written].into_iter().find(|state| state.name() == name)
    }
}

/// What came of writing a request down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// It is the request's description now.
    Done,
    /// There is no such request.
    NoRequest,
    /// It was not spoken, or somebody has written it down already.
    NothingToWrite,
}

/// `PUT notes/{client_request_id}`
pub(super) async fn take(
    hub: &Hub,
    id: &str,
    key: Option<&str>,
    sound: Zeroizing<Vec<u8>>,
) -> Result<Vec<Taken>, Refusal> {
    let key = key.map(|key| ("api_key".to_owned(), key.to_owned()));
    let caller = Caller::of(hub, &Parameters::new(key)).await?;
    let (key, kind) = caller.key()?;
    if kind == KeyKind::Client {
        return Err(Refusal::forbidden("Only a station may bring voice notes."));
    }
    let unclear = || Refusal::invalid("A client_request_id is needed: a UUID.");
    let id = RequestId(id.parse().map_err(|_| unclear())?);
    let seconds = seconds(&sound).map_err(|not_a_note| Refusal::invalid(not_a_note.to_string()))?;
    hub.store.keep_note(NewNote { id, key, received_at: hub.now(), sound }).await?;
    Ok(vec![Taken { client_request_id: id.to_string(), seconds }])
}

impl Hub {
    /// Spoken requests that nobody has written down, the oldest first: the late ones lead.
    ///
    /// # Errors
    /// [`HubError::Store`].
    pub async fn notes(&self) -> Result<Vec<Waiting>, HubError> {
        Ok(self.store.waiting_notes().await?)
    }

    /// The last moment at which a spoken request should be written down.
    #[must_use]
    pub fn write_by(&self, note: &Waiting) -> Timestamp {
        let zone = &self.city.timezone;
        let spoken = note.requested_at.to_zoned(zone.clone()).datetime();
        let due = self.city.due(spoken, WRITTEN_WITHIN).last_moment();
        due.to_zoned(zone.clone()).map_or(Timestamp::MAX, |due| due.timestamp())
    }

    /// Whether that moment is over.
    #[must_use]
    pub fn is_late(&self, note: &Waiting) -> bool {
        self.write_by(note) < self.now()
    }

    /// The sound of a request, while it is here.
    ///
    /// # Errors
    /// [`HubError::Store`].
    pub async fn note_sound(
        &self,
        number: ProtocolNumber,
    ) -> Result<Option<Zeroizing<Vec<u8>>>, HubError> {
        Ok(self.store.note_sound(number).await?)
    }

    /// What was spoken becomes the request's description; whoever follows it up is told.
    ///
    /// # Errors
    /// [`HubError::Store`], or a text that is empty or too long.
    pub async fn write_down(
        &self,
        number: ProtocolNumber,
        text: &str,
    ) -> Result<Written, HubError> {
        let text = text.trim();
        if text.is_empty() || text.chars().count() > LONGEST_DESCRIPTION {
            return Err(HubError::NoText);
        }
        Ok(self.store.write_note(number, text.to_owned(), self.now()).await?)
    }

    /// Forgets sounds that were written down so many days ago as the city says, and those whose
    /// request never came.
    ///
    /// # Errors
    /// [`HubError::Store`].
    pub async fn forget_notes(&self) -> Result<(), HubError> {
        let before = |days: i64| {
            self.now().checked_sub(SignedDuration::from_hours(24 * days)).unwrap_or(Timestamp::MIN)
        };
        let written = before(i64::from(self.city.note_days));
        Ok(self.store.forget_notes(written, before(ORPHANED)).await?)
    }
}
