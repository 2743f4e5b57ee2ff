//! What parts of a sheet are made of: words in a column, codes, frames, one thing beside another.

use qrcode::{Color, EcLevel, QrCode};

use super::super::PaperError;
use super::super::fonts::{Fonts, Run};
use super::letters;
use super::sheet::{BASELINE, LEADING, Mark, Part};

/// Blank modules around a code.
const QUIET: u8 = 4;
/// The smallest type in which a word is kept whole that is wider than the paper.
const SMALLEST: f32 = 9.0;

/// Where text stands between the left and the right.
#[derive(Clone, Copy)]
pub(super) enum Align {
    Left,
    Centre,
}

/// A size in which the widest word fits, at most the one that is wished.
pub(super) fn fitting(fonts: &mut Fonts, runs: &[Run<'_>], size: f32, room: f32) -> f32 {
    let widest = letters::widest(fonts, runs);
    if widest * size > room { (room / widest - f32::EPSILON).max(SMALLEST) } else { size }
}

/// Words in a column, wrapped.
pub(super) fn text(
    fonts: &mut Fonts,
    runs: &[Run<'_>],
    size: f32,
    (left, room): (f32, f32),
    align: Align,
) -> Part {
    let mut part = Part::default();
    for line in letters::wrap(fonts, runs, room / size) {
        let spare = match align {
            Align::Left => 0.0,
            Align::Centre => (room - line.width * size).max(0.0) / 2.0,
        };
        let y = part.height + BASELINE * size;
        part.marks.push(Mark::Words { x: left + spare, y, size, line });
        part.height += LEADING * size;
    }
    part
}

/// The modules of a code as black runs, and its side with the quiet zone; `side` is without it.
pub(super) fn code(text: &str, side: f32) -> Result<(Vec<Mark>, f32), PaperError> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M)
        .map_err(|_| PaperError::QrTooLarge)?;
    let modules = u8::try_from(code.width()).map_err(|_| PaperError::QrTooLarge)?;
    let module = side / f32::from(modules);
    let place = |at: u8| f32::from(at + QUIET) * module;
    let mut bars = Vec::new();
    for y in 0..modules {
        let is_dark = |x: &u8| code[(usize::from(*x), usize::from(y))] == Color::Dark;
        let dark: Vec<u8> = (0..modules).filter(is_dark).collect();
        for run in dark.chunk_by(|one, next| one + 1 == *next) {
            let width = place(run[run.len() - 1] + 1) - place(run[0]);
            // A hair higher than a module: else some printers leave white lines between rows.
            bars.push(Mark::Bar { x: place(run[0]), y: place(y), width, height: 1.01 * module });
        }
    }
    Ok((bars, f32::from(modules + 2 * QUIET) * module))
}

/// Black lines around a rectangle.
pub(super) fn frame((left, top): (f32, f32), (width, height): (f32, f32), thick: f32) -> [Mark; 4] {
    [
        (left, top, width, thick),
        (left, top + height - thick, width, thick),
        (left, top, thick, height),
        (left + width - thick, top, thick, height),
    ]
    .map(|(x, y, width, height)| Mark::Bar { x, y, width, height })
}

/// Marks moved to a place in a part of some height.
pub(super) fn across(mut marks: Vec<Mark>, (right, down): (f32, f32), height: f32) -> Part {
    for mark in &mut marks {
        mark.move_by(right, down);
    }
    Part { marks, height, gap: 0.0 }
}

/// Lower on the paper, with blank above.
pub(super) fn moved(part: Part, down: f32) -> Part {
    let height = part.height + down;
    across(part.marks, (0.0, down), height)
}

/// One thing below another.
pub(super) fn under(mut above: Part, below: Part) -> Part {
    let mut below = moved(below, above.height);
    above.marks.append(&mut below.marks);
    Part { marks: above.marks, height: below.height, gap: 0.0 }
}

/// Two columns, their middles at the same height; what is read first comes first.
pub(super) fn beside(first: Part, second: Part) -> Part {
    let height = first.height.max(second.height);
    let [first, second] = [first, second].map(|part| {
        let spare = (height - part.height) / 2.0;
        moved(part, spare)
    });
    Part { height, ..level(first, second) }
}

/// Two columns whose first lines stand at the same height.
pub(super) fn level(mut first: Part, mut second: Part) -> Part {
    first.marks.append(&mut second.marks);
    Part { marks: first.marks, height: first.height.max(second.height), gap: 0.0 }
}
