//! The hub is killed at random moments, while requests arrive.

use std::time::Duration;

use super::dice::Dice;
use super::visitor::Visitor;
use super::{time_of, truth, whole_or};
use crate::support::{Hub, Play, Station, TINY};

/// Longer than any back-off: whatever waits is due afterwards, all of it at once.
const LONG: u32 = 1200;

#[test]
fn hub_killed_at_random_moments_keeps_every_number_once() {
    let mut dice = Dice::new();
    let mut hub = Hub::start(TINY);
    let station = Station::enrolled(&hub);
    let mut visitor = Visitor::default();
    let mut play = Play::start(&station);
    let mut life = Duration::ZERO;
    for round in 0..=whole_or(50, 10) {
        hub.kill();
        visitor.wants(3, false);
        assert!(visitor.goes_on(&mut play));
        assert!(play.outbox("waiting") >= 3);
        hub.restart();
        let mut deliver = || drop(play.wait(LONG));
        if round == 0 {
            life = time_of(deliver);
            continue;
        }
        let timer = hub.process().kill_after(dice.moment_within(life));
        deliver();
        timer.wait();
        hub.restart();
    }
    println!("{} requests within {life:?} each life", visitor.seen.len());
    truth::holds(&hub, &station, &visitor, play);
}
