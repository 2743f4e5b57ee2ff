//! Lessons at a station: which there are, and what of one is taken home.

use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;
use uuid::Uuid;

use crate::content::lessons;
use crate::domain::lesson::Library;
use crate::domain::visit::Tray;
use crate::edge::printer::PrintJob;
use crate::view;

use super::App;
use super::log::{Event as LogEvent, log};

/// What can be taught. A station that teaches nothing still files requests.
pub(super) fn taught(dir: &Path) -> Library {
    lessons::load(dir).unwrap_or_else(|faults| {
        log(LogEvent::LessonsUnread, &[("faults", &faults.list().len().to_string())]);
        Library::default()
    })
}

/// Tells staff which lessons are not taught any more.
pub(super) fn tell_stale(library: &Library, day: Date) {
    for lesson in library.lessons.iter().filter(|lesson| lesson.is_stale(day)) {
        log(LogEvent::LessonStale, &[("lesson", &lesson.id.0)]);
    }
}

impl App {
    /// Teaches what came, once nobody is learning.
    pub(super) fn teach_anew(&mut self) {
        if self.visit.learning.is_none()
            && let Some(taught) = self.coming.take()
        {
            Arc::make_mut(&mut self.city).taught = taught.library;
            self.locales = taught.locales;
        }
    }

    pub(super) fn print_lesson(&mut self, job: Uuid, tray: Tray) {
        let words = self.locales.of(self.visit.language);
        let learning = self.visit.learning.as_deref();
        if let Some(slip) = learning.and_then(|it| view::learning::slip(words, &self.city, it)) {
            self.printers.print(tray, PrintJob { id: job, slip });
        }
    }
}
