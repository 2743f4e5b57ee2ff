//! What is told of a meeting afterwards: by seat, never by name.

use jiff::Timestamp;

use super::Meeting;
use crate::domain::lesson::LessonId;

/// As few people may stand behind faces that are told.
const FEWEST: u16 = 5;

/// One lesson of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendance {
    /// The lesson.
    pub lesson: LessonId,
    /// For each seat whether somebody came to the lesson's end there; none where nobody was.
    pub seats: Vec<Option<bool>>,
}

impl Attendance {
    /// At how many seats somebody was there.
    #[must_use]
    pub fn present(&self) -> u16 {
        count(self.seats.iter().filter(|seat| seat.is_some()))
    }

    /// At how many seats somebody came to its end.
    #[must_use]
    pub fn ended(&self) -> u16 {
        count(self.seats.iter().filter(|seat| **seat == Some(true)))
    }
}

/// What is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// When the meeting began.
    pub began: Timestamp,
    /// Lessons in the order of the plan.
    pub lessons: Vec<Attendance>,
    /// Seats at which somebody was at any time.
    pub people: u16,
    /// How many did something on their own telephone.
    pub on_own_phone: u16,
    /// Faces from the saddest to the gladdest; none where fewer than five people chose one.
    pub faces: Option<[u16; 5]>,
}

impl Meeting {
    /// What is told of it so far.
    #[must_use]
    pub fn report(&self) -> Report {
        let lessons = self.plan.iter().enumerate().map(|(at, lesson)| Attendance {
            lesson: lesson.clone(),
            seats: self.places.iter().map(|place| place.lessons.get(&at).copied()).collect(),
        });
        let faces = [1, 2, 3, 4, 5]
            .map(|face| count(self.places.iter().filter(|place| place.face == Some(face))));
        Report {
            began: self.began,
            lessons: lessons.collect(),
            people: count(self.places.iter().filter(|place| !place.lessons.is_empty())),
            on_own_phone: count(self.places.iter().filter(|place| place.on_own_phone)),
            faces: (faces.iter().sum::<u16>() >= FEWEST).then_some(faces),
        }
    }
}

/// A meeting has far fewer seats than fit.
fn count<T>(seats: impl Iterator<Item = T>) -> u16 {
    u16::try_from(seats.count()).unwrap_or(u16::MAX)
}
