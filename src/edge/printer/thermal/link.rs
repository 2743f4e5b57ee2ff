//! The line to a printer: bytes there, bytes back, never without a deadline.

use std::io;

use crate::edge::clock::Deadline;

/// A line to a printer that can be opened again as often as it breaks.
pub(super) trait Link: Send {
    /// Opens it; does nothing when it is open.
    fn open(&mut self, deadline: Deadline) -> io::Result<()>;

    /// Whether it was opened and not closed since; the other end may have gone all the same.
    fn is_open(&self) -> bool;

    /// Hands over all bytes, or tells how many were taken before it failed or the time was up.
    fn write_all(&mut self, bytes: &[u8], deadline: Deadline) -> Result<(), Unwritten>;

    /// What is there, after waiting for the first byte of it; 0 when none came in time.
    ///
    /// # Errors
    /// The line is broken, or its other end has hung up.
    fn read(&mut self, into: &mut [u8], deadline: Deadline) -> io::Result<usize>;

    /// Closes it and throws away what was not yet delivered: an old slip must not reach the
    /// printer behind our back.
    fn close(&mut self);

    /// How fast it is, where that is slower than a printer.
    fn bytes_per_second(&self) -> Option<u32> {
        None
    }
}

/// Bytes that could not be handed over.
#[derive(Debug, thiserror::Error)]
#[error("{source} after {taken} bytes")]
pub(super) struct Unwritten {
    /// How many were taken before.
    pub(super) taken: usize,
    /// Why the rest was not.
    pub(super) source: io::Error,
}

impl From<Unwritten> for io::Error {
    fn from(unwritten: Unwritten) -> Self {
        unwritten.source
    }
}

/// The time is up.
pub(super) fn timed_out() -> io::Error {
    io::ErrorKind::TimedOut.into()
}

/// The line was never opened, or closed since.
pub(super) fn closed() -> io::Error {
    io::ErrorKind::NotConnected.into()
}

/// Hands bytes over piece by piece. `write` gives how many it took: 0 when the time was up.
pub(super) fn piecewise(
    bytes: &[u8],
    mut write: impl FnMut(&[u8]) -> io::Result<usize>,
) -> Result<(), Unwritten> {
    let mut taken = 0;
    while taken < bytes.len() {
        match write(&bytes[taken..]) {
            Ok(0) => return Err(Unwritten { taken, source: timed_out() }),
            Ok(count) => taken += count,
            Err(source) => return Err(Unwritten { taken, source }),
        }
    }
    Ok(())
}
