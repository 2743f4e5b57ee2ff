//! Words that lessons and the practice phone cannot be without.
//!
//! That each language has what the others have, and how plain it is, `locales` tells.

use std::collections::BTreeSet;
use std::path::Path;

use super::super::fault::{Collector, Fault};
use super::super::locales::ids;
use crate::domain::lesson::{Lesson, Library, Step, Task};

/// Where the words of lessons stand, in each language's folder.
pub(in crate::content) const FOLDER: &str = "lessons";

/// Tells messages that are missing in every language, and those of nothing.
pub(super) fn check(library: &Library, locales: &Path, faults: &Collector) {
    let wanted = wanted(library);
    for (tag, there) in ids(locales, FOLDER) {
        let folder = locales.join(&tag).join(FOLDER);
        for id in wanted.difference(&there) {
            let remedy = format!("Write it into a file of {}", folder.display());
            let what = format!("the message {id} is missing");
            faults.tell(Fault { file: folder.clone(), line: 1, what, remedy });
        }
        let spare = there.difference(&wanted).filter(|id| !is_optional(id, &wanted));
        for id in spare {
            let remedy = "Take it out, or correct its name".to_owned();
            let what = format!("nothing says the message {id}");
            faults.tell(Fault { file: folder.clone(), line: 1, what, remedy });
        }
    }
}

/// What an author may add to any message: more to hear, and a note for who leads a group.
fn is_optional(id: &str, wanted: &BTreeSet<String>) -> bool {
    let Some((message, attribute)) = id.split_once('.') else { return false };
    matches!(attribute, "say" | "note" | "spoken") && wanted.contains(message)
}

/// The messages of some lessons, of their tracks and of the practice phone, without attributes.
pub(in crate::content) fn messages(library: &Library) -> BTreeSet<String> {
    wanted(library).into_iter().filter(|id| !id.contains('.')).collect()
}

/// Every message that something says, with its attributes as `message.attribute`.
fn wanted(library: &Library) -> BTreeSet<String> {
    let lessons = library.lessons.iter().flat_map(of_lesson);
    let parts = library.phone.values().flat_map(|screen| {
        let app = screen.id.0.replace('/', "-");
        screen.parts.iter().map(move |part| format!("phone-{app}-{}", part.id))
    });
    let tracks: BTreeSet<String> =
        library.lessons.iter().map(|lesson| format!("lesson-track-{}", lesson.track)).collect();
    lessons.chain(parts).chain(tracks).collect()
}

fn of_lesson(lesson: &Lesson) -> Vec<String> {
    let title = format!("lesson-{}", lesson.id);
    let goal = format!("{title}.goal");
    let steps = lesson.steps.iter().flat_map(|step| of_step(&title, step));
    [title.clone(), goal].into_iter().chain(steps).collect()
}

fn of_step(title: &str, step: &Step) -> Vec<String> {
    let message = format!("{title}-{}", step.id);
    let mut attributes: Vec<String> = (1..=step.hints).map(|hint| format!("hint{hint}")).collect();
    match &step.task {
        Task::Card | Task::Talk | Task::Slip | Task::Real(_) => {}
        Task::Show(_) | Task::Free { .. } | Task::Spot { .. } => attributes.push("ok".to_owned()),
        Task::Do(play) | Task::Undo(play) => {
            attributes.push("ok".to_owned());
            attributes.extend(play.wrong.iter().map(|wrong| wrong.say.clone()));
        }
        Task::Choose { answers, right } => {
            attributes.push("ok".to_owned());
            attributes.extend(answers.iter().map(|answer| format!("answer-{answer}")));
            let wrong = answers.iter().filter(|answer| *answer != right);
            attributes.extend(wrong.map(|answer| format!("not-{answer}")));
        }
        Task::Sort(items) => {
            let count = items.len();
            attributes.extend((1..=count).map(|item| format!("why{item}")));
        }
    }
    let attributes = attributes.into_iter().map(|attribute| format!("{message}.{attribute}"));
    std::iter::once(message.clone()).chain(attributes).collect()
}
