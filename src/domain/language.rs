//! A language: what its folder in `locales/` says of it.
//!
//! The three that ship are compiled in from their own `language.toml`; `content` makes known what
//! else a folder holds, before anything is read that names a language. `docs/languages.md` tells
//! how one is added.

mod habits;
mod other;
mod plain;

use std::fmt;
use std::sync::{LazyLock, PoisonError, RwLock};

pub use habits::{Habits, WordHabits};
pub use other::OtherLanguage;
pub use plain::{Index, Level, Never, Plain};

/// A language of the screen, by its BCP 47 tag.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(&'static str);

/// The languages that can be named, and what is known of each.
static KNOWN: LazyLock<RwLock<Vec<(Language, &'static Habits)>>> = LazyLock::new(|| {
    let shipped = [
        (
            include_str!("../../locales/pt-BR/language.toml"),
            include_str!("../../locales/pt-BR/plain.toml"),
        ),
        (
            include_str!("../../locales/ro/language.toml"),
            include_str!("../../locales/ro/plain.toml"),
        ),
        (
            include_str!("../../locales/en/language.toml"),
            include_str!("../../locales/en/plain.toml"),
        ),
    ];
    let habits = shipped.map(|(habits, plain)| Habits {
        plain: Plain::read(plain).unwrap_or_default(),
        ..Habits::read(habits).unwrap_or_default()
    });
    let known = Language::ALL.into_iter().zip(habits);
    RwLock::new(known.map(|(language, habits)| (language, kept(habits))).collect())
});

/// Languages are few and stay until the program ends.
fn kept(habits: Habits) -> &'static Habits {
    Box::leak(Box::new(habits))
}

#[expect(non_upper_case_globals, reason = "they are names of languages, and read like them")]
impl Language {
    /// Portuguese of Brazil.
    pub const PtBr: Self = Self("pt-BR");
    /// English.
    pub const En: Self = Self("en");
    /// Romanian.
    pub const Ro: Self = Self("ro");

    /// The three that ship.
    pub const ALL: [Self; 3] = [Self::PtBr, Self::Ro, Self::En];
}

impl Language {
    /// Every language that is known: those that ship, then the others as they were made known.
    #[must_use]
    pub fn known() -> Vec<Self> {
        let known = KNOWN.read().unwrap_or_else(PoisonError::into_inner);
        known.iter().map(|(language, _)| *language).collect()
    }

    /// Makes a language known, or says anew what is known of it.
    pub fn learn(tag: &str, habits: Habits) -> Self {
        let mut known = KNOWN.write().unwrap_or_else(PoisonError::into_inner);
        if let Some((language, told)) = known.iter_mut().find(|(known, _)| known.0 == tag) {
            if **told != habits {
                *told = kept(habits);
            }
            return *language;
        }
        let language = Self(Box::leak(tag.to_owned().into_boxed_str()));
        known.push((language, kept(habits)));
        language
    }

    /// The BCP 47 tag, which is also the folder's name.
    #[must_use]
    pub fn tag(self) -> &'static str {
        self.0
    }

    /// The language of a BCP 47 tag, `None` for one that nobody made known.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::known().into_iter().find(|language| language.0.eq_ignore_ascii_case(tag))
    }

    /// What its folder says of it.
    #[must_use]
    pub fn habits(self) -> &'static Habits {
        static NONE: LazyLock<Habits> = LazyLock::new(Habits::default);
        let known = KNOWN.read().unwrap_or_else(PoisonError::into_inner);
        let found = known.iter().find(|(language, _)| *language == self);
        found.map_or_else(|| &*NONE, |(_, habits)| habits)
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl serde::Serialize for Language {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.0)
    }
}

impl<'de> serde::Deserialize<'de> for Language {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let tag = <std::borrow::Cow<'de, str>>::deserialize(from)?;
        Self::from_tag(&tag).ok_or_else(|| {
            let known = Self::known().iter().map(|language| language.0).collect::<Vec<_>>();
            serde::de::Error::custom(format!("unknown language {tag}: use {}", known.join(", ")))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_languages_that_ship_say_what_they_are() {
        for (language, name) in Language::ALL.into_iter().zip(["Português", "Română", "English"])
        {
            assert_eq!(language.habits().name, name);
            assert!(language.habits().finder.is_little("5"));
            assert!(language.habits().plain.instead.len() >= 150);
        }
    }

    #[test]
    fn a_language_is_known_once_it_is_told_of_and_read_by_its_tag() {
        let text = "name = \"Volapük\"\nshort = \"VO\"\n";
        let habits = || Habits::read(text).expect("habits");
        assert_eq!(serde_json::from_str::<Language>("\"vo-test\"").ok(), None);
        let language = Language::learn("vo-test", habits());
        assert_eq!(Language::learn("vo-test", habits()), language);
        assert_eq!(serde_json::from_str::<Language>("\"vo-test\"").ok(), Some(language));
        assert_eq!(serde_json::to_string(&language).ok().as_deref(), Some("\"vo-test\""));
        assert_eq!(language.habits().name, "Volapük");
        assert_eq!(language.habits().finder.stem("bukiks"), "bukiks");
    }

    #[test]
    fn what_is_unknown_in_a_file_is_told() {
        assert!(Habits::read("name = \"X\"\nshort = \"X\"\nshorter = \"X\"\n").is_err());
    }
}
