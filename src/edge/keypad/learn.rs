//! A profile made from presses: each key is asked for by its name.

use std::fmt::Write as _;
use std::io::{self, Write};
use std::time::Duration;

use super::codes::{Sends, by_number};
use super::{FUNCTIONS, NEEDED};
use crate::edge::scanner::{Heard, Motion, Source, Stroke};

/// How long a key that not every pad has is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// How many times as long one is waited for that every pad has.
const MORE_PATIENCE: u32 = 6;

/// What is known of a pad so far.
#[derive(Debug, Default)]
pub struct Learner {
    asked: usize,
    learnt: Vec<(&'static str, String, Sends)>,
}

/// What a press has told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lesson {
    /// This is the key that was asked for, by Linux's name for it.
    Taken(String),
    /// This key does something else already.
    Used(&'static str),
    /// No window hears the key of this number.
    Unheard(u16),
}

impl Learner {
    /// What is asked for now; `None` once everything was.
    #[must_use]
    pub fn asks(&self) -> Option<&'static str> {
        FUNCTIONS.get(self.asked).map(|(function, _)| *function)
    }

    /// Whether a pad cannot be without what is asked for now.
    #[must_use]
    pub fn needs(&self) -> bool {
        self.asked < NEEDED
    }

    /// A key has moved; only pressing it tells anything.
    pub fn hear(&mut self, stroke: Stroke) -> Option<Lesson> {
        let function = self.asks().filter(|_| stroke.motion == Motion::Down)?;
        let Some((name, sends)) = by_number(stroke.key) else {
            return Some(Lesson::Unheard(stroke.key));
        };
        if let Some((other, _, _)) = self.learnt.iter().find(|(_, _, known)| *known == sends) {
            return Some(Lesson::Used(other));
        }
        self.learnt.push((function, name.clone(), sends));
        self.asked += 1;
        Some(Lesson::Taken(name))
    }

    /// The pad has no such key.
    pub fn pass(&mut self) {
        self.asked += 1;
    }

    /// The profile's file.
    #[must_use]
    pub fn profile(&self, name: &str) -> String {
        let mut text = format!("name = {}\n\n[keys]\n", toml::Value::from(name));
        for (function, key, _) in &self.learnt {
            // Writing into a text cannot fail.
            let _ = writeln!(text, "{function} = \"{key}\"");
        }
        text
    }
}

/// Why a pad was not learnt.
#[derive(Debug, thiserror::Error)]
pub enum LearnError {
    /// A key that every pad has was not pressed.
    #[error("Nobody pressed {0}: run this again, with the pad at hand")]
    NotPressed(&'static str),
    /// The pad was unplugged.
    #[error("The keypad is gone: plug it in and run this again")]
    Gone,
    /// What is asked cannot be written.
    #[error("Cannot write what is asked: {0}")]
    Told(#[from] io::Error),
}

/// Asks for each key in turn and hears the presses; gives the profile's file.
///
/// # Errors
///
/// [`LearnError`].
pub fn learn(
    source: &mut dyn Source,
    name: &str,
    out: &mut dyn Write,
) -> Result<String, LearnError> {
    let mut learner = Learner::default();
    while let Some(function) = learner.asks() {
        let without = if learner.needs() { "" } else { ", or wait ten seconds if there is none" };
        writeln!(out, "Press {function}{without}")?;
        let patience = if learner.needs() { PATIENCE * MORE_PATIENCE } else { PATIENCE };
        match hear(source, &mut learner, patience) {
            Answer::Pressed(Lesson::Taken(key)) => writeln!(out, "  {key}")?,
            Answer::Pressed(Lesson::Used(other)) => writeln!(out, "  That key is {other} already")?,
            Answer::Pressed(Lesson::Unheard(code)) => {
                writeln!(out, "  No window hears that key ({code}): set the pad to send another")?;
            }
            Answer::Gone => return Err(LearnError::Gone),
            Answer::Silence if learner.needs() => return Err(LearnError::NotPressed(function)),
            Answer::Silence => learner.pass(),
        }
    }
    Ok(learner.profile(name))
}

/// What came of asking.
enum Answer {
    Pressed(Lesson),
    Silence,
    Gone,
}

fn hear(source: &mut dyn Source, learner: &mut Learner, patience: Duration) -> Answer {
    loop {
        match source.next(patience) {
            Heard::Stroke(stroke) => {
                if let Some(lesson) = learner.hear(stroke) {
                    return Answer::Pressed(lesson);
                }
            }
            Heard::Silence => return Answer::Silence,
            Heard::Gone => return Answer::Gone,
            Heard::Lost => {}
        }
    }
}
