//! A queue ticket that somebody takes at a station, with an appointment or without.
//!
//! The rules of the queue are the hub's ([`crate::domain::queue`]); here is what a station asks
//! and what a visit remembers of the answer.

use crate::domain::city::{City, Service, ServiceCode};
use crate::domain::queue::{Class, Outlook, TicketNumber};
use crate::domain::quiet::quiet_debug;

use super::bookable;

/// A ticket that was taken.
#[derive(Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Taken {
    /// Its number.
    pub number: TicketNumber,
    /// The address of a page that follows it, where the hub has one.
    pub follow: Option<String>,
    /// How long it takes, where anybody knows.
    pub outlook: Option<Outlook>,
}

quiet_debug!(Taken);

/// Why no ticket is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum NoTicket {
    /// The first one is given later on this day.
    TooEarly,
    /// The branch is closed for today.
    Closed,
    /// The branch calls nobody by ticket.
    NoQueue,
    /// No desk of the branch serves that.
    NotServed,
}

impl NoTicket {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::TooEarly, Self::Closed, Self::NoQueue, Self::NotServed];

    /// Its code on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::TooEarly => "queue_too_early",
            Self::Closed => "queue_closed",
            Self::NoQueue => "no_queue_here",
            Self::NotServed => "not_served_at_branch",
        }
    }

    /// The reason of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
}

/// Whether tickets are given at a branch at all.
#[must_use]
pub fn gives_tickets(city: &City, here: &str) -> bool {
    city.queue.as_ref().is_some_and(|rules| rules.desks.contains_key(here))
}

/// What somebody may come for at a branch: what is met by appointment and what is done at the
/// counter, as far as a desk of the branch serves it; then everything else.
pub fn matters<'a>(city: &'a City, here: &str) -> Vec<&'a Service> {
    let Some(rules) = &city.queue else { return Vec::new() };
    let desks = rules.desks.get(here).map_or(&[][..], Vec::as_slice);
    let everyone = rules.everyone();
    let is_served =
        |service: &&Service| desks.iter().any(|desk| desk.serves(&service.code, &everyone));
    let is_other = |code: &ServiceCode| rules.other.as_ref() == Some(code);
    let booked: Vec<_> = bookable(city).map(|service| &service.code).collect();
    let counter = city.services.iter().filter(|service| {
        service.kind == crate::domain::city::ServiceKind::Counter || booked.contains(&&service.code)
    });
    let other = rules.other.as_ref().and_then(|code| city.service(code));
    let counter = counter.filter(|service| !is_other(&service.code));
    counter.filter(is_served).chain(other).collect()
}

/// Who may be called before others, and everybody.
#[must_use]
pub fn classes(city: &City) -> &[Class] {
    city.queue.as_ref().map_or(&[], |rules| &rules.classes)
}
