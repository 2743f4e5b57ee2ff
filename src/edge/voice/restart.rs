//! Starts the speech server anew: by the installation's own command, else by the means that Linux
//! machines have.
//!
//! Everything here has a deadline and runs on the thread of a line.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use super::VoiceError;
use super::line::wait;
use crate::edge::clock::Deadline;

/// The server's unit, where systemd looks after it.
const UNIT: &str = "speech-dispatcher.service";
/// The server's name as the kernel cuts it.
const SERVER: &str = "speech-dispatch";

/// How long a question to the machine may take.
const ASK: Duration = Duration::from_secs(1);
/// How long a start may take.
const START: Duration = Duration::from_secs(4);
/// How long the server may take to end by itself.
const END: Duration = Duration::from_millis(500);
/// How often something awaited is looked for.
const OFTEN: Duration = Duration::from_millis(10);

/// Ends the server and starts it, by these words or, where there are none, by the usual means.
pub(super) fn restart(words: &[String]) -> Result<(), VoiceError> {
    if !words.is_empty() {
        return run(words, START + ASK);
    }
    if let Some(file) = pid_file() {
        end(&file);
    }
    if run(&["systemctl", "--user", "cat", UNIT], ASK).is_ok() {
        run(&["systemctl", "--user", "restart", UNIT], START)
    } else {
        run(&["speech-dispatcher", "--spawn"], START)
    }
}

/// Runs a command to its end; one that takes longer than its limit is killed.
fn run(words: &[impl AsRef<str>], limit: Duration) -> Result<(), VoiceError> {
    let told = |what: &str| {
        let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
        VoiceError::NotRestarted(format!("{}: {what}", words.join(" ")))
    };
    let Some((program, arguments)) = words.split_first() else { return Err(told("no command")) };
    let mut child = Command::new(program.as_ref())
        .args(arguments.iter().map(AsRef::as_ref))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| told(&error.to_string()))?;
    let deadline = Deadline::after(limit);
    loop {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(status)) => return Err(told(&status.to_string())),
            Ok(None) if deadline.left().is_zero() => {
                // It may have ended in this moment.
                let _ = child.kill();
                let _ = child.wait();
                return Err(told("it takes too long"));
            }
            Ok(None) => wait(OFTEN),
            Err(error) => return Err(told(&error.to_string())),
        }
    }
}

/// Where the server of this user writes its process number.
fn pid_file() -> Option<PathBuf> {
    let runtime = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from);
    let cache = || Some(PathBuf::from(std::env::var_os("HOME")?).join(".cache"));
    Some(runtime.or_else(cache)?.join("speech-dispatcher/pid/speech-dispatcher.pid"))
}

/// Ends the server that a file names, kindly at first. Its modules end with it: nobody talks to
/// them any more.
fn end(file: &Path) {
    let Some(server) = std::fs::read_to_string(file).ok().and_then(|pid| pid.trim().parse().ok())
    else {
        return;
    };
    // The number may have become somebody else's.
    if name(server).is_none_or(|name| name != SERVER) {
        return;
    }
    kill("-TERM", server);
    let deadline = Deadline::after(END);
    while is_running(server) && !deadline.left().is_zero() {
        wait(OFTEN);
    }
    if is_running(server) {
        kill("-KILL", server);
    }
}

fn kill(signal: &str, process: u32) {
    // It may have ended meanwhile.
    let _ = run(&["kill", signal, &process.to_string()], ASK);
}

/// The name of a process that there is.
fn name(process: u32) -> Option<String> {
    let name = std::fs::read_to_string(format!("/proc/{process}/comm")).ok()?;
    Some(name.trim_end().to_owned())
}

/// Whether a process is there and has not ended.
fn is_running(process: u32) -> bool {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let state = status.lines().find_map(|line| line.strip_prefix("State:"));
    state.is_some_and(|state| !state.trim_start().starts_with(['Z', 'X']))
}

#[cfg(test)]
mod tests;
