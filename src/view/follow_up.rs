//! How a request stands, in words.

use jiff::civil::DateTime;

use crate::domain::city::City;
use crate::domain::note::Spoken;
use crate::domain::offer::is_private;
use crate::domain::visit::{Details, LookUp, Stage, Status};
use crate::locale::Words;

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
    let aloud = scene.may_say_private();
    let standing = standing(scene.words, scene.city, scene.now, status, aloud);
    let plain = Told { title: standing.title, ..Told::plain(scene, "follow-up.status") };
    standing.lines.iter().fold(plain, |told, (icon, line)| told.show(icon, line))
}

/// How a request stands: a title, and lines with a picture each.
#[derive(Debug)]
pub struct Standing {
    /// Whether it is open or closed.
    pub title: String,
    /// Name of a Lucide icon, and a line.
    pub lines: Vec<(&'static str, String)>,
}

/// How a request stands at a moment of the city's time; without `private` nobody may hear or read
/// of a private one more than that there is one.
#[must_use]
pub fn standing(
    words: Words<'_>,
    city: &City,
    now: DateTime,
    status: &Status,
    private: bool,
) -> Standing {
    let id = match status.stage {
        Stage::WaitingHere => "follow-waiting-here",
        Stage::Open => "follow-open",
        Stage::Closed => "follow-closed",
    };
    let mut lines = vec![("info", words.attribute(id, "say", &[]).unwrap_or_default())];
    if let Some(service) = status.service.as_ref().and_then(|code| city.service(code)) {
        let name = if private {
            review::service_name(words, service)
        } else {
            review::public_name(words, service)
        };
        lines.push(("file-text", words.with("follow-service", &[("service", name.into())])));
    }
    if status.stage != Stage::Closed {
        if let Some(due) = status.answer_by {
            let date = moment::due(words, due);
            let late = due.last_moment() < now;
            let id = if late { "follow-late" } else { "promise-answer" };
            let icon = if late { "clock-alert" } else { "mail-check" };
            lines.push((icon, words.with(id, &[("date", date.into())])));
        }
        if let Some(due) = status.done_by {
            let date = moment::due(words, due);
            lines.push(("calendar-days", words.with("promise-done", &[("date", date.into())])));
        }
    }
    if let Some(details) = &status.details {
        if is_private(status, city) && !private {
            lines.push(("headphones", words.text("private-rest")));
        } else {
            let told = self::details(words, details).into_iter();
            lines.extend(told.map(|line| ("file-text", line)));
        }
    }
    Standing { title: words.text(id), lines }
}

/// The place, the words and the answer, or that there is none yet.
pub(super) fn details(words: Words<'_>, details: &Details) -> Vec<String> {
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
