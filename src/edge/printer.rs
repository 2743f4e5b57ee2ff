//! TEMPORARY STUB: replaced by the paper part.
use crate::domain::{devices::PrinterState, receipt::Slip, visit::PrintState};
use std::path::PathBuf;
use uuid::Uuid;
pub struct PrintEnd { pub state: PrintState, pub file: Option<PathBuf> }
#[derive(Debug)] pub enum PrinterReport { State(PrinterState), Ended { job: Uuid, end: PrintEnd } }
impl std::fmt::Debug for PrintEnd { fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str("PrintEnd") } }
pub struct PrintJob { pub id: Uuid, pub slip: Slip }
pub trait Printer: Send {}
pub struct NoPrinter; impl Printer for NoPrinter {}
pub struct PaperFolder; impl Printer for PaperFolder {}
impl PaperFolder { pub fn new(_: PathBuf, _: crate::config::PaperWidth, _: Option<crate::paper::Crest>) -> Self { Self } }
pub struct PrinterThread(Box<dyn Fn(PrinterReport) + Send>);
impl PrinterThread {
    pub fn start(_: Box<dyn Printer>, f: impl Fn(PrinterReport) + Send + 'static) -> Self { Self(Box::new(f)) }
    pub fn print(&self, job: PrintJob) { let _ = job.slip; (self.0)(PrinterReport::Ended { job: job.id, end: PrintEnd { state: PrintState::Printed, file: None } }); }
    pub fn ask_state(&self) { (self.0)(PrinterReport::State(PrinterState::Ready)); }
}
