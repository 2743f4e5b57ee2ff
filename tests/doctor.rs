//! `acolhe doctor` finds each planted fault and says the remedy, beside a station and without one,
//! and leaves everything as it was.

#![cfg(unix)]
#![allow(clippy::panic, reason = "a test ends where its world is not as it must be")]
#[path = "support/support.rs"]
mod support;

mod doctor {
    mod clock;
    mod disk;
    mod hearing;
    mod hub;
    mod patient;
    mod printer;
    mod report;
    mod screen;
    #[cfg(all(feature = "voice", target_os = "linux"))]
    mod voice;
}
