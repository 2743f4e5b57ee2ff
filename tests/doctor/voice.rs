//! Voices that are silent, away, or stuck, in a lab of their own.

use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use super::super::support::repository;
use super::patient::{Patient, Told, told};

const VOICE: &str = "[voice]\ndriver = \"speech-dispatcher\"\n";

/// A speech server and a loudspeaker made of files.
struct Lab {
    folder: TempDir,
    environment: Vec<(String, String)>,
}

fn script(task: &str, folder: &Path) -> Command {
    let mut command = Command::new(repository("tests/support/speech-lab.sh"));
    command.arg(task).arg(folder);
    command
}

impl Lab {
    fn start() -> Self {
        let folder = TempDir::new().expect("temporary folder");
        // What goes on running writes into a file: a pipe would stay open as long as it runs.
        let errors = std::fs::File::create(folder.path().join("lab.err")).expect("writable");
        let started = script("start", folder.path()).stderr(errors).output().expect("it runs");
        let errors = std::fs::read_to_string(folder.path().join("lab.err")).expect("readable");
        assert!(started.status.success(), "{errors}");
        let environment = String::from_utf8(started.stdout).expect("UTF-8");
        let environment = environment.lines().filter_map(|line| line.split_once('='));
        let environment =
            environment.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        Self { folder, environment }
    }

    fn tells(&self, patient: &Patient, more: &[&str]) -> Told {
        let environment = self.environment.iter().map(|(name, value)| (name, value));
        told(patient.command().args(["--only", "voice"]).args(more).envs(environment))
    }

    fn server(&self) -> String {
        let process = std::fs::read_to_string(self.folder.path().join("speech.pid"));
        process.expect("readable").trim().to_owned()
    }

    /// Stops whatever speaks for the server.
    fn stop_the_modules(&self) {
        let server = self.server();
        let list = format!("/proc/{server}/task/{server}/children");
        for module in std::fs::read_to_string(list).expect("readable").split_whitespace() {
            signal("STOP", module);
        }
    }
}

impl Drop for Lab {
    fn drop(&mut self) {
        let stopped = script("stop", self.folder.path()).status();
        assert!(stopped.is_ok_and(|status| status.success()) || std::thread::panicking());
    }
}

fn signal(name: &str, process: &str) {
    let sent = Command::new("kill").args(["-s", name, process]).status().expect("it runs");
    assert!(sent.success());
}

fn speaking() -> Patient {
    let patient = Patient::new_born();
    patient.station.configure(&format!("{}{VOICE}", patient.station.configuration()));
    patient
}

#[test]
fn a_station_without_a_voice_is_told() {
    let patient = Patient::new_born();
    let words = ["nobody is read to", "driver = \"speech-dispatcher\""];
    patient.is_worth_a_look("voice", "voice-silent", &words);
}

#[test]
fn who_speaks_is_told_and_every_sentence_ends() {
    let (lab, patient) = (Lab::start(), speaking());
    for more in [&[][..], &["--say"]] {
        let told = lab.tells(&patient, more);
        told.holds("well", "voice-answers", &["pt-BR, ro"]);
        told.holds("well", "voice-speaker", &["espeak-ng"]);
        told.holds("well", "voice-spoken", &["it began after", " ms, ended after"]).ends(0);
    }
    patient.write("proc/asound/cards", "--- no soundcards ---\n");
    let told = lab.tells(&patient, &[]);
    told.holds("look at it", "voice-no-sound-card", &["Plug in"]).ends(0);
}

#[test]
fn a_module_that_is_missing_is_told() {
    let (lab, patient) = (Lab::start(), speaking());
    let more = "[voice.modules]\npt-BR = \"brand\"\n";
    patient.station.configure(&format!("{}{more}", patient.station.configuration()));
    let told = lab.tells(&patient, &[]);
    let words = ["\"brand\" is not there", "espeak-ng speaks", "[voice.modules]"];
    told.holds("FAULT", "voice-module-missing", &words).ends(1);
}

#[test]
fn a_server_that_does_not_speak_hangs_or_is_gone_is_told() {
    let (lab, patient) = (Lab::start(), speaking());
    lab.stop_the_modules();
    let told = lab.tells(&patient, &[]);
    let words = ["systemctl --user restart speech-dispatcher"];
    told.holds("FAULT", "voice-never-begins", &words).ends(1);
    signal("STOP", &lab.server());
    lab.tells(&patient, &[]).holds("FAULT", "voice-hangs", &words).ends(1);
    signal("KILL", &lab.server());
    let told = lab.tells(&patient, &[]);
    told.holds("FAULT", "voice-no-server", &["systemctl --user start"]).ends(1);
}
