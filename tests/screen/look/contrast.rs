//! Colours, sampled from what was drawn.

use acolhe::domain::settings::Palette;

use super::{Fault, Sight};

/// The least contrast of words (VVSG 2.0 7.1-C and 7.1-D; WCAG 2.2 SC 1.4.3 for the soft colours).
fn least(palette: Palette) -> f32 {
    match palette {
        Palette::Normal => 10.0,
        Palette::HighDark | Palette::HighLight => 20.0,
        Palette::Low => 4.5,
    }
}

/// The least contrast of edges (WCAG 2.2 SC 1.4.11).
const EDGE: f32 = 3.0;

pub(super) fn faults(sight: &Sight<'_>) -> Vec<(Fault, String)> {
    let mut found = Vec::new();
    for thing in &sight.things {
        let Some(letters) = &thing.letters else { continue };
        if letters.words.trim().is_empty() || thing.rect.width < 4.0 {
            continue;
        }
        let Some(told) = sight.picture.letters(thing.rect) else { continue };
        if told < least(sight.palette) - 0.05 {
            found.push((Fault::Pale, format!("{:?} is read by {told:.1}:1", letters.words)));
        }
    }
    // A line of the review is found by what stands in it: its own edge is not drawn.
    // What has the focus is found by its ring.
    let view = &sight.stop.shown.view;
    let focused = view.actions.iter().find(|action| view.focus.as_ref() == Some(&action.id));
    let ringed = |label: &str| focused.is_some_and(|action| action.label == label);
    for thing in sight.buttons().filter(|it| it.enabled && !it.is("Line") && !ringed(&it.label)) {
        let told = sight.picture.edge(thing.rect, sight.mm());
        if told < EDGE {
            found.push((Fault::Pale, format!("the edge of {:?} by {told:.1}:1", thing.label)));
        }
    }
    found
}
