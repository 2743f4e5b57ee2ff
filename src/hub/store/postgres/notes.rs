//! Spoken requests: their sound, and what staff make of it.

use jiff::Timestamp;
use zeroize::Zeroizing;

use super::fault::Fault;
use super::requests::{one, said, written};
use super::row::{moment, parsed, plain};
use super::turn::Turn;
use super::{PostgresStore, updates};
use crate::domain::city::ServiceCode;
use crate::domain::protocol_number::ProtocolNumber;
use crate::hub::note::{NewNote, NoteState, Waiting, Written};
use crate::hub::request::Update;
use crate::hub::state::{State, Status};
use crate::hub::store::{Answer, NoteStore};

impl NoteStore for PostgresStore {
    fn keep_note(&self, note: NewNote) -> Answer<'_, ()> {
        self.write(note, |turn, note| Box::pin(keep(turn, note)))
    }

    fn waiting_notes(&self) -> Answer<'_, Vec<Waiting>> {
        self.read((), |turn, ()| Box::pin(waiting(turn)))
    }

    fn note_sound(&self, number: ProtocolNumber) -> Answer<'_, Option<Zeroizing<Vec<u8>>>> {
        self.read(number, |turn, number| Box::pin(sound(turn, *number)))
    }

    fn write_note(
        &self,
        number: ProtocolNumber,
        text: String,
        now: Timestamp,
    ) -> Answer<'_, Written> {
        self.write((number, text, now), |turn, (number, text, now)| {
            Box::pin(write(turn, *number, text, *now))
        })
    }

    fn forget_notes(
        &self,
        written_before: Timestamp,
        orphaned_before: Timestamp,
    ) -> Answer<'_, ()> {
        self.write((written_before, orphaned_before), |turn, (written, orphaned)| {
            Box::pin(forget(turn, *written, *orphaned))
        })
    }
}

/// A repeat changes nothing.
async fn keep(turn: &Turn<'_>, note: &NewNote) -> Result<(), Fault> {
    turn.execute(
        "INSERT INTO notes (request_id, key_digest, received_at, sound) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING",
        &[
            &note.id.to_string(),
            &note.key.0.as_slice(),
            &note.received_at.as_second(),
            &note.sound.as_slice(),
        ],
    )
    .await?;
    Ok(())
}

async fn waiting(turn: &Turn<'_>) -> Result<Vec<Waiting>, Fault> {
    let rows = turn
        .rows(
            "SELECT number, service, requested_at,
                 notes.sound IS NOT NULL AS sound, said
             FROM requests LEFT JOIN notes USING (request_id, key_digest)
             WHERE note = 'waiting' ORDER BY requested_at, number",
            &[],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let said = said(row)?;
            let seconds = said.field("note_seconds").and_then(|seconds| seconds.parse().ok());
            Ok(Waiting {
                number: parsed(row, "number")?,
                service: ServiceCode(plain(row, "service")?),
                requested_at: moment(row, "requested_at")?,
                seconds: seconds.unwrap_or_default(),
                sound: plain(row, "sound")?,
            })
        })
        .collect()
}

async fn sound(
    turn: &Turn<'_>,
    number: ProtocolNumber,
) -> Result<Option<Zeroizing<Vec<u8>>>, Fault> {
    let sql = "SELECT sound FROM notes JOIN requests USING (request_id, key_digest)
         WHERE number = $1";
    let Some(row) = turn.maybe_row(sql, &[&number.to_string()]).await? else { return Ok(None) };
    Ok(plain::<Option<Vec<u8>>>(&row, "sound")?.map(Zeroizing::new))
}

/// The text is the request's description, below what was typed; an update without words tells
/// that the request has changed.
async fn write(
    turn: &Turn<'_>,
    number: ProtocolNumber,
    text: &str,
    now: Timestamp,
) -> Result<Written, Fault> {
    let Some(mut request) = one(turn, number).await? else { return Ok(Written::NoRequest) };
    if request.note != Some(NoteState::Waiting) {
        return Ok(Written::NothingToWrite);
    }
    let description = request.said.fields.entry("description".to_owned()).or_default();
    format!("{description}\n{text}").trim().clone_into(description);
    turn.execute(
        "UPDATE requests SET said = $2, note = 'written' WHERE number = $1",
        &[&number.to_string(), &written(&request.said)?],
    )
    .await?;
    turn.execute(
        "UPDATE notes SET written_at = $2
         WHERE request_id = (SELECT request_id FROM requests WHERE number = $1)",
        &[&number.to_string(), &now.as_second()],
    )
    .await?;
    let state = match request.status {
        Status::Open => "open",
        Status::Closed => "closed",
    };
    if let Some(state) = State::from_name(state) {
        let id = format!("note-{number}");
        let update = Update { id, number, state, updated_at: now, description: String::new() };
        updates::post(turn, &update).await?;
    }
    Ok(Written::Done)
}

async fn forget(
    turn: &Turn<'_>,
    written_before: Timestamp,
    orphaned_before: Timestamp,
) -> Result<(), Fault> {
    turn.execute(
        "UPDATE notes SET sound = NULL WHERE written_at < $1 AND sound IS NOT NULL",
        &[&written_before.as_second()],
    )
    .await?;
    turn.execute(
        "DELETE FROM notes WHERE received_at < $1
             AND NOT EXISTS (SELECT 1 FROM requests WHERE requests.request_id = notes.request_id)",
        &[&orphaned_before.as_second()],
    )
    .await?;
    Ok(())
}
