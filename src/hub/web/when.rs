//! Which day, and what time.

use axum::response::Response;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use maud::{Markup, html};

use super::frame::{Page, Stage};
use super::parts::{back_words, choice, hidden, note, picture};
use super::reader::{Given, Reader};
use super::trip::{Trip, new_form};
use super::trouble;
use crate::domain::booking::search::Time;
use crate::hub::api::problem::Problem;
use crate::hub::api::times::{self, Day};
use crate::hub::api::told;
use crate::hub::parameters::Parameters;
use crate::view::moment;

/// How many days stand on one page.
const DAYS: u8 = 14;

/// Hours before this one are the morning.
const NOON: i8 = 12;

/// As early as possible, or on a day of one's choice.
pub(super) async fn days(reader: Reader, Given(given): Given) -> Response {
    let trip = Trip::of(&given);
    match choose_day(&reader, &trip, &given).await {
        Ok(page) => page,
        Err(problem) => trouble::begin_anew(&reader, problem),
    }
}

async fn choose_day(reader: &Reader, trip: &Trip, given: &Parameters) -> Result<Response, Problem> {
    let words = reader.words();
    let (wish, branch) = (trip.wish(reader)?, trip.place(reader)?);
    let today = reader.hub.city.timezone.to_datetime(reader.hub.now()).date();
    let from = date(given, "from").map_or(today, |from| from.max(today));
    let first = times::first_of_each(&reader.hub, &wish).await?;
    let first = first.into_iter().find(|(_, there)| there.code == branch.code);
    let found = times::days(&reader.hub, branch, &wish, Some(from), DAYS, words).await?;
    let next = from.saturating_add(i64::from(DAYS).days());
    let horizon = reader.hub.city.booking.as_ref().map_or(0, |rules| rules.horizon_days);
    let last = today.saturating_add(i64::from(horizon).days());
    let body = html! {
        p.about { (trip.names(reader)) br; (branch.name) }
        @match first {
            Some((time, _)) => {
                @if from == today {
                    (take(reader, trip, &html! {
                        h2 { (words.text("web-earliest")) }
                        button.choice.first type="submit" name="start" value=(time.start.to_string()) {
                            (choice("calendar-check", &told::when(&reader.hub, time.start, words), None))
                        }
                    }))
                }
                h2 { (words.text("web-other-days")) }
            }
            None => (note("calendar-x", &words.with(
                "web-none-free", &[("phone", reader.hub.city.phone.as_str().into())]
            ))),
        }
        ul.days {
            @for day in found.1.iter().filter(|day| !day.times.is_empty() || day.why.is_some()) {
                li { (day_of(reader, trip, day)) }
            }
        }
        @if next <= last {
            p { (trip.go(reader, "/book/when", &[("from", &next.to_string())], "quiet", &html! {
                (words.text("web-later-days")) (picture("arrow-right"))
            })) }
        }
    };
    let page = Page::new(&words.text("web-which-day"), body).stage(Stage::When);
    let page = if trip.is_personal() { page.personal() } else { page };
    Ok(page.back(trip.go(reader, "/book/where", &[], "quiet", &back_words(reader))).show(reader))
}

fn date(given: &Parameters, name: &str) -> Option<Date> {
    given.get(name).and_then(|date| date.parse().ok())
}

fn day_of(reader: &Reader, trip: &Trip, day: &Day) -> Markup {
    let words = reader.words();
    let label = told::day(words, day.date);
    if day.times.is_empty() {
        return html! { p.closed { strong { (label) } " " (day.why.as_deref().unwrap_or_default()) } };
    }
    let count = i64::try_from(day.times.len()).unwrap_or(i64::MAX);
    let free = words.with("web-free-times", &[("count", count.into())]);
    let hint = day.why.as_ref().map_or(free.clone(), |why| format!("{free} {why}"));
    let content = choice("calendar-days", &label, Some(&hint));
    trip.go(reader, "/book/day", &[("date", &day.date.to_string())], "choice", &content)
}

/// The times of a day.
pub(super) async fn day(reader: Reader, Given(given): Given) -> Response {
    let trip = Trip::of(&given);
    match choose_time(&reader, &trip, &given).await {
        Ok(page) => page,
        Err(problem) => trouble::begin_anew(&reader, problem),
    }
}

async fn choose_time(
    reader: &Reader,
    trip: &Trip,
    given: &Parameters,
) -> Result<Response, Problem> {
    let words = reader.words();
    let (wish, branch) = (trip.wish(reader)?, trip.place(reader)?);
    let date = date(given, "date").ok_or(Problem::Malformed)?;
    let (_, found) = times::days(&reader.hub, branch, &wish, Some(date), 1, words).await?;
    let zone = &reader.hub.city.timezone;
    let hour = |time: &&Time| zone.to_datetime(time.start).hour();
    let all = || found.iter().flat_map(|day| &day.times);
    let morning: Vec<&Time> = all().filter(|time| hour(time) < NOON).collect();
    let afternoon: Vec<&Time> = all().filter(|time| hour(time) >= NOON).collect();
    let body = html! {
        p.about { (trip.names(reader)) br; (branch.name) }
        @if morning.is_empty() && afternoon.is_empty() {
            (note("calendar-x", &words.text("web-day-is-full")))
        }
        (take(reader, trip, &html! {
            @for (id, times) in [("web-morning", &morning), ("web-afternoon", &afternoon)] {
                @if !times.is_empty() {
                    h2 { (words.text(id)) }
                    ul.times {
                        @for time in times {
                            li { button.time type="submit" name="start" value=(time.start.to_string()) {
                                (clock(reader, time.start))
                            } }
                        }
                    }
                }
            }
        }))
    };
    let title = words.with("web-which-time", &[("day", told::day(words, date).into())]);
    let page = Page::new(&title, body).stage(Stage::When);
    let page = if trip.is_personal() { page.personal() } else { page };
    Ok(page.back(trip.go(reader, "/book/when", &[], "quiet", &back_words(reader))).show(reader))
}

/// The hour, and the offset where the clocks are put back and an hour comes twice.
fn clock(reader: &Reader, start: Timestamp) -> String {
    let zone = &reader.hub.city.timezone;
    let told = moment::time(reader.words(), zone.to_datetime(start).time());
    if zone.to_ambiguous_zoned(zone.to_datetime(start)).is_ambiguous() {
        format!("{told} ({})", zone.to_offset(start))
    } else {
        told
    }
}

/// A form whose buttons are times.
fn take(reader: &Reader, trip: &Trip, times: &Markup) -> Markup {
    html! {
        form method="post" action=(reader.at("/book/take")) {
            (trip.hidden(&[]))
            (hidden("call", &new_form()))
            (times)
        }
    }
}
