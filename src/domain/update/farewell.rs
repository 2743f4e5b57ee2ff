//! The slip, the opinion, the farewell, and that nothing is left afterwards.

use uuid::Uuid;

use crate::domain::action::Action;
use crate::domain::effect::Effect;
use crate::domain::offer;
use crate::domain::visit::{Print, PrintState, Screen, Tray, Visit};

use super::Turn;

impl Turn<'_> {
    pub(super) fn say_goodbye(&mut self, action: &Action) {
        match action {
            Action::Face(face) => {
                self.visit.face = Some(*face);
                self.go(Screen::OpinionReason);
            }
            Action::Reason(reason) => {
                self.keep_opinion(Some(reason.clone()));
                self.say_farewell();
            }
            Action::Skip => {
                self.keep_opinion(None);
                self.say_farewell();
            }
            Action::Finish => self.wipe(),
            _ => {}
        }
    }

    pub(super) fn keep_opinion(&mut self, reason: Option<String>) {
        if let Some(face) = self.visit.face.take() {
            self.effects.push(Effect::KeepOpinion { face, reason });
        }
    }

    pub(super) fn print(&mut self, tray: Tray) {
        let copy = offer::copies_out(&self.visit) + 1;
        let job = self.ctx.fresh_id;
        let state = PrintState::Started;
        self.visit.prints.push(Print { job, state, tray });
        self.effects.push(Effect::Print { job, copy, tray });
    }

    pub(super) fn print_ended(&mut self, job: Uuid, state: PrintState) {
        for print in self.visit.prints.iter_mut().filter(|print| print.job == job) {
            print.state = state;
        }
    }

    pub(super) fn wipe(&mut self) {
        // An opinion was touched, the reason not: the face still counts.
        self.keep_opinion(None);
        self.let_go();
        self.stand_up();
        let farewell_said = self.visit.screen == Screen::Farewell;
        let parked = self.visit.parked.take();
        self.visit = Visit::new(self.city().own_language(), self.ctx.now);
        self.visit.parked = parked;
        if !farewell_said {
            self.effects.push(Effect::Wipe);
        }
    }

    /// Nothing of the visit outlives the farewell but how the person wants to see and hear it.
    pub(super) fn say_farewell(&mut self) {
        let (language, settings) = (self.visit.language, self.visit.settings);
        self.wipe();
        self.visit.language = language;
        self.visit.settings = settings;
        self.visit.screen = Screen::Farewell;
    }
}
