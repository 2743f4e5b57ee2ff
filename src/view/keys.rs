//! The words on keys that are no letters, and behind the door for staff.

use std::collections::BTreeMap;

use crate::domain::city::Language;
use crate::domain::devices::{Devices, HubState};
use crate::domain::keyboard::{Cap, accents};
use crate::locale::Words;

/// Names of keys, by the key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyWords(BTreeMap<&'static str, String>);

/// Every key that has a name of its own.
const NAMED: [(&str, &str); 19] = [
    ("space", "key-space"),
    ("erase", "key-erase"),
    ("done", "key-done"),
    ("shift", "key-shift"),
    ("signs", "key-digits"),
    ("letters", "key-letters"),
    ("accents", "key-accents"),
    ("abc", "key-abc"),
    ("qwerty", "key-qwerty"),
    (".", "key-full-stop"),
    (",", "key-comma"),
    ("-", "key-hyphen"),
    ("/", "key-slash"),
    ("@", "key-at"),
    ("_", "key-underscore"),
    ("?", "key-question"),
    ("!", "key-exclamation"),
    (":", "key-colon"),
    ("'", "key-apostrophe"),
];

impl KeyWords {
    pub(super) fn of(words: Words<'_>) -> Self {
        Self(NAMED.into_iter().map(|(key, id)| (key, words.text(id))).collect())
    }

    /// The name of a key; a letter or digit is its own.
    #[must_use]
    pub fn name(&self, cap: Cap) -> String {
        let id = cap.to_string();
        self.0.get(id.as_str()).cloned().unwrap_or(id)
    }

    /// What is written on a key, where it is no picture.
    #[must_use]
    pub fn label(&self, cap: Cap, language: Language) -> String {
        match cap {
            Cap::Signs => "123".to_owned(),
            Cap::Letters | Cap::Abc => "ABC".to_owned(),
            Cap::Qwerty => "QWE".to_owned(),
            Cap::Accents => accents(language).chars().take(2).collect(),
            Cap::Letter(letter) if letter != ' ' => letter.to_string(),
            other => self.name(other),
        }
    }
}

/// What stands behind the door for staff.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StaffWords {
    /// The heading.
    pub title: String,
    /// Asks for the PIN.
    pub ask: String,
    /// The PIN is being checked.
    pub checking: String,
    /// It was wrong.
    pub wrong: String,
    /// Too many were wrong.
    pub wait: String,
    /// Nobody has one.
    pub none: String,
    /// Ends the kiosk.
    pub leave: String,
    /// Goes back.
    pub cancel: String,
    /// Takes a digit away.
    pub erase: String,
    /// Shows what was left half done; empty while somebody's draft is open.
    pub left: String,
    /// How the station is.
    pub facts: Vec<String>,
}

/// When somebody called last, as staff may know it.
#[must_use]
pub fn called(words: Words<'_>, at: jiff::civil::Time) -> String {
    words.with("staff-called", &[("time", super::moment::time(words, at).into())])
}

/// The door for staff; `waiting` and `trouble` count rows of the outbox.
#[must_use]
pub fn staff(
    words: Words<'_>,
    devices: &Devices,
    (waiting, trouble): (u64, u64),
    draft_is_open: bool,
) -> StaffWords {
    let state = |id: &str, state: &str| words.with(id, &[("state", state.into())]);
    let hub = if devices.hub == HubState::Up { "up" } else { "down" };
    let count = |count: u64| i64::try_from(count).unwrap_or(i64::MAX).into();
    StaffWords {
        title: words.text("staff-title"),
        ask: words.text("staff-type"),
        checking: words.text("staff-checking"),
        wrong: words.text("staff-wrong"),
        wait: words.text("staff-wait"),
        none: words.text("staff-none"),
        leave: words.text("staff-leave"),
        cancel: words.text("staff-cancel"),
        erase: words.text("staff-erase"),
        left: if draft_is_open { String::new() } else { words.text("staff-left") },
        facts: [
            Some(state("staff-printer", devices.printer.name())),
            devices.counter_printer.map(|it| state("staff-counter-printer", it.name())),
            Some(state("staff-hub", hub)),
            Some(state("staff-voice", devices.voice.name())),
            Some(
                words.with(
                    "staff-outbox",
                    &[("waiting", count(waiting)), ("trouble", count(trouble))],
                ),
            ),
        ]
        .into_iter()
        .flatten()
        .collect(),
    }
}
