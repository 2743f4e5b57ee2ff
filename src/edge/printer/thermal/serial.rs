//! A printer on a serial line.

use std::io;
use std::path::PathBuf;
use std::time::Duration;

use serial2::{CharSize, FlowControl, Parity, SerialPort, Settings, StopBits};

use super::address::Flow;
use super::link::{self, Link, Unwritten};
use crate::edge::clock::Deadline;

/// A printer on a serial line.
pub(super) struct Serial {
    path: PathBuf,
    baud: u32,
    flow: Flow,
    port: Option<SerialPort>,
}

impl Serial {
    pub(super) fn new(path: PathBuf, baud: u32, flow: Flow) -> Self {
        Self { path, baud, flow, port: None }
    }

    fn settings(&self, mut settings: Settings) -> io::Result<Settings> {
        settings.set_raw();
        settings.set_baud_rate(self.baud)?;
        settings.set_char_size(CharSize::Bits8);
        settings.set_stop_bits(StopBits::One);
        settings.set_parity(Parity::None);
        settings.set_flow_control(match self.flow {
            Flow::Hardware => FlowControl::RtsCts,
            Flow::Software => FlowControl::XonXoff,
            Flow::None => FlowControl::None,
        });
        Ok(settings)
    }
}

impl Link for Serial {
    fn open(&mut self, _deadline: Deadline) -> io::Result<()> {
        if self.port.is_none() {
            let port = SerialPort::open(&self.path, |settings| self.settings(settings))?;
            port.discard_buffers()?;
            self.port = Some(port);
        }
        Ok(())
    }

    fn is_open(&self) -> bool {
        self.port.is_some()
    }

    fn write_all(&mut self, bytes: &[u8], deadline: Deadline) -> Result<(), Unwritten> {
        let Some(port) = &mut self.port else {
            return Err(Unwritten { taken: 0, source: link::closed() });
        };
        link::piecewise(bytes, |rest| {
            port.set_write_timeout(in_milliseconds(deadline.left()))?;
            none_in_time(port.write(rest))
        })
    }

    fn read(&mut self, into: &mut [u8], deadline: Deadline) -> io::Result<usize> {
        let port = self.port.as_mut().ok_or_else(link::closed)?;
        port.set_read_timeout(in_milliseconds(deadline.left()))?;
        none_in_time(port.read(into).and_then(some))
    }

    fn close(&mut self) {
        if let Some(port) = self.port.take() {
            // Closing would wait for what the printer does not take. Where this cannot be done
            // the line is broken anyway.
            let _ = port.discard_buffers();
        }
    }

    fn bytes_per_second(&self) -> Option<u32> {
        Some(self.baud / 10)
    }
}

/// Nothing to read although something was announced: the other end has gone.
fn some(count: usize) -> io::Result<usize> {
    if count == 0 { Err(io::ErrorKind::UnexpectedEof.into()) } else { Ok(count) }
}

/// Rounded up, so that a wait does not become none.
fn in_milliseconds(time: Duration) -> Duration {
    Duration::from_millis(u64::try_from(time.as_micros().div_ceil(1000)).unwrap_or(u64::MAX))
}

fn none_in_time(done: io::Result<usize>) -> io::Result<usize> {
    match done {
        Err(error)
            if matches!(error.kind(), io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock) =>
        {
            Ok(0)
        }
        other => other,
    }
}

#[cfg(test)]
mod tests;
