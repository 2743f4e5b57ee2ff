//! What a tactile keypad is like: data in `hardware/keypads/<name>.toml`, none of it in code.
//!
//! A pad is a keyboard to the machine: each of its keys sends an ordinary key, and the window
//! hears it. A profile says which key does what. `learn` writes one from presses.

mod codes;
mod learn;

use std::path::{Path, PathBuf};

use serde::{Deserialize, Deserializer};

use crate::config::KeypadConfig;
use crate::domain::event::Key;

pub use codes::{Named, Sends, by_name};
pub use learn::{LearnError, Learner, Lesson, learn};

/// Where the profiles are, in the assets.
pub const KEYPADS: &str = "hardware/keypads";

/// A model of keypad.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// What a technician calls it.
    pub name: String,
    /// Which key each of its keys sends.
    keys: Keys,
}

/// `[keys]`
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Keys {
    #[serde(deserialize_with = "sent")]
    up: Sends,
    #[serde(deserialize_with = "sent")]
    down: Sends,
    #[serde(deserialize_with = "sent")]
    left: Sends,
    #[serde(deserialize_with = "sent")]
    right: Sends,
    #[serde(deserialize_with = "sent")]
    select: Sends,
    #[serde(default, deserialize_with = "maybe_sent")]
    help: Option<Sends>,
    #[serde(default, deserialize_with = "maybe_sent")]
    louder: Option<Sends>,
    #[serde(default, deserialize_with = "maybe_sent")]
    softer: Option<Sends>,
    #[serde(default, deserialize_with = "maybe_sent")]
    faster: Option<Sends>,
    #[serde(default, deserialize_with = "maybe_sent")]
    slower: Option<Sends>,
    #[serde(default, deserialize_with = "maybe_sent")]
    step: Option<Sends>,
    #[serde(default, deserialize_with = "maybe_sent")]
    choose: Option<Sends>,
}

/// What a pad can ask, by the names in a profile; the first five belong to every pad.
pub const FUNCTIONS: [(&str, Key); 12] = [
    ("up", Key::Up),
    ("down", Key::Down),
    ("left", Key::Left),
    ("right", Key::Right),
    ("select", Key::Select),
    ("help", Key::Help),
    ("louder", Key::Louder),
    ("softer", Key::Softer),
    ("faster", Key::Faster),
    ("slower", Key::Slower),
    ("step", Key::Step),
    ("choose", Key::Choose),
];

/// How many of [`FUNCTIONS`] a pad cannot be without.
pub const NEEDED: usize = 5;

impl Keys {
    /// In the order of [`FUNCTIONS`].
    fn all(&self) -> [Option<Sends>; FUNCTIONS.len()] {
        [
            Some(self.up),
            Some(self.down),
            Some(self.left),
            Some(self.right),
            Some(self.select),
            self.help,
            self.louder,
            self.softer,
            self.faster,
            self.slower,
            self.step,
            self.choose,
        ]
    }
}

fn sent<'de, D: Deserializer<'de>>(value: D) -> Result<Sends, D::Error> {
    let name = String::deserialize(value)?;
    by_name(&name).ok_or_else(|| {
        serde::de::Error::custom(format!(
            "no window hears \"{name}\". Use a name of docs/keypads.md, such as KEY_UP or KEY_F5"
        ))
    })
}

fn maybe_sent<'de, D: Deserializer<'de>>(value: D) -> Result<Option<Sends>, D::Error> {
    sent(value).map(Some)
}

/// Which key asks what, at one station.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keypad {
    keys: Vec<(Sends, Key)>,
    /// Keys of a profile ask even where a letter could be typed.
    profiled: bool,
}

impl Keypad {
    /// The one that a configuration names, else an ordinary keyboard; profiles are found in a
    /// folder of [`KEYPADS`].
    ///
    /// # Errors
    /// Those of [`Profile::find`].
    pub fn configured(config: &KeypadConfig, assets: &Path) -> Result<Self, ProfileError> {
        let Some(name) = &config.profile else { return Ok(Self::usual()) };
        Ok(Self::of(&Profile::find(&assets.join(KEYPADS), name)?))
    }

    /// An ordinary keyboard: arrows, Enter, F1 for help, plus and minus where nothing is typed,
    /// F2 to F5 for the voice, F6 and F7 for two switches.
    #[must_use]
    pub fn usual() -> Self {
        let named = [
            (Named::Up, Key::Up),
            (Named::Down, Key::Down),
            (Named::Left, Key::Left),
            (Named::Right, Key::Right),
            (Named::Tab, Key::Down),
            (Named::Enter, Key::Select),
            (Named::F(1), Key::Help),
            (Named::F(2), Key::Softer),
            (Named::F(3), Key::Louder),
            (Named::F(4), Key::Slower),
            (Named::F(5), Key::Faster),
            (Named::F(6), Key::Step),
            (Named::F(7), Key::Choose),
        ];
        let letters = [('+', Key::Louder), ('-', Key::Softer)];
        let named = named.map(|(named, key)| (Sends::Named(named), key));
        let letters = letters.map(|(letter, key)| (Sends::Letter(letter), key));
        Self { keys: named.into_iter().chain(letters).collect(), profiled: false }
    }

    /// A pad; what it leaves free stays as on an ordinary keyboard.
    #[must_use]
    pub fn of(profile: &Profile) -> Self {
        let own = FUNCTIONS
            .iter()
            .zip(profile.keys.all())
            .filter_map(|((_, key), sends)| Some((sends?, *key)));
        let usual = Self::usual().keys.into_iter();
        let usual = usual.filter(|(sends, _)| matches!(sends, Sends::Named(_)));
        Self { keys: own.chain(usual).collect(), profiled: true }
    }

    /// Whether some of these keys, by Linux's numbers, ask for this.
    #[must_use]
    pub fn is_asked_by(&self, key: Key, has: impl Fn(u16) -> bool) -> bool {
        codes::all().any(|(_, code, sends)| has(code) && self.asks(sends, false) == Some(key))
    }

    /// What a key asks; `typing` tells that letters go into a field.
    #[must_use]
    pub fn asks(&self, sent: Sends, typing: bool) -> Option<Key> {
        if typing && !self.profiled && matches!(sent, Sends::Letter(_)) {
            return None;
        }
        self.keys.iter().find(|(sends, _)| *sends == sent).map(|(_, key)| *key)
    }
}

/// Why there is no profile.
#[derive(Debug, thiserror::Error)]
pub enum ProfileError {
    /// The file is wrong.
    #[error("{}:{line}: {what}. {remedy}", file.display())]
    Wrong {
        /// The file.
        file: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong.
        what: String,
        /// How to repair it.
        remedy: String,
    },
    /// The file cannot be read.
    #[error("Cannot read {}: {source}. Make it readable", file.display())]
    Read {
        /// The file.
        file: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Nobody wrote it.
    #[error("There is no keypad profile \"{name}\". Use one of {}", known.join(", "))]
    Unknown {
        /// What was asked for.
        name: String,
        /// What there is.
        known: Vec<String>,
    },
}

impl Profile {
    /// The profile `<name>.toml` of a folder.
    ///
    /// # Errors
    /// [`ProfileError`]; an unknown name is answered with those that exist.
    pub fn find(folder: &Path, name: &str) -> Result<Self, ProfileError> {
        let known = Self::names(folder);
        if !known.iter().any(|known| known == name) {
            return Err(ProfileError::Unknown { name: name.to_owned(), known });
        }
        Self::read(&folder.join(format!("{name}.toml")))
    }

    /// The names of a folder's profiles, sorted.
    #[must_use]
    pub fn names(folder: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let mut names: Vec<String> = entries
            .filter_map(|entry| Some(entry.file_name().to_str()?.strip_suffix(".toml")?.to_owned()))
            .collect();
        names.sort();
        names
    }

    /// Reads a profile.
    ///
    /// # Errors
    /// [`ProfileError::Read`] and [`ProfileError::Wrong`].
    pub fn read(file: &Path) -> Result<Self, ProfileError> {
        let text = std::fs::read_to_string(file)
            .map_err(|source| ProfileError::Read { file: file.to_owned(), source })?;
        Self::parse(&text, file)
    }

    /// A profile from the text of a file.
    ///
    /// # Errors
    /// [`ProfileError::Wrong`].
    pub fn parse(text: &str, file: &Path) -> Result<Self, ProfileError> {
        let wrong = |at: usize, what: String, remedy: String| ProfileError::Wrong {
            file: file.to_owned(),
            line: text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1,
            what,
            remedy,
        };
        let profile: Self = toml::from_str(text).map_err(|error: toml::de::Error| {
            let at = error.span().map_or(0, |span| span.start);
            let message = error.message();
            let (what, remedy) = message
                .split_once(". ")
                .unwrap_or((message, "docs/keypads.md tells what may stand there"));
            wrong(at, what.to_owned(), remedy.to_owned())
        })?;
        let all = profile.keys.all();
        for (place, (function, _)) in FUNCTIONS.iter().enumerate() {
            let same = all.get(..place).into_iter().flatten().position(|other| {
                other.is_some() && all.get(place).is_some_and(|sends| sends == other)
            });
            if let Some((earlier, _)) = same.and_then(|same| FUNCTIONS.get(same)) {
                let line = |line: &str| line.trim_start().starts_with(function);
                let at = text.lines().take_while(|it| !line(it)).map(|it| it.len() + 1).sum();
                let what = format!("{function} and {earlier} are the same key to a window");
                return Err(wrong(at, what, "Give each its own key".to_owned()));
            }
        }
        Ok(profile)
    }
}

#[cfg(test)]
mod tests;
