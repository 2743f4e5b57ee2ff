//! Queues: tickets, calls, and the first answer to each call of the API.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Row, Transaction, params};

use super::booking::{act, json};
use super::row::{parsed, read};
use super::{Answer, SqliteStore};
use crate::domain::booking::state::BookingRefusal;
use crate::domain::queue::{State, Ticket, TicketNumber, Turn, issue};
use crate::hub::booking::Call;
use crate::hub::queue::{
    Arrived, BranchDay, DayKept, Issued, Met, NewTicket, QueueAct, Recorded, TicketToken, Unchanged,
};
use crate::hub::store::{QueueStore, StoreError};

type Done<T> = Result<Result<T, Unchanged>, StoreError>;

impl QueueStore for SqliteStore {
    fn issue(&self, new: NewTicket) -> Answer<'_, Result<Issued, Unchanged>> {
        self.transact(move |transaction| issued(transaction, &new))
    }

    fn meet(&self, arrived: Arrived) -> Answer<'_, Result<Met, BookingRefusal>> {
        self.transact(move |transaction| meet(transaction, &arrived))
    }

    fn queue_act(&self, act: QueueAct) -> Answer<'_, Result<Option<Ticket>, Unchanged>> {
        self.transact(move |transaction| queue_act(transaction, &act))
    }

    fn ticket(&self, token: TicketToken) -> Answer<'_, Option<Issued>> {
        self.transact(move |transaction| {
            let sql = "SELECT branch, day, token, ticket FROM tickets WHERE token = ?1";
            Ok(transaction.query_row(sql, [token.as_str()], opened).optional()?)
        })
    }

    fn queue_day(&self, place: BranchDay, served: u32) -> Answer<'_, DayKept> {
        self.transact(move |transaction| queue_day(transaction, &place, served))
    }

    fn calls(&self, place: BranchDay, limit: u32) -> Answer<'_, Vec<Recorded>> {
        self.transact(move |transaction| calls(transaction, &place, limit))
    }

    fn end_queue_days(&self, today: i32, old: i32, now: Timestamp) -> Answer<'_, ()> {
        self.transact(move |transaction| end_days(transaction, today, old, now))
    }
}

fn issued(transaction: &Transaction<'_>, new: &NewTicket) -> Done<Issued> {
    if let Some(first) = repeated(transaction, &new.call)? {
        return Ok(first);
    }
    let place = &new.place;
    let sequence: u32 = transaction.query_row(
        "SELECT COALESCE(max(sequence) + 1, 0) FROM tickets WHERE branch = ?1 AND day = ?2",
        params![place.branch, place.day],
        |row| row.get(0),
    )?;
    let ticket = issue(&new.rules, sequence, new.wish.clone(), new.now);
    transaction.execute(
        "INSERT INTO tickets (branch, day, sequence, number, token, is_open, ticket)
         VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6)",
        params![
            place.branch,
            place.day,
            sequence,
            ticket.number.to_string(),
            new.token.as_str(),
            json(&ticket)?
        ],
    )?;
    let issued = Issued { token: new.token.clone(), place: place.clone(), ticket };
    remember(transaction, &new.call, place, sequence, &issued)?;
    Ok(Ok(issued))
}

fn meet(
    transaction: &Transaction<'_>,
    arrived: &Arrived,
) -> Result<Result<Met, BookingRefusal>, StoreError> {
    let booking = match act::act(transaction, &arrived.act)? {
        Ok(booking) => booking,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let ticket = match &arrived.ticket {
        None => None,
        Some(new) => match issued(transaction, new)? {
            Ok(issued) => Some(issued),
            // The booking knows the same id of a call: only a call of another kind had it.
            Err(_) => return Ok(Err(BookingRefusal::CallIdUsed)),
        },
    };
    Ok(Ok(Met { booking, ticket }))
}

fn queue_act(transaction: &Transaction<'_>, act: &QueueAct) -> Done<Option<Ticket>> {
    if let Some(first) = repeated(transaction, &act.call)? {
        return Ok(first.map(Some));
    }
    let place = &act.place;
    let tickets = concerned(transaction, place, act.number())?;
    let turn = turn(transaction, place)?;
    let ticket = match act.decide(&tickets, turn) {
        Ok(Some(ticket)) => ticket,
        Ok(None) => return Ok(Ok(None)),
        Err(refusal) => return Ok(Err(refusal.into())),
    };
    store(transaction, place, &ticket)?;
    if let Some((call, is_turn)) = act.recorded(&ticket) {
        transaction.execute(
            "INSERT INTO ticket_calls (branch, day, id, sequence, desk, called_at, is_turn, call)
             SELECT ?1, ?2, COALESCE(max(id), 0) + 1, ?3, ?4, ?5, ?6, ?7
             FROM ticket_calls WHERE branch = ?1 AND day = ?2",
            params![
                place.branch,
                place.day,
                ticket.sequence,
                call.desk,
                call.last.as_second(),
                is_turn,
                json(call)?
            ],
        )?;
    }
    remember(transaction, &act.call, place, ticket.sequence, &ticket)?;
    Ok(Ok(Some(ticket)))
}

/// The open tickets of a day, and one that is asked for even when it is over.
fn concerned(
    transaction: &Transaction<'_>,
    place: &BranchDay,
    number: Option<TicketNumber>,
) -> Result<Vec<Ticket>, StoreError> {
    let mut statement = transaction.prepare_cached(
        "SELECT ticket FROM tickets
         WHERE branch = ?1 AND day = ?2 AND (is_open = 1 OR number = ?3) ORDER BY sequence",
    )?;
    let number = number.map(|number| number.to_string());
    let tickets = statement.query_map(params![place.branch, place.day, number], ticket)?;
    Ok(tickets.collect::<Result<_, _>>()?)
}

/// Of the latest call that was somebody's turn.
fn turn(transaction: &Transaction<'_>, place: &BranchDay) -> Result<Turn, StoreError> {
    let call = transaction
        .query_row(
            "SELECT call FROM ticket_calls WHERE branch = ?1 AND day = ?2 AND is_turn = 1
             ORDER BY id DESC LIMIT 1",
            params![place.branch, place.day],
            called,
        )
        .optional()?;
    Ok(call.map(|call| call.turn).unwrap_or_default())
}

fn store(
    transaction: &Transaction<'_>,
    place: &BranchDay,
    ticket: &Ticket,
) -> Result<(), StoreError> {
    let served = match ticket.state {
        State::Served { ended, .. } => Some(ended.as_second()),
        _ => None,
    };
    transaction.execute(
        "UPDATE tickets SET is_open = ?4, served_at = ?5, ticket = ?6
         WHERE branch = ?1 AND day = ?2 AND sequence = ?3",
        params![place.branch, place.day, ticket.sequence, ticket.is_open(), served, json(ticket)?],
    )?;
    Ok(())
}

/// The first answer to a call that comes again.
fn repeated<T: serde::de::DeserializeOwned>(
    transaction: &Transaction<'_>,
    call: &Call,
) -> Result<Option<Result<T, Unchanged>>, StoreError> {
    let sql = "SELECT asked, answer FROM ticket_answers WHERE call = ?1";
    let first: Option<(Vec<u8>, String)> =
        transaction.query_row(sql, [call.id.0], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    let Some((asked, answer)) = first else { return Ok(None) };
    if asked != call.asked.0 {
        return Ok(Some(Err(Unchanged::CallIdUsed)));
    }
    let answer = serde_json::from_str(&answer)?;
    Ok(Some(Ok(answer)))
}

fn remember(
    transaction: &Transaction<'_>,
    call: &Call,
    place: &BranchDay,
    sequence: u32,
    answer: &impl serde::Serialize,
) -> Result<(), StoreError> {
    transaction.execute(
        "INSERT INTO ticket_answers (call, asked, branch, day, sequence, answer)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![call.id.0, call.asked.0, place.branch, place.day, sequence, json(answer)?],
    )?;
    Ok(())
}

fn queue_day(
    transaction: &Transaction<'_>,
    place: &BranchDay,
    served: u32,
) -> Result<DayKept, StoreError> {
    let mut statement = transaction.prepare_cached(
        "SELECT ticket FROM tickets WHERE branch = ?1 AND day = ?2 ORDER BY sequence",
    )?;
    let tickets = statement.query_map(params![place.branch, place.day], ticket)?;
    let mut before = transaction.prepare_cached(
        "SELECT ticket FROM tickets WHERE branch = ?1 AND day < ?2 AND served_at IS NOT NULL
         ORDER BY served_at DESC LIMIT ?3",
    )?;
    let before = before.query_map(params![place.branch, place.day, served], ticket)?;
    let mut desks = transaction.prepare_cached(
        "SELECT desk, max(called_at) AS called_at FROM ticket_calls
         WHERE branch = ?1 AND day = ?2 GROUP BY desk ORDER BY desk",
    )?;
    let desk = |row: &Row<'_>| Ok((row.get("desk")?, super::row::moment(row, "called_at")?));
    let desks = desks.query_map(params![place.branch, place.day], desk)?;
    Ok(DayKept {
        tickets: tickets.collect::<Result<_, _>>()?,
        served: before.collect::<Result<_, _>>()?,
        turn: turn(transaction, place)?,
        desks: desks.collect::<Result<_, _>>()?,
    })
}

fn calls(
    transaction: &Transaction<'_>,
    place: &BranchDay,
    limit: u32,
) -> Result<Vec<Recorded>, StoreError> {
    let mut statement = transaction.prepare_cached(
        "SELECT id, call, ticket FROM ticket_calls JOIN tickets USING (branch, day, sequence)
         WHERE branch = ?1 AND day = ?2 ORDER BY id DESC LIMIT ?3",
    )?;
    let recorded = |row: &Row<'_>| {
        Ok(Recorded { id: row.get("id")?, call: called(row)?, ticket: ticket(row)? })
    };
    let recorded = statement.query_map(params![place.branch, place.day, limit], recorded)?;
    Ok(recorded.collect::<Result<_, _>>()?)
}

fn end_days(
    transaction: &Transaction<'_>,
    today: i32,
    old: i32,
    now: Timestamp,
) -> Result<(), StoreError> {
    let mut statement = transaction
        .prepare("SELECT branch, day, token, ticket FROM tickets WHERE is_open = 1 AND day < ?1")?;
    let left = statement.query_map([today], opened)?.collect::<Result<Vec<_>, _>>()?;
    for Issued { place, ticket, .. } in left {
        let closed = Ticket { state: State::Closed { at: now }, ..ticket };
        store(transaction, &place, &closed)?;
    }
    // Calls and answers go with them.
    transaction.execute("DELETE FROM tickets WHERE day < ?1", [old])?;
    Ok(())
}

fn opened(row: &Row<'_>) -> rusqlite::Result<Issued> {
    Ok(Issued {
        token: parsed(row, "token")?,
        place: BranchDay { branch: row.get("branch")?, day: row.get("day")? },
        ticket: ticket(row)?,
    })
}

fn ticket(row: &Row<'_>) -> rusqlite::Result<Ticket> {
    read(row, "ticket", |ticket| Ok(serde_json::from_str(ticket)?))
}

fn called(row: &Row<'_>) -> rusqlite::Result<crate::domain::queue::Call> {
    read(row, "call", |call| Ok(serde_json::from_str(call)?))
}
