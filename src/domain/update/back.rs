//! The ways back, which lose nothing.

use crate::domain::city::{Channel, ServiceKind};
use crate::domain::offer::question_at;
use crate::domain::request::PlaceKind;
use crate::domain::visit::Screen;

use super::Turn;

impl Turn<'_> {
    pub(super) fn home(&mut self) {
        self.keep_typed();
        self.stand_up();
        self.arrive(Screen::Welcome);
        self.visit.trail.clear();
    }

    pub(super) fn back(&mut self) {
        if self.visit.overlay.take().is_some() {
            self.visit.page = 0;
        } else if self.visit.page > 0 {
            self.visit.page -= 1;
            self.visit.focus = None;
        } else if self.step_back() {
            self.arrive(self.visit.screen.clone());
        } else {
            self.keep_typed();
            let before = self.screen_before();
            if before == Screen::Review {
                self.visit.changing = false;
            }
            self.arrive(before);
        }
    }

    /// The last screen that still asks something: another answer may have made one meaningless.
    pub(super) fn screen_before(&mut self) -> Screen {
        while let Some(screen) = self.visit.trail.pop() {
            if screen != self.visit.screen && self.still_asks(&screen) {
                return screen;
            }
        }
        Screen::Welcome
    }

    fn still_asks(&self, screen: &Screen) -> bool {
        let place = self.visit.draft.place.as_ref().map(|place| place.kind);
        let reply = self.visit.draft.reply.as_ref().and_then(Option::as_ref);
        let channel = reply.map(|reply| reply.channel);
        match screen {
            Screen::Elsewhere => {
                self.service().is_some_and(|service| service.kind != ServiceKind::Request)
            }
            Screen::Question(index) => question_at(*index, &self.visit, self.city()).is_some(),
            Screen::Street | Screen::AddressParts => place == Some(PlaceKind::Street),
            Screen::PlaceWords => {
                !matches!(place, None | Some(PlaceKind::Street | PlaceKind::CannotSay))
            }
            Screen::Booking(step) => self.booking_still_asks(*step),
            Screen::Learning(at) => self.learning_still_asks(at),
            Screen::LeftDrafts | Screen::Recording | Screen::NotRecorded(_) => false,
            Screen::Recorded => self.visit.draft.note.is_some(),
            Screen::ReplyTo => channel.is_some_and(|channel| channel != Channel::Branch),
            Screen::SafeToCall | Screen::SafeWhen => {
                self.city().is_about_violence(self.visit.draft.service.as_ref())
                    && reply.is_some_and(|reply| !reply.to.is_empty())
            }
            Screen::SharedTelephone => channel.is_some_and(Channel::is_telephone),
            Screen::LeaveMessage => reply.is_some_and(|reply| reply.shared == Some(true)),
            _ => true,
        }
    }
}
