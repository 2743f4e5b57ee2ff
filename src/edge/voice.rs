//! Speech: what is said, in which language, and silence at once.
//!
//! A [`VoiceThread`] says one utterance at a time, sentence by sentence, through an [`Engine`].
//! A newer utterance silences the one before it: a sentence spoken late is worse than silence.
//!
//! Three parts, from the caller to the loudspeaker: `machine` decides and waits for nothing,
//! `thread` keeps its time, `line` is the thread of one engine and may hang with it.
//!
//! A fault costs a new line, and where that is not enough the [`Driver`] starts anew whatever it
//! speaks through; the sentence is repeated. After three faults in a row the voice is
//! [`VoiceState::Broken`] and tries on quietly, until a sentence begins.

mod configured;
mod line;
mod machine;
#[cfg(all(feature = "voice", target_os = "linux"))]
mod marked;
#[cfg(all(feature = "voice", target_os = "linux"))]
mod modules;
#[cfg(feature = "voice")]
mod pace;
#[cfg(all(feature = "voice", target_os = "linux"))]
mod restart;
#[cfg(all(feature = "voice", target_os = "linux"))]
mod speech_dispatcher;
#[cfg(feature = "voice")]
mod system;
mod thread;

use std::time::Duration;

use zeroize::Zeroize;

use crate::domain::city::Language;
use crate::domain::devices::VoiceState;

pub use configured::configured;
pub use line::Listener;
#[cfg(all(feature = "voice", target_os = "linux"))]
pub use speech_dispatcher::{ServerSetup, speech_dispatcher, speech_dispatcher_with};
#[cfg(feature = "voice")]
pub use system::system;
pub use thread::VoiceThread;

/// What is asked of a voice. Its words are overwritten when it is dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Utterance {
    /// Its id in reports.
    pub id: u64,
    /// What is said. A sentence without a letter or a digit is passed over.
    pub sentences: Vec<String>,
    /// The sentence to begin with.
    pub from: usize,
    /// The language that it is in.
    pub language: Language,
    /// Rate of speech, 1 to 7, as in [`Settings`](crate::domain::settings::Settings).
    pub rate: u8,
    /// Loudness, 0 to 10; at 0 nothing is said, and that is soon done.
    pub volume: u8,
}

impl std::fmt::Debug for Utterance {
    /// Leaves out the sentences: they are what somebody said.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Utterance({}, {})", self.id, self.language.tag())
    }
}

impl Drop for Utterance {
    fn drop(&mut self) {
        self.sentences.zeroize();
    }
}

/// What is told of a voice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VoiceReport {
    /// It changed. [`VoiceState::Broken`] is told again whenever words are given up for it: they
    /// have no end. A broken voice heals by itself and tells [`VoiceState::Ready`] then.
    State(VoiceState),
    /// The engine began a sentence.
    Began {
        /// The utterance.
        utterance: u64,
        /// The sentence, counted from 0.
        sentence: usize,
    },
    /// The last sentence was said.
    Ended {
        /// The utterance.
        utterance: u64,
    },
}

/// Why a voice does not speak.
#[derive(Debug, thiserror::Error)]
pub enum VoiceError {
    /// There is nobody to speak through.
    #[error("No voice answers: start speech-dispatcher, or set [voice] driver = \"silent\"")]
    NoAnswer(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// It was asked and did not do it.
    #[error("The voice does not {task}")]
    Refused {
        /// What it was asked for.
        task: &'static str,
    },
    /// What it speaks through was to be started anew.
    #[error("The voice is not started again: {0}")]
    NotRestarted(String),
    /// Nobody would know which sentence is being said.
    #[error("This machine's voice does not tell when it ends: use another [voice] driver")]
    TellsNothing,
}

/// Something that speaks one sentence at a time. It may block, and lives on a thread of its own,
/// where it is made, used and dropped.
///
/// Whoever makes one gives it a [`Listener`], to tell what becomes of each sentence.
pub trait Engine {
    /// How long a change of language may take before the engine counts as dead.
    fn time_to_tune(&self) -> Duration {
        Duration::from_secs(3)
    }

    /// Changes the language.
    ///
    /// # Errors
    ///
    /// The engine did not take it.
    fn tune(&mut self, language: Language) -> Result<(), VoiceError>;

    /// Who speaks the language that it was tuned to, where that is known.
    fn speaker(&self) -> Option<Speaker> {
        None
    }

    /// Begins a sentence and does not wait for its end; gives the id that the listener is told.
    ///
    /// # Errors
    ///
    /// The engine did not take it.
    fn say(&mut self, words: &str, rate: u8, volume: u8) -> Result<u64, VoiceError>;

    /// Silence, and nothing left to say.
    ///
    /// # Errors
    ///
    /// The engine did not answer.
    fn hush(&mut self) -> Result<(), VoiceError>;
}

/// Who speaks a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// Its name.
    pub module: String,
    /// Whether it is known to have a voice for the language; `None` where nobody knows.
    pub suits: Option<bool>,
    /// What the installation wants instead, and is not there.
    pub wanted: Option<String>,
}

/// What an engine tells of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// It began.
    Began,
    /// It was said.
    Ended,
    /// It was broken off.
    Stopped,
    /// It came to a word, counted from 0 where white space parts them. An engine that tells words
    /// tells nearly all of them, each when it is heard: silence is then noticed within seconds.
    Reached(usize),
}

/// Makes an engine, on the thread where it will live; made anew after each fault.
pub type Connect = Box<dyn Fn(Listener) -> Result<Box<dyn Engine>, VoiceError> + Send + Sync>;

/// Starts anew whatever engines speak through, ending it first where it hangs. It is called on the
/// thread of a line and may take seconds, but not for ever.
pub type Restart = Box<dyn Fn() -> Result<(), VoiceError> + Send + Sync>;

/// What a voice speaks through.
pub struct Driver {
    /// Makes an engine.
    pub connect: Connect,
    /// What helps when a new engine is not enough, if anything does.
    pub restart: Option<Restart>,
}

impl std::fmt::Debug for Driver {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let restart = self.restart.as_ref().map(|_| "…");
        f.debug_struct("Driver").field("restart", &restart).finish_non_exhaustive()
    }
}

impl From<Connect> for Driver {
    fn from(connect: Connect) -> Self {
        Self { connect, restart: None }
    }
}
