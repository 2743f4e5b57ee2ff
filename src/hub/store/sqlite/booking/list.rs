//! Who is expected, who is to be reminded, and what is forgotten.

use jiff::Timestamp;
use rusqlite::{Row, Transaction, params};

use super::{booking, expire};
use crate::domain::booking::number::BookingNumber;
use crate::hub::booking::{Booking, Expected, Reminder};
use crate::hub::store::StoreError;
use crate::hub::store::sqlite::row::moment;

pub(super) fn agenda(
    transaction: &Transaction<'_>,
    branch: &str,
    day: i32,
    now: Timestamp,
) -> Result<Vec<Expected>, StoreError> {
    let mut statement = transaction.prepare_cached(
        "SELECT * FROM bookings WHERE branch = ?1 AND day = ?2 ORDER BY starts_at, number",
    )?;
    let rows = statement.query_map(params![branch, day], expected)?;
    let now_is = |it: Expected| Expected {
        booking: Booking { state: it.booking.state.at(now), ..it.booking },
        ..it
    };
    Ok(rows.map(|row| row.map(now_is)).collect::<Result<_, _>>()?)
}

fn expected(row: &Row<'_>) -> rusqlite::Result<Expected> {
    let index = row.as_ref().column_index("person")?;
    let person: Option<String> = row.get(index)?;
    let person = person.map(|text| serde_json::from_str(&text)).transpose();
    let person = person.map_err(|error| {
        let kind = rusqlite::types::Type::Text;
        rusqlite::Error::FromSqlConversionFailure(index, kind, error.into())
    })?;
    Ok(Expected { booking: booking(row)?, person })
}

pub(super) fn reminders(
    transaction: &Transaction<'_>,
    now: Timestamp,
    limit: u32,
) -> Result<Vec<Reminder>, StoreError> {
    let mut statement = transaction.prepare_cached(
        "SELECT * FROM booking_reminders JOIN bookings USING (number)
         WHERE sent_at IS NULL AND due_at <= ?1 AND starts_at > ?1 AND state = 'confirmed'
         ORDER BY due_at, number LIMIT ?2",
    )?;
    let rows = statement.query_map(params![now.as_second(), limit], |row| {
        Ok(Reminder { of: expected(row)?, due: moment(row, "due_at")? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A repeat changes nothing.
pub(super) fn sent(
    transaction: &Transaction<'_>,
    number: BookingNumber,
    due: Timestamp,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let rows = transaction.execute(
        "UPDATE booking_reminders SET sent_at = COALESCE(sent_at, ?3)
         WHERE number = ?1 AND due_at = ?2",
        params![number.digits(), due.as_second(), now.as_second()],
    )?;
    Ok(rows > 0)
}

pub(super) fn forget(
    transaction: &Transaction<'_>,
    ended_before: Timestamp,
    now: Timestamp,
) -> Result<(), StoreError> {
    expire(transaction, now)?;
    // Cells, calls and reminders go with it.
    transaction.execute("DELETE FROM bookings WHERE ends_at < ?1", [ended_before.as_second()])?;
    transaction
        .execute("DELETE FROM booking_tries WHERE at <= ?1", [now.as_second() - super::HOUR])?;
    Ok(())
}
