//! Large enough to be hit, far enough from each other, on the glass; and everything that is
//! offered is there.

use super::{Fault, Sight};
use crate::thing::{Rect, Thing};

pub(super) fn faults(sight: &Sight<'_>) -> Vec<(Fault, String)> {
    let mut found = Vec::new();
    let mm = sight.mm();
    let all: Vec<&Thing> = sight.buttons().collect();
    for (at, thing) in all.iter().enumerate() {
        let (name, rect) = (&thing.label, thing.rect);
        if !Rect::of(sight.glass).holds(rect) || !thing.seen_through.holds(rect) {
            found.push((Fault::Cut, format!("{name:?} cannot be seen whole: {rect:?}")));
        }
        let (width, height) = least(sight, thing);
        if rect.width < width * mm - 1.0 || rect.height < height * mm - 1.0 {
            let (w, h) = (rect.width / mm, rect.height / mm);
            found.push((Fault::Small, format!("{name:?} is {w:.1} × {h:.1} mm")));
        }
        let least = if thing.is("Choice") || thing.is("Key") { 2.9 } else { 1.9 };
        for other in all.iter().skip(at + 1) {
            let gap = rect.gap(other.rect) / mm;
            if gap < least && !thing.is("Line") {
                let beside = &other.label;
                found.push((Fault::Near, format!("{name:?} is {gap:.1} mm from {beside:?}")));
            }
        }
    }
    found.extend(missing(sight, &all));
    found
}

/// The least width and height in millimetres (VVSG 2.0 7.2-I asks for 12.7 of everything).
fn least(sight: &Sight<'_>, thing: &Thing) -> (f32, f32) {
    let files = sight.button("file").is_some_and(|file| file.rect == thing.rect);
    if files || thing.is("Choice") || thing.is("Line") || thing.is("Face") {
        (18.0, 20.0)
    } else if thing.is("Key") {
        (15.0, 15.0)
    } else {
        (12.7, 12.7)
    }
}

/// Every action of the view can be touched.
fn missing(sight: &Sight<'_>, all: &[&Thing]) -> Vec<(Fault, String)> {
    let view = &sight.stop.shown.view;
    let hidden = |action: &acolhe::view::ActionView| {
        action.look.place == acolhe::view::Place::Voice && !view.has_voice
    };
    view.actions
        .iter()
        .filter(|action| !hidden(action) && !all.iter().any(|it| it.label == action.label))
        .map(|action| (Fault::Missing, format!("{} ({:?})", action.id, action.label)))
        .collect()
}
