//! What is open to somebody at a step: the deed, the help, the way on.

use super::{ENOUGH_MISSES, Sitting};
use crate::domain::lesson::{Deed, Library, PartId, Rung, Step, Task};

impl Sitting {
    /// What is to be done now by the person, where it is one deed.
    #[must_use]
    pub fn wanted<'a>(&self, library: &'a Library) -> Option<&'a Deed> {
        let by_hand = !self.done && self.rung > Rung::Watch;
        match &self.of(library).filter(|_| by_hand)?.task {
            Task::Do(play) | Task::Undo(play) => Some(&play.right),
            _ => None,
        }
    }

    /// What the little hand points at: nothing is lit where one is to find it alone.
    #[must_use]
    pub fn lit<'a>(&self, library: &'a Library) -> Option<&'a PartId> {
        if self.done {
            return None;
        }
        let task = &self.of(library)?.task;
        let play = task.play()?;
        let shown = match self.rung {
            Rung::Watch | Rung::Guided => true,
            Rung::Hinted | Rung::Alone => self.hints > 0 || matches!(task, Task::Show(_)),
        };
        shown.then(|| play.right.part())
    }

    /// Whether a hint is left.
    #[must_use]
    pub fn has_hint(&self, library: &Library) -> bool {
        let hints = self.of(library).map_or(0, |step| step.hints);
        !self.done && self.rung > Rung::Watch && self.hints < hints
    }

    /// Whether the little hand would do it: after the last hint, or after a few misses.
    #[must_use]
    pub fn can_show(&self, library: &Library) -> bool {
        let Some(step) = self.of(library) else { return false };
        let stuck = self.hints >= step.hints || self.misses >= ENOUGH_MISSES;
        !self.done && !step.task.is_told() && self.rung > Rung::Watch && stuck
    }

    /// Whether one may go on.
    #[must_use]
    pub fn can_go_on(&self, library: &Library) -> bool {
        let told = |step: &Step| self.done || step.task.is_told() || self.rung == Rung::Watch;
        self.of(library).is_some_and(told)
    }
}
