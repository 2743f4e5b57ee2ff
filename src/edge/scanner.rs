//! A barcode scanner that types like a keyboard.
//!
//! The device is taken for ourselves where that is allowed, so that a scan never types into the
//! window. Its keys are read by their place on a US keyboard, whatever layout the machine has.
//! Only a receipt gets through: a protocol number, or the city's own follow-up address. Anybody
//! can hold anything before a scanner, so everything else is refused without a look at it.
//!
//! From the device to the station: a [`Source`] gives key strokes, `decoder` makes lines of text
//! of them, `grammar` knows receipts, `reader` joins the two and keeps a flood away, `thread`
//! does it all beside the station. A [`Recording`] stands in for the device.

mod decoder;
#[cfg(all(feature = "scanner", target_os = "linux"))]
mod device;
mod grammar;
mod keys;
mod reader;
mod recording;
mod thread;

use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

pub use decoder::{Decoder, LONGEST, SILENCE, Scan};
#[cfg(all(feature = "scanner", target_os = "linux"))]
pub use device::keypad;
pub use grammar::{Grammar, Reference, Scanned};
pub use reader::Reader;
pub(super) use recording::events;
pub use recording::{NotARecording, Recording};
pub use thread::{Port, ScannerThread};

use crate::domain::event::Intent;

/// What is told of a scanner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScannerReport {
    /// It changed; told at the start, too.
    State(ScannerState),
    /// A receipt of this city was held before it.
    Scanned(Scanned),
    /// Something else was held before it; nobody learns what.
    Refused,
}

impl ScannerReport {
    /// What the person meant; `None` where nobody did anything.
    ///
    /// Something refused is an empty scan: the station then asks for the number.
    #[must_use]
    pub fn intent(&self) -> Option<Intent> {
        match self {
            Self::State(_) => None,
            Self::Scanned(scanned) => Some(Intent::Scan(scanned.text())),
            Self::Refused => Some(Intent::Scan(String::new())),
        }
    }
}

/// What is known of a scanner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScannerState {
    /// It is read, and nobody else gets its keys.
    Ready,
    /// It is read, but its keys also go to whatever has the keyboard.
    Shared,
    /// It is not there, or may not be read; it is looked for again and again.
    Away,
}

/// Where key strokes come from.
pub trait Source {
    /// Whether nobody else gets these strokes.
    fn is_ours_alone(&self) -> bool;

    /// What comes next; waits for it no longer than `patience`.
    fn next(&mut self, patience: Duration) -> Heard;
}

/// What a source tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// A key moved.
    Stroke(Stroke),
    /// Nothing came for as long as was waited.
    Silence,
    /// Strokes were lost: what is being scanned is not whole.
    Lost,
    /// The source is gone, unplugged perhaps.
    Gone,
}

/// A move of a key.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Stroke {
    /// Which key, as Linux numbers them (`KEY_A` is 30).
    pub key: u16,
    /// How it moved.
    pub motion: Motion,
    /// When; only the difference between two counts.
    pub at: Duration,
}

impl fmt::Debug for Stroke {
    /// Without the key: strokes in a row are what was scanned.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Stroke({:?})", self.motion)
    }
}

/// How a key moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// It went down.
    Down,
    /// It came up.
    Up,
    /// It is held, and the machine repeats it.
    Held,
}

/// Why a scanner is not read.
#[derive(Debug, thiserror::Error)]
pub enum ScannerError {
    /// There is no such device, or it may not be opened.
    #[error(
        "The scanner {path} cannot be opened: plug it in, and add the station's user to the group \
         input"
    )]
    NotOpened {
        /// The device.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// Something else, such as a mouse.
    #[error("{0} does not type digits: name the scanner's device that ends in -event-kbd")]
    NotAKeyboard(PathBuf),
    /// Somebody else took it for themselves.
    #[error("Another program keeps the scanner {0} for itself: end that program")]
    Taken(PathBuf),
}

/// Linux's numbers for the kinds of event that matter here.
const EV_SYN: u16 = 0;
const EV_KEY: u16 = 1;
const SYN_DROPPED: u16 = 3;

/// An event of the kernel, where it means anything to us.
fn heard(kind: u16, code: u16, value: i32, at: Duration) -> Option<Heard> {
    let stroke = |motion| Some(Heard::Stroke(Stroke { key: code, motion, at }));
    match (kind, code, value) {
        (EV_SYN, SYN_DROPPED, _) => Some(Heard::Lost),
        (EV_KEY, _, 0) => stroke(Motion::Up),
        (EV_KEY, _, 1) => stroke(Motion::Down),
        (EV_KEY, _, 2) => stroke(Motion::Held),
        _ => None,
    }
}
