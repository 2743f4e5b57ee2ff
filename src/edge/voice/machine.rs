//! What a voice does next: every order and all news in, acts out. It waits for nothing itself.
//!
//! One command at a time goes to the line, and none before the last one was answered; whatever is
//! asked meanwhile only changes what is wanted. So nothing queues up, and an old sentence cannot
//! come after a newer wish.
//!
//! After a fault there is always a new line, or, once the faults are too many, a pause and then a
//! new line. Only a line that refused or hung, or a sentence that fell silent, costs a restart.

mod message;
mod talk;

use std::time::Duration;

use zeroize::Zeroizing;

use super::{Utterance, VoiceReport};
use crate::domain::city::Language;
use crate::domain::devices::VoiceState;

pub(super) use message::{Act, Command, Input, News, Order, Ticket};
use talk::{Phase, Talk};

/// How long a new line may take.
const OPEN: Duration = Duration::from_secs(3);
/// The same where what it speaks through is started anew first.
const RESTART: Duration = Duration::from_secs(8);
/// How long silence may take before the line counts as dead.
const HUSH: Duration = Duration::from_millis(700);
/// Until when a sentence has begun.
const BEGIN: Duration = Duration::from_secs(2);
/// How many faults in a row, without one sentence said to its end, make a broken voice.
const FAULTS: u8 = 3;
/// How long a broken voice waits before it tries again; the last holds for all that follow.
const PAUSES: [Duration; 3] =
    [Duration::from_secs(30), Duration::from_mins(2), Duration::from_mins(10)];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    /// There is none until the pause is over.
    Closed,
    Opening,
    /// It has not answered the last command.
    Busy,
    Free,
}

#[derive(Debug)]
pub(super) struct Machine {
    line: Line,
    /// The line's language.
    tuned: Option<Language>,
    /// How long the line may take to change it.
    tuning: Duration,
    /// The sentence that the line may be saying.
    sounding: Option<Ticket>,
    last: Ticket,
    talk: Option<Talk>,
    state: Option<VoiceState>,
    /// The line tells which word it is at.
    tells_words: bool,
    /// Faults since a sentence was said to its end.
    faults: u8,
    /// Pauses since then.
    pauses: usize,
    acts: Vec<Act>,
}

impl Machine {
    /// A voice that has no line yet, and what it does first.
    pub(super) fn start() -> (Self, Vec<Act>) {
        let mut machine = Self {
            line: Line::Closed,
            tuned: None,
            tuning: Duration::ZERO,
            sounding: None,
            last: 0,
            talk: None,
            state: None,
            tells_words: false,
            faults: 0,
            pauses: 0,
            acts: Vec::new(),
        };
        machine.open(false);
        let acts = std::mem::take(&mut machine.acts);
        (machine, acts)
    }

    pub(super) fn handle(&mut self, input: Input) -> Vec<Act> {
        match input {
            Input::Order(order) => self.obey(order),
            Input::Line(news) => self.learn(news),
            Input::Overdue => self.overdue(),
        }
        self.go_on();
        std::mem::take(&mut self.acts)
    }

    fn obey(&mut self, order: Order) {
        match order {
            Order::Say(utterance) => self.take(utterance),
            Order::Hush => self.talk = None,
            Order::Pause => {
                if let Some(talk) = &mut self.talk {
                    talk.phase = Phase::Paused;
                }
            }
            Order::Resume => {
                if let Some(talk) = self.talk.as_mut().filter(|talk| talk.phase == Phase::Paused) {
                    talk.phase = Phase::Waiting;
                }
            }
            Order::Visit => {
                self.talk = None;
                self.recover();
                if self.line == Line::Closed {
                    self.open(false);
                }
            }
        }
        if self.line == Line::Free && !self.is_given() {
            self.limit(None);
        }
    }

    fn take(&mut self, utterance: Utterance) {
        let at = utterance.from;
        self.talk = Some(Talk { utterance, at, phase: Phase::Waiting });
        self.pass_over_the_unspeakable();
    }

    fn learn(&mut self, news: News) {
        if self.line == Line::Closed {
            // It was given up, and does not know yet.
            return;
        }
        match news {
            News::Opened(tuning) => {
                self.line = Line::Free;
                self.tuning = tuning;
                self.limit(None);
                // After a fault only a sentence that begins is a proof.
                if self.state != Some(VoiceState::Broken) {
                    self.tell_state(VoiceState::Ready);
                }
            }
            News::Refused => self.fault(true),
            News::Done => {
                self.line = Line::Free;
                if !self.is_given() {
                    self.limit(None);
                }
            }
            News::Failed => self.fault(false),
            News::Began(ticket) => {
                if self.is(Phase::Asked) && self.sounding == Some(ticket) {
                    self.began();
                }
            }
            News::Ended(ticket) => {
                if self.sounding.take_if(|sounding| *sounding == ticket).is_some() {
                    self.ended();
                }
            }
            News::Stopped(ticket) => {
                let mine = self.sounding.take_if(|sounding| *sounding == ticket).is_some();
                if mine && self.is_given() {
                    self.fault(false);
                }
            }
            News::Reached(ticket, word) => {
                if self.is_given() && self.sounding == Some(ticket) {
                    self.reached(word);
                }
            }
        }
    }

    fn began(&mut self) {
        self.tell_state(VoiceState::Ready);
        if let Some(talk) = &mut self.talk {
            talk.phase = Phase::Speaking;
            let limit = talk.time(0, self.tells_words);
            let report = VoiceReport::Began { utterance: talk.utterance.id, sentence: talk.at };
            self.acts.push(Act::Report(report));
            self.limit(Some(limit));
        }
    }

    fn reached(&mut self, word: usize) {
        self.tells_words = true;
        if self.is(Phase::Asked) {
            self.began();
        }
        if let Some(talk) = &self.talk {
            let limit = talk.time(word, true);
            self.limit(Some(limit));
        }
    }

    /// The sentence that the line had is said.
    fn ended(&mut self) {
        self.recover();
        if self.is(Phase::Asked) {
            self.began();
        }
        if let Some(talk) = self.talk.as_mut().filter(|talk| talk.phase == Phase::Speaking) {
            talk.at += 1;
            talk.phase = Phase::Waiting;
            self.limit(None);
            self.pass_over_the_unspeakable();
        }
    }

    fn pass_over_the_unspeakable(&mut self) {
        let Some(talk) = &mut self.talk else { return };
        let left = talk.utterance.sentences.get(talk.at..).unwrap_or_default();
        let next = left.iter().position(|words| words.contains(char::is_alphanumeric));
        if let Some(passed) = next.filter(|_| talk.utterance.volume > 0) {
            talk.at += passed;
        } else {
            let utterance = talk.utterance.id;
            self.acts.push(Act::Report(VoiceReport::Ended { utterance }));
            self.talk = None;
        }
    }

    fn overdue(&mut self) {
        match self.line {
            Line::Closed => self.open(true),
            Line::Opening | Line::Busy | Line::Free => self.fault(true),
        }
    }

    /// The line is of no use any more: another one, and the sentence once more. It is `dead` where
    /// another one alone would be as dead.
    fn fault(&mut self, dead: bool) {
        self.acts.push(Act::Close);
        self.line = Line::Closed;
        self.sounding = None;
        self.faults = self.faults.saturating_add(1);
        if self.faults >= FAULTS {
            self.rest();
            return;
        }
        if let Some(talk) = self.talk.as_mut().filter(|talk| talk.phase != Phase::Paused) {
            talk.phase = Phase::Waiting;
        }
        self.open(dead || self.faults > 1);
    }

    /// Gives up for a while.
    fn rest(&mut self) {
        self.give_up();
        let pause = PAUSES[self.pauses.min(PAUSES.len() - 1)];
        self.pauses += 1;
        self.limit(Some(pause));
    }

    fn give_up(&mut self) {
        self.talk = None;
        // Told each time: whoever asked waits for an end.
        self.state = None;
        self.tell_state(VoiceState::Broken);
    }

    /// What went wrong before does not count any more.
    fn recover(&mut self) {
        self.faults = 0;
        self.pauses = 0;
    }

    /// Gives the line what comes next, if it can take it.
    fn go_on(&mut self) {
        match self.line {
            Line::Closed if self.is(Phase::Waiting) => self.give_up(),
            Line::Free if self.sounding.is_some() && !self.is_given() => {
                self.sounding = None;
                self.command(Command::Hush, HUSH);
            }
            Line::Free if self.is(Phase::Waiting) => self.speak(),
            Line::Closed | Line::Opening | Line::Busy | Line::Free => {}
        }
    }

    fn speak(&mut self) {
        let Some(talk) = &mut self.talk else { return };
        let Utterance { language, rate, volume, .. } = talk.utterance;
        if self.tuned != Some(language) {
            self.tuned = Some(language);
            // Another language may have another voice.
            self.tells_words = false;
            self.command(Command::Tune(language), self.tuning);
            return;
        }
        self.last += 1;
        self.sounding = Some(self.last);
        talk.phase = Phase::Asked;
        let words = Zeroizing::new(talk.utterance.sentences[talk.at].clone());
        self.command(Command::Say { ticket: self.last, words, rate, volume }, BEGIN);
    }

    fn open(&mut self, restart: bool) {
        self.line = Line::Opening;
        self.tuned = None;
        self.acts.push(Act::Open { restart });
        self.limit(Some(if restart { RESTART } else { OPEN }));
    }

    fn command(&mut self, command: Command, limit: Duration) {
        self.line = Line::Busy;
        self.acts.push(Act::Tell(command));
        self.limit(Some(limit));
    }

    fn limit(&mut self, limit: Option<Duration>) {
        self.acts.push(Act::Limit(limit));
    }

    fn tell_state(&mut self, state: VoiceState) {
        if self.state != Some(state) {
            self.state = Some(state);
            self.acts.push(Act::Report(VoiceReport::State(state)));
        }
    }

    fn is(&self, phase: Phase) -> bool {
        self.talk.as_ref().is_some_and(|talk| talk.phase == phase)
    }

    /// Whether the line has the sentence that is wanted.
    fn is_given(&self) -> bool {
        self.is(Phase::Asked) || self.is(Phase::Speaking)
    }
}

#[cfg(test)]
mod tests;
