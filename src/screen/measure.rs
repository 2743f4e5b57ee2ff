//! Millimetres and letters of the panel, as the window's tokens.

use slint::ComponentHandle;

use crate::domain::panel::{Arrangement, Panel};
use crate::domain::settings::{Palette, Settings};
use crate::edge::display::Glass;
use crate::view::{Place, View};

use super::ruler::Ruler;
use super::sentences;
use super::ui::{KioskWindow, Measure, Theme};

/// How long a screen takes to come, in milliseconds.
const MOTION_MS: i64 = 180;

/// What a window is sized by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    /// The glass in millimetres.
    pub(super) panel: Panel,
    /// Logical pixels of one millimetre.
    pub(super) mm: f32,
}

impl Scale {
    /// The scale of some glass; `factor` is how many of its pixels make a logical one.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "millimetres")]
    pub(super) fn of(glass: &Glass, factor: f32, distance_mm: f32) -> Self {
        let density = glass.pixels_per_mm();
        let (width, height) = glass.pixels;
        #[expect(clippy::cast_precision_loss, reason = "pixels of a screen")]
        let millimetres = |pixels: u32| (pixels as f32 / density).round() as u16;
        let panel = Panel {
            width: millimetres(width),
            height: millimetres(height),
            distance: distance_mm.round() as u16,
        };
        Self { panel, mm: density / factor }
    }

    /// Tells the window its sizes and colours.
    pub(super) fn apply(
        self,
        window: &KioskWindow,
        settings: Settings,
        view: &View,
        ruler: &Ruler,
    ) {
        let Self { panel, mm } = self;
        let arrangement = view.arrangement;
        let letters = panel.letters(settings.letters, arrangement);
        let measure = window.global::<Measure>();
        measure.set_mm(mm);
        measure.set_motion(if settings.calm { 0 } else { MOTION_MS });
        measure.set_pad(pad(panel) * mm);
        let target =
            if settings.steady && !view.screen.starts_with("settings") { 26.0 } else { 20.0 };
        measure.set_target(target * mm);
        measure.set_em(panel.em(letters) * mm);
        measure.set_label(panel.label(letters) * mm);
        let compact = panel.is_compact(settings.letters);
        measure.set_reading(sentences::em(view, panel, ruler) * mm);
        measure.set_card(card_em(panel, settings.letters, arrangement) * mm);
        measure.set_top_em(top_em(panel, letters) * mm);
        measure.set_bar_em(bar_em(panel, letters, longest_in_bar(view, ruler)) * mm);
        measure.set_stage(stage_em(panel, letters) * mm);
        measure.set_wide(panel.is_wide());
        measure.set_small(panel.is_small());
        measure.set_compact(compact);
        measure.set_worded(!compact || letters <= 2);
        measure.set_face(face_em(panel, letters) * mm);
        let length = view.plate.as_ref().map_or(21, |plate| plate.number.chars().count());
        let plate = plate_em(panel, letters, length);
        measure.set_plate(plate * mm);
        measure.set_plate_code((plate * 0.7).max(panel.em(letters)) * mm);
        window.global::<Theme>().set_palette(palette(settings.palette));
    }
}

/// Where the theme has a palette.
pub(super) fn palette(palette: Palette) -> i32 {
    match palette {
        Palette::Normal => 0,
        Palette::HighDark => 1,
        Palette::HighLight => 2,
        Palette::Low => 3,
    }
}

/// From the glass's edge to what stands on it, in millimetres.
pub(super) fn pad(panel: Panel) -> f32 {
    match (panel.is_small(), panel.is_wide()) {
        (true, _) => 3.0,
        (false, true) => 5.0,
        (false, false) => 8.0,
    }
}

/// The top bar: a way out and three settings share it.
fn top_em(panel: Panel, letters: u8) -> f32 {
    let width = f32::from(panel.width);
    let (room, width_in_em) = match (panel.is_wide(), panel.is_small()) {
        (false, false) => (width - 62.0, 21.5),
        (false, true) => (width - 40.0, 16.5),
        (true, false) => (width * 0.36 - 44.0, 13.5),
        (true, true) => (width * 0.38 - 26.0, 9.0),
    };
    panel.label(letters).min(room / width_in_em)
}

/// The voice card; on a small wide panel it is a column, and its letters are large, not largest.
pub(super) fn card_em(panel: Panel, letters: u8, arrangement: Arrangement) -> f32 {
    let shown = panel.letters(letters, arrangement);
    let shown = if panel.is_small() && panel.is_wide() { shown.min(3) } else { shown };
    let larger = match letters {
        _ if panel.is_compact(letters) => 1.05,
        1..=3 => 1.12,
        _ => 1.0,
    };
    panel.em(shown) * larger
}

/// The longest label in the bars, of the type's size; short ones make no larger letters, so that
/// the bars seldom change.
fn longest_in_bar(view: &View, ruler: &Ruler) -> f32 {
    let places = [Place::Back, Place::Help, Place::Forward, Place::More];
    let labels = view.actions.iter().filter(|action| places.contains(&action.look.place));
    labels.map(|action| ruler.width(&action.look.value, true)).fold(6.2, f32::max)
}

/// The largest type of a word with its picture above it, in millimetres: both in a bar's height.
const STACKED: f32 = 6.8;

/// The bars have three places across: their words grow as far as the longest has room; `longest`
/// is its width, of the type's size.
fn bar_em(panel: Panel, letters: u8, longest: f32) -> f32 {
    const GAP: f32 = 3.0;
    let width = f32::from(panel.width);
    let third = (width - 2.0 * pad(panel) - 2.0 * GAP) / 3.0;
    if panel.is_small() && !panel.is_wide() {
        // Their pictures stand above them.
        return panel.label(letters).min((third - 4.5) / longest).min(STACKED);
    }
    let (place, edges) = match (panel.is_small(), panel.is_wide()) {
        (true, _) => (third, 4.0),
        (false, true) => (third.min(width / 4.0), 8.0),
        (false, false) => (third, 8.0),
    };
    // Its picture, and the gap between them.
    panel.label(letters).min((place - edges - 2.0) / (longest + 1.2))
}

/// Five faces share the width of their column; the longest word below one has six letters.
fn face_em(panel: Panel, letters: u8) -> f32 {
    let column =
        f32::from(panel.width) * if panel.is_wide() { 0.6 } else { 1.0 } - 2.0 * pad(panel);
    // Three lines of it stand below a picture.
    panel.label(letters).min(((column - 12.0) / 5.0 - 4.0) / 6.0 / 0.6).min(9.5)
}

/// Four stages share the width of their column; each has a tick and ten letters.
fn stage_em(panel: Panel, letters: u8) -> f32 {
    let column =
        f32::from(panel.width) * if panel.is_wide() { 0.36 } else { 1.0 } - 2.0 * pad(panel);
    panel.em(letters).min(column / 4.0 / 6.6)
}

/// The number is as large as its column lets it be, and never smaller than plain words.
fn plate_em(panel: Panel, letters: u8, length: usize) -> f32 {
    let edges = 14.0 + 2.0 * pad(panel).max(5.0);
    let column = f32::from(panel.width) * if panel.is_wide() { 0.6 } else { 1.0 } - edges;
    let length = f32::from(u8::try_from(length.max(1)).unwrap_or(u8::MAX));
    (panel.label(letters) * if letters < 3 { 2.2 } else { 1.5 }).min(column / (length * 0.6))
}
