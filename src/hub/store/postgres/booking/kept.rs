//! A booking as it is kept, and what opens it.

use jiff::Timestamp;
use tokio_postgres::Row;

use super::cells::held_until;
use super::{Refused, json};
use crate::domain::booking::number::BookingNumber;
use crate::domain::booking::state::{BookingRefusal, State};
use crate::domain::city::Language;
use crate::hub::access::AccessHash;
use crate::hub::booking::{Booking, Expected, NewHold, Opener};
use crate::hub::store::StoreError;
use crate::hub::store::postgres::fault::Fault;
use crate::hub::store::postgres::keys::{codes_are_spent, count_wrong_code};
use crate::hub::store::postgres::row::{bytes, maybe_moment, moment, parsed, plain, read, whole};
use crate::hub::store::postgres::turn::Turn;

/// Whatever `expected` reads. Columns are named one by one: a newer hub beside this one may add some.
pub(super) const COLUMNS: &str = "number, state, held_until, branch, wish, starts_at, ends_at,
     side_by_side, language, changes, person";

/// The booking of a number and what opens it. A wrong code is counted, whether there is one or not.
pub(super) async fn open(
    turn: &Turn<'_>,
    number: BookingNumber,
    opener: &Opener,
    now: Timestamp,
) -> Refused<Booking> {
    let booking = find(turn, number).await?;
    if let Opener::Code(code) = opener {
        let counted = format!("booking {}", number.digits());
        if codes_are_spent(turn, &counted, now).await? {
            return Ok(Err(BookingRefusal::TooManyCodes));
        }
        if booking.is_none() || !access(turn, number).await?.matches(code) {
            count_wrong_code(turn, &counted, now).await?;
            return Ok(Err(BookingRefusal::NoSuchBooking));
        }
    }
    Ok(booking.ok_or(BookingRefusal::NoSuchBooking))
}

pub(super) async fn access(turn: &Turn<'_>, number: BookingNumber) -> Result<AccessHash, Fault> {
    let sql = "SELECT access_salt, access_hash FROM bookings WHERE number = $1";
    let row = turn.row(sql, &[&number.digits()]).await?;
    Ok(AccessHash { salt: bytes(&row, "access_salt")?, hash: bytes(&row, "access_hash")? })
}

async fn find(turn: &Turn<'_>, number: BookingNumber) -> Result<Option<Booking>, Fault> {
    let sql = format!("SELECT {COLUMNS} FROM bookings WHERE number = $1");
    turn.maybe_row(&sql, &[&number.digits()]).await?.as_ref().map(booking).transpose()
}

pub(super) async fn unused(
    turn: &Turn<'_>,
    numbers: &[BookingNumber],
) -> Result<BookingNumber, Fault> {
    for number in numbers {
        let sql = "SELECT 1 FROM bookings WHERE number = $1";
        if turn.maybe_row(sql, &[&number.digits()]).await?.is_none() {
            return Ok(*number);
        }
    }
    Err(StoreError::NoNumberLeft("every booking number that was tried is used").into())
}

pub(super) async fn insert(turn: &Turn<'_>, booking: &Booking, new: &NewHold) -> Result<(), Fault> {
    turn.execute(
        "INSERT INTO bookings (number, state, held_until, branch, wish, starts_at, ends_at, day,
             side_by_side, language, changes, holder, access_salt, access_hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        &[
            &booking.number.digits(),
            &booking.state.name(),
            &held_until(booking.state),
            &booking.branch,
            &json(&booking.wish)?,
            &booking.start.as_second(),
            &booking.end.as_second(),
            &i64::from(new.place.day),
            &booking.side_by_side,
            &booking.language.tag(),
            &i64::from(booking.changes),
            &new.holder.digest.0.as_slice(),
            &new.access.salt.as_slice(),
            &new.access.hash.as_slice(),
        ],
    )
    .await?;
    Ok(())
}

/// Writes what may have changed.
pub(super) async fn store(turn: &Turn<'_>, booking: &Booking) -> Result<(), Fault> {
    turn.execute(
        "UPDATE bookings SET state = $2, held_until = $3, branch = $4, starts_at = $5,
             ends_at = $6, side_by_side = $7, changes = $8
         WHERE number = $1",
        &[
            &booking.number.digits(),
            &booking.state.name(),
            &held_until(booking.state),
            &booking.branch,
            &booking.start.as_second(),
            &booking.end.as_second(),
            &booking.side_by_side,
            &i64::from(booking.changes),
        ],
    )
    .await?;
    Ok(())
}

pub(super) fn expected(row: &Row) -> Result<Expected, Fault> {
    let person: Option<&str> = plain(row, "person")?;
    let person = person.map(serde_json::from_str).transpose();
    Ok(Expected { booking: booking(row)?, person: person.map_err(|_| Fault::Column("person"))? })
}

fn booking(row: &Row) -> Result<Booking, Fault> {
    let until = maybe_moment(row, "held_until")?;
    Ok(Booking {
        number: parsed(row, "number")?,
        state: read(row, "state", |name| State::from_name(name, until))?,
        branch: plain(row, "branch")?,
        wish: read(row, "wish", |wish| serde_json::from_str(wish).ok())?,
        start: moment(row, "starts_at")?,
        end: moment(row, "ends_at")?,
        side_by_side: plain(row, "side_by_side")?,
        language: read(row, "language", Language::from_tag)?,
        changes: whole(row, "changes")?,
    })
}
