//! Runs the real binary: a hub, stations and visits, each in a folder that is gone afterwards.
//!
//! A test binary takes it in with
//! `#[path = "support/support.rs"] mod support;`
//! and begins like this:
//!
//! ```text
//! let hub = Hub::start(VILA_SERENA);
//! let station = Station::enrolled(&hub);
//! let mut play = Play::start(&station);
//! let number = play.file_a_request();
//! assert_eq!(hub.numbers(), [number]);
//! ```

#![allow(dead_code, unused_imports, reason = "each test binary uses what it needs")]
#![allow(clippy::panic, reason = "a test ends where its world is not as it must be")]

mod fed;
mod hub;
mod play;
mod process;
mod station;
mod usual;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

pub(crate) use fed::{asked, fed, skip};
pub(crate) use hub::Hub;
pub(crate) use play::Play;
pub(crate) use process::{Lines, Process};
pub(crate) use station::{Printer, Station};
pub(crate) use usual::{usual, usual_of};

/// A Brazilian city with all its data.
pub(crate) const VILA_SERENA: &str = "cities/vila-serena";
/// A Romanian city with all its data.
pub(crate) const VALEA_LINA: &str = "cities/valea-lina";
/// A city of three services: it starts in a moment.
pub(crate) const TINY: &str = "tests/data/tiny-city";

/// The longest that anything is waited for.
pub(crate) const PATIENCE: Duration = Duration::from_mins(1);

/// A path within the repository.
pub(crate) fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The binary, with nothing of this machine's own set-up.
pub(crate) fn acolhe() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_acolhe"));
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("ACOLHE_") {
            command.env_remove(name);
        }
    }
    command.env("ACOLHE_ASSETS", env!("CARGO_MANIFEST_DIR"));
    command
}

/// What a command that succeeds prints.
pub(crate) fn printed(command: &mut Command) -> String {
    let output = command.output().expect("the binary runs");
    assert!(
        output.status.success(),
        "{command:?} failed: {}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("the output is UTF-8")
}
