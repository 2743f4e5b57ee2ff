//! What is known of a slip after all of it was taken.

use std::io;
use std::time::Duration;

use super::{GRACE, Press, Sheet};
use crate::domain::visit::PrintState;
use crate::edge::clock::Deadline;
use crate::edge::printer::profile::{Acknowledgement, StatusDialect};
use crate::edge::printer::thermal::job;

/// What a serial line may hold back after it has taken everything.
const HELD_BACK: usize = 4096;

impl Press {
    /// What is known of a sheet after all of it was taken; `None` when nothing is.
    pub(super) fn proof(&mut self, sheet: &Sheet) -> io::Result<Option<PrintState>> {
        let time = self.feeding(sheet) + self.talk.travel(HELD_BACK);
        let proven = self.proven(GRACE + time)?;
        if proven.is_none() && self.profile.status != StatusDialect::None {
            self.talk.idle(time)?;
        }
        let fine = self.fine()?;
        Ok(match proven {
            Some(true) if fine => Some(PrintState::Printed),
            None if fine => Some(PrintState::Sent),
            _ => None,
        })
    }

    /// Whether everything before has been printed; `None` when the model cannot tell.
    pub(super) fn proven(&mut self, limit: Duration) -> io::Result<Option<bool>> {
        Ok(match self.profile.acknowledgement {
            Acknowledgement::ProcessId => {
                self.number = self.number.wrapping_add(1);
                let id = job::id(self.number);
                self.talk.tell(&job::process_id(id))?;
                Some(self.talk.acknowledged(id, Deadline::after(limit))?)
            }
            Acknowledgement::QueuedStatus => {
                self.talk.tell(&job::SENSORS)?;
                Some(self.talk.sensors(Deadline::after(limit))?)
            }
            Acknowledgement::None => None,
        })
    }

    /// Whether it has nothing to complain of after a slip.
    pub(super) fn fine(&mut self) -> io::Result<bool> {
        let status = self.talk.ask()?;
        self.claim = None;
        self.watch(status);
        Ok(status.trouble().is_none())
    }

    /// How long its paper takes to come out.
    pub(super) fn feeding(&self, sheet: &Sheet) -> Duration {
        let (dpi, speed) = (u64::from(self.profile.dpi), u64::from(self.profile.mm_per_second));
        Duration::from_millis(sheet.rows as u64 * 25_400 / (dpi * speed))
    }
}
