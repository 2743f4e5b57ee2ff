//! What is asked of a booking, in one transaction.

use jiff::Timestamp;
use rusqlite::{Transaction, params};

use super::{Refused, expire, free, json, occupy, open, remember, repeated};
use crate::domain::booking::Limits;
use crate::domain::booking::hours;
use crate::domain::booking::number::BookingNumber;
use crate::domain::booking::state::{BookingRefusal, State, step};
use crate::hub::booking::{Act, Booking, Deed, Person, Place, reminded};
use crate::hub::store::StoreError;

pub(in crate::hub::store::sqlite) fn act(
    transaction: &Transaction<'_>,
    act: &Act,
) -> Refused<Booking> {
    expire(transaction, act.now)?;
    let mut booking = match open(transaction, act.number, &act.opener, act.now)? {
        Ok(booking) => booking,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if let Some(first) = repeated(transaction, &act.call)? {
        return Ok(first);
    }
    match step(booking.state, act.deed.verb(), booking.start, act.now, act.timing) {
        Ok(state) => booking.state = state,
        Err(refusal) => return Ok(Err(refusal)),
    }
    let refused = match &act.deed {
        Deed::Confirm(person) => confirm(transaction, &booking, person, act)?,
        Deed::Change(place) => change(transaction, &mut booking, place, act)?,
        Deed::Cancel => {
            leave(transaction, act.number)?;
            forget_person(transaction, act.number)?;
            None
        }
        Deed::Miss => {
            leave(transaction, act.number)?;
            None
        }
        Deed::CheckIn => None,
    };
    if let Some(refusal) = refused {
        return Ok(Err(refusal));
    }
    store(transaction, &booking)?;
    remind(transaction, &booking, &act.reminder_hours, act.now)?;
    remember(transaction, &act.call, &booking)?;
    Ok(Ok(booking))
}

fn confirm(
    transaction: &Transaction<'_>,
    booking: &Booking,
    person: &Person,
    act: &Act,
) -> Result<Option<BookingRefusal>, StoreError> {
    transaction.execute(
        "UPDATE bookings SET person = ?2, contact = ?3 WHERE number = ?1",
        params![booking.number.digits(), json(person)?, person.digest().0],
    )?;
    let refused = beyond(transaction, booking.number, &act.limits, act.now)?;
    if refused.is_some() {
        forget_person(transaction, booking.number)?;
        return Ok(refused);
    }
    transaction.execute(
        "UPDATE booking_cells SET held_until = NULL WHERE number = ?1",
        [booking.number.digits()],
    )?;
    Ok(None)
}

/// Takes the new time before the old one is left; where it is refused, the old one stays.
fn change(
    transaction: &Transaction<'_>,
    booking: &mut Booking,
    place: &Place,
    act: &Act,
) -> Result<Option<BookingRefusal>, StoreError> {
    let Some((way, cells)) = free(transaction, place, Some(booking.number), act.now)? else {
        return Ok(Some(BookingRefusal::SlotTaken));
    };
    let day = |day: i32| {
        transaction.execute(
            "UPDATE bookings SET day = ?2 WHERE number = ?1",
            params![booking.number.digits(), day],
        )
    };
    let old: i32 = transaction.query_row(
        "SELECT day FROM bookings WHERE number = ?1",
        [booking.number.digits()],
        |row| row.get(0),
    )?;
    day(place.day)?;
    if let Some(refusal) = beyond(transaction, booking.number, &act.limits, act.now)? {
        day(old)?;
        return Ok(Some(refusal));
    }
    leave(transaction, booking.number)?;
    booking.branch.clone_from(&place.branch);
    booking.start = place.start;
    booking.end = hours::moment(way.end);
    booking.side_by_side = way.side_by_side;
    booking.changes += 1;
    occupy(transaction, booking, &cells)?;
    Ok(None)
}

/// Whether the person of a booking has more of them to come than one may have, or on that day.
fn beyond(
    transaction: &Transaction<'_>,
    number: BookingNumber,
    limits: &Limits,
    now: Timestamp,
) -> Result<Option<BookingRefusal>, StoreError> {
    let (all, on_day): (u32, u32) = transaction.query_row(
        "SELECT count(*), count(CASE WHEN other.day = own.day THEN 1 END)
         FROM bookings AS own JOIN bookings AS other ON other.contact = own.contact
         WHERE own.number = ?1 AND other.number <> own.number
             AND other.state = 'confirmed' AND other.ends_at > ?2",
        params![number.digits(), now.as_second()],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(if all >= limits.person {
        Some(BookingRefusal::LimitReached)
    } else if on_day >= limits.person_day {
        Some(BookingRefusal::DayLimitReached)
    } else {
        None
    })
}

/// Frees the cells.
fn leave(transaction: &Transaction<'_>, number: BookingNumber) -> Result<(), StoreError> {
    transaction.execute("DELETE FROM booking_cells WHERE number = ?1", [number.digits()])?;
    Ok(())
}

fn forget_person(transaction: &Transaction<'_>, number: BookingNumber) -> Result<(), StoreError> {
    transaction.execute(
        "UPDATE bookings SET person = NULL, contact = NULL WHERE number = ?1",
        [number.digits()],
    )?;
    Ok(())
}

fn store(transaction: &Transaction<'_>, booking: &Booking) -> Result<(), StoreError> {
    let until = match booking.state {
        State::Held { until } => Some(until.as_second()),
        _ => None,
    };
    transaction.execute(
        "UPDATE bookings SET state = ?2, held_until = ?3, branch = ?4, starts_at = ?5,
             ends_at = ?6, side_by_side = ?7, changes = ?8
         WHERE number = ?1",
        params![
            booking.number.digits(),
            booking.state.name(),
            until,
            booking.branch,
            booking.start.as_second(),
            booking.end.as_second(),
            booking.side_by_side,
            booking.changes,
        ],
    )?;
    Ok(())
}

/// What was not sent is due anew; nothing for a moment that has passed, or for nobody.
fn remind(
    transaction: &Transaction<'_>,
    booking: &Booking,
    hours: &[u32],
    now: Timestamp,
) -> Result<(), StoreError> {
    transaction.execute(
        "DELETE FROM booking_reminders WHERE number = ?1 AND sent_at IS NULL",
        [booking.number.digits()],
    )?;
    if booking.state != State::Confirmed {
        return Ok(());
    }
    let due = hours.iter().map(|hours| reminded(booking.start, *hours)).filter(|due| *due > now);
    for due in due {
        transaction.execute(
            "INSERT INTO booking_reminders (number, due_at) VALUES (?1, ?2)
             ON CONFLICT (number, due_at) DO NOTHING",
            params![booking.number.digits(), due.as_second()],
        )?;
    }
    Ok(())
}
