//! Slips as dots and as plain text: one slip, two views of it.
//!
//! [`render`] draws a slip for a thermal printer, one bit a dot; [`text()`] writes the same slip in
//! columns. Nothing here knows a printer: `edge::printer` carries the dots to one.
//!
//! Sizes are in points (1/72 inch) or in dots of a 203 dpi head, 8 of them a millimetre.

mod crest;
mod fonts;
mod ink;
mod layout;
mod page;
mod pdf;
mod picture;
mod pictures;
mod qr;
mod raster;
mod strip;
mod text;

pub use crest::Crest;
pub use fonts::Fonts;
pub use pdf::{
    Check, Entry, Figure, Kind, Leaflet, Piece, Pin, Plan, Record, Step, leaflets, pdf, record,
};
pub use picture::Picture;
pub use raster::Raster;
pub use strip::{strip, strip_text};
pub use text::text;

use crate::domain::receipt::Slip;

/// Dots an inch of the usual thermal head.
pub const DPI: u16 = 203;

/// The longest slip that larger type may make: 20 cm, in dots. Longer than this is only what does
/// not fit in the smallest type.
pub const LONGEST: usize = 1598;

/// How a slip is set, the most legible first: whoever sees badly gets all the paper there is.
const SETTINGS: [Setting; 11] = [
    Setting { size: 140, breadth: 100, gap: 24 },
    Setting { size: 130, breadth: 100, gap: 24 },
    Setting { size: 120, breadth: 100, gap: 24 },
    Setting { size: 110, breadth: 100, gap: 24 },
    Setting { size: 100, breadth: 100, gap: 24 },
    Setting { size: 100, breadth: 90, gap: 24 },
    Setting { size: 100, breadth: 90, gap: 18 },
    Setting { size: 100, breadth: 90, gap: 12 },
    Setting { size: 100, breadth: 80, gap: 16 },
    Setting { size: 100, breadth: 80, gap: 12 },
    Setting { size: 100, breadth: 80, gap: 6 },
];

/// How a slip is set.
#[derive(Clone, Copy, Debug)]
struct Setting {
    /// Of type, in per cent of the smallest that is allowed.
    size: u16,
    /// Of running text, in per cent of the typeface's own.
    breadth: u16,
    /// Blank rows between two things, in dots.
    gap: usize,
}

/// The width of the paper, of which a little less is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperWidth {
    /// 58 mm: 384 dots.
    Mm58,
    /// 80 mm: 576 dots.
    Mm80,
}

impl PaperWidth {
    /// Dots across.
    #[must_use]
    pub fn dots(self) -> usize {
        match self {
            Self::Mm58 => 384,
            Self::Mm80 => 576,
        }
    }

    /// Columns across, in the printers' own typeface.
    #[must_use]
    pub fn columns(self) -> usize {
        match self {
            Self::Mm58 => 32,
            Self::Mm80 => 48,
        }
    }
}

/// Points in dots, never fewer than they are.
fn dots(points: u16) -> u16 {
    (points * DPI).div_ceil(72)
}

/// Why a slip cannot be drawn.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// No typeface at all.
    #[error("No typeface is installed: install Debian's fonts-sil-andika")]
    NoTypeface,
    /// The crest's file cannot be read.
    #[error("The crest cannot be read: put a crest.svg in the city's folder")]
    NoCrest(#[from] std::io::Error),
    /// The crest is not a picture.
    #[error("The crest cannot be drawn: repair the city's crest.svg")]
    Crest(#[from] resvg::usvg::Error),
    /// The text of a QR code does not fit.
    #[error("The QR code is too large for the paper: shorten the address of the follow-up page")]
    QrTooLarge,
    /// The picture cannot be written.
    #[error("The slip cannot be written as a picture: report it to the makers of Acolhe")]
    Png(#[from] png::EncodingError),
}

/// Draws a slip in the largest type in which it is not longer than [`LONGEST`].
///
/// # Errors
/// [`PaperError::QrTooLarge`].
pub fn render(
    slip: &Slip,
    width: PaperWidth,
    crest: Option<&Crest>,
    fonts: &mut Fonts,
) -> Result<Raster, PaperError> {
    let mut drawn = Err(PaperError::QrTooLarge);
    for setting in SETTINGS {
        drawn = layout::draw(slip, width, crest, fonts, setting);
        if drawn.as_ref().is_ok_and(|raster| raster.height() <= LONGEST) {
            break;
        }
    }
    fonts.forget();
    drawn
}
