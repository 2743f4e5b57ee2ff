//! Requests: filed once, found by number or by what they are.

use rusqlite::{OptionalExtension, Row, Transaction, named_params, params};

use super::row::{left_out, maybe_moment, moment, named, parsed, read};
use super::{SqliteStore, alarms, updates};
use crate::domain::city::ServiceCode;
use crate::domain::protocol_number::{ProtocolNumber, StationNumber};
use crate::hub::note::NoteState;
use crate::hub::request::{
    Alarm, AlarmKind, Filed, NewRequest, Numbering, Posted, StoredRequest, Update,
};
use crate::hub::state::Status;
use crate::hub::store::{
    Answer, RequestQuery, RequestStore, StoreError, UpdateQuery, Which, Window,
};

impl RequestStore for SqliteStore {
    fn file_request(&self, request: NewRequest) -> Answer<'_, Filed> {
        self.transact(move |transaction| file(transaction, &request))
    }

    fn requests(&self, query: RequestQuery) -> Answer<'_, Vec<StoredRequest>> {
        self.transact(move |transaction| find(transaction, &query))
    }

    fn request(&self, number: ProtocolNumber) -> Answer<'_, Option<StoredRequest>> {
        self.transact(move |transaction| one(transaction, number))
    }

    fn post_update(&self, update: Update) -> Answer<'_, Posted> {
        self.transact(move |transaction| updates::post(transaction, &update))
    }

    fn updates(&self, query: UpdateQuery) -> Answer<'_, Vec<Update>> {
        self.transact(move |transaction| updates::find(transaction, &query))
    }

    fn alarms(&self) -> Answer<'_, Vec<Alarm>> {
        self.transact(alarms::all)
    }
}

fn file(transaction: &Transaction<'_>, request: &NewRequest) -> Result<Filed, StoreError> {
    if let Some(number) = number_of(transaction, request)? {
        if let Numbering::Posted(posted) = request.numbering
            && posted != number
        {
            alarms::raise(transaction, AlarmKind::RequestTwice, posted, request)?;
        }
        return Ok(Filed::As(number));
    }
    let number = match request.numbering {
        Numbering::Posted(number) if exists(transaction, number)? => {
            alarms::raise(transaction, AlarmKind::NumberTwice, number, request)?;
            return Ok(Filed::NumberTaken);
        }
        Numbering::Posted(number) => number,
        Numbering::Own { year } => next_own_number(transaction, year)?,
    };
    insert(transaction, number, request)?;
    Ok(Filed::As(number))
}

/// The number of an earlier attempt.
fn number_of(
    transaction: &Transaction<'_>,
    request: &NewRequest,
) -> rusqlite::Result<Option<ProtocolNumber>> {
    let Some(id) = request.id else { return Ok(None) };
    transaction
        .query_row("SELECT number FROM requests WHERE request_id = ?1", [id.to_string()], |row| {
            parsed(row, "number")
        })
        .optional()
}

pub(super) fn exists(
    transaction: &Transaction<'_>,
    number: ProtocolNumber,
) -> rusqlite::Result<bool> {
    transaction.query_row(
        "SELECT EXISTS (SELECT 1 FROM requests WHERE number = ?1)",
        [number.to_string()],
        |row| row.get(0),
    )
}

/// The year never goes back, whatever the hub's clock says.
fn next_own_number(transaction: &Transaction<'_>, year: u16) -> Result<ProtocolNumber, StoreError> {
    let (year, sequence) = transaction.query_row(
        "INSERT INTO own_numbers (year, last_sequence)
         VALUES (max(?1, coalesce((SELECT max(year) FROM own_numbers), 0)), 1)
         ON CONFLICT (year) DO UPDATE SET last_sequence = last_sequence + 1
         RETURNING year, last_sequence",
        [year],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    StationNumber::new(1)
        .and_then(|own| ProtocolNumber::new(year, own, sequence))
        .ok_or(StoreError::NoNumberLeft("the hub has issued 99 999 numbers this year"))
}

fn insert(
    transaction: &Transaction<'_>,
    number: ProtocolNumber,
    request: &NewRequest,
) -> Result<(), StoreError> {
    let said = serde_json::to_string(&request.said)?;
    transaction.execute(
        "INSERT INTO requests (number, request_id, key_digest, service, private, requested_at,
             received_at, expected_at, answer_by, access_salt, access_hash, status, updated_at, said,
             note)
         VALUES (:number, :request_id, :key_digest, :service, :private, :requested_at,
             :received_at, :expected_at, :answer_by, :access_salt, :access_hash, :status,
             :requested_at, :said, :note)",
        named_params! {
            ":number": number.to_string(),
            ":request_id": request.id.map(|id| id.to_string()),
            ":key_digest": request.key.0,
            ":service": request.service.0,
            ":private": request.private,
            ":requested_at": request.requested_at.as_second(),
            ":received_at": request.received_at.as_second(),
            ":expected_at": request.expected_at.map(jiff::Timestamp::as_second),
            ":answer_by": request.answer_by.map(jiff::Timestamp::as_second),
            ":access_salt": request.access.map(|access| access.salt),
            ":access_hash": request.access.map(|access| access.hash),
            ":status": Status::Open.name(),
            ":said": said,
            ":note": request.said.field("note_seconds").map(|_| NoteState::Waiting.name()),
        },
    )?;
    Ok(())
}

pub(super) fn one(
    transaction: &Transaction<'_>,
    number: ProtocolNumber,
) -> Result<Option<StoredRequest>, StoreError> {
    let sql = "SELECT requests.*, keys.name AS filed_by
         FROM requests JOIN keys ON keys.digest = key_digest WHERE number = ?1";
    Ok(transaction.query_row(sql, params![number.to_string()], from_row).optional()?)
}

fn find(
    transaction: &Transaction<'_>,
    query: &RequestQuery,
) -> Result<Vec<StoredRequest>, StoreError> {
    let (numbers, window, services, status) = match &query.which {
        Which::Numbers(numbers) => {
            (Some(serde_json::json!(numbers).to_string()), Window::ALWAYS, None, None)
        }
        Which::Filed { window, services, status } => {
            let services = (!services.is_empty()).then(|| serde_json::json!(services).to_string());
            (None, *window, services, *status)
        }
    };
    let mut statement = transaction.prepare_cached(
        "SELECT requests.*, keys.name AS filed_by
         FROM requests JOIN keys ON keys.digest = key_digest
         WHERE requested_at BETWEEN :from AND :until
           AND (:numbers IS NULL OR number IN (SELECT value FROM json_each(:numbers)))
           AND (:services IS NULL OR service IN (SELECT value FROM json_each(:services)))
           AND (:status IS NULL OR status = :status)
           AND (:left_out IS NULL
                OR (private = 0 AND service NOT IN (SELECT value FROM json_each(:left_out))))
         ORDER BY requested_at DESC, number DESC LIMIT :limit OFFSET :offset",
    )?;
    let rows = statement.query_map(
        named_params! {
            ":from": window.from.as_second(),
            ":until": window.until.as_second(),
            ":numbers": numbers,
            ":services": services,
            ":status": status.map(Status::name),
            ":left_out": left_out(query.without.as_ref()),
            ":limit": query.page.limit,
            ":offset": query.page.offset,
        },
        from_row,
    )?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<StoredRequest> {
    let id: Option<String> = row.get("request_id")?;
    Ok(StoredRequest {
        number: parsed(row, "number")?,
        id: id.and_then(|id| id.parse().ok()).map(crate::domain::request::RequestId),
        filed_by: row.get("filed_by")?,
        service: ServiceCode(row.get("service")?),
        private: row.get("private")?,
        requested_at: moment(row, "requested_at")?,
        received_at: moment(row, "received_at")?,
        expected_at: maybe_moment(row, "expected_at")?,
        answer_by: maybe_moment(row, "answer_by")?,
        status: named(row, "status", Status::from_name)?,
        updated_at: moment(row, "updated_at")?,
        answer: row.get("answer")?,
        note: row.get::<_, Option<String>>("note")?.as_deref().and_then(NoteState::from_name),
        said: read(row, "said", |json| Ok(serde_json::from_str(json)?))?,
    })
}
