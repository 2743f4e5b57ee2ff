//! An appointment that somebody makes at a station: what they have said, and what the hub told.
//!
//! The rules of booking are the hub's ([`super::booking`]); here is only what a station asks of it
//! and what a visit remembers of the answers. What is free is asked anew at each step: nothing is
//! promised that is not held.

mod ask;
mod near;
pub mod ticket;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use uuid::Uuid;

use super::booking::plan::branches_for;
use super::booking::state::BookingRefusal;
use super::city::{Branch, City, Service, ServiceCode};
use super::quiet::quiet_debug;
use super::visit::{Screen, Visit};

pub use ask::{Answer, Ask, Booked, Day, Key, Standing};
pub use near::{Distance, Spot, distance, map, near};

/// Which question about an appointment is on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Step {
    /// What for?
    Service,
    /// Where?
    Branch,
    /// On which day?
    Day,
    /// In the morning or in the afternoon?
    Half,
    /// At what time?
    Time,
    /// The hub is at it.
    Wait,
    /// What is your name?
    Name,
    /// What is your telephone?
    Phone,
    /// Is everything right?
    Review,
    /// It is booked: the number.
    Done,
    /// The number of a booking.
    Number,
    /// Its access code.
    Code,
    /// The booking of that number.
    Mine,
    /// Cancel it, really?
    Cancel,
    /// It is cancelled.
    Cancelled,
    /// A queue ticket: what for?
    Matter,
    /// What somebody says of themself, to be called in their turn.
    Class,
    /// The ticket is taken: its number.
    Ticket,
    /// It did not go so, and why.
    Trouble(Trouble),
}

impl Step {
    /// The id of its screen in `play`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Service => "booking.service",
            Self::Branch => "booking.branch",
            Self::Day => "booking.day",
            Self::Half => "booking.half",
            Self::Time => "booking.time",
            Self::Wait => "booking.wait",
            Self::Name => "booking.name",
            Self::Phone => "booking.phone",
            Self::Review => "booking.review",
            Self::Done => "booking.done",
            Self::Number => "booking.number",
            Self::Code => "booking.code",
            Self::Mine => "booking.mine",
            Self::Cancel => "booking.cancel",
            Self::Cancelled => "booking.cancelled",
            Self::Matter => "ticket.service",
            Self::Class => "ticket.class",
            Self::Ticket => "ticket.done",
            Self::Trouble(_) => "booking.trouble",
        }
    }
}

/// Why something did not go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Trouble {
    /// The line is down: nothing was asked of the hub.
    NoLine,
    /// The hub was asked, and nobody knows what it did.
    Unsure,
    /// The hub cannot now, or says what makes no sense.
    Later,
    /// The city's server knows nothing of appointments.
    NotThere,
    /// The rules of booking refuse it.
    Refused(BookingRefusal),
    /// No ticket is given now.
    NoTicket(ticket::NoTicket),
}

/// A half of the day.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum Half {
    /// Until noon.
    Morning,
    /// From noon on.
    Afternoon,
}

impl Half {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Morning, Self::Afternoon];

    /// Its name in action ids.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Morning => "morning",
            Self::Afternoon => "afternoon",
        }
    }

    /// The half of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|half| half.name() == name)
    }

    /// The half of a moment, by the clocks of a city.
    #[must_use]
    pub fn of(at: Timestamp, zone: &TimeZone) -> Self {
        if zone.to_datetime(at).hour() < 12 { Self::Morning } else { Self::Afternoon }
    }
}

/// A part of an appointment that can be changed from its review.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum Part {
    /// What for.
    What,
    /// Where.
    Branch,
    /// When.
    Time,
    /// Who.
    Name,
    /// Their telephone.
    Phone,
}

impl Part {
    /// All of them, in the order in which they are asked.
    pub const ALL: [Self; 5] = [Self::What, Self::Branch, Self::Time, Self::Name, Self::Phone];

    /// Its name in action ids: `change:booking-time`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::What => "booking-what",
            Self::Branch => "booking-branch",
            Self::Time => "booking-time",
            Self::Name => "booking-name",
            Self::Phone => "booking-phone",
        }
    }

    /// The part of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.name() == name)
    }
}

/// What somebody is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Purpose {
    /// A new appointment.
    #[default]
    New,
    /// Another time for one that is booked.
    Move,
    /// To be called back.
    CallBack,
    /// A queue ticket.
    Ticket,
    /// To say that one is here, with an appointment.
    CheckIn,
}

/// What was said and told so far.
#[derive(Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Appointment {
    /// Code of the branch of this station.
    pub here: String,
    /// What somebody is about.
    pub purpose: Purpose,
    /// What for.
    pub service: Option<ServiceCode>,
    /// Code of the branch.
    pub branch: Option<String>,
    /// The first free time of each branch, the soonest first.
    pub soonest: Vec<(String, Timestamp)>,
    /// What is free at the branch; `None` until it is told.
    pub days: Option<Vec<Day>>,
    /// The day chosen.
    pub day: Option<Date>,
    /// The half of that day.
    pub half: Option<Half>,
    /// What is free on that day; `None` until it is told.
    pub times: Option<Vec<Timestamp>>,
    /// The time chosen.
    pub start: Option<Timestamp>,
    /// How the person wants to be called.
    pub name: String,
    /// Their telephone, as typed.
    pub phone: String,
    /// The telephone was asked for, whether or not one was given.
    pub phone_passed: bool,
    /// What opens the time that is held, and where and when it is.
    pub held: Option<Box<Booked>>,
    /// What is booked.
    pub booked: Option<Box<Booked>>,
    /// The queue ticket that was taken.
    #[serde(default)]
    pub ticket: Option<Box<ticket::Taken>>,
    /// The number typed, before its code.
    pub typed: Option<super::booking::number::BookingNumber>,
    /// How often the hub was asked; an answer to an older question is dropped.
    pub asked: u32,
    /// What the hub was asked last.
    pub last: Option<Box<Ask>>,
    /// It has not answered yet.
    pub open: bool,
    /// It was asked to change something, and no answer came.
    pub lost: bool,
}

quiet_debug!(Appointment);

impl Appointment {
    /// Whether somebody may be booked, moved or not, without this station knowing.
    #[must_use]
    pub fn is_unsure(&self) -> bool {
        let commits = self.last.as_ref().is_some_and(|ask| ask.commits());
        commits && (self.open || self.lost)
    }

    /// The process ended while the hub was asked: what it did, nobody here knows.
    pub fn interrupted(visit: &mut Visit) {
        let Some(appointment) = visit.appointment.as_deref_mut() else { return };
        if !std::mem::take(&mut appointment.open) {
            return;
        }
        appointment.lost = appointment.last.as_ref().is_some_and(|ask| ask.commits());
        let trouble = if appointment.lost { Trouble::Unsure } else { Trouble::Later };
        if let Screen::Booking(Step::Wait | Step::Day | Step::Time) = visit.screen {
            visit.screen = Screen::Booking(Step::Trouble(trouble));
        }
    }

    /// What is free in a half of the chosen day.
    pub fn times_of(&self, half: Half, zone: &TimeZone) -> impl Iterator<Item = Timestamp> {
        let times = self.times.iter().flatten().copied();
        times.filter(move |at| Half::of(*at, zone) == half)
    }

    /// What the days tell of the chosen one.
    #[must_use]
    pub fn chosen_day(&self) -> Option<&Day> {
        self.days.iter().flatten().find(|day| Some(day.date) == self.day)
    }

    /// The first free time of the branch.
    #[must_use]
    pub fn first(&self) -> Option<Timestamp> {
        self.days.iter().flatten().find_map(|day| day.first)
    }

    /// The lines of the review.
    pub fn parts(&self) -> impl Iterator<Item = Part> + use<> {
        let moving = self.purpose == Purpose::Move;
        let shown = move |part: &Part| !moving || matches!(part, Part::Branch | Part::Time);
        Part::ALL.into_iter().filter(shown)
    }
}

/// The services that can be booked, in the order of the city's list.
pub fn bookable(city: &City) -> impl Iterator<Item = &Service> {
    let rules = city.booking.as_ref();
    let is_met = move |service: &&Service| {
        rules.is_some_and(|rules| rules.services.contains_key(&service.code))
            && branches_for(city, &service.code).next().is_some()
    };
    city.services.iter().filter(is_met)
}

/// The branches for what somebody is about, the nearest to this station first.
#[must_use]
pub fn branches<'a>(appointment: &Appointment, city: &'a City) -> Vec<&'a Branch> {
    let Some(service) = &appointment.service else { return Vec::new() };
    near(city, &appointment.here, branches_for(city, service))
}

/// What a visit's appointment is about: what is booked and looked at, else what is being chosen.
#[must_use]
pub fn service_of<'a>(visit: &Visit, city: &'a City) -> Option<&'a Service> {
    let appointment = visit.appointment.as_deref()?;
    let booked = match visit.screen {
        Screen::Booking(Step::Mine | Step::Cancel | Step::Cancelled | Step::Done) => {
            appointment.booked.as_ref().and_then(|booked| booked.services.first())
        }
        _ => None,
    };
    city.service(booked.or(appointment.service.as_ref())?)
}

/// Whether a screen is about a private service that was chosen already.
#[must_use]
pub fn is_about_private(step: Step, visit: &Visit, city: &City) -> bool {
    let chosen =
        !matches!(step, Step::Service | Step::Number | Step::Code | Step::Matter | Step::Ticket);
    chosen && service_of(visit, city).is_some_and(|service| service.private)
}

/// Whether a screen shows what is the person's own.
#[must_use]
pub fn is_personal(step: Step) -> bool {
    matches!(step, Step::Name | Step::Phone | Step::Review | Step::Done | Step::Code)
}

/// A second id of one event: a call needs an id of its own.
#[must_use]
pub fn second(id: Uuid) -> Uuid {
    Uuid::from_u128(id.as_u128() ^ 1)
}

#[cfg(test)]
mod tests;
