//! What of a lesson is taken home, and what became of that paper.

use crate::domain::city::City;
use crate::domain::learning::Learning;
use crate::domain::lesson::Task;
use crate::domain::passport::Learnt;
use crate::domain::receipt::{Block, Slip};
use crate::domain::visit::{PrintState, Tray};
use crate::locale::Words;

use super::super::{Scene, moment, sentences};
use super::learning;

/// What became of the paper that is taken home; none before it was asked for.
pub(super) fn state(scene: &Scene<'_>) -> Option<&'static str> {
    let slip = learning(scene)?.slip?;
    let print = scene.visit.prints.iter().find(|print| print.job == slip)?;
    Some(match (print.tray, print.state) {
        (_, PrintState::NotPrinted | PrintState::Uncertain) => "learn-paper-failed",
        (Tray::Counter, _) => "done-paper-counter-sent",
        (Tray::Here, PrintState::Printed) => "done-paper-printed",
        (Tray::Here, PrintState::Started | PrintState::Sent) => "learn-paper-coming",
    })
}

/// A picture of a passport in words.
pub(super) fn picture(words: Words<'_>, name: &str) -> String {
    words.text(&format!("passport-picture-{name}"))
}

/// What is taken home of a lesson, as device-free blocks; none where no lesson was chosen.
#[must_use]
pub fn slip(words: Words<'_>, city: &City, learning: &Learning) -> Option<Slip> {
    let lesson = learning.chosen(&city.taught)?;
    let step = lesson.steps.iter().find(|step| step.task == Task::Slip)?;
    let message = format!("lesson-{}-{}", lesson.id, step.id);
    let administration = city.words.get(&words.language()).map(|it| it.administration.clone());
    let mut blocks = vec![
        Block::Crest(administration.unwrap_or_else(|| city.name.clone())),
        Block::Heading(words.text(&format!("lesson-{}", lesson.id))),
        // What stands between two rules is set larger.
        Block::Rule,
        Block::Line(words.text(&message)),
    ];
    let more = words.attribute(&message, "say", &[]).unwrap_or_default();
    blocks.extend(sentences(&more).into_iter().map(Block::Line));
    blocks.push(Block::Rule);
    if let Some(passport) = &learning.passport {
        let again = passport.learnt(&lesson.id).into_iter().flat_map(Learnt::again);
        blocks.extend(["slip-lesson-first", "slip-lesson-second"].into_iter().zip(again).map(
            |(label, day)| Block::Field {
                label: words.text(label),
                value: moment::date(words, day),
            },
        ));
        blocks.push(Block::Line(words.text("slip-lesson-how")));
        blocks.push(Block::Passport {
            purpose: words.text("slip-passport"),
            pictures: passport.pictures().map(str::to_owned).to_vec(),
            words: passport.pictures().map(|name| picture(words, name)).join(", "),
            code: passport.to_string(),
        });
    }
    blocks.push(Block::Fades(words.text("slip-lesson-fades")));
    Some(Slip { blocks })
}
