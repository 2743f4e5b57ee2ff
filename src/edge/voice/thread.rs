//! One thread a voice: whoever asks never waits for it.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::line::Line;
use super::machine::{Act, Input, Machine, News, Order};
use super::{Driver, Utterance, VoiceReport};
use crate::domain::devices::VoiceState;
use crate::edge::clock::Deadline;

/// How long an engine may take to end, before it is left to itself.
const FAREWELL: Duration = Duration::from_secs(1);

/// How many lines may hang at a time before none is opened beside them.
const MOST: u64 = 8;

/// A voice at work. Dropping it silences it; an engine that hangs is left behind.
#[derive(Debug)]
pub struct VoiceThread {
    inbox: Option<Sender<Wake>>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Debug)]
enum Wake {
    Order(Order),
    /// News of a line, by its number; `None` is its end.
    Line(u64, Option<News>),
    Stop,
}

impl VoiceThread {
    /// Starts a thread for a voice. `report` must not wait: it is called on that thread.
    #[must_use]
    pub fn start(driver: impl Into<Driver>, report: impl Fn(VoiceReport) + Send + 'static) -> Self {
        let (sender, inbox) = channel();
        let driver = Arc::new(driver.into());
        let lines = Lines { driver, tell: sender.clone(), opened: 0, alive: 0 };
        let started = thread::Builder::new()
            .name("voice".to_owned())
            .spawn(move || work(lines, &inbox, &report));
        match started {
            Ok(thread) => Self { inbox: Some(sender), thread: Some(thread) },
            Err(error) => {
                tracing::error!(%error, "The voice gets no thread: close other programs");
                Self { inbox: None, thread: None }
            }
        }
    }

    /// The voice of a station without a loudspeaker: it says nothing and keeps nothing.
    #[must_use]
    pub fn silent(report: impl FnOnce(VoiceReport)) -> Self {
        report(VoiceReport::State(VoiceState::Silent));
        Self { inbox: None, thread: None }
    }

    /// Says this, and nothing of what was asked for before; returns at once.
    pub fn say(&self, utterance: Utterance) {
        self.order(Order::Say(utterance));
    }

    /// Silence, and nothing left to say; returns at once.
    pub fn hush(&self) {
        self.order(Order::Hush);
    }

    /// Stops within the sentence; returns at once.
    pub fn pause(&self) {
        self.order(Order::Pause);
    }

    /// Goes on with the sentence that was broken off, from its beginning; returns at once.
    pub fn resume(&self) {
        self.order(Order::Resume);
    }

    /// Somebody else comes: silence, nothing left to say, and another try where the voice is broken;
    /// returns at once.
    pub fn visit_began(&self) {
        self.order(Order::Visit);
    }

    fn order(&self, order: Order) {
        if let Some(inbox) = &self.inbox {
            // The thread ends only when this is dropped.
            let _ = inbox.send(Wake::Order(order));
        }
    }
}

impl Drop for VoiceThread {
    fn drop(&mut self) {
        if let Some(inbox) = &self.inbox {
            // It is told to end, and ends soon: it waits for no engine longer than the farewell.
            let _ = inbox.send(Wake::Stop);
        }
        if self.thread.take().is_some_and(|thread| thread.join().is_err()) {
            tracing::error!("The voice's thread ended in a fault");
        }
    }
}

/// Opens lines, and tells their news apart by their numbers.
struct Lines {
    driver: Arc<Driver>,
    tell: Sender<Wake>,
    /// How many were opened: the last one's number.
    opened: u64,
    /// How many have not ended yet.
    alive: u64,
}

impl Lines {
    fn open(&mut self, restart: bool) -> Option<Line> {
        self.opened += 1;
        let number = self.opened;
        if self.alive >= MOST {
            tracing::error!("Whatever the voice speaks through hangs: start it anew by hand");
            let _ = self.tell.send(Wake::Line(number, Some(News::Refused)));
            return None;
        }
        let tell = self.tell.clone();
        let opened = Line::open(Arc::clone(&self.driver), restart, move |news| {
            // The station may have ended.
            let _ = tell.send(Wake::Line(number, news));
        });
        self.alive += u64::from(opened.is_ok());
        if let Err(error) = &opened {
            tracing::error!(%error, "The voice gets no thread: close other programs");
            let _ = self.tell.send(Wake::Line(number, Some(News::Refused)));
        }
        opened.ok()
    }
}

fn work(mut lines: Lines, inbox: &Receiver<Wake>, report: &dyn Fn(VoiceReport)) {
    let (mut machine, mut acts) = Machine::start();
    let mut line = None;
    let mut deadline = None;
    loop {
        for act in acts {
            match act {
                Act::Open { restart } => line = lines.open(restart),
                Act::Close => line = None,
                Act::Tell(command) => {
                    if let Some(line) = &line {
                        line.command(command);
                    }
                }
                Act::Report(told) => report(told),
                Act::Limit(limit) => deadline = limit.map(Deadline::after),
            }
        }
        let input = match wait(inbox, deadline) {
            Ok(Wake::Order(order)) => Input::Order(order),
            Ok(Wake::Line(number, Some(news))) if number == lines.opened => Input::Line(news),
            Ok(Wake::Line(_, news)) => {
                lines.alive -= u64::from(news.is_none());
                acts = Vec::new();
                continue;
            }
            Err(RecvTimeoutError::Timeout) => {
                deadline = None;
                Input::Overdue
            }
            Ok(Wake::Stop) | Err(RecvTimeoutError::Disconnected) => break,
        };
        acts = machine.handle(input);
    }
    drop(line);
    await_end(inbox, lines.alive);
}

fn wait(inbox: &Receiver<Wake>, deadline: Option<Deadline>) -> Result<Wake, RecvTimeoutError> {
    match deadline {
        Some(deadline) => inbox.recv_timeout(deadline.left()),
        None => inbox.recv().map_err(RecvTimeoutError::from),
    }
}

/// Waits until so many lines have ended, and leaves those that hang.
fn await_end(inbox: &Receiver<Wake>, mut alive: u64) {
    let deadline = Deadline::after(FAREWELL);
    while alive > 0 {
        match inbox.recv_timeout(deadline.left()) {
            Ok(Wake::Line(_, None)) => alive -= 1,
            Ok(_) => {}
            Err(_) => return,
        }
    }
}

#[cfg(test)]
mod tests;
