//! Spoken requests.

use std::fmt;

use jiff::Timestamp;
use zeroize::Zeroizing;

use super::Answer;
use crate::domain::protocol_number::ProtocolNumber;
use crate::hub::note::{NewNote, Waiting, Written};

/// What was spoken, and what staff make of it.
pub trait NoteStore: fmt::Debug + Send + Sync {
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
}
