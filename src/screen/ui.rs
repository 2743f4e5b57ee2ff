//! What the compiler of `ui/` wrote; the only place where its habits are let be.

#![allow(
    missing_docs,
    missing_debug_implementations,
    unreachable_pub,
    unused_lifetimes,
    clippy::all,
    clippy::pedantic,
    clippy::unwrap_used,
    clippy::panic,
    clippy::todo,
    clippy::allow_attributes_without_reason,
    reason = "generated"
)]

slint::include_modules!();
