//! What goes into a machine and what comes out of it.

use std::time::Duration;

use zeroize::Zeroizing;

use super::super::{Utterance, VoiceReport};
use crate::domain::city::Language;

/// Which sentence given to a line; never the same twice.
pub(in super::super) type Ticket = u64;

/// What a caller asks.
#[derive(Debug)]
pub(in super::super) enum Order {
    Say(Utterance),
    Hush,
    Pause,
    Resume,
    /// Somebody else comes.
    Visit,
}

/// What the line tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum News {
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
    /// It is at a word, counted from 0.
    Reached(Ticket, usize),
}

/// What the line is told.
#[derive(PartialEq, Eq)]
pub(in super::super) enum Command {
    Tune(Language),
    Say { ticket: Ticket, words: Zeroizing<String>, rate: u8, volume: u8 },
    Hush,
}

#[derive(Debug)]
pub(in super::super) enum Input {
    Order(Order),
    Line(News),
    /// The limit has passed.
    Overdue,
}

#[derive(Debug, PartialEq, Eq)]
pub(in super::super) enum Act {
    /// Opens a line, and starts anew what it speaks through before.
    Open {
        restart: bool,
    },
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
