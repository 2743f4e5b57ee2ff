//! What fingers and keys do, before the station hears of it.

use slint::ComponentHandle;

use crate::domain::action::Action;
use crate::domain::event::{Intent, Key};
use crate::domain::keyboard::Cap;
use crate::domain::lesson::Gesture;
use crate::edge::keypad::Sends;

use super::{Desk, Finger, State, keypad, phone};

impl Desk {
    /// A key of the keyboard on the screen.
    pub(super) fn key(&self, id: &str) {
        let typed = {
            let mut state = self.state.borrow_mut();
            if !state.guard.lets(&format!("key {id}"), false) {
                return;
            }
            id.parse().ok().and_then(|cap| state.typing.touch(cap))
        };
        if let Some(intent) = typed {
            self.intend(intent);
        }
        self.show_typing();
    }

    /// A key of the keypad or of a keyboard that somebody plugged in; one that is held counts
    /// once, for the sake of hands that do not let go in time.
    pub(super) fn press(&self, text: &str) -> bool {
        if self.state.borrow().door.is_open() {
            // Nothing behind it can be reached.
            return true;
        }
        let sent = keypad::sends(text);
        let typing = self.state.borrow().typing.is_open();
        if let Some(key) = sent.and_then(|sent| self.options.keypad.asks(sent, typing)) {
            // No sooner than a finger.
            if !matches!(key, Key::Select | Key::Choose) || self.lets_select() {
                self.intend(Intent::Press(key));
            }
            return true;
        }
        let cap = match sent {
            Some(Sends::Letter(letter)) => Cap::Letter(letter),
            _ if keypad::erases(text) => Cap::Erase,
            _ => return false,
        };
        let typed = self.state.borrow_mut().typing.touch(cap);
        let taken = typed.is_some();
        if let Some(intent) = typed {
            self.intend(intent);
            self.show_typing();
        }
        taken
    }

    /// A finger or the mouse on the glass, in pixels of the display, before anything is made of it.
    pub fn finger(&self, id: u64, finger: Finger, (x, y): (f32, f32)) {
        let enlarges = {
            let mut state = self.state.borrow_mut();
            let Some(scale) = state.scale else { return };
            let density = scale.mm * self.window.window().scale_factor();
            let place = (x / density, y / density);
            state.guard.finger(id, finger, place);
            let spread = state.spread.finger(id, finger, place);
            let shown = state.shown.as_ref().filter(|_| spread && state.phone.is_some());
            shown.and_then(|shown| phone::enlarged(&shown.view))
        };
        if let Some(gesture) = enlarges {
            self.intend(Intent::Do(Action::Practise(gesture)));
        }
    }

    fn lets_select(&self) -> bool {
        let mut state = self.state.borrow_mut();
        let focus = state.shown.as_ref().and_then(|shown| shown.view.focus.clone());
        let focus = focus.unwrap_or_default();
        // What one has walked to is another thing, however soon.
        state.guard.lets(&format!("select {focus}"), focus == "file")
    }

    /// A hand leaves the practice phone.
    pub(super) fn hand_up(&self, place: (f32, f32)) {
        let gesture = {
            let State { hand, phone, .. } = &mut *self.state.borrow_mut();
            phone.as_ref().and_then(|phone| hand.up(place, phone))
        };
        match gesture {
            Some(touch @ Gesture::Touch(_)) => self.choose(&touch.to_string()),
            Some(gesture) => self.practise(gesture),
            None => {}
        }
    }

    /// More than a touch: it may go far, and it may take long.
    fn practise(&self, gesture: Gesture) {
        if self.state.borrow_mut().guard.lets_gesture() {
            self.intend(Intent::Do(Action::Practise(gesture)));
        }
    }
}
