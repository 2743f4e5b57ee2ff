//! An ordinary A4 printer, through CUPS.
//!
//! CUPS tells when a printer got all of a slip, never that it came out: the best end is
//! [`PrintState::Sent`]. A slip that did not get through is taken back, so that it does not come
//! out in front of the next person. `cups` asks, `ipp` knows the bytes, `reasons` what they mean.

use std::time::Duration;

use super::{NoAnswer, PrintEnd, PrintJob, Printer};
use crate::domain::devices::PrinterState;
use crate::domain::visit::PrintState;
use crate::edge::clock::Deadline;
use crate::paper::{self, Crest, Fonts, PaperError};

mod cups;
mod ipp;
mod reasons;

use cups::{Cups, CupsError, JobState};

/// How long somebody may be kept waiting: an office printer sleeps and must warm up.
const PATIENCE: Duration = Duration::from_mins(1);
/// How often CUPS is asked how a job is.
const BETWEEN: Duration = Duration::from_millis(400);

/// An ordinary printer.
pub struct OfficePrinter {
    cups: Cups,
    crest: Option<Crest>,
    /// Looked for at the first need, on the printer's thread.
    fonts: Option<Fonts>,
    /// CUPS may hold slips that nobody waits for: at the start, and when one was not taken back.
    unclean: bool,
    patience: Duration,
    trouble: Option<String>,
}

impl std::fmt::Debug for OfficePrinter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("OfficePrinter")
    }
}

impl OfficePrinter {
    /// A queue of CUPS, the default one without a name; at a host, `host:port` or the path of a
    /// socket, on this machine without one. It is looked for at the first need, and every time.
    #[must_use]
    pub fn new(queue: Option<String>, server: Option<String>, crest: Option<Crest>) -> Self {
        let cups = Cups::new(queue, server);
        Self { cups, crest, fonts: None, unclean: true, patience: PATIENCE, trouble: None }
    }

    /// Another patience than a minute.
    #[must_use]
    pub fn with_patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    fn sheet(&mut self, job: &PrintJob) -> Result<Vec<u8>, PaperError> {
        let fonts = match &mut self.fonts {
            Some(fonts) => fonts,
            none => none.insert(Fonts::installed()?),
        };
        paper::pdf(&job.slip, self.crest.as_ref(), fonts)
    }

    /// How it is, with nothing left in the queue of what was before.
    fn ready(&mut self) -> Result<PrinterState, CupsError> {
        if self.unclean {
            self.cups.purge_all()?;
            self.unclean = false;
        }
        let (queue, printer) = self.cups.printer()?;
        Ok(reasons::state(&queue, printer.as_ref()))
    }

    /// Hands a sheet over, at most once.
    fn deliver(&mut self, sheet: &[u8]) -> Result<PrintState, CupsError> {
        if !self.ready()?.can_print() {
            return Ok(PrintState::NotPrinted);
        }
        // Whatever happens from here on: until it is purged there may be a slip.
        self.unclean = true;
        let job = self.cups.create_job()?;
        if let Err(error) = self.cups.send(job, sheet) {
            self.tell(&error);
            return Ok(self.take_back(job));
        }
        let end = if self.arrives(job) { PrintState::Sent } else { self.take_back(job) };
        if self.cups.purge(job).is_ok() {
            self.unclean = false;
        }
        Ok(end)
    }

    /// Whether the printer got all of a job in time.
    fn arrives(&mut self, job: i32) -> bool {
        let end = Deadline::after(self.patience);
        loop {
            // No answer for once says nothing: CUPS may be started anew.
            match self.cups.job(job).map(|job| job.state) {
                Ok(JobState::Delivered) => return true,
                Ok(JobState::Stuck | JobState::Ended) => return false,
                Err(error) if error.is_refusal() => return false,
                Ok(JobState::UnderWay) | Err(_) => {}
            }
            if end.left().is_zero() || self.cups.wait(BETWEEN.min(end.left())).is_err() {
                return false;
            }
        }
    }

    /// Cancels a job. Only when none of it had gone to the printer, surely nothing came out.
    fn take_back(&mut self, job: i32) -> PrintState {
        let cancelled = self.cups.cancel(job).is_ok();
        match self.cups.job(job) {
            Ok(job) if job.state == JobState::Delivered => PrintState::Sent,
            Ok(job) if job.state == JobState::Ended && cancelled && !job.begun => {
                PrintState::NotPrinted
            }
            _ => PrintState::Uncertain,
        }
    }

    /// Logs trouble once.
    fn tell(&mut self, error: &CupsError) {
        let trouble = error.to_string();
        if self.trouble.as_ref() != Some(&trouble) {
            let error = error as &dyn std::error::Error;
            tracing::warn!(error, "The printer cannot be used");
            self.trouble = Some(trouble);
        }
    }
}

impl Printer for OfficePrinter {
    fn no_answer(&self) -> Option<NoAnswer> {
        let words = self.trouble.clone()?;
        Some(NoAnswer { kind: std::io::ErrorKind::Other, words })
    }

    fn state(&mut self) -> PrinterState {
        match self.ready() {
            Ok(state) => {
                if self.trouble.take().is_some() {
                    tracing::info!("The printer can be used again");
                }
                state
            }
            Err(error) => {
                self.tell(&error);
                PrinterState::Silent
            }
        }
    }

    fn print(&mut self, job: &PrintJob) -> PrintEnd {
        let state = match self.sheet(job) {
            Ok(sheet) => self.deliver(&sheet).unwrap_or_else(|error| {
                self.tell(&error);
                PrintState::NotPrinted
            }),
            Err(error) => {
                let error = &error as &dyn std::error::Error;
                tracing::error!(job = %job.id, error, "A slip was not printed");
                PrintState::NotPrinted
            }
        };
        PrintEnd::without_file(state)
    }
}
