//! A strip of paper that grows downwards as things are put on it.

use std::ops::RangeInclusive;

use cosmic_text::Align;

use super::fonts::{Fonts, Run};
use super::ink::Ink;
use super::raster::Raster;
use super::{PaperWidth, Setting, dots};

/// The narrowest that type is squeezed to stay on one line, in per cent.
const NARROWEST: usize = 80;
/// How thick a frame is, in dots.
const FRAME: usize = 4;
/// How long and thick a dash is, and how far from the next, in dots.
const DASH: usize = 3;

/// A strip of paper.
#[derive(Debug)]
pub(super) struct Page<'f> {
    fonts: &'f mut Fonts,
    raster: Raster,
    margin: usize,
    setting: Setting,
}

impl<'f> Page<'f> {
    /// Blank paper.
    pub(super) fn new(width: PaperWidth, fonts: &'f mut Fonts, setting: Setting) -> Self {
        let margin = match width {
            PaperWidth::Mm58 => 4,
            PaperWidth::Mm80 => 8,
        };
        Self { fonts, raster: Raster::new(width.dots()), margin, setting }
    }

    /// What was put on it.
    pub(super) fn tear_off(self) -> Raster {
        self.raster
    }

    /// Dots across, between the margins.
    pub(super) fn room(&self) -> usize {
        self.raster.width() - 2 * self.margin
    }

    /// Points at this page's scale, in dots; never less than the points say.
    pub(super) fn points(&self, points: u16) -> u16 {
        self.scaled(dots(points))
    }

    /// Dots that grow with the type.
    pub(super) fn scaled(&self, dots: u16) -> u16 {
        dots * self.setting.size / 100
    }

    /// Blank rows between two things.
    pub(super) fn gap(&mut self) {
        self.raster.feed(self.setting.gap);
    }

    /// Blank rows within one thing.
    pub(super) fn small_gap(&mut self) {
        self.raster.feed(self.setting.gap * 2 / 3);
    }

    /// A black line across.
    pub(super) fn rule(&mut self, thickness: usize) {
        let top = self.raster.height();
        self.raster.feed(thickness);
        self.raster.fill((self.margin, top), (self.room(), thickness));
    }

    /// A dotted line to write on by hand, with room above it.
    pub(super) fn writing_line(&mut self, room: u16) {
        self.raster.feed(room.into());
        let top = self.raster.height();
        self.raster.feed(DASH);
        for left in (self.margin..self.margin + self.room()).step_by(2 * DASH) {
            self.raster.fill((left, top), (DASH, DASH));
        }
    }

    /// Words wrapped over lines; the size in dots.
    pub(super) fn paragraph(&mut self, runs: &[Run<'_>], size: u16, align: Align) {
        let ink = self.column(runs, size, self.room(), align);
        self.append(&ink);
    }

    /// Bold words on one line: in the largest of the sizes that fits, squeezed a little where that
    /// helps; wrapped in the largest where none does. Sizes in points, the largest first.
    pub(super) fn headline(&mut self, text: &str, sizes: RangeInclusive<u16>, align: Align) {
        let largest = self.points(*sizes.end());
        for points in sizes.rev() {
            let size = self.points(points);
            if self.fits(text, size, NARROWEST) {
                return self.squeezed(text, size, align);
            }
        }
        self.paragraph(&[Run::bold(text)], largest, align);
    }

    /// Whether bold words fit on one line of `breadth` per cent; the size in dots.
    pub(super) fn fits(&mut self, text: &str, size: u16, breadth: usize) -> bool {
        self.fonts.width(Run::bold(text), size) * breadth / 100 <= self.room()
    }

    /// Bold words on one line, however much they must be squeezed; the size in dots.
    pub(super) fn squeezed(&mut self, text: &str, size: u16, align: Align) {
        let run = Run::bold(text);
        let natural = self.fonts.width(run, size).max(self.room());
        let ink = self.fonts.set(&[run], size, natural, align).squeezed(self.room()).trimmed();
        self.append(&ink);
    }

    /// Words wrapped in a column, not yet on the paper; size and breadth in dots.
    pub(super) fn column(
        &mut self,
        runs: &[Run<'_>],
        size: u16,
        breadth: usize,
        align: Align,
    ) -> Ink {
        let natural = breadth * 100 / usize::from(self.setting.breadth);
        self.fonts.set(runs, size, natural, align).squeezed(breadth).trimmed()
    }

    /// A picture in the middle.
    pub(super) fn picture(&mut self, ink: &Ink) {
        let left = self.raster.width().saturating_sub(ink.width()) / 2;
        let top = self.raster.height();
        self.raster.feed(ink.height());
        self.raster.stamp(ink, (left, top));
    }

    /// Pictures in a row, as far from the edges as from each other.
    pub(super) fn row(&mut self, pictures: &[Ink]) {
        let top = self.raster.height();
        let taken: usize = pictures.iter().map(Ink::width).sum();
        let gap = self.raster.width().saturating_sub(taken) / (pictures.len() + 1);
        self.raster.feed(pictures.iter().map(Ink::height).max().unwrap_or(0));
        let mut left = gap;
        for picture in pictures {
            self.raster.stamp(picture, (left, top));
            left += picture.width() + gap;
        }
    }

    /// Two things side by side, their middles at the same height.
    pub(super) fn beside(&mut self, left: &Ink, right: &Ink) {
        let (top, height) = (self.raster.height(), left.height().max(right.height()));
        self.raster.feed(height);
        self.raster.stamp(left, (self.margin, top + (height - left.height()) / 2));
        let x = self.raster.width() - self.margin - right.width();
        self.raster.stamp(right, (x, top + (height - right.height()) / 2));
    }

    /// A bold line in a frame across the paper.
    pub(super) fn framed(&mut self, text: &str, sizes: RangeInclusive<u16>) {
        let top = self.raster.height();
        self.raster.feed(3 * FRAME);
        self.headline(text, sizes, Align::Center);
        self.raster.feed(3 * FRAME);
        let (width, height) = (self.room(), self.raster.height() - top);
        let (left, right) = (self.margin, self.margin + width - FRAME);
        for y in [top, top + height - FRAME] {
            self.raster.fill((left, y), (width, FRAME));
        }
        for x in [left, right] {
            self.raster.fill((x, top), (FRAME, height));
        }
    }

    fn append(&mut self, ink: &Ink) {
        let top = self.raster.height();
        self.raster.feed(ink.height());
        self.raster.stamp(ink, (self.margin, top));
    }
}
