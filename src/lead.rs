//! The machine in the room that leads a group: seats ask it, and who leads has two pages.
//!
//! Seats are heard from the network of the room. The pages are for this machine alone, under an
//! address that nobody guesses; they hold no name of anybody. `docs/meetings.md` tells more.

mod file;
mod leader;
mod page;
mod paper;
mod projector;
mod seats;
mod server;
mod start;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;

use crate::domain::city::{City, Language};
use crate::domain::lesson::{Lesson, Task};
use crate::domain::meeting::{Meeting, NotTaken, Order};
use crate::edge::clock::Clock;
use crate::locale::{Locales, Words};
use crate::view::meeting as words;

pub use server::serve;

/// Says sentences in a language by this machine's voice; it must not wait.
pub type Speaker = Box<dyn Fn(Language, Vec<String>) + Send + Sync>;

/// The city's languages, lessons and words, and the meeting that goes on.
pub struct Lead {
    city: City,
    locales: Locales,
    crest: Option<PathBuf>,
    clock: Clock,
    key: String,
    file: PathBuf,
    speaker: Option<Speaker>,
    meeting: Mutex<Option<Meeting>>,
}

impl std::fmt::Debug for Lead {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Lead").finish_non_exhaustive()
    }
}

impl Lead {
    /// With a meeting of today that is kept in `file`, where there is one.
    #[must_use]
    pub fn new(city: City, locales: Locales, clock: Clock, file: PathBuf) -> Self {
        let meeting = file::read(&file).filter(|meeting| {
            let day = |moment: Timestamp| moment.to_zoned(city.timezone.clone()).date();
            day(meeting.began) == day(clock.now())
        });
        let meeting = Mutex::new(meeting);
        Self { city, locales, crest: None, clock, key: key(), file, speaker: None, meeting }
    }

    /// It speaks with this machine's voice; without one the page on the wall has its browser's.
    #[must_use]
    pub fn with_speaker(self, speaker: Speaker) -> Self {
        Self { speaker: Some(speaker), ..self }
    }

    /// Papers carry the city's crest.
    #[must_use]
    pub fn with_crest(self, crest: PathBuf) -> Self {
        Self { crest: Some(crest), ..self }
    }

    /// What stands before every page in its address: nobody else knows it.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    fn meeting(&self) -> MutexGuard<'_, Option<Meeting>> {
        // Every change is whole when it is seen.
        self.meeting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes the meeting; what is kept of it is kept where it changed.
    fn change<T>(&self, change: impl FnOnce(&mut Meeting) -> T) -> Option<T> {
        let mut guard = self.meeting();
        let meeting = guard.as_mut()?;
        let before = meeting.kept();
        let done = change(meeting);
        let after = meeting.kept();
        if before != after {
            file::write(&self.file, &after);
        }
        Some(done)
    }

    /// Opens a meeting in place of the one before.
    fn open(&self, meeting: Meeting) {
        file::write(&self.file, &meeting);
        *self.meeting() = Some(meeting);
    }

    /// What the leader does. The step that everybody comes to is said aloud.
    fn lead(&self, order: &Order) -> Result<(), NotTaken> {
        self.change(|meeting| meeting.lead(order)).unwrap_or(Err(NotTaken::NoMeeting))?;
        if matches!(order, Order::Lesson(_) | Order::Together(_)) {
            self.say();
        }
        Ok(())
    }

    /// Says the step at which the leader stands.
    fn say(&self) {
        let Some(speaker) = &self.speaker else { return };
        let said = self.meeting().as_ref().and_then(|meeting| {
            let lesson = self.lesson(meeting)?;
            let step = lesson.steps.get(meeting.front())?;
            let language = meeting.wish().language;
            Some((language, words::said(self.locales.of(language), lesson, step)))
        });
        if let Some((language, said)) = said {
            speaker(language, said);
        }
    }

    /// The lesson that goes on.
    fn lesson(&self, meeting: &Meeting) -> Option<&Lesson> {
        self.city.taught.lesson(meeting.plan.get(meeting.at()?)?)
    }

    /// Lessons that can be led today, by their tracks.
    fn tracks(&self) -> Vec<(String, Vec<&Lesson>)> {
        let day = self.clock.now().to_zoned(self.city.timezone.clone()).date();
        let mut tracks: Vec<(String, Vec<&Lesson>)> = Vec::new();
        for lesson in self.city.taught.taught(self.city.country, day) {
            match tracks.iter_mut().find(|(track, _)| *track == lesson.track) {
                Some((_, lessons)) => lessons.push(lesson),
                None => tracks.push((lesson.track.clone(), vec![lesson])),
            }
        }
        tracks
    }

    /// The words of pages: the meeting's language, before it the city's.
    fn words(&self) -> Words<'_> {
        let language = self.meeting().as_ref().map(|meeting| meeting.wish().language);
        self.locales.of(language.unwrap_or(self.city.own_language()))
    }

    /// A lesson as a page that is played before everybody.
    fn played(&self, id: &str) -> Option<String> {
        let language = self.words().language();
        let lesson = self.city.taught.lessons.iter().find(|lesson| lesson.id.0 == id)?;
        let course = crate::lesson_export::Course {
            city: &self.city,
            lessons: vec![lesson],
            language,
            named_in: vec![language],
            statements: &BTreeMap::new(),
            locales: &self.locales,
        };
        crate::lesson_export::page::of(&course, lesson).ok()
    }
}

/// Whether a step is one of the real thing, which a group does not do together.
fn is_real(task: &Task) -> bool {
    matches!(task, Task::Real(_))
}

/// 16 letters that nobody guesses.
fn key() -> String {
    uuid::Uuid::new_v4().simple().to_string()[..16].to_owned()
}

/// Four digits for a wall.
fn code() -> String {
    let number = uuid::Uuid::new_v4().as_u128() % 10_000;
    format!("{number:04}")
}
