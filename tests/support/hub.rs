//! A hub of its own.

use std::fs::OpenOptions;

use serde_json::Value;
use tempfile::TempDir;

use super::{Process, acolhe, printed, repository};

/// Where standard error goes.
const JOURNAL: &str = "journal";

/// Where packs of lessons lie.
const LESSONS: &str = "lessons";

/// A hub that serves a city on a port of its own.
pub(crate) struct Hub {
    folder: TempDir,
    city: &'static str,
    database: Option<String>,
    address: String,
    process: Process,
}

impl Hub {
    /// A new hub for a city.
    pub(crate) fn start(city: &'static str) -> Self {
        Self::start_over(city, None)
    }

    /// A hub over a PostgreSQL database.
    pub(crate) fn over(city: &'static str, database: &str) -> Self {
        Self::start_over(city, Some(database.to_owned()))
    }

    fn start_over(city: &'static str, database: Option<String>) -> Self {
        let folder = tempfile::tempdir().expect("temporary folder");
        let (process, address) = listen(&folder, city, database.as_deref(), "127.0.0.1:0");
        Self { folder, city, database, address, process }
    }

    /// What stands before `/requests.json`.
    pub(crate) fn url(&self) -> String {
        format!("http://{}/open311/v2", self.address)
    }

    /// The city that it serves.
    pub(crate) fn city(&self) -> &'static str {
        self.city
    }

    /// Its data folder.
    pub(crate) fn data(&self) -> std::path::PathBuf {
        self.folder.path().join("data")
    }

    /// Its folder for packs of lessons, which may not exist yet.
    pub(crate) fn lessons(&self) -> std::path::PathBuf {
        self.folder.path().join(LESSONS)
    }

    /// What it wrote to standard error.
    pub(crate) fn journal(&self) -> String {
        std::fs::read_to_string(self.folder.path().join(JOURNAL)).expect("a journal")
    }

    /// The process, to be killed at some moment.
    pub(crate) fn process(&self) -> &Process {
        &self.process
    }

    /// `kill -9`.
    pub(crate) fn kill(&self) {
        self.process.kill();
    }

    /// Starts again with the same data at the same address; it was killed before.
    pub(crate) fn restart(&mut self) {
        let database = self.database.as_deref();
        (self.process, self.address) = listen(&self.folder, self.city, database, &self.address);
    }

    /// Moves into a PostgreSQL database, and starts again over it; it was killed before.
    pub(crate) fn moves_to(&mut self, database: &str) {
        printed(command(&self.folder, self.city, Some(database)).arg("move"));
        self.database = Some(database.to_owned());
        self.restart();
    }

    /// What `acolhe hub …` prints, beside the running hub.
    pub(crate) fn ask(&self, words: &[&str]) -> String {
        printed(command(&self.folder, self.city, self.database.as_deref()).args(words))
    }

    /// Enrols a station: its number and its key.
    pub(crate) fn enrol(&self, name: &str) -> (u16, String) {
        let told = self.ask(&["station", "add", "--name", name]);
        let word = |name| told.lines().find_map(|line| line.strip_prefix(name)).expect("a word");
        (word("station ").parse().expect("a number"), word("key ").to_owned())
    }

    /// Everything that was filed, as `acolhe hub requests --json` tells it.
    pub(crate) fn requests(&self) -> Vec<Value> {
        serde_json::from_str(&self.ask(&["requests", "--json"])).expect("a list")
    }

    /// The numbers of everything that was filed, in order, as often as they are there.
    pub(crate) fn numbers(&self) -> Vec<String> {
        let requests = self.requests();
        let number = |request: &Value| request["number"].as_str().expect("a number").to_owned();
        let mut numbers: Vec<String> = requests.iter().map(number).collect();
        numbers.sort();
        numbers
    }

    /// One line of what the hub knows of a request, such as `client_request_id`.
    pub(crate) fn told_of(&self, number: &str, name: &str) -> String {
        let told = self.ask(&["show", number]);
        let prefix = format!("{name}: ");
        let line = told.lines().find_map(|line| line.strip_prefix(&prefix));
        line.unwrap_or_else(|| panic!("{number} has no {name}:\n{told}")).to_owned()
    }

    /// What staff must look at, a line each.
    pub(crate) fn alarms(&self) -> Vec<String> {
        self.ask(&["alarms"]).lines().skip(1).map(str::to_owned).collect()
    }
}

fn command(folder: &TempDir, city: &str, database: Option<&str>) -> std::process::Command {
    let config = folder.path().join("hub.toml");
    let city = repository(city).display().to_string();
    std::fs::write(&config, format!("[city]\ndir = {city:?}\n")).expect("writable");
    let mut command = acolhe();
    command.arg("--config").arg(config).arg("--data").arg(folder.path().join("data")).arg("hub");
    command.envs(database.map(|database| ("ACOLHE_DATABASE", database)));
    command
}

fn listen(
    folder: &TempDir,
    city: &str,
    database: Option<&str>,
    address: &str,
) -> (Process, String) {
    let mut command = command(folder, city, database);
    let journal = folder.path().join(JOURNAL);
    let errors = OpenOptions::new().create(true).append(true).open(&journal).expect("writable");
    command.args(["--listen", address]).arg("--lessons").arg(folder.path().join(LESSONS));
    let (process, _, lines) = Process::start(command.stderr(errors));
    let told = || std::fs::read_to_string(&journal).unwrap_or_default();
    let line = lines.next().unwrap_or_else(|| panic!("the hub does not listen: {}", told()));
    let url = line.rsplit_once("http://").expect("an address").1;
    (process, url.split('/').next().unwrap_or_default().to_owned())
}
