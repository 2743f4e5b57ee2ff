//! Tickets as the hub keeps them, and what its store is asked about them.
//!
//! The rules are in [`crate::domain::queue`]. What is asked carries everything that a store needs
//! to decide within one transaction, as with bookings: several hub processes share one database.

pub(super) mod line;

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::booking::{Act, Booking, Call};
use super::{Hub, HubError};
use crate::domain::queue::{
    self, Desk, QueueRules, Refusal, Step, Ticket, TicketNumber, Turn, Wish,
};

/// How many calls a panel is told, the latest first.
pub const LATEST_CALLS: u32 = 8;

/// How many tickets that were served count when waiting time is told, the latest first.
pub const LATEST_SERVED: u32 = 400;

/// A branch on one of the city's days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BranchDay {
    /// Code of the branch.
    pub branch: String,
    /// The city's day, as 20261124.
    pub day: i32,
}

impl BranchDay {
    /// A branch at a moment.
    #[must_use]
    pub fn at(branch: &str, moment: Timestamp, timezone: &TimeZone) -> Self {
        let date = timezone.to_datetime(moment).date();
        Self { branch: branch.to_owned(), day: day_of(date) }
    }
}

/// A date as 20261124.
#[must_use]
pub fn day_of(date: Date) -> i32 {
    let months = i32::from(date.year()) * 100 + i32::from(date.month());
    months * 100 + i32::from(date.day())
}

/// What opens a ticket: 20 random signs of 32, which stand on the slip and say nothing.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketToken(String);

/// Without what looks alike: Crockford's base 32 in small letters.
const SIGNS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

impl TicketToken {
    /// How many signs it has: 100 random bits.
    pub const SIGNS: usize = 20;

    /// A new one.
    ///
    /// # Errors
    /// When the machine has no randomness to give.
    pub fn random() -> Result<Self, getrandom::Error> {
        let mut random = [0; Self::SIGNS];
        getrandom::fill(&mut random)?;
        let sign = |byte: u8| char::from(SIGNS[usize::from(byte) % SIGNS.len()]);
        Ok(Self(random.into_iter().map(sign).collect()))
    }

    /// Its signs.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for TicketToken {
    /// Whoever reads it could give up somebody's place.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TicketToken(…)")
    }
}

/// Why a text is no token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("A ticket is opened by 20 letters and digits")]
pub struct NotAToken;

impl FromStr for TicketToken {
    type Err = NotAToken;

    fn from_str(text: &str) -> Result<Self, NotAToken> {
        let is_token = text.len() == Self::SIGNS && text.bytes().all(|sign| SIGNS.contains(&sign));
        if is_token { Ok(Self(text.to_owned())) } else { Err(NotAToken) }
    }
}

/// Why the store changed nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unchanged {
    /// The rules of the queue refuse it.
    Refused(Refusal),
    /// The id of the call was used for another one.
    CallIdUsed,
}

impl From<Refusal> for Unchanged {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// A ticket that is wanted.
#[derive(Clone, Debug)]
pub struct NewTicket {
    /// Which call this is.
    pub call: Call,
    /// What will open it.
    pub token: TicketToken,
    /// Where, and on which day.
    pub place: BranchDay,
    /// What for.
    pub wish: Wish,
    /// The city's rules.
    pub rules: Arc<QueueRules>,
    /// When it was asked for.
    pub now: Timestamp,
}

/// A ticket with what opens it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issued {
    /// What opens it.
    pub token: TicketToken,
    /// Where, and on which day.
    pub place: BranchDay,
    /// The ticket.
    pub ticket: Ticket,
}

/// Somebody who is here with an appointment.
#[derive(Clone, Debug)]
pub struct Arrived {
    /// What is asked of the booking: [`super::booking::Deed::CheckIn`].
    pub act: Act,
    /// The ticket that they get, where the city calls by ticket; its wish is that of the booking.
    pub ticket: Option<NewTicket>,
}

/// What somebody gets who is here with an appointment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Met {
    /// Their booking.
    pub booking: Booking,
    /// Their ticket.
    pub ticket: Option<Issued>,
}

/// What is done in a branch's queue.
#[derive(Clone, Debug)]
pub enum Errand {
    /// A desk calls whoever is next.
    Next(Desk),
    /// A desk calls one ticket.
    Call(Desk, TicketNumber),
    /// Anything else that can happen to a ticket.
    Step(TicketNumber, Step),
}

/// Something that is asked of a branch's queue.
#[derive(Clone, Debug)]
pub struct QueueAct {
    /// Which call this is.
    pub call: Call,
    /// Where, and on which day.
    pub place: BranchDay,
    /// What is asked.
    pub errand: Errand,
    /// The city's rules.
    pub rules: Arc<QueueRules>,
    /// When it was asked.
    pub now: Timestamp,
}

impl QueueAct {
    /// The changed ticket, or `None` where nobody waits for the desk. `tickets` are the open ones
    /// of the day, and the one that is asked for even when it is over.
    ///
    /// # Errors
    /// [`Refusal`]: then nothing changes.
    pub fn decide(&self, tickets: &[Ticket], turn: Turn) -> Result<Option<Ticket>, Refusal> {
        match &self.errand {
            Errand::Next(desk) => queue::next(&self.rules, tickets, desk, turn, self.now),
            Errand::Call(desk, number) => {
                queue::call(&self.rules, tickets, desk, *number, self.now).map(Some)
            }
            Errand::Step(number, step) => {
                let ticket = tickets.iter().find(|ticket| ticket.number == *number);
                let ticket = ticket.ok_or(Refusal::Unknown)?;
                ticket.after(step.clone(), &self.rules, self.now).map(Some)
            }
        }
    }

    /// What belongs into the record of a ticket that was changed, and whether it was somebody's
    /// turn: not for whom an attendant chose, and not when somebody is called again.
    #[must_use]
    pub fn recorded<'t>(&self, ticket: &'t Ticket) -> Option<(&'t queue::Call, bool)> {
        match &self.errand {
            Errand::Next(_) => Some((ticket.call()?, true)),
            Errand::Call(..) | Errand::Step(_, Step::Again { .. }) => Some((ticket.call()?, false)),
            Errand::Step(..) => None,
        }
    }

    /// The ticket that it is about, where it is about one.
    #[must_use]
    pub fn number(&self) -> Option<TicketNumber> {
        match &self.errand {
            Errand::Next(_) => None,
            Errand::Call(_, number) | Errand::Step(number, _) => Some(*number),
        }
    }
}

/// A call as the record keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// Which call of the branch's day, from 1.
    pub id: u32,
    /// The call.
    pub call: queue::Call,
    /// The ticket as it is now.
    pub ticket: Ticket,
}

/// A branch's day, for whoever wants to know how long it takes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DayKept {
    /// The tickets of the day, in the order of arrival.
    pub tickets: Vec<Ticket>,
    /// Those that were served last on other days.
    pub served: Vec<Ticket>,
    /// Of the latest call that was somebody's turn.
    pub turn: Turn,
    /// The desks that have called, and when last.
    pub desks: Vec<(u16, Timestamp)>,
}

impl Hub {
    /// Ends the queues of days that are over, and forgets those that are old.
    ///
    /// # Errors
    /// [`HubError::Store`].
    pub async fn end_queue_days(&self) -> Result<(), HubError> {
        let Some(rules) = &self.city.queue else { return Ok(()) };
        let now = self.now();
        let today = self.city.timezone.to_datetime(now).date();
        let old = jiff::Span::new().days(i64::from(rules.keep_days));
        let old = today.checked_sub(old).unwrap_or(Date::MIN);
        Ok(self.store.end_queue_days(day_of(today), day_of(old), now).await?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_read_as_it_is_written_and_is_never_shown_by_accident() {
        let token = TicketToken::random().unwrap();
        assert_eq!(token.as_str().parse(), Ok(token.clone()));
        assert_ne!(token, TicketToken::random().unwrap());
        assert!(!format!("{token:?}").contains(token.as_str()));
        for wrong in ["", "0123", "0123456789abcdefghji", "0123456789ABCDEFGHJK"] {
            assert_eq!(wrong.parse::<TicketToken>(), Err(NotAToken), "{wrong}");
        }
    }
}
