//! Somebody learns in a visit: which lesson, with how much help, and how far.
//!
//! What happens in a lesson is [`super::lesson`]; here is only which of its questions stands on the
//! screen. Nothing of it outlives the visit.

pub mod parked;

use jiff::civil::Date;
use uuid::Uuid;

use super::action::Action;
use super::city::City;
use super::lesson::{Act, Lesson, LessonId, Library, Part, PartId, PhoneScreen, Sitting};
use super::meeting::seat::Seat;
use super::meeting::{Standing, Wish};
use super::passport::Passport;
use super::quiet::quiet_debug;

/// The field in which something is written for the practice phone.
pub const FIELD: &str = "practice";

/// The field in which the digits of a group are written.
pub const CODE_FIELD: &str = "group-code";

/// Where somebody is who learns.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum At {
    /// What the person's own paper says: welcome back.
    Passport,
    /// What about?
    Tracks,
    /// Which lesson of the track?
    Lessons(String),
    /// With how much help?
    Help,
    /// A step of the lesson.
    Step,
    /// Something is written on the practice phone.
    Writing(PartId),
    /// The lesson is over.
    End,
    /// Somebody else waits: shall the lesson wait?
    GiveWay,
    /// Which group? Its digits are typed.
    Join,
    /// At a seat of a group, before its first lesson or after its last.
    Seat,
    /// At a seat: everybody waits.
    Paused,
    /// At a seat: how was it?
    Faces,
}

impl At {
    /// The id of its screen in `play`.
    #[must_use]
    pub fn id(&self) -> &'static str {
        match self {
            Self::Passport => "learn.passport",
            Self::Tracks => "learn.track",
            Self::Lessons(_) => "learn.lesson",
            Self::Help => "learn.help",
            Self::Step => "learn.step",
            Self::Writing(_) => "learn.write",
            Self::End => "learn.end",
            Self::GiveWay => "learn.give-way",
            Self::Join => "learn.join",
            Self::Seat => "learn.seat",
            Self::Paused => "learn.paused",
            Self::Faces => "learn.faces",
        }
    }
}

/// What somebody learns.
#[derive(Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Learning {
    /// The day: what was looked at too long ago is not taught.
    pub day: Date,
    /// The lesson that was chosen.
    pub lesson: Option<LessonId>,
    /// How far one is in it.
    pub sitting: Option<Sitting>,
    /// The print job of what is taken home, once it was asked for.
    pub slip: Option<Uuid>,
    /// A paper was shown that cannot be read.
    #[serde(default)]
    pub unread: bool,
    /// What was learned, in this visit and as far as a paper tells before it.
    #[serde(default)]
    pub passport: Option<Passport>,
    /// The seat of a group at which this is.
    #[serde(default)]
    pub seat: Option<Box<Seat>>,
}

quiet_debug!(Learning);

impl Learning {
    /// Nothing was chosen yet.
    #[must_use]
    pub fn on(day: Date) -> Self {
        Self {
            day,
            lesson: None,
            sitting: None,
            slip: None,
            unread: false,
            passport: None,
            seat: None,
        }
    }

    /// Notes in the passport that the lesson was done; a new one gets pictures by a random number.
    pub fn note(&mut self, random: u32) {
        if let Some(sitting) = &self.sitting {
            let passport = self.passport.get_or_insert_with(|| Passport::new(random));
            passport.note(&sitting.lesson, sitting.rung, self.day);
        }
    }

    /// The lesson that was chosen.
    #[must_use]
    pub fn chosen<'a>(&self, library: &'a Library) -> Option<&'a Lesson> {
        library.lesson(self.lesson.as_ref()?)
    }

    /// What the leader of the group wants, at a seat.
    #[must_use]
    pub fn wish(&self) -> Option<&Wish> {
        self.seat.as_ref()?.wish.as_ref()
    }

    /// What is told of the seat after so many seconds without a touch.
    #[must_use]
    pub fn standing(&self, library: &Library, quiet: u32) -> Option<Standing> {
        Some(self.seat.as_ref()?.standing(self.sitting.as_ref(), library, quiet))
    }

    /// Whether nothing lies behind the screen that one may go back to: at a seat the leader says
    /// where one is.
    #[must_use]
    pub fn is_held(&self, at: &At, library: &Library) -> bool {
        match at {
            At::Seat | At::Paused | At::Faces => true,
            At::Step => {
                let before = self.sitting.as_ref().and_then(|sitting| sitting.before(library));
                self.wish().is_some() && before.is_none()
            }
            _ => false,
        }
    }

    /// What stands on the practice phone and can be touched.
    pub fn parts<'a>(&self, library: &'a Library) -> impl Iterator<Item = &'a Part> + use<'a> {
        let screen = self.sitting.as_ref().and_then(|sitting| sitting.screen(library));
        screen.into_iter().flat_map(PhoneScreen::touchable)
    }

    /// Which question of the lesson it is: while it is the same, so is what stands under a finger.
    #[must_use]
    pub fn place(&self) -> Option<(usize, usize, bool, Option<&str>)> {
        let sitting = self.sitting.as_ref()?;
        let phone = sitting.phone.as_ref().map(|phone| phone.0.as_str());
        Some((sitting.step, sitting.item, sitting.done, phone))
    }
}

/// Tracks in which something is taught on a day, in the order of the curriculum.
#[must_use]
pub fn tracks(city: &City, day: Date) -> Vec<String> {
    let mut tracks: Vec<String> = Vec::new();
    for lesson in city.taught.taught(city.country, day) {
        if !tracks.contains(&lesson.track) {
            tracks.push(lesson.track.clone());
        }
    }
    tracks
}

/// What an action of a step does to the lesson; none for what does nothing there.
#[must_use]
pub fn act(action: &Action) -> Option<Act> {
    Some(match action {
        Action::Next => Act::Next,
        Action::Practise(gesture) => Act::Hand(gesture.clone()),
        Action::Answer(answer) => Act::Answer(answer.clone()),
        Action::Verdict(verdict) => Act::Call(*verdict),
        Action::Hint => Act::Hint,
        Action::ShowMe => Act::Show,
        _ => return None,
    })
}

/// The action that does this; none where something is typed, or nothing is done.
#[must_use]
pub fn action(act: &Act) -> Option<Action> {
    Some(match act {
        Act::Next => Action::Next,
        Act::Hand(gesture) => Action::Practise(gesture.clone()),
        Act::Answer(answer) => Action::Answer(answer.clone()),
        Act::Call(verdict) => Action::Verdict(*verdict),
        Act::Hint => Action::Hint,
        Act::Show => Action::ShowMe,
        Act::Write(..) | Act::Quiet => return None,
    })
}
