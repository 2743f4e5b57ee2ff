//! What must be true after anything was killed.

use std::collections::{BTreeMap, BTreeSet};

use super::visitor::Visitor;
use crate::support::{Hub, Play, Station};

/// Delivers what waits and compares what the visitor, the station, the paper and the hub know.
#[track_caller]
pub(super) fn holds(hub: &Hub, station: &Station, visitor: &Visitor, mut play: Play) {
    play.deliver_all();
    assert_eq!(play.outbox("delivered"), visitor.count(), "{}", play.told()["outbox"]);
    assert_eq!(play.end(), Some(0));
    is_at_the_hub_once(hub, visitor);
    is_on_paper_once(station, visitor);
    let listed = station.outbox(&["list"]);
    assert_eq!(listed.lines().count(), visitor.seen.len(), "{listed}");
    assert!(station.kept("not-in-backups/CACHEDIR.TAG").exists());
}

/// Every number once, each of its own request, and nothing for staff to look at.
#[track_caller]
fn is_at_the_hub_once(hub: &Hub, visitor: &Visitor) {
    let Some((any, _)) = visitor.seen.first_key_value() else { return };
    let station = any.split('.').nth(1);
    let mut there = hub.numbers();
    there.retain(|number| number.split('.').nth(1) == station);
    let seen: Vec<String> = visitor.seen.keys().cloned().collect();
    assert_eq!(there, seen);
    let id = |number: &String| hub.told_of(number, "client_request_id");
    let ids: BTreeSet<String> = seen.iter().map(id).collect();
    assert_eq!(ids.len(), seen.len(), "a request has two numbers");
    assert_eq!(hub.alarms(), [""; 0]);
}

/// No number on two receipts but those that say which copy they are, each copy once.
#[track_caller]
pub(super) fn is_on_paper_once(station: &Station, visitor: &Visitor) {
    let mut printed: BTreeMap<(String, String), usize> = BTreeMap::new();
    for receipt in station.receipts() {
        let number = receipt
            .split_whitespace()
            .find(|word| visitor.seen.contains_key(*word))
            .unwrap_or_else(|| panic!("a receipt without a number that was seen:\n{receipt}"));
        let copy = receipt.split_whitespace().find(|word| word.ends_with('ª')).unwrap_or("1ª");
        *printed.entry((number.to_owned(), copy.to_owned())).or_default() += 1;
    }
    assert!(printed.values().all(|times| *times == 1), "{printed:?}");
}
