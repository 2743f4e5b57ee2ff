//! What is said, when, and how far it is.
//!
//! Whatever a person does hushes what is being said. Then the thing touched is said, and, where
//! the screen changed, the arrival speech after it.

use crate::domain::action::Action;
use crate::domain::event::{Event, Intent, Key};
use crate::domain::keyboard::{Cap, Spot};
use crate::edge::voice::{Utterance, VoiceReport};
use crate::view::echo::{Hand, echo};
use crate::view::{self, View};

use super::App;
use super::log::{Event as LogEvent, log};

/// How far the voice is with a view's arrival speech.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Speech {
    /// The sentence of the arrival speech that is being said, or is to be read next.
    pub at: Option<usize>,
    /// Something is being said.
    pub speaking: bool,
}

/// What the voice was asked to say last.
#[derive(Debug, Default)]
pub(super) struct Said {
    /// The arrival speech of the screen; zero sentences before the first.
    arrival: Vec<String>,
    utterance: u64,
    /// Sentences of the utterance that stand before the arrival speech.
    lead: usize,
    /// The sentence of the arrival speech with which the utterance goes on after them.
    from: usize,
    pub(super) speech: Speech,
    /// What stands before the arrival speech: what was touched, chosen or typed.
    pub(super) echo: Vec<String>,
    /// Rate and loudness of the utterance.
    pace: (u8, u8),
    /// It was handed over and has not ended.
    open: bool,
}

impl Said {
    /// Whether something is being said, or is about to be.
    pub(super) fn is_open(&self) -> bool {
        self.open
    }
}

/// What a person did, as far as it is to be heard.
pub(super) enum Touched {
    /// Something that is said itself.
    Words(String),
    /// The focus moved.
    Focus,
    /// Something was typed.
    Typed { field: String, before: String, by: Hands },
    /// Something in focus was chosen.
    Chosen,
    /// Nothing that is said.
    Nothing,
}

/// What somebody types with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hands {
    /// Fingers.
    Glass,
    /// Five keys.
    Keys,
    /// Two switches.
    Switches,
}

impl App {
    /// What an event will make heard, read off the screen before it changes.
    pub(super) fn touched(&self, event: &Event) -> Touched {
        let Event::Intent(intent) = event else { return Touched::Nothing };
        match intent {
            // Nobody needs to hear that somebody flees.
            Intent::Do(
                Action::Pause
                | Action::HearFrom(_)
                | Action::File
                | Action::HearRecording
                | Action::LeaveFast,
            ) => Touched::Nothing,
            Intent::Do(Action::CallQuietly) if !self.devices.headphones => Touched::Nothing,
            Intent::Do(Action::Focus(_))
            | Intent::Press(Key::Up | Key::Down | Key::Left | Key::Right | Key::Step) => {
                Touched::Focus
            }
            Intent::Do(Action::Key(cap)) => self.key_touched(*cap),
            Intent::Press(Key::Select) => self.chosen(Hands::Keys),
            Intent::Press(Key::Choose) => self.chosen(Hands::Switches),
            Intent::Do(action) => {
                let id = action.to_string();
                let view = self.view();
                let touched = view.actions.into_iter().find(|shown| shown.id == id);
                touched.map_or(Touched::Nothing, |action| Touched::Words(action.spoken))
            }
            Intent::Type { field, .. } => {
                let before = self.visit.typed(field).to_owned();
                Touched::Typed { field: field.clone(), before, by: Hands::Glass }
            }
            Intent::Press(_) | Intent::Speak(_) | Intent::Scan(_) | Intent::Jack(_) => {
                Touched::Nothing
            }
        }
    }

    /// Says what is new: what was touched, then the arrival speech where it changed.
    pub(super) fn speak(&mut self, touched: &Touched) {
        let view = self.view();
        let lead = self.lead(touched, &view);
        self.said.echo.clone_from(&lead);
        if view.say != self.said.arrival {
            self.said.arrival = view.say;
            self.utter(&lead, 0);
        } else if let (Some(at), true) = (self.said.speech.at, self.pace() != self.said.pace) {
            // Faster, slower, louder, softer: heard at once.
            self.speak_from(at);
        } else if !lead.is_empty() {
            // The arrival speech was said already: only what was touched is new, or still wrong.
            let wrong = matches!(touched, Touched::Words(_))
                && view.fields.iter().any(|field| field.error.is_some());
            self.utter(&lead, if wrong { 0 } else { usize::MAX });
        }
    }

    /// Headphones came in: how to use them, then the screen. They went out: silence, until somebody
    /// does something.
    pub(super) fn greet(&mut self, inside: bool) {
        self.said.arrival = self.view().say;
        if inside {
            let words = self.locales.of(self.visit.language);
            let greeting = view::sentences(&words.text("headphones-in"));
            self.utter(&greeting, 0);
        }
    }

    /// Nobody is there who would hear the screen.
    pub(super) fn leave_unsaid(&mut self) {
        self.said.arrival = self.view().say;
    }

    /// What is said before the arrival speech.
    fn lead(&self, touched: &Touched, view: &View) -> Vec<String> {
        let focused = || view.spoken.clone();
        let said = match touched {
            Touched::Words(words) => Some(words.clone()),
            Touched::Focus => focused(),
            // What is chosen says by itself what it did, where it leads to another screen.
            Touched::Chosen => focused().filter(|_| view.say == self.said.arrival),
            Touched::Typed { field, before, by } => {
                let words = self.locales.of(self.visit.language);
                let hears = *by != Hands::Glass || self.devices.headphones;
                let hand = if hears { Hand::Hearing } else { Hand::Seeing };
                let typed = echo(words, view, field, before, hand);
                if *by == Hands::Switches && typed.is_some() {
                    return typed.into_iter().chain(focused()).collect();
                }
                typed.or_else(|| focused().filter(|_| *by != Hands::Glass))
            }
            Touched::Nothing => None,
        };
        said.into_iter().collect()
    }

    /// What a key of the keyboard on the screen will make heard.
    fn key_touched(&self, cap: Cap) -> Touched {
        let view = self.view();
        match (cap, view.board) {
            (Cap::Letter(_) | Cap::Erase, Some(board)) => {
                let before = self.visit.typed(&board.field).to_owned();
                Touched::Typed { field: board.field, before, by: Hands::Glass }
            }
            (Cap::Letter(_) | Cap::Erase, None) => Touched::Nothing,
            (tool, _) => Touched::Words(view.keys.name(tool)),
        }
    }

    /// What choosing the thing in focus will make heard.
    fn chosen(&self, by: Hands) -> Touched {
        let view = self.view();
        let quiet = [Action::Pause, Action::File].map(|action| action.to_string());
        match (view.focus.as_deref(), view.board) {
            (Some(focus), Some(board)) if Spot::from_id(focus).is_some() => {
                let before = self.visit.typed(&board.field).to_owned();
                Touched::Typed { field: board.field, before, by }
            }
            (Some(focus), _) if quiet.iter().any(|id| id == focus) => Touched::Nothing,
            (Some(focus), _) if focus.starts_with("hear:") => Touched::Nothing,
            _ => Touched::Chosen,
        }
    }

    /// What was said of the last thing touched, chosen or typed.
    #[must_use]
    pub fn echo(&self) -> &[String] {
        &self.said.echo
    }

    /// Says the arrival speech, from a sentence on.
    pub(super) fn speak_from(&mut self, sentence: usize) {
        let last = self.said.arrival.len().saturating_sub(1);
        self.utter(&[], sentence.min(last));
        self.said.speech.at = Some(sentence.min(last));
    }

    fn pace(&self) -> (u8, u8) {
        (self.visit.settings.rate, self.visit.settings.volume)
    }

    /// Whether the screen that stands there was never said.
    pub(super) fn is_unsaid(&self) -> bool {
        self.said.arrival.is_empty()
    }

    fn utter(&mut self, lead: &[String], from: usize) {
        self.said.utterance += 1;
        self.said.lead = lead.len();
        self.said.from = from;
        self.said.speech = Speech::default();
        self.said.pace = self.pace();
        if self.microphone.listens() && !self.devices.headphones || self.is_quiet_seat() {
            // The microphone would hear it, or the neighbours of a seat.
            return;
        }
        self.said.open = true;
        let settings = self.visit.settings;
        let language = self.visit.language;
        let sentences = lead.iter().chain(self.said.arrival.iter().skip(from));
        self.voice.say(Utterance {
            id: self.said.utterance,
            sentences: sentences
                .map(|sentence| self.pronunciations.say(language, sentence))
                .collect(),
            from: 0,
            language,
            rate: settings.rate,
            volume: settings.volume,
        });
    }

    /// Be quiet, or go on with the sentence that was broken off.
    pub(super) fn pause(&mut self) {
        if self.microphone.listens() && !self.devices.headphones {
            return;
        }
        if self.said.speech.speaking {
            self.said.speech.speaking = false;
            self.said.open = false;
            self.voice.pause();
        } else if self.said.speech.at.is_some() {
            self.voice.resume();
        } else {
            self.speak_from(0);
        }
    }

    /// Silence, and nothing left to say.
    pub(super) fn hush(&mut self) {
        self.voice.hush();
        self.said = Said { utterance: self.said.utterance, ..Said::default() };
    }

    /// What the voice tells of itself.
    pub fn voice_told(&mut self, report: VoiceReport) {
        match report {
            VoiceReport::State(state) => {
                if state != self.devices.voice {
                    self.devices.voice = state;
                    self.said.open = false;
                    log(LogEvent::VoiceChanged, &[("state", state.name())]);
                    self.said.speech = Speech::default();
                }
            }
            VoiceReport::Began { utterance, sentence } if utterance == self.said.utterance => {
                let read = sentence.checked_sub(self.said.lead);
                let at = read.map(|sentence| self.said.from.saturating_add(sentence));
                self.said.speech = Speech { at, speaking: true };
                self.devices.last_spoke = Some(self.believed_now().0);
            }
            VoiceReport::Ended { utterance } if utterance == self.said.utterance => {
                self.said.speech = Speech::default();
                self.said.open = false;
                self.devices.last_spoke = Some(self.believed_now().0);
            }
            // Of something that nobody hears any more.
            VoiceReport::Began { .. } | VoiceReport::Ended { .. } => {}
        }
        self.listen_when_quiet();
    }
}
