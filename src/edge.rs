//! The world outside: one file an edge, each with a part that stands in for it and ships.

pub mod booking;
pub mod calls;
pub mod clock;
pub mod display;
mod http;
pub mod jack;
pub mod keypad;
pub mod meeting;
pub mod microphone;
pub mod open311;
pub mod packs;
pub mod printer;
pub mod scanner;
pub mod voice;
