//! A printer behind a device file of the kernel: `/dev/usb/lp0` for most.

use std::fs::{File, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;

use rustix::fs::OFlags;
use rustix::termios::{self, OptionalActions, QueueSelector};

use super::link::{self, Link, Unwritten};
use super::poll;
use crate::edge::clock::Deadline;

/// A printer behind a device file.
pub(super) struct Device {
    path: PathBuf,
    file: Option<File>,
}

impl Device {
    pub(super) fn new(path: PathBuf) -> Self {
        Self { path, file: None }
    }

    /// Without `O_NONBLOCK` the kernel's printer driver waits for paper for ever.
    fn file(&self) -> io::Result<File> {
        let flags = (OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed();
        OpenOptions::new().read(true).write(true).custom_flags(flags).open(&self.path)
    }
}

impl Link for Device {
    fn open(&mut self, _deadline: Deadline) -> io::Result<()> {
        if self.file.is_none() {
            let file = self.file()?;
            if let Ok(mut settings) = termios::tcgetattr(&file) {
                // A terminal would change line ends and echo them.
                settings.make_raw();
                termios::tcsetattr(&file, OptionalActions::Flush, &settings)?;
            }
            self.file = Some(file);
        }
        Ok(())
    }

    fn is_open(&self) -> bool {
        self.file.is_some()
    }

    fn write_all(&mut self, bytes: &[u8], deadline: Deadline) -> Result<(), Unwritten> {
        match &mut self.file {
            Some(file) => poll::write_all(file, bytes, deadline),
            None => Err(Unwritten { taken: 0, source: link::closed() }),
        }
    }

    fn read(&mut self, into: &mut [u8], deadline: Deadline) -> io::Result<usize> {
        poll::read(self.file.as_mut().ok_or_else(link::closed)?, into, deadline)
    }

    fn close(&mut self) {
        if let Some(file) = self.file.take() {
            // Closing a terminal would wait for what nobody takes; others need no flush.
            let _ = termios::tcflush(&file, QueueSelector::IOFlush);
        }
    }
}

#[cfg(test)]
mod tests;
