//! Packs beside a station's own lessons.
//!
//! A lesson of a pack takes the place of our own of the same name, with its words. Nothing else
//! that a station says or teaches can be changed by a pack.

use std::collections::{BTreeMap, BTreeSet};

use super::super::lessons::words;
use super::{Pack, Refusal};
use crate::domain::lesson::{Lesson, LessonId, Library};
use crate::domain::passport::LessonMark;
use crate::locale::Locales;

/// What a station teaches, and with which words.
#[derive(Debug, Default)]
pub struct Taught {
    /// Its lessons.
    pub library: Library,
    /// Its words.
    pub locales: Locales,
    /// The pack of each lesson that came with one.
    pub given: BTreeMap<LessonId, String>,
}

impl Taught {
    /// A station's own lessons.
    #[must_use]
    pub fn own(library: Library, locales: Locales) -> Self {
        Self { library, locales, given: BTreeMap::new() }
    }

    /// Adds the lessons of a pack.
    ///
    /// # Errors
    ///
    /// Something in it is there already; then nothing was added.
    pub fn add(&mut self, pack: Pack) -> Result<(), Refusal> {
        let Pack { manifest, library, words, .. } = pack;
        self.doubt(&library)?;
        let ours = self.library.lessons.iter();
        let replaced = ours.filter(|lesson| library.lesson(&lesson.id).is_some()).cloned();
        let replaced = Library { lessons: replaced.collect(), ..Library::default() };
        let replaced = words::messages(&replaced);
        let tracks: BTreeSet<String> =
            library.lessons.iter().map(|lesson| format!("lesson-track-{}", lesson.track)).collect();
        let mut said = Vec::new();
        for (language, messages) in words {
            let (known, new): (Vec<_>, Vec<_>) =
                messages.into_iter().partition(|(id, _)| self.locales.says(language, id));
            let (tracks, known): (Vec<_>, Vec<_>) =
                known.into_iter().partition(|(id, _)| tracks.contains(id));
            // A track that we have keeps its name.
            drop(tracks);
            if let Some((id, _)) = known.iter().find(|(id, _)| !replaced.contains(id)) {
                return Err(conflict(&format!("{id} says something else here"), "lesson or step"));
            }
            let text: String = known.into_iter().chain(new).map(|(_, text)| text).collect();
            said.push((language, text));
        }
        for (language, text) in said {
            self.locales.put(language, text);
        }
        let names: Vec<LessonId> = library.lessons.iter().map(|it| it.id.clone()).collect();
        for lesson in library.lessons {
            self.put(lesson);
        }
        self.library.phone.extend(library.phone);
        self.library.personas.extend(library.personas);
        for name in &names {
            self.let_come(name);
        }
        self.given.extend(names.into_iter().map(|name| (name, manifest.id.clone())));
        Ok(())
    }

    /// Lessons that came with another pack, or that a passport would take for another.
    fn doubt(&self, library: &Library) -> Result<(), Refusal> {
        for lesson in &library.lessons {
            let id = &lesson.id;
            if let Some(other) = self.given.get(id) {
                return Err(Refusal::Conflict(format!(
                    "Its lesson {id} came with {other} already. \
                     Run `acolhe lesson remove {other}` first, or leave it out"
                )));
            }
            let alike = |it: &&Lesson| it.id != *id && LessonMark::of(&it.id) == LessonMark::of(id);
            if let Some(other) = self.library.lessons.iter().find(alike) {
                let what = format!("a passport cannot tell its lesson {id} from {}", other.id);
                return Err(conflict(&what, "lesson"));
            }
        }
        Ok(())
    }

    /// In the place of the lesson of its name, else at the end of its track.
    fn put(&mut self, lesson: Lesson) {
        let lessons = &mut self.library.lessons;
        let same = |it: &Lesson| it.id == lesson.id && it.track == lesson.track;
        if let Some(place) = lessons.iter_mut().find(|it| same(it)) {
            *place = lesson;
            return;
        }
        lessons.retain(|it| it.id != lesson.id);
        let last = lessons.iter().rposition(|it| it.track == lesson.track);
        lessons.insert(last.map_or(lessons.len(), |last| last + 1), lesson);
    }

    /// What comes before a lesson and is not here is not waited for.
    fn let_come(&mut self, name: &LessonId) {
        let there: BTreeSet<LessonId> =
            self.library.lessons.iter().map(|it| it.id.clone()).collect();
        let lessons = self.library.lessons.iter_mut();
        for lesson in lessons.filter(|lesson| lesson.id == *name) {
            lesson.needs.retain(|need| there.contains(need));
        }
    }
}

fn conflict(what: &str, rename: &str) -> Refusal {
    Refusal::Conflict(format!("In this pack {what}. Ask who made it to rename the {rename}"))
}
