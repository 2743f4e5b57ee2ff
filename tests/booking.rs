//! Sixty-four people want a hundred times at two hubs over one database, and hubs are killed.
//!
//! Random moments come from a seed that is printed; `ACOLHE_SEED=N` repeats them.
#![cfg(all(feature = "hub", target_os = "linux"))]
#![allow(clippy::print_stdout, reason = "what was random is told, and how much was tried")]
#![allow(clippy::panic, clippy::unwrap_used, reason = "these are tests in every line")]

#[path = "support/support.rs"]
mod support;

#[path = "support/postgres.rs"]
mod postgres;

mod booking {
    #[path = "../crash/dice.rs"]
    mod dice;
    mod ground;
    mod race;
    mod visitor;
}
