//! The microphone: what a person says, as samples that are never written to a file.
//!
//! A [`Device`] listens and plays, `take` bounds and measures what is heard, `thread` does it all
//! beside the station. `file` stands in for the device and ships: it plays a WAV file as if
//! somebody spoke.

mod configured;
mod file;
mod rate;
#[cfg(feature = "microphone")]
mod system;
mod take;
mod thread;

use std::time::Duration;

use zeroize::Zeroizing;

pub use configured::configured;
pub use file::FileDevice;
pub use rate::Rate;
#[cfg(feature = "microphone")]
pub use system::SystemDevice;
pub use take::{Take, loudness};
pub use thread::MicrophoneThread;

use crate::domain::devices::MicrophoneState;
use crate::domain::note::{Note, NoteTrouble};

/// What is told of the microphone.
pub enum MicrophoneReport {
    /// It changed; told at the start, too.
    State(MicrophoneState),
    /// It listens.
    Began {
        /// Which recording.
        take: u64,
    },
    /// How loud it is, from 0 to 100, about ten times a second.
    Level(u8),
    /// A recording has ended.
    Ended {
        /// Which.
        take: u64,
        /// What there is.
        end: Result<Recorded, NoteTrouble>,
    },
    /// What was to be played has been played.
    Played,
}

impl std::fmt::Debug for MicrophoneReport {
    /// Without what was said.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::State(_) => "State",
            Self::Began { .. } => "Began",
            Self::Level(_) => "Level",
            Self::Ended { .. } => "Ended",
            Self::Played => "Played",
        })
    }
}

/// What was recorded.
pub struct Recorded {
    /// How long it is.
    pub note: Note,
    /// The sound, as `wire::note` writes it.
    pub sound: Zeroizing<Vec<u8>>,
}

/// Something that listens and plays. Nothing here waits longer than a few seconds.
pub trait Device: Send {
    /// Whether there is a microphone.
    fn is_there(&mut self) -> bool;

    /// Begins to listen.
    ///
    /// # Errors
    /// There is none, or somebody else has it.
    fn listen(&mut self) -> Result<Box<dyn Source>, NoteTrouble>;

    /// Begins to play samples of `wire::note::RATE`; `None` where nothing plays.
    fn play(&mut self, samples: Zeroizing<Vec<i16>>) -> Option<Box<dyn Playing>>;
}

/// What is heard, until it is dropped.
pub trait Source {
    /// What comes next; waits for it no longer than `patience`.
    fn next(&mut self, patience: Duration) -> Sound;
}

/// What a source tells.
pub enum Sound {
    /// Samples of `wire::note::RATE`, one channel.
    Samples(Zeroizing<Vec<i16>>),
    /// Nothing came for as long as was waited.
    Nothing,
    /// The microphone is gone.
    Gone,
}

/// Something that is being played, until it is dropped.
pub trait Playing {
    /// Whether it has ended; waits for it no longer than `patience`.
    fn is_over(&mut self, patience: Duration) -> bool;
}

impl std::fmt::Debug for Sound {
    /// Without what was said.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Samples(_) => "Samples(…)",
            Self::Nothing => "Nothing",
            Self::Gone => "Gone",
        })
    }
}

impl std::fmt::Debug for Recorded {
    /// Without what was said.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Recorded({:?}, …)", self.note)
    }
}
