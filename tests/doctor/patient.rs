//! A station with a machine of its own, and what the doctor says of it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use acolhe::edge::clock::Clock;
use jiff::SignedDuration;
use tempfile::TempDir;

use super::super::support::{Hub, Play, Station, TINY};

/// What a network card of a display says: 476 × 268 mm at 1920 × 1080.
const MODES: &str = "1920x1080\n1280x720\n";

/// A station that ran once, filed once and ended in good order.
pub(super) struct Patient {
    pub(super) hub: Hub,
    pub(super) station: Station,
    machine: TempDir,
}

/// What the doctor said.
pub(super) struct Told {
    pub(super) text: String,
    pub(super) code: Option<i32>,
}

impl Patient {
    /// In good order, with everything that a station needs.
    pub(super) fn new() -> Self {
        let patient = Self::new_born();
        let mut play = Play::start(&patient.station);
        play.file_a_request();
        play.deliver_all();
        assert_eq!(play.end(), Some(0));
        patient
    }

    /// It never ran.
    pub(super) fn new_born() -> Self {
        let hub = Hub::start(TINY);
        let station = Station::enrolled(&hub);
        // However long a test waits in the station's own time, the machine's clock is ahead of it.
        let yesterday = Clock::Machine.now() - SignedDuration::from_hours(20);
        station.set_clock(&yesterday.to_string());
        let more = "[screen]\nwidth_mm = 476\nheight_mm = 268\n";
        station.configure(&format!("{}{more}", station.configuration()));
        let patient = Self { hub, station, machine: TempDir::new().expect("temporary folder") };
        patient.make_machine();
        patient
    }

    fn make_machine(&self) {
        self.write("run/systemd/timesync/synchronized", "");
        self.write("sys/class/drm/card0-HDMI-A-1/status", "connected\n");
        self.write("sys/class/drm/card0-HDMI-A-1/modes", MODES);
        self.write("proc/asound/cards", " 0 [PCH]: HDA-Intel - HDA Intel PCH\n");
        let touch = "sys/class/input/input2";
        self.write(&format!("{touch}/name"), "ILITEK Multi-Touch\n");
        self.write(&format!("{touch}/capabilities/key"), "400 0 0 0 0 0\n");
        self.write(&format!("{touch}/capabilities/abs"), "2608000 3\n");
        self.write(&format!("{touch}/properties"), "2\n");
    }

    /// A file of the machine.
    pub(super) fn write(&self, path: &str, text: &str) {
        let path = self.machine.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("writable");
        fs::write(path, text).expect("writable");
    }

    /// Takes a file or a folder from the machine.
    pub(super) fn remove(&self, path: &str) {
        let path = self.machine.path().join(path);
        let removed = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
        removed.expect("it was there");
    }

    /// Changes the configuration.
    pub(super) fn reconfigure(&self, from: &str, to: &str) {
        let text = self.station.configuration();
        assert!(text.contains(from), "{from} is not in {text}");
        self.station.configure(&text.replace(from, to));
    }

    /// `acolhe doctor`, to be completed.
    pub(super) fn command(&self) -> Command {
        let mut command = self.station.command();
        command.arg("doctor").arg("--root").arg(self.machine.path());
        command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
        command.env_remove("CREDENTIALS_DIRECTORY");
        command
    }

    /// What the doctor says of some parts.
    pub(super) fn told(&self, words: &[&str]) -> Told {
        told(self.command().args(words))
    }

    /// The doctor finds a fault in a part: its id, what was found, and the remedy.
    #[track_caller]
    pub(super) fn is_at_fault(&self, part: &str, id: &str, words: &[&str]) {
        self.finds(part, "FAULT", id, words, 1);
    }

    /// The same with something that a station can go on with.
    #[track_caller]
    pub(super) fn is_worth_a_look(&self, part: &str, id: &str, words: &[&str]) {
        self.finds(part, "look at it", id, words, 0);
    }

    #[track_caller]
    fn finds(&self, part: &str, state: &str, id: &str, words: &[&str], code: i32) {
        self.told(&["--only", part]).holds(state, id, words).ends(code);
    }
}

pub(super) fn told(command: &mut Command) -> Told {
    let output = command.stdin(std::process::Stdio::null()).output().expect("it runs");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(!text.is_empty(), "{errors}");
    Told { text, code: output.status.code() }
}

impl Told {
    /// The lines of a finding.
    #[track_caller]
    pub(super) fn finding(&self, id: &str) -> String {
        let mark = format!("({id})");
        let mut lines = self.text.lines().skip_while(|line| !line.ends_with(&mark));
        let first = lines.next().unwrap_or_else(|| panic!("no {id} in\n{}", self.text));
        let rest = lines.take_while(|line| line.starts_with("               "));
        std::iter::once(first).chain(rest).collect::<Vec<_>>().join("\n")
    }

    /// A finding is so and says this.
    #[track_caller]
    pub(super) fn holds(&self, state: &str, id: &str, words: &[&str]) -> &Self {
        let finding = self.finding(id);
        assert!(finding.starts_with(&format!("  [{state}]")), "{finding}");
        for words in words {
            assert!(finding.contains(words), "\"{words}\" is not in\n{finding}");
        }
        self
    }

    /// The exit code.
    #[track_caller]
    pub(super) fn ends(&self, code: i32) -> &Self {
        assert_eq!(self.code, Some(code), "{}", self.text);
        self
    }
}

/// Every file of a folder, with its bytes.
pub(super) fn bytes(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("readable") {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            files.push((path.clone(), Vec::new()));
            files.extend(bytes(&path));
        } else {
            let content = fs::read(&path).expect("readable");
            files.push((path, content));
        }
    }
    files.sort();
    files
}
