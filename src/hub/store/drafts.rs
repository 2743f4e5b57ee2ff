//! Drafts that people left for later.

use std::fmt;

use jiff::Timestamp;

use super::Answer;
use crate::domain::later::Locator;
use crate::domain::protocol_number::StationNumber;
use crate::hub::drafts::{Found, KeptDraft};

/// Drafts, sealed with keys that the hub does not have.
pub trait DraftStore: fmt::Debug + Send + Sync {
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
}
