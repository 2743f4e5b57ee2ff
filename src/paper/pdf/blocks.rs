//! Blocks as parts of a sheet: how large each is and where it stands.
//!
//! As on thermal paper the number, the code and the dates between two rules leap to the eye.

use super::super::PaperError;
use super::super::fonts::{Fonts, Run};
use super::letters;
use super::parts::{self, Align, across, beside, code, frame, under};
use super::sheet::{BASELINE, LEADING, MARGIN, Mark, Part, ROOM};
use crate::domain::receipt::Block;

/// The protocol number, in points: the same at every scale.
const NUMBER: [f32; 5] = [48.0, 44.0, 40.0, 36.0, 32.0];
/// Headings, the code, the promised dates and the name beside the crest, of the body's size.
const HEADING: f32 = 1.5;
const CODE: f32 = 2.0;
const PROMISED: f32 = 1.25;
const NAME: f32 = 1.25;
/// The crest's longer side, of the body's size.
const CREST: f32 = 3.6;
/// The QR code without its quiet zone: 40 mm.
const QR: f32 = 113.4;
/// Room to write by hand, 10 mm high and 70 mm wide at least.
const WRITING: (f32, f32) = (28.0, 198.0);
/// How many lines stay together.
const TOGETHER: usize = 8;

/// Sets blocks in one size of type.
pub(super) struct Composer<'f> {
    fonts: &'f mut Fonts,
    body: f32,
    crest: Option<(f32, f32)>,
    parts: Vec<Part>,
    cramped: bool,
}

impl<'f> Composer<'f> {
    /// Nothing yet; the body's size in points, and the crest's shape.
    pub(super) fn new(fonts: &'f mut Fonts, body: f32, crest: Option<(f32, f32)>) -> Self {
        Self { fonts, body, crest, parts: Vec::new(), cramped: false }
    }

    /// Whether a word was too wide for this size.
    pub(super) fn cramped(&self) -> bool {
        self.cramped
    }

    pub(super) fn parts(self) -> Vec<Part> {
        self.parts
    }

    pub(super) fn put(&mut self, blocks: &[Block]) -> Result<(), PaperError> {
        let first = blocks.iter().position(|block| *block == Block::Rule);
        let last = blocks.iter().rposition(|block| *block == Block::Rule);
        let between = |index| first < Some(index) && last > Some(index) && first.is_some();
        let mut rest = blocks.iter().enumerate().peekable();
        while let Some((index, block)) = rest.next() {
            if let Block::Line(text) = block
                && let Some((_, Block::Qr(code))) = rest.peek()
            {
                self.text_and_code(text, code)?;
                rest.next();
                continue;
            }
            self.block(block, between(index))?;
        }
        Ok(())
    }

    fn block(&mut self, block: &Block, between_rules: bool) -> Result<(), PaperError> {
        let (body, all) = (self.body, (MARGIN, ROOM));
        match block {
            Block::Crest(name) => self.head(name),
            Block::Heading(text) => {
                let part = self.text(&[Run::bold(text)], HEADING * body, all, Align::Centre);
                self.add(part);
            }
            Block::Banner(text) => self.banner(text),
            Block::Number(number) => self.number(number),
            Block::Field { label, value } if is_code(value) => {
                self.field(label, value, CODE, Align::Centre);
            }
            Block::Field { label, value } if between_rules => {
                self.field(label, value, PROMISED, Align::Left);
            }
            Block::Field { label, value } => {
                let label = format!("{label}:");
                self.paragraph(&[Run::plain(&label), Run::bold(value)]);
            }
            Block::Line(text) => self.paragraph(&[Run::plain(text)]),
            // Toner and ink do not.
            Block::Fades(_) => {}
            Block::Qr(text) => {
                let (code, side) = code(text, QR)?;
                self.add(across(code, (MARGIN + (ROOM - side) / 2.0, 0.0), side));
            }
            Block::Passport { purpose, words, code, .. } => {
                self.paragraph(&[Run::bold(words)]);
                self.text_and_code(purpose, code)?;
            }
            Block::WritingLine(label) => self.writing_line(label),
            Block::Rule => {
                let bar = Mark::Bar { x: MARGIN, y: 0.0, width: ROOM, height: 1.0 };
                self.add(Part { marks: vec![bar], height: 1.0, gap: 0.0 });
            }
        }
        Ok(())
    }

    fn add(&mut self, part: Part) {
        self.parts.push(Part { gap: self.body * 0.5, ..part });
    }

    /// Words in a column, wrapped; smaller where a word would not fit.
    fn text(
        &mut self,
        runs: &[Run<'_>],
        size: f32,
        (left, room): (f32, f32),
        align: Align,
    ) -> Part {
        let fitting = parts::fitting(self.fonts, runs, size, room);
        self.cramped |= fitting < size;
        parts::text(self.fonts, runs, fitting, (left, room), align)
    }

    /// Body text across the paper; a long one may go on, on the next sheet.
    fn paragraph(&mut self, runs: &[Run<'_>]) {
        let whole = self.text(runs, self.body, (MARGIN, ROOM), Align::Left);
        let lines = whole.marks.len().max(1);
        let Ok(count) = u16::try_from(lines) else { return self.add(whole) };
        let line = whole.height / f32::from(count);
        let mut marks = whole.marks.into_iter().peekable();
        let mut above = 0.0;
        while marks.peek().is_some() {
            let mut part = Part::default();
            for mut mark in marks.by_ref().take(TOGETHER) {
                mark.lower(-above);
                part.marks.push(mark);
                part.height += line;
            }
            above += part.height;
            if marks.peek().is_some() { self.parts.push(part) } else { self.add(part) }
        }
    }

    /// The crest and the administration's name beside it.
    fn head(&mut self, name: &str) {
        let size = NAME * self.body;
        let name = [Run::bold(name)];
        let Some((width, height)) = self.crest else {
            let part = self.text(&name, size, (MARGIN, ROOM), Align::Centre);
            return self.add(part);
        };
        let scale = CREST * self.body;
        let (width, height) = (width * scale, height * scale);
        let left = MARGIN + width + self.body;
        let words = self.text(&name, size, (left, MARGIN + ROOM - left), Align::Left);
        let crest = Mark::Crest { x: MARGIN, y: 0.0, width, height };
        self.add(beside(words, Part { marks: vec![crest], height, gap: 0.0 }));
    }

    fn banner(&mut self, text: &str) {
        let inset = 0.4 * self.body;
        let room = (MARGIN + inset, ROOM - 2.0 * inset);
        let words = self.text(&[Run::bold(text)], HEADING * self.body, room, Align::Centre);
        let mut part = across(words.marks, (0.0, inset), words.height + 2.0 * inset);
        part.marks.extend(frame((MARGIN, 0.0), (ROOM, part.height), 2.0));
        self.add(part);
    }

    /// The number between two thick rules: on one line, or on two where it is long.
    fn number(&mut self, number: &str) {
        let lines = [vec![number], halves(number)];
        let smallest = NUMBER[NUMBER.len() - 1];
        let mut widest = |lines: &[&str]| {
            lines.iter().map(|line| letters::width(self.fonts, Run::bold(line))).fold(0.0, f32::max)
        };
        let chosen =
            lines.iter().find(|lines| widest(lines) * smallest <= ROOM).unwrap_or(&lines[1]);
        let widest = widest(chosen);
        let size = NUMBER.into_iter().find(|size| widest * size <= ROOM).unwrap_or(smallest);
        let (thick, inset) = (3.0, 0.3 * self.body);
        let mut part = Part { height: thick + inset, ..Part::default() };
        part.marks.push(Mark::Bar { x: MARGIN, y: 0.0, width: ROOM, height: thick });
        for line in chosen {
            let words = self.text(&[Run::bold(line)], size, (MARGIN, ROOM), Align::Centre);
            part = under(part, words);
        }
        part.height += inset;
        part.marks.push(Mark::Bar { x: MARGIN, y: part.height, width: ROOM, height: thick });
        part.height += thick;
        self.add(part);
    }

    /// A label and a value in larger type, on one line where there is room.
    fn field(&mut self, label: &str, value: &str, scale: f32, align: Align) {
        let (body, large) = (self.body, scale * self.body);
        let label = format!("{label}:");
        let words = letters::line(self.fonts, &[Run::plain(&label)]);
        let number = letters::line(self.fonts, &[Run::bold(value)]);
        let space = 0.5 * body;
        let needed = words.width * body + space + number.width * large;
        if needed > ROOM {
            let above = self.text(&[Run::plain(&label)], body, (MARGIN, ROOM), align);
            let below = self.text(&[Run::bold(value)], large, (MARGIN, ROOM), align);
            return self.add(under(above, below));
        }
        let x = match align {
            Align::Left => MARGIN,
            Align::Centre => MARGIN + (ROOM - needed) / 2.0,
        };
        let y = BASELINE * large;
        let right = x + words.width * body + space;
        let marks = vec![
            Mark::Words { x, y, size: body, line: words },
            Mark::Words { x: right, y, size: large, line: number },
        ];
        self.add(Part { marks, height: LEADING * large, gap: 0.0 });
    }

    /// Text, and beside it the code that it speaks of.
    fn text_and_code(&mut self, text: &str, address: &str) -> Result<(), PaperError> {
        let (code, side) = code(address, QR)?;
        let room = ROOM - side;
        let words = self.text(&[Run::plain(text)], self.body, (MARGIN, room), Align::Left);
        self.add(beside(words, across(code, (MARGIN + room, 0.0), side)));
        Ok(())
    }

    fn writing_line(&mut self, label: &str) {
        let label = [Run::plain(label)];
        let (high, wide) = WRITING;
        let beside = letters::line(self.fonts, &label).width * self.body + 0.5 * self.body;
        let is_beside = ROOM - beside >= wide;
        let mut part = Part::default();
        if !is_beside {
            part = self.text(&label, self.body, (MARGIN, ROOM), Align::Left);
        }
        let y = part.height + high;
        let left = MARGIN + if is_beside { beside } else { 0.0 };
        if is_beside {
            let line = letters::line(self.fonts, &label);
            part.marks.push(Mark::Words { x: MARGIN, y, size: self.body, line });
        }
        part.marks.push(Mark::Bar { x: left, y, width: MARGIN + ROOM - left, height: 1.0 });
        part.height = y + 0.3 * self.body;
        self.add(part);
    }
}

/// Parts a number after the dot or dash that is nearest to its middle.
fn halves(number: &str) -> Vec<&str> {
    let after = number.match_indices(['.', '-']).map(|(index, mark)| index + mark.len());
    let middle = after.min_by_key(|index| (2 * index).abs_diff(number.len()));
    let (first, second) = number.split_at(middle.unwrap_or(number.len()));
    if second.is_empty() { vec![first] } else { vec![first, second] }
}

/// Whether a value is something to type in again: digits in groups.
fn is_code(value: &str) -> bool {
    !value.is_empty() && value.chars().all(|c| c.is_ascii_digit() || c == ' ')
}
