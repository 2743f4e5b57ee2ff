//! The typeface of the paper: Andika, made by SIL for people who are learning to read.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use cosmic_text::{
    Align, Attrs, Buffer, Family, Font, FontSystem, Metrics, Shaping, SwashCache, SwashContent,
    Weight, Wrap, fontdb,
};

use super::PaperError;
use super::ink::Ink;

/// The typefaces that are looked for, the best first.
const FAMILIES: [&str; 2] = ["Andika", "DejaVu Sans"];

/// Line height in per cent of the type's size: as tight as accents on capitals allow.
const LEADING: u16 = 115;
/// What hangs below the last line's box, a Romanian Ș for one, in per cent of the type's size.
const OVERHANG: u16 = 30;

/// The typefaces of the system and of the user; looking through them takes as long as a screen.
static INSTALLED: LazyLock<fontdb::Database> = LazyLock::new(|| {
    let mut database = fontdb::Database::new();
    database.load_system_fonts();
    database
});

/// The installed typefaces, and the one that paper is set in.
pub struct Fonts {
    system: FontSystem,
    glyphs: SwashCache,
    family: String,
    /// Widths of words that were set, in ems, for there are few different ones.
    widths: HashMap<(String, bool), f32>,
}

impl std::fmt::Debug for Fonts {
    /// Tells the family only: a shaper's memory may hold words.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Fonts({})", self.family)
    }
}

/// A run of words in one weight.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run<'a> {
    pub(super) text: &'a str,
    pub(super) bold: bool,
}

impl<'a> Run<'a> {
    pub(super) fn plain(text: &'a str) -> Self {
        Self { text, bold: false }
    }

    pub(super) fn bold(text: &'a str) -> Self {
        Self { text, bold: true }
    }
}

impl Fonts {
    /// The fonts of the system and of the user, as they were when they were first looked through;
    /// logs when Andika is missing.
    ///
    /// # Errors
    /// [`PaperError::NoTypeface`] when there is not a single one.
    pub fn installed() -> Result<Self, PaperError> {
        Self::of(INSTALLED.clone())
    }

    fn of(database: fontdb::Database) -> Result<Self, PaperError> {
        let has = |family: &&str| {
            database.faces().any(|face| face.families.iter().any(|(name, _)| name == family))
        };
        let any = database.faces().next().ok_or(PaperError::NoTypeface)?;
        let family = FAMILIES.into_iter().find(has).map_or_else(
            || any.families.first().map_or_else(String::new, |(name, _)| name.clone()),
            str::to_owned,
        );
        if family != FAMILIES[0] {
            tracing::warn!(family, "Paper is not set in Andika: install Debian's fonts-sil-andika");
        }
        let glyphs = SwashCache::new();
        Ok(Self { system: system(database), glyphs, family, widths: HashMap::new() })
    }

    /// The typeface that paper is set in, and the one that was hoped for.
    #[must_use]
    pub fn family(&self) -> (&str, &'static str) {
        (&self.family, FAMILIES[0])
    }

    /// Forgets the words that were set: a shaper keeps the last ones in its buffers.
    pub(super) fn forget(&mut self) {
        let used = std::mem::replace(&mut self.system, system(fontdb::Database::new()));
        let (_, database) = used.into_locale_and_db();
        self.system = system(database);
        self.glyphs = SwashCache::new();
        self.widths.clear();
    }

    /// The width of a run that was measured before.
    pub(super) fn known_width(&self, run: Run<'_>) -> Option<f32> {
        self.widths.get(&(run.text.to_owned(), run.bold)).copied()
    }

    /// Remembers the width of a run, until everything is forgotten.
    pub(super) fn note_width(&mut self, run: Run<'_>, width: f32) {
        self.widths.insert((run.text.to_owned(), run.bold), width);
    }

    /// Sets runs one after another in lines at most `width` dots wide.
    pub(super) fn set(&mut self, runs: &[Run<'_>], size: u16, width: usize, align: Align) -> Ink {
        let buffer = self.lay(runs, size, Some((width, align)));
        let lines = buffer.layout_runs().count();
        let height = lines * usize::from(leading(size)) + usize::from(size * OVERHANG / 100);
        let mut ink = Ink::blank(width, height);
        for line in buffer.layout_runs() {
            for glyph in line.glyphs {
                let place = glyph.physical((0.0, line.line_y), 1.0);
                let image = self.glyphs.get_image(&mut self.system, place.cache_key);
                let Some(image) = image.as_ref().filter(|i| i.content == SwashContent::Mask) else {
                    continue;
                };
                let (left, top) = (place.x + image.placement.left, place.y - image.placement.top);
                let across = image.placement.width.max(1) as usize;
                for (y, row) in (top..).zip(image.data.chunks_exact(across)) {
                    for (x, coverage) in (left..).zip(row) {
                        ink.put(x, y, *coverage);
                    }
                }
            }
        }
        ink
    }

    /// How wide a run is on one line, in dots.
    pub(super) fn width(&mut self, run: Run<'_>, size: u16) -> usize {
        let buffer = self.lay(&[run], size, None);
        buffer.layout_runs().map(|line| whole(line.line_w)).max().unwrap_or(0)
    }

    /// The advance of one letter, of the type's size.
    #[must_use]
    pub fn advance(&mut self, letter: char, bold: bool) -> f32 {
        const SIZE: u16 = 200;
        let mut text = [0; 4];
        let run = Run { text: letter.encode_utf8(&mut text), bold };
        let buffer = self.lay(&[run], SIZE, None);
        buffer.layout_runs().map(|line| line.line_w).sum::<f32>() / f32::from(SIZE)
    }

    /// The file of a typeface and which of those in it, for what is not drawn here.
    pub(super) fn face(
        &mut self,
        (id, weight): (fontdb::ID, fontdb::Weight),
    ) -> Option<(Arc<Font>, u32)> {
        let index = self.system.db().face(id)?.index;
        Some((self.system.get_font(id, weight)?, index))
    }

    /// Shapes runs at a size, in lines when there is a width to keep to.
    pub(super) fn lay(
        &mut self,
        runs: &[Run<'_>],
        size: u16,
        room: Option<(usize, Align)>,
    ) -> Buffer {
        let metrics = Metrics::new(size.into(), leading(size).into());
        let mut buffer = Buffer::new(&mut self.system, metrics);
        buffer.set_wrap(if room.is_some() { Wrap::WordOrGlyph } else { Wrap::None });
        let width = room.and_then(|(width, _)| u16::try_from(width).ok()).map(f32::from);
        buffer.set_size(width, None);
        let plain = Attrs::new().family(Family::Name(&self.family));
        let spans = runs.iter().map(|run| {
            let weight = if run.bold { Weight::BOLD } else { Weight::NORMAL };
            (run.text, plain.clone().weight(weight))
        });
        let align = room.map(|(_, align)| align);
        buffer.set_rich_text(spans, &plain, Shaping::Advanced, align);
        buffer.shape_until_scroll(&mut self.system, false);
        buffer
    }
}

/// The language tag matters for Chinese, Japanese and Korean only.
fn system(database: fontdb::Database) -> FontSystem {
    FontSystem::new_with_locale_and_db("und".to_owned(), database)
}

/// The height of a line, in dots.
fn leading(size: u16) -> u16 {
    size * LEADING / 100
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the width of a line: never negative, far below the limit"
)]
fn whole(dots: f32) -> usize {
    dots.ceil() as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn without(family: &str) -> fontdb::Database {
        let mut database = fontdb::Database::new();
        database.load_system_fonts();
        let is_it = |face: &fontdb::FaceInfo| face.families.iter().any(|(name, _)| name == family);
        let faces: Vec<_> = database.faces().filter(|face| is_it(face)).map(|f| f.id).collect();
        for face in faces {
            database.remove_face(face);
        }
        database
    }

    #[test]
    fn no_letter_of_portuguese_or_romanian_is_missing() {
        let letters = "abcdefghijklmnopqrstuvwxyz áâãàçéêíóôõúü ăâîșț";
        let marks = "0123456789 .,:;!?-–—()/'\"„”“’ºª§€";
        let text = format!("{letters} {} {marks}", letters.to_uppercase());
        let mut fonts = Fonts::installed().unwrap();
        for run in [Run::plain(&text), Run::bold(&text)] {
            let buffer = fonts.lay(&[run], 34, Some((576, Align::Left)));
            for line in buffer.layout_runs() {
                let missing = line.glyphs.iter().find(|glyph| glyph.glyph_id == 0);
                assert_eq!(missing.map(|glyph| &line.text[glyph.start..glyph.end]), None);
            }
        }
    }

    #[test]
    fn without_andika_another_typeface_stands_in() {
        let mut fonts = Fonts::of(without("Andika")).unwrap();
        assert_ne!(fonts.family, "Andika");
        let ink = fonts.set(&[Run::bold("Cerere")], 34, 384, Align::Left);
        assert!(ink.rows().flatten().any(|dot| *dot == u8::MAX));
    }

    #[test]
    fn without_any_typeface_it_says_what_to_install() {
        let error = Fonts::of(fontdb::Database::new()).unwrap_err();
        assert!(error.to_string().contains("fonts-sil-andika"));
    }

    #[test]
    fn what_was_set_before_does_not_change_what_is_set_after() {
        let mut fonts = Fonts::installed().unwrap();
        let mut set = || {
            let ink = fonts.set(&[Run::plain("Țigănești")], 34, 384, Align::Left);
            fonts.forget();
            ink.rows().map(<[u8]>::to_vec).collect::<Vec<_>>()
        };
        assert_eq!(set(), set());
    }
}
