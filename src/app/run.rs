//! The loop of a station with a window: one inbox, one view after each turn.

use std::path::PathBuf;
use std::sync::mpsc::{RecvTimeoutError, Sender};
use std::time::Duration;

use crate::domain::event::{Event, Intent};
use crate::domain::learning::Learning;
use crate::domain::panel::Panel;
use crate::domain::visit::Visit;
use crate::edge::clock::Deadline;
use crate::view::{self, StaffWords, View};

use super::speech::{Speech, Touched};
use super::{App, Report};

/// How often devices are asked and time is let pass.
const TICK: Duration = Duration::from_secs(1);

/// What a window asks.
#[derive(Debug)]
pub enum Asked {
    /// A person did something.
    Intent {
        /// What.
        intent: Intent,
        /// The turn of the screen that they saw; on an older one it was a late touch.
        turn: u64,
    },
    /// Staff, known by their PIN, want to see what was left half done.
    Left,
    /// The glass is this large.
    Panel(Panel),
    /// The voice card has no room for everything: what follows begins with this sentence.
    ReadOn(Option<usize>),
    /// This clip in sign language cannot be shown.
    NoClip(PathBuf),
    /// The station is to end.
    Stop,
}

/// Where a window puts what it asks; it never waits.
#[derive(Clone, Debug)]
pub struct Inbox(Sender<Report>);

impl Inbox {
    /// Asks for something; after the station's end nobody listens, and nothing is lost by it.
    pub fn ask(&self, asked: Asked) {
        let _ = self.0.send(Report::Asked(asked));
    }
}

/// Everything that a window shows at one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// What is shown and said.
    pub view: View,
    /// How far the voice is.
    pub speech: Speech,
    /// Grows with every screen.
    pub turn: u64,
    /// The screen lies ahead of the one before it.
    pub forward: bool,
    /// How many intents were answered so far.
    pub answered: u64,
    /// What staff may see behind their door.
    pub staff: StaffWords,
}

impl App {
    /// Where a window puts what it asks.
    #[must_use]
    pub fn inbox(&self) -> Inbox {
        Inbox(self.reports.clone())
    }

    /// Runs until it is asked to stop; `show` is called after every change and must not wait.
    pub fn run(mut self, mut show: impl FnMut(&Shown)) {
        let mut last = self.shown();
        show(&last);
        let mut tick = Deadline::after(TICK);
        loop {
            match self.inbox.recv_timeout(tick.left()) {
                Ok(Report::Asked(Asked::Stop)) | Err(RecvTimeoutError::Disconnected) => break,
                Ok(report) => self.take_report(report),
                Err(RecvTimeoutError::Timeout) => {
                    self.tick();
                    if self.is_unsaid() {
                        self.speak(&Touched::Nothing);
                    }
                    tick = Deadline::after(TICK);
                }
            }
            self.deliver_due();
            let shown = self.shown();
            if shown != last {
                show(&shown);
                last = shown;
            }
        }
        self.stop();
    }

    /// What a window shows now.
    #[must_use]
    pub fn shown(&self) -> Shown {
        let words = self.locales.of(self.visit.language);
        let counts = self.counts();
        let trouble = counts.uncertain + counts.refused;
        let waiting = (counts.waiting, trouble);
        let mut staff = view::staff(words, &self.devices, waiting, self.visit.has_draft());
        let now = self.now();
        let called = self.last_call.map(|call| call.to_zoned(now.time_zone().clone()));
        let called = called.filter(|call| call.date() == now.date());
        staff.facts.extend(called.map(|call| view::called(words, call.time())));
        Shown {
            view: self.view(),
            speech: self.said.speech,
            turn: self.turn,
            forward: self.forward,
            answered: self.answered,
            staff,
        }
    }

    /// Answers what a window asks.
    pub fn answer(&mut self, asked: Asked) {
        match asked {
            Asked::Intent { intent, turn } => {
                self.answered += 1;
                // Typing names its field; a choice was meant for the screen that was seen.
                let late = turn != self.turn && matches!(intent, Intent::Do(_));
                if !late {
                    self.let_happen(&Event::Intent(intent));
                }
            }
            Asked::Panel(panel) => self.devices.panel = Some(panel),
            // Nobody's draft is open where this can be asked; what goes wrong is logged.
            Asked::Left => _ = self.show_left(),
            Asked::ReadOn(sentence) => self.devices.read_on = sentence,
            Asked::NoClip(file) => self.has_no_clip(&file),
            // The loop has ended by then.
            Asked::Stop => {}
        }
    }

    /// Whether another screen stands there now, and on which side of the one before it.
    pub(super) fn turned(&mut self, before: &Visit) {
        let now = &self.visit;
        let same = before.screen == now.screen
            && before.overlay == now.overlay
            && before.page == now.page
            && step(before) == step(now)
            && before.filed.is_some() == now.filed.is_some();
        if !same {
            self.turn += 1;
            self.forward = now.overlay.is_some()
                || before.overlay.is_none() && now.trail.len() >= before.trail.len();
        }
    }
}

/// Which question of a lesson it is.
fn step(visit: &Visit) -> Option<(usize, usize, bool, Option<&str>)> {
    visit.learning.as_deref().and_then(Learning::place)
}
