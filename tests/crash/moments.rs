//! A station is killed at random moments.

use super::dice::Dice;
use super::visitor::Visitor;
use super::{time_of, truth, whole_or};
use crate::support::{Hub, Play, Station, TINY};

/// Kills a station so many times while its visitor goes on, visit after visit; gives the station
/// that is left alone in the end, with everything filed.
pub(super) fn killed(
    station: &Station,
    visitor: &mut Visitor,
    dice: &mut Dice,
    mut before_each: impl FnMut(&mut Dice),
) -> Play {
    let life = time_of(|| {
        visitor.wants(1, false);
        let mut play = Play::start(station);
        assert!(visitor.goes_on(&mut play));
        assert_eq!(play.end(), Some(0));
    });
    for _ in 0..whole_or(200, 40) {
        before_each(dice);
        let play = Play::start_unheard(station, station.command(), &[]);
        let timer = play.process().kill_after(dice.moment_within(life));
        if let Some(mut play) = play.heard() {
            while visitor.goes_on(&mut play) {
                visitor.wants(1 + dice.below(3), dice.below(2) == 0);
            }
        }
        timer.wait();
    }
    let mut play = Play::start(station);
    assert!(visitor.goes_on(&mut play));
    println!("{} requests within {life:?} each life", visitor.seen.len());
    play
}

#[test]
fn station_killed_at_random_moments_loses_and_doubles_nothing() {
    let mut dice = Dice::new();
    let hub = Hub::start(TINY);
    let station = Station::enrolled(&hub);
    let mut visitor = Visitor::default();
    let play = killed(&station, &mut visitor, &mut dice, |_| {});
    assert!(!station.receipts().is_empty());
    truth::holds(&hub, &station, &visitor, play);
}
