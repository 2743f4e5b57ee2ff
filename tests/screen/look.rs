//! What must hold of a screen, measured on its elements.

use std::collections::HashSet;

use acolhe::app::Shown;
use i_slint_backend_testing::{AccessibleRole, ElementHandle, ElementQuery};
use slint::ComponentHandle as _;

use crate::easel::{Canvas, Glass, pixels};

/// Collects what is wrong.
#[derive(Default)]
pub(crate) struct Looker {
    faults: Vec<String>,
    seen: usize,
    /// The label of what files.
    commit: Option<String>,
}

/// A rectangle on the glass, in pixels.
#[derive(Clone, Copy, Debug)]
struct Rect {
    x: f32,
    y: f32,
    width: f32,
    height: f32,
}

impl Rect {
    fn of(element: &ElementHandle) -> Self {
        let (place, size) = (element.absolute_position(), element.size());
        Self { x: place.x, y: place.y, width: size.width, height: size.height }
    }

    fn right(self) -> f32 {
        self.x + self.width
    }

    fn bottom(self) -> f32 {
        self.y + self.height
    }

    fn holds(self, other: Self) -> bool {
        const HAIR: f32 = 1.0;
        other.x >= self.x - HAIR
            && other.y >= self.y - HAIR
            && other.right() <= self.right() + HAIR
            && other.bottom() <= self.bottom() + HAIR
    }

    /// The gap between two; negative where they overlap.
    fn gap(self, other: Self) -> f32 {
        let across = (other.x - self.right()).max(self.x - other.right());
        let down = (other.y - self.bottom()).max(self.y - other.bottom());
        across.max(down)
    }
}

impl Looker {
    fn fault(&mut self, place: &str, what: impl std::fmt::Display) {
        self.faults.push(format!("{place}: {what}"));
    }

    /// Looks at a screen.
    pub(crate) fn look(&mut self, canvas: &Canvas, glass: Glass, shown: &Shown, place: &str) {
        self.seen += 1;
        let files = |action: &&acolhe::view::ActionView| action.id == "file";
        self.commit = shown.view.actions.iter().find(files).map(|action| action.label.clone());
        // Drawing makes every element that is to be there.
        let _ = canvas.desk.window().window().take_snapshot().unwrap();
        let root = canvas.desk.window();
        let all = ElementQuery::from_root(root).match_descendants().find_all();
        let all = once(all);
        let window =
            Rect { x: 0.0, y: 0.0, width: pixels(glass.width), height: pixels(glass.height) };
        let mm = glass.density();

        let touchables: Vec<(String, Rect, Vec<String>)> = all
            .iter()
            .filter(|it| it.accessible_role() == Some(AccessibleRole::Button))
            .map(|it| {
                let bases = it.bases().into_iter().flatten().map(Into::into).collect();
                let name = it.accessible_label().unwrap_or_default().to_string();
                (name, Rect::of(it), bases)
            })
            .collect();
        self.touchables(place, window, mm, &touchables);
        self.texts(place, window, &all, &touchables);
        self.nothing_is_missing(place, &all, shown);
    }

    /// Large enough, apart, named, on the glass.
    fn touchables(
        &mut self,
        place: &str,
        window: Rect,
        mm: f32,
        all: &[(String, Rect, Vec<String>)],
    ) {
        for (at, (name, rect, bases)) in all.iter().enumerate() {
            if name.trim().is_empty() {
                self.fault(place, format!("a button without a label at {rect:?}"));
            }
            if !window.holds(*rect) {
                self.fault(place, format!("{name:?} leaves the window: {rect:?}"));
            }
            let files = self.commit.as_deref() == Some(name.as_str());
            let is = |base: &str| bases.iter().any(|it| it == base);
            let (width, height) = if files || is("Choice") || is("Line") || is("Face") {
                (18.0, 20.0)
            } else if is("Key") {
                (15.0, 15.0)
            } else {
                (12.7, 12.7)
            };
            if rect.width < width * mm - 1.0 || rect.height < height * mm - 1.0 {
                let (w, h) = (rect.width / mm, rect.height / mm);
                self.fault(place, format!("{name:?} is {w:.1} × {h:.1} mm"));
            }
            let least = if is("Choice") || is("Key") { 2.9 } else { 1.9 };
            for (other, beside, _) in all.iter().skip(at + 1) {
                let gap = rect.gap(*beside) / mm;
                if gap < least && !is("Line") {
                    self.fault(place, format!("{name:?} is {gap:.1} mm from {other:?}"));
                }
            }
        }
    }

    /// Words on the glass, inside what they stand on, none upon another, none broken.
    fn texts(
        &mut self,
        place: &str,
        window: Rect,
        all: &[ElementHandle],
        touchables: &[(String, Rect, Vec<String>)],
    ) {
        let dock = all
            .iter()
            .find(|it| it.type_name().is_some_and(|name| name == "Dock"))
            .map_or(window.bottom(), |dock| dock.absolute_position().y);
        let texts: Vec<(String, Rect)> = all
            .iter()
            .filter(|it| is_text(it))
            .map(|it| (words(it), Rect::of(it)))
            .filter(|(words, rect)| !words.is_empty() && rect.width > 0.0)
            .collect();
        for (at, (words, rect)) in texts.iter().enumerate() {
            if !window.holds(*rect) {
                self.fault(place, format!("{words:?} leaves the window: {rect:?}"));
            }
            if rect.y < dock && rect.bottom() > dock + 1.0 {
                self.fault(place, format!("{words:?} lies under the bar"));
            }
            for (other, beside) in texts.iter().skip(at + 1) {
                // Lines of type overlap by their leading: a quarter of a line is air.
                let air = rect.height.min(beside.height) * 0.25;
                if rect.gap(*beside) < -air.max(4.0) {
                    self.fault(place, format!("{words:?} lies upon {other:?}"));
                }
            }
            for (name, button, _) in touchables {
                let middle = (rect.x + rect.width / 2.0, rect.y + rect.height / 2.0);
                let within = middle.0 > button.x
                    && middle.0 < button.right()
                    && middle.1 > button.y
                    && middle.1 < button.bottom();
                if within
                    && !button.holds(Rect { y: rect.y + 4.0, height: rect.height - 8.0, ..*rect })
                {
                    self.fault(
                        place,
                        format!("{words:?} is larger than {name:?}: {rect:?} in {button:?}"),
                    );
                }
            }
        }
    }

    /// Every action of the view can be touched, every text of the view is there.
    fn nothing_is_missing(&mut self, place: &str, all: &[ElementHandle], shown: &Shown) {
        let labels: Vec<String> = all
            .iter()
            .filter(|it| it.accessible_role() == Some(AccessibleRole::Button))
            .filter_map(|it| it.accessible_label().map(|label| label.to_string()))
            .collect();
        for action in &shown.view.actions {
            let hidden = action.look.place == acolhe::view::Place::Voice && !shown.view.has_voice;
            if !hidden && !labels.contains(&action.label) {
                self.fault(place, format!("{} ({:?}) cannot be touched", action.id, action.label));
            }
        }
    }

    /// Fails with everything that was wrong.
    pub(crate) fn tell(self) {
        assert!(self.seen > 0, "nothing was drawn");
        assert!(
            self.faults.is_empty(),
            "{} faults on {} screens:\n{}",
            self.faults.len(),
            self.seen,
            self.faults.join("\n")
        );
    }
}

/// A query finds an element once for each component that it inherits from.
fn once(all: Vec<ElementHandle>) -> Vec<ElementHandle> {
    let mut known: HashSet<String> = HashSet::new();
    all.into_iter()
        .filter(|it| {
            let rect = Rect::of(it);
            let role = it.accessible_role();
            let bases: Vec<_> = it.bases().into_iter().flatten().collect();
            let key = format!("{rect:?} {role:?} {} {:?} {bases:?}", words(it), it.type_name());
            known.insert(key)
        })
        .collect()
}

fn is_text(element: &ElementHandle) -> bool {
    let bases = element.bases().into_iter().flatten();
    let own = element.type_name();
    own.into_iter().chain(bases).any(|name| name == "Words" || name == "Strong" || name == "Title")
}

fn words(element: &ElementHandle) -> String {
    element.accessible_label().map(|label| label.to_string()).unwrap_or_default()
}
