//! What a leader does, and what comes of it for all seats.

use std::fmt;
use std::str::FromStr;

use super::{Meeting, NotTaken, Place, Standing};
use crate::domain::lesson::Rung;

/// What the leader does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    /// To the lesson of this place in the plan, from 0; the same one begins again.
    Lesson(usize),
    /// The next lesson begins with so much help.
    Help(Rung),
    /// Nobody goes on, or everybody may again.
    Pause(bool),
    /// The next lesson has no mistake that is made on purpose, or has them.
    ErrorFree(bool),
    /// Two people a seat, or one.
    Pairs(bool),
    /// Everyone to this step, from 0.
    Together(usize),
    /// Somebody helped at this seat: its hand is down.
    Helped(u8),
    /// Somebody at this seat did it on their own telephone, or did not.
    OnOwnPhone(u8, bool),
    /// Somebody sits there whose seat does not answer, or nobody does.
    Present(u8, bool),
    /// Nobody comes back to this seat: another may have it.
    Free(u8),
    /// How was it?
    Faces,
    /// It is over: every seat is free for whoever comes next; or it was not meant so.
    End(bool),
}

/// No order is written so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no such order")]
pub struct UnknownOrder;

impl fmt::Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Lesson(at) => write!(f, "lesson:{at}"),
            Self::Help(rung) => write!(f, "help:{}", rung.name()),
            Self::Pause(on) => write!(f, "pause:{}", switch(*on)),
            Self::ErrorFree(on) => write!(f, "error-free:{}", switch(*on)),
            Self::Pairs(on) => write!(f, "pairs:{}", switch(*on)),
            Self::Together(step) => write!(f, "together:{step}"),
            Self::Helped(seat) => write!(f, "helped:{seat}"),
            Self::OnOwnPhone(seat, on) => write!(f, "own-phone-{}:{seat}", switch(*on)),
            Self::Present(seat, on) => write!(f, "present-{}:{seat}", switch(*on)),
            Self::Free(seat) => write!(f, "free:{seat}"),
            Self::Faces => f.write_str("faces"),
            Self::End(on) => write!(f, "end:{}", switch(*on)),
        }
    }
}

fn switch(on: bool) -> &'static str {
    if on { "on" } else { "off" }
}

impl FromStr for Order {
    type Err = UnknownOrder;

    fn from_str(text: &str) -> Result<Self, UnknownOrder> {
        let (what, of) = text.split_once(':').unwrap_or((text, ""));
        let number = || of.parse().map_err(|_| UnknownOrder);
        let seat = || of.parse().map_err(|_| UnknownOrder);
        let on = || match of {
            "on" => Ok(true),
            "off" => Ok(false),
            _ => Err(UnknownOrder),
        };
        Ok(match what {
            "lesson" => Self::Lesson(number()?),
            "help" => Self::Help(Rung::from_name(of).ok_or(UnknownOrder)?),
            "pause" => Self::Pause(on()?),
            "error-free" => Self::ErrorFree(on()?),
            "pairs" => Self::Pairs(on()?),
            "together" => Self::Together(number()?),
            "helped" => Self::Helped(seat()?),
            "own-phone-on" => Self::OnOwnPhone(seat()?, true),
            "own-phone-off" => Self::OnOwnPhone(seat()?, false),
            "present-on" => Self::Present(seat()?, true),
            "present-off" => Self::Present(seat()?, false),
            "free" => Self::Free(seat()?),
            "faces" if of.is_empty() => Self::Faces,
            "end" => Self::End(on()?),
            _ => return Err(UnknownOrder),
        })
    }
}

impl Meeting {
    /// The leader does something.
    ///
    /// # Errors
    /// There is no such seat or lesson; nothing changed.
    pub fn lead(&mut self, order: &Order) -> Result<(), NotTaken> {
        match *order {
            Order::Lesson(at) => self.begin(at)?,
            Order::Help(rung) => self.wish.rung = rung,
            Order::Pause(paused) => self.wish.paused = paused,
            Order::ErrorFree(error_free) => self.wish.error_free = error_free,
            Order::Pairs(pairs) => self.wish.pairs = pairs,
            Order::Together(step) => {
                self.at.ok_or(NotTaken::NoLesson)?;
                self.serial += 1;
                self.front = step;
                self.wish.together = Some((self.serial, step));
            }
            Order::Helped(number) => {
                let place = self.place(number)?;
                place.helped = place.standing.hands;
            }
            Order::OnOwnPhone(number, did) => self.place(number)?.on_own_phone = did,
            Order::Present(number, is_there) => {
                let at = self.at.ok_or(NotTaken::NoLesson)?;
                let place = self.place(number)?;
                if is_there {
                    place.lessons.entry(at).or_default();
                } else {
                    place.lessons.remove(&at);
                }
            }
            Order::Free(number) => {
                let place = self.place(number)?;
                (place.token, place.standing) = (None, Standing::default());
            }
            Order::Faces => (self.wish.faces, self.wish.paused) = (true, false),
            Order::End(ended) => self.ended = ended,
        }
        Ok(())
    }

    fn begin(&mut self, at: usize) -> Result<(), NotTaken> {
        let lesson = self.plan.get(at).ok_or(NotTaken::NoLesson)?;
        self.wish.lesson = Some(lesson.clone());
        self.wish.turn += 1;
        (self.wish.together, self.wish.paused, self.wish.faces) = (None, false, false);
        (self.at, self.front) = (Some(at), 0);
        Ok(())
    }

    fn place(&mut self, number: u8) -> Result<&mut Place, NotTaken> {
        let at = usize::from(number).checked_sub(1).ok_or(NotTaken::NoSeat)?;
        self.places.get_mut(at).ok_or(NotTaken::NoSeat)
    }
}
