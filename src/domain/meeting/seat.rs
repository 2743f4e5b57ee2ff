//! A seat of a meeting, as the machine that stands there knows it.

use uuid::Uuid;

use super::{NotTaken, Standing, Wish};
use crate::domain::learning::At;
use crate::domain::lesson::{Library, Sitting};

/// What the leader's machine told a seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// This number is its own, and this is wanted.
    Wish(u8, Wish),
    /// It was not taken.
    Refused(NotTaken),
    /// It does not answer.
    NoLine,
}

/// Somebody sits here, or wants to.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Seat {
    /// By this the leader's machine knows it.
    pub token: Uuid,
    /// The digits of the meeting.
    pub code: String,
    /// Its number, from 1; none until it was taken.
    pub number: Option<u8>,
    /// What is wanted; none until it was taken.
    pub wish: Option<Wish>,
    /// The leader's machine does not answer: who sits here may go on alone.
    pub alone: bool,
    /// How often a hand went up.
    pub hands: u32,
    /// The face that was touched at the end, from 1 to 5.
    pub face: Option<u8>,
}

impl Seat {
    /// Wants to sit down.
    #[must_use]
    pub fn new(token: Uuid, code: String) -> Self {
        Self { token, code, number: None, wish: None, alone: false, hands: 0, face: None }
    }

    /// Where somebody stands who sits here: what is wanted, as far as they have got with it.
    #[must_use]
    pub fn place(&self, sitting: Option<&Sitting>, library: &Library) -> At {
        let Some(wish) = &self.wish else { return At::Join };
        let step = match sitting {
            Some(sitting) if sitting.is_over(library) => At::End,
            Some(_) => At::Step,
            None => At::Seat,
        };
        if self.alone {
            return step;
        }
        match () {
            () if wish.faces && self.face.is_none() => At::Faces,
            () if wish.faces => At::Seat,
            () if wish.paused && step == At::Step => At::Paused,
            () => step,
        }
    }

    /// What is told of it.
    #[must_use]
    pub fn standing(&self, sitting: Option<&Sitting>, library: &Library, quiet: u32) -> Standing {
        let over = sitting.is_some_and(|sitting| sitting.is_over(library));
        Standing {
            step: sitting.filter(|_| !over).map(|sitting| sitting.step),
            over,
            turn: self.wish.as_ref().map_or(0, |wish| wish.turn),
            misses: sitting.map_or(0, Sitting::misses),
            quiet,
            hands: self.hands,
            face: self.face,
        }
    }
}
