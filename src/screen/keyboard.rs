//! Keys on the screen: digits, letters in alphabetical order or as on a computer, accents, signs.
//!
//! Old hands find letters faster in alphabetical order; whoever types otherwise can switch.

use crate::domain::city::Language;
use crate::domain::panel::Panel;
use crate::view::KeyWords;

/// The width of a key and of the gap beside it, in millimetres.
const PITCH: f32 = 18.0;

/// What a key does when it is touched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Writes its letter.
    Letter,
    /// Does something else.
    Tool,
}

/// A key where it stands, in widths of a letter.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Key {
    pub(super) id: String,
    pub(super) label: String,
    pub(super) spoken: String,
    pub(super) icon: &'static str,
    pub(super) kind: Kind,
    pub(super) at: f32,
    pub(super) span: f32,
    pub(super) on: bool,
}

/// Rows of keys.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Keys {
    pub(super) columns: f32,
    pub(super) rows: Vec<Vec<Key>>,
}

/// The order of letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Order {
    #[default]
    Abc,
    Qwerty,
}

/// Which keys stand there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Page {
    #[default]
    Letters,
    Signs,
    Accents,
}

/// The keyboard of one person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Keyboard {
    order: Order,
    page: Page,
    upper: bool,
}

/// What the keys are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Digits only.
    Digits,
    /// Words.
    Words,
    /// The number of a house, a floor, a flat.
    House,
    /// An address of electronic mail.
    Email,
}

/// Whether a field takes the number of a house, a floor or a flat.
pub(super) fn is_house(field: &str) -> bool {
    matches!(field, "number" | "floor" | "flat")
}

impl Keyboard {
    /// Another field: keys begin with what it most likely takes.
    pub(super) fn begin(&mut self, field: &str) {
        self.page = if is_house(field) { Page::Signs } else { Page::Letters };
        self.upper = field == "name";
    }

    /// A touched key; gives the new text where it changes.
    pub(super) fn touch(&mut self, id: &str, text: &str) -> Option<String> {
        match id {
            "erase" => {
                let mut shorter = text.to_owned();
                shorter.pop()?;
                return Some(shorter);
            }
            "shift" => self.upper = !self.upper,
            "signs" => self.page = Page::Signs,
            "accents" => self.page = Page::Accents,
            "letters" => self.page = Page::Letters,
            "abc" => self.order = Order::Abc,
            "qwerty" => self.order = Order::Qwerty,
            letter => {
                let letter = letter.strip_prefix("letter:")?;
                // A capital begins a word; an accent is one letter, then plain ones follow.
                self.upper = false;
                if self.page == Page::Accents {
                    self.page = Page::Letters;
                }
                return Some(format!("{text}{letter}"));
            }
        }
        None
    }

    /// The keys as they stand now.
    pub(super) fn keys(
        self,
        purpose: Purpose,
        language: Language,
        words: &KeyWords,
        panel: Panel,
    ) -> Keys {
        let room = if panel.is_wide() && purpose == Purpose::Digits { 0.58 } else { 1.0 };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "columns")]
        let most = ((f32::from(panel.width) * room - 7.0) / PITCH) as usize;
        let make = Maker { words, upper: self.upper };
        if purpose == Purpose::Digits {
            return if panel.is_small() && panel.is_wide() { make.row() } else { make.pad() };
        }
        let orders = most >= 10;
        let order = if orders { self.order } else { Order::Abc };
        let letters = match (self.page, order) {
            (Page::Signs, _) if purpose == Purpose::House => {
                split("1234567890-/", if orders { 10 } else { most })
            }
            (Page::Signs, _) => split("1234567890.,-/?!':@_", if orders { 10 } else { most }),
            (Page::Accents, _) => split(accents(language), most.min(10)),
            (Page::Letters, Order::Qwerty) => {
                ["qwertyuiop", "asdfghjkl", "zxcvbnm"].map(str::to_owned).to_vec()
            }
            (Page::Letters, Order::Abc) => {
                let columns = if panel.is_small() { most.min(11) } else { 9 };
                split("abcdefghijklmnopqrstuvwxyz", columns)
            }
        };
        let columns = letters.iter().map(|row| row.chars().count()).max().unwrap_or(1);
        let mut rows: Vec<Vec<Key>> = letters.iter().map(|row| make.letters(row)).collect();
        if !panel.is_small() && self.page != Page::Signs {
            let extra =
                if purpose == Purpose::Email { "@._-1234567890" } else { accents(language) };
            rows.push(make.letters(extra));
        }
        let tools = self.tools(&make, (purpose, language), orders, panel.is_small());
        Keys { columns: width(columns), rows: fit(rows, tools, width(columns)) }
    }

    fn tools(
        self,
        make: &Maker<'_>,
        (purpose, language): (Purpose, Language),
        orders: bool,
        small: bool,
    ) -> Vec<Key> {
        let mut tools = Vec::new();
        if self.page == Page::Letters {
            tools.push(Key { on: self.upper, ..make.tool("shift", "", "arrow-big-up") });
            tools.push(make.tool("signs", "123", ""));
            if small && purpose == Purpose::Email {
                tools.extend(make.letters("@."));
            } else if small {
                let some: String = accents(language).chars().take(2).collect();
                tools.push(make.tool("accents", &some, ""));
            }
            if orders && !(small && purpose == Purpose::Email) {
                match self.order {
                    Order::Abc => tools.push(make.tool("qwerty", "QWE", "")),
                    Order::Qwerty => tools.push(make.tool("abc", "ABC", "")),
                }
            }
        } else {
            tools.push(make.tool("letters", "ABC", ""));
        }
        let space = make.tool("letter: ", &make.words.name(" "), "");
        tools.push(Key { spoken: make.words.name(" "), span: 2.0, ..space });
        tools.push(make.tool("erase", "", "delete"));
        tools
    }
}

/// Letters that the alphabet on the keys does not have.
fn accents(language: Language) -> &'static str {
    &language.habits().letters
}

/// Makes keys.
struct Maker<'a> {
    words: &'a KeyWords,
    upper: bool,
}

impl Maker<'_> {
    fn letters(&self, letters: &str) -> Vec<Key> {
        letters
            .chars()
            .map(|letter| {
                let label: String =
                    if self.upper { letter.to_uppercase().collect() } else { letter.to_string() };
                Key {
                    id: format!("letter:{label}"),
                    spoken: self.words.name(&label),
                    label,
                    icon: "",
                    kind: Kind::Letter,
                    at: 0.0,
                    span: 1.0,
                    on: false,
                }
            })
            .collect()
    }

    fn tool(&self, id: &str, label: &str, icon: &'static str) -> Key {
        Key {
            id: id.to_owned(),
            label: label.to_owned(),
            spoken: self.words.name(id),
            icon,
            kind: Kind::Tool,
            at: 0.0,
            span: 1.0,
            on: false,
        }
    }

    /// All digits in a row, where there is no height for a pad.
    fn row(&self) -> Keys {
        let mut row = self.letters("1234567890");
        row.push(self.tool("erase", "", "delete"));
        Keys { columns: width(row.len()), rows: fit(vec![row], Vec::new(), 11.0) }
    }

    /// Twelve places, as on a telephone.
    fn pad(&self) -> Keys {
        let mut rows: Vec<Vec<Key>> =
            ["123", "456", "789"].iter().map(|row| self.letters(row)).collect();
        let mut last = self.letters("0");
        last.push(self.tool("erase", &self.words.name("erase"), ""));
        for (place, key) in last.iter_mut().enumerate() {
            key.at = width(place + 1);
        }
        for row in &mut rows {
            for (place, key) in row.iter_mut().enumerate() {
                key.at = width(place);
            }
        }
        rows.push(last);
        Keys { columns: 3.0, rows }
    }
}

/// Tools stand in the last row where they have room, else in one of their own; space takes what
/// is left. Each row is as wide as the others.
fn fit(mut rows: Vec<Vec<Key>>, tools: Vec<Key>, columns: f32) -> Vec<Vec<Key>> {
    let least: f32 = tools.iter().map(|tool| tool.span).sum();
    let used = rows.last().map_or(columns, |row| width(row.len()));
    if tools.is_empty() {
        // Nothing to place.
    } else if used + least <= columns {
        if let Some(last) = rows.last_mut() {
            last.extend(tools);
        }
    } else {
        rows.push(tools);
    }
    for row in &mut rows {
        let spare = columns - row.iter().map(|key| key.span).sum::<f32>();
        if let Some(space) = row.iter_mut().find(|key| key.id == "letter: ") {
            space.span += spare;
        } else if spare < 0.0 {
            let narrow = columns / width(row.len());
            for key in row.iter_mut() {
                key.span = narrow;
            }
        }
        let mut at = (columns - row.iter().map(|key| key.span).sum::<f32>()).max(0.0) / 2.0;
        for key in row {
            key.at = at;
            at += key.span;
        }
    }
    rows
}

fn split(letters: &str, columns: usize) -> Vec<String> {
    let letters: Vec<char> = letters.chars().collect();
    letters.chunks(columns.max(1)).map(|row| row.iter().collect()).collect()
}

#[expect(clippy::cast_precision_loss, reason = "a handful of keys")]
fn width(keys: usize) -> f32 {
    keys as f32
}
