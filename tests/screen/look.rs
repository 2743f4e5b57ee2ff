//! What must hold of a screen, measured on what stands in its window.

#[path = "look/contrast.rs"]
mod contrast;
#[path = "look/keys.rs"]
mod keys;
#[path = "look/letters.rs"]
mod letters;
#[path = "look/touch.rs"]
mod touch;
#[path = "look/words.rs"]
mod words;

use std::collections::HashMap;

use acolhe::domain::settings::Palette;
use slint::ComponentHandle as _;

use crate::easel::{Canvas, Glass};
use crate::ink::Picture;
use crate::thing::{Rect, Thing, things};
use crate::tour::Stop;

pub(crate) use letters::Ruler;

/// What is wrong with a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fault {
    /// Too small to be hit.
    Small,
    /// Too near to something else that can be touched.
    Near,
    /// Words are cut, or lie where they cannot be read.
    Cut,
    /// Colours are too near to each other.
    Pale,
    /// Without a name, or without an action for assistive technology.
    Nameless,
    /// Nothing is said of it.
    Silent,
    /// It is shown, and nothing says it.
    Unsaid,
    /// It is offered, and cannot be touched.
    Missing,
    /// Five keys do not come to it, or do not come away.
    Unreachable,
    /// Back or Help is not where it was.
    Moved,
}

/// Collects what is wrong.
#[derive(Default)]
pub(crate) struct Looker {
    faults: Vec<(Fault, String)>,
    seen: usize,
    ruler: Ruler,
    /// Where Back and Help stood first, by glass, letters and name.
    places: HashMap<(String, u8, &'static str), Rect>,
}

/// A screen that is looked at.
struct Sight<'a> {
    stop: &'a Stop,
    place: String,
    glass: Glass,
    things: Vec<Thing>,
    picture: Picture,
    palette: Palette,
    /// The station was told that one may read on.
    reads_on: bool,
}

impl Sight<'_> {
    /// Pixels of a millimetre.
    fn mm(&self) -> f32 {
        self.glass.density()
    }

    fn buttons(&self) -> impl Iterator<Item = &Thing> {
        self.things.iter().filter(|thing| thing.is_button())
    }

    /// Where something stands that does this.
    fn button(&self, id: &str) -> Option<&Thing> {
        let action = self.stop.shown.view.actions.iter().find(|action| action.id == id)?;
        self.buttons().filter(|thing| thing.label == action.label).last()
    }
}

impl Looker {
    /// Looks at a screen.
    pub(crate) fn look(&mut self, canvas: &Canvas, glass: Glass, stop: &Stop) {
        self.seen += 1;
        let view = &stop.shown.view;
        let settings = view.settings;
        let place = format!(
            "{} {} {} {} {}",
            glass.name(),
            view.locale,
            settings.letters,
            settings.palette.name(),
            stop.name
        );
        // Drawing makes every element that is to be there.
        let picture = Picture::new(canvas.desk.window().window().take_snapshot().unwrap());
        let things = things(canvas, glass);
        let reads_on = canvas.read_on.get().is_some();
        let palette = settings.palette;
        let sight = Sight { stop, place, glass, things, picture, palette, reads_on };
        let mut found = touch::faults(&sight);
        found.extend(letters::faults(&sight, &mut self.ruler));
        found.extend(contrast::faults(&sight));
        found.extend(words::faults(&sight));
        found.extend(keys::faults(&sight));
        found.extend(self.moved(&sight));
        let told =
            found.into_iter().map(|(fault, what)| (fault, format!("{}: {what}", sight.place)));
        self.faults.extend(told);
    }

    /// Back and Help stand where they stood on every screen of the same glass and letters.
    fn moved(&mut self, sight: &Sight<'_>) -> Vec<(Fault, String)> {
        let letters = sight.stop.shown.view.settings.letters;
        let mut moved = Vec::new();
        for id in ["back", "help"] {
            let Some(button) = sight.button(id) else { continue };
            let first = self.places.entry((sight.glass.name(), letters, id)).or_insert(button.rect);
            if !(first.holds(button.rect) && button.rect.holds(*first)) {
                moved.push((Fault::Moved, format!("{id} is at {:?}, not {first:?}", button.rect)));
            }
        }
        moved
    }

    /// Looks at the ring around what has the focus.
    pub(crate) fn look_at_focus(&mut self, canvas: &Canvas, glass: Glass, stop: &Stop) {
        let picture = Picture::new(canvas.desk.window().window().take_snapshot().unwrap());
        let things = things(canvas, glass);
        let view = &stop.shown.view;
        let focus = view.focus.as_deref().unwrap_or_default();
        let label = view.actions.iter().find(|action| action.id == focus).map(|it| &it.label);
        // On the practice phone something may be called as a button of the kiosk is.
        let called =
            things.iter().filter(|it| it.is_button() && !it.is("Key") && Some(&it.label) == label);
        let rings = called.map(|thing| (picture.ring(thing.rect, glass.density()), thing));
        let Some((told, thing)) = rings.max_by(|(one, _), (other, _)| one.total_cmp(other)) else {
            return;
        };
        if told < 3.0 {
            let what = format!("the ring around {:?} is told by {told:.1}:1", thing.label);
            self.faults.push((Fault::Pale, format!("{} {}: {what}", glass.name(), stop.name)));
        }
    }

    /// Whether something of this kind was found.
    pub(crate) fn found(&self, fault: Fault) -> bool {
        self.faults.iter().any(|(found, _)| *found == fault)
    }

    /// Fails with everything that was wrong.
    pub(crate) fn tell(mut self) {
        assert!(self.seen > 0, "nothing was drawn");
        self.faults.sort();
        let told: Vec<String> =
            self.faults.iter().map(|(fault, what)| format!("{fault:?}: {what}")).collect();
        assert!(
            told.is_empty(),
            "{} faults on {} screens:\n{}",
            told.len(),
            self.seen,
            told.join("\n")
        );
    }
}
