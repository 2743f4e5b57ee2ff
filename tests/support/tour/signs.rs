//! Screens of a city with clips in sign language.

use std::path::Path;

use acolhe::app::Asked;
use acolhe::domain::event::{Event, Intent};
use acolhe::domain::panel::Panel;

use super::{Guest, Stop, Tour};

/// The way to a clip, the clip, and what stands there where it cannot be shown.
pub(crate) fn signs_by_keys(city: &Path, guest: Guest, panel: Panel) -> Vec<Stop> {
    let mut tour = Tour::start(city.to_str().expect("a path"), guest, panel);
    tour.by_keys = true;
    let _ = tour.app.handle(&Event::Intent(Intent::Jack(true)));
    tour.choose("settings:language");
    tour.stop("language-signs");
    tour.choose("signs:on");
    tour.stop("language-signs-on");
    tour.choose("back");
    tour.choose("request");
    tour.stop("group-signs");
    tour.choose("signs");
    tour.stop("signs");
    let clip = tour.app.view().clip.expect("a clip");
    tour.app.answer(Asked::NoClip(clip));
    tour.stop("signs-broken");
    tour.choose("back");
    tour.choose("own-words");
    tour.stop("own-words-signs");
    tour.stops
}
