//! Promises in time: days, working days or hours, over holidays and year ends.
//!
//! The day on which a term starts does not count (Brazil: Lei 9.784/1999 art. 66; Romania: Codul
//! de procedură civilă art. 181 leaves out both ends, a city that wants so writes one day more).

use std::fmt;
use std::str::FromStr;

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time, Weekday};

use super::city::{City, HolidayDate};

/// How long something may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Term {
    /// Days of the calendar.
    Days(u16),
    /// Days that are neither weekend nor holiday.
    WorkingDays(u16),
    /// Hours of the clock.
    Hours(u16),
}

/// A term's longest length, in its own unit: about ten years of days.
const LONGEST: u16 = 3650;

/// Why a text is not a term.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a term: write 30d (days), 10bd (working days) or 24h (hours)")]
pub struct NotATerm(String);

impl FromStr for Term {
    type Err = NotATerm;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let split = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        let (count, unit) = text.split_at(split);
        match (count.parse::<u16>(), unit) {
            (Ok(count @ 1..=LONGEST), "d") => Ok(Self::Days(count)),
            (Ok(count @ 1..=LONGEST), "bd") => Ok(Self::WorkingDays(count)),
            (Ok(count @ 1..=LONGEST), "h") => Ok(Self::Hours(count)),
            _ => Err(NotATerm(text.to_owned())),
        }
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Days(count) => write!(f, "{count}d"),
            Self::WorkingDays(count) => write!(f, "{count}bd"),
            Self::Hours(count) => write!(f, "{count}h"),
        }
    }
}

/// The end of a term in the city's own time: a day, and an hour where the term was in hours.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
pub struct Due {
    /// The last day.
    pub date: Date,
    /// The last moment of that day, where the term was in hours.
    pub time: Option<Time>,
}

impl Due {
    /// The last moment that still keeps the promise, in the city's own time.
    #[must_use]
    pub fn last_moment(self) -> DateTime {
        self.date.to_datetime(self.time.unwrap_or(Time::constant(23, 59, 59, 0)))
    }
}

impl City {
    /// Whether a day is one of the city's days of rest.
    #[must_use]
    pub fn is_holiday(&self, date: Date) -> bool {
        self.holidays.iter().any(|holiday| match *holiday {
            HolidayDate::Once(day) => day == date,
            HolidayDate::Yearly(month, day) => (date.month(), date.day()) == (month, day),
        })
    }

    /// Whether the offices work on a day.
    #[must_use]
    pub fn is_working_day(&self, date: Date) -> bool {
        !matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday) && !self.is_holiday(date)
    }

    /// When a term that starts at `start` (the city's own time) ends.
    ///
    /// Saturates at the last day of the calendar, which no real date reaches.
    #[must_use]
    pub fn due(&self, start: DateTime, term: Term) -> Due {
        match term {
            Term::Hours(hours) => {
                let end = start.saturating_add(i64::from(hours).hours());
                Due { date: end.date(), time: Some(end.time()) }
            }
            Term::Days(days) => {
                let mut date = start.date().saturating_add(i64::from(days).days());
                while self.ends_on_working_day && !self.is_working_day(date) && date < Date::MAX {
                    date = date.saturating_add(1.day());
                }
                Due { date, time: None }
            }
            Term::WorkingDays(days) => {
                let mut date = start.date();
                let mut left = days;
                while left > 0 && date < Date::MAX {
                    date = date.saturating_add(1.day());
                    if self.is_working_day(date) {
                        left -= 1;
                    }
                }
                Due { date, time: None }
            }
        }
    }
}

#[cfg(test)]
mod tests;
