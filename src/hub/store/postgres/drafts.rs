//! Drafts for later, and wrong locators of each station.

use jiff::Timestamp;

use super::PostgresStore;
use super::fault::Fault;
use super::row::plain;
use super::turn::Turn;
use crate::domain::later::Locator;
use crate::domain::protocol_number::StationNumber;
use crate::hub::drafts::{ATTEMPTS, ATTEMPTS_WITHIN, Found, KeptDraft};
use crate::hub::store::{Answer, DraftStore};

impl DraftStore for PostgresStore {
    fn keep_draft(&self, draft: KeptDraft, now: Timestamp) -> Answer<'_, ()> {
        self.write((draft, now), |turn, (draft, now)| Box::pin(keep(turn, draft, *now)))
    }

    fn open_draft(
        &self,
        station: StationNumber,
        branch: String,
        locators: Vec<Locator>,
        now: Timestamp,
    ) -> Answer<'_, Found> {
        self.write((station, branch, locators, now), |turn, (station, branch, locators, now)| {
            Box::pin(open(turn, *station, branch, locators, *now))
        })
    }

    fn spend_draft(&self, draft: KeptDraft, now: Timestamp) -> Answer<'_, ()> {
        self.write((draft, now), |turn, (draft, now)| Box::pin(spend(turn, draft, *now)))
    }

    fn forget_drafts(&self, now: Timestamp) -> Answer<'_, ()> {
        self.write(now, |turn, now| Box::pin(forget(turn, *now)))
    }
}

/// A repeat changes nothing, and a draft that was opened is not kept again.
async fn keep(turn: &Turn<'_>, draft: &KeptDraft, now: Timestamp) -> Result<(), Fault> {
    forget(turn, now).await?;
    turn.execute(
        "INSERT INTO drafts (locator, branch, sealed, expires_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (locator) DO NOTHING",
        &[&draft.locator.0.as_slice(), &draft.branch, &draft.sealed, &draft.until.as_second()],
    )
    .await?;
    Ok(())
}

/// What is under the first of these locators that is known in the branch; none is a wrong try.
async fn open(
    turn: &Turn<'_>,
    station: StationNumber,
    branch: &str,
    locators: &[Locator],
    now: Timestamp,
) -> Result<Found, Fault> {
    let (station, second) = (i64::from(station.get()), now.as_second());
    forget(turn, now).await?;
    let old = "DELETE FROM wrong_locators WHERE at <= $1";
    turn.execute(old, &[&(second - ATTEMPTS_WITHIN)]).await?;
    let wrong = "SELECT count(*) AS wrong FROM wrong_locators WHERE station = $1";
    if plain::<i64>(&turn.row(wrong, &[&station]).await?, "wrong")? >= ATTEMPTS.into() {
        return Ok(Found::TooMany);
    }
    for locator in locators {
        let sql = "SELECT sealed FROM drafts WHERE locator = $1 AND branch = $2";
        if let Some(row) = turn.maybe_row(sql, &[&locator.0.as_slice(), &branch]).await? {
            return Ok(
                plain::<Option<Vec<u8>>>(&row, "sealed")?.map_or(Found::Spent, Found::Sealed)
            );
        }
    }
    let count = "INSERT INTO wrong_locators (station, at) VALUES ($1, $2)";
    turn.execute(count, &[&station, &second]).await?;
    Ok(Found::NotThere)
}

/// The draft was opened: only that is remembered, so that no other station opens it again.
async fn spend(turn: &Turn<'_>, draft: &KeptDraft, now: Timestamp) -> Result<(), Fault> {
    forget(turn, now).await?;
    turn.execute(
        "INSERT INTO drafts (locator, branch, sealed, expires_at) VALUES ($1, $2, NULL, $3)
         ON CONFLICT (locator) DO UPDATE SET sealed = NULL",
        &[&draft.locator.0.as_slice(), &draft.branch, &draft.until.as_second()],
    )
    .await?;
    Ok(())
}

/// Forgets what has expired.
async fn forget(turn: &Turn<'_>, now: Timestamp) -> Result<(), Fault> {
    turn.execute("DELETE FROM drafts WHERE expires_at <= $1", &[&now.as_second()]).await?;
    Ok(())
}
