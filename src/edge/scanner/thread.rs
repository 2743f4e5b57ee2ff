//! The scanner's thread: whoever started it never waits for the device.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::{Grammar, Heard, Reader, SILENCE, ScannerError, ScannerReport, ScannerState, Source};

/// How often a scanner that is away is looked for.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

/// Opens the scanner; asked again and again while it is away.
pub type Port = Box<dyn FnMut() -> Result<Box<dyn Source>, ScannerError> + Send>;

/// A scanner at work. Dropping it ends it within the time of a blink.
pub struct ScannerThread {
    // Nothing is ever sent: dropping it is the order to end.
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl std::fmt::Debug for ScannerThread {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ScannerThread")
    }
}

impl ScannerThread {
    /// Starts reading the scanner at `path`, such as `/dev/input/by-id/…-event-kbd`, plugged in or
    /// not. `own_host` is the city's web address, or only its host. `report` must not wait: it is
    /// called on the scanner's thread.
    #[cfg(all(feature = "scanner", target_os = "linux"))]
    #[must_use]
    pub fn start(
        path: std::path::PathBuf,
        own_host: &str,
        report: impl Fn(ScannerReport) + Send + 'static,
    ) -> Self {
        Self::start_with(super::device::port(path), own_host, report)
    }

    /// Like [`ScannerThread::start`], with something else at the port.
    #[must_use]
    pub fn start_with(
        port: Port,
        own_host: &str,
        report: impl Fn(ScannerReport) + Send + 'static,
    ) -> Self {
        let (stop, stopped) = channel();
        let desk = Desk {
            reader: Reader::new(Grammar::new(own_host)),
            stopped,
            state: None,
            report: Box::new(report),
        };
        let started =
            thread::Builder::new().name("scanner".to_owned()).spawn(move || desk.work(port));
        if let Err(error) = &started {
            tracing::error!(%error, "The scanner gets no thread: close other programs");
        }
        Self { stop: Some(stop), thread: started.ok() }
    }
}

impl Drop for ScannerThread {
    fn drop(&mut self) {
        self.stop = None;
        if self.thread.take().is_some_and(|thread| thread.join().is_err()) {
            tracing::error!("The scanner's thread ended in a fault");
        }
    }
}

/// What the thread works with.
struct Desk {
    reader: Reader,
    stopped: Receiver<()>,
    state: Option<ScannerState>,
    report: Box<dyn Fn(ScannerReport) + Send>,
}

impl Desk {
    fn work(mut self, mut port: Port) {
        loop {
            match port() {
                Ok(source) => self.read(source),
                Err(error) => self.away(Some(&error)),
            }
            match self.stopped.recv_timeout(LOOK_AGAIN) {
                Err(RecvTimeoutError::Timeout) => {}
                Ok(()) | Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    /// Reads until the source is gone or nobody wants it any more.
    fn read(&mut self, mut source: Box<dyn Source>) {
        let alone = source.is_ours_alone();
        self.tell(if alone { ScannerState::Ready } else { ScannerState::Shared });
        while self.stopped.try_recv() == Err(TryRecvError::Empty) {
            let heard = source.next(SILENCE);
            if let Some(report) = self.reader.hear(heard) {
                (self.report)(report);
            }
            if heard == Heard::Gone {
                self.away(None);
                return;
            }
        }
    }

    /// Once in the log, however often it is looked for.
    fn away(&mut self, error: Option<&ScannerError>) {
        if self.state != Some(ScannerState::Away) {
            let error = error.map(|error| error as &dyn std::error::Error);
            tracing::warn!(error, "The scanner is away");
        }
        self.tell(ScannerState::Away);
    }

    fn tell(&mut self, state: ScannerState) {
        if self.state == Some(state) {
            return;
        }
        if self.state == Some(ScannerState::Away) {
            tracing::info!("The scanner is back");
        }
        if state == ScannerState::Shared {
            tracing::warn!("The scanner's keys also go elsewhere: it cannot be grabbed");
        }
        self.state = Some(state);
        (self.report)(ScannerReport::State(state));
    }
}
