//! Drafts that people left for later: sealed, found by a locator, for the stations of a branch.
//!
//! The hub cannot read them. It keeps them no longer than the city says, tells each station how
//! often it may be wrong, and remembers which were opened.

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use super::Hub;
use super::caller::Caller;
use super::key::KeyKind;
use super::parameters::Parameters;
use super::refusal::Refusal;
use crate::domain::later::Locator;
use crate::domain::protocol_number::StationNumber;
use crate::wire::format::Document;
use crate::wire::hexadecimal;

/// Wrong locators of one station that are answered within an hour.
pub const ATTEMPTS: u32 = 20;

/// How long wrong locators count, in seconds.
pub const ATTEMPTS_WITHIN: i64 = 3600;

/// The longest draft, in bytes.
const LONGEST: usize = 24 * 1024;

/// The most locators that are looked for at once: one a language.
const AT_ONCE: usize = 4;

/// A draft as the hub keeps it.
#[derive(Clone, PartialEq, Eq)]
pub struct KeptDraft {
    /// Where it is found.
    pub locator: Locator,
    /// Code of the branch whose stations may have it.
    pub branch: String,
    /// What only the words open; empty where it was opened.
    pub sealed: Vec<u8>,
    /// When it is forgotten.
    pub until: Timestamp,
}

impl std::fmt::Debug for KeptDraft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("KeptDraft(…)")
    }
}

/// What is under a locator.
#[derive(Clone, PartialEq, Eq)]
pub enum Found {
    /// A draft.
    Sealed(Vec<u8>),
    /// One that was opened already.
    Spent,
    /// Nothing.
    NotThere,
    /// Too many wrong locators within the hour: nothing was looked for.
    TooMany,
}

impl std::fmt::Debug for Found {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Found(…)")
    }
}

/// The answer to a call about a draft.
#[derive(Serialize)]
pub(super) struct DraftAnswer {
    /// `kept`, `opened` or `spent`.
    state: &'static str,
    /// The sealed draft, in hexadecimal.
    #[serde(skip_serializing_if = "Option::is_none")]
    sealed: Option<String>,
}

impl Document for Vec<DraftAnswer> {
    const ROOT: &str = "drafts";
}

fn answer(state: &'static str, sealed: Option<String>) -> Vec<DraftAnswer> {
    vec![DraftAnswer { state, sealed }]
}

/// `POST drafts`
pub(super) async fn keep(hub: &Hub, parameters: &Parameters) -> Result<Vec<DraftAnswer>, Refusal> {
    station(hub, parameters).await?;
    let sealed = parameters.get("sealed").and_then(hexadecimal::read);
    let sealed = sealed.ok_or_else(|| Refusal::invalid("sealed is needed, in hexadecimal."))?;
    if sealed.len() > LONGEST {
        return Err(Refusal::invalid("A draft may have 24 KiB at most."));
    }
    let draft = KeptDraft { sealed, ..named(hub, parameters)? };
    hub.store.keep_draft(draft, hub.now()).await?;
    Ok(answer("kept", None))
}

/// `POST drafts/spend`
pub(super) async fn spend(hub: &Hub, parameters: &Parameters) -> Result<Vec<DraftAnswer>, Refusal> {
    station(hub, parameters).await?;
    hub.store.spend_draft(named(hub, parameters)?, hub.now()).await?;
    Ok(answer("spent", None))
}

/// `POST drafts/open`
pub(super) async fn open(hub: &Hub, parameters: &Parameters) -> Result<Vec<DraftAnswer>, Refusal> {
    let station = station(hub, parameters).await?;
    let branch = branch(hub, parameters)?;
    let locators = parameters.list("locator").take(AT_ONCE);
    let locators: Option<Vec<Locator>> = locators.map(|it| it.parse().ok()).collect();
    let locators = locators.filter(|locators| !locators.is_empty()).ok_or_else(no_locator)?;
    match hub.store.open_draft(station, branch, locators, hub.now()).await? {
        Found::Sealed(sealed) => Ok(answer("opened", Some(hexadecimal::write(&sealed)))),
        Found::Spent => Err(Refusal::gone("This draft was opened already.")),
        Found::NotThere => Err(Refusal::not_found("There is no such draft.")),
        Found::TooMany => Err(Refusal::too_many("Too many wrong codes. Try again in an hour.")),
    }
}

/// Drafts are a matter between the stations of a city.
async fn station(hub: &Hub, parameters: &Parameters) -> Result<StationNumber, Refusal> {
    match Caller::of(hub, parameters).await?.key()? {
        (_, KeyKind::Station(number)) => Ok(number),
        _ => Err(Refusal::forbidden("Only a station's api_key may keep and open drafts.")),
    }
}

fn no_locator() -> Refusal {
    Refusal::invalid("locator is needed: 32 hexadecimal digits.")
}

fn branch(hub: &Hub, parameters: &Parameters) -> Result<String, Refusal> {
    let branch = parameters.get("branch").and_then(|code| hub.city.branch(code));
    let branch = branch.ok_or_else(|| Refusal::invalid("branch is none of the city's."))?;
    Ok(branch.code.clone())
}

/// Where a draft is and how long it is kept: as long as the station promised, by the hub's own
/// clock, and never longer than the city says.
fn named(hub: &Hub, parameters: &Parameters) -> Result<KeptDraft, Refusal> {
    let locator =
        parameters.get("locator").and_then(|it| it.parse().ok()).ok_or_else(no_locator)?;
    let longest = SignedDuration::from_hours(24 * i64::from(hub.city.draft_days));
    let seconds = parameters.get("seconds").and_then(|it| it.parse::<u32>().ok());
    let seconds =
        seconds.ok_or_else(|| Refusal::invalid("seconds is needed: how long to keep."))?;
    let kept = SignedDuration::from_secs(i64::from(seconds)).min(longest);
    let until = hub.now().checked_add(kept).unwrap_or(Timestamp::MAX);
    Ok(KeptDraft { locator, branch: branch(hub, parameters)?, sealed: Vec::new(), until })
}
