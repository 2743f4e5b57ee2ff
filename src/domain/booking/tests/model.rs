//! The obvious way: every minute of the day, one after the other.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

use crate::domain::booking::plan::Wish;
use crate::domain::booking::{BookingRules, SLICE};
use crate::domain::city::{City, ServiceCode};

/// Lanes and slices that are taken, by pool.
pub(super) type Busy = HashMap<String, HashSet<(u16, i64)>>;

/// Whether the branch is open in a minute, by the clock on the wall.
fn open(city: &City, minute: Timestamp) -> bool {
    let local = city.timezone.to_datetime(minute);
    let hours = &city.branches[0].hours[&local.weekday()];
    let closed = city.booking.iter().flat_map(|rules| &rules.closures).any(|closure| {
        let (from, until) = closure.hours.unwrap();
        local.date() == closure.from && from <= local.time() && local.time() < until
    });
    !closed && hours.iter().any(|(from, until)| *from <= local.time() && local.time() < *until)
}

/// What one person occupies from a start on: a pool a minute, desks first.
fn stay(
    rules: &BookingRules,
    services: &[ServiceCode],
    start: Timestamp,
) -> Vec<(String, Timestamp)> {
    let mut stay = Vec::new();
    let mut at = start;
    for service in services {
        let bookable = &rules.services[service];
        let desks = rules.desks.iter().find(|desks| desks.services.contains(service)).unwrap();
        for _ in 0..bookable.minutes {
            stay.push((desks.code.clone(), at));
            if bookable.at_once.is_some() {
                stay.push((format!("@{service}"), at));
            }
            at += 1.minute();
        }
    }
    stay
}

/// How many lanes of a pool work in a minute.
fn lanes(city: &City, rules: &BookingRules, pool: &str, minute: Timestamp) -> u16 {
    let local = city.timezone.to_datetime(minute).time();
    match pool.strip_prefix('@') {
        Some(service) => rules.services[&ServiceCode(service.to_owned())].at_once.unwrap(),
        None => rules.desks.iter().find(|desks| desks.code == pool).unwrap().open_at(local),
    }
}

/// Seats so many people for some minutes; each keeps their lane of a pool while they stay there.
fn seated(
    city: &City,
    rules: &BookingRules,
    stay: &[(String, Timestamp)],
    people: usize,
    busy: &Busy,
) -> bool {
    let mut pools: Vec<&String> = stay.iter().map(|(pool, _)| pool).collect();
    pools.sort();
    pools.dedup();
    pools.into_iter().all(|pool| {
        let minutes: Vec<Timestamp> =
            stay.iter().filter(|(it, _)| it == pool).map(|(_, minute)| *minute).collect();
        // Away in between means a new lane.
        let runs = minutes.chunk_by(|one, next| *next == *one + 1.minute());
        runs.into_iter().all(|run| {
            let free = |lane: &u16| {
                run.iter().all(|minute| {
                    let slice = minute.as_second().div_euclid(SLICE);
                    let is_busy = busy.get(pool).is_some_and(|busy| busy.contains(&(*lane, slice)));
                    !is_busy && *lane < lanes(city, rules, pool, *minute)
                })
            };
            (0..3).filter(free).count() >= people
        })
    })
}

/// Every start of a day with its end.
pub(super) fn times(
    city: &City,
    wish: &Wish,
    day: Date,
    busy: &Busy,
) -> Vec<(Timestamp, Timestamp)> {
    let rules = city.booking.as_ref().unwrap();
    let midnight = |day: Date| day.to_zoned(city.timezone.clone()).unwrap().timestamp();
    let length: u32 = wish.services.iter().map(|service| rules.services[service].minutes).sum();
    let length = i64::from(length);
    let mut found = Vec::new();
    let mut start = midnight(day);
    while start < midnight(day + 1.day()) {
        let wall = city.timezone.to_datetime(start).time();
        let begins =
            u32::try_from(wall.minute()).unwrap() % rules.step_minutes == 0 && wall.second() == 0;
        let all_open = |length: i64| {
            (0..length).all(|minute| {
                let minute = start + minute.minutes();
                city.timezone.to_datetime(minute).date() == day && open(city, minute)
            })
        };
        let people = i64::from(wish.people);
        let one = stay(rules, &wish.services, start);
        let queue: Vec<_> = (0..people)
            .flat_map(|person| stay(rules, &wish.services, start + (person * length).minutes()))
            .collect();
        if begins && all_open(length) && seated(city, rules, &one, usize::from(wish.people), busy) {
            found.push((start, start + length.minutes()));
        } else if begins && all_open(people * length) && seated(city, rules, &queue, 1, busy) {
            found.push((start, start + (people * length).minutes()));
        }
        start += 1.minute();
    }
    found
}
