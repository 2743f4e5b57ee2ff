//! The habits of each language: endings, little words, and how letters sound.

use crate::domain::city::Language;
use crate::domain::language::WordHabits;

/// The habits of a language.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tongue(&'static WordHabits);

/// Parts of a word this short are joined to their neighbour, as in `s-a` and `don't`.
const SHORT: usize = 2;

impl From<Language> for Tongue {
    fn from(language: Language) -> Self {
        Self(&language.habits().finder)
    }
}

impl Tongue {
    /// Whether an apostrophe or a hyphen between two parts joins them to one word.
    pub(super) fn joins(self, before: &str, after: &str) -> bool {
        let short = |part: &str| part.chars().count() <= SHORT;
        self.0.joins && (short(before) || short(after))
    }

    /// Whether a plain word says nothing about a subject.
    pub(super) fn is_little(self, plain: &str) -> bool {
        self.0.is_little(plain)
    }

    /// A plain word without its endings.
    pub(super) fn stem(self, plain: &str) -> String {
        self.0.stem(plain)
    }

    /// How a stem sounds.
    pub(super) fn sound(self, stem: &str) -> String {
        self.0.sound(stem)
    }
}
