//! What is offered about things left for later.

use super::{FieldKind, Offer};
use crate::domain::action::Action;
use crate::domain::city::City;
use crate::domain::later::NotOpened;
use crate::domain::visit::{Screen, Visit};

/// Keeping the draft for later, from its first answer on and while it has no code yet.
pub(super) fn save(visit: &Visit, city: &City) -> Option<Action> {
    // A sound stays at this station: nobody is told that four words bring it back.
    let spoken = visit.draft.note.is_some() || visit.recording.is_some();
    let can = visit.has_draft() && !spoken && visit.later.given.is_none() && has_words(visit, city);
    can.then_some(Action::SaveForLater)
}

/// Going on with what was kept. It is offered whether or not something is kept here: it may be at
/// another station, and nobody shall see from the screen that somebody was here before.
pub(super) fn continue_saved(visit: &Visit, city: &City) -> Option<Action> {
    (!visit.has_draft() && has_words(visit, city)).then_some(Action::ContinueSaved)
}

/// Whether there are words to make a code of.
fn has_words(visit: &Visit, city: &City) -> bool {
    city.code_words.speak(city.code_language(visit.language))
}

pub(super) fn of_screen(visit: &Visit, city: &City) -> Offer {
    match visit.screen {
        Screen::Saved => Offer {
            choices: vec![Action::HearWords, Action::Reprint, Action::Resume],
            bar: vec![Action::Finish],
            ..Offer::default()
        },
        Screen::SavedWord(_) => {
            let language = city.code_language(visit.language);
            let like = city.code_words.like(language, visit.typed("word"));
            Offer {
                fields: vec![("word", FieldKind::Text)],
                choices: like.into_iter().map(Action::Word).collect(),
                bar: vec![Action::Next],
                ..Offer::default()
            }
        }
        Screen::SavedAnswer => Offer::choices(saved_answer(visit)),
        _ => {
            let left = visit.later.left.iter().map(|left| Action::Reopen(left.id));
            Offer::choices(left.chain([Action::Home]))
        }
    }
}

fn saved_answer(visit: &Visit) -> Vec<Action> {
    let Some(answer) = visit.later.opening.as_ref().and_then(|opening| opening.answer) else {
        return vec![Action::CallAttendant, Action::Home];
    };
    let again = !matches!(answer, NotOpened::Wait(_));
    again
        .then_some(Action::TryAgain)
        .into_iter()
        .chain([Action::CallAttendant, Action::Home])
        .collect()
}
