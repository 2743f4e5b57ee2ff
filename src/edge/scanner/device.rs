//! The device itself, through the kernel's event interface.

use std::collections::VecDeque;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, UNIX_EPOCH};

use evdev::KeyCode;
use evdev::raw_stream::RawDevice;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{Mode, OFlags};
use rustix::io::Errno;

use super::{Heard, Port, ScannerError, Source, heard};
use crate::edge::clock::Deadline;

/// The device at a path, wherever the kernel puts it when it comes back.
pub(super) fn port(path: PathBuf) -> Port {
    Box::new(move || {
        let device = Device::open(&path)?;
        if !device.raw.supported_keys().is_some_and(|keys| keys.contains(KeyCode::KEY_1)) {
            return Err(ScannerError::NotAKeyboard(path.clone()));
        }
        Ok(Box::new(device.taken(&path)?))
    })
}

/// A keypad at a path, taken for ourselves where that is allowed.
///
/// # Errors
///
/// It cannot be opened, or somebody else keeps it.
pub fn keypad(path: &Path) -> Result<Box<dyn Source>, ScannerError> {
    Ok(Box::new(Device::open(path)?.taken(path)?))
}

/// An open scanner.
struct Device {
    raw: RawDevice,
    alone: bool,
    waiting: VecDeque<Heard>,
}

impl Device {
    fn open(path: &Path) -> Result<Self, ScannerError> {
        let refused = |source| ScannerError::NotOpened { path: path.to_owned(), source };
        // Only to read: nothing is ever written to a scanner, not even its lamps.
        let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::CLOEXEC | OFlags::NOCTTY;
        let file =
            rustix::fs::open(path, flags, Mode::empty()).map_err(|errno| refused(errno.into()))?;
        let raw = RawDevice::from_fd(file).map_err(refused)?;
        Ok(Self { raw, alone: false, waiting: VecDeque::new() })
    }

    /// Takes it for ourselves where that is allowed.
    fn taken(mut self, path: &Path) -> Result<Self, ScannerError> {
        self.alone = match self.raw.grab() {
            Ok(()) => true,
            // Whoever grabbed it gets every key, and we none.
            Err(error) if error.raw_os_error() == Some(Errno::BUSY.raw_os_error()) => {
                return Err(ScannerError::Taken(path.to_owned()));
            }
            Err(_) => false,
        };
        Ok(self)
    }

    /// Whether there is something to read within the limit.
    fn has_events(&self, limit: Duration) -> io::Result<bool> {
        let limit = Timespec::try_from(limit).map_err(io::Error::other)?;
        let mut line = [PollFd::new(&self.raw, PollFlags::IN)];
        if poll(&mut line, Some(&limit))? == 0 {
            return Ok(false);
        }
        if line[0].revents().contains(PollFlags::IN) {
            return Ok(true);
        }
        Err(io::ErrorKind::BrokenPipe.into())
    }

    /// Reads what the kernel has; a device that can be read and has nothing is gone.
    fn fetch(&mut self) -> io::Result<()> {
        let mut any = false;
        for event in self.raw.fetch_events()? {
            any = true;
            let at = event.timestamp().duration_since(UNIX_EPOCH).unwrap_or_default();
            self.waiting.extend(heard(event.event_type().0, event.code(), event.value(), at));
        }
        if any { Ok(()) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
    }
}

impl Source for Device {
    fn is_ours_alone(&self) -> bool {
        self.alone
    }

    fn next(&mut self, patience: Duration) -> Heard {
        let limit = Deadline::after(patience);
        loop {
            if let Some(heard) = self.waiting.pop_front() {
                return heard;
            }
            let fetched = match self.has_events(limit.left()) {
                Ok(true) => self.fetch(),
                Ok(false) => Ok(()),
                Err(error) => Err(error),
            };
            match fetched.map_err(|error| error.kind()) {
                Ok(()) | Err(io::ErrorKind::Interrupted | io::ErrorKind::WouldBlock) => {}
                Err(_) => return Heard::Gone,
            }
            if self.waiting.is_empty() && limit.left().is_zero() {
                return Heard::Silence;
            }
        }
    }
}
