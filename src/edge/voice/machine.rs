//! What a voice does next: every order and all news in, acts out. It waits for nothing itself.
//!
//! One command at a time goes to the line, and none before the last one was answered; whatever is
//! asked meanwhile only changes what is wanted. So nothing queues up, and an old sentence cannot
//! come after a newer wish.

use std::time::Duration;

use zeroize::Zeroizing;

use super::{Utterance, VoiceReport};
use crate::domain::city::Language;
use crate::domain::devices::VoiceState;

/// How long somebody waits for a new line before silence is better.
const OPEN: Duration = Duration::from_secs(3);
/// How long silence may take before the line counts as dead.
const HUSH: Duration = Duration::from_secs(1);
/// Until when a sentence has begun.
const BEGIN: Duration = Duration::from_secs(1);

/// Which sentence given to a line; never the same twice.
pub(super) type Ticket = u64;

/// What a caller asks.
#[derive(Debug)]
pub(super) enum Order {
    Say(Utterance),
    Hush,
    Pause,
    Resume,
}

/// What the line tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum News {
    /// It is there, and a change of language may take so long.
    Opened(Duration),
    /// There is none to be had.
    Refused,
    /// The command was carried out.
    Done,
    /// It was not.
    Failed,
    Began(Ticket),
    Ended(Ticket),
    Stopped(Ticket),
}

/// What the line is told.
#[derive(PartialEq, Eq)]
pub(super) enum Command {
    Tune(Language),
    Say { ticket: Ticket, words: Zeroizing<String>, rate: u8, volume: u8 },
    Hush,
}

#[derive(Debug)]
pub(super) enum Input {
    Order(Order),
    Line(News),
    /// The limit has passed.
    Overdue,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Act {
    /// Opens a line.
    Open,
    /// Gives the line up, whatever it is doing.
    Close,
    Tell(Command),
    Report(VoiceReport),
    /// From now on, instead of the limit before.
    Limit(Option<Duration>),
}

impl std::fmt::Debug for Command {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Tune(language) => write!(f, "Tune({})", language.tag()),
            Self::Say { ticket, .. } => write!(f, "Say({ticket})"),
            Self::Hush => f.write_str("Hush"),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    Closed,
    Opening,
    /// It has not answered the last command.
    Busy,
    Free,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// To be said as soon as the line can.
    Waiting,
    /// Given to the line.
    Asked,
    Speaking,
    Paused,
}

/// What is to be said, up to now.
#[derive(Debug)]
struct Talk {
    utterance: Utterance,
    at: usize,
    phase: Phase,
    /// A line has failed with this sentence.
    repeated: bool,
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
    acts: Vec<Act>,
}

impl Machine {
    /// A voice that has no line yet, and what it does first.
    pub(super) fn start() -> (Self, Vec<Act>) {
        let line = Line::Opening;
        let machine = Self {
            line,
            tuned: None,
            tuning: Duration::ZERO,
            sounding: None,
            last: 0,
            talk: None,
            state: None,
            acts: Vec::new(),
        };
        (machine, vec![Act::Open])
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
        }
        match self.line {
            Line::Opening => {
                let wanted = self.is(Phase::Waiting);
                self.limit(wanted.then_some(OPEN));
            }
            Line::Free if !self.is_given() => self.limit(None),
            Line::Closed | Line::Busy | Line::Free => {}
        }
    }

    fn take(&mut self, utterance: Utterance) {
        let at = utterance.from;
        self.talk = Some(Talk { utterance, at, phase: Phase::Waiting, repeated: false });
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
            News::Refused => {
                self.line = Line::Closed;
                self.give_up();
            }
            News::Done => {
                self.line = Line::Free;
                if !self.is_given() {
                    self.limit(None);
                }
            }
            News::Failed => self.fault(),
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
                    self.fault();
                }
            }
        }
    }

    fn began(&mut self) {
        self.tell_state(VoiceState::Ready);
        if let Some(talk) = &mut self.talk {
            talk.phase = Phase::Speaking;
            let words = talk.utterance.sentences[talk.at].as_str();
            let limit = time_to_say(words, talk.utterance.rate);
            let report = VoiceReport::Began { utterance: talk.utterance.id, sentence: talk.at };
            self.acts.push(Act::Report(report));
            self.limit(Some(limit));
        }
    }

    /// The sentence that the line had is said.
    fn ended(&mut self) {
        if self.is(Phase::Asked) {
            self.began();
        }
        if let Some(talk) = self.talk.as_mut().filter(|talk| talk.phase == Phase::Speaking) {
            talk.at += 1;
            talk.phase = Phase::Waiting;
            talk.repeated = false;
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
            // It stays awaited: another one would hang beside it.
            Line::Opening => self.give_up(),
            Line::Busy | Line::Free => self.fault(),
            Line::Closed => {}
        }
    }

    /// The line is of no use any more: another one, and the sentence once more.
    fn fault(&mut self) {
        self.acts.push(Act::Close);
        self.line = Line::Closed;
        self.sounding = None;
        match &mut self.talk {
            Some(talk) if talk.phase == Phase::Paused => self.open(),
            Some(talk) if !talk.repeated => {
                talk.repeated = true;
                talk.phase = Phase::Waiting;
            }
            Some(_) => self.give_up(),
            None => self.open(),
        }
    }

    fn give_up(&mut self) {
        self.talk = None;
        self.limit(None);
        // Told each time: whoever asked waits for an end.
        self.state = None;
        self.tell_state(VoiceState::Broken);
    }

    /// Gives the line what comes next, if it can take it.
    fn go_on(&mut self) {
        match self.line {
            Line::Closed if self.is(Phase::Waiting) => self.open(),
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
            self.command(Command::Tune(language), self.tuning);
            return;
        }
        self.last += 1;
        self.sounding = Some(self.last);
        talk.phase = Phase::Asked;
        let words = Zeroizing::new(talk.utterance.sentences[talk.at].clone());
        self.command(Command::Say { ticket: self.last, words, rate, volume }, BEGIN);
    }

    fn open(&mut self) {
        self.line = Line::Opening;
        self.tuned = None;
        self.acts.push(Act::Open);
        let wanted = self.is(Phase::Waiting);
        self.limit(wanted.then_some(OPEN));
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

/// When a sentence that began is surely said; digits take as long as words.
fn time_to_say(words: &str, rate: u8) -> Duration {
    let weight = |letter: char| if letter.is_numeric() { 6 } else { 1 };
    let letters: u32 = words.chars().map(weight).sum();
    let one = Duration::from_millis(if rate < 3 { 225 } else { 150 });
    one.saturating_mul(letters) + Duration::from_secs(5)
}

#[cfg(test)]
mod tests;
