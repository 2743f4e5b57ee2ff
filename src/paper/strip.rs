//! A leaflet on a strip of thermal paper, however long, and the same as plain text.

use cosmic_text::Align;
use image::GrayImage;
use image::imageops::{FilterType, resize};

use super::fonts::Run;
use super::ink::Ink;
use super::page::Page;
use super::pdf::{Figure, Leaflet, Piece, Step};
use super::picture::Picture;
use super::{Crest, Fonts, PaperError, PaperWidth, Raster, Setting, layout, pictures, text};
use crate::domain::receipt::{Block, Slip};

/// Nobody carries it as they carry a receipt: its type is as large as on an office printer's A5.
const SETTING: Setting = Setting { size: 120, breadth: 100, gap: 24 };
/// Body text, in points, before it is scaled.
const BODY: u16 = 12;
/// A sign beside words: 12 mm, in dots.
const SIGN: u16 = 96;
/// From how light on a dot stays white.
const WHITE_FROM: u8 = 140;

/// Draws a leaflet with its screens.
///
/// # Errors
/// [`PaperError::QrTooLarge`].
pub fn strip(
    leaflet: &Leaflet,
    width: PaperWidth,
    crest: Option<&Crest>,
    fonts: &mut Fonts,
) -> Result<Raster, PaperError> {
    let mut page = Page::new(width, fonts, SETTING);
    for piece in &leaflet.pieces {
        page.gap();
        match piece {
            Piece::Step(step) | Piece::Card(step) => put_step(&mut page, step),
            other => {
                for block in blocks(other) {
                    layout::put(&mut page, &block, crest, false)?;
                    page.small_gap();
                }
            }
        }
    }
    page.gap();
    let drawn = page.tear_off();
    fonts.forget();
    Ok(drawn)
}

/// The words of a leaflet in lines of at most `columns` characters.
#[must_use]
pub fn strip_text(leaflet: &Leaflet, columns: usize) -> String {
    text(&Slip { blocks: leaflet.pieces.iter().flat_map(blocks).collect() }, columns)
}

fn put_step(page: &mut Page<'_>, step: &Step) {
    let body = page.points(BODY);
    page.paragraph(&[Run::bold(&numbered(step))], body, Align::Left);
    for more in &step.more {
        page.small_gap();
        page.paragraph(&[Run::plain(more)], body, Align::Left);
    }
    let drawn = match &step.figure {
        Some(Figure::Screen(picture)) => Some(small(picture, page.room())),
        Some(Figure::Sign(name)) => pictures::draw(name, SIGN),
        None => None,
    };
    if let Some(ink) = drawn {
        page.small_gap();
        page.picture(&ink);
    }
}

/// A picture in black dots, made smaller where it is wider than the paper.
fn small(picture: &Picture, room: usize) -> Ink {
    let side = |dots: usize| u32::try_from(dots).unwrap_or(u32::MAX);
    let (width, height) = (picture.width(), picture.height());
    let across = width.min(room);
    let down = height * across / width;
    let whole = GrayImage::from_raw(side(width), side(height), picture.grey().to_vec());
    let Some(whole) = whole else { return Ink::blank(1, 1) };
    let drawn = resize(&whole, side(across), side(down), FilterType::Triangle);
    let dots = drawn.as_raw();
    Ink::from_black(across, down, |x, y| dots[y * across + x] < WHITE_FROM)
}

/// A piece in the blocks of a slip; what only an office printer can print is left out.
fn blocks(piece: &Piece) -> Vec<Block> {
    let line = |text: &String| Block::Line(text.clone());
    match piece {
        Piece::Brand(text) => vec![Block::Crest(text.clone())],
        Piece::Title(text) | Piece::Centred(text, _) => vec![Block::Heading(text.clone())],
        Piece::Heading(text) => vec![Block::Rule, Block::Heading(text.clone())],
        Piece::Text(text) => vec![line(text)],
        Piece::Framed(heading, lines) => {
            std::iter::once(Block::Banner(heading.clone())).chain(lines.iter().map(line)).collect()
        }
        Piece::Step(step) | Piece::Card(step) => {
            let said = step.more.iter().map(line);
            std::iter::once(Block::Line(numbered(step))).chain(said).collect()
        }
        Piece::Code(lines, address) => {
            lines.iter().map(line).chain([Block::Qr(address.clone())]).collect()
        }
        Piece::Tick(text) => vec![Block::Line(format!("- {text}"))],
        Piece::Write(labels) => labels.iter().cloned().map(Block::WritingLine).collect(),
        Piece::Sign(..) | Piece::Blank(_) | Piece::Rows(..) | Piece::Plan(_) => Vec::new(),
    }
}

fn numbered(step: &Step) -> String {
    if step.number.is_empty() {
        return step.ask.clone();
    }
    format!("{}. {}", step.number, step.ask)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    fn leaflet(figure: Option<Figure>) -> Leaflet {
        let step = Step {
            number: "1".to_owned(),
            ask: "Atingeți butonul verde.".to_owned(),
            more: vec!["O singură dată.".to_owned()],
            figure,
        };
        let title = Piece::Title("Atingem ecranul".to_owned());
        Leaflet { title: String::new(), pieces: vec![title, Piece::Step(step)] }
    }

    fn drawn(figure: Option<Figure>) -> Raster {
        let mut fonts = Fonts::installed().unwrap();
        strip(&leaflet(figure), PaperWidth::Mm80, None, &mut fonts).unwrap()
    }

    #[test]
    fn a_screen_stands_below_its_words_as_wide_as_the_paper() {
        let black = Arc::new(Picture::new(820, 10, vec![0; 820 * 410]));
        let (bare, drawn) = (drawn(None), drawn(Some(Figure::Screen(black))));
        let higher = drawn.height() - bare.height();
        // 560 dots wide, half as high, and a gap above.
        assert!((280..320).contains(&higher), "{higher}");
        let middle = drawn.height() - 150;
        assert!((10..560).all(|x| drawn.is_black(x, middle)));
    }

    #[test]
    fn the_text_has_the_same_words() {
        let text = strip_text(&leaflet(None), 48);
        assert!(text.contains("1. Atingeți butonul verde.\nO singură dată."), "{text}");
    }
}
