//! For those who do not read: large pictures, and a hand that shows where to touch.

use crate::domain::effect::Effect;

use super::Turn;

impl Turn<'_> {
    pub(super) fn show_pictures(&mut self, pictures: bool) {
        self.visit.settings.pictures = pictures;
        self.visit.page = 0;
        self.visit.focus = None;
    }

    /// Nothing happened for a while, for the first time since somebody moved: whoever learns gets a
    /// hint; for those who do not read it is read out again while the hand goes along.
    pub(super) fn show_where(&mut self) {
        if self.visit.hand {
            return;
        }
        self.hint_when_quiet();
        if self.visit.settings.pictures {
            self.visit.hand = true;
            self.effects.push(Effect::SpeakFrom(0));
        }
    }
}
