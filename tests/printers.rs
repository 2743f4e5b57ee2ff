//! The driver against the simulated printer: every fault at every moment, over TCP and a terminal,
//! and what the station says and keeps of it.

#![cfg(unix)]
#[path = "support/support.rs"]
mod support;

#[cfg(test)]
mod printers {
    mod bench;
    mod ends;
    mod letters;
    mod matrix;
    mod receipts;
    mod station;
}
