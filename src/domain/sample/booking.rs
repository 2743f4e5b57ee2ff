//! Appointments for tests.

use std::collections::BTreeMap;

use jiff::civil::time;

use jiff::{Timestamp, ToSpan as _};

use super::code;
use crate::domain::appointment::ticket::{NoTicket, Taken};
use crate::domain::appointment::{Answer, Ask, Booked, Day, Key, Standing};
use crate::domain::booking::number::BookingNumber;
use crate::domain::booking::state::BookingRefusal;
use crate::domain::booking::{Bookable, BookingRules, Desks, Limits};
use crate::domain::city::ServiceCode;
use crate::domain::queue::{Closing, Outlook};
use crate::domain::request::AccessCode;

/// Rules for three services of the sample city at its branch:
///
/// - `TRA-07` takes 20 minutes;
/// - `VIA-01` takes 15, one at once;
/// - `ANI-03`, which is private, takes 35 at desks of its own.
#[must_use]
pub fn booking() -> BookingRules {
    let bookable = |minutes, at_once| Bookable { minutes, at_once };
    let desks = |code: &str, services: &[&str], desks, attendants| Desks {
        branch: "CENTRO".to_owned(),
        code: code.to_owned(),
        services: services.iter().map(|it| ServiceCode((*it).to_owned())).collect(),
        desks,
        attendants,
        fewer: vec![(time(12, 0, 0, 0), time(13, 0, 0, 0), 1)],
    };
    BookingRules {
        step_minutes: 10,
        hold_minutes: 10,
        lead_minutes: 60,
        horizon_days: 30,
        change_minutes: 120,
        early_minutes: 60,
        late_minutes: 15,
        interpreter_hours: 48,
        most_services: 3,
        most_people: 3,
        keep_days: 30,
        reminder_hours: vec![48, 3],
        limits: Limits {
            person: 2,
            person_day: 1,
            address_holds: 3,
            address_hour: 10,
            station_holds: 4,
        },
        call_back: Some(code("VIA-01")),
        services: BTreeMap::from([
            (code("TRA-07"), bookable(20, None)),
            (code("VIA-01"), bookable(15, Some(1))),
            (code("ANI-03"), bookable(35, None)),
        ]),
        desks: vec![desks("A", &["TRA-07", "VIA-01"], 3, 2), desks("B", &["ANI-03"], 2, 2)],
        closures: Vec::new(),
    }
}

/// What a hub may answer: most often what fits, else what goes wrong.
#[must_use]
pub fn answer(ask: &Ask, which: usize) -> Answer {
    match which % 10 {
        0 => Answer::NoLine,
        1 => Answer::Lost,
        2 => Answer::Later,
        9 => Answer::NoTicket(NoTicket::ALL[which / 10 % 4]),
        3 => BookingRefusal::ALL
            .get(which / 10 % BookingRefusal::ALL.len())
            .map_or(Answer::NotThere, |refusal| Answer::Refused(*refusal)),
        _ => fitting(ask),
    }
}

/// What a hub answers that has everything.
///
/// # Panics
/// Never: 24 November is a day.
#[must_use]
pub fn fitting(ask: &Ask) -> Answer {
    let first: Timestamp = "2026-11-24T10:00:00-03:00".parse().unwrap();
    let booked = |key: &Key, standing| {
        Answer::Booking(Box::new(Booked {
            key: key.clone(),
            standing,
            services: vec![code("TRA-07")],
            branch: "CENTRO".to_owned(),
            start: first,
        }))
    };
    match ask {
        Ask::Soonest { .. } => Answer::Soonest(vec![("CENTRO".to_owned(), first)]),
        Ask::Days { .. } => {
            let date = jiff::civil::date(2026, 11, 23);
            let day = |ahead: i64| Day {
                date: date.saturating_add(ahead.days()),
                open: ahead % 3 != 2,
                morning: u16::from(ahead % 3 == 1),
                afternoon: u16::from(ahead % 3 == 1),
                first: (ahead % 3 == 1).then_some(first),
            };
            Answer::Days((0..12).map(day).collect())
        }
        Ask::Times { .. } => Answer::Times(vec![first, first.saturating_add(5.hours()).unwrap()]),
        Ask::Hold { service, branch, start, .. } => Answer::Booking(Box::new(Booked {
            key: key(),
            standing: Standing::Held,
            services: vec![service.clone()],
            branch: branch.clone(),
            start: *start,
        })),
        Ask::Move { key, branch, start, .. } => Answer::Booking(Box::new(Booked {
            key: key.clone(),
            standing: Standing::Confirmed,
            services: vec![code("TRA-07")],
            branch: branch.clone(),
            start: *start,
        })),
        Ask::Confirm { key, .. } | Ask::Show { key } => booked(key, Standing::Confirmed),
        Ask::Cancel { key, .. } => booked(key, Standing::Cancelled),
        Ask::CheckIn { .. } | Ask::Take { .. } => Answer::Ticket(Box::new(Taken {
            number: "A07".parse().unwrap(),
            follow: Some("https://156.example/t/0123456789abcdefghjk".to_owned()),
            outlook: Some(Outlook { ahead: 4, from: 10, to: 25, closing: Closing::InTime }),
        })),
    }
}

/// What opens a booking.
#[must_use]
pub fn key() -> Key {
    let number = BookingNumber::from_random(4_820_913);
    Key { number, code: AccessCode("482091".to_owned()) }
}
