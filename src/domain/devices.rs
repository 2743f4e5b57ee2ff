//! What is known about the world at this moment: never committed, always told by the edges.

use jiff::{SignedDuration, Timestamp};

use super::panel::Panel;

/// What the printer says of itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PrinterState {
    /// It can print.
    Ready,
    /// It can print; the roll is nearly used up.
    NearEnd,
    /// There is no paper.
    NoPaper,
    /// The cover is open.
    CoverOpen,
    /// Something in it is broken or stuck: its knife, its head.
    Fault,
    /// It does not answer.
    #[default]
    Silent,
}

impl PrinterState {
    /// Whether a slip would come out.
    #[must_use]
    pub fn can_print(self) -> bool {
        matches!(self, Self::Ready | Self::NearEnd)
    }

    /// Its name in `play` and in `state.json`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::NearEnd => "near-end",
            Self::NoPaper => "no-paper",
            Self::CoverOpen => "cover-open",
            Self::Fault => "fault",
            Self::Silent => "silent",
        }
    }
}

/// Whether the city's server answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HubState {
    /// Not asked yet.
    #[default]
    Unknown,
    /// It answers.
    Up,
    /// It does not.
    Down,
}

/// What is known of the machine that leads groups in this room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LeaderState {
    /// There is none.
    #[default]
    None,
    /// It may be asked, and has not answered yet.
    Unheard,
    /// When it last answered.
    Heard(Timestamp),
}

impl LeaderState {
    /// Whether it answered within this time.
    #[must_use]
    pub fn is_near(self, now: Timestamp, within: SignedDuration) -> bool {
        matches!(self, Self::Heard(heard) if now.duration_since(heard) < within)
    }
}

/// Whether the station can speak.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum VoiceState {
    /// It has no voice, on purpose.
    #[default]
    Silent,
    /// It speaks.
    Ready,
    /// It should speak, and cannot.
    Broken,
}

impl VoiceState {
    /// Its name in logs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Silent => "silent",
            Self::Ready => "ready",
            Self::Broken => "broken",
        }
    }
}

/// Whether the station can hear.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MicrophoneState {
    /// It has no microphone, on purpose or because it is away.
    #[default]
    Away,
    /// It can record.
    Ready,
}

/// Whether the station can keep what a person says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StorageState {
    /// It can.
    #[default]
    Ready,
    /// The disk is nearly full: nothing new is begun.
    Low,
    /// The last commit failed: nothing is promised.
    Broken,
}

/// A wait that everybody can see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Countdown {
    /// Seconds left.
    pub left: u16,
    /// Seconds at its beginning.
    pub of: u16,
}

/// Everything the edges have told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Devices {
    /// The station's printer.
    pub printer: PrinterState,
    /// The printer at the counter; `None` where there is none, or none has told yet.
    pub counter_printer: Option<PrinterState>,
    /// The city's server.
    pub hub: HubState,
    /// The machine in this room that leads groups.
    pub leader: LeaderState,
    /// The disk.
    pub storage: StorageState,
    /// Somebody's headphones are in: what is private may be said.
    pub headphones: bool,
    /// The clock is not to be believed.
    pub clock_doubtful: bool,
    /// The voice.
    pub voice: VoiceState,
    /// When it last said something: nobody is idle who is listening.
    pub last_spoke: Option<Timestamp>,
    /// The microphone.
    pub microphone: MicrophoneState,
    /// How loud it is at the microphone, from 0 to 100; while it records.
    pub level: u8,
    /// What was recorded is being played.
    pub playing: bool,
    /// How long the question whether somebody is still there goes on waiting.
    pub countdown: Option<Countdown>,
    /// The screen whose clip in sign language could not be shown.
    pub clip_broken: Option<&'static str>,
    /// The sentence of the arrival speech to read on with, where the window has no room for all.
    pub read_on: Option<usize>,
    /// What people look at; without a window there is none, and pages are as long as they may be.
    pub panel: Option<Panel>,
}

impl Devices {
    /// Whether a slip can come out at the counter and not here.
    #[must_use]
    pub fn only_counter_prints(&self) -> bool {
        !self.printer.can_print() && self.counter_printer.is_some_and(PrinterState::can_print)
    }
}
