//! Printers: a trait, a folder that stands in for one, and a thread each.
//!
//! A slip counts as printed when the printer says so, never because bytes were taken. Nobody
//! prints again by themselves: what became of a slip is told, and a person decides.

mod configured;
mod folder;
mod numbered;
pub mod office;
pub mod profile;
mod state_file;
mod thermal;
mod thread;

use std::path::PathBuf;

use uuid::Uuid;

pub use configured::{PrinterPlaces, PrinterSetupError, configured};
pub use folder::PaperFolder;
pub use thermal::{Address, Flow, ThermalPrinter};
pub use thread::{PrinterReport, PrinterThread};

use crate::config;
use crate::domain::devices::PrinterState;
use crate::domain::receipt::Slip;
use crate::domain::visit::PrintState;
use crate::paper::PaperWidth;

/// Something that prints slips; it may block for seconds and lives on a thread of its own.
pub trait Printer: Send {
    /// What it says of itself at this moment.
    fn state(&mut self) -> PrinterState;

    /// Prints a slip, at most once.
    fn print(&mut self, job: &PrintJob) -> PrintEnd;

    /// Why it did not answer when it was last asked, where that is known.
    fn no_answer(&self) -> Option<NoAnswer> {
        None
    }
}

/// Why a printer does not answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoAnswer {
    /// What kind of trouble it is.
    pub kind: std::io::ErrorKind,
    /// The same in the system's words.
    pub words: String,
}

/// A slip to print.
#[derive(Clone, PartialEq, Eq)]
pub struct PrintJob {
    /// Its id.
    pub id: Uuid,
    /// What is printed.
    pub slip: Slip,
}

impl std::fmt::Debug for PrintJob {
    /// Tells the id only: the slip is what somebody said.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PrintJob({})", self.id)
    }
}

/// What became of a slip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintEnd {
    /// Whether it came out; never [`PrintState::Started`].
    pub state: PrintState,
    /// Where it can be looked at, when the paper is a file.
    pub file: Option<PathBuf>,
}

impl PrintEnd {
    /// An end without a file.
    #[must_use]
    pub fn without_file(state: PrintState) -> Self {
        Self { state, file: None }
    }
}

/// A station without a printer.
#[derive(Clone, Copy, Debug)]
pub struct NoPrinter;

impl Printer for NoPrinter {
    fn state(&mut self) -> PrinterState {
        PrinterState::Silent
    }

    fn print(&mut self, _job: &PrintJob) -> PrintEnd {
        PrintEnd::without_file(PrintState::NotPrinted)
    }
}

impl From<config::PaperWidth> for PaperWidth {
    fn from(width: config::PaperWidth) -> Self {
        match width {
            config::PaperWidth::Mm58 => Self::Mm58,
            config::PaperWidth::Mm80 => Self::Mm80,
        }
    }
}
