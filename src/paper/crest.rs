//! The city's crest, from colours to black and white.

use std::fs;
use std::path::Path;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::PaperError;
use super::ink::Ink;

/// A city's crest, ready to be drawn at any size.
#[derive(Clone, Debug)]
pub struct Crest(Tree);

impl Crest {
    /// Reads an SVG; text in it is left out.
    ///
    /// # Errors
    /// [`PaperError::NoCrest`], or [`PaperError::Crest`] when it is not an SVG or has no size.
    pub fn read(file: &Path) -> Result<Self, PaperError> {
        Self::of(&fs::read(file)?)
    }

    /// An SVG; text in it is left out.
    pub(super) fn of(svg: &[u8]) -> Result<Self, PaperError> {
        Ok(Self(Tree::from_data(svg, &Options::default())?))
    }

    /// Draws it within a square of `breadth` dots.
    pub(super) fn draw(&self, breadth: u16) -> Ink {
        let size = self.0.size();
        let scale = f32::from(breadth) / size.width().max(size.height());
        let Some(mut pixels) = size
            .to_int_size()
            .scale_by(scale)
            .and_then(|size| Pixmap::new(size.width(), size.height()))
        else {
            return Ink::blank(1, 1);
        };
        resvg::render(&self.0, Transform::from_scale(scale, scale), &mut pixels.as_mut());
        let (width, height) = (pixels.width() as usize, pixels.height() as usize);
        let dots = pixels.pixels();
        Ink::from_black(width, height, |x, y| {
            let dot = dots[y * width + x];
            // Premultiplied: what is transparent is white paper.
            let white = u32::from(255 - dot.alpha());
            let [red, green, blue] =
                [dot.red(), dot.green(), dot.blue()].map(|part| u32::from(part) + white);
            // Luma of ITU-R BT.601, in thousandths.
            let light = (299 * red + 587 * green + 114 * blue) / 1000;
            light < THRESHOLDS[y % 4][x % 4]
        })
    }
}

/// Ordered dithering (Bayer's 4 × 4 matrix) with raised contrast: dark colours are black, pale
/// ones white, and only what is between gets a texture.
const THRESHOLDS: [[u32; 4]; 4] = {
    const BAYER: [[u32; 4]; 4] = [[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]];
    let mut thresholds = [[0; 4]; 4];
    let mut cell = 0;
    while cell < 16 {
        thresholds[cell / 4][cell % 4] = 80 + 6 * BAYER[cell / 4][cell % 4];
        cell += 1;
    }
    thresholds
};
