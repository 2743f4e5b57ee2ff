//! A booking as a calendar file (RFC 5545).
//!
//! Moments are written in UTC: they are right across every change of the clocks, and need no rules
//! of a time zone beside them. What the visit is about stays out of it: calendars are shared.

use icalendar::{Calendar, Component, Event, EventLike};
use jiff::Timestamp;

use super::Booking;
use crate::domain::booking::state::State;
use crate::domain::city::{Branch, City};
use crate::locale::Words;

/// The file of a booking.
pub(in crate::hub) fn file(
    city: &City,
    branch: &Branch,
    booking: &Booking,
    words: Words<'_>,
    now: Timestamp,
) -> String {
    let host = city.web.split("//").last().and_then(|rest| rest.split('/').next());
    let status = match booking.state {
        State::Held { .. } => "TENTATIVE",
        State::Confirmed | State::CheckedIn => "CONFIRMED",
        State::Expired | State::Cancelled | State::Missed => "CANCELLED",
    };
    let number = booking.number.to_string();
    let mut event = Event::new();
    event
        .uid(&format!("{}@{}", booking.number.digits(), host.unwrap_or("acolhe")))
        .add_property("DTSTAMP", utc(now))
        .add_property("DTSTART", utc(booking.start))
        .add_property("DTEND", utc(booking.end))
        .add_property("SEQUENCE", booking.changes.to_string())
        .add_property("STATUS", status)
        .add_property("GEO", format!("{};{}", branch.coordinates.lat, branch.coordinates.long))
        .summary(&words.with("booking-calendar", &[("branch", branch.name.as_str().into())]))
        .description(&words.with(
            "booking-calendar-about",
            &[("number", number.into()), ("phone", city.phone.as_str().into())],
        ))
        .location(&format!("{}, {}", branch.name, branch.address));
    let mut calendar = Calendar::new();
    calendar.name(&city.name).push(event.done());
    calendar.to_string()
}

fn utc(moment: Timestamp) -> String {
    moment.strftime("%Y%m%dT%H%M%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::booking::number::BookingNumber;
    use crate::domain::booking::plan::Wish;
    use crate::domain::city::Language;
    use crate::domain::sample;
    use crate::locale::Locales;

    #[test]
    fn the_second_of_two_hours_with_one_name_is_told_from_the_first() {
        let mut city = sample::city();
        city.timezone = jiff::tz::TimeZone::get("Europe/Bucharest").unwrap();
        let words = Locales::default();
        let file = |start: &str| {
            let start: Timestamp = start.parse().unwrap();
            let booking = Booking {
                number: BookingNumber::from_random(7),
                state: State::Confirmed,
                branch: "CENTRO".to_owned(),
                wish: Wish { services: Vec::new(), people: 1, interpreter: false },
                start,
                end: start,
                side_by_side: false,
                language: Language::Ro,
                changes: 2,
            };
            let words = words.of(Language::Ro);
            file(&city, &city.branches[0], &booking, words, Timestamp::UNIX_EPOCH)
        };
        let (first, second) =
            (file("2026-10-25T03:30:00+03:00"), file("2026-10-25T03:30:00+02:00"));
        assert!(first.contains("DTSTART:20261025T003000Z\r\n"), "{first}");
        assert!(second.contains("DTSTART:20261025T013000Z\r\n"), "{second}");
        for line in ["UID:000000777@156.sample.example", "SEQUENCE:2", "STATUS:CONFIRMED"] {
            assert!(first.contains(&format!("\r\n{line}\r\n")), "{line} in {first}");
        }
        assert!(first.lines().all(|line| line.len() <= 75), "{first}");
    }
}
