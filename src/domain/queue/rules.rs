//! The rules of a city's queue, as `queue.toml` gives them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::SignedDuration;

use super::policy::Order;
use crate::domain::city::{Language, ServiceCode};

/// Stable code of a class, `LEI`.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(transparent)]
pub struct ClassCode(pub String);

impl std::fmt::Display for ClassCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Why a class comes before everybody else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A law, as it is cited.
    Law(String),
    /// The house's own rule, which no law demands.
    Usage(String),
    /// No reason: this is the class of everybody.
    Everyone,
}

/// A class's words in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClassWords {
    /// What a person says of themself by choosing it.
    pub name: String,
    /// What else they should know.
    pub line: Option<String>,
}

/// People who are called before others, or everybody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// Its code.
    pub code: ClassCode,
    /// From 1, the first to be called; classes may share a rank.
    pub rank: u8,
    /// Where it comes from.
    pub source: Source,
    /// Whether an attendant may ask for a paper.
    pub proof: bool,
    /// What it is worth under ageing, in minutes of waiting.
    pub head_start: u16,
    /// Pictures, by their Lucide names.
    pub icons: Vec<String>,
    /// Its words.
    pub words: BTreeMap<Language, ClassWords>,
}

/// Where somebody with an appointment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AppointmentRule {
    /// At its time it comes right after the classes of this rank; 0 is before everybody.
    pub after_rank: u8,
    /// How many minutes before the booked time it counts already.
    pub early: u16,
    /// How many minutes late somebody may check in and still have it.
    pub late: u16,
    /// What it is worth under ageing, in minutes of waiting.
    pub head_start: u16,
}

/// How many calls each side gets where both wait, under alternation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shares {
    /// Those who come before everybody: classes with a reason, appointments at their time.
    pub first: u8,
    /// Everybody else.
    pub other: u8,
}

/// The day's series of ticket numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// Letters in the order in which they are used, each for 99 numbers.
    pub letters: Vec<char>,
    /// How many minutes before the doors open the first ticket may be taken.
    pub before_opening: u16,
}

/// What becomes of somebody who was called and did not come, and comes later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AfterMissed {
    /// They keep the place that they had.
    KeepsPlace,
    /// They wait as if they had just arrived.
    ComesAnew,
}

/// Calling again, leaving and coming back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// How many times somebody is called, the first time included.
    pub calls: u8,
    /// How many seconds after the last call somebody counts as missed, at the earliest.
    pub missed_after: u16,
    /// What becomes of their place.
    pub after_missed: AfterMissed,
    /// How many times somebody who was missed may come back.
    pub returns: u8,
    /// For how many minutes somebody may go out without losing anything.
    pub out: u16,
}

/// How long a service takes where too few were measured: minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Usual {
    /// One of ten is shorter.
    pub quick: u16,
    /// Half are shorter.
    pub typical: u16,
    /// One of ten is longer.
    pub long: u16,
}

/// How waiting time is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitRule {
    /// How many of a hundred waits end within the range that was told.
    pub promise: u8,
    /// Every service that is not listed.
    pub usual: Usual,
    /// Services that take longer or shorter.
    pub services: BTreeMap<ServiceCode, Usual>,
}

/// A place where one attendant serves one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Desk {
    /// Its number, as it is written above it.
    pub number: u16,
    /// What is served there; `None` for everything.
    pub services: Option<BTreeSet<ServiceCode>>,
    /// Who is served there; `None` for everybody.
    pub classes: Option<BTreeSet<ClassCode>>,
}

impl Desk {
    /// A desk that serves everybody with everything.
    #[must_use]
    pub fn for_all(number: u16) -> Self {
        Self { number, services: None, classes: None }
    }

    /// Whether somebody is served there.
    #[must_use]
    pub fn serves(&self, service: &ServiceCode, class: &ClassCode) -> bool {
        self.services.as_ref().is_none_or(|services| services.contains(service))
            && self.classes.as_ref().is_none_or(|classes| classes.contains(class))
    }
}

/// Everything that a city decides about its queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueueRules {
    /// The order in which people are called.
    pub order: Order,
    /// The shares of alternation.
    pub shares: Shares,
    /// Classes, the first rank first; the last is everybody's.
    pub classes: Vec<Class>,
    /// Appointments.
    pub appointments: AppointmentRule,
    /// Ticket numbers.
    pub series: Series,
    /// Calls and returns.
    pub patience: Patience,
    /// Waiting time.
    pub wait: WaitRule,
    /// Desks by the code of their branch.
    pub desks: BTreeMap<String, Vec<Desk>>,
    /// The service of whoever comes for something that is not listed.
    pub other: Option<ServiceCode>,
    /// How long tickets are kept after their day, in days; they name nobody.
    pub keep_days: u32,
}

impl QueueRules {
    /// The index of a class; that of everybody for a code that nobody knows (any more).
    #[must_use]
    pub fn class_index(&self, code: &ClassCode) -> usize {
        let found = self.classes.iter().position(|class| class.code == *code);
        found.unwrap_or_else(|| self.classes.len().saturating_sub(1))
    }

    /// The class of a code; everybody's for one that nobody knows.
    #[must_use]
    pub fn class(&self, code: &ClassCode) -> Option<&Class> {
        self.classes.get(self.class_index(code))
    }

    /// Everybody's class.
    #[must_use]
    pub fn everyone(&self) -> ClassCode {
        self.classes.last().map_or_else(|| ClassCode(String::new()), |class| class.code.clone())
    }

    /// How long a service usually takes.
    #[must_use]
    pub fn usual(&self, service: &ServiceCode) -> Usual {
        self.wait.services.get(service).copied().unwrap_or(self.wait.usual)
    }

    /// What ageing promises: nobody is called before somebody else who came this much earlier.
    #[must_use]
    pub fn longest_head_start(&self) -> SignedDuration {
        let classes = self.classes.iter().map(|class| class.head_start);
        let most = classes.chain([self.appointments.head_start]).max().unwrap_or_default();
        minutes(most)
    }
}

/// Minutes as a duration.
pub(super) fn minutes(count: u16) -> SignedDuration {
    SignedDuration::from_mins(i64::from(count))
}
