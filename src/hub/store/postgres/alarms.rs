//! What staff must look at; a repeat of the same attempt raises no second alarm.

use super::fault::Fault;
use super::row::{moment, parsed, plain, read};
use super::turn::Turn;
use crate::domain::protocol_number::ProtocolNumber;
use crate::domain::request::RequestId;
use crate::hub::request::{Alarm, AlarmKind, NewRequest};

pub(super) async fn raise(
    turn: &Turn<'_>,
    kind: AlarmKind,
    number: ProtocolNumber,
    request: &NewRequest,
) -> Result<(), Fault> {
    turn.execute(
        "INSERT INTO alarms (raised_at, kind, number, request_id) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING",
        &[
            &request.received_at.as_second(),
            &kind.name(),
            &number.to_string(),
            &request.id.map(|id| id.to_string()).unwrap_or_default(),
        ],
    )
    .await?;
    Ok(())
}

pub(super) async fn all(turn: &Turn<'_>) -> Result<Vec<Alarm>, Fault> {
    let sql = "SELECT raised_at, kind, number, request_id FROM alarms
         ORDER BY raised_at DESC, number";
    let rows = turn.rows(sql, &[]).await?;
    rows.iter()
        .map(|row| {
            Ok(Alarm {
                raised_at: moment(row, "raised_at")?,
                kind: read(row, "kind", |name| {
                    AlarmKind::ALL.into_iter().find(|kind| kind.name() == name)
                })?,
                number: parsed(row, "number")?,
                id: plain::<&str>(row, "request_id")?.parse().ok().map(RequestId),
            })
        })
        .collect()
}
