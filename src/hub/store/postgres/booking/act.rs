//! What is asked of a booking, in one transaction.

use jiff::Timestamp;

use super::cells::{expire, free, keep, leave, occupy};
use super::kept::{open, store};
use super::{Refused, TABLE, json, remember, repeated};
use crate::domain::booking::Limits;
use crate::domain::booking::hours;
use crate::domain::booking::number::BookingNumber;
use crate::domain::booking::state::{BookingRefusal, State, step};
use crate::hub::booking::{Act, Booking, Deed, Person, Place, reminded};
use crate::hub::store::postgres::fault::Fault;
use crate::hub::store::postgres::row::plain;
use crate::hub::store::postgres::turn::Turn;

pub(in crate::hub::store::postgres) async fn act(turn: &Turn<'_>, act: &Act) -> Refused<Booking> {
    turn.alone_with(TABLE).await?;
    expire(turn, act.now).await?;
    let mut booking = match open(turn, act.number, &act.opener, act.now).await? {
        Ok(booking) => booking,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if let Some(first) = repeated(turn, &act.call).await? {
        return Ok(first);
    }
    match step(booking.state, act.deed.verb(), booking.start, act.now, act.timing) {
        Ok(state) => booking.state = state,
        Err(refusal) => return Ok(Err(refusal)),
    }
    let refused = match &act.deed {
        Deed::Confirm(person) => confirm(turn, &booking, person, act).await?,
        Deed::Change(place) => change(turn, &mut booking, place, act).await?,
        Deed::Cancel => {
            leave(turn, act.number).await?;
            forget_person(turn, act.number).await?;
            None
        }
        Deed::Miss => {
            leave(turn, act.number).await?;
            None
        }
        Deed::CheckIn => None,
    };
    if let Some(refusal) = refused {
        return Ok(Err(refusal));
    }
    store(turn, &booking).await?;
    remind(turn, &booking, &act.reminder_hours, act.now).await?;
    remember(turn, &act.call, &booking).await?;
    Ok(Ok(booking))
}

async fn confirm(
    turn: &Turn<'_>,
    booking: &Booking,
    person: &Person,
    act: &Act,
) -> Result<Option<BookingRefusal>, Fault> {
    turn.execute(
        "UPDATE bookings SET person = $2, contact = $3 WHERE number = $1",
        &[&booking.number.digits(), &json(person)?, &person.digest().0.as_slice()],
    )
    .await?;
    let refused = beyond(turn, booking.number, &act.limits, act.now).await?;
    if refused.is_some() {
        forget_person(turn, booking.number).await?;
        return Ok(refused);
    }
    keep(turn, booking.number).await?;
    Ok(None)
}

/// Takes the new time before the old one is left; where it is refused, the old one stays.
async fn change(
    turn: &Turn<'_>,
    booking: &mut Booking,
    place: &Place,
    act: &Act,
) -> Result<Option<BookingRefusal>, Fault> {
    let number = booking.number;
    let Some((way, cells)) = free(turn, place, Some(number), act.now).await? else {
        return Ok(Some(BookingRefusal::SlotTaken));
    };
    let sql = "SELECT day FROM bookings WHERE number = $1";
    let old: i64 = plain(&turn.row(sql, &[&number.digits()]).await?, "day")?;
    set_day(turn, number, place.day.into()).await?;
    if let Some(refusal) = beyond(turn, number, &act.limits, act.now).await? {
        set_day(turn, number, old).await?;
        return Ok(Some(refusal));
    }
    leave(turn, number).await?;
    booking.branch.clone_from(&place.branch);
    booking.start = place.start;
    booking.end = hours::moment(way.end);
    booking.side_by_side = way.side_by_side;
    booking.changes += 1;
    occupy(turn, booking, &cells).await?;
    Ok(None)
}

async fn set_day(turn: &Turn<'_>, number: BookingNumber, day: i64) -> Result<(), Fault> {
    let sql = "UPDATE bookings SET day = $2 WHERE number = $1";
    turn.execute(sql, &[&number.digits(), &day]).await?;
    Ok(())
}

/// Whether the person of a booking has more of them to come than one may have, or on that day.
async fn beyond(
    turn: &Turn<'_>,
    number: BookingNumber,
    limits: &Limits,
    now: Timestamp,
) -> Result<Option<BookingRefusal>, Fault> {
    let row = turn
        .row(
            "SELECT count(*) AS to_come, count(*) FILTER (WHERE other.day = own.day) AS on_day
             FROM bookings AS own JOIN bookings AS other ON other.contact = own.contact
             WHERE own.number = $1 AND other.number <> own.number
                 AND other.state = 'confirmed' AND other.ends_at > $2",
            &[&number.digits(), &now.as_second()],
        )
        .await?;
    Ok(if plain::<i64>(&row, "to_come")? >= limits.person.into() {
        Some(BookingRefusal::LimitReached)
    } else if plain::<i64>(&row, "on_day")? >= limits.person_day.into() {
        Some(BookingRefusal::DayLimitReached)
    } else {
        None
    })
}

async fn forget_person(turn: &Turn<'_>, number: BookingNumber) -> Result<(), Fault> {
    let sql = "UPDATE bookings SET person = NULL, contact = NULL WHERE number = $1";
    turn.execute(sql, &[&number.digits()]).await?;
    Ok(())
}

/// What was not sent is due anew; nothing for a moment that has passed, or for nobody.
async fn remind(
    turn: &Turn<'_>,
    booking: &Booking,
    hours: &[u32],
    now: Timestamp,
) -> Result<(), Fault> {
    let number = booking.number.digits();
    let unsent = "DELETE FROM booking_reminders WHERE number = $1 AND sent_at IS NULL";
    turn.execute(unsent, &[&number]).await?;
    if booking.state != State::Confirmed {
        return Ok(());
    }
    let due = hours.iter().map(|hours| reminded(booking.start, *hours));
    let due: Vec<i64> = due.filter(|due| *due > now).map(Timestamp::as_second).collect();
    turn.execute(
        "INSERT INTO booking_reminders (number, due_at)
         SELECT $1::text, due FROM unnest($2::bigint[]) AS due
         ON CONFLICT (number, due_at) DO NOTHING",
        &[&number, &due],
    )
    .await?;
    Ok(())
}
