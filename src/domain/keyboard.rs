//! Keys on the screen: digits, letters in alphabetical order or as on a computer, accents, signs.
//!
//! Old hands find letters faster in alphabetical order; whoever types otherwise can switch.
//! A person may also walk from key to key: then the focus of the visit stands on a key
//! (`key:a`) or, with two switches, first on a row of keys (`row:0`).

mod cap;
mod layout;

use super::city::Language;
use super::offer::{FieldKind, Offer};
use super::panel::Panel;
use super::visit::Visit;

pub use cap::Cap;
pub use layout::{Key, Keys, accents};

/// The order of letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
enum Order {
    #[default]
    Abc,
    Qwerty,
}

/// Which keys stand there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
enum Page {
    #[default]
    Letters,
    Signs,
    Accents,
}

/// The keyboard of one person.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Keyboard {
    /// Id of the field that the keys write into.
    pub field: Option<String>,
    order: Order,
    page: Page,
    upper: bool,
}

/// What the keys are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Digits only.
    Digits,
    /// Words.
    Words,
    /// The number of a house, a floor, a flat.
    House,
    /// An address of electronic mail.
    Email,
}

impl Purpose {
    fn of(field: &str, kind: FieldKind) -> Self {
        match kind {
            FieldKind::Digits | FieldKind::Telephone => Self::Digits,
            FieldKind::Email => Self::Email,
            FieldKind::Text | FieldKind::LongText if is_house(field) => Self::House,
            FieldKind::Text | FieldKind::LongText => Self::Words,
        }
    }
}

/// Whether a field takes the number of a house, a floor or a flat.
fn is_house(field: &str) -> bool {
    matches!(field, "number" | "floor" | "flat")
}

impl Keyboard {
    /// Another field, or none: keys begin with what it most likely takes.
    pub fn begin(&mut self, field: Option<&str>) {
        self.page = if field.is_some_and(is_house) { Page::Signs } else { Page::Letters };
        self.upper = field == Some("name");
        self.field = field.map(str::to_owned);
    }

    /// A key; gives the new text where it changes.
    pub fn touch(&mut self, cap: Cap, text: &str) -> Option<String> {
        match cap {
            Cap::Letter(letter) => {
                self.wrote();
                return Some(format!("{text}{letter}"));
            }
            Cap::Erase => {
                let mut shorter = text.to_owned();
                shorter.pop()?;
                return Some(shorter);
            }
            Cap::Shift => self.upper = !self.upper,
            Cap::Signs => self.page = Page::Signs,
            Cap::Accents => self.page = Page::Accents,
            Cap::Letters => self.page = Page::Letters,
            Cap::Abc => self.order = Order::Abc,
            Cap::Qwerty => self.order = Order::Qwerty,
            Cap::Done => {}
        }
        None
    }

    /// A letter was written: a capital begins a word; an accent is one letter, then plain ones
    /// follow.
    pub fn wrote(&mut self) {
        self.upper = false;
        if self.page == Page::Accents {
            self.page = Page::Letters;
        }
    }
}

/// A keyboard for a field that is on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Board {
    /// Id of the field.
    pub field: String,
    /// How the person left the keys.
    pub keyboard: Keyboard,
    /// What the keys are for.
    pub purpose: Purpose,
    /// Whose letters.
    pub language: Language,
    /// The person walks from key to key.
    pub walked: bool,
}

impl Board {
    /// The keyboard of a screen; `None` where nothing is typed.
    #[must_use]
    pub fn of(visit: &Visit, offer: &Offer) -> Option<Self> {
        let used = |id: &str| visit.keyboard.field.as_deref() == Some(id);
        let fields = &offer.fields;
        let (id, kind) = fields.iter().find(|(id, _)| used(id)).or(fields.first())?;
        let mut keyboard = visit.keyboard.clone();
        if !used(id) {
            keyboard.begin(Some(id));
        }
        let walked = visit.focus.as_deref().is_some_and(|it| Spot::from_id(it).is_some());
        Some(Self {
            field: (*id).to_owned(),
            keyboard,
            purpose: Purpose::of(id, *kind),
            language: visit.language,
            walked,
        })
    }

    /// The keys as they stand now on a panel.
    #[must_use]
    pub fn keys(&self, panel: Panel) -> Keys {
        layout::keys(self, panel)
    }
}

/// Where a person is among the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// At a row, to be chosen with a switch.
    Row(usize),
    /// At a key.
    Key(Cap),
}

impl Spot {
    /// Its id in the focus of a visit.
    #[must_use]
    pub fn id(self) -> String {
        match self {
            Self::Row(row) => format!("row:{row}"),
            Self::Key(cap) => format!("key:{cap}"),
        }
    }

    /// The spot of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        let (kind, which) = id.split_once(':')?;
        match kind {
            "row" => which.parse().ok().map(Self::Row),
            "key" => which.parse().ok().map(Self::Key),
            _ => None,
        }
    }

    /// Where the person is among the keys of a screen, while that spot is there.
    #[must_use]
    pub fn of(visit: &Visit, offer: &Offer) -> Option<Self> {
        let spot = Self::from_id(visit.focus.as_deref()?)?;
        let keys = Board::of(visit, offer)?.keys(offer.panel());
        keys.holds(spot).then_some(spot)
    }
}
