//! What is told at a seat of a group.

use crate::domain::learning::At;
use crate::domain::lesson::Sitting;
use crate::view::{Scene, Told};

/// Whether somebody sits in a group now.
pub(in crate::view) fn is_seated(scene: &Scene<'_>) -> bool {
    super::learning(scene).is_some_and(|learning| learning.wish().is_some())
}

/// Before the first lesson, while everybody waits, and at the end.
pub(super) fn tell(scene: &Scene<'_>, at: &At) -> Told {
    let words = scene.words;
    let told = Told::plain(scene, at.id());
    let seat = super::learning(scene).and_then(|learning| learning.seat.as_deref());
    let (Some(seat), At::Seat) = (seat, at) else { return told.all_shown("info") };
    let instead = if seat.alone {
        Some("learn-seat-alone")
    } else if seat.face.is_some() {
        Some("learn-seat-thanks")
    } else {
        // A lesson that is not taught here is seen on the wall.
        seat.wish.as_ref().and_then(|wish| wish.lesson.as_ref()).map(|_| "learn-seat-watch")
    };
    let told = match instead {
        Some(id) => Told { title: words.text(id), say: Vec::new(), ..told },
        None => told.all_shown("info"),
    };
    let number = seat
        .number
        .map(|number| words.with("learn-seat-number", &[("seat", i64::from(number).into())]));
    told.show_all("armchair", number)
}

/// Whose turn it is, where two people share a seat: one after the other, step by step.
pub(super) fn turn(scene: &Scene<'_>, sitting: &Sitting) -> Option<String> {
    let wish = super::learning(scene)?.wish().filter(|wish| wish.pairs)?;
    let by_hand = sitting.wanted(&scene.city.taught).is_some() && wish.lesson.is_some();
    let id = if sitting.step.is_multiple_of(2) { "learn-left" } else { "learn-right" };
    by_hand.then(|| scene.words.text(id))
}

/// What comes after a lesson.
pub(super) fn after(scene: &Scene<'_>) -> Option<String> {
    is_seated(scene).then(|| scene.words.text("learn-wait"))
}
