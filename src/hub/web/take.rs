//! A time is taken: held, then somebody says who comes; or a booking gets another one.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::Timestamp;
use maud::{Markup, html};

use super::book::who;
use super::done::{self, Told, place_and_time};
use super::frame::{Page, Stage};
use super::mine;
use super::parts::{hidden, note, picture, summary};
use super::reader::{Given, Reader};
use super::trip::{Trip, call_id, new_form};
use super::trouble;
use crate::domain::booking::state::{BookingRefusal, State};
use crate::hub::api::asked::{
    ChangeRequest, ConfirmRequest, HoldRequest, is_email, is_name, is_phone,
};
use crate::hub::api::bookings::{changed, confirmed, held, opened};
use crate::hub::api::problem::Problem;
use crate::hub::api::times;
use crate::hub::booking::Booking;
use crate::hub::parameters::Parameters;
use crate::view::moment;

/// Holds a time, or asks whether a booking shall be changed to it.
pub(super) async fn take(reader: Reader, Given(given): Given) -> Response {
    let trip = Trip::of(&given);
    let Some(start) = start(&given) else {
        return trouble::begin_anew(&reader, Problem::Malformed);
    };
    if let Some((number, code)) = trip.opens() {
        let (number, code) = (number.to_owned(), code.to_owned());
        let reader = reader.with_code(&code);
        return match opened(&reader.hub, &reader.asker, Ok(Path(number.clone()))).await {
            Ok(booking) if matches!(booking.state, State::Confirmed) => {
                mine::ask_to_change(&reader, &trip, &booking, start)
            }
            Ok(booking) if matches!(booking.state, State::Held { .. }) => {
                other_hold(&reader, &trip, &given, start).await
            }
            Ok(_) => new_hold(&reader, &trip, &given, start).await,
            Err(refused) => trouble::begin_anew(&reader, refused.problem()),
        };
    }
    new_hold(&reader, &trip, &given, start).await
}

/// The time that was chosen.
pub(super) fn start(given: &Parameters) -> Option<Timestamp> {
    given.get("start").and_then(|start| start.parse().ok())
}

async fn new_hold(reader: &Reader, trip: &Trip, given: &Parameters, start: Timestamp) -> Response {
    let branch = trip.branch.clone().unwrap_or_default();
    let asked = [trip.services.join(","), trip.people.to_string(), trip.interpreter.to_string()];
    let [services, people, interpreter] = &asked;
    let at = start.to_string();
    let wanted = HoldRequest {
        call_id: call_id(given.get("call"), &[&branch, services, people, interpreter, &at]),
        branch,
        services: trip.services.clone(),
        people: trip.people,
        interpreter: trip.interpreter,
        start,
    };
    match held(&reader.hub, &reader.asker, &wanted).await {
        Ok((booking, code)) => ask_who(reader, &with(trip, &booking, &code.0), &booking),
        Err(refused) => no_time(reader, &trip.alone(), refused.problem()),
    }
}

/// Somebody who holds a time chose another: the first is left, so that nobody holds two.
async fn other_hold(
    reader: &Reader,
    trip: &Trip,
    given: &Parameters,
    start: Timestamp,
) -> Response {
    let branch = trip.branch.clone();
    let asked = [branch.clone().unwrap_or_default(), start.to_string()];
    let call_id = call_id(given.get("call"), &[&asked[0], &asked[1]]);
    let wanted = ChangeRequest { call_id, branch, start };
    let number = trip.number.clone().unwrap_or_default();
    match changed(&reader.hub, &reader.asker, Ok(Path(number)), &wanted).await {
        Ok(booking) => {
            let code = trip.code.clone().unwrap_or_default();
            ask_who(reader, &with(trip, &booking, &code), &booking)
        }
        Err(refused) => no_time(reader, trip, refused.problem()),
    }
}

/// What was typed, with the booking that it is about.
fn with(trip: &Trip, booking: &Booking, code: &str) -> Trip {
    Trip {
        name: trip.name.clone(),
        phone: trip.phone.clone(),
        email: trip.email.clone(),
        ..Trip::of_booking(booking, code)
    }
}

/// A time that cannot be had; what was typed goes along to another one.
pub(super) fn no_time(reader: &Reader, trip: &Trip, problem: Problem) -> Response {
    trouble::refused(reader, problem, &other_times(reader, trip))
}

fn other_times(reader: &Reader, trip: &Trip) -> Markup {
    let words = reader.words();
    let time = html! { (words.text("web-other-time")) (picture("arrow-right")) };
    let place = html! { (words.text("web-other-place")) (picture("arrow-right")) };
    html! {
        (trip.go(reader, "/book/when", &[], "strong", &time))
        (trip.go(reader, "/book/where", &[], "quiet", &place))
    }
}

/// The time is held: who comes?
pub(super) fn ask_who(reader: &Reader, trip: &Trip, booking: &Booking) -> Response {
    who_comes(reader, trip, booking, [None; 3])
}

fn who_comes(
    reader: &Reader,
    trip: &Trip,
    booking: &Booking,
    wrong: [Option<&str>; 3],
) -> Response {
    let words = reader.words();
    let fields = who(reader, trip, wrong);
    let until = match booking.state {
        State::Held { until } => Some(reader.hub.city.timezone.to_datetime(until).time()),
        _ => None,
    };
    let kept = |until| words.with("web-kept-until", &[("time", moment::time(words, until).into())]);
    let body = html! {
        (summary(reader, &fields.each_ref()))
        (place_and_time(reader, trip, booking))
        @if let Some(until) = until { (note("clock", &kept(until))) }
        form method="post" action=(reader.at("/book/confirm")) novalidate {
            (trip.hidden(&["name", "phone", "email"]))
            (hidden("call", &new_form()))
            (hidden("start", &booking.start.to_string()))
            @for field in &fields { (field.show()) }
            (note("shield-check", &words.text("web-who-sees")))
            div.ways {
                button.strong type="submit" { (words.text("web-confirm")) (picture("check")) }
                button.quiet type="submit" formaction=(reader.at("/book/when")) formnovalidate {
                    (words.text("web-other-time"))
                }
            }
        }
    };
    let faulty = wrong.iter().any(Option::is_some);
    let page = Page::new(&words.text("web-who"), body).stage(Stage::Who).personal();
    if faulty { page.faulty(StatusCode::BAD_REQUEST) } else { page }.show(reader)
}

/// Says who comes.
pub(super) async fn confirm(reader: Reader, Given(given): Given) -> Response {
    let trip = Trip::of(&given);
    let Some((number, code)) = trip.opens() else {
        return trouble::begin_anew(&reader, Problem::Malformed);
    };
    let (number, code) = (number.to_owned(), code.to_owned());
    let reader = reader.with_code(&code);
    let name = trip.name.clone().unwrap_or_default();
    let contact = trip.phone.as_ref().or(trip.email.as_ref());
    let wrong = [
        (!is_name(&name)).then_some("web-name-missing"),
        match &trip.phone {
            Some(phone) if !is_phone(phone) => Some("complaint-telephone"),
            None if contact.is_none() => Some("booking-no-no-contact"),
            _ => None,
        },
        trip.email.as_deref().filter(|email| !is_email(email)).map(|_| "complaint-email"),
    ];
    if wrong.iter().any(Option::is_some) {
        return match opened(&reader.hub, &reader.asker, Ok(Path(number))).await {
            Ok(booking) => who_comes(&reader, &trip, &booking, wrong),
            Err(refused) => trouble::begin_anew(&reader, refused.problem()),
        };
    }
    let (phone, email) = (trip.phone.clone(), trip.email.clone());
    let typed = [name.as_str(), phone.as_deref().unwrap_or(""), email.as_deref().unwrap_or("")];
    let call_id = call_id(given.get("call"), &typed);
    let wanted = ConfirmRequest { call_id, name: name.clone(), phone, email };
    match confirmed(&reader.hub, &reader.asker, Ok(Path(number.clone())), wanted).await {
        Ok(booking) => done::shown(&reader, &code, &booking, Told::Booked),
        Err(refused) => not_confirmed(&reader, &trip, &given, refused.problem()).await,
    }
}

async fn not_confirmed(
    reader: &Reader,
    trip: &Trip,
    given: &Parameters,
    problem: Problem,
) -> Response {
    let Some((number, code)) = trip.opens() else { return no_time(reader, trip, problem) };
    match problem {
        Problem::Refused(BookingRefusal::AlreadyConfirmed) => {
            match opened(&reader.hub, &reader.asker, Ok(Path(number.to_owned()))).await {
                Ok(booking) => done::shown(reader, code, &booking, Told::Booked),
                Err(refused) => trouble::begin_anew(reader, refused.problem()),
            }
        }
        Problem::Refused(BookingRefusal::HoldExpired) => {
            let trip = trip.alone();
            let ways = html! {
                @if let Some(start) = start(given) { (again(reader, &trip, start)) }
                (other_times(reader, &trip))
            };
            trouble::refused(reader, problem, &ways)
        }
        problem => no_time(reader, trip, problem),
    }
}

/// The same time once more.
fn again(reader: &Reader, trip: &Trip, start: Timestamp) -> Markup {
    html! {
        form method="post" action=(reader.at("/book/take")) {
            (trip.hidden(&[]))
            (hidden("call", &new_form()))
            (hidden("start", &start.to_string()))
            button.strong type="submit" { (reader.words().text("web-keep-again")) }
        }
    }
}

/// Where a branch is known, its name.
pub(super) fn branch_name(reader: &Reader, code: &str) -> String {
    times::branch(&reader.hub.city, code).map_or(code.to_owned(), |branch| branch.name.clone())
}
