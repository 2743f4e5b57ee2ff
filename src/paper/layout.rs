//! Where everything stands on a slip, and how large.
//!
//! Three things must leap to the eye of somebody who sees badly: the protocol number, the access
//! code, and what stands between two rules (the dates that are promised). They get a line of their
//! own in large type; other fields run on after their label.

use cosmic_text::Align;

use super::fonts::Run;
use super::ink::Ink;
use super::page::Page;
use super::{Crest, Fonts, PaperError, PaperWidth, Raster, Setting, dots, pictures, qr};
use crate::domain::receipt::{Block, Slip};

/// Body text, in points.
const BODY: u16 = 12;
/// The protocol number, in points: the same at every scale, since it fills the width.
const NUMBER: u16 = 24;
/// How far the number is squeezed before it goes on two lines, in per cent.
const NARROWEST_NUMBER: usize = 70;
/// The height of the crest, in dots.
const CREST: u16 = 88;
/// A picture to recognise something by: 9 mm, in dots.
const PICTURE: u16 = 72;
/// Room to write by hand: 10 mm, in dots.
const WRITING: u16 = 80;

/// Draws a slip.
pub(super) fn draw(
    slip: &Slip,
    width: PaperWidth,
    crest: Option<&Crest>,
    fonts: &mut Fonts,
    setting: Setting,
) -> Result<Raster, PaperError> {
    let mut page = Page::new(width, fonts, setting);
    let parts: Vec<&[Block]> = slip.blocks.split(|block| *block == Block::Rule).collect();
    page.gap();
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            page.rule(2);
            page.gap();
        }
        let between_rules = index > 0 && index + 1 < parts.len();
        for block in *part {
            put(&mut page, block, crest, between_rules)?;
            // A code brings its own blank frame.
            if !matches!(block, Block::Qr(_) | Block::Passport { .. }) {
                page.gap();
            }
        }
    }
    page.gap();
    Ok(page.tear_off())
}

pub(super) fn put(
    page: &mut Page<'_>,
    block: &Block,
    crest: Option<&Crest>,
    between_rules: bool,
) -> Result<(), PaperError> {
    let body = page.points(BODY);
    match block {
        Block::Crest(name) => head(page, name, crest),
        Block::Heading(text) => page.headline(text, 13..=18, Align::Center),
        Block::Banner(text) => page.framed(text, 13..=18),
        Block::Number(number) => protocol_number(page, number),
        Block::Field { label, value } if is_code(value) => {
            page.paragraph(&[Run::plain(label)], body, Align::Center);
            page.gap();
            page.headline(value, BODY..=26, Align::Center);
            page.gap();
        }
        Block::Field { label, value } if between_rules => {
            page.paragraph(&[Run::plain(label)], body, Align::Left);
            page.small_gap();
            page.headline(value, BODY..=18, Align::Left);
            page.small_gap();
        }
        Block::Field { label, value } => {
            let label = format!("{label}: ");
            page.paragraph(&[Run::plain(&label), Run::bold(value)], body, Align::Left);
        }
        Block::Line(text) | Block::Fades(text) => {
            page.paragraph(&[Run::plain(text)], body, Align::Left);
        }
        Block::Passport { purpose, pictures, words, code } => {
            let breadth = page.scaled(PICTURE);
            let drawn = pictures.iter().filter_map(|name| pictures::draw(name, breadth));
            let drawn: Vec<Ink> = drawn.collect();
            page.paragraph(&[Run::plain(purpose)], body, Align::Left);
            page.gap();
            page.row(&drawn);
            page.gap();
            page.paragraph(&[Run::bold(words)], body, Align::Center);
            let code = qr::draw(code, page.room())?;
            page.picture(&code);
        }
        Block::Qr(text) => {
            let code = qr::draw(text, page.room())?;
            page.picture(&code);
        }
        Block::WritingLine(label) => {
            page.paragraph(&[Run::plain(label)], body, Align::Left);
            page.writing_line(WRITING);
        }
        Block::Rule => page.rule(2),
    }
    Ok(())
}

/// The crest and the administration's name beside it.
fn head(page: &mut Page<'_>, name: &str, crest: Option<&Crest>) {
    let size = page.points(BODY);
    let Some(crest) = crest else {
        return page.headline(name, BODY..=14, Align::Center);
    };
    let crest = crest.draw(page.scaled(CREST));
    let room = page.room() - crest.width() - usize::from(page.scaled(12));
    let name = page.column(&[Run::bold(name)], size, room, Align::Left);
    page.beside(&crest, &name);
}

/// The number on one line, or on two where the paper is narrow.
fn protocol_number(page: &mut Page<'_>, number: &str) {
    let size = dots(NUMBER);
    page.rule(4);
    page.gap();
    if page.fits(number, size, NARROWEST_NUMBER) {
        page.squeezed(number, size, Align::Center);
    } else {
        let (first, second) = halves(number);
        page.squeezed(first, size, Align::Center);
        page.small_gap();
        page.squeezed(second, size, Align::Center);
    }
    page.gap();
    page.rule(4);
}

/// Parts a number after the dot or dash that is nearest to its middle.
fn halves(number: &str) -> (&str, &str) {
    let after = number.match_indices(['.', '-']).map(|(index, mark)| index + mark.len());
    let middle = after.min_by_key(|index| (2 * index).abs_diff(number.len()));
    number.split_at(middle.unwrap_or(number.len()))
}

/// Whether a value is something to type in again: digits in groups.
fn is_code(value: &str) -> bool {
    !value.is_empty() && value.chars().all(|c| c.is_ascii_digit() || c == ' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_parted_at_its_dots_or_dash_only() {
        assert_eq!(halves("2026.0014.00371-13"), ("2026.0014.", "00371-13"));
        assert_eq!(halves("202600140037113"), ("202600140037113", ""));
    }

    #[test]
    fn an_access_code_is_a_code_and_a_date_is_not() {
        assert!(is_code("482 091"));
        assert!(!is_code("22 de novembro de 2026"));
        assert!(!is_code(""));
    }
}
