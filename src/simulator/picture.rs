//! The dots that came out on paper.

use png::{BitDepth, ColorType, EncodingError, PixelDimensions, Unit};

/// Black dots on white paper, eight a byte, the left one in the highest bit.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    width: usize,
    bits: Vec<u8>,
}

impl std::fmt::Debug for Picture {
    /// Tells the size only: the dots are what somebody said.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Picture({} × {})", self.width, self.height())
    }
}

impl Picture {
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

    /// The rows from top to bottom, 1 for black.
    #[must_use]
    pub fn bits(&self) -> &[u8] {
        &self.bits
    }

    /// Adds white rows.
    pub(super) fn feed(&mut self, rows: usize) {
        self.bits.resize(self.bits.len() + rows * self.stride(), 0);
    }

    /// Adds a row `times` times; `bits` begin at the dot `offset`, and end at the paper's edge.
    pub(super) fn add(&mut self, bits: &[u8], offset: usize, times: usize) {
        let mut row = vec![0; self.stride()];
        for (byte, eight) in bits.iter().enumerate() {
            for dot in 0..8 {
                let x = offset + byte * 8 + dot;
                if eight & (0x80 >> dot) != 0
                    && let Some(place) = row.get_mut(x / 8)
                {
                    *place |= 0x80 >> (x % 8);
                }
            }
        }
        for _ in 0..times {
            self.bits.extend_from_slice(&row);
        }
    }

    /// A PNG of one bit a dot that knows its size on paper.
    ///
    /// # Errors
    /// Only what the encoder finds wrong with the size.
    pub(super) fn png(&self, dpi: u16) -> Result<Vec<u8>, EncodingError> {
        let mut file = Vec::new();
        let side = |dots: usize| u32::try_from(dots).unwrap_or(u32::MAX);
        let mut encoder = png::Encoder::new(&mut file, side(self.width), side(self.height()));
        encoder.set_color(ColorType::Grayscale);
        encoder.set_depth(BitDepth::One);
        let per_metre = u32::from(dpi) * 10_000 / 254;
        let dimensions = PixelDimensions { xppu: per_metre, yppu: per_metre, unit: Unit::Meter };
        encoder.set_pixel_dims(Some(dimensions));
        let white: Vec<u8> = self.bits.iter().map(|byte| !byte).collect();
        encoder.write_header()?.write_image_data(&white)?;
        Ok(file)
    }

    fn stride(&self) -> usize {
        self.width / 8
    }
}

/// Every dot of a row twice as wide, and so on.
pub(super) fn widened(bits: &[u8], times: u8) -> Vec<u8> {
    if times == 1 {
        return bits.to_vec();
    }
    let times = usize::from(times);
    let mut wide = vec![0; bits.len() * times];
    for x in 0..bits.len() * 8 * times {
        let from = x / times;
        if bits[from / 8] & (0x80 >> (from % 8)) != 0 {
            wide[x / 8] |= 0x80 >> (x % 8);
        }
    }
    wide
}
