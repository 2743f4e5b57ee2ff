//! The panel of a waiting room, before hubs of every kind and with real pixels.

#![allow(clippy::unwrap_used, reason = "a test whose world is broken fails")]

#[cfg(feature = "screen")]
#[path = "support/easel.rs"]
mod easel;
#[path = "panel/hub.rs"]
mod hub;
#[cfg(feature = "screen")]
#[path = "screen/ink.rs"]
#[allow(dead_code, reason = "the kiosk's tests use more of it")]
mod ink;
#[path = "panel/lines.rs"]
mod lines;
#[cfg(feature = "screen")]
#[path = "support/rooms.rs"]
mod rooms;
#[path = "panel/story.rs"]
mod story;
#[path = "support/support.rs"]
mod support;
#[cfg(feature = "screen")]
#[path = "screen/thing.rs"]
#[allow(dead_code, reason = "the kiosk's tests use more of it")]
mod thing;
#[cfg(feature = "screen")]
#[path = "panel/window.rs"]
mod window;
