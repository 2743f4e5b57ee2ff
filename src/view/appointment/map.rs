//! Where the branches lie, for a window to draw.

use crate::domain::appointment::{self, Spot, Step, branches};
use crate::domain::quiet::quiet_debug;
use crate::domain::settings::Settings;
use crate::domain::visit::Screen;
use crate::view::Scene;

/// How much wider than high a map is drawn.
const SHAPE: f32 = 1.7;

/// Places as they lie.
#[derive(Clone, PartialEq)]
pub struct MapView {
    /// What it shows, for whoever cannot see it.
    pub label: String,
    /// The places.
    pub points: Vec<MapPoint>,
}

/// One of them.
#[derive(Clone, PartialEq)]
pub struct MapPoint {
    /// Where it lies.
    pub spot: Spot,
    /// Its number in the list.
    pub mark: String,
    /// It is where the station stands.
    pub here: bool,
}

quiet_debug!(MapView, MapPoint);

/// The branches to choose from and this one; none where there is nothing to compare.
pub(in crate::view) fn map(scene: &Scene<'_>) -> Option<MapView> {
    let visit = scene.visit;
    if visit.screen != Screen::Booking(Step::Branch) || visit.overlay.is_some() {
        return None;
    }
    if visit.settings.letters == Settings::LETTERS {
        // Their words take all the room.
        return None;
    }
    let appointment = visit.appointment.as_deref()?;
    let mut places = branches(appointment, scene.city);
    let numbered = places.len();
    let here = scene.city.branch(&appointment.here)?;
    if places.iter().all(|branch| branch.code != here.code) {
        places.push(here);
    }
    if places.len() < 2 {
        return None;
    }
    let coordinates: Vec<_> = places.iter().map(|branch| branch.coordinates).collect();
    let points = places
        .iter()
        .zip(appointment::map(&coordinates, SHAPE))
        .enumerate()
        .map(|(place, (branch, spot))| MapPoint {
            spot,
            mark: if place < numbered { (place + 1).to_string() } else { String::new() },
            here: branch.code == here.code,
        })
        .collect();
    Some(MapView { label: scene.words.text("booking-map"), points })
}
