//! How long it takes: a branch's day, as somebody who waits is told of it.

use jiff::civil::Time;
use jiff::{SignedDuration, Timestamp};

use super::DayKept;
use crate::domain::booking::hours;
use crate::domain::city::{Branch, City};
use crate::domain::queue::{
    Desk, Line, Measured, NotNow, Outlook, QueueRules, Ticket, Wish, issue, may_issue, outlook,
};

/// A desk that has called nobody for so long has nobody behind it: minutes.
const STILL_THERE: i64 = 60;

/// When a branch is open on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::hub) struct Doors {
    opens: Timestamp,
    closes: Timestamp,
    /// By the clocks of the city.
    hours: Vec<(Time, Time)>,
    now: Timestamp,
    time: Time,
}

impl Doors {
    /// The doors of a branch on the day of a moment; `None` on a day on which they stay closed.
    #[must_use]
    pub(in crate::hub) fn of(city: &City, branch: &Branch, now: Timestamp) -> Option<Self> {
        let local = city.timezone.to_datetime(now);
        let spans = hours::spans(city, branch, local.date());
        let (first, last) = (spans.first()?, spans.last()?);
        let time = |slice| city.timezone.to_datetime(hours::moment(slice)).time();
        Some(Self {
            opens: hours::moment(first.start),
            closes: hours::moment(last.end),
            hours: spans.iter().map(|span| (time(span.start), time(span.end))).collect(),
            now,
            time: local.time(),
        })
    }

    /// Whether a ticket may be taken now.
    ///
    /// # Errors
    /// [`NotNow`].
    pub(in crate::hub) fn may_issue(&self, rules: &QueueRules) -> Result<(), NotNow> {
        may_issue(rules, &self.hours, self.time)
    }
}

/// The desks of a branch that somebody sits at: those that have called lately, or all of them
/// before the first call.
fn open_desks(rules: &QueueRules, branch: &str, kept: &DayKept, now: Timestamp) -> Vec<Desk> {
    let all = rules.desks.get(branch).map_or(&[][..], Vec::as_slice);
    let still = SignedDuration::from_mins(STILL_THERE);
    let lately = |desk: &&Desk| {
        let called = kept.desks.iter().find(|(number, _)| *number == desk.number);
        let serves = kept.tickets.iter().any(|ticket| ticket.desk() == Some(desk.number));
        serves || called.is_some_and(|(_, at)| now.duration_since(*at) <= still)
    };
    let lately: Vec<Desk> = all.iter().filter(lately).cloned().collect();
    if lately.is_empty() { all.to_vec() } else { lately }
}

/// What the person with a ticket can be told.
#[must_use]
pub(in crate::hub) fn told(
    rules: &QueueRules,
    branch: &str,
    doors: &Doors,
    kept: &DayKept,
    sequence: u32,
) -> Option<Outlook> {
    let desks = open_desks(rules, branch, kept, doors.now);
    let open = kept.tickets.iter().filter(|ticket| ticket.is_open()).cloned();
    let open: Vec<Ticket> = open.collect();
    let measured = Measured::of(kept.tickets.iter().chain(&kept.served));
    let line = Line {
        rules,
        tickets: &open,
        desks: &desks,
        turn: kept.turn,
        measured: &measured,
        now: doors.now,
        opens: doors.opens,
        closes: doors.closes,
    };
    outlook(&line, sequence)
}

/// What somebody can be told before they take a ticket.
#[must_use]
pub(in crate::hub) fn told_before(
    rules: &QueueRules,
    branch: &str,
    doors: &Doors,
    mut kept: DayKept,
    wish: Wish,
) -> Option<Outlook> {
    let sequence = kept.tickets.last().map_or(0, |last| last.sequence + 1);
    kept.tickets.push(issue(rules, sequence, wish, doors.now));
    told(rules, branch, doors, &kept, sequence)
}
