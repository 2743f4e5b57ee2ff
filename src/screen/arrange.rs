//! How choices stand in rows, so that every label has room.

use crate::domain::panel::{Arrangement, Panel};
use crate::view::{ActionView, Place, View};

use super::caption::is_digits;
use super::measure::pad;
use super::ruler::Ruler;

/// Choices in rows, in reading order.
pub(super) fn rows<'a>(view: &'a View, panel: Panel, ruler: &Ruler) -> Vec<Vec<&'a ActionView>> {
    let compact = panel.is_compact(view.settings.letters);
    let goes_on = view.actions.iter().any(|action| action.look.place == Place::Forward);
    let shown: Vec<&ActionView> = view
        .actions
        .iter()
        .filter(|action| match action.look.place {
            Place::Choice => true,
            Place::More => !compact || goes_on,
            _ => false,
        })
        .collect();
    if shown.is_empty() {
        return Vec::new();
    }
    match view.arrangement {
        Arrangement::Review => shown.into_iter().map(|action| vec![action]).collect(),
        Arrangement::Faces => faces(shown),
        // Beside the practice phone.
        Arrangement::Phone if panel.is_wide() => {
            shown.into_iter().map(|action| vec![action]).collect()
        }
        // Beside the field, above the keys.
        Arrangement::Field if panel.is_small() && !panel.is_wide() => {
            shown.into_iter().map(|action| vec![action]).collect()
        }
        Arrangement::Field if panel.is_wide() && (panel.is_small() || !is_digits(view)) => {
            vec![shown]
        }
        _ => grid(&shown, view, panel, ruler),
    }
}

/// Faces side by side, what is no face below them.
fn faces(shown: Vec<&ActionView>) -> Vec<Vec<&ActionView>> {
    let (faces, others): (Vec<_>, Vec<_>) =
        shown.into_iter().partition(|action| action.id.starts_with("face:"));
    std::iter::once(faces).chain(others.into_iter().map(|other| vec![other])).collect()
}

fn grid<'a>(
    shown: &[&'a ActionView],
    view: &View,
    panel: Panel,
    ruler: &Ruler,
) -> Vec<Vec<&'a ActionView>> {
    let letters = panel.letters(view.settings.letters, view.arrangement);
    let em = panel.label(letters);
    let share = match panel.is_wide() {
        true if view.arrangement == Arrangement::Notes && panel.is_small() => 0.5,
        true => 0.6,
        false => 1.0,
    };
    let column = f32::from(panel.width) * share - 2.0 * pad(panel).max(5.0);
    let columns =
        if two_fit(shown, column, em, panel, ruler, view.settings.pictures) { 2 } else { 1 };
    let mut rows: Vec<Vec<&ActionView>> = Vec::new();
    let mut open = false;
    for action in shown {
        // Half a row is left for the next one, but not beside something wide.
        match rows.last_mut() {
            Some(row) if open && row.len() < columns && !action.look.wide => row.push(action),
            _ => rows.push(vec![action]),
        }
        open = !action.look.wide;
    }
    rows
}

/// Whether each label has room in half a column, in three lines at most and no word broken; `above`
/// them, a picture takes room as well.
fn two_fit(
    shown: &[&ActionView],
    column: f32,
    em: f32,
    panel: Panel,
    ruler: &Ruler,
    above: bool,
) -> bool {
    let most = match (above, panel.is_small()) {
        (false, _) => 3,
        (true, false) => 2,
        (true, true) => 1,
    };
    let (padding, picture) = match (panel.is_small(), panel.is_wide()) {
        (true, _) => (6.0, 15.0),
        (false, true) => (10.0, 27.0),
        (false, false) => (10.0, 33.0),
    };
    shown.iter().filter(|action| !action.look.wide).all(|action| {
        let look = &action.look;
        // Where it stands above its words, they have all the room.
        let pictured = if look.icon.is_empty() || above { 0.0 } else { picture };
        let em = if look.sample > 0.0 { em * look.sample } else { em };
        let ticked = if look.chosen { 1.5 * em + 4.0 } else { 0.0 };
        let room = (column - 3.0) / 2.0 - padding - pictured - ticked;
        ruler.count(&look.value, room / em, true).is_some_and(|lines| lines <= most)
    })
}
