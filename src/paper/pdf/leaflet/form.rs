//! What is filled in by hand: boxes, lines, rows.

use super::super::super::fonts::Run;
use super::super::parts::{Align, frame, level, moved};
use super::super::sheet::{BASELINE, Mark, Part};
use super::{BESIDES, Composer};

/// A row to write in by hand: 14 mm, in points.
const ROW: f32 = 40.0;
/// Room above a line to write on: 10 mm, in points.
const WRITING: f32 = 28.0;
/// How thick a line is, in points.
const LINE: f32 = 1.0;

impl Composer<'_> {
    /// A box, and what it stands for.
    pub(super) fn tick(&mut self, text: &str) -> Part {
        let (left, room) = self.all();
        let (body, side) = (self.body, 0.9 * self.body);
        let indent = side + 0.7 * body;
        let column = (left + indent, room - indent);
        let words = self.text(&[Run::plain(text)], BESIDES * body, column, Align::Left);
        let marks = frame((left, 0.15 * body), (side, side), 1.5).into_iter().collect();
        level(Part { marks, height: 1.2 * side, gap: 0.0 }, words)
    }

    /// Labels above their lines, side by side.
    pub(super) fn write(&mut self, labels: &[String]) -> Part {
        let (mut left, room) = self.all();
        let count = u8::try_from(labels.len().max(1)).map_or(1.0, f32::from);
        let width = (room - (count - 1.0) * self.body) / count;
        let mut part = Part::default();
        for label in labels {
            let words =
                self.text(&[Run::plain(label)], BESIDES * self.body, (left, width), Align::Left);
            part = level(part, words);
            left += width + self.body;
        }
        let y = part.height + WRITING;
        let mut left = self.left();
        for _ in labels {
            part.marks.push(Mark::Bar { x: left, y, width, height: LINE });
            left += width + self.body;
        }
        part.height = y + 0.3 * self.body;
        part
    }

    /// Columns with their headings, and as many blank rows as are wanted.
    pub(super) fn rows(&mut self, columns: &[(String, f32)], count: usize) -> Part {
        let (left, room) = self.all();
        let inset = 0.3 * self.body;
        let whole: f32 = columns.iter().map(|(_, share)| share).sum();
        let widths: Vec<f32> = columns.iter().map(|(_, share)| room * share / whole).collect();
        let mut head = Part::default();
        let mut at = left;
        for ((label, _), width) in columns.iter().zip(&widths) {
            let column = (at + inset, width - 2.0 * inset);
            let words = self.bold(label, BESIDES * self.body, column);
            head = level(head, moved(words, inset));
            at += width;
        }
        let top = head.height + inset;
        let mut bottom = top;
        let mut marks = head.marks;
        for _ in 0..count {
            marks.push(Mark::Bar { x: left, y: bottom, width: room, height: LINE });
            bottom += ROW;
        }
        marks.extend(frame((left, 0.0), (room, bottom), LINE));
        let mut at = left;
        for width in widths.iter().rev().skip(1).rev() {
            at += width;
            marks.push(Mark::Bar { x: at, y: 0.0, width: LINE, height: bottom });
        }
        Part { marks, height: bottom + BASELINE, gap: 0.0 }
    }
}
