//! The glass: how large it is, how large letters are on it, and how much fits.
//!
//! Sizes are millimetres, never pixels. Heights of capitals follow VVSG 2.0 7.1-G and EN 301 549
//! §5.1.4 (0.7° at the stated distance).

use super::settings::Settings;

/// The most choices on a page, "Mais" among them.
pub const CHOICES_ON_A_PAGE: usize = 8;

/// Heights of capitals at 500 mm for letter sizes 1 to 4, in millimetres.
const CAPITALS: [f32; Settings::LETTERS as usize] = [4.0, 4.8, 6.4, 8.5];

/// The distance that [`CAPITALS`] are meant for, in millimetres.
const ARM_LENGTH: f32 = 500.0;

/// Andika's capitals are 1485 units of its 2048 an em high.
const CAPITAL_OF_EM: f32 = 1485.0 / 2048.0;

/// A short side below this is a small panel (10 inches), in millimetres.
const SMALL: u16 = 170;

/// How the parts of a screen stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Arrangement {
    /// Pictures with words to choose from.
    #[default]
    Choices,
    /// Something to type, with a keyboard.
    Field,
    /// Lines read back, each with a way to change it.
    Review,
    /// The number, and what is promised.
    Number,
    /// Five faces.
    Faces,
    /// How loud it is, and a way to end.
    Recording,
    /// Sentences to read, and few choices.
    Notes,
    /// A clip in sign language, as large as can be, and a way to see it again.
    Clip,
    /// The practice phone, and beside it what can be done besides touching it.
    Phone,
}

/// What people look at and touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Panel {
    /// Visible width in millimetres.
    pub width: u16,
    /// Visible height in millimetres.
    pub height: u16,
    /// From the eyes to the glass, in millimetres.
    pub distance: u16,
}

impl Panel {
    /// What a face without a window takes for its own: 21.5 inches, upright.
    pub const USUAL: Self = Self { width: 268, height: 476, distance: 500 };

    /// Height of capitals in millimetres; farther eyes get larger letters, nearer ones no smaller.
    #[must_use]
    pub fn capitals(self, letters: u8) -> f32 {
        let size = usize::from(letters.clamp(1, Settings::LETTERS)) - 1;
        let capitals = CAPITALS.get(size).copied().unwrap_or(CAPITALS[1]);
        capitals * (f32::from(self.distance) / ARM_LENGTH).max(1.0)
    }

    /// The size of the type in millimetres.
    #[must_use]
    pub fn em(self, letters: u8) -> f32 {
        self.capitals(letters) / CAPITAL_OF_EM
    }

    /// The size of what stands on a choice, in millimetres: larger than plain words where there is
    /// room for it.
    #[must_use]
    pub fn label(self, letters: u8) -> f32 {
        let larger = match letters {
            _ if self.is_small() => 1.0,
            1 | 2 => 1.35,
            3 => 1.2,
            _ => 1.05,
        };
        self.em(letters) * larger
    }

    /// The size of the type of a whole text among choices, in millimetres: on a small panel it has
    /// a page for itself from letter size 3, elsewhere a part of one. `characters` is its length.
    #[must_use]
    pub fn em_of_text(self, letters: u8, characters: usize) -> f32 {
        // Of the type's size: a letter with its share of the gaps between words, and a line.
        const LETTER: f32 = 0.56;
        const LINE: f32 = 1.28;
        const STEPS: u8 = 16;
        let alone = self.is_small() && letters >= 3;
        let share = match (alone, self.is_wide()) {
            (false, _) => 0.24,
            (true, true) => 0.74,
            (true, false) => 0.42,
        };
        // Beside its picture.
        let width = f32::from(self.width) * if self.is_wide() { 0.5 } else { 1.0 } - 32.0;
        let height = f32::from(self.height) * share;
        let characters = f32::from(u16::try_from(characters).unwrap_or(u16::MAX));
        let fits = |em: &f32| {
            // Words that are not broken leave a few letters' room at the end of each line.
            let in_a_line = (width / (LETTER * em) - 3.0).max(1.0);
            (characters / in_a_line).ceil() * LINE * *em <= height
        };
        let (least, most) = (self.em(1), self.em(letters.min(3)));
        let sizes = (0..=STEPS)
            .rev()
            .map(|step| least + (most - least) * f32::from(step) / f32::from(STEPS));
        sizes.into_iter().find(fits).unwrap_or(least)
    }

    /// Whether it is wider than high: what is said stands left, what is chosen right.
    #[must_use]
    pub fn is_wide(self) -> bool {
        self.width > self.height
    }

    /// Whether it is a small panel.
    #[must_use]
    pub fn is_small(self) -> bool {
        self.width.min(self.height) < SMALL
    }

    /// Whether the question stands in the voice card and "Mais" in the bar, for want of room.
    #[must_use]
    pub fn is_compact(self, letters: u8) -> bool {
        self.is_small() || self.is_wide() && letters >= Settings::LETTERS
    }

    /// Letters of a screen: where much stands on a small panel they are large, not largest.
    #[must_use]
    pub fn letters(self, letters: u8, arrangement: Arrangement) -> u8 {
        match arrangement {
            Arrangement::Choices | Arrangement::Notes => letters,
            // A whole telephone stands there, and what can be done besides.
            Arrangement::Phone if self.is_small() => letters.min(2),
            _ if self.is_small() => letters.min(3),
            _ => letters,
        }
    }

    /// How many choices have room on a page.
    #[must_use]
    pub fn room(self, letters: u8, arrangement: Arrangement) -> Room {
        let wide = self.is_wide();
        let choices = match (arrangement, letters) {
            (Arrangement::Faces | Arrangement::Phone, _) => CHOICES_ON_A_PAGE,
            (Arrangement::Choices, 1 | 2) if self.is_small() => 4,
            (Arrangement::Choices, _) if self.is_small() => 3,
            (Arrangement::Review, 1 | 2) if self.is_small() && !wide => 4,
            (Arrangement::Field | Arrangement::Number, _)
            | (_, 4)
            | (Arrangement::Review | Arrangement::Notes, 3)
                if self.is_small() =>
            {
                2
            }
            _ if self.is_small() => 3,
            (Arrangement::Choices, 3) if wide => 6,
            (Arrangement::Choices, 1..=3) => CHOICES_ON_A_PAGE,
            (Arrangement::Number, 3) if wide => 2,
            (Arrangement::Notes, 4) if !wide => 4,
            (Arrangement::Number, 4) => 3,
            (Arrangement::Number, 1 | 2) | (Arrangement::Review, 3 | 4) if wide => 4,
            (Arrangement::Review, 3) => 7,
            (Arrangement::Review, 1 | 2) if !wide => CHOICES_ON_A_PAGE,
            (Arrangement::Review, _) => 4,
            _ => 6,
        };
        Room {
            choices,
            small: self.is_small(),
            upright: self.is_small() && !wide,
            more_apart: self.is_compact(letters),
        }
    }
}

/// How much has room on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// The most choices, "Mais" among them unless it stands apart.
    pub choices: usize,
    /// What else stands on every page takes turns with the choices.
    pub small: bool,
    /// It is small, and higher than wide: long names stand in one narrow column.
    pub upright: bool,
    /// "Mais" stands in the bar, where that place is free.
    pub more_apart: bool,
}

impl Room {
    /// How many choices are left where each is to be larger: half of them, and two at least.
    #[must_use]
    pub fn for_steady_hands(self) -> usize {
        self.choices.div_ceil(2).max(2).min(self.choices)
    }
}

impl Default for Room {
    fn default() -> Self {
        Self { choices: CHOICES_ON_A_PAGE, small: false, upright: false, more_apart: false }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL_WIDE: Panel = Panel { width: 217, height: 136, distance: 500 };

    #[test]
    fn letters_are_as_large_as_the_standards_ask() {
        assert!((4.8..=5.6).contains(&SMALL_WIDE.capitals(2)), "default, VVSG 2.0 7.1-G");
        assert!(SMALL_WIDE.capitals(3) >= 6.1, "EN 301 549 §5.1.4 at 50 cm");
        assert!((8.5..=9.0).contains(&SMALL_WIDE.capitals(4)));
    }

    #[test]
    fn farther_eyes_get_larger_letters_and_nearer_ones_no_smaller() {
        let far = Panel { distance: 700, ..SMALL_WIDE };
        let near = Panel { distance: 300, ..SMALL_WIDE };
        assert!(far.capitals(2) > SMALL_WIDE.capitals(2));
        assert!((near.capitals(2) - SMALL_WIDE.capitals(2)).abs() < f32::EPSILON);
    }

    #[test]
    fn a_keyboard_leaves_room_for_what_is_typed() {
        assert_eq!(SMALL_WIDE.letters(4, Arrangement::Field), 3);
        assert_eq!(SMALL_WIDE.letters(4, Arrangement::Choices), 4);
    }
}
