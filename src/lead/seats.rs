//! What seats ask, once a second each.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::Lead;
use crate::domain::meeting::NotTaken;
use crate::wire::meeting::{LeaveCall, SeatAnswer, SeatCall};

/// A seat tells how it is, and hears what is wanted.
pub(super) async fn hear(State(lead): State<Arc<Lead>>, body: Bytes) -> Response {
    let Ok(call) = serde_json::from_slice::<SeatCall>(&body) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let now = lead.clock.now();
    let answer = lead.change(|meeting| {
        let heard = meeting.hear(&call.code, call.token, &call.standing, now);
        heard.map(|(number, wish)| SeatAnswer::Seat { number, wish: wish.clone() })
    });
    answered(&answer.unwrap_or(Err(NotTaken::NoMeeting)).unwrap_or_else(SeatAnswer::Refused))
}

/// A seat is given up; one that is not known is given up already.
pub(super) async fn leave(State(lead): State<Arc<Lead>>, body: Bytes) -> Response {
    let Ok(LeaveCall { token }) = serde_json::from_slice(&body) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let _ = lead.change(|meeting| meeting.stand_up(token));
    StatusCode::NO_CONTENT.into_response()
}

fn answered(answer: &SeatAnswer) -> Response {
    let body = serde_json::to_vec(answer).unwrap_or_default();
    ([(header::CONTENT_TYPE, "application/json")], body).into_response()
}
