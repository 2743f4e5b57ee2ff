//! A whole day of a branch, played with the same rules as a real one.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use jiff::{SignedDuration, Timestamp};

use super::policy::Turn;
use super::rules::{ClassCode, Desk, QueueRules};
use super::step::{Refusal, Step};
use super::ticket::{State, Ticket};
use super::wait::{Line, Measured, Outlook, outlook};
use super::{Wish, issue, next};

/// Somebody who comes, and how long they take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// When they take their ticket.
    pub at: Timestamp,
    /// What they wish.
    pub wish: Wish,
    /// How long they are served.
    pub takes: SignedDuration,
}

/// The branch on that day.
#[derive(Clone, Copy, Debug)]
pub struct Branch<'a> {
    /// The city's rules.
    pub rules: &'a QueueRules,
    /// The desks, open all day.
    pub desks: &'a [Desk],
    /// When they begin to call.
    pub opens: Timestamp,
    /// When they call nobody any more.
    pub closes: Timestamp,
}

/// What became of somebody.
#[derive(Clone, Debug)]
pub struct Visit {
    /// Their ticket at the end of the day.
    pub ticket: Ticket,
    /// What they were told when they took it.
    pub told: Option<Outlook>,
}

impl Visit {
    /// When they were called; `None` for who was not.
    #[must_use]
    pub fn called(&self) -> Option<Timestamp> {
        match &self.ticket.state {
            State::Served { call, .. } => Some(call.first),
            _ => None,
        }
    }

    /// How long they waited from taking their ticket, or from their booked time where that came
    /// later; `None` for who was not called.
    #[must_use]
    pub fn waited(&self) -> Option<SignedDuration> {
        let from = self.ticket.appointment.unwrap_or(self.ticket.arrived).max(self.ticket.arrived);
        let waited = self.called()?.duration_since(from);
        Some(waited.max(SignedDuration::ZERO))
    }

    /// Whether the call came within the range that they were told; `None` for who was not called
    /// or told nothing.
    #[must_use]
    pub fn kept(&self) -> Option<bool> {
        let (told, called) = (self.told?, self.called()?);
        let waited = called.duration_since(self.ticket.arrived).as_secs();
        let [from, to] = [told.from, told.to].map(|minutes| i64::from(minutes) * 60);
        Some((from..=to).contains(&waited))
    }
}

/// What happens, in the order in which it happens within one second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    /// A desk is done with somebody.
    End { desk: usize, visit: usize },
    /// Somebody comes.
    Come { arrival: usize },
    /// The doors open.
    Open,
}

/// Plays a day: everybody comes at their time, each desk calls as soon as it is free.
///
/// Every `tell`th person is told how long it takes; 0 tells nobody.
///
/// # Errors
///
/// Two desks have the same number.
pub fn play(branch: &Branch<'_>, arrivals: &[Arrival], tell: usize) -> Result<Vec<Visit>, Refusal> {
    let mut events: BinaryHeap<Reverse<(Timestamp, Event)>> = BinaryHeap::new();
    events.push(Reverse((branch.opens, Event::Open)));
    for (arrival, coming) in arrivals.iter().enumerate() {
        events.push(Reverse((coming.at, Event::Come { arrival })));
    }
    let mut room = Room {
        branch,
        arrivals,
        tell,
        tickets: Vec::new(),
        who: Vec::new(),
        told: Vec::new(),
        turn: Turn::default(),
    };
    let mut idle = vec![true; branch.desks.len()];
    while let Some(Reverse((now, event))) = events.pop() {
        match event {
            Event::End { desk, visit } => {
                room.step(visit, Step::Finish { desk: branch.desks[desk].number }, now)?;
                idle[desk] = true;
            }
            Event::Come { arrival } => room.come(arrival, now),
            Event::Open => {}
        }
        // Whatever happens in this second happens before anybody is called.
        if events.peek().is_some_and(|Reverse((next, _))| *next == now) {
            continue;
        }
        for (desk, idle) in idle.iter_mut().enumerate() {
            if *idle && let Some((visit, takes)) = room.call(desk, now)? {
                *idle = false;
                let end = now.checked_add(takes).unwrap_or(Timestamp::MAX);
                events.push(Reverse((end, Event::End { desk, visit })));
            }
        }
    }
    room.close()
}

/// The branch while the day goes on.
struct Room<'a> {
    branch: &'a Branch<'a>,
    arrivals: &'a [Arrival],
    tell: usize,
    tickets: Vec<Ticket>,
    /// Whose ticket each is.
    who: Vec<usize>,
    told: Vec<Option<Outlook>>,
    turn: Turn,
}

impl Room<'_> {
    fn come(&mut self, arrival: usize, now: Timestamp) {
        let index = self.tickets.len();
        let sequence = u32::try_from(index).unwrap_or(u32::MAX);
        let wish = self.arrivals[arrival].wish.clone();
        self.tickets.push(issue(self.branch.rules, sequence, wish, now));
        self.who.push(arrival);
        let told = (self.tell > 0 && index.is_multiple_of(self.tell)).then(|| {
            let open: Vec<Ticket> =
                self.tickets.iter().filter(|it| it.is_open()).cloned().collect();
            let line = Line {
                rules: self.branch.rules,
                tickets: &open,
                desks: self.branch.desks,
                turn: self.turn,
                measured: &Measured::of(&self.tickets),
                now,
                opens: self.branch.opens,
                closes: self.branch.closes,
            };
            outlook(&line, sequence)
        });
        self.told.push(told.flatten());
    }

    /// Calls the next one to a desk: which ticket, and how long it takes.
    fn call(
        &mut self,
        desk: usize,
        now: Timestamp,
    ) -> Result<Option<(usize, SignedDuration)>, Refusal> {
        let Branch { rules, desks, opens, closes } = *self.branch;
        if now < opens || now >= closes {
            return Ok(None);
        }
        let desk = &desks[desk];
        let Some(called) = next(rules, &self.tickets, desk, self.turn, now)? else {
            return Ok(None);
        };
        self.turn = called.call().map_or(self.turn, |call| call.turn);
        let visit = usize::try_from(called.sequence).unwrap_or_default();
        self.tickets[visit] = called;
        self.step(visit, Step::Start { desk: desk.number }, now)?;
        Ok(Some((visit, self.arrivals[self.who[visit]].takes)))
    }

    fn step(&mut self, visit: usize, step: Step, now: Timestamp) -> Result<(), Refusal> {
        self.tickets[visit] = self.tickets[visit].after(step, self.branch.rules, now)?;
        Ok(())
    }

    /// Nobody is called any more.
    fn close(mut self) -> Result<Vec<Visit>, Refusal> {
        for visit in 0..self.tickets.len() {
            if self.tickets[visit].is_open() {
                self.step(visit, Step::Close, self.branch.closes)?;
            }
        }
        let visits = self.tickets.into_iter().zip(self.told);
        Ok(visits.map(|(ticket, told)| Visit { ticket, told }).collect())
    }
}

/// How long some people waited.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waits {
    /// How many came.
    pub came: usize,
    /// How many were not called before the branch closed.
    pub not_called: usize,
    /// Half waited at most so many seconds.
    pub median: i64,
    /// Nineteen of twenty waited at most so many seconds.
    pub p95: i64,
    /// Nobody who was called waited longer, in seconds.
    pub longest: i64,
}

impl Waits {
    /// Of those of a class, or of everybody.
    #[must_use]
    pub fn of(visits: &[Visit], class: Option<&ClassCode>) -> Self {
        let of_class: Vec<&Visit> = visits
            .iter()
            .filter(|visit| class.is_none_or(|class| visit.ticket.class == *class))
            .collect();
        let waited = of_class.iter().filter_map(|visit| visit.waited());
        let mut seconds: Vec<i64> = waited.map(|waited| waited.as_secs()).collect();
        seconds.sort_unstable();
        Self {
            came: of_class.len(),
            not_called: of_class.len() - seconds.len(),
            median: percentile(&seconds, 50),
            p95: percentile(&seconds, 95),
            longest: percentile(&seconds, 100),
        }
    }
}

/// The nearest-rank percentile of sorted values; 0 of none.
fn percentile(sorted: &[i64], percent: usize) -> i64 {
    let rank = (sorted.len() * percent).div_ceil(100);
    sorted.get(rank.saturating_sub(1)).copied().unwrap_or_default()
}
