//! Sheets of A4 that are filled from top to bottom.

use super::super::fonts::{Fonts, Run};
use super::letters::{self, Line};

/// The paper.
pub(super) const WIDTH: f32 = 595.28;
pub(super) const HEIGHT: f32 = 841.89;
/// Blank on every side: 17 mm, more than any office printer leaves out.
pub(super) const MARGIN: f32 = 48.0;
/// Between the margins.
pub(super) const ROOM: f32 = WIDTH - 2.0 * MARGIN;

/// The height of a line, of the type's size: accents on capitals and a Romanian Ș below fit in.
pub(super) const LEADING: f32 = 1.3;
/// Where letters stand in a line, from its top.
pub(super) const BASELINE: f32 = 1.0;
/// The foot of a sheet that is not the only one, for people who read with difficulty.
pub(super) const FOOT: f32 = 18.0;

/// Something on paper; its place is that of its upper left corner, of words where they stand.
pub(super) enum Mark {
    /// Words.
    Words { x: f32, y: f32, size: f32, line: Line },
    /// Something black.
    Bar { x: f32, y: f32, width: f32, height: f32 },
    /// The crest.
    Crest { x: f32, y: f32, width: f32, height: f32 },
}

impl Mark {
    pub(super) fn lower(&mut self, by: f32) {
        let (Self::Words { y, .. } | Self::Bar { y, .. } | Self::Crest { y, .. }) = self;
        *y += by;
    }
}

/// What stays together on one sheet; places are counted from its top.
#[derive(Default)]
pub(super) struct Part {
    pub(super) marks: Vec<Mark>,
    pub(super) height: f32,
    /// Blank after it.
    pub(super) gap: f32,
}

/// A sheet; places are counted from its top.
pub(super) struct Sheet {
    pub(super) marks: Vec<Mark>,
}

/// Puts parts on as many sheets as they need. Of several, each tells at its foot, in type of that
/// size, which one it is, and of what.
pub(super) fn fill(
    parts: Vec<Part>,
    fonts: &mut Fonts,
    number: Option<&str>,
    foot_size: f32,
) -> Vec<Sheet> {
    let height: f32 = parts.iter().map(|part| part.height + part.gap).sum();
    let last_gap = parts.last().map_or(0.0, |part| part.gap);
    let is_only = height - last_gap <= HEIGHT - 2.0 * MARGIN;
    let foot = if is_only { 0.0 } else { LEADING * foot_size };
    let mut sheets = vec![Sheet { marks: Vec::new() }];
    let mut top = MARGIN;
    for mut part in parts {
        let overflows = top + part.height > HEIGHT - MARGIN - foot;
        if overflows && !is_only && top > MARGIN {
            sheets.push(Sheet { marks: Vec::new() });
            top = MARGIN;
        }
        part.marks.iter_mut().for_each(|mark| mark.lower(top));
        top += part.height + part.gap;
        if let Some(sheet) = sheets.last_mut() {
            sheet.marks.append(&mut part.marks);
        }
    }
    if !is_only {
        number_sheets(&mut sheets, fonts, number, foot_size);
    }
    sheets
}

fn number_sheets(sheets: &mut [Sheet], fonts: &mut Fonts, number: Option<&str>, size: f32) {
    let count = sheets.len();
    for (index, sheet) in sheets.iter_mut().enumerate() {
        let which = format!("{}/{count}", index + 1);
        let text = [number.unwrap_or_default(), &which].join("   ");
        let line = letters::line(fonts, &[Run::plain(text.trim_start())]);
        let x = WIDTH - MARGIN - line.width * size;
        let y = HEIGHT - MARGIN - (LEADING - BASELINE) * size;
        sheet.marks.push(Mark::Words { x, y, size, line });
    }
}
