//! Keys of a US keyboard, by Linux's numbers for them.

/// Rows of keys that are numbered without a gap: the first number, what they type, and what they
/// type with shift.
const ROWS: [(u16, &[u8], &[u8]); 8] = [
    (2, b"1234567890-=", b"!@#$%^&*()_+"),
    (16, b"qwertyuiop[]", b"QWERTYUIOP{}"),
    (30, b"asdfghjkl;'`", b"ASDFGHJKL:\"~"),
    (43, b"\\zxcvbnm,./", b"|ZXCVBNM<>?"),
    (57, b" ", b" "),
    // The keypad types digits whatever the lamp of Num Lock says: a scanner means digits.
    (55, b"*", b"*"),
    (71, b"789-456+1230.", b"789-456+1230."),
    (98, b"/", b"/"),
];

const TAB: u16 = 15;
const ENTER: u16 = 28;
const KEYPAD_ENTER: u16 = 96;

/// What a key types: a character that can be seen, or a blank. Escape, arrows, function keys and
/// keys that no US keyboard has type nothing.
pub(super) fn typed(key: u16, shift: bool) -> Option<char> {
    ROWS.iter().find_map(|(first, plain, shifted)| {
        let place = usize::from(key.checked_sub(*first)?);
        let row = if shift { shifted } else { plain };
        row.get(place).copied().map(char::from)
    })
}

/// Whether a key ends a scan.
pub(super) fn ends(key: u16) -> bool {
    matches!(key, TAB | ENTER | KEYPAD_ENTER)
}

/// Keys that change what others mean while they are down, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Modifiers(u8);

impl Modifiers {
    const SHIFTS: u8 = 0b11;

    /// The bit of a key. Caps Lock is none of them: nothing that is accepted depends on capitals,
    /// and nobody knows whether the lock was on before the scanner came.
    fn bit(key: u16) -> Option<u8> {
        const KEYS: [u16; 8] = [42, 54, 29, 97, 56, 100, 125, 126];
        let place = KEYS.iter().position(|modifier| *modifier == key)?;
        Some(1 << place)
    }

    /// Takes the key in; whether it is a modifier.
    pub(super) fn take(&mut self, key: u16, down: bool) -> bool {
        let Some(bit) = Self::bit(key) else { return false };
        if down {
            self.0 |= bit;
        } else {
            self.0 &= !bit;
        }
        true
    }

    /// Whether a shift key is down.
    pub(super) fn shift(self) -> bool {
        self.0 & Self::SHIFTS != 0
    }

    /// Whether Control, Alt or the system key is down: then keys give orders, not text.
    pub(super) fn command(self) -> bool {
        self.0 & !Self::SHIFTS != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_visible_character_has_its_key_and_no_key_types_anything_else() {
        let all = |shift| (0..=u16::MAX).filter_map(move |key| typed(key, shift));
        let typed: std::collections::BTreeSet<char> = all(false).chain(all(true)).collect();
        assert_eq!(typed, (' '..='~').collect());
    }

    #[test]
    fn what_addresses_need_is_where_a_us_keyboard_has_it() {
        let expected = [(39, ':'), (53, '?'), (12, '_'), (4, '#'), (30, 'A'), (50, 'M')];
        for (key, character) in expected {
            assert_eq!(typed(key, true), Some(character));
        }
        for (key, character) in [(53, '/'), (52, '.'), (12, '-'), (11, '0'), (98, '/'), (82, '0')] {
            assert_eq!(typed(key, false), Some(character));
        }
    }

    #[test]
    fn escape_arrows_and_foreign_keys_type_nothing() {
        for key in [0, 1, 14, 58, 59, 69, 86, 89, 103, 105, 111, 124, 240, 767, u16::MAX] {
            assert_eq!(typed(key, false), None, "{key}");
        }
    }
}
