//! Every screen with real pixels: whole, readable, large enough to hit, named for all who cannot
//! see it, and reached by five keys.

#![cfg(feature = "screen")]
#![allow(clippy::unwrap_used, reason = "a test that cannot draw fails")]
#[path = "support/easel.rs"]
mod easel;
#[path = "support/grid.rs"]
mod grid;
#[path = "screen/ink.rs"]
mod ink;
#[path = "screen/keys.rs"]
mod keys;
#[path = "screen/lessons.rs"]
mod lessons;
#[path = "screen/look.rs"]
mod look;
#[path = "support/signs.rs"]
mod moving;
#[path = "screen/phone.rs"]
mod phone;
#[path = "screen/planted.rs"]
mod planted;
#[path = "screen/signs.rs"]
mod signs;
#[path = "screen/stroll.rs"]
mod stroll;
#[path = "screen/thing.rs"]
mod thing;
#[path = "support/tour.rs"]
mod tour;

use acolhe::domain::city::Language;

use easel::{Easel, Glass};
use look::Looker;
use tour::{Guest, tour_by_keys};

/// Every screen of a glass, in every way to see that this run looks at: colours change under the
/// eyes of whoever has come there.
fn walk(glass: Glass) {
    let easel = Easel::new();
    let mut looker = Looker::default();
    let guests = grid::guests(glass);
    let same =
        |one: &Guest, other: &Guest| (one.language, one.letters) == (other.language, other.letters);
    for (round, guests) in guests.chunk_by(same).enumerate() {
        let [guest, ..] = *guests else { continue };
        let city = if guest.language == Language::Ro { "valea-lina" } else { "vila-serena" };
        for (number, stop) in tour_by_keys(city, guest, glass.panel()).into_iter().enumerate() {
            let canvas = easel.window(glass);
            for (place, guest) in guests.iter().enumerate() {
                let mut stop = stop.clone();
                stop.shown.view.settings.palette = guest.palette;
                canvas.show(&stop.shown);
                if is_wanted(&stop.name) {
                    looker.look(&canvas, glass, &stop);
                }
                // Four rounds come to the ring on every screen.
                if (number + round + place) % 4 != 0 {
                    continue;
                }
                let focus = stop.keys.get(number % stop.keys.len().max(1)).cloned().flatten();
                stop.shown.view.focus = focus;
                canvas.show(&stop.shown);
                looker.look_at_focus(&canvas, glass, &stop);
            }
        }
    }
    looker.tell();
}

#[test]
fn every_screen_is_good_on_an_upright_kiosk() {
    walk(Glass::TALL);
}

#[test]
fn every_screen_is_good_on_a_lying_kiosk() {
    walk(Glass::WIDE);
}

#[test]
fn every_screen_is_good_on_an_upright_tablet() {
    walk(Glass::SMALL_TALL);
}

#[test]
fn every_screen_is_good_on_a_lying_tablet() {
    walk(Glass::SMALL_WIDE);
}

/// Whether a screen is looked at: all of them, unless `ACOLHE_SCREENS` tells how the names of some
/// begin, for whoever mends those.
fn is_wanted(name: &str) -> bool {
    std::env::var("ACOLHE_SCREENS")
        .map_or(true, |wanted| wanted.split(',').any(|start| name.starts_with(start)))
}
