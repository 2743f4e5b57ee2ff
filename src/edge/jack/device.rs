//! The socket itself, through the kernel's event interface.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use evdev::SwitchCode;
use evdev::raw_stream::RawDevice;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{Mode, OFlags};

use super::{Felt, JackError, Port, Socket};

/// The socket at a path.
pub(super) fn port(path: PathBuf) -> Port {
    Box::new(move || Ok(Box::new(Device::open(&path)?)))
}

/// Whether headphones are in now.
///
/// # Errors
/// The socket cannot be opened, or is none.
pub fn is_inside(path: &Path) -> Result<bool, JackError> {
    let refused = |source| JackError::NotOpened { path: path.to_owned(), source };
    Device::open(path)?.state().map_err(refused)
}

struct Device {
    raw: RawDevice,
    /// What was told last; nothing was told of a socket that was just opened.
    inside: Option<bool>,
}

impl Device {
    fn open(path: &Path) -> Result<Self, JackError> {
        let refused = |source| JackError::NotOpened { path: path.to_owned(), source };
        let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::CLOEXEC | OFlags::NOCTTY;
        let file =
            rustix::fs::open(path, flags, Mode::empty()).map_err(|errno| refused(errno.into()))?;
        let raw = RawDevice::from_fd(file).map_err(refused)?;
        let feels = |switches: &evdev::AttributeSetRef<SwitchCode>| {
            switches.contains(SwitchCode::SW_HEADPHONE_INSERT)
        };
        if !raw.supported_switches().is_some_and(feels) {
            return Err(JackError::NotASocket(path.to_owned()));
        }
        Ok(Self { raw, inside: None })
    }

    /// The switch as it stands: it never matters what was missed.
    fn state(&self) -> io::Result<bool> {
        Ok(self.raw.get_switch_state()?.contains(SwitchCode::SW_HEADPHONE_INSERT))
    }

    fn wait(&mut self, patience: Duration) -> io::Result<()> {
        let limit = Timespec::try_from(patience).map_err(io::Error::other)?;
        let mut line = [PollFd::new(&self.raw, PollFlags::IN)];
        if poll(&mut line, Some(&limit))? == 0 {
            return Ok(());
        }
        if !line[0].revents().contains(PollFlags::IN) {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        // A device that can be read and has nothing is gone.
        if self.raw.fetch_events()?.next().is_some() {
            Ok(())
        } else {
            Err(io::ErrorKind::UnexpectedEof.into())
        }
    }

    fn look(&mut self, patience: Duration) -> io::Result<Felt> {
        if self.inside.is_some() {
            self.wait(patience)?;
        }
        let inside = self.state()?;
        let moved = self.inside.replace(inside) != Some(inside);
        Ok(if moved { Felt::Moved(inside) } else { Felt::Nothing })
    }
}

impl Socket for Device {
    fn next(&mut self, patience: Duration) -> Felt {
        match self.look(patience).map_err(|error| error.kind()) {
            Ok(felt) => felt,
            Err(io::ErrorKind::Interrupted | io::ErrorKind::WouldBlock) => Felt::Nothing,
            Err(_) => Felt::Gone,
        }
    }
}
