//! Bringing spoken words to our own hub, before the request that they belong to.

use super::Open311;
use super::answer::{Ask, Failure};
use super::dialect::Spoken;
use crate::domain::request::Request;

/// Where our hub takes notes, by the id of the request.
pub(super) const NOTES: &str = "notes";

impl Open311 {
    /// Brings the note of a request; a repeat changes nothing. Any other server takes none: there
    /// the note stays where it is, and the request says that it was spoken.
    ///
    /// # Errors
    ///
    /// Why the hub does not have it, as a short code: it is tried again, the request after it.
    pub async fn bring_note(&self, request: &Request, sound: &[u8]) -> Result<(), String> {
        if self.spoken().await? == Spoken::Plain {
            return Ok(());
        }
        let id = request.id.to_string();
        let ask = Ask::Bring { key: self.key(), sound };
        match self.http.call(&[NOTES, &id], ask).await {
            Ok(answer) if answer.is_success() => Ok(()),
            Ok(answer) => Err(format!("note-{}", answer.code())),
            Err(Failure::NotSent(code)) => Err(code.to_owned()),
            Err(Failure::Lost(code)) => Err(format!("note-{code}")),
        }
    }
}
