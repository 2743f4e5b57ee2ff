//! Keys that a window hears, by the names and numbers that Linux gives them
//! (`linux/input-event-codes.h`).
//!
//! Keys that desktops keep for themselves are left out, such as those for loudness, F13 and above.

/// What a window hears of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sends {
    /// A letter, digit or sign, without shift.
    Letter(char),
    /// Something else.
    Named(Named),
}

/// A key that writes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Enter, on the letters or on the digits.
    Enter,
    /// Tab.
    Tab,
    /// Escape.
    Escape,
    /// Delete.
    Delete,
    /// Insert.
    Insert,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// F1 to F12.
    F(u8),
}

/// Keys that write nothing.
const NAMED: [(&str, u16, Named); 14] = [
    ("KEY_UP", 103, Named::Up),
    ("KEY_DOWN", 108, Named::Down),
    ("KEY_LEFT", 105, Named::Left),
    ("KEY_RIGHT", 106, Named::Right),
    ("KEY_ENTER", 28, Named::Enter),
    ("KEY_KPENTER", 96, Named::Enter),
    ("KEY_TAB", 15, Named::Tab),
    ("KEY_ESC", 1, Named::Escape),
    ("KEY_DELETE", 111, Named::Delete),
    ("KEY_INSERT", 110, Named::Insert),
    ("KEY_HOME", 102, Named::Home),
    ("KEY_END", 107, Named::End),
    ("KEY_PAGEUP", 104, Named::PageUp),
    ("KEY_PAGEDOWN", 109, Named::PageDown),
];

/// Signs.
const SIGNS: [(&str, u16, char); 9] = [
    ("KEY_SPACE", 57, ' '),
    ("KEY_MINUS", 12, '-'),
    ("KEY_EQUAL", 13, '='),
    ("KEY_COMMA", 51, ','),
    ("KEY_DOT", 52, '.'),
    ("KEY_SLASH", 53, '/'),
    ("KEY_KPPLUS", 78, '+'),
    ("KEY_KPMINUS", 74, '-'),
    ("KEY_KPASTERISK", 55, '*'),
];

/// Rows of letters and digits that are numbered without a gap.
const ROWS: [(u16, &str); 4] =
    [(2, "1234567890"), (16, "qwertyuiop"), (30, "asdfghjkl"), (44, "zxcvbnm")];

/// Numbers of F1 to F10; F11 and F12 stand apart.
const F1: u16 = 59;
const F11: u16 = 87;

/// Every key, with its name and number.
pub(super) fn all() -> impl Iterator<Item = (String, u16, Sends)> {
    let named = NAMED.into_iter().map(|(name, code, it)| (name.to_owned(), code, Sends::Named(it)));
    let signs =
        SIGNS.into_iter().map(|(name, code, it)| (name.to_owned(), code, Sends::Letter(it)));
    let rows = ROWS.into_iter().flat_map(|(first, letters)| {
        letters.chars().zip(first..).map(|(letter, code)| {
            (format!("KEY_{}", letter.to_ascii_uppercase()), code, Sends::Letter(letter))
        })
    });
    let functions = (1..=12_u8).map(|number| {
        let code =
            if number <= 10 { F1 + u16::from(number) - 1 } else { F11 + u16::from(number) - 11 };
        (format!("KEY_F{number}"), code, Sends::Named(Named::F(number)))
    });
    named.chain(signs).chain(rows).chain(functions)
}

/// What a window hears of a key, by Linux's name for it.
#[must_use]
pub fn by_name(name: &str) -> Option<Sends> {
    all().find(|(known, _, _)| known == name).map(|(_, _, sends)| sends)
}

/// Linux's name of a key's number, and what a window hears of it.
pub(super) fn by_number(code: u16) -> Option<(String, Sends)> {
    all().find(|(_, known, _)| *known == code).map(|(name, _, sends)| (name, sends))
}
