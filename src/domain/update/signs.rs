//! The screen in sign language, once and once more.

use crate::domain::visit::Overlay;

use super::Turn;

impl Turn<'_> {
    pub(super) fn show_signs(&mut self) {
        let again = match self.visit.overlay {
            Some(Overlay::Signs(again)) => again.wrapping_add(1),
            _ => 0,
        };
        self.visit.overlay = Some(Overlay::Signs(again));
        self.visit.page = 0;
        self.visit.focus = None;
    }
}
