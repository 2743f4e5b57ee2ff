//! Somebody comes back to a booking: to see, change or cancel it.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use maud::html;

use super::done::{self, Told, place_and_time};
use super::frame::Page;
use super::parts::{Field, back, hidden, lines, picture, summary};
use super::reader::{Given, Reader};
use super::take::{ask_who, branch_name, no_time, start};
use super::trip::{Trip, call_id, new_form};
use super::trouble;
use crate::domain::booking::number::BookingNumber;
use crate::domain::booking::state::{BookingRefusal, State};
use crate::hub::api::asked::{ChangeRequest, PlainRequest};
use crate::hub::api::bookings::{calendar_of, changed, done, opened};
use crate::hub::api::problem::Problem;
use crate::hub::api::told;
use crate::hub::booking::{Booking, Deed};
use crate::hub::parameters::Parameters;

/// Number and code? The number may stand in the address, as a slip's QR code has it.
pub(super) async fn ask(reader: Reader, Given(given): Given) -> Response {
    asked(&reader, &given, [None, None])
}

fn asked(reader: &Reader, given: &Parameters, wrong: [Option<(&str, Problem)>; 2]) -> Response {
    let words = reader.words();
    let status = wrong.iter().flatten().map(|(_, problem)| problem.status()).next();
    let [number, code] = wrong.map(|it| it.map(|(id, _)| words.text(id)));
    let fields = [
        Field {
            name: "number",
            label: words.text("web-booking-number"),
            hint: Some(words.text("web-booking-number-hint")),
            value: given.get("number").unwrap_or_default(),
            wrong: number,
            kind: "text",
            autocomplete: "off",
            inputmode: Some("numeric"),
            needed: true,
        },
        code_field(reader, given, code, "web-booking-code-hint", true),
    ];
    let body = html! {
        (summary(reader, &fields.each_ref()))
        form method="post" action=(reader.at("/booking")) novalidate {
            @for field in &fields { (field.show()) }
            div.ways { button.strong type="submit" { (words.text("action-next")) (picture("arrow-right")) } }
        }
    };
    let page = Page::new(&words.text("web-mine"), body).back(back(reader, &reader.at("/")));
    match status {
        Some(status) => page.faulty(status).personal(),
        None => page,
    }
    .show(reader)
}

/// The field of an access code.
pub(super) fn code_field<'a>(
    reader: &Reader,
    given: &'a Parameters,
    wrong: Option<String>,
    hint: &str,
    needed: bool,
) -> Field<'a> {
    Field {
        name: "code",
        label: reader.words().text("field-code"),
        hint: Some(reader.words().text(hint)),
        value: given.get("code").unwrap_or_default(),
        wrong,
        kind: "text",
        autocomplete: "off",
        inputmode: Some("numeric"),
        needed,
    }
}

/// The digits of a code, where there are six of them.
pub(super) fn code_of(given: &Parameters) -> Option<String> {
    let typed = given.get("code")?;
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    (digits.len() == 6 && !typed.chars().any(char::is_alphabetic)).then_some(digits)
}

/// Opens a booking; what is wrong is said at its field.
async fn open(reader: Reader, given: &Parameters) -> Result<(Reader, String, Booking), Response> {
    let number: Option<BookingNumber> = given.get("number").and_then(|it| it.parse().ok());
    let code = code_of(given);
    let (Some(number), Some(code)) = (number, code.clone()) else {
        let malformed = |id| (id, Problem::Malformed);
        let wrong = [
            number.is_none().then_some(malformed("web-booking-number-wrong")),
            code.is_none().then_some(malformed("complaint-code-length")),
        ];
        return Err(asked(&reader, given, wrong));
    };
    let reader = reader.with_code(&code);
    match opened(&reader.hub, &reader.asker, Ok(Path(number.digits()))).await {
        Ok(booking) => Ok((reader, code, booking)),
        Err(refused) => {
            let problem = refused.problem();
            let message = problem.message();
            Err(asked(&reader, given, [Some((message.as_str(), problem)), None]))
        }
    }
}

/// A booking for whoever has its number and code.
pub(super) async fn show(reader: Reader, Given(given): Given) -> Response {
    match open(reader, &given).await {
        Ok((reader, code, booking)) if matches!(booking.state, State::Held { .. }) => {
            ask_who(&reader, &Trip::of_booking(&booking, &code), &booking)
        }
        Ok((reader, code, booking)) => done::shown(&reader, &code, &booking, Told::AsItIs),
        Err(page) => page,
    }
}

/// The booking as a calendar file.
pub(super) async fn calendar(reader: Reader, Given(given): Given) -> Response {
    match open(reader, &given).await {
        Ok((reader, _, booking)) => match calendar_of(&reader.hub, &reader.asker, &booking) {
            Ok(file) => file,
            Err(refused) => refused.into_response(),
        },
        Err(page) => page,
    }
}

/// Shall the booking be changed to this time?
pub(super) fn ask_to_change(
    reader: &Reader,
    trip: &Trip,
    booking: &Booking,
    start: Timestamp,
) -> Response {
    let words = reader.words();
    let branch = trip.branch.clone().unwrap_or_else(|| booking.branch.clone());
    let line = |at: Timestamp, branch: &str| {
        html! { strong { (told::when(&reader.hub, at, words)) } br; (branch_name(reader, branch)) }
    };
    let body = html! {
        h2 { (words.text("web-new-time")) }
        div.card { (lines([("calendar-check", line(start, &branch))])) }
        h2 { (words.text("web-old-time")) }
        (lines([("calendar-x", line(booking.start, &booking.branch))]))
        div.ways {
            form method="post" action=(reader.at("/booking/change")) {
                (trip.to(&branch).hidden(&[]))
                (hidden("call", &new_form()))
                (hidden("start", &start.to_string()))
                button.strong type="submit" { (words.text("web-change-yes")) (picture("check")) }
            }
            (trip.go(reader, "/booking", &[], "quiet", &html! { (words.text("web-change-no")) }))
        }
    };
    Page::new(&words.text("web-change-ask"), body).personal().show(reader)
}

/// Gives a booking another time.
pub(super) async fn change(reader: Reader, Given(given): Given) -> Response {
    let trip = Trip::of(&given);
    let Some(start) = start(&given) else {
        return trouble::begin_anew(&reader, Problem::Malformed);
    };
    let (reader, code, booking) = match open(reader, &given).await {
        Ok(open) => open,
        Err(page) => return page,
    };
    let branch = trip.branch.clone().unwrap_or_else(|| booking.branch.clone());
    let call_id = call_id(given.get("call"), &[&branch, &start.to_string()]);
    let wanted = ChangeRequest { call_id, branch: Some(branch), start };
    let number = Ok(Path(booking.number.digits()));
    match changed(&reader.hub, &reader.asker, number, &wanted).await {
        Ok(booking) => done::shown(&reader, &code, &booking, Told::Changed),
        Err(refused) => no_time(&reader, &trip, refused.problem()),
    }
}

/// Shall the booking be cancelled?
pub(super) async fn cancel(reader: Reader, Given(given): Given) -> Response {
    let (reader, code, booking) = match open(reader, &given).await {
        Ok(open) => open,
        Err(page) => return page,
    };
    let words = reader.words();
    let trip = Trip::of_booking(&booking, &code);
    let body = html! {
        (place_and_time(&reader, &trip, &booking))
        p { (words.text("web-cancel-about")) }
        div.ways {
            form method="post" action=(reader.at("/booking/give-back")) {
                (trip.hidden(&[]))
                (hidden("call", &new_form()))
                button.strong type="submit" { (words.text("web-cancel-yes")) }
            }
            (trip.go(&reader, "/booking", &[], "quiet", &html! { (words.text("web-cancel-no")) }))
        }
    };
    Page::new(&words.text("web-cancel-ask"), body).personal().show(&reader)
}

/// Cancels.
pub(super) async fn give_back(reader: Reader, Given(given): Given) -> Response {
    let (reader, code, booking) = match open(reader, &given).await {
        Ok(open) => open,
        Err(page) => return page,
    };
    let call_id = call_id(given.get("call"), &["cancel"]);
    let number = Ok(Path(booking.number.digits()));
    let wanted = PlainRequest { call_id };
    match done(&reader.hub, &reader.asker, number, &wanted, Deed::Cancel).await {
        Ok(booking) => done::shown(&reader, &code, &booking, Told::GivenBack),
        Err(refused) if refused.problem() == Problem::Refused(BookingRefusal::WasCancelled) => {
            done::shown(&reader, &code, &booking, Told::GivenBack)
        }
        Err(refused) => trouble::begin_anew(&reader, refused.problem()),
    }
}
