//! Appointments: which times a branch can give, who may hold, confirm, change and cancel one.
//!
//! Time is cut into slices of five minutes, counted from 1970 in UTC, so that a day with 23 or 25
//! hours needs no rule of its own. A booking occupies cells: a lane of a pool in a slice. A pool
//! is a row of desks, or what there is of a thing that a service needs. Whoever keeps each cell at
//! most once cannot book twice.

pub mod hours;
pub mod number;
pub mod plan;
pub mod search;
pub mod state;
pub mod taken;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use jiff::civil::{Date, Time};

use super::city::{ServiceCode, Words};

/// The length of a slice, in seconds.
pub const SLICE: i64 = 300;

/// The most desks of a pool: as many as bits of a word.
pub const MOST_LANES: u16 = 64;

/// What a city says about appointments (`booking.toml`).
#[derive(Clone, Debug, PartialEq)]
pub struct BookingRules {
    /// Starts are offered at each so many minutes of the clock; divides an hour.
    pub step_minutes: u32,
    /// How long a time is held for somebody who is still typing, in minutes.
    pub hold_minutes: u32,
    /// How long before it a time can be taken at the latest, in minutes.
    pub lead_minutes: u32,
    /// How far ahead a time can be taken, in days.
    pub horizon_days: u32,
    /// How long before it a confirmed time can be changed at the latest, in minutes.
    pub change_minutes: u32,
    /// How long before the time one may check in, in minutes.
    pub early_minutes: u32,
    /// How long after the time one is still met, in minutes.
    pub late_minutes: u32,
    /// How long before it an interpreter must be asked for, in hours.
    pub interpreter_hours: u32,
    /// The most services of one visit.
    pub most_services: u32,
    /// The most people who come together.
    pub most_people: u16,
    /// How long a booking is kept after its day, in days.
    pub keep_days: u32,
    /// How long before the time people are reminded, in hours.
    pub reminder_hours: Vec<u32>,
    /// Against hoarding.
    pub limits: Limits,
    /// The service by which a station without a line asks that somebody be called back.
    pub call_back: Option<ServiceCode>,
    /// What is met by appointment.
    pub services: BTreeMap<ServiceCode, Bookable>,
    /// Who meets it, branch by branch.
    pub desks: Vec<Desks>,
    /// Days on which a branch is closed, against its opening hours.
    pub closures: Vec<Closure>,
}

/// What one person, one address and one station may have at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bookings to come of one telephone or e-mail.
    pub person: u32,
    /// Bookings of one telephone or e-mail on one day.
    pub person_day: u32,
    /// Times that are held for one network address.
    pub address_holds: u32,
    /// Times that one network address has asked to hold within an hour.
    pub address_hour: u32,
    /// Times that are held for one station, or for one client with a key.
    pub station_holds: u32,
}

/// A service that is met by appointment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bookable {
    /// How long it takes one person, in minutes; whole slices.
    pub minutes: u32,
    /// How many may have it at once in one branch, whatever desks are free.
    pub at_once: Option<u16>,
}

/// A row of desks of a branch that do the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Desks {
    /// Code of the branch.
    pub branch: String,
    /// Its code, unique in the branch.
    pub code: String,
    /// What is done there.
    pub services: Vec<ServiceCode>,
    /// How many desks there are.
    pub desks: u16,
    /// How many attendants sit there.
    pub attendants: u16,
    /// Hours in which fewer of them do.
    pub fewer: Vec<(Time, Time, u16)>,
}

impl Desks {
    /// How many desks work at a time of the day.
    #[must_use]
    pub fn open_at(&self, time: Time) -> u16 {
        let fewer = self.fewer.iter().filter(|(from, until, _)| (*from..*until).contains(&time));
        let attendants = fewer.map(|(_, _, count)| *count).min().unwrap_or(self.attendants);
        attendants.min(self.attendants).min(self.desks)
    }
}

/// When a branch is closed, against its opening hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closure {
    /// Code of the branch; every branch when left out.
    pub branch: Option<String>,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Date,
    /// From when to when; the whole day when left out.
    pub hours: Option<(Time, Time)>,
    /// Why, in each of the city's languages.
    pub reason: Words,
}

impl Closure {
    /// Whether it is about a branch on a day.
    #[must_use]
    pub fn is_about(&self, branch: &str, date: Date) -> bool {
        self.branch.as_deref().is_none_or(|code| code == branch)
            && (self.from..=self.until).contains(&date)
    }
}
