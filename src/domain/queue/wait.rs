//! How long somebody waits, as a range.
//!
//! The queue is played on a hundred times with the same rules: each time with service times drawn
//! from those that were measured, and with arrivals drawn from the last hour (the bootstrap: Efron
//! 1979, "Bootstrap methods: another look at the jackknife"). What is told is a range in which
//! more of these futures end than the city promises, rounded outwards. Draws follow a fixed
//! sequence: the same queue is told the same range, wherever it is asked.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::future::{Draw, Scene};
use super::policy::Turn;
use super::rules::{ClassCode, Desk, QueueRules, Usual};
use super::ticket::{State, Ticket};
use crate::domain::city::ServiceCode;

/// How many times the queue is played on.
const FUTURES: u64 = 100;

/// How many of the latest service times count.
const LATEST: usize = 40;

/// With fewer measured ones, usual ones are added up to this many.
const ENOUGH: usize = 10;

/// How far back arrivals count, in seconds.
const RECENT: i64 = 3600;

/// What was measured at a branch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measured {
    /// Seconds from call to end, the latest last.
    served: BTreeMap<ServiceCode, Vec<i64>>,
    /// Who came when (in seconds), the latest last.
    pub(super) arrivals: Vec<(i64, ServiceCode, ClassCode)>,
}

impl Measured {
    /// What a branch's tickets tell: those of today, and those served on the last days.
    #[must_use]
    pub fn of<'a>(tickets: impl IntoIterator<Item = &'a Ticket>) -> Self {
        let (mut times, mut measured) = (Vec::new(), Self::default());
        for ticket in tickets {
            if let State::Served { call, ended, .. } = &ticket.state {
                let took = ended.duration_since(call.first).as_secs().max(1);
                times.push((*ended, ticket.sequence, &ticket.service, took));
            }
            let arrived = ticket.arrived.as_second();
            measured.arrivals.push((arrived, ticket.service.clone(), ticket.class.clone()));
        }
        times.sort_unstable();
        for (.., service, took) in times {
            measured.served.entry(service.clone()).or_default().push(took);
        }
        measured.arrivals.sort_unstable();
        measured
    }

    /// Service times to draw from: the latest, filled up with usual ones where they are few.
    pub(super) fn pool(&self, service: &ServiceCode, usual: Usual) -> Vec<i64> {
        let measured = self.served.get(service).map_or(&[][..], Vec::as_slice);
        let latest = &measured[measured.len().saturating_sub(LATEST)..];
        let missing = ENOUGH.saturating_sub(latest.len());
        let mut pool = latest.to_vec();
        pool.extend((0..missing).map(|index| usual_time(usual, index, missing)));
        pool
    }

    /// Those who came within the last hour, and the gaps between them.
    pub(super) fn recent(&self, now: i64) -> (Vec<(&ServiceCode, &ClassCode)>, Vec<i64>) {
        let came = |(at, ..): &&(i64, _, _)| (now - RECENT..=now).contains(at);
        let recent: Vec<_> = self.arrivals.iter().filter(came).collect();
        let first = recent.first().map_or(now, |(at, ..)| *at);
        let last = recent.last().map_or(now, |(at, ..)| *at);
        let mut gaps: Vec<i64> = recent.windows(2).map(|pair| pair[1].0 - pair[0].0).collect();
        // Two who came together do not make an endless stream.
        gaps.push((now - last).max(RECENT / 6 - (last - first)));
        (recent.into_iter().map(|(_, service, class)| (service, class)).collect(), gaps)
    }
}

/// The `index`th of `count` usual times, in seconds: quick ones to long ones.
fn usual_time(usual: Usual, index: usize, count: usize) -> i64 {
    let [quick, typical, long] =
        [usual.quick, usual.typical, usual.long].map(|minutes| i64::from(minutes) * 60);
    // Hundredths of the way from the shortest to the longest, in the middle of each part.
    let share = i64::try_from((index * 2 + 1) * 50 / count.max(1)).unwrap_or(50);
    let between =
        |low: i64, high: i64, from: i64, to: i64| low + (high - low) * (share - from) / (to - from);
    match share {
        ..10 => between(quick / 2, quick, 0, 10),
        10..50 => between(quick, typical, 10, 50),
        50..90 => between(typical, long, 50, 90),
        _ => between(long, long + long / 2, 90, 100),
    }
    .max(1)
}

/// A branch's queue at a moment.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// The city's rules.
    pub rules: &'a QueueRules,
    /// The day's open tickets.
    pub tickets: &'a [Ticket],
    /// The desks that are open.
    pub desks: &'a [Desk],
    /// Of the latest call.
    pub turn: Turn,
    /// What was measured.
    pub measured: &'a Measured,
    /// Now.
    pub now: Timestamp,
    /// When the desks begin to call, or began.
    pub opens: Timestamp,
    /// When they call nobody any more.
    pub closes: Timestamp,
}

/// Whether somebody will be called before the branch closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Closing {
    /// As surely as the range was promised.
    InTime,
    /// Nobody can say.
    Unsure,
    /// Rather not: more futures end without.
    ProbablyNot,
}

/// What somebody can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Outlook {
    /// How many people are called before, if nobody else comes.
    pub ahead: u16,
    /// At least so many minutes, probably.
    pub from: u16,
    /// At most so many minutes, probably.
    pub to: u16,
    /// Whether it is before the branch closes.
    pub closing: Closing,
}

/// What the person with a ticket can be told; `None` where the ticket does not wait, or no open
/// desk serves it.
#[must_use]
pub fn outlook(line: &Line<'_>, sequence: u32) -> Option<Outlook> {
    let scene = Scene::new(line, sequence)?;
    let (_, ahead) = scene.play(None);
    let mut waits: Vec<i64> =
        (0..FUTURES).map(|future| scene.play(Some(Draw::new(future, sequence))).0).collect();
    waits.sort_unstable();
    let promise = usize::from(line.rules.wait.promise.min(100));
    // Of those that the promise may leave outside, half are kept for what no draw knows: crowds
    // that come at once, services that take longer than ever before.
    let outside = waits.len() * (100 - promise) / 400;
    let from = *waits.get(outside)?;
    let to = *waits.get(waits.len().checked_sub(outside + 1)?)?;
    let left = line.closes.duration_since(line.now).as_secs();
    let in_time = waits.iter().filter(|wait| **wait < left).count();
    Some(Outlook {
        ahead,
        from: rounded(from, false),
        to: rounded(to, true),
        closing: if in_time * 100 >= waits.len() * promise {
            Closing::InTime
        } else if in_time * 2 >= waits.len() {
            Closing::Unsure
        } else {
            Closing::ProbablyNot
        },
    })
}

/// Seconds to minutes that nobody takes for exact: fives up to an hour, then tens.
fn rounded(seconds: i64, up: bool) -> u16 {
    let minutes = if up { (seconds + 59) / 60 } else { seconds / 60 };
    let step = if minutes > 60 { 10 } else { 5 };
    let steps = if up { (minutes + step - 1) / step } else { minutes / step };
    u16::try_from((steps * step).max(if up { step } else { 0 })).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_rounded_outwards() {
        let both = |seconds| (rounded(seconds, false), rounded(seconds, true));
        assert_eq!(both(0), (0, 5));
        assert_eq!(both(7 * 60), (5, 10));
        assert_eq!(both(10 * 60), (10, 10));
        assert_eq!(both(10 * 60 + 1), (10, 15));
        assert_eq!(both(83 * 60), (80, 90));
    }

    #[test]
    fn few_measured_times_are_filled_up_with_usual_ones() {
        let usual = Usual { quick: 4, typical: 8, long: 20 };
        let service = ServiceCode("TRI-01".to_owned());
        let mut measured = Measured::default();
        let pool = measured.pool(&service, usual);
        assert_eq!(pool.len(), ENOUGH);
        assert!(pool.is_sorted() && pool[0] < 4 * 60 && pool[9] > 20 * 60, "{pool:?}");
        assert!(pool[4] < 8 * 60 && pool[5] > 8 * 60, "{pool:?}");
        measured.served.insert(service.clone(), (0..60).collect());
        assert_eq!(measured.pool(&service, usual), (20..60).collect::<Vec<_>>());
    }
}
