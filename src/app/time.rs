//! Time as people are told it: never below the last committed moment, and doubted when it jumps.

use jiff::civil::DateTime;
use jiff::{SignedDuration, Timestamp};

use super::App;

/// No station is older than the program.
pub(crate) const OLDEST: Timestamp = Timestamp::constant(1_767_225_600, 0); // 2026-01-01T00:00:00Z

/// A clock that went back by more than this is wrong, not merely adjusted.
const BACK: SignedDuration = SignedDuration::from_hours(24);

/// A clock that went forward by more than this since the last commit is wrong.
pub(crate) const FORWARD: SignedDuration = SignedDuration::from_hours(24 * 400);

impl App {
    /// The moment that is believed, and whether the clock is doubted.
    pub(super) fn believed_now(&self) -> (Timestamp, bool) {
        believed(self.clock.now(), self.last_moment)
    }

    pub(super) fn local(&self, moment: Timestamp) -> DateTime {
        moment.to_zoned(self.city.timezone.clone()).datetime()
    }

    /// The city's year, which never goes back.
    pub(super) fn year(&self, now: Timestamp) -> u16 {
        let year = u16::try_from(self.local(now).year()).unwrap_or_default();
        let last = self.store.last_year().ok().flatten().unwrap_or_default();
        year.max(last)
    }
}

fn believed(clock: Timestamp, last: Option<Timestamp>) -> (Timestamp, bool) {
    let Some(last) = last else { return (clock.max(OLDEST), clock < OLDEST) };
    let since = clock.duration_since(last);
    if clock < OLDEST || since < -BACK || since > FORWARD {
        (last, true)
    } else {
        (clock.max(last), false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_small_step_back_is_held_and_a_large_one_is_doubted() {
        let last = at("2026-11-22T12:00:00Z");
        assert_eq!(believed(at("2026-11-22T11:59:00Z"), Some(last)), (last, false));
        assert_eq!(believed(at("2026-11-20T11:59:00Z"), Some(last)), (last, true));
        assert_eq!(believed(at("2031-01-01T00:00:00Z"), Some(last)), (last, true));
        assert_eq!(believed(at("1970-01-01T00:00:00Z"), None), (OLDEST, true));
        let later = at("2026-11-22T12:00:01Z");
        assert_eq!(believed(later, Some(last)), (later, false));
    }
}
