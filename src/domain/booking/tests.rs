//! Against a slow and obvious model, on ordinary days and on those when the clocks jump.

mod model;
mod state;

use std::collections::BTreeMap;

use jiff::civil::{Date, Time, Weekday, date, time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use proptest::prelude::*;

use super::Closure;
use super::hours::{moment, slice, spans};
use super::plan::{Plan, Wish, branches_for};
use super::search::{slices, soonest, times};
use super::state::BookingRefusal;
use super::taken::{Taken, place};
use crate::domain::city::{City, ServiceCode};
use crate::domain::sample;

fn code(code: &str) -> ServiceCode {
    ServiceCode(code.to_owned())
}

/// The sample city in a time zone, open on every day of the week at these hours.
fn city(timezone: &str, hours: &[(Time, Time)]) -> City {
    let mut city = sample::city();
    city.timezone = TimeZone::get(timezone).unwrap();
    let week = Weekday::Monday.cycle_forward().take(7);
    city.branches[0].hours = week.map(|day| (day, hours.to_vec())).collect();
    city.booking = Some(sample::booking());
    city
}

fn wish(services: &[&str], people: u16) -> Wish {
    let services = services.iter().map(|it| code(it)).collect();
    Wish { services, people, interpreter: false }
}

fn hour(from: i8, until: i8) -> (Time, Time) {
    (time(from, 0, 0, 0), time(until, 0, 0, 0))
}

/// The day before, early: nothing is too soon and nothing too far.
fn before(city: &City, date: Date) -> Timestamp {
    (date - 2.days()).to_zoned(city.timezone.clone()).unwrap().timestamp()
}

/// Days on which the clocks jump in Romania, one on which they do not, and a Brazilian one.
const DAYS: [(&str, Date); 5] = [
    ("Europe/Bucharest", date(2026, 3, 29)),
    ("Europe/Bucharest", date(2026, 10, 25)),
    ("Europe/Bucharest", date(2026, 11, 24)),
    ("America/Sao_Paulo", date(2026, 11, 24)),
    // The last year in which Brazil's clocks jumped: at midnight.
    ("America/Sao_Paulo", date(2018, 11, 4)),
];

fn minutes() -> impl Strategy<Value = Time> {
    (0i8..24, prop::sample::select(vec![0i8, 5, 7, 30, 50]))
        .prop_map(|(hour, minute)| time(hour, minute, 0, 0))
}

prop_compose! {
    fn opening()(mut times in prop::collection::vec(minutes(), 4)) -> Vec<(Time, Time)> {
        times.sort();
        let pairs = [(times[0], times[1]), (times[2], times[3])];
        pairs.into_iter().filter(|(open, close)| open < close).collect()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_free_time_is_found_and_no_other(
        (zone, day) in prop::sample::select(DAYS.to_vec()),
        hours in opening(),
        which in prop::sample::subsequence(vec!["TRA-07", "VIA-01", "ANI-03"], 1..=3),
        people in 1u16..=3,
        cells in prop::collection::vec((0usize..3, 0u16..3, 0i64..288), 0..200),
        closed in prop::option::of((minutes(), minutes())),
    ) {
        let mut city = city(zone, &hours);
        if let Some((from, until)) = closed.filter(|(from, until)| from < until) {
            city.booking.as_mut().unwrap().closures.push(Closure {
                branch: Some("CENTRO".to_owned()),
                from: day,
                until: day,
                hours: Some((from, until)),
                reason: BTreeMap::new(),
            });
        }
        let now = before(&city, day);
        let wish = wish(&which, people);
        let plan = Plan::of(&city, &city.branches[0], &wish).unwrap();
        let first = slices(&plan, day, day).start;
        let (mut taken, mut busy) = (Taken::default(), model::Busy::new());
        for (pool, lane, offset) in cells {
            let (pool, slice) = (["A", "B", "@VIA-01"][pool], first + offset);
            taken.take(pool, lane, slice);
            busy.entry(pool.to_owned()).or_default().insert((lane, slice));
        }
        let told: Vec<_> =
            times(&plan, day, &taken, now).into_iter().map(|it| (it.start, it.end)).collect();
        let obvious = model::times(&city, &wish, day, &busy);
        prop_assert_eq!(&told, &obvious);
        let found = soonest(&plan, day, day, &taken, now).map(|it| (it.start, it.end));
        prop_assert_eq!(found, obvious.first().copied());
        for (start, _) in told {
            prop_assert!(plan.ways_at(start, now).is_ok_and(|ways| place(&ways, &taken).is_some()));
        }
    }

    #[test]
    fn no_lane_is_used_twice_however_many_come(
        (zone, day) in prop::sample::select(DAYS.to_vec()),
        wishes in prop::collection::vec(
            (prop::sample::subsequence(vec!["TRA-07", "VIA-01", "ANI-03"], 1..=3), 1u16..=3, 0usize..1000),
            1..40,
        ),
    ) {
        let city = city(zone, &[hour(1, 13), hour(14, 18)]);
        let now = before(&city, day);
        let mut taken = Taken::default();
        for (which, people, index) in wishes {
            let wish = wish(&which, people);
            let plan = Plan::of(&city, &city.branches[0], &wish).unwrap();
            let free = times(&plan, day, &taken, now);
            let Some(time) = free.get(index % free.len().max(1)) else { continue };
            let ways = plan.ways_at(time.start, now).unwrap();
            let (way, cells) = place(&ways, &taken).unwrap();
            prop_assert_eq!(moment(way.end), time.end);
            for cell in cells {
                prop_assert!(taken.take(&cell.pool, cell.lane, cell.slice), "{:?}", cell);
            }
        }
    }
}

fn lengths(zone: &str, day: Date) -> i64 {
    let city = city(zone, &[(time(0, 0, 0, 0), time(23, 55, 0, 0))]);
    spans(&city, &city.branches[0], day).iter().map(|span| span.end - span.start).sum()
}

#[test]
fn days_have_as_many_slices_as_hours() {
    let usual = 24 * 12 - 1;
    assert_eq!(lengths("Europe/Bucharest", date(2026, 3, 29)), usual - 12, "23 hours");
    assert_eq!(lengths("Europe/Bucharest", date(2026, 10, 25)), usual + 12, "25 hours");
    assert_eq!(lengths("America/Sao_Paulo", date(2026, 10, 25)), usual);
    assert_eq!(lengths("America/Sao_Paulo", date(2018, 11, 4)), usual - 12, "no midnight");
}

#[test]
fn a_time_that_is_not_there_is_not_offered_and_one_that_is_twice_is_offered_twice() {
    let at = |city: &City, day, hour: i8| {
        let wish = wish(&["TRA-07"], 1);
        let plan = Plan::of(city, &city.branches[0], &wish).unwrap();
        let found = times(&plan, day, &Taken::default(), before(city, day));
        let local = |it: super::search::Time| it.start.to_zoned(city.timezone.clone()).time();
        found.into_iter().map(local).filter(|it| it.hour() == hour).count()
    };
    let city = city("Europe/Bucharest", &[hour(2, 6)]);
    assert_eq!(at(&city, date(2026, 3, 29), 3), 0);
    assert_eq!(at(&city, date(2026, 10, 25), 3), 12);
    assert_eq!(at(&city, date(2026, 10, 24), 3), 6);
}

#[test]
fn companions_sit_side_by_side_where_they_can_and_follow_each_other_where_not() {
    let city = city("America/Sao_Paulo", &[hour(8, 12)]);
    let day = date(2026, 11, 24);
    let now = before(&city, day);
    let first = |services: &[&str], people| {
        let wish = wish(services, people);
        let plan = Plan::of(&city, &city.branches[0], &wish).unwrap();
        let time = soonest(&plan, day, day, &Taken::default(), now).unwrap();
        let minutes = (time.end.as_second() - time.start.as_second()) / 60;
        (time.side_by_side, minutes)
    };
    assert_eq!(first(&["TRA-07"], 2), (true, 20));
    assert_eq!(first(&["TRA-07"], 3), (false, 60), "two attendants");
    assert_eq!(first(&["VIA-01"], 2), (false, 30), "one at once");
    assert_eq!(first(&["TRA-07", "ANI-03"], 1), (false, 55));
}

#[test]
fn what_cannot_be_is_refused_with_its_reason() {
    let mut city = city("America/Sao_Paulo", &[hour(8, 12), hour(13, 17)]);
    let day = date(2026, 11, 24);
    let now: Timestamp = "2026-11-24T08:00:00-03:00".parse().unwrap();
    let start = |time: &str| format!("2026-11-24T{time}-03:00").parse::<Timestamp>().unwrap();
    let refused = |city: &City, wish: &Wish, start| {
        let plan = Plan::of(city, &city.branches[0], wish);
        plan.and_then(|plan| plan.ways_at(start, now)).err()
    };
    let one = wish(&["TRA-07"], 1);
    assert_eq!(refused(&city, &one, start("10:00:00")), None);
    for (time, refusal) in [
        ("08:50:00", BookingRefusal::TooSoon),
        ("10:05:00", BookingRefusal::NotOffered),
        ("10:00:01", BookingRefusal::NotOffered),
        ("11:50:00", BookingRefusal::BranchClosed),
        ("12:30:00", BookingRefusal::BranchClosed),
        ("19:00:00", BookingRefusal::BranchClosed),
    ] {
        assert_eq!(refused(&city, &one, start(time)), Some(refusal), "{time}");
    }
    let far = start("10:00:00");
    assert_eq!(refused(&city, &one, far + (24 * 30).hours()), None, "the last day");
    assert_eq!(refused(&city, &one, far + (24 * 31).hours()), Some(BookingRefusal::OutsideHorizon));
    assert_eq!(refused(&city, &one, Timestamp::MAX), Some(BookingRefusal::OutsideHorizon));
    assert_eq!(refused(&city, &one, Timestamp::MIN), Some(BookingRefusal::TooSoon));
    let talk = Wish { interpreter: true, ..one.clone() };
    assert_eq!(refused(&city, &talk, far), Some(BookingRefusal::InterpreterTooSoon));
    assert_eq!(refused(&city, &talk, far + 48.hours()), None);
    for (wish, refusal) in [
        (wish(&["OUV-07"], 1), BookingRefusal::NotBookedHere),
        (wish(&[], 1), BookingRefusal::NotBookedHere),
        (wish(&["TRA-07", "TRA-07"], 1), BookingRefusal::ServiceTwice),
        (wish(&["TRA-07"; 4], 1), BookingRefusal::TooManyServices),
        (wish(&["TRA-07"], 4), BookingRefusal::TooManyPeople),
    ] {
        assert_eq!(refused(&city, &wish, far), Some(refusal), "{wish:?}");
    }
    city.holidays.push(crate::domain::city::HolidayDate::Once(day));
    assert_eq!(refused(&city, &one, far), Some(BookingRefusal::BranchClosed));
    city.booking = None;
    assert_eq!(refused(&city, &one, far), Some(BookingRefusal::NotBookedHere));
}

#[test]
fn moments_and_slices_agree() {
    let moment_of = moment(5_000_000);
    assert_eq!(slice(moment_of), Some(5_000_000));
    assert_eq!(slice(moment_of + 1.second()), None);
    assert_eq!(slice(moment_of + 1.nanosecond()), None);
    assert_eq!(moment(i64::MAX), Timestamp::MAX);
    let city = city("America/Sao_Paulo", &[hour(8, 12)]);
    assert_eq!(branches_for(&city, &code("TRA-07")).count(), 1);
    assert_eq!(branches_for(&city, &code("OUV-07")).count(), 0);
}
