//! Spoken requests: their sound, and what staff make of it.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Transaction, params};
use zeroize::Zeroizing;

use super::requests::one;
use super::row::{moment, parsed};
use super::{SqliteStore, updates};
use crate::domain::city::ServiceCode;
use crate::domain::protocol_number::ProtocolNumber;
use crate::hub::note::{NewNote, NoteState, Waiting, Written};
use crate::hub::request::Update;
use crate::hub::state::{State, Status};
use crate::hub::store::{Answer, NoteStore, StoreError};

impl NoteStore for SqliteStore {
    fn keep_note(&self, note: NewNote) -> Answer<'_, ()> {
        self.transact(move |transaction| keep(transaction, &note))
    }

    fn waiting_notes(&self) -> Answer<'_, Vec<Waiting>> {
        self.transact(waiting)
    }

    fn note_sound(&self, number: ProtocolNumber) -> Answer<'_, Option<Zeroizing<Vec<u8>>>> {
        self.transact(move |transaction| sound(transaction, number))
    }

    fn write_note(
        &self,
        number: ProtocolNumber,
        text: String,
        now: Timestamp,
    ) -> Answer<'_, Written> {
        self.transact(move |transaction| write(transaction, number, &text, now))
    }

    fn forget_notes(
        &self,
        written_before: Timestamp,
        orphaned_before: Timestamp,
    ) -> Answer<'_, ()> {
        self.transact(move |transaction| forget(transaction, written_before, orphaned_before))
    }
}

/// A repeat changes nothing.
fn keep(transaction: &Transaction<'_>, note: &NewNote) -> Result<(), StoreError> {
    transaction.execute(
        "INSERT OR IGNORE INTO notes (request_id, key_digest, received_at, sound)
         VALUES (?1, ?2, ?3, ?4)",
        params![note.id.to_string(), note.key.0, note.received_at.as_second(), *note.sound],
    )?;
    Ok(())
}

fn waiting(transaction: &Transaction<'_>) -> Result<Vec<Waiting>, StoreError> {
    let mut statement = transaction.prepare_cached(
        "SELECT number, service, requested_at,
             CAST(json_extract(said, '$.fields.note_seconds') AS INTEGER) AS seconds,
             notes.sound IS NOT NULL AS sound
         FROM requests LEFT JOIN notes USING (request_id, key_digest)
         WHERE note = 'waiting' ORDER BY requested_at, number",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(Waiting {
            number: parsed(row, "number")?,
            service: ServiceCode(row.get("service")?),
            requested_at: moment(row, "requested_at")?,
            seconds: row.get("seconds")?,
            sound: row.get("sound")?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn sound(
    transaction: &Transaction<'_>,
    number: ProtocolNumber,
) -> Result<Option<Zeroizing<Vec<u8>>>, StoreError> {
    let sound: Option<Option<Vec<u8>>> = transaction
        .query_row(
            "SELECT sound FROM notes JOIN requests USING (request_id, key_digest)
             WHERE number = ?1",
            [number.to_string()],
            |row| row.get(0),
        )
        .optional()?;
    Ok(sound.flatten().map(Zeroizing::new))
}

/// The text is the request's description, below what was typed; an update without words tells
/// that the request has changed.
fn write(
    transaction: &Transaction<'_>,
    number: ProtocolNumber,
    text: &str,
    now: Timestamp,
) -> Result<Written, StoreError> {
    let Some(mut request) = one(transaction, number)? else { return Ok(Written::NoRequest) };
    if request.note != Some(NoteState::Waiting) {
        return Ok(Written::NothingToWrite);
    }
    let description = request.said.fields.entry("description".to_owned()).or_default();
    format!("{description}\n{text}").trim().clone_into(description);
    let said = serde_json::to_string(&request.said)?;
    transaction.execute(
        "UPDATE requests SET said = ?2, note = 'written' WHERE number = ?1",
        params![number.to_string(), said],
    )?;
    transaction.execute(
        "UPDATE notes SET written_at = ?2
         WHERE request_id = (SELECT request_id FROM requests WHERE number = ?1)",
        params![number.to_string(), now.as_second()],
    )?;
    let state = match request.status {
        Status::Open => "open",
        Status::Closed => "closed",
    };
    if let Some(state) = State::from_name(state) {
        let id = format!("note-{number}");
        let update = Update { id, number, state, updated_at: now, description: String::new() };
        updates::post(transaction, &update)?;
    }
    Ok(Written::Done)
}

fn forget(
    transaction: &Transaction<'_>,
    written_before: Timestamp,
    orphaned_before: Timestamp,
) -> Result<(), StoreError> {
    transaction.execute(
        "UPDATE notes SET sound = NULL WHERE written_at < ?1",
        [written_before.as_second()],
    )?;
    transaction.execute(
        "DELETE FROM notes WHERE received_at < ?1
             AND request_id NOT IN (SELECT request_id FROM requests WHERE request_id IS NOT NULL)",
        [orphaned_before.as_second()],
    )?;
    Ok(())
}
