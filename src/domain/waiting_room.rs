//! The panel of a waiting room: which ticket is called to which desk, shown and said one after the
//! other.
//!
//! Every call is announced once: large, and said in each of the city's languages. Those that come
//! at the same time wait their turn. Time comes as how much of it has passed, never as moments to
//! compare, so that a clock that is set right swallows no call.

mod announcement;
mod line;

use std::collections::{BTreeSet, VecDeque};
use std::time::Duration;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::city::Language;
use super::devices::VoiceState;
use super::queue::TicketNumber;

use announcement::Announcement;
use line::Line;

/// How long ago a call may have been made that is announced when the panel starts. A panel that
/// ended in the middle of a call says it once more; one that ended long ago says nothing old.
const YOUNG: SignedDuration = SignedDuration::from_secs(30);

/// The most calls of one answer: the hub tells no more.
const OF_AN_ANSWER: usize = 8;

/// How many calls can wait their turn. No branch calls so fast; a hub that is ill may.
const WAITING: usize = 64;

/// How many calls are remembered as heard of: more than an answer could ever tell again.
const HEARD: usize = 1024;

/// Somebody is called: never a name, never a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Call {
    /// Grows with each call of a branch and day.
    pub id: u64,
    /// Who.
    pub number: TicketNumber,
    /// Where to.
    pub desk: u16,
    /// When.
    pub at: Timestamp,
    /// How many times by now.
    pub times: u8,
    /// What came of it.
    pub state: CallState,
}

/// What came of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallState {
    /// Somebody is being called.
    Called,
    /// The attendant says that they are there.
    Serving,
    /// It does not count any more.
    Over,
}

impl Call {
    /// What makes it this call and no other, also where a hub began its ids anew.
    fn key(&self) -> Key {
        (self.id, self.number, self.times)
    }
}

type Key = (u64, TicketNumber, u8);

/// What a hub tells of a branch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The day of the calls, in the city.
    pub day: Date,
    /// Its latest calls, in any order.
    pub calls: Vec<Call>,
}

/// What happens.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The hub answered.
    Told(Told),
    /// It did not, or not so that it could be understood.
    Unanswered {
        /// From 0 to 1: moves the next try, so that panels do not come back in the same second.
        jitter: f64,
    },
    /// The voice said an utterance to its end.
    Said(u64),
    /// The voice's state.
    Voice(VoiceState),
    /// So much time passed since it was last told.
    Passed(Duration),
}

/// What is asked of the world.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Ask the hub; exactly one answer, or none, is told later.
    Ask,
    /// Say something, and nothing of what was asked for before.
    Say {
        /// Its id in [`Event::Said`].
        utterance: u64,
        /// In which language.
        language: Language,
        /// What.
        what: Announced,
    },
}

/// What is announced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Announced {
    /// A call.
    Call(Call),
    /// The hub has not answered since then: the panel shows nothing new.
    NoLine(Timestamp),
}

/// How a panel announces.
#[derive(Clone, Debug)]
pub struct Manner {
    /// In which languages, one after the other.
    pub languages: Vec<Language>,
    /// Nothing flashes: what is being called is lit all the time.
    pub calm: bool,
}

/// The panel of one waiting room.
#[derive(Clone, Debug)]
pub struct WaitingRoom {
    manner: Manner,
    voice: VoiceState,
    line: Line,
    /// When the hub last answered, or the panel began.
    since: Timestamp,
    day: Option<Date>,
    /// The latest first.
    calls: Vec<Call>,
    heard: BTreeSet<Key>,
    waiting: VecDeque<Call>,
    now: Option<Announcement>,
    utterances: u64,
}

impl WaitingRoom {
    /// A panel that begins, with a voice or without one.
    #[must_use]
    pub fn new(manner: Manner, voice: VoiceState, now: Timestamp) -> Self {
        Self {
            manner,
            voice,
            line: Line::default(),
            since: now,
            day: None,
            calls: Vec::new(),
            heard: BTreeSet::new(),
            waiting: VecDeque::new(),
            now: None,
            utterances: 0,
        }
    }

    /// What happens, at what the clock shows, and what is to be done about it.
    pub fn handle(&mut self, event: &Event, now: Timestamp) -> Vec<Effect> {
        let mut effects = Vec::new();
        match event {
            Event::Told(told) => self.told(told, now),
            Event::Unanswered { jitter } => self.line.failed(*jitter),
            Event::Said(utterance) => {
                if let Some(announcement) = &mut self.now {
                    announcement.said(*utterance);
                }
            }
            Event::Voice(state) => {
                self.voice = *state;
                if let (Some(announcement), VoiceState::Broken) = (&mut self.now, state) {
                    announcement.cannot_be_said();
                }
            }
            Event::Passed(time) => {
                if self.line.pass(*time) {
                    effects.push(Effect::Ask);
                }
                if let Some(announcement) = &mut self.now {
                    announcement.pass(*time);
                }
            }
        }
        self.go_on(&mut effects);
        effects
    }

    fn told(&mut self, told: &Told, now: Timestamp) {
        let earlier = self.day.is_some_and(|day| told.day < day);
        if earlier && !self.line.is_down() {
            // Something on the way has kept an old answer. A hub that goes on saying so has had
            // its clock set, and is followed.
            self.line.failed(0.5);
            return;
        }
        let begins = self.day.is_none() || earlier;
        if self.day != Some(told.day) {
            self.day = Some(told.day);
            self.heard.clear();
            self.waiting.clear();
        }
        self.line.answered();
        self.since = now;
        if matches!(&self.now, Some(now) if matches!(now.what, Announced::NoLine(_))) {
            // It is not true any more.
            self.now = None;
        }
        self.calls.clone_from(&told.calls);
        self.calls.sort_by_key(|call| std::cmp::Reverse(call.key()));
        self.calls.truncate(OF_AN_ANSWER);
        for call in self.calls.iter().rev() {
            let young = now.duration_since(call.at).abs() <= YOUNG;
            let counts = match call.state {
                CallState::Called => young || !begins,
                // Attendants may say so before the person has heard anything.
                CallState::Serving => young,
                CallState::Over => false,
            };
            if self.heard.insert(call.key()) && counts {
                self.waiting.push_back(*call);
            }
        }
        while self.heard.len() > HEARD {
            self.heard.pop_first();
        }
        let over = |waits: &Call| {
            let now = self.calls.iter().find(|call| call.key() == waits.key());
            now.is_some_and(|call| call.state == CallState::Over)
        };
        // It would send somebody to a desk that does not wait for them.
        self.waiting.retain(|call| !over(call));
        while self.waiting.len() > WAITING {
            self.waiting.pop_front();
        }
    }

    /// Begins what is due, and says what of it is to be said next.
    fn go_on(&mut self, effects: &mut Vec<Effect>) {
        loop {
            let Some(announcement) = &mut self.now else {
                let call = self.waiting.pop_front().map(Announced::Call);
                let since = self.since;
                let next =
                    call.or_else(|| self.line.is_to_be_told().then_some(Announced::NoLine(since)));
                let Some(next) = next else { return };
                self.now = Some(Announcement::of(next));
                continue;
            };
            while let Some(language) = announcement.next_language(&self.manner.languages) {
                self.utterances += 1;
                let (utterance, what) = (self.utterances, announcement.what);
                announcement.begins_to_say(utterance);
                effects.push(Effect::Say { utterance, language, what });
                if self.voice == VoiceState::Silent {
                    announcement.said(utterance);
                }
            }
            if !announcement.is_done() {
                return;
            }
            self.now = None;
        }
    }

    /// What stands large: what is being announced, else the last call as long as it counts.
    #[must_use]
    pub fn large(&self) -> Option<&Call> {
        if let Some(Announced::Call(call)) = self.now.as_ref().map(|now| &now.what) {
            return Some(call);
        }
        let counts = |state| move |call: &&Call| call.state == state;
        let last = self.calls.first();
        self.calls
            .iter()
            .find(counts(CallState::Called))
            .or_else(|| last.filter(counts(CallState::Serving)))
    }

    /// The other calls, the latest first, each ticket once.
    #[must_use]
    pub fn others(&self) -> Vec<&Call> {
        let mut seen: Vec<TicketNumber> =
            self.large().map(|call| call.number).into_iter().collect();
        let mut others = Vec::new();
        for call in &self.calls {
            if !seen.contains(&call.number) {
                seen.push(call.number);
                others.push(call);
            }
        }
        others
    }

    /// Whether the ground under what stands large is lit: while it is announced.
    #[must_use]
    pub fn is_lit(&self) -> bool {
        self.now.as_ref().is_some_and(|now| now.is_lit(self.manner.calm))
    }

    /// When the hub last answered, where it does not any more.
    #[must_use]
    pub fn without_line_since(&self) -> Option<Timestamp> {
        self.line.is_down().then_some(self.since)
    }

    /// How long nothing changes by itself; never zero.
    #[must_use]
    pub fn quiet_for(&self) -> Duration {
        const LEAST: Duration = Duration::from_millis(1);
        let line = self.line.quiet_for();
        let announcement = self.now.as_ref().map_or(line, Announcement::quiet_for);
        line.min(announcement).max(LEAST)
    }
}

#[cfg(test)]
mod tests;
