//! Which sentences stand in the body of a screen, and how large.

use crate::domain::panel::{Arrangement, Panel};
use crate::domain::settings::Settings;
use crate::view::{ActionView, Note, Place, View};

use super::arrange;
use super::measure::{card_em, pad};
use super::ruler::Ruler;

/// A line of text, of the type's size, and what lies between two sentences.
const LINE: f32 = 1.25;
const GAP: f32 = 0.35;

/// The sign before a sentence, of the type's size.
const SIGN: f32 = 1.7;

/// The bar at the bottom, and what lies between two things, in millimetres.
const BAR: f32 = 26.0;
const APART: f32 = 3.0;

/// Sentences that stand in the body. Where there is no room for all, the voice card holds them, and
/// the body whom to call, or everything where nothing else stands there.
pub(super) fn shown<'a>(view: &'a View, panel: Panel, ruler: &Ruler) -> Vec<&'a Note> {
    let small = panel.is_small();
    let letters = view.settings.letters;
    let compact = panel.is_compact(letters);
    if view.settings.pictures && view.arrangement == Arrangement::Choices {
        // Few words: they are heard.
        return view.notes.iter().filter(|note| note.strong).collect();
    }
    let reads = matches!(view.arrangement, Arrangement::Notes | Arrangement::Number);
    let most = match view.screen {
        "filing.elsewhere" if !compact && panel.is_wide() && letters >= 3 => {
            with_room(view, panel, ruler, 0.15)
        }
        "filing.elsewhere" if !compact && letters == 3 => with_room(view, panel, ruler, 0.25),
        "filing.elsewhere" if !compact && letters == Settings::LETTERS => {
            with_room(view, panel, ruler, 0.2)
        }
        "booking.done" if !compact && (panel.is_wide() || letters == Settings::LETTERS) => {
            with_room(view, panel, ruler, 0.33)
        }
        _ if !compact => usize::MAX,
        "emergency" | "filing.urgent" if small => 3,
        "emergency" | "filing.urgent" | "called" | "farewell" | "signs" => usize::MAX,
        "filing.who" if small && letters == Settings::LETTERS => 0,
        "filing.document-doubt" | "filing.who" => 1,
        _ if reads && !panel.is_wide() && letters == 1 => 3,
        _ if reads && !panel.is_wide() && letters == 2 => 2,
        _ => 0,
    };
    view.notes.iter().take(most).collect()
}

/// How many notes have room in a share of the height, between question and choices.
fn with_room(view: &View, panel: Panel, ruler: &Ruler, share: f32) -> usize {
    /// A code to photograph stands beside them.
    const CODE: f32 = 48.0;
    let em = self::em(view, panel, ruler);
    let beside = if view.plate.is_some() { CODE } else { 0.0 };
    let width = (column(view, panel) - beside) / em - SIGN;
    let mut left = share * f32::from(panel.height) / em;
    let fits = |note: &&Note| {
        left -= height(note, width, ruler);
        left >= 0.0
    };
    view.notes.iter().take_while(fits).count().max(1)
}

/// How high a note is with what lies below it, of the type's size; `width` as well.
fn height(note: &Note, width: f32, ruler: &Ruler) -> f32 {
    let lines = ruler.count(&note.text, width, note.strong).unwrap_or(usize::from(u8::MAX));
    count(lines) * LINE + GAP
}

fn count(lines: usize) -> f32 {
    f32::from(u8::try_from(lines).unwrap_or(u8::MAX))
}

/// The size of their type in millimetres.
pub(super) fn em(view: &View, panel: Panel, ruler: &Ruler) -> f32 {
    let letters = panel.letters(view.settings.letters, view.arrangement);
    if !panel.is_compact(view.settings.letters) {
        let plain = letters == Settings::LETTERS || panel.is_wide() && letters == 3;
        return if plain { panel.em(letters) } else { panel.label(letters) };
    }
    let least = if panel.is_small() { 2 } else { 3 }.min(letters);
    let notes = shown(view, panel, ruler);
    let width = column(view, panel);
    let left = left(view, panel, ruler);
    let sizes = (least..=letters).rev().map(|size| panel.em(size));
    let fits = |em: &f32| {
        let room = width / em - SIGN;
        notes.iter().map(|note| height(note, room, ruler)).sum::<f32>() * em <= left
    };
    sizes.into_iter().find(fits).unwrap_or(panel.em(least))
}

/// The width of what is chosen and read, in millimetres.
fn column(view: &View, panel: Panel) -> f32 {
    let share = match panel.is_wide() {
        true if view.arrangement == Arrangement::Notes => 0.5,
        true => 0.62,
        false => 1.0,
    };
    f32::from(panel.width) * share - 2.0 * pad(panel).max(3.0)
}

/// The height that the practice phone may take, in millimetres: on a wide panel what can be done
/// besides touching it stands beside it.
pub(super) fn left_for_phone(view: &View, panel: Panel, ruler: &Ruler) -> f32 {
    let (width, letters) = (column(view, panel), view.settings.letters);
    let label = panel.label(panel.letters(letters, view.arrangement));
    let title = if panel.is_compact(letters) {
        0.0
    } else {
        let lines = ruler.count(&view.title, width / (1.4 * label), true).unwrap_or(4);
        count(lines) * LINE * 1.4 * label + APART
    };
    // What lies between all of it.
    let gaps = match (panel.is_small(), panel.is_wide()) {
        (true, _) => 2.5,
        (false, true) => 4.0,
        (false, false) => 10.0,
    };
    let all = f32::from(panel.height) - BAR - gaps * APART - title;
    if panel.is_wide() {
        return all;
    }
    let em = em(view, panel, ruler);
    let notes = shown(view, panel, ruler).into_iter();
    let notes: f32 = notes.map(|note| height(note, width / em - SIGN, ruler) * em).sum();
    let rows = arrange::rows(view, panel, ruler);
    let rows: f32 = rows.iter().map(|row| row_height(row, width, label, panel, ruler)).sum();
    all - above(view, panel, ruler) - notes - rows
}

/// How high a row of choices is with what lies below it, in millimetres.
fn row_height(row: &[&ActionView], width: f32, em: f32, panel: Panel, ruler: &Ruler) -> f32 {
    // Its picture, and what lies around it.
    let (least, beside) = if panel.is_small() { (20.0, 8.0) } else { (26.0, 34.0) };
    let cell = width / count(row.len()) - beside;
    let lines = row.iter().map(|it| ruler.count(&it.look.value, cell / em, true).unwrap_or(4));
    (count(lines.max().unwrap_or(1)) * LINE * em + 6.0).max(least) + APART
}

/// The height that choices, bars and, on a tall panel, the voice card leave, in millimetres.
fn left(view: &View, panel: Panel, ruler: &Ruler) -> f32 {
    let em = panel.label(panel.letters(view.settings.letters, view.arrangement));
    // Beside its picture.
    let label = (column(view, panel) - 24.0) / em;
    let choices = view.actions.iter().filter(|it| it.look.place == Place::Choice);
    let taken: f32 = choices
        .map(|choice| {
            let lines = ruler.count(&choice.look.value, label, true).unwrap_or(4);
            (count(lines) * LINE * em + 4.0).max(20.0) + APART
        })
        .sum();
    let commit =
        if view.actions.iter().any(|it| it.look.place == Place::Commit) { 23.0 } else { 0.0 };
    let above = if panel.is_wide() { 0.0 } else { above(view, panel, ruler) };
    f32::from(panel.height) - BAR - 2.0 * APART - taken - commit - above
}

/// What stands above it on a tall panel: the settings, the voice card, the stages.
fn above(view: &View, panel: Panel, ruler: &Ruler) -> f32 {
    const SETTINGS: f32 = 18.0;
    const BUTTONS: f32 = 26.0;
    let em = card_em(panel, view.settings.letters, view.arrangement);
    let width = (f32::from(panel.width) - 14.0) / em;
    let lines = ruler.count(&view.title, width, true).unwrap_or(4);
    let stages = if view.stages.is_empty() { 0.0 } else { 14.0 };
    SETTINGS + BUTTONS + count(lines) * LINE * em + stages
}
