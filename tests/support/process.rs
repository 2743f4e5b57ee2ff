//! A process that can be killed at any moment, and whose lines are waited for.

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use super::PATIENCE;

/// A process that whoever holds it may kill; dropping the last hold kills it.
#[derive(Clone)]
pub(crate) struct Process(Arc<Mutex<Owned>>);

struct Owned(Child);

impl Drop for Owned {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The lines of a process.
pub(crate) struct Lines(Receiver<String>);

impl Process {
    /// Starts it with pipes.
    pub(crate) fn start(command: &mut Command) -> (Self, ChildStdin, Lines) {
        let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child =
            piped.spawn().unwrap_or_else(|error| panic!("{command:?} does not start: {error}"));
        let input = child.stdin.take().expect("input is piped");
        let lines = Lines::of(child.stdout.take().expect("output is piped"));
        (Self(Arc::new(Mutex::new(Owned(child)))), input, lines)
    }

    /// `kill -9`, and waits until it is gone.
    pub(crate) fn kill(&self) {
        let mut owned = self.0.lock().expect("nobody panics with it");
        // It may be gone already.
        let _ = owned.0.kill();
        owned.0.wait().expect("a child can be waited for");
    }

    /// Kills it after so long, unless the timer is dropped before.
    pub(crate) fn kill_after(&self, time: Duration) -> Timer {
        let process = self.clone();
        let (stop, stopped) = channel::<()>();
        let thread = std::thread::spawn(move || {
            if stopped.recv_timeout(time) == Err(RecvTimeoutError::Timeout) {
                process.kill();
            }
        });
        Timer { stop: Some(stop), thread: Some(thread) }
    }

    /// Its process id.
    pub(crate) fn id(&self) -> u32 {
        self.0.lock().expect("nobody panics with it").0.id()
    }

    /// Waits for its end; tells its exit code.
    pub(crate) fn exit_code(&self) -> Option<i32> {
        self.0.lock().expect("nobody panics with it").0.wait().expect("it ends").code()
    }
}

/// Something that will be killed.
pub(crate) struct Timer {
    stop: Option<std::sync::mpsc::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Timer {
    /// Waits until it has killed.
    pub(crate) fn wait(mut self) {
        self.thread.take().map(JoinHandle::join);
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        self.stop = None;
        self.thread.take().map(JoinHandle::join);
    }
}

impl Lines {
    fn of(output: ChildStdout) -> Self {
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines() {
                let Ok(line) = line else { return };
                if sender.send(line).is_err() {
                    return;
                }
            }
        });
        Self(lines)
    }

    /// The next line; `None` once the process is gone.
    pub(crate) fn next(&self) -> Option<String> {
        match self.0.recv_timeout(PATIENCE) {
            Ok(line) => Some(line),
            Err(RecvTimeoutError::Disconnected) => None,
            Err(RecvTimeoutError::Timeout) => panic!("No line within {PATIENCE:?}"),
        }
    }
}
