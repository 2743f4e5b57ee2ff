//! Thermal printers that speak one of the dialects of ESC/POS.
//!
//! `press` decides, `talk` asks and waits, `dialect`, `reply` and `job` know the bytes, `link` and
//! its four kinds carry them. What a model is like stands in its [`Profile`].

use uuid::Uuid;

use super::profile::Profile;
use super::{NoAnswer, PrintEnd, PrintJob, Printer};
use crate::domain::devices::PrinterState;
use crate::domain::receipt::Slip;
use crate::domain::visit::PrintState;
use crate::paper::{self, Crest, Fonts, PaperError, PaperWidth};

mod address;
mod code_page;
mod device;
mod dialect;
#[cfg(test)]
mod fake;
mod job;
mod link;
mod poll;
mod press;
mod reply;
mod serial;
mod talk;
mod tcp;
#[cfg(test)]
mod terminal;
mod text;
mod usb;

pub use address::{Address, Flow};

use job::Dots;
use press::{Press, Sheet};

/// A thermal printer.
pub struct ThermalPrinter {
    profile: Profile,
    press: Press,
    crest: Option<Crest>,
    own_letters: bool,
    /// Looked for at the first need, on the printer's thread.
    fonts: Option<Fonts>,
}

impl std::fmt::Debug for ThermalPrinter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ThermalPrinter({})", self.profile.name)
    }
}

impl ThermalPrinter {
    /// A printer of a model at an address; it is looked for at the first need, and again whenever
    /// it was lost.
    #[must_use]
    pub fn new(profile: Profile, address: Address, crest: Option<Crest>) -> Self {
        // Another start each time: an acknowledgement of before must not fit.
        let [a, b, c, d, ..] = Uuid::new_v4().into_bytes();
        let press = Press::new(profile.clone(), address.link(), u32::from_le_bytes([a, b, c, d]));
        Self { profile, press, crest, own_letters: false, fonts: None }
    }

    /// For a station that ended in the middle of a slip: what hangs out of the printer is cut off
    /// before anything else is printed.
    #[must_use]
    pub fn cut_first(mut self) -> Self {
        self.press.cut_first();
        self
    }

    /// For a slow line: slips in the printer's own letters, without crest and code. One with a
    /// letter that the printer does not have is drawn all the same.
    #[must_use]
    pub fn in_its_own_letters(mut self) -> Self {
        self.own_letters = true;
        self
    }

    fn sheet(&mut self, slip: &Slip) -> Result<Sheet, SheetError> {
        if self.own_letters {
            return self.lettered(slip).or_else(|_| self.drawn(slip));
        }
        self.drawn(slip).or_else(|error| {
            tracing::warn!(error = &error as &dyn std::error::Error, "A slip cannot be drawn");
            self.lettered(slip)
        })
    }

    fn lettered(&self, slip: &Slip) -> Result<Sheet, SheetError> {
        Ok(text::sheet(slip, &self.profile)?)
    }

    fn drawn(&mut self, slip: &Slip) -> Result<Sheet, SheetError> {
        let fonts = match &mut self.fonts {
            Some(fonts) => fonts,
            none => none.insert(Fonts::installed()?),
        };
        let width = paper_width(&self.profile);
        let raster = paper::render(slip, width, self.crest.as_ref(), fonts)?;
        let dots = Dots { width: raster.width(), bits: raster.bits() };
        let mut pieces = dots.slices(self.profile.dots.into()).ok_or(SheetError::TooWide)?;
        pieces.extend(text::end(&self.profile));
        Ok(Sheet { pieces, rows: dots.height() })
    }
}

/// The widest paper whose dots all fit on the printer's head. A head with more is given white
/// margins; one with fewer than the narrowest paper is refused by [`Profile`].
fn paper_width(profile: &Profile) -> PaperWidth {
    if usize::from(profile.dots) < PaperWidth::Mm80.dots() {
        PaperWidth::Mm58
    } else {
        PaperWidth::Mm80
    }
}

/// Why there is nothing to send to the printer.
#[derive(Debug, thiserror::Error)]
enum SheetError {
    #[error(transparent)]
    Draw(#[from] PaperError),
    #[error("The slip is wider than the printer: correct dots in its profile")]
    TooWide,
    #[error(transparent)]
    Letters(#[from] code_page::Unmappable),
}

impl Printer for ThermalPrinter {
    fn no_answer(&self) -> Option<NoAnswer> {
        self.press.no_answer()
    }

    fn state(&mut self) -> PrinterState {
        self.press.state()
    }

    fn print(&mut self, job: &PrintJob) -> PrintEnd {
        PrintEnd::without_file(match self.sheet(&job.slip) {
            Ok(sheet) => self.press.print(&sheet),
            Err(error) => {
                let error = &error as &dyn std::error::Error;
                tracing::error!(job = %job.id, error, "A slip was not printed");
                PrintState::NotPrinted
            }
        })
    }
}

#[cfg(test)]
mod tests;
