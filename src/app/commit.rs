//! From an event to a step, and what it promises, committed together with the visit.

use jiff::Timestamp;
use uuid::Uuid;

use crate::domain::effect::Effect;
use crate::domain::event::Event;
use crate::domain::update::{Context, Step, update};
use crate::store::{Commit, Durable, StoreError};

use super::{App, NotTaken, drafts, random_below_a_million};

impl App {
    /// What comes of an event.
    pub(super) fn decide(&self, event: &Event, now: Timestamp) -> Result<Step, NotTaken> {
        let year = self.year(now);
        // Without the store no number is given: the sequence 0 is none.
        let next_sequence = self.store.next_sequence(year).unwrap_or(0);
        let fresh_id = Uuid::new_v4();
        let ctx = Context {
            city: &self.city,
            finder: &self.finder,
            devices: &self.devices,
            now,
            fresh_id,
            random: random_below_a_million(),
            random_words: drafts::random_words(),
            year,
            next_sequence,
            station: self.station,
            branch: &self.branch,
            origin: self.origin,
            idle: self.idle,
        };
        Ok(update(&self.visit, event, &ctx)?)
    }

    /// Commits a step: the visit afterwards, and every promise in it.
    pub(super) fn commit(
        &mut self,
        step: &Step,
        now: Timestamp,
        at_once: bool,
    ) -> Result<(), StoreError> {
        let untouched = step.visit.is_untouched(self.city.own_language());
        let today = self.local(now).date();
        let drafts = drafts::promises(&step.effects, &self.city.web)?;
        let durable = step
            .effects
            .iter()
            .filter_map(|effect| match effect {
                Effect::File(request) => Some(Durable::File { request, under_way: at_once }),
                Effect::Print { job, copy, .. } => step.visit.filed.as_ref().map(|request| {
                    let number = request.number.to_string();
                    Durable::Print { job: *job, number, copy: *copy }
                }),
                Effect::KeepOpinion { face, reason } => {
                    Some(Durable::Opinion { day: today, face: *face, reason: reason.clone() })
                }
                Effect::CountLesson { lesson, rung, ended } => {
                    Some(Durable::Lesson { day: today, lesson, rung: *rung, ended: ended.as_ref() })
                }
                Effect::PrintCode { job, .. } | Effect::PrintLesson { job, .. } => {
                    Some(Durable::Print { job: *job, number: String::new(), copy: 1 })
                }
                Effect::PrintBooking { job, copy, .. } => {
                    Some(Durable::Print { job: *job, number: String::new(), copy: *copy })
                }
                Effect::KeepNote(id) => {
                    self.microphone.recorded().map(|sound| Durable::Note { id: *id, sound })
                }
                Effect::ForgetNote(id) => Some(Durable::NoNote(*id)),
                Effect::Wipe => Some(Durable::Farewell),
                // What is kept for later stands in `drafts`; the rest is no promise.
                Effect::Keep { .. }
                | Effect::TakeBack { .. }
                | Effect::Spend { .. }
                | Effect::KeepLeft { .. }
                | Effect::ForgetLeft(_)
                | Effect::TryCode { .. }
                | Effect::OpenLeft(_)
                | Effect::LookUp { .. }
                | Effect::Booking { .. }
                | Effect::LetGo { .. }
                | Effect::CallAttendant
                | Effect::AskLeader
                | Effect::StandUp(_)
                | Effect::Record(_)
                | Effect::EndRecording
                | Effect::HearNote(_)
                | Effect::CallQuietly
                | Effect::Headphones(_)
                | Effect::WithdrawPrints(_)
                | Effect::CallSpeaker(_)
                | Effect::Pause
                | Effect::SpeakFrom(_) => None,
            })
            .chain(drafts)
            .collect();
        let visit = (!untouched).then_some(&step.visit);
        self.store.commit(&Commit { visit, now, durable })?;
        self.last_moment = Some(now);
        Ok(())
    }
}
