//! A booking as its owner sees it.

use axum::response::Response;
use maud::{Markup, html};

use super::book::where_it_is;
use super::frame::Page;
use super::parts::{choice, hidden, lines, link, note, picture, plate};
use super::reader::Reader;
use super::take::branch_name;
use super::trip::Trip;
use crate::domain::booking::state::{BookingRefusal, State, Verb, step};
use crate::domain::request::AccessCode;
use crate::hub::api::problem::Problem;
use crate::hub::api::{times, told};
use crate::hub::booking::Booking;

/// What has just become of it.
#[derive(Clone, Copy)]
pub(super) enum Told {
    Booked,
    Changed,
    GivenBack,
    AsItIs,
}

/// A booking: number, code, when, where, what to bring, and what can be done.
pub(super) fn shown(reader: &Reader, code: &str, booking: &Booking, told: Told) -> Response {
    let words = reader.words();
    let trip = Trip::of_booking(booking, code);
    let title = match told {
        Told::Booked => "web-booked",
        Told::Changed => "web-changed",
        Told::GivenBack => "web-given-back",
        Told::AsItIs => "web-your-time",
    };
    let over = ended(booking.state);
    let body = html! {
        @if let Some(reason) = over {
            @if !matches!(told, Told::GivenBack) { (note("info", &words.text(&reason.message()))) }
            (place_and_time(reader, &trip, booking))
            (link(&reader.at("/book"), &choice("calendar-check", &words.text("web-to-book"), None)))
        } @else {
            (plate(&[
                (words.text("web-your-number"), booking.number.to_string()),
                (words.text("field-code"), AccessCode(code.to_owned()).grouped()),
            ]))
            (note("pencil", &words.text("web-write-down")))
            (place_and_time(reader, &trip, booking))
            (bring(reader, booking))
            (ways(reader, &trip, booking))
        }
    };
    Page::new(&words.text(title), body).personal().show(reader)
}

/// Why nothing more can be done with it, where that is so.
fn ended(state: State) -> Option<Problem> {
    let reason = match state {
        State::Held { .. } | State::Confirmed => return None,
        State::Expired => BookingRefusal::HoldExpired,
        State::CheckedIn => BookingRefusal::WasCheckedIn,
        State::Cancelled => BookingRefusal::WasCancelled,
        State::Missed => BookingRefusal::WasMissed,
    };
    Some(Problem::Refused(reason))
}

/// When, where and what for, of a booking or of the time that one holds.
pub(super) fn place_and_time(reader: &Reader, trip: &Trip, booking: &Booking) -> Markup {
    let words = reader.words();
    let when = told::when(&reader.hub, booking.start, words);
    let branch = times::branch(&reader.hub.city, &booking.branch).ok();
    html! {
        div.card {
            p.when { (picture("calendar-check")) strong { (when) } }
            p.where { strong { (branch_name(reader, &booking.branch)) } }
            @if let Some(branch) = branch { (where_it_is(reader, branch)) }
            (lines([("file-text", html! { (trip.names(reader)) })]))
            @if booking.wish.people > 1 {
                (lines([("users", html! {
                    (words.with("web-people", &[("count", i64::from(booking.wish.people).into())]))
                })]))
            }
            @if booking.wish.interpreter {
                (lines([("hand", html! { (words.text("web-interpreter")) })]))
            }
        }
    }
}

fn bring(reader: &Reader, booking: &Booking) -> Markup {
    let services = booking.wish.services.iter();
    let bring = services.flat_map(|code| told::words_of(&reader.hub, code, reader.language).bring);
    let bring: Vec<String> = bring.collect();
    html! {
        @if !bring.is_empty() {
            h2 { (reader.words().text("web-bring")) }
            ul.bring { @for paper in &bring { li { (paper) } } }
        }
    }
}

fn ways(reader: &Reader, trip: &Trip, booking: &Booking) -> Markup {
    let words = reader.words();
    let timing = reader.hub.city.booking.as_ref().map(crate::domain::booking::BookingRules::timing);
    let now = reader.hub.now();
    let may = |verb| {
        timing.is_some_and(|timing| step(booking.state, verb, booking.start, now, timing).is_ok())
    };
    let held = matches!(booking.state, State::Held { .. });
    html! {
        div.ways.apart {
            @if held {
                form method="post" action=(reader.at("/book/take")) {
                    (trip.hidden(&[]))
                    (hidden("start", &booking.start.to_string()))
                    button.strong type="submit" { (words.text("web-confirm")) (picture("arrow-right")) }
                }
            }
            (trip.go(reader, "/booking/calendar", &[], "quiet", &html! {
                (picture("calendar-plus")) (words.text("web-to-calendar"))
            }))
            @if may(Verb::Change) {
                (trip.go(reader, "/book/when", &[], "quiet", &html! {
                    (picture("calendar-cog")) (words.text("web-to-change"))
                }))
            } @else {
                (note("info", &words.text("booking-no-too-late-to-change")))
            }
            @if may(Verb::Cancel) {
                (trip.go(reader, "/booking/cancel", &[], "quiet", &html! {
                    (picture("calendar-x")) (words.text("web-to-cancel"))
                }))
            }
        }
        (note("printer", &words.text("web-print")))
    }
}
