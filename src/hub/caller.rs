//! Who calls, as far as their key says.

use super::Hub;
use super::key::{KeyDigest, KeyKind};
use super::parameters::Parameters;
use super::refusal::Refusal;

/// Whoever sent a call; nobody in particular without a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Caller(Option<(KeyDigest, KeyKind)>);

impl Caller {
    /// Looks the key up.
    ///
    /// # Errors
    /// 403 for a key that does not exist.
    pub(super) async fn of(hub: &Hub, parameters: &Parameters) -> Result<Self, Refusal> {
        let Some(key) = parameters.get("api_key") else { return Ok(Self(None)) };
        let digest = KeyDigest::of(key);
        let kind = hub.store.key_of(digest).await?;
        kind.map(|kind| Self(Some((digest, kind))))
            .ok_or_else(|| Refusal::forbidden("This api_key is not known to the city."))
    }

    /// The key, which filing needs.
    ///
    /// # Errors
    /// 403 without one.
    pub(super) fn key(self) -> Result<(KeyDigest, KeyKind), Refusal> {
        self.0.ok_or_else(|| Refusal::forbidden("An api_key is needed. Ask the city for one."))
    }

    /// Whether it is one of the people who answer.
    pub(super) fn is_staff(self) -> bool {
        matches!(self.0, Some((_, KeyKind::Staff)))
    }

    /// Whether it may know that a private request exists.
    pub(super) fn knows_private(self) -> bool {
        matches!(self.0, Some((_, KeyKind::Staff | KeyKind::Station(_))))
    }
}
