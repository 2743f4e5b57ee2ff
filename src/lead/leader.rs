//! The page of who leads: seats with their lamps, the lesson step by step, and the plan.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use super::projector::taken;
use super::start::form_pairs;
use super::{Lead, is_real, page};
use crate::domain::lesson::{Lesson, Rung};
use crate::domain::meeting::{Lamp, Meeting, Order, SeatNow};
use crate::hub::web::parts::{note, picture};
use crate::locale::Words;
use crate::view::meeting as told;

/// What is sent where the step at which all are is to be said.
const SAY: &str = "say";

/// The page; before a meeting, what is asked first.
pub(super) async fn page(State(lead): State<Arc<Lead>>) -> Response {
    if lead.meeting().is_none() {
        return Redirect::to("start").into_response();
    }
    let words = lead.words();
    page::live(words, "lead", "now", &words.text("lead-title"), &body(&lead))
}

/// What stands on it now.
pub(super) async fn now(State(lead): State<Arc<Lead>>) -> Response {
    page::part(body(&lead))
}

/// Who leads does something.
pub(super) async fn order(State(lead): State<Arc<Lead>>, form: String) -> Response {
    let given = form_pairs(&form);
    let what = given.iter().find(|(name, _)| name == "do").map(|(_, what)| what.as_str());
    if what == Some(SAY) {
        lead.say();
        return Redirect::to("lead").into_response();
    }
    match what.and_then(|what| what.parse().ok()).map(|order: Order| lead.lead(&order)) {
        Some(Ok(())) => Redirect::to("lead").into_response(),
        Some(Err(_)) => StatusCode::CONFLICT.into_response(),
        None => StatusCode::BAD_REQUEST.into_response(),
    }
}

/// A button that does something.
fn button(id: &str, order: &str, icon: &str, label: &str, kind: &str) -> Markup {
    html! {
        button #(id) class=(kind) name="do" value=(order) { (picture(icon)) span { (label) } }
    }
}

/// A switch that is on or off.
fn toggle(id: &str, is_on: bool, order: &Order, icon: &str, label: &str) -> Markup {
    html! {
        button.quiet #(id) name="do" value=(order) aria-pressed=(is_on) {
            (picture(if is_on { "circle-check" } else { icon })) span { (label) }
        }
    }
}

/// A small switch: a picture, and words for who rests on it or hears it.
fn tick(id: &str, is_on: bool, order: &Order, icon: &str, label: &str) -> Markup {
    html! {
        button.tick #(id) name="do" value=(order) aria-pressed=(is_on) title=(label) {
            (picture(icon)) span.unseen { (label) }
            @if is_on { (picture("check")) }
        }
    }
}

fn body(lead: &Lead) -> Markup {
    let words = lead.words();
    let meeting = lead.meeting();
    let Some(meeting) = meeting.as_ref() else { return html! {} };
    html! {
        (top(words, lead, meeting))
        @if meeting.has_ended() {
            (ended(words))
        } @else {
            (controls(words, meeting))
            div.columns {
                section aria-labelledby="seats-head" { (seats(words, lead, meeting)) }
                section aria-labelledby="steps-head" { (steps(words, lead, meeting)) }
                section aria-labelledby="plan-head" { (plan(words, meeting)) }
            }
        }
        (papers(words))
    }
}

fn top(words: Words<'_>, lead: &Lead, meeting: &Meeting) -> Markup {
    let seats = i64::try_from(meeting.seats(lead.clock.now()).len()).unwrap_or_default();
    let args = [("taken", taken(meeting, lead).into()), ("seats", seats.into())];
    html! {
        div.lead-top {
            h1 { (words.text("lead-code")) " " strong { (meeting.code) } }
            p { (words.with("lead-taken", &args)) }
            a.quiet #wall href="projector" target="_blank" {
                (picture("presentation")) (words.text("lead-to-wall"))
            }
        }
    }
}

fn controls(words: Words<'_>, meeting: &Meeting) -> Markup {
    let wish = meeting.wish();
    let (pause, icon, label) = if wish.paused {
        (Order::Pause(false), "play", "lead-go-on")
    } else {
        (Order::Pause(true), "pause", "lead-pause")
    };
    html! {
        form.controls method="post" action="order" data-stays="yes" {
            (button("pause", &pause.to_string(), icon, &words.text(label), "strong"))
            @if wish.lesson.is_some() {
                (button("say", SAY, "volume-2", &words.text("lead-say"), "quiet"))
            }
            @if !wish.faces && wish.lesson.is_some() {
                (button("faces", &Order::Faces.to_string(), "smile", &words.text("lead-faces"), "quiet"))
            }
            (button("end", &Order::End(true).to_string(), "door-closed", &words.text("lead-end"), "quiet"))
        }
    }
}

fn lamp_icon(lamp: Lamp) -> &'static str {
    match lamp {
        Lamp::Hand => "hand",
        Lamp::Stuck => "circle-question-mark",
        Lamp::Away => "unplug",
        Lamp::Working => "smartphone",
        Lamp::Done => "circle-check",
        Lamp::Free => "armchair",
    }
}

fn seats(words: Words<'_>, lead: &Lead, meeting: &Meeting) -> Markup {
    let seats = meeting.seats(lead.clock.now());
    let begun = meeting.at().is_some();
    html! {
        h2 #seats-head { (words.text("lead-seats-head")) }
        form method="post" action="order" data-stays="yes" {
            ul.seats { @for seat in &seats { (seat_now(words, seat, begun)) } }
        }
    }
}

fn seat_now(words: Words<'_>, seat: &SeatNow, begun: bool) -> Markup {
    let number = seat.number;
    let lamp = words.text(&format!("lamp-{}", seat.lamp.name()));
    let step = seat.step.and_then(|step| i64::try_from(step + 1).ok());
    let present = Order::Present(number, !seat.present);
    let phone = Order::OnOwnPhone(number, !seat.on_own_phone);
    html! {
        li class=(format!("seat {}", seat.lamp.name())) {
            p.number { (number) }
            p.at-step {
                @if let Some(step) = step { (words.with("lead-at-step", &[("step", step.into())])) }
            }
            p.lamp { (picture(lamp_icon(seat.lamp))) span { (lamp) } }
            @match seat.lamp {
                Lamp::Hand => {
                    (button(&format!("helped-{number}"), &Order::Helped(number).to_string(), "check", &words.text("lead-helped"), "strong"))
                }
                Lamp::Away => {
                    (button(&format!("free-{number}"), &Order::Free(number).to_string(), "armchair", &words.text("lead-free"), "quiet"))
                }
                _ => {}
            }
            @if begun {
                (tick(&format!("present-{number}"), seat.present, &present, "user-round", &words.text("lead-present")))
                (tick(&format!("phone-{number}"), seat.on_own_phone, &phone, "smartphone", &words.text("lead-own-phone")))
            }
        }
    }
}

fn steps(words: Words<'_>, lead: &Lead, meeting: &Meeting) -> Markup {
    let now = meeting.seats(lead.clock.now());
    html! {
        @match lead.lesson(meeting) {
            Some(lesson) => {
                h2 #steps-head { (told::title(words, &lesson.id)) }
                form method="post" action="order" data-stays="yes" {
                    ol.steps #steps data-scrolls="yes" { (lesson_steps(words, lesson, &now, meeting.front())) }
                }
            }
            None => {
                h2 #steps-head { (words.text("lead-steps-head")) }
                p { (words.text("lead-no-lesson")) }
            }
        }
    }
}

fn lesson_steps(words: Words<'_>, lesson: &Lesson, now: &[SeatNow], front: usize) -> Markup {
    html! {
        @for (place, step) in lesson.steps.iter().enumerate().filter(|(_, step)| !is_real(&step.task)) {
            @let here = now.iter().filter(|seat| seat.step == Some(place)).count();
            li aria-current=[(place == front).then_some("step")] {
                p { (told::asked(words, lesson, step)) }
                @if let Some(told) = told::note(words, lesson, step) { (note("users-round", &told)) }
                @if here > 0 {
                    p.here { (words.with("lead-here", &[("count", i64::try_from(here).unwrap_or_default().into())])) }
                }
                (button(&format!("together-{place}"), &Order::Together(place).to_string(), "users-round", &words.text("lead-everyone"), "quiet"))
            }
        }
    }
}

fn plan(words: Words<'_>, meeting: &Meeting) -> Markup {
    let wish = meeting.wish();
    let report = meeting.report();
    html! {
        h2 #plan-head { (words.text("lead-plan-head")) }
        form method="post" action="order" data-stays="yes" {
            ol.plan {
                @for (place, lesson) in report.lessons.iter().enumerate() {
                    @let now = meeting.at() == Some(place);
                    @let (id, icon) = if now { ("lead-again", "rotate-ccw") } else { ("lead-begin", "play") };
                    li aria-current=[now.then_some("true")] {
                        p { (told::title(words, &lesson.lesson)) }
                        @if lesson.present() > 0 {
                            @let args = [("present", i64::from(lesson.present()).into()), ("ended", i64::from(lesson.ended()).into())];
                            p.here { (words.with("meeting-present", &args)) }
                        }
                        (button(&format!("lesson-{place}"), &Order::Lesson(place).to_string(), icon, &words.text(id), "quiet"))
                    }
                }
            }
            h2 { (words.text("lead-how")) }
            p { (words.text("lead-how-from")) }
            div.how {
                @for rung in Rung::ALL {
                    (toggle(&format!("help-{}", rung.name()), wish.rung == rung, &Order::Help(rung), "circle", &words.text(&format!("learn-{}", rung.name()))))
                }
                (toggle("error-free", wish.error_free, &Order::ErrorFree(!wish.error_free), "circle", &words.text("lead-error-free")))
                (toggle("pairs", wish.pairs, &Order::Pairs(!wish.pairs), "circle", &words.text("lead-pairs")))
            }
        }
    }
}

fn ended(words: Words<'_>) -> Markup {
    html! {
        (note("door-closed", &words.text("lead-ended")))
        form.controls method="post" action="order" data-stays="yes" {
            (button("reopen", &Order::End(false).to_string(), "rotate-ccw", &words.text("lead-reopen"), "quiet"))
            a.strong #another href="start" { (picture("plus")) (words.text("lead-another")) }
        }
    }
}

fn papers(words: Words<'_>) -> Markup {
    let papers = [
        ("report.pdf", "file-text", "lead-report"),
        ("report.csv", "table", "lead-table"),
        ("present.pdf", "award", "lead-certificate-present"),
        ("alone.pdf", "award", "lead-certificate-alone"),
    ];
    html! {
        nav.papers aria-label=(words.text("lead-papers")) {
            @for (address, icon, id) in papers {
                a.quiet id=(id) href=(address) target="_blank" { (picture(icon)) (words.text(id)) }
            }
        }
    }
}
