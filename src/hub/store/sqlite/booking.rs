//! Bookings: cells, holds, and what becomes of them.

pub(super) mod act;
mod list;

use std::ops::Range;

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Row, Transaction, params};

use super::keys::{codes_are_spent, count_wrong_code};
use super::row::{maybe_moment, moment, parsed, read};
use super::{Answer, SqliteStore};
use crate::domain::booking::hours;
use crate::domain::booking::number::BookingNumber;
use crate::domain::booking::state::{BookingRefusal, State};
use crate::domain::booking::taken::{Cell, Taken, Way, place};
use crate::domain::city::Language;
use crate::hub::access::AccessHash;
use crate::hub::booking::{
    Act, Booking, Call, Expected, Granted, Holder, NewHold, Opener, Place, Reminder,
};
use crate::hub::store::{BookingStore, StoreError};

/// How long a try to hold counts, in seconds.
const HOUR: i64 = 3600;

type Refused<T> = Result<Result<T, BookingRefusal>, StoreError>;

impl BookingStore for SqliteStore {
    fn taken(&self, branch: String, slices: Range<i64>, now: Timestamp) -> Answer<'_, Taken> {
        self.transact(move |transaction| taken(transaction, &branch, &slices, None, now))
    }

    fn hold(&self, new: NewHold) -> Answer<'_, Result<Granted, BookingRefusal>> {
        self.transact(move |transaction| hold(transaction, &new))
    }

    fn act(&self, act: Act) -> Answer<'_, Result<Booking, BookingRefusal>> {
        self.transact(move |transaction| act::act(transaction, &act))
    }

    fn booking(
        &self,
        number: BookingNumber,
        opener: Opener,
        now: Timestamp,
    ) -> Answer<'_, Result<Booking, BookingRefusal>> {
        self.transact(move |transaction| {
            let found = open(transaction, number, &opener, now)?;
            Ok(found.map(|booking| Booking { state: booking.state.at(now), ..booking }))
        })
    }

    fn agenda(&self, branch: String, day: i32, now: Timestamp) -> Answer<'_, Vec<Expected>> {
        self.transact(move |transaction| list::agenda(transaction, &branch, day, now))
    }

    fn reminders(&self, now: Timestamp, limit: u32) -> Answer<'_, Vec<Reminder>> {
        self.transact(move |transaction| list::reminders(transaction, now, limit))
    }

    fn reminder_sent(
        &self,
        number: BookingNumber,
        due: Timestamp,
        now: Timestamp,
    ) -> Answer<'_, bool> {
        self.transact(move |transaction| list::sent(transaction, number, due, now))
    }

    fn forget_bookings(&self, ended_before: Timestamp, now: Timestamp) -> Answer<'_, ()> {
        self.transact(move |transaction| list::forget(transaction, ended_before, now))
    }
}

/// What is taken, but for one's own cells and those that were held too long.
fn taken(
    transaction: &Transaction<'_>,
    branch: &str,
    slices: &Range<i64>,
    own: Option<BookingNumber>,
    now: Timestamp,
) -> Result<Taken, StoreError> {
    let mut statement = transaction.prepare_cached(
        "SELECT pool, lane, slice FROM booking_cells
         WHERE branch = ?1 AND slice >= ?2 AND slice < ?3 AND number <> ?4
             AND (held_until IS NULL OR held_until > ?5)",
    )?;
    let own = own.map(BookingNumber::digits).unwrap_or_default();
    let mut rows =
        statement.query(params![branch, slices.start, slices.end, own, now.as_second()])?;
    let mut taken = Taken::default();
    while let Some(row) = rows.next()? {
        taken.take(
            row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?,
            row.get(1)?,
            row.get(2)?,
        );
    }
    Ok(taken)
}

/// Frees what was held too long.
fn expire(transaction: &Transaction<'_>, now: Timestamp) -> Result<(), StoreError> {
    transaction.execute(
        "DELETE FROM booking_cells WHERE number IN
             (SELECT number FROM bookings WHERE state = 'held' AND held_until <= ?1)",
        [now.as_second()],
    )?;
    transaction.execute(
        "UPDATE bookings SET state = 'expired', held_until = NULL
         WHERE state = 'held' AND held_until <= ?1",
        [now.as_second()],
    )?;
    Ok(())
}

fn hold(transaction: &Transaction<'_>, new: &NewHold) -> Refused<Granted> {
    match repeated(transaction, &new.call)? {
        Some(Ok(booking)) => {
            let salt = access(transaction, booking.number)?.salt;
            return Ok(Ok(Granted { booking, salt }));
        }
        Some(Err(refusal)) => return Ok(Err(refusal)),
        None => {}
    }
    expire(transaction, new.now)?;
    if !may_hold(transaction, &new.holder, new.now)? {
        return Ok(Err(BookingRefusal::TooManyHolds));
    }
    let Some((way, cells)) = free(transaction, &new.place, None, new.now)? else {
        return Ok(Err(BookingRefusal::SlotTaken));
    };
    let booking = Booking {
        number: unused(transaction, &new.numbers)?,
        state: State::Held { until: new.until },
        branch: new.place.branch.clone(),
        wish: new.wish.clone(),
        start: new.place.start,
        end: hours::moment(way.end),
        side_by_side: way.side_by_side,
        language: new.language,
        changes: 0,
    };
    insert(transaction, &booking, new)?;
    occupy(transaction, &booking, &cells)?;
    remember(transaction, &new.call, &booking)?;
    Ok(Ok(Granted { booking, salt: new.access.salt }))
}

/// The first answer to a call that comes again.
fn repeated(
    transaction: &Transaction<'_>,
    call: &Call,
) -> Result<Option<Result<Booking, BookingRefusal>>, StoreError> {
    let first: Option<(Vec<u8>, String)> = transaction
        .query_row("SELECT asked, answer FROM booking_calls WHERE call = ?1", [call.id.0], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    let Some((asked, answer)) = first else { return Ok(None) };
    if asked != call.asked.0 {
        return Ok(Some(Err(BookingRefusal::CallIdUsed)));
    }
    let booking = serde_json::from_str(&answer)?;
    Ok(Some(Ok(booking)))
}

fn remember(
    transaction: &Transaction<'_>,
    call: &Call,
    booking: &Booking,
) -> Result<(), StoreError> {
    transaction.execute(
        "INSERT INTO booking_calls (call, asked, number, answer) VALUES (?1, ?2, ?3, ?4)",
        params![call.id.0, call.asked.0, booking.number.digits(), json(booking)?],
    )?;
    Ok(())
}

/// Counts the try of an address; false when it has held or tried enough.
fn may_hold(
    transaction: &Transaction<'_>,
    holder: &Holder,
    now: Timestamp,
) -> Result<bool, StoreError> {
    if let Some(most) = holder.hour {
        let since = now.as_second() - HOUR;
        transaction.execute("DELETE FROM booking_tries WHERE at <= ?1", [since])?;
        let tries: u32 = transaction.query_row(
            "SELECT count(*) FROM booking_tries WHERE holder = ?1",
            [holder.digest.0],
            |row| row.get(0),
        )?;
        if tries >= most {
            return Ok(false);
        }
        transaction.execute(
            "INSERT INTO booking_tries (holder, at) VALUES (?1, ?2)",
            params![holder.digest.0, now.as_second()],
        )?;
    }
    let held: u32 = transaction.query_row(
        "SELECT count(*) FROM bookings WHERE holder = ?1 AND state = 'held'",
        [holder.digest.0],
        |row| row.get(0),
    )?;
    Ok(held < holder.at_once)
}

/// The first way that is free, and its cells.
fn free<'p>(
    transaction: &Transaction<'_>,
    wanted: &'p Place,
    own: Option<BookingNumber>,
    now: Timestamp,
) -> Result<Option<(&'p Way, Vec<Cell>)>, StoreError> {
    let end = wanted.ways.iter().map(|way| way.end).max().unwrap_or_default();
    let start = hours::slice(wanted.start).unwrap_or(end);
    let taken = taken(transaction, &wanted.branch, &(start..end), own, now)?;
    Ok(place(&wanted.ways, &taken))
}

fn unused(
    transaction: &Transaction<'_>,
    numbers: &[BookingNumber],
) -> Result<BookingNumber, StoreError> {
    for number in numbers {
        let is_used: bool = transaction.query_row(
            "SELECT count(*) > 0 FROM bookings WHERE number = ?1",
            [number.digits()],
            |row| row.get(0),
        )?;
        if !is_used {
            return Ok(*number);
        }
    }
    Err(StoreError::NoNumberLeft("every booking number that was tried is used"))
}

fn insert(
    transaction: &Transaction<'_>,
    booking: &Booking,
    new: &NewHold,
) -> Result<(), StoreError> {
    transaction.execute(
        "INSERT INTO bookings (number, state, held_until, branch, wish, starts_at, ends_at, day,
             side_by_side, language, changes, holder, access_salt, access_hash)
         VALUES (?1, 'held', ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0, ?10, ?11, ?12)",
        params![
            booking.number.digits(),
            new.until.as_second(),
            booking.branch,
            json(&booking.wish)?,
            booking.start.as_second(),
            booking.end.as_second(),
            new.place.day,
            booking.side_by_side,
            booking.language.tag(),
            new.holder.digest.0,
            new.access.salt,
            new.access.hash,
        ],
    )?;
    Ok(())
}

/// Takes cells for a booking; the key of the table refuses what somebody else has.
fn occupy(
    transaction: &Transaction<'_>,
    booking: &Booking,
    cells: &[Cell],
) -> Result<(), StoreError> {
    let until = match booking.state {
        State::Held { until } => Some(until.as_second()),
        _ => None,
    };
    let mut statement = transaction.prepare_cached(
        "INSERT INTO booking_cells (branch, slice, pool, lane, number, held_until)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    for cell in cells {
        let number = booking.number.digits();
        statement.execute(params![
            booking.branch,
            cell.slice,
            cell.pool,
            cell.lane,
            number,
            until
        ])?;
    }
    Ok(())
}

/// The booking of a number and what opens it. A wrong code is counted, whether there is one or not.
fn open(
    transaction: &Transaction<'_>,
    number: BookingNumber,
    opener: &Opener,
    now: Timestamp,
) -> Refused<Booking> {
    let booking = find(transaction, number)?;
    if let Opener::Code(code) = opener {
        let counted = format!("booking {}", number.digits());
        if codes_are_spent(transaction, &counted, now)? {
            return Ok(Err(BookingRefusal::TooManyCodes));
        }
        if booking.is_none() || !access(transaction, number)?.matches(code) {
            count_wrong_code(transaction, &counted, now)?;
            return Ok(Err(BookingRefusal::NoSuchBooking));
        }
    }
    Ok(booking.ok_or(BookingRefusal::NoSuchBooking))
}

fn access(transaction: &Transaction<'_>, number: BookingNumber) -> Result<AccessHash, StoreError> {
    Ok(transaction.query_row(
        "SELECT access_salt, access_hash FROM bookings WHERE number = ?1",
        [number.digits()],
        |row| Ok(AccessHash { salt: row.get(0)?, hash: row.get(1)? }),
    )?)
}

fn find(
    transaction: &Transaction<'_>,
    number: BookingNumber,
) -> Result<Option<Booking>, StoreError> {
    Ok(transaction
        .query_row("SELECT * FROM bookings WHERE number = ?1", [number.digits()], booking)
        .optional()?)
}

fn booking(row: &Row<'_>) -> rusqlite::Result<Booking> {
    let until = maybe_moment(row, "held_until")?;
    Ok(Booking {
        number: parsed(row, "number")?,
        state: read(row, "state", |name| {
            State::from_name(name, until).ok_or_else(|| "An unknown state".into())
        })?,
        branch: row.get("branch")?,
        wish: read(row, "wish", |wish| Ok(serde_json::from_str(wish)?))?,
        start: moment(row, "starts_at")?,
        end: moment(row, "ends_at")?,
        side_by_side: row.get("side_by_side")?,
        language: read(row, "language", |tag| {
            Language::from_tag(tag).ok_or_else(|| "An unknown language".into())
        })?,
        changes: row.get("changes")?,
    })
}

pub(super) fn json(value: &impl serde::Serialize) -> Result<String, StoreError> {
    Ok(serde_json::to_string(value)?)
}
