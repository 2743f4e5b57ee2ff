//! The line to the hub: when it is asked, and when its silence is told.

use std::time::Duration;

/// How long after an answer the hub is asked again.
const USUAL: Duration = Duration::from_secs(1);

/// The longest wait after failures, before jitter: who comes back is found soon.
const LONGEST: Duration = Duration::from_secs(15);

/// How long the hub may be silent before the room is told: a lost answer is nobody's business.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long after it was said aloud the silence is not said again: a line that comes and goes must
/// not talk all day.
const SAID_AGAIN: Duration = Duration::from_mins(10);

#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    /// It was asked and has not answered.
    asking: bool,
    /// Until it is asked again.
    pause: Duration,
    /// How many times in a row it did not answer.
    failures: u32,
    /// How long it has not answered.
    silent: Duration,
    /// This silence was said aloud.
    told: bool,
    /// How long ago any silence was.
    told_ago: Option<Duration>,
}

impl Line {
    pub(super) fn answered(&mut self) {
        self.asking = false;
        self.pause = USUAL;
        self.failures = 0;
        self.silent = Duration::ZERO;
        self.told = false;
    }

    /// Doubles the wait; `jitter` from 0 to 1 moves it by a quarter to either side.
    pub(super) fn failed(&mut self, jitter: f64) {
        let doubled = USUAL * 2_u32.pow(self.failures.min(8));
        self.asking = false;
        self.failures += 1;
        self.pause = doubled.min(LONGEST).mul_f64(0.75 + jitter.clamp(0.0, 1.0) / 2.0);
    }

    /// Lets time pass; whether the hub is to be asked now.
    pub(super) fn pass(&mut self, time: Duration) -> bool {
        self.silent = self.silent.saturating_add(time);
        self.told_ago = self.told_ago.map(|ago| ago.saturating_add(time));
        self.pause = self.pause.saturating_sub(time);
        let asks = !self.asking && self.pause.is_zero();
        self.asking |= asks;
        asks
    }

    /// It has been silent for so long that the room is told.
    pub(super) fn is_down(&self) -> bool {
        self.silent >= PATIENCE
    }

    /// Whether its silence is to be said aloud now; once it says so, it was.
    pub(super) fn is_to_be_told(&mut self) -> bool {
        let due = self.is_down() && !self.told && self.told_ago.is_none_or(|ago| ago >= SAID_AGAIN);
        if due {
            self.told = true;
            self.told_ago = Some(Duration::ZERO);
        }
        due
    }

    /// How long nothing changes by itself.
    pub(super) fn quiet_for(&self) -> Duration {
        let ask = if self.asking { USUAL } else { self.pause };
        if self.is_down() { ask } else { ask.min(PATIENCE.saturating_sub(self.silent)) }
    }
}
