//! Lessons as a learning management system takes them: bytes made of lessons and words.
//!
//! Nothing here plays a lesson: `script` writes out what the engine does, and the page only
//! walks it. No clock and no randomness; ids and moments come from whoever exports.

pub mod cmi5;
pub mod page;
pub mod qti;
mod script;
pub mod xapi;

use std::collections::BTreeMap;

use crate::domain::city::{City, Language};
use crate::domain::lesson::bot::Stuck;
use crate::domain::lesson::{Framework, Lesson, Outcome, Rung};
use crate::locale::{Locales, Words};

/// The level of help that is exported: mistakes can be made and are explained, which the level
/// below does not let happen, and hints are there, which the one above leaves out.
pub const LEVEL: Rung = Rung::Hinted;

/// Why nothing was made.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The description of the course.
    #[error("Could not write the course structure")]
    Xml(#[source] std::io::Error),
    /// What a page is told.
    #[error("Could not write a lesson's script")]
    Script(#[source] serde_json::Error),
    /// The archive.
    #[error("Could not pack the course")]
    Zip(#[from] zip::result::ZipError),
    /// A lesson.
    #[error("A lesson does not end: run acolhe check")]
    Stuck(#[from] Stuck),
    /// A moment of a statement.
    #[error("The clock is at the end of time: set it")]
    Moment(#[source] jiff::Error),
}

/// What is exported.
#[derive(Clone, Debug)]
pub struct Course<'a> {
    /// Whose it is, with what it teaches.
    pub city: &'a City,
    /// The lessons, in the order of the curriculum.
    pub lessons: Vec<&'a Lesson>,
    /// The language in which they are played.
    pub language: Language,
    /// The languages in which they are named.
    pub named_in: Vec<Language>,
    /// What the outcomes of `DigComp` say, in English: nobody has put them into other words yet.
    pub statements: &'a BTreeMap<String, String>,
    /// Words.
    pub locales: &'a Locales,
}

impl<'a> Course<'a> {
    fn words(&self) -> Words<'a> {
        self.locales.of(self.language)
    }

    /// The city's web address.
    fn web(&self) -> &'a str {
        self.city.web.trim_end_matches('/')
    }

    /// Its id: the same lessons in another language are another course.
    #[must_use]
    pub fn id(&self) -> String {
        format!("{}/acolhe/lessons/{}", self.web(), self.language.tag())
    }

    /// The publisher's id of a lesson.
    #[must_use]
    pub fn lesson_id(&self, lesson: &Lesson) -> String {
        format!("{}/lesson/{}", self.id(), lesson.id)
    }

    fn track_id(&self, track: &str) -> String {
        format!("{}/track/{track}", self.id())
    }

    fn outcome_id(&self, outcome: &Outcome) -> String {
        let (framework, _) = framework(outcome.framework);
        format!("{}/acolhe/outcome/{framework}/{}", self.web(), outcome.id)
    }

    /// An id of something that is counted besides what the standards name.
    fn extension(&self, name: &str) -> String {
        format!("{}/acolhe/xapi/{name}", self.web())
    }

    /// Tracks in the order of the curriculum, each with its lessons.
    fn tracks(&self) -> Vec<(&'a str, Vec<&'a Lesson>)> {
        let mut tracks: Vec<(&str, Vec<&Lesson>)> = Vec::new();
        for lesson in &self.lessons {
            match tracks.iter_mut().find(|(track, _)| *track == lesson.track) {
                Some((_, lessons)) => lessons.push(lesson),
                None => tracks.push((&lesson.track, vec![lesson])),
            }
        }
        tracks
    }

    /// Outcomes of all its lessons, each once.
    fn outcomes(&self) -> Vec<&'a Outcome> {
        let mut outcomes: Vec<&Outcome> = Vec::new();
        for outcome in self.lessons.iter().flat_map(|lesson| &lesson.outcomes) {
            if !outcomes.contains(&outcome) {
                outcomes.push(outcome);
            }
        }
        outcomes
    }
}

/// How a framework stands in ids, and what it is called.
fn framework(framework: Framework) -> (&'static str, &'static str) {
    match framework {
        Framework::DigComp => ("digcomp-3.0", "DigComp 3.0"),
        Framework::Unesco => ("dlgf", "UNESCO DLGF"),
    }
}
