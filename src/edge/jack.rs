//! The headphone socket of the machine, where it tells whether something is in it.
//!
//! Linux reports a plug as a switch of an input device (`SW_HEADPHONE_INSERT`). A socket that is
//! gone counts as empty: what is private must not be said into a room by mistake.

#[cfg(all(feature = "scanner", target_os = "linux"))]
mod device;
mod thread;

use std::collections::VecDeque;
use std::path::PathBuf;
use std::time::Duration;

use super::scanner::{NotARecording, events};

#[cfg(all(feature = "scanner", target_os = "linux"))]
pub use device::is_inside;
pub use thread::{JackThread, Port};

/// Linux's numbers for the kind of event and the switch.
const EV_SW: u16 = 5;
const SW_HEADPHONE_INSERT: u16 = 2;

/// Where a plug is felt.
pub trait Socket {
    /// Whether headphones are in now; waits for a change no longer than `patience`.
    fn next(&mut self, patience: Duration) -> Felt;
}

/// What a socket tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Felt {
    /// Headphones came in or went out.
    Moved(bool),
    /// Nothing moved.
    Nothing,
    /// The socket is gone.
    Gone,
}

/// Why a socket is not read.
#[derive(Debug, thiserror::Error)]
pub enum JackError {
    /// There is no such device, or it may not be opened.
    #[error(
        "The headphone socket {path} cannot be opened: look for it with `evtest`, and add the \
         station's user to the group input"
    )]
    NotOpened {
        /// The device.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// Something else, such as a keyboard.
    #[error("{0} feels no headphones: name the device that `evtest` calls Headphone")]
    NotASocket(PathBuf),
}

fn felt(kind: u16, code: u16, value: i32) -> Option<Felt> {
    ((kind, code) == (EV_SW, SW_HEADPHONE_INSERT)).then_some(Felt::Moved(value != 0))
}

/// What a socket once told, told again without waiting; it is gone after its last line.
#[derive(Clone, Debug)]
pub struct Recording(VecDeque<Felt>);

impl Recording {
    /// Reads the lines that `evemu-record` writes.
    ///
    /// # Errors
    ///
    /// The first line that begins with `E:` and is no event.
    pub fn read(text: &str) -> Result<Self, NotARecording> {
        let events = events(text)?.into_iter();
        Ok(Self(events.filter_map(|(_, kind, code, value)| felt(kind, code, value)).collect()))
    }
}

impl Socket for Recording {
    fn next(&mut self, _patience: Duration) -> Felt {
        self.0.pop_front().unwrap_or(Felt::Gone)
    }
}
