//! What is true about serving a citizen, and nothing about machines.
//!
//! There is no I/O here, no clock, no randomness, no SQL, no window and no words for people:
//! time, fresh ids and the city's data come in, a new state and effects come out.
//! Read `visit` for the state, `event` and `effect` for its edges, `update` for what happens.

pub mod action;
pub mod appointment;
pub mod booking;
pub mod city;
pub mod code_words;
pub mod delivery;
pub mod devices;
pub mod document;
pub mod effect;
pub mod event;
pub mod finder;
pub mod flow;
pub mod follow_up;
pub mod keyboard;
pub mod language;
pub mod later;
pub mod learning;
pub mod lesson;
pub mod meeting;
pub mod note;
pub mod offer;
pub mod panel;
pub mod passport;
pub mod privacy;
pub mod pronunciation;
pub mod protocol_number;
pub mod queue;
pub(crate) mod quiet;
pub mod receipt;
pub mod request;
#[cfg(test)]
pub mod sample;
pub mod settings;
pub mod signs;
pub mod term;
pub mod update;
pub mod visit;
pub mod waiting_room;
