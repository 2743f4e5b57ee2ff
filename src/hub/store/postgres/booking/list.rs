//! Who is expected, who is to be reminded, and what is forgotten.

use jiff::Timestamp;

use super::cells::expire;
use super::kept::{COLUMNS, expected};
use super::{TABLE, forget_tries};
use crate::domain::booking::number::BookingNumber;
use crate::hub::booking::{Booking, Expected, Reminder};
use crate::hub::store::postgres::fault::Fault;
use crate::hub::store::postgres::row::moment;
use crate::hub::store::postgres::turn::Turn;

pub(super) async fn agenda(
    turn: &Turn<'_>,
    branch: &str,
    day: i32,
    now: Timestamp,
) -> Result<Vec<Expected>, Fault> {
    let sql = format!(
        "SELECT {COLUMNS} FROM bookings WHERE branch = $1 AND day = $2 ORDER BY starts_at, number"
    );
    let rows = turn.rows(&sql, &[&branch, &i64::from(day)]).await?;
    let now_is = |it: Expected| Expected {
        booking: Booking { state: it.booking.state.at(now), ..it.booking },
        ..it
    };
    rows.iter().map(|row| expected(row).map(now_is)).collect()
}

pub(super) async fn reminders(
    turn: &Turn<'_>,
    now: Timestamp,
    limit: u32,
) -> Result<Vec<Reminder>, Fault> {
    let sql = format!(
        "SELECT {COLUMNS}, due_at FROM booking_reminders JOIN bookings USING (number)
         WHERE sent_at IS NULL AND due_at <= $1 AND starts_at > $1 AND state = 'confirmed'
         ORDER BY due_at, number LIMIT $2"
    );
    let rows = turn.rows(&sql, &[&now.as_second(), &i64::from(limit)]).await?;
    rows.iter()
        .map(|row| Ok(Reminder { of: expected(row)?, due: moment(row, "due_at")? }))
        .collect()
}

/// A repeat changes nothing.
pub(super) async fn sent(
    turn: &Turn<'_>,
    number: BookingNumber,
    due: Timestamp,
    now: Timestamp,
) -> Result<bool, Fault> {
    let rows = turn
        .execute(
            "UPDATE booking_reminders SET sent_at = COALESCE(sent_at, $3)
             WHERE number = $1 AND due_at = $2",
            &[&number.digits(), &due.as_second(), &now.as_second()],
        )
        .await?;
    Ok(rows > 0)
}

pub(super) async fn forget(
    turn: &Turn<'_>,
    ended_before: Timestamp,
    now: Timestamp,
) -> Result<(), Fault> {
    turn.alone_with(TABLE).await?;
    expire(turn, now).await?;
    // Cells, calls and reminders go with it.
    let over = "DELETE FROM bookings WHERE ends_at < $1";
    turn.execute(over, &[&ended_before.as_second()]).await?;
    forget_tries(turn, now).await
}
