//! The queue of a branch: tickets, who is called next and why, and how long one waits.
//!
//! Everything is pure. Within one transaction a store
//! 1. loads the rules of the city, the tickets of the branch and day that are open
//!    ([`Ticket::is_open`]), and from the record of calls the `turn` of the branch's latest
//!    [`Call`] of the day that was not [`Reason::Chosen`] (`Turn::default()` before the first);
//! 2. asks [`next`] for the desk that is free, or [`call`] for a ticket by its number, or
//!    [`Ticket::after`] for any other step;
//! 3. writes back the one ticket that it got, and adds the [`Ticket::call`] of a ticket that was
//!    called to the record: reason and turn are in it, and later steps take it off the ticket.
//!
//! Two desks call the same person only if two transactions both see the ticket waiting, so the
//! store has to run calls of a branch one after the other (an immediate transaction of SQLite; in
//! PostgreSQL a lock on the branch's day). A ticket is taken with [`issue`]; its `sequence` is the
//! number of tickets of that branch and day so far, and unique with them.
//!
//! How long somebody waits is [`outlook`]; what it needs to know is [`Measured`], made of the
//! branch's recently served tickets. [`day`] runs a whole day with the same rules.

pub mod day;
mod future;
mod policy;
mod rules;
mod step;
mod ticket;
mod wait;

#[cfg(test)]
pub mod sample;
#[cfg(test)]
mod tests;

use jiff::Timestamp;
use jiff::civil::Time;

use self::policy::{Candidate, choose};
use self::rules::minutes;
use super::city::ServiceCode;

pub use policy::{Order, Reason, Side, Turn};
pub use rules::{
    AfterMissed, AppointmentRule, Class, ClassCode, ClassWords, Desk, Patience, QueueRules, Series,
    Shares, Source, Usual, WaitRule,
};
pub use step::{Refusal, Step};
pub use ticket::{Call, NotATicketNumber, State, Ticket, TicketNumber, Voided};
pub use wait::{Closing, Line, Measured, Outlook, outlook};

/// What somebody comes for, and what they say of themself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// What for.
    pub service: ServiceCode,
    /// The class that they said is theirs; nobody asks for a proof here.
    pub class: Option<ClassCode>,
    /// The booked time, where they check in with an appointment.
    pub appointment: Option<Timestamp>,
}

/// Why no ticket is given now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotNow {
    /// The first ticket of the day is given later.
    #[error("Tickets are given from {0} on")]
    TooEarly(Time),
    /// The doors are closed for today.
    #[error("The branch is closed for today")]
    Closed,
}

/// Whether a ticket may be taken at a time of a day with these opening hours.
///
/// Before the doors open one may come as early as the city says, and keeps that place; in a break
/// one may come all the time.
///
/// # Errors
///
/// It is too early, or too late.
pub fn may_issue(rules: &QueueRules, hours: &[(Time, Time)], at: Time) -> Result<(), NotNow> {
    let (Some((opens, _)), Some((_, closes))) = (hours.first(), hours.last()) else {
        return Err(NotNow::Closed);
    };
    let from = opens.saturating_sub(minutes(rules.series.before_opening));
    if at < from {
        Err(NotNow::TooEarly(from))
    } else if at >= *closes {
        Err(NotNow::Closed)
    } else {
        Ok(())
    }
}

/// The ticket of somebody who comes `sequence`th on this day, from 0.
#[must_use]
pub fn issue(rules: &QueueRules, sequence: u32, wish: Wish, now: Timestamp) -> Ticket {
    let class = wish.class.map(|code| rules.class_index(&code));
    let class = class.and_then(|index| rules.classes.get(index)).map(|class| class.code.clone());
    Ticket {
        number: TicketNumber::of(sequence, &rules.series),
        sequence,
        service: wish.service,
        class: class.unwrap_or_else(|| rules.everyone()),
        appointment: wish.appointment,
        arrived: now,
        since: now,
        returns: 0,
        state: State::Waiting,
    }
}

/// Calls whoever is next at a desk: the changed ticket, or `None` where nobody waits for it.
///
/// # Errors
///
/// The desk has somebody already.
pub fn next(
    rules: &QueueRules,
    tickets: &[Ticket],
    desk: &Desk,
    turn: Turn,
    now: Timestamp,
) -> Result<Option<Ticket>, Refusal> {
    is_free(tickets, desk)?;
    let waiting: Vec<&Ticket> = tickets
        .iter()
        .filter(|ticket| ticket.waits() && desk.serves(&ticket.service, &ticket.class))
        .collect();
    let candidates: Vec<Candidate> =
        waiting.iter().map(|ticket| candidate(rules, ticket)).collect();
    let Some((index, reason, turn)) = choose(rules, turn, &candidates, now.as_second()) else {
        return Ok(None);
    };
    let call = Call { desk: desk.number, first: now, last: now, times: 1, reason, turn };
    waiting[index].after(Step::Call(call), rules, now).map(Some)
}

/// Calls one ticket by its number, against the order: somebody whom the attendant sent to fetch
/// something, or who cannot wait. It is recorded as [`Reason::Chosen`], and is nobody's turn.
///
/// # Errors
///
/// The desk has somebody already or does not serve it; there is no such ticket; it cannot be
/// called.
pub fn call(
    rules: &QueueRules,
    tickets: &[Ticket],
    desk: &Desk,
    number: TicketNumber,
    now: Timestamp,
) -> Result<Ticket, Refusal> {
    let ticket = tickets.iter().find(|ticket| ticket.number == number).ok_or(Refusal::Unknown)?;
    if ticket.desk() != Some(desk.number) {
        is_free(tickets, desk)?;
    }
    if !desk.serves(&ticket.service, &ticket.class) {
        return Err(Refusal::NotServedHere);
    }
    let (desk, reason) = (desk.number, Reason::Chosen);
    let call = Call { desk, first: now, last: now, times: 1, reason, turn: Turn::default() };
    ticket.after(Step::Call(call), rules, now)
}

fn is_free(tickets: &[Ticket], desk: &Desk) -> Result<(), Refusal> {
    match tickets.iter().find(|ticket| ticket.desk() == Some(desk.number)) {
        Some(ticket) => Err(Refusal::DeskBusy { number: ticket.number }),
        None => Ok(()),
    }
}

fn candidate(rules: &QueueRules, ticket: &Ticket) -> Candidate {
    Candidate {
        sequence: ticket.sequence,
        class: rules.class_index(&ticket.class),
        since: ticket.since.as_second(),
        appointment: ticket.appointment.map(Timestamp::as_second),
    }
}
