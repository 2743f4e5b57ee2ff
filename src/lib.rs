//! Acolhe: a kiosk and a counter where anybody can be served by their city.
//!
//! # Where to start
//!
//! `domain` holds everything that is decided, `view` everything that is said and shown, `store`
//! everything that is kept, `edge` everything outside, and `app` the loop that joins them.
//! `ARCHITECTURE.md` is the map.

pub mod app;
pub mod archive;
pub mod clip;
pub mod command;
pub mod config;
pub mod content;
#[cfg(unix)]
pub mod doctor;
pub mod domain;
pub mod edge;
pub mod folder;
#[cfg(feature = "hub")]
pub mod hub;
pub mod icons;
#[cfg(feature = "hub")]
pub mod lead;
pub mod leaflet;
pub mod lesson_export;
pub mod locale;
pub mod paper;
#[cfg(feature = "screen")]
pub mod screen;
#[cfg(unix)]
pub mod simulator;
pub mod store;
pub mod view;
pub mod wire;
