//! Every time is taken once, and whoever gets none is told so.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use tokio::runtime::Runtime;
use tokio::sync::mpsc;
use tokio::task::JoinSet;

use super::dice::Dice;
use super::ground::{DESKS, Database, Ground, TIMES, VISITS};
use super::visitor::{Story, Visitor};

const VISITORS: u64 = 64;

/// The longest that both hubs are left alone after the last call that they wait for.
const PEACE: Duration = Duration::from_millis(20);

/// After so many calls at most a hub is killed.
const CALLS: u64 = 60;

/// Calls that are begun while a hub is killed and starts again.
const MEANWHILE: usize = 16;

/// So often a hub is killed at least.
const KILLS: usize = 5;

#[test]
fn a_hundred_times_are_taken_once_over_two_hubs() {
    race(Database::sqlite(), false);
}

#[test]
fn a_hundred_times_are_taken_once_though_hubs_are_killed() {
    race(Database::sqlite(), true);
}

#[test]
fn a_hundred_times_are_taken_once_over_two_hubs_and_postgresql() {
    race(Database::postgres(), false);
}

#[test]
fn a_hundred_times_are_taken_once_in_postgresql_though_hubs_are_killed() {
    race(Database::postgres(), true);
}

fn race(database: Database, killing: bool) {
    let mut dice = Dice::new();
    let ground = Arc::new(Ground::new(database));
    let runtime = Runtime::new().unwrap();
    let (stories, kills) = runtime.block_on(async {
        let (begun, calls) = mpsc::channel(MEANWHILE);
        let mut visitors = JoinSet::new();
        for index in 0..VISITORS {
            let begun = killing.then(|| begun.clone());
            let visitor = Visitor::new(&ground, dice.another(), index, begun);
            visitors.spawn(visitor.books());
        }
        drop(begun);
        let killer = tokio::spawn(kill(calls, Arc::clone(&ground), dice));
        (visitors.join_all().await, killer.await.unwrap())
    });
    let sum = |of: fn(&Story) -> usize| stories.iter().map(of).sum::<usize>();
    println!(
        "{} refused, {} without an answer, {kills} kills",
        sum(|it| it.refused),
        sum(|it| it.silence)
    );
    assert!(!killing || kills >= KILLS, "killed {kills} times");
    let told: BTreeSet<String> = stories.into_iter().flat_map(|story| story.confirmed).collect();
    assert_eq!(told.len(), TIMES, "everything is taken, nothing is told to two");
    let kept = runtime.block_on(agenda(&ground));
    let numbers: BTreeSet<String> = kept.iter().map(|it| text(it, "number")).collect();
    assert_eq!(numbers, told, "what was confirmed is kept, and nothing else");
    let mut starts = BTreeMap::<String, usize>::new();
    for booking in &kept {
        assert_eq!(text(booking, "state"), "confirmed");
        *starts.entry(text(booking, "start")).or_default() += 1;
    }
    assert_eq!(starts.len(), VISITS);
    assert!(starts.values().all(|desks| *desks == DESKS), "{starts:?}");
}

/// Kills one hub or the other after some calls, until none comes any more; tells how often.
async fn kill(mut calls: mpsc::Receiver<()>, ground: Arc<Ground>, mut dice: Dice) -> usize {
    let mut kills = 0;
    loop {
        for _ in 0..=dice.below(CALLS) {
            if calls.recv().await.is_none() {
                return kills;
            }
        }
        tokio::time::sleep(dice.moment_within(PEACE)).await;
        let hub = usize::from(dice.below(2) == 1);
        let ground = Arc::clone(&ground);
        tokio::task::spawn_blocking(move || ground.kill(hub)).await.unwrap();
        kills += 1;
    }
}

/// Everything that staff see of the day, which was never seen without a booking of it.
async fn agenda(ground: &Ground) -> Vec<Value> {
    let url = format!("{}/branches/CENTRO/bookings?date={}", ground.url(0), ground.day);
    let request = reqwest::Client::new().get(url).bearer_auth(&ground.keys[1]);
    let told: Value = request.send().await.unwrap().json().await.unwrap();
    told.as_array().unwrap().iter().map(|expected| expected["booking"].clone()).collect()
}

fn text(booking: &Value, name: &str) -> String {
    booking[name].as_str().unwrap().to_owned()
}
