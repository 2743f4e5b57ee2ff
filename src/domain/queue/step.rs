//! What can happen to a ticket: one closed function, and a refusal for everything else.

use jiff::Timestamp;

use super::rules::{AfterMissed, QueueRules, minutes};
use super::ticket::{Call, State, Ticket, TicketNumber, Voided};

/// Something that somebody does with a ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A desk calls it; made by [`next`](super::next) and [`call`](super::call) only.
    Call(Call),
    /// The desk calls it once more.
    Again {
        /// The desk.
        desk: u16,
    },
    /// The person has come.
    Start {
        /// The desk.
        desk: u16,
    },
    /// The person is served.
    Finish {
        /// The desk.
        desk: u16,
    },
    /// The call was a mistake: it waits as before.
    PutBack {
        /// The desk.
        desk: u16,
    },
    /// Nobody came.
    Miss {
        /// The desk.
        desk: u16,
    },
    /// The person fetches something and comes back.
    Park {
        /// The desk.
        desk: u16,
    },
    /// The person goes out for a while.
    Leave,
    /// The person is back.
    Return,
    /// It does not count any more.
    Void(Voided),
    /// The day is over.
    Close,
}

/// Why a step does not apply; nothing has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Another desk has it.
    #[error("Desk {desk} has called this ticket: leave it to them, or call another")]
    Elsewhere {
        /// Which.
        desk: u16,
    },
    /// It is this desk's already.
    #[error("This desk has called this ticket already: call it again, start, or put it back")]
    CalledAlready,
    /// The person is at a desk.
    #[error("The person is at desk {desk}: finish there first")]
    InService {
        /// Which.
        desk: u16,
    },
    /// Nobody has called it.
    #[error("Nobody has called this ticket: call it first")]
    NotCalled,
    /// The person has not come to the desk.
    #[error("The person has not come yet: say that they have, or that nobody came")]
    NotStarted,
    /// The person is not in the room.
    #[error("The person is not here: let them return first")]
    Away,
    /// The person never went.
    #[error("The person did not go away: there is nothing to return from")]
    NotAway,
    /// It was served, void or closed.
    #[error("This ticket is over: give the person a new one")]
    Over,
    /// It was called as often as the city allows.
    #[error("This ticket was called {times} times: say that nobody came")]
    CalledEnough {
        /// How often.
        times: u8,
    },
    /// The person may still be on the way.
    #[error("Wait {seconds} seconds more: the person may be on the way")]
    TooSoon {
        /// How long.
        seconds: i64,
    },
    /// It came back as often as the city allows.
    #[error("This ticket was missed too often: give the person a new one")]
    ReturnedEnough,
    /// The desk has somebody already.
    #[error("This desk has {number}: finish with them first")]
    DeskBusy {
        /// Whom.
        number: TicketNumber,
    },
    /// The desk does not serve it.
    #[error("This desk does not serve that: another one does")]
    NotServedHere,
    /// There is no such ticket today.
    #[error("There is no such ticket today")]
    Unknown,
}

impl Refusal {
    /// One of each kind.
    pub const ALL: [Self; 14] = [
        Self::Elsewhere { desk: 0 },
        Self::CalledAlready,
        Self::InService { desk: 0 },
        Self::NotCalled,
        Self::NotStarted,
        Self::Away,
        Self::NotAway,
        Self::Over,
        Self::CalledEnough { times: 0 },
        Self::TooSoon { seconds: 0 },
        Self::ReturnedEnough,
        Self::DeskBusy { number: TicketNumber::NONE },
        Self::NotServedHere,
        Self::Unknown,
    ];

    /// Its name on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Elsewhere { .. } => "called_elsewhere",
            Self::CalledAlready => "called_already",
            Self::InService { .. } => "in_service",
            Self::NotCalled => "not_called",
            Self::NotStarted => "not_started",
            Self::Away => "away",
            Self::NotAway => "not_away",
            Self::Over => "ticket_over",
            Self::CalledEnough { .. } => "called_enough",
            Self::TooSoon { .. } => "missed_too_soon",
            Self::ReturnedEnough => "returned_enough",
            Self::DeskBusy { .. } => "desk_busy",
            Self::NotServedHere => "not_served_here",
            Self::Unknown => "no_such_ticket",
        }
    }
}

impl Ticket {
    /// The ticket after a step.
    ///
    /// # Errors
    ///
    /// The step does not apply.
    pub fn after(&self, step: Step, rules: &QueueRules, now: Timestamp) -> Result<Self, Refusal> {
        let mut ticket = self.clone();
        ticket.state = match step {
            Step::Call(call) => called(self, call)?,
            Step::Again { desk } => again(self, desk, rules, now)?,
            Step::Start { desk } => State::Serving { call: own_call(self, desk)?, started: now },
            Step::Finish { desk } => finished(self, desk, now)?,
            Step::PutBack { desk } => {
                own_call(self, desk)?;
                State::Waiting
            }
            Step::Miss { desk } => missed(self, desk, rules, now)?,
            Step::Park { desk } => parked(self, desk, now)?,
            Step::Leave if self.waits() => State::Out { at: now },
            Step::Return => {
                (ticket.since, ticket.returns) = back(self, rules, now)?;
                State::Returned
            }
            Step::Void(why) if self.is_open() && !is_served(self) => State::Void { why, at: now },
            Step::Leave | Step::Void(_) => return Err(refusal(self)),
            Step::Close if self.is_open() => State::Closed { at: now },
            Step::Close => return Err(Refusal::Over),
        };
        Ok(ticket)
    }
}

fn is_served(ticket: &Ticket) -> bool {
    matches!(ticket.state, State::Serving { .. })
}

/// Why a step that does not apply does not apply.
fn refusal(ticket: &Ticket) -> Refusal {
    match &ticket.state {
        State::Waiting | State::Returned => Refusal::NotCalled,
        State::Called(call) => Refusal::Elsewhere { desk: call.desk },
        State::Serving { call, .. } => Refusal::InService { desk: call.desk },
        State::Parked { .. } | State::Out { .. } | State::Missed { .. } => Refusal::Away,
        State::Served { .. } | State::Void { .. } | State::Closed { .. } => Refusal::Over,
    }
}

fn called(ticket: &Ticket, call: Call) -> Result<State, Refusal> {
    match &ticket.state {
        State::Waiting | State::Returned => Ok(State::Called(call)),
        State::Called(earlier) if earlier.desk == call.desk => Err(Refusal::CalledAlready),
        _ => Err(refusal(ticket)),
    }
}

/// The call of a ticket that this desk has called.
fn own_call(ticket: &Ticket, desk: u16) -> Result<Call, Refusal> {
    match &ticket.state {
        State::Called(call) if call.desk == desk => Ok(call.clone()),
        _ => Err(refusal(ticket)),
    }
}

fn again(ticket: &Ticket, desk: u16, rules: &QueueRules, now: Timestamp) -> Result<State, Refusal> {
    let call = own_call(ticket, desk)?;
    if call.times >= rules.patience.calls {
        return Err(Refusal::CalledEnough { times: call.times });
    }
    Ok(State::Called(Call { last: now, times: call.times.saturating_add(1), ..call }))
}

fn finished(ticket: &Ticket, desk: u16, now: Timestamp) -> Result<State, Refusal> {
    match &ticket.state {
        State::Serving { call, started } if call.desk == desk => {
            Ok(State::Served { call: call.clone(), started: *started, ended: now })
        }
        State::Called(call) if call.desk == desk => Err(Refusal::NotStarted),
        _ => Err(refusal(ticket)),
    }
}

fn missed(
    ticket: &Ticket,
    desk: u16,
    rules: &QueueRules,
    now: Timestamp,
) -> Result<State, Refusal> {
    let call = own_call(ticket, desk)?;
    let left = i64::from(rules.patience.missed_after) - now.duration_since(call.last).as_secs();
    if left > 0 {
        return Err(Refusal::TooSoon { seconds: left });
    }
    Ok(State::Missed { call, at: now })
}

fn parked(ticket: &Ticket, desk: u16, now: Timestamp) -> Result<State, Refusal> {
    match &ticket.state {
        State::Called(call) | State::Serving { call, .. } if call.desk == desk => {
            Ok(State::Parked { desk, at: now })
        }
        _ => Err(refusal(ticket)),
    }
}

/// From when the place of somebody counts who is back, and how often they came back by now.
///
/// Whoever was parked loses nothing. Whoever was out longer than the city allows falls back by as
/// much as they were late, and by no more.
fn back(ticket: &Ticket, rules: &QueueRules, now: Timestamp) -> Result<(Timestamp, u8), Refusal> {
    let patience = rules.patience;
    match ticket.state {
        State::Parked { .. } => Ok((ticket.since, ticket.returns)),
        State::Out { at } => {
            let late = now.duration_since(at) - minutes(patience.out);
            let lost = if late.is_positive() { late } else { jiff::SignedDuration::ZERO };
            Ok((ticket.since.checked_add(lost).unwrap_or(now).min(now), ticket.returns))
        }
        State::Missed { .. } if ticket.returns >= patience.returns => Err(Refusal::ReturnedEnough),
        State::Missed { .. } => {
            let since = match patience.after_missed {
                AfterMissed::KeepsPlace => ticket.since,
                AfterMissed::ComesAnew => now,
            };
            Ok((since, ticket.returns.saturating_add(1)))
        }
        State::Served { .. } | State::Void { .. } | State::Closed { .. } => Err(Refusal::Over),
        State::Waiting | State::Returned | State::Called(_) | State::Serving { .. } => {
            Err(Refusal::NotAway)
        }
    }
}
