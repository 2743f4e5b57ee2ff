//! Bookings: what is held, by whom, and the first answer to each call.
//!
//! Everything that changes bookings comes in one after the other: whoever wants the same branch
//! at the same time would only be tried again and again.

pub(super) mod act;
mod cells;
mod kept;
mod list;

use std::ops::Range;

use jiff::Timestamp;

use super::PostgresStore;
use super::fault::Fault;
use super::row::{bytes, plain, read};
use super::turn::Turn;
use crate::domain::booking::hours;
use crate::domain::booking::number::BookingNumber;
use crate::domain::booking::state::{BookingRefusal, State};
use crate::domain::booking::taken::Taken;
use crate::hub::booking::{
    Act, Booking, Call, Expected, Granted, Holder, NewHold, Opener, Reminder,
};
use crate::hub::store::{Answer, BookingStore, StoreError};

/// How long a try to hold counts, in seconds.
const HOUR: i64 = 3600;

/// What is locked by whoever changes bookings.
const TABLE: &str = "bookings";

type Refused<T> = Result<Result<T, BookingRefusal>, Fault>;

impl BookingStore for PostgresStore {
    fn taken(&self, branch: String, slices: Range<i64>, now: Timestamp) -> Answer<'_, Taken> {
        self.read((branch, slices, now), |turn, (branch, slices, now)| {
            Box::pin(cells::taken(turn, branch, slices, None, *now))
        })
    }

    fn hold(&self, new: NewHold) -> Answer<'_, Result<Granted, BookingRefusal>> {
        self.write(new, |turn, new| Box::pin(hold(turn, new)))
    }

    fn act(&self, act: Act) -> Answer<'_, Result<Booking, BookingRefusal>> {
        self.write(act, |turn, act| Box::pin(act::act(turn, act)))
    }

    fn booking(
        &self,
        number: BookingNumber,
        opener: Opener,
        now: Timestamp,
    ) -> Answer<'_, Result<Booking, BookingRefusal>> {
        self.write((number, opener, now), |turn, (number, opener, now)| {
            Box::pin(async move {
                let found = kept::open(turn, *number, opener, *now).await?;
                Ok(found.map(|booking| Booking { state: booking.state.at(*now), ..booking }))
            })
        })
    }

    fn agenda(&self, branch: String, day: i32, now: Timestamp) -> Answer<'_, Vec<Expected>> {
        self.read((branch, day, now), |turn, (branch, day, now)| {
            Box::pin(list::agenda(turn, branch, *day, *now))
        })
    }

    fn reminders(&self, now: Timestamp, limit: u32) -> Answer<'_, Vec<Reminder>> {
        self.read((now, limit), |turn, (now, limit)| Box::pin(list::reminders(turn, *now, *limit)))
    }

    fn reminder_sent(
        &self,
        number: BookingNumber,
        due: Timestamp,
        now: Timestamp,
    ) -> Answer<'_, bool> {
        self.write((number, due, now), |turn, (number, due, now)| {
            Box::pin(list::sent(turn, *number, *due, *now))
        })
    }

    fn forget_bookings(&self, ended_before: Timestamp, now: Timestamp) -> Answer<'_, ()> {
        self.write((ended_before, now), |turn, (ended_before, now)| {
            Box::pin(list::forget(turn, *ended_before, *now))
        })
    }
}

async fn hold(turn: &Turn<'_>, new: &NewHold) -> Refused<Granted> {
    turn.alone_with(TABLE).await?;
    match repeated(turn, &new.call).await? {
        Some(Ok(booking)) => {
            let salt = kept::access(turn, booking.number).await?.salt;
            return Ok(Ok(Granted { booking, salt }));
        }
        Some(Err(refusal)) => return Ok(Err(refusal)),
        None => {}
    }
    cells::expire(turn, new.now).await?;
    if !may_hold(turn, &new.holder, new.now).await? {
        return Ok(Err(BookingRefusal::TooManyHolds));
    }
    let Some((way, cells)) = cells::free(turn, &new.place, None, new.now).await? else {
        return Ok(Err(BookingRefusal::SlotTaken));
    };
    let booking = Booking {
        number: kept::unused(turn, &new.numbers).await?,
        state: State::Held { until: new.until },
        branch: new.place.branch.clone(),
        wish: new.wish.clone(),
        start: new.place.start,
        end: hours::moment(way.end),
        side_by_side: way.side_by_side,
        language: new.language,
        changes: 0,
    };
    kept::insert(turn, &booking, new).await?;
    cells::occupy(turn, &booking, &cells).await?;
    remember(turn, &new.call, &booking).await?;
    Ok(Ok(Granted { booking, salt: new.access.salt }))
}

/// The first answer to a call that comes again.
async fn repeated(
    turn: &Turn<'_>,
    call: &Call,
) -> Result<Option<Result<Booking, BookingRefusal>>, Fault> {
    let sql = "SELECT asked, answer FROM booking_calls WHERE call = $1";
    let Some(first) = turn.maybe_row(sql, &[&call.id.0.as_slice()]).await? else {
        return Ok(None);
    };
    if bytes(&first, "asked")? != call.asked.0 {
        return Ok(Some(Err(BookingRefusal::CallIdUsed)));
    }
    Ok(Some(Ok(read(&first, "answer", |answer| serde_json::from_str(answer).ok())?)))
}

async fn remember(turn: &Turn<'_>, call: &Call, booking: &Booking) -> Result<(), Fault> {
    turn.execute(
        "INSERT INTO booking_calls (call, asked, number, answer) VALUES ($1, $2, $3, $4)",
        &[
            &call.id.0.as_slice(),
            &call.asked.0.as_slice(),
            &booking.number.digits(),
            &json(booking)?,
        ],
    )
    .await?;
    Ok(())
}

/// Counts the try of an address; false when it has held or tried enough.
async fn may_hold(turn: &Turn<'_>, holder: &Holder, now: Timestamp) -> Result<bool, Fault> {
    let digest = holder.digest.0.as_slice();
    if let Some(most) = holder.hour {
        forget_tries(turn, now).await?;
        let sql = "SELECT count(*) AS tries FROM booking_tries WHERE holder = $1";
        if plain::<i64>(&turn.row(sql, &[&digest]).await?, "tries")? >= most.into() {
            return Ok(false);
        }
        let count = "INSERT INTO booking_tries (holder, at) VALUES ($1, $2)";
        turn.execute(count, &[&digest, &now.as_second()]).await?;
    }
    let sql = "SELECT count(*) AS held FROM bookings WHERE holder = $1 AND state = 'held'";
    Ok(plain::<i64>(&turn.row(sql, &[&digest]).await?, "held")? < holder.at_once.into())
}

async fn forget_tries(turn: &Turn<'_>, now: Timestamp) -> Result<(), Fault> {
    let old = "DELETE FROM booking_tries WHERE at <= $1";
    turn.execute(old, &[&(now.as_second() - HOUR)]).await?;
    Ok(())
}

/// As it is kept.
pub(super) fn json(value: &impl serde::Serialize) -> Result<String, StoreError> {
    Ok(serde_json::to_string(value)?)
}
