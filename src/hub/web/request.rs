//! How a request stands: what a kiosk tells.

use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use super::frame::Page;
use super::mine::{code_field, code_of};
use super::parts::{Field, back, hidden, lines, phone, picture, plate, summary};
use super::reader::{Given, Reader};
use crate::domain::city::ServiceCode;
use crate::domain::note::Spoken;
use crate::domain::protocol_number::{NotAProtocolNumber, ProtocolNumber};
use crate::domain::visit::{Details, Stage, Status};
use crate::hub::calls;
use crate::hub::parameters::Parameters;
use crate::view::follow_up::standing;
use crate::wire::georeport::ServiceRequest;
use crate::wire::moment;

/// Number and code?
pub(super) async fn ask(reader: Reader, Given(given): Given) -> Response {
    asked(&reader, &given, [None, None], StatusCode::OK)
}

fn asked(
    reader: &Reader,
    given: &Parameters,
    [number, code]: [Option<String>; 2],
    status: StatusCode,
) -> Response {
    let words = reader.words();
    let fields = [
        Field {
            name: "number",
            label: words.text("field-number"),
            hint: Some(words.text("web-request-number-hint")),
            value: given.get("number").unwrap_or_default(),
            wrong: number,
            kind: "text",
            autocomplete: "off",
            inputmode: Some("decimal"),
            needed: true,
        },
        code_field(reader, given, code, "web-request-code-hint", false),
    ];
    let body = html! {
        (summary(reader, &fields.each_ref()))
        form method="post" action=(reader.at("/request")) novalidate {
            @for field in &fields { (field.show()) }
            div.ways { button.strong type="submit" { (words.text("web-look")) (picture("search")) } }
        }
    };
    let page = Page::new(&words.text("web-request"), body).personal();
    let page = page.back(back(reader, &reader.at("/")));
    if status == StatusCode::OK { page } else { page.faulty(status) }.show(reader)
}

/// How it stands.
pub(super) async fn show(reader: Reader, Given(given): Given) -> Response {
    let words = reader.words();
    let number = given.get("number").unwrap_or_default().parse::<ProtocolNumber>();
    let wrong_number = number.as_ref().err().map(|error| match error {
        NotAProtocolNumber::CheckDigits => words.text("complaint-number-digit"),
        _ => words.text("complaint-number-length"),
    });
    let wrong_code = given.get("code").is_some() && code_of(&given).is_none();
    let wrong_code = wrong_code.then(|| words.text("complaint-code-length"));
    let number = match number {
        Ok(number) if wrong_code.is_none() => number,
        _ => return asked(&reader, &given, [wrong_number, wrong_code], StatusCode::BAD_REQUEST),
    };
    let code = code_of(&given);
    let locale = Some(("locale".to_owned(), reader.language.tag().to_owned()));
    let opens = code.clone().map(|code| ("access_code".to_owned(), code));
    let parameters = Parameters::new(locale.into_iter().chain(opens));
    let found = calls::request(&reader.hub, &number.to_string(), &parameters).await;
    let both = |id: &str| {
        let say = words.attribute(id, "say", &[]).unwrap_or_default();
        Some(format!("{} {say}", words.text(id)))
    };
    match found.map(|found| found.into_iter().next()) {
        Ok(Some(seen)) => told(&reader, number, &seen, code.is_some()),
        Ok(None) => asked(&reader, &given, [both("web-not-found"), None], StatusCode::NOT_FOUND),
        Err(refusal) => {
            let wrong = match refusal.status {
                StatusCode::NOT_FOUND => [both("web-not-found"), None],
                StatusCode::FORBIDDEN => [None, both("follow-code-wrong")],
                StatusCode::TOO_MANY_REQUESTS => [None, both("web-too-many-codes")],
                _ => [Some(words.text("booking-no-later")), None],
            };
            asked(&reader, &given, wrong, refusal.status)
        }
    }
}

fn told(reader: &Reader, number: ProtocolNumber, seen: &ServiceRequest, opened: bool) -> Response {
    let words = reader.words();
    let city = &reader.hub.city;
    let status = status(reader, number, seen, opened);
    let now = city.timezone.to_datetime(reader.hub.now());
    let standing = standing(words, city, now, &status, opened);
    let late = status.stage != Stage::Closed
        && status.answer_by.is_some_and(|due| due.last_moment() < now);
    let told = standing.lines.iter().map(|(icon, line)| (*icon, html! { (line) }));
    let body = html! {
        (plate(&[(words.text("field-number"), number.to_string())]))
        (lines(told))
        @if late { p.note { (picture("phone")) span { (words.text("web-complain")) " " (phone(&city.phone)) } } }
        @if !opened { (give_code(reader, number)) }
    };
    let page = Page::new(&standing.title, body).personal();
    page.back(back(reader, &reader.at("/request"))).show(reader)
}

/// Whoever has no code at hand first may type it later.
fn give_code(reader: &Reader, number: ProtocolNumber) -> Markup {
    let words = reader.words();
    let nothing = Parameters::new([]);
    html! {
        h2 { (words.text("action-give-code")) }
        form method="post" action=(reader.at("/request")) novalidate {
            (hidden("number", &number.to_string()))
            (code_field(reader, &nothing, None, "web-request-code-hint", false).show())
            div.ways { button.strong type="submit" { (words.text("web-look")) (picture("search")) } }
        }
    }
}

/// What the hub told, as a kiosk understands it.
fn status(reader: &Reader, number: ProtocolNumber, seen: &ServiceRequest, opened: bool) -> Status {
    let city = &reader.hub.city;
    let due =
        |moment: &Option<String>| moment.as_deref().and_then(|it| moment::due(it, &city.timezone));
    let said = |text: &Option<String>| text.clone().unwrap_or_default();
    Status {
        number,
        stage: if seen.status == "closed" { Stage::Closed } else { Stage::Open },
        answer_by: due(&seen.answer_by),
        done_by: due(&seen.expected_datetime),
        service: seen.service_code.clone().map(ServiceCode),
        details: opened.then(|| Details {
            place: said(&seen.address),
            words: said(&seen.description),
            answer: said(&seen.status_notes),
            spoken: match seen.note {
                Some("waiting") => Spoken::Waiting,
                Some("written") => Spoken::Written,
                _ => Spoken::No,
            },
        }),
    }
}
