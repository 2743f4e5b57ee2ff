//! A lesson that waits while somebody else uses the station.

use jiff::{SignedDuration, Timestamp};

use super::{At, Learning};
use crate::domain::city::Language;
use crate::domain::lesson::{LessonId, Library, Rung, Sitting};
use crate::domain::passport::Passport;
use crate::domain::quiet::quiet_debug;
use crate::domain::settings::Settings;
use crate::domain::visit::{Screen, Visit};

/// How long it waits.
pub const WAITS: SignedDuration = SignedDuration::from_mins(15);

/// A lesson under way, of which nothing is kept that somebody wrote.
#[derive(Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Parked {
    lesson: LessonId,
    rung: Rung,
    step: usize,
    passport: Option<Passport>,
    language: Language,
    settings: Settings,
    since: Timestamp,
}

quiet_debug!(Parked);

impl Parked {
    /// What can wait of a visit: a lesson that is not over. Who sits in a group has a seat of their
    /// own, and a request that was begun is not left behind for a lesson.
    #[must_use]
    pub fn of(visit: &Visit, library: &Library, now: Timestamp) -> Option<Self> {
        let learning = visit.learning.as_deref().filter(|learning| learning.seat.is_none())?;
        let sitting = learning.sitting.as_ref().filter(|sitting| !sitting.is_over(library))?;
        (!visit.has_draft() && matches!(visit.screen, Screen::Learning(_))).then(|| Self {
            lesson: sitting.lesson.clone(),
            rung: sitting.rung,
            step: sitting.step,
            passport: learning.passport.clone(),
            language: visit.language,
            settings: visit.settings,
            since: now,
        })
    }

    /// Whether it has waited too long.
    #[must_use]
    pub fn is_stale(&self, now: Timestamp) -> bool {
        now.duration_since(self.since) >= WAITS
    }

    /// The lesson goes on at the same step, as the person wants to see and hear it.
    pub fn go_on(self, visit: &mut Visit, library: &Library) -> Option<At> {
        let lesson = library.lesson(&self.lesson)?;
        let learning = visit.learning.as_deref_mut()?;
        let mut sitting = Sitting::begin(lesson, self.rung);
        sitting.go_to(library, self.step);
        *learning = Learning {
            lesson: Some(self.lesson),
            sitting: Some(sitting),
            passport: self.passport.or(learning.passport.take()),
            ..Learning::on(learning.day)
        };
        (visit.language, visit.settings) = (self.language, self.settings);
        Some(At::Step)
    }
}
