//! An enrolled installation: configuration, data and paper.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex};

use serde_json::json;
use tempfile::TempDir;

use super::{Hub, acolhe, printed, repository};

/// The moment of a station's first start, a Monday; only `wait` moves it.
const FIRST_MOMENT: &str = "2026-11-23T09:00:00-03:00";

/// States of the paper-folder printer.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Printer {
    Ready,
    NoPaper,
    NearEnd,
    CoverOpen,
    Silent,
}

impl Printer {
    fn name(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::NoPaper => "no-paper",
            Self::NearEnd => "near-end",
            Self::CoverOpen => "cover-open",
            Self::Silent => "silent",
        }
    }
}

/// A station that may be started, killed and started again.
pub(crate) struct Station {
    folder: TempDir,
    city: PathBuf,
    /// Where the station's own clock stands; it goes on when the process does not.
    clock: Arc<Mutex<String>>,
}

impl Station {
    /// Enrolled at a hub, for the hub's city.
    pub(crate) fn enrolled(hub: &Hub) -> Self {
        let (number, key) = hub.enrol("A station");
        Self::with_server(hub.city(), number, &hub.url(), &key)
    }

    /// Of a city whose server is somebody else's.
    pub(crate) fn with_server(city: &str, number: u16, url: &str, key: &str) -> Self {
        let folder = tempfile::tempdir().expect("temporary folder");
        let clock = Arc::new(Mutex::new(FIRST_MOMENT.to_owned()));
        let station = Self { folder, city: repository(city), clock };
        station.is_enrolled_as(number, url, key);
        station
    }

    /// Enrolled anew, from the next start on.
    pub(crate) fn is_enrolled_as(&self, number: u16, url: &str, key: &str) {
        let city = self.city.display().to_string();
        self.configure(&format!(
            "[city]\ndir = {city:?}\n[station]\nnumber = {number}\n\
             [hub]\nurl = {url:?}\nkey = {key:?}\n[printer]\ndriver = \"folder\"\npath = \"paper\"\n"
        ));
    }

    /// The text of its configuration file.
    pub(crate) fn configuration(&self) -> String {
        fs::read_to_string(self.config()).expect("readable")
    }

    /// Another configuration, from the next start on.
    pub(crate) fn configure(&self, text: &str) {
        fs::write(self.config(), text).expect("writable");
    }

    fn config(&self) -> PathBuf {
        self.folder.path().join("station.toml")
    }

    /// Its data folder.
    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Where its paper comes out.
    pub(crate) fn paper(&self) -> PathBuf {
        self.folder.path().join("paper")
    }

    /// The words on its paper, a receipt each, in the order in which they came out.
    pub(crate) fn receipts(&self) -> Vec<String> {
        let Ok(entries) = fs::read_dir(self.paper()) else { return Vec::new() };
        let paths = entries.map(|entry| entry.expect("readable").path());
        let is_text = |path: &PathBuf| path.extension().is_some_and(|kind| kind == "txt");
        let mut paths: Vec<PathBuf> = paths.filter(is_text).collect();
        paths.sort();
        paths.iter().map(|path| fs::read_to_string(path).expect("readable")).collect()
    }

    /// Changes what its printer says of itself.
    pub(crate) fn printer_is(&self, printer: Printer) {
        fs::create_dir_all(self.paper()).expect("writable");
        let state = json!({"state": printer.name()}).to_string();
        fs::write(self.paper().join("state.json"), state).expect("writable");
    }

    /// `acolhe --config … --data …`, to be completed.
    pub(crate) fn command(&self) -> Command {
        let mut command = acolhe();
        command.arg("--config").arg(self.config()).arg("--data").arg(self.data());
        command
    }

    /// What `acolhe outbox …` prints, beside the station.
    pub(crate) fn outbox(&self, words: &[&str]) -> String {
        printed(self.command().arg("outbox").args(words))
    }

    /// Where its clock stands (RFC 3339).
    pub(crate) fn clock(&self) -> String {
        self.clock.lock().expect("nobody panics with it").clone()
    }

    /// Sets its clock, for the next start.
    pub(crate) fn set_clock(&self, moment: &str) {
        moment.clone_into(&mut self.clock.lock().expect("nobody panics with it"));
    }

    pub(super) fn shared_clock(&self) -> Arc<Mutex<String>> {
        Arc::clone(&self.clock)
    }

    /// A file or folder within the data folder.
    pub(crate) fn kept(&self, name: impl AsRef<Path>) -> PathBuf {
        self.data().join(name)
    }
}
