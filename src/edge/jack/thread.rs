//! The socket's thread: whoever started it never waits for the device.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::{Felt, JackError, Socket};

/// How often a socket that is away is looked for.
const LOOK_AGAIN: Duration = Duration::from_secs(1);
/// How often it is seen whether the station ends.
const PATIENCE: Duration = Duration::from_millis(200);

/// Opens the socket; asked again and again while it is away.
pub type Port = Box<dyn FnMut() -> Result<Box<dyn Socket>, JackError> + Send>;

/// A socket that is watched. Dropping it ends it within the time of a blink.
pub struct JackThread {
    // Nothing is ever sent: dropping it is the order to end.
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl std::fmt::Debug for JackThread {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("JackThread")
    }
}

impl JackThread {
    /// Starts watching the socket at `path`, an event device of the kernel. `report` tells whether
    /// headphones are in, at each change; it must not wait.
    #[cfg(all(feature = "scanner", target_os = "linux"))]
    #[must_use]
    pub fn start(path: std::path::PathBuf, report: impl Fn(bool) + Send + 'static) -> Self {
        Self::start_with(super::device::port(path), report)
    }

    /// Like [`JackThread::start`], with something else at the port.
    #[must_use]
    pub fn start_with(port: Port, report: impl Fn(bool) + Send + 'static) -> Self {
        let (stop, stopped) = channel();
        let started = thread::Builder::new()
            .name("headphones".to_owned())
            .spawn(move || watch(port, &stopped, &report));
        if let Err(error) = &started {
            tracing::error!(%error, "The headphone socket gets no thread: close other programs");
        }
        Self { stop: Some(stop), thread: started.ok() }
    }
}

impl Drop for JackThread {
    fn drop(&mut self) {
        self.stop = None;
        if self.thread.take().is_some_and(|thread| thread.join().is_err()) {
            tracing::error!("The headphone socket's thread ended in a fault");
        }
    }
}

fn watch(mut port: Port, stopped: &Receiver<()>, report: &dyn Fn(bool)) {
    let mut away = false;
    loop {
        match port() {
            Ok(mut socket) => {
                away = false;
                if !listen(&mut *socket, stopped, report) {
                    return;
                }
                // Nobody knows what is in a socket that is gone.
                report(false);
            }
            Err(error) if !away => {
                away = true;
                tracing::warn!(error = &error as &dyn std::error::Error, "No headphone socket");
            }
            Err(_) => {}
        }
        if !matches!(stopped.recv_timeout(LOOK_AGAIN), Err(RecvTimeoutError::Timeout)) {
            return;
        }
    }
}

/// Reports what moves until the socket is gone; `false` when the station ends.
fn listen(socket: &mut dyn Socket, stopped: &Receiver<()>, report: &dyn Fn(bool)) -> bool {
    while let Err(TryRecvError::Empty) = stopped.try_recv() {
        match socket.next(PATIENCE) {
            Felt::Moved(inside) => report(inside),
            Felt::Nothing => {}
            Felt::Gone => return true,
        }
    }
    false
}
