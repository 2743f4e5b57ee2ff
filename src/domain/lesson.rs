//! Lessons: what is learned step by step, on a practice phone where nothing can go wrong.
//!
//! A lesson is data of `lessons/`; its words are messages of the locale. From one path that an
//! author writes come four levels of help ([`Rung`]). [`Sitting`] is all that happens while
//! somebody learns: no clock, no script, no way out of a step but its own deed, its help, or leaving.

mod act;
pub mod bot;
mod firewall;
mod gesture;
mod graph;
pub mod pack;
mod phone;
mod score;
mod sitting;

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Date;

use super::city::Country;

pub use act::{Act, words};
pub use firewall::{Persona, is_somebodys};
pub use gesture::{Gesture, UnknownGesture};
pub use graph::{Graph, Move, Node, Text, Way};
pub use phone::{Part, PartId, PartKind, PhoneId, PhoneScreen};
pub use score::Score;
pub use sitting::{Said, Sitting};

/// The name of a lesson, which is its folder's.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub struct LessonId(pub String);

impl fmt::Display for LessonId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Everything that can be taught.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Library {
    /// Lessons in the order of the curriculum.
    pub lessons: Vec<Lesson>,
    /// The practice phone, screen by screen.
    pub phone: BTreeMap<PhoneId, PhoneScreen>,
    /// Those in whose name one practises.
    pub personas: BTreeMap<String, Persona>,
}

impl Library {
    /// A lesson by its name.
    #[must_use]
    pub fn lesson(&self, id: &LessonId) -> Option<&Lesson> {
        self.lessons.iter().find(|lesson| lesson.id == *id)
    }

    /// Lessons that are taught in a country on a day, in the order of the curriculum.
    pub fn taught(&self, country: Country, day: Date) -> impl Iterator<Item = &Lesson> {
        let here = move |lesson: &&Lesson| lesson.country.is_none_or(|only| only == country);
        self.lessons.iter().filter(here).filter(move |lesson| !lesson.is_stale(day))
    }

    /// Something on a screen of the practice phone.
    #[must_use]
    pub fn part(&self, phone: &PhoneId, part: &PartId) -> Option<&Part> {
        self.phone.get(phone)?.parts.iter().find(|known| known.id == *part)
    }
}

/// One lesson, without its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// Its name.
    pub id: LessonId,
    /// The track it stands in.
    pub track: String,
    /// Its picture, a name of the icon set.
    pub icon: String,
    /// How long it takes, in minutes: at most ten.
    pub minutes: u8,
    /// The only country of which it speaks; none where it speaks of the world.
    pub country: Option<Country>,
    /// Lessons that come before it.
    pub needs: Vec<LessonId>,
    /// In whose name one practises.
    pub persona: Option<String>,
    /// What one can do afterwards, by a public framework.
    pub outcomes: Vec<Outcome>,
    /// What it says about the world, and until when that is true.
    pub facts: Option<Facts>,
    /// The last day of the pack that brought it; none for what is the station's own.
    pub until: Option<Date>,
    /// What is done, one after the other.
    pub steps: Vec<Step>,
}

impl Lesson {
    /// Whether what it says about the world was looked at too long ago to be taught, or the pack
    /// that brought it is over.
    #[must_use]
    pub fn is_stale(&self, day: Date) -> bool {
        let facts = self.facts.as_ref().map(|facts| facts.expires);
        facts.into_iter().chain(self.until).any(|last| last < day)
    }

    /// Visits every screen of the practice phone that it names.
    pub fn each_phone(&mut self, mut visit: impl FnMut(&mut PhoneId)) {
        for step in &mut self.steps {
            match &mut step.task {
                Task::Show(play) | Task::Do(play) | Task::Undo(play) => visit(&mut play.phone),
                Task::Free { phone, reach } => {
                    visit(phone);
                    visit(reach);
                }
                Task::Spot { phone, .. } => visit(phone),
                Task::Sort(items) => items.iter_mut().for_each(|item| visit(&mut item.phone)),
                Task::Card | Task::Talk | Task::Slip | Task::Choose { .. } | Task::Real(_) => {}
            }
        }
    }
}

/// A learning outcome of a public framework.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Whose.
    pub framework: Framework,
    /// The outcome's own name: `LO5.1.04` of `DigComp`, `0.1` of UNESCO.
    pub id: String,
}

/// Who says what people should be able to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Framework {
    /// The European Commission's `DigComp` 3.0 (JRC144121).
    DigComp,
    /// UNESCO's Digital Literacy Global Framework (UIS information paper 51).
    Unesco,
}

impl Framework {
    /// All of them, with how a file names them.
    pub const ALL: [(&str, Self); 2] = [("digcomp-3.0", Self::DigComp), ("dlgf", Self::Unesco)];
}

/// What a lesson says about the world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// When somebody looked.
    pub as_of: Date,
    /// The last day on which it is taught without looking again.
    pub expires: Date,
    /// Where it is written.
    pub source: String,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its name within the lesson; its words are the message `lesson-LESSON-STEP`.
    pub id: String,
    /// A picture beside the words, a name of the icon set.
    pub icon: Option<String>,
    /// How many hints there are.
    pub hints: u8,
    /// What is to be done.
    pub task: Task,
}

/// What is to be done: a closed set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// Read or hear it.
    Card,
    /// Talk about it with others.
    Talk,
    /// Take home what is printed.
    Slip,
    /// See how it is done.
    Show(Play),
    /// Do it.
    Do(Play),
    /// The mistake that many make has been made: undo it.
    Undo(Play),
    /// Get there, however.
    Free {
        /// Where it begins.
        phone: PhoneId,
        /// Where it ends.
        reach: PhoneId,
    },
    /// Choose among two or three answers.
    Choose {
        /// The answers.
        answers: Vec<String>,
        /// The right one.
        right: String,
    },
    /// Find what should warn.
    Spot {
        /// Where.
        phone: PhoneId,
        /// All that should warn.
        signs: Vec<PartId>,
    },
    /// Tell genuine from false.
    Sort(Vec<Item>),
    /// Go on with the real thing, in the same visit.
    Real(Flow),
}

impl Task {
    /// What is only told: one goes on when one wants to.
    #[must_use]
    pub fn is_told(&self) -> bool {
        matches!(self, Self::Card | Self::Talk | Self::Slip | Self::Show(_) | Self::Real(_))
    }

    /// Its one deed, where it has one.
    #[must_use]
    pub fn play(&self) -> Option<&Play> {
        match self {
            Self::Show(play) | Self::Do(play) | Self::Undo(play) => Some(play),
            _ => None,
        }
    }

    /// What the practice phone shows at its beginning.
    #[must_use]
    pub fn phone(&self) -> Option<&PhoneId> {
        match self {
            Self::Show(play) | Self::Do(play) | Self::Undo(play) => Some(&play.phone),
            Self::Free { phone, .. } | Self::Spot { phone, .. } => Some(phone),
            Self::Sort(items) => items.first().map(|item| &item.phone),
            Self::Card | Self::Talk | Self::Slip | Self::Choose { .. } | Self::Real(_) => None,
        }
    }
}

/// One deed on a screen of the practice phone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Play {
    /// The screen.
    pub phone: PhoneId,
    /// The deed.
    pub right: Deed,
    /// Wrong deeds that have an explanation of their own.
    pub wrong: Vec<Wrong>,
}

/// A wrong deed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// What is done.
    pub deed: Deed,
    /// The attribute of the step's message that explains it.
    pub say: String,
}

/// What one can do on a screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Do something with the hand.
    Hand(Gesture),
    /// Write into a field; any of these texts is right.
    Write(PartId, Vec<String>),
}

impl Deed {
    /// What is touched first.
    #[must_use]
    pub fn part(&self) -> &PartId {
        match self {
            Self::Hand(gesture) => gesture.part(),
            Self::Write(part, _) => part,
        }
    }
}

/// Something to tell genuine from false.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The screen that shows it.
    pub phone: PhoneId,
    /// Whether it is a fraud.
    pub is_scam: bool,
}

/// How one may call what is shown. To ask somebody is always a good answer.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum Verdict {
    /// A fraud.
    Scam,
    /// Genuine.
    Genuine,
    /// I would ask somebody.
    Ask,
}

impl Verdict {
    /// All of them, in the order of the screen.
    pub const ALL: [Self; 3] = [Self::Scam, Self::Genuine, Self::Ask];

    /// The verdict of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.name() == name)
    }

    /// Its name in ids.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Scam => "scam",
            Self::Genuine => "genuine",
            Self::Ask => "ask",
        }
    }
}

/// A flow of this kiosk with which practice ends on the real thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flow {
    /// A request.
    Request,
    /// What became of a request.
    FollowUp,
    /// An appointment.
    Booking,
}

impl Flow {
    /// All of them, with how a file names them.
    pub const ALL: [(&str, Self); 3] =
        [("request", Self::Request), ("follow-up", Self::FollowUp), ("booking", Self::Booking)];
}

/// How much help there is: four levels from one path.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum Rung {
    /// Everything is done before one's eyes.
    Watch,
    /// Only what is to be touched can be touched.
    Guided,
    /// Everything can be touched; hints come when nothing happens, or after a miss.
    Hinted,
    /// The goal alone; the first miss tells only where.
    Alone,
}

impl Rung {
    /// All of them, from the most help to the least.
    pub const ALL: [Self; 4] = [Self::Watch, Self::Guided, Self::Hinted, Self::Alone];

    /// The level of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rung| rung.name() == name)
    }

    /// The level with the next less help.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::ALL.into_iter().find(|rung| *rung > self)
    }

    /// Its name in ids.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Watch => "watch",
            Self::Guided => "guided",
            Self::Hinted => "hinted",
            Self::Alone => "alone",
        }
    }
}
