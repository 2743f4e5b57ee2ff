//! Whole visits in the real window, found by what assistive technology is told and touched from
//! outside: by clicks on X, by a finger on X, by a pointer on Wayland.

#![cfg(feature = "screen")]
#![allow(clippy::unwrap_used, reason = "a test that cannot read its files fails")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn hands() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hands")
}

/// One visit; the script itself asks the hub for the request and the folder for the receipt.
#[track_caller]
fn visit(display: &str, steps: &str) {
    let folder = tempfile::tempdir().unwrap();
    let done = Command::new(hands().join("visit.sh"))
        .arg(env!("CARGO_BIN_EXE_acolhe"))
        .arg(display)
        .arg(hands().join("visits").join(steps))
        .arg(folder.path().join("visit"))
        .output()
        .unwrap();
    let told = [done.stdout, done.stderr].concat();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&told));
}

/// Three displays take minutes: the others are for `./dev test --full`.
fn in_full() -> bool {
    std::env::var_os("ACOLHE_FULL").is_some()
}

#[test]
fn a_request_is_filed_by_clicks() {
    visit("xvfb", "street-light.steps");
}

#[test]
fn a_request_is_filed_through_the_tree_of_assistive_technology_alone() {
    visit("xvfb", "by-the-tree.steps");
}

#[test]
fn a_request_is_filed_by_a_finger() {
    if in_full() {
        visit("xorg", "street-light.steps");
    }
}

#[test]
fn a_request_is_filed_on_wayland() {
    if in_full() {
        visit("wayland", "street-light.steps");
    }
}

#[test]
fn a_request_in_own_words_is_filed_while_the_line_is_cut() {
    if in_full() {
        visit("xvfb", "own-words.steps");
    }
}

#[test]
fn a_street_light_is_reported_in_twelve_touches_or_fewer() {
    let steps = fs::read_to_string(hands().join("visits/street-light.steps")).unwrap();
    let to_the_number = steps.split("expect \"Número do seu pedido\"").next().unwrap();
    let touches = to_the_number.lines().filter(|line| line.starts_with("touch ")).count();
    assert!((1..=12).contains(&touches), "{touches} touches");
}
