//! A slip on an ordinary sheet of A4, for towns without a thermal printer: a PDF of real text.
//!
//! Everything is in points (1/72 inch). A sheet has far more room than a strip, so all of it goes
//! into the size of the type.

mod blocks;
mod file;
mod leaflet;
mod letters;
mod parts;
mod record;
mod sheet;

use super::{Crest, Fonts, PaperError};
use crate::domain::receipt::{Block, Slip};
use blocks::Composer;
use file::File;
use sheet::{Format, Sheet};

pub use leaflet::{Figure, Kind, Leaflet, Piece, Pin, Plan, Step, leaflets};
pub use record::{Check, Entry, Record, record};

/// The smallest body text.
const BODY: f32 = 18.0;
/// Body text in per cent of the smallest, the most legible first.
const SCALES: [u8; 7] = [140, 130, 120, 115, 110, 105, 100];

/// Sets a slip on A4 in the largest type in which it stands on one page and no word is cut; what
/// is too long even in the smallest goes on, on more pages.
///
/// # Errors
/// [`PaperError::QrTooLarge`]; [`PaperError::NoTypeface`] when the typeface cannot be embedded.
pub fn pdf(slip: &Slip, crest: Option<&Crest>, fonts: &mut Fonts) -> Result<Vec<u8>, PaperError> {
    let file = sheets(slip, crest, fonts)
        .and_then(|sheets| file::write(&sheets, &File::PLAIN, crest, fonts));
    fonts.forget();
    file
}

fn sheets(slip: &Slip, crest: Option<&Crest>, fonts: &mut Fonts) -> Result<Vec<Sheet>, PaperError> {
    let number = slip.blocks.iter().find_map(|block| match block {
        Block::Number(number) => Some(number.as_str()),
        _ => None,
    });
    let mut sheets = Vec::new();
    for scale in SCALES {
        let body = BODY * f32::from(scale) / 100.0;
        let mut composer = Composer::new(fonts, body, crest.map(Crest::shape));
        composer.put(&slip.blocks)?;
        let cramped = composer.cramped();
        sheets = sheet::fill(composer.parts(), Format::A4, fonts, number, sheet::FOOT);
        if sheets.len() <= 1 && !cramped {
            break;
        }
    }
    Ok(sheets)
}

impl Crest {
    /// How wide and how high it is, the longer side being 1.
    fn shape(&self) -> (f32, f32) {
        // Drawn, since a picture knows its shape and nothing else outside tells it.
        let ink = self.draw(SHAPE);
        let side = |dots: usize| u16::try_from(dots).unwrap_or(SHAPE).min(SHAPE);
        let (width, height) = (side(ink.width()), side(ink.height()));
        (f32::from(width) / f32::from(SHAPE), f32::from(height) / f32::from(SHAPE))
    }
}

/// Dots along the longer side of a crest whose shape is measured.
const SHAPE: u16 = 200;

#[cfg(test)]
mod tests;
