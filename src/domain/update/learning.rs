//! Lessons: what about, which, with how much help, and then each step of it.

use super::Turn;
use crate::domain::action::Action;
use crate::domain::effect::Effect;
use crate::domain::learning::{At, FIELD, Learning, act, parked::Parked, tracks};
use crate::domain::lesson::{Act, Deed, Gesture, LessonId, PartId, Rung, Sitting};
use crate::domain::passport::Passport;
use crate::domain::visit::{Complaint, Offer, Print, PrintState, Screen, Tray};

impl Turn<'_> {
    pub(super) fn begin_lessons(&mut self) {
        if self.open_lessons(None) {
            self.go(Screen::Learning(self.seat_place().unwrap_or(At::Tracks)));
        }
    }

    /// Somebody shows a paper of their lessons; one that cannot be read is told.
    pub(super) fn show_passport(&mut self, paper: Option<Passport>) {
        let unread = paper.is_none();
        if self.open_lessons(paper) {
            if let Some(learning) = self.visit.learning.as_deref_mut() {
                learning.unread = unread;
            }
            self.go(Screen::Learning(self.seat_place().unwrap_or(At::Passport)));
        }
    }

    /// Begins anew with what was learned so far in this visit and before it; whether there is
    /// anything to learn.
    fn open_lessons(&mut self, paper: Option<Passport>) -> bool {
        let day = self.ctx.now.to_zoned(self.city().timezone.clone()).date();
        if tracks(self.city(), day).is_empty() {
            self.go(Screen::AtTheCounter(Offer::Lessons));
            return false;
        }
        let mut before = self.visit.learning.take();
        let known = before.as_mut().and_then(|learning| learning.passport.take());
        let passport = match (paper, known) {
            (Some(mut paper), Some(known)) => {
                paper.take_in(&known);
                Some(paper)
            }
            (paper, known) => paper.or(known),
        };
        // At a seat the lesson goes on, whatever paper is shown.
        let learning = before.filter(|learning| learning.wish().is_some());
        let learning = learning.unwrap_or_else(|| Box::new(Learning::on(day)));
        self.visit.learning = Some(Box::new(Learning { passport, ..*learning }));
        true
    }

    pub(super) fn learn(&mut self, at: &At, action: &Action) {
        match (at, action) {
            (_, Action::Track(track)) => self.go(Screen::Learning(At::Lessons(track.clone()))),
            (_, Action::Lesson(id)) => self.choose_lesson(id),
            (_, Action::Rung(rung)) => self.sit_down(*rung),
            (_, Action::Lessons) => self.begin_lessons(),
            (At::GiveWay, Action::GiveWay) => self.give_way(),
            (_, Action::GiveWay) => self.go(Screen::Learning(At::GiveWay)),
            (At::Tracks, Action::GoOnLearning) => self.go_on_learning(),
            (At::Tracks, Action::JoinGroup) => self.go(Screen::Learning(At::Join)),
            (At::Join, Action::Next) => self.join_group(),
            (At::Faces, Action::Face(face)) => self.choose_face(*face),
            (_, Action::Request | Action::FollowUp | Action::Booking | Action::Finish) => {
                self.begin(action);
            }
            (At::Writing(part), Action::Next) => self.write(part),
            (At::Step, Action::Practise(Gesture::Touch(part))) if self.is_written(part) => {
                self.go(Screen::Learning(At::Writing(part.clone())));
            }
            (_, Action::Reprint) => self.print_lesson(Tray::Here),
            (_, Action::PrintAtCounter) => self.print_lesson(Tray::Counter),
            (At::Step, _) => {
                if let Some(act) = act(action) {
                    self.practise(&act);
                }
            }
            _ => {}
        }
    }

    fn choose_lesson(&mut self, id: &LessonId) {
        if let Some(learning) = self.visit.learning.as_deref_mut() {
            learning.lesson = Some(id.clone());
            learning.sitting = None;
            learning.slip = None;
            self.go(Screen::Learning(At::Help));
        }
    }

    fn sit_down(&mut self, rung: Rung) {
        let library = &self.ctx.city.taught;
        let Some(learning) = self.visit.learning.as_deref_mut() else { return };
        let Some(lesson) = learning.chosen(library) else { return };
        learning.sitting = Some(Sitting::begin(lesson, rung));
        let lesson = lesson.id.clone();
        self.effects.push(Effect::CountLesson { lesson, rung, ended: None });
        learning.slip = None;
        self.go(Screen::Learning(At::Step));
    }

    /// Somebody else waits: the lesson does so now, and the station is the other's.
    fn give_way(&mut self) {
        let parked = Parked::of(&self.visit, &self.ctx.city.taught, self.ctx.now);
        if let Some(parked) = parked {
            self.wipe();
            self.visit.parked = Some(Box::new(parked));
        }
    }

    /// Whoever let others go first is back.
    fn go_on_learning(&mut self) {
        let Some(parked) = self.visit.parked.take() else { return };
        if let Some(at) = parked.go_on(&mut self.visit, &self.ctx.city.taught) {
            self.go(Screen::Learning(at));
        }
    }

    /// Nobody came back to a lesson that waits.
    pub(super) fn end_long_wait(&mut self) {
        self.visit.parked.take_if(|parked| parked.is_stale(self.ctx.now));
    }

    fn print_lesson(&mut self, tray: Tray) {
        let job = self.ctx.fresh_id;
        if let Some(learning) = self.visit.learning.as_deref_mut() {
            learning.note(self.ctx.random);
            learning.slip = Some(job);
            self.visit.prints.push(Print { job, state: PrintState::Started, tray });
            self.effects.push(Effect::PrintLesson { job, tray });
        }
    }

    /// Whether something is to be written there.
    fn is_written(&self, part: &PartId) -> bool {
        let sitting = self.visit.learning.as_ref().and_then(|it| it.sitting.as_ref());
        let wanted = sitting.and_then(|sitting| sitting.wanted(&self.ctx.city.taught));
        matches!(wanted, Some(Deed::Write(field, _)) if field == part)
    }

    fn write(&mut self, part: &PartId) {
        let text = self.visit.typed(FIELD).trim().to_owned();
        if text.is_empty() {
            self.visit.complaint = Some(Complaint::Empty);
            return;
        }
        self.visit.trail.retain(|screen| *screen != Screen::Learning(At::Step));
        self.arrive(Screen::Learning(At::Step));
        self.practise(&Act::Write(part.clone(), text));
    }

    /// Something is done at a step; after the last one the lesson is over.
    pub(super) fn practise(&mut self, act: &Act) {
        let library = &self.ctx.city.taught;
        let Some(learning) = self.visit.learning.as_deref_mut() else { return };
        let Some(sitting) = learning.sitting.take() else { return };
        let before = (sitting.step, sitting.item, sitting.phone.clone());
        let sitting = sitting.after(library, act);
        let turned = before != (sitting.step, sitting.item, sitting.phone.clone());
        let over = sitting.is_over(library);
        learning.sitting = Some(sitting);
        if over {
            learning.note(self.ctx.random);
            self.effects.extend(learning.sitting.as_ref().map(|sitting| Effect::CountLesson {
                lesson: sitting.lesson.clone(),
                rung: sitting.rung,
                ended: Some(sitting.score),
            }));
        }
        if turned {
            self.visit.focus = None;
            self.visit.page = 0;
        }
        if over {
            self.arrive(Screen::Learning(At::End));
        }
    }

    /// Nobody moved for a while: a hint comes by itself.
    pub(super) fn hint_when_quiet(&mut self) {
        if self.visit.screen == Screen::Learning(At::Step) && self.visit.overlay.is_none() {
            self.visit.hand = true;
            self.practise(&Act::Quiet);
        }
    }

    /// To the step before; whether there is one.
    pub(super) fn step_back(&mut self) -> bool {
        let library = &self.ctx.city.taught;
        let sitting = self.visit.learning.as_deref_mut().and_then(|it| it.sitting.as_mut());
        let sitting = sitting.filter(|_| self.visit.screen == Screen::Learning(At::Step));
        let Some(sitting) = sitting else { return false };
        let Some(before) = sitting.before(library) else { return false };
        sitting.go_to(library, before);
        true
    }

    pub(super) fn learning_still_asks(&self, at: &At) -> bool {
        let learning = self.visit.learning.as_deref();
        let sitting = learning.and_then(|it| it.sitting.as_ref());
        match at {
            At::Passport | At::Tracks | At::Lessons(_) => learning.is_some(),
            At::Help => learning.is_some_and(|it| it.lesson.is_some()),
            At::Step => sitting.is_some_and(|sitting| !sitting.is_over(&self.ctx.city.taught)),
            At::Writing(_)
            | At::End
            | At::GiveWay
            | At::Join
            | At::Seat
            | At::Paused
            | At::Faces => false,
        }
    }
}
