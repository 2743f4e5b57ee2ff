//! Appointments for tests.

use std::collections::BTreeMap;

use jiff::civil::time;

use super::code;
use crate::domain::booking::{Bookable, BookingRules, Desks, Limits};
use crate::domain::city::ServiceCode;

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
        services: BTreeMap::from([
            (code("TRA-07"), bookable(20, None)),
            (code("VIA-01"), bookable(15, Some(1))),
            (code("ANI-03"), bookable(35, None)),
        ]),
        desks: vec![desks("A", &["TRA-07", "VIA-01"], 3, 2), desks("B", &["ANI-03"], 2, 2)],
        closures: Vec::new(),
    }
}
