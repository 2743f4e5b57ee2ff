//! Requests: filed once, found by number or by what they are.

use tokio_postgres::Row;

use super::fault::Fault;
use super::row::{left_out, maybe_moment, moment, parsed, plain, read, whole};
use super::turn::Turn;
use super::{PostgresStore, alarms, updates};
use crate::domain::city::ServiceCode;
use crate::domain::protocol_number::{ProtocolNumber, StationNumber};
use crate::domain::request::RequestId;
use crate::hub::note::NoteState;
use crate::hub::request::{
    Alarm, AlarmKind, Filed, NewRequest, Numbering, Posted, Said, StoredRequest, Update,
};
use crate::hub::state::Status;
use crate::hub::store::{Answer, RequestQuery, RequestStore, StoreError, UpdateQuery, Which};

impl RequestStore for PostgresStore {
    fn file_request(&self, request: NewRequest) -> Answer<'_, Filed> {
        self.write(request, |turn, request| Box::pin(file(turn, request)))
    }

    fn requests(&self, query: RequestQuery) -> Answer<'_, Vec<StoredRequest>> {
        self.read(query, |turn, query| Box::pin(find(turn, query)))
    }

    fn request(&self, number: ProtocolNumber) -> Answer<'_, Option<StoredRequest>> {
        self.read(number, |turn, number| Box::pin(one(turn, *number)))
    }

    fn post_update(&self, update: Update) -> Answer<'_, Posted> {
        self.write(update, |turn, update| Box::pin(updates::post(turn, update)))
    }

    fn updates(&self, query: UpdateQuery) -> Answer<'_, Vec<Update>> {
        self.read(query, |turn, query| Box::pin(updates::find(turn, query)))
    }

    fn alarms(&self) -> Answer<'_, Vec<Alarm>> {
        self.read((), |turn, ()| Box::pin(alarms::all(turn)))
    }
}

async fn file(turn: &Turn<'_>, request: &NewRequest) -> Result<Filed, Fault> {
    if let Numbering::Own { .. } = request.numbering {
        turn.alone_with("own_numbers").await?;
    }
    if let Some(number) = number_of(turn, request).await? {
        if let Numbering::Posted(posted) = request.numbering
            && posted != number
        {
            alarms::raise(turn, AlarmKind::RequestTwice, posted, request).await?;
        }
        return Ok(Filed::As(number));
    }
    let number = match request.numbering {
        Numbering::Posted(number) if exists(turn, number).await? => {
            alarms::raise(turn, AlarmKind::NumberTwice, number, request).await?;
            return Ok(Filed::NumberTaken);
        }
        Numbering::Posted(number) => number,
        Numbering::Own { year } => next_own_number(turn, year).await?,
    };
    insert(turn, number, request).await?;
    Ok(Filed::As(number))
}

/// The number of an earlier attempt.
async fn number_of(turn: &Turn<'_>, request: &NewRequest) -> Result<Option<ProtocolNumber>, Fault> {
    let Some(id) = request.id else { return Ok(None) };
    let sql = "SELECT number FROM requests WHERE request_id = $1";
    let row = turn.maybe_row(sql, &[&id.to_string()]).await?;
    row.map(|row| parsed(&row, "number")).transpose()
}

pub(super) async fn exists(turn: &Turn<'_>, number: ProtocolNumber) -> Result<bool, Fault> {
    let sql = "SELECT 1 FROM requests WHERE number = $1";
    Ok(turn.maybe_row(sql, &[&number.to_string()]).await?.is_some())
}

/// The year never goes back, whatever the hub's clock says.
async fn next_own_number(turn: &Turn<'_>, year: u16) -> Result<ProtocolNumber, Fault> {
    let row = turn
        .row(
            "INSERT INTO own_numbers (year, last_sequence)
             VALUES (greatest($1, (SELECT max(year) FROM own_numbers)), 1)
             ON CONFLICT (year) DO UPDATE SET last_sequence = own_numbers.last_sequence + 1
             RETURNING year, last_sequence",
            &[&i64::from(year)],
        )
        .await?;
    let (year, sequence) = (whole(&row, "year")?, whole(&row, "last_sequence")?);
    let number = StationNumber::new(1).and_then(|own| ProtocolNumber::new(year, own, sequence));
    Ok(number.ok_or(StoreError::NoNumberLeft("the hub has issued 99 999 numbers this year"))?)
}

async fn insert(
    turn: &Turn<'_>,
    number: ProtocolNumber,
    request: &NewRequest,
) -> Result<(), Fault> {
    turn.execute(
        "INSERT INTO requests (number, request_id, key_digest, service, private, requested_at,
             received_at, expected_at, answer_by, access_salt, access_hash, status, updated_at, said,
             note)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $6, $13, $14)",
        &[
            &number.to_string(),
            &request.id.map(|id| id.to_string()),
            &request.key.0.as_slice(),
            &request.service.0,
            &request.private,
            &request.requested_at.as_second(),
            &request.received_at.as_second(),
            &request.expected_at.map(jiff::Timestamp::as_second),
            &request.answer_by.map(jiff::Timestamp::as_second),
            &request.access.as_ref().map(|access| access.salt.as_slice()),
            &request.access.as_ref().map(|access| access.hash.as_slice()),
            &Status::Open.name(),
            &written(&request.said)?,
            &request.said.field("note_seconds").map(|_| NoteState::Waiting.name()),
        ],
    )
    .await?;
    Ok(())
}

/// As it is kept.
pub(super) fn written(said: &Said) -> Result<String, StoreError> {
    Ok(serde_json::to_string(said)?)
}

/// As it was written.
pub(super) fn said(row: &Row) -> Result<Said, Fault> {
    read(row, "said", |json| serde_json::from_str(json).ok())
}

/// Whatever `from_row` reads. Columns are named one by one: a newer hub beside this one may add some.
const SELECT: &str = "SELECT number, request_id, keys.name AS filed_by, service, private,
         requested_at, received_at, expected_at, answer_by, status, updated_at, answer, note, said
     FROM requests JOIN keys ON keys.digest = key_digest";

pub(super) async fn one(
    turn: &Turn<'_>,
    number: ProtocolNumber,
) -> Result<Option<StoredRequest>, Fault> {
    let sql = format!("{SELECT} WHERE number = $1");
    let row = turn.maybe_row(&sql, &[&number.to_string()]).await?;
    row.as_ref().map(from_row).transpose()
}

async fn find(turn: &Turn<'_>, query: &RequestQuery) -> Result<Vec<StoredRequest>, Fault> {
    let left_out = left_out(query.without.as_ref());
    let (limit, offset) = (i64::from(query.page.limit), i64::from(query.page.offset));
    let order = "AND ($1::text[] IS NULL OR (NOT private AND service <> ALL ($1)))
         ORDER BY requested_at DESC, number DESC LIMIT $2 OFFSET $3";
    let rows = match &query.which {
        Which::Numbers(numbers) => {
            let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
            let sql = format!("{SELECT} WHERE number = ANY ($4) {order}");
            turn.rows(&sql, &[&left_out, &limit, &offset, &numbers]).await?
        }
        Which::Filed { window, services, status } => {
            let services: Vec<&str> = services.iter().map(|service| service.0.as_str()).collect();
            let services = (!services.is_empty()).then_some(services);
            let sql = format!(
                "{SELECT} WHERE requested_at BETWEEN $4 AND $5
                     AND ($6::text[] IS NULL OR service = ANY ($6))
                     AND ($7::text IS NULL OR status = $7) {order}"
            );
            let (from, until) = (window.from.as_second(), window.until.as_second());
            let status = status.map(Status::name);
            turn.rows(&sql, &[&left_out, &limit, &offset, &from, &until, &services, &status])
                .await?
        }
    };
    rows.iter().map(from_row).collect()
}

fn from_row(row: &Row) -> Result<StoredRequest, Fault> {
    let id: Option<&str> = plain(row, "request_id")?;
    let note: Option<&str> = plain(row, "note")?;
    Ok(StoredRequest {
        number: parsed(row, "number")?,
        id: id.and_then(|id| id.parse().ok()).map(RequestId),
        filed_by: plain(row, "filed_by")?,
        service: ServiceCode(plain(row, "service")?),
        private: plain(row, "private")?,
        requested_at: moment(row, "requested_at")?,
        received_at: moment(row, "received_at")?,
        expected_at: maybe_moment(row, "expected_at")?,
        answer_by: maybe_moment(row, "answer_by")?,
        status: read(row, "status", Status::from_name)?,
        updated_at: moment(row, "updated_at")?,
        answer: plain(row, "answer")?,
        note: note.and_then(NoteState::from_name),
        said: said(row)?,
    })
}
