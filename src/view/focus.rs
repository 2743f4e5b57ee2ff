//! What is said of the thing in focus, with its place: "…, 2 de 6".
//!
//! Choices are counted among all choices, on whatever page they stand. Fields and buttons are
//! counted together, keys within their row, rows among rows.

use crate::domain::keyboard::{Board, Cap, Keys, Spot};
use crate::domain::offer::Offer;
use crate::locale::Words;

use super::echo::spelled;
use super::{ActionView, FieldView, KeyWords, Scene, ended};

/// Something with its place, counted from 0, among its like.
pub(super) fn placed(words: Words<'_>, said: &str, place: usize, count: usize) -> String {
    let number = |number: usize| i64::try_from(number).unwrap_or(i64::MAX).into();
    let args = [
        ("label", ended(said).into()),
        ("place", number(place.saturating_add(1))),
        ("count", number(count)),
    ];
    words.with("choice-spoken", &args)
}

/// What is said of the thing in focus.
pub(super) fn spoken(
    scene: &Scene<'_>,
    offer: &Offer,
    (actions, fields): (&[ActionView], &[FieldView]),
    focus: Option<&str>,
) -> Option<String> {
    let focus = focus?;
    let words = scene.words;
    if let Some(spot) = Spot::from_id(focus) {
        let keys = Board::of(scene.visit, offer)?.keys(offer.panel());
        return among_keys(words, spot, &keys);
    }
    let counted: Vec<&str> = fields
        .iter()
        .map(|field| field.id.as_str())
        .chain(actions.iter().filter(|it| !it.placed).map(|action| action.id.as_str()))
        .collect();
    let with_place = |said: &str| {
        let place = counted.iter().position(|id| *id == focus)?;
        Some(placed(words, said, place, counted.len()))
    };
    if let Some(field) = fields.iter().find(|field| field.id == focus) {
        return with_place(&format!("{} {}", field.spoken, words.text("field-enter")));
    }
    let action = actions.iter().find(|action| action.id == focus)?;
    if action.placed { Some(action.spoken.clone()) } else { with_place(&action.spoken) }
}

fn among_keys(words: Words<'_>, spot: Spot, keys: &Keys) -> Option<String> {
    match spot {
        Spot::Row(row) => {
            let caps = keys.rows.get(row)?.iter().map(|key| key.cap);
            let mut caps = caps.filter(|cap| *cap != Cap::Done);
            let first = caps.next()?;
            let last = caps.next_back().unwrap_or(first);
            let name = |cap: Cap| KeyWords::of(words).name(cap);
            let args = [("first", name(first).into()), ("last", name(last).into())];
            Some(placed(words, &words.with("key-row", &args), row, keys.rows.len()))
        }
        Spot::Key(cap) => {
            let (row, place) = keys.place(cap)?;
            let count = keys.rows.get(row)?.len();
            let said = match cap {
                Cap::Letter(letter) => spelled(words, letter),
                tool => KeyWords::of(words).name(tool),
            };
            Some(placed(words, &said, place, count))
        }
    }
}
