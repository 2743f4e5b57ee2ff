//! A slip that waits in the printer's mouth until somebody takes it.

use std::io;
use std::time::Duration;

use super::Press;
use crate::edge::clock::Deadline;
use crate::edge::printer::thermal::dialect::Status;
use crate::edge::printer::thermal::job;

impl Press {
    /// Starts the time in which a slip may be taken.
    pub(super) fn watch(&mut self, status: Status) {
        self.claim = match self.profile.presenter {
            Some(presenter) if status.slip_in_mouth => Some(self.claim.unwrap_or_else(|| {
                Deadline::after(Duration::from_secs(presenter.claim_seconds.into()))
            })),
            _ => None,
        };
    }

    /// Takes a slip out of the mouth that nobody took in time.
    pub(super) fn take_away_unclaimed(&mut self, status: Status) -> io::Result<()> {
        self.watch(status);
        if self.claim.is_some_and(|claim| claim.left().is_zero()) {
            self.make_room(status)?;
        }
        Ok(())
    }

    /// Takes the last slip out of the mouth, however long it was there: two would jam, and the
    /// next person must not get both.
    pub(super) fn make_room(&mut self, status: Status) -> io::Result<()> {
        if let Some(presenter) = self.profile.presenter
            && status.slip_in_mouth
        {
            self.claim = None;
            self.talk.tell(&job::take_away(presenter))?;
        }
        Ok(())
    }
}
