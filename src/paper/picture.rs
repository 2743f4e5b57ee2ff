//! A picture of dots in grey, for paper.

/// Grey dots, drawn as large as they are meant to stand on paper.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    width: usize,
    per_mm: u16,
    grey: Vec<u8>,
}

impl std::fmt::Debug for Picture {
    /// Tells the size only.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Picture({} × {})", self.width(), self.height())
    }
}

impl Picture {
    /// Rows of `width` dots from top to bottom, 0 for black and 255 for white; how many dots
    /// a millimetre has where the picture is as large as it was drawn for.
    #[must_use]
    pub fn new(width: usize, per_mm: u16, grey: Vec<u8>) -> Self {
        Self { width: width.max(1), per_mm: per_mm.max(1), grey }
    }

    /// Dots across.
    #[must_use]
    pub fn width(&self) -> usize {
        self.width
    }

    /// Dots down.
    #[must_use]
    pub fn height(&self) -> usize {
        self.grey.len() / self.width
    }

    /// The dots, row by row: 0 for black, 255 for white.
    #[must_use]
    pub fn grey(&self) -> &[u8] {
        &self.grey
    }

    /// Width and height in points, as it was drawn for.
    pub(super) fn points(&self) -> (f32, f32) {
        let points = |dots: usize| {
            f32::from(u16::try_from(dots).unwrap_or(u16::MAX)) / f32::from(self.per_mm) * POINTS
        };
        (points(self.width()), points(self.height()))
    }
}

/// Points of a millimetre.
const POINTS: f32 = 72.0 / 25.4;
