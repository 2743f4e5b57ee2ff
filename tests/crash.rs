//! The plug is pulled: whoever saw a number has a request at the city, once, whatever is killed.
//!
//! Fewer moments are tried by default; `ACOLHE_FULL=1`, which `./dev test --full` sets, tries all.
//! Random moments come from a seed that is printed; `ACOLHE_SEED=N` repeats them.
#![cfg(all(feature = "hub", target_os = "linux"))]
#![allow(clippy::print_stdout, reason = "what was random is told, and how much was tried")]
#![allow(clippy::panic, clippy::unwrap_used, reason = "these are tests in every line")]

#[path = "support/support.rs"]
mod support;

mod crash {
    use std::time::Duration;

    use acolhe::edge::clock::Deadline;

    use crate::support::PATIENCE;

    mod commit_points;
    mod dice;
    mod foreign;
    mod hub;
    mod moments;
    mod truth;
    mod visitor;

    #[allow(dead_code, reason = "the courier's tests play more tricks than these")]
    #[path = "../hostile/server.rs"]
    mod server;

    /// One number for the whole test, a smaller one for everyday.
    fn whole_or(whole: usize, everyday: usize) -> usize {
        let is_whole = std::env::var_os("ACOLHE_FULL").is_some_and(|value| value == "1");
        if is_whole { whole } else { everyday }
    }

    /// How long something takes.
    fn time_of(work: impl FnOnce()) -> Duration {
        let deadline = Deadline::after(PATIENCE);
        work();
        PATIENCE.saturating_sub(deadline.left())
    }
}
