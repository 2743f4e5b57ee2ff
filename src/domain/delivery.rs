//! What becomes of a request on its way to the city: pure rules, no network.
//!
//! Exactly once at a server that knows `client_request_id`; at any other never lost: an attempt
//! whose end is unknown is searched for before anything is posted again, and after a day staff
//! decide.

use jiff::{SignedDuration, Timestamp};

/// The first wait, in seconds; each failure doubles it.
const FIRST_WAIT: f64 = 5.0;

/// The longest wait, in seconds, before jitter.
const LONGEST_WAIT: f64 = 15.0 * 60.0;

/// How long a courier tries to find out by itself what became of an attempt.
const PATIENCE: SignedDuration = SignedDuration::from_hours(24);

/// Why an attempt failed where there was no line to the server at all.
pub const NO_LINE: &str = "connect";

/// The state of a row of the outbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeliveryState {
    /// Promised, not yet delivered; it will be tried again by itself.
    Waiting,
    /// The city has it.
    Delivered,
    /// It may be there, and for a day nothing could tell: staff decide.
    Uncertain,
    /// The city refused it for good: staff decide.
    Refused,
}

/// What earlier attempts left behind; kept with the row, nothing personal.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Progress {
    /// How many attempts there were.
    pub attempts: u32,
    /// Since when it may be there without an id to prove it: an attempt ended without an answer,
    /// or with a token only. `None` once it was resolved.
    pub unresolved_since: Option<Timestamp>,
    /// How many times it was posted and the answer was lost.
    #[serde(default)]
    pub lost_answers: u32,
    /// A temporary id to exchange for the request's id.
    pub token: Option<String>,
    /// The request's id at the city's server, where it differs from the number.
    pub remote_id: Option<String>,
    /// Why the last attempt failed, as an error code; never an answer's text.
    pub last_failure: Option<String>,
}

/// How one attempt ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The city has it, under this id.
    Accepted {
        /// The id at the city's server, where it told one.
        remote_id: Option<String>,
    },
    /// The city has it and will tell its id for this token.
    Token(String),
    /// Nothing was posted: the line is down, or the server was not well.
    NotSent(String),
    /// It was posted and the answer was lost: it may be there.
    Unresolved(String),
    /// Nothing was posted, because it may be there from before and nothing could tell.
    StillUnresolved(String),
    /// Refused for good.
    Refused(String),
}

/// What an attempt makes of its row: state, progress, and the next try.
pub type End = (DeliveryState, Progress, Option<Timestamp>);

/// What an attempt that ended at `now` makes of its row: state, progress, and the next try.
///
/// Exactly the waiting rows have a next try. `jitter` is from 0 to 1 and moves it by a quarter to
/// either side. A line that is down never makes a row uncertain: whatever is still to be found
/// out can be found out once it is up again.
#[must_use]
pub fn after(progress: &Progress, outcome: &Outcome, now: Timestamp, jitter: f64) -> End {
    let mut next = progress.clone();
    next.attempts = progress.attempts.saturating_add(1);
    next.last_failure = None;
    let state = match outcome {
        Outcome::Accepted { remote_id } => {
            next.unresolved_since = None;
            next.token = None;
            next.remote_id.clone_from(remote_id);
            DeliveryState::Delivered
        }
        Outcome::Token(token) => {
            next.token = Some(token.clone());
            next.last_failure = Some("token".to_owned());
            unresolved(&mut next, now)
        }
        Outcome::Unresolved(failure) => {
            next.lost_answers = progress.lost_answers.saturating_add(1);
            next.last_failure = Some(failure.clone());
            unresolved(&mut next, now)
        }
        Outcome::StillUnresolved(failure) => {
            next.last_failure = Some(failure.clone());
            unresolved(&mut next, now)
        }
        Outcome::NotSent(failure) => {
            next.last_failure = Some(failure.clone());
            DeliveryState::Waiting
        }
        Outcome::Refused(failure) => {
            next.last_failure = Some(failure.clone());
            DeliveryState::Refused
        }
    };
    let next_try = next_try(&next, now, jitter);
    (state, next, (state == DeliveryState::Waiting).then_some(next_try))
}

/// What becomes of a row whose attempt was cut off together with the process: it may have been
/// posted. Nothing was found out, so that it is not for staff yet: the next attempt finds out.
#[must_use]
pub fn after_interruption(progress: &Progress, now: Timestamp, jitter: f64) -> End {
    let outcome = Outcome::Unresolved("interrupted".to_owned());
    let (_, next, _) = after(progress, &outcome, now, jitter);
    let next_try = next_try(&next, now, jitter);
    (DeliveryState::Waiting, next, Some(next_try))
}

fn unresolved(progress: &mut Progress, now: Timestamp) -> DeliveryState {
    let since = *progress.unresolved_since.get_or_insert(now);
    if now.duration_since(since) < PATIENCE {
        DeliveryState::Waiting
    } else {
        DeliveryState::Uncertain
    }
}

fn next_try(progress: &Progress, now: Timestamp, jitter: f64) -> Timestamp {
    now.checked_add(back_off(progress.attempts, jitter)).unwrap_or(Timestamp::MAX)
}

/// Exponential, so that a server that is ill is left alone; with jitter, so that all the stations
/// of a city do not come back in the same second.
fn back_off(attempts: u32, jitter: f64) -> SignedDuration {
    let doublings = attempts.saturating_sub(1).min(16);
    let wait = (FIRST_WAIT * f64::from(1_u32 << doublings)).min(LONGEST_WAIT);
    let jittered = SignedDuration::try_from_secs_f64(wait * (0.75 + jitter.clamp(0.0, 1.0) / 2.0));
    jittered.unwrap_or(PATIENCE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_795_000_000 + second).unwrap()
    }

    fn code(text: &str) -> String {
        text.to_owned()
    }

    fn outcomes() -> impl Strategy<Value = Outcome> {
        prop_oneof![
            Just(Outcome::Accepted { remote_id: None }),
            Just(Outcome::Accepted { remote_id: Some(code("7")) }),
            Just(Outcome::Token(code("t"))),
            Just(Outcome::NotSent(code("connect"))),
            Just(Outcome::Unresolved(code("timeout"))),
            Just(Outcome::StillUnresolved(code("http-502"))),
            Just(Outcome::Refused(code("http-400"))),
        ]
    }

    proptest! {
        #[test]
        fn no_sequence_of_outcomes_loses_a_row(
            steps in prop::collection::vec((outcomes(), 0.0..=1.0_f64, 0..40_000_i64), 1..60)
        ) {
            let (mut progress, mut now) = (Progress::default(), at(0));
            for (outcome, jitter, late) in steps {
                let (state, next, next_try) = after(&progress, &outcome, now, jitter);
                prop_assert_eq!(next.attempts, progress.attempts + 1);
                prop_assert_eq!(next_try.is_some(), state == DeliveryState::Waiting);
                let accepted = matches!(outcome, Outcome::Accepted { .. });
                prop_assert_eq!(accepted, state == DeliveryState::Delivered);
                let Some(next_try) = next_try else { break };
                let wait = next_try.duration_since(now);
                prop_assert!(wait > SignedDuration::ZERO && wait <= SignedDuration::from_mins(19));
                prop_assert!(next.last_failure.is_some());
                progress = next;
                now = next_try + SignedDuration::from_secs(late);
            }
        }
    }

    #[test]
    fn waits_double_from_five_seconds_to_a_quarter_of_an_hour() {
        let mut progress = Progress::default();
        let mut waits = Vec::new();
        for _ in 0..10 {
            let outcome = Outcome::NotSent(code("connect"));
            let (_, next, next_try) = after(&progress, &outcome, at(0), 0.5);
            waits.push(next_try.unwrap().duration_since(at(0)).as_secs());
            progress = next;
        }
        assert_eq!(waits, [5, 10, 20, 40, 80, 160, 320, 640, 900, 900]);
    }

    #[test]
    fn jitter_moves_a_wait_by_a_quarter_and_no_further() {
        let wait = |jitter| {
            let outcome = Outcome::NotSent(code("connect"));
            let (.., next_try) = after(&Progress::default(), &outcome, at(0), jitter);
            next_try.unwrap().duration_since(at(0)).as_millis()
        };
        assert_eq!([wait(0.0), wait(1.0), wait(7.0)], [3750, 6250, 6250]);
        assert!(wait(f64::NAN) > 0);
    }

    #[test]
    fn what_stays_unresolved_for_a_day_is_for_staff_and_a_dead_line_is_not() {
        let lost = Outcome::Unresolved(code("timeout"));
        let (state, progress, _) = after(&Progress::default(), &lost, at(0), 0.5);
        assert_eq!((state, progress.lost_answers), (DeliveryState::Waiting, 1));
        let state_at = |second, outcome: &Outcome| after(&progress, outcome, at(second), 0.5).0;

        let day = 24 * 3600;
        let searched = Outcome::StillUnresolved(code("http-502"));
        assert_eq!(state_at(day - 1, &searched), DeliveryState::Waiting);
        assert_eq!(state_at(day, &searched), DeliveryState::Uncertain);
        assert_eq!(state_at(day, &lost), DeliveryState::Uncertain);
        assert_eq!(state_at(9 * day, &Outcome::NotSent(code("connect"))), DeliveryState::Waiting);
    }

    #[test]
    fn interruptions_count_as_lost_answers_and_are_never_for_staff() {
        let mut progress = Progress::default();
        for day in 0..3 {
            let now = at(day * 24 * 3600);
            let (state, next, next_try) = after_interruption(&progress, now, 0.5);
            assert_eq!(state, DeliveryState::Waiting);
            assert!(next_try.unwrap() > now);
            progress = next;
        }
        assert_eq!((progress.lost_answers, progress.unresolved_since), (3, Some(at(0))));
    }

    #[test]
    fn a_token_is_kept_until_it_is_exchanged_and_for_a_day_at_most() {
        let token = Outcome::Token(code("t"));
        let (state, progress, _) = after(&Progress::default(), &token, at(0), 0.5);
        assert_eq!((state, progress.token.as_deref()), (DeliveryState::Waiting, Some("t")));
        let offline = Outcome::NotSent(code("connect"));
        let (_, progress, _) = after(&progress, &offline, at(60), 0.5);
        assert_eq!(progress.token.as_deref(), Some("t"));
        assert_eq!(after(&progress, &token, at(24 * 3600), 0.5).0, DeliveryState::Uncertain);

        let accepted = Outcome::Accepted { remote_id: Some(code("7")) };
        let (state, progress, next_try) = after(&progress, &accepted, at(120), 0.5);
        let delivered = Progress { attempts: 3, remote_id: Some(code("7")), ..Progress::default() };
        assert_eq!((state, progress, next_try), (DeliveryState::Delivered, delivered, None));
    }
}
