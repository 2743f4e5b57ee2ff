//! How far apart colours are, sampled from what was drawn.

use slint::{Rgba8Pixel, SharedPixelBuffer};

use crate::thing::Rect;

/// A colour without its transparency.
type Colour = [u8; 3];

/// What was drawn.
pub(crate) struct Picture(SharedPixelBuffer<Rgba8Pixel>);

/// Letters and lines are drawn with soft edges: so many pixels must be of a colour to count.
const ENOUGH: usize = 6;

impl Picture {
    pub(crate) fn new(pixels: SharedPixelBuffer<Rgba8Pixel>) -> Self {
        Self(pixels)
    }

    fn at(&self, x: f32, y: f32) -> Option<Colour> {
        if x < 0.0 || y < 0.0 {
            return None;
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels")]
        let (x, y) = (x as usize, y as usize);
        let width = self.0.width() as usize;
        let pixel = (x < width).then(|| self.0.as_slice().get(y * width + x)).flatten()?;
        Some([pixel.r, pixel.g, pixel.b])
    }

    /// The contrast of letters with what they stand on; `None` where nothing can be seen.
    pub(crate) fn letters(&self, rect: Rect) -> Option<f32> {
        let ground = self.ground(rect)?;
        let mut best = [1.0_f32; ENOUGH];
        let mut last = (ground, 1.0);
        let mut y = rect.y + 1.0;
        while y < rect.bottom() - 1.0 {
            let mut x = rect.x + 1.0;
            while x < rect.right() - 1.0 {
                if let Some(colour) = self.at(x, y) {
                    if colour != last.0 {
                        last = (colour, contrast(colour, ground));
                    }
                    if last.1 > best[0] {
                        best[0] = last.1;
                        best.sort_by(f32::total_cmp);
                    }
                }
                x += 1.0;
            }
            // Every stroke is higher than that.
            y += 2.0;
        }
        Some(best[0])
    }

    /// The commonest colour of a rectangle: letters fill less than half of what they stand on.
    fn ground(&self, rect: Rect) -> Option<Colour> {
        let mut seen: Vec<(Colour, usize)> = Vec::new();
        for step in 0..24_u8 {
            let y = rect.y + (f32::from(step) + 0.5) / 24.0 * rect.height;
            for step in 0..24_u8 {
                let x = rect.x + (f32::from(step) + 0.5) / 24.0 * rect.width;
                let Some(colour) = self.at(x, y) else { continue };
                match seen.iter_mut().find(|(known, _)| *known == colour) {
                    Some((_, count)) => *count += 1,
                    None => seen.push((colour, 1)),
                }
            }
        }
        seen.into_iter().max_by_key(|(_, count)| *count).map(|(colour, _)| colour)
    }

    /// How well the edge of something can be told from what is around it, at its best side.
    pub(crate) fn edge(&self, rect: Rect, mm: f32) -> f32 {
        let (x, y) = rect.middle();
        let sides = [
            ((rect.x, y), (-1.0, 0.0)),
            ((rect.right() - 1.0, y), (1.0, 0.0)),
            ((x, rect.y), (0.0, -1.0)),
            ((x, rect.bottom() - 1.0), (0.0, 1.0)),
        ];
        let of_side = |((x, y), (out_x, out_y)): ((f32, f32), (f32, f32))| {
            let outside = self.at(x + out_x * 0.8 * mm, y + out_y * 0.8 * mm)?;
            let inwards = (0..=6_u8).map(|step| f32::from(step) * 0.25 * mm);
            inwards
                .filter_map(|step| self.at(x - out_x * step, y - out_y * step))
                .map(|colour| contrast(colour, outside))
                .max_by(f32::total_cmp)
        };
        sides.into_iter().filter_map(of_side).fold(1.0, f32::max)
    }

    /// How well the ring around something can be told from what lies within or without it, at its
    /// worst side; it stands from 0.3 to 1.2 mm around.
    pub(crate) fn ring(&self, rect: Rect, mm: f32) -> f32 {
        let (x, y) = rect.middle();
        let sides = [
            ((rect.x, y), (-1.0, 0.0)),
            ((rect.right(), y), (1.0, 0.0)),
            ((x, rect.y), (0.0, -1.0)),
            ((x, rect.bottom()), (0.0, 1.0)),
        ];
        let of_side = |((x, y), (out_x, out_y)): ((f32, f32), (f32, f32))| {
            let at = |away: f32| self.at(x + out_x * away * mm, y + out_y * away * mm);
            let ring = at(0.75)?;
            let beside = [at(0.12), at(1.45)].into_iter().flatten();
            beside.map(|colour| contrast(ring, colour)).max_by(f32::total_cmp)
        };
        sides.into_iter().filter_map(of_side).fold(f32::INFINITY, f32::min)
    }
}

/// The contrast of two colours (WCAG 2.2, contrast ratio), from 1 to 21.
fn contrast(one: Colour, other: Colour) -> f32 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: Colour) -> f32 {
    let [red, green, blue] = colour.map(|part| {
        let part = f32::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[test]
fn colours_are_as_far_apart_as_the_standard_says() {
    assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 0.01);
    assert!((contrast([119; 3], [255; 3]) - 4.48).abs() < 0.01);
}
