//! A folder that stands in for a printer: every slip becomes a picture and its text.
//!
//! `state.json` in the folder plays the faults of a real one; see `docs/play.md`.

use std::io;
use std::path::{Path, PathBuf};

use super::numbered::{self, Pair};
use super::state_file::StateFile;
use super::{PrintEnd, PrintJob, Printer};
use crate::domain::devices::PrinterState;
use crate::domain::visit::PrintState;
use crate::paper::{self, Crest, Fonts, PaperError, PaperWidth};

/// A folder of slips.
#[derive(Debug)]
pub struct PaperFolder {
    folder: PathBuf,
    state: StateFile,
    width: PaperWidth,
    crest: Option<Crest>,
    /// Looked for at the first need, on the printer's thread.
    fonts: Option<Fonts>,
    /// Whether the log knows that it is out of order.
    told: bool,
}

/// Why a slip is not in the folder; told in the log.
#[derive(Debug, thiserror::Error)]
enum FolderError {
    /// It could not be drawn.
    #[error(transparent)]
    Draw(#[from] PaperError),
    /// The disk refuses.
    #[error("The paper folder cannot be written: check its owner, its rights and the free space")]
    Write(#[from] io::Error),
}

impl PaperFolder {
    /// A folder, made at the first need, for its owner alone; half slips that a crash left in it
    /// are removed.
    #[must_use]
    pub fn new(folder: impl AsRef<Path>, width: PaperWidth, crest: Option<Crest>) -> Self {
        let folder = folder.as_ref();
        // Whoever is told of a file shall find it from anywhere.
        let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
        numbered::tidy(&folder);
        let state = StateFile::of(&folder);
        Self { folder, state, width, crest, fonts: None, told: false }
    }

    /// What `state.json` of a folder says; nothing is made or tidied.
    #[must_use]
    pub fn told(folder: &Path) -> PrinterState {
        StateFile::of(folder).read()
    }

    /// Whether it is in order, whatever `state.json` says; its trouble is logged once.
    fn is_in_order(&mut self) -> bool {
        let trouble = self.prepare().err();
        if let Some(trouble) = trouble.as_ref().filter(|_| !self.told) {
            let folder = self.folder.display();
            tracing::error!(%folder, error = trouble as &dyn std::error::Error, "No slip is printed");
        }
        self.told = trouble.is_some();
        !self.told
    }

    /// Makes the folder and looks for the typeface.
    fn prepare(&mut self) -> Result<(), FolderError> {
        numbered::make(&self.folder)?;
        if self.fonts.is_none() {
            self.fonts = Some(Fonts::installed()?);
        }
        Ok(())
    }

    /// Draws, then looks once more before the slip counts, as a real printer tells at the end
    /// whether the paper lasted.
    fn draw(&mut self, job: &PrintJob) -> Result<PrintEnd, FolderError> {
        let fonts = self.fonts.as_mut().ok_or(PaperError::NoTypeface)?;
        let picture = paper::render(&job.slip, self.width, self.crest.as_ref(), fonts)?.png()?;
        let text = paper::text(&job.slip, self.width.columns());
        let pair = Pair::write(&self.folder, &picture, text.as_bytes())?;
        if !self.state.read().can_print() {
            return Ok(PrintEnd::without_file(PrintState::NotPrinted));
        }
        let file = pair.number(&self.folder)?;
        Ok(PrintEnd { state: PrintState::Printed, file: Some(file) })
    }
}

impl Printer for PaperFolder {
    fn state(&mut self) -> PrinterState {
        if self.is_in_order() { self.state.read() } else { PrinterState::Silent }
    }

    fn print(&mut self, job: &PrintJob) -> PrintEnd {
        if !self.is_in_order() {
            return PrintEnd::without_file(PrintState::NotPrinted);
        }
        if let Some(state) = refusal(self.state.read()) {
            return PrintEnd::without_file(state);
        }
        self.draw(job).unwrap_or_else(|error| {
            let error = &error as &dyn std::error::Error;
            tracing::error!(job = %job.id, error, "A slip was not printed");
            PrintEnd::without_file(PrintState::NotPrinted)
        })
    }
}

/// What becomes of a slip in a state in which none comes out.
fn refusal(state: PrinterState) -> Option<PrintState> {
    match state {
        PrinterState::Ready | PrinterState::NearEnd => None,
        PrinterState::NoPaper | PrinterState::CoverOpen | PrinterState::Fault => {
            Some(PrintState::NotPrinted)
        }
        PrinterState::Silent => Some(PrintState::Uncertain),
    }
}

#[cfg(test)]
mod tests;
