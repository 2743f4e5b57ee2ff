//! Five keys do what a finger does; moving between things never commits anything.

use crate::domain::action::Action;
use crate::domain::event::Key;
use crate::domain::offer::{focus, offer};
use crate::domain::settings::Settings;

use super::{NotApplicable, Turn};

impl Turn<'_> {
    pub(super) fn press(&mut self, key: Key) -> Result<(), NotApplicable> {
        let settings = &mut self.visit.settings;
        match key {
            Key::Up | Key::Left => self.move_focus(false),
            Key::Down | Key::Right => self.move_focus(true),
            Key::Select => return self.select(),
            Key::Help => self.act(&Action::Help),
            Key::Louder => settings.volume = (settings.volume + 1).min(Settings::VOLUME),
            Key::Softer => settings.volume = settings.volume.saturating_sub(1),
            Key::Faster => settings.rate = (settings.rate + 1).min(Settings::RATE),
            Key::Slower => settings.rate = settings.rate.saturating_sub(1).max(1),
        }
        Ok(())
    }

    fn move_focus(&mut self, forward: bool) {
        let offer = offer(&self.visit, self.city(), self.ctx.devices);
        let ids = offer.focusable(self.visit.page);
        let here =
            focus(&self.visit, &offer).and_then(|focus| ids.iter().position(|id| *id == focus));
        let last = ids.len().saturating_sub(1);
        let next = match (here, forward) {
            (None, true) => 0,
            (None, false) => last,
            (Some(place), true) => {
                if place == last {
                    0
                } else {
                    place + 1
                }
            }
            (Some(place), false) => place.checked_sub(1).unwrap_or(last),
        };
        self.visit.focus = ids.get(next).cloned();
    }

    fn select(&mut self) -> Result<(), NotApplicable> {
        let offer = offer(&self.visit, self.city(), self.ctx.devices);
        match focus(&self.visit, &offer).unwrap_or_default().parse::<Action>() {
            Ok(action) => self.intent(&crate::domain::event::Intent::Do(action)),
            // A field in focus, or nothing: there is nothing to do.
            Err(_) => Ok(()),
        }
    }
}
