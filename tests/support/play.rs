//! A station at work: `acolhe play`, a line in, a line out.

use std::io::Write;
use std::process::{ChildStdin, Command};
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};

use super::process::Lines;
use super::{Process, Station, usual};

/// The most lines that one request takes.
const MOST_LINES: usize = 60;

/// A running station.
pub(crate) struct Play {
    process: Process,
    input: ChildStdin,
    lines: Lines,
    clock: Arc<Mutex<String>>,
    told: Value,
}

impl Play {
    /// Starts the station, or goes on where it was killed.
    pub(crate) fn start(station: &Station) -> Self {
        Self::try_start(station, station.command()).expect("the station starts")
    }

    /// Starts the station with more arguments, such as `--as counter`.
    pub(crate) fn start_with(station: &Station, arguments: &[&str]) -> Self {
        let play = Self::start_unheard(station, station.command(), arguments);
        play.heard().expect("the station starts")
    }

    /// Starts the station by a command that may end before its first line: then `None`.
    pub(crate) fn try_start(station: &Station, command: Command) -> Option<Self> {
        Self::start_unheard(station, command, &[]).heard()
    }

    /// Starts the station and does not wait for its first line.
    pub(crate) fn start_unheard(
        station: &Station,
        mut command: Command,
        arguments: &[&str],
    ) -> Self {
        command.args(["play", "--clock", &station.clock()]).args(arguments);
        let (process, input, lines) = Process::start(&mut command);
        Self { process, input, lines, clock: station.shared_clock(), told: Value::Null }
    }

    /// Waits for a line; `None` when the process is gone.
    pub(crate) fn heard(mut self) -> Option<Self> {
        self.hear()?;
        Some(self)
    }

    fn hear(&mut self) -> Option<Value> {
        let line = self.lines.next()?;
        // A line that is cut off was never told.
        let told: Value = serde_json::from_str(&line).ok()?;
        if let Some(clock) = told["clock"].as_str() {
            clock.clone_into(&mut self.clock.lock().expect("nobody panics with it"));
            self.told = told.clone();
        }
        Some(told)
    }

    /// One line in, one line out; `None` when the process is gone.
    #[expect(clippy::needless_pass_by_value, reason = "json! makes a value for one line")]
    pub(crate) fn try_say(&mut self, input: Value) -> Option<Value> {
        writeln!(self.input, "{input}").ok()?;
        self.hear()
    }

    /// One line in that may be no input at all, one line out.
    pub(crate) fn say_line(&mut self, line: &str) -> Value {
        writeln!(self.input, "{line}").expect("the station goes on");
        self.hear().expect("the station goes on")
    }

    /// One line in, one line out, which may be an error.
    pub(crate) fn say(&mut self, input: Value) -> Value {
        self.try_say(input).expect("the station goes on")
    }

    /// One line in; it applies.
    #[track_caller]
    #[expect(clippy::needless_pass_by_value, reason = "json! makes a value for one line")]
    fn done(&mut self, input: Value) -> Value {
        let told = self.say(input.clone());
        assert!(told["error"].is_null(), "{input} on {}: {}", self.screen(), told["error"]);
        told
    }

    /// Chooses an action.
    #[track_caller]
    pub(crate) fn do_(&mut self, action: &str) -> Value {
        self.done(json!({"do": action}))
    }

    /// Fills a field.
    #[track_caller]
    pub(crate) fn typed(&mut self, field: &str, text: &str) -> Value {
        self.done(json!({"type": field, "text": text}))
    }

    /// Moves the clock.
    #[track_caller]
    pub(crate) fn wait(&mut self, seconds: u32) -> Value {
        self.done(json!({"wait": seconds}))
    }

    /// Hears it again.
    #[track_caller]
    pub(crate) fn poll(&mut self) -> Value {
        self.done(json!({"poll": true}))
    }

    /// What was told last, errors left out.
    pub(crate) fn told(&self) -> &Value {
        &self.told
    }

    /// Where the visit is.
    pub(crate) fn screen(&self) -> &str {
        self.told["screen"].as_str().unwrap_or_default()
    }

    /// The number that was given in this visit.
    pub(crate) fn protocol(&self) -> Option<&str> {
        self.told["protocol"].as_str()
    }

    /// Whether the screen offers an action.
    pub(crate) fn offers(&self, action: &str) -> bool {
        let actions = self.told["actions"].as_array();
        actions.is_some_and(|actions| actions.iter().any(|offered| offered["id"] == action))
    }

    /// How many rows of the outbox stand so: `waiting`, `delivered`, `uncertain` or `refused`.
    pub(crate) fn outbox(&self, state: &str) -> u64 {
        self.told["outbox"][state].as_u64().expect("a count")
    }

    /// Files a request from wherever the visit is, in the usual way; tells its number.
    #[track_caller]
    pub(crate) fn file_a_request(&mut self) -> String {
        if self.screen() == "filing.done" {
            self.do_("request");
        }
        for _ in 0..MOST_LINES {
            if self.screen() == "filing.done" {
                return self.protocol().expect("a number").to_owned();
            }
            self.done(usual(&self.told));
        }
        panic!("No number after {MOST_LINES} lines: {}", self.told);
    }

    /// Lets time pass until nothing waits any more, two days at most.
    #[track_caller]
    pub(crate) fn deliver_all(&mut self) {
        for _ in 0..192 {
            if self.outbox("waiting") == 0 {
                return;
            }
            self.wait(15 * 60);
        }
        panic!("Still waiting after two days: {}", self.told["outbox"]);
    }

    /// The process, to be killed at some moment.
    pub(crate) fn process(&self) -> &Process {
        &self.process
    }

    /// `kill -9`.
    pub(crate) fn kill(self) {
        self.process.kill();
    }

    /// Ends the input; tells the exit code.
    pub(crate) fn end(self) -> Option<i32> {
        drop(self.input);
        self.process.exit_code()
    }
}
