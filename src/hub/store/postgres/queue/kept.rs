//! Tickets, calls and answers as rows.

use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio_postgres::Row;

use super::super::booking::json;
use super::super::fault::Fault;
use super::super::row::{bytes, parsed, plain, read, whole};
use super::super::turn::Turn;
use crate::domain::queue::{self, State, Ticket, TicketNumber};
use crate::hub::booking::Call;
use crate::hub::queue::{BranchDay, Issued, Unchanged};

/// The open tickets of a day, and one that is asked for even when it is over.
pub(super) async fn concerned(
    turn: &Turn<'_>,
    place: &BranchDay,
    number: Option<TicketNumber>,
) -> Result<Vec<Ticket>, Fault> {
    let sql = "SELECT ticket FROM tickets
         WHERE branch = $1 AND day = $2 AND (is_open OR number = $3) ORDER BY sequence";
    let number = number.map(|number| number.to_string());
    let rows = turn.rows(sql, &[&place.branch, &i64::from(place.day), &number]).await?;
    rows.iter().map(ticket).collect()
}

/// Of the latest call that was somebody's turn.
pub(super) async fn whose_turn(turn: &Turn<'_>, place: &BranchDay) -> Result<queue::Turn, Fault> {
    let sql = "SELECT call FROM ticket_calls WHERE branch = $1 AND day = $2 AND is_turn
         ORDER BY id DESC LIMIT 1";
    let row = turn.maybe_row(sql, &[&place.branch, &i64::from(place.day)]).await?;
    let call = row.as_ref().map(called).transpose()?;
    Ok(call.map(|call| call.turn).unwrap_or_default())
}

pub(super) async fn store(
    turn: &Turn<'_>,
    place: &BranchDay,
    ticket: &Ticket,
) -> Result<(), Fault> {
    let served = match ticket.state {
        State::Served { ended, .. } => Some(ended.as_second()),
        _ => None,
    };
    turn.execute(
        "UPDATE tickets SET is_open = $4, served_at = $5, ticket = $6
         WHERE branch = $1 AND day = $2 AND sequence = $3",
        &[
            &place.branch,
            &i64::from(place.day),
            &i64::from(ticket.sequence),
            &ticket.is_open(),
            &served,
            &json(ticket)?,
        ],
    )
    .await?;
    Ok(())
}

/// The first answer to a call that comes again.
pub(super) async fn repeated<T: DeserializeOwned>(
    turn: &Turn<'_>,
    call: &Call,
) -> Result<Option<Result<T, Unchanged>>, Fault> {
    let sql = "SELECT asked, answer FROM ticket_answers WHERE call = $1";
    let Some(first) = turn.maybe_row(sql, &[&call.id.0.as_slice()]).await? else {
        return Ok(None);
    };
    if bytes(&first, "asked")? != call.asked.0 {
        return Ok(Some(Err(Unchanged::CallIdUsed)));
    }
    Ok(Some(Ok(read(&first, "answer", |answer| serde_json::from_str(answer).ok())?)))
}

pub(super) async fn remember(
    turn: &Turn<'_>,
    call: &Call,
    place: &BranchDay,
    sequence: u32,
    answer: &(impl Serialize + Sync),
) -> Result<(), Fault> {
    turn.execute(
        "INSERT INTO ticket_answers (call, asked, branch, day, sequence, answer)
         VALUES ($1, $2, $3, $4, $5, $6)",
        &[
            &call.id.0.as_slice(),
            &call.asked.0.as_slice(),
            &place.branch,
            &i64::from(place.day),
            &i64::from(sequence),
            &json(answer)?,
        ],
    )
    .await?;
    Ok(())
}

pub(super) fn opened(row: &Row) -> Result<Issued, Fault> {
    Ok(Issued {
        token: parsed(row, "token")?,
        place: BranchDay { branch: plain(row, "branch")?, day: whole(row, "day")? },
        ticket: ticket(row)?,
    })
}

pub(super) fn ticket(row: &Row) -> Result<Ticket, Fault> {
    read(row, "ticket", |ticket| serde_json::from_str(ticket).ok())
}

pub(super) fn called(row: &Row) -> Result<queue::Call, Fault> {
    read(row, "call", |call| serde_json::from_str(call).ok())
}
