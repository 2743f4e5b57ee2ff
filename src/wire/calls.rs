//! The calls of a branch as our hub tells them to whoever asks: what a panel shows.

use jiff::civil::Date;
use serde::Deserialize;
use serde_json::Value;

use super::moment;
use crate::domain::queue::TicketNumber;
use crate::domain::waiting_room::{Call, CallState, Told};

/// Why an answer is not what a panel can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotCalls {
    /// It is something else.
    #[error("not-calls")]
    SomethingElse,
    /// It tells of another branch.
    #[error("another-branch")]
    AnotherBranch,
}

#[derive(Deserialize)]
struct Answer {
    branch: String,
    day: Date,
    calls: Vec<Value>,
}

#[derive(Deserialize)]
struct Row {
    id: u64,
    number: TicketNumber,
    desk: u16,
    at: String,
    times: u8,
    state: State,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum State {
    Called,
    Serving,
    Over,
}

/// Reads what a hub tells of a branch. What it tells besides is passed over, and so is a row that
/// is no call: the others still count.
///
/// # Errors
///
/// [`NotCalls`].
pub fn read(body: &[u8], branch: &str) -> Result<Told, NotCalls> {
    let answer: Answer = serde_json::from_slice(body).map_err(|_| NotCalls::SomethingElse)?;
    if answer.branch != branch {
        return Err(NotCalls::AnotherBranch);
    }
    let calls = answer.calls.into_iter().filter_map(call).collect();
    Ok(Told { day: answer.day, calls })
}

fn call(row: Value) -> Option<Call> {
    let Row { id, number, desk, at, times, state } = serde_json::from_value(row).ok()?;
    let state = match state {
        State::Called => CallState::Called,
        State::Serving => CallState::Serving,
        State::Over => CallState::Over,
    };
    Some(Call { id, number, desk, at: moment::read(&at)?, times, state })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const ANSWER: &str = r#"{"branch":"CENTRO","name":"Centro","day":"2026-11-24","new":[1],
        "calls":[{"id":41,"number":"A07","desk":3,"at":"2026-11-24T10:05:00-03:00","times":2,
        "state":"called","later":true},{"id":40,"number":"A7x","desk":3},
        {"id":39,"number":"L99","desk":12,"at":"2026-11-24T10:01:00-03:00","times":1,
        "state":"over"}]}"#;

    #[test]
    fn calls_are_read_and_what_is_none_is_passed_over() {
        let told = read(ANSWER.as_bytes(), "CENTRO").unwrap();
        assert_eq!(told.day, date(2026, 11, 24));
        let rows: Vec<_> = told
            .calls
            .iter()
            .map(|call| (call.id, call.number.to_string(), call.desk, call.times, call.state))
            .collect();
        assert_eq!(
            rows,
            [
                (41, "A07".to_owned(), 3, 2, CallState::Called),
                (39, "L99".to_owned(), 12, 1, CallState::Over)
            ]
        );
    }

    #[test]
    fn anything_else_is_no_answer() {
        assert_eq!(read(ANSWER.as_bytes(), "PORTO"), Err(NotCalls::AnotherBranch));
        for text in ["", "null", "[]", "<html>", r#"{"branch":"CENTRO","calls":[]}"#] {
            assert_eq!(read(text.as_bytes(), "CENTRO"), Err(NotCalls::SomethingElse), "{text}");
        }
    }
}
