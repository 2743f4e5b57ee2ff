//! The machine: bytes and time in, answers and slips out. It does no I/O and reads no clock.

mod plan;
mod work;

use std::collections::VecDeque;
use std::time::Duration;

use crate::edge::printer::profile::{Cut, Profile};

use super::command::Command;
use super::fault::{Fault, Happening, Step};
use super::lexer::{Lexed, Lexer};
use super::paper::Paper;
use super::realtime::{Ear, Request};
use super::slip::{End, Slip};
use super::status::{Condition, garbage};
use plan::{Past, Plan};

/// How the line to the printer broke.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// Closed as one hangs up.
    Closed,
    /// Reset, with what was under way lost.
    Reset,
}

/// What whoever watches is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Something happened to the printer.
    Happened(Happening),
    /// Something is not known, or not on paper as it was meant.
    Noted(String),
    /// A slip came off.
    CameOff(End),
    /// The slip was drawn back from the mouth.
    DrawnBack,
    /// So many bytes were thrown away unprinted.
    ThrownAway(u64),
}

/// How much came in and went out since it was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Bytes of every kind.
    pub received: u64,
    /// Bytes of print data: everything but requests that are answered at once.
    pub data: u64,
    /// Bytes of print data that wait to be printed.
    pub waiting: u64,
    /// Slips that were cut, or torn off at the tear bar.
    pub slips: usize,
    /// Slips that were torn off unfinished.
    pub torn: usize,
    /// Slips drawn back from the mouth.
    pub drawn_back: usize,
}

/// A printer of a profile.
#[derive(Debug)]
pub struct Printer {
    profile: Profile,
    lexer: Lexer,
    ear: Ear,
    waiting: VecDeque<(u64, Command)>,
    /// How much of the print data is printed.
    printed: u64,
    /// When `slow` began to count, and from which byte.
    slow_from: (Duration, u64),
    now: Duration,
    paper: Paper,
    condition: Condition,
    plan: Plan,
    automatic: bool,
    /// Empty lines in a row.
    empty_lines: u8,
    /// Commands that have left a trace on paper.
    traces: u64,
    answers: Vec<u8>,
    /// Nobody hears what it answers until the line stands again.
    broken: Option<Broken>,
    is_connected: bool,
    counts: Counts,
    finished: Vec<Slip>,
    events: Vec<Event>,
}

impl Printer {
    /// A printer that is switched on, with paper and without faults.
    #[must_use]
    pub fn new(profile: &Profile) -> Self {
        let condition = Condition { has_cutter: profile.cut != Cut::None, ..Condition::default() };
        Self {
            lexer: Lexer::new(profile),
            ear: Ear::default(),
            waiting: VecDeque::new(),
            printed: 0,
            slow_from: (Duration::ZERO, 0),
            now: Duration::ZERO,
            paper: Paper::new(profile),
            condition,
            plan: Plan::default(),
            automatic: false,
            empty_lines: 0,
            traces: 0,
            answers: Vec::new(),
            broken: None,
            is_connected: true,
            counts: Counts::default(),
            finished: Vec::new(),
            events: Vec::new(),
            profile: profile.clone(),
        }
    }

    /// Its profile.
    #[must_use]
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// Whether it is switched on.
    #[must_use]
    pub fn is_on(&self) -> bool {
        !self.condition.has(Fault::Off)
    }

    /// Whether a fault stands.
    #[must_use]
    pub fn has(&self, fault: Fault) -> bool {
        self.condition.has(fault)
    }

    /// How much came in and went out.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let data = self.lexer.data();
        Counts { data, waiting: data - self.printed, ..self.counts }
    }

    /// Somebody plugs a line in: nothing breaks it, and nobody asked for automatic answers.
    ///
    /// A command that was begun on another line goes on, as it does on real printers.
    pub fn connect(&mut self) {
        self.is_connected = true;
        self.broken = None;
        self.automatic = false;
        self.answers.clear();
    }

    /// Takes bytes at a moment, counted from any moment before. What comes after the line broke
    /// is lost.
    pub fn receive(&mut self, bytes: &[u8], now: Duration) {
        self.tick(now);
        for byte in bytes {
            if !self.is_connected || !self.is_on() {
                break;
            }
            self.counts.received += 1;
            self.take(*byte);
        }
    }

    fn take(&mut self, byte: u8) {
        let heard = self.ear.hear(byte, &self.profile);
        let request = match self.lexer.push(byte) {
            Some(Lexed::Command(command)) => {
                if self.waiting.is_empty() {
                    self.slow_from = (self.now, self.printed);
                }
                self.waiting.push_back((self.lexer.data(), command));
                None
            }
            Some(Lexed::Request(request)) => Some(request),
            None => None,
        };
        self.work();
        if self.is_connected
            && let Some(request) = heard.or(request)
        {
            self.obey_at_once(request);
        }
        self.arrive();
    }

    /// Time has passed.
    pub fn tick(&mut self, now: Duration) {
        self.now = self.now.max(now);
        for what in self.plan.due(self.now) {
            self.happen(what);
        }
        self.work();
    }

    /// When something will happen though nothing arrives.
    #[must_use]
    pub fn due(&self) -> Option<Duration> {
        self.plan.next().into_iter().chain(self.next_work()).min()
    }

    /// Plans what is to happen, or does it.
    pub fn plan(&mut self, step: Step) {
        let past = Past { data: self.lexer.data(), traces: self.traces, now: self.now };
        if let Some(what) = self.plan.add(step, past) {
            self.happen(what);
        }
        self.work();
        self.arrive();
    }

    /// What it answered since it was last asked.
    pub fn take_answers(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.answers)
    }

    /// How the line broke, once.
    pub fn take_broken(&mut self) -> Option<Broken> {
        self.broken.take()
    }

    /// The slips that came off since it was last asked.
    pub fn take_slips(&mut self) -> Vec<Slip> {
        std::mem::take(&mut self.finished)
    }

    /// What happened since it was last asked.
    pub fn take_events(&mut self) -> Vec<Event> {
        std::mem::take(&mut self.events)
    }

    /// Tears off what hangs out, if anything is on it.
    pub fn tear(&mut self) {
        if self.paper.is_begun() {
            self.come_off(End::Torn);
        }
    }

    /// Happens to the machine as its bytes arrive, not as its paper comes.
    fn arrive(&mut self) {
        for what in self.plan.arrived(self.lexer.data()) {
            self.happen(what);
        }
    }

    fn obey_at_once(&mut self, request: Request) {
        match request {
            Request::GoOn => {}
            Request::GoOnWithout => {
                if self.condition.stands_still() {
                    self.throw_away();
                }
            }
            Request::ThrowAway => self.throw_away(),
            Request::ThrowAwayAndTell => {
                self.throw_away();
                self.answer(&[0x37, 0x25, 0x00]);
            }
            asked => self.answer(&self.condition.answer(asked)),
        }
    }

    fn answer(&mut self, answer: &[u8]) {
        if !self.is_connected || self.condition.has(Fault::Silent) {
            return;
        }
        if self.condition.has(Fault::Garbage) {
            self.answers.extend(garbage(answer));
        } else {
            self.answers.extend_from_slice(answer);
        }
    }

    fn throw_away(&mut self) {
        let lost = self.lexer.data() - self.printed;
        self.waiting.clear();
        self.printed = self.lexer.data();
        self.lexer.begin_anew();
        self.paper.forget_line();
        if lost > 0 {
            self.events.push(Event::ThrownAway(lost));
        }
    }

    fn come_off(&mut self, end: End) {
        self.finished.push(self.paper.end(end));
        match end {
            End::Torn => self.counts.torn += 1,
            End::CutThrough | End::CutLeavingAPoint | End::TornOff => self.counts.slips += 1,
        }
        self.events.push(Event::CameOff(end));
    }

    /// Happens now.
    fn happen(&mut self, what: Happening) {
        let before = self.condition.automatic();
        self.events.push(Event::Happened(what));
        match what {
            Happening::Comes(fault) => self.come(fault),
            Happening::Cleared(fault) => self.clear(fault),
            Happening::AllCleared => {
                self.plan = Plan::default();
                for fault in self.condition.faults.clone() {
                    self.clear(fault);
                }
            }
            Happening::Taken => self.condition.slip_in_mouth = false,
            Happening::TornOff => {
                if self.paper.is_begun() {
                    self.come_off(End::TornOff);
                }
            }
        }
        let after = self.condition.automatic();
        if self.automatic && before != after {
            self.answer(&after);
        }
    }

    fn come(&mut self, fault: Fault) {
        if !fault.is_momentary() {
            self.condition.faults.insert(fault);
        }
        match fault {
            Fault::Drop => self.hang_up(Broken::Closed),
            Fault::Reset => self.hang_up(Broken::Reset),
            Fault::PowerCycle | Fault::Off => {
                self.throw_away();
                self.tear();
                self.paper.reset();
                self.lexer.switch_on();
                self.ear = Ear::default();
                self.automatic = false;
                self.condition.faults.remove(&Fault::Stall);
                self.hang_up(Broken::Reset);
            }
            Fault::Slow => self.slow_from = (self.now, self.printed),
            _ => {}
        }
    }

    fn clear(&mut self, fault: Fault) {
        // Whoever puts a new roll in pulls out what is left of the old one.
        if self.condition.faults.remove(&fault) && fault == Fault::PaperOut {
            self.tear();
        }
    }

    fn hang_up(&mut self, how: Broken) {
        self.broken = Some(how);
        self.is_connected = false;
    }
}

#[cfg(test)]
mod tests;
