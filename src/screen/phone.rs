//! The practice phone on the glass: where its parts stand, and what a hand does on it.
//!
//! Everything is millimetres from the phone's own corner, so that a gesture is measured as hands
//! are: how far it went, and how long it stayed.

use std::time::Duration;

use slint::{ModelRc, VecModel};

use crate::domain::action::Action;
use crate::domain::lesson::{Gesture, PartId, PartKind};
use crate::domain::panel::{Arrangement, Panel};
use crate::edge::clock::Deadline;
use crate::view::{ActionView, PartLook, Place, View};

use super::Finger;
use super::icons::icon;
use super::ruler::Ruler;
use super::sentences;
use super::ui;

/// A finger that stays longer than this does not let go any more: old hands take their time.
const HOLD: Duration = Duration::from_millis(900);
/// A finger that goes farther than this takes something along; less is a slip.
const DRAG: f32 = 10.0;

/// Two fingers that go farther apart than this make something larger.
const SPREAD: f32 = 12.0;

/// From the phone's frame to what stands on it.
const EDGE: f32 = 3.0;
/// Between two parts.
const GAP: f32 = 2.5;
/// A line of text, of the type's size.
const LINE: f32 = 1.28;
/// Above and below the words of a part.
const PADDING: f32 = 5.0;

/// Glass on which a phone is as wide as on a leaflet: 82 mm, and 120 mm where a word needs it.
const PAPERS: [Panel; 2] = [
    Panel { width: 100, height: 240, distance: 300 },
    Panel { width: 146, height: 240, distance: 300 },
];
/// The letters of a phone on a leaflet: from 17 to 14 points, in millimetres.
const PAPER_EM: f32 = 6.0;
/// The height above which its letters become smaller, in millimetres.
const PAPER_HEIGHT: f32 = 125.0;

/// Where a part stands.
#[derive(Clone, Debug, PartialEq)]
struct Slot {
    part: PartId,
    top: f32,
    height: f32,
}

/// A practice phone with everything on it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Phone {
    width: f32,
    height: f32,
    head: f32,
    em: f32,
    /// Room for the little hand, beside the parts.
    gutter: f32,
    slots: Vec<Slot>,
}

/// The parts of a view.
fn parts(view: &View) -> impl Iterator<Item = (&ActionView, &PartLook, PartId)> {
    view.actions.iter().filter(|action| action.look.place == Place::Phone).filter_map(|action| {
        match action.id.parse() {
            Ok(Action::Practise(gesture)) => {
                Some((action, action.look.part.as_ref()?, gesture.part().clone()))
            }
            _ => None,
        }
    })
}

impl Phone {
    /// Lays a phone out, with letters as large as the glass and what stands beside it allow.
    pub(super) fn of(view: &View, panel: Panel, ruler: &Ruler) -> Option<Self> {
        const STEPS: u8 = 12;
        let header = view.phone.as_ref()?;
        let letters = panel.letters(view.settings.letters, Arrangement::Phone);
        let (most, least) = (1.2 * panel.label(letters), 0.75 * panel.em(1));
        let room = sentences::left_for_phone(view, panel, ruler);
        let sizes = (0..=STEPS)
            .rev()
            .map(|step| least + (most - least) * f32::from(step) / f32::from(STEPS));
        let phones = sizes.filter_map(|em| Self::with(view, header, em, panel, ruler));
        let mut smallest = None;
        for mut phone in phones {
            if phone.height <= room {
                phone.grow(room);
                return Some(phone);
            }
            smallest = Some(phone);
        }
        smallest
    }

    /// Lays a phone out for paper, where nothing stands beside it: with the largest letters in
    /// which no word is torn and it is not too high, and none smaller than the smallest.
    pub(super) fn on_paper(view: &View, ruler: &Ruler) -> Option<Self> {
        let header = view.phone.as_ref()?;
        let size = |step: u8| PAPER_EM - f32::from(step) * 0.25;
        for panel in PAPERS {
            let mut smallest = None;
            for em in (0..=4).map(size) {
                let phone = Self::with(view, header, em, panel, ruler);
                if phone.as_ref().is_some_and(|phone| phone.height <= PAPER_HEIGHT) {
                    return phone;
                }
                smallest = phone.or(smallest);
            }
            if smallest.is_some() {
                return smallest;
            }
        }
        None
    }

    /// Its width and height in millimetres.
    pub(super) fn size(&self) -> (f32, f32) {
        (self.width, self.height)
    }

    /// As high as a phone is where there is room, and what stands on it larger.
    fn grow(&mut self, room: f32) {
        const PROPORTION: f32 = 1.7;
        const LARGEST: f32 = 1.5;
        let height = room.min(PROPORTION * self.width).max(self.height);
        let parts: f32 = self.slots.iter().map(|slot| slot.height).sum();
        let more = (1.0 + (height - self.height) / parts.max(1.0)).min(LARGEST);
        let mut lower = 0.0;
        for slot in &mut self.slots {
            slot.top += lower;
            lower += slot.height * (more - 1.0);
            slot.height *= more;
        }
        self.height = height;
    }

    /// The phone with letters of a size; `None` where a word is wider than its part.
    fn with(view: &View, header: &str, em: f32, panel: Panel, ruler: &Ruler) -> Option<Self> {
        let width = width(view, panel);
        let lit = parts(view).any(|(_, look, _)| look.lit);
        let gutter = match (lit, panel.is_small()) {
            (false, _) => 0.0,
            (true, true) => 12.0,
            (true, false) => 18.0,
        };
        let inner = width - 2.0 * EDGE;
        let head = lines(ruler, header, inner, em)? * LINE * em + 0.6 * PADDING;
        let mut top = head + GAP;
        let mut slots = Vec::new();
        for (action, look, part) in parts(view) {
            let height = height(action, look, inner - gutter, em, panel, ruler)?;
            slots.push(Slot { part, top, height });
            top += height + GAP;
        }
        let height = top - GAP + 2.0 * EDGE;
        Some(Self { width, height, head, em, gutter, slots })
    }

    /// What the window draws.
    pub(super) fn view(&self, view: &View) -> ui::PhoneView {
        let focus = view.focus.as_deref();
        let parts: Vec<ui::PartView> = parts(view)
            .zip(&self.slots)
            .map(|((action, look, _), slot)| ui::PartView {
                choice: super::present::choice(action, focus),
                kind: kind(look.kind),
                mark: icon("toggle-right").unwrap_or_default(),
                lit: look.lit,
                written: look.written.as_str().into(),
                top: slot.top,
                height: slot.height,
            })
            .collect();
        ui::PhoneView {
            header: view.phone.as_deref().unwrap_or_default().into(),
            width: self.width,
            height: self.height,
            head: self.head,
            edge: EDGE,
            em: self.em,
            gutter: self.gutter,
            parts: ModelRc::new(VecModel::from(parts)),
        }
    }

    /// The part at a height.
    fn at(&self, y: f32) -> Option<&PartId> {
        let slot = self.slots.iter().find(|slot| (slot.top..slot.top + slot.height).contains(&y));
        slot.map(|slot| &slot.part)
    }

    /// What a hand did that came down at one place and left at another.
    fn gesture(&self, from: (f32, f32), to: (f32, f32), stayed: bool) -> Option<Gesture> {
        let far = (to.0 - from.0).hypot(to.1 - from.1) > DRAG;
        match (self.at(from.1).cloned(), self.at(to.1).cloned()) {
            (Some(part), _) if !far && stayed => Some(Gesture::Hold(part)),
            (Some(part), _) if !far => Some(Gesture::Touch(part)),
            _ if !far => None,
            (Some(part), Some(place)) if part != place => Some(Gesture::Drag(part, place)),
            // Aside there is nothing to push.
            _ if (to.1 - from.1).abs() <= DRAG => None,
            // A push: up brings what is below, down what is above.
            _ => {
                let seen = if to.1 < from.1 { self.slots.last() } else { self.slots.first() };
                seen.map(|slot| Gesture::Scroll(slot.part.clone()))
            }
        }
    }
}

/// What two fingers do that go apart: there is one picture at most.
pub(super) fn enlarged(view: &View) -> Option<Gesture> {
    let mut parts = parts(view);
    let picture = parts.find(|(_, look, _)| look.kind == PartKind::Picture);
    picture.map(|(_, _, part)| Gesture::Enlarge(part))
}

/// A hand on the practice phone.
#[derive(Debug, Default)]
pub(super) struct HandOnPhone {
    down: Option<((f32, f32), Deadline)>,
}

impl HandOnPhone {
    /// It comes down.
    pub(super) fn down(&mut self, place: (f32, f32)) {
        self.down = Some((place, Deadline::after(HOLD)));
    }

    /// It leaves; what it did.
    pub(super) fn up(&mut self, place: (f32, f32), phone: &Phone) -> Option<Gesture> {
        let (from, until) = self.down.take()?;
        phone.gesture(from, place, until.left().is_zero())
    }
}

/// Two fingers on the glass, which go apart or not.
#[derive(Debug, Default)]
pub(super) struct Spread {
    /// Where each finger is, in millimetres.
    fingers: Vec<(u64, (f32, f32))>,
    /// How far the two were from each other when the second came; none once they have gone apart.
    began: Option<f32>,
}

impl Spread {
    /// A finger; whether two have gone apart now.
    pub(super) fn finger(&mut self, id: u64, finger: Finger, place: (f32, f32)) -> bool {
        self.fingers.retain(|(known, _)| *known != id || finger == Finger::Moved);
        match finger {
            Finger::Down => self.fingers.push((id, place)),
            Finger::Moved => {
                for (_, at) in self.fingers.iter_mut().filter(|(known, _)| *known == id) {
                    *at = place;
                }
            }
            Finger::Up => {}
        }
        let [(_, one), (_, other)] = *self.fingers.as_slice() else {
            self.began = None;
            return false;
        };
        let apart = (one.0 - other.0).hypot(one.1 - other.1);
        if finger == Finger::Down {
            self.began = Some(apart);
        }
        let spread = self.began.is_some_and(|began| apart - began > SPREAD);
        if spread {
            self.began = None;
        }
        spread
    }
}

/// The phone's width: on a lying tablet what can be called genuine or false needs room beside it.
fn width(view: &View, panel: Panel) -> f32 {
    let all = f32::from(panel.width);
    let calls = view.actions.iter().any(|action| action.id.starts_with("verdict:"));
    match (panel.is_wide(), panel.is_small()) {
        (true, true) if calls => 0.33 * all,
        (true, true) => 0.4 * all,
        (true, false) => 0.3 * all,
        (false, true) => 0.82 * all,
        (false, false) => 0.6 * all,
    }
}

fn lines(ruler: &Ruler, text: &str, width: f32, em: f32) -> Option<f32> {
    ruler
        .count(text, width / em, true)
        .map(|lines| f32::from(u8::try_from(lines).unwrap_or(u8::MAX)))
}

/// How high a part is: as high as its words, and as a finger needs it.
fn height(
    action: &ActionView,
    look: &PartLook,
    width: f32,
    em: f32,
    panel: Panel,
    ruler: &Ruler,
) -> Option<f32> {
    let least = if panel.is_small() { 13.0 } else { 20.0 };
    let edges = if look.kind == PartKind::Button { 11.0 } else { 7.0 };
    let (picture, mark) = match look.kind {
        _ if action.look.icon.is_empty() => (0.0, 0.0),
        PartKind::Picture => (2.0 * em + 2.5, 0.0),
        PartKind::Switch => (1.3 * em + 2.5, 1.6 * em + 2.5),
        _ => (1.3 * em + 2.5, 0.0),
    };
    let written = if look.kind.is_written() { 1.5 * em + 2.0 } else { 0.0 };
    let words = lines(ruler, &action.label, width - edges - picture - mark, em)?;
    Some((words * LINE * em + written + PADDING).max(least))
}

fn kind(kind: PartKind) -> ui::PartKind {
    match kind {
        PartKind::Title | PartKind::Text => ui::PartKind::Text,
        PartKind::Row => ui::PartKind::Row,
        PartKind::Button => ui::PartKind::Button,
        PartKind::Link => ui::PartKind::Link,
        PartKind::Bubble => ui::PartKind::Bubble,
        PartKind::Mine => ui::PartKind::Mine,
        PartKind::Picture => ui::PartKind::Picture,
        PartKind::Field | PartKind::Secret => ui::PartKind::Field,
        PartKind::Switch => ui::PartKind::Switch,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(id: &str) -> PartId {
        PartId(id.to_owned())
    }

    /// Three lines of 20 mm, one below the other.
    fn phone() -> Phone {
        let slot = |id: &str, top| Slot { part: part(id), top, height: 20.0 };
        Phone {
            width: 80.0,
            height: 100.0,
            head: 10.0,
            em: 6.0,
            gutter: 0.0,
            slots: vec![slot("a", 12.0), slot("b", 35.0), slot("c", 58.0)],
        }
    }

    #[test]
    fn a_short_touch_touches_and_a_long_one_holds_even_where_the_finger_slips() {
        let touch = phone().gesture((20.0, 20.0), (25.0, 24.0), false);
        assert_eq!(touch, Some(Gesture::Touch(part("a"))));
        let hold = phone().gesture((20.0, 20.0), (25.0, 24.0), true);
        assert_eq!(hold, Some(Gesture::Hold(part("a"))));
        assert_eq!(phone().gesture((20.0, 5.0), (20.0, 5.0), false), None, "between the parts");
    }

    #[test]
    fn what_is_taken_farther_than_a_slip_is_taken_along_or_pushed() {
        let drag = phone().gesture((20.0, 20.0), (20.0, 40.0), false);
        assert_eq!(drag, Some(Gesture::Drag(part("a"), part("b"))));
        let up = phone().gesture((20.0, 90.0), (20.0, 40.0), false);
        assert_eq!(up, Some(Gesture::Scroll(part("c"))));
        let down = phone().gesture((20.0, 36.0), (20.0, 50.0), false);
        assert_eq!(down, Some(Gesture::Scroll(part("a"))));
        assert_eq!(phone().gesture((20.0, 20.0), (45.0, 18.0), false), None, "aside");
    }

    #[test]
    fn two_fingers_that_go_apart_make_larger_once() {
        let mut spread = Spread::default();
        assert!(!spread.finger(1, Finger::Down, (50.0, 50.0)));
        assert!(!spread.finger(2, Finger::Down, (60.0, 50.0)));
        assert!(!spread.finger(2, Finger::Moved, (70.0, 50.0)));
        assert!(spread.finger(1, Finger::Moved, (46.0, 50.0)));
        assert!(!spread.finger(2, Finger::Moved, (99.0, 50.0)), "only once");
        assert!(!spread.finger(2, Finger::Up, (99.0, 50.0)));
        assert!(!spread.finger(1, Finger::Moved, (0.0, 0.0)), "one finger");
    }

    #[test]
    fn a_hand_that_leaves_without_having_come_does_nothing() {
        let mut hand = HandOnPhone::default();
        assert_eq!(hand.up((20.0, 20.0), &phone()), None);
        hand.down((20.0, 20.0));
        assert_eq!(hand.up((20.0, 20.0), &phone()), Some(Gesture::Touch(part("a"))));
        assert_eq!(hand.up((20.0, 20.0), &phone()), None);
    }
}
