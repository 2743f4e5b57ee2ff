//! QR codes, Model 2, error correction M (ISO/IEC 18004): a quarter of a crumpled one may be lost.

use qrcode::{Color, EcLevel, QrCode};

use super::PaperError;
use super::ink::Ink;

/// How wide a code may be with its quiet zone, where its modules allow it: 26 mm, in dots.
const WIDE: usize = 208;
/// The smallest module that a telephone reads, in dots.
const SMALLEST_MODULE: usize = 3;
/// Blank modules on every side.
const QUIET: usize = 4;

/// Draws the code of `text` with its quiet zone, at most `room` dots wide.
pub(super) fn draw(text: &str, room: usize) -> Result<Ink, PaperError> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M)
        .map_err(|_| PaperError::QrTooLarge)?;
    let modules = code.width() + 2 * QUIET;
    let module = (WIDE / modules).max(SMALLEST_MODULE);
    let side = modules * module;
    if side > room {
        return Err(PaperError::QrTooLarge);
    }
    let is_black = |x: usize, y: usize| {
        let inside = QUIET..QUIET + code.width();
        inside.contains(&x) && inside.contains(&y) && code[(x - QUIET, y - QUIET)] == Color::Dark
    };
    Ok(Ink::from_black(side, side, |x, y| is_black(x / module, y / module)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADDRESS: &str = "https://156.vilaserena.example/p/2026.0014.00371-13#482091";

    #[test]
    fn a_code_is_about_25_millimetres_wide_with_four_quiet_modules_around() {
        let ink = draw(ADDRESS, 376).unwrap();
        assert!((192..=208).contains(&ink.width()), "{}", ink.width());
        let blank = ink.rows().take_while(|row| row.iter().all(|dot| *dot == 0)).count();
        // Version 4 has 33 modules.
        assert_eq!((ink.width(), ink.height(), blank), (41 * 5, 41 * 5, 4 * 5));
    }

    #[test]
    fn a_long_text_keeps_modules_that_a_telephone_reads_or_is_refused() {
        let ink = draw(&"a".repeat(300), 376).unwrap();
        assert!(ink.width().is_multiple_of(SMALLEST_MODULE) && ink.width() > WIDE);
        assert!(matches!(draw(&"a".repeat(2000), 376), Err(PaperError::QrTooLarge)));
        assert!(matches!(draw(&"a".repeat(9000), 376), Err(PaperError::QrTooLarge)));
    }
}
