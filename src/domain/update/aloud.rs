//! Headphones, what others may hear, and the way out.

use crate::domain::action::Action;
use crate::domain::effect::Effect;
use crate::domain::privacy::{Aloud, Kept, kept};
use crate::domain::settings::Settings;
use crate::domain::visit::{PrintState, Screen};

use super::Turn;

impl Turn<'_> {
    /// Headphones and loudspeaker each begin at their usual loudness, and what somebody let
    /// everybody hear before is not said again when they come out.
    pub(super) fn jack(&mut self, inside: bool) {
        self.visit.settings.volume = Settings::default().volume;
        if !inside {
            // Nobody sits before a black screen who hears nothing.
            self.visit.settings.black = false;
            if self.visit.aloud == Aloud::Yes {
                self.visit.aloud = Aloud::Asked;
            }
        }
        self.effects.push(Effect::Headphones(inside));
    }

    /// Whether this screen asks for headphones: the first that keeps something quiet.
    pub(super) fn ask_for_headphones(&mut self, before: &Screen) {
        let aloud = &mut self.visit.aloud;
        if *aloud == Aloud::Asking && self.visit.screen != *before {
            *aloud = Aloud::Asked;
        }
        if *aloud == Aloud::NotAsked
            && !self.ctx.devices.headphones
            && kept(&self.visit, self.ctx.city) != Kept::Nothing
        {
            self.visit.aloud = Aloud::Asking;
        }
    }

    /// What applies on every screen.
    pub(super) fn everywhere(&mut self, action: &Action) -> bool {
        match action {
            Action::AloudYes => self.visit.aloud = Aloud::Yes,
            Action::AloudNo => self.visit.aloud = Aloud::Asked,
            Action::ScreenOff => self.visit.settings.black = true,
            Action::ScreenOn => self.visit.settings.black = false,
            Action::CallQuietly => {
                self.visit.called_quietly = true;
                self.effects.push(Effect::CallQuietly);
            }
            _ => return false,
        }
        true
    }

    /// Nobody stands there any more to take a slip that has not begun to come out.
    pub(super) fn withdraw(&mut self) {
        let prints = self.visit.prints.iter();
        let started = prints.filter(|print| print.state == PrintState::Started);
        let jobs: Vec<_> = started.map(|print| print.job).collect();
        if !jobs.is_empty() {
            self.effects.push(Effect::WithdrawPrints(jobs));
        }
    }
}
