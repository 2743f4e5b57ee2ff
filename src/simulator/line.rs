//! The two kinds of line to the printer: TCP, one client at a time, and a pseudo-terminal.

use std::io;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rustix::fs::OFlags;
use rustix::io::Errno;
use rustix::pty::OpenptFlags;
use rustix::termios::OptionalActions;

use super::printer::Broken;

/// Where clients find the printer.
#[derive(Debug)]
pub(super) enum Socket {
    /// It listens at an address, unless it is switched off.
    Tcp { address: SocketAddr, listener: Option<TcpListener> },
    /// A device, with a name that stays.
    Pty { link: PathBuf },
}

/// One line that stands.
#[derive(Debug)]
pub(super) enum Line {
    Tcp(TcpStream),
    /// The other side is kept open, so that a client may come and go as on a serial line.
    Pty {
        printer: OwnedFd,
        _client: OwnedFd,
    },
}

impl Socket {
    /// Listens at an address; port 0 takes any that is free.
    pub(super) fn tcp(address: SocketAddr) -> io::Result<Self> {
        let listener = listen(address)?;
        Ok(Self::Tcp { address: listener.local_addr()?, listener: Some(listener) })
    }

    /// Where it can be found, once a line stands.
    pub(super) fn pty(link: &Path) -> Self {
        Self::Pty { link: link.to_owned() }
    }

    /// What becomes readable when a client comes.
    pub(super) fn waits_on(&self) -> Option<BorrowedFd<'_>> {
        match self {
            Self::Tcp { listener, .. } => listener.as_ref().map(AsFd::as_fd),
            Self::Pty { .. } => None,
        }
    }

    /// A line to a client, if there is one; a terminal is there as soon as it is asked for.
    pub(super) fn next_line(&mut self) -> io::Result<Option<Line>> {
        match self {
            Self::Tcp { address, listener } => {
                let listener = match listener {
                    Some(listener) => listener,
                    None => listener.insert(listen(*address)?),
                };
                match listener.accept() {
                    Ok((stream, _)) => {
                        stream.set_nonblocking(true)?;
                        stream.set_nodelay(true)?;
                        Ok(Some(Line::Tcp(stream)))
                    }
                    Err(error) if error.kind() == io::ErrorKind::WouldBlock => Ok(None),
                    Err(error) => Err(error),
                }
            }
            Self::Pty { link } => terminal(link).map(Some),
        }
    }

    /// Nobody finds it any more.
    pub(super) fn shut(&mut self) {
        match self {
            Self::Tcp { listener, .. } => *listener = None,
            Self::Pty { link } => {
                // Without the link nobody finds it; without the line it is dead in any case.
                let _ = std::fs::remove_file(link);
            }
        }
    }
}

fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let listener = TcpListener::bind(address)?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

/// A raw terminal whose name the link tells.
fn terminal(link: &Path) -> io::Result<Line> {
    let flags = OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC;
    let printer = rustix::pty::openpt(flags)?;
    rustix::pty::grantpt(&printer)?;
    rustix::pty::unlockpt(&printer)?;
    let name = rustix::pty::ptsname(&printer, Vec::new())?;
    let client = rustix::fs::open(
        name.as_c_str(),
        OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC,
        rustix::fs::Mode::empty(),
    )?;
    let mut raw = rustix::termios::tcgetattr(&client)?;
    raw.make_raw();
    rustix::termios::tcsetattr(&client, OptionalActions::Now, &raw)?;
    rustix::fs::fcntl_setfl(&printer, OFlags::NONBLOCK)?;
    // A new link beside the old one, then in its place: nobody finds half a link.
    let mut beside = link.as_os_str().to_owned();
    beside.push(".new");
    let _ = std::fs::remove_file(&beside);
    std::os::unix::fs::symlink(name.to_string_lossy().as_ref(), &beside)?;
    std::fs::rename(&beside, link)?;
    Ok(Line::Pty { printer, _client: client })
}

impl Line {
    /// Reads what is there: nothing yet, or the end.
    pub(super) fn read(&self, buffer: &mut [u8]) -> io::Result<Option<usize>> {
        match rustix::io::read(self.as_fd(), buffer) {
            Ok(0) => Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(length) => Ok(Some(length)),
            Err(Errno::AGAIN | Errno::INTR) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Answers. What a client does not take is lost, as behind a full buffer of a printer.
    pub(super) fn write(&self, mut answer: &[u8]) {
        while let Ok(written @ 1..) = rustix::io::write(self.as_fd(), answer) {
            answer = &answer[written..];
        }
    }

    /// Ends the line.
    pub(super) fn end(self, how: Broken) {
        if let (Self::Tcp(stream), Broken::Reset) = (&self, how) {
            // It is only less of a reset if the system refuses.
            let _ = rustix::net::sockopt::set_socket_linger(stream, Some(Duration::ZERO));
        }
    }
}

impl AsFd for Line {
    fn as_fd(&self) -> BorrowedFd<'_> {
        match self {
            Self::Tcp(stream) => stream.as_fd(),
            Self::Pty { printer, .. } => printer.as_fd(),
        }
    }
}
