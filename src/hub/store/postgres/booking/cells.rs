//! Cells: which are taken, by whom, and until when.

use std::ops::Range;

use jiff::Timestamp;

use crate::domain::booking::hours;
use crate::domain::booking::number::BookingNumber;
use crate::domain::booking::state::State;
use crate::domain::booking::taken::{Cell, Taken, Way, place};
use crate::hub::booking::{Booking, Place};
use crate::hub::store::postgres::fault::Fault;
use crate::hub::store::postgres::row::{plain, whole};
use crate::hub::store::postgres::turn::Turn;

/// What is taken, but for one's own cells and those that were held too long.
pub(super) async fn taken(
    turn: &Turn<'_>,
    branch: &str,
    slices: &Range<i64>,
    own: Option<BookingNumber>,
    now: Timestamp,
) -> Result<Taken, Fault> {
    let own = own.map(BookingNumber::digits).unwrap_or_default();
    let rows = turn
        .rows(
            "SELECT pool, lane, slice FROM booking_cells
             WHERE branch = $1 AND slice >= $2 AND slice < $3 AND number <> $4
                 AND (held_until IS NULL OR held_until > $5)",
            &[&branch, &slices.start, &slices.end, &own, &now.as_second()],
        )
        .await?;
    let mut taken = Taken::default();
    for row in &rows {
        taken.take(plain(row, "pool")?, whole(row, "lane")?, plain(row, "slice")?);
    }
    Ok(taken)
}

/// The first way that is free, and its cells.
pub(super) async fn free<'p>(
    turn: &Turn<'_>,
    wanted: &'p Place,
    own: Option<BookingNumber>,
    now: Timestamp,
) -> Result<Option<(&'p Way, Vec<Cell>)>, Fault> {
    let end = wanted.ways.iter().map(|way| way.end).max().unwrap_or_default();
    let start = hours::slice(wanted.start).unwrap_or(end);
    let taken = taken(turn, &wanted.branch, &(start..end), own, now).await?;
    Ok(place(&wanted.ways, &taken))
}

/// Takes cells for a booking; the key of the table refuses what somebody else has.
pub(super) async fn occupy(
    turn: &Turn<'_>,
    booking: &Booking,
    cells: &[Cell],
) -> Result<(), Fault> {
    let slices: Vec<i64> = cells.iter().map(|cell| cell.slice).collect();
    let pools: Vec<&str> = cells.iter().map(|cell| cell.pool.as_str()).collect();
    let lanes: Vec<i64> = cells.iter().map(|cell| cell.lane.into()).collect();
    turn.execute(
        "INSERT INTO booking_cells (branch, number, held_until, slice, pool, lane)
         SELECT $1::text, $2::text, $3::bigint, slice, pool, lane
         FROM unnest($4::bigint[], $5::text[], $6::bigint[]) AS cells (slice, pool, lane)",
        &[
            &booking.branch,
            &booking.number.digits(),
            &held_until(booking.state),
            &slices,
            &pools,
            &lanes,
        ],
    )
    .await?;
    Ok(())
}

/// In seconds; nothing for what is not only held.
pub(super) fn held_until(state: State) -> Option<i64> {
    match state {
        State::Held { until } => Some(until.as_second()),
        _ => None,
    }
}

/// Nobody else gets them any more.
pub(super) async fn keep(turn: &Turn<'_>, number: BookingNumber) -> Result<(), Fault> {
    let sql = "UPDATE booking_cells SET held_until = NULL WHERE number = $1";
    turn.execute(sql, &[&number.digits()]).await?;
    Ok(())
}

/// Frees the cells of a booking.
pub(super) async fn leave(turn: &Turn<'_>, number: BookingNumber) -> Result<(), Fault> {
    turn.execute("DELETE FROM booking_cells WHERE number = $1", &[&number.digits()]).await?;
    Ok(())
}

/// Frees what was held too long.
pub(super) async fn expire(turn: &Turn<'_>, now: Timestamp) -> Result<(), Fault> {
    turn.execute(
        "DELETE FROM booking_cells WHERE number IN
             (SELECT number FROM bookings WHERE state = 'held' AND held_until <= $1)",
        &[&now.as_second()],
    )
    .await?;
    turn.execute(
        "UPDATE bookings SET state = 'expired', held_until = NULL
         WHERE state = 'held' AND held_until <= $1",
        &[&now.as_second()],
    )
    .await?;
    Ok(())
}
