//! What is found: a closed list of kinds, each with its meaning and its remedy.
//!
//! `docs/doctor.md` has a row for every kind; a test compares the two.

use std::fmt;

/// How something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// As it must be.
    Well,
    /// The station works, and somebody should know.
    LookAtIt,
    /// The station does not do what it is for.
    Fault,
    /// Nobody knows yet.
    NotTried,
}

impl State {
    /// The state in words: colour is never needed.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Well => "well",
            Self::LookAtIt => "look at it",
            Self::Fault => "FAULT",
            Self::NotTried => "not tried",
        }
    }
}

/// A kind of finding.
#[derive(Debug, PartialEq, Eq)]
pub struct Kind {
    /// Its name in the manual, to be said on the telephone.
    pub id: &'static str,
    /// How bad it is.
    pub state: State,
    /// What it means.
    pub meaning: &'static str,
    /// What to do, with names in capitals for what differs from station to station; empty where
    /// there is nothing to do.
    pub remedy: &'static str,
}

/// Defines kinds, and the list of them.
macro_rules! kinds {
    ($($name:ident = $state:ident, $id:literal, $meaning:literal, $remedy:literal;)*) => {
        $(const $name: crate::doctor::finding::Kind = crate::doctor::finding::Kind {
            id: $id,
            state: crate::doctor::finding::State::$state,
            meaning: $meaning,
            remedy: $remedy,
        };)*
        /// Every kind of this part.
        pub(super) const KINDS: &[crate::doctor::finding::Kind] = &[$($name),*];
    };
}
pub(super) use kinds;

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What kind of finding it is.
    pub kind: &'static Kind,
    /// What was tried.
    pub tried: String,
    /// What was found, with figures.
    pub found: String,
    /// What to do, in one action; empty where there is nothing to do.
    pub remedy: String,
}

impl Finding {
    /// Something was found.
    #[must_use]
    pub fn new(kind: &'static Kind, tried: impl Into<String>, found: impl Into<String>) -> Self {
        let remedy = kind.remedy.to_owned();
        // Some libraries tell over several lines.
        let found: String = found.into();
        let found = found.split_whitespace().collect::<Vec<_>>().join(" ");
        Self { kind, tried: tried.into(), found, remedy }
    }

    /// Puts what it is at this station into the remedy, for a name in capitals.
    #[must_use]
    pub fn naming(mut self, name: &str, value: impl fmt::Display) -> Self {
        self.remedy = self.remedy.replace(name, &value.to_string());
        self
    }

    /// How it is.
    #[must_use]
    pub fn state(&self) -> State {
        self.kind.state
    }
}

/// Something that only a person can judge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// What is asked, to be answered with yes or no.
    pub question: String,
    /// The answer; `None` where nobody gave one.
    pub answer: Option<bool>,
}

/// `1 fault`, `2 faults`.
#[must_use]
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}

/// The first few of many, and how many more there are.
#[must_use]
pub(super) fn first<T: fmt::Display>(items: &[T], few: usize) -> String {
    let shown: Vec<String> = items.iter().take(few).map(ToString::to_string).collect();
    let rest = items.len().saturating_sub(few);
    let more = if rest > 0 { format!(", and {rest} more") } else { String::new() };
    format!("{}{more}", shown.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    kinds! {
        EXPOSED = Fault, "x-exposed", "Others may read it", "Run: chmod 600 FILE";
    }

    #[test]
    fn a_remedy_names_what_is_at_hand() {
        let finding = Finding::new(&EXPOSED, "Looked", "Mode 644").naming("FILE", "/a/key");
        assert_eq!(finding.remedy, "Run: chmod 600 /a/key");
        assert_eq!((finding.state(), KINDS.len()), (State::Fault, 1));
    }

    #[test]
    fn many_are_told_by_the_first_few() {
        assert_eq!(first(&["a", "b"], 3), "a, b");
        assert_eq!(first(&["a", "b", "c", "d"], 2), "a, b, and 2 more");
        assert_eq!((count(1, "x", "xs"), count(0, "x", "xs")), ("1 x".into(), "0 xs".into()));
    }
}
