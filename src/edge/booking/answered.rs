//! What a hub answers, as far as a station reads it.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Deserialize;

use crate::domain::appointment::ticket::Taken;
use crate::domain::appointment::{self, Booked, Half, Key, Standing};
use crate::domain::city::{City, ServiceCode};
use crate::domain::queue::{self, Outlook, TicketNumber};
use crate::domain::request::AccessCode;
use crate::wire::moment;

/// The most times of a day that are believed: one in each five minutes.
const MOST_TIMES: usize = 288;

/// A refusal.
#[derive(Deserialize)]
pub(super) struct Refused {
    pub(super) code: String,
}

/// The longest address of a page that is believed: its QR is still easy to read.
const LONGEST_PAGE: usize = 120;

#[derive(Deserialize)]
struct Branch {
    code: String,
}

#[derive(Deserialize)]
struct Time {
    start: String,
}

/// The first free time of a branch.
#[derive(Deserialize)]
pub(super) struct Soonest {
    branch: Branch,
    time: Time,
}

impl Soonest {
    pub(super) fn branch_and_time(self) -> Option<(String, Timestamp)> {
        Some((self.branch.code, moment::read(&self.time.start)?))
    }
}

/// What is free on some days.
#[derive(Deserialize)]
pub(super) struct Days {
    pub(super) days: Vec<Day>,
}

/// What is free on a day.
#[derive(Deserialize)]
pub(super) struct Day {
    pub(super) date: Date,
    open: bool,
    times: Vec<Time>,
}

impl Day {
    /// The free times in order, each once; what lies on another day by the city's clocks is none.
    pub(super) fn starts(&self, city: &City) -> Vec<Timestamp> {
        let times = self.times.iter().take(MOST_TIMES);
        let mut starts: Vec<Timestamp> = times
            .filter_map(|time| moment::read(&time.start))
            .filter(|at| city.timezone.to_datetime(*at).date() == self.date)
            .collect();
        starts.sort_unstable();
        starts.dedup();
        starts
    }

    /// As a visit remembers it.
    pub(super) fn told(&self, city: &City) -> appointment::Day {
        let starts = self.starts(city);
        let count = |half: Half| {
            let of_half = starts.iter().filter(|at| Half::of(**at, &city.timezone) == half);
            u16::try_from(of_half.count()).unwrap_or(u16::MAX)
        };
        appointment::Day {
            date: self.date,
            open: self.open,
            morning: count(Half::Morning),
            afternoon: count(Half::Afternoon),
            first: starts.first().copied(),
        }
    }
}

#[derive(Deserialize)]
struct Service {
    code: String,
}

/// A booking.
#[derive(Deserialize)]
pub(super) struct Booking {
    number: String,
    access_code: Option<String>,
    state: Standing,
    branch: Branch,
    services: Vec<Service>,
    start: String,
}

impl Booking {
    /// The booking, where it makes sense: its number adds up and is the one asked for, and its
    /// code is told or known.
    pub(super) fn booked(self, asked: Option<&Key>) -> Option<Booked> {
        let number = self.number.parse().ok()?;
        let code = match (asked, self.access_code) {
            (Some(key), _) if key.number == number => key.code.clone(),
            (None, Some(code)) if is_code(&code) => AccessCode(code),
            _ => return None,
        };
        Some(Booked {
            key: Key { number, code },
            standing: self.state,
            services: self.services.into_iter().map(|service| ServiceCode(service.code)).collect(),
            branch: self.branch.code,
            start: moment::read(&self.start)?,
        })
    }
}

/// Somebody is here with an appointment.
#[derive(Deserialize)]
pub(super) struct CheckedIn {
    pub(super) ticket: Ticket,
}

/// A ticket.
#[derive(Deserialize)]
pub(super) struct Ticket {
    number: TicketNumber,
    follow: Option<String>,
    ahead: Option<u16>,
    wait_from: Option<u16>,
    wait_to: Option<u16>,
    closing: Option<Closing>,
}

/// Whether somebody is called before the branch closes.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Closing {
    InTime,
    Unsure,
    ProbablyNot,
}

impl Ticket {
    /// The ticket, where it makes sense; an address that is none is left out.
    pub(super) fn taken(self) -> Option<Taken> {
        let outlook = match (self.ahead, self.wait_from, self.wait_to, self.closing) {
            (Some(ahead), Some(from), Some(to), Some(closing)) if from <= to => Some(Outlook {
                ahead,
                from,
                to,
                closing: match closing {
                    Closing::InTime => queue::Closing::InTime,
                    Closing::Unsure => queue::Closing::Unsure,
                    Closing::ProbablyNot => queue::Closing::ProbablyNot,
                },
            }),
            (None, None, None, None) => None,
            _ => return None,
        };
        Some(Taken { number: self.number, follow: self.follow.filter(|it| is_page(it)), outlook })
    }
}

/// An address that fits a slip.
fn is_page(address: &str) -> bool {
    let web = ["https://", "http://"].iter().any(|scheme| address.starts_with(scheme));
    web && address.len() <= LONGEST_PAGE && address.bytes().all(|byte| byte.is_ascii_graphic())
}

fn is_code(code: &str) -> bool {
    code.len() == 6 && code.bytes().all(|digit| digit.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample;

    fn booking(number: &str, code: Option<&str>, start: &str) -> Booking {
        let told = serde_json::json!({
            "number": number, "access_code": code, "state": "held", "start": start,
            "branch": {"code": "CENTRO"}, "services": [{"code": "DOC-07"}], "words": "…",
        });
        serde_json::from_value(told).unwrap()
    }

    #[test]
    fn a_booking_that_makes_no_sense_is_none() {
        let number = crate::domain::booking::number::BookingNumber::from_random(4_820_913);
        let start = "2026-11-24T10:00:00-03:00";
        let digits = number.digits();
        let good = booking(&digits, Some("482091"), start).booked(None).unwrap();
        assert_eq!(good.key.number, number);
        for (number, code, start) in [
            ("123456789", Some("482091"), start),
            (digits.as_str(), Some("48209"), start),
            (digits.as_str(), None, start),
            (digits.as_str(), Some("482091"), "tomorrow"),
        ] {
            assert!(booking(number, code, start).booked(None).is_none(), "{number} {start}");
        }
        let other = Key { number: "000000098".parse().unwrap(), ..good.key };
        assert!(booking(&digits, None, start).booked(Some(&other)).is_none());
    }

    #[test]
    fn times_of_another_day_twice_or_out_of_order_are_put_right() {
        let city = sample::city();
        let day: Day = serde_json::from_value(serde_json::json!({
            "date": "2026-11-24", "open": true, "why": null, "times": [
                {"start": "2026-11-24T14:00:00-03:00"},
                {"start": "2026-11-24T09:00:00-03:00"},
                {"start": "2026-11-24T09:00:00-03:00"},
                {"start": "2026-11-25T09:00:00-03:00"},
                {"start": "soon"},
            ],
        }))
        .unwrap();
        let told = day.told(&city);
        assert_eq!((told.morning, told.afternoon), (1, 1));
        assert_eq!(told.first, moment::read("2026-11-24T09:00:00-03:00"));
    }
}
