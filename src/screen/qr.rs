//! A QR code as a picture, a pixel a module, with its quiet zone.

use qrcode::{Color, EcLevel, QrCode};
use slint::{Image, Rgb8Pixel, SharedPixelBuffer};

/// Modules of white around the code (ISO/IEC 18004).
const QUIET: usize = 4;

/// The picture of a text's code; an empty one where there is no text, or too much of it.
pub(super) fn picture(text: &str) -> Image {
    let Ok(code) = QrCode::with_error_correction_level(text, EcLevel::M) else {
        return Image::default();
    };
    let width = code.width();
    let side = width + 2 * QUIET;
    let Ok(pixels) = u32::try_from(side) else { return Image::default() };
    let mut buffer = SharedPixelBuffer::<Rgb8Pixel>::new(pixels, pixels);
    let colors = code.to_colors();
    for (place, pixel) in buffer.make_mut_slice().iter_mut().enumerate() {
        let (x, y) = (place % side, place / side);
        let inside = (QUIET..QUIET + width).contains(&x) && (QUIET..QUIET + width).contains(&y);
        let dark = inside
            && colors.get((y - QUIET) * width + (x - QUIET)).is_some_and(|it| *it == Color::Dark);
        let level = if dark { 0 } else { 255 };
        *pixel = Rgb8Pixel { r: level, g: level, b: level };
    }
    Image::from_rgb8(buffer)
}
