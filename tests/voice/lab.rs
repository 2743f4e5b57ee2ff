//! A speech server and a loudspeaker of one test, in a folder that is gone afterwards.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use acolhe::edge::clock::Deadline;
use tempfile::TempDir;

/// The longest that anything is waited for.
pub(super) const PATIENCE: Duration = Duration::from_secs(30);

/// Tells a test's second process where its lab is.
const FOLDER: &str = "ACOLHE_SPEECH_LAB";

/// How long something takes.
pub(super) fn time_of(work: impl FnOnce()) -> Duration {
    let deadline = Deadline::after(PATIENCE);
    work();
    PATIENCE.saturating_sub(deadline.left())
}

/// Runs a test where a speech server is found. Where that is stands in the environment, which a
/// process cannot change for itself: the test runs once more, in a process of its own.
#[track_caller]
pub(super) fn in_a_lab(name: &str, test: impl FnOnce(&Lab)) {
    in_a_lab_with(name, &[], test);
}

/// The same, with a server that has further modules: espeak-ng by other names.
#[track_caller]
pub(super) fn in_a_lab_with(name: &str, modules: &[&str], test: impl FnOnce(&Lab)) {
    if let Some(folder) = std::env::var_os(FOLDER) {
        test(&Lab { folder: PathBuf::from(folder) });
        return;
    }
    let running = Running::start(modules);
    let test = std::env::current_exe().unwrap();
    let output = Command::new(test)
        .args(["--exact", &format!("{}::{name}", env!("CARGO_CRATE_NAME")), "--nocapture"])
        .envs(running.environment.iter().map(|(name, value)| (name, value)))
        .env(FOLDER, running.folder.path())
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stdout);
    let passed = output.status.success() && told.contains("1 passed");
    assert!(passed, "{told}{}", String::from_utf8_lossy(&output.stderr));
}

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support/speech-lab.sh")
}

fn script(task: &str, folder: &Path) -> Command {
    let mut command = Command::new(path());
    command.arg(task).arg(folder);
    command
}

/// The lab as its owner sees it.
struct Running {
    folder: TempDir,
    environment: Vec<(String, String)>,
}

impl Running {
    fn start(modules: &[&str]) -> Self {
        let folder = TempDir::new().unwrap();
        let told = start(folder.path(), modules);
        let environment = told
            .lines()
            .filter_map(|line| line.split_once('='))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        Self { folder, environment }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let stopped = script("stop", self.folder.path()).status();
        assert!(stopped.is_ok_and(|status| status.success()) || std::thread::panicking());
    }
}

fn start(folder: &Path, modules: &[&str]) -> String {
    // What goes on running writes into files: a pipe would stay open as long as it runs.
    let errors = std::fs::File::create(folder.join("lab.err")).unwrap();
    let output = script("start", folder).args(modules).stderr(errors).output().unwrap();
    let errors = std::fs::read_to_string(folder.join("lab.err")).unwrap();
    assert!(output.status.success(), "{errors}");
    String::from_utf8(output.stdout).unwrap()
}

/// The lab as a test sees it.
pub(super) struct Lab {
    folder: PathBuf,
}

impl Lab {
    /// What is heard from now on, as raw samples on standard output.
    pub(super) fn record(&self) -> Child {
        script("record", &self.folder).stdout(Stdio::piped()).spawn().unwrap()
    }

    /// Every text that the server received, in order, without its marks.
    pub(super) fn texts(&self) -> Vec<String> {
        let texts = self.logged("Queueing message |", "| with priority");
        texts.iter().map(|text| without_marks(text)).collect()
    }

    /// Every language that was asked of the server, in order.
    pub(super) fn languages(&self) -> Vec<String> {
        self.logged(":DATA:|SET SELF LANGUAGE ", "\r")
    }

    /// Every module that was asked of the server, in order.
    pub(super) fn modules(&self) -> Vec<String> {
        self.logged(":DATA:|SET SELF OUTPUT_MODULE ", "\r")
    }

    fn logged(&self, before: &str, after: &str) -> Vec<String> {
        let log = std::fs::read(self.folder.join("log/speech-dispatcher.log")).unwrap();
        String::from_utf8_lossy(&log)
            .split(before)
            .skip(1)
            .filter_map(|rest| rest.split_once(after))
            .map(|(text, _)| text.to_owned())
            .collect()
    }

    /// The command that ends and starts the server.
    pub(super) fn restart(&self) -> Vec<String> {
        let words = [path(), "restart".into(), self.folder.clone()];
        words.into_iter().map(|word| word.into_os_string().into_string().unwrap()).collect()
    }

    /// Sends the server a signal.
    pub(super) fn send_the_server(&self, signal: &str) {
        kill(signal, self.server());
    }

    /// Sends the processes that speak for the server a signal.
    pub(super) fn send_the_modules(&self, signal: &str) {
        let server = self.server();
        let list = format!("/proc/{server}/task/{server}/children");
        let modules = std::fs::read_to_string(list).unwrap();
        let modules: Vec<u32> =
            modules.split_whitespace().map(|process| process.parse().unwrap()).collect();
        assert!(!modules.is_empty());
        for module in modules {
            kill(signal, module);
        }
    }

    fn server(&self) -> u32 {
        let process = std::fs::read_to_string(self.folder.join("speech.pid")).unwrap();
        process.trim().parse().unwrap()
    }

    /// Starts what does not run any more.
    pub(super) fn start_again(&self) {
        start(&self.folder, &[]);
    }
}

fn kill(signal: &str, process: u32) {
    let killed = Command::new("kill").args(["-s", signal, &process.to_string()]).status().unwrap();
    assert!(killed.success());
}

/// A text as it was before the voice marked its words.
fn without_marks(text: &str) -> String {
    let mut plain = String::new();
    for part in text.split('<') {
        plain.push_str(part.split_once('>').map_or(part, |(_, words)| words));
    }
    plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}
