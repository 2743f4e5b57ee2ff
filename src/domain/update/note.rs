//! Words that are spoken instead of written.
//!
//! Whatever was said is kept until the person throws it away: whoever leaves the recording by any
//! way but the end of the visit ends it, and finds it again.

use crate::domain::action::{Action, Line};
use crate::domain::effect::Effect;
use crate::domain::note::{Heard, LONGEST, NoteTrouble, Recording};
use crate::domain::visit::Screen;

use super::Turn;

impl Turn<'_> {
    /// An action on words that are spoken; tells whether it was one.
    pub(super) fn spoken(&mut self, action: &Action) -> bool {
        match (&self.visit.screen, action) {
            (_, Action::Record) if self.visit.draft.note.is_some() => {
                self.keep_typed();
                self.go(Screen::Recorded);
            }
            (_, Action::Record | Action::RecordAgain) => self.record(),
            (Screen::Recording, Action::StopRecording) => self.end_recording(),
            (Screen::Recorded, Action::HearRecording) => {
                self.effects.extend(self.visit.draft.id.map(Effect::HearNote));
            }
            (Screen::Recorded, Action::ThrowAway) => self.throw_away(),
            (Screen::Recorded, Action::Next) => self.keep_spoken(),
            _ => return false,
        }
        true
    }

    fn record(&mut self) {
        if self.visit.recording.is_some() {
            return;
        }
        self.keep_typed();
        self.mint();
        let Some(draft) = self.visit.draft.id else { return };
        self.visit.recording = Some(Recording { draft, since: None, ending: false });
        self.effects.push(Effect::Record(draft));
        self.go(Screen::Recording);
    }

    fn end_recording(&mut self) {
        if let Some(recording) = &mut self.visit.recording
            && !recording.ending
        {
            recording.ending = true;
            self.effects.push(Effect::EndRecording);
        }
    }

    /// Nothing is recorded behind another screen.
    pub(super) fn watch_recording(&mut self) {
        if self.visit.screen != Screen::Recording || self.visit.overlay.is_some() {
            self.end_recording();
        }
    }

    /// A note has its greatest length: then it ends by itself.
    pub(super) fn end_long_recording(&mut self) {
        let since = self.visit.recording.as_ref().and_then(|recording| recording.since);
        if since.is_some_and(|since| self.ctx.now.duration_since(since) >= LONGEST) {
            self.end_recording();
        }
    }

    /// What the microphone tells; of a draft that is gone it is for nobody.
    pub(super) fn heard(&mut self, heard: Heard) {
        let Some(recording) = &mut self.visit.recording else { return };
        if heard == Heard::Began {
            recording.since.get_or_insert(self.ctx.now);
            self.visit.last_touch = self.ctx.now;
            return;
        }
        let draft = recording.draft;
        self.visit.recording = None;
        let next = match heard {
            Heard::Recorded(note) if self.visit.draft.id == Some(draft) => {
                self.visit.draft.note = Some(note);
                self.effects.push(Effect::KeepNote(draft));
                Screen::Recorded
            }
            Heard::Failed(trouble) => Screen::NotRecorded(trouble),
            _ => Screen::NotRecorded(NoteTrouble::Lost),
        };
        if self.visit.screen == Screen::Recording {
            let overlay = self.visit.overlay;
            self.arrive(next);
            self.visit.overlay = overlay;
        }
    }

    fn throw_away(&mut self) {
        self.visit.draft.note = None;
        self.visit.passed.remove(&Line::Description);
        self.effects.extend(self.visit.draft.id.map(Effect::ForgetNote));
        let before = self.screen_before();
        self.arrive(before);
    }

    /// The note says it all: what it is about is still chosen, where the person can.
    fn keep_spoken(&mut self) {
        if self.service().is_some() {
            self.complete(&Line::Description);
        } else {
            self.visit.passed.insert(Line::Description);
            self.go(Screen::Group);
        }
    }
}
