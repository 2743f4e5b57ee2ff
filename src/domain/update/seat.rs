//! A seat of a group: who leads says which lesson, which step, and when everybody waits.

use super::Turn;
use crate::domain::effect::Effect;
use crate::domain::learning::{At, CODE_FIELD};
use crate::domain::lesson::Sitting;
use crate::domain::meeting::seat::{Seat, Told};
use crate::domain::meeting::{AWAY, CODE, NotTaken, Wish};
use crate::domain::visit::{Complaint, Overlay, Screen};

impl Turn<'_> {
    fn seat(&mut self) -> Option<&mut Seat> {
        self.visit.learning.as_deref_mut()?.seat.as_deref_mut()
    }

    /// The digits of a group were typed.
    pub(super) fn join_group(&mut self) {
        let code: String =
            self.visit.typed(CODE_FIELD).chars().filter(char::is_ascii_digit).collect();
        if code.len() != CODE {
            self.visit.complaint = Some(Complaint::GroupLength);
            return;
        }
        let token = self.ctx.fresh_id;
        if let Some(learning) = self.visit.learning.as_deref_mut() {
            learning.seat = Some(Box::new(Seat::new(token, code)));
            self.effects.push(Effect::AskLeader);
        }
    }

    /// What who leads says to this seat.
    pub(super) fn meeting_told(&mut self, told: &Told) {
        let silent = !self.ctx.devices.leader.is_near(self.ctx.now, AWAY);
        let Some(seat) = self.seat() else { return };
        match told {
            Told::Wish(number, wish) => self.wish_is(*number, wish),
            Told::NoLine if seat.wish.is_none() => self.not_seated(Complaint::NoLeader),
            Told::NoLine => {
                seat.alone |= silent;
                self.take_place();
            }
            Told::Refused(NotTaken::Full) if seat.wish.is_none() => {
                self.not_seated(Complaint::GroupFull);
            }
            Told::Refused(_) if seat.wish.is_none() => self.not_seated(Complaint::NoGroup),
            Told::Refused(_) => self.meeting_ended(),
        }
    }

    fn not_seated(&mut self, why: Complaint) {
        if let Some(learning) = self.visit.learning.as_deref_mut() {
            learning.seat = None;
            self.visit.complaint = Some(why);
        }
    }

    fn wish_is(&mut self, number: u8, wish: &Wish) {
        let speaks = self.city().languages.contains(&wish.language);
        let Some(seat) = self.seat() else { return };
        let before = seat.wish.replace(wish.clone());
        (seat.number, seat.alone) = (Some(number), false);
        if before.is_none() && speaks {
            self.visit.language = wish.language;
        }
        let begins = before.as_ref().is_none_or(|before| before.turn != wish.turn);
        if begins {
            self.begin_with_others(wish);
        }
        let gathers = begins || before.is_some_and(|before| before.together != wish.together);
        if let Some((_, step)) = wish.together.filter(|_| gathers) {
            let library = &self.ctx.city.taught;
            let sitting = self.visit.learning.as_deref_mut().and_then(|it| it.sitting.as_mut());
            if let Some(sitting) = sitting {
                sitting.go_to(library, step);
            }
        }
        if gathers && self.learns() {
            self.arrive(Screen::Learning(At::Step));
        }
        self.take_place();
    }

    /// The lesson that the group has come to, where it is taught here.
    fn begin_with_others(&mut self, wish: &Wish) {
        let city = self.ctx.city;
        let Some(learning) = self.visit.learning.as_deref_mut() else { return };
        let lesson = wish.lesson.as_ref().and_then(|id| {
            city.taught.taught(city.country, learning.day).find(|lesson| lesson.id == *id)
        });
        learning.lesson = lesson.map(|lesson| lesson.id.clone());
        learning.slip = None;
        learning.sitting = lesson.map(|lesson| {
            let sitting = Sitting::begin(lesson, wish.rung);
            if wish.error_free { sitting.without_errors(lesson) } else { sitting }
        });
        self.effects.extend(lesson.map(|lesson| Effect::CountLesson {
            lesson: lesson.id.clone(),
            rung: wish.rung,
            ended: None,
        }));
    }

    /// Whether somebody is at their lesson, and not at the real thing with which it ended.
    fn learns(&self) -> bool {
        matches!(self.visit.screen, Screen::Learning(_))
    }

    /// To where who leads wants everybody; who writes something goes on writing.
    pub(super) fn take_place(&mut self) {
        let Some(place) = self.seat_place() else { return };
        let Screen::Learning(at) = &self.visit.screen else { return };
        if *at != place && !(place == At::Step && matches!(at, At::Writing(_))) {
            self.arrive(Screen::Learning(place));
        }
    }

    /// Where somebody stands who has a seat.
    pub(super) fn seat_place(&self) -> Option<At> {
        let learning = self.visit.learning.as_deref()?;
        learning.wish()?;
        let sitting = learning.sitting.as_ref();
        Some(learning.seat.as_deref()?.place(sitting, &self.ctx.city.taught))
    }

    /// The group is over, or the seat is another's: whoever is in a lesson goes on alone.
    fn meeting_ended(&mut self) {
        let library = &self.ctx.city.taught;
        let Some(learning) = self.visit.learning.as_deref_mut() else { return };
        learning.seat = None;
        let next = match &learning.sitting {
            Some(sitting) if sitting.is_over(library) => At::End,
            Some(_) => At::Step,
            None => At::Tracks,
        };
        if let Screen::Learning(At::Seat | At::Paused | At::Faces) = self.visit.screen {
            self.arrive(Screen::Learning(next));
        }
    }

    /// A hand goes up; whether there is who leads to see it.
    pub(super) fn raise_hand(&mut self) -> bool {
        if !self.learns() {
            return false;
        }
        let Some(seat) = self.seat().filter(|seat| seat.wish.is_some() && !seat.alone) else {
            return false;
        };
        seat.hands += 1;
        self.effects.push(Effect::AskLeader);
        self.visit.overlay = Some(Overlay::Called);
        true
    }

    /// How it was.
    pub(super) fn choose_face(&mut self, face: u8) {
        if let Some(seat) = self.seat() {
            seat.face = Some(face);
            self.effects.push(Effect::AskLeader);
        }
        self.take_place();
    }

    /// Nobody sits here any more.
    pub(super) fn stand_up(&mut self) {
        let seat = self.visit.learning.as_deref_mut().and_then(|learning| learning.seat.take());
        self.effects.extend(seat.map(|seat| Effect::StandUp(seat.token)));
    }
}
