//! Five keys or two switches do what a finger does; moving between things never commits anything.

use crate::domain::action::Action;
use crate::domain::event::{Intent, Key};
use crate::domain::keyboard::Spot;
use crate::domain::offer::{focus, offer};
use crate::domain::settings::Settings;

use super::{NotApplicable, Turn};

impl Turn<'_> {
    pub(super) fn press(&mut self, key: Key) -> Result<(), NotApplicable> {
        let settings = &mut self.visit.settings;
        match key {
            Key::Up | Key::Left | Key::Down | Key::Right => match self.spot() {
                Some((spot, keys)) => self.walk(spot, key, &keys),
                None => self.move_focus(matches!(key, Key::Down | Key::Right)),
            },
            Key::Step => match self.spot() {
                Some((spot, keys)) => self.scan_on(spot, &keys),
                None => self.move_focus(true),
            },
            Key::Select | Key::Choose => return self.select(key == Key::Choose),
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
        if let Some(id) = ids.get(next) {
            self.focus_on(id.clone());
        }
    }

    /// Does what is in focus; with nothing in focus there is nothing to do.
    fn select(&mut self, scanning: bool) -> Result<(), NotApplicable> {
        if let Some((spot, keys)) = self.spot() {
            return match spot {
                Spot::Row(row) => {
                    self.enter_row(row, &keys);
                    Ok(())
                }
                Spot::Key(cap) => self.choose_cap(cap, scanning),
            };
        }
        let offer = offer(&self.visit, self.city(), self.ctx.devices);
        let Some(focus) = focus(&self.visit, &offer) else { return Ok(()) };
        if offer.fields.iter().any(|(id, _)| *id == focus) {
            self.enter_keys(&focus, scanning);
            return Ok(());
        }
        match focus.parse::<Action>() {
            Ok(action) => self.intent(&Intent::Do(action)),
            Err(_) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests;
