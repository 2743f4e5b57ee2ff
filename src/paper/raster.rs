//! Black dots on white paper, as a thermal head and a PNG want them.

use super::ink::Ink;
use super::{DPI, PaperError};

/// From how much coverage on a dot is black: a little below half, so that thin strokes stay whole.
const BLACK_FROM: u8 = 112;

/// Black dots on white paper.
#[derive(Clone, PartialEq, Eq)]
pub struct Raster {
    width: usize,
    bits: Vec<u8>,
}

impl std::fmt::Debug for Raster {
    /// Tells the size only: the dots are what somebody said.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Raster({} × {})", self.width(), self.height())
    }
}

impl Raster {
    /// No rows yet; `width` in dots, a multiple of 8.
    pub(super) fn new(width: usize) -> Self {
        Self { width, bits: Vec::new() }
    }

    /// Dots across, a multiple of 8.
    #[must_use]
    pub fn width(&self) -> usize {
        self.width
    }

    /// Dots down.
    #[must_use]
    pub fn height(&self) -> usize {
        self.bits.len() / self.stride()
    }

    /// The rows from top to bottom, eight dots a byte, the left one in the highest bit, 1 for
    /// black: as ESC/POS `GS v 0` takes them.
    #[must_use]
    pub fn bits(&self) -> &[u8] {
        &self.bits
    }

    /// Whether a dot is black; outside it never is.
    #[must_use]
    pub fn is_black(&self, x: usize, y: usize) -> bool {
        x < self.width
            && self
                .bits
                .get(y * self.stride() + x / 8)
                .is_some_and(|byte| byte & (0x80 >> (x % 8)) != 0)
    }

    /// A greyscale PNG of one bit a dot that knows its size on paper.
    ///
    /// # Errors
    /// [`PaperError::Png`].
    pub fn png(&self) -> Result<Vec<u8>, PaperError> {
        let mut file = Vec::new();
        let side = |dots: usize| u32::try_from(dots).unwrap_or(u32::MAX);
        let mut encoder = png::Encoder::new(&mut file, side(self.width), side(self.height()));
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::One);
        let per_metre = u32::from(DPI) * 10_000 / 254;
        encoder.set_pixel_dims(Some(png::PixelDimensions {
            xppu: per_metre,
            yppu: per_metre,
            unit: png::Unit::Meter,
        }));
        // In a PNG 1 is white.
        let white: Vec<u8> = self.bits.iter().map(|byte| !byte).collect();
        encoder.write_header()?.write_image_data(&white)?;
        Ok(file)
    }

    /// Adds blank rows at the bottom.
    pub(super) fn feed(&mut self, rows: usize) {
        self.bits.resize(self.bits.len() + rows * self.stride(), 0);
    }

    /// Makes a rectangle black.
    pub(super) fn fill(&mut self, (x, y): (usize, usize), (width, height): (usize, usize)) {
        for row in y..y + height {
            for column in x..x + width {
                self.blacken(column, row);
            }
        }
    }

    /// Makes black what is covered enough.
    pub(super) fn stamp(&mut self, ink: &Ink, (x, y): (usize, usize)) {
        for (down, row) in ink.rows().enumerate() {
            for (across, _) in row.iter().enumerate().filter(|(_, dot)| **dot >= BLACK_FROM) {
                self.blacken(x + across, y + down);
            }
        }
    }

    fn blacken(&mut self, x: usize, y: usize) {
        let index = y * self.stride() + x / 8;
        if x < self.width
            && let Some(byte) = self.bits.get_mut(index)
        {
            *byte |= 0x80 >> (x % 8);
        }
    }

    fn stride(&self) -> usize {
        self.width / 8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_left_dot_is_in_the_highest_bit() {
        let mut raster = Raster::new(16);
        raster.feed(2);
        raster.fill((8, 1), (1, 1));
        assert_eq!(raster.bits(), [0, 0, 0, 0x80]);
        assert!(raster.is_black(8, 1));
        assert!(!raster.is_black(16, 0), "nothing runs over into the next row");
    }

    #[test]
    fn the_picture_has_one_bit_a_dot_and_knows_its_size_on_paper() {
        let mut raster = Raster::new(16);
        raster.feed(2);
        raster.fill((0, 0), (3, 1));
        let file = raster.png().unwrap();
        let mut reader = png::Decoder::new(std::io::Cursor::new(file)).read_info().unwrap();
        let mut pixels = vec![0; 4];
        reader.next_frame(&mut pixels).unwrap();
        assert_eq!(pixels, [0b0001_1111, 0xff, 0xff, 0xff]);
        let info = reader.info();
        assert_eq!(
            (info.color_type, info.bit_depth),
            (png::ColorType::Grayscale, png::BitDepth::One)
        );
        assert_eq!(info.pixel_dims.unwrap().xppu, 7992);
    }
}
