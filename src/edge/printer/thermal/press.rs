//! A printer at the end of a line: is it fit to print, print, and what to do after a fault.
//!
//! Two things are never true here: a slip counts as printed without proof, and a printer is given
//! a slip while it may still hold another person's.

use std::io;
use std::time::Duration;

use super::dialect::Status;
use super::job;
use super::link::Link;
use super::talk::Talk;
use crate::domain::devices::PrinterState;
use crate::domain::visit::PrintState;
use crate::edge::clock::Deadline;
use crate::edge::printer::NoAnswer;
use crate::edge::printer::profile::Profile;

mod clear;
mod mouth;
mod proof;

/// How long a printer may be later than its paper.
const GRACE: Duration = Duration::from_secs(3);

/// A slip, ready to be sent.
#[derive(Debug)]
pub(super) struct Sheet {
    /// Pieces of it, each a whole command.
    pub(super) pieces: Vec<Vec<u8>>,
    /// How long it is, in dots.
    pub(super) rows: usize,
}

/// A printer at the end of a line.
pub(super) struct Press {
    profile: Profile,
    talk: Talk,
    /// It may hold something that nobody waits for any more: at the start, and since the line was
    /// last given up.
    unclean: bool,
    /// It may have got half a command.
    half: bool,
    /// Half a slip may hang out of it.
    torn: bool,
    /// Until when the slip in its mouth may be taken.
    claim: Option<Deadline>,
    number: u32,
    trouble: Option<NoAnswer>,
}

impl Press {
    /// A printer that nothing is known of: it is cleared before anything else. `number` is where
    /// acknowledgements start, another one at every start.
    pub(super) fn new(profile: Profile, link: Box<dyn Link>, number: u32) -> Self {
        let talk = Talk::new(link, &profile);
        let (unclean, half, torn) = (true, false, false);
        Self { profile, talk, unclean, half, torn, claim: None, number, trouble: None }
    }

    /// Half a slip may hang out since before.
    pub(super) fn cut_first(&mut self) {
        (self.half, self.torn) = (true, true);
    }

    /// How it is, after doing what can be done about it.
    pub(super) fn state(&mut self) -> PrinterState {
        let Ok(status) = self.ready() else { return PrinterState::Silent };
        if self.take_away_unclaimed(status).is_err() {
            self.hang_up();
        }
        status.state()
    }

    /// Why it did not answer when it was last asked.
    pub(super) fn no_answer(&self) -> Option<NoAnswer> {
        self.trouble.clone()
    }

    /// Prints a sheet, at most once.
    pub(super) fn print(&mut self, sheet: &Sheet) -> PrintState {
        match self.ready() {
            Ok(status) if status.trouble().is_none() => {
                if self.make_room(status).is_err() {
                    self.hang_up();
                    return PrintState::NotPrinted;
                }
            }
            _ => return PrintState::NotPrinted,
        }
        match self.send(sheet) {
            Sent::Nothing => {
                self.hang_up();
                PrintState::NotPrinted
            }
            Sent::Part => self.lose(),
            Sent::All => match self.proof(sheet) {
                Ok(Some(state)) => state,
                Ok(None) | Err(_) => self.lose(),
            },
        }
    }

    /// How it is, on a line that works and with nothing left in it of what was before. A line
    /// that was open before gets a second chance: printers hang up when nobody talks to them.
    fn ready(&mut self) -> io::Result<Status> {
        let was_open = self.talk.is_open();
        let status = match self.reach() {
            Err(_) if was_open => {
                self.hang_up();
                self.reach()
            }
            other => other,
        };
        self.note(&status);
        if status.is_err() {
            self.hang_up();
        }
        status
    }

    fn reach(&mut self) -> io::Result<Status> {
        if !self.talk.is_open() {
            self.talk.open()?;
        }
        if self.unclean { self.clear() } else { self.talk.ask() }
    }

    fn hang_up(&mut self) {
        self.talk.hang_up();
        self.unclean = true;
    }

    /// A slip was begun and nobody knows its end.
    fn lose(&mut self) -> PrintState {
        self.hang_up();
        (self.half, self.torn) = (true, true);
        PrintState::Uncertain
    }

    fn send(&mut self, sheet: &Sheet) -> Sent {
        if self.talk.drain().is_err() || self.talk.tell(&job::START).is_err() {
            return Sent::Nothing;
        }
        let end = Deadline::after(GRACE + 2 * self.feeding(sheet));
        let mut sent = Sent::Nothing;
        for piece in &sheet.pieces {
            // A slow line is given its time for each piece beside the printer's own for all.
            match self.talk.send(piece, end.left()) {
                Err(unwritten) if unwritten.taken == 0 => return sent,
                Err(_) => return Sent::Part,
                Ok(()) => sent = Sent::Part,
            }
            // Answers that nobody reads would block some printers.
            if self.talk.drain().is_err() {
                return Sent::Part;
            }
        }
        Sent::All
    }

    /// Logs trouble with the line once, and its end.
    fn note(&mut self, status: &io::Result<Status>) {
        let told = |error: &io::Error| NoAnswer { kind: error.kind(), words: error.to_string() };
        let trouble = status.as_ref().err().map(told);
        if trouble != self.trouble {
            if let Some(NoAnswer { words: error, .. }) = &trouble {
                tracing::warn!(error, "The printer does not answer");
            } else {
                tracing::info!("The printer answers again");
            }
            self.trouble = trouble;
        }
    }
}

/// How much of a sheet was taken.
enum Sent {
    Nothing,
    Part,
    All,
}

#[cfg(test)]
mod tests;
