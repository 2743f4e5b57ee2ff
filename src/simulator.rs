//! A thermal printer without paper: what was sent to it stands in pictures and text.
//!
//! [`Printer`] is the machine: bytes and time in, answers and slips out, no I/O. [`Simulator`]
//! serves one on a line, in a thread; [`console::run`] is the command. `docs/printer-simulator.md`
//! tells what it knows, what it does not, and where it is harder than some real printers.

mod code_page;
mod command;
pub mod console;
mod fault;
mod folder;
mod lexer;
mod line;
mod paper;
mod picture;
mod printer;
mod realtime;
#[cfg(test)]
mod sample;
mod server;
mod slip;
mod status;

use std::io::{self, Write};
use std::net::SocketAddr;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread::JoinHandle;
use std::time::Duration;

use crate::edge::printer::profile::Profile;

pub use fault::{Fault, FaultError, Happening, Step, When};
pub use picture::Picture;
pub use printer::{Broken, Counts, Event, Printer};
pub use server::{Seen, Told};
pub use slip::{End, Slip};

use folder::Folder;
use line::Socket;
use server::{Server, Shared, Stopwatch};

/// Where a simulator can be reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// An address; port 0 takes any that is free.
    Tcp(SocketAddr),
    /// A pseudo-terminal, found through a link of this name.
    Pty(PathBuf),
}

/// Why there is no simulator.
#[derive(Debug, thiserror::Error)]
pub enum SimulatorError {
    /// The address cannot be had.
    #[error(
        "Cannot listen at {address}: {source}. Stop what listens there, or give another --listen"
    )]
    Address {
        /// The address.
        address: SocketAddr,
        /// Why.
        source: io::Error,
    },
    /// The terminal or its link cannot be made.
    #[error("Cannot make a terminal at {}: {source}. Give a --pty in a folder that can be written", link.display())]
    Terminal {
        /// The link.
        link: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The paper folder cannot be written.
    #[error("Cannot write in {}: {source}. Check its owner and rights, or give another --paper", folder.display())]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The system refuses a thread or a socket.
    #[error("The simulator cannot start: {0}. Stop other programs and try again")]
    Thread(#[from] io::Error),
    /// A line of faults is not understood.
    #[error(transparent)]
    Fault(#[from] FaultError),
}

/// A printer that runs in a thread until it is dropped.
#[derive(Debug)]
pub struct Simulator {
    shared: Arc<Shared>,
    wake: UnixStream,
    thread: Option<JoinHandle<()>>,
    place: Place,
}

impl Simulator {
    /// A printer at any free port of this machine, for tests; its slips are kept in memory.
    ///
    /// # Errors
    /// [`SimulatorError`].
    pub fn on_tcp(profile: &Profile) -> Result<Self, SimulatorError> {
        Self::start(profile, &Place::Tcp(SocketAddr::from(([127, 0, 0, 1], 0))), None, None)
    }

    /// A printer at a terminal, for tests; its slips are kept in memory.
    ///
    /// # Errors
    /// [`SimulatorError`].
    pub fn on_pty(profile: &Profile, link: &Path) -> Result<Self, SimulatorError> {
        Self::start(profile, &Place::Pty(link.to_owned()), None, None)
    }

    /// Starts a printer; with a folder its slips become files, and with a watcher it tells what
    /// happens.
    ///
    /// # Errors
    /// [`SimulatorError`].
    pub fn start(
        profile: &Profile,
        place: &Place,
        paper: Option<&Path>,
        watcher: Option<Sender<Told>>,
    ) -> Result<Self, SimulatorError> {
        let open = |path: &Path| {
            Folder::open(path, profile.dpi)
                .map_err(|source| SimulatorError::Folder { folder: path.to_owned(), source })
        };
        let folder = paper.map(open).transpose()?;
        let (socket, terminal, place) = match place {
            Place::Tcp(address) => {
                let refused = |source| SimulatorError::Address { address: *address, source };
                let socket = Socket::tcp(*address).map_err(refused)?;
                let Socket::Tcp { address, .. } = socket else {
                    return Err(refused(io::ErrorKind::Unsupported.into()));
                };
                (socket, None, Place::Tcp(address))
            }
            Place::Pty(link) => {
                let refused = |source| SimulatorError::Terminal { link: link.clone(), source };
                let mut socket = Socket::pty(link);
                let terminal = socket.next_line().map_err(refused)?;
                (socket, terminal, Place::Pty(link.clone()))
            }
        };
        let (wake, woken) = UnixStream::pair()?;
        woken.set_nonblocking(true)?;
        wake.set_nonblocking(true)?;
        let shared = Arc::new(Shared::new(Printer::new(profile)));
        let is_connected = terminal.is_some();
        shared.lock().seen =
            Seen { connections: usize::from(is_connected), is_connected, ..Seen::default() };
        let server = Server {
            shared: Arc::clone(&shared),
            socket,
            line: terminal,
            wake: woken,
            folder,
            watcher,
            clock: Stopwatch::start(),
        };
        let thread = std::thread::Builder::new()
            .name("printer-simulator".to_owned())
            .spawn(move || server.run())?;
        Ok(Self { shared, wake, thread: Some(thread), place })
    }

    /// Where it is; the port that it found if it was asked for any.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// Its address, if it listens at one.
    #[must_use]
    pub fn address(&self) -> Option<SocketAddr> {
        match self.place {
            Place::Tcp(address) => Some(address),
            Place::Pty(_) => None,
        }
    }

    /// Plans what is to happen, or does it.
    pub fn plan(&self, step: Step) {
        self.shared.lock().printer.plan(step);
        self.call();
    }

    /// A fault comes.
    pub fn fault(&self, fault: Fault, when: When) {
        self.plan(Step { what: Happening::Comes(fault), when });
    }

    /// Somebody puts everything right.
    pub fn clear(&self) {
        self.plan(Step { what: Happening::AllCleared, when: When::Now });
    }

    /// What came in and went out so far.
    #[must_use]
    pub fn seen(&self) -> Seen {
        self.shared.lock().seen
    }

    /// The slips so far, the latest 256 of them.
    #[must_use]
    pub fn slips(&self) -> Vec<Slip> {
        self.shared.lock().slips.clone()
    }

    /// Waits until it is so, or until the limit has passed; whether it is so.
    pub fn wait_for(&self, limit: Duration, mut is_so: impl FnMut(&Seen) -> bool) -> bool {
        self.shared.wait(limit, |state| is_so(&state.seen))
    }

    /// Waits for so many slips, cut or torn; those that are there when the limit has passed.
    #[must_use]
    pub fn wait_for_slips(&self, number: usize, limit: Duration) -> Vec<Slip> {
        self.shared.wait(limit, |state| state.slips.len() >= number);
        self.slips()
    }

    fn call(&self) {
        // A full pipe wakes it as well.
        let _ = (&self.wake).write(&[0]);
    }
}

impl Drop for Simulator {
    /// Stops it; what hangs out of it is torn off.
    fn drop(&mut self) {
        self.shared.lock().stops = true;
        self.call();
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has told so by itself.
            let _ = thread.join();
        }
    }
}

#[cfg(test)]
mod tests;
