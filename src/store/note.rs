//! Words that were spoken: sealed sound, apart from the visit and from the outbox.
//!
//! A note of a draft goes with the visit; one of a filed request stays until the city has it, or,
//! at a city's server that takes none, until staff have written it down.

use rusqlite::{Connection, OptionalExtension, params};
use zeroize::Zeroizing;

use crate::domain::protocol_number::ProtocolNumber;
use crate::domain::request::RequestId;

use super::{Seal, Store, StoreError};

fn row(id: RequestId) -> String {
    format!("note:{id}")
}

/// Keeps what was recorded for a draft, in place of what was there.
pub(super) fn keep(
    db: &Connection,
    seal: &Seal,
    id: RequestId,
    sound: &[u8],
) -> Result<(), StoreError> {
    let sealed = seal.close_bytes(&row(id), sound)?;
    db.prepare_cached(
        "INSERT INTO note (request_id, sealed) VALUES (?1, ?2)
         ON CONFLICT (request_id) DO UPDATE SET sealed = excluded.sealed",
    )?
    .execute(params![id.to_string(), sealed])?;
    Ok(())
}

/// Forgets the note of a draft.
pub(super) fn forget(db: &Connection, id: RequestId) -> Result<(), StoreError> {
    let query = "DELETE FROM note WHERE request_id = ?1 AND number IS NULL";
    db.prepare_cached(query)?.execute([id.to_string()])?;
    Ok(())
}

/// Forgets whatever was not filed and does not wait with a draft that somebody left.
pub(super) fn forget_unfiled(db: &Connection) -> Result<(), StoreError> {
    db.prepare_cached(
        "DELETE FROM note WHERE number IS NULL
         AND request_id NOT IN (SELECT note FROM left_draft WHERE note IS NOT NULL)",
    )?
    .execute([])?;
    Ok(())
}

/// From now on it belongs to a request.
pub(super) fn file(
    db: &Connection,
    id: RequestId,
    number: ProtocolNumber,
) -> Result<(), StoreError> {
    let query = "UPDATE note SET number = ?2 WHERE request_id = ?1";
    db.prepare_cached(query)?.execute([id.to_string(), number.to_string()])?;
    Ok(())
}

impl Store {
    /// What was recorded for a draft or request, while it is here.
    ///
    /// # Errors
    ///
    /// The row cannot be read or opened.
    pub fn note(&self, id: RequestId) -> Result<Option<Zeroizing<Vec<u8>>>, StoreError> {
        let mut query = self.db.prepare_cached("SELECT sealed FROM note WHERE request_id = ?1")?;
        let sealed: Option<Vec<u8>> =
            query.query_row([id.to_string()], |row| row.get(0)).optional()?;
        sealed.map(|sealed| self.seal.open_bytes(&row(id), &sealed)).transpose()
    }

    /// The city has a note: here it is forgotten.
    ///
    /// # Errors
    ///
    /// The row cannot be deleted.
    pub fn note_arrived(&self, number: ProtocolNumber) -> Result<(), StoreError> {
        let mut query = self.db.prepare_cached("DELETE FROM note WHERE number = ?1")?;
        query.execute([number.to_string()])?;
        Ok(())
    }

    /// Requests whose spoken words are here: those that staff write down here, where the city's
    /// server takes none.
    ///
    /// # Errors
    ///
    /// The rows cannot be read.
    pub fn notes(&self) -> Result<Vec<(ProtocolNumber, RequestId)>, StoreError> {
        let mut query = self.db.prepare(
            "SELECT number, request_id FROM note WHERE number IS NOT NULL ORDER BY number",
        )?;
        let rows =
            query.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
        rows.map(|row| {
            let (number, id) = row?;
            let unexpected = || StoreError::Unexpected("a note");
            let number = number.parse().map_err(|_| unexpected())?;
            let id = id.parse().map_err(|_| unexpected())?;
            Ok((number, RequestId(id)))
        })
        .collect()
    }

    /// Staff have written a note down; the owner of the store forgets it at its next turn.
    ///
    /// # Errors
    ///
    /// The row cannot be written.
    pub fn written_down(&self, number: ProtocolNumber) -> Result<(), StoreError> {
        let query = "INSERT INTO command (verb, number) VALUES ('written-down', ?1)";
        self.db.execute(query, [number.to_string()])?;
        Ok(())
    }
}

/// Does what staff asked about notes.
pub(super) fn obey(db: &Connection) -> Result<(), StoreError> {
    let asked = "SELECT number FROM command WHERE verb = 'written-down'";
    db.execute(&format!("DELETE FROM note WHERE number IN ({asked})"), [])?;
    db.execute("DELETE FROM command WHERE verb = 'written-down'", [])?;
    Ok(())
}
