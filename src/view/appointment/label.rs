//! The words on what can be chosen about an appointment, and what is said of it.

use crate::domain::action::Action;
use crate::domain::appointment::{Appointment, Part, Step, branches, service_of};
use crate::domain::visit::Screen;

use super::{branch_of, how_far, landmark, number_and_code};
use crate::view::{Scene, ended, moment, review};

/// What is written on an action; `None` where it is no matter of appointments.
pub(in crate::view) fn label(scene: &Scene<'_>, action: &Action) -> Option<String> {
    let words = scene.words;
    let appointment = scene.visit.appointment.as_deref();
    Some(match action {
        Action::Branch(code) => numbered(scene, code)?,
        Action::Day(date) => moment::day(words, *date),
        Action::Class(code) => super::ticket::class(scene, code)?.name.clone(),
        Action::Half(half) => words.text(&format!("half-{}", half.name())),
        Action::Time(at) => moment::time(words, scene.city.timezone.to_datetime(*at).time()),
        Action::Soonest => soonest(scene, appointment?)?,
        Action::ChangeBooking(part) => line(scene, *part),
        _ => return None,
    })
}

/// A branch with its number, the same as on the map.
fn numbered(scene: &Scene<'_>, code: &str) -> Option<String> {
    let near = branches(scene.visit.appointment.as_deref()?, scene.city);
    let place = near.iter().position(|branch| branch.code == code)?;
    Some(format!("{}. {}", place + 1, near.get(place)?.name))
}

/// A smaller line above: how far a branch is.
pub(in crate::view) fn caption(scene: &Scene<'_>, code: &str) -> String {
    let far = branch_of(scene.city, code).and_then(|branch| how_far(scene, branch));
    far.unwrap_or_default()
}

fn soonest(scene: &Scene<'_>, appointment: &Appointment) -> Option<String> {
    let when = |at| moment::when(scene.words, scene.city.timezone.to_datetime(at));
    if scene.visit.screen == Screen::Booking(Step::Branch) {
        let (code, at) = appointment.soonest.first()?;
        let branch = branch_of(scene.city, code)?.name.as_str();
        let args = [("when", when(*at).into()), ("branch", branch.into())];
        return Some(scene.words.with("action-soonest-at", &args));
    }
    let when = when(appointment.first()?);
    Some(scene.words.with("action-soonest", &[("when", when.into())]))
}

/// A smaller line below: where a branch is, and how much is free on a day.
pub(in crate::view) fn hint(scene: &Scene<'_>, action: &Action) -> Option<String> {
    match action {
        Action::Branch(code) => {
            let branch = branch_of(scene.city, code)?;
            let parts =
                [landmark(scene.words, branch), branch.bus_stops.first().map(|stop| ended(stop))];
            Some(parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
        }
        Action::Class(code) => super::ticket::class(scene, code)?.line.clone(),
        Action::Day(date) => {
            let days = scene.visit.appointment.as_deref()?.days.as_ref()?;
            let day = days.iter().find(|day| day.date == *date)?;
            let count = i64::from(day.morning) + i64::from(day.afternoon);
            Some(match () {
                () if !day.open => scene.words.text("booking-day-closed"),
                () if !day.is_free() => scene.words.text("booking-day-full"),
                () => scene.words.with("booking-day-free", &[("count", count.into())]),
            })
        }
        _ => None,
    }
}

/// The caption of a line of the review, and its value.
pub(in crate::view) fn part(scene: &Scene<'_>, part: Part) -> (String, String) {
    let caption = scene.words.text(&format!("booking-line-{}", part.name()));
    (caption, value(scene, part).unwrap_or_else(|| scene.words.text("left-out")))
}

fn value(scene: &Scene<'_>, part: Part) -> Option<String> {
    let appointment = scene.visit.appointment.as_deref()?;
    match part {
        Part::What => {
            service_of(scene.visit, scene.city).map(|it| review::service_name(scene.words, it))
        }
        Part::Branch => Some(branch_of(scene.city, appointment.branch.as_deref()?)?.name.clone()),
        Part::Time => {
            let local = scene.city.timezone.to_datetime(appointment.start?);
            Some(moment::when(scene.words, local))
        }
        Part::Name => Some(appointment.name.clone()).filter(|name| !name.is_empty()),
        Part::Phone if appointment.phone.is_empty() => Some(scene.words.text("booking-no-phone")),
        Part::Phone => Some(appointment.phone.clone()),
    }
}

fn line(scene: &Scene<'_>, which: Part) -> String {
    let (label, value) = part(scene, which);
    scene.words.with("review-line", &[("label", label.into()), ("value", value.into())])
}

/// A line of the review as the arrival speech reads it: name and telephone are not said to
/// others, and a private matter is not named to them.
pub(super) fn spoken_part(scene: &Scene<'_>, which: Part) -> String {
    let private = service_of(scene.visit, scene.city).is_some_and(|service| service.private);
    if which == Part::What && private && !scene.may_say_private() {
        let (label, value) = (part(scene, which).0, scene.words.text("private-service"));
        let args = [("label", label.into()), ("value", value.into())];
        return ended(&scene.words.with("review-line", &args));
    }
    let phone = scene.visit.appointment.as_ref().is_some_and(|it| !it.phone.is_empty());
    match which {
        Part::Name if !scene.may_say_person() => scene.words.text("kept-who"),
        Part::Phone if phone && !scene.may_say_person() => scene.words.text("booking-kept-phone"),
        _ => ended(&line(scene, which)),
    }
}

/// What is said of an action in focus; `None` where it is said as it is written.
pub(in crate::view) fn said(scene: &Scene<'_>, action: &Action, label: &str) -> Option<String> {
    match action {
        Action::Branch(code) => {
            let told = [Some(caption(scene, code)), hint(scene, action)];
            let told: Vec<String> = told.into_iter().flatten().collect();
            Some(format!("{} {}", ended(label), told.join(" ")))
        }
        Action::ChangeBooking(part) => {
            let told = spoken_part(scene, *part);
            Some(scene.words.with("review-line-touched", &[("line", told.into())]))
        }
        Action::HearNumber if scene.visit.screen == Screen::Booking(Step::Ticket) => {
            let taken = scene.visit.appointment.as_ref()?.ticket.as_ref()?;
            Some(format!("{} {}", ended(label), super::ticket::spoken(scene.words, taken)))
        }
        Action::HearNumber if matches!(scene.visit.screen, Screen::Booking(_)) => {
            let booked = scene.visit.appointment.as_ref()?.booked.as_ref()?;
            Some(format!("{} {}", ended(label), number_and_code(scene, booked)))
        }
        _ => None,
    }
}

/// Name of the picture of a part of the appointment.
pub(in crate::view) fn part_icon(part: Part) -> &'static str {
    match part {
        Part::What => "file-text",
        Part::Branch => "map-pin",
        Part::Time => "calendar-days",
        Part::Name => "user-round",
        Part::Phone => "phone",
    }
}
