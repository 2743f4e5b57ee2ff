//! Waiting for a file or a socket no longer than a deadline.

use std::io::{self, ErrorKind, Read, Write};
use std::os::fd::AsFd;

use rustix::event::{PollFd, PollFlags, Timespec};
use rustix::io::Errno;

use super::link::{self, Unwritten};
use crate::edge::clock::Deadline;

/// Waits until it can be read or written; `false` when the time is up before.
fn wait(file: &impl AsFd, what: PollFlags, deadline: Deadline) -> io::Result<bool> {
    loop {
        let left = Timespec::try_from(deadline.left()).map_err(|_| link::timed_out())?;
        match rustix::event::poll(&mut [PollFd::new(file, what)], Some(&left)) {
            Ok(count) => return Ok(count > 0),
            Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

/// Reads what is there from something that never blocks; 0 when nothing came in time.
pub(super) fn read<F: AsFd + Read>(
    file: &mut F,
    into: &mut [u8],
    deadline: Deadline,
) -> io::Result<usize> {
    loop {
        match file.read(into) {
            Ok(0) => return Err(ErrorKind::UnexpectedEof.into()),
            Err(error) if passes(&error) => {}
            other => return other,
        }
        if !wait(file, PollFlags::IN, deadline)? {
            return Ok(0);
        }
    }
}

/// Writes all to something that never blocks.
pub(super) fn write_all<F: AsFd + Write>(
    file: &mut F,
    bytes: &[u8],
    deadline: Deadline,
) -> Result<(), Unwritten> {
    link::piecewise(bytes, |rest| {
        loop {
            match file.write(rest) {
                Err(error) if passes(&error) => {}
                other => return other,
            }
            if !wait(file, PollFlags::OUT, deadline)? {
                return Ok(0);
            }
        }
    })
}

fn passes(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::Interrupted)
}
