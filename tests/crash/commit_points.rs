//! A station is killed before every single call that changes the disk or tells something.
//!
//! strace kills it: it injects a signal in the place of the n-th call of a name that any one
//! thread makes. The call itself is not done any more, so that every state between two calls is
//! met once.

use std::process::Command;

use super::truth;
use super::visitor::Visitor;
use super::whole_or;
use crate::support::{Hub, Play, Station, TINY};

/// A visit from the very first start to the farewell, in which so many requests are filed.
#[track_caller]
fn is_killed_before_each(call: &str, step: usize, requests: u64) {
    let hub = Hub::start(TINY);
    let killed = |n: &usize| killed_before(&hub, call, *n, requests);
    let points = (1..).step_by(step).take_while(killed).count();
    assert!(points > 0, "strace kills nothing: is there a {call} at all?");
}

/// Kills a new station before its n-th call; tells whether there was one.
fn killed_before(hub: &Hub, call: &str, n: usize, requests: u64) -> bool {
    println!("before {call} {n}");
    let station = Station::enrolled(hub);
    let mut visitor = Visitor::default();
    visitor.wants(requests, requests == 1);
    let mut unharmed = false;
    let play = Play::start_unheard(&station, deadly(&station, call, n), &[]);
    let process = play.process().clone();
    if let Some(mut play) = play.heard() {
        unharmed = visitor.goes_on(&mut play);
        play.end();
    }
    process.exit_code();
    let mut play = Play::start(&station);
    assert!(visitor.goes_on(&mut play));
    truth::holds(hub, &station, &visitor, play);
    !unharmed
}

/// The station under strace.
fn deadly(station: &Station, call: &str, n: usize) -> Command {
    let plain = station.command();
    let mut command = Command::new("strace");
    command.args(["--follow-forks", "-qq", "--output=/dev/null"]);
    command.arg(format!("--trace={call}"));
    command.arg(format!("--inject={call}:signal=KILL:when={n}"));
    command.arg(plain.get_program()).args(plain.get_args());
    for (name, value) in plain.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    command
}

#[test]
fn killed_before_each_flush_to_the_disk() {
    is_killed_before_each("fsync", 1, 1);
}

#[test]
fn killed_before_each_page_of_the_store() {
    is_killed_before_each("pwrite64", whole_or(1, 10), 1);
}

#[test]
fn killed_before_each_line_and_each_file() {
    is_killed_before_each("write", whole_or(1, 5), 1);
}

#[test]
fn killed_before_each_file_gets_its_name() {
    is_killed_before_each("rename", 1, 1);
    is_killed_before_each("renameat2", 1, 1);
}

#[test]
fn killed_while_more_numbers_are_reserved() {
    // The first sixteen are reserved with a new file, the others within it.
    is_killed_before_each("fdatasync", 1, 18);
}

#[test]
fn killed_while_it_is_enrolled_anew() {
    let hub = Hub::start(TINY);
    let killed = |n: usize| {
        let station = Station::enrolled(&hub);
        let mut visitor = Visitor::default();
        visitor.wants(1, false);
        let mut play = Play::start(&station);
        assert!(visitor.goes_on(&mut play));
        truth::holds(&hub, &station, &visitor, play);

        let (number, key) = hub.enrol("The same machine");
        station.is_enrolled_as(number, &hub.url(), &key);
        let play = Play::start_unheard(&station, deadly(&station, "fsync", n), &[]);
        let process = play.process().clone();
        let unharmed = play.heard().is_some_and(|play| play.end() == Some(0));
        process.exit_code();
        let again = Play::start(&station);
        assert_eq!(again.end(), Some(0));
        !unharmed
    };
    let points = (1..100).take_while(|n| killed(*n)).count();
    assert!(points > 3, "a new number takes more than {points} flushes");
}
