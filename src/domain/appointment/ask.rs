//! What a station asks of the hub about appointments, and what it hears.

use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use super::ticket::{NoTicket, Taken};

use crate::domain::booking::number::BookingNumber;
use crate::domain::booking::state::BookingRefusal;
use crate::domain::city::ServiceCode;
use crate::domain::queue::ClassCode;
use crate::domain::quiet::quiet_debug;
use crate::domain::request::AccessCode;

/// What opens a booking.
#[derive(Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Key {
    /// Its number.
    pub number: BookingNumber,
    /// Its access code.
    pub code: AccessCode,
}

/// One question. Those that change something carry the id of their call: asked again with it, the
/// hub gives the first answer.
#[derive(Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Ask {
    /// The first free time of each branch.
    Soonest {
        /// What for.
        service: ServiceCode,
    },
    /// What is free on each day.
    Days {
        /// What for.
        service: ServiceCode,
        /// Code of the branch.
        branch: String,
    },
    /// What is free on one day.
    Times {
        /// What for.
        service: ServiceCode,
        /// Code of the branch.
        branch: String,
        /// The day.
        date: Date,
    },
    /// Hold a time.
    Hold {
        /// The call.
        call: Uuid,
        /// What for.
        service: ServiceCode,
        /// Code of the branch.
        branch: String,
        /// When it begins.
        start: Timestamp,
    },
    /// Somebody comes.
    Confirm {
        /// The call.
        call: Uuid,
        /// Of which booking.
        key: Key,
        /// How they want to be called.
        name: String,
        /// Their telephone: digits, perhaps after a plus.
        phone: Option<String>,
    },
    /// The booking as it is.
    Show {
        /// Of which booking.
        key: Key,
    },
    /// Another time or branch.
    Move {
        /// The call.
        call: Uuid,
        /// Of which booking.
        key: Key,
        /// Code of the branch.
        branch: String,
        /// When it begins.
        start: Timestamp,
    },
    /// Nobody comes, or a held time is not wanted any more.
    Cancel {
        /// The call.
        call: Uuid,
        /// Of which booking.
        key: Key,
    },
    /// Somebody with a booking is here, and gets a ticket.
    CheckIn {
        /// The call.
        call: Uuid,
        /// Of which booking.
        key: Key,
        /// What they say of themself.
        class: Option<ClassCode>,
    },
    /// A queue ticket.
    Take {
        /// The call.
        call: Uuid,
        /// Code of the branch.
        branch: String,
        /// What for.
        service: ServiceCode,
        /// What they say of themself.
        class: Option<ClassCode>,
    },
}

impl Ask {
    /// Whether it changes something that somebody counts on.
    #[must_use]
    pub fn commits(&self) -> bool {
        matches!(
            self,
            Self::Confirm { .. }
                | Self::Move { .. }
                | Self::Cancel { .. }
                | Self::CheckIn { .. }
                | Self::Take { .. }
        )
    }

    /// The id of its call, where it changes something.
    #[must_use]
    pub fn call(&self) -> Option<Uuid> {
        match self {
            Self::Hold { call, .. }
            | Self::Confirm { call, .. }
            | Self::Move { call, .. }
            | Self::Cancel { call, .. }
            | Self::CheckIn { call, .. }
            | Self::Take { call, .. } => Some(*call),
            Self::Soonest { .. } | Self::Days { .. } | Self::Times { .. } | Self::Show { .. } => {
                None
            }
        }
    }

    /// Whether it changes something at the hub.
    #[must_use]
    pub fn changes(&self) -> bool {
        self.call().is_some()
    }
}

/// What is free on a day.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Day {
    /// The day.
    pub date: Date,
    /// Whether the branch opens at all.
    pub open: bool,
    /// How many times are free in the morning.
    pub morning: u16,
    /// How many times are free in the afternoon.
    pub afternoon: u16,
    /// The first free time.
    pub first: Option<Timestamp>,
}

impl Day {
    /// Whether anything is free.
    #[must_use]
    pub fn is_free(&self) -> bool {
        self.first.is_some()
    }
}

/// Where a booking stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Its time is kept for somebody who is still typing.
    Held,
    /// It was held too long.
    Expired,
    /// Somebody comes.
    Confirmed,
    /// Somebody is here.
    CheckedIn,
    /// Nobody comes.
    Cancelled,
    /// Nobody came.
    Missed,
}

/// A booking, as the hub tells it to whoever has its code.
#[derive(Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Booked {
    /// What opens it.
    pub key: Key,
    /// Where it stands.
    pub standing: Standing,
    /// What for.
    pub services: Vec<ServiceCode>,
    /// Code of the branch.
    pub branch: String,
    /// When it begins.
    pub start: Timestamp,
}

/// What comes of a question.
#[derive(Clone, PartialEq, Eq)]
pub enum Answer {
    /// The first free time of each branch, the soonest first.
    Soonest(Vec<(String, Timestamp)>),
    /// What is free on each day.
    Days(Vec<Day>),
    /// What is free on one day.
    Times(Vec<Timestamp>),
    /// The booking as it is now.
    Booking(Box<Booked>),
    /// The ticket.
    Ticket(Box<Taken>),
    /// The rules of booking refuse it.
    Refused(BookingRefusal),
    /// No ticket is given now.
    NoTicket(NoTicket),
    /// The line is down: nothing was asked.
    NoLine,
    /// It was asked, and no answer came.
    Lost,
    /// The hub cannot now, or says what makes no sense.
    Later,
    /// The city's server knows nothing of appointments.
    NotThere,
}

quiet_debug!(Key, Ask, Booked, Answer);
