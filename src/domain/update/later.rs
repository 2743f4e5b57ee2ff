//! What is kept for later, by a code or for staff, and how it goes on.

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use crate::domain::action::Action;
use crate::domain::code_words::{Added, NotAWord, WORDS, but_last};
use crate::domain::effect::Effect;
use crate::domain::flow;
use crate::domain::later::{Given, Kept, Later, LeftDraft, NotOpened, Opened, Opening};
use crate::domain::request::RequestId;
use crate::domain::visit::{Complaint, Print, PrintState, Screen, Tray, Visit};

use super::{NotApplicable, Turn};

impl Turn<'_> {
    pub(super) fn later(&mut self, action: &Action) {
        match (&self.visit.screen, action) {
            (Screen::Saved, Action::Reprint) => self.print_code(Tray::Here),
            (Screen::Saved, Action::PrintAtCounter) => self.print_code(Tray::Counter),
            (Screen::Saved, Action::Resume) => {
                self.take_back();
                let before = self.screen_before();
                self.arrive(before);
            }
            (Screen::Saved, Action::Finish) => self.say_farewell(),
            (Screen::SavedWord(index), Action::Next) => {
                let typed = self.visit.typed("word").to_owned();
                self.add_words(*index, &typed);
            }
            (Screen::SavedWord(index), Action::Word(word)) => {
                let typed = format!("{} {word}", but_last(self.visit.typed("word")));
                self.add_words(*index, &typed);
            }
            (Screen::SavedAnswer, Action::TryAgain) => self.go(Screen::SavedWord(0)),
            (Screen::LeftDrafts, Action::Reopen(id)) => self.effects.push(Effect::OpenLeft(*id)),
            _ => {}
        }
    }

    /// When what is kept now is forgotten.
    pub(super) fn kept_until(&self) -> Timestamp {
        let days = SignedDuration::from_hours(24 * i64::from(self.city().draft_days));
        self.ctx.now.checked_add(days).unwrap_or(Timestamp::MAX)
    }

    /// The draft stays in the visit until the person goes: they may still change their mind.
    pub(super) fn save_for_later(&mut self) {
        let language = self.city().code_language(self.visit.language);
        let code = |random| self.city().code_words.code(language, random);
        // Without randomness there is no code that only this person has.
        let Some(code) = self.ctx.random_words.and_then(code) else { return };
        self.keep_typed();
        let kept = Box::new(Kept::of(&self.visit, self.city()));
        let until = self.kept_until();
        self.effects.push(Effect::Keep { code: code.clone(), kept, until });
        let given = Some(Given { code, until, slip: None });
        self.visit.later = Later { given, ..Later::default() };
        self.go(Screen::Saved);
        if self.ctx.devices.printer.can_print() {
            self.print_code(Tray::Here);
        }
    }

    fn print_code(&mut self, tray: Tray) {
        let Some(given) = &mut self.visit.later.given else { return };
        let job = self.ctx.fresh_id;
        given.slip = Some(job);
        self.visit.prints.push(Print { job, state: PrintState::Started, tray });
        self.effects.push(Effect::PrintCode { job, tray });
    }

    /// Whoever goes on at once needs no code any more.
    pub(super) fn take_back(&mut self) {
        if let Some(given) = self.visit.later.given.take() {
            self.effects.push(Effect::TakeBack { code: given.code, until: given.until });
        }
    }

    fn add_words(&mut self, index: usize, typed: &str) {
        if typed.trim().is_empty() {
            self.visit.complaint = Some(Complaint::Empty);
            return;
        }
        let before = self.visit.later.words.get(..index).unwrap_or_default();
        let language = self.city().code_language(self.visit.language);
        match self.city().code_words.add(language, before, typed) {
            Ok(Added(words)) if words.len() > index => {
                self.visit.later.words = words;
                if self.visit.later.words.len() < WORDS {
                    self.go(Screen::SavedWord(self.visit.later.words.len()));
                } else {
                    self.try_code();
                }
            }
            Ok(_) | Err(NotAWord::Unknown) => self.visit.complaint = Some(Complaint::WordUnknown),
            Err(NotAWord::Unclear) => self.visit.complaint = Some(Complaint::WordUnclear),
        }
    }

    fn try_code(&mut self) {
        let attempt = self.visit.later.opening.as_ref().map_or(0, |it| it.attempt) + 1;
        let language = self.city().code_language(self.visit.language);
        let codes = self.city().code_words.codes(language, &self.visit.later.words);
        self.visit.later.opening = Some(Opening { attempt, answer: None });
        self.effects.push(Effect::TryCode { attempt, codes });
        self.go(Screen::SavedAnswer);
    }

    /// The answer to an older try is dropped.
    pub(super) fn code_tried(&mut self, attempt: u32, answer: &Result<Box<Opened>, NotOpened>) {
        let Some(opening) = &mut self.visit.later.opening else { return };
        if opening.attempt != attempt || opening.answer.is_some() {
            return;
        }
        match answer {
            Ok(opened) => {
                let (locator, until) = (opened.locator, self.kept_until());
                self.effects.push(Effect::Spend { locator, until });
                let mut kept = opened.kept.clone();
                // What it is filed under is minted anew: where a copy of the draft is opened a
                // second time the two must not be taken for one.
                kept.draft.id = kept.draft.id.map(|_| RequestId(self.ctx.fresh_id));
                self.go_on_with(kept);
            }
            Err(why) => {
                opening.answer = Some(*why);
                self.visit.focus = None;
            }
        }
    }

    /// As it was left.
    fn go_on_with(&mut self, kept: Kept) {
        let parked = self.visit.parked.take();
        self.visit = Visit { parked, ..kept.visit(self.ctx.now) };
        let draft = &mut self.visit.draft;
        if flow::service_of(draft, self.ctx.city).is_none() && draft.service.take().is_some() {
            // The city has taken the service away meanwhile.
            self.visit.screen = Screen::Group;
        }
        let screen = self.visit.screen.clone();
        self.arrive(screen);
    }

    /// Staff, known by their PIN, see what was left; nobody's draft is put aside for it.
    pub(super) fn show_left(&mut self, left: &[LeftDraft]) -> Result<(), NotApplicable> {
        if self.visit.has_draft() {
            return Err(NotApplicable::NotOffered);
        }
        left.clone_into(&mut self.visit.later.left);
        self.visit.last_touch = self.ctx.now;
        self.go(Screen::LeftDrafts);
        Ok(())
    }

    pub(super) fn left_opened(&mut self, id: Uuid, kept: Option<&Kept>) {
        if self.visit.screen != Screen::LeftDrafts {
            return;
        }
        self.visit.later.left.retain(|left| left.id != id);
        if let Some(kept) = kept {
            self.effects.push(Effect::ForgetLeft(id));
            self.go_on_with(kept.clone());
        }
    }

    /// What a field for a word held before.
    pub(super) fn word_before(&self, index: usize) -> String {
        self.visit.later.words.get(index).cloned().unwrap_or_default()
    }
}
