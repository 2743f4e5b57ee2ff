//! For those who do not read: the choices are read out after the question, each lit while it is.

use crate::domain::action::Action;
use crate::domain::offer::Offer;
use crate::domain::panel::Arrangement;

use super::{ActionView, Place, Scene, ended, label};

/// Whether the choices of a screen are read out: what is typed, read back or written down is said
/// by itself.
pub(super) fn reads_out(offer: &Offer) -> bool {
    matches!(offer.arrangement, Arrangement::Choices | Arrangement::Faces | Arrangement::Notes)
}

/// A sentence for each choice, the next one of the arrival speech being number `from`; each
/// choice is told its own.
pub(super) fn read_out(
    scene: &Scene<'_>,
    offered: &[Action],
    shown: &mut [ActionView],
    from: usize,
) -> Vec<String> {
    offered
        .iter()
        .zip(shown)
        .filter(|(_, view)| view.enabled && is_choice(view))
        .enumerate()
        .map(|(place, (action, view))| {
            view.look.sentence = Some(from + place);
            ended(&label::said(scene, action, &view.label))
        })
        .collect()
}

/// The choice to point at first: not the one that asks for letters.
pub(super) fn first(offered: &[Action], shown: &[ActionView]) -> Option<String> {
    let choices = offered.iter().zip(shown).filter(|(_, view)| view.enabled && is_choice(view));
    let mut wordless = choices.filter(|(action, _)| **action != Action::OwnWords);
    wordless.next().map(|(_, view)| view.id.clone())
}

fn is_choice(view: &ActionView) -> bool {
    matches!(view.look.place, Place::Choice | Place::More | Place::Commit)
}
