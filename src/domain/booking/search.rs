//! Which times are free.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

use super::hours::{moment, slice, spans};
use super::plan::Plan;
use super::taken::{Taken, free};

/// A time that can be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    /// When it begins.
    pub start: Timestamp,
    /// When it ends.
    pub end: Timestamp,
    /// Whether people who come together are met side by side, not one after the other.
    pub side_by_side: bool,
}

/// Every time of a day that can be taken.
#[must_use]
pub fn times(plan: &Plan<'_>, date: Date, taken: &Taken, now: Timestamp) -> Vec<Time> {
    on(plan, date, taken, now).collect()
}

/// The first time that can be taken within some days.
#[must_use]
pub fn soonest(
    plan: &Plan<'_>,
    from: Date,
    until: Date,
    taken: &Taken,
    now: Timestamp,
) -> Option<Time> {
    let dates = from.series(1.day()).take_while(|date| *date <= until);
    dates.into_iter().find_map(|date| on(plan, date, taken, now).next())
}

fn on<'a>(
    plan: &'a Plan<'_>,
    date: Date,
    taken: &'a Taken,
    now: Timestamp,
) -> impl Iterator<Item = Time> + 'a {
    let window = plan.window(now);
    spans(plan.city(), plan.branch(), date).into_iter().flat_map(move |span| {
        let window = window.clone();
        let starts: Vec<i64> =
            plan.steps(&span).filter(|slice| window.contains(&moment(*slice))).collect();
        starts.into_iter().filter_map(move |begins| {
            let ways = plan.ways(begins, &span);
            let way = free(&ways, taken)?;
            Some(Time {
                start: moment(begins),
                end: moment(way.end),
                side_by_side: way.side_by_side,
            })
        })
    })
}

/// The slices of some days, for which the store is asked what is taken.
#[must_use]
pub fn slices(plan: &Plan<'_>, from: Date, until: Date) -> std::ops::Range<i64> {
    let start = |date: Date| {
        let zoned = date.to_zoned(plan.city().timezone.clone());
        zoned.ok().and_then(|zoned| slice(zoned.timestamp())).unwrap_or_default()
    };
    start(from)..start(until.saturating_add(1.day()))
}
