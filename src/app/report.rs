//! What edges tell the loop.

use uuid::Uuid;

use crate::content::packs::Taught;
use crate::domain::appointment::Answer;
use crate::domain::later::{NotOpened, Opened};
use crate::domain::meeting::seat::Told;
use crate::domain::visit::{LookUp, Tray};
use crate::edge::microphone::MicrophoneReport;
use crate::edge::open311::DraftEnd;
use crate::edge::printer::PrinterReport;
use crate::edge::scanner::ScannerReport;
use crate::edge::voice::VoiceReport;
use crate::store::Errand;

use super::run::Asked;

/// What an edge reports.
#[derive(Debug)]
pub enum Report {
    /// The printer's state, or the end of a slip.
    Printer(Tray, PrinterReport),
    /// What a scanner read.
    Scanner(ScannerReport),
    /// Headphones came in or went out.
    Headphones(bool),
    /// Attempts to deliver have ended.
    AttemptsEnded,
    /// The answer to a look-up.
    LookedUp {
        /// Whose: an answer that comes after the farewell is for nobody.
        visit: u64,
        /// Which look-up.
        attempt: u32,
        /// The answer.
        answer: LookUp,
    },
    /// The hub answered about an appointment, or did not.
    Booking {
        /// Whose: what comes after the farewell is for nobody.
        visit: u64,
        /// Which question.
        attempt: u32,
        /// The answer.
        answer: Answer,
    },
    /// Who leads a group told a seat something, or did not answer.
    Meeting {
        /// Which seat.
        token: Uuid,
        /// What.
        told: Told,
    },
    /// A code was tried.
    CodeTried {
        /// Whose: what comes after the farewell is for nobody.
        visit: u64,
        /// Which try.
        attempt: u32,
        /// What it opened.
        answer: Result<Box<Opened>, NotOpened>,
    },
    /// The hub was told something of a draft, or could not be.
    ErrandEnded(Errand, DraftEnd),
    /// Whether the city's server answers.
    Hub(bool),
    /// The voice changed, or is further on.
    Voice(VoiceReport),
    /// What the microphone tells.
    Microphone(MicrophoneReport),
    /// Packs of lessons came or went.
    Lessons(Box<Taught>),
    /// A window asks.
    Asked(Asked),
}
