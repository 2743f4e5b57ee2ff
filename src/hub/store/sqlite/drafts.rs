//! Drafts for later, and wrong locators of each station.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Transaction, params};

use super::SqliteStore;
use crate::domain::later::Locator;
use crate::domain::protocol_number::StationNumber;
use crate::hub::drafts::{ATTEMPTS, ATTEMPTS_WITHIN, Found, KeptDraft};
use crate::hub::store::{Answer, DraftStore, StoreError};

impl DraftStore for SqliteStore {
    fn keep_draft(&self, draft: KeptDraft, now: Timestamp) -> Answer<'_, ()> {
        self.transact(move |transaction| keep(transaction, &draft, now))
    }

    fn open_draft(
        &self,
        station: StationNumber,
        branch: String,
        locators: Vec<Locator>,
        now: Timestamp,
    ) -> Answer<'_, Found> {
        self.transact(move |transaction| open(transaction, station, &branch, &locators, now))
    }

    fn spend_draft(&self, draft: KeptDraft, now: Timestamp) -> Answer<'_, ()> {
        self.transact(move |transaction| spend(transaction, &draft, now))
    }

    fn forget_drafts(&self, now: Timestamp) -> Answer<'_, ()> {
        self.transact(move |transaction| forget(transaction, now))
    }
}

/// A repeat changes nothing, and a draft that was opened is not kept again.
fn keep(
    transaction: &Transaction<'_>,
    draft: &KeptDraft,
    now: Timestamp,
) -> Result<(), StoreError> {
    forget(transaction, now)?;
    transaction.execute(
        "INSERT INTO drafts (locator, branch, sealed, expires_at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (locator) DO NOTHING",
        params![draft.locator.0, draft.branch, draft.sealed, draft.until.as_second()],
    )?;
    Ok(())
}

/// What is under the first of these locators that is known in the branch; none is a wrong try.
fn open(
    transaction: &Transaction<'_>,
    station: StationNumber,
    branch: &str,
    locators: &[Locator],
    now: Timestamp,
) -> Result<Found, StoreError> {
    forget(transaction, now)?;
    transaction.execute(
        "DELETE FROM wrong_locators WHERE at <= ?1",
        [now.as_second() - ATTEMPTS_WITHIN],
    )?;
    let wrong: u32 = transaction.query_row(
        "SELECT count(*) FROM wrong_locators WHERE station = ?1",
        [station.get()],
        |row| row.get(0),
    )?;
    if wrong >= ATTEMPTS {
        return Ok(Found::TooMany);
    }
    for locator in locators {
        let sealed: Option<Option<Vec<u8>>> = transaction
            .query_row(
                "SELECT sealed FROM drafts WHERE locator = ?1 AND branch = ?2",
                params![locator.0, branch],
                |row| row.get(0),
            )
            .optional()?;
        match sealed {
            Some(Some(sealed)) => return Ok(Found::Sealed(sealed)),
            Some(None) => return Ok(Found::Spent),
            None => {}
        }
    }
    transaction.execute(
        "INSERT INTO wrong_locators (station, at) VALUES (?1, ?2)",
        params![station.get(), now.as_second()],
    )?;
    Ok(Found::NotThere)
}

/// The draft was opened: only that is remembered, so that no other station opens it again.
fn spend(
    transaction: &Transaction<'_>,
    draft: &KeptDraft,
    now: Timestamp,
) -> Result<(), StoreError> {
    forget(transaction, now)?;
    transaction.execute(
        "INSERT INTO drafts (locator, branch, sealed, expires_at) VALUES (?1, ?2, NULL, ?3)
         ON CONFLICT (locator) DO UPDATE SET sealed = NULL",
        params![draft.locator.0, draft.branch, draft.until.as_second()],
    )?;
    Ok(())
}

/// Forgets what has expired.
fn forget(transaction: &Transaction<'_>, now: Timestamp) -> Result<(), StoreError> {
    transaction.execute("DELETE FROM drafts WHERE expires_at <= ?1", [now.as_second()])?;
    Ok(())
}
