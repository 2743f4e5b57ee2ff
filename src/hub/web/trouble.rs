//! What cannot be done: a sentence, what to do, and the way back.

use std::sync::Arc;

use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use super::frame::Page;
use super::parts::{back, choice, link, note};
use super::reader::Reader;
use crate::hub::Hub;
use crate::hub::api::problem::Problem;

/// A refusal of the rules, and what one can do about it.
pub(super) fn refused(reader: &Reader, problem: Problem, ways: &Markup) -> Response {
    let words = reader.words();
    let body = html! {
        (note("circle-alert", &words.text(&problem.message())))
        div.ways { (ways) }
    };
    let page = Page::new(&words.text("web-refused"), body).status(problem.status()).personal();
    page.back(back(reader, &reader.at("/book"))).show(reader)
}

/// A refusal after which one begins anew.
pub(super) fn begin_anew(reader: &Reader, problem: Problem) -> Response {
    let label = reader.words().text("web-to-book");
    refused(reader, problem, &link(&reader.at("/book"), &choice("calendar-check", &label, None)))
}

/// For a city that takes no appointments.
pub(super) fn no_appointments(reader: &Reader) -> Response {
    sorry(reader, "booking-no-not-booked-here", StatusCode::NOT_FOUND)
}

/// For an address at which there is nothing.
pub(in crate::hub) fn no_such_page(parts: &Parts, hub: &Arc<Hub>) -> Response {
    let path = parts.uri.path();
    if let Some(page) = path
        .strip_suffix('/')
        .filter(|page| page.len() > 1 && page.as_bytes().get(1) != Some(&b'/'))
    {
        return Redirect::to(page).into_response();
    }
    let reader = Reader::lost(parts, hub);
    sorry(&reader, "web-nothing-here", StatusCode::NOT_FOUND)
}

/// For a page that only a form leads to.
pub(super) async fn wrong_way(reader: Reader) -> Response {
    sorry(&reader, "web-wrong-way", StatusCode::METHOD_NOT_ALLOWED)
}

/// For a form of another site.
pub(super) fn from_elsewhere(reader: &Reader) -> Response {
    sorry(reader, "web-from-elsewhere", StatusCode::FORBIDDEN)
}

/// For a form that none of these pages sends.
pub(super) fn not_understood(reader: &Reader) -> Response {
    sorry(reader, "booking-no-malformed", StatusCode::BAD_REQUEST)
}

/// One sentence and where to go.
pub(super) fn sorry(reader: &Reader, id: &str, status: StatusCode) -> Response {
    let words = reader.words();
    let say = words.attribute(id, "say", &[]);
    let home = choice("house", &words.text("action-home"), None);
    let body = html! {
        @if let Some(say) = say { p { (say) } }
        (link(&reader.at("/"), &home))
    };
    Page::new(&words.text(id), body).status(status).show(reader)
}
