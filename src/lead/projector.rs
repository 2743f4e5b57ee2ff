//! The page on the wall: first the number of the group, then the lesson that who leads plays.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::{Lead, page};
use crate::domain::meeting::{Lamp, Meeting};
use crate::hub::web::parts::picture;
use crate::locale::Words;
use crate::view::meeting as told;

/// A lesson's page holds everything it needs, and talks to nobody.
const LESSON_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; \
    script-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

/// The page.
pub(super) async fn page(State(lead): State<Arc<Lead>>) -> Response {
    let words = lead.words();
    page::live(words, "wall", "projector/now", &words.text("wall-title"), &body(&lead))
}

/// What stands on it now.
pub(super) async fn now(State(lead): State<Arc<Lead>>) -> Response {
    page::part(body(&lead))
}

/// A lesson, to be played before everybody.
pub(super) async fn lesson(State(lead): State<Arc<Lead>>, Path(id): Path<String>) -> Response {
    let Some(page) = lead.played(&id) else { return StatusCode::NOT_FOUND.into_response() };
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CONTENT_SECURITY_POLICY, LESSON_POLICY),
        (header::CACHE_CONTROL, "no-store"),
    ];
    (headers, page).into_response()
}

fn body(lead: &Lead) -> Markup {
    let words = lead.words();
    let meeting = lead.meeting();
    let Some(meeting) = meeting.as_ref().filter(|meeting| !meeting.has_ended()) else {
        return html! { h1 { (words.text("wall-over")) } };
    };
    let wish = meeting.wish();
    let line = match &wish.lesson {
        _ if wish.faces => Some("wall-faces"),
        Some(_) if wish.paused => Some("wall-paused"),
        _ => None,
    };
    html! {
        @if let Some(line) = line {
            div.wall-line { (picture("users-round")) (line_of(words, line, wish.faces)) }
        }
        @match &wish.lesson {
            Some(lesson) if !wish.faces => {
                div.wall-top {
                    h1 { (told::title(words, lesson)) }
                    p { (words.text("wall-code")) " " strong { (meeting.code) } }
                }
                // Another turn or step is another address: only then it is played from there.
                iframe title=(told::title(words, lesson)) src=(address(lead, meeting, &lesson.0)) {}
            }
            Some(_) => {}
            None => {
                h1 { (words.text("wall-welcome")) }
                ol.wall-how {
                    @for action in ["action-lessons", "action-join-group"] {
                        li { (words.with("wall-touch", &[("label", words.text(action).into())])) }
                    }
                    li { (words.text("wall-write")) " " strong.wall-code { (meeting.code) } }
                }
                p.wall-seats { (words.with("wall-seats", &[("taken", taken(meeting, lead).into())])) }
            }
        }
    }
}

/// What everybody is to do; nothing else stands there while they choose a face.
fn line_of(words: Words<'_>, line: &str, is_all: bool) -> Markup {
    html! { @if is_all { h1 { (words.text(line)) } } @else { p { (words.text(line)) } } }
}

fn address(lead: &Lead, meeting: &Meeting, lesson: &str) -> String {
    let wish = meeting.wish();
    let serial = wish.together.map_or(0, |(serial, _)| serial);
    let quiet = if lead.speaker.is_some() { "&quiet" } else { "" };
    format!("lesson/{lesson}?turn={}-{serial}&wall{quiet}#{}", wish.turn, meeting.front())
}

/// At how many seats somebody sits.
pub(super) fn taken(meeting: &Meeting, lead: &Lead) -> i64 {
    let seats = meeting.seats(lead.clock.now());
    let taken = seats.iter().filter(|seat| seat.lamp != Lamp::Free).count();
    i64::try_from(taken).unwrap_or_default()
}
