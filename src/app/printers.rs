//! The printers: the station's own, and one at the counter where there is one.

use std::collections::HashSet;

use uuid::Uuid;

use crate::domain::devices::PrinterState;
use crate::domain::event::Event;
use crate::domain::visit::Tray;
use crate::edge::printer::{PrintJob, PrinterReport, PrinterThread};

use super::App;
use super::log::{Event as LogEvent, log};
use super::speech::Touched;

/// The printers, and what they owe an answer to.
#[derive(Debug)]
pub(super) struct Printers {
    here: PrinterThread,
    counter: Option<PrinterThread>,
    asked: HashSet<Tray>,
    /// Those that have told how they are.
    known: HashSet<Tray>,
    printing: HashSet<Uuid>,
}

impl Printers {
    pub(super) fn new(here: PrinterThread, counter: Option<PrinterThread>) -> Self {
        Self {
            here,
            counter,
            asked: HashSet::new(),
            known: HashSet::new(),
            printing: HashSet::new(),
        }
    }

    fn at(&self, tray: Tray) -> Option<&PrinterThread> {
        match tray {
            Tray::Here => Some(&self.here),
            Tray::Counter => self.counter.as_ref(),
        }
    }

    /// Hands a slip over.
    pub(super) fn print(&mut self, tray: Tray, job: PrintJob) {
        self.printing.insert(job.id);
        // A counter that was taken out of the configuration: the row ends at the next start.
        if let Some(printer) = self.at(tray) {
            printer.print(job);
        }
    }

    /// Takes slips back that no printer has begun.
    pub(super) fn withdraw(&self, jobs: &[Uuid]) {
        for printer in std::iter::once(&self.here).chain(&self.counter) {
            printer.withdraw(jobs);
        }
    }

    /// Asks each how it is, unless it was asked already.
    pub(super) fn ask(&mut self) {
        for tray in [Tray::Here, Tray::Counter] {
            if self.at(tray).is_some()
                && self.asked.insert(tray)
                && let Some(printer) = self.at(tray)
            {
                printer.ask_state();
            }
        }
    }

    /// Whether one of them owes a state.
    pub(super) fn are_asked(&self) -> bool {
        !self.asked.is_empty()
    }

    /// Whether one of them owes anything.
    pub(super) fn are_busy(&self) -> bool {
        self.are_asked() || !self.printing.is_empty()
    }
}

impl App {
    pub(super) fn printer_told(&mut self, tray: Tray, report: PrinterReport) {
        match report {
            PrinterReport::State(state) => {
                self.printers.asked.remove(&tray);
                self.printer_is(tray, state);
            }
            PrinterReport::Ended { job, end } => {
                self.printers.printing.remove(&job);
                let mine = self.visit.prints.iter().any(|print| print.job == job);
                if let (true, Some(file)) = (mine, end.file) {
                    self.printed.push(file);
                }
                if let Err(error) = self.store.print_ended(job, end.state) {
                    log(LogEvent::CommitFailed, &[("reason", &error.to_string())]);
                }
                self.let_happen(&Event::PrintEnded { job, state: end.state });
                self.printers.ask();
            }
        }
    }

    fn printer_is(&mut self, tray: Tray, state: PrinterState) {
        let first = self.printers.known.insert(tray);
        let (same, printer) = match tray {
            Tray::Here => (self.devices.printer == state, "station"),
            Tray::Counter => (self.devices.counter_printer == Some(state), "counter"),
        };
        if same && !first {
            return;
        }
        match tray {
            Tray::Here => self.devices.printer = state,
            Tray::Counter => self.devices.counter_printer = Some(state),
        }
        log(LogEvent::PrinterChanged, &[("printer", printer), ("state", state.name())]);
        self.speak(&Touched::Nothing);
    }
}
