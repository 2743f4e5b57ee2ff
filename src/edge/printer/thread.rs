//! One thread a printer: whoever asks never waits for it.

use std::collections::HashSet;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use uuid::Uuid;

use super::{PrintEnd, PrintJob, Printer};
use crate::domain::devices::PrinterState;
use crate::domain::visit::PrintState;

/// How many orders may wait: more than one person gives.
const ORDERS: usize = 4;

/// What is told of a printer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PrinterReport {
    /// What the printer says of itself: at the start, when asked and after every slip.
    State(PrinterState),
    /// What became of a slip.
    Ended {
        /// The print job.
        job: Uuid,
        /// What became of it.
        end: PrintEnd,
    },
}

/// A printer at work. Dropping it does what was asked for before, then ends.
pub struct PrinterThread {
    orders: Option<SyncSender<Order>>,
    withdrawn: Withdrawn,
    thread: Option<JoinHandle<()>>,
    report: Arc<dyn Fn(PrinterReport) + Send + Sync>,
}

/// Slips that nobody wants any more.
type Withdrawn = Arc<Mutex<HashSet<Uuid>>>;

enum Order {
    Print(PrintJob),
    AskState,
}

impl std::fmt::Debug for PrinterThread {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PrinterThread")
    }
}

/// A slip may wait for a blink, the next screen may not: where processors are few, drawing a slip
/// made the screen after a filing come half as late again.
fn give_way() {
    // On Linux this is about the thread alone; refused, both go on at the same pace.
    #[cfg(target_os = "linux")]
    let _ = rustix::process::nice(10);
}

impl PrinterThread {
    /// Starts a thread for a printer. `report` must not wait: it is called on that thread, and on
    /// the caller's for an order that is refused.
    #[must_use]
    pub fn start(
        printer: Box<dyn Printer>,
        report: impl Fn(PrinterReport) + Send + Sync + 'static,
    ) -> Self {
        let report: Arc<dyn Fn(PrinterReport) + Send + Sync> = Arc::new(report);
        let (orders, inbox) = sync_channel(ORDERS);
        let tell = Arc::clone(&report);
        let withdrawn = Withdrawn::default();
        let not_wanted = Arc::clone(&withdrawn);
        let started = thread::Builder::new().name("printer".to_owned()).spawn(move || {
            give_way();
            work(printer, &inbox, &not_wanted, &*tell);
        });
        if let Err(error) = &started {
            tracing::error!(%error, "The printer gets no thread: close other programs");
        }
        Self { orders: Some(orders), withdrawn, thread: started.ok(), report }
    }

    /// Hands a slip over and returns at once; what becomes of it is reported. A printer that has
    /// too many slips waiting does not take it: not printed.
    pub fn print(&self, job: PrintJob) {
        let id = job.id;
        if self.order(Order::Print(job)).is_err() {
            let end = PrintEnd::without_file(PrintState::NotPrinted);
            (self.report)(PrinterReport::Ended { job: id, end });
        }
    }

    /// Takes slips back that are not being printed yet, and returns at once: they end not printed.
    pub fn withdraw(&self, jobs: &[Uuid]) {
        self.withdrawn.lock().unwrap_or_else(PoisonError::into_inner).extend(jobs);
    }

    /// Asks for a report of the state and returns at once.
    pub fn ask_state(&self) {
        match self.order(Order::AskState) {
            // A busy printer tells its state when it is done, asked or not.
            Ok(()) | Err(TrySendError::Full(_)) => {}
            Err(TrySendError::Disconnected(_)) => {
                (self.report)(PrinterReport::State(PrinterState::Silent));
            }
        }
    }

    fn order(&self, order: Order) -> Result<(), TrySendError<Order>> {
        match &self.orders {
            Some(orders) => orders.try_send(order),
            None => Err(TrySendError::Disconnected(order)),
        }
    }
}

impl Drop for PrinterThread {
    fn drop(&mut self) {
        self.orders = None;
        if self.thread.take().is_some_and(|thread| thread.join().is_err()) {
            tracing::error!("The printer's thread ended in a fault");
        }
    }
}

fn work(
    mut printer: Box<dyn Printer>,
    orders: &Receiver<Order>,
    withdrawn: &Mutex<HashSet<Uuid>>,
    report: &dyn Fn(PrinterReport),
) {
    report(PrinterReport::State(printer.state()));
    for order in orders {
        if let Order::Print(job) = order {
            let mut withdrawn = withdrawn.lock().unwrap_or_else(PoisonError::into_inner);
            let is_wanted = !withdrawn.remove(&job.id);
            drop(withdrawn);
            let end = if is_wanted {
                printer.print(&job)
            } else {
                PrintEnd::without_file(PrintState::NotPrinted)
            };
            report(PrinterReport::Ended { job: job.id, end });
        }
        report(PrinterReport::State(printer.state()));
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Sender, channel};

    use super::*;
    use crate::domain::receipt::Slip;

    /// Prints when the test lets it, and tells when it has begun.
    struct Held {
        begun: Sender<()>,
        gate: Receiver<()>,
    }

    impl Printer for Held {
        fn state(&mut self) -> PrinterState {
            PrinterState::NearEnd
        }

        fn print(&mut self, _job: &PrintJob) -> PrintEnd {
            self.begun.send(()).unwrap();
            self.gate.recv().unwrap();
            PrintEnd::without_file(PrintState::Printed)
        }
    }

    fn start() -> (PrinterThread, Sender<()>, Receiver<()>, Receiver<PrinterReport>) {
        let (open, gate) = channel();
        let (begun, begins) = channel();
        let (tell, told) = channel();
        let report = move |report| tell.send(report).unwrap();
        let printer = PrinterThread::start(Box::new(Held { begun, gate }), report);
        (printer, open, begins, told)
    }

    fn job(number: u128) -> PrintJob {
        PrintJob { id: Uuid::from_u128(number), slip: Slip { blocks: Vec::new() } }
    }

    fn ended(number: u128) -> PrinterReport {
        let end = PrintEnd::without_file(PrintState::Printed);
        PrinterReport::Ended { job: Uuid::from_u128(number), end }
    }

    const NEAR_END: PrinterReport = PrinterReport::State(PrinterState::NearEnd);

    #[test]
    fn every_slip_is_reported_with_the_state_after_it() {
        let (printer, open, _begins, told) = start();
        open.send(()).unwrap();
        printer.print(job(1));
        drop(printer);
        assert_eq!(told.iter().collect::<Vec<_>>(), [NEAR_END, ended(1), NEAR_END]);
    }

    #[test]
    fn the_state_is_told_when_asked() {
        let (printer, _open, _begins, told) = start();
        printer.ask_state();
        drop(printer);
        assert_eq!(told.iter().collect::<Vec<_>>(), [NEAR_END, NEAR_END]);
    }

    #[test]
    fn a_slip_that_is_taken_back_before_its_turn_is_never_printed() {
        let (printer, open, begins, told) = start();
        printer.print(job(1));
        begins.recv().unwrap();
        printer.print(job(2));
        // The first has begun: it comes out whole.
        printer.withdraw(&[Uuid::from_u128(1), Uuid::from_u128(2)]);
        open.send(()).unwrap();
        drop(printer);
        let end = PrintEnd::without_file(PrintState::NotPrinted);
        let taken_back = PrinterReport::Ended { job: Uuid::from_u128(2), end };
        let ends = told.iter().filter(|report| *report != NEAR_END);
        assert_eq!(ends.collect::<Vec<_>>(), [ended(1), taken_back]);
        assert!(begins.try_recv().is_err());
    }

    #[test]
    fn whoever_asks_never_waits_and_what_was_taken_is_printed() {
        let (printer, open, begins, told) = start();
        printer.print(job(0));
        begins.recv().unwrap();
        for number in 1..=5 {
            printer.print(job(number));
        }
        let end = PrintEnd::without_file(PrintState::NotPrinted);
        let refused = PrinterReport::Ended { job: Uuid::from_u128(5), end };
        assert_eq!(told.try_iter().collect::<Vec<_>>(), [NEAR_END, refused]);
        printer.ask_state();
        for _ in 0..5 {
            open.send(()).unwrap();
        }
        drop(printer);
        let ends = told.iter().filter(|report| *report != NEAR_END);
        assert_eq!(ends.collect::<Vec<_>>(), [0, 1, 2, 3, 4].map(ended));
    }
}
