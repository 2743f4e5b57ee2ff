//! What a printer may hold of before is thrown away, and half a slip cut off.

use std::io;

use super::{GRACE, Press};
use crate::edge::printer::profile::Clear;
use crate::edge::printer::thermal::dialect::Status;
use crate::edge::printer::thermal::job;

impl Press {
    /// Clears what it may hold. That is done while it complains too: what it holds must be gone
    /// before somebody puts in paper.
    pub(super) fn clear(&mut self) -> io::Result<Status> {
        let command = job::clear(self.profile.clear);
        if self.profile.clear == Clear::DleDc4 {
            self.talk.clear_with_proof(command)?;
            self.half = false;
        } else {
            self.talk.tell(command)?;
        }
        let status = match self.talk.ask() {
            // Half a command swallows questions too, where they are not real-time commands.
            Err(error) if self.half && error.kind() == io::ErrorKind::TimedOut => None,
            other => Some(other?),
        };
        if let Some(status) = status.filter(|status| status.trouble().is_some()) {
            return Ok(status);
        }
        if self.half {
            self.talk.fill_up()?;
            self.talk.tell(command)?;
        }
        self.talk.tell(&job::START)?;
        if self.torn {
            self.talk.tell(&job::cut(self.profile.cut))?;
        }
        // A printer may say that all is well and take nothing in. One that acknowledges has done
        // with everything before.
        let limit = GRACE + self.talk.travel(job::LONGEST_SLICE);
        let stands = self.proven(limit)? == Some(false);
        // Or what it was told went into half a command of before: the next time that is ended.
        self.half |= stands;
        let status = self.talk.ask()?;
        let status = Status { fault: status.fault || stands, ..status };
        if status.trouble().is_none() {
            (self.unclean, self.half, self.torn) = (false, false, false);
        }
        Ok(status)
    }
}
