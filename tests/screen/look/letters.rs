//! Every word stands there whole: what it wants is what it got, none upon another, none broken.

use std::collections::HashMap;

use acolhe::paper::Fonts;

use super::{Fault, Sight};
use crate::thing::{Letters, Rect, Thing};

/// How wide letters are, of the type's size.
pub(crate) struct Ruler {
    fonts: Fonts,
    known: HashMap<(char, bool), f32>,
}

impl Default for Ruler {
    fn default() -> Self {
        Self { fonts: Fonts::installed().expect("a typeface"), known: HashMap::new() }
    }
}

impl Ruler {
    /// The width in pixels of the widest piece of a text that no line may break.
    fn widest(&mut self, letters: &Letters) -> f32 {
        let width = |piece: &str, ruler: &mut Self| -> f32 {
            piece.chars().map(|letter| ruler.advance(letter, letters.bold)).sum()
        };
        let pieces = letters.words.split([' ', '-', '/', '\n']);
        pieces.map(|piece| width(piece, self)).fold(0.0, f32::max) * letters.size
    }

    fn advance(&mut self, letter: char, bold: bool) -> f32 {
        let Self { fonts, known } = self;
        *known.entry((letter, bold)).or_insert_with(|| fonts.advance(letter, bold))
    }
}

pub(super) fn faults(sight: &Sight<'_>, ruler: &mut Ruler) -> Vec<(Fault, String)> {
    let dock = sight.things.iter().find(|thing| thing.is("Dock"));
    let bar = dock.map_or(Rect::of(sight.glass).bottom(), |dock| dock.rect.y);
    let texts: Vec<(&Thing, &Letters)> = sight
        .things
        .iter()
        .filter_map(|thing| Some((thing, thing.letters.as_ref()?)))
        .filter(|(thing, letters)| !letters.words.trim().is_empty() && thing.rect.width > 0.0)
        .collect();
    let mut found = Vec::new();
    for (at, (thing, letters)) in texts.iter().enumerate() {
        let mut fault = |what: String| {
            found.push((Fault::Cut, format!("{:?} {what}", letters.words)));
        };
        if !thing.typed_in {
            if let Some(what) = is_cut(thing, letters, sight, ruler) {
                fault(what);
            }
            if thing.rect.y < bar && thing.rect.bottom() > bar + 1.0 {
                fault("lies under the bar".to_owned());
            }
        }
        for (other, others) in texts.iter().skip(at + 1) {
            if thing.typed_in && other.typed_in {
                continue;
            }
            // Lines of type overlap by their leading: a quarter of a line is air.
            let air = thing.rect.height.min(other.rect.height) * 0.25;
            if thing.rect.gap(other.rect) < -air.max(4.0) {
                fault(format!("lies upon {:?}", others.words));
            }
        }
        for button in sight.buttons().filter(|button| button.rect.has(thing.rect.middle())) {
            let rect = thing.rect;
            if !button.rect.holds(Rect { y: rect.y + 4.0, height: rect.height - 8.0, ..rect }) {
                fault(format!("is larger than {:?}: {rect:?}", button.label));
            }
        }
    }
    found
}

fn is_cut(
    thing: &Thing,
    letters: &Letters,
    sight: &Sight<'_>,
    ruler: &mut Ruler,
) -> Option<String> {
    let rect = thing.rect;
    let (width, height) = letters.wants;
    // The natural height of a line is more than what its letters fill.
    let leading = 0.15 * letters.size;
    if height > rect.height + leading {
        return Some(format!("wants {height:.0} pixels of height and has {:.0}", rect.height));
    }
    if !letters.wraps && width > rect.width + 1.5 {
        return Some(format!("wants {width:.0} pixels of width and has {:.0}", rect.width));
    }
    let widest = ruler.widest(letters);
    if letters.wraps && widest > rect.width + 1.5 {
        return Some(format!("has a word of {widest:.0} pixels in {:.0}", rect.width));
    }
    let seen = Rect { y: rect.y + leading, height: rect.height - 2.0 * leading, ..rect };
    let whole = Rect::of(sight.glass).holds(seen) && thing.seen_through.holds(seen);
    (!whole).then(|| format!("cannot be seen whole: {rect:?}"))
}
