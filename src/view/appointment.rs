//! An appointment in words: each question, the review, what is booked, and what did not go.

mod label;
mod map;
mod slip;
mod ticket;

use serde::Serialize;

use crate::domain::appointment::{
    Appointment, Ask, Booked, Distance, Purpose, Step, Trouble, distance, service_of,
};
use crate::domain::booking::state::BookingRefusal;
use crate::domain::city::{Branch, City};
use crate::domain::quiet::quiet_debug;
use crate::domain::request::AccessCode;
use crate::domain::visit::{Screen, Visit};
use crate::locale::Words;

use super::{Plate, Scene, Stage, Told, ended, filing, moment, review, sentences};

pub use map::{MapPoint, MapView};

pub(super) use label::{caption, hint, label, part, part_icon, said};
pub(super) use map::map;
pub use slip::slip;
pub use ticket::ticket_slip;

/// What was booked in this visit, for a face without a window.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct BookingView {
    /// Its number.
    pub number: String,
    /// Its access code.
    pub access_code: String,
    /// When it begins, with the city's offset.
    pub start: String,
}

quiet_debug!(BookingView);

/// What is booked, held or looked at.
pub(super) fn booking(visit: &Visit, city: &City) -> Option<BookingView> {
    let appointment = visit.appointment.as_deref()?;
    let booked = appointment.booked.as_ref().or(appointment.held.as_ref())?;
    let offset = city.timezone.to_offset(booked.start);
    Some(BookingView {
        number: booked.key.number.digits(),
        access_code: booked.key.code.0.clone(),
        start: booked.start.display_with_offset(offset).to_string(),
    })
}

/// The queue ticket that was taken.
pub(super) fn ticket_number(visit: &Visit) -> Option<String> {
    let taken = visit.appointment.as_deref()?.ticket.as_deref()?;
    Some(taken.number.to_string())
}

/// Whether the hub is being asked.
pub(super) fn is_busy(visit: &Visit) -> bool {
    let open = visit.appointment.as_ref().is_some_and(|appointment| appointment.open);
    let Screen::Booking(step) = visit.screen else { return false };
    open && match step {
        Step::Day => visit.appointment.as_ref().is_some_and(|it| it.days.is_none()),
        Step::Time => visit.appointment.as_ref().is_some_and(|it| it.times.is_none()),
        Step::Wait => true,
        _ => false,
    }
}

/// The question, and what else is said.
pub(super) fn tell(scene: &Scene<'_>, step: Step) -> Told {
    let plain = Told::plain(scene, step.id());
    let Some(appointment) = scene.visit.appointment.as_deref() else { return plain };
    match step {
        Step::Day if appointment.days.is_none() => instead(scene, step, "booking-looking"),
        Step::Day if appointment.first().is_none() => instead(scene, step, "booking-no-day"),
        Step::Time => time(scene, appointment),
        Step::Wait => {
            let told = instead(scene, step, waiting_for(appointment));
            told.show("info", &plain.title)
        }
        Step::Name if appointment.purpose == Purpose::CallBack => {
            instead(scene, step, "booking-name-call")
        }
        Step::Phone if appointment.purpose == Purpose::CallBack => {
            instead(scene, step, "booking-phone-call")
        }
        Step::Review => {
            let told = match appointment.purpose {
                Purpose::Move => instead(scene, step, "booking-review-move"),
                Purpose::New | Purpose::CallBack | Purpose::Ticket | Purpose::CheckIn => plain,
            };
            let lines = appointment.parts().map(|part| label::spoken_part(scene, part));
            Told { say: lines.chain(told.say).collect(), ..told }
        }
        Step::Done => done(scene, appointment),
        Step::Mine => match &appointment.booked {
            Some(booked) => about(scene, what_is_booked(scene, booked, plain)),
            None => plain,
        },
        Step::Cancel => {
            let when = appointment.booked.as_ref().map(|booked| when(scene, booked));
            let after = plain.say.clone();
            Told { say: Vec::new(), ..plain }
                .show_all("calendar-days", when)
                .show_all("info", after)
        }
        Step::Cancelled => plain.all_shown("info"),
        Step::Ticket => ticket::done(scene, appointment),
        Step::Trouble(trouble) => self::trouble(scene, trouble, plain),
        _ => plain,
    }
}

/// Another message on the same screen: its text, and what it says on arrival.
fn instead(scene: &Scene<'_>, step: Step, id: &str) -> Told {
    let say = scene.words.attribute(id, "say", &[]).unwrap_or_default();
    Told {
        screen: step.id(),
        title: scene.words.text(id),
        aloud: None,
        say: sentences(&say),
        notes: Vec::new(),
    }
}

fn waiting_for(appointment: &Appointment) -> &'static str {
    match appointment.last.as_deref() {
        Some(Ask::Confirm { .. } | Ask::Move { .. }) => "booking-wait-book",
        Some(Ask::Cancel { .. }) => "booking-wait-cancel",
        Some(Ask::Take { .. } | Ask::CheckIn { .. }) => "booking-wait-ticket",
        Some(Ask::Show { .. }) => "booking-wait-show",
        _ => "booking-wait-hold",
    }
}

/// The times of a day, or why there are none.
fn time(scene: &Scene<'_>, appointment: &Appointment) -> Told {
    let step = Step::Time;
    let Some(times) = &appointment.times else { return instead(scene, step, "booking-looking") };
    let day = appointment.day.map(|date| ended(&moment::day(scene.words, date)));
    if !times.is_empty() {
        let told = instead(scene, step, "booking-time");
        return Told { say: day.into_iter().chain(told.say).collect(), ..told };
    }
    let closed = appointment.chosen_day().is_some_and(|day| !day.open);
    let id = if closed { "booking-no-time-closed" } else { "booking-no-time" };
    let told = instead(scene, step, id);
    let why = appointment.day.and_then(|date| why_closed(scene, appointment, date));
    let after = told.say.clone();
    let told = Told { say: Vec::new(), ..told }.show_all("calendar-days", day);
    told.show_all("info", why).show_all("info", after)
}

/// Why a branch is closed on a day or a part of it, where that is not its usual hours.
fn why_closed(
    scene: &Scene<'_>,
    appointment: &Appointment,
    date: jiff::civil::Date,
) -> Option<String> {
    let branch = branch_of(scene.city, appointment.branch.as_deref()?)?;
    if scene.city.is_holiday(date) && branch.hours.contains_key(&date.weekday()) {
        return Some(scene.words.text("booking-holiday"));
    }
    let closures = &scene.city.booking.as_ref()?.closures;
    let closure = closures.iter().find(|closure| closure.is_about(&branch.code, date))?;
    closure.reason.get(&scene.words.language()).map(|reason| ended(reason))
}

/// What is booked, with everything one needs to come.
fn done(scene: &Scene<'_>, appointment: &Appointment) -> Told {
    let words = scene.words;
    let plain = Told::plain(scene, Step::Done.id());
    let Some(booked) = &appointment.booked else { return plain };
    let told = plain.and(&number_and_code(scene, booked));
    let mut told = what_is_booked(scene, booked, told);
    if may_say_matter(scene) {
        told = told.show_all("backpack", bring(scene));
    }
    let phone = [("phone", scene.city.phone.as_str().into())];
    told = told.show("calendar-x", &words.with("booking-how-to-change", &phone));
    told = told.show("printer", &words.text(paper(scene)));
    told.and(&ended(&words.text("plate-booking-qr")))
}

/// What is true about the paper; a request's words are kept for requests.
fn paper(scene: &Scene<'_>) -> &'static str {
    match filing::paper_message(scene) {
        "done-paper-none" | "done-paper-fault" | "done-paper-failed" => {
            let ticket = scene.visit.screen == Screen::Booking(Step::Ticket);
            if ticket { "ticket-paper-none" } else { "booking-paper-none" }
        }
        other => other,
    }
}

fn may_say_matter(scene: &Scene<'_>) -> bool {
    let private = service_of(scene.visit, scene.city).is_some_and(|service| service.private);
    !private || scene.may_say_private()
}

/// When, where, and what is near it.
fn what_is_booked(scene: &Scene<'_>, booked: &Booked, told: Told) -> Told {
    let words = scene.words;
    let mut told = told.show("calendar-days", &when(scene, booked));
    if let Some(branch) = branch_of(scene.city, &booked.branch) {
        let args =
            [("branch", branch.name.as_str().into()), ("address", branch.address.as_str().into())];
        told = told.show("map-pin", &words.with("booking-is-where", &args));
        let stop = branch.bus_stops.first().map(|stop| ended(stop));
        let near: Vec<String> = landmark(words, branch).into_iter().chain(stop).collect();
        told = told.show("bus", &near.join(" "));
    }
    told
}

/// What it is about, as far as others may hear it.
fn about(scene: &Scene<'_>, told: Told) -> Told {
    let words = scene.words;
    match service_of(scene.visit, scene.city) {
        Some(_) if !may_say_matter(scene) => told.show("headphones", &words.text("private-rest")),
        Some(service) => {
            let name = review::service_name(words, service);
            told.show("file-text", &words.with("booking-is-about", &[("service", name.into())]))
        }
        None => told,
    }
}

/// How one says where a branch is.
fn landmark(words: Words<'_>, branch: &Branch) -> Option<String> {
    branch.landmark.get(&words.language()).map(|landmark| ended(landmark))
}

fn bring(scene: &Scene<'_>) -> Option<String> {
    let things = things(scene.words, service_of(scene.visit, scene.city)?)?;
    Some(scene.words.with("booking-bring", &[("things", things.into())]))
}

/// What to bring, in one line.
fn things(words: Words<'_>, service: &crate::domain::city::Service) -> Option<String> {
    let bring = &service.words.get(&words.language())?.bring;
    let things: Vec<&str> = bring.iter().map(|thing| thing.trim_end_matches('.')).collect();
    (!things.is_empty()).then(|| things.join("; "))
}

fn when(scene: &Scene<'_>, booked: &Booked) -> String {
    let local = scene.city.timezone.to_datetime(booked.start);
    let when = moment::when(scene.words, local);
    scene.words.with("booking-is-when", &[("when", when.into())])
}

/// Number and access code; the code only to who may hear it.
pub(super) fn number_and_code(scene: &Scene<'_>, booked: &Booked) -> String {
    let groups = booked.key.number.groups().map(|group| moment::digits(&group)).join(", ");
    if scene.may_say_person() {
        let code = moment::digits(&booked.key.code.0);
        let args = [("digits", groups.into()), ("code", code.into())];
        return scene.words.with("booking-number-and-code", &args);
    }
    let number = scene.words.with("booking-number-said", &[("digits", groups.into())]);
    format!("{number} {}", scene.words.text("kept-code"))
}

fn trouble(scene: &Scene<'_>, trouble: Trouble, plain: Told) -> Told {
    let step = Step::Trouble(trouble);
    let rules = scene.city.booking.as_ref();
    let purpose = scene.visit.appointment.as_ref().map(|it| it.purpose);
    let queues = matches!(purpose, Some(Purpose::Ticket | Purpose::CheckIn));
    let told = match trouble {
        Trouble::NoLine if queues => instead(scene, step, "ticket-no-line"),
        Trouble::NotThere if queues => instead(scene, step, "ticket"),
        Trouble::NoTicket(why) => ticket::none(scene, why, plain),
        Trouble::NoLine if rules.is_some_and(|rules| rules.call_back.is_some()) => {
            instead(scene, step, "booking-no-line")
        }
        Trouble::NoLine => instead(scene, step, "booking-no-line-counter"),
        Trouble::Unsure => instead(scene, step, "booking-unsure"),
        Trouble::Later => instead(scene, step, "booking-later"),
        Trouble::NotThere => instead(scene, step, "booking"),
        Trouble::Refused(refusal) => refused(scene, refusal, plain),
    };
    let icon = if trouble == Trouble::NoLine { "wifi-off" } else { "info" };
    let said = told.say.clone();
    Told { say: Vec::new(), ..told }.show_all(icon, said)
}

/// The hub's own sentence: the first part asks, the others say how it goes on.
fn refused(scene: &Scene<'_>, refusal: BookingRefusal, plain: Told) -> Told {
    let text = scene.words.text(&format!("booking-no-{}", refusal.code().replace('_', "-")));
    let mut said = sentences(&text).into_iter();
    let title = said.next().unwrap_or_else(|| plain.title.clone());
    Told { title, say: said.collect(), ..plain }
}

fn branch_of<'a>(city: &'a City, code: &str) -> Option<&'a Branch> {
    city.branch(code)
}

/// How far a branch is from this station.
fn how_far(scene: &Scene<'_>, branch: &Branch) -> Option<String> {
    let here = scene.visit.appointment.as_ref()?.here.as_str();
    let here = scene.city.branch(here)?.coordinates;
    let count = |count: u32| [("count", i64::from(count).into())];
    Some(match distance(here, branch.coordinates) {
        Distance::Here => scene.words.text("booking-place-here"),
        Distance::Metres(metres) => scene.words.with("booking-place-metres", &count(metres)),
        Distance::Kilometres(km) => scene.words.with("booking-place-kilometres", &count(km)),
    })
}

/// The stages of booking.
pub(super) fn stages(scene: &Scene<'_>, step: Step) -> Vec<Stage> {
    let here = match step {
        Step::Service => 0,
        Step::Branch => 1,
        Step::Day | Step::Half | Step::Time => 2,
        Step::Name | Step::Phone | Step::Review => 3,
        _ => return Vec::new(),
    };
    ["stage-what", "stage-where", "stage-when", "stage-check"]
        .into_iter()
        .enumerate()
        .map(|(stage, id)| Stage {
            label: scene.words.text(id),
            passed: stage < here,
            here: stage == here,
        })
        .collect()
}

/// The plate of what is booked.
pub(super) fn plate(scene: &Scene<'_>) -> Option<Plate> {
    if scene.visit.screen == Screen::Booking(Step::Ticket) {
        return ticket::plate(scene);
    }
    let shown = scene.visit.screen == Screen::Booking(Step::Done);
    let booked = scene.visit.appointment.as_ref()?.booked.as_ref().filter(|_| shown)?;
    let words = scene.words;
    Some(Plate {
        caption: words.text("plate-booking"),
        number: booked.key.number.to_string(),
        code_caption: words.text("plate-booking-code"),
        code: booked.key.code.grouped(),
        qr_caption: words.text("plate-booking-qr"),
        qr: address(scene.city, booked),
    })
}

/// The address of a slip's QR: the page of a booking, its number and, after `#`, its code.
fn address(city: &City, booked: &Booked) -> String {
    let AccessCode(code) = &booked.key.code;
    format!("{}/b/{}#{code}", city.web.trim_end_matches('/'), booked.key.number.digits())
}
