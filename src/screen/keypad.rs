//! What the window hears of a keyboard, as profiles of keypads name it.

use slint::SharedString;
use slint::platform::Key;

use crate::edge::keypad::{Named, Sends};

/// Function keys, from F1 on.
const FUNCTIONS: [Key; 12] = [
    Key::F1,
    Key::F2,
    Key::F3,
    Key::F4,
    Key::F5,
    Key::F6,
    Key::F7,
    Key::F8,
    Key::F9,
    Key::F10,
    Key::F11,
    Key::F12,
];

const NAMED: [(Key, Named); 13] = [
    (Key::UpArrow, Named::Up),
    (Key::DownArrow, Named::Down),
    (Key::LeftArrow, Named::Left),
    (Key::RightArrow, Named::Right),
    (Key::Return, Named::Enter),
    (Key::Tab, Named::Tab),
    (Key::Escape, Named::Escape),
    (Key::Delete, Named::Delete),
    (Key::Insert, Named::Insert),
    (Key::Home, Named::Home),
    (Key::End, Named::End),
    (Key::PageUp, Named::PageUp),
    (Key::PageDown, Named::PageDown),
];

fn is(text: &str, key: Key) -> bool {
    text == SharedString::from(key).as_str()
}

/// What a key press sends; `None` where it is neither a letter nor a key that a pad may have.
pub(super) fn sends(text: &str) -> Option<Sends> {
    if let Some((_, named)) = NAMED.into_iter().find(|(key, _)| is(text, *key)) {
        return Some(Sends::Named(named));
    }
    if let Some((_, number)) = FUNCTIONS.into_iter().zip(1..).find(|(key, _)| is(text, *key)) {
        return Some(Sends::Named(Named::F(number)));
    }
    let mut letters = text.chars();
    let letter = letters.next().filter(|_| letters.next().is_none())?;
    // Slint names the other keys in Unicode's private area.
    let is_letter = !letter.is_control() && !('\u{e000}'..='\u{f8ff}').contains(&letter);
    is_letter.then_some(Sends::Letter(letter))
}

/// Whether a key press takes the last letter away.
pub(super) fn erases(text: &str) -> bool {
    is(text, Key::Backspace)
}
