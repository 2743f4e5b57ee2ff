//! Queues: tickets, calls, and the first answer to each call of the API.
//!
//! Everything that changes queues comes in one after the other, so that two desks never see the
//! same ticket waiting; it takes milliseconds.

mod kept;

use jiff::Timestamp;

use super::booking::act;
use super::fault::Fault;
use super::row::{moment, whole};
use super::turn::Turn;
use super::{PostgresStore, booking};
use crate::domain::booking::state::BookingRefusal;
use crate::domain::queue::{State, Ticket, issue};
use crate::hub::queue::{
    Arrived, BranchDay, DayKept, Issued, Met, NewTicket, QueueAct, Recorded, TicketToken, Unchanged,
};
use crate::hub::store::{Answer, QueueStore};

/// What is locked by whoever changes queues.
const TABLE: &str = "tickets";

type Done<T> = Result<Result<T, Unchanged>, Fault>;

impl QueueStore for PostgresStore {
    fn issue(&self, new: NewTicket) -> Answer<'_, Result<Issued, Unchanged>> {
        self.write(new, |turn, new| {
            Box::pin(async move {
                turn.alone_with(TABLE).await?;
                issued(turn, new).await
            })
        })
    }

    fn meet(&self, arrived: Arrived) -> Answer<'_, Result<Met, BookingRefusal>> {
        self.write(arrived, |turn, arrived| Box::pin(meet(turn, arrived)))
    }

    fn queue_act(&self, act: QueueAct) -> Answer<'_, Result<Option<Ticket>, Unchanged>> {
        self.write(act, |turn, act| Box::pin(queue_act(turn, act)))
    }

    fn ticket(&self, token: TicketToken) -> Answer<'_, Option<Issued>> {
        self.read(token, |turn, token| {
            Box::pin(async move {
                let sql = "SELECT branch, day, token, ticket FROM tickets WHERE token = $1";
                turn.maybe_row(sql, &[&token.as_str()])
                    .await?
                    .map(|row| kept::opened(&row))
                    .transpose()
            })
        })
    }

    fn queue_day(&self, place: BranchDay, served: u32) -> Answer<'_, DayKept> {
        // Statement by statement: an estimate needs no single moment, and nobody waits for it.
        self.read((place, served), |turn, (place, served)| {
            Box::pin(queue_day(turn, place, *served))
        })
    }

    fn calls(&self, place: BranchDay, limit: u32) -> Answer<'_, Vec<Recorded>> {
        self.read((place, limit), |turn, (place, limit)| Box::pin(calls(turn, place, *limit)))
    }

    fn end_queue_days(&self, today: i32, old: i32, now: Timestamp) -> Answer<'_, ()> {
        self.write((today, old, now), |turn, (today, old, now)| {
            Box::pin(end_days(turn, *today, *old, *now))
        })
    }
}

async fn issued(turn: &Turn<'_>, new: &NewTicket) -> Done<Issued> {
    if let Some(first) = kept::repeated(turn, &new.call).await? {
        return Ok(first);
    }
    let place = &new.place;
    let sql = "SELECT COALESCE(max(sequence) + 1, 0) AS sequence FROM tickets
         WHERE branch = $1 AND day = $2";
    let row = turn.row(sql, &[&place.branch, &i64::from(place.day)]).await?;
    let sequence: u32 = whole(&row, "sequence")?;
    let ticket = issue(&new.rules, sequence, new.wish.clone(), new.now);
    turn.execute(
        "INSERT INTO tickets (branch, day, sequence, number, token, is_open, ticket)
         VALUES ($1, $2, $3, $4, $5, TRUE, $6)",
        &[
            &place.branch,
            &i64::from(place.day),
            &i64::from(sequence),
            &ticket.number.to_string(),
            &new.token.as_str(),
            &booking::json(&ticket)?,
        ],
    )
    .await?;
    let issued = Issued { token: new.token.clone(), place: place.clone(), ticket };
    kept::remember(turn, &new.call, place, sequence, &issued).await?;
    Ok(Ok(issued))
}

async fn meet(turn: &Turn<'_>, arrived: &Arrived) -> Result<Result<Met, BookingRefusal>, Fault> {
    turn.alone_with("bookings, tickets").await?;
    let booking = match act::act(turn, &arrived.act).await? {
        Ok(booking) => booking,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let ticket = match &arrived.ticket {
        None => None,
        Some(new) => match issued(turn, new).await? {
            Ok(issued) => Some(issued),
            // The booking knows the same id of a call: only a call of another kind had it.
            Err(_) => return Ok(Err(BookingRefusal::CallIdUsed)),
        },
    };
    Ok(Ok(Met { booking, ticket }))
}

async fn queue_act(turn: &Turn<'_>, act: &QueueAct) -> Done<Option<Ticket>> {
    turn.alone_with(TABLE).await?;
    if let Some(first) = kept::repeated(turn, &act.call).await? {
        return Ok(first.map(Some));
    }
    let place = &act.place;
    let tickets = kept::concerned(turn, place, act.number()).await?;
    let whose = kept::whose_turn(turn, place).await?;
    let ticket = match act.decide(&tickets, whose) {
        Ok(Some(ticket)) => ticket,
        Ok(None) => return Ok(Ok(None)),
        Err(refusal) => return Ok(Err(refusal.into())),
    };
    kept::store(turn, place, &ticket).await?;
    if let Some((call, is_turn)) = act.recorded(&ticket) {
        turn.execute(
            "INSERT INTO ticket_calls (branch, day, id, sequence, desk, called_at, is_turn, call)
             SELECT $1, $2, COALESCE(max(id), 0) + 1, $3, $4, $5, $6, $7
             FROM ticket_calls WHERE branch = $1 AND day = $2",
            &[
                &place.branch,
                &i64::from(place.day),
                &i64::from(ticket.sequence),
                &i64::from(call.desk),
                &call.last.as_second(),
                &is_turn,
                &booking::json(call)?,
            ],
        )
        .await?;
    }
    kept::remember(turn, &act.call, place, ticket.sequence, &ticket).await?;
    Ok(Ok(Some(ticket)))
}

async fn queue_day(turn: &Turn<'_>, place: &BranchDay, served: u32) -> Result<DayKept, Fault> {
    let day = i64::from(place.day);
    let sql = "SELECT ticket FROM tickets WHERE branch = $1 AND day = $2 ORDER BY sequence";
    let tickets = turn.rows(sql, &[&place.branch, &day]).await?;
    let sql = "SELECT ticket FROM tickets WHERE branch = $1 AND day < $2 AND served_at IS NOT NULL
         ORDER BY served_at DESC LIMIT $3";
    let before = turn.rows(sql, &[&place.branch, &day, &i64::from(served)]).await?;
    let sql = "SELECT desk, max(called_at) AS called_at FROM ticket_calls
         WHERE branch = $1 AND day = $2 GROUP BY desk ORDER BY desk";
    let desks = turn.rows(sql, &[&place.branch, &day]).await?;
    Ok(DayKept {
        tickets: tickets.iter().map(kept::ticket).collect::<Result<_, _>>()?,
        served: before.iter().map(kept::ticket).collect::<Result<_, _>>()?,
        turn: kept::whose_turn(turn, place).await?,
        desks: desks
            .iter()
            .map(|row| Ok((whole(row, "desk")?, moment(row, "called_at")?)))
            .collect::<Result<_, Fault>>()?,
    })
}

async fn calls(turn: &Turn<'_>, place: &BranchDay, limit: u32) -> Result<Vec<Recorded>, Fault> {
    let sql = "SELECT id, call, ticket FROM ticket_calls JOIN tickets USING (branch, day, sequence)
         WHERE branch = $1 AND day = $2 ORDER BY id DESC LIMIT $3";
    let rows = turn.rows(sql, &[&place.branch, &i64::from(place.day), &i64::from(limit)]).await?;
    let recorded = |row: &tokio_postgres::Row| {
        Ok(Recorded { id: whole(row, "id")?, call: kept::called(row)?, ticket: kept::ticket(row)? })
    };
    rows.iter().map(recorded).collect()
}

async fn end_days(turn: &Turn<'_>, today: i32, old: i32, now: Timestamp) -> Result<(), Fault> {
    turn.alone_with(TABLE).await?;
    let sql = "SELECT branch, day, token, ticket FROM tickets WHERE is_open AND day < $1";
    for row in turn.rows(sql, &[&i64::from(today)]).await? {
        let Issued { place, ticket, .. } = kept::opened(&row)?;
        let closed = Ticket { state: State::Closed { at: now }, ..ticket };
        kept::store(turn, &place, &closed).await?;
    }
    // Calls and answers go with them.
    turn.execute("DELETE FROM tickets WHERE day < $1", &[&i64::from(old)]).await?;
    Ok(())
}
