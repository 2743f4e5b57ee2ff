//! People learn together: who leads, seats without names, and one pace for all.
//!
//! A seat tells once a second how it is and gets what the leader wants ([`Wish`]). Time comes in
//! with every call; nothing happens by itself. What a seat makes of a wish is [`seat`].

mod order;
mod report;
pub mod seat;

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::city::Language;
use super::lesson::{LessonId, Rung};

pub use order::{Order, UnknownOrder};
pub use report::{Attendance, Report};

/// The most seats of a meeting.
pub const MOST_SEATS: u8 = 40;

/// How many digits the code has by which seats find a meeting.
pub const CODE: usize = 4;

/// After so long without a word a seat is away.
pub const AWAY: SignedDuration = SignedDuration::from_secs(5);

/// Who did nothing for so long is stuck.
pub const LOST: SignedDuration = SignedDuration::from_secs(30);

/// Misses at one step after which somebody is stuck. Fewer than Kolibri's four: who is shy gives
/// up before.
pub const STUCK: u8 = 2;

/// Where somebody is at a seat.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Standing {
    /// The step of the lesson, from 0; none before it and at its end.
    pub step: Option<usize>,
    /// The lesson is over.
    pub over: bool,
    /// Which of the leader's lessons this is about, as [`Wish::turn`] counts them.
    pub turn: u32,
    /// Misses at this step.
    pub misses: u8,
    /// Seconds since the last touch.
    pub quiet: u32,
    /// How often a hand went up.
    pub hands: u32,
    /// The face that was touched at the end, from 1 to 5.
    pub face: Option<u8>,
}

/// What is shown of a seat, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lamp {
    /// A hand is up.
    Hand,
    /// Somebody misses, or does nothing.
    Stuck,
    /// It was there, and does not answer.
    Away,
    /// Somebody is at it.
    Working,
    /// The lesson is over there.
    Done,
    /// Nobody has sat down.
    Free,
}

impl Lamp {
    /// All of them, the most urgent first.
    pub const ALL: [Self; 6] =
        [Self::Hand, Self::Stuck, Self::Away, Self::Working, Self::Done, Self::Free];

    /// Its name in messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Hand => "hand",
            Self::Stuck => "stuck",
            Self::Away => "away",
            Self::Working => "working",
            Self::Done => "done",
            Self::Free => "free",
        }
    }
}

/// What the leader wants of every seat.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is wanted by itself")]
pub struct Wish {
    /// Language of every seat until somebody there chooses another.
    pub language: Language,
    /// How many lessons were begun so far; the same one may be begun again.
    pub turn: u32,
    /// The lesson; none before the first.
    pub lesson: Option<LessonId>,
    /// With how much help it begins.
    pub rung: Rung,
    /// Nobody goes on now.
    pub paused: bool,
    /// No mistake is made on purpose.
    pub error_free: bool,
    /// Two people at a seat take turns.
    pub pairs: bool,
    /// Everyone to a step, once for each number.
    pub together: Option<(u32, usize)>,
    /// It is over: how was it?
    pub faces: bool,
}

/// Why an order or a seat was not taken.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum NotTaken {
    /// No meeting has this code.
    #[error("no meeting has this code")]
    NoMeeting,
    /// Every seat is taken.
    #[error("every seat is taken")]
    Full,
    /// There is no such seat.
    #[error("there is no such seat")]
    NoSeat,
    /// There is no such lesson in the plan, or none has begun.
    #[error("there is no such lesson in the plan, or none has begun")]
    NoLesson,
}

/// A place to sit.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
struct Place {
    token: Option<Uuid>,
    standing: Standing,
    heard: Timestamp,
    /// How many of its raised hands were answered.
    helped: u32,
    /// Somebody was there in each of these lessons of the plan, and came to its end or not.
    lessons: BTreeMap<usize, bool>,
    on_own_phone: bool,
    face: Option<u8>,
}

impl Place {
    fn new(now: Timestamp) -> Self {
        Self {
            token: None,
            standing: Standing::default(),
            heard: now,
            helped: 0,
            lessons: BTreeMap::new(),
            on_own_phone: false,
            face: None,
        }
    }
}

/// What the leader sees of a seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatNow {
    /// Its number, from 1.
    pub number: u8,
    /// What is the matter.
    pub lamp: Lamp,
    /// Its step, from 0.
    pub step: Option<usize>,
    /// It counts as present in the lesson.
    pub present: bool,
    /// Somebody there did it on their own telephone.
    pub on_own_phone: bool,
}

/// People who learn together.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Meeting {
    /// What is learned, in order.
    pub plan: Vec<LessonId>,
    /// The digits by which seats find it.
    pub code: String,
    /// When it began.
    pub began: Timestamp,
    wish: Wish,
    /// The lesson of the plan that goes on.
    at: Option<usize>,
    /// The step at which the leader stands.
    front: usize,
    serial: u32,
    ended: bool,
    /// Tokens of seats that were given up: what they said before may come after it.
    #[serde(default)]
    gone: BTreeSet<Uuid>,
    places: Vec<Place>,
}

impl Meeting {
    /// Nobody sits yet, and no lesson was begun.
    #[must_use]
    pub fn open(
        plan: Vec<LessonId>,
        seats: u8,
        language: Language,
        code: String,
        now: Timestamp,
    ) -> Self {
        let wish = Wish {
            language,
            turn: 0,
            lesson: None,
            rung: Rung::Guided,
            paused: false,
            error_free: false,
            pairs: false,
            together: None,
            faces: false,
        };
        let places = vec![Place::new(now); usize::from(seats.clamp(1, MOST_SEATS))];
        Self {
            plan,
            code,
            began: now,
            wish,
            at: None,
            front: 0,
            serial: 0,
            ended: false,
            gone: BTreeSet::new(),
            places,
        }
    }

    /// What every seat is to do.
    #[must_use]
    pub fn wish(&self) -> &Wish {
        &self.wish
    }

    /// The lesson of the plan that goes on, from 0.
    #[must_use]
    pub fn at(&self) -> Option<usize> {
        self.at
    }

    /// Whether it was ended: no seat is heard any more.
    #[must_use]
    pub fn has_ended(&self) -> bool {
        self.ended
    }

    /// What is kept of it: who sits where, and who was there; not how they are just now.
    #[must_use]
    pub fn kept(&self) -> Self {
        let mut kept = self.clone();
        for place in &mut kept.places {
            (place.standing, place.heard, place.helped) = (Standing::default(), self.began, 0);
        }
        kept
    }

    /// The step at which the leader stands, from 0.
    #[must_use]
    pub fn front(&self) -> usize {
        self.front
    }

    /// A seat tells how it is. One that was not there yet gets the first free place; one that was
    /// away has its own. Gives its number, from 1, and what the leader wants.
    ///
    /// # Errors
    /// The code is another meeting's, it has ended, every seat is taken, or this one was given up.
    pub fn hear(
        &mut self,
        code: &str,
        token: Uuid,
        standing: &Standing,
        now: Timestamp,
    ) -> Result<(u8, &Wish), NotTaken> {
        if code != self.code || self.ended {
            return Err(NotTaken::NoMeeting);
        }
        if self.gone.contains(&token) {
            return Err(NotTaken::NoSeat);
        }
        let known = self.places.iter().position(|place| place.token == Some(token));
        let free = || self.places.iter().position(|place| place.token.is_none());
        let at = known.or_else(free).ok_or(NotTaken::Full)?;
        let number = u8::try_from(at + 1).map_err(|_| NotTaken::Full)?;
        let place = self.places.get_mut(at).ok_or(NotTaken::Full)?;
        if known.is_none() {
            (place.token, place.helped) = (Some(token), 0);
        }
        place.face = standing.face.filter(|face| (1..=5).contains(face)).or(place.face);
        // What it tells of a lesson that is not on any more is late.
        let on_time = standing.turn == self.wish.turn;
        if let Some(at) = self.at.filter(|_| on_time && (standing.step.is_some() || standing.over))
        {
            *place.lessons.entry(at).or_default() |= standing.over;
        }
        place.standing = standing.clone();
        place.heard = now;
        Ok((number, &self.wish))
    }

    /// Somebody leaves a seat for good: it is free for another, and its lessons stay counted.
    ///
    /// # Errors
    /// Nobody sits there by that token.
    pub fn stand_up(&mut self, token: Uuid) -> Result<(), NotTaken> {
        let place = self.places.iter_mut().find(|place| place.token == Some(token));
        let place = place.ok_or(NotTaken::NoSeat)?;
        (place.token, place.standing) = (None, Standing::default());
        self.gone.insert(token);
        Ok(())
    }

    /// Every seat, in the order of their numbers.
    #[must_use]
    pub fn seats(&self, now: Timestamp) -> Vec<SeatNow> {
        let seats = (1u8..).zip(&self.places);
        seats
            .map(|(number, place)| SeatNow {
                number,
                lamp: self.lamp(place, now),
                step: place.standing.step.filter(|_| place.token.is_some()),
                present: self.at.is_some_and(|at| place.lessons.contains_key(&at)),
                on_own_phone: place.on_own_phone,
            })
            .collect()
    }

    fn lamp(&self, place: &Place, now: Timestamp) -> Lamp {
        let standing = &place.standing;
        let on_time = standing.turn == self.wish.turn;
        let lost = i64::from(standing.quiet) >= LOST.as_secs() && !self.wish.paused;
        if place.token.is_none() {
            Lamp::Free
        } else if now.duration_since(place.heard) >= AWAY {
            Lamp::Away
        } else if standing.hands > place.helped {
            Lamp::Hand
        } else if standing.over && on_time {
            Lamp::Done
        } else if standing.step.is_some() && on_time && (standing.misses >= STUCK || lost) {
            Lamp::Stuck
        } else {
            Lamp::Working
        }
    }
}

#[cfg(test)]
mod tests;
