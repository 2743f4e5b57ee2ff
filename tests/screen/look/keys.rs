//! Five keys come to everything, and come away again.

use std::collections::BTreeSet;

use super::{Fault, Sight};

pub(super) fn faults(sight: &Sight<'_>) -> Vec<(Fault, String)> {
    let stop = sight.stop;
    let view = &stop.shown.view;
    let (Some(first), Some(last)) = (stop.keys.first(), stop.keys.last()) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    if first != last || stop.keys.len() < 2 {
        found.push((Fault::Unreachable, format!("{last:?} is a trap: {:?}", stop.keys)));
    }
    let reached: BTreeSet<&str> = stop.keys.iter().flatten().map(String::as_str).collect();
    let actions = view.actions.iter().map(|action| &action.id);
    for id in actions.chain(view.fields.iter().map(|field| &field.id)) {
        if !reached.contains(id.as_str()) {
            found.push((Fault::Unreachable, id.clone()));
        }
    }
    // The window shows nothing to touch that the keys do not know.
    for thing in sight.buttons().filter(|thing| !thing.is("Key")) {
        // What has no room in the voice card is offered once the window has told so.
        let reads_on = sight.reads_on && thing.label == view.read_more;
        let known = reads_on || view.actions.iter().any(|action| action.label == thing.label);
        if !known {
            found.push((Fault::Unreachable, format!("{:?}, for a finger only", thing.label)));
        }
    }
    found
}
