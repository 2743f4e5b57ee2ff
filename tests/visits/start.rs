//! A station that cannot start says why in one line; one that can ends when its input ends.

use std::process::Command;

use crate::support::{Hub, Play, Station, VILA_SERENA};

/// A command that cannot start: exit code 2, nothing on standard output, one line that tells.
#[track_caller]
fn cannot_start(mut command: Command, tells: &[&str]) {
    let output = command.arg("play").stdin(std::process::Stdio::null()).output().expect("it runs");
    let error = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{error}");
    assert!(output.stdout.is_empty());
    assert_eq!(error.trim_end().lines().count(), 1, "{error}");
    for word in tells {
        assert!(error.contains(word), "{word:?} is not in {error}");
    }
}

fn station() -> (Hub, Station) {
    let hub = Hub::start(VILA_SERENA);
    let station = Station::enrolled(&hub);
    (hub, station)
}

#[test]
fn the_end_of_the_input_is_the_end() {
    let (_hub, station) = station();
    let play = Play::start(&station);
    assert_eq!(play.end(), Some(0));
}

#[test]
fn a_data_folder_has_one_owner() {
    let (_hub, station) = station();
    let mut play = Play::start(&station);
    cannot_start(station.command(), &["Another Acolhe runs", "--data"]);
    assert_eq!(play.poll()["screen"], "welcome");
}

#[test]
fn data_of_a_newer_program_is_left_alone() {
    let (_hub, station) = station();
    Play::start(&station).end();
    let file = station.kept("station.sqlite3");
    let newer = rusqlite::Connection::open(&file).expect("a database");
    newer.pragma_update(None, "user_version", 99).expect("written");
    drop(newer);
    let before = std::fs::read(&file).expect("readable");
    cannot_start(station.command(), &["newer Acolhe"]);
    assert_eq!(std::fs::read(&file).expect("readable"), before);
}

#[test]
fn a_data_folder_that_cannot_be_written_is_named() {
    let (_hub, station) = station();
    std::fs::write(station.data(), "a file where the folder should be").expect("writable");
    cannot_start(station.command(), &["Cannot write", "data"]);
}

#[test]
fn a_configuration_that_is_not_understood_is_told_with_its_line() {
    let (_hub, station) = station();
    station.configure("[city]\nfolder = \"cities/vila-serena\"\n");
    cannot_start(station.command(), &["station.toml", "2", "folder"]);
}
