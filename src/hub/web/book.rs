//! What for, and where.

use axum::response::Response;
use jiff::Timestamp;
use maud::{Markup, html};

use super::frame::{Page, Stage};
use super::parts::{Field, back, choice, note, picture};
use super::reader::{Given, Reader};
use super::trip::Trip;
use super::trouble;
use crate::domain::city::{Branch, ServiceCode};
use crate::hub::api::problem::Problem;
use crate::hub::api::{times, told};

/// What can be booked. Private services are not named to whoever looks over a shoulder.
pub(super) async fn what(reader: Reader) -> Response {
    let words = reader.words();
    let Some(rules) = reader.hub.city.booking.as_ref() else {
        return trouble::no_appointments(&reader);
    };
    let known = |code: &ServiceCode| reader.hub.city.service(code).filter(|it| !it.private);
    let open: Vec<_> = rules.services.keys().filter_map(known).collect();
    let body = html! {
        ul.choices {
            @for service in &open {
                @let name = told::words_of(&reader.hub, &service.code, reader.language).name;
                @let trip = Trip { services: vec![service.code.0.clone()], people: 1, ..Trip::default() };
                li { (trip.go(&reader, "/book/where", &[], "choice", &choice(&service.icon, &name, None))) }
            }
        }
        @if open.len() < rules.services.len() {
            (note("lock", &words.with("web-book-private", &[("phone", reader.hub.city.phone.as_str().into())])))
        }
    };
    let page = Page::new(&words.text("web-book-what"), body).stage(Stage::What);
    page.back(back(&reader, &reader.at("/"))).show(&reader)
}

/// Who else comes, an interpreter, and a second matter.
pub(super) async fn more(reader: Reader, Given(given): Given) -> Response {
    let words = reader.words();
    let trip = Trip::of(&given);
    let Some(rules) = reader.hub.city.booking.as_ref() else {
        return trouble::no_appointments(&reader);
    };
    if let Err(problem) = trip.wish(&reader) {
        return trouble::begin_anew(&reader, problem);
    }
    let first = trip.services.first().cloned().unwrap_or_default();
    let others = rules.services.keys().filter(|code| code.0 != first);
    let others = others.filter(|code| reader.hub.city.service(code).is_some_and(|it| !it.private));
    let body = html! {
        form method="get" action=(reader.at("/book/where")) {
            input type="hidden" name="services" value=(first);
            @if rules.most_people > 1 {
                div.field {
                    label for="people" { (words.text("web-more-people")) }
                    p.hint #people-hint { (words.text("web-more-people-hint")) }
                    select #people name="people" aria-describedby="people-hint" {
                        @for count in 1..=rules.most_people {
                            option value=(count) selected[count == trip.people] { (count) }
                        }
                    }
                }
            }
            @if rules.most_services > 1 {
                div.field {
                    label for="second" { (words.text("web-more-second")) }
                    select #second name="services" {
                        option value="" { (words.text("web-more-nothing")) }
                        @for code in others {
                            option value=(code.0) selected[trip.services.get(1) == Some(&code.0)] {
                                (told::words_of(&reader.hub, code, reader.language).name)
                            }
                        }
                    }
                }
            }
            div.tick {
                input #interpreter type="checkbox" name="interpreter" value="true" checked[trip.interpreter];
                label for="interpreter" { (words.text("web-more-interpreter")) }
            }
            button.strong type="submit" { (words.text("action-next")) (picture("arrow-right")) }
        }
    };
    let way = trip.go(&reader, "/book/where", &[], "quiet", &super::parts::back_words(&reader));
    Page::new(&words.text("web-more"), body).stage(Stage::What).back(way).show(&reader)
}

/// The branches, each with its first free time.
pub(super) async fn places(reader: Reader, Given(given): Given) -> Response {
    let trip = Trip::of(&given);
    match found(&reader, &trip).await {
        Ok(found) => shown(&reader, &trip, &found),
        Err(problem) => trouble::begin_anew(&reader, problem),
    }
}

type Found<'a> = Vec<(Timestamp, &'a Branch)>;

async fn found<'a>(reader: &'a Reader, trip: &Trip) -> Result<Found<'a>, Problem> {
    let found = times::first_of_each(&reader.hub, &trip.wish(reader)?).await?;
    Ok(found.into_iter().map(|(time, branch)| (time.start, branch)).collect())
}

fn shown(reader: &Reader, trip: &Trip, found: &Found<'_>) -> Response {
    let words = reader.words();
    let body = html! {
        p.about { (trip.names(reader)) }
        @if found.is_empty() {
            (note("calendar-x", &words.with("web-none-free", &[("phone", reader.hub.city.phone.as_str().into())])))
        }
        ul.places {
            @for (start, branch) in found { li { (place(reader, trip, *start, branch)) } }
        }
        @if trip.opens().is_none() {
            p { (trip.go(reader, "/book/more", &[], "quiet", &html! { (picture("users")) (words.text("web-more")) })) }
        }
    };
    let page = Page::new(&words.text("web-book-where"), body).stage(Stage::Where);
    let page = if trip.is_personal() { page.personal() } else { page };
    page.back(back(reader, &reader.at("/book"))).show(reader)
}

fn place(reader: &Reader, trip: &Trip, start: Timestamp, branch: &Branch) -> Markup {
    let words = reader.words();
    let soonest = told::when(&reader.hub, start, words);
    let name = words.with("web-choose-place", &[("branch", branch.name.as_str().into())]);
    html! {
        h2 { (branch.name) }
        (where_it_is(reader, branch))
        p.soonest { (picture("clock")) span { (words.text("web-soonest")) " " strong { (soonest) } } }
        (trip.to(&branch.code).go(reader, "/book/when", &[], "strong", &html! { (name) (picture("arrow-right")) }))
    }
}

/// Address, landmark and bus stops.
pub(super) fn where_it_is(reader: &Reader, branch: &Branch) -> Markup {
    let landmark = branch.landmark.get(&reader.language);
    super::parts::lines(
        [
            Some(("map-pin", html! { (branch.address) @if let Some(it) = landmark { br; (it) } })),
            (!branch.bus_stops.is_empty()).then(|| {
                let stops = &branch.bus_stops;
                ("bus", html! { @for (at, stop) in stops.iter().enumerate() { @if at > 0 { br; } (stop) } })
            }),
        ]
        .into_iter()
        .flatten(),
    )
}

/// Who comes: three fields, and what is wrong with them.
pub(super) fn who<'a>(reader: &Reader, trip: &'a Trip, wrong: [Option<&str>; 3]) -> [Field<'a>; 3] {
    let words = reader.words();
    let [name, phone, email] = wrong.map(|id| id.map(|id| words.text(id)));
    let value = |own: &'a Option<String>| own.as_deref().unwrap_or_default();
    [
        Field {
            name: "name",
            label: words.text("web-name"),
            hint: None,
            value: value(&trip.name),
            wrong: name,
            kind: "text",
            autocomplete: "name",
            inputmode: None,
            needed: true,
        },
        Field {
            name: "phone",
            label: words.text("web-phone"),
            hint: Some(words.text("web-phone-hint")),
            value: value(&trip.phone),
            wrong: phone,
            kind: "tel",
            autocomplete: "tel",
            inputmode: Some("tel"),
            needed: false,
        },
        Field {
            name: "email",
            label: words.text("web-email"),
            hint: Some(words.text("web-email-hint")),
            value: value(&trip.email),
            wrong: email,
            kind: "email",
            autocomplete: "email",
            inputmode: Some("email"),
            needed: false,
        },
    ]
}
