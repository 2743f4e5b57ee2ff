//! The thread that carries bytes between a line and the machine.

use std::io::Read;
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};

use crate::edge::clock::Deadline;

use super::folder::Folder;
use super::line::{Line, Socket};
use super::printer::{Broken, Counts, Event, Printer};
use super::slip::Slip;

/// Slips that are kept in memory, the latest.
const KEPT: usize = 256;

/// After which time a line is tried again that could not be opened.
const AGAIN: Duration = Duration::from_millis(200);

/// What whoever watches a running simulator is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// A client came.
    Connected,
    /// It went, or was sent away.
    Disconnected,
    /// Something happened to the printer.
    Printer(Event),
    /// A slip is on the disk; its picture.
    Kept(PathBuf),
    /// A slip is not on the disk, and why.
    NotKept(String),
}

/// What tests wait for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// What came in and went out.
    pub counts: Counts,
    /// Clients that came; a terminal counts as one.
    pub connections: usize,
    /// Whether one is there.
    pub is_connected: bool,
}

/// What the thread and whoever holds the simulator share.
#[derive(Debug)]
pub(super) struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug)]
pub(super) struct State {
    pub(super) printer: Printer,
    pub(super) slips: Vec<Slip>,
    pub(super) seen: Seen,
    pub(super) stops: bool,
}

impl Shared {
    pub(super) fn new(printer: Printer) -> Self {
        let state = State { printer, slips: Vec::new(), seen: Seen::default(), stops: false };
        Self { state: Mutex::new(state), changed: Condvar::new() }
    }

    pub(super) fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until it is so, or until the limit has passed; whether it is so.
    pub(super) fn wait(&self, limit: Duration, mut is_so: impl FnMut(&State) -> bool) -> bool {
        let state = self.lock();
        let waited = self.changed.wait_timeout_while(state, limit, |state| !is_so(state));
        !waited.unwrap_or_else(PoisonError::into_inner).1.timed_out()
    }

    fn tell(&self) {
        self.changed.notify_all();
    }
}

/// What the thread has for itself.
#[derive(Debug)]
pub(super) struct Server {
    pub(super) shared: Arc<Shared>,
    pub(super) socket: Socket,
    pub(super) line: Option<Line>,
    pub(super) wake: UnixStream,
    pub(super) folder: Option<Folder>,
    pub(super) watcher: Option<Sender<Told>>,
    pub(super) clock: Stopwatch,
}

impl Server {
    /// Serves until it is told to stop.
    pub(super) fn run(mut self) {
        let mut buffer = vec![0; 1 << 16];
        while !self.shared.lock().stops {
            self.wait();
            while matches!((&self.wake).read(&mut buffer), Ok(1..)) {}
            self.open_or_shut();
            match self.line.as_ref().map(|line| line.read(&mut buffer)) {
                Some(Ok(Some(length))) => {
                    let now = self.clock.now();
                    let bytes = buffer.get(..length).unwrap_or_default();
                    self.shared.lock().printer.receive(bytes, now);
                }
                Some(Err(_)) => self.end_line(Broken::Closed),
                Some(Ok(None)) | None => {}
            }
            self.settle();
        }
        self.shared.lock().printer.tear();
        self.settle();
        self.socket.shut();
    }

    /// Waits for a byte, a client, a call or a moment.
    fn wait(&self) {
        let due = self.shared.lock().printer.due();
        let is_on = self.shared.lock().printer.is_on();
        let mut limit = due.map(|due| due.saturating_sub(self.clock.now()));
        let mut ready = vec![PollFd::new(&self.wake, PollFlags::IN)];
        match (&self.line, self.socket.waits_on()) {
            (Some(line), _) => ready.push(PollFd::from_borrowed_fd(line.as_fd(), PollFlags::IN)),
            (None, Some(listener)) => ready.push(PollFd::from_borrowed_fd(listener, PollFlags::IN)),
            (None, None) if is_on => limit = Some(limit.map_or(AGAIN, |limit| limit.min(AGAIN))),
            (None, None) => {}
        }
        // One millisecond more than is left, so that the moment has come when it is over.
        let limit = limit.and_then(|limit| {
            Timespec::try_from(limit.saturating_add(Duration::from_millis(1))).ok()
        });
        // Interrupted or not, everything is looked at again.
        let _ = poll(&mut ready, limit.as_ref());
    }

    /// Lets a client in, or shuts the door.
    fn open_or_shut(&mut self) {
        let is_on = self.shared.lock().printer.is_on();
        if !is_on {
            self.socket.shut();
        } else if self.line.is_none()
            && let Ok(Some(line)) = self.socket.next_line()
        {
            self.line = Some(line);
            let mut state = self.shared.lock();
            state.printer.connect();
            state.seen.connections += 1;
            state.seen.is_connected = true;
            drop(state);
            self.say(Told::Connected);
        }
    }

    fn end_line(&mut self, how: Broken) {
        if let Some(line) = self.line.take() {
            line.end(how);
            self.shared.lock().seen.is_connected = false;
            self.say(Told::Disconnected);
        }
    }

    /// Carries out what the machine wants, and tells everybody.
    fn settle(&mut self) {
        let mut state = self.shared.lock();
        state.printer.tick(self.clock.now());
        let answers = state.printer.take_answers();
        let broken = state.printer.take_broken();
        let slips = state.printer.take_slips();
        let events = state.printer.take_events();
        drop(state);
        if let Some(line) = &self.line {
            line.write(&answers);
        }
        if let Some(how) = broken {
            self.end_line(how);
        }
        for event in events {
            self.say(Told::Printer(event));
        }
        for slip in &slips {
            match self.folder.as_ref().map(|folder| folder.keep(slip)) {
                Some(Ok(picture)) => self.say(Told::Kept(picture)),
                Some(Err(error)) => self.say(Told::NotKept(error.to_string())),
                None => {}
            }
        }
        let mut state = self.shared.lock();
        state.slips.extend(slips);
        let old = state.slips.len().saturating_sub(KEPT);
        state.slips.drain(..old);
        state.seen.counts = state.printer.counts();
        drop(state);
        self.shared.tell();
    }

    fn say(&self, told: Told) {
        if let Some(watcher) = &self.watcher {
            // Nobody watches any more: there is nobody to tell.
            let _ = watcher.send(told);
        }
    }
}

/// Time since it was made.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stopwatch(Deadline);

/// Longer than any simulator runs.
const LONG: Duration = Duration::from_hours(100 * 365 * 24);

impl Stopwatch {
    pub(super) fn start() -> Self {
        Self(Deadline::after(LONG))
    }

    fn now(self) -> Duration {
        LONG.saturating_sub(self.0.left())
    }
}
