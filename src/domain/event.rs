//! Everything that can happen to a station: a closed list.

use std::fmt;

use uuid::Uuid;

use super::action::Action;
use super::appointment::Answer;
use super::city::Language;
use super::later::{Kept, LeftDraft, NotOpened, Opened};
use super::meeting::seat::Told;
use super::note::Heard;
use super::visit::{LookUp, PrintState};

/// What a person meant by a touch, a key, a word or a scan.
#[derive(Clone, PartialEq, Eq)]
pub enum Intent {
    /// Chose something.
    Do(Action),
    /// Typed: the whole text of a field.
    Type {
        /// The field's id.
        field: String,
        /// Its whole text.
        text: String,
    },
    /// Chose a language.
    Speak(Language),
    /// Pressed one of the five keys, or a voice key.
    Press(Key),
    /// Held something before the scanner.
    Scan(String),
    /// Put headphones in or took them out.
    Jack(bool),
}

impl fmt::Debug for Intent {
    /// Without what was typed or scanned.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Do(Action::Key(_)) => f.write_str("Do(key:…)"),
            Self::Do(action) => write!(f, "Do({action})"),
            Self::Type { field, .. } => write!(f, "Type({field})"),
            Self::Speak(language) => write!(f, "Speak({language:?})"),
            Self::Press(key) => write!(f, "Press({key:?})"),
            Self::Scan(_) => f.write_str("Scan(…)"),
            Self::Jack(inside) => write!(f, "Jack({inside})"),
        }
    }
}

/// A key of the tactile pad.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Key {
    /// Focus to the one before; among keys to the row above.
    Up,
    /// Focus to the next; among keys to the row below.
    Down,
    /// Focus to the one before.
    Left,
    /// Focus to the next.
    Right,
    /// Do what is in focus; a field opens its keys.
    Select,
    /// Help.
    Help,
    /// Louder.
    Louder,
    /// Softer.
    Softer,
    /// Faster speech.
    Faster,
    /// Slower speech.
    Slower,
    /// The first of two switches: to the next thing.
    #[serde(skip)]
    Step,
    /// The second of two switches: do what is in focus.
    #[serde(skip)]
    Choose,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// A person did something.
    Intent(Intent),
    /// Time passed.
    Tick,
    /// A slip came out, or did not.
    PrintEnded {
        /// The print job.
        job: Uuid,
        /// What became of it.
        state: PrintState,
    },
    /// The microphone tells of a recording.
    Heard(Heard),
    /// A look-up was answered.
    LookedUp {
        /// Which look-up.
        attempt: u32,
        /// The answer.
        answer: LookUp,
    },
    /// The hub answered about an appointment, or did not.
    Booking {
        /// Which question.
        attempt: u32,
        /// The answer.
        answer: Answer,
    },
    /// Who leads a group tells this seat something, or does not.
    Meeting(Told),
    /// A code was tried.
    CodeTried {
        /// Which try.
        attempt: u32,
        /// What it opened.
        answer: Result<Box<Opened>, NotOpened>,
    },
    /// Staff, known by their PIN, ask what was left without a word.
    LeftDrafts(Vec<LeftDraft>),
    /// What staff chose is opened; `None` where it is gone.
    LeftOpened {
        /// Its id.
        id: Uuid,
        /// What was left.
        kept: Option<Box<Kept>>,
    },
}
