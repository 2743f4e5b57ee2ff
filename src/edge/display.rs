//! How large the glass is: what staff measured, else what the display says of itself, else what
//! glass with so many pixels usually measures.
//!
//! Everything a person touches or reads is sized in millimetres, so a wrong answer here makes all
//! of it wrong. In doubt the smaller glass is taken: on it nothing turns out too small to hit.

mod edid;
mod sysfs;

use std::path::Path;

use crate::config::GivenSize;

/// Where Linux shows its connectors.
const CONNECTORS: &str = "/sys/class/drm";
const MM_PER_INCH: f32 = 25.4;
/// How far width and height may disagree about how large a pixel is. The edges of a small display
/// that tells its size in whole centimetres are wrong by a tenth.
const STRETCH: f32 = 1.15;

/// Glass, as it stands before people.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glass {
    /// Visible from left to right.
    pub width_mm: f32,
    /// Visible from top to bottom.
    pub height_mm: f32,
    /// What fills it: width and height.
    pub pixels: (u32, u32),
    /// Whose word this is.
    pub known: How,
}

/// How a size is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Staff wrote it down.
    Configured,
    /// The display says so.
    Told,
    /// Nobody said anything.
    Guessed,
}

impl Glass {
    /// Pixels to a millimetre. Where width and height disagree, the direction with more of them
    /// counts: nothing is then smaller than it was meant to be.
    #[must_use]
    pub fn pixels_per_mm(&self) -> f32 {
        let (across, down) = self.densities();
        across.max(down)
    }

    /// Whether its pixels are about square. If not, the size is not that of this glass: it was
    /// measured or written down wrongly.
    #[must_use]
    pub fn has_square_pixels(&self) -> bool {
        let (across, down) = self.densities();
        across.max(down) <= across.min(down) * STRETCH
    }

    fn densities(&self) -> (f32, f32) {
        let (across, down) = lengths(self.pixels);
        (across / self.width_mm, down / self.height_mm)
    }

    /// Glass of two sides, laid the way the picture stands: a display does not know how it is
    /// mounted, and staff may copy its data sheet.
    fn of_sides(sides: (f32, f32), pixels: (u32, u32), known: How) -> Self {
        let lies = sides.0 > sides.1 && pixels.0 < pixels.1;
        let stands = sides.0 < sides.1 && pixels.0 > pixels.1;
        let (width_mm, height_mm) = if lies || stands { (sides.1, sides.0) } else { sides };
        Self { width_mm, height_mm, pixels, known }
    }

    fn of_diagonal(inches: f32, pixels: (u32, u32), known: How) -> Self {
        let (across, down) = lengths(pixels);
        let mm_per_pixel = inches * MM_PER_INCH / across.hypot(down);
        let (width_mm, height_mm) = (across * mm_per_pixel, down * mm_per_pixel);
        Self { width_mm, height_mm, pixels, known }
    }
}

/// The glass behind a window of so many physical pixels, which is taken to fill it.
///
/// Ask once the window has its size: a window without one is taken for a single pixel.
#[must_use]
pub fn glass(configured: Option<GivenSize>, pixels: (u32, u32)) -> Glass {
    glass_among(Path::new(CONNECTORS), configured, pixels)
}

/// Like [`glass`], with connectors that a test can make.
#[must_use]
pub fn glass_among(connectors: &Path, configured: Option<GivenSize>, pixels: (u32, u32)) -> Glass {
    let pixels = (pixels.0.max(1), pixels.1.max(1));
    match configured {
        Some(GivenSize::Sides { width_mm, height_mm }) => {
            Glass::of_sides((width_mm, height_mm), pixels, How::Configured)
        }
        Some(GivenSize::Diagonal { inches }) => Glass::of_diagonal(inches, pixels, How::Configured),
        None => told(connectors, pixels).unwrap_or_else(|| guessed(pixels)),
    }
}

/// What the display with these pixels says; of several the smallest.
fn told(connectors: &Path, pixels: (u32, u32)) -> Option<Glass> {
    sysfs::connected(connectors)
        .iter()
        .filter_map(|bytes| edid::read(bytes))
        .filter(|display| display.mode == pixels || display.mode == (pixels.1, pixels.0))
        .filter_map(|display| {
            display
                .sizes
                .into_iter()
                .map(|sides| Glass::of_sides(sides, pixels, How::Told))
                .find(is_believed)
        })
        .max_by(|one, other| one.pixels_per_mm().total_cmp(&other.pixels_per_mm()))
}

/// Whether a display's word can be true. Projectors say nothing, televisions tell the shape of
/// their picture as if it were a size (16 by 9 centimetres), converters tell whatever they like.
fn is_believed(glass: &Glass) -> bool {
    const SHORTEST_MM: f32 = 60.0;
    const SHAPES: [(f32, f32); 4] =
        [(160.0, 90.0), (160.0, 100.0), (1600.0, 900.0), (1600.0, 1000.0)];
    /// From a television of 85 inches to a telephone.
    const DENSITIES: std::ops::RangeInclusive<f32> = 1.0..=20.0;
    let (short, long) = (glass.width_mm.min(glass.height_mm), glass.width_mm.max(glass.height_mm));
    let tells_its_shape =
        SHAPES.iter().any(|shape| (shape.0 - long).abs() < 0.5 && (shape.1 - short).abs() < 0.5);
    short >= SHORTEST_MM
        && !tells_its_shape
        && glass.has_square_pixels()
        && DENSITIES.contains(&glass.pixels_per_mm())
}

/// Touch screens as they are sold: longer side, shorter side, inches. Where several sizes are
/// common it is a small one.
const USUAL: [(u32, u32, f32); 14] = [
    (800, 480, 7.0),
    (1024, 600, 10.1),
    (1024, 768, 15.0),
    (1280, 720, 7.0),
    (1280, 800, 10.1),
    (1280, 1024, 17.0),
    (1366, 768, 15.6),
    (1440, 900, 19.0),
    (1600, 900, 20.0),
    (1680, 1050, 22.0),
    (1920, 1080, 21.5),
    (1920, 1200, 10.1),
    (2560, 1440, 27.0),
    (3840, 2160, 32.0),
];

fn guessed(pixels: (u32, u32)) -> Glass {
    const PIXELS_PER_INCH: f32 = 100.0;
    let (long, short) = (pixels.0.max(pixels.1), pixels.0.min(pixels.1));
    let usual = USUAL.iter().find(|usual| (usual.0, usual.1) == (long, short));
    let inches = usual.map_or_else(
        || {
            let (across, down) = lengths(pixels);
            across.hypot(down) / PIXELS_PER_INCH
        },
        |usual| usual.2,
    );
    Glass::of_diagonal(inches, pixels, How::Guessed)
}

/// Pixels as numbers to reckon with; no display has more than 65 535 in a row.
fn lengths(pixels: (u32, u32)) -> (f32, f32) {
    let length = |count| f32::from(u16::try_from(count).unwrap_or(u16::MAX));
    (length(pixels.0), length(pixels.1))
}

#[cfg(test)]
mod tests;
