//! Sheets that are filled from top to bottom.

use std::sync::Arc;

use super::super::fonts::{Fonts, Run};
use super::super::picture::Picture;
use super::letters::{self, Line};

/// Paper that an office printer takes; everything in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Format {
    pub(super) width: f32,
    pub(super) height: f32,
    /// Blank on every side, more than any office printer leaves out.
    pub(super) margin: f32,
}

impl Format {
    /// 210 by 297 mm, 17 of them blank on every side.
    pub(super) const A4: Self = Self { width: 595.28, height: 841.89, margin: MARGIN };
    /// 148 by 210 mm, 12 of them blank on every side.
    pub(super) const A5: Self = Self { width: 419.53, height: 595.28, margin: 34.0 };

    /// Between the margins: how wide, and how high.
    pub(super) fn room(self) -> (f32, f32) {
        (self.width - 2.0 * self.margin, self.height - 2.0 * self.margin)
    }
}

/// A slip's paper, A4.
pub(super) const MARGIN: f32 = 48.0;
/// Between its margins.
pub(super) const ROOM: f32 = Format::A4.width - 2.0 * MARGIN;

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
    /// A picture of dots.
    Picture { x: f32, y: f32, width: f32, height: f32, dots: Arc<Picture> },
    /// Straight lines around something that is filled.
    Shape { corners: Vec<(f32, f32)>, is_black: bool },
}

impl Mark {
    pub(super) fn lower(&mut self, by: f32) {
        self.move_by(0.0, by);
    }

    pub(super) fn move_by(&mut self, right: f32, down: f32) {
        match self {
            Self::Words { x, y, .. }
            | Self::Bar { x, y, .. }
            | Self::Crest { x, y, .. }
            | Self::Picture { x, y, .. } => {
                *x += right;
                *y += down;
            }
            Self::Shape { corners, .. } => {
                for (x, y) in corners {
                    *x += right;
                    *y += down;
                }
            }
        }
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
    pub(super) format: Format,
    pub(super) marks: Vec<Mark>,
}

/// Puts parts on as many sheets as they need. Of several, each tells at its foot, in type of that
/// size, which one it is, and of what.
pub(super) fn fill(
    parts: Vec<Part>,
    format: Format,
    fonts: &mut Fonts,
    subject: Option<&str>,
    foot_size: f32,
) -> Vec<Sheet> {
    let height: f32 = parts.iter().map(|part| part.height + part.gap).sum();
    let last_gap = parts.last().map_or(0.0, |part| part.gap);
    let bottom = format.height - format.margin;
    let is_only = height - last_gap <= bottom - format.margin;
    let foot = if is_only { 0.0 } else { LEADING * foot_size };
    let mut sheets = vec![Sheet { format, marks: Vec::new() }];
    let mut top = format.margin;
    for mut part in parts {
        let overflows = top + part.height > bottom - foot;
        if overflows && !is_only && top > format.margin {
            sheets.push(Sheet { format, marks: Vec::new() });
            top = format.margin;
        }
        part.marks.iter_mut().for_each(|mark| mark.lower(top));
        top += part.height + part.gap;
        if let Some(sheet) = sheets.last_mut() {
            sheet.marks.append(&mut part.marks);
        }
    }
    if !is_only {
        number_sheets(&mut sheets, fonts, subject, foot_size);
    }
    sheets
}

fn number_sheets(sheets: &mut [Sheet], fonts: &mut Fonts, subject: Option<&str>, size: f32) {
    let count = sheets.len();
    for (index, sheet) in sheets.iter_mut().enumerate() {
        let which = format!("{}/{count}", index + 1);
        let text = [subject.unwrap_or_default(), &which].join("   ");
        let line = letters::line(fonts, &[Run::plain(text.trim_start())]);
        let Format { width, height, margin } = sheet.format;
        let x = width - margin - line.width * size;
        let y = height - margin - (LEADING - BASELINE) * size;
        sheet.marks.push(Mark::Words { x, y, size, line });
    }
}
