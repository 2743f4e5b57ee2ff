//! A property-based tester that others wrote asks the hub whatever its own description allows, and
//! much that it does not.
//!
//! `ACOLHE_CLIENTS` names a Python that has `tests/openapi/requirements.txt`; without it the test
//! says so and passes. `ACOLHE_SEED` repeats what was asked, `ACOLHE_FULL` asks ten times as much.

#![cfg(feature = "hub")]

#[path = "support/support.rs"]
mod support;
#[path = "support/working_day.rs"]
mod working_day;

use std::io::{self, Write as _};
use std::path::Path;
use std::process::Command;

use working_day::WorkingDay;

/// Every operation of the description is asked.
const OPERATIONS: &str = "Selected: 34/34";

#[test]
fn nothing_that_the_description_allows_or_forbids_finds_a_fault() {
    let tester = std::env::var("ACOLHE_CLIENTS")
        .ok()
        .map(|python| Path::new(&python).with_file_name("schemathesis"))
        .filter(|tester| tester.is_file());
    let Some(tester) = tester else {
        let why = "set ACOLHE_CLIENTS to a Python that has tests/openapi/requirements.txt";
        writeln!(io::stderr(), "skipped: the description of the API: {why}").expect("stderr");
        return;
    };
    let day = WorkingDay::start();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let api = format!("{}/api/v1", day.origin);
    let examples = if std::env::var_os("ACOLHE_FULL").is_some() { "200" } else { "20" };
    let mut command = Command::new(tester);
    command
        .args(["run", &format!("{api}/openapi.json"), "--url", &api])
        .args(["--header", &format!("Authorization: Bearer {}", day.key(true))])
        .args(["--checks", "all", "--continue-on-failure", "--max-examples", examples])
        .arg("--no-color")
        .current_dir(folder.path())
        .env("NO_PROXY", "127.0.0.1");
    if let Ok(seed) = std::env::var("ACOLHE_SEED") {
        command.args(["--seed", &seed]);
    }
    let output = command.output().expect("the tester runs");
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{told}");
    assert!(told.contains(OPERATIONS), "{told}");
}
