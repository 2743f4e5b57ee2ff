//! A clip in sign language that a window could not show: words stand in its place.

use std::path::Path;

use super::App;
use super::log::{Event as LogEvent, log};
use super::speech::Touched;

impl App {
    /// Notes which screen it was, and says so.
    pub(super) fn has_no_clip(&mut self, file: &Path) {
        let signs = self.city.signs.as_ref();
        let Some(screen) = signs.and_then(|signs| signs.screen_of(file)) else { return };
        // Where somebody was is nobody's business: `acolhe check` tells which file it is.
        log(LogEvent::ClipUnreadable, &[]);
        self.devices.clip_broken = Some(screen);
        self.speak(&Touched::Nothing);
    }
}
