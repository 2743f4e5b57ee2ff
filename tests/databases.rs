//! Hubs over PostgreSQL, through the real binary.
#![cfg(all(feature = "hub", unix))]
#![allow(clippy::panic, clippy::unwrap_used, reason = "these are tests in every line")]

#[path = "support/support.rs"]
mod support;

#[path = "support/postgres.rs"]
mod postgres;

mod databases {
    mod client;
    mod journal;
    mod moving;
    mod one_memory;
    mod start;
    mod two_hubs;
}
