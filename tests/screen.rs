//! Every screen with real pixels: whole, readable, large enough to hit, and named for all who
//! cannot see it.

#![cfg(feature = "screen")]
#![allow(clippy::unwrap_used, reason = "a test that cannot draw fails")]
#[path = "support/easel.rs"]
mod easel;
#[path = "screen/keys.rs"]
mod keys;
#[path = "screen/look.rs"]
mod look;
#[path = "support/tour.rs"]
mod tour;

use acolhe::domain::city::Language;
use acolhe::domain::settings::Palette;

use easel::{Easel, Glass};
use look::Looker;
use tour::{Guest, tour};

/// Default and largest letters in each language; with `ACOLHE_FULL` every letter size.
fn walk(glass: Glass) {
    let easel = Easel::new();
    let full = std::env::var_os("ACOLHE_FULL").is_some();
    let mut looker = Looker::default();
    for language in Language::ALL {
        for letters in (1..=4).filter(|letters| full || letters % 2 == 0) {
            let city = if language == Language::Ro { "valea-lina" } else { "vila-serena" };
            let guest = Guest { language, letters, palette: Palette::Normal };
            for stop in tour(city, guest, glass.panel()) {
                let canvas = easel.window(glass);
                canvas.show(&stop.shown);
                let place = format!("{} {} {letters} {}", glass.name(), language.tag(), stop.name);
                looker.look(&canvas, glass, &stop.shown, &place);
            }
        }
    }
    looker.tell();
}

#[test]
fn every_screen_is_whole_on_an_upright_kiosk() {
    walk(Glass::TALL);
}

#[test]
fn every_screen_is_whole_on_a_lying_kiosk() {
    walk(Glass::WIDE);
}

#[test]
fn every_screen_is_whole_on_an_upright_tablet() {
    walk(Glass::SMALL_TALL);
}

#[test]
fn every_screen_is_whole_on_a_lying_tablet() {
    walk(Glass::SMALL_WIDE);
}
