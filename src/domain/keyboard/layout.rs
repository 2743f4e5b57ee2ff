//! Which keys stand where, and which lies beside which.

use super::{Board, Cap, Keyboard, Order, Page, Purpose, Spot};
use crate::domain::city::Language;
use crate::domain::event::Key as Arrow;
use crate::domain::panel::Panel;

/// The width of a key and of the gap beside it, in millimetres.
const PITCH: f32 = 18.0;

/// A key where it stands, in widths of a letter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Key {
    /// What it does.
    pub cap: Cap,
    /// Where it begins.
    pub at: f32,
    /// How wide it is.
    pub span: f32,
    /// Whether it is pressed down for good.
    pub on: bool,
}

/// Rows of keys.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Keys {
    /// How wide they are together, in widths of a letter.
    pub columns: f32,
    /// The keys.
    pub rows: Vec<Vec<Key>>,
}

impl Keys {
    /// Whether a spot is among them.
    #[must_use]
    pub fn holds(&self, spot: Spot) -> bool {
        match spot {
            Spot::Row(row) => row < self.rows.len(),
            Spot::Key(cap) => self.place(cap).is_some(),
        }
    }

    /// Row and place of a key.
    #[must_use]
    pub fn place(&self, cap: Cap) -> Option<(usize, usize)> {
        self.rows.iter().enumerate().find_map(|(row, keys)| {
            keys.iter().position(|key| key.cap == cap).map(|place| (row, place))
        })
    }

    /// The key that writes the same letter small.
    #[must_use]
    pub fn small(&self, cap: Cap) -> Option<Cap> {
        let Cap::Letter(letter) = cap else { return None };
        let small = Cap::Letter(letter.to_lowercase().next()?);
        self.place(small).map(|_| small)
    }

    /// The first key.
    #[must_use]
    pub fn first(&self) -> Option<Cap> {
        self.rows.first()?.first().map(|key| key.cap)
    }

    /// The key of a place, or the last of its row.
    #[must_use]
    pub fn at(&self, (row, place): (usize, usize)) -> Option<Cap> {
        let row = self.rows.get(row).or(self.rows.last())?;
        row.get(place).or(row.last()).map(|key| key.cap)
    }

    /// Where an arrow leads; `None` out of the keys. A row is a circle; what lies above the first
    /// row or below the last is the field.
    #[must_use]
    pub fn beside(&self, cap: Cap, arrow: Arrow) -> Option<Cap> {
        let (row, place) = self.place(cap)?;
        let keys = self.rows.get(row)?;
        let other = match arrow {
            Arrow::Left => keys.get(place.checked_sub(1).unwrap_or(keys.len() - 1)),
            Arrow::Right => keys.get((place + 1) % keys.len()),
            Arrow::Up => nearest(self.rows.get(row.checked_sub(1)?)?, keys.get(place)?),
            _ => nearest(self.rows.get(row + 1)?, keys.get(place)?),
        };
        other.map(|key| key.cap)
    }
}

/// The key of another row that lies nearest.
fn nearest<'a>(row: &'a [Key], to: &Key) -> Option<&'a Key> {
    let middle = |key: &Key| key.at + key.span / 2.0;
    let far = |key: &Key| (middle(key) - middle(to)).abs();
    row.iter().min_by(|one, other| far(one).total_cmp(&far(other)))
}

/// The keys of a board on a panel.
pub(super) fn keys(board: &Board, panel: Panel) -> Keys {
    let Board { keyboard, purpose, language, walked, .. } = board;
    let (purpose, language, walked) = (*purpose, *language, *walked);
    let room = if panel.is_wide() && purpose == Purpose::Digits { 0.58 } else { 1.0 };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "columns")]
    let most = ((f32::from(panel.width) * room - 7.0) / PITCH) as usize;
    if purpose == Purpose::Digits {
        return if panel.is_small() && panel.is_wide() { digit_row(walked) } else { pad(walked) };
    }
    let orders = most >= 10;
    let order = if orders { keyboard.order } else { Order::Abc };
    let letters = match (keyboard.page, order) {
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
    let upper = keyboard.upper;
    let mut rows: Vec<Vec<Key>> = letters.iter().map(|row| letter_keys(row, upper)).collect();
    if !panel.is_small() && keyboard.page != Page::Signs {
        let extra = if purpose == Purpose::Email { "@._-1234567890" } else { accents(language) };
        rows.push(letter_keys(extra, upper));
    }
    let tools = tools(board, orders, panel.is_small());
    Keys { columns: width(columns), rows: fit(rows, tools, width(columns)) }
}

fn tools(board: &Board, orders: bool, small: bool) -> Vec<Key> {
    let Keyboard { order, page, upper, .. } = board.keyboard;
    let email = board.purpose == Purpose::Email;
    let mut tools = Vec::new();
    if page == Page::Letters {
        tools.push(Key { on: upper, ..tool(Cap::Shift) });
        tools.push(tool(Cap::Signs));
        if small && email {
            tools.extend(letter_keys("@.", false));
        } else if small {
            tools.push(tool(Cap::Accents));
        }
        if orders && !(small && email) {
            tools.push(tool(match order {
                Order::Abc => Cap::Qwerty,
                Order::Qwerty => Cap::Abc,
            }));
        }
    } else {
        tools.push(tool(Cap::Letters));
    }
    // The way out takes its room from the widest, so that no row becomes longer.
    let span = if board.walked { 1.0 } else { 2.0 };
    tools.push(Key { span, ..tool(Cap::Letter(' ')) });
    tools.push(tool(Cap::Erase));
    tools.extend(board.walked.then(|| tool(Cap::Done)));
    tools
}

/// Letters that the alphabet on the keys does not have.
#[must_use]
pub fn accents(language: Language) -> &'static str {
    &language.habits().letters
}

fn letter_keys(letters: &str, upper: bool) -> Vec<Key> {
    let capital = |letter: char| letter.to_uppercase().next().unwrap_or(letter);
    letters
        .chars()
        .map(|letter| tool(Cap::Letter(if upper { capital(letter) } else { letter })))
        .collect()
}

fn tool(cap: Cap) -> Key {
    Key { cap, at: 0.0, span: 1.0, on: false }
}

/// All digits in a row, where there is no height for a pad.
fn digit_row(walked: bool) -> Keys {
    let mut row = letter_keys("1234567890", false);
    row.push(tool(Cap::Erase));
    // The way out takes its room from all, so that the row becomes no longer.
    let columns = width(row.len());
    row.extend(walked.then(|| tool(Cap::Done)));
    Keys { columns, rows: fit(vec![row], Vec::new(), columns) }
}

/// Twelve places, as on a telephone.
fn pad(walked: bool) -> Keys {
    let mut rows: Vec<Vec<Key>> =
        ["123", "456", "789"].iter().map(|row| letter_keys(row, false)).collect();
    let mut last = letter_keys("0", false);
    last.push(tool(Cap::Erase));
    let first = if walked {
        last.insert(0, tool(Cap::Done));
        0
    } else {
        1
    };
    rows.push(last);
    let end = rows.len() - 1;
    for (number, row) in rows.iter_mut().enumerate() {
        for (place, key) in row.iter_mut().enumerate() {
            key.at = width(if number == end { place + first } else { place });
        }
    }
    Keys { columns: 3.0, rows }
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
        let blank = row.iter_mut().find(|key| key.cap == Cap::Letter(' '));
        if let Some(blank) = blank.filter(|blank| blank.span + spare >= 1.0) {
            blank.span += spare;
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
