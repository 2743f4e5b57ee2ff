//! What staff must look at; a repeat of the same attempt raises no second alarm.

use rusqlite::{Transaction, params};

use super::row::{moment, named, parsed};
use crate::domain::protocol_number::ProtocolNumber;
use crate::domain::request::RequestId;
use crate::hub::request::{Alarm, AlarmKind, NewRequest};
use crate::hub::store::StoreError;

pub(super) fn raise(
    transaction: &Transaction<'_>,
    kind: AlarmKind,
    number: ProtocolNumber,
    request: &NewRequest,
) -> rusqlite::Result<()> {
    transaction.execute(
        "INSERT INTO alarms (raised_at, kind, number, request_id) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT DO NOTHING",
        params![
            request.received_at.as_second(),
            kind.name(),
            number.to_string(),
            request.id.map(|id| id.to_string()).unwrap_or_default(),
        ],
    )?;
    Ok(())
}

pub(super) fn all(transaction: &Transaction<'_>) -> Result<Vec<Alarm>, StoreError> {
    let mut statement =
        transaction.prepare_cached("SELECT * FROM alarms ORDER BY raised_at DESC, number")?;
    let rows = statement.query_map([], |row| {
        let id: String = row.get("request_id")?;
        Ok(Alarm {
            raised_at: moment(row, "raised_at")?,
            kind: named(row, "kind", |name| {
                AlarmKind::ALL.into_iter().find(|kind| kind.name() == name)
            })?,
            number: parsed(row, "number")?,
            id: id.parse().ok().map(RequestId),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
