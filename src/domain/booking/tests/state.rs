//! The state machine, whole.

use jiff::{Timestamp, ToSpan};

use super::super::state::{BookingRefusal, State, Timing, Verb, step};

const VERBS: [Verb; 5] = [Verb::Confirm, Verb::Change, Verb::Cancel, Verb::CheckIn, Verb::Miss];
const TIMING: Timing = Timing { change: 120, early: 60, late: 15 };

fn start() -> Timestamp {
    "2026-11-24T10:00:00-03:00".parse().unwrap()
}

fn after(state: State, verb: Verb, minutes: i64) -> Result<State, BookingRefusal> {
    step(state, verb, start(), start() + minutes.minutes(), TIMING)
}

#[test]
fn a_booking_is_held_confirmed_and_met() {
    let held = State::Held { until: start() - 1.hour() };
    assert_eq!(after(held, Verb::Confirm, -61), Ok(State::Confirmed));
    assert_eq!(after(held, Verb::Confirm, -60), Err(BookingRefusal::HoldExpired));
    assert_eq!(after(held, Verb::Change, -61), Ok(held));
    assert_eq!(after(held, Verb::CheckIn, -61), Err(BookingRefusal::NotConfirmed));
    let confirmed = State::Confirmed;
    for (verb, minutes, expected) in [
        (Verb::Change, -120, Ok(confirmed)),
        (Verb::Change, -119, Err(BookingRefusal::TooLateToChange)),
        (Verb::Cancel, -1, Ok(State::Cancelled)),
        (Verb::Cancel, 0, Err(BookingRefusal::TooLateToChange)),
        (Verb::CheckIn, -61, Err(BookingRefusal::TooEarlyToCheckIn)),
        (Verb::CheckIn, -60, Ok(State::CheckedIn)),
        (Verb::CheckIn, 15, Ok(State::CheckedIn)),
        (Verb::CheckIn, 16, Err(BookingRefusal::TooLateToCheckIn)),
        (Verb::Miss, 15, Err(BookingRefusal::NotMissedYet)),
        (Verb::Miss, 16, Ok(State::Missed)),
        (Verb::Confirm, -60, Err(BookingRefusal::AlreadyConfirmed)),
    ] {
        assert_eq!(after(confirmed, verb, minutes), expected, "{verb:?} {minutes}");
    }
}

#[test]
fn what_is_over_stays_over() {
    let past = State::Held { until: start() - 100.hours() };
    for state in [past, State::Expired, State::Cancelled, State::Missed, State::CheckedIn] {
        for verb in VERBS {
            for minutes in [-10_000, -60, 0, 60] {
                let refused = after(state, verb, minutes).is_err();
                assert!(refused || minutes == -10_000, "{state:?} {verb:?}");
            }
        }
    }
}

#[test]
fn names_read_back_and_codes_are_never_the_same() {
    let until = Some(start());
    let held = State::Held { until: start() };
    for state in
        [held, State::Expired, State::Confirmed, State::CheckedIn, State::Cancelled, State::Missed]
    {
        assert_eq!(State::from_name(state.name(), until), Some(state));
    }
    assert_eq!(State::from_name("held", None), None);
    let mut codes: Vec<_> = BookingRefusal::ALL.iter().map(|it| it.code()).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), BookingRefusal::ALL.len());
}
