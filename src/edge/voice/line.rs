//! The thread of one engine: it may hang as long as the engine does, and nobody waits for it.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::machine::{Command, News, Ticket};
use super::{Connect, Engine, Heard};

/// Where an engine tells what becomes of its sentences.
#[derive(Clone, Debug)]
pub struct Listener(Sender<Wake>);

impl Listener {
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
    pub(super) fn open(
        connect: Arc<Connect>,
        tell: impl Fn(Option<News>) + Send + 'static,
    ) -> Result<Self, std::io::Error> {
        let (sender, inbox) = channel();
        let listener = Listener(sender.clone());
        thread::Builder::new().name("voice-line".to_owned()).spawn(move || {
            match connect(listener) {
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
