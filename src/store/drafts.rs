//! Drafts left for later: under a code, and without a word.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use crate::domain::later::{Kept, Locator, Tries};

use super::{CodeKey, Durable, Seal, Store, StoreError};

/// A draft under a code, still sealed.
#[derive(Clone, PartialEq, Eq)]
pub struct SavedDraft {
    /// Opens with the code's key only.
    pub sealed: Vec<u8>,
    /// The hub has it too: it may have been opened elsewhere.
    pub at_hub: bool,
}

impl std::fmt::Debug for SavedDraft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SavedDraft(…)")
    }
}

/// What the hub is to be told of a draft.
#[derive(Clone, PartialEq, Eq)]
pub struct Errand {
    /// Where the draft is.
    pub locator: Locator,
    /// The draft to keep; `None` when its code was used.
    pub sealed: Option<Vec<u8>>,
    /// When it is forgotten.
    pub until: Timestamp,
}

impl std::fmt::Debug for Errand {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Errand(…)")
    }
}

/// Writes what a moment promises about drafts; other promises are not its business.
pub(super) fn write(
    db: &Connection,
    seal: &Seal,
    durable: &Durable<'_>,
    now: Timestamp,
) -> Result<(), StoreError> {
    match durable {
        Durable::Keep { key, kept, until } => {
            db.execute(
                "INSERT INTO saved_draft (locator, sealed, expires_at, errand)
                 VALUES (?1, ?2, ?3, 'keep')",
                params![key.locator().0, key.close(kept)?, until.as_millisecond()],
            )?;
        }
        Durable::Spend { locator, until } => {
            // The row stays, empty, until the hub has been told.
            db.execute(
                "INSERT INTO saved_draft (locator, sealed, expires_at, errand)
                 VALUES (?1, NULL, ?2, 'spend')
                 ON CONFLICT (locator) DO UPDATE SET sealed = NULL, errand = 'spend'",
                params![locator.0, until.as_millisecond()],
            )?;
        }
        Durable::KeepLeft { id, kept, until } => {
            db.execute(
                "INSERT INTO left_draft (id, left_at, sealed, expires_at, note)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
                params![
                    id.to_string(),
                    now.as_millisecond(),
                    seal.close(&left_row(*id), kept)?,
                    until.as_millisecond(),
                    kept.draft.id.filter(|_| kept.draft.note.is_some()).map(|id| id.to_string()),
                ],
            )?;
        }
        Durable::ForgetLeft(id) => {
            db.execute("DELETE FROM left_draft WHERE id = ?1", [id.to_string()])?;
        }
        Durable::File { .. }
        | Durable::Print { .. }
        | Durable::Note { .. }
        | Durable::NoNote(_)
        | Durable::Farewell
        | Durable::Opinion { .. }
        | Durable::Lesson { .. } => {}
    }
    Ok(())
}

fn left_row(id: Uuid) -> String {
    format!("left:{id}")
}

fn moment(milliseconds: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_millisecond(milliseconds).map_err(|_| StoreError::Unexpected("a draft"))
}

impl Store {
    /// The draft under a code, while it is kept.
    ///
    /// # Errors
    ///
    /// The row cannot be read.
    pub fn saved(&self, key: &CodeKey, now: Timestamp) -> Result<Option<SavedDraft>, StoreError> {
        let query = "SELECT sealed, errand IS NULL FROM saved_draft
                     WHERE locator = ?1 AND sealed IS NOT NULL AND expires_at > ?2";
        let read =
            |row: &rusqlite::Row<'_>| Ok(SavedDraft { sealed: row.get(0)?, at_hub: row.get(1)? });
        let place = params![key.locator().0, now.as_millisecond()];
        Ok(self.db.query_row(query, place, read).optional()?)
    }

    /// Drafts that were left without a word, the latest first.
    ///
    /// # Errors
    ///
    /// A row cannot be read or opened.
    pub fn left(&self, now: Timestamp) -> Result<Vec<(Uuid, Timestamp, Kept)>, StoreError> {
        let mut query = self.db.prepare(
            "SELECT id, left_at, sealed FROM left_draft WHERE expires_at > ?1
             ORDER BY left_at DESC, id",
        )?;
        let rows = query.query_map([now.as_millisecond()], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?, row.get::<_, Vec<u8>>(2)?))
        })?;
        let mut left = Vec::new();
        for row in rows {
            let (id, at, sealed) = row?;
            let id = id.parse().map_err(|_| StoreError::Unexpected("a draft"))?;
            // One that an older program wrote and this one cannot read hides none of the others.
            if let Ok(kept) = self.seal.open(&left_row(id), &sealed) {
                left.push((id, moment(at)?, kept));
            }
        }
        Ok(left)
    }

    /// One draft that was left without a word.
    ///
    /// # Errors
    ///
    /// The row cannot be read or opened.
    pub fn left_draft(&self, id: Uuid, now: Timestamp) -> Result<Option<Kept>, StoreError> {
        let query = "SELECT sealed FROM left_draft WHERE id = ?1 AND expires_at > ?2";
        let place = params![id.to_string(), now.as_millisecond()];
        let sealed: Option<Vec<u8>> =
            self.db.query_row(query, place, |row| row.get(0)).optional()?;
        sealed.map(|sealed| self.seal.open(&left_row(id), &sealed)).transpose()
    }

    /// Forgets drafts whose time has passed; tells how many.
    ///
    /// # Errors
    ///
    /// The rows cannot be read or deleted.
    pub fn forget_drafts(&self, now: Timestamp) -> Result<usize, StoreError> {
        let now = now.as_millisecond();
        let mut first = self.db.prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM saved_draft WHERE expires_at <= ?1)
                 OR EXISTS (SELECT 1 FROM left_draft WHERE expires_at <= ?1)",
        )?;
        // This is asked every second: mostly there is nothing to write.
        if !first.query_row([now], |row| row.get(0))? {
            return Ok(0);
        }
        self.db.execute(
            "DELETE FROM note WHERE number IS NULL
             AND request_id IN (SELECT note FROM left_draft WHERE expires_at <= ?1)",
            [now],
        )?;
        let saved = self.db.execute("DELETE FROM saved_draft WHERE expires_at <= ?1", [now])?;
        let left = self.db.execute("DELETE FROM left_draft WHERE expires_at <= ?1", [now])?;
        Ok(saved + left)
    }

    /// The next thing to tell the hub of a draft.
    ///
    /// # Errors
    ///
    /// The row cannot be read.
    pub fn errand(&self) -> Result<Option<Errand>, StoreError> {
        let mut query = self.db.prepare_cached(
            "SELECT locator, CASE errand WHEN 'keep' THEN sealed END, expires_at
             FROM saved_draft WHERE errand IS NOT NULL ORDER BY expires_at LIMIT 1",
        )?;
        let row = query.query_row([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
        let read = |(locator, sealed, until)| {
            Ok(Errand { locator: Locator(locator), sealed, until: moment(until)? })
        };
        row.optional()?.map(read).transpose()
    }

    /// The hub was told, or never will be.
    ///
    /// # Errors
    ///
    /// The row cannot be written.
    pub fn errand_done(&self, errand: &Errand) -> Result<(), StoreError> {
        let place = [errand.locator.0];
        if errand.sealed.is_some() {
            // Used meanwhile: then the hub is still to be told of that.
            self.db.execute(
                "UPDATE saved_draft SET errand = NULL WHERE locator = ?1 AND errand = 'keep'",
                place,
            )?;
        } else {
            self.db
                .execute("DELETE FROM saved_draft WHERE locator = ?1 AND sealed IS NULL", place)?;
        }
        Ok(())
    }

    /// Wrong codes in a row.
    ///
    /// # Errors
    ///
    /// The row cannot be read.
    pub fn tries(&self) -> Result<Tries, StoreError> {
        let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
        let row = self.db.query_row("SELECT count, last FROM wrong_code", [], read).optional()?;
        let Some((wrong, last)) = row else { return Ok(Tries::default()) };
        Ok(Tries { wrong, last: Some(moment(last)?) })
    }

    /// Another wrong code, or a right one.
    ///
    /// # Errors
    ///
    /// The row cannot be written.
    pub fn set_tries(&self, tries: Tries) -> Result<(), StoreError> {
        match tries.last {
            Some(last) => self.db.execute(
                "INSERT INTO wrong_code (id, count, last) VALUES (1, ?1, ?2)
                 ON CONFLICT (id) DO UPDATE SET count = excluded.count, last = excluded.last",
                params![tries.wrong, last.as_millisecond()],
            )?,
            None => self.db.execute("DELETE FROM wrong_code", [])?,
        };
        Ok(())
    }
}

#[cfg(test)]
mod tests;
