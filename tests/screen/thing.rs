//! What stands in the window, as the window itself knows it: places, names, letters.

use i_slint_core::accessibility::{AccessibleStringProperty, SupportedAccessibilityAction};
use i_slint_core::item_tree::ItemRc;
use i_slint_core::items::{ComplexText, Orientation, TextInput, TextWrap};
use i_slint_core::window::WindowInner;
use slint::ComponentHandle as _;

pub(crate) use i_slint_core::items::AccessibleRole as Role;

use crate::easel::{Canvas, Glass, pixels};

/// A rectangle on the glass, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Rect {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
}

impl Rect {
    /// The whole glass.
    pub(crate) fn of(glass: Glass) -> Self {
        Self { x: 0.0, y: 0.0, width: pixels(glass.width), height: pixels(glass.height) }
    }

    pub(crate) fn right(self) -> f32 {
        self.x + self.width
    }

    pub(crate) fn bottom(self) -> f32 {
        self.y + self.height
    }

    /// The point in its middle.
    pub(crate) fn middle(self) -> (f32, f32) {
        (self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    pub(crate) fn holds(self, other: Self) -> bool {
        const HAIR: f32 = 1.0;
        other.x >= self.x - HAIR
            && other.y >= self.y - HAIR
            && other.right() <= self.right() + HAIR
            && other.bottom() <= self.bottom() + HAIR
    }

    /// Whether a point lies on it.
    pub(crate) fn has(self, (x, y): (f32, f32)) -> bool {
        x > self.x && x < self.right() && y > self.y && y < self.bottom()
    }

    /// What two have in common; nothing is a rectangle without width or height.
    fn within(self, other: Self) -> Self {
        let (x, y) = (self.x.max(other.x), self.y.max(other.y));
        let width = (self.right().min(other.right()) - x).max(0.0);
        let height = (self.bottom().min(other.bottom()) - y).max(0.0);
        Self { x, y, width, height }
    }

    /// The gap between two; negative where they overlap.
    pub(crate) fn gap(self, other: Self) -> f32 {
        let across = (other.x - self.right()).max(self.x - other.right());
        let down = (other.y - self.bottom()).max(self.y - other.bottom());
        across.max(down)
    }
}

/// Letters on the glass.
#[derive(Clone, Debug)]
pub(crate) struct Letters {
    /// The words.
    pub(crate) words: String,
    /// Size of the type in pixels.
    pub(crate) size: f32,
    /// Whether they are bold.
    pub(crate) bold: bool,
    /// Whether they may stand on several lines.
    pub(crate) wraps: bool,
    /// The width and height they want, in the width they have.
    pub(crate) wants: (f32, f32),
}

/// Something that stands there.
#[derive(Clone, Debug)]
pub(crate) struct Thing {
    /// Where.
    pub(crate) rect: Rect,
    /// What of the glass it can be seen through.
    pub(crate) seen_through: Rect,
    /// What it is for those who cannot see it.
    pub(crate) role: Role,
    /// How it is called.
    pub(crate) label: String,
    /// Whether it can be done now.
    pub(crate) enabled: bool,
    /// Whether assistive technology can do it.
    pub(crate) does: bool,
    /// What it is made of, in the window's description.
    pub(crate) kinds: Vec<String>,
    /// Its letters, where it is a text.
    pub(crate) letters: Option<Letters>,
    /// What is typed stands in it: its beginning may be out of sight.
    pub(crate) typed_in: bool,
}

impl Thing {
    pub(crate) fn is(&self, kind: &str) -> bool {
        self.kinds.iter().any(|it| it == kind)
    }

    /// Whether it can be touched.
    pub(crate) fn is_button(&self) -> bool {
        self.role == Role::Button
    }
}

/// Everything that stands in a kiosk's window, from the back to the front.
pub(crate) fn things(canvas: &Canvas, glass: Glass) -> Vec<Thing> {
    things_in(canvas.desk.window().window(), glass)
}

/// Everything that stands in a window, from the back to the front.
pub(crate) fn things_in(window: &slint::Window, glass: Glass) -> Vec<Thing> {
    let window = WindowInner::from_pub(window);
    window.ensure_tree_instantiated();
    let mut all = Vec::new();
    let root = ItemRc::new_root(window.component());
    gather(&root, Rect::of(glass), false, &mut all);
    all
}

fn gather(item: &ItemRc, clip: Rect, typed_in: bool, all: &mut Vec<Thing>) {
    let thing = thing(item, clip, typed_in);
    let clip = if item.borrow().as_ref().clips_children() { clip.within(thing.rect) } else { clip };
    let typed_in = typed_in || thing.role == Role::TextInput;
    all.push(thing);
    let mut child = item.first_child();
    while let Some(here) = child {
        gather(&here, clip, typed_in, all);
        child = here.next_sibling();
    }
}

fn thing(item: &ItemRc, seen_through: Rect, typed_in: bool) -> Thing {
    let geometry = item.geometry();
    let place = item.map_to_window(geometry.origin);
    let rect =
        Rect { x: place.x, y: place.y, width: geometry.size.width, height: geometry.size.height };
    let told = |property| item.accessible_string_property(property).map(String::from);
    let elements = 0..item.element_count().unwrap_or(0);
    let kinds = elements
        .filter_map(|element| item.element_type_names_and_ids(element))
        .flatten()
        .map(|(kind, _)| kind.to_string())
        .collect();
    Thing {
        rect,
        seen_through,
        role: item.accessible_role(),
        label: told(AccessibleStringProperty::Label).unwrap_or_default(),
        enabled: told(AccessibleStringProperty::Enabled).is_none_or(|enabled| enabled == "true"),
        does: item
            .supported_accessibility_actions()
            .contains(SupportedAccessibilityAction::Default),
        kinds,
        letters: letters(item),
        typed_in,
    }
}

fn letters(item: &ItemRc) -> Option<Letters> {
    let (words, size, weight, wraps) = if let Some(text) = item.downcast::<ComplexText>() {
        let text = text.as_pin_ref();
        (text.text(), text.font_size().get(), text.font_weight(), text.wrap() != TextWrap::NoWrap)
    } else {
        let text = item.downcast::<TextInput>()?;
        let text = text.as_pin_ref();
        (text.text(), text.font_size().get(), text.font_weight(), text.wrap() != TextWrap::NoWrap)
    };
    let adapter = item.window_adapter()?;
    let wanted = |orientation, room| {
        item.borrow().as_ref().layout_info(orientation, room, &adapter, item).preferred_bounded()
    };
    let width = item.geometry().size.width;
    Some(Letters {
        words: words.to_string(),
        size,
        bold: weight >= 600,
        wraps,
        wants: (wanted(Orientation::Horizontal, -1.0), wanted(Orientation::Vertical, width)),
    })
}
