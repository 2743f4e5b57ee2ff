//! Where it is about violence: whether a call, a message or a letter brings danger.

use crate::domain::action::{Action, Line};
use crate::domain::city::Channel;
use crate::domain::offer::{FieldKind, reply_kind};
use crate::domain::request::{Reply, Safe};
use crate::domain::visit::{Complaint, Screen};

use super::Turn;

impl Turn<'_> {
    /// Whether somebody could be reached who was not asked yet whether that is safe.
    pub(super) fn must_ask_whether_safe(&self) -> bool {
        let reply = self.visit.draft.reply.as_ref().and_then(Option::as_ref);
        self.city().is_about_violence(self.visit.draft.service.as_ref())
            && reply.is_some_and(|reply| !reply.to.is_empty() && reply.safe.is_none())
    }

    /// After number or address are known.
    pub(super) fn after_contact(&mut self) {
        if self.must_ask_whether_safe() {
            self.go(Screen::SafeToCall);
        } else if reply_kind(&self.visit) == FieldKind::Telephone {
            self.go(Screen::SharedTelephone);
        } else {
            self.complete(&Line::Reply);
        }
    }

    pub(super) fn safe(&mut self, action: &Action) {
        match (&self.visit.screen, action) {
            (Screen::SafeToCall, Action::SafeYes) => self.is_safe(Safe::Yes),
            (Screen::SafeToCall, Action::SafeNo) => {
                // The number is forgotten: nobody can call by mistake.
                self.visit.draft.reply = Some(Some(Reply {
                    channel: Channel::Branch,
                    to: String::new(),
                    shared: None,
                    may_leave_message: None,
                    safe: Some(Safe::No),
                }));
                self.complete(&Line::Reply);
            }
            (Screen::SafeToCall, Action::SafeOnlyAt) => self.go(Screen::SafeWhen),
            (Screen::SafeWhen, Action::Next) => {
                let when = self.visit.typed("safe-when").trim().to_owned();
                if when.is_empty() {
                    self.visit.complaint = Some(Complaint::Empty);
                } else {
                    self.is_safe(Safe::OnlyAt(when));
                }
            }
            _ => {}
        }
    }

    fn is_safe(&mut self, safe: Safe) {
        if let Some(Some(reply)) = &mut self.visit.draft.reply {
            reply.safe = Some(safe);
        }
        self.after_contact();
    }
}
