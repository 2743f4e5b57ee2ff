//! What becomes of a booking: the whole rule, and every reason to refuse.

use jiff::Timestamp;

use super::BookingRules;
use super::hours::{later, sooner};

/// Where a booking stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "name", rename_all = "snake_case")]
pub enum State {
    /// Its time is kept for somebody who is still typing.
    Held {
        /// Until when.
        until: Timestamp,
    },
    /// It was held too long; its time is free again.
    Expired,
    /// Somebody comes.
    Confirmed,
    /// Somebody is here.
    CheckedIn,
    /// Nobody comes; its time is free again.
    Cancelled,
    /// Nobody came.
    Missed,
}

impl State {
    /// Its name on the wire and in the store.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Held { .. } => "held",
            Self::Expired => "expired",
            Self::Confirmed => "confirmed",
            Self::CheckedIn => "checked_in",
            Self::Cancelled => "cancelled",
            Self::Missed => "missed",
        }
    }

    /// The state of a name; `until` is needed for what is held.
    #[must_use]
    pub fn from_name(name: &str, until: Option<Timestamp>) -> Option<Self> {
        let held = until.map(|until| Self::Held { until });
        let others =
            [Self::Expired, Self::Confirmed, Self::CheckedIn, Self::Cancelled, Self::Missed];
        held.into_iter().chain(others).find(|state| state.name() == name)
    }

    /// As it is at a moment: what was held too long has expired.
    #[must_use]
    pub fn at(self, now: Timestamp) -> Self {
        match self {
            Self::Held { until } if until <= now => Self::Expired,
            other => other,
        }
    }

    /// Whether its cells are its own.
    #[must_use]
    pub fn occupies(self) -> bool {
        match self {
            Self::Held { .. } | Self::Confirmed | Self::CheckedIn => true,
            Self::Expired | Self::Cancelled | Self::Missed => false,
        }
    }
}

/// What can be asked of a booking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Somebody will come.
    Confirm,
    /// Another time or branch, please.
    Change,
    /// Nobody will come.
    Cancel,
    /// Somebody is here.
    CheckIn,
    /// Nobody came.
    Miss,
}

impl Verb {
    /// Its name in the store.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::Change => "change",
            Self::Cancel => "cancel",
            Self::CheckIn => "check_in",
            Self::Miss => "miss",
        }
    }
}

/// How early and how late things may be done, in minutes before or after the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timing {
    /// At the latest so long before, a time is changed.
    pub change: u32,
    /// At the earliest so long before, somebody checks in.
    pub early: u32,
    /// At the latest so long after, somebody checks in.
    pub late: u32,
}

impl BookingRules {
    /// How early and how late things may be done.
    #[must_use]
    pub fn timing(&self) -> Timing {
        Timing { change: self.change_minutes, early: self.early_minutes, late: self.late_minutes }
    }
}

/// What becomes of a booking that is asked something.
///
/// # Errors
/// [`BookingRefusal`]: then nothing changes.
pub fn step(
    state: State,
    verb: Verb,
    start: Timestamp,
    now: Timestamp,
    timing: Timing,
) -> Result<State, BookingRefusal> {
    match (state.at(now), verb) {
        (State::Held { .. }, Verb::Confirm) => Ok(State::Confirmed),
        (held @ State::Held { .. }, Verb::Change) => Ok(held),
        (State::Held { .. }, Verb::Cancel) => Ok(State::Cancelled),
        (State::Held { .. }, Verb::CheckIn | Verb::Miss) => Err(BookingRefusal::NotConfirmed),
        (State::Confirmed, Verb::Confirm) => Err(BookingRefusal::AlreadyConfirmed),
        (State::Confirmed, Verb::Change) if now <= sooner(start, timing.change) => {
            Ok(State::Confirmed)
        }
        // Whoever says late that they do not come still frees a desk.
        (State::Confirmed, Verb::Cancel) if now < start => Ok(State::Cancelled),
        (State::Confirmed, Verb::Change | Verb::Cancel) => Err(BookingRefusal::TooLateToChange),
        (State::Confirmed, Verb::CheckIn) if now < sooner(start, timing.early) => {
            Err(BookingRefusal::TooEarlyToCheckIn)
        }
        (State::Confirmed, Verb::CheckIn) if now > later(start, timing.late) => {
            Err(BookingRefusal::TooLateToCheckIn)
        }
        (State::Confirmed, Verb::CheckIn) => Ok(State::CheckedIn),
        (State::Confirmed, Verb::Miss) if now <= later(start, timing.late) => {
            Err(BookingRefusal::NotMissedYet)
        }
        (State::Confirmed, Verb::Miss) => Ok(State::Missed),
        (State::Expired, _) => Err(BookingRefusal::HoldExpired),
        (State::CheckedIn, _) => Err(BookingRefusal::WasCheckedIn),
        (State::Cancelled, _) => Err(BookingRefusal::WasCancelled),
        (State::Missed, _) => Err(BookingRefusal::WasMissed),
    }
}

/// Makes the enum, the list of all and their codes from one list.
macro_rules! refusals {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)+) => {
        /// Why a booking is not made or not changed. The list is closed.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, serde::Serialize,
            serde::Deserialize,
        )]
        #[error("The booking is refused: {}", self.code())]
        pub enum BookingRefusal {
            $($(#[$doc])* $name,)+
        }

        impl BookingRefusal {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// Its code on the wire: it never changes.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            /// The reason of a code.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|reason| reason.code() == code)
            }
        }
    };
}

refusals! {
    /// Somebody else was quicker.
    SlotTaken = "slot_taken",
    /// The branch is closed then, or closes too soon after it.
    BranchClosed = "branch_closed",
    /// No visit begins at that minute.
    NotOffered = "not_offered",
    /// It begins too soon from now.
    TooSoon = "too_soon",
    /// An interpreter cannot come so soon.
    InterpreterTooSoon = "interpreter_too_soon",
    /// It is further ahead than the city plans.
    OutsideHorizon = "outside_horizon",
    /// The branch does not meet this service by appointment.
    NotBookedHere = "not_booked_here",
    /// More services than one visit may have.
    TooManyServices = "too_many_services",
    /// One service twice in one visit.
    ServiceTwice = "service_twice",
    /// More people than may come together.
    TooManyPeople = "too_many_people",
    /// It was held too long.
    HoldExpired = "hold_expired",
    /// It was confirmed already.
    AlreadyConfirmed = "already_confirmed",
    /// It was never confirmed.
    NotConfirmed = "not_confirmed",
    /// The visit begins too soon, or has begun.
    TooLateToChange = "too_late_to_change",
    /// The visit is later.
    TooEarlyToCheckIn = "too_early_to_check_in",
    /// The visit is over.
    TooLateToCheckIn = "too_late_to_check_in",
    /// Somebody may still come.
    NotMissedYet = "not_missed_yet",
    /// Somebody is here already.
    WasCheckedIn = "was_checked_in",
    /// It was cancelled.
    WasCancelled = "was_cancelled",
    /// Nobody came.
    WasMissed = "was_missed",
    /// This person has as many bookings as one may have.
    LimitReached = "limit_reached",
    /// This person has as many bookings on that day as one may have.
    DayLimitReached = "day_limit_reached",
    /// Nobody could be told if the visit cannot be.
    NoContact = "no_contact",
    /// Too many times are held, or were asked for, from the same place.
    TooManyHolds = "too_many_holds",
    /// There is no booking with this number and this code.
    NoSuchBooking = "no_such_booking",
    /// Too many wrong codes within the hour.
    TooManyCodes = "too_many_codes",
    /// The id of this call was used for another one.
    CallIdUsed = "call_id_used",
}
