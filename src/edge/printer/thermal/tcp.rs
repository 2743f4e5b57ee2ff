//! A printer in the network.

use std::io;
use std::net::{IpAddr, SocketAddr, TcpStream, ToSocketAddrs};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use super::link::{self, Link, Unwritten};
use super::poll;
use crate::edge::clock::Deadline;

/// The port of printers that take bytes as they are.
const PORT: u16 = 9100;
/// How much the kernel may hold back: what a printer has not taken shall count as not taken.
const HELD_BACK: usize = 8 * 1024;

type Found = io::Result<Vec<SocketAddr>>;

/// A printer in the network.
pub(super) struct Tcp {
    host: String,
    port: u16,
    stream: Option<TcpStream>,
    /// A look-up that took longer than somebody was ready to wait.
    look_up: Option<Receiver<Found>>,
}

impl Tcp {
    /// `address` is `host`, `host:port` or `[IPv6]:port`.
    pub(super) fn new(address: &str) -> Self {
        let (host, port) = split(address);
        Self { host, port, stream: None, look_up: None }
    }

    /// The resolver knows no deadline: it works on a thread of its own, at most one at a time.
    fn look_up(&mut self, deadline: Deadline) -> Found {
        if let Ok(address) = self.host.parse::<IpAddr>() {
            return Ok(vec![SocketAddr::new(address, self.port)]);
        }
        let answer = match self.look_up.take() {
            Some(answer) => answer,
            None => self.start_look_up()?,
        };
        match answer.recv_timeout(deadline.left()) {
            Ok(found) => found,
            Err(RecvTimeoutError::Timeout) => {
                self.look_up = Some(answer);
                Err(link::timed_out())
            }
            Err(RecvTimeoutError::Disconnected) => Err(io::ErrorKind::NotFound.into()),
        }
    }

    fn start_look_up(&self) -> io::Result<Receiver<Found>> {
        let (tell, answer) = channel();
        let (host, port) = (self.host.clone(), self.port);
        thread::Builder::new().name("printer-name".to_owned()).spawn(move || {
            let found = (host.as_str(), port).to_socket_addrs().map(Iterator::collect);
            // Nobody waits any more when the printer's thread has ended.
            let _ = tell.send(found);
        })?;
        Ok(answer)
    }

    fn connect(&mut self, deadline: Deadline) -> io::Result<TcpStream> {
        let addresses = self.look_up(deadline)?;
        let mut tried = Err(io::ErrorKind::NotFound.into());
        for (index, address) in addresses.iter().enumerate() {
            let others = u32::try_from(addresses.len() - index).unwrap_or(u32::MAX);
            let share = deadline.left() / others;
            if share.is_zero() {
                return Err(link::timed_out());
            }
            tried = TcpStream::connect_timeout(address, share);
            if tried.is_ok() {
                break;
            }
        }
        tried
    }
}

fn split(address: &str) -> (String, u16) {
    let parsed = address.rsplit_once(':').and_then(|(host, port)| {
        let alone = !host.contains(':') || host.starts_with('[');
        Some((host, port.parse().ok()?)).filter(|_| alone)
    });
    let (host, port) = parsed.unwrap_or((address, PORT));
    (host.trim_start_matches('[').trim_end_matches(']').to_owned(), port)
}

impl Link for Tcp {
    fn open(&mut self, deadline: Deadline) -> io::Result<()> {
        if self.stream.is_none() {
            let stream = self.connect(deadline)?;
            stream.set_nonblocking(true)?;
            stream.set_nodelay(true)?;
            rustix::net::sockopt::set_socket_send_buffer_size(&stream, HELD_BACK)?;
            self.stream = Some(stream);
        }
        Ok(())
    }

    fn is_open(&self) -> bool {
        self.stream.is_some()
    }

    fn write_all(&mut self, bytes: &[u8], deadline: Deadline) -> Result<(), Unwritten> {
        match &mut self.stream {
            Some(stream) => poll::write_all(stream, bytes, deadline),
            None => Err(Unwritten { taken: 0, source: link::closed() }),
        }
    }

    fn read(&mut self, into: &mut [u8], deadline: Deadline) -> io::Result<usize> {
        poll::read(self.stream.as_mut().ok_or_else(link::closed)?, into, deadline)
    }

    fn close(&mut self) {
        if let Some(stream) = self.stream.take() {
            // Without this the kernel would go on delivering for minutes. Where it cannot be set
            // the line is broken anyway.
            let _ = rustix::net::sockopt::set_socket_linger(&stream, Some(Duration::ZERO));
        }
    }
}

#[cfg(test)]
mod tests;
