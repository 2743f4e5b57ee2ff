//! The thread of one engine: it may hang as long as the engine does, and nobody waits for it.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use super::machine::{Command, News, Ticket};
use super::{Driver, Engine, Heard, VoiceError};
use crate::edge::clock::Deadline;

/// How long something that was started anew may take to be reached.
const REACHED: Duration = Duration::from_secs(3);
/// How often it is tried meanwhile.
const OFTEN: Duration = Duration::from_millis(50);

/// Where an engine tells what becomes of its sentences.
#[derive(Clone, Debug)]
pub struct Listener(Sender<Wake>);

impl Listener {
    /// One that nobody asks what it heard.
    #[must_use]
    pub fn deaf() -> Self {
        Self(channel().0)
    }

    /// Tells what becomes of a sentence; returns at once, from any thread.
    pub fn hear(&self, id: u64, heard: Heard) {
        // A line that was given up hears nothing.
        let _ = self.0.send(Wake::Heard(id, heard));
    }
}

/// What wakes the thread.
#[derive(Debug)]
enum Wake {
    Command(Command),
    Heard(u64, Heard),
    Close,
}

/// A line to an engine. Dropping it hushes the engine and drops it, as soon as it can be reached.
#[derive(Debug)]
pub(super) struct Line(Sender<Wake>);

impl Line {
    /// Opens a line and returns at once. `tell` gets the news, and `None` as the last of them.
    /// With `restart`, what the driver speaks through is started anew first.
    pub(super) fn open(
        driver: Arc<Driver>,
        restart: bool,
        tell: impl Fn(Option<News>) + Send + 'static,
    ) -> Result<Self, std::io::Error> {
        let (sender, inbox) = channel();
        let listener = Listener(sender.clone());
        thread::Builder::new().name("voice-line".to_owned()).spawn(move || {
            let connected =
                if restart { connect_anew(&driver, &listener) } else { (driver.connect)(listener) };
            match connected {
                Ok(engine) => {
                    tell(Some(News::Opened(engine.time_to_tune())));
                    work(engine, &inbox, &tell);
                }
                Err(error) => {
                    tracing::warn!(%error, "There is no voice");
                    tell(Some(News::Refused));
                }
            }
            tell(None);
        })?;
        Ok(Self(sender))
    }

    pub(super) fn command(&self, command: Command) {
        // A line that has ended has told so.
        let _ = self.0.send(Wake::Command(command));
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        // It may have ended.
        let _ = self.0.send(Wake::Close);
    }
}

/// Starts anew what the driver speaks through, and connects as soon as it is there.
fn connect_anew(driver: &Driver, listener: &Listener) -> Result<Box<dyn Engine>, VoiceError> {
    let connect = || (driver.connect)(listener.clone());
    let Some(restart) = &driver.restart else { return connect() };
    match restart() {
        Ok(()) => tracing::info!("What the voice speaks through was started again"),
        Err(error) => {
            tracing::warn!(%error, "The voice");
            return connect();
        }
    }
    let deadline = Deadline::after(REACHED);
    loop {
        let connected = connect();
        if connected.is_ok() || deadline.left().is_zero() {
            return connected;
        }
        wait(OFTEN);
    }
}

/// Waits for so long.
pub(super) fn wait(time: Duration) {
    let (_silent, nothing) = channel::<()>();
    // Nobody sends: it always ends by its time.
    let _ = nothing.recv_timeout(time);
}

fn work(mut engine: Box<dyn Engine>, inbox: &Receiver<Wake>, tell: &dyn Fn(Option<News>)) {
    let mut current: Option<(u64, Ticket)> = None;
    for wake in inbox {
        let done = match wake {
            Wake::Command(Command::Tune(language)) => engine.tune(language),
            Wake::Command(Command::Say { ticket, words, rate, volume }) => {
                // What the engine tells meanwhile waits in the inbox until its id is known.
                engine.say(&words, rate, volume).map(|id| current = Some((id, ticket)))
            }
            Wake::Command(Command::Hush) => {
                current = None;
                engine.hush()
            }
            Wake::Heard(id, heard) => {
                if let Some((_, ticket)) = current.filter(|(known, _)| *known == id) {
                    tell(Some(match heard {
                        Heard::Began => News::Began(ticket),
                        Heard::Ended => News::Ended(ticket),
                        Heard::Stopped => News::Stopped(ticket),
                        Heard::Reached(word) => News::Reached(ticket, word),
                    }));
                }
                continue;
            }
            Wake::Close => break,
        };
        if let Err(error) = &done {
            tracing::warn!(%error, "The voice failed");
        }
        tell(Some(if done.is_ok() { News::Done } else { News::Failed }));
    }
    // An engine may go on saying what it was given, long after it is dropped.
    if let Err(error) = engine.hush() {
        tracing::debug!(%error, "A voice that is given up does not answer");
    }
}
