//! The only reader of time.

use std::time::{Duration, Instant};

use jiff::{SignedDuration, Timestamp};

/// Where the time comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// The machine's clock.
    Machine,
    /// A clock that somebody else moves: `play` and tests.
    Moved(Timestamp),
}

impl Clock {
    /// What the clock shows, to be believed or not.
    #[must_use]
    pub fn now(self) -> Timestamp {
        match self {
            #[expect(clippy::disallowed_methods, reason = "this is the only reader of time")]
            Self::Machine => Timestamp::now(),
            Self::Moved(moment) => moment,
        }
    }

    /// Moves a clock that can be moved; saturates at the end of time.
    pub fn advance(&mut self, by: SignedDuration) {
        if let Self::Moved(moment) = self {
            *moment = moment.checked_add(by).unwrap_or(Timestamp::MAX);
        }
    }
}

/// How much real time is left of a limit, whatever the clock shows.
#[derive(Clone, Copy, Debug)]
pub struct Deadline(Instant);

impl Deadline {
    /// A limit from now on.
    #[must_use]
    pub fn after(limit: Duration) -> Self {
        #[expect(clippy::disallowed_methods, reason = "this is the only reader of time")]
        let now = Instant::now();
        Self(now + limit)
    }

    /// What is left; zero once it has passed.
    #[must_use]
    pub fn left(self) -> Duration {
        #[expect(clippy::disallowed_methods, reason = "this is the only reader of time")]
        let now = Instant::now();
        self.0.saturating_duration_since(now)
    }
}

/// How much real time passes, whatever the clock shows.
#[derive(Clone, Copy, Debug)]
pub struct Stopwatch(Instant);

impl Stopwatch {
    /// Begins to count.
    #[must_use]
    pub fn start() -> Self {
        #[expect(clippy::disallowed_methods, reason = "this is the only reader of time")]
        let now = Instant::now();
        Self(now)
    }

    /// What has passed since it was last asked.
    pub fn lap(&mut self) -> Duration {
        let Self(now) = Self::start();
        now.saturating_duration_since(std::mem::replace(&mut self.0, now))
    }
}
