//! What is still to happen.

use std::time::Duration;

use crate::simulator::fault::{Happening, Step, When};

/// When it happens, in bytes and moments that do not move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    Byte(u64),
    /// Once more than so many commands have left a trace on paper.
    LastByte(u64),
    Moment(Duration),
}

/// How far the printer is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Past {
    /// Bytes of print data that have come.
    pub(super) data: u64,
    /// Commands that have left a trace on paper.
    pub(super) traces: u64,
    pub(super) now: Duration,
}

/// What is to happen, in the order in which it was told.
#[derive(Debug, Default)]
pub(super) struct Plan(Vec<(At, Happening)>);

impl Plan {
    /// Adds a step; one that is to happen at once comes back.
    pub(super) fn add(&mut self, step: Step, past: Past) -> Option<Happening> {
        let Past { data, traces, now } = past;
        let at = match step.when {
            When::Now => return Some(step.what),
            When::AfterBytes(bytes) => At::Byte(data.saturating_add(bytes)),
            When::AfterTheLastByte => At::LastByte(traces),
            When::After(limit) => At::Moment(now.saturating_add(limit)),
        };
        self.0.push((at, step.what));
        None
    }

    /// What happens before the paper goes past that byte.
    pub(super) fn before(&mut self, byte: u64) -> Vec<Happening> {
        self.take(|at, what| of_the_paper(what) && matches!(at, At::Byte(at) if at < byte))
    }

    /// What happens once so many bytes are there; of the paper, once so many are printed.
    pub(super) fn arrived(&mut self, data: u64) -> Vec<Happening> {
        self.take(|at, what| !of_the_paper(what) && matches!(at, At::Byte(at) if at <= data))
    }

    /// What happens to the paper once so many bytes are printed.
    pub(super) fn printed(&mut self, printed: u64) -> Vec<Happening> {
        self.take(|at, what| of_the_paper(what) && matches!(at, At::Byte(at) if at <= printed))
    }

    /// What happens when everything is printed; something must have been since it was planned, for
    /// drivers ask for an acknowledgement before the first slip too.
    pub(super) fn last_byte(&mut self, traces: u64) -> Vec<Happening> {
        self.take(|at, _| matches!(at, At::LastByte(before) if before < traces))
    }

    /// What happens at that moment.
    pub(super) fn due(&mut self, now: Duration) -> Vec<Happening> {
        self.take(|at, _| matches!(at, At::Moment(at) if at <= now))
    }

    /// The next moment at which something happens.
    pub(super) fn next(&self) -> Option<Duration> {
        let moments = self.0.iter().filter_map(|(at, _)| match at {
            At::Moment(at) => Some(*at),
            At::Byte(_) | At::LastByte(_) => None,
        });
        moments.min()
    }

    fn take(&mut self, is_due: impl Fn(At, Happening) -> bool) -> Vec<Happening> {
        self.0.extract_if(.., |(at, what)| is_due(*at, *what)).map(|(_, what)| what).collect()
    }
}

fn of_the_paper(what: Happening) -> bool {
    matches!(what, Happening::Comes(fault) if fault.is_of_the_paper())
}
