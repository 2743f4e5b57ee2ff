//! Leaflets: what somebody takes home, hangs up or lays on a table, in large type on A4 or A5.
//!
//! Whoever reads them reads with difficulty. A step stands on one sheet with its picture, words
//! are never smaller than [`SMALL`], and what does not fit goes on, on the next sheet.

mod form;
mod plan;

use std::sync::Arc;

use super::super::fonts::{Fonts, Run};
use super::super::picture::Picture;
use super::super::{Crest, PaperError, pictures};
use super::file::{self, File};
use super::letters;
use super::parts::{self, Align, across, beside, code, frame, level, moved, under};
use super::sheet::{self, Format, Mark, Part};

pub use plan::{Pin, Plan};

/// The smallest type, at the foot of a sheet, in points.
const SMALL: f32 = 14.0;
/// Of the body's size: what the leaflet is about, headings, and what is said besides.
const TITLE: f32 = 1.6;
const HEADING: f32 = 1.2;
const BESIDES: f32 = 0.9;
/// The crest's longer side, of the body's size.
const CREST: f32 = 2.6;
/// A code without its quiet zone: 30 mm.
const CODE: f32 = 85.0;
/// The number of a step, and the column that it stands in, of the body's size.
const NUMBER: f32 = 1.8;
const NUMBERS: f32 = 2.2;
/// A sign beside words, in points: 24 mm.
const SIGN: f32 = 68.0;
/// Dots of a point: as fine as the screens are drawn.
const FINE: f32 = 3.5;
/// From words to the picture beside or below them.
const GAP: f32 = 14.0;
/// The most of the foot that tells what the leaflet is about, beside which sheet it is.
const FOOT: f32 = 0.8;
/// Points of a millimetre.
const POINT: f32 = 72.0 / 25.4;

/// The paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Steps beside their pictures.
    A4,
    /// Steps above their pictures.
    A5,
}

impl Kind {
    fn format(self) -> Format {
        match self {
            Self::A4 => Format::A4,
            Self::A5 => Format::A5,
        }
    }

    /// Sizes of body text that are tried for one sheet, in points; the first again for several.
    fn bodies(self) -> [f32; 3] {
        match self {
            Self::A4 => [18.0, 17.0, 16.0],
            Self::A5 => [16.0, 15.8, 15.6],
        }
    }
}

/// One leaflet, in finished words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Leaflet {
    /// What it is about; at the foot of each of several sheets.
    pub title: String,
    /// What stands on it, from top to bottom.
    pub pieces: Vec<Piece>,
}

/// Something on a leaflet.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// The administration's name, beside the city's crest.
    Brand(String),
    /// What it is about.
    Title(String),
    /// What follows.
    Heading(String),
    /// A sentence or two.
    Text(String),
    /// What must not be overlooked: a heading and sentences in a frame.
    Framed(String, Vec<String>),
    /// A step, whole on one sheet.
    Step(Step),
    /// A step that has a sheet for itself.
    Card(Step),
    /// Sentences, and the code that they speak of.
    Code(Vec<String>, String),
    /// Something to tick.
    Tick(String),
    /// Lines to write on by hand, side by side.
    Write(Vec<String>),
    /// Words in the middle, of the body's size.
    Centred(String, f32),
    /// A sign in the middle, in millimetres across.
    Sign(String, f32),
    /// Blank, in millimetres.
    Blank(f32),
    /// Columns with their shares of the width, and blank rows to fill in.
    Rows(Vec<(String, f32)>, usize),
    /// Where places lie.
    Plan(Plan),
}

/// A step and what belongs to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Step {
    /// Which one it is; empty where it is not counted.
    pub number: String,
    /// What is to be done.
    pub ask: String,
    /// What is said besides.
    pub more: Vec<String>,
    /// What one sees there.
    pub figure: Option<Figure>,
}

/// What stands beside a step.
#[derive(Clone, Debug, PartialEq)]
pub enum Figure {
    /// The screen itself.
    Screen(Arc<Picture>),
    /// A sign of the icon set.
    Sign(String),
}

/// Sets leaflets one after the other, each from a new sheet on; `language` is the tag of their
/// words.
///
/// # Errors
/// [`PaperError::QrTooLarge`]; [`PaperError::NoTypeface`] when the typeface cannot be embedded.
pub fn leaflets(
    leaflets: &[Leaflet],
    kind: Kind,
    language: &str,
    crest: Option<&Crest>,
    fonts: &mut Fonts,
) -> Result<Vec<u8>, PaperError> {
    let mut sheets = Vec::new();
    for leaflet in leaflets {
        sheets.append(&mut set(leaflet, kind, crest, fonts)?);
    }
    let title = leaflets.first().map_or("Acolhe", |leaflet| leaflet.title.as_str());
    let file = file::write(&sheets, &File { title, language: Some(language) }, crest, fonts);
    fonts.forget();
    file
}

/// One leaflet on one sheet, in the largest type in which it stands there, or on as many as it
/// needs.
fn set(
    leaflet: &Leaflet,
    kind: Kind,
    crest: Option<&Crest>,
    fonts: &mut Fonts,
) -> Result<Vec<sheet::Sheet>, PaperError> {
    let [usual, smaller @ ..] = kind.bodies();
    let sheets = set_in(leaflet, kind, usual, crest, fonts)?;
    // What needs three does not fit on one.
    if sheets.len() == 2 {
        for body in smaller {
            let one = set_in(leaflet, kind, body, crest, fonts)?;
            if one.len() == 1 {
                return Ok(one);
            }
        }
    }
    Ok(sheets)
}

fn set_in(
    leaflet: &Leaflet,
    kind: Kind,
    body: f32,
    crest: Option<&Crest>,
    fonts: &mut Fonts,
) -> Result<Vec<sheet::Sheet>, PaperError> {
    let mut composer = Composer { fonts, kind, body, crest: crest.map(Crest::shape) };
    let mut parts: Vec<Part> = Vec::new();
    let mut above: Option<Part> = None;
    for piece in &leaflet.pieces {
        let part = composer.piece(piece)?;
        let part = match above.take() {
            Some(above) => under(above, part),
            None => part,
        };
        if matches!(piece, Piece::Heading(_)) {
            // A heading never stands alone at the foot of a sheet.
            above = Some(part);
        } else {
            let gap = if matches!(piece, Piece::Text(_) | Piece::Tick(_)) { 0.3 } else { 0.6 };
            parts.push(Part { gap: gap * composer.body, ..part });
        }
    }
    parts.extend(above);
    let wide = letters::width(composer.fonts, Run::plain(&leaflet.title)) * SMALL;
    let subject = (wide < FOOT * composer.room()).then_some(leaflet.title.as_str());
    Ok(sheet::fill(parts, kind.format(), composer.fonts, subject, SMALL))
}

struct Composer<'f> {
    fonts: &'f mut Fonts,
    kind: Kind,
    body: f32,
    crest: Option<(f32, f32)>,
}

impl Composer<'_> {
    /// Across, between the margins.
    fn room(&self) -> f32 {
        self.kind.format().room().0
    }

    /// From the top to the foot, between the margins.
    fn height(&self) -> f32 {
        self.kind.format().room().1 - sheet::LEADING * SMALL
    }

    fn left(&self) -> f32 {
        self.kind.format().margin
    }

    /// The whole width.
    fn all(&self) -> (f32, f32) {
        (self.left(), self.room())
    }

    fn piece(&mut self, piece: &Piece) -> Result<Part, PaperError> {
        let (body, all) = (self.body, self.all());
        Ok(match piece {
            Piece::Brand(name) => self.brand(name),
            Piece::Title(text) => self.bold(text, TITLE * body, all),
            Piece::Heading(text) => {
                let mut part = moved(self.bold(text, HEADING * body, all), 0.3 * body);
                part.height += 0.2 * body;
                part
            }
            Piece::Text(text) => self.text(&[Run::plain(text)], body, all, Align::Left),
            Piece::Framed(heading, lines) => self.framed(heading, lines),
            Piece::Step(step) => self.step(step),
            Piece::Card(step) => {
                let part = self.stacked(step);
                // Nothing else stands on its sheet.
                Part { height: self.height().max(part.height), ..part }
            }
            Piece::Code(words, address) => self.code(words, address)?,
            Piece::Tick(text) => self.tick(text),
            Piece::Write(labels) => self.write(labels),
            Piece::Centred(text, scale) => {
                self.text(&[Run::bold(text)], scale * body, all, Align::Centre)
            }
            Piece::Sign(name, millimetres) => {
                let side = millimetres * POINT;
                let left = self.left() + (self.room() - side) / 2.0;
                across(sign(name, side).marks, (left, 0.0), side)
            }
            Piece::Blank(millimetres) => Part { height: millimetres * POINT, ..Part::default() },
            Piece::Rows(columns, count) => self.rows(columns, *count),
            Piece::Plan(plan) => self.plan(plan),
        })
    }

    fn text(&mut self, runs: &[Run<'_>], size: f32, column: (f32, f32), align: Align) -> Part {
        let size = parts::fitting(self.fonts, runs, size, column.1);
        parts::text(self.fonts, runs, size, column, align)
    }

    fn bold(&mut self, text: &str, size: f32, column: (f32, f32)) -> Part {
        self.text(&[Run::bold(text)], size, column, Align::Left)
    }

    fn brand(&mut self, name: &str) -> Part {
        let (left, room) = self.all();
        let Some((width, height)) = self.crest else {
            return self.bold(name, self.body, (left, room));
        };
        let scale = CREST * self.body;
        let (width, height) = (width * scale, height * scale);
        let indent = width + 0.6 * self.body;
        let words = self.bold(name, self.body, (left + indent, room - indent));
        let crest = Mark::Crest { x: left, y: 0.0, width, height };
        beside(words, Part { marks: vec![crest], height, gap: 0.0 })
    }

    fn framed(&mut self, heading: &str, lines: &[String]) -> Part {
        let body = self.body;
        let inset = 0.7 * body;
        let (left, room) = self.all();
        let column = (left + inset, room - 2.0 * inset);
        let mut part = moved(self.bold(heading, HEADING * body, column), inset);
        for line in lines {
            let words = self.text(&[Run::plain(line)], body, column, Align::Left);
            part = under(part, moved(words, 0.2 * body));
        }
        part.height += inset;
        part.marks.extend(frame((left, 0.0), (room, part.height), 2.0));
        part
    }

    /// What is asked, and what is said besides.
    fn words(&mut self, step: &Step, column: (f32, f32)) -> Part {
        let body = self.body;
        let mut part = self.bold(&step.ask, body, column);
        for more in &step.more {
            let words = self.text(&[Run::plain(more)], BESIDES * body, column, Align::Left);
            part = under(part, moved(words, 0.25 * body));
        }
        part
    }

    /// The number, and the words beside it in what is left of a column.
    fn numbered(&mut self, step: &Step, (left, room): (f32, f32)) -> Part {
        if step.number.is_empty() {
            return self.words(step, (left, room));
        }
        let indent = NUMBERS * self.body;
        let number = self.bold(&step.number, NUMBER * self.body, (left, indent));
        let words = self.words(step, (left + indent, room - indent));
        // The first line stands beside the middle of the number.
        level(number, moved(words, 0.45 * self.body))
    }

    fn step(&mut self, step: &Step) -> Part {
        let part = match self.kind {
            Kind::A4 => self.abreast(step),
            Kind::A5 => self.stacked(step),
        };
        // Air between two steps.
        Part { height: part.height + 0.6 * self.body, ..part }
    }

    /// Words, and beside them what one sees.
    fn abreast(&mut self, step: &Step) -> Part {
        let (left, room) = self.all();
        let Some(figure) = &step.figure else { return self.numbered(step, (left, room)) };
        if matches!(figure, Figure::Screen(dots) if dots.points().0 > 0.5 * room) {
            return self.stacked(step);
        }
        let figure = figure_part(figure, (0.5 * room, self.height()));
        let wide = figure.1;
        let words = self.numbered(step, (left, room - wide - GAP));
        let height = figure.0.height;
        level(words, across(figure.0.marks, (left + room - wide, 0.0), height))
    }

    /// Words, and below them what one sees.
    fn stacked(&mut self, step: &Step) -> Part {
        let (left, room) = self.all();
        match &step.figure {
            None => self.numbered(step, (left, room)),
            Some(Figure::Sign(_)) => self.abreast(step),
            Some(figure) => {
                let words = self.numbered(step, (left, room));
                let rest = self.height() - words.height - GAP - self.body;
                let (figure, wide) = figure_part(figure, (room, rest));
                let height = figure.height;
                let figure = across(figure.marks, (left + (room - wide) / 2.0, 0.0), height);
                under(words, moved(figure, GAP))
            }
        }
    }

    fn code(&mut self, lines: &[String], address: &str) -> Result<Part, PaperError> {
        let (marks, side) = code(address, CODE)?;
        let (left, room) = self.all();
        let column = (left, room - side);
        let mut words = Part::default();
        for line in lines {
            let line = self.text(&[Run::plain(line)], self.body, column, Align::Left);
            words = under(words, moved(line, 0.2 * self.body));
        }
        Ok(beside(words, across(marks, (left + room - side, 0.0), side)))
    }
}

/// A figure as large as it was drawn, or as it has room, and how wide it is then.
fn figure_part(figure: &Figure, (width, height): (f32, f32)) -> (Part, f32) {
    match figure {
        Figure::Screen(dots) => {
            let (wide, high) = dots.points();
            let scale = (width / wide).min(height / high).min(1.0);
            let (width, height) = (scale * wide, scale * high);
            let dots = Arc::clone(dots);
            let marks = vec![Mark::Picture { x: 0.0, y: 0.0, width, height, dots }];
            (Part { marks, height, gap: 0.0 }, width)
        }
        Figure::Sign(name) => (sign(name, SIGN), SIGN),
    }
}

/// A sign of the icon set; blank where there is none of the name.
fn sign(name: &str, side: f32) -> Part {
    let drawn = pictures::draw(name, dots(side));
    let marks = drawn.map(|ink| {
        let grey = ink.rows().flatten().map(|dot| u8::MAX - dot).collect();
        let dots = Arc::new(Picture::new(ink.width(), 1, grey));
        Mark::Picture { x: 0.0, y: 0.0, width: side, height: side, dots }
    });
    Part { marks: marks.into_iter().collect(), height: side, gap: 0.0 }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some hundreds")]
fn dots(points: f32) -> u16 {
    (points * FINE).ceil() as u16
}

#[cfg(test)]
mod tests;
