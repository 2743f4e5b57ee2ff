//! What a seat and who leads a group say to each other, in the room (`docs/meetings.md`).

use uuid::Uuid;

use crate::domain::meeting::{NotTaken, Standing, Wish};

/// The address under which seats are heard.
pub const SEAT: &str = "/seat";

/// The address under which a seat says that it is given up.
pub const LEAVE: &str = "/seat/leave";

/// What a seat says once a second.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeatCall {
    /// The digits of the meeting.
    pub code: String,
    /// A random number by which the seat is known.
    pub token: Uuid,
    /// How it is there.
    pub standing: Standing,
}

/// What it is told.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SeatAnswer {
    /// It was taken.
    Seat {
        /// Its number, from 1.
        number: u8,
        /// What is wanted of it.
        wish: Wish,
    },
    /// It was not taken.
    Refused(NotTaken),
}

/// A seat is given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeaveCall {
    /// By which it was known.
    pub token: Uuid,
}
