//! What is left for later, in words: the code, its slip, how it is typed, and the idle question.

use jiff::Timestamp;
use uuid::Uuid;

use crate::domain::city::City;
use crate::domain::code_words::ResumeCode;
use crate::domain::devices::{Countdown, HubState};
use crate::domain::later::{Given, NotOpened};
use crate::domain::receipt::{Block, Slip};
use crate::domain::visit::{PrintState, Screen, Tray};
use crate::locale::{Arg, Words};

use super::{Scene, Told, ended, moment, sentences};

/// Seconds before the end at which the idle question says how many are left, besides its start.
const SAID_AGAIN: [u16; 2] = [10, 30];

pub(super) fn screen(scene: &Scene<'_>) -> Told {
    match scene.visit.screen {
        Screen::Saved => saved(scene),
        Screen::SavedWord(index) => word(scene, index),
        Screen::SavedAnswer => answer(scene),
        _ => left(scene),
    }
}

/// The code was given: where it opens, until when, and what is true about the paper.
fn saved(scene: &Scene<'_>) -> Told {
    let words = scene.words;
    let plain = Told::plain(scene, "saved");
    let Some(given) = &scene.visit.later.given else { return plain };
    let said = plain.say.clone();
    let mut told = Told { say: Vec::new(), ..plain };
    if scene.may_say_private() {
        told = told.and(&ended(&words_line(words, &given.code)));
    }
    told = told.show_all("bookmark", said);
    let until = if scene.devices.clock_doubtful {
        words.with("saved-days", &[("count", i64::from(scene.city.draft_days).into())])
    } else {
        words.with("saved-until", &[("date", date(words, scene.city, given.until).into())])
    };
    told = told.show("calendar-days", &until).show("printer", &words.text(paper(scene, given)));
    if scene.devices.hub == HubState::Down {
        told = told.show("wifi-off", &words.text("saved-offline"));
    }
    told
}

fn date(words: Words<'_>, city: &City, moment: Timestamp) -> String {
    moment::date(words, moment.to_zoned(city.timezone.clone()).date())
}

fn paper(scene: &Scene<'_>, given: &Given) -> &'static str {
    let slip = scene.visit.prints.iter().find(|print| Some(print.job) == given.slip);
    match slip.map(|print| (print.tray, print.state)) {
        Some((Tray::Counter, PrintState::Printed | PrintState::Started | PrintState::Sent)) => {
            "saved-paper-counter"
        }
        Some((Tray::Here, PrintState::Printed)) => "saved-paper-printed",
        Some((Tray::Here, PrintState::Started | PrintState::Sent)) => "saved-paper-coming",
        Some((_, PrintState::Uncertain)) => "saved-paper-uncertain",
        Some((_, PrintState::NotPrinted)) | None => "saved-paper-none",
    }
}

/// The words in one line, as they are shown and, touched, said.
pub(super) fn words_line(words: Words<'_>, code: &ResumeCode) -> String {
    let names = ["one", "two", "three", "four"];
    let args: Vec<Arg<'_>> = names
        .into_iter()
        .zip(code.words())
        .map(|(name, word)| (name, word.as_str().into()))
        .collect();
    words.with("saved-words", &args)
}

fn place_arg(index: usize) -> Arg<'static> {
    ("place", i64::try_from(index + 1).unwrap_or_default().into())
}

fn word(scene: &Scene<'_>, index: usize) -> Told {
    let title = scene.words.with("saved-word", &[place_arg(index)]);
    Told { title, ..Told::plain(scene, "saved.word") }
}

/// What the field for a word is called.
pub(super) fn field_label(scene: &Scene<'_>, index: usize) -> String {
    scene.words.with("field-word", &[place_arg(index)])
}

fn answer(scene: &Scene<'_>) -> Told {
    let words = scene.words;
    let opening = scene.visit.later.opening.as_ref();
    let (id, minutes) = match opening.and_then(|opening| opening.answer) {
        None => ("saved-looking", 0),
        Some(NotOpened::NotThere) => ("saved-not-there", 0),
        Some(NotOpened::NotHere) => ("saved-not-here", 0),
        Some(NotOpened::Wait(minutes)) => ("saved-wait", minutes),
    };
    let say = words.attribute(id, "say", &[("count", i64::from(minutes).into())]);
    let told = Told {
        screen: "saved.answer",
        title: words.text(id),
        aloud: None,
        say: Vec::new(),
        notes: Vec::new(),
    };
    told.show_all("info", sentences(&say.unwrap_or_default()))
}

fn left(scene: &Scene<'_>) -> Told {
    let told = Told::plain(scene, "left");
    let nothing = scene.visit.later.left.is_empty();
    told.show_all("info", nothing.then(|| scene.words.text("left-nothing")))
}

/// A draft that somebody left: when, and what it was about as far as anybody may know.
pub(super) fn left_label(scene: &Scene<'_>, id: Uuid) -> String {
    let words = scene.words;
    let Some(left) = scene.visit.later.left.iter().find(|left| left.id == id) else {
        return String::new();
    };
    let when = left.at.to_zoned(scene.city.timezone.clone()).datetime();
    let group = scene.city.groups.iter().find(|group| Some(&group.code) == left.group.as_ref());
    let group = group.and_then(|group| group.name.get(&words.language())).cloned();
    let group = group.unwrap_or_else(|| words.text("private-service"));
    words.with(
        "left-draft",
        &[("when", moment::date_time(words, when).into()), ("group", group.into())],
    )
}

/// Are you still there? Asked, counted, and said again before the end.
pub(super) fn idle(scene: &Scene<'_>) -> Told {
    let words = scene.words;
    let plain = Told::plain(scene, "idle");
    let said = plain.say.clone();
    let mut told = Told { say: Vec::new(), ..plain };
    let mut begins = true;
    if let Some(Countdown { left, of }) = scene.devices.countdown {
        let count = SAID_AGAIN.into_iter().find(|step| left <= *step && *step < of).unwrap_or(of);
        begins = count == of;
        told = told.and(&words.with("idle-left", &[("count", i64::from(count).into())]));
    }
    told = told.show_all("clock", said);
    if begins {
        let kept = scene.visit.has_draft() && scene.visit.later.given.is_none();
        told =
            told.show("shield-check", &words.text(if kept { "idle-kept" } else { "idle-wiped" }));
    }
    told
}

/// The slip with the words of a code. It tells nothing of what was kept.
#[must_use]
pub fn slip(words: Words<'_>, city: &City, given: &Given) -> Slip {
    let administration = city.words.get(&words.language()).map(|it| it.administration.clone());
    let mut blocks = vec![
        Block::Crest(administration.unwrap_or_else(|| city.name.clone())),
        Block::Heading(words.text("slip-saved-title")),
        Block::Rule,
    ];
    blocks.extend(given.code.words().iter().enumerate().map(|(index, word)| Block::Field {
        label: words.with("field-word", &[place_arg(index)]),
        value: word.clone(),
    }));
    blocks.push(Block::Rule);
    let until = date(words, city, given.until);
    blocks.push(Block::Line(words.with("saved-until", &[("date", until.into())])));
    blocks.push(Block::Line(words.text("slip-saved-how")));
    Slip { blocks }
}
