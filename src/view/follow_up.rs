//! How a request stands, in words.

use crate::domain::note::Spoken;
use crate::domain::offer::is_private;
use crate::domain::visit::{Details, LookUp, Stage, Status};

use super::{Scene, Told, moment, review, sentences};

pub(super) fn status(scene: &Scene<'_>) -> Told {
    let told = |id: &str| {
        let plain = Told::plain(scene, "follow-up.status");
        let say = scene.words.attribute(id, "say", &[]).unwrap_or_default();
        Told { title: scene.words.text(id), ..plain }.show_all("info", sentences(&say))
    };
    match scene.visit.follow_up.as_ref().map(|follow| &follow.answer) {
        Some(LookUp::Found(status)) => found(scene, status),
        Some(LookUp::Looking) | None => told("follow-looking"),
        Some(LookUp::NotFound) => told("follow-not-found"),
        Some(LookUp::CodeWrong) => told("follow-code-wrong"),
        Some(LookUp::TooManyCodes) => told("follow-too-many-codes"),
        Some(LookUp::Unreachable) => told("follow-unreachable"),
    }
}

fn found(scene: &Scene<'_>, status: &Status) -> Told {
    let words = scene.words;
    let id = match status.stage {
        Stage::WaitingHere => "follow-waiting-here",
        Stage::Open => "follow-open",
        Stage::Closed => "follow-closed",
    };
    let mut told = Told { title: words.text(id), ..Told::plain(scene, "follow-up.status") };
    let say = words.attribute(id, "say", &[]).unwrap_or_default();
    told = told.show("info", &say);
    let service = status.service.as_ref().and_then(|code| scene.city.service(code));
    if let Some(service) = service {
        let name = if scene.may_say_private() {
            review::service_name(words, service)
        } else {
            review::public_name(words, service)
        };
        told = told.show("file-text", &words.with("follow-service", &[("service", name.into())]));
    }
    if status.stage != Stage::Closed {
        if let Some(due) = status.answer_by {
            let date = moment::due(words, due);
            let late = due.last_moment() < scene.now;
            let id = if late { "follow-late" } else { "promise-answer" };
            let icon = if late { "clock-alert" } else { "mail-check" };
            told = told.show(icon, &words.with(id, &[("date", date.into())]));
        }
        if let Some(due) = status.done_by {
            let date = moment::due(words, due);
            let done = words.with("promise-done", &[("date", date.into())]);
            told = told.show("calendar-days", &done);
        }
    }
    let Some(details) = &status.details else { return told };
    if is_private(status, scene.city) && !scene.may_say_private() {
        return told.show("headphones", &words.text("private-rest"));
    }
    told.show_all("file-text", self::details(scene, details))
}

/// The place, the words and the answer, or that there is none yet.
pub(super) fn details(scene: &Scene<'_>, details: &Details) -> Vec<String> {
    let words = scene.words;
    let mut told = Vec::new();
    if details.spoken == Spoken::Waiting {
        told.push(words.text("follow-spoken"));
    }
    let said =
        if details.spoken == Spoken::Written { "follow-written-down" } else { "follow-words" };
    for (id, text) in [
        ("follow-place", &details.place),
        (said, &details.words),
        ("follow-answer", &details.answer),
    ] {
        if !text.is_empty() {
            told.push(words.with(id, &[("text", super::ended(text.trim()).into())]));
        }
    }
    if details.answer.is_empty() {
        told.push(words.text("follow-no-answer-yet"));
    }
    told
}
