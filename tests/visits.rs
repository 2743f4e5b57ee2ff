//! Whole visits through the real binary: what a person meets from the first touch to the farewell,
//! and what the station does when something around it fails.

#[path = "support/signs.rs"]
mod signs;
#[path = "support/support.rs"]
mod support;

#[cfg(test)]
mod visits {
    mod aloud;
    mod anonymous;
    mod booking;
    mod by_ear;
    mod changes;
    mod danger;
    mod elsewhere;
    mod emergencies;
    mod follow_up;
    mod idle;
    mod keys;
    mod late;
    mod later;
    mod lessons;
    mod note;
    mod offline;
    mod other_language;
    mod packs;
    mod paper;
    mod pictures;
    mod private;
    #[cfg(feature = "hub")]
    mod queue;
    mod refused;
    mod signs;
    mod start;
    mod steps;
    mod whole;
}
