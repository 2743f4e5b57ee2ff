//! When a branch is open on a day, in slices.

use std::ops::Range;

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};

use super::SLICE;
use crate::domain::city::{Branch, City};

/// Spans of slices in which a branch is open on a day: opening hours, without days of rest and
/// closures. A slice is open when its local time is: an hour that a day lacks is not there, an
/// hour that it has twice is there twice.
#[must_use]
pub fn spans(city: &City, branch: &Branch, date: Date) -> Vec<Range<i64>> {
    if city.is_holiday(date) {
        return Vec::new();
    }
    let mut hours = branch.hours.get(&date.weekday()).cloned().unwrap_or_default();
    let closures = city.booking.iter().flat_map(|rules| &rules.closures);
    for closure in closures.filter(|closure| closure.is_about(&branch.code, date)) {
        let Some((from, until)) = closure.hours else { return Vec::new() };
        hours = hours.into_iter().flat_map(|span| without(span, from, until)).collect();
    }
    let hours = joined(hours);
    let mut spans: Vec<Range<i64>> = Vec::new();
    for run in runs(&city.timezone, date) {
        for (open, close) in &hours {
            let at = |time: &Time| run.midnight + seconds(*time);
            let from = at(open).max(run.from);
            let until = at(close).min(run.until);
            let slices = from.div_euclid(SLICE) + i64::from(from.rem_euclid(SLICE) > 0)
                ..until.div_euclid(SLICE);
            if slices.is_empty() {
                continue;
            }
            match spans.last_mut() {
                Some(last) if last.end == slices.start => last.end = slices.end,
                _ => spans.push(slices),
            }
        }
    }
    spans
}

/// Hours in which one span begins where the one before it ends, as one span.
fn joined(hours: Vec<(Time, Time)>) -> Vec<(Time, Time)> {
    let mut joined: Vec<(Time, Time)> = Vec::new();
    for (open, close) in hours {
        match joined.last_mut() {
            Some((_, last)) if *last == open => *last = close,
            _ => joined.push((open, close)),
        }
    }
    joined
}

/// What is left of a span without another one.
fn without(span: (Time, Time), from: Time, until: Time) -> Vec<(Time, Time)> {
    let (open, close) = span;
    let parts = [(open, close.min(from)), (open.max(until), close)];
    parts.into_iter().filter(|(open, close)| open < close).collect()
}

fn seconds(time: Time) -> i64 {
    i64::from(time.hour()) * 3600 + i64::from(time.minute()) * 60 + i64::from(time.second())
}

/// A part of a day in which the clocks do not jump, in seconds since 1970.
struct Run {
    from: i64,
    until: i64,
    /// When it would have been midnight by these clocks.
    midnight: i64,
}

fn runs(timezone: &TimeZone, date: Date) -> Vec<Run> {
    let start = |date: Date| date.to_zoned(timezone.clone()).map(|zoned| zoned.timestamp());
    let bounds = start(date).ok().zip(start(date.saturating_add(1.day())).ok());
    let Some((start, end)) = bounds.filter(|(start, end)| start < end) else { return Vec::new() };
    let midnight = date.to_datetime(Time::midnight());
    let mut turns = vec![start];
    turns.extend(
        timezone.following(start).map(|turn| turn.timestamp()).take_while(|turn| *turn < end),
    );
    turns.push(end);
    let run = |pair: &[Timestamp]| {
        let [from, until] = pair else { return None };
        let midnight = timezone.to_offset(*from).to_timestamp(midnight).ok()?;
        Some(Run {
            from: from.as_second(),
            until: until.as_second(),
            midnight: midnight.as_second(),
        })
    };
    turns.windows(2).filter_map(run).collect()
}

/// The moment at which a slice begins; the end of time for a slice beyond it.
#[must_use]
pub fn moment(slice: i64) -> Timestamp {
    Timestamp::from_second(slice.saturating_mul(SLICE)).unwrap_or(Timestamp::MAX)
}

/// The slice that begins at a moment, if one does.
#[must_use]
pub fn slice(moment: Timestamp) -> Option<i64> {
    let is_whole = moment.as_second() % SLICE == 0 && moment.subsec_nanosecond() == 0;
    is_whole.then(|| moment.as_second() / SLICE)
}

/// A moment so many minutes later.
#[must_use]
pub fn later(moment: Timestamp, minutes: u32) -> Timestamp {
    moment.checked_add(SignedDuration::from_mins(i64::from(minutes))).unwrap_or(Timestamp::MAX)
}

/// A moment so many minutes sooner.
#[must_use]
pub fn sooner(moment: Timestamp, minutes: u32) -> Timestamp {
    moment.checked_sub(SignedDuration::from_mins(i64::from(minutes))).unwrap_or(Timestamp::MIN)
}
